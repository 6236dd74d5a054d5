"""The output formats: how a record is written, and what stands before, between and after records.

A record that failed is written too, empty where the format has no place for errors, so that outputs and
inputs can be counted off against each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from cleaner.record import ArticleRecord
from cleaner.report.explain import explained, explained_in_colour
from cleaner.report.markdown import markdown

_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""What some readers take for the end of a JSON line, and what names in no encoding hold; UTF-8 has no such letters."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write records; `holds_errors` tells whether a reader can see from the output what failed."""

    render: Callable[[ArticleRecord], str]
    head: str = ""
    between: str = ""
    tail: str = ""
    holds_errors: bool = True


def json_line(record: ArticleRecord) -> str:
    """Return the record as one line of JSON that is valid UTF-8 whatever its names hold."""
    return _json(record) + "\n"


def table_line(record: ArticleRecord) -> str:
    """Return the record as a line of JSON for a table, whose text is UTF-8: what a name in no encoding holds is spelled out."""
    return _SURROGATES.sub(lambda found: f"\\\\u{ord(found[0]):04x}", _text(record)) + "\n"


def json_item(record: ArticleRecord) -> str:
    """Return the record as JSON for an array, indented."""
    return _json(record, indent=1)


def body(record: ArticleRecord) -> str:
    """Return the body, and nothing for a record without one."""
    return record.text + "\n"


def _json(record: ArticleRecord, indent: int | None = None) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", _text(record, indent))


def _text(record: ArticleRecord, indent: int | None = None) -> str:
    return json.dumps(record.to_dict(), ensure_ascii=False, indent=indent)


FORMATS = {
    "jsonl": Format(json_line),
    "json": Format(json_item, head="[\n", between=",\n", tail="\n]\n"),
    "parquet": Format(table_line),
    "text": Format(body, between="\f\n", holds_errors=False),
    "markdown": Format(markdown, between="\n---\n\n", holds_errors=False),
}
EXPLAIN = Format(explained, between="\n")
EXPLAIN_IN_COLOUR = Format(explained_in_colour, between="\n")
