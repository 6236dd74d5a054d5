"""What themes and papers print at the head of a story, in HTML and in one string a line: who signs, and on which day."""

from __future__ import annotations

import re

import pytest

from cleaner import clean
from cleaner.names import is_person, is_uncased_name
from cleaner.repair.signed_lines import is_byline_or_date
from cleaner.signatures import behind, people
from cleaner.signing import is_label, signed_over, signing
from tests.test_bylines import STORIES

TITLES = {
    "it": "Il vecchio traghetto di Brask venduto a un museo", "es": "El viejo transbordador de Brask se vende a un museo",
    "nl": "Oude veerboot van Brask verkocht aan een museum", "uk": "Старий пором Браска продано музею",
    "vi": "Chiếc phà cũ của Brask được bán cho bảo tàng", "id": "Feri Tua Brask Dijual ke Sebuah Museum",
    "pl": "Stary prom z Brasku sprzedany muzeum",
}  # fmt: skip
MORE = {
    "it": ("Il consiglio di Brask ha venduto lunedì il vecchio traghetto a un museo di Ostrey, che vuole mostrarlo nel cortile.",
           "Nessuno aveva fatto un’altra offerta, ha detto la sindaca dopo la riunione, e la barca imbarcava acqua da due inverni."),
    "es": ("El ayuntamiento de Brask vendió el lunes el viejo transbordador a un museo de Ostrey, que quiere mostrarlo en su patio.",
           "Nadie había hecho otra oferta, dijo la alcaldesa después de la reunión, y el barco hacía agua desde el penúltimo invierno."),
    "nl": ("De raad van Brask heeft maandag de oude veerboot verkocht aan een museum in Ostrey, dat hem op het plein wil tonen.",
           "Niemand anders had een bod gedaan, zei de burgemeester na de vergadering, en de boot lekte al sinds twee winters."),
    "uk": ("Рада Браска продала в понеділок старий пором музею в Остреї, який хоче з літа показувати його на подвір’ї.",
           "Інших пропозицій не було, сказала мерка після засідання, і човен протікав ще з позаминулої зими."),
    "vi": ("Hội đồng thị trấn Brask hôm thứ Hai đã bán chiếc phà cũ cho một bảo tàng ở Ostrey, nơi muốn trưng bày nó trong sân.",
           "Không ai khác trả giá, bà thị trưởng nói sau cuộc họp, và chiếc phà đã bị rò nước từ mùa đông năm kia."),
    "id": ("Dewan kota Brask pada hari Senin menjual feri tua itu kepada sebuah museum di Ostrey, yang ingin memamerkannya di halaman.",
           "Tidak ada orang lain yang mengajukan penawaran, kata wali kota setelah rapat, dan kapal itu sudah bocor sejak lama."),
    "pl": ("Rada Brasku sprzedała w poniedziałek stary prom muzeum w Ostrey, które od lata chce go pokazywać na swoim dziedzińcu.",
           "Nikt inny nie złożył oferty, powiedziała burmistrz po posiedzeniu, a łódź przeciekała od przedostatniej zimy."),
}  # fmt: skip
DAY = "2024-05-03"


def story(language: str) -> tuple[str, ...]:
    return (TITLES[language], *MORE[language]) if language in MORE else STORIES[language]


def markup(language: str, head: tuple[str, ...], tail: tuple[str, ...] = ()) -> str:
    title, *told = story(language)
    rows = "".join(f"<div>{line}</div>" for line in head)
    body = "".join(f"<p>{line}</p>" for line in (*told, *tail))
    return f"<html lang='{language}'><body><ul><li><a href='/'>Home</a></li></ul><h1>{title}</h1>{rows}{body}</body></html>"


def strings(html: str) -> str:
    """Return markup as one string a line, as `get_text` of BeautifulSoup with a line end does."""
    return "\n".join(text.strip() for text in re.split(r"<[^>]+>", html) if text.strip())


def told(language: str, *head: str, tail: tuple[str, ...] = ()):
    """Return who signs and the day, in both forms, after title and body were looked at."""
    html = markup(language, head, tail)
    found = []
    for source, media_type in ((html, "text/html"), (strings(html), "text/plain")):
        record = clean(source, media_type=media_type)
        assert record.title == story(language)[0]
        assert [p.text for p in record.paragraphs][: len(story(language)) - 1] == list(story(language)[1:])
        found.append((record.authors, (record.date or "")[:10]))
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(
    ("language", "head", "authors"),
    [
        ("en", ("Leave a Comment / Local / By Jane Roe / May 3, 2024",), ("Jane Roe",)),
        ("en", ("May 3, 2024 :: Jane Roe ::",), ("Jane Roe",)),
        ("en", ("May 3, 2024 By Jane Roe Leave a Comment",), ("Jane Roe",)),
        ("en", ("Posted in Local on May 3, 2024 by Jane Roe",), ("Jane Roe",)),
        ("en", ("Posted in Local by Jane Roe on May 3, 2024",), ("Jane Roe",)),
        ("en", ("May 3, 2024 · 30 min · 6279 words · Jane Roe",), ("Jane Roe",)),
        ("en", ("By Jane Roe ⋅ Senior Ferry Analyst ⋅ Published May 3, 2024",), ("Jane Roe",)),
        ("en", ("Jane Roe, Staff writer and Tom Verk", "May 3, 2024"), ("Jane Roe", "Tom Verk")),
        ("en", ("by Jane Roe, Brask Public Radio, and Tom Verk, Ostrey Public Radio", "May 3, 2024"), ("Jane Roe", "Tom Verk")),
        ("en", ("<span>By</span> <a>Jane Roe</a> <span>and</span> <a>Tom Verk</a>", "May 3, 2024"), ("Jane Roe", "Tom Verk")),
        ("en", ("By", "Jane Roe", "and", "Tom Verk", "May 3, 2024"), ("Jane Roe", "Tom Verk")),
        ("en", ("Jane Roe Jane Roe", "May 3, 2024"), ("Jane Roe",)),
        ("en", ("Article by Jane Roe", "Published on May 3, 2024"), ("Jane Roe",)),
        ("en", ("Written by Jane", "May 3, 2024"), ("Jane",)),
        ("en", ("Medically reviewed by Tom Verk, MD — Written by Jane Roe — Published on May 3, 2024",), ("Jane Roe",)),
        ("en", ("Medically reviewed by", "<a>Tom Verk, MD</a>", "Written by", "<a>Jane Roe</a>", "Published May 3, 2024"), ("Jane Roe",)),
        ("en", ("Edited by Tom Verk | By Jane Roe | May 3, 2024",), ("Jane Roe",)),
        ("de", ("Veröffentlicht am 3. Mai 2024 von Ida Kell",), ("Ida Kell",)),
        ("de", ("<span>von</span> <a>Ida Kell</a> <span>und</span> <a>Tom Verk</a>", "3. Mai 2024"), ("Ida Kell", "Tom Verk")),
        ("de", ("Interview von Ida Kell mit Tom Verk", "3. Mai 2024"), ("Ida Kell",)),
        ("fr", ("Par Ida Kell et Tom Verk - 3 mai 2024 à 09:12 - Temps de lecture : 3 min",), ("Ida Kell", "Tom Verk")),
        ("es", ("Publicado el 3 de mayo de 2024 por Lucía Brandal en Local",), ("Lucía Brandal",)),
        ("es", ("Lucía Brandal / Tomás Verdal", "Actualizado: 05/05/2024 10:00h. Publicado: 03/05/2024 09:12h."), ("Lucía Brandal", "Tomás Verdal")),
        ("it", ("Pubblicato il 3 maggio 2024 da Giulia Brandini",), ("Giulia Brandini",)),
        ("it", ("<span>di</span> <a>Giulia Brandini</a> <span>e</span> <a>Paolo Arnelli</a>", "03 Maggio 2024"), ("Giulia Brandini", "Paolo Arnelli")),
        ("nl", ("Geplaatst op 3 mei 2024 door Marieke van Dalen",), ("Marieke van Dalen",)),
        ("pl", ("Opublikowano 3 maja 2024 przez Marta Zielnik",), ("Marta Zielnik",)),
        ("ru", ("Авторы:", "Анна Варнова", "Иван Келлин", "3 мая 2024"), ("Анна Варнова", "Иван Келлин")),
        ("uk", ("Опубліковано 3 травня 2024 | Автор: Олена Варненко | Переглядів: 120",), ("Олена Варненко",)),
        ("id", ("Reporter", "Rini Brandawati", "Editor", "Joko Varnanto", "3 Mei 2024"), ("Rini Brandawati",)),
        ("vi", ("Đăng bởi Lê Thu Hằng vào ngày 3 tháng 5 năm 2024",), ("Lê Thu Hằng",)),
        ("ar", ("آخر تحديث: 5 مايو 2024", "تاريخ النشر: 3 مايو 2024", "رنا الحلواني"), ("رنا الحلواني",)),
    ],
)
def test_the_head_of_a_story_tells_who_signs_and_when(language, head, authors):
    assert told(language, *head) == (authors, DAY)


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", ("Reviewed by Tom Verk, PhD", "May 3, 2024")),
        ("en", ("Editor", "Tom Verk", "May 3, 2024")),
        ("en", ("Photographs by Tom Verk", "May 3, 2024")),
        ("en", ("Artwork by Tom Verk", "May 3, 2024")),
        ("en", ("By Staff", "May 3, 2024")),
        ("es", ("Traducción de Tomás Verdal", "3 de mayo de 2024")),
    ],
)
def test_who_reviewed_edited_translated_or_took_the_pictures_signs_nothing(language, head):
    html = markup(language, head)
    for source, media_type in ((html, "text/html"), (strings(html), "text/plain")):
        record = clean(source, media_type=media_type)
        assert (record.authors, (record.date or "")[:10]) == ((), DAY)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("A dek about the old boat", "Jane Roe", "7 min read", "Copy as Markdown"), ("Jane Roe",)),
        (("Jane Roe BRASK TODAY", "Show caption"), ("Jane Roe",)),
        (("Jane Roe and Tom Verk in New Brask", "Share"), ("Jane Roe", "Tom Verk")),
        (("\ue023", "May 3, 2024", "\ue08a", "Jane Roe", "In short"), ("Jane Roe",)),
        (("Jane Roe", "Jane Roe", "Find articles"), ("Jane Roe",)),
        (("Jane Roe in a new boat", "Share", "Print"), ()),
        (("Pell Harbour: How It Was Sold", "May 3, 2024"), ()),
    ],
)
def test_a_name_without_label_signs_by_what_stands_beside_it(lines, authors):
    source = "\n".join(("Home", STORIES["en"][0], *lines, "", *STORIES["en"][1:]))
    assert clean(source, media_type="text/plain").authors == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Jane Roe May 3, 2024",), ("Jane Roe",)),
        (("Jane Roe", "May 3, 2024"), ("Jane Roe",)),
        (("Jane Roe", "Harbour", "May 3, 2024 9:00 AM"), ("Jane Roe",)),
        (("May 3, 2024 Jane Roe",), ()),
        (("Jane Roe",), ()),
        (("Jane Roe wins again May 3, 2024",), ()),
        (("Jane Roe", "May 3, 2024", "Harbour", "Ferries", "Town"), ()),
    ],
)
def test_a_name_above_the_headline_signs_with_its_day(lines, authors):
    source = "\n\n".join(("Home", *lines, f"# {STORIES['en'][0]}", *STORIES["en"][1:]))
    assert clean(source, media_type="text/markdown").authors == authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane RoeContact Reporter", ["Jane Roe"]),
        ("Jane RoeThe Brask Post", ["Jane Roe"]),
        ("Jane MacTheron", ["Jane MacTheron"]),
        ("Jane RoeHarbourFerriesTown", []),
        ("Jane DeLaRoe", ["Jane DeLaRoe"]),
        ("Author: Jane Ann Roe. Jane Ann Roe Harbours", ["Jane Ann Roe"]),
        ("Jane St. Jane", ["Jane St. Jane"]),
    ],
)
def test_what_is_glued_to_a_name_is_none_of_it(line, names):
    assert people(line) == names


def test_a_name_with_its_bio_in_the_story_s_end_signs_where_no_other_has_one():
    box = ("Jane Roe", "Jane Roe is the harbour writer of the Brask Courier and lives on a boat with two cats, as she has for years.")
    other = ("Tom Verk", "Tom Verk is the last of the ferrymen, who has been on the river for forty years and wants to stay there.")
    question = ("Who paid for the ferry?", "The museum of Ostrey paid one crown for the boat, and will pay for the repairs itself, as it told the council.")
    for more, authors in (((), ("Jane Roe",)), (other, ())):
        source = "".join(f"<p>{line}</p>" for line in (*STORIES["en"][1:], *more, *box, *question))
        assert clean(f"<h1>{STORIES['en'][0]}</h1><article>{source}</article>", media_type="text/html").authors == authors


def test_a_signature_with_strokes_is_no_part_of_the_dek_above():
    assert is_byline_or_date("by Jane Roe / May 3, 2024 / Leave a comment")
    assert not is_byline_or_date("by boat or by bridge / by road, as they had always gone to Ostrey")


def test_who_a_site_is_named_after_signs_on_it_in_small_letters_too():
    tags = "<meta property='og:site_name' content='Jane Roe'><meta itemprop='author' content='jane roe'>"
    source = "".join(f"<p>{line}</p>" for line in STORIES["en"][1:])
    assert clean(f"<head>{tags}</head><h1>{STORIES['en'][0]}</h1>{source}", media_type="text/html").authors == ("Jane Roe",)


def test_what_stands_behind_a_name_is_found_by_all_of_it():
    assert behind("Trine Jørgensen og Tora Johansen, Brask", "Tora Johansen") == ", Brask"


@pytest.mark.parametrize(
    ("tail", "authors"),
    [
        (("Jane Roe", "Jane Roe writes about ferries and harbours for the Brask Courier."), ("Jane Roe",)),
        (("Jane Roe", "Staff Writer"), ("Jane Roe",)),
        (("Media contact:", "Jane Roe", "Director of Communications", "jane.roe@brask-ferries.example"), ()),
        (("Find Pilots", "Staff Writer", "Here you can find pilots."), ()),
        (("Jane Roe",), ()),
        (("Article by", "Jane Roe"), ("Jane Roe",)),
        (("Written by:", "Jane Roe, MD", "Reviewed by:", "Tom Verk, MD"), ("Jane Roe",)),
        (("Posted by Jane Roe on May 3, 2024 in harbours. Tags: ferries, museums",), ("Jane Roe",)),
        (("Edited by", "Jane Roe"), ()),
        (("Read Next", "Posted by Jane Roe on May 3, 2024 in harbours."), ()),
    ],
)
def test_a_name_below_the_story_signs_it_with_a_bio_or_role_below_it(tail, authors):
    source = "\n\n".join(("Home", *STORIES["en"], *tail))
    assert clean(source, media_type="text/plain").authors == authors


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Veröffentlicht am 3. Mai 2024 von Ida Kell", "von Ida Kell"),
        ("On May 3, 2024May 5, 2024 By Ida Kell In Ferries", "By Ida Kell In Ferries"),
        ("0 · by Ida Kell · Updated on 8 May 2024", "by Ida Kell · Updated on 8 May 2024"),
        ("Edited by Tom Verk | By Ida Kell", "By Ida Kell"),
        ("By Ida Kell | Edited by Tom Verk", "By Ida Kell | Edited by Tom Verk"),
        ("Reviewed by Tom Verk", "Reviewed by Tom Verk"),
        ("The ferry was sold in May / Nobody knows why", "The ferry was sold in May / Nobody knows why"),
    ],
)
def test_what_signs_is_the_end_of_a_line(line, part):
    assert signing(line).text == part


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Kell Ida Kell", ["Ida Kell"]),
        ("Ida KellIda Kell", ["Ida Kell"]),
        ("byIda Kell3 May 2024", ["Ida Kell"]),
        ("ParClaire Verneuil", ["Claire Verneuil"]),
        ("Rui Ma, Ida Kell & Tom Verk", ["Rui Ma", "Ida Kell", "Tom Verk"]),
        ("Tom Verk MD", ["Tom Verk"]),
        ("Ida Kell BRASK TODAY", ["Ida Kell"]),
        ("By Ida Kell, president and Tom Verk", ["Ida Kell", "Tom Verk"]),
        ("By Ida Kell, Brask Courier, Palo Verde", ["Ida Kell"]),
        ("de Ana Chelaru", ["Ana Chelaru"]),
        ("This post was written by Ida Kell, MD, at Brask Health.", ["Ida Kell"]),
        ("Interview by Ida Kell with Tom Verk", ["Ida Kell"]),
    ],
)
def test_names_are_read_once_and_without_what_stands_between(text, names):
    assert people(text) == names


@pytest.mark.parametrize(("text", "name"), [("अनीता वर्णे, ब्रास्क", True), ("رنا الحلواني، براسك", False), ("अनीता, ब्रास्क", False)])
def test_a_place_may_stand_behind_a_name_without_capitals(text, name):
    assert is_uncased_name(text) is name


def test_lines_of_a_label_alone_are_known():
    assert all(map(is_label, ("by", "Author:", "Scritto da", "Авторы:", "Reporter")))
    assert not any(map(is_label, ("bye", "Author of the year", "By Ida Kell", "Reporters without borders")))
    assert not is_person("Scritto da")


def test_a_sentence_that_goes_on_behind_a_name_is_no_signature():
    lines = ["a portrait", "by", "Ida Kell", "hangs there."]
    assert signed_over(lines, 1) == len(lines) - 1
    assert not is_byline_or_date(lines[-1])
    text = "\n".join(("Old Ferry of Brask Is Sold", *STORIES["en"][1:], "In the yard of the old museum of Ostrey a portrait", "by", "Ida Kell", "hangs there."))
    assert clean(text, media_type="text/plain").text.endswith("a portrait by Ida Kell hangs there.")
