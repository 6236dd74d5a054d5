"""Which runs of a text are code: the likeliest of all ways to change between text and code (Viterbi 1967).

What stands in braces that match is code whatever its strings say. The words outside are code or text by the signs they hold, and
by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.model import Span
from cleaner.parse.script_units import Parentheses, begins, ends, wholes
from cleaner.regexes import regex

CHANGE, CHANGE_OF_LINE = 4.0, 0.9
"""What a change between text and code costs, in plain words: within a line four on either side, at its end not two."""
PLAIN, SIGN, MOST_SIGNS, ENDED, LONG, NAMED = -1.0, 1.5, 6.0, 2.0, 3.0, 3.0
"""What words count for code: a plain one, each sign in one and all of them, a semicolon behind it, its length, and what names an element's class."""
LONG_WORD = 60
"""Characters from which a run without a space is code or data; the longest words in use have fewer. Field observation."""
STRING_CHARS = 80
"""How far from a gap the quotes of the string are looked for that it may be part of."""
OPENED_CHARS = 2
"""How far behind a run its string may open, and before one end: runs end where their statements do."""
BRACED = 50.0
"""What braces and comments count."""
_OPEN_STRING = regex(r"[:\[,(=+]\s*\\*[\"'`][^\"'`\n]*\Z")
_STRING_END = regex(r"[^\"`\n]*?\\*[\"'`]\s*(?:[,;:\])}+]|\\n)")
"""What a run ends in whose string goes on, and what another begins with where that string ends."""
_COMMENT = r"/\*.{0,2000}?\*/|(?:(?<=\n)|\A)[ \t]*//[^\n]*"
_BEGUN = r"(?:window|document|self)\.\w|!function\b|\(function\b|\(self\."
"""What a statement begins with that stands right behind a word of the text."""
_WORD = regex(rf"{_COMMENT}|(?:(?!{_BEGUN})\S)+|\S+", re.DOTALL)
_EDGES = "()[]\"'.,:!?…“”‘’«»"
_SIGNS = regex(r"[{}=;\\_$|<>()\[\]\":/,@#&%+*]")
_CLASS = regex(r"[.#][a-z][\w-]*(?:-\w|:[a-z]|\.[a-z])|(?:\S*;)?--[a-z]+-[\w-]+:")
"""A class or a name of an element as style sheets write it, with a second part: no sentence has a stop before a word; or a property of their own."""
_ADDRESS = regex(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w")


class _Item(NamedTuple):
    """A piece of text, how much it counts for code, and what a change of state before it costs."""

    start: int
    end: int
    score: float
    change: float


def code(text: str) -> list[Span]:
    """Return the runs of code in a text, in order and apart, strings that hold prose within them. Time is linear in its length."""
    return _joined(text, _runs(list(_items(text))))


def _joined(text: str, runs: Iterable[Span]) -> list[Span]:
    """Return the runs with those made one between which a string goes on that holds prose."""
    found: list[Span] = []
    for run in runs:
        if found and _is_in_string(text, found[-1], run):
            found[-1] = Span(found[-1].start, run.end)
        else:
            found.append(run)
    return found


def _is_in_string(text: str, before: Span, after: Span) -> bool:
    """Say whether a string that is open where one run ends is closed where the next begins."""
    opened = _OPEN_STRING.search(text, max(before.start, before.end - STRING_CHARS), before.end + OPENED_CHARS)
    return opened is not None and _STRING_END.match(text, after.start - OPENED_CHARS, after.start + STRING_CHARS) is not None


def _runs(items: Sequence[_Item]) -> list[Span]:
    """Return the runs of items that are code in the likeliest of all ways to tell code from text."""
    came: list[tuple[bool, bool]] = []  # for each item, whether what stood before it is code if it is text, and if it is code
    prose, code = 0.0, -CHANGE
    for item in items:
        came.append((code - item.change > prose, prose - item.change <= code))
        prose, code = max(prose, code - item.change), max(code, prose - item.change) + item.score
    state = code > prose
    run: tuple[int, int] | None = None
    found: list[Span] = []
    for item, before in zip(reversed(items), reversed(came), strict=True):
        if state:
            run = (item.start, run[1] if run else item.end)
        elif run:
            found.append(Span(*run))
            run = None
        state = before[state]
    if run:
        found.append(Span(*run))
    return found[::-1]


def _items(text: str) -> Iterator[_Item]:
    """Yield what stands in braces, with the arguments behind it, and the words between, in order."""
    end = 0
    calls = Parentheses(text)
    for unit in wholes(text, calls):
        if unit.end <= end:
            continue
        head = begins(text, end, max(end, unit.start))
        yield from _words(text, end, head)
        closed = ends(text, unit.end, calls)
        yield _Item(head, closed, BRACED, _change(text, end, head))
        end = closed
    yield from _words(text, end, len(text))


def _words(text: str, start: int, end: int) -> Iterator[_Item]:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        comment = word.lstrip().startswith(("/*", "//"))
        yield _Item(match.start(), match.end(), BRACED if comment else _score(word), _change(text, start, match.start()))
        start = match.end()


def _change(text: str, before: int, start: int) -> float:
    return CHANGE_OF_LINE if "\n" in text[before:start] else CHANGE


def _score(word: str) -> float:
    """Return how much a word counts for code."""
    core = word.strip(_EDGES)
    if _ADDRESS.match(core):
        return 0.0
    if _CLASS.match(word):
        return NAMED
    ended = ENDED if word[-1] in ";{" or core[:1] in ("#", ".", "@") else 0.0
    signs = min(MOST_SIGNS, SIGN * len(_SIGNS.findall(core.rstrip(";"))))
    return PLAIN + signs + ended + (LONG if len(word) > LONG_WORD and word.isascii() else 0.0)


