"""Text whose strings a program put together with a sign between: `get_text(" | ")`.

The whole page then stands in one line. The sign parts what were lines, as nothing else does any more.
"""

from __future__ import annotations

from cleaner.regexes import regex

SIGNS = ("|", "||", "///", "###", "~")
"""Signs that programs put between strings, with a space on either side; not those that may be a list's."""
FEWEST = 12
"""Signs in a line from which it may be a page: menus have fewer, and rows of a table no sentences."""
SENTENCES, SENTENCE_CHARS, LINES = 2, 60, 6
"""Pieces that are sentences, of so many characters, without which such a line is a menu, and other lines up to which it is the page."""
LONGEST = 0.4
"""Share of a page's characters that a paragraph has at most."""
_STOPPED = regex(r"[.!?…。！？][\"”»’')\]]*$")


def parted(text: str) -> str:
    """Return `text` with line ends in place of the spaces around a sign that parts its strings; nothing else moves, and it stays as long."""
    lines = text.strip().split("\n", LINES + 1)
    if len(lines) > LINES:
        return text
    for sign in SIGNS:
        between = f" {sign} "
        if max(line.count(between) for line in lines) >= FEWEST and _tells(text.split(between)):
            return text.replace(between, f"\n{sign}\n")
    return text


def _tells(pieces: list[str]) -> bool:
    """Say whether some of the pieces are sentences and most are none, as on a page, and none is the most of it, as where a menu alone has signs."""
    if max(map(len, pieces)) > LONGEST * sum(map(len, pieces)):
        return False
    sentences = sum(len(piece) >= SENTENCE_CHARS and _STOPPED.search(piece.rstrip()) is not None for piece in pieces)
    return SENTENCES <= sentences < len(pieces) - sentences
