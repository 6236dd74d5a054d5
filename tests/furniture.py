"""How lines of furniture are set into stories for a test."""

from __future__ import annotations

from collections.abc import Sequence


def dealt(lines: Sequence[str], each: int) -> list[list[str]]:
    """Return the lines in groups of `each` or fewer, those that stand together parted."""
    step = -(-len(lines) // each)
    return [list(lines[start::step]) for start in range(step)]


def set_between(paragraphs: Sequence[str], inside: Sequence[str]) -> list[str]:
    """Return a story with one line behind every second of its paragraphs."""
    told = list(paragraphs)
    for place, line in reversed(list(enumerate(inside))):
        told.insert(2 * place + 2, line)
    return told
