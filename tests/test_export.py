"""Stories as newspaper archives save them: the record becomes fields, the story stays."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse import export
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
}


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


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{TITLE}\n\nLength: forty metres\nTitle: none yet\nSource: the captain\nType: open\n\n{STORY}",
        f"{RECORDS['body']}\n\n{RECORDS['body']}",
    ],
)
def test_other_texts_and_files_of_several_stories_are_no_record(text: str) -> None:
    assert export.read(text.split("\n")) is None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Harrow, Nell; Wren, Odo", ["Nell Harrow", "Odo Wren"]),
        ("By Nell Harrow, Staff Writer", ["Nell Harrow"]),
        ("van Tamm, Ilse", ["Ilse van Tamm"]),
        ("Quarry Lamb, Odo; Ilse Tamm, Correspondent", ["Odo Quarry Lamb", "Ilse Tamm"]),
    ],
)
def test_names_are_turned_round_and_roles_left_out(value: str, names: list[str]) -> None:
    assert export._authors(value) == names
