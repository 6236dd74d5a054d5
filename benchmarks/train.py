"""Train the block model.

`python -m benchmarks.train --corpora DIR --cache DIR` writes the packaged weights; `--folds` writes, into the cache,
the weights that cross-validate: for each fold of sites those that have not seen it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.check import EXPECTED, random_page
from benchmarks.corpora import FOLDS, load
from benchmarks.dataset import Example, stored
from cleaner import blockmodel

NETWORKS = 3
LARGEST_FILE = 2_000_000


def networks(examples: list[Example], path: Path, count: int, epochs: int) -> None:
    """Train `count` networks on `examples` and write them to `path`."""
    from benchmarks.learner import Plan, arrays, reference, trained  # noqa: PLC0415 - torch is needed for training alone

    found: dict[str, np.ndarray] = {}
    nets = []
    for number in range(count):
        nets.append(trained(examples, Plan(seed=number + 1, epochs=epochs)))
        found |= arrays(nets[-1], number)
        print(f"{path.name}: network {number + 1} of {count}", flush=True)
    np.savez_compressed(path, **found)  # numpy writes its zip entries with one fixed date
    if path.stat().st_size > LARGEST_FILE:
        raise SystemExit(f"{path} has {path.stat().st_size} bytes; the package takes {LARGEST_FILE}")
    if path == blockmodel.PACKAGED:
        blocks, article = reference(nets, random_page())
        np.savez_compressed(EXPECTED, blocks=blocks, article=article)


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="a folder outside the repository")
    parser.add_argument("--folds", action="store_true", help="train the cross-validation weights instead")
    parser.add_argument("--fold", type=int, nargs="*", default=list(range(FOLDS)))
    parser.add_argument("--networks", type=int, default=NETWORKS)
    parser.add_argument("--epochs", type=int, default=8)
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    examples = stored(load(given.corpora, articles=False), given.cache)
    if not given.folds:
        networks(examples, blockmodel.PACKAGED, given.networks, given.epochs)
        return
    for fold in given.fold:
        seen = [example for example in examples if example.fold != fold]
        networks(seen, given.cache / f"weights-fold{fold}.npz", given.networks, given.epochs)


if __name__ == "__main__":
    main()
