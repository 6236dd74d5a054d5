"""Finds the headline among the lines before the story. Used by several rules, decided once a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.features import LINKED, Features
from cleaner.model import Page
from cleaner.rules.base import cued

LOOK_BACK = 80
"""Blocks before the story in which a headline is looked for."""
ECHO_LETTERS = 4
"""Letters from which a word counts as telling when headline and story are compared."""
LEAD = 2
"""Blocks that are taken for the lead."""
SIMILAR = 0.6
"""Share of the words that a line and the page's own title must have in common to be the same headline."""
CANONICAL_GAP = 1
MIN_NAMED_WORDS = 2
"""Words from which a line can be recognised as the page's title."""
FEW, SHORT, USUAL, LONG = 4, 6, 16, 22
"""Words below which a line is hardly a headline, a short one, a usual one, a long one."""
MAX_WORDS, MAX_CHARS = 45, 320
"""Most that a headline has; some papers tell the story in it."""
BELOW = 4
"""Lines below a headline in which byline and date stand."""
MANY = 8
"""Telling words that are as good as any more."""
MAX_GAP = 3
"""Blank lines that part as well as any more."""
ENOUGH = 0.0
"""Score from which a line is a headline at all."""
_WORD = re.compile(r"[^\W_]+")
_CREDIT = re.compile(
    r"(?:©|\b(?:credit|photo|photograph|image|getty|illustration|picture|foto|bild|courtesy|file|video|watch)\b)|^\W*\(",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"\b(?:19|20)\d{2}\b.*\d|\d{1,2}:\d{2}|\bago\b|\bmin(?:ute)?s?\s+read\b", re.IGNORECASE)
_TRAIL = re.compile(r"\s[>›»/]\s|[>›»]$|\s\|\s")
_LABEL = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s", re.IGNORECASE)

WEIGHTS: Mapping[str, float] = {
    "line": -0.13, "agreed": 0.82, "not_agreed": -1.00, "level_one": 0.94, "heading": 0.75, "no_level_one": -2.28,
    "echo_lead": 2.31, "echo_story": 0.62, "echo_many": 2.00, "few_words": -2.39, "short": -0.96, "long": -0.76,
    "very_long": -0.80, "sentence": -2.48, "colon": 0.53, "credit": -0.79, "stamped": -1.45, "trail": -1.14,
    "label": -0.32, "small_start": -1.05, "capitals": -0.65, "cued": -1.14, "linked": -1.15, "near": 0.41,
    "far": -1.86, "told_before": 0.70, "gap_below": 1.60, "gap": 1.87, "signed_below": 1.81, "shared_below": 0.96,
    "signed_above": -0.41, "between": -1.21, "one_above": -0.85, "dek_below": 1.32,
}  # fmt: skip
"""Points by what is seen of a line. Fitted as the weights of a softmax over a page's lines (with “none” as one more
choice) by which the headline is chosen, on the news and web articles of the development corpora, as HTML and flattened
by three tools."""


def words(text: str) -> list[str]:
    """Return the folded words of `text`."""
    return [word.casefold() for word in _WORD.findall(text)]


def similarity(one: str, other: str) -> float:
    """Return the share of the shorter text's words that the other has too, 0 to 1."""
    left, right = set(words(one)), set(words(other))
    small = min(len(left), len(right))
    return len(left & right) / small if small else 0.0


def page_title(page: Page) -> str:
    """Return what the page's head calls the story, empty when it says nothing."""
    for value in page.metadata.get("headlines", ()):
        if value:
            return str(value)
    return ""


def is_canonical(page: Page) -> bool:
    """Say whether a text stands in the form that this library writes: paragraphs parted by one blank line.

    In such a text a first line is left in the body unless something else on the page is furniture: what has
    been cleaned already must come out as it went in.
    """
    if page.media_type != "text/plain":
        return False
    if page.features.furniture:
        return False
    first, *rest = page.blocks
    return (
        first.source.gap == 0
        and page.visible == page.visible.strip()
        and all(block.source.gap == CANONICAL_GAP and len(block.spans) == 1 for block in rest)
    )


def headline(page: Page) -> int | None:
    """Return the index of the headline's block, or None; in text without furniture nothing is read before it."""
    start, end = page.features.story
    if start == end or is_canonical(page):
        return None
    bound = start
    if page.media_type != "text/html" and not page.features.furnished:
        bound = next((i for i in range(start) if page.features.prose[i]), start)
    best, best_score = None, ENOUGH
    for index, seen in candidates(page):
        score = sum(WEIGHTS[name] * value for name, value in seen.items())
        if index < bound and score > best_score:
            best, best_score = index, score
    return best


def candidates(page: Page) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield the lines that could be the headline, each with what is seen of it by the names of `WEIGHTS`."""
    features: Features = page.features
    start, end = features.story
    context = _Context(
        page,
        set(words(page_title(page))),
        frozenset(words(" ".join(features.texts[start : start + LEAD]))),
        frozenset(words(" ".join(features.texts[start:end]))),
        any(block.role == "heading" and block.level == 1 for block in page.blocks[:start]),
    )
    for index in range(max(0, start - LOOK_BACK), start):
        seen = _seen(context, index)
        if seen:
            yield index, seen


class _Context(NamedTuple):
    """What a line is compared with: the page, the words of its own title, of lead and story, whether it has an `h1`."""

    page: Page
    named: set[str]
    lead: frozenset[str]
    story: frozenset[str]
    level_one: bool


def _seen(context: _Context, index: int) -> dict[str, float]:
    """Return what is seen of a line, nothing when it cannot be a headline."""
    page = context.page
    features, block = page.features, page.blocks[index]
    own = words(block.text)
    distinct = set(own)
    small = min(len(distinct), len(context.named))
    named = len(distinct & context.named) / small if small and len(own) >= MIN_NAMED_WORDS else 0.0
    agreed = named >= SIMILAR
    heading = block.role == "heading"
    if not own or len(block.text) > MAX_CHARS or features.words[index] > MAX_WORDS:
        return {}
    if not (agreed or heading) and (cued(page, index) or not _may_head(features, index)):
        return {}
    if block.source.bullet and not agreed and not block.source.path:
        return {}
    seen = {"line": 1.0, "agreed": named if agreed else 0.0, "not_agreed": float(bool(context.named) and not agreed)}
    return seen | _form(context, index, own) | _place(page, index) | _neighbours(page, index)


def _may_head(features: Features, index: int) -> bool:
    return bool(features.words[index] > 1 and not features.texts[index].endswith((",", ";")))


def _form(context: _Context, index: int, own: Sequence[str]) -> dict[str, float]:
    """Return what the line's own words and markup tell."""
    page = context.page
    block, count = page.blocks[index], page.features.words[index]
    text = block.text
    telling = [word for word in own if len(word) >= ECHO_LETTERS]
    heading, one = block.role == "heading", block.role == "heading" and block.level == 1
    return {
        "level_one": float(one),
        "heading": float(heading and not one),
        "no_level_one": float(context.level_one and not one),
        "echo_lead": sum(word in context.lead for word in telling) / len(telling) if telling else 0.0,
        "echo_story": sum(word in context.story for word in telling) / len(telling) if telling else 0.0,
        "echo_many": min(sum(word in context.story for word in set(telling)), MANY) / MANY,
        "few_words": float(count < FEW),
        "short": float(FEW <= count < SHORT),
        "long": float(USUAL <= count < LONG),
        "very_long": float(count >= LONG),
        "sentence": float(text.endswith((".", "。"))),
        "colon": float(": " in text),
        "credit": float(_CREDIT.search(text) is not None),
        "stamped": float(_STAMPED.search(text) is not None),
        "trail": float(_TRAIL.search(text) is not None),
        "label": float(_LABEL.match(text) is not None),
        "small_start": float(text[0].islower()),
        "capitals": float(text.isupper()),
        "cued": float(cued(page, index)),
        "linked": float(block.source.link_density > LINKED),
    }


def _place(page: Page, index: int) -> dict[str, float]:
    """Return what the line's place on the page tells."""
    start, folded = page.features.story[0], page.features.folded
    away = start - index
    return {
        "near": 1.0 / away,
        "far": min(away, LOOK_BACK) / LOOK_BACK,
        "told_before": float(any(folded[index] == folded[i] for i in range(max(0, start - LOOK_BACK), index))),
        "gap_below": min(page.blocks[index + 1].source.gap, MAX_GAP) / MAX_GAP,
        "gap": min(page.blocks[index].source.gap, MAX_GAP) / MAX_GAP,
    }


def _neighbours(page: Page, index: int) -> dict[str, float]:
    """Return what the lines around tell: signature and date below, other headlines around, furniture above."""
    start = page.features.story[0]
    below = range(index + 1, min(index + 1 + BELOW, start))
    above, under = _like(page, index - 1), _like(page, index + 1)
    return {
        "signed_below": float(any(cued(page, i, "byline", "date") for i in below)),
        "shared_below": float(any(cued(page, i, "share", "tools") for i in below)),
        "signed_above": float(any(cued(page, i, "byline", "date") for i in range(max(0, index - BELOW), index))),
        "between": float(above and under),
        "one_above": float(above and not under),
        "dek_below": float(index + 1 < start and page.features.words[index + 1] > page.features.words[index] > FEW),
    }


def _like(page: Page, index: int) -> bool:
    """Say whether a line before the story has the form of a headline."""
    return 0 <= index < page.features.story[0] and page.features.title_like(index) and not cued(page, index)
