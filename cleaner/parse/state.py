"""The values that a page's scripts start from, in the forms in which frameworks write them down.

Plain JSON in a script of its own (`__NEXT_DATA__`), an object that a script names (`window.__APOLLO_STATE__ = {…}`), JSON within a string
(`JSON.parse("…")`), and the rows of React's server components (`self.__next_f.push([1, "…"])`), whose long texts stand in rows of
their own. No script is run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from cleaner.regexes import regex

MAX_ASSIGNED = 50
"""Values that a script gives names, of which it is tried whether they are JSON. A bound on time, set by hand."""
MAX_FILLED = 2_000_000
"""Characters of texts that are put in the places that name them: a text may be named again and again. A bound on memory, set by hand."""
_DECODER = json.JSONDecoder(strict=False)
_ASSIGNED = regex(r"[\w$\]\"']\s{0,9}=\s{0,9}(?:(?=[{\[]\s{0,9}(?:[\"{\[]|null\b))|JSON\.parse\(\s{0,9}(?=\"))")
_PUSHED = regex(r"__next_f\.push\(\s{0,9}(?=\[\s{0,9}1\s{0,9},\s{0,9}\")")
_ROW = regex(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = regex(r"\$([0-9a-f]{1,8})")


def values(scripts: Sequence[str]) -> Iterator[Any]:
    """Yield the values in a page's scripts; what is broken is passed over."""
    pushed: list[str] = []
    for script in scripts:
        if script.lstrip()[:1] in ("{", "["):
            with suppress(ValueError, RecursionError):
                yield _DECODER.decode(script)
        elif "__next_f" in script:
            pushed += _pushed(script)
        else:
            yield from _assigned(script)
    if pushed:
        yield from _rows("".join(pushed).encode("utf-8", "surrogatepass"))


def _assigned(script: str) -> Iterator[Any]:
    """Yield the objects and lists that a script gives a name."""
    at = tried = 0
    while tried < MAX_ASSIGNED and (named := _ASSIGNED.search(script, at)):
        at, tried = named.end(), tried + 1
        with suppress(ValueError, RecursionError):
            value, at = _DECODER.raw_decode(script, at)
            yield _DECODER.decode(value) if isinstance(value, str) else value


def _pushed(script: str) -> Iterator[str]:
    """Yield the pieces of rows that a script hands on."""
    at = 0
    while pushed := _PUSHED.search(script, at):
        at = pushed.end()
        with suppress(ValueError, RecursionError):
            (_, piece), at = _DECODER.raw_decode(script, at)
            yield str(piece)


def _rows(stream: bytes) -> Iterator[Any]:
    """Yield the values of rows, texts of other rows in the places that name them.

    A row is a number, a colon and JSON up to the line's end; that of a text gives its length in bytes.
    """
    texts: dict[str, str] = {}
    found: list[Any] = []
    at = 0
    while row := _ROW.match(stream, at):
        at = row.end()
        if row[2]:
            end = at + int(row[2], 16)
            texts[row[1].decode()] = stream[at:end].decode("utf-8", "replace")
        else:
            line = stream.find(b"\n", at)
            end = len(stream) if line < 0 else line
            with suppress(ValueError, RecursionError):
                found.append(_DECODER.decode(stream[at:end].decode("utf-8", "replace")))
        at = end + (stream[end : end + 1] == b"\n")
    _fill(found, texts)
    yield from found


def _fill(values: list[Any], texts: Mapping[str, str]) -> None:
    """Put texts in the places of values that name them, up to `MAX_FILLED` characters."""
    pending: list[Any] = [values]
    left = MAX_FILLED
    while pending:
        item = pending.pop()
        places = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
        for place, inner in [*places]:
            if isinstance(inner, str):
                named = _REFERENCE.fullmatch(inner)
                text = texts.get(named[1], "") if named else ""
                if 0 < len(text) <= left:
                    item[place] = text
                    left -= len(text)
            elif isinstance(inner, (dict, list)):
                pending.append(inner)
