"""Fit the expected F1, and measure scores and flags.

`python -m benchmarks.quality --corpora DIR --fold-weights DIR [--fit] [--every N] [--examples FILE] [--raise-floors]`

Every page is judged by a block model that has not seen its site: the folds' weights of `python -m benchmarks.train`,
in the folder that also keeps the flattened pages. What is measured was not fitted on either: trees
are fitted five times, each time without a fold's sites, and once more without each corpus. `--fit` then fits them to all
pages and writes the package's tables, `docs/quality.json` and `docs/reliability.svg`, from which docs/quality.md is
made. `--examples` keeps the pages' signals in a file, or takes them from it. A figure below its floor makes the run fail.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import calibrate, damage, endings, floors, stories
from benchmarks.calibrate import Floats, measure
from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.damage import KINDS
from benchmarks.dataset import HTML, source
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import fold_weights
from benchmarks.metric import counts
from benchmarks.run import CHARACTERS
from benchmarks.tables import Table, reliability
from cleaner import Cleaner
from cleaner.config import Config
from cleaner.decode import decode
from cleaner.model import MediaType
from cleaner.pipeline import gathered, judged, parse
from cleaner.quality import estimate
from cleaner.quality.evidence import Evidence
from cleaner.quality.fingerprint import distance
from cleaner.quality.flags import NO_ARTICLE
from cleaner.quality.scores import COMPONENTS, WEIGHTS, signals
from cleaner.quality.signals import DIRECTIONS
from cleaner.record import FLAGS, ArticleRecord

CORPORA = ("aed-dev", "fundus-dev", "wcxb-dev")
"""Corpora with whole gold texts."""
CONFIG = Config()
CLEAN, CLEAN_WEIGHT = "gold text", 0.1
"""The form in which a page is its gold text, and what such an example counts in the fit: text that comes in clean is as
good as it gets, and no flattened page shows that."""
DAMAGED = 500
CONTENT_FLAGS = tuple(name for name in FLAGS if name not in ("no_title", "no_byline", "too_short"))
"""Flags that a gold text alone should not raise: it has neither title nor byline, and may be short."""
CHANCES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
DISTANCES = (3, 6, 10)


@dataclass(frozen=True)
class Example:
    """A page in one form: what its record says of itself, and the F1 it reaches."""

    key: str
    corpus: str
    form: str
    fold: int
    lang: str
    signals: Floats
    components: Floats
    fingerprint: str
    f1: float


def evidence(text: str, media_type: MediaType | None) -> Evidence:
    """Return what scores and flags of `text` are read from."""
    decoded = decode(text)
    return gathered(parse(decoded.text, media_type), decoded, None, CONFIG, ArticleRecord())


def by_fold(rows: Iterable[Gold], weights: Path) -> Iterator[Gold]:
    """Yield `rows` while the block model has the weights that have not seen them."""
    pages = list(rows)
    for fold in range(FOLDS):
        with fold_weights(weights, fold) as there:
            if not there:
                raise SystemExit(f"{weights} has no weights of fold {fold}; make them with benchmarks.train")
            yield from (row for row in pages if row.fold == fold)


def examples(rows: Sequence[Gold], weights: Path) -> Iterator[Example]:
    """Yield all forms of the pages in `rows`, each judged out of its fold, and their gold texts."""
    for row in by_fold(rows, weights):
        for form in (HTML, *FLATTENERS, CLEAN):
            seen = evidence(*source(row, form, weights)) if form != CLEAN else evidence(row.text, "text/plain")
            record = judged(seen)
            yield Example(
                row.key, row.corpus, form, row.fold, row.lang, signals(seen),
                np.array([record.scores[name] for name in COMPONENTS]), record.metadata["fingerprint"] or "",
                counts(row.text, record.text, characters=row.lang in CHARACTERS).f1,
            )  # fmt: skip


def fitted(found: Sequence[Example]) -> dict[str, Any]:
    """Return the table of `cleaner.quality.estimate`."""
    return calibrate.fit(
        np.array([e.signals for e in found]),
        np.array([e.f1 for e in found]),
        np.array([e.fold for e in found]),
        np.array([CLEAN_WEIGHT if e.form == CLEAN else 1.0 for e in found]),
    )


def outside(found: Sequence[Example], groups: Sequence[Any]) -> Floats:
    """Return the prediction for every example, by trees fitted to the other groups."""
    predicted = np.zeros(len(found))
    for name in sorted(set(groups)):
        held = [number for number, group in enumerate(groups) if group == name]
        others = [e for e, group in zip(found, groups, strict=True) if group != name]
        predicted[held] = foretold(others, [found[number] for number in held])
    return predicted


def foretold(learned: Sequence[Example], asked: Sequence[Example]) -> Floats:
    """Return the prediction for the examples that are `asked` about, by trees fitted to others."""
    return calibrate.predictor(fitted(learned))(np.array([e.signals for e in asked]))


def applied(found: Sequence[Example], others: Sequence[Example]) -> Floats:
    """Return the prediction for `others`, by trees fitted to those of `found` that are of other folds."""
    predicted = np.zeros(len(others))
    for fold in sorted({e.fold for e in others}):
        held = [number for number, e in enumerate(others) if e.fold == fold]
        predicted[held] = foretold([e for e in found if e.fold != fold], [others[number] for number in held])
    return predicted


def expected(found: Sequence[Example], predicted: Floats, without_corpus: Floats, others: Sequence[Example]) -> Table:
    """Return the table of the prediction, beside the closed form and the constant; `others` are of no corpus that is fitted to."""
    truth = np.array([e.f1 for e in found])
    pages = np.array([e.key for e in found])
    every = np.array([e.form != CLEAN for e in found])
    cells: list[tuple[str, Floats, Any]] = [
        ("all, by site", predicted, every),
        ("all, closed form alone", np.array([e.signals[0] for e in found]), every),
        ("all, constant", np.full(len(found), float(np.median(truth))), every),
        ("all, one corpus left out", without_corpus, every),
    ]
    forms = (HTML, *FLATTENERS)
    cells += [(f"{form}, by site", predicted, np.array([e.form == form for e in found])) for form in (*forms, CLEAN)]
    for corpus in CORPORA:
        here = every & np.array([e.corpus == corpus for e in found])
        cells += [(f"{corpus}, by site", predicted, here), (f"{corpus}, left out", without_corpus, here)]
    rows = [_measured(name, values[at], truth[at], pages[at]) for name, values, at in cells if at.any()]
    if others:
        keys, theirs = np.array([e.key for e in others]), np.array([e.f1 for e in others])
        rows.append(_measured("trafilatura-dev, read", applied(found, others), theirs, keys))
    head = ["pages", "number", "true F1", "MAE", "Spearman", "AUC, F1 < .8", "ECE", "F1 gained without the lowest 5 %"]
    return Table("Expected F1", EXPECTED_NOTE, head, rows)


def _measured(name: str, values: Floats, truth: Floats, pages: Any) -> list[str]:
    figures, ranges = measure(values, truth), calibrate.intervals(values, truth, pages)
    shown = [f"{x:.3f} ({a:.3f}-{b:.3f})" for x, (a, b) in zip(figures, ranges, strict=True)]
    return [name, str(len(values)), f"{truth.mean():.3f}", *shown]


EXPECTED_NOTE = (
    "Out of fold, with 95 % intervals that resample pages. Nothing is fitted to the pages of the last line "
    "(`benchmarks/stories.py`). The constant is the median of all pages, the closed form "
    "`2 Σ p·n·k / (Σ p·n + Σ n·k)`. Gold texts are given as text, as they are."
)


def by_language(found: Sequence[Example], predicted: Floats) -> Table:
    """Return predictions and components by the pages' language."""
    rows = []
    names = list(COMPONENTS)
    for lang in sorted({e.lang for e in found}):
        at = [number for number, e in enumerate(found) if e.lang == lang]
        truth = np.array([found[number].f1 for number in at])
        mean = np.mean([found[number].components for number in at], axis=0)
        errors = np.abs(predicted[at] - truth).mean()
        shown = [f"{mean[names.index(name)]:.3f}" for name in names[1:]]
        rows.append([lang, str(len({found[n].key for n in at})), f"{truth.mean():.3f}", f"{predicted[at].mean():.3f}",
                     f"{errors:.3f}", *shown])  # fmt: skip
    return Table(
        "By language", "Means over the pages of a language in all five forms; most languages have a page or two.",
        ["language", "pages", "true F1", "expected F1", "MAE", *names[1:]], rows,
    )  # fmt: skip


def weights_table(found: Sequence[Example], predicted: Floats, texts: Sequence[tuple[Floats, float]]) -> Table:
    """Return what each component knows of the true F1 of pages, and its share in the best mean of all."""
    parts = np.array([e.components for e in found])
    parts[:, 0] = predicted
    truth = np.array([e.f1 for e in found])
    damaged, bad = np.array([part for part, _ in texts]), np.array([f1 for _, f1 in texts])
    best = calibrate.shares(np.vstack([parts, damaged]), np.concatenate([truth, bad]))
    rows = [
        [name, f"{calibrate.spearman(parts[:, n], truth):.3f}", f"{calibrate.spearman(damaged[:, n], bad):.3f}",
         f"{best[n]:.2f}", f"{WEIGHTS[name]:.2f}"]
        for n, name in enumerate(COMPONENTS)
    ]  # fmt: skip
    total = parts @ np.array([WEIGHTS[name] for name in COMPONENTS])
    both = damaged @ np.array([WEIGHTS[name] for name in COMPONENTS])
    rows.append(
        ["weighted mean", f"{calibrate.spearman(total, truth):.3f}", f"{calibrate.spearman(both, bad):.3f}", "1", "1"]
    )
    head = ["component", "Spearman with F1, pages", "with F1, damaged texts", "share in the best mean", "weight"]
    return Table("Weights of overall", WEIGHTS_NOTE, head, rows)


WEIGHTS_NOTE = (
    "The best mean is the one nearest to the true F1 in squares over pages and damaged gold texts together. Components "
    "that F1 cannot see, repaired damage above all, are given a weight besides."
)


@dataclass(frozen=True)
class Run:
    """What became of one gold text: its kind of damage, empty for none, its flags and its components."""

    key: str
    kind: str
    flags: tuple[str, ...]
    scores: dict[str, float]
    f1: float


def damage_runs(rows: Sequence[Gold]) -> Iterator[Run]:
    """Yield the runs of up to `DAMAGED` gold texts, whole and with each kind of damage."""
    clean = Cleaner().clean
    step = max(1, len(rows) // DAMAGED)
    others = [row.title for row in rows if row.title]
    for row in rows[::step][:DAMAGED]:
        made = {kind: damage.damaged(kind, row.key, row.text, others) for kind in KINDS}
        for kind, text in {"": row.text, **made}.items():
            if text is not None:
                record = clean(text, media_type="text/plain")
                f1 = counts(row.text, record.text, characters=row.lang in CHARACTERS).f1
                yield Run(row.key, kind, record.flags, dict(record.scores), f1)


def damage_tables(runs: Sequence[Run]) -> list[Table]:
    """Return the table of damage and that of flags on whole texts."""
    whole = {run.key: run for run in runs if not run.kind}
    rows = []
    for kind, (_, component, flag) in KINDS.items():
        hurt = [run for run in runs if run.kind == kind]
        falls = sum(run.scores[component] < whole[run.key].scores[component] for run in hurt)
        right, wrong = (sum(flag in run.flags for run in some) for some in (hurt, [whole[r.key] for r in hurt]))
        shown = [f"{right / max(1, right + wrong):.3f}", f"{right / len(hurt):.3f}"] if flag else ["", ""]
        rows.append([kind, str(len(hurt)), component, f"{falls / len(hurt):.3f}", flag, *shown])
    head = ["damage", "texts", "component", "falls in", "flag", "precision", "recall"]
    rates = [[name, f"{sum(name in run.flags for run in whole.values()) / len(whole):.4f}"] for name in CONTENT_FLAGS]
    return [
        Table(
            "Damage",
            "Gold texts, whole and damaged, as text: precision counts whole texts with the flag. What tells broken "
            "endings was fitted on them too; what it is worth on others shows below.",
            head,
            rows,
        ),
        Table(
            "Flags on whole texts", f"Share of {len(whole)} gold texts that raise each flag.", ["flag", "share"], rates
        ),
    ]


def kinds_of_page(rows: Sequence[Gold], weights: Path) -> list[tuple[str, bool, float, bool]]:
    """Return form, whether it is an article, its chance of being one, and whether it has no prose, for every page."""
    found = []
    for number, row in enumerate(by_fold(rows, weights)):
        for form in (HTML, list(FLATTENERS)[number % len(FLATTENERS)]):
            seen = evidence(*source(row, form, weights))
            chance = 1.0 if seen.article is None else seen.article
            found.append(
                ("HTML" if form == HTML else "text", row.kind == "article", chance, not any(seen.page.features.prose))
            )
    return found


def article_table(found: Sequence[tuple[str, bool, float, bool]]) -> Table:
    """Return how well the flag `not_article` finds other kinds of page, by threshold."""
    rows = []
    for form in ("HTML", "text"):
        here = [row for row in found if row[0] == form]
        for limit in CHANCES:
            raised = [(article, chance < limit or bare) for _, article, chance, bare in here]
            right = sum(up for article, up in raised if not article)
            wrong = sum(up for article, up in raised if article)
            others = sum(not article for article, _ in raised)
            mark = " (the flag's)" if limit == NO_ARTICLE else ""
            rows.append([form, f"{limit}{mark}", f"{right / max(1, right + wrong):.3f}", f"{right / max(1, others):.3f}",
                         f"{wrong / max(1, len(raised) - others):.4f}"])  # fmt: skip
    head = ["form", "chance below", "precision", "recall", "articles that raise it"]
    return Table(
        "not_article", "WCXB's pages: articles against forums, products, lists, services and the rest.", head, rows
    )


def broken_endings() -> Table:
    """Return what `benchmarks.endings` measured last."""
    tables = json.loads((endings.DOCS / "quality.json").read_text(encoding="utf-8"))
    return next(Table(**table) for table in tables if table["title"] == endings.TITLE)


def copies(found: Sequence[Example]) -> Table:
    """Return how far fingerprints of one story's forms are apart, and those of different stories."""
    html = {e.key: e.fingerprint for e in found if e.form == HTML and e.fingerprint}
    same = [distance(html[e.key], e.fingerprint) for e in found if e.form != HTML and e.fingerprint and e.key in html]
    names = sorted(html)
    pairs = zip(names, names[1:] + names[:1], strict=True)
    other = [distance(html[a], html[b]) for a, b in pairs if a != b]
    rows = [
        [str(bits), f"{np.mean(np.array(same) <= bits):.3f}", f"{np.mean(np.array(other) <= bits):.4f}"]
        for bits in DISTANCES
    ]
    return Table(
        "Fingerprint", "Two records of one page, from its HTML and from flattened text, against pairs of different pages.",
        ["bits that differ, at most", "one page", "different pages"], rows,
    )  # fmt: skip


def taken(path: Path | None, make: Callable[[], Any]) -> Any:
    """Return what `path` keeps, or make it and keep it there."""
    if path is not None and path.exists():
        return pickle.loads(path.read_bytes())  # noqa: S301 - our own file
    found = make()
    if path is not None:
        path.write_bytes(pickle.dumps(found))
    return found


def mend() -> None:
    """Put neutral tables in the place of ones that were fitted to other signals, so that records can be made at all."""
    names = list(DIRECTIONS)
    if json.loads(estimate.PACKAGED.read_text(encoding="utf-8"))["signals"] != names:
        line = {
            "base": 0.0,
            "signal": [[0]],
            "threshold": [[0.5]],
            "value": [[0.0, 1.0]],
            "scores": [0, 1],
            "levels": [0, 1],
        }
        estimate.PACKAGED.write_text(json.dumps({"signals": names, **line}), encoding="utf-8")


def floored(tables: Sequence[Table]) -> dict[str, float]:
    """Return the figures that have floors, by their names: how good the prediction is, and the flags."""
    by_title = {table.title: table for table in tables}
    found: dict[str, float] = {}
    for row in by_title["Expected F1"].rows:
        cells = dict(zip(by_title["Expected F1"].head, row, strict=True))
        name = f"quality, expected F1, {cells['pages']}, {cells['number']} records"
        if "constant" not in name and "closed form" not in name:
            found |= {f"{name}, 1 - MAE": 1 - _first(cells["MAE"]), f"{name}, Spearman": _first(cells["Spearman"])}
    for row in by_title["Damage"].rows:
        cells = dict(zip(by_title["Damage"].head, row, strict=True))
        if cells["flag"]:
            name = f"quality, {cells['flag']}, {cells['texts']} texts"
            found |= {f"{name}, {figure}": _first(cells[figure]) for figure in ("precision", "recall")}
    return found


def _first(cell: str) -> float:
    """Return the figure of a cell without its interval."""
    return float(cell.partition(" ")[0])


def write(found: Sequence[Example], tables: Sequence[Table], chart: str) -> None:
    """Fit to all pages, and write the package's tables and the documents' figures."""
    table = fitted(found)
    estimate.PACKAGED.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")
    figures = json.dumps([t._asdict() for t in tables], indent=1, ensure_ascii=False)
    (endings.DOCS / "quality.json").write_text(figures + "\n", encoding="utf-8")
    (endings.DOCS / "reliability.svg").write_text(chart, encoding="utf-8")


def main() -> int:
    """Print the tables; with `--fit`, fit and write. Return 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--fold-weights", type=Path, required=True, help="also where flattened pages are kept")
    parser.add_argument("--fit", action="store_true", help="fit to all pages and write the package's tables")
    parser.add_argument("--examples", type=Path, help="keep the examples here, or take them from here")
    parser.add_argument("--every", type=int, default=1, help="take every nth page")
    parser.add_argument("--raise-floors", action="store_true")
    given = parser.parse_args()
    if given.fit:
        mend()
    rows = [row for row in load(given.corpora, CORPORA) if row.text][:: given.every]
    everything = load(given.corpora, ("wcxb-dev",), articles=False)[:: given.every]
    partial = load(given.corpora, ("trafilatura-dev",))[:: given.every]
    found, others, kinds = taken(
        given.examples,
        lambda: (
            list(examples(rows, given.fold_weights)),
            [e for e in examples(list(stories.read(partial)), given.fold_weights) if e.form != CLEAN],
            kinds_of_page(everything, given.fold_weights),
        ),
    )
    predicted = outside(found, [e.fold for e in found])
    without_corpus = outside(found, [e.corpus for e in found])
    table_of_f1 = expected(found, predicted, without_corpus, others)
    at = [number for number, e in enumerate(found) if e.form != CLEAN]
    pages_found, predicted = [found[number] for number in at], predicted[at]
    truth = np.array([e.f1 for e in pages_found])
    runs = list(damage_runs(rows))
    parts = [(np.array([run.scores[name] for name in COMPONENTS]), run.f1) for run in runs if run.kind]
    steps = calibrate.bins(predicted, truth)
    tables = [
        table_of_f1,
        Table("Reliability", "Pages by what was predicted, out of fold.", ["pages", "expected F1", "true F1"],
              [[str(n), f"{a:.3f}", f"{b:.3f}"] for n, a, b in steps]),
        by_language(pages_found, predicted), weights_table(pages_found, predicted, parts), *damage_tables(runs), broken_endings(),
        article_table(kinds), copies(pages_found),
    ]  # fmt: skip
    for table in tables:
        print("\n".join(table.lines()), flush=True)
    if given.fit:
        write(found, tables, reliability(steps))
    low = floors.below(floored(tables), rewrite=given.raise_floors)
    print("\n".join(low), file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
