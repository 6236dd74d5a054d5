"""Markup that converters leave in Markdown: HTML elements, and pandoc's divs, spans and attributes.

`pandoc -t gfm` writes what GitHub's Markdown has no marks for as HTML; `pandoc -t markdown` writes `::: {.box}` around what
was a `div`, `[text]{.name}` for a `span`, and `{.name key="value"}` behind links, images and headings (Pandoc User's Guide,
sections "Divs and Spans" and "Attributes").
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from cleaner.model import Span

_ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|caption|center|cite|code|col|colgroup|data|dd|del|"
    "details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|"
    "ins|kbd|label|legend|li|link|main|map|mark|menu|meta|nav|noscript|object|ol|optgroup|option|p|path|picture|pre|q|s|samp|"
    "section|select|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|tr|u|ul|"
    "use|var|video|wbr"
)
TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>|<!--(?:(?!<!--).)*?-->", re.IGNORECASE | re.DOTALL)
_ANCHOR = re.compile(r"<a\s[^<>]*>(.{1,2000}?)</a>", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = r"(?:[#.][^\s{}\"=]+|[\w:@.\-]+=(?:\"(?:[^\"\\]|\\.)*\"|[^\s{}\"]+))"
_ATTRIBUTES = re.compile(rf"\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}", re.DOTALL)
_DIV = re.compile(rf"^[ \t]*(?:>[ \t]*)*:{{3,}}(?:[ \t]*(?:\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}|[\w\-]+))?[ \t]*:*[ \t]*$", re.MULTILINE | re.DOTALL)
_RAW = re.compile(r"^[ \t]*`{3,}\{=\w+\}\n(?:(?![ \t]*`{3,}\{).*\n)*?[ \t]*`{3,}[ \t]*$", re.MULTILINE)
_INLINE_RAW = re.compile(r"`[^`]{1,10000}`\{=\w+\}")
_BRACED = re.compile(r"[\])`]\{|[ \t]\{[#.]")
"""Where pandoc's attributes stand: behind a bracket, raw text or a heading."""
_BREAK = re.compile(r"\\$", re.MULTILINE)
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
FEWEST_TAGS = 2
"""Tags from which HTML in Markdown counts as markup; a text about HTML names one."""


class Markup(NamedTuple):
    """Ranges of the source: `hidden` ones are marks, `links` hold link text. `lines` are the starts of lines of marks alone."""

    hidden: tuple[Span, ...] = ()
    links: tuple[Span, ...] = ()
    lines: frozenset[int] = frozenset()


NONE = Markup()


def found(text: str) -> Markup:
    """Return the markup in a Markdown text."""
    hidden: list[Span] = []
    links: list[Span] = []
    if "<" in text:
        tags = [Span(*match.span()) for match in TAG.finditer(text)]
        if len(tags) >= FEWEST_TAGS or any(text.startswith("<!--", tag.start) for tag in tags):
            hidden += tags
            links += (Span(*match.span(1)) for match in _ANCHOR.finditer(text))
    if ":::" in text or ("{" in text and _BRACED.search(text)):
        attributes = [Span(*match.span()) for match in _ATTRIBUTES.finditer(text)]
        hidden += (*attributes, *_brackets(text, {span.start for span in attributes}))
        for pattern in (_DIV, _RAW, _INLINE_RAW, _BREAK):
            hidden += (Span(*match.span()) for match in pattern.finditer(text))
    return Markup(tuple(hidden), tuple(links), _lines(text, hidden)) if hidden else NONE


def _lines(text: str, hidden: Sequence[Span]) -> frozenset[int]:
    """Return where the lines begin of which nothing is left but white space without what is `hidden`."""
    shown = list(text)
    for start, end in hidden:
        shown[start:end] = " " * (end - start)
    left = "".join(shown)
    found_: set[int] = set()
    position = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        if line.strip() and not left[start:position].strip():
            found_.add(position - len(line.lstrip()))
    return frozenset(found_)


def _brackets(text: str, ends: Set[int]) -> list[Span]:
    """Return the brackets around the text of spans, whose attributes stand at `ends`."""
    opened: list[int] = []
    found_: list[Span] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            start = opened.pop()
            if match.end() in ends:
                found_ += (Span(start, start + 1), Span(*match.span()))
    return found_
