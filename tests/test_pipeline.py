"""What a call leaves behind in the process that makes it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from cleaner import Cleaner, pipeline


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return whether the garbage collector was on while a page was parsed."""
    states: list[bool] = []

    def watched(*args: object) -> pipeline.Parsed:
        states.append(gc.isenabled())
        if "fail" in str(args[0]):
            raise RuntimeError("no")
        return pipeline.Parsed((), "", "text/plain", {})

    monkeypatch.setattr(pipeline, "parse", watched)
    return states


@pytest.mark.parametrize("text", ["The weir at Brask.", "fail"])
def test_the_garbage_collector_rests_for_a_page_and_goes_on(seen: list[bool], text: str) -> None:
    record = Cleaner().clean(text)
    assert (record.error is not None) is (text == "fail")
    assert seen == [False]
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off(seen: list[bool]) -> None:
    gc.disable()
    Cleaner().clean("The weir at Brask.")
    assert seen == [False]
    assert not gc.isenabled()


def test_it_does_not_rest_for_a_very_long_input(seen: list[bool]) -> None:
    Cleaner().clean("The weir at Brask. " * (pipeline.RESTING_CHARS // 10))
    assert seen == [True]
