"""What is seen of a line that could be the headline: its form, its place, its neighbours, and what else on the page says its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cleaner import stops
from cleaner.byline_labels import BY
from cleaner.dates import find
from cleaner.features import Features
from cleaner.letters import is_small
from cleaner.model import FRONT_MATTER, LINKED, Kind, Page
from cleaner.name_words import PARTICLES
from cleaner.names import FIGURE, is_person
from cleaner.regexes import regex
from cleaner.reporters import reporters
from cleaner.rules import folios
from cleaner.rules.echoes import ECHO_CHARS, SIMILAR, compared_words, is_telling
from cleaner.rules.line_signs import (
    BELOW,
    DEK_WORDS,
    NO_KINDS,
    SIGNED,
    TRAIL,
    is_attributed,
    is_credit,
    is_dated_signature,
    is_no_headline,
    is_running_head,
    is_stamped,
    whole_kinds,
)
from cleaner.urls import plain, slug

LOOK_BACK = 80
"""Blocks before the story in which a headline is looked for."""
LEAD = 2
"""Blocks that are taken for the lead."""
SLUG_SHARE = 0.4
"""Share of the telling words of an address from which a line counts as what it was made of. Fitted with the weight of `slug`: on 2,800
development pages 43 more choices are right with it, 7 wrong."""
WINDOW_WORDS, WINDOW_LINES, WINDOW_ECHO = 3, 4, 0.35
"""Words of a window's title, without the site's name, lines from its own on among which it does not stand again as the page's headline
(logos do there), and share of its words that the story has too, as menus' have not. Field observation."""
WINDOW_MARK = regex(r"\s[-–—|:»·<]{1,2}\s")
"""What parts the headline from the site's name in a window's title, with which a page's text may begin."""
MIN_NAMED_WORDS = 2
"""Words from which a line can be recognised as the page's title."""
FEW, SHORT, USUAL, LONG = 4, 6, 16, 22
"""Words below which a line is hardly a headline, a short one, a usual one, a long one."""
MAX_WORDS, MAX_CHARS = 45, 320
"""Most that a headline has; some papers tell the story in it."""
MANY = 8
"""Telling words that are as good as any more."""
MAX_GAP = 3
"""Blank lines that part as well as any more."""
MAX_WRITER_CHARS = 30
"""Longest name on a line of its own that is no headline."""
BETWEEN = 4
"""Lines between a dek and a name below it that are looked at: addresses, names of others."""
_WIDE, FEWEST_WIDE = regex(r"\S(?:[ \xa0]{3,}|\t)(?=\S)"), 2
"""What parts the entries of a menu in one line, and in how many places it does."""
_BRACKETS = regex(r"\s*\([^()]*\)")
_WORD = regex(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")
"""Addresses have none: `lete-du-port` was “L’été du port”."""
_CREDIT_TAIL = regex(
    r"[.!?…»”\"]\s*\(?(?!\W)[^\W\d_a-zß-ÿ][^.!?:]{1,40}\)?$|(?i:\b(?:quelle|fuente|fonte|source|©)\b)[^.]{0,60}$|/[^\W\d_]{2,20}$"
)
"""A sentence with a name behind it: a caption with its credit."""
_SMALL_WORD = regex(r"(?<!\S)[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{3,}")
"""A word that a headline in which each has a capital does not have: there a second sentence is no name."""
SHARED: frozenset[Kind] = frozenset({"share", "tools"})
MASTHEAD, MASTHEAD_LINES = regex(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\s[-–—|·•]\s"), 3
"""A site's name as its address with a slogan behind it, and lines from a text's first among which it stands."""
MIN_HOUSE_CHARS = 6
"""Characters of a paper's name before its writer's."""
MIN_CRUMB = 15
"""Characters of a title from which a line that ends with them is a breadcrumb or window title."""
MIN_CRUMB_WORDS = 3
"""Words from which a breadcrumb's last part is the beginning of a headline and no rubric."""
_LABEL = regex(rf"^(?:{BY})\s", re.IGNORECASE)


def page_title(page: Page) -> str:
    """Return what the page's head calls the story, empty when it says nothing."""
    for value in page.metadata.get("headlines", ()):
        if value:
            return str(value)
    return ""


def _window(page: Page) -> str:
    """Return what a text's first line calls the story, where that is the window's title: its words stand again above the story, on a line of their own.

    Programs that take all of a page's text begin with it. Behind a mark it names the site; a line of few words is the site's own, and a menu that
    stands twice goes on alike.
    """
    if page.media_type == "text/html" or not page.blocks or whole_kinds(page, 0):
        return ""
    texts: tuple[str, ...] = page.features.texts[: page.features.story[0] + 1]
    first = page.features.texts[0]
    for match in (None, *WINDOW_MARK.finditer(first)):
        told = first[: match.start()] if match else first
        if told.count(" ") >= WINDOW_WORDS - 1 and told in texts[WINDOW_LINES:]:
            again = texts.index(told, WINDOW_LINES)
            return told if texts[again + 1 : again + 2] != texts[1:2] else ""
    return ""


class Context(NamedTuple):
    """What a line is compared with.

    The page, the first line that is looked at, by line from there the kinds that packs know it whole as, the words of
    the page's own title, of lead and story, whether there is an `h1`, by folded text the first line that has it, these
    texts as one, the last parts of breadcrumbs among them, the telling words of the page's address, and the lines that
    are the head of a printed page or cite it.
    """

    page: Page
    low: int
    kinds: Sequence[frozenset[Kind]]
    named: frozenset[str]
    lead: frozenset[str]
    story: frozenset[str]
    level_one: bool
    first: Mapping[str, int]
    above: str
    crumbs: tuple[str, ...]
    slug: frozenset[str]
    printed: frozenset[int]

    def known(self, index: int) -> frozenset[Kind]:
        """Return the kinds of a line."""
        place = index - self.low
        return self.kinds[place] if 0 <= place < len(self.kinds) else whole_kinds(self.page, index)

    def among(self, start: int, end: int) -> frozenset[Kind]:
        """Return the kinds of several lines together."""
        found = [kinds for index in range(start, end) if (kinds := self.known(index))]
        return NO_KINDS.union(*found) if found else NO_KINDS


def context_of(page: Page) -> Context:
    """Return what the lines of a page are compared with."""
    features: Features = page.features
    start, end = features.story
    low = max(0, start - LOOK_BACK)
    first: dict[str, int] = {}
    for index in range(low, start):
        first.setdefault(features.texts[index].casefold(), index)
    told = frozenset(compared_words(" ".join(features.texts[start:end])[:ECHO_CHARS]))
    window = compared_words(_window(page))
    return Context(
        page,
        low,
        [whole_kinds(page, index) for index in range(low, start)],
        frozenset(compared_words(page_title(page)) or (window if len(told.intersection(window)) >= WINDOW_ECHO * len(window) else ())),
        frozenset(compared_words(" ".join(features.texts[start : start + LEAD]))),
        told,
        any(block.role == "heading" and block.level == 1 for block in page.blocks[:start]),
        first,
        "\n".join(first),
        _crumbs(first),
        slug(page.url or ""),
        frozenset(folios.lines(page)),
    )


def seen_of(context: Context, index: int) -> dict[str, float]:
    """Return what is seen of a line, nothing when it cannot be a headline."""
    block, count = context.page.blocks[index], context.page.features.words[index]
    text = block.text
    if count > MAX_WORDS or len(text) > MAX_CHARS:
        return {}
    may = block.role == "heading" or (
        count > 1
        and not text.endswith((",", ";"))
        and not context.known(index)
        and not (block.source.bullet and not block.source.path)
    )
    if not may and (not context.named or count < MIN_NAMED_WORDS):
        return {}
    if FRONT_MATTER in block.source.marks or (index < MASTHEAD_LINES and not block.source.path and MASTHEAD.match(text)):
        return {}
    if _is_behind_house(context, index) or _is_menu(context.page, index) or is_attributed(context.page.features.texts, index) or _is_writer(context, index) or _is_below_dek(context, index):
        return {}
    own = compared_words(text)
    named = _named(context, own)
    agreed = named >= SIMILAR
    if not own or not (agreed or may) or is_running_head(context.page, text) or (not agreed and (is_no_headline(text, own) or is_dated_signature(text))):
        return {}
    seen = {"line": 1.0, "agreed": named if agreed else 0.0, "not_agreed": float(bool(context.named) and not agreed)}
    return seen | _form(context, index, own) | _place(context, index) | _neighbours(context, index)


def _is_behind_house(context: Context, index: int) -> bool:
    """Say whether a line of text is the paper's name, which stands alone above, and its writer's: “Le Courrier de Brask Ida KELL”."""
    text = context.page.features.texts[index]
    if context.page.media_type == "text/html" or len(text) > 2 * MAX_WRITER_CHARS:
        return False
    return any(len(line) < len(text) and text.casefold().startswith(f"{line} ") and is_person(text[len(line) + 1 :]) for line in context.first if len(line) >= MIN_HOUSE_CHARS)


def _is_menu(page: Page, index: int) -> bool:
    """Say whether a line of text has words wide apart in several places, as the entries of a menu and the cells of a row stand."""
    if page.media_type != "text/plain":
        return False
    start, end = page.blocks[index].spans[0]
    return len(_WIDE.findall(page.visible, start, end)) >= FEWEST_WIDE


def _is_writer(context: Context, index: int) -> bool:
    """Say whether a line of text is a name between another line and a date: “Last Ferry”, “Ida Kell”, “3 May 2024”.

    Above a byline it is whom the story is about, and a headline in capitals has words of which the story speaks.
    """
    page, text = context.page, context.page.features.texts[index]
    if page.media_type == "text/html" or not 0 < index < len(page.blocks) - 1 or len(text) > MAX_WRITER_CHARS:
        return False
    above = page.features.words[index - 1] > 1 and not context.known(index - 1) and page.blocks[index - 1].role != "list_item"
    if not above or FIGURE.search(page.features.texts[index + 1]) is None:
        return False
    named = is_person(text) and (text.count(" ") == 1 or "." in text or not PARTICLES.isdisjoint(text.split()))
    return ((named and context.story.isdisjoint([word for word in compared_words(text) if is_telling(word)])) or bool(reporters(text))) and next(find(page.features.texts[index + 1]), None) is not None


def _is_below_dek(context: Context, index: int) -> bool:
    """Say whether a line of text is names between a dek and a date: “Nobody wept when the boat left.”, “Ida Kell, Tom Varn (Photos)”, “3 May 2024”.

    Between them may stand an address of mail or another's name. Below a sentence a name is no headline, whoever the story is about.
    """
    page, text = context.page, _BRACKETS.sub("", context.page.features.texts[index])
    if page.media_type == "text/html" or len(text) > 2 * MAX_WRITER_CHARS or not all(map(is_person, text.split(", "))):
        return False
    texts, words = page.features.texts, page.features.words
    others = (i for i in range(index - 1, max(-1, index - 1 - BETWEEN), -1) if not (context.known(i) or "@" in texts[i] or is_person(texts[i])))
    dek = next(others, None)
    dated = any(next(find(texts[i]), None) for i in range(index + 1, min(index + 1 + BELOW, len(texts))))
    return dek is not None and words[dek] >= DEK_WORDS and texts[dek][-1] in stops.FULL and dated


def _named(context: Context, own: Sequence[str]) -> float:
    """Return the share of words that a line, of words `own`, and the page's own title have in common."""
    if not context.named or len(own) < MIN_NAMED_WORDS:
        return 0.0
    distinct = set(own)
    return len(distinct & context.named) / min(len(distinct), len(context.named))


def _form(context: Context, index: int, own: Sequence[str]) -> dict[str, float]:
    """Return what the line's own words and markup tell."""
    block, count = context.page.blocks[index], context.page.features.words[index]
    text = block.text
    telling = [word for word in own if is_telling(word)]
    number = len(telling) or 1
    heading, one = block.role == "heading", block.role == "heading" and block.level == 1
    return {
        "level_one": float(one),
        "heading": float(heading and not one),
        "no_level_one": float(context.level_one and not one),
        "inside": 0.0,
        "echo_lead": sum(map(context.lead.__contains__, telling)) / number,
        "echo_story": sum(map(context.story.__contains__, telling)) / number,
        "echo_many": min(len(context.story.intersection(telling)), MANY) / MANY,
        "few_words": float(count < FEW),
        "short": float(FEW <= count < SHORT),
        "long": float(USUAL <= count < LONG),
        "very_long": float(count >= LONG),
        "sentence": float(text.endswith((".", "。")) and not (context.printed or text.isupper())),  # old papers set a stop behind headlines
        "colon": float(": " in text),
        "credit": float(is_credit(text, own)),
        "credit_tail": float(_has_credit_tail(text, own)),
        "stamped": float(is_stamped(text, own)),
        "trail": float(TRAIL.search(text) is not None),
        "label": float(_LABEL.match(text) is not None),
        "small_start": float(is_small(text[0])),
        "capitals": float(text.isupper()),
        "cued": float(bool(context.known(index))),
        "linked": float(block.source.link_density > LINKED),
        "slug": _in_slug(context, text) if context.slug and not context.named else 0.0,  # a head tells it better
    }


def _has_credit_tail(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, ends as a caption with its credit does; behind a stop in a headline whose words all have capitals stands no name."""
    tail = _CREDIT_TAIL.search(text)
    return tail is not None and (tail[0][0] not in ".!?…" or _SMALL_WORD.search(text) is not None or is_credit(text, own))


def _in_slug(context: Context, text: str) -> float:
    """Return the share of the telling words of the page's address that a line has too, nothing if it is small."""
    told, folded = context.slug, plain(text)
    share = len(told.intersection([*_WORD.findall(folded), *_WORD.findall(folded.translate(_APOSTROPHES))])) / len(told)
    return share if share >= SLUG_SHARE else 0.0


def _place(context: Context, index: int) -> dict[str, float]:
    """Return what the line's place on the page tells."""
    page = context.page
    away = max(1, page.features.story[0] - index)
    text = page.features.texts[index].casefold()
    return {
        "near": 1.0 / away,
        "far": min(away, LOOK_BACK) / LOOK_BACK,
        "told_before": float(context.first.get(text, index) < index),
        "in_crumb": float(len(text) >= MIN_CRUMB and _in_crumb(context, text)),
        "gap_below": min(page.blocks[min(index + 1, len(page.blocks) - 1)].source.gap, MAX_GAP) / MAX_GAP,
        "gap": min(page.blocks[index].source.gap, MAX_GAP) / MAX_GAP,
    }


def _crumbs(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the last parts of breadcrumbs that are long enough to be a headline or its beginning."""
    parts = (TRAIL.split(line)[-1].strip(" .…") for line in lines if TRAIL.search(line))
    return tuple(part for part in parts if len(part) >= MIN_CRUMB and len(part.split()) >= MIN_CRUMB_WORDS)


def _in_crumb(context: Context, text: str) -> bool:
    """Say whether a line before the story ends in `text` behind other words, or a breadcrumb's last part begins it."""
    endings = [ending for mark in " /" if (ending := f"{mark}{text}") in context.above]
    if endings and any(line.endswith(tuple(endings)) for line in context.first):
        return True
    return text.startswith(context.crumbs)


def _leads_to(line: str, text: str) -> bool:
    """Say whether a line is the breadcrumb or window title of `text`."""
    return line.endswith(text) or text.startswith(_crumbs([line]))


def _neighbours(context: Context, index: int) -> dict[str, float]:
    """Return what the lines around tell: signature and date below, other headlines around, furniture above."""
    page = context.page
    count = page.features.words
    start = page.features.story[0] if index < page.features.story[0] else len(page.blocks)
    over = _like(context, index - 1) and not _leads_to(page.features.texts[index - 1].casefold(), page.features.texts[index].casefold())
    under = _like(context, index + 1)
    below = context.among(index + 1, min(index + 1 + BELOW, start))
    above = context.among(max(context.low, index - BELOW), index)
    return {
        "signed_below": float(not below.isdisjoint(SIGNED)),
        "shared_below": float(not below.isdisjoint(SHARED)),
        "signed_above": float(not above.isdisjoint(SIGNED)),
        "between": float(over and under),
        "one_above": float(over and not under),
        "dek_below": float(index + 1 < start and count[index + 1] > count[index] > FEW),
    }


def _like(context: Context, index: int) -> bool:
    """Say whether a line before the story has the form of a headline."""
    features = context.page.features
    inside = context.low <= index < features.story[0]
    return inside and not context.known(index) and bool(features.titles[index])
