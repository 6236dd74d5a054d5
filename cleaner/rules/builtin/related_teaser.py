"""The sentences of a teaser: what another story is about, below its linked headline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from cleaner.model import LINKED, Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

FIRST = "<p>The last paper mill of Ostrey will close in June, its owners told the workers in the yard on Friday morning.</p>"
LAST = "<p>The machines will be sold to a firm in Brask, which makes boxes for eggs and has orders for three years to come.</p>"
TELLS = "The keeper of the light at Wend goes after forty years. Nobody has asked for his post, and the lamp is to be switched from the town."
FEWEST_WORDS = 6
"""Words from which a line below a headline tells what the story is about; shorter ones are its rubric or day."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, as teasers of two sentences read like the story. Of 235 such lines of development pages 14
are in a gold, those of lists of restaurants and letters, and the block model keeps none."""
REASON = "stands below the linked headline of another story in one box"

INFO = RuleInfo(
    id="related.teaser",
    kind="related",
    scope="line",
    summary="In HTML, a line below a linked headline in an element that calls itself a teaser, related or recommended.",
    why="A teaser's sentences read like the story's; the headline that leads elsewhere and the box's name tell them from it.",
    source="field observation, on four development corpora with gold texts",
    since="1",
    remove=(Example(f"{FIRST}<div class='teaser'><a href='/l'>Light of Wend Has No Keeper</a><p>{TELLS}</p></div>{LAST}", (TELLS,), media_type="text/html"),),
    keep=(
        Example(f"{FIRST}<div class='teaser'><a href='/l'>The light of Wend, with pictures</a><p>{TELLS}</p>{LAST}</div>", media_type="text/html"),
        Example(f"{FIRST}<div class='teaser'><h3>Light of Wend Has No Keeper</h3><p>{TELLS}</p></div>{LAST}", media_type="text/html"),
        Example(f"{FIRST}<div class='teaser'><a href='/l'>Light of Wend Has No Keeper</a></div><p>{TELLS}</p>{LAST}", media_type="text/html"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label what stands below linked headlines in such boxes."""
    if page.media_type == "text/html":
        words = page.features.words
        told = (i for i in range(1, len(page.blocks)) if words[i] >= FEWEST_WORDS and _is_boxed(page, i) and _is_boxed(page, i - 1))
        yield from wholes(page, [i for i in told if i != page.title and _tells(page, i) and _is_alone(page, i)], INFO, CONFIDENCE, REASON)


def _is_boxed(page: Page, index: int) -> bool:
    """Say whether the elements around a block say that it belongs to another story."""
    return any(hit.kind == "related" and hit.match == "selector" for hit in page.cues[index])


def _is_alone(page: Page, index: int) -> bool:
    """Say whether the teaser is between what is no teaser: a story in an element of that name is more than one paragraph below a link."""
    around = (range(index - 1, -1, -1), range(index + 1, len(page.blocks)))
    boxed = [i for way in around for i in takewhile(lambda i: _is_boxed(page, i), way)]
    return not any(page.features.prose[i] for i in boxed)


def _tells(page: Page, index: int) -> bool:
    """Say whether a block is no link, and the one above is, in the same box."""
    above, own = page.blocks[index - 1].source, page.blocks[index].source
    box = own.path[:-1]
    return above.link_density >= LINKED > own.link_density and above.path[: len(box)] == box and set(own.tokens) <= set(above.tokens)


RULE = FunctionRule(INFO, run)
