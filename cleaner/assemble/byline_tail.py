"""Who is named below the story or in its last lines as its writer: behind a label, in the box of an author, in a bio."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import islice

from cleaner.assemble.authored import BIO_VERB, MAX_RANK_CHARS, is_classed, is_marked, is_subject, names_in
from cleaner.assemble.byline_rows import (
    MAX_ROW_CHARS,
    NO_SIGNATURES,
    is_asked,
    is_labelled,
    is_rank,
    names_others,
    opens_with_name,
    took_pictures,
)
from cleaner.assemble.candidates import opening
from cleaner.assemble.paragraphs import Rows
from cleaner.byline_labels import PRESENTED, has_bare_label
from cleaner.model import LINKED, Page, Removal
from cleaner.names import is_caseless, is_person
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.section_heads import opens_section
from cleaner.signatures import people
from cleaner.signing import is_label
from cleaner.tokens import count_words, squeezed

MIN_BIO_WORDS = 6
"""Words from which a removed bio tells of its author; shorter ones are labels and roles."""
BIO_HEADING = 3
"""Lines between a heading and the bios below it: a name, a role."""
BOXED_BELOW = 2
"""Blocks after the story in which a name with a role below it is its author's; further down stand others."""
ASKED_ABOVE = 12
"""Lines at the story's end in which a label alone may ask for its writer, taken for text with the bio below."""
MAX_UNCASED_CHARS = 24
"""Longest name in a script without capitals."""
SOURCED = ".publisher.source"
"""The end of the ids of rules that know where a story says it is from."""
MADE_BY = regex(r"(?!(?:this|the)\s+(?:article|story|post|photo|picture|map)\b)[^.!?]{3,60}\sis\s+(?:written|edited|compiled|curated)(?:\s*(?:,|and|&)\s*\w+){0,2}\s+by\s+(?P<names>[^.!?]{5,80})\.?", re.IGNORECASE)
"""What newsletters and small papers say of who writes them."""
OWN_SECTIONS = frozenset({"author_bio", "byline", "tags", "share", "follow", "subscribe", "donation"})
"""Kinds of sections after a story that are its own, and below which it may be signed."""
RIGHT_BELOW = 1
"""Lines below the story's end that no pack knows after which a given name alone is a reader's."""


def signed_off(page: Page, tail: range, own: Collection[str]) -> tuple[str, ...]:
    """Return the people whom the first line below the story names that signs in so many words, by markup or behind a label alone.

    It stands before any section of others, that behind a label or in an element called byline also in the story's last lines; “Posted by Ida Kell on May 3, 2024 in Town” is no byline's row, having more in it than who signs.
    """
    for index in range(max(opening(page) + 1, tail.start - ASKED_ABOVE), tail.stop):
        block, below = page.blocks[index], index >= tail.start
        if below and (opens_section(block, page.cues[index], OWN_SECTIONS) or _is_title(page, index)):
            return ()
        asked = is_label(page.blocks[index - 1].text) and opens_with_name(block.text, dated=False)
        if len(block.text) > MAX_ROW_CHARS or not (asked or ((below or is_classed(block)) and (is_marked(block) or _is_labelled(block.text, below=below)))):
            continue
        barred = cued(page, index, *NO_SIGNATURES) and not block.source.signers
        if barred or names_others(block.text) or took_pictures(page, index):
            continue
        names = tuple(name for name in names_in(block) if squeezed(name) not in own)
        if names and not (_are_given(names) and sum(not page.cues[i] for i in range(tail.start, index)) > RIGHT_BELOW):
            return names
    return ()


def _is_labelled(text: str, *, below: bool) -> bool:
    """Say whether a line says “by”; `below` the story a label with its colon counts as well."""
    return is_labelled(text) or (below and has_bare_label(text))


def _is_title(page: Page, index: int) -> bool:
    """Say whether a line is another story's title: a link that signs nothing."""
    block = page.blocks[index]
    signs = is_labelled(block.text) and (block.source.signers or is_classed(block))
    return page.features.titles[index] and block.source.link_density >= LINKED and not signs


def _are_given(names: Sequence[str]) -> bool:
    """Say whether names are given ones alone, as readers sign with below the story too."""
    return all(name.isascii() and " " not in name for name in names)


def author_box(page: Page, tail: Sequence[int], own: Collection[str]) -> tuple[str, ...]:
    """Return the name that stands alone below the story, as in the box of its author: a bio begins below it, or right behind the story a role.

    Whom a release names for its readers' questions has “contact” above, and what is listed in menus stands on the page in small letters too.
    """
    for place, index in enumerate(tail[:-1]):
        block = page.blocks[index]
        if any(hit.kind == "author_bio" and hit.match == "section" for hit in page.cues[index]):
            below = page.blocks[index + 1].text
            named = people(below, sure=True) if len(below) <= MAX_UNCASED_CHARS and is_caseless(below) else []
            if len(named) == 1 and squeezed(below) not in own:
                return (named[0],)
        if is_asked(page, index) or block.text.endswith(("?", ":")) or opens_section(block, page.cues[index], OWN_SECTIONS):
            return ()
        if len(block.text) > MAX_RANK_CHARS or not is_person(block.text) or cued(page, index, *NO_SIGNATURES):
            continue
        below = page.blocks[index + 1].text
        boxed = _tells_of(below, block.text) or (place < BOXED_BELOW and is_rank(below))
        if boxed and squeezed(block.text) not in own and not is_subject(page, block.text, index):
            return (block.text,)
    return ()


def closing_bio(page: Page, own: Collection[str]) -> tuple[str, ...]:
    """Return the name that stands alone in the story's last lines with a bio below it, if no other does in the story: more are what it is about."""
    start, end = opening(page), page.features.story[1]
    texts = page.features.texts
    alike = (i for i in range(start, end - 1) if texts[i][0] == texts[i + 1][0] and len(texts[i]) <= MAX_RANK_CHARS)
    pairs = (i for i in alike if opens_with_name(texts[i], dated=False) and _tells_of(texts[i + 1], texts[i]))
    found = [*islice(pairs, 2)]
    if len(found) != 1 or found[0] < end - ASKED_ABOVE or not is_person(texts[found[0]]) or is_subject(page, texts[found[0]], found[0]):
        return ()
    name = texts[found[0]]
    return () if squeezed(name) in own or is_asked(page, found[0]) else (name,)


def sourced(page: Page, rows: Rows) -> list[str]:
    """Return the people behind the paper's name in the row that names the story's source, or on the line below its label: “Source: Brask Online/ Ida Kell”."""
    found = with_blocks(page, [row for row in rows.get("publisher", ()) if row.rule.endswith(SOURCED)])
    texts = [text if "/" in text else "".join(block.text for block in page.blocks[index + 1 : index + 2]) for index, text in found]
    return [name for text in texts if len(text) <= MAX_ROW_CHARS and "://" not in text for name in map(str.strip, text.split("/")[1:]) if is_person(name)]


def made_by(page: Page, tail: range) -> list[str]:
    """Return the people of whom a line below the story says that they write what it stands in: “The Quay Letter is written and edited by Ida Kell.”."""
    found = (MADE_BY.fullmatch(page.blocks[index].text) for index in tail if len(page.blocks[index].text) <= MAX_ROW_CHARS)
    return next((names for match in found if match and (names := people(match["names"]))), [])


def _tells_of(text: str, name: str) -> bool:
    """Say whether a text begins as a bio of somebody does, with their name or given name: “Ida Kell writes”, “Ida is”."""
    called = next((begin for begin in (name, name.split(maxsplit=1)[0]) if text.startswith(begin)), "")
    return bool(called) and BIO_VERB.match(text[len(called) :]) is not None


def bios_of(page: Page, rows: Rows) -> list[str]:
    """Return the removed bios, without those of people who make the paper: below a heading that says so, or on a page of theirs."""
    theirs = page.title is not None and PRESENTED.fullmatch(page.blocks[page.title].text) is not None
    found, presented = [], set[int]()
    for index, text in with_blocks(page, rows.get("author_bio", ())):
        above = range(max(0, index - BIO_HEADING), index)
        if theirs or any(PRESENTED.fullmatch(page.blocks[i].text) for i in above) or not presented.isdisjoint(above):
            presented.add(index)
        elif count_words(text) >= MIN_BIO_WORDS:
            found.append(text)
    return found


def bio_names(text: str) -> list[str]:
    """Return the name with which a bio begins, as a list; none where it begins otherwise."""
    name = BIO_VERB.split(text, maxsplit=1)[0].strip(" .,:")
    return [name] if is_person(name) else []


def with_blocks(page: Page, rows: Sequence[Removal]) -> list[tuple[int, str]]:
    """Return the texts of removed rows, each with the index of the block that it was cut from."""
    starts = [block.start for block in page.blocks] if rows else []
    return [(bisect_right(starts, row.spans[0].start) - 1 if row.spans else 0, row.text) for row in rows]
