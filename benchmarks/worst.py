"""List the worst pages with the blocks that cost most.

`python -m benchmarks.worst --corpora DIR [--cache DIR] [--form html] [--pages 20]`

A block costs the words it has wrongly kept (`+`) or wrongly left out (`-`), by the alignment of training. With the
cache, each page is judged by the weights that have not seen its site.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from benchmarks import stories
from benchmarks.align import shares
from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.dataset import HTML, source
from benchmarks.folds import fold_weights
from benchmarks.metric import counts
from benchmarks.prepared import labelled
from benchmarks.run import EVEN, FORMS
from cleaner import blockmodel

SHOWN = 110


class Loss(NamedTuple):
    """What one block costs: words, whether it was kept, its posterior and its text."""

    words: float
    kept: bool
    posterior: float
    text: str


class Judged(NamedTuple):
    """One page, the worst first."""

    f1: float
    key: str
    lang: str
    title: str
    losses: list[Loss]


def judged(row: Gold, form: str, cache: Path | None) -> Judged:
    """Return what the block model makes of one page, its dearest mistakes first."""
    page, labels = labelled(*source(row, form, cache))
    texts = [block.text for block in page.blocks]
    found = blockmodel.posterior(page, labels)
    share, words = shares(texts, row.text)
    losses = [
        Loss(float(n * (1 - part if p >= EVEN else part)), bool(p >= EVEN), float(p), text)
        for n, part, p, text in zip(words, share, found, texts, strict=True)
    ]
    body = "\n".join(text for text, p in zip(texts, found, strict=True) if p >= EVEN)
    dear = sorted((loss for loss in losses if loss.words >= 1), key=lambda loss: -loss.words)
    return Judged(counts(row.text, body).f1, row.key, row.lang, row.title, dear)


def main() -> None:
    """Print the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--form", default=HTML, choices=FORMS)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--blocks", type=int, default=6)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--fold", type=int, nargs="*", default=list(range(FOLDS)))
    given = parser.parse_args()
    every = load(given.corpora)
    rows = [*(row for row in every if row.text), *stories.read(row for row in every if not row.text)][:: given.every]
    found: list[Judged] = []
    for fold in given.fold:
        with fold_weights(given.cache, fold):
            found += [judged(row, given.form, given.cache) for row in rows if row.fold == fold]
    for page in sorted(found)[: given.pages]:
        print(f"\n{page.f1:.3f}  {page.key}  {page.lang}  {page.title[:SHOWN]}")
        for loss in page.losses[: given.blocks]:
            print(f"   {'+' if loss.kept else '-'}{loss.words:5.0f}  p={loss.posterior:.3f}  {loss.text[:SHOWN]}")


if __name__ == "__main__":
    main()
