"""What kind of text an input is, from its content."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cleaner.model import MediaType
from cleaner.parse import markdown, references, scripts
from cleaner.regexes import regex

SAMPLE_CHARS = 200_000
"""Characters from an input's beginning by which its kind is told. A bound on time, set by hand."""
DOCUMENT = regex(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
TAG = regex(
    r"</(?:p|div|a|span|h[1-6]|ul|ol|li|table|tr|td|article|section|header|footer|nav|strong|em|b|i|figure|script|style|title|body)\s*>"
    r"|<(?:br|img|meta|link|hr)\b[^<>]*>",
    re.IGNORECASE,
)
OPENING = regex(
    r"\s*(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:p|div|h[1-6]|ul|ol|table|article|section|main|header|nav|figure|span|a)(?:\s[^<>]*)?>",
    re.IGNORECASE | re.DOTALL,
)
ELEMENT = regex(r"<(/?)(p|div|h[1-6]|li|td|th|dt|dd|pre|blockquote|font|center|article|section)(?:\s[^<>]*)?>", re.IGNORECASE)
SIGN = regex(r"^(?:#{1,6}[ \t]+\S|[ \t]*[-*+][ \t]+\S)|\]\([^()\s]", re.MULTILINE)
PROSE_TAG = regex(r"</(?:p|li|h[1-6])\s*>|<br\b", re.IGNORECASE)
BY_SUFFIX: Mapping[str, MediaType] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "text/html"),
    **dict.fromkeys((".md", ".markdown"), "text/markdown"),
}
MIN_TAGS, MIN_SIGNS = 2, 3
"""Tags that make a text HTML, and lines with Markdown's signs that make it Markdown if there are more of them than tags of prose."""
CHARS_PER_TAG = 600
"""A fragment of HTML closes a tag at least this often, or has most of its text in elements; an article about HTML names a few."""
ENCLOSED = 0.7
"""Share of a fragment of HTML that stands in elements, each from its tag to the one that closes it."""


def _is_marked_down(head: str) -> bool:
    """Say whether a text with tags is Markdown that a converter left them in: paragraphs and headings are Markdown's own."""
    signs = len(SIGN.findall(head))
    return signs >= MIN_SIGNS and signs > len(PROSE_TAG.findall(head))


def _is_enclosed(head: str) -> bool:
    """Say whether most of a text stands in elements of HTML, however long these are."""
    covered = begun = 0
    open_name = ""
    for tag in ELEMENT.finditer(head):
        name = tag[2].lower()
        if not tag[1]:
            open_name, begun = name, tag.start()
        elif name == open_name:
            covered += tag.end() - begun
            open_name = ""
    return covered > 0 and covered >= len(head.strip()) * ENCLOSED


def media_type(text: str, suffix: str = "") -> MediaType:
    """Return the media type of `text`; a file's `suffix` decides only where the content does not."""
    head = text[:SAMPLE_CHARS]
    if DOCUMENT.match(head):
        return "text/html"
    # The scripts of text that has lost its tags hold some in strings, and what looks like Markdown; those of HTML are its own.
    if not text.lstrip().startswith("<") and (runs := scripts.left_in(text)):
        head = scripts.without(text, runs)[:SAMPLE_CHARS]
    if "<" in head:
        tags = len(TAG.findall(head))
        if (tags >= MIN_TAGS and tags * CHARS_PER_TAG >= len(head)) or OPENING.match(head) or _is_enclosed(head):
            return "text/markdown" if _is_marked_down(head) else "text/html"
    if markdown.looks_like(head) and references.listed(text) is None:
        return "text/markdown"
    return BY_SUFFIX.get(suffix.lower(), "text/plain")
