"""Text whose strings were put together with nothing between is parted into them; clean text and listings of programs are not."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse.text import parse
from tests.conftest import ledger_faults

MENU = "Skip to contentHomeHarbourSportLettersSign inMore menuSearchHelpContact us"
STORY = (
    "The lighthouse keeper of Gannet Rock has sent the coastal council a bill for forty years of stairs, he told our reporter.",
    "He has counted them twice a day, he says, and puts a penny on each, which the council has never disputed in writing.",
    "A clerk was sent across to see whether the figures were right. She took the morning ferry and two pairs of shoes.",
    "The vote was put off until the mayor has been to the top, for which he has asked for a date in spring, when the wind drops.",
)
HEAD = "Lamp goes on without its keeperPublished2 days agoShareclose panelCopy linkAbout sharing"
FOOT = "Related topicsGannet RockMore on this storyFerry to sail at dawnWhales seen off the barBack to topTerms of use"
PAGE = MENU + HEAD + "".join(STORY) + FOOT


def test_the_strings_of_a_page_are_told_apart() -> None:
    texts = [block.text for block in parse(PAGE)]
    assert texts[:4] == ["Skip to content", "Home", "Harbour", "Sport"]
    assert texts[texts.index("About sharing") + 1 :][: len(STORY)] == list(STORY)
    assert texts[-2:] == ["Back to top", "Terms of use"]


def test_the_story_is_kept_by_its_paragraphs() -> None:
    record = clean(PAGE, media_type="text/plain")
    assert [p.text for p in record.paragraphs] == list(STORY)
    assert ledger_faults(visible(PAGE, media_type="text/plain"), record) == []


@pytest.mark.parametrize(
    "line",
    [
        "She writes for YouTube and plays on a PlayStation, says LinkedIn.",
        "A firm that sells SaaS and IaaS sent her an mRNA kit.",
        "He watches YouTube—not the sea.",
        "Call lightLamp() before you go up, he says.",
        "See https://gannet.example/lampKeeper/aboutThe for more.",
    ],
)
def test_names_and_addresses_stay_whole(line: str) -> None:
    assert line in [block.text for block in parse(f"{PAGE}\n{line}")]


def test_a_name_that_recurs_stays_whole() -> None:
    lines = ["Every boat of the HarborLine has a bell.", "The HarborLine sails at dawn.", "Nobody likes the HarborLine."]
    assert [block.text for block in parse("\n".join((PAGE, *lines)))][-3:] == lines


def test_a_program_s_name_that_recurs_stays_whole() -> None:
    lines = ["The property stairCount tells how many there are.", "Set stairCount to forty.", "He never read stairCount."]
    assert [block.text for block in parse("\n".join((PAGE, *lines)))][-3:] == lines


@pytest.mark.parametrize(
    "text",
    [
        "He said iPhone, eBay and McDonald in one breath, and LaToya laughed. " * 30,
        "Umculi waseMangosuthu, uThemba, ucule kwaNongoma nabantu baseMabaso. UmaSiko wathi ngoLwesithathu, lwaseBuhleni nomaSiko. " * 8,
        "The keeper calls lampState, then lampColor(lampState); the clerk reads lamp.keeper_name and <lampList>. Then stairCount() rises. " * 8,
        "The keeper went up.The clerk went down.Nobody spoke.The bill was paid.The lamp went out.So it goes.It rained. " * 5,
    ],
)
def test_text_that_was_not_put_together_so_is_left(text: str) -> None:
    lines = "\n".join(text[i : i + 400] for i in range(0, len(text), 400))
    assert len(parse(lines)) == lines.count("\n") + 1
