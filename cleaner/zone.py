"""The zone of the story: the stretch of blocks with the most prose and the least furniture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from cleaner import answers, entries
from cleaner.model import LINKED, Block, CueHit
from cleaner.section_heads import heads_thread, is_button, opens_thread, points_elsewhere
from cleaner.stops import COLONS

SHORT_SENTENCE_WORDS = 5
"""Words from which a short line with a sentence's end still speaks for the story, by half its length."""
GAIN_CAP = 80
"""Most words that one block may bring to the story zone, so that one long notice does not become the story."""
CUE_COST, LINE_COST, SECTION_COST = 12, 3, 25
"""What a line of known furniture, any other short line, and a section heading cost the zone, in words. Advertisements' marks and “read also”
with its title cost what any line does: short news have one after each second paragraph, and their zone ended there."""
BOX_LINES = 2
"""Lines below a heading of other stories within which prose makes it a box in mid-story, that costs what a line of furniture does: one title stands in most."""
THREAD_AFTER = 60
"""Words of prose after which the head of a comment thread ends the story."""
POSTS_AFTER = 30
"""Words of prose after which posts that their marks tell end the story."""
SURE_STORY, OUTWEIGHED = entries.SURE, 3
"""Sum of a range from which a thread's head below it ends the story whatever follows, and how many times a smaller sum what stands
below must have to be the story instead. Of 31 flattened pages where more stands below such a head than above, the story was below on
15 of the 16 with less than 160 above, with sums from 4 times on; on none of the others, of which one told it on both sides."""


class Lines(NamedTuple):
    """What the zone is found from, by block but for the last.

    The blocks, their words, whether they end like a sentence and read like prose, the hits on the whole of each and all hits, and the
    stretches that readers' posts tell by their marks.
    """

    blocks: Sequence[Block]
    words: Sequence[int]
    ends: Sequence[bool]
    prose: Sequence[bool]
    whole: Sequence[Sequence[CueHit]]
    cues: Sequence[Sequence[CueHit]]
    threads: Sequence[range]


def story_of(lines: Lines) -> tuple[int, int, bool]:
    """Return the range with the largest sum of gains and costs (Kadane's algorithm), trimmed to prose, and whether an entry's frame is it.

    Readers' posts end the story. So does the head of a comment thread; below few words it may be a button in the page's header: what
    stands under it is the story when it is much more.
    """
    blocks, words, ends, prose, whole, cues, threads = lines
    above = best = (0, 0, 0)
    start, total, read = 0, 0, 0
    posts = {stretch.start for stretch in threads}
    for index, block in enumerate(blocks):
        hits = whole[index]
        if index in posts and read >= POSTS_AFTER and best[0] > 0:
            break
        heads = bool(hits) and not prose[index] and _is_head(hits, ends=ends[index])
        ended = heads and read >= THREAD_AFTER and best[0] > 0 and opens_thread(blocks, hits, prose, cues, index)
        if ended and not is_button(blocks, prose, cues, index):
            if best[0] >= SURE_STORY or not posts.isdisjoint(range(index, index + answers.POST_LINES)):
                break
            above, best = _heavier(above, best), (0, 0, 0)
            start, total, read = index + 1, 0, 0
            continue
        if heads:
            gain = _head_gain(lines, index)
        elif hits:
            gain = -LINE_COST if all(map(_interrupts, hits)) else -CUE_COST
        else:
            gain = min(words[index], GAIN_CAP) if prose[index] else _plain_gain(block, words[index], ends[index])
        read += words[index] if prose[index] else 0
        if total + gain <= 0:
            start, total = index + 1, 0
            continue
        total += gain
        if total > best[0]:
            best = (total, start, index + 1)
    total, low, high = _heavier(above, best)
    while low < high and not prose[low]:
        low += 1
    frame = entries.framed(blocks, words, prose, whole, (total, low, high), threads)
    return (*frame, True) if frame else (low, high, False)


def _heavier(above: tuple[int, int, int], below: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return which of two ranges, with their sums, is the story: the one above a thread's head unless the other is much more."""
    return below if below[0] >= OUTWEIGHED * above[0] else above


def _head_gain(lines: Lines, index: int) -> int:
    """Return what the heading of a section costs: less if it is that of other stories with prose so close below that the story may go on there.

    A label, “Read also:”, announces a title and costs what it does where it stands before one in its line.
    """
    blocks, prose, whole = lines.blocks, lines.prose, lines.whole
    below = (i for i in range(index + 1, len(prose)) if not whole[i] or not all(hit.kind == "advert" for hit in whole[i]))
    boxed = any(prose[i] for i in islice(below, BOX_LINES)) and all(hit.kind == "related" for hit in whole[index])
    if boxed:
        return -LINE_COST if blocks[index].text.endswith(COLONS) else -CUE_COST
    return -SECTION_COST


def _interrupts(hit: CueHit) -> bool:
    """Say whether a matched line stands in mid-story as often as beside it: an advertisement's mark, “read also” with a title behind it."""
    return hit.kind == "advert" or points_elsewhere(hit)


def _is_head(hits: Sequence[CueHit], *, ends: bool) -> bool:
    """Say whether a matched line opens a section; a field that forms for subscribing have too, “Email (required)”, opens none."""
    return any(_heads_section(hit, ends=ends) for hit in hits) and not any(hit.kind == "subscribe" and hit.match != "section" for hit in hits)


def _heads_section(hit: CueHit, *, ends: bool) -> bool:
    """Say whether a matched line opens a section; a thread's heading is often just a count of comments."""
    return hit.match == "section" or heads_thread(hit, ends=ends)


def _plain_gain(block: Block, words: int, ends: bool) -> int:
    """Return what a block that is neither prose nor known brings to the zone: a sentence half its words."""
    if words >= SHORT_SENTENCE_WORDS and (ends or block.text.endswith(COLONS)) and block.source.link_density < LINKED:
        return words // 2
    return -LINE_COST if block.role != "list_item" or block.source.link_density >= LINKED else 0
