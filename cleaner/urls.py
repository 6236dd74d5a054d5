"""Addresses as pages give them: whatever is no address has no parts."""

from __future__ import annotations

from unicodedata import combining, normalize
from urllib.parse import SplitResult, unquote, urlsplit

from cleaner.regexes import regex

_NOWHERE = SplitResult("", "", "", "", "")
_WORD = regex(r"[^\W\d_]+")
_SUFFIX = regex(r"\.[a-z]{2,5}/?$")
SLUG_WORDS, SLUG_LETTERS, SLUG_TOLD = 3, 4, 3
"""Words from which the part of an address is one that was made of a headline, letters from which one of its words tells something, and how
many such words it has at least; folders have one or two words: `/world/north-america/`."""


def split(url: str) -> SplitResult:
    """Return the parts of `url` (RFC 3986), all empty where it cannot be parsed, such as `http://[`."""
    try:
        parts = urlsplit(url)
        parts.hostname  # noqa: B018 - looked up, and refused, only when asked for
    except ValueError:
        return _NOWHERE
    return parts


def host(url: str) -> str:
    """Return the host of `url` in lower case, empty where it has none."""
    return split(url).hostname or ""


SECOND_LEVEL = frozenset(["co", "com", "org", "net", "ac", "gov", "gob", "edu", "or", "ne", "go"])
"""Labels that belong to the suffix where a country's stands behind them: `co.uk`, `com.au`."""


def house(host: str) -> str:
    """Return the label of a host that a house registered, without its subdomains and suffix."""
    labels = host.split(".")[:-1] or [host]
    return labels[-2] if len(labels) > 1 and labels[-1] in SECOND_LEVEL else labels[-1]


def slug(url: str) -> frozenset[str]:
    """Return the telling words of the part of `url` that was made of a headline, plain; nothing where it has none.

    `https://daily.example/2024/the-harbour-opens-again-4711.html` tells of “harbour”, “opens” and “again”.
    """
    path = _SUFFIX.sub("", split(url).path)
    parts = (_WORD.findall(plain(unquote(part))) for part in reversed(path.split("/")))
    last = next((words for words in parts if len(words) >= SLUG_WORDS), [])
    told = frozenset(word for word in last if len(word) >= SLUG_LETTERS)
    return told if len(told) >= SLUG_TOLD else frozenset()


def plain(text: str) -> str:
    """Return folded text without its accents, as addresses have it."""
    folded = text.casefold()
    return folded if folded.isascii() else "".join(char for char in normalize("NFKD", folded) if not combining(char))
