"""How much of one text another says again, counted in the words that tell what a text is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.model import Page
from cleaner.parse.front import SOURCE as FRONT_MATTER
from cleaner.regexes import regex
from cleaner.tokens import words

ECHO_CHARS = 6_000
"""Characters of the story that a headline is compared with."""
EAST_ASIAN = regex("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs of Chinese and Japanese, which part no words."""
ECHO_LETTERS = 4
"""Letters from which a word counts as telling when headline and story are compared."""
OTHERWISE = 0.3
"""Share of common words below which a head of text names another headline than a line."""
SIMILAR = 0.6
"""Share of the words that a line and the page's own title must have in common to be the same headline."""


def compared_words(text: str) -> list[str]:
    """Return what a line has in common with others: its words; of those in scripts without spaces each two signs that stand together."""
    found = words(text)
    if text.isascii() or EAST_ASIAN.search(text) is None:
        return found
    return [pair for word in found for pair in (_pairs(word) if EAST_ASIAN.search(word) else (word,))]


def _pairs(word: str) -> Iterator[str]:
    return map("".join, pairwise(word)) if len(word) > 1 else iter((word,))


def is_telling(word: str) -> bool:
    """Say whether a word says what a text is about."""
    return len(word) >= ECHO_LETTERS or EAST_ASIAN.match(word) is not None


def similarity(one: str, other: str) -> float:
    """Return the share of the shorter text's words that the other has too, 0 to 1."""
    left, right = set(words(one)), set(words(other))
    small = min(len(left), len(right))
    return len(left & right) / small if small else 0.0


def echoes(page: Page, index: int) -> float:
    """Return which share of a line's telling words stand in the story's first `ECHO_CHARS` characters."""
    start, end = page.features.story
    return _said_again(page.features.texts[index], page.features.texts[start:end])


def told_of(page: Page, blocks: Sequence[int]) -> float:
    """Return which share of the headline's telling words stand in the first `ECHO_CHARS` characters of some blocks."""
    texts = page.features.texts
    return _said_again(texts[page.title or 0], [texts[i] for i in blocks])


def _said_again(text: str, others: Sequence[str]) -> float:
    """Return which share of a text's telling words stand in the first `ECHO_CHARS` characters of others, 0 to 1."""
    own = frozenset(filter(is_telling, compared_words(text)))
    said = compared_words(" ".join(others)[:ECHO_CHARS])
    return len(own.intersection(said)) / len(own) if own else 0.0


def is_named_otherwise(page: Page, index: int) -> bool:
    """Say whether the head of a text names its story in other words than a line that is no heading: clippers leave the headline to it, and begin with the dek."""
    said = page.metadata.get("said", {}).get("headlines", ())
    told = [one.value for one in said if one.source == FRONT_MATTER]
    block = page.blocks[index]
    return bool(told) and block.role != "heading" and max(similarity(block.text, one) for one in told) < OTHERWISE
