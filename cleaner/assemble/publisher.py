"""Publisher, aggregator and site name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.model import Page, Removal

PUBLISHER = re.compile(
    r"^\W*(?:(?:publisher|source|provided by|syndicated from|courtesy of|quelle|fuente|fonte|bron|via)\s*[:\-–]?\s+"
    r"|.{0,60}?\b(?:originally|first)\s+(?:appeared|published|ran)\s+(?:in|on|by|at)\s+)(?P<name>.{2,80}?)"
    r"(?:\s+(?:and|on|under|with|under)\s+.*|[.:]\s.*)?\W*$",
    re.IGNORECASE,
)
NOTE_NAME = re.compile(
    r"(?:edited|created|written|published|verified|endorsed|produced|modified)\s+(?:or\s+\w+\s+)?by\s+(?:the\s+staff\s+of\s+|the\s+)?"
    r"(?P<name>[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})"
)
LABEL_WORDS = 5


def publisher(page: Page, removed: Sequence[Removal]) -> str | None:
    """Return who wrote the story: a publisher row, else what the page's head declares of another house."""
    for row in removed:
        if row.kind == "publisher":
            match = PUBLISHER.match(row.text)
            if match:
                return match["name"].strip(" .,")
    declared = page.metadata.get("publisher")
    return str(declared) if declared else None


def aggregator(removed: Sequence[Removal]) -> str | None:
    """Return who carried the story: the name beside an aggregator's note, else the name the note gives."""
    rows = [row.text for row in removed if row.kind == "aggregator"]
    notes = [text for text in rows if text.count(" ") + 1 > LABEL_WORDS]
    for text in rows:
        if text not in notes and any(text.casefold() in note.casefold() for note in notes):
            return text
    for note in notes:
        match = NOTE_NAME.search(note)
        if match:
            return match["name"].rstrip(".")
    return None


def site_name(page: Page) -> str | None:
    """Return the site's own name for itself."""
    name = page.metadata.get("site_name")
    return str(name) if name else None
