"""How much of a block the page's head has said: its title, description and the story in its data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.blockmodel import chars
from cleaner.blockmodel.chars import Chars, Ints, Words, distinct
from cleaner.blockmodel.columns import AT, put
from cleaner.blockmodel.repetition import Grams, grams_of
from cleaner.convolutions import Floats
from cleaner.hashing import Hashes
from cleaner.regexes import regex

_HELD = 1 << 15
"""Hashes are told apart by so many low bits, a power of two, before they are looked up."""


def put_head(dense: Floats, metadata: Mapping[str, Any], read: Chars, grams: Grams) -> None:
    """Write how each block agrees with the page's title, description and article body as the head gives them."""
    titles, descriptions, bodies = _head_texts(metadata)
    if titles or descriptions:
        short = chars.words([*titles, *descriptions])
        if titles:
            _entitled(dense, distinct(short.hashes[: short.per_block[0]]), read.words)
        if descriptions:
            of = grams_of(short)
            put(dense, described=_known_shares(of.hashes[of.block >= len(titles)], grams, len(dense)))
    if bodies:
        put(dense, json_known=1, json_share=_known_shares(grams_of(chars.words(bodies)).hashes, grams, len(dense)))


def _entitled(dense: Floats, known: Hashes, words: Words) -> None:
    """Write how many of each block's words are `known`, those of the page's title, and how many of these it has."""
    n = len(dense)
    found, place = _found_in(known, words.hashes)
    block = words.block.take(found)
    share = (np.bincount(block, minlength=n) / np.maximum(words.per_block, 1)).astype(np.float32)
    covers = _covers(place, block, len(known), n)
    put(dense, title_known=1, title_share=share, title_of=covers)
    best = int((share * covers).argmax())
    dense[best, AT["title_first"]] = share[best] * covers[best]


def _known_shares(known: Hashes, grams: Grams, n: int) -> NDArray[np.float64]:
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


_SITE = regex(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
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
