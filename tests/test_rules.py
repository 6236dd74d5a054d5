"""Every rule does what its examples say, alone and in a whole page."""

from __future__ import annotations

import pytest

from cleaner import Cleaner
from cleaner.model import Label, Page
from cleaner.record import KINDS
from cleaner.rules.base import Example, Rule
from cleaner.rules.headline import _is_credit, words
from cleaner.rules.registry import all_rules, languages
from cleaner.testing.examples import page_of

RULES = all_rules()
REMOVE = [
    pytest.param(rule, example, id=f"{rule.info.id}-{n}")
    for rule in RULES
    for n, example in enumerate(rule.info.remove)
]
KEEP = [
    pytest.param(rule, example, id=f"{rule.info.id}-{n}") for rule in RULES for n, example in enumerate(rule.info.keep)
]
BEFORE = (
    "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday evening.\n\n"
    "They are to carry ninety cars each and will replace boats that have been in service for more than forty years.\n\n"
)
AFTER = (
    "\n\nThe first of the boats is being built across the water in Tamm and will be delivered in the autumn of next year.\n\n"
    "Until then the old boats will go on sailing, the director said, and nobody will have to wait longer than today."
)


def _language(rule: Rule) -> str:
    prefix = rule.info.id.split(".")[0]
    return prefix if prefix in languages() else "en"


def _labels(rule: Rule, example: Example) -> tuple[Page, list[Label]]:
    page = page_of(rule, example)
    return page, [label for label in rule(page) if not label.keep]


@pytest.mark.parametrize(("rule", "example"), REMOVE)
def test_remove_examples_are_labelled(rule: Rule, example: Example) -> None:
    page, labels = _labels(rule, example)
    found = " ".join(" ".join(words(page.blocks[x.block].text[x.start : x.end])) for x in labels)
    for target in example.target:
        assert " ".join(words(target)) in found
    assert labels


@pytest.mark.parametrize(("rule", "example"), KEEP)
def test_keep_examples_are_left_alone(rule: Rule, example: Example) -> None:
    _, labels = _labels(rule, example)
    assert labels == []


@pytest.mark.parametrize(
    ("rule", "example"), [p for p in KEEP if "\n" not in p.values[1].text and p.values[1].media_type == "text/plain"]
)
def test_keep_examples_stay_in_a_story(rule: Rule, example: Example) -> None:
    record = Cleaner(lang=_language(rule)).clean(BEFORE + example.text + AFTER, media_type="text/plain")
    assert " ".join(words(example.text)) in " ".join(words(record.text))


def test_every_rule_explains_itself() -> None:
    for rule in RULES:
        info = rule.info
        assert info.summary, info.id
        assert info.why, info.id
        assert info.source, info.id
        assert info.remove, info.id
        assert info.keep, info.id


def test_every_kind_but_residue_has_a_rule() -> None:
    assert {rule.info.kind for rule in RULES} == set(KINDS) - {"residue"}


def test_a_section_above_the_headline_ends_there() -> None:
    menu = "".join(
        f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(("Town", "Most read", "Boats of Tamm"))
    )
    story = "".join(f"<p>{line}</p>" for line in (BEFORE + AFTER).split("\n\n") if line)
    html = f"<ul>{menu}</ul><h1>Two new boats for Marrow Bay</h1><p>Ninety cars will fit on each</p>{story}"
    rule = next(rule for rule in RULES if rule.info.id == "en.related.section")
    page, labels = _labels(rule, Example(html, media_type="text/html"))
    assert [page.blocks[label.block].text for label in labels] == ["Most read", "Boats of Tamm"]


@pytest.mark.parametrize("line", ["Photo: Nell Harrow", "VİDEO köprü", "(Marlow Heath Courier)", "© Oxley Post"])
def test_credits_are_seen_in_any_case(line: str) -> None:
    assert _is_credit(line, words(line))
    assert not _is_credit("Photography of the old bridge", words("Photography of the old bridge"))
