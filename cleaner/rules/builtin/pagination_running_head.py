"""What a printed paper puts above or below each of its pages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cleaner.dates import find
from cleaner.model import Label, Page
from cleaner.parse.printed import MARK
from cleaner.regexes import regex
from cleaner.rules import folios
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole, wholes

FIRST = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning."
)
SECOND = "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
HEAD = "The Brask Courier, 4 May 2026"
PRINTED, FOOT = "23/03/2026, 14:05 Harbour office to open at six | Brask Courier", "https://courier.example/office?print=1"
MOST_WORDS = 12
"""Words of the longest running head; refrains and pull quotes that stand twice may be longer."""
CONFIDENCE = 0.93
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with its repetition as witness."""
FEWEST = 2
"""Times that a head stands at least."""
BESIDE = 2
"""Lines above and below a head with the page's number that belong to it, if they stand there again: name, rubric and day need not share a line."""
NUMBER_CHARS = 8
"""Characters of the longest number with its marks, as in `- 112 -`."""
NUMBER = regex(r"[^\w#]*\d{1,4}\W*")
"""A number alone; behind a hash it is a forum's post's."""
_DIGITS = regex(r"\d+")
_EDGED = regex(r"[A-Z]?(?P<first>\d{1,4})[\s|•·]+(?P<behind>\D.*)|(?P<before>.*[^\s|•·])[\s|•·]+[A-Z]?(?P<last>\d{1,4})")
_APART = regex(r"^[A-Z]?\d+\s{2,}|\s{2,}[A-Z]?\d+$|\s[|•·]\s")
"""A line with a number at one end, in papers with the section's letter, and how far that stands from the name: pages on the left have it
first, pages on the right last."""
_PARTS = regex(r"\s+[|•·]\s+|\s{2,}")
"""What parts the name from day or rubric, which change places with the number."""
_PAGE = regex(r"\b(?:page|seite|pag\.?|p[áa]gina|sida|side|strona|страница|стр\.?)\s*(\d+)", re.IGNORECASE)

INFO = RuleInfo(
    id="pagination.running_head",
    kind="pagination",
    scope="page",
    summary="A line that stands several times with a page's number beside it or in it, and the number.",
    why="Papers, reports and books print their name, the date and the page above each page; text of a PDF has all of them.",
    source="layout of printed pages",
    since="1",
    remove=(
        Example(f"{HEAD}\n\n{FIRST}\n\n3\n{HEAD}\n\n{SECOND}", (HEAD, "3")),
        Example(f"{PRINTED}\n\n{FIRST}\n\n{FOOT} 1/2\n{PRINTED}\n\n{SECOND}\n\n{FOOT} 2/2", (PRINTED, f"{FOOT} 1/2", f"{FOOT} 2/2")),
        Example(f"THE BRASK COURIER, MAY 4, 1926.          5\n\nHarbour Office Opens Earlier\n\n{FIRST}\n\n{SECOND}", ("THE BRASK COURIER, MAY 4, 1926. 5",)),
        Example(f"{FIRST}\n\nTides no. 7      51\nHARBOURS | TIME\n\n{SECOND}\n\n52      Tides no. 7\nHARBOURS | TIME\n\n{FIRST.upper()}", ("Tides no. 7 51", "52 Tides no. 7", "HARBOURS | TIME")),
        Example(f"{FIRST}\n\n12  TIDES  |  MAY 2026\n\n{SECOND}\n\nMAY 2026  |  TIDES  13\n\n{FIRST.upper()}", ("12 TIDES | MAY 2026", "MAY 2026 | TIDES 13")),
        Example(f"Page 1, Harbour Report\n\n{FIRST}\n\nPage 2, Harbour Report\n\n{SECOND}", ("Page 1, Harbour Report",)),
    ),
    keep=(
        Example(f"{FIRST}\n\nNo, no, no.\n\n{SECOND}\n\nNo, no, no."),
        Example(f"{FIRST}\n\nhttps://courier.example/office 3/4\n\n{SECOND}"),
        Example(f"Step 1\n\n{FIRST}\n\nStep 2\n\n{SECOND}"),
        Example(f"{FIRST}\n\nBoats out 12\n\n{SECOND}\n\nBoats out 14\n\n{FIRST.upper()}"),
        Example(f"Harbour office   |   open at six\n\n{FIRST}"),
        Example(f"May 14, 2023\n#1\n{FIRST}\n\nMay 14, 2023\n#2\n{SECOND}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the heads and the numbers beside them; HTML has no printed pages."""
    if page.media_type == "text/html":
        return
    gathered = [index for index, block in enumerate(page.blocks) if MARK in block.source.marks]
    yield from wholes(page, gathered, INFO, CONFIDENCE, "what a browser prints on each page")
    texts, words = page.features.texts, page.features.words
    yield from _folios(page)
    if not any(_is_number(text) for text in texts) and sum(map(_is_paged, texts)) < FEWEST:
        return
    same: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if 1 < words[index] <= MOST_WORDS:
            same[_DIGITS.sub("0", text)].append(index)
    for lines in same.values():
        if len(lines) < FEWEST:
            continue
        numbers = [near for i in lines for near in _numbers(page, i)[:1]]
        if (_go_on(page, lines, numbers) or _counts(page, lines)) and _hold_prose(page, lines):
            for index in sorted({*lines, *numbers}):
                yield whole(page, index, INFO, CONFIDENCE, f"stands {len(lines)} times, with the page's number")


def _folios(page: Page) -> Iterator[Label]:
    """Label the head of a text's first page, and heads with the page's number at either end, which is told by their order."""
    texts, words = page.features.texts, page.features.words
    first = [index for index in sorted(folios.lines(page)) if index != page.title]
    yield from wholes(page, first, INFO, CONFIDENCE, "the head of a printed page")
    same: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index, text in enumerate(texts):
        if words[index] > MOST_WORDS or not (text[1:2].isdecimal() or text[0].isdecimal() or text[-1].isdecimal()):
            continue
        raw = folios.raw(page, index)
        match = _EDGED.fullmatch(raw) if _APART.search(raw) else None
        if match:
            named = tuple(sorted(_PARTS.split((match["behind"] or match["before"]).casefold())))
            same[named].append((index, int(match["first"] or match["last"])))
    for found in same.values():
        lines, numbers = [index for index, _ in found], [number for _, number in found]
        if len(found) < FEWEST or numbers != sorted(set(numbers)) or not _hold_prose(page, lines):
            continue
        near = {i for index in lines for i in range(index - BESIDE, index + BESIDE + 1) if 0 <= i < len(texts) and i not in lines and words[i] <= MOST_WORDS}
        twice = [i for i in near if sum(texts[other] == texts[i] for other in near) >= FEWEST]
        yield from wholes(page, sorted({*lines, *twice}), INFO, CONFIDENCE, f"stands {len(found)} times, with the page's number")


def _is_number(text: str) -> bool:
    return len(text) <= NUMBER_CHARS and NUMBER.fullmatch(text) is not None


def _is_paged(text: str) -> bool:
    """Say whether a line begins or ends with a page's number; most are passed by without the longer search."""
    return _PAGE.match(text) is not None or (text[-1:].isdecimal() and _PAGE.search(text) is not None)


def _numbers(page: Page, index: int) -> list[int]:
    """Return the lines beside one that are a number alone, without a blank line between."""
    blocks = page.blocks
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(blocks) and not blocks[max(i, index)].source.gap]
    return [i for i in near if _is_number(blocks[i].text)]


def _go_on(page: Page, lines: list[int], numbers: list[int]) -> bool:
    """Say whether `numbers` beside the heads, of which the first page may lack one, count on; one alone needs a dated head."""
    found = [int(_DIGITS.findall(page.features.texts[index])[0]) for index in numbers]
    enough = len(found) >= max(1, len(lines) - 1) and found == sorted(set(found))
    return enough and (len(found) > 1 or next(find(page.features.texts[lines[0]]), None) is not None)


def _hold_prose(page: Page, lines: list[int]) -> bool:
    """Say whether between any two of the heads there is prose, as on a printed page."""
    return all(True in page.features.prose[one:other] for one, other in pairwise(lines))


def _counts(page: Page, lines: list[int]) -> bool:
    """Say whether lines that differ in their figures alone speak of pages, one after the other."""
    found = [_PAGE.search(page.features.texts[index]) for index in lines]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(lines) and numbers == sorted(set(numbers))


RULE = FunctionRule(INFO, run)
