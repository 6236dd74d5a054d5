"""Readers' comments, from the removed rows of a thread.

A thread's heading stands on most pages whose comments a script fetches later, and a form on those that nobody has answered. What is
below them there is the page's: a row becomes a comment only where the thread bears it out, see `_borne_out`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import stops
from cleaner.answers import ANSWER, ANSWERS_END
from cleaner.byline_labels import BY
from cleaner.model import THREAD_KINDS, WHOLLY_LINKED, Comment, Kind, Page
from cleaner.name_words import FUNCTION_WORDS, PARTICLES
from cleaner.regexes import regex
from cleaner.resolve import Piece
from cleaner.tokens import count_words

_ELSEWHERE = "".join(sorted((stops.FINAL | {"，"}) - frozenset(".!?")))
SPOKEN_END = regex(rf"(?:(?<!\b[^\W\d_])[.!?,]|[{_ELSEWHERE}])[\"'”’»」』)]*\s*$")
"""The end of something said; a name may end in an initial's full stop."""
_FILLER = (
    r"(?:at|on|um|am|pm|vom|den|der|le|el|il|à|às|a\s+las|alle|ore|ora|om|kl|klo|kell|o|в|о|у|saat|στις|h|min|uhr|posted|edited"
    r"|gestern|heute|hier|aujourd.hui|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag|igår|idag|i\s+går|i\s+dag|вчера|сегодня"
    r"|вчора|сьогодні|wczoraj|dzisiaj|mon|tue|wed|thu|fri|sat|sun)"
)
DATE_FILLER = regex(rf"\b{_FILLER}\b|[\W\d_]+", re.IGNORECASE)
"""What a date line of a comment has besides the date."""
BARE_FILLER = regex(r"^(?:at|on|am|um|le|à|el|a las|il|alle|em|às|om|op|kl|klo|в|о)\W*$", re.IGNORECASE)
"""The same where a script sets the date."""
FILLED_END = regex(rf"(?:(?:[\s,:：·•|(–@-]|(?<!\b\w)\.)+{_FILLER}\b)*[\s,:：·•|(–@-]*$", re.IGNORECASE)
"""What a date that was cut off leaves behind the name before it; an initial keeps its stop."""
AUTHOR_CHARS = 40
"""Longest name of a reader."""
PLACE_PARTS = 4
"""Most parts of a reader's name with town, region and country."""
AUTHOR_WORDS = 4
"""Most words of a reader's name."""
HEADS_CHARS = 40
"""Characters that a thread's heading has besides the story's headline: a count, a word for comments, and quotes."""
LINE_CHARS = 100
"""Longest row that names a reader: with a word for saying and what is left of a date."""
SAYS = regex(
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
_BEHIND = r"ago|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce|ezelőtt|lalu|trước|पहले|پیش|her"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
"""How English months begin."""
DATE = regex(
    r"\b\d{4}-\d{2}-\d{2}|\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\b\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\b\.?|\b\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"|^\d{1,3}\s?(?:min|mo|yr|[smhdwy])(?:\s?edited)?$|\b\d+\s?[smhdwy]\s+ago\b|\b(?:an?|a\s+few)\s+[a-z]+\s+ago\b"
    rf"|\b{_MONTH}[a-z]*\.?\s+\d{{1,2}},?\s+\d{{4}}|\b[^\W\d_]{{3,11}}\.?\s+\d{{1,2}},\s+\d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)\s{_MONTH}[a-z]{{0,6}}\b(?:,?\s\d{{4}})?"
    rf"|^\d{{1,2}}\s{_MONTH}[a-z]{{0,6}}$|^{_MONTH}[a-z]{{0,6}}\s\d{{1,2}}$"
    r"|\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,11}\.?,?\s+(?:de\s+)?\d{4}|\byesterday\b|\btoday\b"
    rf"|\b(?:{_BEFORE})\s+\d+\s+[^\s\d]+(?:\s+s(?:edan|iden)\b)?|(?:\b\d+\s*[^\s\d]+\s+)?\b\d+\s*[^\s\d]+\s+(?:{_BEHIND})(?!\w)|(?<!\d)\d+\s?[\u3040-\u9fff\uac00-\ud7af]{{1,3}}?\s?[前전]"
    r"|\b\d{1,2}\s?[:h]\s?\d{2}\b(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b(?:kl|klo)\.?\s\d{1,2}\.\d{2}\b",
    re.IGNORECASE,
)
"""A day, a time of day, or how long ago."""
GLUED = regex(r"(?<=[^\W\d_])(?=\d{1,2}(?:[./]\d{1,2}[./]\d{2,4}\b|\.?\s(?:de\s)?[^\W\d_]{3,11}\.?,?\s(?:de\s)?\d{4}\b))")
"""The place between a name and the day that some flatteners put behind it without a space."""
NUMBERED = regex(r"^\d{1,4}[.)]\s+")
"""The number of a comment in a thread that is a list."""
ANSWERED = regex(r"\s+[>›→]\s+\S.*$")
"""Whom a reader answers, behind the name."""
FIGURE = regex(r"\d")
WORDED = regex(r"day|\bago\b", re.IGNORECASE)
"""What the dates in `DATE` that are written without figures have: yesterday, today, an hour ago."""
NOISE = regex(
    r"^\W*(?:repl(?:y|ies)|likes?|dislikes?|report|flag|share|permalink|log in to (?:reply|comment)|\d+[\d.,]*|view (?:all|more).{0,30}|load more.{0,20}"
    r"|upvote|downvote|edited|top comment|pinned|follow|quote|antworten|répondre|responder|(?:best|worst|top|most|highest)\s+(?:rated|liked|voted)"
    r"|(?:ping|track)backs?\b.{0,300}|what (?:are|do you) (?:your thoughts|think)\??|liked by .{2,60}|reactions: .{2,80}|newest|oldest|latest|discussions|click to (?:rate|expand)|score\s?:?\s?[+-]?\d+|#\d{1,4}"
    r"|(?:new|junior|active|well-known|senior|veteran|super|staff|full) (?:member|moderator))\W*(?:\d+\W*)?$",
    re.IGNORECASE,
)
"""Buttons, counts, orders and ranks inside a thread."""
LETTER = regex(r"[^\W\d_]")
PARTED = regex(r"\s*[•·|]\s*")
"""Marks between the buttons of a row."""
SIGNED = regex(
    r"^\W*(?:(?:written|posted|comment(?:ed)?|geschrieben|verfasst|kommentar|écrit|rédigé|escrito|scritto|skrevet)\s+)?"
    rf"(?:{BY}|da|автор|autor)\b[\s:]+|\s+commented$",
    re.IGNORECASE,
)
"""What stands before a name, or behind it, in a row with a day."""
COMMENT = ("comment",)
WORDS_OF = {(word,) for word in ("body", "content", "copy", "text", "message")}
"""Words of the class of the element that holds what a reader says: `comment-body`."""
PROSE_WORDS = 15
"""Words from which a row is something said though it has no stop; headlines are shorter."""
COUNTED = regex(r"\D*(\d{1,4})\b")
"""A thread's heading that counts comments."""
UNQUOTED = regex(r"^click to expand\W*$", re.IGNORECASE)
"""What forums print below a quoted post."""
TABS = ("top", "latest", "discussions")
"""The orders in which newsletters list other posts, below the thread of this one."""
QUOTED_ROWS = 8
"""Most rows of such a quotation."""
FURNITURE = frozenset({"navigation", "legal", "subscribe", "share", "follow", "login", "search", "app_prompt", "cookie_notice", "advert"})
"""Kinds of the page's own lines, which stand between comments and below them."""


class Row(NamedTuple):
    """A row of a thread as it is read.

    All of it may be a link, a form may have opened what it stands in, and its element may be marked as a comment's words.
    """

    text: str
    linked: bool = False
    in_form: bool = False
    marked: bool = False


class Draft(NamedTuple):
    """What may be a comment; `told` where a name says it or a button below it answers it."""

    author: str
    date: str | None
    texts: tuple[Row, ...] = ()
    told: bool = False

    @property
    def text(self) -> str:
        """All that is said, a row a line."""
        return "\n".join(row.text for row in self.texts)


def comments(page: Page, pieces: Sequence[Piece]) -> tuple[Comment, ...]:
    """Return the comments of the thread: an author's line, then text until the next author's line.

    The thread's headings and form are passed over; a thread that shows no authors gives comments with an
    empty author. A day on a line of its own is a `date` by its rule, in a thread too.
    """
    said = [
        piece
        for above, piece in pairwise([None, *pieces])
        if piece is not None
        and (piece.kind in THREAD_KINDS or (piece.kind == "date" and above is not None and above.kind in THREAD_KINDS))
    ]
    texts = [(piece, page.blocks[piece.block].text[piece.start : piece.end]) for piece in said]
    texts = _unquoted(texts[: _tabs([text.casefold() for _, text in texts])])
    counts = [int(match[1]) for piece, text in texts if (match := COUNTED.match(text)) and "comment" in _heads(page, piece.block)]
    drafts = [draft for draft in _drafts(list(_rows(page, texts))) if draft.texts]
    return tuple(Comment(draft.author, draft.text, draft.date) for draft in _borne_out(drafts, max(counts, default=0)))


def _rows(page: Page, texts: Sequence[tuple[Piece, str]]) -> Iterator[Row]:
    """Yield the rows of a thread that are no noise, and the buttons that answer a comment."""
    in_form = False
    for piece, text in texts:
        if ANSWER.match(text):
            yield Row(text)
        elif _says(text, text) is None and (kinds := _heads(page, piece.block)):
            in_form = "comment_form" in kinds or (in_form and "comment" not in kinds)
        elif piece.kind != "comment_form" and not _is_noise(text):
            source = page.blocks[piece.block].source
            marked = source.tokens[:1] == COMMENT and source.tokens[1:2] in WORDS_OF
            yield Row(text, source.link_density >= WHOLLY_LINKED, in_form, marked)


def _drafts(rows: Sequence[Row]) -> list[Draft]:
    """Return what may be comments: an author's line opens one, or a line behind a comment that has no author."""
    found = [Draft("", None)]
    said: set[str] = set()
    read = 0
    for row, below in pairwise([*rows, Row("")]):
        said.update(draft.author for draft in found[read:-1] if draft.texts)
        read = len(found) - 1
        text, last = GLUED.sub(" ", row.text), found[-1]
        bare = _undated(text)
        if ANSWER.match(text):
            if len(found) > 1 and not (last.texts or last.date) and found[-2].texts and not found[-2].told:
                found.pop()  # a name alone signs what stands above it
            found[-1] = found[-1]._replace(told=found[-1].told or bool(found[-1].author or found[-1].date))
        elif says := _says(text, bare):
            is_said = says["text"] and DATE_FILLER.sub("", _undated(says["text"]))
            words = (row._replace(text=says["text"]),) if is_said else ()
            found.append(Draft(_name(says["author"]), _date(text), words, told=True))
        elif BARE_FILLER.match(text) or (bare != text and not DATE_FILLER.sub("", bare)):
            found[-1] = last._replace(date=last.date or _date(text))
        elif not text_like((name := _placed(bare, text) or _name(bare)) or text) and not _begins(last, bare == text, below.text):
            if bare == text and _is_answered(name, last, said):
                continue  # whom the reader answers stands below the reader's own name
            found.append(Draft(name, _date(text), told=bare != text and ANSWERS_END.search(text) is not None))
        elif last.texts and (not last.author or row.in_form > last.texts[-1].in_form):
            found.append(Draft("", None, (row,), told=row.marked))
        else:
            found[-1] = last._replace(texts=(*last.texts, row), told=last.told or row.marked)
    return found


def _is_answered(name: str, last: Draft, said: Collection[str]) -> bool:
    """Say whether a name alone is that of an earlier reader, one of those who have `said` something, whom the one named right above it answers."""
    if not last.author or last.texts or last.date or last.told or last.author == name:
        return False
    return name in said and last.author not in said


def _begins(last: Draft, undated: bool, below: str) -> bool:
    """Say whether a short row is the first of what is said: below a name and a day, and no day of its own below it."""
    return bool(last.author and last.date and not last.texts and undated) and _undated(below) == below


def _borne_out(drafts: Sequence[Draft], counted: int) -> Sequence[Draft]:
    """Return those that are comments: from the first to the last that a reader signed with a day, or that can be answered.

    A day alone stands at teasers too, so what is signed so has to be said rather than linked. Where the heading counts about as
    many comments as there are, all of them are, if most read like something said.
    """
    said = [any(not row.linked and _is_said(row.text) for row in draft.texts) for draft in drafts]
    if counted <= 2 * len(drafts) <= 2 * counted and 2 * sum(said) > len(said):
        return drafts
    sure = [draft.told or (draft.date is not None and spoken and not draft.texts[0].in_form) for draft, spoken in zip(drafts, said, strict=True)]
    dated = [draft.date is not None and not any(row.linked or row.in_form for row in draft.texts) for draft in drafts]
    many = sum(sure) >= sum(day and not certain for day, certain in zip(dated, sure, strict=True))
    places = [i for i, certain in enumerate(sure) if certain or (dated[i] and many and any(sure))]
    return drafts[places[0] : places[-1] + 1] if places else ()


def _is_said(text: str) -> bool:
    return SPOKEN_END.search(text) is not None or count_words(text) >= PROSE_WORDS


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


def text_like(line: str) -> bool:
    """Say whether a line reads like something said rather than a name."""
    return count_words(line) > AUTHOR_WORDS or len(line) > AUTHOR_CHARS or SPOKEN_END.search(line) is not None


def _is_noise(text: str) -> bool:
    """Say whether a row is buttons, counts and ranks alone."""
    return all(NOISE.match(part) or not (LETTER.search(part) or DATE.search(part)) for part in PARTED.split(text))


def _heads(page: Page, index: int) -> set[Kind]:
    """Return the kinds by which a whole line is known as a thread's heading or form, or as the page's own: by a pack, or as a count."""
    text = page.blocks[index].text
    if page.title is not None and _counts(text, page.blocks[page.title].text):
        return {"comment"}
    hits = (hit for hit in page.cues[index] if hit.match != "selector" and hit.end - hit.start >= len(text))
    return {hit.kind for hit in hits if hit.kind in THREAD_KINDS or (hit.kind in FURNITURE and hit.strong)}


def _counts(row: str, title: str) -> bool:
    """Say whether a row is a count and the headline, in quotes: blogs' themes head their threads so in all languages."""
    return row[:1].isdecimal() and len(row) - len(title) <= HEADS_CHARS and title in row and not row.startswith(title)


def _undated(row: str) -> str:
    """Return a row without its dates and what stands around them, or for a name; most have not even what every date has."""
    bare = DATE.sub("", row) if FIGURE.search(row) or WORDED.search(row) else row
    if bare == row or len(bare) > LINE_CHARS:
        return bare
    return SIGNED.sub("", FILLED_END.sub("", ANSWERS_END.sub("", bare)))


def _date(row: str) -> str | None:
    match = DATE.search(row)
    return match[0] if match else None


def _name(bare: str) -> str:
    return ANSWERED.sub("", NUMBERED.sub("", bare)).strip(" ,:·•|-–@")
