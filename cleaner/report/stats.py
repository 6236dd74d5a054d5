"""Figures over the records of a JSON Lines file, as a table of text and as a picture."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any

from cleaner.batch.work import outcome_of
from cleaner.errors import MissingExtraError, UsageError
from cleaner.record import SCORES, ArticleRecord

SHOWN_RULES = 20
"""How many of the rules that fired most are shown."""
_CUTS = 10
"""Scores are shown by tenths of the records."""
_BINS = 20
"""Steps of the scale in a picture of scores."""
_BARS = 12
"""Bars of a picture: the most frequent values."""
_SIZE = (14, 12)
"""Width and height of the picture in inches."""
_COUNTED = ("outcome", "error", "language", "flag", "words removed", "rule")


@dataclass(frozen=True)
class Stats:
    """How often each outcome, error code, language, flag and rule occurs, words by kind, words kept, and all scores."""

    kept: list[int] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in _COUNTED})
    scores: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in SCORES})


def gathered(path: str) -> Stats:
    """Return the figures over the records of a JSON Lines file.

    Raises:
        UsageError: the file cannot be read, or a line is no record.
    """
    stats = Stats()
    for record in _records(path):
        _count(record, stats.counts)
        stats.kept.append(len(record.text.split()))
        if record.error is None:
            for name in SCORES:
                stats.scores[name].append(record.scores.get(name, 0.0))
    return stats


def table(stats: Stats) -> list[str]:
    """Return the lines of the table: outcomes, error codes, languages, flags, words by kind, rules, scores."""
    lines = [f"words kept: {sum(stats.kept)}"]
    for name, counter in stats.counts.items():
        rows = _ranked(counter)
        lines += ["", name, *(f"  {key:<28} {number:>9}" for key, number in rows[:SHOWN_RULES])]
    return [
        *lines,
        "",
        f"{'score':<18} {'lowest':>7} {'10%':>7} {'median':>7} {'90%':>7} {'highest':>7}",
        *_spread(stats.scores),
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
        raise MissingExtraError("a picture needs matplotlib: pip install 'clean-article[plot]'") from error
    figure = Figure(figsize=_SIZE, layout="constrained")
    axes = figure.subplots(4, 3).flat
    for name in SCORES:
        axis = next(axes)
        axis.hist(stats.scores[name], bins=_BINS, range=(0, 1), color="#3366cc")
        axis.set_title(f"score: {name}")
    for name in ("flag", "language", "words removed", "rule"):
        _bars(next(axes), name, _ranked(stats.counts[name])[:_BARS])
    try:
        figure.savefig(path, metadata={"Date": None} if path.endswith(".svg") else None)
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot write the picture {path}: {error}", place=path) from error


def _bars(axis: Any, title: str, rows: list[tuple[str, int]]) -> None:
    names = [name for name, _ in reversed(rows)]
    axis.barh(names, [number for _, number in reversed(rows)], color="#3366cc")
    axis.set_title(title)


def _ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda row: (-row[1], row[0]))


def _count(record: ArticleRecord, counts: dict[str, Counter[str]]) -> None:
    counts["outcome"][outcome_of(record)] += 1
    if record.error is not None:
        counts["error"][record.error["code"]] += 1
        return
    counts["language"][record.language or "unknown"] += 1
    counts["flag"].update(record.flags)
    for row in record.removed:
        counts["words removed"][row.kind] += len(row.text.split())
        counts["rule"][row.rule] += 1


def _spread(scores: dict[str, list[float]]) -> Iterator[str]:
    for name, values in scores.items():
        if values:
            cuts = quantiles(values, n=_CUTS, method="inclusive") if len(values) > 1 else values * (_CUTS - 1)
            shown = (min(values), cuts[0], cuts[_CUTS // 2 - 1], cuts[-1], max(values))
            yield f"  {name:<16} " + " ".join(f"{value:>7.2f}" for value in shown)


def _records(path: str) -> Iterator[ArticleRecord]:
    try:
        with open(path, "rb") as stream:
            for number, line in enumerate(stream, 1):
                yield _record(line, f"{path}:{number}")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", place=path) from error


def _record(line: bytes, place: str) -> ArticleRecord:
    try:
        return ArticleRecord.from_dict(json.loads(line))
    except (ValueError, TypeError, LookupError, AttributeError):
        raise UsageError(f"{place} is no record", place=place) from None
