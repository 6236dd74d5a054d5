"""The name of the site in a text without markup: the line on top of the page, borne out by what the page's furniture says besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.assemble.candidates import Candidate, addresses, labelled
from cleaner.assemble.paragraphs import Rows
from cleaner.houses import is_paper
from cleaner.letters import is_small
from cleaner.model import Kind, Page
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.tokens import squeezed, words

HINT = 0.4
"""Trust in each place that only hints at the site's name: two of them make it."""
TOP = 4
"""Lines of text, from the first, of which one is the masthead; cookie banners and links to skip the menu stand above it."""
TELLING_CHARS = 6
"""Letters from which a name at the end of a window's title is no chance within an owner's: “Verlagshaus Brasker Bote” has “Brasker Bote”."""
LONGEST_NAME, NAME_WORDS, FEWEST_CHARS = 50, 6, 4
"""Characters and words of the longest masthead, and letters of the shortest."""
FIRST_LINES = 40
"""Lines above the headline among which the first four without a cue are looked for."""
SAYS: tuple[Kind, ...] = ("subscribe", "follow", "app_prompt", "donation", "contact", "author_bio", "affiliate_note", "paywall", "aggregator")
"""Kinds of rows in which a site says its own name: “Sign up for the Brask Courier's letter”."""
SAID_WORDS = 2
"""Words of a name from which it is known in a sentence; single words are words of others too."""
ADDRESS = regex(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)+)")
"""A host in an address or behind the sign of one of mail."""
BEHIND = regex(r"\s+[-–—|·•:»/]+\s+(?P<name>\S.*)")
"""What stands behind a headline in a window's title."""
MARKS = " \t|*#•·[](){}<>»«–—-:"
"""Signs around a line of furniture that are none of its words."""


def hints(page: Page, rows: Rows, owned: Sequence[str]) -> Iterator[Candidate]:
    """Yield a candidate for each place that bears out one of the names on top of the page, or of the houses `owned` by its line of rights."""
    top = _top(page)
    said = [row.text for kind in SAYS for row in rows.get(kind, ())]
    legal = [row.text for row in rows.get("legal", ())]
    credited = [row.text.rstrip(MARKS) for row in rows.get("caption", ())]
    hosts = _hosts(page, [*said, *legal])
    window = _window(page)
    for name in dict.fromkeys([*top, *window, *owned]):
        bare = squeezed(name).removeprefix("the")
        if len(bare) < FEWEST_CHARS:
            continue
        if name in top:
            yield Candidate(name, "masthead", HINT)
            if is_paper(name):
                yield Candidate(name, "form of a paper's name", HINT)
        if name in window:
            yield Candidate(name, "title", HINT)
        if any(_begins(house, name) or (name in window and len(bare) >= TELLING_CHARS and bare in squeezed(house)) for house in owned):
            yield Candidate(name, "copyright", HINT)
        if bare in hosts:
            yield Candidate(name, "address", HINT)
        if _is_said(name, said) or any(re.search(rf"[(/:©]\s*{re.escape(name)}\)?$", text) for text in credited):
            yield Candidate(name, "furniture", HINT)


def _begins(house: str, name: str) -> bool:
    """Say whether the name of a house begins with a site's, as “Brask Courier Media Ltd” does."""
    owner_words, own = ([word for word in words(text) if word != "the"] for text in (house, name))
    return owner_words[: len(own)] == own or squeezed(house).removeprefix("the") == squeezed(name).removeprefix("the")


def _top(page: Page) -> list[str]:
    """Return the first lines above the headline that may be the masthead."""
    title = page.title if page.title is not None else min(TOP, page.features.story[0])
    found: list[str] = []
    for index in range(min(title, FIRST_LINES)):
        text = page.blocks[index].text.strip(MARKS)
        if text and not cued(page, index):
            found += [text] if _may_be(text) else []
            if len(found) == TOP:
                break
    return found


def _window(page: Page) -> list[str]:
    """Return the name behind the headline in a window's title, with which a text may begin: “Ferry runs aground | Brask Courier”."""
    if page.title is None:
        return []
    title = page.blocks[page.title].text
    lines = (block.text for block in page.blocks[:TOP])
    ends = (line[line.find(title) + len(title) :] for line in lines if title in line)
    names = (match["name"].strip() for end in ends if (match := BEHIND.fullmatch(end)))
    return [name for name in names if name and _may_be(name)][:1]


def _may_be(text: str) -> bool:
    """Say whether a line has the form of a name."""
    begun = text[0].isalpha() and not is_small(text[0])
    return begun and len(text) <= LONGEST_NAME and text.count(" ") < NAME_WORDS and text[-1] not in ".,!?…"


def _hosts(page: Page, said: Sequence[str]) -> frozenset[str]:
    """Return the squeezed names that hosts in addresses go by: the page's own, and those that its furniture names."""
    links = [*addresses(page), *(f"//{found}" for text in said if "." in text for found in ADDRESS.findall(text))]
    return frozenset(label for link in links for label in labelled(link))


def _is_said(name: str, said: Sequence[str]) -> bool:
    """Say whether the page's furniture has a name of several words in one of its sentences."""
    bare = name.removeprefix("The ")
    return bare.count(" ") + 1 >= SAID_WORDS and any(bare in text and len(text) > len(name) for text in said)
