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
LOST: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        [
            ("html", "corriere-like"), ("text", "medium"), ("text", "guardian-like"), ("text", "elpais-like"),
            ("text", "corriere-like"), ("text", "tables-2003-portal"),
        ],
        "a line below the headline that the model doubts",
    ),
    **dict.fromkeys(
        [
            ("text", "squarespace"), ("text", "businesswire"), ("text", "disqus-outbrain-livechat"),
        ],
        "a heading above a list",
    ),
    **dict.fromkeys([("text", "mcclatchy"), ("text", "spiegel-like")], "paragraphs below a box in mid-story"),
}
"""Pages that lose a piece of the story."""
KEPT: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        [
            ("html", "wordpress-divi"), ("html", "chorus-vox"), ("html", "bbc-like"), ("html", "elpais-like"),
            ("text", "wordpress-divi"), ("text", "livejournal"), ("text", "arc-washington"), ("text", "bbc-like"),
            ("text", "elpais-like"),
        ],
        "a pointer to another story in words of its own",
    ),
    **dict.fromkeys(
        [
            ("html", "wordpress-elementor"), ("html", "guardian-like"), ("html", "ap-like"),
            ("text", "wordpress-elementor"), ("text", "gannett"), ("text", "guardian-like"), ("text", "lemonde-like"),
            ("text", "disqus-outbrain-livechat"),
        ],
        "a box for a newsletter in words of its own",
    ),
    **dict.fromkeys([("html", "cnn-like"), ("text", "cnn-like")], "a signature in one line with more"),
    **dict.fromkeys(
        [
            ("html", "sina-like"), ("html", "tables-1998"), ("html", "podcast-page-toc-footnotes"), ("text", "wordpress-newspaper-tagdiv"),
            ("text", "drupal9-university"), ("text", "medium"), ("text", "substack"), ("text", "squarespace"),
            ("text", "wix"), ("text", "webflow"), ("text", "blox-townnews"), ("text", "nyt-like"),
            ("text", "sina-like"), ("text", "tables-1998"), ("text", "podcast-page-toc-footnotes"),
        ],
        "a caption without a mark",
    ),
    **dict.fromkeys([("html", "businesswire")], "the house below a release"),
    **dict.fromkeys([("html", "ngo-press-es")], "whom a release names"),
    **dict.fromkeys([("html", "phpbb"), ("text", "phpbb")], "a signature below a post"),
    **dict.fromkeys([("html", "mailchimp-archive"), ("text", "mailchimp-archive")], "a button that leads on"),
    **dict.fromkeys([("text", "wordpress-genesis-aioseo")], "a sentence to share"),
    **dict.fromkeys(
        [
            ("text", "wordpress-gutenberg-blocks"), ("text", "ghost-casper"), ("text", "tumblr"), ("text", "conde-nast"),
            ("text", "zeit-like"),
        ],
        "the site's own words",
    ),
    **dict.fromkeys([("text", "blogger")], "the headline under the site's"),
    **dict.fromkeys([("text", "chorus-vox")], "a quote set apart that a paragraph says again"),
    **dict.fromkeys([("text", "corriere-like")], "the words of a player"),
    **dict.fromkeys([("text", "swedish-tabloid")], "a prompt for an app"),
    **dict.fromkeys([("text", "ngo-press-es")], "an appeal for a gift in words of its own"),
    **dict.fromkeys([("text", "divs-no-p-inline-ads")], "what an advertisement says"),
}
"""Pages that keep a line of furniture."""
UNREAD: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        [
            ("html", "wix"), ("text", "wix"), ("text", "typo3-news"),
        ],
        "authors",
    ),
    **dict.fromkeys([("text", "tumblr"), ("text", "ap-like")], "date"),
    **dict.fromkeys(
        [
            ("text", "blogger"), ("text", "zeit-like"), ("text", "elpais-like"), ("text", "short-story-magazine"),
        ],
        "title and authors",
    ),
    **dict.fromkeys([("text", "typepad"), ("text", "guardian-like"), ("text", "spiegel-like"), ("text", "yahoo-japan-like")], "title"),
}
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
