"""Whether a page is a live blog."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import CERTAIN, STRONG, Finding, quoted
from cleaner.regexes import regex

LIVE = regex(
    r"^\W*(?:live(?: ?blog| ?ticker| updates?| coverage)?|en direct(?:o)?|en vivo|(?:la )?diretta(?: live)?|ao vivo|direktrapport(?:ering)?|relacja(?: na żywo)?|na żywo"
    r"|онлайн(?:-трансляция)?|(?:прямая|текстовая) трансляция|canlı (?:anlatım|blog|yayın)|minuto a minuto|速報中|(?:文字|图文)直播)\s?[】:|–—-]"
    r"|^\W*(?:live ?blog|live ?ticker|newsblog)\s[^:]{2,60}:"
    r"|(?:[:|–—,.-]\s*(?:as it happened|latest updates|live(?: ?blog| ?ticker| updates?| coverage)?|en direct(?:o)?|en vivo|(?:la )?diretta|ao vivo|relacja na żywo"
    r"|онлайн(?:-трансляция)?|canlı anlatım|minuto a minuto)|live ?blog|liveticker|as it happened|live updates|minute by minute|en direct|онлайн-трансляция)\W*$",
    re.IGNORECASE,
)
"""A headline that sets the cue apart or ends with it: “Council ends live coverage of meetings” is none."""
LIVE_STAMPS = 4
"""Entries with a time of day from which a page is a live blog: a programme or an obituary has one or two."""
LABELS = ("Kl", "kl", "Ore ", "ore ", "Godz", "godz")
"""How words for “o’clock” begin that head a stamp; “um” and “om” open sentences."""
STAMP = regex(
    r"^[^\w$€£+]*(?:(?:klo?|ore|godz)\.?\s(?:[01]?\d|2[0-3])[:.h][0-5]\d\b"
    r"|(?:[01]?\d|2[0-3])(?:[:h][0-5]\d\b|\.[0-5]\d(?=\s*(?:[ap]\.?m\b|uhr\b|uur\b|(?:gmt|bst|utc|cest|cet)\b|[|–—-]))))(?!\s*/)",
    re.IGNORECASE,
)
"""A time of day that opens an entry; prices and marks such as 4.96 are none."""
STAMP_ALONE = regex(
    r"^\W*(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<said>uhr|gmt|bst|utc|cest|cet|[ecmp][sd]?t|ist|aes?t|aedt)?\W*$",
    re.IGNORECASE,
)
"""The same on a line of its own."""
NOON = 12
"""Hours of half a day."""


def live_blog(evidence: Evidence) -> Finding | None:
    """The headline or the head's type says so, or several paragraphs open with a time of day, or lines between them are one each."""
    opened = (p.text for p in evidence.record.paragraphs if (not p.text[:1].isalpha() or p.text.startswith(LABELS)) and STAMP.match(p.text))
    stamps = [text for text in opened if not STAMP_ALONE.match(text)]
    if len(stamps) >= LIVE_STAMPS:
        return Finding(STRONG, quoted(stamps[0]))
    if alone := _stamped(evidence):
        return Finding(STRONG, quoted(alone))
    kinds = (str(kind) for item in evidence.page.metadata.get("jsonld", ()) for kind in item.get("@type", ()))
    if "LiveBlogPosting" in kinds:
        return Finding(CERTAIN, "LiveBlogPosting")
    title = evidence.record.title
    return Finding(STRONG, quoted(title)) if title and LIVE.search(title) else None


def _stamped(evidence: Evidence) -> str:
    """Return the first of the times of day that stand alone between the body's lines where they are a live blog's, else nothing.

    They say half of day or zone, or fall, as the latest entry stands first: those of a recording's parts rise.
    """
    kept = [(p.spans, p.text) for p in evidence.record.paragraphs]
    spans = [span for own, _ in kept for span in own]
    removed = [(row.spans, row.text) for rows in evidence.rows.values() for row in rows]
    alone = [(own, match) for own, text in (*kept, *removed) if not text[:1].isalpha() and (match := STAMP_ALONE.match(text))]
    if not spans or len(alone) < LIVE_STAMPS:
        return ""
    start, end = spans[0].start, spans[-1].end
    alone.sort(key=lambda one: one[0])
    told = [match for own, match in alone if own and start <= own[0].start < end]
    minutes = [_minutes(match) for match in told]
    live = all(match["half"] or match["said"] for match in told) or all(a >= b for a, b in pairwise(minutes))
    return told[0][0] if live and len(set(minutes)) >= LIVE_STAMPS else ""


def _minutes(stamp: re.Match[str]) -> int:
    """Return a time of day in minutes."""
    hour, half = int(stamp["hour"]), (stamp["half"] or "").lower()
    return (hour % NOON + NOON * half.startswith("p") if half else hour) * 60 + int(stamp["minute"])
