"""Blanks that converters put at the edges of emphasis, and that no page shows: `_Marrow Bay_ 's quay`, `**Wren** , the clerk`.

html2text parts a closing mark from what comes next, or the first string of an element from an entity behind it, so that marks are
seen as such: it writes `don 't` and `B &H` for `<b>don&rsquo;t</b>` and `<b>B&amp;H</b>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.parse.marks import Mark

_DUTCH = "avonds|morgens|ochtends|middags|nachts|zomers|winters|maandags|dinsdags|woensdags|donderdags|vrijdags|zaterdags|zondags|lands|werelds"
"""Words behind an apostrophe and `s` that is one of its own."""
_ENDING = re.compile(rf" (?=['’](?:s(?![ -](?i:{_DUTCH})\b)|re|ve|ll|d|m|[tT])(?![\w'’-]))")
"""The blank before the ending of a shortened English word; Dutch writes `'s avonds` and `van 't` so."""
_NEGATED = re.compile(
    r"(?<![^\W_])(?:(?:do|does|did|is|are|was|were|would|could|should|has|have|had|ai|must|need|might|ca|wo)n)\Z", re.IGNORECASE
)
_LONGEST_NEGATED = 8
"""Letters of `shouldn`, and what stands before them."""
_ELIDED = re.compile(r"(?<![^\W_])(?:[ldjnscmt]|(?:jus|lors|puis)?qu|dell|nell|sull|dall|all|un) (?='[aeiouhyàâéèêëîïôûœ])")
"""A shortened French or Italian word, which stands before a vowel."""
_FIRMS = re.compile(r"(?<=[A-Z]) (?=&(?![A-Za-z]+;)[A-Z])")
"""The blank in `B &H`."""
_FRENCH = re.compile(r"(?<=[\w»][ \u00a0\u202f])[?!:](?=\s)")
_CLOSE = re.compile(r"(?<=\w)[?!:](?=\s)")
"""Stops with and without a blank before them."""
_QUOTES, _GUILLEMETS, _SPACED = "\"'”“’", "»«", ":;"
_OPENING, _EITHER = "„‚", "“‘"
"""Quotes that open, and those that close in some languages."""
_BEHIND = " \t\n.,;:!?)]…"
"""What stands behind a quote that closes."""
_HUGGING, _SIGNS = ",.;", "*_"


def spaced(text: str) -> bool:
    """Say whether a text has blanks before its stops, as French has."""
    if not any(sign in text for sign in (" :", " ;", " »", " «")):
        return False
    return len(_FRENCH.findall(text)) > len(_CLOSE.findall(text))


def opening(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where an opening mark begins and ends, with a blank before it that stands behind a quote or before a comma."""
    if text[start - 1 : start] != " " or start < 2 or text[start - 2].isspace():  # noqa: PLR2004 - the blank and what is before it
        return start, end
    before, inner = text[start - 2], text[end : end + 4].lstrip(_SIGNS)
    quoted = before in _OPENING or (before in _EITHER and (text[start - 3 : start - 2] if start > 2 else " ") in " \n(")  # noqa: PLR2004
    hugs = inner[:1] in _HUGGING and inner[1:2] in f" \n{_SIGNS}" if inner else False
    return start - (quoted or hugs), end


def closing(text: str, start: int, end: int, *, spaced: bool) -> tuple[int, int]:
    """Return where a closing mark begins and ends, with the blanks around it before what stands right behind a word."""
    follows = end + text.startswith(" ", end)
    inside = text.startswith(" ", start - 1)
    if not (inside or follows > end) or not _hugs(text, follows, spaced=spaced):
        return start, end
    while inside and text.startswith(" ", start - 1):
        start -= 1
    return start, follows


def _hugs(text: str, place: int, *, spaced: bool) -> bool:
    """Say whether a sign follows a word without a blank: a comma, a quote that closes, an apostrophe."""
    sign, after = text[place : place + 1], text[place + 1 : place + 2] or " "
    if sign == ",":
        return True
    if not sign or sign in _SPACED or sign in _GUILLEMETS:
        return sign != "" and not spaced and after in _BEHIND
    if sign not in _QUOTES:
        return False
    return after in _BEHIND or (after not in "tT" and _ENDING.match(f" {text[place : place + 16]}") is not None)


def within(text: str) -> Iterator[Mark]:
    """Yield the blanks within shortened words and names of firms."""
    if " '" in text:
        for match in _ENDING.finditer(text):
            if _is_ended(text, match.start()):
                yield Mark(*match.span())
        for match in _ELIDED.finditer(text):
            yield Mark(match.end() - 1, match.end())
    if " &" in text:
        yield from (Mark(*match.span()) for match in _FIRMS.finditer(text))


def _is_ended(text: str, place: int) -> bool:
    if text[place + 2] in "tT":
        return _NEGATED.search(text, max(0, place - _LONGEST_NEGATED), place) is not None
    return text[place - 1 : place].isalpha()
