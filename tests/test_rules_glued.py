"""Furniture in one line with a sentence goes alone."""

from __future__ import annotations

import pytest

from cleaner import ArticleRecord, clean, visible
from tests.conftest import ledger_faults

STORY = (
    "The last paper mill of Ostrey will close in June, its owners told the workers on Friday, after a long trade on the river.",
    "About two hundred people will lose their jobs, and the town its largest employer, which had made paper for half the country.",
    "The council wants to buy the hall and the two chimneys, and to turn them into flats for those who work at the hospital.",
    "The causes of the fire in the drying room are not known, and the police ask everybody who saw it begin to call them.",
)
FURNITURE = (
    "Share this article", "Follow us on Facebook.", "All rights reserved.", "Donate now", "Share on Facebook Share on Twitter",
    "© 2026 Courier of Ostrey. All rights reserved.",
)


def page(*story: str) -> str:
    return "\n\n".join(("Home", "News", "Mill of Ostrey to Close", "By Ola Wren", *story, "Most read", "Privacy Policy"))


def cleaned(place: int, glued: str) -> tuple[str, ArticleRecord]:
    text = page(*(f"{line} {glued}" if i == place else line for i, line in enumerate(STORY)))
    return text, clean(text, media_type="text/plain")


@pytest.mark.parametrize("place", range(len(STORY)))
@pytest.mark.parametrize("glued", [*FURNITURE, "Share this article. Follow us on Facebook."])
def test_the_sentence_stays_and_the_furniture_goes(glued: str, place: int) -> None:
    text, record = cleaned(place, glued)
    assert [row.text for row in record.paragraphs] == list(STORY)
    assert not ledger_faults(visible(text, media_type="text/plain"), record)


@pytest.mark.parametrize(
    "glued",
    [
        "Share prices fell by a fifth on Monday.",
        "Donate what, she asked?",
        "Follow us, he told the children.",
        "Read more about it in our newsletter.",
    ],
)
def test_what_a_sentence_says_stays_with_it(glued: str) -> None:
    _, record = cleaned(1, glued)
    assert record.paragraphs[1].text == f"{STORY[1]} {glued}"


def test_a_line_of_rights_is_one_row() -> None:
    rights = "© 2026 Courier of Ostrey. All rights reserved."
    record = clean(f"{page(*STORY)}\n\n{rights}", media_type="text/plain")
    assert rights in [row.text for row in record.removed]
