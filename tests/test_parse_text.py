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


@pytest.mark.parametrize("mark", ["•", "‣", "▪", "*", "+"])
def test_a_bullet_is_stripped_and_noted(mark: str) -> None:
    (block,) = parse(f"{mark} boots and rope")
    assert (block.text, block.role, block.source.bullet) == ("boots and rope", "list_item", mark)


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
    assert texts("One.\n* * *\nTwo.\n-----") == ["One.", "Two."]


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
