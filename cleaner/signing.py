"""Which part of a line at the headline signs: themes print the day, rubrics, a reviewer and counts before it.

`Veröffentlicht am 3. Mai 2024 von Ida Kell`, `Leave a Comment / Local / By Ida Kell / May 3, 2024`,
`Medically reviewed by Tom Verk, MD — Written by Ida Kell — Updated on May 3, 2024`: what signs is the end of the line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cleaner.byline_labels import OTHERS, PREPOSITION, has_bare_label, has_label
from cleaner.date_labels import PUBLISHED
from cleaner.dates import Stamp, find
from cleaner.names import people
from cleaner.reporters import reporters
from cleaner.stamping import before

MAX_LEAD_IN = 12
"""Characters before the date of a line that begins with one: a label, the day of the week."""
MAX_MONTH = 16
"""Characters from the beginning of a date to its first figure: a month's name and its spaces."""
MAX_DEED = 60
"""Characters before the date of a line that begins with a deed: “Posted in Town, Harbour on”."""
MAX_PART = 60
"""Longest part that stands before the one that signs: a rubric, a reviewer with degrees."""
MAX_LINE = 300
"""Longest line that is read as a signature."""
CACHED = 512
"""Lines whose parts are remembered: rules and fields ask for the same."""
_FIGURE = re.compile(r"\d")
_PARTING = re.compile(r"\s*(?:[|·•/]|::)\s*|\s+[–—-]+\s+")
"""Marks between the parts of such a line."""
_BEHIND_DATE = " |•·–—-,/:"
"""Marks between a date and a signature."""


class Signing(NamedTuple):
    """The end of a line that may sign, whether a date stood before it, and whether it says “by”."""

    text: str
    dated: bool
    labelled: bool


@lru_cache(maxsize=CACHED)
def signing(text: str) -> Signing:
    """Return the part of a line that may sign: all of it, what is behind its date, or behind other parts and labelled."""
    if len(text) > MAX_LINE:
        return Signing(text, dated=False, labelled=has_label(text))
    if (part := _behind_date(text)) is not None:
        return part
    labelled = has_label(text)
    if (not labelled or OTHERS.match(text)) and (rest := _behind_parts(text)):
        return Signing(rest, dated=False, labelled=True)
    return Signing(text, dated=False, labelled=labelled)


def _behind_date(text: str) -> Signing | None:
    """Return what stands behind the date with which a line begins, with its label, None where it begins otherwise."""
    deed = PUBLISHED.match(text) is not None
    if not _FIGURE.search(text, 0, (MAX_DEED if deed else MAX_LEAD_IN) + MAX_MONTH):
        return None
    first = next(find(text), None)
    if not first or people(text[: first.start]) or reporters(text[: first.end]):
        return None
    rest = text[first.end :].lstrip(_BEHIND_DATE)
    labelled = (has_label(rest) and not OTHERS.match(rest)) or (deed and PREPOSITION.match(rest) is not None)
    if first.start <= MAX_LEAD_IN or _leads_in(text, first):
        inner = "" if labelled else _behind_parts(rest)
        return Signing(inner or rest, dated=True, labelled=labelled or bool(inner))
    if deed and first.start <= MAX_DEED and labelled and people(rest):
        return Signing(rest, dated=True, labelled=True)
    return None


def _leads_in(text: str, stamp: Stamp) -> bool:
    """Say whether all that stands before a date belongs to it: “Veröffentlicht am Freitag, dem”."""
    return stamp.start <= MAX_DEED and not before(text, stamp.start)


def _behind_parts(text: str) -> str:
    """Return the end of a line from its first part that has a label and names behind it, empty where none has."""
    end = 0
    for mark in _PARTING.finditer(text):
        if mark.start() - end > MAX_PART:
            break
        end = mark.end()
        rest = text[end:]
        if (has_label(rest) or has_bare_label(rest)) and not OTHERS.match(rest) and people(rest):
            return rest
    return ""
