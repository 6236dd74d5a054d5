"""Where blocks stand in the markup: their tags, the class and id words around them, and the containers they share."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate, chain, pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel.chars import Chars, Ints, changes
from cleaner.blockmodel.columns import AT, MARKUP_ROWS, TAGS, Bag, put
from cleaner.convolutions import Floats
from cleaner.model import Page, styled

_Key = TypeVar("_Key", bound=Hashable)
NEAR_TOKENS, FAR_TOKENS = 6, 18
"""Class and id words nearest to the block, and further out, that are looked up."""
NEAR_MARKS = 4
"""Facts of the markup nearest to the block that are looked up. A bound on the cost, set by hand."""
BOX_TOKENS = 24
"""Class and id words, counted from the page's root, that make a container: those nearer to the block differ by item."""
KNOWN_WORDS = 1 << 16
"""Words of the markup whose rows are remembered."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG_COLUMN = {tag: number for number, tag in enumerate(TAGS)} | dict.fromkeys(_HEADINGS, len(TAGS))


class _Rows(dict[str, bytes]):
    """The row of each markup word behind a mark of what it is, as `_ROW`; looked up as in any dictionary, and worked out once."""

    def __init__(self, mark: str) -> None:
        self.mark = zlib.crc32(mark.encode())

    def __missing__(self, word: str) -> bytes:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        number = zlib.crc32(word.encode("utf-8", "surrogatepass"), self.mark) & (MARKUP_ROWS - 1)
        row = self[word] = number.to_bytes(_ROW.itemsize, sys.byteorder)
        return row

    def of(self, words: Iterable[str]) -> bytes:
        """Return the rows of `words`, one behind the other."""
        return b"".join(map(self.__getitem__, words))

    def of_each(self, lists: Sequence[Sequence[str]]) -> list[bytes]:
        """Return the rows of each of some lists of words, which are looked up together."""
        rows = self.of(chain.from_iterable(lists))
        ends = accumulate([_ROW.itemsize * len(words) for words in lists], initial=0)
        return [rows[start:end] for start, end in pairwise(ends)]


_ROW = np.dtype(np.uint16)
"""How the number of a row is kept: bytes are put together faster than numbers."""
_NEAR, _FAR, _MARKS, _TAG_NAMES = _Rows(""), _Rows("f:"), _Rows("m:"), _Rows("t:")
"""Class and id words near the block and further out, marks, and tags: the same word has another row in each."""


def _tag_rows(path: tuple[str, ...]) -> bytes:
    """Return the rows of an element and its parent together, and of the element alone."""
    return _TAG_NAMES[">".join(path[-2:])] + _TAG_NAMES[path[-1] if path else ""]


def put_markup(dense: Floats, page: Page, read: Chars, prose: NDArray[np.bool_]) -> tuple[Bag, Bag, Ints | None]:
    """Write what tags, classes and containers tell; return the two bags of markup words, and the blocks' likes in HTML.

    Blocks of one element or of like ones share all of it, so that the work is done once for each kind of source, and what
    hangs on its path or its words alone, once for each of these.
    """
    none = Bag(np.zeros(0, np.int64), np.zeros(0, np.int64))
    if page.media_type != "text/html" or not page.blocks:
        return none, none, None
    kinds, which = page.features.styles or styled(page.blocks)
    at = np.array(which)
    paths, ways = _numbered([path for path, _, _ in kinds])
    words, owns = _numbered([tokens for _, tokens, _ in kinds])
    marked = [marks for _, _, marks in kinds]
    br = np.array(["br" in marks for marks in marked])
    hidden = np.array([bool(marks) and "hidden" in " ".join(marks) for marks in marked])
    put(dense, br=br.take(at), hidden=hidden.take(at))
    way = np.array(ways).take(at)
    _tags(dense, paths, way)
    style, box = (numbers.take(at) for numbers in _boxes(paths, ways, words, owns))
    _containers(dense, (way, style, box), read, prose)
    tags = [*map(_tag_rows, paths)]
    own = _NEAR.of_each([tokens[:NEAR_TOKENS] for tokens in words])
    far = _FAR.of_each([tokens[NEAR_TOKENS : NEAR_TOKENS + FAR_TOKENS] for tokens in words])
    near = [
        own[number] + tags[way] + (_MARKS.of(marks[:NEAR_MARKS]) if marks else b"")
        for way, number, marks in zip(ways, owns, marked, strict=True)
    ]
    _, likes = _numbered(near)
    return _bag(near, at), _bag(far, np.array(owns).take(at)), np.array(likes).take(at)


def _numbered(keys: Iterable[_Key]) -> tuple[list[_Key], list[int]]:
    """Return the different keys in order of first appearance, and for each key the number of its like among them."""
    known: dict[_Key, int] = {}
    numbers = [known.setdefault(key, len(known)) for key in keys]
    return list(known), numbers


def _bag(rows: Sequence[bytes], kind: Ints) -> Bag:
    sizes = np.fromiter(map(len, rows), np.int64) // _ROW.itemsize
    return Bag(np.frombuffer(b"".join(rows), _ROW).astype(np.int64), np.arange(len(rows)).repeat(sizes), kind)


def _tags(dense: Floats, paths: Sequence[tuple[str, ...]], way: Ints) -> None:
    """Write which tags stand around each block, and how the path changes from block to block; `way` numbers `paths`."""
    depth = np.fromiter(map(len, paths), np.int64)
    tags, numbers = _numbered(chain.from_iterable(paths))
    steps = np.array(numbers, np.int64)
    columns = np.array([_TAG_COLUMN.get(tag, len(TAGS) + 1) for tag in tags], np.int64)
    on_path = np.zeros((len(paths), len(TAGS) + 2), np.float32)
    on_path[np.arange(len(paths)).repeat(depth), columns.take(steps)] = 1
    start = AT[f"tag_{TAGS[0]}"]
    dense[:, start : start + len(TAGS) + 1] = on_path[:, :-1].take(way, axis=0)
    ladder = np.full((len(paths), int(depth.max()) + 1), -1)
    ladder[np.arange(ladder.shape[1]) < depth[:, None]] = steps
    climbs = _climbs(ladder.take(way, axis=0), depth.take(way))
    climbs[1:-1][way[1:] == way[:-1]] = 1
    put(dense, depth=depth.take(way).astype(np.float32) / 12, climb_before=climbs[:-1] / 6, climb_after=climbs[1:] / 6)


def _climbs(ladder: Ints, depth: Ints) -> Floats:
    """Return, before each block and after the last, how many elements end between it and the block before.

    `ladder` numbers the elements on each block's path, filled up behind its `depth` with what no element has.
    """
    parted = (ladder[1:] != ladder[:-1]).argmax(axis=1)
    climbs = np.zeros(len(ladder) + 1, np.float32)
    climbs[1:-1] = np.maximum(depth[1:], depth[:-1]) - parted
    return climbs


def _boxes(
    paths: Sequence[tuple[str, ...]], ways: Sequence[int], words: Sequence[tuple[str, ...]], owns: Sequence[int]
) -> tuple[Ints, Ints]:
    """Return for each kind of block, whose path and words are numbered by `ways` and `owns`, the numbers of its style and box."""
    _, parents = _numbered([path[:-1] for path in paths])
    _, cut = _numbered([tokens[-BOX_TOKENS:] for tokens in words])
    _, styles = _numbered(zip(ways, owns, strict=True))
    _, boxes = _numbered([(parents[way], cut[own]) for way, own in zip(ways, owns, strict=True)])
    return np.array(styles), np.array(boxes)


def _containers(dense: Floats, numbers: tuple[Ints, Ints, Ints], read: Chars, prose: NDArray[np.bool_]) -> None:
    """Write what share of the page each block's likes hold: those of its path, its style (path and classes), its box (classes).

    `numbers` are those of each block's path, style and box.
    """
    way, style, box = numbers
    size = read.length.astype(np.float64)
    total = max(1.0, float(size.sum()))
    linked = dense[:, AT["link_density"]] * size
    told = size * prose
    all_told = max(1.0, float(told.sum()))
    held, links, prosy = (np.bincount(style, weights=weights) for weights in (size, linked, told))
    put(
        dense, same_style=(np.log1p(np.bincount(style)) / 4).take(style), style_prose=(prosy / all_told).take(style),
        style_links=(links / np.maximum(held, 1)).take(style),
    )  # fmt: skip
    held, links, prosy = (np.bincount(box, weights=weights) for weights in (size, linked, told))
    put(
        dense, box_share=(held / total).take(box), box_prose=(prosy / all_told).take(box),
        box_links=(links / np.maximum(held, 1)).take(box), box_blocks=(np.log1p(np.bincount(box)) / 4).take(box),
        new_box=changes(box),
    )  # fmt: skip
    held, prosy = (np.bincount(way, weights=weights) for weights in (size, told))
    put(dense, path_share=(held / total).take(way), path_prose=(prosy / all_told).take(way))
