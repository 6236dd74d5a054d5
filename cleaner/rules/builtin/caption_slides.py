"""The slides of a gallery below or within a story, each with the player's button beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.features import is_scrape
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes
from cleaner.rules.phrases import fold

STORY = (
    "The goat that pulls the ferry of Ostrey across the sound was given a medal on Monday by the harbour office.\n\n"
    "It ate the ribbon during the speech, and the band went on playing until nobody could be heard any more.\n"
)
SLIDES = (
    "The goat waits for the ferry's bell on the quay of Ostrey, as it has done each morning for nine years.",
    "Ida Kell, who steers the ferry, tries to put the medal where the goat of Ostrey will not find it.",
    "The band of the harbour office plays on while the speech is held, and then while it is not.",
    "Children of the school at Brask hold up the letters that spell the goat's name, or nearly so.",
)
_GALLERY = "\n\n".join(f"{slide}\n\nOdo Wren, The Brask Post\n\nFullscreen" for slide in SLIDES)
FOOT = "Share this article\n\nPrivacy Policy"
FEWEST = 4
"""The same button so many times that what stands between is what it belongs to. In none of six such stretches of flattened development pages, and of
ten on pages of no corpus, a line is story."""
APART = 4
"""Most lines from one button to the next: a caption, a credit, a count."""
BUTTON_WORDS = 3
"""Words of the button."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, so that captions of several sentences need no second witness."""

INFO = RuleInfo(
    id="caption.slides",
    kind="caption",
    scope="page",
    summary="What stands between four and more copies of a player's button (“Fullscreen”, “Watch”) that follow each other closely.",
    why="Each slide of a gallery and each title in a list of videos has its button; a story has one, of its own video.",
    source="field observation: galleries whose slides a converter printed one below the other",
    since="1",
    remove=(Example(f"Medal for the Ferry Goat\n\n{STORY}\n\n{_GALLERY}\n\n{FOOT}", SLIDES[1:]),),
    keep=(
        Example(f"Medal for the Ferry Goat\n\n{STORY}\n\nFullscreen\n\n{STORY.replace('Monday', 'Friday')}\n\n{FOOT}"),
        Example("Medal for the Ferry Goat\n\n" + "\n\n".join(f"Fullscreen\n\n{STORY.replace('goat', animal)}{STORY.replace('goat', animal + ' too')}" for animal in ("cat", "dog", "cow", "hen")) + f"\n\n{FOOT}"),
    ),
)  # fmt: skip


def run(page: Page) -> Iterator[Label]:
    """Label the lines between such buttons, and as many above the first as stand between two."""
    if not is_scrape(page):
        return
    features = page.features
    buttons: dict[str, list[int]] = defaultdict(list)
    for index, hits in enumerate(page.cues):
        if hits and features.words[index] <= BUTTON_WORDS and cued(page, index, "media_player"):
            buttons[fold(features.texts[index])].append(index)
    for places in buttons.values():
        for first, last, period in _runs(places):
            lines = [i for i in range(max(0, first - period + 1), last) if not cued(page, i)]
            yield from wholes(page, lines, INFO, CONFIDENCE, "stands between the buttons of a gallery's slides")


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the first and last of buttons that follow each other closely, and the fewest lines from one to the next."""
    run = [*places[:1]]
    for above, below in pairwise((*places, places[-1] + APART + 1)):
        if below - above > APART:
            if len(run) >= FEWEST:
                yield run[0], run[-1], min(b - a for a, b in pairwise(run))
            run = []
        run.append(below)


RULE = FunctionRule(INFO, run)
