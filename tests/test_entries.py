"""Short entries of blogs, told by what their theme prints above and below them."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.config import Config
from cleaner.pipeline import parse, prepare
from cleaner.resolve import resolve

MENU = ["Startseite", "Archiv", "Über mich", "Kontakt"]
HEADLINE, STAMP = "Der Kahn liegt wieder am Steg", "14. Juni 2023 at 20:51 (Hafen)"
LINES = ["„Der schwimmt ja noch“, sagte Ole Varn gestern am Steg.", "– „Noch“", "Mehr war nicht zu hören."]
FOOT = ["Teilen mit:", "Twitter", "Facebook", "Schreibe einen Kommentar"]
ABOUT = [
    "Über mich",
    "Ich wohne seit zwölf Jahren am Hafen von Brask und schreibe hier auf, was dort an gewöhnlichen Tagen geschieht.",
    "Wer mir schreiben mag, findet meine Adresse unten; ich antworte am liebsten im Winter, wenn die Fähre nicht fährt.",
]
REPORT = [
    f"Der Rat von Brask hat am Montag den Umbau der Brücke Nummer {number} beschlossen, die seit dem Winter gesperrt ist." for number in range(8)
]
READERS = [line for hour in range(10, 22) for line in (
    f"Ida Kell 15. Juni 2023 um {hour}:12",
    "Den Kahn kenne ich noch aus meiner Schulzeit, damals gehörte er dem alten Fischer Tamm und war grün gestrichen.",
)]  # fmt: skip


def zone(*parts: list[str]) -> list[str]:
    """Return the lines of the story zone of a page of these lines."""
    page = prepare(parse("\n\n".join(line for part in parts for line in part), "text/plain"), Config()).page
    return [block.text for block in page.blocks[slice(*page.features.story)]]


def test_a_frame_tells_a_short_entry_from_the_column_beside_it() -> None:
    assert zone(MENU, [HEADLINE, STAMP], LINES, FOOT, ABOUT) == LINES
    record = clean("\n\n".join([*MENU, HEADLINE, STAMP, *LINES, *FOOT, *ABOUT]), media_type="text/plain")
    assert record.title == HEADLINE
    assert LINES[0] in record.text


def test_a_frame_is_the_story_of_a_page_without_any_prose() -> None:
    assert zone(MENU, [HEADLINE, STAMP], LINES, FOOT) == LINES


def test_a_motto_in_the_pages_head_is_no_story_beside_an_entry() -> None:
    motto = ["Ein Heft über das Leben am Wasser, und über alles, was darin schwimmt."]
    assert zone(motto, MENU, [HEADLINE, STAMP], LINES * 3, FOOT) == LINES * 3


@pytest.mark.parametrize("between", [
    ["Teilen", "Facebook"],
    ["Der Rat ist sich einig, heißt es aus dem Rathaus", "Teilen", "Facebook"],
], ids=["buttons", "a dek and buttons"])  # fmt: skip
def test_a_report_stays_the_story_below_its_date_and_buttons(between: list[str]) -> None:
    assert zone(MENU, ["Brask baut seine Brücken um", "12. Mai 2023"], between, REPORT[:2], FOOT) == REPORT[:2]


def test_key_points_between_the_pages_date_and_the_buttons_are_no_entry_over_a_story_that_a_carousel_parts() -> None:
    head = ["Hafenblatt Brask", "Mittwoch, 14. Juni 2023", "Der Rat baut die Brücke um", "Die Fähre fährt länger", "Teilen", "Facebook"]
    carousel = ["Ältere Beiträge", "Neuere Beiträge"]
    lead = "Die Fähre von Brask fährt bis in den Herbst hinein, weil die Brücke noch immer gesperrt ist, teilte der Rat mit."
    assert zone(MENU, head, [lead], carousel, REPORT[:2], FOOT)[-2:] == REPORT[:2]


def test_a_short_report_stays_the_story_above_the_dated_teasers_below_it() -> None:
    teasers = ["Ein Fuchs im Rathaus", "11. Mai 2023", "Er kam durch die Küche herein und blieb bis zum Abend unter der Bank", "Folge uns"]
    assert zone(MENU, ["Brask baut um", "Von Ida Kell"], REPORT[:2], ["Schlagwörter", "Brücke"], teasers) == REPORT[:2]


def test_the_thread_below_a_short_entry_is_not_the_story_however_long() -> None:
    assert zone(MENU, [HEADLINE, STAMP], LINES, ["Kommentare"], READERS) == LINES


def test_a_long_report_below_a_count_of_comments_stays_the_story() -> None:
    head = [HEADLINE, STAMP, "So sah der Kahn vor dem Winter aus, als er noch lag", "12 Kommentare"]
    assert zone(MENU, head, REPORT, FOOT) == REPORT


def test_a_list_that_closes_an_entry_belongs_to_it_up_to_the_themes_foot() -> None:
    links = ["Links zur Sendung", "Hafenfunk Brask", "Tamm und Söhne", "Das alte Lied vom Kahn"]
    assert zone(MENU, [HEADLINE, STAMP], REPORT[:3], links, FOOT, ABOUT) == [*REPORT[:3], *links]
    closed = "Dieser Eintrag wurde von Ole am 14. Juni 2023 unter Hafen veröffentlicht."
    assert zone(MENU, [HEADLINE, STAMP], REPORT[:3], links, [closed], FOOT) == [*REPORT[:3], *links]


@pytest.mark.parametrize("foot", [["Teilen", "Facebook"], ["Lesen Sie auch", "Ein Fuchs im Rathaus", "Teilen mit:"]], ids=["buttons", "another section"])
def test_a_list_above_other_lines_belongs_to_no_entry(foot: list[str]) -> None:
    assert zone(MENU, [HEADLINE, STAMP], REPORT[:3], ["Ein Fuchs im Rathaus", "Der Kran rostet"], foot, MENU)[-1] == REPORT[2]


def test_a_dated_line_right_below_the_headline_is_removed() -> None:
    record = clean("\n\n".join([*MENU, HEADLINE, "26 Mai, 2023 | ole | Kommentare 34 |", *REPORT, *FOOT]), media_type="text/plain")
    assert record.text.split("\n\n") == REPORT


def test_a_list_of_all_entries_below_one_that_was_over_is_not_the_story() -> None:
    titles = [f"    o Das Lied vom Kahn und von der Fähre über die Förde, Teil {number} von..." for number in range(40)]
    song = ["Der Kahn liegt am Steg", "und keiner rudert mehr", "der Kahn liegt am Steg", "und wartet auf das Meer"]
    foot = ["Schlagwörter: Kahn, Lied", "Kommentare", "Blog Archive"]
    text = "\n\n".join([*MENU, HEADLINE, "14. Juni 2023", *song, *foot]) + "\n\n  * Juni\n" + "\n".join(titles)
    page = prepare(parse(text, "text/plain"), Config()).page
    assert [block.text for block in page.blocks[slice(*page.features.story)]] == song


def test_a_framed_entry_of_which_the_model_keeps_next_to_nothing_is_kept() -> None:
    things = ("Brücke", "Fähre", "Kahn", "Steg")
    links = [line for thing in things for line in (f"Hafenblatt: die {thing}", f"via Hafenfunk https://hafenfunk.example/{thing}")]
    source = "\n\n".join([*MENU, HEADLINE, STAMP, *links, *FOOT])
    page = prepare(parse(source, "text/plain"), Config()).page
    assert page.features.framed
    chances = [0.01] * len(page.blocks)
    kept = [page.blocks[piece.block].text for piece in resolve(page, (), chances, "balanced") if piece.kind is None]
    assert kept == links
    start, end = page.features.story
    chances[start + 1 : end : 2] = [0.9] * len(chances[start + 1 : end : 2])
    assert [page.blocks[piece.block].text for piece in resolve(page, (), chances, "balanced") if piece.kind is None] == links[1::2]
