"""The story's own address, below it."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole

CONFIDENCE = 0.94
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with its place as witness."""
ADDRESS = regex(r"[\s<(\[→➡👉🔗•-]*(?:https?://|www\.)\S+")
"""A line that is an address and nothing more."""

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
)
LINK = "https://marrowbay.example/harbour/office"

INFO = RuleInfo(
    id="read_more.address",
    kind="read_more",
    scope="line",
    summary="An address alone below the story, with nothing but known furniture after it.",
    why="Apps and browsers put the address of a page behind what is copied or shared of it; a story's own last line says what is there.",
    source="share menus of phones",
    since="1",
    remove=(Example(f"{STORY}\n\n{LINK}", (LINK,)), Example(f"{STORY}\n\n{LINK}\n\nShare this article", (LINK,))),
    keep=(
        Example(f"{STORY}\n\n{LINK}\n\n{STORY}"),
        Example(f"{STORY}\n\nThe tables are at {LINK}"),
        Example(LINK),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label addresses from the last line upwards."""
    if page.media_type == "text/html" or True not in page.features.prose:
        return
    texts = page.features.texts
    for index in range(len(texts) - 1, 0, -1):
        if ADDRESS.fullmatch(texts[index]):
            yield whole(page, index, INFO, CONFIDENCE, "an address alone, below the story")
        elif not cued(page, index):
            return


RULE = FunctionRule(INFO, run)
