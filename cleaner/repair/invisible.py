"""Signs that tell a typesetter how to set a word and stand inside it: soft hyphens, ligatures, joiners of no width.

Readers do not see them (a hyphen that is not at a line's end, a space without width) or read letters (`ﬁ` as `fi`); for a
program `har\u00adbour` and `oﬃce` are other words than `harbour` and `office`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cleaner.model import Edit
from cleaner.regexes import regex
from cleaner.tokens import UNSPACED

HIDDEN, LIGATURE = "invisible", "ligature"
SOFT_HYPHEN, NO_WIDTH = "\u00ad", "\u200b"
SIGNS = {
    **dict.fromkeys((SOFT_HYPHEN, NO_WIDTH, "\u2060", "\ufeff"), ""),
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
}
"""Each sign and what readers read: nothing, or the letters of a Latin ligature (Unicode's compatibility forms)."""

_ANY = regex(f"[{''.join(SIGNS)}]")


def places(text: str, _language: str) -> Sequence[int]:
    """Return the offsets of the signs; each is looked for alone, which is ten times as fast as all at once."""
    if text.isascii() or not any(sign in text for sign in SIGNS):
        return ()
    return [match.start() for match in _ANY.finditer(text)]


def find(text: str, _language: str) -> tuple[Edit, ...]:
    """Return the edits that take the signs out of a line or spell them; a soft hyphen at its end parts a word, and stays."""
    return tuple(
        Edit(match.start(), match.end(), SIGNS[match.group()], LIGATURE if SIGNS[match.group()] else HIDDEN)
        for match in _ANY.finditer(text)
        if not _is_needed(text, match.start())
    )


def _is_needed(text: str, place: int) -> bool:
    """Say whether a sign does its work: it parts a word at the line's end, or words in a script without spaces."""
    if text[place] == SOFT_HYPHEN:
        return place == len(text) - 1
    return text[place] == NO_WIDTH and UNSPACED.match(text[place - 1 : place] or " ") is not None
