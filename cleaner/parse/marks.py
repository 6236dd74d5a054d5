"""Ranges of a Markdown text that are marks: hidden, though the ground of a block, with what is shown in their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.model import Span

BLIND = "\ufffc"
"""What stands for the characters of a mark while others are looked for: no space, letter, digit or mark of Markdown."""
_ORDER = ("", " ", "\t")
"""What may be shown in the place of marks; of marks that touch, what comes last here is shown."""


class Mark(NamedTuple):
    """A hidden range, and what is shown in its place. A line of marks alone parts as a blank one does if one of them `parts`."""

    start: int
    end: int
    shown: str = ""
    parts: bool = False


class Ranges:
    """Ranges of the source in order; some may stand within others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._reached = list(accumulate((span.end for span in self._spans), max))

    def within(self, start: int, end: int) -> list[Span]:
        """Return the parts of the ranges that lie between `start` and `end`."""
        return [Span(max(low, start), min(high, end)) for low, high in self.around(start, end)]

    def around(self, start: int, end: int) -> list[Span]:
        """Return the ranges of which a part lies between `start` and `end`."""
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start] if first < last else []


class Marks:
    """Marks in order, those made one that touch."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = merged(marks)
        self._starts = [mark.start for mark in self._marks]
        self._ends = [mark.end for mark in self._marks]

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the parts of the marks that lie between `start` and `end`."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if last <= first or (start <= self._starts[first] and self._ends[last - 1] <= end):
            return self._marks[first:last]
        return [Mark(max(m.start, start), min(m.end, end), m.shown, m.parts) for m in self._marks[first:last]]


def merged(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in order, those made one that touch."""
    result: list[Mark] = []
    for mark in sorted(marks):
        last = result[-1] if result else None
        if last and mark.start <= last.end:
            shown = max(last.shown, mark.shown, key=_ORDER.index)
            result[-1] = Mark(last.start, max(last.end, mark.end), shown, last.parts or mark.parts)
        elif mark.start < mark.end:
            result.append(mark)
    return result


def blinded(text: str, spans: Iterable[Span | Mark], sign: str = BLIND) -> str:
    """Return `text` with `sign` for every character of `spans` but the ends of lines; all offsets stay."""
    pieces: list[str] = []
    position = 0
    for span in sorted((span[0], span[1]) for span in spans):
        start, end = max(span[0], position), span[1]
        if start >= end:
            continue
        pieces.append(text[position:start])
        pieces.append("\n".join(sign * len(line) for line in text[start:end].split("\n")))
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


def merged_spans(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those made one that touch."""
    return [Span(start, end) for start, end, _, _ in merged(Mark(*span) for span in spans)]
