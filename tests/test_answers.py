"""Threads that are told by the marks of their posts."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.answers import threads

STORY = (
    "The council of Brask will plant two thousand lime trees along its ring road, a spokesman said on Monday evening.",
    "Volunteers are asked to bring a spade and a bucket to the old tram depot on the second Saturday of next May.",
    "The first seedlings were given by a nursery that closed in the autumn, after ninety years of trade in the town.",
)
COMMENTS = (
    "About time that somebody planted trees there, for it gets so hot in August that the buses stand still.",
    "I shall come with both of my brothers, and we shall bring the wheelbarrow that was our grandmother's.",
    "Nobody asked those who live along that road, and the roots will be in all of our cellars in ten years.",
)


def page(*marks: str) -> str:
    posts = [line for text, mark in zip(COMMENTS, marks, strict=True) for line in (text, mark)]
    return "\n\n".join(("Trees for Brask", *STORY, "Share this article", *posts, "Privacy Policy", "Terms of use"))


@pytest.mark.parametrize("marks", [
    ("Reply 2 Votes", "Reply Vote", "Reply 12 Votes"),
    ("Report as abuse", "Report as abuse", "Report as abuse"),
    ("回复 踩 5 赞 10 收藏", "回复 踩 0 赞 2 收藏", "回复 踩 1 赞 7 收藏"),
    ("Posted by: Ola, 27 Sep 2024 | 15:22", "Posted by: Odo Wren, 27 Sep 2024 | 18:53", "Posted by: ida k, 28 Sep 2024 | 05:41"),
    ("By Ola on 5/15/2024 2:22:26 PM , Rating: 4", "By wren77 on 5/15/2024 4:06:46 PM , Rating: 3", "By Ida on 5/16/2024 5:59:36 PM , Rating: 5"),
    ("geschrieben von Ola am 21.01.2024, 19:04", "geschrieben von Wren am 21.01.2024, 20:02", "geschrieben von Ida am 22.01.2024, 08:15"),
    ("Postby ola » Sun Jan 21, 2024 7:04 pm", "Postby wren77 » Sun Jan 21, 2024 8:02 pm", "Postby ida » Mon Jan 22, 2024 8:15 am"),
    ("Beitragvon ola » So 21. Jan 2024, 19:04", "Beitragvon wren77 » So 21. Jan 2024, 20:02", "Beitragvon ida » Mo 22. Jan 2024, 08:15"),
    ("21. Januar 2024 at 19:04 · Antwort", "21. Januar 2024 at 20:02 · Antwort", "22. Januar 2024 at 8:15 · Antwort"),
    ("1. Ola Wren January 21, 2024 at 7:04 pm Reply", "2. Wren January 21, 2024 at 8:02 pm Reply", "3. Ida January 22, 2024 at 8:15 am Reply"),
    ("1. Ola | 21.01.2024 19:04", "2. Wren | 21.01.2024 20:02", "3. Ida K. | 22.01.2024 08:15"),
    ("1. ola_w Jan 21, 2024 7:04am", "2. Odo Wren Jan 21, 2024 8:02pm", "3. kjt Jan 22, 2024 8:15am"),
    ("# Le 21 janvier à 19:04, par Ola", "# Le 21 janvier à 20:02, par Wren En réponse à : Trees for Brask", "# Le 22 janvier à 8:15, par Ida"),
])  # fmt: skip
def test_posts_with_marks_are_a_thread_and_no_story(marks: tuple[str, ...]) -> None:
    record = clean(page(*marks))
    body = "\n".join(paragraph.text for paragraph in record.paragraphs)
    assert all(text in body for text in STORY)
    assert not any(text in body for text in COMMENTS[1:])


@pytest.mark.parametrize("lines", [
    ("Reply 2 Votes", "Reply Vote"),
    ("12 Likes", "3 Shares", "7 Likes", "2 Shares"),
    ("By Ola Wren, 3 May 2024 at 10:15", "By Ola Wren, 2 May 2024 at 11:15", "By Ola Wren, 1 May 2024 at 09:00"),
    ("By 10:15 the ferry had left.", "From 3 May on it leaves at 11:15.", "By night it does not sail."),
    ("Reply to the mayor's letter came late.", "Report of the harbour office", "Parent of three"),
    ("Harbour | 21.01.2024 19:04", "Town | 21.01.2024 20:02", "Sport | 22.01.2024 08:15"),
    ("1. Harbour | 21 January", "2. Town | 21 January", "3. Sport | 22 January"),
    ("Le 21 janvier à 19:04, la grue tombait.", "Le 21 janvier à 20:02, le port fermait.", "Le 22 janvier à 8:15, par la grande porte, il rouvrait."),
    ("In 2024, 12 letters had no reply", "In 2023, 9 letters had no reply", "In 2022, 7 letters had no reply"),
])  # fmt: skip
def test_few_marks_one_writer_and_other_lines_make_none(lines: tuple[str, ...]) -> None:
    assert threads([line for mark in lines for line in ("A sentence of some words stands here.", mark)]) == ()


def test_marks_far_apart_make_none() -> None:
    assert threads(["Reply", *["A sentence of some words stands here."] * 20] * 4) == ()


def test_a_button_to_comment_in_mid_story_takes_none_of_it() -> None:
    more = (
        "In Ostrey, which did the same nine years ago, two trees in three are still alive, the spokesman told the council.",
        "What they cost to water in a dry summer is less than what the town pays for the tubs in front of its own hall.",
        "A vote on the money is to be held in March, before the ground is soft, when the new mayor is in her office.",
    )
    text = "\n\n".join(("Trees for Brask", *STORY, "Post a Comment", *more, "Share this article", "Privacy Policy", "Terms of use"))
    body = [paragraph.text for paragraph in clean(text).paragraphs]
    assert [line for line in (*STORY, *more) if line not in body] == []


@pytest.mark.parametrize("heading", ["9 comments to {}", "12 Comments on {}", "3 Kommentare zu {}"])
def test_a_heading_that_counts_comments_and_says_the_headline_again_opens_the_thread(heading: str) -> None:
    headline = "Two thousand lime trees for the ring road of Brask"
    text = "\n\n".join(("Home", "Contact", headline, *STORY, heading.format(headline), "Ola", COMMENTS[0], "Wren", COMMENTS[1], "Privacy Policy"))
    body = "\n".join(paragraph.text for paragraph in clean(text).paragraphs)
    assert all(line in body for line in STORY)
    assert not any(line in body for line in COMMENTS)


def test_a_heading_in_mid_story_that_counts_comments_opens_none() -> None:
    heading = "9 comments on paper that the clerk of Brask has kept"
    lines = ("Two thousand lime trees for the ring road of Brask", *STORY, heading, *COMMENTS, *reversed(STORY))
    body = "\n".join(paragraph.text for paragraph in clean("\n\n".join(("Home", "Contact", *lines, "Privacy Policy"))).paragraphs)
    assert all(line in body for line in COMMENTS)
