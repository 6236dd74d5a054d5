"""What the block model sees of a page: arrays over all blocks, computed together.

`dense[block, feature]` are measures between about -1 and 3, named by `NAMES`; the bags are hashed words of the text and
hashed words of the markup, as row numbers of embedding tables with the block each belongs to. The same features stand
for every kind of input; those of the markup are zero in text, where `modality` features say so.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel import chars
from cleaner.blockmodel.chars import Chars, Hashes, Ints, Words, distinct, mixed
from cleaner.model import Block, Kind, Label, Page, Style, styled

Floats = NDArray[np.float32]

WORD_ROWS, MARKUP_ROWS = 1 << 13, 1 << 12
"""Rows of the embedding tables for words and for words of the markup."""
HEAD_WORDS, TAIL_WORDS = 14, 6
"""Words at a block's two ends that are looked up; furniture shows itself there, and the cost stays bounded."""
NEAR_TOKENS, FAR_TOKENS = 6, 18
"""Class and id words nearest to the block, and further out, that are looked up."""
NEAR_MARKS = 4
BOX_TOKENS = 24
"""Class and id words, counted from the page's root, that make a container: those nearer to the block differ by item."""
KNOWN_WORDS = 1 << 16
"""Words of the markup whose rows are remembered."""
PROSE_WORDS = 12
TOPIC_LETTERS = 5
"""Letters from which a word counts as a word of the topic: function words are short in most languages."""
_HELD = 1 << 15
"""Hashes are told apart by so many low bits, a power of two, before they are looked up."""
KINDS: tuple[str, ...] = get_args(Kind)
_KIND = {kind: number for number, kind in enumerate(KINDS)}
_TAGS = (
    "p", "li", "a", "figcaption", "figure", "nav", "header", "footer", "aside", "article", "main", "form", "table",
    "blockquote", "button", "section", "label", "td", "dl",
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG_COLUMN = {tag: number for number, tag in enumerate(_TAGS)} | dict.fromkeys(_HEADINGS, len(_TAGS))
_ROLES = ("heading", "list_item", "quote", "table", "preformatted")
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


def _marked(*columns: tuple[int, ...]) -> Floats:
    """Return for each class of characters a row that says of which of `columns`, each of some classes, it is."""
    return np.array([[kind in column for column in columns] for kind in range(chars.CLASSES)], np.float32)


_SHARED = [chars.COLON, chars.QUOTE, chars.DASH, chars.BRACKET, chars.SYMBOL, chars.IDEOGRAPH, chars.SPACE]
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
    """The model's input for one page; bags in the order words, near markup, far markup."""

    dense: Floats
    bags: tuple[Bag, Bag, Bag]


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
    near, far = _markup(dense, page, read, prose)
    length = read.length.tolist()
    _cues(dense, page, length)
    _labels(dense, labels, length)
    _found(dense, page)
    np.clip(dense, -4, 4, out=dense)
    return Inputs(dense, (_word_bag(read.words), near, far))


def _put(dense: Floats, **columns: Any) -> None:
    for name, values in columns.items():
        dense[:, _AT[name]] = values


def _form(dense: Floats, read: Chars) -> NDArray[np.bool_]:
    """Write what each block's own characters tell; return which blocks read like prose."""
    count = read.counts
    size = np.maximum(read.length, 1)
    words = read.words
    number = np.maximum(words.per_block, 1)
    capitals = np.bincount(words.block, weights=words.capital, minlength=len(dense))
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
        ("colons", count[:, _SHARED] * _SHARED_FACTORS / size[:, None]),
        ("first_upper", _FIRST.take(first, axis=0)),
        ("last_stop", _LAST.take(last, axis=0)),
    ):
        dense[:, _AT[name] : _AT[name] + values.shape[1]] = values
    return prose


def _layout(dense: Floats, blocks: Sequence[Block]) -> None:
    """Write what layout and role tell."""
    _, _, _, _, roles, level, sources, breaks = zip(*blocks, strict=True)
    _, _, _, links, density, indent, bullet, gaps = zip(*sources, strict=True)
    gap = np.array(gaps, np.float32)
    _put(
        dense,
        link_density=density, links=np.log1p(_sizes(links)) / 2, indent=np.log1p(np.array(indent, np.float32)) / 2,
        bullet=[*map(bool, bullet)], gap=np.minimum(gap, 2) / 2, gap_wide=np.log1p(gap) / 2,
        lines=np.log1p(_sizes(breaks)) / 2, level=np.array(level, np.float32) / 3,
    )  # fmt: skip
    for role in _ROLES:
        if role in roles:
            dense[:, _AT[f"role_{role}"]] = [r == role for r in roles]


def _sizes(groups: Sequence[Sized]) -> Floats:
    return np.fromiter(map(len, groups), np.float32, len(groups))


def _place(dense: Floats, read: Chars, prose: NDArray[np.bool_]) -> None:
    """Write where each block stands in the page, and how much of what stands around it."""
    n = len(dense)
    words = read.words.per_block.astype(np.float32)
    order = np.arange(n) / max(1, n - 1)
    size = np.cumsum(read.length)
    read_words = np.cumsum(words * prose)
    total = float(read_words[-1]) if n else 0.0
    before = read_words - words * prose
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
    inside = np.flatnonzero(words.block[2:] == words.block[:-2])
    h = words.hashes
    runs = h[inside] * np.uint64(3) + h[inside + 1] * np.uint64(5) + h[inside + 2] * np.uint64(7)
    return _Grams(mixed(runs), words.block[inside])


def _shares(flags: NDArray[np.bool_], block: Ints, n: int) -> Floats:
    """Return for each block the share of its entries that are flagged."""
    total = np.bincount(block, minlength=n)
    return (np.bincount(block, weights=flags, minlength=n) / np.maximum(total, 1)).astype(np.float32)


@dataclass(frozen=True)
class _Groups:
    """Equal hashes put together: `order` sorts them, `starts` are the places where a group begins in that order.

    Equal ones keep their order, which is that of the blocks; `group` is the number of the group of each hash.
    """

    order: Ints
    starts: Ints
    group: Ints


def _grouped(hashes: Hashes) -> _Groups:
    """Group equal hashes; their place rides in the low bits of what is sorted, ten times as fast as a stable sort."""
    low = np.uint64((1 << len(hashes).bit_length()) - 1)
    order = (np.sort((hashes & ~low) | np.arange(len(hashes), dtype=np.uint64)) & low).astype(np.int64)
    ordered = hashes[order]
    new = np.ones(len(hashes), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    group = np.empty(len(hashes), np.int64)
    group[order] = np.cumsum(new) - 1
    return _Groups(order, np.flatnonzero(new), group)


def _repeats(dense: Floats, read: Chars, grams: _Grams, firsts: Ints) -> None:
    """Write how much of each block stands elsewhere on the page, and how much before."""
    n = len(dense)
    words = read.words
    weighted = mixed(words.hashes * (words.rank.astype(np.uint64) * np.uint64(2) + np.uint64(1)))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(weighted)))
    ends = np.cumsum(words.per_block)
    whole = _grouped(sums[ends] - sums[ends - words.per_block])
    again = np.ones(n, np.bool_)
    again[whole.order[whole.starts]] = False
    several = np.bincount(whole.group)[whole.group] > 1
    named = words.per_block > 0
    _put(dense, same_before=again & named, same_after=several & ~again & named)
    found = _grouped(grams.hashes)
    low = grams.block[found.order[found.starts]]
    high = grams.block[found.order[np.append(found.starts[1:], len(found.order)) - 1]] if len(low) else low
    before = low[found.group] < grams.block
    _put(
        dense,
        grams_before=_shares(before, grams.block, n),
        grams_else=_shares(before | (high[found.group] > grams.block), grams.block, n),
        type_ratio=np.bincount(words.block[firsts], minlength=n) / np.maximum(words.per_block, 1),
    )


def _firsts(words: Words, found: _Groups) -> Ints:
    """Return the words that stand for the first time in their block."""
    block = words.block[found.order]
    first = np.ones(len(block), np.bool_)
    np.not_equal(block[1:], block[:-1], out=first[1:])
    first[found.starts] = True
    chosen: Ints = found.order[first]
    return chosen


def _topic(dense: Floats, read: Chars, prose: NDArray[np.bool_], found: _Groups, firsts: Ints) -> None:
    """Write how much of each block's longer words the rest of the page, and its prose, use as well."""
    n = len(dense)
    words = read.words
    long = words.length >= TOPIC_LETTERS
    block, kind = words.block[long], found.group[long]
    once = firsts[long[firsts]]
    per_kind = np.bincount(found.group[once], minlength=len(found.starts))
    in_prose = np.bincount(found.group[once], weights=prose[words.block[once]], minlength=len(found.starts))
    own = prose[block]
    everywhere = np.log1p(per_kind[kind] - 1)
    told = np.log1p(in_prose[kind] - own)
    number = np.bincount(block, minlength=n)
    _put(
        dense,
        topic_page=np.bincount(block, weights=everywhere, minlength=n) / np.maximum(number, 1),
        topic_prose=np.bincount(block, weights=told, minlength=n) / np.maximum(number, 1),
        topic_known=_shares(in_prose[kind] > own, block, n),
    )


def _head(dense: Floats, metadata: Mapping[str, Any], read: Chars, grams: _Grams) -> None:
    """Write how each block agrees with the page's title, description and article body as the head gives them."""
    n = len(dense)
    titles, descriptions, bodies = _said(metadata)
    if titles:
        known = distinct(chars.read(titles).words.hashes)
        place, agrees = _found_in(known, read.words.hashes)
        share = _shares(agrees, read.words.block, n)
        covers = _covers(place[agrees], read.words.block[agrees], len(known), n)
        _put(dense, title_known=1, title_share=share, title_of=covers)
        best = int(np.argmax(share * covers)) if n else 0
        dense[best, _AT["title_first"]] = share[best] * covers[best]
    if descriptions:
        _, told = _found_in(np.sort(_grams(chars.read(descriptions).words).hashes), grams.hashes)
        _put(dense, described=_shares(told, grams.block, n))
    if bodies:
        _, told = _found_in(np.sort(_grams(chars.read(bodies).words).hashes), grams.hashes)
        _put(dense, json_known=1, json_share=_shares(told, grams.block, n))


def _found_in(known: Hashes, hashes: Hashes) -> tuple[Ints, NDArray[np.bool_]]:
    """Return for each hash its place in the sorted `known`, and whether it is there; few get past a look at its low bits."""
    place, agrees = np.zeros(len(hashes), np.int64), np.zeros(len(hashes), np.bool_)
    held = np.zeros(_HELD, np.bool_)
    held[known & np.uint64(_HELD - 1)] = True
    likely = np.flatnonzero(held.take(hashes & np.uint64(_HELD - 1)))
    if len(likely):
        at = np.searchsorted(known, hashes[likely])
        at[at == len(known)] = 0
        place[likely], agrees[likely] = at, known[at] == hashes[likely]
    return place, agrees


def _covers(place: Ints, block: Ints, size: int, n: int) -> Floats:
    """Return for each block the share of `size` known words that it holds; `place` is the number of each one found."""
    pairs = distinct(block * size + place)
    return (np.bincount(pairs // max(size, 1), minlength=n) / max(size, 1)).astype(np.float32)


_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_TITLE_NAMES = ("og:title", "twitter:title", "headline", "title")
_ABOUT_NAMES = ("description", "og:description", "twitter:description")
_BODY_CHARS = 400


def _said(metadata: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
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
    return [str(t) for t in titles[:1]], [str(t) for t in about], bodies


def _word_bag(words: Words) -> Bag:
    left = words.per_block[words.block] - words.rank
    taken = np.flatnonzero((words.rank < HEAD_WORDS) | (left <= TAIL_WORDS))
    return Bag((words.hashes[taken] & np.uint64(WORD_ROWS - 1)).astype(np.int64), words.block[taken])


class _Rows(dict[str, int]):
    """The row of each markup word behind a mark of what it is; looked up as in any dictionary, and worked out once."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __missing__(self, word: str) -> int:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        row = self[word] = zlib.crc32((self.mark + word).encode("utf-8", "surrogatepass")) & (MARKUP_ROWS - 1)
        return row


_NEAR, _FAR, _MARKS, _TAG_NAMES = _Rows(""), _Rows("f:"), _Rows("m:"), _Rows("t:")


@lru_cache(maxsize=1 << 12)
def _tag_rows(tags: tuple[str, ...]) -> tuple[int, int]:
    """Return the rows of an element and its parent together, and of the element alone."""
    return _TAG_NAMES[">".join(tags)], _TAG_NAMES[tags[-1] if tags else ""]


def _markup(dense: Floats, page: Page, read: Chars, prose: NDArray[np.bool_]) -> tuple[Bag, Bag]:
    """Write what tags, classes and containers tell; return the two bags of markup words.

    Blocks of one element or of like ones share all of it, so that the work is done once for each kind of source.
    """
    none = Bag(np.zeros(0, np.int64), np.zeros(0, np.int64))
    if page.media_type != "text/html" or not page.blocks:
        return none, none
    kinds, which = styled(page.blocks)
    at = np.array(which)
    marks = np.array([("br" in kind[2], any("hidden" in mark for mark in kind[2])) for kind in kinds], np.float32)
    _put(dense, br=marks[at, 0], hidden=marks[at, 1])
    _tags(dense, kinds, at)
    _containers(dense, kinds, at, read, prose)
    near = [_near(*kind) for kind in kinds]
    far = [[*map(_FAR.__getitem__, tokens[NEAR_TOKENS : NEAR_TOKENS + FAR_TOKENS])] for _, tokens, _ in kinds]
    return _bag(near, at), _bag(far, at)


def _near(path: tuple[str, ...], tokens: tuple[str, ...], marks: tuple[str, ...]) -> list[int]:
    own = map(_NEAR.__getitem__, tokens[:NEAR_TOKENS])
    return [*own, *_tag_rows(path[-2:]), *map(_MARKS.__getitem__, marks[:NEAR_MARKS])]


def _bag(rows: list[list[int]], kind: Ints) -> Bag:
    sizes = np.fromiter(map(len, rows), np.int64, len(rows))
    flat = np.fromiter(chain.from_iterable(rows), np.int64, int(sizes.sum()))
    return Bag(flat, np.repeat(np.arange(len(rows)), sizes), kind)


@lru_cache(maxsize=1 << 12)
def _tag_flags(path: tuple[str, ...]) -> bytes:
    """Return for each column of `_TAG_COLUMN`, as a byte, whether its tag is on the path."""
    columns = {_TAG_COLUMN[tag] for tag in path if tag in _TAG_COLUMN}
    return bytes([column in columns for column in range(len(_TAGS) + 1)])


def _tags(dense: Floats, kinds: Sequence[Style], at: Ints) -> None:
    table = np.frombuffer(b"".join([_tag_flags(path) for path, _, _ in kinds]), np.uint8).reshape(len(kinds), -1)
    start = _AT[f"tag_{_TAGS[0]}"]
    dense[:, start : start + len(_TAGS) + 1] = table[at]
    depth = np.array([len(path) for path, _, _ in kinds], np.float32)
    climbs = _climbs([path for path, _, _ in kinds], at)
    _put(dense, depth=depth[at] / 12, climb_before=climbs[:-1] / 6, climb_after=climbs[1:] / 6)


def _climbs(paths: Sequence[tuple[str, ...]], at: Ints) -> Floats:
    """Return, before each block and after the last, how many elements end between it and the block before."""
    pairs, which = np.unique(at[:-1] * len(paths) + at[1:], return_inverse=True)
    known = [_climb(paths[pair // len(paths)], paths[pair % len(paths)]) for pair in pairs.tolist()]
    climbs = np.zeros(len(at) + 1, np.float32)
    climbs[1:-1] = np.array(known, np.float32)[which]
    return climbs


def _climb(above: tuple[str, ...], below: tuple[str, ...]) -> int:
    if above == below:
        return 1
    common = 0
    for one, other in zip(above, below, strict=False):
        if one != other:
            break
        common += 1
    return max(len(above), len(below)) - common


def _containers(dense: Floats, kinds: Sequence[Style], at: Ints, read: Chars, prose: NDArray[np.bool_]) -> None:
    """Write what share of the page each block's likes hold, by style (path and classes), box (classes) and path."""
    size = read.length.astype(np.float64)
    total = max(1.0, float(size.sum()))
    linked = dense[:, _AT["link_density"]] * size
    told = size * prose
    all_told = max(1.0, float(told.sum()))
    keys = (
        [(path, tokens) for path, tokens, _ in kinds],
        [(path[:-1], tokens[-BOX_TOKENS:]) for path, tokens, _ in kinds],
        [path for path, _, _ in kinds],
    )
    style, box, way = (_numbers(key)[at] for key in keys)
    held, links, prosy = (np.bincount(style, weights=weights) for weights in (size, linked, told))
    _put(
        dense, same_style=np.log1p(np.bincount(style))[style] / 4, style_prose=(prosy / all_told)[style],
        style_links=(links / np.maximum(held, 1))[style],
    )  # fmt: skip
    held, links, prosy = (np.bincount(box, weights=weights) for weights in (size, linked, told))
    _put(
        dense, box_share=(held / total)[box], box_prose=(prosy / all_told)[box],
        box_links=(links / np.maximum(held, 1))[box], box_blocks=np.log1p(np.bincount(box))[box] / 4,
        new_box=np.concatenate(([True], box[1:] != box[:-1])),
    )  # fmt: skip
    held, prosy = (np.bincount(way, weights=weights) for weights in (size, told))
    _put(dense, path_share=(held / total)[way], path_prose=(prosy / all_told)[way])


def _numbers(keys: Sequence[object]) -> Ints:
    """Return the number of each key among the different ones, in order of first appearance."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys])


def _cues(dense: Floats, page: Page, length: list[int]) -> None:
    """Write for each kind of furniture how much of the block, which has `length`, the rule packs' cues cover."""
    covered: dict[int, float] = {}
    for number, hits in enumerate(page.cues):
        for _, kind, start, end, _, _ in hits:
            place = number * len(KINDS) + _KIND[kind]
            share = (end - start) / max(1, length[number])
            covered[place] = max(covered.get(place, 0.0), share)
    _spread(dense, f"cue_{KINDS[0]}", covered)


def _labels(dense: Floats, labels: Sequence[Label], length: list[int]) -> None:
    """Write for each kind of furniture how sure the surest rule is of how much of the block, which has `length`."""
    sure: dict[int, float] = {}
    for block, start, end, kind, keep, confidence, _, _ in labels:
        place = block * len(KINDS) + _KIND[kind]
        share = (end - start) / length[block] if length[block] else 0.0
        certainty = 0.0 if keep else share * confidence
        if certainty >= sure.get(place, 0.0):
            sure[place] = certainty
    _spread(dense, f"label_{KINDS[0]}", sure)


def _spread(dense: Floats, first: str, values: Mapping[int, float]) -> None:
    """Write `values`, by number of the block times kinds plus number of the kind, whose columns begin with `first`."""
    rows, columns = np.divmod(np.fromiter(values, np.int64, len(values)), len(KINDS))
    dense[rows, _AT[first] + columns] = np.fromiter(values.values(), np.float32, len(values))


def _found(dense: Floats, page: Page) -> None:
    """Write where the page's headline and its zone of most prose are, as the rules see them."""
    order = np.arange(len(dense))
    if page.title is not None:
        _put(dense, headline_known=1, headline=order == page.title, after_headline=order > page.title)
    low, high = page.features.story
    _put(dense, zone=(order >= low) & (order < high), before_zone=order < low, after_zone=order >= high)
