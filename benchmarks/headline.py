"""Fit the weights by which the headline is chosen (`cleaner.rules.headline.WEIGHTS`) and print them.

`python -m benchmarks.headline --corpora DIR [--cache DIR]`

A page's lines, with “none” as one more choice, compete by softmax; the loss is the chance not given to the lines that
equal the gold title. Cross-validated shares of right pages are printed first, folds grouped by site.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.fields import folded, gold_fields
from benchmarks.flatten import flattened
from cleaner.config import Config
from cleaner.model import MediaType, Page
from cleaner.pipeline import parse, prepare
from cleaner.rules.headline import WEIGHTS, candidates, is_canonical

FORMS: dict[str, MediaType] = {
    "html": "text/html", "inscriptis": "text/plain", "bs4": "text/plain", "html2text": "text/markdown",
}  # fmt: skip
EVERY = {"aed-dev": 1, "fundus-dev": 1, "wcxb-dev": 4}
"""Which pages of a corpus are taken; web articles are many, news is what the weights are for."""
WEB_WEIGHT, NONE_WEIGHT, RIDGE = 0.6, 0.3, 2.0
"""Weights of a web page and of a page without its title among the blocks, against a news page; L2 penalty."""
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One page in one form: its candidates' measures, and which of them are the title."""

    corpus: str
    form: str
    fold: int
    seen: Array
    right: tuple[int, ...]
    shown: bool

    @property
    def weight(self) -> float:
        """How much the page counts."""
        return (WEB_WEIGHT if self.corpus == "wcxb-dev" else 1.0) * (1.0 if self.right else NONE_WEIGHT)


def cases(folder: Path, cache: Path | None) -> Iterator[Case]:
    """Yield the pages on which a headline is looked for."""
    for corpus, every in EVERY.items():
        gold = gold_fields(folder / corpus)
        for row in load(folder, (corpus,))[::every]:
            for form, media_type in FORMS.items():
                html = row.html()
                text = html if form == "html" else flattened(form, row.key, html, cache)
                page = prepare(parse(text, media_type), Config(), row.url).page
                story = page.features.story if page.blocks else (0, 0)
                if story[0] != story[1] and not is_canonical(page):
                    yield _case(row, form, page, gold[row.id][0].title)


def _case(row: Gold, form: str, page: Page, title: str) -> Case:
    texts = [folded(block.text) for block in page.blocks]
    hits = {i for i, text in enumerate(texts) if title and text == title}
    hits = hits or {i for i, text in enumerate(texts) if title and title in text and len(text) < 2 * len(title)}
    found = list(candidates(page))
    seen = np.array([[measures[name] for name in WEIGHTS] for _, measures in found]).reshape(-1, len(WEIGHTS))
    return Case(row.corpus, form, row.fold, seen, tuple(k for k, (i, _) in enumerate(found) if i in hits), bool(hits))


def fitted(pages: Sequence[Case]) -> Array:
    """Return the weights of least loss on `pages`; pages whose title stands elsewhere tell nothing."""
    telling = [case for case in pages if len(case.seen) and (case.right or not case.shown)]

    def loss(weights: Array) -> tuple[float, Array]:
        total, gradient = RIDGE * float(weights @ weights) / 2, RIDGE * weights
        for case in telling:
            scores = np.append(case.seen @ weights, 0.0)
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            aim = np.zeros_like(chances)
            chosen = list(case.right) or [len(chances) - 1]
            aim[chosen] = chances[chosen] / chances[chosen].sum()
            total -= case.weight * float(np.log(chances[chosen].sum()))
            gradient = gradient + case.weight * ((chances - aim)[:-1] @ case.seen)
        return total, gradient

    return np.asarray(minimize(loss, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x)


def shares(pages: Sequence[Case]) -> dict[tuple[str, str], float]:
    """Return by corpus and form the share of pages whose title is chosen by weights that have not seen their site."""
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fitted([case for case in pages if case.fold != fold])
        for case in (case for case in pages if case.fold == fold):
            scores = case.seen @ weights
            best = int(scores.argmax()) if len(scores) and scores.max() > 0 else -1
            right[case.corpus, case.form].append(best in case.right)
    return {key: sum(found) / len(found) for key, found in sorted(right.items())}


def main() -> None:
    """Print the cross-validated shares and the weights fitted on all pages."""
    parser = argparse.ArgumentParser(description="Fit the weights by which the headline is chosen.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    pages = list(cases(options.corpora, options.cache))
    for (corpus, form), share in shares(pages).items():
        sys.stdout.write(f"{corpus} {form} {share:.3f}\n")
    weights = dict(zip(WEIGHTS, fitted(pages).tolist(), strict=True))
    sys.stdout.write(json.dumps({name: round(value, 2) for name, value in weights.items()}, indent=1) + "\n")


if __name__ == "__main__":
    main()
