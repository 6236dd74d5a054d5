"""Publication and modification dates: the page's head, marked elements, lines at the headline, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import chain, islice

from cleaner.assemble.candidates import NOTHING, Candidate, Choice, addresses, after, choose, near, opening
from cleaner.assemble.date_labels import MODIFIED, PUBLISHED
from cleaner.dates import Stamp, find, read
from cleaner.model import Page
from cleaner.rules.base import cued
from cleaner.urls import host, split

TRUST = {"export": 0.98, "front matter": 0.9, "json-ld": 0.85, "opengraph": 0.85, "meta": 0.75, "dublin-core": 0.75, "microdata": 0.8}
MARKED, LABELLED, LINE, TAIL, ADDRESS = 0.7, 0.75, 0.6, 0.5, 0.5
"""Trust in a `time` element at the headline, a line that says “published”, another date line, one after the story,
the address."""
MAX_LINE = 200
"""Longest line that is a date line."""
BESIDES = 60
"""Characters that a date line has besides its dates: a name, a section, a label."""
PATH = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[/-](?P<m>0?[1-9]|1[0-2]|[a-z]{3})[/-](?P<d>[0-3]?\d)(?!\d)", re.IGNORECASE
)
DAY_FIRST = frozenset(
    ["uk", "au", "nz", "ie", "in", "za", "ng", "ke", "gh", "pk", "lk", "sg", "my", "mt", "jm", "zw", "eu"]
)
"""Top-level domains of English-writing countries where the day comes first."""
LINES_BELOW = 5
"""Further blocks below the story's first ones in which a line that is all date stands: below a lead or picture."""
SIGNED_OFF = 2
"""Blocks after the story of which one may be its date without a label; further down stand those of other stories."""
WEATHER = re.compile(r"\d\s?°")
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
    if bare and next(lines.within(near(page)), None) is None:
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


def _turned(day: str) -> str:
    """Return a day with day and month in the other order: which is meant is not always known."""
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}"


def _local(choice: Choice, candidates: Sequence[Candidate]) -> Choice:
    """Return the choice with the day that the page itself shows, where its head gives the same moment in UTC."""
    if not choice.value or not choice.value.endswith("Z"):
        return choice
    for candidate in candidates:
        if candidate.value[:DAY] != choice.value[:DAY] and _same_moment(choice.value, candidate.value):
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
    shown = [Candidate(iso, "date line", LABELLED) for iso, label in lines.within(near(page)) if label == "modified"]
    found = [c for c in (*said, *shown) if not published or c.value[:DAY] >= published[:DAY]]
    return chosen(found, fetched)


def month_first(page: Page) -> bool:
    """Say whether `3/4/2024` means March on this page: in English, save where the site is of a country of day first."""
    lang = str(page.metadata.get("lang") or page.language or "en").lower()
    if not lang.startswith("en"):
        return False
    domain = host(page.url or str(page.metadata.get("canonical") or "")).rsplit(".", 1)[-1]
    return (
        lang[:5] not in ("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za")
        and domain not in DAY_FIRST
    )


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
        value = lines.read(one.value)
        if value:
            yield Candidate(value, one.source, TRUST.get(one.source, LINE))
    yield from _marked(page, lines)
    place = near(page)
    found = list(lines.within(range(place.start, min(len(page.blocks), place.stop + LINES_BELOW))))
    yield from (Candidate(iso, "date line", LABELLED) for iso, label in found if label == "published")
    yield from [Candidate(iso, "date line", LINE) for iso, label in found if not label][:1]
    if not found:
        story, tail = page.features.story, after(page)
        published = (iso for iso, label in lines.within(range(story[0], tail.stop)) if label == "published")
        signed_off = (iso for iso, label in lines.within(tail[:SIGNED_OFF]) if not label)
        yield from (Candidate(iso, "date line", TAIL) for iso in islice(chain(published, signed_off), 1))
    yield from _address(page)


def _marked(page: Page, lines: _DateLines) -> Iterator[Candidate]:
    """Yield the dates of `time` elements around the headline, the first that is not an update's."""
    for index in near(page):
        block = page.blocks[index]
        marks = [mark.partition("=")[2] for mark in block.source.marks if mark.startswith("datetime=")]
        if not marks or "itemprop=datemodified" in block.source.marks or MODIFIED.search(block.text):
            continue
        value = lines.read(marks[0])
        if value:
            yield Candidate(value, "date line", MARKED)
            return


class _DateLines:
    """The date lines of a page, each of which is read once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.month_first = month_first(page)
        self.language = _language(page)
        self._read: dict[int, list[Stamp]] = {}

    def read(self, value: str) -> str | None:
        """Return a value that is one date in ISO 8601, as the page's country and language write dates."""
        return read(value, month_first=self.month_first, language=self.language)

    def within(self, place: range) -> Iterator[tuple[str, str]]:
        """Yield the dates of the date lines in `place`, each with its label: published, modified or none.

        Those between headline and story come first, then those above the headline, the nearest first: what stands
        further up may be the day of the visit.
        """
        page = self.page
        above: int | None = None
        title = page.title if page.title is not None else place.start
        start = max(title, opening(page))
        indices = (*range(title, start), *range(title - 1, place.start - 1, -1), *range(start, place.stop))
        for index in (i for i in indices if i in place):
            text = page.blocks[index].text
            if len(text) > MAX_LINE or index == page.title or ("°" in text and WEATHER.search(text)):
                continue
            stamps = self._stamps(index)
            if not stamps:
                above = index
                continue
            besides = len(text) - sum(stamp.end - stamp.start for stamp in stamps)
            leads = stamps[0].start == 0 and not page.features.prose[index]
            if leads or besides <= BESIDES * len(stamps) or cued(page, index, "date", "byline"):
                position = 0
                for stamp in stamps:
                    yield stamp.iso, _label(text[position : stamp.start]) or self._label_on(above)
                    position = stamp.end
            above = None

    def _stamps(self, index: int) -> list[Stamp]:
        if index not in self._read:
            text = self.page.blocks[index].text
            self._read[index] = [*find(text, month_first=self.month_first, language=self.language)]
        return self._read[index]

    def _label_on(self, index: int | None) -> str:
        """Return what a line without a date, if there is one, says of the date on the next."""
        if index is None or cued(self.page, index, "byline"):
            return ""
        text = self.page.blocks[index].text
        return _label(text) if len(text) <= BESIDES else ""


@lru_cache(maxsize=CACHED)
def _label(text: str) -> str:
    """Return what a text says of the date that follows it, by its last label."""
    found = [(match.end(), "modified") for match in MODIFIED.finditer(text)]
    found += [(match.end(), "published") for match in PUBLISHED.finditer(text)]
    return max(found)[1] if found else ""


def _address(page: Page) -> Iterator[Candidate]:
    for link in addresses(page):
        match = PATH.search(split(link).path)
        value = read("-".join(match.groups())) if match else None
        if value:
            yield Candidate(value[:DAY], "address", ADDRESS)
            return
