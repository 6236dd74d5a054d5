"""Title, writers, day and paper of Chinese, Japanese and Korean stories, in the forms in which their papers print them."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.reporters import reporters

CHINESE = (
    "青石镇政府昨日公布旧港改造方案，计划用三年时间把废弃多年的渔港改建成滨水公园。镇长周明远在会上表示，改造工程将保留原有的灯塔。\n\n"
    "根据方案，第一期工程将于今年九月动工，主要清理港池淤泥和加固堤岸。第二期将修复仓库，引入书店、咖啡馆和小型展览馆。"
)
JAPANESE = (
    "灰谷市は十三日、古い港を公園に作り替える計画を発表した。工事は来年の春に始まり、三年で終わる見通しだという。\n\n"
    "市長は会見で、灯台と二つの石造りの倉庫は残すと述べた。漁師からは船を修理する場所がなくなるという声も上がっている。"
)
KOREAN = (
    "회곡시는 13일 오래된 항구를 공원으로 바꾸는 계획을 발표했다. 공사는 내년 봄에 시작해 3년 뒤에 끝날 예정이다.\n\n"
    "시장은 기자회견에서 등대와 돌로 지은 창고 두 곳은 남기겠다고 말했다. 어부들 사이에서는 배를 고칠 곳이 없어진다는 우려가 나온다."
)
STORIES = {
    "zh": ("旧港改造方案公布", CHINESE),
    "ja": ("古い港を公園に、灰谷市が計画を発表", JAPANESE),
    "ko": ("옛 항구, 공원으로 바뀐다", KOREAN),
}


@pytest.mark.parametrize(
    ("code", "line", "authors"),
    [
        ("zh", "本报记者 林小舟", ("林小舟",)),
        ("zh", "□ 本报记者 林小舟 通讯员 陈安", ("林小舟", "陈安")),
        ("zh", "青石日报记者 林小舟 报道", ("林小舟",)),
        ("zh", "文/林小舟", ("林小舟",)),
        ("zh", "文｜林小舟 编辑｜高敏", ("林小舟",)),
        ("zh", "記者林小舟／綜合報導", ("林小舟",)),
        ("zh", "责任编辑：高敏", ()),
        ("zh", "文/林小舟 图/高敏", ("林小舟",)),
        ("zh", "撰文／林小舟　攝影／高敏", ("林小舟",)),
        ("zh", "记者 林小舟 2024-05-03", ("林小舟",)),
        ("zh", "記者林小舟／青石報導 民國113年5月3日 10:31", ("林小舟",)),
        ("zh", "特约/青石日报记者 林小舟", ("林小舟",)),
        ("ja", "文／山下太郎　写真／川上花子", ("山下太郎",)),
        ("ja", "社会部　山下太郎", ("山下太郎",)),
        ("ja", "（社会部　山下太郎）", ("山下太郎",)),
        ("ja", "経済部記者　山下太郎", ("山下太郎",)),
        ("ja", "文・写真 山下太郎", ("山下太郎",)),
        ("ja", "文・山下太郎", ("山下太郎",)),
        ("ja", "取材・執筆：山下太郎", ("山下太郎",)),
        ("ja", "山下太郎（フリーライター）", ("山下太郎",)),
        ("ko", "회곡일보 홍가람 기자", ("홍가람",)),
        ("ko", "홍가람 문다온 기자", ("홍가람", "문다온")),
        ("ko", "글 홍가람 사진 문다온", ("홍가람",)),
        ("ko", "홍가람 논설위원", ("홍가람",)),
        ("ja", "文＝山下太郎、写真＝川上花子", ("山下太郎",)),
        ("ja", "取材・文：山下 太郎", ("山下太郎",)),
        ("ja", "執筆者：山下太郎", ("山下太郎",)),
        ("ja", "山下太郎 2024年5月12日 10時00分", ("山下太郎",)),
        ("ja", "金融機関 2024年5月12日 10時00分", ()),
        ("ko", "홍가람 기자", ("홍가람",)),
        ("ko", "글·사진 홍가람 기자", ("홍가람",)),
        ("ko", "홍가람·문다온 기자 | 2024-05-12 15:20", ("홍가람", "문다온")),
    ],
)
def test_a_line_below_the_headline_signs(code: str, line: str, authors: tuple[str, ...]) -> None:
    title, story = STORIES[code]
    record = clean(f"{title}\n\n{line}\n\n{story}\n", media_type="text/plain")
    assert (record.title, record.authors, record.text) == (title, authors, story)


@pytest.mark.parametrize(
    ("code", "head", "dateline", "publisher", "authors"),
    [
        ("zh", "新华社青石5月12日电（记者林小舟、陈安）", "新华社青石5月12日电", "新华社", ("林小舟", "陈安")),
        ("zh", "中新网青石5月12日电 (林小舟)", "中新网青石5月12日电", "中新网", ("林小舟",)),
        ("zh", "本报讯（记者 林小舟）", None, None, ("林小舟",)),
        ("zh", "〔記者林小舟／青石報導〕", "記者林小舟／青石報導", None, ("林小舟",)),
        ("zh", "（中央社記者林小舟青石12日電）", "中央社記者林小舟青石12日電", "中央社", ("林小舟",)),
        ("ja", "［灰谷\u3000１３日\u3000ロイター］ - ", "灰谷\u3000１３日\u3000ロイター", "ロイター", ()),
        ("ja", "【5月13日 AFP】", "5月13日 AFP", "AFP", ()),
        ("ja", "【灰谷＝山下太郎】", "灰谷＝山下太郎", None, ("山下太郎",)),
        ("ja", "【速報】", None, None, ()),
        ("ko", "(회곡=연합뉴스) 홍가람 기자 = ", "회곡=연합뉴스", "연합뉴스", ("홍가람",)),
        ("ko", "[회곡일보 홍가람 기자] ", None, None, ("홍가람",)),
    ],
)
def test_a_story_opens_with_its_dateline_and_reporters(
    code: str, head: str, dateline: str | None, publisher: str | None, authors: tuple[str, ...]
) -> None:
    title, story = STORIES[code]
    record = clean(f"{title}\n\n{head}{story}\n", media_type="text/plain")
    shown = dateline.replace("\u3000", " ") if dateline else None
    assert (record.dateline, record.publisher, record.authors) == (shown, publisher, authors)
    assert record.paragraphs[0].text.startswith(head.split("\u3000", maxsplit=1)[0].strip())


@pytest.mark.parametrize(
    ("code", "tail", "authors", "publisher"),
    [
        ("ja", "（山下太郎）", ("山下太郎",), None),
        ("ja", "【山下太郎】", ("山下太郎",), None),
        ("ja", "（敬称略）", (), None),
        ("ja", "（共同）", (), "共同通信"),
        ("zh", "（记者 林小舟）", ("林小舟",), None),
        ("zh", "（完）", (), None),
        ("ja", "\n\n（山下太郎）", ("山下太郎",), None),
        ("ja", "\n\n（山下太郎）\n\n会員登録\n\n個人情報保護方針\n\n© 青石新聞", ("山下太郎",), "青石新聞"),
        ("ja", "\n\n（おわり）", (), None),
        ("ja", "\n\n【関連記事】\n\n青石の漁港が公園に\n\n会員登録", (), None),
    ],
)
def test_a_story_ends_with_who_signs(code: str, tail: str, authors: tuple[str, ...], publisher: str | None) -> None:
    title, story = STORIES[code]
    record = clean(f"{title}\n\n{story}{tail}\n", media_type="text/plain")
    assert (record.authors, record.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    "text", ["记者从会上获悉", "新华社记者", "记者会 直播", "文：大谷翔平選手は言った", "홍가람 기자회견", "By Nell Harrow"]
)
def test_a_role_without_a_name_signs_nothing(text: str) -> None:
    assert reporters(text) == ()


def test_bullets_that_open_a_story_are_its_key_points() -> None:
    points = "• 渔港将改建成滨水公园，工程分两期进行。\n• 灯塔与两座石仓库都会保留下来。\n\n"
    record = clean(f"{points}{CHINESE}", media_type="text/plain")
    assert record.summary == ("渔港将改建成滨水公园，工程分两期进行。", "灯塔与两座石仓库都会保留下来。")


def test_a_bio_is_as_long_as_its_signs() -> None:
    bio = "山下太郎は灰谷新聞の記者で、港と漁業を二十年にわたって取材している。"
    told = f"古い港を公園に、灰谷市が計画を発表\n\n{JAPANESE}\n\nこの記事を書いた人\n\n{bio}"
    assert clean(told, media_type="text/plain").author_bio == bio
