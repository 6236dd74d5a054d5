"""Labels from gold, and one form of a page found in another."""

from __future__ import annotations

import numpy as np

from benchmarks.align import origins, shares

STORY = [
    "The mill at Tamm ground its last sack on Friday evening.",
    "Its owner, Ola Wrenfield, had run it for thirty years.",
]
MENU = ["Home", "News", "Share"]


def rows(texts: list[str], others: list[str]) -> list[tuple[int, int, float]]:
    return [(int(a), int(b), round(float(c), 2)) for a, b, c in origins(texts, others)]


def test_gold_labels_its_blocks_and_no_furniture() -> None:
    found, words = shares([*MENU, *STORY, "Share"], "\n".join(STORY))
    assert found.tolist() == [0, 0, 0, 1, 1, 0]
    assert words.tolist() == [1, 1, 1, 11, 10, 1]


def test_a_merged_line_comes_from_both_blocks() -> None:
    assert rows([" ".join(STORY)], [*MENU, *STORY]) == [(0, 3, 0.53), (0, 4, 0.47)]


def test_the_next_copy_is_taken() -> None:
    assert rows(["Share", STORY[0], "Share"], ["Share", STORY[0], "Share"]) == [(0, 0, 1), (1, 1, 1), (2, 2, 1)]


def test_what_stands_nowhere_has_no_origin() -> None:
    assert rows(["A line that only one form of the page has.", "…"], [*MENU, *STORY]) == []


def test_a_page_is_its_own_origin() -> None:
    texts = [*MENU, "…"]
    assert np.array_equal(origins(texts, texts), [[0, 0, 1], [1, 1, 1], [2, 2, 1], [3, 3, 1]])
