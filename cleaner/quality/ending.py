"""How likely a body that does not end in a stop breaks off in mid-sentence: a logistic regression on its last lines.

One gold body in nine ends without a stop, in a signature, a list or a link, so that the missing stop alone says little.
The weights were fitted with `python -m benchmarks.quality --fit`, on gold bodies as they are and cut in mid-sentence.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from cleaner.language import STOPWORDS
from cleaner.model import Paragraph

PACKAGED = Path(__file__).with_name("ending.json")
FINAL = re.compile(r"[.!?…。！？؟।։:;][\"'”’»)\]›」』*]*$")
SENTENCE_INSIDE = re.compile(r"[.!?。！？؟।][\"'”’»)\]]*(?:\s|(?=[\u3040-\u9fff]))")
OPEN_END = re.compile(r"[,(\[–—-]$")
"""Ends that no finished text has."""
ADDRESS = re.compile(r"https?:|www\.|[@|©→]")
LEAD_IN = re.compile(
    r"\W*(?:by|with|from|source|photo|image|tags?|filed|read|see|more|share|follow|reporting|contact|email|visit|originally"
    r"|published|written|edited|click|learn|check|via|editor|this (?:post|article|story))\b",
    re.IGNORECASE,
)
"""First words of credits and of calls to the reader."""
PROSE_WORDS = 12
"""Words from which a paragraph is prose, which ends in stops."""
LONGEST = 40
"""Words beyond which a last paragraph says no more by its length."""
UNKNOWN = 0.5
"""Share of paragraphs with a stop where there is none to count."""
FEATURES = (
    "last_small", "last_letter", "last_digit", "last_function", "function_share", "function", "words", "fragment_short",
    "capitals", "item", "sentence", "prose_stops", "stops", "stop_above", "begins_small", "address", "lead_in", "alone",
    "item_above", "heading_above",
)  # fmt: skip


def chance(paragraphs: Sequence[Paragraph], language: str) -> float:
    """Return the chance that the last of `paragraphs` breaks off; 0 where it ends in a stop or in no text."""
    last = paragraphs[-1]
    if FINAL.search(last.text) or last.role in ("heading", "table", "preformatted"):
        return 0.0
    if OPEN_END.search(last.text):
        return 1.0
    weights, bias = _weights()
    score = bias + sum(w * x for w, x in zip(weights, features(paragraphs, language), strict=True))
    return 1 / (1 + math.exp(-score))


def features(paragraphs: Sequence[Paragraph], language: str) -> list[float]:
    """Return what the last lines show, in the order of `FEATURES`, each from 0 to 1."""
    last = paragraphs[-1]
    tokens = last.text.split()
    function = STOPWORDS.get(language, frozenset())
    known = [token.strip("\"'“”‘’(),:;").casefold() in function for token in tokens]
    inside = list(SENTENCE_INSIDE.finditer(last.text))
    fragment = last.text[inside[-1].end() :].split() if inside else tokens
    end = tokens[-1].lstrip("\"'“”‘’(") or " "
    above = paragraphs[-2] if len(paragraphs) > 1 else None
    rest = [(p, FINAL.search(p.text) is not None) for p in paragraphs[:-1] if p.role != "heading"]
    prose = [stop for p, stop in rest if p.role == "paragraph" and p.text.count(" ") + 1 >= PROSE_WORDS]
    return [
        float(end[0].islower()), float(end[-1].isalpha()), float(end[-1].isdigit()), float(known[-1]),
        sum(known) / len(known), float(any(known)), min(len(tokens), LONGEST) / LONGEST, float(len(fragment) <= 2),  # noqa: PLR2004
        sum(word[0].isupper() for word in fragment) / max(1, len(fragment)), float(last.role == "list_item"),
        float(bool(inside)), _share(prose), _share([stop for _, stop in rest]),
        float(above is None or FINAL.search(above.text) is not None), float(last.text[0].islower()),
        float(ADDRESS.search(last.text) is not None), float(LEAD_IN.match(last.text) is not None), float(len(tokens) == 1),
        float(above is not None and above.role == "list_item"), float(above is not None and above.role == "heading"),
    ]  # fmt: skip


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else UNKNOWN


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], float]:
    table = json.loads(PACKAGED.read_text(encoding="utf-8"))
    if table["features"] != list(FEATURES):
        raise ValueError("the weights of broken endings were fitted to other features; fit them again")
    return tuple(table["weights"]), table["bias"]
