"""Rules and their decisions in plain text."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.record import ArticleRecord
from cleaner.rules.base import Example, RuleInfo


def described(info: RuleInfo) -> str:
    """Return everything a rule says of itself."""
    lines = [info.id, f"  kind    {info.kind}", f"  scope   {info.scope}", f"  what    {info.summary}"]
    lines += [f"  why     {info.why}", f"  source  {info.source}", f"  since   {info.since}"]
    if info.valid_until:
        lines.append(f"  until   {info.valid_until}")
    for name, examples in (("removes", info.remove), ("keeps", info.keep)):
        for example in examples:
            lines.append(f"  {name}")
            lines += [f"    | {line}" for line in example_lines(example)]
    return "\n".join(lines) + "\n"


def example_lines(example: Example) -> list[str]:
    """Return the lines of an example; the ones a rule must label are what `target` says."""
    lines = example.text.strip("\n").split("\n")
    return [*lines, *(f"-> {part}" for part in example.target)]


def reasons(record: ArticleRecord, text: str, known: Mapping[str, RuleInfo]) -> list[str]:
    """Return for each removed piece that holds `text` what removed it and why."""
    lines = []
    for row in record.removed:
        if text.casefold() in row.text.casefold():
            lines.append(row.text)
            lines.append(f"  {row.kind}, by {row.rule} ({row.confidence:.2f}): {row.reason}")
            if row.rule in known:
                lines.append(f"  {known[row.rule].why}")
    return lines
