"""Lines that sign in the forms of single papers and page systems, and near misses of each."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.houses import is_house
from cleaner.signatures import people
from cleaner.signing import signing

HEAD = "Old ferry of Brask sold to a museum"
STORY = (
    "The council of Brask sold the old ferry on Monday to a museum in Ostrey, which wants to show it in its yard.\n\n"
    "Nobody had made another offer, the mayor said after the meeting, and the boat had been leaking since the winter."
)


def signed(*lines: str, title: str = HEAD, story: str = STORY, above: str = "") -> tuple[str, ...]:
    return clean("\n\n".join((*filter(None, [above]), title, *lines, story))).authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Por Ida Kell Verk M.", ["Ida Kell Verk M."]),
        ("By Ida K.", []),
        ("Ida Kell (texto) e Tom Verk (texto e fotografia)", ["Ida Kell", "Tom Verk"]),
        ("Por Ida Kell e Tom Verk, Notícias OB e Ostrey TV — Brask", ["Ida Kell", "Tom Verk"]),
    ],
)
def test_initials_parts_and_houses_behind_names(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize("desk", ["Redacția", "Uredništvo", "Szerkesztőség", "Toimitus", "Редакцията", "هيئة التحرير"])
def test_a_papers_desk_is_nobody_in_any_language(desk: str) -> None:
    assert is_house(desk)


def test_counts_between_a_date_and_a_label_are_passed_over() -> None:
    assert signing("03.05.2024 / 21:15 840 12 Author: Ida Kell").text == "Author: Ida Kell"
    assert not signing("03.05.2024 / 21:15 840 12 comments").labelled


def test_who_wrote_stands_below_the_label_though_that_of_the_pictures_follows() -> None:
    assert signed("Words", "Ida Kell", "Photographs", "Tom Verk") == ("Ida Kell",)


def test_who_took_the_pictures_beside_who_wrote_is_no_author() -> None:
    assert signed("Ida Kell (text), Tom Verk (photos)", "3 May 2024") == ("Ida Kell",)


def test_a_role_may_part_two_who_sign() -> None:
    assert signed("By Ida Kell", "Showbiz Editor", "and Tom Verk", "3 May 2024") == ("Ida Kell", "Tom Verk")


def test_a_writer_of_the_paper_behind_a_stroke_signs_and_a_picture_s_source_does_not() -> None:
    assert signed("3 May 2024", "Ida Kell/Brask Chronicle Writer") == ("Ida Kell",)
    assert signed("3 May 2024", "Ida Kell/Brask Chronicle") == ()


def test_a_name_behind_the_papers_own_signs() -> None:
    arabic = ("بيع عبارة براسك القديمة", "باع مجلس براسك يوم الاثنين العبارة القديمة بكرونة واحدة لمتحف في أوستري يريد عرضها في فنائه أمام الزوار.")
    menu = "صوت أوستري\n\nسياسة\n\nمجتمع\n\nرياضة"
    assert signed("صوت أوستري - ليلى الحاج", "3 مايو 2024", title=arabic[0], story=arabic[1], above=menu) == ("ليلى الحاج",)
    assert signed("كتاب أوستري - ليلى الحاج", "3 مايو 2024", title=arabic[0], story=arabic[1], above=menu) == ()


def test_a_name_in_two_words_of_han_signs_below_a_date() -> None:
    story = "ブラスクの町議会は月曜日、古い渡し船をオストレイの博物館に売ることを決めた。博物館は中庭に展示する予定だという。"
    assert signed("2024/05/03 06:00", "高見 佳乃", title="ブラスクの古い渡し船が売られる", story=story) == ("高見佳乃",)


def test_a_page_with_a_headline_of_its_own_is_dated_as_a_story_is() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    page = '<html><head><script type="application/ld+json">{"@type":"WebPage"%s,"datePublished":"2024-05-03"}</script></head><body><h1>' + HEAD + "</h1>" + paragraphs
    assert clean(page % f',"headline":"{HEAD}"').date == "2024-05-03"
    assert clean(page % "").date is None


def test_an_entry_of_the_menu_is_no_second_writer() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    menu = "<nav><ul><li><a href='/d'>Days Out</a></li><li><a href='/f'>Food</a></li></ul></nav>"
    page = f"<body>{menu}<h1>{HEAD}</h1><ul class='post-info'><li>Ida Kell</li><li>3 May 2024</li><li>Days Out, Lists</li></ul>{paragraphs}</body>"
    assert clean(page).authors == ("Ida Kell",)


def test_a_line_of_the_class_credit_signs_where_it_has_a_day_and_an_hour() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    page = "<body><h1>" + HEAD + "</h1><p class='credit'>%s</p>" + paragraphs + "</body>"
    assert clean(page % "Ida Kell at Harbour Field • 3 May 2024, 21:15").authors == ("Ida Kell",)
    assert clean(page % "Ida Kell at Harbour Field").authors == ()


def test_a_pen_before_a_name_signs_the_post_of_a_channel() -> None:
    assert clean(f"{HEAD}\n\n{STORY}\n\n✍️ Ida Kell\n\n👍 212 😢 97 🤬 64").authors == ("Ida Kell",)


def test_a_name_with_its_role_below_the_last_sentence_signs() -> None:
    assert clean(f"{HEAD}\n\n{STORY}\n\nIda Kell, Obfrau des Rates\n").authors == ("Ida Kell",)
    assert clean(f"{HEAD}\n\n{STORY}\n\n“We had no better offer, nor did we wait for one.”\n\nIda Kell, head of the council\n").authors == ()


def test_a_firms_name_with_its_form_is_no_person_s() -> None:
    assert people("Kell Optics & Acoustics, Inc.") == []
    assert people("Ida Kell, Brask Media Inc.") == ["Ida Kell"]


def test_the_line_of_a_feed_reader_signs_and_is_no_headline() -> None:
    record = clean(f"Feedly\n\nToday\n\nRead Later\n\nBrask Argus / by Ida Kell / 3h\n\n{HEAD}\n\nREAD LATER SHARE\n\n{STORY}")
    assert (record.title, record.authors) == (HEAD, ("Ida Kell",))
