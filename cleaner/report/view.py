"""What a report shows of one record: made beside the record by whoever cleaned it, and bounded in size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cleaner.batch.work import Outcome, failure_of, outcome_of
from cleaner.model import Paragraph, Removal
from cleaner.record import SCORES, ArticleRecord
from cleaner.report.explain import ledger
from cleaner.report.stats import Stats, figures

SHOWN_PIECES = 400
"""Pieces of a record's ledger that are shown; an article's page has about a hundred."""
SHOWN_REPAIRS = 50
"""Repairs of a record that are shown."""
SHOWN_CHARS = 2_000
"""Characters of a piece that are shown: more than all but a few paragraphs have."""
SHORT_CHARS = 300
"""Characters that are shown of a name, a field, a reason or one side of a repair."""
_FIELDS = (
    "title", "authors", "byline", "author_bio", "date", "date_modified", "dateline", "publisher", "site_name",
    "aggregator", "section", "language", "media_type",
)  # fmt: skip
_FAILURES: tuple[Outcome, ...] = ("error", "rejected")
"""What can become of an input that leaves no record to look at, the most telling first."""


class Piece(NamedTuple):
    """A row of the ledger: kept where `kind` is empty, else removed."""

    text: str
    role: str = ""
    kind: str = ""
    rule: str = ""
    reason: str = ""
    confidence: float = 0.0


class Found(NamedTuple):
    """A field's value, where it was read, how sure that is (0 to 1, None where nothing says), and what lost to it."""

    name: str
    value: str
    source: str
    confidence: float | None
    lost: str


class Raised(NamedTuple):
    """A flag, how sure it is, and the words it is read from."""

    name: str
    confidence: float | None
    evidence: str


class Change(NamedTuple):
    """A repair."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class View:
    """A record as a report shows it; `more_pieces` and `more_repairs` count what is left out."""

    source: str
    outcome: Outcome
    title: str = ""
    url: str = ""
    failure: str = ""
    scores: Mapping[str, float] = field(default_factory=dict)
    flags: tuple[Raised, ...] = ()
    fields: tuple[Found, ...] = ()
    pieces: tuple[Piece, ...] = ()
    repairs: tuple[Change, ...] = ()
    more_pieces: int = 0
    more_repairs: int = 0


class Note(NamedTuple):
    """What a report needs of a record: its figures, how early it is shown among its like, and what is shown then."""

    figures: Stats
    rank: float
    view: View


def note(record: ArticleRecord) -> Note:
    """Return a record's note: records with the lowest `expected_f1` rank lowest, and failures by what they are."""
    outcome = outcome_of(record)
    if record.error is not None:
        view = View(_short(record.source or record.id), outcome, url=_address(record), failure=_short(failure_of(record)))
        return Note(figures(record), _FAILURES.index(outcome), view)
    pieces = ledger(record)
    view = View(
        source=_short(record.source or record.id),
        outcome=outcome,
        title=_short(record.title),
        url=_address(record),
        scores={name: float(record.scores.get(name, 0.0)) for name in SCORES},
        flags=tuple(_raised(record)),
        fields=tuple(_found(record)),
        pieces=tuple(_piece(piece) for piece in pieces[:SHOWN_PIECES]),
        repairs=tuple(Change(r.kind, _short(r.before), _short(r.after)) for r in record.repairs[:SHOWN_REPAIRS]),
        more_pieces=max(len(pieces) - SHOWN_PIECES, 0),
        more_repairs=max(len(record.repairs) - SHOWN_REPAIRS, 0),
    )
    return Note(figures(record), record.scores.get("expected_f1", 0.0), view)


def _piece(piece: Paragraph | Removal) -> Piece:
    text = _cut(piece.text, SHOWN_CHARS)
    if isinstance(piece, Removal):
        return Piece(text, "", piece.kind, piece.rule, _short(piece.reason), piece.confidence)
    return Piece(text, piece.role)


def _raised(record: ArticleRecord) -> Iterable[Raised]:
    """Yield the flags with their evidence, which stands in the metadata."""
    told = {row["flag"]: row for row in record.metadata.get("flag_evidence", ())}
    for name in record.flags:
        row = told.get(name, {})
        yield Raised(name, _number(row.get("confidence")), _short(row.get("evidence")))


def _found(record: ArticleRecord) -> Iterable[Found]:
    """Yield the fields that have a value, with what the metadata says about them."""
    sources, sure, lost = (record.metadata.get(name, {}) for name in ("provenance", "confidence", "candidates"))
    for name in _FIELDS if record.id == record.source else ("id", *_FIELDS):
        value = getattr(record, name)
        if value:
            others = "; ".join(f"{_listed(row['value'])} ({row['source']})" for row in lost.get(name, ()))
            yield Found(
                name, _short(_listed(value)), _short(sources.get(name)), _number(sure.get(name)), _short(others)
            )


def _address(record: ArticleRecord) -> str:
    return _cut(record.url or "", SHOWN_CHARS)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _listed(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _short(value: Any) -> str:
    return _cut(str(value or ""), SHORT_CHARS)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]} … ({len(text) - limit} characters more)"
