"""Subcommands about fixtures: record, check, diff."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from cleaner.cli.shared import OK, SOME_FAILED, listed, say
from cleaner.errors import UsageError


@click.group()
def fixtures() -> None:
    """Keep inputs with the records they must give."""


@fixtures.command("record")
@click.argument("source")
@click.argument("folder", metavar="DIR")
@click.option("--slug", default="", help="The fixture's name; else it is made from SOURCE.")
@click.option("--why", default="", help="One line: what the fixture shows.")
@click.option("--force", is_flag=True, help="Write over a fixture of the same name.")
def fixtures_record(source: str, folder: str, slug: str, why: str, *, force: bool) -> None:
    """Clean SOURCE and keep it with its whole record as a new fixture in DIR."""
    from cleaner.testing import record  # noqa: PLC0415 - see `cleaner.cli`

    say(str(record(source, folder, slug=slug, why=why, force=force)))


_also_option = click.option(
    "--also",
    multiple=True,
    callback=listed,
    metavar="KEY",
    help="Compare ruleset, scores, metadata, id or source too.",
)


@fixtures.command("check")
@click.argument("folder", metavar="DIR")
@_also_option
def fixtures_check(folder: str, also: tuple[str, ...]) -> int:
    """Clean each fixture of DIR and name those whose record is not the expected one."""
    return _compare(folder, also, lambda failure: failure.message.splitlines()[0])


@fixtures.command("diff")
@click.argument("folder", metavar="DIR")
@_also_option
def fixtures_diff(folder: str, also: tuple[str, ...]) -> int:
    """Show in full how the records of DIR differ from the expected ones."""
    return _compare(folder, also, lambda failure: failure.message)


def _compare(folder: str, also: tuple[str, ...], shown: Callable[[Any], str]) -> int:
    from cleaner.testing import check, clean_fixture, folders, load_one  # noqa: PLC0415 - see `cleaner.cli`

    cases = folders(folder)
    failed = 0
    for path in cases:
        try:
            case = load_one(path)
        except UsageError as error:  # one that is broken hides no other
            say(f"{path.name}: broken: {error.message}")
            failed += 1
            continue
        failures = check(case, clean_fixture(case), also=also)
        failed += bool(failures)
        for failure in failures:
            say(f"{case.slug}: {failure.field}: {shown(failure)}")
    click.echo(f"{len(cases)} fixtures, {failed} failed", err=True)
    return SOME_FAILED if failed else OK
