"""The solar calendar of Iran and Afghanistan: its months' names, and its days in the Gregorian calendar.

Years leap by the cycle of 33 years, which agrees with the equinox from 1210 to 1634 (K. M. Borkowski, The Persian
calendar for 3000 years, Earth, Moon, and Planets 74, 1996).
"""

from __future__ import annotations

from datetime import date, timedelta

_NAMES = (
    "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
    "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت",
    "||||امرداد|||||||",
)
"""For each of the twelve months its name in Iran, in Afghanistan, and an old one."""
_ALIKE = str.maketrans("يآ", "یا")
"""Letters that the same name is written with."""
_MONTHS = {
    name.translate(_ALIKE): number for row in _NAMES for number, name in enumerate(row.split("|"), 1) if name
}
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True)).replace("ی", "[یي]").replace("ا", "[اآ]")
"""A pattern of the months' names."""
MONTHS_OF_A_YEAR, LONG_MONTHS = 12, 6
"""The first six months have 31 days, the others 30, the last one 29 in common years."""
YEARS = range(1210, 1635)
"""Years for which the cycle is right."""
CYCLE, LEAP_EVERY = 33, 4
"""Years of a cycle, which began after 1209, and how often they leap: its years 1, 5, 9 and so on to 29."""
NEW_YEAR, NEW_YEAR_S_DAY = 1400, date(2021, 3, 21)
"""A year, and the Gregorian day that it began on."""


def number(name: str) -> int:
    """Return which month a name that `MONTH` matched is."""
    return _MONTHS[name.translate(_ALIKE)]


def gregorian(year: int, month: int, day: int) -> date | None:
    """Return a day of the solar calendar as one of the Gregorian; None when there is no such day."""
    if year not in YEARS or not 1 <= month <= MONTHS_OF_A_YEAR or not 1 <= day <= _length(year, month):
        return None
    leaps = _leaps_before(year) - _leaps_before(NEW_YEAR)
    before = 365 * (year - NEW_YEAR) + leaps + sum(_length(year, other) for other in range(1, month))
    return NEW_YEAR_S_DAY + timedelta(days=before + day - 1)


def _length(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month < MONTHS_OF_A_YEAR:
        return 31 if month <= LONG_MONTHS else 30
    return 30 if _leaps(year) else 29


def _leaps(year: int) -> bool:
    return (year - YEARS.start + 1) % CYCLE % LEAP_EVERY == 1


def _leaps_before(year: int) -> int:
    """Return how many of the years before one leap."""
    return sum(map(_leaps, range(YEARS.start, year)))
