"""The boundary model: the evaluator against the trainer, its words, determinism, and what it must find."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.check import BOUNDARIES_EXPECTED, random_words
from cleaner import boundaries
from cleaner.boundaries import network
from cleaner.boundaries.words import BLANK, GLUED, LINE, SPACED, words_of

LINES = (
    "Home", "Harbour", "Sport", "Letters", "Sign in",
    "Lamp goes on without its keeper",
    "By Emmeline Trask",
    "The keeper of Gannet Rock has sent the council a bill for forty years of stairs. He has counted them, he says, twice a day.",
    "A clerk was sent across to see whether the figures were right. She took the morning ferry and two pairs of shoes.",
    "Share this article",
    "Related stories",
)  # fmt: skip


def test_evaluator_equals_trainer():
    found = network.forward(boundaries._WEIGHTS.get(), random_words())
    with np.load(BOUNDARIES_EXPECTED) as expected:
        assert np.abs(found - expected["chances"]).max() < 1e-5


def test_most_blocks_of_a_page_in_one_line_are_found_and_few_others():
    words = words_of(" ".join(LINES))
    begun = {start for start, chance in zip(words.starts, boundaries.chances(words), strict=True) if chance >= 0.5}
    true = {sum(len(line) + 1 for line in LINES[:place]) for place in range(len(LINES))}
    assert len(begun & true) >= 0.7 * len(true)
    assert len(begun - true) <= 2


def test_where_a_string_touches_the_next_is_told_from_names():
    words = words_of("Skip to contentHome She plays on a PlayStation.Share")
    said = dict(zip(words.texts, boundaries.chances(words).tolist(), strict=True))
    assert min(said["Home"], said["Share"]) > 0.5 > said["Station."]


@pytest.mark.parametrize(
    ("text", "texts", "gaps"),
    [
        ("Up  the stairs", ["Up", "the", "stairs"], [SPACED, SPACED, SPACED]),
        ("Up\nthe\n\n stairs", ["Up", "the", "stairs"], [SPACED, LINE, BLANK]),
        ("contentHome", ["content", "Home"], [SPACED, GLUED]),
        ("right.She", ["right.", "She"], [SPACED, GLUED]),
        ("see https://gannet.example/lampKeeper and SaaS", ["see", "https://gannet.example/lampKeeper", "and", "SaaS"], [SPACED] * 4),
        ("", [], []),
    ],
)
def test_words_and_what_stands_before_them(text: str, texts: list[str], gaps: list[int]):
    words = words_of(text)
    assert (words.texts, words.gaps) == (texts, gaps)


@given(st.text())
def test_words_are_the_text_without_its_spaces(text: str):
    words = words_of(text)
    assert "".join(words.texts) == "".join(text.split())
    assert all(text.startswith(word, start) for word, start in zip(words.texts, words.starts, strict=True))
    assert len(boundaries.chances(words)) == len(words.texts)


def test_a_long_text_is_read_in_pieces_as_if_it_were_one(monkeypatch):
    words = words_of(" ".join(LINES * 9))
    whole = boundaries.chances(words)
    monkeypatch.setattr(network, "MOST_WORDS", 100)
    assert np.abs(boundaries.chances(words) - whole).max() <= 10**-boundaries.DECIMALS


def test_chances_are_rounded_and_the_same_in_threads():
    words = words_of(" ".join(LINES))
    first = boundaries.chances(words)
    assert ((first >= 0) & (first <= 1)).all()
    assert (np.round(first, boundaries.DECIMALS) == first).all()
    with ThreadPoolExecutor(4) as pool:
        for other in pool.map(boundaries.chances, [words] * 8):
            assert (other == first).all()
