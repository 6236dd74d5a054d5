"""What an HTML page's head says of its story, in the few fields that rules and assembly ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

HEADLINE_TAGS = ("og:title", "twitter:title", "dc.title", "headline", "title")
AUTHOR_TAGS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
DATE_TAGS = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "date",
    "parsely-pub-date",
)
MODIFIED_TAGS = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
SITE_TAGS = ("og:site_name", "application-name")


def facts(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return `metadata` with the fields `headlines, authors, date, date_modified, site_name, section, language`."""
    objects: Sequence[Mapping[str, Any]] = metadata.get("jsonld", ())
    tags: Mapping[str, Sequence[str]] = metadata.get("meta", {})
    found = {
        "headlines": _unique(
            [*_values(objects, "headline"), *_tagged(tags, HEADLINE_TAGS), str(metadata.get("title") or "")]
        ),
        "authors": _unique([*_values(objects, "author"), *_tagged(tags, AUTHOR_TAGS)]),
        "date": _first([*_values(objects, "datePublished"), *_tagged(tags, DATE_TAGS)]),
        "date_modified": _first([*_values(objects, "dateModified"), *_tagged(tags, MODIFIED_TAGS)]),
        "site_name": _first([*_tagged(tags, SITE_TAGS), *_values(objects, "publisher")]),
        "section": _first([*_tagged(tags, ("article:section",)), *_values(objects, "articleSection")]),
    }
    return {**metadata, **{key: value for key, value in found.items() if value}}


def _values(objects: Sequence[Mapping[str, Any]], key: str) -> Iterator[str]:
    for item in objects:
        value = item.get(key)
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, str) and one.strip():
                yield one.strip()


def _tagged(tags: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterator[str]:
    for name in names:
        for value in tags.get(name, ()):
            if value.strip():
                yield value.strip()


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _first(values: Sequence[str]) -> str:
    return next(iter(values), "")
