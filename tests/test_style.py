"""A function fits on a screen, and a threshold says what it is."""

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
STATED = [name for name in FILES if name.startswith("cleaner/")]


def lengths(source: str) -> dict[str, int]:
    functions = (n for n in ast.walk(ast.parse(source)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return {f"{node.name}:{node.lineno}": node.end_lineno - node.lineno + 1 for node in functions}


@pytest.mark.parametrize("name", FILES)
def test_no_function_is_over_sixty_lines(name):
    long = {at: n for at, n in lengths((ROOT / name).read_text(encoding="utf-8")).items() if n > LONGEST}
    assert not long


def test_a_long_function_would_be_seen():
    assert max(lengths("def f():\n" + "    pass\n" * LONGEST).values()) > LONGEST


def unstated(source: str) -> list[str]:
    """Return the public names of numbers at the top of a module below which no text stands."""
    body = ast.parse(source).body
    found = []
    for node, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign) or (isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)):
            continue
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        if all(isinstance(value, ast.Constant) and type(value.value) in (int, float) for value in values):
            found += [name.id for name in ast.walk(node.targets[0]) if isinstance(name, ast.Name) and name.id[0] != "_"]
    return found


@pytest.mark.parametrize("name", STATED)
def test_a_threshold_has_its_unit_and_origin_below_it(name):
    assert not unstated((ROOT / name).read_text(encoding="utf-8"))


def test_a_bare_threshold_would_be_seen():
    assert unstated('FEW = 2\nLOW, HIGH = 1, 2.5\n"""Words."""\n_OWN = 3\nNAME = "x"\n') == ["FEW"]
