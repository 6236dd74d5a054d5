"""A line that says the same twice: what describes a picture, or a teaser's, with the line that stood beside it."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.features import is_scrape
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole

FIRST, SECOND = (
    "The goat that pulls the ferry of Ostrey across the sound was given a medal on Monday by the harbour office.",
    "It ate the ribbon during the speech, and the band went on playing until nobody could be heard any more.",
)
ALT = "The goat of Ostrey with its medal on the quay."
TEASER = "Nine lighthouse keepers of Brask ask for a raise of their lamps"
FOOT = "Share this article\n\nPrivacy Policy"
STEM_CHARS = 16
"""Characters of a line's head that are looked for again within it; shorter ones come again in any sentence."""
FEWEST_WORDS = 5
"""Words of what is said twice: “See it See it” is a row of buttons. Of 170 such lines of flattened development pages five are story, all of them heads of
tables and lines of code, of which the rule's own measures pass over the most."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, so that captions of several sentences need no second witness."""

INFO = RuleInfo(
    id="caption.doubled",
    kind="caption",
    scope="line",
    summary="A line of a scrape that is the same words twice, or once more in part with an ellipsis.",
    why="Converters print what describes a picture beside its caption or headline; nobody writes a sentence twice in one line.",
    source="field observation: `alt` of images, as resiliparse prints it",
    since="1",
    remove=(
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\n{ALT} {ALT}\n\n{SECOND}\n\n{FOOT}", (f"{ALT} {ALT}",)),
        Example(f"{TEASER} {TEASER[:44]} …\n\nMedal for the Ferry Goat\n\n{FIRST}\n\n{SECOND}\n\n{FOOT}", (f"{TEASER} {TEASER[:44]} …",)),
    ),
    keep=(
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\nOstrey, Ostrey, he sang, Ostrey, Ostrey, and the goat did not look up.\n\n{SECOND}\n\n{FOOT}"),
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\nNo more, no more No more, no more\n\n{SECOND}\n\n{FOOT}"),
    ),
)  # fmt: skip


def run(page: Page) -> Iterator[Label]:
    """Label the doubled lines that no pack knows."""
    if not is_scrape(page):
        return
    for index, text in enumerate(page.features.texts):
        if is_doubled(text) and not cued(page, index) and page.blocks[index].role in ("paragraph", "list_item", "caption"):
            yield whole(page, index, INFO, CONFIDENCE, "says the same twice in one line, as a picture's description and its caption do")


def is_doubled(text: str) -> bool:
    """Say whether a text is some words twice, the second time perhaps cut short with an ellipsis."""
    again = text.find(text[:STEM_CHARS], STEM_CHARS)
    if again < 0 or not text[again - 1].isspace() or "\t" in text or "\n" in text:
        return False
    first, second = text[: again - 1].rstrip(), text[again:]
    cut = second.endswith(("…", "..."))
    said = second.rstrip("….").rstrip() if cut else second
    same = first.startswith(said) and 2 * len(said) >= len(first) if cut else first == second
    return same and said.count(" ") >= FEWEST_WORDS - 1 and len({*said.casefold().split()}) >= FEWEST_WORDS


RULE = FunctionRule(INFO, run)
