"""Records of newspaper archives that tell their lines by order or by a code, not by names: Factiva's and Europresse's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.dates import find
from cleaner.houses import is_organisation
from cleaner.model import Kind
from cleaner.months import WEEKDAYS, month
from cleaner.name_words import ROLE
from cleaner.names import is_person
from cleaner.regexes import regex

RIGHTS = regex(
    r"copyright|©|\(c\)|rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti|alle rechten", re.IGNORECASE
)
COUNT = regex(r"\d[\d.,  ]* (?:words|wörter|mots|palabras|parole|woorden|palavras|ord|słów)", re.IGNORECASE)
DOCUMENT = regex(r"(?:Document|Dokument|Documento) [A-Z]\w{11,}")
"""Factiva's number of a document, the last line."""
HEAD_LINES = 15
"""Lines from the first in which the head of an ordered record ends."""
FOOT_LINES = 24
"""Lines to the last among which Factiva's number stands: a summary of the search may stand below it."""
FRONT_LINES, PARTED = 25, regex(r"\s+•\s+")
"""Lines from the first among which Europresse's number stands in some records, and what parts a paper from edition, page and words."""
TAIL_LINES = 8
"""Lines to the last among which Europresse's number stands."""
NUMBER = regex(r"news[·.]\d{8}[·.]\w+[·.]\w+")
"""Europresse's number of a document."""
CERTIFIED = regex(r"Certificat émis le|Certificate issued on", re.IGNORECASE)
SOURCED = regex(r"(?:nom de la source|type de source|périodicité|couverture géographique|provenance|source name|source type|periodicity|geographical coverage|origin)(?:\s{2,}|\s*$|\s+\w+,? \d|\s\w+ \d)", re.IGNORECASE)
"""Names in the head of a newer record of Europresse's, each above its value."""
FEWEST_SOURCED, SOURCED_LINES = 3, 20
"""Such names that make a record, and lines from the first among which they stand."""
PAGE = regex(r"p\. ?\w+$")
"""A page of the paper, above the headline."""
PRINTED, DATED_LINES = regex(r"(?:page|p\.)\s*\w{1,4}", re.IGNORECASE), 3
"""The page in a record of Dow Jones's, and how far above its rights the day stands."""
BY = regex(r"(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
INVERTED = regex(r"([^\W\d_][\w'’.-]*(?: [\w'’.-]+)?), ([^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2})")
"""A name with its last part first, as catalogues have it."""
TO_DATE = regex(r"[\s,.;(–-]+(?:(?:vom|du|of|del|van|from|dated)\s*)?$")
"""What stands between a paper and its day."""

OF_ISSUE = regex(
    r"\s*\([^()]*\)[\s.]*$"
    r"|\.\s+(?:[^\W\d_]{3,9}(?:[/-][^\W\d_]{3,9})?\d{4}|(?:spring|summer|autumn|fall|winter)?\s*\d{4}|vol(?:ume)?\b|issue\b|no\.).*$",
    re.IGNORECASE,
)
"""The town in brackets behind a paper's name, or the year, volume and pages of a journal's issue."""

MONTHLY = regex(r"\b(?P<month>[^\W\d_]{3,9})\.?(?:[/-][^\W\d_]{3,9})? ?(?P<year>(?:19|20)\d\d)\b")
"""The month of a magazine's issue; catalogues leave out the space: `Oct2011`, `Nov/Dec2011`."""

_CODES: tuple[tuple[str, str, Kind], ...] = (
    ("SE", "section", "section_label"), ("HD", "headlines", "title"), ("BY", "authors", "byline"), ("CR", "", "byline"),
    ("WC", "", "tools"), ("PD", "date", "date"), ("ET", "", "date"), ("SN", "publisher", "publisher"), ("SC", "", "tools"),
    ("ED", "", "tools"), ("PG", "", "tools"), ("VOL", "", "tools"), ("LA", "", "tools"), ("CY", "", "legal"),
    ("LP", "", "section_label"), ("TD", "", "section_label"), ("ART", "", "caption"), ("CT", "", "contact"), ("RF", "", "tools"),
    ("CO", "", "tags"), ("IN", "", "tags"), ("NS", "", "tags"), ("RE", "", "tags"), ("IPC", "", "tags"), ("IPD", "", "tags"),
    ("PUB", "", "publisher"), ("AN", "", "tools"),
)  # fmt: skip
"""Factiva's codes of what a record has, in their order, with the field that each gives, if any, and the kind of its lines."""
CODES: Mapping[str, tuple[int, str, Kind]] = {code: (place, field, kind) for place, (code, field, kind) in enumerate(_CODES)}
NEEDED = frozenset({"HD", "PD", "SN"})
"""Codes without which there is no record."""
SENTENCE_ENDS = frozenset(".!?…”\"»")
_CODED = regex(rf"({'|'.join(CODES)})(?:[ \t]+(?=\S)|$)")
_BODY = (CODES["LP"][0], CODES["TD"][0])


class Export(NamedTuple):
    """A record: what it says by field, the kind of each line that is not the story, and how much of a line is only its name."""

    fields: Mapping[str, Sequence[str]]
    kinds: Mapping[int, Kind]
    cut: Mapping[int, int]


def read(texts: Sequence[str]) -> Export | None:
    """Return the record that the lines `texts` are, None where they are none."""
    if not texts:
        return None
    if any(text[:2] == "HD" for text in texts[:HEAD_LINES]) and (found := _coded(texts)):
        return found
    number = next((i for i in reversed(range(max(0, len(texts) - FOOT_LINES), len(texts))) if DOCUMENT.fullmatch(texts[i])), None)
    if number is not None and (found := _ordered(texts, number)):
        return found
    ends = (*texts[-TAIL_LINES:], *texts[:FRONT_LINES])
    if (any(map(NUMBER.fullmatch, ends)) or any(map(CERTIFIED.match, ends))) and (found := _certified(texts)):
        return found
    if (printed := _paged(texts)) is not None:
        return printed
    return _counted(texts) if sum(SOURCED.match(text) is not None for text in texts[:SOURCED_LINES]) >= FEWEST_SOURCED else None


def authors(value: str) -> list[str]:
    """Return the names in a record's line of writers, each with its first part first."""
    return [_turned(name.strip()) for name in _unsigned(value).split(";") if name.strip()]


def is_writer(text: str) -> bool:
    """Say whether a line is a writer's name."""
    return is_person(_unsigned(text))


def _unsigned(text: str) -> str:
    """Return a line without the word for "by" before it, which in front of a turned name is the name's own, as in `Von Tamm, Ilse`."""
    begun = BY.match(text)
    return text[begun.end() :] if begun and (begun[0].lower() == "by " or "," not in text) else text


def undated(name: str) -> str:
    """Return a paper's name without the day, the volume or the town, and what is behind it."""
    return before_day(name) or _unissued(name)


def issued(value: str) -> str | None:
    """Return what a line that names the paper says of its day: the line where it gives one, else the month in ISO 8601, None where it gives none."""
    if next(find(value), None):
        return value
    said = ((match["year"], month(match["month"])) for match in MONTHLY.finditer(value))
    return next((f"{year}-{number:02}" for year, number in said if number), None)


def before_day(text: str) -> str:
    """Return the paper's name that stands before a day in one line, empty where none does."""
    day = next(find(text), None)
    before = TO_DATE.sub("", text[: day.start]) if day else ""
    name, _, last = before.rpartition(" ")
    return _unissued(TO_DATE.sub("", name) if last.lower().strip(",") in WEEKDAYS else before)


def _unissued(name: str) -> str:
    named = name.partition(";")[0].rstrip()
    bare = OF_ISSUE.sub("", named) or named
    return f"The {bare.removesuffix(', The')}" if bare.endswith(", The") else bare


def _turned(name: str) -> str:
    """Return a name in the order in which it is said, without a role behind it."""
    role, _, named = name.partition(": ")
    if is_person(named) and not is_person(role):
        return named
    head, _, rest = name.partition(",")
    if is_person(head) and (ROLE.search(rest) or is_organisation(rest) or not rest):
        return head
    match = INVERTED.fullmatch(name)
    return f"{match[2]} {match[1]}" if match else name


def _ordered(texts: Sequence[str], number: int) -> Export | None:
    """Return a record of Factiva's that tells lines by their order: headline, writer, words, day, paper, codes, rights.

    Line `number` has the document's number; below it may stand what was searched for.
    """
    count = next((i for i, text in enumerate(texts[:HEAD_LINES]) if COUNT.fullmatch(text)), None)
    rights = next((i for i, text in enumerate(texts[:HEAD_LINES]) if RIGHTS.search(text)), None)
    if count is None or rights is None or not 0 < count < rights:
        return None
    kinds: dict[int, Kind] = dict.fromkeys(range(count, rights + 1), "tools")
    kinds |= {rights: "legal", count + 1: "date", **dict.fromkeys(range(number, len(texts)), "tools")}
    fields: dict[str, list[str]] = {"date": [texts[count + 1]]}
    paper = next((i for i in range(count + 2, rights) if not texts[i][0].isdigit()), None)
    if paper is not None:
        kinds[paper] = "publisher"
        fields["publisher"] = [texts[paper]]
    above = list(range(count))
    if len(above) > 1 and is_writer(texts[above[-1]]):
        kinds[above[-1]] = "byline"
        fields["authors"] = authors(texts[above.pop()])
    fields["headlines"] = [texts[above[-1]]]
    kinds |= {**dict.fromkeys(above[:-1], "section_label"), above[-1]: "title"}
    if above[:-1]:
        fields["section"] = [texts[above[0]]]
    return Export(fields, kinds, {})


def _certified(texts: Sequence[str]) -> Export | None:
    """Return a record of Europresse's: paper, a line with day and words, headline, writer; rights, certificate and number below."""
    if (sourced := _sourced(texts) or _fronted(texts)) is not None:
        return sourced
    dated = next((i for i, text in enumerate(texts[:HEAD_LINES]) if COUNT.search(text) and next(find(text), None)), None)
    first = _foot(texts)
    if not dated or first is None or not dated + 1 < first:
        return None
    kinds: dict[int, Kind] = {**dict.fromkeys(range(dated), "tools"), 0: "publisher", dated: "date"}
    return _headed(texts, dated + 1, {"publisher": [texts[0]], "date": [texts[dated]]}, kinds | _noted(texts, range(first, len(texts))))


def _headed(texts: Sequence[str], title: int, fields: Mapping[str, Sequence[str]], kinds: Mapping[int, Kind]) -> Export:
    """Return a record with the headline in the line `title`, and the writer if the next line is one."""
    more: dict[str, Sequence[str]] = {"headlines": [texts[title]]}
    lines: dict[int, Kind] = {title: "title"}
    if is_writer(texts[title + 1]):
        lines[title + 1] = "byline"
        more["authors"] = authors(texts[title + 1])
    return Export({**fields, **more}, {**kinds, **lines}, {})


def _noted(texts: Sequence[str], place: range) -> dict[int, Kind]:
    """Return the kinds of an archive's own lines: rights, and the certificate and number beside them."""
    return {i: "legal" if RIGHTS.search(texts[i]) else "tools" for i in place}


def _sourced(texts: Sequence[str]) -> Export | None:
    """Return a record of Europresse's whose head tells the source by names, each above its value; the day stands beside the first name."""
    named = [i for i, text in enumerate(texts[:SOURCED_LINES]) if SOURCED.match(text)]
    day = next(find(texts[named[0]]), None) if len(named) >= FEWEST_SOURCED else None
    foot = _foot(texts)
    if day is None or foot is None:
        return None
    head = named[-1] + 2
    while head < foot and PAGE.match(texts[head]):
        head += 1
    if not head + 1 < foot:
        return None
    kinds: dict[int, Kind] = {**dict.fromkeys(range(head), "tools"), named[0] + 1: "publisher", named[0]: "date"}
    fields = {"publisher": [_undoubled(texts[named[0] + 1])], "date": [texts[named[0]][day.start :]]}
    return _headed(texts, head, fields, kinds | _noted(texts, range(foot, len(texts))))


def _undoubled(line: str) -> str:
    """Return the paper in a line that has it twice, of two columns, before edition, page and words: “Courier de Courier de Brask • p. 5 • 90 mots”."""
    if not PARTED.search(line):
        return line
    name = PARTED.split(line, maxsplit=1)[0]
    words = name.split()
    for at in range(1, 1 + len(words) // 2):
        *whole, broken = words[:at]
        again = words[2 * at - 1]
        if words[at : 2 * at - 1] == whole and (again == broken or (broken.endswith("-") and again.startswith(broken))):
            return " ".join(words[at:])
    return name


def _paged(texts: Sequence[str]) -> Export | None:
    """Return a record of Dow Jones's, whose headline and writer stand above day, paper, page and rights, a line each."""
    rights = next((i for i, text in enumerate(texts[:HEAD_LINES]) if i > DATED_LINES and RIGHTS.search(text) and PRINTED.fullmatch(texts[i - 1])), None)
    if rights is None:
        return None
    day = rights - DATED_LINES
    stamp, foot = next(find(texts[day]), None), _foot(texts, rights + 1)
    if foot is None or stamp is None or stamp.end - stamp.start < len(texts[day]):
        return None
    writer = next((i for i in range(1, day) if BY.match(texts[i]) and is_writer(texts[i])), None)
    title = (day if writer is None else writer) - 1
    kinds: dict[int, Kind] = {**dict.fromkeys(range(rights), "tools"), **_noted(texts, range(foot, len(texts))), title: "title", day: "date"}
    kinds |= {day + 1: "publisher", rights: "legal"}
    fields = {"headlines": [texts[title]], "date": [texts[day]], "publisher": [texts[day + 1]]}
    if writer is None:
        return Export(fields, kinds, {})
    return Export({**fields, "authors": authors(texts[writer])}, {**kinds, **dict.fromkeys(range(writer, day), "byline")}, {})


def _counted(texts: Sequence[str]) -> Export | None:
    """Return a record of Europresse's without its number, whose paper stands before issue, page and words in one line, above the headline."""
    count = next((i for i, text in enumerate(texts[:FRONT_LINES]) if COUNT.search(text) and PARTED.search(text)), None)
    if count is None or count + 3 > len(texts):
        return None
    dated = next((i for i in reversed(range(count)) if next(find(texts[i]), None)), None)
    kinds: dict[int, Kind] = dict.fromkeys(range(count), "tools")
    return _below_count(texts, count, dated, kinds if dated is None else {**kinds, dated: "date"})


def _fronted(texts: Sequence[str]) -> Export | None:
    """Return a record of Europresse's with rights, certificate and number above the story: day, paper with words, headline and writer follow."""
    number = next((i for i, text in enumerate(texts[:FRONT_LINES]) if NUMBER.fullmatch(text)), None)
    count = next((i for i in range(number + 1, min(number + TAIL_LINES, len(texts))) if COUNT.search(texts[i])), None) if number else None
    if number is None or count is None or count + 3 > len(texts):
        return None
    dated = next((i for i in range(number + 1, count + 1) if next(find(texts[i]), None)), None)
    return _below_count(texts, count, dated, _noted(texts, range(count)))


def _below_count(texts: Sequence[str], count: int, dated: int | None, kinds: Mapping[int, Kind]) -> Export:
    """Return a record with paper and words in the line `count`, above the headline, and the day in the line `dated`, if any."""
    fields = {"publisher": [PARTED.split(texts[count], maxsplit=1)[0]], **({"date": [texts[dated]]} if dated is not None else {})}
    return _headed(texts, count + 1, fields, {**kinds, count: "publisher"})


def _foot(texts: Sequence[str], first: int = 0) -> int | None:
    """Return the first line of what an archive writes below a story, from the line `first` on."""
    return next((i for i in range(max(first, len(texts) - TAIL_LINES), len(texts)) if RIGHTS.search(texts[i]) or CERTIFIED.match(texts[i])), None)


def _coded(texts: Sequence[str]) -> Export | None:
    """Return a record of Factiva's whose lines begin with codes, or stand below one."""
    codes = dict(_in_order(texts))
    named = set(codes.values())
    story = [i for i, code in codes.items() if CODES[code][0] in _BODY]
    if not named >= NEEDED or not story:
        return None
    fields: dict[str, list[str]] = {}
    kinds: dict[int, Kind] = {}
    cut: dict[int, int] = {}
    code = ""
    for index, text in enumerate(texts):
        if index in codes:
            code = codes[index]
        place, field, kind = CODES[code] if code else (-1, "", "section_label")
        found = _CODED.match(text) if index in codes else None
        value = text[found.end() :] if found else text
        if place in _BODY:
            if found and value:
                cut[index] = found.end()
            elif found:
                kinds[index] = kind
            continue
        kinds[index] = kind
        if field and value:
            fields.setdefault(field, []).append(value)
    said = {field: [" ".join(values)] for field, values in fields.items()}
    return Export({**said, "authors": authors(said["authors"][0])} if "authors" in said else said, kinds, cut)


def _in_order(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that begin with codes, which come in their order; those behind the story only where no sentence follows."""
    matches = {index: match[1] for index, text in enumerate(texts) if (match := _CODED.match(text))}
    below = {i + 1 for i, code in matches.items() if CODES[code][0] > _BODY[1] and texts[i] == code}
    prose = max((i for i, text in enumerate(texts) if i not in matches and i not in below and text[-1:] in SENTENCE_ENDS), default=-1)
    last = -1
    for index, code in matches.items():
        place = CODES[code][0]
        if place > last and (place <= _BODY[1] or index > prose):
            last = place
            yield index, code
