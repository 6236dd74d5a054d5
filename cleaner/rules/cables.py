"""Cables of news agencies, as teleprinters and agencies' own archives have them: codes above each take, initials and the moment below it.

A long story is sent in several takes. What stands between two of them is none of it: the sign that it goes on, initials, the moment, and the
next take's codes, slug and headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from cleaner.dates import in_full
from cleaner.model import Block, CueHit, Kind, Page
from cleaner.months import month
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.tokens import squeezed

STAMPS = (
    regex(r"(?:[A-Z]{2,5}-[A-Z]{2}-)(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)[A-Z]{0,4}<?"),
    regex(r"[A-Za-z]{2,8} ?(?P<hour>\d\d):(?P<minute>\d\d) (?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d)"),
    regex(r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<hour>\d\d)-(?P<minute>\d\d)/(?P<y>\d\d)"),
    regex(r"(?:[\w/-]+ ){0,5}(?P<d>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?(?:GMT |[A-Z] )?(?P<m>[^\W\d_]{3,4})\.? (?P<y>\d\d(?:\d\d)?)(?: NNNN)?"),
    regex(r"(?P<d>\d{1,2})-(?P<m>[^\W\d_]{3,4})-(?P<y>\d\d(?:\d\d)?) (?P<hour>\d\d)[:.](?P<minute>\d\d)(?: NNNN)?"),
)
"""The moment below a take: `CP-NY-04-19-03 2214MDT`, `Tam22:14 04-19-03`, `19/04/22-14/03`, `192214 GMT APR 03`, `19-APR-03 22:14 NNNN`."""
_FIGURES = regex(r"\d\d")
STAMP_CHARS, HEAD_CHARS = 60, 100
"""Characters of the longest line with it, and of the longest with codes. Bounds on time."""
HEAD = regex(r"ZCZC\b.*|ZCZC\w{0,8}(?:/.*)?|(?:[A-Z]{2,4}|[a-z]{3})-?\d{3,5}\s\d\s[A-Za-z]{1,4}\s\d{2,4}\b.*")
"""The codes above a take: ITU's sign that a message begins, or the service's number, priority, desk and count of words: `BRK0418 4 ECO 0487 …`."""
CLOSED = regex(r"[\W_]*NNNN\W*")
"""ITU's sign that a message ends."""
GOES_ON = regex(
    r"[(\[]\s*(?:more|segue|sigue|continúa|continuará|continua|suite|à suivre|a suivre|folgt|mehr folgt"
    r"|wird fortgesetzt|forts(?:ætter|ættes|ätter|\.)?|vervolg|jatkuu)\s*[)\]][\s.]*"
    r"|[-–—/=]+\s*(?:more|segue|sigue|suite|folgt)\s*[-–—/=]*",
    re.IGNORECASE,
)
"""The sign that another take follows."""
INITIALS = regex(r"(?:(?:[A-Z]{2,3}-)?[A-Z]{2,3}(?:/[A-Z]{2,3}){1,3}|(?:[a-z]{2,4}[ -])?[a-z]{2,3}(?:/[a-z]{2,3}){1,3}(?: [a-z]{2,3}){0,2})[\s.]*")
"""Who wrote, edited and sent a take: `jrp/mct/agl`, `XGA-DM/BL`, `dpa ks/fm hu`."""
MEDIA = regex(r"(?:\((?:fotos?|photos?|audios?|v[ií]deos?|infograf[ií]as?|infographie|grafik|bild(?:er)?|graphic)\)\s*)+", re.IGNORECASE)
"""What an agency offers beside the text."""
NOTE = regex(
    r"(?:Eds|Editors?|Note to editors|Achtung|Redaktionen|Attention|A los editores|Nota (?:a|de) (?:los editores|la redacción))\s*[:.]\s.*"
    r"|ATTENTION\s*-\s.*/{2,}",
    re.DOTALL,
)
"""What an agency tells its subscribers of a cable."""
SLUG = "common.pagination.slug"
"""The rule that knows slugs of wires: `r n BC-Harbour-Fire …`."""
TYPESET = "^"
"""The sign with which American wires begin a line that is no text."""
STORY_WORDS = 4
"""Words from which a line with a stop is the story's."""
FEWEST = 2
"""Sorts of signs that make a cable, one of them a moment or a take's codes. Initials, slugs and brackets alone stand in other texts."""
WRITER = regex(
    r"(?P<house>[A-Z][\w.&'’-]+(?: [A-Z][\w.&'’-]+){1,3}?)"
    r"(?: (?:Staff|Sports|Business|Science|Medical|Political|Special))? (?:Writer|Correspondent)=?"
)
"""What stands below the writer's name in American wires."""
SENDER = regex(r"[^()]{0,60}\((?P<house>[A-Za-z][\w.&-]{1,20}(?: [A-Z][\w.&-]{1,20})?)\)\s*[.:]?\s*[-–—_]")
"""The house in the brackets of a dateline."""

_KINDS: tuple[tuple[str, re.Pattern[str], Kind], ...] = (
    ("head", HEAD, "pagination"), ("closed", CLOSED, "pagination"), ("goes on", GOES_ON, "read_more"), ("initials", INITIALS, "tools"),
    ("media", MEDIA, "tools"), ("note", NOTE, "tools"),
)  # fmt: skip
PARTING = frozenset(("head", "moment", "closed", "goes on", "initials"))
"""Sorts of signs that stand between takes; the others may stand within one."""


class Cable(NamedTuple):
    """The kinds of the lines that are none of the story, and the moment of the first take in ISO 8601, if it has one."""

    lines: Mapping[int, Kind]
    moment: str | None


def read_cable(page: Page) -> Cable | None:
    """Return what is known of a page that is a cable, None where it is none."""
    if page.media_type == "text/html" or not _may_be(page):
        return None
    signs = dict(_signs(page))
    sorts = {sort for sort, _ in signs.values()}
    if len(sorts) < FEWEST or sorts.isdisjoint(("head", "moment")):
        return None
    moments = (moment(page.features.texts[index]) for index, (sort, _) in signs.items() if sort == "moment")
    lines: dict[int, Kind] = {index: kind for index, (_, kind) in signs.items()}
    return Cable({**dict.fromkeys(_between(page, signs), "pagination"), **lines}, next(moments, None))


def _may_be(page: Page) -> bool:
    """Say whether a line is a moment or a take's codes, without which a page is no cable: told by its figures, in a fraction of the time of all signs."""
    if any(hit.rule == SLUG for hits in page.cues for hit in hits):
        return True
    short = [text for text in page.features.texts if len(text) <= HEAD_CHARS]
    return any(HEAD.fullmatch(text) or moment(text) for text in short if _FIGURES.search(text) or text.startswith("ZCZC"))


def without_sections(blocks: Sequence[Block], cues: tuple[tuple[CueHit, ...], ...]) -> tuple[tuple[CueHit, ...], ...]:
    """Return `cues` without those by which the sign that another take follows, `(à suivre)`, would head a section of other stories."""
    signs = [index for index, hits in enumerate(cues) if hits and GOES_ON.fullmatch(blocks[index].text)]
    kept = list(cues)
    for index in signs:
        kept[index] = tuple(hit for hit in kept[index] if hit.match != "section")
    return tuple(kept) if signs else cues


def moment(line: str) -> str | None:
    """Return the moment that a line below a take gives in ISO 8601, None where it is no such line."""
    match = next(filter(None, (stamp.fullmatch(line) for stamp in STAMPS)), None) if len(line) <= STAMP_CHARS else None
    number = (int(match["m"]) if match["m"].isdecimal() else month(match["m"])) if match else None
    if match is None or number is None:
        return None
    try:
        return datetime(in_full(int(match["y"])), number, int(match["d"]), int(match["hour"]), int(match["minute"])).isoformat(timespec="minutes")
    except ValueError:
        return None


def house(page: Page) -> str:
    """Return the agency that a cable is of, empty where none is or says none: below the writer's name, or in the dateline and again below a take."""
    texts = page.features.texts
    if read_cable(page) is None:
        return ""
    written = (WRITER.fullmatch(texts[index]) for index in range(1, len(texts)) if cued(page, index - 1, "byline"))
    if match := next(filter(None, written), None):
        return match["house"]
    named = _sender(texts)
    signed = regex(rf"(?:^|[.”\"»]\s*)\(?{re.escape(named)}\)?\.?$")
    return named if named and any(signed.search(text) for text in texts) else ""


def _sender(texts: Sequence[str]) -> str:
    """Return the house in the brackets of the first dateline, empty where there is none."""
    return next((match["house"] for match in map(SENDER.match, texts) if match), "")


def _signs(page: Page) -> Iterator[tuple[int, tuple[str, Kind]]]:
    """Yield the lines that are signs of a cable, each with the sort of the sign and its kind."""
    for index, text in enumerate(page.features.texts):
        if moment(text):
            yield index, ("moment", "date")
        elif found := next(((sort, kind) for sort, form, kind in _KINDS if form.fullmatch(text)), None):
            yield index, found
        elif any(hit.rule == SLUG for hit in page.cues[index]):
            yield index, ("head", "pagination")


def _between(page: Page, signs: Mapping[int, tuple[str, Kind]]) -> Iterator[int]:
    """Yield the lines between two takes from the first sign on, and the agency's name that stands alone above it."""
    told = [index for index in range(len(page.blocks)) if index not in signs and _is_story(page, index)]
    sender = squeezed(_sender(page.features.texts))
    for above, below in pairwise([*told, len(page.blocks)]):
        first = next((index for index in range(above + 1, below) if index in signs and signs[index][0] in PARTING), None)
        if first is None:
            continue
        yield from (index for index in range(above + 1, first) if squeezed(page.features.texts[index]) == sender)
        if below < len(page.blocks):
            yield from range(first, below)


def _is_story(page: Page, index: int) -> bool:
    features = page.features
    told = features.prose[index] or (features.ends[index] and features.words[index] >= STORY_WORDS)
    return told and page.visible[page.blocks[index].start] != TYPESET
