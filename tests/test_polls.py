"""Polls of the readers go with their label, question, answers and buttons; stories about polls, and questions that a story asks, stay."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.config import Config
from cleaner.model import MediaType
from cleaner.pipeline import parse, prepare
from cleaner.rules.builtin.tools_poll import RULE

HEADLINE = "Lighthouse of Ostrey Goes Dark for the Winter"
ABOVE = (
    "The lighthouse of Ostrey will be dark from November on, because its lamp is to be cleaned in the city for the first time since 1931.",
    "Skippers were told by letter, the harbour master, Tom Verk, said on Monday, and most of them have answered that they use the stars.",
)
BELOW = (
    "The keeper will spend the months in her daughter's house on the hill, from which she can see that the tower is still there.",
    "In March the lamp will come back on the mail boat, wrapped in eleven blankets that the women of the island have lent to it.",
)
POLLS = {
    "en": ("Online poll", "Should the lamp stay in the city?", "It shines for everybody", "Bring it home at once", "I sail by the stars"),
    "en question": ("What do you think?", "Should the lamp stay in the city?", "Yes, for good", "No, never"),
    "en button": ("Should the lamp stay in the city?", "It shines for everybody", "Bring it home at once", "Vote", "View results"),
    "en votes": ("Should the lamp stay in the city?", "Yes", "61%", "No", "39%", "Total votes: 318"),
    "en numbers": ("Should the lamp stay in the city?", "Yes 61%", "No 30%", "I cannot say 9%"),
    "de": ("Umfrage der Woche", "Soll die Lampe in der Stadt bleiben?", "Ja, sie ist dort sicher", "Nein, sie gehört auf den Turm", "Jetzt abstimmen", "Bisher 305 abgegebene Stimmen"),
    "de in one line": ("Abstimmung: Soll die Lampe in der Stadt bleiben?", "Ja", "Nein", "Mir egal"),
    "fr": ("Sondage du jour", "Faut-il rendre la lampe ?", "Oui, tout de suite", "Non, elle est trop vieille", "Voir les résultats"),
    "es": ("Encuesta", "¿Debe volver la lámpara?", "Sí, cuanto antes", "No hace falta", "Ver resultados"),
    "it": ("Sondaggio", "Deve tornare la lampada?", "Sì", "No", "Vota"),
    "pt": ("Enquete", "A lâmpada deve voltar?", "Sim (212)", "Não (88)"),
    "nl": ("Peiling", "Moet de lamp terug naar de toren?", "Eens", "Oneens", "Bekijk resultaten"),
    "pl": ("Sonda", "Czy lampa powinna wrócić na wieżę?", "Tak 318 głosów", "Nie 44 głosy", "Zagłosuj, jeśli chcesz zobaczyć wyniki"),
    "cs": ("Anketa", "Má se lampa vrátit?", "Ano (412)", "Ne (97)", "Celkem hlasovalo 509 čtenářů"),
    "sk": ("Anketa dňa", "Má sa lampa vrátiť?", "Áno", "Nie", "Hlasovať"),
    "hu": ("Szavazás", "Visszatérjen a lámpa?", "Igen", "Nem", "Szavazok"),
    "ro": ("Sondaj", "Trebuie adusă lampa înapoi?", "Da", "Nu", "Vezi rezultatele"),
    "ru": ("Опрос", "Нужно ли вернуть лампу?", "Да, как можно скорее", "Нет, она устарела", "Голосовать", "Всего проголосовало: 305"),
    "uk": ("Опитування", "Чи варто повернути лампу?", "Так", "Ні", "Проголосувати"),
    "bg": ("Анкета", "Трябва ли лампата да се върне?", "Да", "Не", "Гласувай"),
    "hr": ("Anketa", "Treba li se svjetiljka vratiti?", "Da", "Ne", "Prikaži rezultate"),
    "el": ("Ψηφοφορία", "Πρέπει να επιστρέψει ο φανός;", "Ναι, αμέσως", "Όχι, είναι παλιός", "Ψηφίστε"),
    "tr": ("Günün anketi", "Lamba geri gelsin mi?", "Evet", "Hayır", "Oy ver"),
    "sv": ("Omröstning", "Ska lampan tillbaka?", "Ja", "Nej", "Rösta"),
    "da": ("Dagens afstemning", "Skal lampen tilbage?", "Ja", "Nej", "Se resultatet"),
    "fi": ("Kysely", "Pitääkö lampun palata?", "Kyllä", "Ei", "Äänestä"),
    "ar": ("استطلاع الرأي", "هل يجب أن يعود المصباح؟", "نعم", "لا", "عرض النتائج"),
    "he": ("סקר", "האם להחזיר את המנורה?", "כן", "לא", "הצביעו"),
    "fa": ("نظرسنجی", "آیا چراغ باید برگردد؟", "بله", "خیر", "مشاهده نتایج"),
    "ja": ("アンケート", "灯台のランプは戻すべきですか？", "はい", "いいえ", "結果を見る"),
    "ko": ("설문조사", "등대의 등을 되돌려야 할까요?", "네", "아니요", "투표하기"),
    "zh": ("投票", "灯塔的灯应该回来吗？", "应该", "不应该", "查看结果"),
    "vi": ("Bình chọn", "Có nên mang đèn trở lại?", "Có", "Không", "Xem kết quả"),
    "id": ("Jajak pendapat", "Haruskah lampu itu kembali?", "Ya", "Tidak", "Lihat hasil"),
}  # fmt: skip
KEPT = {
    "a story about a poll": ("A poll of 1,004 skippers found that two in three want the lamp back, but is that many?", "Poll results", "They differ by boat"),
    "what a survey found, within the story": ("What do skippers steer by?", "Stars: 48%", "The lamp: 31%", "Luck: 21%"),
    "an interview": ("Do you miss the lamp?", "No.", "Not even at night?", "I sleep at night."),
    "questions with answers": ("Can I visit the tower?", "Yes, on Sundays", "What does it cost?", "Nothing"),
    "a quiz": ("Which lamp is the oldest?", "a) Ostrey's", "b) Brask's", "c) Wend's", "The answer is b)."),
    "sub-headings that ask": ("Who pays for the lamp?", BELOW[0], "And who for the blankets?", BELOW[1]),
    "a heading over prose": ("Umfrage", "Was halten die Schiffer davon?", BELOW[0]),
    "one answer and a sub-heading": ("Abstimmung", "Was halten die Schiffer davon?", "Wenig"),
    "a list announced": ("What do the skippers ask for?", "A lamp", "A bell", "A pot of tea"),
    "a study's parts": ("What is a lamp?", "Methods", "Results", "Discussion"),
    "a ballot": ("What will the island vote on?", "Vote in March", "The lamp's new place", "Two seats in the council"),
}


def labelled(lines: tuple[str, ...], media_type: MediaType) -> list[str]:
    source = f"<h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:]) if media_type == "text/html" else "\n\n".join(lines)
    page = prepare(parse(source, media_type), Config()).page
    return [page.blocks[label.block].text for label in RULE(page)]


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
@pytest.mark.parametrize("poll", POLLS.values(), ids=POLLS)
def test_a_poll_below_the_story_goes(poll: tuple[str, ...], media_type: MediaType) -> None:
    assert labelled((HEADLINE, *ABOVE, *BELOW, *poll), media_type) == list(poll)


@pytest.mark.parametrize("poll", [poll for name, poll in POLLS.items() if name != "en numbers"])
def test_a_poll_within_the_story_goes(poll: tuple[str, ...]) -> None:
    assert labelled((HEADLINE, *ABOVE, *poll, *BELOW), "text/plain")[:3] == list(poll[:3])


@pytest.mark.parametrize("poll", POLLS.values(), ids=POLLS)
def test_the_story_is_all_that_is_left(poll: tuple[str, ...]) -> None:
    source = "\n\n".join((HEADLINE, *ABOVE, *BELOW, *poll))
    assert clean(source, media_type="text/plain").text.endswith("\n\n".join((*ABOVE, *BELOW)))


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize("lines", KEPT.values(), ids=KEPT)
def test_what_a_story_asks_stays(lines: tuple[str, ...], media_type: MediaType) -> None:
    assert labelled((HEADLINE, *ABOVE, *lines, *BELOW), media_type) == []


def test_a_headline_that_asks_is_no_poll() -> None:
    assert labelled(("Umfrage", "Soll die Lampe bleiben?", "Ida Kell", "Ostrey", *ABOVE, *BELOW), "text/plain") == []


def test_the_sub_heading_below_the_answers_stays() -> None:
    lines = ("Poll", "Should the lamp stay?", "In the city", "On the tower", "A winter on the hill")
    assert labelled((HEADLINE, *ABOVE, *lines, *BELOW), "text/plain") == list(lines[:-1])


def test_the_markup_may_call_the_lines_a_poll() -> None:
    box = '<div class="wp-poll"><p>Should the lamp stay?</p><ul><li>In the city</li><li>On the tower</li></ul></div>'
    page = prepare(parse("".join(f"<p>{line}</p>" for line in ABOVE) + box, "text/html"), Config()).page
    assert len([*RULE(page)]) == 3
