"""What flags and scores are read from: the page, the decision over it, and the record as far as it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.features import count_words
from cleaner.language import STOPWORDS
from cleaner.model import Page, Removal
from cleaner.quality import words
from cleaner.quality.signals import Decision, decision
from cleaner.record import ArticleRecord
from cleaner.resolve import Piece


@dataclass(frozen=True)
class Evidence:
    """The page as rules saw it, what was decided over its blocks, and the record.

    `posterior` has for each block the chance that it is story, `article` is the chance that the page is an article;
    both are None where the block model was not asked: clean text, and inputs that are kept whole.
    """

    page: Page
    record: ArticleRecord
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
        return tuple(count_words(p.text) for p in self.record.paragraphs)

    @cached_property
    def total(self) -> int:
        """Words of the body."""
        return sum(self.counts)

    @cached_property
    def hashed(self) -> words.Words:
        """The body's words as hashes."""
        return words.read(self.record.text)

    @cached_property
    def rows(self) -> dict[str, list[Removal]]:
        """The removed rows by kind."""
        found: dict[str, list[Removal]] = {}
        for row in self.record.removed:
            found.setdefault(row.kind, []).append(row)
        return found

    @cached_property
    def stops(self) -> tuple[tuple[int, int], ...]:
        """For each paragraph how many of its words are stop words of the body's language, and how many there are.

        Empty where we have no list for the language.
        """
        known = STOPWORDS.get(self.record.language or "")
        if not known:
            return ()
        split = [p.text.casefold().split() for p in self.record.paragraphs]
        return tuple((sum(map(known.__contains__, tokens)), len(tokens)) for tokens in split)
