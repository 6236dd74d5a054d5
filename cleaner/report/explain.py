"""The ledger of a record for a terminal: kept lines plain, removed ones with their kind and rule."""

from __future__ import annotations

from cleaner.model import Paragraph, Removal
from cleaner.record import ArticleRecord

_DIM, _RED, _YELLOW, _END = "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


def explained(record: ArticleRecord) -> str:
    """Return the ledger as text, in the order of the input."""
    return _shown(record, colour=False)


def explained_in_colour(record: ArticleRecord) -> str:
    """Return the ledger with the colours of a terminal."""
    return _shown(record, colour=True)


def _shown(record: ArticleRecord, *, colour: bool) -> str:
    lines = [_painted(f"# {line}", _YELLOW, colour) for line in _summary(record)]
    for piece in ledger(record):
        text = " ".join(piece.text.split("\n"))
        if isinstance(piece, Removal):
            label = _painted(f"[{piece.kind} {piece.rule}]", _RED, colour)
            lines.append(f"{label} {_painted(text, _DIM, colour)}")
        else:
            lines.append(text)
    return "\n".join(lines) + "\n"


def ledger(record: ArticleRecord) -> list[Paragraph | Removal]:
    """Return what was kept and what was removed, in the order of the input."""
    return sorted([*record.paragraphs, *record.removed], key=_place)


def _place(piece: Paragraph | Removal) -> tuple[int, int]:
    span = piece.spans[0] if piece.spans else (0, 0)
    return span[0], span[1]


def _summary(record: ArticleRecord) -> list[str]:
    lines = [record.source or record.id or "(input)"]
    if record.error is not None:
        return [*lines, f"error {record.error['code']}: {record.error['message']}"]
    fields = (
        ("title", record.title),
        ("authors", ", ".join(record.authors)),
        ("date", record.date),
        ("publisher", record.publisher),
        ("aggregator", record.aggregator),
        ("language", record.language),
        ("flags", ", ".join(record.flags)),
    )
    lines += [f"{name}: {value}" for name, value in fields if value]
    lines.append("scores: " + ", ".join(f"{name} {value:.2f}" for name, value in record.scores.items()))
    lines += [
        f"repaired ({repair.kind}): {_short(repair.before)} -> {_short(repair.after)}" for repair in record.repairs
    ]
    return lines


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit // 2]} … {text[-limit // 2 :]}"


def _painted(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{_END}" if colour else text
