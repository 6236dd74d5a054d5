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


ARABIC = (
    "بيع عبارة براسك القديمة",
    "باع مجلس براسك يوم الاثنين العبارة القديمة بكرونة واحدة لمتحف في أوستري يريد عرضها في فنائه أمام الزوار.",
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Kell Court Reporter", ["Ida Kell"]),
        ("By Ida Kell Court", ["Ida Kell Court"]),
        ("Von Ida Kell, Redakteurin Landkreis und Tom Verk", ["Ida Kell", "Tom Verk"]),
        ("Ida Kell, Brask · Tom Verk, New Ostrey", ["Ida Kell", "Tom Verk"]),
        ("Ida KELL - Tom VERK/BRASK, (IHA)", ["Ida Kell", "Tom Verk"]),
        ("Hakan TEKİR", ["Hakan Tekir"]),
        ("Par Ida Kell (Correspondante à Brask) avec APS", ["Ida Kell"]),
        ("(De notre correspondante, Ida Kell)", ["Ida Kell"]),
        ("Ein Gastbeitrag von Dipl.-Ing. Ida Kell", ["Ida Kell"]),
        ("作者：林夏 实习生 周航", ["林夏", "周航"]),
        ("作者：记者林小夏", ["林小夏"]),
        ("خبرنگار: مریم کریمی * انتشاردهنده: رضا احمدی", ["مریم کریمی"]),
        ("Author of the article: Ida Kell", ["Ida Kell"]),
        ("Συντάκτης Άννα Κέλλη", ["Άννα Κέλλη"]),
    ],
)
def test_what_papers_print_beside_names_is_no_part_of_them(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("[avatar] Ida Kell", "Senior Reporter", "3 May 2024"), ("Ida Kell",)),
        (("By", "Ida Kell ikell@argus.example", "@idakell", "and", "Tom Verk", "Staff writers", "3 May 2024"), ("Ida Kell", "Tom Verk")),
        (("Ida Kell, text Tom Verk, photos", "3 May 2024 6:00"), ("Ida Kell",)),
        (("by Ida Kell and Tom Verk, Brask Harbour Ledger", "3 May 2024"), ("Ida Kell", "Tom Verk")),
        (("Ida Kell and Tom Verk, Assistant News Editor, Staff Writer", "3 May 2024"), ("Ida Kell", "Tom Verk")),
        (("3 May 2024 | Reporting from Court 4: Ida Kell and Tom Verk",), ("Ida Kell", "Tom Verk")),
        (("Brask, 03.05.2024 13:22 (Ida Kell)",), ("Ida Kell",)),
        (("de Ida Kell 3 May 2024, 18:12", "0 comments"), ("Ida Kell",)),
        (("Brask Harbour Ledger Ida KELL", "3 May 2024"), ("Ida Kell",)),
        (("Ida Kell,", "News Editor", "3 May 2024", "Tom Verk"), ("Ida Kell",)),
    ],
)
def test_signatures_in_pieces(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    record = clean("\n\n".join(("Home", "Brask Harbour Ledger", "Sport", HEAD, *lines, STORY)), media_type="text/plain")
    assert (record.title, record.authors) == (HEAD, authors)


def test_a_pair_signs_of_which_the_story_speaks_of_one() -> None:
    """Live blogs tell what one of their writers saw; a pair of both of whom the story speaks is what it is about."""
    told = f"{STORY}\n\nGood morning from the quay of Brask, where it is dry at last and Tom Verk has spent the night."
    assert signed("Ida Kell and Tom Verk", "Share", story=told) == ("Ida Kell", "Tom Verk")
    assert signed("Ida Kell and Tom Verk", "Share", story=told.replace("Tom Verk", "with Ida Kell the singer Tom Verk")) == ()


def test_the_bio_of_two_below_the_story_speaks_of_neither() -> None:
    bio = "Ida Kell covers city government. Tom Verk is the data reporter."
    assert signed("Ida Kell", "and", "Tom Verk", "3 May 2024", story=f"{STORY}\n\n{bio}") == ("Ida Kell", "Tom Verk")


def test_a_place_of_the_story_stands_before_the_name_in_arabic() -> None:
    menu = "صوت أوستري\n\nسياسة\n\nمجتمع\n\nرياضة"
    lines = ("براسك – ليلى الحاج", "3 مايو 2024")
    assert signed(*lines, title=ARABIC[0], story=ARABIC[1], above=menu) == ("ليلى الحاج",)
    assert signed(lines[0].replace("براسك", "كتاب"), lines[1], title=ARABIC[0], story=ARABIC[1], above=menu) == ()


def test_a_name_below_the_heading_of_who_wrote_signs_in_japanese() -> None:
    story = "ブラスクの町議会は月曜日、古い渡し船をオストレイの博物館に売ることを決めた。博物館は中庭に展示する予定だという。"
    assert clean(f"ブラスクの古い渡し船が売られる\n\n{story}\n\n{story}\n\nこの記事を書いた人\n\n川瀬真帆\n\nフォロー").authors == ("川瀬真帆",)


def test_a_georgian_name_signs_though_its_letters_count_as_small() -> None:
    story = (
        "ბრასკის საბჭომ ორშაბათს ძველი ბორანი ოსტრეის მუზეუმს მიჰყიდა, რომელსაც მისი ეზოში ჩვენება სურს.\n\n"
        "სხვა შემოთავაზება არავის ჰქონია, თქვა მერმა სხდომის შემდეგ, ნავი კი შარშანდელი ზამთრიდან უშვებდა წყალს."
    )
    record = clean(f"ბრასკის ძველი ბორანი გაიყიდა\n\n3 მაისი 2024\n\nთეკლა ვერკაძე\n\n{story}", lang="ka")
    assert record.authors == ("თეკლა ვერკაძე",)
    assert record.text == story


def test_a_name_in_bold_below_the_last_sentence_signs_where_nobody_else_does() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    page = "<body><article><h1>" + HEAD + "</h1>%s" + paragraphs + "%s</article><footer><p>© 2024 Brask Argus</p></footer></body>"
    assert clean(page % ("", "<p style='text-align:right'><strong>Ida Kell</strong></p>")).authors == ("Ida Kell",)
    assert clean(page % ("", "<p>-- Ida Kell</p>")).authors == ("Ida Kell",)
    assert clean(page % ("<p>By Tom Verk</p>", "<p><strong>Ida Kell</strong></p>")).authors == ("Tom Verk",)


def test_a_signature_with_its_day_dates_the_story() -> None:
    record = clean(f"Home\n\nSport\n\n{HEAD}\n\n3 May 2024 Words: Ida Kell / Photos: Tom Verk\n\n{STORY}")
    assert (record.authors, record.date) == (("Ida Kell",), "2024-05-03")


def test_a_time_in_an_american_zone_puts_the_month_first() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    page = "<body><p>17 May 2012</p><h1>" + HEAD + "</h1><p>By Ida Kell</p><p>Posted: 03/05/2010 9:40:00 PM EST</p>" + paragraphs + "</body>"
    assert (clean(page).date or "")[:10] == "2010-03-05"


def test_a_newsletter_says_below_its_letter_who_writes_it() -> None:
    tail = "Forward to a friend\n\nThe Quay Letter is written and edited by Ida Kell.\n\nUnsubscribe"
    assert clean(f"View in browser\n\n{HEAD}\n\n{STORY}\n\n{tail}").authors == ("Ida Kell",)
    assert clean(f"View in browser\n\n{HEAD}\n\n{STORY}\n\n{tail.replace('Ida Kell', 'volunteers')}").authors == ()


def test_a_reporter_stands_behind_the_paper_in_the_row_of_the_source() -> None:
    assert clean(f"Home\n\nSport\n\n{HEAD}\n\n{STORY}\n\nSource:\n\nBrask Online/ Ida Kell\n\nYou might also like").authors == ("Ida Kell",)
    assert clean(f"Home\n\nSport\n\n{HEAD}\n\n{STORY}\n\nSource:\n\nBrask Online/ Ostrey Agency\n\nYou might also like").authors == ()


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("Publié le", "3 mai à 9 h 05", "Mis à jour le 4 mai 2024 à 18 h 30"), "2024-05-03"),
        (("Published Dec. 30 at 6:41 PM", "Updated: January 2, 2025"), "2024-12-30"),
        (("Published on our front page", "Updated: January 2, 2025"), None),
    ],
)
def test_a_day_without_its_year_has_that_of_the_change(lines: tuple[str, ...], date: str | None) -> None:
    assert clean("\n\n".join(("Home", "Sport", HEAD, "Ida Kell", *lines, STORY)), media_type="text/plain").date == date
