"""The head that writers and tools put before a text: YAML or TOML front matter, or lines of names and values alone.

Static sites, note programs, trafilatura's Markdown and reader services begin so. What the lines say is taken as the head of
an HTML page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleaner.model import Block, Kind
from cleaner.parse import text
from cleaner.parse.head import declared

SOURCE = "front matter"
MARK = "front_matter"
"""The mark of a block that is a line of the head."""
_KEYS: tuple[tuple[str, Kind, str], ...] = (
    ("headlines", "title", "title|headline"),
    ("authors", "byline", "author|authors|byline|by|creator"),
    ("date", "date", "date|published|publishdate|pubdate|published_at|published time|published_time|created|date_published|"
     "publish_date|publication_date"),
    ("date_modified", "date", "modified|updated|lastmod|last_modified|date_modified|updated_at"),
    ("site_name", "publisher", "sitename|site_name|site|publication|publisher|source|outlet"),
    ("section", "section_label", "section|category"),
    ("canonical", "tools", "url|link|canonical|url source|source_url|permalink|canonical_url"),
    ("", "tags", "tags|categories|keywords|topics"),
    ("", "tools", "hostname|host|domain|description|excerpt|summary|id|fingerprint|license|language|lang|image|layout|slug|draft|"
     "type|comments|warning|words|word_count|scraped|fetched|accessed|retrieved|filedate|aliases|cssclass|status"),
    ("", "section_label", "markdown content|content|text|body"),
)  # fmt: skip
KEYS: Mapping[str, tuple[str, Kind]] = {key: (field, kind) for field, kind, keys in _KEYS for key in keys.split("|")}
"""What a line of the head is named -> the field that it gives, if any, and its kind."""
FENCED = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n(?=[^\n]*[:=\[])(?:[^\n]*\n){1,80}?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)")
LINES = re.compile(r"\ufeff?\s*(?:[A-Za-z][\w ]{1,20}:[^\n]*(?:\n\s*|\Z)){3,30}")
"""Names and values without a fence; only what `KEYS` knows counts."""
LINE = re.compile(r"\s*[\"']?([A-Za-z][\w -]{1,20}?)[\"']?\s*[:=](?:\s+|$)(.*)$")
ITEM = re.compile(r"\s*-\s+(.*)$")
FEWEST = 3
"""Known lines that make a head without a fence; a title and one of `TELLING` must be among them."""
TELLING = frozenset({"authors", "date", "canonical", "site_name"})
MOST_CHARS = 20_000
FIRST = re.compile(r"\ufeff?\s*(?:---|\+\+\+|[A-Za-z][\w ]{1,20}:)")


class Front(NamedTuple):
    """A head: where in the text it ends, and what it says by field."""

    end: int
    fields: Mapping[str, Sequence[str]]


def read(source: str) -> Front | None:
    """Return the head that `source` begins with, None where there is none."""
    if FIRST.match(source) is None:
        return None
    fenced = FENCED.match(source, 0, MOST_CHARS)
    if fenced:
        found = _fields(source[: fenced.end()].splitlines())
        return Front(fenced.end(), found) if found else None
    return _bare(source)


def facts(front: Front) -> dict[str, Any]:
    """Return what a head says in the form of `head.facts`."""
    return declared(front.fields, SOURCE)


def blocks(source: str, front: Front) -> list[Block]:
    """Return a block for each line of the head; none is joined to another."""
    lines = text.lines(source[: front.end])
    return [line._replace(role="preformatted", source=line.source._replace(marks=(MARK,))) for line in lines]


def key_of(line: str) -> str:
    """Return the name of a line of a head, empty where it has none."""
    match = LINE.match(line)
    return match[1].strip().lower() if match else ""


def _bare(source: str) -> Front | None:
    """Return a head without a fence: known lines up to the first blank line or unknown one behind them."""
    match = LINES.match(source, 0, MOST_CHARS)
    end, kept = 0, list[str]()
    for line in match[0].splitlines(keepends=True) if match else ():
        if line.strip() and key_of(line) not in KEYS:
            break
        end += len(line)
        kept += [line.rstrip()] if line.strip() else []
    found = _fields(kept)
    enough = len(kept) >= FEWEST and "headlines" in found and not TELLING.isdisjoint(found)
    return Front(end, found) if enough else None


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the values of the fields, those of lists too."""
    found: dict[str, list[str]] = {}
    field = ""
    for line in lines:
        match, item = LINE.match(line), ITEM.match(line)
        if match and not item:
            field, _ = KEYS.get(match[1].strip().lower(), ("", ""))
            values = list(_values(match[2]))
        else:
            values = list(_values(item[1])) if item else []
        if field and values:
            found.setdefault(field, []).extend(values)
    return found


def _values(text: str) -> Iterator[str]:
    """Yield the values of a line: one, quoted or not, or those of a list in brackets."""
    inner = text.strip()
    parts = inner[1:-1].split(",") if inner[:1] == "[" and inner[-1:] == "]" else [inner]
    for part in parts:
        value = part.strip().strip("\"'").strip()
        if value and value.lower() not in ("null", "none", "~"):
            yield value
