"""A text that has lost its line ends is parted at its sentences, and put together where they are kept."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse.text import parse

STORY = (
    "The lighthouse keeper of Gannet Rock has sent the coastal council a bill for forty years of stairs. He has counted them, "
    "he says, twice a day, and puts a penny on each. The council answered on Monday that Mr. Thistlewood was paid to climb. "
    "“Up, yes,” he wrote back. “Nobody has paid me to come down.” The lamp has been lit by a timer since 1999... but the timer "
    "stands at the top. "
)
LONG = STORY + (
    "A clerk was sent across to see whether the figures were right. She took the morning ferry, a notebook and two pairs of shoes. "
    "There are one hundred and ninety-one steps to the gallery, and eleven more that the plans of 1887 do not show. Where those "
    "lead she did not write down. The keeper made tea for her on a stove that he had carried up himself, in parts, over a winter. "
    "He keeps his receipts in a biscuit tin behind the foghorn. Some are from shops that have not stood in the harbour street for "
    "thirty years. One of them is for a bicycle. Asked what a man on a rock wanted with a bicycle, he pointed out of the window, "
    "where the tide was going out. At low water a bar of sand joins the rock to the mainland for fifty minutes. The postman used "
    "to come that way until a wave took his bag. Since then letters travel by the boat that brings the coal, and arrive a little "
    "black. The treasurer of the council holds that stairs are a matter for the building department. The building department "
    "says that it looks after whatever is level. A lawyer whom the keeper knows from the choir has offered to take the case for "
    "nothing but a room with a view. Her letter speaks of custom, of gravity and of a judgment about a bell tower. Visitors have "
    "begun to leave pennies on the steps. Last Sunday the keeper swept up four pounds and a button. He has deducted them, button "
    "included, from what he is owed. The clerk says that she would do the same. Her report runs to nine pages and has a drawing "
    "of the stove. In it she advises the council to pay, and to send up a second chair. The vote was put off until the mayor has "
    "been to the top. He is sixty-eight and has asked for a date in spring, when the wind drops. Until then the lamp goes on and "
    "off by itself. The keeper goes up all the same, in the evening, and looks whether it does. The timer, "
    "which nobody has serviced since the firm that built it turned to garden lights, is four minutes slow. In forty years nobody "
    "at sea has complained of that. The bill, with interest, comes to five thousand six hundred pounds and a button. "
    "The council has until the first of May to answer. After that the keeper means to charge for the view as well, which he "
    "reckons at a farthing a glance, and he has kept count of those too."
)


def test_a_line_of_many_sentences_is_parted_at_them() -> None:
    blocks = parse(LONG)
    assert [block.text for block in blocks[:2]] == [
        "The lighthouse keeper of Gannet Rock has sent the coastal council a bill for forty years of stairs.",
        "He has counted them, he says, twice a day, and puts a penny on each.",
    ]
    assert " ".join(block.text for block in blocks) == LONG.strip()
    assert all(block.index == index for index, block in enumerate(blocks))


def test_parts_cover_the_line_and_their_segments_are_true() -> None:
    source = LONG.replace(" He ", "  He ")
    blocks = parse(source)
    assert len(blocks) > 30
    covered = "".join(source[span.start : span.end] for block in blocks for span in block.spans)
    assert "".join(covered.split()) == "".join(source.split())
    for block in blocks:
        for text_start, input_start, length in block.segments:
            assert block.text[text_start : text_start + length] == source[input_start : input_start + length]


def test_a_small_letter_goes_on_with_its_sentence() -> None:
    assert any("since 1999... but the timer" in block.text for block in parse(LONG))


@pytest.mark.parametrize("source", [STORY, "\n".join([STORY * 3] * 12), "\n\n".join([STORY] * 12), LONG[:1400]])
def test_paragraphs_stay_whole(source: str) -> None:
    assert [block.text for block in parse(source)] == [line.strip() for line in source.split("\n") if line]


def test_what_is_kept_side_by_side_is_one_paragraph_again() -> None:
    record = clean(LONG)
    assert record.text == LONG.strip()
    assert record.paragraphs[0].spans == ((0, len(LONG.strip())),)
    assert clean(LONG, keep_all=True).text == LONG.strip()


def test_scripts_without_spaces_are_put_together_without() -> None:
    sentences = [f"夕凪港の第{number}号の渡し船は{number * 3}人を乗せて灯台の下を通る。" for number in range(1, 120)]
    blocks = parse("".join(sentences))
    assert [block.text for block in blocks] == sentences
    assert clean("".join(sentences), keep_all=True).text == "".join(sentences)


def test_menus_and_signatures_are_parted_from_the_sentences_beside_them() -> None:
    head = "Home News Harbour Sport Letters Subscribe Log In A Lamp Goes Out By Emmeline Trask 4 June 2024 "
    first, second, *_ = parse(head + LONG)
    assert first.text == head.strip()
    assert second.text.startswith("The lighthouse keeper")
    *_, last = parse(LONG + " Home News Harbour Sport Letters Subscribe Contact © 2024")
    assert last.text == "Home News Harbour Sport Letters Subscribe Contact © 2024"


def test_scripts_without_capitals_are_parted_at_sentences_alone() -> None:
    sentence = "وقال رئيس المجلس إن العبارة ستبحر مرتين في اليوم ابتداء من شهر مايو. "
    assert {block.text for block in parse(sentence * 50)} == {sentence.strip()}


TITLE = "Lamp goes on without its keeper"


@pytest.mark.parametrize(("head", "title"), [
    (f"{TITLE} | Gannet Courant Home News Harbour Sport Letters Subscribe Log In {TITLE} By Emmeline Trask 4 June 2024 ", TITLE),
    (f"Home News Harbour Sport Letters Subscribe Log In {TITLE} By Emmeline Trask 4 June 2024 ", None),
    ("Home News Home News Harbour Sport Letters Subscribe Log In By Emmeline Trask 4 June 2024 ", None),
])  # fmt: skip
def test_a_title_is_what_the_line_opens_with_and_says_again(head: str, title: str | None) -> None:
    assert clean(head + LONG).title == title
