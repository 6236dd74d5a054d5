"""Whom a press release names for questions: names, houses, numbers and addresses below a heading for contacts."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes
from cleaner.signing import asks_for_contact

STORY = (
    "The last paper mill of Ostrey will close in June, its owners told the workers in the yard on Friday morning.\n\n"
    "About two hundred people will lose their jobs, and the town its largest employer since the war, the mayor said.\n\n"
    "The machines will be sold to a firm in Brask, which makes boxes for eggs and has orders for three years to come."
)
BELOW = "Investors:\nUna Bree\nOstrey Mills\n01632 960 118\npress@ostrey-mills.example"
MIN_STORY_WORDS = 30
"""Words of the story's prose, all of it above the heading: a list of offices has a heading and a number in each of its entries."""
HEADING_WORDS = 6
"""Words of the longest heading: “Media contact for the North and East”. Field observation."""
MOST, LINE_WORDS = 10, 14
"""Lines below one heading, and the words of the longest: “Ostrey Mills, Una Bree, Head of Communications, 01632 960 118”. Field observation."""
CONFIDENCE = 0.95
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: a number or an address bears it out."""
_NUMBER_OR_MAIL = regex(r"\S@\S|\d(?:[\s()./-]{0,3}\d){6,}")
"""An address of mail, or a number of seven digits and more."""

INFO = RuleInfo(
    id="contact.below",
    kind="contact",
    scope="line",
    summary="Short lines below a heading for contacts, once the story is told, if one of them has a number or an address.",
    why="Press releases close with who answers questions; the name and the house stand on lines of their own, of which nothing is known.",
    source="field observation",
    since="1",
    remove=(
        Example(f"{STORY}\n\nContacts\n{BELOW}\n\nShare this article", tuple(BELOW.split("\n"))),
        Example(f"{STORY}\n\nPressekontakt:\nOstrey Mills GmbH, Una Bree\npresse@ostrey-mills.example", ("Ostrey Mills GmbH, Una Bree",)),
    ),
    keep=(
        Example(f"{STORY}\n\nContacts\n\nNobody knows yet whom the mill will call: 01632 960 118 is a number that rings in an empty room."),
        Example(f"{STORY}\n\nContacts\n\nUna Bree\n\nThe heron\n\nA pair of gloves"),
        Example(f"{STORY}\n\nContact\nUna Bree\n01632 960 118\n\n{STORY.replace('Ostrey', 'Tarn').replace('June', 'May')}"),
        Example(f"{STORY}\n\ndesk@ostrey-mills.example\nThe Hyde Street office\n01632 960 118"),
        Example(f"Press contacts of Ostrey\n\nPress contact\nUna Bree\n01632 960 118\n\n{STORY}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines below each such heading."""
    features = page.features
    end = features.story[1]
    told = sum([count for count, prose in zip(features.words[:end], features.prose, strict=False) if prose])
    last = next((i for i in range(end - 1, -1, -1) if features.prose[i]), end)
    for index in range(last + 1, len(features.texts) if told >= MIN_STORY_WORDS else 0):
        text = features.texts[index]
        heads = features.words[index] <= HEADING_WORDS and (cued(page, index, "contact") or asks_for_contact(text))
        if not heads or _NUMBER_OR_MAIL.search(text):
            continue
        below = list(_below(page, index))
        if any(_NUMBER_OR_MAIL.search(features.texts[i]) for i in below):
            yield from wholes(page, below, INFO, CONFIDENCE, f"stands under “{text}”")


def _below(page: Page, heading: int) -> Iterator[int]:
    """Yield the short lines below a heading that are no sentences."""
    features = page.features
    for index in range(heading + 1, min(len(features.texts), heading + 1 + MOST)):
        sentence = features.ends[index] and not _NUMBER_OR_MAIL.search(features.texts[index])
        known = page.cues[index] and not cued(page, index, "contact") and not features.texts[index].endswith(":")
        if features.words[index] > LINE_WORDS or features.prose[index] or sentence or known:
            return
        yield index


RULE = FunctionRule(INFO, run)
