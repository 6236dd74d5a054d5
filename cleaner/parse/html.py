"""HTML to blocks, in one pass over the parser's events.

*Visible text* is what a reader of the rendered page sees, decided from the markup alone: without scripts, styles,
templates, embedded and graphic content, `noscript`, comments, and without what `hidden`, `popover`, a closed `dialog`
or an inline style hides. Folded content (`details`), controls' labels and options, `aria-hidden` text (it is shown)
and text for screen readers (hidden by style sheets only) are visible. Where most prose of a page stands in hidden
containers of one shape, a script would have shown it, and it is visible (see `_shown`). So it is where it stands in the page's data
alone (see `cleaner.parse.unshown`). Parts that the server streamed stand in the places that were kept for them (`cleaner.parse.streamed`).

Whitespace is collapsed as a browser does, no-break spaces included. Elements that are blocks by default, controls
and cells are blocks, all others run on. A `br` ends a block; the block after a
single `br` carries the mark `br`, so that the repair stage can join what is one sentence. A table row whose cells are
all short and plain is one block with tabs between the cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cleaner.model import AUTHORS_MARKS, Block, Segment, Source, Span, make
from cleaner.parse import bullets, streamed, structured, unshown
from cleaner.parse.depth import bounded, encoded
from cleaner.parse.elements import PAGE, PARENT, ROW, STYLE, Element, shape_of
from cleaner.parse.lines import Line
from cleaner.parse.places import MAX_MARKS, Places, merged
from cleaner.parse.reader import Reader, feed, fragment
from cleaner.parse.streamed import Place
from cleaner.parse.unshown import Untold

PROSE = 80
"""Characters from which a block outside links counts as prose; jusText takes 70 for its shortest good block."""
HIDDEN_PROSE = 600
"""Characters of prose that a hidden container must hold to be a story that a script would show."""
HIDDEN_SHARE = 2
"""How many times the visible prose hidden containers must hold to be the story; a hidden copy of it holds as much."""
PAID = frozenset(["subscriber", "subscribers", "encrypted", "premium", "paid", "members"])
"""Words of class names of what is hidden from those who have not paid."""
THIN = 2_000
"""Characters of visible prose up to which a page's data is asked for its story. Of 1,620 development pages 174 show less; those whose
story stands in the data show 850 to 1,400."""
SHOWN = 0.5
"""Share of a story kept in data from which it is shown: in lines too short for prose, as of many pages with little text."""


class ParsedHtml(NamedTuple):
    """A page: its visible text, the blocks that partition it, and what its head said (`cleaner.parse.structured`)."""

    visible: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, Any]


def parse(text: str, utf8: bytes | None = None) -> ParsedHtml:
    """Return the visible text, blocks and metadata of the HTML page or fragment `text`; `utf8` is its bytes, if known.

    Any string is accepted. `visible` is the blocks' texts joined by line feeds, so each block is one segment.
    """
    reader = Reader()
    feed(reader, encoded(text) if utf8 is None else bounded(utf8))
    lines, hiding, head = reader.lines, reader.hiding, reader.head
    if reader.slots:
        read = [Place(number, line.element, line.hidden) for number, line in enumerate(lines)]
        lines = [lines[i]._replace(element=e, hidden=h) for i, e, h in streamed.placed(read, hiding, reader.slots)]
    reader.release()
    lines = _shown(lines, hiding)
    metadata = structured.read(head)
    if (told := _story_in_data(lines, head, metadata)) and (filled := _with(lines, told)):
        return _assembled(filled, {**metadata, "told": told.source})
    return _assembled(lines, metadata)


def _shown(lines: list[Line], hiding: list[Element]) -> list[Line]:
    """Return the lines that are visible; `hiding` are the hidden containers by their numbers.

    Some pages keep the story, or its panels one by one, hidden until a script has run. Where hidden containers of
    one shape (tag and class words, their own and their parent's) hold at least `HIDDEN_PROSE` characters of prose
    and `HIDDEN_SHARE` times what is visible, the fullest shape counts as shown; where its names say that subscribers see it, it is the
    rest of what is visible, however long that is.
    """
    if len(hiding) == 1:
        return lines
    hidden = _hidden_prose(lines, hiding)
    best = max(hidden, key=lambda shape: hidden[shape], default=())
    visible = [line for line in lines if not line.hidden]
    if not hidden or hidden[best] < HIDDEN_PROSE:
        return visible
    paid = any(isinstance(words, tuple) and not PAID.isdisjoint(words) for words in best)
    if not paid and hidden[best] < HIDDEN_SHARE * sum(map(_prose, visible)):
        return visible
    shown = {number for number, element in enumerate(hiding) if not number or shape_of(element) == best}
    return [line for line in lines if line.hidden in shown]


def _story_in_data(lines: Sequence[Line], head: structured.Head, metadata: Mapping[str, Any]) -> Untold | None:
    """Return the story that the page keeps in its data, where it holds `HIDDEN_SHARE` times the prose that the page shows."""
    if not head.data and not any("articleBody" in item for item in metadata["jsonld"]):
        return None
    shown = 0
    for line in lines:
        shown += _prose(line)
        if shown > THIN:
            return None
    headings = [line.text for line in lines if line.element[STYLE].level == 1]
    return unshown.story(["".join(data) for data in head.data], metadata, headings, max(HIDDEN_PROSE, HIDDEN_SHARE * shown))


def _with(lines: list[Line], told: Untold) -> list[Line]:
    """Return the lines with those of the story that the page keeps in its data, or none where half of it is shown.

    It goes on behind what of it is shown, in the same container; else it begins below the headline, or stands above all.
    """
    visible = "\n".join([line.text for line in lines])
    places = {line.text: place for place, line in enumerate(lines)}
    own = fragment(told.html, PAGE)
    shown = [line for line in own if line.text in visible]
    if sum(len(line.text) for line in shown) >= SHOWN * sum(len(line.text) for line in own):
        return []
    at = max((places[line.text] + 1 for line in shown if line.text in places), default=0)
    if at:
        own = fragment(told.html, lines[at - 1].element[PARENT] or PAGE)
    else:
        at = next((place + 1 for place, line in enumerate(lines) if line.element[STYLE].level == 1), 0)
        own = fragment(f"<article>{told.html}</article>", PAGE)
    return [*lines[:at], *(line for line in own if line.text not in places), *lines[at:]]


def _hidden_prose(lines: list[Line], hiding: list[Element]) -> dict[tuple[object, ...], int]:
    """Return the characters of prose in hidden containers of each shape."""
    found: dict[tuple[object, ...], int] = {}
    for line in lines:
        if line.hidden and (prose := _prose(line)):
            shape = shape_of(hiding[line.hidden])
            found[shape] = found.get(shape, 0) + prose
    return found


def _prose(line: Line) -> int:
    """Return the characters outside links of a block of prose, 0 for other blocks (encoded data has no spaces)."""
    length = len(line.text)
    if length < PROSE or (line.text.isascii() and " " not in line.text):
        return 0
    length -= sum(span.end - span.start for span in line.links)
    return length if length >= PROSE else 0


def _assembled(lines: list[Line], metadata: Mapping[str, Any]) -> ParsedHtml:
    """Return the page of the visible lines."""
    blocks: list[Block] = []
    places = Places()
    offset = 0
    for index, (text, element, own, links, _, table, named) in enumerate(lines):
        length = len(text)
        place = places.of(element)
        marks = merged(own, place.marks, MAX_MARKS) if own else place.marks
        signers = () if not named or AUTHORS_MARKS.isdisjoint(marks) else named
        linked = 0
        for start, end in links:
            linked += end - start
        density = linked / length if links else 0.0
        source = make(Source, (place.path, place.known or place.tokens(), marks, links, density, 0, "", 0, signers))
        role, level, _, _ = ROW if table else element[STYLE]
        segments, spans = (make(Segment, (0, offset, length)),), (make(Span, (offset, offset + length)),)
        blocks.append(make(Block, (index, text, segments, spans, role, level, source, ())))
        offset += length + 1
    return ParsedHtml("\n".join([line.text for line in lines]), bullets.taken_off(blocks), metadata)
