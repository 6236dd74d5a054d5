"""A name on a line of its own: under the headline, or above a contact line."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.names import is_person
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.rules.phrases import fold
from cleaner.signing import is_asked_below

STORY = (
    "The last paper mill of Ostrey will close in June, its owners told the workers on Friday.\n\n"
    "About two hundred people will lose their jobs, and the town its largest employer since the war.\n"
)
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: the name's place is its witness."""
MAX_CHARS = 60
"""Characters of the longest line that is a name: four words and a title. Field observation."""
BELOW = 8
"""Lines below the headline in which a byline stands."""
AND = regex(r"\s*(?:,|&|/|\b(?:and|und|et|y|e|og|och|en|i|и)\b)\s+")
"""What stands between the names of several writers."""
MOST = 3
"""Writers whose names stand in one line without a “By”; more are a list of names."""

INFO = RuleInfo(
    id="byline.name",
    kind="byline",
    scope="page",
    summary="A person's name alone on a line, near the headline or above a contact line.",
    why="Many sites print the writer's name without a “By”; its place tells it from a name in a list.",
    source="field observation",
    since="1",
    remove=(
        Example(f"Last Paper Mill of Ostrey to Close\n\nIda Kell\nMay 3, 2024\n\n{STORY}", ("Ida Kell",)),
        Example(
            f"Last Paper Mill of Ostrey to Close\n\n{STORY}\nIda Kell\nida.kell@ostrey-news.example", ("Ida Kell",)
        ),
        Example(f"Last Paper Mill of Ostrey to Close\n\nIda Kell and Tom Varn\nMay 3, 2024\n\n{STORY}", ("Ida Kell and Tom Varn",)),
    ),
    keep=(
        Example(f"Last Paper Mill of Ostrey to Close\nMedia Contact:\nIda Kell\nMay 3, 2024\n\n{STORY}"),
        Example(f"Last Paper Mill of Ostrey to Close\n\n{STORY}\nMedia Contact:\nIda Kell\nida.kell@ostrey-mills.example"),
        Example(STORY + "\nNew Jobs Ahead\n\n" + STORY.replace("Friday", "Sunday").replace("June", "July")),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label names whose neighbours show that they sign the story."""
    title = page.title
    start, end = page.features.story
    texts, cues = page.features.texts, page.cues
    bylines = "\n".join([fold(texts[i]) for i in range(start) if cues[i] and cued(page, i, "byline")])
    first, last = (start, start) if title is None else (title + 1, min(start, title + BELOW))
    for index in range(min(first, start), len(texts)):
        text = texts[index]
        if len(text) > MAX_CHARS or " " not in text:
            continue
        below = first <= index < last
        contact = start <= index < len(texts) - 1 and bool(cues[index + 1]) and cued(page, index + 1, "contact")
        again = bool(bylines) and index >= end and fold(text) in bylines
        if not (contact or again or below) or not (is_person(text) or (below and _are_people(text))) or cued(page, index, "related"):
            continue
        if contact and not (cued(page, index - 1, "contact") or is_asked_below(texts, start, index)):  # whom a firm's heading “Media contact” names wrote nothing
            yield whole(page, index, INFO, CONFIDENCE, "a name above a contact line")
        elif title is not None and below and _signed(page, index, title, start):
            yield whole(page, index, INFO, CONFIDENCE, "a name between headline and story")
        elif again:
            yield whole(page, index, INFO, CONFIDENCE, "the name of the byline again")


def _are_people(line: str) -> bool:
    """Say whether a line is nothing but the names of a few people, or of one with a bar behind it."""
    names = AND.split(line.rstrip(" |·•,"))
    return len(names) <= MOST and all(map(is_person, names))


def _signed(page: Page, index: int, title: int, start: int) -> bool:
    if any(page.features.prose[title + 2 : index]):
        return False  # the story has begun; right below the headline only a dek reads like prose
    before, own, after = map(fold, page.features.texts[index - 1 : index + 2])
    if own in (before, after) or is_asked_below(page.features.texts, title + 1, index):
        return False
    if index - 1 == title or index + 1 == start:
        return True
    return any(cued(page, i, "date", "byline", "share", "tools", "contact") for i in (index - 1, index + 1))


RULE = FunctionRule(INFO, run)
