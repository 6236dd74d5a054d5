"""The network's forward pass, in numpy alone.

Blocks run through dilated convolutions along the page (a WaveNet-like stack: van den Oord et al. 2016), with a summary
of the whole page, weighted by learned attention, added halfway.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cleaner.blockmodel.columns import Bag, Inputs
from cleaner.products import Floats, filled, in_groups, product, sigmoid

DILATIONS = (1, 2, 4, 8, 16, 32, 1)
"""Distance between the three blocks each layer sees: 64 blocks to either side in all."""
REACH = max(DILATIONS)
CONTEXT_AFTER = 4
"""Layers before the page's summary is added."""
BAGS = ("words", "near", "far")


@dataclass(frozen=True)
class Network:
    """One network's weights by name; `tables` are those of the bags, in the order of `BAGS`.

    `layers` are the convolutions' kernels, each with its bias as a last row: what is multiplied has a last column of ones.
    """

    tables: tuple[Floats, ...]
    weights: Mapping[str, Floats]
    layers: tuple[Floats, ...]


def read(arrays: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]], number: int) -> Network:
    """Return network `number` of a weights file: 8-bit tables with a scale a column, all else 16-bit floats."""
    mark = f"{number}."
    own = {name.removeprefix(mark): array for name, array in arrays.items() if name.startswith(mark)}
    tables = tuple(own[f"table_{bag}"].astype(np.float32) * own[f"scale_{bag}"].astype(np.float32) for bag in BAGS)
    rest = {name: array.astype(np.float32) for name, array in own.items() if not name.startswith(("table_", "scale_"))}
    layers = tuple(np.vstack((rest[f"conv{layer}.w"], rest[f"conv{layer}.b"])) for layer in range(len(DILATIONS)))
    return Network(tables, rest, layers)


def forward(network: Network, page: Inputs) -> tuple[Floats, float]:
    """Return each block's probability of being story, and the page's of being an article.

    Rows are filled up to whole groups; what stands in those beyond the page's blocks, no block and no summary sees.
    """
    weights = network.weights
    n, width = len(page.dense), len(weights["in.b"])
    pooled = [_pooled(table, bag, n) for table, bag in zip(network.tables, page.bags, strict=True)]
    entered = product(filled((page.dense, *pooled)), weights["in.w"])
    # Zeros before the page's first block and after its last: what a layer sees beyond the page.
    around = np.zeros((len(entered) + 2 * REACH, width), np.float32)
    hidden = around[REACH : REACH + n]
    np.add(entered[:n], weights["in.b"], out=hidden)
    zeros = np.zeros((n, width), np.float32)
    np.maximum(hidden, zeros, out=hidden)  # with an array, numpy takes a quarter of the time it needs with a number
    taps = np.ones((len(entered), 3 * width + 1), np.float32)
    article = 0.0
    for layer, (kernel, dilation) in enumerate(zip(network.layers, DILATIONS, strict=True)):
        if layer == CONTEXT_AFTER:
            summary = _summary(around[REACH : REACH + len(entered)], n, weights["attend.w"])
            article = float(summary @ weights["page.w"][:, 0] + weights["page.b"][0])
            hidden += summary @ weights["context.w"] + weights["context.b"]
        for tap, start in enumerate((REACH - dilation, REACH, REACH + dilation)):
            taps[:n, tap * width : (tap + 1) * width] = around[start : start + n]
        step = product(taps, kernel)[:n]
        np.maximum(step, zeros, out=step)
        hidden += step
    logits = product(around[REACH : REACH + len(entered)], weights["out.w"])[:n, 0] + weights["out.b"][0]
    chances = sigmoid(np.append(logits, np.float32(article)))
    return chances[:-1], float(chances[-1])


def _pooled(table: Floats, bag: Bag, n: int) -> Floats:
    """Return the mean of each block's rows of `table`; zeros where it has none."""
    kind = bag.kind
    sizes = np.bincount(bag.block, minlength=n if kind is None else int(kind.max()) + 1)
    result = np.zeros((len(sizes), table.shape[1]), np.float32)
    if len(bag.rows):
        held = sizes.nonzero()[0]
        number = sizes[held]
        sums = np.add.reduceat(table.take(bag.rows, axis=0), number.cumsum() - number, axis=0)
        result[held] = sums / number.astype(np.float32)[:, None]
    return result if kind is None else result.take(kind, axis=0)


def _summary(hidden: Floats, n: int, attend: Floats) -> Floats:
    """Return the page as weighted means of its `n` blocks, one for each attention head, side by side.

    Rows of `hidden` beyond those of the blocks are zero and add nothing.
    """
    scores = product(hidden, attend)
    scores -= scores[:n].max(axis=0)
    np.exp(scores[:n], out=scores[:n])
    sums = (in_groups(scores).transpose(0, 2, 1) @ in_groups(hidden)).sum(axis=0)
    means: Floats = sums / scores[:n].sum(axis=0)[:, None]
    return means.reshape(-1)
