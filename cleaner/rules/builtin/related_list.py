"""A list of other stories, under a heading that no pack knows."""

from collections.abc import Iterator

from cleaner.letters import is_small
from cleaner.model import LINKED, Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, stands_alone, wholes
from cleaner.rules.dek import dek, summary_points
from cleaner.stops import COLONS

STORY = (
    "A red kite has nested on the roof of Tarn station for the first time, railway workers said on Wednesday.\n\n"
    "Trains will run past it at walking pace until the young have flown, which may take until the end of July.\n"
)
LIST = "Lake Ferry Returns After Ten Years\nCouncil Splits Over Market Square\nNew Bakery Opens in Old Chapel"
FOOT = "Share this article\n\nPrivacy Policy"
MIN_TITLES = 3
"""Headlines in a row that make a list: one or two may be a story's own headings."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with its neighbours as witnesses."""
OUTVOTED = 0.5
"""The same for a line between headline and story, and one above the story that a pack knows as its date, byline or caption: who signs, when, what is
pictured and in which points stands there, and what a line is, is said by the pack or the model."""
REASON = "stands in a list of headlines"
FEWEST_LINKED = 0.3
"""Share of links from which a run of headlines is a list of stories, where a page tells its links. Of what runs with fewer links took from development pages' HTML, one word in six was the story's (who signed, facts of a house,
dates of events), of what others took one in fifty."""
FILLER_WORDS = 4
"""Words that a line between two headlines may have: a number, a section word, a time."""

INFO = RuleInfo(
    id="related.list",
    kind="related",
    scope="page",
    summary="Three or more headline-like lines in a row outside the story, with their numbers, section words and heading; links where the page tells them.",
    why="A story's sentences end in stops; a run of lines of headline length without stops is a list of links to other stories.",
    source="jusText's short-block context, applied to headlines",
    since="1",
    remove=(
        Example(f"{STORY}\nFrom the Valley\n\n{LIST}\n\n{FOOT}", tuple(LIST.split("\n"))),
        Example(
            f"{STORY}\nAround Tarn\n\n1\nLake Ferry Returns After Ten Years\nTRAVEL\n2\nCouncil Splits Over Market Square\nTOWN\n"
            f"3\nNew Bakery Opens in Old Chapel\nTOWN\n\n{FOOT}",
            ("Lake Ferry Returns After Ten Years", "TRAVEL", "3", "New Bakery Opens in Old Chapel"),
        ),
    ),
    keep=(Example(f"{STORY}\nA Long Wait\n\n{STORY.replace('red kite', 'stork').replace('July', 'August')}"),),
)


def run(page: Page) -> Iterator[Label]:
    """Label runs of headlines, their fillers, and the label above them, outside the story."""
    if not page.features.furnished:
        return
    own = (page.title, dek(page), *summary_points(page)[0])
    for start, end in _runs(page):
        first = start - 1 if start and _is_heading(page, start - 1) else start
        items = [index for index in range(first, end) if index not in own]
        ahead = [index for index in items if _is_ahead(page, index)]
        yield from wholes(page, sorted({*items} - {*ahead}), INFO, CONFIDENCE, REASON)
        yield from wholes(page, ahead, INFO, OUTVOTED, REASON)


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    count, title = len(page.blocks), page.title
    fewest = FEWEST_LINKED if _tells_links(page) else 0
    low, high = page.features.story
    outside = (*range(low + 1), *range(max(low + 1, high), count + 1))  # with a block of the story that parts them
    titles, linked, start = 0, 0, None
    for index in outside:
        kind = "" if low <= index < high or index in (title, count) else _kind(page, index)
        if kind:
            start = index if start is None else start
            titles += kind == "title"
            linked += kind == "title" and page.blocks[index].source.link_density >= LINKED
            continue
        if start is not None and titles >= MIN_TITLES and linked >= fewest * titles and not _announced(page, start):
            yield start, index
        titles, linked, start = 0, 0, None


def _is_ahead(page: Page, index: int) -> bool:
    """Say whether a line above the story is likely its own: in text one below the headline, anywhere one that a pack knows as a date, byline or caption."""
    if index >= page.features.story[0]:
        return False
    below = page.media_type != "text/html" and page.title is not None and index > page.title
    return below or cued(page, index, "date", "byline", "caption")


def _tells_links(page: Page) -> bool:
    """Say whether links can be told from other lines: always in HTML, and in Markdown unless it was made without them."""
    return page.media_type == "text/html" or sum(b.source.link_density >= LINKED for b in page.blocks) >= MIN_TITLES


def _announced(page: Page, start: int) -> bool:
    """Say whether the line above ends in a colon: the story's own list."""
    return start > 0 and page.features.texts[start - 1].endswith(COLONS)


def _kind(page: Page, index: int) -> str:
    features = page.features
    text = features.texts[index]
    if index in features.listed or (page.cues[index] and stands_alone(page, index, "related")):
        return ""
    if features.titles[index] and not is_small(text[0]):
        return "title"
    filler = features.words[index] <= FILLER_WORDS and not text.endswith((".", ":", ","))
    return "filler" if filler or (page.cues[index] and cued(page, index, "date", "section_label", "tools")) else ""


def _is_heading(page: Page, index: int) -> bool:
    outside = not page.features.story[0] <= index < page.features.story[1]
    known = stands_alone(page, index, "related")
    return outside and page.features.labels[index] and index != page.title and not known


RULE = FunctionRule(INFO, run)
