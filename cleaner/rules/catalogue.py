"""Lines of names with values that a catalogue, a library or a program sets above a text: “Source: Tamm Library”, “Format: text”.

They are told by their form, so that the names need not be known.
"""

from __future__ import annotations

from cleaner.model import Page
from cleaner.regexes import regex

FEWEST = 3
"""Different names in a row of such lines, none of which is a headline; a headline with a colon may stand there several times."""
VALUE_WORDS = 16
"""Words of the longest value; what a speaker says behind a name and a colon is longer, or ends as a sentence."""
NAME_CHARS = 36
"""Characters within which a name's colon stands: most lines are told by that."""
SAID_ENDS = frozenset("?!…”\"»")
"""How what somebody says ends, and no value."""
_NAMED = regex(r"(?P<name>[^\W\d][^:.?!]{1,30}?)\s?:(?:\s|$)")


def runs(page: Page, bound: int) -> list[dict[int, str]]:
    """Return the lines of a text above the block `bound` that are names with values, each with its name: the runs that touch and have `FEWEST` names or more."""
    if page.media_type != "text/plain":
        return []
    found: list[dict[int, str]] = [{}]
    for index in range(bound):
        text = page.features.texts[index]
        name = _name(text) if ":" in text[:NAME_CHARS] else ""
        if not name or page.blocks[index].source.gap:
            found.append({})
        if name:
            found[-1][index] = name
    return [run for run in found if len(set(run.values())) >= FEWEST]


def _name(text: str) -> str:
    """Return the name before a line's value, in small letters; empty where it has none."""
    match = _NAMED.match(text)
    told = match is not None and text[-1] not in SAID_ENDS and len(text[match.end() :].split()) <= VALUE_WORDS
    return match["name"].casefold() if match and told else ""
