"""The head that writers and tools put before a text."""

from collections.abc import Iterator

from cleaner.model import FRONT_MATTER, Label, Page
from cleaner.parse import front
from cleaner.rules.base import Example, FunctionRule, RuleInfo

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
)
HEAD = "title: Harbour office to open earlier\nauthor: Nell Harrow\ndate: 2026-05-04"
CONFIDENCE = 0.97
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: front matter has a form of its own."""

INFO = RuleInfo(
    id="tools.front_matter",
    kind="tools",
    scope="line",
    summary="The lines of front matter, each as what it tells.",
    why="Notes, static sites and converters say title, writer and day before the text; the lines are about it, not of it.",
    source="YAML front matter as Jekyll brought it; the output of trafilatura, reader services and clippers",
    since="1",
    remove=(
        Example(f"---\n{HEAD}\n---\n\n{STORY}", tuple(HEAD.split("\n"))),
        Example(f"{HEAD}\nurl: https://courier.example/office\n\n{STORY}", tuple(HEAD.split("\n"))),
    ),
    keep=(Example(f"{STORY}\n\ntitle: none\nauthor: unknown\ndate: lost\n\nThe mayor laughed."),),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines that the parser marked."""
    lines = [block for block in page.blocks if FRONT_MATTER in block.source.marks]
    for block, kind in zip(lines, front.kinds([block.text for block in lines]), strict=True):
        yield Label(block.index, 0, len(block.text), kind, False, CONFIDENCE, INFO.id, "a line of front matter")


RULE = FunctionRule(INFO, run)
