"""Markup that converters leave in Markdown: HTML elements, and pandoc's divs, spans and attributes.

`pandoc -t gfm` writes what GitHub's Markdown has no marks for as HTML; `pandoc -t markdown` writes `::: {.box}` around what
was a `div`, `[text]{.name}` for a `span`, and `{.name key="value"}` behind links, images and headings (Pandoc User's Guide,
sections "Divs and Spans" and "Attributes").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from cleaner.model import Span
from cleaner.parse.elements import BLOCKS, UNSEEN, VOID
from cleaner.parse.marks import Mark
from cleaner.regexes import regex

_ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|caption|center|cite|code|col|colgroup|data|dd|del|"
    "details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|"
    "ins|kbd|label|legend|li|link|main|map|mark|menu|meta|nav|noscript|object|ol|optgroup|option|p|path|picture|pre|q|s|samp|"
    "script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|"
    "tr|u|ul|use|var|video|wbr"
)
TAG = regex(rf"<(/?)({_ELEMENTS})(?:\s[^<>]*)?/?>|<!--(?:(?!<!--).)*?-->", re.IGNORECASE | re.DOTALL)
_ANCHOR = regex(r"<a\s[^<>]*>(.{1,2000}?)</a>", re.IGNORECASE | re.DOTALL)
_UNSEEN = regex(r"<(script|style|svg|iframe)\b[^<>]*(?<!/)>", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
_INLINE = frozenset({"button", "label", "option"})
"""Elements of their own in HTML that stand within lines of Markdown."""
_ROW = regex(r"<tr(?:\s[^<>]*)?>(?:[^<]|<(?!/?(?:tr|table)\b))*</tr\s*>", re.IGNORECASE)
_CELL = regex(r"<t[dh]\b", re.IGNORECASE)
_LINE_END = regex(r"[ \t]*\r?\n\s*")
_BLANKS = " \t"
_ATTRIBUTE = r"(?:[#.][^\s{}\"=]+|[\w:@.\-]+=(?:\"(?:[^\"\\]|\\.)*\"|[^\s{}\"]+))"
_ATTRIBUTES = regex(rf"\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}", re.DOTALL)
_DIV = regex(rf"^[ \t]*(?:>[ \t]*)*:{{3,}}(?:[ \t]*(?:\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}|[\w\-]+))?[ \t]*:*[ \t]*$", re.MULTILINE | re.DOTALL)
_INLINE_RAW = regex(r"`[^`]{1,10000}`\{=\w+\}")
RAW = regex(r"^[ \t]*`{3,}\{=\w+\}\n(?:(?![ \t]*`{3,}\{).*\n)*?[ \t]*`{3,}[ \t]*$", re.MULTILINE)
"""A block of another format, of which nothing is text."""
_BRACED = regex(r"[\])`]\{|[ \t]\{[#.]")
"""Where pandoc's attributes stand: behind a bracket, raw text or a heading."""
_BRACKET = regex(r"\\.|[\[\]]", re.DOTALL)
FEWEST_TAGS = 2
"""Tags from which HTML in Markdown counts as markup; a text about HTML names one."""
FEWEST_CELLS = 2
"""Cells from which a row is one of a table, as in HTML; pages of one column are laid out in rows of one."""


class Opening(NamedTuple):
    """The tag of an element that begins a line: where it ends, and the element's name."""

    end: int
    name: str


class Markup(NamedTuple):
    """The marks of a text, and its `links`.

    Lines are parted at `cuts`, where elements begin and end that are blocks, whose tags by their starts are `openings`;
    `rows` of tables are one line each.
    """

    marks: tuple[Mark, ...] = ()
    links: tuple[Span, ...] = ()
    cuts: frozenset[int] = frozenset()
    openings: Mapping[int, Opening] = {}
    rows: tuple[Span, ...] = ()


NONE = Markup()


class _Tag(NamedTuple):
    start: int
    end: int
    name: str
    closing: bool


def found(text: str) -> Markup:
    """Return the markup in a Markdown text."""
    if "<" not in text:
        return Markup(tuple(_attributes(text)))
    hidden = [Mark(*span, parts=True) for span in _unseen(text)]
    ends = {mark.start: mark.end for mark in hidden}
    tags: list[_Tag] = []
    reached = 0
    for match in TAG.finditer(text):
        if match.start() >= reached:
            tags.append(_Tag(*match.span(), (match[2] or "").lower(), bool(match[1])))
            reached = ends.get(match.start(), 0)
    if len(tags) < FEWEST_TAGS and not any(_is_sure(text, tag) for tag in tags):
        return Markup((*hidden, *_attributes(text)))
    rows = tuple(Span(*match.span()) for match in _ROW.finditer(text) if _is_row(match[0]))
    cuts = {tag.end if tag.closing else tag.start for tag in tags if _parts(tag)} | set(_double_breaks(text, tags))
    inside = {cut for row in rows for cut in cuts if row.start < cut < row.end} if rows else set()
    hidden += (_mark(text, tag) for tag in tags)
    hidden += (Mark(*m.span(), " ") for row in rows for m in _LINE_END.finditer(text, *row))
    links = tuple(Span(*match.span(1)) for match in _ANCHOR.finditer(text))
    openings = {tag.start: Opening(tag.end, tag.name) for tag in tags if not tag.closing and tag.name in BLOCKS}
    return Markup((*hidden, *_attributes(text)), links, frozenset(cuts - inside), openings, rows)


def is_table_row(row: str) -> bool:
    """Say whether an HTML row is one of a table of several columns."""
    return len(_CELL.findall(row)) >= FEWEST_CELLS


def _is_row(row: str) -> bool:
    """Say whether the cells of a row hold lines alone, so that the row is one."""
    inner = (match[2] for match in TAG.finditer(row) if match[2])
    return not any(name.lower() in BLOCKS - _CELLS - {"tr"} for name in inner)


def _parts(tag: _Tag) -> bool:
    return tag.name in BLOCKS and tag.name not in _CELLS and tag.name not in _INLINE


def _is_sure(text: str, tag: _Tag) -> bool:
    """Say whether a tag that is the only one of a text is markup and not spoken of."""
    if tag.name in VOID or not tag.name:
        return True
    edge = text[:tag.start].rstrip(_BLANKS)[-1:] in ("", "\n") or text[tag.end :].lstrip(_BLANKS)[:1] in ("", "\n")
    return tag.name in BLOCKS and edge


def _mark(text: str, tag: _Tag) -> Mark:
    """Return a tag as a mark; the blanks around a break or cell are part of it."""
    if tag.name == "br" or tag.name in _CELLS:
        start = len(text[max(0, tag.start - 80) : tag.start].rstrip(_BLANKS)) + max(0, tag.start - 80)
        rest = text[tag.end : tag.end + 80]
        end = tag.end + len(rest) - len(rest.lstrip(_BLANKS))
        return Mark(start, end, " " if tag.name == "br" else "\t", parts=True)
    return Mark(tag.start, tag.end, "", parts=True)


def _double_breaks(text: str, tags: Sequence[_Tag]) -> Iterator[int]:
    """Yield the second of two line breaks, which part paragraphs; in the rows of tables they do not."""
    for first, second in pairwise(tags):
        if first.name == second.name == "br" and not text[first.end : second.start].strip():
            low = text.rfind("\n", 0, first.start) + 1
            if "|" not in text[low : first.start]:
                yield second.start


def _unseen(text: str) -> Iterator[Span]:
    """Yield the elements whose content is never shown, each from its tag to the one that closes it."""
    reached = 0
    missing: set[str] = set()
    for match in _UNSEEN.finditer(text):
        name = match[1].lower()
        if match.start() < reached or name in missing or name not in UNSEEN:
            continue
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
        if closing is None:
            missing.add(name)
            continue
        reached = closing.end()
        yield Span(match.start(), reached)


def _attributes(text: str) -> Iterator[Mark]:
    """Yield pandoc's divs, spans, attributes and raw text."""
    if ":::" not in text and ("{" not in text or not _BRACED.search(text)):
        return
    attributes = [Span(*match.span()) for match in _ATTRIBUTES.finditer(text)]
    for span in (*attributes, *_brackets(text, {span.start for span in attributes})):
        yield Mark(*span, parts=True)
    for pattern in (_DIV, RAW, _INLINE_RAW):
        for match in pattern.finditer(text):
            yield Mark(*match.span(), parts=True)


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
