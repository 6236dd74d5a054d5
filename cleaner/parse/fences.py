"""Listings in Markdown: what stands between fences, and indented lines of code. Each is one block, as `<pre>` is in HTML.

An article that a program put between fences as a whole is no listing: the fences are marks, and it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.codelines import is_code, is_prose
from cleaner.model import Span
from cleaner.parse import code
from cleaner.parse.marks import Ranges
from cleaner.parse.markup import RAW
from cleaner.regexes import regex

INDENT = 4
"""Columns from which an indented line may be code (CommonMark 0.31, section 4.4)."""
COVERED = 0.5
"""Share of a text between two fences from which they may hold an article; a listing of an article is less."""
PROSE_LINES = 2
"""Lines of prose that an article has at least; the comments of a program look like headings."""
_FENCE = regex(r"^([ \t]*)(`{3,}(?=[^`\n]*$)|~{3,})[ \t]*([^\n]*)$", re.MULTILINE)
_MARKDOWN = frozenset({"markdown", "md", "mdx", "gfm", "commonmark"})
"""What a fence is named whose content is Markdown itself."""
_HEADING = regex(r"^[ \t]*#{1,6}[ \t]+\S", re.MULTILINE)
_ITEM = regex(r"[ \t]*(?:[*+\-•]|\d{1,3}[.)])[ \t]")
_LINE = regex(r"^([ \t]*)(\S[^\n]*)$", re.MULTILINE)
_INDENTED = regex(r"^(?: {4}| {0,3}\t)[ \t]*\S", re.MULTILINE)


class Listing(NamedTuple):
    """Where a listing stands with its fences, the lines of its code, and the columns that are no indent of theirs."""

    start: int
    end: int
    lines: Span
    margin: int


class Listings(NamedTuple):
    """The listings by where they start, and the starts of fences that hold none."""

    listings: Mapping[int, Listing]
    marks: frozenset[int]


class _Fence(NamedTuple):
    start: int
    end: int
    indent: int
    sign: str
    name: str


NONE = Listings({}, frozenset())


def found(text: str) -> Listings:
    """Return the listings of a Markdown text."""
    fences = [_fence(match) for match in _FENCE.finditer(text)] if "```" in text or "~~~" in text else []
    if "{=" in text:
        raw = Ranges(Span(*match.span()) for match in RAW.finditer(text))
        fences = [fence for fence in fences if not raw.around(fence.start, fence.end)]
    listings, marks = _fenced(text, fences)
    if _INDENTED.search(text):
        listings += _indented(text, listings)
    return Listings({listing.start: listing for listing in listings}, marks) if listings or marks else NONE


def _fence(match: re.Match[str]) -> _Fence:
    return _Fence(match.start(2), len(match[0].rstrip()) + match.start(), len(match[1]), match[2], match[3].strip())


def _fenced(text: str, fences: Sequence[_Fence]) -> tuple[list[Listing], frozenset[int]]:
    """Return the listings between fences, and the starts of fences that are marks alone: those around an article, and unclosed ones."""
    listings: list[Listing] = []
    marks: set[int] = set()
    unclosed: dict[str, int] = {}
    index = 0
    while index < len(fences):
        opening = fences[index]
        sign, size = opening.sign[0], len(opening.sign)
        outer = _end_of_article(text, fences, index) if not marks else None
        close = None
        if outer is not None:
            marks |= {opening.start, fences[outer].start}
        elif opening.start not in marks and size < unclosed.get(sign, size + 1):
            close = _closing(fences, index)
        if close is not None:
            lines = _trimmed(text, opening.end, fences[close].start - fences[close].indent)
            if lines:
                listings.append(Listing(opening.start, fences[close].end, lines, opening.indent))
            else:
                marks |= {opening.start, fences[close].start}
            index = close
        elif outer is None:
            marks.add(opening.start)
            unclosed[sign] = min(size, unclosed.get(sign, size))
        index += 1
    return listings, frozenset(marks)


def _closing(fences: Sequence[_Fence], index: int) -> int | None:
    """Return which of the `fences` closes the one at `index`."""
    opening = fences[index].sign
    return next(
        (i for i in range(index + 1, len(fences)) if not fences[i].name and fences[i].sign.startswith(opening)), None
    )


def _end_of_article(text: str, fences: Sequence[_Fence], index: int) -> int | None:
    """Return which of the `fences` ends the article that begins behind the one at `index`, None where there is none."""
    opening = fences[index]
    if opening.name and opening.name.lower() not in _MARKDOWN:
        return None
    depth = 0
    for number in range(index + 1, len(fences)):
        fence = fences[number]
        if fence.name:
            depth += 1
        elif depth and len(fence.sign) <= len(opening.sign):
            depth -= 1
        elif fence.sign.startswith(opening.sign):
            return number if _is_article(text, opening.end, fence.start, named=bool(opening.name)) else None
    return None


def _is_article(text: str, start: int, end: int, *, named: bool) -> bool:
    if end - start < COVERED * len(text.strip()):
        return False
    if named:
        return True
    prose = (line for line in text[start:end].splitlines() if line.strip() and is_prose(line.strip()))
    enough = len([line for line, _ in zip(prose, range(PROSE_LINES), strict=False)]) == PROSE_LINES
    return enough and _HEADING.search(text, start, end) is not None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the lines of `text` between two places without blank ones at either end, None where none is left."""
    shown = text[start:end].rstrip()
    blank = len(shown) - len(shown.lstrip())
    if blank == len(shown):
        return None
    return Span(text.rfind("\n", 0, start + blank) + 1, start + len(shown))


def _indented(text: str, fenced: Sequence[Listing]) -> list[Listing]:
    """Return the runs of indented lines that are code: below a blank line, in no list, and without prose."""
    result: list[Listing] = []
    for run in _runs(text, fenced):
        lines = [match[2].rstrip() for match in run]
        if any(len(line) > code.LONGEST or is_prose(line) for line in lines) or not any(map(is_code, lines)):
            continue
        margin = min(len(match[1]) for match in run)
        start, end = run[0].start(2), run[-1].start(2) + len(lines[-1])
        result.append(Listing(start, end, Span(run[0].start(), end), margin))
    return result


def _runs(text: str, fenced: Sequence[Listing]) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of indented lines that blank lines part from text, and that no list item or element stands above."""
    run: list[re.Match[str]] = []
    above, in_list, last = True, False, 0
    closed = iter([*fenced, Listing(len(text), len(text), Span(0, 0), 0)])
    listing = next(closed)
    for match in _LINE.finditer(text):
        while match.start(2) >= listing.end and listing.end < len(text):
            listing = next(closed)
        apart = text.count("\n", last, match.start()) > 1 or above
        indented = len(match[1].expandtabs(INDENT)) >= INDENT and match.start(2) < listing.start
        if indented and not in_list and (run or (apart and not _ITEM.match(match[0]))):
            run.append(match)
        else:
            if run and apart:
                yield run
            run = []
            in_list = _ITEM.match(match[0]) is not None or match[2][0] == "<" or (in_list and bool(match[1]))
        above, last = False, match.end()
    if run:
        yield run
