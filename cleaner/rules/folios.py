"""The head of a printed paper's page, as text of a PDF or a scan has it: its name, the day, the page, the issue and its price in one line.

A library that shows scanned papers cites the page so above its text, below menus of its own.
"""

from __future__ import annotations

from cleaner import old_dates
from cleaner.dates import find
from cleaner.model import Page
from cleaner.regexes import regex

RULE = "pagination.running_head"
"""The rule that takes out the heads of pages."""
TOP = 3
"""Lines from a text's first among which the head of its first page stands."""
MOST_WORDS = 16
"""Words of the longest head: name, day, page, volume, number and price."""
_APART = regex(r"\s{2,}|\t|\s+[|•·]\s+|,?\s+[–—]\s+")
"""What stands between two parts of a head: wide spaces, a bar, a dash."""
_NAME = regex(r"[^\W\d_]{3}")
_ORDINAL = "one two three four five six seven eight nine ten eleven twelve"
PAGE = regex(rf"(?i)\W*(?:(?:page|pag\.?|página|pagina|seite|s\.|p\.)\s*)?(?:[a-z]?\d{{1,3}}|{_ORDINAL.replace(' ', '|')})\W*")
ISSUE = regex(r"(?i:\b(?:vol(?:ume)?|no|nr|n°|nº|num|number|issue|ausgabe|jahrgang|jg|année|año|anno|número|numéro|heft)\b\.?\s*[°º:]?\s*(?:\d+|[ivxlc]+\b))")
"""The number of a page alone, and of a volume or an issue."""

CITED_LINES, CITED_WORDS = 40, 24
"""Lines from a text's first among which a library cites a page, and words of the longest such line, which may have the story's headline in it."""
OF_DAY = regex(rf"{ISSUE.pattern}\s+(?:of|vom|van|du|del?|z dnia)\s")
"""How laws are cited: by their number, and behind it the day."""
_WEEK = regex(
    r"([^\W\d_]{3,9})\.?\s+(\d{1,2})\s?[-–—]\s?(?:[^\W\d_]{3,9}\.?\s+)?\d{1,2},\s+(\d{4})|(\d{1,2})\.?\s?[-–—]\s?\d{1,2}\.?\s+([^\W\d_]{3,9})\s+(\d{4})"
)
"""The days of a weekly's issue, of which the first dates it: “September 22 - 28, 2004”, “22.–28. September 2004”."""
DAY_WORDS = 4
"""Words of a line that is a day alone, with the day of the week."""
_CITED = regex(
    rf"{ISSUE.pattern}|(?i:\b(?:page|image|seite|pag\.?|p[áa]gina|strona|side|sida)\b\.?\s*\d{{1,4}}\b)"
)
"""What a citation has of an issue or a page."""


def heads(page: Page) -> list[int]:
    """Return the lines of a text's first that are the head of its first page."""
    return [index for index in range(min(TOP, len(page.blocks))) if is_folio(page, index)]


def lines(page: Page) -> list[int]:
    """Return the lines that are the head of a text's first page, and those that cite it."""
    return [*dict.fromkeys((*heads(page), *cited(page)))]


def cited(page: Page) -> list[int]:
    """Return the lines above a text's story that cite the page of a paper: its name and day, with an issue or a page, in one line or in lines that touch."""
    if page.media_type != "text/plain":
        return []
    found: set[int] = set()
    for index in range(min(CITED_LINES, page.features.story[0], len(page.blocks))):
        text = page.features.texts[index]
        if not any(map(str.isdigit, text)) or page.features.words[index] > CITED_WORDS or page.features.prose[index]:
            continue
        if _cites(text):
            found.add(index)
        elif index and not page.blocks[index].source.gap and _CITED.fullmatch(text) and days(page.features.texts[index - 1]):
            alone = index > 1 and not page.blocks[index - 1].source.gap and page.features.words[index - 1] <= DAY_WORDS
            found.update(range(index - 1 - alone, index + 1))
    return sorted(found)


def _cites(text: str) -> bool:
    """Say whether a line gives a day and an issue or a page, or an issue and a page with a name before them."""
    counted = _CITED.findall(text)
    if not counted or OF_DAY.search(text) is not None:
        return False
    if days(text):
        return True
    issue = ISSUE.search(text)
    return len(counted) > 1 and issue is not None and issue.start() > 0 and not text[0].isdigit()


def is_folio(page: Page, index: int) -> bool:
    """Say whether a line above all prose is such a head: some parts, wide apart, of which one is a page or an issue and another a name or a day."""
    if page.media_type != "text/plain" or page.features.words[index] > MOST_WORDS or any(page.features.prose[: index + 1]):
        return False
    parts = [part for part in _APART.split(raw(page, index)) if part.strip()]
    counted = [part for part in parts if PAGE.fullmatch(part) or ISSUE.search(part)]
    named = any(part not in counted and _NAME.search(part) and " " in part.strip() for part in parts)
    return bool(counted) and len(parts) > 1 and (named or any(days(part) for part in counted))


def day(page: Page, index: int) -> str | None:
    """Return the day that a head says, in ISO 8601; None where it says none."""
    return next(iter(days(raw(page, index))), None)


def raw(page: Page, index: int) -> str:
    """Return a line as it stands in the text, with its wide spaces."""
    start, end = page.blocks[index].spans[-1]
    return page.visible[start:end].strip()


def days(text: str) -> list[str]:
    """Return the days that a head says, in ISO 8601, those of old papers too, and the first of a week."""
    if found := [stamp.iso for stamp in find(text)] or [*old_dates.find(text)]:
        return found
    week = _WEEK.search(text)
    month, first, year, first_, month_, year_ = week.groups("") if week else [""] * 6
    return [stamp.iso for stamp in find(f"{first or first_} {month or month_} {year or year_}")]
