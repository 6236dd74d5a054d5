"""The block model: how likely each block of a page is part of its story, learned from gold pages.

Evaluated with numpy alone. See `MODEL_CARD.md` for what it was trained on, how good it is and where it fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaner.blockmodel import network
from cleaner.blockmodel.features import inputs
from cleaner.blockmodel.likes import agreed
from cleaner.convolutions import DECIMALS, Arrays, Floats, Network, Weights
from cleaner.model import Label, Page

PACKAGED = Path(__file__).with_name("weights.npz")


class Judgement(NamedTuple):
    """`blocks[i]` is the probability that block i is story, `article` that the page is an article; both rounded."""

    blocks: Floats
    article: float


def judge(page: Page, labels: Sequence[Label] = ()) -> Judgement:
    """Return the model's opinion of `page`, on which the rules have put `labels`."""
    if not page.blocks:
        return Judgement(np.zeros(0, np.float32), 0.0)
    seen = inputs(page, labels)
    found = [network.forward(net, seen) for net in _WEIGHTS.get()]
    blocks: Floats = np.add.reduce([blocks for blocks, _ in found]) / np.float32(len(found))
    if seen.likes is not None:
        blocks = agreed(blocks, seen.likes)
    article = sum(article for _, article in found) / len(found)
    return Judgement(blocks.round(DECIMALS), round(article, DECIMALS))


def posterior(page: Page, labels: Sequence[Label] = ()) -> Floats:
    """Return for each block of `page` the probability that it is story, 0 to 1, rounded."""
    return judge(page, labels).blocks


def use(path: Path) -> None:
    """Take the weights from `path` instead of the packaged file, for all threads; benchmarks cross-validate with it."""
    _WEIGHTS.use(path)


def _read(arrays: Arrays) -> tuple[Network, ...]:
    numbers = sorted({int(name.split(".")[0]) for name in arrays})
    return tuple(network.read(arrays, number) for number in numbers)


_WEIGHTS = Weights(PACKAGED, _read)
