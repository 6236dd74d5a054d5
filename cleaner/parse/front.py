"""The head that writers and tools put before a text: YAML or TOML front matter, or lines of names and values alone.

Static sites, note programs, trafilatura's Markdown and reader services begin so. What the lines say is taken as the head of
an HTML page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleaner.model import FRONT_MATTER, Block, Kind
from cleaner.parse import text
from cleaner.parse.front_names import BODY, KEYS, SUMMARY
from cleaner.parse.head import declared
from cleaner.urls import host

SOURCE = "front matter"
CREATED = "front matter, created"
"""The source of the day on which a note was made: the story's where nothing else is said, as a rule that of the clipping."""
_RULER = r"\ufeff?(?:\s*[-=_*#~]{3,}[ \t]*\n)?\s*"
"""What may stand before a head: a line that parts it from another text."""
FENCED = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n(?=[^\n]*[:=\[])(?:[^\n]*\n){1,80}?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_NAME = r"[^\W\d_](?:[\w\u0900-\u0963 ()'-]|[.:](?=[a-z])){0,22}"
"""A name: of letters of any script; those of feeds and of HTML's heads have a prefix (`dc:creator`)."""
_OPENING = r"(?:(?:[-*•]|#{1,3})[ \t]+)?(?:\*\*|__)?"
LINES = re.compile(rf"{_RULER}(?P<lines>(?:{_OPENING}{_NAME}(?:\*\*|__)?[ \t]*[:：][^\n]*(?:\n\s*|\Z)){{3,30}})")
"""Names and values without a fence; only what `KEYS` knows counts."""
LINE = re.compile(r"\s*[\"']?([^\W\d_](?:[\w\u0900-\u0963 ()'-]|[.:](?=[a-z])){0,22}?)[\"']?\s*(?:[:=](?:\s+|$)|：\s*|(?<![\x00-\x7f]):)(.*)$")
MARKED = re.compile(r"^\s*(?:[-*•]|#{1,3})[ \t]+")
BOLD = re.compile(r"^\s*(?:\*\*|__)([^*_:：\n]{1,24})(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])")
"""A name in bold, as Markdown writes it, with the colon inside or behind."""
ITEM = re.compile(r"\s*-\s+(.*)$")
BELOW = re.compile(r"[>|][+\-\d]{0,2}$")
"""A value of YAML whose text is in the lines below, to be folded (`>`) or taken line by line."""
PART = re.compile(r"""(?:^|,)\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*)""")
"""A value of a list in brackets: a comma between quotes parts nothing."""
NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]*[/|])?([^\[\]|/#]+)(?:#[^\[\]|]*)?\]\]")
"""A link to another note, as Obsidian writes it: what it shows, or the note's name without its folder."""
NOTED = re.compile(
    r"\ufeff?\s*(?:#[ \t]+(?P<title>[^\n]+)\n\s*)?(?:!\[[^\n]*\]\([^\n]*\)[ \t]*\n\s*)?#{1,3}[ \t]+Metadata[ \t]*\n\s*"
    r"(?P<lines>(?:[ \t]*[-*][ \t]+[^\n]*(?:\n|\Z))+)\s*(?:#{1,3}[ \t]+Full Document[ \t]*(?:\n|\Z))?"
)
"""The head of a note as Readwise writes it: the title, the cover and a list of what is known."""
FEWEST = 3
"""Known lines that make a head without a fence; a title and one of `TELLING` must be among them."""
HOUSES = frozenset({"site_name", "publisher"})
TELLING = HOUSES | {"authors", "date", "created", "canonical"}
MOST_OTHERS = 2
"""Lines with other names that may stand between two with known ones."""
TOLD_CHARS = 120
"""Characters from which a summary may be a story: a short paragraph of a script that writes close."""
DOT_ABOVE = "\u0307"
"""What is left of a Turkish `İ` in small letters."""
MOST_CHARS = 20_000
"""Characters of the longest front matter that is looked for. A bound on time, set by hand."""
FIRST = re.compile(rf"\ufeff?\s*(?:---|\+\+\+)|{_RULER}{_OPENING}{_NAME}(?:\*\*|__)?[ \t]*[:：]")


class Front(NamedTuple):
    """A head: where in the text it ends, what it says by field, and of how many lines it is; 0 where a fence or a heading tells it for sure."""

    end: int
    fields: Mapping[str, Sequence[str]]
    lines: int = 0


def read(source: str) -> Front | None:
    """Return the head that `source` begins with, None where there is none."""
    if (noted := NOTED.match(source, 0, MOST_CHARS)) and (found := _noted(noted)):
        return Front(noted.end(), found)
    if FIRST.match(source) is None:
        return None
    fenced = FENCED.match(source, 0, MOST_CHARS)
    if fenced:
        found = _fields(source[: fenced.end()].splitlines())
        return Front(fenced.end(), found) if found else None
    return _bare(source)


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


def blocks(source: str, front: Front) -> list[Block]:
    """Return a block for each line of the head; none is joined to another."""
    lines = text.lines(source[: front.end])
    return [line._replace(role="preformatted", source=line.source._replace(marks=(FRONT_MATTER,))) for line in lines]


def key_of(line: str) -> str:
    """Return the name of a line of a head, empty where it has none."""
    match = LINE.match(_bared(line))
    return match[1].strip().lower().replace(DOT_ABOVE, "") if match else ""


def value_of(line: str) -> str:
    """Return what stands behind the name of a line of a head."""
    match = LINE.match(_bared(line))
    return match[2].strip() if match else ""


def kind_of(line: str) -> Kind:
    """Return the kind of a line of a head; an address is a tool whatever it is the source of."""
    field, kind = KEYS.get(key_of(line), ("", "tools"))
    return "tools" if field in HOUSES and any(map(host, _values(value_of(line)))) else kind


def _bared(line: str) -> str:
    """Return a line of a head without the mark of a list's item or a heading, its name without the marks of bold."""
    return BOLD.sub(r"\1: ", MARKED.sub("", line, count=1), count=1)


def _noted(match: re.Match[str]) -> dict[str, list[str]]:
    """Return what a note's head says, nothing where too little of it is known."""
    lines = [_bared(line) for line in match["lines"].splitlines()]
    known = [line for line in lines if key_of(line) in KEYS]
    found = _fields([line for line in known if KEYS[key_of(line)][0] != "section"])  # tags, as a rule
    if match["title"]:
        found.setdefault("headlines", [match["title"].strip()])
    return found if len(known) >= FEWEST and "headlines" in found and not TELLING.isdisjoint(found) else {}


def _bare(source: str) -> Front | None:
    """Return a head without a fence: the lines with known names, up to the story or to the name of it."""
    match = LINES.match(source, 0, MOST_CHARS)
    kept, end = list[str](), 0
    for line, start in _known(source, match) if match else ():
        field, value = KEYS[key_of(line)][0], value_of(line)
        end = start + len(line)
        told = field == BODY or (field == SUMMARY and _tells_all(value, source[end:]))
        if told and value:
            end = start + line.rindex(value)
            break
        kept.append(_bared(line).strip())
        if told:
            break
    found = _fields(kept)
    enough = len(kept) >= FEWEST and "headlines" in found and not TELLING.isdisjoint(found)
    return Front(end, found, sum(map(bool, map(str.strip, source[:end].split("\n"))))) if enough else None


def _known(source: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield the lines with known names and where they start, from the first line on; few others stand between two of them."""
    start, others = match.start("lines"), MOST_OTHERS
    for line in source[start : match.end()].splitlines(keepends=True):
        if key_of(line) in KEYS:
            others = 0
            yield line, start
        elif line.strip():
            others += 1
        if others > MOST_OTHERS:
            return
        start += len(line)


def _tells_all(value: str, rest: str) -> bool:
    """Say whether what a summary says is the story, as there is none but it."""
    return len(value) >= TOLD_CHARS and len(rest.strip()) < len(value)


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
        told = value and not BELOW.match(value) and key_of(line) in KEYS
        if match and (not key or indent <= depth or told):
            yield key, value, below
            key, value, depth, below = key_of(line), match[2].strip(), indent, []
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
        if match and key_of(text) == "name":
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
