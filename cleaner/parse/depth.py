"""What the parser of HTML gets: UTF-8 without zero bytes, and elements that nest no deeper than in browsers."""

from __future__ import annotations

import numpy as np

from cleaner.parse.elements import BLOCKS, VOID
from cleaner.regexes import regex

MAX_DEPTH = 512
"""Deepest nesting given to the parser, as in browsers (Blink's limit); its time grows with depth times tags."""
MANY_TAGS = 20_000
"""Fewer tags than this cost little however they nest."""
_OPTIONAL_END = frozenset([
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "html",
    "head", "body", "rt",
])  # fmt: skip
_SURROGATE = regex("[\ud800-\udfff]")
_TAG = regex(r"<(/?)([a-zA-Z][^\s<>/]*)[^<>]*>?")


def encoded(text: str) -> bytes:
    """Return what the parser gets of a text."""
    try:
        return bounded(text.encode("utf-8"))
    except UnicodeEncodeError:
        return bounded(_SURROGATE.sub("\ufffd", text).encode("utf-8"))


def bounded(data: bytes) -> bytes:
    """Return what the parser gets: UTF-8 without zero bytes, and with a bounded depth."""
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    tags = np.count_nonzero(np.frombuffer(data, np.uint8) == ord("<"))
    return data if tags < MANY_TAGS else _flattened(data.decode("utf-8")).encode("utf-8")


def _flattened(text: str) -> str:
    """Return `text` with the tags below `MAX_DEPTH` replaced by line breaks."""
    stack: list[tuple[str, bool]] = []
    pieces: list[str] = []
    position = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in VOID or name in _OPTIONAL_END:
            continue
        if match[1]:
            drop = _close(stack, name)
        else:
            drop = len(stack) >= MAX_DEPTH
            stack.append((name, drop))
        if drop:
            pieces += (text[position : match.start()], "<br>" if name in BLOCKS else "")
            position = match.end()
    return "".join((*pieces, text[position:]))


def _close(stack: list[tuple[str, bool]], name: str) -> bool:
    """Close the element `name`, never more than the parser would; return whether its start was dropped."""
    if stack and stack[-1][0] == name:
        return stack.pop()[1]
    if name in ("div", "table"):
        for position in range(len(stack) - 1, max(-1, len(stack) - MAX_DEPTH), -1):
            if stack[position][0] == name:
                dropped = stack[position][1]
                del stack[position:]
                return dropped
            if stack[position][0] == "table":
                break
    return len(stack) > MAX_DEPTH
