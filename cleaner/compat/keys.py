"""What the tables of other tools' keys are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from cleaner import urls
from cleaner.record import ArticleRecord

DAY_CHARS = len("2024-05-03")


class Key(NamedTuple):
    """What stands under a key of another tool: in words, and as a function of the record."""

    ours: str
    value: Callable[[ArticleRecord], Any]


Keys = Mapping[str, Key]


def nothing(empty: Callable[[], Any] = lambda: None) -> Key:
    """Return the key of a value that we do not have; `empty` makes what the tool writes then."""
    return Key("", lambda _: empty())


ERROR = Key("`error`: null, or why there is no article", lambda record: dict(record.error) if record.error else None)
"""The one key that is ours in every tool's rows."""


def filled(keys: Keys, record: ArticleRecord) -> dict[str, Any]:
    """Return the record under a tool's keys, and under `error` what went wrong."""
    return {**{name: key.value(record) for name, key in keys.items()}, "error": ERROR.value(record)}


def host(record: ArticleRecord) -> str | None:
    """Return the host of the page's address, None where there is none."""
    return urls.host(record.url or "") or None
