"""The names of trafilatura 2.3: the keys of `trafilatura --json --with-metadata`, in its order.

`bare_extraction(...).as_dict()` has the same values under other names: `url` for `source`, `sitename` for
`source-hostname`, `description` for `excerpt`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cleaner.compat.keys import DAY_CHARS, Key, Keys, filled, host, nothing
from cleaner.record import ArticleRecord


def _body(record: ArticleRecord) -> str:
    return _lines(
        f"- {' '.join(p.text.split())}" if p.role in ("list_item", "summary") else p.text for p in record.paragraphs
    )


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


KEYS: Keys = {
    "title": Key("`title`", lambda record: record.title),
    "author": Key("`authors`, joined by `; `", lambda record: "; ".join(record.authors) or None),
    "hostname": Key("the host of `url`", host),
    "date": Key("the day of `date`", lambda record: record.date and record.date[:DAY_CHARS]),
    "fingerprint": Key(
        "`metadata.fingerprint`: a SimHash too, but not comparable with theirs",
        lambda record: record.metadata.get("fingerprint"),
    ),
    "id": Key("`id`", lambda record: record.id or None),
    "license": nothing(),
    "comments": Key("the texts of `comments`, one a line", lambda record: _lines(c.text for c in record.comments)),
    "raw_text": Key("`text` in one line", lambda record: " ".join(record.text.split())),
    "text": Key("`paragraphs`, one a line, list items with `- `", _body),
    "language": Key("`language`", lambda record: record.language),
    "image": nothing(),
    "pagetype": nothing(),
    "filedate": nothing(),
    "source": Key("`url`", lambda record: record.url),
    "source-hostname": Key("`site_name`", lambda record: record.site_name),
    "excerpt": nothing(),
    "categories": Key("`section`", lambda record: record.section or ""),
    "tags": nothing(str),
}


def convert(record: ArticleRecord) -> dict[str, Any]:
    """Return a record as trafilatura writes one."""
    return filled(KEYS, record)
