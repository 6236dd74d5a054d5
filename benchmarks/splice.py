"""Pages spliced from several: the story of one between the furniture of two others.

The network sees a thousand sites and learns some by heart. A story that stands in other sites' furniture can only be told
by what stories and furniture are (after CutMix: Yun et al. 2019). Donors are of the same fold, so that a network that
leaves a fold out leaves its sites out, and write the same language. Furniture put into the story's middle, or a second
story put below it, took from text what the rest had brought.
"""

from __future__ import annotations

import random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import Block, reindexed

VARIANTS = 3
"""Times a page is spliced, every time with other furniture; an epoch takes one."""
FEWEST_DONORS = 3
"""Pages of a language in one form, from which they are spliced."""
SHORTEST, LONGEST = 5, 700
"""Blocks of a page that gives or takes parts."""
STORY, FEWEST_STORY, FOUND = 0.5, 3, 0.85
"""Share of story words in a block of the story, blocks of it that a page must have, and share of the gold they must hold."""
TITLE_ABOVE = 25
"""Blocks above the story in which its headline is looked for."""
NEW_HEAD, NEW_TAIL = 0.7, 0.8
"""How often what stands above and below the story is another page's."""


class Part(NamedTuple):
    """A page's blocks, and where among them its story stands, headline included: a half-open range."""

    site: str
    blocks: tuple[Block, ...]
    start: int
    end: int


def story_range(
    target: NDArray[np.float32], words: NDArray[np.int64], title: int | None, gold_words: int
) -> tuple[int, int]:
    """Return the range of the story with its headline at block `title`; an empty one where it is not found whole.

    `target` is each block's share of story words, `words` how many words it has.
    """
    story = np.flatnonzero(target >= STORY)
    if len(story) < FEWEST_STORY or (target * words).sum() < FOUND * gold_words:
        return 0, 0
    start = int(story[0])
    if title is not None and 0 < start - title < TITLE_ABOVE:
        start = title
    return start, int(story[-1]) + 1


def can_be_spliced(part: Part) -> bool:
    """Say whether the story is there, on a page of a size that is trained on."""
    return part.end > part.start and SHORTEST <= len(part.blocks) <= LONGEST


def joined(part: Part, above: Part, below: Part, dice: random.Random) -> tuple[Block, ...] | None:
    """Return the story of `part` with what stands over the story of `above` and under that of `below`, as the dice fall.

    None where one of them is of the same site.
    """
    if part.site in (above.site, below.site):
        return None
    head = above.blocks[: above.start] if dice.random() < NEW_HEAD else part.blocks[: part.start]
    tail = below.blocks[below.end :] if dice.random() < NEW_TAIL else part.blocks[part.end :]
    return reindexed((*head, *part.blocks[part.start : part.end], *tail))
