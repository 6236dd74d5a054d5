"""Tags on lines of their own, under a heading for them."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes
from cleaner.rules.phrases import fold

STORY = (
    "The tram to the harbour of Brask ran again on Monday, nine weeks after a flood had washed its rails away.\n\n"
    "It was full from the first stop on, the driver said, and nobody on it had a reason to go to the harbour.\n"
)
HEADING_WORDS = 4
"""Words of the longest heading: “Topics in this story”. Field observation."""
MOST = 15
"""Tags under one heading; what is longer is a menu. Field observation."""
VAGUE = frozenset({"topics", "topic", "themen", "thèmes", "temas", "temi", "onderwerpen", "tematy", "темы", "теми", "emner", "ämnen", "aiheet", "témata", "konular"})
"""Headings that stand over menus too, so that they count below the story only, with their lines."""
CONFIDENCE = 0.93
"""Confidence, 0 to 1, of its labels: above that of a run of labels, whose heading says nothing."""

INFO = RuleInfo(
    id="tags.list",
    kind="tags",
    scope="page",
    summary="Short labels under a heading for tags or topics, below the story.",
    why="Flattened, each tag stands on a line of its own, like an item of a menu; the heading tells what they are.",
    source="field observation",
    since="1",
    remove=(
        Example(f"Brask Tram Runs Again\n\n{STORY}\nRelated Topics\nFloods\nTrams\nBrask\n\nShare this article", ("Floods", "Trams", "Brask")),
        Example(f"Brask Tram Runs Again\n\n{STORY}\nTopics\n\nFloods\n\nTrams\n\nShare this article", ("Topics", "Floods")),
    ),
    keep=(
        Example(f"Brask Tram Runs Again\n\n{STORY}\nTopics\n\nThe harbour of Brask was dug by hand, in nine winters, by men who had never seen the sea.\n"),
        Example(f"Brask Tram Runs Again\n\n{STORY}\nTags\n\nShare this article\n\nOstrey Courier"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines under each heading of tags below the story up to the first that is none; a vague heading with them."""
    labels, texts = page.features.labels, page.features.texts
    for heading in range(page.features.story[1], len(texts) - 1):
        vague = fold(texts[heading]) in VAGUE
        if page.features.words[heading] > HEADING_WORDS or not (vague or _heads(page, heading)):
            continue
        end, most = heading + 1, min(len(texts), heading + MOST + 2)  # so that a page of headings costs no more than its length
        while end < most and labels[end] and not page.features.ends[end] and not _is_known(page, end):
            end += 1
        if 1 < end - heading <= MOST + 1:
            yield from wholes(page, range(heading if vague else heading + 1, end), INFO, CONFIDENCE, f"stands under “{texts[heading]}”")


def _heads(page: Page, index: int) -> bool:
    """Say whether a pack knows a line as a heading of tags: what names tags itself has a colon and more behind it."""
    return cued(page, index, "tags") and not page.features.texts[index].rstrip(":：").count(":")


def _is_known(page: Page, index: int) -> bool:
    """Say whether a pack is sure that a line is something else; names of sections may be tags."""
    return any(hit.strong and hit.kind not in ("section_label", "navigation") for hit in page.cues[index])


RULE = FunctionRule(INFO, run)
