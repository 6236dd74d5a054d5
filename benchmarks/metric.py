"""Body F1 as the article-extraction-benchmark counts it, and its character form for scripts without spaces.

Words are compared as readers see them: soft hyphens within them, spaces without width and ligatures, which some golds keep from
their pages and some do not, count neither for nor against anyone. `benchmarks.corpora` reads golds so; bodies are folded here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleaner.repair.invisible import SIGNS

SHINGLE = 4
_WORD = re.compile(r"\w+")
_CHAR = re.compile(r"\w")
_SEEN = str.maketrans(SIGNS)


class Counts(NamedTuple):
    """Shingles of one page: found, found wrongly, missed."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        """Return the share of found shingles that are gold."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Return the share of gold shingles that were found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Return the page's own F1."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp + self.fp + self.fn else 0.0


class Figures(NamedTuple):
    """Means over pages; `f1` is the harmonic mean of the two means."""

    f1: float
    precision: float
    recall: float
    pages: int


def shingles(tokens: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return the multiset of 4-token shingles; a shorter text is one shingle."""
    return Counter(tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1)))


def seen(text: str) -> str:
    """Return `text` as readers see it."""
    return text if text.isascii() else text.translate(_SEEN)


def counts(gold: str, found: str, *, characters: bool = False) -> Counts:
    """Compare a found body with its gold by shingles of words, or of word characters."""
    token = _CHAR if characters else _WORD
    wanted, given = shingles(token.findall(gold)), shingles(token.findall(seen(found)))
    tp = sum(min(n, given[key]) for key, n in wanted.items() if key in given)
    return Counts(tp, sum(given.values()) - tp, sum(wanted.values()) - tp)


def figures(pages: Iterable[Counts]) -> Figures:
    """Return mean precision and recall over pages, and the harmonic mean of the two."""
    rows = list(pages)
    if not rows:
        return Figures(0.0, 0.0, 0.0, 0)
    precision = sum(r.precision for r in rows) / len(rows)
    recall = sum(r.recall for r in rows) / len(rows)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(f1, precision, recall, len(rows))


def segment_figures(rows: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> Figures:
    """Return the figures for partial gold: rows of (body, segments it must have, segments it must not have).

    A `must` segment found is a true positive, a `mustnot` segment found a false one, counted over all pages as
    trafilatura's own evaluation does.
    """
    tp = fp = fn = pages = 0
    for body, must, mustnot in rows:
        pages += 1
        flat = " ".join(seen(body).split())
        found = sum(" ".join(s.split()) in flat for s in must)
        tp, fn = tp + found, fn + len(must) - found
        fp += sum(" ".join(s.split()) in flat for s in mustnot)
    total = Counts(tp, fp, fn)
    return Figures(total.f1, total.precision, total.recall, pages)
