"""Publisher, aggregator and site name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.assemble.candidates import Candidate, Choice, choose
from cleaner.assemble.paragraphs import Rows
from cleaner.model import Page, Removal
from cleaner.names import agency
from cleaner.parse import export
from cleaner.urls import host

PUBLISHER = re.compile(
    r"^\W*(?:(?:publisher|source|provided by|syndicated from|courtesy of|quelle|fuente|fonte|bron|via)\s*[:\-–]?\s+"
    r"|(?P<told>.{0,60}?\b(?:originally|first)\s+(?:appeared|published|ran)\s+(?:in|on|by|at)\s+(?-i:the\s+)?))(?P<name>.{2,80}?)"
    r"(?:(?(told)\s+(?:and|on|under|with)\s+.*|(?!))|[.:]\s.*)?\W*$",
    re.IGNORECASE,
)
"""A row that names the publisher behind a label or in a sentence, which goes on after the name; a label's name may have such words itself."""
SOURCE_RULES = ".publisher.source"
"""The end of the ids of rules that know the word for “source” in a language, with a colon and a name behind it."""
SOURCE = re.compile(r"^[^\w]*(?P<label>[^:：=]{2,24}?)\s*[:：=]\s*(?P<name>[^,，、;；|｜/]{2,40}?)[\s.。)）\]】|｜/·]*$")
OTHER_SOURCES = re.compile(r"(?i)标题|標題|资料|資料|참고|자료|参照|参考|引用|อ้างอิง|quellen|sources|fuentes|fontes|fonti|источники|джерела|zdroje|kilder|källor|bronnen")
"""Labels of several sources, of data, references and first headlines."""
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
PLACED = re.compile(r"\s+(?:in|on|by|at)\s+(?:the\s+)?", re.IGNORECASE)
NOTE_NAME = re.compile(
    r"(?:edited|created|written|published|verified|endorsed|produced|modified)\s+(?:or\s+\w+\s+)?by\s+(?:the\s+staff\s+of\s+|the\s+)?"
    r"(?P<name>[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})"
)
_PARTICLES = (
    "a", "al", "and", "da", "das", "de", "del", "della", "dello", "dei", "delle", "der", "des", "di", "die", "do",
    "dos", "du", "e", "el", "et", "for", "für", "i", "la", "las", "le", "les", "los", "och", "og", "of", "the",
    "und", "van", "von", "y", "&",
)  # fmt: skip
"""Words that stand in names of papers and houses without a capital."""
_IN_NAME = r"[\w&'’\u0900-\u0dff\u0e00-\u0eff-]"
"""What a word of a name consists of; the vowel signs of Indic scripts and Thai are no letters to `re`."""
COPYRIGHT = re.compile(
    r"(?:(?:©|\(c\)|\bcopyright\b)\s*)+(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:(?:19|20)\d{2}|present))?)?,?\s*(?:by\s+)?(?:the\s+)?"
    rf"(?P<name>(?-i:[^\W\d_a-zß-ÿ]){_IN_NAME}*(?:\s+(?:(?-i:[^\W\d_a-zß-ÿ]){_IN_NAME}*|(?:{'|'.join(_PARTICLES)})(?!{_IN_NAME}))){{0,6}})",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?i)(?:^|\s+)(?:all\s+rights|alle\s+re|tous\s+droits|todos\s+(?:los\s+derechos|os\s+direitos)|tutti\s+i\s+diritti|riproduzione|derechos"
    r"|reservados|tots\s+els\s+drets|wszelkie|wszystkie|všechna|všetky|все\s+прав|усі\s+прав|всі\s+прав|всички|minden\s+jog|toate\s+drepturile|sva\s+prava"
    r"|tüm\s+hakl|kaikki\s+oikeudet|med\s+ensamrätt|alla\s+rättigheter|alle\s+rettigheder|με\s+επιφύλαξη|copyright|版权|版權|著作權|無断|무단|저작권"
    r"|جميع|सर्वाधिकार|hak\s+cipta|mọi\s+quyền|terms|privacy|contact|imprint|impressum)"
)
"""Where a rights line, or the menu behind it, begins: what stands before is the name."""
RECORDED, ROW, SIGNED, DECLARED, CANONICAL, COPYRIGHTED = 0.98, 0.95, 0.8, 0.6, 0.55, 0.4
"""Trust in an archive's record, a row that names the publisher, an agency's signature, the page's head, a canonical link to another house's
address, a copyright line."""
SECOND_LEVEL = frozenset(["co", "com", "org", "net", "ac", "gov", "gob", "edu", "or", "ne", "go"])
"""Labels that belong to the suffix where a country's stands behind them: `co.uk`, `com.au`."""
LABEL_WORDS = 5
"""Most words of a row that is an aggregator's name; longer ones say what it did."""


def publisher(page: Page, rows: Rows, signed: Sequence[str] = ()) -> Choice:
    """Return the choice of who wrote the story.

    A row among the removed `rows` that names the publisher wins; then an agency that signed (`signed`: from dateline and byline), since what the
    head declares is as a rule the house that carries the story; then the head.
    """
    return choose(_candidates(page, rows, signed), str.casefold)


def _candidates(page: Page, rows: Rows, signed: Sequence[str]) -> Iterator[Candidate]:
    for row in rows.get("publisher", ()):
        name = _named(row)
        if name:
            yield Candidate(name, "publisher row", ROW)
            break
    agencies = [name for name in signed if agency(name)]
    yield from (Candidate(agency(name), "signature", SIGNED) for name in agencies[:1])
    for one in page.metadata.get("said", {}).get("publisher", ()):
        if "//" not in one.value:
            yield Candidate(one.value, one.source, RECORDED if one.source == export.SOURCE else DECLARED)
            break
    elsewhere = _elsewhere(page)
    if elsewhere:
        yield Candidate(elsewhere, "canonical link", CANONICAL)
    for row in rows.get("legal", ()):
        if name := _owner(row.text):
            yield Candidate(name, "copyright", COPYRIGHTED)
            break


def _named(row: Removal) -> str:
    """Return the publisher that a row names, nothing where it names none."""
    match = PUBLISHER.match(row.text)
    if match is None and row.rule.endswith(SOURCE_RULES):
        match = SOURCE.match(row.text)
        if match and OTHER_SOURCES.search(match["label"]):
            return ""
    return _undated(match["name"]) if match else ""


def _owner(text: str) -> str:
    """Return the house that a copyright line names, nothing where it names none."""
    match = COPYRIGHT.search(text)
    if match is None:
        return ""
    words = RIGHTS.split(match["name"], maxsplit=1)[0].strip(" .,").split()
    while words and words[-1].casefold() in _PARTICLES:
        words.pop()
    return " ".join(words)


def _undated(name: str) -> str:
    """Return the publisher in what stands behind "first published in": a day may stand before it, or alone."""
    when, *where = PLACED.split(name, maxsplit=1)
    if YEAR.search(when):
        name = where[0] if where else ""
    return name.strip(" .,")


def _elsewhere(page: Page) -> str:
    """Return the host of the canonical link where it is another house's than the page's own, else nothing."""
    own, canonical = host(page.url or ""), host(str(page.metadata.get("canonical") or ""))
    return canonical.removeprefix("www.") if own and "." in canonical and _house(own) != _house(canonical) else ""


def _house(host: str) -> str:
    """Return the label that a house registered, without its subdomains and suffix."""
    labels = host.split(".")[:-1] or [host]
    return labels[-2] if len(labels) > 1 and labels[-1] in SECOND_LEVEL else labels[-1]


def aggregator(rows: Rows) -> str | None:
    """Return who carried the story: the name beside an aggregator's note, else the name the note gives."""
    texts = [row.text for row in rows.get("aggregator", ())]
    notes = [text for text in texts if text.count(" ") + 1 > LABEL_WORDS]
    for text in texts:
        if text not in notes and any(text.casefold() in note.casefold() for note in notes):
            return text
    for note in notes:
        match = NOTE_NAME.search(note)
        if match:
            return match["name"].rstrip(".")
    return None


def site_name(page: Page) -> str | None:
    """Return the site's own name for itself."""
    name = page.metadata.get("site_name")
    return str(name) if name else None
