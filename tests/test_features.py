"""What the measures of a page say of it as a whole."""

from __future__ import annotations

import re

import pytest

from cleaner.config import Config
from cleaner.features import is_scrape
from cleaner.model import Page
from cleaner.pipeline import parse, prepare
from cleaner.tokens import plain_words, tokens

MENU = ["Degemer", "Keleier", "Sportoù", "Amzer", "Beajiñ", "Sevenadur", "Deskadurezh", "Implijoù"]
STORY = [
    f"Digoret eo bet ar pont nevez war ar stêr Tamm d'al Lun, eme niverenn {number} er renkad, ha kant den o deus treuzet anezhañ abretoc'h."
    for number in range(40)
]
KNOWN = ["Facebook", "Twitter"]


def page_of(lines: list[str]) -> Page:
    return prepare(parse("\n\n".join(lines), "text/plain"), Config()).page


def story_of(lines: list[str]) -> tuple[int, int]:
    return page_of(lines).features.story


@pytest.mark.parametrize(("lines", "expected"), [
    ([*MENU, *STORY, *KNOWN], True),
    ([*STORY[:20], *MENU, *STORY[20:], *KNOWN], False),
    ([*MENU[:4], *STORY, *MENU[4:], *KNOWN], False),
    ([*MENU, *STORY, *KNOWN[:1]], False),
], ids=["menu", "list inside the story", "short lists", "nothing known"])  # fmt: skip
def test_a_menu_that_no_pack_knows_makes_a_scrape(lines: list[str], expected: bool) -> None:
    assert is_scrape(page_of(lines)) is expected


@pytest.mark.parametrize(("below", "expected"), [("Most read", 44), ("Log in to comment", 20)])
def test_a_button_for_comments_above_another_heading_ends_no_story(below: str, expected: int) -> None:
    lines = [*STORY[:20], "Comments", below, "ann", "2 hours ago", *STORY[20:]]
    assert story_of(lines) == (0, expected)


def test_a_button_for_comments_in_a_share_bar_ends_no_story() -> None:
    lines = [*STORY[:8], "Share", "Comments", "Facebook", "Twitter", "WhatsApp", "Telegram", "Reddit", *STORY[8:]]
    assert story_of(lines)[1] == len(lines)


@pytest.mark.parametrize(("above", "below", "expected"), [
    (3, 30, (8, 38)),
    (3, 5, (0, 3)),
    (20, 400, (0, 20)),
], ids=["teasers above the story", "a short story", "a long thread"])  # fmt: skip
def test_a_threads_head_under_a_few_lines_ends_the_story_unless_much_more_follows(
    above: int, below: int, expected: tuple[int, int]
) -> None:
    between = ["Comments", "Bara menyn", "Caws", "Llaeth", "Te"]
    assert story_of([*STORY[:above], *between, *(STORY * 12)[:below]]) == expected


def test_the_countries_of_an_order_form_are_no_story() -> None:
    names = ("Tamm", "Brask Islands", "Ostrey", "Pell", "Marrow", "Venn", "Oxley, United", "Tarn")
    countries = " ".join(name for _ in range(60) for name in names)
    assert story_of([*MENU, *STORY[:6], *KNOWN, "Country", countries, "Postcode", countries]) == (8, 14)


def test_words_of_latin_texts_are_those_of_any_text() -> None:
    signs = [chr(code) for code in range(0x250)]
    texts = [*signs, *(f"Ab{sign}Cd {sign}{sign}" for sign in signs), "Die Straße nach Öd – ½ µm, ÅR 1998…"]
    assert tokens(texts) == [[word.casefold() for word in re.findall(r"[^\W_]+", text)] for text in texts]
    assert [plain_words(text) for text in texts[-1:]] == [[]]
    assert plain_words("Die Straße nach Öd – ½ m, ÅR 1998…") == ["die", "strasse", "nach", "öd", "½", "m", "år", "1998"]


@pytest.mark.parametrize("mark", [" (dpa/AFP)", " (EFE)", " EFE", " /ТАСС/", " (©NTB)", ". AP"])
def test_an_agencys_mark_behind_it_hides_no_sentences_end(mark: str) -> None:
    sentence = "Agorodd y bont newydd dros afon Tamm ddydd Llun, ac fe groesodd cant o bobl cyn cinio."
    assert page_of([sentence.rstrip(".") + "." + mark]).features.ends == (True,)


@pytest.mark.parametrize("end", ["meddai'r cyngor (EFE)", "for the BBC", "ran to the U.S. office (at once)"])
def test_a_mark_behind_no_sentence_is_no_sentences_end(end: str) -> None:
    assert page_of([f"Agorodd y bont newydd dros afon Tamm ddydd Llun {end}"]).features.ends == (False,)


NEWS = [
    "Das alte Bad am Bahnhof von Brask ist seit zwei Jahren geschlossen, weil das Dach Risse hat.",
    "Nun soll es für sechs Millionen Euro erneuert werden, wie der Rat am Montag beschloss.",
    "Die Schulen fahren ihre Klassen bis dahin mit dem Bus nach Tellmoor zum Schwimmen.",
    "Im Mai wird entschieden, ob das Land einen Teil davon bezahlt.",
]


@pytest.mark.parametrize("between", [
    ["Lesen Sie auch: Warum der Bus zu spät kommt", "Anzeige"],
    ["Anzeige", "Der Artikel geht nach der Anzeige weiter"],
    ["Lesen Sie auch", "Warum der Bus zu spät kommt"],
], ids=["read also and a mark", "marks", "a box with one title"])  # fmt: skip
def test_what_interrupts_short_news_ends_no_story(between: list[str]) -> None:
    lines = [*NEWS[:2], *between, *NEWS[2:]]
    assert story_of(lines) == (0, len(lines))


@pytest.mark.parametrize("below", [
    ["Lesen Sie auch", "Warum der Bus zu spät kommt", "Ein Turm ohne Treppe", "Markt zieht um", *NEWS[2:3]],
    ["Anmelden", "Newsletter abonnieren", "Passwort vergessen", *NEWS[3:]],
], ids=["a list of stories", "other furniture"])  # fmt: skip
def test_other_furniture_ends_short_news(below: list[str]) -> None:
    assert story_of([*NEWS[:2], *below]) == (0, 2)
