"""The columns of the block model's input, and the types it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import numpy as np

from cleaner.blockmodel.chars import Ints
from cleaner.convolutions import Floats
from cleaner.model import Kind

WORD_ROWS, MARKUP_ROWS = 1 << 13, 1 << 12
"""Rows of the embedding tables for words and for words of the markup."""
KINDS: tuple[str, ...] = get_args(Kind)
TAGS = (
    "p", "li", "a", "figcaption", "figure", "nav", "header", "footer", "aside", "article", "main", "form", "table",
    "blockquote", "button", "section", "label", "td", "dl",
)  # fmt: skip
ROLES = ("heading", "list_item", "quote", "table", "preformatted")
MEDIA = ("text/html", "text/markdown")
_SCALARS = (
    *(f"media_{m}" for m in MEDIA),
    "log_chars", "log_words", "log_words_2", "chars_per_word", "stops", "stops_per_word", "commas_per_word",
    "digits", "uppers", "capital_words", "colons", "quotes", "dashes", "brackets", "symbols", "ideographs", "spaces",
    "first_upper", "first_digit", "first_quote", "first_symbol", "first_lower", "last_stop", "last_colon",
    "last_letter", "last_digit", "last_quote", "last_bracket", "last_symbol", "last_comma", "type_ratio", "prose", "prose_long",
    "link_density", "links", "indent", "bullet", "gap", "gap_wide", "lines", *(f"role_{r}" for r in ROLES), "level",
    "position", "position_end", "chars_before", "prose_before", "prose_after", "log_prose_before", "log_prose_after",
    "page_blocks", "page_words", "page_prose", "page_links",
    "same_before", "same_after", "grams_before", "grams_else", "topic_page", "topic_prose", "topic_known",
    "title_share", "title_of", "title_known", "title_first", "described", "json_share", "json_known",
    "headline", "after_headline", "headline_known", "zone", "before_zone", "after_zone",
    "same_style", "style_prose", "style_links", "box_share", "box_prose", "box_links", "box_blocks", "path_share",
    "path_prose", "depth", "climb_before", "climb_after", "new_box", "br", "hidden",
)  # fmt: skip
NAMES: tuple[str, ...] = (
    *_SCALARS, *(f"tag_{t}" for t in (*TAGS, "heading")), *(f"cue_{k}" for k in KINDS), *(f"label_{k}" for k in KINDS),
)  # fmt: skip
AT = {name: number for number, name in enumerate(NAMES)}


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


def put(dense: Floats, **columns: Any) -> None:
    """Write the values of some columns by their names."""
    for name, values in columns.items():
        dense[:, AT[name]] = values
