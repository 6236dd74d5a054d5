"""Pages and texts as readers, boards, browsers and newsletters keep them: what stands around the story gives its fields and is none of it."""

from __future__ import annotations

import pytest

from cleaner import Cleaner, clean
from cleaner.parse.text import parse
from cleaner.signatures import people

TITLE = "Brask to rebuild its broken ferry quay"
STORY = (
    "The council of Brask voted on Monday to rebuild the ferry quay that a storm broke in March, the mayor said.",
    "Work on the quay begins in June and will cost nine million crowns, half of it paid by the region, she told the council.",
    "Ferry captains had asked for the new quay for years, and fishermen will move to the old harbour until it is done.",
)
TEXT = "\n\n".join(STORY)
MENU, FOOT = "Home\nNews\nSport\nLog in\nSearch", "Share this article\nPrivacy policy\nTerms of use"


def page(*above: str, below: str = "", story: str = "".join(f"<p>{line}</p>" for line in STORY)) -> str:
    return f"<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav>{''.join(above)}<article>{story}</article>{below}</body></html>"


SIGNED = {
    "pt": "Postado por Ida Kell às 22:47", "es": "Publicado por Ida Kell en 22:47", "fr": "Publié par Ida Kell à 22:47",
    "de": "Eingestellt von Ida Kell um 22:47", "it": "Pubblicato da Ida Kell alle 22:47", "nl": "Gepost door Ida Kell op 22:47",
    "tr": "Gönderen Ida Kell zaman: 22:47", "ru": "Автор: Ida Kell на 22:47", "sv": "Upplagd av Ida Kell kl. 22:47",
    "da": "Indsendt af Ida Kell kl. 22.47", "nb": "Lagt inn av Ida Kell kl. 22:47", "fi": "Lähettänyt Ida Kell klo 22.47",
    "cs": "Vystavil Ida Kell v 22:47", "hu": "Bejegyezte: Ida Kell dátum: 22:47", "el": "Αναρτήθηκε από Ida Kell στις 22:47",
    "id": "Diposting oleh Ida Kell di 22.47", "vi": "Được đăng bởi Ida Kell vào lúc 22:47", "zh": "發佈者：Ida Kell 於 22:47",
}  # fmt: skip


@pytest.mark.parametrize("line", SIGNED.values(), ids=SIGNED)
def test_blogs_sign_below_the_entry_with_the_time(line: str) -> None:
    assert people(line) == ["Ida Kell"]
    record = clean(page(f"<h1>{TITLE}</h1>", below=f"<div class='post-footer'>{line}</div>"))
    assert record.authors == ("Ida Kell",)
    assert line not in record.text


def test_a_name_that_reads_like_a_word_before_a_time_stays_whole() -> None:
    assert people("By Ida Kell at 22:47") == ["Ida Kell"]


def test_behind_a_day_a_label_with_a_colon_signs_too() -> None:
    line = "<div class='meta'><time>6 October 2021</time><span> Words: Ida Kell / Photos: Tom Verk</span></div>"
    assert clean(page(f"<h1>{TITLE}</h1>", line)).authors == ("Ida Kell",)


@pytest.mark.parametrize(("line", "names"), [
    ("Ida Kell, teksti Tom Verk, kuvat", ("Ida Kell",)),
    ("Ida Kell, text | Tom Verk, foto", ("Ida Kell",)),
    ("Ida Kell, Tom Verk", ("Ida Kell", "Tom Verk")),
])  # fmt: skip
def test_whoever_took_the_pictures_is_no_author_though_the_head_lists_them(line: str, names: tuple[str, ...]) -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","author":[{"name":"Ida Kell"},{"name":"Tom Verk"}]}</script>'
    assert clean(page(head % TITLE, f"<h1>{TITLE}</h1><div class='byline'>{line}</div>")).authors == names


def test_a_name_with_its_address_above_the_headline_signs() -> None:
    block = f"Ida Kell\nikell@courier.example\nAll articles\n\n{TITLE}\n\nPublished 3 May 2024"
    assert clean(f"{MENU}\n\n{block}\n\n{TEXT}\n\n{FOOT}", media_type="text/plain").authors == ("Ida Kell",)


def test_a_linked_name_without_capitals_signs_behind_a_label() -> None:
    line = "<div>By <a href='/reporter/ida'>अनुराधा मिश्रा</a> Publish Date: Tue, 24 Aug 2021 07:48 PM (IST)</div>"
    record = clean(page(f"<h1>{TITLE}</h1>", line, below="<p>Posted By: Tom Verk</p>"))
    assert record.authors == ("अनुराधा मिश्रा",)


def test_elements_that_touch_are_parted_in_scripts_without_capitals() -> None:
    line = "<div class='info'><span>رأس النخل - سلمى الحداد</span><span>نشر في: 23 فبراير 2020</span></div>"
    assert "سلمى الحداد نشر في" in " ".join(row.text for row in clean(page(f"<h1>{TITLE}</h1>", line)).removed)


@pytest.mark.parametrize("quote", [
    "<blockquote>“The quay is gone. Nobody will miss it but me.” Ida Kell, skipper</blockquote>",
    "<blockquote class='quote'><p>“The quay is gone”</p><footer>Ida Kell, skipper</footer></blockquote>",
    "<blockquote><p>The quay is gone. Nobody will miss it but me.</p></blockquote>",
])  # fmt: skip
def test_a_pulled_quote_goes_with_whose_it_is(quote: str) -> None:
    said = "<p>“The quay is gone,” said the skipper Ida Kell on Monday evening. “Nobody will miss it but me.”</p>"
    paragraphs = [f"<p>{line}</p>" for line in STORY]
    record = clean(page(f"<h1>{TITLE}</h1>", story="".join([paragraphs[0], said, quote, *paragraphs[1:]])))
    assert [p.text for p in record.paragraphs] == [STORY[0], said[3:-4], *STORY[1:]]


def test_a_quote_of_which_the_story_has_one_sentence_stays() -> None:
    quote = "<blockquote><p>The quay is gone, she says. They should have sold it to the gulls.</p></blockquote>"
    assert "sold it to the gulls" in clean(page(f"<h1>{TITLE}</h1>", story="".join(f"<p>{line}</p>" for line in STORY) + quote)).text


def test_the_heading_of_a_banner_for_consent_is_no_headline() -> None:
    banner = "<div><h1>With your consent, we and the partners of the Courier use cookies</h1><p>You may withdraw it at any time below.</p><button>Accept all cookies</button></div>"
    assert clean(page(banner, f"<h1>{TITLE}</h1>")).title == TITLE


@pytest.mark.parametrize("above", [
    "newsplace.example - all the news of the coast in one place",
    "Brask Weekly\nVol. 11, No. 38   September 22 - 28, 2024",
    "MEDIA RELEASE\n\nMayor of Brask\n\nBrask, 3 May 2024",
])  # fmt: skip
def test_mastheads_and_letterheads_are_no_headline(above: str) -> None:
    assert clean(f"{above}\n\n{TITLE}\n\nBy Ida Kell\n\n{TEXT}\n\n{FOOT}", media_type="text/plain").title == TITLE


def test_the_first_day_of_a_weeks_issue_dates_it() -> None:
    assert clean(f"Brask Weekly\n\nVol. 11, No. 38   September 22 - 28, 2024\n\n{TITLE}\n\nBy Ida Kell\n\n{TEXT}\n\n{FOOT}").date == "2024-09-22"


def test_a_row_of_numbered_links_is_no_headline() -> None:
    menu = "   [1]Just In [2]For You [3]Politics [4]Quays [5]More\n\n"
    links = "".join(f"  {number}. https://courier.example/{number}\n" for number in range(1, 6))
    text = f"{menu}          {TITLE}\n\n   By Ida Kell\n\n   3 May 2024\n\n{TEXT}\n\nReferences\n\n{links}"
    assert clean(text, media_type="text/plain").title == TITLE


def test_an_address_below_a_headline_is_no_part_of_it_and_the_day_of_saving_dates_nothing() -> None:
    text = f"The skipper who repaired every quay in Brask, Tamm\nhttps://courier.example/long/the-skipper\nSaved: 2024-11-27 22:48  |  14 min\ncourier.example • by Ida Kell • November 22, 2024\n\n----------\n\n{TEXT}"
    record = clean(text, media_type="text/plain")
    assert (record.title, record.date, record.authors) == ("The skipper who repaired every quay in Brask, Tamm", "2024-11-22", ("Ida Kell",))


def test_a_closing_quotation_mark_that_lost_a_byte_is_no_dagger() -> None:
    damaged = "â€œTwo crowns forty,â€ he says at the quay. â€œYou paid more to have it carried than the wool was worth, and then the toll.â€"
    assert clean(damaged, media_type="text/plain").text == "“Two crowns forty,” he says at the quay. “You paid more to have it carried than the wool was worth, and then the toll.”"


def test_quotation_marks_stay_with_their_strings() -> None:
    menu = "Skip to contentHomeHarbourSportLettersSign inMore menuSearchHelpContact us"
    said = ('"It is like living on a boat," he said. "You get the bell, then the rope, and then the men."', "His neighbour Ida Kell has moved her children into the kitchen.")
    glued = f"{menu}{TITLE}Published2 days agoCopy link{STORY[0]}{said[0]}{said[1]}{STORY[1]}\"Nobody asked us,\" she said.{STORY[2]}Related topicsBraskMore on this storyBack to topTerms of use"
    record = clean(glued, media_type="text/plain")
    assert [p.text for p in record.paragraphs] == [STORY[0], *said, STORY[1], '"Nobody asked us," she said.', STORY[2]]
    assert '"' not in [block.text for block in parse(glued)]


def test_the_answers_to_a_copied_story_are_none_of_it() -> None:
    posts = "\n\n".join(f"Reply With Quote\n\nseadog{n}\nMember\nPosts: {n}87\n\n06-20-2024, 09:4{n} PM  #{n}\n\nI never liked that old quay, and my boat did not either." for n in (2, 3, 4))
    record = clean(f"Brask Board > General\nThread: The quay\n\n06-20-2024, 09:12 PM  #1\n\n{TITLE}\n\nby Ida Kell\nJune 20, 2024\n\n{TEXT}\n\n{posts}\n\nReply With Quote\n\nPosting Permissions\nPrivacy policy")
    assert "old quay, and my boat" not in record.text
    assert record.text.endswith(STORY[-1])


def test_what_stands_below_the_end_of_a_typed_in_article_is_its_senders() -> None:
    head = "From: ola@bay.example\nNewsgroups: alt.quays\nSubject: [FWD] Quay\nDate: 11 May 2024 20:17:44 GMT\n\nTyped in from Friday's Courier.\n\n--- begin article ---\n\n"
    record = clean(f"{head}{TITLE}\n\nBy Ida Kell\n\n{TEXT}\n\n--- end article ---\n\nI have not been there since they cleared it. Does anyone know whether the crane is still standing?\n\nOla")
    assert record.text == TEXT


def test_a_mail_of_the_senders_own_is_dated_by_its_head() -> None:
    head = "From: The Quay Letter <letter@quay.example>\nTo: subscribers\nDate: Thu, 6 Feb 2025 06:31:04 +0000\nSubject: The Quay Letter: what it costs\n\nView this email in your browser:\nhttps://quay.example/p/1\n\n****\nTHE QUAY LETTER\nThe coast, read sideways\n****\n\nGood morning. Wet again.\n\nTODAY IS SUPPORTED BY\nHanley Ropes\n\n----\n\n"
    record = clean(f"{head}{TITLE.upper()}\n\nBy Ida Kell\n\n{TEXT}\n\nUnsubscribe", media_type="text/plain")
    assert (record.date or "")[:10] == "2025-02-06"


@pytest.mark.parametrize("options", [{}, {"keep_all": True}])
def test_a_box_of_facts_is_no_part_of_the_story(options: dict[str, bool]) -> None:
    box = "<div class='factbox'><h3>The quay</h3><ul><li>Built in 1871.</li><li>Ninety metres long.</li></ul></div>"
    paragraphs = [f"<p>{line}</p>" for line in STORY]
    record = Cleaner(**options).clean(page(f"<h1>{TITLE}</h1>", story="".join([*paragraphs[:2], box, paragraphs[2]])))
    assert ("Built in 1871." in record.text) == bool(options)


def test_a_town_behind_the_writer_s_name_signs_nothing() -> None:
    story = f"{STORY[0]}\n\nPeople in New Ostrey, who have no quay, watched the vote with interest, a fisherman said.\n\n{STORY[1]}"
    assert clean(f"{MENU}\n\n{TITLE}\n\nBy Ida Kell, New Ostrey\n\n3 May 2024\n\n{story}\n\n{FOOT}", media_type="text/plain").authors == ("Ida Kell",)
    assert clean(f"{MENU}\n\n{TITLE}\n\nBy Ida Kell, Tom Verk\n\n3 May 2024\n\n{story}\n\n{FOOT}", media_type="text/plain").authors == ("Ida Kell", "Tom Verk")


@pytest.mark.parametrize("line", ["By Ida Kell Dining critic Aug. 24, 2023", "By Ida Kell Sports writer", "_By Ida Kell_"])
def test_a_rubric_before_the_role_and_marks_around_the_line_are_no_names(line: str) -> None:
    assert people(line) == ["Ida Kell"]


@pytest.mark.parametrize("sign", ["|", "||", "~", "###"])
def test_strings_with_a_sign_between_are_lines(sign: str) -> None:
    strings = ["Home", "News", "Sport", "Harbour", "Log in", "Search", "News", TITLE, "Ida Kell", "3 May 2024, 21:37", "Share", *STORY, "Read also", "Fox seen on the quay", "Comments (3)", "Privacy policy", "Terms of use"]
    source = f" {sign} ".join(strings)
    record = clean(source, media_type="text/plain")
    assert [p.text for p in record.paragraphs] == list(STORY)
    assert (record.title, record.authors, record.date) == (TITLE, ("Ida Kell",), "2024-05-03T21:37")
    spans = sorted([s for p in record.paragraphs for s in p.spans] + [s for row in record.removed for s in row.spans])
    assert "".join("".join(source[a:b].split()) for a, b in spans) == "".join(source.split())


def test_a_menu_with_a_sign_between_its_entries_stays_a_line() -> None:
    menu = " | ".join(f"Harbour {number}" for number in range(20))
    assert menu in [block.text for block in parse(f"{menu}\n\n{TEXT}")]


def test_messages_around_a_story_that_was_passed_on_are_none_of_it() -> None:
    chat = f"[07/08/2024, 19:52:11] Ola: Forwarded many times\n*{TITLE}*\n\n_By Ida Kell_\n\n{TEXT}\n\n[07/08/2024, 19:55:02] Wren: Is it real? I cannot believe a word of what they print any more.\n[07/08/2024, 19:58:19] Ola: It is in the paper, on the first page of it, and they have a picture of the quay.\n[07/08/2024, 20:11:06] Wren: The meeting is on Thursday at six in the hall, and everybody should bring a chair."
    record = clean(chat, media_type="text/plain")
    assert record.text == TEXT
    assert record.authors == ("Ida Kell",)


@pytest.mark.parametrize("blank", [" " * 40, "\u3000" * 15])
def test_the_heads_and_feet_of_printed_sheets_stand_apart_in_any_blanks(blank: str) -> None:
    head = f"2024/05/03 22:41{blank}{TITLE} | Courier"
    cut = STORY[1].index(" nine")
    text = f"{head}\n\n{TITLE}\n\n{STORY[0]}\n\n{STORY[1][:cut]}\n\nhttps://courier.example/418822{blank}1/2\n{head}\n\n{STORY[1][cut + 1:]}\n\n{STORY[2]}\n\nhttps://courier.example/418822{blank}2/2\n"
    record = clean(text, media_type="text/plain")
    assert record.text == TEXT


def test_a_figure_overleaf_goes_on_with_the_sentence() -> None:
    head, foot = "11/22/24, 9:14 AM    Brask Court - Order", "https://court.example/order    {}/2"
    lines = ("Judge Kell ordered the owners of the dam on Wednesday to lower the lake by no later than December", "15 and to hold it there until an engineer has seen the gates.")
    text = f"{head}\n\n{TITLE}\n\n{lines[0]}\n\n{foot.format(1)}\n{head}\n\n{lines[1]}\n\n{STORY[2]}\n\n{foot.format(2)}\n"
    assert " ".join(lines) in clean(text, media_type="text/plain").text
