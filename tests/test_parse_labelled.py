"""Lines of Chinese and Japanese pages that give several facts are parted at their labels."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse.labelled import parted
from cleaner.parse.text import parse

STORY = (
    "青石镇政府昨日公布旧港改造方案，计划用三年时间把废弃多年的渔港改建成滨水公园。镇长周明远在会上表示，改造工程将保留原有的灯塔。\n\n"
    "根据方案，第一期工程将于今年九月动工，主要清理港池淤泥和加固堤岸。第二期将修复仓库，引入书店、咖啡馆和小型展览馆。"
)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("2024-05-12 08:30 来源：青石日报 作者：林小舟", ["2024-05-12 08:30", "来源：青石日报", "作者：林小舟"]),
        ("来源: 青石日报 2024年5月12日", ["来源: 青石日报", "2024年5月12日"]),
        ("公開日：2024年5月12日 更新日：2024年5月14日 執筆：山下太郎", ["公開日：2024年5月12日", "更新日：2024年5月14日", "執筆：山下太郎"]),
        ("发布时间： 2024-05-12", ["发布时间： 2024-05-12"]),
        ("他只说了一句：来源：不明。", ["他只说了一句：来源：不明。"]),
        ("会议主题：旧港 地点：镇政府", ["会议主题：旧港 地点：镇政府"]),
    ],
)
def test_a_line_is_parted_at_its_labels(line: str, parts: list[str]) -> None:
    source = f"{line}\n{STORY}\n（来源：青石日报）"
    blocks = parted(parse(source), source)
    assert [block.text for block in blocks[: len(parts)]] == parts
    for block in blocks:
        for text_start, input_start, length in block.segments:
            assert block.text[text_start : text_start + length] == source[input_start : input_start + length]


@pytest.mark.parametrize("markup", [True, False])
def test_each_fact_is_a_field(markup: bool) -> None:
    facts = "2024年05月12日 08:30 | 来源：青石日报 | 作者：林小舟、陈安 | 责任编辑：高敏"
    plain = f"旧港改造方案公布\n\n{facts}\n\n{STORY}\n"
    html = f"<h1>旧港改造方案公布</h1><div>{facts}</div>" + "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
    record = clean(html if markup else plain)
    assert (record.authors, record.date, record.publisher) == (("林小舟", "陈安"), "2024-05-12T08:30", "青石日报")
    assert record.text == STORY


def test_links_stay_with_their_part() -> None:
    html = f'<div>2024-05-12 来源：<a href="/">青石日报</a> 编辑：高敏</div><p>{STORY}</p>'
    record = clean(html)
    assert record.publisher == "青石日报"
    assert [row.text for row in record.removed] == ["2024-05-12", "来源：青石日报", "编辑：高敏"]
