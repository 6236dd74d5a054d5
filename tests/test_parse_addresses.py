"""Addresses that programs set behind a link's words are marks of links, not words of the text."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse.references import LISTED
from cleaner.parse.text import parse

INTRO = "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday."
OUTRO = "They are to carry ninety cars each, which is twice as many as the boats that have been in service until now."


def texts(source: str) -> list[str]:
    return [block.text for block in parse(source)]


def is_accounted(source: str) -> bool:
    blocks = parse(source)
    ground = [source[start:end] for block in blocks for start, end in block.spans]
    true = all(source[i : i + n].split() == b.text[t : t + n].split() for b in blocks for t, i, n in b.segments)
    return true and "".join("".join(ground).split()) == "".join(source.split())


@pytest.mark.parametrize("mark", ["[https://courier.example/a?b=1]", "( https://courier.example/a )", "[mailto:desk@courier.example]"])
def test_an_address_in_brackets_is_no_part_of_the_sentence(mark: str) -> None:
    source = f"The ferry {mark} sails at noon, said its owner {mark}, and again {mark}."
    assert texts(source) == ["The ferry sails at noon, said its owner, and again."]
    assert parse(source)[0].source.links == ()
    assert is_accounted(source)


def test_addresses_in_angles_are_marks_where_there_are_several() -> None:
    assert texts("The ferry <https://a.example> sails at noon <https://b.example>.") == ["The ferry sails at noon."]
    told = "The timetable is at <https://a.example> until June."
    assert texts(told) == [told]
    listed = ["prefix a: <https://a.example> .", "prefix b: <https://b.example> ."]
    assert texts("\n".join(listed)) == listed


@pytest.mark.parametrize("source", [
    "The minutes (https://courier.example/minutes) say nothing of it.",
    "See [https://courier.example/minutes](https://courier.example) for more.",
    "He wrote [sic] and went home <with his dog>.",
])  # fmt: skip
def test_what_a_writer_put_in_brackets_stays(source: str) -> None:
    assert texts(source) == [source]


def test_a_short_line_that_ends_with_an_address_is_a_link() -> None:
    (block,) = parse("Unsubscribe [https://courier.example/out]")
    assert (block.text, block.source.links, block.source.link_density) == ("Unsubscribe", ((0, 11),), 1.0)
    (block,) = parse("Home [https://courier.example/] | News [https://courier.example/news]")
    assert [block.text[start:end] for start, end in block.source.links] == ["Home", "| News"]


def test_an_address_alone_is_the_ground_of_the_line_above_or_below() -> None:
    source = f"[https://courier.example/head.png]\n\n{INTRO}\n\nForward this mail\n[https://courier.example/forward]\n\n{OUTRO}"
    assert texts(source) == [INTRO, "Forward this mail", OUTRO]
    assert [block.source.link_density for block in parse(source)] == [0.0, 1.0, 0.0]
    assert is_accounted(source)


def test_a_sentence_goes_on_behind_an_address_that_was_wrapped() -> None:
    source = (
        "The company of Marrow Bay will buy two new boats, as its director had told\nthe council on Tuesday\n"
        "[https://courier.example/council-on-tuesday-evening]. They are to carry\nninety cars each, which is twice as many as the boats carry that\n"
        "have been in service until now."
    )
    (told,) = clean(source, media_type="text/plain").paragraphs
    assert told.text.startswith("The company of Marrow Bay will buy two new boats, as its director had told the council on Tuesday. They are")


@pytest.mark.parametrize("count", [1, 2, 4])
def test_footnotes_with_addresses_that_end_a_text_are_one_block(count: int) -> None:
    numbers = range(1, count + 1)
    told = " ".join(f"Boat {n} is new [{n}], they say." for n in numbers)
    source = f"{told}\n\nLinks:\n------\n" + "\n".join(f"[{n}] https://courier.example/{n}" for n in numbers)
    *story, links = parse(source)
    assert [block.text for block in story] == [" ".join(f"Boat {n} is new, they say." for n in numbers)]
    assert LISTED in links.source.marks
    assert is_accounted(source)


@pytest.mark.parametrize("source", [
    f"{INTRO}\n\n[1] https://courier.example/1",
    f"{INTRO} [1]\n\n[1] Minutes of the council, https://courier.example/1",
    f"{INTRO} [1]\n\n[1] https://courier.example/1\n\n{OUTRO}",
])  # fmt: skip
def test_other_footnotes_are_the_storys(source: str) -> None:
    assert not any(LISTED in block.source.marks for block in parse(source))
    assert "[1]" in "".join(texts(source))


def test_what_is_known_without_its_address_goes() -> None:
    source = f"{INTRO}\n\n{OUTRO}\n\nUnsubscribe [https://courier.example/out]\nDownload the app: https://courier.example/app"
    record = clean(source, media_type="text/plain")
    assert record.text == f"{INTRO}\n\n{OUTRO}"
    assert visible(source, media_type="text/plain") == source
