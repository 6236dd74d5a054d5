"""Compressed files: gzip and Zstandard, read to their end and no further."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

from cleaner.errors import MissingExtraError, UnreadableError
from cleaner.regexes import regex

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ZSTD_HELP = "install it with: pip install zstandard"
_MAGIC_BYTES = 4
_KEPT_BYTES = 1 << 20
"""What is kept of a member that is being unpacked: a page is seldom longer, compressed."""
_TOLD_BYTES = 16
"""What is unpacked of a member to see how it begins, if there is so much."""
FOLLOWED = "behind the compressed data stands what is none"


class Unpacker(Protocol):
    """What decompresses one member of a file."""

    @property
    def eof(self) -> bool:
        """Whether the member is complete."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What stood behind the member in the bytes that were given."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """Return what there is more of the member's content."""
        ...


class _Form(NamedTuple):
    """A form of compression: how a file of it begins, how its further members do, what they may have between them.

    `at_once` is how many bytes are decompressed at once, so that what comes out stays below about 30 megabytes whatever
    they say: gzip packs a byte into a thousand at best, Zstandard 128 kilobytes into four. `unpacker` gives what
    decompresses a member, and what it raises where that is damaged. `probed` is how many bytes are unpacked to see how a member
    begins, and in what steps: gzip's tables take about a hundred, Zstandard gives a block of 128 kilobytes at once.
    """

    first: bytes
    further: re.Pattern[bytes]
    padding: bytes
    at_once: int
    probed: range
    unpacker: Callable[[], tuple[Unpacker, type[Exception]]]


def _gzip() -> tuple[Unpacker, type[Exception]]:
    import zlib  # noqa: PLC0415 - as the other forms are loaded

    return zlib.decompressobj(zlib.MAX_WBITS | 16), zlib.error


def _zstd() -> tuple[Unpacker, type[Exception]]:
    if sys.version_info >= (3, 14):
        zstd = import_module("compression.zstd")
        return zstd.ZstdDecompressor(), zstd.ZstdError
    try:
        import zstandard  # noqa: PLC0415 - few files need it
    except ImportError as error:
        raise MissingExtraError(f"reading .zst needs the zstandard package; {_ZSTD_HELP}") from error
    return cast(Unpacker, zstandard.ZstdDecompressor().decompressobj()), zstandard.ZstdError


_FORMS = (
    _Form(b"\x1f\x8b", regex(rb"\x1f\x8b"), b"\0", 1 << 14, range(0, 512, 16), _gzip),
    # Between frames may stand some that hold no content.
    _Form(b"\x28\xb5\x2f\xfd", regex(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), b"", 1 << 10, range(0, 1 << 17, 1 << 10), _zstd),
)


def opened(stream: BinaryIO) -> BinaryIO:
    """Return the stream, through a decompressor when its first bytes ask for one.

    Where the data is damaged, the stream raises `EOFError`; `skip` goes on behind that.

    Raises:
        MissingExtraError: the package that decompresses it is not installed.

    """
    magic = cast(io.BufferedReader, stream).peek(_MAGIC_BYTES)[:_MAGIC_BYTES]
    form = next((form for form in _FORMS if magic.startswith(form.first)), None)
    if form is None:
        return stream
    form.unpacker()
    return cast(BinaryIO, io.BufferedReader(_Members(stream, form)))


def followed(stream: BinaryIO) -> bool:
    """Say whether a stream, now at its end, has something behind its last member that begins none."""
    members = _members_of(stream)
    return members is not None and members.followed


def skip(stream: BinaryIO, begun: bytes) -> bool:
    """Go on, after damage, at the next member whose content begins with `begun`; say whether there is one."""
    members = _members_of(stream)
    return members is not None and members.skip(begun)


def _members_of(stream: BinaryIO) -> _Members | None:
    """Return what `opened` put between a packed stream and its reader, None where nothing is packed."""
    members = getattr(stream, "raw", None)
    return members if isinstance(members, _Members) else None


def check_end(stream: BinaryIO) -> None:
    """Make sure that a stream of rows, now at its end, had nothing behind its last member: there may have been more rows.

    Raises:
        UnreadableError: there was.

    """
    if followed(stream):
        raise UnreadableError(f"{FOLLOWED}; it is not read, pack it again if it is wanted")


class _Members(io.RawIOBase):
    """The content of a file's members, one after the other. Bytes behind them that begin none are left, as gzip leaves them.

    `followed` says, at the end, that there were such bytes. What is read of the file and not unpacked yet is kept, and the
    last of what was: the damage of a member may show late, when the next has begun.
    """

    def __init__(self, stream: BinaryIO, form: _Form) -> None:
        self.followed = False
        self._stream, self._form = stream, form
        self._read = stream.read(form.at_once)
        self._done = bytearray()
        self._damage = ""
        self._pieces = self._unpacked()
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        if self._damage:
            raise EOFError(self._damage)
        if not self._left:
            self._left = memoryview(self._next_piece())
        target = memoryview(buffer).cast("B")
        size = min(len(target), len(self._left))
        target[:size] = self._left[:size]
        self._left = self._left[size:]
        return size

    def skip(self, begun: bytes) -> bool:
        self._damage, self._left, self.followed = "", memoryview(b""), False
        data, mark = bytes(self._done[1:]) + self._read, self._form.first
        while data := self._filled(data):
            if data.startswith(mark) and self._beginning(data).startswith(begun):
                self._read = data
                self._done.clear()
                self._pieces = self._unpacked()
                return True
            place = data.find(mark, 1)
            data = data[place if place > 0 else max(len(data) - len(mark) + 1, 1) :]
        self._read = b""
        return False

    def _filled(self, data: bytes) -> bytes:
        """Return data of which so much is there that it can be seen how a member begins, if the file has so much."""
        wanted = self._form.probed.stop
        return data if len(data) >= wanted else data + self._stream.read(wanted)

    def _next_piece(self) -> bytes:
        try:
            return next(filter(None, self._pieces), b"")
        except EOFError as error:
            self._damage = str(error)  # said again until somebody skips it
            raise

    def _beginning(self, data: bytes) -> bytes:
        """Return what a member begins with, in small steps, as one with damage in it gives nothing."""
        unpacker, damage = self._form.unpacker()
        content = b""
        with suppress(damage):
            for place in self._form.probed:
                content += unpacker.decompress(data[place : place + self._form.probed.step])
                if len(content) >= _TOLD_BYTES or unpacker.eof:
                    break
        return content

    def _unpacked(self) -> Iterator[bytes]:
        form = self._form
        while self._read:
            unpacker, damage = form.unpacker()
            given = False
            while not unpacker.eof:
                if not self._read:
                    raise EOFError("its end is missing")
                piece, self._read = self._read[: form.at_once], self._read[form.at_once :]
                self._keep(piece)
                try:
                    content = unpacker.decompress(piece)
                except damage as error:
                    if not given:  # of the first piece, so much that it can be told what the file holds
                        yield self._beginning(bytes(self._done))
                    raise EOFError(str(error)) from error
                given = given or bool(content)
                yield content
                self._read = self._read or (b"" if unpacker.eof else self._stream.read(form.at_once))
            self._done.clear()
            self._read = _next_member(unpacker.unused_data + self._read, self._stream, form)
            if self._read and not form.further.match(self._read) and not form.first.startswith(self._read):
                self.followed = True
                return

    def _keep(self, piece: bytes) -> None:
        self._done += piece
        if len(self._done) > 2 * _KEPT_BYTES:
            del self._done[:-_KEPT_BYTES]


def _next_member(left: bytes, stream: BinaryIO, form: _Form) -> bytes:
    """Return what follows a member: nothing, or bytes that tell whether they begin another."""
    left = left.lstrip(form.padding) if form.padding else left
    while len(left) < _MAGIC_BYTES and (more := stream.read(form.at_once)):
        left = (left + more).lstrip(form.padding) if form.padding else left + more
    return left
