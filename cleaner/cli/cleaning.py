"""The command itself: it cleans paths."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from cleaner import __version__
from cleaner.cli.shared import (
    OK,
    PROGRAM,
    SOME_FAILED,
    STDOUT,
    counted,
    input_options,
    keys_of,
    pack_option,
    progress_line,
    reported,
    rule_option,
    stream_to,
)
from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.output import writing

if TYPE_CHECKING:
    from cleaner.batch.parquet import Writer
    from cleaner.batch.work import Note, Row
    from cleaner.report.formats import Format

_EPILOG = """\b
Commands, whose names win over paths of the same name:
  rules list | show | test | why | new
                                    what is removed, and why; a rule of yours
  fixtures record | check | diff    inputs with the records they must give
  stats FILE.jsonl | - [--plot PICTURE] [--report FILE.html]
                                    figures over many records
  learn PATH... [-o DIR]            rule packs of sites, read off their pages
Each has --help.

\b
Exit codes: 0 all cleaned; 1 some inputs became error rows, or an example or
fixture failed; 2 the call was wrong, or its output cannot be written.
"""


@click.command(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=PROGRAM)
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of standard output.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "json", "text", "markdown", "parquet"]),
    default="jsonl",
    show_default=True,
    help="jsonl: a record a line; json: an array of records; text: the bodies, a form feed between them; "
    "markdown: titles and bodies; parquet: a record a row, into -o FILE.",
)
@input_options
@click.option("--resume", is_flag=True, help="Go on where an earlier run into the same -o stopped.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Reject lower scores.")
@rule_option("--disable", "Switch a rule off, or all whose id begins with RULE when it ends in a dot.")
@rule_option("--enable", "Switch on a rule that is retired.")
@rule_option("--only", "Run no other rules.")
@pack_option
@click.option("--lang", metavar="CODE", default="", help="The language of the pages, such as en; else it is detected.")
@click.option(
    "--profile", type=click.Choice(["balanced", "precision", "recall"]), default="balanced", show_default=True
)
@click.option("--engine", type=click.Choice(["model", "ensemble"]), default="model", show_default=True)
@click.option("--explain", is_flag=True, help="Show what was kept and what was removed by which rule, instead of rows.")
@click.option("--report", metavar="FILE.html", help="Write a page about the run too: figures, and the worst records.")
@click.option(
    "--compat",
    metavar="NAME",
    help="Write rows under another tool's names: trafilatura, newspaper, goose3 or readability.",
)
def clean(**options: Any) -> int:
    """Clean scraped articles: files, folders, or standard input (-).

    Writes one record per input, failures included, in input order. A folder means all files below it.
    """
    from cleaner.batch import files, pool, resume, work  # noqa: PLC0415 - see `cleaner.cli`

    config = Config(
        **{
            name: options[name]
            for name in ("lang", "profile", "engine", "disable", "enable", "only", "packs", "min_score")
        }
    )
    keys = keys_of(options)
    output, resumed = _target(options)
    report = _report_target(options, output)
    form = _format(options, to_terminal=output is None and sys.stdout.isatty())
    files.require(options["container"])
    passed: Counter[str] = Counter()
    own = [path for path in (output, report) if path]
    found = files.items(options["paths"], options["container"], keys, own, passed)
    if resumed and output:
        found = resume.remaining(found, resume.written(output))
    job = work.Job(config, form.render, keys, _note() if report else None)
    rows = pool.run(found, job, options["workers"])  # before an output is opened: a wrong call costs no earlier one
    columns = options["form"] == "parquet"
    with reported(report) as gathered, stream_to(output, append=resumed, columns=columns) as stream:
        counts = _write(gathered.watched(rows) if gathered else rows, form, stream, output or STDOUT)
    if passed:
        click.echo(_passed(passed), err=True)
    click.echo(counted(counts), err=True)
    return SOME_FAILED if counts["error"] else OK


def _target(options: dict[str, Any]) -> tuple[str | None, bool]:
    """Return the output file, None for standard output, and whether an earlier run into it is taken up."""
    output = options["output"] if options["output"] != "-" else None
    if options["resume"] and output is None:
        raise UsageError("--resume needs -o FILE, the output to go on with")
    if options["resume"] and (options["form"] != "jsonl" or options["explain"]):
        raise UsageError("--resume needs --format jsonl, whose rows say what is done")
    if options["form"] == "parquet" and output is None:
        raise UsageError("--format parquet needs -o FILE: it is no text to print")
    if options["form"] == "parquet" and options["explain"]:
        raise UsageError("--explain shows text instead of rows; leave out --format parquet")
    if output and os.path.realpath(output) in {os.path.realpath(path) for path in options["paths"] if path != "-"}:
        raise UsageError(f"{output} is input and output at once; give another -o")
    return output, options["resume"]


def _format(options: dict[str, Any], *, to_terminal: bool) -> Format:
    from cleaner.report import formats  # noqa: PLC0415 - see `cleaner.cli`

    name, compat = options["form"], options["compat"]
    if compat and (options["explain"] or name not in formats.OTHERS):
        raise UsageError(
            f"--compat needs --format {' or '.join(formats.OTHERS)}, whose rows have keys, and no --explain"
        )
    if compat and options["resume"]:
        raise UsageError("--compat cannot go with --resume, which needs the `source` of our own rows")
    if compat:
        return formats.other(name, compat)
    if options["explain"]:
        return formats.EXPLAIN_IN_COLOUR if to_terminal else formats.EXPLAIN
    return formats.FORMATS[name]


def _report_target(options: dict[str, Any], output: str | None) -> str | None:
    """Return the file the report goes to, None where none is asked for."""
    path: str | None = options["report"]
    if path is None:
        return None
    if options["resume"]:
        raise UsageError(
            "a report needs all records, and --resume cleans the rest only; finish the run and then call: "
            f"{PROGRAM} stats {output} --report {path}"
        )
    from cleaner.report.page import check  # noqa: PLC0415 - see `cleaner.cli`

    check(path, options["paths"], output)
    return path


def _note() -> Note:
    from cleaner.report.view import note  # noqa: PLC0415 - see `cleaner.cli`

    return note


def _write(rows: Iterable[Row], form: Format, stream: BinaryIO | Writer, name: str) -> Counter[str]:
    """Write each row as soon as it is there, and return how many had which outcome."""
    counts: Counter[str] = Counter()

    def put(text: str) -> None:
        with writing(name):
            stream.write(text.encode("utf-8", "replace"))
            stream.flush()

    put(form.head)
    with progress_line() as progress:
        for row in rows:
            put((form.between if counts.total() else "") + row.output)
            counts[row.outcome] += 1
            progress(counts, row)
            if row.message and not form.holds_errors:
                click.echo(f"{PROGRAM}: {row.source}: {row.message}", err=True)
    put(form.tail)
    return counts


def _passed(passed: Counter[str]) -> str:
    """Return the line that says which records of web archives were no inputs."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
    return f"{passed.total()} records of web archives are no inputs: {kinds}"
