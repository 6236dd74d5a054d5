"""Cleaning many items, in this process or in spawned ones; the rows come out the same, in the order of the items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.batch.files import Item
from cleaner.batch.work import Job, Row, Work


def run(items: Iterable[Item], job: Job, workers: int = 1) -> Iterator[Row]:
    """Yield one row for each item, in order. A worker that dies takes down only the item it died of."""
    clean = Work(job)  # made in any case, so that a bad configuration is an error of the call, not of each row
    if workers > 1:
        from cleaner.batch.spawned import Pool  # noqa: PLC0415 - loads what only several workers need

        yield from Pool(job, workers).run(iter(items))
        return
    for item in items:
        yield clean(item)
