"""Trafilatura's opinion of a page, as evidence for which blocks are its body."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cleaner.model import Block
from cleaner.regexes import regex

SHINGLE = 4
"""Words in a row that count as found; the article-extraction-benchmark compares texts by the same shingles."""
VOTE_WEIGHT, VOTE_MIDDLE = 1.0, 0.5
"""What the vote moves a block's log-odds by, from the share of the block at which it moves nothing. Weights of .6 to 2 are
within .001 F1 of each other on development pages, cross-validated by site; all are better than no vote."""
LEAST = 0.001
"""Chances are taken for no smaller than this, and no nearer to 1."""
_WORD = regex(r"\w+")


def vote(html: str) -> str | None:
    """Return the text that trafilatura extracts from the page `html`, None if it finds none or fails."""
    from trafilatura import extract  # noqa: PLC0415 - it takes longer to import than most pages to clean

    try:
        text: str | None = extract(html, include_comments=False, include_tables=True)
    except Exception:
        return None
    return text or None


def weighed(blocks: Sequence[Block], posterior: Sequence[float], html: str) -> list[float]:
    """Return the chances of `blocks` with trafilatura's vote on the page `html` mixed in; unchanged where it has none."""
    voted = vote(html)
    if voted is None:
        return list(posterior)
    return [_moved(chance, share) for chance, share in zip(posterior, agreement(blocks, voted), strict=True)]


def _moved(chance: float, share: float) -> float:
    """Return `chance` after a vote for `share` of its block."""
    bounded = min(max(chance, LEAST), 1 - LEAST)
    odds = bounded / (1 - bounded) * math.exp(VOTE_WEIGHT * (share - VOTE_MIDDLE))
    return round(odds / (1 + odds), 3)


def agreement(blocks: Sequence[Block], voted: str) -> tuple[float, ...]:
    """Return for each block the share (0 to 1) of its shingles of `SHINGLE` words that stand in `voted`.

    A block of fewer words counts as one shingle of its length, a block without words as not found.
    """
    words = _WORD.findall(voted.lower())
    known = {size: _shingles(words, size) for size in range(1, SHINGLE + 1)}
    return tuple(_share(_WORD.findall(block.text.lower()), known) for block in blocks)


def _share(words: list[str], known: dict[int, set[tuple[str, ...]]]) -> float:
    if not words:
        return 0.0
    size = min(SHINGLE, len(words))
    shingles = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    return sum(shingle in known[size] for shingle in shingles) / len(shingles)


def _shingles(words: list[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
