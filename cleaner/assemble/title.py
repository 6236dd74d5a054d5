"""The title: the headline's block, else what the page's head says."""

from __future__ import annotations

from cleaner.model import Page
from cleaner.rules.headline import page_title


def title(page: Page) -> tuple[str | None, str]:
    """Return the title and where it came from, `(None, "")` when there is none."""
    if page.title is not None:
        return page.blocks[page.title].text, "headline"
    named = page_title(page)
    return (named, "metadata") if named else (None, "")
