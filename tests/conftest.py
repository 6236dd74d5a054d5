"""What the tests share."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings

from cleaner import ArticleRecord
from cleaner.cli import main

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "default", derandomize=True, deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")


def ledger_faults(visible: str, record: ArticleRecord) -> list[str]:
    """Say which non-space characters of the visible input lie in no row, or in more than one."""
    seen: Counter[int] = Counter()
    for row in (*record.paragraphs, *record.removed):
        for span in row.spans:
            seen.update(range(span.start, span.end))
    return [
        f"character {i} {visible[i]!r} lies in {seen[i]} rows"
        for i in range(len(visible))
        if not visible[i].isspace() and seen[i] != 1
    ]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def command(capfdbinary, monkeypatch) -> Callable[..., tuple[int, str, str]]:
    """Run `clean-article` in this process: exit code, standard output, standard error."""

    def call(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(stdin))))
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return stop.value.code, out.decode(), err.decode()

    return call
