"""How Chinese, Japanese and Korean papers sign: a role and names without capitals, in a line of its own or within brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.regexes import regex

HAN = "\u3400-\u9fff\uf900-\ufaff々ヶ"
LONGEST = 300
"""Characters of a text that are looked through for who signs."""
_CHINESE_ROLES = "记者|記者|通讯员|通訊員|特约撰稿人|撰稿人|实习生|撰文|采写|采访"
_CHINESE = regex(
    rf"(?:作者\s*[:：]\s*(?=[{HAN}·]{{2,8}}\s+(?:{_CHINESE_ROLES}))(?!{_CHINESE_ROLES})|(?:{_CHINESE_ROLES})+(?![会會们們站证證节節团團获獲从從在了就注看走问問说說])\s*[:：/／|｜丨・]?\s*)"
    rf"(?P<names>[{HAN}·]{{2,8}}(?:\s*[、，,/／]\s*(?!{_CHINESE_ROLES})[{HAN}·]{{2,8}}"
    rf"|\s+(?!{_CHINESE_ROLES})[{HAN}·]{{2,8}}(?![{HAN}·]|\s*[:：|｜丨=＝]|\s*[/／](?![{HAN}]{{2,6}}(?:報導|报道))))*)"
)
"""Behind 记者 stand names, unless it is part of a word (记者会, 记者站) or the subject of a sentence (记者从…获悉);
a word with a colon or stroke behind it is another role (摄影／…)."""
_WIRED = regex(rf"[记記]者(?P<name>[{HAN}]{{3}})[{HAN}]{{2,6}}\d{{1,2}}日(?:专|專)?[电電]")
"""The Central News Agency writes name, place and day in one word; names have three signs but for few."""
_CHINESE_NAME = regex(rf"[{HAN}]{{2,4}}(?:·[{HAN}]{{1,6}})*")
_NO_NAMES = regex(
    rf"(?:报道|報導|报导|摄影|摄|攝|电|電|讯|訊|编辑|編輯|综合|綜合|发自|图|文|网|社|报|報)$|^(?:{_CHINESE_ROLES}|综合|綜合|来源|來源|编辑|編輯|责编|实习|发自)"
)
_JAPANESE_ROLES = "(?:写真・|取材・|構成・)?(?:文|執筆|取材)(?:・(?:写真|撮影|取材|執筆|構成|文))*|執筆者|筆者|著者|ライター|聞き手|構成"
_JAPANESE_DESK = "(?:政治|経済|社会|国際|外信|文化|科学|生活|地域|運動|報道|編集|学芸|くらし|暮らし|スポーツ|デジタル)(?:報道)?部"
_JAPANESE_NAME = rf"[{HAN}]{{1,4}}[ \u3000]?[{HAN}\u3041-\u30ff]{{1,5}}"
_JAPANESE = regex(rf"(?:^|[\s、,／/【（(])(?:{_JAPANESE_ROLES})\s*[:：=＝/／]\s*(?P<names>{_JAPANESE_NAME}(?:[、・,]{_JAPANESE_NAME})*)(?![{HAN}\u3041-\u30ff＝=:：/／|｜])")
_JAPANESE_SIGNED = regex(
    rf"^[（(【]?(?:(?:{_JAPANESE_DESK}(?:記者)?[・ \u3000]|(?:文|写真)・(?:(?:写真|撮影|文|取材)[ \u3000])?|この記事を書いた人[ \u3000：:]?)\s*(?P<names>{_JAPANESE_NAME})(?=[）)】]|$|[ \u3000]+\d)"
    rf"|(?P<placed>{_JAPANESE_NAME})(?:[=＝][{HAN}]{{2,5}}(?:支局|総局|部)|・(?:論説委員|編集委員|解説委員)|[（(](?:フリー|本紙|本社)?(?:ライター|記者|ジャーナリスト|作家)[）)])$)"
)
"""A line of a name behind its desk, or before its office or trade."""
_JAPANESE_REPORTER = regex(rf"(?:^|[\s（(【])(?!本紙|本社|弊社|当社|同社|各社)(?P<names>[{HAN}]{{2,4}}[ \u3000]?[{HAN}\u3041-\u30ff]{{0,4}}?)(?<![部局班室・])(?:記者|編集委員|論説委員|特派員)(?:$|[\s）)】])")
_NO_NAME_ENDS = "関会社部局省庁県市区町村都府駅州界業済報聞際域面題集覧術策論説営産品店院場団合間版者"
_JAPANESE_DATED = regex(rf"^(?!{_CHINESE_ROLES})(?P<names>[{HAN}]{{2,4}}[ \u3000]?[{HAN}]{{1,4}}(?<![{_NO_NAME_ENDS}]))[ \u3000]+\d{{4}}(?:年\d|[./-]\d)")
"""A name before a day, of three signs or more; words for offices, places and desks of a paper end otherwise."""
_KOREAN = regex(r"(?<![\uac00-\ud7af])(?P<names>[\uac00-\ud7af]{2,4}(?:\s?[·,]\s?[\uac00-\ud7af]{2,4})*)\s?(?:(?:인턴|객원|선임|전문|수습)?기자|특파원|논설위원|편집위원)(?![\uac00-\ud7af])")
"""Korean reporters sign as “name, reporter”, several in a row with their addresses between them."""
_KOREAN_SURNAMED = "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길][\uac00-\ud7af]{2}"
_KOREAN_LISTED = regex(rf"(?:^|[\s\])=])(?!한겨레)(?P<names>{_KOREAN_SURNAMED}(?:\s{_KOREAN_SURNAMED})+)\s(?:기자|특파원)(?![\uac00-\ud7af])")
"""Several reporters with nothing but spaces between them: names of three signs, as nearly all are, but for a paper's."""
_KOREAN_LABELLED = regex(
    r"^(?:글|글쓴이|작성자|기자명|필자|취재)\s?[:=|]?\s?(?P<names>[\uac00-\ud7af]{2,4}(?:\s?[·,]\s?[\uac00-\ud7af]{2,4})*)(?=$|\s?[|=-]|\s\d|\s(?:사진|그림|기자|입력|등록|수정|승인|발행))"
)
"""A label, which needs no colon, with names up to the line's end or what else a signature holds."""
_BETWEEN = regex(r"\s*[、，,/／·・]\s*|\s+")


def reporters(text: str) -> tuple[str, ...]:
    """Return the people who sign in `text` with a role in Chinese, Japanese or Korean, in order."""
    if text.isascii() or len(text) > LONGEST:
        return ()
    return tuple(dict.fromkeys(_found(text)))


def _found(text: str) -> Iterator[str]:
    for match in (*_KOREAN_LABELLED.finditer(text), *_KOREAN_LISTED.finditer(text), *_KOREAN.finditer(text)):
        yield from _BETWEEN.split(match["names"])
    if signed := _JAPANESE_SIGNED.match(text):
        yield re.sub(r"[ \u3000]", "", signed["names"] or signed["placed"])
        return
    wired = _WIRED.search(text)
    if wired:
        yield wired["name"]
        return
    for match in _CHINESE.finditer(text):
        yield from _chinese(match["names"])
    for match in (*_JAPANESE.finditer(text), *_JAPANESE_REPORTER.finditer(text), *_JAPANESE_DATED.finditer(text)):
        yield from (name.replace("\u3000", "").replace(" ", "") for name in re.split("[、・,]", match["names"]) if name)


def _chinese(names: str) -> Iterator[str]:
    """Yield the names of a list up to the first word that is none."""
    for word in _BETWEEN.split(names):
        if _NO_NAMES.search(word) or not _CHINESE_NAME.fullmatch(word):
            return
        yield word
