"""Text whose line ends are lost: a page, or a story, in one line (`get_text(" ")`, `" ".join(text.split())`).

Such a line is parted at its sentences, and around runs of capitalised words, which are menus, headlines and signatures, so that
each part can be judged; *assemble* puts those together again that are kept side by side. Where a sentence is parted in the
middle, after an abbreviation or at a long name, nothing is lost by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.model import RUNS_ON, Block, Segment, reindexed

RUN_CHARS = 1500
"""Characters from which a line is taken for several paragraphs: of the paragraphs of 1,101 gold texts one in a thousand is as long, and
12 of these texts stand mostly in such ones; with 1,000 it would be 25."""
RUN_SHARE = 0.5
"""Share of the text that such lines must hold; a page with line ends may hold one, of a script or a list of names."""

CAPITALS = 6
"""Words in a row, each with a capital or a figure first, beyond which they are no sentence's own: of 20,900 sentences of 311 gold
texts 1,000 hold such a run, most of them headings, lists and tables. Parted there, AED's ceiling rises from .945 to .955."""
OPENING = 4
"""Characters behind a stop in which a small letter, if it comes first, says that the stop ended no sentence."""

_WORD = re.compile(r"\S+")
_CLOSERS = "\"'”’»)\\]›」』"
_END = re.compile(rf"[.!?…؟।][{_CLOSERS}]*\s+(?=[\"'“‘«(\[]*\w)|[。！？][{_CLOSERS}]*\s*")


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with the lines that hold many sentences parted, where most of the text stands in such lines."""
    long = sum(len(block.text) for block in blocks if len(block.text) >= RUN_CHARS)
    if long < RUN_SHARE * sum(len(block.text) for block in blocks) or not long:
        return tuple(blocks)
    result: list[Block] = []
    for block in blocks:
        if len(block.text) >= RUN_CHARS:
            result += _sentences(block)
        else:
            result.append(block)
    return reindexed(result)


def _sentences(block: Block) -> list[Block]:
    text = block.text
    ends = [end for end in (match.end() for match in _END.finditer(text)) if end < len(text) and not _first(text[end : end + OPENING]).islower()]
    bounds = sorted({0, *ends, *_edges(text), len(text)})
    return [_piece(block, start, end) for start, end in pairwise(bounds)]


def _edges(text: str) -> Iterator[int]:
    """Yield where runs of capitalised words begin and end; the last word of one opens the sentence that goes on in small letters."""
    run: list[int] = []
    for match in _WORD.finditer(text):
        if not _first(match[0]).islower():
            run.append(match.start())
            continue
        if len(run) > CAPITALS:
            yield run[0]
            yield run[-1]
        run = []
    if len(run) > CAPITALS:
        yield run[0]


def _first(text: str) -> str:
    """Return the first letter or figure of a text, nothing where it has none."""
    return next((char for char in text if char.isalnum()), "")


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
