"""Repairs of the text, each logged: encoding damage, glued sentences, lines and paragraphs cut apart.

`repair` runs the steps of `REPAIRS` in order: encodings first, because later steps look at letters; glue before
joins, because a join looks at how a line ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import Block, Edit, MediaType, Repair, edited, is_scripted
from cleaner.regexes import regex
from cleaner.repair import broken_headings, entities, glued, hyphens, invisible, joins, mojibake, underscored, wraps

SPACES = regex(r"^ +| {2,}| +$")
CONTEXT = 12
"""Characters of context on either side of an edit in the repair log."""


class Step(NamedTuple):
    """A step that edits a block's text: it finds nothing in a line without one of its `places`, whose language is the second.

    `spared` tells, of the page's text, what an edit of a block's text may not touch.
    """

    places: Callable[[str, str], Sequence[int]]
    find: Callable[[str, str], tuple[Edit, ...]]
    spared: Callable[[str], Callable[[str, Edit], bool]] | None = None


REPAIRS = (
    Step(entities.places, entities.find),
    Step(underscored.places, underscored.find),
    Step(mojibake.places, mojibake.find),
    Step(invisible.places, invisible.find),
    Step(glued.places, glued.find, glued.spared),
)
"""The steps that edit a block's text, in order."""


def repair(
    blocks: Sequence[Block], media_type: MediaType, language: str
) -> tuple[tuple[Block, ...], tuple[Repair, ...]]:
    """Return the repaired blocks and the log."""
    log: list[Repair] = []
    fixed = list(blocks)
    texts = [block.text for block in blocks]
    if is_scripted(blocks):
        texts[-1] = ""  # scripts are left as they are
    joined = _Joined(texts)
    for step in REPAIRS:
        before = len(log)
        spares: Callable[[str, Edit], bool] | None = None
        for index in joined.lines(step.places(joined.text, language)):
            block = fixed[index]
            edits = step.find(block.text, language) if block.role != "preformatted" else ()
            if edits and step.spared:
                spares = spares or step.spared(joined.text)
                edits = tuple(edit for edit in edits if not spares(block.text, edit))
            mended = _closed(edited(block, edits)) if edits else block
            if edits and mended.text.strip():  # a line of which nothing would be left is no damaged text
                log += (_logged(block, edit) for edit in edits)
                fixed[index] = mended
                texts[index] = mended.text
        if len(log) > before:
            joined = _Joined(texts)
    whole, joints = joins.join(fixed, wraps.layout(fixed, media_type), language)
    log += joints
    whole, headings = broken_headings.join(whole, media_type, language) if joints else (whole, [])
    log += headings
    result = list(whole)
    for index, edits in (hyphens.find(whole) if joints else {}).items():
        log += (_logged(whole[index], edit) for edit in edits)
        result[index] = edited(whole[index], edits)
    return tuple(result), tuple(log)


class _Joined:
    """The texts of a page with line ends between, so that one search reads them all."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "\n".join(texts)
        self._lengths = [len(text) + 1 for text in texts]

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        return np.cumsum(self._lengths)

    def lines(self, places: Sequence[int]) -> list[int]:
        """Return which of the texts the `places` lie in; in some scripts there is one at every letter."""
        return sorted({*self._ends.searchsorted(places, side="right").tolist()}) if places else []


def _closed(block: Block) -> Block:
    """Return an edited block without the spaces that an edit has left at its ends, or beside another."""
    text = block.text
    if "  " not in text and text[:1] != " " and text[-1:] != " ":
        return block
    inside = text.strip(" ")
    first = text.index(inside)
    runs = (match.span() for match in SPACES.finditer(text))
    return edited(block, tuple(Edit(a, b, " " if first < b < first + len(inside) else "", "") for a, b in runs))


def _logged(block: Block, edit: Edit) -> Repair:
    low, high = max(0, edit.start - CONTEXT), min(len(block.text), edit.end + CONTEXT)
    before = block.text[low:high]
    after = block.text[low : edit.start] + edit.new + block.text[edit.end : high]
    return Repair(edit.kind, before, after, block.spans_between(low, high))
