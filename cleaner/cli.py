"""The command `clean-article`: it cleans paths, and has a few subcommands about rules, fixtures and results."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from cleaner import __version__
from cleaner.config import Config
from cleaner.errors import CleanerError, UsageError
from cleaner.output import closed, writing

if TYPE_CHECKING:
    from cleaner.batch.jsonl import Keys
    from cleaner.batch.parquet import Writer
    from cleaner.batch.work import Note, Row
    from cleaner.report.formats import Format
    from cleaner.report.page import Report
    from cleaner.report.stats import Stats
    from cleaner.rules.base import Rule, RuleInfo

PROGRAM = "clean-article"
STDOUT = "standard output"
OK, SOME_FAILED, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; 130 is what shells give a program that Ctrl-C ended."""
PROGRESS_EVERY = 20
"""Rows between two updates of the progress line."""

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
_NEW_RULE = """\b
For example:
  clean-article rules new own.share.pigeon --kind share \\
    --value "send by pigeon" --remove "Send by pigeon" \\
    --keep "Send by pigeon was the mayor's order." --pack own.toml
  clean-article PATH --pack own.toml

cleaner/packs/FORMAT.md says what each part of a rule means.
"""


_LEARNED = """\b
For example:
  clean-article learn crawl.jsonl --url-key url -o packs/
  clean-article rules test --pack packs/courier.example.toml
  clean-article crawl.jsonl --pack packs/courier.example.toml

Read a pack before you use it: a line that a site's stories share may be
theirs (a series' opening words). docs/learn.md says how lines are chosen.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave the process with its exit code."""
    _open_standard_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = _commands if given and given[0] in _commands.commands else _clean
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


def _say(text: str) -> None:
    """Write a line to standard output, in UTF-8 whatever the terminal's locale says."""
    with writing(STDOUT):
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def _listed(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split what was given several times, or once with commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _rule_option(name: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, metavar="RULE", multiple=True, callback=_listed, help=text)


_pack_option = click.option(
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


def _input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_INPUT_OPTIONS):
        command = option(command)
    return command


def _keys(options: dict[str, Any]) -> Keys:
    from cleaner.batch.jsonl import Keys  # noqa: PLC0415 - see below

    return Keys(*(options[f"{name}_key"] for name in ("text", "html", "id", "url")))


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
@_input_options
@click.option("--resume", is_flag=True, help="Go on where an earlier run into the same -o stopped.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Reject lower scores.")
@_rule_option("--disable", "Switch a rule off, or all whose id begins with RULE when it ends in a dot.")
@_rule_option("--enable", "Switch on a rule that is retired.")
@_rule_option("--only", "Run no other rules.")
@_pack_option
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
def _clean(**options: Any) -> int:
    """Clean scraped articles: files, folders, or standard input (-).

    Writes one record per input, failures included, in input order. A folder means all files below it.
    """
    from cleaner.batch import files, pool, resume, work  # noqa: PLC0415 - `--help` and wrong calls answer at once

    config = Config(
        **{
            name: options[name]
            for name in ("lang", "profile", "engine", "disable", "enable", "only", "packs", "min_score")
        }
    )
    keys = _keys(options)
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
    with _reported(report) as gathered, _stream(output, append=resumed, columns=columns) as stream:
        counts = _write(gathered.watched(rows) if gathered else rows, form, stream, output or STDOUT)
    if passed:
        click.echo(_passed(passed), err=True)
    click.echo(_counted(counts), err=True)
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
    from cleaner.report import formats  # noqa: PLC0415 - see above

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
    from cleaner.report.page import check  # noqa: PLC0415 - see above

    check(path, options["paths"], output)
    return path


def _note() -> Note:
    from cleaner.report.view import note  # noqa: PLC0415 - see above

    return note


@contextmanager
def _reported(path: str | None) -> Iterator[Report | None]:
    """Give what gathers a report, and write its page to `path` in the end; None where none is asked for."""
    if path is None:
        yield None
        return
    from cleaner.report.page import Report  # noqa: PLC0415 - see above

    with _stream(path, append=True):
        pass  # so that nothing is cleaned for a page that cannot be written, and an earlier one stays until then
    report = Report()
    yield report
    page = report.html().encode()
    with _stream(path, append=False) as stream, writing(path):
        stream.write(page)


@contextmanager
def _stream(output: str | None, *, append: bool, columns: bool = False) -> Iterator[BinaryIO | Writer]:
    if output is None:
        yield sys.stdout.buffer
        return
    if columns:
        from cleaner.batch.parquet import written  # noqa: PLC0415 - see above

        with written(output) as writer:
            yield writer
        return
    with writing(output):
        stream = open(output, "ab" if append else "wb")  # noqa: SIM115 - closed below; only opening is guarded
    with closed(stream, output):
        yield stream


def _write(rows: Iterable[Row], form: Format, stream: BinaryIO | Writer, name: str) -> Counter[str]:
    """Write each row as soon as it is there, and return how many had which outcome."""
    counts: Counter[str] = Counter()

    def put(text: str) -> None:
        with writing(name):
            stream.write(text.encode("utf-8", "replace"))
            stream.flush()

    put(form.head)
    with _progress() as progress:
        for row in rows:
            put((form.between if counts.total() else "") + row.output)
            counts[row.outcome] += 1
            progress(counts, row)
            if row.message and not form.holds_errors:
                click.echo(f"{PROGRAM}: {row.source}: {row.message}", err=True)
    put(form.tail)
    return counts


@contextmanager
def _progress() -> Iterator[Callable[[Counter[str], Row], None]]:
    """Give a function that keeps one line of a terminal up to date, or does nothing where there is none."""
    shown = sys.stderr.isatty()

    def show(counts: Counter[str], row: Row) -> None:
        if shown and counts.total() % PROGRESS_EVERY == 1:
            sys.stderr.write(f"\r\x1b[K{_counted(counts)}  {row.source[-60:]}")
            sys.stderr.flush()

    yield show
    if shown:
        sys.stderr.write("\r\x1b[K")


def _passed(passed: Counter[str]) -> str:
    """Return the line that says which records of web archives were no inputs."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
    return f"{passed.total()} records of web archives are no inputs: {kinds}"


def _counted(counts: Counter[str]) -> str:
    from cleaner.batch.work import OUTCOMES  # noqa: PLC0415 - see above

    return f"{counts.total()} inputs = " + " + ".join(f"{counts[name]} {name}" for name in OUTCOMES)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def _commands() -> None:
    """Do what is not cleaning."""


@_commands.group()
def rules() -> None:
    """Show, test and question the rules."""


@rules.command("list")
@_pack_option
@click.option("--kind", default="", help="Only rules for this kind of removed text.")
def rules_list(packs: tuple[str, ...], kind: str) -> None:
    """List all rules: id, kind, scope, summary. Piped, one tab-separated rule a line without a header."""
    from cleaner.record import KINDS  # noqa: PLC0415 - see above

    if kind and kind not in KINDS:
        raise UsageError(f"--kind is {kind!r}; give one of {', '.join(KINDS)}")
    infos = [info for info in _infos(packs) if kind in ("", info.kind)]
    table: list[tuple[str, str, str, str]] = [
        (info.id, info.kind, info.scope, " ".join(info.summary.split())) for info in infos
    ]
    if not sys.stdout.isatty():
        for line in table:
            _say("\t".join(line))
        return
    table.insert(0, ("RULE", "KIND", "SCOPE", "WHAT IT REMOVES"))
    widths = [max(len(line[column]) for line in table) for column in range(3)]
    for line in table:
        _say("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]))


@rules.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="RULE...")
@_pack_option
def rules_show(ids: tuple[str, ...], packs: tuple[str, ...]) -> None:
    """Show what a rule does, why, since when, and its examples."""
    from cleaner.report.rules import described  # noqa: PLC0415 - see above

    known = {info.id: info for info in _infos(packs)}
    _say("\n".join(described(_known(known, name)) for name in ids))


@rules.command("test")
@click.argument("ids", nargs=-1, metavar="[RULE]...")
@_pack_option
def rules_test(ids: tuple[str, ...], packs: tuple[str, ...]) -> int:
    """Run the examples of all rules, of the named ones, or of those whose id begins with a RULE that ends in a dot."""
    from cleaner.testing.examples import failures  # noqa: PLC0415 - see above

    known = {rule.info.id: rule for rule in _all_rules(packs)}
    chosen = list({rule.info.id: rule for name in ids for rule in _named(known, name)}.values() if ids else known.values())
    failed = [message for rule in chosen for message in failures(rule, packs)]
    for message in failed:
        _say(message)
    examples = sum(len(rule.info.remove) + len(rule.info.keep) for rule in chosen)
    click.echo(f"{len(chosen)} rules, {examples} examples, {len(failed)} failed", err=True)
    return SOME_FAILED if failed else OK


@rules.command("why")
@click.argument("path", metavar="PATH | RULE")
@click.argument("text", required=False, default="")
@_pack_option
def rules_why(path: str, text: str, packs: tuple[str, ...]) -> int:
    """Say why text of PATH was removed: all of it, or the lines that hold TEXT. For a RULE, say why it exists."""
    from cleaner.batch import work  # noqa: PLC0415 - see above
    from cleaner.batch.files import Item, holds_rows, read  # noqa: PLC0415
    from cleaner.pipeline import Cleaner  # noqa: PLC0415
    from cleaner.report.rules import reasons  # noqa: PLC0415

    known = {info.id: info for info in _infos(packs)}
    if path in known:
        _say(known[path].why)
        return OK
    if holds_rows(path):
        raise UsageError(f"{path} holds rows, and one page is explained; put the text of one row in a file, or clean it with --explain")
    record = Cleaner(Config(packs=packs)).clean(read(Item(path)), source_name=path)
    if record.error is not None:
        raise CleanerError(work.failure_of(record), place=path)
    lines = reasons(record, text, known)
    _say("\n".join(lines) or "nothing that was removed holds this text")
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
    from cleaner.testing.draft import Draft, append, is_shipped, make  # noqa: PLC0415 - see above

    path = Path(pack) if pack else None
    made = make(Draft(**given), path, language)
    for message in made.failed:
        click.echo(message, err=True)
    if made.failed:
        click.echo(f"{PROGRAM}: nothing is written, because {len(made.failed)} examples failed", err=True)
        return SOME_FAILED
    if path is None:
        _say(made.table.rstrip("\n"))
        return OK
    append(made, path)
    use = "it runs as all rules of the package do" if is_shipped(path) else f"use it with: {PROGRAM} PATH --pack {path}"
    click.echo(f"{given['id']} is in {path}; {use}", err=True)
    return OK


def _all_rules(packs: tuple[str, ...]) -> list[Rule]:
    from cleaner.rules.registry import all_rules, given  # noqa: PLC0415 - see above

    return [*all_rules(), *given(packs)]


def _infos(packs: tuple[str, ...]) -> list[RuleInfo]:
    from cleaner.rules.registry import infos  # noqa: PLC0415 - see above

    return sorted(infos(packs), key=lambda info: info.id)


def _named(known: dict[str, Rule], name: str) -> list[Rule]:
    """Return the rule of that id, or all whose id begins with it when it ends in a dot."""
    if name.endswith(".") and (found := [rule for rule_id, rule in known.items() if rule_id.startswith(name)]):
        return found
    from cleaner.rules.residue import DECISIONS  # noqa: PLC0415 - see above

    if any(info.id.startswith(name) for info in DECISIONS):
        raise UsageError(f"{name!r} is decided where no rule speaks, and has no examples to test")
    return [_known(known, name)]


def _known(known: dict[str, Any], name: str) -> Any:
    if name in known:
        return known[name]
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    near = get_close_matches(name, known, n=3, cutoff=0.4)
    raise UsageError(f"there is no rule {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


@_commands.group()
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
    from cleaner.testing import record  # noqa: PLC0415 - see above

    _say(str(record(source, folder, slug=slug, why=why, force=force)))


_also_option = click.option(
    "--also",
    multiple=True,
    callback=_listed,
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
    from cleaner.testing import check, clean_fixture, folders, load_one  # noqa: PLC0415 - see above

    cases = folders(folder)
    failed = 0
    for path in cases:
        try:
            case = load_one(path)
        except UsageError as error:  # one that is broken hides no other
            _say(f"{path.name}: broken: {error.message}")
            failed += 1
            continue
        failures = check(case, clean_fixture(case), also=also)
        failed += bool(failures)
        for failure in failures:
            _say(f"{case.slug}: {failure.field}: {shown(failure)}")
    click.echo(f"{len(cases)} fixtures, {failed} failed", err=True)
    return SOME_FAILED if failed else OK


@_commands.command()
@click.argument("path", metavar="FILE.jsonl | -")
@click.option(
    "--plot", metavar="PICTURE", help="Write a picture of the figures too: a file ending in .png, .svg or .pdf."
)
@click.option("--report", metavar="FILE.html", help="Write a page with the figures and the worst records too.")
def stats(path: str, plot: str | None, report: str | None) -> None:
    """Print figures over the records of FILE, packed or not, or of standard input (-): outcomes, scores, flags, languages, rules, words removed by kind."""
    from cleaner.report import stats as figures  # noqa: PLC0415 - see above

    others = {os.path.realpath(other) for other in (path, report) if other}
    if plot and os.path.realpath(plot) in others:
        raise UsageError(f"{plot} is input or output already; give another --plot", place=plot)
    found = _page_of(path, report) if report else figures.gathered(path)
    _say("\n".join(figures.table(found)))
    if plot:
        figures.plot(found, plot)


def _page_of(path: str, target: str) -> Stats:
    """Write the report over the records of a file, and return their figures."""
    from cleaner.report import page, stats, view  # noqa: PLC0415 - see above

    page.check(target, [path], None)
    with _reported(target) as report:
        assert report is not None  # noqa: S101 - a target was given
        for note in stats.read(path, view.note):
            report.add(note)
    return report.stats


@_commands.command(epilog=_LEARNED)
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
@_pack_option
@_input_options
def learn(**options: Any) -> int:
    """Read rules for sites off their pages: what stands in the bodies of many different stories is no story's.

    Shows one rule a line, tab-separated: site, stories with the text, stories of the site, kind, scope, text.
    """
    from cleaner import learn as learning  # noqa: PLC0415 - see above
    from cleaner.batch import files, pool, work  # noqa: PLC0415

    learner = learning.Learner(site=options["site"], min_pages=options["min_pages"] or learning.MIN_PAGES)
    target = Path(options["output"]) if options["output"] is not None else None
    if target:
        learning.check(target, force=options["force"])
    keys = _keys(options)
    files.require(options["container"])
    job = work.Job(Config(packs=options["packs"]), learning.nothing, keys, learning.note)
    counts: Counter[str] = Counter()
    with _progress() as progress:
        for row in pool.run(files.items(options["paths"], options["container"], keys), job, options["workers"]):
            counts[row.outcome] += 1
            progress(counts, row)
            learner.add(row.note)
            if row.outcome == "error":
                click.echo(f"{PROGRAM}: {row.source}: {row.message}", err=True)
    rules = learner.learned()
    if target is None:
        for rule in rules:
            _say("\t".join(learning.shown(rule)))
    else:
        for path in learning.written(rules, target):
            click.echo(f"{path}: read it, and use it with --pack {path}", err=True)
    click.echo(_counted(counts), err=True)
    click.echo(f"{sum(learner.pages.values())} different stories of {len(learner.pages)} sites: {len(rules)} rules", err=True)
    return SOME_FAILED if counts["error"] else OK
