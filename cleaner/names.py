"""Personal names by their form: what can be told without a dictionary of names, and signatures taken apart."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import takewhile
from unicodedata import category

from cleaner.byline_labels import BARE_LABEL, LABEL, PREPOSITION
from cleaner.dates import find
from cleaner.reporters import HAN, reporters

PARTICLES = frozenset(
    "de da do dos das del della di du des d' la le las los van von vom zu zur den der ten ter bin ibn al el af av och y e "
    "i o' mac mc st st. saint abu ben bar bint dela san san. ap".split()
)
LOWERED = frozenset("de da do dos das del della di du van von der den ten ter bin y".split())
"""Particles that are written small inside a name."""
FUNCTION_WORDS = frozenset(
    "the a an and or of in on at by for from with about your our more read view views share latest all new this that sign "
    "log subscribe must use us contact follow connect search menu help support shop store account privacy policy terms "
    "is are was were has have had how why what when who where not no yes you we they it its his her their my me into "
    "die und oder mit für auf im zum et ou pour sur avec con para gli een voor met eller med på ett".split()
)
"""Words that stand in phrases; those that are also given names (Will, Una, Per, Les) are left out."""
LABEL_WORDS = frozenset(
    "home world asia africa europe sports sport business politics newsletter comments comment related popular tonight "
    "today monday tuesday wednesday thursday friday saturday sunday january february march july september october "
    "november december image photo credit video watch listen live breaking story stories article articles exclusive "
    "plus icon platform status pleated skirt best top open extended reactions details free deal deals shopping "
    "facebook twitter reddit linkedin whatsapp email link links panel close key points takeaways total time homes games game "
    "public health commentary uncovering tights stop actualizado aktualisiert quick facts summary overview contents "
    "executive content national political recruiting senior chief deputy managing medical contributing freelance "
    "copy url sidebar show original back get started customer care trade program full bio menu toggle "
    "buy click here load next previous updated published posted minute minutes min ago views likes print email "
    "type size elements tale tutorial tutorials features pricing product products industry tips guide guides topic topics category "
    "categories webcams webcam "
    "kommentare drucken teilen archiv foto video politik wirtschaft meinung kommentar tháng".split()
)
"""Words that stand in labels, not in names of people."""
HOUSE_WORDS = frozenset(
    "news press times post daily weekly herald tribune gazette journal magazine media network online agency bureau desk "
    "team staff newsroom editorial editors editor-in-chief board department services service association institute "
    "university college school hospital center centre foundation society company corp corp. inc inc. ltd ltd. llc gmbh "
    "group limited studio studios productions entertainment broadcasting radio television tv digital publishing "
    "publications report reports reporters correspondents contributors admin administrator webmaster guest "
    "redaktion agentur zeitung nachrichten rédaction redazione redacción redação redactie redaksi redaksjonen redaktionen "
    "redakcja редакция агентство presse prensa stampa agence agencia agenzia ajansı haber agentschap newspapers "
    "official clinic courier chronicle observer guardian telegraph globe examiner standard bulletin review blog podcast council "
    "ministry government committee party union club shopping marketing solutions forum resources financial books relaxnews wire newswire nast telegram inquirer record images getty shimbun league".split()
)
"""Words that stand in names of houses and desks, not of people."""
NO_NAME_WORDS = LABEL_WORDS | FUNCTION_WORDS | HOUSE_WORDS
"""Words that no person's name has."""
PAPERS = frozenset(
    "news times post herald tribune gazette journal courier chronicle observer guardian telegraph telegram inquirer press "
    "globe examiner standard star sun record republic enquirer network today".split()
)
"""Last words of newspapers' names, which stand behind their writers' names."""
AGENCIES = {
    "ap": "AP", "afp": "AFP", "dpa": "dpa", "upi": "UPI", "efe": "EFE", "ansa": "ANSA", "tass": "TASS", "pti": "PTI",
    "ians": "IANS", "ani": "ANI", "cp": "The Canadian Press", "pa": "PA", "cnn": "CNN", "bbc": "BBC", "reuters": "Reuters",
    "xinhua": "Xinhua", "kyodo": "Kyodo", "yonhap": "Yonhap", "bernama": "Bernama", "bloomberg": "Bloomberg",
    "ritzau": "Ritzau", "ntb": "NTB", "tt": "TT", "apa": "APA", "sda": "SDA", "ats": "ATS", "belga": "Belga", "anp": "ANP",
    "lusa": "Lusa", "pap": "PAP", "mti": "MTI", "anadolu": "Anadolu", "tt-afp": "TT-AFP", "sid": "SID", "kna": "KNA",
    "epd": "epd", "associated press": "The Associated Press", "the associated press": "The Associated Press",
    "agence france-presse": "Agence France-Presse", "the canadian press": "The Canadian Press", "jiji": "Jiji",
    "press association": "Press Association", "press trust of india": "Press Trust of India", "interfax": "Interfax",
    "europa press": "Europa Press", "ukrinform": "Ukrinform", "dpa-afx": "dpa-AFX", "afp/reuters": "AFP/Reuters",
    "anadolu ajansı": "Anadolu Ajansı", "anadolu agency": "Anadolu Agency", "bloomberg news": "Bloomberg News",
    "新华社": "新华社", "新華社": "新華社", "中新社": "中新社", "中新网": "中新网", "中央社": "中央社", "共同": "共同通信", "共同通信": "共同通信",
    "時事": "時事通信", "時事通信": "時事通信", "ロイター": "ロイター", "ブルームバーグ": "ブルームバーグ", "연합뉴스": "연합뉴스", "뉴시스": "뉴시스", "뉴스1": "뉴스1",
    "kyodo news": "Kyodo News", "jiji press": "Jiji Press", "deutsche presse-agentur": "Deutsche Presse-Agentur",
}  # fmt: skip
"""News agencies by the names that stand in datelines and bylines."""
ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|correspondents?|contributors?|columnists?|producers?|analysts?|journalists?"
    r"|photographers?|critics?|bloggers?|interns?|fellows?|anchors?|meteorologists?|researchers?|authors?|historians?"
    r"|director|manager|president|professor|founder|ceo|lecturer|chief|senior|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?"
    r"|journaliste|rédact(?:eur|rice)|giornalista|periodista|redactora?|jornalista|redacteur|dietitian|nutritionist|expert|specialist|educators?|attorneys?|consultants?|strategists?|therapists?|physicians?|scientists?)\b",
    re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"^(?:(?:dr|prof|mr|mrs|ms|mx|sir|rev|fr|hon|gen|col|capt|sgt|lt|ing|dipl|mag|univ|msc|bsc)\.\s*|(?:dr|prof|mr|mrs|ms|sir|"
    r"professor|doctor|photographer|reporter|journalist|redakteur|kommentar von|analyse von|ein kommentar von)\s+)+",
    re.IGNORECASE,
)
DEGREES = re.compile(
    r"(?:(?:\s*+,)?\s++(?:ph\.?\s?d\.?|m\.?d\.?|m\.?s\.?|m\.?a\.?|b\.?a\.?|b\.?s\.?|r\.?d\.?n?\.?|ld|dvm|cfp®?|cfa|cpa|mba|msw|lcsw|rn|esq\.?|d\.?o\.?|faclm|dphil|jd|mph|obe|mbe|cbe))+$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.\-]+[^\W\d_]+)*['’.\-]*,?$")
_PREFIX = re.compile(r"^(?:al|el|ar|as|ash|at|an|d|l|o)['’-](?=\w)")
"""Particles written together with the name."""
_UNCASED = re.compile(r"^(?:[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}|[\u4e00-\u9fff\u3040-\u30ff]{2,7})$")
_WITHOUT_CASE = re.compile(
    r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f'’.-]+"
    r"(?:\s[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f'’.-]+){1,3}"
)
"""Two to four words in a script without capitals: Hebrew, Arabic, the Indic ones, Thai, Georgian, Ethiopic."""
_UNCASED_ROLE = re.compile(
    r"^(?:記者|记者|文|作者|作|著|取材|責任編集|【)\s*[：:/／=＝・】]?\s*|\s*(?:기자|특파원|記者|记者|】|報導|报道)\s*.*$"
)
_UNCASED_CHARS = 24
"""Longest name in a script without capitals: four words, of six letters each on average."""
_SPACED = re.compile(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}\u3041-\u30ff]{{1,5}}|[\uac00-\ud7af] [\uac00-\ud7af]{{2}}")
"""A name with a space behind the family name, as Japanese papers and some Korean ones set it."""
_SURNAMED = re.compile(
    r"[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范金石廖贾賈夏韦韋傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯]"
    rf"[{HAN}]{{2}}"
    r"|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길]"
    r"[\uac00-\ud7af]{2}(?<![부팀실국])"
)
"""A family name that a hundredth of a people has, or near, and a given name of two signs; desks of Korean papers end otherwise."""
_UNCASED_LABEL = re.compile(
    r"^ال|(?<!\w)(?:أخبار|رياضة|اقتصاد|سياسة|ثقافة|عالم|محلية?|محليات|دولية?|عربية?|تقارير|رأي|مقالات|منوعات|صحة|مجتمع"
    r"|اخبار|خبر|ورزشی?|اقتصادی|سیاسی|سیاست|فرهنگی?|جهان|ایران|اجتماعی|جامعه"
    r"|חדשות|ספורט|כלכלה|תרבות|דעות|דעה|פוליטי|מדיני|עולם|בארץ|בעולם|חוץ|פנים|משפט|בריאות|טכנולוגיה|צרכנות|תיירות)(?!\w)"
    r"|समाचार|खबर|ख़बर|देश|खेल|राजनीति|मनोरंजन|दुनिया|ताज़ा|ताजा|খবর|সংবাদ|দেশ|খেলা|রাজনীতি|আন্তর্জাতিক|ข่าว|กีฬา"
    r"|新[闻聞]|ニュース|社会|国[际際内]|政治|経済|经济|文化|体育|スポーツ|地域|科学|海外|뉴스|사회|정치|경제|문화"
)
"""Words of sites' rubrics; and the Arabic article, which no given name begins with."""
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d."})
RANKS = frozenset(
    "political national content senior chief deputy associate assistant managing sports business news city foreign health "
    "science crime staff freelance contributing digital executive special legal education environment money consumer "
    "lifestyle fashion tech technology recruiting guest the".split()
)
"""Words with which a role begins behind a name."""
ARTICLES = frozenset("der das die ein eine il det het".split())
PLACE_HEADS = frozenset(
    "new los san santa fort port cape north south east west hong kuala tel buenos rio united saint northern southern "
    "eastern western central".split()
)
"""First words of places of two words, which have the form of a name."""
NO_GIVEN_NAMES = PLACE_HEADS | ARTICLES
"""Words that begin no name of two words."""
MIN_TOKENS, MAX_TOKENS = 2, 5
"""Given names, particles and a family name; longer runs of capitals are headlines or organisations."""
MAX_NAME_CHARS = 60
"""Longest name: five long words."""
CACHED = 2048
"""Lines whose names are remembered: rules and fields ask for those of the same lines."""
MIN_CAPITALS = 5
"""Letters from which a name in capitals is set that way by the site; shorter ones may be initials."""
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc)[^\W\d_]{0,8}"
)
_CUT = (
    r"\s*[|•·●<>\[\]{}:→»\t\n]\s*|\s+[–—-]+\s+|\s*\(|@|,?\s+(?:in|for|at|on|via|of|aus|à|em|para|für|is|was|has|ist|est|är)\s+(?=\w)"
    r"|\s*\b(?:last\s+)?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|publicado|pubblicato"
    r"|gepubliceerd|min\s+read|views?|reads?|yazdı|tarafından)\b"
    r"|(?-i:\s(?=[A-Z]{2,}[a-z]+[a-z.]*\b))|(?-i:(?<=[a-zß-ÿ])(?=(?:Staff|Senior|City|Published|Updated|Redakteur|Redaktor|Korrespondent|Reporter|Editor"
    r"|Writer|Contributor|Correspondent|Columnist|Founder|Co-[Ff]ounder|Owner|Director|Manager|Follow|Foto|View)))"
)
CUT = re.compile(_CUT, re.IGNORECASE)
"""Where a signature goes over into something else: a place, role, date, handle or bio, also glued to the name."""
CUT_FIGURED = re.compile(rf"\d|(?<=[^\W\d_])(?=\s?{MONTH}\.?\s\d)|{_CUT}", re.IGNORECASE)
"""The same in a text with figures, where a month before one may be what follows; to look for months takes half of the time."""
AND = re.compile(
    r"\s*,\s*(?:(?i:and|und|et|og|och|en|ve)|y|e|&)\s+"
    r"|\s+(?:(?i:and|und|et|og|och|en|ve|with|mit|avec|con|ja|και|și|és)|y|e|&|i|и|і|й|та|a)\s+(?:(?:by|par|por|von)\s+)?"
    r"|\s*[,、，;/]\s*|\s+&\s*|\s*・\s*"
)
_BLANKS = re.compile(r"[^\S\t\n]{2,}")
"""Runs of blanks, which the patterns for signatures would go through again for each; tabs and line ends part, and stay."""
_PARTS = re.compile(r"\s*[|·•/]\s*|\s+[–—-]+\s+|\s*,\s+")
_STAMPING = re.compile(
    r"\b(?:(?:last\s+)?(?:updated|published|posted|modified)|aktualisiert|veröffentlicht|publié|publicado|pubblicato|gepubliceerd)?"
    r"(?:\s*\b(?:on|at|am|vom|le|el|il|den|om))?\s*:?\s*(?=\|)",
    re.IGNORECASE,
)
"""What stands before a date."""
_PICTURED = re.compile(r"\b(?:credits?|fotos?|getty|images?|i?stock|photos?|pictures?|shutterstock)\b", re.IGNORECASE)
"""Words of a picture's credit."""
_ADDED_CHARS = 50
"""Longest role or house behind a name; more is a bio."""
AGO = re.compile(
    r"\bago\b|\b\d+\s+(?:months?|weeks?|days?|hours?)\b|\bvor\s+\d|\bhace\s+\d|\bil\s+y\s+a\s+\d|\d+\s*(?:min|minuten|minutes)\b|\bsiden\b|\bgeleden\b|\bsedan\b",
    re.IGNORECASE,
)
"""How long ago, or how long to read."""
_HANDLE = re.compile(r"[\d_@/\\<>]|https?:|www\.|\.(?:com|net|org|de|co|info|is|be)\b")
_LETTERS = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"\d")


@lru_cache(maxsize=CACHED)
def is_person(text: str) -> bool:
    """Say whether `text` has the form of one person's full name, in any cased script."""
    tokens = text.strip().split()
    if not MIN_TOKENS <= len(tokens) <= MAX_TOKENS or not _are_names(tokens):
        return False
    if len(tokens) == MIN_TOKENS and tokens[0].lower() in NO_GIVEN_NAMES:
        return False
    short = len(tokens[-1]) == 1 and tokens[-2].lower() not in PARTICLES
    return not (short or is_house(text) or ROLE.search(text) or _HANDLE.search(text))


def _are_names(tokens: Sequence[str]) -> bool:
    """Say whether words are those of a name, with one at least that is no initial, particle or title."""
    strong = False
    for position, token in enumerate(tokens):
        low = token.lower().rstrip(",")
        if low in LABEL_WORDS or not _TOKEN.match(token):
            return False
        if low in PARTICLES or low in SUFFIXES:
            continue
        if not _PREFIX.sub("", token)[:1].isupper() or (position and token[:-1].endswith(",")):
            return False
        strong = strong or len(token.rstrip(".")) > 1
    return strong


def is_uncased_name(text: str) -> bool:
    """Say whether `text` has the form of a full name in a script without capitals; many a label has it too."""
    if text.isascii() or len(text) > _UNCASED_CHARS or _HANDLE.search(text) or _UNCASED_LABEL.search(text):
        return False
    if _SPACED.fullmatch(text) or _SURNAMED.fullmatch(text):
        return True
    letters = all(char.isalpha() or char in " '’.-" or category(char)[0] == "M" for char in text)
    return letters and _WITHOUT_CASE.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Say whether `text` is names behind a label, or with a date, house or role behind them, and nothing else."""
    rest = unlabelled(text)
    labelled = rest != text
    if _PICTURED.search(rest):
        return False
    stamps = [*find(rest)]
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]}|{rest[stamp.end :]}"
    parts = [part for part in _PARTS.split(_STAMPING.sub("|", rest)) if _LETTERS.search(part)]
    names = [*takewhile(partial(_are_people, labelled=labelled), parts)]
    added = parts[len(names) :]
    told = labelled or stamps or added
    return bool(names and told) and all(map(_is_added, added))


def _are_people(part: str, *, labelled: bool) -> bool:
    """Say whether a part of a signature is one name or several."""
    return all(_name(name, sure=False, labelled=labelled) for name in AND.split(part))


def _is_added(part: str) -> bool:
    """Say whether a part of a line behind names is a house, a role, or how long ago."""
    return len(part) <= _ADDED_CHARS and bool(is_organisation(part) or ROLE.search(part) or AGO.search(part))


def is_house(text: str) -> bool:
    """Say whether `text` names an agency, a desk or a house, or is no name for a word that names never have."""
    words = text.casefold().strip(" .,()").split()
    parts = [
        part
        for word in words
        for part in (word.strip(",'’").removesuffix("’s").removesuffix("'s"), *word.strip(",.").split("-")[1:])
    ]
    return agency(text) is not None or any(part in HOUSE_WORDS or part in FUNCTION_WORDS for part in parts)


def is_organisation(text: str) -> bool:
    """Say whether `text` has a word that only names of houses and desks have."""
    words = (word.strip(" .,()'’") for word in text.casefold().split())
    return agency(text) is not None or any(
        part in HOUSE_WORDS for word in words for part in (word, *word.split("-")[1:])
    )


def agency(text: str) -> str | None:
    """Return the news agency that `text` names, None when it names none."""
    return AGENCIES.get(text.casefold().strip(" .,()[]*"))


def people(text: str, *, sure: bool = False) -> list[str]:
    """Return the people that a signature names, in order, without labels, roles, places and houses.

    With `sure` the text is known to name its writers (a field of metadata, a link to an author's page): then names of
    one word, in small letters or in scripts without case count too, and a list needs no “and”.
    """
    return list(_people(text, sure))


@lru_cache(maxsize=CACHED)
def _people(text: str, sure: bool) -> tuple[str, ...]:
    if written := reporters(text):
        return written
    text = _BLANKS.sub(" ", text)
    names: list[str] = []
    rest = unlabelled(text)
    if not sure and is_person(bare := PREPOSITION.sub("", rest)):
        rest = bare
    cut = (CUT_FIGURED if FIGURE.search(rest) else CUT).search(rest)
    main = rest[: cut.start()] if cut else rest
    parts = AND.split(main)
    if sure and _is_inverted(main, parts):
        return (f"{parts[1]} {parts[0]}".strip(),)
    for part in parts:
        name = _name(part, sure=sure, labelled=rest != text)
        if name and names and (_is_place(part, rest) if not sure else " " in names[0] and " " not in name):
            break
        if name:
            names.append(name)
        elif names and not sure:
            break
    several = len(parts) > 1 and all(" " not in name and name.isascii() for name in names)
    return () if several else tuple(names)


def _is_inverted(text: str, parts: Sequence[str]) -> bool:
    """Say whether a text is one name with the family name first, parted by a comma."""
    two = len(parts) == MIN_TOKENS and "," in text
    return two and not any(map(is_person, parts)) and is_person(f"{parts[1]} {parts[0]}")


def unlabelled(text: str) -> str:
    """Return a signature without “By”, “Author:” and their like."""
    return BARE_LABEL.sub("", LABEL.sub("", BARE_LABEL.sub("", text)))


def _is_place(part: str, text: str) -> bool:
    """Say whether a further part of a signature may be a place: nothing but a comma parts it from the name."""
    return part.split(maxsplit=1)[0].lower() in PLACE_HEADS and f", {part}" in text


def _name(text: str, *, sure: bool, labelled: bool) -> str:
    """Return a part of a signature as a person's name, empty when it is none."""
    name = DEGREES.sub("", HONORIFIC.sub("", text.strip(" ,:*–—-_\"“”'’‘"))).strip(" ,")
    if not name.casefold().endswith((" jr.", " sr.")):
        name = name.rstrip(".")
    if not name or len(name) > MAX_NAME_CHARS:
        return ""
    bare = "" if name.isascii() else _UNCASED_ROLE.sub("", name)
    if bare and (sure or labelled or bare != name):
        bare = bare.replace(" ", "")
        if _UNCASED.match(bare):
            return bare
    if (sure or labelled) and _WITHOUT_CASE.fullmatch(name):
        return name
    name = name if name.islower() and not sure else cased(name)
    if is_person(name):
        return name
    before = _before_role(name)
    if before:
        return before
    return name if sure and _may_sign(name) else ""


def _before_role(text: str) -> str:
    """Return the name that stands before a role or a paper's name without a mark between them, empty if there is none."""
    tokens = text.split()
    for size in range(MIN_TOKENS, min(len(tokens), MAX_TOKENS)):
        rest = tokens[size:]
        low = [token.casefold() for token in rest]
        paper = len(rest) >= MIN_TOKENS and low[-1].split("-")[-1] in PAPERS and size == MIN_TOKENS
        ranked = low[0] in RANKS and (low[0] in ("the", "staff") or any(map(ROLE.match, rest)))
        if (ROLE.match(rest[0]) or ranked or paper) and is_person(" ".join(tokens[:size])):
            return " ".join(tokens[:size])
    return ""


def _may_sign(name: str) -> bool:
    """Say whether a word or two given as a writer's name may be one: no handle, no house, no role."""
    if _HANDLE.search(name) or is_house(name) or ROLE.search(name) or len(name.split()) > MAX_TOKENS:
        return False
    single = " " not in name
    return len(name) > MIN_TOKENS and name[0].isupper() and not (single and not name[1:].islower())


def cased(name: str) -> str:
    """Return a name that is set in capitals or in small letters alone with ordinary capitals."""
    lower = name.islower() and " " in name
    upper = name.replace("Mc", "MC").isupper() and len(name) >= MIN_CAPITALS
    if not (lower or upper):
        return name
    return _LETTERS.sub(lambda m: m[0].lower() if m.start() and m[0].lower() in LOWERED else _capital(m[0]), name)


def _capital(word: str) -> str:
    if len(word) > len("McX") and word[:2].lower() == "mc":
        return f"Mc{word[2].upper()}{word[3:].lower()}"
    return word[0].upper() + word[1:].lower()
