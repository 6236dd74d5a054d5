"""A caption printed twice: once over the picture's text, once under it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.model import Label, Page
from cleaner.names import is_person
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.rules.phrases import fold
from cleaner.tokens import count_words

STORY = (
    "The orchards of Venn lost half their apples to the late frost, growers said on Thursday.\n\n"
    "Prices are expected to rise before the harvest, and the cider mills have begun to buy abroad.\n"
)
SLIDES = (
    "Growers light fires between the trees of the lower orchard at dawn. The oil was given by the town.",
    "A press of the mill at Venn stands still for the first year since it was built, said its owner.",
    "Ada Merrow counts what is left on the old tree behind the church of Venn on Friday afternoon.",
)
GALLERY = "\n\n".join(f"{slide}\n{slide} Odo Wren, for The Venn Post" for slide in SLIDES)
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the copy as witness."""
MAX_WORDS = 40
"""Words of the longest line that is taken for a caption; longer ones that stand twice are paragraphs. Field observation."""
FEWEST_WORDS, CREDIT_CHARS = 3, 60
"""Words of a caption behind which a bare name may stand in one copy, and characters of a name or credit there."""
GALLERY_PAIRS, GALLERY_WORDS = 3, 6
"""Lines that stand again at the head of the next from which they are the slides of a gallery, whatever they read like, and words of each. Field observation."""
SLIDE_LINES = 6
"""Most lines from one slide to the next: a lead that repeats the line above it stands alone."""
SURE = 0.99
"""Confidence of those labels: `cleaner.resolve.CERTAIN`, so that captions of several sentences need no second witness."""
CREDIT = regex(
    r"[\s.,;|(\[/–—-]*(?:©|\(c\)|(?:photo(?:graph)?|foto|fotografía|bild|image|illustration|picture|credit)s?(?:\s+(?:credit|courtesy|source)s?)?(?:\s*[:/©]|\s+(?:by|de|von|di|courtesy)\b)"
    r"|courtesy\b)",
    re.IGNORECASE,
)
NAMED = regex(r"[.!?…]\s+([^.!?:]+?)[.)\]]*$|\s*[(\[]([^()\[\]]+)[)\]]$")
"""What may be a name behind a caption: parted from it by a stop, or in brackets."""

INFO = RuleInfo(
    id="caption.repeated",
    kind="caption",
    scope="page",
    summary="A line without a sentence's end that stands twice in a row is a caption, and so is any with a credit behind one of both.",
    why="A picture's description and its caption read the same; flattened, they stand one below the other.",
    source="field observation: `alt` and `figcaption` of the same picture",
    since="1",
    remove=(
        Example(f"Frost Halves Venn's Apple Harvest\n\n{STORY}\n\n{GALLERY}\n\nShare this article\n\nPrivacy Policy", SLIDES),
        Example(
            f"Frost Halves Venn's Apple Harvest\n\nVenn Orchard\nVenn Orchard\n\n{STORY}\n\nShare this article\n\nPrivacy Policy",
            ("Venn Orchard",),
        ),
        Example(
            "Frost Halves Venn's Apple Harvest\n\nThe lower orchard of Venn\nThe lower orchard of Venn. Photo: Ada Merrow\n\n"
            f"{STORY}\n\nShare this article\n\nPrivacy Policy",
            ("The lower orchard of Venn", "The lower orchard of Venn. Photo: Ada Merrow"),
        ),
        Example(
            f"Frost Halves Venn's Apple Harvest\n\nOrchard\nOrchard. Image Credit: Creative Commons.\n\n{STORY}\n\nShare this article\n\nPrivacy Policy",
            ("Orchard", "Orchard. Image Credit: Creative Commons."),
        ),
        Example(
            f"Frost Halves Venn's Apple Harvest\n\nGrowers light fires at dawn.\nGrowers light fires at dawn. Photo: Ada Merrow\n\n{STORY}\n\nShare this article\n\nPrivacy Policy",
            ("Growers light fires at dawn.", "Growers light fires at dawn. Photo: Ada Merrow"),
        ),
    ),
    keep=(
        Example(
            f"Frost Halves Venn's Apple Harvest\n\nGrowers light fires at dawn.\nGrowers light fires at dawn. Ada Merrow\n\n{STORY}\n\nShare this article\n\nPrivacy Policy"
        ),
        Example(STORY + "\nNobody knows what comes next.\n\n" + "“We wait,” said one grower, and would say no more.\n"),
        Example(
            "The lower orchard of Venn\nThe lower orchard of Venn froze first, by four\n\n"
            f"{STORY}\n\nShare this article\n\nPrivacy Policy"
        ),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label both copies of a line that repeats right below, when it is no sentence or one copy has a credit behind it."""
    features = page.features
    if not features.furnished:
        return
    texts, words, ends = features.texts, features.words, features.ends
    slides = _slides(page)
    shown = frozenset(slides)
    for index in slides:
        yield whole(page, index, INFO, SURE, "stands twice in a row, as each slide of a gallery does")
    for index in range(min(len(texts) - 1, features.story[1])):
        if words[index] > MAX_WORDS or index in shown:
            continue
        alike = not ends[index] and _read_alike(texts[index], texts[index + 1])
        if not alike and not _is_credited(page, index):
            continue
        if len(fold(texts[index])) <= 1 or texts[index].isdigit() or cued(page, index) or _thrice(page, index):
            continue
        for copy in (index, index + 1):
            yield whole(
                page, copy, INFO, CONFIDENCE, "stands twice in a row, as a picture's description and caption do"
            )


def _slides(page: Page) -> list[int]:
    """Return the lines that stand again at the head of the next, with a credit at most behind them, and those; several in a row, or none."""
    texts, words = page.features.texts, page.features.words
    found = [
        index
        for index, (text, below) in enumerate(pairwise(texts))
        if words[index] >= GALLERY_WORDS and below.startswith(text) and len(below) - len(text) <= CREDIT_CHARS and not cued(page, index)
    ]
    galleries: list[list[int]] = []
    for index in found:
        if galleries and index - galleries[-1][-1] <= SLIDE_LINES:
            galleries[-1].append(index)
        else:
            galleries.append([index])
    shown = [index for gallery in galleries if len(gallery) >= GALLERY_PAIRS for index in gallery]
    return sorted({place for index in shown for place in (index, index + 1)})


def _read_alike(one: str, other: str) -> bool:
    """Say whether two lines are the same when folded; most differ in their first letter already."""
    first, second = one[:1], other[:1]
    if first != second and first.isalnum() and second.isalnum() and first.casefold() != second.casefold():
        return False
    return fold(one) == fold(other)


def _is_credited(page: Page, index: int) -> bool:
    """Say whether one of a line and the next is the other with a credit behind it; neither is the headline. A sentence has no bare name there."""
    texts = page.features.texts
    short, long = sorted((texts[index], texts[index + 1]), key=len)
    if page.title in (index, index + 1) or not 0 < len(long) - len(short) <= CREDIT_CHARS:
        return False
    if not long.startswith(short.rstrip(".")):
        return False
    rest = long[len(short.rstrip(".")) :]
    credited = CREDIT.match(rest) is not None
    if credited or page.features.ends[index]:
        return credited
    named = NAMED.match(rest)
    return count_words(short) >= FEWEST_WORDS and named is not None and is_person(named[1] or named[2])


def _thrice(page: Page, index: int) -> bool:
    """Three and more copies are a list's filler, not a caption."""
    texts = page.features.texts
    return index + 2 < len(texts) and fold(texts[index + 2]) == fold(texts[index])


RULE = FunctionRule(INFO, run)
