"""Imports point one way: model <- stages <- pipeline <- batch, report, testing, compat <- cli."""

from __future__ import annotations

import ast
import re
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cleaner"
BASE = ("model", "errors", "config", "record", "regexes")
PIPELINE = ("pipeline",)
USERS = ("batch", "report", "testing", "compat", "learn")
TOP = ("cli", "__main__")
IMPORTED_AS = {"ahocorasick-rs": "ahocorasick_rs", "beautifulsoup4": "bs4", "google-re2": "re2"}
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


def packages(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return which packages, and modules beside them, import which others."""
    found: dict[str, set[str]] = {}
    for module, others in graph.items():
        rooms = {other.split(".")[1] for other in others if other != "cleaner"}
        found.setdefault(module.split(".")[1], set()).update(rooms - {module.split(".")[1]})
    return found


def test_no_packages_import_each_other_in_a_circle():
    graph = packages({module: imports(module) for module in MODULES if module != "cleaner"})
    assert "compat" in graph["report"]
    TopologicalSorter(graph).prepare()


def test_a_circle_of_packages_is_seen_where_there_is_none_of_modules():
    graph = {"cleaner.report.a": {"cleaner.compat.b"}, "cleaner.compat.c": {"cleaner.report.d"}}
    TopologicalSorter(graph).prepare()
    with pytest.raises(CycleError):
        TopologicalSorter(packages(graph)).prepare()


def test_every_dependency_is_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.match(r"[\w-]+", line)[0].replace("_", "-") for line in project["dependencies"]} - {"lxml-html-clean"}
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES.values())
    nodes = [node for tree in trees for node in ast.walk(tree)]
    used = {alias.name.partition(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    used |= {(node.module or "").partition(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name for name in names if IMPORTED_AS.get(name, name) not in used} == set()


def test_the_test_sees_the_package():
    assert "cleaner.pipeline" in imports("cleaner")
    assert layer("cleaner.model") < layer("cleaner.decode") < layer("cleaner.pipeline") < layer("cleaner.cli")
