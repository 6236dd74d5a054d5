"""From labels to one decision for every piece of every block. The only place where precedence is settled.

Precedence, from the strongest:

1. A label of confidence `REMOVE` or more, or several rules that reach it together, removes its span.
2. A long line of prose inside the story needs two witnesses: one rule alone does not remove it, unless it is certain.
3. A rule that judges by place alone (what follows a heading, a run of lines) yields to the block model where that is
   sure of the story: on development pages nine in ten such conflicts were the model's. The heading itself yields only with what follows.
4. What no rule claims is judged by the posterior of the block model. Clean text has none and is kept from its headline on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from cleaner import parts, tabbed
from cleaner.config import Profile
from cleaner.features import LINKED, is_run_together
from cleaner.model import THREAD_KINDS, Kind, Label, Page, Role, make
from cleaner.rules.base import Scope
from cleaner.rules.headline import dek, echoes, is_signed, summary_points, told_of
from cleaner.rules.residue import MODEL, ZONE
from cleaner.tokens import UNSPACED_LANGUAGES

TOLD_BELOW, TOLD_ABOVE, MORE_BELOW = 0.5, 0.1, 1
"""Share of a signed headline's telling words from which what stands below it tells of it, and below which what stands above does not, and
how many times the words of that those below must be. Of 14 flattened development pages where all this holds, what the model would keep above
was other stories' and the site's on 13."""
REMOVE = 0.9
"""Confidence from which a label removes; single strong cues are given 0.9 to 0.97 by their rules."""
LONG_WORDS, CERTAIN = 25, 0.99
"""Words from which a line of the story needs two witnesses; cue lines are shorter. And the confidence from which a rule needs no other:
the words of a copy have been kept where they stood first."""
ABOVE_HEADLINE = 0.85
"""Confidence that a line above the headline of clean text is none of the story: below `REMOVE`, which a rule that knows the line reaches."""
LEAST: Mapping[Profile, float] = MappingProxyType({"balanced": 0.5, "precision": 0.8, "recall": 0.22})
"""Posterior from which an unclaimed block is kept, in squares of the highest F1 that any choice of blocks can expect. Half that F1
is the best threshold for F1 where blocks err each on its own (Lipton, Elkan and Narayanaswamy, Optimal thresholding of
classifiers to maximize F1 measure, 2014); on pages that the model doubts they err together, and the square is better:
by .002 over the best fixed threshold, on development pages. From 0.4 to 0.5 F1 is the same, within .001."""
LEAST_THRESHOLD = 0.05
"""Lowest threshold: below it nothing is kept of pages without any story."""
MARKUP_SHARE = 0.9
"""Share of the threshold from which a block of HTML is kept, whose chance others like it have steadied already: .001 on
trafilatura's pages, the same within .0005 on the others."""
PROSE_SHARE = 0.8
"""Share of the threshold from which prose is kept in text, whose furniture has few sentences: .001 to .003 on development pages.
Of HTML, where containers tell more, AED's pages lose by it."""
ITEM_SHARE, LEAST_ITEMS = 0.5, 0.2
"""Share of the threshold from which list items and headings of text are kept between two pieces of story, where furniture has few
bullets, and the mean posterior of all that are there from which they are: the model doubts items for their shortness alone. F1 gains
.0007 to .001 on WCXB's pages, the others lose nothing; without the mean, news lose by their lists of other stories (.001 of fundus')."""
TABLE_SHARE = 0.6
"""Share of the threshold from which one row keeps its table: rows say little each, and down to here F1 is the same."""
RUN_TOGETHER_SHARE = 1.4
"""The threshold of text that has lost its line ends, in thresholds: its furniture is sentences like others. .004 to .009 there."""
DOUBTED, STORY_ALONE = 0.32, 0.1
"""Posterior below which the block model doubts a block, and the share of the words it doubts, below which a text that has lost its
line ends is nothing but a story: what furniture it has shows nowhere else. Of 113 gold texts in one line, judged by
networks that had not seen their sites, 108 stay whole by it, and of 125 pages 12."""
SURE_NEIGHBOUR, GAP = 0.35, 0.2
"""A block between two neighbours that are story from the first on is kept from the second on: stories have few gaps. Read off
development pages."""
HEADING, AROUND_HEADING = 0.1, 0.8
"""Posterior from which a short line right between two paragraphs is their heading, and that of both: of 12 such lines of development pages'
texts 9 were story. Of 14 headings of HTML from `GAP` on there, 10 and more were."""
ALIKE, FEWEST_ALIKE = 0.05, 2
"""Posterior from which a sentence of HTML is kept for the paragraphs of the story that stand in the same kind of element, and how many there must
be: what stands above it, a box for consent in mid-story, makes the model doubt it. Of 12 such of development pages 8 were story."""
SURE_OF_MARKUP = 0.95
"""The same for neighbours in HTML: blocks of one kind have agreed there already, and .35 takes more captions in than quotes (.001
of fundus' pages)."""
LONG_PARAGRAPH, PARAGRAPH = 50, 0.1
"""Words of a paragraph of text between two pieces of story, and posterior from which it is kept: boxes and teasers are shorter. Of 46 such
paragraphs of three forms of development pages that the thresholds would take away, 32 were story."""
ROWS_BELOW = 2
"""Blocks that may stand between what is kept and rows of data (`cleaner.data_rows`) that are kept with it: their heading, a line of their own."""
FEWEST_ANNOUNCED, ANNOUNCED = 2, 0.2
"""Lines of a list that a line with a colon announces, and their mean posterior from which they are kept in text: of the words that this brings
to two forms of development pages three in four are story, of those below it half."""
FRAME_KEPT = 0.25
"""Share of the words of a framed entry (`cleaner.entries`) below which what the model keeps of it is next to nothing, so that all of it is kept
that no rule claims. Lists of links, songs and programmes have no sentence that the model could go by: of ten such entries of development
pages' texts it kept half and more of nine, and 11 words of 170 of the other."""
BROKEN_WORDS, BROKEN_CHANCE, BROKEN_BELOW = 12, 0.1, 0.5
"""Words and posterior from which the input's last block may be a sentence that was cut off, and the posterior of the one above. Sentences of
stories that were cut in mid-sentence below furniture have 0.2 to 0.3, as a page's foot would."""
FOOT = re.compile(r"[|©•·→›@]|://|www\.")
"""Marks of a page's foot that no sentence has."""
PARTS_MEAN = 0.15
"""Mean posterior, by words, of the lines of a series of parts (`cleaner.parts`) from which all of them are story. Days with their years that
go up right below a sentence of the story are story whatever it makes of them. Such days in another order, as lists of other stories stand, and
questions are from `RESUMED` on; of these and of what stands under numbers, what it doubts no more than `GAP`."""
FEWEST_OUTWEIGHING, OUTWEIGHS, OUTWEIGHING = 5, 0.5, 0.2
"""Lines of a run that rules took for titles or a menu, its words as a share of those of the story that is left, and its mean posterior, from which the
run is the story. Of the four such runs right below what is kept of 2,800 development pages' texts three are story; on the page of the other nothing is."""
UNTOLD: frozenset[Kind] = frozenset({"navigation", "related", "section_label"})
"""Kinds that a rule gives the lines of such parts by their place on the page."""
QUOTED, QUOTING, QUOTE_BLOCKS = 0.1, 0.5, 5
"""Posterior from which a quote of HTML is kept, that of the story around it, and most blocks in a row that the model doubts there. Of 29
such blocks of development pages that the thresholds would take away, 27 were story; posts of networks are mostly below."""
EMBEDS = frozenset({"tweet", "twitter", "instagram", "tiktok", "bluesky", "mastodon", "fb", "threads", "reddit", "telegram", "embed", "embedded"})
"""Class words of posts and teasers that are set into a story as quotes: for them the thresholds hold."""
NEAREST_WORDS = 3
"""Words of a block's element and its nearest in which those are looked for."""
LISTED = 0.1
"""Posterior from which a listing of code between two pieces of story is kept in HTML: of 23 such listings that development pages'
thresholds would take away, 18 were story, and a reader who is told "run this:" wants to see what."""
FEW_AROUND, FEW_SHARE = 20, 1 / 3
"""Blocks outside the story zone up to which a page counts as trimmed to its story already, as scrapes in text often are, and
the share of the threshold from which sentences between headline and zone's end are kept there: of 359 such sentences of trimmed
development pages that a whole page's threshold would take away, 218 were story. Of 15 below the zone, one was."""
OWN_WORDS = 5
"""Words from which a sentence of a trimmed text is its own."""
CLOSING_SHARE, BEFORE_CLOSING = 0.55, 0.7
"""Share of the threshold from which the sentence right below the last block that is kept closes the story, and posterior of the block above it:
of 28 such sentences of development pages' texts 18 were story, of those of news 9 in 11."""
LEARNED = frozenset({"en", "de", "es", "fr", "pl"})
"""Languages of ten gold pages and more of those that the model has learned from."""
UNREAD = 0.05
"""Posterior from which prose of a text is kept in the story zone where the model counts a paragraph as a few words, as it does without spaces between
words (Thai, Lao, Burmese, Khmer), and, in languages that are not `LEARNED`, sentences right below a pointer to another story in mid-story (“Read
also: …”): of invented pages in Khmer, Armenian and Irish the thresholds took half the story. In those that are, the model is mostly right: three
development pages would lose by it, one gain."""
DEK_SHARE = 0.15
"""Share of the threshold from which a line between headline and signature is kept as the dek: it is body here and in two of the three
development corpora with gold texts, so that the block model doubts it. Below it stand labels, captions and crumbs."""
DEK_ECHO = 0.6
"""Share of such a line's telling words that the story says again, from which it is the dek however much the model doubts it: of 20 such
lines of news pages, 16 were."""
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
RESUMED = 0.5
"""Posterior of prose from which the section that a heading opened has ended: more likely story than not. In text, prose below a heading
of other stories yields only from here on: 450 of the 470 words that this takes from three forms of development pages are teasers."""
SURE_VETO = 0.95
"""Posterior from which such rules yield whatever their kind: in HTML they were wrong in 19 of 20 words there."""
PLACED_KINDS = frozenset({"related", "navigation", "comment", "section_label", "tools", "caption", "tags", "subscribe"})
"""Kinds whose page and section rules judge by place; titles and bios have evidence in their words. Copies too, of which the model
says only that they read like the story, and which clean text loses in any case: they are never overruled."""
_Opinion = tuple[Kind, bool, float, str]
"""The part of a label that tells what it says, not where or why: kind, keep, confidence, rule."""
_NO_OPINION: _Opinion = ("residue", True, 0.0, "")
"""What a label on a part of a block says of the whole."""
_SURENESS = attrgetter("confidence", "rule")
NO_SCOPES: Mapping[str, Scope] = MappingProxyType({})


class Piece(NamedTuple):
    """A decision over `text[start:end]` of a block; `kind` is None where it is kept."""

    block: int
    start: int
    end: int
    kind: Kind | None
    rule: str
    reason: str
    confidence: float


class _Agreement(NamedTuple):
    """What labels on one block agree on: the place of the one that speaks for all, how sure they are, and whether it is alone."""

    best: int
    confidence: float
    alone: bool


def resolve(
    page: Page,
    labels: Sequence[Label],
    posterior: Sequence[float] | None,
    profile: Profile,
    scopes: Mapping[str, Scope] = NO_SCOPES,
) -> tuple[Piece, ...]:
    """Return the pieces of all blocks, in order; the pieces of a block cover its text without gaps.

    Args:
        page: the page.
        labels: what the rules say.
        posterior: for each block the chance that it is story, 0 to 1; None for clean text.
        profile: how much chance is enough.
        scopes: rule id -> scope, by which the rules that judge by place are known.
    """
    told: frozenset[int] = frozenset()
    standing = labels
    if posterior is not None:
        standing = unruled(page, labels, posterior, scopes)
        told = _parts_told(page, posterior) | _outweighing(page, standing, posterior, scopes)
        standing = _untold(standing, told, scopes)
    by_block: dict[int, list[Label]] = defaultdict(list)
    for label in standing:
        by_block[label.block].append(label)
    lengths = [*map(len, page.features.texts)]
    claimed = _claimed(page, by_block, lengths)
    strong = claimed.keys()
    thresholds: Sequence[float] = ()
    if posterior is not None:
        within = _within(page, posterior)
        thresholds = _thresholds(page, posterior, profile, within)
        posterior = _steadied(page, posterior, strong, thresholds, within)
        posterior = [max(chance, thresholds[i]) if i in told else chance for i, chance in enumerate(posterior)] if told else posterior
    pieces: list[Piece] = []
    first = _begins(page, posterior, thresholds, strong)
    for index, length in enumerate(lengths):
        own = by_block.get(index, ())
        if index in claimed:
            pieces.append(claimed[index])
            continue
        if index < first:
            piece = Piece(index, 0, length, "residue", ZONE.id, "stands above the headline", ABOVE_HEADLINE)
        elif _is_kept(page, index, posterior, thresholds) or (pieces and _is_cut(page, index, own, pieces[-1], posterior)):
            piece = make(Piece, (index, 0, length, None, "", "", 0.0))
        else:
            piece = _residue(index, length, own, posterior)
        if own and (parts := _parts(page, index, own)):
            pieces += [part if part.kind else _part_of(piece, part) for part in parts]
        else:
            pieces.append(piece)
    return tuple(pieces)


def _parts_told(page: Page, posterior: Sequence[float]) -> frozenset[int]:
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


def _outweighing(page: Page, labels: Sequence[Label], posterior: Sequence[float], scopes: Mapping[str, Scope]) -> frozenset[int]:
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


def _untold(labels: list[Label], told: AbstractSet[int], scopes: Mapping[str, Scope]) -> list[Label]:
    """Return the labels without those by which the heads of such parts are dates, and their lines a menu or titles by their place."""
    if not told:
        return labels
    return [x for x in labels if x.block not in told or not (x.kind == "date" or (x.kind in UNTOLD and scopes.get(x.rule) == "page"))]


def _thresholds(page: Page, posterior: Sequence[float], profile: Profile, within: range) -> list[float]:
    """Return for each block the posterior from which it is kept where no rule claims it."""
    threshold = max(LEAST_THRESHOLD, round(LEAST[profile] * _best_f1(page.features.words, posterior) ** 2, 3))
    if page.media_type == "text/html":
        return [MARKUP_SHARE * threshold] * len(posterior)
    if is_run_together(page):
        return [min(1.0, RUN_TOGETHER_SHARE * threshold)] * len(posterior)
    by_form = (threshold, PROSE_SHARE * threshold)
    thresholds = [by_form[prose] for prose in page.features.prose]
    for index in _items(page, posterior, within):
        thresholds[index] = ITEM_SHARE * threshold
    return thresholds


def _items(page: Page, posterior: Sequence[float], within: range) -> Iterator[int]:
    """Yield the list items and the headings of a text that stand between two pieces of story, if the model trusts them on the whole."""
    blocks, words = page.blocks, page.features.words
    marked: dict[Role, list[int]] = {"list_item": [], "heading": []}
    for index in within:
        block = blocks[index]
        if block.role in marked and block.source.link_density < LINKED:
            marked[block.role].append(index)
    for alike in marked.values():
        if sum([posterior[i] * words[i] for i in alike]) >= LEAST_ITEMS * sum([words[i] for i in alike]):
            yield from alike


def _within(page: Page, posterior: Sequence[float]) -> range:
    """Return the blocks between the first and the last prose that is more likely story than not."""
    story = [index for index, prose in enumerate(page.features.prose) if prose and posterior[index] >= RESUMED]
    return range(story[0], story[-1]) if story else range(0)


def _to_last_sentence(page: Page, posterior: Sequence[float], within: range) -> range:
    """Return the blocks `within` with those on to the last sentence of which the model is sure: a short one often closes a table."""
    features = page.features
    below = range(len(posterior) - 1, within.stop, -1) if within else range(0)
    sentences = (i for i in below if features.ends[i] and features.words[i] >= OWN_WORDS and posterior[i] >= AROUND_HEADING)
    return range(within.start, next(sentences, within.stop))


def _best_f1(words: Sequence[int], posterior: Sequence[float]) -> float:
    """Return the highest F1, in words, that keeping the likeliest blocks of a page can be expected to reach."""
    chance, count = np.array(posterior), np.array(words, np.float64)
    order = (-chance).argsort(kind="stable")
    story = (chance * count).take(order).cumsum()
    kept = count.take(order).cumsum()
    return float((2 * story / np.maximum(1.0, story[-1] + kept)).max())


def _part_of(whole: Piece, part: Piece) -> Piece:
    """Return a part that no rule claims as its block was decided: what is left of a button's label is no story."""
    return whole._replace(start=part.start, end=part.end)


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
    within = _within(page, posterior)
    told = page.features.rows_alike.intersection(_to_last_sentence(page, posterior, within)) if page.features.rows_alike else frozenset[int]()
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
    return heads and (following == len(posterior) or posterior[following] < HEADED)


def _steadied(
    page: Page, posterior: Sequence[float], strong: AbstractSet[int], thresholds: Sequence[float], within: range
) -> Sequence[float]:
    """Return the posterior with doubtful blocks raised to their threshold where what stands around them speaks for them.

    What rules have claimed, the `strong` ones, stands between no neighbours: a share bar under each entry of a live blog
    parts nothing.
    """
    steady = list(posterior)
    free = [index for index in range(len(posterior)) if index not in strong]
    markup = page.media_type == "text/html"
    raised = [
        *_gaps(free, posterior, thresholds, SURE_OF_MARKUP if markup else SURE_NEIGHBOUR),
        *page.features.ingredients.intersection(free),
        *_data_rows(page, free, posterior, thresholds, within),
        *_proseless(page, free, posterior, thresholds),
    ]
    if markup:
        raised += [
            *_listings(page, free, posterior, thresholds),
            *_quotes(page, free, posterior, thresholds),
            *_marked_headings(page, free, posterior, thresholds),
            *_of_one_kind(page, free, posterior, thresholds),
        ]
    else:
        raised += [
            *_sentences_of_trimmed(page, posterior, thresholds),
            *_closing(page, free, posterior, thresholds),
            *_paragraphs(page, free, posterior, within),
            *_headings(page, free, posterior, thresholds),
            *_framed(page, free, posterior, thresholds),
            *_unspaced(page, free, posterior),
            *_below_pointers(page, free, posterior),
            *_announced(page, free, posterior, thresholds),
        ]
    raised += [index for index in _head(page, posterior, thresholds) if index not in strong]
    for index in raised:
        steady[index] = max(steady[index], thresholds[index])
    for rows in _tables(page, free):
        if any(posterior[index] >= TABLE_SHARE * thresholds[index] for index in rows):
            for index in rows:
                steady[index] = max(steady[index], thresholds[index])
    return steady


def _head(page: Page, posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield what belongs to the story between headline and lead by its place: the dek and the key points."""
    below = dek(page)
    if below is not None and (posterior[below] >= DEK_SHARE * thresholds[below] or echoes(page, below) >= DEK_ECHO):
        yield below
    yield from summary_points(page)[0]


def _gaps(free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float], sure: float) -> list[int]:
    """Return the doubtful blocks among `free` between two that are story from the posterior `sure` on."""
    doubtful = [place for place, index in enumerate(free[1:-1], 1) if GAP <= posterior[index] < thresholds[index]]
    return [free[place] for place in doubtful if min(posterior[free[place - 1]], posterior[free[place + 1]]) >= sure]


def _sentences_of_trimmed(page: Page, posterior: Sequence[float], thresholds: Sequence[float]) -> list[int]:
    """Return the doubtful sentences from the headline to the zone's end of a text that is little more than its story, or none."""
    features = page.features
    start, end = features.story
    if len(page.blocks) - (end - start) > FEW_AROUND:
        return []
    if page.title is not None:
        start = min(start, page.title + 1)
    return [
        i
        for i in range(start, end)
        if features.ends[i] and features.words[i] >= OWN_WORDS and posterior[i] >= FEW_SHARE * thresholds[i]
    ]


def _closing(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield the sentence that closes the story, where the model doubts it for what stands below: right below what is surely story."""
    last = next((i for i in reversed(free) if posterior[i] >= thresholds[i]), None)
    if last is None or posterior[last] < BEFORE_CLOSING:
        return
    below, features = last + 1, page.features
    closes = below in free and below < features.story[1] and features.ends[below] and features.words[below] >= OWN_WORDS
    if closes and posterior[below] >= CLOSING_SHARE * thresholds[below]:
        yield below


def _paragraphs(page: Page, free: Sequence[int], posterior: Sequence[float], within: range) -> Iterator[int]:
    """Yield the doubtful long paragraphs between the first and the last of which the model is sure: boxes in a story make it doubt what follows."""
    features = page.features
    for index in free:
        long = features.words[index] >= LONG_PARAGRAPH and features.prose[index] and features.ends[index]
        if long and index in within and posterior[index] >= PARAGRAPH and (page.title is None or index > page.title):
            yield index


def _proseless(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Sequence[int]:
    """Return the long paragraphs of the story zone, below the headline, of a page of whose prose nothing would be kept."""
    features, title = page.features, page.title
    if title is None or any(features.prose[i] and posterior[i] >= thresholds[i] for i in free):
        return ()
    low, high = bisect_left(free, max(features.story[0], title + 1)), bisect_left(free, features.story[1])
    return [i for i in free[low:high] if features.prose[i] and features.words[i] >= LONG_PARAGRAPH]


def _headings(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield the doubtful lines that are no prose right between two paragraphs of which the model is sure."""
    prose = page.features.prose
    for above, index, below in zip(free, free[1:], free[2:], strict=False):
        if prose[index] or not HEADING <= posterior[index] < thresholds[index] or below - above > 2:  # noqa: PLR2004 - its neighbours
            continue
        if prose[above] and prose[below] and min(posterior[above], posterior[below]) >= AROUND_HEADING:
            yield index


def _marked_headings(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield the doubtful headings of HTML between two paragraphs of which the model is sure: a box that a rule claims may stand below one."""
    prose = page.features.prose
    for above, index, below in zip(free, free[1:], free[2:], strict=False):
        doubtful = GAP <= posterior[index] < thresholds[index] and page.blocks[index].role == "heading" and not prose[index]
        if doubtful and prose[above] and prose[below] and min(posterior[above], posterior[below]) >= AROUND_HEADING:
            yield index


def _of_one_kind(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield doubtful sentences of HTML below the headline in the same kind of element as paragraphs of the story, and as nothing that a rule claims."""
    features, first = page.features, -1 if page.title is None else page.title
    doubtful = [i for i in free if i > first and ALIKE <= posterior[i] < thresholds[i] and features.prose[i] and features.ends[i]]
    if not doubtful or features.styles is None:
        return
    which, open_ = features.styles.which, set(free)
    told: dict[int, list[float]] = defaultdict(list)
    claimed: set[int] = set()
    for index, style in enumerate(which):
        if features.prose[index] and index not in open_:
            claimed.add(style)
        elif features.prose[index] and posterior[index] >= thresholds[index]:
            told[style].append(posterior[index])
    for index in doubtful:
        alike = told.get(which[index], ())
        if which[index] not in claimed and len(alike) >= FEWEST_ALIKE and sum(alike) >= RESUMED * len(alike):
            yield index


def _framed(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Sequence[int]:
    """Return the blocks among `free` of an entry that its frame tells, if the model would keep next to nothing of it."""
    words, (start, end) = page.features.words, page.features.story
    if not page.features.framed:
        return ()
    own = free[bisect_left(free, start) : bisect_left(free, end)]
    kept = sum([words[i] for i in own if posterior[i] >= thresholds[i]])
    return own if kept < FRAME_KEPT * sum([words[i] for i in own]) else ()


def _unspaced(page: Page, free: Sequence[int], posterior: Sequence[float]) -> Iterator[int]:
    """Yield the prose of the story zone in languages without spaces between words."""
    start, end = page.features.story
    if page.language in UNSPACED_LANGUAGES:
        yield from (i for i in free if start <= i < end and page.features.prose[i] and posterior[i] >= UNREAD)


def _below_pointers(page: Page, free: Sequence[int], posterior: Sequence[float]) -> Iterator[int]:
    """Yield sentences of the story zone right below a pointer to another story under prose of which the model is sure, in languages it has not learned."""
    features, cues = page.features, page.cues
    if page.language in LEARNED:
        return
    start, end = features.story
    open_ = set(free)
    for index in range(start + 1, end):
        pointer = cues[index] and index not in open_ and any(hit.kind == "related" and hit.match not in ("section", "selector") for hit in cues[index])
        if not pointer or not features.prose[index - 1] or posterior[index - 1] < AROUND_HEADING:
            continue
        for below in range(index + 1, end):
            if below not in open_ or cues[below] or not features.ends[below] or features.words[below] < OWN_WORDS or posterior[below] < UNREAD:
                break
            yield below


def _data_rows(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float], within: range) -> Iterator[int]:
    """Yield the rows of data between two pieces of story and those soon below what is kept, each list with the line above it."""
    features, last = page.features, -1
    within = _to_last_sentence(page, posterior, within)
    alike = features.rows_alike if page.media_type != "text/html" else {i for i in features.rows_alike if page.blocks[i].role == "table"}
    for index in free:
        inside = index in within
        if (index in features.data_rows and (inside or index - last <= ROWS_BELOW + 1)) or (inside and index in alike):
            if last < index - 1 and _may_head(page, index - 1):
                yield index - 1
            yield index
        elif posterior[index] < thresholds[index]:
            continue
        last = index


def _may_head(page: Page, index: int) -> bool:
    """Say whether the line above rows of data may be their heading: no prose, and nothing that a pack knows."""
    return not page.features.prose[index] and not page.cues[index] and page.features.words[index] > 1


def _announced(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield the lines of lists that a kept line right above announces by its colon, where the model does not doubt them much on the whole."""
    texts, run, last = page.features.texts, list[int](), -1
    for index in (*free, len(texts)):
        if index < len(texts) and posterior[index] < thresholds[index]:
            run.append(index)
            continue
        announced = run and run[0] == last + 1 > 0 and texts[last].endswith((":", "："))
        if announced and len(run) >= FEWEST_ANNOUNCED and sum([posterior[i] for i in run]) >= ANNOUNCED * len(run):
            yield from run
        run, last = [], index


def _listings(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> list[int]:
    """Return the listings among the blocks `free` that stand between two pieces of story; numbers of lines are none."""
    blocks = page.blocks
    listed = [
        i
        for i in free
        if blocks[i].role == "preformatted" and posterior[i] >= LISTED and any(map(str.isalpha, blocks[i].text))
    ]
    if not listed:
        return []
    story = [i for i in free if posterior[i] >= thresholds[i]]
    return [i for i in listed if story[:1] < [i] < story[-1:]]


def _quotes(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float]) -> Iterator[int]:
    """Yield the doubtful quotes among the blocks `free` that stand close between two pieces of story; posts and marks drawn large are none."""
    blocks = page.blocks
    quoted = [
        place
        for place, i in enumerate(free)
        if blocks[i].role == "quote"
        and QUOTED <= posterior[i] < thresholds[i]
        and EMBEDS.isdisjoint(blocks[i].source.tokens[:NEAREST_WORDS])
        and any(map(str.isalpha, blocks[i].text))
    ]
    if not quoted:
        return
    story = [place for place, i in enumerate(free) if posterior[i] >= thresholds[i]]
    for place in quoted:
        after = bisect_left(story, place)
        if not 0 < after < len(story):
            continue
        one, other = story[after - 1], story[after]
        if other - one <= QUOTE_BLOCKS + 1 and min(posterior[free[one]], posterior[free[other]]) >= QUOTING:
            yield free[place]


def _tables(page: Page, free: Sequence[int]) -> Iterator[list[int]]:
    """Yield the runs of rows of tables among the blocks `free`; a table is kept or removed whole."""
    if page.media_type == "text/plain":
        for table in tabbed.tables([page.blocks[index] for index in free]):
            if len(table) >= tabbed.FEWEST_TOGETHER:
                yield [free[place] for place in table]
    rows: list[int] = []
    for index in free:
        if page.blocks[index].role != "table":
            continue
        if rows and rows[-1] != index - 1:
            yield rows
            rows = []
        rows.append(index)
    if rows:
        yield rows


def is_story_alone(page: Page, posterior: Sequence[float]) -> bool:
    """Say whether the block model doubts next to nothing of a page."""
    words: tuple[int, ...] = page.features.words
    doubted = sum(count for count, chance in zip(words, posterior, strict=True) if chance < DOUBTED)
    return doubted < STORY_ALONE * sum(words)


def keep_everything(page: Page) -> tuple[Piece, ...]:
    """Return every block as a kept piece."""
    return tuple([make(Piece, (i, 0, len(text), None, "", "", 0.0)) for i, text in enumerate(page.features.texts)])


def _claimed(page: Page, by_block: Mapping[int, Sequence[Label]], lengths: Sequence[int]) -> dict[int, Piece]:
    """Return the blocks as removed pieces that the labels on the whole of them are enough to remove.

    A long line of the story needs those of two rules, or a certain one.
    """
    claimed: dict[int, Piece] = {}
    for index, labels in by_block.items():
        length = lengths[index]
        agreed = _agreement(tuple([x[3:7] if x.end - x.start >= length else _NO_OPINION for x in labels]))
        if agreed is None:
            continue
        if not agreed.alone or agreed.confidence >= CERTAIN or not _needs_witness(page, index):
            best = labels[agreed.best]
            claimed[index] = make(Piece, (index, 0, length, best.kind, best.rule, best.reason, agreed.confidence))
    return claimed


@lru_cache(maxsize=4096)
def _agreement(opinions: tuple[_Opinion, ...]) -> _Agreement | None:
    """Return what opinions on a block agree on, None when it is not enough to remove it.

    The same few rules speak together on most blocks of most pages, so that what they agree on is remembered.
    """
    support = doubt = 1.0
    against: dict[str, int] = {}
    for place, (_, keep, confidence, rule) in enumerate(opinions):
        if keep:
            support *= 1 - confidence
        elif confidence > opinions[against.setdefault(rule, place)][2]:
            against[rule] = place
    for place in against.values():
        doubt *= 1 - opinions[place][2]
    confidence = (1 - doubt) * support
    if confidence < REMOVE:
        return None
    return _Agreement(_strongest(opinions, list(against.values())), round(confidence, 3), len(against) == 1)


def _strongest(opinions: Sequence[_Opinion], places: Sequence[int]) -> int:
    """Return the place of the most confident opinion of the kind that those at `places` together make most likely."""
    kinds: dict[Kind, float] = {}
    for place in places:
        kind, _, confidence, _ = opinions[place]
        kinds[kind] = 1 - (1 - kinds.get(kind, 0.0)) * (1 - confidence)
    likely = max(kinds, key=lambda kind: (kinds[kind], kind))
    return max((place for place in places if opinions[place][0] == likely), key=lambda place: opinions[place][2:])


def _needs_witness(page: Page, index: int) -> bool:
    start, end = page.features.story
    return bool(start <= index < end and page.features.prose[index] and page.features.words[index] >= LONG_WORDS)


def _parts(page: Page, index: int, labels: Sequence[Label]) -> list[Piece]:
    """Cut out of a block what strong labels on parts of it claim."""
    text = page.blocks[index].text
    cuts = [x for x in labels if not x.keep and x.confidence >= REMOVE and x.end - x.start < len(text)]
    if not cuts:
        return []
    cuts.sort(key=lambda x: (x.start, -x.end, x.rule))
    pieces: list[Piece] = []
    position = 0
    for label in cuts:
        if label.start < position:
            continue
        if label.start > position:
            pieces.append(Piece(index, position, label.start, None, "", "", 0.0))
        pieces.append(Piece(index, label.start, label.end, label.kind, label.rule, label.reason, label.confidence))
        position = label.end
    if pieces and position < len(text):
        pieces.append(Piece(index, position, len(text), None, "", "", 0.0))
    return _absorbed(text, pieces)


def _absorbed(text: str, pieces: list[Piece]) -> list[Piece]:
    """Give kept pieces without a word (a stray bracket or space) to the removed piece beside them."""
    result: list[Piece] = []
    for piece in pieces:
        empty = piece.kind is None and not any(c.isalnum() for c in text[piece.start : piece.end])
        if empty and result:
            result[-1] = result[-1]._replace(end=piece.end)
        elif (
            result and result[-1].kind is None and not any(c.isalnum() for c in text[result[-1].start : result[-1].end])
        ):
            result[-1] = piece._replace(start=result[-1].start)
        else:
            result.append(piece)
    return result


def _begins(
    page: Page, posterior: Sequence[float] | None, thresholds: Sequence[float], strong: AbstractSet[int]
) -> int:
    """Return the headline of a scrape in text if nothing of the story can stand above it, else 0.

    It is signed and told of by what is kept below, which is more than what would be kept above and says none of its words: teasers of
    other stories, what the site says of itself.
    """
    title, words = page.title, page.features.words
    if posterior is None or title is None or page.media_type == "text/html" or not is_signed(page):
        return 0
    kept = [index for index in range(len(words)) if index not in strong and posterior[index] >= thresholds[index]]
    above, below = kept[: bisect_left(kept, title)], kept[bisect_left(kept, title + 1) :]
    if not above or sum([words[i] for i in below]) < MORE_BELOW * sum([words[i] for i in above]):
        return 0
    told = told_of(page, below) >= TOLD_BELOW and told_of(page, above) < TOLD_ABOVE
    return title if told else 0


def _is_kept(page: Page, index: int, posterior: Sequence[float] | None, thresholds: Sequence[float]) -> bool:
    """Say whether a block that no rule claims is story."""
    if posterior is None:
        return page.title is None or index >= page.title
    return posterior[index] >= thresholds[index]


def _is_cut(page: Page, index: int, labels: Sequence[Label], above: Piece, posterior: Sequence[float] | None) -> bool:
    """Say whether a block is a line of the story that was cut off, below a line that is kept.

    It has no stop, so that the model doubts it. What is missing behind its ellipsis is counted: “The ferry was the only… [+1432 chars]”; or the
    input ends with it, in a sentence that is long and goes on, right below one that the model is sure of: no foot of a page stands there.
    """
    if above.kind is not None:
        return False
    if not labels:
        return breaks_off(page, index, posterior)
    text = page.blocks[index].text
    starts = (label.start for label in labels if label.kind == "read_more" and 0 < label.start < label.end == len(text))
    return any(text[start] == "[" and text[:start].rstrip().endswith(("…", "...")) for start in starts)


def breaks_off(page: Page, index: int, posterior: Sequence[float] | None) -> bool:
    """Say whether a block is the input's last and reads like a sentence of the story without its end, rather than a foot's names and links."""
    features = page.features
    return (
        posterior is not None
        and index == len(page.blocks) - 1
        and not features.ends[index]
        and features.words[index] >= BROKEN_WORDS
        and posterior[index] >= BROKEN_CHANCE
        and features.prose[index - 1]
        and posterior[index - 1] >= BROKEN_BELOW
        and page.blocks[index].source.link_density < LINKED
        and not FOOT.search(page.blocks[index].text)
        and 2 * sum(word[0].isupper() for word in page.blocks[index].text.split()) < features.words[index]
    )


def _residue(index: int, length: int, labels: Sequence[Label], posterior: Sequence[float] | None) -> Piece:
    """Return an unclaimed block as a removed piece; what it is called, a weak label on it may still say."""
    if posterior is None:
        return Piece(index, 0, length, "residue", ZONE.id, "stands above the headline", ABOVE_HEADLINE)
    chance = posterior[index]
    confidence = round(1 - chance, 3)
    if weak := [label for label in labels if not label.keep]:
        named = max(weak, key=_SURENESS)
        return Piece(index, 0, length, named.kind, named.rule, named.reason, confidence)
    reason = f"the block model gives it {chance:.3f} to be story"
    return Piece(index, 0, length, "residue", MODEL.id, reason, confidence)
