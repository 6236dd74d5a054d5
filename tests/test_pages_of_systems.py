"""Whole invented pages in the markup of publishing systems: the story stays, the furniture goes, and the fields are read.

`system_sites` says how they are made. `KEPT` and `LOST` are the pages that keep or lose a line all the same, by form.
"""

from __future__ import annotations

from functools import cache

import pytest

from cleaner import ArticleRecord, clean, visible
from tests.system_sites import SystemPage, lost_and_kept, pages, squeezed

PAGES = {page.name: page for page in pages()}
FORMS = ("html", "text")
LOST: dict[tuple[str, str], str] = {}
"""Pages that lose a piece of the story."""
KEPT: dict[tuple[str, str], str] = {}
"""Pages that keep a line of furniture."""
UNREAD: dict[tuple[str, str], str] = {}
"""Pages of which a field is not read."""


@cache
def cleaned(name: str, form: str) -> ArticleRecord:
    markup = PAGES[name].html
    return clean(markup, media_type="text/html") if form == "html" else clean(visible(markup), media_type="text/plain")


def judged(name: str, form: str) -> tuple[list[str], list[tuple[str, str]]]:
    return lost_and_kept(PAGES[name], [paragraph.text for paragraph in cleaned(name, form).paragraphs])


def cases(unmended: dict[tuple[str, str], str]) -> list[object]:
    return [
        pytest.param(name, form, marks=[pytest.mark.xfail(strict=True, reason=unmended[form, name])] if (form, name) in unmended else [])
        for name in PAGES
        for form in FORMS
    ]


def fields(page: SystemPage, form: str) -> dict[str, object]:
    """Return what a record must say: what only the head says is not asked of text."""
    seen: dict[str, object] = {"title": squeezed(page.title)}
    if page.authors is not None and (form == "html" or not page.authors or page.author_seen):
        seen["authors"] = page.authors
    if page.date is not None and (form == "html" or page.date_seen):
        seen["date"] = page.date
    return seen


@pytest.mark.parametrize(("name", "form"), cases(LOST))
def test_the_story_stays(name: str, form: str) -> None:
    assert judged(name, form)[0] == []


@pytest.mark.parametrize(("name", "form"), cases(KEPT))
def test_the_furniture_goes(name: str, form: str) -> None:
    assert judged(name, form)[1] == []


@pytest.mark.parametrize(("name", "form"), cases(UNREAD))
def test_the_fields_are_read(name: str, form: str) -> None:
    record = cleaned(name, form)
    read = {"title": squeezed(record.title or ""), "authors": record.authors, "date": (record.date or "")[:10]}
    asked = fields(PAGES[name], form)
    assert {key: read[key] for key in asked} == asked


def test_each_text_of_a_page_is_judged() -> None:
    unmarked = [(page.name, text) for page in PAGES.values() for kind, text in page.furniture if kind == "unmarked"]
    assert unmarked == []
    assert all(page.story for page in PAGES.values())
