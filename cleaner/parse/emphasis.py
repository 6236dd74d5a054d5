"""Emphasis in Markdown: which stars and underscores are marks.

The rules are CommonMark's (0.31, section 6.2, "process emphasis"), but for what people and converters write all the same:
`**Hours:**The`, `**T**he`, and stars within scripts that have no spaces or do not end words at ASCII's. Stars between ASCII letters or
digits open nothing (`a*b*c`), nor do underscores within words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from cleaner.letters import is_small
from cleaner.parse import gaps, toggled
from cleaner.parse.marks import BLIND, Mark
from cleaner.parse.toggled import LONGEST, Emphasis, Run
from cleaner.regexes import regex

MOST_OPEN = 32
"""Marks that wait for their end; more are no emphasis, and would take long to look through."""
_RUN = regex(r"\*(?!(?<=\s\*)\s)\**|_+")
"""Signs in a row, but for a star between blanks, which most bullets are."""
_BOUNDARY = regex(r"\n(?=[ \t]*(?:\n|#{1,6}[ \t]|[*+\-•][ \t]|\d{1,3}[.)][ \t]|\||:::|>|```|~~~))")
"""Where a line ends beyond which emphasis does not go on: a blank line follows, or one that begins a block."""
_QUOTED = regex(r"[ \t]*>")
_STRONG, _DOUBLE = 2, "**"
_EMPTY = regex(r"(?<![\w/=?&\\-])__(?![_/])")
"""What may be left of emphasis around nothing."""
_ENDED = regex(rf"[ \t]*(?:[\n{BLIND}]|\Z)")
_LEADS = f" \t*#>+|•{BLIND}-0123456789.)"
"""What stands before the words of a line: marks of lists, headings and quotes, and the marks of a link."""
_OPENING = frozenset({"Ps", "Pi"})
"""Categories of the marks that open quotes and brackets (Unicode Standard Annex 44)."""
_THREE = 3
_MOST_SIGNS = 8
_WORDS = regex(r"[^\W\d_]{2}")
_STOPS = '.,:;!?…%)”»"'
_UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Letters and signs of scripts without spaces between words."""


class _Open(NamedTuple):
    """Signs that may begin an emphasis: where those left of them begin and end, their number as written, and whether they may end one."""

    start: int
    end: int
    size: int
    closes: bool


def found(text: str) -> list[Emphasis]:
    """Return the emphases of a text in which whatever is no text is blinded."""
    if "*" not in text and "_" not in text:
        return []
    result: list[Emphasis] = []
    blocks: list[list[Run]] = [[]]
    opened: list[_Open] = []
    boundaries = _boundaries(text)
    boundary = next(boundaries)
    for match in _RUN.finditer(text):
        if match.start() > boundary:
            opened.clear()
            blocks.append([])
            while match.start() > boundary:
                boundary = next(boundaries)
        run = _run(text, match)
        blocks[-1].append(run)
        start = _closed(text, run, opened, result) if run.closes else run.start
        ended = start > run.start
        if start < run.end and (run.opens or (ended and not text[run.end : run.end + 1].isspace())):
            opened.append(_Open(start, run.end, run.end - start, run.closes and not ended))
            del opened[:-MOST_OPEN]
    return _completed(text, blocks, result)


def _completed(text: str, blocks: Sequence[Sequence[Run]], common: Sequence[Emphasis]) -> list[Emphasis]:
    """Return the emphases that CommonMark finds and, where it leaves signs over, those that converters meant."""
    taken = _places(common)
    counted: list[Emphasis] = []
    replaced: set[int] = set()
    for block in blocks:
        for sign in "*_":
            runs = [run for run in block if text[run.start] == sign]
            if all(place in taken for start, end, _, _ in runs for place in range(start, end)):
                continue
            pairs = toggled.pairs(text, runs, sign)
            counted += pairs
            replaced.update(place for start, end, _, _ in runs for place in range(start, end) if pairs)
    result = [*(found for found in common if found.start not in replaced), *counted]
    taken = _places(result)
    doubles = [run for block in blocks for run in block if text[run.start : run.end] == _DOUBLE and run.start not in taken]
    result += _loose(text, doubles)
    taken = _places(result)
    left = [run for block in blocks for run in block if run.start not in taken]
    return [*result, *(found for sign in "*_" for found in toggled.parted(text, [run for run in left if text[run.start] == sign], sign))]


def _places(emphases: Sequence[Emphasis]) -> set[int]:
    """Return the place of each sign of the marks."""
    return {place for start, end, width in emphases for at in (start, end - width) for place in range(at, at + width)}


def _loose(text: str, runs: Sequence[Run]) -> Iterator[Emphasis]:
    """Yield what stands between two double stars of a line that are left, one of which may have a blank inside or a word outside.

    Converters write `**Hours: **six` and `data**2GB**` for elements that are so. Two that have words on both sides are letters left out.
    """
    left: Run | None = None
    for run in runs:
        around = text[run.start - 1 : run.start], text[run.end : run.end + 1]
        if around[0].isdigit() and around[1].isdigit():
            continue
        if left is None or "\n" in text[left.end : run.start] or not text[left.end : run.start].strip():
            left = run
            continue
        before = text[left.start - 1 : left.start]
        tight = not text[left.end].isspace() or before in ("", "\n"), not around[0].isspace()
        clean = not before.isalnum(), not around[1].isalnum()
        if tight[0] and (clean[0] or (clean[1] and tight[1])) and run.start - left.end <= LONGEST:
            yield Emphasis(left.start, run.end, _STRONG)
            left = None
        else:
            left = run


def _boundaries(text: str) -> Iterator[int]:
    """Yield where emphases end at the latest; between two lines of a quote only a blank one is such a place."""
    for match in _BOUNDARY.finditer(text):
        quoted = text.startswith(">", match.end()) and _QUOTED.match(text, text.rfind("\n", 0, match.start()) + 1)
        bare = quoted and not text[match.end() : (text.find("\n", match.end()) + 1 or len(text) + 1) - 1].strip("> \t\r")
        if not quoted or bare:
            yield match.start()
    yield len(text)


def _run(text: str, match: re.Match[str]) -> Run:
    start, end = match.span()
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left, right = before.isalnum(), after.isalnum()
    if text[start] == "_":
        return Run(start, end, not after.isspace() and not left, not before.isspace() and not right)
    foreign = (left and not before.isascii()) or (right and not after.isascii())
    inside = left and right and not foreign
    opens = not left or (right and foreign) or (not before.isascii() and (category(after) in _OPENING or after in "\"'"))
    closes = not (inside and end - start < _STRONG)
    return Run(start, end, opens and not after.isspace(), closes and not before.isspace())


def _closed(text: str, run: Run, opened: list[_Open], result: list[Emphasis]) -> int:
    """End the emphases that a run of signs ends; return where those signs begin that end none."""
    start = run.start
    while start < run.end:
        number = next((i for i in range(len(opened) - 1, -1, -1) if _fits(text, opened[i], run)), None)
        if number is None:
            break
        opening = opened[number]
        width = min(_STRONG, opening.end - opening.start, run.end - start)
        result.append(Emphasis(opening.end - width, start + width, width))
        start += width
        left = opening._replace(end=opening.end - width)
        opened[number:] = [left] if left.start < left.end else []
    return start


def _fits(text: str, opening: _Open, run: Run) -> bool:
    if text[opening.start] != text[run.start] or not 0 < run.start - opening.end <= LONGEST:
        return False
    both = opening.closes or run.opens
    sizes = opening.size, run.end - run.start
    return not both or sum(sizes) % _THREE != 0 or all(size % _THREE == 0 for size in sizes)


def marks(text: str, emphases: Sequence[Emphasis]) -> Iterator[Mark]:
    """Yield the signs of emphases, which show a blank where two words would be one, with the blanks at them that the page had not.

    Converters lose the blanks at the edges of strong words. A letter alone is the first of its word, set large.
    """
    spacing = gaps.Spacing(text)
    for start, end, width in emphases:
        nothing = end - start == _STRONG + _STRONG
        words = width == _STRONG and (nothing or _WORDS.search(text, start, end) is not None)
        opening, closing = (start, start + width), (end - width, end)
        yield Mark(*opening, " " if words and _runs_on(text, *opening) else "")
        linked = nothing and text[end : end + 1] == BLIND and text[start - 1 : start].isalnum()
        yield Mark(*closing, " " if linked or (words and _runs_on(text, *closing)) else "")
        yield from gaps.around(text, start, end, width, spacing=spacing)


def empty(text: str, emphases: Sequence[Emphasis]) -> Iterator[Mark]:
    """Yield the underscores of emphasis around nothing, as converters write for the element in which a font draws an icon.

    They stand at either end of a line or link, or right before a capital or digit: `__ Share`, `[Sports __](/sports)`. Two that stand
    for a word to be filled in have words on both sides, and names in program code go on in small letters.
    """
    if "__" not in text:
        return
    taken = {place for start, end, width in emphases for place in (start, end - width)}
    for match in _EMPTY.finditer(text):
        start, end = match.span()
        if start in taken:
            continue
        after, line = text[end : end + 1], text[text.rfind("\n", 0, start) + 1 : start]
        leads = not line.strip(_LEADS)
        opens = not is_small(text[end : end + 2].strip()[:1]) and (leads or (line[-1].isspace() and after.isalnum()))
        closes = _ENDED.match(text, end) is not None or (after == " " and line[-1:] in _STOPS)
        if opens or closes:
            yield Mark(start, end + (after == " " and leads))


def _runs_on(text: str, start: int, end: int) -> bool:
    """Say whether signs stand between two words of a script that parts words by spaces, or between a stop and a word."""
    ahead = text[max(0, start - _MOST_SIGNS) : start].rstrip("*_")
    before = ahead[-1:]
    after = text[end : end + _MOST_SIGNS].lstrip("*_")[:1]
    if not after.isalnum() or not (before.isalnum() or (before and before in _STOPS)):
        return False
    if before in '"»' and ahead[-2:-1] in ("", " ", "\n", "("):
        return False  # It opens what is quoted.
    return _UNSPACED.search(before + after) is None
