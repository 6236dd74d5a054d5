"""Lines of a page while its markup is read: the text of the open one, its links, and how it is finished."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.model import Span, make
from cleaner.parse.elements import STYLE, Element
from cleaner.regexes import regex

MAX_CELL = 120
"""Characters of a cell in a data row: a figure or a name; longer ones are prose laid out by a table."""
PARTED = 2
"""Line breaks that part two paragraphs; the edge of a block counts as many."""


class Run:
    """The text of the block being read. `links` holds for each piece the number of its link, 0 outside links.

    `signing` is the innermost open element within it that may be its author's, with the pieces before it, and `signers` the texts of those that ended.
    """

    __slots__ = ("breaks", "cursor", "element", "links", "marks", "pieces", "signers", "signing")

    def __init__(self) -> None:
        self.breaks = PARTED
        self.clear()

    def clear(self) -> None:
        """Begin the next block."""
        self.pieces: list[str] = []
        self.links: list[int] = []
        self.marks: list[str] = []
        self.element: Element | None = None
        self.cursor: Element | None = None
        self.signing: tuple[Element, int] | None = None
        self.signers: list[str] = []


class Line(NamedTuple):
    """A finished block before its place in the visible text is known."""

    text: str
    element: Element
    marks: tuple[str, ...]
    links: tuple[Span, ...]
    hidden: int
    table: bool = False
    signers: tuple[str, ...] = ()

    def is_plain(self) -> bool:
        """Whether the line may be a cell of a row of data."""
        return not (self.table or self.element[STYLE].pre or len(self.text) > MAX_CELL)


def row(cells: list[Line], element: Element, hidden: int) -> Line:
    """Return the cells of a table's row as one line, parted by tabs."""
    links: list[Span] = []
    offset = 0
    for cell in cells:
        links += (Span(span.start + offset, span.end + offset) for span in cell.links)
        offset += len(cell.text) + 1
    marks = tuple(mark for cell in cells for mark in cell.marks if mark != "br")
    signers = tuple(signer for cell in cells for signer in cell.signers)
    return Line("\t".join(c.text for c in cells), element, marks, tuple(links), hidden, table=True, signers=signers)


def collapsed(run: Run) -> tuple[str, tuple[Span, ...]]:
    """Return the run's text with white space collapsed, and the spans of its links."""
    pieces, links = run.pieces, run.links
    while pieces[-1] == " ":
        pieces.pop()
        links.pop()
    first = links[0]
    if links.count(first) == len(links):
        text = spaced("".join(pieces))
        return text, (make(Span, (0, len(text))),) if first and text else ()
    texts: list[str] = []
    spans: list[Span] = []
    length = last = 0
    space = False
    for piece, link in zip(pieces, links, strict=True):
        text = spaced(piece)
        if not text:
            space = True
            continue
        if length and (space or piece[0].isspace()):
            texts.append(" ")
            length += 1
        texts.append(text)
        if link:
            start = spans.pop().start if link == last else length
            spans.append(make(Span, (start, length + len(text))))
        length += len(text)
        last = link
        space = piece[-1].isspace()
    return "".join(texts), tuple(spans)


def spaced(text: str) -> str:
    """Return `text` with single spaces between its words and none around; most texts have no others, as is soon seen."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


_MAIL = regex(r"[\w.+-]+@[\w-]+\.\w")
"""How an address of mail begins."""
_ENDS = frozenset(".!?:;,)…")
"""Marks that a space follows."""


def are_parted(one: str, other: str) -> bool:
    """Say whether the texts of two elements that touch within a row are things of their own: a name and a day, two names.

    Only words that begin with a capital or a figure tell, and addresses of mail; in scripts without capitals, several words on both sides. Single
    letters are drawn one by one, an initial is drawn large, and figures alone are a price or a time.
    """
    if len(other) == 1 or (len(one) == 1 and not one.islower()) or not (one[-1].isalnum() or one[-1] in _ENDS):
        return False
    if other[0].isdecimal():
        return not one[-1].isdecimal() or (" " in one and " " in other)
    if other[0].isupper() or ("@" in other and _MAIL.match(other) is not None):
        return True
    return not other[0].isascii() and other[0].isalpha() and not other[0].islower() and " " in one.strip() and " " in other.strip()


def verbatim(run: Run) -> tuple[str, tuple[Span, ...]]:
    """Return the run's text as it stands, without empty lines around it, and the spans of its links."""
    raw = "".join(run.pieces)
    text = raw.rstrip()
    start = len(text) - len(text.lstrip("\r\n"))
    text = text[start:]
    spans: list[Span] = []
    offset = -start
    for piece, link in zip(run.pieces, run.links, strict=True):
        low, high = max(0, offset), min(len(text), offset + len(piece))
        if link and low < high:
            spans.append(Span(low, high))
        offset += len(piece)
    return text, tuple(spans)
