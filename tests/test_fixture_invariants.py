"""What holds for any input holds for every fixture and seed: the ledger, cleaning twice, keeping all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner, visible
from tests.conftest import ROOT, ledger_faults

CLEANER = Cleaner()
KEEP_ALL = Cleaner(keep_all=True)
MEDIA_TYPES = {".html": "text/html", ".md": "text/markdown"}
SOURCES = sorted([*(ROOT / "fixtures").glob("*/source.*"), *(ROOT / "seeds").glob("*.txt")])


def name(path: Path) -> str:
    return path.parent.name if path.stem == "source" else path.stem


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_character_lies_in_exactly_one_row(path: Path) -> None:
    source, media_type = path.read_bytes(), MEDIA_TYPES.get(path.suffix)
    shown = visible(source, media_type=media_type)
    assert ledger_faults(shown, CLEANER.clean(source, media_type=media_type)) == []
    kept = KEEP_ALL.clean(source, media_type=media_type)
    assert kept.removed == ()
    assert ledger_faults(shown, kept) == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_cleaning_twice_changes_nothing(path: Path) -> None:
    once = CLEANER.clean(path.read_bytes(), media_type=MEDIA_TYPES.get(path.suffix)).text
    assert CLEANER.clean(once, media_type="text/plain").text == once
