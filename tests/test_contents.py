"""Tables of contents: the entry “Comments” heads no thread, and a thread's head below a story is no entry."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.contents import is_heading

LEAD = (
    "My aunt cooked this stew for the harvesters of Brask every August, in a pot that two of them had to carry.\n\n"
    "It takes an afternoon, most of which you can spend in a chair, and it feeds eight people who have not worked at all.\n\n"
    "She never wrote it down, so what stands here is what I saw over her shoulder when I was nine years old."
)
PARTS = (
    "The Beans\n\nSoak the beans overnight, and boil them the next morning until a fork goes in without being asked to, which takes an hour.\n\n"
    "The Pot\n\nAny pot will do that is not your best one, since the bottom will burn a little, and the burnt bottom is what people ask for."
)
THREAD = "2 Comments\n\nMoira T.\n\nAugust 3, 2023 at 9:14 am\n\nMade it with lentils, and nobody noticed until I told them.\n\nReply"
FOOT = "Share this recipe\n\nPrivacy Policy\n\nSubscribe to our newsletter"


@pytest.mark.parametrize("heading", ["Jump to:", "Table of Contents", "In this article"])
def test_comments_in_a_table_of_contents_head_no_thread(heading: str) -> None:
    text = f"Harvest Stew\n\nBy Ida Kell\n\n{LEAD}\n\n{heading}\n\nThe Beans\n\nThe Pot\n\nComments\n\n{PARTS}\n\n{THREAD}\n\n{FOOT}"
    record = clean(text)
    assert "lentils" not in record.text
    assert [row.text for row in record.removed if row.kind == "comment" and row.text in PARTS] == []


def test_a_thread_below_the_story_is_one_though_a_table_stood_above_it() -> None:
    text = f"Harvest Stew\n\nBy Ida Kell\n\nIn this article\n\n{LEAD}\n\n{LEAD.replace('aunt', 'uncle')}\n\nComments\n\n{THREAD}\n\n{FOOT}"
    assert "lentils" not in clean(text).text


@pytest.mark.parametrize(("text", "heads"), [("Contents [hide]", True), ("Jump to:", True), ("Jump to it, said the captain", False), ("Sommaire", True)])
def test_headings_of_tables_are_known(text: str, heads: bool) -> None:
    assert is_heading(text) == heads
