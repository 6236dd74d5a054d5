"""What must hold for any input at all."""

from __future__ import annotations

import json
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cleaner import ArticleRecord, Cleaner, visible
from cleaner.record import json_schema
from tests.conftest import ledger_faults

CLEANER = Cleaner()
KEEP_ALL = Cleaner(keep_all=True)
VALIDATOR = Draft202012Validator(json_schema())
MEDIA_TYPES = ("text/plain", "text/markdown", "text/html")

LINES = st.sampled_from((
    "The harbour of Pell was closed on Monday after a barge sank across its mouth, the port said.",
    "“Nobody was hurt,” said the harbour master, who had been up since three in the morning.In the",
    "evening the first boats left.", "Read More", "Comments (3)", "You may also like", "• ann", "- One point", "– Nein.",
    "1", "1. First step", "Share", "By Ada Merrow", "ada@pell.example", "Publisher: The Pell Courier", "Advertisement",
    "according to Air Force Maj.", "Gen. Orla Tamm said that the runway would be closed until Friday.", "***", "•", "",
    "# Heading", "> quoted", "| a | b |", "|---|---|", "```", "[link](http://x.example/a_(b))", "![alt](a.png)", "---",
    "<p>Para &amp; more</p>", "<div class='share'>Share</div>", "<!-- c -->", "<li>item", "</div>", "caf\u00c3\u00a9",
    "© 2024 Pell Media", "港は月曜日に閉鎖されました。", "\x00\x07", "\u200b", "a\xa0b   c\td",
    "::: {.box key=\"v\"}", "[The ferry]{.lead} sails.", "[1]Home [2]Harbour [3]Tides", "References", "1. https://x.example/a",
    "2. https://x.example/b", "3. https://x.example/c", "Thistle &amp; Sons", "Letters_to_the_Editor", "━━━━", "```{=html}",
))  # fmt: skip
PAGES = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(("\n", "\n\n", "\r\n")).map(lambda s: s.join(lines))
)
ONE_LINE = st.lists(LINES, min_size=6, max_size=14).map(lambda lines: " ".join(lines * 5))
"""Pages that have lost their line ends."""
INPUTS = st.one_of(st.text(), PAGES, ONE_LINE)


SAILS = "the ferry of marrow bay sails to tamm and back again with lamps of tin"
WORDS = list(map("".join, product("bdfgklmnprst", "aeiou", "bdfgklmnprst", "aeiou", "lmnrs")))
"""Made-up words, all different."""
LONG = {
    "lines without stops": "\n".join([SAILS, SAILS[:50]] * 4_000),
    "lines with double spaces": "The ferry  sails to Tamm.  " * 20_000,
    "biographies": "\n\n".join(
        f"{first.title()} {last.title()} is a reporter who writes of {one} and {other}."
        for first, last, one, other in zip(*[iter(WORDS)] * 4, strict=True)
    ),
    "lines of code in a paragraph": "\n".join(["x = tide(3);", *["The ferry sails to Tamm and back again."] * 5] * 4_000),
    "the head of a list": '["a"' + " " * 400_000,
    "a word behind a full stop": f"He said.In the evening it was so. aa.{'b' * 200_000}/ He said.In the end.",
    "the head of a Markdown link": "[a](" + "\n" * 100_000 + "x",
    "blanks in a Markdown head's signature": f"---\nauthor: Ann{' ' * 20_000}b\n---\n\n{SAILS}",
    "spaces in a Markdown heading": "# a" + " " * 100_000 + "b",
    "semicolons in JSON-LD": f"<script type='application/ld+json'>{{{';' * 100_000}x</script><p>{SAILS}</p>",
    "spaces in JSON-LD": f"<script type='application/ld+json'>{{,{' ' * 100_000}x</script><p>{SAILS}</p>",
}
"""Inputs with which time that grows with the square of the length is minutes, and their kinds below."""
LONG_KINDS = {"Markdown": "text/markdown", "JSON-LD": "text/html"}


@pytest.mark.parametrize("name", LONG)
def test_long_inputs_come_to_an_end(name: str) -> None:
    kind = next((kind for word, kind in LONG_KINDS.items() if word in name), "text/plain")
    assert CLEANER.clean(LONG[name], media_type=kind).error is None


@given(INPUTS, st.sampled_from((None, *MEDIA_TYPES)))
def test_every_character_lies_in_exactly_one_row(source: str, media_type: str | None) -> None:
    shown = visible(source, media_type=media_type)
    record = CLEANER.clean(source, media_type=media_type)
    assert record.error is None
    assert ledger_faults(shown, record) == []


@given(INPUTS, st.sampled_from(MEDIA_TYPES))
def test_keep_all_keeps_all(source: str, media_type: str) -> None:
    record = KEEP_ALL.clean(source, media_type=media_type)
    assert record.removed == ()
    assert ledger_faults(visible(source, media_type=media_type), record) == []


@given(st.binary())
def test_any_bytes_give_a_record(source: bytes) -> None:
    record = CLEANER.clean(source)
    assert record.error is None or set(record.error) == {"code", "message", "place"}


@given(INPUTS)
def test_records_follow_the_schema_and_survive_json(source: str) -> None:
    record = CLEANER.clean(source)
    data = json.loads(record.to_json())
    VALIDATOR.validate(data)
    assert ArticleRecord.from_dict(data).to_json() == record.to_json()


@given(PAGES)
def test_same_input_same_output(source: str) -> None:
    assert Cleaner().clean(source).to_json() == CLEANER.clean(source).to_json()


@given(PAGES)
def test_cleaning_twice_changes_nothing(source: str) -> None:
    once = CLEANER.clean(source, media_type="text/plain").text
    assert CLEANER.clean(once, media_type="text/plain").text == once


@pytest.mark.parametrize("source", [None, 3, ["a"], bytearray(b"a")])
def test_wrong_calls_are_told(source: object) -> None:
    with pytest.raises(ValueError, match="give str or bytes"):
        CLEANER.clean(source)  # type: ignore[arg-type]
