"""Parquet: the rows of a file as inputs, and a file of records."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from cleaner.batch import tables
from cleaner.batch.extras import pyarrow
from cleaner.batch.jsonl import Keys, Row
from cleaner.errors import UnreadableError, UsageError
from cleaner.output import closed, writing

READ_BYTES = 1 << 20
"""Bytes of a column that are read at once."""
SPOOLED_BYTES = 1 << 26
"""A stream that cannot be read from its end is copied: up to this size in memory, else to a temporary file."""
GROUP_ROWS = 10_000
"""Most records in a row group that is written."""
GROUP_BYTES = 1 << 25
"""Bytes of JSON that are gathered for a row group: a thousand records of long pages, about a hundred megabytes of memory
while they become columns."""
COMPRESSION = "zstd"
"""Half the size of what `snappy`, the usual one, makes of text; all readers of the last years know it."""


def rows(source: str, stream: BinaryIO, keys: Keys) -> Iterator[tuple[int, Row]]:
    """Yield the number of each row, from 1, and what it holds.

    A row group that is damaged is one row with an error, in the place of those of its rows that were not read yet.

    Raises:
        UnreadableError: the stream is no Parquet, or damaged where it says what it holds.
        MissingExtraError: pyarrow is not installed.

    """
    broken = (pyarrow().ArrowException, OSError)
    with _seekable(stream) as whole:
        try:
            file = pyarrow("pyarrow.parquet").ParquetFile(
                whole, buffer_size=READ_BYTES, pre_buffer=False, page_checksum_verification=True
            )
        except broken as error:
            raise UnreadableError(f"cannot read the file as Parquet: {_line(error)}; fetch or write it again", place=source) from error
        done = 0
        for group in range(file.num_row_groups):
            end = done + file.metadata.row_group(group).num_rows
            try:
                for batch in _batches(file, group, keys):
                    for row in tables.rows(batch, keys, (f"{source}:{number}" for number in count(done + 1))):
                        done += 1
                        yield done, row
            except broken as error:
                message = f"rows {done + 1} to {end} cannot be read, their row group is damaged: {_line(error)}; fetch or write the file again"
                yield done + 1, Row(error=UnreadableError(message, place=f"{source}:{done + 1}"))
            done = end


def _batches(file: Any, group: int, keys: Keys) -> Iterator[Any]:
    columns = tables.wanted(file.schema_arrow.names, keys)
    yield from file.iter_batches(tables.ROWS_AT_ONCE, row_groups=[group], columns=columns, use_threads=False)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give the stream from its beginning, or a copy of one that cannot go there quickly."""
    if isinstance(stream, io.BufferedReader) and stream.seekable():
        stream.seek(0)
        yield stream
        return
    with SpooledTemporaryFile(SPOOLED_BYTES) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


class Writer:
    """Takes records as lines of JSON, like a file, and writes them as row groups."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = pyarrow("pyarrow.parquet").ParquetWriter(stream, tables.schema(), compression=COMPRESSION)
        self._lines: list[bytes] = []
        self._size = 0

    def write(self, line: bytes) -> None:
        """Take a record; nothing is an empty one."""
        if not line:
            return
        self._lines.append(line)
        self._size += len(line)
        if len(self._lines) >= GROUP_ROWS or self._size >= GROUP_BYTES:
            self._finish_group()

    def flush(self) -> None:
        """Do nothing: what is there can only be written when its row group is full."""

    def finish(self) -> None:
        """Write what is left."""
        if self._lines:
            self._finish_group()

    def close(self) -> None:
        """Write where everything is in the file."""
        self._file.close()

    def _finish_group(self) -> None:
        self._file.write_table(tables.table(map(json.loads, self._lines)), row_group_size=GROUP_ROWS)
        self._lines, self._size = [], 0


@contextmanager
def written(path: str) -> Iterator[Writer]:
    """Give a writer for the file `path`, which stands there when all is written and not before.

    Raises:
        UsageError: it cannot be written.
        MissingExtraError: pyarrow is not installed.

    """
    pyarrow()
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        raise UsageError(f"cannot write {path}: Parquet goes into regular files only", place=path)
    # Hidden, so that it is no input of a run over the same folder.
    part = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.part")
    with writing(path):
        stream = open(part, "wb")  # noqa: SIM115 - closed below; only opening is guarded
    try:
        with closed(stream, path):
            with writing(path):
                writer = Writer(stream)
            with closed(writer, path):
                yield writer
                with writing(path):
                    writer.finish()
        with writing(path):
            os.replace(part, target)
    except BaseException:
        os.remove(part)
        raise
