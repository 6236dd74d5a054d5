"""The names of newspaper4k 0.9: the keys of `Article.to_json()`, in its order, and `Article.source_url`."""

from __future__ import annotations

from typing import Any

from cleaner.compat.keys import Key, Keys, filled, host, nothing
from cleaner.record import ArticleRecord
from cleaner.urls import split


def _site(record: ArticleRecord) -> str:
    name = host(record)
    return f"{split(record.url or '').scheme}://{name}" if name else ""


KEYS: Keys = {
    "url": Key("`url`", lambda record: record.url or ""),
    "read_more_link": nothing(str),
    "language": Key("`language`", lambda record: record.language or ""),
    "title": Key("`title`", lambda record: record.title or ""),
    "top_image": nothing(str),
    "meta_img": nothing(str),
    "images": nothing(list),
    "movies": nothing(list),
    "keywords": nothing(list),
    "meta_keywords": nothing(list),
    "tags": nothing(),
    "authors": Key("`authors`", lambda record: list(record.authors)),
    "publish_date": Key("`date`", lambda record: record.date),
    "summary": Key("`summary`, one a line", lambda record: "\n".join(record.summary)),
    "meta_description": nothing(str),
    "meta_lang": Key("`language`", lambda record: record.language or ""),
    "meta_favicon": nothing(str),
    "meta_site_name": Key("`site_name`", lambda record: record.site_name or ""),
    "canonical_link": nothing(str),
    "text": Key("`text`", lambda record: record.text),
    "source_url": Key("scheme and host of `url`", _site),
}


def convert(record: ArticleRecord) -> dict[str, Any]:
    """Return a record as newspaper4k writes one."""
    return filled(KEYS, record)
