r"""Text that stands as a program writes it down: `\n` for a line end, `’`, `\"`, `\xe2\x80\x99`, within quotes or not.

A field of a JSON or SQL dump, the `repr` of a string or of a list of paragraphs, and a cell of a table that no reader of
tables has read are such text. It is one line, and each of its escapes is two or more characters that nobody wrote. HTML with
its own signs escaped (`&lt;p&gt;`, as feeds hold it) and text as mail carries it (`=E2=80=99`, lines that end in `=`) are too.
"""

from __future__ import annotations

import html
import quopri
import re
from typing import NamedTuple

from cleaner.regexes import regex

MARKUP, CLOSING = "<", "</"
"""What HTML begins with, whose scripts hold escapes that are theirs, and how its tags are closed where it is not written down."""
FEWEST, LINE_SHARE = 3, 2
"""Written line ends that make a text escaped, if there are so many times as many of them as real ones."""
MOST_BRACES = 4
"""Opening braces from which a text shows code or holds scripts, whose escapes are theirs."""
LONGEST_LINE = 1_500
"""Characters for each written line end, or letter, up to which they are those of a text: its paragraphs are shorter."""
QUOTED = 1 / 3
"""Share of written line ends before a quote or parenthesis from which they are those of a program's strings."""
LETTERS_SHARE = 0.5
"""Share of written characters beside a letter, as those of words are, from which they are the text's."""
ROUNDS = 3
"""A dump of a dump is escaped twice."""

CHARS_PER_TAG = 600
"""HTML closes a tag at least this often; a text about HTML names a few."""
FEWEST_TAGS, FEWEST_CODES = 2, 2
"""Closing tags that make escaped HTML, and codes as well as broken lines that make text of mail."""

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_LITERAL = regex(rf"\s*[bu]?({_STRING})\s*", re.DOTALL)
_LIST = regex(rf"\s*\[\s*[bu]?(?:{_STRING})(?:\s*+,\s*[bu]?(?:{_STRING}))*\s*+,?\s*+\]\s*", re.DOTALL)
_MEMBER = regex(rf"[bu]?({_STRING})", re.DOTALL)
_ESCAPE = regex(
    r"\\(?:(?P<wide>u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2})|u(?P<four>[\da-fA-F]{4})|U(?P<eight>[\da-fA-F]{8})"
    r"|(?P<bytes>x[\da-fA-F]{2}(?:\\x[\da-fA-F]{2})*)|(?P<other>[nrtbfv0\"'/\\]))"
)
_CELL = regex(r"\s*\"((?:[^\"]|\"\")*)\"\s*")
_ENTITY_CLOSINGS, _ANY_CLOSING = ("&lt;/", "&amp;lt;/"), "lt;/"
_CODE = regex(r"=[\dA-F]{2}|=\r?\n")
_BROKEN = regex(r"=\r?\n")
_FIRST = regex(r"\s*(\S)")
_LINE = regex(r"(?<!\\)(?:\\r)?\\n(?=([\"'`)])?)")
_LETTER = regex(r"(?<!\\)\w?\\(?:u[\da-fA-F]{4}|x[89a-fA-F][\da-fA-F])+\w?")
_PATH = regex(r"\b[A-Za-z]:\\\w")
"""What paths of Windows begin with, in which folders' names look like escapes."""
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_LARGEST, _FIRST_SURROGATE, _LAST_SURROGATE = 0x10FFFF, 0xD800, 0xDFFF


class Undone(NamedTuple):
    """A text without its escapes, and how many there were."""

    text: str
    escapes: int


def undone(text: str) -> Undone:
    """Return `text` as it was before a program wrote it down; as it is where it does not look written down."""
    total = 0
    for _ in range(ROUNDS):
        first = _FIRST.match(text)
        found = _once(text, first.group(1)) if first else None
        if found is None:
            break
        text, escapes = found
        total += escapes
    return Undone(text, total)


def _once(text: str, first: str) -> Undone | None:
    """Return a text that begins with the character `first` without one round of escapes; None where it has none.

    To look for one character takes a tenth of the time that a few take: most texts are done with that.
    """
    if first == "[" and _LIST.fullmatch(text):
        parts = [_read(found.group(1)[1:-1]) for found in _MEMBER.finditer(text)]
        return Undone("\n\n".join(part.text.strip() for part in parts), len(parts) + sum(part.escapes for part in parts))
    if first == MARKUP and CLOSING in text:
        return None
    if first == '"' and '""' in text and (cell := _CELL.fullmatch(text)) and '""' in cell.group(1):
        return Undone(cell.group(1).replace('""', '"'), cell.group(1).count('""') + 1)
    if "&" in text and _ANY_CLOSING in text and (found := _with_tags(text)):
        return found
    if "=" in text and ("=\n" in text or "=\r" in text):
        return _of_mail(text)
    if "\\" not in text:
        return None
    literal = _LITERAL.fullmatch(text) if first in "\"'bu" else None
    if literal and _ESCAPE.search(text):
        inner = _read(literal.group(1)[1:-1])
        return Undone(inner.text, inner.escapes + 1)
    return _read(text) if _is_escaped(text) else None


def _is_escaped(text: str) -> bool:
    """Say whether a text without quotes around it is one line that holds its line ends written down, or its letters."""
    fewest = max(FEWEST, len(text) // LONGEST_LINE)
    if text.count("\\n") >= fewest:
        written = _has_lines(text)
    else:
        written = text.count("\\u") + text.count("\\x") >= fewest and _has_letters(text)
    return written and text.count("{") < MOST_BRACES and _PATH.search(text) is None


def _has_lines(text: str) -> bool:
    lines = _LINE.findall(text)
    quoted = sum(1 for after in lines if after)
    enough = len(lines) >= max(FEWEST, LINE_SHARE * text.strip().count("\n"))
    return enough and quoted <= QUOTED * len(lines)


def _has_letters(text: str) -> bool:
    letters = [match.group() for match in _LETTER.finditer(text)]
    beside = sum(1 for letter in letters if letter[0] != "\\" or letter[-1].isalpha())
    return len(letters) >= FEWEST and beside >= LETTERS_SHARE * len(letters)


def _with_tags(text: str) -> Undone | None:
    """Return HTML whose own signs are escaped without that round of escapes."""
    tags = sum(map(text.count, _ENTITY_CLOSINGS))
    if CLOSING in text or tags < max(FEWEST_TAGS, len(text) // CHARS_PER_TAG):
        return None
    return Undone(html.unescape(text), tags)


def _of_mail(text: str) -> Undone | None:
    """Return text as mail carries it (quoted-printable, RFC 2045) as it is read."""
    codes = len(_CODE.findall(text))
    broken = len(_BROKEN.findall(text))
    if min(broken, codes - broken) < FEWEST_CODES or codes < text.count("="):
        return None
    try:
        data = quopri.decodestring(text.encode())
    except UnicodeEncodeError:  # a lone surrogate, which no mail carries
        return None
    return Undone(_of_bytes(data), codes)


def _read(text: str) -> Undone:
    """Return the text with every escape as what it stands for."""
    read, count = _ESCAPE.subn(_meant, text)
    return Undone(read, count)


def _meant(match: re.Match[str]) -> str:
    kind = match.lastgroup
    written = match.group(kind or 0)
    if kind == "bytes":
        return _of_bytes(bytes.fromhex(written.replace("\\", "").replace("x", "")))
    if kind == "wide":
        return bytes.fromhex(written[1:5] + written[7:]).decode("utf-16-be")
    if kind in ("four", "eight"):
        code = int(written, 16)
        return "\ufffd" if code > _LARGEST or _FIRST_SURROGATE <= code <= _LAST_SURROGATE else chr(code)
    return _CONTROLS.get(written, written)


def _of_bytes(data: bytes) -> str:
    """Return written bytes as UTF-8, or each as the character of its number where they are none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
