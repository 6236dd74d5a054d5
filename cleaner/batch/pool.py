"""Cleaning many items, in this process or in spawned ones; the rows come out the same, in the order of the items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.batch.files import Item
from cleaner.batch.work import Job, Row, Work


def run(items: Iterable[Item], job: Job, workers: int = 1) -> Iterator[Row]:
    """Return one row for each item, in order. A worker that dies takes down only the item it died of.

    Raises:
        UsageError: the configuration is wrong; that is said before the first row is asked for.
    """
    return _rows(items, Work(job), workers)


def _rows(items: Iterable[Item], clean: Work, workers: int) -> Iterator[Row]:
    if workers > 1:
        from cleaner.batch.spawned import Pool  # noqa: PLC0415 - loads what only several workers need

        yield from Pool(clean.job, workers).run(iter(items))
        return
    for item in items:
        yield clean(item)
