"""Read the development corpora: gold rows and the pages they belong to."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4.dammit import UnicodeDammit

from benchmarks.metric import seen

CORPORA = ("wcxb-dev", "aed-dev", "fundus-dev", "trafilatura-dev")
FOLDS = 5
SPLICED = "+spliced"
"""What the key of a page ends with that was spliced from several (`benchmarks.splice`)."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One page and what is known of its story.

    `text` is the gold body; where it is empty, `must` and `mustnot` are segments that a good body has and has not. All are as
    readers see them (`benchmarks.metric.seen`).
    """

    corpus: str
    id: str
    site: str
    url: str
    title: str
    text: str
    kind: str
    lang: str
    must: tuple[str, ...]
    mustnot: tuple[str, ...]
    path: Path

    @property
    def key(self) -> str:
        """Name the page across corpora."""
        return f"{self.corpus}/{self.id}"

    @property
    def fold(self) -> int:
        """Return the page's cross-validation fold: pages of one site, in any corpus, share it."""
        return zlib.crc32(site_key(self.site).encode()) % FOLDS

    def html(self) -> str:
        """Return the page's markup, decoded."""
        return decoded(gzip.decompress(self.path.read_bytes()))


def site_key(site: str) -> str:
    """Return the name by which pages of one site are grouped, without `www.`."""
    return site.lower().strip().removeprefix("www.")


def decoded(data: bytes) -> str:
    """Return `data` as text: UTF-8 where it is, else what the page or its bytes say."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return UnicodeDammit(data, is_html=True).unicode_markup or data.decode("utf-8", "replace")


def load(folder: Path, names: tuple[str, ...] = CORPORA, *, articles: bool = True) -> list[Gold]:
    """Return the rows of the corpora `names` below `folder`, in file order; all kinds of page unless `articles`."""
    rows = [row for name in names for row in _rows(folder / name)]
    return [row for row in rows if row.kind == "article"] if articles else rows


def _rows(folder: Path) -> Iterator[Gold]:
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Gold(
                corpus=folder.name,
                id=row["id"],
                site=row.get("site") or row["id"],
                url=row.get("url") or "",
                title=row.get("title") or "",
                text=seen(row.get("text") or ""),
                kind=row.get("kind") or "article",
                lang=row.get("lang") or "",
                must=tuple(map(seen, row.get("must") or ())),
                mustnot=tuple(map(seen, row.get("mustnot") or ())),
                path=folder / f"{row['id']}.html.gz",
            )
