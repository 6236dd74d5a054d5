"""Addresses that programs set behind a link's words where they wrote a page as plain text: mailers, word processors, readers.

`the new ferry [https://…]`, `Unsubscribe <https://…>`, `( https://… )`, and footnotes `[2]` whose addresses are the last lines. They
are marks of links, as those of Markdown are: they stay the ground of their line and are no part of its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cleaner import stops
from cleaner.model import Block, Edit, Span, edited, reindexed
from cleaner.parse.references import Listed
from cleaner.regexes import regex

_TO = r"(?:https?://|mailto:|tel:)[^\s<>\[\]]+"
_BRACKETED = regex(rf" ?(?:\[{_TO}\](?!\()|<{_TO}>|\( {_TO} \))")
_HINTS = ("[http", "<http", "( http", "mailto:", "tel:")
"""What a text with such addresses has; most have none, and are not looked through."""
_ANGLED = regex(rf"<{_TO}>")
ANGLED = 2
"""Addresses in angles from which a program set them: writers put one in angles to show where it ends (RFC 3986, appendix C), and so
do lists of them, behind a colon."""
LINK_WORDS = 16
"""Most words in front of an address at the end of a line that are its link; more are a sentence with a link somewhere in it."""

_NUMBER = regex(r" ?\[(\d{1,4})\]")
_FOOTNOTE = regex(r"[ \t]*\[(\d{1,4})\][ \t]*(?:https?://|mailto:)\S+[ \t]*")
_HEADING_WORDS = 3
_RULED = regex(r"[-=_*~ ]+")


def listed(text: str) -> Listed | None:
    """Return the list of footnotes with addresses that `text` ends in; None where there is none, or none stands above."""
    end = len(text.rstrip())
    if _FOOTNOTE.fullmatch(text, text.rfind("\n", 0, end) + 1, end) is None:
        return None
    rows = _rows(text)
    first = len(rows)
    numbers: list[int] = []
    for at in range(len(rows) - 1, -1, -1):
        found = _FOOTNOTE.fullmatch(rows[at].text)
        if found and (not numbers or int(found[1]) < numbers[-1]):
            numbers.append(int(found[1]))
            first = at
        elif rows[at].text:
            break
    if not numbers or not any(f"[{number}]" in text[: rows[first].start] for number in numbers):
        return None
    return Listed(rows[_heading(rows, first)].start, numbers[0])


class _Row(NamedTuple):
    """A line without its end, stripped, and where it begins."""

    start: int
    text: str


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    position = 0
    for line in text.splitlines(keepends=True):
        rows.append(_Row(position, line.strip()))
        position += len(line)
    return rows


def _heading(rows: Sequence[_Row], first: int) -> int:
    """Return the row with which a list of footnotes begins: its heading, which may be ruled, below a blank line, or its first address."""
    at = first
    while at and not rows[at - 1].text:
        at -= 1
    if at and _RULED.fullmatch(rows[at - 1].text):
        at -= 1
    headed = at > 1 and rows[at - 1].text and not rows[at - 2].text and len(rows[at - 1].text.split()) <= _HEADING_WORDS
    return at - 1 if headed and rows[at - 1].text[-1] not in ".!?" else first


def unnumbered(blocks: Sequence[Block], last: int) -> list[Block]:
    """Return `blocks` without the numbers of footnotes up to `last`, which rise; the ground of a line that held no more is a neighbour's."""
    reached = 0

    def numbers(block: Block) -> list[re.Match[str]]:
        nonlocal reached
        found = []
        for match in _NUMBER.finditer(block.text):
            if reached < int(match[1]) <= last:
                reached = int(match[1])
                found.append(match)
        return found

    return _without(blocks, numbers)


def unlinked(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the `blocks` of `text` without the addresses behind words; those on a line of their own are the ground of the line above.

    One that stands apart from it, as those of pictures do, is the next line's. A short line that ends with an address is a link,
    or several.
    """
    if not any(hint in text for hint in _HINTS):
        return list(blocks)
    angled = len(_ANGLED.findall(text)) >= ANGLED

    def addresses(block: Block) -> Sequence[re.Match[str]]:
        if ":" not in block.text:
            return ()
        found = _BRACKETED.finditer(block.text)
        return [m for m in found if "<" not in m[0] or (angled and block.text[m.start() - 1 : m.start()] != ":")]

    return _without(blocks, addresses)


def _without(blocks: Sequence[Block], marks_of: Callable[[Block], Sequence[re.Match[str]]]) -> list[Block]:
    """Return `blocks` without what `marks_of` finds in each."""
    result: list[Block] = []
    before: tuple[Span, ...] = ()
    for at, block in enumerate(blocks):
        marks = marks_of(block) if block.role != "preformatted" else ()
        shown = _shown(block, marks) if marks else block
        if marks and not shown.text.strip():
            if result and not block.source.gap and not before and result[-1].role != "preformatted":
                result[-1] = _above(result[-1], block, at + 1 == len(blocks) or blocks[at + 1].source.gap > 0)
            else:
                before += block.spans
            continue
        result.append(shown._replace(spans=(*before, *shown.spans)) if before else shown)
        before = ()
    if not result:
        return list(blocks)
    if before:
        result[-1] = result[-1]._replace(spans=(*result[-1].spans, *before))
    return list(reindexed(result))


def _shown(block: Block, marks: Sequence[re.Match[str]]) -> Block:
    """Return a line without its addresses, and with the links that they are of."""
    text = block.text
    ends_in_one = marks[-1].end() == len(text.rstrip(" |·•"))
    starts = (0, *(match.end() for match in marks))
    parts = [Span(start, match.start()) for start, match in zip(starts, marks, strict=False)]
    told = ends_in_one and all(_is_link(text[start:end]) for start, end in parts if start < end)
    # A space that would be the line's first goes too.
    edits = [Edit(m.start(), m.end() + (not m.start() and text[m.end() : m.end() + 1] == " "), "", "address") for m in marks]
    if told:
        links = tuple(Span(start + (text[start] == " "), end) for start, end in parts if start < end)
        block = block._replace(source=block.source._replace(links=links))
    return edited(block, edits)


def _above(block: Block, address: Block, last: bool) -> Block:
    """Return the line over an address that stands alone, with its ground; the `last` line of its paragraph may be its link."""
    text = block.text
    source = block.source
    if last and not source.links and _is_link(text):
        source = source._replace(links=(Span(0, len(text)),), link_density=1.0)
    return block._replace(spans=(*block.spans, *address.spans), source=source)


def _is_link(text: str) -> bool:
    return text.strip()[-1:] not in stops.TERMINAL and text.count(" ") < LINK_WORDS
