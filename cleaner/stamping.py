"""Where a signature goes over into its date: “Publicerad 3 maj 2024”, “hace 3 horas”, “Lesezeit: 4 Minuten”, “Friday”.

What was set in several elements stands in one line behind another, and the words before a date have the form of names.
"""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import re

import re2

from cleaner.date_labels import MODIFIED_WORDS, PUBLISHED_WORDS
from cleaner.dates import find
from cleaner.months import WEEKDAYS, month
from cleaner.regexes import regex

_BEFORE = {
    "de": "vor", "fr": "il y a", "es": "hace", "ca": "fa", "pt": "há", "ro": "acum", "sv": "för", "da": "for", "is": "fyrir", "eu": "duela", "lb": "viru?", "gl": "hai", "lv": "pirms",
    "lt": "prieš", "pl": "przed", "cs": "před", "sk": "pred", "hr": "prije", "sr": "pre", "sr-Cyrl": "пре", "bg": "преди", "el": "πριν",
    "sq": "para", "ar": "منذ|قبل", "he": "לפני", "vi": "cách đây",
}  # fmt: skip
"""By language, what stands before how long ago it was; what is alike in several stands with one of them."""
_AFTER = {
    "en": "ago", "es": "atrás", "it": "fa", "ro": r"în\s+urmă", "nl": "geleden", "af": "gelede", "sv": "sedan", "da": "siden", "is": "síðan",
    "fi": "sitten", "et": "tagasi", "pl": "temu", "hu": "ezelőtt", "tr": "önce", "az": "əvvəl", "ru": "назад", "uk": "тому", "be": "таму",
    "sq": r"më\s+parë", "fa": r"(?:پیش|قبل)", "ur": "پہلے", "hi": "पहले", "mr": "पूर्वी", "bn": "আগে", "vi": "trước", "id": r"(?:yang\s+)?lalu", "ms": "lepas",
    "tl": "nakaraan", "so": r"ka\s+hor", "cy": r"yn\s+ôl", "ga": r"ó\s+shin", "mt": "ilu", "zu": "edlule", "xh": "edlulileyo", "kk": "бұрын", "ka": "წინ", "hy": "առաջ",
    "ne": "अघि", "gu": "પહેલાં?", "pa": "ਪਹਿਲਾਂ", "ta": "முன்பு?", "te": "క్రితం", "kn": "ಹಿಂದೆ", "ml": "മുമ്പ്", "si": "පෙර",
}  # fmt: skip
"""The same behind it."""
_ONE = r"(?:an?|one|eine[mr]|une?|una?|uma?|en|een|ett?|egy|bir|jedn[ąey]\w*)"
_HENCE = "|".join(_BEFORE.values()).replace(" ", r"\s+")
_SINCE = "|".join(_AFTER.values())
AGO = regex(
    rf"\b\d+\s+\S+\s(?:\S+\s)?(?:{_SINCE})(?!\w)|\b(?:{_HENCE})\s+(?:\S+\s)?\d"
    r"|\bago\b|\b\d+\s+(?:months?|weeks?|days?|hours?)\b|\d+\s*(?:mins?|minuten|minutes?)\b|\bsiden\b|\bgeleden\b|\bsedan\b"
    r"|\d+\s*[秒分時时小日天週周月년월일시간분초주个個箇か钟鐘間间ヶ]{1,4}\s*[前전]|\d\s?\S{1,16}(?:ที่แล้ว|ก่อน)",
    re.IGNORECASE,
)
"""How long ago, or how long to read."""
_AGO_IN_WORDS = re2.compile(rf"(?i)(?:^|\s)((?:{_HENCE})\s+{_ONE}\s|{_ONE}\s\pL+\s(?:{_SINCE})(?:\PL|$))")
"""The same without a figure; google-re2 takes a tenth of the time."""
_NOUNS = frozenset(
    "stand date fecha data datum dato dátum datë kuupäev datums päivämäärä päiväys tarih tarihi giriş dată дата датум ημερομηνία تاريخ تاریخ "
    "תאריך तारीख दिनांक তারিখ วันที่ ngày tanggal tarikh tarehe 日期 时间 時間 日時 날짜".split()
)
"""Words for the date itself."""
_READING = frozenset(
    "reading read time lesezeit lesedauer temps lecture tiempo lectura tempo lettura leitura leestijd läsetid lästid læsetid lesetid lukuaika "
    "czas czytania doba čtení čítania olvasási idő timp citire время чтения час читання okuma süresi χρόνος ανάγνωσης קריאה waktu baca".split()
)
"""Words of how long it takes to read."""
_LAST = frozenset(
    "last first originally zuletzt letzte dernière dernier última último ultima ultimo laatst laatste senast senest sist sidst viimeksi viimane ostatnia "
    "ostatnio poslední naposledy posledná zadnja zadnje posljednja utolsó son последнее последна последња последњи останнє τελευταία آخر آخرین "
    "אחרון अंतिम सर्वशेष ล่าสุด terakhir lần cuối 最后 最後 최종".split()
)
"""“Last” and “first”, as they stand before “updated” and “published”."""
_LINKING = frozenset(
    "on at am um vom den der le la el il lo em no na a à pe op om på kl kl. klo dne dňa dnia dana w v в у о об на στις τις την pe lúc vào pada "
    "tanggal de do di du del y in er i alle ore o godz godz. godzinie klokken في على در بتاريخ בשעה ב ב- को में ला এ এর 于 於 unas unos etwa ca ca. circa environ cerca about omkring około approx".split()
)
"""Words between those and the figures; they tell of a date only beside others."""
_RELATIVE = frozenset(
    "yesterday today tonight monday tuesday wednesday thursday friday saturday sunday gestern heute gisteren vandaag oggi igår idag wczoraj dzisiaj včera "
    "tegnap bugün вчера сегодня вчора сьогодні χθες σήμερα".split()
)
"""Days that need no figure beside them, and are no names."""
_NAMESAKES = frozenset("date giriş đăng birt data read time dana domingo sabato freitag samstag sonntag mon sat sun wed joi luni cuma pazar salı".split())
"""Words of the kinds above that are names too: behind fewer than two words, or alone before a figure, they may be one."""
_UNSPACED_TAIL = r"(?:\s?(?:于|於|时间|時間|日期|日時|日|เมื่อ|วันที่))?"
_DEEDS = "|".join((*MODIFIED_WORDS.values(), *PUBLISHED_WORDS.values()))
_STAMPING = regex(rf"(?:{_DEEDS})(?:{_UNSPACED_TAIL}|\s(?:{'|'.join(map(re.escape, sorted(_LINKING)))}))", re.IGNORECASE)
"""“Published”, “updated” and their like in all languages: matched against the few words before a date."""
_PHRASE = 4
"""Words of the longest label in `_STAMPING`: “mis en ligne le”."""
_FEWEST = 2
"""Words of a name that are left where what follows may belong to it."""
_REACH = 120
"""Characters before a date in which the words stand that go with it, and those of the last name."""
_SIGNATURE = 60
"""Characters of a line that is looked through for “an hour ago”."""
_FIGURE = regex(r"(?<![A-Za-z])\d")
_WORD = regex(r"[^\s|•·●⋅]+")
_GLUED = regex(r"(?<=[a-zß-ÿ])(?:Published|Updated|Posted|Reviewed|Last Updated)\W*$")
"""A word that has lost the space before it."""
_CLOCK = regex(r"\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\b|h\b)", re.IGNORECASE)
_MONTHED = regex(r"\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,})", re.IGNORECASE)
_MOMENT = regex(r"(?:\D*\s)?\d{1,2}(?:[:.h]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4})?|\.|st|nd|rd|th)?(?:\s[^\W\d_]{3,10}\.?)?", re.IGNORECASE)
_MARKS = " \t:：.,،|·•–—-/("


def stamped(text: str) -> int:
    """Return where the date of a signature begins, with the words before it; the length of `text` where there is none."""
    figure = _FIGURE.search(text)
    if figure is None:
        words = _AGO_IN_WORDS.search(text) if len(text) <= _SIGNATURE else None
        if words:
            return int(words.start(1))
        begin = _before(text, len(text), _RELATIVE)
        return begin if text.isupper() or not text[begin:].isupper() else len(text)  # a paper: “Ida Kell BRASK TODAY”
    at = figure.start()
    stamp = next(find(text), None)
    if stamp and stamp.start <= at:
        return before(text, stamp.start)
    begin = before(text, at)
    named = _MONTHED.match(text, at)
    told = _CLOCK.match(text, at) or (named and month(named[1])) or AGO.match(text, at) or AGO.match(text, begin)
    return begin if told or _telling(text[begin:at]) else len(text)


def is_moment(text: str) -> bool:
    """Say whether a text is a day or a time without its year, with the words before it, and nothing else."""
    return _MOMENT.fullmatch(text) is not None and not stamped(text)


def before(text: str, end: int) -> int:
    """Return where the words begin that belong to the date, time or span at `end`: labels, days of the week, “hace”."""
    begin = _before(text, end, None)
    glued = _GLUED.search(text, 0, begin)
    return glued.start() if glued else begin


def _before(text: str, end: int, only: frozenset[str] | None) -> int:
    """Return where the words before `end` that are in `only`, or go with a date, begin."""
    words = [match.start() for match in _WORD.finditer(text, max(0, end - _REACH), end)]
    known, telling, most = only, False, _PHRASE if only is None else 1 + (len(words) > _FEWEST)
    while words:
        phrases = (text[words[-size] : end] for size in range(min(most, len(words)), 0, -1))
        phrase = next((one for one in phrases if _goes(one, known) and (telling or _tells(one, len(words)))), None)
        if phrase is None:
            break
        end -= len(phrase)
        while words and words[-1] >= end:
            words.pop()
        known, telling = known or _ALL, telling or not _LINKING.issuperset(_bare(phrase).split())
    return end


def _bare(phrase: str) -> str:
    return phrase.strip(_MARKS).lower()


def _goes(phrase: str, known: frozenset[str] | None) -> bool:
    """Say whether a word or several stand before a date: one of the `known`, by default all and months, or a label."""
    bare = _bare(phrase)
    single = bare in known if known else not bare or bare in _ALL or month(bare) is not None
    return single or (bool(bare) and _STAMPING.fullmatch(bare) is not None)


def _tells(phrase: str, words: int) -> bool:
    """Say whether the last of so many words before a date are no end of a name, though nothing behind them tells of a date."""
    bare = _bare(phrase)
    head, size = bare.partition(" ")[0], bare.count(" ") + 1
    cased = head[:1] != head[:1].upper()
    short = cased and words - size < _FEWEST and (bare in _ALL or month(bare) is not None)
    return ":" in phrase or not (short or (head in _NAMESAKES and head not in WEEKDAYS))


def _telling(words: str) -> bool:
    """Say whether words before a figure say that it is of a date, and not only where."""
    return any(_bare(word) not in _LINKING for word in words.split())


_ALL = frozenset(re.split(r"[| ]", "|".join(_BEFORE.values()))) | _NOUNS | _READING | _LAST | _LINKING | WEEKDAYS
