"""Figures are out of fold or say that they are not, and no others raise floors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import fields, floors, folds, run
from benchmarks.corpora import FOLDS
from benchmarks.metric import counts
from benchmarks.tables import Table


def call(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(run, "load", lambda _corpora, **_: pytest.fail("a page was read"))
    monkeypatch.setattr(sys, "argv", ["run", "--corpora", "none", *map(str, arguments)])
    run.main()


@pytest.mark.parametrize("lacking", range(FOLDS))
def test_weights_of_some_folds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lacking: int
) -> None:
    for fold in range(FOLDS):
        folds.weights_at(tmp_path, fold).touch()
        folds.boundaries_at(tmp_path, fold).touch()
    assert folds.cross_validated(tmp_path)
    folds.weights_at(tmp_path, lacking).unlink()
    with pytest.raises(SystemExit):
        call(monkeypatch, "--cache", tmp_path)
    assert f"no weights of the folds {lacking};" in capsys.readouterr().err


@pytest.mark.parametrize("cached", [True, False])
def test_floors_are_raised_by_no_page_that_the_weights_have_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, cached: bool
) -> None:
    with pytest.raises(SystemExit):
        call(monkeypatch, "--raise-floors", *(("--cache", tmp_path) if cached else ()))
    assert "--raise-floors needs a --cache" in capsys.readouterr().err


def test_a_floor_is_raised_and_not_lowered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")
    assert floors.below({"a": 0.9, "b": 0.5}, rewrite=True) == []
    assert floors.below({"a": 0.8, "b": 0.6, "c": 0.1}, rewrite=True) == ["a: 0.800 is below the floor of 0.900"]
    assert json.loads((tmp_path / "floors.json").read_text()) == {"a": 0.9, "b": 0.6, "c": 0.1}
    assert floors.below({"a": 0.9, "c": 0.0999}, rewrite=False) == []


def test_floors_are_for_corpora_and_articles() -> None:
    cells = {run.OURS: {group: run.Cell(counts=[counts("The weir.", "The weir.", characters=False)]) for group in GROUPS}}
    assert run.floored("html", cells) == {"html aed-dev, 1 pages": 1.0}


GROUPS = ("aed-dev", "lang de", "kind forum")


def test_fields_have_floors() -> None:
    cell = fields.Cell()
    cell.add(fields.Fields("weir", frozenset(["ida kell"]), ""), fields.Fields("weir", frozenset(["bo tarn"]), ""), 0.1)
    shares = fields.floored("aed-dev, html", {fields.OURS: cell})
    name = "fields, aed-dev, html, 1 pages"
    assert shares == {f"{name}, title": 1.0, f"{name}, authors": 0.0, f"{name}, date": 0.0}


def test_scores_and_flags_have_floors(root: Path) -> None:
    pytest.importorskip("lightgbm")
    from benchmarks import quality  # noqa: PLC0415 - it needs the extra `bench`

    tables = [Table(**table) for table in json.loads((root / "docs" / "quality.json").read_text(encoding="utf-8"))]
    found = quality.floored(tables)
    assert any(name.startswith("quality, expected F1, all, by site, ") and name.endswith("Spearman") for name in found)
    assert any(name.startswith("quality, truncated, ") and name.endswith("recall") for name in found)
    assert all(0 < value <= 1 for value in found.values())
