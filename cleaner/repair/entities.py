"""Character references that were left in a text, or escaped twice: `Smith &amp; Sons`, `the council&#8217;s`.

They are read as HTML does (HTML Living Standard, named character references). Those of `<` and `>` stay, for what they
stand around may be a tag; and so do all in a line that speaks of them: one with a tag, or with a bare reference in quotes.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from cleaner.model import Edit
from cleaner.regexes import regex

KIND = "entity"
ROUNDS = 3
"""Times a reference is read: pages escape twice, and feeds of such pages once more."""
LONGEST = 2
"""Code points that a reference stands for at most; more are left where only its beginning is one (`&notit;`)."""

_REFERENCE = regex(r"&(?:amp;)*(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|[A-Za-z][A-Za-z\d]{1,30});")
_SPOKEN_OF = regex(r"</?[A-Za-z][^<>]*>|[\"'“‘`(]&#?\w{2,30};[\"'”’`)]|\b(?:HTML|XML|entity|entities|escape[ds]?)\b")
_KEPT = frozenset("<>")


def places(text: str, _language: str) -> Sequence[int]:
    """Return the offsets of what may be references."""
    if "&" not in text or ";" not in text:
        return ()
    return [match.start() for match in _REFERENCE.finditer(text)]


def find(text: str, _language: str) -> tuple[Edit, ...]:
    """Return the edits that put the characters in place of their references; spaces without width vanish."""
    if _SPOKEN_OF.search(text):
        return ()
    found = ((match, _read(match[0])) for match in _REFERENCE.finditer(text))
    return tuple(Edit(match.start(), match.end(), new, KIND) for match, new in found if new is not None)


def _read(reference: str) -> str | None:
    """Return the character behind a reference as a text shows it; None where it is none, or one that stays."""
    read = reference
    for _ in range(ROUNDS):
        read = html.unescape(read)
    if read == reference or len(read) > LONGEST or not _KEPT.isdisjoint(read) or "&" in read[1:]:
        return None
    if read.isspace():
        return " "
    return read if read.isprintable() else ""
