"""A caption printed twice: once over the picture's text, once under it."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.rules.matchers import fold

STORY = (
    "The orchards of Venn lost half their apples to the late frost, growers said on Thursday.\n\n"
    "Prices are expected to rise before the harvest, and the cider mills have begun to buy abroad.\n"
)
CONFIDENCE = 0.92
MAX_WORDS = 40

INFO = RuleInfo(
    id="caption.repeated",
    kind="caption",
    scope="page",
    summary="A line without a sentence's end that stands twice in a row is a caption.",
    why="A picture's description and its caption read the same; flattened, they stand one below the other.",
    source="field observation: `alt` and `figcaption` of the same picture",
    since="1",
    remove=(
        Example(
            f"Frost Halves Venn's Apple Harvest\n\nVenn Orchard\nVenn Orchard\n\n{STORY}\n\nShare this article\n\nPrivacy Policy",
            ("Venn Orchard",),
        ),
    ),
    keep=(
        Example(STORY + "\nNobody knows what comes next.\n\n" + "“We wait,” said one grower, and would say no more.\n"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label both copies of a line that repeats right below, when it is no sentence."""
    features = page.features
    if not features.furnished:
        return
    texts, words, ends = features.texts, features.words, features.ends
    for index in range(min(len(texts) - 1, features.story[1])):
        if ends[index] or words[index] > MAX_WORDS or not _read_alike(texts[index], texts[index + 1]):
            continue
        if not fold(texts[index]) or texts[index].isdigit() or cued(page, index) or _thrice(page, index):
            continue
        for copy in (index, index + 1):
            yield whole(
                page, copy, INFO, CONFIDENCE, "stands twice in a row, as a picture's description and caption do"
            )


def _read_alike(one: str, other: str) -> bool:
    """Say whether two lines are the same when folded; most differ in their first letter already."""
    first, second = one[:1], other[:1]
    if first != second and first.isalnum() and second.isalnum() and first.casefold() != second.casefold():
        return False
    return fold(one) == fold(other)


def _thrice(page: Page, index: int) -> bool:
    """Three and more copies are a list's filler, not a caption."""
    texts = page.features.texts
    return index + 2 < len(texts) and fold(texts[index + 2]) == fold(texts[index])


RULE = FunctionRule(INFO, run)
