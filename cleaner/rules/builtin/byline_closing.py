"""A name with its role below the last sentence of a story: how bulletins, newsletters and letters are signed."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.names import is_person
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole

STORY = (
    "The rowers of Ostrey will keep their boathouse, their club decided on Sunday after a night of counting.\n\n"
    "Its roof is to be mended before the regatta, and the treasurer will ask each crew for a day of work.\n"
)
MAX_ROLE_WORDS = 5
"""Words of the longest role behind the name."""
LINES = 1
"""Such lines on a page: several are a list of people."""
OPENING, CLOSING = ("“", '"', "„", "«"), ("”", '"', "“", "»")
"""Marks of what somebody else said, whose name and role stand below it."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone."""
SIGNED = regex(r"(?P<name>[^\W\d_][\w.’'-]*(?:\s[\w.’'-]+){1,3}),\s(?P<role>[^\W\d_][^,.!?:;\d]{2,50})")
"""A name, a comma and a role, with no stop."""

INFO = RuleInfo(
    id="byline.closing",
    kind="byline",
    scope="line",
    summary="In text, a person's name with a role behind a comma, right below the story's last sentence, whom the page names nowhere else.",
    why="Bulletins, newsletters and letters are signed so; who is spoken of, or seen in a picture, the story names.",
    source="field observation",
    since="1",
    remove=(Example(f"Boathouse of Ostrey Stays\n\n{STORY}\nIda Kell, secretary\n", ("Ida Kell, secretary",)),),
    keep=(
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\n“It leaks in four places, and we know the buckets by their names.”\n\nIda Kell, secretary\n"),
        Example(f"Boathouse of Ostrey Stays\n\n{STORY.replace('the treasurer', 'Ida Kell')}\nIda Kell, treasurer\n"),
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\nIda Kell, secretary\n\nTom Verk, treasurer\n"),
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\nIda Kell, secretary\n\n{STORY.replace('boathouse', 'jetty')}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the line that closes the story so, if there is one."""
    if page.media_type == "text/html":
        return
    features = page.features
    found = [i for i in range(max(1, (page.title or 0) + 2), len(page.blocks)) if features.words[i] <= 2 * MAX_ROLE_WORDS and _signs(page, i)]
    if len(found) == LINES:
        yield whole(page, found[0], INFO, CONFIDENCE, "a name with a role below the story's last sentence")


def _signs(page: Page, index: int) -> bool:
    features = page.features
    above = features.texts[index - 1]
    quoted = above.endswith(CLOSING) or above.startswith(OPENING) or page.blocks[index - 1].role == "quote"
    closes = not quoted and features.prose[index - 1] and features.ends[index - 1] and not any(features.prose[index + 1 : index + 2])
    match = SIGNED.fullmatch(page.blocks[index].text) if closes else None
    if match is None or page.cues[index] or any(SIGNED.fullmatch(text) for text in features.texts[index + 1 : index + 2]):
        return False
    role = match["role"]
    if len(role.split()) > MAX_ROLE_WORDS or not is_person(match["name"]) or (role == role.title() and is_person(role)):
        return False
    return page.visible.count(match["name"].rsplit(maxsplit=1)[-1]) == 1


RULE = FunctionRule(INFO, run)
