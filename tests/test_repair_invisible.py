"""Soft hyphens, spaces without width and ligatures inside words are taken out or spelled, and logged."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.repair import invisible

LEAD = "The council of Marrow Bay met on Monday to speak of the ferry, and of the pier that nobody has mended since."


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("The har\u00adbour mas\u00adter of\ufb01ce", "The harbour master office"),
        ("a \ufb01ne \ufb02eet of sti\ufb00 sta\ufb03ng and wa\ufb04es", "a fine fleet of stiff staffing and waffles"),
        ("Odo\u200b Wren,\u2060 and\ufeff his mate", "Odo Wren, and his mate"),
        ("words part\u00ad", "words part\u00ad"),
        ("ภาษา\u200bไทย", "ภาษา\u200bไทย"),
        ("👩\u200d🔧 می\u200cخواهم", "👩\u200d🔧 می\u200cخواهم"),
    ],
)
def test_words_are_spelled_as_readers_read_them(damaged: str, meant: str) -> None:
    text = damaged
    for edit in reversed(invisible.find(damaged, "en")):
        text = text[: edit.start] + edit.new + text[edit.end :]
    assert text == meant
    assert invisible.find(meant, "en") == ()


def test_the_record_has_whole_words_and_tells_where_they_were_not() -> None:
    source = f"{LEAD}\n\nThe har\u00adbour of\ufb01ce opens at six from May on, said Odo Wren, who has kept it for twenty years."
    record = clean(source, media_type="text/plain")
    assert "The harbour office opens" in record.text
    assert [repair.kind for repair in record.repairs] == ["invisible", "ligature"]
    assert all("".join(source[s.start : s.end] for s in repair.spans) == repair.before for repair in record.repairs)


def test_names_in_links_are_whole_behind_a_soft_hyphen() -> None:
    signed = "By&#173; <a rel=author href=/ida>Ida Kell</a> and <a rel=author href=/ada>Ada Mer&shy;row</a>"
    page = f"<h1>Council speaks of the ferry</h1><p>{signed}</p><p>{LEAD}</p><p>{LEAD.replace('Monday', 'Friday')}</p>"
    assert clean(page, media_type="text/html").authors == ("Ida Kell", "Ada Merrow")


def test_a_word_parted_at_a_line_s_end_by_a_soft_hyphen_is_whole_again() -> None:
    lines = "The ferry to Ostrand will come at six from the first of May, said the har\u00ad\nbour master, who had asked for it since spring."
    source = f"{LEAD[:74]}\n{LEAD[75:]}\n{lines}\nNobody had thought of that before him, and nobody will again in the town."
    assert "said the harbour master" in clean(source, media_type="text/plain").text


def test_bullets_of_word_processors_open_items() -> None:
    record = clean(f"{LEAD}\n\n\uf0b7 One boat for the mornings\n\uf0b7 One boat for the nights\n\uf0b7 No boat on Sundays", media_type="text/plain")
    assert [p.text for p in record.paragraphs if p.role == "list_item"] == [
        "One boat for the mornings", "One boat for the nights", "No boat on Sundays",
    ]  # fmt: skip
