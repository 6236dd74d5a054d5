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
