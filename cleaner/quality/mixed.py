"""Whether a story is in more than one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cleaner.language import STOP_DENSITY, by_stop_words
from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import LIKELY, STRONG, Finding, quoted
from cleaner.regexes import regex
from cleaner.relatives import are_near

LANGUAGE_CHARS = 80
"""Characters of a paragraph from which its own language is read, and of a body: headlines in Chinese characters alone may be Japanese."""
LANGUAGE_PARAGRAPHS = 40
"""Paragraphs that are looked at; a second language that starts later is a small part of the story."""
FOREIGN_SHARE = 0.15
"""Share of the long paragraphs' text in another language from which the story is mixed; quotes stay below."""
OTHER_SCRIPT = regex(r"[\u0370-\u1cff\u3040-\ud7a3]")
SCRIPTS = {
    name: (regex(f"[{letters}]"), weight)
    for name, letters, weight in (
        ("latin", "A-Za-z\u00c0-\u024f\u1e00-\u1eff", 1), ("greek", "\u0370-\u03ff", 1), ("cyrillic", "\u0400-\u052f", 1), ("armenian", "\u0530-\u058f", 1),
        ("hebrew", "\u0590-\u05ff", 1), ("arabic", "\u0600-\u077f", 1), ("indic", "\u0900-\u0dff", 1), ("thai", "\u0e00-\u0eff", 1),
        ("georgian", "\u10a0-\u10ff", 1), ("kana", "\u3040-\u30ff", 2), ("han", "\u4e00-\u9fff", 3), ("hangul", "\uac00-\ud7a3", 2),
    )
}  # fmt: skip
"""Script -> its letters, and how many of Latin's say as much as one of them, about."""
SAMPLE = 120
"""Characters of a paragraph from which its script is read."""


def mixed_language(evidence: Evidence) -> Finding | None:
    """The page and the body, or two long parts of the body, are in different languages."""
    record, page = evidence.record, evidence.page
    if len(record.text) >= LANGUAGE_CHARS and record.language and page.language and not are_near(record.language, page.language):
        return Finding(LIKELY, f"page {page.language}, body {record.language}")
    long = [i for i, p in enumerate(record.paragraphs[:LANGUAGE_PARAGRAPHS]) if len(p.text) >= LANGUAGE_CHARS]
    texts = [record.paragraphs[i].text for i in long]
    return _in_other_words(evidence, long, texts) or _in_other_script(evidence)


def _in_other_words(evidence: Evidence, long: Sequence[int], texts: Sequence[str]) -> Finding | None:
    """Return long paragraphs that have few stop words of the body's language and, each or together, those of another."""
    language, stops = evidence.record.language or "", evidence.stops
    doubtful = [
        text for i, text in zip(long, texts, strict=True) if not stops or stops[i][0] < STOP_DENSITY * stops[i][1]
    ]
    enough = FOREIGN_SHARE * sum(map(len, texts))
    if len(doubtful) <= 1 or sum(map(len, doubtful)) < enough:
        return None
    codes = [(by_stop_words(text), text) for text in doubtful]
    foreign = [(code, text) for code, text in codes if code and not are_near(code, language)]
    if len(foreign) <= 1 or sum(len(text) for _, text in foreign) < enough:
        told = [text for text in doubtful if "://" not in text]
        code = by_stop_words("\n".join(told))
        foreign = [(code, text) for text in told] if code and not are_near(code, language) and sum(map(len, told)) >= enough else []
    return Finding(STRONG, f"{language}, {foreign[0][0]}: {quoted(foreign[0][1])}") if foreign else None


def _in_other_script(evidence: Evidence) -> Finding | None:
    """Return paragraphs that are written in another script than most of the body."""
    record = evidence.record
    if not OTHER_SCRIPT.search(record.text):
        return None
    told = [(*_script(p.text), p.text) for p in record.paragraphs[:LANGUAGE_PARAGRAPHS] if p.role == "paragraph"]
    sizes: Counter[str] = Counter()
    for script, size, _ in told:
        sizes[script] += size
    if len(sizes) <= 1:
        return None
    (most, _), (other, size), *_ = sizes.most_common()
    foreign = [text for script, own, text in told if script == other and own >= LANGUAGE_CHARS]
    if len(foreign) > 1 and size >= FOREIGN_SHARE * sizes.total():
        return Finding(STRONG, f"{most}, {other}: {quoted(foreign[0])}")
    return None


def _script(text: str) -> tuple[str, int]:
    """Return the script of most of the letters of a text's beginning, and how long the text would be in Latin letters."""
    found = {name: len(letters.findall(text, 0, SAMPLE)) for name, (letters, _) in SCRIPTS.items()}
    if found["kana"] and found["han"]:
        found["kana"] += found.pop("han")
    name = max(found, key=found.__getitem__)
    return name, len(text) * SCRIPTS[name][1]
