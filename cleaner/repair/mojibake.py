"""Mojibake: UTF-8 read in another encoding (`cafÃ©`, `itâ€™s`), and C1 controls that were windows-1252.

The judgement is ftfy's, its encoding fixes only: ligatures, widths, quotes, normal forms and entities stay as they
are. ftfy rewrites whole texts; here each change becomes an edit of the smallest run that differs, so that offsets
into the input stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain

from cleaner.model import Edit

KIND = "mojibake"

CHUNK_CHARS = 10_000
"""Longest text given to ftfy at once: far more context than its judgement needs, and a bound on its time."""

_SUSPECT = re.compile(r"[^\x00-\x7f](?:(?<=[\x80-\x9f])|[^\x00-\x7f]|(?<=[ÃÂâãà]) )")
"""What every text has that ftfy changes: a C1 control, two neighbours outside ASCII, or a first half of a letter
whose second half became a space. Clean English has little of it, so ftfy is seldom imported at all."""

_WORDS = re.compile(r"[^ ]* |[^ ]+")


def pattern(_language: str) -> re.Pattern[str]:
    """Return what is found wherever there may be mojibake; it never matches beyond a line."""
    return _SUSPECT


def find(text: str, _language: str = "") -> tuple[Edit, ...]:
    """Return the edits that undo mojibake, in order of place, each of kind `mojibake`.

    Each line is judged alone, a line of more than `CHUNK_CHARS` characters in parts cut at a space; so time is
    linear in the length. On repaired lines there is nothing more to find. Heuristic: `ftfy.fix_encoding`
    (ftfy 6, by Robyn Speer).
    """
    if text.isascii():
        return ()
    return tuple(chain.from_iterable(_line_edits(text[start:end], start) for start, end in _suspects(text)))


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

    if not is_bad(line):
        return
    fixed = fix_encoding(line)
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
    return Edit(offset + head, offset + len(old) - tail, new[head : len(new) - tail], KIND)
