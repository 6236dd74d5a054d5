"""The agency in brackets behind the last sentence of a wire's story: “… until lunch. (ANSA)”.

A picture's caption ends the same way, and packs know the form as a caption's. Place tells the two apart: below the last paragraph of a
story no more prose follows, and the line above it is prose that no pack knows.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner import signoff, stops
from cleaner.features import PROSE_WORDS
from cleaner.model import Block, CueHit
from cleaner.tokens import counted

BELOW = 3
"""Lines below the last paragraph that are no prose; a teaser or a comment may follow further down."""


def without_captions(blocks: Sequence[Block], cues: tuple[tuple[CueHit, ...], ...]) -> tuple[tuple[CueHit, ...], ...]:
    """Return `cues` without those that take a wire's last paragraph for a caption."""
    ends = [index for index, hits in enumerate(cues) if hits and _ends_story(blocks, cues, index)]
    if not ends:
        return cues
    kept = list(cues)
    for index in ends:
        kept[index] = tuple(hit for hit in kept[index] if hit.kind != "caption")
    return tuple(kept)


def _ends_story(blocks: Sequence[Block], cues: Sequence[tuple[CueHit, ...]], index: int) -> bool:
    """Say whether a line that a pack takes for a caption is the last paragraph of a story, signed by its agency."""
    text = blocks[index].text
    if not index or not any(hit.kind == "caption" for hit in cues[index]):
        return False
    if not signoff.agencies(text, dashed=False):
        return False
    below = range(index + 1, min(index + 1 + BELOW, len(blocks)))
    return _is_prose(blocks, cues, index - 1) and not any(_is_prose(blocks, cues, i) for i in below)


def _is_prose(blocks: Sequence[Block], cues: Sequence[tuple[CueHit, ...]], index: int) -> bool:
    """Say whether a line that no pack knows is a sentence of some length."""
    text = blocks[index].text
    return not cues[index] and text.rstrip("\"”’»“)」")[-1:] in stops.FINAL and counted([text])[0] >= PROSE_WORDS
