"""The names of goose3 3.1: the keys of `Article.infos`, in its order; a dot stands for a key within `meta`."""

from __future__ import annotations

from typing import Any

from cleaner.compat.keys import Key, Keys, filled, host, nothing
from cleaner.record import ArticleRecord

KEYS: Keys = {
    "meta.description": nothing(str),
    "meta.lang": Key("`language`", lambda record: record.language),
    "meta.keywords": nothing(str),
    "meta.favicon": nothing(str),
    "meta.canonical": nothing(),
    "meta.encoding": Key("`metadata.encoding`", lambda record: record.metadata.get("encoding")),
    "image": nothing(),
    "domain": Key("the host of `url`", host),
    "title": Key("`title`", lambda record: record.title or ""),
    "cleaned_text": Key("`text`", lambda record: record.text),
    "opengraph": nothing(dict),
    "tags": nothing(list),
    "tweets": nothing(list),
    "movies": nothing(list),
    "links": nothing(list),
    "authors": Key("`authors`", lambda record: list(record.authors)),
    "publish_date": Key("`date`", lambda record: record.date),
}


def convert(record: ArticleRecord) -> dict[str, Any]:
    """Return a record as goose3 gives one."""
    flat = filled(KEYS, record)
    meta = {name.partition(".")[2]: value for name, value in flat.items() if name.startswith("meta.")}
    return {"meta": meta, **{name: value for name, value in flat.items() if not name.startswith("meta.")}}
