"""Levels of headings."""

from __future__ import annotations

from cleaner.model import Paragraph

TOP_HEADING, LOWEST_HEADING = 2, 6
"""Levels in HTML and Markdown: headings of the body stand below the title, which is the only one of level 1."""


def heading_level(paragraph: Paragraph) -> int:
    """Return the level, from 2 to 6, at which a heading of the body stands below the title."""
    return min(max(paragraph.level, TOP_HEADING), LOWEST_HEADING)
