"""Turn a scrape into one clean, explained and scored article record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner import errors
from cleaner.config import Config
from cleaner.record import ArticleRecord

if TYPE_CHECKING:
    from cleaner.pipeline import Cleaner, clean, visible

__version__ = "0.1.0"
__all__ = ["ArticleRecord", "Cleaner", "Config", "clean", "errors", "visible"]


def __getattr__(name: str) -> object:
    """Return what the pipeline gives, imported when it is first asked for: that takes half a second, for which `--help` need not wait."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from cleaner import pipeline  # noqa: PLC0415 - as the docstring says

    value: object = getattr(pipeline, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, with those that were not asked for yet."""
    return sorted({*globals(), *__all__})
