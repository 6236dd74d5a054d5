"""What the source of a pattern tells about the texts that it can match."""

from __future__ import annotations

import pytest
import re2

from cleaner.rules.needles import shape
from cleaner.rules.registry import all_rules


@pytest.mark.parametrize(("pattern", "needles"), [
    (r".{0,40}\ball\s+rights(?:\s+are)?\s+reserved\b.*", {r"\ball\s+rights(?:\s+are)?\s+reserved"}),
    (r"(?:.*harbou?r|tide [^,]+ mills?)", {"harbou?r", " mill"}),
    (r"[^.]+(?:weirs|.*mills)+", {"weirs", "mills"}),
    (r".*(?:weirs){2,3}.*", {"weirs"}),
    (r".*(?:weirs)?.*", set()),
    (r".*(?:weirs|.*).*", set()),
    (r".*\bto\b.*", set()),
    (r".* © .*", {" © "}),
    (r"\S+(?: [>»] \S+){1,6}", {" [>»] "}),
    (r"\w+ly done \d+ times", {"ly done "}),
    (r"\QTide tables\E .*", set()),
])  # fmt: skip
def test_one_of_a_patterns_needles_stands_in_all_that_it_matches(pattern: str, needles: set[str]) -> None:
    assert shape(pattern).needles == needles


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
    assert shape(pattern).wild is wild


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
    assert shape(pattern).signed is signed


@pytest.mark.slow
def test_needles_are_found_in_the_examples_that_the_patterns_of_the_packs_match() -> None:
    options = re2.Options()
    options.case_sensitive = False
    seen = 0
    for rule in all_rules():
        cue = getattr(rule, "cue", None)
        for value in cue.values if cue is not None and cue.match == "regex" else ():
            needles = shape(value).needles
            if needles:
                exact = re2.compile(value, options)
                either = re2.compile("|".join(f"(?:{needle})" for needle in needles), options)
                lines = [line for example in rule.info.remove for line in example.text.split("\n")]
                matched = [line for line in lines if exact.search(line)]
                assert all(either.search(line) for line in matched), value
                seen += len(matched)
    assert seen > 100
