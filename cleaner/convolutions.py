"""What the package's networks share: their files, and dilated convolutions along a page, in numpy alone.

Rows are multiplied in small groups, so that one thread does it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Arrays = Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]
DECIMALS = 3
"""Decimals probabilities are rounded to before any threshold, so that results do not hang on the BLAS."""
TOGETHER = 16
"""Rows that are multiplied together. Products of 2**18 multiplications and more OpenBLAS shares among all cores, where the
threads of several processes wait for each other: two processes on two cores then take twice as long."""
_FILES = 8
"""Files whose weights are kept: benchmarks take those of every fold."""
_Read = TypeVar("_Read")


class Weights(Generic[_Read]):
    """What a file of weights holds, read once for all threads; benchmarks put another file in its place."""

    def __init__(self, packaged: Path, read: Callable[[Arrays], _Read]) -> None:
        self._path, self._lock = packaged, Lock()

        def loaded(path: Path) -> _Read:
            with np.load(path) as file:
                return read({name: file[name] for name in file.files})

        self._loaded = lru_cache(maxsize=_FILES)(loaded)

    def use(self, path: Path) -> None:
        """Take the weights from `path` from now on."""
        with self._lock:
            self._path = path

    def get(self) -> _Read:
        """Return what the file holds."""
        with self._lock:
            return self._loaded(self._path)


@dataclass(frozen=True)
class Network:
    """One network's weights by name; `tables` are in the order in which they were asked for.

    `layers` are the convolutions' kernels, each with its bias as a last row: what is multiplied has a last column of ones.
    """

    tables: tuple[Floats, ...]
    weights: Mapping[str, Floats]
    layers: tuple[Floats, ...]


def read(arrays: Arrays, tables: Sequence[str], layers: int) -> Network:
    """Return the network of these arrays: 8-bit tables with a scale a column, all else 16-bit floats."""
    read = tuple(arrays[f"table_{name}"].astype(np.float32) * arrays[f"scale_{name}"].astype(np.float32) for name in tables)
    rest = {name: array.astype(np.float32) for name, array in arrays.items() if not name.startswith(("table_", "scale_"))}
    kernels = tuple(np.vstack((rest[f"conv{layer}.w"], rest[f"conv{layer}.b"])) for layer in range(layers))
    return Network(read, rest, kernels)


class Strip:
    """The rows of a page between the layers: `rows`, and `whole`, the same filled up with zeros to whole groups.

    Beyond the page's first row and its last a layer sees zeros.
    """

    def __init__(self, entered: Floats, bias: Floats, n: int, reach: int) -> None:
        """Take the first `n` rows of `entered`, a whole number of groups; no layer looks further than `reach`."""
        width = entered.shape[1]
        self._around = np.zeros((len(entered) + 2 * reach, width), np.float32)
        self._reach = reach
        self.rows = self._around[reach : reach + n]
        self.whole = self._around[reach : reach + len(entered)]
        self._zeros = np.zeros((n, width), np.float32)
        self._taps = np.ones((len(entered), 3 * width + 1), np.float32)
        np.add(entered[:n], bias, out=self.rows)
        np.maximum(self.rows, self._zeros, out=self.rows)  # with an array, numpy takes a quarter of the time it needs with a number

    def convolve(self, kernel: Floats, dilation: int) -> None:
        """Add to each row what a layer makes of it and of the two rows that stand `dilation` before it and behind it."""
        n, width = self.rows.shape
        for tap, start in enumerate((self._reach - dilation, self._reach, self._reach + dilation)):
            self._taps[:n, tap * width : (tap + 1) * width] = self._around[start : start + n]
        step = product(self._taps, kernel)[:n]
        np.maximum(step, self._zeros, out=step)
        self.rows += step


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
