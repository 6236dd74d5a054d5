"""A text that has lost its line ends is parted at its sentences, and put together where they are kept."""

from __future__ import annotations

import re

import pytest

from cleaner import clean
from cleaner.parse.sentences import RUN_CHARS
from cleaner.parse.text import parse

STORY = (
    "The lighthouse keeper of Gannet Rock has sent the coastal council a bill for forty years of stairs. He has counted them, "
    "he says, twice a day, and puts a penny on each. The council answered on Monday that Mr. Thistlewood was paid to climb. "
    "“Up, yes,” he wrote back. “Nobody has paid me to come down.” The lamp has been lit by a timer since 1999... but the timer "
    "stands at the top. "
)
LONG = STORY + (
    "A clerk was sent across to see whether the figures were right. She took the morning ferry, a notebook and two pairs of shoes. "
    "There are one hundred and ninety-one steps to the gallery, and eleven more that the plans of 1887 do not show. Where those "
    "lead she did not write down. The keeper made tea for her on a stove that he had carried up himself, in parts, over a winter. "
    "He keeps his receipts in a biscuit tin behind the foghorn. Some are from shops that have not stood in the harbour street for "
    "thirty years. One of them is for a bicycle. Asked what a man on a rock wanted with a bicycle, he pointed out of the window, "
    "where the tide was going out. At low water a bar of sand joins the rock to the mainland for fifty minutes. The postman used "
    "to come that way until a wave took his bag. Since then letters travel by the boat that brings the coal, and arrive a little "
    "black. The treasurer of the council holds that stairs are a matter for the building department. The building department "
    "says that it looks after whatever is level. A lawyer whom the keeper knows from the choir has offered to take the case for "
    "nothing but a room with a view. Her letter speaks of custom, of gravity and of a judgment about a bell tower. Visitors have "
    "begun to leave pennies on the steps. Last Sunday the keeper swept up four pounds and a button. He has deducted them, button "
    "included, from what he is owed. The clerk says that she would do the same. Her report runs to nine pages and has a drawing "
    "of the stove. In it she advises the council to pay, and to send up a second chair. The vote was put off until the mayor has "
    "been to the top. He is sixty-eight and has asked for a date in spring, when the wind drops. Until then the lamp goes on and "
    "off by itself. The keeper goes up all the same, in the evening, and looks whether it does. The timer, "
    "which nobody has serviced since the firm that built it turned to garden lights, is four minutes slow. In forty years nobody "
    "at sea has complained of that. The bill, with interest, comes to five thousand six hundred pounds and a button. "
    "The council has until the first of May to answer. After that the keeper means to charge for the view as well, which he "
    "reckons at a farthing a glance, and he has kept count of those too."
)


def test_a_line_of_many_sentences_is_parted_between_some_of_them() -> None:
    blocks = parse(LONG)
    assert len(blocks) > 1
    assert all(block.text.endswith((".", "”")) for block in blocks)
    assert " ".join(block.text for block in blocks) == LONG.strip()
    assert all(block.index == index for index, block in enumerate(blocks))


def test_parts_cover_the_line_and_their_segments_are_true() -> None:
    source = LONG.replace(" He ", "  He ")
    blocks = parse(source)
    assert len(blocks) > 1
    covered = "".join(source[span.start : span.end] for block in blocks for span in block.spans)
    assert "".join(covered.split()) == "".join(source.split())
    for block in blocks:
        for text_start, input_start, length in block.segments:
            assert block.text[text_start : text_start + length] == source[input_start : input_start + length]


def test_a_small_letter_goes_on_with_its_sentence() -> None:
    assert any("since 1999... but the timer" in block.text for block in parse(LONG))


@pytest.mark.parametrize("source", [STORY, "\n".join([STORY * 3] * 12), "\n\n".join([STORY] * 12), LONG[:1400]])
def test_paragraphs_stay_whole(source: str) -> None:
    assert [block.text for block in parse(source)] == [line.strip() for line in source.split("\n") if line]


def test_what_is_kept_side_by_side_is_one_paragraph_again() -> None:
    record = clean(LONG)
    assert record.text == LONG.strip()
    assert record.paragraphs[0].spans == ((0, len(LONG.strip())),)
    assert clean(LONG, keep_all=True).text == LONG.strip()


def test_scripts_without_spaces_are_put_together_without() -> None:
    sentences = [f"夕凪港の第{number}号の渡し船は{number * 3}人を乗せて灯台の下を通る。" for number in range(1, 120)]
    blocks = parse("".join(sentences))
    assert [block.text for block in blocks] == sentences
    assert clean("".join(sentences), keep_all=True).text == "".join(sentences)


MENU = "Home News Harbour Sport Letters Subscribe Log In"


def test_menus_and_signatures_are_parted_from_the_sentences_beside_them() -> None:
    texts = [block.text for block in parse(f"{MENU} A Lamp Goes Out By Emmeline Trask 4 June 2024 {LONG} {MENU} Contact © 2024")]
    first = next(place for place, text in enumerate(texts) if text.startswith("The lighthouse keeper"))
    assert "By Emmeline Trask" in texts[:first]
    assert " ".join(texts).endswith(f"{MENU} Contact © 2024")
    assert not any("those too." in text and "Home" in text for text in texts)


def test_what_stands_around_a_story_in_one_line_is_taken_out() -> None:
    record = clean(f"{MENU} A Lamp Goes Out By Emmeline Trask 4 June 2024 {LONG} Share this article Related stories {MENU} Contact © 2024")
    assert record.text == LONG.strip()
    assert record.authors == ("Emmeline Trask",)


TITLE = "Lamp goes on without its keeper"


@pytest.mark.parametrize(("head", "title"), [
    (f"{TITLE} | Gannet Courant Home News Harbour Sport Letters Subscribe Log In {TITLE} By Emmeline Trask 4 June 2024 ", TITLE),
    (f"Home News Harbour Sport Letters Subscribe Log In {TITLE} By Emmeline Trask 4 June 2024 ", TITLE),
    ("Home News Home News Harbour Sport Letters Subscribe Log In By Emmeline Trask 4 June 2024 ", None),
])  # fmt: skip
def test_a_title_is_what_the_line_opens_with_and_says_again_or_the_block_above_the_signature(head: str, title: str | None) -> None:
    assert clean(head + LONG).title == title


CHINESE_STORY = (
    "本报讯（记者 林小舟）青石镇政府昨日公布旧港改造方案，计划用三年时间把废弃多年的渔港改建成滨水公园。镇长周明远在会上表示，"
    "改造工程将保留原有的灯塔和两座石砌仓库，并沿岸修建一条四公里长的步道。 "
    "根据方案，第一期工程将于今年九月动工，主要清理港池淤泥和加固堤岸。第二期将修复仓库，引入书店、咖啡馆和小型展览馆。"
    "整个项目预算为一亿两千万元，其中六成由省里拨款。 "
    "不过，部分渔民对方案表示担忧。在港口修船四十年的老陈说，如果船坞搬到下游，每次往返要多走两个小时。"
    "“我们不反对公园，”他说，“但希望给船留一个位置。” "
    "周明远回应说，镇政府将在六月举行两场听证会，听取居民意见后再作最后决定。"
)
CHINESE_PAGE = (
    "青石镇公布旧港改造方案 预计三年完成 - 青石日报网 首页 新闻 本地 国内 国际 体育 财经 文化 教育 健康 旅游 视频 图片 专题 登录 注册 "
    "设为首页 加入收藏 当前位置： 首页 > 新闻 > 本地 青石镇公布旧港改造方案 预计三年完成 2024-05-12 08:30 来源： 青石日报 作者：林小舟 "
    f"字号： 小 中 大 分享到： 微信 微博 QQ空间 {CHINESE_STORY} 责任编辑：高敏 相关新闻 青石镇新桥通车 每天减少车流三千辆 "
    "旧港鱼市搬迁首日 摊贩称生意如常 灯塔百年庆典将于秋季举行 网友评论 登录后发表评论 关于我们 | 联系我们 | 广告服务 | 版权声明 | 网站地图 "
    "版权所有 青石日报社 未经授权不得转载"
)


def test_a_chinese_page_in_one_line_gives_its_story_by_its_paragraphs() -> None:
    record = clean(CHINESE_PAGE)
    assert [p.text for p in record.paragraphs] == re.split(r"(?<=[。”]) (?=\w)", CHINESE_STORY)
    assert record.title == "青石镇公布旧港改造方案 预计三年完成"
    assert record.authors == ("林小舟",)
    assert record.date == "2024-05-12T08:30"


def test_a_chinese_story_in_one_line_stays_whole() -> None:
    record = clean(CHINESE_STORY)
    assert "".join(record.text.split()) == "".join(CHINESE_STORY.split())


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("速報 野球 サッカー 相撲", ["速報", "野球", "サッカー", "相撲"]),
        ("気象庁 は十三日、地震があったと発表した。", ["気象庁 は十三日、地震があったと発表した。"]),
        ("小石川の会 を訪ねた。 雨が降っていた。", ["小石川の会 を訪ねた。", "雨が降っていた。"]),
        ("もっと見る もっと読む", ["もっと見る", "もっと読む"]),
        ("灰谷新聞 NEWS 第 2 版 の表紙", ["灰谷新聞 NEWS 第 2 版 の表紙"]),
        ("会議（議長 山下）が開かれた。", ["会議（議長 山下）が開かれた。"]),
        ("港まつり始まる 2024-07-01 09:15 山下記者", ["港まつり始まる", "2024-07-01 09:15", "山下記者"]),
    ],
)
def test_a_space_parts_strings_of_scripts_that_write_none(line: str, parts: list[str]) -> None:
    filler = "灰谷の町では夏になると毎晩のように花火が上がり、橋の上は人でいっぱいになる。" * 40
    assert [block.text for block in parse(f"{line} 以上 {filler}")][: len(parts)] == parts


@pytest.mark.parametrize(
    "line",
    [
        "The stairs were measured on June 4, 2024 Mr. Thistlewood says.",
        "Der Turm brannte am 24. Oktober 2022 Stunden lang.",
        "The keeper met J. Thistlewood and Dr. Trask on the stairs.",
        "One of them wrote on Facebook that the stairs are wet.",
    ],
)
def test_a_day_a_name_and_a_network_inside_a_sentence_stay_there(line: str) -> None:
    first, *_ = parse(f"{line} {LONG}")
    assert first.text.startswith(line)


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("He came down. Share this story on Facebook Share this story on Twitter Share this story via Email The keeper counted them.", "The keeper"),
        ("By Emmeline Trask published on June 4, 2024, 8:15 AM The keeper counted.", "The keeper"),
    ],
)
def test_rows_of_networks_and_days_are_no_part_of_the_sentence_behind(line: str, begun: str) -> None:
    assert any(block.text.startswith(begun) for block in parse(f"{line} {LONG}")[:6])


def test_a_title_said_again_is_parted_from_what_stands_around_it() -> None:
    title = "The keeper of the rock has sent the council a bill"
    blocks = parse(f"{title} Home to the harbour menu and the news {title} It came on Monday. {LONG} more of it {title}")
    assert [block.text for block in blocks[:3]] == [f"{title} Home to the harbour menu and the news", title, "It came on Monday."]
    assert blocks[-1].text == title


@pytest.mark.parametrize(("width", "lines"), [(0, 80), (2_000, 4)])
def test_a_listing_or_one_that_a_table_has_padded_says_nothing_of_the_lines_around_it(width: int, lines: int) -> None:
    listing = "\n".join(f"    lamp[{number}] = step({number}, 4);".ljust(width) for number in range(lines))
    blocks = parse(f"The lamp of Gannet Rock\n\nThe keeper wrote a program for it.\n\nvoid loop() {{\n{listing}\n}}\n\nIt runs four minutes late.\n")
    assert any(block.role == "preformatted" for block in blocks)
    assert not any("runs_on" in block.source.marks for block in blocks)


HEAD = "Harbour Lamp Home News Sport Weather Tides Jobs Classifieds Log In Subscribe Home > News > Keeper of Gannet Rock Sends Bill for Stairs By Una Bree May 3, 2024 Share Save Print "
FOOT = " Related Stories Ferry to Ostrey Sails Twice a Day Bakers of Brask Ask for Cheaper Flour Most Read Contact Us Privacy Policy Terms of Use © 2024 Harbour Lamp"


def test_a_short_page_in_one_line_is_parted_by_its_menu() -> None:
    record = clean(f"{HEAD}{STORY.strip()}{FOOT}", media_type="text/plain")
    assert len(HEAD + STORY + FOOT) < RUN_CHARS
    assert record.text == STORY.strip()


@pytest.mark.parametrize("size", [500, 900, 1400])
def test_a_paragraph_that_is_the_whole_text_stays_whole(size: int) -> None:
    paragraph = LONG[: LONG.rindex(". ", 0, size) + 1]
    assert [block.text for block in parse(paragraph)] == [paragraph]


FERRY_HEAD = (
    "Log in Subscribe Home News Sport Business Opinion Weather Jobs The Velmouth Packet Ferry to Skarn Island returns after eleven "
    "years The ferry between Velmouth and Skarn Island will sail again from 2 May, the county council said on Tuesday. The service "
    "stopped in 2011, when the last boat failed its inspection and nobody would pay for a new one. "
)
FERRY_TAIL = (
    " Islanders had travelled with fishermen since then, and some of them moved away. Ruth Ansley, who keeps the only shop on the "
    "island, said that she had stopped counting the letters she wrote. The council expects 40,000 passengers in the first year and "
    "will look at the timetable again in October. Comments 3 Log in to comment Glad to see it back. Report Reply Me too! Report "
    "Reply More from News Bakery closes after 90 years Bus strike called off Contact us Privacy Cookies © 2022 Velmouth Packet Ltd"
)
PITCH = "Subscribe to our newsletter Email address Sign up Related: Council counts the cost of potholes Advertisement "


def test_a_terse_sentence_of_a_story_in_one_line_is_kept_between_its_sentences() -> None:
    text = f"{FERRY_HEAD}{PITCH}Dogs travel free. Advertisement All sailings depend on weather and tide.{FERRY_TAIL}"
    record = clean(text, media_type="text/plain")
    assert "All sailings depend on weather and tide." in record.text
    assert "Sign up" not in record.text
    assert "Glad to see it back" not in record.text
