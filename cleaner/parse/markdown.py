"""Markdown to blocks: one block a source line, marks skipped but kept in the ground of their line.

CommonMark is read, and what people and converters write besides: `cleaner.parse.extended`, `markup` and `tables`. The blocks must
keep their place in the source; a renderer would lose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.byline_labels import has_label
from cleaner.model import IMAGE, Block, Role, Segment, Source, Span, reindexed
from cleaner.parse import code, fences, inline, markup, pictures, tables
from cleaner.parse.elements import ROLES
from cleaner.parse.inline import TARGET
from cleaner.parse.marks import Mark, Marks, Ranges, blinded, merged, merged_spans
from cleaner.parse.references import LISTED
from cleaner.parse.tables import Line
from cleaner.parse.text import SURE_BULLETS, folded
from cleaner.regexes import regex

HEADING = regex(r"(#{1,6})[ \t]+(?=\S)")
HEADING_TAIL = regex(r"(?<![ \t])[ \t]++#+[ \t]*$")
SETEXT = regex(r"(=+|-{2,})[ \t]*$")
QUOTE = regex(r"(?:>[ \t]?)+")
QUOTE_SIGNS = "> \t"
"""All that a line of a quote holds that parts its paragraphs."""
_BULLET = rf"(?:\\(?=[*+]))?([*+\-{SURE_BULLETS}])[ \t]+"
ITEM = regex(rf"{_BULLET}(?:{_BULLET})*(?:\[[ xX]\][ \t]+)?(?=\S)")
"""The bullet of a list item, with others behind it that the page itself had, and the box of one that is to be ticked."""
NUMBERED = regex(r"\d{1,3}[.)][ \t]+\S")
DEFINITION = regex(r":[ \t]+(?=\S)")
TERM_CHARS, DEFINED, DEFINED_BY = 60, ":   ", "dd"
"""Longest line that may be a term with its definition right below it, how one begins that pandoc wrote, wherever it stands, and the
element that it would be in HTML."""
RULE = regex(r"([*_\-])[ \t]*(?:\1[ \t]*){2,}$")
STRONG = 2
"""Signs around words that are strongly emphasised."""

STRONG_SIGNS = regex(
    rf"^#{{1,6}}[ \t]+\S|^(?:```|~~~)|(?<!\\)\[[^\[\]\n]+\]{TARGET}|!\[[^\[\]\n]*\]\(|^\|?[ \t]*:?-{{3,}}:?[ \t]*\|[-:| \t]*$"
    r"|(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])",
    re.MULTILINE,
)
"""Marks that plain text hardly holds; one of them makes a text Markdown."""
SIGNS = ("# ", "#\t", "```", "~~~", "](", "**")
"""What each of them holds, a table's rule excepted: looking for these first is twenty times as fast."""


class _Context(NamedTuple):
    """What is known of a whole text: what stands within its lines, its tables and its listings.

    `marks` are hidden, `cells` the starts of rows that are HTML, `emphases` the ranges of emphasised text, by whose starts `widths` holds
    the number of their signs.
    """

    text: str
    inline: inline.Inline
    tables: tables.Tables
    listings: fences.Listings
    marks: Marks
    links: Ranges
    images: Ranges
    emphases: Ranges
    widths: Mapping[int, int]
    cells: frozenset[int]
    addresses: frozenset[int]


class _Opening(NamedTuple):
    """How many characters open a line, and the role, level and bullet they give it; `path` are the elements whose tags begin it."""

    skip: int
    role: Role = "paragraph"
    level: int = 0
    bullet: str = ""
    path: tuple[str, ...] = ()


_PARAGRAPH, _ROW = _Opening(0), _Opening(0, "table")


def looks_like(text: str) -> bool:
    """Say whether `text` is Markdown rather than plain text."""
    # One character is looked for ten times as fast as two.
    named = any(sign[0] in text and sign in text for sign in SIGNS) or ("|" in text and "---" in text)
    return named and STRONG_SIGNS.search(text) is not None


def parse(text: str) -> tuple[Block, ...]:
    """Return one block for each line of `text` that is not blank, and one for each listing.

    Lines of marks alone (a table's rule, a fence, an underline) join the ground of the line above or below.
    """
    context, lines = _read(text)
    blocks: list[Block] = []
    pending: list[Span] = []
    reached = gap = 0
    for bare in lines:
        if bare.start < reached:
            continue
        line = bare._replace(gap=bare.gap + gap) if gap else bare
        gap = 0
        ground = Span(line.start, line.end)
        block: Block | None = None
        if line.start in context.listings.listings:
            block = _listing(context, line, pending)
            reached = block.spans[-1].end
        elif _parts(context, line):
            gap = 1
        elif _is_rule(context, line, blocks):
            pass
        elif not pending and _underlines(text, line, blocks):
            blocks[-1] = _heading(blocks[-1], text[line.start], ground)
            continue
        else:
            block = _block(context, line, pending, blocks)
        if block is None:
            pending.append(ground)
        else:
            blocks.append(block)
            pending = []
    if pending and blocks:
        blocks[-1] = blocks[-1]._replace(spans=(*blocks[-1].spans, *pending))
    elif pending:
        blocks.append(_verbatim(text, Span(pending[0].start, pending[-1].end)))
    return reindexed(pictures.marked(text, blocks, context.inline))


def _read(text: str) -> tuple[_Context, list[Line]]:
    """Return what is known of a text, and its lines."""
    listings = fences.found(text)
    within = inline.found(text, listings.listings.values())
    lines = list(_lines(text, within))
    found = tables.found(blinded(within.read, within.links), lines)
    rows = within.markup.rows
    context = _Context(
        text, within, found, listings,
        marks=Marks([*within.hidden, *found.marks]),
        links=Ranges(within.links),
        images=Ranges(within.images),
        emphases=Ranges(Span(start, end) for start, end, _ in within.emphases),
        widths={start: width for start, _, width in within.emphases},
        cells=frozenset(row.start for row in rows if markup.is_table_row(text[row.start : row.end])),
        addresses=frozenset(span.start for span in within.addresses),
    )  # fmt: skip
    return context, lines


def _lines(text: str, within: inline.Inline) -> Iterator[Line]:
    """Yield the lines that are not blank. Blocks of HTML part them as blank lines do; a row, an address and a wrapped link of who signs are one line each."""
    cuts = {*within.markup.cuts, *pictures.cuts(text, within)}
    ends = [*accumulate(map(len, text.splitlines(keepends=True)))]
    if cuts:
        ends = sorted({*ends, *cuts} - {0})
    names = [link for link in within.links if _is_wrapped_name(text, link)]
    if within.markup.rows or within.addresses or names:
        wholes = Ranges([*within.markup.rows, *within.addresses, *names])
        ends = [end for end in ends if not any(start < end < high for start, high in wholes.around(end, end + 1))]
    start = gap = 0
    for end in ends:
        piece = text[start:end]
        content = piece.strip()
        if content:
            indent = len(piece) - len(piece.lstrip())
            gap = max(gap, 1) if start in cuts else gap
            yield Line(start + indent, start + indent + len(content), gap, indent)
            gap = 0
        else:
            gap += 1
        start = end


def _is_wrapped_name(text: str, link: Span) -> bool:
    """Say whether a link goes over a line's end behind a label that asks for a name: “By [Ida` / `Kell](/author/ida)”."""
    end = text.find("\n", link.start, link.end)
    return end >= 0 and has_label(text[text.rfind("\n", 0, link.start) + 1 : end].replace("[", ""))


def _parts(context: _Context, line: Line) -> bool:
    """Say whether a line of marks alone parts what stands around it as a blank line does."""
    if line.start in context.listings.marks:
        return True
    raw = context.text[line.start : line.end]
    if raw[0].isalnum():  # as most lines begin, which are not looked at further
        return False
    if not raw.strip(QUOTE_SIGNS):
        return True
    marks = context.marks.within(line.start, line.end)
    alone = any(mark.parts for mark in marks) and not context.images.within(line.start, line.end)
    return alone and not _shown(raw, line.start, Span(line.start, line.end), marks).strip(QUOTE_SIGNS)


def _is_rule(context: _Context, line: Line, blocks: Sequence[Block]) -> bool:
    """Say whether a line is a rule, of a table or between paragraphs."""
    if line.start in context.tables.rules:
        return True
    return RULE.match(context.text[line.start : line.end]) is not None and not _underlines(context.text, line, blocks)


def _underlines(text: str, line: Line, blocks: Sequence[Block]) -> bool:
    if not blocks or line.gap or blocks[-1].role in ("heading", "preformatted", "table"):
        return False
    return SETEXT.match(text[line.start : line.end]) is not None


def _heading(block: Block, sign: str, ground: Span) -> Block:
    """Return a line as the heading that the underline at `ground` makes it."""
    return block._replace(spans=(*block.spans, ground), role="heading", level=1 if sign == "=" else 2)


def _listing(context: _Context, line: Line, before: Sequence[Span]) -> Block:
    listing = context.listings.listings[line.start]
    shown, segments = code.verbatim(context.text, listing.lines, listing.margin)
    source = Source(indent=line.indent, gap=line.gap)
    return Block(0, shown, segments, (*before, Span(listing.start, listing.end)), role="preformatted", source=source)


def _verbatim(text: str, span: Span) -> Block:
    shown, segments = folded(text[span.start : span.end].replace("\n", " ").replace("\r", " "), span.start)
    return Block(0, shown, segments, (span,), role="preformatted")


def _block(context: _Context, line: Line, before: Sequence[Span], blocks: Sequence[Block]) -> Block | None:
    """Return the line's block, or None when the line holds nothing but marks of a link begun elsewhere."""
    spans = (*before, Span(line.start, line.end))
    if line.start in context.addresses:
        return _address(context.text, line, spans)
    raw = context.text[line.start : line.end]
    opening = _opening(context, raw, line, blocks)
    start, end = line.start + opening.skip, line.end
    if opening.role == "heading":
        tail = HEADING_TAIL.search(raw, opening.skip)
        end = line.start + tail.start() if tail else end
    hidden, images = context.marks.within(start, end), context.images.within(start, end)
    linked = context.links.around(start, end)
    if not (hidden or images or linked or context.emphases.around(start, end)):
        return _plain(raw, line, opening, end, spans)
    alone = False
    if images:
        without = merged([*hidden, *(Mark(*image) for image in images)])
        alone = not _shown(raw, line.start, Span(start, end), without).strip()
        hidden = hidden if alone else without
    level = _level_behind(raw, line.start, start, hidden) if images and not alone else None
    if level:
        opening = opening._replace(role="heading", level=level.end - level.start, bullet="")
        hidden = merged([*hidden, Mark(*level)])
    text, segments = _visible_text(raw, line.start, Span(start, end), hidden)
    if alone:
        whole = raw[opening.skip :].lstrip()
        text, segments = folded(whole, line.end - len(whole))
    elif not text:
        if hidden:
            return None
        text, segments = folded(raw, line.start)
    links = _text_spans(segments, context.links) if linked else ()
    density = sum(s.end - s.start for s in links) / len(text) if links else 0.0
    source = Source(
        path=opening.path, marks=(IMAGE,) if alone else _emphasis(context, segments),
        links=links, link_density=min(1.0, density), indent=line.indent, bullet=opening.bullet, gap=line.gap,
    )  # fmt: skip
    return Block(0, text, segments, spans, role=opening.role, level=opening.level, source=source)


def _plain(raw: str, line: Line, opening: _Opening, end: int, spans: tuple[Span, ...]) -> Block:
    """Return the block of a line that holds text alone, behind the marks that open it."""
    shown = raw[opening.skip : end - line.start].strip()
    text, segments = folded(shown, line.start + raw.index(shown, opening.skip)) if shown else folded(raw, line.start)
    source = Source(path=opening.path, indent=line.indent, bullet=opening.bullet, gap=line.gap)
    return Block(0, text, segments, spans, role=opening.role, level=opening.level, source=source)


def _address(text: str, line: Line, spans: tuple[Span, ...]) -> Block:
    """Return an address that links give by its name."""
    block = _verbatim(text, spans[-1])
    source = Source(
        marks=(LISTED,), links=(Span(0, len(block.text)),), link_density=1.0, indent=line.indent, gap=line.gap
    )
    return block._replace(spans=spans, source=source)


def _opening(context: _Context, raw: str, line: Line, blocks: Sequence[Block]) -> _Opening:
    if line.start in context.tables.rows or line.start in context.cells:
        return _ROW
    path = tuple(_path(context, line.start))
    if path:
        role, level = next((ROLES[name] for name in reversed(path) if name in ROLES), ("paragraph", 0))
        if path[-1] == "li":
            role, level = "list_item", 1
        return _Opening(0, role, level, path=path)
    if raw[0].isalpha():
        return _PARAGRAPH
    quote = QUOTE.match(raw)
    skip = quote.end() if quote else 0
    rest = raw[skip:]
    heading = HEADING.match(rest)
    if heading:
        return _Opening(skip + heading.end(), "heading", len(heading[1]))
    item = ITEM.match(rest)
    level = line.indent // 2 + 1
    if item:
        inner = HEADING.match(rest, item.end())
        return _Opening(skip + (inner or item).end(), "list_item", level, item[1])
    if NUMBERED.match(rest):
        return _Opening(skip, "list_item", level)
    if not quote and _defines(rest, line, blocks):
        named = "caption" if blocks[-1].role == "table" else DEFINED_BY
        return _Opening(len(rest) - len(rest[1:].lstrip()), path=(named,))
    return _Opening(skip, "quote" if quote else "paragraph")


def _path(context: _Context, start: int) -> Iterator[str]:
    """Yield the names of the elements that are blocks whose tags begin a line."""
    openings = context.inline.markup.openings
    while opening := openings.get(start):
        yield opening.name
        start = opening.end
        while context.text[start : start + 1] in (" ", "\t"):
            start += 1


def _defines(rest: str, line: Line, blocks: Sequence[Block]) -> bool:
    """Say whether a line is the definition of a term above it, or says what a table above it is."""
    if not blocks or DEFINITION.match(rest) is None:
        return False
    above = blocks[-1]
    named = above.role == "paragraph" and not line.gap and len(above.text) <= TERM_CHARS
    term = named and (above.source.gap > 0 or len(blocks) == 1 or above.source.path == (DEFINED_BY,))
    return rest.startswith(DEFINED) or above.role == "table" or term


def _level_behind(raw: str, origin: int, start: int, hidden: Sequence[Mark]) -> Span | None:
    """Return where the signs of a heading stand that begins behind an image, as Jina's reader writes cards."""
    blank = blinded(raw, [Span(mark.start - origin, mark.end - origin) for mark in hidden], " ")
    position = start - origin + len(blank[start - origin :]) - len(blank[start - origin :].lstrip())
    match = HEADING.match(blank, position)
    return Span(origin + match.start(1), origin + match.end(1)) if match else None


def _emphasis(context: _Context, segments: Sequence[Segment]) -> tuple[str, ...]:
    """Return the mark of a line that is emphasised as a whole."""
    if not segments or not context.widths:
        return ()
    low, high = segments[0].input_start, segments[-1].input_start + segments[-1].length
    around = [span for span in context.emphases.around(low, high) if span.start <= low and high <= span.end]
    if not around:
        return ()
    return (pictures.STRONG,) if any(context.widths[span.start] == STRONG for span in around) else (pictures.EMPHASISED,)


def _shown(raw: str, origin: int, span: Span, hidden: Sequence[Mark]) -> str:
    pieces, position = [], span.start
    for mark in hidden:
        pieces.append(raw[position - origin : mark.start - origin])
        position = mark.end
    pieces.append(raw[position - origin : span.end - origin])
    return "".join(pieces)


def _visible_text(raw: str, origin: int, span: Span, hidden: Sequence[Mark]) -> tuple[str, tuple[Segment, ...]]:
    """Return the line's text without its marks, spaces folded, and the segments into the source."""
    plain = raw[span.start - origin : span.end - origin].rstrip()
    if not hidden and plain and not plain[0].isspace():
        return folded(plain, span.start)
    text = ""
    segments: list[Segment] = []
    position = span.start
    for start, end, shown, _ in (*hidden, Mark(span.end, span.end)):
        piece, parts = folded(raw[position - origin : start - origin], position)
        if piece[:1] in (" ", "\t") and text[-1:] in ("", " ", "\t"):
            piece = piece[1:]
            parts = tuple(
                Segment(max(0, p.text_start - 1), p.input_start + (p.text_start == 0), p.length - (p.text_start == 0))
                for p in parts
            )
        segments += [Segment(p.text_start + len(text), p.input_start, p.length) for p in parts if p.length > 0]
        text += piece
        if shown and text:
            text = text.rstrip(" ") if shown == "\t" else text
            text += shown if text[-1:] not in ("", " ", "\t") else ""
        position = end
    kept = text.rstrip()
    return kept, tuple(_trimmed(segments, kept))


def _trimmed(segments: Sequence[Segment], text: str) -> Iterator[Segment]:
    """Yield `segments` without what does not stand in `text`: blanks at its end, and before the end of a cell."""
    for number, (start, source, length) in enumerate(segments):
        limit = segments[number + 1].text_start if number + 1 < len(segments) else len(text)
        left = min(length, limit - start, len(text) - start)
        while left > 0 and text[start + left - 1] == "\t":
            left -= 1
        if left > 0:
            yield Segment(start, source, left)


def _text_spans(segments: Sequence[Segment], ranges: Ranges) -> tuple[Span, ...]:
    """Return the parts of a block's text that lie in `ranges` of the source."""
    found: list[Span] = []
    for segment in segments:
        low, high = segment.input_start, segment.input_start + segment.length
        move = segment.text_start - low
        found += [Span(span.start + move, span.end + move) for span in ranges.within(low, high)]
    return tuple(merged_spans(found))
