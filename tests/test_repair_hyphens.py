"""Words that were parted at a line's end are whole again; words with a hyphen of their own keep it."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.repair.hyphens import FEWEST

COLUMN = """The old harbour bridge will be closed to all traf-
fic from the first of June, the town council deci-
ded on Monday evening after a debate of four hours.
Engineers had warned in March that two of the pi-
ers have moved by eleven inches since the storm."""
WRAPPED = """The council of Marrow Bay has voted for the well-
known ferry to Ostrand, which is to run every ten
minutes from the first of June until the bridge is
open again, and cyclists and dogs will travel free
of charge on it, the mayor of the town has decided."""


def cleaned(text: str) -> str:
    return clean(text, media_type="text/plain").text


def test_a_hyphenated_column_reads_like_its_author_wrote_it() -> None:
    text = cleaned(COLUMN)
    assert all(word in text for word in ("all traffic from", "council decided on", "the piers have"))
    assert "-" not in text


def test_every_mended_word_is_logged_with_its_place() -> None:
    record = clean(COLUMN, media_type="text/plain")
    mended = [repair for repair in record.repairs if repair.kind == "hyphen"]
    assert len(mended) == FEWEST
    assert "traf-fic" in mended[0].before
    assert "traffic" in mended[0].after


def test_a_page_that_is_not_hyphenated_keeps_the_hyphens_of_its_words() -> None:
    assert "the well-known ferry" in cleaned(WRAPPED)


def test_a_hyphenated_page_keeps_those_that_belong_to_words() -> None:
    text = cleaned(f"{COLUMN}\nThe ferry to Ostrand will come, and with it the well-\nknown smell of diesel and fish that all of us know.")
    assert "the well-known smell" in text
    assert "traffic" in text


def test_the_page_itself_says_how_a_word_is_written() -> None:
    said = WRAPPED.replace("well-\nknown", "water-\nbus") + "\n\nThe first waterbus was built in Tamm, and it was blue."
    assert "the waterbus ferry" in cleaned(said)
    kept = f"{COLUMN}\nIt is the harbour of the old town that wants a sea-\nwall most of all, and not the bridge, as we all know.\n\nA sea-wall costs more."
    assert "a sea-wall most" in cleaned(kept)


@pytest.mark.parametrize("sign", ["\u00ad", "¬"])
def test_what_stands_for_the_end_of_a_line_alone_goes(sign: str) -> None:
    assert "the wellknown ferry" in cleaned(WRAPPED.replace("well-", f"well{sign}"))


def test_what_a_hyphen_leaves_out_is_no_parted_word() -> None:
    text = (
        "Die Fähre nach Ostrand fährt ab dem ersten Juni zehn Mal in der Stunde, die Ein-\n"
        "und Ausfahrt des Hafens wird dafür breiter gemacht, sagt der Bürgermeister von Tamm,\n"
        "und auch die Mole soll bis zum Herbst fertig sein, wenn das Wetter nicht schlecht wird."
    )
    assert "die Ein- und Ausfahrt" in cleaned(text)


def test_names_with_a_hyphen_stay_together() -> None:
    text = WRAPPED.replace("well-\nknown ferry", "Marrow-\nOstrand ferry")
    assert "the Marrow-Ostrand ferry" in cleaned(text)


@pytest.mark.parametrize("icon", ["&#xf0c9;", "&#xf015;\n&#xf03a;"])
def test_lines_of_which_repairs_leave_nothing_stand_in_no_way(icon: str) -> None:
    record = clean(f"{icon}\n{COLUMN}\n{icon}", media_type="text/plain")
    assert record.error is None
    assert "all traffic from" in record.text


@pytest.mark.parametrize("text", [COLUMN, WRAPPED])
def test_what_is_mended_stays_so(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
