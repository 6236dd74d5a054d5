"""The record: what one cleaned input becomes, and its JSON form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, get_args

from cleaner.errors import UsageError
from cleaner.model import EMPTY, Comment, Kind, MediaType, Paragraph, ReadOnly, Removal, Repair, RepairKind, Role, Span

SCHEMA_VERSION = 1
"""Version of the record's form; it grows when a key changes its meaning."""
SCORES = (
    "overall", "expected_f1", "completeness", "cleanliness", "integrity", "language", "repetition", "informativeness",
)  # fmt: skip
FLAGS = (
    "truncated", "paywalled", "syndicated", "aggregated", "glued_sentences", "mojibake", "duplicate_paragraphs",
    "comments_present", "not_article", "too_short", "mixed_language", "live_blog", "no_title", "no_byline",
    "guarded_input",
)  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
ROLES: tuple[str, ...] = get_args(Role)
REPAIR_KINDS: tuple[str, ...] = get_args(RepairKind)
NO_SCORES: Mapping[str, float] = ReadOnly(dict.fromkeys(SCORES, 0.0))


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article, explained and scored; see `docs/record.md` for every field.

    Fields stand in the order of the JSON keys; none can be changed, at any depth. An error row is a full record with `error` set
    and everything else at its default: no flags either, since nothing was read that they could tell of.
    """

    schema_version: int = SCHEMA_VERSION
    id: str = ""
    source: str = ""
    url: str | None = None
    media_type: MediaType | None = None
    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    author_bio: str | None = None
    date: str | None = None
    date_modified: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    site_name: str | None = None
    aggregator: str | None = None
    section: str | None = None
    language: str | None = None
    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    summary: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    removed: tuple[Removal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    flags: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=lambda: NO_SCORES)
    ruleset: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    metadata: Mapping[str, Any] = field(default_factory=lambda: EMPTY)
    error: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        for name in ("scores", "ruleset", "metadata", "error"):
            object.__setattr__(self, name, frozen(getattr(self, name)))

    def __hash__(self) -> int:
        return hash((self.id, self.source, self.url, self.text))  # equal records have these equal; mappings have no hash

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values under the record's keys, in their order."""
        return {f.name: plain(getattr(self, f.name)) for f in fields(self)}

    def to_json(self) -> str:
        """Return the record as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ArticleRecord:
        """Read a record back from its JSON values; unknown keys are ignored, missing ones get defaults.

        A row of Parquet is read too: `metadata` may be JSON text, and mappings and lists that are null get defaults.

        Raises:
            UsageError: a value is not of the form that `docs/record.md` gives; the message names its key.
        """
        if not isinstance(data, Mapping):
            raise UsageError(f"a record is read from a mapping, and this is a {type(data).__name__}; give what to_dict returned")
        given = {f.name: data[f.name] for f in fields(cls) if data.get(f.name) is not None}
        return cls(**{name: _read(name, value) for name, value in given.items()})


def _read(name: str, value: Any) -> Any:
    """Return the value of a record's key from that of JSON."""
    reader: Callable[[Any], Any] = _READERS.get(name, _text)
    try:
        return reader(value)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise UsageError(f"a record's {name} cannot be read from {value!r:.80}; docs/record.md says what it holds", place=name) from error


def plain(value: Any) -> Any:
    """Return a value as JSON has it: mappings as dicts, tuples as lists."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def frozen(value: Any) -> Any:
    """Return JSON values that refuse changes at every depth: mappings as `ReadOnly`, lists as tuples."""
    if isinstance(value, Mapping):
        return ReadOnly({key: frozen(item) for key, item in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, (list, tuple)) else value


def _spans(data: Mapping[str, Any]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in data["spans"])


def _paragraph(data: Mapping[str, Any]) -> Paragraph:
    return Paragraph(data["role"], data["level"], data["text"], _spans(data))


def _removal(data: Mapping[str, Any]) -> Removal:
    return Removal(data["kind"], data["text"], data["rule"], data["reason"], data["confidence"], _spans(data))


def _repair(data: Mapping[str, Any]) -> Repair:
    return Repair(data["kind"], data["before"], data["after"], _spans(data))


def _comment(data: Mapping[str, Any]) -> Comment:
    return Comment(data["author"], data["text"], data["date"])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, (str, Mapping)):
        raise TypeError
    return tuple(_text(item) for item in value)


def _rows_of(row: Callable[[Mapping[str, Any]], Any]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: tuple(row(item) for item in value)


def _mapping(value: Any) -> ReadOnly:
    found = json.loads(value) if isinstance(value, str) else value
    if not isinstance(found, Mapping):
        raise TypeError
    return ReadOnly(found)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "schema_version": int,
    **{name: _rows_of(row) for name, row in (("paragraphs", _paragraph), ("removed", _removal), ("repairs", _repair), ("comments", _comment))},
    **dict.fromkeys(("authors", "summary", "captions", "flags"), _texts),
    **dict.fromkeys(("scores", "ruleset", "metadata", "error"), _mapping),
}
"""How keys are read back that hold no text."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    maybe = {"type": ["string", "null"]}
    unit = {"type": "number", "minimum": 0, "maximum": 1}
    offset = {"type": "integer", "minimum": 0}
    spans = {"type": "array", "items": {"type": "array", "items": offset, "minItems": 2, "maxItems": 2}}
    properties: dict[str, Any] = {
        "schema_version": {"const": SCHEMA_VERSION},
        "id": text,
        "source": text,
        "url": maybe,
        "media_type": {"enum": [*get_args(MediaType), None]},
        **dict.fromkeys(("title", "byline"), maybe),
        "authors": texts,
        **dict.fromkeys(
            ("author_bio", "date", "date_modified", "dateline", "publisher", "site_name", "aggregator", "section",
             "language"), maybe,
        ),
        "text": text,
        "paragraphs": _rows({"role": {"enum": list(ROLES)}, "level": offset, "text": text, "spans": spans}),
        "summary": texts,
        "captions": texts,
        "comments": _rows({"author": text, "text": text, "date": maybe}),
        "removed": _rows({
            "kind": {"enum": list(KINDS)}, "text": text, "rule": text, "reason": text, "confidence": unit, "spans": spans,
        }),
        "repairs": _rows({"kind": {"enum": list(REPAIR_KINDS)}, "before": text, "after": text, "spans": spans}),
        "flags": {"type": "array", "items": {"enum": list(FLAGS)}, "uniqueItems": True},
        "scores": _object(dict.fromkeys(SCORES, unit)),
        "ruleset": {"type": "object", "additionalProperties": text},
        "metadata": {"type": "object"},
        "error": {"oneOf": [{"type": "null"}, _object({"code": text, "message": text, "place": text})]},
    }  # fmt: skip
    schema = _object(properties)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "ArticleRecord", **schema}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "properties": dict(properties), "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def _rows(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _object(properties)}
