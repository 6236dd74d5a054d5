"""Files in which a newspaper archive saved several stories as text (LexisNexis, Factiva, ProQuest, Europresse), parted into them."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaner.decode import decode
from cleaner.errors import CleanerError
from cleaner.parse import archives, export
from cleaner.regexes import regex

FEWEST, RECORDS = 2, 0.5
"""Parts that must be an archive's records, by their number and as a share of all: a list of what was found stands before the first, lost heads
among the others."""

_LINE = r"^[ \t]*(?:{})[ \t]*\r?$"
_BEGINS = regex(_LINE.format(export.NUMBERED.pattern), re.IGNORECASE | re.MULTILINE)
_ENDS = regex(_LINE.format(rf"{export.END}|{archives.DOCUMENT.pattern}|{archives.NUMBER.pattern}"), re.MULTILINE)


def is_marked(head: bytes) -> bool:
    """Say whether a file, by its first part, has a line that stands before or behind an archive's story, in whatever encoding."""
    text = head.replace(b"\0", b"").decode("utf-8", "replace")
    return bool(_BEGINS.search(text) or _ENDS.search(text))


def stories(data: bytes) -> list[str]:
    """Return the stories of a file, each with its record; none where the file is not one of several.

    What stands before the first, a list of what was searched for and found, is the first part if it is none of them.
    """
    try:
        text = decode(data).text
    except CleanerError:
        return []  # whoever reads the file says what is wrong with it
    for places in ([found.start() for found in _BEGINS.finditer(text)], [found.end() for found in _ENDS.finditer(text)]):
        bounds = sorted({0, *places, len(text)})
        parts = [part for start, end in pairwise(bounds) if (part := text[start:end]).strip()]
        if len(parts) >= FEWEST and sum(map(_is_record, parts)) >= max(FEWEST, RECORDS * len(parts)):
            return parts
    return []


def _is_record(part: str) -> bool:
    return export.read([line.strip() for line in part.splitlines() if line.strip()]) is not None
