"""Let a network learn from others as well as from the gold, which stops early on many pages and errs on some.

Teachers are networks that saw neither the page's fold nor the fold their pupil is to be measured on; the pupil's target
is a mean of the gold and of the chance that the teachers give a block of the page's HTML (self-distillation with
out-of-fold teachers: Furlanello et al. 2018, “Born-Again Neural Networks”; against noisy labels: Li et al. 2017). Blocks of
a flattened page take the chance of the HTML blocks their words stand in, so that text learns from what markup shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import FOLDS, SPLICED

if TYPE_CHECKING:  # examples are built with the peers installed, which learning from them is not
    from benchmarks.dataset import Example

TAUGHT = 0.4
"""Part of the target that is the teachers': .6 brought half as much."""
PAIRS = tuple(combinations(range(FOLDS), 2))
"""The folds that each teacher has not seen."""

Floats = NDArray[np.float32]
Chances = Mapping[str, Floats]
"""For pages by key, a chance for each block of their HTML."""


def taught(example: Example, chances: Chances) -> Example:
    """Return `example` with what teachers say of its page mixed into the targets of its labelled blocks.

    Where gold is partial, the teachers' chances for the other blocks made the network worse (.002).
    """
    told = chances.get(example.key.removesuffix(SPLICED))
    if told is None or not example.weight.any():
        return example
    said, known = _said(example, told)
    mixed = (1 - TAUGHT) * example.target + TAUGHT * said
    return replace(example, target=np.where(known & (example.weight > 0), mixed, example.target).astype(np.float32))


def _said(example: Example, told: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the chance of each block by what was `told` of the HTML, and for which blocks something was."""
    said = np.zeros(len(example.target), np.float32)
    known = np.zeros(len(said), np.bool_)
    at = example.origin[:, 0].astype(np.int64)
    np.add.at(said, at, example.origin[:, 2] * told[example.origin[:, 1].astype(np.int64)])
    known[at] = True
    return said, known
