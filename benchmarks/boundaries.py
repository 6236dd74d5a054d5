"""Train the boundary model, which tells where blocks began in a text that lost its line ends.

`python -m benchmarks.boundaries --corpora DIR --cache DIR`

One network is trained for each fold of sites, on all pages but that fold's; each is kept in the cache and judges the pages
it has not seen. The package gets one more, trained on all pages. It learns without gold: a page's blocks are known from its
markup, and the ends of their lines are taken away. At the end it says how many boundaries were found on unseen pages.
"""

from __future__ import annotations

import argparse
import pickle
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.check import BOUNDARIES_EXPECTED, random_words
from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.flatten import block_strings, flattened
from benchmarks.folds import boundaries_at
from cleaner import boundaries
from cleaner.boundaries.words import GLUED, Words, inputs, words_of

FORMS = ("bs4_blocks", "browser", "inscriptis", "resiliparse")
"""Forms of a page whose lines are its blocks, learned from in one line."""
STRINGS, STRINGS_SPACED = "strings", "strings_spaced"
"""A page's strings with nothing between, with its source's white space and in one line. An epoch takes each page in one of all these forms."""
FEWEST_WORDS, MOST_WORDS = 20, 20_000
"""Words of a page that is learned from, and how many of them."""
THRESHOLDS = (0.2, 0.3, 0.4, 0.5)
LARGEST_FILE = 400_000


@dataclass(frozen=True)
class Example:
    """The words of a page in one form: `target[word]` is 1 where a line begins with it."""

    key: str
    form: str
    fold: int
    article: bool
    rows: NDArray[np.uint16]
    dense: NDArray[np.float16]
    target: NDArray[np.uint8]


def examples(row: Gold, cache: Path) -> list[Example]:
    """Return the page in each of its forms, but for those with few words."""
    html = row.html()
    found = [_in_one_line(flattened(form, row.key, html, cache)) for form in FORMS]
    strings = block_strings(html)
    found += [_together(strings), _together([[re.sub(r"\s+", " ", string) for string in block] for block in strings])]
    forms = zip((*FORMS, STRINGS, STRINGS_SPACED), found, strict=True)
    return [_example(row, form, text) for form, text in forms if len(text.words.starts) >= FEWEST_WORDS]


class _Text(NamedTuple):
    """The words of a text, and where its blocks and its strings begin."""

    words: Words
    blocks: NDArray[np.int64]
    strings: NDArray[np.int64]


def _in_one_line(text: str) -> _Text:
    """Return a text of one block a line with the ends of its lines as spaces."""
    lines = [" ".join(words) for line in text.split("\n") if (words := line.split())]
    blocks = np.cumsum([0, *(len(line) + 1 for line in lines)])[:-1]
    return _Text(words_of(" ".join(lines)), blocks, blocks)


def _together(blocks: Sequence[Sequence[str]]) -> _Text:
    """Return the strings of blocks with nothing between."""
    strings = [*chain.from_iterable(blocks)]
    sizes = [sum(map(len, block)) for block in blocks]
    return _Text(words_of("".join(strings)), np.cumsum([0, *sizes])[:-1], np.cumsum([0, *map(len, strings)])[:-1])


def _example(row: Gold, form: str, text: _Text) -> Example:
    """Return what is learned from a text: with which words a block begins or, where they touch the word before, another string.

    Prose has a space between strings of one block; where there is none, they are links and labels beside each other.
    """
    words = Words(*(part[:MOST_WORDS] for part in text.words))
    target = np.where(np.array(words.gaps) == GLUED, _begins(words, text.strings), _begins(words, text.blocks))
    seen = inputs(words)
    return Example(
        row.key, form, row.fold, row.kind == "article", seen.rows.astype(np.uint16), seen.dense.astype(np.float16),
        target.astype(np.uint8),
    )  # fmt: skip


def _begins(words: Words, starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say for each word whether one of `starts` lies between the word before and it."""
    ends = np.add(words.starts, [*map(len, words.texts)])
    return np.searchsorted(starts, words.starts, side="right") > np.searchsorted(starts, np.append(0, ends[:-1]), side="left")


def _store(corpora: Path, cache: Path, workers: int) -> None:
    """Keep the examples of all pages in `cache`, built once."""
    if _stored_at(cache).exists():
        return
    with get_context("spawn").Pool(workers) as pool:
        parts = pool.imap(partial(examples, cache=cache), load(corpora, articles=False), chunksize=8)
        every = [one for part in parts for one in part]
    with _stored_at(cache).open("wb") as file:
        pickle.dump(every, file, protocol=5)


def _stored_at(cache: Path) -> Path:
    return cache / "boundaries.pickle"


def one_network(number: int, cache: Path) -> None:
    """Train network `number` on all pages but those of the fold of its number, and write its weights and what it says of the others."""
    from benchmarks.boundary_learner import arrays, predicted, reference, trained  # noqa: PLC0415 - torch is needed here alone

    with _stored_at(cache).open("rb") as file:
        every: list[Example] = pickle.load(file)  # noqa: S301 - our own file, written by `_store`
    net = trained([one for one in every if one.fold != number], seed=number + 1)
    np.savez_compressed(boundaries_at(cache, number), **arrays(net))
    if number == FOLDS:
        np.savez_compressed(BOUNDARIES_EXPECTED, chances=reference(net, random_words()))
        return
    unseen = [one for one in every if one.fold == number and one.article and one.form in (FORMS[0], STRINGS)]
    said = np.concatenate([predicted(net, one) for one in unseen])
    np.savez_compressed(cache / f"boundaries-said{number}.npz", said=said, target=np.concatenate([one.target for one in unseen]))
    print(f"boundaries: network {number + 1} of {FOLDS + 1}", flush=True)


def found(cache: Path) -> Iterator[tuple[float, float, float]]:
    """Yield for each threshold the precision and recall of the boundaries on pages not seen in training."""
    folds = [np.load(cache / f"boundaries-said{number}.npz") for number in range(FOLDS)]
    said, target = (np.concatenate([fold[name] for fold in folds]) for name in ("said", "target"))
    for threshold in THRESHOLDS:
        taken = said >= threshold
        right = float((taken & (target == 1)).sum())
        yield threshold, right / taken.sum(), right / target.sum()


def train(corpora: Path, cache: Path, workers: int) -> None:
    """Train all networks with so many processes, a thread each, and put the last into the package."""
    _store(corpora, cache, workers)
    with get_context("spawn").Pool(workers, maxtasksperchild=1) as pool:
        pool.map(partial(one_network, cache=cache), range(FOLDS + 1), chunksize=1)
    shutil.copyfile(boundaries_at(cache, FOLDS), boundaries.PACKAGED)
    size = boundaries.PACKAGED.stat().st_size
    if size > LARGEST_FILE:
        raise SystemExit(f"the weights have {size} bytes; the package takes {LARGEST_FILE}")


def options(description: str | None) -> argparse.Namespace:
    """Return what the command line of a training says: where the corpora and the cache are, and how many workers."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="a folder outside the repository")
    parser.add_argument(
        "--workers", type=int, default=2, help="processes that build examples and train networks, a thread each"
    )
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    return given


def main() -> None:
    """Train as the command line says."""
    given = options(__doc__)
    train(given.corpora, given.cache, given.workers)
    for threshold, precision, recall in found(given.cache):
        print(f"threshold {threshold}: precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
