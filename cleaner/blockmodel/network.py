"""The network's forward pass, in numpy alone.

Blocks run through dilated convolutions along the page (a WaveNet-like stack: van den Oord et al. 2016), with a summary
of the whole page, weighted by learned attention, added halfway.
"""

from __future__ import annotations

import numpy as np

from cleaner import convolutions
from cleaner.blockmodel.columns import Bag, Inputs
from cleaner.convolutions import Arrays, Floats, Network, Strip, filled, in_groups, product, sigmoid

DILATIONS = (1, 2, 4, 8, 16, 32, 1)
"""Distance between the three blocks each layer sees: 64 blocks to either side in all."""
REACH = max(DILATIONS)
CONTEXT_AFTER = 4
"""Layers before the page's summary is added."""
BAGS = ("words", "near", "far")


def read(arrays: Arrays, number: int) -> Network:
    """Return network `number` of a weights file, its tables in the order of `BAGS`."""
    mark = f"{number}."
    own = {name.removeprefix(mark): array for name, array in arrays.items() if name.startswith(mark)}
    return convolutions.read(own, BAGS, len(DILATIONS))


def forward(network: Network, page: Inputs) -> tuple[Floats, float]:
    """Return each block's probability of being story, and the page's of being an article.

    Rows are filled up to whole groups; what stands in those beyond the page's blocks, no block and no summary sees.
    """
    weights = network.weights
    n = len(page.dense)
    pooled = [_pooled(table, bag, n) for table, bag in zip(network.tables, page.bags, strict=True)]
    entered = product(filled((page.dense, *pooled)), weights["in.w"])
    strip = Strip(entered, weights["in.b"], n, REACH)
    article = 0.0
    for layer, (kernel, dilation) in enumerate(zip(network.layers, DILATIONS, strict=True)):
        if layer == CONTEXT_AFTER:
            summary = _summary(strip.whole, n, weights["attend.w"])
            article = float(summary @ weights["page.w"][:, 0] + weights["page.b"][0])
            strip.rows += summary @ weights["context.w"] + weights["context.b"]
        strip.convolve(kernel, dilation)
    logits = product(strip.whole, weights["out.w"])[:n, 0] + weights["out.b"][0]
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
