"""Imports point one way: model <- stages <- pipeline <- batch, report, testing, compat <- cli."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cleaner"
BASE = ("model", "errors", "config", "record")
PIPELINE = ("pipeline",)
USERS = ("batch", "report", "testing", "compat")
TOP = ("cli",)
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def layer(module: str) -> int:
    room = module.split(".")[1] if "." in module else "pipeline"
    for number, rooms in ((0, BASE), (2, PIPELINE), (3, USERS), (4, TOP)):
        if room in rooms:
            return number
    return 1


def imports(module: str) -> set[str]:
    """Return the modules of ours that `module` imports anywhere, lazily or for types included."""
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*up, *([node.module] if node.module else [])])
            for alias in node.names:
                full = f"{base}.{alias.name}"
                found.add(full if full in MODULES else base)
    return found & MODULES.keys()


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {"cleaner"}))
def test_imports_only_its_own_layer_and_below(module):
    upward = {other for other in imports(module) if layer(other) > layer(module)}
    assert not upward


def test_the_model_imports_nothing_of_ours():
    assert not imports("cleaner.model")


def test_nothing_imports_in_a_circle():
    graph = {module: imports(module) - {module, "cleaner"} for module in MODULES if module != "cleaner"}
    TopologicalSorter(graph).prepare()


def test_the_test_sees_the_package():
    assert "cleaner.pipeline" in imports("cleaner")
    assert layer("cleaner.model") < layer("cleaner.decode") < layer("cleaner.pipeline") < layer("cleaner.cli")
