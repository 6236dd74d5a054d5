"""Flags: what the input was like. Each has one function and one docstring that says when it rises.

A function returns a confidence from 0 to 1 with the words it is read from, or None.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from cleaner.assemble.copyright import owner
from cleaner.assemble.publisher import is_handed_on
from cleaner.language import STOP_DENSITY, by_stop_words
from cleaner.model import Kind, Paragraph, Removal, Repair
from cleaner.names import agency
from cleaner.quality import ending
from cleaner.quality.evidence import Evidence
from cleaner.record import FLAGS
from cleaner.relatives import are_near
from cleaner.resolve import breaks_off
from cleaner.rules.headline_features import WINDOW_MARK
from cleaner.tokens import counted, squeezed
from cleaner.urls import host, house

SHORT_WORDS = 50
"""Words below which a body is too short for a story: the shortest wire items have about 60."""
STUB_WORDS = 200
"""Words below which a body may be the opening that a paywall or a feed shows."""
ELLIPSIS = re.compile(r"(?:\.\.\.|…|\[\.\.\.\]|\[…\])[\"”’)]*$")
CUT_MARK = ("[...]", "[…]")
"""Ellipses that editors and feeds set, writers do not."""
BROKEN = 0.55
"""Chance of a broken ending from which the flag rises; see the table of broken endings in docs/quality.md."""
REST = re.compile(
    r"\b(?:full|whole|entire|complete|rest of|continue reading|keep reading|ganzen|vollständigen|la suite (?:de|du|sur|dans|est)|complet|intégral|en entier|seguir leyendo|sigue leyendo|continuar leyendo"
    r"|completa?|tutto l|continua a leggere|na íntegra|continue lendo|continuar lendo|verder|hele|volledige|czytaj dalej|całość|cały|hela|vidare|fortsätt|devamı\w*|tamamı\w*)\b"
    r"|weiterlesen|дальше|далее|полностью|続き|全文|계속|전문|أكمل|متابعة|كاملا",
    re.IGNORECASE,
)
"""Words of a link to the rest of this very story, rather than to more about it; “Lire la suite” alone stands below whole stories too."""
BESIDE = frozenset({"share", "tags", "tools", "advert", "caption", "byline", "date", "follow"})
"""Kinds of rows that may stand between a story and the link to its rest."""
TIME = re.compile(r"\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d|\s?(?:[ap]\.?m\b|uhr\b|h\b))", re.IGNORECASE)
DETAILS_WORDS = 12
"""Words of a line that gives place and time."""
NEAR = 6
"""Rows below the story's last line in which a witness that it is cut stands: the byline's, tags and buttons may stand between."""
DOUBTED, SHORT_DOUBTED = 0.55, 0.8
"""Chance of being story below which a last line without a stop may be the page's own, and the same for a line of `SHORT_LINE` words. On
development pages 16 of 42 lines that raised the flag wrongly have less, and 6 of 40 where a story was cut in mid-sentence."""
SHORT_LINE = 6
"""Words of a line that is short, as buttons and credits are."""
GUARD = re.compile(
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
LIVE = re.compile(
    r"^\W*(?:live(?: ?blog| ?ticker| updates?| coverage)?|en direct(?:o)?|en vivo|(?:la )?diretta(?: live)?|ao vivo|direktrapport(?:ering)?|relacja(?: na żywo)?|na żywo"
    r"|онлайн(?:-трансляция)?|(?:прямая|текстовая) трансляция|canlı (?:anlatım|blog|yayın)|minuto a minuto|速報中|(?:文字|图文)直播)\s?[】:|–—-]"
    r"|^\W*(?:live ?blog|live ?ticker|newsblog)\s[^:]{2,60}:"
    r"|(?:[:|–—,.-]\s*(?:as it happened|latest updates|live(?: ?blog| ?ticker| updates?| coverage)?|en direct(?:o)?|en vivo|(?:la )?diretta|ao vivo|relacja na żywo"
    r"|онлайн(?:-трансляция)?|canlı anlatım|minuto a minuto)|live ?blog|liveticker|as it happened|live updates|minute by minute|en direct|онлайн-трансляция)\W*$",
    re.IGNORECASE,
)
"""A headline that sets the cue apart or ends with it: “Council ends live coverage of meetings” is none."""
QUOTE = re.compile(r"[\"“”„«»‘‚「『]")
LIVE_STAMPS = 4
"""Entries with a time of day from which a page is a live blog: a programme or an obituary has one or two."""
LABELS = ("Kl", "kl", "Ore ", "ore ", "Godz", "godz")
"""How words for “o’clock” begin that head a stamp; “um” and “om” open sentences."""
STAMP = re.compile(
    r"^[^\w$€£+]*(?:(?:klo?|ore|godz)\.?\s(?:[01]?\d|2[0-3])[:.h][0-5]\d\b"
    r"|(?:[01]?\d|2[0-3])(?:[:h][0-5]\d\b|\.[0-5]\d(?=\s*(?:[ap]\.?m\b|uhr\b|uur\b|(?:gmt|bst|utc|cest|cet)\b|[|–—-]))))(?!\s*/)",
    re.IGNORECASE,
)
"""A time of day that opens an entry; prices and marks such as 4.96 are none."""
STAMP_ALONE = re.compile(
    r"^\W*(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<said>uhr|gmt|bst|utc|cest|cet|[ecmp][sd]?t|ist|aes?t|aedt)?\W*$",
    re.IGNORECASE,
)
"""The same on a line of its own."""
LANGUAGE_CHARS = 80
"""Characters of a paragraph from which its own language is read, and of a body: headlines in Chinese characters alone may be Japanese."""
LANGUAGE_PARAGRAPHS = 40
"""Paragraphs that are looked at; a second language that starts later is a small part of the story."""
FOREIGN_SHARE = 0.15
"""Share of the long paragraphs' text in another language from which the story is mixed; quotes stay below."""
OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\u3040-\ud7a3]")
SCRIPTS = {
    name: (re.compile(f"[{letters}]"), weight)
    for name, letters, weight in (
        ("latin", "A-Za-z\u00c0-\u024f\u1e00-\u1eff", 1), ("greek", "\u0370-\u03ff", 1), ("cyrillic", "\u0400-\u052f", 1), ("armenian", "\u0530-\u058f", 1),
        ("hebrew", "\u0590-\u05ff", 1), ("arabic", "\u0600-\u077f", 1), ("indic", "\u0900-\u0dff", 1), ("thai", "\u0e00-\u0eff", 1),
        ("georgian", "\u10a0-\u10ff", 1), ("kana", "\u3040-\u30ff", 2), ("han", "\u4e00-\u9fff", 3), ("hangul", "\uac00-\ud7a3", 2),
    )
}  # fmt: skip
"""Script -> its letters, and how many of Latin's say as much as one of them, about."""
SAMPLE = 120
"""Characters of a paragraph from which its script is read."""
NO_ARTICLE = 0.3
"""Chance of being an article below which the page is called none; see the table in docs/quality.md."""
EXACT, CERTAIN, STRONG, LIKELY = 1.0, 0.97, 0.9, 0.8
"""Confidence of what follows from the record itself, of two witnesses that agree, of one, and of one with doubt."""
GLUED_RATE = 1.2
"""Glued sentences in 1,000 words of the body from which the input is damaged: one gold text in 30 has a single one, one in
100 more than this."""
SENTENCE_END = re.compile(r"(?:[^\W\d_]{3}|\d{4}|[%)\]\"”’»])\s?[^\w\s]+$")
"""A word, a year or a closed bracket or quotation with its stop; shorter ones are numbers of items, ordinals and abbreviations."""
REPEATED_SHARE = 0.05
"""Share of repeated paragraphs in the story's words from which the flag rises; one gold text in 20 repeats a line."""
COPIED_RUN = 8
"""Words in a row by which a copy is found in the body."""
WORD = re.compile(r"\w+")
REPEATED_WORDS = 12
"""Words from which a paragraph that stands twice in the body counts; shorter ones are refrains."""
NAMED, SIGNATURE = "publisher row", "signature"
"""Provenance of a publisher that a line of the page names, and of one that is an agency in the dateline or the byline."""
SEVERAL = re.compile(r",\s+(?!(?:Inc|Ltd|LLC|LLP|Co|Corp|GmbH|AG|S\.)\b)")
"""A comma between names, rather than before what a firm is in law."""
OF_AGENCIES = re.compile(r"(?<=\w)(?:news|net|online|media)$")
"""What agencies put behind their name in their address."""
ARCHIVES = frozenset({"web.archive.org", "archive.org", "archive.is", "archive.ph", "archive.today"})
"""Hosts that carry copies of other sites' pages."""
AGENCY_ADDRESSES = frozenset({"ria", "yna"})
"""Addresses of agencies whose names are not written in Latin script."""
STEM, ENDING = 3, 2
"""Letters that two forms of a name's word have in common at least, and most letters that its case adds or changes: Głos, Głosie; Bote, Boten."""
NOON = 12
"""Hours of half a day."""
QUOTED = 100
"""Characters of the input that evidence quotes."""


_START, _SPANS = attrgetter("start"), attrgetter("spans")


class Finding(NamedTuple):
    """How sure a flag is, and the words it is read from."""

    confidence: float
    evidence: str


def truncated(evidence: Evidence) -> Finding | None:
    """The story breaks off: its last sentence ends in an ellipsis and more says so, or it stops in mid-sentence.

    What says so besides is a link to the rest, a count of cut characters, an aggregator's tail or a paywall in the rows below the
    story's last line, or an ellipsis in brackets; without them a trailing ellipsis is the writer's own. A link to the whole story right
    below a short one says so alone. A story stops in
    mid-sentence when it ends without a stop and in words that go on: see `cleaner.quality.ending`. Of a last line that the block model
    doubts, that says nothing: a page's own lines end so.
    """
    if not evidence.record.paragraphs:
        return None
    last = evidence.record.paragraphs[-1]
    if ("…" in last.text or "..." in last.text) and ELLIPSIS.search(last.text):
        witness = _after(evidence, last, ("read_more", "aggregator", "paywall"))
        if witness is not None:
            return Finding(CERTAIN, f"{_tail(last.text)} / {_quoted(witness.text)}")
        return Finding(STRONG, _tail(last.text)) if last.text.endswith(CUT_MARK) else None
    if rest := _rest(evidence, last):
        return Finding(LIKELY, f"{_tail(last.text)} / {_quoted(rest)}")
    if is_details(last.text) or _doubted(evidence, last):
        return None
    chance = ending.chance(evidence.record.paragraphs, evidence.record.language or "")
    return Finding(round(chance, 3), _tail(last.text)) if chance >= BROKEN else None


def _near(evidence: Evidence, last: Paragraph) -> list[Removal]:
    """Return the first `NEAR` removed rows that begin after the last paragraph does."""
    start = last.spans[0].start if last.spans else 0
    below = (row for rows in evidence.rows.values() for row in rows if row.spans and row.spans[0].start >= start)
    return sorted(below, key=_SPANS)[:NEAR]


def _after(evidence: Evidence, last: Paragraph, kinds: tuple[Kind, ...]) -> Removal | None:
    """Return the first removed row of `kinds` near below the last paragraph."""
    near = _near(evidence, last)
    return next((row for kind in kinds for row in near if row.kind == kind), None)


def _rest(evidence: Evidence, last: Paragraph) -> str:
    """Return the link to the whole story that stands right below a short one, nothing where other things part them or it names another story."""
    if evidence.total >= STUB_WORDS or "read_more" not in evidence.rows:
        return ""
    first = next((row for row in _near(evidence, last) if row.kind not in BESIDE), None)
    return first.text if first is not None and first.kind == "read_more" and REST.search(first.text) else ""


def is_details(text: str) -> bool:
    """Say whether a last line gives place and time of what a story announced, in pieces: “Sunday 4 pm, Mill Lane, admission free”."""
    return "," in text and text.count(" ") < DETAILS_WORDS and TIME.search(text) is not None and not ending.SENTENCE_INSIDE.search(text)


def _doubted(evidence: Evidence, last: Paragraph) -> bool:
    """Say whether the block model doubts that the last paragraph is the story's."""
    if evidence.posterior is None or not last.spans:
        return False
    start, end = last.spans[0].start, last.spans[-1].end
    blocks = range(*(bisect_left(evidence.page.blocks, at, key=_START) for at in (start, end)))
    if blocks and breaks_off(evidence.page, blocks[-1], evidence.posterior):
        return False
    least = SHORT_DOUBTED if last.text.count(" ") < SHORT_LINE else DOUBTED
    return max((evidence.posterior[i] for i in blocks), default=1.0) < least


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
    said = [*(["isAccessibleForFree: false"] if declared else []), *([_quoted(seen.text)] if seen else [])]
    return Finding(CERTAIN if declared and seen else STRONG if seen else LIKELY, " / ".join(said))


def _wall(evidence: Evidence) -> Removal | None:
    """Return the first row of a paywall below the story's beginning; below its end, where the page's foot has not begun: offers stand there too."""
    told = [p.spans for p in evidence.record.paragraphs if p.spans]
    first, last = (told[0][0].start, told[-1][0].start) if told else (0, 0)
    foot = min((row.spans[0].start for row in evidence.rows.get("legal", ()) if row.spans and row.spans[0].start > last), default=math.inf)
    return next((row for row in evidence.rows.get("paywall", ()) if row.spans and first <= row.spans[0].start < foot), None)


def syndicated(evidence: Evidence) -> Finding | None:
    """The publisher is named by a line of the page, or is an agency that signed, and is not the site that carried it.

    An agency's signature counts where the site is known, by its name, its address or its rights line: on the agency's own page it is
    none. A line that names nobody (“Originally published in March”) tells nothing, and several names are sources of facts.
    """
    record = evidence.record
    source = record.metadata.get("provenance", {}).get("publisher")
    if not record.publisher or source not in (NAMED, SIGNATURE):
        return None
    carriers = [*_carriers(evidence)]
    if any(_is_same(name, record.publisher) for name in carriers):
        return None
    if source == NAMED:
        row = next((row for row in evidence.rows.get("publisher", ()) if record.publisher in row.text), None)
        several = SEVERAL.search(record.publisher) and not agency(record.publisher.partition(",")[0])
        return None if several else Finding(STRONG, f"{record.publisher}: {_quoted(row.text if row else record.publisher)}")
    return Finding(LIKELY, f"{record.publisher}, carried by {carriers[0]}") if carriers and not any(map(_is_agencys, carriers)) else None


def _carriers(evidence: Evidence) -> Iterator[str]:
    """Yield the names of who carried the story: the site's, its address's, that in a text's window title, and the owner's of a rights line that is no agency."""
    record = evidence.record
    address = host(record.url or "")
    site = record.site_name if record.site_name and "://" not in record.site_name else house(host(record.site_name or ""))
    yield from filter(None, (record.aggregator, site, house(address) if address not in ARCHIVES else None))
    if evidence.page.media_type != "text/html" and len(parts := WINDOW_MARK.split(evidence.page.features.texts[0])) > 1:
        yield parts[-1]
    rights = () if is_handed_on(evidence.rows) else evidence.rows.get("legal", ())
    yield from [name for row in rights if (name := owner(row.text)) and not _is_agencys(name)][:1]


def _is_same(name: str, other: str) -> bool:
    """Say whether two names are one house's, with or without “the”, and inflected: “vom Brasker Boten” is the Brasker Bote's own."""
    if squeezed(name).removeprefix("the") == squeezed(other).removeprefix("the"):
        return True
    pairs = [*zip(name.casefold().split(), other.casefold().split(), strict=False)]
    return len(name.split()) == len(other.split()) and all(_is_inflected(a, b) for a, b in pairs)


def _is_inflected(word: str, other: str) -> bool:
    """Say whether two words differ in their endings alone."""
    stem = max(STEM, min(len(word), len(other)) - ENDING)
    return abs(len(word) - len(other)) <= ENDING and len(word) >= STEM and word[:stem] == other[:stem]


def _is_agencys(name: str) -> bool:
    """Say whether a site's name or address is an agency's: “apnews”."""
    folded = name.casefold()
    return bool(agency(folded) or agency(OF_AGENCIES.sub("", folded))) or folded in AGENCY_ADDRESSES


def aggregated(evidence: Evidence) -> Finding | None:
    """A removed row of kind `aggregator` says that a feed or a program carried the story."""
    rows = evidence.rows.get("aggregator")
    if not rows:
        return None
    names = [name for name in (evidence.record.aggregator, evidence.record.publisher) if name]
    return Finding(STRONG, " / ".join([*dict.fromkeys(names), _quoted(rows[0].text)]))


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
        return Finding(EXACT, _quoted(evidence.record.text[max(0, at - QUOTED // 2) : at + QUOTED // 2]))
    return _repaired([repair for repair in evidence.repairs if repair.kind == "mojibake"])


def _repaired(repairs: Sequence[Repair]) -> Finding | None:
    return Finding(CERTAIN, f"{_quoted(repairs[0].before)} -> {_quoted(repairs[0].after)}") if repairs else None


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
    return Finding(STRONG, f"{len(copies)} copies; the first: {_quoted(copies[0])}")


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
    return Finding(EXACT, f"{len(found)} comments; the first: {_quoted(found[0].text)}") if found else None


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
    return Finding(STRONG, f"{language}, {foreign[0][0]}: {_quoted(foreign[0][1])}") if foreign else None


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
        return Finding(STRONG, f"{most}, {other}: {_quoted(foreign[0])}")
    return None


def _script(text: str) -> tuple[str, int]:
    """Return the script of most of the letters of a text's beginning, and how long the text would be in Latin letters."""
    found = {name: len(letters.findall(text, 0, SAMPLE)) for name, (letters, _) in SCRIPTS.items()}
    if found["kana"] and found["han"]:
        found["kana"] += found.pop("han")
    name = max(found, key=found.__getitem__)
    return name, len(text) * SCRIPTS[name][1]


def live_blog(evidence: Evidence) -> Finding | None:
    """The headline or the head's type says so, or several paragraphs open with a time of day, or lines between them are one each."""
    opened = (p.text for p in evidence.record.paragraphs if (not p.text[:1].isalpha() or p.text.startswith(LABELS)) and STAMP.match(p.text))
    stamps = [text for text in opened if not STAMP_ALONE.match(text)]
    if len(stamps) >= LIVE_STAMPS:
        return Finding(STRONG, _quoted(stamps[0]))
    if alone := _stamped(evidence):
        return Finding(STRONG, _quoted(alone))
    kinds = (str(kind) for item in evidence.page.metadata.get("jsonld", ()) for kind in item.get("@type", ()))
    if "LiveBlogPosting" in kinds:
        return Finding(CERTAIN, "LiveBlogPosting")
    title = evidence.record.title
    return Finding(STRONG, _quoted(title)) if title and LIVE.search(title) else None


def _stamped(evidence: Evidence) -> str:
    """Return the first of the times of day that stand alone between the body's lines where they are a live blog's, else nothing.

    They say half of day or zone, or fall, as the latest entry stands first: those of a recording's parts rise.
    """
    kept = [(p.spans, p.text) for p in evidence.record.paragraphs]
    spans = [span for own, _ in kept for span in own]
    removed = [(row.spans, row.text) for rows in evidence.rows.values() for row in rows]
    alone = [(own, match) for own, text in (*kept, *removed) if not text[:1].isalpha() and (match := STAMP_ALONE.match(text))]
    if not spans or len(alone) < LIVE_STAMPS:
        return ""
    start, end = spans[0].start, spans[-1].end
    alone.sort(key=lambda one: one[0])
    told = [match for own, match in alone if own and start <= own[0].start < end]
    minutes = [_minutes(match) for match in told]
    live = all(match["half"] or match["said"] for match in told) or all(a >= b for a, b in pairwise(minutes))
    return told[0][0] if live and len(set(minutes)) >= LIVE_STAMPS else ""


def _minutes(stamp: re.Match[str]) -> int:
    """Return a time of day in minutes."""
    hour, half = int(stamp["hour"]), (stamp["half"] or "").lower()
    return (hour % NOON + NOON * half.startswith("p") if half else hour) * 60 + int(stamp["minute"])


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


def _quoted(text: str) -> str:
    flat = " ".join(text[: 2 * QUOTED].split())
    return flat if len(flat) <= QUOTED else f"{flat[: QUOTED - 1]}…"


def _tail(text: str) -> str:
    flat = " ".join(text[-2 * QUOTED :].split())
    return flat if len(flat) <= QUOTED and len(text) <= QUOTED else f"…{flat[-QUOTED + 1 :]}"


CHECKS: dict[str, Callable[[Evidence], Finding | None]] = {name: globals()[name] for name in FLAGS}
"""Flag -> function, in the order of the record's vocabulary."""


def flags(evidence: Evidence) -> dict[str, Finding]:
    """Return the flags that rise with their findings, in the order of the vocabulary."""
    found = ((name, check(evidence)) for name, check in CHECKS.items())
    return {name: finding for name, finding in found if finding is not None}


def described(found: dict[str, Finding]) -> list[dict[str, Any]]:
    """Return the findings as they stand in `metadata.flag_evidence`."""
    return [{"flag": name, "confidence": f.confidence, "evidence": f.evidence} for name, f in found.items()]
