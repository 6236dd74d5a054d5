"""The headline among the lines before the story, in pages whose markup is lost."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.config import Config
from cleaner.pipeline import parse, prepare
from cleaner.rules.headline import told_by_story
from cleaner.rules.headline_features import context_of, seen_of

STORY = (
    "The council of Brask voted on Monday to rebuild the ferry quay that a storm broke in March, the mayor said.\n\n"
    "Work on the quay begins in June and will cost nine million crowns, half of it paid by the region.\n\n"
    "Ferry captains had asked for the new quay for years, and fishermen will move to the old harbour meanwhile."
)
FOOT = "Share on Facebook\n\nRead also\n\nPrivacy policy\n\n© 2024 Brask Courier. All rights reserved."
MENU = "Home\n\nNews\n\nSport\n\nLog in\n\nSubscribe\n\nSearch"


def _title(*lines: str, url: str | None = None, story: str = STORY) -> str | None:
    return clean("\n\n".join([MENU, *lines, story, FOOT]), url=url, media_type="text/plain").title


def test_the_address_tells_which_of_two_lines_is_the_headline() -> None:
    """It was made of the headline, and a teaser of what the story tells too says other words."""
    lines = ("Quay wall and ferry ramp in Brask: the storm in pictures", "Nine million for a harbour that waited")
    assert _title(*lines, url="https://courier.example/2024/nine-million-for-a-harbour-that-waited-4711.html") == lines[1]


def test_the_address_is_compared_without_accents() -> None:
    """Addresses have none."""
    story = (
        "Le conseil de Brask a voté lundi la reconstruction du quai des ferries, que la tempête avait brisé en mars.\n\n"
        "Les travaux du quai commencent en juin et coûteront neuf millions de couronnes, dont la moitié payée par la région.\n\n"
        "Les capitaines demandaient ce quai depuis des années, et les pêcheurs iront au vieux port."
    )
    lines = ("Toutes les photos du mois de mars à Brask", "L’été où le port s’est réveillé")
    assert _title(*lines, url="https://courrier.example/lete-ou-le-port-sest-reveille", story=story) == lines[1]


@pytest.mark.parametrize("url", ["https://courier.example/news/north-coast/", "https://courier.example/?p=4711", "https://courier.example/a/4711_2.html"])
def test_folders_and_numbers_tell_nothing(url: str) -> None:
    """What is no headline's part of the address leaves the choice to the lines."""
    assert _title("Brask to rebuild its broken ferry quay", "By Ida Kell", url=url) == "Brask to rebuild its broken ferry quay"


@pytest.mark.parametrize(
    "caption",
    [
        "The ferry quay of Brask in March, after the storm broke it Photo: Tom Verk",
        "Workers at the broken ferry quay of Brask on Monday | Brask Photo",
        "Le quai des ferries de Brask, brisé en mars Crédits photo : Tom Verk",
        "The ferry quay of Brask, which the council will rebuild (Verk Images)",
        "布拉斯克 quay ferry council storm 摄影：林夏",
    ],
)
def test_a_line_that_ends_in_a_pictures_credit_is_no_headline(caption: str) -> None:
    """A caption says what the story tells, in the headline's place and form."""
    assert _title("Brask to rebuild its quay", caption, "By Ida Kell", "May 3, 2024, 10:15") == "Brask to rebuild its quay"


@pytest.mark.parametrize("headline", ["Photo essay: The night the ferry quay of Brask broke", "In pictures: Brask and its broken ferry quay", "Quay rebuilt (and paid for): how Brask did it"])
def test_headlines_of_pictures_stay(headline: str) -> None:
    """They open with the label, or have brackets around something else."""
    assert _title(headline, "By Ida Kell", "May 3, 2024, 10:15") == headline


def test_a_line_that_opens_with_day_and_time_is_no_headline() -> None:
    """It says when and where the story was filed."""
    assert _title("Brask to rebuild its quay", "2024-05-03 10:15 Brask council, ferry quay", "Save") == "Brask to rebuild its quay"
    assert _title("2024-05-03: the day the ferry quay of Brask broke", "By Ida Kell") == "2024-05-03: the day the ferry quay of Brask broke"


def test_markup_that_stands_in_text_is_no_headline() -> None:
    """An advertisement's code shows where a page was flattened twice."""
    code = '<a href="https://ads.example/quay" target="_blank"><img src="https://ads.example/ferry.gif" alt="" /></a>'
    assert _title(code, "Brask to rebuild its quay", "By Ida Kell") == "Brask to rebuild its quay"
    assert _title("<3 for the ferry: Brask sings for its quay", "By Ida Kell") == "<3 for the ferry: Brask sings for its quay"


def test_a_korean_headline_is_compared_by_pairs_of_signs() -> None:
    """Particles make the same word end differently in headline and story."""
    story = (
        "브라스크 시의회는 월요일 폭풍으로 부서진 연락선 부두를 다시 짓기로 의결했다고 시장이 밝혔다.\n\n"
        "부두의 공사는 6월에 시작되며 비용 900만 크로나 가운데 절반은 지방 정부가 낸다고 한다.\n\n"
        "선장들은 여러 해 동안 새 부두를 요구해 왔고 어부들은 그동안 옛 항구로 옮기게 된다."
    )
    assert _title("항구 소식", "부서진 연락선 부두, 다시 짓는다", "2024.05.03 10:15 입력", story=story) == "부서진 연락선 부두, 다시 짓는다"


def test_many_short_names_with_commas_are_tags() -> None:
    tags = "Brask, Ferry Quay, Council, Storm, Harbour Works, Region"
    assert _title("Brask to rebuild its quay", tags, "By Ida Kell", "May 3, 2024, 10:15") == "Brask to rebuild its quay"
    headline = "Ferry Quay: Storm, Council, Region, Cost, Captains, And Work"
    assert _title(headline, "By Ida Kell", "May 3, 2024, 10:15") == headline
    headline = "Nets, knives, bread, salt, rope: what Brask carried to the quay"
    assert _title(headline, "By Ida Kell", "May 3, 2024, 10:15") == headline


@pytest.mark.parametrize("glue", [" ", ""])
def test_the_sites_name_in_the_headlines_line_goes_where_the_headline_stands_again(glue: str) -> None:
    """Nothing parts it where marks are lost."""
    assert _title(f"Brask rebuilds its broken ferry quay{glue}Gazeta del Puerto", "Brask rebuilds its broken ferry quay", "By Ida Kell") == "Brask rebuilds its broken ferry quay"


def test_words_of_the_headline_stay_though_a_line_has_the_others() -> None:
    assert _title("Welcome to the Ferry Museum of Brask", "By Ida Kell", "May 3, 2024", "Ferry Museum of Brask") == "Welcome to the Ferry Museum of Brask"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("渡轮码头将在六月重建 来源：青石日报", "渡轮码头将在六月重建"),
        ("渡轮码头将在六月重建2024-05-03 10:15:02", "渡轮码头将在六月重建"),
        ("原创 渡轮码头将在六月重建", "渡轮码头将在六月重建"),
        ("渡轮码头的来源：一座旧港口的历史", "渡轮码头的来源：一座旧港口的历史"),
    ],
)
def test_labels_in_a_chinese_headlines_line(line: str, expected: str) -> None:
    story = (
        "布拉斯克市议会周一决定重建三月被暴风雨毁坏的渡轮码头，市长在会后这样表示，工程将于六月开始。\n\n"
        "码头的重建费用为九百万克朗，其中一半由地区政府承担，渔民在此期间将迁往旧港口继续捕鱼。\n\n"
        "多年来船长们一直要求修建新码头，因为旧码头对新船来说太短，每逢大风天气渡轮都不得不停航。"
    )
    page = "\n\n".join(["首页", "登录", "搜索", line, "作者：林夏", story, "分享到微博", "相关阅读", "隐私政策"])
    assert clean(page, media_type="text/plain").title == expected


PAGE = "<html lang=en><head><title>{}</title></head><body>{}{}</body></html>"
TOLD = "".join(f"<p>{text}</p>" for text in STORY.split("\n\n"))


@pytest.mark.parametrize(
    ("window", "body", "expected"),
    [
        ("Brask to rebuild its ferry quay - Boat News", "<h1>Brask to rebuild its ferry quay</h1>", "Brask to rebuild its ferry quay"),
        ("Harbour Notes » Blog Archive » The quay that broke", "<h2>x</h2>", "The quay that broke"),
        ("Harbour Notes", "<h1>/ Brask to rebuild its quay</h1>", "Brask to rebuild its quay"),
        ("Quay guide 2.1", "<h1>How a quay is built¶</h1>", "How a quay is built"),
        (
            "The council of Brask on the rebuilding of its ferry quay_Gazette",
            "<div><b>The council of Brask<br>on the rebuilding<br>of its ferry quay</b></div>",
            "The council of Brask on the rebuilding of its ferry quay",
        ),
    ],
)
def test_what_stands_around_a_headline(window: str, body: str, expected: str) -> None:
    assert clean(PAGE.format(window, body, TOLD), media_type="text/html").title == expected


def test_a_headline_of_one_line_takes_none_below_it() -> None:
    window = "Brask rebuilds its quay recommended by Ida Kell"
    assert clean(PAGE.format(window, "<h1>Brask rebuilds its quay</h1><p>recommended by Ida Kell</p>", TOLD), media_type="text/html").title == "Brask rebuilds its quay"


NEWS = (
    "The ferry of Ostrey stood still on Monday because its only pilot had married in the night, the harbour office said.\n"
    "The office will send a card, and the next ferry sails on Tuesday at noon with whoever is able to steer it by then.\n"
    "Passengers who waited on the quay were given soup by the inn, whose owner is the bride's uncle, a reporter was told.\n"
)
MENU = "Home\nWorld\nSport\nWeather\n"
TITLE = "Wedding Stops the Ferry of Ostrey"
OTHERS = "Goat ate the mayor's speech, aides say\nMay 3, 2024\nBridge of Brask will close again\nMay 2, 2024\n"


@pytest.mark.parametrize("window", [TITLE, f"{TITLE} - The Brask Post", f"{TITLE} | News | braskpost.example", f"{TITLE} « Brask Post"])
def test_a_text_that_begins_with_the_windows_title_has_the_line_that_says_it_again_for_its_headline(window: str) -> None:
    text = f"{window}\n{MENU}{TITLE}\nShare this article\nRelated news\n{OTHERS}{NEWS}Privacy Policy\nTerms of use\n"
    assert clean(text).title == TITLE


def test_a_first_line_that_stands_again_among_the_first_lines_alone_is_the_sites_name() -> None:
    text = f"The Brask Daily Post\nThe Brask Daily Post\n{MENU}{TITLE}\nBy Ida Kell\nMay 4, 2024\n{NEWS}Privacy Policy\nTerms of use\n"
    assert clean(text).title == TITLE




@pytest.mark.parametrize(
    ("crumb", "told"),
    [("Courier / News from the coast / Gulls looked on", True), ("Home > Coast > Gulls looked on…", True), ("Courier / News from the coast / All the pictures of the month", False)],
)
def test_a_breadcrumb_tells_how_the_headline_begins(crumb: str, told: bool) -> None:
    """Sites cut it there; the line that goes on is the headline, and the crumb is no other headline above it."""
    lines = [crumb, "Gulls looked on, and nobody minded", "Ferry captains on their year"]
    page = prepare(parse("\n\n".join([MENU, *lines, STORY, FOOT]), "text/plain"), Config()).page
    seen = seen_of(context_of(page), page.features.texts.index(lines[1]))
    assert (bool(seen["in_crumb"]), bool(seen["between"])) == (told, not told)


def test_words_with_signs_for_vowels_are_compared_whole() -> None:
    """A headline in Hindi is told by the words that the lead says again, as in any language."""
    story = (
        "ब्रास्क की परिषद ने सोमवार को पुराना पुल तोड़ने का फैसला किया, क्योंकि बाढ़ ने उसे कमजोर कर दिया था।\n\n"
        "नया पुल जून में बनना शुरू होगा और उस पर नौ करोड़ खर्च होंगे, जिसका आधा हिस्सा जिला देगा।"
    )
    lines = ("आज का मौसम और सोने का भाव यहां देखें", "बाढ़ से कमजोर पुराना पुल टूटेगा, नया पुल जून से बनेगा", "खेल और मनोरंजन की दूसरी बातें भी पढ़ें")
    assert clean("\n\n".join(["होम", "देश", "खेल", *lines, story, "हमारे बारे में"]), media_type="text/plain").title == lines[1]


def test_a_name_and_day_tell_a_headline_that_the_lead_says_otherwise() -> None:
    lines = ("Gulls looked on. Nobody minded them at all", "Ida Kell", "reporter", "3 May 2024, 14:05 (revised 4 May 2024)")
    assert _title(*lines) == lines[0]


@pytest.mark.parametrize("line", ["Brask Courier Ida KELL", "The Brask Advertiser"])
def test_a_papers_name_is_no_headline(line: str) -> None:
    assert _title("Brask Courier", "Ferry quay to be rebuilt", line, "3 May 2024") == "Ferry quay to be rebuilt"


def test_a_badge_in_capitals_is_no_part_of_the_headline() -> None:
    assert _title("LIVE Ferry quay of Brask to be rebuilt") == "Ferry quay of Brask to be rebuilt"
    assert _title("LIVE FERRY QUAY OF BRASK REBUILT") == "LIVE FERRY QUAY OF BRASK REBUILT"


TEASERS = [
    "Eels return to the Wend after thirty years",
    "The fishermen of Wend count eels again, and the first of them weighed two kilos, the guild said on Sunday.",
    "They had been gone since the mill was built, and nobody had hoped to see them in the river before the weir is gone.",
]
READ_ALSO = "Read also\n\nShare on Facebook\n\nSubscribe"


def _told(story: list[str], chance: float = 0.9) -> tuple[str | None, str | None]:
    """Return the headlines of a page with two stories: as first supposed, and once the paragraphs of `story` are what is kept."""
    lines = "\n\n".join([MENU, *TEASERS, READ_ALSO, "Brask to rebuild its broken ferry quay", "By Ida Kell", STORY, FOOT])
    page = prepare(parse(lines, "text/plain"), Config()).page
    texts = page.features.texts
    kept = {texts.index(paragraph): chance for paragraph in story}
    again = told_by_story(page, kept, {index: cue[0].kind for index, cue in enumerate(page.cues) if cue})
    return tuple(texts[index] if index is not None else None for index in (page.title, again))


def test_the_headline_is_that_of_the_story_that_was_decided_on() -> None:
    """Where the page's other story was supposed to be the story, its headline goes with it."""
    supposed, first = _told(TEASERS[1:])
    assert first == TEASERS[0]
    assert _told(STORY.split("\n\n")) == (supposed, "Brask to rebuild its broken ferry quay")


def test_a_story_that_is_doubted_tells_no_headline() -> None:
    """What is kept for want of anything better may be a teaser."""
    for story in (TEASERS[1:], STORY.split("\n\n")):
        supposed, told = _told(story, chance=0.3)
        assert told == supposed
