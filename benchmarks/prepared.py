"""Sources to pages as the rules and the block model see them."""

from __future__ import annotations

from cleaner.config import Config
from cleaner.model import Label, MediaType, Page
from cleaner.pipeline import parse, prepare

CONFIG = Config()


def labelled(source: str, media_type: MediaType, url: str = "") -> tuple[Page, tuple[Label, ...]]:
    """Return the page of `source` and what all rules say of it."""
    prepared = prepare(parse(source, media_type), CONFIG, url or None)
    return prepared.page, prepared.rules.labels(prepared.page)
