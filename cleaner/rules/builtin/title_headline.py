"""The headline and its repetitions."""

import textwrap
from collections.abc import Iterator

from cleaner import stops
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole
from cleaner.rules.echoes import SIMILAR, is_named_otherwise
from cleaner.tokens import words

STORY = (
    "A ferry with ninety people on board ran aground off Tolley Island on Monday, the coastguard said.\n\n"
    "Nobody was hurt, and the passengers were brought ashore in small boats before the tide turned.\n"
)
WRAPPED = "\n\n".join(textwrap.fill(part, 42) for part in (STORY * 2).split("\n\n") if part.strip())
CONFIDENCE = 0.95
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: which line is the headline is decided before (`cleaner.rules.headline`)."""
MIN_WORDS = 3
"""Words from which a repeated headline is no coincidence."""
REPEATED_EXTRA = 6
"""Words that a repeated headline may have besides: the site's name in a breadcrumb or window title."""

INFO = RuleInfo(
    id="title.headline",
    kind="title",
    scope="page",
    summary="The headline, and lines that repeat it above the story.",
    why="The title has a field of its own; left in the body it is read twice.",
    source="field observation",
    since="1",
    remove=(
        Example(
            f"Ferry Runs Aground Off Tolley Island\n\nBy Ada Merrow\n\n{STORY}",
            ("Ferry Runs Aground Off Tolley Island",),
        ),
        Example(
            f"<nav><h1>Tolley Island: Ferry Runs Aground on a Sandbank</h1></nav><h2>Ferry Runs Aground on a Sandbank</h2><p>{STORY}</p>",
            ("Ferry Runs Aground on a Sandbank",),
            "text/html",
        ),
        Example(f"The Boat That\nNobody Wanted\n\nBy Ada Merrow\n\n{WRAPPED}", ("The Boat That Nobody Wanted",)),
    ),
    keep=(Example(STORY),),
)


def run(page: Page) -> Iterator[Label]:
    """Label the headline and its repetitions before the story."""
    title = page.title
    if title is None or is_named_otherwise(page, title):
        return
    yield whole(page, title, INFO, CONFIDENCE, "the headline stands above the story")
    own = words(page.blocks[title].text)
    if len(own) < MIN_WORDS:
        return
    for index, text in enumerate(page.features.texts[: page.features.story[0]]):
        if index != title and _ends_with(page.features.texts[title], text):
            yield whole(page, index, INFO, CONFIDENCE, "repeats the headline without the topic before it")
        if index == title or own[0] not in text.casefold():
            continue
        other = words(text)
        shared = len(set(own) & set(other))
        if shared >= SIMILAR * len(set(own)) and len(other) <= len(own) + REPEATED_EXTRA and _contains(other, own) and not _tells(page, index, title):
            yield whole(page, index, INFO, CONFIDENCE, "repeats the headline")


def _ends_with(title: str, line: str) -> bool:
    """Say whether a line is the headline's greater part behind its topic: breadcrumbs and windows' titles give both."""
    return SIMILAR * len(title) <= len(line) < len(title) and title.endswith(line) and title[: -len(line)].endswith((": ", " - ", " – ", " | "))


def _tells(page: Page, index: int, title: int) -> bool:
    """Say whether a line is the lead: “The bridge reopens on Monday, the town said.” begins with the headline and ends as a sentence."""
    features = page.features
    ends = features.texts[index][-1:] in stops.FULL and not features.texts[index].endswith("..")
    return ends and not features.ends[title] and features.words[index] > features.words[title]


def _contains(line: list[str], title: list[str]) -> bool:
    return f" {' '.join(title)} " in f" {' '.join(line)} "


RULE = FunctionRule(INFO, run)
