"""Turn a scrape into one clean, explained and scored article record."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner import errors
    from cleaner.config import Config
    from cleaner.pipeline import Cleaner, clean, visible
    from cleaner.record import ArticleRecord

__version__ = "0.1.0"
__all__ = ["ArticleRecord", "Cleaner", "Config", "clean", "errors", "visible"]

_MODULES = {"ArticleRecord": "record", "Cleaner": "pipeline", "Config": "config", "clean": "pipeline", "visible": "pipeline"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the pipeline takes half a second, for which `--help` need not wait."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_MODULES.get(name, name)}")
    value: object = getattr(module, name) if name in _MODULES else module
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, with those that were not asked for yet."""
    return sorted({*globals(), *__all__})
