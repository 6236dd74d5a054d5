"""What flags and scores are read from: the page, the decision over it, and the record as far as it is made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

import numpy as np

from cleaner.assemble.paragraphs import Rows
from cleaner.hashing import Hashes
from cleaner.language import STOPWORDS
from cleaner.model import Page, Repair, Span
from cleaner.quality import words
from cleaner.quality.ending import is_final
from cleaner.quality.signals import Decision, decision
from cleaner.record import ArticleRecord
from cleaner.resolve import Piece
from cleaner.tokens import CJK_FIRST, UNSPACED_LANGUAGES, counted

BETWEEN = "\n\n"
"""What stands between two paragraphs in a record's text."""
HEADING_COST = 0.5
"""How much of a heading's words counts as loose: stories have some, lists of teasers many."""
END_CHARS = 8
"""Characters at a paragraph's end in which its stop stands."""
NGRAM = 5
"""Words in a run whose repetition is counted; Gopher counts runs of 2 to 10."""
_SLOT = np.uint64((1 << 14) - 1)


@dataclass(frozen=True)
class Evidence:
    """The page as rules saw it, what was decided over its blocks, and the record, whose removed `rows` stand by their kind.

    `posterior` has for each block the chance that it is story, `article` is the chance that the page is an article;
    both are None where the block model was not asked: clean text, and inputs that are kept whole.
    """

    page: Page
    record: ArticleRecord
    rows: Rows
    pieces: tuple[Piece, ...] = ()
    posterior: Sequence[float] | None = None
    article: float | None = None

    @cached_property
    def decision(self) -> Decision:
        """What was decided over the page's blocks, as arrays."""
        return decision(self.page, self.pieces, self.posterior, self.article)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Words of each paragraph of the body."""
        texts = [p.text for p in self.record.paragraphs]
        spaced = self.hashed.highest < CJK_FIRST and self.record.language not in UNSPACED_LANGUAGES
        if spaced and len(self.record.text) <= words.LONGEST:
            return tuple([text.count(" ") + 1 for text in texts])
        return counted(texts)

    @cached_property
    def total(self) -> int:
        """Words of the body."""
        return sum(self.counts)

    @cached_property
    def hashed(self) -> words.Words:
        """The body's words as hashes."""
        return words.read(self.record.text)

    @cached_property
    def repairs(self) -> list[Repair]:
        """The repairs of the body: those whose ground is a paragraph's."""
        if not self.record.repairs:
            return []
        ground = sorted(span for p in self.record.paragraphs for span in p.spans)
        starts = [start for start, _ in ground]

        def is_body(span: Span) -> bool:
            at = bisect_left(starts, span.end) - 1
            return at >= 0 and ground[at].end > span.start

        return [repair for repair in self.record.repairs if any(map(is_body, repair.spans))]

    @cached_property
    def stops(self) -> list[tuple[int, int]]:
        """For each paragraph how many of its words are stop words of the body's language, and how many there are.

        Empty where we have no list for the language.
        """
        if self.record.language not in STOPWORDS:
            return []
        found = self.hashed
        known = _stop_words(self.record.language)
        hits = np.zeros(len(found.hashes) + 1, np.int64)
        np.cumsum(known.take((found.hashes & _SLOT).view(np.int64)) == found.hashes, out=hits[1:])
        ends = list(accumulate([len(p.text) + len(BETWEEN) for p in self.record.paragraphs], initial=0))
        bounds = found.starts.searchsorted(ends)
        reached = hits.take(bounds)
        return list(zip((reached[1:] - reached[:-1]).tolist(), (bounds[1:] - bounds[:-1]).tolist(), strict=True))

    @cached_property
    def loose(self) -> float:
        """Share of loose words: those of paragraphs without a role that do not end like sentences, and of headings half."""
        loose = 0.0
        for paragraph, number in zip(self.record.paragraphs, self.counts, strict=True):
            if paragraph.role == "heading":
                loose += HEADING_COST * number
            elif paragraph.role == "paragraph" and not is_final(paragraph.text[-END_CHARS:]):
                loose += number
        return loose / max(1, self.total)

    @cached_property
    def repeated(self) -> float:
        """Share of the body's 5-grams that repeat an earlier one."""
        found = words.runs(self.hashed.hashes, NGRAM)
        found.sort()
        return float(np.count_nonzero(found[1:] == found[:-1]) / len(found)) if len(found) else 0.0


@lru_cache(maxsize=64)
def _stop_words(language: str) -> Hashes:
    """Return a table with the hash of each stop word at the place that its low bits name; of two there, one is lost."""
    table = np.zeros(int(_SLOT) + 1, np.uint64)
    hashes = words.read(" ".join(sorted(STOPWORDS[language]))).hashes
    table[hashes & _SLOT] = hashes
    return table
