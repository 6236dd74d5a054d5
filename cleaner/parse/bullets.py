"""Marks that writers of HTML typed before the items of a list.

Text tells them by `cleaner.parse.text`; taken off here in the same way, a body of HTML comes out as it would if it were
cleaned again as text.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Edit, edited
from cleaner.parse.text import BULLET, MARKS, dash_runs, is_list

_ROLES = frozenset({"paragraph", "list_item"})
"""What may open with a typed mark; quotes open with dashes of dialogue, tables and code with signs of their own."""


def taken_off(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks without the marks of typed lists, which go to `Source.bullet`."""
    marked = [block.index for block in blocks if block.text[0] in MARKS and block.role in _ROLES]
    if not marked:
        return tuple(blocks)
    shown = list(blocks)
    for index in marked:
        shown[index] = _without_bullet(blocks[index])
    for start, end in dash_runs(shown):
        if not is_list(shown[start:end]):
            shown[start:end] = blocks[start:end]
    return tuple(shown)


def _without_bullet(block: Block) -> Block:
    """Return a block without the mark it opens with, if that may be a bullet."""
    mark = BULLET.match(block.text)
    if mark is None:
        return block
    cut = edited(block, [Edit(0, mark.end(), "", "bullet")])
    return cut._replace(role="list_item", source=cut.source._replace(bullet=mark[1]))
