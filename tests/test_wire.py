"""A wire's last paragraph, signed in brackets, is no caption."""

from __future__ import annotations

import pytest

from cleaner import clean

STORY = [
    "Il porto di Brask resterà chiuso fino a lunedì per i lavori alla gru, ha detto il sindaco ai pescatori.",
    "La gru si era piegata sabato durante la tempesta, e nessuno sa ancora chi pagherà i danni al molo.",
]
LAST = "I pescatori torneranno in mare martedì mattina, ha aggiunto il sindaco di Brask. (ANSA)"
FOOT = ["Condividi", "I più letti", "Una volpe in municipio", "Il mercato cambia piazza", "Privacy", "Cookie Policy"]
HEAD = ["Home", "Cronaca", "Sport", "Accedi", "Brask, il porto resta chiuso", "9 aprile 2024"]


@pytest.mark.parametrize("signature", ["(ANSA)", "(ANSA).", "(Reuters)", "(AFP)", "/ AFP", "/ANSA/", "(ANSA/AFP)", "（AFP）"])
def test_a_signed_last_paragraph_stays(signature: str) -> None:
    last = LAST.replace("(ANSA)", signature)
    record = clean("\n\n".join([*HEAD, *STORY, last, *FOOT]))
    assert last in record.text


@pytest.mark.parametrize(("lines", "caption"), [
    ([*HEAD, "I pescatori sul molo di Brask guardano la gru piegata. (ANSA)", *STORY, *FOOT], "I pescatori sul molo di Brask guardano la gru piegata. (ANSA)"),
    ([*HEAD, *STORY, "I pescatori sul molo guardano la gru. (ANSA)", *STORY[::-1], *FOOT], "I pescatori sul molo guardano la gru. (ANSA)"),
    ([*HEAD, *STORY, "I pescatori di Brask guardano la gru (foto Ida Kell)", *FOOT], "I pescatori di Brask guardano la gru (foto Ida Kell)"),
], ids=["above the story", "in mid-story", "a photographer"])  # fmt: skip
def test_captions_with_an_agency_go(lines: list[str], caption: str) -> None:
    record = clean("\n\n".join(lines))
    assert caption not in record.text
    assert caption in record.captions


@pytest.mark.parametrize(("line", "publisher"), [
    ("Fonte: ANSA", "ANSA"),
    ("Fonte: ANSA/Ida Kell", None),
    ("© Ida Kell/ANSA", None),
    ("© Il Messaggio di Brask", "Il Messaggio di Brask"),
])  # fmt: skip
def test_an_agency_and_its_photographer_are_no_publisher(line: str, publisher: str | None) -> None:
    assert clean("\n\n".join([*HEAD, *STORY, *FOOT, line])).publisher == publisher
