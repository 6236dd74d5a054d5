"""Cleaning many items, in this process or in spawned ones; the rows come out the same, in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from cleaner.batch import jsonl
from cleaner.batch.files import NO_KEYS, Item, read
from cleaner.config import Config
from cleaner.errors import CleanerError, InternalError
from cleaner.pipeline import Cleaner, error_record
from cleaner.record import ArticleRecord

Outcome = Literal["cleaned", "empty", "rejected", "error"]
OUTCOMES: tuple[Outcome, ...] = ("cleaned", "empty", "rejected", "error")
WINDOW_PER_WORKER = 8
"""Items given to the workers ahead of the row that is written next: enough to keep them busy, bounded in memory."""
_REJECTED, _EMPTY = "rejected", "empty"

Render = Callable[[ArticleRecord], str]


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to know. `render` turns a record into output and must be picklable."""

    config: Config
    render: Render
    keys: jsonl.Keys = NO_KEYS


@dataclass(frozen=True, slots=True)
class Row:
    """The rendered record of an item, its outcome, and what went wrong, if anything did."""

    source: str
    outcome: Outcome
    output: str
    message: str = ""


def run(items: Iterable[Item], job: Job, workers: int = 1) -> Iterator[Row]:
    """Yield one row for each item, in order. A worker that dies takes down only the item it died of."""
    clean = _Work(job)  # made in any case, so that a bad configuration is an error of the call, not of each row
    if workers > 1:
        yield from _Pool(job, workers).run(iter(items))
        return
    for item in items:
        yield clean(item)


def outcome_of(record: ArticleRecord) -> Outcome:
    """Tell what became of an input."""
    if record.error is None:
        return "cleaned" if record.text else "empty"
    code = record.error["code"]
    return "rejected" if code == _REJECTED else "empty" if code == _EMPTY else "error"


class _Work:
    """Cleans items with one cleaner."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.cleaner = Cleaner(job.config)

    def __call__(self, item: Item) -> Row:
        return _row(self._record(item), self.job.render)

    def _record(self, item: Item) -> ArticleRecord:
        origin = _origin(item)
        if item.error is not None:
            return error_record(item.error, origin)
        try:
            data = read(item, self.job.config.max_chars)
        except CleanerError as error:
            return error_record(error, origin)
        if not item.row:
            return self.cleaner.clean(data, media_type=item.media_type, id=item.source, source_name=item.source)
        row = jsonl.parse(data, self.job.keys, item.source)
        name = row.id or item.source
        if row.error is not None:
            return error_record(row.error, replace(origin, id=name, url=row.url))
        media_type = item.media_type or row.media_type
        return self.cleaner.clean(
            row.content, url=row.url, media_type=media_type, id=name, source_name=item.source, fetched=row.fetched
        )


def _origin(item: Item) -> ArticleRecord:
    return ArticleRecord(id=item.source, source=item.source)


def _row(record: ArticleRecord, render: Render) -> Row:
    message = f"{record.error['code']}: {record.error['message']}" if record.error else ""
    return Row(record.source, outcome_of(record), render(record), message)


_work: _Work | None = None
"""The worker process's own; set once by its initializer."""


def _start(job: Job) -> None:
    global _work  # noqa: PLW0603 - a pool's initializer can hand over its value no other way
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work = _Work(job)


def _end_with_parent() -> None:
    """Leave when the parent is gone: one that was killed can no longer tell its workers to."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _clean(item: Item) -> Row:
    assert _work is not None  # noqa: S101 - the initializer has run
    return _work(item)


@contextmanager
def _sheltered() -> Iterator[None]:
    """Let the processes started within inherit a blocked interrupt: it is for the parent, which ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    """A bounded window of items in flight over a pool that is made anew when a worker dies."""

    def __init__(self, job: Job, workers: int) -> None:
        self.job = job
        self.workers = workers
        self.executor = self._new(workers)

    def run(self, items: Iterator[Item]) -> Iterator[Row]:
        flying: deque[tuple[Item, Future[Row]]] = deque()
        size = self.workers * WINDOW_PER_WORKER
        try:
            while True:
                for item in islice(items, size - len(flying)):
                    flying.append((item, self._submit(item)))
                if not flying:
                    return
                item, future = flying.popleft()
                try:
                    row = future.result()
                except BrokenProcessPool:
                    waiting = [item, *(later for later, _ in flying)]
                    flying.clear()
                    yield from self._one_by_one(waiting)
                    continue
                yield row
        finally:
            self.executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, item: Item) -> Future[Row]:
        try:
            with _sheltered():
                return self.executor.submit(_clean, item)
        except BrokenProcessPool as error:
            broken: Future[Row] = Future()
            broken.set_exception(error)
            return broken

    def _one_by_one(self, items: Iterable[Item]) -> Iterator[Row]:
        """Clean each item alone, since a broken pool does not say which of them broke it."""
        self.executor.shutdown(wait=False)
        alone = self._new(1)
        for item in items:
            try:
                with _sheltered():
                    future = alone.submit(_clean, item)
                yield future.result()
            except BrokenProcessPool:
                alone.shutdown(wait=False)
                alone = self._new(1)
                error = InternalError("the process that cleaned this input died", place=item.source)
                yield _row(error_record(error, _origin(item)), self.job.render)
        alone.shutdown(wait=False)
        self.executor = self._new(self.workers)

    def _new(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(self.job,))
