"""Writing files: what the operating system refuses becomes an error of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from cleaner.errors import UsageError


class Closes(Protocol):
    """What is closed when all is written."""

    def close(self) -> None:
        """Write what is left."""


File = TypeVar("File", bound=Closes)


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turn what the operating system says while `path` is written into our error.

    That a pipe's reader has gone is no error, and passes as it is.

    Raises:
        UsageError: it cannot be written.

    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}", place=path) from error


@contextmanager
def closed(file: File, path: str) -> Iterator[File]:
    """Give a file and close it in the end; only errors of closing are taken for errors of writing it.

    Raises:
        UsageError: what was left cannot be written.

    """
    try:
        yield file
    finally:
        with writing(path):
            file.close()
