"""What stands on the page more than once, and how much of a block is of the page's topic."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel.chars import Chars, Ints, Words, changes
from cleaner.blockmodel.columns import AT, put
from cleaner.convolutions import Floats
from cleaner.hashing import Hashes, mixed

TOPIC_LETTERS = 5
"""Letters from which a word counts as a word of the topic: function words are short in most languages."""
_QUARTERS = 4
"""Numbers of 16 bits in a hash."""
_FEW_HASHES = 300
"""Hashes below which to sort them whole takes less time than two turns."""


@dataclass(frozen=True)
class Grams:
    """Runs of three words inside a block: hash and block."""

    hashes: Hashes
    block: Ints


def grams_of(words: Words) -> Grams:
    """Return the runs of three words within a block."""
    inside = (words.block[2:] == words.block[:-2]).nonzero()[0]
    h = words.hashes
    runs = h[:-2] * np.uint64(3) + h[1:-1] * np.uint64(5) + h[2:] * np.uint64(7)
    return Grams(mixed(runs.take(inside)), words.block.take(inside))


@dataclass(frozen=True)
class _Groups:
    """Equal hashes put together: `order` sorts them, `new` says in that order where a group begins.

    Equal ones keep their order, which is that of the blocks.
    """

    order: Ints
    new: NDArray[np.bool_]


def grouped(hashes: Hashes) -> _Groups:
    """Group equal hashes, where they are many by half of their bits, in two turns: 16 bits numpy sorts in linear time.

    Where different ones have that half in common, the whole is looked at.
    """
    if len(hashes) < _FEW_HASHES:
        return _sorted(hashes)
    first, second, *_ = hashes.view(np.uint16).reshape(-1, _QUARTERS).T
    order = first.argsort(kind="stable")
    order = order.take(second.take(order).argsort(kind="stable"))
    ordered = hashes.take(order)
    new = changes(ordered)
    if np.count_nonzero(new) != np.count_nonzero(changes(ordered.view(np.uint32)[::2])):
        return _sorted(hashes)
    return _Groups(order, new)


def _sorted(hashes: Hashes) -> _Groups:
    order = hashes.argsort(kind="stable")
    return _Groups(order, changes(hashes.take(order)))


def put_repeats(dense: Floats, read: Chars, grams: Grams, firsts: Ints) -> None:
    """Write how much of each block stands elsewhere on the page, and how much before."""
    n = len(dense)
    words = read.words
    weighted = mixed(words.hashes * (words.rank.astype(np.uint64) * np.uint64(2) + np.uint64(1)))
    sums = np.zeros(len(weighted) + 1, np.uint64)
    weighted.cumsum(out=sums[1:])
    ends = words.per_block.cumsum()
    named = words.per_block.nonzero()[0]
    whole = sums.take(ends.take(named)) - sums.take((ends - words.per_block).take(named))
    block, before, after = _copies(whole, named)
    dense[block[before], AT["same_before"]] = 1
    dense[block[after & ~before], AT["same_after"]] = 1
    block, before, after = _copies(grams.hashes, grams.block)
    total = np.maximum(np.bincount(grams.block, minlength=n), 1)
    put(
        dense,
        grams_before=np.bincount(block[before], minlength=n) / total,
        grams_else=np.bincount(block[before | after], minlength=n) / total,
        type_ratio=np.bincount(words.block.take(firsts), minlength=n) / np.maximum(words.per_block, 1),
    )


def _copies(hashes: Hashes, block: Ints) -> tuple[Ints, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the blocks of the hashes that are there more than once, few of all, and whether each is in one before and after."""
    found = grouped(hashes)
    several = ~found.new
    several[:-1] |= several[1:]
    at = several.nonzero()[0]
    held = block.take(found.order.take(at))
    sizes = np.bincount(found.new.take(at).cumsum())[1:]
    ends = np.cumsum(sizes)
    first, last = held.take(ends - sizes), held.take(ends - 1)
    return held, first.repeat(sizes) < held, last.repeat(sizes) > held


def firsts_of(words: Words, found: _Groups) -> Ints:
    """Return the words that stand for the first time in their block."""
    chosen: Ints = found.order[changes(words.block.take(found.order)) | found.new]
    return chosen


def put_topic(dense: Floats, read: Chars, prose: NDArray[np.bool_], found: _Groups, firsts: Ints) -> None:
    """Write how much of each block's longer words the rest of the page, and its prose, use as well."""
    n = len(dense)
    words = read.words
    group = np.empty_like(found.order)
    group[found.order] = found.new.cumsum()
    is_long = words.length >= TOPIC_LETTERS
    long = is_long.nonzero()[0]
    block, kind = words.block.take(long), group.take(long)
    once = firsts[is_long.take(firsts)]
    kinds = group.take(once)
    per_kind = np.bincount(kinds, minlength=len(group) + 1)
    in_prose = np.bincount(kinds[prose.take(words.block.take(once))], minlength=len(group) + 1)
    told = in_prose.take(kind) - prose.take(block)
    logs = np.log1p(np.arange(n + 1))
    number = np.maximum(np.bincount(block, minlength=n), 1)
    put(
        dense,
        topic_page=np.bincount(block, weights=logs.take(per_kind.take(kind) - 1), minlength=n) / number,
        topic_prose=np.bincount(block, weights=logs.take(told), minlength=n) / number,
        topic_known=np.bincount(block[told > 0], minlength=n) / number,
    )
