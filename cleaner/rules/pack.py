"""Rule packs: TOML files of rules that need no code. The format is described in `cleaner/packs/FORMAT.md`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from cleaner.errors import PackError
from cleaner.model import Kind, Label, Page, make
from cleaner.rules.base import Example, RuleInfo, Scope, stands_alone, wholes
from cleaner.rules.matchers import Cue
from cleaner.rules.sections import section_end

MATCHES = ("phrase", "regex", "selector", "section")
PLACES = ("any", "head", "tail", "outside")
REQUIRED = ("id", "kind", "match", "values", "summary", "why", "remove", "keep")
SCOPES: Mapping[str, Scope] = {"section": "section", "selector": "element"}
"""The scope of rules whose way of matching settles it."""
OPTIONAL = ("scope", "confidence", "place", "source", "since", "valid_until", "reason")
DEFAULT_CONFIDENCE = 0.95
STRONG = 0.9
"""Confidence from which a rule removes alone; the same as `cleaner.resolve.REMOVE`."""
SECTION_ITEM_CONFIDENCE = 0.9
"""Confidence of what follows a section's heading: it has the heading as witness and its own form."""


@dataclass(frozen=True, slots=True)
class PackRule:
    """A rule read from a pack: its matcher has already run when it is called (`Page.cues`)."""

    info: RuleInfo
    cue: Cue
    confidence: float
    place: str

    def __call__(self, page: Page) -> Iterator[Label]:
        """Yield a label for each hit of the rule's cue."""
        for index, hits in enumerate(page.cues):
            for hit in hits:
                if hit.rule == self.info.id and self.speaks_at(page, index):
                    yield from self.labels(page, index, hit.start, hit.end)

    def speaks_at(self, page: Page, index: int) -> bool:
        """Say whether the rule may speak here; without furniture only the known last lines are below the story."""
        if self.place == "any":
            return True
        features = page.features
        start, end = features.story
        if index < start:
            return self.place != "tail"
        return bool(self.place != "head" and index >= end and (features.furnished or index >= features.known_tail))

    def label(self, index: int, start: int, end: int) -> Label:
        """Return the label of one hit itself."""
        info = self.info
        return make(Label, (index, start, end, info.kind, False, self.confidence, info.id, info.summary))

    def labels(self, page: Page, index: int, start: int, end: int) -> list[Label]:
        """Return the labels of one hit: the line, or a heading with what follows it."""
        found = [self.label(index, start, end)]
        if self.cue.match != "section":
            return found
        info = self.info
        below = range(index + 1, section_end(page, index, info.kind))
        items = [item for item in below if not stands_alone(page, item, info.kind)]
        reason = f"follows the heading “{page.features.texts[index][:60]}”"
        return found + wholes(page, items, info, SECTION_ITEM_CONFIDENCE, reason)


def load(path: Path) -> tuple[PackRule, ...]:
    """Read a pack.

    Raises:
        PackError: the file is missing, no TOML, or a rule has an unknown, missing or wrong field.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: cannot read the pack: {error}", place=str(path)) from error
    return parse(text, path)


def parse(text: str, path: Path) -> tuple[PackRule, ...]:
    """Return the rules of a pack that is or will be the file `path`.

    Raises:
        PackError: the text is no TOML, or a rule has an unknown, missing or wrong field.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path}: cannot read the pack: {error}", place=str(path)) from error
    rules = data.get("rule", [])
    if not isinstance(rules, list) or not rules:
        raise PackError(f"{path}: no [[rule]] in the pack; see cleaner/packs/FORMAT.md", place=str(path))
    return tuple(_rule(path, item) for item in rules)


def _rule(path: Path, item: Mapping[str, Any]) -> PackRule:
    name = str(item.get("id", "?"))

    def fail(problem: str) -> PackError:
        return PackError(f"{path}: rule {name}: {problem}", place=str(path))

    missing = [key for key in REQUIRED if not item.get(key)]
    unknown = sorted(set(item) - set(REQUIRED) - set(OPTIONAL))
    if missing or unknown:
        raise fail(f"missing {', '.join(missing)}" if missing else f"unknown field {unknown[0]!r}")
    scope: Scope = SCOPES.get(item["match"]) or item.get("scope", "line")
    for key, value, allowed in (
        ("kind", item["kind"], get_args(Kind)),
        ("match", item["match"], MATCHES),
        ("place", item.get("place", "any"), PLACES),
        ("scope", scope, get_args(Scope)),
    ):
        if value not in allowed:
            raise fail(f"{key} is {value!r}; give one of {', '.join(allowed)}")
    confidence = item.get("confidence", DEFAULT_CONFIDENCE)
    if not isinstance(confidence, (int, float)) or not 0 < confidence <= 1:
        raise fail(f"confidence is {confidence!r}; give a number above 0, up to 1")
    info = RuleInfo(
        id=name, kind=item["kind"], scope=scope, summary=item["summary"], why=item["why"],
        source=item.get("source", "field observation"), since=item.get("since", "1"),
        valid_until=item.get("valid_until", ""), remove=_examples(item["remove"]), keep=_examples(item["keep"]),
    )  # fmt: skip
    strong = confidence >= STRONG and item.get("place", "any") == "any"
    cue = Cue(name, item["kind"], item["match"], scope == "part", tuple(item["values"]), strong)
    return PackRule(info, cue, float(confidence), item.get("place", "any"))


def _examples(values: list[str | Mapping[str, Any]]) -> tuple[Example, ...]:
    return tuple(
        Example(v)
        if isinstance(v, str)
        else Example(v["text"], tuple(v.get("target", ())), v.get("media_type", "text/plain"))
        for v in values
    )
