"""Whether a story was cut off."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from cleaner.model import Kind, Paragraph, Removal
from cleaner.quality import ending
from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import CERTAIN, LIKELY, STRONG, Finding, quoted, tail_of
from cleaner.regexes import regex
from cleaner.resolve import breaks_off

STUB_WORDS = 200
"""Words below which a body may be the opening that a paywall or a feed shows."""
ELLIPSIS = regex(r"(?:\.\.\.|…|\[\.\.\.\]|\[…\])[\"”’)]*$")
CUT_MARK = ("[...]", "[…]")
"""Ellipses that editors and feeds set, writers do not."""
BROKEN = 0.55
"""Chance of a broken ending from which the flag rises; see the table of broken endings in docs/quality.md."""
REST = regex(
    r"\b(?:full|whole|entire|complete|rest of|continue reading|keep reading|ganzen|vollständigen|la suite (?:de|du|sur|dans|est)|complet|intégral|en entier|seguir leyendo|sigue leyendo|continuar leyendo"
    r"|completa?|tutto l|continua a leggere|na íntegra|continue lendo|continuar lendo|verder|hele|volledige|czytaj dalej|całość|cały|hela|vidare|fortsätt|devamı\w*|tamamı\w*)\b"
    r"|weiterlesen|дальше|далее|полностью|続き|全文|계속|전문|أكمل|متابعة|كاملا",
    re.IGNORECASE,
)
"""Words of a link to the rest of this very story, rather than to more about it; “Lire la suite” alone stands below whole stories too."""
BESIDE = frozenset({"share", "tags", "tools", "advert", "caption", "byline", "date", "follow"})
"""Kinds of rows that may stand between a story and the link to its rest."""
TIME = regex(r"\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d|\s?(?:[ap]\.?m\b|uhr\b|h\b))", re.IGNORECASE)
DETAILS_WORDS = 12
"""Words of a line that gives place and time."""
NEAR = 6
"""Rows below the story's last line in which a witness that it is cut stands: the byline's, tags and buttons may stand between."""
DOUBTED, SHORT_DOUBTED = 0.55, 0.8
"""Chance of being story below which a last line without a stop may be the page's own, and the same for a line of `SHORT_LINE` words. On
development pages 16 of 42 lines that raised the flag wrongly have less, and 6 of 40 where a story was cut in mid-sentence."""
SHORT_LINE = 6
"""Words of a line that is short, as buttons and credits are."""
_START, _SPANS = attrgetter("start"), attrgetter("spans")


def truncated(evidence: Evidence) -> Finding | None:
    """The story breaks off: its last sentence ends in an ellipsis and more says so, or it stops in mid-sentence.

    What says so besides is a link to the rest, a count of cut characters, an aggregator's tail or a paywall in the rows below the
    story's last line, or an ellipsis in brackets; without them a trailing ellipsis is the writer's own. A link to the whole story right
    below a short one says so alone. A story stops in
    mid-sentence when it ends without a stop and in words that go on: see `cleaner.quality.ending`. Of a last line that the block model
    doubts, that says nothing: a page's own lines end so.
    """
    if not evidence.record.paragraphs:
        return None
    last = evidence.record.paragraphs[-1]
    if ("…" in last.text or "..." in last.text) and ELLIPSIS.search(last.text):
        witness = _after(evidence, last, ("read_more", "aggregator", "paywall"))
        if witness is not None:
            return Finding(CERTAIN, f"{tail_of(last.text)} / {quoted(witness.text)}")
        return Finding(STRONG, tail_of(last.text)) if last.text.endswith(CUT_MARK) else None
    if rest := _rest(evidence, last):
        return Finding(LIKELY, f"{tail_of(last.text)} / {quoted(rest)}")
    if is_details(last.text) or _doubted(evidence, last):
        return None
    chance = ending.chance(evidence.record.paragraphs, evidence.record.language or "")
    return Finding(round(chance, 3), tail_of(last.text)) if chance >= BROKEN else None


def _near(evidence: Evidence, last: Paragraph) -> list[Removal]:
    """Return the first `NEAR` removed rows that begin after the last paragraph does."""
    start = last.spans[0].start if last.spans else 0
    below = (row for rows in evidence.rows.values() for row in rows if row.spans and row.spans[0].start >= start)
    return sorted(below, key=_SPANS)[:NEAR]


def _after(evidence: Evidence, last: Paragraph, kinds: tuple[Kind, ...]) -> Removal | None:
    """Return the first removed row of `kinds` near below the last paragraph."""
    near = _near(evidence, last)
    return next((row for kind in kinds for row in near if row.kind == kind), None)


def _rest(evidence: Evidence, last: Paragraph) -> str:
    """Return the link to the whole story that stands right below a short one, nothing where other things part them or it names another story."""
    if evidence.total >= STUB_WORDS or "read_more" not in evidence.rows:
        return ""
    first = next((row for row in _near(evidence, last) if row.kind not in BESIDE), None)
    return first.text if first is not None and first.kind == "read_more" and REST.search(first.text) else ""


def is_details(text: str) -> bool:
    """Say whether a last line gives place and time of what a story announced, in pieces: “Sunday 4 pm, Mill Lane, admission free”."""
    return "," in text and text.count(" ") < DETAILS_WORDS and TIME.search(text) is not None and not ending.SENTENCE_INSIDE.search(text)


def _doubted(evidence: Evidence, last: Paragraph) -> bool:
    """Say whether the block model doubts that the last paragraph is the story's."""
    if evidence.posterior is None or not last.spans:
        return False
    start, end = last.spans[0].start, last.spans[-1].end
    blocks = range(*(bisect_left(evidence.page.blocks, at, key=_START) for at in (start, end)))
    if blocks and breaks_off(evidence.page, blocks[-1], evidence.posterior):
        return False
    least = SHORT_DOUBTED if last.text.count(" ") < SHORT_LINE else DOUBTED
    return max((evidence.posterior[i] for i in blocks), default=1.0) < least
