"""Characters of all blocks at once: classes, folded forms and hashed words as arrays."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.hashing import BASE, FEW, IDEOGRAPHS, PLANE, Hashes, mixed
from cleaner.stops import COMMAS, FINAL

Ints = NDArray[np.int64]
Codes = NDArray[np.uint32]

SPACE, LETTER, UPPER, DIGIT, IDEOGRAPH, STOP, COMMA, COLON, QUOTE, DASH, BRACKET, SYMBOL = range(12)
CLASSES = 12
"""How many classes of characters the line above names."""
_BY_CATEGORY = {
    **dict.fromkeys(("Lu", "Lt"), UPPER),
    **dict.fromkeys(("Ll", "Lm", "Lo", "Mn", "Mc", "Me"), LETTER),
    **dict.fromkeys(("Nd", "Nl", "No"), DIGIT),
    **dict.fromkeys(("Ps", "Pe"), BRACKET),
    "Pd": DASH,
}
"""Unicode's general category -> class; all others are symbols."""
_COMMAS = frozenset(COMMAS + ";；")
_COLONS = frozenset(":：")
_QUOTES = frozenset("\"'“”‘’«»„‚‹›「」『』")
_WIDE_IDEOGRAPHS = (0x20000, 0x32000)
_PERIOD = 4096
"""Characters after which the powers of the hash base repeat; a power of two."""
_PERIODS = 16
"""Periods that are kept side by side, for as many characters as most pages have."""
_LONGEST = 1 << 22
"""Characters that are looked at on one page; the rest of a longer one is judged by its neighbours' form alone."""


@dataclass(frozen=True)
class Words:
    """The words of all blocks in order: hash, block, place in the block, and whether a capital opens the word.

    A word is a run of letters and digits, or one ideograph or kana. Case is folded and every digit hashes as 0.
    A word across the seam where the powers repeat hashes differently, which is rare and harmless to the block model:
    `torn` are those words, `pieces` their folded characters.
    """

    hashes: Hashes
    block: Ints
    rank: Ints
    per_block: Ints
    length: Ints
    capital: NDArray[np.bool_]
    torn: Ints
    pieces: Sequence[Hashes]

    @property
    def exact(self) -> Hashes:
        """The hashes, equal for equal words wherever they stand."""
        if not self.pieces:
            return self.hashes
        hashes = self.hashes.copy()
        hashes[self.torn] = _mended(self.pieces)
        return hashes


@dataclass(frozen=True)
class Chars:
    """`counts[block, class]`, the classes of each block's first and last character, and the words."""

    counts: NDArray[np.float32]
    first: Ints
    last: Ints
    length: Ints
    words: Words


@lru_cache(maxsize=2)
def _tables(size: int) -> tuple[NDArray[np.uint8], Hashes]:
    """Return class and folded form of the first `size` characters.

    The folded form is its code point and one, so that no character counts as nothing.
    """
    plane = [*map(chr, range(size))]
    classes = np.array(_classes(plane), np.uint8)
    fold = np.array(
        [ord(low if len(low) == 1 else char) for char, low in zip(plane, map(str.lower, plane), strict=True)], np.uint64
    )
    fold[classes == DIGIT] = ord("0")
    fold += np.uint64(1)
    return classes, fold


@lru_cache(maxsize=1)
def _powers() -> tuple[Hashes, Hashes]:
    """Return the powers of the hash base, several periods of them, and one period of those of its inverse."""
    inverse = np.uint64(pow(BASE, -1, 1 << 64))
    powers = np.cumprod(np.full(_PERIOD, BASE, np.uint64), dtype=np.uint64)
    inverses = np.cumprod(np.full(_PERIOD, inverse, np.uint64), dtype=np.uint64)
    return np.tile(powers, _PERIODS), inverses


def _repeated(powers: Hashes, size: int) -> Hashes:
    return powers[:size] if size <= len(powers) else np.resize(powers, size)


def _classes(plane: list[str]) -> list[int]:
    """Return the class of each character of `plane`, which begins with the first."""
    categories = [*map(unicodedata.category, plane)]
    classes = [_BY_CATEGORY.get(category, SYMBOL) for category in categories]
    for low, high in IDEOGRAPHS:
        for code in range(ord(low), min(ord(high) + 1, len(plane))):
            if categories[code] == "Lo":
                classes[code] = IDEOGRAPH
    for members, name in ((FINAL, STOP), (_COMMAS, COMMA), (_COLONS, COLON), (_QUOTES, QUOTE)):
        for code in map(ord, members):
            if code < len(plane):
                classes[code] = name
    for char in filter(str.isspace, plane):
        classes[ord(char)] = SPACE
    return classes


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Return the different values in order; numpy's own way loads a package for masked arrays first."""
    ordered = values.copy()
    ordered.sort()
    found: NDArray[Any] = ordered[changes(ordered)]
    return found


def changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Return for each value whether it differs from the one before, as the first does."""
    new = np.empty(len(values), np.bool_)
    new[:1] = True
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def read(texts: Sequence[str]) -> Chars:
    """Return the arrays of `texts`, one row a text."""
    codes, lengths, block = _coded(texts)
    ends = (lengths + 1).cumsum()
    starts = ends - lengths - 1
    classes, folded = _looked_up(codes)
    last = len(codes) - 1
    sizes = np.minimum(ends, len(codes)) - np.minimum(starts, len(codes))
    return Chars(
        _counted(classes, block, sizes),
        classes.take(np.minimum(starts, last)).astype(np.int64),
        classes.take(np.minimum(np.maximum(ends - 2, starts), last)).astype(np.int64),
        lengths,
        _words(folded, classes, block, len(texts)),
    )


def words(texts: Sequence[str]) -> Words:
    """Return the words of `texts` alone."""
    codes, _, block = _coded(texts)
    classes, folded = _looked_up(codes)
    return _words(folded, classes, block, len(texts))


def _coded(texts: Sequence[str]) -> tuple[Codes, Ints, Ints]:
    """Return the characters of all texts, each with a line feed behind it, the texts' lengths, and the text of each character."""
    joined = "\n".join(texts)[:_LONGEST]
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    return codes, lengths, np.arange(len(texts)).repeat(lengths + 1)[: len(codes)]


def _counted(classes: NDArray[np.uint8], block: Ints, sizes: Ints) -> NDArray[np.float32]:
    """Return how many characters of each class each block has, without the line feed behind it.

    Small letters, most of all, are what the others leave of the block's size.
    """
    others = (classes != LETTER).nonzero()[0]
    found = np.bincount(block.take(others) * CLASSES + classes.take(others), minlength=len(sizes) * CLASSES)
    counts = found.reshape(-1, CLASSES)
    counts[:, LETTER] = sizes - counts.sum(axis=1)
    counts[:, SPACE] -= counts[:, SPACE] > 0
    return counts.astype(np.float32)


def _looked_up(codes: Codes) -> tuple[NDArray[np.uint8], Hashes]:
    """Return class and folded form of each character; `take` looks up in a fifth of the time that an index needs."""
    highest = codes.max(initial=0)
    table, fold = _tables(FEW if highest < FEW else PLANE)
    if highest < PLANE:
        return table.take(codes), fold.take(codes)
    small = np.minimum(codes, PLANE - 1)
    classes = np.where(codes < PLANE, table[small], SYMBOL).astype(np.uint8)
    classes[(codes >= _WIDE_IDEOGRAPHS[0]) & (codes < _WIDE_IDEOGRAPHS[1])] = IDEOGRAPH
    return classes, np.where(codes < PLANE, fold[small], codes + np.uint64(1))


def _words(folded: Hashes, classes: NDArray[np.uint8], block: Ints, n_blocks: int) -> Words:
    starts, ends = _bounds(classes)
    powers, inverses = _powers()
    terms = np.zeros(len(folded) + 1, np.uint64)
    (folded * _repeated(powers, len(folded))).cumsum(out=terms[1:])
    hashes = mixed((terms.take(ends) - terms.take(starts)) * inverses.take(starts & (_PERIOD - 1)))
    owner = block.take(starts)
    per_block = np.bincount(owner, minlength=n_blocks)
    rank = np.arange(len(starts)) - (per_block.cumsum() - per_block).take(owner)
    torn = ((starts ^ (ends - 1)) >= _PERIOD).nonzero()[0]
    pieces = [folded[starts[at] : ends[at]] for at in torn]
    return Words(hashes, owner, rank, per_block, ends - starts, classes.take(starts) == UPPER, torn, pieces)


def _mended(pieces: Sequence[Hashes]) -> Hashes:
    """Return the hashes of words, given as folded characters, as they are where no seam tears them."""
    powers, inverses = _powers()
    sums = np.array([np.sum(piece * _repeated(powers, len(piece))) for piece in pieces], np.uint64)
    return mixed(sums * inverses[:1])


def _bounds(classes: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Return where words start and end: at the edges of runs of letters and digits, and around each ideograph."""
    wordy = np.zeros(len(classes) + 2, np.bool_)
    np.logical_and(classes >= LETTER, classes <= IDEOGRAPH, out=wordy[1:-1])
    edges = (wordy[1:] != wordy[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    alone = (classes == IDEOGRAPH).nonzero()[0]
    if len(alone):
        after = alone[wordy[alone + 2]] + 1
        starts = distinct(np.concatenate((starts, alone, after)))
        ends = distinct(np.concatenate((ends, alone[wordy[alone]], alone + 1)))
    return starts, ends
