"""Flags: what the input was like. Each has one function and one docstring that says when it rises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cleaner.features import count_words
from cleaner.language import by_stop_words
from cleaner.model import Page
from cleaner.record import FLAGS, ArticleRecord

SHORT_WORDS = 50
"""Words below which a body is too short for a story: the shortest wire items have about 60."""
ELLIPSIS = re.compile(r"(?:\.\.\.|…|\[\.\.\.\]|\[…\])[\"”’)]*$")
FINAL = re.compile(r"[.!?…。！？؟।։:;][\"'”’»)\]›」』*]*$")
GUARD = re.compile(
    r"(?:enable javascript|checking your browser|are you a robot|verify you are human|access denied|unusual traffic|"
    r"captcha|cloudflare|403 forbidden|404 not found|page not found)",
    re.IGNORECASE,
)
LIVE = re.compile(
    r"\b(?:live (?:blog|updates|coverage|ticker)|as it happened|liveticker|en direct|minute by minute)\b", re.IGNORECASE
)
LIVE_STAMPS = 4
STAMP = re.compile(r"^\W*\d{1,2}[:.h]\d{2}\b")
LANGUAGE_CHARS = 80
"""Characters of a paragraph from which its own language is read."""
LANGUAGE_PARAGRAPHS = 40
"""Paragraphs that are looked at; a second language that starts later is a small part of the story."""
FOREIGN_SHARE = 0.15
"""Share of the long paragraphs' text in another language from which the story is mixed; quotes stay below."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What flags are read from: the page as rules saw it and the record as far as it is made."""

    page: Page
    record: ArticleRecord


def truncated(evidence: Evidence) -> bool:
    """The last sentence of the story breaks off in an ellipsis, and a stub or a link to the rest says so too.

    A word cut in two, a removed `read_more` row, or an aggregator's tail are such witnesses; without them a
    trailing ellipsis is the writer's own.
    """
    paragraphs = [p.text for p in evidence.record.paragraphs if p.role != "heading"]
    if not paragraphs:
        return False
    last = paragraphs[-1]
    kinds = {row.kind for row in evidence.record.removed}
    if ELLIPSIS.search(last):
        return bool(kinds & {"read_more", "aggregator", "paywall"}) or last.endswith(("[...]", "[…]"))
    return "read_more" in kinds and FINAL.search(last) is None and count_words(last) > SHORT_WORDS // 4


def paywalled(evidence: Evidence) -> bool:
    """A paywall row stands outside the story and the body is short or broken off."""
    rows = [row for row in evidence.record.removed if row.kind == "paywall"]
    short = sum(count_words(p.text) for p in evidence.record.paragraphs) < 4 * SHORT_WORDS
    return bool(rows) and (short or truncated(evidence))


def syndicated(evidence: Evidence) -> bool:
    """The publisher is named and is not the site that carried the story."""
    record = evidence.record
    if not record.publisher:
        return False
    carriers = [name for name in (record.aggregator, record.site_name) if name]
    labelled = any(row.kind == "publisher" for row in record.removed)
    return labelled and all(name.casefold() != record.publisher.casefold() for name in carriers)


def aggregated(evidence: Evidence) -> bool:
    """A removed row of kind `aggregator` says that a feed or a program carried the story."""
    return any(row.kind == "aggregator" for row in evidence.record.removed)


def glued_sentences(evidence: Evidence) -> bool:
    """At least one glued sentence in the body was parted."""
    return _repaired(evidence, "glued_sentence")


def mojibake(evidence: Evidence) -> bool:
    """At least one run of wrongly decoded characters in the body was repaired, or U+FFFD is left."""
    return _repaired(evidence, "mojibake") or "\ufffd" in evidence.record.text


def _repaired(evidence: Evidence, kind: str) -> bool:
    grounds = sorted(span for p in evidence.record.paragraphs for span in p.spans)
    for repair in evidence.record.repairs:
        if repair.kind == kind and any(g.start < s.end and s.start < g.end for s in repair.spans for g in grounds):
            return True
    return False


def duplicate_paragraphs(evidence: Evidence) -> bool:
    """Story text was removed because it repeats kept text."""
    return any(row.kind == "duplicate" for row in evidence.record.removed)


def comments_present(evidence: Evidence) -> bool:
    """`comments` is not empty."""
    return bool(evidence.record.comments)


def not_article(evidence: Evidence) -> bool:
    """No paragraph reads like prose."""
    return not any(evidence.page.features.prose)


def too_short(evidence: Evidence) -> bool:
    """The body has fewer than `SHORT_WORDS` words."""
    return sum(count_words(p.text) for p in evidence.record.paragraphs) < SHORT_WORDS


def mixed_language(evidence: Evidence) -> bool:
    """The page and the body, or two long parts of the body, are in different languages."""
    record, page = evidence.record, evidence.page
    if record.language and page.language and record.language != page.language:
        return True
    long = [p.text for p in record.paragraphs[:LANGUAGE_PARAGRAPHS] if len(p.text) >= LANGUAGE_CHARS]
    foreign = [text for text in long if by_stop_words(text) not in ("", record.language)]
    share = sum(map(len, foreign)) / max(1, sum(map(len, long)))
    return len(foreign) > 1 and share >= FOREIGN_SHARE


def live_blog(evidence: Evidence) -> bool:
    """The title says so, or several paragraphs open with a time of day."""
    stamps = sum(STAMP.match(p.text) is not None for p in evidence.record.paragraphs)
    return stamps >= LIVE_STAMPS or bool(evidence.record.title and LIVE.search(evidence.record.title))


def no_title(evidence: Evidence) -> bool:
    """`title` is empty."""
    return not evidence.record.title


def no_byline(evidence: Evidence) -> bool:
    """`authors` is empty."""
    return not evidence.record.authors


def guarded_input(evidence: Evidence) -> bool:
    """The page is a robot check or an error page: little text, and it says so."""
    words = sum(evidence.page.features.words)
    return words < 4 * SHORT_WORDS and GUARD.search(evidence.page.visible) is not None


CHECKS: dict[str, Callable[[Evidence], bool]] = {name: globals()[name] for name in FLAGS}
"""Flag -> function, in the order of the record's vocabulary."""


def flags(evidence: Evidence) -> tuple[str, ...]:
    """Return the flags that rise, in the order of the vocabulary."""
    return tuple(name for name, check in CHECKS.items() if check(evidence))
