"""The title: the headline's block beside what the page's head says, the site's name cut off."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from cleaner.assemble.candidates import Candidate, Choice, addresses, choose, labelled
from cleaner.assemble.copyright import PARTICLES
from cleaner.features import is_run_together
from cleaner.houses import is_paper
from cleaner.letters import is_small
from cleaner.model import Block, Page
from cleaner.parse.sentences import opening
from cleaner.regexes import regex
from cleaner.rules import mail
from cleaner.rules.echoes import SIMILAR, similarity
from cleaner.tokens import squeezed, words

LEVEL_ONE, HEADING, LINE = 0.99, 0.75, 0.6
"""Trust in the headline's block: an `h1`, another heading, a line. What the head says is written for lists and shares."""
AGREED = 0.9
"""Trust in a block that the head calls the page's title in nearly the same words."""
TRUST = {
    "export": 0.999, "front matter": 0.98, "json-ld": 0.75, "opengraph": 0.75, "meta": 0.6, "title": 0.55, "dublin-core": 0.6, "microdata": 0.6,
}  # fmt: skip
MIN_TITLE_WORDS = 2
"""Words that a title keeps beside what is cut off, and from which likeness to another says something."""
MIN_SITE_CHARS = 3
"""Letters from which a site's name is looked for: shorter ones stand in other words."""
BAR_WORDS = 3
"""Most words of what a bar parts from the end of a title when nothing else says that it is the site's name."""
PART = regex(r"\s+[-–—|·•:»›/]+\s+|\s*[|｜]\s*|\s*::\s*|\s+_\s+")
PARTING = frozenset("-–—―|·•:：»«›~/｜_@([")
"""Marks of which each part in `PART` or `EDGE` has one."""
EDGE = regex(r"\s+[-–—―/@(\[]+\s*|[-–—―]+\s+|(?<![\x00-\u024f])-|-(?![\x00-\u024f])|\s*[|｜·•：»«›~_]+\s*|:\s+")
"""Marks that part the site's name from a title where it is known what the site is called; no hyphen within a Latin word."""
NUMBER = regex(r"(\d{1,2})\.\s+(?=\D)")
MEDIA = regex(
    r"\s+[(\[](?:watch|v[ií]deos?|photos?|fotos?|pictures?|pics|bilder|gallery|galerie|listen|audio|podcast)[)\]]\s*$",
    re.IGNORECASE,
)
"""What a headline says in brackets of the media below it: part of the page, not of the title."""
SHOWN_CHARS = 15
"""Characters from which a line that stands in another is no chance."""
MOST_LINES = 4
"""Lines into which a headline is broken at most."""
HAN = regex("[\u3041-\u30ff\u3400-\u9fff]")
LABELLED = regex(
    r"(?<=\S\S\S\S\S\S)\s*(?:(?:文章|信息|稿件)?(?:来源|來源|出处|出處)|作者|(?:发布|發布|更新|发表)?(?:时间|時間|日期)|出典|출처)\s*[:：].*$"
    r"|\s+(?:by|von|par|por|door|di)\s*:\s*$|\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s*$"
)
"""What some pages have behind the headline in its line: the label of the source, of who signs below, a day and a time."""
BEFORE = regex(r"^(?:[/|»›>•·]\s+|(?-i:LIVE|EN DIRECT|EN VIVO|AO VIVO|DIRETTA|EXCLUSIVE|LIVEBLOG)\s+(?=(?-i:[A-ZÀ-ÖØ-Þ“\"‘'][^A-ZÀ-ÖØ-Þ]|\d))|原[创創]\s+|(?:[^»]{1,60}\s»\s+)?blog\s+archives?\s+»\s+)", re.IGNORECASE)
"""What some have before it: a mark of a trail, a badge in capitals as of what is live, a template's word for its pages."""
LEADING = regex(r"^\s*[:–—|·-]\s+")
KICKER = regex(r"\s[–—|·-]\s*$")
"""Marks between a kicker and its headline."""
KICKED_WORDS = 4
"""Words from which what follows a kicker is a headline of its own."""
TAG = regex(r"^\s+[|｜/–—-]+\s")
"""Marks between a headline and its rubric."""
BAR = regex(r"[|｜]")
FRAMED = regex(r"^=+\s+|\s+=+$")
"""The signs with which agencies frame a headline, or end it: `== … ==`, `… =`."""


def title(page: Page, own: Collection[str]) -> Choice:
    """Return the choice of the title; `own` are the squeezed names of the site, which are cut off."""
    return choose(_candidates(page, own), lambda text: tuple(words(text)) or text)


def _candidates(page: Page, names: Collection[str]) -> Iterator[Candidate]:
    given = page.metadata.get("said", {}).get("headlines", ())
    ones = [block.text for block in page.blocks if block.role == "heading" and block.level == 1 and page.features.words[block.index] >= KICKED_WORDS]
    bare = {value: _bare(_as_shown(value, ones), names) for value in dict.fromkeys(one.value for one in given)}
    said = [Candidate(bare[one.value], one.source, TRUST.get(one.source, LINE)) for one in given]
    if is_run_together(page) and (echo := _echo(page)):
        yield echo
        return
    block = page.blocks[page.title] if page.title is not None else None
    if block is not None and not (said and squeezed(block.text) in names):
        subject = mail.subject(block.text) if block.index in mail.head(page) else block.text
        text = _bare(_once(page, FRAMED.sub("", _unnumbered(page, subject))), names)
        text = _continued(page, text, [c.value for c in said]) if said else text
        text = next((c.value for c in said if _is_part(c.value, text) or _is_piece(page, c.value, text)), text)
        yield Candidate(text, "headline", _trust(block, text, {c.value for c in said}))
    yield from (Candidate(text, "headline", LEVEL_ONE) for text in _said_again(page, {squeezed(c.value) for c in said} - set(names)))
    yield from (candidate for candidate in said if candidate.value)


def _echo(page: Page) -> Candidate | None:
    """Return the words with which a text without line ends opens, as far as it says them again: the title of the page's head."""
    told = opening(page.visible.strip())
    return Candidate(" ".join(told.split()), "echo", LINE) if told else None


def _as_shown(said: str, shown: Sequence[str]) -> str:
    """Return what the head calls the page without what a mark parts from the words with which it begins, where an `h1` is just these."""
    starts = (text for text in shown if said.startswith(text) and 2 * len(text) >= len(said))
    return next((text for text in starts if EDGE.match(said, len(text))), said)


def _continued(page: Page, text: str, said: Sequence[str]) -> str:
    """Return a headline with the lines below it in its element, where it is broken into lines: the head says them all in one."""
    block = page.title if page.title is not None else len(page.blocks)
    whole = next((squeezed(one) for one in said if len(squeezed(one)) > len(squeezed(text))), "")
    lines = [text]
    for below in page.blocks[block + 1 : block + MOST_LINES]:
        if below.source.path != page.blocks[block].source.path or not whole.startswith(squeezed("".join([*lines, below.text]))):
            break
        lines.append(below.text)
    return ("" if HAN.search(text) else " ").join(lines)


def _once(page: Page, text: str) -> str:
    """Return a text's headline without the site's name in its line, with which no mark parts it: it stands below without it."""
    if page.media_type == "text/html" or page.title is None:
        return text
    start = page.title + 1
    below = (block.text for block in page.blocks[start : max(page.features.story[0], start)])
    again = (line for line in below if len(line) >= SHOWN_CHARS and len(line) * 2 > len(text) and line != text)
    return next((line for line in again if line in (text[: len(line)], text[-len(line) :]) and _is_name(text.replace(line, ""))), text)


def _is_name(text: str) -> bool:
    """Say whether all words of a text begin with a capital or have none, but for those that are small in names."""
    first, *more = text.split() or [""]
    return bool(first) and not is_small(first[0]) and not any(is_small(word[0]) and word not in PARTICLES for word in more)


def _trust(block: Block, text: str, said: Collection[str]) -> float:
    """Return the trust in the headline's block, which reads `text`, beside what is `said` by the head."""
    if block.role == "heading" and block.level == 1:
        return LEVEL_ONE
    if any(len(words(value)) >= MIN_TITLE_WORDS and similarity(text, value) >= SIMILAR for value in said):
        return AGREED
    return HEADING if block.role == "heading" else LINE


def _said_again(page: Page, said: Collection[str]) -> Iterator[str]:
    """Yield the first heading of level one that is what the head calls the page, where it was taken for a label: it is one word, or no headline is known."""
    if page.title is not None and page.blocks[page.title].level == 1:
        return
    ones = (block.text for block in page.blocks if block.role == "heading" and block.level == 1)
    may = (text for text in ones if page.title is None or len(words(text)) < MIN_TITLE_WORDS)
    yield from islice((text for text in may if squeezed(text) in said), 1)


def _is_part(said: str, shown: str) -> bool:
    """Say whether a headline is `said` behind a kicker or before a rubric, or begins with a mark that parts it from the kicker that `said` has."""
    if LEADING.match(shown):
        return said.endswith(LEADING.sub("", shown))
    if len(words(said)) < KICKED_WORDS or said == shown:
        return False
    return (shown.endswith(said) and KICKER.search(shown.removesuffix(said)) is not None) or (
        shown.startswith(said) and TAG.match(shown.removeprefix(said)) is not None
    )


def _is_piece(page: Page, said: str, shown: str) -> bool:
    """Say whether a headline is `said` with one element before or behind it: a kicker, a badge, a subtitle."""
    wanted = squeezed(said)
    if len(words(said)) < MIN_TITLE_WORDS or squeezed(shown) == wanted:
        return False
    for heading in page.metadata.get("headings", ()):
        pieces = [piece for piece in heading if not piece.isspace()]
        if squeezed("".join(pieces)) == squeezed(shown):
            return wanted in (squeezed("".join(pieces[1:])), squeezed("".join(pieces[:-1])))
    return False


def _unnumbered(page: Page, text: str) -> str:
    """Return a headline without the number that a flattened trail of links gave it: the last of “1. Home 2. News”."""
    number = NUMBER.match(text)
    if not number or page.title is None:
        return text
    before = f"{int(number[1]) - 1}."
    above = page.blocks[max(0, page.title - int(number[1])) : page.title]
    return text[number.end() :] if any(block.text.startswith(before) for block in above) else text


def site_names(page: Page, site: str = "") -> frozenset[str]:
    """Return the squeezed names that the site goes by: its own, which may be known as `site`, its publisher's, its hosts'."""
    said = page.metadata.get("said", {})
    named = [site, *(one.value for key in ("site_name", "publisher") for one in said.get(key, ()))]
    labels = [label for link in addresses(page) for label in labelled(link)]
    return frozenset(name for name in (*map(squeezed, named), *labels) if len(name) >= MIN_SITE_CHARS)


def _bare(text: str, names: Collection[str]) -> str:
    """Return a title without the site's name, the media below it and what else stands in its line; a pilcrow is a link to a heading itself."""
    text = LABELLED.sub("", BEFORE.sub("", text)).rstrip(" ¶")
    bare = _without_site(MEDIA.sub("", text) if text.endswith((")", "]")) else text, names)
    return BEFORE.sub("", bare) or bare


def _without_site(text: str, names: Collection[str]) -> str:
    """Return a title without the site's name before or after it, however often it stands there."""
    if PARTING.isdisjoint(text):
        return text.strip()
    while True:
        parts = list(PART.finditer(text))
        if not parts:
            return _without_name(text.strip(), names)
        head, tail = text[: parts[0].start()], text[parts[-1].end() :]
        rest = text[: parts[-1].start()]
        if len(words(rest)) >= MIN_TITLE_WORDS and (_names_site(tail, names) or _barred(parts[-1][0], tail, rest) or (is_paper(tail) and len(words(rest)) > BAR_WORDS)):
            text = rest
        elif len(words(text[parts[0].end() :])) >= MIN_TITLE_WORDS and _names_site(head, names):
            text = text[parts[0].end() :]
        else:
            return _without_name(text.strip(), names)


def _without_name(text: str, names: Collection[str]) -> str:
    """Return a title without the site's very name before or after any mark; what is left may be one word."""
    edges = list(EDGE.finditer(text))
    for edge in reversed(edges):
        rest = text[: edge.start()]
        if squeezed(text[edge.end() :]) in names:
            return rest if squeezed(rest) not in names and words(rest) else text
    for edge in edges:
        rest = text[edge.end() :]
        if squeezed(text[: edge.start()]) in names:
            return rest if squeezed(rest) not in names and words(rest) else text
    return text


def _names_site(part: str, names: Collection[str]) -> bool:
    whole = squeezed(part)
    bare = whole.removeprefix("the")
    return len(whole) >= MIN_SITE_CHARS and any(
        name in (whole, bare)
        or bare == name.removeprefix("the")
        or (name in whole and len(name) * 2 > len(whole))
        for name in names
    )


def _barred(separator: str, tail: str, rest: str) -> bool:
    """Say whether a bar parts a short tail from a long title: by custom the tail is the site's name or rubric."""
    return BAR.search(separator) is not None and len(words(tail)) <= BAR_WORDS < len(words(rest))
