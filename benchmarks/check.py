"""A page and a text of random numbers, on which trainers and evaluators must agree."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cleaner.blockmodel.columns import MARKUP_ROWS, NAMES, WORD_ROWS, Bag, Inputs
from cleaner.boundaries.words import COLUMNS, ROWS, TABLES
from cleaner.boundaries.words import Inputs as Words

EXPECTED = Path(__file__).with_name("evaluator_check.npz")
"""What the trainer predicts for `random_page` with the packaged weights; written by `benchmarks.train`."""
BOUNDARIES_EXPECTED = Path(__file__).with_name("boundaries_check.npz")
"""What the trainer predicts for `random_words` with the packaged weights; written by `benchmarks.boundaries`."""
BLOCKS, WORDS = 90, 300


def random_page() -> Inputs:
    """Return the page; some blocks have no words, some no markup."""
    dice = np.random.default_rng(20240501)
    dense = dice.normal(0.3, 0.5, (BLOCKS, len(NAMES))).astype(np.float32)
    words, near, far = (_bag(dice, rows) for rows in (WORD_ROWS, MARKUP_ROWS, MARKUP_ROWS))
    return Inputs(dense, (words, near, far))


def _bag(dice: np.random.Generator, rows: int) -> Bag:
    sizes = dice.integers(0, 9, BLOCKS)
    return Bag(dice.integers(0, rows, int(sizes.sum())), np.repeat(np.arange(BLOCKS), sizes))


def random_words() -> Words:
    """Return a text of random words for the boundary model."""
    dice = np.random.default_rng(20240502)
    rows = np.stack([dice.integers(0, ROWS[name], WORDS) for name in TABLES], axis=1)
    return Words(rows, dice.normal(0.3, 0.5, (WORDS, len(COLUMNS))).astype(np.float32))
