"""Signatures taken apart: the people whom a line names, without labels, roles, places and houses."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import takewhile

from cleaner.byline_labels import FURTHER_LABEL, PREPOSITION, has_label, unlabelled
from cleaner.dates import find
from cleaner.houses import is_house, is_organisation
from cleaner.letters import is_small
from cleaner.name_words import MIN_TOKENS, PARTICLES, PLACE_HEADS, ROLE
from cleaner.names import BEFORE_NAME, CACHED, FIGURE, LETTERS, PREFIX, is_person, one_name
from cleaner.nobodies import is_firm, without_form
from cleaner.regexes import regex
from cleaner.reporters import reporters
from cleaner.stamping import AGO, before, is_moment, stamped

_SMALL = PARTICLES | frozenset("dr prof mr mrs ms mx sir rev fr hon gen col capt sgt lt ing dipl mag univ msc bsc professor doctor photographer analyse kommentar ein von".split())
"""Words in small letters with which a name, or a title before it, may begin."""
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc)[^\W\d_]{0,8}"
)
_CUT = (
    r"\s*[|•·⋅∙●▪<>\[\]{}:→»\t\n]\s*|\s+[–—-]+\s+|\s*\(|@|,?\s+(?:in|for|at|on|via|of|aus|à|em|para|für|is|was|has|ist|est|är)\s+(?=\w)"
    r"|\s*\b(?:last\s+)?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|publicado|pubblicato"
    r"|gepubliceerd|min\s+read|views?|reads?|yazdı|tarafından|skrifar?|írása|tổng\s+hợp|thực\s+hiện|ghi)\b"
    r"|\s+in\s*$|\s+(?=stars\s+and\s+stripes\b|filed\s+under\b|leave\s+a\s|(?:no\s+)?comments?\b|follow\b)"
    r"|(?-i:\s(?=[A-Z]{2,}[a-z]+[a-z.]*\b))|(?-i:\s(?=D[aoe]s?\s[A-ZÀ-Þ][^,]{1,40},\sem\s))|(?-i:(?<=[a-zß-ÿ])(?=(?:Staff|Senior|City|Published|Updated|Redakteur|Redaktor|Korrespondent|Reporter|Editor"
    r"|Writer|Contributor|Correspondent|Columnist|Founder|Co-[Ff]ounder|Owner|Director|Manager|Follow|Foto|View|Contact\b|Special\b|Associate\b|Contributing\b|The\s[A-Z])))"
)
CUT = regex(_CUT, re.IGNORECASE)
"""Where a signature goes over into something else: a place, role, date, handle or bio, also glued to the name."""
CUT_FIGURED = regex(rf"\d|(?<=[^\W\d_])(?=\s?{MONTH}\.?\s\d)|{_CUT}", re.IGNORECASE)
"""The same in a text with figures, where a month before one may be what follows; to look for months takes half of the time."""
AND = regex(
    r"\s*,\s*(?:(?i:and|und|et|og|och|en|ve)|y|e|&)\s+"
    r"|\s+(?:(?i:and|und|et|og|och|en|ve|with|mit|avec|con|ja|και|și|és|dhe|ir|un|dan|và)|y|e|&|i|и|і|й|та|a)\s+(?:(?:by|par|por|von)\s+)?"
    r"|\s*[,、，;/]\s*|\s+&\s*|\s*・\s*"
)
_SURNAMES_AND = ("i", "y")
"""“And” between the two surnames of one person: a single word follows a full name. Two people have two names each, or one each."""
_FORMED = regex(r",\s+(?=(?:inc|ltd|llc|llp|plc|pllc|pty|corp|gmbh|limited)\b)", re.IGNORECASE)
"""The comma before a legal form, which parts no names."""
_TURN = regex(r"\s*\((?:now|earlier|previously|until\s[^()]{1,20})\)", re.IGNORECASE)
"""When each of several who take turns in a live blog writes."""
_WROTE = regex(r"\s*\((?:text[eo]?s?|testo|tekst|words)(?:\s*(?:[,&+/]|\b(?:and|und|et|e|y|og|och|en|i)\b)\s*\w+)?\)", re.IGNORECASE)
"""What was whose part, behind the names of those who wrote: “Ida Kell (text) and Tom Verk (text and photos)”."""
_DOTTED, MAX_PLACE_WORDS = regex(r"\s*[·•]\s*"), 3
"""What parts the writers of such a row, and words of the longest place."""
_WIRED_PAIR = regex(r"(?<=[A-ZÀ-ÖØ-ÞĞİŞÇ]{3})\s[-–]\s(?=[^\W\d_a-zß-ÿ][a-zß-ÿğışç]+\s[A-ZÀ-ÖØ-ÞĞİŞÇ]{3})")
"""A dash between two names with family names in capitals, as Turkish agencies set them: “Ida KELL - Tom VERK/BRASK, (IHA)”."""
_OPEN = regex(r"\s(?:and|&|und|et|y|e|og|och|en|ja|i|oraz|и|і|та|και|ve)\s*$", re.IGNORECASE)
"""How a signature ends that goes on in the next line."""
_SENT = regex(
    r"\s+in\s+[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}(?=(?:\s*,\s*(?:and\s+)?|\s+and\s+)[A-Z]\S+(?:\s\S+){1,3}?\s+in\s)"
)
"""Where one of several was who each reported from a place."""
_RANKED = regex(
    rf",\s+(?:[^\W\d_]+\s){{0,2}}?{ROLE.pattern}(?:\s[^\W\d_]+){{0,2}}?,?(?=\s(?:and|und|et|y|e|og|och|en)\s(?-i:[^\W\d_a-zß-ÿα-ώа-џ]\S*\s[^\W\d_a-zß-ÿα-ώа-џ]))",
    re.IGNORECASE,
)
"""The role of the first of two: “Ida Kell, staff writer and Tom Verk”."""
_RUBRIC_ROLE = regex(
    r"(?<=[^\W\d_])\s(?:dining|restaurants?|theat(?:re|er)|film|movies?|music|pop|jazz|opera|classical|dance|arts?|books?|tv|television|food|wine|architecture|design|sports?|football|business"
    r"|politic(?:s|al)|city|county|court|crime|education|health|science|environment|features?|entertainment|culture|travel|technology)\s(?=(?:critic|writer|reporter|editor|columnist|correspondent)s?\b)",
    re.IGNORECASE,
)
"""A paper's rubric before a role that stands right behind the full name: “Ida Kell Dining critic”, “Ida Kell Court Reporter”."""
_ROLE_FIRST = regex(r"(?:[a-z’'-]{3,20}\s){0,3}(?:reporter|correspondent|writer|columnist|journalist|editor|critic|anchor)s?\s(?=[A-ZÀ-ÖØ-Þ]\S*\s[A-ZÀ-ÖØ-Þ])")
"""A role between “by” and the name: “By science reporter Ida Kell”."""
_HOUSED = regex(r",\s([^,;|]{4,40}),?\s(and|und|et|y|e)\s(?=[^\W\d_a-zß-ÿα-ώа-џ]\S*\s[^\W\d_a-zß-ÿα-ώа-џ])")
"""What the first of two writes for: “Ida Kell, Brask Public Radio, and Tom Verk”."""
_INTERVIEW = regex(r"\W*(?:(?:an?|das|ein|el|une?|un['’]|uma?)\s)?(?:interview|entretien|entrevista|intervista|gespräch|interviu)", re.IGNORECASE)
_WITH = regex(r"\s(?:with|mit|avec|con|com|met|med|cu)\s")
"""What stands before whoever was asked."""
_JOINED = regex(
    r"((?:^|\s)[\u05d0-\u05ea'׳’-]+\s[\u05d0-\u05ea'׳’-]+)\s+ו-?(?=[\u05d0-\u05ea]+\s[\u05d0-\u05ea])"
    r"|((?:^|\s)[\u0620-\u064a]+\s[\u0620-\u064a]+)\s+و\s?(?=[\u0620-\u064a]+\s[\u0620-\u064a])"
)
"""“And” in Hebrew and Arabic, written in one with the second of two full names."""
_BLANKS = regex(r"[^\S\t\n]{2,}")
_TABS = regex(r"\s*[\t\n]\s*")
"""Runs of blanks, which the patterns for signatures would go through again for each; of those with tabs and line ends, which part, one stays."""
_PARTS = regex(r"\s*[|·•⋅∙●▪/]\s*|\s+\((?=[^()]{2,30}\)$)|\s+[–—-]+\s+|\s*,\s+")
_BEFORE_TIME = regex(
    r",?\s+(?:at|às|à\(s\)|as|a\s+las|alle(?:\s+ore)?|op|om|o|ob|zaman|на|в|у|о|kl|klo|kell|dátum|時刻|시간|於|于|la|στις|di|pada|(?:vào\s+)?lúc|pulksten|ב|في|در|पर|ที่)\s?[.:：]?\s*$"
)
"""What is left before a time of day, as blogs have it behind who wrote, in their languages."""
_STAMPING = regex(r"\b(?:on|at|am|vom|le|el|il|den|om|last)\s*:?\s*(?=\|)", re.IGNORECASE)
"""What may be left before a date."""
_PICTURED = regex(r"\b(?:credits?|fotos?|getty|images?|i?stock|photos?|pictures?|shutterstock)\b", re.IGNORECASE)
"""Words of a picture's credit."""
_CREDITED = regex(
    r"(?:photo(?:s|graphs?|graphy)?|pictures?|illustrations?)\s+by\s+(?P<by>.+)|from\s+(?P<sent>[^,]+?)\s+in\s+(?-i:[A-Z])\S+(?:\s(?-i:[A-Z])\S+)?",
    re.IGNORECASE,
)
"""A line that says who took the pictures, or who reports from where."""
_SIGNED_FOR = regex(r"The(?:\s[A-Z][\w&'’.-]*){1,4}|[\w-]+\.(?:com|org|net|info)")
"""A house behind a labelled name that no word tells for one: a paper's name with its article, or its address."""
_HELPED = regex(r"\s*[,;(|/]\s*\w|\s+(?:mit|with|avec|con|com|met|med|and|und|et|e|y|i|og|och|en|при|in)\s", re.IGNORECASE)
"""How a signature goes on behind the names, with who helped or where they write."""
_EAST_CHARS = 40
"""Longest signature in Chinese, Japanese or Korean: a paper, three names with their roles, a day."""
_LONGEST = 300
"""Characters of a signature; in longer texts no second label is looked for."""
_NAME_END = 3
"""Letters at a name's end by which it is found again in a line that has it in other words: in capitals, without a degree."""
_ADDED_CHARS = 50
"""Longest role or house behind a name; more is a bio."""


@lru_cache(maxsize=CACHED)
def is_signature(text: str) -> bool:
    """Say whether `text` is names behind a label, or with a date, house or role behind them, and nothing else."""
    if len(text) > _LONGEST:
        return False
    if reporters(text):
        return len(text) <= _EAST_CHARS and not text.endswith(("。", ".", "다", "」", "”"))
    text = _FORMED.sub(" ", _OPEN.sub("", text)).rstrip(" ,")
    rest = unlabelled(text)
    labelled = rest != text
    if not (labelled or _may_open(text)) or _PICTURED.search(rest):
        return False
    stamps = [*find(rest)]
    for stamp in reversed(stamps):
        rest = f"{rest[: before(rest, stamp.start)]}|{rest[stamp.end :]}"
    begin = stamped(rest)
    rest = f"{rest[:begin]}|{rest[begin:]}" if 0 < begin < len(rest) else rest
    parts = [part for part in _PARTS.split(_STAMPING.sub("|", rest)) if LETTERS.search(part)]
    if not (labelled or stamps or len(parts) > 1):
        return False  # nothing stands there but what may be a name
    names = [*takewhile(partial(_are_people, labelled=labelled), parts)]
    added = parts[len(names) :]
    told = labelled or stamps or added
    return bool(names and told) and all(_is_added(part) or (labelled and _SIGNED_FOR.fullmatch(part)) for part in added)


def _may_open(text: str) -> bool:
    """Say whether a line's first two words may be a name's; few lines' are, and to read them as one takes twenty times as long."""
    for token in text.split(maxsplit=MIN_TOKENS)[:MIN_TOKENS]:
        bare = token.lstrip(BEFORE_NAME)
        if is_small(bare[:1]) and bare.rstrip(".,").lower() not in _SMALL and not PREFIX.match(bare):
            return False
    return True


def is_attribution(text: str) -> bool:
    """Say whether `text` is a label with names and who else had a part behind them: “Door Ida Kell, met medewerking van Tom Verk”."""
    if unlabelled(text) == text or not (names := _people(text, sure=False)):
        return False
    rest = behind(text, names[-1])
    if text.endswith((".", "!", "?")) and any(word.islower() for word in rest.split()):
        return False
    return bool(FURTHER_LABEL.match(f" {rest}") or (has_label(text) and _HELPED.match(rest)))


def behind(text: str, name: str) -> str:
    """Return what stands behind a name that was read from `text`."""
    low = text.casefold()
    whole = low.find(name.casefold())
    return text[whole + len(name) :] if whole >= 0 else text[low.find(name.casefold()[-_NAME_END:]) + _NAME_END :]


def is_credit(text: str) -> bool:
    """Say whether `text` is a line that names its photographer, or its correspondent with the place."""
    match = _CREDITED.fullmatch(text)
    return match is not None and is_person(match["by"] or match["sent"])


def _are_people(part: str, *, labelled: bool) -> bool:
    """Say whether a part of a signature is one name or several."""
    return all(one_name(name, sure=False, labelled=labelled) for name in AND.split(part))


def _is_added(part: str) -> bool:
    """Say whether a part of a line behind names is a house, a role, or how long ago."""
    return len(part) <= _ADDED_CHARS and bool(is_organisation(part) or ROLE.search(part) or AGO.search(part) or is_moment(part))


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
    text = _FORMED.sub(" ", _TURN.sub("", _OPEN.sub("", _TABS.sub("\t", _BLANKS.sub(" ", text)))))
    text = _WROTE.sub("", text) if "(" in text else text
    text = text[1:-1] if text[:1] == "(" and text.find(")") == len(text) - 1 else text
    if is_firm(text) and "," not in without_form(text) and not _WITH.search(text):
        return ()
    if not sure and (placed := _each_placed(text)):
        return placed
    names: list[str] = []
    rest = unlabelled(text)
    if not sure and is_person(bare := PREPOSITION.sub("", rest)):
        rest = bare
    rest = _ROLE_FIRST.sub("", rest, count=1) if rest != text and _ROLE_FIRST.match(rest) else rest
    main = _HOUSED.sub(_unhoused, _RANKED.sub("", _names_alone(rest, labelled=rest != text)))
    if rest == text and not sure and is_person(bare := PREPOSITION.sub("", main.rstrip(" ,"))):
        main = bare
    if rest != text and _INTERVIEW.match(text):
        main = _WITH.split(main, maxsplit=1)[0]
    parts = _with_both_surnames(main, AND.split(main))
    if sure and _is_inverted(main, parts):
        return (f"{parts[1]} {parts[0]}".strip(),)
    for part in parts:
        name = one_name(part, sure=sure, labelled=rest != text)
        if name and names and (is_small(name[0]) or (_is_place(part, rest) if not sure else " " in names[0] and " " not in name)):
            break
        if name:
            names.append(name)
        elif names and not sure:
            break
    several = len(parts) > 1 and all(" " not in name and name.isascii() for name in names)
    return () if several else tuple(names)


def _each_placed(text: str) -> tuple[str, ...]:
    """Return the people of a row whose parts are each a name with its place behind a comma: “Ida Kell, Brask · Tom Verk, Ostrey”."""
    parts = [part.partition(", ") for part in _DOTTED.split(text)]
    if len(parts) == 1 or not all(place and place[0].isupper() and place.count(" ") < MAX_PLACE_WORDS and is_person(name) for name, _, place in parts):
        return ()
    return tuple(name for name, _, _ in parts)


def _unhoused(match: re.Match[str]) -> str:
    """Return the “and” behind a house without the house."""
    return f" {match[2]} " if is_organisation(match[1]) else match[0]


def _names_alone(text: str, *, labelled: bool) -> str:
    """Return a signature without its label up to where it goes over into something else than names."""
    begin = stamped(text)
    text = _BEFORE_TIME.sub("", text[:begin]) if begin < len(text) else text
    text = _SENT.sub("", text) if " in " in text else text
    text = _WIRED_PAIR.sub(", ", text)
    rubric = _RUBRIC_ROLE.search(text)
    text = text[: rubric.start()] if rubric and " " in text[: rubric.start()] else text
    cut = (CUT_FIGURED if FIGURE.search(text) else CUT).search(text)
    further = FURTHER_LABEL.search(text, 0, _LONGEST) if labelled else None
    end = min(match.start() for match in (cut, further) if match) if cut or further else len(text)
    if text[end : end + 1] == "@" and text[:end].rpartition(" ")[2][:1].islower():
        end = text.rfind(" ", 0, end)
    main = text[: max(end, 0)]
    return main if main.isascii() else _JOINED.sub(lambda match: f"{match[1] or match[2]}, ", main)


def _with_both_surnames(text: str, parts: list[str]) -> list[str]:
    """Return the parts of a signature with the two surnames together that Catalan and Spanish write with “and”: “Puig i Sala”."""
    for place in range(len(parts) - 1, 0, -1):
        first, second = parts[place - 1 : place + 1]
        link = next((word for word in _SURNAMES_AND if f"{first} {word} {second}" in text), "")
        if link and " " in first and second.istitle() and second.isalpha() and not is_house(second):
            parts[place - 1 : place + 1] = [f"{first} {link} {second}"]
    return parts


def _is_inverted(text: str, parts: Sequence[str]) -> bool:
    """Say whether a text is one name with the family name first, parted by a comma."""
    two = len(parts) == MIN_TOKENS and "," in text
    return two and not any(map(is_person, parts)) and is_person(f"{parts[1]} {parts[0]}")


def _is_place(part: str, text: str) -> bool:
    """Say whether a further part of a signature may be a place: nothing but a comma parts it from the name."""
    return part.split(maxsplit=1)[0].lower() in PLACE_HEADS and f", {part}" in text
