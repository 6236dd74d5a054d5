"""The aggregator's name on a line beside its disclaimer."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.rules.phrases import fold

STORY = (
    "Ferries between Pell Harbour and the islands will run every hour from June, the operator said on Monday.\n\n"
    "Tickets stay at last year's price, and bicycles travel free on the first and the last boat of each day.\n"
)
CONFIDENCE = 0.93
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the note as witness."""
REACH = 2
"""Lines between the name and the disclaimer that speaks of it."""

INFO = RuleInfo(
    id="aggregator.name",
    kind="aggregator",
    scope="page",
    summary="A short line whose words the aggregator's own disclaimer repeats.",
    why="An aggregator signs with its name beside the note that it has not edited the story.",
    source="field observation",
    since="1",
    remove=(
        Example(
            f"{STORY}\nNewsHopper\nDisclaimer: this report was auto-aggregated by software and has been neither written nor "
            "checked by NewsHopper.",
            ("NewsHopper",),
        ),
    ),
    keep=(Example(f"{STORY}\nWhat Comes Next\n\n{STORY.replace('June', 'July')}"),),
)


def run(page: Page) -> Iterator[Label]:
    """Label names that stand near a disclaimer which repeats them."""
    for index, hits in enumerate(page.cues):
        if not hits or not any(hit.kind == "aggregator" for hit in hits):
            continue
        note = fold(page.features.texts[index])
        for near in range(max(0, index - REACH), min(len(page.blocks), index + REACH + 1)):
            name = fold(page.features.texts[near])
            if (
                near != index
                and name
                and page.features.labels[near]
                and name in note
                and not cued(page, near, "publisher")
            ):
                yield whole(page, near, INFO, CONFIDENCE, "the note beside it says that this name carried the story")


RULE = FunctionRule(INFO, run)
