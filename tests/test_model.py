"""A block whose text is changed, cut or joined still knows what of it is a link, and where it comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.model import Block, Edit, Segment, Source, Span, edited, joined, sliced

TEXT = "By\u00ad Ida Kell and Ada, Tamm"


def block(text: str, *linked: str) -> Block:
    links = tuple(Span(text.index(words), text.index(words) + len(words)) for words in linked)
    density = sum(end - start for start, end in links) / len(text)
    ground = Span(100, 100 + len(text))
    return Block(0, text, (Segment(0, 100, len(text)),), (ground,), source=Source(links=links, link_density=density))


def links(changed: Block) -> list[str]:
    return [changed.text[start:end] for start, end in changed.source.links]


def linked_share(changed: Block) -> float:
    return sum(end - start for start, end in changed.source.links) / len(changed.text)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit(2, 3, "", "before")], ["Ida Kell", "Ada"]),
        ([Edit(2, 3, "", "before"), Edit(8, 8, "e", "within"), Edit(12, 16, ", ", "between")], ["Ida eKell", "Ada"]),
        ([Edit(4, 4, "by ", "at its start")], ["Ida Kell", "Ada"]),
        ([Edit(4, 7, "Nell", "its first word")], ["Nell Kell", "Ada"]),
        ([Edit(4, 12, "", "all of it")], ["Ada"]),
        ([Edit(0, 22, "", "all of them")], []),
    ],
)
def test_links_keep_their_words_when_a_text_is_edited(edits: list[Edit], expected: list[str]) -> None:
    changed = edited(block(TEXT, "Ida Kell", "Ada"), edits)
    assert links(changed) == expected
    assert changed.source.link_density == pytest.approx(linked_share(changed))


def test_links_of_both_lines_are_those_of_the_joined() -> None:
    whole = joined(block("See the timetable and", "timetable"), block("the fares of Tamm", "fares"), " ")
    assert links(whole) == ["timetable", "fares"]
    assert whole.source.link_density == pytest.approx(linked_share(whole))
    plain = joined(block("See the timetable"), block("of Tamm"), " ")
    assert (plain.source.links, plain.source.link_density) == ((), 0.0)


def test_a_part_has_the_links_that_are_in_it() -> None:
    whole = block(TEXT, "Ida Kell", "Ada")
    assert links(sliced(whole, 0, 13)) == ["Ida Kell"]
    assert links(sliced(whole, 8, len(TEXT))) == ["Kell", "Ada"]
    tail = sliced(whole, 21, len(TEXT))
    assert (links(tail), tail.source.link_density) == ([], 0.0)


EDITS = st.lists(st.tuples(st.integers(0, 26), st.integers(0, 5), st.sampled_from(("", "x", "long "))), max_size=5)


@given(EDITS, st.integers(0, 26), st.integers(0, 26))
def test_segments_and_links_stay_true_under_any_edits(spots: list[tuple[int, int, str]], one: int, other: int) -> None:
    edits: list[Edit] = []
    for start, length, new in sorted(spots):
        if start >= (edits[-1].end if edits else 0):
            edits.append(Edit(start, min(len(TEXT), start + length), new, ""))
    for changed in (edited(block(TEXT, "Ida Kell", "Ada"), edits), sliced(block(TEXT, "Ida Kell", "Ada"), *sorted((one, other + 1)))):
        for start, source, length in changed.segments:
            assert changed.text[start : start + length] == TEXT[source - 100 : source - 100 + length]
        assert all(0 <= start < end <= len(changed.text) for start, end in changed.source.links)
