"""Figures are out of fold or say that they are not, and no others raise floors."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.corpora import FOLDS


def call(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(run, "load", lambda _corpora: pytest.fail("a page was read"))
    monkeypatch.setattr(sys, "argv", ["run", "--corpora", "none", *map(str, arguments)])
    run.main()


@pytest.mark.parametrize("lacking", range(FOLDS))
def test_weights_of_some_folds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lacking: int
) -> None:
    for fold in range(FOLDS):
        run.weights_at(tmp_path, fold).touch()
    assert run.cross_validated(tmp_path)
    run.weights_at(tmp_path, lacking).unlink()
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
