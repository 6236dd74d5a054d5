"""Which figure of `3/4/2024` is the day, from what else stands on an English page."""

from __future__ import annotations

import re

from cleaner.months import month
from cleaner.regexes import regex

FIGURES = regex(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:(?:19|20)\d{2}|\d{2})(?![\d/-])")
"""A date in figures, by its first two."""
DOTTED = regex(r"(?<![\d/.-])(\d{1,2})\.(\d{1,2})\.(?:(?:19|20)\d{2}|\d{2})(?![\d/-]|\.\d)")
"""The same parted by dots, as in German, and on sites of the United States by those who draw them."""
CLOCK = regex(r"\b(?:1[3-9]|2[0-3]):[0-5]\d(?::[0-5]\d)?,?\s+(?=\d{1,2}/\d{1,2}/\d{2})")
"""A time of 24 hours before such a date."""
WORDED = regex(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?(1)|\s+(?:(\d{1,2})(?:st|nd|rd|th)?\b(?!:)|(?=(?:19|20)\d{2})))",
    re.IGNORECASE,
)
"""A month's name with a day before or behind it, or a year behind it."""
LAST_MONTH = 12
"""A figure above it is a day."""


def shows_day_first(text: str) -> bool:
    """Say whether a page that has a date like `3/4/2024` shows that it means April.

    What tells most is asked first: a date with a figure above twelve, a clock of 24 hours before a date, which of the two days, or at
    least of the two months, stands elsewhere in words, the order of dates in words, pounds without dollars.
    """
    pairs = [(int(match[1]), int(match[2])) for match in FIGURES.finditer(text)]
    doubtful = [pair for pair in pairs if max(pair) <= LAST_MONTH and pair[0] != pair[1]]
    if not doubtful or any(first <= LAST_MONTH < second for first, second in pairs):
        return False
    if any(second <= LAST_MONTH < first for first, second in pairs) or CLOCK.search(text):
        return True
    worded = [match.groups() for match in WORDED.finditer(text)]
    days = {(month(name, "en"), int(before or behind)) for before, name, behind in worded if before or behind}
    if exact := sum((second, first) in days for first, second in doubtful) - sum(pair in days for pair in doubtful):
        return exact > 0
    named = {month(name, "en") for _, name, _ in worded}
    votes = sum((second in named) - (first in named) for first, second in doubtful)
    order = sum(bool(before) - bool(behind) for before, _, behind in worded)
    return (votes or order or ("£" in text) - ("$" in text)) > 0


def dots_month_first(text: str) -> bool:
    """Say whether a page shows that its `3.4.2024` means March: by another date with dots whose second figure is above twelve."""
    pairs = [(int(match[1]), int(match[2])) for match in DOTTED.finditer(text)]
    return any(second > LAST_MONTH for _, second in pairs) and all(first <= LAST_MONTH for first, _ in pairs)
