"""Finds the rules: every module of `cleaner.rules.builtin`, every pack of the package, and packs given by path.

Nothing central lists them: a rule is added by a file or by a table in a pack.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cleaner.config import Config
from cleaner.errors import PackError, UsageError
from cleaner.model import Block, CueHit, Label, Page, Styles
from cleaner.relatives import PACKS as PACKS_OF
from cleaner.rules import builtin
from cleaner.rules.base import Rule, RuleInfo, Scope
from cleaner.rules.matchers import Cue, Scanner
from cleaner.rules.pack import PackRule, check_patterns, labels, load
from cleaner.rules.residue import DECISIONS

RULESET_VERSION = "1"
"""The version of the rules as a whole, a number: it grows when a rule comes, goes or says something else."""
PACKS = Path(__file__).resolve().parent.parent / "packs"
RETIRED = PACKS / "retired.toml"
"""The pack of rules that run only where they are enabled, for pages in the language that their id begins with; it may be missing or empty."""
PACKAGE = "the package"
"""Where a rule is that was not given by path."""
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
        found = labels(page, self.by_id)
        for rule in self.builtin:
            found += rule(page)
        return tuple(found)


@lru_cache(maxsize=1)
def builtin_rules() -> tuple[Rule, ...]:
    """Return the rules written in Python, by module name."""
    names = sorted(info.name for info in pkgutil.iter_modules(builtin.__path__))
    return tuple(importlib.import_module(f"{builtin.__name__}.{name}").RULE for name in names)


@lru_cache(maxsize=64)
def _pack(path: Path) -> tuple[PackRule, ...]:
    return load(path)


@lru_cache(maxsize=1)
def retired_rules() -> tuple[PackRule, ...]:
    """Return the rules of `RETIRED`, each in its language.

    Raises:
        PackError: the pack is not valid, or a rule does not say which version of the ruleset was its last.
    """
    if not RETIRED.exists() or not RETIRED.read_text(encoding="utf-8").strip():
        return ()
    rules = _pack(RETIRED)
    if lasting := next((rule.info.id for rule in rules if not _is_over(rule)), ""):
        problem = f"valid_until is missing or not below {RULESET_VERSION}, the ruleset's version; say in which the rule ran last"
        raise PackError(f"{RETIRED}: rule {lasting}: {problem}", place=str(RETIRED))
    first = {rule.info.id: rule.info.id.partition(".")[0] for rule in rules}
    return tuple(replace(rule, language=code if (code := first[rule.info.id]) in languages() else "") for rule in rules)


class Given(NamedTuple):
    """A pack given by path, as it was when it was last looked at: time of change in nanoseconds, and bytes."""

    path: str
    changed: int
    size: int


_given: dict[str, Given] = {}
"""What was last seen of packs given by path."""


def given(packs: Iterable[str]) -> tuple[PackRule, ...]:
    """Return the rules of packs given by path, read anew where one was edited; from then on they run for all who give these paths.

    Raises:
        PackError: a pack is not valid, or an id is taken.
    """
    seen = []
    for path in dict.fromkeys(packs):
        try:
            status = os.stat(path)
        except OSError as error:
            raise PackError(f"{path}: cannot read the pack: {error.strerror}", place=path) from error
        seen.append(Given(path, status.st_mtime_ns, status.st_size))
    rules = _given_rules(tuple(seen))
    _given.update({pack.path: pack for pack in seen})
    return rules


@lru_cache(maxsize=64)
def _given_rules(packs: tuple[Given, ...]) -> tuple[PackRule, ...]:
    """Return the rules of packs; their ids are free."""
    loaded = [(pack.path, rule) for pack in packs for rule in load(Path(pack.path))]
    taken = {info.id: PACKAGE for info in (*(rule.info for rule in (*builtin_rules(), *retired_rules())), *DECISIONS)}
    for path in pack_paths():
        if any(rule.info.id.startswith(f"{path.stem}.") for _, rule in loaded):
            taken.update((rule.info.id, PACKAGE) for rule in _pack(path))
    for given_path, rule in loaded:
        if other := taken.get(rule.info.id):
            where = "here too" if other == given_path else f"in {other}"
            raise PackError(f"{given_path}: two rules have the id {rule.info.id}, the other is {where}; give the one of your pack another", place=given_path)
        taken[rule.info.id] = given_path
        check_patterns(rule, given_path)
    return tuple(rule for _, rule in loaded)


@lru_cache(maxsize=64)
def _given_languages(packs: tuple[Given, ...]) -> frozenset[str]:
    return frozenset(rule.language for rule in _given_rules(packs))


@lru_cache(maxsize=64)
def _given_sites(packs: tuple[Given, ...]) -> frozenset[str]:
    return frozenset(rule.site for rule in _given_rules(packs) if rule.site)


@lru_cache(maxsize=1)
def pack_paths() -> tuple[Path, ...]:
    """Return the paths of the packs that come with the package, retired rules excepted."""
    return tuple(sorted(p for p in PACKS.rglob("*.toml") if p.name != RETIRED.name))


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every rule that comes with the package, retired ones too, sorted by id.

    Raises:
        PackError: two rules have the same id.
    """
    packed = [rule for path in pack_paths() for rule in _pack(path)]
    rules: list[Rule] = sorted([*packed, *retired_rules(), *builtin_rules()], key=lambda rule: rule.info.id)
    for one, other in pairwise(rules):
        if one.info.id == other.info.id:
            raise PackError(f"two rules have the id {one.info.id}", place=one.info.id)
    return tuple(rules)


def infos(packs: Iterable[str] = ()) -> tuple[RuleInfo, ...]:
    """Return what all rules say of themselves, those of `packs` given by path too, and what is decided where no rule speaks.

    Raises:
        PackError: a pack is not valid, or an id is taken.
    """
    return (*(rule.info for rule in (*all_rules(), *given(packs))), *DECISIONS)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack."""
    return tuple(path.stem for path in pack_paths() if path.parent.name == "lang")


@lru_cache(maxsize=64)
def _scanner(shared: tuple[Cue, ...], own: tuple[Cue, ...]) -> Scanner:
    """Return the scanner of cues that are shared by all languages and sites, which takes far longer to make, and of a page's own."""
    return Scanner(own, _scanner(shared, ())) if own else Scanner(shared)


def ruleset(language: str, site: str, config: Config) -> Ruleset:
    """Return the compiled rules for a page's language (ISO 639-1) and site (a host name, or empty).

    Raises:
        UsageError: `disable`, `enable` or `only` names no rule.
        PackError: a pack given by path is not valid.
    """
    if not config.packs:
        return _compiled(_wanted_paths(language, site), config)
    if not all(path in _given for path in config.packs):
        given(config.packs)
    packs = tuple(_given[path] for path in dict.fromkeys(config.packs))
    own = language if language in _given_languages(packs) else ""
    sites = tuple(host for host in _hosts(site) if host in _given_sites(packs)) if site else ()
    return _compiled(_wanted_paths(language, site), config, packs, own, sites)


@lru_cache(maxsize=64)
def _compiled(
    paths: tuple[Path, ...],
    config: Config,
    packs: tuple[Given, ...] = (),
    language: str = "",
    sites: tuple[str, ...] = (),
) -> Ruleset:
    """Return the rules of the packs at `paths` and of those given; sites without a pack of their own share them.

    `language` is the page's where a given pack is for pages in it; `sites` are those of its hosts that given packs are for.
    """
    own_packs = _given_rules(packs)
    _check_names(config, own_packs)
    packed = [rule for path in paths for rule in _pack(path)]
    spoken = [rule for rule in own_packs if rule.language in ("", SHARED_LANGUAGE, language)]
    packed += [rule for rule in spoken if rule.site in ("", *sites)]
    if config.enable or config.only:
        codes = {"", *(path.stem for path in paths)}
        packed += [rule for rule in retired_rules() if rule.language in codes]
    kept = tuple(rule for rule in packed if _runs(rule, config))
    own = tuple(rule for rule in builtin_rules() if _runs(rule, config))
    cues = tuple(rule.cue for rule in kept)
    # `_wanted_paths` begins with the packs of every page, so that their rules are the first
    common = sum(_runs(rule, config) for path in _language_paths(SHARED_LANGUAGE) for rule in _pack(path))
    return Ruleset(kept, own, _scanner(cues[:common], cues[common:]), _fingerprint(kept, own))


def _wanted_paths(language: str, site: str) -> tuple[Path, ...]:
    found = (_site_packs().get(host) for host in _hosts(site))
    return (*_language_paths(language), *(path for path in found if path))


def _hosts(site: str) -> list[str]:
    """Return a host and those it is part of, whose packs are for it too: `news.example.org`, `example.org`."""
    parts = site.lower().removeprefix("www.").split(".")
    return [".".join(parts[i:]) for i in range(len(parts) - 1)]


@lru_cache(maxsize=64)
def _language_paths(language: str) -> tuple[Path, ...]:
    """Return the packs that run on every page of a language, whatever its site, and those of its relatives where its own is none or small."""
    codes = dict.fromkeys((SHARED_LANGUAGE, language, *PACKS_OF.get(language, ())))
    packs = tuple(path for path in pack_paths() if path.parent == PACKS)
    return packs + tuple(PACKS / "lang" / f"{code}.toml" for code in codes if code in languages())


@lru_cache(maxsize=1)
def _site_packs() -> Mapping[str, Path]:
    """Host -> its pack."""
    return MappingProxyType({path.stem: path for path in pack_paths() if path.parent.name == "site"})


def _matches(rule_id: str, names: Iterable[str]) -> bool:
    return any(rule_id == name or (name.endswith(".") and rule_id.startswith(name)) for name in names)


def _runs(rule: Rule, config: Config) -> bool:
    """Say whether a rule runs; one that is over has to be enabled, or named in full where no others run."""
    rule_id = rule.info.id
    if config.only:
        on = _matches(rule_id, config.only) and (not _is_over(rule) or rule_id in config.only)
        return on or (_matches(rule_id, config.only) and _matches(rule_id, config.enable))
    if _matches(rule_id, config.disable):
        return False
    return not _is_over(rule) or _matches(rule_id, config.enable)


def _is_over(rule: Rule) -> bool:
    """Say whether the last version of the ruleset in which a rule runs is past."""
    return bool(rule.info.valid_until) and int(rule.info.valid_until) < int(RULESET_VERSION)


def _check_names(config: Config, own_packs: Iterable[PackRule]) -> None:
    if not (config.disable or config.enable or config.only):
        return  # reading every language's pack takes longer than cleaning a hundred pages
    known = [rule.info.id for rule in (*all_rules(), *own_packs)]
    for option in ("disable", "enable", "only"):
        for name in getattr(config, option):
            if any(_matches(info.id, (name,)) for info in DECISIONS):
                raise UsageError(
                    f"{option} names {name!r}, which is no rule: it is decided where no rule speaks and always runs; "
                    "--profile recall removes less, and Config.keep_all nothing"
                )
            if not any(_matches(rule_id, (name,)) for rule_id in known):
                raise UsageError(f"{option} names no rule: {name!r}; `clean-article rules list` prints them all")


@cache
def _bytes_of(rule: PackRule) -> bytes:
    """Return what a rule from a pack says, which those of the shared packs do for every language."""
    return repr((rule.info, rule.cue, rule.confidence, rule.place)).encode()


def _fingerprint(packed: Iterable[PackRule], own: Iterable[Rule]) -> str:
    """Return a hash that changes when a rule comes, goes, or says something else."""
    digest = hashlib.sha256(RULESET_VERSION.encode())
    for rule in packed:
        digest.update(_bytes_of(rule))
    for rule_ in own:
        digest.update(repr(rule_.info).encode())
    return digest.hexdigest()[:16]
