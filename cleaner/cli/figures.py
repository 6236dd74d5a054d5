"""Subcommands over many records or pages: stats, learn."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.shared import (
    OK,
    PROGRAM,
    SOME_FAILED,
    counted,
    input_options,
    keys_of,
    pack_option,
    progress_line,
    reported,
    say,
)
from cleaner.config import Config
from cleaner.errors import UsageError

if TYPE_CHECKING:
    from cleaner.report.stats import Stats

_LEARNED = """\b
For example:
  clean-article learn crawl.jsonl --url-key url -o packs/
  clean-article rules test --pack packs/courier.example.toml
  clean-article crawl.jsonl --pack packs/courier.example.toml

Read a pack before you use it: a line that a site's stories share may be
theirs (a series' opening words). docs/learn.md says how lines are chosen.
"""


@click.command()
@click.argument("path", metavar="FILE.jsonl | -")
@click.option(
    "--plot", metavar="PICTURE", help="Write a picture of the figures too: a file ending in .png, .svg or .pdf."
)
@click.option("--report", metavar="FILE.html", help="Write a page with the figures and the worst records too.")
def stats(path: str, plot: str | None, report: str | None) -> None:
    """Print figures over the records of FILE, packed or not, or of standard input (-): outcomes, scores, flags, languages, rules, words removed by kind."""
    from cleaner.report import stats as figures  # noqa: PLC0415 - see `cleaner.cli`

    others = {os.path.realpath(other) for other in (path, report) if other}
    if plot and os.path.realpath(plot) in others:
        raise UsageError(f"{plot} is input or output already; give another --plot", place=plot)
    found = _page_of(path, report) if report else figures.gathered(path)
    say("\n".join(figures.table(found)))
    if plot:
        figures.plot(found, plot)


def _page_of(path: str, target: str) -> Stats:
    """Write the report over the records of a file, and return their figures."""
    from cleaner.report import page, stats, view  # noqa: PLC0415 - see `cleaner.cli`

    page.check(target, [path], None)
    with reported(target) as report:
        assert report is not None  # noqa: S101 - a target was given
        for note in stats.read(path, view.note):
            report.add(note)
    return report.stats


@click.command(epilog=_LEARNED)
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option("-o", "--output", metavar="DIR", help="Write a pack for each site here, instead of showing its rules.")
@click.option("--force", is_flag=True, help="Write into DIR though it holds something.")
@click.option("--site", metavar="HOST", default="", help="The site all pages are of; else the host of each one's address.")
@click.option(
    "--min-pages",
    type=click.IntRange(2),
    metavar="N",
    help="Different stories of a site that must hold a line; 5 by default.",
)
@pack_option
@input_options
def learn(**options: Any) -> int:
    """Read rules for sites off their pages: what stands in the bodies of many different stories is no story's.

    Shows one rule a line, tab-separated: site, stories with the text, stories of the site, kind, scope, text.
    """
    from cleaner import learn as learning  # noqa: PLC0415 - see `cleaner.cli`
    from cleaner.batch import files, pool, work  # noqa: PLC0415

    learner = learning.Learner(site=options["site"], min_pages=options["min_pages"] or learning.MIN_PAGES)
    target = Path(options["output"]) if options["output"] is not None else None
    if target:
        learning.check(target, force=options["force"])
    keys = keys_of(options)
    files.require(options["container"])
    job = work.Job(Config(packs=options["packs"]), learning.nothing, keys, learning.note)
    counts: Counter[str] = Counter()
    with progress_line() as progress:
        for row in pool.run(files.items(options["paths"], options["container"], keys), job, options["workers"]):
            counts[row.outcome] += 1
            progress(counts, row)
            learner.add(row.note)
            if row.outcome == "error":
                click.echo(f"{PROGRAM}: {row.source}: {row.message}", err=True)
    rules = learner.learned()
    if target is None:
        for rule in rules:
            say("\t".join(learning.shown(rule)))
    else:
        for path in learning.written(rules, target):
            click.echo(f"{path}: read it, and use it with --pack {path}", err=True)
    click.echo(counted(counts), err=True)
    click.echo(f"{sum(learner.pages.values())} different stories of {len(learner.pages)} sites: {len(rules)} rules", err=True)
    return SOME_FAILED if counts["error"] else OK
