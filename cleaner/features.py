"""Measures of all blocks of a page, taken once and shared by the rules, *resolve* and the scores.

Prose is told from furniture by length and sentence punctuation, which work in every script; `cleaner.zone` finds the
story in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner import answers, data_rows, entries, recipes, stops
from cleaner.blockmodel import chars
from cleaner.blockmodel.chars import Chars
from cleaner.model import FRONT_MATTER, LINKED, RUNS_ON, Block, CueHit, Page, Styles, is_scripted
from cleaner.regexes import regex
from cleaner.section_heads import whole_hits
from cleaner.tokens import CJK, UNSPACED, counted
from cleaner.zone import Lines, story_of

SIGNED, SIGNED_CHARS = regex(
    r"(?<=[.!?…»”\"。।])\s*(?:[(\[/]\s*©?\s*[^\W\d_]{2,12}(?:\s?[/,]\s?[^\W\d_]{2,12}){0,3}\s*[)\]/]|(?:[^\W\d_a-zß-ÿ]{2,5}/)*[^\W\d_a-zß-ÿ]{2,5})$"
), 60
"""The agency or the initials that close a story's last paragraph, behind its sentence, and the characters that are looked at."""
SIGNING = frozenset(")]/")
"""What such a mark ends in, but for letters."""
INNER_STOP = regex(rf"[{stops.ENDS}{stops.COMMAS}][\"'”’»)\]]*(?:\s|(?=[\u3040-\u9fff])|$)")

PROSE_WORDS = 12
"""Words from which a line that ends like a sentence counts as prose: jusText's stop-word texts start near 10."""
LONG_WORDS = 30
"""Words from which a line is prose even without a final stop, as long as it has one inside."""
LONG_MEAN, MEAN_WORDS = 6.8, 30
"""Characters of a word, marks counted in, above which a page's sentences are of a language of long words (Zulu, Finnish, Turkish, Kazakh), and
how many words of sentences tell. Of 1,127 English development pages two reach it, of 392 German ones 27; the Zulu, Xhosa and Finnish ones do."""
ENGLISH_CHARS_PER_WORD = 5.0
"""Characters that weigh as one word there: the mean of the English pages is 5.08."""
COUNTED_FROM, MOST_PER_WORD = 7, 2
"""Words from which a line's length is told by its characters there, so that labels and titles stay what they are; and the most that one word
weighs, so that an address is no sentence."""
ENDED_WORDS = 25
"""Words from which a line in the scripts of `UNSPACED` is taken for ended sentences: menus and headlines are shorter."""
LISTED = 0.6
"""Share of words that begin with a capital from which a line without a final stop is a list of names, of the countries of an
order form for example. Of the long paragraphs of gold texts 99 in 100 stay below .5, of German ones with their nouns too."""
TITLE_WORDS, TITLE_CHARS = (3, 30), (12, 220)
"""How long a headline or teaser is, in words and characters."""
NO_TITLE, NO_LABEL = frozenset(stops.FULL + ",:;"), frozenset(stops.FULL + ",")
"""In what neither a headline nor a label, a section word or a button ends."""
LABEL_WORDS, LABEL_CHARS = 4, 40
"""How long a label, a section word or a button is."""

FURNITURE_FEW, FURNITURE_SHARE, FURNITURE_MANY = 2, 0.06, 7
"""Lines of known furniture from which a page counts as a scrape rather than as clean text: a few that are a share of
the page, or many. Of 145 gold bodies 95 % have at most 2 such lines and 5 %, of their pages flattened 95 % have 6 and more."""
MENU_LINES = 8
"""Labels in a row outside the story zone from which few lines of known furniture are enough: a menu in a language that no
pack knows. One of 1,082 gold bodies without more furniture has it, and 57 of 118 such pages flattened."""


@dataclass(frozen=True)
class Features:
    """Measures by block; every tuple is as long as `Page.blocks`.

    `words` counts words (by characters in scripts without spaces, and where words are long), `ends` says whether the block ends like a
    sentence, `prose` whether it reads like running text. `furniture` counts the blocks that a strong pack rule knows whole; from
    `known_tail` to the end a pack rule matches every block.
    `story` is the half-open range of blocks of the story zone,
    empty where there is no prose. `styles` are those of the blocks, where they were asked for before; `runs_on` says whether
    some of a text's blocks stood in one line, `framed` whether a short entry's frame told the zone (`cleaner.entries`), `threads`
    are the stretches that readers' posts tell by their marks (`cleaner.answers`), and `scripted` says whether the last block holds the scripts
    that were left in a text.
    """

    words: tuple[int, ...]
    ends: tuple[bool, ...]
    prose: tuple[bool, ...]
    texts: tuple[str, ...]
    story: tuple[int, int]
    furniture: int
    known_tail: int
    styles: Styles | None = None
    runs_on: bool = False
    framed: bool = False
    threads: tuple[range, ...] = ()
    scripted: bool = False

    @cached_property
    def furnished(self) -> bool:
        """Whether the page shows furniture at all; in clean text, lists and labels are the story's own."""
        if not FURNITURE_FEW <= self.furniture < FURNITURE_MANY:
            return self.furniture >= FURNITURE_MANY
        return self.furniture >= FURNITURE_SHARE * len(self.texts) or self._longest_menu() >= MENU_LINES

    def _longest_menu(self) -> int:
        """Return how many labels stand in a row before or after the story zone."""
        start, end = self.story
        longest = run = 0
        for index, label in enumerate(self.labels):
            run = run + 1 if label and not start <= index < end else 0
            longest = max(longest, run)
        return longest

    @cached_property
    def titles(self) -> tuple[bool, ...]:
        """Whether each block could be a headline: title length, no sentence end but `?`, `!` or `…`."""
        (few, many), (short, long) = TITLE_WORDS, TITLE_CHARS
        return tuple(
            [
                (few <= count <= many or (count < few and not text.isascii() and CJK.search(text) is not None))
                and short <= len(text) <= long
                and text[-1] not in NO_TITLE
                for text, count in zip(self.texts, self.words, strict=True)
            ]
        )

    @cached_property
    def labels(self) -> tuple[bool, ...]:
        """Whether each block is as short as a label or button and no sentence."""
        return tuple(
            [
                count <= LABEL_WORDS and len(text) <= LABEL_CHARS and text[-1:] not in NO_LABEL
                for text, count in zip(self.texts, self.words, strict=True)
            ]
        )

    @cached_property
    def ingredients(self) -> frozenset[int]:
        """The blocks that list what a recipe takes."""
        return recipes.ingredients(self.texts)

    @cached_property
    def data_rows(self) -> frozenset[int]:
        """The blocks that read like rows of data."""
        return data_rows.found(self.texts)

    @cached_property
    def listed(self) -> frozenset[int]:
        """The blocks of a story's own lists that look like menus and titles: what a recipe takes, and rows of data."""
        return self.ingredients | self.data_rows

    @cached_property
    def rows_alike(self) -> frozenset[int]:
        """The blocks with figures that have the shape of those around them."""
        return data_rows.alike(self.texts)

    @cached_property
    def chars(self) -> Chars:
        """The blocks' characters and words as arrays; scripts left in the text have none that readers see."""
        return chars.read((*self.texts[:-1], " ") if self.scripted else self.texts)


def is_scrape(page: Page) -> bool:
    """Say whether the page shows furniture, as HTML always does.

    Clean text is the story as it stands: its headline stands first or nowhere, and the block model is not asked.
    """
    return page.media_type == "text/html" or bool(page.features.furnished) or is_run_together(page)


def is_run_together(page: Page) -> bool:
    """Say whether the text had lost its line ends, so that what furniture it has stands inside its lines."""
    return page.media_type == "text/plain" and bool(page.features.runs_on)


def measure(blocks: Sequence[Block], cues: Sequence[Sequence[CueHit]], styles: Styles | None = None) -> Features:
    """Return the measures of `blocks`; `styles` are theirs where they are known."""
    texts = tuple(block.text for block in blocks)
    words = counted(texts)
    scripted = is_scripted(blocks)
    if scripted:
        words = (*words[:-1], 0)
    ends = tuple(
        [
            _last(text) in stops.FINAL or (n >= ENDED_WORDS and _is_unstopped(text))
            for text, n in zip(texts, words, strict=True)
        ]
    )
    words = _weighed(texts, words, ends)
    prose = tuple(
        [
            n >= PROSE_WORDS
            and _is_prose(text, n, end)
            and block.source.link_density < LINKED
            and block.role not in ("heading", "table")
            and FRONT_MATTER not in block.source.marks
            for block, text, n, end in zip(blocks, texts, words, ends, strict=True)
        ]
    )
    whole = [whole_hits(block, hits) if hits else hits for block, hits in zip(blocks, cues, strict=True)]
    known = sum([True in [hit.strong for hit in hits] for hits in whole if hits]) + FURNITURE_MANY * scripted
    threads = answers.threads(texts)
    low, high, framed = story_of(Lines(blocks, words, ends, prose, whole, cues, threads))
    while low < high < len(blocks) and _is_announced(blocks, high, cues):
        high += 1
    if low < high:
        high = entries.foot(blocks, words, whole, high)
    tail = len(blocks)
    while tail and cues[tail - 1]:
        tail -= 1
    runs_on = styles is None and any(RUNS_ON in block.source.marks for block in blocks)
    return Features(words, ends, prose, texts, (low, high), known, tail, styles, runs_on, framed, threads, scripted)


def _is_unstopped(text: str) -> bool:
    """Say whether a text ends in a script that puts no stops."""
    return not text.isascii() and UNSPACED.match(text[-1]) is not None


def _last(text: str) -> str:
    """Return the last character before closing quotes and brackets, and before the mark of who signed."""
    last = text[-1:]
    if last in SIGNING or last.isupper():
        signed = SIGNED.search(text, max(0, len(text) - SIGNED_CHARS))
        text = text[: signed.start()] if signed else text
        last = text[-1:]
    return text.rstrip(stops.LAST_CLOSERS)[-1:] if last in stops.LAST_CLOSERS else last


def _is_announced(blocks: Sequence[Block], index: int, cues: Sequence[Sequence[CueHit]]) -> bool:
    """Say whether a block is an item of the list that the line above it announced with a colon."""
    above = blocks[index - 1]
    announced = above.role == "list_item" or above.text.endswith((":", "："))
    return announced and blocks[index].role == "list_item" and not cues[index]


def _weighed(texts: Sequence[str], words: tuple[int, ...], ends: Sequence[bool]) -> tuple[int, ...]:
    """Return the words of each text, by its characters where the page's sentences are of long words.

    The page tells, not the line: a sentence of eight words as long as twelve is nothing rare in English, whose menus have such lines too,
    while in Kazakh “Көпірді жөндеу жұмыстары наурыз айында басталады деп хабарлады әкімдік.” is a paragraph like others.
    """
    told = [(len(text), n) for text, n, end in zip(texts, words, ends, strict=True) if end and n >= COUNTED_FROM]
    count = sum([n for _, n in told])
    if count < MEAN_WORDS or sum([size for size, _ in told]) + len(told) <= (LONG_MEAN + 1) * count:
        return words
    return tuple(
        [
            max(n, min(int((len(text) - n + 1) / ENGLISH_CHARS_PER_WORD), MOST_PER_WORD * n)) if n >= COUNTED_FROM else n
            for text, n in zip(texts, words, strict=True)
        ]
    )


def _is_prose(text: str, words: int, ends: bool) -> bool:
    """Say whether a text of enough words reads like prose."""
    if ends:
        return True
    return words >= LONG_WORDS and INNER_STOP.search(text) is not None and not _is_listed(text)


def _is_listed(text: str) -> bool:
    """Say whether most words begin with a capital."""
    words = text.split()
    return sum(word[0].isupper() for word in words) >= LISTED * len(words)
