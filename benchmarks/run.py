"""Run us and the installed peers over the corpora and print the table.

`python -m benchmarks.run --corpora DIR [--cache DIR] [--every N] [--peers no] [--kinds]`

We are cross-validated by site where the cache holds the folds' weights (`python -m benchmarks.train`); without
them the packaged weights are used, which have seen these pages, and the table says so. Floors are only raised by
cross-validated figures, and a cache that lacks some of the weights is refused.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from benchmarks import floors, peers, stories
from benchmarks.corpora import FOLDS, Gold, load
from benchmarks.dataset import HTML, source
from benchmarks.flatten import EVERY, FLATTENERS
from benchmarks.folds import cross_validated, fold_weights
from benchmarks.metric import Counts, Figures, counts, figures, segment_figures
from benchmarks.prepared import labelled
from benchmarks.programs import missing
from cleaner import Cleaner, blockmodel
from cleaner.model import MediaType

OURS, MODEL, ENSEMBLE = "cleaner", "cleaner, block model alone", "cleaner --engine ensemble"
FORMS = (HTML, *EVERY)
CHARACTERS = frozenset(("ja", "zh", "th"))
"""Languages whose figures are counted by characters."""
EVEN = 0.5
"""Chance from which a block is rather story than not."""
ARTICLE = "article"
P99 = 0.99
UNFLOORED = ("lang ", "kind ")
"""How the names of groups begin that have no floors: they are parts of others, of few pages, or no articles."""
Extract = Callable[[str, MediaType, str], str]


@dataclass
class Cell:
    """What one system made of one group of pages."""

    counts: list[Counts] = field(default_factory=list)
    partial: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    errors: int = 0

    def add(self, row: Gold, body: str, seconds: float, *, failed: bool) -> None:
        """Add one page's result."""
        self.seconds.append(seconds)
        self.errors += failed
        if row.text:
            self.counts.append(counts(row.text, body, characters=row.lang in CHARACTERS))
        else:
            self.partial.append((body, row.must, row.mustnot))

    def figures(self) -> Figures:
        """Return the group's figures."""
        return figures(self.counts) if self.counts else segment_figures(self.partial)

    def p99(self) -> float:
        """Return the time that 99 pages in 100 stay below, in seconds."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(P99 * len(self.seconds)))]


@lru_cache(maxsize=1)
def _cleaner() -> Cleaner:
    return Cleaner()


def ours(source_text: str, media_type: MediaType, url: str) -> str:
    """Return the body we find."""
    record = _cleaner().clean(source_text, media_type=media_type, url=url or None)
    if record.error:
        raise ValueError(record.error["message"])
    return record.text


def ensemble(source_text: str, media_type: MediaType, url: str) -> str:
    """Return the body we find with trafilatura's vote as evidence."""
    return Cleaner(engine="ensemble").clean(source_text, media_type=media_type, url=url or None).text


def model_alone(source_text: str, media_type: MediaType, url: str) -> str:
    """Return the blocks the model keeps, without rules."""
    page, labels = labelled(source_text, media_type, url=url)
    found = blockmodel.posterior(page, labels)
    return "\n".join(block.text for block, p in zip(page.blocks, found, strict=True) if p >= EVEN)


def systems(form: str, *, with_peers: bool) -> dict[str, Extract]:
    """Return the systems that read pages in `form`."""
    found: dict[str, Extract] = {OURS: ours, MODEL: model_alone}
    if form == HTML:
        found[ENSEMBLE] = ensemble
    others = peers.html_peers() if form == HTML else peers.text_peers()
    if with_peers:
        found |= {name: _alone(peer) for name, peer in others.items()}
    return found


def _alone(peer: peers.Peer) -> Extract:
    return lambda text, _media_type, _url: peer(text)


def results(
    rows: list[Gold], form: str, cache: Path | None, *, with_peers: bool
) -> Iterator[tuple[str, Gold, str, float, bool]]:
    """Yield system, page, body, seconds and failure for every system and page."""
    for fold in range(FOLDS):
        with fold_weights(cache, fold):
            for row in (row for row in rows if row.fold == fold):
                text, media_type = source(row, form, cache)
                for name, extract in systems(form, with_peers=with_peers).items():
                    start = time.perf_counter()
                    try:
                        body, failed = extract(text, media_type, ""), False
                    except Exception:
                        body, failed = "", True
                    yield name, row, body, time.perf_counter() - start, failed


def table(
    rows: list[Gold], form: str, cache: Path | None, *, with_peers: bool, read: Mapping[str, Gold]
) -> dict[str, dict[str, Cell]]:
    """Return the cells by system and group; groups are corpora and, below fundus, languages; for pages that are no articles, their kinds.

    `read` holds pages by key whose story was read, beside the segments that their gold is.
    """
    cells: dict[str, dict[str, Cell]] = defaultdict(lambda: defaultdict(Cell))
    for name, row, body, seconds, failed in results(rows, form, cache, with_peers=with_peers):
        spoken = (f"lang {row.lang}",) if row.text and row.lang not in ("", "en") else ()
        for group in (row.corpus, *spoken) if row.kind == ARTICLE else (f"kind {row.kind}",):
            cells[name][group].add(row, body, seconds, failed=failed)
        if row.key in read:
            cells[name][f"{row.corpus}, read"].add(read[row.key], body, seconds, failed=failed)
    return cells


def shown(form: str, cells: dict[str, dict[str, Cell]]) -> Iterator[str]:
    """Yield the table of one form as Markdown lines."""
    groups = sorted({group for found in cells.values() for group in found}, key=lambda g: (g.startswith(UNFLOORED), g))
    yield f"\n## {form}\n"
    yield "| system | group | pages | F1 | P | R | ms | p99 | errors |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for group in groups:
        for name, found in cells.items():
            cell = found[group]
            f1, precision, recall, pages = cell.figures()
            ms = 1000 * sum(cell.seconds) / max(1, len(cell.seconds))
            yield (
                f"| {name} | {group} | {pages} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {ms:.1f} | "
                f"{1000 * cell.p99():.0f} | {cell.errors} |"
            )


def floored(form: str, cells: dict[str, dict[str, Cell]]) -> dict[str, float]:
    """Return our F1 by the name of its floor."""
    groups = cells.get(OURS, {})
    found = {group: cell.figures() for group, cell in groups.items() if not group.startswith(UNFLOORED)}
    return {f"{form} {group}, {figures.pages} pages": figures.f1 for group, figures in found.items()}


def _thinned(rows: list[Gold], every: int) -> list[Gold]:
    """Return every nth article, whatever other pages stand between, and every nth of these."""
    articles = [row for row in rows if row.kind == ARTICLE]
    return articles[::every] + [row for row in rows if row.kind != ARTICLE][::every]


def main() -> int:
    """Print the tables; return 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="where flattened pages and the folds' weights are kept")
    parser.add_argument("--every", type=int, default=1, help="take every nth page")
    parser.add_argument("--forms", nargs="*", default=[HTML, *FLATTENERS], choices=FORMS)
    parser.add_argument("--peers", default="yes", choices=["yes", "no"])
    parser.add_argument("--kinds", action="store_true", help="forums, products, lists and other kinds of page too, a line for each")
    parser.add_argument("--raise-floors", action="store_true")
    given = parser.parse_args()
    if lacking := missing(given.forms):
        parser.error(f"these forms need programs that are not here: apt-get install {' '.join(lacking)}")
    try:
        unseen = cross_validated(given.cache)
    except FileNotFoundError as error:
        parser.error(str(error))
    if given.raise_floors and not unseen:
        parser.error("--raise-floors needs a --cache with the folds' weights: the packaged ones have seen these pages")
    rows = load(given.corpora, articles=not given.kinds)
    rows = _thinned(rows, given.every)
    logging.disable(logging.CRITICAL)  # the peers report every odd page
    warnings.simplefilter("ignore")
    low: list[str] = []
    if not unseen:
        print("Not cross-validated: the packaged weights have seen these pages.")
    read = {row.key: row for row in stories.read(rows)}
    for form in given.forms:
        cells = table(rows, form, given.cache, with_peers=given.peers == "yes", read=read)
        print("\n".join(shown(form, cells)), flush=True)
        low += floors.below(floored(form, cells), rewrite=given.raise_floors)
    print("\n".join(low), file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
