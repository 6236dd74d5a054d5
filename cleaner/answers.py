"""The buttons by which readers' comments are answered and reported, in many languages."""

from __future__ import annotations

import re

_ANSWER = (
    r"(?:reply|replies|log ?in to (?:reply|leave a comment)|report(?: (?:this )?comment)?|quote|antwort(?:en)?|auf diesen kommentar antworten|zum antworten anmelden"
    r"|melden|zitieren|répondre|signaler|alerter|responder|rispondi|segnala|denunciar|odpowiedz|zgłoś|svara?|anmäl|besvar|svar på kommentar|beantwoorden|reageer|vastaa|ответить|відповісти|пожаловаться"
    r"|odpovědět|odpovedať|válasz|răspunde|yanıtla|cevapla|απάντηση|отговори|답글|返信|回复|回覆|رد)"
)
ANSWER = re.compile(rf"^\W*(?:\d+\W*)?{_ANSWER}\b[\W\d]*$", re.IGNORECASE)
"""The button by which a comment is answered or reported, below it."""
ANSWERS_END = re.compile(rf"(?:[\W\d]*\b{_ANSWER}\b)+[\W\d]*$", re.IGNORECASE)
"""Such buttons behind a name and a day."""
STAMP_CHARS = 120
"""Longest line with a reader's name, the day and the buttons."""


def is_stamp(text: str) -> bool:
    """Say whether a line is the head of a comment: a name and a day with a button to answer behind them."""
    if len(text) > STAMP_CHARS or not any(map(str.isdecimal, text)):
        return False
    found = ANSWERS_END.search(text)
    return found is not None and any(map(str.isdecimal, text[: found.start()].lstrip("0123456789. ")))
