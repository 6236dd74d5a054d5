"""Measure title, authors and date: ours beside trafilatura's, newspaper4k's and goose3's.

`python -m benchmarks.fields --corpora DIR [--cache DIR] [--every N] [--peers no] [--errors FILE] [--raise-floors]`

Titles agree when they are equal with case and punctuation folded; authors are compared as sets of folded names; dates
by day. Peers read HTML only. Gold names every signature, also of houses and by handles: `ceiling` says which share of
the gold's names has the form of a person's name at all. A field that gold leaves empty may stand in the page's head all
the same: `invented` is the share of pages without the field on which it was found, and behind it the share on which it was
not declared there. After the corpora come the news pages of AED and fundus together. A share of right titles, authors or dates below
its floor makes the run fail. With a cache that has the folds' weights each page is read by those that have not seen its site.
"""

# ruff: noqa: PLC0415 - each peer is imported where it is called

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks import floors
from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.flatten import flattened
from benchmarks.folds import fold_weights
from cleaner import Cleaner
from cleaner.names import is_person

NAMES = ("aed-dev", "fundus-dev", "wcxb-dev")
NEWS = frozenset(("aed-dev", "fundus-dev"))
HEAD_SOURCES = frozenset(("json-ld", "opengraph", "meta", "dublin-core", "microdata"))
FORMS = ("html", "inscriptis", "bs4_spaced")
OURS = "cleaner"
DAY = 10
_AND = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one page, from a corpus or an extractor; empty where there is none. `date` is a day.

    `declared` names the fields that were taken from the page's head, where that is known.
    """

    title: str
    authors: frozenset[str]
    date: str
    declared: frozenset[str] = frozenset()


@dataclass
class Tally:
    """How often one system was right about one field, and how it was wrong."""

    right: int = 0
    missing: int = 0
    extra: int = 0
    wrong: int = 0
    absent: int = 0
    declared: int = 0

    def add(self, gold: object, found: object, *, declared: bool = False) -> None:
        """Add one page."""
        self.absent += not gold
        if not gold:
            self.extra += bool(found)
            self.declared += bool(found) and declared
        elif not found:
            self.missing += 1
        else:
            self.right += gold == found
            self.wrong += gold != found

    @property
    def share(self) -> float:
        """Return the share of the pages with the field on which it is right."""
        given = self.right + self.missing + self.wrong
        return self.right / given if given else 0.0

    @property
    def invented(self) -> float:
        """Return the share of the pages without the field on which one was found."""
        return self.extra / self.absent if self.absent else 0.0

    @property
    def undeclared(self) -> float:
        """Return the share of the pages without the field on which one was found that the head does not declare."""
        return (self.extra - self.declared) / self.absent if self.absent else 0.0


@dataclass
class Cell:
    """What one system made of one group of pages; the counts of names are over all pages."""

    title: Tally = field(default_factory=Tally)
    authors: Tally = field(default_factory=Tally)
    date: Tally = field(default_factory=Tally)
    agreed: int = 0
    found: int = 0
    gold: int = 0
    seconds: float = 0.0
    pages: int = 0

    def add(self, gold: Fields, found: Fields, seconds: float) -> None:
        """Add one page."""
        for name in ("title", "authors", "date"):
            getattr(self, name).add(getattr(gold, name), getattr(found, name), declared=name in found.declared)
        if gold.authors:
            self.agreed += len(gold.authors & found.authors)
            self.found += len(found.authors)
            self.gold += len(gold.authors)
        self.seconds += seconds
        self.pages += 1

    @property
    def authors_f1(self) -> float:
        """Return the F1 of names over the pages that have authors."""
        return 2 * self.agreed / (self.found + self.gold) if self.found + self.gold else 0.0


Extract = Callable[[str, str, str], Fields]


def folded(text: str) -> str:
    """Return `text` with case, accents' encoding and punctuation folded."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def names(value: object) -> frozenset[str]:
    """Return the folded names of a list, or of a string that lists them."""
    listed = value if isinstance(value, list) else _AND.split(str(value or ""))
    return frozenset(name for name in (folded(str(one)) for one in listed) if name)


def gold_fields(folder: Path) -> dict[str, tuple[Fields, list[str]]]:
    """Return by page id the gold fields and the names as written."""
    found = {}
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            written = row.get("authors") or []
            listed = written if isinstance(written, list) else [n for n in _AND.split(written) if n]
            day = str(row.get("date") or "")[:DAY]
            found[row["id"]] = Fields(folded(row.get("title") or ""), names(listed), day), listed
    return found


def ours(text: str, media_type: str, url: str) -> Fields:
    """Return what we find."""
    record = _CLEANER.clean(text, media_type=media_type, url=url or None)  # type: ignore[arg-type]
    sources = record.metadata.get("provenance", {})
    declared = frozenset(name for name, source in sources.items() if source in HEAD_SOURCES)
    return Fields(folded(record.title or ""), names(list(record.authors)), (record.date or "")[:DAY], declared)


def trafilatura(html: str) -> Fields:
    """Return what trafilatura's metadata extraction finds; it joins names by semicolons."""
    from trafilatura import extract_metadata

    found = extract_metadata(html)
    return Fields(folded(found.title or ""), names((found.author or "").split(";")), (found.date or "")[:DAY])


def newspaper(html: str) -> Fields:
    """Return what newspaper4k finds."""
    import newspaper as package

    article = package.Article("http://page.example/", fetch_images=False, follow_meta_refresh=False)
    article.download(input_html=html)
    article.parse()
    return Fields(folded(article.title or ""), names(list(article.authors)), str(article.publish_date or "")[:DAY])


def goose(html: str) -> Fields:
    """Return what goose3 finds."""
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as extractor:
        found = extractor.extract(raw_html=html)
    day = str(found.publish_datetime_utc or found.publish_date or "")[:DAY]
    return Fields(folded(found.title or ""), names(list(found.authors)), day)


PEERS: dict[str, Callable[[str], Fields]] = {"trafilatura": trafilatura, "newspaper": newspaper, "goose3": goose}


def _peer(read: Callable[[str], Fields]) -> Extract:
    return lambda text, _media_type, _url: read(text)


_CLEANER = Cleaner()


def systems(form: str, *, with_peers: bool) -> dict[str, Extract]:
    """Return the systems that read pages in `form`."""
    found: dict[str, Extract] = {OURS: ours}
    if with_peers and form == "html":
        found |= {name: _peer(read) for name, read in PEERS.items() if find_spec(name)}
    return found


def measure(
    rows: list[Gold], form: str, extracts: dict[str, Extract], cache: Path | None
) -> Iterator[tuple[str, Gold, Fields, float]]:
    """Yield system, page, fields and seconds, each page read with weights that have not seen its site, if `cache` has such.

    A system that fails on a page finds nothing there.
    """
    for fold in range(FOLDS):
        with fold_weights(cache, fold):
            for row in rows:
                if row.fold == fold:
                    yield from ((name, row, *read) for name, read in _read(row, form, extracts, cache))


def _read(row: Gold, form: str, extracts: dict[str, Extract], cache: Path | None) -> Iterator[tuple[str, tuple[Fields, float]]]:
    html = row.html()
    text = html if form == "html" else flattened(form, row.key, html, cache)
    media_type = "text/html" if form == "html" else "text/plain"
    for name, extract in extracts.items():
        start = time.perf_counter()
        try:
            found = extract(text, media_type, row.url)
        except Exception:
            found = Fields("", frozenset(), "")
        yield name, (found, time.perf_counter() - start)


def _line(name: str, cell: Cell) -> str:
    def cause(tally: Tally) -> str:
        return f"{tally.missing}/{tally.extra}/{tally.wrong}"

    def invented(tally: Tally) -> str:
        return f"{tally.invented:.3f} ({tally.undeclared:.3f})"

    return (
        f"| {name} | {cell.pages} | {cell.title.share:.3f} | {cause(cell.title)} "
        f"| {cell.authors_f1:.3f} | {cell.authors.share:.3f} | {cause(cell.authors)} | {invented(cell.authors)} "
        f"| {cell.date.share:.3f} | {cause(cell.date)} | {invented(cell.date)} "
        f"| {1000 * cell.seconds / max(1, cell.pages):.1f} |"
    )


HEAD = (
    "| system | pages | title | m/e/w | authors F1 | authors exact | m/e/w | invented | date | m/e/w | invented | ms |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def floored(name: str, cells: Mapping[str, Cell]) -> dict[str, float]:
    """Return the shares of right values that we reach, by the names of their floors."""
    cell = cells[OURS]
    shares = {"title": cell.title.share, "authors": cell.authors_f1, "date": cell.date.share}
    return {f"fields, {name}, {cell.pages} pages, {field}": share for field, share in shares.items()}


def main() -> int:
    """Print a table for every corpus and form, and one for the news pages of all; m/e/w count missing, extra, wrong.

    Return 1 where a floor is broken.
    """
    parser = argparse.ArgumentParser(description="Measure title, authors and date.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--peers", choices=("yes", "no"), default="yes")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--only", choices=NAMES, action="append")
    parser.add_argument("--form", choices=FORMS, action="append")
    parser.add_argument("--raise-floors", action="store_true")
    options = parser.parse_args()
    reached: dict[str, float] = {}
    errors = options.errors.open("w", encoding="utf-8") if options.errors else None
    news: dict[str, dict[str, Cell]] = {}
    for corpus in options.only or NAMES:
        gold = gold_fields(options.corpora / corpus)
        rows = load(options.corpora, (corpus,))[:: options.every]
        written = [name for row in rows for name in gold[row.id][1]]
        ceiling = sum(map(is_person, written)) / max(1, len(written))
        for form in options.form or FORMS:
            extracts = systems(form, with_peers=options.peers == "yes")
            cells = {name: Cell() for name in extracts}
            for name, row, found, seconds in measure(rows, form, extracts, options.cache):
                cells[name].add(gold[row.id][0], found, seconds)
                if corpus in NEWS:
                    news.setdefault(form, {}).setdefault(name, Cell()).add(gold[row.id][0], found, seconds)
                if errors and name == OURS:
                    _note(errors, form, row, gold[row.id][0], found)
            _table(f"{corpus}, {form} (ceiling of authors {ceiling:.3f})", cells)
            reached |= floored(f"{corpus}, {form}", cells)
    for form, cells in news.items():
        _table(f"news, {form}", cells)
    low = floors.below(reached, rewrite=options.raise_floors)
    sys.stderr.writelines(f"{line}\n" for line in low)
    return 1 if low else 0


def _table(title: str, cells: dict[str, Cell]) -> None:
    sys.stdout.write(f"\n{title}\n\n{HEAD}\n")
    sys.stdout.writelines(_line(name, cell) + "\n" for name, cell in cells.items())
    sys.stdout.flush()


def _note(out: Any, form: str, row: Gold, gold: Fields, found: Fields) -> None:
    for name in ("title", "authors", "date"):
        wanted, given = getattr(gold, name), getattr(found, name)
        if wanted != given:
            shown = [sorted(v) if isinstance(v, frozenset) else v for v in (wanted, given)]
            out.write(json.dumps([form, name, row.key, *shown], ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
