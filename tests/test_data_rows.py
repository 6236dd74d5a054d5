"""Rows of data: figures, years, facts under the same labels, and lines of one shape."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.data_rows import alike, found

WINNERS = ["2024: Ada Korn - Tarn Rovers", "2023: Lee Marsh - Ulm Wanderers", "2022: Kit Sole - Tarn Rovers", "2021: Bo Ferrand - Lake United"]
STANDINGS = ["1. Tarn Rovers 14 9 3 30", "2. Ulm Wanderers 14 8 4 28", "3. Lake United 14 7 2 23"]
FACTS = ["Record: 12-1", "Height: 181 cm", "The left-hander from Tarn has not lost since May.", "Record: 10-3", "Next race: 4 June"]
LEAD = (
    "The coaches' prize of the valley league goes to Ada Korn of Tarn Rovers, the league said on Monday.\n\n"
    "Her team lost two of its matches in the season that ended on Saturday, fewer than any other team in eleven years.\n\n"
    "“We trained on a field that was under water until April,” she said. “I still do not know how we did it.”\n\n"
)
FOOT = "Share this article\n\nMost read\n\nLake Ferry Returns After Ten Years\n\nCouncil Splits Over Market Square\n\nPrivacy Policy\n"


@pytest.mark.parametrize("rows", [WINNERS, WINNERS[::-1], STANDINGS, ["Crates 3% 7% 9%", "€48.00 €1.44 €3.36 €4.32", "€96.00 €2.88 €6.72 €8.64"]])
def test_rows_of_data_are_found(rows: list[str]) -> None:
    lines = ["The league named its winners.", *rows, "More next year."]
    assert found(lines) == {*range(1, len(rows) + 1)}


def test_facts_under_labels_that_come_again_are_found() -> None:
    lines = [*FACTS, "A year ago she was unknown.", "Record: 8-8", "Height: 175 cm", "She rides for Ulm.", "Record: 9-1"]
    assert found(lines) == {0, 1, 3, 4, 6, 7, 9}


@pytest.mark.parametrize(
    "lines",
    [
        ["2024 (12)", "2023 (31)", "2022 (45)", "2021 (17)"],
        ["2024 Fair Opens Early", "2019 Budget Passed", "2023 Race Is Won", "2021 Bridge Closed"],
        [" ".join(map(str, range(day, day + 7))) for day in (1, 8, 15)],
        [f"{day} 7:20am - 11am 3:40pm - 6pm" for day in ("Monday", "Friday", "Sunday")],
        ["Weather: Rain in Tarn", "Weather: Ice on the Lake", "Weather: Sun for Ulm", "Weather: Fog on the Pass"],
        ["https://tarn.example/a1", "https://tarn.example/b2", "https://tarn.example/c3"],
    ],
    ids=["archive", "headlines", "calendar", "hours", "teasers", "addresses"],
)
def test_furniture_that_reads_alike_is_no_data(lines: list[str]) -> None:
    assert found(lines) == frozenset()


def test_lines_of_one_shape_need_figures_and_no_stop() -> None:
    places = ["1. Tarn, upper town 8.3", "2. Ulm, lower town 7.9", "3. Lake, harbour 7.1", "4. Pass, north side 6"]
    assert alike(["Rents rose most in four places.", *places]) == {1, 2, 3, 4}
    assert alike([f"{place}." for place in places]) == frozenset()
    assert alike(["Coats, boots", "Lamps, rope", "Tents, maps", "Stoves, gas"]) == frozenset()


@pytest.mark.parametrize("rows", [WINNERS, STANDINGS])
def test_rows_below_the_story_are_kept_and_the_list_of_other_stories_is_not(rows: list[str]) -> None:
    record = clean("The Valley's Best Coaches\n\nBy Ida Kell\n\n" + LEAD + "\n\n".join(rows) + "\n\n" + FOOT)
    kept = [paragraph.text for paragraph in record.paragraphs]
    assert [row.split(maxsplit=1)[1] for row in rows] == [text.removeprefix("- ").split(maxsplit=1)[1] for text in kept[-len(rows) :]]
    assert "Council Splits Over Market Square" not in record.text


CELLS = ["Team", "P", "W", "Pts", "Tarn Rovers", "14", "9", "30", "Ulm Wanderers", "14", "8", "28", "Lake United", "14", "7", "23"]
SPECS = ["Weight 1.4 kg", "Cable 75 cm", "Power 2,400 W", "Price £119"]


def test_cells_of_a_table_are_found_with_its_head() -> None:
    assert alike(["The league at its end.", *CELLS, "More next year."]) == {*range(1, len(CELLS) + 1)}
    assert alike(["Price:", "£119", "Weight:", "1.4 kg", "Cable:", "75 cm", "Year:", "2023"]) == {*range(8)}


def test_few_words_with_a_figure_each_are_rows() -> None:
    assert alike(["It is quiet.", *SPECS, "Buy it."]) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "lines",
    [
        ["Fair Opens", "1", "Choir Wins", "2", "Pool Closes", "3", "Ferry Late", "4"],
        ["Fair Opens in Brask Again", "12", "Choir of Tarn Wins in Lisk", "7", "Pool Closes for All Winter", "3", "Ferry Late by Nine Hours", "9"],
        ["Lamps for T80 Family", "Brushes for T30", "Oil for X2", "Bags for N30"],
        ["Home", "Town", "Sport", "Culture", "2024", "2023", "2022", "2021"],
    ],
    ids=["ranks", "counts of comments", "names with figures", "menu and archive"],
)
def test_titles_and_menus_are_no_cells(lines: list[str]) -> None:
    assert alike(lines) == frozenset()


def test_a_table_without_its_rows_stays_within_the_story() -> None:
    table = "\n".join(CELLS)
    record = clean("Town\nSport\nCulture\nJobs\n\nThe Valley's Best Coaches\n\nBy Ida Kell\n\n" + LEAD + table + "\n\n" + LEAD.replace("Monday", "Friday").replace("two", "one") + FOOT)
    assert [x.text for x in record.paragraphs if x.text in CELLS] == CELLS
