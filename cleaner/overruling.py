"""Where the block model overrules the rules: those that judge by place alone yield where it is sure of the story.

On development pages nine in ten such conflicts were the model's. What follows a heading, a run of lines that look like titles or a menu, the parts of
a series that rules took for dates: each yields from a posterior of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from cleaner import parts
from cleaner.model import LINKED, THREAD_KINDS, Kind, Label, Page
from cleaner.neighbours import GAP, RESUMED, SURE_NEIGHBOUR, UNREAD, to_last_sentence, within_story
from cleaner.rules.base import REMOVE, Scope
from cleaner.stops import COLONS

PARTS_MEAN = 0.15
"""Mean posterior, by words, of the lines of a series of parts (`cleaner.parts`) from which all of them are story. Days with their years that
go up right below a sentence of the story are story whatever it makes of them. Such days in another order, as lists of other stories stand, and
questions are from `RESUMED` on; of these and of what stands under numbers, what it doubts no more than `GAP`."""
FEWEST_OUTWEIGHING, OUTWEIGHS, OUTWEIGHING = 5, 0.5, 0.2
"""Lines of a run that rules took for titles or a menu, its words as a share of those of the story that is left, and its mean posterior, from which the
run is the story. Of the four such runs right below what is kept of 2,800 development pages' texts three are story; on the page of the other nothing is."""
ANNOUNCING_WORDS, MOST_ANNOUNCED, ANNOUNCED_ABOVE = 3, 24, 6
"""Words of a sentence that announces a list, the most lines of that, and the lines below it among which the story goes on. Of 54 development pages, in
HTML and in text, of which this changes the body, 39 come nearer to the gold and 14 go away from it."""
UNTOLD: frozenset[Kind] = frozenset({"navigation", "related", "section_label"})
"""Kinds that a rule gives the lines of such parts by their place on the page."""
PLACED_SCOPES = frozenset({"element", "section", "page"})
"""Scopes of rules that judge by place: the element a block stands in, the heading before it, the run it is part of."""
VETO, SEEN_VETO = 0.8, 0.15
"""Posterior from which the block model, which knows the rules' labels, overrules a rule that judges by place: any line of
text; prose outside a comment thread, and any block of HTML. Read off development pages: from there on the rules are wrong
more often than right."""
WITHIN_VETO = 0.3
"""The same for a run of lines that a rule took for titles of other stories or for a menu, where it stands between two pieces of story in
text: of the words that this brings to development pages 7 in 10 are story (rows, cells, items, short lines), of like ones below the story one
in six. A menu's lines are none of it where they are links, or stand above the headline."""
ROW_VETO = 0.02
"""Posterior from which rows and cells of a table by those around them (`cleaner.data_rows.alike`) between two pieces of story are no menu, no
titles and no counts, whatever rule says so."""
ROW_KINDS: frozenset[Kind] = frozenset({"navigation", "related", "tools"})
"""What rules take such rows for."""
HEADED = 0.3
"""Posterior below which the block under a section's heading is no story that the heading could belong to: of the five headings of development
pages over a block between `SEEN_VETO` and this, four were of other stories."""
_LEAST_VETO = min(VETO, SEEN_VETO)
SURE_VETO = 0.95
"""Posterior from which such rules yield whatever their kind: in HTML they were wrong in 19 of 20 words there."""
PLACED_KINDS = frozenset({"related", "navigation", "comment", "section_label", "tools", "caption", "tags", "subscribe"})
"""Kinds whose page and section rules judge by place; titles and bios have evidence in their words. Copies too, of which the model
says only that they read like the story, and which clean text loses in any case: they are never overruled."""


def parts_of_story(page: Page, posterior: Sequence[float]) -> frozenset[int]:
    """Return the heads and sentences of the series of parts (`cleaner.parts`) that are story by what the model makes of all their lines together."""
    words = page.features.words
    told: set[int] = set()
    for heads, lines, tells in parts.series(page):
        below = lines.start > 0 and page.features.prose[lines.start - 1] and posterior[lines.start - 1] >= SURE_NEIGHBOUR
        mean = sum([posterior[i] * words[i] for i in lines]) / sum([words[i] for i in lines])
        if mean >= (RESUMED if tells < 0 else PARTS_MEAN) or (tells > 0 and below):
            timed = tells >= 0 and parts.is_dated(page.features.texts[heads[0]], page.cues[heads[0]])
            told.update(_lines_told(page, heads, lines, posterior, 0.0 if timed else GAP))
    return frozenset(told)


def _lines_told(page: Page, heads: Sequence[int], lines: range, posterior: Sequence[float], least: float) -> Iterator[int]:
    """Yield from the posterior `least` on the heads of a series, its sentences and what stands right above and below a head, unless it comes again.

    Below the first sentence of the last part the page's own appeals may stand, so that the model must be as sure there as anywhere.
    """
    features, own = page.features, frozenset(heads)
    steps = (-1, 1) if lines.start < heads[0] else (1,)
    labels = {head + step for head in heads for step in steps}
    times = Counter([features.texts[i] for i in lines])
    for index in lines:
        text = features.texts[index]
        said = features.ends[index] or index in labels or parts.is_dated(text, page.cues[index])
        enough = RESUMED if least and index > heads[-1] + 1 else least
        if posterior[index] >= enough and (index in own or (said and times[text] == 1)):
            yield index


def outweighing(page: Page, labels: Sequence[Label], posterior: Sequence[float], scopes: Mapping[str, Scope]) -> frozenset[int]:
    """Return the lines of the first run below the headline that rules took for titles or a menu by their place, if it outweighs the story that is left.

    A story of lists alone has next to no prose, so that its zone is one sentence, or none: what is new in a version, a crossword's clues.
    """
    words = page.features.words
    first = 0 if page.title is None else page.title + 1
    taken: dict[int, bool] = {}
    for label in labels:
        if label.confidence >= REMOVE and not label.keep:
            taken[label.block] = taken.get(label.block, True) and label.kind in UNTOLD and scopes.get(label.rule) == "page"
    if not any(taken.values()):
        return frozenset()
    story = sum([words[i] for i, chance in enumerate(posterior) if chance >= RESUMED and i not in taken])
    run: list[int] = []
    for index in range(first, len(posterior)):
        if taken.get(index, posterior[index] < RESUMED):
            run.append(index)
            continue
        while run and posterior[run[-1]] < UNREAD:
            run.pop()
        if len(run) >= FEWEST_OUTWEIGHING and _outweighs(run, words, posterior, story) and any(index in taken for index in run):
            return frozenset(run)
        run = []
    return frozenset()


def _outweighs(run: Sequence[int], words: Sequence[int], posterior: Sequence[float], story: int) -> bool:
    """Say whether lines are much beside the words of the story that is left, and the model does not doubt them on the whole."""
    total = sum([words[i] for i in run])
    return total >= OUTWEIGHS * story and sum([posterior[i] * words[i] for i in run]) >= OUTWEIGHING * total


def announced(page: Page, posterior: Sequence[float]) -> frozenset[int]:
    """Return the short lines right below a sentence of the story that ends in a colon, where the story goes on below them: “The chandlers pay:”.

    A line that a pack knows, a link or a paragraph ends the list, a sentence too where its lines are none.
    """
    features, told = page.features, set[int]()
    for above, text in enumerate(features.texts):
        if not text.endswith(COLONS) or features.words[above] < ANNOUNCING_WORDS or page.cues[above] or posterior[above] < SURE_NEIGHBOUR:
            continue
        end = above + 1
        while end < len(posterior) and not (features.prose[end] or page.cues[end] or page.blocks[end].source.link_density >= LINKED):
            if features.ends[end] > features.ends[above + 1]:
                break
            end += 1
        goes_on = any(features.prose[i] and posterior[i] >= SURE_NEIGHBOUR for i in range(end, min(end + ANNOUNCED_ABOVE, len(posterior))))
        if goes_on and 1 < end - above <= MOST_ANNOUNCED:
            told.update(range(above + 1, end))
    return frozenset(told)


def without_places(labels: list[Label], told: AbstractSet[int], scopes: Mapping[str, Scope]) -> list[Label]:
    """Return the labels without those by which the heads of such parts are dates, and their lines a menu or titles by their place."""
    if not told:
        return labels
    return [x for x in labels if x.block not in told or not (x.kind == "date" or (x.kind in UNTOLD and scopes.get(x.rule) == "page"))]


def judges_by_place(labels: Sequence[Label], scopes: Mapping[str, Scope]) -> bool:
    """Say whether some label that would remove its block judges by place, so that the block model is worth asking."""
    return any(
        label.confidence >= REMOVE and label.kind != "duplicate" and scopes.get(label.rule) in PLACED_SCOPES
        for label in labels
    )


def unruled(
    page: Page, labels: Sequence[Label], posterior: Sequence[float], scopes: Mapping[str, Scope]
) -> list[Label]:
    """Return the labels that the model does not overrule."""
    left = _left_sections(page, labels, posterior, scopes)
    within = within_story(page, posterior)
    told = page.features.rows_alike.intersection(to_last_sentence(page, posterior, within)) if page.features.rows_alike else frozenset[int]()
    return [
        label
        for label in labels
        if (label.rule, label.block) not in left
        and not (label.block in told and label.kind in ROW_KINDS and posterior[label.block] >= ROW_VETO)
        and (
            posterior[label.block] < _LEAST_VETO
            or scopes.get(label.rule) not in PLACED_SCOPES
            or not _is_overruled(page, label, posterior, _veto(page, label, scopes[label.rule], within))
        )
    ]


def _left_sections(
    page: Page, labels: Sequence[Label], posterior: Sequence[float], scopes: Mapping[str, Scope]
) -> set[tuple[str, int]]:
    """Return rules and blocks of sections behind prose that the model is sure is story: the section has ended there.

    A section's labels follow each other. Comment threads are never left for the story.
    """
    left: set[tuple[str, int]] = set()
    rule, last, ended = "", -1, False
    for label in labels:
        if scopes.get(label.rule) != "section" or label.kind in THREAD_KINDS:
            continue
        if label.rule != rule or label.block != last + 1:
            rule, ended = label.rule, False
        last = label.block
        if ended:
            left.add((rule, last))
        ended = ended or (page.features.prose[last] and posterior[last] >= RESUMED)
    return left


def _is_overruled(page: Page, label: Label, posterior: Sequence[float], veto: float) -> bool:
    """Say whether the model is sure enough of a block, from the posterior `veto` on, to overrule a label that judges by place."""
    if label.kind == "duplicate" or _heads_furniture(page, label, posterior):
        return False
    chance = posterior[label.block]
    return chance >= SURE_VETO or (label.kind in PLACED_KINDS and chance >= veto)


def _veto(page: Page, label: Label, scope: Scope, within: range) -> float:
    """Return the posterior from which the model overrules a label of one of `PLACED_KINDS`; `within` are the blocks between pieces of story."""
    if page.media_type == "text/html":
        return SEEN_VETO
    if page.features.prose[label.block] and label.kind != "comment":
        return RESUMED if label.kind == "related" and scope == "section" else SEEN_VETO
    inside = scope == "page" and label.block in within and (label.kind == "related" or _may_be_cell(page, label))
    return WITHIN_VETO if inside else VETO


def _may_be_cell(page: Page, label: Label) -> bool:
    """Say whether a line that a rule took for a menu's may be a table's or a list's of the story: below the headline, and no link."""
    below = page.title is None or label.block > page.title
    return label.kind == "navigation" and below and page.blocks[label.block].source.link_density < LINKED


def _heads_furniture(page: Page, label: Label, posterior: Sequence[float]) -> bool:
    """Say whether the block is itself the heading that the label's rule goes by, over nothing that is story."""
    following = label.block + 1
    heads = any(hit.rule == label.rule and hit.strong for hit in page.cues[label.block])
    if not heads or following == len(posterior):
        return heads
    title = page.media_type != "text/html" and not page.features.prose[following]  # which a section keeps up to `VETO`
    return posterior[following] < (VETO if title else HEADED)
