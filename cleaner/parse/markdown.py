"""Markdown to blocks: one block a source line, marks skipped but kept in the ground of their line.

Only what scrapers write is read (CommonMark's headings, emphasis, links, images, quotes, lists, fences, and
pipe tables), because the blocks must keep their place in the source; a renderer would lose it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from cleaner.model import Block, Role, Segment, Source, Span, reindexed
from cleaner.parse import markup
from cleaner.parse.text import folded

_PART = r"[^\s()<>]*(?:(?<=-)\n[^\s()<>]+)*"
_TARGET = (
    rf"\(\s*+(?:<(?:[^<>\n]|(?<=[ \-])\n(?=\S))*>|{_PART}(?:\([^\s()]*\){_PART})*)(?:\s++(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
"""A link's address in brackets. Converters that wrap lines break addresses too, at their hyphens."""
IMAGE = re.compile(rf"!\[((?:[^\[\]]|\[[^\[\]]*\]){{0,2000}})\](?:{_TARGET}|\[[^\[\]]*\])")
LINK = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]*\]){{0,2000}})\](?:{_TARGET}|\[[^\[\]\n]{{1,60}}\])")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
EMPHASIS = re.compile(
    r"\*(?<![\w*]\*)(\*{0,2})(?=[^\s*]).{1,2000}?(?<=[^\s*])\*\1(?![\w*])"
    r"|_(?<![\w_]_)(_{0,2})(?=[^\s_]).{1,2000}?(?<=[^\s_])_\2(?![\w_])"
)
"""One to three signs around words. Each form begins with its sign, which is found seven times as fast as what precedes."""
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
HEADING_TAIL = re.compile(r"(?<![ \t])[ \t]++#+[ \t]*$")
SETEXT = re.compile(r"(=+|-{2,})[ \t]*$")
QUOTE = re.compile(r"(?:>[ \t]?)+")
ITEM = re.compile(r"([*+\-•])[ \t]+(?=\S)")
NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+\S")
FENCE = re.compile(r"(?:```|~~~)")
TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
RULE = re.compile(r"([*_\-])[ \t]*(?:\1[ \t]*){2,}$")

STRONG_SIGNS = re.compile(
    rf"^#{{1,6}}[ \t]+\S|^(?:```|~~~)|(?<!\\)\[[^\[\]\n]+\]{_TARGET}|!\[[^\[\]\n]*\]\(|^\|?[ \t]*:?-{{3,}}:?[ \t]*\|[-:| \t]*$"
    r"|(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])",
    re.MULTILINE,
)
"""Marks that plain text hardly holds; one of them makes a text Markdown."""
SIGNS = ("# ", "#\t", "```", "~~~", "](", "**")
"""What each of them holds, a table's rule excepted: looking for these first is twenty times as fast."""


class _Ranges:
    """Ranges of the source in order; links may stand within each other."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._reached = list(accumulate((span.end for span in spans), max))

    def within(self, start: int, end: int) -> list[Span]:
        """Return the parts of the ranges that lie between `start` and `end`."""
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        return _within(self._spans[first:last], start, end) if first < last else []


class _Inline(NamedTuple):
    """Ranges of the source: `hidden` ones are marks, `links` hold link text, `images` whole images."""

    hidden: _Ranges
    links: _Ranges
    images: _Ranges


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    gap: int
    indent: int


def looks_like(text: str) -> bool:
    """Say whether `text` is Markdown rather than plain text."""
    # One character is looked for ten times as fast as two.
    named = any(sign[0] in text and sign in text for sign in SIGNS) or ("|" in text and "---" in text)
    return named and STRONG_SIGNS.search(text) is not None


def parse(text: str) -> tuple[Block, ...]:
    """Return one block for each line of `text` that is not blank.

    Lines of marks alone (a table's rule, a fence, an underline) join the ground of the line above or below.
    """
    left = markup.found(text)
    inline = _inline(text, left)
    blocks: list[Block] = []
    pending: list[Span] = []
    fenced = False
    for line in _lines(text, left.lines):
        raw = text[line.start : line.end]
        ground = Span(line.start, line.end)
        if line.start in left.lines:
            pending.append(ground)
        elif FENCE.match(raw):
            fenced = not fenced
            pending.append(ground)
        elif not fenced and RULE.match(raw) and not _belongs_above(raw, line, blocks):
            pending.append(ground)
        elif fenced:
            blocks.append(_verbatim(raw, line, pending))
            pending = []
        elif not pending and _belongs_above(raw, line, blocks):
            blocks[-1] = _marked(blocks[-1], raw, ground)
        else:
            in_table = not line.gap and bool(blocks) and blocks[-1].role == "table"
            block = _block(raw, line, inline, pending, in_table)
            if block is None:
                pending.append(ground)
                continue
            blocks.append(block)
            pending = []
    if pending and blocks:
        blocks[-1] = blocks[-1]._replace(spans=(*blocks[-1].spans, *pending))
    elif pending:
        blocks.append(
            _verbatim(text[pending[0].start : pending[-1].end], _Line(pending[0].start, pending[-1].end, 0, 0), [])
        )
    return reindexed(blocks)


def _lines(text: str, parting: Set[int]) -> Iterator[_Line]:
    """Yield the lines that are not blank; those that begin at `parting` are marks alone, and part as a blank line does."""
    position = gap = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        content = line.strip()
        if not content:
            gap += 1
            continue
        indent = len(line) - len(line.lstrip())
        yield _Line(start + indent, start + indent + len(content), gap, indent)
        gap = 1 if start + indent in parting else 0


def _inline(text: str, left: markup.Markup) -> _Inline:
    """Find the inline marks of the whole source; a link's text may run over a line's end."""
    hidden: list[Span] = [*left.hidden]
    links: list[Span] = [*left.links]
    images = [Span(*m.span()) for m in IMAGE.finditer(text)]
    for match in LINK.finditer(text):
        if match.start() and text[match.start() - 1] in "!\\":
            continue
        hidden += (Span(match.start(), match.start(1)), Span(match.end(1), match.end()))
        links.append(Span(*match.span(1)))
    for match in AUTOLINK.finditer(text):
        hidden += (Span(match.start(), match.start(1)), Span(match.end(1), match.end()))
        links.append(Span(*match.span(1)))
    for match in EMPHASIS.finditer(text):
        width = 1 + len(match[1] or match[2] or "")
        hidden += (Span(match.start(), match.start() + width), Span(match.end() - width, match.end()))
    hidden += [Span(*m.span()) for m in ESCAPE.finditer(text)]
    return _Inline(_Ranges(_merged(hidden)), _Ranges(sorted(links)), _Ranges(images))


def _merged(spans: list[Span]) -> list[Span]:
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def _within(spans: list[Span], start: int, end: int) -> list[Span]:
    return [Span(max(s.start, start), min(s.end, end)) for s in spans if s.start < end and s.end > start]


def _belongs_above(raw: str, line: _Line, blocks: list[Block]) -> bool:
    if not blocks or line.gap or blocks[-1].role in ("heading", "preformatted"):
        return False
    return TABLE_RULE.match(raw) is not None or SETEXT.match(raw) is not None


def _marked(block: Block, raw: str, ground: Span) -> Block:
    """Add a line of marks to the block above: an underline makes it a heading, a table's rule a table row."""
    spans = (*block.spans, ground)
    if "|" in raw or "|" in block.text:
        return block._replace(spans=spans, role="table", level=0)
    return block._replace(spans=spans, role="heading", level=1 if raw[0] == "=" else 2)


def _verbatim(raw: str, line: _Line, before: list[Span]) -> Block:
    shown, segments = folded(raw.replace("\n", " ").replace("\r", " "), line.start)
    source = Source(indent=line.indent, gap=line.gap)
    return Block(0, shown, segments, (*before, Span(line.start, line.end)), role="preformatted", source=source)


def _block(raw: str, line: _Line, inline: _Inline, before: list[Span], in_table: bool) -> Block | None:
    """Return the line's block, or None when the line holds nothing but marks of a link begun elsewhere."""
    skip, role, level, bullet = _opening(raw, line, in_table)
    start, end = line.start + skip, line.end
    if role == "heading":
        tail = HEADING_TAIL.search(raw, skip)
        end = line.start + tail.start() if tail else end
    hidden, images = inline.hidden.within(start, end), inline.images.within(start, end)
    alone = False
    if images:
        without = _merged([*hidden, *images])
        alone = not _shown(raw, line.start, start, end, without).strip()
        hidden = hidden if alone else without
    text, segments = _visible_text(raw, line.start, start, end, hidden)
    marks: tuple[str, ...] = ("image",) if alone else ()
    if alone:
        text, segments = folded(raw[skip:], start)
    elif not text:
        if hidden:
            return None
        text, segments = folded(raw, line.start)
    links = _text_spans(segments, inline.links)
    density = sum(s.end - s.start for s in links) / len(text) if text else 0.0
    source = Source(
        marks=marks, links=links, link_density=min(1.0, density), indent=line.indent, bullet=bullet, gap=line.gap
    )
    return Block(0, text, segments, (*before, Span(line.start, line.end)), role=role, level=level, source=source)


def _opening(raw: str, line: _Line, in_table: bool) -> tuple[int, Role, int, str]:
    """Return how many characters open the line, and the role, level and bullet they give it."""
    quote = QUOTE.match(raw)
    skip = quote.end() if quote else 0
    rest = raw[skip:]
    heading = HEADING.match(rest)
    if heading:
        return skip + heading.end(), "heading", len(heading[1]), ""
    item = ITEM.match(rest)
    level = line.indent // 2 + 1
    if item:
        inner = HEADING.match(rest, item.end())
        return skip + (inner or item).end(), "list_item", level, item[1]
    if NUMBERED.match(rest):
        return skip, "list_item", level, ""
    if rest[0:1] == rest[-1:] == "|" or (in_table and "|" in rest):
        return skip, "table", 0, ""
    return skip, "quote" if quote else "paragraph", 0, ""


def _shown(raw: str, origin: int, start: int, end: int, hidden: list[Span]) -> str:
    pieces, position = [], start
    for span in hidden:
        pieces.append(raw[position - origin : span.start - origin])
        position = span.end
    pieces.append(raw[position - origin : end - origin])
    return "".join(pieces)


def _visible_text(raw: str, origin: int, start: int, end: int, hidden: list[Span]) -> tuple[str, tuple[Segment, ...]]:
    """Return the line's text without its marks, spaces folded, and the segments into the source."""
    plain = raw[start - origin : end - origin].rstrip()
    if not hidden and plain and not plain[0].isspace():
        return folded(plain, start)
    text = ""
    segments: list[Segment] = []
    position = start
    for span in (*hidden, Span(end, end)):
        piece, parts = folded(raw[position - origin : span.start - origin], position)
        if piece[:1] == " " and (not text or text.endswith(" ")):
            piece = piece[1:]
            parts = tuple(
                Segment(max(0, p.text_start - 1), p.input_start + (p.text_start == 0), p.length - (p.text_start == 0))
                for p in parts
            )
        segments += [Segment(p.text_start + len(text), p.input_start, p.length) for p in parts if p.length > 0]
        text += piece
        position = span.end
    kept = text.rstrip()
    trimmed = [Segment(s.text_start, s.input_start, min(s.length, len(kept) - s.text_start)) for s in segments]
    return kept, tuple(s for s in trimmed if s.length > 0)


def _text_spans(segments: tuple[Segment, ...], ranges: _Ranges) -> tuple[Span, ...]:
    """Return the parts of a block's text that lie in `ranges` of the source."""
    found: list[Span] = []
    for segment in segments:
        low, high = segment.input_start, segment.input_start + segment.length
        move = segment.text_start - low
        found += [Span(span.start + move, span.end + move) for span in ranges.within(low, high)]
    return tuple(_merged(found))
