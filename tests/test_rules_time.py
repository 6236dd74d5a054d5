"""A line of any length costs the rules time in proportion to it: pages hold data, names of classes and addresses without a space."""

from __future__ import annotations

import time

import pytest

from cleaner import clean

LENGTH, SECONDS = 120_000, 5
"""Characters of the line, and seconds it may take: less than one as it is, and 38 where a pattern looks again from each letter."""


@pytest.mark.parametrize("unit", ["Ab", "A.", "aB-", "Ab’", "Ab,", "(a", "a/", "@a", "a|", "1,"])
def test_a_line_without_spaces_takes_time_in_proportion_to_its_length(unit: str) -> None:
    start = time.process_time()
    clean(unit * (LENGTH // len(unit)) + ", left, (x):", media_type="text/plain")
    assert time.process_time() - start < SECONDS
