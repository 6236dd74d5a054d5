"""Packages that only some inputs and outputs need, imported when they are."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cleaner.errors import MissingExtraError, how_to_install


def pyarrow(module: str = "pyarrow") -> Any:
    """Return a module of pyarrow.

    Raises:
        MissingExtraError: it is not installed.

    """
    return _loaded(module, "Parquet and Arrow need the pyarrow package", "parquet")


def fastwarc(module: str = "fastwarc.warc") -> Any:
    """Return a module of fastwarc.

    Raises:
        MissingExtraError: it is not installed.

    """
    return _loaded(module, "reading WARC needs the fastwarc package", "warc")


def _loaded(module: str, what: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"{what}; install it with: {how_to_install(extra)}") from error
