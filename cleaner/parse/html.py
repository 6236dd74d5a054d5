"""HTML to blocks, in one pass over the parser's events.

lxml's event interface is used without building a tree: on 2,300 pages it costs half a millisecond more than parsing
and walking with selectolax, the fastest tree parser, but needs no recursion, stays linear where an HTML5 tree grows
with the square of unclosed tags, and gives the metadata in the same pass.

*Visible text* is what a reader of the rendered page sees, decided from the markup alone: without scripts, styles,
templates, embedded and graphic content, `noscript`, comments, and without what `hidden`, `popover`, a closed `dialog`
or an inline style hides. Folded content (`details`), controls' labels and options, `aria-hidden` text (it is shown)
and text for screen readers (hidden by style sheets only) are visible. Where most prose of a page stands in hidden
containers of one shape, a script would have shown it, and it is visible (see `_shown`).

Whitespace is collapsed as a browser does, no-break spaces included. Elements that are blocks by default, controls
and cells are blocks, all others run on. A `br` ends a block; the block after a
single `br` carries the mark `br`, so that the repair stage can join what is one sentence. A table row whose cells are
all short and plain is one block with tabs between the cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypeAlias, cast

import numpy as np
from lxml import etree

from cleaner.model import AUTHORED, EMPTY, Block, Role, Segment, Source, Span, make
from cleaner.parse import bullets, structured

MAX_DEPTH = 512
"""Deepest nesting given to the parser, as in browsers (Blink's limit); its time grows with depth times tags."""
MANY_TAGS = 20_000
"""Fewer tags than this cost little however they nest."""
MAX_PATH = 64
"""Tag names kept in `Source.path`; the outermost go first."""
MAX_TOKENS = 24
"""Class and id words kept in `Source.tokens`."""
OWN_TOKENS = 10
"""Class and id words one element may add: utility classes must not crowd out the ancestors'."""
MAX_MARKS = 16
"""Facts about an element and those around it that are kept in `Source.marks`, the nearest first. A bound on memory."""
MAX_MARK = 60
"""Characters of one mark."""
MAX_STEPS = 4
"""Strokes in the address of a front page at most."""
MAX_CELL = 120
"""Characters of a cell in a data row: a figure or a name; longer ones are prose laid out by a table."""
ROW_CELLS = 2
"""Fewest cells with text that make a row of data."""
PROSE = 80
"""Characters from which a block outside links counts as prose; jusText takes 70 for its shortest good block."""
HIDDEN_PROSE = 600
"""Characters of prose that a hidden container must hold to be a story that a script would show."""
HIDDEN_SHARE = 2
"""How many times the visible prose hidden containers must hold to be the story; a hidden copy of it holds as much."""

VOID = frozenset([
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
])  # fmt: skip
UNSEEN = frozenset([
    "annotation", "annotation-xml", "applet", "audio", "canvas", "datalist", "iframe", "noembed", "noframes",
    "object", "rp", "script", "style", "svg", "title", "video",
])  # fmt: skip
"""Elements whose content is never shown as text of the page."""
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "html", "label", "legend", "li", "listing", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp",
    # Of the forms in which news archives hold stories (NITF, NewsML, the Gigaword corpora).
    "abstract", "block", "body.content", "body.end", "body.head", "byline", "byttl", "dateline", "distributor", "headline", "hedline",
    "hl1", "hl2", "tagline", "text",
])  # fmt: skip
ROLES: Mapping[str, tuple[Role, int]] = {
    **{f"h{n}": ("heading", n) for n in range(1, 7)},
    **{"headline": ("heading", 1), "hl1": ("heading", 1), "hl2": ("heading", 2)},
    "blockquote": ("quote", 0),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext", "textarea"), ("preformatted", 0)),
}
_LISTS = frozenset(["ul", "ol", "menu", "dir"])
_STYLED = _LISTS | ROLES.keys() | {"li", "article", "section"}
"""Elements whose name says what their text is."""
_PAGES = ("html", "body")
"""Elements whose content is the page's own: places are told from there."""
_PARTED = 2
"""Line breaks that part two paragraphs; the edge of a block counts as many."""
_OPTIONAL_END = frozenset([
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "html",
    "head", "body", "rt",
])  # fmt: skip
_NAME_ORDER = ("class", "data-testid", "data-test-id", "data-component", "data-qa", "id")
"""Attributes whose words say what an element is for; ids come last, being often made by a machine."""
_MORE_NAMES = frozenset(_NAME_ORDER) - {"class"}
_UNFOLDS = "aria-expanded"
"""Attribute of a button that unfolds what stands below it. Where a heading begins with it, its label heads a passage, and is no
control's (WAI-ARIA Authoring Practices: accordion)."""
_MARKING = frozenset(["role", "itemprop", "itemtype", "property", "rel", "datetime", "aria-label"])
_RARE = _MARKING | {_UNFOLDS, "style", "hidden", "popover", "aria-hidden"}
"""Further attributes that are read; some of them make marks."""
_ROWS = BLOCKS - ROLES.keys() - {"p", "label", "option"}
"""Elements whose inline parts may be set in a row, with space between them, by a style sheet: those that are no paragraph of text."""
_RAISED = frozenset(["sub", "sup"])
"""Elements that are a part of the word they stand at."""
_LEVELS = ("1", "2", "3", "4", "5", "6")
_LEVEL = 2
"""Level of a heading by role that gives none, as WAI-ARIA has it."""
_AUTHORS = frozenset(["author", "authors", "auteur", "autor", "autore", "byline", "fn", "writer"])
"""Words of classes of elements with the author's name; `fn` is the name in microformats."""
_WRITERS = re.compile(r"/aut(?:hor|eur|or|ore)(?:s|es|i|en)?/\w")
_ICONS = frozenset(["icon", "icons", "glyphicon"])
_RELATIONS = frozenset(["author", "bookmark", "category", "license", "me", "next", "prev", "sponsored", "tag"])
"""Values of `rel` that tell what a link is; the others tell a crawler or browser what to do."""
_PUBLISHED = re.compile(r"(?i)publish|pubdate|posted|datecreated|\bdc(?:terms)?:(?:date|created|issued)\b")
_MODIFIED = re.compile(r"(?i)updated|modified|revised")
"""Names of elements that hold a day, by what it is that of."""
_UNTOLD = "datetime"
_STYLE_HIDDEN = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_STYLE_BLOCK = re.compile(r"(?<![\w-])display\s*:\s*(?:block|flex|grid|list-item|table)")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
_LOWER_WORD = re.compile("[a-z]{2,}")
"""The words of names without capitals, as nine in ten are: found in less than half the time."""
_BLANK = " \t\n\r\f\v\x1c\x1d\x1e\x1f\u00a0\u00ad\u200b\u2060\ufeff"
"""White space and characters without width: a text of these alone begins no block."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)[^<>]*>?")


class ParsedHtml(NamedTuple):
    """A page: its visible text, the blocks that partition it, and what its head said (`cleaner.parse.structured`)."""

    visible: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, Any]


def parse(text: str, utf8: bytes | None = None) -> ParsedHtml:
    """Return the visible text, blocks and metadata of the HTML page or fragment `text`; `utf8` is its bytes, if known.

    Any string is accepted. `visible` is the blocks' texts joined by line feeds, so each block is one segment.
    """
    reader = _Reader()
    parser = etree.HTMLParser(target=cast(Any, reader), encoding="utf-8", huge_tree=True)
    # The events up to an error have been seen; libxml2 gives up only on input that is no HTML at all.
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(_bytes(text) if utf8 is None else _accepted(utf8), parser)
    reader.flush()
    lines, head = _shown(reader.lines, reader.hiding), reader.head
    reader.release()
    return _assembled(lines, structured.read(head))


def _bytes(text: str) -> bytes:
    """Return what the parser gets of a text."""
    try:
        return _accepted(text.encode("utf-8"))
    except UnicodeEncodeError:
        return _accepted(_SURROGATE.sub("\ufffd", text).encode("utf-8"))


def _accepted(data: bytes) -> bytes:
    """Return what the parser gets: UTF-8 without zero bytes, and with a bounded depth."""
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    tags = np.count_nonzero(np.frombuffer(data, np.uint8) == ord("<"))
    return data if tags < MANY_TAGS else _bounded(data.decode("utf-8")).encode("utf-8")


def _bounded(text: str) -> str:
    """Return `text` with the tags below `MAX_DEPTH` replaced by line breaks."""
    stack: list[tuple[str, bool]] = []
    pieces: list[str] = []
    position = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in VOID or name in _OPTIONAL_END:
            continue
        if match[1]:
            drop = _close(stack, name)
        else:
            drop = len(stack) >= MAX_DEPTH
            stack.append((name, drop))
        if drop:
            pieces += (text[position : match.start()], "<br>" if name in BLOCKS else "")
            position = match.end()
    return "".join((*pieces, text[position:]))


def _close(stack: list[tuple[str, bool]], name: str) -> bool:
    """Close the element `name`, never more than the parser would; return whether its start was dropped."""
    if stack and stack[-1][0] == name:
        return stack.pop()[1]
    if name in ("div", "table"):
        for position in range(len(stack) - 1, max(-1, len(stack) - MAX_DEPTH), -1):
            if stack[position][0] == name:
                dropped = stack[position][1]
                del stack[position:]
                return dropped
            if stack[position][0] == "table":
                break
    return len(stack) > MAX_DEPTH


class _Style(NamedTuple):
    """What an element hands down to what it contains."""

    role: Role = "paragraph"
    level: int = 0
    lists: int = 0
    pre: bool = False


_ROW = _Style("table")
_Element: TypeAlias = "tuple[_Element | None, str, Mapping[str, str], tuple[str, ...], int, _Style]"
"""An open element, or one that a block points to: parent, tag, attributes, marks, edge and style.

A page has a thousand, so they are bare tuples, which are made in less than half the time of objects.
"""
_PARENT: Final = 0
_NAME: Final = 1
_EDGE: Final = 4
_STYLE: Final = 5
_RUNS_ON, _PARTS, _HIDES = range(3)
"""The edges of elements: those around which text runs on, those that part it, and those read apart, being hidden."""
_PAGE: _Element = (None, "html", EMPTY, (), _PARTS, _Style())
"""The element around all others, if a page has no other."""


@lru_cache(maxsize=1024)
def _styled(tag: str, style: _Style) -> _Style:
    """Return what an element of `_STYLED` hands down where `style` was handed down to it."""
    role, level, lists, pre = style
    if tag in ROLES:
        role, level = ROLES[tag]
        return _Style(role, level, lists, role == "preformatted")
    if tag == "li":
        return _Style("list_item", max(1, lists), lists)
    if tag in _LISTS:
        return _Style(role, level, lists + 1, pre)
    # An article or section: a list of them does not make their paragraphs items.
    return _Style(lists=lists) if role == "list_item" else style


class _Place:
    """Where blocks of one kind stand: an element and all around it, told by tags, class and id words and marks.

    `path` and `marks` are those of all of them, `words` the element's own; `outer` is the nearest place around that has
    words, or the page's own.
    """

    __slots__ = ("known", "marks", "outer", "path", "words")

    def __init__(self, outer: _Place | None, tag: str, words: tuple[str, ...], marks: tuple[str, ...]) -> None:
        self.known: tuple[str, ...] | None = None
        self.words = words
        self.marks = marks
        self.path: tuple[str, ...] = (tag,)
        self.outer = outer
        if outer is None:
            return
        if not outer.words and outer.outer is not None:
            self.outer = outer.outer
        if outer.marks:
            self.marks = _merged(marks, outer.marks, MAX_MARKS)
        self.path = (*outer.path, tag)
        if len(self.path) > MAX_PATH:
            self.path = self.path[1:]
            self.tokens()  # so that where elements nest without end, no place climbs all the way out

    def tokens(self) -> tuple[str, ...]:
        """Return the words of the element and all around it, the nearest first."""
        if self.known is None:
            self.known = self._read() if self.words or self.outer is None else self.outer.tokens()
        return self.known

    def _read(self) -> tuple[str, ...]:
        words: list[str] = []
        place: _Place | None = self
        while place is not None:
            if place.known is not None:
                words += place.known
                break
            words += place.words
            place = place.outer
        return tuple(dict.fromkeys(words))[:MAX_TOKENS]


class _Places:
    """The places of a page's elements, found when asked for: few elements hold blocks, only theirs are taken apart."""

    def __init__(self) -> None:
        self.page = _Place(None, "body", (), ())
        self.known = {id(_PAGE): self.page}  # elements live as long as the lines that point into them
        self.within: dict[tuple[_Place, str, tuple[str, ...], tuple[str, ...]], _Place] = {}
        self.words: dict[str, tuple[str, ...]] = {}

    def of(self, element: _Element) -> _Place:
        """Return the place of an element; elements of one tag, whose names have the same words, share it."""
        known, within = self.known, self.within
        chain: list[_Element] = []
        while (place := known.get(id(element))) is None:
            chain.append(element)
            element = element[_PARENT] or _PAGE
        for item in reversed(chain):
            _, tag, attrib, marks, _, _ = item
            key = place, tag, self._named(attrib) if attrib else (), marks
            place = within.get(key)
            if place is None:
                place = within[key] = self.page if tag in _PAGES else _Place(*key)
            known[id(item)] = place
        return place

    def _named(self, attrib: Mapping[str, str]) -> tuple[str, ...]:
        """Return the words of an element's names."""
        names = _names(attrib)
        words = self.words.get(names)
        if words is None:
            words = self.words[names] = _words(names)
        return words


def _names(attrib: Mapping[str, str]) -> str:
    """Return the names that an element's attributes give, classes first."""
    if _MORE_NAMES.isdisjoint(attrib):
        return attrib.get("class", "")
    return " ".join([attrib[name] for name in _NAME_ORDER if name in attrib])


def _shape(element: _Element) -> tuple[object, ...]:
    """Return what elements of one purpose have in common: tag and class words, their own and their parent's."""
    outer = element[_PARENT] or _PAGE
    return tuple((tag, *_words(_names(attrib))) for _, tag, attrib, _, _, _ in (element, outer))


class _Run:
    """The text of the block being read. `links` holds for each piece the number of its link, 0 outside links."""

    __slots__ = ("breaks", "cursor", "element", "links", "marks", "pieces")

    def __init__(self) -> None:
        self.breaks = _PARTED
        self.clear()

    def clear(self) -> None:
        """Begin the next block."""
        self.pieces: list[str] = []
        self.links: list[int] = []
        self.marks: list[str] = []
        self.element: _Element | None = None
        self.cursor: _Element | None = None


class _Line(NamedTuple):
    """A finished block before its place in the visible text is known."""

    text: str
    element: _Element
    marks: tuple[str, ...]
    links: tuple[Span, ...]
    hidden: int
    table: bool = False

    def is_plain(self) -> bool:
        """Whether the line may be a cell of a row of data."""
        return not (self.table or self.element[_STYLE].pre or len(self.text) > MAX_CELL)


class _Reader:
    """The parser's target: receives its events and collects lines and the head's facts."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self.head = structured.Head()
        self.element: _Element = _PAGE
        self.run = _Run()
        self.hiding: list[_Element] = [_PAGE]
        self.hider: _Element | None = None
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

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open an element."""
        if (self.skipped or tag in _UNREAD) and self._passes(tag, attrib):
            return
        parent = self.element
        marks: tuple[str, ...] = ()
        edge = _PARTS if tag in BLOCKS else _RUNS_ON
        style = parent[_STYLE]
        if attrib and not _RARE.isdisjoint(attrib):
            marks, edge, style = self._read_rare(tag, attrib, edge, style)
            if tag == "button" and _UNFOLDS in attrib and style.role == "heading" and not self.run.pieces:
                tag = "span"
        if tag in _STYLED:
            style = _styled(tag, style)
        self.element = element = (parent, tag, attrib, marks, edge, style)
        if edge:
            run = self.run
            if edge == _HIDES:
                self.hide(element)
            elif run.pieces or run.marks:
                self.boundary()
            else:
                run.breaks = _PARTED
        else:
            self._run_on(element, parent)
        if tag in _STARTS:
            _STARTS[tag](self, element, attrib)

    def _run_on(self, element: _Element, parent: _Element) -> None:
        """Open an element within a line."""
        _, tag, attrib, marks, _, _ = element
        if marks:
            self.run.marks += marks
        if "class" in attrib and _signs(attrib["class"]):
            self.run.marks.append(AUTHORED)
        if self.ended and parent[_NAME] in _ROWS and tag not in _RAISED:
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
            self.skipped = 1
            self.capture = self.head.capture(tag, attrib)
        return True

    def _read_rare(
        self, tag: str, attrib: Mapping[str, str], edge: int, style: _Style
    ) -> tuple[tuple[str, ...], int, _Style]:
        """Return the marks, edge and style of an element that has attributes which few elements have."""
        marks: tuple[str, ...] = ()
        if not _MARKING.isdisjoint(attrib):
            marks = _marks(attrib)
            if attrib.get("role") == "heading":
                level = attrib.get("aria-level")
                style = _Style("heading", int(level) if level in _LEVELS else _LEVEL, style.lists)
        css = attrib["style"].lower() if "style" in attrib else ""
        if "display" in css and _STYLE_BLOCK.search(css):
            edge = _PARTS
        if not self.hidden and _is_hidden(tag, attrib, css):
            edge = _HIDES
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
        parent = self.element = element[_PARENT] or _PAGE
        run, hidden = self.run, self.hidden
        if element is self.hider:
            self.flush()
            run = self.run = self.outer
            self.hider, self.hidden = None, 0
        elif not element[_EDGE]:
            self.ended = True
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
        if not blank or (pieces and self.element[_STYLE].pre):
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
        if self.element[_STYLE].pre:
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

    def start_page(self, _element: _Element, attrib: Mapping[str, str]) -> None:
        """Read the `html` element."""
        self.head.html(attrib)

    def start_pubdata(self, _element: _Element, attrib: Mapping[str, str]) -> None:
        """Take the day and the paper that NITF gives; archives that know the day alone say midnight."""
        self.head.meta({"name": "pubdate", "content": attrib.get("date.publication", "").removesuffix("T000000")})
        self.head.meta({"name": "publisher", "content": attrib.get("name", "")})

    def start_dated(self, element: _Element, attrib: Mapping[str, str]) -> None:
        """Take the day in the title of an element that shows it in other words, as microformats have it.

        A time is parted by a space from the word that it touches: sites set it apart by their style sheets.
        """
        if element[_NAME] == "time" and (pieces := self.run.pieces) and pieces[-1][-1:].isalnum():
            pieces.append(" ")
            self.run.links.append(0)
        kind = _dated(attrib)
        if "title" in attrib and "datetime" not in attrib and (kind != _UNTOLD or element[_NAME] == "time"):
            self.run.marks.append(f"{kind}={attrib['title'].strip()}"[:MAX_MARK])

    def start_row(self, _element: _Element, _attrib: Mapping[str, str]) -> None:
        """Begin a row of a table."""
        self.rows.append([])

    def start_cell(self, _element: _Element, _attrib: Mapping[str, str]) -> None:
        """Begin a cell of a row."""
        if self.rows:
            self.rows[-1].append(len(self.lines))

    def start_folded(self, element: _Element, attrib: Mapping[str, str]) -> None:
        """Begin an element that is hidden unless it says otherwise."""
        if not self.hidden and "open" not in attrib:
            self.hide(element)

    def hide(self, element: _Element) -> None:
        """Read what a hidden element contains apart from the text around it, as that of a block."""
        self.hider = element
        self.hidden = len(self.hiding)  # the first is the page's own element, which is never hidden
        self.hiding.append(element)
        self.outer, self.run = self.run, _Run()

    def start_link(self, _element: _Element, attrib: Mapping[str, str]) -> None:
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
        text, links = _verbatim(run) if element[_STYLE].pre else _collapsed(run)
        if text:
            if run.breaks == 1:
                run.marks.insert(0, "br")
            self.lines.append(make(_Line, (text, element, tuple(run.marks), links, self.hidden, False)))
        run.clear()

    def _end_row(self, element: _Element, hidden: int) -> None:
        """Make one line of a row's cells if there are several, each with at most one short plain block."""
        cells = self.rows.pop()
        if len(cells) < ROW_CELLS:
            return
        parts: list[_Line] = []
        for start, end in pairwise((*cells, len(self.lines))):
            shown = [line for line in self.lines[start:end] if line.hidden == hidden]
            if len(shown) > 1 or not all(line.is_plain() for line in shown):
                return
            parts += shown
        if len(parts) < ROW_CELLS:
            return
        others = [line for line in self.lines[cells[0] :] if line.hidden != hidden]
        self.lines[cells[0] :] = [*others, _row(parts, element, hidden)]


_STARTS: Mapping[str, Callable[[_Reader, _Element, Mapping[str, str]], None]] = {
    **dict.fromkeys(("td", "th"), _Reader.start_cell),
    **dict.fromkeys(("dialog", "noscript"), _Reader.start_folded),
    "html": _Reader.start_page,
    "tr": _Reader.start_row,
    "a": _Reader.start_link,
    **dict.fromkeys(("abbr", "time"), _Reader.start_dated),
    "pubdata": _Reader.start_pubdata,
}
_VOIDS: Mapping[str, Callable[[_Reader, Mapping[str, str]], None]] = {
    "br": _Reader.void_break,
    "hr": _Reader.void_rule,
    "img": _Reader.void_image,
    "meta": _Reader.void_meta,
    "link": _Reader.void_link,
}
_UNREAD = VOID | UNSEEN | {"template"}
"""Elements that are not opened as those are whose text is shown."""


def _row(cells: list[_Line], element: _Element, hidden: int) -> _Line:
    links: list[Span] = []
    offset = 0
    for cell in cells:
        links += (Span(span.start + offset, span.end + offset) for span in cell.links)
        offset += len(cell.text) + 1
    marks = tuple(mark for cell in cells for mark in cell.marks if mark != "br")
    return _Line("\t".join(c.text for c in cells), element, marks, tuple(links), hidden, table=True)


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


_ENDS = frozenset(".!?:;,)…")
"""Marks that a space follows."""


def _are_parted(one: str, other: str) -> bool:
    """Say whether the texts of two elements that touch within a row are things of their own: a name and a day, two names.

    Only words that begin with a capital or a figure tell; single letters are drawn one by one, an initial is drawn large, and figures
    alone are a price or a time.
    """
    if len(other) == 1 or (len(one) == 1 and not one.islower()) or not (one[-1].isalnum() or one[-1] in _ENDS):
        return False
    if other[0].isdecimal():
        return not one[-1].isdecimal() or (" " in one and " " in other)
    return other[0].isupper()


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


def _is_hidden(tag: str, attrib: Mapping[str, str], style: str) -> bool:
    """Whether the element hides itself, its `style` in lower case, or its text is the name of an icon font's sign."""
    if "popover" in attrib or ("hidden" in attrib and attrib["hidden"].lower() != "until-found"):
        return True
    if ("display" in style or "visibility" in style) and _STYLE_HIDDEN.search(style):
        return True
    decorative = attrib.get("aria-hidden") == "true" and tag in ("i", "span")
    return decorative and not _ICONS.isdisjoint(_words(_names(attrib)))


def _marks(attrib: Mapping[str, str]) -> tuple[str, ...]:
    get = attrib.get
    marks: list[str] = []
    for name in ("role", "itemprop"):
        value = get(name)
        if value:
            marks += [f"{name}={word}" for word in value.lower().split()[:4]]
    value = get("rel")
    if value:
        marks += [f"rel={word}" for word in value.lower().split()[:4] if word in _RELATIONS]
    value = get("property")
    if value:
        marks.append(f"itemprop={value.rsplit(':', 1)[-1].lower()}")
    value = get("itemtype")
    if value:
        marks.append(f"itemtype={value.rstrip('/').rsplit('/', 1)[-1].lower()}")
    value = get("datetime")
    if value:
        marks.append(f"{_dated(attrib)}={value.strip()}")
    value = get("content")
    if value and (kind := _dated(attrib)) != _UNTOLD:
        marks.append(f"{kind}={value.strip()}")
    value = get("aria-label")
    if value:
        marks += [f"aria-label={word.lower()}" for word in _WORD.findall(value[:MAX_MARK])]
    return tuple([mark[:MAX_MARK] for mark in marks])


def _dated(attrib: Mapping[str, str]) -> str:
    """Return what an element's own names say of its date: `published`, `modified`, or `datetime` where they say nothing.

    Both words stand on a story that was never changed.
    """
    names = " ".join([attrib[name] for name in ("class", "itemprop", "property") if name in attrib])
    return "published" if _PUBLISHED.search(names) else "modified" if _MODIFIED.search(names) else _UNTOLD


def _words(names: str) -> tuple[str, ...]:
    """Return the different words of class and id values, lower-case, at most `OWN_TOKENS`, those of one letter left out."""
    names = names[:1000]
    if names.islower() and names.isascii():
        words = _LOWER_WORD.findall(names)
    else:
        words = [word.lower() for word in _WORD.findall(names) if len(word) > 1]
    return tuple(dict.fromkeys(words))[:OWN_TOKENS]


@lru_cache(maxsize=512)
def _signs(names: str) -> bool:
    """Say whether the class of an element within a line calls it the author's."""
    return not _AUTHORS.isdisjoint(_words(names))


def _merged(first: tuple[str, ...], second: tuple[str, ...], limit: int) -> tuple[str, ...]:
    if not first or not second:
        return first or second
    return tuple(dict.fromkeys(first + second))[:limit]


def _shown(lines: list[_Line], hiding: list[_Element]) -> list[_Line]:
    """Return the lines that are visible; `hiding` are the hidden containers by their numbers.

    Some pages keep the story, or its panels one by one, hidden until a script has run. Where hidden containers of
    one shape (tag and class words, their own and their parent's) hold at least `HIDDEN_PROSE` characters of prose
    and `HIDDEN_SHARE` times what is visible, the fullest shape counts as shown.
    """
    if len(hiding) == 1:
        return lines
    hidden = _hidden_prose(lines, hiding)
    best = max(hidden, key=lambda shape: hidden[shape], default=())
    visible = [line for line in lines if not line.hidden]
    if not hidden or hidden[best] < HIDDEN_PROSE or hidden[best] < HIDDEN_SHARE * sum(map(_prose, visible)):
        return visible
    shown = {number for number, element in enumerate(hiding) if not number or _shape(element) == best}
    return [line for line in lines if line.hidden in shown]


def _hidden_prose(lines: list[_Line], hiding: list[_Element]) -> dict[tuple[object, ...], int]:
    """Return the characters of prose in hidden containers of each shape."""
    found: dict[tuple[object, ...], int] = {}
    for line in lines:
        if line.hidden and (prose := _prose(line)):
            shape = _shape(hiding[line.hidden])
            found[shape] = found.get(shape, 0) + prose
    return found


def _prose(line: _Line) -> int:
    """Return the characters outside links of a block of prose, 0 for other blocks (encoded data has no spaces)."""
    length = len(line.text)
    if length < PROSE or (line.text.isascii() and " " not in line.text):
        return 0
    length -= sum(span.end - span.start for span in line.links)
    return length if length >= PROSE else 0


def _assembled(lines: list[_Line], metadata: Mapping[str, Any]) -> ParsedHtml:
    """Return the page of the visible lines."""
    blocks: list[Block] = []
    places = _Places()
    offset = 0
    for index, (text, element, own, links, _, table) in enumerate(lines):
        length = len(text)
        place = places.of(element)
        marks = _merged(own, place.marks, MAX_MARKS) if own else place.marks
        linked = 0
        for start, end in links:
            linked += end - start
        density = linked / length if links else 0.0
        source = make(Source, (place.path, place.known or place.tokens(), marks, links, density, 0, "", 0))
        role, level, _, _ = _ROW if table else element[_STYLE]
        segments, spans = (make(Segment, (0, offset, length)),), (make(Span, (offset, offset + length)),)
        blocks.append(make(Block, (index, text, segments, spans, role, level, source, ())))
        offset += length + 1
    return ParsedHtml("\n".join([line.text for line in lines]), bullets.taken_off(blocks), metadata)
