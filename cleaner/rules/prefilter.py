"""Which patterns are worth trying on which line: a filter that lets no match through its fingers.

An automaton of google-re2 builds its states when a text first needs them. Patterns with long gaps (`.{0,40}`) multiply
each other's states, so that one automaton of all patterns spends ten times as long on building as on reading, on new
pages for ever. Such patterns are looked for by a string that they cannot match without, all at once (Aho and Corasick
1975), and tried by rule; the others share two automata of few states.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from math import inf
from threading import Lock
from typing import Any

import re2
from ahocorasick_rs import AhoCorasick

from cleaner.rules.atoms import Needs, lowered, needs

MOST_MEMORY = 256 << 20
"""Bytes of states that one automaton may keep before it drops them."""
NARROW = 12
"""Spaces up to which a whole line's patterns share an automaton: those with more have gaps of any words."""
EDGE = 4
"""Spaces that marks around a line may hold, where the line is not folded."""
SHORT_ATOM, MARK_WORTH = 4, 3
"""Characters of the shortest string that is looked for, and what one outside ASCII counts more: fewer are everywhere."""


def options() -> Any:
    """Return the options that all patterns are compiled with."""
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.log_errors = False
    chosen.max_mem = MOST_MEMORY
    return chosen


class Automaton:
    """Patterns that are read as one; its states are built when texts need them."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._set: Any = re2.Set.SearchSet(options())
        self._compiled = False
        self._lock = Lock()

    def add(self, number: int, source: str) -> None:
        """Add a pattern under its number.

        Raises:
            re2.error: it is not valid.
        """
        self._set.Add(source)
        self._numbers.append(number)

    def matches(self, encoded: bytes) -> list[int]:
        """Return the numbers of the patterns that match a line in UTF-8."""
        if not self._compiled:
            with self._lock:
                if not self._compiled and self._numbers:
                    self._set.Compile()
                self._compiled = True
        found = self._set.Match(encoded) if self._numbers else None
        return [self._numbers[place] for place in found] if found else []


class Prefilter:
    """The patterns of all rules, to be asked which of them may match a line; numbered as they are added."""

    def __init__(self) -> None:
        self._count = 0
        self._narrow, self._rest = Automaton(), Automaton()
        self._rules: dict[str, Automaton] = {}
        self._room: dict[str, float] = {}
        self._of_atom: dict[str, set[str]] = defaultdict(set)

    def add(self, rule: str, value: str, source: str, *, whole: bool) -> None:
        """Add a pattern of `rule`: `value` is the exact one, `source` what matches at least the lines it matches.

        Raises:
            re2.error: it is not valid.
        """
        need = needs(value)
        automaton = self._rest
        if whole and need.gaps <= NARROW:
            automaton = self._narrow
        elif whole and need.gaps < inf and _is_rare(need):
            automaton = self._rules.setdefault(rule, Automaton())
            self._room[rule] = max(need.gaps, self._room.get(rule, 0.0))
            for atom in need.sets[0]:
                self._of_atom[atom].add(rule)
        automaton.add(self._count, source)
        self._count += 1

    @cached_property
    def _atoms(self) -> tuple[AhoCorasick, list[set[str]]]:
        return AhoCorasick(list(self._of_atom)), list(self._of_atom.values())

    def candidates(self, texts: Sequence[str], folded: Sequence[str]) -> list[list[int]]:
        """Return for each line the patterns that may match it; `folded` is empty where a line was too long to fold."""
        found: list[list[int]] = []
        by_line = self._by_line(texts)
        for line, (text, plain) in enumerate(zip(texts, folded, strict=True)):
            gaps = plain.count(" ") if plain else text.count(" ") - EDGE
            encoded = text.encode("utf-8", "replace")
            numbers = self._rest.matches(encoded)
            if gaps <= NARROW:
                numbers += self._narrow.matches(encoded)
            for rule in by_line.get(line, ()):
                if gaps <= self._room[rule]:
                    numbers += self._rules[rule].matches(encoded)
            numbers.sort()
            found.append(numbers)
        return found

    def _by_line(self, texts: Sequence[str]) -> dict[int, set[str]]:
        """Return for each line the rules of whose strings it holds one."""
        automaton, rules = self._atoms
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        by_line: dict[int, set[str]] = defaultdict(set)
        for atom, start, _ in automaton.find_matches_as_indexes(lowered("\n".join(texts)), overlapping=True):
            by_line[bisect_right(starts, start) - 1] |= rules[atom]
        return by_line


def _is_rare(need: Needs) -> bool:
    return bool(need.sets) and min(map(_worth, need.sets[0])) >= SHORT_ATOM


def _worth(atom: str) -> int:
    return len(atom) + (0 if atom.isascii() else MARK_WORTH)
