"""What the heads of a printed paper's pages say: its name, and of a magazine the month of the issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaner.assemble.paragraphs import Rows
from cleaner.model import Page
from cleaner.months import WEEKDAYS, month
from cleaner.regexes import regex
from cleaner.rules import folios
from cleaner.tokens import squeezed

NAME_WORDS, NAME_CHARS = 8, 4
"""Words of the longest name of a paper, and letters of the shortest."""
_PARTS = regex(r"\s{2,}|\t|\s*[|•·,»>]\s*|\s+[–—-]\s+|(?<=[^\W\d_]{3})\.\s+|\.$")
_OF_ISSUE = frozenset(("jahrgang", "année", "annee", "anno", "año", "volume", "issue"))
"""What stands behind the number of a volume, and is no name."""
_NUMBER = regex(r"^[A-Z]?\d{1,3}\s+|\s+[A-Z]?\d{1,3}$")
_PRICE = regex(r"(?i)[$£€¢]|\b(?:cents?|pence|pfennig|pf|centimes|free|gratis|ejemplar|preis|price|prix|prezzo)\b")
SEASONS = frozenset(
    ["spring", "summer", "autumn", "fall", "winter", "frühjahr", "frühling", "sommer", "herbst", "printemps", "été", "automne", "hiver", "primavera", "verano", "otoño", "invierno", "estate", "autunno", "inverno"]
)
"""Seasons by which magazines call their issues, in six languages."""
_MONTHLY = regex(r"(?i)(?:\b(?P<first>[^\W\d_]{3,12})\.?\s*[/–-]\s*)?\b(?P<month>[^\W\d_]{3,12})\.?\s+(?:de\s+|of\s+)?(?P<year>(?:19|20)\d\d)\b")
_CLOCK = regex(r"\d:\d\d")
_BRACKETS = regex(r"\([^()]*\)|\[[^\[\]]*\]")
"""What catalogues set behind a paper's name: its town, its years, the edition."""
_PAGED = regex(r"(?i)^(?:page|seite|pagina|página|pag\.?)(?:\s+\w+|$)|\s(?:page|seite|pagina|página|pag\.?)\s+\w+$")


def name(page: Page, rows: Rows) -> str:
    """Return the name of the paper or magazine whose pages a text has, empty where their heads say none, or none says a day, month or issue.

    What stands alone above the first page's head is the name.
    """
    heads = list(_heads(page, rows))
    if not any(map(_is_periodical, heads)):
        return ""
    title = squeezed(page.blocks[page.title].text) if page.title is not None else ""
    first = page.blocks[0].text.strip(". ")
    if folios.heads(page)[:1] in ([1], [2]) and _may_be(first) and squeezed(first) != title:
        return first
    found = [part for head in heads for part in _names(head) if squeezed(part) != title]
    counts = Counter(map(squeezed, found))
    return max(found, key=lambda part: counts[squeezed(part)], default="")


def issue(page: Page, rows: Rows) -> str | None:
    """Return the month of a magazine's issue in ISO 8601, None where the heads of its pages say none, or several."""
    said = {f"{match['year']}-{number:02}" for head in _heads(page, rows) if (match := _monthly(head)) and (number := month(match["first"] or match["month"]))}
    return said.pop() if len(said) == 1 else None


def _heads(page: Page, rows: Rows) -> Iterator[str]:
    """Yield the heads of pages as they stand in a text, without those that a browser printed."""
    for row in rows.get("pagination", ()) if page.media_type == "text/plain" else ():
        if row.rule == folios.RULE and "://" not in row.text and not _CLOCK.search(row.text):
            yield page.visible[row.spans[0].start : row.spans[-1].end]


def _is_periodical(head: str) -> bool:
    """Say whether the head of a page gives a day, a month or season with its year, or an issue."""
    return bool(folios.days(head)) or folios.ISSUE.search(head) is not None or _monthly(head) is not None


def _monthly(head: str) -> re.Match[str] | None:
    """Return where a head gives the month or the season of an issue."""
    return next(filter(_is_of_issue, _MONTHLY.finditer(head)), None)


def _is_of_issue(match: re.Match[str]) -> bool:
    """Say whether a word before a year is a month or a season."""
    return month(match["month"]) is not None or match["month"].lower() in SEASONS


def _names(head: str) -> Iterator[str]:
    """Yield the parts of a head that may be a name: no page, day, issue or price."""
    bare = _MONTHLY.sub(lambda match: " | " if _is_of_issue(match) else match[0], folios.ISSUE.sub(" | ", head))
    for part in _PARTS.split(_BRACKETS.sub(" | ", bare)):
        text = _PAGED.sub("", _NUMBER.sub("", part.strip())).strip(" .")
        if _may_be(part) and _may_be(text) and not _PRICE.search(text):
            yield " ".join(text.split())


def _may_be(text: str) -> bool:
    """Say whether a part of a head has the form of a name, without a day of the week or a month and a figure."""
    words = text.split()
    dated = any(word.strip(",.").lower() in WEEKDAYS for word in words) or (any(map(str.isdigit, text)) and any(month(word.strip(",.")) for word in words))
    return 0 < len(words) <= NAME_WORDS and not folios.days(text) and text.lower() not in _OF_ISSUE and sum(map(str.isalpha, text)) >= NAME_CHARS and not dated and not folios.PAGE.fullmatch(text)
