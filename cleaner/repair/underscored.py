"""Links whose words a terminal converter ties together with underscores (`Letters_to_the_Editor`; html2text, option -ascii).

Names in program code are tied so too, but in small letters or in capitals alone; links begin words with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.model import Edit
from cleaner.regexes import regex

FEWEST = 10
"""Tied words on a page from which it is believed; a text about a program names a few."""
CAPITALISED = 0.5
"""Share of them in which a word begins with a capital and goes on in small letters: in menus nearly all do, in code few."""

MAX_CHARS = 100
"""Longest run without a space that is taken for tied words; data that markup holds is longer."""

_TIED = regex(r"[^\W_][^\w\s]*_+[^\w\s]*[^\W_]")
_BETWEEN = regex(r"(?<=[^\s_])_+(?=[^\s_])")
_CAPITALISED = regex(r"(?:^|[^\w]|_)[^\W\d_](?<=[^a-zß-öø-ÿ])[^\W\dA-Z_]")
_ADDRESS = regex(r"://|www\.|[@/\\]|\.\w+$")


def places(text: str, _language: str) -> Sequence[int]:
    """Return the offsets of the underscores between words, if the page ties the words of its links."""
    if "_" not in text or text.count("_") < FEWEST:  # one is looked for ten times as fast as all are counted
        return ()
    tied = [word for word in text.split() if _is_tied(word)]
    capitalised = sum(_CAPITALISED.search(word) is not None for word in tied)
    if len(tied) < FEWEST or capitalised < CAPITALISED * len(tied):
        return ()
    return [match.start() for match in _BETWEEN.finditer(text)]


def find(text: str, _language: str) -> tuple[Edit, ...]:
    """Return the edits that untie the words of a line, addresses left alone."""
    edits: list[Edit] = []
    for word in re.finditer(r"\S+", text):
        if _is_tied(word[0]):
            found = _BETWEEN.finditer(text, word.start(), word.end())
            edits += (Edit(match.start(), match.end(), " ", "tied_words") for match in found)
    return tuple(edits)


def _is_tied(word: str) -> bool:
    """Say whether a run without spaces is several words and no address."""
    return "_" in word and len(word) <= MAX_CHARS and _TIED.search(word) is not None and not _ADDRESS.search(word)
