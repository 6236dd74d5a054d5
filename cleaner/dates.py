"""Dates as machines and people write them, read to ISO 8601 with the precision they were given in.

Months are read by the names that `cleaner.months` knows, days and years in the digits of any script, years of the
Buddhist era with Thai months or on Thai pages, and days of the solar calendar of Iran (`cleaner.jalali`). Of times, the zone is kept as an offset where it was given as one or by a
name that means one offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from cleaner import jalali
from cleaner.months import TELLING, month
from cleaner.regexes import regex

ZONES = {
    "z": "Z", "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "jst": "+09:00", "kst": "+09:00", "msk": "+03:00", "aest": "+10:00", "aedt": "+11:00",
    "hkt": "+08:00", "sgt": "+08:00", "wib": "+07:00", "wita": "+08:00", "мск": "+03:00", "pkt": "+05:00", "sast": "+02:00", "wat": "+01:00", "eat": "+03:00",
}  # fmt: skip
"""Names of zones that mean one offset; CST, IST and BST mean several, ET and PT two."""
FIRST_YEAR = 1980
"""Earliest year of a page's date; earlier ones are what a story is about. The oldest papers' archives lose theirs."""
LAST_YEAR = 2050
"""Latest year of a page's date: none is younger than its fetch, so that any bound beyond our time will do that lies below the years of
the Nepalese era, which is 57 years ahead."""
PIVOT = 69
"""Two figures of a year from which the twentieth century is meant, as in POSIX."""
CENTURY = 100
"""Years below which a year is written in two figures."""
BUDDHIST = range(2400, 2600)
"""Years of the Buddhist era that pages are dated by in Thailand."""
BUDDHIST_CENTURY = 2500
"""The Buddhist century of pages whose years have two figures."""
BUDDHIST_AHEAD = 543
"""Years by which the Buddhist era is ahead of the common one."""
THAI = "th"
_THAI = regex(r"[\u0e01-\u0e5b]")
PERSIAN = "fa"
_PERSIAN_DIGIT = regex("[۰-۹]")
LETTER = r"[^\s\d_!-/:-@\[-`{-´¶-¿×÷\u2000-\u206f\u3000-\u303f\uff00-\uff0f،؛၊۔।]"
"""A letter or a mark on one: vowel signs of Indic and Thai script are no `\\w`. The micro sign is let in, being the Greek
`μ` where case is ignored."""
WORD = (
    rf"(?:tháng\s+(?:\d{{1,2}}+|mười\s+(?:một|hai)\b|{LETTER}{{2,5}}+)|(?:تشرين|كانون|meán|deireadh)\s+{LETTER}{{2,16}}+"
    rf"|[\u0e01-\u0e4e]{{1,3}}\.\s?[\u0e01-\u0e4e]\.?|{LETTER}{{2,16}}+)"
)
"""What may be a month's name: which words are is looked up, since a pattern of all of them is slow."""
_YEAR = r"(?:19|20|25)\d{2}"
_ERA = r"(?:de\s+|del\s+|năm\s+|ឆ្នាំ\s*|[พค]\.?\s?ศ\.?\s*)?"
_BOTH = r"(?:\s*[/(]\s*[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?\)?)?"
"""The month's other name, which Arabic papers of several countries print behind a stroke or in brackets."""
_WEEKDAY = r"hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
"""Days of the week as they stand between day and time, in Hungarian and Turkish."""
_MORNING, _AFTERNOON = "午前|上午|凌晨|早上|오전", "午後|下午|晚上|오후"
"""Halves of the day, which East Asian papers write before the hour."""
_IS_AFTERNOON = regex(_AFTERNOON)
_HALVES = rf"(?:{_MORNING}|{_AFTERNOON})\s*"
_EAST_WEEKDAY = r"\s*[(（]?(?:(?:星期|[周週])[一二三四五六日天]|[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?)[)）]?"
_TIME = (
    rf"(?:ء|\s?(?:م|г|р|r|d|года?|година|року|roku)\b\.?|\.(?=\s?[,–—-]?\s*(?:(?:u|у|o|ob)\s+|{_HALVES})?\d{{1,2}}[:.]\d{{2}}))?"
    rf"(?:[.,]*\s+(?:{_WEEKDAY})(?=,?\s+\d{{1,2}}[:.]\d{{2}})|{_EAST_WEEKDAY}(?=\s*(?:{_HALVES})?\d{{1,2}}\s?[:時时시點点]))?"
    r"(?:(?:\s*[,،|·•@/–—-]\s*|\s+|T)?(?:(?:at|um|à|a\s+l[ae]s|alle|às|ás|om|kl\.?|klo\.?|kello|klockan|klukkan|kell|plkst\.?|o|ob|ore|"
    r"ora|orele|godz\.?|saat|pukul|pkl\.?|jam|lúc|в|ώρα|الساعة|ساعت|בשעה|เวลา|um\s+die|las)?\s*|(?:v|ve|u|у|о|об|во|la)\s+(?=\d{1,2}[:.h]\d\d))"
    rf"(?P<early>{_HALVES})?(?P<hour>[0-2]?\d)(?:(?:[:.h]|\s?[時时시點点]\s?)(?P<minute>[0-5]\d(?!\.\d\d)|\d(?=\s?[分분]))"
    r"(?::(?P<second>[0-5]\d)(?:[.,]\d+)?|\s?[分분])?|(?(early)\s?[時时시點点]?|(?!))|(?=\s*(?:[ap]\.?\s?m\b|[πμ]\.?\s?μ\b|[صم]|(?:uhr|hrs|h)\b)))\s*"
    r"(?P<half>[ap]\.?\s?m\b\.?|[πμ]\.?\s?μ\b\.?|ص(?:باح[اً]*)?(?!\w)|م(?:ساءً?)?(?!\w))?(?:\s*(?:(?P<uhr>uhr)|hrs|h)\b)?\s*"
    r"\(?(?P<zone>(?:(?:gmt|utc)\s?)?(?:[+-]\d{2}:?\d{2}|[+-]\d{1,2}\b(?!:))|z\b|(?-i:[A-Z]{3,4}|[a-z]{3,4})\b|мск\b)?)?"
)
_AGAIN = rf"(?=\d{{1,2}}(?:[/.]\s?\d{{1,2}}[/.]|\.?\s?{LETTER})|(?:19|20)\d\d-\d)"
"""The next date, right behind a year: themes of blogs print the days of writing and of change together, and a style sheet hides one."""
_DAYS = (
    r"(?<!\d)(?P<y>(?:19|20)\d{2})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:(?!\d)|(?<=-\d\d)(?=(?:19|20)\d\d-\d))",
    r"(?<![\d/])(?P<y>(?:19|20)\d{2})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)",
    r"(?P<y>(?:19|20)\d{2})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]",
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\.\s(?P<m>\d{1,2})\.\s(?P<d>\d{1,2})\.?",
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|ης?|-?го|-(?:ти|ви|ри|ми)|º|ª|°|\.)?[\s./-]*(?:of\s+|de\s+|di\s+|ta['’]\s?|d['’])?(?P<n>{WORD})(?!\w){_BOTH}\.?\s?[,،၊]?"
    rf"[\s'’/-]*{_ERA}(?P<y>{_YEAR}|(?<=['’-])\d{{2}})(?:(?!\d|:)|{_AGAIN})",
    rf"(?:(?<!{LETTER})|(?-i:(?<=[a-z])(?=[A-Z])))(?P<n>{WORD})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[,.،၊]\s*|\s+|\s*,?\s+of\s+)"
    rf"(?P<y>{_YEAR})(?!:|\d(?!\d{{0,3}}\s?(?:shares|views|comments|min)))",
    rf"(?<![\d,])(?P<y>(?:19|20)\d{{2}})(?:[\s-]+|\.\s?(?-i:(?=[a-zà-ÿ]))|\s?m\.\s|ko\s)(?P<n>{WORD})\.?[\s-]+(?P<d>\d{{1,2}})(?!\d)",
    rf"(?<!\d)(?P<y>(?:19|20)\d{{2}})\.?\s?(?:gada|aasta)\s(?P<d>\d{{1,2}})\.\s?(?P<n>{WORD})",
    rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep1>[/.-])\s?(?P<b>\d{{1,2}})(?P=sep1)\s?(?P<y>{_YEAR}(?:(?![\d/-]|\s?%)|{_AGAIN})|\d{{2}}(?![\d/-]|\s?%))",
)
_CLOCK = regex(
    r"(?<![\d:.,])(?P<hour>[0-2]?\d)[:h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*(?P<half>[ap]\.?\s?m\b\.?))?(?:\s*(?:uhr|hrs|h|น\.|น))?"
    r"(?:\s*\(?(?P<zone>(?:gmt|utc)?[+-]\d{2}:?\d{2}|(?-i:[A-Z]{3,4}|[a-z]{3,4})\b|мск\b)\)?)?(?:\s*[,،|·•/–—-]\s*|\s+)"
    r"(?:(?:on|am|le|del|el|de|em|den|dne|dnia)\s+)?(?:[^\W\d_]{2,13}[.,،]\s*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+)?$",
    re.IGNORECASE,
)
"""A time before a date, and what may stand between them."""
CLOCK_CHARS = 48
"""Characters before a date among which its time is looked for."""
_SOLAR_YEAR = r"(?P<y>1[34]\d{2})"
_SOLAR_DAYS = (
    rf"(?<!\d)(?P<d>\d{{1,2}})\s*(?:ا?م\s+)?(?P<j>{jalali.MONTH})(?:\s*ماه)?(?!\w)\s*[،,]?\s*(?:سال\s+)?{_SOLAR_YEAR}(?!\d)",
    rf"(?<![\d/.-]){_SOLAR_YEAR}(?P<sep1>[/.-])(?P<m>\d{{1,2}})(?P=sep1)(?P<d>\d{{1,2}})(?![\d/])",
    rf"(?<![\d/.-])(?P<d>\d{{1,2}})(?P<sep1>[/.-])(?P<m>\d{{1,2}})(?P=sep1){_SOLAR_YEAR}(?![\d/])",
)
"""Days of the solar calendar of Iran; without a month's name they may be of the lunar one, unless the text is Persian."""
_FORMS = tuple(regex(form + _TIME, re.IGNORECASE) for form in _DAYS)
_NAME = "(?P<n>"
"""Where a form has the name of a month."""
_FIGURED = tuple(form for form in _FORMS if _NAME not in form.pattern)
_SOLAR = tuple(regex(form + _TIME) for form in _SOLAR_DAYS)
_NUMBER = r"[\d〇零一二三四五六七八九十元]"
_EASTERN = regex(
    rf"(?<!{_NUMBER})(?:(?P<era>令和|平成|昭和|(?:中華|中华)?民[國国])\s?)?(?P<y>{_NUMBER}{{1,4}})\s?年(?:\s?[(（][^)）]{{2,8}}[)）])?"
    rf"\s?(?P<m>{_NUMBER}{{1,3}})\s?月\s?(?P<d>{_NUMBER}{{1,3}})\s?日" + _TIME,
    re.IGNORECASE,
)
"""Days with the year of an era, in signs for figures, or with the year said in two ways."""
_EASTERN_HINT = regex(r"令和|平成|昭和|民[國国]|[〇零一二三四五六七八九十]年|年\s?[(（]")
ERAS = {"令": 2018, "平": 1988, "昭": 1925, "民": 1911, "中": 1911}
"""The year before the first of each era, by the era's first sign."""
_FIGURES = "〇一二三四五六七八九"
_SHORT_THAI = regex(r"(?<!\d)(?P<d>\d{1,2})\s?(?P<n>[\u0e01-\u0e4e]{1,3}\.\s?[\u0e01-\u0e4e]\.?|[\u0e01-\u0e4e]{4,12})\s?(?P<y>\d{2})(?!\d|[:.]\d)" + _TIME)
"""Days with the last two figures of a Buddhist year."""
_THAI_HINT = regex(r"[\u0e01-\u0e4e]\.?\s?\d\d(?!\d)")
_SOLAR_HINT = regex(r"(?<!\d)1[34]\d\d(?!\d)")
_NAMED = tuple(form for form in _FORMS if _NAME in form.pattern)
_PARTED = regex(r"\d\s?[-/.年년]\s?\d")
"""A mark between two figures: without it no form in figures alone fits."""
_WORDED = regex(rf"{LETTER}(?<!\dT)\.?(?:\s|[,،၊/)'’-]|de|of)*\d")
"""A letter before a figure, other than between a machine's day and time: without it no form with a month's name fits."""
_HINT = regex(
    r"[\d'’-](?:(?<=1)[349]\d\d|(?<=2)[05]\d\d|(?<=\d)[/.-]\s?\d{1,2}[/.-]\s?\d\d|(?<=['’-])\d\d|(?<=[^\x00-\x7f])\d{3})"
)
"""What every form has: a year, in four figures or behind a mark. Few lines have it, and the forms cost thirty times more.
It begins with what one character tells, so that others are passed over fast."""
_PLAIN = {ord(zero) + figure: str(figure) for zero in "٠۰०০๐੦૦௦౦೦൦໐၀០" for figure in range(10)} | dict.fromkeys(
    (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " "
)
"""What the digits of Arabic, Persian, Indic scripts, Thai, Lao, Burmese and Khmer are read as, and marks of the direction of writing."""
CACHED = 1024
"""Lines whose dates are remembered: several fields ask for those of the same lines."""
_MONTH_ONLY = regex(rf"(?<!{LETTER})(?P<n>{WORD})\.?[,،]?\s+{_ERA}(?P<y>{_YEAR})(?!\d)", re.IGNORECASE)
_COMPACT = regex(
    r"^(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:[T ]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z)?)?$"
)
_ISO_PART = regex(r"^(?P<y>(?:19|20)\d{2})(?:-(?:0[1-9]|1[0-2]))?$")
_EPOCH = regex(r"^\d{10}(?:\d{3})?$")
_EPOCH_MILLIS = 13
NOON = 12
"""Hours of half a day, and the last month: a figure above it is no month, an hour above it is one of 24."""
AFTERNOON = "pPμΜ\u00b5م"
"""First letters of what says so behind an hour; the micro sign is written for a Greek `μ`."""
LAST_MINUTE = 59
"""The last minute of an hour, and second of a minute."""
MOST_HOURS = 14
"""Hours that clocks run before or behind UTC at most; a larger figure behind a time is no zone."""
DAY = 10
"""Characters of a day in ISO 8601."""
EUROPEAN = frozenset({"gmt", "bst", "cet", "cest", "mez", "mesz", "eet", "eest", "msk"})
"""Zones of countries that write the day before the month."""


class Stamp(NamedTuple):
    """A date found in a text: its ISO 8601 form, and where it stands."""

    iso: str
    start: int
    end: int


class _Custom(NamedTuple):
    """How a page writes days: whether the month comes first in figures, and also where dots part them; its language."""

    month_first: bool
    dotted: bool
    language: str


def read(value: str, *, month_first: bool = True, dotted: bool = False, language: str = "") -> str | None:
    """Return a value that is one date, as metadata gives it, in ISO 8601; None when it is none.

    `month_first` says how `3/4/2024` is meant where only custom tells, `dotted` whether that holds for `3.4.2024` too, `language`
    (ISO 639-1) what a word that is another month elsewhere.
    """
    text = value.strip().strip("\"'")
    if _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(text) / (1000 if len(text) == _EPOCH_MILLIS else 1), UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if FIRST_YEAR <= moment.year <= LAST_YEAR else None
    match = _COMPACT.match(text)
    if match:
        return _stamp(match, None, _Custom(month_first, dotted, language))
    stamp = next(find(text, month_first=month_first, dotted=dotted, language=language), None)
    if stamp:
        return stamp.iso
    part = _ISO_PART.match(text)
    if part and int(part["y"]) >= FIRST_YEAR:
        return text
    for named, number in _matches(_MONTH_ONLY, text.translate(_PLAIN), language):
        year = _year(named.groupdict(), language)
        return f"{year}-{number:02d}" if year else None
    return None


def is_day(value: str) -> bool:
    """Say whether a value is an ISO 8601 date with its day, with or without a time."""
    with suppress(ValueError):
        return bool(datetime.fromisoformat(value)) and value[:DAY].count("-") == 2  # noqa: PLR2004 - year, month, day
    return False


def find(text: str, *, month_first: bool = True, dotted: bool = False, language: str = "") -> Iterator[Stamp]:
    """Return the full dates in `text`, in order, each once; see `read` for the rest."""
    if not _HINT.search(text) and (text.isascii() or not (_EASTERN_HINT.search(text) or _THAI_HINT.search(text))):
        return iter(())
    return iter(_found(text, _Custom(month_first, dotted, language if language in TELLING or language in (THAI, PERSIAN) else "")))


def _clocked(text: str, stamps: Sequence[Stamp]) -> Iterator[Stamp]:
    """Yield the dates with the time that stands before those of them that have none behind: “10:31, 3 May 2024”."""
    plain, end = text if text.isascii() else text.translate(_PLAIN), 0
    for stamp in stamps:
        clock = _CLOCK.search(plain, max(end, stamp.start - CLOCK_CHARS), stamp.start) if len(stamp.iso) == DAY else None
        time = _time(clock.groupdict()) if clock else ""
        yield Stamp(stamp.iso + time, clock.start(), stamp.end) if clock and time else stamp
        end = stamp.end


@lru_cache(maxsize=CACHED)
def _found(text: str, custom: _Custom) -> tuple[Stamp, ...]:
    found: list[Stamp] = []
    for match, iso in _read(text, custom):
        if iso and not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Stamp(iso, match.start(), match.end()))
            if match.end() - match.start() == len(text):
                return tuple(found)
    found.sort(key=lambda stamp: stamp.start)
    return tuple(_clocked(text, found)) if found and found[-1].start >= len("0:00") else tuple(found)


def _read(text: str, custom: _Custom) -> Iterator[tuple[re.Match[str], str | None]]:
    """Yield where forms of dates fit in a text, each with its date, None where there is no such day."""
    plain = text if text.isascii() else text.translate(_PLAIN)
    for form in _possible(plain):
        for match, number in _matches(form, plain, custom.language):
            yield match, _stamp(match, number, custom)
    if not plain.isascii():
        if _EASTERN_HINT.search(plain):
            yield from ((match, _eastern(match)) for match in _EASTERN.finditer(plain))
        if _THAI_HINT.search(plain):
            yield from ((match, _short_thai(match, number)) for match, number in _matches(_SHORT_THAI, plain, THAI))
    if _SOLAR_HINT.search(plain):
        persian = custom.language == PERSIAN or _PERSIAN_DIGIT.search(text) is not None
        for form in _SOLAR if persian else _SOLAR[:1]:
            yield from ((match, _solar(match)) for match in form.finditer(plain))


def _possible(text: str) -> Sequence[re.Pattern[str]]:
    """Return the forms of dates for which a text has what they consist of."""
    parted, worded = _PARTED.search(text), _WORDED.search(text)
    if parted and worded:
        return _FORMS
    return _NAMED if worded else _FIGURED if parted else ()


def _matches(form: re.Pattern[str], text: str, language: str) -> Iterator[tuple[re.Match[str], int | None]]:
    """Yield where a form fits, with the number of the month if it is named; other words do not fit."""
    if "n" not in form.groupindex:
        yield from ((match, None) for match in form.finditer(text))
        return
    match = form.search(text)
    while match:
        number = month(match["n"], language)
        if number:
            yield match, number
        match = form.search(text, match.end() if number else match.start() + 1)


def _stamp(match: re.Match[str], number: int | None, custom: _Custom) -> str | None:
    """Return a match in ISO 8601, `number` the month if it is named; None when there is no such day."""
    part = match.groupdict()
    if part.get("a"):
        first = custom.month_first and (custom.dotted or part["sep1"] != ".") and not _is_european(part)
        number, day = _ordered(int(part["a"]), int(part["b"]), month_first=first)
    else:
        number = number or int(part["m"])
        day = int(part["d"])
    year = _year(part, custom.language)
    return _iso(year, number, day, part) if year else None


def _eastern(match: re.Match[str]) -> str | None:
    """Return a match with an East Asian year in ISO 8601, None when there is no such day."""
    part = match.groupdict()
    year = _figured(part["y"]) + (ERAS[part["era"][0]] if part["era"] else 0)
    return _iso(year, _figured(part["m"]), _figured(part["d"]), part)


def _figured(signs: str) -> int:
    """Return the number that signs stand for: figures, signs for them, or signs with ten among them; the first year is `元`."""
    plain = "".join(str(_FIGURES.index(sign)) if sign in _FIGURES else sign for sign in signs.replace("零", "〇").replace("元", "1"))
    tens, ten, ones = plain.partition("十")
    if ten:
        return 10 * int(tens or 1) + int(ones or 0) if (tens + ones).isdecimal() or not tens + ones else 0
    return int(plain)


def _short_thai(match: re.Match[str], month_: int | None) -> str | None:
    """Return a match with two figures of a Buddhist year in ISO 8601, None when there is no such day."""
    part = match.groupdict()
    return _iso(BUDDHIST_CENTURY + int(part["y"]) - BUDDHIST_AHEAD, month_ or 0, int(part["d"]), part)


def _iso(year: int, month_: int, day: int, part: dict[str, str | None]) -> str | None:
    """Return a day with the time of a match, None when there is no such day or no page is of it."""
    with suppress(ValueError):
        return date(year, month_, day).isoformat() + _time(part) if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def _solar(match: re.Match[str]) -> str | None:
    """Return a match in the solar calendar in ISO 8601, None when there is no such day."""
    part = match.groupdict()
    month_ = jalali.number(part["j"]) if part.get("j") else int(part["m"])
    day = jalali.gregorian(int(part["y"]), month_, int(part["d"]))
    return day.isoformat() + _time(part) if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def in_full(year: int) -> int:
    """Return a year in four figures that may be written in two."""
    if year < CENTURY:
        return year + (1900 if year >= PIVOT else 2000)
    return year


def _year(part: dict[str, str | None], language: str) -> int | None:
    """Return the year of a match in the common era; None when no page is of it."""
    year = in_full(int(part["y"] or 0))
    if year in BUDDHIST and (language == THAI or _THAI.match(part.get("n") or "")):
        year -= BUDDHIST_AHEAD
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _ordered(first: int, second: int, *, month_first: bool) -> tuple[int, int]:
    """Return month and day of a date that is written in figures alone."""
    if first > NOON or (not month_first and second <= NOON):
        return second, first
    return first, second


def _is_european(part: dict[str, str | None]) -> bool:
    """Say whether the time behind a date is told as where the day comes first: by its word, its zone or by 24 hours."""
    if part.get("uhr"):
        return True
    if part.get("half") or not part.get("minute"):
        return False
    return (part.get("zone") or "").lower() in EUROPEAN or int(part["hour"] or 0) > NOON


def _time(part: dict[str, str | None]) -> str:
    """Return the time of a match with its zone, empty where none was given."""
    hour_text, minute, half, early = (part.get(name) for name in ("hour", "minute", "half", "early"))
    if hour_text is None or not (minute or half or early):
        return ""
    hour = int(hour_text)
    if half or early:
        later = half[0] in AFTERNOON if half else _IS_AFTERNOON.match(early or "") is not None
        hour = hour % NOON + (NOON if later else 0)
    second = part.get("second")
    if hour > 23 or max(int(minute or 0), int(second or 0)) > LAST_MINUTE:  # noqa: PLR2004 - hours of a day
        return ""
    return f"T{hour:02d}:{(minute or '0').zfill(2)}" + (f":{second}" if second else "") + _zone(part.get("zone") or "")


def _zone(text: str) -> str:
    """Return a zone as an offset, empty where it is none or no clock keeps it."""
    _, sign, digits = text.rpartition("+" if "+" in text else "-")
    if not sign:
        return ZONES.get(text.lower(), "")
    digits = digits.replace(":", "")
    digits = digits.zfill(2) + "00" if len(digits) <= 2 else digits  # noqa: PLR2004 - hours without minutes
    if int(digits[:2]) > MOST_HOURS or int(digits[2:]) > LAST_MINUTE:
        return ""
    return "Z" if digits == "0000" else f"{sign}{digits[:2]}:{digits[2:]}"
