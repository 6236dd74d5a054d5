"""A function fits on a screen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 60
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("cleaner", "benchmarks", "docs", "tests")
    for path in (ROOT / folder).rglob("*.py")
)


def lengths(source: str) -> dict[str, int]:
    functions = (n for n in ast.walk(ast.parse(source)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return {f"{node.name}:{node.lineno}": node.end_lineno - node.lineno + 1 for node in functions}


@pytest.mark.parametrize("name", FILES)
def test_no_function_is_over_sixty_lines(name):
    long = {at: n for at, n in lengths((ROOT / name).read_text(encoding="utf-8")).items() if n > LONGEST}
    assert not long


def test_a_long_function_would_be_seen():
    assert max(lengths("def f():\n" + "    pass\n" * LONGEST).values()) > LONGEST
