"""Lines that touch in clean text, whose paragraphs blank lines part, stay together; in a scrape they are lines."""

from __future__ import annotations

import pytest

from cleaner import clean

PROSE = [
    "The choir of Arnford sang on the quay for the first time since the old harbour hall was closed to the public eleven years ago.",
    "Its conductor, Lorna Pitt, said that she had found the words on the back of a tide table that a dealer in Norrby had sent her.",
    "Nobody knows who wrote them, and the town archive has no other copy of the table, which was printed for the winter of 1911.",
]
VERSE = "The ferry goes at seven\nand comes again at nine\n  the lamp upon the harbour wall\nis neither yours nor mine"
COLUMNS = "Ferry   7\nLamp   19"


def text(*groups: str) -> str:
    return "\n\n".join(groups)


def paragraphs(source: str) -> list[tuple[str, str]]:
    return [(p.role, p.text) for p in clean(source, media_type="text/plain").paragraphs]


@pytest.mark.parametrize("lines", [VERSE, COLUMNS])
def test_lines_between_paragraphs_are_one_block(lines: str) -> None:
    source = text(PROSE[0], lines, *PROSE[1:])
    assert paragraphs(source)[1] == ("preformatted", lines)
    assert clean(source, media_type="text/plain").text == source


@pytest.mark.parametrize(
    "lines",
    [
        "- one ferry\n- one lamp",
        "The words\nThey were sung twice, at the wish of the crowd.",
        "Nobody spoke on the quay for a while.\nThen the lamp on the wall went out.",
        "Ferry\t7\nLamp\t9",
        "Harbour Hall\n4 Quay Street\nArnford",
    ],
)
def test_lists_tables_headings_and_short_paragraphs_are_lines(lines: str) -> None:
    assert "preformatted" not in [role for role, _ in paragraphs(text(PROSE[0], lines, *PROSE[1:]))]


def test_lines_above_and_below_the_story_are_lines() -> None:
    source = text("A song comes home\nBy Lorna Pitt", *PROSE, "Lorna Pitt\nArnford Courier")
    assert "preformatted" not in [role for role, _ in paragraphs(source)]


def test_where_paragraphs_touch_lines_do_not_tell() -> None:
    assert "preformatted" not in [role for role, _ in paragraphs("\n".join([PROSE[0], VERSE, *PROSE[1:]]))]


def test_the_ground_of_a_stanza_is_its_lines() -> None:
    source = text(PROSE[0], VERSE, *PROSE[1:])
    stanza = clean(source, media_type="text/plain").paragraphs[1]
    assert [source[a:b] for a, b in stanza.spans] == [VERSE]


def test_a_page_in_html_with_verse_is_itself_when_cleaned_again() -> None:
    source = "".join(f"<p>{p}</p>" for p in PROSE[:2]) + f"<pre>{VERSE}</pre><p>{PROSE[2]}</p>"
    record = clean(source, media_type="text/html")
    assert VERSE in record.text
    assert clean(record.text, media_type="text/plain").text == record.text


def test_a_table_is_itself_when_cleaned_again() -> None:
    rows = ["Harbour\tNorth\tWidest of the three, and the only one with a crane that still works in frost", "north\tNorrby\tNo crane, but a slip for boats of up to nine metres"]
    source = text(PROSE[0], *rows, *PROSE[1:])
    assert clean(source, media_type="text/plain").text == source
