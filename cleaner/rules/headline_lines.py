"""The lines of a headline that a narrow column broke: “The Harbour That” / “Nobody Wanted”, set in a text whose paragraphs are wrapped too."""

from __future__ import annotations

from cleaner import stops
from cleaner.model import Page
from cleaner.repair.joins import is_open
from cleaner.rules.line_signs import is_signature_line, whole_kinds

MOST_LINES, MOST_WORDS = 3, 12
"""Lines of the longest headline, and words of each."""
WRAPPED = 3
"""Lines of a paragraph that was wrapped."""
FEWEST_WRAPPED = 2
"""Such paragraphs from which a text is one that a column broke."""
PARTING = frozenset(";:—–")
"""Marks behind which a headline goes on below, as `cleaner.repair.joins.OPEN_MARK`."""


def lines(page: Page) -> range:
    """Return the lines of the headline: one, save in a wrapped text where neighbours without a blank line between go on with each other."""
    title = page.title
    if title is None:
        return range(0)
    start, end = title, title + 1
    if page.media_type != "text/plain" or sum(len(block.spans) >= WRAPPED for block in page.blocks) < FEWEST_WRAPPED:
        return range(start, end)
    while start and end - start < MOST_LINES and _goes_on(page, start - 1):
        start -= 1
    while end < len(page.blocks) and end - start < MOST_LINES and _goes_on(page, end - 1):
        end += 1
    return range(start, end)


def _goes_on(page: Page, index: int) -> bool:
    """Say whether a line goes on in the next one: it is open, that begins with a small letter, or both are in capitals; neither signs, dates or ends as a sentence."""
    head, tail = page.features.texts[index], page.features.texts[index + 1]
    if page.blocks[index + 1].source.gap or max(page.features.words[index], page.features.words[index + 1]) > MOST_WORDS:
        return False
    if head[-1] in stops.FULL or tail[-1] in stops.FULL or page.features.words[index] == 1:
        return False
    capitals = head.isupper() and tail.isupper()
    if not (head[-1] in PARTING or is_open(head, page.language) or tail[0].islower() or capitals):
        return False
    return not any(whole_kinds(page, i) or is_signature_line(page, i) for i in (index, index + 1))
