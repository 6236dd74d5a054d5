"""Finds the rules: every module of `cleaner.rules.builtin`, every pack of the package, and packs given by path.

Nothing central lists them: a rule is added by a file or by a table in a pack.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from cleaner.config import Config
from cleaner.errors import PackError, UsageError
from cleaner.model import Block, CueHit, Label, Page, Styles
from cleaner.rules import builtin
from cleaner.rules.base import Rule, Scope
from cleaner.rules.matchers import Cue, Scanner
from cleaner.rules.pack import PackRule, load

RULESET_VERSION = "1"
PACKS = Path(__file__).resolve().parent.parent / "packs"
SHARED_LANGUAGE = "en"
"""The pack that runs on every page: English chrome stands on pages of all languages."""


@dataclass(frozen=True)
class Ruleset:
    """The rules that run on pages of one language under one configuration, compiled."""

    packed: tuple[PackRule, ...]
    builtin: tuple[Rule, ...]
    scanner: Scanner
    fingerprint: str

    def cues(self, blocks: Iterable[Block], styles: Styles | None = None) -> tuple[tuple[CueHit, ...], ...]:
        """Return the pack matches of each block; `styles` are those of the blocks where they are known."""
        return self.scanner.scan(blocks, styles)

    @cached_property
    def scopes(self) -> Mapping[str, Scope]:
        """Rule id -> scope."""
        return {rule.info.id: rule.info.scope for rule in (*self.packed, *self.builtin)}

    @cached_property
    def by_id(self) -> Mapping[str, PackRule]:
        """Rule id -> rule, for the rules from packs."""
        return {rule.info.id: rule for rule in self.packed}

    def labels(self, page: Page) -> tuple[Label, ...]:
        """Return the labels of all rules; each block's pack labels in the order of its cues, then the built-in ones."""
        found: list[Label] = []
        by_id = self.by_id
        for index, hits in enumerate(page.cues):
            for hit in hits:
                rule = by_id[hit.rule]
                if rule.place != "any" and not rule.speaks_at(page, index):
                    continue
                if hit.match == "section":
                    found += rule.labels(page, index, hit.start, hit.end)
                else:
                    found.append(rule.label(index, hit.start, hit.end))
        for rule_ in self.builtin:
            found += rule_(page)
        return tuple(found)


@lru_cache(maxsize=1)
def builtin_rules() -> tuple[Rule, ...]:
    """Return the rules written in Python, by module name."""
    names = sorted(info.name for info in pkgutil.iter_modules(builtin.__path__))
    return tuple(importlib.import_module(f"{builtin.__name__}.{name}").RULE for name in names)


@lru_cache(maxsize=64)
def _pack(path: Path) -> tuple[PackRule, ...]:
    return load(path)


def pack_paths() -> tuple[Path, ...]:
    """Return the paths of the packs that come with the package, retired rules excepted."""
    return tuple(sorted(p for p in PACKS.rglob("*.toml") if p.name != "retired.toml"))


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every rule that comes with the package, sorted by id.

    Raises:
        PackError: two rules have the same id.
    """
    packed = [rule for path in pack_paths() for rule in _pack(path)]
    rules: list[Rule] = sorted([*packed, *builtin_rules()], key=lambda rule: rule.info.id)
    for one, other in pairwise(rules):
        if one.info.id == other.info.id:
            raise PackError(f"two rules have the id {one.info.id}", place=one.info.id)
    return tuple(rules)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack."""
    return tuple(path.stem for path in pack_paths() if path.parent.name == "lang")


@lru_cache(maxsize=64)
def _scanner(cues: tuple[Cue, ...]) -> Scanner:
    return Scanner(cues)


@lru_cache(maxsize=64)
def ruleset(language: str, site: str, config: Config) -> Ruleset:
    """Return the compiled rules for a page's language (ISO 639-1) and site (a host name, or empty).

    Raises:
        UsageError: `disable`, `enable` or `only` names no rule.
        PackError: a pack given by path is not valid.
    """
    _check_names(config)
    packed = [rule for path in _wanted_paths(language, site) for rule in _pack(path)]
    packed += [rule for path in config.packs for rule in _pack(Path(path))]
    kept = tuple(rule for rule in packed if _runs(rule, config))
    own = tuple(rule for rule in builtin_rules() if _runs(rule, config))
    return Ruleset(kept, own, _scanner(tuple(rule.cue for rule in kept)), _fingerprint(kept, own))


def _wanted_paths(language: str, site: str) -> list[Path]:
    wanted = [path for path in pack_paths() if path.parent == PACKS]
    codes = dict.fromkeys((SHARED_LANGUAGE, language))
    wanted += [PACKS / "lang" / f"{code}.toml" for code in codes if code in languages()]
    parts = site.lower().removeprefix("www.").split(".")
    hosts = [".".join(parts[i:]) for i in range(len(parts) - 1)]
    return wanted + [
        PACKS / "site" / f"{host}.toml" for host in hosts if (PACKS / "site" / f"{host}.toml") in pack_paths()
    ]


def _matches(rule_id: str, names: Iterable[str]) -> bool:
    return any(rule_id == name or (name.endswith(".") and rule_id.startswith(name)) for name in names)


def _runs(rule: Rule, config: Config) -> bool:
    rule_id = rule.info.id
    if config.only:
        return _matches(rule_id, config.only)
    if _matches(rule_id, config.disable):
        return False
    return not rule.info.valid_until or _matches(rule_id, config.enable)


def _check_names(config: Config) -> None:
    if not (config.disable or config.enable or config.only):
        return  # reading every language's pack takes longer than cleaning a hundred pages
    known = [rule.info.id for rule in all_rules()]
    known += [rule.info.id for path in config.packs for rule in _pack(Path(path))]
    for option in ("disable", "enable", "only"):
        for name in getattr(config, option):
            if not any(_matches(rule_id, (name,)) for rule_id in known):
                raise UsageError(f"{option} names no rule: {name!r}; `clean-article rules list` prints them all")


def _fingerprint(packed: Iterable[PackRule], own: Iterable[Rule]) -> str:
    """Return a hash that changes when a rule comes, goes, or says something else."""
    digest = hashlib.sha256(RULESET_VERSION.encode())
    for rule in packed:
        digest.update(repr((rule.info, rule.cue, rule.confidence, rule.place)).encode())
    for rule_ in own:
        digest.update(repr(rule_.info).encode())
    return digest.hexdigest()[:16]
