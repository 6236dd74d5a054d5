"""What the block model sees of a page: arrays over all blocks, computed together.

`dense[block, feature]` are measures between about -1 and 3, named by `NAMES`; the bags are hashed words of the text and
hashed words of the markup, as row numbers of embedding tables with the block each belongs to. The same features stand
for every kind of input; those of the markup are zero in text, where `modality` features say so. Beside this module, `repetition`, `entitled` and `markup` fill
columns of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel import chars
from cleaner.blockmodel.chars import Chars, Ints, Words
from cleaner.blockmodel.columns import AT, KINDS, MEDIA, NAMES, ROLES, WORD_ROWS, Bag, Inputs, put
from cleaner.blockmodel.entitled import put_head
from cleaner.blockmodel.markup import put_markup
from cleaner.blockmodel.repetition import firsts_of, grams_of, grouped, put_repeats, put_topic
from cleaner.convolutions import Floats
from cleaner.model import Block, Label, Page, Role

HEAD_WORDS, TAIL_WORDS = 14, 6
"""Words at a block's two ends that are looked up; furniture shows itself there, and the cost stays bounded."""
PROSE_WORDS = 12
"""Words from which a block that ends a sentence is prose to its neighbours, and block and line are long. Set by hand with the features; the network was trained with it."""
LAID_OUT = 0.1
"""Share of a text's blocks with a bullet or an indent from which its layout tells blocks apart."""
SHORT_WORDS = 7
"""Words up to which a line of text looks like no other: subheads and labels share one layout (.003 on trafilatura's segments)."""
_INDENTS = 100
"""Steps in which the logarithm of an indent is counted."""
_ROLE = {role: number for number, role in enumerate(get_args(Role))}
_ROLE_ROWS = np.array([[role == column for column in ROLES] for role in _ROLE], np.float32)
"""For each role, by its number in `_ROLE`, which of the columns `role_heading` to `role_preformatted` it is."""

_CUE = {kind: AT[f"cue_{kind}"] for kind in KINDS}
_LABEL = {kind: AT[f"label_{kind}"] for kind in KINDS}


def _marked(*columns: tuple[int, ...]) -> Floats:
    """Return for each class of characters a row that says of which of `columns`, each of some classes, it is."""
    return np.array([[kind in column for column in columns] for kind in range(chars.CLASSES)], np.float32)


_SHARED = np.array(
    (chars.COLON, chars.QUOTE, chars.DASH, chars.BRACKET, chars.SYMBOL, chars.IDEOGRAPH, chars.SPACE), np.int64
)
_SHARED_FACTORS = np.array((10, 8, 10, 10, 10, 1, 4), np.float32)
"""The classes behind the columns `colons` to `spaces`, and the factors of their shares."""
_FIRST = _marked((chars.UPPER,), (chars.DIGIT,), (chars.QUOTE,), (chars.SYMBOL, chars.BRACKET), (chars.LETTER,))
_LAST = _marked(
    (chars.STOP,), (chars.COLON,), (chars.LETTER,), (chars.DIGIT,), (chars.QUOTE,), (chars.BRACKET,), (chars.SYMBOL,),
    (chars.COMMA,),
)  # fmt: skip
"""The columns `first_upper` to `first_lower`, and `last_stop` to `last_comma`, by class of a block's first and last character."""


def inputs(page: Page, labels: Sequence[Label] = ()) -> Inputs:
    """Return the block model's input for `page`, on which the rules have put `labels`."""
    blocks = page.blocks
    read: Chars = page.features.chars
    dense = np.zeros((len(blocks), len(NAMES)), np.float32)
    if page.media_type in MEDIA:
        dense[:, MEDIA.index(page.media_type)] = 1
    prose = _form(dense, read)
    _layout(dense, blocks)
    _place(dense, read, prose)
    grams = grams_of(read.words)
    found = grouped(read.words.hashes)
    firsts = firsts_of(read.words, found)
    put_repeats(dense, read, grams, firsts)
    put_topic(dense, read, prose, found, firsts)
    put_head(dense, page.metadata, read, grams)
    near, far, likes = put_markup(dense, page, read, prose)
    if page.media_type == "text/plain":
        likes = _laid_out(dense, read.words.per_block)
    length = read.length.tolist()
    _write(dense, _cued(page, length))
    _write(dense, _labelled(labels, length))
    _found(dense, page)
    dense.clip(-4, 4, out=dense)
    return Inputs(dense, (_word_bag(read.words), near, far), likes)


def _form(dense: Floats, read: Chars) -> NDArray[np.bool_]:
    """Write what each block's own characters tell; return which blocks read like prose."""
    count = read.counts
    size = np.maximum(read.length, 1)
    words = read.words
    number = np.maximum(words.per_block, 1)
    capitals = np.bincount(words.block.take(words.capital.nonzero()[0]), minlength=len(dense))
    stops = count[:, chars.STOP]
    first, last = read.first, read.last
    letters = np.maximum(count[:, chars.LETTER] + count[:, chars.UPPER] + count[:, chars.IDEOGRAPH], 1)
    ended = (last == chars.STOP) | (((last == chars.QUOTE) | (last == chars.BRACKET)) & (stops > 0))
    prose: NDArray[np.bool_] = (words.per_block >= PROSE_WORDS) & ended
    log_words = np.log1p(words.per_block) / 3
    put(
        dense,
        log_chars=np.log1p(read.length) / 5, log_words=log_words, log_words_2=log_words**2,
        chars_per_word=size / number / 8, stops=np.log1p(stops) / 2, stops_per_word=8 * stops / number,
        commas_per_word=8 * count[:, chars.COMMA] / number, digits=3 * count[:, chars.DIGIT] / size,
        uppers=3 * count[:, chars.UPPER] / letters, capital_words=capitals / number,
        prose=prose, prose_long=prose & (stops > 1),
    )  # fmt: skip
    for name, values in (
        ("colons", count.take(_SHARED, axis=1) * _SHARED_FACTORS / size[:, None]),
        ("first_upper", _FIRST.take(first, axis=0)),
        ("last_stop", _LAST.take(last, axis=0)),
    ):
        dense[:, AT[name] : AT[name] + values.shape[1]] = values
    return prose


def _layout(dense: Floats, blocks: Sequence[Block]) -> None:
    """Write what layout and role tell; a column of which no block has anything stays as it is."""
    _, _, _, _, roles, levels, sources, breaks = zip(*blocks, strict=True)
    _, _, _, links, density, indent, bullet, gaps, _ = zip(*sources, strict=True)
    gap = _floats(gaps)
    put(dense, gap=np.minimum(gap, 2) / 2, gap_wide=np.log1p(gap) / 2)
    if any(links):
        put(dense, link_density=_floats(density), links=np.log1p(_floats(map(len, links))) / 2)
    if any(indent):
        put(dense, indent=np.log1p(_floats(indent)) / 2)
    if any(bullet):
        put(dense, bullet=_floats(map(bool, bullet)))
    if any(breaks):
        put(dense, lines=np.log1p(_floats(map(len, breaks))) / 2)
    if any(levels):
        put(dense, level=_floats(levels) / 3)
    at = AT[f"role_{ROLES[0]}"]
    dense[:, at : at + len(ROLES)] = _ROLE_ROWS.take(
        np.frombuffer(bytes(map(_ROLE.__getitem__, roles)), np.uint8), axis=0
    )


def _floats(values: Iterable[float]) -> Floats:
    return np.fromiter(values, np.float32)


def _place(dense: Floats, read: Chars, prose: NDArray[np.bool_]) -> None:
    """Write where each block stands in the page, and how much of what stands around it."""
    n = len(dense)
    words = read.words.per_block.astype(np.float32)
    order = np.arange(n) / max(1, n - 1)
    size = read.length.cumsum()
    told = words * prose
    read_words = told.cumsum()
    total = float(read_words[-1]) if n else 0.0
    before = read_words - told
    after = total - read_words
    put(
        dense,
        position=order, position_end=1 - order, chars_before=(size - read.length) / max(1, size[-1]),
        prose_before=before / max(1.0, total), prose_after=after / max(1.0, total),
        log_prose_before=np.log1p(before) / 4, log_prose_after=np.log1p(after) / 4,
        page_blocks=np.log1p(n) / 5, page_words=np.log1p(words.sum()) / 6,
        page_prose=total / max(1.0, float(words.sum())),
        page_links=float((dense[:, AT["link_density"]] * read.length).sum()) / max(1, size[-1]),
    )  # fmt: skip


def _word_bag(words: Words) -> Bag:
    left = words.per_block.take(words.block) - words.rank
    taken = ((words.rank < HEAD_WORDS) | (left <= TAIL_WORDS)).nonzero()[0]
    return Bag((words.hashes.take(taken) & np.uint64(WORD_ROWS - 1)).astype(np.int64), words.block.take(taken))


def _laid_out(dense: Floats, words: Ints) -> Ints | None:
    """Return by numbers which blocks of a text have the same layout; None where too few have bullets or indents to tell by."""
    bullet, indent = dense[:, AT["bullet"]] > 0, dense[:, AT["indent"]]
    if np.count_nonzero(bullet | (indent > 0)) < LAID_OUT * len(dense):
        return None
    looks = np.rint(indent * _INDENTS).astype(np.int64)
    at = AT[f"role_{ROLES[0]}"]
    for column, values, steps in (
        (words > PROSE_WORDS, 2, 1), (bullet, 2, 1), (dense[:, AT["last_stop"]], 2, 1), (dense[:, AT["gap"]], 3, 2),
        (dense[:, AT["level"]], 32, 3), (dense[:, AT["link_density"]], 3, 2),
        *((dense[:, at + role], 2, 1) for role in range(len(ROLES))),
    ):  # fmt: skip
        looks = looks * values + np.rint(column * steps).astype(np.int64)
    looks = np.where(words <= SHORT_WORDS, -1 - np.arange(len(words)), looks)
    return np.unique(looks, return_inverse=True)[1].astype(np.int64)


def _cued(page: Page, length: list[int]) -> dict[int, float]:
    """Return by place in the features how much of its block, which has `length`, the rule packs' cues of a kind cover."""
    covered: dict[int, float] = {}
    for number, hits in enumerate(page.cues):
        if not hits:
            continue
        row, size = number * len(NAMES), length[number] or 1
        for hit in hits:
            place = row + _CUE[hit.kind]
            share = (hit.end - hit.start) / size
            if share > covered.get(place, 0.0):
                covered[place] = share
    return covered


def _labelled(labels: Sequence[Label], length: list[int]) -> dict[int, float]:
    """Return by place in the features how sure the surest rule of a kind is of how much of its block, which has `length`."""
    sure: dict[int, float] = {}
    for block, start, end, kind, keep, confidence, _, _ in labels:
        if not keep:
            place = block * len(NAMES) + _LABEL[kind]
            certainty = (end - start) / (length[block] or 1) * confidence
            if certainty > sure.get(place, 0.0):
                sure[place] = certainty
    return sure


def _write(dense: Floats, values: Mapping[int, float]) -> None:
    """Write `values` by their place, counted row by row."""
    dense.put(np.fromiter(values, np.int64), _floats(values.values()))


def _found(dense: Floats, page: Page) -> None:
    """Write where the page's headline and its zone of most prose are, as the rules see them."""
    if page.title is not None:
        dense[:, AT["headline_known"]] = 1
        dense[page.title, AT["headline"]] = 1
        dense[page.title + 1 :, AT["after_headline"]] = 1
    low, high = page.features.story
    dense[low:high, AT["zone"]] = 1
    dense[:low, AT["before_zone"]] = 1
    dense[high:, AT["after_zone"]] = 1
