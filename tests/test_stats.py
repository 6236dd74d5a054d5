"""Figures over many records: what is counted, what the picture needs, and what is said when it cannot be made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.cli import main
from cleaner.errors import MissingExtraError, UsageError
from cleaner.report import stats

STORY = (
    "Tolls on the Arlow Bridge to End\n\nShare this article\n\n"
    "The toll on the Arlow bridge will end in May, the county said on Thursday after a vote of nine to two.\n\n"
    "Drivers have paid it since the bridge was opened, and most of them had thought that they always would."
)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(clean(source).to_json() + "\n" for source in (STORY, "Home\nNews", b"%PDF-1.7 \x00")))
    return path


def test_all_is_counted(records: Path) -> None:
    found = stats.gathered(str(records))
    assert found.counts["outcome"] == {"cleaned": 2, "error": 1}
    assert found.counts["flag"]["too_short"] >= 1
    assert found.counts["words removed"]["share"] == 3
    assert found.counts["language"]["en"] == 1
    assert [values.total() for values in found.scores.values()] == [2] * 8
    lines = stats.table(found)
    assert any(line.split()[:2] == ["expected_f1", f"{min(found.scores['expected_f1']):.2f}"] for line in lines)


@pytest.mark.parametrize("row", ['{"id": "one", "text": "A scrape, not yet cleaned."}', "{}", '{"schema_version": 1, "text": 5}', '"schema_version"'])
def test_rows_that_are_no_records_are_not_counted(records: Path, row: str) -> None:
    records.write_text(records.read_text() + row + "\n")
    with pytest.raises(UsageError, match=r"records\.jsonl:4 is no record; give rows that clean-article wrote"):
        stats.gathered(str(records))


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_picture_is_written(records: Path, tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / f"picture.{suffix}"
    stats.plot(stats.gathered(str(records)), str(path))
    assert path.read_bytes()[:5] in (b"\x89PNG\r", b"<?xml")


def test_a_picture_of_no_known_kind_is_refused(records: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    with pytest.raises(UsageError, match="picture"):
        stats.plot(stats.gathered(str(records)), str(tmp_path / "picture.txtx"))


def test_without_the_extra_its_command_is_named(
    records: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtraError, match=r"clean-article\[plot\]"):
        stats.plot(stats.gathered(str(records)), "picture.png")
    with pytest.raises(SystemExit) as stop:
        main(["stats", str(records), "--plot", "picture.png"])
    assert stop.value.code == 2
    assert "pip install" in capsys.readouterr().err
