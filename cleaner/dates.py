"""Dates as machines and people write them, read to ISO 8601 with the precision they were given in.

Twelve languages' month names are known (en de fr es it pt nl sv da nb pl ru tr, and the numeric forms of ja zh ko). Of
times, the zone is kept as an offset where it was given as one or by a name that means one offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner januari janvier enero gennaio janeiro stycznia styczeń января январь ocak jan jän janv "
            "ene gen ene. sty янв oca",
            "february februar feber februari février febrero febbraio fevereiro lutego luty февраля февраль şubat feb févr "
            "fév fev lut фев февр şub",
            "march märz maart mars marzo março marca marzec марта март mart mar mrz mär mrt marts мар",
            "april avril abril aprile kwietnia kwiecień апреля апрель nisan apr avr abr kwi апр nis",
            "may mai mei maj mayo maggio maio maja мая май mayıs mag",
            "june juni juin junio giugno junho czerwca czerwiec июня июнь haziran jun giu cze июн haz",
            "july juli juillet julio luglio julho lipca lipiec июля июль temmuz jul juil lug lip июл tem",
            "august augusti augustus août agosto sierpnia sierpień августа август ağustos aug ago sie авг ağu",
            "september septembre septiembre settembre setembro września wrzesień сентября сентябрь eylül sep sept set sett "
            "wrz сен сент eyl",
            "october oktober octobre octubre ottobre outubro października październik октября октябрь ekim oct okt ott out "
            "paź окт eki",
            "november novembre noviembre novembro listopada listopad ноября ноябрь kasım nov lis ноя нояб kas",
            "december dezember decembre décembre diciembre dicembre dezembro desember grudnia grudzień декабря декабрь "
            "aralık dec dez déc dic des gru дек ara",
        ),
        1,
    )
    for name in names.split()
}
ZONES = {
    "z": "Z", "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "jst": "+09:00", "kst": "+09:00", "msk": "+03:00", "aest": "+10:00", "aedt": "+11:00",
    "hkt": "+08:00", "sgt": "+08:00", "wib": "+07:00", "pkt": "+05:00", "sast": "+02:00", "wat": "+01:00", "eat": "+03:00",
}  # fmt: skip
"""Names of zones that mean one offset; CST, IST and BST mean several, ET and PT two."""
FIRST_YEAR = 1980
"""Earliest year of a page's date; earlier ones are what a story is about. The oldest papers' archives lose theirs."""
LAST_YEAR = 2100
PIVOT = 70
"""Two figures of a year from which the twentieth century is meant, as in POSIX."""
CENTURY = 100
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=lambda name: (-len(name), name)))
_TIME = (
    r"(?:(?:\s*[,|·•@/–—-]\s*|\s+|T)?(?:at|um|à|a\s+las|alle|às|om|kl\.?|klo|o|ore|saat|в|um\s+die|las)?\s*"
    r"(?P<hour>[0-2]?\d)(?:(?P<sep>[:.h])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?)?\s*"
    r"(?P<half>[ap]\.?\s?m\b\.?)?(?:\s*(?:uhr|hrs|h)\b)?\s*\(?(?P<zone>[+-]\d{2}:?\d{2}|[+-]\d{1,2}\b(?!:)|z\b|[a-z]{3,4}\b)?)?"
)
_DAYS = (
    r"(?<!\d)(?P<y>(?:19|20)\d{2})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
    r"(?<![\d/])(?P<y>(?:19|20)\d{2})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)",
    r"(?P<y>(?:19|20)\d{2})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]",
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\.\s(?P<m>\d{1,2})\.\s(?P<d>\d{1,2})\.?",
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?[\s.-]*(?:of\s+|de\s+|di\s+)?(?P<n>MONTH)\b\.?,?[\s'’-]*"
    r"(?:de\s+|del\s+)?(?P<y>(?:19|20)\d{2}|(?<=['’-])\d{2})(?!\d|:)",
    r"(?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z])))(?P<n>MONTH)\.?\s*(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+|\s*,?\s+of\s+)"
    r"(?P<y>(?:19|20)\d{2})(?!:|\d(?!\d{0,3}\s?(?:shares|views|comments|min)))",
    r"(?<![\d,])(?P<y>(?:19|20)\d{2})[\s-]+(?P<n>MONTH)\.?[\s-]+(?P<d>\d{1,2})(?!\d)",
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep1>[/.-])\s?(?P<b>\d{1,2})(?P=sep1)\s?(?P<y>(?:19|20)\d{2}|\d{2})(?![\d/-]|\s?%)",
)
_FORMS = tuple(
    (
        re.compile(form.replace("MONTH", _MONTH) + _TIME, re.IGNORECASE),
        re.compile(form.replace("MONTH", r"[^\W\d_]+\.?"), re.IGNORECASE) if "MONTH" in form else None,
    )
    for form in _DAYS
)
"""The forms of dates, those with a month's name each beside what is left of it with any word in its place: to look for that
in a text costs a tenth."""
_FIGURED = tuple((form, loose) for form, loose in _FORMS if loose is None)
_NAMED = tuple((form, loose) for form, loose in _FORMS if loose is not None)
_PARTED = re.compile(r"\d\s?[-/.年년]\s?\d")
"""A mark between two figures: without it no form in figures alone fits."""
_WORDED = re.compile(r"[^\W\d_T]\.?(?:\s|,|de|of|['’-])*\d")
"""A letter before a figure: without it no form with a month's name fits."""
_HINT = re.compile(r"[\d'’-](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=\d)[/.-]\s?\d{1,2}[/.-]\s?\d\d|(?<=['’-])\d\d)")
"""What every form has: a year, in four figures or behind a mark. Few lines have it, and the forms cost thirty times more.
It begins with what one character tells, so that others are passed over fast."""
CACHED = 1024
"""Lines whose dates are remembered: several fields ask for those of the same lines."""
_MONTH_ONLY = re.compile(rf"(?<![^\W\d_])(?P<n>{_MONTH})\.?,?\s+(?:de\s+)?(?P<y>(?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)
_COMPACT = re.compile(
    r"^(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:[T ]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z)?)?$"
)
_ISO_PART = re.compile(r"^(?P<y>(?:19|20)\d{2})(?:-(?P<m>\d{2}))?$")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_EPOCH_MILLIS = 13
NOON = 12
DAY = 10
"""Characters of a day in ISO 8601."""
EUROPEAN = frozenset({"gmt", "bst", "cet", "cest", "mez", "mesz", "eet", "eest", "msk", "uhr"})
"""Zones of countries that write the day before the month."""


class Stamp(NamedTuple):
    """A date found in a text: its ISO 8601 form, and where it stands."""

    iso: str
    start: int
    end: int

    @property
    def day(self) -> str:
        """The day, or what is given of it."""
        return self.iso[:10]


def read(value: str, *, month_first: bool = True) -> str | None:
    """Return a value that is one date, as metadata gives it, in ISO 8601; None when it is none.

    `month_first` says how `3/4/2024` is meant where only custom tells.
    """
    text = value.strip().strip("\"'")
    if _EPOCH.match(text):
        seconds = int(text) / (1000 if len(text) == _EPOCH_MILLIS else 1)
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    match = _COMPACT.match(text)
    if match:
        return _stamp(match, month_first=month_first)
    stamp = next(find(text, month_first=month_first), None)
    if stamp:
        return stamp.iso
    part = _ISO_PART.match(text)
    if part and int(part["y"]) >= FIRST_YEAR:
        return text
    named = _MONTH_ONLY.search(text)
    known = named is not None and int(named["y"]) >= FIRST_YEAR
    return f"{named['y']}-{MONTHS[named['n'].lower()]:02d}" if named and known else None


def is_day(value: str) -> bool:
    """Say whether a value is an ISO 8601 date with its day, with or without a time."""
    with suppress(ValueError):
        return bool(datetime.fromisoformat(value)) and value[:DAY].count("-") == 2  # noqa: PLR2004 - year, month, day
    return False


def find(text: str, *, month_first: bool = True) -> Iterator[Stamp]:
    """Return the full dates in `text`, in order, each once."""
    return iter(_found(text, month_first) if _HINT.search(text) else ())


@lru_cache(maxsize=CACHED)
def _found(text: str, month_first: bool) -> tuple[Stamp, ...]:
    found: list[Stamp] = []
    for form, loose in _possible(text):
        for match in form.finditer(text) if loose is None or loose.search(text) else ():
            iso = _stamp(match, month_first=month_first)
            if iso and not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(Stamp(iso, match.start(), match.end()))
                if match.end() - match.start() == len(text):
                    return tuple(found)
    return tuple(sorted(found, key=lambda stamp: stamp.start))


def _possible(text: str) -> Sequence[tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """Return the forms of dates for which a text has what they consist of."""
    parted, worded = _PARTED.search(text), _WORDED.search(text)
    if parted and worded:
        return _FORMS
    return _NAMED if worded else _FIGURED if parted else ()


def _stamp(match: re.Match[str], *, month_first: bool) -> str | None:
    part = match.groupdict()
    year = int(part["y"])
    if year < CENTURY:
        year += 1900 if year >= PIVOT else 2000
    if part.get("a"):
        first = month_first and part["sep1"] != "." and not _is_european(part)
        month, day = _ordered(int(part["a"]), int(part["b"]), month_first=first)
    else:
        month = MONTHS[part["n"].lower()] if part.get("n") else int(part["m"])
        day = int(part["d"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return iso + _time(part)


def _ordered(first: int, second: int, *, month_first: bool) -> tuple[int, int]:
    """Return month and day of a date that is written in figures alone."""
    if first > NOON or (not month_first and second <= NOON):
        return second, first
    return first, second


def _is_european(part: dict[str, str | None]) -> bool:
    """Say whether the time behind a date is told as where the day comes first: by its zone or by 24 hours."""
    if part.get("half") or not part.get("minute"):
        return False
    return (part.get("zone") or "").lower() in EUROPEAN or int(part["hour"] or 0) > NOON


def _time(part: dict[str, str | None]) -> str:
    """Return the time of a match with its zone, empty where none was given."""
    hour_text, minute, half = part.get("hour"), part.get("minute"), part.get("half")
    if hour_text is None or not (minute or half):
        return ""
    hour = int(hour_text)
    if half:
        hour = hour % NOON + (NOON if half[0] in "pP" else 0)
    if hour > 23:  # noqa: PLR2004 - hours of a day
        return ""
    second = part.get("second")
    return f"T{hour:02d}:{minute or '00'}" + (f":{second}" if second else "") + _zone(part.get("zone") or "")


def _zone(text: str) -> str:
    if not text or text[0] not in "+-":
        return ZONES.get(text.lower(), "")
    digits = text[1:].replace(":", "")
    digits = digits.zfill(2) + "00" if len(digits) <= 2 else digits  # noqa: PLR2004 - hours without minutes
    return "Z" if digits == "0000" else f"{text[0]}{digits[:2]}:{digits[2:]}"
