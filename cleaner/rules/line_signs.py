"""What a line at the story's head is by its own words: a signature, a caption with its credit, a list of tags or of people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.byline_labels import unlabelled
from cleaner.dates import find
from cleaner.houses import is_paper
from cleaner.model import Kind, Page
from cleaner.name_words import PAPERS
from cleaner.names import FIGURE, is_person
from cleaner.regexes import regex
from cleaner.signatures import is_signature

MAX_SIGNATURE_CHARS = 120
"""Longest line that signs or dates the story."""
WEEKDAY_BEFORE = 12
"""Characters of the day of the week before the date with which a line begins."""
MANY_TAGS, TAG_WORDS = 6, 3
"""Names with commas between from which a line is a list of tags, and words that each has at most."""
BELOW = 4
"""Lines below a headline in which byline and date stand."""
DEK_WORDS, DEK_REACH = 8, 12
"""Words from which the line below the headline may be the dek; shorter ones are labels. And lines below it, those of share bars
counted in, in which byline or date must stand."""
DASHES, QUOTES = frozenset("—–―-~"), frozenset("\"“”„«»‘’'")
"""What stands before whose words a quotation is, and around it."""
_PLAIN_NAME = regex(r"\s*[,(]")
"""What parts such a name from a role or a work."""
_CREDIT_WORDS = frozenset(
    (
        "credit", "photo", "photograph", "image", "getty", "illustration", "picture", "foto", "bild", "courtesy",
        "file", "video", "watch",
    )
)  # fmt: skip
_CREDIT = regex(rf"(?:©|\b(?:{'|'.join(sorted(_CREDIT_WORDS))})\b)|^\W*\(", re.IGNORECASE)
_DOTTED = frozenset("ıİ")
"""Letters that a regex without regard to case takes for an i, while folding leaves them what they are."""
_STAMPED = regex(r"\b(?:19|20)\d{2}\b.*\d|\d{1,2}:\d{2}|\b\d{1,2}\sh\s\d{2}\b|\bago\b|\bmin(?:ute)?s?\s+read\b", re.IGNORECASE)
_YEAR = regex(r"\d\D{3,}(?:19|20)\d{2}\b")
"""A year behind another figure, as in a whole date."""
TRAIL = regex(r"[>›»/|](?:(?<=\s.)(?=\s)|(?<=[>›»])$)")
"""The marks of a trail of rubrics to the page, between two of them or at the end."""
_DATED = regex(
    r"(?:19|20)\d\d\b|\d[./]\d{1,2}[./]\d|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m|uhr|gmt|utc)|\b\d+\s?[hdm]\w*\s+ago\b",
    re.IGNORECASE,
)
_BARE_YEAR = regex(r"\d{4}")
"""A year, of which a dek may speak: “ready by the end of 2025”; in a line as long as a dek it signs with its day or month."""
SIGNED: frozenset[Kind] = frozenset({"byline", "date"})
"""Kinds of the lines that sign or date a story."""
NO_KINDS: frozenset[Kind] = frozenset()
_PICTURE_LABELS = frozenset(
    "photo photos foto fotos photograph crédit crédits credit credits kredit image bild beeld picture kuva zdjęcie fotó фото صورة תמונה ảnh फोटो ภาพ".split()  # noqa: SIM905
)
_PICTURED = regex(
    rf"(?:\b(?:{'|'.join(sorted(_PICTURE_LABELS))})(?:\s?(?:credits?|courtesy))?"
    r"|写真|寫真|图片?|圖片?|摄影?|攝影?|사진)\s?[:：=/](?!/)\s*[^\s:：][^:：]{1,60}$"
    r"|[|(]\s*(?:[^\W\d_][\w.&-]*\s){1,3}(?:photos?|images|fotos?)(?:\s\w+)?\W*$",
    re.IGNORECASE,
)
"""The credit with which a caption ends: “… at the quay Photo: Tom Verk”, “… (Brask Images)”. The label opens no caption, but headlines: “Photo: …”."""
_PICTURE_WORDS = _PICTURE_LABELS | {"images"}
_PICTURE_SIGNS = regex("写真|寫真|图|圖|摄|攝|사진|ภาพ|फोटो")
"""What such a credit has one of."""
_SPACED = regex(r"(?:[^\W\d_] ){4,}[^\W\d_]")
"""Letters with spaces between, as magazines set their rubrics."""
MENU_BARS = 3
"""Bars between words from which a line is a menu; windows' titles have two."""
_COUNTED = frozenset(("words", "mots", "wörter", "worter", "palabras", "parole", "woorden", "palavras", "ord", "słów", "slow"))
_WORD_COUNT = regex(r"(?:^|[•·|,]\s*)\d[\d.,\u202f ]*\s\S+$")
"""What an archive's line ends with that counts the story's words: “Brask • 252 mots”."""
_FILED = regex(r"\W*(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}[-./]\d{1,2}[-./]\d{4}),?\s+\d{1,2}[:：]\d{2}")
"""A day and a time with which a line opens that says when a story was filed, and where."""


def is_signature_line(page: Page, index: int) -> bool:
    """Say whether a short line of a page is a byline or has a date; a year alone dates a few words."""
    text = page.features.texts[index]
    if len(text) > MAX_SIGNATURE_CHARS:
        return False
    if not whole_kinds(page, index).isdisjoint(SIGNED):
        return True
    dated = _DATED.search(text) if FIGURE.search(text) else None
    if dated is None or page.features.words[index] < DEK_WORDS or not _BARE_YEAR.fullmatch(dated[0]):
        return dated is not None
    return next(find(text), None) is not None


def whole_kinds(page: Page, index: int) -> frozenset[Kind]:
    """Return the kinds as which packs know the whole of a line."""
    hits = page.cues[index]
    if not hits:
        return NO_KINDS
    length = len(page.features.texts[index])
    return frozenset(hit.kind for hit in hits if hit.end - hit.start >= length)


def is_attributed(texts: Sequence[str], index: int) -> bool:
    """Say whether the next line says behind a dash whose words a line is: a quotation's, “— Ida Kell”, or those of a post set into the story, “— Ida Kell (@idakell)”."""
    below = texts[index + 1] if index + 1 < len(texts) else ""
    if below[:1] not in DASHES or len(below) > MAX_SIGNATURE_CHARS:
        return False
    return "(@" in below or (texts[index][0] in QUOTES and texts[index][-1] in QUOTES and is_person(_PLAIN_NAME.split(below.lstrip("".join(DASHES)).strip(), maxsplit=1)[0]))


def is_dated_signature(text: str) -> bool:
    """Say whether a line is a signature with its day or label and nothing else."""
    return is_signature(text) and (unlabelled(text) != text or next(find(text), None) is not None)


def is_running_head(page: Page, text: str) -> bool:
    """Say whether a line stands more than once and has a date: what a paper prints above each of its pages."""
    return _YEAR.search(text) is not None and page.features.texts.count(text) > 1 and next(find(text), None) is not None


def is_no_headline(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, is a caption with its credit, a list of tags or people, a rubric in letters set apart, stands in brackets, says when and where a story was filed, is a menu with bars, has an address, or is markup that stands in text.

    Of 22 such lines on 2,800 development pages that could be the headline by all else none was.
    """
    if text[0] == "<":
        return text.endswith(">")
    if own[-1:] and own[-1] in PAPERS and is_paper(text):
        return True
    if "://" in text or text.count(" | ") >= MENU_BARS or (own[-1:] and own[-1] in _COUNTED and _WORD_COUNT.search(text)):
        return True
    if (text[1:2] == " " and _SPACED.fullmatch(text)) or (text[0] == "(" and text.find(")") == len(text) - 1):
        return True
    if (text[0].isdigit() and _FILED.match(text)) or _are_tags(text) or _lists_people(text):
        return True
    may = not _PICTURE_WORDS.isdisjoint(own) or (not text.isascii() and _PICTURE_SIGNS.search(text) is not None)
    pictured = _PICTURED.search(text) if may else None
    return pictured is not None and pictured.start() > 0


def _are_tags(text: str) -> bool:
    """Say whether a line is many short names with commas between."""
    if text.count(",") < MANY_TAGS - 1 or ":" in text:
        return False
    tags = text.split(",")
    return all(tag.strip()[:1].isupper() and tag.strip().count(" ") < TAG_WORDS for tag in tags)


def _lists_people(text: str) -> bool:
    """Say whether a line is a label and names behind it, with commas between: “Present: Ida Kell, Tom Varn”."""
    _, label, names = text.partition(": ")
    return bool(label) and "," in names and all(map(is_person, names.rstrip(".").split(",")))


def is_credit(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, names the source of a picture; most are passed by without the regex."""
    may = not _CREDIT_WORDS.isdisjoint(own) or "©" in text or "(" in text or not _DOTTED.isdisjoint(text)
    return may and _CREDIT.search(text) is not None


def is_stamped(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, has a date, time or time of reading; most are passed by without the regex."""
    if FIGURE.search(text):
        return _STAMPED.search(text) is not None or (_YEAR.search(text) is not None and next(find(text), None) is not None)
    return ("ago" in own or "read" in own) and _STAMPED.search(text) is not None
