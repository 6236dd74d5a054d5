"""What is known to come out wrong: small inputs with what their records should be.

Each is expected to fail, and the suite fails when one does not: then it is moved to the tests of what works. A mistake that is found
and not mended at once is best written down here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from cleaner import clean

HEAD = "Old Mill of Brask to Grind Again\n\nBy Ida Kell\n\n"
FIRST = (
    "The old mill of Brask, which has stood still for twenty years, will grind rye again from May on, the town said on Monday.",
    "The town bought it for nine thousand crowns, and the wheel has been set on a new axle made in Pell Harbour.",
)
LAST = (
    "Children from the school will bake the first bread, and the mayor will eat it, she promised the council.",
    "Nobody knows yet who will be the miller, because the last one, Jon Tarn, died in 2009 without a pupil.",
)
TAIL = "\n\nShare this article\nPrivacy policy\n"
STORY = [*FIRST, *LAST]


class Case(NamedTuple):
    """An input, what its record should hold, and why it does not."""

    name: str
    source: str
    expected: dict[str, Any]
    reason: str


def told(*lines: str, head: str = HEAD, tail: str = TAIL) -> str:
    """Return a page of text whose story has `lines` in its middle."""
    return head + "\n\n".join([*FIRST, *lines, *LAST]) + tail


def paragraphs(*texts: str) -> list[dict[str, str]]:
    return [{"role": "paragraph", "text": text} for text in texts]


SECOND = (
    "\n\nFerry to Tamm Gets a Second Boat\n\nBy Bo Tarn\n\n"
    "The ferry line to Tamm has bought a second boat, which will carry ninety cars and sail from June until October each year.\n\n"
    "Its captain, who has sailed the sound since she was sixteen, said the crossing would take twenty minutes less than before."
)
COLUMNS = """The old mill of Brask, which has         Children from the school will bake
stood still for twenty years, will       the first bread, and the mayor will
grind rye again from May on, the         eat it, she promised the council.
town said on Monday.                     Nobody knows yet who will be the
The town bought it for nine thousand     miller, because the last one, Jon
crowns in the spring of last year.       Tarn, died in 2009 without a pupil."""

CASES = (
    Case(
        "a second story below the first",
        told(tail=f"\n\nShare this article{SECOND}{TAIL}"),
        {"title": "Old Mill of Brask to Grind Again", "text": "\n\n".join(STORY)},
        "where a second headline with its own byline begins another story is not looked for",
    ),
    Case(
        "a Greek name in the genitive",
        "Το παλιό λιμάνι ανοίγει ξανά\n\nΤου Γιώργου Νικολάου\n\n"
        "Το παλιό λιμάνι της Βρασκίας θα ανοίξει ξανά τον Ιούνιο, ανακοίνωσε ο δήμος τη Δευτέρα, μετά από δέκα χρόνια έργων.\n\n"
        "Οι ψαράδες περίμεναν την απόφαση από το 2014 και θα επιστρέψουν με σαράντα βάρκες, είπε η δήμαρχος.\n\nΚοινοποίηση\n",
        {"authors": ["Γιώργος Νικολάου"]},
        "names are taken as they stand; what a case makes of them is not undone",
    ),
    Case(
        "a comment button before the last paragraph",
        HEAD + "\n\n".join([*FIRST, "Comments (12)", LAST[0]]) + TAIL,
        {"paragraphs": paragraphs(*FIRST, LAST[0]), "comments": []},
        "without links the head of a thread and a button with the same words look alike, and what follows reads like a comment",
    ),
    Case(
        "two columns side by side",
        HEAD + COLUMNS + "\n",
        {"text": f"{FIRST[0]} The town bought it for nine thousand crowns in the spring of last year.\n\n{' '.join(LAST)}"},
        "lines are read across the page; gaps at one place of all lines are not looked for",
    ),
    Case(
        "a story that is cleaned again",
        told(tail=f"\n\nAbout the author\n\n{LAST[1]}"),
        {"text": "\n\n".join(STORY), "again": "\n\n".join(STORY)},
        "a line stays inside the story while a copy below it counts for its end; once the copy is gone it stands outside",
    ),
    Case(
        "a caption without credit",
        told("The wheel of the mill on its new axle, seen from the bridge"),
        {"paragraphs": paragraphs(*STORY), "captions": ["The wheel of the mill on its new axle, seen from the bridge"]},
        "in text a line without a full stop between paragraphs is a subheading far more often",
    ),
    Case(
        "an advertisement without a label",
        told("Buy one pair of Oskar boots and get the second for half the price until Sunday!"),
        {"paragraphs": paragraphs(*STORY)},
        "rules know labels of advertisements, not what is sold, and one sentence says little to the block model",
    ),
    Case(
        "verses",
        told("The wheel goes round\nThe river runs\nThe miller sleeps\nBeneath the stone"),
        {"paragraphs": paragraphs(*FIRST, "The wheel goes round", "The river runs", "The miller sleeps", "Beneath the stone", *LAST)},
        "the last of some short lines above a paragraph reads like its heading",
    ),
    Case(
        "a headline that was broken into two lines",
        told(head="Old Mill of Brask\nto Grind Again in May\n\nBy Ida Kell\n\n"),
        {"title": "Old Mill of Brask to Grind Again in May"},
        "short lines are joined where sentences show that a page was broken; a headline of two lines looks like headline and dek",
    ),
    Case(
        "a signature of a preposition that begins other lines too",
        "Vechiul bac din Brask, vândut unui muzeu\nde Ana Chelaru\n3 mai 2024, 09:12\n"
        "Consiliul din Brask a vândut luni vechiul bac unui muzeu din Ostrey, care vrea să îl arate în curtea sa începând din vară.\n"
        "Nimeni altcineva nu făcuse o ofertă, a spus primarul după ședință, iar vasul lua apă de două ierni.\n",
        {"authors": ["Ana Chelaru"]},
        "in one string a line “de” with a name goes on with the line above far more often",
    ),
    Case(
        "a Japanese name alone below its day",
        "ブラスクの古い渡し船、博物館に売られる\n2024年5月3日 9時12分\n瀬戸花子\n\n"
        "ブラスクの町議会は月曜日、古い渡し船をオストレイの博物館に売ることを決めた。博物館は夏から中庭に展示する予定だという。\n\n"
        "ほかに買い手はいなかったと町長は会議のあとで述べた。船はおととしの冬から水が漏れており、直すには多くの金がかかる見込みだった。\n",
        {"authors": ["瀬戸花子"]},
        "four signs without a space between the names may be a rubric too",
    ),
    Case(
        "a date in words",
        told(head="Old Mill of Brask to Grind Again\n\nBy Ida Kell\n\nThe fourth of March, 2024\n\n"),
        {"date": "2024-03-04"},
        "days are read in figures only",
    ),
)


def held(case: Case) -> dict[str, Any]:
    """Return what the record of a case has under the expected keys: of paragraphs role and text, under `again` its text cleaned."""
    record = clean(case.source, media_type="text/plain").to_dict()
    record["again"] = clean(record["text"], media_type="text/plain").text
    record["paragraphs"] = [{key: row[key] for key in ("role", "text")} for row in record["paragraphs"]]
    return {key: record[key] for key in case.expected}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.name, marks=pytest.mark.xfail(strict=True, reason=case.reason)) for case in CASES]
)
def test_what_is_known_to_fail(case: Case) -> None:
    assert held(case) == case.expected


def test_a_case_can_hold() -> None:
    expected = {"title": "Old Mill of Brask to Grind Again", "paragraphs": paragraphs(*STORY), "authors": ["Ida Kell"]}
    assert held(Case("", told(), expected, "")) == expected
