"""What stands in a name's place and names nobody who writes: placeholders, labels, companies, offices."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.nobodies import is_eastern_house, is_firm, is_placeholder, without_form
from cleaner.signatures import people

STORY = "".join(f"<p>{text}</p>" for text in (
    "布拉斯克市议会周一决定重建三月被暴风雨毁坏的渡轮码头，市长在会后对本报记者这样表示，工程将于六月开始。",
    "码头的重建费用为九百万克朗，其中一半由地区政府承担，渔民在此期间将迁往旧港口继续捕鱼，直到明年春天。",
    "多年来船长们一直要求修建新码头，因为旧码头对新船来说太短，每逢大风天气渡轮都不得不停航，居民十分不便。",
))  # fmt: skip


@pytest.mark.parametrize("text", ["Unknown", "admin", "N/A", "Webmaster:", "Autor desconocido", "неизвестен", "佚名", "网络整理", "本站原创", "发布于", "更新时间：", "Editör", "미상", "管理人", "مجهول"])
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)
    assert people(text, sure=True) == []


@pytest.mark.parametrize("text", ["Anonymous", "Ida Unknown", "Adam Minter", "Web Kell", "林佚", "未央", "Inès Nonnenmacher"])
def test_names_that_look_like_placeholders(text: str) -> None:
    assert not is_placeholder(text)
    assert people(text, sure=True) == [text]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ostra Media Sp. z o.o.", "Ostra Media"), ("AWR Ostra Sp. z o.o", "AWR Ostra"), ("Brask Verlag GmbH & Co. KG", "Brask Verlag"), ("Pell Kiadó Kft.", "Pell Kiadó"),
        ("Ediciones Pell, S.L.", "Ediciones Pell"), ("ООО «Ромашка»", "Ромашка"), ("青石传媒有限公司", "青石传媒"), ("株式会社 青石", "青石"), ("회곡 주식회사", "회곡"),
        ("Brask Media AS", "Brask Media"), ("Ostrey Lamp, Inc.", "Ostrey Lamp"), ("Pell Basın A.Ş.", "Pell Basın"),
    ],
)  # fmt: skip
def test_companies_by_their_legal_form(text: str, bare: str) -> None:
    assert is_firm(text)
    assert without_form(text) == bare
    assert people(text, sure=True) == []


@pytest.mark.parametrize("text", ["Ida Kell", "Vishnu N.V.", "Jan Sas", "Tomas Spa", "Maria da Silva", "Ida Limberg", "王小明"])
def test_people_whose_names_end_alike(text: str) -> None:
    assert not is_firm(text)


@pytest.mark.parametrize("text", ["青石网", "布拉斯克日报", "港口发改局", "青石县宣传部", "港口电视台", "青石大学", "青石专栏作者", "ブラスク新聞社"])
def test_houses_by_their_last_signs(text: str) -> None:
    assert is_eastern_house(text)
    assert people(text, sure=True) == []


@pytest.mark.parametrize("text", ["王小明", "林夏", "阿部", "张学会", "李文会", "王金台", "欧阳小青"])
def test_people_in_chinese_and_japanese(text: str) -> None:
    assert people(text, sure=True) == [text]


def test_a_sentence_with_foreign_names_signs_nothing() -> None:
    assert people("Brask Quest是一款以渡轮为核心的游戏", sure=True) == []
    assert people("Ida Kell", sure=True) == ["Ida Kell"]


def _authors(window: str, author: str) -> tuple[str, ...]:
    return clean(f"<html lang=zh><head><title>{window}</title><meta name=author content='{author}'></head><body><h1>渡轮码头将重建</h1>{STORY}</body></html>").authors


@pytest.mark.parametrize(
    ("window", "author"),
    [("渡轮码头将重建_青石财经", "青石"), ("渡轮码头将重建_港口_青石科技_青石网", "青石科技"), ("渡轮码头将重建-青石在线", "青石")],
)
def test_an_author_that_the_windows_title_ends_in_is_the_site(window: str, author: str) -> None:
    assert _authors(window, author) == ()


@pytest.mark.parametrize("window", ["渡轮码头将重建_王小明的博客", "渡轮码头将重建_王小明_青石博客", "渡轮码头将重建"])
def test_a_person_that_the_windows_title_names_signs(window: str) -> None:
    assert _authors(window, "王小明") == ("王小明",)


def test_a_person_in_letters_with_capitals_is_no_house_for_the_windows_title() -> None:
    head = "<title>Brask rebuilds its quay | Inès Verk | Pell</title><meta name=author content='Inès Verk'>"
    assert clean(f"<html lang=en><head>{head}</head><body><h1>Brask rebuilds its quay</h1>{STORY}</body></html>").authors == ("Inès Verk",)


def test_the_title_signs_nothing() -> None:
    """A page entitled with a name is of that person."""
    told = "".join(f"<p>Ida Kell built {n} boats in Brask before the storm of March took the yard, her brother told the council.</p>" for n in ("nine", "ten", "two"))
    page = "<html lang=en><head><title>Ida Kell - Pell Gazette</title></head><body><h1>Ida Kell</h1><p class=byline>By {}</p>{}</body></html>"
    assert clean(page.format("Ida Kell", told)).authors == ()
    assert clean(page.format("Tom Verk", told)).authors == ("Tom Verk",)
