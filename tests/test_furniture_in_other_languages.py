"""Lines of furniture in languages other than English within a story and below it, and sentences of stories that come close to them.

`furniture_in_other_languages.txt` is invented. In each language `:` marks the lines above and below the story, `+` its paragraphs, `-` furniture, and `~` what
a story says.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.rules.residue import MODEL
from tests.furniture import dealt, set_between

EACH, WITHIN = 3, 2
"""Lines that are set into one story, and how many of them stand within it: one behind every second paragraph."""


def languages() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for line in Path(__file__).with_name("furniture_in_other_languages.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            marked = found[line[4:]] = {mark: [] for mark in ":+-~"}
        elif line:
            marked[line[0]].append(line[2:])
    return found


LANGUAGES = languages()


def stories(mark: str) -> list[tuple[str, list[str]]]:
    return [(language, inside) for language, marked in LANGUAGES.items() for inside in dealt(marked[mark], EACH)]


def page(language: str, inside: list[str]) -> str:
    *head, foot = LANGUAGES[language][":"]
    told = set_between(LANGUAGES[language]["+"], inside[:WITHIN])
    return "\n\n".join(("\n".join(head), *told, *inside[WITHIN:], foot)) + "\n"


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize(("language", "inside"), stories("-"), ids=lambda value: str(value)[:40])
def test_furniture_goes_and_the_story_stays(cleaner: Cleaner, language: str, inside: list[str]) -> None:
    record = cleaner.clean(page(language, inside))
    assert [paragraph.text for paragraph in record.paragraphs] == LANGUAGES[language]["+"]


@pytest.mark.parametrize(("language", "inside"), stories("~"), ids=lambda value: str(value)[:40])
def test_no_rule_takes_what_a_story_says(cleaner: Cleaner, language: str, inside: list[str]) -> None:
    record = cleaner.clean(page(language, inside))
    taken = [(row.rule, row.text) for row in record.removed if row.rule != MODEL.id]
    assert not [row for row in taken if any(line in row[1] for line in inside)]
