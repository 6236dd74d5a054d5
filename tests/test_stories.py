"""What was read of pages is found again by digests of their blocks."""

from __future__ import annotations

import json
import re

from benchmarks.stories import KEPT, digest, found

PAGE = ["Menu", "The ferry will sail on Monday.", "Menu", "It will carry ninety cars.", "Share", "Nobody has seen it yet."]


def digests(*blocks: str) -> list[str]:
    return [digest(block) for block in blocks]


def test_a_story_is_its_blocks_in_order() -> None:
    assert found(PAGE, digests(PAGE[1], PAGE[3])) == f"{PAGE[1]}\n\n{PAGE[3]}"


def test_case_and_spaces_do_not_matter() -> None:
    assert found(PAGE, digests("THE FERRY  will sail on Monday")) == PAGE[1]


def test_of_blocks_that_read_alike_the_next_is_meant() -> None:
    assert found(PAGE, digests(PAGE[1], "Menu", PAGE[5])) == "\n\n".join((PAGE[1], "Menu", PAGE[5]))


def test_one_missing_block_in_thirty_costs_no_other_and_more_cost_the_page() -> None:
    blocks = [f"Sentence {number} of the story." for number in range(30)]
    wanted = digests(*blocks)
    assert found(blocks[:7] + blocks[8:], wanted) == "\n\n".join(blocks[:7] + blocks[8:])
    assert found(blocks[:7] + blocks[9:], wanted) == ""


def test_the_file_holds_digests_alone() -> None:
    stories = json.loads(KEPT.read_text(encoding="utf-8"))
    assert len(stories) > 500
    assert all(re.fullmatch(r"[0-9a-f]{8}", name) for names in stories.values() for name in names)
