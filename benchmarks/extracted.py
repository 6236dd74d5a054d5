"""Forms in which other extractors have been at work: their text of a page, with what they left in and without what they lost.

Much text that lies in archives was made so. For the table alone: networks that saw such forms in training read them no better.
"""

# ruff: noqa: PLC0415 - each extractor is imported where it is called

from __future__ import annotations

from collections.abc import Callable

from benchmarks import peers


def extracted_trafilatura(html: str) -> str:
    """Extract by trafilatura as it is called most, comments with the story."""
    from trafilatura import extract

    return extract(html) or ""


def extracted_markdown(html: str) -> str:
    """Extract Markdown by trafilatura."""
    from trafilatura import extract

    return extract(html, output_format="markdown") or ""


def extracted_newspaper(html: str) -> str:
    """Extract by newspaper4k, a paragraph between blank lines."""
    return peers.newspaper(html)


def extracted_resiliparse(html: str) -> str:
    """Extract by resiliparse's main content detection."""
    return peers.resiliparse(html)


def extracted_readability(html: str) -> str:
    """Flatten by inscriptis what readability-lxml took for the story."""
    from inscriptis import get_text
    from readability import Document

    return str(get_text(Document(html).summary()))


def extracted_justext(html: str) -> str:
    """Extract by jusText with the English stop list."""
    return peers.justext(html)


EXTRACTED: dict[str, Callable[[str], str]] = {
    f.__name__: f
    for f in (
        extracted_trafilatura, extracted_newspaper, extracted_resiliparse, extracted_markdown, extracted_readability, extracted_justext,
    )
}  # fmt: skip
MARKDOWN = frozenset({"extracted_markdown"})
