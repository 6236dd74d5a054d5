"""Words that were parted with a hyphen at the end of a line: newspapers set in columns, PDF files turned into text.

A hyphen at a line's end is either one that the wrapping put there (`traf-` / `fic`) or one of the word's own at which it was
wrapped (`well-` / `known`). Most wrappers put none; a page where many lines end so was hyphenated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from cleaner.model import Block, Edit
from cleaner.regexes import regex

KIND = "hyphen"
SIGNS = frozenset("-\u2010")
"""Hyphens that are written out; what stands only for the end of a line is among `SOFT`."""
SOFT = frozenset("\u00ad¬")
"""The soft hyphen, and what many PDF files have in its place: never a word's own."""
FEWEST, SHARE = 3, 0.06
"""Lines that end in a hyphen, and their share of the lines that were joined, from which a page is taken for hyphenated: columns have
one in ten to one in four; wrapped at their own hyphens, words stand there on one line in fifty."""
NARROW = 45
"""Characters of a line, on the mean, of a column so narrow that printers part words in it: there one such line is enough, if that is its share."""
OWN = frozenset([
    "well", "self", "non", "half", "vice", "semi", "quasi", "cross", "high", "low", "long", "short", "full", "best", "much",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "first",
    "second", "third",
])  # fmt: skip
"""First parts that keep their hyphen before a longer one: they open compounds and hardly end a syllable."""
LONGER = 4
"""Letters of the second part from which it is no ending, as in `long-er`."""
SHORTEST = 3
"""Letters of the parts of a compound that the page has as words of their own."""

_WORD = regex(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BEFORE = regex(r"[^\W\d_]+$")
_AFTER = regex(r"[^\W\d_]+")


def find(blocks: Sequence[Block]) -> dict[int, tuple[Edit, ...]]:
    """Return, by the place of a block among the joined `blocks`, the edits that put words together which a hyphen parted."""
    parted = {block.index: places for block in blocks if block.breaks and (places := [*_places(block)])}
    if not parted:
        return {}
    lines = sum(len(block.breaks) for block in blocks)
    count = sum(map(len, parted.values()))
    chars = sum(len(block.text) for block in blocks if block.breaks)
    narrow = chars <= NARROW * (lines + sum(bool(block.breaks) for block in blocks))
    hyphenated = count >= (1 if narrow else FEWEST) and count >= SHARE * lines
    known = _words(blocks, parted)
    return {
        index: tuple(Edit(at, at + 1, "", KIND) for at in places if _is_put(blocks[index].text, at, known, hyphenated))
        for index, places in parted.items()
    }


def _places(block: Block) -> Iterator[int]:
    """Yield where in a joined block a hyphen stands between letters at a line's end, the second of them small."""
    text = block.text
    for end in block.breaks:
        at = end - 1
        signed = 0 < at < len(text) - 1 and (text[at] in SIGNS or text[at] in SOFT)
        if signed and text[at - 1].isalpha() and text[end].isalpha() and text[end].islower():
            yield at


def _words(blocks: Sequence[Block], parted: dict[int, list[int]]) -> AbstractSet[str]:
    """Return the words of the page, compounds as one, without those that are in question."""
    found: set[str] = set()
    for block in blocks:
        places = parted.get(block.index, ())
        for match in _WORD.finditer(block.text):
            if not any(match.start() <= at < match.end() for at in places):
                found.add(match[0].casefold().replace("\u2010", "-"))
    return found


def _is_put(text: str, at: int, known: AbstractSet[str], hyphenated: bool) -> bool:
    """Say whether the hyphen at `at` was put there to part a word."""
    before, after = _BEFORE.search(text, 0, at), _AFTER.match(text, at + 1)
    if before is None or after is None:
        return False
    first, second = before[0].casefold(), after[0].casefold()
    if text[at] in SOFT or (first + second in known and f"{first}-{second}" not in known):
        return True
    if not hyphenated or f"{first}-{second}" in known or (first in OWN and len(second) >= LONGER):
        return False
    return not (first in known and second in known and min(len(first), len(second)) >= SHORTEST)
