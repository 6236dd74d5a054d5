"""The boundary model: where blocks began in a text that lost its line ends, learned from pages whose blocks are known.

Evaluated with numpy alone. `MODEL_CARD.md` tells what it was trained on and how good it is.
"""

from __future__ import annotations

from pathlib import Path

from cleaner.boundaries import network
from cleaner.boundaries.words import Words, inputs
from cleaner.convolutions import DECIMALS, Floats, Weights

PACKAGED = Path(__file__).with_name("weights.npz")
_WEIGHTS = Weights(PACKAGED, network.read)


def chances(words: Words) -> Floats:
    """Return for each word of a text the probability that a block of the page began with it, 0 to 1, rounded."""
    return network.forward(_WEIGHTS.get(), inputs(words)).round(DECIMALS)


def use(path: Path) -> None:
    """Take the weights from `path` instead of the packaged file, for all threads; benchmarks cross-validate with it."""
    _WEIGHTS.use(path)
