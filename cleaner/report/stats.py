"""Figures over the records of a JSON Lines file, as a table of text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from statistics import quantiles

from cleaner.batch.pool import outcome_of
from cleaner.errors import UsageError
from cleaner.record import SCORES, ArticleRecord

SHOWN_RULES = 20
"""How many of the rules that fired most are shown."""
_CUTS = 10
"""Scores are shown by tenths of the records."""


def table(path: str) -> list[str]:
    """Return the lines of the table: outcomes, error codes, languages, flags, words by kind, rules, scores.

    Raises:
        UsageError: the file cannot be read, or a line is no record.

    """
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("outcome", "error", "language", "flag", "words removed", "rule")
    }
    scores: dict[str, list[float]] = {name: [] for name in SCORES}
    kept = 0
    for record in _records(path):
        _count(record, counts)
        kept += len(record.text.split())
        if record.error is None:
            for name in SCORES:
                scores[name].append(record.scores.get(name, 0.0))
    lines = [f"words kept: {kept}"]
    for name, counter in counts.items():
        rows = sorted(counter.items(), key=lambda row: (-row[1], row[0]))
        lines += ["", name, *(f"  {key:<28} {number:>9}" for key, number in rows[:SHOWN_RULES])]
    return [
        *lines,
        "",
        f"{'score':<18} {'lowest':>7} {'10%':>7} {'median':>7} {'90%':>7} {'highest':>7}",
        *_spread(scores),
    ]


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
