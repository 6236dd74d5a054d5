"""Whether the lines of a text are wrapped, at which width, and whether a line is full.

Terminals wrap at a column. What was copied from a PDF or a word processor is wrapped where the letters of a proportional font
reached the edge of the page: its lines differ in characters, and are of one width when thin and broad letters are told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cleaner import stops
from cleaner.letters import is_small
from cleaner.model import Block, MediaType
from cleaner.regexes import regex

Measure = Literal["columns", "cells", "letters"]
"""What a line's width is counted in: characters, cells of a terminal that are two for an East Asian character, or letters of a
proportional font, one for most."""

CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
WIDE = regex(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6]"
)
"""Characters that take two columns of a terminal (Unicode Standard Annex 11, wide and fullwidth)."""
THIN = regex(r"[ \xa0ijlıłItfr.,:;!|'‘’()\[\]/-]")
"""Letters and marks about half as wide as most, and how much narrower: the mean of two fonts with serifs and one without."""
BROAD = regex(r"[A-HK-ZÀ-ÖØ-ÞmwæœА-ЯЁжмфшщыюΑ-Ωω%&—]")
"""Those about half as wide again."""
_ASCII = "".join(map(chr, range(128)))
_THIN_BYTES, _BROAD_BYTES = ("".join(letters.findall(_ASCII)).encode() for letters in (THIN, BROAD))
THINNER, BROADER = 0.45, 0.4
"""Part of a letter's width that the ones have less and the others more; the mean of Times, Arial and DejaVu Serif."""

RUNNING = frozenset(("paragraph", "quote"))
"""Roles of lines of running text."""
MIN_WRAP, MAX_WRAP = 40, 110
"""Columns between which editors, mailers and terminal browsers wrap (65 to 80 is usual), and letters of the longest line of a page."""
MIN_LETTERS = 25
"""Letters of a line in the narrowest column of a newspaper or a report, about five words."""
FULL_SHARE = 0.6
"""Share of the candidate lines that must be full before a text counts as wrapped."""
SMALL_SHARE = 0.35
"""Share of the lines after an unfinished one that must not open with a capital: a list of headlines has none, wrapped
German, with its many nouns, half."""
WRAPPED_LINES = 0.97
"""Share of the lines above others that are no longer than the width: wrappers leave a few whole, words without a space or rows of a table.
Field observation."""
COLUMN_LINES, FEWEST_LINES = 0.9, 20
"""The same, and lines of a text from which it is asked, where none is longer than the widest wrap: notes of archives and captions stand
whole between the lines of a column."""
NO_LINES = frozenset[int]()
RUN_LINES, RUN_SHARE, RUN_WIDTH = 6, 0.75, 0.85
"""Lines that touch the next from which a run of them tells a column's width, the share of its candidates that must be full, and the part of the widest
run's width that others have."""
MARKED = 1.5
"""Times its text that a line of prose is long with its marks; beyond that it is mostly addresses."""
MIN_FULL_LINES = 2
"""Full lines from which a text may be wrapped: one may be long by chance."""
KINSOKU = 4
"""Columns that a full line of characters without spaces may be short of: no line begins with a stop or ends with an opening
bracket, so that a terminal browser takes one or two wide characters over (JIS X 4051)."""
CANDIDATE = 0.55
"""A line shorter than this part of the wrap width is no candidate: it is a last line or a label."""
FITTING = 0.05
"""Share of the candidates by which more must be full in letters than in columns: real text of terminals has fewer by 0.2, text
set in a proportional font more by 0.2."""
NEAR, FITTED = 0.04, 0.98
"""Part of the width by which letters may be measured wrong, and the share of full lines that tell by it too: all of them."""
LETTERED_FULL_LINES, LETTERED_SHARE = 4, 0.75
"""Full lines of a text in a proportional font, and their share of the candidates: lists of items and pages of short lines reach 0.7."""
WIDE_LINE = 0.8
"""Part of the width that a line in a proportional font reaches whose sentence goes on below: a word of usual length did not fit."""
SLACK, TIGHT = 0.07, 0.02
"""Parts of the width by which the measure of letters may be wrong: for a line that its place says to go on, and for one that may
be a paragraph's last."""
PROSE_CHARS, FEWEST_APART = 120, 3
"""Characters from which a line is prose that nobody wrapped, and lines of it that stand apart before blank lines part a page's paragraphs."""
GAPPED = 0.9
"""Share of the short finished lines that have a blank line below, or of those of prose that stand between two, where blank lines part the
paragraphs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the whole page tells about its lines: `width` is the wrap width in `measure`, 0 when lines are not wrapped.

    `gapped` says of a text in a proportional font that blank lines part its paragraphs, `apart` of one that is not wrapped; `capitals`
    of a wrapped one that most of its lines are set in these. `lines` are the indices of those of a column where others stand around it.
    """

    width: float = 0
    media_type: MediaType = "text/plain"
    measure: Measure = "columns"
    gapped: bool = False
    apart: bool = False
    capitals: bool = False
    lines: frozenset[int] = frozenset()


def layout(blocks: Sequence[Block], media_type: MediaType) -> Layout:
    """Return the layout of a page.

    A page is wrapped when among the long lines with a line right below, most were so full that the next word
    did not fit (the inverse of textwrap's rule). Lines of prose alone make a page too wide to be wrapped.
    """
    if media_type == "text/html":
        return Layout(0, media_type)
    pairs = [(a, b) for a, b in pairwise(blocks) if not b.source.gap]
    width, share = _wrapped(pairs, "columns")
    if share < FULL_SHARE and media_type == "text/plain" and len(blocks) >= FEWEST_LINES and max(len(b.text) for b in blocks) <= MAX_WRAP:
        width, share = _wrapped(pairs, "columns", within=COLUMN_LINES)
    if media_type == "text/plain" and share < 1 - FITTING and _may_be_set(pairs):
        letters, fit = _wrapped(pairs, "letters")
        more = share + FITTING
        if fit >= LETTERED_SHARE and (fit >= more or _wrapped(pairs, "letters", NEAR)[1] >= max(FITTED, more)):
            return Layout(letters, media_type, "letters", _is_gapped(blocks, letters), capitals=_is_in_capitals(blocks))
    if share < FULL_SHARE and any(not a.text.isascii() and WIDE.search(a.text) for a, _ in pairs):
        width, share = _wrapped(pairs, "cells")
        return Layout(width if share >= FULL_SHARE else 0, media_type, "cells")
    if share >= FULL_SHARE:
        return Layout(width, media_type, capitals=_is_in_capitals(blocks))
    if media_type != "text/plain":
        return Layout(0, media_type)
    apart = are_apart(blocks)
    column, lines = (0.0, NO_LINES) if apart else _column(blocks)
    return Layout(column, media_type, apart=apart, capitals=column > 0 and _is_in_capitals(blocks), lines=lines)


def _column(blocks: Sequence[Block]) -> tuple[float, frozenset[int]]:
    """Return the width of a newspaper's column in a text that has other lines too, and the column's lines; 0 and none where there is none.

    Lines of a page's menus, tables and notes are of any width, so that the runs of lines that touch are looked at one by one: where most lines
    of the long runs are in runs of one width that are full throughout, that is the column's.
    """
    runs: list[list[tuple[Block, Block]]] = [[]]
    for first, second in pairwise(blocks):
        if second.source.gap:
            runs.append([])
        else:
            runs[-1].append((first, second))
    long = [run for run in runs if len(run) >= RUN_LINES]
    widths = [_wrapped(run, "columns", least=MIN_LETTERS) if _may_be_column(run) else (0, 0) for run in long]
    full = [(width, run) for (width, share), run in zip(widths, long, strict=True) if share >= RUN_SHARE]
    widest = max((width for width, _ in full), default=0)
    column = [run for width, run in full if width >= RUN_WIDTH * widest]
    if not column or 2 * sum(map(len, column)) < sum(map(len, long)):
        return 0, NO_LINES
    return widest, frozenset(block.index for run in column for pair in run for block in pair)


def _may_be_column(run: Sequence[tuple[Block, Block]]) -> bool:
    """Say whether the longest line but one of a run is neither a menu's nor a paragraph; told without measuring."""
    return MIN_LETTERS < MARKED * sorted([len(block.text) for block, _ in run])[-2] <= MARKED * MAX_WRAP


def _is_in_capitals(blocks: Sequence[Block]) -> bool:
    """Say whether most lines are in capitals, as in old wires' copy and broadcasters' scripts: there they set nothing apart."""
    return 2 * sum(block.text.isupper() for block in blocks) > len(blocks)


def are_apart(blocks: Sequence[Block]) -> bool:
    """Say whether blank lines part the paragraphs of a text: hardly a long line touches another, so that lines which touch are meant to."""
    apart = long = 0
    for index, block in enumerate(blocks):
        if len(block.text) >= PROSE_CHARS and block.role != "preformatted" and is_finished(block.text):
            long += 1
            apart += (not index or block.source.gap > 0) and (index + 1 == len(blocks) or blocks[index + 1].source.gap > 0)
    return apart >= max(FEWEST_APART, GAPPED * long)


def _may_be_set(pairs: Sequence[tuple[Block, Block]]) -> bool:
    """Say whether lines may be wrapped at the width of letters: there are some, and hardly one is too long; told without measuring."""
    long = sum(len(a.text) > MARKED * MAX_WRAP for a, _ in pairs)
    return len(pairs) >= LETTERED_FULL_LINES and long <= (1 - WRAPPED_LINES) * len(pairs)


def _wrapped(
    pairs: Sequence[tuple[Block, Block]], measure: Measure, slack: float = 0, within: float = WRAPPED_LINES, least: float = MIN_WRAP
) -> tuple[float, float]:
    """Return the width at which the lines are wrapped, of which each stands over another, and the share of them that are full.

    Both are 0 where nothing is wrapped. A full line may be short by `slack` of the width, which the share `within` of the lines keeps and which is
    `least` columns.
    """
    edges = [(edge(a, measure), a, b) for a, b in pairs]
    told = sorted([
        end
        for end, a, _ in edges
        if (" " in a.text or (measure == "cells" and CJK.search(a.text) is not None))
        and end <= MARKED * (len(a.text) + (_wide_chars(a.text) if measure == "cells" else 0))
        and (end <= MAX_WRAP or a.role in RUNNING)  # wrappers leave addresses, and some list items and tables whole
    ])
    if len(told) < MIN_FULL_LINES:
        return 0, 0
    width = told[int(within * (len(told) - 1))]
    if not (MIN_LETTERS if measure == "letters" else least) <= width <= MAX_WRAP:
        return 0, 0
    unfinished = [
        (a, b) for end, a, b in edges if not b.source.bullet and end >= CANDIDATE * width and not is_finished(a.text)
    ]
    small = sum(not b.text[0].isupper() for _, b in unfinished)
    if small < SMALL_SHARE * len(unfinished) and not _is_in_capitals([b for _, b in unfinished]):
        return 0, 0
    full = sum(_next_edge(a, b, measure) > width * (1 - slack) for a, b in unfinished)
    fewest = LETTERED_FULL_LINES if measure == "letters" else MIN_FULL_LINES
    return (width, full / len(unfinished)) if full >= fewest else (0, 0)


def edge(block: Block, measure: Measure) -> float:
    """Return where a line ends in the source, whose marks and link targets count as its words do."""
    start, end = block.spans[-1]
    columns = block.source.indent + end - start
    return columns if measure == "columns" else columns - len(block.text) + _width(block.text, measure)


def is_full(first: Block, second: Block, page: Layout) -> bool:
    """Say whether a line is so full that what the next begins with did not fit.

    Where a sentence goes on with a small letter, a wide line is enough: some lines are wrapped by hand. Letters of a font are known by
    their mean alone: where a sentence goes on, or blank lines part the paragraphs, a line that is nearly full is taken for full.
    """
    goes_on = not is_finished(first.text)
    if goes_on and is_small(second.text[:1]) and edge(first, page.measure) >= WIDE_LINE * page.width:
        return True
    reached = _next_edge(first, second, page.measure)
    if page.measure != "letters":
        return reached > page.width
    return reached > page.width * (1 - (SLACK if goes_on or page.gapped else TIGHT))


def is_finished(text: str) -> bool:
    """Say whether a line ends like a sentence, or announces what follows."""
    return text.rstrip(stops.LAST_CLOSERS)[-1:] in stops.TERMINAL


def _next_edge(first: Block, second: Block, measure: Measure) -> float:
    """Return where the line would end if the first word of the next stood on it too."""
    reached = edge(first, measure)
    if CJK.match(second.text):
        return reached + (KINSOKU if measure == "cells" else 2)
    space = second.text.find(" ")
    line = second.spans[-1]
    word = (second.input_offset(space) if space > 0 else line.end) - line.start
    if measure == "letters":
        shown = second.text[:space] if space > 0 else second.text
        return reached + _width(" ", measure) + word - len(shown) + _width(shown, measure)
    return reached + 1 + word


def _width(text: str, measure: Measure) -> float:
    if measure == "letters":
        thin, broad = _odd_letters(text)
        return len(text) - THINNER * thin + BROADER * broad
    return len(text) + (_wide_chars(text) if measure == "cells" else 0)


def _odd_letters(text: str) -> tuple[int, int]:
    """Count the thin and the broad letters of a text; those of ASCII are counted as bytes, in a fraction of the time."""
    if not text.isascii():
        return len(THIN.findall(text)), len(BROAD.findall(text))
    encoded = text.encode()
    return len(text) - len(encoded.translate(None, _THIN_BYTES)), len(text) - len(encoded.translate(None, _BROAD_BYTES))


def _wide_chars(text: str) -> int:
    return 0 if text.isascii() else len(WIDE.findall(text))


def _is_gapped(blocks: Sequence[Block], width: float) -> bool:
    """Say whether blank lines part the paragraphs of a text in a proportional font: below their last lines, which are short."""
    ends = [
        b.source.gap > 0
        for a, b in pairwise(blocks)
        if is_finished(a.text) and edge(a, "letters") < WIDE_LINE * width
    ]
    return bool(ends) and sum(ends) >= GAPPED * len(ends)
