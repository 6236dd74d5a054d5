"""Lines of furniture as papers in English word them, between the paragraphs of a story, and sentences of stories that come close to them.

Both files are invented; a line with `# ` names the kinds below it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.rules.residue import MODEL
from tests.furniture import dealt, set_between

HEAD = "Home\nNews\nSport\nContact Us\n\nCouncil of Ostrey closes the old pier\nBy Ida Kell\nJune 4, 2021\n"
FOOT = "Privacy Policy\nTerms of Use\n© 2021 Ostrey Media. All rights reserved.\n"
STORY = (
    "The council of Ostrey voted on Thursday night to close the old pier to walkers from the first of July, after engineers found that nine of its piles had rotted.",
    "The vote, by eight to five, came at the end of a meeting that lasted four hours and drew more than two hundred people to a hall built for half as many.",
    "The pier was built in 1898 for the steamers that brought coal and visitors to the town, and it has been mended after each of the great storms of the century.",
    "An inspection in March, the first since 2009, put the cost of lasting repairs at two million crowns, more than the town spends on its roads in three years.",
    "Fishermen who sell their catch from the landing stage said they had not been told about the inspection until last week and had nowhere else to go.",
    "The harbour office will put up a fence at the landward end in the last week of June, and a ferry that now stops there will use the stone quay instead.",
    "A fund that the historical society set up in April has collected ninety thousand crowns so far, most of it in gifts of less than fifty, its treasurer said.",
    "The council will return to the question in the autumn, when it is to hear from two firms that have offered to replace the piles with steel.",
    "Until then, the mayor said, the lamps along the railing will stay lit every night, so that boats can still find their way in.",
)
EACH = 3
"""Lines that are set into one story: one behind every second paragraph, and three paragraphs below the last."""


def lines(name: str) -> list[str]:
    read = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n")
    return [line for line in read if line and not line.startswith("# ")]


def stories(name: str) -> list[list[str]]:
    return dealt(lines(name), EACH)


def page(inside: list[str]) -> str:
    return "\n".join((HEAD, "\n\n".join(set_between(STORY, inside)), "", FOOT))


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize("inside", stories("furniture_in_english.txt"), ids=lambda inside: inside[0][:40])
def test_furniture_between_paragraphs_goes(cleaner: Cleaner, inside: list[str]) -> None:
    record = cleaner.clean(page(inside))
    assert [paragraph.text for paragraph in record.paragraphs] == list(STORY)


@pytest.mark.parametrize("inside", stories("stories_like_furniture_in_english.txt"), ids=lambda inside: inside[0][:40])
def test_no_rule_takes_what_a_story_says(cleaner: Cleaner, inside: list[str]) -> None:
    record = cleaner.clean(page(inside))
    taken = [(row.rule, row.text) for row in record.removed if row.rule != MODEL]
    assert not [row for row in taken if any(line in row[1] for line in inside)]
