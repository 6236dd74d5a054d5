"""Fit the trees that predict F1, and measure a prediction: errors, ranks, and how far it is calibrated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray

from cleaner.quality.estimate import read
from cleaner.quality.signals import DIRECTIONS

Floats = NDArray[np.float64]
Groups = NDArray[Any]

DEPTH = 3
"""Depth of every tree; see `cleaner.quality.estimate` for how it is stored."""
ROUNDS = 200
RANKED = 0.6
"""Share of a page's rank in what the trees are fitted to, beside its F1: half the pages lie above .97, where ranks tell them apart
and F1 does not, and one gold text in ten is cut short or another page's, whose rank pulls less than its F1."""
SETTINGS: dict[str, Any] = {
    "objective": "l2", "learning_rate": 0.05, "max_depth": DEPTH, "num_leaves": 2**DEPTH,
    "min_data_in_leaf": 20, "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 1.0,
    "monotone_constraints": list(DIRECTIONS.values()), "seed": 0, "deterministic": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
CALIBRATED = 0.2
"""Share of the mean F1 of pages of one level in the prediction, beside their median: bad golds pull means down."""
STEPS = (0.01, 0.02, 0.04, 0.07, *(share / 20 for share in range(2, 20)))
"""Shares of the pages, the worst first, that part the levels of the line that bends the trees' sum: the fewer pages the lower, so
that the worst are told apart."""
END = 0.1
"""How far the line goes on beyond the first and the last level, one to one."""
LOW = 0.8
"""F1 below which a page is bad."""
BINS = 10
REJECTED = 0.05
RESAMPLES = 200
RIDGE = 1.0
NEWTON_STEPS = 30
MIXING_STEPS = 3000


class Quality(NamedTuple):
    """How good a prediction is.

    Mean absolute error, Spearman's rank correlation, area under the curve for pages of an F1 below `LOW`, expected
    calibration error over ten equal bins, and the F1 gained by rejecting the lowest twentieth.
    """

    mae: float
    spearman: float
    auc: float
    ece: float
    gain: float


def fit(signals: Floats, truth: Floats, groups: Groups, weights: Floats) -> dict[str, Any]:
    """Return the table of trees, calibrated on what trees fitted to the other groups predict.

    Pages of a weight below 1 shape the trees, but not the calibration.
    """
    outside = np.zeros(len(truth))
    for group in np.unique(groups):
        inside = groups == group
        outside[inside] = _trained(signals[~inside], truth[~inside], weights[~inside]).predict(signals[inside])
    table = _table(_trained(signals, truth, weights))
    table["scores"], table["levels"] = _bent(outside[weights == 1], truth[weights == 1])
    return table


def predictor(table: dict[str, Any]) -> Callable[[Floats], Floats]:
    """Return the function from signals, a row a page, to predictions."""
    trees = read(table)
    return lambda signals: np.array([trees.predict(row) for row in signals])


def _trained(signals: Floats, truth: Floats, weights: Floats) -> lightgbm.Booster:
    target = RANKED * ranks(truth) / len(truth) + (1 - RANKED) * truth
    return lightgbm.train(SETTINGS, lightgbm.Dataset(signals, target, weight=weights), ROUNDS)


def _bent(scores: Floats, truth: Floats) -> tuple[list[float], list[float]]:
    """Return the points of a rising line from the trees' sums to F1, of equally many pages each."""
    order = np.argsort(scores, kind="stable")
    low, found = scores[order], truth[order]
    rising = isotonic(found)
    parts = np.split(np.arange(len(low)), [int(share * len(low)) for share in STEPS])
    at = [float(low[part].mean()) for part in parts]
    level = [float(CALIBRATED * rising[part].mean() + (1 - CALIBRATED) * np.median(found[part])) for part in parts]
    level = np.maximum.accumulate(np.clip(level, 0, 1)).tolist()
    ends = [at[0] - END, *at, at[-1] + END]
    levels = [level[0] - END, *level, level[-1] + END]
    return [round(x, 5) for x in ends], [round(x, 5) for x in levels]


def _table(model: lightgbm.Booster) -> dict[str, Any]:
    """Return LightGBM's trees as full binary ones: a leaf above the lowest level is copied to all places below it."""
    signal, threshold, value = [], [], []
    for tree in model.dump_model()["tree_info"]:
        names, limits, leaves = [0] * (2**DEPTH - 1), [0.0] * (2**DEPTH - 1), [0.0] * 2**DEPTH
        stack = [(tree["tree_structure"], 0)]
        while stack:
            node, place = stack.pop()
            if place >= len(names):
                leaves[place - len(names)] = round(node["leaf_value"], 6)
                continue
            leaf = "leaf_value" in node
            names[place] = 0 if leaf else node["split_feature"]
            limits[place] = 0.0 if leaf else float(f"{node['threshold']:.6g}")
            stack += [(node if leaf else node["left_child"], 2 * place + 1)]
            stack += [(node if leaf else node["right_child"], 2 * place + 2)]
        signal.append(names)
        threshold.append(limits)
        value.append(leaves)
    return {"signals": list(DIRECTIONS), "base": 0.0, "signal": signal, "threshold": threshold, "value": value}


def measure(predicted: Floats, truth: Floats) -> Quality:
    """Return how good `predicted` is."""
    order = np.argsort(predicted, kind="stable")
    kept = order[int(REJECTED * len(order)) :]
    return Quality(
        float(np.abs(predicted - truth).mean()), spearman(predicted, truth), _auc(-predicted, truth < LOW),
        _ece(predicted, truth), float(truth[kept].mean() - truth.mean()),
    )  # fmt: skip


def isotonic(values: Floats) -> Floats:
    """Return the rising sequence nearest to `values` in squares (pool adjacent violators)."""
    means: list[float] = []
    sizes: list[int] = []
    for value in values.tolist():
        mean, size = value, 1
        while means and means[-1] >= mean:
            mean = (means[-1] * sizes[-1] + mean * size) / (sizes[-1] + size)
            size += sizes.pop()
            means.pop()
        means.append(mean)
        sizes.append(size)
    return np.repeat(means, sizes)


def ranks(values: Floats) -> Floats:
    """Return the ranks from 1 on; equal values share their mean rank."""
    _, member, size = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(size)
    return ((2 * last - size + 1) / 2)[member]


def logistic(features: Floats, truth: NDArray[np.bool_], counted: Floats) -> tuple[list[float], float]:
    """Return weights and bias of a ridge-penalized logistic regression (Newton's method).

    Both classes weigh the same in all; within a class rows weigh what they are `counted`.
    """
    wide = np.hstack([features, np.ones((len(features), 1))])
    share = np.where(truth, counted[truth].sum(), counted[~truth].sum()) / len(truth)
    weight = 0.5 * counted / share
    ridge = np.diag([*[RIDGE] * features.shape[1], 0.0])
    found = np.zeros(wide.shape[1])
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-wide @ found))
        slope = wide.T @ (weight * (truth - chance)) - ridge @ found
        curve = (wide.T * (weight * chance * (1 - chance))) @ wide + ridge
        found = found + np.linalg.solve(curve, slope)
    rounded = [round(float(x), 4) for x in found]
    return rounded[:-1], rounded[-1]


def shares(components: Floats, truth: Floats) -> Floats:
    """Return the weights, none negative and adding up to 1, whose mean of the components is nearest to `truth`."""
    weights = np.full(components.shape[1], 1 / components.shape[1])
    square, target = components.T @ components, components.T @ truth
    for _ in range(MIXING_STEPS):
        weights = weights * target / (square @ weights)
        weights = weights / weights.sum()
    return weights


def spearman(first: Floats, second: Floats) -> float:
    """Return the rank correlation; 0 where one of the two does not vary."""
    a, b = ranks(first), ranks(second)
    spread = float(a.std() * b.std())
    return float(((a - a.mean()) * (b - b.mean())).mean() / spread) if spread else 0.0


def _auc(score: Floats, positive: NDArray[np.bool_]) -> float:
    count = int(positive.sum())
    if count in (0, len(positive)):
        return float("nan")
    place = ranks(score)
    return float((place[positive].sum() - count * (count + 1) / 2) / (count * (len(positive) - count)))


def bins(predicted: Floats, truth: Floats) -> list[tuple[int, float, float]]:
    """Return pages, mean prediction and mean F1 of each tenth of the scale that has pages."""
    place = np.minimum((predicted * BINS).astype(int), BINS - 1)
    found = [(place == number) for number in range(BINS)]
    return [(int(at.sum()), float(predicted[at].mean()), float(truth[at].mean())) for at in found if at.any()]


def _ece(predicted: Floats, truth: Floats) -> float:
    return sum(n * abs(a - b) for n, a, b in bins(predicted, truth)) / len(truth)


def intervals(predicted: Floats, truth: Floats, groups: Groups) -> list[tuple[float, float]]:
    """Return the 95 % intervals of `measure`, by resampling whole `groups`: the forms of a page hang together."""
    draw = np.random.default_rng(0)
    names, member = np.unique(groups, return_inverse=True)
    by_group = [np.flatnonzero(member == number) for number in range(len(names))]
    rows = []
    for _ in range(RESAMPLES):
        at = np.concatenate([by_group[number] for number in draw.integers(0, len(names), len(names))])
        rows.append(measure(predicted[at], truth[at]))
    low, high = np.nanpercentile(np.array(rows), (2.5, 97.5), axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))
