"""Label a page's blocks from gold: which of them are the story.

Words are aligned in order, by runs of shared words chained like a longest increasing subsequence, so that a short
`Share` is not the story because the word stands in it, and of a story that stands twice only one copy is. `origins`
finds the blocks of one form of a page in another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel import chars

GRAM = 4
MOST_PLACES = 6
"""Places in the gold that one run of four words may stand for; more tell nothing."""
MOST_RUNS = 700
FAR_WORDS, FAR_COST = 400, 3.0
"""A jump of so many words on the page costs a chain so many words: it holds a copy of the story together."""
LATE_RUN = 10
"""Words of uncovered gold that a run outside the chain must bring: the page's order may differ from the gold's."""
SMALL_GAP = 80
"""Words on either side up to which the gap between two runs is compared word by word."""

ORIGIN_GRAM = 3
ORIGIN_FOUND = 0.5
"""Share of a block's runs of words that must stand on the other page before it has an origin there."""

Flags = NDArray[np.bool_]
Run = tuple[int, int, int]
"""Start on the page, start in the gold, words."""


def shares(texts: list[str], gold: str) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return for each block the share of its words that are aligned with `gold`, and how many words it has."""
    page = chars.read(texts).words
    if not len(page.hashes) or not gold.strip():
        return np.zeros(len(texts), np.float32), page.per_block
    matched = aligned(page.hashes.tolist(), chars.read([gold]).words.hashes.tolist())
    found = np.bincount(page.block, weights=matched, minlength=len(texts))
    share = (found / np.maximum(page.per_block, 1)).astype(np.float32)
    share[(page.per_block < GRAM) & (share < 1)] = 0
    return share, page.per_block


def aligned(page: list[int], gold: list[int]) -> Flags:
    """Return which words of the page stand in the gold, aligned in order."""
    runs = _runs(page, gold)
    chosen = sorted(_late(_chain(runs), runs, len(page), len(gold)))
    matched = np.zeros(len(page), np.bool_)
    for start, _, size in chosen:
        matched[start : start + size] = True
    last_page = last_gold = 0
    for start, begin, size in [*chosen, (len(page), len(gold), 0)]:
        if 0 < start - last_page <= SMALL_GAP and 0 < begin - last_gold <= SMALL_GAP:
            matcher = SequenceMatcher(None, page[last_page:start], gold[last_gold:begin], autojunk=False)
            for block in matcher.get_matching_blocks():
                matched[last_page + block.a : last_page + block.a + block.size] = True
        last_page, last_gold = start + size, begin + size
    return matched


def _runs(page: list[int], gold: list[int]) -> list[Run]:
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at in range(len(gold) - GRAM + 1):
        places[tuple(gold[at : at + GRAM])].append(at)
    runs: list[Run] = []
    active: dict[int, tuple[int, int]] = {}
    for at in range(len(page) - GRAM + 1):
        found = places.get(tuple(page[at : at + GRAM]), ())
        following: dict[int, tuple[int, int]] = {}
        for place in found[:MOST_PLACES]:
            start, begin = active.pop(place - at, (at, place))
            following[place - at] = (start, begin)
        runs += ((start, begin, at - start + GRAM - 1) for start, begin in active.values())
        active = following
    end = max(0, len(page) - GRAM + 1)
    runs += ((start, begin, end - start + GRAM - 1) for start, begin in active.values())
    return sorted(sorted(runs, key=lambda run: -run[2])[:MOST_RUNS])


def _chain(runs: list[Run]) -> list[Run]:
    """Return the ordered runs that share most words, far jumps on the page charged."""
    if not runs:
        return []
    table = np.array(runs, np.int64)
    starts, begins, sizes = table.T
    best = sizes.astype(np.float64)
    back = np.full(len(runs), -1)
    for i in range(1, len(runs)):
        overlap = np.maximum(np.maximum(starts[:i] + sizes[:i] - starts[i], begins[:i] + sizes[:i] - begins[i]), 0)
        gap = np.maximum(starts[i] - starts[:i] - sizes[:i], 0)
        gain = best[:i] + sizes[i] - overlap - FAR_COST * np.minimum(gap / FAR_WORDS, 1)
        gain[(begins[:i] >= begins[i]) | (starts[:i] >= starts[i]) | (overlap >= sizes[i])] = -1
        at = int(np.argmax(gain))
        if gain[at] > best[i]:
            best[i], back[i] = gain[at], at
    at = int(np.argmax(best))
    chain: list[Run] = []
    limit_page = limit_gold = 1 << 60
    while at >= 0:
        start, begin, size = runs[at]
        size = min(size, limit_page - start, limit_gold - begin)
        if size > 0:
            chain.append((start, begin, size))
            limit_page, limit_gold = start, begin
        at = int(back[at])
    return chain


def _late(chain: list[Run], runs: list[Run], n_page: int, n_gold: int) -> list[Run]:
    """Add runs outside the chain's order that bring gold which nothing covers."""
    on_page, in_gold = np.zeros(n_page, np.bool_), np.zeros(n_gold, np.bool_)
    for start, begin, size in chain:
        on_page[start : start + size] = True
        in_gold[begin : begin + size] = True
    added = list(chain)
    for start, begin, size in sorted(runs, key=lambda run: (-run[2], run)):
        if size < LATE_RUN:
            break
        free = ~on_page[start : start + size] & ~in_gold[begin : begin + size]
        if free.sum() >= max(LATE_RUN, size // 2):
            at = np.flatnonzero(free)
            low, high = int(at[0]), int(at[-1]) + 1
            added.append((start + low, begin + low, high - low))
            on_page[start + low : start + high] = True
            in_gold[begin + low : begin + high] = True
    return added


def origins(texts: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """Return from which of `others` each text's words come: rows of text, other, share of the text's runs of words."""
    if texts is others:
        return np.column_stack((np.arange(len(texts)), np.arange(len(texts)), np.ones(len(texts)))).astype(np.float32)
    places: dict[tuple[int, ...], list[int]] = {}
    for number, grams in enumerate(_grams(others)):
        for gram in grams:
            places.setdefault(gram, []).append(number)
    rows: list[tuple[int, int, float]] = []
    last = 0
    for number, grams in enumerate(_grams(texts)):
        votes = Counter(_next(places[gram], last) for gram in grams if gram in places)
        total = votes.total()
        if total and total >= ORIGIN_FOUND * len(grams):
            rows += ((number, at, count / total) for at, count in votes.items())
            last = votes.most_common(1)[0][0]
    return np.array(rows, np.float32).reshape(-1, 3)


def _grams(texts: Sequence[str]) -> Iterator[list[tuple[int, ...]]]:
    """Yield each text's runs of words; a shorter text is one run, and a text without words has none."""
    read = chars.read(texts).words
    ends = np.cumsum(read.per_block)
    for end, size in zip(ends.tolist(), read.per_block.tolist(), strict=True):
        words = read.hashes[end - size : end].tolist()
        yield [tuple(words[at : at + ORIGIN_GRAM]) for at in range(max(min(size, 1), size - ORIGIN_GRAM + 1))]


def _next(places: Sequence[int], last: int) -> int:
    """Return the first of `places` that is not before `last`: a text is mostly read in the page's order."""
    return next((place for place in places if place >= last), places[-1])
