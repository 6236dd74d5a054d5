"""Phrases: how a line is compared with one, and the pattern of one that has placeholders."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import re2

from cleaner.regexes import regex
from cleaner.rules.rows import NETWORK

KNOWN_FOLDED = 512
"""Lines whose folded form is remembered, which several rules ask for: about those of one page."""
_TAG = regex(r"^\s*\[[^\[\]]{1,20}\]\s*(?=\S)")
_ACCENTS = regex("[\u0300-\u036f\u0640\u064b-\u0652]")
"""Accents of Latin, Greek and Cyrillic letters, and what Arabic writes or leaves out at will: vowel signs and the stretching of lines."""
_ALIKE = str.maketrans({"ı": "i", "ँ": "ं", "أ": "ا", "إ": "ا"})
"""Letters that are written for one another: of Turkish capitals, of nasal vowels in Hindi, of an alef with its hamza."""
_ACCENTED_SCRIPTS = ("LATIN", "GREEK")
"""The scripts, as characters' names begin, whose accents are left out in capitals and by converters."""
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}
PLACEHOLDERS = {
    "n": r"\d[\d.,]*[km]?",
    "any": r"\S+(?: \S+){0,3}",
    "site": r"\S+(?: \S+){0,4}",
    "name": r"(?-i:\p{Lu}[\p{L}\p{M}.'’\-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’\-]*|de|da|van|von|der|den|la|le|bin|al|del|di|ten|ter|y))"
    r"{0,3} \p{Lu}[\p{L}\p{M}.'’\-]+|\p{Lu}[\p{L}\p{M}'’\-]+)",
    "network": r"(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|whatsapp|telegram|pinterest|reddit|threads|bluesky"
    r"|mastodon|messenger|snapchat|tumblr|rss|flipboard|google news|google\+|vk|xing|line|weibo|wechat|email|e-mail)",
    "date": r"[^.!?]{0,20}\d[^.!?]{0,40}",
    "email": r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+",
    "url": r"(?:https?://|www\.)\S+",
}
"""What `{name}` and its kin stand for inside a phrase, as google-re2 patterns."""
PLACEHOLDER = regex(r"\{(%s)\}" % "|".join(PLACEHOLDERS))  # noqa: UP031  # braces are part of the pattern


def unquoted(text: str) -> str:
    """Return a text with typographic marks in their ASCII form."""
    for mark, plain in _QUOTES.items():
        if mark in text:
            text = text.replace(mark, plain)
    return text


@lru_cache(maxsize=KNOWN_FOLDED)
def fold(text: str) -> str:
    """Return a line as phrases are compared: case, accents, marks at the edges, a leading `[TAG]` and a trailing count away."""
    line = text.casefold() if text.isascii() else _unaccented(unquoted(text).casefold())
    if "  " in line or not line.isprintable():
        line = " ".join(line.split())
    if "[" in line:
        line = _TAG.sub("", line)
    return line if line[:1].isalnum() and line[-1].isalnum() else bare(line)


def _unaccented(line: str) -> str:
    """Return a line without what careless writers and capitals leave out: accents, the vowel signs of Arabic, the dot of an i."""
    parted = _ACCENTS.sub("", unicodedata.normalize("NFD", line))
    return unicodedata.normalize("NFC", parted).translate(_ALIKE)


def bare(line: str) -> str:
    """Return a line from its first letter or digit to its last."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while start < end and not (line[end - 1].isalnum() or _ends_in_vowel_sign(line, end)):
        end -= 1
    return line[start:end]


def _ends_in_vowel_sign(line: str, end: int) -> bool:
    """Say whether the last characters before `end` are marks on a letter: vowel signs end words of many scripts."""
    place = end
    while place and unicodedata.category(line[place - 1])[0] == "M":
        place -= 1
    return 0 < place < end and line[place - 1].isalpha()


def says(phrase: str) -> bool:
    """Say whether a line can be told by a phrase: marks, which are not compared, are no phrase."""
    return bool(fold(phrase))


def phrase_pattern(value: str) -> str:
    """Return the pattern of a phrase with placeholders; spaces and quotes match loosely."""
    pieces: list[str] = []
    position = 0
    for match in PLACEHOLDER.finditer(value):
        pieces += (_literal(value[position : match.start()]), PLACEHOLDERS[match[1]])
        position = match.end()
    pieces.append(_literal(value[position:]))
    return "".join(pieces)


def with_placeholder(value: str) -> str:
    """Return a phrase folded but for the network's place in it."""
    return NETWORK.join(fold(f"a {piece} a")[1:-1] for piece in value.split(NETWORK)).strip()


def _literal(text: str) -> str:
    """Return the pattern of a piece of a phrase: with or without its accents, as `fold` reads phrases that have no placeholder."""
    escaped: str = re2.escape(text).replace(r"\ ", r"\s+").replace(" ", r"\s+")
    for mark, loose in (("'", "['’‘]"), ('"', '["“”]')):
        escaped = escaped.replace(f"\\{mark}", mark).replace(mark, loose)
    return escaped if text.isascii() else "".join(map(_accented, escaped))


def _accented(letter: str) -> str:
    """Return the pattern of a letter, with and without its accent if it has one that readers of Latin or Greek letters leave out."""
    plain = "" if letter.isascii() else _unaccented(letter)
    return f"[{letter}{plain}]" if len(plain) == 1 and plain != letter and unicodedata.name(plain).startswith(_ACCENTED_SCRIPTS) else letter
