"""Writes the pages of `docs/` that are made from the code: run `python -m docs.build` after a change of it.

`--check` writes nothing and names the pages that are out of date.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from types import ModuleType

from cleaner.quality import flags, scores
from cleaner.record import KINDS, json_schema
from cleaner.report.rules import example_lines
from cleaner.rules.base import Example, RuleInfo
from cleaner.rules.registry import RULESET_VERSION, all_rules

FOLDER = Path(__file__).resolve().parent
NOTE = "<!-- Made by `python -m docs.build`; do not edit. -->"

FIELDS = {
    "schema_version": "Version of this form; it grows when a key changes its meaning.",
    "id": "The value of the id key of a JSON Lines row, else `source`.",
    "source": "The path as given; for a folder with the path below it; `:LINE` for a row within a file.",
    "url": "The page's address, when it was given.",
    "media_type": "What the input was taken for.",
    "title": "The headline. It is not part of the body.",
    "byline": "The byline in its own words.",
    "authors": "The people who wrote the story; editors, agencies and desks are none.",
    "author_bio": "What the page says about the author; the first copy.",
    "date": "When it was published, ISO 8601 with the precision the page gave.",
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
    "flags": "What the input was like, from a closed list; see [quality.md](quality.md).",
    "scores": "How good this record is, eight numbers from 0 to 1; see [quality.md](quality.md).",
    "ruleset": "Version and fingerprint of the rules that ran.",
    "metadata": "Where fields came from, the encoding, and what else was found.",
    "error": "Null, or why there is no article: a stable `code`, a `message` for people, a `place`.",
}


def rules() -> str:
    """Return the page of all rules by kind, with the examples each is tested on."""
    infos = sorted((rule.info for rule in all_rules()), key=lambda info: (KINDS.index(info.kind), info.id))
    lines = [NOTE, "# Rules", ""]
    lines += [f"Ruleset {RULESET_VERSION}, {len(infos)} rules. `clean-article rules why PATH TEXT` says which of them"]
    lines += ["removed a text; `--disable RULE` switches one off."]
    for kind, group in groupby(infos, key=lambda info: info.kind):
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
    return "\n".join(lines) + "\n"


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


def quality() -> str:
    """Return the page of flags and scores: when each rises, what its formula is, and the numbers in them."""
    lines = [NOTE, "# Scores and flags", "", "## Scores", "", "From 0 to 1, higher is better; 0 on an error row."]
    lines += [
        "`overall` is the weighted mean of the others, with the weights `WEIGHTS`, and at most what `CAPS` allows"
    ]
    lines += ["for the flags raised."]
    for name, function in scores.COMPONENTS.items():
        lines += ["", f"### {name}", "", inspect.getdoc(function) or ""]
    lines += ["", "### Constants", "", *_constants(scores), "", "## Flags"]
    for name, check in flags.CHECKS.items():
        lines += ["", f"### {name}", "", inspect.getdoc(check) or ""]
    lines += ["", "### Constants", "", *_constants(flags)]
    return "\n".join(lines) + "\n"


def _constants(module: ModuleType) -> Iterator[str]:
    """Yield the public numbers and tables of numbers of a module with the text that stands below each."""
    body = ast.parse(inspect.getsource(module)).body
    yield from ("| name | value | meaning |", "| --- | --- | --- |")
    for node, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        value = getattr(module, name)
        numbers = list(value.values()) if isinstance(value, dict) else [value]
        if all(isinstance(number, (int, float)) for number in numbers):
            shown = ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
            yield f"| `{name}` | {shown} | {_text_of(following)} |"


def _text_of(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


PAGES: dict[str, Callable[[], str]] = {
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
