"""Addresses as pages give them: whatever is no address has no parts."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NOWHERE = SplitResult("", "", "", "", "")


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
