"""Key points between headline and story are the story's, and its summary."""

from __future__ import annotations

import pytest

from cleaner import ArticleRecord, clean

HEADLINE, SIGNED = "Mill of Ostrey closes after 112 years", ("By Ola Wren", "3 May 2024, 10:31")
STORY = (
    "The last paper mill of Ostrey will close in June, its owners told the workers on Friday, after a long trade on the river.",
    "About two hundred people will lose their jobs, and the town its largest employer, which had made paper for half the country.",
    "The council wants to buy the hall and the two chimneys, and to turn them into flats for those who work at the hospital.",
)
POINTS = ("Paper mill of Ostrey to close in June", "Two hundred workers lose their jobs", "Council wants to buy the hall for flats")
MENU, FOOT = ("Home", "News", "Sport"), ("Share this article", "Privacy Policy")


def cleaned(*head: str, gap: str = "\n\n") -> ArticleRecord:
    return clean(gap.join((*MENU, *head, *STORY, *FOOT)), media_type="text/plain")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("bullet", ["", "• ", "- "])
@pytest.mark.parametrize("heading", ["Key points", "SUMMARY", "At a glance:", "Das Wichtigste in Kürze", "L’essentiel", "要点"])
def test_points_under_their_heading_are_the_summary(heading: str, bullet: str, gap: str) -> None:
    points = [f"{bullet}{point}" for point in POINTS]
    for record in (cleaned(HEADLINE, *SIGNED, heading, *points, gap=gap), cleaned(HEADLINE, heading, *points, *SIGNED, gap=gap)):
        assert record.title == HEADLINE
        assert record.summary == POINTS


def test_points_of_a_page_are_the_summary() -> None:
    items = "".join(f"<li>{point}.</li>" for point in POINTS)
    story = "".join(f"<p>{line}</p>" for line in STORY)
    record = clean(f"<article><h1>{HEADLINE}</h1><p>By Ola Wren</p><h3>Key points</h3><ul>{items}</ul>{story}</article>")
    assert record.summary == tuple(f"{point}." for point in POINTS)
    assert [row.role for row in record.paragraphs] == ["heading", *["summary"] * 3, *["paragraph"] * 3]


def test_linked_lines_under_such_a_heading_are_other_stories() -> None:
    items = "".join(f"<li><a href='/{n}'>{point}</a></li>" for n, point in enumerate(POINTS))
    story = "".join(f"<p>{line}</p>" for line in STORY)
    record = clean(f"<h1>{HEADLINE}</h1><p>By Ola Wren</p><h3>In brief</h3><ul>{items}</ul>{story}<p>Privacy Policy</p>")
    assert not record.summary


def test_a_section_above_the_headline_has_no_points() -> None:
    record = cleaned("In brief", HEADLINE, "Owners blame the price of wood and of power", *SIGNED)
    assert record.title == HEADLINE
    assert not record.summary


def test_short_sentences_without_bullets_are_points_where_the_lead_is_longer() -> None:
    points = tuple(f"{point}." for point in POINTS)
    record = cleaned(HEADLINE, *SIGNED, "Key points", *points)
    assert record.summary == points
    assert "Key points" in record.text


def test_a_section_with_short_paragraphs_has_no_points() -> None:
    short = tuple(f"{line.split(',')[0]}." for line in STORY)
    record = clean("\n\n".join((*MENU, HEADLINE, *SIGNED, "In short", *short, *FOOT)), media_type="text/plain")
    assert not record.summary


def test_points_that_lost_heading_and_bullets_are_told_by_place_and_words() -> None:
    assert cleaned(HEADLINE, *SIGNED, *POINTS).summary == POINTS


def test_teasers_in_the_place_of_points_are_none() -> None:
    teasers = ("Ferry captain finds a whale in the canal", "School choir of Brask wins a prize", "Snow is expected on the hills tonight")
    record = cleaned(HEADLINE, *teasers, *SIGNED)
    assert not record.summary
    assert teasers[1] not in record.text


def test_points_that_lost_heading_and_bullets_stand_below_the_headline_too() -> None:
    points = ("The town buys the mill", "School children bake the first bread", "New axle from Pell Harbour")
    story = (
        "The old mill of Brask, which has stood still for twenty years, will grind rye again from May on, the town said on Monday.",
        "The town bought it for nine thousand crowns, and the wheel has been set on a new axle made in Pell Harbour.",
        "Children from the school will bake the first bread, and the mayor will eat it, she promised the council.",
    )
    text = "\n\n".join(("Old Mill of Brask to Grind Again", "\n".join(points), "By Ida Kell", *story, "\n".join(FOOT)))
    assert clean(text, media_type="text/plain").summary == points
