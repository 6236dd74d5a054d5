"""A caption of Markdown: emphasised below its image, or what describes the image said again."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.parse.pictures import BELOW, DESCRIBED, EMPHASISED, IN_PARAGRAPH, STRONG, words
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.signatures import is_signature

CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the image as witness."""
MAX_WORDS = 60
"""Words of the longest caption; a foreword in italics is longer."""
MIN_WORDS = 4
"""Words from which a line that repeats an image's description is its caption; a name may be the writer's, beside the portrait."""
CREDITED = regex(r"[.!?”\"]\s*\([^\W\d_a-z][^()]{2,50}\)$")
"""A name in brackets behind the last sentence: whose picture it is."""

STORY = (
    "The orchards of Venn lost half their apples to the late frost, growers said on Thursday.\n\n"
    "Prices are expected to rise before the harvest, and the cider mills have begun to buy abroad.\n"
)
EMPHATIC = "*Growers light fires between the rows at dawn.*"
ALIKE = "Growers of Venn light fires"
CREDIT = "The fires burned until noon. (Venn Growers)"

INFO = RuleInfo(
    id="caption.below_image",
    kind="caption",
    scope="line",
    summary="A line right below an image that is emphasised as a whole, repeats the image's description, or closes with a name in brackets.",
    why="Markdown has no mark for captions: writers put them in italics, and converters leave them beside the description.",
    source="field observation: Markdown of Medium, Ghost, Obsidian and Jina's reader",
    since="1",
    remove=(
        Example(f"# Frost in Venn\n\n![Fires](f.jpg)\n{EMPHATIC}\n\n{STORY}", (EMPHATIC.strip("*"),), "text/markdown"),
        Example(f"# Frost in Venn\n\n![Fires](f.jpg){EMPHATIC}\n\n{STORY}", (EMPHATIC.strip("*"),), "text/markdown"),
        Example(f"# Frost in Venn\n\n![{ALIKE}](f.jpg)\n\n{ALIKE}\n\n{STORY}", (ALIKE,), "text/markdown"),
        Example(f"# Frost in Venn\n\n![Fires](f.jpg)\n\n{CREDIT}\n\n{STORY}", (CREDIT,), "text/markdown"),
    ),
    keep=(
        Example(f"# Frost in Venn\n\n{EMPHATIC}\n\n![Fires](f.jpg)\n\n{STORY}\n\n{EMPHATIC}", media_type="text/markdown"),
        Example(f"# Frost in Venn\n\n![Fires](f.jpg)\n\n**{STORY.splitlines()[0]}**\n\n{STORY}", media_type="text/markdown"),
        Example(f"![{ALIKE}](f.jpg)\n\n# {ALIKE}\n\n{STORY}", media_type="text/markdown"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines that the parser found right below an image and that show that they are captions.

    Strong words open a story as often as they stand under its picture; in the image's own paragraph they are the caption.
    """
    for index, block in enumerate(page.blocks):
        marks = block.source.marks
        if BELOW not in marks or block.role in ("heading", "table", "list_item") or index == page.title:
            continue
        count = len(words(block.text))
        if count <= 1 or cued(page, index) or is_signature(block.text):
            continue
        if DESCRIBED in marks and count >= MIN_WORDS:
            yield whole(page, index, INFO, CONFIDENCE, "says again what describes the image above it")
        elif count <= MAX_WORDS and IN_PARAGRAPH in marks and not {EMPHASISED, STRONG}.isdisjoint(marks):
            yield whole(page, index, INFO, CONFIDENCE, "stands emphasised in the paragraph of an image")
        elif count <= MAX_WORDS and CREDITED.search(block.text):
            yield whole(page, index, INFO, CONFIDENCE, "closes with whose the image above it is")
        elif count <= MAX_WORDS and EMPHASISED in marks:
            yield whole(page, index, INFO, CONFIDENCE, "stands in italics right below an image")


RULE = FunctionRule(INFO, run)
