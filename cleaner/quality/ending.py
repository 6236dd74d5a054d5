"""How likely a body that does not end in a stop breaks off in mid-sentence: a logistic regression on its last lines.

One gold body in nine ends without a stop, in a signature, a list or a link, so that the missing stop alone says little.
What tells most is whether sentences end in such words, in general (`cleaner.quality.finality`) and in this very text. The
weights were fitted with `python -m benchmarks.endings --fit`, on gold bodies as they are and cut in mid-sentence.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from cleaner import stops
from cleaner.language import STOPWORDS
from cleaner.model import Paragraph
from cleaner.quality import finality
from cleaner.regexes import regex

PACKAGED = Path(__file__).with_name("ending.json")
_CLOSERS = frozenset(stops.LAST_CLOSERS + "*")
"""The marks of `FINAL`."""
FINAL = regex(rf"[{''.join(sorted(stops.TERMINAL))}](?:\s?[{re.escape(''.join(sorted(_CLOSERS)))}])*$")
SENTENCE_INSIDE = regex(rf"[{stops.ENDS}][\"'”’»)\]]*(?:\s|(?=[\u3040-\u9fff]))")
OPEN_END = regex(r"(?<![–—-])[,(\[–—-]$")
"""Ends that no finished text has; a run of dashes is a rule."""
FRAMED = regex(r"^[–—-].*[–—-]$", re.DOTALL)
"""A line between dashes is a note."""
ATTRIBUTED = regex(r"[.!?…][\"'”’»]\s*[–—-]\s*\w[^.!?]{0,60}\Z")
"""A quotation that is closed, and whose it is: how mottoes end (`“Neither will tell.” – Proverb`)."""
ADDRESS = regex(r"https?:|www\.|[@|©→\t]|\w\.(?:com|org|net|edu|gov|info|io|co|de|uk|fr)\b")
LABEL = regex(r"\W*[^.!?:]{2,40}:\s+\S")
"""A short label with a colon opens a row of facts."""
LEAD_IN = regex(
    r"\W*(?:by|with|from|source|photo|image|tags?|filed|read|see|more|share|follow|reporting|contact|email|visit|originally"
    r"|published|written|edited|click|learn|check|via|editor|this (?:post|article|story))\b",
    re.IGNORECASE,
)
"""First words of credits and of calls to the reader."""
UNSTOPPED_CHARS = 300
"""Characters of a text without any stop from which its end without one says nothing."""
PROSE_WORDS = 12
"""Words from which a paragraph is prose, which ends in stops."""
FRAGMENT = 2
"""Words behind the last stop that are a signature rather than a sentence."""
NEAR_END = 5
"""Last words among which function words are counted."""
UNKNOWN = 0.5
"""Share of paragraphs with a stop where there is none to count; and how often a word that stands nowhere else was seen to
end a sentence, and to stand inside one."""
WITHOUT_STOPS = ("heading", "table", "preformatted")
"""Roles of paragraphs that end without a stop by custom."""
MARKS = "\"'“”‘’(),:;"
FEATURES = (
    "last_letter", "last_digit", "fragment_short", "capitals", "names", "item", "sentence", "prose_stops", "stops", "address",
    "label", "lead_in", "function_words", "goes_on_here", "known_here", "may_end",
)  # fmt: skip


def chance(paragraphs: Sequence[Paragraph], language: str) -> float:
    """Return the chance that the last of `paragraphs` breaks off; 0 where it ends as the text's paragraphs do."""
    if not is_open(paragraphs):
        return 0.0
    if OPEN_END.search(paragraphs[-1].text) and not FRAMED.match(paragraphs[-1].text):
        return 1.0
    weights, bias = _weights()
    score = bias + sum(w * x for w, x in zip(weights, features(paragraphs, language), strict=True))
    return 1 / (1 + math.exp(-score))


def is_open(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether the last of `paragraphs` lacks a stop, and the text sets stops: verse and some languages go without."""
    if not paragraphs or paragraphs[-1].role in WITHOUT_STOPS or is_final(paragraphs[-1].text):
        return False
    if ATTRIBUTED.search(paragraphs[-1].text):
        return False
    if any(is_final(p.text) for p in paragraphs[:-1]) or SENTENCE_INSIDE.search(paragraphs[-1].text):
        return True
    return sum(len(p.text) for p in paragraphs) < UNSTOPPED_CHARS


def is_final(text: str) -> bool:
    """Say whether a text ends in a stop, as `FINAL` has it; its last character tells it of most."""
    last = text[-1:]
    return last in stops.TERMINAL or ((last in _CLOSERS or last.isspace()) and FINAL.search(text) is not None)


def features(paragraphs: Sequence[Paragraph], language: str) -> list[float]:
    """Return what the last lines show, in the order of `FEATURES`.

    Shares and facts are 0 to 1; `goes_on_here` and `may_end` are log-odds, `known_here` the logarithm of a count.
    """
    last = paragraphs[-1]
    tokens = last.text.split()
    function = STOPWORDS.get(language, frozenset())
    inside = list(SENTENCE_INSIDE.finditer(last.text))
    rest = last.text[inside[-1].end() :] if inside else last.text
    fragment = rest.split()
    rows = [(p, is_final(p.text)) for p in paragraphs[:-1] if p.role != "heading"]
    prose = [stop for p, stop in rows if p.role == "paragraph" and p.text.count(" ") + 1 >= PROSE_WORDS]
    end = tokens[-1].lstrip(MARKS) or " "
    return [
        float(end[-1].isalpha()), float(end[-1].isdigit()), float(len(fragment) <= FRAGMENT),
        sum(word[0].isupper() for word in fragment) / max(1, len(fragment)),
        float(any(a[0].isupper() and b[0].isupper() for a, b in pairwise(tokens[-2:]))), float(last.role == "list_item"),
        float(bool(inside)), _share(prose), _share([stop for _, stop in rows]), float(ADDRESS.search(last.text) is not None),
        float(not inside and LABEL.match(last.text) is not None), float(LEAD_IN.match(rest) is not None),
        sum(token.strip(MARKS).casefold() in function for token in tokens[-NEAR_END:]) / NEAR_END,
        *_elsewhere(paragraphs), finality.score(last.text),
    ]  # fmt: skip


def _elsewhere(paragraphs: Sequence[Paragraph]) -> tuple[float, float]:
    """Return the log-odds that the last word stands inside sentences where else the text has it, and log(1 + how often)."""
    *texts, last = [p.text.lower() for p in paragraphs]
    words = [*finality.WORD.finditer(last)]
    if not words:
        return 0.0, 0.0
    text = "\n".join([*texts, last[: words[-1].start()]])
    inside = final = 0
    for end in _ends_of(words[-1][0], text):
        goes_on = text[end : end + 1] in (" ", ",")
        inside, final = inside + goes_on, final + (not goes_on)
    return math.log((inside + UNKNOWN) / (final + UNKNOWN)), math.log1p(inside + final)


def _ends_of(word: str, text: str) -> Iterator[int]:
    """Yield where `word` ends in `text` wherever it stands there as a word; a regex would be compiled for every word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _parts(text[at - 1 : at]) and _parts(text[end : end + 1]):
            yield end
            at = text.find(word, end)
        else:
            at = text.find(word, at + 1)


def _parts(char: str) -> bool:
    """Say whether a character, or none at a text's edge, is no part of a word."""
    return not char.isalnum() and char != "_"


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else UNKNOWN


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], float]:
    table = json.loads(PACKAGED.read_text(encoding="utf-8"))
    if table["features"] != list(FEATURES):
        raise ValueError("the weights of broken endings were fitted to other features; fit them again")
    return tuple(table["weights"]), table["bias"]
