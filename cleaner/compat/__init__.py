"""Records under other tools' names, so that a pipeline can swap extractors: `as_other(record, "trafilatura")`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cleaner.compat import goose3, newspaper, readability, trafilatura
from cleaner.errors import UsageError
from cleaner.record import ArticleRecord

Convert = Callable[[ArticleRecord], dict[str, Any]]

FORMATS: Mapping[str, Convert] = {
    "trafilatura": trafilatura.convert,
    "newspaper": newspaper.convert,
    "goose3": goose3.convert,
    "readability": readability.convert,
}
"""Name of a tool -> function that returns a record as that tool's values."""

__all__ = ["FORMATS", "Convert", "as_other", "converter"]


def as_other(record: ArticleRecord, name: str) -> dict[str, Any]:
    """Return a record as JSON values under the names of the tool `name`, and under `error` what went wrong, or None.

    Raises:
        UsageError: there is no such tool, or `record` is none.
    """
    if not isinstance(record, ArticleRecord):
        raise UsageError(f"the record is a {type(record).__name__}; give an ArticleRecord, as clean returns it")
    return converter(name)(record)


def converter(name: str) -> Convert:
    """Return the function for the tool `name`.

    Raises:
        UsageError: there is no such tool.
    """
    if not isinstance(name, str) or name not in FORMATS:
        raise UsageError(f"there are no field names of {name!r}; give one of {', '.join(FORMATS)}")
    return FORMATS[name]
