"""Lines that head a section of the page, and whether the one that heads readers' comments is more than a button."""

from __future__ import annotations

from collections.abc import Sequence, Set

from cleaner import answers, contents
from cleaner.model import LINKED, THREAD_KINDS, WHOLLY_LINKED, Block, CueHit

LOOK_AHEAD, THREAD_PROSE = 5, 2
"""Blocks after a thread's heading, and how many of them may be prose: names and times stand between comments, while a
button “Comments” in mid-story has the story below it."""
LABELLED = "en"
"""The pack whose patterns tell fields and buttons of forms too."""
BAR_KINDS = frozenset({"share", "follow", "subscribe", "tools"})
"""Kinds of the buttons among which the one that leads to the comments often stands."""


def whole_hits(block: Block, hits: Sequence[CueHit]) -> list[CueHit]:
    """Return the hits on the whole of a block."""
    length = len(block.text)
    return [hit for hit in hits if hit.end - hit.start >= length]


def opens_thread(
    blocks: Sequence[Block], hits: Sequence[CueHit], prose: Sequence[bool], cues: Sequence[Sequence[CueHit]], index: int
) -> bool:
    """Say whether the heading at `index` is that of a comment thread, with no story below it or below its share bar, or the head of a comment."""
    if not any(hit.kind in THREAD_KINDS for hit in hits):
        return False
    bar = index + 1
    while bar < len(prose) and any(hit.kind in BAR_KINDS for hit in cues[bar]):
        bar += 1
    return sum(prose[bar : bar + LOOK_AHEAD]) <= THREAD_PROSE or answers.is_stamp(blocks[bar].text)


def is_button(blocks: Sequence[Block], prose: Sequence[bool], cues: Sequence[Sequence[CueHit]], index: int) -> bool:
    """Say whether the head of a thread is a button: in a table of contents, above another section's heading, or a link over unlinked prose.

    Newsletters' platforms set such links between paragraphs; a thread begins with a name, a day or a form.
    """
    if index + 1 >= len(blocks):
        return False
    below = blocks[index + 1]
    if opens_section(below, cues[index + 1], THREAD_KINDS) or contents.is_entry(blocks, index):
        return True
    return blocks[index].source.link_density >= WHOLLY_LINKED and prose[index + 1] and below.source.link_density < LINKED


def points_elsewhere(hit: CueHit) -> bool:
    """Say whether a matched line is a pointer to another story, “read also” with a title behind it, and no section of them."""
    return hit.kind == "related" and hit.match not in ("section", "selector")


def opens_section(block: Block, hits: Sequence[CueHit], but: Set[str] = frozenset()) -> bool:
    """Say whether a block is the heading of a section, of other kinds than those in `but`.

    Above a section that is no thread, a thread's heading is a button.
    """
    if not hits:
        return False
    kinds = {hit.kind for hit in whole_hits(block, hits) if hit.match == "section"}
    return bool(kinds) and kinds.isdisjoint(but)


def heads_thread(hit: CueHit, *, ends: bool) -> bool:
    """Say whether a matched line may head a thread of comments; one that asks for them in a sentence does not: packs know those by patterns.

    The English pack knows fields and buttons by patterns too, none of which `ends` as a sentence: “Indicates a required field”.
    """
    asks = hit.kind == "comment_form" and hit.match == "regex" and (ends or not hit.rule.startswith(f"{LABELLED}."))
    return hit.kind in THREAD_KINDS and hit.match != "selector" and not asks
