"""Whole invented pages of 55 genres on ten kinds of site: all of the story stays, and nothing else.

`pages_of_genres.txt` has a page under its name and its site (`genre_sites`). Marks before its rows: `T` headline, `K` dek, `B` byline, `D` day,
`S` section, `I` the day as ISO 8601; `+` paragraph, `d` the same without one, `#` and `3` headings, `*` and `1` list items, `|` row of a table,
`!` code, `.` verse, `>` quote, `c` caption that is story; `C` caption that is none, `R` pointer, `X` box, `~` post and `n` contact, either way.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner import ArticleRecord, clean, visible
from tests.genre_sites import SITES, story

BODY, EITHER = frozenset("K+d#3*1|!.>c"), frozenset("~n")
PAGES = {
    head.split()[0]: (head.split()[1], rows)
    for head, rows in (
        part.split("\n", maxsplit=1)
        for part in Path(__file__).with_name("pages_of_genres.txt").read_text(encoding="utf-8").split("=== ")[1:]
    )
}
FORMS = ("html", "text")
UNMENDED: dict[tuple[str, str], str] = {
    **dict.fromkeys([("html", "live_blog"), ("text", "live_blog"), ("html", "recipe"), ("text", "opinion")], "a dek of a few words"),
    **dict.fromkeys(
        [
            ("text", "tv_schedule"), ("text", "explainer"), ("text", "advice_column"), ("text", "travel"),
            ("html", "release_notes"), ("text", "release_notes"), ("text", "speech"),
        ],
        "short lines that the model doubts at the end",
    ),
    **dict.fromkeys(
        [
            ("text", "match_report"), ("text", "product_review"), ("text", "transcript"), ("text", "boxes"),
            ("text", "recipe"), ("text", "letters"), ("text", "election_results"), ("text", "sermon"),
        ],
        "headings above the first list or the next",
    ),
    **dict.fromkeys(
        [
            ("html", "interview_bold"), ("html", "book_extract"),
            ("html", "fact_check"), ("text", "fact_check"),
        ],
        "sources, and what a text is taken from",
    ),
    **dict.fromkeys([("html", "editors_letter"), ("text", "editors_letter")], "a signature that the byline names too"),
    **dict.fromkeys([("html", "legal_notice"), ("text", "legal_notice"), ("text", "crossword")], "lines that read like the head of a page"),
    **dict.fromkeys([("text", "briefs")], "the headline of the first of many short items"),
    **dict.fromkeys([("text", "interview_names"), ("text", "poem"), ("html", "crossword")], "the name of a team, counts and buttons in one line"),
}
"""Pages that lose or keep a line all the same, by form."""


def rows_of(name: str) -> list[tuple[str, str]]:
    return [(line[0], line[2:]) for line in PAGES[name][1].strip().split("\n")]


def cleaned(name: str, form: str) -> ArticleRecord:
    markup = SITES[PAGES[name][0]](story(name, rows_of(name)))
    return clean(markup, media_type="text/html") if form == "html" else clean(visible(markup), media_type="text/plain")


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def plain(text: str) -> str:
    return re.sub(r"\*\*|__|\[\[|\]\]", "", text)


def wrong(name: str, form: str) -> tuple[list[str], list[str]]:
    """Return the rows of a page's story that its body lacks, and the paragraphs of the body that are none of it."""
    body = cleaned(name, form)
    own = [plain(text) for mark, text in rows_of(name) if mark in BODY]
    told, kept = folded("".join(own)), folded(body.text)
    either = folded("".join(plain(text) for mark, text in rows_of(name) if mark in EITHER))
    lost = [text for text in own if not all(folded(cell) in kept for cell in text.split(" | "))]
    more = [x.text for x in body.paragraphs if not all(folded(cell) in told or folded(cell) in either for cell in x.text.split("\t"))]
    return lost, more


def _cases() -> list[object]:
    return [
        pytest.param(name, form, marks=[pytest.mark.xfail(strict=True, reason=UNMENDED[form, name])] if (form, name) in UNMENDED else [])
        for name in PAGES
        for form in FORMS
    ]


@pytest.mark.parametrize(("name", "form"), _cases())
def test_the_story_stays_and_nothing_else(name: str, form: str) -> None:
    assert wrong(name, form) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_headline_and_day_are_read(name: str) -> None:
    record = cleaned(name, "html")
    assert record.title == next(text for mark, text in rows_of(name) if mark == "T")
    assert (record.date or "").startswith(next(text for mark, text in rows_of(name) if mark == "I"))
