"""Train the block model.

`python -m benchmarks.train --corpora DIR --cache DIR`

One network is trained for each fold of sites, on all pages but that fold's. Each is kept in the cache and judges, in
`benchmarks.run`, the pages it has not seen. The package gets one more, trained on all pages. Before them come teachers,
one for each two folds, trained without both: what they say of the pages is part of what the others learn. The boundary
model (`benchmarks.boundaries`) is trained before all of them, unless its networks are in the cache: a page without line
ends is read by the one that has not seen its site.
"""

from __future__ import annotations

import pickle
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import boundaries
from benchmarks.check import EXPECTED, random_page
from benchmarks.corpora import FOLDS, SPLICED, load
from benchmarks.dataset import HTML, Example, stored, stored_at, stored_spliced, stored_spliced_at
from benchmarks.dataset import load as load_examples
from benchmarks.folds import boundaries_at, weights_at
from benchmarks.teach import PAIRS, taught
from cleaner import blockmodel

NETWORKS = 1
"""Networks in the package: the average of three has .0005 more F1 and costs 1.2 ms a page."""
LARGEST_FILE = 2_000_000
TEACHER_EPOCHS = 3
"""Teachers learn from the gold alone, which longer training would learn by heart, errors and all."""


def one_teacher(job: tuple[tuple[int, int], Path]) -> None:
    """Train a network without two folds and write what it says of the HTML pages in them."""
    from benchmarks.learner import Plan, predicted, trained  # noqa: PLC0415 - torch is needed here alone

    pair, cache = job
    every = all_examples(cache)
    net = trained(
        [example for example in every if example.fold not in pair],
        Plan(epochs=TEACHER_EPOCHS, seed=1 + PAIRS.index(pair)),
    )
    real = (example for example in every if not example.key.endswith(SPLICED))
    asked = [example for example in real if example.fold in pair and example.form == HTML and example.article]
    said = [blocks for blocks, _ in predicted(net, asked)]
    with told_at(cache, pair).open("wb") as file:
        pickle.dump({e.key: (e.fold, blocks) for e, blocks in zip(asked, said, strict=True)}, file, protocol=5)
    print(f"teacher {PAIRS.index(pair) + 1} of {len(PAIRS)}", flush=True)


def all_examples(cache: Path) -> list[Example]:
    """Return what networks learn from: the pages, then those spliced from several."""
    return [*load_examples(stored_at(cache)), *load_examples(stored_spliced_at(cache))]


def told_at(cache: Path, pair: tuple[int, int]) -> Path:
    """Return where `one_teacher` keeps what it says."""
    return cache / f"told-{pair[0]}-{pair[1]}.pickle"


def chances(cache: Path, number: int) -> dict[str, NDArray[np.float32]]:
    """Return the chances that network `number` learns from: the mean of the teachers that saw neither fold."""
    said: dict[str, list[NDArray[np.float32]]] = {}
    for pair in PAIRS:
        if number < FOLDS and number not in pair:
            continue
        with told_at(cache, pair).open("rb") as file:
            told = pickle.load(file)  # noqa: S301 - our own file, written by `one_teacher`
        for key, (fold, blocks) in told.items():
            if fold != number:
                said.setdefault(key, []).append(blocks)
    return {key: np.mean(found, axis=0) for key, found in said.items()}


def one_network(job: tuple[int, Path]) -> None:
    """Train network `number` and write its weights, and what it says of the random page.

    The first `FOLDS` networks leave out the fold of their number, the others nothing.
    """
    from benchmarks.learner import Plan, arrays, reference, trained  # noqa: PLC0415 - torch is needed here alone

    number, cache = job
    told = chances(cache, number)
    seen = [taught(example, told) for example in all_examples(cache) if example.fold != number]
    net = trained(seen, Plan(seed=number + 1))
    blocks, article = reference(net, random_page())
    np.savez_compressed(cache / f"check-fold{number}.npz", blocks=blocks, article=article)
    np.savez_compressed(weights_at(cache, number), **arrays(net, 0))
    print(f"network {number + 1} of {FOLDS + NETWORKS}", flush=True)


def pack(cache: Path) -> None:
    """Write the packaged weights, and what trainer and evaluator must agree on, from the networks that saw all pages."""
    packaged: dict[str, np.ndarray] = {}
    blocks, articles = [], []
    for place in range(NETWORKS):
        with np.load(weights_at(cache, FOLDS + place)) as file:
            packaged |= {f"{place}.{name.removeprefix('0.')}": file[name] for name in file.files}
        with np.load(cache / f"check-fold{FOLDS + place}.npz") as file:
            blocks.append(file["blocks"])
            articles.append(file["article"])
    np.savez_compressed(blockmodel.PACKAGED, **packaged)  # numpy dates its zip entries alike every time
    np.savez_compressed(EXPECTED, blocks=np.mean(blocks, axis=0), article=np.mean(articles))
    size = blockmodel.PACKAGED.stat().st_size
    if size > LARGEST_FILE:
        raise SystemExit(f"the weights have {size} bytes; the package takes {LARGEST_FILE}")


def main() -> None:
    """Train as the command line says."""
    given = boundaries.options(__doc__)
    if not boundaries_at(given.cache, FOLDS).exists():
        boundaries.train(given.corpora, given.cache, given.workers)
    stored(load(given.corpora, articles=False), given.cache, given.workers)
    stored_spliced(load(given.corpora), given.cache, given.workers)
    with get_context("spawn").Pool(given.workers, maxtasksperchild=1) as pool:
        pool.map(one_teacher, [(pair, given.cache) for pair in PAIRS], chunksize=1)
        pool.map(one_network, [(number, given.cache) for number in range(FOLDS + NETWORKS)], chunksize=1)
    pack(given.cache)


if __name__ == "__main__":
    main()
