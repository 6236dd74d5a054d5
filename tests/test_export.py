"""Stories as newspaper archives save them: the record becomes fields, the story stays."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse import archives, export
from cleaner.record import ArticleRecord

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren, who sells lamps.\n\n"
    "“We were late for years,” he said, and laughed."
)
TITLE = "Harbour office to open earlier"
RECORDS = {
    "numbered": f"""                     1 of 25 DOCUMENTS


                     The Brask Courier

                     May 4, 2026 Monday
                     Final Edition

{TITLE}

BYLINE: Nell Harrow, Staff Writer

SECTION: NEWS; Pg. A3

LENGTH: 62 words

DATELINE: MARROW BAY

{STORY}

LOAD-DATE: May 5, 2026

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The office on Sunday.

PUBLICATION-TYPE: Newspaper

               Copyright 2026 The Brask Courier Company
                        All Rights Reserved
""",
    "body": f"""{TITLE}
The Brask Courier
May 4, 2026 Monday
Copyright 2026 The Brask Courier Company All Rights Reserved

Section: NEWS; Pg. A3
Length: 62 words
Byline: Nell Harrow

Body


{STORY}


Classification


Language: ENGLISH

Publication-Type: Newspaper

Subject: HARBORS & PORTS (90%); OFFICES (78%)

Load-Date: May 5, 2026


End of Document
""",
    "ordered": f"""News
{TITLE}
Nell Harrow
62 words
4 May 2026
The Brask Courier
BRASKC
A3
English
Copyright 2026. The Brask Courier. All rights reserved.

{STORY}

Document BRASKC0020260504em5400001
""",
    "catalogue": f"""Title: {TITLE}

Author: Harrow, Nell

Publication title: The Brask Courier

Pages: A3

Publication date: May 4, 2026

Publisher: Brask Courier Company

ISSN: 01234567

Document type: News

Full text: {STORY}

Copyright: Copyright Brask Courier Company May 4, 2026

Last updated: 2026-05-05

Database: Courier Stream
""",
    "coded": f"""HD {TITLE}
BY By Nell Harrow
WC 62 words
PD 4 May 2026
SN The Brask Courier
SC BRASKC
PG 3
LA English
CY Copyright 2026. The Brask Courier.

LP

{STORY[: STORY.index("“We")].strip()}

TD

{STORY[STORY.index("“We") :]}

CO brask : Brask Ferries
IN i74 : Shipping
RE uk : United Kingdom
PUB Brask Courier Company
AN Document BRASKC0020260504em5400001
""",
    "codes above": f"""HD
{TITLE}
BY
By Nell Harrow
WC
62 words
PD
4 May 2026
SN
The Brask Courier
CY
Copyright 2026. The Brask Courier.

LP
{STORY[: STORY.index("“We")].strip()}

TD
{STORY[STORY.index("“We") :]}

NS
gship : Shipping
PUB
Brask Courier Co.
AN
Document BRASKC0020260504em5400001
""",
    "cited": f"""{TITLE}: [Final Edition]
Harrow, Nell. The Brask Courier; Brask [Brask]. 04 May 2026: A.3.

Full text: {STORY}

Subject: Ports; Offices

Publication title: The Brask Courier; Brask

Publication year: 2026

Publication date: May 4, 2026

Document type: News

Copyright: Copyright Brask Courier Company May 4, 2026
""",
    "certified": f"""The Brask Courier
lundi 4 mai 2026 – 62 mots – p. 3

{TITLE}

Nell Harrow

{STORY}

© 2026 The Brask Courier. Tous droits réservés.

Certificat émis le 5 mai 2026 à Bibliothèque de Brask à des fins de visualisation personnelle et temporaire.

news·20260504·BRC·0012
""",
    "magazine": f"""CourierTrac Newsstand                    Print   E-mail   Download

{TITLE}
Author: Nell Harrow
Date: May 4, 2026
From: The Brask Courier(Vol. 31, Issue 3)
Publisher: Brask Courier Company
Document Type: Cover story
Length: 62 words
Lexile Measure: 1120L

Full Text:

{STORY}

Source Citation   (MLA 9th Edition)
Harrow, Nell. "{TITLE}." The Brask Courier 4 May 2026: 14+. CourierTrac. Web. 5 May 2026.

Gale Document Number: GALE|A196400123
COPYRIGHT 2026 Brask Courier Company
""",
    "reader": f"""The Brask Courier · 4 May 2026 · A3 · NELL HARROW nell@courier.example

{TITLE}

{STORY}

PressReader.com +1 555 014 0199
ORIGINAL COPY · ORIGINAL COPY
COPYRIGHT AND PROTECTED BY APPLICABLE LAW

© Brask Courier Company

Article Name: {TITLE}
Publication: The Brask Courier
Author: NELL HARROW
Start Page: A3
End Page: A3
""",
    "printed": f"""Courier Interactive(R)               Publications Library

News
{TITLE}
By Nell Harrow
Staff Reporter of The Brask Courier

05/04/2026
The Brask Courier
Page A3
(Copyright (c) 2026, Quayside Newspapers, Inc.)

{STORY}

Copyright (c) 2026 Courier Interactive, Inc. All Rights Reserved.

PUB: The Brask Courier    ACCESSION NO: BRSK0016500123    WORDS: 62
DOCUMENT TYPE: Article   SUBJECT CODES: quay, lamp

Return to Headlines
""",
}
ABROAD = {
    "German": """1 of 1 DOCUMENT

Brasker Bote

4. Mai 2026 Montag
Gesamtausgabe

Hafenamt öffnet früher;
Zwei Schreiber wechseln sich ab

AUTOR: Nell Harrow

RUBRIK: LOKALES; S. 3

LÄNGE: 62 Wörter

{}

UPDATE: 5. Mai 2026

SPRACHE: GERMAN; DEUTSCH

GRAFIK: Das Hafenamt am Sonntag.
Foto: Odo Wren

PUBLICATION-TYPE: Zeitung

Copyright 2026 Brasker Bote GmbH
Alle Rechte vorbehalten
""",
    "French": """Document 1 de 3

Brasker Bote

lundi 4 mai 2026

Hafenamt öffnet früher

AUTEUR: Nell Harrow

RUBRIQUE: VILLE; p. 3

LONGUEUR: 62 mots

{}

DATE-CHARGEMENT: 5 mai 2026

LANGUE: FRANÇAIS

TYPE-PUBLICATION: Journal

Copyright 2026 Brasker Bote
Tous droits réservés
""",
    "ordered": """Hafenamt öffnet früher
Von Nell Harrow
62 Wörter
4 Mai 2026
Brasker Bote
BRASKB
3
Deutsch
Copyright 2026. Brasker Bote.

{}

Dokument BRASKB0020260504em5400001
""",
    "catalogue": """Hafenamt öffnet früher

von Nell Harrow

{}

Quelle: Brasker Bote vom 04.05.2026, S. 3
Datum: 04.05.2026
Ressort: Lokales
Dokumentnummer: BB-2026-05-04-0009

Dauerhafte Adresse des Dokuments:
https://archiv.example/document/BB__1

Alle Rechte vorbehalten: (c) Brasker Bote GmbH
""",
}
GERMAN = (
    "Das Hafenamt von Marrow öffnet vom ersten Mai an zwei Stunden früher, teilte es am Montagmorgen seinen Leserinnen mit.\n\n"
    "Die Schiffer hatten darum gebeten, seit die neue Fähre im Morgengrauen ablegt, sagte der Hafenmeister, der Lampen verkauft.\n\n"
    "„Wir kamen jahrelang zu spät und haben uns jeden Tag dafür entschuldigt“, sagte er und lachte."
)


@pytest.fixture(params=RECORDS.values(), ids=RECORDS)
def record(request: pytest.FixtureRequest) -> ArticleRecord:
    return clean(request.param, media_type="text/plain")


def test_the_story_alone_is_the_body(record: ArticleRecord) -> None:
    assert record.text == STORY


def test_the_record_gives_the_fields(record: ArticleRecord) -> None:
    assert record.title == TITLE
    assert record.authors == ("Nell Harrow",)
    assert record.date == "2026-05-04"
    assert record.publisher == "The Brask Courier"
    assert record.metadata["provenance"]["date"] == export.SOURCE
    assert "syndicated" not in record.flags


def test_every_line_of_it_says_why_it_went(record: ArticleRecord) -> None:
    kinds = {row.kind for row in record.removed}
    assert {"byline", "date", "publisher", "tools", "legal"} <= kinds
    assert "related" not in kinds


@pytest.mark.parametrize("source", ABROAD.values(), ids=ABROAD)
def test_records_in_other_languages_are_read_too(source: str) -> None:
    record = clean(source.format(GERMAN), media_type="text/plain")
    assert record.text == GERMAN
    assert (record.title, record.authors, record.date) == ("Hafenamt öffnet früher", ("Nell Harrow",), "2026-05-04")
    assert record.publisher == "Brasker Bote"


def test_what_stands_below_a_headline_that_goes_on_is_of_the_headline_and_a_line_below_a_picture_of_the_picture() -> None:
    record = clean(ABROAD["German"].format(GERMAN), media_type="text/plain")
    kinds = {row.text: row.kind for row in record.removed}
    assert kinds["Zwei Schreiber wechseln sich ab"] == "title"
    assert kinds["Foto: Odo Wren"] == "caption"


def test_codes_inside_the_story_are_words_of_it() -> None:
    told = "IN the office nobody laughed, said Wren, and nobody wept.\n\nThe clerks went home at six, as they had for years.\n\n" * 3
    texts = RECORDS["coded"].replace("“We were", f"{told}“We were").split("\n")
    found = export.read([text for text in texts if text])
    assert found is not None
    kept = [text for i, text in enumerate(filter(None, texts)) if i not in found.kinds]
    assert [text for text in kept if text.startswith("IN the office")] == ["IN the office nobody laughed, said Wren, and nobody wept."] * 3


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"HD screens are sold out\n\n{STORY}\n\nTD",
        f"{STORY}\n\nCertificat émis le lundi",
        f"Länge: 12 km\nAutor: Odo Wren\nQuelle: Brasker Bote\nDatum: 4. Mai 2026\n\n{STORY}",
        f"{TITLE}\n\nLength: forty metres\nTitle: none yet\nSource: the captain\nType: open\n\n{STORY}",
        f"{RECORDS['body']}\n\n{RECORDS['body']}",
    ],
)
def test_other_texts_and_files_of_several_stories_are_no_record(text: str) -> None:
    assert export.read(text.split("\n")) is None


@pytest.mark.parametrize(
    ("line", "who", "paper", "day"),
    [
        ("Harrow, Nell. The Brask Courier; Brask [Brask]04 May 2026: A.3.", "Harrow, Nell", "The Brask Courier", "04 May 2026"),
        ("Harrow, N. B.; Wren, Odo. Courier, Late ed.; Brask [Brask]. 4 May 2026: 3", None, None, None),
        ("Lamb, Odo Q. Brask Courier, Late Edition (East Quay); Brask, M.B. [Brask, M.B]. 4 May 2026: B1, 7", "Lamb, Odo Q", "Brask Courier, Late Edition (East Quay)", "4 May 2026"),
        ("Brask Courier; Brask [Brask] 12 Dec 1998.", None, "Brask Courier", "12 Dec 1998"),
        ("The ship left Brask; Marrow [the town] saw it on 4 May 2026, said Wren.", None, None, None),
    ],
)  # fmt: skip
def test_a_line_that_cites_the_paper(line: str, who: str | None, paper: str | None, day: str | None) -> None:
    found = export.CITATION.match(line)
    assert (found and (found["who"], found["paper"], found["day"])) == (paper and (who, paper, day))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Harrow, Nell; Wren, Odo", ["Nell Harrow", "Odo Wren"]),
        ("By Nell Harrow, Staff Writer", ["Nell Harrow"]),
        ("van Tamm, Ilse", ["Ilse van Tamm"]),
        ("Von Tamm, Ilse", ["Ilse Von Tamm"]),
        ("Von Ilse Tamm", ["Ilse Tamm"]),
        ("Quarry Lamb, Odo; Ilse Tamm, Correspondent", ["Odo Quarry Lamb", "Ilse Tamm"]),
    ],
)
def test_names_are_turned_round_and_roles_left_out(value: str, names: list[str]) -> None:
    assert archives.authors(value) == names


def test_a_name_that_is_not_known_and_its_value_are_no_headline() -> None:
    record = clean(
        f"WISO\n\n{TITLE}\n\nBrasker Bote vom 04.05.2026, S. 7\n\nAutor: Nell Harrow\nRubrik: Lokales\nAusgabe: Stadt\nISSN: 0000-1111\n"
        f"Jahrgang: 2026\nDokumentnummer: BB_2026050401\n\n{STORY}"
    )
    assert (record.title, record.authors, record.date) == (TITLE, ("Nell Harrow",), "2026-05-04")


def test_a_record_of_europresse_with_the_paper_above_the_headline() -> None:
    record = clean(
        "Europresse\nNom de la source\nLe Courrier de Brask\nType de source\nPresse • Journaux\nPériodicité\nQuotidien\nProvenance\nBrask, Tamm\n\n"
        f"Lundi 4 mai 2026\n\nLe Courrier de Brask • no. 20814 • p. 9 • 158 mots\n\n{TITLE}\n\nNell Harrow\n\n{STORY}"
    )
    assert (record.title, record.authors, record.date, record.publisher) == (TITLE, ("Nell Harrow",), "2026-05-04", "Le Courrier de Brask")


@pytest.mark.parametrize("line", [
    "La Gazette de Val- La Gazette de Val-Brask • p. 9 • 158 mots", "La Gazette de La Gazette de Val-Brask • no. 20814 • p. 9", "La Gazette de Val-Brask • p. 9",
])  # fmt: skip
def test_a_paper_that_two_columns_name_is_named_once(line: str) -> None:
    record = clean(
        f"Lundi 4 mai 2026\n\nNom de la source   Lundi 4 mai 2026\n{line}\nBrask\nType de source\nPresse • Journaux\nPériodicité\nQuotidien\nProvenance\nBrask, Tamm\n\n"
        f"{TITLE}\n\nHarrow, Nell\n\n{STORY}\n\n© 2026 Le Courrier. Tous droits réservés.\nnews·20260504·BRC·0012",
        media_type="text/plain",
    )
    assert (record.title, record.publisher) == (TITLE, "La Gazette de Val-Brask")


def test_a_paper_whose_name_begins_like_its_first_word_is_no_other() -> None:
    assert [archives._undoubled(name) for name in ("La Lampe • p. 9", "Bora Bora")] == ["La Lampe", "Bora Bora"]


def catalogued(below: str = "") -> str:
    """Return a catalogue's record of a magazine's story, with its lines below the story."""
    head = (
        f"Title:   {TITLE}.\nAuthors:   Harrow, Nell\n         Wren, Odo Q.\n"
        "Source:   Quay & Lamp. May2026, Vol. 12 Issue 3, p40-43. 3p.\nDocument Type:   Article\n"
        "Full Text Word Count:   62\nISSN:   0000-1111\nAccession Number:   66120123\n\nSection: QUAYS"
    )
    return f"{head}\n\n{TITLE}\n\n{STORY}{below}"


def test_a_catalogue_s_line_of_the_issue_gives_magazine_and_month_and_writers_stand_a_line_each() -> None:
    record = clean(catalogued(), media_type="text/plain")
    assert (record.title, record.authors, record.date, record.publisher) == (TITLE, ("Nell Harrow", "Odo Q. Wren"), "2026-05", "Quay & Lamp")
    assert record.text == STORY


def test_a_place_below_a_writer_whose_name_is_not_turned_is_no_writer() -> None:
    record = clean(RECORDS["catalogue"].replace("Harrow, Nell\n", "Nell Harrow\nBrask, Tamm\n"), media_type="text/plain")
    assert record.authors == ("Nell Harrow",)


@pytest.mark.parametrize(("value", "name", "said"), [
    ("Quay & Lamp. Oct2011, Vol. 12 Issue 3, p40-43. 3p.", "Quay & Lamp", "2011-10"),
    ("Quay & Lamp. Nov/Dec2011, Vol. 12 Issue 3, p40.", "Quay & Lamp", "2011-11"),
    ("Quay & Lamp. 5/14/2011, Vol. 177 Issue 19, p22", "Quay & Lamp", "Quay & Lamp. 5/14/2011, Vol. 177 Issue 19, p22"),
    ("Quay & Lamp", "Quay & Lamp", None),
    ("Lamp2011 Weekly", "Lamp2011 Weekly", None),
])  # fmt: skip
def test_the_line_of_an_issue(value: str, name: str, said: str | None) -> None:
    assert (archives.undated(value), archives.issued(value)) == (name, said)


def test_who_sent_an_archive_s_mail_is_no_publisher() -> None:
    sent = "From: desk@archive.example\nPublication: The Brask Courier"
    record = clean(RECORDS["magazine"].replace("From: The Brask Courier(Vol. 31, Issue 3)", sent), media_type="text/plain")
    assert record.publisher == "The Brask Courier"


def test_a_box_below_a_magazine_s_story_is_a_story_of_its_own() -> None:
    box = "RELATED ARTICLE: How to trim a lamp\n\nCut the wick straight, and never while it burns. Two hands are enough."
    record = clean(RECORDS["magazine"].replace("\n\nSource Citation", f"\n\n{box}\n\nSource Citation"), media_type="text/plain")
    assert record.text == STORY
    whole = clean(RECORDS["magazine"].replace("\n\nSkippers", "\n\nRELATED ARTICLE: Why the office opens\n\nSkippers"), media_type="text/plain")
    assert STORY.partition("\n\n")[2] in whole.text


@pytest.mark.parametrize(("line", "goes"), [
    ("We were late for years and nobody said a word. Odo Wren Harbour master", True),
    ("We are late today and nobody says a word. Odo Wren Harbour master", False),
    ("“We were late for years and nobody said a word.”", False),
])  # fmt: skip
def test_a_quote_that_the_story_has_goes_with_whose_it_is_at_the_end(line: str, goes: bool) -> None:
    story = f"{STORY}\n\n“We were late for years and nobody said a word,” he said at the quay. “We were late for years and nobody said a word.”"
    texts = [text for text in RECORDS["reader"].replace(STORY, f"{story}\n\n{line}").split("\n") if text]
    found = export.read(texts)
    assert found is not None
    assert (found.kinds.get(texts.index(line)) == "duplicate") is goes
