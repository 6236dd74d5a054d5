"""The boundary model's forward pass, in numpy alone: dilated convolutions along the words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cleaner import convolutions
from cleaner.boundaries.words import TABLES, Inputs
from cleaner.convolutions import Arrays, Floats, Network, Strip, filled, product, sigmoid

DILATIONS = (1, 2, 4, 8, 16, 1)
"""Distance between the three words each layer sees: 32 words to either side in all."""
REACH = sum(DILATIONS)
MOST_WORDS = 1 << 13
"""Words that are looked at together, so that memory does not grow with the text; each piece sees its neighbours' words too."""


def read(arrays: Arrays) -> Network:
    """Return the network of a weights file."""
    return convolutions.read(arrays, TABLES, len(DILATIONS))


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
    strip = Strip(entered, weights["in.b"], len(text.rows), max(DILATIONS))
    for kernel, dilation in zip(network.layers, DILATIONS, strict=True):
        strip.convolve(kernel, dilation)
    return sigmoid(product(strip.whole, weights["out.w"])[: len(text.rows), 0] + weights["out.b"][0])
