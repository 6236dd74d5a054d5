"""JSON that is no row a line: a list of rows, values one after the other over many lines, rows inside other values."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from cleaner.batch import jsonl
from cleaner.decode import BOMS
from cleaner.errors import CleanerError, InputError, TooLargeError
from cleaner.regexes import regex

READ_AT_ONCE = 1 << 16
"""Characters read before a value is tried; for one that goes on, twice as many each time, so that little is parsed often."""
LONGEST_TOKEN = 16
"""Characters before the end of what was read in which an error may be that a word, a number or an escape is cut."""
UNKNOWN_BYTES = "surrogateescape"
"""Keeps bytes that are no UTF-8, so that a row's own encoding can be told later."""
_DECODER = json.JSONDecoder()
_BETWEEN = regex(r"[\s,\[\]\x1e]+")
_NEXT_OBJECT = regex(r"\n([ \t]*)[\[,]?[ \t]*(?=\{)")
_BEGUN = regex(rb'\s*(?:\[|\{\s*(?:["}]|$))')
_LIST_BEGUN = regex(rb'\s*\[\s*\{\s*"')
_OBJECT_BEGUN = regex(r'[\s,\[\x1e]*\{\s*"')
_GOES_ON = regex(r"[\s,\[\]\x1e]*(?:\{|$)")


class Part(NamedTuple):
    """One row of a document as a line of JSON, or why there is none."""

    line: bytes = b""
    error: CleanerError | None = None


def begins_one(head: bytes) -> bool:
    """Tell whether `head` can be the beginning of JSON."""
    return _BEGUN.match(head.removeprefix(codecs.BOM_UTF8)) is not None


def looks_like_one(head: bytes, keys: jsonl.Keys) -> bool:
    """Tell whether a file that begins with `head` is a list of objects, or objects one after the other, with content in it.

    Of an object that goes on behind `head`, all that is there must be JSON.
    """
    head = head.removeprefix(codecs.BOM_UTF8)
    if not jsonl.names_content(head, keys):
        return False
    text = head.decode(errors=UNKNOWN_BYTES)
    begun = _OBJECT_BEGUN.match(text)
    if _LIST_BEGUN.match(head) or not begun:
        return bool(begun)
    start = text.index("{")
    try:
        value, end = _DECODER.raw_decode(text, start)
    except RecursionError:
        return False
    except ValueError as error:
        return _is_cut(error, text)
    wanted = jsonl.content_keys(keys)
    rows = jsonl.rows_in(value, keys)
    return not wanted.isdisjoint(rows[0]) and _GOES_ON.match(text, end) is not None


def _is_cut(error: ValueError, text: str) -> bool:
    """Say whether an error of JSON may be that the text ends too early; a number of too many digits has no place."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.pos >= len(text) - LONGEST_TOKEN or error.msg.startswith("Unterminated string")


def parts(source: str, pieces: Iterable[bytes], keys: jsonl.Keys, limit: int) -> Iterator[Part]:
    """Yield the rows of a document in order; no value may have more than `limit` characters.

    What is no JSON becomes one part with an error, and the next line that begins an object goes on.
    """
    left = _Text(decoded(pieces), limit)
    while left.forward():
        try:
            value, written = left.value()
        except CleanerError as error:
            error.place = source
            yield Part(error=error)
            left.skip()
            continue
        for row in jsonl.rows_in(value, keys):
            line = written if row is value else json.dumps(row)
            yield Part(line.encode("utf-8", UNKNOWN_BYTES))


def decoded(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the text of bytes piece by piece, by the mark they begin with, else as UTF-8."""
    left = iter(pieces)
    first = next(left, b"")
    mark, encoding = next((known for known in BOMS if first.startswith(known[0])), (b"", "utf-8"))
    decoder = codecs.getincrementaldecoder(encoding)(UNKNOWN_BYTES if encoding == "utf-8" else "replace")
    yield from map(decoder.decode, chain((first.removeprefix(mark),), left))
    yield decoder.decode(b"", final=True)


class _Text:
    """The document's text; `at` is where the next value is looked for, `indent` how far in its line it begins.

    `lines` and `columns` are how many lines, and characters of the last one, stood before the text that is held.
    """

    def __init__(self, pieces: Iterator[str], limit: int) -> None:
        self.pieces = pieces
        self.limit = limit
        self.text = ""
        self.at = 0
        self.indent = 0
        self.lines = 0
        self.columns = 0

    def forward(self) -> bool:
        """Go to the next value, over what stands between two; False at the end."""
        while True:
            between = _BETWEEN.match(self.text, self.at)
            if between:
                self.indent = len(between.group().rpartition("\n")[2])
                self.at = between.end()
            if self.at < len(self.text) or not self._more(READ_AT_ONCE):
                return self.at < len(self.text)

    def value(self) -> tuple[Any, str]:
        """Return the value that begins here, with its text, and go behind it.

        Raises:
            TooLargeError: it has more characters than the limit.
            InputError: what stands here is no JSON.

        """
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except RecursionError:
                raise InputError("the JSON is nested too deeply; write its rows one a line, as jq -c '.KEY[]' does") from None
            except ValueError as error:
                if _is_cut(error, self.text) and self._more(max(len(self.text), READ_AT_ONCE)):
                    continue
                raise InputError(f"the JSON is broken: {self._described(error)}; mend it, or write its rows one a line, as jq -c '.KEY[]' does") from None
            if end < len(self.text) or not self._more(READ_AT_ONCE):  # a number may go on
                written, self.at = self.text[self.at : end], end
                return value, written

    def _described(self, error: ValueError) -> str:
        """Return what is wrong, and where in the document."""
        if not isinstance(error, json.JSONDecodeError):
            return str(error)
        lines, columns = self._before(error.pos)
        return f"{error.msg}: line {lines + 1} column {columns + 1}"

    def _before(self, at: int) -> tuple[int, int]:
        """Return how many lines of the document stand before a place in the text, and characters of the last one."""
        ended = self.text.rfind("\n", 0, at)
        columns = at - ended - 1 if ended >= 0 else self.columns + at
        return self.lines + self.text.count("\n", 0, at), columns

    def skip(self) -> None:
        """Go to the next line that begins an object, not further in than the value that began here."""
        while True:
            lines = _NEXT_OBJECT.finditer(self.text, self.at)
            following = next((line for line in lines if len(line[1]) <= self.indent), None)
            self.at = following.end() if following else len(self.text)
            if following or not self._more(READ_AT_ONCE):
                return

    def _more(self, size: int) -> bool:
        """Read on by at least `size` characters; False at the end."""
        if len(self.text) - self.at > self.limit:
            message = f"one value of the JSON has more than {self.limit} characters"
            raise TooLargeError(f"{message}; if it holds rows, write them one a line, as jq -c '.KEY[]' does")
        read = [self.text[self.at :]]
        while size > 0 and (piece := next(self.pieces, None)) is not None:
            read.append(piece)
            size -= len(piece)
        self.lines, self.columns = self._before(self.at)
        self.text, self.at = "".join(read), 0
        return len(read) > 1
