"""What the source of a pattern tells about the texts that it can match: how they begin, and what stands in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

MIN_WORTH = 3
"""Characters of the shortest needle, white space left out, from which needles are rare enough to be looked for first."""
RARE_SIGNS = frozenset("{}<>|/\\@#*+=©®™»›→")
"""Signs that stand in so few lines that one makes a needle."""

_CODES = r"\\[pPx]\{[^}]*\}|\\[pP].|\\x..|\\[0-7]{1,3}|\\[dDwWSCafnrtv]"
"""Characters and classes that are written as names or numbers."""
_FEW = r"\\s|\[(?!\^)(?:\\\W|\\s|[^\\\[\]-]|-(?=\]))+\]"
"""White space, and classes whose characters are all named."""
_WILD = rf"\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|{_CODES}"
_REPEAT = r"(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})\??)?"
_TOKEN = re.compile(
    r"(?P<word>\w+(?=\w[*+?{])|\w+(?![\w*+?{]))"
    r"|(?P<edge>[\^$]|\\[Az])|(?P<mark>\(\?[A-Za-z-]+\)|\\[bB])|(?P<bar>\|)|(?P<open>\((?:\?(?:P?<\w+>|[A-Za-z-]*:))?)"
    rf"|(?:(?P<close>\))|(?P<few>{_FEW})|(?P<wild>{_WILD})|(?P<sign>\\\W|[^\\])){_REPEAT}",
    re.DOTALL,
)
_OPTIONAL = ("*", "?", "{0")
_LETTERS = re.compile(r"\\p\{(?:L[a-z]?|N)\}|\\d|\[(?:\\p\{(?:L[a-z]?|N)\}|\\d|[^\W_])+\]")
"""A class of letters and digits only."""
_RARE = (r"\d", r"[\d")
"""Classes of characters that few words begin with. Capitals are none: patterns that begin with one stay possible through most lines, and
one automaton of all had so many states that a page it had never seen took 3 ms more."""


class Shape(NamedTuple):
    """What a pattern's source tells.

    In every text that the pattern matches, one of the `needles` matches too, upper and lower case not told apart; there are
    none where nothing is known. `wild` patterns may begin with any word, `signed` ones with what is no letter or digit.
    """

    needles: frozenset[str]
    wild: bool
    signed: bool


class _Part(NamedTuple):
    """A branch or a group of a pattern. `worth` is how many characters each of its needles has at least.

    A `plain` part has no wide class of characters, and may stand in a needle; an `empty` one may match nothing.
    """

    needles: frozenset[str] = frozenset()
    worth: int = 0
    plain: bool = True
    wild: bool = False
    signed: bool = False
    empty: bool = True


@cache
def shape(pattern: str) -> Shape:
    """Return the shape of a google-re2 pattern; with signs that are not understood it is wild and has no needles.

    It is remembered: the shared pack's patterns are compiled anew with those of every language.
    """
    tokens = list(_TOKEN.finditer(pattern))
    if sum(token.end() - token.start() for token in tokens) < len(pattern):
        return Shape(frozenset(), wild=True, signed=True)
    part, _ = _group(iter(tokens))
    return Shape(part.needles if part.worth >= MIN_WORTH else frozenset(), part.wild, part.signed or part.empty)


def _group(tokens: Iterator[re.Match[str]]) -> tuple[_Part, re.Match[str] | None]:
    """Return a group, whose tokens are used up, and the bracket that ends it."""
    branches: list[_Part] = []
    branch = _Branch()
    end = None
    for token in tokens:
        kind = token.lastgroup
        if kind == "word":
            branch.add_word(token[0])
        elif kind == "open":
            branch.add_group(token, *_group(tokens))
        elif kind == "bar":
            branches.append(branch.part())
            branch = _Branch()
        elif token["close"]:
            end = token
            break
        else:
            branch.add(token)
    branches.append(branch.part())
    if len(branches) == 1:
        return branches[0], end
    worth = min(part.worth for part in branches)
    return _Part(
        frozenset[str]().union(*(part.needles for part in branches)) if worth else frozenset(),
        worth,
        all(part.plain for part in branches),
        any(part.wild for part in branches),
        any(part.signed for part in branches),
        any(part.empty for part in branches),
    ), end


class _Branch:
    """Gathers the items of one alternative: `run` those since the last that cannot be part of a needle."""

    def __init__(self) -> None:
        self.found: list[_Part] = []
        self.run: list[tuple[str, int]] = []
        self.plain, self.wild, self.signed, self.empty = True, False, False, True

    def add_word(self, word: str) -> None:
        """Take letters and digits that stand once each."""
        self.run.append((word, len(word)))
        self.empty = False

    def add(self, token: re.Match[str]) -> None:
        """Take any other item that is no group."""
        repeat = token["repeat"] or ""
        optional = repeat.startswith(_OPTIONAL)
        nothing = token["edge"] or token["mark"]
        self.signed |= self.empty and not nothing and _is_signed(token)
        if token["wild"] or token["edge"] or repeat.startswith("{"):
            self.wild |= self.empty and not nothing and not token[0].startswith(_RARE)
            self._end_run()
        else:
            self.run.append((token[0], 0 if optional or nothing else _worth(token)))
        self.empty &= optional or bool(nothing)

    def add_group(self, opening: re.Match[str], group: _Part, end: re.Match[str] | None) -> None:
        """Take a group between its brackets."""
        repeat = (end and end["repeat"]) or ""
        optional = repeat.startswith(_OPTIONAL)
        self.wild |= self.empty and group.wild
        self.signed |= self.empty and group.signed
        self.empty &= optional or group.empty
        if group.plain and end and not repeat.startswith("{"):
            self.run.append((opening.string[opening.start() : end.end()], 0 if optional else group.worth))
            return
        self._end_run()
        if not optional:
            self.found.append(group)

    def part(self) -> _Part:
        """Return the branch, with the last needle of most characters: verbs and buttons stand first, what they are about last."""
        plain = self.plain
        self._end_run()
        best = max(reversed(self.found), key=lambda part: part.worth, default=_Part())
        return _Part(best.needles, best.worth, plain, self.wild, self.signed, self.empty)

    def _end_run(self) -> None:
        """Make a needle of the run, without what may be missing at its end."""
        run = self.run
        while run and not run[-1][1]:
            run.pop()
        if run:
            needle = "".join(source for source, _ in run)
            self.found.append(_Part(frozenset((needle,)), sum(worth for _, worth in run)))
        self.run, self.plain = [], False


def _is_signed(token: re.Match[str]) -> bool:
    """Say whether what a token stands for may be no letter or digit."""
    if token["sign"]:
        return not token["sign"][-1].isalnum()
    return bool(token["few"]) or not _LETTERS.fullmatch(token["wild"])


def _worth(token: re.Match[str]) -> int:
    """Return how many letters a sign, or a class of few characters, is as rare as."""
    if token["sign"]:
        return MIN_WORTH if token["sign"][-1] in RARE_SIGNS else 1
    members = re.sub(r"\\(?=\W)", "", token["few"].removeprefix("[").removesuffix("]"))
    return MIN_WORTH if RARE_SIGNS.issuperset(members) else 0
