"""Records as rows of Arrow tables, and rows of any Arrow table as inputs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from cleaner.batch import jsonl
from cleaner.batch.extras import pyarrow
from cleaner.record import SCORES

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 64
"""Rows of a table that are Python values at the same time: a few megabytes of pages."""


def schema() -> pa.Schema:
    """Return the schema of a table of records: the keys of a record in their order.

    `metadata`, whose keys are open, is a JSON string; `ruleset` and `error` are null where a record has none.

    Raises:
        MissingExtraError: pyarrow is not installed.

    """
    pa = pyarrow()
    text, level = pa.string(), pa.int64()
    texts, spans = _list(text), _list(_list(pa.int64()))
    paragraph = {"role": text, "level": level, "text": text, "spans": spans}
    comment = {"author": text, "text": text, "date": text}
    removal = {
        "kind": text, "text": text, "rule": text, "reason": text, "confidence": pa.float64(), "spans": spans,
    }  # fmt: skip
    repair = {"kind": text, "before": text, "after": text, "spans": spans}
    columns = {
        "schema_version": pa.int64(),
        **dict.fromkeys(("id", "source", "url", "media_type", "title", "byline"), text),
        "authors": texts,
        **dict.fromkeys(
            ("author_bio", "date", "date_modified", "dateline", "publisher", "site_name", "aggregator", "section",
             "language", "text"), text,
        ),
        "paragraphs": _list(_struct(paragraph)),
        "summary": texts,
        "captions": texts,
        "comments": _list(_struct(comment)),
        "removed": _list(_struct(removal)),
        "repairs": _list(_struct(repair)),
        "flags": texts,
        "scores": _struct(dict.fromkeys(SCORES, pa.float64())),
        "ruleset": _struct(dict.fromkeys(("version", "fingerprint"), text)),
        "metadata": text,
        "error": _struct(dict.fromkeys(("code", "message", "place"), text)),
    }  # fmt: skip
    return pa.schema(list(columns.items()))


def _list(kind: Any) -> Any:
    pa = pyarrow()
    return pa.list_(pa.field("element", kind))  # Parquet's own name, so that what is read back has this schema


def _struct(columns: dict[str, Any]) -> Any:
    return pyarrow().struct(list(columns.items()))


def table(records: Iterable[dict[str, Any]]) -> pa.Table:
    """Return records, as `ArticleRecord.to_dict` gives them, as a table."""
    pa, form = pyarrow(), schema()
    left = iter(records)
    parts = iter(lambda: [_flat(record) for record in islice(left, ROWS_AT_ONCE)], [])
    return pa.Table.from_batches([pa.RecordBatch.from_pylist(part, schema=form) for part in parts], schema=form)


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    metadata = json.dumps(record["metadata"], ensure_ascii=False)
    return {**record, "ruleset": record["ruleset"] or None, "metadata": metadata}


def wanted(names: Iterable[str], keys: jsonl.Keys) -> list[str]:
    """Return the columns that may say something about an input."""
    usual = (*jsonl.possible_keys(keys), *jsonl.ID_KEYS, *jsonl.URL_KEYS, *jsonl.FETCHED_KEYS, *jsonl.ABOUT_KEYS)
    looked_for = {*usual, keys.id, keys.url}
    return [name for name in names if name in looked_for]


def rows(batch: pa.RecordBatch, keys: jsonl.Keys, places: Iterable[str]) -> Iterator[jsonl.Row]:
    """Yield what the rows of a batch hold; `places` name them in errors, one after the other."""
    names = set(wanted(batch.schema.names, keys))
    named = iter(places)
    for start in range(0, batch.num_rows, ROWS_AT_ONCE):
        part = batch.slice(start, ROWS_AT_ONCE)
        columns = {
            name: _values(part.column(index), name, keys)
            for index, name in enumerate(part.schema.names)
            if name in names
        }
        for number in range(part.num_rows):
            data = {name: values[number] for name, values in columns.items()}
            yield jsonl.row_of(data, keys, next(named))


def _values(column: Any, name: str, keys: jsonl.Keys) -> list[Any]:
    """Return a column's values; bytes stay bytes where they are content."""
    pa = pyarrow()
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_struct(column.type) and name in jsonl.ABOUT_KEYS:
        return _about(column, keys)
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        column = _written(column, days=name in jsonl.FETCHED_KEYS)
    content = name in jsonl.possible_keys(keys)
    return [_text(value) if isinstance(value, bytes) and not content else value for value in _python(column)]


def _about(column: Any, keys: jsonl.Keys) -> list[dict[str, Any]]:
    """Return what structs tell about rows: addresses and days, whatever else they hold."""
    told = {*jsonl.URL_KEYS, *jsonl.FETCHED_KEYS, keys.url}
    parts = ((field.name, part) for field, part in zip(column.type, column.flatten(), strict=True))
    columns = {name: _values(part, name, keys) for name, part in parts if name in told}
    return [{name: values[number] for name, values in columns.items()} for number in range(len(column))]


def _python(column: Any) -> list[Any]:
    """Return a column as values of Python, None for one that Python cannot hold."""
    pa = pyarrow()
    try:
        values: list[Any] = column.to_pylist()
    except ValueError as error:
        # A string of another encoding, which its writer has not checked, is still its bytes.
        if isinstance(error, UnicodeDecodeError) and not pa.types.is_nested(column.type):
            values = column.cast(pa.large_binary()).to_pylist()
        else:
            values = [_cell(value) for value in column]
    return values


def _cell(value: Any) -> Any:
    try:
        return value.as_py()
    except ValueError:
        return None


def _written(column: Any, *, days: bool) -> Any:
    """Return times as text, in ISO 8601: all of them, or only their days in UTC."""
    pa = pyarrow()
    if days:
        moments = pa.types.is_timestamp(column.type)
        column = (column.cast(pa.timestamp(column.type.unit)) if moments else column).cast(pa.date32(), safe=False)
    return column.cast(pa.string())


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.hex()
