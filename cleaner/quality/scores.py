"""Scores from 0 to 1, higher is better; each function's docstring is its formula."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from cleaner.features import count_words
from cleaner.language import stop_density
from cleaner.quality.flags import FINAL, Evidence
from cleaner.record import SCORES

WEIGHTS = {
    "expected_f1": 0.4, "completeness": 0.15, "cleanliness": 0.15, "integrity": 0.1, "language": 0.05,
    "repetition": 0.1, "informativeness": 0.05,
}  # fmt: skip
"""Share of each component in `overall`."""
CAPS = {"guarded_input": 0.1, "not_article": 0.3, "too_short": 0.5, "truncated": 0.8, "paywalled": 0.6}
"""Highest `overall` that a record with the flag can reach."""
FULL_STORY_WORDS = 150
"""Words from which length is no longer held against a story."""
TYPICAL_STOPS = 0.25
"""Stop-word density of running text in languages with function words."""
MAX_REPAIRS = 10.0
"""Repairs for each 1,000 words at which integrity reaches 0."""
DAMAGE = re.compile(r"\ufffd|&[a-z]{2,8};|&#\d+;|</?[a-z]{1,10}[^<>]{0,80}>|\[/?[a-z]{1,8}\]")
NGRAM = 5


def expected_f1(evidence: Evidence) -> float:
    """Words kept against words kept plus words that only the zone or the model removed, weighted by their doubt."""
    kept = _words(evidence)
    doubtful = sum(
        count_words(row.text) * (1 - row.confidence) for row in evidence.record.removed if row.kind == "residue"
    )
    return kept / (kept + doubtful) if kept else 0.0


def completeness(evidence: Evidence) -> float:
    """Length against `FULL_STORY_WORDS`, halved for a story that breaks off."""
    length = min(1.0, _words(evidence) / FULL_STORY_WORDS)
    return length * (0.5 if "truncated" in evidence.record.flags else 1.0)


def cleanliness(evidence: Evidence) -> float:
    """Share of the body's words in paragraphs that end like sentences or have a role of their own."""
    paragraphs = evidence.record.paragraphs
    good = sum(count_words(p.text) for p in paragraphs if p.role != "paragraph" or FINAL.search(p.text))
    return good / _words(evidence) if paragraphs else 0.0


def integrity(evidence: Evidence) -> float:
    """`1 - (damage left + repairs made) per 1,000 words / MAX_REPAIRS`, not below 0; joins count a tenth."""
    words = _words(evidence)
    if not words:
        return 0.0
    weights = {"glued_sentence": 0.2, "mojibake": 0.2}
    damage = len(DAMAGE.findall(evidence.record.text)) + sum(weights.get(r.kind, 0.02) for r in evidence.record.repairs)
    return max(0.0, 1 - 1000 * damage / words / MAX_REPAIRS)


def language(evidence: Evidence) -> float:
    """Stop-word density against `TYPICAL_STOPS`; 0.5 where the language has no list; halved when languages are mixed."""
    record = evidence.record
    if not record.language:
        return 0.0
    density = stop_density(record.text, record.language)
    score = min(1.0, density / TYPICAL_STOPS) if density else 0.5
    return score * (0.5 if "mixed_language" in record.flags else 1.0)


def repetition(evidence: Evidence) -> float:
    """`1 -` the share of word 5-grams that occur more than once (Rae et al. 2021, Gopher's repetition filters)."""
    words = evidence.record.text.split()
    grams = Counter(tuple(words[i : i + NGRAM]) for i in range(len(words) - NGRAM + 1))
    total = sum(grams.values())
    return 1 - sum(n for n in grams.values() if n > 1) / total if total else float(bool(words))


def informativeness(evidence: Evidence) -> float:
    """Share of distinct words among the first 200, doubled, up to 1: lists of one phrase say little."""
    words = [word.casefold() for word in evidence.record.text.split()[:200]]
    return min(1.0, 2 * len(set(words)) / len(words)) if words else 0.0


def _words(evidence: Evidence) -> int:
    return sum(count_words(p.text) for p in evidence.record.paragraphs)


COMPONENTS: dict[str, Callable[[Evidence], float]] = {name: globals()[name] for name in SCORES if name != "overall"}


def scores(evidence: Evidence) -> Mapping[str, float]:
    """Return all scores; `overall` is the weighted mean of the components, capped by flags."""
    parts = {name: round(min(1.0, max(0.0, score(evidence))), 3) for name, score in COMPONENTS.items()}
    overall = sum(WEIGHTS[name] * value for name, value in parts.items())
    overall = min([overall, *(cap for flag, cap in CAPS.items() if flag in evidence.record.flags)])
    if not evidence.record.paragraphs:
        overall = 0.0
    return MappingProxyType({name: parts.get(name, round(overall, 3)) for name in SCORES})
