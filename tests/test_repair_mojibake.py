"""Encoding damage is undone by small edits; sound text is left alone."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from ftfy import fix_encoding
from ftfy.badness import is_bad
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import clean
from cleaner.model import Edit
from cleaner.repair import mojibake


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def damaged(text: str, encoding: str = "windows-1252") -> str:
    return text.encode().decode(encoding)


SOUND = [
    "Das Café in Tarnby heißt „Möwe“ – und schließt.",
    "“It’s over,” said Ila Brandt — “at last…”",
    "Le pont est fermé : « à bientôt », dit Élise.",
    "Мост закрыт. Мэр молчит.",
    "橋は閉鎖された。",
    "São Tomé, Ångström, naïve, ½ liter, 25 °C, © 2021",
    "plain ASCII only",
    "ﬁne ＡＢＣ &eacute; e\u0301 ‘x’",
    "",
]


@pytest.mark.parametrize(
    ("text", "fixed", "changed"),
    [
        ("Das CafÃ© am Markt", "Das Café am Markt", ["é"]),
        ("Itâ€™s the mayorâ€™s boat", "It’s the mayor’s boat", ["’", "’"]),
        ("The harbour opensâ\x80¨in May", "The harbour opens in May", [" "]),
        ("The bridge \x97 a ruin \x96 stands", "The bridge — a ruin – stands", ["—", "–"]),
        ("voilÃ\xa0 un pont", "voilà un pont", ["à"]),
        (damaged("„Möwe“ schließt", "latin-1"), "„Möwe“ schließt", ["„", "ö", "“", "ß"]),
        (damaged("Мост закрыт", "latin-1"), "Мост закрыт", ["Мост", "закрыт"]),
    ],
)
def test_repairs_with_local_edits(text: str, fixed: str, changed: list[str]) -> None:
    edits = mojibake.find(text)
    assert apply(text, edits).split() == fixed.split()
    assert len(edits) <= len(text.split())
    assert all(edit.kind == "mojibake" for edit in edits)
    assert sum(len(edit.new) for edit in edits) <= len(fixed)
    assert all(any(mark in edit.new for edit in edits) for mark in changed)


def test_an_edit_covers_only_what_changed() -> None:
    assert mojibake.find("Das CafÃ© am Markt") == (Edit(7, 9, "é", "mojibake"),)


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mojibake.find(text) == ()


def test_offsets_hold_in_later_lines_and_long_lines() -> None:
    text = "sound line\n" + "word " * 5_000 + "CafÃ©\nmore " + "y" * 30_000 + " crÃ¨me"
    edits = mojibake.find(text)
    assert [text[edit.start : edit.end] for edit in edits] == ["Ã©", "Ã¨"]
    assert apply(text, edits) == text.replace("Ã©", "é").replace("Ã¨", "è")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aé ßö’“—я\n\x93\x80Ãâ€\xa0"), max_size=60), st.booleans())
def test_is_idempotent_by_line(text: str, damage: bool) -> None:
    text = text.encode().decode("latin-1") if damage else text
    repaired = apply(text, mojibake.find(text))
    assert mojibake.find(repaired) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aé ßö’“”—я\x93\x80ÃÂâà€\xa0"), max_size=60), st.integers(0, 80))
def test_a_line_is_judged_as_ftfy_judges_its_whole(text: str, before: int) -> None:
    line = "a" * before + text + " and so on" * 4
    closed = re.sub(r"â[€\x80](?=[ .,]|$)", "”", line)
    again = re.sub(r"â[€\x80](?=[ .,]|$)", "”", fix_encoding(closed))
    fixed = re.sub(r"(?<=[a-z.”])Â(?=\s|$)", "", again if is_bad(line) else line)
    assert re.sub(r"\s", " ", apply(line, mojibake.find(line))) == re.sub(r"\s", " ", fixed)


def test_half_a_hard_space_at_the_end_of_its_string_goes() -> None:
    text = "The ferry sails at seven.Â\nAsk for NellÂ at the quay, or for Âke and ChÂteau."
    assert apply(text, mojibake.find(text)) == "The ferry sails at seven.\nAsk for Nell at the quay, or for Âke and ChÂteau."


def test_no_repair_leaves_spaces_doubled_or_at_an_end() -> None:
    record = clean("<p>Â Â The ferryâ€™s bellÂ Â Â was cast in Norrby, and \u200b rings at seven.\u200b</p>" * 3, media_type="text/html")
    assert {p.text for p in record.paragraphs} == {"The ferry’s bell was cast in Norrby, and rings at seven."}


@given(st.text(alphabet=st.sampled_from("aé ’я\x80\x9f\xa0Ãâ\n"), max_size=30))
def test_places_are_on_every_line_that_is_looked_at(text: str) -> None:
    lines = {text.count("\n", 0, place) for place in mojibake.places(text)}
    assert all(number in lines for number, line in enumerate(text.split("\n")) if mojibake.places(line))
    assert all(mojibake.places(line) or not mojibake.find(line) for line in text.split("\n"))


def test_ftfy_is_not_imported_for_sound_text() -> None:
    code = (
        "import sys; from cleaner.repair import mojibake; "
        "mojibake.find('The “Möwe” is a café.'); print('ftfy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
