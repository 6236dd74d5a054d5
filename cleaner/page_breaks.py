"""Paragraphs that the head of a printed page parts, as “… which is more than” and “the district requires.” with “42 TIDES | MAY 2026” between.

Both halves are story if either is, or what stands around them: the block model sees half a sentence beside furniture, and doubts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.letters import is_small
from cleaner.model import Label, Page
from cleaner.neighbours import RESUMED
from cleaner.repair.wraps import is_finished
from cleaner.rules import folios


def parted(page: Page, labels: Sequence[Label], posterior: Sequence[float]) -> frozenset[int]:
    """Return the blocks of text that are halves of a paragraph of the story, with nothing but heads of pages between them."""
    heads = {label.block for label in labels if label.rule == folios.RULE} if page.media_type == "text/plain" else set()
    return frozenset(half for pair in _pairs(page, heads) if _is_story(pair, posterior) for half in pair)


def _pairs(page: Page, heads: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the last block before a run of heads and the first behind it, where a sentence goes on from one to the other."""
    for index in sorted(heads):
        if index - 1 in heads or not index:
            continue
        end = next(i for i in range(index, len(page.blocks) + 1) if i not in heads)
        if end < len(page.blocks) and is_small(page.blocks[end].text[0]) and not is_finished(page.blocks[index - 1].text):
            yield index - 1, end


def _is_story(pair: tuple[int, int], posterior: Sequence[float]) -> bool:
    """Say whether either half, or the block above or below them, is more likely story than not."""
    first, last = pair
    around = (*posterior[max(0, first - 1) : first + 1], *posterior[last : last + 2])
    return max(around) >= RESUMED
