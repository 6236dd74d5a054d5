"""Agencies that sign behind a story's last sentence."""

from __future__ import annotations

import pytest

from cleaner.signoff import agencies


@pytest.mark.parametrize(("text", "names"), [
    ("The bridge stays shut. (AFP)", ("AFP",)),
    ("The bridge stays shut. (© AFP)", ("AFP",)),
    ("The bridge stays shut.” – AFP", ("AFP",)),
    ("大桥仍然关闭。（AFP）", ("AFP",)),
    ("पुल बंद रहेगा। (AFP)", ("AFP",)),
    ("The bridge stays shut. /AFP/", ("AFP",)),
    ("The bridge stays shut. (Ida Kell/AFP)", ()),
    ("The bridge stays shut (AFP)", ()),
    ("The bridge stays shut. (Brask)", ()),
    ("", ()),
])  # fmt: skip
def test_agencies_behind_the_last_sentence(text: str, names: tuple[str, ...]) -> None:
    assert agencies(text) == names


def test_a_dash_alone_may_be_a_captions() -> None:
    assert agencies("The bridge at dusk. – AFP", dashed=False) == ()
    assert agencies("The bridge at dusk. / AFP", dashed=False) == ("AFP",)
