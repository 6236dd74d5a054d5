"""What the tests share."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cleaner import ArticleRecord

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
