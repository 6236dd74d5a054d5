"""Scores from 0 to 1, higher is better; each function's docstring is its formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from cleaner.quality import estimate
from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import Finding
from cleaner.quality.mixed import LANGUAGE_CHARS
from cleaner.quality.signals import Floats, Signs, measured
from cleaner.quality.words import ALONE, LETTER, LOWER, QUOTE, STOP, SUSPECT, UPPER, WORD
from cleaner.record import SCORES, ArticleRecord
from cleaner.regexes import regex
from cleaner.tokens import CJK_FIRST, counted

WEIGHTS = {
    "expected_f1": 0.5, "completeness": 0.2, "cleanliness": 0.1, "integrity": 0.1, "language": 0.03,
    "repetition": 0.04, "informativeness": 0.03,
}  # fmt: skip
"""Share of each component in `overall`: nine tenths near what predicts the true F1 of pages and of damaged texts best, see
the table of weights, and a tenth for integrity, which F1 cannot see."""
CAPS = {"guarded_input": 0.1, "not_article": 0.3, "too_short": 0.5, "paywalled": 0.6, "truncated": 0.8}
"""Highest `overall` that a record with the flag can reach."""
LENGTH = 20
"""Words at which a text is as likely a part as a whole; a story of 200 words then loses 0.09, one of 1,000 0.02."""
FLAG_COSTS = {"truncated": ("completeness", 0.5), "mixed_language": ("language", 0.5)}
"""What a flag of confidence 1 takes from a component."""
TITLE_LETTERS, LEAD_CHARS, NO_TITLE = 4, 1500, -0.5
"""Letters of a title's word that is looked for in the lead, how long that is, and the signal where there is no title."""
DAMAGE = regex(r"&[a-z]{2,8};|&#\d+;|</?[a-z]{1,10}[^<>]{0,80}>|\[/?[a-z]{1,8}\]")
"""Entities, tags and bulletin-board codes that are left in the text."""
DAMAGE_MARKS = ("&", "<", "[")
PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))
REPAIR_WEIGHTS = {"glued_sentence": 0.2, "mojibake": 0.2, "entity": 0.2}
"""How much a repair counts against damage that is left: the text is whole again, its source is in doubt."""
JOIN_WEIGHT = 0.02
"""The same for a join of lines, which most flattened pages need."""
UNBALANCED_WEIGHT = 0.2
"""How much a kind of quote or bracket counts that opens and closes unequally often."""
READS_LIKE = 0.08
"""Share of stop words from which a paragraph reads like the body's language: Turkish, the poorest in them, has 0.09."""
HALF_DAMAGE = 10.0
"""Damage in 1,000 words at which integrity is a half: a word in a hundred is broken, or one in twenty was repaired."""
WORD_LENGTHS = (3.0, 10.0)
"""Mean length of words outside which text is none (Rae et al. 2021, Gopher's quality filters)."""
DUPLICATE_COST = 0.5
"""How much of the repeated words that were removed counts against repetition, beside those that are left."""
SAMPLE_WORDS = 200
"""Words of which the distinct ones are counted: their share falls with length, so that longer bodies need an equal one."""
LETTER_SHARE = 0.8
"""Share of letters among letters, digits and marks below which a text says little (Gopher: 80 % of words have one)."""


def expected_f1(evidence: Evidence) -> float:
    """F1 that the body would reach against an editor's, in words, predicted by boosted trees from the signals below.

    The first signal is the closed form `2 Σ p·n·k / (Σ p·n + Σ n·k)`, with the block model's chance p, words n and the
    share k that was kept of each block; the others say how far to trust it. Where the model is not asked (clean text, and
    inputs that are kept whole), a chance of `ASSUMED` stands for what was kept, and one signal says so.
    """
    if not evidence.total:
        return 0.0
    return estimate.packaged().predict(signals(evidence))


def signals(evidence: Evidence) -> Floats:
    """Return the signals from which `expected_f1` is predicted, in the order of `signals.DIRECTIONS`."""
    record, found = evidence.record, evidence.hashed
    words = max(1, len(found.starts))
    opening = found.classes.take(found.starts)
    headings = sum(n for n, p in zip(evidence.counts, record.paragraphs, strict=True) if p.role == "heading")
    signs = Signs(
        evidence.loose,
        evidence.repeated,
        headings / max(1, evidence.total),
        np.count_nonzero(opening & UPPER) / words,
        1 - np.count_nonzero(opening & LETTER) / words,
        np.count_nonzero(found.classes & QUOTE) / words,
        len(record.repairs) / words,
        evidence.counts[-1] / max(1, evidence.total) if evidence.counts else 0.0,
        _led(record),
        len(record.text) / words,
        (record.text.count("?") + record.text.count("？")) / words,
    )
    return measured(evidence.decision, signs)


def _led(record: ArticleRecord) -> float:
    """Return the share of the title's longer words that the body's beginning uses; `NO_TITLE` without a title."""
    longer = {word for word in (record.title or "").casefold().split() if len(word) >= TITLE_LETTERS}
    lead = record.text[:LEAD_CHARS].casefold()
    return sum(word in lead for word in longer) / len(longer) if longer else NO_TITLE


def completeness(evidence: Evidence) -> float:
    """Expected recall x length, less what the flag `truncated` costs.

    Expected recall is `Σ p·n·k / Σ p·n` over blocks, with the block model's chance p, words n and the share k that was
    kept; 1 where the model was not asked. Length is `words / (words + LENGTH)`.
    """
    if not evidence.total:
        return 0.0
    return evidence.decision.recall * evidence.total / (evidence.total + LENGTH)


def cleanliness(evidence: Evidence) -> float:
    """Expected precision x (1 - share of loose words).

    Expected precision is `Σ p·n·k / Σ n·k`, 1 where the model was not asked. Loose are the words of paragraphs without
    a role that do not end like sentences, and half of those of headings.
    """
    if not evidence.total:
        return 0.0
    return evidence.decision.precision * (1 - evidence.loose)


def integrity(evidence: Evidence) -> float:
    """`1 / (1 + damage per 1,000 words / HALF_DAMAGE)`; halved where words are no words.

    Damage is what is left (glued sentences, entities, tags, U+FFFD, what ftfy's `badness` counts, quotes and brackets
    that do not close) and, with `REPAIR_WEIGHTS`, what was repaired in the body. Words are none when their mean length is outside
    `WORD_LENGTHS`, scripts without spaces apart.
    """
    if not evidence.total:
        return 0.0
    text = evidence.record.text
    damage = float(_count(text, "\ufffd") + _glued(evidence))
    if any(mark in text for mark in DAMAGE_MARKS):
        damage += len(DAMAGE.findall(text))
    if _looks_wrong(evidence):
        from ftfy.badness import badness  # noqa: PLC0415 - rarely needed

        damage += badness(text)
    damage += UNBALANCED_WEIGHT * sum([abs(_count(text, a) - _count(text, b)) > 1 for a, b in PAIRS])
    damage += sum([REPAIR_WEIGHTS.get(repair.kind, JOIN_WEIGHT) for repair in evidence.repairs])
    score = 1 / (1 + 1000 * damage / evidence.total / HALF_DAMAGE)
    return score if _has_words(evidence) else score / 2


def _count(text: str, char: str) -> int:
    """Count a character; that one is not there is found ten times as fast."""
    return text.count(char) if char in text else 0


def _looks_wrong(evidence: Evidence) -> bool:
    """Say whether wrongly decoded characters may be left; only there ftfy is asked, which takes a millisecond a page."""
    at = ((evidence.hashed.classes & SUSPECT) != 0).nonzero()[0]
    return any(not evidence.record.text[place + 1 : place + 2].isascii() for place in at.tolist())


def _glued(evidence: Evidence) -> int:
    """Count a small letter, a stop and a capital in a row, as in `said.The`."""
    classes = evidence.hashed.classes
    at = ((classes[1:-2] & STOP) != 0).nonzero()[0]
    at = at[(classes.take(at + 2) & UPPER) != 0]
    return int(np.count_nonzero(classes.take(at) & classes.take(at + 3) & LOWER))


def _has_words(evidence: Evidence) -> bool:
    found = evidence.hashed
    if not len(found.starts) or (found.highest >= CJK_FIRST and np.any(found.classes & ALONE)):
        return True
    mean = np.count_nonzero(found.classes & WORD) / len(found.starts)
    return bool(WORD_LENGTHS[0] <= mean <= WORD_LENGTHS[1])


def language(evidence: Evidence) -> float:
    """Share of the text in long paragraphs that reads like the body's language, by its stop words.

    A paragraph reads like it from a stop-word density of `READS_LIKE` on, and by as much less as it falls short. 1 for
    languages without a list, 0 where no language is found; less what the flag `mixed_language` costs.
    """
    record = evidence.record
    if not record.language:
        return 0.0
    rows = zip(evidence.stops, record.paragraphs, strict=bool(evidence.stops))
    long = [stops for stops, p in rows if len(p.text) >= LANGUAGE_CHARS] or evidence.stops
    words = sum(n for _, n in long)
    if not words:
        return 1.0
    return sum(min(n, hits / READS_LIKE) for hits, n in long) / words


def repetition(evidence: Evidence) -> float:
    """(1 - share of word 5-grams that stand twice) x (1 - `DUPLICATE_COST` x share of repeated words that were removed).

    After the repetition filters of Gopher (Rae et al. 2021), which count lines and n-grams.
    """
    if not evidence.total:
        return 0.0
    removed = sum(counted([row.text for row in evidence.rows.get("duplicate", ())]))
    return (1 - evidence.repeated) * (1 - DUPLICATE_COST * removed / (removed + evidence.total))


def informativeness(evidence: Evidence) -> float:
    """Distinct words among the first `SAMPLE_WORDS`, doubled, up to 1 x share of letters against `LETTER_SHARE`, up to 1."""
    found = evidence.hashed
    if not len(found.hashes):
        return 0.0
    sample = np.sort(found.hashes[:SAMPLE_WORDS])
    distinct = 1 + int(np.count_nonzero(sample[1:] != sample[:-1]))
    letters = np.count_nonzero(found.classes & LETTER) / max(1, len(found.classes) - evidence.record.text.count(" "))
    return min(1.0, 2 * distinct / len(sample)) * min(1.0, letters / LETTER_SHARE)


COMPONENTS: dict[str, Callable[[Evidence], float]] = {name: globals()[name] for name in SCORES if name != "overall"}


def scores(evidence: Evidence, raised: Mapping[str, Finding]) -> Mapping[str, float]:
    """Return all scores; `overall` is the weighted mean of the components, capped by the flags `raised`."""
    parts = {name: score(evidence) for name, score in COMPONENTS.items()}
    for flag, (name, cost) in FLAG_COSTS.items():
        if flag in raised:
            parts[name] *= 1 - cost * raised[flag].confidence
    parts = {name: round(min(1.0, max(0.0, float(value))), 3) for name, value in parts.items()}
    overall = sum(WEIGHTS[name] * value for name, value in parts.items())
    overall = min([overall, *(cap for flag, cap in CAPS.items() if flag in raised)])
    if not evidence.record.paragraphs:
        overall = 0.0
    return MappingProxyType({name: parts.get(name, round(overall, 3)) for name in SCORES})
