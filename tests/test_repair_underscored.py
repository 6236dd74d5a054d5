"""Words of links that a converter ties with underscores are untied; names of program code are not."""

from __future__ import annotations

import pytest

from cleaner.parse.text import parse
from cleaner.repair import repair

MENU = """\
    * Harbour_News
    * Letters_to_the_Editor
    * Tide_Tables
    * Boats_for_Sale
    * Knots_and_Splices
    * Fish_of_the_Week
    * About_the_Paper
    * Ways_to_Pay
    * Young_Readers
    * Jobs_at_Sea
"""
STORY = "The ferry to Brask will sail twice a day from May, the Harbour_Board said on Monday, which has bought a boat."


def repaired(source: str) -> list[str]:
    return [block.text for block in repair(parse(source), "text/plain", "en")[0]]


def test_tied_words_are_parted_and_logged() -> None:
    blocks, log = repair(parse(MENU + "\n" + STORY), "text/plain", "en")
    assert [block.text for block in blocks[:2]] == ["Harbour News", "Letters to the Editor"]
    assert blocks[-1].text == STORY.replace("_", " ")
    assert {row.kind for row in log} == {"tied_words"}


@pytest.mark.parametrize("source", [
    STORY,  # one pair of words says nothing
    "\n".join(f"The flag max_depth_{n} and MAX_WIDTH_{n} are read at start-up." for n in "abcdefghijkl"),
])  # fmt: skip
def test_names_of_program_code_stay(source: str) -> None:
    assert repaired(source) == source.split("\n")


def test_addresses_stay() -> None:
    assert repaired(f"{MENU}\nWrite to harbour_board@brask.example or see https://brask.example/tide_tables today.")[-1] == (
        "Write to harbour_board@brask.example or see https://brask.example/tide_tables today."
    )


def test_data_without_spaces_is_no_word() -> None:
    data = "aB3_" * 50_000
    assert repaired(f"{MENU}\n{data}")[-1] == data
