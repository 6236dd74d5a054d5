"""The values that travel through the pipeline: blocks, pages, labels, removals and repairs.

Everything here is immutable, what a page has hundreds of as a named tuple because those are made faster, and imports nothing of the project, so that every stage can share it.
All offsets are code points. *Visible input* is what `cleaner.visible` returns: the decoded text or
Markdown itself, or the visible text of an HTML page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import Any, Literal, NamedTuple, NoReturn

Role = Literal["paragraph", "heading", "list_item", "quote", "summary", "table", "preformatted"]
Kind = Literal[
    "title", "navigation", "section_label", "search", "share", "follow", "subscribe", "login", "advert",
    "app_prompt", "paywall", "cookie_notice", "legal", "caption", "byline", "contact", "author_bio", "date",
    "tags", "pagination", "tools", "read_more", "related", "comment", "comment_form", "aggregator",
    "publisher", "update_note", "affiliate_note", "donation", "media_player", "duplicate", "residue",
]  # fmt: skip
THREAD_KINDS: frozenset[Kind] = frozenset({"comment", "comment_form"})
"""Kinds of the lines of a thread of comments, of its heading and of its form."""
RepairKind = Literal[
    "entity", "tied_words", "mojibake", "invisible", "ligature", "glued_sentence", "wrapped_line", "fragment", "cut_paragraph",
    "hyphen",
]  # fmt: skip
MediaType = Literal["text/html", "text/plain", "text/markdown"]


class ReadOnly(dict[str, Any]):
    """A mapping that refuses changes; unlike `MappingProxyType` it can be pickled, copied and written as JSON."""

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this mapping is read-only; make a dict of it")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[ReadOnly], tuple[dict[str, Any]]]:
        """Return what copies are made of: setting the items of an empty one would be refused."""
        return ReadOnly, (dict(self),)


EMPTY: Mapping[str, Any] = ReadOnly()

make = tuple.__new__
"""Makes a named tuple of all its values, in half the time of a call of its class: a page takes a thousand of them."""


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Segment(NamedTuple):
    """A run of a block's text that stands verbatim in the visible input.

    `text[text_start : text_start + length] == visible[input_start : input_start + length]`. Characters of
    the text in no segment were written by a repair.
    """

    text_start: int
    input_start: int
    length: int


class Edit(NamedTuple):
    """A replacement of `text[start:end]` by `new`, with the kind of repair that asked for it."""

    start: int
    end: int
    new: str
    kind: str


class Source(NamedTuple):
    """What the markup or the layout told about a block.

    `path` holds the HTML tag names from the body down to the block's own element, `tokens` the lower-case
    class and id words of the element and its ancestors (nearest first), `marks` such facts as
    `itemprop=author`, `role=navigation`, `rel=author`, `datetime=2024-05-01`. `links` are the spans of the
    block's text inside a link, HTML or Markdown; `link_density` is their share of its characters.
    `indent` counts leading columns, `bullet` is the mark as written, `gap` the blank lines before the block.
    `signers` are the texts of elements within the block that microdata or a link's relation calls its author.
    """

    path: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    links: tuple[Span, ...] = ()
    link_density: float = 0.0
    indent: int = 0
    bullet: str = ""
    gap: int = 0
    signers: tuple[str, ...] = ()


LINKED, WHOLLY_LINKED = 0.5, 0.95
"""Link density above which a line is a list of links (Kohlschütter et al. 2010 use 0.33 with other measures), and from which it is one."""
LEFT_IN = "script"
"""The mark of the block that holds the scripts and styles which were left in a text: the last of its blocks."""
GLUED = "glued"
"""Mark of a block that stood behind a sentence in one line with it, and is no part of what the sentence says."""
IMAGE = "image"
"""The mark of a line that holds nothing but images."""
RUNS_ON = "runs_on"
"""The mark of a block that stood in one line with the block before it."""
OVERLEAF = "overleaf"
"""The mark of a block with which a sentence goes on behind the head of a printed page."""
FRONT_MATTER = "front_matter"
"""The mark of a block that is a line of the head before a text."""
AUTHORED = "class=author"
"""The mark of a block with an element within its line that the class calls the author's, or with a link to an author's page."""
AUTHORS_MARKS = frozenset({"itemprop=author", "rel=author", "itemprop=creator"})
"""The marks of an element that microdata or a link's relation calls the author's."""
TEXT_SOURCE = Source()
Style = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""What blocks of one kind of element share: tag path, class and id words, marks."""


_style: Callable[[Source], Style] = itemgetter(0, 1, 2)


class Styles(NamedTuple):
    """The different styles of some blocks, in order of first appearance, and for each block the number of its own."""

    kinds: Sequence[Style]
    which: Sequence[int]


class Block(NamedTuple):
    """One visual line or block-level element, as one run of text.

    `spans` is the block's ground in the visible input: ordered, disjoint, with its bullets and marks; the
    spans of all blocks together hold every non-space character of the visible input exactly once.
    `breaks` are offsets in `text` where a repair joined two lines, so that a join can be parted again.
    """

    index: int  # type: ignore[assignment]  # hides a method of tuples that no block is asked for
    text: str
    segments: tuple[Segment, ...]
    spans: tuple[Span, ...]
    role: Role = "paragraph"
    level: int = 0
    source: Source = TEXT_SOURCE
    breaks: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """Where the block's ground begins in the visible input; 0 where it has none."""
        return self.spans[0].start if self.spans else 0

    def input_offset(self, offset: int) -> int:
        """Return where in the visible input the text from `offset` on begins."""
        position = bisect_right(self.segments, (offset, float("inf"), 0)) - 1
        if position >= 0:
            segment = self.segments[position]
            if offset < segment.text_start + segment.length:
                return segment.input_start + offset - segment.text_start
        if position + 1 < len(self.segments):
            return self.segments[position + 1].input_start
        return self.spans[-1].end if self.spans else 0

    def spans_between(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the part of `spans` that belongs to `text[start:end]`.

        Parts that cover the text without gaps cover the spans without gaps: the first keeps what stands
        before the text (a bullet), the last what stands after it.
        """
        low = self.spans[0].start if start <= 0 else self.input_offset(start)
        high = self.spans[-1].end if end >= len(self.text) else self.input_offset(end)
        cut = (Span(max(span.start, low), min(span.end, high)) for span in self.spans)
        return tuple(span for span in cut if span.start < span.end)


def edited(block: Block, edits: Sequence[Edit]) -> Block:
    """Return `block` with the ordered, disjoint `edits` made in its text; segments, breaks and links are kept true."""
    if not edits:
        return block
    pieces: list[str] = []
    segments: list[Segment] = []
    position = shift = 0
    for edit in (*edits, Edit(len(block.text), len(block.text), "", "")):
        pieces += (block.text[position : edit.start], edit.new)
        segments += (
            Segment(start + shift, source, length)
            for start, source, length in _segments_within(block.segments, position, edit.start)
        )
        position, shift = edit.end, shift + len(edit.new) - (edit.end - edit.start)
    text, moved = "".join(pieces), _mover(edits)
    source = _linked(block.source, [Span(moved(start), moved(end)) for start, end in block.source.links], text)
    return block._replace(
        text=text, segments=tuple(segments), breaks=tuple(map(moved, block.breaks)), source=source
    )  # fmt: skip


def _segments_within(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """Yield the parts of `segments` that stand for a text between the offsets `start` and `end`."""
    for index in range(bisect_right(segments, start, key=_segment_end), len(segments)):
        at, source, length = segments[index]
        if at >= end:
            return
        low = max(at, start)
        yield Segment(low, source + low - at, min(at + length, end) - low)


def _segment_end(segment: Segment) -> int:
    return segment.text_start + segment.length


def _mover(edits: Sequence[Edit]) -> Callable[[int], int]:
    """Return what tells where an offset into a text is after `edits`; one within an edit is at the end of what is new there."""
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]

    def moved(offset: int) -> int:
        # Of an edit that begins at the offset only one that takes nothing away lies before it.
        place = bisect_left(starts, offset)
        while place < len(edits) and edits[place].end <= offset:
            place += 1
        end = edits[place - 1].end if place else 0
        return max(offset, end) + shifts[place]

    return moved


def _linked(source: Source, links: Sequence[Span], text: str) -> Source:
    """Return `source` with those of `links` that hold characters of its block's `text`, and their density."""
    if not links and not source.links:
        return source
    kept = tuple(link for link in links if link.start < link.end)
    density = sum(link.end - link.start for link in kept) / len(text) if text else 0.0
    return source._replace(links=kept, link_density=density)


def sliced(block: Block, start: int, end: int) -> Block:
    """Return `text[start:end]` of a block as a block of its own, without the spaces at its end; its links are those within."""
    text = block.text[start:end].rstrip()
    high = start + len(text)
    segments = tuple(
        Segment(at - start, source, length) for at, source, length in _segments_within(block.segments, start, high)
    )
    links = [Span(max(link.start, start) - start, min(link.end, high) - start) for link in block.source.links]
    source = _linked(block.source, links, text)
    if start:
        source = source._replace(bullet="")
    return block._replace(text=text, segments=segments, spans=block.spans_between(start, end), source=source)


def marked(block: Block, mark: str) -> Block:
    """Return a block with one more mark."""
    return block._replace(source=block.source._replace(marks=(*block.source.marks, mark)))


def joined(first: Block, second: Block, separator: str) -> Block:
    """Return one block that reads `first`, `separator`, `second`; the line boundary is kept in `breaks`."""
    offset = len(first.text) + len(separator)
    text = first.text + separator + second.text
    links = (*first.source.links, *(Span(start + offset, end + offset) for start, end in second.source.links))
    return first._replace(
        text=text,
        segments=first.segments
        + tuple(Segment(s.text_start + offset, s.input_start, s.length) for s in second.segments),
        spans=first.spans + second.spans,
        breaks=(*first.breaks, offset, *(b + offset for b in second.breaks)),
        source=_linked(first.source, links, text),
    )


class CueHit(NamedTuple):
    """A pack rule that matched `text[start:end]` of a block; `strong` when the rule may remove alone."""

    rule: str
    kind: Kind
    start: int
    end: int
    match: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """What rules receive. Fields are only ever added; see `cleaner.rules.API_VERSION`.

    `cues` holds for each block the pack rules that matched it, `features` the arrays of
    `cleaner.features.Features`. `metadata` is what the page's head said (`cleaner.parse.structured`), `title` the
    index of the headline's block, None where there is none.
    """

    blocks: tuple[Block, ...]
    visible: str
    media_type: MediaType
    url: str | None = None
    language: str = ""
    metadata: Mapping[str, Any] = field(default_factory=lambda: EMPTY)
    cues: tuple[tuple[CueHit, ...], ...] = ()
    features: Any = None
    title: int | None = None


class Label(NamedTuple):
    """One rule's opinion of `text[start:end]` of one block.

    `keep` true speaks for the story, false against it. `confidence` is 0 to 1; what it takes to win stands
    in `cleaner.resolve`.
    """

    block: int
    start: int
    end: int
    kind: Kind
    keep: bool
    confidence: float
    rule: str
    reason: str


class Paragraph(NamedTuple):
    """A piece of the body."""

    role: Role
    level: int
    text: str
    spans: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the paragraph as it stands in a record."""
        return {"role": self.role, "level": self.level, "text": self.text, "spans": [list(s) for s in self.spans]}


class Removal(NamedTuple):
    """A piece of the input that is not body, and which rule says so."""

    kind: Kind
    text: str
    rule: str
    reason: str
    confidence: float
    spans: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the removal as it stands in a record."""
        return {
            "kind": self.kind, "text": self.text, "rule": self.rule, "reason": self.reason,
            "confidence": self.confidence, "spans": [list(s) for s in self.spans],
        }  # fmt: skip


class Repair(NamedTuple):
    """A change to the input's text: `before` at `spans` of the visible input became `after`. `kind` is a `RepairKind`."""

    kind: str
    before: str
    after: str
    spans: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the repair as it stands in a record."""
        return {"kind": self.kind, "before": self.before, "after": self.after, "spans": [list(s) for s in self.spans]}


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment."""

    author: str
    text: str
    date: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the comment as it stands in a record."""
        return {"author": self.author, "text": self.text, "date": self.date}


def styled(blocks: Sequence[Block]) -> Styles:
    """Return the styles of `blocks`."""
    known: dict[Style, int] = {}
    which = [known.setdefault(_style(block.source), len(known)) for block in blocks]
    return Styles(list(known), which)


def is_scripted(blocks: Sequence[Block]) -> bool:
    """Say whether the last of a text's blocks holds scripts that were left in it."""
    return bool(blocks) and LEFT_IN in blocks[-1].source.marks


def reindexed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks numbered by their place."""
    return tuple([b if b.index == i else make(Block, (i, *b[1:])) for i, b in enumerate(blocks)])
