"""The section word above a headline."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole

STORY = (
    "The council of Marrow Bay voted on Tuesday to rebuild its harbour wall, which lost forty metres in the storm "
    "of last winter.\n\nWork is to start in the spring, the mayor said, and will take two years to finish."
)
ABOVE = 6
"""Lines above the headline in which section words are looked for; farther up stand menus."""
LINKED = 0.9
"""Link density of a menu's item; a rubric may be a link too, but then the HTML says so."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the headline as witness."""

INFO = RuleInfo(
    id="section_label.head",
    kind="section_label",
    scope="page",
    summary="The short label nearest above the headline names its section.",
    why="Sections and rubrics stand between the menus and the headline; they name the shelf, not the story.",
    source="field observation: layouts of news sites",
    since="1",
    remove=(
        Example(
            f"Search\n\nCoastal Affairs\n\nMarrow Bay Votes to Rebuild Its Harbour Wall\n\n{STORY}",
            ("Coastal Affairs",),
        ),
    ),
    keep=(Example(f"{STORY}\n\nA Slow Start\n\n{STORY.replace('Tuesday', 'Friday').replace('two', 'three')}"),),
)


def run(page: Page) -> Iterator[Label]:
    """Label the short line nearest above the headline that no other rule knows."""
    title = page.title
    if title is None:
        return
    for index in range(title - 1, max(-1, title - 1 - ABOVE), -1):
        source = page.blocks[index].source
        if source.bullet or source.link_density > LINKED:
            continue
        if page.features.labels[index] and (cued(page, index, "section_label") or not cued(page, index)):
            yield whole(page, index, INFO, CONFIDENCE, "a short label just above the headline")
            return


RULE = FunctionRule(INFO, run)
