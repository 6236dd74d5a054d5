"""The events of an HTML parser to lines, and what the head says.

lxml's event interface is used without building a tree: on 2,300 pages it costs half a millisecond more than parsing
and walking with selectolax, the fastest tree parser, but needs no recursion, stays linear where an HTML5 tree grows
with the square of unclosed tags, and gives the metadata in the same pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import pairwise
from typing import Any, cast

from lxml import etree

from cleaner.model import AUTHORED, AUTHORS_MARKS, make
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
from cleaner.parse.lines import (
    PARTED,
    Line,
    Run,
    are_parted,
    collapsed,
    row,
    spaced,
    verbatim,
)
from cleaner.parse.streamed import Slot
from cleaner.regexes import regex

MAX_STEPS = 4
"""Strokes in the address of a front page at most."""
ROW_CELLS = 2
"""Fewest cells with text that make a row of data."""
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
_WRITERS = regex(r"/aut(?:hor|eur|or|ore)(?:s|es|i|en)?/\w")
_NAMED, _PUBLISHER = "itemprop=name", "itemprop=publisher"
"""The mark of an element that holds the name of what an element around it is, and of one whose name is no author's."""
_STYLE_BLOCK = regex(r"(?<![\w-])display\s*:\s*(?:block|flex|grid|list-item|table)")
_NO_WIDTH = "\u00ad\u200b\u2060\ufeff"
_BLANK = " \t\n\r\f\v\x1c\x1d\x1e\x1f\u00a0" + _NO_WIDTH
"""White space and characters without width: a text of these alone begins no block."""
_WITHOUT_WIDTHLESS = str.maketrans("", "", _NO_WIDTH)
"""Takes away characters without width, which are none of a name."""


class Reader:
    """The parser's target: receives its events and collects lines and the head's facts."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.head = structured.Head()
        self.element: Element = PAGE
        self.run = Run()
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
                run.breaks = PARTED
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
                run.breaks = PARTED
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
        if signer := spaced("".join(run.pieces[begin:]).translate(_WITHOUT_WIDTHLESS))[:MAX_MARK]:
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
                if pieces and are_parted(pieces[-1], text):
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
        self.outer, self.run = self.run, Run()

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
        run.breaks = PARTED

    def flush(self) -> None:
        """Finish the block being read."""
        run = self.run
        element = run.element
        if element is None:
            return
        text, links = verbatim(run) if element[STYLE].pre else collapsed(run)
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
        self.lines[cells[0] :] = [*others, row(parts, element, hidden)]


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
