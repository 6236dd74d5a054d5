"""Finds the headline among the lines before the story. Used by several rules, decided once a page."""

from __future__ import annotations

import re

from cleaner.features import LINKED, Features
from cleaner.model import Page
from cleaner.rules.base import cued

LOOK_BACK = 60
"""Blocks before the story in which a headline is looked for."""
ECHO_WORDS = 5
"""Letters from which a word counts as telling when headline and lead are compared."""
SIMILAR = 0.6
"""Share of the words that a line and the page's own title must have in common to be the same headline."""
CANONICAL_GAP = 1
_WORD = re.compile(r"[^\W_]+")

NAMED, LEVEL_ONE, HEADING, ECHO, NEAR, LISTED, DEK = 6.0, 4.0, 2.0, 3.0, 1.0, 2.5, 2.0
"""Points: agreement with the page's title, h1, other headings, words shared with the lead, nearness, a list around, a
headline right above."""
ENOUGH = 0.5
MIN_NAMED_WORDS = 2
"""Words from which a line can be recognised as the page's title."""


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
    features: Features = page.features
    start, end = features.story
    if start == end or is_canonical(page):
        return None
    if page.media_type != "text/html" and not features.furnished:
        start = next((i for i in range(start) if features.prose[i]), start)
    named = page_title(page)
    best, best_score = None, ENOUGH
    lead = set(words(" ".join(features.texts[start : start + 2])))
    for index in range(max(0, start - LOOK_BACK), start):
        score = _score(page, index, start, named, lead)
        if score > best_score:
            best, best_score = index, score
    return best


def _score(page: Page, index: int, start: int, named: str, lead: set[str]) -> float:
    features, block = page.features, page.blocks[index]
    agreed = bool(named) and similarity(block.text, named) >= SIMILAR and len(words(block.text)) >= MIN_NAMED_WORDS
    if cued(page, index) or not (features.title_like(index) or agreed or block.role == "heading"):
        return 0.0
    if block.source.bullet and not agreed and not block.source.path:
        return 0.0
    telling = [word for word in words(block.text) if len(word) >= ECHO_WORDS]
    echo = sum(word in lead for word in telling) / len(telling) if telling else 0.0
    score = 1.0 + ECHO * echo + NEAR / (start - index)
    if agreed:
        score += NAMED * similarity(block.text, named)
    if block.role == "heading":
        score += LEVEL_ONE if block.level == 1 else HEADING
    if block.source.bullet or block.source.link_density > LINKED:
        score -= LISTED
    if _listed(page, index, start):
        score -= LISTED
    if _is_dek(page, index):
        score -= DEK
    return score


def _is_dek(page: Page, index: int) -> bool:
    """Say whether the line is the lower of just two headlines: the dek below the title."""
    pair = [i >= 0 and page.features.title_like(i) and not cued(page, i) for i in (index - 1, index - 2)]
    return pair == [True, False] and page.blocks[index].role == page.blocks[index - 1].role


def _listed(page: Page, index: int, start: int) -> bool:
    """Say whether headlines stand on both sides: a list of other stories, not the one headline."""
    near = [i for i in (index - 1, index + 1) if 0 <= i < start]
    return len(near) > 1 and all(page.features.title_like(i) and not cued(page, i) for i in near)
