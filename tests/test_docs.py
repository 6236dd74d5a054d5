"""The pages made from the code are up to date, and links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.quality.scores import CAPS, FLAG_COSTS
from cleaner.record import FLAGS, ArticleRecord
from cleaner.rules.registry import infos
from cleaner.testing import record
from docs import build

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("name", build.PAGES)
def test_a_page_is_what_the_code_says(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == build.PAGES[name](), "run: python -m docs.build"


def test_an_old_page_is_noticed(tmp_path):
    assert build.stale(tmp_path) == list(build.PAGES)
    for name, page in build.PAGES.items():
        (tmp_path / name).write_text(page(), encoding="utf-8")
    assert build.stale(tmp_path) == []
    (tmp_path / "rules.md").write_text("old", encoding="utf-8")
    assert build.stale(tmp_path) == ["rules.md"]


def test_every_key_and_every_rule_is_described():
    assert list(build.FIELDS) == list(ArticleRecord().to_dict())
    page = build.rules()
    assert all(f"### {info.id}\n" in page for info in infos())


@pytest.mark.parametrize(
    ("source", "options", "code"),
    [(b"%PDF-1.7 \x00", {}, "binary"), ("Weir " * 9, {"max_chars": 9}, "too_large"), ("Weir " * 9, {"min_score": 1}, "rejected")],
)
def test_a_code_that_a_record_has_is_listed(source, options, code):
    assert clean(source, **options).error["code"] == code
    assert f"| `{code}` | " in build.record()


def test_the_flags_that_lower_the_whole_score_are_named_and_no_others():
    head = " ".join(build.SCORES_HEAD)
    assert {name for name in FLAGS if f"`{name}`" in head} == {*CAPS, *FLAG_COSTS}


@pytest.mark.parametrize("page", PAGES)
def test_what_is_installed_is_a_clone(page):
    """Pages are read before anything is installed, and no package index has the project."""
    assert not re.search(r"pip install\b[^\n`]*clean-article", (ROOT / page).read_text(encoding="utf-8"))


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("page", ["learn.md", "fixtures.md"])
def test_the_python_of_a_page_prints_what_it_says(page, tmp_path):
    record(ROOT / "fixtures" / "clean-text-untouched" / "source.txt", tmp_path / "fixtures")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", *blocks(page, "python")], capture_output=True, text=True, check=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.stdout == "".join(blocks(page, "text"))


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    path = ROOT / page
    targets = re.findall(
        r"\]\(([^)#\s]+)[^)]*\)", re.sub(r"(`{3,}).*?\1", "", path.read_text(encoding="utf-8"), flags=re.S)
    )
    missing = [target for target in targets if "://" not in target and not (path.parent / target).exists()]
    assert not missing
