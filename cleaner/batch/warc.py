"""Web archives (WARC, WET): the records that are pages or text, and how many are none."""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from cleaner.batch import packed
from cleaner.batch.extras import fastwarc
from cleaner.batch.jsonl import Row
from cleaner.dates import is_day
from cleaner.errors import TooLargeError, UnreadableError
from cleaner.model import MediaType
from cleaner.regexes import regex

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
KEPT_BYTES, HEAD_BYTES = 1 << 17, 64
"""What is kept of an archive to find the next record in: twice what fastwarc asks for, and how a record begins."""

_MARK = b"WARC/"
_BEGUN = regex(rb"^WARC/\d\.\d\r?\n[A-Za-z-]+:", re.MULTILINE)
_CHARSET = regex(r"\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_INPUTS = ("response", "resource", "conversion")
_FINE = range(200, 300)
_CODED = regex(rb"\x1f\x8b|\x28\xb5\x2f\xfd|[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n")
"""How content begins that is gzip, Zstandard or chunked indeed; Brotli and deflate begin with anything."""
_ZLIB, _DEFLATE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS


class _Forward:
    """What fastwarc needs of a stream: to be told where it is, which pipes cannot say.

    It gives what there is at once, so that a decompressor fails no earlier than at the damage itself. The last of what it
    gave is kept: a reader of records has it in its hands when it finds that it is none.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.place = 0
        self._stream = cast(io.BufferedReader, stream)
        self._kept = self._again = b""
        self._broken = False

    def read(self, size: int = READ_BYTES) -> bytes:
        data, self._again = self._again[:size] or self._more(size), self._again[size:]
        self._kept = (self._kept + data)[-KEPT_BYTES:]
        self.place += len(data)
        return data

    def tell(self) -> int:
        return self.place

    def check_end(self) -> None:
        """Raise `EOFError` where the stream is of packed members and something else follows them."""
        if packed.followed(self._stream):
            self._broken = True
            raise EOFError(packed.FOLLOWED)

    def skip(self, start: int) -> bool:
        """Go on, after damage, at the next record, not before the place `start`; say whether there is one."""
        if not self._broken:
            left = self._kept[max(start - self.place + len(self._kept), 0) :] + self._again
            self.place, self._again = self.place + len(self._again), b""
            try:
                return self._is_found_in(left)
            except EOFError:  # more damage stands before the next record
                pass
        self._kept, self._broken = b"", False
        return packed.skip(self._stream, _MARK)

    def _is_found_in(self, left: bytes) -> bool:
        """Put back what stands in `left`, and what follows it, from the next record on; say whether there is one."""
        while not (begun := _BEGUN.search(left)):
            more = self._more(READ_BYTES)
            if not more:
                self.check_end()
                return False
            self.place, left = self.place + len(more), left[-HEAD_BYTES:] + more
        self._again = left[begun.start() :]
        self.place -= len(self._again)
        return True

    def _more(self, size: int) -> bytes:
        try:
            return self._stream.read1(size)
        except EOFError:
            self._broken = True
            raise


def rows(source: str, stream: BinaryIO, limit: int, passed: Counter[str]) -> Iterator[tuple[int, Row]]:
    """Yield the number of each record that is an input, from 1 over all records, and what it holds.

    Inputs are records of type `response` with an HTTP status of success, `resource` and `conversion` whose content is
    of one of `TYPES`; others are counted in `passed` by what they are. The stream is decompressed. Content of more than `limit`
    bytes is an error. Where the archive is damaged, one row has an error that says so, and reading goes on at the next record that is found.

    Raises:
        MissingExtraError: fastwarc is not installed.

    """
    forward = _Forward(stream)
    records = _records(forward)
    number = start = 0
    while True:
        number += 1
        place = f"{source}:{number}"
        try:
            record = next(records, None)
            if record is None:
                forward.check_end()
                return
            start = record.stream_pos + 1
            found = _read(record, place, limit)
            start = record.stream_pos + record.content_length
        except (OSError, EOFError, ValueError) as error:
            more = forward.skip(start)
            yield number, Row(error=_damage(number, error, place, more=more))
            if not more:
                return
            records = _records(forward)
            continue
        if isinstance(found, str):
            passed[found] += 1
        else:
            yield number, found


def _records(forward: _Forward) -> Iterator[Any]:
    return cast(Iterator[Any], fastwarc().ArchiveIterator(forward, parse_http=False, stream_detect=False))


def _damage(number: int, error: Exception, place: str, *, more: bool) -> UnreadableError:
    rest = "reading goes on at the next record that was found" if more else "nothing from there on is read"
    return UnreadableError(f"the archive is damaged in record {number}, {rest}: {error}; fetch it again", place=place)


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
