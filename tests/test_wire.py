"""A wire's last paragraph, signed in brackets, is no caption; the takes of a cable are one story."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.rules import cables

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


TOLD = (
    "The old ferry of Ostrey was sold on Friday for one crown to the museum of the next town, its council told reporters.",
    "It will be towed across the bay in May and stand in the yard of the museum for as long as it holds, the mayor said.",
    "Its captain, who has steered it for nineteen years, will stand at the wheel himself when it leaves for the last time.",
)
GERMAN = (
    "Die alte Fähre von Ostrey ist am Freitag für eine Krone an das Museum der Nachbarstadt verkauft worden, teilte der Rat mit.",
    "Sie soll im Mai über die Bucht geschleppt werden und im Hof des Museums stehen, solange sie hält, sagte die Bürgermeisterin.",
    "Der Kapitän, der seit neunzehn Jahren auf ihr fährt, will beim letzten Ablegen selbst am Steuer stehen, sagte er.",
)
FRENCH = (
    "Le vieux bac d'Ostrey a été vendu vendredi pour une couronne au musée de la ville voisine, a annoncé le conseil municipal.",
    "Il sera remorqué en mai à travers la baie et restera dans la cour du musée aussi longtemps qu'il tiendra, a dit la maire.",
    "Le capitaine, qui le conduit depuis dix-neuf ans, tiendra lui-même la barre lors de la dernière traversée de la baie.",
)
SPANISH = (
    "El viejo ferri de Ostrey fue vendido el viernes por una corona al museo de la villa vecina, según comunicó el ayuntamiento.",
    "Será remolcado en mayo a través de la bahía y quedará en el patio del museo mientras aguante, dijo la alcaldesa de la villa.",
    "El capitán, que lo gobierna desde hace diecinueve años, llevará él mismo el timón en la última travesía de la bahía.",
)
CABLES = {
    "American": (
        f"^B0714 ----\nr n  BC-Tamm-Ferry  1stLd-Writethru  b0714  04-19 0188\n^BC-Tamm-Ferry, 1st Ld-Writethru, b0688,0190<\n^Old ferry goes for one crown<\n"
        f"^Eds: UPDATES with captain.<\n^By IDA KELL=\n^Bayline Press Writer=\n   OSTREY, Tamm (BP) _ {TOLD[0]}\n   {TOLD[1]}\n(more)\n"
        f"BP-OS-04-19-03 2214\n^OSTREY, Tamm: the mayor said.<\n   {TOLD[2]}\nBP-OS-04-19-03 2222MDT<\nNNNN\n",
        TOLD, "Old ferry goes for one crown", "Bayline Press",
    ),
    "Spanish": (
        f"BRC0418 4 CUL 0187 TMM-OST (I)\nFERRI-MUSEO\n\nEl viejo ferri de Ostrey se va por una corona\n\n    Ostrey, 19 abr (BRASKCABLE).- {SPANISH[0]}\n\n    {SPANISH[1]}\n"
        f"BRASKCABLE\nikl/tvk/jn\n(foto)(vídeo)\n\nBRC0421 4 CUL 0095 TMM-OST (y II)\nFERRI-MUSEO (AMPLIACION)\n\n    {SPANISH[2]}\nikl/tvk/jn\n\n19/04/22-14/03\n",
        SPANISH, "El viejo ferri de Ostrey se va por una corona", "BRASKCABLE",
    ),
    "German": (
        f"bdt0345 4 vm 312 bkd 0517\n\nSchifffahrt/Museum/\nFähre von Ostrey für eine Krone verkauft =\n\n    Ostrey (bkd) - {GERMAN[0]}\n    {GERMAN[1]}\n(mehr folgt)\nbkd ik/tv xx\n"
        f"192214 Apr 03\n\nbdt0351 4 vm 120 bkd 0534\nSchifffahrt/Museum/\nFähre von Ostrey für eine Krone verkauft (2) =\n\n    {GERMAN[2]}\nbkd ik/tv jn\n192244 Apr 03\n",
        GERMAN, "Fähre von Ostrey für eine Krone verkauft", None,
    ),
    "Italian": (
        f"ZCZC0338/BRK\nBRK91407\nR CRO S42 QBRK\n\n== BRASK, IL PORTO RESTA CHIUSO ==\n\n        (BRAK) - BRASK (TAMM), 19 APR - {STORY[0]}\n{STORY[1]}\n(SEGUE).\n\n     YGK-TV/IK\n"
        f"19-APR-03 22:14 NNNN\n\nZCZC0341/BRK\nR CRO S42 QBRK\n\n== BRASK, IL PORTO RESTA CHIUSO (2) ==\n\n        {LAST.replace('ANSA', 'BRAK')}\n\n     YGK-TV/IK\n19-APR-03 22:26 NNNN\n",
        (*STORY, LAST.replace("ANSA", "BRAK")), "BRASK, IL PORTO RESTA CHIUSO", "BRAK",
    ),
    "French": (
        f"BRK0123 4 I 0412 TMM /BKP-OS21\nTamm-transports-musée\n\nLe bac d'Ostrey vendu pour une couronne\n\nOSTREY (Tamm), 19 avr 2003 (BKP) - {FRENCH[0]}\n\n{FRENCH[1]}\n(à suivre)\n"
        f"ikl/tvk/jn\n\nBRK0127 4 I 0130 TMM /BKP-OS22\nTamm-transports-musée (suite)\n\n{FRENCH[2]}\nikl/tvk/jn\n\nBKP 192214 GMT APR 03\n",
        FRENCH, "Le bac d'Ostrey vendu pour une couronne", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "story", "title", "publisher"), CABLES.values(), ids=CABLES)
def test_takes_of_a_cable_are_one_story_without_what_stands_between_them(source: str, story: tuple[str, ...], title: str, publisher: str | None) -> None:
    record = clean(source, media_type="text/plain")
    assert len(record.paragraphs) == len(story)
    assert all(paragraph.text.endswith(told) for paragraph, told in zip(record.paragraphs, story, strict=True))
    assert (record.title, (record.date or "")[:10], record.publisher) == (title, "2003-04-19", publisher)


@pytest.mark.parametrize(("line", "iso"), [
    ("BP-OS-04-19-03 2214MDT<", "2003-04-19T22:14"),
    ("BP-OS-04-19-98 2214", "1998-04-19T22:14"),
    ("Tam22:14 04-19-96", "1996-04-19T22:14"),
    ("19/04/22-14/03", "2003-04-19T22:14"),
    ("192214 GMT APR 03", "2003-04-19T22:14"),
    ("19-GEN-03 22:14 NNNN", "2003-01-19T22:14"),
    ("39/04/22-14/03", None),
    ("19/04/2003", None),
    ("192214 men 03", None),
])  # fmt: skip
def test_the_moment_below_a_take(line: str, iso: str | None) -> None:
    assert cables.moment(line) == iso


def test_a_heading_below_what_an_agency_offers_stays_in_the_story() -> None:
    source = f"ZCZC BRK042\n\nOld ferry goes for one crown\n\n{TOLD[0]}\n\n(photo)\n\nNobody else wanted it\n\n{TOLD[1]}\n\nNNNN"
    assert clean(source, media_type="text/plain").text == "\n\n".join((TOLD[0], "Nobody else wanted it", TOLD[1]))


def test_initials_without_codes_or_a_moment_make_no_cable() -> None:
    source = "\n\n".join(("Old ferry goes for one crown", TOLD[0], "ab/cd", "What the sign says", TOLD[1], "Ferries (film)", TOLD[2]))
    assert {"ab/cd", "What the sign says", "Ferries (film)"} <= set(clean(source, media_type="text/plain").text.split("\n\n"))
