"""Records of newspaper archives: a story as LexisNexis, Factiva, ProQuest and their like save it as text.

Above and below the story stand lines that say what it is (`LENGTH: 543 words`, `Publication title: …`). What they say is
taken as the head of an HTML page is; the story is what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from cleaner.dates import find
from cleaner.model import Kind
from cleaner.names import ROLE, is_organisation, is_person
from cleaner.parse.head import declared

SOURCE = "export"
_LABELS: tuple[tuple[str, Kind, str], ...] = (
    ("headlines", "title", "title|headline|document title"),
    ("authors", "byline", "byline|by-line|author|authors"),
    ("date", "date", "publication date|publication-date|date|date of publication"),
    ("publisher", "publisher", "publication title|source title|publication|newspaper|source"),
    ("section", "section_label", "section"),
    ("body", "section_label", "body|full text|full-text|text"),
    ("", "date", "load-date|last updated|publication year|year|correction-date"),
    ("", "legal", "copyright"),
    ("", "caption", "graphic"),
    ("", "publisher", "publisher|publisher logo|place of publication|country of publication"),
    ("", "tags", "subject|subjects|geographic|location|people|person|company|company / organization|organization|industry|ticker|"
     "state|city|country|identifier / keyword|publication subject|classification|keywords"),
    ("", "tools", "length|dateline|language|language of publication|publication-type|publication type|document-type|document type|"
     "source type|issn|isbn|eissn|pages|page|volume|issue|edition|series|database|links|document url|proquest document id|"
     "document id|accession number|record number|journal-code|journal code|url|distribution|column|word count|type"),
)  # fmt: skip
LABELS: Mapping[str, tuple[str, Kind]] = {
    name: (field, kind) for field, kind, names in _LABELS for name in names.split("|")
}
"""What the lines of a record begin with -> the field that they give, if any, and their kind."""
SURE = frozenset(
    ["load-date", "publication-type", "publication type", "journal-code", "proquest document id", "document type", "full text",
     "publication title", "source type", "issn", "document url", "accession number", "length", "language of publication"]
)  # fmt: skip
"""Names that stand in records alone."""
FEWEST, FEWEST_SURE = 4, 2
"""Different names that make a record, and those among them that stand nowhere else."""
EDGE = 60
"""Lines at either end of a text in which they are looked for."""
ALONE = frozenset(["body", "full text", "classification"])
"""Names that have a line of their own."""
SHORT_WORDS = 14
"""Words of the longest line without a name, above or below a story, that is the record's."""
LABEL_CHARS = 32
COUNT = re.compile(r"\d[\d,.]* words")
NUMBERED = re.compile(r"\d+ of \d+ documents?|document \d+ of \d+", re.IGNORECASE)
DOCUMENT = re.compile(r"Document [A-Z]\w{11,}")
"""Factiva's number of a document, the last line."""
HEAD_LINES = 15
RIGHTS = re.compile(r"copyright|©|\(c\)|rights reserved", re.IGNORECASE)
EDITION = re.compile(r"\bedition\b|^edición\b|^édition\b", re.IGNORECASE)
INVERTED = re.compile(r"([^\W\d_][\w'’.-]*(?: [\w'’.-]+)?), ([^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2})")
"""A name with its last part first, as catalogues have it."""


class Export(NamedTuple):
    """A record: what it says by field, the kind of each line that is not the story, and how much of a line is only its name."""

    fields: Mapping[str, Sequence[str]]
    kinds: Mapping[int, Kind]
    cut: Mapping[int, int]


def read(texts: Sequence[str]) -> Export | None:
    """Return the record that the lines `texts` are, None where they are none."""
    named = {i: name for i in _edges(len(texts)) if (name := _name(texts[i]))}
    found = set(named.values())
    if len(found) >= FEWEST and len(found & SURE) >= FEWEST_SURE:
        lengths = sum(name == "length" for name in named.values())
        return _labelled(texts, named) if lengths <= 1 else None  # several stories in one file are none of them
    if texts and any(map(DOCUMENT.fullmatch, texts[-3:])):
        return _factiva(texts)
    return None


def facts(found: Export) -> dict[str, Any]:
    """Return what a record says in the form of `head.facts`; the archive carried no other paper's story."""
    said = declared(found.fields, SOURCE)
    return {**said, SOURCE: True, **({"site_name": said["publisher"]} if "publisher" in said else {})}


def _edges(count: int) -> list[int]:
    return list(range(count)) if count <= 2 * EDGE else [*range(EDGE), *range(count - EDGE, count)]


def _name(text: str) -> str:
    """Return the name that a line begins with, empty where it has none; `Body` and its like stand alone too."""
    head, colon, _ = text[:LABEL_CHARS].partition(":")
    name = head.strip().lower()
    return name if name in LABELS and (colon or name in ALONE) else ""


def _value(text: str) -> str:
    return text.partition(":")[2].strip()


def _labelled(texts: Sequence[str], named: Mapping[int, str]) -> Export:
    """Return a record whose lines have names: the story is the longest run of lines that have none."""
    full = [i for i, name in named.items() if LABELS[name][0] == "body"]
    runs = [list(run) for bare, run in groupby(range(len(texts)), lambda i: i not in named or i in full) if bare]
    story = max(runs, key=lambda run: sum(len(texts[i]) for i in run))
    story = [i for i in story if i >= full[-1]] if full and full[-1] in story else story
    fields: dict[str, list[str]] = {}
    kinds: dict[int, Kind] = {}
    cut: dict[int, int] = {}
    for index, name in named.items():
        field, kind = LABELS[name]
        value = _value(texts[index])
        if field == "body" and value:
            cut[index] = texts[index].index(value)
        else:
            kinds[index] = kind
        if field and field != "body" and value:
            fields.setdefault(field, []).extend(_authors(value) if field == "authors" else [value])
    bare = [i for i in range(len(texts)) if i not in named and not story[0] <= i <= story[-1]]
    short = [i for i in bare if len(texts[i].split()) <= SHORT_WORDS]
    kinds |= dict(_unnamed(texts, short))
    _add_head(texts, [i for i in short if i < story[0]], fields, kinds)
    return Export(fields, kinds, cut)


def _unnamed(texts: Sequence[str], lines: Sequence[int]) -> Iterator[tuple[int, Kind]]:
    for index in lines:
        text = texts[index]
        yield index, "legal" if RIGHTS.search(text) else "pagination" if NUMBERED.fullmatch(text) else "tools"


def _add_head(texts: Sequence[str], lines: Sequence[int], fields: dict[str, list[str]], kinds: dict[int, Kind]) -> None:
    """Read the lines above the story that have no name: the paper stands above the date, and what is left is the headline."""
    told = [i for i in lines if kinds[i] == "tools" and not EDITION.search(texts[i])]
    dated = next((at for at, i in enumerate(told) if next(find(texts[i]), None)), None)
    if dated is None:
        return
    kinds[told[dated]] = "date"
    fields.setdefault("date", [texts[told[dated]]])
    rest = told[:dated] + told[dated + 1 :]
    if dated:
        kinds[told[dated - 1]] = "publisher"
        fields.setdefault("publisher", [texts[told[dated - 1]]])
        rest.remove(told[dated - 1])
    if rest and "headlines" not in fields:
        kinds[rest[0]] = "title"
        fields["headlines"] = [texts[rest[0]]]


def _factiva(texts: Sequence[str]) -> Export | None:
    """Return a record of Factiva's, which tells lines by their order: headline, writer, words, day, paper, codes, rights."""
    count = next((i for i, text in enumerate(texts[:HEAD_LINES]) if COUNT.fullmatch(text)), None)
    rights = next((i for i, text in enumerate(texts[:HEAD_LINES]) if RIGHTS.search(text)), None)
    if count is None or rights is None or not 0 < count < rights:
        return None
    kinds: dict[int, Kind] = dict.fromkeys(range(count, rights + 1), "tools")
    kinds |= {rights: "legal", len(texts) - 1: "tools", count + 1: "date"}
    fields: dict[str, list[str]] = {"date": [texts[count + 1]]}
    paper = next((i for i in range(count + 2, rights) if not texts[i][0].isdigit()), None)
    if paper is not None:
        kinds[paper] = "publisher"
        fields["publisher"] = [texts[paper]]
    above = list(range(count))
    if len(above) > 1 and is_person(texts[above[-1]].removeprefix("By ")):
        kinds[above[-1]] = "byline"
        fields["authors"] = [texts[above.pop()]]
    fields["headlines"] = [texts[above[-1]]]
    kinds |= {**dict.fromkeys(above[:-1], "section_label"), above[-1]: "title"}
    if above[:-1]:
        fields["section"] = [texts[above[0]]]
    return Export(fields, kinds, {})


def _authors(value: str) -> list[str]:
    """Return the names in a record's line of writers, each with its first part first."""
    return [_turned(name.strip()) for name in value.removeprefix("By ").split(";") if name.strip()]


def _turned(name: str) -> str:
    """Return a name in the order in which it is said, without a role behind it."""
    head, _, rest = name.partition(",")
    if is_person(head) and (ROLE.search(rest) or is_organisation(rest) or not rest):
        return head
    match = INVERTED.fullmatch(name)
    return f"{match[2]} {match[1]}" if match else name
