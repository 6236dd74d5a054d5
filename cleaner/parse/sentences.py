"""Text whose line ends are lost: a page, or a story, in one line (`get_text(" ")`, `" ".join(text.split())`).

Such a line is parted at its sentences, so that each can be judged; *assemble* puts those together again that are kept side by
side. Where a sentence is parted in the middle, after an abbreviation, nothing is lost by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaner.model import RUNS_ON, Block, Segment

RUN_CHARS = 2500
"""Characters from which a line is taken for several paragraphs: of 1,082 gold texts' paragraphs one in a thousand is as long."""
RUN_SHARE = 0.5
"""Share of the text that such lines must hold; a page with line ends may hold one, of a script or a list of names."""

_CLOSERS = "\"'”’»)\\]›」』"
_END = re.compile(rf"[.!?…؟।][{_CLOSERS}]*\s+(?=[\"'“‘«(\[]*\w)|[。！？][{_CLOSERS}]*\s*")


def parted(blocks: Sequence[Block]) -> list[Block]:
    """Return `blocks` with the lines that hold many sentences parted, where most of the text stands in such lines."""
    long = sum(len(block.text) for block in blocks if len(block.text) >= RUN_CHARS)
    if long < RUN_SHARE * sum(len(block.text) for block in blocks) or not long:
        return list(blocks)
    result: list[Block] = []
    for block in blocks:
        if len(block.text) >= RUN_CHARS:
            result += _sentences(block)
        else:
            result.append(block)
    return [block._replace(index=index) for index, block in enumerate(result)]


def _sentences(block: Block) -> list[Block]:
    text = block.text
    ends = [end for end in (match.end() for match in _END.finditer(text)) if end < len(text) and not _goes_on(text, end)]
    bounds = [0, *ends, len(text)]
    return [_piece(block, start, end) for start, end in pairwise(bounds)]


def _goes_on(text: str, at: int) -> bool:
    """Say whether a small letter comes first at `at`: the stop before it ended no sentence."""
    first = next((char for char in text[at : at + 4] if char.isalnum()), "")
    return first.islower()


def _piece(block: Block, start: int, end: int) -> Block:
    """Return `text[start:end]` of a block, without the spaces at its end, as a block of its own."""
    text = block.text[start:end].rstrip()
    high = start + len(text)
    segments = tuple(
        Segment(max(at, start) - start, source + max(at, start) - at, min(at + length, high) - max(at, start))
        for at, source, length in block.segments
        if at < high and at + length > start
    )
    source = block.source if not start else block.source._replace(marks=(*block.source.marks, RUNS_ON), bullet="")
    return block._replace(text=text, segments=segments, spans=block.spans_between(start, end), source=source)
