"""What teachers say of a page's HTML is part of what a network learns of it in every form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.teach import TAUGHT, taught


@dataclass(frozen=True)
class Page:
    target: NDArray[np.float32]
    weight: NDArray[np.float32]
    origin: NDArray[np.float32]
    key: str = "tamm"


def page(*, second: float = 0.1) -> Page:
    """A page of three lines: the first merges two blocks of the HTML, the second is one, the third none of them."""
    origin = np.array([[0, 0, 0.5], [0, 1, 0.5], [1, 2, 1]], np.float32)
    return Page(np.array([1, 0, 0], np.float32), np.array([0.1, second, 0.1], np.float32), origin)


SAID = {"tamm": np.array([1, 0.6, 0.9], np.float32)}


def test_gold_and_teachers_share_the_target() -> None:
    assert taught(page(), SAID).target == pytest.approx([1 - TAUGHT * 0.2, TAUGHT * 0.9, 0])


def test_what_gold_does_not_label_is_not_taught() -> None:
    assert taught(page(second=0), SAID).target == pytest.approx([1 - TAUGHT * 0.2, 0, 0])


def test_without_a_teacher_the_gold_stands() -> None:
    assert taught(page(), {}).target.tolist() == [1, 0, 0]
