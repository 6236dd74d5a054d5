"""Lines whose cells tabs part are the rows of a table, where the story has them."""

from __future__ import annotations

import pytest

from cleaner import ArticleRecord, clean
from cleaner.parse.text import parse
from cleaner.tabbed import tables

FIRST = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning, since the "
    "new ferry leaves at dawn."
)
SECOND = "Skippers had asked for it since the autumn, said the harbour master, Odo Wren, who has held the post for nineteen years."
FIGURES = ["Year\tBoats\tClerks", "2020\t71\t78", "2021\t74\t79", "2022\t73\t91"]
MENU = ["Home\tNews\tSport\tContact"]


def cleaned(*parts: str) -> ArticleRecord:
    return clean("\n\n".join(["Harbour office to open at six", "By Ida Kell", *parts]), media_type="text/plain")


@pytest.mark.parametrize(("lines", "found"), [
    (FIGURES, [range(4)]),
    ([*FIGURES, "", *FIGURES[:2]], [range(6)]),
    ([*FIGURES, "", "", *FIGURES[:2]], [range(4), range(4, 6)]),
    ([*FIGURES[:2], "a\tb", "c\td"], [range(2), range(2, 4)]),
    ([*FIGURES[:2], FIRST, *FIGURES[2:]], [range(2), range(3, 5)]),
    ([FIGURES[0], FIRST, FIGURES[1]], []),
    (["- one\ttwo", "- three\tfour"], []),
    (MENU, []),
])  # fmt: skip
def test_a_table_is_rows_of_as_many_cells_one_below_the_other(lines: list[str], found: list[range]) -> None:
    assert list(tables(parse("\n".join(lines)))) == found


@pytest.mark.parametrize("rows", [FIGURES, ["Day\tBoat", "Monday\tHope", "tuesday\tGrace"]])
def test_rows_of_the_story_are_a_table_and_no_headings_or_page_numbers(rows: list[str]) -> None:
    record = cleaned(FIRST, SECOND, "\n".join(rows), FIRST.replace("earlier", "later"), SECOND.replace("autumn", "spring"))
    assert [p.text for p in record.paragraphs if p.role == "table"] == rows
    assert [p.role for p in record.paragraphs].count("paragraph") == 4
    assert clean(record.text, media_type="text/plain").text == record.text


def test_a_menu_in_cells_is_none_of_the_story() -> None:
    menu = ["Home\tNews\tSport", "Weather\tTraffic\tContact"]
    record = cleaned(FIRST, SECOND, FIRST.replace("earlier", "later"), "Share this article", *menu, "Privacy Policy", "Cookie settings")
    assert not [p for p in record.paragraphs if p.role == "table"]


def test_numbered_lines_over_prose_are_headings() -> None:
    record = cleaned(FIRST, "1. The clerks", SECOND, "2. The ferry", FIRST.replace("earlier", "later"))
    assert [(p.role, p.text) for p in record.paragraphs if p.role != "paragraph"] == [
        ("heading", "1. The clerks"), ("heading", "2. The ferry"),
    ]  # fmt: skip


@pytest.mark.parametrize("items", [["1. the clerks", "2. the ferry", "3. the quay"], ["1. The clerks"], ["7. The clerks", FIRST, "2. The ferry"]])
def test_other_numbered_lines_are_items(items: list[str]) -> None:
    record = cleaned(FIRST, *items, SECOND, FIRST.replace("earlier", "later"))
    assert "heading" not in {p.role for p in record.paragraphs}
