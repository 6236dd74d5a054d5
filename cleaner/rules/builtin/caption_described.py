"""What describes a picture to those who do not see it, left between the paragraphs of a text."""

from collections.abc import Iterator

from cleaner.letters import is_small
from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole

FIRST, SECOND, THIRD = (
    "The goat that pulls the ferry of Ostrey across the sound was given a medal on Monday by the harbour office.",
    "It ate the ribbon during the speech, and the band went on playing until nobody could be heard any more.",
    "The medal is to hang in the ferry's cabin, out of reach, said Ida Kell, who has steered the boat for nine years.",
)
GOAT, BAND = "a white goat with a hat on a ferry", "brass band on the quay of ostrey"
LOWER_WORD = regex(r"(?P<first>[^\W\d_]+),?\s")
"""A word in small letters as a line's first: `iPhone` and `c.` are none."""
FEWEST_WORDS, MAX_WORDS = 5, 45
"""Words of a description; shorter lines are labels and links in any story. Field observation."""
FEWEST_LINES = 2
"""Such lines from which a page shows that it holds descriptions: of 128 lines on development pages with two and more, four were story, of
47 on pages with one, thirteen."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the other lines as witness."""

INFO = RuleInfo(
    id="caption.described",
    kind="caption",
    scope="page",
    summary="Lines in small letters without an end that stand alone between sentences, several on a page, describe pictures.",
    why="Who writes what a reader of screens says instead of a picture writes no sentence; some converters leave it as a line of text.",
    source="field observation: `alt` of images, as resiliparse prints it",
    since="1",
    remove=(
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\n{GOAT}\n\n{SECOND}\n\n{BAND}\n\n{THIRD}\n\nShare this article\n\nPrivacy Policy", (GOAT, BAND)),
    ),
    keep=(
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\n{GOAT}\n\n{SECOND}\n\n{THIRD}\n\nShare this article\n\nPrivacy Policy"),
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\n{GOAT}\n{BAND}\nhat of the mayor with a bite\n\n{SECOND}\n\n{THIRD}\n\nShare this article\n\nPrivacy Policy"),
        Example(f"Medal for the Ferry Goat\n\n{FIRST}\n\niGoat: how to steer it across\n\n{SECOND}\n\na) what the goat will not eat\n\n{THIRD}\n\nShare this article\n\nPrivacy Policy"),
    ),
)  # fmt: skip


def run(page: Page) -> Iterator[Label]:
    """Label the lines of the story that are no sentences and begin small, each behind a sentence and before what begins otherwise."""
    features = page.features
    if page.media_type != "text/plain" or not features.furnished:
        return
    found = [index for index in range(max(1, features.story[0]), features.story[1]) if _is_description(page, index)]
    if len(found) >= FEWEST_LINES:
        for index in found:
            if not cued(page, index):
                yield whole(page, index, INFO, CONFIDENCE, "stands in small letters between sentences, as what describes a picture does")


def _is_description(page: Page, index: int) -> bool:
    """Say whether a line begins small, ends in a word without a stop, and goes on with nothing above or below."""
    features, texts = page.features, page.features.texts
    text = texts[index]
    if not is_small(text[0]) or features.ends[index] or not text[-1].isalnum() or not features.ends[index - 1]:
        return False
    if page.blocks[index].role != "paragraph" or not FEWEST_WORDS <= features.words[index] <= MAX_WORDS or index == page.title:
        return False
    if is_small(texts[index - 1][0]) or (index + 1 < len(texts) and is_small(texts[index + 1][0])):
        return False
    first = LOWER_WORD.match(text)
    return first is not None and first["first"].islower()


RULE = FunctionRule(INFO, run)
