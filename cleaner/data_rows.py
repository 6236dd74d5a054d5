"""Rows of data: lines of figures, years with what happened in each, facts under the same labels again and again.

They have often lost their table, so that they read like a menu or a list of other stories: short, without a stop. Furniture
has such rows too (tickers, calendars, opening hours, an archive's years), so that *resolve* asks where they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cleaner.regexes import regex

FIGURES, FIGURES_SHARE, FIGURE_ROWS = 3, 0.25, 3
"""Figures in a row of data, their share of its words, and rows of a table: references and dates have fewer. Of ten runs of such rows close
below what is kept of flattened development pages, seven are story; calendars, of whole numbers alone, and opening hours are left out."""
ROW_CHARS = 400
"""Longest such row, in characters."""
YEARS, YEAR_WORDS = 4, 2
"""Rows that begin with years, each later than the one above or each earlier, and words behind each: an archive has the number of its entries there."""
FACTS, FACT_WORDS, FACT_LISTS = 2, 14, 3
"""Different labels in a row with their values, the words of the longest line, and the lists of a page that one of the labels stands in. Of seven
flattened development pages with such lists between paragraphs, six had them in their gold texts; of those whose labels do not come again, half.
Teasers have the same word before each title: “Weather: …”."""
ALIKE, ALIKE_CHARS, ALIKE_SIGNS = 4, 120, 4
"""Rows of one shape, characters of the longest, and signs of which the shape must have some: “Port Vell, 8.3” has the shape “a,9”."""
FIGURED_ROWS, FIGURED_WORDS = 4, 6
"""Short lines in a row with a word and a figure each, and the most words of one: what a thing weighs, costs and takes. Titles have figures now and then."""
CELL_WORDS, CELL_CHARS = 3, 30
"""Longest cell of a table that has lost its rows, a cell a line."""
_CELLS = regex(r"(w{1,2}f{2,7})\1{2,}|(?:wf){4,}")
"""Three rows and more of cells, words before figures, or four of a word and a figure each."""
_WORD = r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?"
_WORDS, _NUMBER = regex(rf"{_WORD}(?:\s{_WORD})*"), regex(r"\d[\d.,]*")
_DIGIT, _FIGURED = regex(r"\d"), regex(r"\d\D+\d+\D+\d")
"""What rows of figures have, by which most lines are passed over."""
_HOURS = regex(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_FIGURE = regex(r"[(\[]?[$€£#]?[+\-–−]?\d[\d,.:/'’×x–-]*%?[)\]]?[^\W\d_]{0,3}[,;]?")
_YEAR = regex(r"\W{0,2}((?:19|20)\d\d)\b")
_FACT = regex(r"([^\W\d_][^:：.!?]{1,28})[:：]\s?(?!//)\S")


def found(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines among `texts` that are rows of data."""
    rows = {index for start, end in _runs(texts, _has_figures, FIGURE_ROWS) for index in range(start, end)}
    for start, end in _runs(texts, _has_year, YEARS):
        years = [_year(text) for text in texts[start:end]]
        if years in (sorted({*years}), sorted({*years}, reverse=True)):
            rows.update(range(start, end))
    return frozenset(rows | _facts(texts))


def alike(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines among `texts` that are rows or cells of a table by what stands above and below them.

    They have figures and one shape, one below the other (places with their rates, days with their events), are few words with a figure each, or
    words and figures in turn.
    """
    return frozenset(_alike(texts) | _cells(texts) | {i for start, end in _runs(texts, _has_figure, FIGURED_ROWS) for i in range(start, end)})


def _has_figure(text: str) -> bool:
    """Say whether a line is few words with a figure."""
    if len(text) > ALIKE_CHARS or text[-1] in ".!?…" or not text[0].isalpha() or text.count(" ") >= FIGURED_WORDS:
        return False
    return _DIGIT.search(text) is not None and any(_FIGURE.fullmatch(word) for word in text.split()[1:])


def _cells(texts: Sequence[str]) -> set[int]:
    """Return the lines that are cells of tables, each row its words and then its figures; numbers that count on are no figures."""
    kinds = "".join(map(_cell, texts))
    found: set[int] = set()
    for table in _CELLS.finditer(kinds):
        start, end = table.span()
        columns = len(table[1]) if table[1] else 0
        figures = [texts[i] for i in range(start, end) if kinds[i] == "f"]
        if _is_count(figures):
            continue
        headed = columns and kinds[max(0, start - columns) : start] == "w" * columns
        found.update(range(start - columns if headed else start, end))
    return found


def _is_count(figures: Sequence[str]) -> bool:
    """Say whether numbers do nothing but count on: titles with their ranks."""
    first = figures[0]
    return first.isdecimal() and [*figures] == [str(int(first) + place) for place in range(len(figures))]


def _cell(text: str) -> str:
    """Return what a line would be as a cell: a word (w), a figure (f), or none (a space)."""
    if len(text) > CELL_CHARS or text.count(" ") >= CELL_WORDS or text[-1] in ".!?…":
        return " "
    return "f" if _DIGIT.search(text) and not (text[0].isalpha() and " " in text) else "w"


def _alike(texts: Sequence[str]) -> set[int]:
    """Return the lines with figures that have one shape, one below the other."""
    shapes = [_shape(text) for text in texts]
    rows: set[int] = set()
    start = 0
    for index in range(1, len(shapes) + 1):
        if index < len(shapes) and shapes[index] == shapes[start]:
            continue
        if shapes[start] and index - start >= ALIKE:
            rows.update(range(start, index))
        start = index
    return rows


def _shape(text: str) -> str:
    """Return a line with figures as its marks, its runs of words one letter each and its numbers one digit; "" for a sentence."""
    if len(text) > ALIKE_CHARS or text[-1] in ".!?…" or not _DIGIT.search(text):
        return ""
    shape = _NUMBER.sub("9", _WORDS.sub("a", text)).replace(" ", "")
    return shape if len(shape) >= ALIKE_SIGNS else ""


def _facts(texts: Sequence[str]) -> set[int]:
    """Return the lists of labels with their values, and lines of their own with one of their labels."""
    lists: list[dict[int, str]] = []
    single: dict[int, str] = {}
    for start, end in _runs(texts, _is_fact, 1):
        labels = {index: _label(texts[index]) for index in range(start, end)}
        if len({*labels.values()}) >= FACTS:
            lists.append(labels)
        elif end - start == 1:
            single |= labels
    told = Counter(label for labels in lists for label in {*labels.values()})
    again = {label for label, times in told.items() if times >= FACT_LISTS}
    rows = {index for index, label in single.items() if label in again}
    return rows.union(*(labels for labels in lists if not again.isdisjoint(labels.values())))


def _runs(texts: Sequence[str], test: Callable[[str], bool], fewest: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of `fewest` and more lines in a row that pass a test."""
    start = 0
    for index in range(len(texts) + 1):
        if index < len(texts) and test(texts[index]):
            continue
        if index - start >= fewest:
            yield start, index
        start = index + 1


def _has_figures(text: str) -> bool:
    if len(text) > ROW_CHARS or not _FIGURED.search(text) or _HOURS.search(text):
        return False
    words = text.split()
    figures = sum([word[-1] != ":" and _FIGURE.fullmatch(word) is not None for word in words])
    return figures >= FIGURES and figures >= FIGURES_SHARE * len(words) and not text.replace(" ", "").isdigit()


def _has_year(text: str) -> bool:
    return _YEAR.match(text) is not None and sum([any(map(str.isalpha, word)) for word in text.split()]) >= YEAR_WORDS


def _year(text: str) -> int:
    match = _YEAR.match(text)
    return int(match[1]) if match else 0


def _is_fact(text: str) -> bool:
    return (":" in text or "：" in text) and _FACT.match(text) is not None and len(text.split()) <= FACT_WORDS


def _label(text: str) -> str:
    match = _FACT.match(text)
    return match[1].strip().casefold() if match else ""
