"""Whether a line of a wrapped text goes on in the next, or stands apart from it however full it is."""

from __future__ import annotations

from itertools import pairwise

from cleaner.byline_labels import has_label
from cleaner.letters import is_small
from cleaner.model import Block
from cleaner.names import FIGURE
from cleaner.regexes import regex
from cleaner.repair.leads import STOPS, leads
from cleaner.repair.signed_lines import is_byline_or_date, is_stamp
from cleaner.repair.wraps import CANDIDATE, Layout, edge, is_finished, is_full

NAMED = regex(r"[A-Z][\w-]{1,30}: \S")
"""A line of a mail's head, or of another list of names and values."""
WIDE_GAP = 6
"""Characters between words of one line from which it is no line of a paragraph."""
BAR = regex(r"\s[|•]\s")
"""What parts the name of a paper from the day in the head of a page, and the points of a contents line."""
DISPLAY_CHARS = 10
"""Characters of a line in capitals alone from which it is no acronym of the sentence that goes on."""
HEAD_CHARS = 60
"""Longest line that is a masthead, a headline in one line or a byline; prose of a column has several lines by then."""
WIDER = 1.1
"""Times the width beyond which a line of some words was not wrapped; what is measured in letters may be a little wider."""
NUMBER = regex(r"\(?\d{1,2}[.)][ \t\xa0]+")
"""The number of a list's item, as wide as which its further lines are indented."""


def is_apart(first: Block, last: Block, second: Block, page: Layout) -> bool:
    """Say whether lines of a wrapped text are none of one paragraph, however full: names with values below each other, and rows of columns.

    In plain text, a line in capitals is no part of another, and what signs or dates a story stands for itself. In a narrow
    column every line is full.
    """
    if NAMED.match(second.text) and NAMED.match(first.text):
        return True
    if page.media_type != "text/plain" or leads(second.text):
        return False
    if page.lines and not {last.index, second.index} <= page.lines:
        return True
    if _is_columned(last) or _is_columned(second) or BAR.search(last.text) or BAR.search(second.text):
        return True
    if not page.capitals and (_is_display(last.text) or _is_display(second.text)):
        return True
    return not is_small(second.text[0]) and (_is_whole(last, page) or _is_whole(second, page) or _is_signed(first, second))


def _is_whole(block: Block, page: Layout) -> bool:
    """Say whether a line is so long that nobody wrapped it: a caption, or an archive's note, between those of a column."""
    return " " in block.text and edge(block, page.measure) > WIDER * page.width


def _is_display(text: str) -> bool:
    """Say whether a line is set in capitals alone, as mastheads and headings of columns are; a place before its story ends in a dash."""
    return text.isupper() and " " in text and len(text) >= DISPLAY_CHARS and text[-1] not in "—–-,"


def _is_signed(first: Block, second: Block) -> bool:
    """Say whether the lines so far are no sentence, and sign the story, or the next signs or dates it."""
    head, tail = first.text, second.text
    if len(head) > HEAD_CHARS or is_finished(head) or not (has_label(head) or FIGURE.search(tail)):
        return False
    return is_byline_or_date(head) or is_stamp(tail)


def _is_columned(block: Block) -> bool:
    """Say whether a line as parsed has words far apart, as the head of a printed page and the rows of a table have; justified lines have less."""
    wide = (a for a, b in pairwise(block.segments) if b.input_start - a.input_start - a.length >= WIDE_GAP)
    return any(block.text[a.text_start + a.length - 1] == " " for a in wide)  # else something was taken off there


def is_wrapped(last: Block, second: Block, page: Layout) -> bool:
    """Say whether a line goes on in the next: it is full, and the next is indented as its paragraph or item is; or a stop begins that."""
    if second.text[:1] in STOPS and leads(second.text) and not is_finished(last.text):
        return True
    if not is_full(last, second, page):
        return False
    number = NUMBER.match(last.text) if last.role == "list_item" else None
    mark = len(last.source.bullet) + (number.end() if number else 0)
    deeper = second.source.indent - last.source.indent
    return edge(last, page.measure) >= CANDIDATE * page.width and deeper <= mark + (4 if last.source.bullet else 1)
