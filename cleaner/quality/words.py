"""The words of a text as hashes, all at once: what repetition, informativeness and the fingerprint are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from cleaner.hashing import BASE, FEW, IDEOGRAPHS, PLANE, Hashes, mixed
from cleaner.tokens import CJK_FIRST, UNSPACED

Classes = NDArray[np.uint8]

WORD, LOWER, UPPER, STOP, LETTER, ALONE, SUSPECT, QUOTE = 1, 2, 4, 8, 16, 32, 64, 128
"""Classes of characters, as bits; `ALONE` is a word by itself, as in scripts without spaces, `SUSPECT` what opens most
wrongly decoded characters."""
LONGEST = 1 << 20
"""Characters that are looked at."""
MARKS = frozenset({"Mn", "Mc"})
"""General categories of what belongs to the letter before it: the vowel signs of Indic scripts, accents by themselves. Those from
`FEW` on stand on kana and on emoji; those of scripts without spaces part a text into what comes nearest to words."""
_SEAM, _AT_HAND = 4096, 1 << 15
"""Powers of the hash repeat after so many characters; a word across that seam hashes differently, which is harmless.
For texts of up to so many characters they are kept in a row."""
_INVERSE = pow(BASE, -1, 1 << 64)
_STEP = np.uint64(BASE)


@dataclass(frozen=True)
class Words:
    """`hashes` has one entry a word, case folded; `classes` one a character; `starts` where each word begins.

    `highest` is the highest code point.
    """

    hashes: Hashes
    classes: Classes
    starts: NDArray[np.int64]
    highest: int


@lru_cache(maxsize=2)
def _tables(size: int) -> tuple[Classes, Hashes]:
    """Return class and folded form of the first `size` characters."""
    plane = [*map(chr, range(size))]
    classes = np.zeros(size, np.uint8)
    for is_so, bit in ((str.islower, LOWER), (str.isupper, UPPER), (str.isalpha, LETTER), (str.isalnum, WORD)):
        classes[np.fromiter(map(is_so, plane), np.bool_, size)] |= bit
    marks = [char for char in plane[:FEW] if category(char) in MARKS and not UNSPACED.match(char)]
    classes[[*map(ord, marks)]] |= WORD | LETTER
    for first, last in IDEOGRAPHS:
        classes[ord(first) : ord(last) + 1] |= ALONE
    classes[(classes & WORD) == 0] = 0
    folded = np.arange(1, size + 1, dtype=np.uint64)
    for char, low in zip(plane, map(str.lower, plane), strict=True):
        if low != char and len(low) == 1 and char.isalnum():
            folded[ord(char)] = ord(low) + 1
    classes[[ord(char) for char in ".!?"]] = STOP
    classes[[ord(char) for char in '"“”„«»']] = QUOTE
    classes[[ord(char) for char in "ÂÃâÐÑ"]] |= SUSPECT
    classes[0x80:0xA0] |= SUSPECT
    return classes, folded


@lru_cache(maxsize=2)
def _powers(base: int) -> Hashes:
    """Return the powers of `base` from 0 on, modulo 2 ** 64, over and over."""
    factors = np.full(_SEAM, base, np.uint64)
    factors[0] = 1
    return np.tile(np.cumprod(factors, dtype=np.uint64), _AT_HAND // _SEAM)


def read(text: str) -> Words:
    """Return the words of `text`: runs of letters and digits, and single characters in scripts without spaces."""
    codes = np.frombuffer(text[:LONGEST].encode("utf-32-le", "surrogatepass"), np.uint32)
    highest = int(codes.max(initial=0))
    table, folded = _tables(FEW if highest < FEW else PLANE)
    small = codes if highest < PLANE else np.minimum(codes, PLANE - 1)
    classes = table.take(small)  # a fifth of the time that an index needs
    starts, ends = _bounds(classes, spaced=highest < CJK_FIRST)
    powers = _powers(BASE)
    powers = powers[: len(codes)] if len(codes) <= _AT_HAND else np.resize(powers, len(codes))
    terms = folded.take(small)
    terms *= powers
    sums = np.zeros(len(codes) + 1, np.uint64)
    terms.cumsum(out=sums[1:])
    hashes = mixed((sums.take(ends) - sums.take(starts)) * _powers(_INVERSE).take(starts & (_SEAM - 1)))
    return Words(hashes, classes, starts, highest)


def _bounds(classes: Classes, *, spaced: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where words start and end: at the edges of runs of letters and digits, and around each that is alone.

    None is alone in a text that is `spaced`.
    """
    wordy = np.zeros(len(classes) + 2, np.bool_)
    np.not_equal(classes & WORD, 0, out=wordy[1:-1])
    edges = wordy[1:] != wordy[:-1]
    if spaced:
        places = edges.nonzero()[0]
        return places[::2], places[1::2]
    alone = (classes & (WORD | ALONE)) == WORD | ALONE
    edges[:-1] |= alone
    edges[1:] |= alone
    return (edges[:-1] & wordy[1:-1]).nonzero()[0], (edges[1:] & wordy[1:-1]).nonzero()[0] + 1


def grams(hashes: Hashes, size: int) -> Hashes:
    """Return a well-spread hash for every run of `size` words; none where there are fewer words."""
    return mixed(runs(hashes, size))


def runs(hashes: Hashes, size: int) -> Hashes:
    """Return a hash for every run of `size` words, which tells whether two are the same but is not spread well."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    found = hashes[:count].copy()
    for step in range(1, size):
        found *= _STEP
        found += hashes[step : count + step]
    return found
