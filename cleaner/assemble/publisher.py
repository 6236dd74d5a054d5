"""Publisher, aggregator and site name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from cleaner import house_notes, signoff
from cleaner.assemble import printed, republished
from cleaner.assemble.candidates import Candidate, Choice, choose
from cleaner.assemble.copyright import RIGHTS, eastern, owner
from cleaner.assemble.paragraphs import Rows
from cleaner.houses import agency, is_organisation, is_paper, sender
from cleaner.model import Page, Paragraph, Removal
from cleaner.names import is_person
from cleaner.nobodies import is_placeholder, without_form
from cleaner.parse import export, front
from cleaner.regexes import regex
from cleaner.rules import cables
from cleaner.tokens import squeezed
from cleaner.urls import host, house

PUBLISHER = regex(
    r"^\W*(?:(?:publisher|source|(?:(?:news|story|article|text|materials) )?provided by|syndicated from|courtesy of|quelle|fuente|fonte|bron|via)\s*[:\-–]?\s+"
    r"|(?P<told>.{0,60}?\b(?:(?:originally|first)\s+(?:appeared|published|ran)\s+(?:in|on|by|at)"
    r"|(?:republished|reprinted|reposted|reproduced)\s+(?:here\s+)?(?:with\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:from|of)|from)"
    r"|(?:story|article|piece)\s+(?:was|is)\s+(?:produced|reported)\s+by)\s+(?-i:the\s+)?))"
    r"(?P<name>.{2,80}?)"
    r"(?:(?(told)(?:,?\s+(?:and|on|under|with|in\s+(?:partnership|collaboration|association))|,\s+(?:an?|the|which))\s+.*|(?!))|[.:]\s.*)?\W*$",
    re.IGNORECASE,
)
"""A row that names the publisher behind a label or in a sentence, which goes on after the name; a label's name may have such words itself."""
PROVIDED = regex(r"^\W*(?:\w+\s+)?provided by\s*:?", re.IGNORECASE)
"""A label that stands above the publisher at wires, and before people who gave a picture elsewhere."""
HANDED_ON = regex(r"\bdistributed by\s+(?-i:[A-Z])", re.IGNORECASE)
"""Words behind a line of rights that name the service through which its owner's story came: “© 2024 The Tamm Times. Distributed by …”."""
PROVIDED_PICTURE = regex(r"©\s?Provided by\s(?P<name>[A-Z0-9][\w&.,'’-]*(?:\s[\w&.,'’-]+){0,6})\W*$")
"""The end of a portal's caption that names the house whose story and picture it shows."""
LEGAL_FORM = regex(r"\b(?:Inc|Ltd|Corp|Co|Bros)$")
"""The end of a house's name that a full stop belongs to."""
SOURCE_RULES = ".publisher.source"
"""The end of the ids of rules that know the word for “source” in a language, with a colon and a name behind it."""
SOURCE = regex(r"^[^\w]*(?P<label>[^:：=]{2,24}?)\s*[:：=]\s*(?P<name>[^,，、;；|｜/]{2,40}?)[\s.。)）\]】|｜/·]*$")
OTHER_SOURCES = regex(r"(?i)标题|標題|资料|資料|참고|자료|参照|参考|引用|อ้างอิง|quellen|sources|fuentes|fontes|fonti|источники|джерела|zdroje|kilder|källor|bronnen")
"""Labels of several sources, of data, references and first headlines."""
OWN_WORDS = regex(r"(?i)(?:inf(?:ormacj[ae]|\.)?|mat(?:eriały|\.)?|opracowani[ea]|źródł[oa]) własn[aey]|eigener bericht|eigene recherchen?|elaboraci[óo]n propia|elaborazione propria|elaboração própria|eigen (?:redactie|berichtgeving)|red\.? własn\w*")
"""Whom a row names that says that the story is the house's own, in the words of papers."""
YEAR = regex(r"\b(?:19|20)\d{2}\b")
VIA = regex(r"\W*via\b(?!\s*[:：])", re.IGNORECASE)
"""A word that thanks whoever told the writer, as a rule: “via Brask Courier” below a blog's entry; at the headline, and before an agency, it names the house."""
SOFTWARE = frozenset("blogger blogspot wordpress wordpress.com wix wix.com squarespace drupal joomla ghost typo3 weebly tumblr jimdo webnode".split())  # noqa: SIM905
"""What a site runs on, and some templates give as the publisher of all that is written with it."""
PLACED = regex(r"\s+(?:in|on|by|at)\s+(?:the\s+)?", re.IGNORECASE)
OWN = regex(r"(?:our|my|this|these|its|your)\b", re.IGNORECASE)
"""First words of what is the house's own: “originally published in our May issue”."""
NOTE_NAME = regex(
    r"(?:edited|created|written|published|verified|endorsed|produced|modified)\s+(?:or\s+\w+\s+)?by\s+(?:the\s+staff\s+of\s+|the\s+)?"
    r"(?P<name>[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})"
)
RECORDED, ROW, SIGNED, ISSUED, DECLARED, CANONICAL, PRINTED, WRITTEN_FOR, NAMED, COPYRIGHTED = 0.98, 0.95, 0.8, 0.65, 0.6, 0.55, 0.5, 0.45, 0.42, 0.4
"""Trust in a record's head, a row that names the publisher, an agency's signature, what a firm says of itself below its release, the page's head,
a canonical link to another house's address, the heads of printed pages, a paper behind its writer's name, the paper whose owner a copyright line names, that owner."""
LONGEST_NAME = 80
"""Characters of the longest name of a house."""
COMPANY = regex(r"\s+(?:Company|CIC|C\.I\.C\.|Verlag|Publishing|Publications)$")
"""The ends of houses' names that are no forms of companies by law, or that no other has."""
SLOGAN, SITE_WORDS = regex(r"\s[-–—|·•:»/]\s|:\s"), 5
"""What parts a site's name from what it praises itself for, and words of a name that has none of that."""
LABEL_WORDS = 5
"""Most words of a row that is an aggregator's name; longer ones say what it did."""


def publisher(page: Page, rows: Rows, signed: Sequence[str] = (), authors: Sequence[str] = (), site: str = "") -> Choice:
    """Return the choice of who wrote the story.

    A row among the removed `rows` that names the publisher wins; then an agency that signed (`signed`: from dateline and byline), since what the
    head declares is as a rule the house that carries the story; then the head. A copyright line that names one of the `authors` names no
    house, and one that names the owner of the `site` tells that the site wrote the story.
    """
    return choose(_candidates(page, rows, signed, authors, site), str.casefold)


def _candidates(page: Page, rows: Rows, signed: Sequence[str], authors: Sequence[str], site: str) -> Iterator[Candidate]:
    for row in rows.get("publisher", ()):
        if _is_inner_source(page, row):
            continue
        name = _below(page, row) if PROVIDED.fullmatch(row.text) else _named(row)
        if name and not (VIA.match(row.text) and not agency(name) and _place(page, row) >= page.features.story[0]):
            yield Candidate(name, "publisher row", ROW)
            break
    notes = (house_notes.named(row.text) for row in rows.get("publisher", ()) if row.rule == house_notes.RULE)
    yield from [Candidate(name, "house note", ISSUED) for name in notes if name and (is_organisation(name) or not is_person(name))][:1]
    if house := _handed_on(rows, authors):
        yield Candidate(house, "publisher row", ROW)
    provided = (PROVIDED_PICTURE.search(row.text) for row in rows.get("caption", ()))
    yield from [Candidate(match["name"], "publisher row", ROW) for match in provided if match and not is_person(match["name"])][:1]
    agencies = [sender(name) for name in signed if sender(name)]
    yield from (Candidate(name, "signature", SIGNED) for name in agencies[:1])
    if not agencies and (house := cables.house(page)):
        yield Candidate(house, "signature", SIGNED)
    yield from [Candidate(name, "signature", WRITTEN_FOR) for name in signed if not agencies and is_paper(name)][:1]
    for one in page.metadata.get("said", {}).get("publisher", ()):
        if "//" not in one.value and one.value.casefold() not in SOFTWARE:
            yield Candidate(one.value, one.source, RECORDED if one.source in (export.SOURCE, front.SOURCE) else DECLARED)
            break
    if paper := printed.name(page, rows):
        yield Candidate(paper, "running head", PRINTED)
    elsewhere = _elsewhere(page)
    if elsewhere:
        yield Candidate(elsewhere, "canonical link", CANONICAL)
    for row in rows.get("legal", ()):
        name = "" if _is_picture(page, row) else owner(row.text)
        if name and not _is_credit(name) and squeezed(name) not in map(squeezed, authors):
            yield Candidate(site if _is_within(site, name) else _as_said(page, name), "copyright", COPYRIGHTED)
            own = site and not (SLOGAN.search(site) or site.count(" ") >= SITE_WORDS or rows.get("aggregator") or HANDED_ON.search(row.text))
            yield from [Candidate(site, "site name", NAMED)] if own else []
            break


def signed_off(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return the agencies that sign behind the stop of the story's last sentence: “… said the mayor. (ANSA)”."""
    return signoff.agencies(paragraphs[-1].text) if paragraphs else ()


def _named(row: Removal) -> str:
    """Return the publisher that a row names, nothing where it names none."""
    match = PUBLISHER.match(row.text)
    if match is None and row.rule.endswith(SOURCE_RULES):
        match = SOURCE.match(row.text)
        if match and OTHER_SOURCES.search(match["label"]):
            return ""
    if match is None and row.text.startswith("/") and row.text.endswith("/"):
        return agency(row.text.strip("/")) or ""
    name = republished.named(row.text, row.rule) if match is None else eastern(_undated(match["name"])).strip()
    if not name:
        return ""
    if is_placeholder(name) or OWN_WORDS.fullmatch(name) or "://" in name or OWN.match(name) or (PROVIDED.match(row.text) and is_person(name)) or _is_credit(name):
        return ""
    return f"{name}." if LEGAL_FORM.search(name) and f"{name}." in row.text else name


def is_handed_on(rows: Rows) -> bool:
    """Say whether the rows of rights say that a service distributed the story, so that they are not the carrier's."""
    return any(HANDED_ON.search(row.text) for row in rows.get("legal", ()))


def _handed_on(rows: Rows, authors: Sequence[str]) -> str:
    """Return the house with the rights in a story that a service distributed, nothing where none did or a columnist has them."""
    texts = [row.text for row in rows.get("legal", ())] if is_handed_on(rows) else []
    at = next((i for i, text in enumerate(texts) if HANDED_ON.search(text)), 0)
    return next((name for name in map(owner, texts[max(0, at - 1) : at + 1]) if name and squeezed(name) not in map(squeezed, authors)), "")


def _is_credit(name: str) -> bool:
    """Say whether a name is an agency's and its photographer's, parted by a stroke, as below a picture."""
    parts = [part.strip() for part in name.split("/")] if "/" in name else []
    return any(map(agency, parts)) and any(map(is_person, parts))


def _is_picture(page: Page, row: Removal) -> bool:
    """Say whether a row of rights within the story has a name alone, no year and no rights: it is a picture's."""
    start, end = page.features.story
    return start <= _place(page, row) < end and not YEAR.search(row.text) and not RIGHTS.search(row.text)


def _place(page: Page, row: Removal) -> int:
    """Return the index of the block in which a row begins, -1 where it stands in none."""
    return bisect_right(page.blocks, row.spans[0].start, key=attrgetter("start")) - 1 if row.spans else -1


def _is_inner_source(page: Page, row: Removal) -> bool:
    """Say whether a row that names a source stands with prose of the story above and below it: it is that of a box or graphic."""
    start, end = page.features.story
    place, prose = _place(page, row), page.features.prose
    return row.rule.endswith(SOURCE_RULES) and any(prose[start:place]) and any(prose[place + 1 : end])


def _below(page: Page, row: Removal) -> str:
    """Return the name in the line below a row that is a label alone."""
    index = _place(page, row) + 1
    text = page.blocks[index].text if 0 < index < len(page.blocks) else ""
    return text if text[:1].isupper() and len(text) <= LONGEST_NAME else ""


def _is_within(site: str, name: str) -> bool:
    """Say whether a house's name has the site's in it, with or without “the”."""
    return bool(site) and squeezed(site).removeprefix("the") in squeezed(name)


def _as_said(page: Page, name: str) -> str:
    """Return a company's name without its form where the page says it so elsewhere: “The Brask Courier” of “The Brask Courier Company”."""
    bare = COMPANY.sub("", without_form(name))
    return bare if bare != name and page.visible.count(bare) > page.visible.count(name) else name


def _undated(name: str) -> str:
    """Return the publisher in what stands behind "first published in": a day may stand before it, or alone."""
    when, *where = PLACED.split(name, maxsplit=1)
    if YEAR.search(when):
        name = where[0] if where else ""
    return name.strip(" .,")


def _elsewhere(page: Page) -> str:
    """Return the host of the canonical link where it is another house's than the page's own, else nothing."""
    own, canonical = host(page.url or ""), host(str(page.metadata.get("canonical") or ""))
    return canonical.removeprefix("www.") if own and "." in canonical and house(own) != house(canonical) else ""


def aggregator(rows: Rows) -> str | None:
    """Return who carried the story: the name beside an aggregator's note, else the name the note gives."""
    texts = [row.text for row in rows.get("aggregator", ())]
    notes = [text for text in texts if text.count(" ") + 1 > LABEL_WORDS]
    for text in texts:
        if text not in notes and any(text.casefold() in note.casefold() for note in notes):
            return text
    for note in notes:
        match = NOTE_NAME.search(note)
        if match:
            return match["name"].rstrip(".")
    return None
