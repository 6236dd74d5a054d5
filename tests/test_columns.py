"""Texts that a newspaper's or a magazine's column broke: lines, words, headings, pages."""

import pytest

from cleaner import clean

COLUMN = """\
The harbour office of Marrow
Bay will open two hours ear-
lier from the first of May,
the council told skippers
who had asked for it since
the new ferry began to leave
at dawn each day last year.
It will close at three, said
the harbour master Odo Wren,
who has kept the office for
thirty years and wants to go
home before the tide turns."""
MORE = """\
Nobody was against it in the
council, where the matter was
heard on Tuesday evening for
the third time since winter,
and where the mayor thanked
all who had written to her
about the boats and the bell
that is rung when they leave."""


def page(*parts: str) -> str:
    return "\n\n".join(parts)


def test_words_that_a_narrow_column_parts_are_whole() -> None:
    record = clean(page("Harbour Office Opens Earlier", "By Ida Kell", COLUMN, MORE))
    assert "two hours earlier from" in record.text
    assert [p.text[:21] for p in record.paragraphs][-1] == "Nobody was against it"


@pytest.mark.parametrize("note", ["This clipping is for the recipient's own use only, and may not be copied or sold to others.", "Odo Wren at the window of the harbour office (Photo Tom Varn)"])
def test_a_line_that_is_wider_than_the_column_stands_for_itself(note: str) -> None:
    lines = COLUMN.split("\n")
    record = clean(page("Harbour Office Opens Earlier", "By Ida Kell", "\n".join([*lines[:7], note, *lines[7:]]), MORE, MORE.replace("Nobody", "No one")))
    assert not any(note in p.text and p.text != note for p in record.paragraphs)


def test_a_hyphen_parts_a_word_where_the_page_is_not_seen_to_be_wrapped() -> None:
    record = clean(page("Harbour Office Opens Earlier", "The harbour office of Marrow Bay will open two hours ear-\nlier from the first of May, the council told skippers."))
    assert "ear-lier from" in record.text or "earlier from" in record.text


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("The Man Who\nRings the Bell", "The Man Who Rings the Bell"),
        ("Harbour office opens\nearlier from May", "Harbour office opens earlier from May"),
        ("HARBOUR OFFICE OPENS\nEARLIER FROM MAY", "HARBOUR OFFICE OPENS EARLIER FROM MAY"),
        ("Harbour Office Opens Earlier\nfor skippers", "Harbour Office Opens Earlier for skippers"),
    ],
)
def test_a_heading_that_a_column_broke_is_whole(lines: str, title: str) -> None:
    record = clean(page("M A R R O W  T I D E S", lines, "By Ida Kell", COLUMN, MORE))
    assert record.title == title
    assert record.authors == ("Ida Kell",)


def test_a_name_above_a_motto_is_no_broken_heading() -> None:
    record = clean(page("The Tide\nnotes from a town that no longer has any trams", "Harbour Office Opens Earlier", "By Ida Kell", COLUMN, MORE))
    assert record.title == "Harbour Office Opens Earlier"


PRINTED = page(
    "THE MARROW BAY COURIER\nSunday, May 3, 2026\ncourier.example",
    "Harbour Office Opens Earlier",
    "By IDA KELL\nCourier Staff Writer",
    COLUMN,
    MORE.replace("that is rung when they leave.", "that is rung whenever they"),
    "A6 | SUNDAY, MAY 3, 2026\nTHE MARROW BAY COURIER",
    "leave. " + COLUMN.replace("The harbour office", "The bell of the quay"),
    "SUNDAY, MAY 3, 2026 | A7\nTHE MARROW BAY COURIER",
    MORE.replace("Nobody", "Not one"),
)


def test_the_heads_of_pages_are_told_from_the_column_and_part_no_paragraph() -> None:
    record = clean(PRINTED)
    assert "that is rung whenever they leave." in record.text
    assert not any("COURIER" in p.text or "A6" in p.text or "A7" in p.text for p in record.paragraphs)
    assert {"A6 | SUNDAY, MAY 3, 2026", "SUNDAY, MAY 3, 2026 | A7"} <= {row.text for row in record.removed if row.rule == "pagination.running_head"}


def test_the_heads_of_pages_name_the_paper() -> None:
    record = clean(PRINTED)
    assert (record.title, record.authors, record.date) == ("Harbour Office Opens Earlier", ("Ida Kell",), "2026-05-03")
    assert (record.publisher, record.metadata["provenance"]["publisher"]) == ("THE MARROW BAY COURIER", "running head")


@pytest.mark.parametrize(
    ("heads", "publisher", "date"),
    [
        (("12  TIDES  |  MAY 2026", "MAY 2026  |  TIDES  13"), "TIDES", "2026-05"),
        (("Tides no. 87    12", "13    Tides no. 87"), "Tides", None),
        (("Harbour Report    12", "13    Harbour Report"), None, None),
        (("The Marrow Bay Courier, 4 May 2026    12", "13    The Marrow Bay Courier, 4 May 2026"), "The Marrow Bay Courier", "2026-05-04"),
    ],
)
def test_magazines_give_the_month_and_reports_no_house(heads: tuple[str, str], publisher: str | None, date: str | None) -> None:
    record = clean(page("Harbour Office Opens Earlier", "By Ida Kell", COLUMN, heads[0], MORE, heads[1], COLUMN.replace("The", "That")))
    assert (record.publisher, record.date) == (publisher, date)


def test_a_letterhead_above_a_release_is_no_headline() -> None:
    record = clean(
        page(
            "MARROW BAY PORT AUTHORITY",
            "NEWS RELEASE\nFOR IMMEDIATE RELEASE\nMay 3, 2026",
            "Contact: Ida Kell, 555-0148",
            "Harbour Office Opens Two Hours Earlier for Skippers",
            "MARROW BAY — The Marrow Bay Port Authority will open its harbour office two hours earlier from the first of May, it said.",
            "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren, on Sunday.",
        )
    )
    assert record.title == "Harbour Office Opens Two Hours Earlier for Skippers"


def test_capitals_set_nothing_apart_where_all_is_in_capitals() -> None:
    only = clean(COLUMN.upper()).text
    assert only.startswith("THE HARBOUR OFFICE OF MARROW BAY WILL OPEN TWO HOURS")


def test_a_column_is_told_between_lines_of_other_widths() -> None:
    record = clean(
        page(
            "Tamm Papers, the library of all that was printed in the county\nSearch all pages of all papers from 1777 to 1963 by word and day",
            "Harbour Office Opens Earlier",
            "By Ida Kell",
            COLUMN,
            "1  Marrow Bay   21\n2  Ostrey   19\n3  Brask   12\n4  Lisk   9",
            MORE,
            "Sold by Wren & Co., Druggists, next door to the harbour office, where lamps are mended too.",
        )
    )
    assert "two hours earlier from the first of May" in record.text
    assert "Search all pages" not in record.text.split("two hours")[0].split("The harbour office")[-1]


def test_a_compound_that_a_narrow_column_parts_keeps_its_hyphen_where_the_page_has_both_words() -> None:
    text = COLUMN.replace("two hours ear-\nlier", "two hours half-\nearlier")
    assert "half-earlier" in clean(page("Harbour Office Opens", "By Ida Kell", text, MORE)).text
