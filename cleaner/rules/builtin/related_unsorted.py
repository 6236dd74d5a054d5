"""A list of dated entries that stand in no order of time: other stories, as boxes and editors put them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.dates import find
from cleaner.features import is_scrape
from cleaner.letters import is_small
from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes
from cleaner.rules.line_signs import BELOW

STORY = (
    "The allotments behind Wend station will be dug up in March for a second track, the railway said on Friday.\n\n"
    "Those who garden there were told in a letter; the oldest hut among them was built in nineteen twenty-one.\n"
)
_DAYS = ("03.03.2024", "01.03.2024", "28.02.2024", "28.02.2024", "02.03.2024", "11.01.2024", "27.02.2024")
_HEADS = ("Bridge Closed", "Choir Wins", "Bakery Opens", "Ferry Late", "Pool Repaired", "Mayor Speaks", "Fair Ends")
_TEASERS = [
    f"{day}\n{head} at Last\nWhat the people of Brask say of it is another matter, and nobody asked the mayor.\nRead more\n"
    for day, head in zip(_DAYS, _HEADS, strict=True)
]
_NOTES = [
    f"{day}\nThe council of Brask sat for an hour, and the bridge was not among what it spoke of.\n"
    for day in sorted(_DAYS, key=lambda day: day[6:] + day[3:5] + day[:2])
]
_PARTED = "\n".join(f"The fee goes up to\n{number} crowns from\n{day}\non for every hut," for number, day in enumerate(_DAYS, 2))
FOOT = "\nShare this article\n\nPrivacy Policy"
FEWEST = 6
"""Dated entries in a row that make such a list. A chronicle, a calendar and a list of what is new stand in order, one way or the other: of 17 lists of six
and more in flattened development pages that are story, none goes both ways, and of the seven that do none is story."""
APART = 6
"""Most lines from one entry's date to the next."""
ENTRY_WORDS = 80
"""Most words of them: a headline and a teaser."""
STAMP_CHARS, STAMP_WORDS = 60, 8
"""Longest line that is an entry's date, with its rubric."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, so that a teaser that reads like the story needs no second witness."""
REASON = "an entry of a list whose days are in no order"
_MAYBE = regex(r"(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d")
"""What every full date in figures has, by which most lines are passed over."""

INFO = RuleInfo(
    id="related.unsorted",
    kind="related",
    scope="line",
    summary="Six or more entries with a date, a headline and at most a teaser each, whose dates go both up and down.",
    why="What happened is told in order; only a list that was put together from other stories is not.",
    source="field observation, on four development corpora with gold texts",
    since="1",
    remove=(
        Example(
            "\n".join(_TEASERS) + f"\nAllotments of Wend Make Way for Track\n\n1 May 2020\n\n{STORY}{FOOT}",
            ("01.03.2024", "Choir Wins at Last"),
        ),
    ),
    keep=(
        Example("Home\nTown\nSport\n\nHow Wend Came to Its Second Track\n\n1 May 2024\n\n" + "\n".join(_NOTES) + f"\n{STORY}{FOOT}"),
        Example(f"Allotments of Wend Make Way for Track\n\n{STORY}\n" + "\n".join(_NOTES) + f"\n{STORY.replace('March', 'May')}{FOOT}"),
        Example(f"Allotments of Wend Make Way for Track\n\n{STORY}\n" + _PARTED + f"\n{STORY.replace('March', 'May')}{FOOT}"),
        Example(f"Allotments of Wend Make Way for Track\n\n{STORY}\n" + "\n".join(reversed(_NOTES)) + f"\n{STORY.replace('March', 'May')}{FOOT}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines from the first date of such a list to its last, the last's own entry if the date opens it.

    The day below the headline is the story's own: a chronicle goes on from years before it.
    """
    if not is_scrape(page):
        return
    own = range(page.title + 1, page.title + 1 + BELOW) if page.title is not None else range(0)
    stamps = _stamps(page)
    if len(stamps) < FEWEST or _opens_thread(page, stamps[-1][0]):
        return
    for entries in _runs(page, stamps):
        days = [day for index, day in entries if index not in own]
        pairs = [*pairwise(days)]
        if len(entries) >= FEWEST and any(a < b for a, b in pairs) and any(a > b for a, b in pairs):
            last = entries[-1][0]
            end = last + (page.features.words[last] > STAMP_WORDS)
            yield from wholes(page, range(entries[0][0], end), INFO, CONFIDENCE, REASON)


def _stamps(page: Page) -> list[tuple[int, str]]:
    """Return the lines that are a date, and those that open with one, with the day; none with a time of day, as comments and tickers have."""
    features = page.features
    found: list[tuple[int, str]] = []
    for index, text in enumerate(features.texts):
        short = len(text) <= STAMP_CHARS and features.words[index] <= STAMP_WORDS and text[-1] not in ".!?:"
        if not (short or text[0].isdecimal()) or not _MAYBE.search(text, 0, STAMP_CHARS):
            continue
        stamp = next(find(text[:STAMP_CHARS]), None)
        if stamp is None or "T" in stamp.iso or text[stamp.end : stamp.end + 1] == ",":
            continue
        if not _goes_on(features.texts, index) if short else stamp.start == 0:
            found.append((index, stamp.iso))
    return found


def _goes_on(texts: Sequence[str], index: int) -> bool:
    """Say whether a line is a piece of a sentence that the next line goes on with: text that was parted at its tags has days alone too."""
    return index + 1 < len(texts) and is_small(texts[index + 1][0])


def _opens_thread(page: Page, end: int) -> bool:
    """Say whether a thread of comments is opened above the block `end`: its days are the readers'."""
    return any(hit.kind in ("comment", "comment_form") and hit.strong for cues in page.cues[:end] if cues for hit in cues)


def _runs(page: Page, stamps: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the dates between which stand a headline and a teaser at most, those together that follow each other."""
    prose, words = page.features.prose, page.features.words
    entries = [stamps[0]]
    for above, below in pairwise(stamps):
        entry = range(above[0], below[0])
        if len(entry) > APART or sum([prose[i] for i in entry]) > 1 or sum([words[i] for i in entry]) > ENTRY_WORDS:
            yield entries
            entries = []
        entries.append(below)
    yield entries


RULE = FunctionRule(INFO, run)
