"""Trafilatura's opinion of a page, as evidence for which blocks are its body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.model import Block

SHINGLE = 4
"""Words in a row that count as found; the article-extraction-benchmark compares texts by the same shingles."""
VOTE_WEIGHT = 0.3
"""Share of the vote in a block's chance: of 0.2 to 0.5 the best on development pages, cross-validated by site."""
_WORD = re.compile(r"\w+")


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
    shares = agreement(blocks, voted)
    mixed = zip(posterior, shares, strict=True)
    return [round((1 - VOTE_WEIGHT) * chance + VOTE_WEIGHT * share, 3) for chance, share in mixed]


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
