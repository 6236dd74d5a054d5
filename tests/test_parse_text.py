"""Plain text becomes blocks: one a line, with bullets and layout noted."""

from __future__ import annotations

import pytest

from cleaner.parse.text import parse


def texts(source: str) -> list[str]:
    return [block.text for block in parse(source)]


def bullets(source: str) -> list[str]:
    return [block.source.bullet for block in parse(source)]


def test_a_line_is_a_block() -> None:
    assert texts("One.\nTwo.\r\n\r\n  Three.  ") == ["One.", "Two.", "Three."]


def test_blank_lines_and_indentation_are_noted() -> None:
    first, second = parse("One.\n\n\n    Two.")
    assert (first.source.gap, second.source.gap, second.source.indent) == (0, 2, 4)


@pytest.mark.parametrize("mark", ["•", "‣", "▪", "*", "+", "□", "☆"])
def test_a_bullet_is_stripped_and_noted(mark: str) -> None:
    (block,) = parse(f"{mark} boots and rope")
    assert (block.text, block.role, block.source.bullet) == ("boots and rope", "list_item", mark)


@pytest.mark.parametrize("line", ["・雨の日も立つこと", "　・雨の日も立つこと", "･ 雨の日も立つこと", "・　雨の日も立つこと"])
def test_a_japanese_bullet_stands_without_a_space(line: str) -> None:
    (block,) = parse(line)
    assert (block.text, block.role) == ("雨の日も立つこと", "list_item")
    assert line[block.spans[0].start : block.spans[0].end] == line.strip()
    assert parse("ジョン・スミス")[0].text == "ジョン・スミス"


def test_dashes_are_bullets_in_a_run_of_short_lines() -> None:
    assert bullets("- boots\n- rope\n- a lamp") == ["-", "-", "-"]


@pytest.mark.parametrize("source", [
    "— Come in, she said.\n— No, he said.\n— Then stay out, she said, and closed the door.",
    "– Kommst du mit? fragte sie.\n– Nein. Es regnet.\n– Dann bleib.",
    "- a line of its own",
])  # fmt: skip
def test_dialogue_and_lone_dashes_keep_their_dashes(source: str) -> None:
    assert texts(source) == source.split("\n")


def test_a_mark_on_its_own_line_joins_the_line_below() -> None:
    (block,) = parse("•\n\nboots and rope")
    assert (block.text, block.source.bullet, len(block.spans)) == ("boots and rope", "•", 2)


def test_a_ruled_line_belongs_to_its_neighbour() -> None:
    assert texts("One.\n* * *\nTwo.\n-----\n━━━━━━\nThree.\n┌──┬──┐") == ["One.", "Two.", "Three."]


def test_ordered_numbers_stay_in_the_text() -> None:
    (block,) = parse("1. Boil the water.")
    assert (block.text, block.role) == ("1. Boil the water.", "list_item")


def test_spaces_are_folded_and_segments_stay_true() -> None:
    source = "One\xa0two   three\tfour"
    (block,) = parse(source)
    assert block.text == "One two three\tfour"
    for segment in block.segments:
        piece = source[segment.input_start : segment.input_start + segment.length]
        assert block.text[segment.text_start : segment.text_start + segment.length] == piece.replace("\xa0", " ")


NUMBERED = """\
   [1]Home [2]Harbour

     * [3]Tide tables

   The ferry to Brask will sail [4]twice a day from May, its
   owners [5] said.

References

   Visible links
   1. https://paper.example/
   2. https://paper.example/harbour
   3. https://paper.example/tides
   4. Timetable
\thttps://paper.example/ferry
   5. https://paper.example/owners
"""


def test_numbers_of_links_are_marks_where_their_addresses_are_listed_below() -> None:
    *lines, addresses = parse(NUMBERED)
    assert [block.text for block in lines] == [
        "Home Harbour", "Tide tables", "The ferry to Brask will sail twice a day from May, its", "owners said.",
    ]  # fmt: skip
    assert addresses.text.startswith("References Visible links 1. https://paper.example/ 2. ")
    assert addresses.source.link_density == 1


def test_numbers_of_links_stay_in_the_ground_of_their_lines() -> None:
    blocks = parse(NUMBERED)
    covered = "".join(NUMBERED[span.start : span.end] for block in blocks for span in block.spans)
    assert "".join(covered.split()) == "".join(NUMBERED.split())
    for block in blocks:
        for text_start, input_start, length in block.segments:
            assert block.text[text_start : text_start + length].split() == NUMBERED[input_start:][:length].split()


def test_a_line_of_numbers_alone_belongs_to_the_next() -> None:
    first, *_ = parse(NUMBERED.replace("   [1]Home [2]Harbour\n", "   [1] [2]\n"))
    assert (first.text, len(first.spans)) == ("Tide tables", 2)


@pytest.mark.parametrize("source", [
    # a story's own footnotes, with more than addresses
    "The ferry sails in May [1], its owners say [2], twice a day [3].\n\n1. Minutes\n2. A letter\n3. https://paper.example/",
    # addresses that no number above speaks of
    "The ferry sails in May [1].\n\n1. https://paper.example/\n2. https://paper.example/b\n3. https://paper.example/c",
    # a list that goes on with prose
    "It sails [1] in [2] May [3].\n\n1. http://a.example\n2. http://b.example\n3. http://c.example\n\nThe owners said no more than that.",
])  # fmt: skip
def test_footnotes_are_no_numbers_of_links(source: str) -> None:
    assert "[1]" in "\n".join(texts(source))


def test_letters_that_mark_items_deep_in_a_list_are_bullets() -> None:
    source = "  * Harbours\n    o Brask\n    o Wend on the Mole\n  * Bridges\n    o Tarn"
    assert [block.text for block in parse(source)] == ["Harbours", "Brask", "Wend on the Mole", "Bridges", "Tarn"]
    assert bullets(source) == ["*", "o", "o", "*", "o"]
    assert [source[s.input_start : s.input_start + s.length] for block in parse(source) for s in block.segments] == [block.text for block in parse(source)]


@pytest.mark.parametrize("source", [
    "  * A balsa que liga\n    o porto de Brask ao farol\n  * O farol",
    "o porto\no farol",
    "    o porto\n    o farol\n    o mar",
], ids=["a line wrapped within an item", "lines that begin with the word", "verses set in"])  # fmt: skip
def test_a_word_of_one_letter_is_no_bullet(source: str) -> None:
    assert "o" not in bullets(source)
