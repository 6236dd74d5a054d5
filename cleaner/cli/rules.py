"""Subcommands about rules: list, show, test, why, new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.shared import OK, PROGRAM, SOME_FAILED, pack_option, say
from cleaner.config import Config
from cleaner.errors import CleanerError, UsageError

if TYPE_CHECKING:
    from cleaner.rules.base import Rule, RuleInfo

_NEW_RULE = """\b
For example:
  clean-article rules new own.share.pigeon --kind share \\
    --value "send by pigeon" --remove "Send by pigeon" \\
    --keep "Send by pigeon was the mayor's order." --pack own.toml
  clean-article PATH --pack own.toml

cleaner/packs/FORMAT.md says what each part of a rule means.
"""


@click.group()
def rules() -> None:
    """Show, test and question the rules."""


@rules.command("list")
@pack_option
@click.option("--kind", default="", help="Only rules for this kind of removed text.")
def rules_list(packs: tuple[str, ...], kind: str) -> None:
    """List all rules: id, kind, scope, summary. Piped, one tab-separated rule a line without a header."""
    from cleaner.record import KINDS  # noqa: PLC0415 - see `cleaner.cli`

    if kind and kind not in KINDS:
        raise UsageError(f"--kind is {kind!r}; give one of {', '.join(KINDS)}")
    infos = [info for info in _infos(packs) if kind in ("", info.kind)]
    table: list[tuple[str, str, str, str]] = [
        (info.id, info.kind, info.scope, " ".join(info.summary.split())) for info in infos
    ]
    if not sys.stdout.isatty():
        for line in table:
            say("\t".join(line))
        return
    table.insert(0, ("RULE", "KIND", "SCOPE", "WHAT IT REMOVES"))
    widths = [max(len(line[column]) for line in table) for column in range(3)]
    for line in table:
        say("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]))


@rules.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="RULE...")
@pack_option
def rules_show(ids: tuple[str, ...], packs: tuple[str, ...]) -> None:
    """Show what a rule does, why, since when, and its examples."""
    from cleaner.report.rules import described  # noqa: PLC0415 - see `cleaner.cli`

    known = {info.id: info for info in _infos(packs)}
    say("\n".join(described(_known(known, name)) for name in ids))


@rules.command("test")
@click.argument("ids", nargs=-1, metavar="[RULE]...")
@pack_option
def rules_test(ids: tuple[str, ...], packs: tuple[str, ...]) -> int:
    """Run the examples of all rules, of the named ones, or of those whose id begins with a RULE that ends in a dot."""
    from cleaner.testing.examples import failures  # noqa: PLC0415 - see `cleaner.cli`

    known = {rule.info.id: rule for rule in _all_rules(packs)}
    chosen = list({rule.info.id: rule for name in ids for rule in _named(known, name)}.values() if ids else known.values())
    failed = [message for rule in chosen for message in failures(rule, packs)]
    for message in failed:
        say(message)
    examples = sum(len(rule.info.remove) + len(rule.info.keep) for rule in chosen)
    click.echo(f"{len(chosen)} rules, {examples} examples, {len(failed)} failed", err=True)
    return SOME_FAILED if failed else OK


@rules.command("why")
@click.argument("path", metavar="PATH | RULE")
@click.argument("text", required=False, default="")
@pack_option
def rules_why(path: str, text: str, packs: tuple[str, ...]) -> int:
    """Say why text of PATH was removed: all of it, or the lines that hold TEXT. For a RULE, say why it exists."""
    from cleaner.batch import work  # noqa: PLC0415 - see `cleaner.cli`
    from cleaner.batch.files import Item, holds_rows, read  # noqa: PLC0415
    from cleaner.pipeline import Cleaner  # noqa: PLC0415
    from cleaner.report.rules import reasons  # noqa: PLC0415

    known = {info.id: info for info in _infos(packs)}
    if path in known:
        say(known[path].why)
        return OK
    if holds_rows(path):
        raise UsageError(f"{path} holds rows, and one page is explained; put the text of one row in a file, or clean it with --explain")
    record = Cleaner(Config(packs=packs)).clean(read(Item(path)), source_name=path)
    if record.error is not None:
        raise CleanerError(work.failure_of(record), place=path)
    lines = reasons(record, text, known)
    say("\n".join(lines) or "nothing that was removed holds this text")
    return OK if lines else SOME_FAILED


@rules.command("new", epilog=_NEW_RULE)
@click.argument("id", metavar="ID")
@click.option("--kind", default="", help="What it removes: one of the record's kinds, such as share or related.")
@click.option(
    "--value",
    "values",
    metavar="PHRASE",
    multiple=True,
    help="What it matches. This, --remove and --keep may be given several times.",
)
@click.option("--remove", metavar="EXAMPLE", multiple=True, help="A text that the rule must remove whole.")
@click.option("--keep", metavar="EXAMPLE", multiple=True, help="A text that looks like it and must stay.")
@click.option(
    "--match", type=click.Choice(["phrase", "regex", "selector", "section"]), default="phrase", show_default=True
)
@click.option("--scope", type=click.Choice(["line", "part"]), help="The whole line (default), or a part of it.")
@click.option(
    "--confidence",
    type=float,
    metavar="X",
    help="0.9 and more (0.95 by default) removes alone; less needs another signal.",
)
@click.option(
    "--place",
    type=click.Choice(["any", "head", "tail", "outside"]),
    default="any",
    show_default=True,
    help="Where on the page the rule may speak.",
)
@click.option("--language", metavar="CODE", default="", help="Language of a new pack; else it is for all.")
@click.option("--summary", metavar="TEXT", default="", help="What it removes, in a sentence.")
@click.option("--why", metavar="TEXT", default="", help="Why that is not the story.")
@click.option("--source", metavar="TEXT", default="", help="Where the cue was seen.")
@click.option("--pack", metavar="FILE", help="Append it here; without it, the rule goes to standard output.")
def rules_new(pack: str | None, language: str, **given: Any) -> int:
    """Write a rule ID, which is <pack>.<kind>.<name>, when all its examples behave; else write nothing."""
    from cleaner.testing.draft import Draft, append, is_shipped, make  # noqa: PLC0415 - see `cleaner.cli`

    path = Path(pack) if pack else None
    made = make(Draft(**given), path, language)
    for message in made.failed:
        click.echo(message, err=True)
    if made.failed:
        click.echo(f"{PROGRAM}: nothing is written, because {len(made.failed)} examples failed", err=True)
        return SOME_FAILED
    if path is None:
        say(made.table.rstrip("\n"))
        return OK
    append(made, path)
    use = "it runs as all rules of the package do" if is_shipped(path) else f"use it with: {PROGRAM} PATH --pack {path}"
    click.echo(f"{given['id']} is in {path}; {use}", err=True)
    return OK


def _all_rules(packs: tuple[str, ...]) -> list[Rule]:
    from cleaner.rules.registry import all_rules, given  # noqa: PLC0415 - see `cleaner.cli`

    return [*all_rules(), *given(packs)]


def _infos(packs: tuple[str, ...]) -> list[RuleInfo]:
    from cleaner.rules.registry import infos  # noqa: PLC0415 - see `cleaner.cli`

    return sorted(infos(packs), key=lambda info: info.id)


def _named(known: dict[str, Rule], name: str) -> list[Rule]:
    """Return the rule of that id, or all whose id begins with it when it ends in a dot."""
    if name.endswith(".") and (found := [rule for rule_id, rule in known.items() if rule_id.startswith(name)]):
        return found
    from cleaner.rules.residue import DECISIONS  # noqa: PLC0415 - see `cleaner.cli`

    if any(info.id.startswith(name) for info in DECISIONS):
        raise UsageError(f"{name!r} is decided where no rule speaks, and has no examples to test")
    return [_known(known, name)]


def _known(known: dict[str, Any], name: str) -> Any:
    if name in known:
        return known[name]
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    near = get_close_matches(name, known, n=3, cutoff=0.4)
    raise UsageError(f"there is no rule {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
