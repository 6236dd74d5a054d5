"""The name of the site, where the head says it and where two places hint at it, and what it is good for."""

from __future__ import annotations

import json

import pytest

from cleaner import clean

STORY = "".join(
    f"<p>Two hundred people of Ostrey lost their jobs in {month}, the owners of the mill said, and few found new ones.</p>"
    for month in ("June", "July", "August", "September")
)
TITLE = "Ostrey Closes the Fish Market"


def page(head="", body="", foot="", window=TITLE, h1=f"<h1>{TITLE}</h1>"):
    return clean(f"<html lang='en'><head><title>{window}</title>{head}</head><body>{body}{h1}{STORY}{foot}</body></html>", media_type="text/html")


def ld(value):
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


ARTICLE = {"@type": "Article", "headline": TITLE}


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='og:site_name' content='Pell Gazette'>",
        "<meta name='application-name' content='Pell Gazette'>",
        ld({"@type": "WebSite", "name": "Pell Gazette"}),
        ld({**ARTICLE, "isPartOf": {"@type": "WebSite", "name": "Pell Gazette"}}),
        ld({**ARTICLE, "publisher": {"@type": "Organization", "name": "Pell Gazette"}}),
        "<meta property='og:site_name' content='https://gazette.example'><meta name='application-name' content='Pell Gazette'>",
    ],
)
def test_the_head_gives_the_name(head):
    assert page(head).site_name == "Pell Gazette"


FEED = "<link rel='alternate' type='application/rss+xml' title='Pell Gazette &raquo; Feed' href='/feed'>"
APP = "<meta name='apple-mobile-web-app-title' content='Pell Gazette'>"
LOGO = "<a class='logo' href='/'><img src='/l.svg' alt='Pell Gazette'></a>"
LINK = "<header><a href='https://gazette.example/'>Pell Gazette</a></header>"
FOOT = "<footer><p>© 2024 Pell Gazette. All rights reserved.</p></footer>"
WINDOW = f"{TITLE} ~ Pell Gazette"
ADDRESS = "<link rel='canonical' href='https://www.pellgazette.example/market'>"


@pytest.mark.parametrize("hint", [{"head": FEED}, {"head": APP}, {"body": LOGO}, {"body": LINK}, {"foot": FOOT}, {"head": ADDRESS}])
def test_two_hints_make_a_name_and_one_makes_none(hint):
    assert page(**hint, window=WINDOW).site_name == "Pell Gazette"
    assert page(**hint).site_name is None
    if "head" not in hint:
        assert page(**hint, head=ADDRESS).site_name == "Pell Gazette"


def test_words_for_the_front_page_and_parts_of_titles_are_no_names():
    assert page(body="<a href='/'>Home</a>", window=f"Home | {TITLE}").site_name is None
    assert page(window=f"{TITLE} - Fish").site_name is None
    assert page(body="<a href='/'>Ostrey</a>", window=TITLE).site_name is None


def test_a_name_that_is_contradicted_once_stands():
    other = APP.replace("Pell Gazette", "PG")
    assert page(head=other + FEED, window=WINDOW).site_name == "Pell Gazette"


def test_provenance_tells_where_the_name_is_from():
    assert page(head=FEED, window=WINDOW).metadata["provenance"]["site_name"] == "feed"


def test_the_copyright_line_s_house_is_written_as_the_site_writes_itself():
    site = "<meta property='og:site_name' content='KabarPell'>"
    assert page(site, foot="<footer><p>© 2024 KabarPell.example. All rights reserved.</p></footer>").publisher == "KabarPell"


def test_a_copyright_line_that_names_the_site_s_owner_names_the_site():
    site = "<meta property='og:site_name' content='KabarPell'>"
    assert page(site, foot=FOOT).publisher == "KabarPell"
    slogan = "<meta property='og:site_name' content='KabarPell | All the News of the Coast'>"
    assert page(slogan, foot=FOOT).publisher == "Pell Gazette"


def test_the_author_s_own_copyright_names_no_house():
    byline = f"<h1>{TITLE}</h1><p class='byline'>By Ida Kell</p>"
    foot = "<footer><p>© 2024 Ida Kell</p></footer>"
    record = page(h1=byline, foot=foot)
    assert (record.authors, record.publisher) == (("Ida Kell",), None)
    assert page(foot=foot).publisher == "Ida Kell"


@pytest.mark.parametrize("mark", [" - ", " ~ ", " « ", " » ", " -- ", " ― ", "- ", " (%s)", " [%s]", "_", "：", " @ ", " |", ": "])
def test_a_known_name_is_cut_off_behind_any_mark(mark):
    window = f"{TITLE}{mark % 'Pell Gazette' if '%s' in mark else mark + 'Pell Gazette'}"
    assert page(body=LOGO, window=window, h1="").title == TITLE


def test_no_word_of_a_title_is_cut_off_at_its_hyphen():
    site = "<meta property='og:site_name' content='Self'>"
    assert page(site, window="Self-Care in a Cold House", h1="").title == "Self-Care in a Cold House"
    assert page(site, window="A Cold House and Yourself", h1="").title == "A Cold House and Yourself"


def test_a_heading_with_the_site_s_name_is_no_title():
    h1 = f"<h1><a href='/'>Pell Gazette</a></h1><h3>{TITLE}</h3>"
    record = page(window=f"{TITLE} - Pell Gazette", h1=h1)
    assert (record.title, record.site_name) == (TITLE, "Pell Gazette")


@pytest.mark.parametrize("word", ["Regret", "Stillstand", "Contact"])
@pytest.mark.parametrize("window", ["%s - Pell Gazette", "Pell Gazette | %s", "%s"])
def test_a_title_may_be_one_word(word, window):
    record = page(body=LOGO, foot=FOOT, window=window % word, h1=f"<h1>{word}</h1>")
    assert record.title == word
    assert record.metadata["provenance"]["title"] == "headline"


def test_a_name_alone_is_not_cut_away():
    assert page(body=LOGO, foot=FOOT, window="Pell Gazette", h1="").title == "Pell Gazette"


@pytest.mark.parametrize(
    "heading",
    [
        "<span class='kicker'>The long read</span> %s",
        "<span class='kicker'>The long read</span>%s",
        "<a href='/opinion'>Opinion</a> %s",
        "%s <span class='badge'>Premium</span>",
        "%s<small>It took nine years and a jar of coins</small>",
        "The long read | %s",
        "%s | Opinion",
    ],
)
@pytest.mark.parametrize("head", [ld(ARTICLE), f"<meta property='og:title' content='{TITLE}'>"])
def test_kickers_and_badges_are_parts_of_the_heading_but_not_of_the_title(heading, head):
    assert page(head, h1=f"<h1>{heading % TITLE}</h1>", window="Pell Gazette").title == TITLE


@pytest.mark.parametrize("heading", ["2024 Prices: %s", "%s After Nine Years", "%s <i>After</i> Nine Years", "How <i>Old</i> %s"])
def test_what_no_element_parts_from_the_title_belongs_to_it(heading):
    whole = heading.replace("<i>", "").replace("</i>", "") % TITLE
    assert page(ld(ARTICLE), h1=f"<h1>{heading % TITLE}</h1>").title == whole


PROSE = "\n\n".join(
    f"Two hundred people of Ostrey lost their jobs in {month}, the owners of the mill said, and few found new ones." for month in ("June", "July", "August", "September")
)


def text(top="", foot=""):
    return clean(f"{top}\n\nHome\n\nSports\n\n{TITLE}\n\nBy Ida Kell\n\n{PROSE}\n\n{foot}", media_type="text/plain")


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("Lake Reader", "© 2024 Lake Reader Media Ltd. All rights reserved."),
        ("The Lake Reader", "Sign up for the Lake Reader's newsletter"),
        ("Lakereader", "Follow us: https://www.lakereader.example"),
        ("The Ostrey Gazette", "Privacy Policy"),
    ],
)
def test_a_text_s_masthead_is_borne_out_by_its_furniture_or_its_form(top, foot):
    assert text(top, foot).site_name == top


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("Lake Reader", ""),
        ("Fine Paper", "© 2024 Ostrey Fine Paper Ltd."),
        ("", "© 2024 Lake Reader Media Ltd."),
        ("Sailing", "Sign up for our Sailing newsletter"),
    ],
)
def test_one_hint_is_no_name_of_a_text_s_site(top, foot):
    assert text(top, foot).site_name is None


def test_a_text_s_copyright_line_is_written_as_the_site_writes_itself():
    assert text("Lake Reader", "© 2024 Lake Reader Media Ltd.").publisher == "Lake Reader"


def test_a_window_s_title_with_which_a_text_begins_hints_at_the_site():
    record = text("Skip to content", "© 2024 Verlagshaus Lake Reader GmbH")
    assert record.site_name is None
    told = clean(f"{record.title} | Lake Reader\nSkip to content\nMenu\n{record.title}\nBy Ida Kell\n\n{PROSE}\n\nShare\n\n© 2024 Verlagshaus Lake Reader GmbH", media_type="text/plain")
    assert (told.site_name, told.publisher) == ("Lake Reader", "Lake Reader")


def test_a_company_goes_by_the_name_that_the_page_says_elsewhere():
    assert text("Photo by Tom Verk for Lake Reader", "© 2024 Lake Reader Company").publisher == "Lake Reader"
    assert text("Photo by Tom Verk", "© 2024 Lake Reader Company").publisher == "Lake Reader Company"
