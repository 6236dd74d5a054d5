"""What the README shows works as shown; its first two blocks are run by `.ci/run`, each in a fresh clone."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.M | re.S)
SH = [code for language, code in BLOCKS if language == "sh"]
COMMANDS = SH[2].splitlines()


def test_the_first_two_blocks_install_clean_and_test():
    assert [language for language, _ in BLOCKS[:2]] == ["sh", "sh"]
    folders = [re.match(r"python3 -m venv (\S+)\n", code)[1] for code in SH[:2]]
    assert len(set(folders)) == 2
    for folder, code in zip(folders, SH[:2], strict=True):
        assert all(line.startswith((f"{folder}/bin/", "python3 -m venv")) for line in code.splitlines())
    assert "clean-article seeds/" in SH[0]
    assert "pytest" in SH[1]


def test_the_first_sentence_comes_before_anything_else():
    assert re.match(r"# clean-article\n\n[A-Z][^`#]+\.\n", README)


def test_the_python_blocks_print_what_they_say():
    blocks = [code for language, code in BLOCKS if language == "python"]
    shown = next(code for language, code in BLOCKS if language == "text")
    printed = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout  # noqa: S603
        for code in blocks
    ]
    assert printed[0] == shown
    assert printed[1] == "Two hundred people will lose their jobs in June, the owners of the mill said.\n"


def test_the_commands_work(tmp_path, monkeypatch, capfdbinary):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        name, *arguments = shlex.split(command)
        assert name == "clean-article"
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        out, err = capfdbinary.readouterr()
        assert stop.value.code == 0, (command, err)
        assert out or "-o" in arguments or arguments[:2] == ["rules", "test"], command


def test_all_options_and_commands_named_exist(capfdbinary):
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capfdbinary.readouterr().out.decode()
    named = set(
        re.findall(r"(?<![\w-])--[a-z][a-z-]+", "".join(code for _, code in BLOCKS[2:]) + README.split("## On the")[1])
    )
    assert {option for option in named if option not in shown} == set()
