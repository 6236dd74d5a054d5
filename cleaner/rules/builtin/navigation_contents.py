"""A table of contents: lines under its heading that all stand again below."""

from collections.abc import Iterator

from cleaner.contents import folded, is_heading
from cleaner.features import is_scrape
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

STORY = (
    "Bees can be kept on a roof as long as they have water near by, says the beekeepers' club of Brask in its guide.\n\n"
    "Those who begin in spring should ask a neighbour first, and buy the second hive before they need it, it adds.\n"
)
PARTS = ("The Right Place", "Tools for the First Year", "Honey and What It Costs")
BODY = "\n\n".join(f"{part}\n\n{STORY}" for part in PARTS)
FEWEST = 3
"""Entries that make a table of contents. Of 1,300 entries under such headings on flattened development pages, the gold texts have 7 in 100
twice, in the table and as a heading below, and the others once at most."""
MISSED = 2
"""Lines in a row within a table that stand nowhere below: an entry whose heading reads otherwise, a number."""
CONFIDENCE = 0.93
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the headings below as witnesses."""

INFO = RuleInfo(
    id="navigation.contents",
    kind="navigation",
    scope="page",
    summary="A table of contents: three or more lines under its heading that stand again below.",
    why="The entries repeat the story's own headings, which are kept where they stand.",
    source="field observation, on two development corpora with gold texts",
    since="1",
    remove=(
        Example(
            f"Menu\n\nKeeping Bees on a Roof\n\n{STORY}\nTable of Contents\n\n" + "\n".join(PARTS) + f"\n\n{BODY}\nShare this article\n\nPrivacy Policy",
            PARTS,
        ),
    ),
    keep=(
        Example(f"Keeping Bees on a Roof\n\nContents\n\n{BODY}\n{BODY}\nShare this article"),
        Example(f"Keeping Bees on a Roof\n\n{STORY}\nContents\n\nTwo jars\nA smoker\nOne hat\n\n{STORY.replace('spring', 'May')}\nShare this article"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the entries of tables of contents with their headings."""
    texts = page.features.texts
    heads = [index for index, text in enumerate(texts) if is_heading(text)]
    if not heads or not is_scrape(page):
        return
    last = {folded(text): index for index, text in enumerate(texts)}
    end = 0
    for head in heads:
        if head < end:
            continue
        entries = _entries(texts, page.features.prose, last, head)
        if len(entries) >= FEWEST:
            end = entries[-1] + 1
            items = [index for index in range(head, end) if index != page.title]
            yield from wholes(page, items, INFO, CONFIDENCE, "an entry of a table of contents, whose heading stands below")


def _entries(texts: tuple[str, ...], prose: tuple[bool, ...], last: dict[str, int], head: int) -> list[int]:
    """Return the lines below a heading that stand again further down, until some in a row do not, or one has stood above, or the text begins."""
    entries: list[int] = []
    read: set[str] = set()
    index = head + 1
    while index < len(texts) and index - (entries[-1] if entries else head) <= MISSED + 1:
        line = folded(texts[index])
        if line in read or prose[index]:
            break
        if last[line] > index:
            entries.append(index)
            read.add(line)
        index += 1
    return entries


RULE = FunctionRule(INFO, run)
