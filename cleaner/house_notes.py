"""The heading of what a firm says of itself below its release: “About Brask Ferries”, alone or before the text in one line."""

from __future__ import annotations

import re

from cleaner.regexes import regex

RULE = "publisher.house"
"""The rule that knows such notes."""
_ABOUT = (
    r"(?:à propos d(?:e\s|u\s|es\s|['’])|(?:about|über|acerca d(?:e|el)|sobre(?: (?:a|o|el|la|los|las))?|informazioni su|chi è|over|om|o firmie|o spółce"
    r"|o společnosti|o spoločnosti|о компании|про компанію|tietoa yrityksestä)\s)"
)
HEADING = regex(rf"\W*{_ABOUT}(?:(?:the|die|der|das|la|le|les|l['’]|el|il|lo|de|het)\s)?(?P<name>(?-i:[^\W\d_a-z])[^?!:|•»]{{1,80}}?)\s*:?\W*$", re.IGNORECASE)
"""The heading alone."""
INLINE = regex(rf"\W*{_ABOUT}(?P<name>(?-i:[^\W\d_a-z])[^?!:|•»]{{1,80}}?)\s*[:–—-]\s+(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL)
"""The heading and the paragraph in one."""


def named(text: str) -> str:
    """Return the house that the heading of a note names, nothing where a line is none."""
    match = HEADING.match(text) or INLINE.match(text)
    return match["name"].strip() if match else ""
