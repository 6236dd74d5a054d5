"""Figures over many records: of a JSON Lines file or of a run, as a table of text and as a picture."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from math import ceil, floor
from typing import Any, NamedTuple, TypeVar

from cleaner.batch.files import opened
from cleaner.batch.work import outcome_of
from cleaner.errors import MissingExtraError, UnreadableError, UsageError, how_to_install
from cleaner.record import SCORES, ArticleRecord

SHOWN_RULES = 20
"""How many of the rules that fired most are shown."""
BINS = 20
"""Steps of the scale in a picture of scores."""
_BARS = 12
"""Bars of a picture: the most frequent values."""
_SIZE = (14, 12)
"""Width and height of the picture in inches."""
_T = TypeVar("_T")
_COUNTED = ("outcome", "error", "language", "flag", "words removed", "rule")


@dataclass(slots=True)
class Stats:
    """How often each outcome, error code, language, flag, rule and score occurs, words by kind, words kept.

    It is as large for a million records as for a thousand: scores have three decimals, so few are different.
    """

    kept: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in _COUNTED})
    scores: dict[str, Counter[float]] = field(default_factory=lambda: {name: Counter() for name in SCORES})

    def add(self, other: Stats) -> None:
        """Count the records of `other` too."""
        self.kept += other.kept
        for name, counter in other.counts.items():
            self.counts[name].update(counter)
        for name, values in other.scores.items():
            self.scores[name].update(values)


class Spread(NamedTuple):
    """How some scores are spread: the lowest, by tenths of the records, the highest."""

    lowest: float
    tenth: float
    median: float
    ninetieth: float
    highest: float


def figures(record: ArticleRecord) -> Stats:
    """Return the figures of one record."""
    stats = Stats(kept=len(record.text.split()))
    counts = stats.counts
    counts["outcome"][outcome_of(record)] += 1
    if record.error is not None:
        counts["error"][record.error["code"]] += 1
        return stats
    counts["language"][record.language or "unknown"] += 1
    counts["flag"].update(record.flags)
    for row in record.removed:
        counts["words removed"][row.kind] += len(row.text.split())
        counts["rule"][row.rule] += 1
    for name in SCORES:
        stats.scores[name][float(record.scores.get(name, 0.0))] += 1
    return stats


def gathered(path: str) -> Stats:
    """Return the figures over the records of a JSON Lines file.

    Raises:
        UsageError: the file cannot be read, or a line is no record.
    """
    stats = Stats()
    for found in read(path, figures):
        stats.add(found)
    return stats


def table(stats: Stats) -> list[str]:
    """Return the lines of the table: outcomes, error codes, languages, flags, words by kind, rules, scores."""
    lines = [f"words kept: {stats.kept}"]
    for name, counter in stats.counts.items():
        rows = ranked(counter)
        lines += ["", name, *(f"  {key:<28} {number:>9}" for key, number in rows[:SHOWN_RULES])]
    return [
        *lines,
        "",
        f"{'score':<18} {'lowest':>7} {'10%':>7} {'median':>7} {'90%':>7} {'highest':>7}",
        *_spreads(stats.scores),
    ]


def plot(stats: Stats, path: str) -> None:
    """Write the picture of the figures to `path`; its suffix says in which format, such as .png or .svg.

    Raises:
        MissingExtraError: matplotlib is not installed.
        UsageError: the file cannot be written, or its suffix names no format.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(f"a picture needs matplotlib; install it with: {how_to_install('plot')}") from error
    figure = Figure(figsize=_SIZE, layout="constrained")
    axes = figure.subplots(4, 3).flat
    for name in SCORES:
        axis = next(axes)
        values = stats.scores[name]
        axis.hist([*values], weights=[*values.values()], bins=BINS, range=(0, 1), color="#3366cc")
        axis.set_title(f"score: {name}")
    for name in ("flag", "language", "words removed", "rule"):
        _bars(next(axes), name, ranked(stats.counts[name])[:_BARS])
    try:
        figure.savefig(path, metadata={"Date": None} if path.endswith(".svg") else None)
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot write the picture {path}: {error}", place=path) from error


def _bars(axis: Any, title: str, rows: list[tuple[str, int]]) -> None:
    names = [name for name, _ in reversed(rows)]
    axis.barh(names, [number for _, number in reversed(rows)], color="#3366cc")
    axis.set_title(title)


def ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    """Return the values with their counts, the most frequent first."""
    return sorted(counter.items(), key=lambda row: (-row[1], row[0]))


def spread(values: Counter[float]) -> Spread | None:
    """Return how scores are spread, None where there are none."""
    if not values:
        return None
    scale = sorted(values)
    ends = [*accumulate(values[value] for value in scale)]
    return Spread(*(_quantile(scale, ends, share) for share in (0, 0.1, 0.5, 0.9, 1)))


def _quantile(scale: list[float], ends: list[int], share: float) -> float:
    """Return the value below which `share` of the values lie, between its two neighbours where it falls there.

    `scale` are the different values in order, `ends` how many values there are up to and with each.
    """
    place = (ends[-1] - 1) * share
    low, high = (scale[bisect_right(ends, number)] for number in (floor(place), ceil(place)))
    return low + (high - low) * (place - floor(place))


def _spreads(scores: dict[str, Counter[float]]) -> Iterator[str]:
    for name, values in scores.items():
        shown = spread(values)
        if shown:
            yield f"  {name:<16} " + " ".join(f"{value:>7.2f}" for value in shown)


def read(path: str, told: Callable[[ArticleRecord], _T]) -> Iterator[_T]:
    """Yield what `told` returns for each record of JSON Lines: of a file, packed or not, or of standard input for `-`.

    Raises:
        UsageError: the file cannot be read, or a line is no record.
    """
    try:
        with opened(path) as stream:
            for number, line in enumerate(stream, 1):
                yield _of_row(line, f"{path}:{number}", told)
    except UnreadableError as error:
        raise UsageError(error.told(path), place=path) from error


def _of_row(line: bytes, place: str, told: Callable[[ArticleRecord], _T]) -> _T:
    try:
        row = json.loads(line)
        if "schema_version" in row:
            return told(ArticleRecord.from_dict(row))
    except (ValueError, TypeError, LookupError, AttributeError):
        pass
    raise UsageError(f"{place} is no record; give rows that clean-article wrote, one a line", place=place)
