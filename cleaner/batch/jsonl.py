"""Rows of JSON Lines, and of tables: which keys hold the text, the id and the address."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from cleaner.dates import is_day
from cleaner.decode import decode
from cleaner.errors import CleanerError, InputError
from cleaner.model import MediaType
from cleaner.regexes import regex

HTML_KEYS = ("html", "raw_html", "page_html", "html_content")
TEXT_KEYS = ("text", "content", "body", "raw_text", "article", "raw_content", "page_content", "markdown")
ID_KEYS = ("id", "_id", "doc_id", "uuid", "guid")
URL_KEYS = ("url", "link", "page_url", "source_url", "warc-target-uri", "pageUrl", "sourceURL")
FETCHED_KEYS = ("fetched", "fetched_at", "fetch_time", "crawled", "crawled_at", "crawl_date", "date_crawled",
                "date_download", "warc-date")  # fmt: skip
"""Keys looked for, in this order, when none is given; names seen in published corpora and crawlers' output."""

ABOUT_KEYS = ("metadata", "meta")
"""Keys of objects in which corpora keep a row's address and when it was fetched; what the row itself says comes first."""
DEEPEST = 3
"""Levels below a value at which rows are looked for: `{"data": {"articles": [...]}}` has them at the second."""

_ONE_A_LINE = "write each row as one JSON object on one line"
_JSON_NAMES = {list: "array", str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}
_TOKEN = regex(rb'"((?:[^"\\]|\\.)*+)(?:"(\s*:)?)?|[\[{]|([\]}])')
"""A string, cut off or not, which with a colon behind it is a key; an opening bracket, a closing one."""
_OBJECT = regex(rb'\s*\{\s*"(?:[^"\\]|\\.){1,200}"\s*:')


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys a user named; an empty one means the usual names."""

    text: str = ""
    html: str = ""
    id: str = ""
    url: str = ""


class Row(NamedTuple):
    """What a row holds; `id`, `url` and `fetched` are None where it has none, `error` says why there is no content.

    `fetched` is an ISO 8601 date: any other value says nothing that dates could be held against. Bytes are
    decoded as a file's are, by the `charset` that they came with where one is known.
    """

    content: str | bytes = ""
    media_type: MediaType | None = None
    id: str | None = None
    url: str | None = None
    fetched: str | None = None
    charset: str | None = None
    error: CleanerError | None = None


def looks_like_rows(head: bytes, keys: Keys) -> bool:
    """Tell whether the first line of a file, or the beginning of a long one, is a JSON object with content."""
    head = head.removeprefix(codecs.BOM_UTF8)
    if not _OBJECT.match(head):
        return False
    try:
        first = json.loads(head)
    except (ValueError, RecursionError):
        return not head.endswith(b"\n") and not possible_keys(keys).isdisjoint(_own_keys(head))
    return not first.keys().isdisjoint(possible_keys(keys))


def begins_row(head: bytes, keys: Keys) -> bool:
    """Tell whether a line begins as a row with content, broken or not."""
    head = head.removeprefix(codecs.BOM_UTF8)
    return _OBJECT.match(head) is not None and not possible_keys(keys).isdisjoint(_own_keys(head))


def _own_keys(head: bytes) -> Iterator[str]:
    """Yield the keys of the object that `head` begins with, without those of what is in it."""
    depth = 0
    for name, key, closed in (found.groups() for found in _TOKEN.finditer(head)):
        if key:
            if depth == 1:
                yield name.decode(errors="replace")
        elif name is None:
            depth += -1 if closed else 1


def names_content(head: bytes, keys: Keys) -> bool:
    """Tell whether the beginning of a file holds the name of a key of content."""
    return any(f'"{key}"'.encode() in head for key in possible_keys(keys))


def possible_keys(keys: Keys) -> frozenset[str]:
    """Return the named keys of content and the usual ones."""
    return frozenset(filter(None, (*HTML_KEYS, *TEXT_KEYS, keys.text, keys.html)))


def content_keys(keys: Keys) -> frozenset[str]:
    """Return the keys under which a row has its content."""
    named = filter(None, (keys.text, keys.html))
    return frozenset(named) or frozenset((*HTML_KEYS, *TEXT_KEYS))


def rows_in(value: Any, keys: Keys, depth: int = 0) -> list[Any]:
    """Return the rows in a value of JSON: itself when it has content or nothing in it has, else what in it has."""
    wanted = content_keys(keys)
    if not isinstance(value, Mapping) or not wanted.isdisjoint(value):
        return [value]
    entries = chain.from_iterable(found if isinstance(found, list) else [found] for found in value.values())
    inner = [
        row
        for entry in (entries if depth < DEEPEST else ())
        if isinstance(entry, Mapping)
        for row in rows_in(entry, keys, depth + 1)
        if not wanted.isdisjoint(row)
    ]
    return inner or [value]


def parse(line: bytes, keys: Keys, place: str) -> Row:
    """Return what the row `line` holds; it may stand inside another object."""
    try:
        data = _object(line, place)
    except InputError as error:
        return Row(error=error)
    inner = rows_in(data, keys)
    return row_of(inner[0] if len(inner) == 1 else data, keys, place)


def row_of(data: Mapping[str, Any], keys: Keys, place: str) -> Row:
    """Return what a row of these values holds.

    HTML is preferred where a row holds both, since text beside it was made from it.
    """
    named = keys.text or keys.html
    html = _value(data, (keys.html,) if keys.html else () if named else HTML_KEYS)
    text = _value(data, (keys.text,) if keys.text else () if named else TEXT_KEYS)
    content = html if _says(html) or text is None else text
    row = Row("", "text/html" if _says(html) else None, *_names(data, keys))
    if content is None:
        looked = ", ".join(filter(None, (keys.html, keys.text))) or ", ".join(HTML_KEYS + TEXT_KEYS)
        message = f"the row has no text under any of: {looked}; name the key with --text-key or --html-key"
        return row._replace(error=InputError(message, place=place))
    if not isinstance(content, (str, bytes)):
        message = f"the row's content is of type {type(content).__name__}, not a string; name another key with --text-key or --html-key"
        return row._replace(error=InputError(message, place=place))
    return row._replace(content=content)


def _names(data: Mapping[str, Any], keys: Keys) -> tuple[str | None, str | None, str | None]:
    found = _value(data, (keys.id,) if keys.id else ID_KEYS)
    places = (data, *(data[key] for key in ABOUT_KEYS if isinstance(data.get(key), Mapping)))
    urls = (_value(place, (keys.url,) if keys.url else URL_KEYS) for place in places)
    days = (_value(place, FETCHED_KEYS) for place in places)
    return (
        _scalar(found),
        next((url for url in urls if isinstance(url, str) and url), None),
        next((day for day in days if isinstance(day, str) and is_day(day)), None),
    )


def _scalar(value: Any) -> str | None:
    if isinstance(value, str):
        return value or None
    if value is None:
        return None
    plain = isinstance(value, (bool, int, float, list, dict))
    return json.dumps(value, ensure_ascii=False, default=str) if plain else str(value)


def _value(data: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    """Return the first value that says something, or else the first there is."""
    values = [data[key] for key in keys if data.get(key) is not None]
    return next(filter(_says, values), values[0] if values else None)


def _says(value: Any) -> bool:
    """Say whether a value is more than white space."""
    return bool(value) and not value.isspace() if isinstance(value, (str, bytes)) else value is not None


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        data = json.loads(_text(line))
    except RecursionError:
        raise InputError("the JSON of this row is nested too deeply; put the text nearer to its top", place=place) from None
    except CleanerError as error:
        raise InputError(f"the row is no JSON: {error.message}; {_ONE_A_LINE}", place=place) from None
    except ValueError as error:
        raise InputError(f"the row is no JSON: {error}; {_ONE_A_LINE}", place=place) from None
    if not isinstance(data, dict):
        raise InputError(f"the row is a JSON {_JSON_NAMES[type(data)]}, not an object; {_ONE_A_LINE}", place=place)
    return data


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line).text
