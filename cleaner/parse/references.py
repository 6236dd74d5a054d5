"""Text of terminal browsers that number the links and list their addresses at the end (`lynx -dump`, `elinks -dump`).

`[12]` before a link's text is a mark like those of Markdown, and the list is no text of the page. Both are told by each other:
addresses numbered upwards to the end of the text, and most of these numbers in brackets above, in order. A story's own
footnotes have no such list, or one with more than addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.model import Block, Edit, Span, edited
from cleaner.regexes import regex

FEWEST = 3
"""Addresses from which a list is believed; a story's own sources are often one or two."""
ADDRESSES, MARKED = 0.8, 0.5
"""Share of the items that hold an address, and of the items whose number stands above: dumps list hidden links too."""
HEADING_WORDS, HEADINGS = 3, 2
"""Words of a heading of the list, and how many of them stand in a row ("References", "Visible links")."""

MENU_LINKS, LINK_WORDS = 3, 4
"""Links of which a line is nothing but a menu, and words of the longest of them."""
LISTED = "references"
"""The mark of the block that holds the list."""

_ITEM = regex(r"[ \t]*(\d{1,5})\.[ \t]+(?=\S)")
_ADDRESS = regex(r"(?:^|\s)[a-z][a-z\d+.\-]*:\S")
_MARK = regex(r"\[(\d{1,5})\]")


class Listed(NamedTuple):
    """Where the list of addresses begins, and its last number."""

    start: int
    last: int


def listed(text: str) -> Listed | None:
    """Return the list of addresses at the end of `text`; None where there is none, or its numbers do not stand above."""
    if "[1]" not in text and "[2]" not in text:
        return None
    found = _listed(text)
    if found is None:
        return None
    start, numbers = found
    above = {number for _, number in _marks(text[:start], 0, numbers[0])}
    enough = len(above.intersection(numbers)) >= max(FEWEST, MARKED * len(numbers))
    return Listed(start, numbers[0]) if enough else None


def unnumbered(blocks: Sequence[Block], last: int) -> list[Block]:
    """Return `blocks` without the numbers of links up to `last`; the ground of one that held nothing else is the next one's."""
    result: list[Block] = []
    before: tuple[Span, ...] = ()
    reached = 0
    for block in blocks:
        found = list(_marks(block.text, reached, last))
        reached = found[-1][1] if found else reached
        shown = edited(block, [_edit(block.text, match) for match, _ in found])
        if _is_menu(block.text, [match.span() for match, _ in found]):
            shown = shown._replace(source=shown.source._replace(links=(Span(0, len(shown.text)),), link_density=1.0))
        if not shown.text.strip():
            before += shown.spans
            continue
        result.append(shown._replace(spans=(*before, *shown.spans)) if before else shown)
        before = ()
    if before and result:
        result[-1] = result[-1]._replace(spans=(*result[-1].spans, *before))
    return result if result else list(blocks)


def _is_menu(text: str, marks: Sequence[tuple[int, int]]) -> bool:
    """Say whether a line is links and nothing else: it begins with one, and a few words at most stand behind each of several."""
    if len(marks) < MENU_LINKS or marks[0][0] > 0:
        return False
    ends = (*(start for start, _ in marks[1:]), len(text))
    return all(len(text[behind:end].split()) <= LINK_WORDS for (_, behind), end in zip(marks, ends, strict=True))


def _marks(text: str, reached: int, last: int) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the marks of `text` with their numbers, which rise from `reached` and end at `last`."""
    for match in _MARK.finditer(text):
        number = int(match[1])
        if reached < number <= last:
            reached = number
            yield match, number


def _edit(text: str, mark: re.Match[str]) -> Edit:
    """Return the edit that takes a mark away, with a space that would stand beside another or at an edge."""
    start, end = mark.span()
    if text[end : end + 1] == " " and (start == 0 or text[start - 1] == " "):
        end += 1
    elif end == len(text) and text[start - 1 : start] == " ":
        start -= 1
    return Edit(start, end, "", "link_number")


def _listed(text: str) -> tuple[int, list[int]] | None:
    """Return where the list of addresses at the end of `text` begins, headings included, and its numbers, the last first."""
    end = start = len(text)
    numbers: list[int] = []
    addresses = headings = 0
    while end > 0:
        low = text.rfind("\n", 0, end) + 1
        line = text[low:end].rstrip()
        item = _ITEM.match(line)
        if item and (not numbers or int(item[1]) < numbers[-1]):
            numbers.append(int(item[1]))
            headings = 0
        elif not line.strip() or _ADDRESS.match(line):
            pass
        elif numbers and headings < HEADINGS and _is_heading(text, low, line, first=not headings):
            headings += 1
        else:
            break
        addresses += _ADDRESS.search(line) is not None
        if line.strip():
            start = low
        end = low - 1
    enough = len(numbers) >= FEWEST and addresses >= ADDRESSES * len(numbers)
    return (start, numbers) if enough else None


def _is_heading(text: str, low: int, line: str, *, first: bool) -> bool:
    """Say whether a line that begins at `low` is a heading of the list: short, below a blank line, one over another unindented."""
    short = len(line.split()) <= HEADING_WORDS and not _MARK.search(line)
    return short and text.endswith(("\n\n", "\n\r\n"), 0, low) and (first or not line[0].isspace())
