"""What the tests share."""

from __future__ import annotations

import gc
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from cleaner import ArticleRecord
from cleaner.cli import main

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "default", derandomize=True, deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over the tests' own hundred thousand objects, which takes it a twentieth of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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


class Result(NamedTuple):
    """What `clean-article` gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict]:
        """The output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def counts(self) -> list[int]:
        """The numbers of the closing line."""
        return [int(number) for number in re.findall(r"\d+", self.err.splitlines()[-1])]


Run = Callable[..., Result]


@pytest.fixture
def run(capfdbinary, monkeypatch) -> Run:
    """Run `clean-article` in this process."""

    def call(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(stdin))))
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(stop.value.code, out.decode(), err.decode())

    return call
