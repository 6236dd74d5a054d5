"""Where a section that a heading opens ends: at the next heading, where the story goes on, or with the page."""

from __future__ import annotations

from cleaner import answers
from cleaner.model import THREAD_KINDS, Kind, Page
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.section_heads import is_button, opens_section
from cleaner.stops import COLONS

RESUMING_PROSE = 2
"""Paragraphs of prose in a row that show the story going on; teasers alternate with their headlines."""
TOLD_ON = 2
"""Fewest paragraphs below a heading like a thread's that show the story going on, where nothing stands between and below them that a thread has. A
single one may be a reader's."""
NO_COMMENTS = regex(r"(?<![\d.,])0(?![\d.,])")
"""A count in a thread's heading that says that there is none."""
COMMENT_TAGS = frozenset({"article", "li"})
"""Elements that hold one comment each; what they have for a footer is the comment's own, with its writer and day."""
SIDEBAR = "sidebar"
"""Class word of the column beside a story with its comments."""
NOTES = frozenset({"footnote", "footnotes", "endnotes"})
"""Class words of the story's own notes, which stand below it; they end a section that a button above them seems to open."""
TEASERS = 2
"""Teasers below their titles that make a list of them."""
BOX_LINES = 8
"""Lines in a box of other stories that stands inside the story; longer ones stand below it."""
AT_HEADLINE = 30
"""Lines below the headline in which share bars and counts of comments stand before the story begins."""


def section_end(page: Page, heading: int, kind: Kind, *, foot: bool = False) -> int:
    """Return the index after the section's last block; a section above the headline ends there.

    Before the story only lines that are no prose belong to a section, and within it a few lines; after it, everything up
    to the next section's heading does. A comment thread opens below the story only, and is never left for it, but for the page's foot; the
    heading of its form within the story is a button beside it. A button for a thread, and a heading that counts no comments, open none. With
    `foot`, the page's foot up to the next heading is counted in.
    """
    blocks, cues, title = page.blocks, page.cues, page.title
    position, thread = heading + 1, kind in THREAD_KINDS
    if thread and (is_button(blocks, page.features.prose, cues, heading) or NO_COMMENTS.search(blocks[heading].text)):
        return position
    below = heading >= page.features.story[1]
    if thread and not below and _is_told_on(page, heading):
        return position
    while position < len(blocks):
        if position == title or (position > heading + 1 and _opens_next(page, position, thread=thread)):
            break
        if not NOTES.isdisjoint(blocks[position].source.tokens) and NOTES.isdisjoint(blocks[heading].source.tokens):
            break
        if not below and (_is_left(page, heading, position, thread=thread) or (kind == "comment_form" and _goes_on(page, position))):
            break
        if thread and not foot and _is_foot(page, heading, position):
            break
        position += 1
    return position


def _is_told_on(page: Page, heading: int) -> bool:
    """Say whether a thread's heading stands in mid-story: below it come paragraphs up to the story's end, and nothing that a thread has.

    "Comments" heads a part of a story about comments, and "Join the conversation" is a button between two paragraphs; readers stand in a
    thread with name, day or buttons on lines of their own.
    """
    start, end = heading + 1, page.features.story[1]
    prose = page.features.prose
    return end - start >= TOLD_ON and all(prose[place] for place in range(start, end))


def _opens_next(page: Page, position: int, *, thread: bool) -> bool:
    """Say whether the next section opens at `position`; in a thread, what heads a comment opens none: “On the matter” above a reader's name."""
    blocks = page.blocks
    if not opens_section(blocks[position], page.cues[position]):
        return False
    return not (thread and position + 1 < len(blocks) and answers.is_stamp(blocks[position + 1].text))


def _is_foot(page: Page, heading: int, position: int) -> bool:
    """Say whether the page's foot begins at `position`: with its rights or terms, or with the element for it."""
    return cued(page, position, "legal") or _enters(page, heading, position, "footer")


def is_beside(page: Page, heading: int, position: int) -> bool:
    """Say whether a block stands in a column beside the thread under `heading`, or in a box within it, as for logging in."""
    here, above = page.blocks[position].source, page.blocks[heading].source
    return _enters(page, heading, position, "aside") or (SIDEBAR in here.tokens and SIDEBAR not in above.tokens)


def _enters(page: Page, heading: int, position: int, tag: str) -> bool:
    """Say whether a block stands in an element `tag` in which the heading does not; what a single comment has is its own."""
    path = page.blocks[position].source.path
    if tag not in path or tag in page.blocks[heading].source.path:
        return False
    return COMMENT_TAGS.isdisjoint(path[: path.index(tag)])


def _is_left(page: Page, heading: int, position: int, *, thread: bool) -> bool:
    """Say whether a section that does not stand below the story has ended before `position`."""
    start, end = page.features.story
    if heading < start and position >= start:
        return True
    if (heading < start or _is_at_headline(page, heading)) and (page.features.prose[position] or thread):
        return True
    if not thread and position < end and page.features.prose[position] and _has_its_title(page, heading, position):
        return True
    # Asked once: what does not start again from here on does not do so from further down.
    if position - heading == BOX_LINES + 1 and (thread or heading < start or _resumes(page, position, end)):
        return True
    return not thread and _story_goes_on(page, position, end)


def _has_its_title(page: Page, heading: int, position: int) -> bool:
    """Say whether a box within the story has what its label announces, “Read also:” a title, and the story may go on below that."""
    return position > heading + 1 and page.blocks[heading].text.endswith(COLONS) and not _alternates(page, position)


def _alternates(page: Page, position: int) -> bool:
    """Say whether prose and single lines take turns from `position` on, as teasers and their titles do."""
    ahead = page.features.prose[position : position + 2 * TEASERS]
    return len(ahead) == 2 * TEASERS and all(prose is (place % 2 == 0) for place, prose in enumerate(ahead))


def _is_at_headline(page: Page, heading: int) -> bool:
    """Say whether nothing of the story stands between its headline and `heading`, where teasers above them were taken for its beginning."""
    title = page.title
    if title is None or not page.features.story[0] <= title < heading <= title + AT_HEADLINE:
        return False
    return not any(page.features.prose[title + 1 : heading])


def _resumes(page: Page, position: int, end: int) -> bool:
    """Say whether the story's prose starts again from `position` on, above the next section: a box stands inside it, a long list below it."""
    row = 0
    for place in range(position, end):
        if opens_section(page.blocks[place], page.cues[place]):
            return False
        row = row + 1 if page.features.prose[place] else 0
        if row == RESUMING_PROSE:
            return True
    return False


def _goes_on(page: Page, position: int) -> bool:
    """Say whether the story's prose starts again at `position`, below a button to comment."""
    return _story_goes_on(page, position, page.features.story[1])


def _story_goes_on(page: Page, position: int, end: int) -> bool:
    """Say whether the story's prose starts again at `position`."""
    prose = page.features.prose
    if position >= end:
        return False
    ahead = prose[position : position + RESUMING_PROSE]
    return prose[position] and (all(ahead) or position + 1 >= end)
