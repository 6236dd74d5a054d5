"""The buttons by which readers' comments are answered and reported, in many languages, and the threads that they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.byline_labels import BY
from cleaner.dates import find
from cleaner.regexes import regex

_ANSWER = (
    r"(?:reply|replies|log ?in to (?:reply|leave a comment)|report(?: (?:this )?comment)?|quote|antwort(?:en)?|auf diesen kommentar antworten|zum antworten anmelden"
    r"|melden|zitieren|répondre|signaler|alerter|responder|rispondi|segnala|denunciar|odpowiedz|zgłoś|svara?|anmäl|besvar|svar på kommentar|beantwoorden|reageer|vastaa|ответить|відповісти|пожаловаться"
    r"|odpovědět|odpovedať|válasz|răspunde|yanıtla|cevapla|απάντηση|отговори|답글|返信|回复|回覆|رد)"
)
ANSWER = regex(rf"^\W*(?:\d+\W*)?{_ANSWER}\b[\W\d]*$", re.IGNORECASE)
"""The button by which a comment is answered or reported, below it."""
ANSWERS_END = regex(rf"(?:[\W\d]*\b{_ANSWER}\b)+[\W\d]*$", re.IGNORECASE)
"""Such buttons behind a name and a day."""
STAMP_CHARS = 120
"""Longest line with a reader's name, the day and the buttons."""


def is_stamp(text: str) -> bool:
    """Say whether a line is the head of a comment: a name and a day with a button to answer behind them."""
    if len(text) > STAMP_CHARS or not any(map(str.isdecimal, text)):
        return False
    found = ANSWERS_END.search(text)
    return found is not None and any(map(str.isdecimal, text[: found.start()].lstrip("0123456789. ")))


_BESIDE = (
    r"(?:(?:edit / delete )?reply with quote|multi-?quote(?: this message)?|quick reply|report (?:as )?abuse|report as|flag(?: as (?:inappropriate|offensive|spam))?|inappropriate|abuse|parent|(?:view|show|hide) (?:\d+ )?repl(?:y|ies)|回应|回應|引用|举报|舉報|신고)"
)
_COUNTED = (
    r"(?:(?:up |down )?votes?|upvotes?|downvotes?|(?:dis)?likes?|points?|recommend(?:ed|s)?|share|link|permalink|edit|delete|up|down|stimmen|punkte|gefällt mir|j['’]aime"
    r"|(?:no )?me gusta|mi piace|curtir|нравится|lubię to|polub|踩|赞|讚|点赞|點讚|收藏|分享|顶|頂|支持|反对|좋아요|싫어요|공감|비공감)"
)
_BUTTONS = regex(rf"(?:[\W\d]*\b(?:{_ANSWER}|{_BESIDE}|{_COUNTED})\b)+[\W\d]*", re.IGNORECASE)
"""A line of nothing but the buttons below a comment, and what they count."""
_ANSWERED = regex(rf"\b(?:{_ANSWER}|{_BESIDE})\b", re.IGNORECASE)
"""Those of them that stand below comments alone; what is liked and shared may be anything."""
_SIGNS = (
    r"posted|submitted|written|commented|comment|reply|sent|added|geschrieben|verfasst|erstellt|beitrag|kommentar|soumis|envoyé|publié|posté|écrit|rédigé"
    r"|enviado|publicado|escrito|inviato|postato|scritto|inserito|geplaatst|skrevet|skrivet|postet|napisane|dodane"
)
_BY = f"{BY}|from|da|przez|postby|beitragvon|messagepar|notapor|mensajepor|mensagempor|messaggioda|berichtdoor"
"""The last with the word before it that boards show to screen readers alone, which touches it in text: “Postby ola » 3 May 2020”."""
SIGNED = regex(
    rf"\W*(?:\d+\W+)?(?:(?:{_SIGNS})\s+)?(?:{_BY})\s*:?\s+(?P<name>\S.{{0,40}}?)\W+(?:(?:on|at|am|um|le|el|il|op|den|dnia|em|à|a)\b)?.{{0,20}}\d.{{0,30}}?\d{{1,2}}[:.h]\d\d",
    re.IGNORECASE,
)
"""Who wrote a post, with the day and the time of day."""
_DATED = regex(
    rf"\W*(?:le|on|am|el|il|em|op)\s+\d{{1,2}}\b.{{0,30}}?\d{{1,2}}[:h]\d\d\W+(?:{_BY})\s+(?P<name>\S.{{0,40}}?)(?:\s+(?:en réponse à|in reply to|in response to|en respuesta a)\b.*)?",
    re.IGNORECASE,
)
"""The same with the day before the name."""
_NUMBERED = regex(
    r"\W*\d{1,4}[.)]\s+(?P<name>[^\W\d].{0,40}?)\s*[|·•,–—-]\s*\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d\d){1,2}\W+(?:\w{1,3}\W+)?\d{1,2}[:.h]\d\d(?:\s?(?:uhr|[ap]\.?m\.?))?\W*",
    re.IGNORECASE,
)
"""The same where the posts are numbered: “3. Tom | 11.05.2014 15:36”. Titles with days are lists of other stories where no number stands before them."""
_NUMBERED_NAME = regex(r"\W*\d{1,4}[.)]\s+(?P<name>[^\W\d].{0,40}?)\W*")
"""What stands before the day in such a head, where the day is written out: “4. Tom Jun 6, 2019 7:55am”."""
_NTH = regex(r"\W*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+(?:post\s)?#(?!1$)\d{1,4}", re.IGNORECASE)
"""The head of a post of a board, with its number in the thread; the first may be the story."""
_MOMENT = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_CHAT, _CHAT_STARTS = regex(rf"[\u200e\u200f]?(?:\[{_MOMENT}\]|{_MOMENT}\s-)\s[^:]{{1,40}}:\s", re.IGNORECASE), frozenset("[0123456789\u200e\u200f")
"""The head of a message in the export of a chat, “[07/08/2024, 19:52:11] Ola: ”, “07/08/2024, 19:52 - Ola: ”, and what it may begin with."""
_CLOCK = regex(r"\d[:.h]\d\d")
"""A time of day, which heads of posts have before the button to answer; without it a line may be a document's."""
_FIRST = regex(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(_FIRST.findall("|".join((_ANSWER, _BESIDE, _COUNTED, _SIGNS, _BY, "le|on|am|el|il|em|op")).casefold()))
"""Words with which such lines may begin, by which most lines are passed over."""
_LAST_WORDS = frozenset(_FIRST.findall(_ANSWER.casefold()))
"""Words with which the head of a post ends, by which most lines are passed over."""
FEWEST_POSTS = 3
"""Posts, by their marks, that make a thread. In 273 such stretches of flattened development pages hardly a line is story."""
POST_LINES = 15
"""Most lines from one post's mark to the next."""


def is_message(text: str) -> bool:
    """Say whether a line is the first of a message in the export of a chat."""
    return text[:1] in _CHAT_STARTS and _CHAT.match(text) is not None


def threads(texts: Sequence[str]) -> tuple[range, ...]:
    """Return the stretches from the first to the last mark of a post, three and more that follow each other: buttons to answer, or signatures with times.

    What stands above the first mark may be its post, where the marks stand below; of signatures alone, two at least name different writers.
    """
    marks = [(index, name) for index, text in enumerate(texts) if len(text) <= STAMP_CHARS and (name := _mark(text)) is not None]
    said = [index for index, text in enumerate(texts) if is_message(text)]
    if len(said) >= FEWEST_POSTS:
        return _around_longest(texts, said)
    if len(marks) < FEWEST_POSTS:
        return ()
    found = [run for run in _runs(marks) if len(run) >= FEWEST_POSTS and (not all(name for _, name in run) or len({name for _, name in run}) > 1)]
    return tuple(range(run[0][0], run[-1][0] + 1) for run in found)


def _around_longest(texts: Sequence[str], said: Sequence[int]) -> tuple[range, ...]:
    """Return the messages of a chat, which begin at the lines `said`, but for the longest: a story that was passed on; its own first line has its sender."""
    messages = [range(start, end) for start, end in pairwise((*said, len(texts)))]
    longest = max(messages, key=lambda lines: sum(len(texts[index]) for index in lines))
    head = range(longest.start, longest.start + (len(longest) > 1))
    return tuple(part for part in (range(said[0], longest.start), head, range(longest.stop, len(texts))) if part)


def _mark(text: str) -> str | None:
    """Return who signs a line, nobody for buttons and for the head of a post that a button ends, nothing for any other line."""
    if "#" in text and _NTH.fullmatch(text):
        return ""
    first = _FIRST.search(text)
    if first is None:
        return None
    if first[0].casefold() in _FIRST_WORDS:
        if _BUTTONS.fullmatch(text) and _ANSWERED.search(text):
            return ""
        signed = SIGNED.match(text) or _DATED.fullmatch(text)
        if signed:
            return signed["name"]
    if first.start() and (numbered := _NUMBERED.fullmatch(text) or _numbered(text)):
        return numbered["name"]
    ended = text.rsplit(None, 1)[-1].casefold() in _LAST_WORDS
    return "" if ended and is_stamp(text) and _CLOCK.search(text) else None


def _numbered(text: str) -> re.Match[str] | None:
    """Return the number and name of a post's head that ends in a day with a time of day."""
    if not text[0].isdecimal() or not _CLOCK.search(text):
        return None
    stamp = next(find(text), None)
    if stamp is None or "T" not in stamp.iso or any(map(str.isalnum, text[stamp.end :])):
        return None
    return _NUMBERED_NAME.fullmatch(text, 0, stamp.start)


def _runs(marks: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the marks that follow each other."""
    run = [marks[0]]
    for above, below in pairwise(marks):
        if below[0] - above[0] > POST_LINES:
            yield run
            run = []
        run.append(below)
    yield run
