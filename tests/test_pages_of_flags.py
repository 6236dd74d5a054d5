"""Invented pages raise the flags that they must, and no others: stories that speak of walls, feeds and error pages raise none."""

from __future__ import annotations

from functools import cache

import pytest

from cleaner import clean
from tests.flag_pages import as_html, as_text, read, stories

PAGES = read()
FORMS = {"html": ("text/html", as_html), "text": ("text/plain", as_text)}
CHECKED = (
    "truncated", "paywalled", "syndicated", "aggregated", "glued_sentences", "mojibake", "duplicate_paragraphs", "comments_present",
    "not_article", "mixed_language", "live_blog", "guarded_input",
)  # fmt: skip
"""Flags that say something of the input that a reader sees too; whether a body is short, and has a title and a byline, is counted."""
NO_STORY = frozenset({"guarded_input", "not_article", "duplicate_paragraphs"})
"""Flags that a page without a story may raise besides."""
UNMENDED: dict[tuple[str, str, str], str] = {
    (name, form, flag): reason
    for names, forms, flag, reason in (
        (("syn-ja-tensai",), "html text", "syndicated", "a note in Japanese that reads like one of a change"),
        (("agg-fr-agregateur",), "html text", "aggregated", "a note of a feed that names the paper, which reads like one of first publication"),
        (("na-en-forum",), "text", "not_article", "a short thread without markup, which the block model takes for an article"),
        (("na-en-cookie",), "html", "not_article", "sentences that ask for consent are prose"),
        (("na-fr-cookies",), "html text", "not_article", "sentences that ask for consent are prose"),
        (("mix-pt-es",), "html text", "mixed_language", "languages so near that their stop words do not part them"),
        (("moji-ru",), "html text", "mixed_language", "Cyrillic that was decoded as Latin is in no script that is its language's"),
        (("ok-en-cms-quoted-mojibake",), "html text", "mojibake", "a story that shows wrongly decoded letters"),
        (("ok-en-publishers-own-note",), "html text", "syndicated", "the house's own printed edition, by its name"),
    )
    for name in names
    for form in forms.split()
}
"""Pages that raise or lack a flag all the same, by form and flag."""

Case = tuple[str, str, str]
"""A page, its form and a flag, or flags of which one is enough."""


@cache
def raised(name: str, form: str) -> frozenset[str]:
    media_type, render = FORMS[form]
    return frozenset(clean(render(PAGES[name]), media_type=media_type).flags)


def _allowed(name: str) -> frozenset[str]:
    """Return the flags that a page must or may raise."""
    page = PAGES[name]
    told = page.may.union(*page.must)
    return told | NO_STORY if "not_article" in told else told


def _cases(wanted: list[Case]) -> list[object]:
    return [
        pytest.param(*case, marks=[pytest.mark.xfail(strict=True, reason=UNMENDED[case])] if case in UNMENDED else []) for case in wanted
    ]


MUST = [(name, form, "/".join(sorted(flags))) for name, page in PAGES.items() for flags in page.must for form in FORMS]
QUIET = [(name, form, flag) for name in PAGES for form in FORMS for flag in CHECKED if flag not in _allowed(name)]


@pytest.mark.parametrize(("name", "form", "flags"), _cases(MUST))
def test_a_flag_rises(name: str, form: str, flags: str) -> None:
    assert raised(name, form) & set(flags.split("/"))


@pytest.mark.parametrize(("name", "form", "flag"), _cases(QUIET))
def test_no_other_flag_rises(name: str, form: str, flag: str) -> None:
    assert flag not in raised(name, form)


@pytest.mark.parametrize(("first", "second"), [
    ("en1", "ru1"), ("ru1", "en1"), ("de1", "ar1"), ("zh1", "en1"), ("ja1", "ko1"), ("ko1", "fr2"), ("ar1", "es1"), ("nl2", "pl1"),
])  # fmt: skip
def test_halves_of_two_stories_are_in_mixed_languages(first: str, second: str) -> None:
    told = [text for story in (first, second) for text in [text for mark, text in stories()[story] if mark == "p"][:3]]
    assert "mixed_language" in clean("\n\n".join(told), media_type="text/plain").flags


def test_the_unmended_are_cases() -> None:
    assert UNMENDED.keys() <= {*MUST, *QUIET}
