"""Glued sentences are parted, and what only looks like them is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.model import Edit
from cleaner.repair import glued
from cleaner.repair.abbreviations import ends_with_abbreviation, ends_with_acronym


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


# A `|` marks where the space is missing.
GLUED = [
    ("en", "The harbour is closed, the mayor said.|In spring it opens again."),
    ("en", "The plan came from a U.S.|official.|Nobody in Tarnby had seen it."),
    ("en", "Two men were wounded.”|On Friday the shop reopened."),
    ("en", "It lasts until August.|“We hope so,” said Ila Brandt."),
    ("en", "A letter to Oleg V.|Marenko was returned."),
    ("en", "Air Force Maj.|Gen.|Tom Ardley flew home."),
    ("en", "They walked to Kestrelby.|The road was flooded."),
    ("en", "Who pays?|Is it the town?|And when?"),
    ("en", "What a night!|And what a morning."),
    ("en", 'Nothing is lost, she said.|"We start again in May," and "it will work."|Then she left.'),
    ("en", 'He asked, "Why now?"|Nobody knew.'),
    ("en", "It rained (again.)|Then the sun came out."),
    ("en", "It rained again.|(The roof held.)"),
    ("en", "“Stop.”|“Why?”|“Because.”"),
    ("en", "“Run!”|he said."),
    ("en", "The novel by P.D.|Harrowby sold well in the U.K.|The sequel did not."),
    ("en", "The vote is over.|A recount begins.|I think so."),
    ("en", "The fund lost money last year.|2023 was better, and prices fell.|$5 million went to Orrin Bay."),
    ("en", "Turnout was 45%.|That surprised them in 2021.|NATO was silent."),
    ("en", "Write to desk@brackenpost.com.|The editor answers."),
    ("en", "The fair closes at 5 p.m.|The buses run until six on Nov.|12 this year."),
    ("en", "1.|A kettle for the boat"),
    ("en", "Kettles.|They boil water for the crew."),
    ("en", "The boats belong to Orrin.|However, he sold them to Tarnby Ferries, Inc.|The crew stayed."),
    ("en", "We waited at home…|Then the phone rang."),
    ("en", "Sold out.[4]|Nobody minded."),
    ("de", "Das Rathaus bleibt zu.|Der Bürgermeister schweigt."),
    ("de", "„Wir kommen wieder.“|Dann gingen sie.|„Gut so.“"),
    ("de", "»Das reicht.«|Er ging.|»Schade!«"),
    ("de", "Am 3.|Oktober ist frei."),
    ("de", "Die Zahl sank.|«Das freut uns», sagte Reto Amslinger."),
    ("fr", "Le pont est fermé.|Élise Vauquelin le regrette.|« Nous verrons », dit-elle."),
    ("es", "El puerto cerró.|¿Quién paga?|¡Nadie!|Él lo sabe."),
    ("es", "Marcó Iván Sedal (1-0, min.|16) y se acabó."),
    ("de", "Er wohnt in Haus Nr.|7 am Hafen."),
    ("pt", "A ponte fechou.|Com isso, ninguém passa."),
    ("it", "Il ponte è chiuso.|«Riapriremo», dice Ada Rovelli.|È una promessa."),
    ("sv", "Bron är stängd.|Åsa Brolin väntar. Hon sa: ”Vi ses.”|Sedan gick hon."),
    ("ru", "Мост закрыт.|Мэр В.|Ларин молчит.|«Ждём», — сказал он."),
    ("uk", "Міст закрито.|Її відкриють у травні."),
    ("el", "Η γέφυρα έκλεισε.|Ποιος πληρώνει;|Κανείς δεν ξέρει."),
    ("ko", "다리가 닫혔다.|시장은 말이 없다."),
    ("ar", "أغلق الجسر.|صمت العمدة."),
    ("hi", "पुल बंद है।|मेयर चुप हैं।"),
]

KEPT = [
    "See https://news.example.org/a.Bold?x=1.Then and www.Example.Com today.",
    "Booking sites such as Example.Com, Farewell.Net and Lodge.co.uk grew.",
    "Write to Ila.Brandt@brackenpost.com or follow @ila.Brandt now.",
    "It runs on Node.js, Vue.JS, ASP.NET and .NET 8.",
    "Open report.PDF, README.MD, photo.JPG and My.Final.Draft.docx first.",
    "Version 2.0.1, v3.4, Python 3.11 and build 10.X are out.",
    "It cost 3.5 million at 10.30 on 12.05.2021, or 1.000,50 in all.",
    "J.K. Harrow, a Ph.D. from the U.S.A., met P. D. Orrin of the U.S.",
    "Tools, e.g. a saw, i.e. a blade, z.B. und d.h. so weiter.",
    "She has a Ph.D, a B.Sc. and an M.Phil. from Tarnby.",
    "Sen. Ada Moss (D-W.Va.) spoke with Rep. Lou Fenn (R-N.C.).",
    "Well... maybe... no…and then [...] it stopped (...) again. . . .",
    "The study found a link.12 Others did not.3,4",
    "Section 3.A and rule 12.B apply, see Fig.3 and p.12 there.",
    "Shares of Orrin (ORN.A) and BRK.B fell.",
    "Call client.GetAsync(url) or os.Path.Join(a, b) first.",
    "The loop reads `item.Next` and then stops.",
    "if x := node.Value; x != nil { return x.Name }",
    "    options.Strict = true;",
    "She wore J.Crew, he L.L.Bean, and Will.I.Am sang.",
    "import System.Text.Json",
    "She founded Orrin.Works. It grew, and he wrote for ›Ufer.Wege‹ and Tarnby.Now",
    "Orrin.Works: a fair",
    "pathlib.Path — where files are",
    "橋は閉鎖された。市長は黙っている。3.5キロ先。",
    "The U.S.’s oldest bridge, the U.S.-built one, is shut.",
    "“Stop,” he said. ‘Why?’ she asked. (It rained.) [It poured.]",
    'He said "no." Then "yes."',
    "",
    ".",
    "...",
]


@pytest.mark.parametrize(("language", "marked"), GLUED)
def test_inserts_exactly_the_missing_spaces(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    edits = glued.find(text, language)
    assert apply(text, edits) == marked.replace("|", " ")
    assert all(edit.start == edit.end and edit.kind == "glued_sentence" for edit in edits)


@pytest.mark.parametrize("text", KEPT)
def test_keeps_what_only_looks_glued(text: str) -> None:
    assert glued.find(text, "en") == ()


@pytest.mark.parametrize("text", ["Write to news@tamm.example.com at once", "the U.S. Navy (U.S.)", "by J.K. Tamm, U.N.; A.B."])
def test_addresses_and_acronyms_are_not_even_places(text: str) -> None:
    assert glued.places(text, "en") == []


@pytest.mark.parametrize("text", ["the U.S.official", "the U.S.!official", "said.The", "the U.N.I saw"])
def test_what_may_be_glued_is_a_place(text: str) -> None:
    assert glued.places(text, "en")


@pytest.mark.parametrize(
    ("page", "spared"),
    [
        ("The fair of Orrin.Works opens today.\nTickets from Orrin.Works are cheap.", True),
        ("The call to os.Create fails.\nSo we test os.Create here.", True),
        ("He said.The mayor left.\nShe said.The council stayed. That was all he said.", False),
        ("The best is fun.Then came rain.\nThe best is fun.Then came rain.", False),
        ("Call Dr.Ardley at once.\nNobody found Dr.Ardley there.", False),
    ],
)
def test_what_recurs_in_other_company_is_a_name(page: str, spared: bool) -> None:
    spares = glued.spared(page)
    assert {spares(line, edit) for line in page.split("\n") for edit in glued.find(line, "en")} == {spared}


@pytest.mark.parametrize(("language", "marked"), GLUED)
def test_repaired_text_is_left_alone(language: str, marked: str) -> None:
    assert glued.find(marked.replace("|", " "), language) == ()


PIECES = st.sampled_from(
    ["said", "The", "In", "U.S.", "V.", "Maj.", "x.y", "NATO", "A", "2023", "5", ".", "?", "!", "…", "...", '"', "“",
     "”", "«", "»", "„", "'", "(", ")", " ", "\n", "http://a.b/", "@", "/", "{", "É", "да", "Он", "。", "한국", "[1]"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60), st.sampled_from(["en", "de", "fr", "sv", "el"])
)
def test_is_idempotent_and_only_adds_spaces(text: str, language: str) -> None:
    edits = glued.find(text, language)
    repaired = apply(text, edits)
    assert [edit.start for edit in edits] == sorted({edit.start for edit in edits})
    assert "".join(repaired.split()) == "".join(text.split())
    assert glued.find(repaired, language) == ()


@pytest.mark.parametrize("unit", ["a.Ba", ".", "said.In ", 'said."In ', "x.»Ab ", "\"'", "a. "])
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    glued.find(text, "en")
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("flew with Air Force Maj.", "en", True),
        ("in a letter to Mr", "en", True),
        ("to be held on Nov.", "en", True),
        ("the answer was No. ", "en", True),
        ("and she said no.", "en", False),
        ("in the U.S.", "en", False),
        ("they went home.", "en", False),
        ("Obst, z.B.", "de", True),
        ("Obst, z.B.", "en", False),
        ("le journal de Mme", "fr", True),
        ("пишет проф.", "ru", True),
        ("", "en", False),
    ],
)
def test_abbreviations_end_no_sentence(text: str, language: str, expected: bool) -> None:
    assert ends_with_abbreviation(text, language) is expected


def test_acronyms_are_told_from_words() -> None:
    assert ends_with_acronym("troops of the U.S.")
    assert not ends_with_acronym("at home.")
