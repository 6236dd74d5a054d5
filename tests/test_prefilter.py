"""The filter in front of the patterns loses no match, and asks few patterns."""

from __future__ import annotations

from math import inf

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from cleaner.rules.atoms import lowered, needs
from cleaner.rules.matchers import relaxed
from cleaner.rules.prefilter import Prefilter, options


@pytest.mark.parametrize(
    ("pattern", "sets", "gaps"),
    [
        ("read more", [{"read more"}], 1),
        ("(?:read|show) more", [{"read more", "show more"}], 1),
        ("colou?r", [{"colour", "color"}], 0),
        (r"posted by \S+(?: \S+){0,3}", [{"posted by "}], 5),
        (r"(?:ads|ad)\s*[:：]", [{"ads", "ad"}, {":", "："}], 1),
        (r"sign up .{0,40}", [{"sign up "}], 42),
        (r".*", [], inf),
        (r"\d{1,2}(?: min)?", [], 1),
        (r"(?i)SHARE[^.]*", [{"share"}], inf),
        (r"\p{Lu}\p{L}+ reports", [{" reports"}], 1),
        (r"(?:a|b{2,}) ?x\+", [{"x+", " x+"}, {"a", "b"}], 1),
        (r"[ab]{3}[^\s]+", [{"a", "b"}], 0),
    ],
)
def test_what_a_match_must_hold(pattern, sets, gaps):
    found = needs(pattern)
    assert sorted(map(sorted, found.sets)) == sorted(map(sorted, sets))
    assert found.gaps == gaps


def test_an_unread_pattern_is_anything():
    assert needs("closed)") == ((), inf)
    assert needs("[a") == ((), inf)


@pytest.mark.parametrize(("text", "low"), [("ΤΙΤΛΟΣ ΑΣ", "τιτλοσ ασ"), ("İzmir", "İzmir"), ("STRAßE", "straße")])
def test_lower_case_keeps_the_length(text, low):
    assert lowered(text) == low
    assert len(lowered(text)) == len(text)


WORDS = st.sampled_from(["read", "more", "about", "by", "Ada", "filed", "under", "the", "weir", "|", "—", "12"])


@given(st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6))
def test_no_match_is_lost(lines):
    sources = [rf"^\W*(?:{value})\W*$" for value in (r"read more .{0,30}", r"by \S+", r".*filed under \S+", "the weir")]
    prefilter = Prefilter()
    for source in sources:
        prefilter.add("x.rule", source.removeprefix(r"^\W*").removesuffix(r"\W*$"), source, whole=True)
    found = prefilter.candidates(lines, [line.strip("|— ").lower() for line in lines])
    for line, numbers in zip(lines, found, strict=True):
        assert numbers == [n for n, source in enumerate(sources) if re2.search(source, line, options())]


def test_relaxed_patterns_match_more():
    assert re2.search(relaxed(r"^a{2,3}$"), "aaaa")
