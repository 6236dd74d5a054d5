"""What a library's catalogue or a program says of a text above it, told by its form."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules import catalogue
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

STORY = (
    "The museum of Ulm Valley will reopen on Saturday, two years after a flood filled its cellars, it said.\n\n"
    "Most of the collection was saved by neighbours, who carried it up the hill in one night and a morning.\n"
)
NOTES = "Shelf : 14 b\nKeeper : Ulm Valley Library\nKind : weekly paper\nSigns : Latin\nStored : 3 May 2015\nUsed : 40 times"
FEWEST, FEWEST_NAMES = 5, 4
"""Lines in a row, and different names among them, that are a catalogue's; a box of facts above a story has fewer, and what people say after each
other begins with the same few names."""
CONFIDENCE = 0.91
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, only just: it goes by place and form."""

INFO = RuleInfo(
    id="tools.catalogue",
    kind="tools",
    scope="page",
    summary="Five or more names with values in a row above the story.",
    why="Catalogues, archives and programs say above a text what it is; their names differ, their form does not.",
    source="field observation",
    since="1",
    remove=(Example(f"{NOTES}\n\nMuseum of Ulm Valley Reopens\n\n{STORY}", ("Shelf : 14 b", "Kind : weekly paper", "Used : 40 times")),),
    keep=(
        Example(f"{STORY}\n{NOTES}\n\n{STORY.replace('Saturday', 'Sunday')}"),
        Example(f"Ida: Who saved it?\nTom: We did.\nIda: When?\nTom: At night!\nIda: All of it?\nTom: Nearly!\n\n{STORY}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label runs of names with values above the story."""
    prose = page.features.prose
    first = next((index for index, long in enumerate(prose) if long), len(prose))
    for lines in catalogue.runs(page, first):
        if len(lines) >= FEWEST and len(set(lines.values())) >= FEWEST_NAMES:
            yield from wholes(page, [*lines], INFO, CONFIDENCE, "one of several names with values above the story")


RULE = FunctionRule(INFO, run)
