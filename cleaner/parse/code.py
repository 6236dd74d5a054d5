"""Program code that stands in plain text: its lines are one preformatted block, as `<pre>` is in HTML, breaks and indents kept.

Taken for lines of text, a listing is torn into paragraphs, its lines are joined as if a browser had wrapped them, and what makes
it code, the indents, is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.codelines import COMMANDS, PROGRAMS, SIGNS, is_code, is_prose
from cleaner.model import Block, Segment, Source, Span, reindexed

HINTS = (*SIGNS, "::", "{\n", "}\n", ";\n", " = ", "\n$ ", "\n>>> ", '("')
"""What stands in most listings, one or the other: nine pages in ten have none of it."""
RARE, TREE = "={}>", "├─"
"""Characters of which nearly any of these has one, and what drawings of folders have; four pages in five have none, and are told sooner."""
STARTS = frozenset((*PROGRAMS, *COMMANDS, "RUN", "SELECT"))
"""First words of lines in the others; pages with neither are not looked through."""
LONGEST = 300
"""Characters of the longest line that is looked at."""
FEWEST, FEWEST_ALONE = 3, 2
"""Lines of code that make a listing: anywhere, and where blank lines part it from the text."""
BETWEEN = 3
"""Most lines between two lines of code that show nothing: arguments, comments, closing words."""
BLANK = 2
"""Most blank lines in a row within a listing."""


def listed(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the `blocks` of the lines of `text` with the lines of each listing made one block."""
    found = list(blocks)
    hinted = TREE in text or (any(sign in text for sign in RARE) and any(hint in text for hint in HINTS))
    if not hinted and STARTS.isdisjoint([block.text.partition(" ")[0] for block in blocks]):
        return found
    lines = [text[block.spans[-1].start : block.spans[-1].end] for block in blocks]
    sure = [index for index, line in enumerate(lines) if len(line) <= LONGEST and is_code(line)]
    if len(sure) < FEWEST_ALONE:
        return found
    margin = min(block.source.indent for block in blocks)
    for start, end in reversed(list(_listings(blocks, lines, sure, margin))):
        after = found[end] if end < len(found) else None
        marks, rest = _marks_below(text, found[end - 1], after)
        around = next((blocks[i].source.indent for i in range(start - 1, -1, -1) if is_prose(lines[i])), margin)
        own = min(block.source.indent for block in blocks[start:end])
        found[start:end] = [listing(text, found[start:end], min(own, around), marks)]
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


def listing(text: str, run: Sequence[Block], margin: int, marks: Sequence[Span] = ()) -> Block:
    """Return the block of a listing, without the first `margin` columns, which are those of the text around it; `marks` stand below it."""
    first = run[0].spans[0].start
    start = max(text.rfind("\n", 0, first) + 1, first - run[0].source.indent)
    end = marks[-1].end if marks else run[-1].spans[-1].end
    shown, segments = verbatim(text, Span(start, end), margin)
    source = Source(indent=run[0].source.indent, gap=run[0].source.gap)
    return Block(run[0].index, shown, segments, (Span(first, end),), role="preformatted", source=source)


def verbatim(text: str, lines: Span, margin: int) -> tuple[str, tuple[Segment, ...]]:
    """Return whole lines of a text as they stand, without the first `margin` columns of those that are indented, and the segments.

    Blank lines above the first are left out, and spaces behind the last.
    """
    shown = text[lines.start : lines.end].rstrip()
    above = len(shown) - len(shown.lstrip())
    lines = Span(lines.start + shown.rfind("\n", 0, above) + 1, lines.start + len(shown))
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
