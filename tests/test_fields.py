"""Names, dates and the choice among candidates, value by value; whole pages stand in the fixtures `field-…`."""

from __future__ import annotations

import time

import pytest

from cleaner import clean
from cleaner.assemble.candidates import Candidate, choose, opening
from cleaner.assemble.date import date
from cleaner.assemble.dateline import dateline
from cleaner.assemble.publisher import signed_off
from cleaner.config import Config
from cleaner.dates import find, read
from cleaner.errors import UsageError
from cleaner.houses import agency, is_house
from cleaner.model import Paragraph
from cleaner.names import is_person
from cleaner.pipeline import parse, prepare
from cleaner.signatures import people


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("By Ida Kell and Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("Von Ida Kell, Tom Varn und Una Bree", ["Ida Kell", "Tom Varn", "Una Bree"]),
        ("BY IDA McKELL", ["Ida McKell"]),
        ("BY IDA VAN DER KELL", ["Ida van der Kell"]),
        ("By A. B. Kell | Brask Courier", ["A. B. Kell"]),
        ("By Ida Kell, Courier Staff Writer", ["Ida Kell"]),
        ("By Ida Kell, New Ostrey", ["Ida Kell"]),
        ("Ida Kell in Port Ostrey", ["Ida Kell"]),
        ("Ida Kell Senior Reporter", ["Ida Kell"]),
        ("Ida KellSenior Reporter", ["Ida Kell"]),
        ("By Ida Kell The Associated Press", ["Ida Kell"]),
        ("Ida KellMarch 4, 2023", ["Ida Kell"]),
        ("Dr. Ida E. Kell, Ph.D.", ["Ida E. Kell"]),
        ("Tom Varn Jr.", ["Tom Varn Jr."]),
        ("Omar al-Harun", ["Omar al-Harun"]),
        ("D'Arno Kell-Varn", ["D'Arno Kell-Varn"]),
        ("Автор: Анна Варнова и Иван Келл", ["Анна Варнова", "Иван Келл"]),
        ("김보라 기자", ["김보라"]),
        ("文：瀬戸花子", ["瀬戸花子"]),
        ("By Ida Kell and Staff", ["Ida Kell"]),
        ("ByIda Kell", ["Ida Kell"]),
        ("Byron Kell", ["Byron Kell"]),
        ("Ida Kell/Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("By Ida Kell, Master Educator", ["Ida Kell"]),
        ("Беседовала Анна Варнова", ["Анна Варнова"]),
        ("Розмовляв Петро Орел", ["Петро Орел"]),
        ("Rozmawiali Anna Wilk i Jan Orzeł", ["Anna Wilk", "Jan Orzeł"]),
        ("Oprac. Anna Wilk", ["Anna Wilk"]),
        ("Skrevet af Ida Kell", ["Ida Kell"]),
        ("Publicat de Ioana Munte", ["Ioana Munte"]),
        ("De Ioana Munte", ["Ioana Munte"]),
        ("De Munte", ["De Munte"]),
        ("Ida De Munte", ["Ida De Munte"]),
        ("Texto de Ida Kell y Tomás Verde", ["Ida Kell", "Tomás Verde"]),
        ("Eine Analyse von Ida Kell", ["Ida Kell"]),
        ("Das Interview führten Ida Kell und Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("Interview: Ida Kell", ["Ida Kell"]),
        ("Text und Fotos: Ida Kell", ["Ida Kell"]),
        ("Фото и текст: Анна Варнова", ["Анна Варнова"]),
        ("Propos recueillis par Ida Kell et Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("Propos recueillis par Ida Kell et par Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("A cura di Ida Kell", ["Ida Kell"]),
        ("Teksti: Iida Kello", ["Iida Kello"]),
        ("Haber: İpek Kaya", ["İpek Kaya"]),
        ("İpek Kaya yazdı", ["İpek Kaya"]),
        ("Γράφει η Άννα Κέλλη", ["Άννα Κέλλη"]),
        ("Της Άννας Κέλλη", ["Άννας Κέλλη"]),
        ("Γράφουν οι Άννα Κέλλη και Νίκος Βάρνας", ["Άννα Κέλλη", "Νίκος Βάρνας"]),
        ("Av Ida Kell", ["Ida Kell"]),
        ("Door Ida Kell en Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("Di Ida Kell e Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("Por Ida Kell y Tom Varn", ["Ida Kell", "Tom Varn"]),
        ("Par Ida Kell avec AFP", ["Ida Kell"]),
        ("Γιώργος Κέλλης", ["Γιώργος Κέλλης"]),
        ("بقلم: ليلى هارون", ["ليلى هارون"]),
        ("מאת דנה כהנוב", ["דנה כהנוב"]),
        ("김보라 기자 bora@brask.example 이하늘 기자 haneul@brask.example", ["김보라", "이하늘"]),
        ("By Courier Staff", []),
        ("By The Associated Press", []),
        ("By Monday the ice had gone", []),
        ("By Lake Ostrey", ["Lake Ostrey"]),
    ],
)
def test_people_of_a_signature(signature, names):
    assert people(signature) == names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Kell, Ida", ["Ida Kell"]),
        ("Ida and Tom", []),
        ("अनीता केलकर", ["अनीता केलकर"]),
        ("ida kell", ["Ida Kell"]),
        ("Skipper", ["Skipper"]),
        ("admin_77", []),
        ("ida.kell@brask.example", []),
        ("IdaKell77", []),
        ("Brask News Desk", []),
        ("Senior Reporter", []),
    ],
)
def test_people_of_a_field_that_is_known_to_name_them(value, names):
    assert people(value, sure=True) == names


def test_people_are_told_from_labels_places_and_houses():
    for text in ("Key Points", "Close panel", "New Ostrey", "Brask Times", "Read More", "Staff Writer", "Reuters"):
        assert not is_person(text), text
    assert agency("(AFP)") == "AFP"
    assert is_house("Ostrey Courier-Post")
    assert not is_house("Ida Kell")


@pytest.mark.parametrize("text", ["White House", "Human Rights", "Most E-Mailed", "Recent Posts", "Fact Check", "KRTV Sports Bay", "USA Tonight Live"])
def test_headings_places_and_broadcasters_are_no_people(text):
    assert not is_person(text)


@pytest.mark.parametrize("text", ["KIM Min-jun", "VRBA Jan", "JT Kell", "Court Hill", "Ann Person"])
def test_names_in_capitals_and_names_that_are_words_are_people(text):
    assert is_person(text)


@pytest.mark.parametrize("sure", [True, False])
@pytest.mark.parametrize("house", ["USA TODAY Sports", "KRTV Sports Bay", "BRSK SportsLine"])
def test_a_broadcaster_behind_a_name_is_no_second_writer(house, sure):
    assert people(f"Ida Kell, {house}", sure=sure) == ["Ida Kell"]


def test_a_long_token_costs_no_time():
    start = time.perf_counter()
    assert not is_person("Ida " + "a" * 5_000 + "@")
    assert people(f"By Ida{' ' * 5_000}Kell,{' ' * 5_000}Ph.D.") == ["Ida Kell"]
    for blank in (" ", " ,", "\t", " \t", "\u00a0"):
        assert people(f"Ida{blank * 2_000}b") == []
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2023-03-04T10:31:00+0200", "2023-03-04T10:31:00+02:00"),
        ("2023-03-04T10:31:00.000Z", "2023-03-04T10:31:00Z"),
        ("2023-03-04 10:31", "2023-03-04T10:31"),
        ("Sat, 04 Mar 2023 10:31:00 GMT", "2023-03-04T10:31:00Z"),
        ("1677925860", "2023-03-04T10:31:00Z"),
        ("20230304T103100Z", "2023-03-04T10:31:00Z"),
        ("2023", "2023"),
        ("2023-03", "2023-03"),
        ("March 2023", "2023-03"),
        ("March 4th, 2023 at 4:21 p.m. EST", "2023-03-04T16:21-05:00"),
        ("3/4/2023", "2023-03-04"),
        ("13/4/2023", "2023-04-13"),
        ("04.03.2023, 14:30 Uhr", "2023-03-04T14:30"),
        ("4. März 2023", "2023-03-04"),
        ("le 4 août 2023 à 10h31", "2023-08-04T10:31"),
        ("4 de marzo de 2023", "2023-03-04"),
        ("4 de março de 2023", "2023-03-04"),
        ("4 agosto 2023", "2023-08-04"),
        ("4 maart 2023", "2023-03-04"),
        ("4 mars 2023 kl. 08.12", "2023-03-04T08:12"),
        ("4. marts 2023", "2023-03-04"),
        ("4 września 2023", "2023-09-04"),
        ("4 марта 2023, 12:30", "2023-03-04T12:30"),
        ("4 Ağustos 2023", "2023-08-04"),
        ("2023年3月4日", "2023-03-04"),
        ("2023. 3. 4.", "2023-03-04"),
        ("Dec 05, 20232 Shares", "2023-12-05"),
        ("31.02.2023", None),
        ("4 March 1912", None),
        ("may 20 boats", None),
        ("05.02. 10% off", None),
        ("05.02.10", "2010-02-05"),
        ("yesterday", None),
    ],
)
def test_dates(value, iso):
    assert read(value) == iso


def test_the_day_comes_first_where_custom_has_it_so():
    assert read("3/4/2023", month_first=False) == "2023-04-03"
    assert read("3/4/2023 16:55") == "2023-04-03T16:55"
    assert read("3/4/2023 10:55 GMT") == "2023-04-03T10:55Z"
    assert read("3/4/2023 4:55 pm") == "2023-03-04T16:55"


def test_dates_are_found_in_order_and_once():
    found = list(find("Published March 4, 2023 10:31 | Updated 6 March 2023"))
    assert [stamp.iso for stamp in found] == ["2023-03-04T10:31", "2023-03-06"]


def test_agreement_beats_trust_and_dissent_costs_confidence():
    alone = choose([Candidate("a", "x", 0.8)], str)
    split = choose([Candidate("a", "x", 0.8), Candidate("b", "y", 0.7), Candidate("b", "z", 0.7)], str)
    assert (alone.value, alone.losers) == ("a", ())
    assert split.value == "b"
    assert split.confidence < 1 - 0.3 * 0.3
    assert split.losers == (Candidate("a", "x", 0.8),)


def test_one_source_that_repeats_itself_is_one_witness():
    assert choose([Candidate("a", "x", 0.6), Candidate("a", "x", 0.6)], str).confidence == pytest.approx(0.6)


STORY = (
    "<p>The harbour council of Ostrey voted on Thursday to close the old fish market on the quay of the town.</p>"
    "<p>Stallholders who came to the meeting said that nobody had told them where they were to go in the spring.</p>"
)
PAGE = (
    '<meta property="article:published_time" content="2023-03-04T10:31:00Z">'
    "<h1>Ostrey Closes the Fish Market</h1><time datetime='2023-03-09'>9 March 2023</time>" + STORY
)


@pytest.mark.parametrize(
    ("shown", "date"),
    [
        ("October 1, 2023", "2023-10-01"),
        ("02/11/2023", "2023-11-02T10:31:00Z"),
        ("2023-10-01T10:31:00+01:00", "2023-11-02T10:31:00Z"),
    ],
)
def test_an_earlier_day_outweighs_the_head_unless_it_is_turned_or_a_machine_s(shown, date):
    page = PAGE.replace("<time datetime='2023-03-09'>9 March 2023</time>", f"<p>{shown}</p>").replace("03-04", "11-02")
    assert clean(page, media_type="text/html").date == date


@pytest.mark.parametrize(("shown", "date"), [("", None), ("Last updated: March 9, 2023", "2023-03-04T10:31:00Z")])
def test_a_day_of_the_page_is_the_story_s_where_readers_are_shown_that_of_a_change(shown, date):
    said = '{"@type": "WebPage", "datePublished": "2023-03-04T10:31:00Z", "dateModified": "2023-03-09T08:00:00Z"}'
    page = f"<script type='application/ld+json'>{said}</script><h1>Ostrey Closes the Fish Market</h1><p>{shown}</p>{STORY}"
    assert clean(page, media_type="text/html").date == date


def test_no_date_is_later_than_the_fetch():
    page = prepare(parse(PAGE, "text/html"), Config()).page
    assert date(page).value == "2023-03-04T10:31:00Z"
    assert date(page, "2023-03-05T00:00:00Z").losers == ()
    assert date(page, "2023-03-01").value is None


def test_the_caller_may_say_when_the_page_was_fetched():
    assert clean(PAGE, media_type="text/html", fetched="2023-03-05T08:00:00Z").date == "2023-03-04T10:31:00Z"
    assert clean(PAGE, media_type="text/html", fetched="2023-03-01").date is None
    for wrong in ("soon", "2023", "2023-03", "04/03/2023"):
        with pytest.raises(UsageError, match="ISO 8601"):
            clean(PAGE, fetched=wrong)


TOLD_BY_TEXT = """Mill of Brask to Grind Again

By Ida Kell

OSTREY, March 4 (Reuters) - The old mill of Brask, which has stood still for twenty years, will grind rye again from May on.

The town bought it for nine thousand crowns, the mayor said on Monday, and the wheel has been set on a new axle.

About the author

Ida Kell has written about the rivers of the north for the Ostrey Courier since 2009.

This story was originally published by the Pell Harbour Post.
"""


def test_every_field_that_is_read_from_the_page_has_a_provenance():
    record = clean(TOLD_BY_TEXT, media_type="text/plain")
    found = record.metadata["provenance"]
    names = ("title", "byline", "authors", "author_bio", "date", "dateline", "publisher", "site_name", "aggregator", "section")
    assert set(found) == {name for name in names if getattr(record, name)}
    assert {name: found[name] for name in ("byline", "author_bio", "dateline")} == {
        "byline": "byline",
        "author_bio": "author_bio row",
        "dateline": "story",
    }


def test_metadata_tells_where_fields_come_from_and_what_lost():
    metadata = clean(PAGE, media_type="text/html").metadata
    assert metadata["provenance"]["date"] == "opengraph"
    assert metadata["provenance"]["title"] == "headline"
    assert [loser["value"] for loser in metadata["candidates"]["date"]] == ["2023-03-09"]
    assert 0 < metadata["confidence"]["date"] < metadata["confidence"]["title"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("KYIV, Ukraine (AP) — The snow came.", "KYIV, Ukraine (AP)"),
        ("OSTREY - The snow came.", "OSTREY"),
        ("OSTREY, Tamm. (AP) — The snow came.", "OSTREY, Tamm. (AP)"),
        ("WEST OSTREY, Tamm. — The snow came.", "WEST OSTREY, Tamm."),
        ("OSTREY, Tamm. (AP) _ The snow came.", "OSTREY, Tamm. (AP)"),
        ("OSTREY _ The snow came.", "OSTREY"),
        ("OSTREY_ The snow came.", None),
        ("OSTREY, March 4 (Reuters) - The snow came.", "OSTREY, March 4 (Reuters)"),
        ("Ostrey, 4. März – Der Schnee kam.", "Ostrey, 4. März"),
        ("Ostrey, 4. prosince 2026 – Napadl sníh.", "Ostrey, 4. prosince 2026"),
        ("Ostrey, 4. vydání 2026 – Napadl sníh.", None),
        ("Ostrey – a small town – was white.", None),
        ("Nobody came - the snow was too deep.", None),
        ("(Reuters) - The snow came.", None),
        ("OSTREY, Tamm. (March 4, 2026) – The snow came.", "OSTREY, Tamm. (March 4, 2026)"),
        ("OSTREY, Tamm.--(WIRE SERVICE)--March 4, 2026--The snow came.", "OSTREY, Tamm.--(WIRE SERVICE)--March 4, 2026"),
        ("OSTREY, Tamm., March 4, 2026 /Newsservice/ -- The snow came.", "OSTREY, Tamm., March 4, 2026 /Newsservice/"),
        ("March 4, 2026 (Ostrey, Tamm.) – The snow came.", "March 4, 2026 (Ostrey, Tamm.)"),
        ("Ostrey, le 4 mars 2026 – La neige est venue.", "Ostrey, le 4 mars 2026"),
        ("[Ostrey] March 4, 2026 — The snow came.", "[Ostrey] March 4, 2026"),
        ("On March 4, 2026 – a Wednesday – the snow came.", None),
        ("Ostrey was founded on March 4, 1926 - and is white.", None),
        ("March 4, 2026 – the snow came.", None),
        ("Ida Kell, March 4, 2026: it snows.", None),
    ],
)
def test_datelines(text, line):
    assert dateline([Paragraph("paragraph", 0, text, ())]).text == line


@pytest.mark.parametrize(
    ("text", "line", "house"),
    [
        ("Ostrey (France), 4 déc 2023 (AFP) - La neige est venue.", "Ostrey (France), 4 déc 2023 (AFP)", "AFP"),
        ("Ostrey, 16 may (EFE).- Llegó la nieve.", "Ostrey, 16 may (EFE)", "EFE"),
        ("ОСТРЕЙ, 26 сентября. /ТАСС/. Выпал снег.", "ОСТРЕЙ, 26 сентября. /ТАСС/", "ТАСС"),
        ("ОСТРЕЙ, 26 сен — РИА Новости. Выпал снег.", "ОСТРЕЙ, 26 сен — РИА Новости", "РИА Новости"),
        ("Ostrey (dpa/lno) - Der Schnee kam.", "Ostrey (dpa/lno)", "dpa"),
        ("Ostrey, 11.12.2023 (PAP) - Spadł śnieg.", "Ostrey, 11.12.2023 (PAP)", "PAP"),
        ("Ostrey 17. listopadu (ČTK) - Napadl sníh.", "Ostrey 17. listopadu (ČTK)", "ČTK"),
        ("Ostrey, 2024. április 27., szombat (MTI) - Leesett a hó.", "Ostrey, 2024. április 27., szombat (MTI)", "MTI"),
        ("Ostrey, 5. svibnja 2024. (Hina) - Pao je snijeg.", "Ostrey, 5. svibnja 2024. (Hina)", "Hina"),
        ("OSTREY (TT): Snön kom.", "OSTREY (TT)", "TT"),
        ("القاهرة - أ ف ب: سقط الثلج.", "القاهرة - أ ف ب", "أ ف ب"),
        ("Ostrey (Brask): Der Schnee kam.", None, None),
        ("Ostrey (dpa) bekam am Montag Schnee.", None, None),
        ("Ostrey, 17. vydání (ČTK) - Napadl sníh.", None, None),
        ("Ostrey - Der Schnee: Er kam.", None, None),
        ("Brask/dpa/Ostrey heißt die Reihe.", None, None),
    ],
)
def test_datelines_of_wires_in_many_countries_need_a_known_agency(text, line, house):
    found = dateline([Paragraph("paragraph", 0, text, ())])
    assert (found.text, found.houses) == (line, (house,) if house else ())


@pytest.mark.parametrize(
    ("own", "canonical", "publisher"),
    [
        ("https://harbourfeed.example/1", "https://www.brask-courier.example/1", "brask-courier.example"),
        ("https://m.brask.example/1", "https://www.brask.example/1", None),
        ("https://brask.co.uk/1", "https://brask.com/1", None),
        ("https://brask.example/1", "/1", None),
    ],
)
def test_a_canonical_link_to_another_house_names_the_publisher(own, canonical, publisher):
    page = f'<link rel="canonical" href="{canonical}">{PAGE}'
    record = clean(page, media_type="text/html", url=own)
    assert record.publisher == publisher
    assert record.metadata["provenance"].get("publisher") == ("canonical link" if publisher else None)


def test_a_page_of_one_sentence_has_a_headline():
    record = clean("<body><h1>Quay rebuilt</h1><p>The quay is open again.</p></body>")
    assert (record.title, record.text) == ("Quay rebuilt", "The quay is open again.")
    assert clean("<body><h1>Boats</h1><ul><li>Herring</li><li>Tern</li></ul></body>").title is None


def test_a_title_inside_the_story_zone_dates_and_signs_below_itself():
    teasers = "".join(
        f"<p>The {word} of Vessa is for sale, with its keeper, who comes with the chairs.</p>"
        for word in ("mill", "inn")
    )
    page = prepare(
        parse(teasers + "<p>Ostrey Closes the Old Fish Market</p><p>By Ida Kell</p>" + STORY, "text/html"), Config()
    ).page
    assert page.blocks[page.title].text == "Ostrey Closes the Old Fish Market"
    assert opening(page) == page.title + 1


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("Gli sci torneranno domani. (ANSA).", ("ANSA",)),
        ("Śnieg spadnie jutro. (PAP)", ("PAP",)),
        ("Der Schnee kommt morgen. (dpa/lno)", ("dpa",)),
        ("Der Schnee kommt morgen. (Brask)", ()),
        ("Der Hafen am Morgen. (dpa/Ida Kell)", ()),
        ("Der Schnee kommt morgen, meldet die Agentur (dpa)", ()),
        ("", ()),
    ],
)
def test_an_agency_behind_the_last_sentence_is_the_publisher(text, houses):
    assert signed_off([Paragraph("paragraph", 0, text, ())]) == houses


def test_an_agency_in_brackets_is_the_publisher_without_a_dateline():
    assert dateline([Paragraph("paragraph", 0, "(Reuters) - The snow came.", ())]).houses == ("Reuters",)


@pytest.mark.parametrize(
    ("note", "publisher"),
    [
        ("This article was originally published in the Brask Courier.", "Brask Courier"),
        ("This article first appeared on 3 May 2021 in the Sull Gazette.", "Sull Gazette"),
        ("This article was originally published in April 2020.", None),
        ("This article was originally published on 20 Minutes of Brask.", "20 Minutes of Brask"),
        ("This article first appeared in the Sull Gazette and is used with its leave.", "Sull Gazette"),
        ("Source: Trade and Industry Weekly", "Trade and Industry Weekly"),
        ("Publisher: Times on Sunday", "Times on Sunday"),
    ],
)
def test_a_day_is_no_publisher(note, publisher):
    story = "The weir at Brask will stand for another fifty years, the council of the town decided on Monday.\n\n"
    assert (
        clean(f"The Weir at Brask Is to Stay\n\nBy Ada Holm\n\n{story * 2}{note}\n\nRead more\n\nSubscribe").publisher
        == publisher
    )


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("来源：青石日报", "青石日报"),
        ("（来源：青石日报）", "青石日报"),
        ("配信：灰谷新聞", "灰谷新聞"),
        ("출처=회곡일보", "회곡일보"),
        ("Источник: Осетровский вестник", "Осетровский вестник"),
        ("Źródło: Kurier Ostrowski", "Kurier Ostrowski"),
        ("资料来源：国家统计局", None),
        ("Источники: вестник порта, служба погоды", None),
    ],
)
def test_a_source_is_the_publisher_in_any_language(line: str, publisher: str | None) -> None:
    stories = {
        "来": "青石镇政府昨日公布旧港改造方案，计划用三年时间把废弃多年的渔港改建成滨水公园。镇长周明远在会上表示，改造工程将保留原有的灯塔。",
        "配": "灰谷市は十三日、古い港を公園に作り替える計画を発表した。工事は来年の春に始まり、三年で終わる見通しだという。市長が会見で述べた。",
        "출": "회곡시는 13일 오래된 항구를 공원으로 바꾸는 계획을 발표했다. 공사는 내년 봄에 시작해 3년 뒤에 끝날 예정이다.",
        "И": "Администрация Осетрово представила в понедельник план перестройки старого порта, который простоял пустым двадцать лет.",
        "Ź": "Miasto Ostrowo przedstawiło w poniedziałek plany przebudowy starego portu, który od dwudziestu lat stoi pusty i niszczeje.",
    }
    story = stories.get(line.lstrip("（")[0], stories["来"])
    assert clean(f"{story}\n\n{story}\n\n{line}", media_type="text/plain").publisher == publisher


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Copyright 2000-2024 Il Corriere di Brask", "Il Corriere di Brask"),
        ("© Diario del Altiplano", "Diario del Altiplano"),
        ("© 2024 Gazzetta del Sud. Tutti i diritti riservati", "Gazzetta del Sud"),
        ("© L'Écho de la Vallée 2022", "L'Écho de la Vallée"),
        ("© 2023 जनपथ समाचार", "जनपथ समाचार"),
        ("© 2024 Brask Times Terms & Conditions Privacy", "Brask Times"),
        ("© 北岸日报 版权所有 未经授权禁止转载", "北岸日报"),
        ("© Riproduzione riservata", None),
        ("© All Rights Reserved", None),
    ],
)
def test_a_copyright_line_names_the_house_without_its_rights(line: str, name: str | None) -> None:
    story = (
        "The last paper mill of Ostrey will close in June, its owners told the workers on Friday.\n\n"
        "About two hundred people will lose their jobs, and the town its largest employer since the war.\n\n"
    )
    assert clean(f"Last Paper Mill of Ostrey to Close\n\nBy Ida Kell\n\n{story}Share this article\n\n{line}").publisher == name


WIRE = (
    "The ferry company of Brask will build a yard in Ostrey and hire a hundred and forty people, it said on Monday morning.\n\n"
    "The first of them will start in May, once the old sheds have been cleared and the quay in front of them has been dug out."
)


@pytest.mark.parametrize(
    ("line", "publisher", "flag"),
    [
        ("Provided by The Brask Post", "The Brask Post", "syndicated"),
        ("© Provided by The Brask Post", "The Brask Post", "syndicated"),
        ("Provided by Ida Kell", None, ""),
        ("Powered by Packpress", None, ""),
        ("SOURCE Brask Ferries, Inc.", "Brask Ferries, Inc.", "syndicated"),
        ("News provided by\n\nBrask Ferries", "Brask Ferries", "syndicated"),
        ("Republished with permission from the Ostrey Courier.", "Ostrey Courier", "syndicated"),
        ("This article is republished from The Exchange under a Creative Commons license. Read the original article.", "The Exchange", "syndicated"),
        ("Materials provided by Ostrey College of Tides. Note: Content may be edited for length.", "Ostrey College of Tides", "syndicated"),
    ],
)
def test_who_gave_a_portal_its_story_is_the_publisher(line, publisher, flag):
    record = clean(f"Home\n\nBrask Ferries Build a Yard in Ostrey\n\nBy Tom Varn\n\n{WIRE}\n\n{line}\n\nShare this article", media_type="text/plain")
    assert record.publisher == publisher
    assert {"syndicated", "aggregated"} & set(record.flags) == {flag} - {""}


def test_a_licence_in_the_middle_of_the_story_is_read_too():
    first, second = WIRE.split("\n\n")
    line = "This story is republished from Brask Today under a Creative Commons licence."
    record = clean(f"Brask Ferries Build a Yard\n\nBy Tom Varn\n\n{first}\n\n{line}\n\n{second}\n\n{first}", media_type="text/plain")
    assert record.publisher == "Brask Today"
    assert line not in record.text


@pytest.mark.parametrize("bio", [
    "Tom Varn was general manager of the Ostrey Water District from 1996 to 2018. He raises goats.",
    "Tom Varn, a contributing writer, is the author of “Salt Year.”",
    "Tom Varn runs the ferry desk at the Courier. Before that he spent ten years on boats.",
    "About the author\n\nHe cooks, he burns things, and he writes it all down in a kitchen by the sea.",
    "Written by Tom Varn\n\n3.4K followers\n\nHarbour engineer. He writes about small teams and the boats that put up with them.",
    "Tom Varn\n\nSenior Editor, Boats\n\nTom has been testing kettles and other things with motors for nine years.",
])
def test_a_paragraph_at_the_end_about_who_signed_is_the_bio(bio):
    record = clean(f"Home\n\nBrask Ferries Build a Yard in Ostrey\n\nBy Tom Varn\n\n{WIRE}\n\n{bio}\n\nShare this article", media_type="text/plain")
    assert record.author_bio == bio.rsplit("\n\n", maxsplit=1)[-1]
    assert record.authors == ("Tom Varn",)


def test_lines_at_the_headline_keep_their_kind_in_a_run_of_titles():
    head = "Old Boats to Be Sold in Ostrey\n\nMonday, May 6, 2024\n\nNew Quay for the Fish Market\n\nBy Tom Varn\n\nTwo More Sheds Are Torn Down\n\nPhoto: Ida Kell"
    record = clean(f"Home\n\nBrask Ferries Build a Yard in Ostrey\n\n{head}\n\n{WIRE}\n\nShare this article\n\nPrivacy Policy", media_type="text/plain")
    kinds = {row.text: row.kind for row in record.removed}
    assert (kinds["Monday, May 6, 2024"], kinds["By Tom Varn"], kinds["Photo: Ida Kell"]) == ("date", "byline", "caption")


@pytest.mark.parametrize(
    "tags",
    [
        "<meta name='parsely-page' content='{\"authors\": [\"Ida Kell\"], \"pub_date\": \"2023-03-04T10:31:00Z\"}'>",
        "<meta property='mrf:authors' content='Ida Kell'>",
        "<meta property='dable:author' content='Ida Kell'>",
        "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='5 minutes'>"
        "<meta name='twitter:label2' content='Written by'><meta name='twitter:data2' content='Ida Kell'>",
        "<meta name='twitter:label1' content='Skriven av'><meta name='twitter:data1' content='Ida Kell'>",
        "<meta name='twitter:label1' content='Geschreven door'><meta name='twitter:data1' content='Ida Kell'>",
    ],
)
def test_the_writer_in_less_common_elements_of_the_head(tags):
    record = clean(f"<head>{tags}</head><h1>Ostrey Closes the Fish Market</h1>{STORY}", media_type="text/html")
    assert record.authors == ("Ida Kell",)
    assert (record.date == "2023-03-04T10:31:00Z") is ("pub_date" in tags)


@pytest.mark.parametrize(
    ("tags", "authors", "date"),
    [
        ("<meta name='w-published-date' content='2023-03-04'><meta name='brask_author' content='Ida Kell'>", ("Ida Kell",), "2023-03-04"),
        ("<meta name='published' content='March 4, 2023'><meta property='article:author_name' content='Ida Kell'>", ("Ida Kell",), "2023-03-04"),
        ("<meta name='published-time' content='2023-09-09'><meta name='published-date' content='2023-03-04'>", (), "2023-03-04"),
        ("<meta name='date' content='2023-03-04'><meta name='x-publish-date' content='2023-09-09'>", (), "2023-03-04"),
        ("<meta value='2023-03-04' property='article:published_time'><meta name='author' value='Ida Kell'>", ("Ida Kell",), "2023-03-04"),
        ("<meta name='last-published' content='2023-03-04'><meta name='author-id' content='Ida Kell'>", (), None),
        ("<meta name='author' content='Super User'>", (), None),
    ],
)
def test_elements_that_a_site_names_itself(tags, authors, date):
    record = clean(f"<head>{tags}</head><h1>Ostrey Closes the Fish Market</h1>{STORY}", media_type="text/html")
    assert (record.authors, record.date) == (authors, date)


def test_a_label_of_another_fact_names_no_writer():
    tags = "<meta name='twitter:label1' content='Town'><meta name='twitter:data1' content='Pell Harbour'>"
    assert clean(f"<head>{tags}</head><h1>Ostrey Closes the Fish Market</h1>{STORY}", media_type="text/html").authors == ()


@pytest.mark.parametrize(("source", "publisher"), [("inf. własna", None), ("Kurier Braski", "Kurier Braski")])
def test_a_source_that_is_the_house_itself_names_no_publisher(source, publisher):
    story = "Młyn w Brasku ruszył w sobotę po trzydziestu latach, a pierwszy worek mąki trafił do stołówki szkolnej."
    page = f"<h1>Młyn w Brasku znów miele mąkę</h1><p>{story}</p><p>{story} Tak mówi sołtys.</p><p>Źródło: {source}</p>"
    assert clean(page, media_type="text/html").publisher == publisher


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        ("4 March 2023 · 6 min · Ida Kell | <a href='/edit/fish'>Suggest Changes</a>", ("Ida Kell",)),
        ("by <span class='author vcard'><a rel='author' href='/author/admin'>admin</a></span> | Mar 4, 2023 | <a href='/c/wildlife' rel='category tag'>Wildlife</a>", ()),
        ("By <a rel='author' href='/author/ida'>Ida Kell</a> | <a href='/c/wildlife' rel='category tag'>Wildlife</a>", ("Ida Kell",)),
        ("By Ida Kell, Brask Wildlife Trust", ("Ida Kell",)),
        ("By Brask Wildlife Trust", ()),
    ],
)
def test_what_stands_behind_the_writer_in_one_row_is_no_writer(row, authors):
    page = f"<h1>Ostrey Closes the Fish Market</h1><p class='post-meta'>{row}</p>{STORY}"
    assert clean(page, media_type="text/html").authors == authors


def test_who_a_notice_of_a_death_is_of_is_not_its_writer():
    assert clean(f"<h1>Ida Kell</h1><p>Ida Kell Obituary</p>{STORY}", media_type="text/html").authors == ()


@pytest.mark.parametrize(
    ("below", "date", "modified"),
    [
        ("<p>Published 18 July 2024, 17:26 IST</p>", "2024-07-18T17:26", "2024-07-19T09:00"),
        ("<p>18 July 2024</p>", None, "2024-07-19T09:00"),
    ],
)
def test_a_publication_below_the_story_counts_where_only_a_change_stands_above(below, date, modified):
    also = "<p>Also read:</p><p>Mill of Ostrey to close in June, owners say</p>"
    page = f"<h1>Ostrey Closes the Fish Market</h1><p>Last Updated : 19 July 2024, 09:00</p>{STORY}{also}{STORY.replace('mill', 'market')}{below}"
    record = clean(page, media_type="text/html")
    assert (record.date, record.date_modified) == (date, modified)
