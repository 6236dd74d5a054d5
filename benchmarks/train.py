"""Train the block model.

`python -m benchmarks.train --corpora DIR --cache DIR`

One network is trained for each fold of sites, on all pages but that fold's. Each is kept in the cache and judges, in
`benchmarks.run`, the pages it has not seen. The package gets the average of the first three, which together have seen
all pages; its figures on new sites are a little above the single networks' that the table shows.
"""

from __future__ import annotations

import argparse
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from benchmarks.check import EXPECTED, random_page
from benchmarks.corpora import FOLDS, load
from benchmarks.dataset import load as load_examples
from benchmarks.dataset import stored, stored_at
from cleaner import blockmodel

NETWORKS = 3
"""Networks in the package: the fourth and fifth bring little and cost as much time as each of the others."""
LARGEST_FILE = 2_000_000


def fold_network(job: tuple[int, Path]) -> None:
    """Train the network that leaves out one fold and write its weights, and what it says of the random page."""
    from benchmarks.learner import Plan, arrays, reference, trained  # noqa: PLC0415 - torch is needed here alone

    fold, cache = job
    seen = [example for example in load_examples(stored_at(cache)) if example.fold != fold]
    net = trained(seen, Plan(seed=fold + 1))
    blocks, article = reference(net, random_page())
    np.savez_compressed(cache / f"check-fold{fold}.npz", blocks=blocks, article=article)
    np.savez_compressed(cache / f"weights-fold{fold}.npz", **arrays(net, 0))
    print(f"network {fold + 1} of {FOLDS}", flush=True)


def pack(cache: Path) -> None:
    """Write the packaged weights, and what trainer and evaluator must agree on, from the first folds' networks."""
    packaged: dict[str, np.ndarray] = {}
    blocks, articles = [], []
    for fold in range(NETWORKS):
        with np.load(cache / f"weights-fold{fold}.npz") as file:
            packaged |= {f"{fold}.{name.removeprefix('0.')}": file[name] for name in file.files}
        with np.load(cache / f"check-fold{fold}.npz") as file:
            blocks.append(file["blocks"])
            articles.append(file["article"])
    np.savez_compressed(blockmodel.PACKAGED, **packaged)  # numpy dates its zip entries alike every time
    np.savez_compressed(EXPECTED, blocks=np.mean(blocks, axis=0), article=np.mean(articles))
    size = blockmodel.PACKAGED.stat().st_size
    if size > LARGEST_FILE:
        raise SystemExit(f"the weights have {size} bytes; the package takes {LARGEST_FILE}")


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="a folder outside the repository")
    parser.add_argument("--workers", type=int, default=2, help="networks trained at the same time, a thread each")
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    stored(load(given.corpora, articles=False), given.cache)
    with get_context("spawn").Pool(given.workers, maxtasksperchild=1) as pool:
        pool.map(fold_network, [(fold, given.cache) for fold in range(FOLDS)], chunksize=1)
    pack(given.cache)


if __name__ == "__main__":
    main()
