"""Repairs of the text, each logged: encoding damage, glued sentences, lines and paragraphs cut apart.

`repair` runs the steps of `REPAIRS` in order: encodings first, because later steps look at letters; glue before
joins, because a join looks at how a line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.model import Block, Edit, MediaType, Repair, edited
from cleaner.repair import glued, joins, mojibake

CONTEXT = 12
"""Characters of context on either side of an edit in the repair log."""


class Step(NamedTuple):
    """A step that edits a block's text: it finds nothing where the pattern for the language finds nothing."""

    pattern: Callable[[str], re.Pattern[str]]
    find: Callable[[str, str], tuple[Edit, ...]]


REPAIRS = (Step(mojibake.pattern, mojibake.find), Step(glued.pattern, glued.find))
"""The steps that edit a block's text, in order."""


def repair(
    blocks: Sequence[Block], media_type: MediaType, language: str
) -> tuple[tuple[Block, ...], tuple[Repair, ...]]:
    """Return the repaired blocks and the log."""
    log: list[Repair] = []
    fixed = list(blocks)
    for step in REPAIRS:
        for index in _suspects(fixed, step.pattern(language)):
            block = fixed[index]
            edits = step.find(block.text, language) if block.role != "preformatted" else ()
            if edits:
                log += (_logged(block, edit) for edit in edits)
                fixed[index] = edited(block, edits)
    whole, joined = joins.join(fixed, joins.layout(fixed, media_type), language)
    return whole, (*log, *joined)


def _suspects(blocks: Sequence[Block], pattern: re.Pattern[str]) -> list[int]:
    """Return the blocks in which `pattern` finds something; one search reads them all."""
    texts = [block.text for block in blocks]
    ends = list(accumulate(len(text) + 1 for text in texts))
    found = (bisect_right(ends, match.start()) for match in pattern.finditer("\n".join(texts)))
    return list(dict.fromkeys(found))


def _logged(block: Block, edit: Edit) -> Repair:
    low, high = max(0, edit.start - CONTEXT), min(len(block.text), edit.end + CONTEXT)
    before = block.text[low:high]
    after = block.text[low : edit.start] + edit.new + block.text[edit.end : high]
    return Repair(edit.kind, before, after, block.spans_between(low, high))
