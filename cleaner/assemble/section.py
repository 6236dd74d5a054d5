"""The section of the paper in which the story stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cleaner.assemble.candidates import NOTHING, Candidate, Choice, near, opening
from cleaner.assemble.site import HOME
from cleaner.dates import find
from cleaner.model import LINKED, Block, Page
from cleaner.names import is_person
from cleaner.rules.base import cued
from cleaner.rules.echoes import SIMILAR, similarity
from cleaner.rules.mail import head as mail_head
from cleaner.section_heads import opens_section
from cleaner.tokens import squeezed

DECLARED, TRAIL, MARKED, LABEL = 0.9, 0.7, 0.6, 0.5
"""Trust in the head's section, a trail of breadcrumbs, a link or element that is marked as the section's, a label above the headline."""
CRUMB_TOKENS = frozenset(["breadcrumb", "breadcrumbs", "crumb", "crumbs", "ariane", "brotkrumen", "kruimelpad", "migas", "pankuzu", "topicpath"])
CRUMB_MARKS = frozenset(["aria-label=breadcrumb", "aria-label=breadcrumbs", "itemtype=breadcrumblist"])
KICKER_TOKENS = frozenset(["kicker", "eyebrow", "rubric", "overline", "topline", "cat", "cats", "category", "categories", "label", "labels", "channel"])
"""Words that the elements of links to a story's section are called by."""
OWN_TOKENS = 5
"""Class and id words, the nearest first, that are a line's own and its parents'."""
MOST_LABELS = 3
"""Links in a row that may be rubrics; more are a menu."""
BELOW = 4
"""Blocks after the story in which it says where it was filed."""
MAX_WORDS, MAX_CHARS = 5, 40
"""How long a section's name is."""
LABEL_ABOVE = 2
"""Blocks above the headline of which one may be its label; farther up stand menus."""
LONG = 4
"""Words from which a breadcrumb that shares the most of its words with the headline is the headline."""


def section(page: Page, others: Collection[str]) -> Choice:
    """Return the choice of the section: what the head says, else the first that the page shows; `others` are names of authors and the site."""
    given = page.metadata.get("section")
    if given:
        said = page.metadata.get("said", {}).get("section", ())
        return Choice(str(given), said[0].source if said else "head", DECLARED, ())
    if mail_head(page):
        return NOTHING
    wrong = HOME | {squeezed(name) for name in others}
    for name, source, trust in _candidates(page):
        if squeezed(name) not in wrong and _may_be(name) and not _is_headline(page, name):
            return Choice(name, source, trust, ())
    return NOTHING


def _may_be(name: str) -> bool:
    """Say whether a link may be a section's: days and writers are links too."""
    return any(sign.isalpha() for sign in name) and ":" not in name and not is_person(name) and next(find(name), None) is None


def _candidates(page: Page) -> Iterator[Candidate]:
    """Yield what may be the section's name, the likeliest first."""
    trail = [one.value for one in page.metadata.get("said", {}).get("trail", ())]
    yield from (Candidate(name, "json-ld", TRAIL) for name in reversed(trail) if _is_short(name))
    start = opening(page)
    shown = [name for block in page.blocks[:start] if _is_crumb(block) for name in _links(block) or [block.text]]
    yield from (Candidate(name, "breadcrumb", TRAIL) for name in reversed(shown) if _is_short(name))
    place = near(page)
    for index in (*place, *range(max(place.stop, page.features.story[1]), min(len(page.blocks), page.features.story[1] + BELOW))):
        block = page.blocks[index]
        if index >= place.stop and opens_section(block, page.cues[index]):
            break
        marks = block.source.marks
        if "rel=category" in marks or "itemprop=articlesection" in marks or "itemprop=genre" in marks:
            named = _links(block) or [block.text]
            yield from (Candidate(name, "markup", MARKED) for name in named if _is_short(name))
    yield from (Candidate(name, "kicker", LABEL) for name in _kickers(page, start))
    above = range(page.title - 1, max(-1, page.title - 1 - LABEL_ABOVE), -1) if page.title is not None else range(0)
    label = next((page.blocks[i] for i in above if cued(page, i, "section_label")), None)
    if label and label.source.link_density < LINKED and label.role != "list_item" and _is_short(label.text):
        yield Candidate(label.text, "label", LABEL)


def _kickers(page: Page, start: int) -> Sequence[str]:
    """Return the links around the headline whose elements are called a section's, if they are few."""
    if page.title is None:
        return ()
    around = page.blocks[near(page).start : start]
    found = [block for block in around if block.index != page.title and _is_kicker(block) and _may_label(page, block.index)]
    return [_links(block)[0] for block in found] if len(found) <= MOST_LABELS else ()


def _may_label(page: Page, index: int) -> bool:
    """Say whether no pack knows a line as anything but a label."""
    return not page.cues[index] or not cued(page, index) or cued(page, index, "section_label", "tags")


def _is_kicker(block: Block) -> bool:
    source = block.source
    return source.link_density >= LINKED and not KICKER_TOKENS.isdisjoint(source.tokens[:OWN_TOKENS]) and _is_short(block.text)


def _is_crumb(block: Block) -> bool:
    """Say whether a block stands in a trail of breadcrumbs."""
    return not (CRUMB_TOKENS.isdisjoint(block.source.tokens) and CRUMB_MARKS.isdisjoint(block.source.marks))


def _links(block: Block) -> list[str]:
    return [block.text[link.start : link.end].strip() for link in block.source.links]


def _is_short(name: str) -> bool:
    return 1 < len(name) <= MAX_CHARS and name.count(" ") < MAX_WORDS


def _is_headline(page: Page, name: str) -> bool:
    """Say whether a name is the story's own, whole or cut."""
    titles = [page.blocks[page.title].text] if page.title is not None else []
    own = squeezed(name.rstrip("…. "))
    for title in (*titles, *page.metadata.get("headlines", ())):
        whole = squeezed(title)
        if own == whole or (name.endswith(("…", "...")) and whole.startswith(own)):
            return True
        if name.count(" ") + 1 >= LONG and similarity(name, title) >= SIMILAR:
            return True
    return False
