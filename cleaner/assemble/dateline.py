"""The dateline: the place, and often the agency and day, that a news story opens with. Its sentence stays whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.assemble.dateline_east import Dateline, ending, opening
from cleaner.dates import LETTER, find
from cleaner.model import Paragraph
from cleaner.months import month
from cleaner.names import FIGURE
from cleaner.regexes import regex
from cleaner.signoff import signer

LOOK = 3
"""Paragraphs from the first in which a dateline stands; a dek or key points may come before."""
_PLACE = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:(?: / |[.'’/-] ?| )(?:[^\W\d_]+\.?)){0,4}"
_DAY = (
    rf"(?:(?P<month>{LETTER}{{3,16}}+)\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?P<month2>{LETTER}{{3,16}}+)\.?)(?:,?\s+\d{{4}})?"
)
_DASH = r"(?:\s*[—–―-]{1,2}|\s_)\s+"
"""A dash; wires that could not send one sent an underscore."""
DATELINE = regex(
    rf"^(?P<line>(?P<place>{_PLACE}(?:,\s*{_PLACE}\.?){{0,2}})"
    rf"(?:\s*\((?P<agency>[^()]{{2,40}})\)|,\s*(?P<day>(?i:{_DAY}))"
    rf"(?:\s*\((?P<agency2>[^()]{{2,40}})\)|\s*/(?P<agency3>[^/]{{2,40}})/)?)?){_DASH}\S"
)
AGENCY_FIRST = regex(rf"^(?P<line>\((?P<agency>[^()]{{2,40}})\)){_DASH}?\S")
_NUMBERS = rf"\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{2,4}}|\d{{4}}\.\s+(?P<month3>{LETTER}{{3,16}}+)\s+\d{{1,2}}\."
_WHEN = rf",?\s+(?:(?P<day>(?i:{_DAY}))|{_NUMBERS})\.?(?:,\s+{LETTER}{{3,12}}+)?"
WIRE = regex(
    rf"^(?P<line>(?P<place>{_PLACE}(?:,\s*{_PLACE}){{0,2}}?)(?:\s*\([^()]{{2,30}}\))?(?P<when>{_WHEN})?\s*"
    rf"(?:\((?P<agency>[^()]{{2,40}})\)|/(?P<agency2>[^/]{{2,40}})/|[—–―-]\s+(?P<agency3>[^.:,()]{{2,30}}(?=[.:])))(?P<mark>\s*[.:]?\s*[—–―-]{{1,2}}|[.:])?)\s+\S"
)
"""The forms of wires of many countries: a country behind the place, days in figures or without a comma, and the agency in strokes, with
a stop or a colon behind it. Only a known agency makes it a dateline, so that a sentence may open with a place and brackets."""
_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W_]*\.?"
_TOWN = rf"{_CAPITAL}(?:[ '’/-](?:(?:de|del|della|di|do|da|la|le|sur|of|upon|am|an|der|the)[ ]){{0,2}}{_CAPITAL}){{0,4}}"
_TOWNS = rf"[(\[]?{_TOWN}(?:,\s*{_TOWN}){{0,2}}[)\]]?"
_SENDER = r"(?:\s*(?:\([^()]{2,40}\)|/[^/]{2,40}/))?"
BEFORE_DAY = regex(rf"{_TOWNS}\.?(?:\s*[—–―-]{{1,2}})?{_SENDER}(?:\s*[—–―-]{{1,2}})?,?(?<=[]),/—–―-])\s*(?:(?:le|den|am|a|el|em|on)\s+)?[(\[]?|{_TOWNS}\.?\s*[(\[]")
BEHIND_DAY = regex(rf"(?P<line>[)\]]?{_SENDER})\s*[—–―-]{{1,2}}\s*\S")
BEHIND_FIRST_DAY = regex(rf"(?P<line>[)\]]?,?\s*[—–―-]?\s*{_TOWNS}{_SENDER})\s*[—–―-]{{1,2}}\s*\S")
"""The forms of releases, which give the whole day: “BRASK, Tamm (May 3, 2024) – …”, “Brask – 3 May 2024 – …”, “May 3, 2024 (Brask) – …”."""
_OPENING = frozenset(("", "(", "["))
_SIGNS = frozenset("(/—–―-")
"""What one of stands around an agency in such a form."""
MIN_CAPITALS = 3
"""Letters from which a word in capitals is a place: shorter ones are initials."""
MAX_CHARS = 80
"""Longest dateline: place, country, agency and day."""
EAST_CHARS = 12
"""Characters within which the opening of a story in East Asia has one that is not ASCII."""
NO_DATELINE = Dateline(None, ())


BRACKETS = ("（", "【", "(", "[")
"""What a signature behind a story's last sentence begins with, in Japanese and Chinese."""


def dateline(paragraphs: Sequence[Paragraph], below: str = "") -> Dateline:
    """Return the dateline of the first paragraph that has one, or who signs behind the last, or in the line `below` it.

    A place alone is taken for one only in capitals or with an agency or day beside it: a sentence may begin with a
    name and a dash.
    """
    prose = [p.text for p in paragraphs if p.role == "paragraph"]
    for text in prose[:LOOK]:
        east = opening(text) if not text[:EAST_CHARS].isascii() else None
        if found := east or _read(text):
            return found
    last = prose[-1] if prose else ""
    if last[:1] in BRACKETS and len(prose) > 1:
        last = f"{prose[-2]}{last}"  # on a line of its own
    elif below[:1] in BRACKETS:
        last = f"{last}{below}"
    return (ending(last) if not last[-1:].isascii() else None) or NO_DATELINE


def _read(text: str) -> Dateline | None:
    """Return the dateline that a paragraph opens with."""
    match = _placed(text) or AGENCY_FIRST.match(text)
    if not match or len(match["line"]) > MAX_CHARS:
        return _wired(text) or _released(text)
    parts = match.groupdict()
    named = [signer(name) for name in (parts.get("agency"), parts.get("agency2"), parts.get("agency3")) if name]
    houses = tuple(name for name in named if name)
    place = parts.get("place") or ""
    first = place.split(",", maxsplit=1)[0]
    capitals = first.isupper() and len(first) >= MIN_CAPITALS
    if not houses and (wired := _wired(text)):
        return wired
    if (houses and place) or capitals or parts.get("day"):
        return Dateline(match["line"].strip(), houses)
    return Dateline(None, houses) if houses else _released(text)


def _released(text: str) -> Dateline | None:
    """Return the dateline with a whole day that a release opens with."""
    head = text[: 2 * MAX_CHARS]
    stamp = next(find(head[:MAX_CHARS]), None) if FIGURE.search(head[:MAX_CHARS]) else None
    if stamp is None:
        return None
    before, after = head[: stamp.start], head[stamp.end :]
    if before.strip() in _OPENING:
        behind = BEHIND_FIRST_DAY.match(after)
    else:
        behind = BEHIND_DAY.match(after) if BEFORE_DAY.fullmatch(before) else None
    return Dateline(head[: stamp.end + behind.end("line")].strip(), ()) if behind else None


def _wired(text: str) -> Dateline | None:
    """Return the dateline with a known agency that a text opens with in a form of `WIRE`; without a mark behind it, it has a day."""
    match = None if _SIGNS.isdisjoint(text[:MAX_CHARS]) else WIRE.match(text[: 2 * MAX_CHARS])
    if not match or len(match["line"]) > MAX_CHARS or not (match["mark"] or match["when"]):
        return None
    told = match["month"] or match["month2"] or match["month3"]
    house = signer(match["agency"] or match["agency2"] or match["agency3"] or "")
    return Dateline(match["line"].rstrip(" .:—–―-"), (house,)) if house and (not told or month(told)) else None


def _placed(text: str) -> re.Match[str] | None:
    """Return the dateline that a text opens with; one with a day has a month in it."""
    match = DATELINE.match(text)
    if not match or not match["day"] or month(match["month"] or match["month2"]):
        return match
    return None
