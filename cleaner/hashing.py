"""Hashes of words, as arrays: what `blockmodel.chars` and `quality.words` share, which read words each in its own way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

BASE = 0x9E3779B97F4A7C15
"""A word's hash is the sum of its letters times powers of this, modulo 2 ** 64: the golden ratio's fraction (D. Knuth, The Art of Computer
Programming 3, 6.4), odd, so that it has an inverse."""
PLANE = 0x10000
"""Code points of the tables of characters: those of the Basic Multilingual Plane."""
FEW = 0x3000
"""Code points below which most texts stay that are not of East Asia: their tables are made in a fifth of the time."""
IDEOGRAPHS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"))
"""Scripts in which a character is a word: kana and Chinese characters."""
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)


def mixed(hashes: Hashes) -> Hashes:
    """Return well-spread hashes, of which low bits may be taken (the finalizer of MurmurHash3 by A. Appleby, shortened)."""
    result: Hashes = hashes >> _HALF
    result ^= hashes
    result *= _MIX
    result ^= result >> _HALF
    return result
