"""Byline, authors and author bio, from the removed rows and the page's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.model import Page, Removal
from cleaner.names import is_person

LABEL = re.compile(
    r"^\W*(?:(?:written|story|report|reporting|words|text|posted|published|article|analysis|review|interview|opinion)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|przez|автор|text von|ein artikel von|escrito por|scritto da|publié par)\b[:\s]*",
    re.IGNORECASE,
)
BARE_LABEL = re.compile(
    r"^\W*(?:author|authors|autor|autoren|autorin|auteur|autore|written|by|redakcja)\s*:\s*", re.IGNORECASE
)
COUNTER = re.compile(
    r"\s*[|·•,–-]?\s*(?:\d[\d.,]*\s?[KkMm]?\s*)?(?:views?|reads?|shares?|comments?)\b.*$", re.IGNORECASE
)
CUT = re.compile(
    r"\s*[|•·/]\s*|\s+[–—-]\s+|\s*\(|;\s*|\s+(?:in|for|at|on|with)\s+(?=[A-Z])|\d|\bUpdated\b|\bPublished\b|@"
)
AND = re.compile(r"\s*,\s*(?:and|und|et|y|e|og|och|en|&)\s+|\s+(?:and|und|et|y|e|og|och|en|&|и|i|a|ve)\s+|\s*,\s*")
BIO_VERB = re.compile(
    r"\s+(?:\([^)]{1,40}\)\s+)?(?:is|was|has|works|writes|covers|reports|serves|joined|ist|schreibt|arbeitet|est|es|è|scrive|är|er|jest)\s"
)
MIN_BIO_WORDS = 6
MAX_NAME_CHARS = 60
MIN_CAPITALS = 5
"""Letters from which a name in capitals is set that way by the site; shorter ones may be initials."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signed the story: the raw words, the people, the first copy of their bio, and where the names were found."""

    raw: str | None
    authors: tuple[str, ...]
    bio: str | None
    source: str


def byline(page: Page, removed: Sequence[Removal]) -> Byline:
    """Return the byline; people named in a byline row win over the bio, the bio over the page's head."""
    rows = [row.text for row in removed if row.kind == "byline"]
    bios = [row.text for row in removed if row.kind == "author_bio" and row.text.count(" ") + 1 >= MIN_BIO_WORDS]
    bio = bios[0] if bios else None
    for names, source in (
        (_unique(name for row in rows for name in people(row)), "byline"),
        (_unique(str(name) for name in page.metadata.get("authors", ()) if is_person(str(name))), "metadata"),
        (_unique(name for text in bios for name in _bio_name(text)), "author_bio"),
    ):
        if names:
            raw = next((row for row in rows if people(row)), None)
            return Byline(raw, names, bio, source)
    return Byline(rows[0] if rows else None, (), bio, "")


def people(row: str) -> list[str]:
    """Return the people that a byline row names, in order."""
    text = COUNTER.sub("", BARE_LABEL.sub("", LABEL.sub("", row)))
    names: list[str] = []
    for part in AND.split(CUT.split(text)[0]):
        name = _cased(part.strip(" .,:*"))
        if name and len(name) <= MAX_NAME_CHARS and is_person(name):
            names.append(name)
        elif names:
            break
    return names


def _cased(name: str) -> str:
    """Return a name in all capitals with ordinary capitals."""
    if not name.isupper() or len(name) < MIN_CAPITALS:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) == 1 else m[0][0] + m[0][1:].lower(), name)


def _bio_name(text: str) -> list[str]:
    name = BIO_VERB.split(text, maxsplit=1)[0].strip(" .,:")
    return [name] if is_person(name) else []


def _unique(names: object) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:  # type: ignore[attr-defined]
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())
