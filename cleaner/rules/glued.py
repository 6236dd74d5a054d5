"""Furniture that stands behind a sentence in one line with it: “… are not known. Share this article”.

Flatteners put strings together that had elements of their own, and scrapes of text are full of it. What the packs know as a whole line
becomes a block of its own, so that rules and block model judge it and the sentence each alone; kept together, they are one paragraph
again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaner.model import GLUED, Block, Kind, marked, reindexed, sliced
from cleaner.regexes import regex
from cleaner.rules.matchers import KNOWN_CHARS, Scanner

KINDS: frozenset[Kind] = frozenset({"share", "follow", "donation", "legal"})
"""Kinds whose wording behind a sentence is no part of the story. That of others may be: writers tell of their newsletter at a paragraph's
end, and where to read more; and a credit makes a caption of the sentence before it."""
HEAD_CHARS = 20
"""Characters of the shortest sentence that may stand before."""
HOLDER = regex(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
"""What a sentence has that names a holder of rights: it is one piece of furniture with what it says of them."""
ROLES = frozenset({"paragraph", "list_item", "quote"})
_STOP = regex(r"[.!?…][\"'”’»)\]]*\s+(?=\S)")


def parted(blocks: Sequence[Block], scanner: Scanner) -> tuple[Block, ...]:
    """Return `blocks` with the furniture behind their last sentences as blocks of their own."""
    long = (block for block in blocks if len(block.text) > HEAD_CHARS and block.role in ROLES)
    starts = {block.index: found for block in long if (found := _starts(block.text, scanner))}
    if not starts:
        return tuple(blocks)
    return reindexed(piece for block in blocks for piece in _pieces(block, starts.get(block.index, ())))


def _starts(text: str, scanner: Scanner) -> list[int]:
    """Return where the sentences of a text begin that are furniture, from the last on."""
    end, starts = len(text), []
    while end > HEAD_CHARS:
        stops = [0, *(match.end() for match in _STOP.finditer(text, max(HEAD_CHARS, end - 2 * KNOWN_CHARS), end))]
        start = stops.pop()
        if not start or end - start > KNOWN_CHARS or not _is_furniture(text[start:end], scanner):
            break
        if HOLDER.search(text, stops[-1], start):
            start = stops[-1]
            if not start:
                break
        starts.append(start)
        end = len(text[:start].rstrip())
    return starts if starts and not _is_one(text, scanner) else []


def _is_furniture(text: str, scanner: Scanner) -> bool:
    """Say whether packs know a text as furniture; a holder's name behind © is a picture's credit, unless a year stands with it."""
    if text.endswith("?"):
        return False
    if text.lstrip(" —–-(").startswith("©") and not any(map(str.isdigit, text)):
        return False
    return any(hit.kind in KINDS and hit.strong for hit in scanner.line(text))


def _is_one(text: str, scanner: Scanner) -> bool:
    """Say whether packs know all of a line as an appeal in several sentences; what they say of rights takes in any line before."""
    return any(hit.kind != "legal" for hit in scanner.line(text))


def _pieces(block: Block, starts: Sequence[int]) -> list[Block]:
    bounds = [0, *reversed(starts), len(block.text)]
    pieces = [sliced(block, start, end) for start, end in pairwise(bounds)]
    return [pieces[0], *(marked(piece, GLUED) for piece in pieces[1:])]
