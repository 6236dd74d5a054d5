"""Patterns of google-re2: all of them in a few automata that tell which may match a text, each compiled when it first may.

RE2 runs in time linear in the text for any pattern, but one automaton for hundreds of patterns with counted repeats or classes of all
scripts' letters has more states than it keeps, so that the automata hold looser patterns, and the exact ones are made in the size that a text needs.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple

import re2
from ahocorasick_rs import AhoCorasick, MatchKind

from cleaner.regexes import regex
from cleaner.rules.needles import Clue, start, ways

_COUNTED = regex(r"(?<!\\)\{(\d+),\d*\}")
REPEATS = regex(r"\{(?:\d+,)?(\d+)\}")
MOST_REPEATS = 1_000
"""The highest count that google-re2 takes; the automaton, whose patterns have none, does not notice."""
MARKS = r"(?:[^\p{L}\p{M}\p{N}]|[\x{fe00}-\x{fe0f}\x{20e3}])*"
"""Marks around a whole line's pattern, and what makes pictures of them (➡️); `\\W` of google-re2 is ASCII's and would take in every
other script."""
_ANY_MARKS = r"[^A-Za-z0-9]*"
"""Takes in what `MARKS` does and more, in an automaton a hundredth of the size; in ASCII it is the same."""
_ALL_MARKS = (
    "[^A-Za-z0-9\u0391-\u03c9\u0400-\u0481\u048a-\u052f\u05d0-\u05ea\u0620-\u065f\u0900-\u0963\u0985-\u09b9\u0b85-\u0bb9"
    "\u0531-\u0556\u0561-\u0587\u0a05-\u0a39\u0a85-\u0ab9\u0c05-\u0c39\u0c85-\u0cb9\u0d05-\u0d3a\u0d85-\u0dc6\u1000-\u102a"
    "\u10d0-\u10fa\u1200-\u135a\u1780-\u17b3\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*"
)  # fmt: skip
"""Takes in what `MARKS` does, and few letters. Where a line's first words could be marks, all patterns would stay possible
through every line of the script, and the automaton would build thousands of states for each page: that took a second a page."""
EDGE_MARKS = regex(r"^[\W_]+")
"""What `MARKS` takes away before a line's first letter or digit, and vowel signs that stand before it."""
_LINE_END = regex("\n")
_LETTERS, _CAPITALS = r"A-Za-z\x{80}-\x{10ffff}", r"A-Z\x{80}-\x{10ffff}"
"""Take in all letters and their marks, and all capitals, for the same reason."""
_ASCII_LETTERS, _NO_ASCII = {r"\p{L}": "A-Za-z", r"\p{Lu}": "A-Z", r"\p{Ll}": "a-z"}, r"\x{80}"
"""The letters of ASCII by class, and what stands for classes that have none."""
_WESTERN = regex(r"[\x00-´¶-Þà-ÿŒœŠšŸŽž\u2000-\u206f€™]*")
"""Texts in the signs of western Europe, but for ß and µ, whose capitals stand outside."""
_WESTERN_LETTERS, _NOT_WESTERN = {
    r"\p{L}": "A-Za-zªºÀ-ÖØ-öø-ÿŒœŠšŸŽž",
    r"\p{Lu}": "A-ZÀ-ÖØ-ÞŒŠŸŽ",
    r"\p{Ll}": "a-zà-öø-ÿœšž",
    r"\p{Lo}": "ªº",
}, r"\x{3000}"
"""The letters of `_WESTERN` by class, and what stands for classes that have none there."""
_WESTERN_MARKS = f"[^0-9²³¹¼-¾{_WESTERN_LETTERS[chr(92) + 'p{L}']}]*"
"""The same as `MARKS` in such texts."""
_CLASS_PIECE = regex(r"(\\p\{(?:L[ultmo]?|M)\})|\\.|\[:\^?\w+:\]|(\[\^?\]?)|(\])")
"""A class of letters, what an escape or a named class hides, the opening of a bracket and its end."""


@cache
def relaxed(pattern: str) -> str:
    """Return a pattern that matches whatever `pattern` does, with its counted repeats made uncounted.

    One automaton for hundreds of counted repeats has more states than it can keep, which makes it a hundred times
    slower; the relaxed automaton only says which exact patterns are worth trying.
    """
    uncounted = _COUNTED.sub(lambda match: "*" if match[1] == "0" else "+", pattern.replace(MARKS, _ANY_MARKS))
    return _lettered(uncounted, {r"\p{Lu}": _CAPITALS}, _LETTERS, negated=False)


@cache
def _of_ascii(pattern: str) -> str:
    """Return a pattern that matches the same ASCII texts and is compiled in a fifth of the time."""
    return _lettered(pattern.replace(MARKS, _ANY_MARKS), _ASCII_LETTERS, _NO_ASCII, negated=True)


@cache
def _of_western(pattern: str) -> str:
    """Return a pattern that matches the same `_WESTERN` texts and is compiled in a fraction of the time."""
    return _lettered(pattern.replace(MARKS, _WESTERN_MARKS), _WESTERN_LETTERS, _NOT_WESTERN, negated=True)


def _lettered(pattern: str, members: Mapping[str, str], others: str, *, negated: bool) -> str:
    """Return the pattern with its classes of letters written as ranges: `members`, or `others` for those not named.

    Inside negated brackets that is done when `negated`.
    """
    if r"\p{" not in pattern:
        return pattern
    outer = ""

    def ranges(match: re.Match[str]) -> str:
        nonlocal outer
        letters, opening, closing = match.groups()
        if letters and (negated or not outer.startswith("[^")):
            found = members.get(letters, others)
            return found if outer else f"[{found}]"
        outer = "" if closing else outer or opening or ""
        return match[0]

    return _CLASS_PIECE.sub(ranges, pattern)


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 256 << 20
    return options


@cache
def finder(source: str) -> Any:
    """Return the compiled pattern, which tells where its matches stand."""
    return re2.compile(source, _options())


@cache
def teller(source: str) -> Any:
    """Return what tells whether the pattern matches, in a third of the time; most are never needed, and all take seconds."""
    automaton = re2.Set.SearchSet(_options())
    automaton.Add(source)
    automaton.Compile()
    return automaton


def _check(source: str) -> None:
    """Read a pattern and compile none: most are never needed.

    Raises:
        re2.error: the pattern is not valid.
    """
    re2.Set.SearchSet(_options()).Add(source)


def smaller(source: str, text: str) -> str:
    """Return the pattern, or a smaller one that does the same for texts of few scripts."""
    if text.isascii():
        return _of_ascii(source)
    return _of_western(source) if _WESTERN.fullmatch(text) else source


class _Way(NamedTuple):
    """Clues beside the one that a way is looked up by, and the pattern that is gone by it."""

    pattern: int
    clues: frozenset[int]


class Candidates:
    """Finds the patterns that may match a text.

    One automaton for all patterns has more states than fit in memory, and builds new ones on every page, because of the
    patterns that may begin with any words. These are tried one by one in the few lines where words stand that are in all texts that they
    match, which are looked for all at once, after Aho and Corasick (1975). The others begin with words of their own, and an automaton for
    them gives most lines up at once.
    """

    def __init__(self) -> None:
        self._heads, self._headed = re2.Set.MatchSet(_options()), list[int]()
        self._parts, self._parted = re2.Set.SearchSet(_options()), list[int]()
        self._clues: dict[Clue, int] = {}
        self._ways: dict[int, list[_Way]] = {}

    def add(self, number: int, source: str, *, whole: bool) -> None:
        """Take a pattern; `whole` ones begin with the line.

        Raises:
            re2.error: the pattern is not valid.
        """
        bare = source.removeprefix("^" + MARKS)
        begins = start(bare)
        known = ways(bare) if begins.wild or not whole else ()
        if known:
            _check(relaxed(source))
            for way in known:
                first, *others = [self._clues.setdefault(clue, len(self._clues)) for clue in way]
                self._ways.setdefault(first, []).append(_Way(number, frozenset(others)))
        elif whole:
            self._heads.Add(f"^{_ALL_MARKS if begins.signed else ''}{relaxed(bare)}")
            self._headed.append(number)
        else:
            self._parts.Add(f"(?m){relaxed(source)}")
            self._parted.append(number)

    def compile(self) -> None:
        """Make the automata, once all patterns are there."""
        for automaton in (self._heads, self._parts):
            automaton.Compile()

    @cached_property
    def _needles(self) -> tuple[AhoCorasick, list[set[int]]]:
        """What finds the needles of all clues, and for each the clues that it is of."""
        clues: dict[str, set[int]] = {}
        for clue, number in self._clues.items():
            for needle in clue:
                clues.setdefault(needle, set()).add(number)
        return AhoCorasick(list(clues), matchkind=MatchKind.Standard), list(clues.values())

    def needled(self, lines: str) -> dict[int, set[int]]:
        """Return the numbers of the patterns that may match a line by the words in it, by the line's number; `lines` are `folded`."""
        if not self._clues:
            return {}
        automaton, clues_of = self._needles
        ends = [match.start() for match in _LINE_END.finditer(lines)]
        clued: dict[int, set[int]] = {}
        for needle, place, _ in automaton.find_matches_as_indexes(lines, overlapping=True):
            clued.setdefault(bisect(ends, place), set()).update(clues_of[needle])
        known = self._ways
        found = {line: {way.pattern for clue in clues if clue in known for way in known[clue] if way.clues <= clues} for line, clues in clued.items()}
        return {line: numbers for line, numbers in found.items() if numbers}

    def of(self, encoded: bytes, unmarked: bytes) -> list[int]:
        """Return the numbers of the patterns that begin with words of their own and may match a text.

        The text is given in UTF-8, and once more from its first letter or digit.
        """
        if not self._headed:
            return []
        heads = self._heads.Match(encoded)
        if len(unmarked) < len(encoded):
            heads = {*(heads or ()), *(self._heads.Match(unmarked) or ())}
        return [self._headed[place] for place in heads or ()]

    def parts(self, lines: str) -> list[int]:
        """Return the numbers of the patterns without a word of their own that a part of one of the lines may match."""
        found = self._parts.Match(lines.encode()) if self._parted else None
        return sorted(self._parted[place] for place in found) if found else []


def wrong_pattern(value: str) -> str:
    """Return what is wrong with a pattern, empty where nothing is."""
    try:
        finder(value)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        return reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
    return ""
