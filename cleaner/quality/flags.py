"""Flags: what the input was like. Each has one function and one docstring that says when it rises.

A function returns a confidence from 0 to 1 with the words it is read from, or None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cleaner.model import Removal, Repair
from cleaner.quality.carried import syndicated
from cleaner.quality.cut import STUB_WORDS, truncated
from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import CERTAIN, EXACT, LIKELY, QUOTED, STRONG, Finding, quoted
from cleaner.quality.live import live_blog
from cleaner.quality.mixed import mixed_language
from cleaner.regexes import regex
from cleaner.tokens import counted

SHORT_WORDS = 50
"""Words below which a body is too short for a story: the shortest wire items have about 60."""
GUARD = regex(
    r"(?:enable javascript|checking your browser|are you a robot|verify you are human|access denied|unusual traffic|captcha|cloudflare"
    r"|403 forbidden|404 not found|page not found|not available in your (?:region|country|location)"
    r"|page (?:you (?:requested|are looking for|were looking for) )?(?:does not exist|doesn['’]t exist|could not be found|cannot be found)"
    r"|seite (?:wurde )?(?:leider )?nicht gefunden|seite existiert (?:leider )?nicht|page (?:est )?introuvable|page non trouvée"
    r"|página no (?:ha sido )?encontrada|página (?:que buscas|solicitada) no existe|pagina non (?:è stata )?trovata|pagina non esiste"
    r"|página não (?:foi )?encontrada|pagina (?:is |werd )?niet gevonden|pagina bestaat niet|nie znaleziono strony|strona nie istnieje"
    r"|страница не (?:найдена|существует)|сторінку не знайдено|sidan (?:kunde inte hittas|hittades inte|finns inte)"
    r"|siden (?:blev ikke fundet|ble ikke funnet|findes ikke|finnes ikke)|stránka (?:nebyla nalezena|nenalezena|neexistuje)"
    r"|az oldal nem található|pagina nu a fost găsită|sayfa bulunamadı|ページが見つかりません|ページは存在しません|页面不存在|頁面不存在|找不到(?:页面|頁面)"
    r"|페이지를 찾을 수 없|الصفحة غير موجودة|لم يتم العثور على الصفحة)",
    re.IGNORECASE,
)
"""What error pages, robot checks and closed doors say of themselves."""
OPENING = 40
"""Characters of a line in which such a notice begins, where the page has more to say."""
QUOTE = regex(r"[\"“”„«»‘‚「『]")
NO_ARTICLE = 0.3
"""Chance of being an article below which the page is called none; see the table in docs/quality.md."""
GLUED_RATE = 1.2
"""Glued sentences in 1,000 words of the body from which the input is damaged: one gold text in 30 has a single one, one in
100 more than this."""
SENTENCE_END = regex(r"(?:[^\W\d_]{3}|\d{4}|[%)\]\"”’»])\s?[^\w\s]+$")
"""A word, a year or a closed bracket or quotation with its stop; shorter ones are numbers of items, ordinals and abbreviations."""
REPEATED_SHARE = 0.05
"""Share of repeated paragraphs in the story's words from which the flag rises; one gold text in 20 repeats a line."""
COPIED_RUN = 8
"""Words in a row by which a copy is found in the body."""
WORD = regex(r"\w+")
REPEATED_WORDS = 12
"""Words from which a paragraph that stands twice in the body counts; shorter ones are refrains."""


def paywalled(evidence: Evidence) -> Finding | None:
    """The body is short or broken off, and a paywall says why: seen below the story's beginning, or declared in the head.

    Declared is `isAccessibleForFree: false` in JSON-LD. A page that declares a paywall and gives the whole story raises
    nothing, and neither does a phrase above the story, where menus are, or in the page's foot, behind its legal lines.
    """
    declared = any(
        str(item.get("isAccessibleForFree", "")).casefold() == "false"
        for item in evidence.page.metadata.get("jsonld", ())
    )
    seen = _wall(evidence)
    if (seen is None and not declared) or (evidence.total >= STUB_WORDS and truncated(evidence) is None):
        return None
    said = [*(["isAccessibleForFree: false"] if declared else []), *([quoted(seen.text)] if seen else [])]
    return Finding(CERTAIN if declared and seen else STRONG if seen else LIKELY, " / ".join(said))


def _wall(evidence: Evidence) -> Removal | None:
    """Return the first row of a paywall below the story's beginning; below its end, where the page's foot has not begun: offers stand there too."""
    told = [p.spans for p in evidence.record.paragraphs if p.spans]
    first, last = (told[0][0].start, told[-1][0].start) if told else (0, 0)
    foot = min((row.spans[0].start for row in evidence.rows.get("legal", ()) if row.spans and row.spans[0].start > last), default=math.inf)
    return next((row for row in evidence.rows.get("paywall", ()) if row.spans and first <= row.spans[0].start < foot), None)


def aggregated(evidence: Evidence) -> Finding | None:
    """A removed row of kind `aggregator` says that a feed or a program carried the story."""
    rows = evidence.rows.get("aggregator")
    if not rows:
        return None
    names = [name for name in (evidence.record.aggregator, evidence.record.publisher) if name]
    return Finding(STRONG, " / ".join([*dict.fromkeys(names), quoted(rows[0].text)]))


def glued_sentences(evidence: Evidence) -> Finding | None:
    """Glued sentences in the body were parted, at least `GLUED_RATE` in 1,000 words.

    The number of a list's item, an ordinal or an abbreviation without its space ends no sentence: “2.Kitchens”, “am 9.Mai”, “St.Orm”.
    """
    glued = [repair for repair in evidence.repairs if repair.kind == "glued_sentence" and _ends_sentence(repair)]
    return _repaired(glued) if 1000 * len(glued) >= GLUED_RATE * evidence.total else None


def _ends_sentence(repair: Repair) -> bool:
    """Say whether what stands before the space that was set in reads like a sentence's end."""
    at = next((i for i, (old, new) in enumerate(zip(repair.before, repair.after, strict=False)) if old != new), len(repair.before))
    return SENTENCE_END.search(repair.before[:at]) is not None


def mojibake(evidence: Evidence) -> Finding | None:
    """At least one run of wrongly decoded characters in the body was repaired, or U+FFFD is left."""
    at = evidence.record.text.find("\ufffd")
    if at >= 0:
        return Finding(EXACT, quoted(evidence.record.text[max(0, at - QUOTED // 2) : at + QUOTED // 2]))
    return _repaired([repair for repair in evidence.repairs if repair.kind == "mojibake"])


def _repaired(repairs: Sequence[Repair]) -> Finding | None:
    return Finding(CERTAIN, f"{quoted(repairs[0].before)} -> {quoted(repairs[0].after)}") if repairs else None


def duplicate_paragraphs(evidence: Evidence) -> Finding | None:
    """The input says parts of the story twice: removed copies of what is kept, and long paragraphs that stand twice in the body.

    Together they are at least `REPEATED_SHARE` of the story's words. Furniture that a page repeats is none of it.
    """
    copies = [*_copies(evidence)]
    removed = sum(counted(copies))
    repeated = removed
    first: set[str] = set()
    for paragraph, words in zip(evidence.record.paragraphs, evidence.counts, strict=True):
        if words >= REPEATED_WORDS:
            if paragraph.text in first:
                copies.append(paragraph.text)
                repeated += words
            first.add(paragraph.text)
    if not copies or repeated < REPEATED_SHARE * (evidence.total + removed):
        return None
    return Finding(STRONG, f"{len(copies)} copies; the first: {quoted(copies[0])}")


def _copies(evidence: Evidence) -> Iterator[str]:
    """Yield the texts of removed copies of which the body has a run of words, at their beginning or in their middle."""
    rows = evidence.rows.get("duplicate", ())
    body = f" {' '.join(WORD.findall(evidence.record.text.casefold()))} " if rows else ""
    for row in rows:
        words = WORD.findall(row.text.casefold())
        runs = (words[start : start + COPIED_RUN] for start in (0, len(words) // 2))
        if any(run and f" {' '.join(run)} " in body for run in runs):
            yield row.text


def comments_present(evidence: Evidence) -> Finding | None:
    """`comments` is not empty."""
    found = evidence.record.comments
    return Finding(EXACT, f"{len(found)} comments; the first: {quoted(found[0].text)}") if found else None


def not_article(evidence: Evidence) -> Finding | None:
    """No paragraph reads like prose nor is a live blog's entry, or the block model takes the page for another kind: a shop, a list, a forum."""
    if not any(evidence.page.features.prose) and not live_blog(evidence):
        return Finding(STRONG, "no line reads like prose")
    if evidence.article is not None and evidence.article < NO_ARTICLE:
        return Finding(round(1 - evidence.article, 3), f"chance of being an article: {evidence.article:.3f}")
    return None


def too_short(evidence: Evidence) -> Finding | None:
    """The body has fewer than `SHORT_WORDS` words."""
    return Finding(EXACT, f"{evidence.total} words") if evidence.total < SHORT_WORDS else None


def no_title(evidence: Evidence) -> Finding | None:
    """`title` is empty."""
    return None if evidence.record.title else Finding(EXACT, "title is empty")


def no_byline(evidence: Evidence) -> Finding | None:
    """`authors` is empty."""
    return None if evidence.record.authors else Finding(EXACT, "authors is empty")


def guarded_input(evidence: Evidence) -> Finding | None:
    """The page is a robot check or an error page: little text, and it says so; a story that stands beside such a notice is one."""
    if sum(evidence.page.features.words) >= STUB_WORDS:
        return None
    match = GUARD.search(evidence.page.visible)
    if match is None or (evidence.total >= SHORT_WORDS and not _is_told(evidence)):
        return None
    return Finding(STRONG, match[0])


def _is_told(evidence: Evidence) -> bool:
    """Say whether a line of the body begins with a notice, which does not stand in quotation marks: a story may speak of one."""
    found = ((p.text, match) for p in evidence.record.paragraphs if (match := GUARD.search(p.text)) and match.start() <= OPENING)
    return any(not QUOTE.search(text[: match.start()]) for text, match in found)


_CHECKS: tuple[Callable[[Evidence], Finding | None], ...] = (
    truncated, paywalled, syndicated, aggregated, glued_sentences, mojibake, duplicate_paragraphs, comments_present, not_article, too_short,
    mixed_language, live_blog, no_title, no_byline, guarded_input,
)  # fmt: skip
CHECKS = {check.__name__: check for check in _CHECKS}
"""Flag -> function, in the order of the record's vocabulary."""


def flags(evidence: Evidence) -> dict[str, Finding]:
    """Return the flags that rise with their findings, in the order of the vocabulary."""
    found = ((name, check(evidence)) for name, check in CHECKS.items())
    return {name: finding for name, finding in found if finding is not None}


def described(found: dict[str, Finding]) -> list[dict[str, Any]]:
    """Return the findings as they stand in `metadata.flag_evidence`."""
    return [{"flag": name, "confidence": f.confidence, "evidence": f.evidence} for name, f in found.items()]
