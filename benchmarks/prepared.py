"""Sources to pages as the rules and the block model see them."""

from __future__ import annotations

from cleaner.config import Config
from cleaner.model import MediaType, Page
from cleaner.pipeline import parse, prepare

CONFIG = Config()


def page_of(source: str, media_type: MediaType, url: str = "") -> Page:
    """Return the page of `source`: parsed, repaired, measured, with its cues."""
    return prepare(parse(source, media_type), CONFIG, url or None).page
