"""Signals of a page from which its F1 is predicted: what the posterior, the decision taken and the body show."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.model import Page
from cleaner.resolve import Piece
from cleaner.rules.residue import MODEL

Floats = NDArray[np.float64]

ASSUMED = 0.95
"""Chance that is taken for what was kept, and one minus it for what was removed, where the model was not asked."""
CLEAREST = 0.002
"""Chances nearer to 0 or 1 than this count as this near: the posterior has three decimals."""
KEPT_BELOW, REMOVED_ABOVE = (0.8, 0.95), (0.05, 0.2)
"""Chances at which doubtful words are counted."""
STORY_ABOVE = (0.1, 0.5, 0.9, 0.95)
"""Chances from which the story may be: blocks err together, and each of these lines shows another way in which they may."""
LOWEST = (0.1, 0.3, 0.5)
"""Shares of the kept words, the least sure first, whose highest chance is a signal."""
EVEN = 0.5
"""Chance from which a block is rather story than not: one that is kept or removed against it is as doubtful as can be."""
MOST = 0.5
"""Share of a block from which it counts as kept."""
DECIMALS = 6
"""Decimals signals are rounded to, so that predictions do not hang on the order in which a machine adds."""
TAIL = 4
"""Blocks at the end of the story whose least chance is a signal."""


class Signs(NamedTuple):
    """What the body's text shows, each as a share of its words or its 5-grams; `title` of the title's words.

    `loose` are words outside sentences, `repeated` 5-grams that stand twice, `headings`, `capitals` and `numbers` words of
    these kinds, `quotes` quotation marks, `questions` question marks and `repairs` changes to the input, `length` characters,
    `title` words that the body's beginning uses.
    """

    loose: float
    repeated: float
    headings: float
    capitals: float
    numbers: float
    quotes: float
    repairs: float
    last: float
    title: float
    length: float
    questions: float


@dataclass(frozen=True)
class Decision:
    """What was decided over the blocks of a page: words `n`, the share `k` of each that was kept, and the chance `p`.

    `ruled` is the share that rules, not the chance, removed.
    """

    n: Floats
    k: Floats
    p: Floats
    prose: NDArray[np.bool_]
    ruled: Floats
    judged: bool
    article: float

    @cached_property
    def kept(self) -> Floats:
        """Words kept of each block."""
        return self.n * self.k

    @cached_property
    def removed(self) -> Floats:
        """Words removed of each block."""
        return self.n - self.kept

    @cached_property
    def total(self) -> float:
        """Words kept, at least 1."""
        return max(1.0, float(self.kept.sum()))

    @cached_property
    def found(self) -> float:
        """Expected words that are kept and story."""
        return float(self.p.dot(self.kept))

    @cached_property
    def story(self) -> float:
        """Expected words that are story, at least 1."""
        return max(1.0, float(self.p.dot(self.n)))

    @property
    def precision(self) -> float:
        """Expected precision; 1 where the model was not asked."""
        return self.found / self.total if self.judged else 1.0

    @property
    def recall(self) -> float:
        """Expected recall; 1 where the model was not asked."""
        return self.found / self.story if self.judged else 1.0


def decision(
    page: Page, pieces: tuple[Piece, ...], posterior: Sequence[float] | None, article: float | None
) -> Decision:
    """Return the decision over `page` as arrays."""
    features = page.features
    words = np.array(features.words, np.float64)
    share, ruled = _shares(pieces, list(map(len, features.texts)))
    chance = np.where(share > MOST, ASSUMED, 1 - ASSUMED) if posterior is None else np.array(posterior, np.float64)
    prose = np.frombuffer(bytes(features.prose), np.bool_)
    return Decision(words, share, chance, prose, ruled, posterior is not None, 1.0 if article is None else article)


def _shares(pieces: Sequence[Piece], lengths: Sequence[int]) -> tuple[Floats, Floats]:
    """Return the share of each block that was kept, and that rules removed."""
    if len(pieces) == len(lengths) and all(lengths):  # on most pages every block is one piece
        kept_whole = bytes([piece.kind is None for piece in pieces])
        by_model = bytes([piece.rule == MODEL.id for piece in pieces])
        share = np.frombuffer(kept_whole, np.uint8).astype(np.float64)
        return share, 1.0 - share - np.frombuffer(by_model, np.uint8)
    kept, against = [0.0] * len(lengths), [0.0] * len(lengths)
    for block, start, end, kind, rule, _, _ in pieces:
        if rule != MODEL.id:
            (against if kind else kept)[block] += (end - start) / (lengths[block] or 1)
    return np.array(kept, np.float64), np.array(against, np.float64)


def _lowest(p: Floats, kept: Floats) -> list[float]:
    """Return for each of `LOWEST` the chance below which that share of the kept words lies."""
    order = p.argsort(kind="stable")
    sums = kept.take(order).cumsum()
    places = sums.searchsorted([share * sums[-1] for share in LOWEST])
    return [float(p[order[min(place, len(p) - 1)]]) for place in places.tolist()]


def _runs(d: Decision, on: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Return the share of the longest run of kept blocks, the runs in 100 words, and the words in gaps between runs."""
    padded = np.zeros(len(on) + 2, np.bool_)
    padded[1:-1] = on
    edges = (padded[1:] != padded[:-1]).nonzero()[0]
    if not len(edges):
        return 0.0, 0.0, 0.0
    sums = np.zeros(len(on) + 1)
    d.n.cumsum(out=sums[1:])
    bounds = sums.take(edges)
    starts, ends = bounds[::2], bounds[1::2]
    gaps = float((starts[1:] - ends[:-1]).sum())
    return float((ends - starts).max()) / d.total, 100 * len(starts) / d.total, gaps / d.total


def _scenarios(d: Decision) -> list[float]:
    """Return for each of `STORY_ABOVE` the F1 that the decision would reach were the blocks above it the story."""
    above = [d.p > chance for chance in STORY_ABOVE]
    return [2 * float(d.kept.dot(story)) / (float(d.n.dot(story)) + d.total) for story in above]


def measured(d: Decision, signs: Signs) -> Floats:
    """Return the signals in the order of `DIRECTIONS`."""
    if not len(d.n) or not d.k.any():
        return np.zeros(len(DIRECTIONS))
    p, kept, removed, total = d.p, d.kept, d.removed, d.total
    on = d.k > MOST
    sure, unlikely = np.maximum(p, EVEN), np.minimum(p, EVEN)
    doubt_kept, doubt_removed = sure * (1 - sure), unlikely * (1 - unlikely)
    variance = np.where(on, doubt_kept, doubt_removed).dot(d.n * d.n)
    clear = np.minimum(np.maximum(p, CLEAREST), 1 - CLEAREST)
    odds = np.log(clear / (1 - clear))
    tail = p[on.nonzero()[0][-TAIL:]]
    longest, runs, gaps = _runs(d, on)
    missed, wrong = p.dot(removed), total - d.found
    values: Floats = np.array([
        2 * d.found / (d.story + total), d.found / total, d.found / d.story,
        doubt_kept.dot(kept) / total, doubt_removed.dot(removed) / total, math.sqrt(variance) / total,
        *(kept.dot(p < chance) / total for chance in KEPT_BELOW),
        *(removed.dot(p > chance) / total for chance in REMOVED_ABOVE),
        *_scenarios(d), *_lowest(p, kept),
        odds.dot(kept) / total, odds.dot(removed) / max(1.0, float(d.n.sum()) - total),
        math.log1p(missed), math.log1p(wrong), math.log1p(total),
        longest, runs, gaps, min(tail.tolist(), default=0.0),
        p.dot(d.ruled * d.n) / total, kept.dot(d.prose) / total, d.article, float(d.judged), *signs,
    ])  # fmt: skip
    return values.round(DECIMALS)


SIGNALS: dict[str, tuple[int, str]] = {
    "f1": (1, "closed form of the expected F1"),
    "precision": (1, "expected precision"),
    "recall": (1, "expected recall"),
    "doubt_kept": (-1, "mean of p (1 - p) over kept words, with p at least one half: what is kept although it is rather no story is as doubtful"),
    "doubt_removed": (-1, "the same over removed words, with p at most one half, in kept words"),
    "spread": (-1, "standard deviation of the words that are story, doubts counted so, in kept words"),
    "kept_below_80": (-1, "share of kept words with a chance below 0.8"),
    "kept_below_95": (-1, "share of kept words with a chance below 0.95"),
    "removed_above_5": (-1, "removed words with a chance above 0.05, in kept words"),
    "removed_above_20": (-1, "removed words with a chance above 0.2, in kept words"),
    "story_above_10": (1, "F1 if the story were the blocks with a chance above 0.1"),
    "story_above_50": (1, "F1 if it were those above 0.5"),
    "story_above_90": (1, "F1 if it were those above 0.9"),
    "story_above_95": (1, "F1 if it were those above 0.95"),
    "kept_tenth": (1, "highest chance of the least sure tenth of the kept words"),
    "kept_third": (1, "highest chance of the least sure three tenths"),
    "kept_half": (1, "median chance of the kept words"),
    "odds_kept": (1, "mean log-odds of kept words"),
    "odds_removed": (-1, "mean log-odds of removed words"),
    "words_missed": (-1, "expected words of the story that were removed, as a logarithm"),
    "words_wrong": (-1, "expected words that were kept and are no story, as a logarithm"),
    "words": (0, "kept words, as a logarithm"),
    "longest_run": (1, "share of the kept words in the longest run of kept blocks"),
    "runs": (-1, "runs of kept blocks in 100 kept words"),
    "gaps": (-1, "words between such runs, in kept words"),
    "tail": (1, "least chance among the last four kept blocks"),
    "rules_against": (-1, "story words that rules removed against the chance, in kept words"),
    "prose": (1, "share of kept words in blocks that read like prose"),
    "article": (1, "chance of being an article"),
    "judged": (0, "whether the block model was asked"),
    "loose": (-1, "share of loose words, see cleanliness"),
    "repeated": (-1, "share of 5-grams that stand twice"),
    "headings": (0, "share of words in headings"),
    "capitals": (0, "share of words with a capital"),
    "numbers": (0, "share of words that begin with a digit"),
    "quotes": (0, "quotation marks for each word"),
    "repairs": (0, "repairs for each word"),
    "last": (0, "share of the words in the last paragraph"),
    "title": (0, "share of the title's words that the body's beginning uses"),
    "length": (0, "characters of the body for each word"),
    "questions": (0, "question marks for each word"),
}
"""Signal -> whether the prediction may only rise (1) or only fall (-1) with it, 0 where it may do both; and what it is."""
DIRECTIONS = {name: way for name, (way, _) in SIGNALS.items()}
