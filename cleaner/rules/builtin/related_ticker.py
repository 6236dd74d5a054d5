"""A ticker beside the story: the latest headlines, each with its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.features import is_scrape
from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

STORY = (
    "The allotments behind Wend station will be dug up in March for a second track, the railway said on Friday.\n\n"
    "Those who garden there were told in a letter; the oldest hut among them was built in nineteen twenty-one.\n"
)
_HEADS = (
    "Bridge of Brask closed", "Choir of Wend wins in Ostrey", "Bakery opens at last", "Ferry late again", "Pool repaired", "Mayor speaks", "Fair ends",
)  # fmt: skip
_TIMES = ("14:44", "14:32", "13:54", "13:43", "12:08", "11:57", "9:30")
_TICKER = "\n\n".join(f"{time} {head}" for time, head in zip(_TIMES, _HEADS, strict=True))
_PROGRAMME = "\n\n".join(f"{time} {head}" for time, head in zip(reversed(_TIMES), _HEADS, strict=True))
_NOTES = "\n\n".join(
    f"{time} {head}\n\nThe council of Brask sat for an hour, and the bridge was among what it spoke of, said a clerk." for time, head in zip(_TIMES, _HEADS, strict=True)
)
FOOT = "\n\nShare this article\n\nPrivacy Policy"
TIME = regex(r"(?P<hour>[01]?\d|2[0-3])(?:[:.]|\s?[hH]\s?)(?P<minute>[0-5]\d)(?:\s?(?:Uhr|uur|h|Hrs))?(?![\d.:,/%])(?!\s*[–-]\s*\d)(?:\s*[|·•–-])?")
"""A time of day as a line's first, no span of hours, share, price or date."""
FEWEST = 6
"""Timed lines that make a ticker. Of 14 runs of five and more in flattened development pages that go down by time, one is story: a live account,
with a paragraph under each heading."""
APART = 6
"""Most lines from one time to the next: a headline, a rubric, a note of two lines."""
TITLED = 0.5
"""Share of the entries, at least, that are a time and a headline with no sentences below: those of a live account have some."""
HEADED_WORDS = 4
"""Words of a line that is a time and a headline; a time and a name sign the entry of a live account."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, so that a note that reads like the story needs no second witness."""
MINUTES = 60
"""Minutes of an hour, in which times are counted."""

INFO = RuleInfo(
    id="related.ticker",
    kind="related",
    scope="line",
    summary="Six or more lines in a row that begin with a time of day, the latest first, most of them headlines without text.",
    why="The latest headlines of a paper stand beside each of its stories; a live account has sentences under its headings, and programmes go up by time.",
    source="field observation, on four development corpora with gold texts",
    since="1",
    remove=(
        Example(f"Allotments of Wend Make Way for Track\n\n{STORY}\n{_TICKER}{FOOT}", ("14:44 Bridge of Brask closed", "12:08 Pool repaired", "9:30 Fair ends")),
    ),
    keep=(
        Example(f"Open Day of the Allotments of Wend\n\n{STORY}\n{_PROGRAMME}\n\n{STORY.replace('March', 'May')}{FOOT}"),
        Example(f"Allotments of Wend: The Council's Day\n\n{STORY}\n{_NOTES}\n\n{STORY.replace('March', 'May')}{FOOT}"),
    ),
)  # fmt: skip


def run(page: Page) -> Iterator[Label]:
    """Label the lines from a ticker's first time to its last."""
    if not is_scrape(page):
        return
    features = page.features
    timed = [(i, match) for i, text in enumerate(features.texts) if text[0].isdecimal() and (match := TIME.match(text))]
    if len(timed) < FEWEST:
        return
    for entries in _runs([(i, int(match["hour"]) * MINUTES + int(match["minute"])) for i, match in timed]):
        first, last = entries[0], entries[-1]
        bare = sum(not any(features.prose[index:below]) for index, below in pairwise((*entries, last + 1)))
        headed = sum(features.words[index] >= HEADED_WORDS for index in entries)
        if len(entries) >= FEWEST and min(bare, headed) >= TITLED * len(entries):
            yield from wholes(page, range(first, last + 1), INFO, CONFIDENCE, "a line of a ticker: headlines by their time, the latest first")


def _runs(timed: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the lines that follow each other at most `APART`, each of them no later in the day than the one above; one time may be yesterday's."""
    entries = [timed[0][0]]
    for above, below in pairwise(timed):
        if below[0] - above[0] > APART or below[1] > above[1]:
            yield entries
            entries = []
        entries.append(below[0])
    yield entries


RULE = FunctionRule(INFO, run)
