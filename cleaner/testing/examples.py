"""The examples of a rule, run as tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.config import Config
from cleaner.features import measure
from cleaner.model import Page
from cleaner.pipeline import parse, prepare
from cleaner.rules.base import Example, Rule
from cleaner.rules.matchers import Scanner
from cleaner.rules.pack import PackRule
from cleaner.rules.registry import languages


class Labelled(NamedTuple):
    """A piece of text that a rule wants to be removed, and whether it is all of its block."""

    text: str
    whole: bool
    block: int


def failures(rule: Rule, packs: Sequence[str] = ()) -> list[str]:
    """Return a message for each example the rule fails; `packs` are the paths of packs that it may come from."""
    found = []
    for example in rule.info.remove:
        page = page_of(rule, example, packs)
        missed = _missed(rule, example, page, labelled(rule, page))
        if missed:
            found.append(f"{rule.info.id}: does not label {missed!r} in {_short(example.text)!r}")
    for example in rule.info.keep:
        page = page_of(rule, example, packs)
        found += [
            f"{rule.info.id}: labels {piece.text!r} in {_short(example.text)!r}" for piece in labelled(rule, page)[:1]
        ]
    return found


def page_of(rule: Rule, example: Example, packs: Sequence[str] = ()) -> Page:
    """Return the example as the page that `rule` is called with."""
    prefix = rule.info.id.partition(".")[0]
    spoken = rule.language if isinstance(rule, PackRule) else ""
    config = Config(lang=spoken or (prefix if prefix in languages() else ""), packs=tuple(packs))
    prepared = prepare(parse(example.text, example.media_type), config)
    page = prepared.page
    if not isinstance(rule, PackRule) or rule in prepared.rules.packed:
        return page
    # A site's rule is not among the rules of a page without an address.
    hits = Scanner([rule.cue]).scan(page.blocks)
    cues = tuple((*known, *new) for known, new in zip(page.cues, hits, strict=True))
    return replace(page, cues=cues, features=measure(page.blocks, cues))


def labelled(rule: Rule, page: Page) -> list[Labelled]:
    """Return the pieces of `page` that the rule speaks against."""
    pieces = []
    for label in rule(page):
        text = page.blocks[label.block].text
        if not label.keep and label.rule == rule.info.id:
            piece = text[label.start : label.end]
            pieces.append(Labelled(piece, piece.strip() == text.strip(), label.block))
    return pieces


def _missed(rule: Rule, example: Example, page: Page, pieces: Sequence[Labelled]) -> str:
    """Return a text that the rule should have labelled and did not, or nothing."""
    for target in example.target:
        if not any(_folded(target) in _folded(piece.text) for piece in pieces):
            return target
    if example.target:
        return ""
    if rule.info.scope == "part":
        return "" if pieces else example.text
    whole = {piece.block for piece in pieces if piece.whole}
    return next((block.text for block in page.blocks if block.text.strip() and block.index not in whole), "")


def _folded(text: str) -> str:
    return " ".join(text.split())


def _short(text: str, limit: int = 120) -> str:
    text = _folded(text)
    return text if len(text) <= limit else text[:limit] + "…"
