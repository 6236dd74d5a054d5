"""The boundary model: where blocks began in a text that lost its line ends, learned from pages whose blocks are known.

Evaluated with numpy alone. `MODEL_CARD.md` tells what it was trained on and how good it is.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np

from cleaner.boundaries import network
from cleaner.boundaries.network import Network
from cleaner.boundaries.words import Words, inputs
from cleaner.products import Floats

PACKAGED = Path(__file__).with_name("weights.npz")
DECIMALS = 3
"""Decimals probabilities are rounded to before any threshold, so that results do not hang on the BLAS."""
_LOCK = Lock()
_weights = PACKAGED


def chances(words: Words) -> Floats:
    """Return for each word of a text the probability that a block of the page began with it, 0 to 1, rounded."""
    return network.forward(_network(), inputs(words)).round(DECIMALS)


def use(path: Path) -> None:
    """Take the weights from `path` instead of the packaged file, for all threads; benchmarks cross-validate with it."""
    global _weights  # noqa: PLW0603 - the one place where it changes
    with _LOCK:
        _weights = path


def _network() -> Network:
    with _LOCK:
        return _loaded(_weights)


@lru_cache(maxsize=8)
def _loaded(path: Path) -> Network:
    with np.load(path) as file:
        return network.read({name: file[name] for name in file.files})
