"""Heads without a fence: lines of names and values that people, scrapers and corpora write above a text, and below it.

A name stands before its value in the line (`Title: …`, `# title = …`, `| title | … |`, with a tab between) or on a line above it
(`HEADLINE:`, `【見出し】`). Only what `front_names.KEYS` knows counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cleaner.parse.archives import CERTIFIED, RIGHTS
from cleaner.parse.front_names import BODY, KEYS, SUMMARY
from cleaner.regexes import regex

_NAME = r"[^\W\d_](?:[\w\u0900-\u0963 ()/'’-]|[.:](?=[a-z])|\.(?= \w)){0,26}?"
"""A name: of letters of any script; those of feeds and of HTML's heads have a prefix (`dc:creator`)."""
LINE = regex(rf"\s*[\"']?({_NAME})[\"']?[?.]?\s*(?:[:=](?:\s+|$)|：\s*|(?<![\x00-\x7f]):|\t+)(.*)$")
MARKED = regex(r"^\s*(?:[-*•]|#{1,3})[ \t]+")
BOLD = regex(r"^\s*(?:\*\*|__)([^*_:：\n]{1,28})(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])")
"""A name in bold, as Markdown writes it, with the colon inside or behind."""
BRACKETED = regex(r"\s*[【〔](?P<name>[^】〕]{1,12})[】〕][ \t\u3000]*(?P<value>.*)$")
RULE = regex(r"[\s|:=_*#~+<>/-]*|\s*</?[A-Za-z]{1,12}>\s*|\s*@\w+\s*")
"""A line that parts or says nothing: a ruler, the second row of a table, a tag alone, a handle."""
GENDER = regex(r"\s*[(/][^()/]{1,3}\)?$")
"""The end of a name for men and women, or for one and several: “Autor(a)”."""
DOT_ABOVE = "\u0307"
"""What is left of a Turkish `İ` in small letters."""
LINES, OPENING_LINES, OPENING_WORDS = 60, 3, 14
"""Lines in which a head ends, lines without a name that may open it, and words of the longest of them."""
MOST_OTHERS, OTHER_WORDS = 6, 14
"""Lines with other names that may stand between two with known ones, and words of the longest value they have."""
FEWEST, FEWEST_BEHIND, FEWEST_UNTITLED = 3, 5, 4
"""Known names that make a head: where it begins with one, where it begins with another, and where none says the headline."""
VALUE_WORDS = 30
"""Words of the longest value on a line below its name."""
TOLD_CHARS = 120
"""Characters from which a summary may be a story: a short paragraph of a script that writes close."""
MOST_CHARS = 20_000
"""Characters of the longest head that is looked for. A bound on time, set by hand."""
TAIL_LINES, TAIL_WORDS = 25, 8
"""Lines from a text's end in which a record's last ones stand, and words of the longest value of a name that is not known there."""
RIGHTS_WORDS = 45
"""Words of the longest line of rights below a story."""
ENDED = regex(r"\s*(?=[\[<#=*(-])\W*/?(?:end(?:doc|text|item)?|doc|article|text|record|item|ende|fin|fine|fim|конец)\b[^.!?]{0,40}[\])>#=*-]?\s*$", re.IGNORECASE)
"""A mark below a record: `[END OF ARTICLE TEXT]`, `</DOC>`, `# enddoc`."""
NUMBER = regex(r"\s*(?=\S*\d)[\w·.:/_-]{6,60}\s*")
"""A document's number, which archives put last."""


class Entry(NamedTuple):
    """A name as `KEYS` has it, its value, where in the text it ends, and whether the value stands on the lines below."""

    name: str
    value: str
    end: int
    below: bool = False


class Head(NamedTuple):
    """The entries of a head, where it ends, and a line without a name that opens it, empty where none does."""

    entries: tuple[Entry, ...]
    end: int
    opening: str


def split(line: str) -> tuple[str, str]:
    """Return the name and the value of a line of a head; a line without a name has neither."""
    if line.lstrip().startswith("|"):
        cells = [cell.strip(" \t*_`") for cell in line.strip().strip("|").split("|")]
        return (_named(cells[0]), cells[1]) if len(cells) == 2 else ("", "")  # noqa: PLR2004  # a name and its value
    if bracketed := BRACKETED.match(line):
        return _named(bracketed["name"]), bracketed["value"].strip()
    match = LINE.match(bared(line))
    return (_named(match[1]), match[2].strip()) if match else ("", "")


def _named(name: str) -> str:
    """Return a name as `KEYS` has it, in small letters, for one of both genders."""
    low = name.strip(" .?").lower().replace(DOT_ABOVE, "")
    return low if low in KEYS else GENDER.sub("", low)


def bared(line: str) -> str:
    """Return a line of a head without the mark of a list's item or a heading, its name without the marks of bold."""
    return BOLD.sub(r"\1: ", MARKED.sub("", line, count=1), count=1)


def read(source: str) -> Head | None:
    """Return the head without a fence that a text begins with, None where it begins otherwise."""
    lines = [*islice(_lines(source[:MOST_CHARS], 0), LINES)]
    first = next((place for place, (_, line) in enumerate(lines[: OPENING_LINES + 2]) if split(line)[0]), None)
    if first is None:
        return None
    opening = [line.strip() for _, line in lines[:first] if not RULE.fullmatch(line)]
    if len(opening) > OPENING_LINES or any(len(line.split()) > OPENING_WORDS or line.endswith((".", "。")) for line in opening):
        return None
    entries, end = _entries(source, lines[first:])
    known = {entry.name for entry in entries if entry.name in KEYS}
    if len(known) < (FEWEST if entries[:1] and entries[0].name in KEYS else FEWEST_BEHIND):
        return None
    return Head(tuple(entries), end, MARKED.sub("", opening[0]) if len(opening) == 1 else "")


def _lines(source: str, begin: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text from `begin` on that are not blank, each with where it begins."""
    start = begin
    for line in source[begin:].splitlines(keepends=True):
        if line.strip().strip("\ufeff"):
            yield start, line
        start += len(line)


def _entries(source: str, lines: Sequence[tuple[int, str]]) -> tuple[list[Entry], int]:
    """Return the entries of the lines and where the last one ends: up to the story, or to the name of it."""
    found: list[Entry] = []
    end = kept = others = 0
    for start, line in lines:
        name, value = split(line)
        close = start + len(line)
        if not name:
            below = _below(source, found, start, line)
            if below:
                found[-1] = below
                end = below.end if below.name in KEYS else end
            elif not RULE.fullmatch(line):
                break
            continue
        field = KEYS[name][0] if name in KEYS else ""
        if value and (field == BODY or (field == SUMMARY and _tells_all(value, source[close:]))):
            begun = start + line.rindex(value)
            return [*found, Entry(name, "", begun)], begun
        others = 0 if name in KEYS else others + 1
        touches = found and "\n" not in source[found[-1].end : start]
        if others > MOST_OTHERS or (others and len(value.split()) > OTHER_WORDS):
            break
        found.append(Entry(name, value, close))
        if not others or (touches and kept >= FEWEST and len(value.split()) <= TAIL_WORDS):
            end, kept = close, len(found)
        if field == BODY:
            break
    return found[:kept], end


def _below(source: str, found: Sequence[Entry], start: int, line: str) -> Entry | None:
    """Return the last entry with a line below it that is its value, or goes on with it, deeper than the name; None where the line is neither."""
    last = found[-1] if found else None
    if last is None or "\n" in source[last.end : start] or KEYS.get(last.name, ("", ""))[0] == BODY or len(line.split()) > VALUE_WORDS:
        return None
    if last.value and not (last.below and line[:1] in " \t"):
        return None
    joined = f"{last.value}, {line.strip()}" if last.value else line.strip()
    return last._replace(value=joined, end=start + len(line), below=True)


def _tells_all(value: str, rest: str) -> bool:
    """Say whether what a summary says is the story, as there is none but it."""
    return len(value) >= TOLD_CHARS and len(rest.strip()) < len(value)


def tail(source: str, end: int) -> int:
    """Return where the lines below a record's story begin that are none of it, the text's length where there are none.

    They are names with values, marks of the record's end and notes of rights; the first of them is one that is known.
    """
    lines = [*_lines(source, end)]
    begin = len(source)
    for place in range(len(lines) - 1, max(0, len(lines) - TAIL_LINES), -1):
        start, line = lines[place]
        name, value = split(line)
        sure = name in KEYS or ENDED.match(line) is not None or CERTIFIED.search(line) is not None or (len(line.split()) <= RIGHTS_WORDS and RIGHTS.match(line.lstrip()) is not None)
        weak = (name and len(value.split()) <= TAIL_WORDS) or RULE.fullmatch(line) or NUMBER.fullmatch(line) or _is_value(lines, place)
        if not (sure or weak):
            break
        if sure and (not value or len(value.split()) <= VALUE_WORDS):
            begin = start
    return begin


def _is_value(lines: Sequence[tuple[int, str]], place: int) -> bool:
    """Say whether a line stands right below a known name that has no value in its own."""
    above, line = lines[place - 1], lines[place][1]
    name, value = split(above[1])
    return name in KEYS and not value and above[0] + len(above[1]) == lines[place][0] and len(line.split()) <= VALUE_WORDS
