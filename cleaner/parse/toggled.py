"""Emphasis that only counting finds: marks that converters set where Markdown sees none.

Converters write a mark where an element begins and one where it ends, whatever blanks stand beside them: `_not  _a ferry`, `said.****`,
`_ Every_ boat`. CommonMark reads some of these as signs, others as the wrong pair. In a block in which it leaves signs over, every other
mark opens and the next one closes, if each pair can be one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.parse.marks import BLIND
from cleaner.regexes import regex

LONGEST = 2_000
"""Characters between two marks of one emphasis."""
_STRONG, _MOST_STARS, _MOST_UNDERSCORES = 2, 8, 3
_STOPS = f'.,;!?)]”"_{BLIND}'
"""What stands before marks around nothing; stars behind a colon or a blank may be a rating."""
_WHOLE = 8
"""Letters of a word that is whole without the stars behind it: more than the first parts of curses have, which go on in them."""
_CODE = "</=?&-"
"""What stands before the underscores of names, in tags and addresses."""
_WORD_BEFORE = regex(r"[^\W\d_]+\Z")
_SENTENCE = regex(r"[\"'“„‚‘«»(*\[]|[^\W\d_a-z]\w*[^\w\n]+\w+\W+\w")
"""How emphasised words begin that hold a blank at their end: with a quote or mark, or with a capital and more than two words."""


class Emphasis(NamedTuple):
    """Emphasised text with its marks, of `width` signs on either side."""

    start: int
    end: int
    width: int


class Run(NamedTuple):
    """Signs in a row: where they stand, and whether they may begin and end an emphasis."""

    start: int
    end: int
    opens: bool
    closes: bool


class _Place(NamedTuple):
    """Where a mark stands, and the characters before and after its run."""

    start: int
    before: str
    after: str


def pairs(text: str, runs: Sequence[Run], sign: str) -> list[Emphasis]:
    """Return the emphases whose marks are all the `runs` of a block that can be marks, or none if one of them can be no such pair."""
    width = _STRONG if sign == "*" else 1
    places: list[_Place] = []
    for start, end, _, _ in runs:
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        if sign == "_" and _is_name(end - start, before, after, opened=len(places) % 2 == 1):
            continue
        if (end - start) % width or end - start > (_MOST_STARS if sign == "*" else _MOST_UNDERSCORES):
            return []
        places += [_Place(place, before, after) for place in range(start, end, width)]
    if len(places) % 2:
        return []
    both = list(zip(places[::2], places[1::2], strict=True))
    if not all(_is_pair(text, opening, closing, width) for opening, closing in both):
        return []
    return [Emphasis(opening.start, closing.start + width, width) for opening, closing in both]


def _is_name(size: int, before: str, after: str, *, opened: bool) -> bool:
    """Say whether underscores stand within a name, or are two that a font's icon or a word to be filled in left."""
    return (before.isalnum() and after.isalnum()) or (size == _STRONG and not opened) or (before in _CODE and after.isalnum())


def _is_pair(text: str, opening: _Place, closing: _Place, width: int) -> bool:
    """Say whether two marks may be those of one element: one of them at least looks its part, the other may have a blank inside."""
    inner = text[opening.start + width : closing.start]
    if not inner.strip("*_ \t\n"):
        return _is_empty(text, inner, opening, closing)
    glued = opening.before.isalnum()
    opens = not glued and not opening.after.isspace()
    closes = not closing.before.isspace() and not closing.after.isalnum()
    if not (opens or closes) or len(inner) > LONGEST:
        return False
    if opening.after.isspace() and not (opening.before.isspace() or opening.before in _STOPS[-2:]):
        return False  # As of two notes' stars: `the fare** and the toll**`.
    if width == _STRONG:
        return not (glued and opening.before.isdigit())
    backwards = closing.before.isspace() and closing.after.isalnum()
    return not glued and (not backwards or inner.endswith("  ") or _SENTENCE.match(inner) is not None)


def _is_empty(text: str, inner: str, opening: _Place, closing: _Place) -> bool:
    """Say whether marks stand around nothing, rather than be a rating, the letters of a curse, or blanks to be filled in."""
    if inner.strip("*_"):
        return not opening.before.isspace()
    if opening.before in _STOPS or closing.after == BLIND:
        return True
    word = _WORD_BEFORE.search(text, max(0, opening.start - _WHOLE), opening.start)
    return word is not None and len(word[0]) == _WHOLE and not closing.after.isalnum()


def parted(text: str, left: Sequence[Run], sign: str) -> Iterator[Emphasis]:
    """Yield the emphasis of elements that hold several blocks: one that begins a line, and the next that is left, which ends one."""
    size = _STRONG if sign == "*" else 1
    for opening, closing in pairwise(left):
        if opening.end - opening.start != size or closing.end - closing.start != size or closing.start - opening.end > LONGEST:
            continue
        ended = not text[closing.end : closing.end + 2].strip() or text[closing.end : closing.end + 1] == "\n"
        if not ended or text[closing.start - 1].isspace() or text[opening.end].isspace():
            continue
        line = text[text.rfind("\n", 0, opening.start) + 1 : opening.start]
        if not line.strip(" \t#>*+-"):
            yield Emphasis(opening.start, closing.end, size)
