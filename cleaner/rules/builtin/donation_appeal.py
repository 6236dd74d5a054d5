"""The paragraphs of an appeal in which a paper tells its readers why it needs their money."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes

STORY = (
    "The lighthouse at Pell Point went dark on Sunday for the first time in a century, its keepers said.\n\n"
    "A new lamp is on its way from the mainland, and boats have been told to keep clear until it is lit."
)
WHY = "The Pell Courier has no owner who tells us what to print. We keep our reporting free for all who cannot afford a subscription."
ASK = "Please support our independent journalism with two crowns a month."
BELIEF = "We believe that readers deserve facts, and our reporters go wherever a story leads them."
CONFIDENCE = 0.99
"""Confidence, 0 to 1: `cleaner.resolve.CERTAIN`, as paragraphs that the appeal itself stands beside have their second witness in it."""
ASKED_WORDS = 5
"""Words from which a line that asks for money is a sentence of an appeal; shorter ones are buttons, which stand beside stories too."""
MOST_BLOCKS = 8
"""Blocks that an appeal goes on for above and below the line that asks. Field observation: appeals have two to seven paragraphs."""
BUTTON_WORDS = 8
"""Words up to which a block within an appeal is a button or a label."""
LEAST_WORDS = 2
"""Different words of a paper's trade and of giving that a paragraph must hold."""
_SELF = regex(
    r"\b(?:we|our|us|we['’](?:re|ve|ll)|my|wir|unser\w*|uns|nous|notre|nos|nosotros|nuestr\w+|noi|nostr[aoei]|wij|onze?|nós|noss[ao]s?)\b",
    re.IGNORECASE,
)
"""Words by which a paper speaks of itself."""
_TRADE = regex(
    r"\b(journalis|report(?:er|ing)|newsroom|news\b|reader|paywall|subscri|afford|free\b|independen|trust|support|contribut|donat|gifts?\b"
    r"|owner|shareholder|billionaire|advert|facts?\b|truth|democra|stor(?:y|ies)\b|investigat|fund(?:ed|ing|s)?\b|members?\b|your help|coverage"
    r"|unabhängig|leser|spende|abo\b|unterstütz|redaktion|recherche|bezahlschranke|lecteur|abonn|indépendan|soutien|soutenez|dons?\b|rédaction"
    r"|periodis|lector|suscri|donaci|apoy|lettor|giornalis|sosten|abbon|lezer|steun|onafhankelijk|leitor|jornalis|assin|apoi)",
    re.IGNORECASE,
)
"""Words of a paper's trade and of giving, by their stems."""
_SPEECH = regex(r"[“„«»]|(?:^|\s)[\"'‘](?=\w)")
_THANKS = regex(r"(?:thank you|thanks|danke|merci|gracias|grazie|bedankt|obrigad[oa])\b.{0,80}", re.IGNORECASE)

INFO = RuleInfo(
    id="donation.appeal",
    kind="donation",
    scope="line",
    summary="Paragraphs beside a sentence that asks for money in which the paper speaks of itself, its trade and its readers.",
    why="Papers explain at length why they need their readers; the sentence that asks gives away those around it.",
    source="field observation",
    since="1",
    remove=(
        Example(f"{STORY}\n\n{WHY}\n\n{ASK}\n\nThank you.", (WHY, ASK, "Thank you.")),
        Example(f"{STORY}\n\n{ASK}\n\nDonate\n\n{BELIEF}", (ASK, BELIEF)),
    ),
    keep=(
        Example(f"{STORY}\n\n{WHY}\n\n{BELIEF}"),
        Example(f"{STORY}\n\nDonate\n\n{BELIEF}"),
        Example(f"{STORY}\n\n“{WHY}”\n\n“{BELIEF}”"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the paragraphs around each sentence that asks for money."""
    words = page.features.words
    asking = [i for i, hits in enumerate(page.cues) if hits and words[i] >= ASKED_WORDS and cued(page, i, "donation")]
    appeals = lru_cache(maxsize=None)(_appeals)
    found: set[int] = set()
    for index in asking:
        for step in (-1, 1):
            found.update(_around(page, index, step, appeals))
    yield from wholes(page, sorted({*found, *asking} if found else ()), INFO, CONFIDENCE, "an appeal for money")


def _around(page: Page, index: int, step: int, appeals: Callable[[str], bool]) -> Iterator[int]:
    """Yield the paragraphs that belong to an appeal in one direction, as `appeals` says of each; buttons among them part nothing."""
    features = page.features
    last = index + step * MOST_BLOCKS
    index += step
    while index != last and 0 <= index < len(page.blocks) and index != page.title:
        text = features.texts[index]
        if appeals(text) or (step > 0 and _THANKS.fullmatch(text)):
            yield index
        elif not (features.words[index] <= BUTTON_WORDS and cued(page, index)):
            return
        index += step


def _appeals(text: str) -> bool:
    """Say whether a paper speaks of itself in a text, of its trade and of those who pay for it."""
    if not _SELF.search(text) or _SPEECH.search(text):
        return False
    return len({word.lower() for word in _TRADE.findall(text)}) >= LEAST_WORDS


RULE = FunctionRule(INFO, run)
