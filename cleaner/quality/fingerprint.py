"""A fingerprint by which copies of one story are joined: SimHash (Charikar 2002; Manku, Jain and Das Sarma 2007).

The kept libraries for it bring compiled code or SciPy, and take longer a page than the twelve lines here.
"""

from __future__ import annotations

import numpy as np

from cleaner.hashing import Hashes, mixed
from cleaner.quality.words import grams

SHINGLE = 3
"""Words in a run. Longer runs tell stories on one topic further apart, shorter ones stand a changed word better."""
LEAST_WORDS = 20
"""Words below which a body has no fingerprint: half of its bits would hang on one word."""
_LANES = 255
"""Rows of bits, one a byte, that are added as whole numbers before a byte could overflow."""
_SALT = np.uint64(0xC2B2AE3D27D4EB4F)


def fingerprint(hashes: Hashes) -> str | None:
    """Return 16 hexadecimal digits for the words of a body, None where it has too few of them.

    Every different run of three words votes on each of 64 bits; equal bodies have equal fingerprints, and copies of a
    story differ in few bits (see docs/quality.md for how many).
    """
    if len(hashes) < LEAST_WORDS:
        return None
    shingles = mixed(grams(hashes, SHINGLE) ^ _SALT)
    shingles.sort()
    new = np.ones(len(shingles), np.bool_)
    np.not_equal(shingles[1:], shingles[:-1], out=new[1:])
    shingles = shingles[new]
    bits = np.unpackbits(shingles.view(np.uint8), bitorder="little").view(np.uint64).reshape(-1, 8)
    parts = np.add.reduceat(bits, np.arange(0, len(bits), _LANES), axis=0).view(np.uint8)
    votes = 2 * parts.sum(axis=0, dtype=np.uint32) > len(shingles)
    return np.packbits(votes, bitorder="little").tobytes()[::-1].hex()


def distance(first: str, second: str) -> int:
    """Return in how many of 64 bits two fingerprints differ."""
    return (int(first, 16) ^ int(second, 16)).bit_count()
