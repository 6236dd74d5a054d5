"""Lines of names with values that a catalogue, a library or a program sets above a text: “Source: Tamm Library”, “Format: text”.

They are told by their form, so that the names need not be known.
"""

from __future__ import annotations

import re

from cleaner.model import Page

FEWEST = 3
"""Different names in a row of such lines, none of which is a headline; a headline with a colon may stand there several times."""
VALUE_WORDS = 16
"""Words of the longest value; what a speaker says behind a name and a colon is longer, or ends as a sentence."""
NAME_CHARS = 36
"""Characters within which a name's colon stands: most lines are told by that."""
SAID_ENDS = frozenset("?!…”\"»")
"""How what somebody says ends, and no value."""
_NAMED = re.compile(r"(?P<name>[^\W\d][^:.?!]{1,30}?)\s?:(?:\s|$)")


def runs(page: Page, bound: int) -> list[list[int]]:
    """Return the lines of a text above the block `bound` that are names with values, as runs that touch, of `FEWEST` different names or more."""
    if page.media_type != "text/plain":
        return []
    found: list[list[int]] = [[]]
    for index in range(bound):
        named = ":" in page.features.texts[index][:NAME_CHARS] and _is_named(page, index)
        if not named or page.blocks[index].source.gap:
            found.append([])
        if named:
            found[-1].append(index)
    return [run for run in found if names(page, run) >= FEWEST]


def names(page: Page, run: list[int]) -> int:
    """Return how many different names a run of lines has."""
    matches = (_NAMED.match(page.features.texts[index]) for index in run)
    return len({match["name"].casefold() for match in matches if match})


def _is_named(page: Page, index: int) -> bool:
    text = page.features.texts[index]
    match = _NAMED.match(text)
    return match is not None and text[-1] not in SAID_ENDS and len(text[match.end() :].split()) <= VALUE_WORDS
