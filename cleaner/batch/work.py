"""What it is to clean one item: the job, the worker that does it, the row that comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from cleaner.batch import jsonl
from cleaner.batch.files import NO_KEYS, Item, read
from cleaner.config import Config
from cleaner.errors import CleanerError, RejectedError
from cleaner.pipeline import Cleaner, error_record
from cleaner.record import ArticleRecord

Outcome = Literal["cleaned", "empty", "rejected", "error"]
OUTCOMES: tuple[Outcome, ...] = ("cleaned", "empty", "rejected", "error")
_REJECTED = RejectedError.code

Render = Callable[[ArticleRecord], str]
Note = Callable[[ArticleRecord], Any]


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to know. `render` turns a record into output and must be picklable.

    So must `note` and what it returns, which a row has beside its output: what else a run wants of each record.
    """

    config: Config
    render: Render
    keys: jsonl.Keys = NO_KEYS
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The rendered record of an item, its outcome, what went wrong, if anything did, and the job's note of it."""

    source: str
    outcome: Outcome
    output: str
    message: str = ""
    note: Any = None


def outcome_of(record: ArticleRecord) -> Outcome:
    """Tell what became of an input."""
    if record.error is None:
        return "cleaned" if record.text else "empty"
    return "rejected" if record.error["code"] == _REJECTED else "error"


def failure_of(record: ArticleRecord) -> str:
    """Return code and message of a record's error, to be shown behind its source; empty where there is none."""
    if record.error is None:
        return ""
    return f"{record.error['code']}: {record.error['message'].removeprefix(record.source + ': ')}"


class Work:
    """Cleans items with one cleaner."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.cleaner = Cleaner(job.config)

    def __call__(self, item: Item) -> Row:
        """Return the row of one item."""
        return rendered(self._record(item), self.job)

    def _record(self, item: Item) -> ArticleRecord:
        origin = origin_of(item)
        if item.error is not None:
            return error_record(item.error, origin)
        if item.parsed is not None:
            return cleaned(self.cleaner, item.parsed, item.source)
        try:
            data = read(item, self.job.config.max_chars)
        except CleanerError as error:
            return error_record(error, origin)
        if not item.row:
            return self.cleaner.clean(data, media_type=item.media_type, id=item.source, source_name=item.source)
        return cleaned(self.cleaner, jsonl.parse(data, self.job.keys, item.source), item.source)


def cleaned(cleaner: Cleaner, row: jsonl.Row, source: str) -> ArticleRecord:
    """Return the record of a row; it goes by its `source` where it has no id."""
    name = row.id or source
    if row.error is not None:
        return error_record(row.error, ArticleRecord(id=name, source=source, url=row.url))
    return cleaner.clean(
        row.content, url=row.url, media_type=row.media_type, id=name, source_name=source, fetched=row.fetched, charset=row.charset
    )


def origin_of(item: Item) -> ArticleRecord:
    """Return the record that an item's begins as."""
    row = item.parsed or jsonl.Row()
    return ArticleRecord(id=row.id or item.source, source=item.source, url=row.url)


def rendered(record: ArticleRecord, job: Job) -> Row:
    """Return the row of a record."""
    message = failure_of(record)
    note = job.note(record) if job.note else None
    return Row(record.source, outcome_of(record), job.render(record), message, note)
