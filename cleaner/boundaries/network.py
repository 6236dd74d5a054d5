"""The boundary model's forward pass, in numpy alone: dilated convolutions along the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from cleaner.boundaries.words import TABLES, Inputs
from cleaner.products import Floats, filled, product, sigmoid

DILATIONS = (1, 2, 4, 8, 16, 1)
"""Distance between the three words each layer sees: 32 words to either side in all."""
REACH = sum(DILATIONS)
MOST_WORDS = 1 << 13
"""Words that are looked at together, so that memory does not grow with the text; each piece sees its neighbours' words too."""


@dataclass(frozen=True)
class Network:
    """The weights: `tables` in the order of `TABLES`, and `layers`, the convolutions' kernels, each with its bias as a last row."""

    tables: tuple[Floats, ...]
    weights: Mapping[str, Floats]
    layers: tuple[Floats, ...]


def read(arrays: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> Network:
    """Return the network of a weights file: 8-bit tables with a scale a column, all else 16-bit floats."""
    tables = tuple(arrays[f"table_{name}"].astype(np.float32) * arrays[f"scale_{name}"].astype(np.float32) for name in TABLES)
    rest = {name: array.astype(np.float32) for name, array in arrays.items() if not name.startswith(("table_", "scale_"))}
    layers = tuple(np.vstack((rest[f"conv{layer}.w"], rest[f"conv{layer}.b"])) for layer in range(len(DILATIONS)))
    return Network(tables, rest, layers)


def forward(network: Network, text: Inputs) -> Floats:
    """Return for each word the probability that a block begins with it."""
    return np.concatenate([*_pieces(network, text), np.zeros(0, np.float32)])


def _pieces(network: Network, text: Inputs) -> Iterator[Floats]:
    for start in range(0, len(text.rows), MOST_WORDS):
        low, high = max(0, start - REACH), start + MOST_WORDS + REACH
        chances = _piece(network, Inputs(text.rows[low:high], text.dense[low:high]))
        yield chances[start - low :][:MOST_WORDS]


def _piece(network: Network, text: Inputs) -> Floats:
    weights = network.weights
    looks = np.add.reduce([table.take(text.rows[:, place], axis=0) for place, table in enumerate(network.tables)])
    entered = product(filled((looks, text.dense)), weights["in.w"])
    n, width = len(text.rows), entered.shape[1]
    furthest = max(DILATIONS)
    around = np.zeros((len(entered) + 2 * furthest, width), np.float32)
    hidden = around[furthest : furthest + n]
    np.maximum(entered[:n] + weights["in.b"], np.float32(0), out=hidden)
    taps = np.ones((len(entered), 3 * width + 1), np.float32)
    for kernel, dilation in zip(network.layers, DILATIONS, strict=True):
        for tap, start in enumerate((furthest - dilation, furthest, furthest + dilation)):
            taps[:n, tap * width : (tap + 1) * width] = around[start : start + n]
        hidden += np.maximum(product(taps, kernel)[:n], np.float32(0))
    return sigmoid(product(around[furthest : furthest + len(entered)], weights["out.w"])[:n, 0] + weights["out.b"][0])
