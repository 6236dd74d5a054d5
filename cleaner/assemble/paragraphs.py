"""The body's paragraphs and the ledger of what was removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner import stops, tabbed
from cleaner.letters import is_small
from cleaner.model import GLUED, RUNS_ON, Block, Kind, Page, Paragraph, Removal, Repair, Role, Span, joined, make
from cleaner.names import is_person
from cleaner.parse.pictures import IN_PARAGRAPH
from cleaner.parse.text import is_mark_line
from cleaner.regexes import regex
from cleaner.repair.broken_headings import is_column
from cleaner.repair.joins import is_cut, logged, space_between
from cleaner.repair.wraps import is_finished
from cleaner.resolve import Piece
from cleaner.rules.dek import dek, summary_points
from cleaner.rules.keypoints import NO_POINTS
from cleaner.tokens import count_words, counted

HEADING_CHARS = 120
"""Longest line of plain text that is taken for a heading."""
HEADING_WORDS = 16
"""Most words of such a line."""
TEXT_HEADING_LEVEL = 2
"""Level of a heading that only its place and form show."""
NO_HEADING = regex(rf"^[“\"„«‘'(\[–—「『（-]|[{stops.FULL}{stops.COMMAS}:;…)\]”\"»：；」』）]$|^\W*$|^\d+$")
BOLD, WITHIN_LINES = frozenset({"b", "strong"}), frozenset({"a", "em", "font", "i", "mark", "span", "u"})
"""Elements whose text is bold, and others that may stand around them or inside within one line."""
NUMBER = regex(r"\(?(\d{1,2})[.)]\s")
FEWEST_NUMBERED = 2
"""Numbered lines over prose from which they are headings."""
MIN_KEY_POINTS, KEY_POINT_WORDS = 2, 4
"""How many bullets, of how many words on average, open a story as its key points."""

CONTINUING = frozenset({RUNS_ON, GLUED})
"""Marks of blocks that go on with the paragraph before them where both are kept."""

Rows = Mapping[Kind, Sequence[Removal]]


@dataclass(frozen=True, slots=True)
class Body:
    """The kept and the removed, each in input order, the joins made over removed lines, and the removed `rows` by their kind."""

    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removal, ...]
    repairs: tuple[Repair, ...]
    rows: Rows


def build(page: Page, pieces: Sequence[Piece], language: str, *, merge: bool) -> Body:
    """Return the body and the ledger of `pieces`.

    With `merge`, what a removed line had parted is joined, and a row of stars is the ground of the paragraph above it, as the
    parser of text has it.
    """
    blocks = page.blocks
    kept: list[list[Block]] = []  # paragraphs, each the pieces of one line
    removed: list[Removal] = []
    rows: defaultdict[Kind, list[Removal]] = defaultdict(list)
    repairs: list[Repair] = []
    last = -2  # before any block, so that none goes on from nothing
    column = merge and is_column(page.blocks, page.media_type)
    for index, start, end, kind, rule, reason, confidence in pieces:
        block = blocks[index]
        if start or end < len(block.text):
            block = cut(block, start, end)
        if kind is not None:
            row = make(Removal, (kind, block.text, rule, reason, confidence, block.spans))
            removed.append(row)
            rows[kind].append(row)
        elif not CONTINUING.isdisjoint(block.source.marks) and index == last + 1:
            kept[-1].append(block)
            last = index
        elif merge and kept and (_parted(whole := _whole(kept[-1]), block, language) or (column and index > last + 1 and _goes_on(whole, block))):
            repairs.append(logged(whole, block, " ", "cut_paragraph"))
            kept[-1] = [joined(whole, block, space_between(whole.text, block.text, "cut_paragraph"))]
            last = index
        elif merge and kept and is_mark_line(block.text):
            whole = _whole(kept[-1])
            kept[-1] = [whole._replace(spans=whole.spans + block.spans)]
        else:
            kept.append([block])
            last = index
    told = [*map(_whole, kept)]
    points = summary_points(page)[1] if merge else NO_POINTS
    below = dek(page) if merge else None
    paragraphs = [
        make(Paragraph, (role, _level(block, role), block.text, merged(block.spans)))
        for block, role in zip(told, _roles(told, points, below), strict=True)
    ]
    return Body(tuple(paragraphs), tuple(removed), tuple(repairs), dict(rows))


def _whole(pieces: list[Block]) -> Block:
    """Return the pieces of one line as one block, and leave it alone in their list.

    They are joined by twos, and the results again: one after the other, each join would copy all before it.
    """
    while len(pieces) > 1:
        pairs = zip(pieces[::2], pieces[1::2], strict=False)
        pieces[:] = [joined(a, b, _space(a, b)) for a, b in pairs] + pieces[len(pieces) // 2 * 2 :]
    return pieces[0]


def cut(block: Block, start: int, end: int) -> Block:
    """Return a part `text[start:end]` of a block as a block of its own, stripped, with its part of the ground."""
    text = block.text[start:end]
    return block._replace(text=text.strip(), spans=block.spans_between(start, end), segments=(), breaks=())


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans with touching ones made one."""
    if len(spans) == 1:
        return tuple(spans)
    result: list[Span] = []
    for span in spans:
        if result and result[-1].end == span.start:
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return tuple(result)


def _parted(first: Block, second: Block, language: str) -> bool:
    plain = first.role == second.role == "paragraph" and "\t" not in second.text
    return plain and not second.source.bullet and is_cut(first.text, second.text, language)


def _goes_on(first: Block, second: Block) -> bool:
    """Say whether a sentence goes on behind what stood between two lines of a column: a page's head, a caption."""
    plain = first.role == second.role == "paragraph" and not second.source.bullet
    return plain and is_small(second.text[0]) and not is_finished(first.text)


def _space(first: Block, second: Block) -> str:
    """Return what stood between two blocks of one line."""
    if not first.segments or not second.segments:
        return " "
    end = first.segments[-1]
    return " " if second.segments[0].input_start > end.input_start + end.length else ""


def _level(block: Block, role: Role) -> int:
    if role == "heading":
        return block.level or TEXT_HEADING_LEVEL
    return block.level if role == block.role else 0


def _roles(kept: Sequence[Block], named: range, below: int | None) -> list[Role]:
    """Return the roles of paragraphs, of which the blocks `named` stand under a heading of key points.

    The dek, the block `below` the headline, is set as a heading of the second order by half of the sites, and heads nothing.
    """
    roles: list[Role] = ["paragraph" if block.index == below and block.role == "heading" else block.role for block in kept]
    for table in tabbed.tables(kept):
        roles[table.start : table.stop] = ["table"] * len(table)
    for index, block in enumerate(kept):
        if roles[index] == "paragraph" and _may_head(block) and _heads(kept, index):
            roles[index] = "heading"
    for index in _numbered(kept):
        roles[index] = "heading"
    head = 0
    while head < len(kept) and roles[head] == "heading":
        head += 1
    points = head
    while points < len(kept) and (kept[points].source.bullet or roles[points] == "list_item"):
        points += 1
    words = sum(counted([block.text for block in kept[head:points]]))
    enough = points - head >= MIN_KEY_POINTS and words >= KEY_POINT_WORDS * (points - head)
    if enough and points < len(kept) and roles[points] in ("paragraph", "heading"):
        roles[head:points] = ["summary"] * (points - head)
    if named:
        roles = ["summary" if block.index in named else role for block, role in zip(kept, roles, strict=True)]
    return roles


def _numbered(kept: Sequence[Block]) -> list[int]:
    """Return the places of numbered lines of plain text that are headings, no items: over prose each, and their numbers rise."""
    found = {
        place: int(match[1])
        for place, block in enumerate(kept)
        if block.role == "list_item" and not block.level and not block.source.bullet and (match := NUMBER.match(block.text))
    }
    alone = [place for place in found if not {place - 1, place + 1} & found.keys() and _heads(kept, place)]
    rising = all(found[one] < found[other] for one, other in pairwise(alone))
    return alone if rising and len(alone) >= FEWEST_NUMBERED else []


def _may_head(block: Block) -> bool:
    """Say whether nothing in the source tells a paragraph from a heading: text without markup, or in HTML a line in bold as a whole.

    A question in bold is an interviewer's, and a name the one who speaks.
    """
    path = block.source.path
    if not path:
        return IN_PARAGRAPH not in block.source.marks
    for tag in reversed(path):
        if tag in BOLD:
            return block.text[-1] not in "?？" and not is_person(block.text)
        if tag not in WITHIN_LINES:
            break
    return False


def _heads(kept: Sequence[Block], index: int) -> bool:
    """Say whether a line that may be a heading is one: short, no sentence, and prose or a list follows."""
    text = kept[index].text
    if index + 1 >= len(kept) or len(text) > HEADING_CHARS or count_words(text) > HEADING_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit() or not text[0].isascii()):
        return False
    after = kept[index + 1]
    told = len(after.text) > len(text) and (len(after.text) > HEADING_CHARS or after.text[-1] in '.!?。”"…:')
    return (told or after.role == "list_item") and NO_HEADING.search(text) is None
