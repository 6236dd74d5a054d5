"""The closed set of matchers that packs are made of: phrase, regex, selector, section.

All phrases of all packs are one dictionary and all patterns one automaton, so that a line is read once however
many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

import re2

from cleaner.errors import PackError
from cleaner.model import IMAGE, THREAD_KINDS, Block, CueHit, Kind, Style, Styles, is_scripted, make, styled
from cleaner.parse.elements import words_of
from cleaner.regexes import regex
from cleaner.rules.automata import (
    EDGE_MARKS,
    MARKS,
    MOST_REPEATS,
    REPEATS,
    Candidates,
    finder,
    relaxed,
    smaller,
    teller,
    wrong_pattern,
)
from cleaner.rules.needles import folded
from cleaner.rules.phrases import PLACEHOLDER, bare, fold, phrase_pattern, with_placeholder
from cleaner.rules.rows import NETWORK, Rows, unglued
from cleaner.rules.speech import unless_quoted

KNOWN_LINES, KNOWN_CHARS = 1024, 60
"""Short lines whose cues are remembered, and their length. Nearly half the lines of a page, of any site, are among the
last thousand short ones seen."""
WRAPPED, WRAPPED_BLOCKS = 0.9, 3
"""Share of the characters in a page's long blocks, and how many of these there must be, from which what matches them all
is no part of the page: next to readers' comments or teasers some story is left."""
SLIDESHOW, SLIDES, BESIDE_SLIDES, SLIDE_CHARS = 2 / 3, 3, 2, 80
"""The share from which captions are a slideshow that tells the story, how many they are at least, how many other long blocks that nothing is known of,
such as its lead, the page has at most, and characters of a long one: galleries below a story of their own reach .84 of its characters, beside
five paragraphs and more; with captions of this length the most on development pages is .64."""
MAX_PHRASE_CHARS = 160
"""Longest line that is looked up as a phrase; the longest phrase in use is shorter."""

LABEL_CHARS, TITLE_WORDS = 40, 3
"""Longest label of a link within a paragraph, and words of the shortest headline that is one."""
_LABEL = regex(r"(?:^|[.!?”\"’»)…:]\s+|[(\[])(?P<label>[^.!?”\"»:：]{3,}[:：])\s*$")
"""A label right before a link, behind the end of a sentence."""
_ADDRESS = regex(r"[\s:：\-–—>→➡👉(\[]*https?://\S+$")
"""An address at the end of a line, with what stands before it."""
_COUNT = regex(r"\d[\d.,]*\s?[KkMm]?[\W_]*$")


SELECTORS = "give a class or id by its words (.share-bar), a mark ([itemprop=author]) or a tag (aside)"
"""The forms of a selector."""
_SELECTOR = regex(r"""\.([\w-]+)|\[([\w-]+(?:=[^\s\[\]]+)?)\]|([A-Za-z][A-Za-z0-9-]*)""")
_BETWEEN_WORDS = regex("[-_]")
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Cue:
    """One pack rule as the scanner sees it."""

    rule: str
    kind: Kind
    match: str
    part: bool
    values: tuple[str, ...]
    strong: bool = True

    def hit(self, start: int, end: int) -> CueHit:
        """Return the hit of this cue on `text[start:end]` of a block."""
        return make(CueHit, (self.rule, self.kind, start, end, self.match, self.strong))


class Selector(NamedTuple):
    """The words of a name, a mark or a tag; the other two are empty."""

    words: tuple[str, ...]
    mark: str
    tag: str


class _Pattern(NamedTuple):
    """A pattern of any text."""

    cue: Cue
    source: str
    whole: bool


def _counts(end: str) -> bool:
    """Say whether the last characters of a folded line may close a count: a digit, or a letter for thousands or millions."""
    return end[-1:].isdecimal() or (end.endswith(("k", "m")) and not end[0].isalpha())


class Scanner:
    """All cues of a set of packs, compiled once; `scan` is safe to call from several threads.

    Raises:
        PackError: a pattern is not valid; the message names the rule.
    """

    def __init__(self, cues: Sequence[Cue], shared: Scanner | None = None) -> None:
        """Compile the cues; those of the scanner `shared` come before them and are not compiled again."""
        self._phrases: dict[str, list[Cue]] = {}
        self._rows: Rows[Cue] = Rows()
        self._patterns: list[_Pattern] = []
        self._tokens: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        self._marks: dict[str, list[Cue]] = {}
        self._tags: dict[str, list[Cue]] = {}
        self._candidates: tuple[Candidates, ...] = ()
        if shared:
            self._phrases, self._marks, self._tags = map(_copied, (shared._phrases, shared._marks, shared._tags))
            self._tokens = _copied(shared._tokens)
            self._rows = shared._rows.copy()
            self._patterns, self._candidates = shared._patterns.copy(), shared._candidates
        self._known = lru_cache(maxsize=KNOWN_LINES)(self._read)
        self._looser = cache(self._looser_of)
        own = Candidates()
        for cue in cues:
            self._add(cue, own)
        own.compile()
        self._candidates += (own,)

    def _add(self, cue: Cue, candidates: Candidates) -> None:
        for value in cue.values:
            if cue.match == "selector":
                self._add_selector(cue, value)
            elif cue.match == "regex":
                self._add_pattern(cue, value, candidates, whole=not cue.part)
            elif PLACEHOLDER.search(value):
                self._add_pattern(cue, phrase_pattern(value), candidates, whole=True)
                if cue.match == "phrase" and "{" not in value.replace(NETWORK, ""):
                    self._rows.add(cue, with_placeholder(value))
            else:
                folded = fold(value)
                self._phrases.setdefault(folded, []).append(cue)
                if cue.match == "phrase" or cue.kind in THREAD_KINDS:
                    self._rows.add(cue, folded)

    def _add_selector(self, cue: Cue, value: str) -> None:
        chosen = selector(value)
        if chosen is None:
            raise PackError(f"rule {cue.rule}: {value!r} is no selector; {SELECTORS}", place=cue.rule)
        words, mark, tag = chosen
        if words:
            self._tokens.setdefault(words[0], []).append((words, cue))
        elif mark:
            self._marks.setdefault(mark, []).append(cue)
        else:
            self._tags.setdefault(tag, []).append(cue)

    def _add_pattern(self, cue: Cue, value: str, candidates: Candidates, *, whole: bool) -> None:
        source = rf"^{MARKS}(?:{value}){MARKS}$" if whole else value
        try:
            candidates.add(len(self._patterns), source, whole=whole)
            if any(int(count) > MOST_REPEATS for count in REPEATS.findall(source)):
                finder(source)
        except re2.error as error:
            raise PackError(f"rule {cue.rule}: pattern {value!r} is not valid: {wrong_pattern(value) or error}", place=cue.rule) from error
        self._patterns.append(_Pattern(cue, source, whole))

    def scan(self, blocks: Iterable[Block], styles: Styles | None = None) -> tuple[tuple[CueHit, ...], ...]:
        """Return for each block the cues that match it: by its text, by its parts, by its element.

        `styles` are those of the blocks where they are known.
        """
        blocks = tuple(blocks)
        texts = [block.text for block in blocks]
        if is_scripted(blocks):
            texts[-1] = ""  # no phrase of a page is in its scripts, and they may be a megabyte
        lines = "\n".join(texts)
        needled = self._needled(texts, lines)
        known, read = self._known, self._read
        found = [
            (known if len(text) <= KNOWN_CHARS else read)(text, needled.get(line, ())) for line, text in enumerate(texts)
        ]
        for number in [number for candidates in self._candidates for number in candidates.parts(lines)]:
            pattern = self._patterns[number]
            found = [(*hits, *_pattern_hits(pattern, t, t.encode())) for hits, t in zip(found, texts, strict=True)]
        found = [(*hits, *self._linked(block)) if block.source.links and not hits else hits for hits, block in zip(found, blocks, strict=True)]
        if not any(block.source.path or block.source.marks for block in blocks):
            return tuple(found)
        kinds, which = styles or styled(blocks)
        apart = {style for style, (_, _, marks) in enumerate(kinds) if IMAGE in marks}
        chosen = _unwrapped(texts, which, [self._selected(style) for style in kinds], apart, [*map(bool, found)])
        for line, style in enumerate(which):
            cues = chosen[style]
            if cues:
                length = len(texts[line])
                found[line] = (*found[line], *[cue.hit(0, length) for cue in cues])
        return tuple(found)

    def _linked(self, block: Block) -> list[CueHit]:
        """Return the cues for links to other stories that stand within a paragraph, with their labels: “… by half. Related: Ice for sale “Before, …”."""
        text = block.text
        if len(text) < MAX_PHRASE_CHARS:
            return []
        found: list[CueHit] = []
        for link in block.source.links:
            label = _LABEL.search(text, max(0, link.start - LABEL_CHARS), link.start)
            start = label.start("label") if label else link.start
            if not (label or ":" in text[link.start : link.start + LABEL_CHARS]) or len(text[link.start : link.end].split()) < TITLE_WORDS:
                continue
            bracketed = text[start - 1 : start] + text[link.end : link.end + 1] in ("()", "[]")
            hits = [hit for hit in self.line(text[start : link.end]) if hit.kind == "related"]
            found += [hit._replace(start=start - bracketed, end=link.end + bracketed) for hit in hits[:1]]
        return found

    def _needled(self, texts: Sequence[str], lines: str) -> dict[int, tuple[int, ...]]:
        """Return the numbers of the patterns of which a needle stands in a text, by the text's place; `lines` are all texts."""
        if lines.count("\n") >= len(texts):
            lines = "\n".join([text.replace("\n", " ") for text in texts])
        lines = folded(lines)
        found: dict[int, tuple[int, ...]] = {}
        for candidates in self._candidates:
            for line, numbers in candidates.needled(lines).items():
                found[line] = (*found.get(line, ()), *sorted(numbers))
        return found

    def _read(self, text: str, needled: tuple[int, ...]) -> tuple[CueHit, ...]:
        """Return the cues that match a block by its text; an address behind it tells where a line that is furniture leads."""
        hits = self._text_hits(text, needled)
        if hits or "://" not in text:
            return hits
        address = _ADDRESS.search(text)
        if not address or not address.start():
            return ()
        end = address.start()
        return tuple(
            hit._replace(end=len(text)) for hit in self._text_hits(text[:end], needled) if hit.end - hit.start == end and hit.match != "section"
        )

    def _text_hits(self, text: str, needled: tuple[int, ...]) -> tuple[CueHit, ...]:
        """Return the cues that match a text as it stands; `needled` are the patterns of which a needle stands in it."""
        phrases = self._phrase(text) if len(text) <= MAX_PHRASE_CHARS else None
        encoded = text.encode()
        unmarked = encoded if text[:1].isalnum() else EDGE_MARKS.sub("", text).encode()
        patterns = [number for candidates in self._candidates for number in candidates.of(encoded, unmarked)]
        patterns += [number for number in needled if self._looser(number).Match(encoded)]
        patterns.sort()
        hits = [cue.hit(0, len(text)) for cue in phrases or ()]
        for number in patterns:
            hits += _pattern_hits(self._patterns[number], text, encoded)
        if hits:
            return unless_quoted(text, hits)
        row = self._row(text) if len(text) <= MAX_PHRASE_CHARS else None
        return (row.hit(0, len(text)),) if row else ()

    def _row(self, text: str) -> Cue | None:
        """Return the cue of a line of buttons, also where nothing parts them."""
        row = self._rows.cue(fold(text))
        if row is None and (parted := unglued(text)):
            return self._rows.cue(fold(parted))
        return row

    def _looser_of(self, number: int) -> Any:
        """Return what tells whether a pattern may match: it has no counted repeats, and is made and tried in a fraction of the time."""
        return teller(relaxed(self._patterns[number].source))

    def line(self, text: str) -> list[CueHit]:
        """Return the cues that match the whole of a text that is, or might be, a line of its own; no headings of sections."""
        return [hit for hit in self._known(text, self._needled([text], text).get(0, ())) if hit.end - hit.start >= len(text) and hit.match != "section"]

    def _phrase(self, text: str) -> list[Cue] | None:
        """Return the cues whose phrases read like a line, or like one with a count at its end."""
        line = fold(text)
        found = self._phrases.get(line)
        if found is None and _counts(line[-2:]):
            found = self._phrases.get(bare(_COUNT.sub("", line)))
        return found

    def _selected(self, style: Style) -> list[Cue]:
        """Return the cues whose selectors match an element; blocks of one style share the answer."""
        path, tokens, marks = style
        found: dict[str, Cue] = {}
        for place, token in enumerate(tokens):
            for words, cue in self._tokens.get(token, ()):
                if len(words) == 1 or tokens[place : place + len(words)] == words:
                    found.setdefault(cue.rule, cue)
        for table, keys in ((self._marks, marks), (self._tags, path[::-1])):
            for key in filter(table.__contains__, keys):
                for cue in table[key]:
                    found.setdefault(cue.rule, cue)
        return list(found.values())


def _copied(table: Mapping[str, list[_Entry]]) -> dict[str, list[_Entry]]:
    """Return a table whose lists can grow."""
    return {key: entries.copy() for key, entries in table.items()}


def selector(value: str) -> Selector | None:
    """Return what a selector looks for, all in small letters as blocks have it; None where it is none.

    Classes and ids are known by their words of two letters and more: what has others, as `col-2` does, would choose all that begin so.
    """
    found = _SELECTOR.fullmatch(value)
    if found is None:
        return None
    name, mark, tag = found.groups("")
    words = words_of(name)
    if "".join(words) != _BETWEEN_WORDS.sub("", name).lower():
        return None
    return Selector(words, mark.replace('"', "").replace("'", "").lower(), tag.lower())


def _unwrapped(
    texts: Sequence[str], which: Sequence[int], chosen: list[list[Cue]], apart: Container[int], known: Sequence[bool]
) -> list[list[Cue]]:
    """Return the cues `chosen` for each style, without rules that match the whole page: `<main class="ad-free">` says nothing.

    The styles `apart` are of images' lines, whose addresses are longer than many a story. `known` says which texts a rule matches by their words.
    """
    if not any(chosen):
        return chosen
    long: list[tuple[int, list[Cue]]] = []
    slides: list[tuple[int, list[Cue]]] = []
    for text, style, by_words in zip(texts, which, known, strict=True):
        if len(text) < SLIDE_CHARS or style in apart:
            continue
        if len(text) >= MAX_PHRASE_CHARS:
            long.append((len(text), chosen[style]))
        if not by_words or any(cue.kind == "caption" for cue in chosen[style]):
            slides.append((len(text), chosen[style]))
    wrappers = _wrappers(long) | _slideshows(slides)
    return [[cue for cue in cues if cue.rule not in wrappers] for cues in chosen] if wrappers else chosen


def _wrappers(blocks: Sequence[tuple[int, list[Cue]]]) -> set[str]:
    """Return the rules that match next to all of the page's long blocks, by their sizes and cues."""
    covered: dict[str, int] = defaultdict(int)
    for size, cues in blocks:
        for cue in cues:
            covered[cue.rule] += size
    total = sum([size for size, _ in blocks])
    return {rule for rule, size in covered.items() if size >= WRAPPED * total} if len(blocks) >= WRAPPED_BLOCKS else set()


def _slideshows(blocks: Sequence[tuple[int, list[Cue]]]) -> set[str]:
    """Return the rules that match pictures' texts which tell the page's story, by the sizes and cues of the blocks that no rule knows by their words."""
    covered: dict[str, list[int]] = defaultdict(list)
    for size, cues in blocks:
        for cue in cues:
            if cue.kind == "caption":
                covered[cue.rule].append(size)
    total = sum([size for size, _ in blocks])
    few = {rule: sum(sizes) for rule, sizes in covered.items() if len(sizes) >= SLIDES and len(blocks) - len(sizes) <= BESIDE_SLIDES}
    return {rule for rule, size in few.items() if size >= SLIDESHOW * total}


def _pattern_hits(item: _Pattern, text: str, encoded: bytes) -> list[CueHit]:
    """Return the hits of one pattern."""
    cue, source = item.cue, smaller(item.source, text)
    if item.whole:
        return [cue.hit(0, len(text))] if teller(source).Match(encoded) else []
    return [cue.hit(m.start(), m.end()) for m in finder(source).finditer(text) if m.end() > m.start()]
