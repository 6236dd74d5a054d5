"""The ensemble engine mixes trafilatura's vote into the block model's chances."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from cleaner.parse import html, vote

PAGE = """<html><body><nav><a href="/a">Town</a> <a href="/b">Sport</a></nav><article><h1>Bridge to Close</h1>
<p>The old stone bridge over the Lunn will be closed to all traffic for eighteen months, the county council said.</p>
<p>Engineers who examined the bridge in February found cracks in three of its seven arches, according to a report.</p>
<p>Buses will be sent by way of Harl, which adds twenty minutes to the journey, and cyclists over the weir instead.</p>
</article></body></html>"""


def test_the_vote_raises_what_it_found_and_lowers_the_rest() -> None:
    blocks = html.parse(PAGE).blocks
    mixed = vote.weighed(blocks, [0.5] * len(blocks), PAGE)
    found = {block.text.split()[0]: chance for block, chance in zip(blocks, mixed, strict=True)}
    assert found["Engineers"] == 0.622
    assert found["Town"] == 0.378


def test_a_page_without_a_vote_keeps_its_chances() -> None:
    blocks = html.parse("<p></p><i>x</i>").blocks
    assert vote.weighed(blocks, [0.4] * len(blocks), "<p></p><i>x</i>") == [0.4] * len(blocks)


def test_text_has_no_vote_and_both_engines_agree(root: Path) -> None:
    source = (root / "seeds" / "002-beaver-dam.txt").read_text(encoding="utf-8")
    assert clean(source, engine="ensemble").to_dict() == clean(source).to_dict()


def test_the_ensemble_cleans_a_page() -> None:
    record = clean(PAGE, engine="ensemble")
    assert len(record.paragraphs) == 3
    assert record.title == "Bridge to Close"


def test_the_vote_decides_what_the_block_model_leaves_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the vote tells the two engines apart: with one that says no to all, less is kept."""
    monkeypatch.setattr(vote, "weighed", lambda blocks, _posterior, _html: [0.001] * len(blocks))
    assert len(clean(PAGE, engine="model").paragraphs) == 3
    assert clean(PAGE, engine="ensemble").text == ""


def test_the_vote_reads_the_page_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(vote, "vote", asked.append)
    clean(PAGE, engine="ensemble")
    assert asked == [PAGE]
    clean(PAGE, engine="model")
    assert asked == [PAGE]
