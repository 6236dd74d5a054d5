"""The author's short biography, below the story or printed twice."""

import re
from collections.abc import Iterator, Set

import re2

from cleaner.features import tokens
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole

STORY = (
    "The lighthouse at Pell Point went dark on Sunday for the first time in a century, its keepers said.\n\n"
    "A new lamp is on its way from the mainland, and boats have been told to keep clear until it is lit.\n"
)
BIO = "Mara Oduya is a reporter based in Pell Harbour. She covers fishing, ferries and the sea."
ALONE, WITNESSED = 0.9, 0.97
TAIL_BLOCKS = 5
"""Blocks of prose that may still follow a bio: bios of others, a note."""
OVERLAP = 0.7
"""Share of words two printings of one bio have in common; the longer often adds a role or a hobby."""
MIN_TWIN_WORDS = 8
"""Words below which two lines say the same by chance: a name and a role."""
MOST = 50
"""Bios that others are compared with. A page that has more lists people, and to compare each with each would take long."""
PERSON_IS = re.compile(
    r"^(?:About the authors?:?\s*)?(?:[^\W\d_][\w.'’\-]*+\s++){1,4}(?:\([^)]{1,40}\)\s+)?"
    r"(?:is|was|has been|works|writes|covers|reports|serves|joined|ist|schreibt|arbeitet|est|écrit|es|escribe|è|scrive|jest|är|er)\b"
)
_TRADES = (
    r"journalist|reporter|writer|author|editor|columnist|correspondent|contributor|researcher|fellow|professor|"
    r"lecturer|analyst|novelist|critic|blogger|producer|freelance\w*|covers|covering|writes (?:about|on|for)|"
    r"Journalistin|Journalist|Redakteur\w*|Autor\w*|Korrespondent\w*|journaliste|rédact\w+|auteur\w*|periodista|redactor\w*|"
    r"giornalista|redattore|dziennikark?\w*|skribent|redaktør|redaktör"
)
TRADE = re.compile(rf"\b(?:{_TRADES})\b", re.IGNORECASE)
_TRADE_HINT = re2.compile("(?i)" + re.sub(r"\\w[*+]", "", _TRADES))
"""Finds what `TRADE` does and more, in a tenth of the time."""

INFO = RuleInfo(
    id="author_bio.tail",
    kind="author_bio",
    scope="page",
    summary="A paragraph that says who the writer is, after the story or printed twice.",
    why="A bio describes the writer in the third person; only its place, its twin or a byline beside it tells it from a story about a writer.",
    source="field observation",
    since="1",
    remove=(Example(f"{STORY}\n{BIO}\n\nWritten By\n\n{BIO}", (BIO,)),),
    keep=(Example(f"{BIO.replace('based in Pell Harbour', 'who was jailed on Monday')}\n\n{STORY}"),),
)


def run(page: Page) -> Iterator[Label]:
    """Label bios that have their place or a twin as witness."""
    features = page.features
    texts, cues = features.texts, page.cues
    long = [i for i, count in enumerate(features.words) if count >= MIN_TWIN_WORDS]
    sure = [
        i
        for i in long
        if (cues[i] and cued(page, i, "author_bio")) or (PERSON_IS.match(texts[i]) and _has_trade(texts[i]))
    ]
    if not sure:
        return
    start, end = features.story
    tail = [i for i in range(max(start + 1, end - TAIL_BLOCKS), len(page.blocks)) if features.prose[i]]
    read = sorted({*sure, *tail})
    bags = dict(zip(read, map(frozenset, tokens([texts[i] for i in read])), strict=True))
    known, compared = frozenset(sure), sure[:MOST]
    found = [i for i in read if i in known or any(_same(bags[i], bags[bio]) for bio in compared)]
    likely, compared = frozenset(found), found[:MOST]
    for index in found:
        twin = any(other != index and _same(bags[index], bags[other]) for other in compared)
        signed = index > 0 and cued(page, index - 1, "byline", "author_bio")
        if twin or signed:
            reason = "printed twice" if twin else "stands below the byline's label"
            yield whole(page, index, INFO, WITNESSED, f"says who the writer is, and {reason}")
        elif _at_tail(page, index, likely):
            yield whole(page, index, INFO, ALONE, "says who the writer is, after the story's last paragraph")


def _has_trade(text: str) -> bool:
    return _TRADE_HINT.search(text.encode()) is not None and TRADE.search(text) is not None


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= OVERLAP * min(len(one), len(other)) >= MIN_TWIN_WORDS * OVERLAP


def _at_tail(page: Page, index: int, likely: Set[int]) -> bool:
    """Say whether no story follows: only other bios, or lines that other rules know."""
    start, end = page.features.story
    after = [
        i for i in range(index + 1, end)
        if page.features.prose[i] and i not in likely and not cued(page, i)
    ]  # fmt: skip
    return index > start + 1 and not after


RULE = FunctionRule(INFO, run)
