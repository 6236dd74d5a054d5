"""The other lines of a box in the story's markup of which a pack knows one: what stands around “Subscribe”, under “Advertisement”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.model import Block, Kind, Label, Page, Source
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued
from cleaner.rules.base import whole as whole_block

FIRST = "<p>The last paper mill of Ostrey will close in June, its owners told the workers in the yard on Friday morning.</p>"
THEN = "<p>About two hundred people will lose their jobs, and the town its largest employer since the war, the mayor said.</p>"
LAST = "<p>The machines will be sold to a firm in Brask, which makes boxes for eggs and has orders for three years to come.</p>"
LETTER = "<div class='letterbox'><h3>The Mill Letter</h3><p>Paper, pulp and people, every Friday</p><button>Subscribe</button></div>"
WALL = (
    "The Ostrey Argus has gone out every morning since a bookbinder printed the first one on the back of old maps, and none of what stands in it "
    "comes from anywhere but the streets of the valley, which four of us walk, whatever the weather, so that you need not."
)
KINDS: tuple[Kind, ...] = ("subscribe", "advert", "donation", "app_prompt", "paywall")
"""Kinds of boxes that stand in mid-story and hold words of their own; those of other stories have headings that open a section."""
MOST, MOST_WORDS = 8, 60
"""Blocks and words of the largest box. Field observation: boxes hold a name, a sentence or two, a button; what is larger is a part of the page."""
MOST_OF_WALL, MOST_WORDS_OF_WALL, CERTAIN_OF_WALL = 24, 400, 0.99
"""The same for the wall before the rest of the story, with the prices of all offers; and the confidence of its labels, `cleaner.resolve.CERTAIN`, as it
praises the paper in long sentences."""
SHARE = 0.2
"""Share of the words of the story's prose from which a kind of element holds the story, and is no box."""
LABELS = "advert.label"
"""The rules of packs for the labels of advertisements. Buttons to buy something stand below what a story recommends: on development pages the
words beside them were the story's."""
BOXES = frozenset({"aside", "form", "section", "table", "details"})
"""Elements that set apart what they hold where the story is not in them."""
CONFIDENCE = 0.93
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone, but for long prose, which needs another witness."""

INFO = RuleInfo(
    id="subscribe.box",
    kind="subscribe",
    scope="line",
    summary="In HTML, the lines of a box within the story that is for a newsletter, an advertisement or a gift, as one of its lines says.",
    why="The name of a newsletter and what an advertisement says read like the story; the element around them tells them from it.",
    source="the markup of common publishing systems",
    since="1",
    remove=(
        Example(f"{FIRST}{LETTER}{THEN}{LAST}", ("The Mill Letter", "Paper, pulp and people, every Friday"), media_type="text/html"),
        Example(
            f"{FIRST}{THEN}<div class='slot'><span>Advertisement</span><div>Mussel week at the Anchor Inn</div></div>{LAST}",
            ("Mussel week at the Anchor Inn",),
            media_type="text/html",
        ),
        Example(
            f"{FIRST}{THEN}<div class='barrier'><h2>Subscribe to continue reading</h2><p>{WALL}</p><h3>Digital</h3><p>Two crowns a week</p></div>",
            (WALL, "Two crowns a week"),
            media_type="text/html",
        ),
    ),
    keep=(
        Example(f"{FIRST}{THEN}<div class='product'><h3>Ostrey kraft paper</h3><a href='/buy'>Buy on Amazon</a></div>{LAST}", media_type="text/html"),
        Example(f"{FIRST}<p>Subscribe</p><p class='lead'>Nobody in the yard did.</p>{THEN}{LAST}", media_type="text/html"),
        Example(f"{FIRST}<div class='letterbox'><button>Subscribe</button></div><div class='aside'>The yard was quiet.</div>{THEN}{LAST}", media_type="text/html"),
        Example(f"<div class='lead'>{FIRST}<div class='slot'>Advertisement</div><p>It was built in 1934.</p></div><div class='main'>{THEN}{LAST}</div>", media_type="text/html"),
        Example(f"<div class='one'>{FIRST}<p>Advertisement</p></div><div class='one'>{THEN}{LAST}</div>", media_type="text/html"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the blocks of each box that no pack knows, by the kind of the one that it does."""
    if page.media_type != "text/html":
        return
    start, end = page.features.story
    known = [(i, kind) for i in range(start, end) if page.cues[i] for kind in KINDS if _says(page, i, kind)]
    told = _story(page) if known else ()
    if not told:
        return
    labelled: set[int] = set()
    for index, kind in known:
        wall = kind == "paywall"
        most, most_words = (MOST_OF_WALL, MOST_WORDS_OF_WALL) if wall else (MOST, MOST_WORDS)
        box = _box(page, index, (_story(page, index) or told) if wall else told, most, advert=kind == "advert")
        if len(box) <= most and sum([page.features.words[i] for i in box]) <= most_words:
            for i in box:
                if i not in labelled and i != page.title and not _is_known(page, i):
                    labelled.add(i)
                    confidence = CERTAIN_OF_WALL if wall else CONFIDENCE
                    yield whole_block(page, i, INFO, confidence, f"stands in one box with “{page.features.texts[index]}”")._replace(kind=kind)


def _says(page: Page, index: int, kind: Kind) -> bool:
    """Say whether the words of a whole block, not the names of its elements, are of a kind; of what is for sale, the label “Advertisement” alone."""
    length = len(page.blocks[index].text)
    known = (hit for hit in page.cues[index] if hit.kind == kind and hit.match not in ("selector", "section") and hit.strong)
    return any(hit.end - hit.start >= length and (kind != "advert" or hit.rule.endswith(LABELS)) for hit in known)


def _is_known(page: Page, index: int) -> bool:
    """Say whether a pack knows a block by its words; the names of its elements alone are not believed against the model."""
    return cued(page, index) and any(hit.match != "selector" for hit in page.cues[index])


def _story(page: Page, wall: int | None = None) -> tuple[Source, ...]:
    """Return the elements that hold the story's prose, one of each kind; a `wall` stands below what is shown of it, and may say more than that."""
    features, (start, end) = page.features, page.features.story
    end = end if wall is None else wall
    weights: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    for index in range(start, end):
        if features.prose[index]:
            source = page.blocks[index].source
            weights[source.path, source.tokens] += features.words[index]
    total = sum(weights.values())
    return tuple([Source(path, tokens) for (path, tokens), words in weights.items() if words >= SHARE * total])


def _box(page: Page, index: int, told: Sequence[Source], most: int, *, advert: bool) -> list[int]:
    """Return the blocks right around one that stand in a box with it, without that one: no more than two beyond the largest, of `most` blocks.

    An advertisement stands below its label and has no heading of the story's. What holds prose that is in no nearer element of the known block's is a part of the story with a box in it.
    """
    own = _apart(page.blocks[index], told)
    if not own:
        return []
    source = page.blocks[index].source
    nearest = next((word for word in source.tokens if word in own), "")
    depth = _shared(source.path, told)
    box: list[int] = []
    for step in (1,) if advert else (-1, 1):
        at = index + step
        while 0 <= at < len(page.blocks) and len(box) <= most and not own.isdisjoint(apart := _apart(page.blocks[at], told)):
            within = nearest in apart or _common(source.path, page.blocks[at].source.path) > depth
            if (page.features.prose[at] and not within) or (advert and page.blocks[at].role == "heading"):
                return []
            box.append(at)
            at += step
    return box


def _apart(block: Block, told: Sequence[Source]) -> frozenset[str]:
    """Return the words of a block's elements that those of the story have not, and the elements that set apart; none where it stands among the story's."""
    path, tokens = block.source.path, block.source.tokens
    words = frozenset(tokens)
    for story in told:
        if path[:-1] == story.path[:-1] and words.issuperset(story.tokens):
            return frozenset()
    words = words.difference(*(story.tokens for story in told))
    return words.union([f"<{tag}>" for tag in path[_shared(path, told) :] if tag in BOXES])


def _shared(path: Sequence[str], told: Sequence[Source]) -> int:
    """Return how many elements a path has in common with that of the nearest of the story's elements."""
    return max(_common(path, story.path) for story in told)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many elements two paths have in common."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


RULE = FunctionRule(INFO, run)
