"""What the subcommands share: exit codes, options, and how rows and progress are written."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from cleaner.output import closed, writing

if TYPE_CHECKING:
    from cleaner.batch.jsonl import Keys
    from cleaner.batch.parquet import Writer
    from cleaner.batch.work import Row
    from cleaner.report.page import Report

PROGRAM = "clean-article"
STDOUT = "standard output"
OK, SOME_FAILED, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; 130 is what shells give a program that Ctrl-C ended."""
PROGRESS_EVERY = 20
"""Rows between two updates of the progress line."""


def say(text: str) -> None:
    """Write a line to standard output, in UTF-8 whatever the terminal's locale says."""
    with writing(STDOUT):
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def listed(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split what was given several times, or once with commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def rule_option(name: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return an option that takes ids of rules, several or with commas."""
    return click.option(name, metavar="RULE", multiple=True, callback=listed, help=text)


pack_option = click.option(
    "--pack", "packs", metavar="FILE", multiple=True, help="A further rule pack; may be given several times."
)
_INPUT_OPTIONS = (
    click.option(
        "--input",
        "container",
        type=click.Choice(["auto", "html", "text", "markdown", "jsonl", "parquet", "warc"]),
        default="auto",
        show_default=True,
        help="What the inputs are; auto judges each by its content. parquet: an input a row; warc: an input for each page of a "
        "web archive.",
    ),
    click.option("--text-key", metavar="KEY", default="", help="JSON Lines, Parquet: the key of the text."),
    click.option("--html-key", metavar="KEY", default="", help="JSON Lines, Parquet: the key of the HTML."),
    click.option("--id-key", metavar="KEY", default="", help="JSON Lines, Parquet: the key of the id."),
    click.option("--url-key", metavar="KEY", default="", help="JSON Lines, Parquet: the key of the address."),
    click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to use."),
)
"""What says how inputs are read, and by how many processes."""


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say how inputs are read."""
    for option in reversed(_INPUT_OPTIONS):
        command = option(command)
    return command


def keys_of(options: dict[str, Any]) -> Keys:
    """Return the keys of rows that a call names."""
    from cleaner.batch.jsonl import Keys  # noqa: PLC0415 - see `cleaner.cli`

    return Keys(*(options[f"{name}_key"] for name in ("text", "html", "id", "url")))


@contextmanager
def reported(path: str | None) -> Iterator[Report | None]:
    """Give what gathers a report, and write its page to `path` in the end; None where none is asked for."""
    if path is None:
        yield None
        return
    from cleaner.report.page import Report  # noqa: PLC0415 - see `cleaner.cli`

    with stream_to(path, append=True):
        pass  # so that nothing is cleaned for a page that cannot be written, and an earlier one stays until then
    report = Report()
    yield report
    page = report.html().encode()
    with stream_to(path, append=False) as stream, writing(path):
        stream.write(page)


@contextmanager
def stream_to(output: str | None, *, append: bool, columns: bool = False) -> Iterator[BinaryIO | Writer]:
    """Give what rows are written to: a file, opened anew or to `append`, a file of `columns`, or standard output without an `output`."""
    if output is None:
        yield sys.stdout.buffer
        return
    if columns:
        from cleaner.batch.parquet import written  # noqa: PLC0415 - see `cleaner.cli`

        with written(output) as writer:
            yield writer
        return
    with writing(output):
        stream = open(output, "ab" if append else "wb")  # noqa: SIM115 - closed below; only opening is guarded
    with closed(stream, output):
        yield stream


@contextmanager
def progress_line() -> Iterator[Callable[[Counter[str], Row], None]]:
    """Give a function that keeps one line of a terminal up to date, or does nothing where there is none."""
    shown = sys.stderr.isatty()

    def show(counts: Counter[str], row: Row) -> None:
        if shown and counts.total() % PROGRESS_EVERY == 1:
            sys.stderr.write(f"\r\x1b[K{counted(counts)}  {row.source[-60:]}")
            sys.stderr.flush()

    yield show
    if shown:
        sys.stderr.write("\r\x1b[K")


def counted(counts: Counter[str]) -> str:
    """Return the closing summary: how many inputs had which outcome."""
    from cleaner.batch.work import OUTCOMES  # noqa: PLC0415 - see `cleaner.cli`

    return f"{counts.total()} inputs = " + " + ".join(f"{counts[name]} {name}" for name in OUTCOMES)
