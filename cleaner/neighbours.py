"""What the posterior of a doubtful block is raised by: what stands around it, what form it has, and the page as a whole.

The block model reads each block with its nearest; here the whole page speaks. Every function yields blocks that are kept where no rule
claims them, and says of which pages its thresholds were read off. `cleaner.resolve` decides what comes of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

import numpy as np

from cleaner import tabbed
from cleaner.config import Profile
from cleaner.model import LINKED, RUNS_ON, Page, Role
from cleaner.rules.dek import dek, summary_points
from cleaner.rules.echoes import echoes
from cleaner.section_heads import points_elsewhere
from cleaner.stops import COLONS
from cleaner.tokens import UNSPACED_LANGUAGES

RESUMED = 0.5
"""Posterior of prose from which the section that a heading opened has ended: more likely story than not. In text, prose below a heading
of other stories yields only from here on: 450 of the 470 words that this takes from three forms of development pages are teasers."""
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
SURE_NEIGHBOUR, GAP = 0.35, 0.2
"""A block between two neighbours that are story from the first on is kept from the second on: stories have few gaps. Read off
development pages."""
SURE_OF_MARKUP = 0.95
"""The same for neighbours in HTML: blocks of one kind have agreed there already, and .35 takes more captions in than quotes (.001
of fundus' pages)."""
HEADING, AROUND_HEADING = 0.1, 0.8
"""Posterior from which a short line right between two paragraphs is their heading, and that of both: of 12 such lines of development pages'
texts 9 were story. Of 14 headings of HTML from `GAP` on there, 10 and more were."""
ALIKE, FEWEST_ALIKE = 0.05, 2
"""Posterior from which a sentence of HTML is kept for the paragraphs of the story that stand in the same kind of element, and how many there must
be: what stands above it, a box for consent in mid-story, makes the model doubt it. Of 12 such of development pages 8 were story."""
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
RUNNING = 0.1
"""Posterior from which a sentence of a text in one line is kept between the first and the last prose of which the model is sure: recall +.003 and
+.005, precision -.001 and .000 on AED and fundus in one line by cross-validation; from .2 on half of it."""
DEK_SHARE = 0.15
"""Share of the threshold from which a line between headline and signature is kept as the dek: it is body here and in two of the three
development corpora with gold texts, so that the block model doubts it. Below it stand labels, captions and crumbs."""
DEK_ECHO = 0.6
"""Share of such a line's telling words that the story says again, from which it is the dek however much the model doubts it: of 20 such
lines of news pages, 16 were."""


def thresholds_of(page: Page, posterior: Sequence[float], profile: Profile, within: range) -> list[float]:
    """Return for each block the posterior from which it is kept where no rule claims it."""
    threshold = max(LEAST_THRESHOLD, round(LEAST[profile] * _best_f1(page.features.words, posterior) ** 2, 3))
    if page.media_type == "text/html":
        return [MARKUP_SHARE * threshold] * len(posterior)
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


def within_story(page: Page, posterior: Sequence[float]) -> range:
    """Return the blocks between the first and the last prose that is more likely story than not."""
    story = [index for index, prose in enumerate(page.features.prose) if prose and posterior[index] >= RESUMED]
    return range(story[0], story[-1]) if story else range(0)


def to_last_sentence(page: Page, posterior: Sequence[float], within: range) -> range:
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


def steadied(
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
            *_running(page, free, posterior, within),
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


def _running(page: Page, free: Sequence[int], posterior: Sequence[float], within: range) -> Iterator[int]:
    """Yield the doubtful sentences of a text in one line, between the first and the last prose of which the model is sure: it reads each for itself."""
    features = page.features
    for index in free:
        runs = index in within and RUNS_ON in page.blocks[index].source.marks
        if runs and features.ends[index] and features.words[index] >= OWN_WORDS and posterior[index] >= RUNNING and not page.cues[index]:
            yield index


def _below_pointers(page: Page, free: Sequence[int], posterior: Sequence[float]) -> Iterator[int]:
    """Yield sentences of the story zone right below a pointer to another story under prose of which the model is sure, in languages it has not learned."""
    features, cues = page.features, page.cues
    if page.language in LEARNED:
        return
    start, end = features.story
    open_ = set(free)
    for index in range(start + 1, end):
        pointer = cues[index] and index not in open_ and any(map(points_elsewhere, cues[index]))
        if not pointer or not features.prose[index - 1] or posterior[index - 1] < AROUND_HEADING:
            continue
        for below in range(index + 1, end):
            if below not in open_ or cues[below] or not features.ends[below] or features.words[below] < OWN_WORDS or posterior[below] < UNREAD:
                break
            yield below


def _data_rows(page: Page, free: Sequence[int], posterior: Sequence[float], thresholds: Sequence[float], within: range) -> Iterator[int]:
    """Yield the rows of data between two pieces of story and those soon below what is kept, each list with the line above it."""
    features, last = page.features, -1
    within = to_last_sentence(page, posterior, within)
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
        announced = run and run[0] == last + 1 > 0 and texts[last].endswith(COLONS)
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
