"""What a pattern cannot match without: strings that stand in every text it matches, and room for its words.

After the prefilter of google-re2 (Cox 2010, "Regular Expression Matching in the Wild"): an expression is reduced to the
few strings that it can be, as long as they are few, and beyond that to sets of strings that it must contain one of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from math import inf
from typing import NamedTuple

MOST_STRINGS = 32
"""Strings that an expression may be before they are taken for a set that it must contain."""
MOST_SETS = 3
"""Sets of strings that are kept of one expression: more hardly rule out more lines."""
SMALL_CLASS = 4
"""Characters of a class up to which they are taken one by one."""
_CLASS = re.compile(r"\[\^?\]?(?:\\[pP]\{\^?\w+\}|\[:\^?\w+:\]|\\x\{\w+\}|\\.|[^\]\\])*\]")
_FLAGS = re.compile(r"\(\?(?:P<\w+>|[a-zA-Z-]*(:|\)))")
_REPEAT = re.compile(r"(?:[*+?]|\{(\d+)(,?)(\d*)\})\??")
_ESCAPE = re.compile(r"\\(?:[pP]\{\^?\w+\}|[pP]\w|x\{\w+\}|.)", re.DOTALL)
_PLAIN = re.compile(r"\[(?:[^\]\\^-]|\\[^\w])+\]")
_SPACED = re.compile(r"\\[sWDn]|\\[pP]\{|[\s!-/]-[^\]]")
"""Inside a class: what may let a space in, a range from below the letters on among it."""

Strings = frozenset[str]
NOTHING: Strings = frozenset(("",))


class Needs(NamedTuple):
    """What a match must have: one of each of `sets`, the rarest first; `gaps` is how many spaces it can have in it."""

    sets: tuple[Strings, ...]
    gaps: float


class _Found(NamedTuple):
    """`exact` holds all that an expression can be, None where that is too much."""

    exact: Strings | None
    sets: tuple[Strings, ...] = ()
    gaps: float = 0

    def needed(self) -> tuple[Strings, ...]:
        """Return the sets of strings one of which must stand in a match."""
        return self.sets if self.exact is None or "" in self.exact else _best((*self.sets, self.exact))


_EMPTY = _Found(NOTHING)
_SOLID = _Found(None)
_SPACE = _Found(None, gaps=1)


def needs(pattern: str) -> Needs:
    """Return what stands in the text, lowered by `lowered`, of whatever `pattern` matches.

    `pattern` is one of google-re2's; what is not understood counts as anything.
    """
    found, end = _either(pattern, 0)
    return Needs(found.needed(), found.gaps) if end == len(pattern) else Needs((), inf)


def lowered(text: str) -> str:
    """Return `text` in the lower case of `needs`: of one form for each letter, and as long as it was."""
    low = text.lower()
    return "".join(map(_low, text)) if len(low) != len(text) or "ς" in low else low


def _low(character: str) -> str:
    low = character.lower()
    return "σ" if low == "ς" else low if len(low) == 1 else character


def _best(sets: Iterable[Strings]) -> tuple[Strings, ...]:
    """Return the sets that stand in the fewest texts: those whose shortest string is long, and that hold few."""
    order = sorted(set(sets), key=lambda strings: (-min(map(len, strings)), len(strings), sorted(strings)))
    return tuple(order[:MOST_SETS])


def _either(pattern: str, at: int) -> tuple[_Found, int]:
    """Read alternatives up to a closing bracket or the end."""
    branches: list[_Found] = []
    while True:
        found, at = _row(pattern, at)
        branches.append(found)
        if at >= len(pattern) or pattern[at] != "|":
            return _united(branches), at
        at += 1


def _united(branches: list[_Found]) -> _Found:
    if len(branches) == 1:
        return branches[0]
    gaps = max(branch.gaps for branch in branches)
    exact = [branch.exact for branch in branches if branch.exact is not None]
    if len(exact) == len(branches) and len(union := NOTHING.union(*exact)) <= MOST_STRINGS:
        return _Found(union if any("" in one for one in exact) else union - NOTHING, gaps=gaps)
    first = [needed[0] for branch in branches if (needed := branch.needed())]
    return _Found(None, (frozenset().union(*first),) if len(first) == len(branches) else (), gaps)


def _row(pattern: str, at: int) -> tuple[_Found, int]:
    """Read what stands one after the other, up to `|`, a closing bracket or the end."""
    run, whole, gaps = NOTHING, True, 0.0
    sets: list[Strings] = []
    while at < len(pattern) and pattern[at] not in "|)":
        item, at = _item(pattern, at)
        gaps += item.gaps
        sets += item.sets
        if item.exact is not None and len(run) * len(item.exact) <= MOST_STRINGS:
            run = frozenset(a + b for a, b in product(run, item.exact))
            continue
        sets += _Found(run).needed()
        whole = False
        run = NOTHING if item.exact is None else item.exact
    if whole:
        return _Found(run, gaps=gaps), at
    return _Found(None, _best((*sets, *_Found(run).needed())), gaps), at


def _item(pattern: str, at: int) -> tuple[_Found, int]:
    """Read one character, class or group with its repeat."""
    start = at
    found, at = _single(pattern, at)
    repeat = _REPEAT.match(pattern, at)
    if not repeat:
        return found, at
    mark, least, open_ended, most = repeat[0][0], repeat[1], repeat[2], repeat[3]
    spaces = pattern[start:at] in (" ", r"\s", r"\ ")
    times = 1.0 if mark == "?" else float(most or (inf if open_ended else least)) if least else inf
    gaps = found.gaps if spaces or not found.gaps else found.gaps * times
    at = repeat.end()
    if mark == "?" and found.exact is not None:
        return _Found(found.exact | NOTHING, gaps=gaps), at
    optional = mark in "*?" or (least is not None and int(least) == 0)
    return _Found(None, () if optional else found.needed(), gaps), at


def _single(pattern: str, at: int) -> tuple[_Found, int]:
    mark = pattern[at]
    if mark == "(":
        return _group(pattern, at)
    if mark == "[":
        return _class(pattern, at)
    if mark == "\\":
        return _escape(pattern, at)
    if mark in "^$":
        return _EMPTY, at + 1
    return (_SPACE if mark == "." else _Found(frozenset((lowered(mark),)), gaps=float(mark.isspace()))), at + 1


def _escape(pattern: str, at: int) -> tuple[_Found, int]:
    escape = _ESCAPE.match(pattern, at)
    if not escape:
        return _SPACE, len(pattern) + 1
    letter = escape[0][1:]
    if letter in ("b", "B", "A", "z"):
        return _EMPTY, escape.end()
    if not letter[0].isalnum():
        return _Found(frozenset((letter,)), gaps=float(letter.isspace())), escape.end()
    solid = letter in ("S", "w", "d") or letter.startswith(("p{L", "p{M", "p{N"))
    return (_SOLID if solid else _SPACE), escape.end()


def _group(pattern: str, at: int) -> tuple[_Found, int]:
    opening = _FLAGS.match(pattern, at)
    if opening and opening[1] == ")":
        return _EMPTY, opening.end()
    found, end = _either(pattern, opening.end() if opening else at + 1)
    return found, end + 1


def _class(pattern: str, at: int) -> tuple[_Found, int]:
    found = _CLASS.match(pattern, at)
    if not found:
        return _SPACE, len(pattern) + 1
    inside = found[0][1:-1]
    if _PLAIN.fullmatch(found[0]) and len(few := inside.replace("\\", "")) <= SMALL_CLASS:
        return _Found(frozenset(map(lowered, few)), gaps=float(any(map(str.isspace, few)))), found.end()
    if inside.startswith("^"):
        solid = r"\s" in inside or " " in inside
    else:
        letters = re.sub(r"\\p\{[LMN]\w*\}", "", inside)
        solid = not _SPACED.search(letters) and not any(map(str.isspace, letters))
    return (_SOLID if solid else _SPACE), found.end()
