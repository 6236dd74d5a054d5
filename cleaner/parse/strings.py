"""Text whose strings were put together with nothing between (`get_text()`, `text_content()`, tags taken out by pattern).

Where the page's source had no white space between two elements, menus, headlines and paragraphs then stand in one line, and a
small letter touches a capital: “Share pageCopy linkA woman has died”. Such lines are parted there, if the page has many.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise
from types import MappingProxyType

from cleaner import boundaries
from cleaner.boundaries.words import CODE, GLUED, LOWER, SPACED, UPPER, words_of
from cleaner.model import RUNS_ON, Block, marked, reindexed, sliced
from cleaner.regexes import regex

FEWEST, SHARE = 4, 0.002
"""Different words whose parts touch, and their share of all, from which a page's strings were put together so: 134 of 367 development pages
in this form reach both, one of 551 flattened with line ends between strings, and two of 1,101 golds, which list names of programs."""
FEWEST_WORDS, WORDS_A_STOP = 2, 1 / 5
"""Of these, words that touch a capital without a stop between, for each with one too: sentences that touch may be damage of another kind,
which is repaired (`cleaner.repair.glued`)."""
CAPITALS_A_WORD = 6
"""Words of two with capitals that say as much as one that begins small."""
CAPITALS_ALONE = 15
"""Such words that tell it alone: fewer are in stories about firms and their wares."""
UNVOWELLED = 1 / 3
"""Share of these words whose first part ends in no vowel, or is longer than a prefix: Zulu and Xhosa write capitals behind prefixes, which do."""
LONGEST_PREFIX = 6
"""Letters of the longest prefix that stands before a capital in Zulu and Xhosa. Field observation."""
CODE_SHARE = 0.5
"""Words with a capital inside that have a program's marks, per touching word, up to which these are not names from programs too."""
BEGINS = MappingProxyType({GLUED: 0.3, SPACED: 0.5})
"""Chance from which a string begins with a word, by what stands before it; white space stands within strings too. On development pages F1 is
the same from 0.1 to 0.3, and .003 lower where nothing is parted at spaces."""

_TOUCHING = regex(rf"([{LOWER}]{{3,}})[{UPPER}][{LOWER}]*")
"""A word of small letters that touches a capital; names of programs' things have marks, or more capitals, as those of wares have."""
_CAPITALS = regex(rf"[{UPPER}][{LOWER}]{{2,}}[{UPPER}][{LOWER}]{{2,}}")
"""A word of two with capitals, as names of firms are."""
_STOPPED = regex(rf"[{UPPER}]?[{LOWER}]{{2,}}[.!?][”\"]?[{UPPER}][{LOWER}’']+")
"""A word whose stop touches a capital."""
_HUMP = regex(rf"[{LOWER}][{UPPER}]")
_TOUCHED = regex(rf"[{LOWER}.!?”\"][{UPPER}]")
"""Where a word or a stop touches a capital."""
_NAMES = frozenset(
    ["YouTube", "LinkedIn", "WhatsApp", "JavaScript", "PayPal", "GitHub", "PlayStation", "WordPress", "FaceTime", "AirPods", "MacBook", "OpenAI",
     "TikTok", "SoundCloud", "DeepMind", "BuzzFeed", "HuffPost", "FedEx", "SpaceX", "QuickBooks", "StumbleUpon", "MasterCard", "BitTorrent",
     "ChatGPT", "PowerPoint", "SharePoint", "OneDrive", "OneNote", "TripAdvisor", "DoorDash", "MacArthur", "VanDyke", "TypeScript", "PostgreSQL",
     "DevOps", "CrowdStrike", "SiriusXM", "HubSpot", "MailChimp", "AccuWeather", "SmartAsset", "NerdWallet", "BlackRock", "BioNTech"]
)  # fmt: skip
"""Names that are written so, and tell nothing of the page's strings."""
_STRAIGHT, _CLOSING = '"', "”"
"""Quotation marks that open and close alike, and those that close."""
_MARKS = "\"'“”‘’()[].,:;!?…"


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` parted where strings were put together, if the page has the marks of it."""
    texts = [block.text for block in blocks if block.role != "preformatted"]
    touched = filter(_TOUCHED.search, texts)  # few lines are, and only their words can tell
    bare = {word.strip(_MARKS) for text in touched for word in text.split() if _TOUCHED.search(word)}
    touching = [match[1] for word in bare if (match := _TOUCHING.fullmatch(word))]
    stopped = sum(_STOPPED.fullmatch(word) is not None for word in bare)
    sure = _sure(bare, touching)
    if sure < max(FEWEST_WORDS, WORDS_A_STOP * stopped) or sure + stopped < FEWEST or _are_prefixed(touching):
        return tuple(blocks)
    words = [word for text in texts for word in text.split()]
    if sure + stopped < SHARE * len(words) or _coded(words) > CODE_SHARE * sure:
        return tuple(blocks)
    return reindexed(_strings(blocks))


def _sure(bare: AbstractSet[str], touching: Sequence[str]) -> int:
    """Count the words that touch a capital without a stop: the first parts of the plain ones, and names of two words that touch.

    `bare` are all different words that touch one, without the marks around them.
    """
    capitals = sum(_CAPITALS.fullmatch(word) is not None for word in bare - _NAMES)
    return len(touching) + capitals // CAPITALS_A_WORD if touching or capitals >= CAPITALS_ALONE else 0


def _coded(words: Sequence[str]) -> int:
    """Count the different words that touch a capital and have a program's marks."""
    return sum(_HUMP.search(word) is not None and CODE.search(word) is not None for word in set(words))


def _are_prefixed(firsts: Sequence[str]) -> bool:
    """Say whether these first parts of words are those of a language that writes capitals behind prefixes."""
    unvowelled = sum(first[-1] not in "aeiou" or len(first) > LONGEST_PREFIX for first in firsts)
    return unvowelled < UNVOWELLED * len(firsts)


def _strings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks parted where, by the boundary model, one string ended and the next began."""
    heads = ["\n\n" if block.source.gap else "\n" for block in blocks]
    words = words_of("".join(chain.from_iterable(zip(heads, (block.text for block in blocks), strict=True))))
    said = zip(words.starts, words.gaps, boundaries.chances(words).tolist(), strict=True)
    begun = {start: gap for start, gap, chance in said if gap in BEGINS and chance >= BEGINS[gap]}
    starts, end = [*begun], 0
    for block, head in zip(blocks, heads, strict=True):
        first, end = end + len(head), end + len(head) + len(block.text)
        inner = starts[bisect_left(starts, first + 1) : bisect_left(starts, end)] if block.role != "preformatted" else []
        if inner and not {_STRAIGHT, _CLOSING}.isdisjoint(block.text):
            inner = [first + start for start in _closed(block.text, [start - first for start in inner])]
        for low, high in pairwise((first, *inner, end)):
            piece = sliced(block, low - first, high - first) if inner else block
            yield marked(piece, RUNS_ON) if begun.get(low) == SPACED else piece


def _closed(text: str, starts: Sequence[int]) -> list[int]:
    """Return where strings begin, with a quotation mark that closes in the string before and one that opens in the string it opens."""
    result = [0]
    for start in starts:
        mark, begin = text[start], result[-1]
        odd = text.count(_STRAIGHT, begin, start) % 2 == 1
        closes = mark == _CLOSING or (odd and mark == _STRAIGHT)
        opens = odd and text[start - 1] == _STRAIGHT
        moved = start + closes - opens
        if begin < moved < len(text) and text[begin:moved].strip() not in (_STRAIGHT, _CLOSING, ""):
            result.append(moved)
    return result[1:]
