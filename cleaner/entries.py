"""The entry of a blog whose text is so short that the zone of the story was looked for elsewhere.

A blog's theme frames what its writer has written: the headline and a line with the day stand above it, buttons to share with, tags
or the form for comments below. Of a few lines without a long sentence the zone of the most prose tells nothing: what the writer says of
himself in the column beside has more. The frame does.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.dates import find
from cleaner.model import THREAD_KINDS, Block, CueHit, Kind
from cleaner.regexes import regex

STAMP_WORDS, STAMP_CHARS = 14, 120
"""Most that the line with day and writer below the headline of an entry has: “Posted on 3 May 2020 by ola in General”."""
HEADLINE_CHARS = 160
"""Longest line above it that may be the headline."""
FIRST_LINES, ENTRY_LINES = 400, 150
"""Lines of a page among which that line is looked for, and most lines of a short entry."""
ABOVE = 3
"""How many times the sum of a zone above the frame's words must be: a motto in the page's head reads like a sentence, and a short report
ends above the date of the teasers below it."""
MIN_WORDS = 8
"""Words of a frame from which it holds an entry; between a headline's date and the buttons below stand two or three names."""
SURE = 160
"""Sum of a zone from which it is the story (`cleaner.zone.SURE_STORY`) unless it is the thread below one."""
DATED, DATED_LINES = 80, 3
"""Sum of a zone that may be a story with a day of its own, and lines above it in which that stands."""
READERS = 3
"""Short lines with day and time in a zone from which it is a thread; a story has one or none, and posts that it quotes have the day alone."""
TAIL_LINES = 40
"""Most lines between an entry's last long sentence and its theme's foot."""
POSTED_WORDS = 8
"""Words of a line that says in which rubrics an entry was posted, which closes it; shorter ones are lists of tags."""
WITHIN: frozenset[Kind] = frozenset({"date", "byline", "contact", "caption", "legal", "publisher", "read_more"})
"""Kinds of lines that stand within a list that closes an entry: days, names, addresses, sources."""
FOOT: frozenset[Kind] = frozenset({"share", "tags", "comment", "comment_form", "pagination", "follow"})
"""Kinds of the lines with which an entry's foot begins."""
BARS: frozenset[Kind] = frozenset({"share", "follow", "tools", "comment"})
"""Kinds of the buttons and counts that stand between headline, date and text as often as below."""
OVER: frozenset[Kind] = frozenset({"tags", "comment_form", "author_bio", "pagination"})
"""Kinds of lines that say, between the frame and a zone below it, that the entry was over: news have buttons to share with above their stories."""

_Cues = Sequence[Sequence[CueHit]]
_DIGIT = regex(r"\d")
"""A figure, without which there is no full date; most lines of a page have none."""


def framed(
    blocks: Sequence[Block], words: Sequence[int], prose: Sequence[bool], whole: _Cues, zone: tuple[int, int, int], threads: Sequence[range]
) -> tuple[int, int] | None:
    """Return the lines of the page's first framed entry if they are the story rather than `zone`, its sum and range; None otherwise.

    Without a zone they are. A zone above them must be small beside their words, and between them and one below must stand what says that
    the entry was over. Of a zone that is surely read through, they are the story only where it is the thread below them, or nothing but a list
    below one that was over: the titles of all entries, which end in dots where they were cut.

    Args:
        blocks: those of the page.
        words: how many words each has.
        prose: whether each reads like running text.
        whole: for each block the cues on the whole of it.
        zone: the sum of the story zone, its first block, and the one after its last.
        threads: the stretches that are readers' posts by their marks, which are no entries.
    """
    total, low, high = zone
    last = min(len(blocks), FIRST_LINES)
    for stamp in range(1, min(last, low) if total >= SURE else last):
        if prose[stamp] or not is_stamp(blocks[stamp].text, words[stamp]) or not _is_headed(blocks, prose, whole, stamp):
            continue
        lines = _lines(blocks, words, whole, stamp)
        if not lines:
            continue
        start, end = lines[0], lines[-1] + 1
        count = sum([words[index] for index in lines])
        if count < MIN_WORDS or any(start < posts.stop and posts.start < end for posts in threads):
            continue
        if total >= SURE:
            listed = all(block.role == "list_item" for block in blocks[low:high]) and _is_over(prose, whole, end, low)
            told = end <= low and (listed or _is_thread(blocks, words, whole, end, (low, high)))
        elif end <= low:
            told = _is_over(prose, whole, end, low) and not _is_dated(blocks, words, zone)
        else:
            told = high <= start and ABOVE * total <= count
        return (start, end) if told or low == high else None
    return None


def is_stamp(text: str, words: int) -> bool:
    """Say whether a line is short and has a full date, and is no sentence."""
    if words > STAMP_WORDS or len(text) > STAMP_CHARS or text[-1] in ".!?:" or not _DIGIT.search(text):
        return False
    return next(find(text), None) is not None


def _is_headed(blocks: Sequence[Block], prose: Sequence[bool], whole: _Cues, stamp: int) -> bool:
    """Say whether a line that no pack knows, a headline by its form, stands above the line with the date; a button may stand between."""
    above = stamp - 1
    if above and _kinds(whole, above) & BARS:
        above -= 1
    text = blocks[above].text
    return not whole[above] and not prose[above] and len(text) <= HEADLINE_CHARS and any(map(str.isalpha, text))


def _lines(blocks: Sequence[Block], words: Sequence[int], whole: _Cues, stamp: int) -> list[int]:
    """Return the lines between the one with the date and the foot that no pack knows; none where the next entry comes first, or no foot."""
    lines: list[int] = []
    for index in range(stamp + 1, min(len(blocks), stamp + 1 + ENTRY_LINES)):
        if not whole[index]:
            if is_stamp(blocks[index].text, words[index]):
                return []
            lines.append(index)
        elif lines and _kinds(whole, index) & FOOT:
            return lines
    return []


def _is_over(prose: Sequence[bool], whole: _Cues, start: int, end: int) -> bool:
    """Say whether a line from `start` to `end` says that the entry above it was over; behind prose only the form for comments does.

    What stands above a carousel's “Previous” and “Next” with prose before them is a story's list of key points.
    """
    read = False
    for index in range(start, end):
        over = _kinds(whole, index) & OVER
        if over and (not read or "comment_form" in over):
            return True
        read = read or prose[index]
    return False


def _is_dated(blocks: Sequence[Block], words: Sequence[int], zone: tuple[int, int, int]) -> bool:
    """Say whether a zone of some length has a line with its own day right above and none within: a story below a list of dated titles, no thread."""
    total, low, high = zone
    if total < DATED:
        return False
    above, within = range(max(0, low - DATED_LINES), low), range(low, high)
    return any(is_stamp(blocks[i].text, words[i]) for i in above) and not any(_is_timed(blocks[i].text, words[i]) for i in within)


def _is_thread(
    blocks: Sequence[Block], words: Sequence[int], whole: _Cues, start: int, zone: tuple[int, int]
) -> bool:
    """Say whether a zone is a thread: a line about comments stands between `start` and it, and readers' names with days in it."""
    if not any(_kinds(whole, index) & THREAD_KINDS for index in range(start, zone[0])):
        return False
    return sum([_is_timed(blocks[index].text, words[index]) for index in range(*zone)]) >= READERS


def _is_timed(text: str, words: int) -> bool:
    """Say whether a line is short and has a full date with the time."""
    return is_stamp(text, words) and any("T" in stamp.iso for stamp in find(text))


def _kinds(whole: _Cues, index: int) -> frozenset[Kind]:
    """Return the kinds that packs know a line as."""
    return frozenset([hit.kind for hit in whole[index] if hit.strong]) if whole[index] else frozenset()


def foot(blocks: Sequence[Block], words: Sequence[int], whole: _Cues, end: int) -> int:
    """Return where an entry ends whose long sentences end at `end`: above the theme's own foot, where nothing else stands between.

    Lists of links and days close many entries, and nothing but the entry stands above “Share this:” or “This entry was posted in”.
    """
    for index in range(end, min(len(blocks), end + TAIL_LINES)):
        kinds = _kinds(whole, index)
        if not kinds:
            continue
        if (kinds == {"share"} and blocks[index].text.endswith(":")) or (kinds == {"tags"} and words[index] >= POSTED_WORDS):
            return index
        if not kinds <= WITHIN:
            return end
    return end
