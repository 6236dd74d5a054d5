"""The house that a copyright line names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.letters import is_small
from cleaner.regexes import regex

_YEARS = r"(?:19|20)\d{2}(?:\s*(?:[-–—/~〜～]|to)\s*(?:(?:19|20)?\d{2}(?!\d)|present|today)|\s+onwards)?年?"
SIGN = regex(
    rf"(?i)(?P<signs>(?:(?:©|ⓒ|(?<!\w)\(c\)|\bcopyrights?\b)[\s:]*(?:{_YEARS})?[\s.,:|·–—-]*)+)(?:by\s+)?(?:(?-i:the)\s+)?(?:כל\s+הזכויות\s+שמורות\s+ל[-־]?|جميع\s+الحقوق\s+محفوظة\s+ل(?!ل)|สงวนลิขสิทธิ์\s*(?:พ\.ศ\.\s*)?(?:\d{{4}}\s*)?(?:บริษัท\s*)?)?(?P<rest>.{{0,160}})"
)
"""The sign or word, the years, and what stands behind them."""
RIGHTS = regex(
    r"(?i)(?:^|\s+)[(\[]?(?:all\s+(?:rights?|content|times)|alle\s+re|tous\s+droits|todos\s+(?:los\s+derechos|os\s+direitos)|tutti\s+i\s+diritti|riproduzione|derechos"
    r"|reservados|tots\s+els\s+drets|wszelkie|wszystkie|všechna|všetky|все\s+прав|усі\s+прав|всі\s+прав|всички|minden\s+jog|toate\s+drepturile|sva\s+prava"
    r"|tüm\s+hakl|kaikki\s+oikeudet|med\s+ensamrätt|alla\s+rättigheter|alle\s+rettigheder|με\s+επιφύλαξη|copyright|版权|版權|著作權|無断|무단|저작권"
    r"|جميع|सर्वाधिकार|hak\s+cipta|mọi\s+quyền|terms|privacy|contact|imprint|impressum|(?:powered|built|branding|web\s?site|site|(?:theme|design|develop)(?:ed)?)\s+by"
    r"|made\s+with|(?:and|or|y|et|und|e)\s+(?:its|their|affiliated|(?:wire|news|press)\s+(?:services?|agencies)|agencias|agences|agenturen|agências|agenzie)|(?:an?|the)\s+(?:division|part|subsidiary|brand)\s+of|an?\s+(?:\S+\s+){1,3}(?:company|publication|brand)|registered\s+(?:in|charity|office|company)|(?:may|must)\s+not|no\s+part|unless)"
)
"""Where a rights line, or the menu behind it, begins: what stands before is the name."""
HAN = "\u3400-\u9fff"
EAST = regex(
    rf"(?:^|(?<=[{HAN}])|\s+)(?:[{HAN}]?ICP|[{HAN}]{{0,3}}公网安备|[{HAN}]{{0,8}}(?:备案|備案|许可证|許可證|执照)|版权|版權|著作[权權]|保留)"
    rf"|(?:^|\s+)[^\s]*(?:未经|未經|不得|禁止|请勿|請勿|概不|使用|必[读讀]|反[馈饋]|[举舉檢][报報舉]|声明|聲明|协议|協議|条款|條款|[关關][于於]|[联聯][系繫絡络]|隐私|隱私|服[务務]|网站地图|網站地圖"
    rf"|[电電][话話]|地址|邮[箱编]|郵[箱件]|主[办辦]|承[办辦]|技[术術]支持|[帮幫]助|[广廣]告)"
)
"""Where behind a name in Chinese the licence begins that a site there must show, a menu, or a sentence."""
PIECE = regex(rf"(?<=[{HAN}])[\s　]+(?=[{HAN}])")
"""A space between two of its names: of the site, and of the company."""
COMPANY = regex("(?:株式|有限|合同)会社|(?:一般|公益)?(?:社団|財団)法人")
"""Japanese forms of companies that stand before the name."""
PARTED = regex(
    r"\s+(?:https?://|www\.)|\s+[|·•/–—-]+(?:\s|$)|[|·•;\n\t。©ⓒ]|\((?!(?:Pty|Pvt|P)\b|[^()]{2,30}\)\s+(?:Private|Pvt|Pty|Limited|Ltd)\b)|\s\S+@|,|\s{2,}"
    r"|(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bSt)(?<!\bDr)(?<!\bSp)(?<!\bPvt)(?<!\bPty)(?<!\bCorp)(?<!\bBros)(?<!\bLtda)(?<!\bC[ií]a)(?<!\bspol)(?<!\bTic)(?<!\bSan)(?<!\bŞti)(?<![\s.][^\W\d_])\.(?=\s)",
    re.IGNORECASE,
)
"""What stands behind the name: a bar, a comma, the end of a sentence, a bracket but for a town's before a company's form."""
TRAILING = regex(rf"(?:\s+จำกัด(?:\s*\(มหาชน\))?)?(?:[\s,]*\b(?:{_YEARS}))?[\s.]*$", re.IGNORECASE)
REGISTERED = regex("[®™℠]")
LEGAL_FORM = regex(r"(?:\b(?:Inc|Ltd|Corp|Co|Bros|Kft|Zrt|Nyrt|Ltda|Pvt|Pty|Şti)|\.\s?[^\W\d_])$", re.IGNORECASE)
"""The end of a house's name that a full stop belongs to."""
FORMED = regex(r"(.{3,}\s(?-i:Limited|Ltd\.?|LLC|GmbH|LLP|PLC|nv|N\.V\.|Inc\.?|S\.A\.|S\.L\.|S\.p\.A\.|S\.r\.l\.))\s+(?!&|Co\b|KG\b|and\b|et\b|de\b|u\.).*$")
"""A company's form behind its name: an address, or a menu's words, may stand behind that."""
NAME_WORDS, NAME_CHARS = 7, 60
"""Words and characters that a house's name has at most; where more stand in a row, the first of them with capitals are the name."""
PARTICLES = frozenset(
    "a al and da das de del della delle dello dei der des di die do dos du e el et for für i la las le les los och og of the und van von y &".split()  # noqa: SIM905
)
"""Words that stand in names of papers and houses without a capital."""
COPULAS = frozenset("is are has have est sont es son è sono ist sind é são är er on jest".split())  # noqa: SIM905
"""What stands behind a house of which a sentence speaks: “© Brask is a trade mark of …”."""
NO_HOUSE = regex(
    r"(?i)this|these|our|crown|notices?|polic(?:y|ies)|statements?|infringement|owners?|holders?|protected|law|act|(?:the\s+)?authors?|(?:their\s+)?respective\s+.*|\W*|&.*"
    r"|info(?:rmation)?|complaints?|claims?|agents?|questions?|issues?|requests?|permissions?|faqs?|disclaimers?|credits?|licen[cs](?:e|es|ing)|cent(?:er|re)|page|v(?:ersion)?\W?\s*\d[\d.]*"
)
"""What stands behind the sign and is nobody's name."""
QUOTES = "\"'“”„«»‘’「」『』"


def owner(text: str) -> str:
    """Return the house that a copyright line names, nothing where it names none."""
    match = SIGN.search(text)
    if match is None:
        return ""
    signed = any(sign in match["signs"].casefold() for sign in ("©", "ⓒ", "(c)"))
    name = _name(match["rest"])
    if not name and signed:
        before = text[: match.start()].strip()
        return before if before.count(" ") < NAME_WORDS and not RIGHTS.search(before) and _names(before, signed=False) else ""
    return name if _names(name, signed=signed) else ""


def _name(rest: str) -> str:
    """Return the name with which what stands behind the sign begins."""
    told = REGISTERED.sub("", PARTED.split(RIGHTS.split(eastern(rest), maxsplit=1)[0], maxsplit=1)[0])
    told = FORMED.sub(r"\1", told)
    bare = TRAILING.sub("", told)
    words = bare.strip(" ,:)").split()
    if len(words) > NAME_WORDS or len(bare) > NAME_CHARS:
        words = [] if len(words) > NAME_WORDS and _is_sentence(words) else _capitalized(words)
    while words and words[-1].casefold() in PARTICLES:
        words.pop()
    name = _unquoted(" ".join(words))
    return f"{name}." if LEGAL_FORM.search(name) and f"{name}." in rest else name


def eastern(text: str) -> str:
    """Return what stands before the licence, menu or second name behind a name in Chinese; all of a text without its signs."""
    if text.isascii():
        return text
    first, *more = PIECE.split(EAST.split(text, maxsplit=1)[0], maxsplit=1)
    return f"{first} {more[0]}" if more and COMPANY.fullmatch(first) else first


def _is_sentence(words: Sequence[str]) -> bool:
    """Say whether many words are a sentence in which nobody is named: its first word alone has a capital, and says not what it is."""
    further = words[1:NAME_WORDS]
    return bool(further) and not any(word[:1].isupper() for word in further) and further[0].casefold() not in PARTICLES | COPULAS


def _capitalized(words: list[str]) -> list[str]:
    """Return the words up to the first that no name has: without a capital, and not one of those that names have between others."""
    end = next((i for i, word in enumerate(words) if is_small(word[:1]) and word.casefold() not in PARTICLES), len(words))
    return words[: min(end, NAME_WORDS)]


def _names(name: str, *, signed: bool) -> bool:
    """Say whether what stands behind the sign, or behind the word alone, begins as names do; some write theirs small in one word."""
    first = next((sign for sign in name if sign.isalnum()), "")
    if not first or NO_HOUSE.fullmatch(name):
        return False
    return not first.islower() or (signed and " " not in name)


def _unquoted(name: str) -> str:
    """Return a name without quotes that are around the whole of it."""
    inner = name.strip(QUOTES)
    return inner if name[:1] in QUOTES and name[-1:] in QUOTES and not any(sign in QUOTES[2:] for sign in inner) else name
