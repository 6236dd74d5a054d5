"""Publication and modification dates: the page's head, marked elements, lines at the headline, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise
from typing import Any

from cleaner import old_dates
from cleaner.assemble.candidates import NOTHING, Candidate, Choice, addresses, after, choose, near, opening
from cleaner.assemble.day_order import DOTTED, dots_month_first, shows_day_first
from cleaner.date_labels import AS_OF, DUE, MODIFIED, OTHER, PUBLISHED
from cleaner.dates import LETTER, Stamp, find, read
from cleaner.letters import is_small
from cleaner.model import FRONT_MATTER, LINKED, Kind, Page
from cleaner.months import month
from cleaner.parse import export, front
from cleaner.regexes import regex
from cleaner.rules import cables, folios, mail
from cleaner.rules.base import cued
from cleaner.section_heads import opens_section
from cleaner.signatures import is_signature, people
from cleaner.signing import is_label, signing
from cleaner.stamping import before as lead_in
from cleaner.tokens import count_words
from cleaner.urls import host, split

TRUST = {"export": 0.98, "front matter": 0.9, front.CREATED: 0.4, "json-ld": 0.85, "opengraph": 0.85, "meta": 0.75, "dublin-core": 0.75, "microdata": 0.8}
MARKED, LABELLED, LINE, TAIL, ADDRESS = 0.7, 0.75, 0.6, 0.5, 0.5
"""Trust in a `time` element at the headline, a line that says “published”, another date line, one after the story,
the address."""
MAX_LINE = 200
"""Longest line that is a date line."""
BESIDES = 60
"""Characters that a date line has besides its dates: a name, a section, a label."""
PATH = regex(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[/-](?P<m>0?[1-9]|1[0-2]|[a-z]{3})[/-](?P<d>[0-3]?\d)(?!\d)", re.IGNORECASE
)
CLOSE_PATH = regex(r"(?<=[/_-])(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
"""The same without marks between them: `harbour-reopens-20240503`."""
DAY_FIRST = frozenset(
    ["uk", "au", "nz", "ie", "in", "za", "ng", "ke", "gh", "pk", "lk", "sg", "my", "mt", "jm", "zw", "eu"]
)
"""Top-level domains of English-writing countries where the day comes first."""
LINES_BELOW = 5
"""Further blocks below the story's first ones in which a line that is all date stands: below a lead or picture."""
SENTENCE_WORDS = 3
"""Words that a sentence has besides its dates; fewer may be a label that ends in a stop."""
CLOSE = 20
"""Characters between a sentence's label and its date: “published on Monday,”."""
SPAN = regex(r"\s*(?:[-–—]|to|until|till|through|bis|zum|au|al|hasta|até|tot|do|по|до)\s*", re.IGNORECASE)
"""What stands between the first and last day of an event."""
SPANNED = regex(rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?P<behind>{LETTER}{{3,16}})\.?|(?P<first>{LETTER}{{3,16}})\.?\s+\d{{1,2}})(?:,?\s+(?:1\d|20)\d\d)?{SPAN.pattern}$", re.IGNORECASE)
"""A first day without its year, or of a year in which no page was written, and what stands between it and the last: “3 May to ”, “May 4, 1941 - ”."""
FROM = regex(r",?\s*(?:ab|from|à\s+partir\s+de|a\s+partir\s+de|dalle(?:\s+ore)?|vanaf)\s+\d", re.IGNORECASE)
"""What stands behind the day of something that begins at an hour: “14 June 2025, from 11”."""
ADDRESS_LINES = 2
"""Lines from a text's first in which the address it was copied from stands."""
SPAN_CHARS = 40
"""Longest of these."""
NAMED = regex(r"[^\W\d_]{2}[^:]*\s[^\W\d_]{2}[^:]*[:：]\s*(?:\w{2,12}[.,]?\s*){0,2}$")
"""A label of several words that says what happens on a day: “Open day: ”."""
ELSEWHERE: frozenset[Kind] = frozenset({"related", "caption"})
"""Kinds of lines whose dates are those of other stories and of pictures."""
DISCUSSION: frozenset[Kind] = frozenset({"comment", "comment_form"})
"""Kinds of sections below whose heading no date is the story's."""
OTHERS: frozenset[Kind] = frozenset({"related", *DISCUSSION})
"""The same behind the story; one of related stories may stand between its paragraphs."""
SIGNED_OFF = 2
"""Blocks after the story of which one may be its date without a label; further down stand those of other stories."""
OTHERS_DATED = 2
"""Further dates after the story, with other lines between, from which they are those of other stories."""
MARKS = frozenset(["published", "modified", "datetime"])
"""Marks of elements that hold a day, by what their names say of it."""
FIGURE = regex(r"\d")
FIGURED = regex(r"(?<![\d/.-])\d{1,2}[/.-]\s?\d{1,2}[/.-]\s?\d\d")
"""A day, a month and a year in figures, the year last."""
WEATHER = regex(r"\d\s?°")
DAY = 10
"""Characters of a day in ISO 8601."""
ISO_639 = 2
"""Letters of a language's code; what follows is a country or script."""
CACHED = 512
"""Texts before a date whose label is remembered: both dates ask for it."""
MOST_EAST, MOST_WEST = timedelta(hours=14), timedelta(hours=12)
"""How far the clocks of inhabited places run before and behind UTC."""
DEK = 2
"""Blocks below the headline that may be its dek, though they read like prose."""
ABOVE = 3
"""Blocks above the headline in which its day stands."""
WRITTEN = len("2024-05-01T09:30+02:00")
"""Longest date that people write: with seconds and a zone it is a machine's, and seldom seen."""
OVERRULED = 0.15
"""Trust in each of the head's sources where the page shows its readers another day: the five together stay below one line."""
YEARLESS = regex(
    r"(?:\D{0,24}?\s)?(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th|\.|º)?\s(?:de\s|d['’])?(?P<after>[^\W\d_]{3,12})\.?|(?P<before>[^\W\d_]{3,12})\.?\s(?P<day2>\d{1,2})(?:st|nd|rd|th)?)\b(?![ ,.]+(?:de\s)?\d{4})"
)
"""A day and its month without a year, behind its label or on a line of its own."""
AMERICAN = regex(r"\d\s?[AaPp]\.?[Mm]\.?\s[ECMP][SD]T\b")
"""A time of day in one of the United States' zones: their dates put the month first."""
QUARTER = timedelta(minutes=15)
"""Offsets from UTC are whole quarters of an hour."""


def dates(page: Page, fetched: str = "") -> tuple[Choice, Choice]:
    """Return the choices of the publication date and of the date of the latest change; see `date` for `fetched`."""
    lines = _DateLines(page)
    published = _published(page, lines, fetched)
    return published, _changed(page, lines, published.value, fetched)


def date(page: Page, fetched: str = "") -> Choice:
    """Return the choice of the publication date.

    `fetched` is when the page was fetched (ISO 8601), if that is known: no page was published later. A date that JSON-LD
    alone gives, and not to a story but to the page, is none where the page shows no day at its head, not even that of a
    change: publishing systems date every standing page so, and give stories' dates elsewhere too.
    """
    return _published(page, _DateLines(page), fetched)


def _published(page: Page, lines: _DateLines, fetched: str) -> Choice:
    given = list(_candidates(page, lines))
    bare = page.metadata.get("page_dated") and all(candidate.source == "json-ld" for candidate in given)
    if bare and next(lines.within(_headline(page)), None) is None:
        return NOTHING
    found = _unmodified(page, given, lines)
    return _local(chosen(found, fetched), found)


def _unmodified(page: Page, candidates: Sequence[Candidate], lines: _DateLines) -> list[Candidate]:
    """Return the candidates without those that the page shows but its head calls the day of a change.

    Where the day of a change is what stands below the headline, unlabelled, it is what readers take for the story's,
    and outweighs the head; so does a day there that is earlier than all of the head's, which may be an import's.
    """
    said = page.metadata.get("said", {})
    changed = {(lines.read(one.value) or "")[:DAY] for one in said.get("date_modified", ())}
    published = {candidate.value[:DAY] for candidate in candidates if candidate.source in TRUST}
    if not published:
        return list(candidates)
    shown = _shown(page, lines)
    day = next(iter(shown), "")
    if day and published == _figured(said.get("date", ()), lines) == {_turned(day)} and published != {day}:
        return [c._replace(confidence=OVERRULED) if c.source in TRUST else c for c in candidates]
    agreed = published & {*shown, *map(_turned, shown)}
    if day and not agreed and (day in changed or day < min(published)):
        return [c._replace(confidence=OVERRULED) if c.source in TRUST else c for c in candidates]
    doubtful = changed - published
    return [c for c in candidates if c.source in TRUST or c.value[:DAY] not in doubtful]


def _shown(page: Page, lines: _DateLines) -> list[str]:
    """Return the days at the headline, before any prose but a dek, that no label calls those of a change."""
    if page.title is None:
        return []
    prose, below = page.features.prose, page.title + 1
    stop = next((i for i in range(below + DEK, len(prose)) if prose[i]), len(prose))
    found = lines.within(range(max(0, page.title - ABOVE), min(stop, opening(page) + LINES_BELOW)))
    return [iso[:DAY] for iso, label in found if label != "modified" and len(iso) <= WRITTEN]


def _figured(said: Sequence[Any], lines: _DateLines) -> set[str]:
    """Return the days that the head gives in figures with the year last, of which either may be the month: the page says it in words."""
    return {(lines.read(one.value) or "")[:DAY] for one in said if FIGURED.match(one.value)}


def _turned(day: str) -> str:
    """Return a day with day and month in the other order: which is meant is not always known."""
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}"


def _local(choice: Choice, candidates: Sequence[Candidate]) -> Choice:
    """Return the choice with the day that the page itself shows, where its head gives the same moment in UTC."""
    if not choice.value or not choice.value.endswith("Z"):
        return choice
    for candidate in candidates:
        shown = candidate.source != "address" and candidate.value[:DAY] != choice.value[:DAY]
        if shown and _same_moment(choice.value, candidate.value):
            return choice._replace(value=candidate.value, source=candidate.source)
    return choice


def _same_moment(utc: str, shown: str) -> bool:
    """Say whether `shown` may be the moment `utc` in the site's own time: in whole quarters of an hour beside it."""
    moment = datetime.fromisoformat(utc).replace(tzinfo=None)
    if len(shown) == DAY:
        day = datetime.fromisoformat(shown)
        return day - MOST_EAST <= moment < day + timedelta(days=1) + MOST_WEST
    if shown.endswith("Z") or "T" not in shown:
        return False
    local = datetime.fromisoformat(shown)
    if local.tzinfo is not None:
        return abs(local.astimezone(UTC).replace(tzinfo=None) - moment) < timedelta(minutes=1)
    apart = local - moment.replace(second=local.second, microsecond=0)
    return -MOST_WEST <= apart <= MOST_EAST and apart % QUARTER == timedelta(0)


def _changed(page: Page, lines: _DateLines, published: str | None, fetched: str) -> Choice:
    """Return the choice of the date of the latest change, never before `published`."""
    said = [
        Candidate(value, one.source, TRUST.get(one.source, LINE))
        for one in page.metadata.get("said", {}).get("date_modified", ())
        if (value := lines.read(one.value))
    ]
    changes = ("modified", "as of") if published else ("modified",)
    labelled = ((iso, label) for iso, label in lines.within(_headline(page)) if label in changes)
    shown = [Candidate(iso, "date line", LABELLED) for iso, label in labelled if label == "modified" or iso != published]
    if published:
        days = (value for kind, mark in _marks(page) if kind == "modified" and (value := lines.read(mark)))
        shown += [Candidate(value, "date line", MARKED) for value in days if value[:DAY] > published[:DAY]]
    found = [c for c in (*said, *shown) if not published or c.value[:DAY] >= published[:DAY]]
    return chosen(found, fetched)


def month_first(page: Page) -> bool:
    """Say whether `3/4/2024` means March on this page.

    In English it does, save where the site is of a country of day first, or the page itself shows that it puts the day first.
    """
    lang = str(page.metadata.get("lang") or page.language or "en").lower()
    if not lang.startswith("en"):
        return False
    domain = host(page.url or str(page.metadata.get("canonical") or "")).rsplit(".", 1)[-1]
    custom = lang[:5] not in ("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za") and domain not in DAY_FIRST
    return custom and not shows_day_first(page.visible)


def _language(page: Page) -> str:
    """Return the language (ISO 639-1) that a page says it is in, or that of its text where it says none or English.

    Templates are left in English on pages in any language; languages that are alike are told apart by the page better than by
    a short text.
    """
    said = str(page.metadata.get("lang") or "").lower()[:ISO_639]
    return said if said not in ("", "en") else page.language


def chosen(candidates: Iterator[Candidate] | Sequence[Candidate], fetched: str) -> Choice:
    """Return the choice among dates, none of which is later than `fetched`, if that is known."""
    possible = [c for c in candidates if not fetched or not _is_later(c.value, fetched)]
    return choose(possible, lambda iso: iso[:DAY]) if possible else NOTHING


def _is_later(iso: str, fetched: str) -> bool:
    """Say whether a date is later than the fetch: as a moment where both have a zone, else by more than the day that zones may part."""
    if iso[:DAY] <= fetched[:DAY]:
        return False
    if len(iso) < DAY:
        return True
    published, visit = datetime.fromisoformat(iso), datetime.fromisoformat(fetched)
    if published.tzinfo and visit.tzinfo:
        return published > visit
    return published.date() - visit.date() > timedelta(days=1)


def _candidates(page: Page, lines: _DateLines) -> Iterator[Candidate]:
    for one in page.metadata.get("said", {}).get("date", ()):
        value = lines.read(one.value) or (old_dates.read(one.value) if one.source in (export.SOURCE, front.SOURCE) else None)
        if value:
            yield Candidate(value, one.source, TRUST.get(one.source, LINE))
    yield from _marked(page, lines)
    if (cable := cables.read_cable(page)) and cable.moment:
        yield Candidate(cable.moment, "date line", LABELLED)
    found = list(lines.within(_passed_on(page, _headline(page, LINES_BELOW), lines)))
    yield from _yearless(page, found)
    yield from (Candidate(iso, "date line", LABELLED) for iso, label in found if label == "published")
    unlabelled = [Candidate(iso, "date line", LINE) for iso, label in found if not label]
    yield from (unlabelled or [Candidate(iso, "date line", LINE) for iso, label in found if label == "as of"])[:1]
    if not found:
        days = (folios.day(page, index) for index in folios.lines(page))
        yield from (Candidate(iso, "running head", LINE) for iso in islice(filter(None, days), 1))
        yield from (Candidate(iso, "date line", TAIL) for iso, _ in islice(lines.within(_sent(page)), 1))
    if all(label == "modified" for _, label in found):
        story, tail = page.features.story, after(page)
        published = (iso for iso, label in lines.within(range(story[0], tail.stop)) if label == "published")
        signed_off = (iso for iso, label in lines.within(_sign_off(page)) if not found and label in ("", "as of") and not lines.list_others(tail))
        yield from (Candidate(iso, "date line", TAIL) for iso in islice(chain(published, signed_off), 1))
    yield from _address(page)


def _yearless(page: Page, found: Sequence[tuple[str, str]]) -> Iterator[Candidate]:
    """Yield the day of publication that is said without its year, beside that of a change with it: “Publié le 3 mai à 9 h 05”, “Mis à jour le 4 mai 2024”."""
    changed = next((iso for iso, label in found if label == "modified"), None)
    if changed is None or any(label != "modified" for _, label in found):
        return
    for index in _headline(page):
        text = page.blocks[index].text
        above = page.blocks[index - 1].text if index else ""
        match = YEARLESS.match(text) if len(text) <= BESIDES and (_label(text) == "published" or (_label(above) == "published" and len(above) <= BESIDES)) else None
        number = month(next(filter(None, (match["after"], match["before"]))).rstrip(".").casefold()) if match else None
        if match and number:
            day = f"{number:02d}-{int(match['day'] or match['day2']):02d}"
            year = int(changed[:4]) - (day > changed[5:DAY])
            yield Candidate(f"{year}-{day}", "date line", LABELLED)
            return


def _headline(page: Page, more: int = 0) -> range:
    """Return the indices of the blocks around the headline and the story's beginning, with `more` of them, but none behind the story."""
    place, (start, end) = near(page), page.features.story
    stop = min(len(page.blocks), place.stop + more)
    return range(place.start, min(stop, end) if start < end > opening(page) else stop)


def _passed_on(page: Page, place: range, lines: _DateLines) -> range:
    """Return `place` without the head of a mail that passes on a story with a date of its own."""
    sent = mail.head(page)
    own = range(max(place.start, max(sent) + 1), place.stop) if sent and page.title not in sent else place
    return own if own == place or next(lines.within(own), None) else place


def _sent(page: Page) -> range:
    """Return the line that says when a mail was sent, if it is the sender's own: it passes on no other, and no story is typed in."""
    sent = mail.head(page)
    subject = next((page.blocks[index].text for index, kind in sent.items() if kind == "title"), "")
    own = subject and mail.is_own(subject) and not mail.CUT.search(page.visible) and min(sent) == 0
    dated = next((index for index, kind in sent.items() if kind == "date"), None)
    return range(dated, dated + 1) if own and dated is not None else range(0)


def outwards(page: Page, place: range) -> list[int]:
    """Return the indices of `place` in the order in which they are likely to tell of the story.

    Those between headline and story come first, then those above the headline, the nearest first: what stands further up may be
    the day of the visit, or of another story in a menu.
    """
    title = page.title if page.title is not None else place.start
    start = max(title, opening(page))
    return [i for i in (*range(title, start), *range(title - 1, place.start - 1, -1), *range(start, place.stop)) if i in place]


def _sign_off(page: Page) -> range:
    """Return the indices of the blocks after the story that may be its date, before any that leads to other stories."""
    tail, features = after(page), page.features
    own = [i for i in tail if not cued(page, i, "tags", "share")]
    tail = range(tail.start, own[SIGNED_OFF - 1] + 1) if len(own) >= SIGNED_OFF else tail
    linked = (i for i in tail if features.titles[i] and page.blocks[i].source.link_density >= LINKED and not cued(page, i))
    return range(tail.start, next(linked, tail.stop))


def _marked(page: Page, lines: _DateLines) -> Iterator[Candidate]:
    """Yield the day of the first element around the headline that holds one, but for those of changes.

    Templates of old call the publication's “updated” as well: such a day counts where no other is marked.
    """
    marks = list(_marks(page))
    for wanted in (("published", "datetime"), ("modified",)):
        if value := next((iso for kind, mark in marks if kind in wanted and (iso := lines.read(mark))), None):
            yield Candidate(value, "date line", MARKED)
            return


def _marks(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the days that elements around the headline hold, each with what their names say of it.

    Where a label before the first figure says that it is the day of a change, a publication's is believed only beside a change's.
    """
    for index in outwards(page, _headline(page)):
        block = page.blocks[index]
        pairs = [(kind, value) for kind, _, value in (mark.partition("=") for mark in block.source.marks) if kind in MARKS]
        if not pairs:
            continue
        label, figure = MODIFIED.search(block.text), FIGURE.search(block.text)
        alone = "itemprop=datemodified" in block.source.marks and len(pairs) == 1
        if not alone and not (label and (not figure or label.start() < figure.start())):
            yield from pairs
        elif {"published", "modified"} <= {kind for kind, _ in pairs}:
            yield from (pair for pair in pairs if pair[0] != "datetime")


class _DateLines:
    """The date lines of a page, each of which is read once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.language = _language(page)
        self._read: dict[int, list[Stamp]] = {}

    def read(self, value: str) -> str | None:
        """Return a value that is one date in ISO 8601, as the page's country and language write dates."""
        return read(value, month_first=self._puts_month_first(value), dotted=self._has_dots(value), language=self.language)

    def within(self, place: range) -> Iterator[tuple[str, str]]:
        """Yield the dates of the date lines in `place`, each with its label: published, modified or none; see `outwards` for their order."""
        page = self.page
        start = max(page.title if page.title is not None else place.start, opening(page))
        for index in outwards(page, place):
            text = page.blocks[index].text
            if FRONT_MATTER in page.blocks[index].source.marks:
                continue  # what a head says is read by its names
            if index > start and self._opens_others(index):
                return
            if (len(text) > MAX_LINE and not (PUBLISHED.match(text) and "\n" not in text)) or index == page.title or ("°" in text and WEATHER.search(text)):
                continue
            stamps = self._stamps(index)
            if stamps and self._is_date_line(index, stamps):
                above = index - 1 if index - 1 not in (-1, page.title) and not self._stamps(index - 1) else None
                yield from self._labelled(index, stamps, above)

    def _opens_others(self, index: int) -> bool:
        """Say whether no day behind a line is the story's: a heading of other stories, but for one between its paragraphs, or of comments."""
        page = self.page
        kinds = OTHERS if index >= page.features.story[1] else DISCUSSION
        return cued(page, index, *kinds) and opens_section(page.blocks[index], page.cues[index])

    def list_others(self, tail: range) -> bool:
        """Say whether what stands after the story are dates of others: each below a title or above one, and several."""
        dated = [i for i in tail if (stamps := self._stamps(i)) and self._is_date_line(i, stamps)]
        apart = sum(i - above > 1 for above, i in pairwise(dated))
        return bool(dated) and dated[0] > tail.start and apart >= OTHERS_DATED

    def _is_date_line(self, index: int, stamps: Sequence[Stamp]) -> bool:
        """Say whether a line with dates is there to tell them."""
        page = self.page
        text = page.blocks[index].text
        if cued(page, index, "publisher") and PUBLISHED.search(text[max(0, stamps[0].start - CLOSE) : stamps[0].start]):
            return True
        if cued(page, index, "date", "byline") or is_signature(text) or _is_deed(text, stamps[0]) or _dates_signature(text):
            return True
        besides = len(text) - sum(stamp.end - stamp.start for stamp in stamps)
        leads = stamps[0].start == 0 and not page.features.prose[index]
        if not leads and besides > BESIDES * len(stamps):
            return False
        return not cued(page, index, *ELSEWHERE) and not self._is_told(index, stamps)

    def _is_told(self, index: int, stamps: Sequence[Stamp]) -> bool:
        """Say whether dates stand in a sentence that does not say what was done to the page on these days."""
        if not self.page.features.ends[index]:
            return False
        text, first = self.page.blocks[index].text, stamps[0]
        besides = " ".join((text[: first.start], text[stamps[-1].end :])).split()
        words = [word for word in besides if word[0].isalpha()]
        cased = [word for word in words if word.lower() != word.upper()]
        if count_words(" ".join(words)) < SENTENCE_WORDS or 2 * sum(is_small(word[0]) for word in cased) < len(cased):
            return False
        before = text[: first.start]
        labels = map(_label, (before[-CLOSE:], *before.split(maxsplit=1)[:1]))
        return not (AS_OF.match(text) or any(label not in ("", "as of") for label in labels))

    def _labelled(self, index: int, stamps: Sequence[Stamp], above: int | None) -> Iterator[tuple[str, str]]:
        """Yield the dates of a date line with their labels, but not those that are said to be another day's; `above` is the line before."""
        text, position = self.page.blocks[index].text, 0
        for number, stamp in enumerate(stamps):
            before, last = text[position : stamp.start], number + 1 == len(stamps)
            position = stamp.end
            label = _label(before) or self._label_on(above)
            if not label and not last and _turns_back(text, stamp, stamps[number + 1]):
                label = "modified"
            spans = (number and SPAN.fullmatch(before)) or (not last and SPAN.fullmatch(text[stamp.end : stamps[number + 1].start]))
            other = spans or OTHER.search(before) or _ends_span(before) or _is_due(text[: stamp.end], stamp.start) or FROM.match(text, stamp.end) or (_is_named(before) and not cued(self.page, index, "date"))
            if label or not other:
                yield stamp.iso, label

    def _puts_month_first(self, text: str) -> bool:
        """Say whether a date in figures puts the month first; the page is asked only where there is one."""
        return FIGURED.search(text) is None or AMERICAN.search(text) is not None or self._month_first

    def _has_dots(self, text: str) -> bool:
        """Say whether a date with dots puts the month first; the page is asked only where there is one."""
        return DOTTED.search(text) is not None and self._dotted

    @cached_property
    def _dotted(self) -> bool:
        return dots_month_first(self.page.visible)

    @cached_property
    def _month_first(self) -> bool:
        return month_first(self.page)

    def _stamps(self, index: int) -> list[Stamp]:
        if index not in self._read:
            text = self.page.blocks[index].text
            order = {"month_first": self._puts_month_first(text), "dotted": self._has_dots(text)}
            self._read[index] = [*find(text, **order, language=self.language)]
        return self._read[index]

    def _label_on(self, index: int | None) -> str:
        """Return what a line without a date, if there is one, says of the date on the next."""
        if index is None or cued(self.page, index, "byline"):
            return ""
        text = self.page.blocks[index].text
        return _label(text) if len(text) <= BESIDES else ""


def _turns_back(text: str, stamp: Stamp, following: Stamp) -> bool:
    """Say whether an earlier day stands right behind a day, which is that of a change then: themes print both, and a style sheet hides one."""
    return not text[stamp.end : following.start].strip() and following.iso[:DAY] < stamp.iso[:DAY]


def _dates_signature(text: str) -> bool:
    """Say whether a line begins with its date and signs behind it, in so many words."""
    part = signing(text)
    return part.dated and part.labelled


def _is_deed(text: str, first: Stamp) -> bool:
    """Say whether a line begins with its signature or with what was done to the page, and goes on to the day: “Posted on May 3, 2024 in Town, Harbour”."""
    if first.start > BESIDES:
        return False
    before = text[: first.start].rstrip()
    if len(before) <= CLOSE and PUBLISHED.match(before):
        return True
    return signing(before).labelled and any(map(people, (before, before.rpartition(" ")[0])))


def _ends_span(before: str) -> bool:
    """Say whether the first day of a span stands right before a date: “3 May to ”."""
    first = SPANNED.search(before[-SPAN_CHARS:]) if FIGURE.search(before) else None
    return first is not None and month(first["behind"] or first["first"]) is not None


def _is_due(text: str, start: int) -> bool:
    """Say whether the date at `start` is the last day for something: “Register by Friday, 14 May 2024”."""
    lead = text[: lead_in(text, start)].rstrip()
    return lead.rpartition(" ")[2].casefold() in DUE and not is_label(lead)


@lru_cache(maxsize=CACHED)
def _label(text: str) -> str:
    """Return what a text says of the date that follows it, by its last label."""
    labels = {"modified": MODIFIED, "published": PUBLISHED, "as of": AS_OF}
    found = [(match.end(), label) for label, words in labels.items() for match in words.finditer(text)]
    return max(found)[1] if found else ""


def _is_named(before: str) -> bool:
    """Say whether a label of several words, not all of them capitalized as names are, says what happens on the day behind it."""
    label = NAMED.search(before)
    return label is not None and any(is_small(word[0]) for word in label[0].split()[1:])


def _address(page: Page) -> Iterator[Candidate]:
    lines = (block.text for block in page.blocks[:ADDRESS_LINES] if page.media_type != "text/html" and block.text.startswith(("http://", "https://")))
    for link in (*addresses(page), *(line for line in lines if " " not in line)):
        path = split(link).path
        match = PATH.search(path) or CLOSE_PATH.search(path)
        value = read("-".join(match.groups())) if match else None
        if value:
            yield Candidate(value[:DAY], "address", ADDRESS)
            return
