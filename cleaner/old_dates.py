"""Days of papers that are older than the web: a month's name, a day and a year from 1600 to 1979.

On a web page such a day is what the story is about, so that `cleaner.dates` finds none. They are read only where a paper's own page or an
archive says them: in its running head, in a record's line for the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from cleaner.months import month
from cleaner.regexes import regex

_WORD = r"(?P<n>[^\W\d_]{3,12})"
_YEAR = r"(?P<y>1[6-9]\d{2})(?!\d)"
_FORMS = (
    regex(rf"{_WORD}[.,]?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[.,]?\s+{_YEAR}", re.IGNORECASE),
    regex(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?{_WORD}[.,]?\s+(?:de\s+|del\s+)?{_YEAR}", re.IGNORECASE),
)
"""`September 2. 1911`, where the printer's or the scanner's stop stands for a comma, and `18. Oktober 1927`."""
_FIGURES = regex(r"(?<![\d/.])(?P<d>\d{1,2})(?P<mark>[/.])(?P<m>\d{1,2})(?P=mark)(?P<y>1[6-9]\d{2})(?!\d)")
"""`3/8/1884`, as libraries in Europe write days."""
_PLAIN = regex(r"(?P<y>1[6-9]\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")


def find(text: str) -> Iterator[str]:
    """Yield the days in `text` in ISO 8601."""
    for form in _FORMS:
        for match in form.finditer(text):
            number = month(match["n"])
            if number and (iso := _iso(match["y"], number, match["d"])):
                yield iso
    for match in (*_FIGURES.finditer(text), *_PLAIN.finditer(text)):
        if iso := _iso(match["y"], int(match["m"]), match["d"]):
            yield iso


def read(text: str) -> str | None:
    """Return the first day in `text` in ISO 8601, None where there is none."""
    return next(find(text), None)


def _iso(year: str, number: int, day: str) -> str | None:
    with suppress(ValueError):
        return date(int(year), number, int(day)).isoformat()
    return None
