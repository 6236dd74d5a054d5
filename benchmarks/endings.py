"""Fit what tells a broken ending, and measure it.

`python -m benchmarks.endings --corpora DIR [--fit]`

First the words in which sentences end (`cleaner.quality.finality`), on the sentences of gold texts and, where a page has
none, of what is cleaned from it; then the endings (`cleaner.quality.ending`), on gold texts as they are, cut in
mid-sentence, and cut after lines within them that end without a stop. Both are fitted five times, each time without a
fold's sites, to measure; `--fit` then fits them to all and writes the package's tables and the part of
`docs/quality.json` that shows them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from benchmarks import calibrate, damage
from benchmarks.calibrate import Floats
from benchmarks.corpora import CORPORA, FOLDS, Gold, load
from benchmarks.tables import Table
from cleaner import Cleaner
from cleaner.model import Paragraph
from cleaner.quality import ending, finality
from cleaner.quality.cut import BROKEN

DOCS = Path(__file__).resolve().parent.parent / "docs"
CUT = "cut in mid-sentence"
CUTS = 3
"""Places at which each gold text is cut."""
LINES, LINE_WEIGHT = 3, 0.1
"""Lines without a stop after which a gold text is cut, and what such an example counts: lines within a story are not quite
like those that end it, but one story in nine alone ends without a stop."""
SENTENCES, BEGINNINGS = 200, 3
"""Sentences of a page, and beginnings of each, on which the words are fitted."""
LEAST_WORDS, FIRST_WORDS, LAST_WORDS = 9, 4, 2
"""Words of a sentence that is cut, and those before and behind the cut."""
RIDGE, STEPS = 5.0, 60
"""Penalty on the words' weights, and steps of L-BFGS."""
LIMITS = (0.3, 0.5, 0.7, 0.8, 0.9)
TITLE = "Broken endings"


@dataclass(frozen=True)
class Words:
    """The last words of sentences and of their beginnings: places in the table by row, which rows end, and their folds."""

    seen: sparse.csr_matrix
    ends: NDArray[np.bool_]
    folds: NDArray[np.int64]


@dataclass(frozen=True)
class Ending:
    """The last lines of a text whose end is open; `features` lack the last, which the words' table gives.

    `features` are empty where the end is not open. `line` says that the text was cut after a line within it.
    """

    fold: int
    cut: bool
    line: bool
    features: tuple[float, ...]
    last: tuple[str, ...]


Table8 = tuple[Floats, float]
"""Weights of the words and their bias."""


def stories(corpora: Path) -> Iterator[tuple[str, int, str]]:
    """Yield key, fold and text of every page: its gold, or what is cleaned from it."""
    clean = Cleaner().clean
    for row in load(corpora, CORPORA, articles=False):
        if row.text and row.kind == "article":
            yield row.key, row.fold, row.text
        else:
            record = clean(row.html(), media_type="text/html")
            yield row.key, row.fold, "\n".join(p.text for p in record.paragraphs if p.role in ("paragraph", "quote"))


def words(texts: Iterator[tuple[str, int, str]]) -> Words:
    """Return the last words of sentences in `texts`, and of beginnings of these sentences."""
    places: list[int] = []
    starts, ends, folds = [0], [], []
    for key, fold, text in texts:
        draw = random.Random(zlib.crc32(key.encode()))
        found = [match[0] for match in damage.SENTENCE.finditer(text)]
        draw.shuffle(found)
        for sentence in found[:SENTENCES]:
            told = finality.WORD.findall(sentence)
            if len(told) < LEAST_WORDS:
                continue
            cuts = [draw.randrange(FIRST_WORDS, len(told) - LAST_WORDS) for _ in range(BEGINNINGS)]
            for end in (len(told), *cuts):
                places += finality.buckets(told[end - finality.WORDS : end])
                starts.append(len(places))
                ends.append(end == len(told))
                folds.append(fold)
    shape = (len(ends), finality.BUCKETS)
    seen = sparse.csr_matrix((np.ones(len(places)), places, starts), shape=shape)
    return Words(seen, np.array(ends), np.array(folds))


def fitted_words(found: Words, rows: NDArray[np.bool_]) -> Table8:
    """Return the ridge-penalized logistic regression on `rows`, both classes weighing the same, as the package keeps it."""
    seen, ends = found.seen[rows], found.ends[rows]
    sign = np.where(ends, 1.0, -1.0)
    weight = np.where(ends, 0.5 / ends.mean(), 0.5 / (1 - ends.mean()))

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = sign * (seen @ point[:-1] + point[-1])
        slope = -weight * sign / (1 + np.exp(margin))
        value = float((weight * np.logaddexp(0, -margin)).sum() + RIDGE / 2 * (point[:-1] ** 2).sum())
        return value, np.append(seen.T @ slope + RIDGE * point[:-1], slope.sum())

    point = minimize(loss, np.zeros(finality.BUCKETS + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    scale = _scale(point[:-1])
    return np.rint(point[:-1] / scale) * scale, float(point[-1])


def _scale(table: Floats) -> float:
    return float(np.abs(table).max()) / np.iinfo(np.int8).max


def endings(rows: Sequence[Gold]) -> Iterator[Ending]:
    """Yield the endings of gold texts as they are, cut in mid-sentence, and cut after lines without a stop."""
    clean = Cleaner().clean
    for row in rows:
        cuts = (damage.damaged(CUT, row.key, row.text, (), number) for number in range(CUTS))
        for text, cut in ((row.text, False), *((text, True) for text in cuts if text)):
            record = clean(text, media_type="text/plain")
            language = record.language or ""
            yield _ending(row.fold, record.paragraphs, language, cut=cut)
            if not cut:
                inner = [n for n in range(LINES, len(record.paragraphs)) if ending.is_open(record.paragraphs[:n])]
                for n in random.Random(zlib.crc32(row.key.encode())).sample(inner, min(LINES, len(inner))):
                    yield _ending(row.fold, record.paragraphs[:n], language, cut=False, line=True)


def _ending(fold: int, paragraphs: Sequence[Paragraph], language: str, *, cut: bool, line: bool = False) -> Ending:
    if not ending.is_open(paragraphs):
        return Ending(fold, cut, line, (), ())
    last = tuple(finality.WORD.findall(paragraphs[-1].text)[-finality.WORDS :])
    return Ending(fold, cut, line, tuple(ending.features(paragraphs, language)[:-1]), last)


def _row(found: Ending, table: Table8) -> list[float]:
    """Return all features of an ending, by this table of words."""
    known = len(found.last) >= finality.WORDS - 1
    score = float(table[0][finality.buckets(list(found.last))].sum()) + table[1] if known else 0.0
    return [*found.features, score]


def fitted_endings(rows: Sequence[Ending], table: Table8) -> tuple[list[float], float]:
    """Return weights and bias of `cleaner.quality.ending`."""
    some = [row for row in rows if row.features]
    return calibrate.logistic(
        np.array([_row(row, table) for row in some]), np.array([row.cut for row in some]),
        np.array([LINE_WEIGHT if row.line else 1.0 for row in some]),
    )  # fmt: skip


def measured(rows: Sequence[Ending], found: Words) -> Table:
    """Return how well broken endings are told, each fold by words and weights fitted to the others."""
    chances: dict[bool, list[float]] = {False: [], True: []}
    for fold in range(FOLDS):
        table = fitted_words(found, found.folds != fold)
        weights, bias = fitted_endings([row for row in rows if row.fold != fold], table)
        for row in (row for row in rows if row.fold == fold and not row.line):
            score = float(np.dot(weights, _row(row, table)) + bias) if row.features else -np.inf
            chances[row.cut].append(1 / (1 + np.exp(-score)))
    whole, cut = (np.array(chances[cut]) for cut in (False, True))
    shown = [
        [f"{limit}{' (the flag’s)' if limit == BROKEN else ''}", f"{np.mean(whole >= limit):.4f}", f"{np.mean(cut >= limit):.3f}"]
        for limit in sorted({*LIMITS, BROKEN})
    ]  # fmt: skip
    head = ["chance from", "whole texts that raise it", "cut texts that raise it"]
    return Table(TITLE, "Gold texts as they are and cut in mid-sentence, by site.", head, shown)


def write(rows: Sequence[Ending], found: Words, shown: Table) -> None:
    """Fit to all, and write the package's tables and the document's figures."""
    table, bias = fitted_words(found, np.ones(len(found.ends), bool))
    scale = _scale(table)
    np.savez_compressed(finality.PACKAGED, table=np.rint(table / scale).astype(np.int8), scale=scale, bias=bias)
    weights, offset = fitted_endings(rows, (table, bias))
    fitted = {"features": list(ending.FEATURES), "weights": weights, "bias": offset}
    ending.PACKAGED.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    path = DOCS / "quality.json"
    tables = [shown._asdict() if t["title"] == TITLE else t for t in json.loads(path.read_text(encoding="utf-8"))]
    path.write_text(json.dumps(tables, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> int:
    """Print how well broken endings are told; with `--fit`, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--fit", action="store_true", help="fit to all pages and write the package's tables")
    given = parser.parse_args()
    found = words(stories(given.corpora))
    rows = list(endings([row for row in load(given.corpora, CORPORA) if row.text]))
    shown = measured(rows, found)
    print("\n".join(shown.lines()))
    if given.fit:
        write(rows, found, shown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
