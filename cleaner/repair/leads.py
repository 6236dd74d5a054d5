"""What stands right after a word, so that no line begins with it: where one does, something parted it from its sentence."""

from __future__ import annotations

from cleaner.regexes import regex

EAST_ASIAN = frozenset("、。，．：；！？）」』】〉》")
"""Marks of scripts without spaces that no line begins with (JIS X 4051): where one does, tags parted it from its sentence."""
LEADS = frozenset(",.;:!?%)]”’»'") | EAST_ASIAN
"""What `LEADING_PUNCTUATION` begins with."""
STOPS = frozenset(",.;:!?")
"""Those of them that no menu has before its items."""
LEADING_PUNCTUATION = regex(rf"[,.;:!?%)\]”’»](?:\s|$|[\"”’»)])|»[,.;](?:\s|$)|['’]s\b|[,.;:!?]$|[{''.join(sorted(EAST_ASIAN))}]")


def leads(text: str) -> bool:
    """Say whether a line begins with what stands after a word, so that no line begins with it."""
    return text[:1] in LEADS and LEADING_PUNCTUATION.match(text) is not None
