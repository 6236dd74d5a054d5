"""Letters: which are small ones beside capitals."""

from __future__ import annotations

GEORGIAN = ("\u10d0", "\u10ff")
"""The first and last letter of Georgian, which Unicode calls small since it has signs for headlines in capitals; texts use no others."""


def is_small(letter: str) -> bool:
    """Say whether a letter is a small one of a script in which sentences and names begin with capitals; nothing is none."""
    return letter.islower() and not GEORGIAN[0] <= letter <= GEORGIAN[1]


def has_case(text: str) -> bool:
    """Say whether a letter of a text is of a script in which names begin with capitals."""
    return any(letter.upper() != letter.lower() and not GEORGIAN[0] <= letter <= GEORGIAN[1] for letter in text)
