"""Personal names by their form: what can be told without a dictionary of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from cleaner.houses import NAMESAKES, agency, is_house
from cleaner.letters import has_case, is_small
from cleaner.months import WEEKDAYS
from cleaner.name_words import (
    LABEL_WORDS,
    LOWERED,
    MAX_TOKENS,
    MIN_TOKENS,
    NO_FIRST_WORDS,
    NO_GIVEN_NAMES,
    NO_LAST_WORDS,
    NO_PEOPLE,
    PAPERS,
    PARTICLES,
    RANKS,
    ROLE,
    SUFFIXES,
)
from cleaner.nobodies import is_eastern_house, is_firm, is_placeholder
from cleaner.regexes import regex
from cleaner.reporters import HAN

HONORIFIC = regex(
    r"^(?:(?:dr|prof|mr|mrs|ms|mx|sir|rev|fr|hon|gen|col|capt|sgt|lt|dipl\.-\w{2,6}|ing|dipl|mag|univ|msc|bsc)\.\s*|(?:dr|prof|mr|mrs|ms|sir|"
    r"professor|doctor|photographer|reporter|journalist|redakteur|kommentar von|analyse von|ein kommentar von)\s+)+",
    re.IGNORECASE,
)
DEGREES = regex(
    r"(?:(?:\s*+,)?\s++(?!(?-i:[A-Z][a-z])$)(?:ph\.?\s?d\.?|m\.?d\.?|m\.?s\.?|m\.?a\.?|b\.?a\.?|b\.?s\.?|r\.?d\.?n?\.?|ld|dvm|cfp®?|cfa|cpa|mba|msw|lcsw|rn|esq\.?|d\.?o\.?|faclm|dphil|jd|mph|obe|mbe|cbe))+$",
    re.IGNORECASE,
)
BEFORE_NAME = "\"'“”‘’*–—-_(["
"""Marks with which a name's first word may begin."""
_TOKEN = regex(r"[^\W\d_]+(?:['’.\-]+[^\W\d_]+)*['’.\-]*,?$")
PREFIX = regex(r"^(?:al|el|ar|as|ash|at|an|d|l|o)['’-](?=\w)")
"""Particles written together with the name."""
_UNCASED = regex(rf"^(?:[{HAN}]{{2,4}}|[\uac00-\ud7af]{{2,4}}|[{HAN}\u3040-\u30ff]{{2,7}})$")
_WITHOUT_CASE = regex(
    r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f'’.-]+"
    r"(?:\s[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f'’.-]+){1,3}"
)
"""Two to four words in a script without capitals: Hebrew, Arabic, the Indic ones, Thai, Georgian, Ethiopic."""
_UNCASED_ROLE = regex(
    r"^از\s|^(?:記者|记者|文(?:・(?:写真|撮影))?|写真・文|作者|作|著|取材|責任編集|【)\s*[：:/／=＝・】]?\s*|\s*(?:기자|특파원|記者|记者|】|報導|报道)\s*.*$"
    r"|\s(?:כתבת?|כתבנו|כתבתנו|עורכת?|פרשנית?|مراسلة?|محررة?|صحفية?|كاتبة?|خبرنگار|نامہ\sنگار|संवाददाता|प्रतिनिधि|রিপোর্টার|প্রতিবেদক|প্রতিনিধি|ผู้สื่อข่าว)(?:\s.*)?$"
)
"""The role before or behind a name in a script without capitals."""
_FROM_PLACE = regex(r"\s(?:থেকে|से|سے)$")
"""Behind a place in Bengali, Hindi and Urdu: “from”."""
_PLACED = regex(r",\s[\u0590-\u06ff\u0900-\u0dff]{2,20}$")
"""The place behind such a name from which its bearer reports."""
_UNCASED_CHARS = 24
"""Longest name in a script without capitals: four words, of six letters each on average."""
_MIXED = regex(rf"[a-z][{HAN}\u3041-\u30ff]|[{HAN}\u3041-\u30ff][A-Za-z]")
"""Latin and eastern signs in one word, as a sentence in Chinese writes foreign names."""
_GLUED = regex(r"(?:[a-z][A-Z][a-z]+){3}")
"""Three capitals within a word: a menu without spaces; names have two at most."""
_TWICE = regex(r"(\S{1,20}(?:\s\S{1,20}){1,3})\.\s\1(?!\w)")
"""A name that readers who hear the page are told first, and the same with a rubric behind it for those who see it."""
_SPACED = regex(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}\u3041-\u30ff]{{1,5}}|[\uac00-\ud7af] [\uac00-\ud7af]{{2}}")
"""A name with a space behind the family name, as Japanese papers and some Korean ones set it."""
_SURNAMED = regex(
    r"[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范金石廖贾賈夏韦韋傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯]"
    rf"[{HAN}]{{2}}"
    r"|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길]"
    r"[\uac00-\ud7af]{2}(?<![부팀실국])"
)
"""A family name that a hundredth of a people has, or near, and a given name of two signs; desks of Korean papers end otherwise."""
_UNCASED_LABEL = regex(
    r"^ال|(?<!\w)(?:מערכת|כתבי|סוכנויות|צוות|فريق|قسم|هيئة|وكالات?|وكالة|متابعات|گروه|تحریریه|خبرگزاری|سرویس)(?!\w)|डेस्क|टीम|ब्यूरो|एजेंसी|डेस्क|ডেস্ক|প্রতিনিধি|প্রতিবেদক|সংবাদদাতা|กอง|ทีมข่าว|ศูนย์ข่าว|(?<!\w)(?:أخبار|رياضة|اقتصاد|سياسة|ثقافة|عالم|محلية?|محليات|دولية?|عربية?|تقارير|رأي|مقالات|منوعات|صحة|مجتمع"
    r"|اخبار|خبر|ورزشی?|اقتصادی|سیاسی|سیاست|فرهنگی?|جهان|ایران|اجتماعی|جامعه"
    r"|חדשות|ספורט|כלכלה|תרבות|דעות|דעה|פוליטי|מדיני|עולם|בארץ|בעולם|חוץ|פנים|משפט|בריאות|טכנולוגיה|צרכנות|תיירות)(?!\w)"
    r"|समाचार|खबर|ख़बर|देश|खेल|राजनीति|मनोरंजन|दुनिया|ताज़ा|ताजा|খবর|সংবাদ|দেশ|খেলা|রাজনীতি|আন্তর্জাতিক|ข่าว|กีฬา"
    r"|新[闻聞]|ニュース|社会|国[际際内]|政治|経済|经济|文化|体育|スポーツ|地域|科学|海外|뉴스|사회|정치|경제|문화"
)
"""Words of sites' rubrics; and the Arabic article, which no given name begins with."""
AGENCY_CHARS = 3
"""Letters from which capitals behind a name are an agency's and hardly initials, degrees or a surname."""
MAX_NAME_CHARS = 60
"""Longest name: five long words."""
CACHED = 2048
"""Lines whose names are remembered: rules and fields ask for those of the same lines."""
WEEKDAY_CHARS, FAMILIES = 5, frozenset({"domingo", "sabato", "pazar", "senin"})
"""Letters of a day of the week behind a name, and those that are families' names too."""
MIN_CAPITALS = 5
"""Letters from which a name in capitals is set that way by the site; shorter ones may be initials."""
_HANDLE = regex(r"[\d_@/\\<>]|https?:|www\.|\.(?:com|net|org|de|co|info|is|be)\b")
_CALLED = regex(r"(?:USA|UK|[BCDFGHJKLMNPQRSTVWXZ]{3,5})(?!\w)")
"""A broadcaster's letters, which cannot be read as a family name in capitals can: “NBC Sports Bay”."""
LETTERS = regex(r"[^\W\d_]+")
_FAMILY = regex(r"(?<![\w.'’-])(?=[^\W\d_]*[AEIOUYÀ-ÖØ-Þ\u0391-\u03a9\u0410-\u042f])(?:(?![a-zß-ÿα-ώа-џ])[^\W\d_]){4,}(?:-(?:(?![a-zß-ÿα-ώа-џ])[^\W\d_])+)*(?![\w.])")
"""A family name in capitals, as French, Russian and other papers set it; shorter words, and those without a vowel, are initials and degrees."""
_GIVEN = regex(r"(?<!\w)[^\W\d_][a-zß-ÿα-ώа-џ]")
"""A word of a name with one capital."""
_LAST_INITIAL = regex(r"\s(?![a-zß-ÿα-ώа-џ])[^\W\d_]\.$")
"""The initial of a second surname behind a full name, as papers in Chile and elsewhere sign: “Ida Kell Verk M.”."""
FIGURE = regex(r"\d")


@lru_cache(maxsize=CACHED)
def is_person(text: str) -> bool:
    """Say whether `text` has the form of one person's full name, in any cased script."""
    tokens = text.strip().split()
    if not MIN_TOKENS <= len(tokens) <= MAX_TOKENS or not _are_names(tokens):
        return False
    if tokens[0].lower() in NO_FIRST_WORDS or tokens[-1].lower() in NO_LAST_WORDS or (len(tokens) == MIN_TOKENS and tokens[0].lower() in NO_GIVEN_NAMES):
        return False
    if is_small(tokens[-1]) and tokens[-1] in PARTICLES:
        return False  # “Scritto da”, with the name on the next line
    short = len(tokens[-1]) == 1 and tokens[-2].lower() not in PARTICLES
    if not text.isascii() and _MIXED.search(text):
        return False
    if _GLUED.search(text):
        return False
    return not (short or text.casefold() in NO_PEOPLE or _is_called(text) or is_house(text) or ROLE.search(text) or _HANDLE.search(text))


def _is_called(name: str) -> bool:
    """Say whether a name begins with a broadcaster's letters and goes on in small ones."""
    return _CALLED.match(name) is not None and not name.isupper()


def _are_names(tokens: Sequence[str]) -> bool:
    """Say whether words are those of a name, with one at least that is no initial, particle or title."""
    strong = False
    for position, token in enumerate(tokens):
        low = token.lower().rstrip(",")
        if low in LABEL_WORDS or not _TOKEN.match(token):
            return False
        if low in PARTICLES or low in SUFFIXES:
            continue
        if not PREFIX.sub("", token)[:1].isupper() or (position and token[:-1].endswith(",")):
            return False
        strong = strong or len(token.rstrip(".")) > 1
    return strong and not (len(tokens) == MIN_TOKENS and is_small(tokens[0]))


def is_caseless(text: str) -> bool:
    """Say whether no letter of a text is of a script with capitals, so that only its place can tell a name."""
    return not has_case(text)


def is_uncased_name(text: str) -> bool:
    """Say whether `text` has the form of a full name in a script without capitals; many a label has it too."""
    if text.isascii():
        return False
    text = _PLACED.sub("", text)
    if len(text) > _UNCASED_CHARS or _HANDLE.search(text) or _UNCASED_LABEL.search(text) or is_placeholder(text) or is_eastern_house(text):
        return False
    if _SPACED.fullmatch(text) or _SURNAMED.fullmatch(text):
        return True
    letters = all(char.isalpha() or char in " '’.-" or category(char)[0] == "M" for char in text)
    return letters and _WITHOUT_CASE.fullmatch(text) is not None


def one_name(text: str, *, sure: bool, labelled: bool) -> str:
    """Return a part of a signature as a person's name, empty when it is none."""
    name = _once(DEGREES.sub("", HONORIFIC.sub("", text.strip(" ,:*–—-_\"“”'’‘"))).strip(" ,"))
    name = _without_agency(_without_weekday(name))
    initial = _LAST_INITIAL.search(name) if labelled else None
    if initial and is_person(full := cased(name[: initial.start()])):
        return full + initial[0]
    if not name.casefold().endswith((" jr.", " sr.")):
        name = name.rstrip(".")
    if not name or len(name) > MAX_NAME_CHARS or is_placeholder(name):
        return ""
    if not name.isascii() and (uncased := _uncased_name(name, sure=sure or labelled)) is not None:
        return uncased
    written = name
    name = name if name.islower() and not sure else cased(name)
    if is_person(name):
        return name
    before = cased(_before_role(written)) or _before_role(name)
    if before:
        return before
    return name if sure and _may_sign(name) else ""


def _uncased_name(text: str, *, sure: bool) -> str | None:
    """Return the name in a part of a signature in a script without capitals, empty if it is a house's, None if there is none; `sure` as in `people`."""
    bare = _UNCASED_ROLE.sub("", text)
    if not (sure or bare != text):
        return None
    if _FROM_PLACE.search(bare):
        return ""
    joined = re.sub(r"[ \u3000]", "", bare)
    if _UNCASED.match(joined):
        return "" if is_placeholder(joined) or is_eastern_house(joined) or is_firm(joined) else joined
    return bare if _WITHOUT_CASE.fullmatch(bare) and (sure or is_uncased_name(bare)) else None


def _without_weekday(name: str) -> str:
    """Return a full name without the day of the week behind it, where the rest of the date was cut off."""
    person, _, last = name.rpartition(" ")
    day = " " in person and len(last) >= WEEKDAY_CHARS and last.casefold() in WEEKDAYS and last.casefold() not in FAMILIES
    return person if day else name


def _without_agency(name: str) -> str:
    """Return a full name without the agency behind it, in capitals where the name is not, or as the agency writes itself: “Ida Kell ELTA”, “Ida Kell Hina”."""
    person, _, last = name.rpartition(" ")
    known = agency(last) if " " in person and len(last) >= AGENCY_CHARS and not person.isupper() else None
    return person if known is not None and (last.isupper() or (known == last and last.casefold() not in NAMESAKES)) else name


def _once(name: str) -> str:
    """Return a name that stands twice, as beside a portrait with the name in its place, once: “Ida Kell Ida Kell”, “Ida Kell. Ida Kell Harbours”."""
    if ". " in name and (again := _TWICE.match(name)):
        return again[1]
    half, spaced = divmod(len(name), 2)
    first, second = name[:half], name[half + spaced :]
    twice = first == second and " " in first and (not spaced or name[half] == " ")
    return first if twice else name


def _before_role(text: str) -> str:
    """Return the name that stands before a role or a paper's name without a mark between them, empty if there is none."""
    tokens = text.split()
    for size in range(MIN_TOKENS, min(len(tokens), MAX_TOKENS)):
        rest = tokens[size:]
        low = [token.casefold() for token in rest]
        paper = len(rest) >= MIN_TOKENS and low[-1].split("-")[-1] in PAPERS and size == MIN_TOKENS
        ranked = low[0] in RANKS and (low[0] in ("the", "staff") or any(map(ROLE.match, rest)))
        told = not RANKS.issuperset(map(str.casefold, tokens[:size]))  # “Local Democracy Reporter” is a role
        if told and (ROLE.match(" ".join(rest)) or ranked or paper) and is_person(" ".join(tokens[:size])):
            return " ".join(tokens[:size])
    return ""


def _may_sign(name: str) -> bool:
    """Say whether a word or two given as a writer's name may be one: no handle, no house, no role."""
    if _HANDLE.search(name) or _is_called(name) or is_house(name) or ROLE.search(name) or len(name.split()) > MAX_TOKENS or _MIXED.search(name):
        return False
    single = " " not in name
    return len(name) > MIN_TOKENS and name[0].isupper() and not (single and not name[1:].islower())


def cased(name: str) -> str:
    """Return a name that is set in capitals or in small letters alone with ordinary capitals."""
    lower = name.islower() and " " in name
    upper = name.replace("Mc", "MC").isupper() and len(name) >= MIN_CAPITALS
    if not (lower or upper):
        return _FAMILY.sub(lambda m: LETTERS.sub(lambda word: _capital(word[0]), m[0]), name) if _GIVEN.search(name) else name
    return LETTERS.sub(lambda m: m[0].lower() if m.start() and m[0].lower() in LOWERED else _capital(m[0]), name)


def _capital(word: str) -> str:
    if len(word) > len("McX") and word[:2].lower() == "mc":
        return f"Mc{word[2].upper()}{word[3:].lower()}"
    return word[0].upper() + word[1:].lower().replace("i\u0307", "i")  # the small letter of a Turkish İ is an i
