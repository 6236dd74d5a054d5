"""Where the blocks of a page stand: the elements around them, told by tags, class and id words, and marks."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.parse.elements import PAGE, PARENT, Element, names_of, words_of

MAX_PATH = 64
"""Tag names kept in `Source.path`; the outermost go first."""
MAX_TOKENS = 24
"""Class and id words kept in `Source.tokens`."""
MAX_MARKS = 16
"""Facts about an element and those around it that are kept in `Source.marks`, the nearest first. A bound on memory."""
PAGES = ("html", "body")
"""Elements whose content is the page's own: places are told from there."""


class Place:
    """Where blocks of one kind stand: an element and all around it, told by tags, class and id words and marks.

    `path` and `marks` are those of all of them, `words` the element's own; `outer` is the nearest place around that has
    words, or the page's own.
    """

    __slots__ = ("known", "marks", "outer", "path", "words")

    def __init__(self, outer: Place | None, tag: str, words: tuple[str, ...], marks: tuple[str, ...]) -> None:
        self.known: tuple[str, ...] | None = None
        self.words = words
        self.marks = marks
        self.path: tuple[str, ...] = (tag,)
        self.outer = outer
        if outer is None:
            return
        if not outer.words and outer.outer is not None:
            self.outer = outer.outer
        if outer.marks:
            self.marks = merged(marks, outer.marks, MAX_MARKS)
        self.path = (*outer.path, tag)
        if len(self.path) > MAX_PATH:
            self.path = self.path[1:]
            self.tokens()  # so that where elements nest without end, no place climbs all the way out

    def tokens(self) -> tuple[str, ...]:
        """Return the words of the element and all around it, the nearest first."""
        if self.known is None:
            self.known = self._read() if self.words or self.outer is None else self.outer.tokens()
        return self.known

    def _read(self) -> tuple[str, ...]:
        words: list[str] = []
        place: Place | None = self
        while place is not None:
            if place.known is not None:
                words += place.known
                break
            words += place.words
            place = place.outer
        return tuple(dict.fromkeys(words))[:MAX_TOKENS]


class Places:
    """The places of a page's elements, found when asked for: few elements hold blocks, only theirs are taken apart."""

    def __init__(self) -> None:
        self.page = Place(None, "body", (), ())
        self.known = {id(PAGE): self.page}  # elements live as long as the lines that point into them
        self.within: dict[tuple[Place, str, tuple[str, ...], tuple[str, ...]], Place] = {}
        self.words: dict[str, tuple[str, ...]] = {}

    def of(self, element: Element) -> Place:
        """Return the place of an element; elements of one tag, whose names have the same words, share it."""
        known, within = self.known, self.within
        chain: list[Element] = []
        while (place := known.get(id(element))) is None:
            chain.append(element)
            element = element[PARENT] or PAGE
        for item in reversed(chain):
            _, tag, attrib, marks, _, _ = item
            key = place, tag, self._named(attrib) if attrib else (), marks
            place = within.get(key)
            if place is None:
                place = within[key] = self.page if tag in PAGES else Place(*key)
            known[id(item)] = place
        return place

    def _named(self, attrib: Mapping[str, str]) -> tuple[str, ...]:
        """Return the words of an element's names."""
        names = names_of(attrib)
        words = self.words.get(names)
        if words is None:
            words = self.words[names] = words_of(names)
        return words


def merged(first: tuple[str, ...], second: tuple[str, ...], limit: int) -> tuple[str, ...]:
    """Return the different words or marks of both, the first before the second, at most `limit`."""
    if not first or not second:
        return first or second
    return tuple(dict.fromkeys(first + second))[:limit]
