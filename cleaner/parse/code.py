"""Program code that stands in plain text: its lines are one preformatted block, as `<pre>` is in HTML, breaks and indents kept.

Taken for lines of text, a listing is torn into paragraphs, its lines are joined as if a browser had wrapped them, and what makes
it code, the indents, is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.model import Block, Segment, Source, Span, reindexed

SIGNS = ("()", "==", "!=", ":=", "=>", "->", "+=", "&&", "||", "::")
"""Signs that a line of code may have anywhere, and a line of a story, a menu or a list hardly."""
ATTRIBUTES = ('="', "='")
"""What the attributes of a tag have, and assignments hardly, whose signs stand between spaces."""
CLOSING = (");", "};", "];")
"""What statements end in. Colons, stops and semicolons alone prove nothing: the clauses of a law end in them."""
RARE = "={}>"
"""Characters of which nearly any listing has one; four pages in five have none."""
HINTS = (*SIGNS, "{\n", "}\n", ";\n", " = ", "\n$ ")
"""What stands in any listing, one or the other: nine pages in ten have none of it and are not looked through."""
HEAD = re.compile(
    r"//|/\*|#!|#include\b|\$ \w|</?\w[^<>]*>$|<\?\w|[\"'][\w -]+[\"']: "
    r"|(?:def|class|func|fn|function|public|private|static|struct|impl|interface|package|const|let|var)\b.*[({=;:]"
    r"|(?:import|from|using|use|return|if|for|while|else|elif)\b.*[;:{(]$"
    r"|[A-Za-z_][\w.]*(?:\[[^\]]*\])? = [\w\"'\[({-]"
)
"""What lines of code begin with: comments, prompts, tags, keys, declarations, assignments."""
LONGEST = 300
"""Characters of the longest line that is looked at."""
FEWEST, FEWEST_ALONE = 3, 2
"""Lines of code that make a listing: anywhere, and where blank lines part it from the text."""
BETWEEN = 3
"""Most lines between two lines of code that show nothing: arguments, comments, closing words."""
BLANK = 2
"""Most blank lines in a row within a listing."""
SENTENCE_ENDS, SENTENCE_WORDS = ".!?:…", 6
"""What a sentence ends in, and the spaces it has at least, that may name a function."""
COMMENTS = ("//", "#", "/*", "*", "--")
"""What comments begin with, which may well be sentences."""
PROSE_WORDS = 14
"""Spaces of a line that shows nothing from which it is text about code."""


def listed(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the `blocks` of the lines of `text` with the lines of each listing made one block."""
    found = list(blocks)
    if not any(sign in text for sign in RARE) or not any(hint in text for hint in HINTS):
        return found
    lines = [text[block.spans[-1].start : block.spans[-1].end] for block in blocks]
    sure = [index for index, line in enumerate(lines) if len(line) <= LONGEST and is_code(line)]
    if len(sure) < FEWEST_ALONE:
        return found
    margin = min(block.source.indent for block in blocks)
    for start, end in reversed(list(_listings(blocks, lines, sure, margin))):
        after = found[end] if end < len(found) else None
        marks, rest = _marks_below(text, found[end - 1], after)
        found[start:end] = [_listing(text, found[start:end], marks, margin)]
        if after is not None and marks:
            found[start + 1] = after._replace(spans=rest)
    return list(reindexed(found))


def _listings(
    blocks: Sequence[Block], lines: Sequence[str], sure: Sequence[int], margin: int
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of lines that are listings, around the `sure` ones."""
    last = 0
    tops, bottoms = _paragraphs(blocks)
    for group in _groups(blocks, lines, sure, margin):
        start, end = max(last, group[0]), group[-1] + 1
        if start >= end:
            continue
        while end < len(blocks) and blocks[end].source.gap <= BLANK and _is_inside(blocks[end], lines[end], margin):
            end += 1
        low, high = max(last, tops[start]), bottoms[end - 1]
        if high - low - (end - start) <= len(group):
            around = (*range(low, start), *range(end, high))
            start, end = (start, end) if any(is_prose(lines[i]) for i in around) else (low, high)
        apart = (start, end) == (low, high)
        if len(group) >= (FEWEST_ALONE if apart else FEWEST):
            yield start, end
            last = end


def _groups(
    blocks: Sequence[Block], lines: Sequence[str], sure: Sequence[int], margin: int
) -> Iterator[list[int]]:
    """Yield the lines of code that stand together, with little between them."""
    group = [sure[0]]
    for index in sure[1:]:
        between = range(group[-1] + 1, index)
        if len(between) <= BETWEEN and _goes_on(blocks, lines, between, margin) and blocks[index].source.gap <= BLANK:
            group.append(index)
        else:
            yield group
            group = [index]
    yield group


def _goes_on(blocks: Sequence[Block], lines: Sequence[str], between: range, margin: int) -> bool:
    """Say whether lines `between` two of code belong to them: no sentences, and indented where a blank line stands about them."""
    parted = any(blocks[i].source.gap for i in (*between, between.stop))
    return not any(is_prose(lines[i]) or (parted and blocks[i].source.indent <= margin) for i in between)


def _is_inside(block: Block, line: str, margin: int) -> bool:
    """Say whether a line below code is indented as what belongs to it is."""
    return block.source.indent > margin and not is_prose(line)


def is_prose(line: str) -> bool:
    """Say whether a line is text about code, or long enough to be any text."""
    return line.count(" ") >= PROSE_WORDS or _is_sentence(line)


def is_code(line: str) -> bool:
    """Say whether a line shows that it is code; attributes without their tag are what a flattener left of markup."""
    if any(sign in line for sign in ATTRIBUTES) and line[0] != "<":
        return False
    shows = line[-1] in "{}" or line.endswith(CLOSING) or HEAD.match(line) or any(sign in line for sign in SIGNS)
    return bool(shows) and not _is_sentence(line)


def _is_sentence(line: str) -> bool:
    """Say whether a line is a sentence that speaks of code."""
    return line[-1] in SENTENCE_ENDS and line.count(" ") >= SENTENCE_WORDS and not line.startswith(COMMENTS)


def _paragraphs(blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """Return for each line the first of those that no blank line parts from it, and the one below their last."""
    tops = [0] * len(blocks)
    for index, block in enumerate(blocks):
        tops[index] = index if block.source.gap or not index else tops[index - 1]
    bottoms = [len(blocks)] * len(blocks)
    for index in range(len(blocks) - 2, -1, -1):
        bottoms[index] = index + 1 if blocks[index + 1].source.gap else bottoms[index + 1]
    return tops, bottoms


def _marks_below(text: str, last: Block, after: Block | None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the marks on the lines right below a listing, such as the end of a comment, and the ground left to the next block."""
    if after is None:
        return (), ()
    taken = 0
    end = last.spans[-1].end
    while taken < len(after.spans) - 1 and text.count("\n", end, after.spans[taken].start) == 1:
        end = after.spans[taken].end
        taken += 1
    return after.spans[:taken], after.spans[taken:]


def _listing(text: str, run: Sequence[Block], marks: tuple[Span, ...], margin: int) -> Block:
    """Return the block of a listing; `margin` columns are the page's own."""
    first = run[0].spans[0].start
    start = max(text.rfind("\n", 0, first) + 1, first - run[0].source.indent)
    end = marks[-1].end if marks else run[-1].spans[-1].end
    shown, segments = verbatim(text, Span(start, end), margin)
    source = Source(indent=run[0].source.indent, gap=run[0].source.gap)
    return Block(run[0].index, shown, segments, (Span(first, end),), role="preformatted", source=source)


def verbatim(text: str, lines: Span, margin: int) -> tuple[str, tuple[Segment, ...]]:
    """Return whole lines of a text as they stand, without the first `margin` columns of those that are indented, and the segments."""
    pieces: list[str] = []
    segments: list[Segment] = []
    length, start = 0, lines.start
    for line in text[lines.start : lines.end].splitlines(keepends=True):
        cut = min(margin, len(line) - len(line.lstrip(" \t")))
        if cut < len(line):
            segments.append(Segment(length, start + cut, len(line) - cut))
        pieces.append(line[cut:])
        length += len(line) - cut
        start += len(line)
    return "".join(pieces), tuple(segments)
