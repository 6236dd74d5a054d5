"""Lines of headings that a narrow column broke: “The Harbour That” / “Nobody Wanted”, above a story whose paragraphs are wrapped too."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner import stops
from cleaner.letters import is_small
from cleaner.model import Block, MediaType, Repair, joined, reindexed
from cleaner.repair.joins import is_open, logged
from cleaner.repair.signed_lines import is_byline_or_date

MOST_LINES, MOST_WORDS = 4, 12
"""Lines of the longest heading, and words of each."""
WRAPPED = 3
"""Lines of a paragraph that was wrapped."""
FEWEST_WRAPPED = 2
"""Such paragraphs from which a text is one that a column broke."""
FILLED = 0.6
"""Part of the next line that a broken one would reach with that one's first word: what is shorter was not broken there, as a name above its motto."""
PARTING = frozenset(";:")
"""Marks behind which a heading goes on below, beside those that no line of prose ends in."""


def is_column(blocks: Sequence[Block], media_type: MediaType) -> bool:
    """Say whether a text is one that a column broke: some of its paragraphs stand in several lines."""
    return media_type == "text/plain" and sum(len(block.spans) >= WRAPPED for block in blocks) >= FEWEST_WRAPPED


def join(blocks: Sequence[Block], media_type: MediaType, language: str) -> tuple[tuple[Block, ...], list[Repair]]:
    """Return the blocks with the lines of headings above a column's first paragraph joined, and the log."""
    if not is_column(blocks, media_type):
        return tuple(blocks), []
    result: list[Block] = []
    log: list[Repair] = []
    story = next(place for place, block in enumerate(blocks) if len(block.spans) >= WRAPPED)
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else block
        if 0 < place < story and len(result[-1].spans) < MOST_LINES and _goes_on(above, block, language):
            log.append(logged(result[-1], block, " ", "wrapped_line"))
            result[-1] = joined(result[-1], block, " ")
        else:
            result.append(block)
    return reindexed(result), log


def _goes_on(first: Block, second: Block, language: str) -> bool:
    """Say whether a line goes on in the next: it is open, or that begins with a small letter, or both are in capitals; neither signs, dates or ends as a sentence."""
    head, tail = first.text, second.text
    lines = first.role == second.role == "paragraph" and not (second.source.gap or second.source.bullet)
    if not lines or " " not in head or max(head.count(" "), tail.count(" ")) >= MOST_WORDS or head[-1] in stops.FULL or tail[-1] in stops.FULL:
        return False
    if len(head) + 1 + len(tail.split(None, 1)[0]) < FILLED * len(tail):
        return False
    capitals = head.isupper() and tail.isupper()
    if not (head[-1] in PARTING or is_open(head, language) or is_small(tail[0]) or capitals):
        return False
    return not (is_byline_or_date(head) or is_byline_or_date(tail))
