"""Patterns are compiled when they are first used, and are what `re.compile` makes from then on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner
from cleaner.regexes import regex


def test_a_regex_does_what_the_compiled_pattern_does() -> None:
    mill, compiled = regex(r"(?P<what>mill|weir)s?", re.IGNORECASE), re.compile(r"(?P<what>mill|weir)s?", re.IGNORECASE)
    text = "Two Mills and a weir"
    assert mill.findall(text) == compiled.findall(text)
    assert mill.search(text)["what"] == compiled.search(text)["what"]
    assert mill.sub("", text) == compiled.sub("", text)
    assert (mill.pattern, mill.flags, mill.groups, dict(mill.groupindex)) == (compiled.pattern, compiled.flags, compiled.groups, dict(compiled.groupindex))


def test_a_regex_is_of_bytes_where_its_source_is() -> None:
    assert regex(rb"we?ir").search(b"the weir").span() == (4, 8)


def test_a_mistake_in_a_regex_is_told_at_its_first_use() -> None:
    wrong = regex("(weir")
    with pytest.raises(re.error):
        wrong.search("weir")


def test_to_import_the_library_compiles_next_to_no_regex() -> None:
    """A table or a set of words made at import by a pattern of its own compiles that; forms of dates and names, which cost the most, may not."""
    count = "from cleaner import regexes\nmade = []\nfirst = regexes._Regex.__getattr__\n" \
        "regexes._Regex.__getattr__ = lambda self, name: made.append(name) or first(self, name)\n" \
        "from cleaner import Cleaner\nprint(len(made))"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", count], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert int(done.stdout) <= 8


def test_every_regex_of_the_library_is_valid() -> None:
    """They are looked for in a process of its own, in which no module is imported before."""
    tried = """
import importlib, pkgutil, re
import cleaner
from cleaner import regexes
made = []
regexes._Regex.__init__ = lambda self, *given, first=regexes._Regex.__init__: made.append(given) or first(self, *given)
for module in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
for given in made:
    re.compile(*given)
print(len(made))
"""
    done = subprocess.run([sys.executable, "-c", tried], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert int(done.stdout) > 700


def test_no_module_compiles_a_pattern_when_it_is_imported() -> None:
    """Only what is made while a function runs is compiled on the spot."""
    for path in Path(cleaner.__file__).parent.rglob("*.py"):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
                assert not any(ast.unparse(node.func) == "re.compile" for node in ast.walk(statement) if isinstance(node, ast.Call)), path
