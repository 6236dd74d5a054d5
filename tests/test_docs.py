"""The pages made from the code are up to date, and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner.record import ArticleRecord
from cleaner.rules.registry import all_rules
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
    assert all(f"### {rule.info.id}\n" in page for rule in all_rules())


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    path = ROOT / page
    targets = re.findall(
        r"\]\(([^)#\s]+)[^)]*\)", re.sub(r"(`{3,}).*?\1", "", path.read_text(encoding="utf-8"), flags=re.S)
    )
    missing = [target for target in targets if "://" not in target and not (path.parent / target).exists()]
    assert not missing
