"""What the source of a pattern tells about the texts that it can match."""

from __future__ import annotations

import pytest
import re2

from cleaner.rules.needles import folded, start, ways
from cleaner.rules.registry import all_rules


def clues(pattern: str) -> list[list[set[str]]]:
    return [[set(clue) for clue in way] for way in ways(pattern)]


@pytest.mark.parametrize(("pattern", "expected"), [
    (r".{0,40}\ball\s+rights(?:\s+are)?\s+reserved\b.*", [[{" reserved"}, {"all rights"}]]),
    (r"(?:.*harbou?r|tide [^,]+ mills?)", [[{"harbo"}], [{" mill"}, {"tide "}]]),
    (r"[^.]+(?:weirs|.*mills)+", [[{"weirs", "mills"}]]),
    (r".*(?:weirs|.*mills) by the (?:bridge|ford .* ferry)", [[{"bridge"}, {"weirs", "mills"}], [{" ferry"}, {"weirs", "mills"}, {"ford "}]]),
    (r".*(?:weirs){2,3}.*", [[{"weirs"}]]),
    (r".*(?:weirs)?.*", []),
    (r".*(?:weirs|.*).*", []),
    (r".*\bthe\b.*", [[{"the"}]]),
    (r".*\bof a\b.*", []),
    (r".* © .*", [[{" © "}]]),
    (r".*(?:©|\(c\)).*", [[{"©", "(c)"}]]),
    (r"\S+(?: [>»] \S+){1,6}", [[{">", "»"}]]),
    (r"\w+ly done \d+ times", [[{"ly done "}, {" times"}]]),
    (r".*Tide\s\sTABLES.*", [[{"tide tables"}]]),
    (r".{3,90}提供", [[{"提供"}]]),
    (r"\QTide tables\E .*", []),
])  # fmt: skip
def test_all_clues_of_one_of_a_patterns_ways_stand_in_all_that_it_matches(pattern: str, expected: list[list[set[str]]]) -> None:
    assert clues(pattern) == expected


def test_needles_are_looked_for_in_small_letters_and_with_one_space() -> None:
    assert folded("Tide \t TABLES\nSTRASSE, Straße") == "tide tables\nstrasse, strasse"


@pytest.mark.parametrize(("pattern", "wild"), [
    (".* reserved", True),
    (r"(?:the\s+)?\w+ reserved", True),
    (r"(?:rights|[^.]+) reserved", True),
    (r"(?i)^\b(?:\w+|x)", True),
    (r"(?:the\s+)*rights .*", False),
    (r"(?-i:\p{Lu})\w+ reserved", True),
    (r"[(\[]\s*\w+", False),
    (r"\d+ \w+", False),
])  # fmt: skip
def test_a_pattern_is_wild_that_may_begin_with_any_word(pattern: str, *, wild: bool) -> None:
    assert start(pattern).wild is wild


@pytest.mark.parametrize(("pattern", "signed"), [
    (r"photo: .*", False),
    (r"\d+ mills?", False),
    (r"(?-i:\p{Lu})\w+ reserved", False),
    (r"(?:the\s+)?[\p{L}\d]+", False),
    (r"[(\[]?\s*photo", True),
    (r"(?:[(\[]|the) photo", True),
    (r"(?:the)?", True),
    (r"\(photo\)", True),
    (r".+ reserved", True),
    (r"[a-z]+ mills", True),
    (r"\QTide tables\E .*", True),
])  # fmt: skip
def test_a_pattern_is_signed_that_may_begin_with_no_letter_or_digit(pattern: str, *, signed: bool) -> None:
    assert start(pattern).signed is signed


@pytest.mark.slow
def test_needles_are_found_in_the_examples_that_the_patterns_of_the_packs_match() -> None:
    options = re2.Options()
    options.case_sensitive = False
    seen = 0
    for rule in all_rules():
        cue = getattr(rule, "cue", None)
        for value in cue.values if cue is not None and cue.match == "regex" else ():
            if ways(value):
                exact = re2.compile(value, options)
                lines = [line for example in rule.info.remove for line in example.text.split("\n")]
                matched = [line for line in lines if exact.search(line)]
                for line in map(folded, matched):
                    assert any(all(any(needle in line for needle in clue) for clue in way) for way in ways(value)), value
                seen += len(matched)
    assert seen > 100
