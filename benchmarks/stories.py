"""Pages whose gold is a few segments, read for this project: which of their blocks are the story.

`stories.json` says so without a word of the pages: for each page digests of the blocks of its HTML that are story, in
order. The blocks were read one by one, with what the record's body holds in mind: headline, byline, captions, and what is not
this story are left out, deks, lists, tables, sources and embedded posts' words stay; of a thread the first post is the story. Two pages that
hold no one story were left out. Readers saw the blocks as we part them, and where our model was sure of one only its beginning and end, so
that what nobody would doubt may favour us. Measured on, not trained on: networks that learned from them were no better on any corpus.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path

from benchmarks.corpora import Gold
from benchmarks.prepared import CONFIG
from cleaner.pipeline import parse, prepare

KEPT = Path(__file__).with_name("stories.json")
DIGEST_BYTES = 4
FOUND = 0.95
"""Share of a story's blocks that must be found again, else the page is left out."""
_WORD = re.compile(r"\w+")


def digest(text: str) -> str:
    """Return what a block of this text is known by."""
    words = " ".join(_WORD.findall(text.casefold()))
    return blake2b(words.encode(), digest_size=DIGEST_BYTES).hexdigest()


def read(rows: Iterable[Gold]) -> Iterator[Gold]:
    """Yield those of `rows` that were read, with the story's text."""
    told = (_told(row) for row in rows if row.key in _stories())
    return (row for row in told if row.text)


def _told(row: Gold) -> Gold:
    wanted = _stories()[row.key]
    page = prepare(parse(row.html(), "text/html"), CONFIG).page
    return replace(row, text=found([block.text for block in page.blocks], wanted))


def found(texts: Sequence[str], wanted: Sequence[str]) -> str:
    """Return the blocks among `texts` that bear the digests `wanted`, in their order; "" where too few are there.

    A block that is not there is passed over, and costs none of those behind it.
    """
    known = [digest(text) for text in texts]
    at, story = 0, []
    for name in wanted:
        place = next((i for i in range(at, len(known)) if known[i] == name), None)
        if place is not None:
            story.append(texts[place])
            at = place + 1
    return "\n\n".join(story) if len(story) >= FOUND * len(wanted) else ""


@cache
def _stories() -> dict[str, list[str]]:
    stories: dict[str, list[str]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return stories
