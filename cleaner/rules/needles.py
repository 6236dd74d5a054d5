"""What the source of a pattern tells about the texts that it can match: how they begin, and which words stand in all of them."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cleaner.regexes import regex

MIN_WORTH, SIGN_WORTH = 2, 3
"""Letters of the shortest needle that is looked for, agencies' names (AP); a pattern without one would have to be tried on every line. And how many
letters a rare sign is worth."""
COMMON = frozenset(
    "a about all an and any are as at be been but by can for from had has have he her his how i if in is it its more new no not of on one or our out"
    " said she so some than that the their them there they this to up was we were what when who will with would you your".split()
)
"""The most common words of English: two letters make no needle, more are worth no more than the shortest. On pages in other languages English needles
are rare whatever they are."""
_DENSE = regex(r"[\u0590-\uffff]")
"""Letters of scripts that write words in fewer of them than Latin, Greek and Cyrillic do; one is worth two."""
RARE_SIGNS = frozenset("{}<>|/\\@#*+=©®™»›→")
"""Signs that stand in so few lines that one makes a needle."""

_CODES = r"\\[pPx]\{[^}]*\}|\\[pP].|\\x..|\\[0-7]{1,3}|\\[dDwWSCafnrtv]"
"""Characters and classes that are written as names or numbers."""
_FEW = r"\\s|\[(?!\^)(?:\\\W|\\s|[^\\\[\]-]|-(?=\]))+\]"
"""White space, and classes whose characters are all named."""
_WILD = rf"\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|{_CODES}"
_REPEAT = r"(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})\??)?"
_TOKEN = regex(
    r"(?P<word>\w+(?=\w[*+?{])|\w+(?![\w*+?{]))"
    r"|(?P<edge>[\^$]|\\[Az])|(?P<mark>\(\?[A-Za-z-]+\)|\\[bB])|(?P<bar>\|)|(?P<open>\((?:\?(?:P?<\w+>|[A-Za-z-]*:))?)"
    rf"|(?:(?P<close>\))|(?P<few>{_FEW})|(?P<wild>{_WILD})|(?P<sign>\\\W|[^\\])){_REPEAT}",
    re.DOTALL,
)
_OPTIONAL = ("*", "?", "{0")
_WORD, _SIGN = regex(r"\w+"), regex(r"[^\w\s]")
_SPACES = regex(r"[ \t\f\r]{2,}|[\t\f\r]")
_LETTERS = regex(r"\\p\{(?:L[a-z]?|N)\}|\\d|\[(?:\\p\{(?:L[a-z]?|N)\}|\\d|[^\W_])+\]")
"""A class of letters and digits only."""
FURTHER_WORTH = 4
"""The same for needles of a way's second and third clue: shorter ones are found more often than they spare a look."""
MOST_CLUES = 3
"""Clues of a way that are looked at; a fourth is seldom missing where three are there."""
_RARE = (r"\d", r"[\d")
"""Classes of characters that few words begin with. Capitals are none: patterns that begin with one stay possible through most lines, and
one automaton of all had so many states that a page it had never seen took 3 ms more."""

Clue = frozenset[str]
"""Needles of which one stands in a text: they are case-folded, with one space for white space."""
Way = tuple[Clue, ...]
"""Clues that all are there, the rarest first."""


class Start(NamedTuple):
    """How the texts that a pattern matches may begin: `wild` ones with any word, `signed` ones with what is no letter or digit."""

    wild: bool
    signed: bool


@dataclass(slots=True)
class _Level:
    """A group whose end is not reached: whether it begins the pattern, and whether its branch, and one before it, may be `empty` so far."""

    first: bool
    empty: bool = True
    was_empty: bool = False


class _Found(NamedTuple):
    """A clue, and how many letters of rare words each of its needles is worth at least."""

    worth: int
    clue: Clue


_Ways = list[tuple[_Found, ...]]


@cache
def start(pattern: str) -> Start:
    """Return how texts begin that a google-re2 pattern matches; with signs that are not understood they may begin with anything.

    It is remembered: patterns that sites' packs share are compiled for each.
    """
    wild = signed = False
    levels = [_Level(first=True)]
    end = 0
    for token in _TOKEN.finditer(pattern):
        end += len(token[0])
        level, kind = levels[-1], token.lastgroup
        if kind == "open":
            levels.append(_Level(level.first and level.empty))
        elif kind == "bar":
            level.was_empty |= level.empty
            level.empty = True
        elif token["close"] and len(levels) > 1:
            levels.pop()
            levels[-1].empty &= level.was_empty or level.empty or _is_optional(token)
        elif level.empty and kind not in ("edge", "mark"):
            if level.first and kind != "word":
                signed |= _is_signed(token)
                wild |= bool(token["wild"] or _repeat(token).startswith("{")) and not token[0].startswith(_RARE)
            level.empty = _is_optional(token)
    unknown = end < len(pattern)
    return Start(wild or unknown, signed or unknown or levels[0].empty or levels[0].was_empty)


@cache
def ways(pattern: str) -> tuple[Way, ...]:
    """Return the ways by which a google-re2 pattern matches: in every text that it matches all clues of one of them are found.

    There are none where nothing is known, as of patterns with signs that are not understood.
    """
    tokens = list(_TOKEN.finditer(pattern))
    if sum(token.end() - token.start() for token in tokens) < len(pattern):
        return ()
    gone, _ = _group(iter(tokens))
    kept = [[found.clue for place, found in enumerate(way[:MOST_CLUES]) if found.worth >= (FURTHER_WORTH if place else MIN_WORTH)] for way in gone]
    return tuple(dict.fromkeys(map(tuple, kept))) if all(kept) else ()


def folded(text: str) -> str:
    """Return a text as needles are looked for in it; lines stay lines."""
    return _SPACES.sub(" ", text.casefold())


def _group(tokens: Iterator[re.Match[str]]) -> tuple[_Ways, str]:
    """Return the ways of a group, whose tokens are used up, and how often the bracket that ends it says that it may stand."""
    found: _Ways = []
    branch = _Branch()
    repeat = ""
    for token in tokens:
        kind = token.lastgroup
        if kind == "word":
            branch.run += token[0]
        elif kind == "open":
            branch.add_group(*_group(tokens))
        elif kind == "bar":
            found += branch.ways()
            branch = _Branch()
        elif token["close"]:
            repeat = _repeat(token)
            break
        elif kind not in ("edge", "mark"):
            branch.add(token)
    return [*found, *branch.ways()], repeat


class _Branch:
    """Gathers the items of one alternative: `run` is the text since the last item that may be one of several."""

    def __init__(self) -> None:
        self.found: list[_Found] = []
        self.groups: list[_Ways] = []
        self.run = ""

    def add(self, token: re.Match[str]) -> None:
        """Take any item that is neither words nor a group."""
        repeat, optional = _repeat(token), _is_optional(token)
        known = "" if optional or repeat.startswith("{") else _text(token)
        self.run += known
        if not known or (repeat and known != " "):
            self._end_run()
        if token["few"] and not optional:
            self.found += _signs(token["few"])

    def add_group(self, group: _Ways, repeat: str) -> None:
        """Take a group between its brackets."""
        self._end_run()
        if not repeat.startswith(_OPTIONAL):
            self.groups.append(group)

    def ways(self) -> _Ways:
        """Return one way, or one for each of the group that is gone by several clues at once; other groups are a clue each."""
        self._end_run()
        several = [group for group in self.groups if any(len(way) != 1 for way in group)]
        spread = several[0] if len(several) == 1 else [()]
        clues = [*self.found, *[_united(group) for group in self.groups if group is not spread]]
        return [tuple(sorted({found for found in (*way, *clues) if found.clue}, key=_rarity)) for way in spread]

    def _end_run(self) -> None:
        """Make a clue of the run."""
        if self.run:
            needle = folded(self.run)
            self.found.append(_Found(_worth(needle), frozenset((needle,))))
        self.run = ""


def _rarity(found: _Found) -> tuple[int, list[str]]:
    """Return what clues are ordered by, the rarest first."""
    return -found.worth, sorted(found.clue)


def _united(ways: _Ways) -> _Found:
    """Return the clue that one of several ways was gone, by the rarest clue of each; it is empty where one has none."""
    if not all(ways):
        return _Found(0, frozenset())
    return _Found(min(way[0].worth for way in ways), frozenset[str]().union(*(way[0].clue for way in ways)))


def _repeat(token: re.Match[str]) -> str:
    """Return how often an item says that it stands, empty where once."""
    return token["repeat"] or ""


def _is_optional(token: re.Match[str]) -> bool:
    return _repeat(token).startswith(_OPTIONAL)


def _is_signed(token: re.Match[str]) -> bool:
    """Say whether what a token stands for may be no letter or digit."""
    if token["sign"]:
        return not token["sign"][-1].isalnum()
    return bool(token["few"]) or not _LETTERS.fullmatch(token["wild"])


def _text(token: re.Match[str]) -> str:
    """Return what a token stands for where that is one text, and a space for white space."""
    if token["sign"]:
        return token["sign"][-1]
    return " " if token["few"] == r"\s" else ""


def _signs(few: str) -> list[_Found]:
    """Return the clue of a class of which each sign is rare."""
    members = frozenset(re.sub(r"\\(?=\W)", "", few.removeprefix("[").removesuffix("]")))
    return [_Found(SIGN_WORTH, members)] if members and members <= RARE_SIGNS else []


def _worth(needle: str) -> int:
    """Return how many letters a needle is worth by its words, with signs at them, or, where that is more, by a rare sign."""
    words = [min(len(word) - 1, MIN_WORTH) if word in COMMON else len(word) + len(_DENSE.findall(word)) for word in _WORD.findall(needle)]
    signs = len(_SIGN.findall(needle)) if words else 0
    return max(sum(words) + signs, 0 if RARE_SIGNS.isdisjoint(needle) else SIGN_WORTH)
