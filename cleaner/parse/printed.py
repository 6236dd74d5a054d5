"""Head and foot lines that browsers print on each page: day and title above, address and page below, or the other way round.

They stand between the lines of a paragraph that goes on overleaf, and are no part of the page. Both are told by the feet, which count
to the number of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.letters import is_small
from cleaner.model import OVERLEAF, Block, Span, marked
from cleaner.regexes import regex
from cleaner.repair.wraps import is_finished

LONG_LINE = 60
"""Characters from which a line without a stop is no heading, so that a figure overleaf goes on with it."""
MARK = "printed"
"""The mark of the block that holds the lines."""
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?"
_ADDRESS = r"(?:https?|file|about):\S+"
_OF = ("of", "von", "sur", "de", "di", "van", "av", "af", "z", "из")
_FEET = (
    regex(rf"[ \t\u3000]*{_ADDRESS}[ \t\u3000]+(?:[^\W\d_]+ )?(?P<page>\d{{1,4}})(?:/| (?:{'|'.join(_OF)}) )(?P<pages>\d{{1,4}})[ \t\u3000]*"),
    regex(rf"[ \t\u3000]*(?P<page>\d{{1,4}}) (?:{'|'.join(_OF)}) (?P<pages>\d{{1,4}})[ \t\u3000]{{2,}}{_DAY}[ \t\u3000]*"),
)
"""What Chrome and its kin print below a page, as Internet Explorer did in words, and Firefox."""
_ROW = regex(r"[^\r\n\f]+")
_HEADS = (regex(rf"[ \t\u3000]*{_DAY}[ \t\u3000]+\S.*"), regex(rf"[ \t\u3000]*\S.*\s{_ADDRESS}[ \t\u3000]*"))
"""What they print above one."""


def lines(text: str) -> list[Span]:
    """Return the head and foot lines of a printed page, in order; none where the last line is no foot, or the feet do not count the pages."""
    end = len(text.rstrip())
    last = max(text.rfind("\n", 0, end), text.rfind("\f", 0, end)) + 1
    for foot, head in zip(_FEET, _HEADS, strict=True):
        if foot.fullmatch(text, last, end) is None:
            continue
        rows = [Span(*match.span()) for match in _ROW.finditer(text) if match[0].strip()]
        feet = {at: match for at, row in enumerate(rows) if (match := foot.fullmatch(text, *row))}
        if _counts([(int(match["page"]), int(match["pages"])) for match in feet.values()]):
            return sorted([*(rows[at] for at in feet), *_heads(text, rows, [*feet], head)])
    return []


def overleaf(blocks: Sequence[Block], printed: Sequence[Span]) -> Iterator[Block]:
    """Yield `blocks`, from between which lines were `printed`; the line with which a sentence goes on overleaf stands next to the last."""
    starts = [line.start for line in printed]
    yield from blocks[:1]
    for above, block in pairwise(blocks):
        parted = any(above.spans[-1].end <= start < block.spans[0].start for start in starts)
        if parted and block.text[0].isdecimal() and len(above.text) >= LONG_LINE and not is_finished(above.text):
            yield marked(block, OVERLEAF)
            continue
        goes_on = parted and is_small(block.text[0]) and not is_finished(above.text)
        yield block._replace(source=block.source._replace(gap=0)) if goes_on else block


def _counts(numbers: Sequence[tuple[int, int]]) -> bool:
    """Say whether feet give the pages from the first on, all of the same number."""
    pages = numbers[0][1]
    return [page for page, _ in numbers] == list(range(1, len(numbers) + 1)) and all(total == pages for _, total in numbers) and len(numbers) <= pages


def _heads(text: str, rows: Sequence[Span], feet: Sequence[int], head: re.Pattern[str]) -> Iterator[Span]:
    """Yield the first line of each page that is its head; they all say the same."""
    tops = [rows[at] for at in (0, *(at + 1 for at in feet)) if at < len(rows)]
    found = [row for row in tops if head.fullmatch(text, *row)]
    if len({" ".join(text[start:end].split()) for start, end in found}) == 1:
        yield from found
