"""Names of houses: news agencies, papers, desks and firms, told by their words."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

from collections.abc import Sequence

from cleaner.name_words import (
    FUNCTION_WORDS,
    HOUSE_WORDS,
    LABEL_WORDS,
    MAX_TOKENS,
    MIN_TOKENS,
    NO_NAME_WORDS,
    PAPERS,
    RANKS,
)
from cleaner.nobodies import is_firm

_HOUSE_ENDS = ("ministerium", "redaktion", "gesellschaft", "stiftung", "universität", "hochschule", "verwaltung", "ministeriet")
"""The ends of such words that German and its relatives write in one with others."""
_LOOSE = frozenset("today star sun record network standard republic post news".split())
"""Those that end other phrases too, so that an article must tell: “Live Updates Today”, “The Brask Sun”."""
_TITLED = frozenset(["the", "of", "and", "city", "national", "sunday", "business", "sports"])
"""Words of labels and roles that papers have in their names too."""
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
    "čtk": "ČTK", "tasr": "TASR", "agerpres": "Agerpres", "mediafax": "Mediafax", "stt": "STT", "dha": "DHA", "i̇ha": "İHA", "iha": "İHA", "aa": "AA",
    "pa media": "PA Media", "efe noticias": "EFE", "agencia efe": "EFE", "agência lusa": "Lusa", "agência brasil": "Agência Brasil", "télam": "Télam",
    "adnkronos": "Adnkronos", "agi": "AGI", "lapresse": "LaPresse", "keystone-sda": "Keystone-SDA", "keystone-ats": "Keystone-ATS", "tt nyhetsbyrån": "TT",
    "hina": "Hina", "fena": "FENA", "srna": "Srna", "leta": "LETA", "bns": "BNS", "elta": "ELTA", "бта": "БТА", "bta": "BTA", "танјуг": "Танјуг", "tanjug": "Tanjug", "миа": "МИА", "atsh": "ATSH",
    "acn": "ACN", "sta": "STA", "sita": "SITA", "fonet": "FoNet", "фонет": "ФоНет", "бета": "Бета", "makfax": "Makfax", "макфакс": "Макфакс", "бгнес": "БГНЕС",
    "bgnes": "BGNES", "azərtac": "AZƏRTAC", "azertac": "AZERTAC", "belapan": "BelaPAN", "белапан": "БелаПАН",
    "тасс": "ТАСС", "рия": "РИА Новости", "риа новости": "РИА Новости", "интерфакс": "Интерфакс", "унн": "УНН", "уніан": "УНІАН", "униан": "УНІАН",
    "укрінформ": "Укрінформ", "укринформ": "Укринформ", "інтерфакс-україна": "Інтерфакс-Україна", "белта": "БелТА", "απε-μπε": "ΑΠΕ-ΜΠΕ", "απε": "ΑΠΕ",
    "رويترز": "رويترز", "أ ف ب": "أ ف ب", "أ.ف.ب": "أ ف ب", "فرانس برس": "فرانس برس", "د ب أ": "د ب أ", "د.ب.أ": "د ب أ", "الأناضول": "الأناضول", "واس": "واس",
    "وام": "وام", "سانا": "سانا", "وفا": "وفا", "irna": "IRNA", "isna": "ISNA", "ایرنا": "ایرنا", "ایسنا": "ایسنا", "تسنیم": "تسنیم", "antara": "ANTARA",
    "ttxvn": "TTXVN", "vna": "VNA", "पीटीआई": "पीटीआई", "आईएएनएस": "आईएएनएस", "एएनआई": "एएनआई", "รอยเตอร์": "รอยเตอร์",
}  # fmt: skip
"""News agencies by the names that stand in datelines and bylines."""
NAMESAKES = frozenset("apa pa aa cp sid sta tt ani agi acn ats sda cnn bbc dha iha".split())
"""Letters that others go by too, so that a word behind them is hardly a place: “APA Blogs”."""
_AGENCY_LAST = {"agency": "press news", "agentur": "presse nachrichten", "ajansı": "haber", "service": "wire news", "agentura": "tisková zpravodajská prasowa"}
_AGENCY_FIRST = {"agence": "presse", "agencia": "noticias prensa", "agência": "notícias", "agenzia": "stampa", "agencja": "prasowa", "agenția": "presă"}
_AGENCY_WORDS = frozenset("nachrichtenagentur presseagentur nyhetsbyrå nyhetsbyrån nyhedsbureau nyhetsbyrået newswire persbureau uutistoimisto".split())
"""Words that an agency's name ends or begins with, with others of which one stands in it too; and those that tell alone."""


def is_house(text: str) -> bool:
    """Say whether `text` names an agency, a desk or a house, or is no name for a word that names never have."""
    words = text.casefold().strip(" .,()").split()
    parts = [
        part
        for word in words
        for part in (word.strip(",'’").removesuffix("’s").removesuffix("'s"), *word.strip(",.").split("-")[1:])
    ]
    named = any(part in HOUSE_WORDS or part in FUNCTION_WORDS or part.endswith(_HOUSE_ENDS) for part in parts)
    return named or agency(text) is not None or _is_from(text.split()) or is_firm(text)


def _is_from(words: Sequence[str]) -> bool:
    """Say whether words are an agency's letters and the place it reports from: “EFE Madrid”."""
    return len(words) == MIN_TOKENS and words[0].isupper() and words[1].istitle() and words[0].casefold() in AGENCIES


def is_paper(text: str) -> bool:
    """Say whether `text` has the form of a newspaper's name: “The Brask Argus”, “Ostrey Evening Post”."""
    words = text.split()
    if not MIN_TOKENS <= len(words) <= MAX_TOKENS or not all(word[0].isupper() or word in ("of", "and", "&") for word in words):
        return False
    last, *others = (word.casefold().strip("'’.,") for word in reversed(words))
    rubric = LABEL_WORDS.union(RANKS, FUNCTION_WORDS) - _TITLED
    return last in PAPERS and (last not in _LOOSE or others[-1] == "the") and rubric.isdisjoint(others)


def is_organisation(text: str) -> bool:
    """Say whether `text` has a word that only names of houses and desks have."""
    words = (word.strip(" .,()'’") for word in text.casefold().split())
    return agency(text) is not None or any(
        part in HOUSE_WORDS for word in words for part in (word, *word.split("-")[1:])
    )


def agency(text: str) -> str | None:
    """Return the news agency that `text` names, None when it names none."""
    folded = text.casefold().strip(" .,()[]*")
    return AGENCIES.get(folded) or (text.strip(" .,()[]*") if _is_agency(folded.split()) else None)


def sender(text: str) -> str | None:
    """Return the news agency that `text` names, alone or with the place it reports from: “EFE Madrid”."""
    words = text.strip(" .,()[]*").split()
    sent = _is_from(words) and words[0].casefold() not in NAMESAKES and words[-1].casefold() not in NO_NAME_WORDS
    return agency(text) or (AGENCIES[words[0].casefold()] if sent else None)


def _is_agency(words: Sequence[str]) -> bool:
    """Say whether words have the form of an agency's name: “Brask Press Agency”."""
    if not MIN_TOKENS <= len(words) <= MAX_TOKENS:
        return False
    beside = f"{_AGENCY_LAST.get(words[-1], '')} {_AGENCY_FIRST.get(words[0], '')}".split()
    return words[-1] in _AGENCY_WORDS or words[0] == "иа" or not frozenset(beside).isdisjoint(words)
