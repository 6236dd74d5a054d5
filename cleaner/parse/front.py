"""The head that writers and tools put before a text: YAML or TOML front matter, or lines of names and values alone.

Static sites, note programs, trafilatura's Markdown and reader services begin so. What the lines say is taken as the head of
an HTML page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleaner.houses import is_paper
from cleaner.model import FRONT_MATTER, Block, Kind
from cleaner.parse import archives, record_heads, text
from cleaner.parse.front_names import BODY, KEYS, SUMMARY
from cleaner.parse.head import declared
from cleaner.parse.record_heads import FEWEST, LINE, MOST_CHARS, bared, split
from cleaner.regexes import regex
from cleaner.tokens import squeezed
from cleaner.urls import host

SOURCE = "front matter"
CREATED = "front matter, created"
"""The source of the day on which a note was made: the story's where nothing else is said, as a rule that of the clipping."""
FENCED = regex(r"\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n(?=[^\n]*[:=\[])(?:[^\n]*\n){1,80}?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)")
ITEM = regex(r"\s*-\s+(.*)$")
BELOW = regex(r"[>|][+\-\d]{0,2}$")
"""A value of YAML whose text is in the lines below, to be folded (`>`) or taken line by line."""
PART = regex(r"""(?:^|,)\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*)""")
"""A value of a list in brackets: a comma between quotes parts nothing."""
NOTE_LINK = regex(r"\[\[(?:[^\[\]|]*[/|])?([^\[\]|/#]+)(?:#[^\[\]|]*)?\]\]")
"""A link to another note, as Obsidian writes it: what it shows, or the note's name without its folder."""
NOTED = regex(
    r"\ufeff?\s*(?:#[ \t]+(?P<title>[^\n]+)\n\s*)?(?:!\[[^\n]*\]\([^\n]*\)[ \t]*\n\s*)?#{1,3}[ \t]+Metadata[ \t]*\n\s*"
    r"(?P<lines>(?:[ \t]*[-*][ \t]+[^\n]*(?:\n|\Z))+)\s*(?:#{1,3}[ \t]+Full Document[ \t]*(?:\n|\Z))?"
)
"""The head of a note as Readwise writes it: the title, the cover and a list of what is known."""
HOUSES = frozenset({"site_name", "publisher"})
TELLING = HOUSES | {"authors", "date", "created", "canonical"}
EDITION = regex(r"\s*\([^()]*(?:\d{4}|:)[^()]*\)$|[\s\u3000]+(?:朝刊|夕刊|日刊|\S{1,6}版)$")
"""What catalogues put behind the name of a paper."""
SUFFIX, TITLE_SPACES = regex(r"(?P<title>.{10,}\S)\s+[-–—|]\s+(?P<house>[^-–—|]{3,60})"), 2
"""A headline with the name of the paper behind it, and spaces from which a line above the names may be one."""


class Front(NamedTuple):
    """A head: where in the text it ends, what it says by field, and without a fence, how many names it has and where the record's last lines begin."""

    end: int
    fields: Mapping[str, Sequence[str]]
    names: int = 0
    tail: int = 0


def read(source: str) -> Front | None:
    """Return the head that `source` begins with, None where there is none."""
    if (noted := NOTED.match(source, 0, MOST_CHARS)) and (found := _noted(noted)):
        return Front(noted.end(), found)
    fenced = FENCED.match(source, 0, MOST_CHARS)
    if fenced and (found := _fields(source[: fenced.end()].splitlines())):
        return Front(fenced.end(), found)
    return _bare(source) if fenced is None else None


def facts(front: Front) -> dict[str, Any]:
    """Return what a head says in the form of `head.facts`; the paper that it names is where the story was found, if it names no site."""
    fields = {name: values for name, values in front.fields.items() if name != "created"}
    if "publisher" in fields:
        fields.setdefault("site_name", fields["publisher"])
    if "date" in fields or "created" not in front.fields:
        return declared(fields, SOURCE)
    said = declared({"date": front.fields["created"]}, CREATED)["said"]
    told = declared(fields, SOURCE)
    return {**told, "said": {**told["said"], **said}}


def blocks(source: str, front: Front) -> tuple[list[Block], list[Block]]:
    """Return a block for each line of the head, and of the record's last lines; none is joined to another."""
    below = text.lines(" " * (front.tail - 1) + "\n" + source[front.tail :]) if front.tail else []
    return [*map(_marked, text.lines(source[: front.end]))], [*map(_marked, below)]


def _marked(line: Block) -> Block:
    return line._replace(role="preformatted", source=line.source._replace(marks=(FRONT_MATTER,)))


def kinds(lines: Sequence[str]) -> list[Kind]:
    """Return the kinds of the lines of a head; an address is a tool whatever it is the source of, and a value below its name is of the name's kind."""
    found: list[Kind] = []
    asked: Kind = "tools"
    for line in lines:
        name, value = split(line)
        field, kind = KEYS.get(name, ("", "tools"))
        kind = "tools" if field in HOUSES and any(map(host, _values(value))) else kind
        found.append(kind if name else asked)
        asked = kind if name and not value and field != BODY else "tools"
    return found


def _noted(match: re.Match[str]) -> dict[str, list[str]]:
    """Return what a note's head says, nothing where too little of it is known."""
    lines = [bared(line) for line in match["lines"].splitlines()]
    known = [line for line in lines if split(line)[0] in KEYS]
    found = _fields([line for line in known if KEYS[split(line)[0]][0] != "section"])  # tags, as a rule
    if match["title"]:
        found.setdefault("headlines", [match["title"].strip()])
    return found if len(known) >= FEWEST and "headlines" in found and not TELLING.isdisjoint(found) else {}


def _bare(source: str) -> Front | None:
    """Return a head without a fence, with what the record's last lines say."""
    head = record_heads.read(source)
    if head is None:
        return None
    end = record_heads.tail(source, head.end)
    below = [(name, value) for name, value in map(split, source[end:].splitlines()) if name in KEYS]
    found = _fields([f"{name}: {value}" for name, value in (*(entry[:2] for entry in head.entries), *below)])
    known = sum(entry.name in KEYS for entry in head.entries)
    if "headlines" not in found and head.opening and head.opening.count(" ") >= TITLE_SPACES:
        found["headlines"] = [head.opening]
    told = len(TELLING.intersection(found))
    enough = told and ("headlines" in found or known >= record_heads.FEWEST_UNTITLED + (told == 1))
    found |= {"publisher": [_housed(name) for name in found["publisher"]]} if "publisher" in found else {}
    return Front(head.end, _parted(found), len(head.entries) + len(below), end if end < len(source) else 0) if enough else None


def _housed(name: str) -> str:
    """Return a paper's name without the town, the years or the edition behind it."""
    return EDITION.sub("", archives.undated(name)).strip() or name


def _is_of(house: str, addresses: Sequence[str]) -> bool:
    """Say whether the first and the last word of a house's name stand in the host of an address."""
    parts = [squeezed(part) for part in house.split()]
    return any(parts[0] in named and parts[-1] in named for named in map(host, addresses))


def _parted(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the fields with the paper's name taken off the headline's end."""
    for place, title in enumerate(found.get("headlines", ())):
        cut = SUFFIX.fullmatch(title)
        known = (*found.get("publisher", ()), *found.get("site_name", ()))
        if cut and (is_paper(cut["house"]) or cut["house"] in known or _is_of(cut["house"], found.get("canonical", ()))):
            found["headlines"][place] = cut["title"]
            found.setdefault("publisher", [cut["house"]])
    return found


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the values of the fields, those of lists too."""
    found: dict[str, list[str]] = {}
    for key, value, below in _entries(lines):
        field, _ = KEYS.get(key, ("", ""))
        for one in _values_of(value, below, lined=field == "authors") if field not in ("", BODY, SUMMARY) else ():
            # Clippers call the address that they took a page from its source.
            found.setdefault("canonical" if field in HOUSES and host(one) else field, []).append(one)
    return found


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each key with its value and the lines below that are part of it: items, deeper ones and a list's closing bracket."""
    key, value, depth, below = "", "", 0, list[str]()
    for line in lines:
        match, indent = LINE.match(line), len(line) - len(line.lstrip())
        # Within a text that goes on a key means nothing, but some heads are indented anyhow.
        told = value and not BELOW.match(value) and split(line)[0] in KEYS
        if match and (not key or indent <= depth or told):
            yield key, value, below
            key, value, depth, below = split(line)[0], match[2].strip(), indent, []
        elif ITEM.match(line) or indent > depth or line.lstrip()[:1] in ("", "#", "]"):
            below += [line] if BELOW.match(value) or line.lstrip()[:1] not in ("", "#") else []
        else:
            yield key, value, below
            key, value, below = "", "", []
    yield key, value, below


def _values_of(value: str, below: Sequence[str], *, lined: bool) -> Iterator[str]:
    """Yield what a key says, on its line and `below`; with `lined` each line of a text taken line by line is a value."""
    texts = [line.strip() for line in below if line.strip()]
    if BELOW.match(value):
        yield from texts if lined and value[0] == "|" else filter(None, [" ".join(texts)])
    elif below and (ITEM.match(below[0]) or (not value and LINE.match(below[0]))):
        yield from _values(value)
        yield from _listed(below)
    else:
        yield from _values(" ".join((value, *texts)))


def _listed(lines: Sequence[str]) -> Iterator[str]:
    """Yield the values of a list's items; of things with keys of their own their names, and nothing of what is inside them."""
    level = None
    for line in lines:
        item = ITEM.match(line)
        text = item[1] if item else line.strip()
        column = len(line.rstrip()) - len(text.rstrip())
        level = column if level is None else level
        match = LINE.match(text)
        if column > level:
            continue
        if match and split(text)[0] == "name":
            yield from _values(match[2])
        elif item and not match:
            yield from _values(text)


def _values(text: str) -> Iterator[str]:
    """Yield the values of a line: one, quoted or not, or those of a list in brackets."""
    inner = NOTE_LINK.sub(r"\1", text).strip()
    for part in PART.findall(inner[1:-1]) if inner[:1] == "[" and inner[-1:] == "]" else [inner]:
        value = part.strip()
        if value[:1] in ("'", '"') and value[-1:] == value[:1]:
            value = value[1:-1].replace("\\\"" if value[0] == '"' else "''", value[0]).strip()
        if value and value.lower() not in ("null", "none", "~"):
            yield value
