"""Web archives (WARC, WET): the records that are pages or text, and how many are none."""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from cleaner.batch.extras import fastwarc
from cleaner.batch.jsonl import Row
from cleaner.dates import is_day
from cleaner.errors import TooLargeError, UnreadableError
from cleaner.model import MediaType

TYPES: dict[str, MediaType | None] = {
    "": None,
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "application/vnd.wap.xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
    "text/x-markdown": "text/markdown",
}
"""Content types of inputs; where a record has none, its content decides."""
READ_BYTES = 1 << 20
"""Bytes of a record that are read at once."""

_CHARSET = re.compile(r"\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_INPUTS = ("response", "resource", "conversion")
_FINE = range(200, 300)
_CODED = re.compile(rb"\x1f\x8b|\x28\xb5\x2f\xfd|[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n")
"""How content begins that is gzip, Zstandard or chunked indeed; Brotli and deflate begin with anything."""
_ZLIB, _DEFLATE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS


class _Forward:
    """What fastwarc needs of a stream: to be told where it is, which pipes cannot say.

    It gives what there is at once, so that a decompressor fails no earlier than at the damage itself.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = cast(io.BufferedReader, stream)
        self.place = 0

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read1(size)
        self.place += len(data)
        return data

    def tell(self) -> int:
        return self.place


def rows(source: str, stream: BinaryIO, limit: int, passed: Counter[str]) -> Iterator[tuple[int, Row]]:
    """Yield the number of each record that is an input, from 1 over all records, and what it holds.

    Inputs are records of type `response` with an HTTP status of success, `resource` and `conversion` whose content is
    of one of `TYPES`; others are counted in `passed` by what they are. The stream is not compressed. Content of more than
    `limit` bytes is an error. Where the archive is damaged, the last row has an error.

    Raises:
        MissingExtraError: fastwarc is not installed.

    """
    archive = fastwarc().ArchiveIterator(_Forward(stream), parse_http=False, stream_detect=False)
    number = 0
    while True:
        number += 1
        place = f"{source}:{number}"
        try:
            record = next(archive, None)
            found = _read(record, place, limit) if record is not None else None
        except (OSError, EOFError, zlib.error, ValueError) as error:
            message = f"the archive is damaged in record {number}, nothing from there on is read: {error}; fetch it again"
            yield number, Row(error=UnreadableError(message, place=place))
            return
        if found is None:
            return
        if isinstance(found, str):
            passed[found] += 1
        else:
            yield number, found


def _read(record: Any, place: str, limit: int) -> Row | str:
    """Return what a record holds, or what it is if it is no input.

    Raises:
        ValueError: there is less of it than it says.

    """
    if not (record.headers.get("Content-Length") or "").isdigit():
        raise ValueError("its head is cut off or has no length")
    row = _headed(record, place)
    if isinstance(row, Row) and row.error is not None:
        return row  # how much of the record was read is not known any more
    size = record.content_length
    wanted = isinstance(row, Row) and size <= limit
    content = b"".join(iter(lambda: record.reader.read(READ_BYTES), b"")) if wanted else b""
    there = len(content) + record.consume()
    if there != size:
        raise ValueError(f"{there} of its {size} bytes are there")
    if isinstance(row, str):
        return row
    return _filled(row, content, _codings(record), limit, place) if wanted else _too_large(row, limit, place)


def _headed(record: Any, place: str) -> Row | str:
    """Return the row of a record, without its content, or what the record is if it is no input."""
    kind = str(record.record_type)
    if kind not in _INPUTS:
        return kind
    address, date = record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date")
    row = Row(url=(address or "").strip("<> ") or None, fetched=date if date and is_day(date) else None)
    stated = record.headers.get("Content-Type")
    if kind == "response" and record.is_http:
        try:
            record.parse_http(quirks_mode=True)
        except OSError as error:
            return row._replace(error=UnreadableError(f"its HTTP head cannot be read: {error}; fetch the page again", place=place))
        if record.http_headers.status_code not in _FINE:
            return "response of another status"
        stated = record.http_headers.get("Content-Type")
    name, _, parameters = (stated or "").partition(";")
    name, charset = name.strip().lower(), _CHARSET.search(parameters)
    found = row._replace(charset=charset[1] if charset else None)
    return found._replace(media_type=TYPES[name]) if name in TYPES else f"{kind} of another content type"


def _codings(record: Any) -> list[str]:
    """Return the codings of a record's content, the outermost first."""
    if not record.is_http_parsed:
        return []
    headers = record.http_headers
    fields = (*headers.get_multiple("Content-Encoding"), *headers.get_multiple("Transfer-Encoding"))
    return [name.strip().lower() for name in ",".join(fields).split(",")][::-1]


def _filled(row: Row, content: bytes, codings: list[str], limit: int, place: str) -> Row:
    """Return the row with its content, codings undone; content that is not of the coding it states stands as it is."""
    for coding in codings:
        try:
            content = _undone(content, coding, limit)
        except (OSError, EOFError, zlib.error) as error:
            if _CODED.match(content):
                return row._replace(error=UnreadableError(f"its {coding} coding is damaged: {error}; fetch the page again", place=place))
        if len(content) > limit:
            return _too_large(row, limit, place)
    return row._replace(content=content)


def _too_large(row: Row, limit: int, place: str) -> Row:
    return row._replace(error=TooLargeError(f"the record has more than {limit} bytes of content; at most so many are cleaned (Config.max_chars)", place=place))


def _undone(content: bytes, coding: str, limit: int) -> bytes:
    if coding in ("gzip", "x-gzip", "deflate"):
        return _inflated(content, limit, _ZLIB)
    readers = {"br": "BrotliReader", "zstd": "ZstdReader", "chunked": "ChunkedReader"}
    if coding not in readers:
        return content
    reader = getattr(fastwarc("fastwarc.stream_io"), readers[coding])(io.BytesIO(content))
    found = bytearray()
    while len(found) <= limit and (part := reader.read(READ_BYTES)):
        found += part
    return bytes(found)


def _inflated(content: bytes, limit: int, form: int) -> bytes:
    """Return the content of gzip, zlib or bare deflate, up to one byte over the limit."""
    unpacker = zlib.decompressobj(form)
    try:
        found = unpacker.decompress(content, limit + 1)
    except zlib.error:
        if form == _DEFLATE:
            raise
        return _inflated(content, limit, _DEFLATE)
    if not unpacker.eof and len(found) <= limit:
        raise EOFError("its end is missing")
    return found
