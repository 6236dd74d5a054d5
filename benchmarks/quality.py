"""Fit the expected F1, and measure scores and flags.

`python -m benchmarks.quality --corpora DIR --fold-weights DIR [--fit] [--examples FILE] [--every N]`

Every page is judged by a block model that has not seen its site: the folds' weights of `python -m benchmarks.train
--folds`. The prediction is fitted on the other folds as well, so that nothing it is measured on has shaped it.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.dataset import HTML, source
from benchmarks.flatten import FLATTENERS
from benchmarks.metric import counts
from benchmarks.run import CHARACTERS, fold_weights
from cleaner.config import Config
from cleaner.decode import decode
from cleaner.model import MediaType
from cleaner.pipeline import gathered, judged, parse
from cleaner.quality.evidence import Evidence
from cleaner.quality.scores import signals
from cleaner.quality.signals import Floats
from cleaner.record import ArticleRecord

CORPORA = ("aed-dev", "fundus-dev", "wcxb-dev")
"""Corpora with whole gold texts."""
CONFIG = Config()


@dataclass(frozen=True)
class Example:
    """A page in one form: what its record says of itself, and the F1 it reaches."""

    key: str
    corpus: str
    form: str
    fold: int
    lang: str
    signals: Floats
    f1: float
    record: ArticleRecord


def evidence(text: str, media_type: MediaType | None) -> Evidence:
    """Return what scores and flags of `text` are read from."""
    decoded = decode(text)
    return gathered(parse(decoded.text, media_type), decoded, None, CONFIG, ArticleRecord())


def examples(rows: Sequence[Gold], weights: Path) -> Iterator[Example]:
    """Yield all forms of the pages in `rows`, each judged out of its fold."""
    for fold in range(FOLDS):
        with fold_weights(weights, fold) as there:
            if not there:
                raise SystemExit(f"{weights} has no weights of fold {fold}; make them with benchmarks.train --folds")
            for row in (row for row in rows if row.fold == fold):
                for form in (HTML, *FLATTENERS):
                    seen = evidence(*source(row, form, weights))
                    record = judged(seen)
                    f1 = counts(row.text, record.text, characters=row.lang in CHARACTERS).f1
                    yield Example(row.key, row.corpus, form, fold, row.lang, signals(seen), f1, record)


def main() -> int:
    """Build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--fold-weights", type=Path, required=True)
    parser.add_argument("--examples", type=Path)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    rows = [row for row in load(given.corpora, CORPORA) if row.text][:: given.every]
    found = []
    for number, example in enumerate(examples(rows, given.fold_weights)):
        found.append(example)
        if number % 500 == 0:
            print(number, flush=True)
    with given.examples.open("wb") as file:
        pickle.dump(
            [
                {k: v for k, v in e.__dict__.items() if k != "record"}
                | {
                    "scores": dict(e.record.scores),
                    "flags": e.record.flags,
                    "fe": e.record.metadata["flag_evidence"],
                    "fp": e.record.metadata["fingerprint"],
                }
                for e in found
            ],
            file,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
