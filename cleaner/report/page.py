"""The report: one HTML page about a run, made of figures over all records and of the records most worth looking at.

What stands in a scrape may be hostile. The template escapes everything, the page forbids itself scripts and requests,
and an address becomes a link only where it begins with http or https.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import heappush, heappushpop
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from cleaner import __version__
from cleaner.batch.work import OUTCOMES, Row
from cleaner.errors import UsageError
from cleaner.regexes import regex
from cleaner.report.stats import BINS, SHOWN_RULES, Stats, ranked, spread
from cleaner.report.view import Note, View
from cleaner.urls import split

SHOWN_RECORDS = 200
"""Records that are shown with their ledgers: what somebody may look through, in a page of a few megabytes."""
SHOWN_FAILURES = 100
"""Inputs without a record to look at that are named."""
MARK = "<!doctype html><!-- clean-article report -->"
"""How a report begins, so that an earlier one is told from an input."""
_TITLES = {
    "flag": "Flags",
    "language": "Languages",
    "error": "Errors",
    "words removed": "Words removed, by kind",
    "rule": "Rules that fired most",
}
_CONTROLS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML may not hold, and what no encoding writes."""
_UNLINKED = regex(rf"\s|{_CONTROLS.pattern}")
"""What no address has, the end of one that was cut off included."""
_LINKED = ("http", "https")


class Bar(NamedTuple):
    """A value with its count, and the count as a share of the largest one, 0 to 100."""

    name: str
    number: int
    share: float


class Chosen:
    """The `limit` views of lowest rank among all that were added, the earlier of equals."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.seen = 0
        self._heap: list[tuple[float, int, View]] = []

    def add(self, rank: float, view: View) -> None:
        """Take a view in, and let go of the one of the highest rank where there are too many."""
        self.seen += 1
        entry = (-rank, -self.seen, view)
        if len(self._heap) < self.limit:
            heappush(self._heap, entry)
        else:
            heappushpop(self._heap, entry)

    def views(self) -> list[View]:
        """Return the views, the lowest rank first."""
        return [view for _, _, view in sorted(self._heap, reverse=True, key=lambda entry: entry[:2])]


class Report:
    """What a report is made of: figures, and a bounded number of views, however many records there are."""

    def __init__(self) -> None:
        self.stats = Stats()
        self.records = Chosen(SHOWN_RECORDS)
        self.failures = Chosen(SHOWN_FAILURES)

    def add(self, note: Note) -> None:
        """Take in one record's note."""
        self.stats.add(note.figures)
        (self.failures if note.view.failure else self.records).add(note.rank, note.view)

    def watched(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield `rows` as they are, each after its note was taken in."""
        for row in rows:
            self.add(row.note)
            yield row

    def html(self) -> str:
        """Return the page."""
        counts = self.stats.counts
        page: str = (
            _environment()
            .get_template("report.html")
            .render(
                mark=MARK,
                version=__version__,
                stats=self.stats,
                inputs=counts["outcome"].total(),
                outcomes=[(name, counts["outcome"][name]) for name in OUTCOMES],
                removed=counts["words removed"].total(),
                charts=[(title, _bars(counts[name]), len(counts[name])) for name, title in _TITLES.items()],
                scores=[(name, _columns(values), spread(values)) for name, values in self.stats.scores.items()],
                records=self.records,
                failures=self.failures,
            )
        )
        return page


def check(path: str, inputs: Iterable[str], output: str | None) -> None:
    """Make sure that a report written to `path` takes the place of no input and of no output.

    Below a folder of inputs only an earlier report is written over.

    Raises:
        UsageError: `path` is standard output, an input, something below an input folder, or the output.
    """
    if path == "-":
        raise UsageError("--report needs a file: standard output is for the rows")
    real = os.path.realpath(path)
    others = [os.path.realpath(other) for other in (*inputs, *([output] if output else []))]
    if real in others:
        raise UsageError(f"{path} is input or output already; give another --report", place=path)
    if any(real.startswith(os.path.join(other, "")) for other in others) and not _is_ours(real):
        raise UsageError(f"{path} is one of the inputs and no earlier report; give another --report", place=path)


def _is_ours(path: str) -> bool:
    """Say whether nothing would be lost by writing over a file: there is none, or nothing or a report in it."""
    if not os.path.isfile(path):
        return True
    try:
        with open(path, "rb") as stream:
            return stream.read(len(MARK)) in (b"", MARK.encode())
    except OSError:
        return False


def _bars(counter: Counter[str]) -> list[Bar]:
    rows = ranked(counter)[:SHOWN_RULES]
    return [Bar(name, count, round(100 * count / max(rows[0][1], 1), 1)) for name, count in rows]


def _columns(values: Counter[float]) -> list[Bar]:
    """Return the columns of a histogram over 0 to 1, each named by its lower end."""
    bins: Counter[int] = Counter()
    for value, count in values.items():
        bins[min(int(value * BINS), BINS - 1)] += count
    highest = max(bins.values(), default=1)
    return [Bar(f"{n / BINS:.2f}", bins[n], round(100 * bins[n] / highest, 1)) for n in range(BINS)]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("cleaner.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.tests["linkable"] = _is_linkable
    return environment


def _printable(value: Any) -> Any:
    """Return a string with a sign for each character that a page cannot hold; it is escaped after this."""
    return _CONTROLS.sub("\ufffd", value) if type(value) is str else value


def _is_linkable(url: str) -> bool:
    parts = split(url)
    return parts.scheme in _LINKED and bool(parts.netloc) and not _UNLINKED.search(url)
