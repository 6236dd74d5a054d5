"""The events of an HTML parser to lines, and what the head says.

lxml's event interface is used without building a tree: on 2,300 pages it costs half a millisecond more than parsing
and walking with selectolax, the fastest tree parser, but needs no recursion, stays linear where an HTML5 tree grows
with the square of unclosed tags, and gives the metadata in the same pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import pairwise
from typing import Any, NamedTuple, cast

from lxml import etree

from cleaner.model import AUTHORED, AUTHORS_MARKS, Span, make
from cleaner.parse import streamed, structured
from cleaner.parse.depth import encoded
from cleaner.parse.elements import (
    BLOCKS,
    EDGE,
    HIDES,
    MARKING,
    MARKS,
    MAX_MARK,
    NAME,
    PAGE,
    PARENT,
    PARTS,
    ROLES,
    RUNS_ON,
    STYLE,
    STYLED,
    UNSEEN,
    UNTOLD,
    VOID,
    Element,
    Style,
    dated,
    handed_down,
    is_hidden,
    marks_of,
    names_author,
    own_day,
)
from cleaner.parse.streamed import Slot

MAX_STEPS = 4
"""Strokes in the address of a front page at most."""
MAX_CELL = 120
"""Characters of a cell in a data row: a figure or a name; longer ones are prose laid out by a table."""
ROW_CELLS = 2
"""Fewest cells with text that make a row of data."""
_PARTED = 2
"""Line breaks that part two paragraphs; the edge of a block counts as many."""
_UNFOLDS = "aria-expanded"
"""Attribute of a button that unfolds what stands below it. Where a heading begins with it, its label heads a passage, and is no
control's (WAI-ARIA Authoring Practices: accordion)."""
_RARE = MARKING | {_UNFOLDS, "style", "hidden", "popover", "aria-hidden"}
"""Further attributes that are read; some of them make marks."""
_ROWS = BLOCKS - ROLES.keys() - {"p", "label", "option"}
"""Elements whose inline parts may be set in a row, with space between them, by a style sheet: those that are no paragraph of text."""
_RAISED = frozenset(["sub", "sup"])
"""Elements that are a part of the word they stand at."""
_LEVELS = ("1", "2", "3", "4", "5", "6")
_LEVEL = 2
"""Level of a heading by role that gives none, as WAI-ARIA has it."""
_WRITERS = re.compile(r"/aut(?:hor|eur|or|ore)(?:s|es|i|en)?/\w")
_NAMED, _PUBLISHER = "itemprop=name", "itemprop=publisher"
"""The mark of an element that holds the name of what an element around it is, and of one whose name is no author's."""
_STYLE_BLOCK = re.compile(r"(?<![\w-])display\s*:\s*(?:block|flex|grid|list-item|table)")
_NO_WIDTH = "\u00ad\u200b\u2060\ufeff"
_BLANK = " \t\n\r\f\v\x1c\x1d\x1e\x1f\u00a0" + _NO_WIDTH
"""White space and characters without width: a text of these alone begins no block."""
_WITHOUT_WIDTHLESS = str.maketrans("", "", _NO_WIDTH)
"""Takes away characters without width, which are none of a name."""


class _Run:
    """The text of the block being read. `links` holds for each piece the number of its link, 0 outside links.

    `signing` is the innermost open element within it that may be its author's, with the pieces before it, and `signers` the texts of those that ended.
    """

    __slots__ = ("breaks", "cursor", "element", "links", "marks", "pieces", "signers", "signing")

    def __init__(self) -> None:
        self.breaks = _PARTED
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


class Reader:
    """The parser's target: receives its events and collects lines and the head's facts."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.head = structured.Head()
        self.element: Element = PAGE
        self.run = _Run()
        self.hiding: list[Element] = [PAGE]
        self.hider: Element | None = None
        """The hidden container that is open, not counting those within it; `hidden` is its number, 0 for none."""
        self.hidden = 0
        self.outer = self.run
        self.ended = self.touches = False
        """Whether an element within a line has ended right before, and whether the open one followed it so."""
        self.skipped = 0
        self.capture: list[str] | None = None
        self.link = self.last_link = 0
        self.last_href = ""
        self.home = -1
        """How many pieces of text stand before the link to the front page that is open, -1 for none."""
        self.rows: list[list[int]] = []
        self.slots: dict[str, Slot] = {}

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open an element."""
        if (self.skipped or tag in _UNREAD) and self._passes(tag, attrib):
            return
        parent = self.element
        marks: tuple[str, ...] = ()
        edge = PARTS if tag in BLOCKS else RUNS_ON
        style = parent[STYLE]
        if attrib and not _RARE.isdisjoint(attrib):
            marks, edge, style = self._read_rare(tag, attrib, edge, style)
            if tag == "button" and _UNFOLDS in attrib and style.role == "heading" and not self.run.pieces:
                tag = "span"
        if tag in STYLED:
            style = handed_down(tag, style)
        self.element = element = (parent, tag, attrib, marks, edge, style)
        if edge:
            run = self.run
            if edge == HIDES:
                self.hide(element)
            elif run.pieces or run.marks:
                self.boundary()
            else:
                run.breaks = _PARTED
        else:
            self._run_on(element, parent)
        if tag in _STARTS:
            _STARTS[tag](self, element, attrib)

    def _run_on(self, element: Element, parent: Element) -> None:
        """Open an element within a line."""
        _, tag, attrib, marks, _, _ = element
        if marks:
            self.run.marks += marks
            named = _NAMED in marks and _PUBLISHER not in parent[MARKS]
            if named or not AUTHORS_MARKS.isdisjoint(marks):
                self.run.signing = (element, len(self.run.pieces))
        if "class" in attrib and names_author(attrib["class"]):
            self.run.marks.append(AUTHORED)
        if self.ended and parent[NAME] in _ROWS and tag not in _RAISED:
            self.touches = True

    def _passes(self, tag: str, attrib: Mapping[str, str]) -> bool:
        """Pass over an element that holds no text or none that is shown, or say that it is read after all."""
        if tag in VOID:
            if tag in _VOIDS and not self.skipped:
                _VOIDS[tag](self, attrib)
        elif self.skipped:
            self.skipped += 1
        elif tag == "template" and "shadowrootmode" in attrib:
            return False
        else:
            if tag == "template" and (name := streamed.slot_of(attrib)):
                self.boundary()
                self.slots.setdefault(name, Slot(len(self.lines), self.element, self.hidden))
            self.skipped = 1
            self.capture = self.head.capture(tag, attrib)
        return True

    def _read_rare(
        self, tag: str, attrib: Mapping[str, str], edge: int, style: Style
    ) -> tuple[tuple[str, ...], int, Style]:
        """Return the marks, edge and style of an element that has attributes which few elements have."""
        marks: tuple[str, ...] = ()
        if not MARKING.isdisjoint(attrib):
            marks = marks_of(attrib)
            if attrib.get("role") == "heading":
                level = attrib.get("aria-level")
                style = Style("heading", int(level) if level in _LEVELS else _LEVEL, style.lists)
        css = attrib["style"].lower() if "style" in attrib else ""
        if "display" in css and _STYLE_BLOCK.search(css):
            edge = PARTS
        if not self.hidden and is_hidden(tag, attrib, css):
            edge = HIDES
        return marks, edge, style

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag in VOID:
            return
        if self.skipped:
            self.skipped -= 1
            self.capture = self.capture if self.skipped else None
            return
        element = self.element
        parent = self.element = element[PARENT] or PAGE
        run, hidden = self.run, self.hidden
        if element is self.hider:
            self.flush()
            run = self.run = self.outer
            self.hider, self.hidden = None, 0
        elif not element[EDGE]:
            self.ended = True
            if run.signing and run.signing[0] is element:
                self._end_signer(run.signing[1])
        else:
            if tag == "h1" and len(run.pieces) > 1:
                self.head.heading([*run.pieces])
            if run.pieces or run.marks:
                self.boundary()
            else:
                run.breaks = _PARTED
        if tag == "a":
            self.link = 0
            if self.home >= 0:
                self.head.home("".join(run.pieces[self.home :]))
                self.home = -1
        elif tag == "tr" and self.rows:
            self._end_row(element, hidden)
        if run.cursor is element:
            run.cursor = parent

    def _end_signer(self, begin: int) -> None:
        """Take the text of an author's element, from the piece `begin` on; what is around it says no more."""
        run = self.run
        run.signing = None
        if signer := _spaced("".join(run.pieces[begin:]).translate(_WITHOUT_WIDTHLESS))[:MAX_MARK]:
            run.signers.append(signer)

    def data(self, text: str) -> None:
        """Take text."""
        if self.skipped:
            if self.capture is not None:
                self.capture.append(text)
            return
        run = self.run
        pieces = run.pieces
        if self.ended:
            self.ended = False
            if self.touches:
                self.touches = False
                if pieces and _are_parted(pieces[-1], text):
                    pieces.append(" ")
                    run.links.append(0)
        blank = text.isspace() if text.isascii() else not text.strip(_BLANK)
        if not blank or (pieces and self.element[STYLE].pre):
            run.element = run.cursor = run.cursor or self.element
        elif not pieces:
            return
        elif text.isspace():
            text = " "
        pieces.append(text)
        run.links.append(self.link)

    def close(self) -> None:
        """End the input."""

    def release(self) -> None:
        """Let go of the page, which must not wait for the garbage collector: parser and target hold each other."""
        self.__dict__.clear()

    def void_break(self, _attrib: Mapping[str, str]) -> None:
        """Take a line break."""
        if self.element[STYLE].pre:
            self.data("\n")
            return
        run = self.run
        breaks = 1 if run.element is not None else run.breaks + 1
        self.flush()
        run.breaks = breaks

    def void_rule(self, _attrib: Mapping[str, str]) -> None:
        """Take a ruled line."""
        self.boundary()

    def void_meta(self, attrib: Mapping[str, str]) -> None:
        """Take a fact of the head."""
        self.head.meta(attrib)

    def void_link(self, attrib: Mapping[str, str]) -> None:
        """Take an address of the page."""
        self.head.link(attrib)

    def void_image(self, attrib: Mapping[str, str]) -> None:
        """Take the name of the site from its logo: a picture that is called so, or that leads to the front page."""
        alt = attrib.get("alt")
        if alt and (self.home >= 0 or "logo" in attrib.get("src", "")[-MAX_MARK:].lower()):
            self.head.home(alt)

    def start_page(self, _element: Element, attrib: Mapping[str, str]) -> None:
        """Read the `html` element."""
        self.head.html(attrib)

    def start_pubdata(self, _element: Element, attrib: Mapping[str, str]) -> None:
        """Take the day and the paper that NITF gives; archives that know the day alone say midnight."""
        self.head.meta({"name": "pubdate", "content": attrib.get("date.publication", "").removesuffix("T000000")})
        self.head.meta({"name": "publisher", "content": attrib.get("name", "")})

    def start_dated(self, element: Element, attrib: Mapping[str, str]) -> None:
        """Take the day in the title of an element that shows it in other words, as microformats have it.

        A time is parted by a space from the word that it touches: sites set it apart by their style sheets.
        """
        if element[NAME] == "time" and (pieces := self.run.pieces) and pieces[-1][-1:].isalnum():
            pieces.append(" ")
            self.run.links.append(0)
        kind = dated(attrib)
        if "title" in attrib and "datetime" not in attrib and (kind != UNTOLD or element[NAME] == "time"):
            self.run.marks.append(f"{kind}={attrib['title'].strip()}"[:MAX_MARK])
        elif element[NAME] == "time" and "datetime" not in attrib and (found := own_day(attrib)):
            self.run.marks.append(found)

    def start_row(self, _element: Element, _attrib: Mapping[str, str]) -> None:
        """Begin a row of a table."""
        self.rows.append([])

    def start_cell(self, _element: Element, _attrib: Mapping[str, str]) -> None:
        """Begin a cell of a row."""
        if self.rows:
            self.rows[-1].append(len(self.lines))

    def start_folded(self, element: Element, attrib: Mapping[str, str]) -> None:
        """Begin an element that is hidden unless it says otherwise."""
        if not self.hidden and "open" not in attrib:
            self.hide(element)

    def hide(self, element: Element) -> None:
        """Read what a hidden element contains apart from the text around it, as that of a block."""
        self.hider = element
        self.hidden = len(self.hiding)  # the first is the page's own element, which is never hidden
        self.hiding.append(element)
        self.outer, self.run = self.run, _Run()

    def start_link(self, _element: Element, attrib: Mapping[str, str]) -> None:
        """Begin a link; it is parted by a space from another one that it touches."""
        href = attrib.get("href")
        if href is None:
            return
        run = self.run
        if run.links and run.links[-1] and self.last_href != href:
            run.pieces.append(" ")
            run.links.append(0)
        self.last_link += 1
        self.link = self.last_link
        if "/aut" in href and _WRITERS.search(href):
            run.marks.append(AUTHORED)
        self.last_href = href
        if href and href.count("/") <= MAX_STEPS and structured.HOME.fullmatch(href):
            self.home = len(run.pieces)
            self.head.home(attrib.get("title", ""))

    def boundary(self) -> None:
        """Finish the block being read at the edge of an element."""
        run = self.run
        if run.pieces:
            self.flush()
        elif run.marks:
            run.marks = []
        run.breaks = _PARTED

    def flush(self) -> None:
        """Finish the block being read."""
        run = self.run
        element = run.element
        if element is None:
            return
        text, links = _verbatim(run) if element[STYLE].pre else _collapsed(run)
        if text:
            if run.breaks == 1:
                run.marks.insert(0, "br")
            self.lines.append(make(Line, (text, element, tuple(run.marks), links, self.hidden, False, tuple(run.signers))))
        run.clear()

    def _end_row(self, element: Element, hidden: int) -> None:
        """Make one line of a row's cells if there are several, each with at most one short plain block."""
        cells = self.rows.pop()
        if len(cells) < ROW_CELLS:
            return
        parts: list[Line] = []
        for start, end in pairwise((*cells, len(self.lines))):
            shown = [line for line in self.lines[start:end] if line.hidden == hidden]
            if len(shown) > 1 or not all(line.is_plain() for line in shown):
                return
            parts += shown
        if len(parts) < ROW_CELLS:
            return
        others = [line for line in self.lines[cells[0] :] if line.hidden != hidden]
        self.lines[cells[0] :] = [*others, _row(parts, element, hidden)]


class _Fragment(Reader):
    """Reads a part of a page, around which the parser puts a page of its own."""

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open an element."""
        if tag not in _AROUND:
            super().start(tag, attrib)

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag not in _AROUND:
            super().end(tag)


_AROUND = frozenset(["html", "head", "body"])
_STARTS: Mapping[str, Callable[[Reader, Element, Mapping[str, str]], None]] = {
    **dict.fromkeys(("td", "th"), Reader.start_cell),
    **dict.fromkeys(("dialog", "noscript"), Reader.start_folded),
    "html": Reader.start_page,
    "tr": Reader.start_row,
    "a": Reader.start_link,
    **dict.fromkeys(("abbr", "time"), Reader.start_dated),
    "pubdata": Reader.start_pubdata,
}
_VOIDS: Mapping[str, Callable[[Reader, Mapping[str, str]], None]] = {
    "br": Reader.void_break,
    "hr": Reader.void_rule,
    "img": Reader.void_image,
    "meta": Reader.void_meta,
    "link": Reader.void_link,
}
_UNREAD = VOID | UNSEEN | {"template"}
"""Elements that are not opened as those are whose text is shown."""


def _row(cells: list[Line], element: Element, hidden: int) -> Line:
    links: list[Span] = []
    offset = 0
    for cell in cells:
        links += (Span(span.start + offset, span.end + offset) for span in cell.links)
        offset += len(cell.text) + 1
    marks = tuple(mark for cell in cells for mark in cell.marks if mark != "br")
    signers = tuple(signer for cell in cells for signer in cell.signers)
    return Line("\t".join(c.text for c in cells), element, marks, tuple(links), hidden, table=True, signers=signers)


def _collapsed(run: _Run) -> tuple[str, tuple[Span, ...]]:
    """Return the run's text with white space collapsed, and the spans of its links."""
    pieces, links = run.pieces, run.links
    while pieces[-1] == " ":
        pieces.pop()
        links.pop()
    first = links[0]
    if links.count(first) == len(links):
        text = _spaced("".join(pieces))
        return text, (make(Span, (0, len(text))),) if first and text else ()
    texts: list[str] = []
    spans: list[Span] = []
    length = last = 0
    space = False
    for piece, link in zip(pieces, links, strict=True):
        text = _spaced(piece)
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


def _spaced(text: str) -> str:
    """Return `text` with single spaces between its words and none around; most texts have no others, as is soon seen."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
"""How an address of mail begins."""
_ENDS = frozenset(".!?:;,)…")
"""Marks that a space follows."""


def _are_parted(one: str, other: str) -> bool:
    """Say whether the texts of two elements that touch within a row are things of their own: a name and a day, two names.

    Only words that begin with a capital or a figure tell, and addresses of mail; single letters are drawn one by one, an initial is drawn
    large, and figures alone are a price or a time.
    """
    if len(other) == 1 or (len(one) == 1 and not one.islower()) or not (one[-1].isalnum() or one[-1] in _ENDS):
        return False
    if other[0].isdecimal():
        return not one[-1].isdecimal() or (" " in one and " " in other)
    return other[0].isupper() or ("@" in other and _MAIL.match(other) is not None)


def _verbatim(run: _Run) -> tuple[str, tuple[Span, ...]]:
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


def feed(reader: Reader, markup: bytes) -> None:
    """Let the reader see the events of some markup."""
    parser = etree.HTMLParser(target=cast(Any, reader), encoding="utf-8", huge_tree=True)
    # The events up to an error have been seen; libxml2 gives up only on input that is no HTML at all.
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(markup, parser)
    reader.flush()


def fragment(html: str, parent: Element) -> list[Line]:
    """Return the lines that are visible of some HTML within an element."""
    reader = _Fragment()
    reader.element = parent
    feed(reader, encoded(html))
    lines = [line for line in reader.lines if not line.hidden]
    reader.release()
    return lines
