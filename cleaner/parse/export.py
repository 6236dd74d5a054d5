"""Records of newspaper archives: a story as LexisNexis, Factiva, ProQuest and their like save it as text.

Above and below the story stand lines that say what it is (`LENGTH: 543 words`, `Publication title: …`). What they say is
taken as the head of an HTML page is; the story is what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from cleaner.dates import find
from cleaner.houses import is_paper
from cleaner.model import Kind
from cleaner.parse import archives
from cleaner.parse.archives import RIGHTS, Export
from cleaner.parse.head import declared
from cleaner.regexes import regex
from cleaner.tokens import squeezed

SOURCE = "export"
_LABELS: tuple[tuple[str, Kind, str], ...] = (
    ("headlines", "title", "title|headline|document title|article title|article name|item|titel|überschrift|titre|título|titular|titolo"),
    ("authors", "byline", "byline|by-line|author/byline|author|authors|author/s|author(s)|creator|dc:creator|autor|autoren|autor/en|autor(en)|verfasser|auteur|"
     "auteurs|auteur(s)|autores|autore|autori"),
    ("date", "date", "publication date|publication-date|date|date of publication|pubdate|datum|erscheinungsdatum|date de publication|fecha|"
     "fecha de publicación|data|data de publicação|data di pubblicazione"),
    ("publisher", "publisher", "publication title|source title|publication|publication name|publication information|newspaper|paper|journal title|source|from|"
     "quelle|zeitung|titre de la publication|fuente|título de publicación|fonte|testata|bron"),
    ("section", "section_label", "section|rubrik|ressort|rubrique|sección|seção|sezione"),
    ("body", "section_label", "body|full text|full-text|article text|text|volltext|texte|texte intégral|texto completo|testo completo|volledige tekst"),
    ("", "date", "load-date|last updated|publication year|year|correction-date|update|ladedatum|date-chargement|date de chargement|"
     "dernière mise à jour|fecha de carga"),
    ("", "legal", "copyright|alle rechte vorbehalten|droits d'auteur|derechos de autor"),
    ("", "caption", "graphic|grafik|illustration|illustration(s)|graphique|caption|captions|bildunterschrift|photo caption|graph|photo (color)|gráfico"),
    ("", "publisher", "publisher|publisher logo|place of publication|country of publication|verlag|éditeur|editorial"),
    ("", "tags", "subject|subjects|subject terms|geographic|geographic terms|location|people|person|company|company terms|company / organization|organization|"
     "industry|ticker|state|city|country|identifier / keyword|publication subject|classification|keywords|keyword|category|categories|named persons|index terms|"
     "schlagwörter|schlagwort|personen|firmen|branche|sujet|sujets|mots-clés|personnes|secteur|materia|palabras clave|palavras-chave|parole chiave"),
    ("", "tools", "length|dateline|language|language of publication|publication-type|publication type|document-type|document type|"
     "source type|issn|isbn|eissn|pages|page|volume|issue|edition|series|database|links|document url|proquest document id|"
     "start page|end page|lexile measure|"
     "document id|accession number|record|record number|journal-code|journal code|url|distribution|column|word count|full text word count|type|highlight|"
     "abstract|memo|länge|sprache|seite|ausgabe|dokumentnummer|dokumentnr.|dokument-id|dokumenttyp|publikationstyp|dauerhafte adresse des dokuments|"
     "longueur|langue|édition|type-publication|type de publication|type de document|numéro de document|longitud|idioma|página|edición|"
     "tipo de documento|tipo de publicación|número de documento|gale document number|source citation|link|guid|comments|slash:comments|"
     "user name|date and time|job number|client/matter|search terms|search type|narrowed by|content type|outlet|media outlet|region|market|frequency|asr|words|"
     "tone|brief|summary|jahrgang|nummer|wörter|zeichen|keyword hits|client|circulation|readership|reach|size|ave|sentiment|auflage|reichweite|gattung|medium|readability|citation"),
)  # fmt: skip
LABELS: Mapping[str, tuple[str, Kind]] = {
    name: (field, kind) for field, kind, names in _LABELS for name in names.split("|")
}
"""What the lines of a record begin with -> the field that they give, if any, and their kind: archives', catalogues', feeds' and clipping services' names."""
SURE = frozenset(
    ["load-date", "publication-type", "publication type", "journal-code", "proquest document id", "document type", "full text",
     "publication title", "source type", "issn", "document url", "accession number", "length", "language of publication", "länge",
     "ladedatum", "publikationstyp", "dokumentnummer", "dokumentnr.", "dauerhafte adresse des dokuments", "longueur", "date-chargement",
     "type-publication", "titre de la publication", "texte intégral", "numéro de document", "record number", "paper", "subject terms",
     "full text word count", "publication information", "gale document number", "source citation", "guid", "pubdate", "dc:creator",
     "slash:comments", "ave", "circulation", "readership", "autor/en", "ressort", "ausgabe", "texto completo", "fecha de carga",
     "tipo de documento", "tipo de publicación", "número de documento", "título de publicación", "longitud", "auflage", "reichweite", "gattung", "index terms", "author/byline", "readability", "job number", "search terms",
     "search type", "asr", "article text", "article name", "start page", "end page", "lexile measure"]
)  # fmt: skip
"""Names that stand in records alone."""
FEWEST, FEWEST_SURE = 4, 2
"""Different names that make a record, and those among them that stand nowhere else."""
EDGE = 60
"""Lines at either end of a text in which they are looked for."""
ALONE = frozenset(["body", "article text", "narrowed by", "source citation", "citation", "full text", "graphic", "classification", "volltext", "texte intégral", "texto completo"])
"""Names that have a line of their own."""
SHORT_WORDS = 14
"""Words of the longest line without a name, below a story, that is the record's."""
PAPER_WORDS = 8
"""Words of the longest name of a paper that stands before the day in one line."""
HEADLINE_WORDS = 20
"""Words of the longest headline that no line names, above the names or first below them."""
HEAD_LINES = 4
"""Lines of the story among which the headline may stand again."""
LENGTHS = frozenset(["length", "länge", "longueur"])
"""Names of which one story has one."""
LABEL_CHARS = 40
"""Characters within which the name before a line's colon ends; all of `LABELS` are shorter. A bound on time."""
BOX, BOX_PART = regex(r"RELATED ARTICLE:?\s"), 1 / 3
"""What Gale writes above a box that it prints below a story, and the share of the story that boxes have at most."""
SERVICE = regex(r"press\s?reader(?:\.com)?\b.{0,40}|(?:\W*original copy)+\W*|copyright and protected by applicable law\W*", re.IGNORECASE)
"""What PressReader writes below a story, above the names."""
PULLED = regex(r"\W*(\S.{20,}[.!?…])[\"”’»]*\s+[^\W\d_][^.!?]{3,60}")
"""A quote, and behind it a name and what the speaker is."""
VALUED = regex(r"[^\W\d_][^:]{1,24}:\s\S")
"""A name and its value."""
END = "End of Document"
"""LexisNexis' last line of a story."""
NUMBERED = regex(r"\d+ (?:of|von|de|sur) \d+ (?:documents?|dokumente?n?)|(?:do[ck]ument|page|seite) \d+ (?:of|von|sur|de) \d+", re.IGNORECASE)
CITATION = regex(
    r"(?:(?P<who>[^.;\[\]]{2,60}(?:\. ?[A-Z]\b[^.;\[\]]{0,20})*)\.\s+)?(?P<paper>[^;\[\]]{2,80});\s[^;\[\]]{2,40}\[[^\]]{2,40}\][.,]?\s*"
    r"(?P<day>\d{1,2} [^\W\d_]{3,9}\.? \d{4})(?::\s*[\w., -]{1,20})?\.?$"
)
"""`Harrow, Nell. The Brask Courier; Brask [Brask]04 May 2026: A.3.`"""
FOUND = regex(r"documents? \(\d+\)|\d+\. .*", re.IGNORECASE)
"""A line of the list of what was found, above a story."""
OF_EDITION = regex(r":?\s*\[[^\[\]]*\bedition\s*\]$", re.IGNORECASE)
EDITION = regex(r"\bedition\b|^edición\b|^édition\b|ausgabe$", re.IGNORECASE)


def read(texts: Sequence[str]) -> Export | None:
    """Return the record that the lines `texts` are, None where they are none."""
    named = {i: name for i in _edges(len(texts)) if (name := _name(texts[i]))}
    found = set(named.values())
    if len(found) >= FEWEST and len(found & SURE) >= FEWEST_SURE:
        lengths = sum(name in LENGTHS for name in named.values())
        return _labelled(texts, named) if lengths <= 1 else None  # several stories in one file are none of them
    return archives.read(texts)


def facts(found: Export) -> dict[str, Any]:
    """Return what a record says in the form of `head.facts`; the archive carried no other paper's story."""
    said = declared(found.fields, SOURCE)
    return {**said, SOURCE: True, **({"site_name": said["publisher"]} if "publisher" in said else {})}


def _edges(count: int) -> list[int]:
    return list(range(count)) if count <= 2 * EDGE else [*range(EDGE), *range(count - EDGE, count)]


def _name(text: str) -> str:
    """Return the name that a line begins with, empty where it has none; `Body` and its like stand alone too."""
    head, colon, _ = text[:LABEL_CHARS].partition(":")
    name = head.strip().lower() if colon else head.partition("(")[0].strip().lower()
    return name if name in LABELS and (colon or name in ALONE) else ""


def _value(text: str) -> str:
    return text.partition(":")[2].strip()


def _labelled(texts: Sequence[str], named: Mapping[int, str]) -> Export | None:
    """Return a record whose lines have names: the story is the longest run of lines that have none; None where all have one."""
    full = [i for i, name in named.items() if LABELS[name][0] == "body"]
    runs = [list(run) for bare, run in groupby(range(len(texts)), lambda i: i not in named or i in full) if bare]
    if not runs:
        return None
    longest = max(runs, key=lambda run: sum(len(texts[i]) for i in run))
    story = _inner(texts, [i for i in longest if i >= full[-1]] if full and full[-1] in longest else longest, named)
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
        if field and field != "body" and value and (said := _read(field, value)):
            fields.setdefault(field, []).extend(said)
        if field == "publisher" and "date" not in fields and (day := archives.issued(value)):
            fields["date"] = [day]
    bare = [i for i in range(len(texts)) if i not in named and not story[0] <= i <= story[-1]]
    short = [i for i in bare if _is_short(texts[i], i < story[0]) or (i - 1 in kinds and not _value(texts[i - 1]))]
    _add_writers(texts, short, fields, kinds)
    kinds |= dict(_unnamed(texts, [i for i in short if i not in kinds], kinds))
    _add_head(texts, [i for i in short if i < story[0]], fields, kinds)
    _add_headline(texts, story, fields, kinds)
    return Export(fields, {**kinds, **dict.fromkeys(_boxed(texts, story), "related"), **dict.fromkeys(_pulled(texts, story), "duplicate")}, cut)


def _inner(texts: Sequence[str], story: Sequence[int], named: Mapping[int, str]) -> Sequence[int]:
    """Return the lines of a story without the rights and what a service writes below it, and from the headline on that a name gives, below short lines."""
    while len(story) > 1 and (SERVICE.fullmatch(texts[story[-1]]) or (RIGHTS.match(texts[story[-1]]) and _is_short(texts[story[-1]], above=False))):
        story = story[:-1]
    said = {_bare(_value(texts[i])) for i, name in named.items() if LABELS[name][0] == "headlines"}
    first = next((at for at, i in enumerate(story[:HEAD_LINES]) if _bare(texts[i]) in said), 0)
    return story[first:] if all(_is_short(texts[i], above=True) and texts[i][-1:] not in archives.SENTENCE_ENDS for i in story[:first]) else story


def _pulled(texts: Sequence[str], story: Sequence[int]) -> Sequence[int]:
    """Return the last line of a story if it is a quote that the story has, and behind it whose it is."""
    *above, last = story
    match = PULLED.fullmatch(texts[last])
    return [last] if match and squeezed(match[1]) in squeezed(" ".join(texts[i] for i in above)) else []


def _boxed(texts: Sequence[str], story: Sequence[int]) -> Sequence[int]:
    """Return the lines of the boxes below a story, which are stories of their own; none where they would be most of it."""
    first = next((at for at, i in enumerate(story) if BOX.match(texts[i])), len(story))
    chars = [len(texts[i]) for i in story]
    return story[first:] if sum(chars[first:]) <= BOX_PART * sum(chars) else []


def _is_short(text: str, above: bool) -> bool:
    return len(text.split()) <= (HEADLINE_WORDS if above else SHORT_WORDS)


def _read(field: str, value: str) -> list[str]:
    """Return what the value of a line tells of its field."""
    if field == "authors":
        return archives.authors(value)
    return [value] if field != "publisher" else [archives.undated(value)] if "@" not in value else []


def _add_writers(texts: Sequence[str], lines: Sequence[int], fields: dict[str, list[str]], kinds: dict[int, Kind]) -> None:
    """Read the further writers that stand below the first, a line each, with the last part of the name first, as his."""
    for index in lines:
        above = _value(texts[index - 1]) or texts[index - 1]
        if kinds.get(index - 1) == "byline" and archives.INVERTED.fullmatch(above) and archives.INVERTED.fullmatch(texts[index]):
            kinds[index] = "byline"
            fields["authors"] += archives.authors(texts[index])


def _add_headline(texts: Sequence[str], story: Sequence[int], fields: dict[str, list[str]], kinds: dict[int, Kind]) -> None:
    """Read the headline that no line names off the story's first line, or the last above the names, and label the lines that repeat it."""
    above = [texts[i] for i, kind in kinds.items() if kind == "tools" and i < story[0] and not (_name(texts[i]) or _is_valued(texts, i))]
    first = [] if _name(texts[story[0]]) else [texts[story[0]]]  # the name of the story is no headline
    ended = archives.SENTENCE_ENDS
    told = [text for text in (*first, *reversed(above)) if text[-1:] not in ended and not archives.BY.match(text) and not archives.before_day(text)]
    if "headlines" not in fields and told and len(told[0].split()) <= HEADLINE_WORDS:
        fields["headlines"] = told[:1]
    said = {_bare(title) for title in fields.get("headlines", ())}
    for index in range(min(story[0] + HEAD_LINES, len(texts))):
        if _bare(texts[index]) in said:
            kinds[index] = "title"
            fields["headlines"] = [texts[index]]


def _is_valued(texts: Sequence[str], index: int) -> bool:
    """Say whether a line is a name that is not known and its value: between two whose names are known."""
    unknown = VALUED.match(texts[index]) is not None and 0 < index < len(texts) - 1
    return unknown and bool(_name(texts[index - 1]) and _name(texts[index + 1]))


def _bare(title: str) -> str:
    return title.strip(" .").casefold()


def _unnamed(texts: Sequence[str], lines: Sequence[int], named: Mapping[int, Kind]) -> Iterator[tuple[int, Kind]]:
    """Yield what `lines` without a name are; one below a picture's is of the picture too."""
    for index in lines:
        text = texts[index]
        if RIGHTS.search(text) and not SERVICE.fullmatch(text):
            yield index, "legal"
        elif NUMBERED.fullmatch(text):
            yield index, "pagination"
        else:
            below = named.get(index - 1) == "caption" and not archives.BY.match(text)
            yield index, "caption" if below else "tools"


def _add_head(texts: Sequence[str], lines: Sequence[int], fields: dict[str, list[str]], kinds: dict[int, Kind]) -> None:
    """Read the lines above the story that have no name: the paper stands above the date, and what is left is the headline."""
    for above, index in pairwise(lines):
        if found := CITATION.match(texts[index]):
            kinds |= {above: "title", index: "byline" if found["who"] else "publisher"}
            _add_cited(found, texts[above], fields)
            return
    dates = {i for i in lines if next(find(texts[i]), None)}
    told = [i for i in lines if kinds[i] == "tools" and (i in dates or not (EDITION.search(texts[i]) or _is_valued(texts, i)))]
    dated = max((at for at, i in enumerate(told) if i in dates), default=None)
    if dated is None or "date" in fields:
        _add_paper(texts, lines, fields, kinds)
        return
    kinds[told[dated]] = "date"
    fields.setdefault("date", [texts[told[dated]]])
    rest = [i for i in told[:dated] if not FOUND.fullmatch(texts[i])] + told[dated + 1 :]
    if (paper := archives.before_day(texts[told[dated]])) and len(paper.split()) <= PAPER_WORDS:
        fields.setdefault("publisher", [paper])
        rest = rest[max(0, dated - 1) :]
    elif dated:
        kinds[told[dated - 1]] = "publisher"
        fields.setdefault("publisher", [archives.undated(texts[told[dated - 1]])])
        rest.remove(told[dated - 1])
        over = [i for i in rest if i < told[dated - 1]]
        rest = over[-1:] + [i for i in rest if i > told[dated]]
    if rest and "headlines" not in fields:
        title, *rest = rest
        kinds[title] = "title"
        fields["headlines"] = [texts[title].removesuffix(";")]
        if texts[title].endswith(";") and rest and rest[0] == title + 1:
            kinds[rest.pop(0)] = "title"
    if rest and "authors" not in fields and archives.is_writer(texts[rest[0]]):
        kinds[rest[0]] = "byline"
        fields["authors"] = archives.authors(texts[rest[0]])


def _add_paper(texts: Sequence[str], lines: Sequence[int], fields: dict[str, list[str]], kinds: dict[int, Kind]) -> None:
    """Read the paper above the first name, if the line has the form of one."""
    if lines and "publisher" not in fields and is_paper(texts[lines[-1]]):
        kinds[lines[-1]] = "publisher"
        fields["publisher"] = [texts[lines[-1]]]


def _add_cited(found: re.Match[str], headline: str, fields: dict[str, list[str]]) -> None:
    """Read a line that names writer, paper, town, day and page, as ProQuest's do, and the headline above it."""
    said = {"publisher": [found["paper"]], "date": [found["day"]], "headlines": [OF_EDITION.sub("", headline)]}
    if found["who"]:
        said["authors"] = archives.authors(found["who"])
    for field, values in said.items():
        fields.setdefault(field, values)
