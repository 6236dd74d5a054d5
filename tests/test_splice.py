"""A page spliced from several holds one whole story, in other sites' furniture."""

from __future__ import annotations

import random

import numpy as np
import pytest

from benchmarks.splice import Part, can_be_spliced, joined, story_range
from cleaner.parse import text

GOLD = np.array([0, 0, 1, 0.2, 1, 0.9, 0], np.float32)
WORDS = np.array([2, 6, 40, 5, 30, 20, 3])


def part(name: str) -> Part:
    """A page of seven blocks named after it; its story is the third to the sixth."""
    lines = ("menu", "headline", "first", "caption", "second", "last", "foot")
    return Part(name, text.parse("\n\n".join(f"{line} of {name}" for line in lines)), 2, 6)


def words_of(name: str) -> list[str]:
    return [block.text for block in part(name).blocks]


def test_a_story_goes_from_its_headline_to_its_last_block() -> None:
    assert story_range(GOLD, WORDS, None, 90) == (2, 6)
    assert story_range(GOLD, WORDS, 1, 90) == (1, 6)
    assert story_range(GOLD, WORDS, 4, 90) == (2, 6)  # a line that echoes the headline is none


@pytest.mark.parametrize(("target", "gold_words"), [(GOLD, 140), (np.where(WORDS > 20, GOLD, 0), 70)])
def test_a_story_that_is_not_found_whole_is_not_spliced(target: np.ndarray, gold_words: int) -> None:
    start, end = story_range(target.astype(np.float32), WORDS, None, gold_words)
    assert not can_be_spliced(part("Vellmark Post")._replace(start=start, end=end))


def test_the_story_is_one_page_s_and_whole() -> None:
    ours, above, below = (part(name) for name in ("Tamm Courier", "Vellmark Post", "Orra Daily"))
    for seed in range(20):
        blocks = joined(ours, above, below, random.Random(seed))
        assert blocks is not None
        assert [block.index for block in blocks] == list(range(len(blocks)))
        found = [block.text for block in blocks]
        story = words_of("Tamm Courier")[2:6]
        at = found.index(story[0])
        assert found[at : at + 4] == story
        assert found[:at] in (words_of("Tamm Courier")[:2], words_of("Vellmark Post")[:2])
        assert found[at + 4 :] in (words_of("Tamm Courier")[6:], words_of("Orra Daily")[6:])


def test_pages_of_one_site_are_not_mixed() -> None:
    assert joined(part("Tamm Courier"), part("Tamm Courier"), part("Orra Daily"), random.Random(1)) is None
