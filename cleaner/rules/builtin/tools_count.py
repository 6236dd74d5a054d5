"""Numbers that count readers, comments or shares."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole

STORY = (
    "The clock of Harl's town hall struck thirteen on Tuesday noon, and nobody in the square seemed to mind.\n\n"
    "The clockmaker had been expected in March; he is now expected in May, the town clerk told this paper.\n"
)
COUNT = regex(r"\W*\d[\d.,\s]*[KkMm]?\W*")
REACTIONS = regex(r"(?:[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?\s?\d[\d.,]*[KkMm]?\s*){2,}")
"""Two pictures and more, each with a number behind it: what readers of a channel made of its post."""
CONFIDENCE, SURE = 0.9, 0.95
"""Confidence, 0 to 1, of its labels, and where they count reactions: just enough to remove (`cleaner.rules.base.REMOVE`); set by hand."""
MAX_CHARS = 12
"""Characters of the longest count with its marks: millions with their separators."""

INFO = RuleInfo(
    id="tools.count",
    kind="tools",
    scope="line",
    summary="A number alone on a line outside the story; or pictures with a number behind each.",
    why="Counters of views, shares and characters left stand alone; a story's numbers stand in sentences or numbered steps.",
    source="field observation",
    since="1",
    remove=(
        Example(f"{STORY}\n1,204\n\nShare this article\n\nPrivacy Policy", ("1,204",)),
        Example(f"{STORY}\n👍 212 😢 97 🤬 1.2K\n", ("👍 212 😢 97 🤬 1.2K",)),
    ),
    keep=(
        Example(f"{STORY}\n👍 212 clocks of 300 were right.\n"),
        Example(f"{STORY}\n2023\n\n{STORY.replace('Tuesday', 'Monday')}"),
        Example(f"{STORY}\nYear\tStrokes\n2017\t41,200\n2018\t39,800\n\nShare this article\n\nPrivacy Policy", ("2017\t41,200",)),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label lines of digits outside the story, and reactions."""
    for index, text in enumerate(page.features.texts):
        if not text[0].isalnum() and REACTIONS.fullmatch(text):
            yield whole(page, index, INFO, SURE, "numbers of reactions")
    if not page.features.furnished:
        return
    start, end = page.features.story
    for index, text in enumerate(page.features.texts):
        if len(text) <= MAX_CHARS and not start <= index < end and COUNT.fullmatch(text) and "\t" not in text:
            yield whole(page, index, INFO, CONFIDENCE, "a number alone on its line")


RULE = FunctionRule(INFO, run)
