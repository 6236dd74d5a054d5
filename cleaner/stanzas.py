"""Lines that belong together in clean text by their spaces: code, drawings, indented verse, what programs print in columns.

Where blank lines part the paragraphs, lines that touch are set so on purpose. Such a group inside the story that has code, indents or wide
spaces is one preformatted block, as it is in the body of a record; without any it may be a list. In a scrape it may as well be a menu.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cleaner.codelines import is_code, is_prose
from cleaner.model import Block, CueHit, reindexed
from cleaner.parse.code import listing
from cleaner.repair import wraps

FEWEST = 2
"""Lines that make a group; a line of code stands alone where it has spaces to keep."""
MOST_PROSE = 1 / 3
"""Share of its lines up to which a group may hold sentences, without code: more are short paragraphs, or one below its heading."""
WIDE = "  "
"""Spaces that set columns."""


def gathered(blocks: Sequence[Block], visible: str, cues: Sequence[Sequence[CueHit]]) -> tuple[Block, ...]:
    """Return the `blocks` of a clean text with each group of lines that touch, between lines of prose, made one.

    A bullet or a tab says that the group is a list or a table, unless it holds code; a cue, that one of its lines may be furniture; and a
    line that a repair has changed is no longer what stands in the `visible` input. Such groups are left as they are.
    """
    if not wraps.are_apart(blocks):
        return tuple(blocks)
    prose = [block.index for block in blocks if len(block.text) >= wraps.PROSE_CHARS]
    found = list(blocks)
    for group in reversed(list(_groups(blocks, prose[0] + 1, prose[-1]))):
        lines = blocks[group.start : group.stop]
        if _are_set(lines, visible) and all(_stands(block, visible) and not cues[block.index] for block in lines):
            margin = min(block.source.indent for block in lines)
            if any(map(_is_code, lines)):  # it may be the second part of a listing
                margin = min(margin, blocks[prose[bisect_left(prose, group.start) - 1]].source.indent)
            stanza = listing(visible, lines, margin)
            if len(lines) >= FEWEST or stanza.text != lines[0].text:
                found[group.start : group.stop] = [stanza]
    return reindexed(found)


def _groups(blocks: Sequence[Block], low: int, high: int) -> Iterator[range]:
    """Yield the ranges of blocks from `low` up to `high` that no blank line parts."""
    start = low
    for index in range(low, high + 1):
        if blocks[index].source.gap:
            yield range(start, index)
            start = index


def _are_set(lines: Sequence[Block], visible: str) -> bool:
    """Say whether lines that touch are set by their spaces, and are no list, table or paragraphs: some are code, or hardly one is a sentence."""
    if any(map(_is_code, lines)):
        return True
    listed = any(block.role != "paragraph" or block.source.bullet or "\t" in block.text for block in lines)
    if listed or len(lines) < FEWEST or sum(is_prose(block.text) for block in lines) > MOST_PROSE * len(lines):
        return False
    indents = {block.source.indent for block in lines}
    return len(indents) > 1 or any(WIDE in visible[slice(*block.spans[-1])] for block in lines)


def _is_code(block: Block) -> bool:
    return block.role == "preformatted" or is_code(block.text)


def _stands(block: Block, visible: str) -> bool:
    """Say whether a block is text as it stands in the input."""
    ground = visible[block.spans[-1].start : block.spans[-1].end]
    return not block.breaks and "".join(ground.split()).endswith("".join(block.text.split()))
