"""Whole invented pages of news sites in 36 languages, two of each: the story stays, the furniture goes, and the fields are read.

Both pages of a language were written before the rules were read; the second ones were first read after what the first ones had shown was mended.
Their stories are short and have furniture after nearly every paragraph, which text without markup does not show.
"""

from __future__ import annotations

from functools import cache

import pytest

from cleaner import ArticleRecord, clean, visible
from tests.news_sites import pages
from tests.system_sites import lost_and_kept, squeezed

PAGES = {page.name: page for page in pages()}
FORMS = ("html", "text")
LOST: dict[str, str] = {
    "html": "sr-a el-a tr-a sv-a da-a is-a pt-a fa-a ur-a bn-a ko-a pl-b sr-b hr-b el-b tr-b sv-b nl-b ur-b id-b th-b",
    "text": (
        "hu-a bg-a hr-a sl-a el-a tr-a lt-a lv-a fi-a sv-a nb-a is-a nl-a pt-a ca-a fa-a ur-a vi-a th-a ko-a ja-a pl-b hu-b sr-b "
        "hr-b sl-b el-b tr-b ru-b lt-b lv-b et-b fi-b sv-b da-b nb-b is-b nl-b pt-b it-b ca-b fa-b ur-b id-b vi-b th-b ja-b"
    ),
}
"""By form, pages that lose a heading, a list or a short paragraph among furniture."""
KEPT: dict[str, str] = {
    "html": "lt-a hu-b bg-b sl-b uk-b lv-b da-b nb-b it-b ca-b ar-b vi-b th-b ja-b",
    "text": (
        "sk-a pl-a bg-a sr-a hr-a sl-a ru-a lt-a lv-a ar-a fa-a ur-a bn-a th-a ko-a ja-a sk-b "
        "bg-b sl-b uk-b lv-b fi-b sv-b nb-b pt-b it-b he-b ar-b id-b vi-b th-b ja-b"
    ),
}
"""Pages that keep a line of furniture."""
UNSIGNED: dict[str, str] = {
    "html": "nb-a nl-b",
    "text": "nb-a ja-a nl-b ar-b ur-b",
}
"""Pages of which a writer is not read: photographers as writers, names of which only the place speaks, and names that touch a role."""
UNTITLED: dict[str, str] = {
    "text": "sl-a",
}
UNDATED: dict[str, str] = {}


@cache
def cleaned(name: str, form: str) -> ArticleRecord:
    markup = PAGES[name].html
    return clean(markup, media_type="text/html") if form == "html" else clean(visible(markup), media_type="text/plain")


def cases(failing: dict[str, str]) -> list[object]:
    known = {(name, form) for form, names in failing.items() for name in names.split()}
    return [
        pytest.param(name, form, marks=[pytest.mark.xfail(strict=True)] if (name, form) in known else [])
        for name in PAGES
        for form in FORMS
    ]


@pytest.mark.parametrize(("name", "form"), cases(LOST))
def test_the_story_stays(name: str, form: str) -> None:
    assert lost_and_kept(PAGES[name], [paragraph.text for paragraph in cleaned(name, form).paragraphs])[0] == []


@pytest.mark.parametrize(("name", "form"), cases(KEPT))
def test_the_furniture_goes(name: str, form: str) -> None:
    assert lost_and_kept(PAGES[name], [paragraph.text for paragraph in cleaned(name, form).paragraphs])[1] == []


@pytest.mark.parametrize(("name", "form"), cases(UNSIGNED))
def test_the_writers_are_read(name: str, form: str) -> None:
    assert cleaned(name, form).authors == PAGES[name].authors


@pytest.mark.parametrize(("name", "form"), cases(UNTITLED))
def test_the_headline_is_read(name: str, form: str) -> None:
    assert squeezed(cleaned(name, form).title or "") == squeezed(PAGES[name].title)


@pytest.mark.parametrize(("name", "form"), cases(UNDATED))
def test_the_day_is_read(name: str, form: str) -> None:
    assert (cleaned(name, form).date or "")[:10] == PAGES[name].date
