"""Sources to pages as the block model sees them."""

from __future__ import annotations

from cleaner.model import EMPTY, MediaType, Page
from cleaner.parse import html, markdown, text
from cleaner.repair import joins


def page_of(source: str, media_type: MediaType, url: str = "") -> Page:
    """Return the page of `source` after parsing and joining."""
    if media_type == "text/html":
        parsed = html.parse(source)
        blocks, visible, metadata = parsed.blocks, parsed.visible, parsed.metadata
    else:
        parser = markdown if media_type == "text/markdown" else text
        blocks, visible, metadata = parser.parse(source), source, EMPTY
    blocks, _ = joins.join(blocks, joins.layout(blocks, media_type), "")
    return Page(blocks, visible, media_type, url=url or None, metadata=metadata)
