"""Products of matrices in small groups of rows, so that one thread does them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
TOGETHER = 16
"""Rows that are multiplied together. Products of 2**18 multiplications and more OpenBLAS shares among all cores, where the
threads of several processes wait for each other: two processes on two cores then take twice as long."""


def filled(columns: Sequence[Floats]) -> Floats:
    """Return `columns` side by side, with rows of zeros below up to a multiple of `TOGETHER`."""
    n = len(columns[0])
    rows = np.zeros((-(-n // TOGETHER) * TOGETHER, sum(part.shape[1] for part in columns)), np.float32)
    np.concatenate(columns, axis=1, out=rows[:n])
    return rows


def in_groups(rows: Floats) -> Floats:
    """Return `rows`, a multiple of `TOGETHER`, as groups x rows of a group x columns."""
    return rows.reshape(-1, TOGETHER, rows.shape[1])


def product(rows: Floats, kernel: Floats) -> Floats:
    """Return `rows @ kernel`; there are a multiple of `TOGETHER` rows."""
    result: Floats = in_groups(rows) @ kernel
    return result.reshape(-1, kernel.shape[1])


def sigmoid(logits: Floats) -> Floats:
    """Return the chances that `logits` stand for."""
    return (1 / (1 + np.exp(-np.minimum(np.maximum(logits, -30), 30)))).astype(np.float32, copy=False)
