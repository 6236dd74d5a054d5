"""Writes the pages of `docs/` that are made from the code: run `python -m docs.build` after a change of it.

`--check` writes nothing and names the pages that are out of date.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from types import ModuleType

from benchmarks.tables import Table
from cleaner import compat, errors
from cleaner.compat.keys import ERROR
from cleaner.errors import CleanerError
from cleaner.quality import carried, cut, ending, evidence, findings, fingerprint, flags, live, mixed, scores, signals
from cleaner.record import KINDS, REPAIR_KINDS, ArticleRecord, json_schema
from cleaner.report.rules import example_lines
from cleaner.rules.base import Example, RuleInfo
from cleaner.rules.registry import RULESET_VERSION, infos

FOLDER = Path(__file__).resolve().parent
NOTE = "<!-- Made by `python -m docs.build`; do not edit. -->"

FIELDS = {
    "schema_version": "Version of this form; it grows when a key changes its meaning.",
    "id": "The value of the id key of a row of JSON Lines or Parquet, else `source`.",
    "source": "The path as given; for a folder with the path below it; `:N` for the Nth line, row or record within a file.",
    "url": "The page's address, when it was given.",
    "media_type": "What the input was taken for.",
    "title": "The headline. It is not part of the body.",
    "byline": "The byline in its own words.",
    "authors": "The people who wrote the story; editors, agencies and desks are none.",
    "author_bio": "What the page says about the author; the first copy.",
    "date": "When it was published, ISO 8601 with the precision the page gave; null where only a change is dated.",
    "date_modified": "When it was last changed.",
    "dateline": "Place, date or agency before the first sentence. It stays in the body too.",
    "publisher": "Who wrote the story.",
    "site_name": "Where it was found.",
    "aggregator": "Who carried it, when that is a feed or an aggregator.",
    "section": "The section of the site.",
    "language": "ISO 639-1 code of the body's language.",
    "text": "The body: the texts of `paragraphs`, a blank line between them.",
    "paragraphs": "The body piece by piece, in order.",
    "summary": "Key points at the head; they stay in the body with the role `summary`.",
    "captions": "Captions of images; they are not body.",
    "comments": "Readers' comments; they are not body.",
    "removed": "What is not body: of which kind, by which rule, and why.",
    "repairs": "Changes to the input's text, each with what stood there before.",
    "flags": "What the input was like, from a closed list; see [quality.md](quality.md). None on an error row, of which nothing was read.",
    "scores": "How good this record is, eight numbers from 0 to 1; see [quality.md](quality.md).",
    "ruleset": "Version and fingerprint of the rules that ran.",
    "metadata": "Where fields came from and what else was found ([fields.md](fields.md)), the evidence for flags and the fingerprint ([quality.md](quality.md)), the encoding, and under `decode` how many control characters, lone surrogates, bytes that could not be read, escapes of a program and other parts of a message there were.",
    "error": "Null, or why there is no article: a stable `code`, listed below, a `message` for people, a `place`.",
}

REPAIRS = {
    "entity": "A character reference that was left in the text, `&amp;` or `&#8217;`, is the character.",
    "tied_words": "Words tied by underscores in the place of spaces are parted.",
    "mojibake": "Letters read in the wrong encoding, as in `cafÃ©`, are what was written.",
    "invisible": "Signs that nobody sees, such as soft hyphens and spaces of no width, go.",
    "ligature": "A ligature of a typesetter's is its letters.",
    "glued_sentence": "A space parts two sentences, or a label and what follows it, that were run together.",
    "wrapped_line": "Lines that were wrapped at a width are one paragraph.",
    "fragment": "Pieces of a sentence that stood one a line are one line.",
    "cut_paragraph": "A paragraph cut in the middle of a sentence is whole.",
    "hyphen": "A hyphen where a word was parted between two lines that were joined goes.",
}
"""What each kind of repair did."""


def rules() -> str:
    """Return the page of all rules by kind, with the examples each is tested on."""
    found = sorted(infos(), key=lambda info: (KINDS.index(info.kind), info.id))
    lines = [NOTE, "# Rules", ""]
    lines += [f"Ruleset {RULESET_VERSION}, {len(found)} rules. `clean-article rules why PATH TEXT` says which of them"]
    lines += ["removed a text; `--disable RULE` switches one off."]
    for kind, group in groupby(found, key=lambda info: info.kind):
        lines += ["", f"## {kind}"]
        for info in group:
            lines += ["", *_rule(info)]
    return "\n".join(lines) + "\n"


def _rule(info: RuleInfo) -> Iterator[str]:
    yield f"### {info.id}"
    yield ""
    yield f"{info.summary} {info.why}"
    yield ""
    until = f", until {info.valid_until}" if info.valid_until else ""
    yield f"Scope: {info.scope}. Since {info.since}{until}. Source: {info.source}."
    for name, examples in (("Removes", info.remove), ("Keeps", info.keep)):
        if examples:
            yield ""
            yield f"{name}:"
        for example in examples:
            yield ""
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield "````text"
    yield from example_lines(example)
    yield "````"


def record() -> str:
    """Return the page of a record's keys."""
    schema = json_schema()
    lines = [NOTE, "# The record", ""]
    lines += [
        "One input becomes one record with these keys, in this order. [record.schema.json](record.schema.json) is its"
    ]
    lines += [
        "JSON Schema. Spans are half-open ranges of code points in what `cleaner.visible(source)` returns: the decoded"
    ]
    lines += [
        "text or Markdown itself, or the visible text of an HTML page. Every character of it that is not white space"
    ]
    lines += [
        "lies in exactly one paragraph or one removed row.",
        "",
        "| key | values | meaning |",
        "| --- | --- | --- |",
    ]
    lines += [f"| `{key}` | {_values(form)} | {FIELDS[key]} |" for key, form in schema["properties"].items()]
    for key, form in schema["properties"].items():
        rows = form.get("items", {}).get("properties")
        if rows:
            lines += ["", f"## Rows of `{key}`", "", "| key | values |", "| --- | --- |"]
            lines += [f"| `{name}` | {_values(value)} |" for name, value in rows.items()]
    lines += ["", "## Kinds of `repairs`", "", "| kind | what was done |", "| --- | --- |"]
    lines += [f"| `{kind}` | {REPAIRS[kind]} |" for kind in REPAIR_KINDS]
    lines += ["", "## Codes of `error`", "", *CODES_HEAD, "", "| code | meaning |", "| --- | --- |"]
    lines += [f"| `{code}` | {meaning} |" for code, meaning in codes().items()]
    return "\n".join(lines) + "\n"


CODES_HEAD = (
    "A wrong call has no record: it raises `cleaner.errors.UsageError` or a class below it, with `code`, `message` and `place`",
    "too; `PackError` has the code `bad_pack`.",
)


def codes() -> dict[str, str]:
    """Return the codes that a record's error may have, each with what its class says of it."""
    found = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, CleanerError)]
    in_records = (errors.InputError, errors.InternalError, errors.MissingExtraError)
    return {kind.code: " ".join((kind.__doc__ or "").split()) for kind in found if issubclass(kind, in_records)}


def _values(form: dict[str, object]) -> str:
    """Return in words what a schema allows."""
    match form:
        case {"const": value}:
            return json.dumps(value)
        case {"enum": [*values]}:
            return ", ".join(f"`{value}`" if value is not None else "null" for value in values)
        case {"type": "array", "items": {"properties": _}}:
            return "rows, see below"
        case {"type": "array", "items": dict(items)}:
            return f"list: {_values(items)}"
        case {"type": [*types]}:
            return " or ".join(map(str, types))
        case {"minimum": low, "maximum": high}:
            return f"number from {low} to {high}"
        case {"oneOf": _}:
            return "null or object"
    return str(form["type"])


def schema() -> str:
    """Return the JSON Schema of a record."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def other_names() -> str:
    """Return the page of other tools' keys and what of ours stands under them."""
    lines = [NOTE, "# Other tools' names", "", *COMPAT_HEAD]
    for name, convert in compat.FORMATS.items():
        module = sys.modules[convert.__module__]
        lines += ["", f"## {name}", "", inspect.getdoc(module) or "", "", "| their key | ours |", "| --- | --- |"]
        for key, (ours, value) in module.KEYS.items():
            lines.append(f"| `{key}` | {ours or f'nothing: always `{json.dumps(value(ArticleRecord()))}`'} |")
        lines.append(f"| `error` | {ERROR.ours} |")
    return "\n".join(lines) + "\n"


COMPAT_HEAD = (
    "`clean-article --compat NAME` writes JSON Lines, or with `--format json` an array, whose rows have another tool's keys, so",
    "that a pipeline can change its extractor and nothing else. In Python, `from cleaner.compat import as_other` and",
    "`as_other(record, NAME)` do it for one record.",
    "A row stands for each input, failures included: the key `error` is ours and beside theirs. What no key of theirs is for -",
    "the ledger, scores, flags - is not in these rows; `--report` shows it all the same.",
)


def quality() -> str:
    """Return the page of flags and scores: when each rises, what its formula is, the numbers in them, how good they are."""
    lines = [NOTE, "# Scores and flags", "", *QUALITY_HEAD, "", "## Scores", "", *SCORES_HEAD]
    for name, function in scores.COMPONENTS.items():
        lines += ["", f"### {name}", "", inspect.getdoc(function) or ""]
    lines += ["", "### Signals of expected_f1", "", inspect.getdoc(signals) or "", "", *_signals()]
    lines += ["", "### Constants", "", *_constants(scores, evidence, signals)]
    lines += ["", "## Flags", "", *FLAGS_HEAD]
    for name, check in flags.CHECKS.items():
        lines += ["", f"### {name}", "", inspect.getdoc(check) or ""]
    lines += ["", "### Constants", "", *_constants(flags, cut, carried, mixed, live, ending, findings), "", "## Fingerprint", ""]
    lines += [inspect.getdoc(fingerprint) or "", "", inspect.getdoc(fingerprint.fingerprint) or ""]
    lines += ["", "## How good they are", "", *FIGURES_HEAD, "", "![Reliability diagram](reliability.svg)"]
    for table in json.loads((FOLDER / "quality.json").read_text(encoding="utf-8")):
        lines += Table(**table).lines()
    return "\n".join(lines) + "\n"


def _named(flags: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in flags)


QUALITY_HEAD = (
    "`scores` says how good a record is, `flags` what its input was like. `metadata.flag_evidence` has for every flag raised",
    "`{flag, confidence, evidence}`: how sure it is, from 0 to 1, and the words it is read from. `--min-score X` turns records",
    "whose `overall` is below X into rejected rows; `clean-article stats FILE.jsonl` shows how scores and flags are spread,",
    "with `--plot PICTURE` as a picture too, which needs matplotlib (in a clone: `pip install '.[plot]'`).",
)
SCORES_HEAD = (
    "From 0 to 1, higher is better; 0 on an error row. `overall` is the mean of the others, weighted by `WEIGHTS`: it rises with",
    f"every score. Two kinds of flags lower it, and no other flag does. Those of `CAPS` ({_named(scores.CAPS)})",
    f"hold it at or below their number; those of `FLAG_COSTS` ({_named(scores.FLAG_COSTS)}) take that share, times their",
    "confidence, from one score.",
)
FLAGS_HEAD = (
    "Confidence is 1 for what follows from the record itself, a chance where a model gives one, and else `CERTAIN` for two",
    "witnesses that agree, `STRONG` for one, `LIKELY` for one with doubt.",
)
FIGURES_HEAD = (
    "Made by `python -m benchmarks.quality`. Nothing is measured on what it was fitted to: every page is judged by a block",
    "model that has not seen its site, and predicted by trees that have not either, or not its corpus.",
)


def _signals() -> Iterator[str]:
    """Yield the signals with the way the prediction may go with each."""
    yield from ("| signal | what it is | with it, the prediction |", "| --- | --- | --- |")
    ways = {1: "only rises", -1: "only falls", 0: "does either"}
    yield from (f"| `{name}` | {what} | {ways[way]} |" for name, (way, what) in signals.SIGNALS.items())


def _constants(*modules: ModuleType) -> Iterator[str]:
    """Yield the public numbers and tables of numbers of modules with the text that stands below each."""
    yield from ("| name | value | meaning |", "| --- | --- | --- |")
    for module in modules:
        yield from _numbers(module)


def _numbers(module: ModuleType) -> Iterator[str]:
    body = ast.parse(inspect.getsource(module)).body
    for node, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            names = [name.id for name in ast.walk(target) if isinstance(name, ast.Name)]
            values = [getattr(module, name) for name in names]
            shown = [_shown(value) for value in values]
            if all(shown) and names != ["DIRECTIONS"]:  # they stand in the table of signals
                yield f"| {', '.join(f'`{name}`' for name in names)} | {'; '.join(shown)} | {_text_of(following)} |"


def _shown(value: object) -> str:
    """Return numbers and collections of them as text, anything else as nothing."""
    match value:
        case bool() | str():
            return ""
        case int() | float():
            return str(value)
        case dict():
            rows = [(name, _shown(number) or str(number)) for name, number in value.items()]
            return ", ".join(f"{name} {number}" for name, number in rows) if _shown(next(iter(value.values()))) else ""
        case tuple() if value and all(isinstance(number, (int, float)) for number in value):
            return ", ".join(map(str, value))
        case (str(name), float(number)):
            return f"{name} {number}"
    return ""


def _text_of(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


def ablation() -> str:
    """Return the page of what each rule family and feature group brings, from the benchmark's results."""
    found = json.loads((FOLDER.parent / "benchmarks" / "ablation.json").read_text(encoding="utf-8"))
    lines = [NOTE, "# What each part brings", "", "Made by `python -m benchmarks.ablation`: F1 with one part left out."]
    lines += [
        "",
        "## Rules",
        "",
        f"Every part in turn, {found['pages']} gold pages, cross-validated by site, the metric of",
    ]
    lines += [
        "`benchmarks/metric.py`. Rules of a kind also reach the block model as features; both ways are left out.",
        "",
    ]
    lines += _left_out(found["rules"])
    lines += [
        "",
        "## Feature groups of the block model",
        "",
        "A network trained without the group, judged alone, by words,",
    ]
    lines += [
        f"on the sites of {len(found['folds'])} of 5 folds; two trainings of one network differ by about .003.",
        "",
    ]
    lines += _left_out(found["features"])
    return "\n".join(lines) + "\n"


def _left_out(by_form: dict[str, dict[str, float]]) -> Iterator[str]:
    """Yield a table of F1 and what is lost, a row for each part left out, a pair of columns for each form."""
    yield f"| left out | {' | '.join(f'{form} | change' for form in by_form)} |"
    yield f"| --- {'| --- | --- ' * len(by_form)}|"
    for part in next(iter(by_form.values())):
        cells = (f"{f1[part]:.4f} | {f1[part] - f1['nothing']:+.4f}" for f1 in by_form.values())
        yield f"| {part} | {' | '.join(cells)} |"


PAGES: dict[str, Callable[[], str]] = {
    "ablation.md": ablation,
    "compat.md": other_names,
    "rules.md": rules,
    "record.md": record,
    "record.schema.json": schema,
    "quality.md": quality,
}
"""Page -> function that makes it."""


def stale(folder: Path = FOLDER) -> list[str]:
    """Return the names of the pages that are missing or not what the code says."""
    paths = {name: folder / name for name in PAGES}
    return [n for n, path in paths.items() if not path.exists() or path.read_text(encoding="utf-8") != PAGES[n]()]


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(prog="python -m docs.build", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a page is out of date")
    names = stale()
    if parser.parse_args().check:
        sys.stderr.writelines(f"{name} is out of date; run: python -m docs.build\n" for name in names)
        return 1 if names else 0
    for name in names:
        (FOLDER / name).write_text(PAGES[name](), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
