"""The real scrapes give exactly the records they must, through the command.

They are other people's articles and no part of the project: `CLEANER_REAL_SEEDS` names their folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from cleaner.record import ArticleRecord
from cleaner.testing import Fixture, check

FOLDER = os.environ.get("CLEANER_REAL_SEEDS", "")
SOURCES = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []
FIELDS = (
    *("paragraphs", "headings", "title", "authors", "publisher", "aggregator", "language", "author_bio", "summary"),
    *("comments", "removed", "flags", "flags_absent"),
)
pytestmark = pytest.mark.skipif(not FOLDER, reason="CLEANER_REAL_SEEDS is not set")


@cache
def rows() -> dict[str, ArticleRecord]:
    command = [sys.executable, "-c", "from cleaner.cli import main; main()", *map(str, SOURCES)]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    records = [ArticleRecord.from_dict(json.loads(line)) for line in done.stdout.decode().splitlines()]
    return {record.source: record for record in records}


def test_there_are_seeds():
    assert SOURCES
    assert list(rows()) == [str(source) for source in SOURCES]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem[:3])
def test_seed(source, field):
    expected = json.loads((source.parent / "expected" / f"{source.stem}.json").read_text(encoding="utf-8"))
    fixture = Fixture(source.stem, source, {field: expected.get(field)}, "")
    if field not in expected and field != "aggregator":
        pytest.fail(f"the expected record says nothing of {field}")
    failures = check(fixture, rows()[str(source)])
    assert not failures, failures[0].message
