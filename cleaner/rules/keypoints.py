"""The key points that stand between headline and story, under a heading that says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cleaner.features import Features
from cleaner.model import LINKED, Page
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.rules.phrases import fold

HEADINGS = (
    "key points", "the key points", "key takeaways", "takeaways", "key facts", "key findings", "main points", "story highlights",
    "at a glance", "in brief", "in short", "summary", "article summary", "quick summary", "the gist", "tl;dr", "tldr", "what to know",
    "what you need to know", "need to know",
    "das wichtigste in kürze", "das wichtigste im überblick", "auf einen blick", "in kürze", "kurz zusammengefasst",
    "zusammenfassung", "darum geht es", "darum geht's", "worum es geht", "kernpunkte", "die wichtigsten punkte",
    "l'essentiel", "en bref", "points clés", "les points clés", "à retenir", "ce qu'il faut retenir", "en résumé", "résumé",
    "puntos clave", "las claves", "claves", "lo esencial", "en resumen", "en breve", "resumen", "lo más importante",
    "punti chiave", "i punti chiave", "in breve", "in sintesi", "riassunto",
    "pontos-chave", "pontos principais", "em resumo", "resumo", "em síntese",
    "in het kort", "kort samengevat", "samenvatting", "belangrijkste punten", "hoofdpunten",
    "w skrócie", "podsumowanie", "kluczowe informacje", "najważniejsze informacje", "najważniejsze punkty",
    "i korthet", "sammanfattning", "kort fortalt", "sammendrag", "oppsummert", "i korte træk", "lyhyesti", "tiivistelmä",
    "özet", "коротко", "главное", "кратко", "ключевые моменты", "головне", "стисло", "ve zkratce", "shrnutí", "hlavní body",
    "pe scurt", "rezumat", "puncte cheie", "összefoglaló", "röviden", "με λίγα λόγια", "σύνοψη",
    "要点", "要點", "重点", "重點", "核心提示", "摘要", "まとめ", "この記事のポイント", "요약", "핵심 요약", "한눈에 보기",
    "أبرز النقاط", "ملخص", "باختصار", "ringkasan", "poin penting", "tóm tắt", "điểm chính", "मुख्य बातें", "सारांश",
)  # fmt: skip
"""What such a heading says: the wording of news sites and of their publishing systems."""
FEWEST, POINT_WORDS = 2, 4
"""Points that make a list, and words of one without a bullet: shorter lines are labels."""
MOST, SENTENCE_WORDS = 6, 25
"""Points without bullets that are sentences, and words of one: more is the story's own prose."""
SENTENCE_INSIDE = regex(r"\w{2}[.!?][”\"’)]*\s+\S")
"""Where a second sentence begins."""
LONGER = 1.4
"""How many times longer than such points are on average the lead below them is."""
NO_POINTS = range(0)


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    return frozenset(map(fold, HEADINGS))


def key_points(page: Page) -> range:
    """Return the blocks that are a heading of key points and the points below it; none where no such list opens the story."""
    return NO_POINTS if page.title is None else next(lists(page, page.title + 1), NO_POINTS)


def lists(page: Page, low: int) -> Iterator[range]:
    """Yield the lists of key points, each with its heading, that open between the block `low` and the story.

    Points with bullets may be sentences; without them they end where sentences begin, or, where they are short sentences themselves, where
    a longer paragraph or a label does. Links are a list of other stories.
    """
    features = page.features
    for heading in range(low, min(features.story[0] + 1, len(page.blocks))):
        if features.labels[heading] and fold(features.texts[heading].rstrip(":：")) in _headings():
            end = _end(page, features, heading + 1)
            if end - heading > FEWEST:
                yield range(heading, end)


def _end(page: Page, features: Features, first: int) -> int:
    """Return where the points end that begin at `first`; all are bulleted, or none is."""
    if first >= len(page.blocks):
        return first
    bulleted = _is_bulleted(page, first)
    if not bulleted and features.ends[first]:
        return _end_of_sentences(page, features, first)
    end = first
    while end < len(page.blocks) and _is_bulleted(page, end) is bulleted and page.blocks[end].source.link_density < LINKED:
        if cued(page, end) or not (bulleted or (features.words[end] >= POINT_WORDS and not features.ends[end])):
            break
        end += 1
    return end


def _end_of_sentences(page: Page, features: Features, first: int) -> int:
    """Return where short sentences end that are points without bullets; `first` where nothing tells them from the story below."""
    texts, words = features.texts, features.words
    end = first
    while end < len(texts) and features.ends[end] and POINT_WORDS <= words[end] <= SENTENCE_WORDS:
        if cued(page, end) or _is_bulleted(page, end) or SENTENCE_INSIDE.search(texts[end]) or _is_longer(features, first, end):
            break
        end += 1
    if not FEWEST <= end - first <= MOST or end == len(texts) or page.blocks[first].source.link_density >= LINKED:
        return first
    return end if _is_longer(features, first, end) or words[end] < POINT_WORDS else first


def _is_longer(features: Features, first: int, end: int) -> bool:
    """Say whether the prose at `end` is so much longer than the points above it that it is the lead."""
    words, count = features.words, end - first
    return count >= FEWEST and features.prose[end] and words[end] * count >= LONGER * sum(words[first:end])


def _is_bulleted(page: Page, index: int) -> bool:
    block = page.blocks[index]
    return bool(block.source.bullet) or block.role == "list_item"
