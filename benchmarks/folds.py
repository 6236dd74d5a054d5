"""The weights of each fold, which have seen no page of its sites."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpora import FOLDS
from cleaner import blockmodel, boundaries


def weights_at(cache: Path, number: int) -> Path:
    """Return where the block model's network `number` is kept; that of a fold's number has not seen the fold."""
    return cache / f"weights-fold{number}.npz"


def boundaries_at(cache: Path, number: int) -> Path:
    """Return where the boundary model's network `number` is kept; that of a fold's number has not seen the fold."""
    return cache / f"boundaries-fold{number}.npz"


def cross_validated(cache: Path | None) -> bool:
    """Tell whether each fold has weights that have not seen it; False where none has.

    Raises:
        FileNotFoundError: some have, so that the others' pages would be judged by weights that have seen them.

    """
    lacking = [fold for fold in range(FOLDS) if cache is None or not _has(cache, fold)]
    if 0 < len(lacking) < FOLDS:
        raise FileNotFoundError(
            f"{cache} has no weights of the folds {', '.join(map(str, lacking))}; make them with benchmarks.train"
        )
    return not lacking


def _has(cache: Path, fold: int) -> bool:
    return weights_at(cache, fold).exists() and boundaries_at(cache, fold).exists()


@contextmanager
def fold_weights(cache: Path | None, fold: int) -> Iterator[bool]:
    """Let both models use the weights that have not seen `fold`; yield whether there are any."""
    if cache is None or not _has(cache, fold):
        yield False
        return
    blockmodel.use(weights_at(cache, fold))
    try:
        with fold_boundaries(cache, fold):
            yield True
    finally:
        blockmodel.use(blockmodel.PACKAGED)


@contextmanager
def fold_boundaries(cache: Path, fold: int) -> Iterator[None]:
    """Let the boundary model use the weights that have not seen `fold`."""
    boundaries.use(boundaries_at(cache, fold))
    try:
        yield
    finally:
        boundaries.use(boundaries.PACKAGED)
