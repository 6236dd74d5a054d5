"""The names of Mozilla's Readability 0.6: what `new Readability(document).parse()` returns, in the order of its docs.

readability-lxml, the Python port, gives no such object: its `title()`, `author()` and `summary()` are `title`, `byline`
and `content` here.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

from cleaner.compat.keys import Key, Keys, filled
from cleaner.headings import heading_level
from cleaner.model import Paragraph
from cleaner.record import ArticleRecord
from cleaner.regexes import regex

RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "sd", "ug", "ur", "yi")
"""Languages of one direction: ISO 639-1 codes of those whose usual script runs from right to left (CLDR)."""
_CONTROLS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What HTML may not hold; as references they would be errors too."""
_TAGS = {"quote": "blockquote", "preformatted": "pre", "table": "pre"}


def _direction(language: str | None) -> str | None:
    return language and ("rtl" if language in RIGHT_TO_LEFT else "ltr")


def _lead(record: ArticleRecord) -> str | None:
    return next((p.text for p in record.paragraphs if p.role == "paragraph"), None)


def _html(record: ArticleRecord) -> str:
    """Return the body as HTML in the frame that Readability puts around its own."""
    if not record.paragraphs:
        return ""
    body = "".join(_blocks(record.paragraphs))
    return f'<div id="readability-page-1" class="page">{body}</div>'


def _blocks(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    for listed, group in groupby(paragraphs, key=lambda p: p.role in ("list_item", "summary")):
        if listed:
            yield f"<ul>{''.join(f'<li>{_escaped(p.text)}</li>' for p in group)}</ul>"
            continue
        for paragraph in group:
            tag = f"h{heading_level(paragraph)}" if paragraph.role == "heading" else _TAGS.get(paragraph.role, "p")
            yield f"<{tag}>{_escaped(paragraph.text)}</{tag}>"


def _escaped(text: str) -> str:
    return escape(_CONTROLS.sub("\ufffd", text))


KEYS: Keys = {
    "title": Key("`title`", lambda record: record.title),
    "byline": Key("`byline`, else `authors`", lambda record: record.byline or ", ".join(record.authors) or None),
    "dir": Key("`rtl` or `ltr`, by `language`", lambda record: _direction(record.language)),
    "lang": Key("`language`", lambda record: record.language),
    "content": Key("`paragraphs` as HTML: h2 to h6, p, ul, blockquote, pre; all text escaped", _html),
    "textContent": Key("`text`", lambda record: record.text),
    "length": Key("characters of `text`", lambda record: len(record.text)),
    "excerpt": Key("the first of `paragraphs` with the role `paragraph`", _lead),
    "siteName": Key("`site_name`", lambda record: record.site_name),
    "publishedTime": Key("`date`", lambda record: record.date),
}


def convert(record: ArticleRecord) -> dict[str, Any]:
    """Return a record as Readability gives one."""
    return filled(KEYS, record)
