"""The paper that a note names in which a story came out first, or whose permission it has: “Dieser Text erschien zuerst in der …”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cleaner.regexes import regex

_QUOTES = "„“”\"«»‘’‚'「」『』《》"
_BEFORE: Mapping[str, str] = {
    "de": r"(?:zuerst|zuvor|ursprünglich|erstmals|zunächst|bereits|auch) (?:am \d[\w. ]{2,18} )?(?:in|im|bei|beim|auf|von|vom) (?:der |dem |den )?"
    r"|(?:genehmigung|erlaubnis) (?:von|vom|der|des) (?:der |dem )?",
    "fr": r"(?:publié|paru|diffusé|repris|reproduit)e? (?:ici )?(?:initialement |d['’]abord |à l['’]origine |pour la première fois )?"
    r"(?:dans|sur|par|de|à partir d(?:e |u |['’])|depuis|avec l['’](?:aimable )?autorisation d(?:e |u |['’]))\s?(?-i:le |la |les |l['’])?",
    "es": r"(?:originalmente|originariamente|inicialmente|por primera vez|primero|antes|publicad[oa]) (?:en|por)(?! primera) |(?:permiso|autorización) de |(?:reproduce|republica|reproducid[oa]|republicad[oa]) de ",
    "it": r"(?:pubblicat|appars|uscit|ripubblicat|ripres|riprodott)[oa] (?:originariamente |inizialmente |per la prima volta |in origine |qui )?"
    r"(?:su |in |da |dal |dalla |dall['’]|sul |sulla |sull['’]|nel |nella )|concessione d(?:i |el |ella |ell['’])",
    "pt": r"(?:publicad|reproduzid)[oa] (?:aqui )?(?:originalmente |inicialmente |primeiro |pela primeira vez )?(?:em|n[oa]|pel[oa]|d[eoa]) |(?:permissão|autorização) d[eoa] ",
    "nl": r"(?:eerder|oorspronkelijk|eerst|gisteren|gepubliceerd|verschenen) (?:in|op|bij|door) (?-i:de |het |dagblad |tijdschrift )?|overgenomen (?:van|uit) (?-i:de |het )?",
    "pl": r"(?:pierwotnie|oryginalnie|po raz pierwszy|wcześniej|się|opublikowan[yo]|publikowany) (?:w|na|przez|z) (?:portalu |dzienniku |tygodniku |miesięczniku |kwartalniku |serwisie |stronie |łamach )?",
    "ru": r"(?:впервые|первоначально|изначально|ранее|опубликован[ао]?|вышл[ао]|вышел|появил\w+) (?:в|на) (?:газет\w+ |журнал\w* |сайт\w* |издани\w+ |портал\w* )?"
    r"|разрешения (?:газеты |журнала |сайта |издания |редакции |портала )?",
    "sv": r"(?:först|ursprungligen|tidigare|publicera(?:d|ts|t)) (?:i|på|av|hos) (?:tidningen |tidskriften )?",
    "da": r"(?:bragt|udgivet|publiceret|offentliggjort|trykt) (?:i|på|af|hos) ",
    "nb": r"(?:publisert|trykket|trykt|skrevet) (?:i|på|av|hos) ",
    "cs": r"(?:původně|poprvé|vyšel|publikován|zveřejněn) (?:v|ve|na) (?:deníku |časopise |týdeníku |serveru |webu |magazínu )?",
    "tr": r"(?:ilk (?:olarak|kez|defa)|daha önce|aslen) ",
    "ja": r"(?:記事|コラム|文章|インタビュー|原稿)は、?",
    "zh": r"(?:首发于|首發於|转载自|轉載自|原载于?|原載於?|原刊于?|原刊於?|首刊于?|首刊於?|发表于|發表於|转自|轉自)[:：]?\s?",
    "ko": r"(?:기사|글|칼럼|콘텐츠|원고|인터뷰)[는은] ",
    "ar": r"(?:في|على|عن|من) (?:جريدة|صحيفة|مجلة|موقع|منصة) ",
}
"""Language -> what stands before the name in such a note."""
_AFTER: Mapping[str, str] = {
    "de": r" (?:erschienen|veröffentlicht|publiziert|übernommen|unter|und|hier|vom \d)",
    "fr": r" (?:sous|et|avec|le \d)", "es": r" (?:y|bajo|con|el \d)", "it": r" (?:e|con|sotto|il \d)", "pt": r" (?:e|sob|com|em \d)",
    "nl": r" (?:en|onder|van \d|gepubliceerd|verschenen)", "pl": r" (?:i|na licencji|\d)", "ru": r" (?:и|\d)", "sv": r" (?:och|den \d)", "da": r" (?:og|den \d)",
    "nb": r" (?:og|den \d)", "cs": r" (?:a|\d)", "tr": r"['’]n?[dt][ea]\b| (?:gazetesinde|dergisinde|sitesinde)", "ja": r"\s?(?:より|から|に|で|の)",
    "zh": r"\s?[,，（(]", "ko": r"(?:에서|에|의) ", "ar": r"[،,]| و",
}  # fmt: skip
"""Language -> what stands behind the name, besides a stop."""
_NOTE = {
    language: regex(rf"(?:{before})[{_QUOTES}]?(?P<name>[^\s{_QUOTES}].{{1,60}}?)[{_QUOTES}]?(?:{_AFTER[language]}|[.。,;(]|$)", re.IGNORECASE)
    for language, before in _BEFORE.items()
}
_OWN = regex(r"(?:(?:print|druck|papier)?ausgabe|heft|magazin vom|nummer)\b", re.IGNORECASE)
"""What a house calls an issue of its own where the word has a capital: “zuerst in der Ausgabe vom Mai”."""
RULES = (".publisher.republished", ".publisher.agency", ".publisher.source")
"""The ends of the ids of rules that know such notes."""


def named(text: str, rule: str) -> str:
    """Return the paper that a note names, nothing where it names none; a word without a capital is none: “zuerst in einem Kalender”."""
    language, _, _ = rule.partition(".")
    if language not in _NOTE or not rule.endswith(RULES):
        return ""
    match = next((match for match in _NOTE[language].finditer(text) if not match["name"][0].islower() and not match["name"][0].isdigit()), None)
    return "" if match is None or _OWN.match(match["name"]) else match["name"].strip(_QUOTES + " ")
