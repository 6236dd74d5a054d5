"""Stories that were saved from mails and from the pages of a printed paper."""

from __future__ import annotations

import textwrap

import pytest

from cleaner import clean
from cleaner.pipeline import parse
from cleaner.rules import mail

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
)
HEADS = {
    "en": "From: news@bay.example\nTo: all@bay.example\nSubject: Office opens earlier\nDate: Mon, 4 May 2026 18:30:00 +0200",
    "de": "Von: news@bay.example\nGesendet: Montag, 4. Mai 2026 18:30\nAn: all@bay.example\nBetreff: Office opens earlier",
    "fr": "De : news@bay.example\nEnvoyé : lundi 4 mai 2026 18:30\nÀ : all@bay.example\nObjet : Office opens earlier",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_mail_gives_title_and_date_and_no_text(head: str) -> None:
    record = clean(f"{head}\n\n{STORY}", media_type="text/plain")
    assert record.title == "Office opens earlier"
    assert (record.date or "").startswith("2026-05-04")
    assert record.text == STORY


def test_the_foot_of_a_newsletter_goes() -> None:
    foot = "--\nMarrow Bay Harbour Office\n1 Quay Street\nUnsubscribe: https://bay.example/out\nView this email in your browser"
    record = clean(f"{HEADS['en']}\n\n{STORY}\n\n{foot}", media_type="text/plain")
    assert record.text == STORY
    assert {row.kind for row in record.removed} >= {"contact", "subscribe", "title"}


def test_a_story_that_lists_what_it_names_is_no_mail() -> None:
    text = f"{STORY}\n\nFrom: dawn\nTo: dusk\nSubject: to the tide"
    assert clean(text, media_type="text/plain").text.endswith("Subject: to the tide")


def test_the_running_head_of_a_paper_is_not_the_title() -> None:
    head = "The Brask Courier          Monday, 4 May 2026"
    text = f"{head}\n\n\nOffice opens earlier\n\nBy Nell Harrow\n\n{STORY}\n\n3\n{head}\n\n{STORY.replace('May', 'June')}"
    record = clean(text, media_type="text/plain")
    assert record.title == "Office opens earlier"
    assert "Courier" not in record.text


def test_a_press_release_is_dated_by_its_dateline() -> None:
    text = (
        "FOR IMMEDIATE RELEASE\n\nMarrow Bay Ferries Orders Two New Boats\n\n"
        "MARROW BAY, May 4, 2026 /Courier Wire/ -- Marrow Bay Ferries said today that it has ordered two new boats for the bay.\n\n"
        "The boats will be built in Tamm and delivered in the spring of 2028, said Ilse Tamm, who leads the company."
    )
    record = clean(text, media_type="text/plain")
    assert record.title == "Marrow Bay Ferries Orders Two New Boats"
    assert record.dateline == "MARROW BAY, May 4, 2026 /Courier Wire/"
    assert (record.date, record.metadata["provenance"]["date"]) == ("2026-05-04", "dateline")
    assert clean(text, media_type="text/plain", fetched="2026-05-02").date is None


def test_a_wire_story_keeps_its_headline_and_loses_the_desks_note() -> None:
    text = (
        "UPDATE 2-Brask to close its harbour bridge for a year\n\n(Adds comment from the mayor, details)\n\nBy Nell Harrow\n\n"
        f"BRASK, May 4 (Northwire) - {STORY}\n\n(Reporting by Nell Harrow; Editing by Odo Wren)"
    )
    record = clean(text, media_type="text/plain")
    assert record.title == "UPDATE 2-Brask to close its harbour bridge for a year"
    assert "(Adds" not in record.text
    assert record.authors == ("Nell Harrow",)


SIGNED = f"Harbour office to open earlier\nBy Nell Harrow\n\n{STORY}"
NOTE = "Have you seen this? They spelled Odo's name right this time."
PASSED_ON = "-----Original Message-----\nFrom: Ilse Tamm\nSent: Monday, May 4, 2026 18:30\nTo: all@bay.example\nSubject: our office!!"


def test_a_story_that_was_passed_on_has_its_own_headline_and_the_notes_above_it_go() -> None:
    record = clean(f"{HEADS['en']}\n\n{NOTE}\n\n{PASSED_ON}\n\n{SIGNED}", media_type="text/plain")
    assert (record.title, record.authors, record.text) == ("Harbour office to open earlier", ("Nell Harrow",), STORY)
    assert {row.rule for row in record.removed if row.text == NOTE} == {"contact.mail"}


def test_the_date_of_a_story_that_was_passed_on_is_not_the_mails() -> None:
    text = f"{HEADS['en']}\n\nThe Brask Courier\nMay 2, 2026\n\n{SIGNED}"
    assert clean(text, media_type="text/plain").date == "2026-05-02"


def test_a_post_to_a_news_group_is_parted_from_the_story_that_was_typed_in() -> None:
    head = "Path: news.bay.example!usenet\nFrom: ilse@bay.example\nNewsgroups: alt.bay\nSubject: [NEWS] office opens\nLines: 12"
    below = "Does anybody know whether the old office is still for rent?\n\n-- \nIlse Tamm"
    ruled = "-" * 40
    record = clean(f"{head}\n\nTyped in from the Courier; typos are mine.\n\n{ruled}\n{SIGNED}\n{ruled}\n\n{below}", media_type="text/plain")
    assert (record.title, record.text) == ("Harbour office to open earlier", STORY)


def test_the_archive_of_a_mailing_list_has_a_head_too() -> None:
    head = "[Bay-L] FWD: office opens (Brask Courier)\nIlse Tamm ilse at bay.example\nMon May 4 22:40:07 CST 2026\n\nPrevious message: [Bay-L] tides"
    record = clean(f"{head}\n\n{NOTE}\n\n{SIGNED}", media_type="text/plain")
    assert (record.title, record.text) == ("Harbour office to open earlier", STORY)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Subject: Fwd: RE: Office opens", "Office opens"),
        ("Betreff: WG: [Hafen] Büro öffnet", "Büro öffnet"),
        ("Subject: Re:", "Re:"),
        ("Subject: Office: opens [early]", "Office: opens [early]"),
    ],
)
def test_the_signs_of_answers_are_no_words_of_a_subject(line: str, said: str) -> None:
    assert mail.subject(line) == said


def test_the_marks_of_quoted_lines_go_and_paragraphs_are_joined() -> None:
    quoted = "\n>\n".join("\n".join(f"> {line}" for line in textwrap.wrap(part, 40)) for part in STORY.split("\n\n"))
    assert clean(f"{HEADS['en']}\n\n{quoted}", media_type="text/plain").text == STORY


def test_lines_of_a_menu_keep_the_marks_before_them() -> None:
    text = "\n".join(f"> {name}" for name in ("Home", "News", "Sport", "Weather", "Boats for sale", "Contact"))
    assert [block.text for block in parse(text, "text/plain").blocks][:2] == ["> Home", "> News"]


def test_a_story_that_was_cut_out_of_a_paper_is_the_subjects() -> None:
    head = "[Bay-L] Brask Courier: Harbour office to open earlier\nIlse Tamm ilse at bay.example\nDi Mai 6 19:22:04 CEST 2008"
    text = f"{head}\n\nHello all,\n\nin the paper today, and I say nothing of it.\n\nIlse\n\n-------- snip --------\n\nHarbour office to open earlier\nSkippers are glad of it\n\nBy Nell Harrow\n\n{STORY}\n\n-------- snip --------"
    record = clean(text, media_type="text/plain")
    assert (record.title, record.authors) == ("Harbour office to open earlier", ("Nell Harrow",))
    assert record.text.endswith(STORY)
    assert "snip" not in record.text
    assert "Hello" not in record.text


def test_what_stands_below_the_end_of_a_story_that_was_passed_on_is_its_senders() -> None:
    marks = "-- begin forwarded story --", "-- end forwarded story --"
    story = f"Harbour office to open earlier\n\nBy Nell Harrow\n\n{STORY}"
    record = clean(f"From: ilse@argus.example (Ilse Varn)\nSubject: harbour (fwd)\nDate: 6 May 1997 19:22:04 GMT\n\nSeen today.\n\n{marks[0]}\n\n{story}\n\n{marks[1]}\n\nThat is all there was, and more than I had hoped for.\n")
    assert record.text.endswith(STORY.rsplit("\n", maxsplit=1)[-1].rsplit(". ", maxsplit=1)[-1])
    assert "forwarded story" not in record.text



def test_the_lines_of_a_head_are_none_of_one_paragraph_however_long() -> None:
    head = f"Path: {'news.bay.example!' * 5}usenet\nFrom: ilse@bay.example\nNewsgroups: alt.bay\nSubject: Harbour office to open earlier"
    wrapped = "\n\n".join(textwrap.fill(part, 72) for part in STORY.split("\n\n"))
    record = clean(f"{head}\n\n{wrapped}\n\n{wrapped.replace('May', 'June')}", media_type="text/plain")
    assert record.title == "Harbour office to open earlier"
    assert "bay.example" not in record.text


def test_the_signs_of_wires_lines_are_taken_off() -> None:
    head = "r n BC-Harbour-Office     04-19 0611\n^BC-Harbour Office, a0791,0604<\n^Harbour office to open earlier<\n^By NELL HARROW=\n^Courier Writer="
    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in STORY.split("\n\n"))
    record = clean(f"{head}\n\n{wrapped}", media_type="text/plain")
    assert (record.title, record.authors, record.text) == ("Harbour office to open earlier", ("Nell Harrow",), STORY)
