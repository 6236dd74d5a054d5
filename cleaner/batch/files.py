"""Paths on the command line become items: one for each file, or one for each row of one that holds many."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, Literal, NamedTuple, cast

from cleaner.batch import documents, exports, extras, jsonl, packed, parquet, warc
from cleaner.config import MAX_CHARS
from cleaner.errors import CleanerError, TooLargeError, UnreadableError
from cleaner.model import MediaType
from cleaner.regexes import regex

Container = Literal["auto", "html", "text", "markdown", "jsonl", "parquet", "warc"]
STDIN = "-"
BYTES_PER_CHAR = 4
"""Longest character of UTF-8, UTF-16 and UTF-32: more bytes than this times the limit are not read."""
HEAD_BYTES = 65_536
"""How much of the first line that is not blank is looked at to tell JSON Lines from everything else."""

NO_KEYS = jsonl.Keys()

_FORCED: dict[str, MediaType] = {"html": "text/html", "text": "text/plain", "markdown": "text/markdown"}
_ROW_SUFFIXES = (".jsonl", ".ndjson", ".jl")
_PAGE_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
_ARCHIVE_SUFFIXES = (".warc", ".wet")
_TEXT_SUFFIXES = (".txt", ".text")
PACKED_SUFFIXES = (".gz", ".zst")
_MANY = {"parquet": regex(rb"PAR1"), "warc": regex(rb"WARC/\d\.\d")}
_MANY_BYTES = 8
_LINKED = "a link to a folder is not followed: it may lead back up; give it as a path of its own"
_CHECK = "check that the path is right and the file may be read"
_REMEDIES = {
    errno.ENOENT: "check the path",
    errno.EACCES: "allow reading it (chmod +r)",
    errno.ELOOP: "the link leads back to itself; give the file it was meant for",
}
"""What to do about what the operating system says of a file."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Item:
    """One input, not read yet unless it came through a stream.

    `data` is the content, None when it is to be read from the file `source`. With `row` it is one line of
    JSON, and `parsed` is what a row of another form holds. `error` stands in for content that could not be had.
    """

    source: str
    data: bytes | None = None
    row: bool = False
    parsed: jsonl.Row | None = None
    media_type: MediaType | None = None
    error: CleanerError | None = None


class _How(NamedTuple):
    """How files are read: as what, by which keys, and where records that are no inputs are counted."""

    container: Container
    keys: jsonl.Keys
    passed: Counter[str]


def items(
    paths: Iterable[str],
    container: Container = "auto",
    keys: jsonl.Keys = NO_KEYS,
    skip: Iterable[str] = (),
    passed: Counter[str] | None = None,
) -> Iterator[Item]:
    """Yield the items of files, folders and `-` in order; whatever cannot be opened is an item with an error.

    A folder means every regular file below it, sorted, hidden ones left out. `skip` names files that are not
    taken from folders, such as the run's own output. `keys` helps to tell JSON Lines from other content, and names
    the columns of Parquet. The records of web archives that are no inputs are counted in `passed` by what they are.
    """
    skipped = {os.path.realpath(path) for path in skip}
    how = _How(container, keys, passed if passed is not None else Counter())
    for path in paths:
        if path == STDIN:
            yield from _of_stdin(how)
        elif os.path.isdir(path):
            for found in _below(path):
                if isinstance(found, Item):
                    yield found
                elif os.path.realpath(found) not in skipped:
                    yield from _of_file(found, how)
        else:
            yield from _of_file(path, how)


def holds_rows(path: str) -> bool:
    """Say whether a file is read as many inputs: rows of JSON or of a table, an archive; one object alone is text."""
    if not os.path.isfile(path):
        return False  # pipes can be read only once
    try:
        found = list(islice(items([path]), 2))
    except CleanerError:
        return False
    return len(found) > 1 or any(item.parsed is not None for item in found)


def require(container: Container) -> None:
    """Make sure that files of this kind can be read at all.

    Raises:
        MissingExtraError: the package that reads them is not installed.

    """
    needed = {"parquet": extras.pyarrow, "warc": extras.fastwarc}
    if container in needed:
        needed[container]()


def read(item: Item, max_chars: int = MAX_CHARS) -> bytes:
    """Return the bytes of an item, decompressed.

    Raises:
        UnreadableError: the file cannot be opened, read or decompressed.
        TooLargeError: it has more bytes than any text of `max_chars` characters.

    """
    if item.data is not None:
        return item.data
    limit = max_chars * BYTES_PER_CHAR
    with _reading(item.source), _opened(item.source) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(f"the file has more than {limit} bytes, and at most {max_chars} characters are cleaned (Config.max_chars); split it", place=item.source)
    return data


def _below(folder: str) -> Iterator[str | Item]:
    """Yield the regular files below a folder in the order of their path's parts."""
    failed: list[OSError] = []
    found: list[tuple[str, ...]] = []
    for top, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if os.path.islink(os.path.join(top, name))]
        below = os.path.relpath(top, folder)
        parts = () if below == os.curdir else tuple(below.split(os.sep))
        regular = [name for name in names if not name.startswith(".") and _is_regular(os.path.join(top, name))]
        found += [(*parts, name) for name in (*regular, *linked)]
    for error in failed:
        source = str(error.filename)
        yield Item(source, error=UnreadableError(f"cannot list the folder: {error.strerror}; allow reading it, or leave it out", place=source))
    for parts in sorted(found):
        path = os.path.join(folder, *parts)
        yield Item(path, error=UnreadableError(_LINKED, place=path)) if os.path.isdir(path) else path


def _is_regular(path: str) -> bool:
    # A link that leads nowhere is kept, so that it becomes an error row instead of disappearing.
    return os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path))


def _stdin() -> BinaryIO:
    if sys.stdin is None:  # as a shell's <&- leaves it
        raise UnreadableError("standard input is closed; pipe the text in, or give a path")
    return sys.stdin.buffer


def _of_stdin(how: _How) -> Iterator[Item]:
    try:
        with _reading(STDIN):
            yield from _of_stream(STDIN, packed.opened(_stdin()), how)
    except CleanerError as error:
        yield Item(STDIN, error=error)


def _of_file(path: str, how: _How) -> Iterator[Item]:
    named = how.container == "auto" and _suffix(path) in _PAGE_SUFFIXES and not _holds_many(path, how.keys)
    if how.container in _FORCED or named:
        yield Item(path, media_type=_FORCED.get(how.container))
        return
    try:
        with _reading(path), _opened(path) as stream:
            yield from _of_stream(path, stream, how)
    except CleanerError as error:
        yield Item(path, error=error)


def _holds_many(path: str, keys: jsonl.Keys) -> bool:
    """Tell whether a file that is named like a page begins like a table or an archive, or as text like rows of JSON or several stories.

    Pipes can be read only once.
    """
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            if _begun(file.read(_MANY_BYTES)):
                return True
            file.seek(0)
            if _suffix(path) not in _TEXT_SUFFIXES:
                return False
            if _begins_with_rows(packed.opened(file), keys):
                return True
            file.seek(0)
            return exports.is_marked(packed.opened(file).read(HEAD_BYTES))
    except (OSError, EOFError, ValueError, CleanerError):
        return False  # whoever reads the file says what is wrong with it


def _begins_with_rows(stream: BinaryIO, keys: jsonl.Keys) -> bool:
    """Tell whether one of the first two lines is a row, and the other begins as one: one alone is text that a program wrote down."""
    _, first = _begin(stream)
    if not jsonl.begins_row(first, keys):
        return False
    if not first.endswith(b"\n"):
        stream.readline(MAX_CHARS * BYTES_PER_CHAR)
    _, second = _begin(stream)
    if jsonl.looks_like_rows(first, keys):
        return jsonl.begins_row(second, keys)
    return jsonl.looks_like_rows(second, keys)


def _kind(source: str, stream: BinaryIO) -> str:
    """Return what holds many inputs by how it begins, or by its name where its beginning is damaged."""
    try:
        return _begun(cast(io.BufferedReader, stream).peek(_MANY_BYTES))
    except EOFError:
        if _suffix(source) in _ARCHIVE_SUFFIXES:
            return "warc"
        raise


def _begun(head: bytes) -> str:
    return next((name for name, pattern in _MANY.items() if pattern.match(head)), "")


def _of_stream(source: str, stream: BinaryIO, how: _How) -> Iterator[Item]:
    """Yield the items of an open stream; a file that is one page is read later, by whoever cleans it."""
    container = how.container
    if container in _FORCED:
        yield Item(source, _limited(stream), media_type=_FORCED[container])
        return
    if container == "auto":
        container = cast(Container, _kind(source, stream) or container)
    if container in _MANY:
        yield from _whole(source, stream, _of_many(source, stream, how._replace(container=container)))
        return
    blank, head = _begin(stream)
    named = container == "jsonl" or _suffix(source) in _ROW_SUFFIXES
    if not named and _is_broken_row(head, how.keys):
        head += stream.readline(HEAD_BYTES)
    if named or jsonl.looks_like_rows(_last_line(head), how.keys):
        wide = head.startswith(_WIDE_MARKS)
        lines = _unwidened(head, stream) if wide else chain(blank, _whole_lines(head, stream), stream)
        yield from _whole(source, stream, _rows(source, lines))
        return
    head += stream.read(HEAD_BYTES) if documents.begins_one(head) else b""
    if _is_document(source, head, how.keys):
        parts = documents.parts(source, chain((b"".join((*blank, head)),), _pieces(stream)), how.keys, MAX_CHARS)
        yield from _whole(source, stream, _parts(source, parts))
    else:
        yield from _of_text(source, b"".join((*blank, head)) + stream.read(HEAD_BYTES), stream)


def _of_text(source: str, head: bytes, stream: BinaryIO) -> Iterator[Item]:
    """Yield the stories of a newspaper archive's file, else the file as one input; what is no file is read now."""
    is_marked = exports.is_marked(head)
    data = head + _limited(stream) if is_marked or not os.path.isfile(source) else None
    stories = exports.stories(data) if is_marked and data else ()
    for number, story in enumerate(stories, 1):
        yield Item(f"{source}:{number}", story.encode(), media_type="text/plain")
    if not stories:
        yield Item(source, None if os.path.isfile(source) else data)


def _begin(stream: BinaryIO) -> tuple[list[bytes], bytes]:
    """Return the blank lines that a stream begins with, and what is looked at of the first other line."""
    blank: list[bytes] = []
    left = HEAD_BYTES
    while left > 0 and (line := stream.readline(left)):
        if not _is_blank(line) or not line.endswith(b"\n"):
            return blank, line
        blank.append(line)
        left -= len(line)
    return blank, b""


def _is_document(source: str, head: bytes, keys: jsonl.Keys) -> bool:
    """Tell whether a file is JSON whose rows are not lines."""
    named = _suffix(source) == ".json" and (head.startswith(_WIDE_MARKS) or documents.begins_one(head))
    return named or documents.looks_like_one(head, keys)


def _parts(source: str, parts: Iterable[documents.Part]) -> Iterator[Item]:
    """Yield an item for each row of a document."""
    for number, part in enumerate(parts, 1):
        place = f"{source}:{number}"
        yield Item(place, part.line, row=True) if part.error is None else Item(place, error=part.error)


def _of_many(source: str, stream: BinaryIO, how: _How) -> Iterator[Item]:
    """Yield the items of a table or an archive."""
    if how.container == "parquet":
        rows = parquet.rows(source, stream, how.keys)
    else:
        rows = warc.rows(source, stream, MAX_CHARS * BYTES_PER_CHAR, how.passed)
    for number, row in rows:
        yield Item(f"{source}:{number}", parsed=row)


def _limited(stream: BinaryIO) -> bytes:
    return stream.read(MAX_CHARS * BYTES_PER_CHAR + 1)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(HEAD_BYTES), b"")


def _is_broken_row(line: bytes, keys: jsonl.Keys) -> bool:
    """Tell whether a whole line begins as a row and is none; what stands below it tells whether it was meant as one."""
    return line.endswith(b"\n") and jsonl.begins_row(line, keys) and not jsonl.looks_like_rows(line, keys)


def _last_line(head: bytes) -> bytes:
    return head[head.rfind(b"\n", 0, -1) + 1 :]


def _whole_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    *ended, rest = head.split(b"\n")
    yield from (line + b"\n" for line in ended)
    if rest:
        yield rest + stream.readline()


def _unwidened(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of UTF-16 or UTF-32 as UTF-8, because their line ends are no single bytes."""
    begun: list[str] = []
    for piece in documents.decoded(chain((head,), _pieces(stream))):
        *ended, rest = piece.split("\n")
        for line in ended:
            yield "".join((*begun, line, "\n")).encode()
            begun.clear()
        begun.append(rest)
    yield "".join(begun).encode()


def _rows(source: str, lines: Iterable[bytes]) -> Iterator[Item]:
    """Yield an item for each line that is not blank."""
    for number, line in enumerate(lines, 1):
        if not _is_blank(line):
            yield Item(f"{source}:{number}", line, row=True)


def _is_blank(line: bytes) -> bool:
    return not line.removeprefix(codecs.BOM_UTF8).strip()


def _whole(source: str, stream: BinaryIO, found: Iterator[Item]) -> Iterator[Item]:
    """Yield what was `found` in a file, and an empty item for the file when that is nothing."""
    yield next(found, Item(source, b""))
    yield from found
    packed.check_end(stream)


def _suffix(path: str) -> str:
    stem, suffix = os.path.splitext(path.lower())
    return os.path.splitext(stem)[1] if suffix in PACKED_SUFFIXES else suffix


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """Open a file for reading, through a decompressor when its first bytes ask for one."""
    with open(path, "rb") as stream:
        yield packed.opened(stream)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file, decompressed, or standard input where `path` is `-`.

    Raises:
        UnreadableError: it cannot be opened, read or decompressed.
    """
    with _reading(path):
        if path == STDIN:
            yield packed.opened(_stdin())
            return
        with _opened(path) as stream:
            yield stream


class _reading(AbstractContextManager[None]):  # noqa: N801 - used like a function
    """Turns what the operating system or a decompressor says about a file into our errors."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, CleanerError):
            error.place = error.place or self.path
        elif isinstance(error, EOFError):
            raise UnreadableError(f"the compressed data is damaged: {error}; fetch or pack it again", place=self.path) from error
        elif isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise UnreadableError(f"cannot read the file: {reason}; {_REMEDIES.get(error.errno or 0, _CHECK)}", place=self.path) from error
        elif isinstance(error, ValueError):
            raise UnreadableError(f"cannot read the file: {error}; {_CHECK}", place=self.path) from error
