"""Readers' comments, from the removed rows of a thread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.model import Comment, Page
from cleaner.resolve import Piece

SPOKEN_END = re.compile(r"(?<!\b[^\W\d_])[.!?,]\s*$")
"""The end of something said; a name may end in an initial's full stop."""
DATE_FILLER = re.compile(r"\b(?:at|on|um|à|a las|alle|kl|am|pm|posted|edited|uhr)\b|[\W\d_]+", re.IGNORECASE)
"""What a date line of a comment has besides the date."""
AUTHOR_CHARS = 40
AUTHOR_WORDS = 4
"""How long a reader's name is."""
SAYS = re.compile(
    r"^(?P<author>.{1,40}?)\s+(?:says|said|wrote|writes|schreibt|a écrit|dice|escribió)\s*:?\s*(?P<text>.*)$",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b\d{4}-\d{2}-\d{2}|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d+\s+(?:second|minute|hour|day|week|month|year|min|hr)s?\s+ago\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|\b\d{1,2}\s+[^\W\d_]{3,9}\.?\s+\d{4}|\byesterday\b|\btoday\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
DAY = "day"
"""What the dates in `DATE` that are written without figures have: yesterday, today."""
NOISE = re.compile(
    r"^\W*(?:repl(?:y|ies)|likes?|dislikes?|report|flag|share|permalink|log in to (?:reply|comment)|\d+[\d.,]*|view (?:all|more).{0,30}|load more.{0,20}"
    r"|upvote|downvote|edited|top comment|pinned|follow|quote|antworten|répondre|responder)\W*(?:\d+\W*)?$",
    re.IGNORECASE,
)


def comments(page: Page, pieces: Sequence[Piece]) -> tuple[Comment, ...]:
    """Return the comments of the thread: an author's line, then text until the next author's line.

    The thread's headings and form are passed over; a thread that shows no authors gives comments with an
    empty author.
    """
    texts = [
        page.blocks[piece.block].text[piece.start : piece.end]
        for piece in pieces
        if piece.kind == "comment" and not _is_heading(page, piece.block)
    ]
    rows = [text for text in texts if not NOISE.match(text)]
    found: list[Comment] = []
    author, date, text = "", None, ""
    for row in rows:
        bare = _undated(row)
        says = SAYS.match(row)
        if says and not text_like(says["author"]):
            found += _comment(author, text, date)
            author, date, text = says["author"].strip(), _date(row), says["text"]
        elif bare != row and not DATE_FILLER.sub("", bare):
            date = date or _date(row)
        elif not text_like(_name(bare) or row):
            found += _comment(author, text, date)
            author, date, text = _name(bare), _date(row), ""
        elif text and not author:
            found += _comment(author, text, date)
            date, text = None, row
        else:
            text = f"{text}\n{row}" if text else row
    return (*found, *_comment(author, text, date))


def _comment(author: str, text: str, date: str | None) -> list[Comment]:
    return [Comment(author, text, date)] if text else []


def text_like(line: str) -> bool:
    """Say whether a line reads like something said rather than a name."""
    return line.count(" ") + 1 > AUTHOR_WORDS or len(line) > AUTHOR_CHARS or SPOKEN_END.search(line) is not None


def _is_heading(page: Page, index: int) -> bool:
    length = len(page.blocks[index].text)
    return any(
        hit.kind in ("comment", "comment_form") and hit.match != "selector" and hit.end - hit.start >= length
        for hit in page.cues[index]
    )


def _undated(row: str) -> str:
    """Return a row without its dates; most have not even what every date has."""
    return DATE.sub("", row) if FIGURE.search(row) or DAY in row.casefold() else row


def _date(row: str) -> str | None:
    match = DATE.search(row)
    return match[0] if match else None


def _name(bare: str) -> str:
    return bare.strip(" ,:·•|-–@")
