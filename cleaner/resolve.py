"""From labels to one decision for every piece of every block. The only place where precedence is settled.

Precedence, from the strongest:

1. A label of confidence `REMOVE` or more, or several rules that reach it together, removes its span.
2. A long line of prose inside the story needs two witnesses: one rule alone does not remove it, unless it is certain.
3. A rule that judges by place alone (what follows a heading, a run of lines) yields to the block model where that is
   sure of the story (`cleaner.overruling`). The heading itself yields only with what follows.
4. What no rule claims is judged by the posterior of the block model, raised by what stands
   around it (`cleaner.neighbours`). Clean text has none and is kept from its headline on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from cleaner import page_breaks
from cleaner.config import Profile
from cleaner.model import LINKED, Kind, Label, Page, make
from cleaner.neighbours import steadied, thresholds_of, within_story
from cleaner.overruling import announced, outweighing, parts_of_story, unruled, without_places
from cleaner.regexes import regex
from cleaner.rules.base import REMOVE, Scope
from cleaner.rules.dek import described
from cleaner.rules.echoes import told_of
from cleaner.rules.headline import is_signed
from cleaner.rules.residue import HEADING, MODEL, ZONE

TOLD_BELOW, TOLD_ABOVE, MORE_BELOW = 0.5, 0.1, 1
"""Share of a signed headline's telling words from which what stands below it tells of it, and below which what stands above does not, and
how many times the words of that those below must be. Of 14 flattened development pages where all this holds, what the model would keep above
was other stories' and the site's on 13."""
LONG_WORDS, CERTAIN = 25, 0.99
"""Words from which a line of the story needs two witnesses; cue lines are shorter. And the confidence from which a rule needs no other:
the words of a copy have been kept where they stood first."""
ABOVE_HEADLINE = 0.85
"""Confidence that a line above the headline of clean text is none of the story: below `REMOVE`, which a rule that knows the line reaches."""
DOUBTED, STORY_ALONE, DOUBTED_WORDS = 0.32, 0.15, 150
"""Posterior below which the block model doubts a block, and the share of the words it doubts, and their number, below which a text that has
lost its line ends is nothing but a story: what furniture it has shows nowhere else. Of 2,078 gold texts without line ends, judged by networks
that had not seen their sites, 1,926 stay whole by it, and of 1,607 pages 23; with a tenth for the share 1,902 and 22."""
BROKEN_WORDS, BROKEN_CHANCE, BROKEN_BELOW = 12, 0.1, 0.5
"""Words and posterior from which the input's last block may be a sentence that was cut off, and the posterior of the one above. Sentences of
stories that were cut in mid-sentence below furniture have 0.2 to 0.3, as a page's foot would."""
HEADING_WORDS, HEADING_SURE = 8, 0.75
"""Words of the longest heading below the story that is dropped where nothing is kept below it, and how sure that is: of 53 such headings on development
pages, of any length, 35 were not in the gold; of those that are longer or end in a stop, most were."""
FOOT = regex(r"[|©•·→›@]|://|www\.")
"""Marks of a page's foot that no sentence has."""
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
        told = parts_of_story(page, posterior) | outweighing(page, standing, posterior, scopes) | page_breaks.parted(page, standing, posterior)
        told |= announced(page, posterior) | described(page)
        standing = without_places(standing, told, scopes)
    by_block: dict[int, list[Label]] = defaultdict(list)
    for label in standing:
        by_block[label.block].append(label)
    lengths = [*map(len, page.features.texts)]
    claimed = _claimed(page, by_block, lengths)
    strong = claimed.keys()
    thresholds: Sequence[float] = ()
    if posterior is not None:
        within = within_story(page, posterior)
        thresholds = thresholds_of(page, posterior, profile, within)
        posterior = steadied(page, posterior, strong, thresholds, within)
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
    return tuple(pieces if posterior is None else _without_last_headings(page, pieces))


def _without_last_headings(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the headings removed that stand below all that is kept, over something removed; sentences are no headings."""
    if not pieces or pieces[-1].kind is None:
        return pieces
    for place in range(len(pieces) - 2, -1, -1):
        piece = pieces[place]
        if piece.kind is not None:
            continue
        block, words = page.blocks[piece.block], page.features.words[piece.block]
        if block.role != "heading" or words > HEADING_WORDS or block.text.endswith((".", "!")) or piece.block == page.title:
            break
        pieces[place] = piece._replace(kind="residue", rule=HEADING.id, reason="heads nothing that is kept", confidence=HEADING_SURE)
    return pieces


def _part_of(whole: Piece, part: Piece) -> Piece:
    """Return a part that no rule claims as its block was decided: what is left of a button's label is no story."""
    return whole._replace(start=part.start, end=part.end)


def is_story_alone(page: Page, posterior: Sequence[float]) -> bool:
    """Say whether the block model doubts next to nothing of a page."""
    words: tuple[int, ...] = page.features.words
    doubted = sum(count for count, chance in zip(words, posterior, strict=True) if chance < DOUBTED)
    return doubted < min(DOUBTED_WORDS, STORY_ALONE * sum(words))


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
