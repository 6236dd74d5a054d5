"""A line that is a signature and nothing else: names behind a label, or with a date or a paper's name, at the headline or the end."""

from collections.abc import Iterator, Sequence

from cleaner.byline_labels import unlabelled
from cleaner.dates import find
from cleaner.model import Label, Page
from cleaner.names import is_person, is_uncased_name
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.signatures import is_attribution, is_signature
from cleaner.signing import LINKS, is_label, signed_over

STORY = (
    "The ferry of Ostrey has been sold for one crown, the council of the town said on Friday evening.\n\n"
    "It will be towed across the bay in May and stand in the yard of a museum for as long as it holds.\n"
)
HEBREW = (
    "המעבורת הישנה של אוסטרי נמכרה בכתר אחד למוזיאון שבעיירה השכנה, כך אמר ראש המועצה ביום שישי בערב.\n\n"
    "היא תיגרר במאי לצד השני של המפרץ ותעמוד בחצר המוזיאון כל עוד תחזיק מעמד, והכניסה תהיה חופשית.\n"
)
CONFIDENCE = 0.92
"""That of a bare name in its place."""
MAX_CHARS = 100
"""Longest signature of two names, a day and a paper."""
BELOW = 8
"""Lines below the headline in which a byline stands."""
LEAD = 3
"""Blocks from the story's first in which it is signed: some papers print the lead above the byline."""
DEK = 2
"""Lines from the headline to a name below a dek; those of days are not counted."""
TAIL = 3
"""Blocks after the story in which it is signed."""

INFO = RuleInfo(
    id="byline.signature",
    kind="byline",
    scope="page",
    summary="A line of nothing but names with a label, a date or a paper's name, at the headline or behind the story.",
    why="What stands around the names tells it from a sentence, and its place from the lines of other stories.",
    source="field observation",
    since="1",
    remove=(
        Example(f"Last Ferry of Ostrey Is Sold\nIda Kell · May 3, 2024\n\n{STORY}", ("Ida Kell · May 3, 2024",)),
        Example(f"Last Ferry of Ostrey Is Sold\nIda Kell | Brask Courier\n\n{STORY}", ("Ida Kell | Brask Courier",)),
        Example(f"Last Ferry of Ostrey Is Sold\nby\nIda Kell\nand\nTom Verk\n\n{STORY}", ("by", "Ida Kell", "and", "Tom Verk")),
        Example(f"{STORY}\nInterview: Ida Kell und Tom Verk", ("Interview: Ida Kell und Tom Verk",)),
        Example(f"המעבורת של אוסטרי נמכרה\nנועם שקדי\n3.5.2024\n\n{HEBREW}", ("נועם שקדי",)),
    ),
    keep=(
        Example(f"Last Ferry of Ostrey Is Sold\n\n{STORY}\nA portrait\nby\nIda Kell\nhangs in the yard of the museum."),
        Example(f"{STORY}\nInterview: Ida Kell found the old captain at home, with his boots on."),
        Example(f"{STORY}\nIda Kell | Bridges and ferries\n\n{STORY.replace('Friday', 'Sunday').replace('May', 'June')}"),
        Example(f"{HEBREW}\nנועם שקדי\n\n{HEBREW.replace('שישי', 'ראשון').replace('במאי', 'ביוני')}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label lines near the headline and behind the story that only sign."""
    features, title = page.features, page.title
    start, end = features.story
    first = 0 if title is None else title + 1
    yield from _set_apart(page, first, min(len(features.texts), max(start, first) + LEAD))
    head = range(first, min(len(features.texts), max(start, first) + LEAD, first + BELOW + LEAD))
    for index in (*head, *range(max(end, head.stop), min(len(features.texts), end + TAIL))):
        text = features.texts[index]
        if len(text) > MAX_CHARS or features.prose[index] or cued(page, index):
            continue
        above = index < head.stop and title is not None
        if is_signature(text) and (above or unlabelled(text) != text):
            yield whole(page, index, INFO, CONFIDENCE, "says nothing but who signs")
        elif above and is_attribution(text):
            yield whole(page, index, INFO, CONFIDENCE, "says who signs and who had a part")
        elif above and _goes_on(page, index):
            yield whole(page, index, INFO, CONFIDENCE, "goes on with the signature above it")
        elif above and is_uncased_name(text) and _stands_between(page, index, start):
            yield whole(page, index, INFO, CONFIDENCE, "a name between headline and date or story")


def _set_apart(page: Page, first: int, last: int) -> Iterator[Label]:
    """Label a signature that lost its line at the headline, one string a line: “by” / “Ida Kell” / “and” / “Tom Verk”."""
    texts, index = page.features.texts, first
    while index < last:
        lone = is_label(texts[index])
        end = signed_over(texts, index) if lone or (cued(page, index, "byline") and _is_link(texts, index + 1)) else 0
        for line in range(index if lone else index + 1, end):
            yield whole(page, line, INFO, CONFIDENCE, "a part of a signature over several lines")
        index = max(index + 1, end)


def _is_link(texts: Sequence[str], index: int) -> bool:
    """Say whether a line is an “and” and nothing else."""
    return index < len(texts) and texts[index].casefold() in LINKS


def _goes_on(page: Page, index: int) -> bool:
    """Say whether a line adds a name to the byline above it, which ends in a comma, or begins with “&” itself."""
    text = page.features.texts[index]
    if not cued(page, index - 1, "byline"):
        return False
    more = text.removeprefix("& ")
    return is_person(more) and (more != text or page.features.texts[index - 1].endswith((",", "&")))


def _stands_between(page: Page, index: int, start: int) -> bool:
    """Say whether a line that no pack knows stands between the headline and a date or the story, which does not speak of it."""
    texts, title = page.features.texts, page.title or 0
    below = index - title - sum(cued(page, i, "date") for i in range(title + 1, index))
    if index >= start or below > DEK or page.cues[index] or any(texts[index] in text for text in texts[start:]):
        return False
    dated = cued(page, index + 1, "date") or next(find(texts[index + 1]), None) is not None
    return dated or (below < DEK and index + 1 == start)


RULE = FunctionRule(INFO, run)
