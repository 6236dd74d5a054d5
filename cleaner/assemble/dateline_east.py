"""What Chinese, Japanese and Korean stories open with: house, place and day, and the reporters in brackets behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from cleaner.houses import agency
from cleaner.regexes import regex
from cleaner.reporters import HAN, reporters

_DAY = r"(?:\d{1,2}月)?\d{1,2}日"
_CHINESE = regex(
    rf"^(?P<line>(?P<house>[{HAN}]{{2,4}}?(?:社|网|網))(?P<place>[{HAN}]{{2,12}}?){_DAY}(?:专|專)?[电電讯訊])"
    rf"(?:\s*[（(](?P<by>[^（）()]{{2,40}})[）)])?"
)
"""“新华社 place, day 电（记者 names）”."""
_CHINESE_OWN = regex(r"^(?:本[报報网網刊]|[^\s，。（]{2,8}[报報网網])\s?(?:讯|訊|消息)\s*[（(](?P<by>[^（）()]{2,40})[）)]")
"""“本报讯（记者 names）”: the paper's own report, which names no place."""
_TAIWANESE = regex(
    rf"^[〔（(【](?P<line>(?:(?P<house>[{HAN}]{{2,4}}社))?(?P<by>[记記]者[^〕）)】]{{2,30}}(?:[报報]導|[电電])))[〕）)】]"
)
"""“〔記者 name／place 報導〕” and “（中央社記者 name place day 電）”."""
_JAPANESE = regex(
    r"^[［\[【](?P<line>(?:(?P<place>[^\s\d０-９＝=］\]】]{1,12})[\s\u3000]+)?[\d０-９]{1,2}(?:月[\d０-９]{1,2})?日[\s\u3000]+(?P<house>[^\s\d］\]】]{2,8}))[］\]】]"
)
"""“［place day ロイター］” and “【day AFP】”."""
_JAPANESE_OWN = regex(rf"^【(?P<line>(?P<place>[{HAN}\u3041-\u30ff]{{1,10}})[＝=](?P<by>[{HAN}]{{1,4}}[ \u3000]?[{HAN}\u3041-\u30ff]{{1,5}}))】")
"""“【place＝name】”."""
_KOREAN = regex(
    r"^[(\[【](?P<line>(?P<place>[\uac00-\ud7af]{2,8})=(?P<house>[\uac00-\ud7afA-Za-z\d]{2,10}))[)\]】]\s*"
    r"(?P<by>[\uac00-\ud7af·, ]{2,30}?\s?(?:기자|특파원))?"
)
"""“(place=연합뉴스) name 기자 =”."""
_KOREAN_OWN = regex(r"^[\[【(](?:[\uac00-\ud7afA-Za-z\d]{2,12}[\s=]+)(?P<by>[\uac00-\ud7af]{2,4}(?:\s?[·,]\s?[\uac00-\ud7af]{2,4})*\s?(?:기자|특파원))[\]】)]")
"""“[paper, name 기자]”."""
_ENDING = regex(r"[。」』”！？][（(【\[](?P<by>[^（）()【】\[\]。、]{2,30})[）)】\]]$")
"""A story's last sentence with “（name）” or “（agency）” behind it."""
_JAPANESE_NAME = regex(rf"[{HAN}]{{2,4}}[ \u3000]?[{HAN}\u3041-\u309f]{{1,4}}")
_NO_NAMES = frozenset(["敬称略", "肩書は当時", "一部省略", "一部抜粋", "編集部", "取材班", "本紙取材班", "写真左", "写真右", "写真上", "写真下", "つづく", "おわり", "以下略", "随時掲載", "年齢は当時", "責編", "编辑部", "未完待续", "综合", "完"])
"""What else stands there."""
_NAMES = regex(rf"[{HAN}]{{2,4}}(?:[\s、，,]+[{HAN}]{{2,4}}){{0,3}}")


class Dateline(NamedTuple):
    """The dateline as it stands, the agencies named in it, and who signs behind it, by name and in so many words."""

    text: str | None
    houses: tuple[str, ...]
    people: tuple[str, ...] = ()
    signature: str | None = None


def _listed(text: str) -> tuple[str, ...]:
    """Return the reporters of a bracket that may name them without their role."""
    bare = text.strip()
    return reporters(text) or (tuple(re.split(r"[\s、，,]+", bare)) if _NAMES.fullmatch(bare) else ())


def _alone(text: str) -> tuple[str, ...]:
    return (re.sub(r"[ \u3000]", "", text),)


class _Form(NamedTuple):
    """A way to open a story: its pattern, how its signature is read, and what it is none without."""

    pattern: re.Pattern[str]
    read: Callable[[str], tuple[str, ...]]
    needs: Literal["", "agency", "people"] = ""


_FORMS = (
    _Form(_CHINESE, _listed),
    _Form(_JAPANESE, reporters, "agency"),
    _Form(_KOREAN, reporters),
    _Form(_TAIWANESE, reporters, "people"),
    _Form(_JAPANESE_OWN, _alone),
    _Form(_CHINESE_OWN, _listed, "people"),
    _Form(_KOREAN_OWN, reporters, "people"),
)


def opening(text: str) -> Dateline | None:
    """Return what a first paragraph opens with in the ways of East Asian papers, None where it does not."""
    for form in _FORMS:
        told = match.groupdict() if (match := form.pattern.match(text)) else {}
        house, signature = told.get("house"), told.get("by")
        known = agency(house) if house else None
        people = form.read(signature) if signature else ()
        if told and {"": True, "agency": known, "people": people}[form.needs]:
            named = known or house
            return Dateline(told.get("line"), (named,) if named else (), people, signature.strip() if signature and people else None)
    return None


def ending(text: str) -> Dateline | None:
    """Return who signs behind the last sentence of a story, None where nobody does."""
    match = _ENDING.search(text)
    if match is None or match["by"] in _NO_NAMES:
        return None
    signature = match["by"].strip()
    if house := agency(signature):
        return Dateline(None, (house,))
    people = reporters(signature) or (_alone(signature) if _JAPANESE_NAME.fullmatch(signature) else ())
    return Dateline(None, (), people, signature) if people else None
