"""Tables of Markdown: rows with pipes, and pandoc's simple, multiline and grid tables (Pandoc User's Guide, section "Tables").

Each line of a row is a block, its cells parted by tabs as those of HTML are. Ruled lines are marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.parse.marks import Mark
from cleaner.regexes import regex

_DASHES = r"[ \t]*(?:-{2,}:?|:-+:?|-:)[ \t]*"
RULE = regex(rf"\|?{_DASHES}(?:\|{_DASHES})*\|?$")
_GRID_RULE = regex(r"\+(?:[:=\-]{3,}\+)+$")
_RULER = regex(r"-{2,}(?:[ ]+-{2,})+$")
"""The line of a simple table that shows where its columns are."""
_EDGE = regex(r"-{10,}$")
"""The first and last line of a table whose rows blank lines part."""
_PIPE = regex(r"[ \t]*\|[ \t]*")
_GAP = regex(r"[ \t]{2,}")
_GROUP = regex(r"-+")
MOST_HEAD_LINES, MOST_LINES = 10, 300
"""Lines of the head of a table, and those in which the end of a table is looked for whose rows blank lines part."""


class Line(NamedTuple):
    """A line that is not blank: where its text begins and ends, the blank lines before it, and the columns it is indented."""

    start: int
    end: int
    gap: int
    indent: int


class Tables(NamedTuple):
    """Where the rows of tables begin and where ruled lines do, and what is shown between the cells of rows."""

    rows: frozenset[int]
    rules: frozenset[int]
    marks: Sequence[Mark]


NONE = Tables(frozenset(), frozenset(), ())


def found(text: str, lines: Sequence[Line]) -> Tables:
    """Return the tables in the `lines` of a text in which links, code and escaped signs are blinded."""
    if "|" not in text and "--" not in text:
        return NONE
    raw = [text[line.start : line.end] for line in lines]
    rows: set[int] = set()
    rules: set[int] = set()
    marks: list[Mark] = []
    for row, cells in _piped(lines, raw):
        rows |= {row.start} if cells is not None else set()
        rules |= {row.start} if cells is None else set()
        marks += cells or ()
    for start, end, ruler in _ruled(lines, raw):
        columns = _columns(text, lines[ruler])
        for line, shown in zip(lines[start:end], raw[start:end], strict=True):
            if _RULER.match(shown) or _EDGE.match(shown):
                rules.add(line.start)
            else:
                rows.add(line.start)
                marks += _spaced(text, line, columns)
    return Tables(frozenset(rows), frozenset(rules), marks) if rows else NONE


def _piped(lines: Sequence[Line], raw: Sequence[str]) -> Iterator[tuple[Line, list[Mark] | None]]:
    """Yield the rows of tables that have pipes, each with the marks of its cells, and ruled lines with None."""
    inside = False
    for number, (line, shown) in enumerate(zip(lines, raw, strict=True)):
        inside = inside and not line.gap
        closed = len(shown) > 1 and shown[0] == shown[-1] == "|"
        below = raw[number + 1] if number + 1 < len(raw) and not lines[number + 1].gap else ""
        if _GRID_RULE.match(shown) or ("|" in shown and RULE.match(shown)) or (inside and RULE.match(shown)):
            inside = True
            yield line, None
        elif "|" in shown and (closed or inside or ("|" in below and RULE.match(below))):
            inside = inside or not closed
            yield line, [_pipe(line, match) for match in _PIPE.finditer(shown)]
        else:
            inside = False


def _pipe(line: Line, match: re.Match[str]) -> Mark:
    start, end = line.start + match.start(), line.start + match.end()
    return Mark(start, end, "" if start == line.start or end == line.end else "\t")


def _ruled(lines: Sequence[Line], raw: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the ranges of lines that are tables with a ruler and no pipes, and the number of the ruler."""
    reached = 0
    for number, shown in enumerate(raw):
        if number < reached or not shown.startswith("--") or not _RULER.match(shown):
            continue
        start = number
        while start > max(reached, number - MOST_HEAD_LINES) and not lines[start].gap:
            start -= 1
            if _EDGE.match(raw[start]):
                break
        multiline = start < number and _EDGE.match(raw[start]) is not None
        if not multiline:
            start = max(start, number - 1)
        end = _end(lines, raw, number, multiline=multiline)
        if any(_GAP.search(raw[i]) for i in range(start, end) if i != number):
            yield start, end, number
            reached = end


def _end(lines: Sequence[Line], raw: Sequence[str], ruler: int, *, multiline: bool) -> int:
    """Return the number of the line behind a table."""
    if multiline:
        last = min(len(raw), ruler + MOST_LINES)
        closing = next((i for i in range(ruler + 1, last) if _EDGE.match(raw[i])), None)
        if closing is not None:
            return closing + 1
    end = ruler + 1
    while end < len(raw) and not lines[end].gap:
        end += 1
        if _RULER.match(raw[end - 1]):
            break
    return end


def _columns(text: str, ruler: Line) -> list[int]:
    """Return the columns of the page at which those of a table begin, but for the first."""
    low = text.rfind("\n", 0, ruler.start) + 1
    return [match.start() - low for match in _GROUP.finditer(text, ruler.start, ruler.end)][1:]


def _spaced(text: str, line: Line, columns: Sequence[int]) -> Iterator[Mark]:
    """Yield the blanks between the cells of a row: two and more, or one where a column begins."""
    low = text.rfind("\n", 0, line.start) + 1
    gaps = [match.span() for match in _GAP.finditer(text, line.start, line.end)]
    starts = [start for start, _ in gaps]
    yield from (Mark(start, end, "\t") for start, end in gaps)
    for column in columns:
        at = low + column - 1
        if line.start < at < line.end and text[at] == " ":
            number = bisect_left(starts, at + 1) - 1
            if number < 0 or gaps[number][1] <= at:
                yield Mark(at, at + 1, "\t")
