"""Rule packs: TOML files of rules that need no code. The format is described in `cleaner/packs/FORMAT.md`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from cleaner.config import language_code
from cleaner.errors import PackError, UsageError
from cleaner.model import THREAD_KINDS, Kind, Label, MediaType, Page, make
from cleaner.regexes import regex
from cleaner.rules import API_VERSION
from cleaner.rules.automata import wrong_pattern
from cleaner.rules.base import Example, RuleInfo, Scope, stands_alone, wholes
from cleaner.rules.matchers import SELECTORS, Cue, selector
from cleaner.rules.phrases import PLACEHOLDERS, says
from cleaner.rules.sections import is_beside, section_end
from cleaner.urls import host

MATCHES = ("phrase", "regex", "selector", "section")
PLACES = ("any", "head", "tail", "outside")
REQUIRED = ("id", "kind", "match", "values", "summary", "why", "remove", "keep")
SCOPES: Mapping[str, Scope] = {"section": "section", "selector": "element"}
"""The scope of rules whose way of matching settles it."""
FREE_SCOPES: tuple[Scope, ...] = ("line", "part")
HEAD = frozenset({"pack", "language", "site", "api", "rule"})
LISTS = frozenset({"values", "remove", "keep"})
EXAMPLE = frozenset({"text", "target", "media_type"})
OPTIONAL = ("scope", "confidence", "place", "source", "since", "valid_until", "reason")
_BRACED = regex(r"\{(\w+)\}")
_VERSION = regex(r"\d{1,4}")
DEFAULT_CONFIDENCE = 0.95
"""Confidence of a rule that gives none: what known whole lines are worth, above `STRONG`."""
STRONG = 0.9
"""Confidence from which a rule removes alone; the same as `cleaner.rules.base.REMOVE`."""
SECTION_ITEM_CONFIDENCE, LAST_ITEM_CONFIDENCE = 0.9, 0.6
"""Confidence of what follows a section's heading: it has the heading as witness and its own form. The last line above the story's prose
may be the subheading of what follows as well: of those of four to six words, half were on development pages."""
SUBHEADING_WORDS = 2, 6
"""Fewest and most words of such a line; shorter ones are labels, longer ones headlines of other stories."""


@dataclass(frozen=True, slots=True)
class PackRule:
    """A rule read from a pack: its matcher has already run when it is called (`Page.cues`).

    `language` and `site`, a host, are its pack's: it is for pages in the one and of the other, or of all where they are empty.
    """

    info: RuleInfo
    cue: Cue
    confidence: float
    place: str
    language: str = ""
    site: str = ""

    def __call__(self, page: Page) -> list[Label]:
        """Return the labels of the hits of the rule's cue."""
        return labels(page, {self.info.id: self})

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

    def section(self, page: Page, index: int, start: int, end: int) -> list[Label]:
        """Return the labels of a heading that was hit, and of what follows it."""
        found = [self.label(index, start, end)]
        info = self.info
        below = range(index + 1, section_end(page, index, info.kind))
        items = [item for item in below if not stands_alone(page, item, info.kind)]
        if info.kind in THREAD_KINDS:
            items = [item for item in items if not is_beside(page, index, item)]
        reason = f"follows the heading “{page.features.texts[index][:60]}”"
        last = items[-1:] if items and _heads_story(page, index, items[-1]) else []
        found += wholes(page, items[: len(items) - len(last)], info, SECTION_ITEM_CONFIDENCE, reason)
        return found + wholes(page, last, info, LAST_ITEM_CONFIDENCE, reason)


def _heads_story(page: Page, heading: int, index: int) -> bool:
    """Say whether the last line of the section under `heading` may be a subheading of the story, which goes on below it.

    The last item of a list is none.
    """
    features = page.features
    if page.blocks[index].role == page.blocks[index - 1].role == "list_item":
        return False
    fewest, most = SUBHEADING_WORDS
    goes_on = index + 1 < features.story[1] and features.prose[index + 1]
    return heading + 1 < index and goes_on and not features.prose[index] and fewest <= features.words[index] <= most


def labels(page: Page, rules: Mapping[str, PackRule]) -> list[Label]:
    """Return what `rules`, by id, say of the page, each block's labels in the order of its cues."""
    found: list[Label] = []
    for index, hits in enumerate(page.cues):
        for hit in hits:
            rule = rules.get(hit.rule)
            if rule is None or (rule.place != "any" and not rule.speaks_at(page, index)):
                continue
            if hit.match == "section":
                found += rule.section(page, index, hit.start, hit.end)
            else:
                found.append(rule.label(index, hit.start, hit.end))
    return found


def load(path: Path) -> tuple[PackRule, ...]:
    """Read a pack.

    Raises:
        PackError: the file is missing, no TOML, or it or a rule has an unknown, missing or wrong field.
    """
    try:
        check_file(path)
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PackError(f"{path}: cannot read the pack: {error.strerror}", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise PackError(f"{path}: cannot read the pack: {error}; save it as UTF-8", place=str(path)) from error
    return parse(text, path)


def check_file(path: Path) -> None:
    """Raise `PackError` for a device such as /dev/zero, which has no end."""
    if path.is_char_device():
        raise PackError(f"{path}: cannot read the pack: it is a device; give a file", place=str(path))


def parse(text: str, path: Path) -> tuple[PackRule, ...]:
    """Return the rules of a pack that is or will be the file `path`.

    Raises:
        PackError: the text is no TOML, or it or a rule has an unknown, missing or wrong field.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path}: cannot read the pack: {error}", place=str(path)) from error
    except RecursionError:
        raise PackError(f"{path}: cannot read the pack: its values are nested too deeply", place=str(path)) from None
    if problem := _wrong_head(data):
        raise PackError(f"{path}: {problem}", place=str(path))
    rules = data.get("rule", [])
    if not isinstance(rules, list) or not rules:
        raise PackError(f"{path}: no [[rule]] in the pack; see cleaner/packs/FORMAT.md", place=str(path))
    prefix = data.get("pack", "")
    try:
        language = language_code("language", data.get("language", ""))
    except UsageError as error:
        raise PackError(f"{path}: {error.message}", place=str(path)) from error
    site = data.get("site", "")
    if not isinstance(site, str) or (site and host(f"//{site}") != site):
        raise PackError(f"{path}: site is {site!r}; give a host, as in news.example.org", place=str(path))
    return tuple(replace(_rule(path, item, prefix), language=language, site=site.removeprefix("www.")) for item in rules)


def check_patterns(rule: PackRule, path: str) -> None:
    """Look at the patterns of a rule of somebody's own; the package's are known to be valid, and reading them all takes long.

    Raises:
        PackError: one is no pattern.
    """
    for value in rule.cue.values if rule.cue.match == "regex" else ():
        if problem := wrong_pattern(value):
            raise PackError(f"{path}: rule {rule.info.id}: pattern {value!r} is not valid: {problem}", place=path)


def _wrong_head(data: Mapping[str, Any]) -> str:
    """Return what is wrong with a pack's fields before its rules, language and site excepted; empty where nothing is."""
    unknown = sorted(set(data) - HEAD)
    if unknown:
        return f"unknown field {unknown[0]!r} in the head; known: pack, language, site, api"
    prefix, api = data.get("pack", ""), data.get("api", API_VERSION)
    if not isinstance(prefix, str):
        return f"pack is {prefix!r}; give the prefix of its rules' ids"
    if isinstance(api, bool) or not isinstance(api, int) or api < 1:
        return f"api is {api!r}; give the version of the form its rules are written in, a number: {API_VERSION} is the newest"
    if api > API_VERSION:
        return f"api is {api}, and this clean-article knows packs up to {API_VERSION}; install a newer one for this pack"
    return ""


def _rule(path: Path, item: Any, prefix: str) -> PackRule:
    name = str(item.get("id", "?")) if isinstance(item, dict) else "?"

    def fail(problem: str) -> PackError:
        return PackError(f"{path}: rule {name}: {problem}", place=str(path))

    if problem := _wrong_type(item):
        raise fail(problem)
    if problem := _wrong_name(item) or _wrong_value(item, prefix):
        raise fail(problem)
    scope: Scope = SCOPES.get(item["match"]) or item.get("scope", "line")
    confidence = item.get("confidence", DEFAULT_CONFIDENCE)
    info = RuleInfo(
        id=name, kind=item["kind"], scope=scope, summary=item["summary"], why=item["why"],
        source=item.get("source", "field observation"), since=item.get("since", "1"),
        valid_until=item.get("valid_until", ""), remove=_examples(item["remove"]), keep=_examples(item["keep"]),
    )  # fmt: skip
    strong = confidence >= STRONG and item.get("place", "any") == "any"
    cue = Cue(name, item["kind"], item["match"], scope == "part", tuple(item["values"]), strong)
    return PackRule(info, cue, float(confidence), item.get("place", "any"))


def _wrong_name(item: Mapping[str, Any]) -> str:
    """Return which field of a rule is missing or unknown, empty where none is."""
    missing = [key for key in REQUIRED if not item.get(key)]
    unknown = sorted(set(item) - set(REQUIRED) - set(OPTIONAL))
    if missing or unknown:
        return f"missing {', '.join(missing)}" if missing else f"unknown field {unknown[0]!r}"
    return ""


def _wrong_value(item: Mapping[str, Any], prefix: str) -> str:
    """Return which field of a rule has a value that is none of the allowed ones, empty where none has."""
    settled = SCOPES.get(item["match"])
    for key, value, allowed in (
        ("kind", item["kind"], get_args(Kind)),
        ("match", item["match"], MATCHES),
        ("place", item.get("place", "any"), PLACES),
        ("scope", item.get("scope", settled or "line"), (settled,) if settled else FREE_SCOPES),
    ):
        if value not in allowed:
            return f"{key} is {value!r}; give one of {', '.join(allowed)}"
    for key in ("since", "valid_until"):
        if item.get(key) and not _VERSION.fullmatch(item[key]):
            return f"{key} is {item[key]!r}; give a version of the ruleset, as in \"1\""
    confidence = item.get("confidence", DEFAULT_CONFIDENCE)
    if isinstance(confidence, bool) or not isinstance(confidence, (int, float)) or not 0 < confidence <= 1:
        return f"confidence is {confidence!r}; give a number above 0, up to 1"
    if prefix and not item["id"].startswith(f"{prefix}."):
        return f"its id does not begin with {prefix + '.'!r}, the pack's prefix"
    return _wrong_cue(item["match"], item["values"])


def _wrong_cue(match: str, values: list[str]) -> str:
    """Return which of a rule's values its way of matching cannot look for, empty where it can for all."""
    if match == "selector":
        wrong = next((value for value in values if selector(value) is None), None)
        return f"{wrong!r} is no selector; {SELECTORS}" if wrong is not None else ""
    if match == "regex":
        return ""  # see `check_patterns`
    braced = _BRACED.findall(" ".join(values))
    unknown = next((name for name in braced if name not in PLACEHOLDERS), "")
    if unknown:
        return f"unknown placeholder {{{unknown}}}; known: {', '.join(PLACEHOLDERS)}"
    mute = next((value for value in values if not says(value)), None)
    return f"{mute!r} has no letter and no digit, and phrases are compared without marks; give a regex" if mute is not None else ""


def _wrong_type(item: Any) -> str:
    """Return what is wrong with the types of a rule's fields, empty where nothing is; `confidence` is looked at apart."""
    if not isinstance(item, dict):
        return f"it is {item!r}; give a table"
    for key, value in item.items():
        if key in LISTS:
            if not isinstance(value, list) or not all(map(_is_text if key == "values" else _is_example, value)):
                return f"{key} is {value!r}; give a list of {'strings' if key == 'values' else 'strings, or of tables with a text'}"
        elif key in (*REQUIRED, *OPTIONAL) and key != "confidence" and not isinstance(value, str):
            return f"{key} is {value!r}; give a string"
    return ""


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_example(value: Any) -> bool:
    if isinstance(value, dict):
        targets, form = value.get("target", []), value.get("media_type", "text/plain")
        listed = isinstance(targets, list) and all(map(_is_text, targets))
        return listed and value.keys() <= EXAMPLE and form in get_args(MediaType) and _is_text(value.get("text"))
    return _is_text(value)


def _examples(values: list[str | Mapping[str, Any]]) -> tuple[Example, ...]:
    return tuple(
        Example(v)
        if isinstance(v, str)
        else Example(v["text"], tuple(v.get("target", ())), v.get("media_type", "text/plain"))
        for v in values
    )
