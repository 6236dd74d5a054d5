"""The boundary model's input: what a word looks like, what stands before it, and which words the page says again."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.convolutions import Floats
from cleaner.regexes import regex

Rows = NDArray[np.int64]
TABLES = ("word", "shape", "head", "tail", "length")
ROWS = {"word": 1 << 13, "shape": 1 << 10, "head": 1 << 11, "tail": 1 << 11, "length": 21}
"""Rows of the embedding table of each property of a word."""
GLUED, SPACED, LINE, BLANK = range(4)
"""What stands before a word: nothing, spaces, a line's end, a blank line."""
COLUMNS = ("glued", "line", "blank", "same", "same_2", "same_3", "same_5", "again_2", "again_3", "again_5", "words_before", "words_after", "position")
GRAMS = (2, 3, 5)
"""Words in a row of which is asked whether the page says them again."""
_LONGEST = 60
"""Characters of a word that are looked at."""
_LETTERS = 3
"""Letters of a word's head and of its tail."""
_SHAPE_HEAD, _SHAPE_TAIL = 8, 3
"""Signs of a longer shape that are kept."""
_LOG_WORDS = 8.0
"""By which the logarithms of counts of words are divided: a page of 3,000 words then gives 1."""
_MIXING = 1_000_003
_MARKS = "\"'“”‘’()[].,:;!?…«»„"
_DIGIT = regex(r"\d")
_RUN = regex(r"(.)\1{2,}", re.DOTALL)
LOWER, UPPER = "a-zß-öø-ÿа-яёα-ω", "A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω"
_ALONE = "AEIOUXYÀÉАВИКОСУЯІЄ"
"""Capitals that are words of one letter in some language, or a network's name; any other behind a word is its last letter, as in `SaaS`."""
_EDGE = regex(
    rf"(?<=[{LOWER}]{{2}})(?=[{UPPER}][{LOWER}{UPPER}]|[{_ALONE}](?:\s|$))"
    rf"|(?<=[{LOWER}\d][{LOWER}\d][.!?…])(?=[“\"‘(]?[{UPPER}])"
    rf"|(?<=[.!?…][”\"’)])(?=[{UPPER}][{LOWER}])"
    rf"|(?<=[{UPPER}]{{2}}|[{LOWER}]\)|\d\d)(?=[{UPPER}][{LOWER}]{{2}})"
)
"""Where a string may have ended: between a word's letters, behind a stop, and where letters of a short form, a bracket or figures touch a word."""
CODE = regex(r"[={}<>_\\#*/@|]|\(\)|\w\(|\w\[")
"""What stands in addresses and in programs' names, which are not parted."""
_WORD = regex(r"\S+")


class _Classes(dict[int, str]):
    """Character -> what a shape writes for it: `0`, `X`, `x`, `o` for letters without case, and every other as it is."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = "0" if char.isdigit() else "X" if char.isupper() else "x" if char.islower() else "o" if char.isalpha() else char
        self[code] = found
        return found


_CLASSES = _Classes()


class Words(NamedTuple):
    """The words of a text: where each starts, what it is, and what stands before it. Where two strings may touch, two words do."""

    starts: Sequence[int]
    texts: Sequence[str]
    gaps: Sequence[int]


def words_of(text: str) -> Words:
    """Return the words of a text."""
    starts: list[int] = []
    gaps: list[int] = []
    texts: list[str] = []
    last = 0
    for found in _WORD.finditer(text):
        (start, end), word = found.span(), found[0]
        spaces = text[last:start]
        starts.append(start)
        texts.append(word)
        gaps.append(SPACED if spaces == " " else SPACED + min(spaces.count("\n"), 2))
        last = end
        if not word[1:].islower() and (edges := _edges(word)):
            texts[-1:] = [word[low:high] for low, high in pairwise((0, *edges, len(word)))]
            starts += [start + edge for edge in edges]
            gaps += [GLUED] * len(edges)
    return Words(starts, texts, gaps)


def _edges(word: str) -> list[int]:
    """Return where in a word a string may have ended, nowhere in an address or a program's name."""
    if word.isdigit() or CODE.search(word):
        return []
    return [edge.start() for edge in _EDGE.finditer(word)]


@dataclass(frozen=True)
class Inputs:
    """`rows[word, table]` and `dense[word, column]`."""

    rows: Rows
    dense: Floats


def inputs(words: Words) -> Inputs:
    """Return the input for the words of a text."""
    texts, gaps = words.texts, np.array(words.gaps, np.int64)
    rows = {word: _rows(word[:_LONGEST]) for word in set(texts)}
    table = np.array([rows[word] for word in texts], np.int64).reshape(len(texts), len(TABLES))
    before = np.stack([gaps == GLUED, gaps >= LINE, gaps == BLANK], axis=1)
    return Inputs(table, np.concatenate((before, _repeated(texts)), axis=1, dtype=np.float32))


@lru_cache(maxsize=1 << 16)
def _rows(word: str) -> tuple[int, ...]:
    """Return a word's row in each table."""
    folded = _DIGIT.sub("0", word.casefold())
    bare = folded.strip(_MARKS) or folded
    parts = {"word": bare, "shape": _shape(word), "head": bare[:_LETTERS], "tail": bare[-_LETTERS:]}
    hashed = [zlib.crc32(text.encode("utf-8", "surrogatepass")) % ROWS[table] for table, text in parts.items()]
    return (*hashed, min(len(word), ROWS["length"] - 1))


def _shape(word: str) -> str:
    """Return how a word is written, no sign more than twice in a row: `Ostrey’s,` is `Xxx’x,`."""
    shape = _RUN.sub(r"\1\1", word.translate(_CLASSES))
    return shape if len(shape) <= _SHAPE_HEAD else f"{shape[:_SHAPE_HEAD]}|{shape[-_SHAPE_TAIL:]}"


def _repeated(words: Sequence[str]) -> Floats:
    """Return how often each word, and the words that begin with it, stand elsewhere in the text, and where it stands itself."""
    n = len(words)
    numbers: dict[str, int] = {}
    ids = np.array([numbers.setdefault(word.casefold().strip(_MARKS), len(numbers)) for word in words], np.int64)
    elsewhere = [_elsewhere(ids, size) for size in GRAMS]
    place = np.arange(n)
    return np.stack(
        [
            np.log1p(np.bincount(ids)[ids] - 1), *(np.log1p(counts) for counts in elsewhere), *(counts > 0 for counts in elsewhere),
            np.log1p(place) / _LOG_WORDS, np.log1p(n - place) / _LOG_WORDS, place / n,
        ], axis=1,
    ).astype(np.float32)  # fmt: skip


def _elsewhere(ids: Rows, size: int) -> Rows:
    """Return for each word how often it and those behind it, `size` in all, stand in the text besides."""
    counts = np.zeros(len(ids), np.int64)
    last = len(ids) - size + 1
    if last <= 0:
        return counts
    keys = ids[:last].copy()
    for step in range(1, size):
        keys = keys * _MIXING + ids[step : last + step]
    _, place, number = np.unique(keys, return_inverse=True, return_counts=True)
    counts[:last] = number[place] - 1
    return counts
