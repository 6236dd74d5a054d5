"""A caption that says in brackets where in the picture somebody is."""

import re
from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole

STORY = (
    "The goat that pulls the ferry of Ostrey across the sound was given a medal on Monday by the harbour office.\n\n"
    "It ate the ribbon during the speech, and the band went on playing until nobody could be heard any more.\n"
)
PLACE = re.compile(
    r"\w\W{0,3}\(\s*(?:pictured|(?:far |top |bottom |second from )?(?:left|right)|cent(?:re|er)|inset|above|below|in the middle"
    r"|(?:im bild|oben|unten|mitte)\b|(?:ganz )?(?:links|rechts)|(?:à )?(?:gauche|droite)|au centre|(?:(?:a la|à) )?(?:izquierda|derecha|esquerda|direita)|(?:a )?(?:sinistra|destra)|(?:til )?(?:venstre|høyre|højre)"
    r"|(?:till )?(?:vänster|höger)|(?:z |po )?(?:lewej|prawej)|слева|справа|ліворуч|праворуч)(?:,?\s(?:in|with|holding|wearing|mit|avec|con|com|med|met|z)\s[^()]{1,25})?\)",
    re.IGNORECASE,
)
"""Where somebody is to be seen, in brackets behind a name."""
MAX_WORDS = 45
"""Words of the longest caption. Field observation."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the missing stop as witness."""

INFO = RuleInfo(
    id="caption.place",
    kind="caption",
    scope="line",
    summary="A line without a stop that says in brackets where in the picture somebody is.",
    why="A sentence of the story that points at its picture ends in a stop; the caption beside the picture often has none.",
    source="field observation",
    since="1",
    remove=(
        Example(f"{STORY}\nCaptain Ida Kell (pictured) says the goat has eaten two charts since it moved in\n\n{STORY}", ("Captain Ida Kell (pictured) says the goat has eaten two charts since it moved in",)),
        Example(f"{STORY}\nIda Kell (links) und Tom Verk am Kai von Ostrey\n\n{STORY}", ("Ida Kell (links) und Tom Verk am Kai von Ostrey",)),
    ),
    keep=(
        Example(f"{STORY}\nCaptain Ida Kell (pictured) says that the goat has eaten two charts since it moved in.\n"),
        Example(f"{STORY}\n“We went round the buoy (left, and left again),” said Ida Kell (47)\n\n{STORY}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label lines of a caption's length, with the place of who is seen in brackets and without an end."""
    features = page.features
    for index, text in enumerate(features.texts):
        if "(" in text and index != page.title and not features.ends[index] and features.words[index] <= MAX_WORDS and PLACE.search(text):
            yield whole(page, index, INFO, CONFIDENCE, "says where in the picture somebody is")


RULE = FunctionRule(INFO, run)
