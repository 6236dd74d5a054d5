"""What belongs to one paragraph is joined, and nothing else."""

from __future__ import annotations

import textwrap

import pytest

from cleaner import clean
from cleaner.assemble import paragraphs
from cleaner.model import Block
from cleaner.model import joined as join
from cleaner.parse.markdown import parse as parse_markdown
from cleaner.parse.text import parse
from cleaner.repair import joins, repair
from cleaner.repair.joins import END_CHARS, SHOWN, space_between
from cleaner.repair.wraps import layout

LONG = (
    "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday, and "
    "they are to carry ninety cars each, which is twice as many as the boats that have been in service until now."
)
MORE = (
    "The first of the boats is being built across the water in Tamm and will be delivered in the autumn of next year, "
    "if the yard, which has changed hands three times since the spring, is still there by then."
)


def joined(source: str, language: str = "en") -> list[str]:
    return [block.text for block in repair(parse(source), "text/plain", language)[0]]


@pytest.mark.parametrize("width", [65, 72, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_wrapped_lines_are_rejoined(width: int, indent: str) -> None:
    def wrap(text: str) -> str:
        return "\n".join(textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent))

    assert joined(f"{wrap(LONG)}\n\n{wrap(MORE)}") == [LONG, MORE]


def test_a_paragraph_of_many_lines_is_whole() -> None:
    told = [f"on day {day} the ferry carried {day * 7} crates of lamps to Tamm and came back with barley," for day in range(1, 90)]
    text = f"They say that {' '.join(told)} and then the ice came."
    assert len(text) > 3 * END_CHARS
    lines = textwrap.wrap(text, 72)
    (block,), log = repair(parse("\n".join(lines)), "text/plain", "en")
    assert block.text == text
    assert [text[start - 1] for start in block.breaks] == [" "] * (len(lines) - 1)
    assert [text[start:].partition(" ")[0] for start in block.breaks] == [line.partition(" ")[0] for line in lines[1:]]
    assert [entry.before.split("\n")[1] for entry in log] == [line[:SHOWN] for line in lines[1:]]


def test_a_line_that_was_left_whole_does_not_widen_the_page() -> None:
    told = [f"on day {day} the ferry carried {day * 7} crates of lamps to Tamm and came back with barley," for day in range(1, 60)]
    lines = textwrap.wrap(f"They say that {' '.join(told)} and then the ice came.", 72)
    whole = "of which the list in the parish register, copied by hand and never checked, says more than all the captains,"
    lines.insert(20, whole)
    assert layout(parse("\n".join(lines)), "text/plain").width == 72
    assert len(joined("\n".join(lines))) == 1


TIMES = {**dict.fromkeys("ijlt", 278), **dict.fromkeys("fr", 333), **dict.fromkeys("ace", 444), **dict.fromkeys(" ,.", 250), "s": 389, "m": 778, "w": 722}
"""Thousandths of the font's size that letters of Times take where they differ from the usual."""


def page_of(text: str, width: int) -> str:
    """Return `text` wrapped as a word processor does, at so many thousandths of the font's size."""
    lines: list[str] = []
    room = 0
    for word in text.split():
        taken = sum(TIMES.get(letter, 680 if letter.isupper() else 500) for letter in f"{word} ")
        if not lines or taken > room:
            lines.append(word)
            room = width
        else:
            lines[-1] += f" {word}"
        room -= taken
    return "\n".join(lines)


@pytest.mark.parametrize("width", [18_000, 24_000, 30_000, 36_000])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_lines_as_wide_as_the_letters_of_a_font_are_rejoined(width: int, between: str) -> None:
    told = [LONG, MORE, "Nobody asked who is going to steer them."]
    pages = [page_of(text, width) for text in told]
    assert len({len(line) for line in pages[0].split("\n")[:-1]}) > 1
    assert joined(between.join(pages)) == told


def test_between_blank_lines_a_sentence_that_ends_a_line_of_letters_ends_no_paragraph() -> None:
    told = [LONG, f"{MORE} {LONG}", "Nobody asked who is going to steer them.", f"{MORE} They are. {LONG}"]
    for width in range(20_000, 36_000, 500):
        assert joined("\n\n".join(page_of(text, width) for text in told)) == told


def test_short_lines_of_a_page_set_in_a_font_stay_apart() -> None:
    address = ["Office of the Harbour Master", "4 Quay Lane", "Marrow Bay"]
    pages = [page_of(LONG, 30_000), "\n".join(address), page_of(MORE, 30_000)]
    assert joined("\n\n".join(pages)) == [LONG, *address, MORE]


def test_a_sentence_goes_on_below_a_wide_line_that_was_wrapped_by_hand() -> None:
    head, *tail = textwrap.wrap(LONG, 64)
    lines = [head, *textwrap.wrap(" ".join(tail), 74)]
    assert len(f"{head} {tail[0].split()[0]}") < max(map(len, lines))
    assert joined("\n".join([*lines, "", textwrap.fill(MORE, 74)])) == [LONG, MORE]


def test_further_lines_of_a_numbered_item_are_its_own() -> None:
    def item(number: int, text: str) -> str:
        return textwrap.fill(text, 72, initial_indent=f"  {number}. ", subsequent_indent="     ")

    items = "\n".join(item(number, text) for number, text in enumerate((LONG, MORE), 1))
    assert joined(f"{textwrap.fill(MORE, 72)}\n\n{items}") == [MORE, f"1. {LONG}", f"2. {MORE}"]


def test_wrapped_markdown_is_rejoined_by_the_width_of_its_source() -> None:
    linked = "[its director](https://courier.example/people/the-director-of-the-ferry-company)"
    pages = [textwrap.fill(text, 78, break_long_words=False) for text in (LONG.replace("its director", linked), MORE)]
    blocks, _ = repair(parse_markdown("\n\n".join(pages)), "text/markdown", "en")
    assert [block.text for block in blocks] == [LONG, MORE]


def test_paragraphs_on_single_lines_stay_apart() -> None:
    assert joined(f"{LONG}\n{MORE}") == [LONG, MORE]


def test_headlines_of_one_length_stay_apart() -> None:
    lines = [
        "Lake Ferry Returns After Ten Years Away",
        "Council Splits Over the Market Square",
        "New Bakery Opens in the Old Chapel",
    ] * 2
    assert joined("\n".join(lines)) == lines


def test_fragments_around_links_are_rejoined() -> None:
    source = "The boats, according to the\nTamm Courier\n, will cost more than\nthe council\nhas ever spent.\nNobody objected."
    assert joined(source) == [
        "The boats, according to the Tamm Courier, will cost more than the council has ever spent.", "Nobody objected."
    ]  # fmt: skip


NOON = "It was past noon. The harbour council sat down at last with"
PUT_OFF = "on the new pier, who had brought a petition with four hundred names."


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ((NOON, "Ida Kell", PUT_OFF), f"{NOON} Ida Kell {PUT_OFF}"),
        ((NOON, "Ida Kell", "and", "Tom Verk", PUT_OFF), f"{NOON} Ida Kell and Tom Verk {PUT_OFF}"),
        ((NOON, "Marrow Lantern", ", a paper of the town."), f"{NOON} Marrow Lantern, a paper of the town."),
        (
            ("“At first we all hid in the boathouse,” she said to", "Lantern", ". “Now the children ask when it will come to us again.”"),
            "“At first we all hid in the boathouse,” she said to Lantern. “Now the children ask when it will come to us again.”",
        ),
        (
            ("Die Bergleute von Tamm fanden vor vielen Jahren unter dem Berg eine Ader, aus der sie noch heute ihr", "Silber", "holen, Tag für Tag."),
            "Die Bergleute von Tamm fanden vor vielen Jahren unter dem Berg eine Ader, aus der sie noch heute ihr Silber holen, Tag für Tag.",
        ),
    ],
)
def test_names_that_are_links_in_mid_sentence_are_rejoined(lines: tuple[str, ...], whole: str) -> None:
    assert joined("\n".join((*lines, MORE))) == [whole, MORE]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ida Kell", "came in the morning,", "Tom Verk", "left at noon, and it rained."),
        ("Marrow Lantern", "and", "Tamm Courier", "write of a hundred boats."),
        ("The", "old pier", "is closed until the end of spring."),
        ("The strike of the ferrymen began in", "March 2022", "after the company had stopped giving them a free meal."),
        ("A", "Marrow Lantern", "reporter saw the boat leave the quay at noon."),
    ],
)
def test_a_sentence_that_a_link_opens_is_rejoined(lines: tuple[str, ...]) -> None:
    assert joined("\n".join((*lines, MORE))) == [" ".join(lines), MORE]


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour", "news", "sport"),
        ("Ida Kell", "reporter", "Tom Verk", "editor"),
        ("View all", "top news", "of the harbour"),
        ("Log in", "Register", "and read all that was written of the old pier."),
        ("Old pier closed", "The council met.", "it rained, and nobody came to the old pier."),
    ],
)
def test_entries_that_lead_to_no_sentence_s_end_open_none(lines: tuple[str, ...]) -> None:
    assert joined("\n".join(lines))[0] == lines[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour council of Marrow Bay puts off the vote on the new pier", "Ida Kell", "and", "Tom Verk"),
        ("Harbour council of Marrow Bay puts off the vote on the new pier", "Marrow Lantern", "says that nobody came to the vote on Monday."),
        ("The pier is closed. Boats land at the old quay", "Opening hours", ": from nine to five"),
        ("The pier is closed. Boats land at the old quay", "The first of them,", "a ferry from Tamm, came in at six in the morning."),
        ("The pier is closed. Boats land at the old quay", "By Ida Kell", "for the Marrow Lantern, which has followed the case."),
        ("The pier is closed. Boats land at the old quay", "Ida Kell", "reporter"),
        (f"{NOON} her.", "Ida Kell", PUT_OFF),
    ],
)
def test_a_name_below_a_headline_or_before_a_label_opens_its_own_line(lines: tuple[str, ...]) -> None:
    assert joined("\n".join(lines))[0] == lines[0]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("港務局", "は14日、新しい桟橋を春に開くと発表した。"), "港務局は14日、新しい桟橋を春に開くと発表した。"),
        (("北浜町", "、南浜町、東浜町で船が止まった。"), "北浜町、南浜町、東浜町で船が止まった。"),
        (("桟橋は閉じている。港務局は14日の朝に、古い桟橋に船を着けるよう", "北浜町", "と南浜町の漁師に求めた。"), "桟橋は閉じている。港務局は14日の朝に、古い桟橋に船を着けるよう北浜町と南浜町の漁師に求めた。"),
    ],
)
def test_links_in_japanese_sentences_are_rejoined(lines: tuple[str, ...], whole: str) -> None:
    assert joined("\n".join(lines), "ja") == [whole]


@pytest.mark.parametrize(
    "lines",
    [
        ("社会", "はやぶさの模型、港の博物館に", "もちつき大会、北浜町で"),
        ("新しい桟橋は春に開く。", "と港務局は書いている。"),
        ("News", "のりもの図鑑"),
    ],
)
def test_words_that_begin_with_a_particle_s_sign_stay_apart(lines: tuple[str, ...]) -> None:
    assert joined("\n".join(lines), "ja") == list(lines)


def test_the_end_of_a_sentence_around_links_is_looked_for_in_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(text: str) -> bool:
        looked.append(text)
        return text[0].islower()

    monkeypatch.setattr(joins, "_goes_on", counted)
    lines = [NOON, *["Ida Kell", "and"] * 2_000]
    joined("\n".join(lines))
    assert len(looked) < 60 * len(lines)


HEADLINE = "Harbour council of Marrow Bay buys two boats"
MENU = ("Mayor of Brask to open the new pier next month", "Ostrey", "Ferries stay in port until the wind drops", "Tamm", "Barley at its dearest since the flood")


@pytest.mark.parametrize(
    "lines",
    [
        ("News", HEADLINE, "Weather", "Home", HEADLINE, "left", "right", LONG, MORE, *MENU),
        (f"{HEADLINE} | The Brask Post", "Home", HEADLINE, "top of page", LONG, MORE, *MENU),
        (f"{HEADLINE} - The Brask Post", "Home", HEADLINE, "written by", "Ida Kell", LONG, MORE, *MENU),
    ],
)
def test_a_headline_that_stands_elsewhere_too_goes_on_with_no_button(lines: tuple[str, ...]) -> None:
    assert joined("\n".join(lines)) == list(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("The council of the harbour sat down with its", "director on Tuesday.", "The council of the harbour sat down with its", "captains on Friday."),
        ("It asked for the two boats from Tamm", ", which are blue.", "It asked for the two boats from Tamm", "; nobody came."),
        (f"{PUT_OFF[:40]}", f"{PUT_OFF[41:]}", f"{PUT_OFF[:40]}", f"{PUT_OFF[41:]}"),
    ],
)
def test_strings_of_a_sentence_that_stand_twice_are_rejoined(lines: tuple[str, ...]) -> None:
    assert len(joined("\n".join(lines))) == 2


def test_menus_in_small_letters_stay_apart() -> None:
    assert joined("home\nnews\nsport\nweather") == ["home", "news", "sport", "weather"]


@pytest.mark.parametrize(("head", "tail"), [
    ("The news was brought to the council on Monday by Air Force Maj.", "Gen. Orla Tamm, who had flown in overnight."),
    ("The boats were ordered after a long talk with the officials of the U.S.", "officials said on Monday evening in Tamm."),
    ("The boats were ordered after a long talk with the officials of the", "harbour, who had come from Tamm for the day."),
])  # fmt: skip
def test_paragraphs_cut_in_two_are_rejoined(head: str, tail: str) -> None:
    assert joined(f"{head}\n\n{tail}") == [f"{head} {tail}"]


@pytest.mark.parametrize(("head", "tail"), [
    ("The boats were ordered after a long talk with the officials of the harbour.", "it rained."),
    ("A Slow Start", "the council met again on Wednesday, and on Thursday once more."),
    ("They were told to bring these things to the quay on Monday morning:", "boots, rope and a lamp for every hand."),
])  # fmt: skip
def test_whole_paragraphs_are_left_apart(head: str, tail: str) -> None:
    assert joined(f"{head}\n\n{tail}") == [head, tail]


def test_a_paragraph_parted_by_a_removed_line_is_rejoined() -> None:
    head, _, tail = LONG.partition(" to carry")
    tail = f"to carry{tail}"
    record = clean(f"{MORE}\n\n{head}\n\nAdvertisement\n\n{tail}", media_type="text/plain")
    assert [p.text for p in record.paragraphs] == [MORE, LONG]
    assert [r.kind for r in record.repairs] == ["cut_paragraph"]


def test_every_join_is_logged() -> None:
    _, log = repair(parse("\n".join(textwrap.wrap(LONG, 70))), "text/plain", "en")
    assert {entry.kind for entry in log} == {"wrapped_line"}
    assert len(log) == len(textwrap.wrap(LONG, 70)) - 1

WIDE = (
    "夕凪港の渡し船は五月から一日2往復に増えると港湾組合が火曜日に発表した。新しい船は90人乗りで、乾いた甲板には自転車を"
    "四十台まで載せられる。町の人びとは長く待っていたと喜んでいるが、灯台守の老人だけは汽笛がうるさくなると首を振った。"
)


def columns(text: str, width: int) -> list[str]:
    """Wrap as terminals do, in which East Asian characters take two columns."""
    lines, used = [""], 0
    for char in text:
        wide = 1 + (not char.isascii())
        if used + wide > width:
            lines.append("")
            used = 0
        lines[-1] += char
        used += wide
    return lines


@pytest.mark.parametrize("width", [72, 79, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_lines_wrapped_by_the_columns_of_a_terminal_are_rejoined(width: int, indent: str) -> None:
    pages = ["\n".join(indent + line for line in columns(text, width - len(indent))) for text in (WIDE, WIDE[40:])]
    assert joined("\n\n".join(pages), "ja") == [WIDE, WIDE[40:]]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("di Giulia Marangon", "it"),
        ("by: Dana Whitcomb", "en"),
        ("door Jan de Wit", "nl"),
        ("a cura di Mara Oduya", "it"),
        ("jeudi 14 mars 2024", "fr"),
        ("le 14/03/2024 à 07:00", "fr"),
        ("torsdag d. 14. mar. 2024", "da"),
    ],
)
def test_a_byline_or_date_in_small_letters_is_not_joined_to_the_headline(line: str, language: str) -> None:
    headline = "The Ferry of Marrow Bay Runs Late Again on"
    assert joined(f"{headline}\n{line}\n\n{LONG}", language) == [headline, line, LONG]


@pytest.mark.parametrize(
    "line", ["by the mayor of Marrow Bay", "on 3 May 2024 in the hall of the harbour office", "on 3 May 2024."]
)
def test_a_sentence_that_goes_on_with_a_writer_or_a_day_is_joined(line: str) -> None:
    head = "The council of Marrow Bay was told that the ferry had been sold"
    assert joined(f"{head}\n{line}\n\n{LONG}") == [f"{head} {line}", LONG]


def test_the_sentences_of_one_line_are_copied_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"On day {day} the ferry sailed to Tamm with {day * 7} lamps, they say." for day in range(1, 1_000))
    copied: list[int] = []

    def counted(first: Block, second: Block, separator: str) -> Block:
        copied.append(len(first.text) + len(second.text))
        return join(first, second, separator)

    monkeypatch.setattr(paragraphs, "joined", counted)
    assert clean(text).text == text
    assert 0 < sum(copied) < 20 * len(text)


@pytest.mark.parametrize(
    ("head", "tail", "space"),
    [
        ("„Wir haben lange gewartet.“", "Die Stadt zahlt nichts dazu.", " "),
        ("Er sagte „nein“", "und ging.", " "),
        ("das „Haus am See“ und „", "die Mühle“", ""),
        ("She called it “", "a poor house”", ""),
        ("(", "see below)", ""),
    ],
)
def test_a_mark_that_closes_keeps_its_space_and_one_that_opens_has_none(head: str, tail: str, space: str) -> None:
    assert space_between(head, tail, "fragment") == space


def test_a_signature_with_bars_behind_it_does_not_go_on_with_the_headline() -> None:
    title, signed = "Village of Upper Kell gives up on the hill road after 140 winters", "by Viola Strand | Nov 14, 2021 | News, Winter | 3 comments"
    story = "From this winter on the road over Kell Hill will be left to the snow, the council of the parish said on Friday evening."
    record = clean(f"Log in\n{title}\n{signed}\n{story}\n{story.replace('Friday', 'Sunday')}\n3 Comments", media_type="text/plain")
    assert (record.title, record.authors) == (title, ("Viola Strand",))


@pytest.mark.parametrize(
    ("said", "below", "language"),
    [
        ("„Wir haben jeden anderen Weg geprüft“, sagte der Hafenmeister von Brask. „Keinen davon können wir bezahlen.“", "Lesen Sie auch: Aale in der Wend", "de"),
        ("»Vi har set på alle andre veje«, sagde havnefogeden i Brask. »Ingen af dem kan vi betale.«", "Læs også: Ål i Wend", "da"),
        ("Der Rat von Brask beriet am Montag über den Kai und nannte ihn zum ersten Mal ein „Wrack“", "Fotos vom Kai", "de"),
    ],
)
def test_a_mark_that_closes_in_its_language_leaves_no_line_open(said: str, below: str, language: str) -> None:
    assert joined(f"{said}\n{below}", language) == [said, below]


def test_a_mark_that_opens_leaves_its_line_open() -> None:
    assert joined("The harbour master of Brask, who sells lamps, told the council and everybody in the hall: “\nWe cannot pay for any of them.”") == [
        "The harbour master of Brask, who sells lamps, told the council and everybody in the hall: “We cannot pay for any of them.”"
    ]


@pytest.mark.parametrize(
    ("language", "headline", "below"),
    [
        ("sv", "Färjan gick på grund och fiskarna ryckte till", "12 båtar lade ut från Brask, och ingen kom till skada i stormen."),
        ("de", "Die Zahl der Unfälle am Hafen von Brask nimmt zu", "Am Montag stießen wieder zwei Boote zusammen, sagte der Hafenmeister."),
        ("nl", "Het aantal ongelukken in de haven van Brask neemt toe en de raad grijpt in", "Maandag botsten weer twee boten, zei de havenmeester."),
    ],
)
def test_a_headline_that_ends_in_its_verbs_particle_is_whole(language: str, headline: str, below: str) -> None:
    assert joined(f"{headline}\n{below}", language) == [headline, below]
