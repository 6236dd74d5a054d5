"""What a flag rests on: how sure it is, and the words it is read from."""

from __future__ import annotations

from typing import NamedTuple

EXACT, CERTAIN, STRONG, LIKELY = 1.0, 0.97, 0.9, 0.8
"""Confidence of what follows from the record itself, of two witnesses that agree, of one, and of one with doubt."""
QUOTED = 100
"""Characters of the input that evidence quotes."""


class Finding(NamedTuple):
    """How sure a flag is, and the words it is read from."""

    confidence: float
    evidence: str


def quoted(text: str) -> str:
    """Return the beginning of a text as evidence quotes it: in one line of `QUOTED` characters."""
    flat = " ".join(text[: 2 * QUOTED].split())
    return flat if len(flat) <= QUOTED else f"{flat[: QUOTED - 1]}…"


def tail_of(text: str) -> str:
    """Return the end of a text in the same form."""
    flat = " ".join(text[-2 * QUOTED :].split())
    return flat if len(flat) <= QUOTED and len(text) <= QUOTED else f"…{flat[-QUOTED + 1 :]}"
