"""The command `clean-article`: it cleans paths, and has a few subcommands about rules, fixtures and results.

What a call does not need is imported when it is needed, so that `--help` and wrong calls answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from cleaner.cli.cleaning import clean
from cleaner.cli.figures import learn, stats
from cleaner.cli.fixtures import fixtures
from cleaner.cli.rules import rules
from cleaner.cli.shared import INTERRUPTED, OK, PROGRAM, SOME_FAILED, STDOUT, WRONG_CALL
from cleaner.errors import CleanerError, UsageError
from cleaner.output import writing


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave the process with its exit code."""
    _open_standard_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = _commands if given and given[0] in _commands.commands else clean
    try:
        with command.make_context(PROGRAM, given) as context:
            code = command.invoke(context)
        with writing(STDOUT):
            sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = WRONG_CALL
    except CleanerError as error:
        click.echo(f"{PROGRAM}: {error.message if isinstance(error, UsageError) else error.told()}", err=True)
        code = WRONG_CALL if isinstance(error, UsageError) else SOME_FAILED
    except BrokenPipeError:
        code = OK  # whoever reads has seen enough
    except OSError as error:  # of what click prints itself, such as help
        click.echo(f"{PROGRAM}: cannot write {error.filename or STDOUT}: {error.strerror or error}", err=True)
        code = WRONG_CALL
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except RuntimeError as error:
        # An interrupt that meets a lock half taken comes out as the lock's own error.
        if not isinstance(error.__context__, KeyboardInterrupt):
            raise
        code = INTERRUPTED
    _let_go_of_output()
    sys.exit(code or OK)


def _open_standard_streams() -> None:
    """Stand in for closed standard output, which then cannot be written, and closed standard error, which takes everything.

    No other file can get their numbers then.
    """
    for number, name, flags in ((1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, flags), number)
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - as long as the process


def _let_go_of_output() -> None:
    """Write what is left; the interpreter must not meet a closed pipe or a full disk again when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def _commands() -> None:
    """Do what is not cleaning."""


for _command in (rules, fixtures, stats, learn):
    _commands.add_command(_command)
