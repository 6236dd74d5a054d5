"""What each rule family and each group of the block model's features brings, by leaving it out.

`python -m benchmarks.ablation --corpora DIR --cache DIR [--every N] [--folds 0 1]`

Rules are left out one kind at a time, with the folds' networks as `benchmarks.train` keeps them in the cache. For feature
groups a network is trained anew without the group, for each of the folds named, and judged on the sites of that fold.
Writes `ablation.json`, from which `python -m docs.build` makes `docs/ablation.md`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.dataset import HTML, Example, source, stored
from benchmarks.folds import fold_weights
from benchmarks.metric import Counts, counts, figures
from benchmarks.prepared import CONFIG
from cleaner import blockmodel
from cleaner.blockmodel.columns import KINDS, NAMES, Bag, Inputs
from cleaner.blockmodel.network import BAGS
from cleaner.features import is_scrape
from cleaner.model import Label
from cleaner.pipeline import Prepared, parse, prepare
from cleaner.resolve import resolve

RESULTS = Path(__file__).with_name("ablation.json")
FORMS = (HTML, "inscriptis")
NOTHING, ALL_RULES, MODEL = "nothing", "all rules", "the block model"
KEPT = 0.3
"""Chance from which a block counts as kept where networks are compared without rules."""
GROUPS: Mapping[str, tuple[str, ...]] = {
    "length, punctuation and capitals": ("log_", "chars_", "stops", "commas", "digits", "uppers", "capital", "colons",
        "quotes", "dashes", "brackets", "symbols", "ideographs", "spaces", "first_", "last_", "type_ratio", "prose"),
    "layout and role": ("indent", "bullet", "gap", "lines", "role_", "level", "br"),
    "links": ("link", "page_links", "style_links", "box_links"),
    "place on the page": ("position", "chars_before", "prose_before", "prose_after", "log_prose", "page_"),
    "repetition and topic": ("same_before", "same_after", "grams_", "topic_"),
    "title, description, JSON-LD": ("title_", "described", "json_"),
    "headline and zone": ("headline", "after_headline", "zone", "before_zone", "after_zone"),
    "containers": ("same_style", "style_", "box_", "path_", "depth", "climb_", "new_box", "hidden"),
    "tags": ("tag_",),
    "cues of the rule packs": ("cue_",),
    "labels of the rules": ("label_",),
    "words": ("bag words",),
    "class and id words": ("bag near", "bag far"),
}  # fmt: skip
"""Group -> beginnings of the names of its features; a bag is named by `bag`."""


def by_rules(rows: Sequence[Gold], form: str, cache: Path) -> dict[str, float]:
    """Return F1 over all `rows` with nothing, each kind of rules, all rules and the block model left out."""
    found: dict[str, list[Counts]] = defaultdict(list)
    for fold in range(FOLDS):
        with fold_weights(cache, fold):
            for row in (row for row in rows if row.fold == fold):
                prepared = prepare(parse(*source(row, form, cache)), CONFIG)
                for left_out, body in _bodies(prepared):
                    found[left_out].append(counts(row.text, body))
    return {left_out: round(figures(pages).f1, 4) for left_out, pages in found.items()}


def _bodies(prepared: Prepared) -> Iterator[tuple[str, str]]:
    labels = prepared.rules.labels(prepared.page)
    whole = _body(prepared, labels)
    yield NOTHING, whole
    yield ALL_RULES, _body(prepared, ())
    yield MODEL, _body(prepared, labels, judged=False)
    for kind in (kind for kind in KINDS if kind != "residue"):
        fewer = tuple(label for label in labels if label.kind != kind)
        yield kind, _body(prepared, fewer) if len(fewer) < len(labels) else whole


def _body(prepared: Prepared, labels: Sequence[Label], *, judged: bool = True) -> str:
    """Return the body by `labels`; what they leave is judged by the block model, or unless `judged` by the story zone alone."""
    page = prepared.page
    start, end = page.features.story
    posterior: Sequence[float] | None = None
    if is_scrape(page):
        zone = [float(start <= index < end) for index in range(len(page.blocks))]
        posterior = blockmodel.posterior(page, labels).tolist() if judged else zone
    pieces = resolve(page, labels, posterior, CONFIG.profile, prepared.rules.scopes)
    return "\n".join(page.blocks[p.block].text[p.start : p.end] for p in pieces if p.kind is None)


def by_features(examples: Sequence[Example], folds: Sequence[int]) -> dict[str, dict[str, float]]:
    """Return form -> F1 by words, for the model alone, with nothing and with each group left out."""
    found: dict[str, dict[str, float]] = {form: {} for form in FORMS}
    for group, starts in ((NOTHING, ()), *GROUPS.items()):
        rows: dict[str, list[Counts]] = defaultdict(list)
        for fold in folds:
            for form, page in _judged(examples, fold, starts):
                rows[form].append(page)
        for form in FORMS:
            found[form][group] = round(figures(rows[form]).f1, 4)
        print(f"without {group}: {', '.join(f'{form} {found[form][group]:.4f}' for form in FORMS)}", flush=True)
    return found


def _judged(examples: Sequence[Example], fold: int, starts: Sequence[str]) -> Iterator[tuple[str, Counts]]:
    from benchmarks.learner import Plan, predicted, trained  # noqa: PLC0415 - torch is needed here alone

    net = trained([_without(e, starts) for e in examples if e.fold != fold], Plan())
    held = [e for e in examples if e.fold == fold and e.form in FORMS and e.target.any()]
    for example, (chances, _) in zip(held, predicted(net, [_without(e, starts) for e in held]), strict=True):
        words = np.expm1(example.inputs.dense[:, NAMES.index("log_words")].astype(np.float64) * 3)
        story, kept = words * example.target, chances >= KEPT
        tp = round(float(story[kept].sum()))
        yield example.form, Counts(tp, round(float(words[kept].sum())) - tp, round(float(story[~kept].sum())))


def _without(example: Example, starts: Sequence[str]) -> Example:
    """Return `example` with the features that begin with one of `starts` at zero."""
    if not starts:
        return example
    dense = example.inputs.dense.copy()
    dense[:, [n for n, name in enumerate(NAMES) if name.startswith(tuple(starts))]] = 0
    words, near, far = (
        Bag(bag.rows[:0], bag.block[:0]) if f"bag {name}" in starts else bag
        for name, bag in zip(BAGS, example.inputs.bags, strict=True)
    )
    return replace(example, inputs=Inputs(dense, (words, near, far)))


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="take every nth page for the rules")
    parser.add_argument("--folds", type=int, nargs="*", default=[0], help="folds that feature groups are judged on")
    given = parser.parse_args()
    rows = [row for row in load(given.corpora) if row.text][:: given.every]
    rules = {form: by_rules(rows, form, given.cache) for form in FORMS}
    features = by_features(stored(load(given.corpora, articles=False), given.cache), given.folds)
    found = {"pages": len(rows), "folds": given.folds, "rules": rules, "features": features}
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
