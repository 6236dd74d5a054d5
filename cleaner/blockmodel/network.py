"""The network's forward pass, in numpy alone.

Blocks run through dilated convolutions along the page (a WaveNet-like stack: van den Oord et al. 2016), with a summary
of the whole page, weighted by learned attention, added halfway.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cleaner.blockmodel.features import Bag, Floats, Inputs

DILATIONS = (1, 2, 4, 8, 16, 32, 1)
"""Distance between the three blocks each layer sees: 64 blocks to either side in all."""
CONTEXT_AFTER = 4
"""Layers before the page's summary is added."""
BAGS = ("words", "near", "far")


@dataclass(frozen=True)
class Network:
    """One network's weights by name; `tables` are those of the bags, in the order of `BAGS`."""

    tables: tuple[Floats, ...]
    weights: Mapping[str, Floats]


def read(arrays: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]], number: int) -> Network:
    """Return network `number` of a weights file: 8-bit tables with a scale a column, all else 16-bit floats."""
    mark = f"{number}."
    own = {name.removeprefix(mark): array for name, array in arrays.items() if name.startswith(mark)}
    tables = tuple(own[f"table_{bag}"].astype(np.float32) * own[f"scale_{bag}"].astype(np.float32) for bag in BAGS)
    rest = {name: array.astype(np.float32) for name, array in own.items() if not name.startswith(("table_", "scale_"))}
    return Network(tables, rest)


def forward(network: Network, page: Inputs) -> tuple[Floats, float]:
    """Return each block's probability of being story, and the page's of being an article."""
    weights = network.weights
    pooled = [_pooled(table, bag, len(page.dense)) for table, bag in zip(network.tables, page.bags, strict=True)]
    hidden = np.concatenate((page.dense, *pooled), axis=1) @ weights["in.w"] + weights["in.b"]
    zeros = np.zeros_like(hidden)
    np.maximum(hidden, zeros, out=hidden)  # with an array, numpy takes a quarter of the time it needs with a number
    article = 0.0
    for layer, dilation in enumerate(DILATIONS):
        if layer == CONTEXT_AFTER:
            summary = _summary(hidden, weights)
            article = float(summary @ weights["page.w"][:, 0] + weights["page.b"][0])
            hidden = hidden + (summary @ weights["context.w"] + weights["context.b"])
        step = _convolved(hidden, weights[f"conv{layer}.w"], weights[f"conv{layer}.b"], dilation)
        np.maximum(step, zeros, out=step)
        hidden += step
    logits = hidden @ weights["out.w"][:, 0] + weights["out.b"][0]
    return _sigmoid(logits), float(_sigmoid(np.array([article], np.float32))[0])


def _pooled(table: Floats, bag: Bag, n: int) -> Floats:
    """Return the mean of each block's rows of `table`; zeros where it has none."""
    kind = bag.kind
    result = np.zeros((n if kind is None else int(kind.max()) + 1, table.shape[1]), np.float32)
    if len(bag.rows):
        starts = np.flatnonzero(np.concatenate(([True], bag.block[1:] != bag.block[:-1])))
        sizes = np.diff(np.append(starts, len(bag.rows))).astype(np.float32)
        result[bag.block[starts]] = np.add.reduceat(table.take(bag.rows, axis=0), starts, axis=0) / sizes[:, None]
    return result if kind is None else result.take(kind, axis=0)


def _summary(hidden: Floats, weights: Mapping[str, Floats]) -> Floats:
    """Return the page as weighted means of its blocks, one for each attention head, side by side."""
    scores = hidden @ weights["attend.w"]
    scores = np.exp(scores - scores.max(axis=0))
    means: Floats = (scores / scores.sum(axis=0)).T @ hidden
    return means.reshape(-1)


def _convolved(hidden: Floats, kernel: Floats, bias: Floats, dilation: int) -> Floats:
    n, width = hidden.shape
    wide = np.zeros((n, 3 * width), np.float32)
    wide[dilation:, :width] = hidden[: max(0, n - dilation)]
    wide[:, width : 2 * width] = hidden
    wide[: max(0, n - dilation), 2 * width :] = hidden[dilation:]
    result: Floats = wide @ kernel
    result += bias
    return result


def _sigmoid(x: Floats) -> Floats:
    return (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
