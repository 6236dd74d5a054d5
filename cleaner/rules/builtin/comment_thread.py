"""A thread of readers' comments below the story."""

from collections.abc import Iterator
from dataclasses import replace

from cleaner.features import THREAD_KINDS
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, stands_alone, whole
from cleaner.rules.sections import section_end

STORY = (
    "The town of Brask will plant two thousand trees along its ring road, the council said on Monday.\n\n"
    "Volunteers are asked to bring a spade and a bucket to the old tram depot on the second Saturday of May.\n\n"
    "The first seedlings were given by a nursery that closed in the autumn after ninety years of trade.\n"
)
CONFIDENCE = 0.96
MIN_STORY_WORDS = 30
HEADING_WORDS = 6

INFO = RuleInfo(
    id="comment.thread",
    kind="comment",
    scope="section",
    summary="Everything under the heading of a comment thread, once the story is over.",
    why="Comments read like prose and may be longer than the story; their heading and place tell them.",
    source="field observation",
    since="1",
    remove=(
        Example(
            f"{STORY}\nComments (2)\n\n• ann\n\nAbout time somebody planted trees there, it gets so hot.\n\n• bo\n\nI will come.",
            ("About time somebody planted trees there, it gets so hot.", "I will come."),
        ),
    ),
    keep=(
        Example(f"{STORY}\nComments made by the mayor on Tuesday did not please the nursery's former owner."),
        Example(
            f"{STORY}\nComments\n\nMost read\n\nBy Ola Wrenfield\n\nThe first holes were dug on Thursday, in the rain."
        ),
    ),
)

FOOT = replace(INFO, kind="legal")
"""What stands below the comments, from the page's rights or terms on: no comment, nor story."""


def run(page: Page) -> Iterator[Label]:
    """Label what follows the headings of threads below the story; under each comment may stand a button that reads like one."""
    start, end = page.features.story
    if sum(page.features.words[start:end]) < MIN_STORY_WORDS:
        return
    labelled = end
    for index in range(end, len(page.blocks)):
        if index + 1 < labelled or not page.cues[index] or not _opens_thread(page, index):
            continue
        below, foot = section_end(page, index, "comment", foot=True), section_end(page, index, "comment")
        for item in range(max(index + 1, labelled), below):
            if not stands_alone(page, item, "comment"):
                info, what = (INFO, "stands") if item < foot else (FOOT, "stands in the page's foot")
                yield whole(page, item, info, CONFIDENCE, f"{what} under “{page.blocks[index].text[:40]}”")
        labelled = max(labelled, below)


def _opens_thread(page: Page, index: int) -> bool:
    """Say whether a line is a thread's heading: a short one that a pack knows as such."""
    return page.features.words[index] <= HEADING_WORDS and any(
        hit.kind in THREAD_KINDS and hit.match != "selector" and hit.end - hit.start >= len(page.blocks[index].text)
        for hit in page.cues[index]
    )


RULE = FunctionRule(INFO, run)
