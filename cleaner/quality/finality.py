"""How much the last words of a text are those that sentences end in, rather than go on after: a hashed logistic regression.

“of the” goes on, “of the town” may end. The weights were fitted with `python -m benchmarks.endings --fit`, on the last three
words of sentences and of their beginnings; words, pairs of them, and their last letters, which tell of words never seen,
share one table by hash.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaner.regexes import regex

PACKAGED = Path(__file__).with_name("finality.npz")
BUCKETS = 1 << 16
WORD = regex(r"\w+(?:['’-]\w+)*")
WORDS = 3
"""Last words that are looked at."""
LONGEST, LONGEST_BEFORE = 12, 8
"""Letters beyond which a word, and the one before it, say no more by their length."""
SMALL = 4
"""Letters of words that are paired as they stand; of longer ones the last letters are paired."""
NOTHING = "x"
"""What stands in the place of words that a text is too short for."""


def score(text: str) -> float:
    """Return the log-odds that a sentence may end in the last words of `text`; 0 for fewer than two words."""
    last = WORD.findall(text)[-WORDS:]
    if len(last) < WORDS - 1:
        return 0.0
    table, bias = _weights()
    return float(table[buckets(last)].sum()) + bias


def buckets(last: list[str]) -> list[int]:
    """Return the places in the table of what is seen of the last words."""
    second, first, word = ([NOTHING] * WORDS + last)[-WORDS:]
    low, before = word.lower(), first.lower()
    small = len(low) <= SMALL or len(before) <= SMALL
    pair = f"pair={before} {low}" if small else f"tails={before[-2:]} {low[-2:]}"
    seen = (
        f"length={min(len(word), LONGEST)}", f"capital={word[0].isupper()}", f"figure={word[-1].isdigit()}",
        f"length before={min(len(first), LONGEST_BEFORE)}", f"capital before={first[0].isupper()}",
        f"word={low}", f"one={low[-1:]}", f"two={low[-2:]}", f"three={low[-3:]}",
        f"before={before}", f"tail before={before[-2:]}", f"second={second.lower()}", pair,
    )  # fmt: skip
    return [zlib.crc32(name.encode()) % BUCKETS for name in seen]


@lru_cache(maxsize=1)
def _weights() -> tuple[NDArray[np.float32], float]:
    """Return the table, kept in 8 bits with one scale, and the bias."""
    with np.load(PACKAGED) as kept:
        return kept["table"].astype(np.float32) * np.float32(kept["scale"]), float(kept["bias"])
