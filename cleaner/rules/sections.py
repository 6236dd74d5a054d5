"""Where a section that a heading opens ends: at the next heading, where the story goes on, or with the page."""

from __future__ import annotations

from cleaner.model import Kind, Page

RESUMING_PROSE = 2
"""Paragraphs of prose in a row that show the story going on; teasers alternate with their headlines."""
BOX_LINES = 8
"""Lines in a box of other stories that stands inside the story; longer ones stand below it."""
THREADS = frozenset({"comment", "comment_form"})


def section_end(page: Page, heading: int, kind: Kind) -> int:
    """Return the index after the section's last block.

    Before the story only lines that are no prose belong to a section, and within it a few lines; after it, everything up
    to the next section's heading does. A comment thread opens below the story only, and is never left for it; where another
    section's heading follows at once, its own is a button.
    """
    features = page.features
    start, end = features.story
    position = heading + 1
    if kind in THREADS and position < len(page.blocks) and _opens_section(page, position, THREADS):
        return position
    while position < len(page.blocks):
        if _opens_section(page, position) and position > heading + 1:
            break
        if heading < start and (position >= start or features.prose[position] or kind in THREADS):
            break
        if heading < end and position - heading > BOX_LINES:
            break
        if kind not in THREADS and heading < end and _story_goes_on(page, position, end):
            break
        position += 1
    return position


def _opens_section(page: Page, index: int, but: frozenset[str] = frozenset()) -> bool:
    """Say whether a block is the heading of a section, of other kinds than those in `but`."""
    size = len(page.blocks[index].text)
    kinds = {hit.kind for hit in page.cues[index] if hit.match == "section" and hit.end - hit.start >= size}
    return bool(kinds) and not kinds & but


def _story_goes_on(page: Page, position: int, end: int) -> bool:
    """Say whether the story's prose starts again at `position`."""
    prose = page.features.prose
    if position >= end:
        return False
    ahead = prose[position : position + RESUMING_PROSE]
    return prose[position] and (all(ahead) or position + 1 >= end)
