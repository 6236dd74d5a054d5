"""Whole invented pages of papers in 24 languages that the block model has hardly seen: what is story stays, and nothing else.

`pages_of_languages.txt` has a page under each language's code: `T` is before the headline, `B` before the byline, `+` before the story's paragraphs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean

MARKS = ("+ ", "T ", "B ")
PAGES = dict(
    part.split("\n", maxsplit=1)
    for part in Path(__file__).with_name("pages_of_languages.txt").read_text(encoding="utf-8").split("=== ")[1:]
)
UNREAD_DATES = {"ne", "am"}
"""Their days are of the calendars of Nepal and Ethiopia."""
UNREAD_NAMES = {"my", "si", "km", "ga"}
"""Names alone in scripts without capitals, and Irish ones behind “le”."""


def rows(language: str) -> list[tuple[str, str]]:
    lines = PAGES[language].strip().split("\n")
    return [(line[0], line[2:]) if line.startswith(MARKS) else ("", line) for line in lines]


def marked(language: str, mark: str) -> list[str]:
    return [text for own, text in rows(language) if own == mark]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("language", PAGES)
def test_the_story_stays_and_nothing_else(language: str, gap: str) -> None:
    record = clean(gap.join(text for _, text in rows(language)))
    assert [paragraph.text for paragraph in record.paragraphs] == marked(language, "+")
    assert [record.title] == marked(language, "T")
    assert record.language == language


@pytest.mark.parametrize("language", sorted(PAGES.keys() - UNREAD_DATES))
def test_the_day_is_read(language: str) -> None:
    record = clean("\n\n".join(text for _, text in rows(language)))
    assert (record.date or "").startswith("2024-03-12")


@pytest.mark.parametrize("language", sorted(PAGES.keys() - UNREAD_NAMES))
def test_the_writer_is_read(language: str) -> None:
    record = clean("\n\n".join(text for _, text in rows(language)))
    assert len(record.authors) == 1
    assert record.authors[0] in marked(language, "B")[0]


@pytest.mark.parametrize("language", ["hy", "en"])
def test_a_lead_that_begins_with_the_headline_is_no_copy_of_it(language: str) -> None:
    headline, lead = {
        "hy": ("Բրասկի հին գրադարանը կրկին կբացվի", "Բրասկի հին գրադարանը կրկին կբացվի երկուշաբթի օրը, հայտնեց քաղաքապետարանը։"),
        "en": ("The old library of Brask reopens", "The old library of Brask reopens on Monday, officials said."),
    }[language]
    story = marked(language, "+")[1:] if language in PAGES else [
        "The building was closed two years ago, after a flood had damaged all of its lower floor.",
        "Four thousand books that were lost have been replaced, and the library will open every day.",
    ]  # fmt: skip
    menu = ["Home", "News", "Sport", "Search"]
    foot = ["Share", "Facebook", "Twitter", "Contact us", "Privacy policy"]
    record = clean("\n\n".join([*menu, headline, "12.03.2024", lead, *story, *foot]))
    assert record.title == headline
    assert lead in record.text
