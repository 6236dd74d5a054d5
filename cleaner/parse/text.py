"""Plain text to blocks: one block a visual line, bullets and layout noted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from cleaner.letters import is_small
from cleaner.model import LEFT_IN, Block, Edit, Role, Segment, Source, Span, edited, make, reindexed
from cleaner.parse import addresses, code, printed, references, scripts, sentences, separated, strings
from cleaner.regexes import regex

TOUCHING = "・･"
"""Marks of Japanese lists, behind which no space stands; no line of a wrapped text begins with one (JIS X 4051)."""
SURE_BULLETS = f"{TOUCHING}•‣▪▫◦●○∙·➤►▶➢❖✓✔□■☆★◎◇◆\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
"""Marks that open a list item wherever they stand at the head of a line; the last before those of word processors' own fonts are
those of w3m's inner lists."""
DASHES = "-–—*+"
"""Marks that open a list item only in a run of short lines: a dash may also open a line of dialogue."""

_DOUBTFUL = frozenset("-–—")
"""Those that open lines of dialogue; no language uses an asterisk or plus so, and one is enough for a list."""
BULLETS = frozenset(SURE_BULLETS + DASHES)
"""All marks that open a list item."""
_RULES = "".join(map(chr, range(0x2500, 0x2580)))
"""Unicode's box drawing characters, of which terminal browsers make rules."""
_ANY_MARK = SURE_BULLETS + re.escape(DASHES)
BULLET = regex(rf"([{_ANY_MARK}])(?:(?<=[{TOUCHING}])[ \t\xa0\u3000]*|[ \t\xa0]+)(?:[{_ANY_MARK}][ \t\xa0]+)*(?=\S)")
MARK_LINE = regex(rf"[{_ANY_MARK}{_RULES}|_=~#<>^\\/ ]+")
"""A line of marks alone: a lone bullet, a ruled line, the bar between two links."""
MARKS = frozenset(SURE_BULLETS + DASHES + _RULES + "|_=~#<>^\\/ ")
"""What a bullet and a line of marks begin with, and what such a line ends with."""
NUMBERED = regex(r"\(?\d{1,2}[.)][ \t\xa0]+\S")
WIDE_SPACE = regex(r"\s{2,}")
ODD_SPACE = regex(r"[^\S \t]")

DASH_ITEM_CHARS = 200
"""Longest dashed line still taken for a list item; key points and agenda items are shorter, speeches longer."""
LONG_DASH_RUN = 3
"""Items needed before en and em dashes count as bullets; two such lines are as likely an exchange of words."""
INDENT_COLUMNS = 2
"""Columns of indentation that make one level of nesting in a list."""
NESTED = "o "
"""What lynx and inscriptis put before items deeper in a list, for which they have no sign left."""
NESTED_ITEMS = 2
"""Lines in a row with it, indented more than the item above, that are such items: a line wrapped within an item may begin with the same
word of Portuguese, two in a row do not."""
ESCAPED, ESCAPED_CHARS = regex(r"(?:\d{1,4}\\(?=[.)]\s)|\\(?=[-+*]\s))"), 5
"""A line's beginning up to the stroke that html2text sets so that it begins no list, and its characters."""
CODED, CODES, CODED_LINES = "^", "<= ", 3
"""The sign with which wires' lines above a story begin, those with which they end (ANPA 1312), and such lines that make wire copy."""
QUOTE = ">"
QUOTED = regex(r"(?:>[ \t]?)+")
"""The mark that mail programs put before each line of what they quote (RFC 3676, 4.5)."""
QUOTED_LINES, WRAPPED_LINES = 5, 2
"""Lines in a row with it that make a passage, and those among them that go on from the one above; menus have lines with this mark too."""
SPOKEN = regex(r"[?!]|[,.”»\"] ?[–—-] |[“”«»\"]|\. \S+.*\.$|, \w+ \w+[.,]$")
"""What a dashed line of dialogue shows and a key point hardly: questions, exclamations, quotes, a second sentence."""

_start, _end = attrgetter("start"), attrgetter("end")


def parse(text: str) -> tuple[Block, ...]:
    """Return one block for each line of `text` that is not blank.

    A mark on a line of its own joins the ground of the line below it. Runs of spaces inside a line become
    one space; single odd spaces (non-breaking, tab) become plain ones, in place. Where a terminal browser numbered the links,
    their numbers are marks, and the list of their addresses at the end is one block; addresses in brackets behind a link's words
    are marks too (`cleaner.parse.addresses`). The head and foot lines of a printed page (`cleaner.parse.printed`), and scripts and styles that were left in
    (`cleaner.parse.scripts`) are the last block. Strings that were put together with nothing between are told apart
    (`cleaner.parse.strings`, or with a sign, `cleaner.parse.separated`), and lines of many sentences are parted where the text has lost its line ends
    (`cleaner.parse.sentences`).
    """
    text = separated.parted(text)
    runs = scripts.left_in(text)
    if not runs:
        return _read(text)
    read = (_apart(block, runs) if block.role == "preformatted" else block for block in _read(scripts.without(text, runs)))
    return reindexed((*read, _whole(text, runs, LEFT_IN)))


def _apart(block: Block, runs: Sequence[Span]) -> Block:
    """Return a listing without the ground of the runs that stand between its lines, or behind them."""
    spans: list[Span] = []
    for start, end in block.spans:
        inner = runs[bisect_right(runs, start, key=_end) : bisect_left(runs, end, key=_start)]
        edges = (start, *(edge for run in inner for edge in run), end)
        spans += [Span(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if low < high]
    return block._replace(spans=tuple(spans))


def _read(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text without scripts; what a browser printed on each page is the last."""
    runs = printed.lines(text)
    if not runs:
        return _unprinted(text)
    read = printed.overleaf(_unprinted(scripts.without(text, runs)), runs)
    apart = (_apart(block, runs) if block.role == "preformatted" else block for block in read)
    gathered = _whole(text, runs, printed.MARK)
    return reindexed((*apart, gathered._replace(source=gathered.source._replace(gap=1))))


def _unprinted(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text of which all lines are the page's."""
    links, taken_off = references.listed(text), references.unnumbered
    if links is None:
        links, taken_off = addresses.listed(text), addresses.unnumbered
    if links is None:
        return sentences.parted(strings.parted(addresses.unlinked(text, code.listed(text, lines(text)))))
    blocks = taken_off(lines(text[: links.start]), links.last)
    below = _whole(text, (Span(links.start, len(text)),), references.LISTED)
    link = below.source._replace(links=(Span(0, len(below.text)),), link_density=1.0)
    return reindexed((*blocks, below._replace(source=link)))


def _whole(text: str, spans: Sequence[Span], mark: str) -> Block:
    """Return what stands in `spans`, which is no text of the page, as one block, each on a line of its own."""
    shown: list[str] = []
    segments: list[Segment] = []
    ground: list[Span] = []
    length = 0
    for span in spans:
        content = text[span.start : span.end].strip()
        start = text.index(content, span.start)
        line, found = folded(content, start)
        segments += (segment._replace(text_start=segment.text_start + length) for segment in found)
        ground.append(Span(start, start + len(content)))
        shown.append(line)
        length += len(line) + 1
    return Block(0, "\n".join(shown), tuple(segments), tuple(ground), role="preformatted", source=Source(marks=(mark,)))


def lines(text: str) -> list[Block]:
    """Return one block for each line that is not blank, bullets taken off."""
    blocks: list[Block] = []
    pending: list[Span] = []
    position = gap = 0
    lone = ""
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        content = line.strip()
        if not content:
            gap += 1
            continue
        head = content[0]
        indent = 0 if head == line[0] else line.index(head)
        start += indent
        if head in MARKS and is_mark_line(content):
            pending.append(Span(start, start + len(content)))
            lone = content if len(content) == 1 and content in SURE_BULLETS else ""
            continue
        # Most lines are words behind a bullet or none, with nothing to fold: a call for each would cost half as much again.
        listed = head in BULLETS and content[1:2] == " " and content[2:3].isalnum()
        if not (listed or head.isalpha()) or pending or "  " in content or not content.isprintable():
            blocks.append(_line(len(blocks), content, start, (indent, lone, gap), pending))
            pending, lone = [], ""
        else:
            at, role, bullet = (2, "list_item", head) if listed else (0, "paragraph", "")
            length = len(content)
            segment, span = make(Segment, (0, start + at, length - at)), make(Span, (start, start + length))
            source = _source(indent, bullet, gap)
            blocks.append(make(Block, (len(blocks), content[at:], (segment,), (span,), role, 0, source, ())))
        gap = 0
    if pending:
        blocks = _attach(blocks, pending, text)
    return _with_nested(_with_bullets(_unquoted(_uncoded(_unescaped(blocks)))))


def is_mark_line(content: str) -> bool:
    """Say whether a line is marks alone: a ruled line, a row of stars, a lone bullet."""
    return content[:1] in MARKS and content[-1] in MARKS and MARK_LINE.fullmatch(content) is not None


def _line(index: int, content: str, start: int, layout: tuple[int, str, int], before: list[Span]) -> Block:
    """Return the block of a line, with the indent, bullet and gap that `layout` says it has so far."""
    indent, bullet, gap = layout
    head = content[0]
    span = make(Span, (start, start + len(content)))
    mark = BULLET.match(content) if head in MARKS else None
    if mark:
        bullet = mark[1]
        shown, segments = folded(content[mark.end() :], start + mark.end())
    else:
        shown, segments = folded(content, start)
    role: Role = "paragraph"
    if bullet or ((head.isdecimal() or head == "(") and NUMBERED.match(content)):
        role = "list_item"
    spans = (*before, span) if before else (span,)
    return make(Block, (index, shown, segments, spans, role, 0, _source(indent, bullet, gap), ()))


@lru_cache(maxsize=256)
def _source(indent: int, bullet: str, gap: int) -> Source:
    """Return the source of a line; the lines of a page share a few."""
    return Source((), (), (), (), 0.0, indent, bullet, gap)


def folded(content: str, start: int) -> tuple[str, tuple[Segment, ...]]:
    """Return `content` with every run of spaces as one plain space, and its segments; `start` is its input offset.

    A run with a tab in it becomes a tab: that is how browsers and spreadsheets part the cells of a row.
    """
    if not content.isprintable():
        content = ODD_SPACE.sub(" ", content)
    elif "  " not in content:
        return content, (make(Segment, (0, start, len(content))),)
    runs = WIDE_SPACE.finditer(content) if "  " in content or "\t" in content else ()
    pieces: list[str] = []
    segments: list[Segment] = []
    length = position = 0
    for run in runs:
        kept = max(run[0].find("\t"), 0)
        parts = (
            [(position, run.start() + 1)]
            if kept == 0
            else [(position, run.start()), (run.start() + kept, run.start() + kept + 1)]
        )
        for low, high in parts:
            pieces.append(content[low:high])
            segments.append(Segment(length, start + low, high - low))
            length += high - low
        position = run.end()
    if not pieces:
        return content, (Segment(0, start, len(content)),)
    pieces.append(content[position:])
    segments.append(Segment(length, start + position, len(content) - position))
    return "".join(pieces), tuple(segment for segment in segments if segment.length)


def _attach(blocks: list[Block], pending: list[Span], text: str) -> list[Block]:
    """Give marks that no line follows to the last block; a text of marks alone becomes one block."""
    if blocks:
        return [*blocks[:-1], blocks[-1]._replace(spans=(*blocks[-1].spans, *pending))]
    first, last = pending[0].start, pending[-1].end
    shown, segments = folded(text[first:last].replace("\n", " ").replace("\r", " "), first)
    return [Block(0, shown, segments, (Span(first, last),))]


def _unescaped(blocks: list[Block]) -> list[Block]:
    r"""Take off the strokes by which html2text keeps a line's beginning from being read as a list's: `8\\. May 2016`, `\\- Really?`."""
    for number, block in enumerate(blocks):
        mark = ESCAPED.match(block.text) if "\\" in block.text[:ESCAPED_CHARS] else None
        if mark:
            blocks[number] = edited(block, [Edit(mark.end() - 1, mark.end(), "", "escape")])
    return blocks


def _uncoded(blocks: list[Block]) -> list[Block]:
    """Take off the signs of a wire's lines, `^By Ida Kell=`, each of which says something else than the next."""
    coded = [block for block in blocks if block.text[0] == CODED and len(block.text) > 1]
    for block in coded if len(coded) >= CODED_LINES else ():
        end = len(block.text.rstrip(CODES))
        marks = [Edit(0, 1, "", "escape")] + [Edit(end, len(block.text), "", "escape")] * (1 < end < len(block.text))
        cut = edited(block, marks)
        blocks[block.index] = cut._replace(source=cut.source._replace(gap=max(1, cut.source.gap)))
    return blocks


def _unquoted(blocks: list[Block]) -> list[Block]:
    """Take off the marks of a passage that a mail quotes: lines that wrap, so that some begin with a small letter behind the mark."""
    quoted = [number for number, block in enumerate(blocks) if block.text[0] == QUOTE]
    for run in _runs(quoted):
        marks = [QUOTED.match(blocks[number].text) for number in run]
        ends = [mark.end() if mark else 0 for mark in marks]
        wrapped = sum(is_small(blocks[number].text[end : end + 1]) for number, end in zip(run, ends, strict=True))
        if len(run) < QUOTED_LINES or wrapped < WRAPPED_LINES:
            continue
        for number, end in zip(run, ends, strict=True):
            block = blocks[number]
            if end == len(block.text):
                continue
            parted = len(block.spans) > 1
            cut = edited(block, [Edit(0, end, "", "bullet")])
            blocks[number] = cut._replace(source=cut.source._replace(gap=cut.source.gap or int(parted)))
    return blocks


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return ascending numbers as runs without a gap."""
    return [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]


def _with_bullets(blocks: list[Block]) -> list[Block]:
    """Take back the dashes that are no bullets."""
    result = list(blocks)
    for start, end in dash_runs(blocks):
        run = blocks[start:end]
        if is_list(run):
            continue
        for block in run:
            mark = block.source.bullet
            origin = block.spans[-1].start
            text = f"{mark} {block.text}"
            head = block.segments[0].input_start - origin
            segments = (Segment(0, origin, 1), Segment(1, origin + head - 1, 1))
            moved = tuple(Segment(s.text_start + 2, s.input_start, s.length) for s in block.segments)
            role: Role = "list_item" if NUMBERED.match(text) else "paragraph"
            result[block.index] = block._replace(
                text=text, segments=segments + moved, role=role, source=block.source._replace(bullet="")
            )
    return result


def _with_nested(blocks: list[Block]) -> list[Block]:
    """Take the letters that mark items deeper in a list for the bullets they are, if somewhere in the text several stand in a row."""
    marked = [number for number, block in enumerate(blocks) if block.text.startswith(NESTED) and block.role == "paragraph"]
    end, longest = 0, 0
    nested: list[int] = []
    for start in marked:
        indent = blocks[start].source.indent
        above = blocks[start - 1].source if start else None
        if start < end or above is None or indent < INDENT_COLUMNS or not above.bullet or above.indent >= indent:
            continue
        end = start
        while end < len(blocks) and blocks[end].text.startswith(NESTED) and blocks[end].source.indent == indent:
            end += 1
        nested += range(start, end)
        longest = max(longest, end - start)
    if longest >= NESTED_ITEMS:
        for number in nested:
            cut = edited(blocks[number], [Edit(0, len(NESTED), "", "bullet")])
            blocks[number] = cut._replace(role="list_item", source=cut.source._replace(bullet=NESTED[0]))
    return blocks


def dash_runs(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the ranges of consecutive blocks that open with the same doubtful dash."""
    runs: list[tuple[int, int]] = []
    end = 0
    for start in [number for number, block in enumerate(blocks) if block.source.bullet in _DOUBTFUL]:
        if start >= end:
            mark = blocks[start].source.bullet
            end = start + 1
            while end < len(blocks) and blocks[end].source.bullet == mark:
                end += 1
            runs.append((start, end))
    return runs


def is_list(run: Sequence[Block]) -> bool:
    """Say whether dashed lines are a list: several, short, and not an exchange of words."""
    mark = run[0].source.bullet
    needed = LONG_DASH_RUN if mark in "–—" else 2
    short = all(len(block.text) <= DASH_ITEM_CHARS for block in run)
    spoken = sum(bool(SPOKEN.search(block.text)) for block in run)
    if mark in "–—":
        return len(run) >= needed and short and not spoken
    indented = mark == "-" and len(run) == 1 and run[0].source.indent >= INDENT_COLUMNS
    if indented:
        return short and not spoken
    return len(run) >= needed and short and spoken * 2 < len(run)
