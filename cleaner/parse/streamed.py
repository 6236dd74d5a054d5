"""Parts of a page that the server sent when they were ready, and a script would have put in their places.

React streams a page so: where a part is not ready stands `<template id="B:1">` (or `P:1`), and the part follows further down as
`<div hidden id="S:1">`, with a call that moves it. Without scripts half a story hides below the footer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.parse.elements import ATTRIBUTES, PARENT, Element
from cleaner.regexes import regex

PLACES, PART = ("B:", "P:"), ("S:",)
"""How the ids of a place and of what belongs there begin (React 18 and later; `identifierPrefix` stands before them, if set)."""
_ID = regex(r"([\w-]{0,60})([BPS]:)([0-9a-f]{1,8})")


class Place(NamedTuple):
    """Where a line stands: its number as it was read, its element, and the number of the hidden element that it is in, 0 for none."""

    line: int
    element: Element
    hidden: int


class Slot(NamedTuple):
    """A place that was kept free: how many lines stand before it, the element around it, and the number of the hidden one it is in."""

    at: int
    around: Element
    within: int


def slot_of(attrib: Mapping[str, str]) -> str:
    """Return the name of the part for which a `template` keeps a place, or ""."""
    return _named(attrib, PLACES)


def part_of(attrib: Mapping[str, str]) -> str:
    """Return the name of the part that a hidden element is, or ""."""
    return _named(attrib, PART)


def _named(attrib: Mapping[str, str], marks: Sequence[str]) -> str:
    """Return what an id names behind one of `marks`, with the prefix before it, or ""."""
    found = _ID.fullmatch(attrib.get("id", ""))
    return f"{found[1]}{found[3]}" if found and found[2] in marks else ""


def placed(lines: Sequence[Place], hiding: Sequence[Element], slots: Mapping[str, Slot]) -> list[Place]:
    """Return the lines with those of streamed parts in the places that were kept for them.

    `hiding` are the hidden elements by their numbers, `slots` the places by their names, in the order of the page.
    """
    numbers = {part_of(element[ATTRIBUTES]): number for number, element in enumerate(hiding)}
    parts = {numbers[name]: slot for name, slot in slots.items() if name in numbers}
    held: dict[int, list[Place]] = {0: [], **{number: [] for number in parts}}
    for line in lines:
        held[line.hidden if line.hidden in held else 0].append(line)
    kept: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, slot in parts.items():
        kept[slot.within if slot.within in parts else 0].append((slot.at, number))
    found: list[Place] = []
    moved = _Moved(hiding, parts)
    pending = [(0, _steps(held.pop(0), kept[0]))]
    while pending:
        number, steps = pending[-1]
        step = next(steps, None)
        if step is None:
            pending.pop()
        elif isinstance(step, int):
            pending.append((step, _steps(held.pop(step, []), kept.pop(step, []))))
        else:
            found.append(Place(step.line, moved.to(step.element, number), 0) if number else step)
    return [*found, *(line for left in held.values() for line in left)]


def _steps(lines: Sequence[Place], parts: Sequence[tuple[int, int]]) -> Iterator[Place | int]:
    """Yield what stands in one container in order: its lines, and the numbers of parts before the lines they stand before."""
    waiting = [*reversed(parts)]
    for line in lines:
        while waiting and waiting[-1][0] <= line.line:
            yield waiting.pop()[1]
        yield line
    while waiting:
        yield waiting.pop()[1]


class _Moved:
    """The elements of parts as they are in the places that were kept for them."""

    def __init__(self, hiding: Sequence[Element], parts: Mapping[int, Slot]) -> None:
        self._hiding = hiding
        self._parts = parts
        self._known: dict[int, Element] = {}

    def to(self, element: Element, part: int) -> Element:
        """Return an element of a part in its place: what was around the part is replaced by what is around the place."""
        chain: list[Element] = []
        while id(element) not in self._known and part:
            if element is self._hiding[part]:
                _, around, within = self._parts[part]
                element, part = around, within if within in self._parts else 0
            else:
                chain.append(element)
                element = element[PARENT] or self._hiding[part]
        known = self._known.get(id(element), element)
        for inner in reversed(chain):
            known = (known, *inner[1:])
            self._known[id(inner)] = known
        return known
