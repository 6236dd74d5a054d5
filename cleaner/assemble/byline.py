"""Byline, authors and author bio: the signature at the headline, the page's head, links to authors, the bio."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cleaner.assemble.authored import MAX_RANK_CHARS, is_marked, unique
from cleaner.assemble.byline_rows import (
    BARE,
    MAX_ROW_CHARS,
    NO_SIGNATURES,
    SENTENCE_ENDS,
    STOPS,
    Row,
    at_headline,
    is_labelled,
    names_others,
    pictured,
    signing_rows,
)
from cleaner.assemble.byline_tail import (
    OWN_SECTIONS,
    SOURCED,
    author_box,
    bio_names,
    bios_of,
    closing_bio,
    made_by,
    signed_off,
    sourced,
    with_blocks,
)
from cleaner.assemble.candidates import NEAR_BELOW, Candidate, Choice, after, choose, near, opening
from cleaner.assemble.dateline_east import Dateline
from cleaner.assemble.paragraphs import Rows
from cleaner.byline_labels import has_label, unlabelled
from cleaner.houses import agency, is_house, is_organisation, sender
from cleaner.model import Page
from cleaner.names import FIGURE, MAX_NAME_CHARS, is_person
from cleaner.nobodies import is_eastern_house, is_placeholder
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.rules.line_signs import MAX_SIGNATURE_CHARS
from cleaner.section_heads import opens_section
from cleaner.signatures import people
from cleaner.signing import signing, without_site
from cleaner.stamping import stamped
from cleaner.tokens import folded, squeezed

TRUST = {"export": 0.98, "front matter": 0.9, "json-ld": 0.85, "opengraph": 0.7, "meta": 0.75, "dublin-core": 0.7, "microdata": 0.7}
SIGNED, LABELLED, LINKED, IN_TEXT, CLOSED, TAIL_SIGNED, BIO, ELSEWHERE = 0.8, 0.97, 0.84, 0.78, 0.62, 0.6, 0.5, 0.3
"""Trust in a byline row at the headline, one with a label, a marked one, the names behind a dateline, a name with its role below the story, another row there, a bio, a row elsewhere."""
HELP = regex(r"(?:mit|with|avec|con|com|met|med|z|s)\s", re.IGNORECASE)
HELPED_BEFORE = regex(rf"\b{HELP.pattern}+(?:[^\s,;]+\s+){{0,3}}$", re.IGNORECASE)
"""What stands before a house that only helped."""
BIOS = 2
"""Bios of which the first that names its writer is read."""
WRITTEN_TO = regex(
    r"\b(?:[Cc]ontact|[Rr]each|[Ee]-?mail)\s(?:the\s)?(?:[a-z]+\s)?(?:reporter|writer|columnist|correspondent)\s(?P<name>(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-ÖØ-Þ][\w’'-]+)\s(?:at|on|by|via)\b"
)
"""How papers close a story with its writer's address: “Contact reporter Ida Kell at …”."""


CLOSING = "byline.closing"
"""The rule that finds a name with a role below the story."""
INITIALS = regex(r"(?=.*\.)(?:[^\W\d_]{1,2}(?:\.\s?|\s|-|$))+")
"""Letters that an editor signs with, “M. Be.”: nobody can be found by them."""


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
    bios = bios_of(page, rows)
    bylines = with_blocks(page, rows.get("byline", ()))
    others = _others(page, rows, {*at_headline(page), *(index for index, _ in bylines)})
    signed = [row for row in bylines if row[0] not in others]
    head = signing_rows(page, signed, own, others)
    named = [*_candidates(page, rows, signed, head, bios, own), *_candidate(placed.people, "dateline", IN_TEXT)]
    choice = choose(_without(_writers(page, named), barred), lambda names: frozenset(map(folded, names)))
    shown = [row.text for row in head] or [text for _, text in signed if not (BARE.match(text) or names_others(text))]
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
        yield from _candidate(_declared(page, values, own), source, TRUST.get(source, ELSEWHERE))
    marked = [name for row in head if is_marked(page.blocks[row.index]) for name in row.names]
    labelled = [name for row in head if is_labelled(row.text) for name in row.names]
    yield from _candidate(marked, "marked", LINKED)
    yield from _candidate(labelled, "byline", LABELLED)
    yield from _candidate([name for row in head for name in row.names], "byline", SIGNED)
    tail = after(page)
    texts = [(index, text) for index, text in signed if not names_others(text)]
    below = [name for index, text in texts if index in tail for name in people(text)]
    yield from _candidate(below, "signature", TAIL_SIGNED)
    yield from _candidate(signed_off(page, tail, own), "signature", TAIL_SIGNED)
    closing = [row.text for row in rows.get("byline", ()) if row.rule == CLOSING]
    yield from _candidate([name for text in closing for name in people(text)][:1], "signature", CLOSED if any("," in text for text in closing) else ELSEWHERE)
    asked = (match["name"] for row in rows.get("contact", ()) if (match := WRITTEN_TO.search(row.text)))
    yield from _candidate([name for name in asked if is_person(name)][:1], "signature", TAIL_SIGNED)
    yield from _candidate(author_box(page, tail, own), "author_bio", BIO)
    yield from _candidate(closing_bio(page, own), "author_bio", BIO)
    told = next(filter(None, map(bio_names, bios[:BIOS])), ())
    yield from _candidate([name for name in told if squeezed(name) not in own], "author_bio", BIO)
    yield from _candidate(sourced(page, rows), "signature", ELSEWHERE)
    yield from _candidate(made_by(page, tail), "signature", BIO)
    elsewhere = next((names for _, text in texts if has_label(text) and (names := people(text))), [])
    yield from _candidate(elsewhere, "byline", SIGNED if set(below) < set(elsewhere) and below else ELSEWHERE)


def _others(page: Page, rows: Rows, asked: Collection[int]) -> Collection[int]:
    """Return the indices among those `asked` for of blocks whose signatures are those of other stories.

    They stand not at the headline, and have a related title right above or, after the story, the heading of a section.
    """
    end = max(page.features.story[1], opening(page) + 1)
    sections = (i for i in range(end, len(page.blocks)) if opens_section(page.blocks[i], page.cues[i], OWN_SECTIONS))
    stop = next(sections, len(page.blocks))
    titles = {index for index, _ in with_blocks(page, rows.get("related", ()))}
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
    text = without_site(text)
    rest = unlabelled(text)
    begin = stamped(rest)
    words = text[: len(text) - len(rest) + begin].rstrip(STOPS)
    names = people(signing(text).text)
    cut = any(name in words for name in names) if names else people(words, sure=True) or (" " in words and not people(text, sure=True))
    return words if begin and cut else text


def _candidate(names: Iterable[str], source: str, trust: float) -> Iterator[Candidate]:
    found = unique(name for name in names if not (is_placeholder(name) or is_eastern_house(name) or INITIALS.fullmatch(name)))
    if found:
        yield Candidate(found, source, trust)


def _writers(page: Page, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield candidates without those who took the pictures, where others are named beside them."""
    for one in candidates:
        took = pictured(page, one.value) if len(one.value) > 1 else frozenset()
        kept = tuple(name for name in one.value if name not in took)
        yield one._replace(value=kept) if kept else one


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


def _declared(page: Page, values: Sequence[str], own: Collection[str]) -> list[str]:
    """Return the people that the head names, without the site itself."""
    houses = {folded(one.value) for one in page.metadata.get("said", {}).get("houses", ())}
    return [
        name
        for value in values
        if folded(value) not in houses and squeezed(value) not in own
        for name in people(value, sure=True)
        if squeezed(name) not in own
    ]


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
        if len(signed) > MAX_RANK_CHARS or signed.endswith(SENTENCE_ENDS) or cued(page, index, *NO_SIGNATURES) or (":" in text and any(hit.rule.endswith(SOURCED) for hit in page.cues[index])):
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
