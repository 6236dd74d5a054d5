"""The lines at the headline that sign the story, and how plainly each does: by a label, by its markup, by the date or role beside a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cleaner.assemble.authored import MAX_RANK_CHARS, is_classed, is_marked, is_subject, names_in, unique
from cleaner.assemble.candidates import near, opening
from cleaner.byline_labels import BY, LABEL, OTHERS, PREPOSITION, has_bare_label
from cleaner.dates import find
from cleaner.houses import is_organisation
from cleaner.letters import is_small
from cleaner.model import LINKED, Kind, Page
from cleaner.name_words import MIN_TOKENS, NO_NAME_WORDS, PAPERS, PARTICLES, ROLE
from cleaner.names import BEFORE_NAME, is_caseless, is_person, is_uncased_name
from cleaner.regexes import regex
from cleaner.reporters import reporters
from cleaner.rules.base import cued
from cleaner.rules.line_signs import MAX_SIGNATURE_CHARS, WEEKDAY_BEFORE
from cleaner.signatures import behind, people
from cleaner.signing import ASKING, MAX_LEAD_IN, is_asked_below, is_label, signing, without_site
from cleaner.stamping import AGO, before, stamped
from cleaner.tokens import folded, squeezed

PICTURES = regex(
    r"\W*(?:(?:staff\s+|press\s+)?(?:photo(?:graph(?:er|s|y))?s?|illustrat(?:or|ion|ions)|pictures?|videographer|video)|fotogr[aáà]f\w*|fotos?|fotojournalist\w*"
    r"|bild(?:er)?|kuvaaja|kuvat?|zdjęcia|фото(?:граф)?|φωτογρ[άα]φ\w*|צילום|تصوير|عکس)\W*",
    re.IGNORECASE,
)
"""A line that says of who is named above it that they took the pictures."""
PICTURES_BEHIND = regex(rf"[(,|–-]{PICTURES.pattern}$", re.IGNORECASE)
"""The same behind a name."""
PICTURES_NEXT = regex(rf"\s*[(,|–-]{PICTURES.pattern}(?![^\W\d_])", re.IGNORECASE)
"""The same behind a name of several in a line."""
HELPED = "contributed"
"""A word of lines that name helpers, wherever it stands."""
BARE = regex(rf"^\W*(?:(?:[\w-]+\s+){{0,3}}(?:{BY})|de|\w+\s+da)\W*$", re.IGNORECASE)
"""A label on a line of its own, with the name on the next."""
PLAIN, NAMED, DATED, ALONE = 4, 3, 2, 1
"""How plainly a line signs: in so many words or by markup, by its class or a rule, beside a date or role, by its place alone."""
SIGNED_ABOVE = 3
"""Blocks above the headline in which a name with a day signs."""
LEAD_ABOVE = 2
"""Blocks from the story's first in which a label with its colon signs: the dek may be taken for that."""
SIGNED_BELOW = 6
"""Blocks from the story's first in which an unlabelled signature stands: some papers print the lead above it."""
APART = 3
"""Lines that may lie between two lines of one signature."""
SENTENCE_ENDS = (".", "!", "?", "。")
HALVES = ("a.m.", "p.m.")
"""Ends of a time that has a stop of its own."""
HOUR = "T"
"""What parts day and hour in ISO 8601."""
NO_SIGNATURES: tuple[Kind, ...] = (
    "caption", "related", "tags", "navigation", "comment", "advert", "subscribe", "legal", "share", "tools", "login",
    "media_player", "search", "follow",
)  # fmt: skip
"""Kinds of lines that have the form of a name and are none."""
FURTHER = regex(r"^(?:&|(?:[Aa]nd|[Uu]nd|[Ee]t|y|e|og|och|en|i|și|и|і|та|και|ve|dan|és|a)\b)\s*")
OPEN_END = regex(r"(?:[,&]|\b(?:[Aa]nd|[Uu]nd|[Ee]t|y|e|og|och|en|i|și|и|і|та|και|ve|dan|és|a))\s*$")
"""How the second line of a signature begins, or its first ends; the word may also be a line of its own between two names."""
OWN_PAIR = regex(r"\s*(?:&|and|und|et|y|e|og|och|en)\s*")
"""What is left of a line that is two names: a live blog speaks of one of its writers, too."""
SEVERAL = regex(
    r"\W*(?:authors|writers|reporters|autoren|autores|autori|auteurs|redactores|repórteres|autorzy|autoři|szerzők|yazarlar|авторы|автори|συντάκτες)\W*", re.IGNORECASE
)
"""A label of that kind behind which each line names one."""
STOPS = " \t|•·⋅∙●▪–—-,/:;(@"
"""Marks between a signature and its date."""
HANDLE = regex(r"@\w|\S@\S|\w\.(?:com|net|org)\b")
CONTACT = regex(r"@\w{2,30}|[\w.+-]+@[\w.-]+\.\w{2,}")
"""A line that is a handle or address, below the name of whom it reaches."""
PLACED_AT = regex(r"\s(?:in|à|aus|en|i|w|v|в)(?:\s[^\W\d_a-zß-ÿα-ώа-џ][\w.’-]+){1,3}\s*")
"""Where who signs reports from: “in New Brask”."""
_WIRED_FROM = regex(r"\s*/\s?[^\W\d_]+,?\s*\([^\W\d_a-z]{2,5}\)\s*")
"""The place and agency behind a name, as papers in Turkey set them: “/BRASK, (IHA)”."""
_WRITES_FOR = regex(r"\s*[-–|]\s*[\w-]+(?:\.[\w-]+)+|\s+D[aoe]s?\s[^\W\d_a-zà-ÿ][^,]{1,40},\sem\s.{2,40}")
"""What who signs writes for: “ - argus.example”, in Portuguese “Da Folha de Brask, em Ostrey”."""
_DASH = regex(r"\s+[-–—|]\s+")
"""What stands between a paper and its writer."""
WROTE = regex(r"(?i)(?:text[eo]?|testo|tekst|words)\s?:?")
"""A label below the name of who wrote, beside one below the photographer's: “Ida Kell”, “Text”, “Tom Verk”, “Foto”."""
WROTE_BEHIND = regex(r",\s(?:text[eo]?|teksti|testo|tekst|words)(?![^\W\d_])", re.IGNORECASE)
"""The same behind the name, in the line that goes on with who took the pictures: “Ida Kell, teksti Tom Verk, kuvat”."""
SITE_ARTICLES = frozenset("the der die das la le les el los las il lo i gli o os as de het".split())  # noqa: SIM905
"""Words with which a paper's name begins, and no person's whose site it is."""
MENUS: tuple[Kind, ...] = ("share", "navigation")
"""Kinds of lines that end as a label does: “Leeslijst Deel Stuur door”, and above the headline “Video”."""
DOUBLED = 2
"""Lines below the headline in which a name that stands twice signs; further down menus say all twice."""
MAX_ROW_CHARS = 300
"""Longest line that is read as a signature."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line that signs: its block, its text, the people it names, and how plainly it signs (`_strength`)."""

    index: int
    text: str
    names: tuple[str, ...]
    strength: int


def is_asked(page: Page, index: int) -> bool:
    """Say whether a heading right above, or above another's name, role or address, says that a line names whom to ask."""
    first = opening(page) if index > opening(page) else (page.title or 0) + 1  # at its head, where press releases have them, or below the story
    return (index > opening(page) and cued(page, index - 1, "contact")) or is_asked_below(page.features.texts, first, index)


def signing_rows(page: Page, signed: Sequence[tuple[int, str]], own: Collection[str], foreign: Collection[int]) -> list[Row]:
    """Return the lines at the headline that sign the story most plainly, those below it when there are any.

    Those at the `foreign` indices sign other stories.
    """
    known = {index for index, _ in signed}
    rows: list[Row] = []
    skip = False
    for index in at_headline(page):
        text = page.blocks[index].text
        above = page.title is not None and index < page.title  # where “Video” is a menu's
        others = (names_others(text) and signing(text).text == text) or (not above and _asks_for_others(rows, index, text))
        if index == page.title or len(text) > MAX_ROW_CHARS or others or index in foreign:
            skip = others and not people(OTHERS.sub("", text))
            continue
        if rows and rows[-1].names and rows[-1].index == index - 1 and (FURTHER.fullmatch(text) or CONTACT.fullmatch(text)):
            rows[-1] = replace(rows[-1], index=index, text=f"{rows[-1].text} {text}")
            continue
        if rows and rows[-1].names and rows[-1].index == index - 1 and is_small(text[0]) and is_rank(text):
            rows[-1] = replace(rows[-1], index=index)
            continue
        if further := _further(page, rows, index, text):
            first = rows.pop()
            rows.append(Row(index, f"{first.text} {text}", unique((*first.names, *further)), first.strength))
            continue
        below = _is_below(rows, index)
        strength = PLAIN if below else max(_strength(page, index), NAMED * (index in known and _is_plain(page, index)))
        names = _row_names(page, index, own, below=below) if strength and not skip and not took_pictures(page, index) else ()
        skip = False
        if below and names and SEVERAL.match(rows[-1].text):
            text = f"{rows.pop().text} {text}"
        if names or ((BARE.match(text) or _asks(rows, index, text)) and not cued(page, index, *(MENUS if above else MENUS[:1]))):
            rows.append(Row(index, text, names, strength))
    named = [row for row in rows if row.names]
    under = [row for row in named if page.title is not None and row.index > page.title] or named
    best = [row for row in under if row.strength == max(other.strength for other in under)]
    return [row for at, row in enumerate(best) if not any(_are_apart(page, a, b) for a, b in pairwise(best[: at + 1]))]


def _are_apart(page: Page, row: Row, other: Row) -> bool:
    """Say whether two lines that sign are of two signatures: far from each other, or with the day between them a bare name below it, a picture's or a rubric."""
    if other.index - row.index > APART:
        return True
    bare = not (is_labelled(other.text) or has_bare_label(other.text) or is_marked(page.blocks[other.index]))
    return bare and any(cued(page, index, "date") for index in range(row.index + 1, other.index))


def _asks(rows: Sequence[Row], index: int, text: str) -> bool:
    """Say whether a line is a label and nothing else, as for the name on the next; right below a name it is that one's role."""
    return is_label(text) and not (rows and rows[-1].index == index - 1 and rows[-1].names)


def _asks_for_others(rows: Sequence[Row], index: int, text: str) -> bool:
    """Say whether a line is a label alone that asks for who did not write: “Editor”; below a name it is a role, unless a label stands above that too."""
    if len(text) > ASKING or OTHERS.fullmatch(f"{text.rstrip(' :')}:") is None:
        return False
    named = rows and rows[-1].index == index - 1 and rows[-1].names
    return not named or (len(rows) > 1 and not rows[-2].names)


def at_headline(page: Page) -> range:
    """Return the indices of the blocks at the headline that may sign the story."""
    return range(near(page).start, min(len(page.blocks), opening(page) + SIGNED_BELOW))


def took_pictures(page: Page, index: int) -> bool:
    """Say whether a line names a photographer: its end or the line below says so, unless labels stand above the names: “Words”, “Ida Kell”, “Photographs”."""
    below = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
    text = page.blocks[index].text
    said = PICTURES_BEHIND.search(text)
    ranked = PICTURES.fullmatch(below) is not None and not _is_told_above(page, index)
    return ranked or (said is not None and is_person(text[: said.start()].strip()))


def _is_told_above(page: Page, index: int) -> bool:
    """Say whether the line above a name is the label of who wrote, and not that of another name above it."""
    wrote = index > 0 and WROTE.fullmatch(page.blocks[index - 1].text) is not None
    return wrote and not (index > 1 and is_person(page.blocks[index - 2].text))


def pictured(page: Page, names: Collection[str]) -> frozenset[str]:
    """Return those of the `names` of whom a line at the headline says that they took the pictures."""
    texts = [text for index in at_headline(page) if len(text := page.blocks[index].text) <= MAX_ROW_CHARS]
    return frozenset(name for name in names for text in texts if name in text and PICTURES_NEXT.match(text, text.index(name) + len(name)))


def _further(page: Page, rows: Sequence[Row], index: int, text: str) -> tuple[str, ...]:
    """Return the people in a line that goes on with the signature above it: that has an open end, or this line begins with “and”.

    Before that word the role of the first may stand in a line of its own.
    """
    rest = FURTHER.sub("", text)
    above = index - 1 - (rest != text and is_rank(page.blocks[index - 1].text))
    if not rows or rows[-1].index not in (index - 1, above) or not rows[-1].names:
        return ()
    if SEVERAL.match(rows[-1].text) and is_person(rest):
        return (rest,)
    return tuple(people(rest)) if rest != text or OPEN_END.search(rows[-1].text) else ()


def _row_names(page: Page, index: int, own: Collection[str], *, below: bool) -> tuple[str, ...]:
    """Return the people whom a line at the headline names as writers; where only its form says that it signs, no subjects.

    With `below` a line above it is a label that asks for names.
    """
    block = page.blocks[index]
    found = [*(_behind_house(page, index) or names_in(block))]
    if not is_labelled(block.text):
        found = [name for name in found if not _is_listed(page, name)]
    heads = {block.text.casefold() for block in page.blocks[: page.title or 0]} if found else set()
    houses = [name for name in found if squeezed(name) in own or (name.casefold() in heads and (len(found) > 1 or _is_no_owner(name)))]
    if len(houses) < len(found) or not _owns(page, index, houses):
        found = [name for name in found if name not in houses]
    if not found or below or is_marked(block) or is_labelled(block.text) or has_bare_label(block.text):
        return tuple(found[:1] if _is_placed(page, index, found) else found)
    if cued(page, index, "byline") and not is_person(block.text):
        return tuple(found)
    told = [name for name in found if not is_subject(page, name, index)]
    return tuple(found if told and _is_pair(block.text, found) else told)


def _is_listed(page: Page, name: str) -> bool:
    """Say whether a name is an entry of the page's menus: “Days Out”."""
    return any(block.text == name and any(hit.kind == "navigation" for hit in hits) for block, hits in zip(page.blocks, page.cues, strict=True))


def _is_placed(page: Page, index: int, names: Sequence[str]) -> bool:
    """Say whether the second of two names is the town where the first reports from: “By Ida Kell, New Brask”, of which the story speaks."""
    two = len(names) == 2 and f"{names[0]}, {names[1]}" in page.blocks[index].text  # noqa: PLR2004  # a writer and a town
    return two and is_subject(page, names[1], index) and not is_subject(page, names[0], index)


def _owns(page: Page, index: int, names: Sequence[str]) -> bool:
    """Say whether a line below the headline that names the site names its owner: it has a person's full name, of which the page does not speak."""
    below = page.title is not None and index > page.title
    houses = {folded(one.value) for one in page.metadata.get("said", {}).get("houses", ())}
    return below and not any(_is_no_owner(name) or folded(name) in houses or is_subject(page, name, index) for name in names)


def _is_no_owner(name: str) -> bool:
    """Say whether a site's name is no person's full name: it has one word, or begins with an article."""
    first, _, rest = name.partition(" ")
    return not rest or first.casefold() in SITE_ARTICLES


def _strength(page: Page, index: int) -> int:
    """Return how plainly a line signs: by label or mark, by name with a date or role, by a bare name; 0 if not at all.

    Unlabelled lines sign only below the headline, up to the story's first paragraphs, and never with a name that the
    headline or the story speaks of.
    """
    block = page.blocks[index]
    text = block.text
    if _behind_house(page, index):
        return DATED
    signed, dated, labelled = signing(text)
    if is_marked(block) or labelled:
        return PLAIN
    if index < opening(page) + LEAD_ABOVE and has_bare_label(text) and people(text):
        return PLAIN
    if page.title is None or index >= opening(page) + SIGNED_BELOW or len(text) > MAX_SIGNATURE_CHARS:
        return 0
    if is_classed(block) and not cued(page, index, *NO_SIGNATURES) and people(signed, sure=is_caseless(signed)):
        return NAMED
    if index > page.title:
        return _plain_strength(page, index, signed, dated=dated)
    return DATED if index >= page.title - SIGNED_ABOVE and _signs_above(page, index, signed) else 0


def _behind_house(page: Page, index: int) -> tuple[str, ...]:
    """Return the name in a line between headline and story that stands behind the paper's own, which is a line above the headline: “Brask Argus - Ida Kell”.

    In scripts without capitals a place of which the story tells may stand there, above the day.
    """
    text = page.blocks[index].text
    if page.title is None or not page.title < index < opening(page) or len(text) > MAX_RANK_CHARS:
        return ()
    dash = _DASH.search(text)
    house = squeezed(text[: dash.start()]) if dash else ""
    if dash is None:
        name = next((text[len(block.text) + 1 :] for block in page.blocks[: page.title] if text.startswith(f"{block.text} ")), "")
        return (*people(name),) if is_person(name) and not is_subject(page, name, index) else ()
    name = text[dash.end() :]
    told = page.features.texts[opening(page) : page.features.story[1]]
    placed = is_uncased_name(name) and _is_dated(page, index + 1) and any(text[: dash.start()] in line for line in told)
    if not placed and not any(squeezed(block.text) == house for block in page.blocks[: page.title]):
        return ()
    return () if is_subject(page, name, index) else tuple(people(name, sure=is_uncased_name(name)))


def _signs_above(page: Page, index: int, signed: str) -> bool:
    """Say whether a line right above the headline is a name with a day behind it, or on one of the lines between, or with the writer's address below.

    Where a role or house stands behind the name, the day may be on the line above, too.
    """
    block = page.blocks[index]
    if cued(page, index, *NO_SIGNATURES) or block.source.bullet or not opens_with_name(signed, dated=False):
        return False
    if "li" in block.source.path and block.source.link_density >= LINKED:
        return False  # a tab of the menu
    uncased = is_uncased_name(signed)
    names = people(signed, sure=uncased)
    if not names or not folded(signed).startswith(folded(names[0])) or any(is_subject(page, name, index) for name in names):
        return False
    rest = behind(signed, names[-1]).strip(STOPS)
    between = range(index + 1, page.title or 0)
    if not rest:
        several = len(names) > 1 and index + 1 == page.title  # one alone below a day is a kicker as well
        over = range(max(0, index - 1), index) if several else range(0)
        return any(_is_all_date(page.blocks[i].text) for i in (*over, *between)) or (signed == block.text and index + 1 in between and cued(page, index + 1, "contact"))
    if not (uncased or _is_addition(rest, before=True)):
        return False
    return _is_all_date(rest) or any(cued(page, i, "date") or _is_all_date(page.blocks[i].text) for i in (max(0, index - 1), *between))


def _is_all_date(text: str) -> bool:
    """Say whether a text begins with a date, or the day of the week before it, and is short."""
    return len(text) <= MAX_SIGNATURE_CHARS and stamped(text) <= WEEKDAY_BEFORE and next(find(text), None) is not None


def _plain_strength(page: Page, index: int, signed: str, *, dated: bool) -> int:
    """Return how plainly a line below the headline signs that neither a label nor markup calls a signature.

    `signed` is the line without the date that it begins with, if it is `dated`.
    """
    text = _unprefixed(without_site(page.blocks[index].text))
    signed = _unprefixed(signed)
    asked = is_asked(page, index)
    may = not asked and opens_with_name(signed, dated=dated) and (not cued(page, index, *NO_SIGNATURES) or _is_credited(page, index))
    names = people(LABEL.sub("", signed), sure=is_uncased_name(signed)) if may else []
    if not names or all(is_subject(page, name, index) for name in names):
        return 0
    if page.features.prose[index] or _is_clause(signed, names[-1]):
        return 0
    if dated:
        return DATED
    if reporters(text):
        return NAMED
    rest = behind(text, names[-1])
    if not squeezed(text).startswith(squeezed(names[0])) or rest.lstrip().startswith(":"):
        return 0  # behind a colon it is a headline: “Brask Ferry: How It Was Sold”
    if any(char.isalnum() for char in rest):
        if _is_addition(rest, before=index < opening(page) or _is_ranked_above_day(page, index, rest)):
            return DATED
        if index >= opening(page):
            return 0
    return ALONE if _may_stand_alone(page, index) else 0


def _unprefixed(signed: str) -> str:
    """Return a line without the “de” with which papers sign in Romance languages, where a date stands behind the name: “de Ida Kell 3 sept. 2024”."""
    bare = PREPOSITION.sub("", signed)
    names = people(bare) if bare != signed else []
    begun = bool(names) and bare.startswith(names[0]) and len(names[0]) < stamped(bare) + 1 < len(bare) and not bare[len(names[0]) : stamped(bare)].strip()
    return bare if begun else signed


def _is_ranked_above_day(page: Page, index: int, rest: str) -> bool:
    """Say whether a name has a role behind it and a day right below: the dek above them may have been taken for the story's beginning."""
    near = index < opening(page) + LEAD_ABOVE or cued(page, index, "byline")
    return near and ROLE.search(rest) is not None and index + 1 < len(page.blocks) and (cued(page, index + 1, "date") or _is_dated(page, index + 1))


def _is_credited(page: Page, index: int) -> bool:
    """Say whether nothing but its element's class calls a line a picture's, as those that credit the writer do, and it has a day with its hour, as a story's has."""
    named = all(hit.kind == "caption" and hit.match == "selector" for hit in page.cues[index])
    stamp = next(find(page.blocks[index].text), None) if named else None
    return stamp is not None and HOUR in stamp.iso


def _is_clause(text: str, name: str) -> bool:
    """Say whether a sentence goes on behind a name; the stop of “4:30 a.m.” ends none."""
    return text.endswith(SENTENCE_ENDS) and not text.endswith(HALVES) and any(word.islower() for word in behind(text, name).split())


def opens_with_name(text: str, *, dated: bool) -> bool:
    """Say whether a line's first two words may be a name's: cheap, and few lines pass.

    Behind the date of one that was `dated`, something else may stand before the name.
    """
    tokens = text.split(maxsplit=MIN_TOKENS)[:MIN_TOKENS]
    if len(tokens) < MIN_TOKENS:
        return not text.isascii() or "/" in text
    first, second = (token.lstrip(BEFORE_NAME).rstrip(",") for token in tokens)
    if is_small(first[:1]) or (is_small(second[:1]) and tokens[1].lower().rstrip(",") not in PARTICLES):
        return False
    return dated or NO_NAME_WORDS.isdisjoint((first.casefold(), second.casefold()))


def names_others(text: str) -> bool:
    """Say whether a line names people who did not write the story."""
    return OTHERS.match(text) is not None or HELPED in text


def is_labelled(text: str) -> bool:
    """Say whether a line says “by”, at its start or behind a date or other parts."""
    return signing(text).labelled


def _is_plain(page: Page, index: int) -> bool:
    """Say whether a line that a rule calls a byline is one in so many words, or a name alone."""
    text = page.blocks[index].text
    return is_labelled(text) or is_person(text) or is_uncased_name(text) or _is_pair(text, people(text)) or cued(page, index, "byline")


def _is_pair(text: str, names: Sequence[str]) -> bool:
    """Say whether a line is two names and nothing else: “Ida Kell and Tom Verk”."""
    return len(names) > 1 and OWN_PAIR.fullmatch(text.replace(names[0], "", 1).replace(names[-1], "", 1)) is not None


def is_rank(text: str) -> bool:
    """Say whether a line is short and names a role."""
    return len(text) <= MAX_RANK_CHARS and ROLE.search(text) is not None and not text.endswith(".")


def _is_addition(rest: str, *, before: bool) -> bool:
    """Say whether what follows a name is a date, or `before` the story also a role, house, place or handle."""
    if next(find(rest), None) is not None or AGO.search(rest):
        return True
    if not before:
        return False
    paper = rest.rsplit(maxsplit=1)[-1].casefold() in PAPERS or PLACED_AT.fullmatch(rest) or WROTE_BEHIND.match(rest)
    return bool(paper or _WIRED_FROM.fullmatch(rest) or _WRITES_FOR.fullmatch(rest) or ROLE.search(rest) or is_organisation(rest) or HANDLE.search(rest))


def _may_stand_alone(page: Page, index: int) -> bool:
    """Say whether a bare name has beside it what shows that it signs: a date, before the story also a role."""
    text, title, start = page.blocks[index].text, page.title or 0, opening(page)
    if text.isupper() and text.count(" ") >= MIN_TOKENS:
        return False
    if index + 1 < start and index <= title + DOUBLED and page.blocks[index + 1].text == text:
        return True  # beside a portrait with the name in its place
    beside = [i for i in _beside(page, index) if title < i < start + SIGNED_BELOW]
    if index >= start:
        ranked = index + 1 < len(page.blocks) and is_rank(page.blocks[index + 1].text)
        return ranked or any(cued(page, i, "date") or _is_dated(page, i) for i in beside)
    nearby = [i for i in (index + 2, index + 3) if i < start]
    if any(_dates_or_ranks(page, i) for i in beside) or any(cued(page, i, "date") for i in nearby):
        return True
    several = index + 1 == start and len(people(text)) > 1 and len(text) <= MAX_RANK_CHARS
    return bool(several or index == title + 1 == start - 1)


def _beside(page: Page, index: int) -> list[int]:
    """Return the lines above and below one, those of nothing but signs and icons passed over."""
    found = []
    for way in (range(index - 1, max(-1, index - 1 - APART), -1), range(index + 1, min(len(page.blocks), index + 1 + APART))):
        found += [i for i in way if any(map(str.isalnum, page.blocks[i].text))][:1]
    return found


def _is_dated(page: Page, index: int) -> bool:
    """Say whether a short line begins with a date."""
    text = page.blocks[index].text
    stamp = next(find(text), None) if len(text) <= MAX_SIGNATURE_CHARS else None
    lead_in = MAX_LEAD_IN if len(text) <= MAX_RANK_CHARS or not page.features.prose[index] else 0
    return stamp is not None and (stamp.start <= lead_in or not before(text, stamp.start))


def _dates_or_ranks(page: Page, index: int) -> bool:
    """Say whether a line is a date or how long it takes to read, or the role or contact of who is named beside it."""
    text = page.blocks[index].text
    if len(text) > MAX_RANK_CHARS:
        return _is_dated(page, index)
    told = cued(page, index, "date", "contact") or next(find(text), None) is not None
    return told or ROLE.search(text) is not None or AGO.search(text) is not None or WROTE.fullmatch(text) is not None


def _is_below(rows: Sequence[Row], index: int) -> bool:
    return bool(rows) and rows[-1].index == index - 1 and not rows[-1].names
