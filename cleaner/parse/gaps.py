"""Blanks that converters put at the edges of emphasis, and that no page shows: `_Marrow Bay_ 's quay`, `**Wren** , the clerk`.

html2text parts a closing mark from what comes next, or the first string of an element from an entity behind it, so that marks are
seen as such: it writes `don 't` and `B &H` for `<b>don&rsquo;t</b>` and `<b>B&amp;H</b>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from cleaner.parse.marks import BLIND, Mark
from cleaner.regexes import regex

_DUTCH = "avonds|morgens|ochtends|middags|nachts|zomers|winters|maandags|dinsdags|woensdags|donderdags|vrijdags|zaterdags|zondags|lands|werelds"
"""Words behind an apostrophe and `s` that is one of its own."""
_APOSTROPHE = regex(r" '(?=[^\W_])")
_ENDING = regex(rf"['’](?:s(?![ -](?i:{_DUTCH})\b)|re|ve|ll|d|m|[tT])(?![^\W_]|['’-])")
"""The ending of a shortened English word; Dutch writes `'s avonds` and `van 't` so."""
_NEGATED = regex(
    r"(?<![^\W_])(?:(?:do|does|did|is|are|was|were|would|could|should|has|have|had|ai|must|need|might|ca|wo)n)\Z", re.IGNORECASE
)
_ELIDED = regex(r"(?<![^\W_]|['’])(?:[ldjnscmt]|(?:jus|lors|puis)?qu|dell|nell|sull|dall|all|un)\Z")
_VOWELS = "aeiouhyàâéèêëîïôûœ"
"""A shortened French or Italian word, and what it stands before."""
_LONGEST_SHORTENED = 9
"""Letters of the longest of these words, and one before it."""
_FIRM = regex(r" &(?=[A-Z])(?![A-Za-z]+;)")
"""The blank in `B &H`."""
_QUOTES, _GUILLEMETS, _SPACED = "\"'”“’", "»«", ":;"
_OPENING, _EITHER = "„‚", "“‘"
"""Quotes that open, and those that close in some languages."""
_BEHIND = " \t\n.,;:!?)]…"
"""What stands behind a quote that closes."""
_THREE = 3
_HUGGING, _SIGNS = ",.;", "*_"
_MARKS = regex(rf"[*_{BLIND}]{{0,1000}}")
"""The marks, and the address of a link, between an emphasis and a blank."""


class Spacing:
    """Whether a text has blanks before its stops, as French has; looked for once, when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def french(self) -> bool:
        """Whether most of the stops that no converter moves have a blank before them."""
        stops = sum(self._text.count(sign) for sign in "?!»")
        return 2 * sum(self._text.count(blank + sign) for sign in "?!»" for blank in " \u00a0\u202f") > stops


def around(text: str, start: int, end: int, width: int, *, spacing: Spacing) -> Iterator[Mark]:
    """Yield the blanks at the marks of an emphasis that the page had not."""
    before, inner = text[max(0, start - 3) : start], text[start + width : start + width + 4]
    if before[-1:] == " " and before[-2:-1].strip() and (_is_quote(before[:-1]) or _begins_hugging(inner.lstrip(_SIGNS))):
        yield Mark(start - 1, start)
    outer = text[start - 1 : start]
    if inner[1:2] == " " and inner[0] in _QUOTES and not inner[2:3].isspace() and (not outer.strip() or outer in f"({BLIND}"):
        yield Mark(start + width + 1, start + width + 2)
    close = end - width
    if text.startswith(" ", close - 2) and _is_closed(text[start + width : close], outer):
        yield Mark(close - 2, close - 1)
    marks = _MARKS.match(text, end)
    behind = marks.end() if marks else end
    follows = behind + text.startswith(" ", behind)
    inside = text.startswith(" ", close - 1)
    if (follows > behind or (inside and behind == end)) and _hugs(text, follows, spacing=spacing):
        yield Mark(behind, follows)
        if inside:
            yield Mark(close - 1, close)


def _is_quote(before: str) -> bool:
    """Say whether what stands before a blank ends with a quote that opens."""
    return before[-1] in _OPENING or (before[-1] in _EITHER and before[:-1] in ("", " ", "\n", "("))


def _is_closed(inner: str, outer: str) -> bool:
    """Say whether an emphasis ends with a blank and the quote that closes what is quoted in or around it."""
    quote = inner[-1:]
    if len(inner) < _THREE or inner[-3].isspace() or quote not in _QUOTES:
        return False
    return quote in "”’" or quote == outer or (quote == '"' and inner.count(quote) % 2 == 0)


def _begins_hugging(inner: str) -> bool:
    """Say whether an emphasis is of a stop alone, or begins with one."""
    return inner[:1] in _HUGGING and inner[1:2] in f" \n{_SIGNS}" if inner else False


def _hugs(text: str, place: int, *, spacing: Spacing) -> bool:
    """Say whether a sign follows a word without a blank: a comma, a quote that closes, an apostrophe."""
    sign, after = text[place : place + 1], text[place + 1 : place + 2] or " "
    if sign == ",":
        return True
    if not sign or sign in _SPACED or sign in _GUILLEMETS:
        return sign != "" and not spacing.french and (after in _BEHIND or after in _SIGNS or after == BLIND)
    if sign not in _QUOTES:
        return False
    return after in _BEHIND or (after not in "tT" and _ENDING.match(text, place) is not None)


def within(text: str) -> Iterator[Mark]:
    """Yield the blanks within shortened words and names of firms."""
    if " '" in text:
        yield from (Mark(m.start(), m.start() + 1) for m in _APOSTROPHE.finditer(text) if _is_shortened(text, m.start()))
    if " &" in text:
        yield from (Mark(m.start(), m.start() + 1) for m in _FIRM.finditer(text) if text[m.start() - 1 : m.start()].isupper())


def _is_shortened(text: str, place: int) -> bool:
    """Say whether the blank at `place`, before an apostrophe and a letter, stands within a word."""
    before, first = max(0, place - _LONGEST_SHORTENED), text[place + 2]
    if _ENDING.match(text, place + 1):
        return text[place - 1 : place].isalpha() if first not in "tT" else _NEGATED.search(text, before, place) is not None
    return first in _VOWELS and _ELIDED.search(text, before, place) is not None
