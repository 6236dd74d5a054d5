"""A record as Markdown: the title as `#`, then headings, lists, quotes and paragraphs."""

from __future__ import annotations

import re

from cleaner.headings import heading_level
from cleaner.model import Paragraph
from cleaner.record import ArticleRecord
from cleaner.regexes import regex

_INLINE = regex(r"[\\`*_\[<]|&(?=#?\w+;)")
_LINE_START = regex(r"^(?=(?:#{1,6}|[-+>])(?:\s|$)|(?:={3,}|-{3,}|~{3,})\s*$)")
_NUMBER_START = regex(r"^(\d{1,9})([.)])(?=\s)")
_RULE = regex(r"^(?=---$)", re.MULTILINE)
"""Where a line begins that would read as the one between records."""
_NUMBERED = regex(r"^\d{1,9}[.)]\s")


def markdown(record: ArticleRecord) -> str:
    """Return title, authors and body as CommonMark; text that would read as marks is escaped."""
    pieces = [f"# {_escaped(record.title)}"] if record.title else []
    if record.authors:
        pieces.append(f"*{_escaped(', '.join(record.authors))}*")
    body = "\n\n".join(pieces)
    previous = ""
    for paragraph in record.paragraphs:
        tight = previous == paragraph.role and paragraph.role in ("list_item", "summary")
        separator = ("\n" if tight else "\n\n") if body else ""
        body += separator + _block(paragraph)
        previous = paragraph.role
    return body + "\n"


def _block(paragraph: Paragraph) -> str:
    match paragraph.role:
        case "heading":
            return f"{'#' * heading_level(paragraph)} {_inline(' '.join(paragraph.text.split()))}"
        case "list_item" | "summary":
            return _item(paragraph)
        case "quote":
            return "\n".join(f"> {_line(line)}".rstrip() for line in paragraph.text.split("\n"))
        case "preformatted":
            return _fenced(paragraph.text)
        case "table":
            return _RULE.sub(" ", paragraph.text)
        case _:
            return _escaped(paragraph.text)


def _fenced(text: str) -> str:
    """Return a block of code; a space before its fence is taken from each of its lines again."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    block = f"{fence}\n{text}\n{fence}"
    return "\n".join(f" {line}" for line in block.split("\n")) if _RULE.search(text) else block


def _item(paragraph: Paragraph) -> str:
    """Return a list item; one that brings its number is an item of an ordered list as it stands."""
    if _NUMBERED.match(paragraph.text):
        first, *more = paragraph.text.split("\n")
        return "\n".join((_inline(first), *map(_line, more)))
    indent = "  " * max(paragraph.level - 1, 0)
    return f"{indent}- " + _escaped(paragraph.text).replace("\n", f"\n{indent}  ")


def _escaped(text: str) -> str:
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\\", _inline(line)))


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)
