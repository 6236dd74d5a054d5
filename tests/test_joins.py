"""What belongs to one paragraph is joined, and nothing else."""

from __future__ import annotations

import textwrap

import pytest

from cleaner import clean
from cleaner.parse.markdown import parse as parse_markdown
from cleaner.parse.text import parse
from cleaner.repair import repair

LONG = (
    "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday, and "
    "they are to carry ninety cars each, which is twice as many as the boats that have been in service until now."
)
MORE = (
    "The first of the boats is being built across the water in Tamm and will be delivered in the autumn of next year, "
    "if the yard, which has changed hands three times since the spring, is still there by then."
)


def joined(source: str, language: str = "en") -> list[str]:
    return [block.text for block in repair(parse(source), "text/plain", language)[0]]


@pytest.mark.parametrize("width", [65, 72, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_wrapped_lines_are_rejoined(width: int, indent: str) -> None:
    def wrap(text: str) -> str:
        return "\n".join(textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent))

    assert joined(f"{wrap(LONG)}\n\n{wrap(MORE)}") == [LONG, MORE]


def test_wrapped_markdown_is_rejoined_by_the_width_of_its_source() -> None:
    linked = "[its director](https://courier.example/people/the-director-of-the-ferry-company)"
    pages = [textwrap.fill(text, 78, break_long_words=False) for text in (LONG.replace("its director", linked), MORE)]
    blocks, _ = repair(parse_markdown("\n\n".join(pages)), "text/markdown", "en")
    assert [block.text for block in blocks] == [LONG, MORE]


def test_paragraphs_on_single_lines_stay_apart() -> None:
    assert joined(f"{LONG}\n{MORE}") == [LONG, MORE]


def test_headlines_of_one_length_stay_apart() -> None:
    lines = [
        "Lake Ferry Returns After Ten Years Away",
        "Council Splits Over the Market Square",
        "New Bakery Opens in the Old Chapel",
    ] * 2
    assert joined("\n".join(lines)) == lines


def test_fragments_around_links_are_rejoined() -> None:
    source = "The boats, according to the\nTamm Courier\n, will cost more than\nthe council\nhas ever spent.\nNobody objected."
    assert joined(source) == [
        "The boats, according to the Tamm Courier, will cost more than the council has ever spent.", "Nobody objected."
    ]  # fmt: skip


def test_menus_in_small_letters_stay_apart() -> None:
    assert joined("home\nnews\nsport\nweather") == ["home", "news", "sport", "weather"]


@pytest.mark.parametrize(("head", "tail"), [
    ("The news was brought to the council on Monday by Air Force Maj.", "Gen. Orla Tamm, who had flown in overnight."),
    ("The boats were ordered after a long talk with the officials of the U.S.", "officials said on Monday evening in Tamm."),
    ("The boats were ordered after a long talk with the officials of the", "harbour, who had come from Tamm for the day."),
])  # fmt: skip
def test_paragraphs_cut_in_two_are_rejoined(head: str, tail: str) -> None:
    assert joined(f"{head}\n\n{tail}") == [f"{head} {tail}"]


@pytest.mark.parametrize(("head", "tail"), [
    ("The boats were ordered after a long talk with the officials of the harbour.", "it rained."),
    ("A Slow Start", "the council met again on Wednesday, and on Thursday once more."),
    ("They were told to bring these things to the quay on Monday morning:", "boots, rope and a lamp for every hand."),
])  # fmt: skip
def test_whole_paragraphs_are_left_apart(head: str, tail: str) -> None:
    assert joined(f"{head}\n\n{tail}") == [head, tail]


def test_a_paragraph_parted_by_a_removed_line_is_rejoined() -> None:
    head, _, tail = LONG.partition(" to carry")
    tail = f"to carry{tail}"
    record = clean(f"{MORE}\n\n{head}\n\nAdvertisement\n\n{tail}", media_type="text/plain")
    assert [p.text for p in record.paragraphs] == [MORE, LONG]
    assert [r.kind for r in record.repairs] == ["cut_paragraph"]


def test_every_join_is_logged() -> None:
    _, log = repair(parse("\n".join(textwrap.wrap(LONG, 70))), "text/plain", "en")
    assert {entry.kind for entry in log} == {"wrapped_line"}
    assert len(log) == len(textwrap.wrap(LONG, 70)) - 1

WIDE = (
    "夕凪港の渡し船は五月から一日2往復に増えると港湾組合が火曜日に発表した。新しい船は90人乗りで、乾いた甲板には自転車を"
    "四十台まで載せられる。町の人びとは長く待っていたと喜んでいるが、灯台守の老人だけは汽笛がうるさくなると首を振った。"
)


def columns(text: str, width: int) -> list[str]:
    """Wrap as terminals do, in which East Asian characters take two columns."""
    lines, used = [""], 0
    for char in text:
        wide = 1 + (not char.isascii())
        if used + wide > width:
            lines.append("")
            used = 0
        lines[-1] += char
        used += wide
    return lines


@pytest.mark.parametrize("width", [72, 79, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_lines_wrapped_by_the_columns_of_a_terminal_are_rejoined(width: int, indent: str) -> None:
    pages = ["\n".join(indent + line for line in columns(text, width - len(indent))) for text in (WIDE, WIDE[40:])]
    assert joined("\n\n".join(pages), "ja") == [WIDE, WIDE[40:]]
