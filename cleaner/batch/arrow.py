"""Cleaning inside Arrow pipelines: a batch of inputs becomes a batch of records."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from cleaner.batch import tables
from cleaner.batch.extras import pyarrow
from cleaner.batch.files import NO_KEYS
from cleaner.batch.jsonl import Keys
from cleaner.batch.tables import schema
from cleaner.batch.work import cleaned
from cleaner.errors import UsageError
from cleaner.pipeline import Cleaner

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Keys", "clean_batch", "schema"]


def clean_batch(batch: pa.RecordBatch, cleaner: Cleaner, keys: Keys = NO_KEYS) -> pa.RecordBatch:
    """Return one record for each row of `batch`, in order, in the columns of `schema()`.

    `keys` names the columns that hold text, HTML, id and address where they do not go by the usual names; other
    columns are left out. `source` is empty, and so is `id` for a row without one: no record depends on how rows were
    cut into batches. A row without content becomes an error row.

    Raises:
        MissingExtraError: pyarrow is not installed.
        UsageError: an argument is not of its type, as a table is no batch.

    """
    kinds = {"batch": pyarrow().RecordBatch, "cleaner": Cleaner, "keys": Keys}
    for (name, kind), value in zip(kinds.items(), (batch, cleaner, keys), strict=True):
        if not isinstance(value, kind):
            more = "; a table's are table.to_batches()" if name == "batch" else ""
            raise UsageError(f"{name} is a {type(value).__name__}; give a {kind.__name__}{more}")
    found = tables.rows(batch, keys, repeat(""))
    table = tables.table(cleaned(cleaner, row, "").to_dict() for row in found)
    whole = table.combine_chunks().to_batches()
    return whole[0] if whole else pyarrow().RecordBatch.from_pylist([], schema=table.schema)
