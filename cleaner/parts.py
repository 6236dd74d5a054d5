"""The parts of a story that its own series heads: days, hours and months one below the other, numbers that count on, or questions.

A chronicle, a log, what is on this week, a live blog, a menu for five days and a list of ten are told in short parts under short heads, so that
the zone of the most prose holds few of them and the model doubts each line alone. Their heads are of one form, and under each stand sentences.
Comments and teasers have such heads too: whether the parts are story, *resolve* asks the model of them all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.dates import find
from cleaner.model import CueHit, Kind, Page
from cleaner.months import month
from cleaner.regexes import regex

FEWEST = 3
"""Heads of a series: a story has its own date and perhaps that of an update."""
HEAD_WORDS, HEAD_CHARS = 12, 90
"""Longest head of a part."""
PART_LINES = 12
"""Most lines from one head to the next; a longer part has prose enough of its own."""
ABOVE_SENTENCE = 2
"""Lines below a head among which a sentence stands: a part may have a headline besides."""
OWN: frozenset[Kind] = frozenset({"date", "section_label"})
"""Kinds of lines that stand within a part, as heads and labels; others end it."""
_TIME = regex(r"\W*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\W*", re.IGNORECASE)
_NUMBER = regex(r"(?:[^\W\d_]{2,10}\.?\s)?#?(\d{1,3})[.:)]?(?=\s\W*[^\W\d_])")
"""A number that a head begins with, a word before it at most, and words behind: “7. Tarn Head”, “Step 2: Sand”. Numbers alone rank titles."""
_WORD, _FIGURES = regex(r"[^\W\d_]+\.?"), regex(r"\d+")
NUMBERED, ASKED = "#", "?"
"""The forms of heads that count on, and of those that are questions."""
QUESTIONS = 4
"""Questions in a row with their answers that head parts; people ask three in one breath."""


class Series(NamedTuple):
    """The heads of one series, the lines of its parts, and how much its form tells.

    Days with their years that go up are told in order (1); such days in another order and questions stand over furniture as often (-1).
    """

    heads: tuple[int, ...]
    lines: range
    tells: int


def series(page: Page) -> Iterator[Series]:
    """Yield the series below the page's headline: three and more heads of one form that follow each other closely, a sentence under each."""
    texts = page.features.texts
    for form, found in _by_form(page).items():
        for run in _runs(page, found):
            for heads in _counted(page, run) if form == NUMBERED else [_unsigned(page, run)]:
                if len(heads) >= (QUESTIONS if form == ASKED else FEWEST) and len({texts[i] for i in heads}) == len(heads):
                    yield Series(tuple(heads), _lines(page, heads), -1 if form == ASKED else _rises(page, heads))


def _by_form(page: Page) -> dict[str, list[int]]:
    """Return the lines that may head a part, by their form."""
    found: dict[str, list[int]] = defaultdict(list)
    features, cues = page.features, page.cues
    for index in range((page.title if page.title is not None else -1) + 1, len(page.blocks)):
        text = features.texts[index]
        if len(text) > HEAD_CHARS or features.words[index] > HEAD_WORDS:
            continue
        if cues[index]:
            if is_dated(text, cues[index]):
                found[_FIGURES.sub("9", _WORD.sub("a", text)).replace(" ", "")].append(index)
        elif text[-1] in "?？":
            found[ASKED].append(index)
        elif not features.ends[index] and text[-1] not in ":：" and _number(page, index):
            found[NUMBERED].append(index)
    return found


def is_dated(text: str, hits: Sequence[CueHit]) -> bool:
    """Say whether a line is a day, a month, a day of the week or an hour; none of both, as readers and teasers have, and no time that has passed."""
    if not any(hit.kind == "date" and hit.end - hit.start >= len(text) for hit in hits):
        return False
    if not any(map(str.isdecimal, text)) or _TIME.fullmatch(text):
        return True
    stamps = [*find(text)]
    return not any("T" in stamp.iso for stamp in stamps) and (bool(stamps) or any(month(word.rstrip(".").casefold()) for word in _WORD.findall(text)))


def _number(page: Page, index: int) -> int:
    """Return the number that a line begins with, 0 where it begins with none."""
    text = page.features.texts[index]
    if not any(map(str.isdecimal, text[:14])):
        return 0
    found = _NUMBER.match(text)
    return int(found[1]) if found else 0


def _counted(page: Page, heads: Sequence[int]) -> Iterator[list[int]]:
    """Yield the heads whose numbers go up or down by one."""
    run: list[int] = []
    step = 0
    for head in heads:
        gone = _number(page, head) - _number(page, run[-1]) if run else 0
        if run and not (abs(gone) == 1 and step in (0, gone)):
            yield run
            run, step = [], 0
        else:
            step = gone
        run.append(head)
    yield run


def _runs(page: Page, heads: Sequence[int]) -> Iterator[list[int]]:
    """Yield the heads that follow each other closely with a sentence under each, and nothing between that a pack knows as something else."""
    run: list[int] = []
    for head, below in pairwise((*heads, len(page.blocks))):
        end = _end(page, head, below)
        if not any(page.features.ends[i] for i in range(head + 1, min(head + 1 + ABOVE_SENTENCE, end))):
            yield run
            run = []
            continue
        run.append(head)
        if end < below:
            yield run
            run = []
    yield run


def _end(page: Page, head: int, below: int) -> int:
    """Return the line at which the part under a head ends: the next head, or the first line that is none of the part's."""
    for index in range(head + 1, min(head + 1 + PART_LINES, below)):
        if page.cues[index] and not OWN.issuperset(hit.kind for hit in page.cues[index] if hit.strong):
            return index
    return min(head + 1 + PART_LINES, below)


def _lines(page: Page, heads: Sequence[int]) -> range:
    """Return the lines of all parts: the last one at most as long as the longest other, and with a label above the first where each has one."""
    longest = max(below - above for above, below in pairwise(heads))
    end = _end_of_sentences(page, heads[-1], _end(page, heads[-1], min(heads[-1] + longest, len(page.blocks))))
    labelled = all(_is_label(page, head - 1) for head in heads) and len({page.features.texts[head - 1] for head in heads}) == len(heads)
    return range(heads[0] - labelled, end)


def _end_of_sentences(page: Page, head: int, end: int) -> int:
    """Return the line behind the last part's sentences: what follows them without a stop is none of it."""
    ends = page.features.ends
    first = next((i for i in range(head + 1, end) if ends[i]), end)
    return next((i for i in range(first, end) if not ends[i]), end)


def _is_label(page: Page, index: int) -> bool:
    """Say whether a line is short and no sentence, and nothing that a pack knows."""
    return index >= 0 and index != page.title and bool(page.features.labels[index]) and not page.cues[index] and not page.features.ends[index]


def _unsigned(page: Page, heads: Sequence[int]) -> Sequence[int]:
    """Return heads without a first one that is the story's own day: those below go up from years before it."""
    own = len(heads) > FEWEST and _rises(page, heads) < 0 < _rises(page, heads[1:])
    return heads[1:] if own else heads


def _rises(page: Page, heads: Sequence[int]) -> int:
    """Return 1 where heads are days with their years, each later than the one above, -1 where they are such days in another order, else 0."""
    days = [next((stamp.iso for stamp in find(page.features.texts[head])), "") for head in heads]
    if not all(days):
        return 0
    return 1 if all(above < below for above, below in pairwise(days)) else -1
