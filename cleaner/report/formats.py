"""The output formats: how a record is written, and what stands before, between and after records.

A record that failed is written too, empty where the format has no place for errors, so that outputs and
inputs can be counted off against each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from cleaner.compat import Convert, converter
from cleaner.record import ArticleRecord
from cleaner.regexes import regex
from cleaner.report.explain import explained, explained_in_colour
from cleaner.report.markdown import markdown

_ESCAPED = regex("[\x85\u2028\u2029\ud800-\udfff]")
"""What some readers take for the end of a JSON line, and what names in no encoding hold; UTF-8 has no such letters."""

_BETWEEN_BODIES = regex(r"^\f$", re.MULTILINE)
_SURROGATES = regex("[\ud800-\udfff]")


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
    return _json(record.to_dict()) + "\n"


def table_line(record: ArticleRecord) -> str:
    """Return the record as a line of JSON for a table, whose text is UTF-8: what a name in no encoding holds is spelled out."""
    return _SURROGATES.sub(lambda found: f"\\\\u{ord(found[0]):04x}", _text(record.to_dict())) + "\n"


def json_item(record: ArticleRecord) -> str:
    """Return the record as JSON for an array, indented."""
    return _json(record.to_dict(), indent=1)


def body(record: ArticleRecord) -> str:
    """Return the body, and nothing for a record without one; no line of it is what stands between bodies."""
    return _BETWEEN_BODIES.sub("", record.text) + "\n"


def other(name: str, tool: str) -> Format:
    """Return the format `name`, one of `OTHERS`, with rows under another tool's names.

    Raises:
        UsageError: there is no such tool.
    """
    return replace(FORMATS[name], render=partial(_other_item if name == "json" else _other_line, converter(tool)))


def _other_line(convert: Convert, record: ArticleRecord) -> str:
    return _json(convert(record)) + "\n"


def _other_item(convert: Convert, record: ArticleRecord) -> str:
    return _json(convert(record), indent=1)


def _json(values: dict[str, Any], indent: int | None = None) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", _text(values, indent))


def _text(values: dict[str, Any], indent: int | None = None) -> str:
    return json.dumps(values, ensure_ascii=False, indent=indent)


FORMATS = {
    "jsonl": Format(json_line),
    "json": Format(json_item, head="[\n", between=",\n", tail="\n]\n"),
    "parquet": Format(table_line),
    "text": Format(body, between="\f\n", holds_errors=False),
    "markdown": Format(markdown, between="\n---\n\n", holds_errors=False),
}
OTHERS = ("jsonl", "json")
"""The formats that can hold rows under another tool's names."""
EXPLAIN = Format(explained, between="\n")
EXPLAIN_IN_COLOUR = Format(explained_in_colour, between="\n")
