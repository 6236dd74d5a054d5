"""Stories as further archives, catalogues, feeds and clipping services hand them on: the record becomes fields, the story stays."""

from __future__ import annotations

import pytest

from cleaner import clean, old_dates
from cleaner.parse import archives, export
from tests.test_export import GERMAN, STORY, TITLE

RECORDS = {
    "labels above": f"""Paper: Brask Courier (NB)
Title: {TITLE}
Author: Nell Harrow
Date: May 4, 2026
Section: LOCAL
Page: A3

{STORY}

Caption: Color photo. The office on Sunday.
Memo: Ilse Tamm helped with this report.

Copyright (c) 2026 Brask Courier, All Rights Reserved.
Record Number: 2605040117
""",
    "day behind the paper": f"""Brask Library - World News

{TITLE}
Brask Courier (NB) - Monday, May 4, 2026
Author/Byline: Nell Harrow, Courier staff writer
Edition: State
Section: A
Readability: 10-12 grade level

{STORY}

Index terms: harbours; offices
Record: 7f1d02
""",
    "journal": f"""Record: 1
Title: {TITLE}.
Authors: Harrow, Nell
Source: Brask Courier. May 4, 2026, Vol. 12 Issue 1, p44-47. 4p.
Document Type: Article
Subject Terms: *HARBORS
*OFFICES
Abstract: The article discusses an office on the coast which is to open earlier than it used to, and why its clerks are glad of it.
ISSN: 1553-9000
Accession Number: 121880000

{TITLE}

{STORY}

Copyright of Brask Courier is the property of Brask Media and its content may not be copied without the copyright holder's permission.
""",
    "cited below": f"""Title: {TITLE}

Publication Information: Brask Courier (Brask, Scotland) .  (May 4, 2026):  News: p6.

Document Type: Article
Byline: Nell Harrow
Full Text:

COPYRIGHT 2026 Brask Courier Ltd.

{STORY}

Source Citation   (8th Edition)
"{TITLE}." Brask Courier [Brask, Scotland], 4 May 2026, p. 6. OneFile: News, link.brask.example/A272. Accessed 3 Feb. 2027.

Document Number: A272
""",
    "clipping": f"""OSTREY MEDIA WATCH
Cuttings and Broadcasts

Client:       Marrow Ferries plc
Source:       Brask Courier
Date:         Monday 4 May 2026
Page:         11
Circulation:  14,870
Reach:        38,662
AVE:          1,054 GBP

{TITLE}

By Nell Harrow

{STORY}
""",
    "feed": f"""Brask Courier
Boats and weather

Item: {TITLE}
Link: https://courier.example/office
PubDate: Mon, 04 May 2026 07:15:09 +0000
Creator: Nell Harrow
GUID: https://courier.example/?p=11

{STORY}

Comments: https://courier.example/office#respond
Slash:comments 7
""",
    "searched for": f"""News
{TITLE}

Nell Harrow
311 words
4 May 2026
Brask Courier
BRASKC
English
(c) 2026 Brask Newspapers Limited

{STORY}

Document BRASKC0020260504e33c0001x


Search Summary
Text                harbour and office
Date                01/01/2026 to 31/12/2026
Source              Brask Courier

© 2027 Archive, Inc. All rights reserved.
""",
    "Markdown": f"""# {TITLE}

Brask Courier (London)

May 4, 2026 Monday

Copyright 2026 Brask Media Ltd All Rights Reserved

**Section:** NEWS; Pg. 24

**Length:** 62 words

**Byline:** Nell Harrow

# Body

{STORY}

**Load-Date:** May 5, 2026

**End of Document**
""",
}


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_gives_the_fields_and_the_story_is_left(name: str) -> None:
    record = clean(RECORDS[name], media_type="text/markdown" if name == "Markdown" else "text/plain")
    assert record.text == STORY
    assert (record.title, record.authors, (record.date or "")[:10]) == (TITLE, ("Nell Harrow",), "2026-05-04")
    if name != "feed":
        assert record.publisher == "Brask Courier"


def test_a_clipping_in_german_is_of_the_paper_above_its_names() -> None:
    head = "Pressespiegel der Häfen\nMontag, 11. Mai 2026     Seite 7 von 12\n\nDer Brasker Bote\nDatum:    04.05.2026\nRessort:  Lokales\nSeite:    19\nAuflage:  31.420\nGattung:  Tageszeitung"
    record = clean(f"{head}\n\nHafenamt öffnet früher\n\nVon Nell Harrow\n\n{GERMAN}", media_type="text/plain")
    assert (record.title, record.authors, record.date, record.text) == ("Hafenamt öffnet früher", ("Nell Harrow",), "2026-05-04", GERMAN)


def test_names_of_a_record_stand_above_their_values_in_some() -> None:
    head = "Source name      Monday 4 May 2026\nBrask Courier\n      Brask Courier • p. A3 • 62 words\nSource type\nPress\n\nPeriodicity\nDaily\n\nOrigin\nBrask\n\np. A3"
    foot = "© 2026 Brask Courier. All rights reserved.\nCertificate issued on 3 May 2027 to a reader.\nnews·20260504·BC·20260504bc7102"
    record = clean(f"{head}\n\n{TITLE}\n\nNell Harrow\n\n{STORY}\n\n{foot}", media_type="text/plain")
    assert (record.title, record.authors, record.date, record.publisher, record.text) == (TITLE, ("Nell Harrow",), "2026-05-04", "Brask Courier", STORY)


def test_an_old_paper_s_day_is_read_in_a_record_and_in_its_page_s_head_only() -> None:
    old = RECORDS["labels above"].replace("May 4, 2026", "May 4, 1926")
    assert clean(old, media_type="text/plain").date == "1926-05-04"
    printed = f"THE BRASK COURIER, TUESDAY, MAY 4. 1926.        5\n\n{TITLE}\n\n{STORY}"
    assert clean(printed, media_type="text/plain").date == "1926-05-04"
    assert clean(f"{TITLE}\n\nMay 4, 1926\n\n{STORY}", media_type="text/plain").date is None


@pytest.mark.parametrize(
    "text",
    [
        "Paper: Brask Courier\nTitle: none\nDate: May 4, 2026\nRecord Number: 1\nPage: A3",
        "Source name   Monday 4 May 2026\nBrask Courier\nSource type\nPress\nOrigin\nBrask\n© 2026 Brask Courier\nnews·20260504·BC·20260504bc7102",
        "Source name   Monday 4 May 2026\nSource type\nOrigin\nnews·20260504·BC·20260504bc7102",
    ],
)
def test_a_record_without_a_story_is_none(text: str) -> None:
    assert export.read(text.split("\n")) is None
    assert clean(text, media_type="text/plain").error is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("SATURDAY, SEPTEMBER 2. 1911.", ["1911-09-02"]),
        ("Dienstag, den 18. Oktober 1927", ["1927-10-18"]),
        ("1er mai 1889 et 3 de junio de 1890", ["1889-05-01", "1890-06-03"]),
        ("May 40, 1911, and Brask 4, 1911", []),
        ("May 4, 2026", []),
    ],
)
def test_days_before_the_web(text: str, days: list[str]) -> None:
    assert [*old_dates.find(text)] == days


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Brask Courier (NB) - Monday, May 4, 2026", "Brask Courier"),
        ("Brasker Bote vom 18.09.2013, S. 15", "Brasker Bote"),
        ("Brask Quarterly. Spring2017, Vol. 12 Issue 1, p44", "Brask Quarterly"),
        ("The Courier (London)", "The Courier"),
        ("Courier St. Brask", "Courier St. Brask"),
        ("(London)", "(London)"),
    ],
)
def test_a_paper_s_name_ends_before_day_issue_and_town(line: str, paper: str) -> None:
    assert archives.undated(line) == paper


def test_a_list_of_what_was_found_stands_above_a_story() -> None:
    cover = f"User Name: a reader\nDate and Time: Tuesday, October 4, 2027 3:17:00 PM EDT\nJob Number: 18124\nDocument (1)\n1. {TITLE}\nSearch Terms: harbour\nNews    Timeline: Jan 01, 2026 to Oct 01, 2026"
    text = f"{cover}\n\n{TITLE}\nBrask Courier (NB)\nMay 4, 2026 Monday\n\nCopyright 2026 Brask Media All Rights Reserved\n\nSection: METRO\nLength: 62 words\nByline: Nell Harrow\n\nBody\n\n{STORY}\n\nLoad-Date: May 5, 2026\n"
    record = clean(text, media_type="text/plain")
    assert (record.title, record.authors, record.date, record.publisher, record.text) == (TITLE, ("Nell Harrow",), "2026-05-04", "Brask Courier", STORY)


def test_rights_and_number_stand_above_the_story_in_some_records() -> None:
    front = "Source name\nBrask Courier\n\nOrigin\nBrask\n\n© 2026 Brask Courier. All rights reserved.\n\nCertificate issued on 3 May 2027 to a reader.\n\nnews·20260504·BC·7e41ab\n\nMonday 4 May 2026\nBrask Courier • p. 7 • 62 words"
    record = clean(f"{front}\n\n{TITLE}\n\nNell Harrow\n\n{STORY}", media_type="text/plain")
    assert (record.title, record.authors, record.date, record.publisher, record.text) == (TITLE, ("Nell Harrow",), "2026-05-04", "Brask Courier", STORY)
