"""Repairs of the text, each logged: encoding damage, glued sentences, lines and paragraphs cut apart.

`repair` runs the steps of `REPAIRS` in order: encodings first, because later steps look at letters; glue before
joins, because a join looks at how a line ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cleaner.model import Block, Edit, MediaType, Repair, edited
from cleaner.repair import glued, joins, mojibake

CONTEXT = 12
"""Characters of context on either side of an edit in the repair log."""


def _mojibake(text: str, _language: str) -> tuple[Edit, ...]:
    return mojibake.find(text)


REPAIRS: tuple[Callable[[str, str], tuple[Edit, ...]], ...] = (_mojibake, glued.find)
"""The steps that edit a block's text, in order."""


def repair(
    blocks: Sequence[Block], media_type: MediaType, language: str
) -> tuple[tuple[Block, ...], tuple[Repair, ...]]:
    """Return the repaired blocks and the log."""
    log: list[Repair] = []
    fixed = list(blocks)
    for step in REPAIRS:
        for index, block in enumerate(fixed):
            if block.role == "preformatted":
                continue
            edits = step(block.text, language)
            if edits:
                log += (_logged(block, edit) for edit in edits)
                fixed[index] = edited(block, edits)
    whole, joined = joins.join(fixed, joins.layout(fixed, media_type), language)
    return whole, (*log, *joined)


def _logged(block: Block, edit: Edit) -> Repair:
    low, high = max(0, edit.start - CONTEXT), min(len(block.text), edit.end + CONTEXT)
    before = block.text[low:high]
    after = block.text[low : edit.start] + edit.new + block.text[edit.end : high]
    return Repair(edit.kind, before, after, block.spans_between(low, high))
