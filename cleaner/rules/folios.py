"""The head of a printed paper's page, as text of a PDF or a scan has it: its name, the day, the page, the issue and its price in one line."""

from __future__ import annotations

import re

from cleaner import old_dates
from cleaner.dates import find
from cleaner.model import Page

TOP = 3
"""Lines from a text's first among which the head of its first page stands."""
MOST_WORDS = 16
"""Words of the longest head: name, day, page, volume, number and price."""
_APART = re.compile(r"\s{2,}|\t|\s+[|•·]\s+|,?\s+[–—]\s+")
"""What stands between two parts of a head: wide spaces, a bar, a dash."""
_NAME = re.compile(r"[^\W\d_]{3}")
_ORDINAL = "one two three four five six seven eight nine ten eleven twelve"
PAGE = re.compile(rf"(?i)\W*(?:(?:page|pag\.?|página|pagina|seite|s\.|p\.)\s*)?(?:[a-z]?\d{{1,3}}|{_ORDINAL.replace(' ', '|')})\W*")
ISSUE = re.compile(r"(?i)\b(?:vol(?:ume)?|no|nr|n°|nº|num|number|issue|ausgabe|jahrgang|jg|année|año|anno|número|numéro|heft)\b\.?\s*[°º:]?\s*(?:\d+|[ivxlc]+\b)")
"""The number of a page alone, and of a volume or an issue."""


def heads(page: Page) -> list[int]:
    """Return the lines of a text's first that are the head of its first page."""
    return [index for index in range(min(TOP, len(page.blocks))) if is_folio(page, index)]


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
    """Return the days that a head says, in ISO 8601, those of old papers too."""
    return [stamp.iso for stamp in find(text)] or [*old_dates.find(text)]
