"""The list of addresses at the end of a terminal browser's text."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.parse.references import LISTED
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

CONFIDENCE = 0.97
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: programs write the list in one form."""

STORY = """
   [1]Home [2]Harbour news

   The ferry to Brask will sail [3]twice a day from May, its owners said.
"""
LIST = """
References

   1. https://paper.example/
   2. https://paper.example/harbour
   3. https://paper.example/harbour/ferry
"""
FOOTNOTES = """
The ferry to Brask will sail twice a day from May [1], its owners told the harbour board [2].

Sources

1. Minutes of the harbour board, March
2. Letter of the owners, https://paper.example/letter.pdf
"""

INFO = RuleInfo(
    id="navigation.references",
    kind="navigation",
    scope="line",
    summary="The numbered addresses that a terminal browser lists below the page.",
    why="They say where the page's links lead; the numbers before the links are taken for marks, and the list has no use without them.",
    source="lynx and elinks, option -dump",
    since="1",
    remove=(Example(f"{STORY}{LIST}", (" ".join(LIST.split()),)),),
    keep=(Example(FOOTNOTES),),
)


def run(page: Page) -> Iterator[Label]:
    """Label the block that the parser made of the list."""
    listed = [index for index, block in enumerate(page.blocks) if LISTED in block.source.marks]
    yield from wholes(page, listed, INFO, CONFIDENCE, "the addresses of the page's links, numbered")


RULE = FunctionRule(INFO, run)
