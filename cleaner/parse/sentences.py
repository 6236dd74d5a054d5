"""Text whose line ends are lost: a page, or a story, in one line (`get_text(" ")`, `" ".join(text.split())`).

Such a line is parted where the boundary model (`cleaner.boundaries`) says that a block of the page began, so that each part can
be judged; *assemble* puts those together again that are kept side by side, so that nothing is lost where one is parted in its
middle. Chinese and Japanese write no spaces, so that a space between two of their characters is where one string of the page
ended and the next began, and their lines are parted there and at sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from cleaner import boundaries, stops
from cleaner.boundaries.words import GLUED, Words, words_of
from cleaner.letters import is_small
from cleaner.model import RUNS_ON, Block, marked, reindexed, sliced
from cleaner.regexes import regex
from cleaner.repair.abbreviations import ends_with_abbreviation
from cleaner.tokens import count_words

RUN_CHARS = 1500
"""Characters from which a line is taken for several paragraphs: of the paragraphs of 1,101 gold texts one in a thousand is as long, and
12 of these texts stand mostly in such ones; with 1,000 it would be 25."""
SHORT_RUN_CHARS, MENU_WORDS, MENU_CHANCE = 400, 8, 0.6
"""Characters from which a line that is the whole text may be a short page, and how many blocks in it begin in mid-sentence, with which chance: a
page's menus, lists and buttons. Of 3,211 beginnings of gold texts in one line 53 are parted by it and 17 lose words; of 1,206 short pages put together
of a story's first sentences and 350 characters from above and below it 1,133 are parted, and their F1 is .925 for .654."""
LETTERS_A_SIGN = 3
"""Letters of other scripts that a Chinese or Japanese sign stands for: their paragraphs are as much shorter."""
RUN_SHARE = 0.5
"""Share of the text that such lines must hold; a page with line ends may hold one, of a script or a list of names."""

BEGINS, MAY_BEGIN = 0.35, 0.1
"""Chance from which a block begins with a word, and from which one may begin where a sentence ends. On development pages, judged by networks
that had not seen their sites, F1 differs by up to .004 from 0.2 to 0.4, and by .002 from 0.05 to 0.2; below 0.3 fewer headlines are whole."""
CASED_SHARE = 0.5
"""Share of the words that have letters with capitals, below which a line is of a script without: it has Latin names and numbers too."""
OPENING = 4
"""Characters behind a stop in which a small letter, if it comes first, says that the stop ended no sentence."""
MOST_ECHOES = 8
"""Times a page may say its title; what is said more often is no title."""
LABEL_CHARS = 30
"""Characters before a stop in which the word that it may shorten stands."""
ECHO_WORDS = (4, 40)
"""Fewest and most words with which a page in one line opens and which it repeats: of 221 such pages 184 so
told their headline; with fewer words more openings are repeated by chance."""
UNSPACED_SHARE = 0.3
"""Share of a line's characters from which it is Chinese or Japanese; on pages of other languages names alone are."""
PARAGRAPH_END_CHARS = 4
"""Characters in which a paragraph's stop, a closing mark and the space behind them stand."""
STRING_CHARS = 600
"""Characters from which a string between two spaces of theirs is more than a paragraph, and is parted at its sentences too."""

_SHORT = regex(r"(?:^|[\s(“\"„])(?:\d{1,2}|[^\W\d_])\.$")
"""A number of a day or rank, or a letter, with its stop."""
_WORD = regex(r"\S+")
_CLOSERS = re.escape(stops.LAST_CLOSERS)
_END = regex(rf"[…{stops.SPACED}][{_CLOSERS}]*\s+(?=[\"'“‘«(\[]*\w)|[{stops.WIDE}][{_CLOSERS}]*\s*")
_HELD = regex(
    r"\b(?:\d{1,2}\.?\s+[^\W\d_]{3,12}\.?,?\s+|[^\W\d_]{3,12}\.?\s+\d{1,2},\s+)(?:19|20)\d{2}\b"
    r"|(?<!\S)(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|Di|DI|Door|DOOR|Av|AV)\s+[^\W\d_a-zß-öø-ÿ]\S*\s+[^\W\d_a-zß-öø-ÿ]\w+"
)
"""A day with its year, a signature's first two words: the boundary model knows few names, and its numbers are often counts of comments."""
_EAST_ASIAN = r"\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_UNSPACED = regex(f"[{_EAST_ASIAN}]")
_PARTICLE = r"を|的|[はがのにでともへやか](?![ぁ-ゖ])|(?:から|まで|より|など|って)(?![ぁ-ゖ])"
"""With what no string begins but a sentence goes on after a link or a name: particles, unless they may be the head of a longer word."""
_DAY = r"\d{4}([-/.])\d{1,2}\1\d{1,2}\b"
_STRING_END = regex(
    rf"(?<=[{_EAST_ASIAN}。！？、）」』】〉》”’])\s+(?:(?=[{_EAST_ASIAN}（「『【〈《＜“‘])(?!{_PARTICLE})|(?={_DAY}))|(?<=\d:\d\d)\s+(?=[{_EAST_ASIAN}])"
)
"""A space between two signs, before a date in figures alone, behind a time; prose sets spaces around other figures and foreign words too."""
_PARAGRAPH_END = regex(r"。[」』）”’]?\s+\Z")
_BRACKETED = regex(r"（[^（）]{0,40}）|《[^《》]{0,40}》|「[^「」]{0,80}」|【[^【】]{0,40}】")


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with the lines that hold many sentences parted, where most of the text stands in such lines.

    Preformatted text has its line ends: a listing, or one that a table's width has padded, is no paragraph and says nothing of the others.
    """
    if len(blocks) == 1 and (page := _short_page(blocks[0])):
        return reindexed([*_pieces(blocks[0], page)])
    sizes = [0 if block.role == "preformatted" else _size(block.text) for block in blocks]
    long = sum(size for size in sizes if size >= RUN_CHARS)
    if long < RUN_SHARE * sum(sizes) or not long:
        return tuple(blocks)
    result: list[Block] = []
    for block, size in zip(blocks, sizes, strict=True):
        if size >= RUN_CHARS:
            result += _pieces(block)
        else:
            result.append(block)
    return reindexed(result)


class _Judged(NamedTuple):
    """The words of a text in a script with capitals, and for each the chance that a block began with it."""

    words: Words
    chances: Sequence[float]


def _judged(text: str) -> _Judged | None:
    """Return what the boundary model says of a text, None where its script has no capitals: it has seen too little of those."""
    words = words_of(text)
    cased = sum([word.lower() != word.upper() for word in words.texts]) >= CASED_SHARE * len(words.texts)
    return _Judged(words, boundaries.chances(words).tolist()) if cased else None


def _short_page(block: Block) -> _Judged | None:
    """Return what is said of a line as short as a paragraph may be, None where it is no page: in a page many blocks begin in mid-sentence, a menu's."""
    text = block.text
    judged = _judged(text) if block.role == "paragraph" and SHORT_RUN_CHARS <= len(text) < RUN_CHARS else None
    if judged is None:
        return None
    stopped = {0, *ends(text)}
    begun = [start for start, chance in zip(judged.words.starts, judged.chances, strict=True) if chance >= MENU_CHANCE and start not in stopped]
    return judged if len(begun) >= MENU_WORDS else None


def _size(text: str) -> int:
    """Return the characters of a text, a Chinese or Japanese one for as many letters as say the same."""
    size = len(text)
    if text.isascii() or size < RUN_CHARS // LETTERS_A_SIGN or size >= RUN_CHARS:
        return size
    return size + (LETTERS_A_SIGN - 1) * len(_UNSPACED.findall(text))


def _pieces(block: Block, judged: _Judged | None = None) -> Iterator[Block]:
    """Yield the pieces of a line, which may be `judged` already; a Chinese or Japanese one's paragraphs are known by their stop and the space behind it."""
    text = block.text
    unspaced = len(_UNSPACED.findall(text)) >= UNSPACED_SHARE * len(text)
    strings = _strings(text) if unspaced else []
    starts = {*strings, *_outside(strings, ends(text), text)} if unspaced else {*_starts(text, judged or _judged(text))}
    bounds = sorted({0, *starts, *_echoes(text), len(text)})
    paragraphs = {0, *(start for start in strings if _PARAGRAPH_END.search(text, max(0, start - PARAGRAPH_END_CHARS), start))}
    for start, end in pairwise(bounds):
        piece = sliced(block, start, end)
        yield piece if start in paragraphs else marked(piece, RUNS_ON)


def _starts(text: str, judged: _Judged | None) -> Iterator[int]:
    """Yield where, by the boundary model, blocks began, and the sentences with which one may have.

    Lines that it was not asked of are parted at all sentences.
    """
    if judged is None:
        yield from ends(text)
        return
    words = judged.words
    said = dict(zip(words.starts, judged.chances, strict=True))
    held = {place for match in _HELD.finditer(text) for place in range(match.start() + 1, match.end())}
    starts = (start for start, gap in zip(words.starts, words.gaps, strict=True) if gap != GLUED and said[start] >= BEGINS)
    yield from (start for start in starts if start not in held)
    yield from (end for end in ends(text) if said.get(end, 0) >= MAY_BEGIN)


def ends(text: str) -> list[int]:
    """Return where the sentences of a text end and the next begin, but for the last."""
    matches = (match for match in _END.finditer(text) if match.end() < len(text))
    return [match.end() for match in matches if _ends(text, match.start(), match.end())]


def _ends(text: str, stop: int, end: int) -> bool:
    """Say whether the stop at `stop` ends a sentence, behind which the next would begin at `end`.

    It does not before a small letter, nor behind an ordinal (“24. Oktober”), an initial or a word that is shortened.
    """
    if is_small(_first(text[end : end + OPENING])):
        return False
    if text[stop] != "." or text[stop + 1] != " ":
        return True
    head = text[max(0, stop - LABEL_CHARS) : stop + 1]
    return _SHORT.search(head) is None and not ends_with_abbreviation(head, "")


def _echoes(text: str) -> Iterator[int]:
    """Yield where what the text opens with, the title of the page's head, stands again, and where it ends there."""
    opened = opening(text)
    if not opened or text.count(opened) > MOST_ECHOES:
        return
    for match in re.finditer(re.escape(opened) + r"\s?", text[len(opened) :]):
        yield len(opened) + match.start()
        yield len(opened) + match.end()


def opening(text: str) -> str:
    """Return the words with which a text opens, as far as it says them again; nothing where it repeats too few."""
    few, many = ECHO_WORDS
    ends = (match.end() for match in islice(_WORD.finditer(text), many))
    told = takewhile(lambda end: text.find(text[:end], end) >= 0, (end for end in ends if count_words(text[:end]) >= few))
    return text[: max(told, default=0)]


def _strings(text: str) -> list[int]:
    """Return where strings begin in a line of a script without spaces."""
    within = {place for match in _BRACKETED.finditer(text) for place in range(match.start(), match.end())}
    return [match.end() for match in _STRING_END.finditer(text) if match.end() not in within or match.end() - 1 not in within]


def _outside(strings: Sequence[int], ends: Sequence[int], text: str) -> list[int]:
    """Return the ends of sentences without those inside a string as long as a paragraph, which is judged as a whole."""
    starts = [0, *strings, len(text)]
    sizes = [end - start for start, end in pairwise(starts)]
    return [end for end in ends if text[end - 1].isspace() or sizes[bisect_right(starts, end) - 1] >= STRING_CHARS]


def _first(text: str) -> str:
    """Return the first letter or figure of a text, nothing where it has none."""
    return next((char for char in text if char.isalnum()), "")
