"""Compressed files: gzip and Zstandard, read to their end and no further."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

from cleaner.errors import MissingExtraError, UnreadableError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ZSTD_HELP = "install it with: pip install zstandard"
_MAGIC_BYTES = 4


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
    they say: gzip packs a byte into a thousand at best, Zstandard 128 kilobytes into four.
    """

    first: bytes
    further: re.Pattern[bytes]
    padding: bytes
    at_once: int
    unpacker: Callable[[], Unpacker]


def _gzip() -> Unpacker:
    import zlib  # noqa: PLC0415 - as the other forms are loaded

    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _zstd() -> Unpacker:
    if sys.version_info >= (3, 14):
        return cast(Unpacker, import_module("compression.zstd").ZstdDecompressor())
    try:
        import zstandard  # noqa: PLC0415 - few files need it
    except ImportError as error:
        raise MissingExtraError(f"reading .zst needs the zstandard package; {_ZSTD_HELP}") from error
    return cast(Unpacker, zstandard.ZstdDecompressor().decompressobj())


_FORMS = (
    _Form(b"\x1f\x8b", re.compile(rb"\x1f\x8b"), b"\0", 1 << 14, _gzip),
    # Between frames may stand some that hold no content.
    _Form(b"\x28\xb5\x2f\xfd", re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), b"", 1 << 10, _zstd),
)


def opened(stream: BinaryIO) -> BinaryIO:
    """Return the stream, through a decompressor when its first bytes ask for one.

    Raises:
        MissingExtraError: the package that decompresses it is not installed.

    """
    magic = cast(io.BufferedReader, stream).peek(_MAGIC_BYTES)[:_MAGIC_BYTES]
    form = next((form for form in _FORMS if magic.startswith(form.first)), None)
    if form is None:
        return stream
    form.unpacker()
    return cast(BinaryIO, io.BufferedReader(_Members(stream, form)))


def check_end(stream: BinaryIO) -> None:
    """Make sure that a stream of rows, now at its end, had nothing behind its last member: there may have been more rows.

    Raises:
        UnreadableError: there was.

    """
    members = getattr(stream, "raw", None)
    if isinstance(members, _Members) and members.followed:
        raise UnreadableError("behind the compressed data stands what is none; it is not read, pack it again if it is wanted")


class _Members(io.RawIOBase):
    """The content of a file's members, one after the other. Bytes behind them that begin none are left, as gzip leaves them.

    `followed` says, at the end, that there were such bytes.
    """

    def __init__(self, stream: BinaryIO, form: _Form) -> None:
        self.followed = False
        self._pieces = self._unpacked(stream, form)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        if not self._left:
            self._left = memoryview(next(filter(None, self._pieces), b""))
        target = memoryview(buffer).cast("B")
        size = min(len(target), len(self._left))
        target[:size] = self._left[:size]
        self._left = self._left[size:]
        return size

    def _unpacked(self, stream: BinaryIO, form: _Form) -> Iterator[bytes]:
        left = stream.read(form.at_once)
        while left:
            unpacker = form.unpacker()
            while not unpacker.eof:
                if not left:
                    raise EOFError("its end is missing")
                yield unpacker.decompress(left[: form.at_once])
                left = left[form.at_once :] or (b"" if unpacker.eof else stream.read(form.at_once))
            left = _next_member(unpacker.unused_data + left, stream, form)
            if left and not form.further.match(left) and not form.first.startswith(left):
                self.followed = True
                return


def _next_member(left: bytes, stream: BinaryIO, form: _Form) -> bytes:
    """Return what follows a member: nothing, or bytes that tell whether they begin another."""
    left = left.lstrip(form.padding) if form.padding else left
    while len(left) < _MAGIC_BYTES and (more := stream.read(form.at_once)):
        left = (left + more).lstrip(form.padding) if form.padding else left + more
    return left
