"""What stands within the lines of Markdown: links, images, emphasis, code, escapes, and the marks of other modules.

Each kind is looked for in a text in which those before it are blinded, so that nothing is a mark within code, tags or addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from cleaner.model import Span
from cleaner.parse import emphasis, extended, fences, gaps, markup
from cleaner.parse.marks import BLIND, Mark, Ranges, blinded
from cleaner.parse.toggled import Emphasis
from cleaner.regexes import regex

_DATA = r"data:image/[^()\n]*(?:\([^()\n]*\)[^()\n]*)*"
"""A drawing in place of an address: pages write it with blanks and quotation marks where it stands for a picture that is loaded later."""
_PART = r"[^\s()<>]*(?:(?<=-)\n[^\s()<>]+)*"
TARGET = (
    rf"\(\s*+(?:<(?:[^<>\n]|(?<=[ \-])\n(?=\S))*>|{_PART}(?:\([^\s()]*\){_PART})*|{_DATA})(?:\s++(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
"""A link's address in brackets. Converters that wrap lines break addresses too, at their hyphens."""
IMAGE = regex(rf"!\[((?:[^\[\]]|\[[^\[\]]*\]){{0,2000}})\](?:{TARGET}|\[[^\[\]]*\])")
LINK = regex(rf"\[((?:[^\[\]]|\[[^\[\]]*\]){{0,2000}})\](?:{TARGET}|\[[^\[\]\n]{{1,60}}\])")
NAMED = regex(r"\[([^\[\]]{1,200})\](?:\[\])?(?![\[(:])")
"""A link whose text is the name of an address that stands elsewhere."""
AUTOLINK = regex(r"<((?:https?://|mailto:)[^\s<>]+)>")
ADDRESS = regex(r"http(?<!\whttp)s?://[^\s<>()\[\]\"]+")
"""An address in the open: its stars and underscores are its own. What stands before is told behind the letters, which are searched for at once."""
ESCAPE = regex(r"\\(?=[!-/:-@\[-`{-~])")
LINE_BREAK = regex(r"\\(?<!\\\\)\\?[ \t]*$", re.MULTILINE)
"""A hard line break; escaped once more where it stood in a link's text, as Firecrawl writes it."""
_TICKS = regex(r"`+")
_BLANK_LINE = regex(r"\n[ \t]*\n")
_NOTE_SIGN = regex(r"[\s\\\[\](){}^*.:]*(?:\d{1,4}|[a-zA-Z]|[ivxIVX]{1,5})?[\s\\\[\](){}^*.:]*")
"""The text of a link to or from a note: a number, a letter, or none."""
_NOTE_TARGET = regex(r"#[^\s\"]*(?:foot|fn|note|cite|ref)", re.IGNORECASE)
_SIGN_ALONE = regex(r"[^\w\s]*(?:[¶§#↩↑⤴↵🔗⚓^†‡]|\*)[^\w\s]*")
"""The text of a link from a heading to itself, or from a note back to the text."""
_EDIT = regex(
    r"(?:\\?\[[ ]*(?:\[[^\[\]\n]{1,40}\]\([^()\n]*\)[ ]*(?:\|[ ]*)?){1,3}\\?\]|\[[^\[\]\n]{1,40}\]\([^()\n]*[?&]action=edit[^()\n]*\))"
    r"(?=[ \t]*$)",
    re.MULTILINE,
)
"""The links beside a heading by which readers change what stands below it, as wikis have them."""
_HEADING = regex(r"[ \t]*#{1,6}[ \t]")


class Inline(NamedTuple):
    """What stands within the lines of a text.

    `hidden` are marks, `links` hold link text, `images` whole images, whose descriptions are `alts`; `emphases` are emphasised text.
    `read` is the text in which all this but the text of emphases is blinded. `addresses` are those that links give by name.
    """

    hidden: Sequence[Mark]
    links: Sequence[Span]
    images: Sequence[Span]
    alts: Mapping[int, str]
    emphases: Sequence[Emphasis]
    read: str
    addresses: Sequence[Span]
    markup: markup.Markup


def found(text: str, listings: Iterable[fences.Listing]) -> Inline:
    """Return what stands within the lines of `text`, its `listings` left out."""
    read = blinded(text, [Span(listing.start, listing.end) for listing in listings], " ")
    code = list(_code(read)) if "`" in read else []
    read = blinded(read, [Span(start.end, end.start) for start, end in code])
    left = markup.found(read)
    hidden: list[Mark] = [*left.marks, *(mark for pair in code for mark in pair)]
    links = list(left.links)
    read = blinded(read, left.marks)
    more = extended.found(read)
    hidden += more.marks
    links += more.links
    read = blinded(read, [*more.marks, *more.images, *more.addresses])
    images, alts = _images(read, text)
    drawn = sorted([*images, *more.images])
    for marks, shown in _links(read, drawn, more.names):
        hidden += marks
        links += shown
    read = blinded(read, [*hidden, *drawn, *(Span(*m.span()) for m in ADDRESS.finditer(read))])
    breaks = [Mark(*match.span(), parts=True) for match in LINE_BREAK.finditer(read)]
    escapes = [Mark(*match.span()) for match in ESCAPE.finditer(read)]
    read = blinded(read, [*breaks, *(Mark(mark.start, mark.end + 1) for mark in escapes)])
    emphases = emphasis.found(read)
    hidden += (*breaks, *escapes, *emphasis.marks(read, emphases), *emphasis.empty(read, emphases), *gaps.within(read))
    return Inline(hidden, links, drawn, alts, emphases, read, more.addresses, left)


def _code(text: str) -> Iterator[tuple[Mark, Mark]]:
    """Yield the backticks around code: as many on either side, within a paragraph.

    Backticks also open quotes that apostrophes close, and are written for apostrophes: code is spaced on both sides or on none, and
    no word stands right before it.
    """
    runs = [Span(*match.span()) for match in _TICKS.finditer(text)]
    after: dict[int, Span] = {}
    closes: list[Span | None] = [None] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        size = runs[number].end - runs[number].start
        closes[number] = after.get(size)
        after[size] = runs[number]
    reached = 0
    for run, close in zip(runs, closes, strict=True):
        if close is None or run.start < reached or text[run.start - 1 : run.start].isalnum():
            continue
        inner = text[run.end : close.start]
        if text[run.start - 1 : run.start] == "\\" or "''" in inner or inner[:1].isspace() != inner[-1:].isspace():
            continue
        if not inner.strip() or _BLANK_LINE.search(inner) or text.startswith("{=", close.end):
            continue
        reached = close.end
        yield Mark(*run), Mark(*close)


def _images(read: str, text: str) -> tuple[list[Span], dict[int, str]]:
    """Return the images of a text, and the description of each by where it starts."""
    matches = list(IMAGE.finditer(read)) if "![" in read else []
    return [Span(*m.span()) for m in matches], {m.start(): text[m.start(1) : m.end(1)] for m in matches}


def _links(read: str, images: Sequence[Span], names: Set[str]) -> Iterator[tuple[list[Mark], list[Span]]]:
    """Yield the marks of each link, and its text; those to notes and to the place itself are marks as a whole."""
    may = "action=edit" in read or "[[" in read
    edits = [Mark(*match.span()) for match in _EDIT.finditer(read) if _is_edit(read, match)] if may else []
    yield edits, []
    edited = Ranges(Span(mark.start, mark.end) for mark in edits)
    for match in LINK.finditer(read):
        start, end = match.span()
        if (start and read[start - 1] in "!\\") or edited.around(start, end):
            continue
        if _is_note(match[1], read[match.end(1) + 1 : end]):
            yield [_whole(read, start, end)], []
        else:
            yield [Mark(start, match.start(1)), Mark(match.end(1), end)], [Span(*match.span(1))]
    for match in AUTOLINK.finditer(read):
        yield [Mark(match.start(), match.start(1)), Mark(match.end(1), match.end())], [Span(*match.span(1))]
    pictures = Ranges(images)
    for match in NAMED.finditer(read) if names else ():
        start, end = match.span()
        named = extended.folded(match[1]) in names and read[start - 1 : start] not in ("!", "\\", "]")
        if named and not pictures.around(start, end):
            yield [Mark(start, match.start(1)), Mark(match.end(1), end)], [Span(*match.span(1))]


def _is_edit(read: str, match: re.Match[str]) -> bool:
    line = read.rfind("\n", 0, match.start()) + 1
    return "action=edit" in match[0] or (match[0][0] in "\\[" and "[[" in match[0] and _HEADING.match(read, line) is not None)


def _is_note(shown: str, target: str) -> bool:
    """Say whether a link leads to a note or back, or from a heading to itself: it shows a number or sign, and its address a place."""
    if "#" not in target:
        return False
    plain = shown.strip(" \\[]*_" + BLIND)
    if not plain or _SIGN_ALONE.fullmatch(plain):
        return bool(shown.strip())
    return _NOTE_TARGET.search(target) is not None and _NOTE_SIGN.fullmatch(shown) is not None


def _whole(read: str, start: int, end: int) -> Mark:
    """Return a link as a mark, with the escaped brackets around it."""
    if read.startswith("\\]", end) and read.endswith("\\[", 0, start):
        return Mark(start - 2, end + 2)
    return Mark(start, end)
