"""The expected F1 of an extraction: boosted trees over the signals of its page, fitted to gold pages.

The trees are monotone in the signals (`signals.DIRECTIONS`) and were fitted with `python -m benchmarks.quality --fit`,
on pages judged by a block model that had not seen their sites. A tree is a full binary tree: node i has the children
2i + 1 and 2i + 2, and a page goes to the second where its signal is above the node's threshold.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.quality.signals import DIRECTIONS, Floats

PACKAGED = Path(__file__).with_name("expected_f1.json")


@dataclass(frozen=True)
class Trees:
    """`signal` and `threshold` have a row a tree and a column a node, `value` a column a leaf.

    The sum over trees and `base`, bent by the line through the points `scores` -> `levels`, is the prediction.
    """

    base: float
    signal: NDArray[np.int64]
    threshold: Floats
    value: Floats
    scores: Floats
    levels: Floats

    @cached_property
    def _roots(self) -> NDArray[np.int64]:
        """Where each tree's nodes begin among those of all trees."""
        return np.arange(0, self.signal.size, self.signal.shape[1])

    @cached_property
    def _to_children(self) -> NDArray[np.int64]:
        """What twice the place of a tree's node is to be moved by for the place of its first child."""
        return np.arange(1, 1 - self.signal.size, -self.signal.shape[1])

    @cached_property
    def _to_leaves(self) -> NDArray[np.int64]:
        """What the place of a leaf, counted as a further node of its tree, is to be moved by for its place among the values."""
        return np.arange(-self.signal.shape[1], len(self.signal) - self.signal.shape[1])

    def predict(self, signals: Floats) -> float:
        """Return the prediction for one page, 0 to 1."""
        above = signals.take(self.signal) > self.threshold
        node = self._roots
        for _ in range(self.signal.shape[1].bit_length()):
            node = 2 * node + self._to_children + above.take(node)
        total = self.base + float(self.value.take(node + self._to_leaves).sum())
        return min(1.0, max(0.0, float(np.interp(total, self.scores, self.levels))))


def read(table: dict[str, Any]) -> Trees:
    """Return the trees of a table as `benchmarks.quality` writes it.

    Raises:
        ValueError: it was fitted to other signals.
    """
    if table["signals"] != list(DIRECTIONS):
        raise ValueError("the table of expected F1 was fitted to other signals; fit it again")
    return Trees(
        table["base"],
        np.array(table["signal"], np.int64),
        np.array(table["threshold"], np.float64),
        np.array(table["value"], np.float64),
        np.array(table["scores"], np.float64),
        np.array(table["levels"], np.float64),
    )


@lru_cache(maxsize=1)
def packaged() -> Trees:
    """Return the trees of the package."""
    return read(json.loads(PACKAGED.read_text(encoding="utf-8")))
