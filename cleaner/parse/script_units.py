"""What is code as a whole, and where such a statement begins and ends.

Code as a whole are braces and calls with all they hold, strings of data, and values that something is given. A rule of a style sheet
begins with the first selector of its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.model import Span
from cleaner.regexes import regex

PROSE_CHARS = 40
"""Characters between two marks of code below which there is no prose."""
HEAD_CHARS = 300
"""How far before its opening brace a statement begins."""
LEAST_ESCAPES, ESCAPED_GAP = 8, 3_000
"""Escapes from which a line holds a string of data whose quotes may be lost, and the characters between two of them: the longest paragraphs have fewer."""
MOST_FAILURES = 20
"""Calls without an end after which no more ends are looked for."""
_TOKEN = regex(
    r"(?<=[:,\[ ])\"(?:[^\"\\]|\\.)*\"(?=\s*[,}\]])|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`]*`"
    r"|/\*.{0,2000}?\*/|(?<![:\w(\\])//[^\n]*|[{}]",
    re.DOTALL,
)
_PAREN_TOKEN = regex(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[()]")
_START = regex(r"\{|(?<=[\w$])\((?=[\[\"'])")
"""What opens code outside of any: a brace, or a call with a string or list."""
_PROSE = regex(r"(?:[^\W\d_]+(?:['’-][^\W\d_]+)?,?[ \n]){8}")
"""Words in a row that no code has outside of its strings and comments; those of three parts are names of classes."""
_SELECTOR = r"(?:[.#:@\[][\w\-\\\"(][^\s{},>+~]*|\*)"
_TAGS = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|button|canvas|caption|cite|code|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|main|mark|nav|object|ol|optgroup|option|p|pre|progress|q|samp|section"
    "|select|small|span|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|tr|u|ul|video|from|to|screen|print|and|not|all"
)
"""Elements that style sheets name, and words of their own."""
_HEAD = regex(
    # a function; a branch or loop; a declaration; an assignment or the arguments of a call
    r"(?:[!~+;(]\s*)*(?:async\s+)?\bfunction\b[^{}]*$"
    r"|(?:[!~+;(]\s*)*\b(?:if|for|while|switch|catch|try|else|do)\b\s*(?:\([^{}]*)?$"
    r"|\b(?:var|let|const)\s+[\w$]+\s*=[^{}]*$"
    r"|[\w$](?:[\w$.]|\[[^\[\]\n]{0,60}\])*\s*(?:=|\()[^{};]*$"
    # the name of what is called, from the window's own objects on where a word of the text stands right before
    r"|\(?(?:self|window|document)\.[\w$.]*$|[a-z_$](?![\w$.]*(?:self|window|document)\.)[\w$]*(?:\.[\w$]+)*$"
    # a selector of a style sheet; a mark behind which a value begins
    rf"|(?<![\w!?…”\"’)])(?:(?:{_TAGS})(?=[.#:\[]))?{_SELECTOR}(?:(?:\s*[,>+~]\s*|\s+)(?:{_SELECTOR}|(?:{_TAGS})\b[^\s{{}},>+~]*))*\s*$|[@\[(,;:=]\s*$"
)
"""How the statement, rule or value begins whose opening brace or parenthesis follows."""
_ESCAPE = regex(r"(?<!\\)\\++(?:u[0-9a-fA-F]{4}|[\"/]|[nr](?![a-z]))|&[aglqs];")
_DATA_MARK = regex(r"\\u[0-9a-fA-F]{4}|(?:\\\"|&q;)\s?[:,}\]]")
"""What the strings of data have, and the formulas of mathematicians, who write strokes as well, have not."""
_STRING_OPENS = regex(r"(?<=[:,\[({=])\s?\\*\"(?=[^\"\n]*\Z)")
_STRING_CLOSES = regex(r"[^\"\n]*\"\s?[,}\]):]")
_QUOTED = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
_VALUE = regex(
    rf"(?<![\w$.])[a-zA-Z_$][\w$.]*+(?:\[[^\[\]\n]{{1,60}}\])*+\s*+=\s*+(?:{_QUOTED}\s*;|\[\s*(?:(?:{_QUOTED}|//[^\n]*+|-?[\d.]++|true|false|null)\s*+(?:,\s*+)?)++\]\s*;?)"
)
"""A statement that gives something a string, or a list of strings and numbers."""
_COMPOUND = rf"(?:(?:{_TAGS})?(?:[.#:@\[][^\s{{}},>+~]+)|(?:{_TAGS})(?![^\s>+~])|[a-z]+-[\w-]+|\*|\d+%)"
_SELECTED = rf"{_COMPOUND}(?:(?:\s*[>+~]\s*|\s+){_COMPOUND})*"
_LISTED = regex(rf"\s*({_SELECTED})\s*")
_FIRST_SELECTED = regex(rf"(?:(?<=[\s;}}/])|^)(?=\S*[.#:\[])(?:{_SELECTED})\s*$")
"""A selector of a list, all between two commas, and the first of one, behind whatever stands before it."""
_CLOSING = regex(r"[ \t]*[)\];,}]+")


def has_escapes(text: str) -> bool:
    """Say whether a text has escapes enough for a string of data; those of Angular's state are `&q;` and its like."""
    return text.count("\\") >= LEAST_ESCAPES or text.count("&q;") >= LEAST_ESCAPES


def wholes(text: str, calls: Parentheses) -> list[Span]:
    """Return what is code as a whole, in order and apart."""
    return _together([*_braced(text, calls), *escaped(text), *_values(text)])


def _braced(text: str, calls: Parentheses) -> list[Span]:
    """Return what stands between braces that match, outermost ones alone; strings within braces may hold others.

    Braces with prose between them do not match: where one was lost, those around the next story would.
    """
    found: list[Span] = []
    opened: list[int] = []
    position, prose = 0, -1
    while match := (_TOKEN if opened else _START).search(text, position):
        at, sign = match.start(), match.group()
        if opened and at - position > PROSE_CHARS and _PROSE.search(text, position, at):
            prose = at
        position = match.end()
        if sign == "{":
            opened.append(at)
        elif sign == "(":
            position = calls.end(at)
            found.append(Span(at, position))
        elif sign == "}":
            start = opened.pop()
            if start > prose:
                while found and found[-1].start > start:
                    found.pop()
                found.append(Span(start, position))
    return found


def escaped(text: str) -> Iterator[Span]:
    """Yield what stands in strings of data whose quotes, or the braces around them, may be lost: text with many escapes in one line.

    Pages carry their story as such a string; where tags within it were taken out, its quotes went with them.
    """
    first = last = count = 0
    for match in _ESCAPE.finditer(text) if has_escapes(text) else ():
        if not count or match.start() - last > ESCAPED_GAP or "\n" in text[last : match.start()]:
            yield from _string(text, first, last, count)
            first, count = match.start(), 0
        last, count = match.end(), count + 1
    yield from _string(text, first, last, count)


def _values(text: str) -> Iterator[Span]:
    """Yield statements that give something a list of strings and numbers, or a string alone."""
    return (Span(*match.span()) for match in _VALUE.finditer(text))


def _string(text: str, first: int, last: int, count: int) -> Iterator[Span]:
    if count >= LEAST_ESCAPES and _DATA_MARK.search(text, first, last):
        opened = _STRING_OPENS.search(text, max(0, first - ESCAPED_GAP), first)
        closed = _STRING_CLOSES.match(text, last, last + ESCAPED_GAP)
        yield Span(opened.start() if opened else first, closed.end() if closed else last)


def _together(spans: list[Span]) -> list[Span]:
    """Return spans in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def begins(text: str, lowest: int, brace: int) -> int:
    """Return where the statement begins whose opening `brace` is known, not before `lowest`."""
    low = max(lowest, brace - HEAD_CHARS)
    line = text.rfind("\n", low, brace) + 1 or low
    match = _HEAD.search(text, line, brace)
    start = match.start() if match and not (text.startswith('{"', brace) and match.group().isalnum()) else brace
    last = text.rfind(",", low, brace) + 1
    if last and (own := _LISTED.fullmatch(text, last, brace)):
        start = own.start(1)
    return _selectors(text, lowest, start) if text[start:brace].strip() else start


def _selectors(text: str, lowest: int, start: int) -> int:
    """Return where the list of selectors begins that ends right before the last one, at `start`."""
    comma = text.rfind(",", lowest, start)
    while comma >= 0 and not text[comma + 1 : start].strip():
        before = text.rfind(",", max(lowest, comma - HEAD_CHARS), comma)
        low = before + 1 or max(lowest, comma - HEAD_CHARS)
        listed = _LISTED.fullmatch(text, low, comma)
        if not listed:
            first = _FIRST_SELECTED.search(text[low:comma])
            return first.start() + low if first else start
        start, comma = listed.start(1), before
    return start


def ends(text: str, end: int, calls: Parentheses) -> int:
    """Return where the code behind a closing brace ends: closing marks, the arguments of a call."""
    while True:
        closed = _CLOSING.match(text, end)
        reached = closed.end() if closed else end
        if text[reached : reached + 1] == "(" and text[reached - 1] in "})":
            reached = calls.end(reached)
        if reached == end:
            return end
        end = reached


class Parentheses:
    """Finds where calls end. After some that do not end it looks for no more, so that time stays linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.failures = 0

    def end(self, start: int) -> int:
        """Return the place behind the parenthesis that closes the one at `start`; behind that one itself where none does."""
        depth = 0
        for token in _PAREN_TOKEN.finditer(self.text, start) if self.failures < MOST_FAILURES else ():
            depth += {"(": 1, ")": -1}.get(token.group(), 0)
            if not depth:
                return token.end()
        self.failures += 1
        return start + 1
