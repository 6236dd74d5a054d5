"""Rows of tables in text: lines one below the other whose cells tabs part, as spreadsheets, browsers and word processors copy them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.model import Block

FEWEST = 2
"""Rows of a table; a line with tabs alone may be a menu, or an item with its number."""
FEWEST_TOGETHER = 3
"""Rows from which what is told of one holds for all: two may be a label and its value, one below the other."""
MOST_BLANK = 1
"""Blank lines between two rows."""


def tables(blocks: Sequence[Block]) -> Iterator[range]:
    """Yield the places of the tables among `blocks`, of which those of one table stand next to each other on the page."""
    start, cells = 0, 0
    for place, block in enumerate(blocks):
        tabs = _tabs(block)
        if tabs and tabs == cells and _is_next(blocks[place - 1], block):
            continue
        if cells and place - start >= FEWEST:
            yield range(start, place)
        start, cells = place, tabs
    if cells and len(blocks) - start >= FEWEST:
        yield range(start, len(blocks))


def _tabs(block: Block) -> int:
    """Return how many tabs part the cells of a row; of a list's item, and of what markup has told, none do."""
    return block.text.count("\t") if block.role == "paragraph" and not block.source.path else 0


def _is_next(above: Block, block: Block) -> bool:
    return block.index == above.index + 1 and block.source.gap <= MOST_BLANK
