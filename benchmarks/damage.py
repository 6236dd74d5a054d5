"""Damage gold texts as scraping does, each kind with the score that must fall and the flag that must rise.

All is random by the text's own name, so that runs agree. A text that a kind of damage cannot touch (no sentence to cut,
no character to decode wrongly) gives None.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

SENTENCE = re.compile(r"[^\n.!?。！？]{20,}[.!?。！？]")
CUT_WORDS = 8
"""Words of a sentence that is cut; the cut lies behind its third and before its last two words."""
BOUNDARY = re.compile(r"(?<=[a-zß-öø-ÿ]{3}[.!?]) (?=[A-ZÀ-Ý][a-zß-öø-ÿ]+ [a-zß-öø-ÿ])")
"""The space between two sentences, of which gluing takes some."""
GLUED_SHARE = 0.2
LEAST_GLUED = 2
TEASERS = 6
LONG_WORDS = 20
"""Words of a paragraph that is doubled."""
DOUBLED_SHARE = 0.2


class Damage(NamedTuple):
    """A way to damage a text, the component it lowers, and the flag it raises, where there is one."""

    make: Callable[[str, random.Random, Sequence[str]], str | None]
    component: str
    flag: str


def cut(text: str, draw: random.Random, _others: Sequence[str]) -> str | None:
    """Drop the last 10 to 60 % of the text, in mid-sentence."""
    start = int(len(text) * draw.uniform(0.4, 0.9))
    for sentence in SENTENCE.finditer(text, start):
        spaces = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", sentence[0])][3:-2]
        if sentence[0].count(" ") >= CUT_WORDS and spaces:
            return text[: sentence.start() + draw.choice(spaces)]
    return None


def glue(text: str, draw: random.Random, _others: Sequence[str]) -> str | None:
    """Drop the space between some sentences."""
    places = [m.start() for m in BOUNDARY.finditer(text)]
    if len(places) < LEAST_GLUED:
        return None
    chosen = set(draw.sample(places, max(LEAST_GLUED, int(GLUED_SHARE * len(places)))))
    return "".join(char for at, char in enumerate(text) if at not in chosen)


def mojibake(text: str, _draw: random.Random, _others: Sequence[str]) -> str | None:
    """Decode the text's UTF-8 as Windows-1252; straight apostrophes are made curly first, so that most texts can suffer."""
    curly = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    try:
        wrong = curly.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        wrong = curly.encode("utf-8").decode("latin-1")
    return wrong if wrong != curly else None


def teasers(text: str, draw: random.Random, others: Sequence[str]) -> str | None:
    """Put headlines of other stories between the paragraphs."""
    lines = text.split("\n")
    if len(lines) < TEASERS:
        return None
    for headline in draw.sample(list(others), TEASERS):
        lines.insert(draw.randrange(1, len(lines)), headline)
    return "\n".join(lines)


def double(text: str, draw: random.Random, _others: Sequence[str]) -> str | None:
    """Repeat some paragraphs, not beside themselves."""
    lines = text.split("\n")
    long = [line for line in lines if line.count(" ") >= LONG_WORDS]
    if not long:
        return None
    for line in draw.sample(long, max(1, int(DOUBLED_SHARE * len(long)))):
        lines.insert(draw.randrange(lines.index(line) + 1, len(lines) + 1), line)
    return "\n".join(lines)


KINDS = {
    "cut in mid-sentence": Damage(cut, "completeness", "truncated"),
    "glued sentences": Damage(glue, "integrity", "glued_sentences"),
    "wrongly decoded": Damage(mojibake, "integrity", "mojibake"),
    "teasers between paragraphs": Damage(teasers, "cleanliness", ""),
    "doubled paragraphs": Damage(double, "repetition", "duplicate_paragraphs"),
}


def damaged(kind: str, key: str, text: str, others: Sequence[str], number: int = 0) -> str | None:
    """Return `text`, the gold of page `key`, with one kind of damage; `number` gives another place of it."""
    draw = random.Random(zlib.crc32(f"{kind}/{key}/{number}".encode()))
    return KINDS[kind].make(text, draw, others)
