"""Mojibake: UTF-8 read in another encoding (`cafÃ©`, `itâ€™s`), and C1 controls that were windows-1252.

The judgement is ftfy's, its encoding fixes only: ligatures, widths, quotes and normal forms stay as they
are. ftfy rewrites whole texts; here each change becomes an edit of the smallest run that differs, so that offsets
into the input stay true.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain, islice

import numpy as np

from cleaner.model import Edit
from cleaner.regexes import regex

KIND = "mojibake"

CHUNK_CHARS = 10_000
"""Longest text given to ftfy at once: far more context than its judgement needs, and a bound on its time."""

_HALVES = "ÃÂâãà"
_BEYOND, _BEYOND_C1 = 0x80, 0xA0
"""The first characters outside ASCII, and behind the C1 controls."""
_HALF = regex(f"[{_HALVES}] ")
_SUSPECT = regex(rf"[^\x00-\x7f](?:(?<=[\x80-\x9f])|[^\x00-\x7f]|(?<=[{_HALVES}]) )")
"""What every text has that ftfy changes: a C1 control, two neighbours outside ASCII, or a first half of a letter
whose second half became a space. Clean English has little of it, so ftfy is seldom imported at all."""

FEW, AROUND = 8, 16
"""Suspects up to which a line is judged by them and so many characters on either side, more than ftfy's patterns have: on its
whole it takes ten times as long."""

_LEFT = regex(r"(?<=[a-z.!?,;:)”])Â(?=\s|$)")
"""The first half of a hard space that was stripped from the end of its string; no word ends in this letter alone."""
_CLOSING = regex(r"â[€\x80](?=[ \t\n.,;:!?)—–-]|$)")
"""A closing quotation mark whose third byte, which windows-1252 does not know, was dropped; with the space behind it ftfy reads a dagger."""
_WORDS = regex(r"[^ ]* |[^ ]+")
_ODD_SPACE = regex(r"[^\S \t\n]")
"""Spaces that come out of a repair, line separators among them, for which a line has plain ones."""


def places(text: str, _language: str = "") -> list[int]:
    """Return where there may be mojibake: what `_SUSPECT` finds and where a match may begin inside of one, at half its cost."""
    if text.isascii():
        return []
    codes = np.frombuffer(f"{text}\n".encode("utf-32-le", "surrogatepass"), np.uint32)
    beyond = codes >= _BEYOND
    paired = beyond[:-1] & (beyond[1:] | (codes[:-1] < _BEYOND_C1))
    found: list[int] = np.flatnonzero(paired).tolist()
    if any(mark in text for mark in _HALVES):
        found += [half.start() for half in _HALF.finditer(text)]
        found += [left.start() for left in _LEFT.finditer(text)]
    return found


def find(text: str, _language: str = "") -> tuple[Edit, ...]:
    """Return the edits that undo mojibake, in order of place, each of kind `mojibake`.

    Each line is judged alone, a line of more than `CHUNK_CHARS` characters in parts cut at a space; so time is
    linear in the length. On repaired lines there is nothing more to find. Heuristic: `ftfy.fix_encoding`
    (ftfy 6, by Robyn Speer).
    """
    if text.isascii():
        return ()
    edits = [*chain.from_iterable(_line_edits(text[start:end], start) for start, end in _suspects(text))]
    if "Â" in text:
        edits += [
            Edit(*left.span(), "", KIND) for left in _LEFT.finditer(text) if not any(edit.start <= left.start() < edit.end for edit in edits)
        ]
        edits.sort()
    return tuple(edits)


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the lines, or parts of long lines, that may hold mojibake."""
    done = 0
    while match := _SUSPECT.search(text, done):
        start = max(done, text.rfind("\n", done, match.start()) + 1)
        while match.start() - start >= CHUNK_CHARS:
            start = _cut(text, start, len(text))
        end = text.find("\n", match.end(), start + CHUNK_CHARS)
        end = end if end >= 0 else _cut(text, start, len(text))
        yield start, end
        done = end


def _cut(text: str, start: int, end: int) -> int:
    """Return where a part that begins at `start` ends: after the last space within reach."""
    if end - start <= CHUNK_CHARS:
        return end
    limit = start + CHUNK_CHARS
    return text.rfind(" ", start, limit) + 1 or limit


def _line_edits(line: str, offset: int) -> Iterator[Edit]:
    from ftfy import fix_encoding  # noqa: PLC0415  # costly, and most pages never need it
    from ftfy.badness import is_bad  # noqa: PLC0415

    suspects = [*islice(_SUSPECT.finditer(line), FEW + 1)]
    near = [line[max(0, found.start() - AROUND) : found.end() + AROUND] for found in suspects]
    if (len(near) <= FEW and not any(map(is_bad, near))) or not is_bad(line):
        return
    fixed = _CLOSING.sub("”", fix_encoding(_CLOSING.sub("”", line)))  # again, as damage may be double
    if fixed == line:
        return
    for old, new in _paired(_WORDS.findall(line), _WORDS.findall(fixed)):
        if old != new:
            yield _trimmed(offset, old, new)
        offset += len(old)


def _paired(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Pair the words before and after; runs of words that do not pair one to one go together."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    for tag, low, high, new_low, new_high in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield from zip(old[low:high], new[new_low:new_high], strict=True)
        else:
            yield "".join(old[low:high]), "".join(new[new_low:new_high])


def _trimmed(offset: int, old: str, new: str) -> Edit:
    """Make an edit of what differs between the common head and the common tail."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    return Edit(offset + head, offset + len(old) - tail, _ODD_SPACE.sub(" ", new[head : len(new) - tail]), KIND)
