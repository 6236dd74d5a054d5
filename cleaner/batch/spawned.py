"""Cleaning items in spawned processes, a bounded number ahead of the row that is written next."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from queue import SimpleQueue

from cleaner.batch.files import Item
from cleaner.batch.work import Job, Row, Work, origin_of, rendered
from cleaner.errors import InternalError
from cleaner.pipeline import error_record

WINDOW_PER_WORKER = 8
"""Items given to the workers ahead of the row that is written next: enough to keep them busy, bounded in memory."""

_work: Work | None = None
"""The worker process's own; set once by its initializer."""


def _start(job: Job) -> None:
    global _work  # noqa: PLW0603 - a pool's initializer can hand over its value no other way
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work = Work(job)


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
    """Let no interrupt come within, and what is started there inherit that: it is for the main thread, which ends the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Flight:
    """An item's row on its way.

    An interrupt that meets a future's lock half taken leaves it taken, and the pool never ends. So that lock is only touched where no
    interrupt comes, and the wait is for a queue, which has none.
    """

    def __init__(self, future: Future[Row]) -> None:
        self._landed: SimpleQueue[Future[Row]] = SimpleQueue()
        future.add_done_callback(self._landed.put)

    def row(self) -> Row:
        """Return the row when it is there; what the worker raised is raised."""
        future = self._landed.get()
        with _sheltered():
            return future.result()


def _sent(executor: ProcessPoolExecutor, item: Item) -> _Flight:
    with _sheltered():
        return _Flight(executor.submit(_clean, item))


class Pool:
    """A bounded window of items in flight over a pool that is made anew when a worker dies."""

    def __init__(self, job: Job, workers: int) -> None:
        self.job = job
        self.workers = workers
        self.executor = self._new(workers)

    def run(self, items: Iterator[Item]) -> Iterator[Row]:
        """Yield one row for each item, in order."""
        flying: deque[tuple[Item, _Flight]] = deque()
        size = self.workers * WINDOW_PER_WORKER
        try:
            while True:
                for item in islice(items, size - len(flying)):
                    flying.append((item, self._submit(item)))
                if not flying:
                    return
                item, flight = flying.popleft()
                try:
                    row = flight.row()
                except BrokenProcessPool:
                    waiting = [item, *(later for later, _ in flying)]
                    flying.clear()
                    yield from self._one_by_one(waiting)
                    continue
                yield row
        finally:
            self.executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, item: Item) -> _Flight:
        try:
            return _sent(self.executor, item)
        except BrokenProcessPool as error:
            broken: Future[Row] = Future()
            broken.set_exception(error)
            return _Flight(broken)

    def _one_by_one(self, items: Iterable[Item]) -> Iterator[Row]:
        """Clean each item alone, since a broken pool does not say which of them broke it."""
        self.executor.shutdown(wait=False)
        alone = self._new(1)
        for item in items:
            try:
                yield _sent(alone, item).row()
            except BrokenProcessPool:
                alone.shutdown(wait=False)
                alone = self._new(1)
                error = InternalError("the process that cleaned this input died, as for lack of memory; try it alone, and report it if it dies again", place=item.source)
                yield rendered(error_record(error, origin_of(item)), self.job)
        alone.shutdown(wait=False)
        self.executor = self._new(self.workers)

    def _new(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(self.job,))
