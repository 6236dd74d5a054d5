"""Readers' comments, from the removed rows of a thread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.features import THREAD_KINDS, count_words
from cleaner.model import Comment, Page
from cleaner.names import FUNCTION_WORDS, PARTICLES
from cleaner.resolve import Piece

SPOKEN_END = re.compile(r"(?:(?<!\b[^\W\d_])[.!?,]|[…。！？，؟।۔])[\"'”’»」』)]*\s*$")
"""The end of something said; a name may end in an initial's full stop."""
_FILLER = (
    r"(?:at|on|um|am|pm|vom|den|der|le|el|il|à|às|a\s+las|alle|ore|ora|om|kl|klo|kell|o|в|о|у|saat|στις|h|min|uhr|posted|edited"
    r"|gestern|heute|hier|aujourd.hui|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag|igår|idag|i\s+går|i\s+dag|вчера|сегодня"
    r"|вчора|сьогодні|wczoraj|dzisiaj|mon|tue|wed|thu|fri|sat|sun)"
)
DATE_FILLER = re.compile(rf"\b{_FILLER}\b|[\W\d_]+", re.IGNORECASE)
"""What a date line of a comment has besides the date."""
FILLED_END = re.compile(rf"(?:[\s,.:：·•|(–@-]+{_FILLER}\b)*[\s,:：·•|(–@-]*$", re.IGNORECASE)
"""What a date that was cut off leaves behind the name before it."""
AUTHOR_CHARS = 40
"""Longest name of a reader."""
PLACE_PARTS = 4
"""Most parts of a reader's name with town, region and country."""
AUTHOR_WORDS = 4
"""Most words of a reader's name."""
LINE_CHARS = 100
"""Longest row that names a reader: with a word for saying and what is left of a date."""
SAYS = re.compile(
    r"^(?P<author>.{1,40}?)\s+(?:says?|said|wrote|writes|sagt|sagte|meint|schreibt|schrieb|a\s+dit|dit|a\s+écrit|écrit|dice|dijo|escribió"
    r"|escribe|ha\s+(?:detto|scritto)|scrive|disse|diz|escreveu|escreve|zegt|schreef|schrijft|skriver|skrev|säger|siger|sier"
    r"|pisze|napisała?|пишет|говорит|написала?|каже|пише|spune|a\s+scris|sanoo|kirjoitti|diyor\s+ki|dedi\s+ki|λέει|έγραψε)"
    r"\s*(?:[:：]\s*(?P<text>.*))?$",
    re.IGNORECASE,
)
"""A name that says, with a colon or the line's end behind it: in the middle of a sentence anybody may say something."""
NO_AUTHORS = FUNCTION_WORDS | frozenset([
    "he", "she", "i", "er", "es", "sie", "ich", "mein", "meine", "der", "das", "mon", "ma", "il", "elle", "on", "mi",
    "él", "ella", "mio", "mia", "lui", "lei", "ele", "ela", "hij", "zij", "jeg", "jag", "han", "hun", "hon", "он",
    "она"
])  # fmt: skip
"""First words of what is no reader's name."""
_BEFORE = r"vor|hace|il\s+y\s+a|h[áa]|acum|před|pred|prije|pre|преди|f[öo]r|πριν(?:\s+από)?|منذ|قبل|לפני"
_BEHIND = r"ago|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce|ezelőtt|lalu|trước|पहले|پیش"
DATE = re.compile(
    r"\b\d{4}-\d{2}-\d{2}|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\b\.?|\b\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"|\b\d+\s?[smhdwy]\s+ago\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}"
    r"|^\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\s\d{1,2}$"
    r"|\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,11}\.?,?\s+(?:de\s+)?\d{4}|\byesterday\b|\btoday\b"
    rf"|\b(?:{_BEFORE})\s+\d+\s+[^\s\d]+(?:\s+s(?:edan|iden)\b)?|\b\d+\s*[^\s\d]+\s+(?:{_BEHIND})(?!\w)|(?<!\d)\d+\s?[\u3040-\u9fff\uac00-\ud7af]{{1,3}}?\s?[前전]"
    r"|\b\d{1,2}\s?[:h]\s?\d{2}\b(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b(?:kl|klo)\.?\s\d{1,2}\.\d{2}\b",
    re.IGNORECASE,
)
"""A day, a time of day, or how long ago."""
NUMBERED = re.compile(r"^\d{1,4}[.)]\s+")
"""The number of a comment in a thread that is a list."""
FIGURE = re.compile(r"\d")
DAY = "day"
"""What the dates in `DATE` that are written without figures have: yesterday, today."""
NOISE = re.compile(
    r"^\W*(?:repl(?:y|ies)|likes?|dislikes?|report|flag|share|permalink|log in to (?:reply|comment)|\d+[\d.,]*|view (?:all|more).{0,30}|load more.{0,20}"
    r"|upvote|downvote|edited|top comment|pinned|follow|quote|antworten|répondre|responder|(?:best|worst|top|most|highest)\s+(?:rated|liked|voted)"
    r"|liked by .{2,60}|reactions: .{2,80}|newest|oldest|latest|discussions|click to (?:rate|expand)|#\d{1,4}"
    r"|(?:new|junior|active|well-known|senior|veteran|super|staff|full) (?:member|moderator))\W*(?:\d+\W*)?$",
    re.IGNORECASE,
)
"""Buttons, counts, orders and ranks inside a thread."""
UNQUOTED = re.compile(r"^click to expand\W*$", re.IGNORECASE)
"""What forums print below a quoted post."""
TABS = ("top", "latest", "discussions")
"""The orders in which newsletters list other posts, below the thread of this one."""
QUOTED_ROWS = 8
"""Most rows of such a quotation."""
FURNITURE = frozenset({"navigation", "legal", "subscribe", "share", "follow", "login", "search", "app_prompt", "cookie_notice", "advert"})
"""Kinds of the page's own lines, which stand between comments and below them."""


def comments(page: Page, pieces: Sequence[Piece]) -> tuple[Comment, ...]:
    """Return the comments of the thread: an author's line, then text until the next author's line.

    The thread's headings and form are passed over; a thread that shows no authors gives comments with an
    empty author.
    """
    said = [piece for piece in pieces if piece.kind == "comment"]
    texts = [(piece, page.blocks[piece.block].text[piece.start : piece.end]) for piece in said]
    texts = texts[: _tabs([text.casefold() for _, text in texts])]
    rows = [
        text
        for piece, text in _unquoted(texts)
        if not NOISE.match(text) and (_says(text, text) or not _is_heading(page, piece.block))
    ]
    found: list[Comment] = []
    author, date, text = "", None, ""
    for row in rows:
        bare = _undated(row)
        if says := _says(row, bare):
            found += _comment(author, text, date)
            author, date, text = _name(says["author"]), _date(row), says["text"] or ""
        elif bare != row and not DATE_FILLER.sub("", bare):
            date = date or _date(row)
        elif not text_like((name := _placed(bare, row) or _name(bare)) or row):
            found += _comment(author, text, date)
            author, date, text = name, _date(row), ""
        elif text and not author:
            found += _comment(author, text, date)
            date, text = None, row
        else:
            text = f"{text}\n{row}" if text else row
    return (*found, *_comment(author, text, date))


def _tabs(rows: Sequence[str]) -> int:
    """Return the index of the tabs under which other posts are listed below a thread, or the count of its rows."""
    return next((i for i in range(len(rows)) if tuple(rows[i : i + len(TABS)]) == TABS), len(rows))


def _unquoted(texts: Sequence[tuple[Piece, str]]) -> list[tuple[Piece, str]]:
    """Return the rows of a thread without what forums quote of earlier posts, from who said it to its last line."""
    rows: list[tuple[Piece, str]] = []
    for piece, text in texts:
        if UNQUOTED.match(text):
            opens = (i for i in range(len(rows) - 1, max(-1, len(rows) - QUOTED_ROWS), -1) if _says(rows[i][1], rows[i][1]))
            del rows[next(opens, len(rows)) :]
        else:
            rows.append((piece, text))
    return rows


def _placed(bare: str, row: str) -> str:
    """Return the name in a row of a name, the reader's place and a date, nothing in other rows."""
    parts = bare.split(", ")
    dated = bare != row and row.startswith(bare) and 1 < len(parts) <= PLACE_PARTS
    return _name(parts[0]) if dated and all(part[:1].isupper() and not text_like(part) for part in parts) else ""


def _says(row: str, bare: str) -> re.Match[str] | None:
    """Return what tells who says something in a row, or in the `bare` row without its date; None where no reader does."""
    for text in (row, bare):
        says = SAYS.match(text)
        if says and _is_author(says["author"], told=bool(says["text"])):
            return says
    return None


def _is_author(name: str, *, told: bool) -> bool:
    """Say whether a name may be a reader's; where it is `told` in the same line what was said, a sentence may open so too."""
    words = name.split()
    if text_like(name) or words[0].casefold() in NO_AUTHORS:
        return False
    return not told or len(words) == 1 or not any(word.islower() and word not in PARTICLES for word in words)


def _comment(author: str, text: str, date: str | None) -> list[Comment]:
    return [Comment(author, text, date)] if text else []


def text_like(line: str) -> bool:
    """Say whether a line reads like something said rather than a name."""
    return count_words(line) > AUTHOR_WORDS or len(line) > AUTHOR_CHARS or SPOKEN_END.search(line) is not None


def _is_heading(page: Page, index: int) -> bool:
    """Say whether a pack knows a line as a thread's heading or form, or as the page's own."""
    length = len(page.blocks[index].text)
    return any(
        (hit.kind in THREAD_KINDS or (hit.kind in FURNITURE and hit.strong))
        and hit.match != "selector"
        and hit.end - hit.start >= length
        for hit in page.cues[index]
    )


def _undated(row: str) -> str:
    """Return a row without its dates and what stands around them; most have not even what every date has."""
    bare = DATE.sub("", row) if FIGURE.search(row) or DAY in row.casefold() else row
    return FILLED_END.sub("", bare) if bare != row and len(bare) <= LINE_CHARS else bare


def _date(row: str) -> str | None:
    match = DATE.search(row)
    return match[0] if match else None


def _name(bare: str) -> str:
    return NUMBERED.sub("", bare).strip(" ,:·•|-–@")
