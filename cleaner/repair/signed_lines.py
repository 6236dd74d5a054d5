"""Lines that sign or date a story, as stand below a headline."""

from __future__ import annotations

from cleaner.dates import find
from cleaner.regexes import regex
from cleaner.repair.wraps import is_finished
from cleaner.signatures import is_credit, is_signature

SIGNATURE_CHARS = 80
"""Longest line that signs or dates the story; a sentence that goes on is longer."""
WORDS_BEFORE_DATE = 2
"""Words that may stand before the date in such a line: a weekday and its article."""
_AFTER_DATE = regex(r"(?:\W{1,3}(?:[^\W\d_]{1,4}\W{1,2})?\d{1,2}(?:[:.]\d\d|\s?h\s?\d{0,2}|\s?[ap]\.?m)\W{0,2}[^\W\d_]{0,4})?\W*")
"""What may follow a date on its line: a time."""
_BAR = regex(r"\s[|•·/]\s")
"""What parts a signature from what blogs' themes set behind it: “by Ida Kell | May 3, 2024 | Town, Harbour | 3 comments”."""


def is_byline_or_date(tail: str) -> bool:
    """Say whether a line is a byline or a date of its own, as stand below a headline."""
    signed, *rest = _BAR.split(tail)
    if rest and len(signed) <= SIGNATURE_CHARS and (is_signature(signed) or any(map(is_stamp, rest))):
        return True
    if len(tail) > SIGNATURE_CHARS or is_finished(tail):
        return False
    if is_signature(tail) or is_credit(tail):
        return True
    return is_stamp(tail)


def is_stamp(text: str) -> bool:
    """Say whether a text is a day, and perhaps a time, with no more before it than a weekday."""
    stamp = next(find(text), None)
    return (
        stamp is not None
        and text.count(" ", 0, stamp.start) <= WORDS_BEFORE_DATE
        and _AFTER_DATE.fullmatch(text, stamp.end) is not None
    )
