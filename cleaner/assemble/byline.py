"""Byline, authors and author bio: the signature at the headline, the page's head, links to authors, the bio."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, pairwise

from cleaner.assemble.candidates import NEAR_BELOW, Candidate, Choice, after, choose, near, opening
from cleaner.assemble.dateline_east import Dateline
from cleaner.assemble.paragraphs import Rows
from cleaner.byline_labels import BY, LABEL, OTHERS, PRESENTED, has_bare_label, has_label, unlabelled
from cleaner.dates import find
from cleaner.features import LINKED as LEADS_AWAY
from cleaner.features import opens_section
from cleaner.model import AUTHORED, Block, Kind, Page, Removal
from cleaner.names import (
    BEFORE_NAME,
    FIGURE,
    MAX_NAME_CHARS,
    MIN_TOKENS,
    NO_NAME_WORDS,
    PAPERS,
    PARTICLES,
    ROLE,
    agency,
    behind,
    is_house,
    is_organisation,
    is_person,
    is_uncased_name,
    people,
    sender,
)
from cleaner.nobodies import is_eastern_house, is_placeholder
from cleaner.reporters import reporters
from cleaner.rules.base import cued
from cleaner.signing import ASKING, CONTACTS_BELOW, MAX_LEAD_IN, asks_for_contact, is_label, signing
from cleaner.stamping import AGO, before, stamped
from cleaner.tokens import count_words, folded, squeezed, words

TRUST = {"export": 0.98, "front matter": 0.9, "json-ld": 0.85, "opengraph": 0.7, "meta": 0.75, "dublin-core": 0.7, "microdata": 0.7}
SIGNED, LABELLED, LINKED, IN_TEXT, TAIL_SIGNED, BIO, ELSEWHERE = 0.8, 0.97, 0.84, 0.78, 0.6, 0.5, 0.3
"""Trust in a byline row at the headline, one with a label, a marked one, the names behind a dateline, a row after the story, a bio, a row elsewhere."""
MARKS = frozenset({"itemprop=author", "rel=author", "itemprop=creator"})
AUTHOR_TOKENS = frozenset({"author", "authors", "byline", "writer", "autor", "auteur", "autore", "verfasser"})
OTHERS_TOKENS = frozenset({"comment", "comments", "related", "sidebar", "photo", "image", "caption", "bio"})
"""Words of classes that call a line its author's, and of those around lines that name others."""
OWN_TOKENS = 6
"""Words of classes, the nearest first, that are a line's own."""
BIO_VERB = re.compile(
    r"\s+(?:\([^)]{1,40}\)\s+)?(?:is|was|has|works|writes|covers|reports|serves|joined|ist|schreibt|arbeitet|est|es|è|scrive|är|er|jest)\s"
)
PICTURES = re.compile(
    r"\W*(?:(?:staff\s+|press\s+)?(?:photo(?:graph(?:er|s|y))?s?|illustrat(?:or|ion|ions)|pictures?|videographer|video)|fotogr[aáà]f\w*|fotos?|fotojournalist\w*"
    r"|bild(?:er)?|kuvaaja|kuvat?|zdjęcia|фото(?:граф)?|φωτογρ[άα]φ\w*|צילום|تصوير|عکس)\W*",
    re.IGNORECASE,
)
"""A line that says of who is named above it that they took the pictures."""
PICTURES_BEHIND = re.compile(rf"[(,|–-]{PICTURES.pattern}$", re.IGNORECASE)
"""The same behind a name."""
HELPED = "contributed"
"""A word of lines that name helpers, wherever it stands."""
BARE = re.compile(rf"^\W*(?:(?:[\w-]+\s+){{0,3}}(?:{BY})|de|\w+\s+da)\W*$", re.IGNORECASE)
"""A label on a line of its own, with the name on the next."""
MIN_BIO_WORDS = 6
"""Words from which a removed bio tells of its author; shorter ones are labels and roles."""
BIO_HEADING = 3
"""Lines between a heading and the bios below it: a name, a role."""
PLAIN, NAMED, DATED, ALONE = 4, 3, 2, 1
"""How plainly a line signs: in so many words or by markup, by its class or a rule, beside a date or role, by its place alone."""
SIGNED_ABOVE = 3
"""Blocks above the headline in which a name with a day signs."""
SIGNED_BELOW = 6
"""Blocks from the story's first in which an unlabelled signature stands: some papers print the lead above it."""
GIVEN = re.compile(r"([A-ZÀ-ÖØ-Þ][a-zß-ÿ]{2,14})(?:\s(?:and|&|und|et|y|e)\s([A-ZÀ-ÖØ-Þ][a-zß-ÿ]{2,14}))?(?:\s(?:on|at|am|um|le|à|el|il|op|den|kl\.?))?\s*(?:$|[|·•⋅∙●▪,/(–—-])")
"""A given name alone, or two, up to the end or a mark."""
APART = 3
"""Lines that may lie between two lines of one signature."""
BOXED_BELOW = 2
"""Blocks after the story in which a name with a role below it is its author's; further down stand others."""
ASKED_ABOVE = 12
"""Lines at the story's end in which a label alone may ask for its writer, taken for text with the bio below."""
MAX_RANK_CHARS = 60
"""Longest line that is a date, role or contact below a name."""
MAX_SIGNATURE_CHARS = 120
"""Longest line that signs without a label."""
SENTENCE_ENDS = (".", "!", "?", "。")
HALVES = ("a.m.", "p.m.")
"""Ends of a time that has a stop of its own."""
NO_SIGNATURES: tuple[Kind, ...] = (
    "caption", "related", "tags", "navigation", "comment", "advert", "subscribe", "legal", "share", "tools", "login",
    "media_player", "search", "follow",
)  # fmt: skip
"""Kinds of lines that have the form of a name and are none."""
CREDITS: tuple[Kind, ...] = ("caption", "byline", "contact", "author_bio")
"""Kinds of lines in mid-story that name who wrote it or took its pictures, and do not speak of them."""
JOINED = re.compile(
    r"(?:[^\w|]|[\d_])*(?:(?:and|und|et|og|och|en|ve|y|e|i|и|with|mit|avec|con)\b)?(?:[^\w|]|[\d_])*", re.IGNORECASE
)
"""What stands between the names of one signature."""
FURTHER = re.compile(r"^(?:&|(?:[Aa]nd|[Uu]nd|[Ee]t|y|e|og|och|en|i|și|и|і|та|και|ve|dan|és|a)\b)\s*")
OPEN_END = re.compile(r"(?:[,&]|\b(?:[Aa]nd|[Uu]nd|[Ee]t|y|e|og|och|en|i|și|и|і|та|και|ve|dan|és|a))\s*$")
"""How the second line of a signature begins, or its first ends; the word may also be a line of its own between two names."""
SEVERAL = re.compile(
    r"\W*(?:authors|writers|reporters|autoren|autores|autori|auteurs|redactores|repórteres|autorzy|autoři|szerzők|yazarlar|авторы|автори|συντάκτες)\W*", re.IGNORECASE
)
"""A label of that kind behind which each line names one."""
INTRODUCED = ("I'm ", "I’m ", "I am ")
"""What stands before the name of a writer who greets the readers."""
HELP = re.compile(r"(?:mit|with|avec|con|com|met|med|z|s)\s", re.IGNORECASE)
HELPED_BEFORE = re.compile(rf"\b{HELP.pattern}+(?:[^\s,;]+\s+){{0,3}}$", re.IGNORECASE)
"""What stands before a house that only helped."""
STOPS = " \t|•·⋅∙●▪–—-,/:;(@"
"""Marks between a signature and its date."""
WRITTEN_TO = re.compile(
    r"\b(?:[Cc]ontact|[Rr]each|[Ee]-?mail)\s(?:the\s)?(?:[a-z]+\s)?(?:reporter|writer|columnist|correspondent)\s(?P<name>(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-ÖØ-Þ][\w’'-]+)\s(?:at|on|by|via)\b"
)
"""How papers close a story with its writer's address: “Contact reporter Ida Kell at …”."""
OWN_SECTIONS = frozenset({"author_bio", "byline", "tags", "share", "follow", "subscribe", "donation"})
"""Kinds of sections after a story that are its own, and below which it may be signed."""
HANDLE = re.compile(r"@\w|\S@\S|\w\.(?:com|net|org)\b")
PLACED_AT = re.compile(r"\s(?:in|à|aus|en|i|w|v|в)(?:\s[^\W\d_a-zß-ÿα-ώа-џ][\w.’-]+){1,3}\s*")
"""Where who signs reports from: “in New Brask”."""
RIGHT_BELOW = 1
"""Lines below the story's end that no pack knows after which a given name alone is a reader's."""
DOUBLED = 2
"""Lines below the headline in which a name that stands twice signs; further down menus say all twice."""
WORD_CHARS = 6
"""Letters from which a given name is hardly a word too, as Will, Rose and Mark are."""
MAX_ROW_CHARS = 300
"""Longest line that is read as a signature."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line that signs: its block, its text, the people it names, and how plainly it signs (`_strength`)."""

    index: int
    text: str
    names: tuple[str, ...]
    strength: int


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signed the story: the raw words, the choice of the people, the first copy of their bio, who else signed.

    `source` says where the raw words stand: at the headline (`byline`), elsewhere (`signature`) or in the `dateline`; `houses` are agencies and desks that signed, beside people or in their place.
    """

    raw: str | None
    choice: Choice
    bio: str | None
    houses: tuple[str, ...]
    source: str = ""

    @property
    def authors(self) -> tuple[str, ...]:
        """The people."""
        return tuple(self.choice.value or ())


def byline(page: Page, rows: Rows, own: Collection[str], placed: Dateline, barred: Collection[str] = ()) -> Byline:
    """Return the byline; `rows` are the removed ones by kind, `own` the squeezed names of the site, which signs nothing itself.

    `placed` is the story's dateline, behind which reporters sign in East Asia; `barred` are squeezed names that sign nothing even on a
    site that goes by them.
    """
    own = (frozenset(own) - _owners(page)).union(barred)
    bios = _bios(page, rows)
    signing = _placed(page, rows.get("byline", ()))
    others = _others(page, rows, {*_headlines(page), *(index for index, _ in signing)})
    signed = [row for row in signing if row[0] not in others]
    head = _head_rows(page, signed, own, others)
    told = [*_candidates(page, rows, signed, head, bios, own), *_candidate(placed.people, "dateline", IN_TEXT)]
    choice = choose(_without(told, barred), lambda names: frozenset(map(folded, names)))
    shown = [row.text for row in head] or [text for _, text in signed if not (BARE.match(text) or _names_others(text))]
    chosen = set(choice.value or ())
    raw = next((text for text in shown if chosen & set(people(text, sure=True))), None)
    desks = [] if any(row.names for row in head) else [*_desks(page)]
    source = "byline" if head or (desks and not shown) else "signature"
    if not raw and placed.signature and chosen & set(placed.people):
        raw, source = placed.signature, "dateline"
    raw = raw or next(iter((*shown, *desks)), None)
    houses = _houses(page, [*shown, *desks])
    return Byline(_undated_words(raw) if raw else None, choice, bios[0] if bios else None, houses, source)


def _candidates(
    page: Page, rows: Rows, signed: Sequence[tuple[int, str]], head: Sequence[Row], bios: Sequence[str], own: Collection[str]
) -> Iterator[Candidate]:
    """Yield sets of people, each from one place."""
    for source, group in groupby(page.metadata.get("said", {}).get("authors", ()), key=lambda one: one.source):
        values = [one.value for one in group]
        yield from _candidate(_said(page, values, own), source, TRUST.get(source, ELSEWHERE))
    marked = [name for row in head if _is_marked(page.blocks[row.index]) for name in row.names]
    labelled = [name for row in head if _is_labelled(row.text) for name in row.names]
    yield from _candidate(marked, "marked", LINKED)
    yield from _candidate(labelled, "byline", LABELLED)
    yield from _candidate([name for row in head for name in row.names], "byline", SIGNED)
    tail = after(page)
    texts = [(index, text) for index, text in signed if not _names_others(text)]
    yield from _candidate([n for i, text in texts if i in tail for n in people(text)], "signature", TAIL_SIGNED)
    yield from _candidate(_signed_off(page, tail, own), "signature", TAIL_SIGNED)
    asked = (match["name"] for row in rows.get("contact", ()) if (match := WRITTEN_TO.search(row.text)))
    yield from _candidate([name for name in asked if is_person(name)][:1], "signature", TAIL_SIGNED)
    yield from _candidate(_boxed(page, tail, own), "author_bio", BIO)
    yield from _candidate(_told_of(page, own), "author_bio", BIO)
    told = (name for text in bios[:1] for name in _bio_names(text))
    yield from _candidate([name for name in told if squeezed(name) not in own], "author_bio", BIO)
    elsewhere = [people(text) for _, text in texts if has_label(text)]
    yield from _candidate(next((names for names in elsewhere if names), []), "byline", ELSEWHERE)


def _signed_off(page: Page, tail: range, own: Collection[str]) -> tuple[str, ...]:
    """Return the people whom the first line below the story names that signs in so many words, by markup or behind a label alone.

    It stands before any section of others, that behind a label also in the story's last lines; “Posted by Ida Kell on May 3, 2024 in Town” is no byline's row, having more in it than who signs.
    """
    for index in range(max(opening(page) + 1, tail.start - ASKED_ABOVE), tail.stop):
        block, below = page.blocks[index], index >= tail.start
        if below and (opens_section(block, page.cues[index], OWN_SECTIONS) or (page.features.titles[index] and block.source.link_density >= LEADS_AWAY)):
            return ()
        asked = is_label(page.blocks[index - 1].text) and _opens_with_name(block.text, dated=False)
        if len(block.text) > MAX_ROW_CHARS or not (asked or (below and (_is_marked(block) or _is_labelled(block.text)))):
            continue
        if cued(page, index, *NO_SIGNATURES) or _names_others(block.text) or _took_pictures(page, index):
            continue
        names = tuple(name for name in _names(block) if squeezed(name) not in own)
        if names and not (_are_given(names) and sum(not page.cues[i] for i in range(tail.start, index)) > RIGHT_BELOW):
            return names
    return ()


def _are_given(names: Sequence[str]) -> bool:
    """Say whether names are given ones alone, as readers sign with below the story too."""
    return all(name.isascii() and " " not in name for name in names)


def _boxed(page: Page, tail: Sequence[int], own: Collection[str]) -> tuple[str, ...]:
    """Return the name that stands alone below the story, as in the box of its author: a bio begins below it, or right behind the story a role.

    Whom a release names for its readers' questions has “contact” above, and what is listed in menus stands on the page in small letters too.
    """
    for place, index in enumerate(tail[:-1]):
        block = page.blocks[index]
        if _is_asked(page, index) or block.text.endswith(("?", ":")) or opens_section(block, page.cues[index], OWN_SECTIONS):
            return ()
        if len(block.text) > MAX_RANK_CHARS or not is_person(block.text) or cued(page, index, *NO_SIGNATURES):
            continue
        below = page.blocks[index + 1].text
        boxed = _tells_of(below, block.text) or (place < BOXED_BELOW and _is_rank(below))
        if boxed and squeezed(block.text) not in own and not _is_subject(page, block.text, index):
            return (block.text,)
    return ()


def _told_of(page: Page, own: Collection[str]) -> tuple[str, ...]:
    """Return the name that stands alone in the story's last lines with a bio below it, if no other does in the story: more are what it is about."""
    start, end = opening(page), page.features.story[1]
    texts = page.features.texts
    alike = (i for i in range(start, end - 1) if texts[i][0] == texts[i + 1][0] and len(texts[i]) <= MAX_RANK_CHARS)
    pairs = (i for i in alike if _opens_with_name(texts[i], dated=False) and _tells_of(texts[i + 1], texts[i]))
    found = [*islice(pairs, 2)]
    if len(found) != 1 or found[0] < end - ASKED_ABOVE or not is_person(texts[found[0]]) or _is_subject(page, texts[found[0]], found[0]):
        return ()
    name = texts[found[0]]
    return () if squeezed(name) in own or _is_asked(page, found[0]) else (name,)


def _is_asked(page: Page, index: int) -> bool:
    """Say whether a heading right above, or above another's name, role or address, says that a line names whom to ask."""
    above = range(max(opening(page), index - CONTACTS_BELOW), index)
    return (index > opening(page) and cued(page, index - 1, "contact")) or any(asks_for_contact(page.blocks[i].text) for i in above)


def _tells_of(text: str, name: str) -> bool:
    """Say whether a text begins as a bio of somebody does, with their name or given name: “Ida Kell writes”, “Ida is”."""
    called = next((begin for begin in (name, name.split(maxsplit=1)[0]) if text.startswith(begin)), "")
    return bool(called) and BIO_VERB.match(text[len(called) :]) is not None


def _others(page: Page, rows: Rows, asked: Collection[int]) -> Collection[int]:
    """Return the indices among those `asked` for of blocks whose signatures are those of other stories.

    They stand not at the headline, and have a related title right above or, after the story, the heading of a section.
    """
    end = max(page.features.story[1], opening(page) + 1)
    sections = (i for i in range(end, len(page.blocks)) if opens_section(page.blocks[i], page.cues[i], OWN_SECTIONS))
    stop = next(sections, len(page.blocks))
    titles = {index for index, _ in _placed(page, rows.get("related", ()))}
    headline = range(near(page).start, min(near(page).stop, end))
    below = ((title, _below(page, title)) for title in titles)
    told = (at for title, at in below if at in asked and at not in headline and _is_apart(page, title, at))
    return frozenset((*told, *(at for at in asked if at >= stop)))


def _below(page: Page, title: int) -> int:
    """Return the index of the line below another story's title and its date."""
    below = title + 1
    while below < len(page.blocks) and cued(page, below, "date"):
        below += 1
    return below


def _is_apart(page: Page, title: int, index: int) -> bool:
    """Say whether a line may sign the story of a `title`: it is short, and names nobody whom the title names too."""
    text = page.blocks[index].text
    return 0 < len(text) <= MAX_ROW_CHARS and not any(name in page.blocks[title].text for name in people(text))


def _undated_words(text: str) -> str:
    """Return a signature's words without the date behind the names."""
    rest = unlabelled(text)
    begin = stamped(rest)
    words = text[: len(text) - len(rest) + begin].rstrip(STOPS)
    cut = people(words, sure=True) or (" " in words and not people(text, sure=True))
    return words if begin and cut else text


def _candidate(names: Iterable[str], source: str, trust: float) -> Iterator[Candidate]:
    found = unique(name for name in names if not is_placeholder(name) and not is_eastern_house(name))
    if found:
        yield Candidate(found, source, trust)


def _without(candidates: Iterable[Candidate], barred: Collection[str]) -> Iterator[Candidate]:
    """Yield candidates without the people of `barred` names."""
    for one in candidates:
        if kept := tuple(name for name in one.value if squeezed(name) not in barred):
            yield one._replace(value=kept)


def _owners(page: Page) -> set[str]:
    """Return the squeezed names of people who sign on a site that goes by their name: no house, says the head."""
    said = page.metadata.get("said", {})
    houses = {folded(one.value) for one in said.get("houses", ())}
    named = (name for one in said.get("authors", ()) for name in people(one.value, sure=True) if is_person(name))
    return {squeezed(name) for name in named if folded(name) not in houses}


def _said(page: Page, values: Sequence[str], own: Collection[str]) -> list[str]:
    """Return the people that the head names, without the site itself."""
    houses = {folded(one.value) for one in page.metadata.get("said", {}).get("houses", ())}
    return [
        name
        for value in values
        if folded(value) not in houses and squeezed(value) not in own
        for name in people(value, sure=True)
        if squeezed(name) not in own
    ]


def _head_rows(page: Page, signed: Sequence[tuple[int, str]], own: Collection[str], foreign: Collection[int]) -> list[Row]:
    """Return the lines at the headline that sign the story most plainly, those below it when there are any.

    Those at the `foreign` indices sign other stories.
    """
    known = {index for index, _ in signed}
    rows: list[Row] = []
    skip = False
    for index in _headlines(page):
        text = page.blocks[index].text
        others = (_names_others(text) and signing(text).text == text) or _asks_for_others(rows, index, text)
        if index == page.title or len(text) > MAX_ROW_CHARS or others or index in foreign:
            skip = others and not people(OTHERS.sub("", text))
            continue
        if rows and rows[-1].names and rows[-1].index == index - 1 and FURTHER.fullmatch(text):
            rows[-1] = replace(rows[-1], index=index, text=f"{rows[-1].text} {text}")
            continue
        if further := _further(rows, index, text):
            above = rows.pop()
            rows.append(Row(index, f"{above.text} {text}", unique((*above.names, *further)), above.strength))
            continue
        below = _is_below(rows, index)
        strength = PLAIN if below else max(_strength(page, index), NAMED * (index in known and _is_plain(page, index)))
        names = _row_names(page, index, own, below=below) if strength and not skip and not _took_pictures(page, index) else ()
        skip = False
        if below and names and SEVERAL.match(rows[-1].text):
            text = f"{rows.pop().text} {text}"
        if names or BARE.match(text) or _asks(rows, index, text):
            rows.append(Row(index, text, names, strength))
    named = [row for row in rows if row.names]
    under = [row for row in named if page.title is not None and row.index > page.title] or named
    best = [row for row in under if row.strength == max(other.strength for other in under)]
    return [row for at, row in enumerate(best) if all(b.index - a.index <= APART for a, b in pairwise(best[: at + 1]))]


def _asks(rows: Sequence[Row], index: int, text: str) -> bool:
    """Say whether a line is a label and nothing else, as for the name on the next; right below a name it is that one's role."""
    return is_label(text) and not (rows and rows[-1].index == index - 1 and rows[-1].names)


def _asks_for_others(rows: Sequence[Row], index: int, text: str) -> bool:
    """Say whether a line is a label alone that asks for who did not write: “Editor”; below a name it is a role, unless a label stands above that too."""
    if len(text) > ASKING or OTHERS.fullmatch(f"{text.rstrip(' :')}:") is None:
        return False
    named = rows and rows[-1].index == index - 1 and rows[-1].names
    return not named or (len(rows) > 1 and not rows[-2].names)


def _headlines(page: Page) -> range:
    """Return the indices of the blocks at the headline that may sign the story."""
    return range(near(page).start, min(len(page.blocks), opening(page) + SIGNED_BELOW))


def _took_pictures(page: Page, index: int) -> bool:
    """Say whether a line names a photographer: its end or the line below says so."""
    below = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
    text = page.blocks[index].text
    said = PICTURES_BEHIND.search(text)
    return PICTURES.fullmatch(below) is not None or (said is not None and is_person(text[: said.start()].strip()))


def _further(rows: Sequence[Row], index: int, text: str) -> tuple[str, ...]:
    """Return the people in a line that goes on with the signature above it: that has an open end, or this line begins with “and”."""
    if not rows or rows[-1].index != index - 1 or not rows[-1].names:
        return ()
    rest = FURTHER.sub("", text)
    if SEVERAL.match(rows[-1].text) and is_person(rest):
        return (rest,)
    return tuple(people(rest)) if rest != text or OPEN_END.search(rows[-1].text) else ()


def _row_names(page: Page, index: int, own: Collection[str], *, below: bool) -> tuple[str, ...]:
    """Return the people whom a line at the headline names as writers; where only its form says that it signs, no subjects.

    With `below` a line above it is a label that asks for names.
    """
    block = page.blocks[index]
    found = [*_names(block)]
    houses = [name for name in found if squeezed(name) in own]
    if len(houses) < len(found) or not _owns(page, index, houses):
        found = [name for name in found if name not in houses]
    if not found or below or _is_marked(block) or _is_labelled(block.text) or has_bare_label(block.text):
        return tuple(found)
    if cued(page, index, "byline") and not is_person(block.text):
        return tuple(found)
    return tuple(name for name in found if not _is_subject(page, name, index))


def _owns(page: Page, index: int, names: Sequence[str]) -> bool:
    """Say whether a line below the headline that names the site names its owner: it has a person's full name, of which the page does not speak."""
    below = page.title is not None and index > page.title
    return below and not any(" " not in name or _is_subject(page, name, index) for name in names)


def _strength(page: Page, index: int) -> int:
    """Return how plainly a line signs: by label or mark, by name with a date or role, by a bare name; 0 if not at all.

    Unlabelled lines sign only below the headline, up to the story's first paragraphs, and never with a name that the
    headline or the story speaks of.
    """
    block = page.blocks[index]
    text = block.text
    signed, dated, labelled = signing(text)
    if _is_marked(block) or labelled:
        return PLAIN
    if index < opening(page) and has_bare_label(text) and people(text):
        return PLAIN
    if page.title is None or index >= opening(page) + SIGNED_BELOW or len(text) > MAX_SIGNATURE_CHARS:
        return 0
    if _is_classed(block) and not cued(page, index, *NO_SIGNATURES) and people(signed):
        return NAMED
    if index > page.title:
        return _plain_strength(page, index, signed, dated=dated)
    return DATED if index >= page.title - SIGNED_ABOVE and _signs_above(page, index, signed) else 0


def _signs_above(page: Page, index: int, signed: str) -> bool:
    """Say whether a line right above the headline is a name with a day behind it, or on one of the lines between."""
    block = page.blocks[index]
    if cued(page, index, *NO_SIGNATURES) or block.source.bullet or not _opens_with_name(signed, dated=False):
        return False
    names = people(signed)
    if not names or not folded(signed).startswith(folded(names[0])) or any(_is_subject(page, name, index) for name in names):
        return False
    rest = behind(signed, names[-1]).strip(STOPS)
    between = (page.blocks[i].text for i in range(index + 1, page.title or 0))
    return any(_is_all_date(text) for text in ([rest] if rest else between))


def _is_all_date(text: str) -> bool:
    """Say whether a text begins with a date and is short."""
    return len(text) <= MAX_RANK_CHARS and stamped(text) == 0 and next(find(text), None) is not None


def _plain_strength(page: Page, index: int, signed: str, *, dated: bool) -> int:
    """Return how plainly a line below the headline signs that neither a label nor markup calls a signature.

    `signed` is the line without the date that it begins with, if it is `dated`.
    """
    text = page.blocks[index].text
    asked = index >= opening(page) and _is_asked(page, index)
    may = not asked and _opens_with_name(signed, dated=dated) and not cued(page, index, *NO_SIGNATURES)
    names = people(LABEL.sub("", signed)) if may else []
    if not names or any(_is_subject(page, name, index) for name in names):
        return 0
    if page.features.prose[index] or _is_clause(signed, names[-1]):
        return 0
    if dated:
        return DATED
    if reporters(text):
        return NAMED
    rest = behind(text, names[-1])
    if not folded(text).startswith(folded(names[0])) or rest.lstrip().startswith(":"):
        return 0  # behind a colon it is a headline: “Brask Ferry: How It Was Sold”
    if any(char.isalnum() for char in rest):
        if _is_addition(rest, before=index < opening(page)):
            return DATED
        if index >= opening(page):
            return 0
    return ALONE if _may_stand_alone(page, index) else 0


def _is_clause(text: str, name: str) -> bool:
    """Say whether a sentence goes on behind a name; the stop of “4:30 a.m.” ends none."""
    return text.endswith(SENTENCE_ENDS) and not text.endswith(HALVES) and any(word.islower() for word in behind(text, name).split())


def _opens_with_name(text: str, *, dated: bool) -> bool:
    """Say whether a line's first two words may be a name's: cheap, and few lines pass.

    Behind the date of one that was `dated`, something else may stand before the name.
    """
    tokens = text.split(maxsplit=MIN_TOKENS)[:MIN_TOKENS]
    if len(tokens) < MIN_TOKENS:
        return not text.isascii() or "/" in text
    first, second = (token.lstrip(BEFORE_NAME).rstrip(",") for token in tokens)
    if first[:1].islower() or (second[:1].islower() and tokens[1].lower().rstrip(",") not in PARTICLES):
        return False
    return dated or NO_NAME_WORDS.isdisjoint((first.casefold(), second.casefold()))


def _names_others(text: str) -> bool:
    """Say whether a line names people who did not write the story."""
    return OTHERS.match(text) is not None or HELPED in text


def _is_labelled(text: str) -> bool:
    """Say whether a line says “by”, at its start or behind a date or other parts."""
    return signing(text).labelled


def _is_plain(page: Page, index: int) -> bool:
    """Say whether a line that a rule calls a byline is one in so many words, or a name alone."""
    text = page.blocks[index].text
    return _is_labelled(text) or is_person(text) or is_uncased_name(text) or cued(page, index, "byline")


def _is_rank(text: str) -> bool:
    """Say whether a line is short and names a role."""
    return len(text) <= MAX_RANK_CHARS and ROLE.search(text) is not None and not text.endswith(".")


def _is_addition(rest: str, *, before: bool) -> bool:
    """Say whether what follows a name is a date, or `before` the story also a role, house, place or handle."""
    if next(find(rest), None) is not None or AGO.search(rest):
        return True
    if not before:
        return False
    paper = rest.rsplit(maxsplit=1)[-1].casefold() in PAPERS or PLACED_AT.fullmatch(rest)
    return bool(paper or ROLE.search(rest) or is_organisation(rest) or HANDLE.search(rest))


def _may_stand_alone(page: Page, index: int) -> bool:
    """Say whether a bare name has beside it what shows that it signs: a date, before the story also a role."""
    text, title, start = page.blocks[index].text, page.title or 0, opening(page)
    if text.isupper() and text.count(" ") >= MIN_TOKENS:
        return False
    if index + 1 < start and index <= title + DOUBLED and page.blocks[index + 1].text == text:
        return True  # beside a portrait with the name in its place
    beside = [i for i in _beside(page, index) if title < i < start + SIGNED_BELOW]
    if index >= start:
        ranked = index + 1 < len(page.blocks) and _is_rank(page.blocks[index + 1].text)
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


def _is_subject(page: Page, name: str, index: int) -> bool:
    """Say whether the page speaks of what has that name: then a line with it does not sign.

    It is in the headline or the story (a paragraph that begins with it may be a bio, and markup may say that a line signs), or its last word stands on the page in small letters: a word, no name.
    """
    told = set(words(page.blocks[page.title].text)) if page.title is not None else set()
    if set(words(name)) <= told:
        return True
    texts = page.features.texts
    *others, last = name.split()
    telling = [last, *(word for word in others if len(word) >= WORD_CHARS)]
    if any(word.lower() != word and _has_word(page.visible, word.lower()) for word in telling):
        return True
    if _is_classed(page.blocks[index]):
        return False
    prose = [texts[i] for i in range(*page.features.story) if i != index and page.features.prose[i] and not cued(page, i, *CREDITS)]
    begun = {text for text in prose if text.startswith(name)}
    return len(begun) > 1 or any(_speaks_of(text, name) for text in prose)


def _speaks_of(text: str, name: str) -> bool:
    """Say whether a paragraph names somebody, other than as who begins it, as a bio does, or greets the readers in it."""
    at = text.find(name)
    return at > 0 and not text[:at].endswith(INTRODUCED)


def _has_word(text: str, word: str) -> bool:
    """Say whether `word` stands in `text`, parted from other words: in an address it is none."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        sides = text[at - 1 : at] + text[end : end + 1]
        dotted = text[max(0, at - 1) : at] == "." or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum())
        if not dotted and not any(char.isalnum() or char in "@_-/" for char in sides):
            return True
        at = text.find(word, end)
    return False


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
    return told or ROLE.search(text) is not None or AGO.search(text) is not None


def _is_below(rows: Sequence[Row], index: int) -> bool:
    return bool(rows) and rows[-1].index == index - 1 and not rows[-1].names


def _names(block: Block) -> tuple[str, ...]:
    """Return the people whom a line names as its writers; links to people say it best."""
    marked = _is_marked(block)
    linked = _signing_links(block)
    names = [name for text in linked for name in people(text)]
    text, _, labelled = signing(block.text)
    found = names or people(text, sure=(marked and not linked) or is_uncased_name(text))
    return unique(found or (_given_names(text) if labelled else ()))


def _given_names(text: str) -> tuple[str, ...]:
    """Return the given names with which bloggers sign behind a label, one or two, where nothing else stands in the line but a date or count."""
    if len(text) > MAX_RANK_CHARS:
        return ()
    bare = unlabelled(text)
    match = GIVEN.match(bare[: stamped(bare)])
    found = [name for name in match.groups() if name] if match else []
    return tuple(found) if NO_NAME_WORDS.isdisjoint(name.casefold() for name in found) else ()


def _signing_links(block: Block) -> list[str]:
    """Return the texts of the links in a line's signing part up to the first that is parted from those before by more than “and”."""
    found: list[str] = []
    end = 0
    begin = len(block.text) - len(signing(block.text).text)
    for link in block.source.links:
        if link.start < begin:
            continue
        if found and not JOINED.fullmatch(block.text[end : link.start]):
            break
        text = block.text[link.start : link.end]
        if found or people(text):
            found.append(text)
            end = link.end
    return found


def _is_marked(block: Block) -> bool:
    return not MARKS.isdisjoint(block.source.marks)


def _is_classed(block: Block) -> bool:
    """Say whether the class of a line's element, of one within it or of the one around it, calls it an author's."""
    tokens = block.source.tokens[:OWN_TOKENS]
    called = AUTHORED in block.source.marks or not AUTHOR_TOKENS.isdisjoint(tokens)
    return called and OTHERS_TOKENS.isdisjoint(block.source.tokens)


def _bios(page: Page, rows: Rows) -> list[str]:
    """Return the removed bios, without those of people who make the paper: below a heading that says so, or on a page of theirs."""
    theirs = page.title is not None and PRESENTED.fullmatch(page.blocks[page.title].text) is not None
    found, presented = [], set[int]()
    for index, text in _placed(page, rows.get("author_bio", ())):
        above = range(max(0, index - BIO_HEADING), index)
        if theirs or any(PRESENTED.fullmatch(page.blocks[i].text) for i in above) or not presented.isdisjoint(above):
            presented.add(index)
        elif count_words(text) >= MIN_BIO_WORDS:
            found.append(text)
    return found


def _bio_names(text: str) -> list[str]:
    name = BIO_VERB.split(text, maxsplit=1)[0].strip(" .,:")
    return [name] if is_person(name) else []


def _houses(page: Page, shown: Sequence[str]) -> tuple[str, ...]:
    """Return agencies and desks that signed, in a byline row or the head."""
    said = page.metadata.get("said", {})
    named = [one.value for key in ("houses", "authors") for one in said.get(key, ())]
    parts = (part for text in shown for part in re.split(r"\s*[|,/]\s*|\s+and\s+", unlabelled(text)))
    rows = [part for part in parts if not HELP.match(part)]
    found = [agency(name) or name for name in (*named, *rows) if is_house(name) and not people(name)]
    signed = (name.strip(" .,()") for name in found if len(name) <= MAX_NAME_CHARS)
    return tuple(dict.fromkeys(name for name in signed if not any(_has_helped(text, name) for text in shown)))


def _has_helped(text: str, house: str) -> bool:
    """Say whether a signature names a house as whose material was used: “mit Material der dpa”."""
    before, found, _ = text.partition(house)
    return bool(found) and HELPED_BEFORE.search(before) is not None


def _desks(page: Page) -> Iterator[str]:
    """Yield lines at the headline that name an agency and nothing else, or a desk behind a label."""
    for index in range((page.title or 0) + 1, min(len(page.blocks), opening(page) + NEAR_BELOW)):
        text = page.blocks[index].text
        part = signing(text)
        signed = _undated_words(part.text) if len(text) <= MAX_SIGNATURE_CHARS else ""
        if len(signed) > MAX_RANK_CHARS or signed.endswith(SENTENCE_ENDS) or cued(page, index, *NO_SIGNATURES):
            continue
        if part.dated or FIGURE.search(text):
            lead = unlabelled(text[: stamped(text)].strip(STOPS))
            known = agency(lead)
            if known and (lead.isupper() or known == lead):
                yield lead
                continue
        bare = unlabelled(signed)
        if sender(bare) or (bare != signed and is_organisation(bare) and not people(signed)):
            yield signed


def _placed(page: Page, rows: Sequence[Removal]) -> list[tuple[int, str]]:
    """Return the texts of removed rows, each with the index of the block that it was cut from."""
    starts = [block.start for block in page.blocks] if rows else []
    return [(bisect_right(starts, row.spans[0].start) - 1 if row.spans else 0, row.text) for row in rows]


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each once."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(folded(name), name)
    return tuple(seen.values())
