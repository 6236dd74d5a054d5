"""The dek and the key points between the headline and the story's lead."""

from __future__ import annotations

from itertools import islice

from cleaner.model import FRONT_MATTER, LINKED, Page
from cleaner.rules.echoes import echoes, is_named_otherwise
from cleaner.rules.keypoints import FEWEST, MOST, NO_POINTS, key_points
from cleaner.rules.line_signs import BELOW, DEK_REACH, DEK_WORDS, TRAIL, is_credit, is_signature_line, whole_kinds
from cleaner.tokens import squeezed, words

BARE_WORDS, BARE_ECHO, BARE_MEAN = 5, 0.3, 0.5
"""Words of a key point without heading or bullet, which share of its telling words the story says again, and which of all points' on average:
teasers of other stories, 124 runs of lines in that place on development pages, echo less."""


def dek(page: Page) -> int | None:
    """Return the block that is the dek by its place, if any: next below the headline, byline or date after it, before the story.

    Share bars and the like may stand above it, and below it before the byline; they are lines that a pack knows whole.
    """
    if page.title is None:
        return None
    features, start = page.features, page.features.story[0]
    first = next((i for i in range(page.title + 1, start) if not whole_kinds(page, i) or is_signature_line(page, i)), start)
    if first == start or features.words[first] < DEK_WORDS or page.cues[first] or is_signature_line(page, first):
        return None
    block, text = page.blocks[first], features.texts[first]
    if block.source.link_density > LINKED or text.endswith(")") or TRAIL.search(text) or is_credit(text, words(text)):
        return None
    unknown = 0
    for index in range(first + 1, min(first + 1 + DEK_REACH, start + 1, len(page.blocks))):
        if is_signature_line(page, index):
            return first
        unknown += not whole_kinds(page, index)
        if unknown >= BELOW:
            break
    return None


def described(page: Page) -> frozenset[int]:
    """Return the block above the story that says what the head of a text gives as the description of it: its dek, as clippers have it."""
    heads = [index for index, block in enumerate(page.blocks) if FRONT_MATTER in block.source.marks]
    start = page.features.story[0]
    if not heads or heads[0]:
        return frozenset()
    if page.title is not None and page.features.words[page.title] >= DEK_WORDS and is_named_otherwise(page, page.title):
        return frozenset((page.title,))
    said = [squeezed(page.features.texts[index]) for index in heads]
    below = (i for i in range(len(heads), min(start + 1, len(page.blocks))) if page.features.words[i] >= DEK_WORDS and i not in heads)
    told = (i for i in below if i != page.title and any(squeezed(page.features.texts[i]) in one for one in said))
    return frozenset(islice(told, 1))


def summary_points(page: Page) -> tuple[range, range]:
    """Return the blocks of the key points between headline and story with their heading, and those of the points alone."""
    if headed := key_points(page):
        return headed, headed[1:]
    bare = _bare_points(page)
    return bare, bare


def _bare_points(page: Page) -> range:
    """Return the key points of a text that have lost heading and bullets: lines of which the story speaks, in their place.

    They stand right below the headline with byline or date below them, or right above the story with what signs or shares it above.
    """
    title, start = page.title, page.features.story[0]
    if title is None or page.media_type == "text/html":
        return NO_POINTS
    below = title + 1
    while below < start and _may_be_point(page, below):
        below += 1
    if below < start and is_signature_line(page, below) and _are_points(page, range(title + 1, below)):
        return range(title + 1, below)
    above = start
    while above > title + 1 and _may_be_point(page, above - 1):
        above -= 1
    if above > title + 1 and page.cues[above - 1] and _are_points(page, range(above, start)):
        return range(above, start)
    return NO_POINTS


def _may_be_point(page: Page, index: int) -> bool:
    features = page.features
    if page.cues[index] or features.words[index] < BARE_WORDS or features.prose[index] or features.texts[index].endswith("?"):
        return False  # a question is asked of the reader
    return not is_signature_line(page, index)


def _are_points(page: Page, lines: range) -> bool:
    """Say whether lines are as many as key points are, and the story speaks of each of them."""
    if not FEWEST <= len(lines) <= MOST:
        return False
    shares = [echoes(page, index) for index in lines]
    return min(shares) >= BARE_ECHO and sum(shares) >= BARE_MEAN * len(shares)
