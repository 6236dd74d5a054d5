"""What the measures of a page say of it as a whole."""

from __future__ import annotations

import pytest

from cleaner.config import Config
from cleaner.features import is_scrape
from cleaner.pipeline import parse, prepare

MENU = ["Hafan", "Newyddion", "Chwaraeon", "Tywydd", "Teithio", "Diwylliant", "Addysg", "Swyddi"]
STORY = [
    f"Agorodd y bont newydd dros afon Tamm ddydd Llun, meddai rhif {number} yn y rhes, ac fe groesodd cant o bobl cyn cinio."
    for number in range(40)
]
KNOWN = ["Facebook", "Twitter"]


@pytest.mark.parametrize(("lines", "expected"), [
    ([*MENU, *STORY, *KNOWN], True),
    ([*STORY[:20], *MENU, *STORY[20:], *KNOWN], False),
    ([*MENU[:4], *STORY, *MENU[4:], *KNOWN], False),
    ([*MENU, *STORY, *KNOWN[:1]], False),
], ids=["menu", "list inside the story", "short lists", "nothing known"])  # fmt: skip
def test_a_menu_that_no_pack_knows_makes_a_scrape(lines: list[str], expected: bool) -> None:
    page = prepare(parse("\n\n".join(lines), "text/plain"), Config()).page
    assert is_scrape(page) is expected


@pytest.mark.parametrize(("below", "expected"), [("Most read", 44), ("Log in to comment", 20)])
def test_a_button_for_comments_above_another_heading_ends_no_story(below: str, expected: int) -> None:
    lines = [*STORY[:20], "Comments", below, "ann", "2 hours ago", *STORY[20:]]
    assert prepare(parse("\n\n".join(lines), "text/plain"), Config()).page.features.story == (0, expected)
