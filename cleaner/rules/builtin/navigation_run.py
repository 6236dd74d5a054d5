"""Menus: runs of short labels outside the story."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

STORY = (
    "The museum of Ulm Valley will reopen on Saturday, two years after a flood filled its cellars, it said.\n\n"
    "Most of the collection was saved by neighbours, who carried it up the hill in one night and a morning.\n"
)
MIN_LABELS = 4
"""Labels in a row that make a menu; fewer may be a section word with a byline and a date."""
MIN_ITEMS = 2
"""The same where every label is a list item or a link."""
LINKED = 0.9
"""Link density, 0 to 1, of a menu's item: all of it but a mark."""
CONFIDENCE = 0.91
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, only just: it goes by place and length."""

INFO = RuleInfo(
    id="navigation.run",
    kind="navigation",
    scope="page",
    summary="Four or more short labels in a row outside the story.",
    why="Menus and footers are lists of one to four words without a stop.",
    source="Kohlschütter et al., Boilerplate detection using shallow text features, 2010: text density of neighbours",
    since="1",
    remove=(
        Example(
            f"Town\nSport\nCulture\nWeather Maps\nJobs\n\nMuseum of Ulm Valley Reopens\n\nBy Lea Sand\n\n{STORY}",
            ("Sport", "Jobs"),
        ),
    ),
    keep=(Example(f"{STORY}\n• Coats\n• Boots\n• Lamps\n• Rope\n\n{STORY.replace('Saturday', 'Sunday')}"),),
)


def run(page: Page) -> Iterator[Label]:
    """Label runs of labels before and after the story."""
    if not page.features.furnished:
        return
    for start, end in _runs(page):
        length = end - start
        if length >= MIN_LABELS or (length >= MIN_ITEMS and _is_menu(page, start, end)):
            items = [index for index in range(start, end) if not _is_said(page, index)]
            yield from wholes(page, items, INFO, CONFIDENCE, "stands in a run of short labels")


def _is_said(page: Page, index: int) -> bool:
    """Say whether the markup calls a line part of a comment: its writer and day, and short answers, are no menu."""
    return any(hit.kind == "comment" and hit.match == "selector" for hit in page.cues[index])


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the ranges of labels in a row outside the story, the headline left out."""
    labels, title, listed = page.features.labels, page.title, page.features.listed
    low, high = page.features.story
    start = end = -1
    for index in (*range(low), *range(max(low, high), len(labels))):
        if not labels[index] or index == title or index in listed:
            continue
        if index != end:
            yield start, end
            start = index
        end = index + 1
    yield start, end


def _is_menu(page: Page, start: int, end: int) -> bool:
    """Say whether all lines of a run are bulleted or links."""
    return all(b.source.bullet or b.source.link_density > LINKED for b in page.blocks[start:end])


RULE = FunctionRule(INFO, run)
