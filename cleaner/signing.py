"""Which part of a line at the headline signs: themes print the day, rubrics, a reviewer and counts before it.

`Veröffentlicht am 3. Mai 2024 von Ida Kell`, `Leave a Comment / Local / By Ida Kell / May 3, 2024`,
`Medically reviewed by Tom Verk, MD — Written by Ida Kell — Updated on May 3, 2024`: what signs is the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.byline_labels import BY, OTHERS, PREPOSITION, has_bare_label, has_label, unlabelled
from cleaner.date_labels import PUBLISHED
from cleaner.dates import Stamp, find
from cleaner.names import is_person
from cleaner.regexes import regex
from cleaner.reporters import reporters
from cleaner.signatures import people
from cleaner.stamping import before

MAX_LEAD_IN = 12
"""Characters before the date of a line that begins with one: a label, the day of the week."""
MAX_MONTH = 16
"""Characters from the beginning of a date to its first figure: a month's name and its spaces."""
MAX_DEED = 60
"""Characters before the date of a line that begins with a deed: “Posted in Town, Harbour on”."""
MAX_PART = 60
"""Longest part that stands before the one that signs: a rubric, a reviewer with degrees."""
MAX_LINE = 300
"""Longest line that is read as a signature."""
MOST_COUNTS = 3
"""Dates and counts behind the first: the day of a change, minutes, comments."""
CACHED = 512
"""Lines whose parts are remembered: rules and fields ask for the same."""
LONE = frozenset([*BY.split("|"), "de", "da", "oleh", "vu"])
"""Words with which a line signs that is nothing but them, in small letters."""
LONE_CHARS = 6
"""Longest of them, with a colon."""
ASKING = 24
"""Longest label that is a line of its own."""
LINKS = frozenset(["", "&", "and", "und", "et", "y", "e", "og", "och", "en", "i", "și", "и", "і", "та", "και", "dan", "ve"])
"""What stands between the names of one signature as a line of its own, commas left out."""
MOST_LINES = 8
"""Lines of a signature set over several, one string a line."""
CONTACT_CHARS = 60
"""Longest heading of that kind."""
CONTACTS_BELOW = 4
"""Lines below a heading for the press in which whom to ask is named: a name, a role, an address, another name."""
CONTACTS = regex(
    r"\b(?:contacts?|contacto|contatt[oi]|contato|press\s+office|(?:media|press)\s+(?:in|en)quir(?:y|ies)|kontakte?|\w*kontakte?|ansprechpartner(?:in)?|rückfragen|\w*contact|service\s+de\s+presse"
    r"|ufficio\s+stampa|biuro\s+prasowe|dla\s+mediów|контакт[ыи]?|контакти|пресс-служба|прес-служба|yhteystiedot|lisätiedot|yhteyshenkilö|basın\s+iletişim|narahubung|liên\s+hệ)\b"
    r"|お問い?合わ?せ|联系人|聯絡人|문의|للتواصل|संपर्क",
    re.IGNORECASE,
)
"""Words of a heading above whoever answers a firm's readers or the press, and wrote nothing."""
_FIGURE = regex(r"\d")
_PARTING = regex(r"\s*(?:[|·•⋅∙●▪/]|::)\s*|\s+[–—-]+\s+")
"""Marks between the parts of such a line."""
_SITE = regex(r"^(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,12}\s*[|·•⋅∙●▪]\s*")
_PORTRAIT = regex(r"^\[(?:avatar|image|img|photo|portrait|author|headshot|picture|foto|bild)[^\[\]]{0,40}\]\s+", re.IGNORECASE)
"""What browsers of text show for the picture before a name: “[avatar] Ida Kell”."""
_SIGN = regex(r"\s(?:by|von|par|por|door|av|af|oleh|przez|bởi)\s")
"""What stands before a name in mid-line, in the languages in which it is a word that does not end a name."""
_COUNT = regex(r"\d[\d.,]*\+?\s*[^\W\d_]+(?:\s[^\W\d_]+)?\s*[|·•⋅∙●▪/]\s*")
"""How long to read, how many words or comments, with the mark behind it."""
_NUMBERS = regex(r"^(?:\d[\d.,]*\s+){1,3}")
"""Counts that icons told apart, as of readers and comments: before a label they say nothing."""
_BEHIND_DATE = " |•·⋅∙●▪–—-,/:])"
"""Marks between a date and a signature."""


class Signing(NamedTuple):
    """The end of a line that may sign, whether a date stood before it, and whether it says “by”."""

    text: str
    dated: bool
    labelled: bool


@lru_cache(maxsize=CACHED)
def signing(text: str) -> Signing:
    """Return the part of a line that may sign: all of it, what is behind its date, or behind other parts and labelled."""
    if len(text) > MAX_LINE:
        return Signing(text, dated=False, labelled=has_label(text))
    text = without_site(text)
    if (part := _behind_date(text)) is not None:
        return part
    if rest := _behind_deed(text):
        return Signing(rest, dated=False, labelled=True)
    labelled = has_label(text)
    if (not labelled or OTHERS.match(text)) and (rest := _behind_parts(text)):
        return Signing(rest, dated=False, labelled=True)
    return Signing(text, dated=False, labelled=labelled)


def without_site(text: str) -> str:
    """Return a row without what stands before its names: the site's, as reading programs have it, “courier.example · Ida Kell · 3 May 2024”, or a portrait's text."""
    text = _PORTRAIT.sub("", text) if text.startswith("[") else text
    return _SITE.sub("", text, count=1) if "." in text else text


def _behind_date(text: str) -> Signing | None:
    """Return what stands behind the date with which a line begins, with its label, None where it begins otherwise."""
    deed = PUBLISHED.match(text) is not None
    if not _FIGURE.search(text, 0, (MAX_DEED if deed else MAX_LEAD_IN) + MAX_MONTH):
        return None
    first = next(find(text), None)
    if not first or people(text[: first.start]) or reporters(text[: first.end]):
        return None
    rest = _unbracketed(_uncounted(text[first.end :].lstrip(_BEHIND_DATE)))
    labelled = ((has_label(rest) or has_bare_label(rest)) and not OTHERS.match(rest)) or (deed and PREPOSITION.match(rest) is not None)
    if first.start <= MAX_LEAD_IN or _leads_in(text, first):
        inner = "" if labelled else _behind_parts(rest)
        return Signing(inner or rest, dated=True, labelled=labelled or bool(inner))
    if deed and first.start <= MAX_DEED and labelled and people(rest):
        return Signing(rest, dated=True, labelled=True)
    return None


def _unbracketed(text: str) -> str:
    """Return what stands in the brackets that are around all of a text: agencies print “(Ida Kell)” behind the day."""
    if text.find(")") != len(text) - 1:
        return text
    return text.removeprefix("(").removesuffix(")") if text.count("(") <= text.startswith("(") else text


def _behind_deed(text: str) -> str:
    """Return what stands behind “Posted in Town, Harbour” at a line's beginning if it signs, else nothing."""
    if len(text) > MAX_LINE or not PUBLISHED.match(text) or has_label(text):
        return ""
    sign = _SIGN.search(text, 0, MAX_DEED)
    rest = text[sign.start() :].lstrip() if sign else ""
    return rest if has_label(rest) and people(rest) else ""


def _uncounted(text: str) -> str:
    """Return what stands behind a date without further dates and counts, each with its label or mark: “5 min read · ”."""
    for _ in range(MOST_COUNTS):
        stamp = next(find(text), None) if _FIGURE.search(text, 0, MAX_LEAD_IN + MAX_MONTH) else None
        counted = _COUNT.match(text)
        if stamp and stamp.start <= MAX_DEED and not before(text, stamp.start):
            text = text[stamp.end :].lstrip(_BEHIND_DATE)
        elif counted:
            text = text[counted.end() :]
        else:
            break
    behind = _NUMBERS.sub("", text)
    return behind if has_label(behind) or has_bare_label(behind) else text


def _leads_in(text: str, stamp: Stamp) -> bool:
    """Say whether all that stands before a date belongs to it: “Veröffentlicht am Freitag, dem”."""
    return stamp.start <= MAX_DEED and not before(text, stamp.start)


def _behind_parts(text: str) -> str:
    """Return the end of a line from its first part that has a label and names behind it, empty where none has."""
    end = 0
    for mark in _PARTING.finditer(text):
        if mark.start() - end > MAX_PART:
            break
        end = mark.end()
        rest = text[end:]
        if (has_label(rest) or has_bare_label(rest)) and not OTHERS.match(rest) and people(rest):
            return rest
    return ""


def is_lone_label(text: str) -> bool:
    """Say whether a line is a “by” and nothing else."""
    return len(text) <= LONE_CHARS and text.rstrip(" :").casefold() in LONE


def is_label(text: str) -> bool:
    """Say whether a line is a label and nothing else, with the name on the next: “by”, “Authors:”, “Scritto da”, “Reporter”."""
    if len(text) > ASKING:
        return False
    asking = f"{text.rstrip(' :')}:"
    return is_lone_label(text) or ((has_bare_label(asking) or has_label(asking)) and not unlabelled(asking))


def signed_over(texts: Sequence[str], index: int) -> int:
    """Return where the names end that stand below the line at `index`, one a line with “and” between them; 0 where none does."""
    end = index + 1
    while end < min(len(texts), index + MOST_LINES):
        link = end > index + 1 and texts[end].strip(" ,").casefold() in LINKS
        if not (link or is_person(texts[end])):
            break
        end += 1
    while end > index + 1 and not is_person(texts[end - 1]):
        end -= 1
    return end if end > index + 1 else 0


def asks_for_contact(text: str) -> bool:
    """Say whether a line heads whom a firm names for questions: “Press contacts”, “Ansprechpartner für die Presse”."""
    return len(text) <= CONTACT_CHARS and CONTACTS.search(text) is not None and not text.endswith(".")


def is_asked_below(texts: Sequence[str], first: int, index: int) -> bool:
    """Say whether a line, from the line `first` on, that heads whom to ask stands right above one, or above another's name, role or address."""
    return any(map(asks_for_contact, texts[max(first, index - CONTACTS_BELOW) : index]))
