"""What the block model sees of a page: arrays over all blocks, computed together.

`dense[block, feature]` are measures between about -1 and 3, named by `NAMES`; the bags are hashed words of the text and
hashed words of the markup, as row numbers of embedding tables with the block each belongs to. The same features stand
for every kind of input; those of the markup are zero in text, where `modality` features say so.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Any, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel import chars
from cleaner.blockmodel.chars import Chars, Ints, Words, changes, distinct
from cleaner.hashing import Hashes, mixed
from cleaner.model import RUNS_ON, Block, Kind, Label, Page, Role, styled

Floats = NDArray[np.float32]
_Key = TypeVar("_Key", bound=Hashable)

WORD_ROWS, MARKUP_ROWS = 1 << 13, 1 << 12
"""Rows of the embedding tables for words and for words of the markup."""
HEAD_WORDS, TAIL_WORDS = 14, 6
"""Words at a block's two ends that are looked up; furniture shows itself there, and the cost stays bounded."""
NEAR_TOKENS, FAR_TOKENS = 6, 18
"""Class and id words nearest to the block, and further out, that are looked up."""
NEAR_MARKS = 4
"""Facts of the markup nearest to the block that are looked up. A bound on the cost, set by hand."""
BOX_TOKENS = 24
"""Class and id words, counted from the page's root, that make a container: those nearer to the block differ by item."""
KNOWN_WORDS = 1 << 16
"""Words of the markup whose rows are remembered."""
PROSE_WORDS = 12
"""Words from which a block that ends a sentence is prose to its neighbours, and block and line are long. Set by hand with the features; the network was trained with it."""
LAID_OUT = 0.1
"""Share of a text's blocks with a bullet or an indent from which its layout tells blocks apart."""
SHORT_WORDS = 7
"""Words up to which a line of text looks like no other: subheads and labels share one layout (.003 on trafilatura's segments)."""
_INDENTS = 100
"""Steps in which the logarithm of an indent is counted."""
TOPIC_LETTERS = 5
"""Letters from which a word counts as a word of the topic: function words are short in most languages."""
_QUARTERS = 4
"""Numbers of 16 bits in a hash."""
_FEW_HASHES = 300
"""Hashes below which to sort them whole takes less time than two turns."""
_HELD = 1 << 15
"""Hashes are told apart by so many low bits, a power of two, before they are looked up."""
KINDS: tuple[str, ...] = get_args(Kind)
_TAGS = (
    "p", "li", "a", "figcaption", "figure", "nav", "header", "footer", "aside", "article", "main", "form", "table",
    "blockquote", "button", "section", "label", "td", "dl",
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG_COLUMN = {tag: number for number, tag in enumerate(_TAGS)} | dict.fromkeys(_HEADINGS, len(_TAGS))
_ROLES = ("heading", "list_item", "quote", "table", "preformatted")
_ROLE = {role: number for number, role in enumerate(get_args(Role))}
_ROLE_ROWS = np.array([[role == column for column in _ROLES] for role in _ROLE], np.float32)
"""For each role, by its number in `_ROLE`, which of the columns `role_heading` to `role_preformatted` it is."""
_MEDIA = ("text/html", "text/markdown")

_SCALARS = (
    *(f"media_{m}" for m in _MEDIA),
    "log_chars", "log_words", "log_words_2", "chars_per_word", "stops", "stops_per_word", "commas_per_word",
    "digits", "uppers", "capital_words", "colons", "quotes", "dashes", "brackets", "symbols", "ideographs", "spaces",
    "first_upper", "first_digit", "first_quote", "first_symbol", "first_lower", "last_stop", "last_colon",
    "last_letter", "last_digit", "last_quote", "last_bracket", "last_symbol", "last_comma", "type_ratio", "prose", "prose_long",
    "link_density", "links", "indent", "bullet", "gap", "gap_wide", "lines", *(f"role_{r}" for r in _ROLES), "level",
    "position", "position_end", "chars_before", "prose_before", "prose_after", "log_prose_before", "log_prose_after",
    "page_blocks", "page_words", "page_prose", "page_links",
    "same_before", "same_after", "grams_before", "grams_else", "topic_page", "topic_prose", "topic_known",
    "title_share", "title_of", "title_known", "title_first", "described", "json_share", "json_known",
    "headline", "after_headline", "headline_known", "zone", "before_zone", "after_zone",
    "same_style", "style_prose", "style_links", "box_share", "box_prose", "box_links", "box_blocks", "path_share",
    "path_prose", "depth", "climb_before", "climb_after", "new_box", "br", "hidden",
)  # fmt: skip
NAMES: tuple[str, ...] = (
    *_SCALARS, *(f"tag_{t}" for t in (*_TAGS, "heading")), *(f"cue_{k}" for k in KINDS), *(f"label_{k}" for k in KINDS),
)  # fmt: skip
_AT = {name: number for number, name in enumerate(NAMES)}
_CUE = {kind: _AT[f"cue_{kind}"] for kind in KINDS}
_LABEL = {kind: _AT[f"label_{kind}"] for kind in KINDS}


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


@dataclass(frozen=True)
class Bag:
    """Rows of an embedding table and the block each belongs to, in order of blocks; a block's rows are averaged.

    Where `kind` is given, `block` is a kind of block instead, and `kind` says for each block of which kind it is.
    """

    rows: Ints
    block: Ints
    kind: Ints | None = None

    def unfolded(self) -> Bag:
        """Return the same bag with the rows of each block."""
        if self.kind is None:
            return self
        sizes = np.bincount(self.block, minlength=int(self.kind.max(initial=-1)) + 1)
        ends = np.cumsum(sizes)
        own = sizes[self.kind]
        first = np.repeat((ends - sizes)[self.kind], own)
        place = np.arange(len(first)) - np.repeat(np.cumsum(own) - own, own)
        return Bag(self.rows[first + place], np.repeat(np.arange(len(self.kind)), own))


@dataclass(frozen=True)
class Inputs:
    """The model's input for one page; bags in the order words, near markup, far markup.

    `likes` tells for each block by a number what it looks like: in HTML by its near markup, in plain text by its layout, if any is left.
    """

    dense: Floats
    bags: tuple[Bag, Bag, Bag]
    likes: Ints | None = None


def inputs(page: Page, labels: Sequence[Label] = ()) -> Inputs:
    """Return the block model's input for `page`, on which the rules have put `labels`."""
    blocks = page.blocks
    read: Chars = page.features.chars
    dense = np.zeros((len(blocks), len(NAMES)), np.float32)
    if page.media_type in _MEDIA:
        dense[:, _MEDIA.index(page.media_type)] = 1
    prose = _form(dense, read)
    _layout(dense, blocks)
    _place(dense, read, prose)
    grams = _grams(read.words)
    found = _grouped(read.words.hashes)
    firsts = _firsts(read.words, found)
    _repeats(dense, read, grams, firsts)
    _topic(dense, read, prose, found, firsts)
    _head(dense, page.metadata, read, grams)
    near, far, likes = _markup(dense, page, read, prose)
    if page.media_type == "text/plain":
        likes = _laid_out(dense, read.words.per_block)
    length = read.length.tolist()
    _write(dense, _cued(page, length))
    _write(dense, _labelled(labels, length))
    _found(dense, page)
    dense.clip(-4, 4, out=dense)
    return Inputs(dense, (_word_bag(read.words), near, far), likes)


def _put(dense: Floats, **columns: Any) -> None:
    for name, values in columns.items():
        dense[:, _AT[name]] = values


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
    _put(
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
        dense[:, _AT[name] : _AT[name] + values.shape[1]] = values
    return prose


def _layout(dense: Floats, blocks: Sequence[Block]) -> None:
    """Write what layout and role tell; a column of which no block has anything stays as it is."""
    _, _, _, _, roles, levels, sources, breaks = zip(*blocks, strict=True)
    _, _, _, links, density, indent, bullet, gaps, _ = zip(*sources, strict=True)
    gap = _floats(gaps)
    _put(dense, gap=np.minimum(gap, 2) / 2, gap_wide=np.log1p(gap) / 2)
    if any(links):
        _put(dense, link_density=_floats(density), links=np.log1p(_floats(map(len, links))) / 2)
    if any(indent):
        _put(dense, indent=np.log1p(_floats(indent)) / 2)
    if any(bullet):
        _put(dense, bullet=_floats(map(bool, bullet)))
    if any(breaks):
        _put(dense, lines=np.log1p(_floats(map(len, breaks))) / 2)
    if any(levels):
        _put(dense, level=_floats(levels) / 3)
    at = _AT[f"role_{_ROLES[0]}"]
    dense[:, at : at + len(_ROLES)] = _ROLE_ROWS.take(
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
    _put(
        dense,
        position=order, position_end=1 - order, chars_before=(size - read.length) / max(1, size[-1]),
        prose_before=before / max(1.0, total), prose_after=after / max(1.0, total),
        log_prose_before=np.log1p(before) / 4, log_prose_after=np.log1p(after) / 4,
        page_blocks=np.log1p(n) / 5, page_words=np.log1p(words.sum()) / 6,
        page_prose=total / max(1.0, float(words.sum())),
        page_links=float((dense[:, _AT["link_density"]] * read.length).sum()) / max(1, size[-1]),
    )  # fmt: skip


@dataclass(frozen=True)
class _Grams:
    """Runs of three words inside a block: hash and block."""

    hashes: Hashes
    block: Ints


def _grams(words: Words) -> _Grams:
    inside = (words.block[2:] == words.block[:-2]).nonzero()[0]
    h = words.hashes
    runs = h[:-2] * np.uint64(3) + h[1:-1] * np.uint64(5) + h[2:] * np.uint64(7)
    return _Grams(mixed(runs.take(inside)), words.block.take(inside))


@dataclass(frozen=True)
class _Groups:
    """Equal hashes put together: `order` sorts them, `new` says in that order where a group begins.

    Equal ones keep their order, which is that of the blocks.
    """

    order: Ints
    new: NDArray[np.bool_]


def _grouped(hashes: Hashes) -> _Groups:
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


def _repeats(dense: Floats, read: Chars, grams: _Grams, firsts: Ints) -> None:
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
    dense[block[before], _AT["same_before"]] = 1
    dense[block[after & ~before], _AT["same_after"]] = 1
    block, before, after = _copies(grams.hashes, grams.block)
    total = np.maximum(np.bincount(grams.block, minlength=n), 1)
    _put(
        dense,
        grams_before=np.bincount(block[before], minlength=n) / total,
        grams_else=np.bincount(block[before | after], minlength=n) / total,
        type_ratio=np.bincount(words.block.take(firsts), minlength=n) / np.maximum(words.per_block, 1),
    )


def _copies(hashes: Hashes, block: Ints) -> tuple[Ints, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the blocks of the hashes that are there more than once, few of all, and whether each is in one before and after."""
    found = _grouped(hashes)
    several = ~found.new
    several[:-1] |= several[1:]
    at = several.nonzero()[0]
    held = block.take(found.order.take(at))
    sizes = np.bincount(found.new.take(at).cumsum())[1:]
    ends = np.cumsum(sizes)
    first, last = held.take(ends - sizes), held.take(ends - 1)
    return held, first.repeat(sizes) < held, last.repeat(sizes) > held


def _firsts(words: Words, found: _Groups) -> Ints:
    """Return the words that stand for the first time in their block."""
    chosen: Ints = found.order[changes(words.block.take(found.order)) | found.new]
    return chosen


def _topic(dense: Floats, read: Chars, prose: NDArray[np.bool_], found: _Groups, firsts: Ints) -> None:
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
    _put(
        dense,
        topic_page=np.bincount(block, weights=logs.take(per_kind.take(kind) - 1), minlength=n) / number,
        topic_prose=np.bincount(block, weights=logs.take(told), minlength=n) / number,
        topic_known=np.bincount(block[told > 0], minlength=n) / number,
    )


def _head(dense: Floats, metadata: Mapping[str, Any], read: Chars, grams: _Grams) -> None:
    """Write how each block agrees with the page's title, description and article body as the head gives them."""
    titles, descriptions, bodies = _head_texts(metadata)
    if titles or descriptions:
        short = chars.words([*titles, *descriptions])
        if titles:
            _entitled(dense, distinct(short.hashes[: short.per_block[0]]), read.words)
        if descriptions:
            of = _grams(short)
            _put(dense, described=_known_shares(of.hashes[of.block >= len(titles)], grams, len(dense)))
    if bodies:
        _put(dense, json_known=1, json_share=_known_shares(_grams(chars.words(bodies)).hashes, grams, len(dense)))


def _entitled(dense: Floats, known: Hashes, words: Words) -> None:
    """Write how many of each block's words are `known`, those of the page's title, and how many of these it has."""
    n = len(dense)
    found, place = _found_in(known, words.hashes)
    block = words.block.take(found)
    share = (np.bincount(block, minlength=n) / np.maximum(words.per_block, 1)).astype(np.float32)
    covers = _covers(place, block, len(known), n)
    _put(dense, title_known=1, title_share=share, title_of=covers)
    best = int((share * covers).argmax())
    dense[best, _AT["title_first"]] = share[best] * covers[best]


def _known_shares(known: Hashes, grams: _Grams, n: int) -> NDArray[np.float64]:
    """Return for each block the share of its runs of words that are `known`."""
    found, _ = _found_in(np.sort(known), grams.hashes)
    total = np.maximum(np.bincount(grams.block, minlength=n), 1)
    return np.bincount(grams.block.take(found), minlength=n) / total


def _found_in(known: Hashes, hashes: Hashes) -> tuple[Ints, Ints]:
    """Return which hashes are in the sorted `known`, and the place of each there; few get past a look at their low bits."""
    held = np.zeros(_HELD, np.bool_)
    held[known & np.uint64(_HELD - 1)] = True
    likely = held.take(hashes & np.uint64(_HELD - 1)).nonzero()[0]
    wanted = hashes.take(likely)
    place = known.searchsorted(wanted)
    agrees = known.take(place, mode="clip") == wanted if len(known) else np.zeros(0, np.bool_)
    return likely[agrees], place[agrees]


def _covers(place: Ints, block: Ints, size: int, n: int) -> Floats:
    """Return for each block the share of `size` known words that it holds; `place` is the number of each one found."""
    pairs = distinct(block * size + place)
    return (np.bincount(pairs // max(size, 1), minlength=n) / max(size, 1)).astype(np.float32)


_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_TITLE_NAMES = ("og:title", "twitter:title", "headline", "title")
_ABOUT_NAMES = ("description", "og:description", "twitter:description")
_BODY_CHARS = 400


def _head_texts(metadata: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """Return titles, descriptions and article bodies, as the head's facts give them."""
    meta = metadata.get("meta") or {}
    items = [item for item in metadata.get("jsonld") or () if isinstance(item, Mapping)]
    titles = [v for name in _TITLE_NAMES for v in meta.get(name, ())[:1]]
    titles += [item["headline"] for item in items if isinstance(item.get("headline"), str)][:1]
    if not titles and metadata.get("title"):
        titles = [_SITE.sub("", str(metadata["title"]))]
    about = [v for name in _ABOUT_NAMES for v in meta.get(name, ())[:1]]
    bodies = [
        re.sub(r"<[^>]{1,200}>", " ", item["articleBody"])
        for item in items if isinstance(item.get("articleBody"), str) and len(item["articleBody"]) >= _BODY_CHARS
    ]  # fmt: skip
    return [str(t) for t in titles[:1]], list(dict.fromkeys(map(str, about))), bodies


def _word_bag(words: Words) -> Bag:
    left = words.per_block.take(words.block) - words.rank
    taken = ((words.rank < HEAD_WORDS) | (left <= TAIL_WORDS)).nonzero()[0]
    return Bag((words.hashes.take(taken) & np.uint64(WORD_ROWS - 1)).astype(np.int64), words.block.take(taken))


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


def _tag_rows(path: tuple[str, ...]) -> bytes:
    """Return the rows of an element and its parent together, and of the element alone."""
    return _TAG_NAMES[">".join(path[-2:])] + _TAG_NAMES[path[-1] if path else ""]


def _laid_out(dense: Floats, words: Ints) -> Ints | None:
    """Return by numbers which blocks of a text have the same layout; None where too few have bullets or indents to tell by."""
    bullet, indent = dense[:, _AT["bullet"]] > 0, dense[:, _AT["indent"]]
    if np.count_nonzero(bullet | (indent > 0)) < LAID_OUT * len(dense):
        return None
    looks = np.rint(indent * _INDENTS).astype(np.int64)
    at = _AT[f"role_{_ROLES[0]}"]
    for column, values, steps in (
        (words > PROSE_WORDS, 2, 1), (bullet, 2, 1), (dense[:, _AT["last_stop"]], 2, 1), (dense[:, _AT["gap"]], 3, 2),
        (dense[:, _AT["level"]], 32, 3), (dense[:, _AT["link_density"]], 3, 2),
        *((dense[:, at + role], 2, 1) for role in range(len(_ROLES))),
    ):  # fmt: skip
        looks = looks * values + np.rint(column * steps).astype(np.int64)
    looks = np.where(words <= SHORT_WORDS, -1 - np.arange(len(words)), looks)
    return np.unique(looks, return_inverse=True)[1].astype(np.int64)


def _markup(dense: Floats, page: Page, read: Chars, prose: NDArray[np.bool_]) -> tuple[Bag, Bag, Ints | None]:
    """Write what tags, classes and containers tell; return the two bags of markup words, and the blocks' likes in HTML.

    Blocks of one element or of like ones share all of it, so that the work is done once for each kind of source, and what
    hangs on its path or its words alone, once for each of these.
    """
    none = Bag(np.zeros(0, np.int64), np.zeros(0, np.int64))
    if page.media_type != "text/html" or not page.blocks:
        if page.features.runs_on:
            _put(dense, br=[RUNS_ON in block.source.marks for block in page.blocks])
        return none, none, None
    kinds, which = page.features.styles or styled(page.blocks)
    at = np.array(which)
    paths, ways = _numbered([path for path, _, _ in kinds])
    words, owns = _numbered([tokens for _, tokens, _ in kinds])
    marked = [marks for _, _, marks in kinds]
    br = np.array(["br" in marks for marks in marked])
    hidden = np.array([bool(marks) and "hidden" in " ".join(marks) for marks in marked])
    _put(dense, br=br.take(at), hidden=hidden.take(at))
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
    columns = np.array([_TAG_COLUMN.get(tag, len(_TAGS) + 1) for tag in tags], np.int64)
    on_path = np.zeros((len(paths), len(_TAGS) + 2), np.float32)
    on_path[np.arange(len(paths)).repeat(depth), columns.take(steps)] = 1
    start = _AT[f"tag_{_TAGS[0]}"]
    dense[:, start : start + len(_TAGS) + 1] = on_path[:, :-1].take(way, axis=0)
    ladder = np.full((len(paths), int(depth.max()) + 1), -1)
    ladder[np.arange(ladder.shape[1]) < depth[:, None]] = steps
    climbs = _climbs(ladder.take(way, axis=0), depth.take(way))
    climbs[1:-1][way[1:] == way[:-1]] = 1
    _put(dense, depth=depth.take(way).astype(np.float32) / 12, climb_before=climbs[:-1] / 6, climb_after=climbs[1:] / 6)


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
    linked = dense[:, _AT["link_density"]] * size
    told = size * prose
    all_told = max(1.0, float(told.sum()))
    held, links, prosy = (np.bincount(style, weights=weights) for weights in (size, linked, told))
    _put(
        dense, same_style=(np.log1p(np.bincount(style)) / 4).take(style), style_prose=(prosy / all_told).take(style),
        style_links=(links / np.maximum(held, 1)).take(style),
    )  # fmt: skip
    held, links, prosy = (np.bincount(box, weights=weights) for weights in (size, linked, told))
    _put(
        dense, box_share=(held / total).take(box), box_prose=(prosy / all_told).take(box),
        box_links=(links / np.maximum(held, 1)).take(box), box_blocks=(np.log1p(np.bincount(box)) / 4).take(box),
        new_box=changes(box),
    )  # fmt: skip
    held, prosy = (np.bincount(way, weights=weights) for weights in (size, told))
    _put(dense, path_share=(held / total).take(way), path_prose=(prosy / all_told).take(way))


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
        dense[:, _AT["headline_known"]] = 1
        dense[page.title, _AT["headline"]] = 1
        dense[page.title + 1 :, _AT["after_headline"]] = 1
    low, high = page.features.story
    dense[low:high, _AT["zone"]] = 1
    dense[:low, _AT["before_zone"]] = 1
    dense[high:, _AT["after_zone"]] = 1
