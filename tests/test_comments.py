"""A removed thread becomes comments: who, what, when; what readers say of others is theirs."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.answers import is_stamp

STORY = (
    "<p>The council of Brask sold the old ferry on Monday to a museum in Ostrey, which wants to show it in its yard.</p>"
    "<p>Nobody had made another offer, the mayor said after the meeting, and the boat had been leaking since the winter.</p>"
    "<p>It will be towed across the bay in the spring, when the water is calm enough for a boat without an engine.</p>"
)


def thread(*lines: str) -> list[tuple[str, str, str | None]]:
    rows = "".join(f"<p>{line}</p>" for line in ("2 Comments", *lines))
    page = f"<h1>Old Ferry of Brask Is Sold</h1>{STORY}<div class='comments'>{rows}</div>"
    return [(c.author, c.text, c.date) for c in clean(page, media_type="text/html").comments]


def test_what_others_said_opens_no_comment() -> None:
    assert thread(
        "Anna Berg", "2 days ago", "The mayor said he would help us.", "Tom Verk", "3 days ago", "My neighbour said: nobody asked us."
    ) == [
        ("Anna Berg", "The mayor said he would help us.", "2 days ago"),
        ("Tom Verk", "My neighbour said: nobody asked us.", "3 days ago"),
    ]


@pytest.mark.parametrize(
    ("opening", "author"),
    [
        ("Maud Perrin says:", "Maud Perrin"),
        ("signalman wrote:", "signalman"),
        ("Maud Perrin said on June 5, 2023 at 9:14 am:", "Maud Perrin"),
        ("3. Heinz W. sagt:", "Heinz W."),
        ("Jean Vert a dit :", "Jean Vert"),
        ("Anna Verdi ha detto:", "Anna Verdi"),
        ("Анна Б. пишет:", "Анна Б."),
        ("Ann June 5, 2023 at 9:14 am", "Ann"),
    ],
)
def test_a_name_that_says_opens_a_comment(opening: str, author: str) -> None:
    assert [row[:2] for row in thread("signalman", "So it goes.", opening, "I miss it.")] == [
        ("signalman", "So it goes."),
        (author, "I miss it."),
    ]


@pytest.mark.parametrize(
    ("shown", "date"),
    [
        ("à 10h14", "10h14"), ("le 12 mars 2024 à 10h14", "12 mars 2024"), ("vor 3 Stunden", "vor 3 Stunden"),
        ("12. März 2024 um 10:14 Uhr", "12. März 2024"), ("в 21:15", "21:15"), ("3 часа назад", "3 часа назад"),
        ("hace 3 horas", "hace 3 horas"), ("12 de marzo de 2024 a las 10:14", "12 de marzo de 2024"),
        ("för 3 timmar sedan", "för 3 timmar sedan"), ("il y a 2 jours", "il y a 2 jours"), ("3 ore fa", "3 ore fa"),
        ("3小时前", "3小时前"), ("3시간 전", "3시간 전"),
    ],
)  # fmt: skip
def test_a_time_is_no_author(shown: str, date: str) -> None:
    assert thread("Ann", shown, "So it goes.") == [("Ann", "So it goes.", date)]


def test_stops_of_any_script_end_what_is_said() -> None:
    assert thread("旧船终于卖掉了。", "真可惜！") == [("", "旧船终于卖掉了。", None), ("", "真可惜！", None)]


def written(below: str) -> list[tuple[str, str, str | None]]:
    """Return the comments of a page in text, whose thread is `below` its story."""
    story = STORY.replace("<p>", "").replace("</p>", "\n\n")
    page = f"Old Ferry of Brask Is Sold\n\nBy Ida Kell\n\nMay 3, 2024\n\n{story}{below}"
    return [(c.author, c.text, c.date) for c in clean(page, media_type="text/plain").comments]


def test_a_headings_quoted_headline_may_be_long() -> None:
    assert written(
        "2 thoughts on “Old Ferry of Brask Is Sold to a Museum in Ostrey, at Last”\n\nGwen says:\n\nI learned to swim beside it.\n\nReply\n\nOlu says:\n\n"
        "Good riddance.\n\nReply"
    ) == [("Gwen", "I learned to swim beside it.", None), ("Olu", "Good riddance.", None)]


def test_rules_and_footers_under_the_heading_are_no_comments() -> None:
    rules = "Comments have to be in English, and in full sentences. They cannot be abusive or personal."
    assert not written(f"Comments\n\n{rules}\n\nBack to top\n\nTerms & conditions | Advertise\n\nComments are closed after 14 days.")


def test_likes_orders_and_ranks_are_no_readers() -> None:
    assert thread("Newest", "Best rated", "Anna Berg", "18 Feb", "Liked by Ida Kell", "I miss it.", "Click to rate") == [
        ("Anna Berg", "I miss it.", "18 Feb")
    ]


def test_a_readers_town_stands_behind_the_name() -> None:
    assert thread("Anna of Brask, Brask, Ostrand, 9 hours ago", "I miss it.") == [("Anna of Brask", "I miss it.", "9 hours ago")]


def test_posts_that_answer_the_first_of_a_forum_are_comments() -> None:
    assert written(
        "Reactions: Tom, signalman and 11 others\nsignalman\nActive member\nMay 14, 2024\n#2\nBrilliant write-up mate. Who has bought it?\n"
        "kell\nMay 15, 2024\n#3\nsignalman said:\nWho has bought it?\nClick to expand...\nThe museum, for one crown and a bottle of rum.\n"
        "Similar threads\nWho paints ferries?"
    ) == [
        ("signalman", "Brilliant write-up mate. Who has bought it?", "May 14, 2024"),
        ("kell", "The museum, for one crown and a bottle of rum.", "May 15, 2024"),
    ]


def test_a_count_behind_a_hash_is_no_post() -> None:
    assert not written("Ranked this week\n#2\nBrask Courier\n#3\nOstrey Post")


def test_posts_listed_below_a_thread_are_no_comments() -> None:
    rows = ("Anna Berg", "2 days ago", "I miss it.", "Top", "Latest", "Discussions", "The Ferries I Have Loved", "Nov 5, 2023 • Ida Kell")
    assert thread(*rows) == [("Anna Berg", "I miss it.", "2 days ago")]


def test_the_footer_of_a_comment_is_not_the_pages() -> None:
    said = ("About time, they never kept it dry.", "My children loved it, and they will visit it in Ostrey.")
    rows = "".join(
        f"<li class='comment'><article><footer><b>{who}</b> <time>{day}</time></footer><p>{text}</p></article></li>"
        for who, day, text in (("Ann Holt", "May 3, 2024", said[0]), ("Tom Verk", "May 4, 2024", said[1]))
    )
    foot = "<footer><p>Courier of Brask</p><p>12 Harbour Street, Brask</p></footer>"
    record = clean(f"<h1>Old Ferry of Brask Is Sold</h1>{STORY}<h2>2 Comments</h2><ol>{rows}</ol>{foot}", media_type="text/html")
    assert [(c.author, c.text) for c in record.comments] == [("Ann Holt", said[0]), ("Tom Verk", said[1])]


@pytest.mark.parametrize("button", ["Leave a comment", "12 Comments", "Join the conversation", "Share your thoughts"])
def test_a_linked_button_between_paragraphs_opens_no_thread(button: str) -> None:
    first, last = STORY[: STORY.rindex("<p>")], STORY[STORY.rindex("<p>") :]
    more = "<p>The museum paid one crown and a bottle of rum, which the council drank on the quay when the papers were signed.</p>"
    page = f"<h1>Old Ferry of Brask Is Sold</h1>{first}{more}<a href='#c'>{button}</a>{last}"
    assert clean(page, media_type="text/html").text.endswith("calm enough for a boat without an engine.")


FORM = ("Leave a Reply", "Your email address will not be published.")


@pytest.mark.parametrize(
    "below",
    [
        ("Our partners", "Brask Tours", "Boats to the islands, every day from May to September."),
        ("More to explore", "Ida Kell", "June 7, 2024", "The bakery of Brask has closed, and nobody knows why."),
        ("Anna Berg", "The Ferries We Loved", "June 7, 2024", "Tom Verk", "A Winter on the Quay", "June 5, 2024"),
    ],
)
def test_what_stands_below_a_form_that_nobody_answered_is_no_comment(below: tuple[str, ...]) -> None:
    assert written("\n\n".join((*FORM, *below))) == []


def test_what_stands_below_a_thread_that_a_script_fetches_is_no_comment() -> None:
    lines = ("Comments", "Popular this week", "The Ferries We Loved", "June 7, 2024", "A Winter on the Quay", "June 5, 2024")
    assert written("\n\n".join(lines)) == []


def test_a_heading_counts_readers_who_left_no_day() -> None:
    lines = ("Anna", "It never kept dry, they say.", "Tom", "I will miss its horn.")
    assert [row[:2] for row in thread(*lines)] == [lines[:2], lines[2:]]
    page = f"<h1>Old Ferry of Brask Is Sold</h1>{STORY}<div><p>214 Comments</p><p>Brask Tours</p><p>Boats to the islands, every day.</p></div>"
    assert not clean(page, media_type="text/html").comments


def test_a_button_to_answer_tells_a_comment_without_a_day() -> None:
    lines = ("Anna", "My children learned to swim beside it", "Reply", "Tom", "Good riddance to it and its horn", "Reply")
    assert written("\n\n".join(("Comments", *lines, "Brask Tours", "Boats to the islands."))) == [(*lines[:2], None), (*lines[3:5], None)]


@pytest.mark.parametrize(
    ("row", "author", "date"),
    [
        ("Anna Berg June 5, 2024 at 9:14 am Reply", "Anna Berg", "June 5, 2024"),
        ("Anna Berg 5. Juni 2024 um 9:14 Antworten", "Anna Berg", "5. Juni 2024"),
        ("Anna B. · 5 giugno 2024 alle 9:14", "Anna B.", "5 giugno 2024"),
        ("par Anna le 5 juin 2024 - 9:14", "Anna", "5 juin 2024"),
        ("geschrieben von anna72 am 5. Juni 2024, 9:14", "anna72", "5. Juni 2024"),
        ("Posted by: Anna | June 5, 2024", "Anna", "June 5, 2024"),
        ("Anna Berg > Tom Verk • an hour ago", "Anna Berg", "an hour ago"),
        ("Anna, 05. 06. 2024", "Anna", "05. 06. 2024"),
        ("Anna Berg5 June 2024 at 9:14", "Anna Berg", "5 June 2024"),
        ("Anna05.06.2024, 9:14", "Anna", "05.06.2024"),
        ("Anna scrive: 5 giugno 2024 alle 9:14", "Anna", "5 giugno 2024"),
    ],
)
def test_a_row_of_a_name_and_a_day_has_more(row: str, author: str, date: str) -> None:
    assert thread(row, "I miss it.") == [(author, "I miss it.", date)]


@pytest.mark.parametrize("day", ["15/03/2024 08:12", "12 Stunden 3 Minuten her", "8d", "a day ago", "März 7, 2024"])
def test_a_day_below_a_name_is_no_name(day: str) -> None:
    ((author, text, date),) = thread("Anna Berg", day, "I miss it.")
    assert (author, text) == ("Anna Berg", "I miss it.")
    assert date
    assert day.endswith(date) or day.startswith(date)


def test_a_short_line_below_a_name_and_a_day_begins_what_is_said() -> None:
    assert thread("Anna Berg", "June 5, 2024", "Dear Ida", "I miss it.", "Reply", "Tom", "June 6, 2024", "So do I.", "Best", "Tom", "Reply") == [
        ("Anna Berg", "Dear Ida\nI miss it.", "June 5, 2024"),
        ("Tom", "So do I.", "June 6, 2024"),
    ]


def test_marks_between_buttons_are_not_said() -> None:
    assert thread("Anna Berg • 2 days ago", "I miss it.", "▲4▼ • Reply • Share ›") == [("Anna Berg", "I miss it.", "2 days ago")]


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("<aside><p>Welcome to the blog</p><p>I write about ferries since 2014, and sometimes about the people on them.</p></aside>", True),
        ("<div id='sidebar'><p>Welcome to the blog</p><p>I write about ferries since 2014, and sometimes about people.</p></div>", True),
        ("<div><p>Welcome to the blog</p><p>I write about ferries since 2014, and sometimes about the people on them.</p></div>", False),
    ],
)
def test_a_thread_ends_at_the_column_beside_it(column: str, told: bool) -> None:
    said = "<h2>1 Comment</h2><p>Ann Holt</p><p>May 3, 2024</p><p>About time, they never kept it dry in all those years.</p>"
    record = clean(f"<h1>Old Ferry of Brask Is Sold</h1>{STORY}<div class='comments'>{said}</div>{column}", media_type="text/html")
    assert [c.author for c in record.comments] == ["Ann Holt"]
    assert ("navigation" in {row.kind for row in record.removed}) is told


def test_the_heading_that_counts_comments_of_the_headline_is_none() -> None:
    assert thread("2 komentarze do „Old Ferry of Brask Is Sold”", "Anna Berg", "2 days ago", "I miss it.") == [
        ("Anna Berg", "I miss it.", "2 days ago")
    ]
    assert thread("Anna Berg", "2 days ago", "2 years ago I read “Old Ferry of Brask Is Sold” to my children, and one of them wept at it.")


def test_a_button_to_mail_the_story_opens_no_thread() -> None:
    row = "<ul><li><a href='/f'>teilen</a></li><li><a href='mailto:'>E-Mail</a></li></ul><p>Kategorie: Fähren und Boote</p>"
    story = STORY.replace("The council of Brask sold", "Der Rat der Stadt Brask hat am Montag verkauft, was niemand wollte, und")
    assert not clean(f"<html lang='de'><h1>Alte Fähre verkauft</h1>{story}{row}", media_type="text/html", lang="de").comments


def test_whom_a_reader_answers_stands_below_the_readers_own_name() -> None:
    found = thread(
        "RustyNail", "3 months ago", "Two of my cousins sailed on that boat.", "Reply",
        "Ellen M", "RustyNail", "3 months ago", "And one of them is mine too.", "Reply",
    )  # fmt: skip
    assert [(author, text) for author, text, _ in found] == [
        ("RustyNail", "Two of my cousins sailed on that boat."),
        ("Ellen M", "And one of them is mine too."),
    ]


def test_days_without_a_year_and_scores_stand_beside_what_is_said() -> None:
    found = thread("Old Codger", "30th January 5:12 pm", "Score: 14", "What a waste of a good boat.", "Report this comment")
    assert [(author, text) for author, text, _ in found] == [("Old Codger", "What a waste of a good boat.")]


@pytest.mark.parametrize(("line", "expected"), [
    ("1. Ida Kell, Do 9 Apr 2020 / 08:34 Antworten", True),
    ("geschrieben von Varn am 21. Jan. 2015, 15:34 [ antworten ]", True),
    ("12 Antworten", False),
    ("Am 21. Januar gab der Rat zwei Antworten auf die Frage.", False),
])  # fmt: skip
def test_the_head_of_a_comment_has_a_day_and_a_button(line: str, expected: bool) -> None:
    assert is_stamp(line) is expected


def test_what_heads_a_comment_like_a_section_ends_no_thread() -> None:
    story = [f"Die Fähre nach Brask hat am Montag zum {number}. Mal in diesem Jahr nicht abgelegt, weil der Steg fehlte." for number in range(5)]
    thread = [
        "Kommentare", "Ein Argument", "geschrieben von Varn am 21. Jan. 2015, 15:34 [ antworten ]", "Der Steg fehlt doch seit Jahren.",
        "Zur Sache", "geschrieben von Kell am 22. Jan. 2015, 9:12 [ antworten ]",
        "Wer den Steg bauen soll, steht seit dem Winter im Plan des Rates, und der Rat weiß das auch sehr genau.",
        "Ich habe ihn im Rathaus selbst gelesen, und zwar zweimal, weil ich es nicht glauben wollte.",
    ]  # fmt: skip
    record = clean("\n\n".join(["Menü", "Suche", "Die Fähre liegt fest", *story, *thread, "Impressum"]), media_type="text/plain")
    assert record.text.split("\n\n") == story


def test_a_comments_head_below_a_count_opens_the_thread_whatever_it_says() -> None:
    story = [f"Die Fähre nach Brask hat am Montag zum {number}. Mal in diesem Jahr nicht abgelegt, weil der Steg fehlte." for number in range(5)]
    thread = ["5 Comments", "1. Ida Kell, Do 9 Apr 2020 / 08:34 Antworten", *[line.replace("Fähre", "Post") for line in story[:4]]]
    record = clean("\n\n".join(["Menü", "Suche", "Die Fähre liegt fest", *story, *thread, "Impressum"]), media_type="text/plain")
    assert record.text.split("\n\n") == story


@pytest.mark.parametrize("field", ["E-Mail-Adresse", "Webseite"])
def test_the_field_of_a_form_for_letters_opens_no_thread(field: str) -> None:
    story = [
        f"Der alte Kran am Hafen von Brask wird nach langem Streit im Rat der Stadt {month} nun doch abgebaut, sagte der Bürgermeister am Montag."
        for month in ("im März", "im April", "im Mai")
    ]
    letter = "Brasker Post\n\nWas die Bucht bewegt, jeden Morgen in Ihrem Postfach.\n\n" + field + "\n\nJetzt anmelden"
    page = "Alter Kran wird abgebaut\n\nVon Ida Kell\n\n" + "\n\n".join([*story, letter]) + "\n\nDer Kran war 1921 gebaut worden.\n\nImpressum\n\nDatenschutz"
    rules = {row.rule for row in clean(page, media_type="text/plain").removed}
    assert "comment.thread" not in rules
