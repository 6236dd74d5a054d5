"""Text whose strings were put together with nothing between (`get_text()`, `text_content()`, tags taken out by pattern).

Where the page's source had no white space between two elements, menus, headlines and paragraphs then stand in one line, and a
small letter touches a capital: “Share pageCopy linkA woman has died”. Such lines are parted there, if the page has many.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaner.model import Block, reindexed, sliced

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

_LOWER, _UPPER = "a-zß-öø-ÿа-яёα-ω", "A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω"
_WORDS = "AEIOUXYÀÉАВИКОСУЯІЄ"
"""Capitals that are words of one letter in some language, or a network's name; any other behind a word is its last letter, as in `SaaS`."""
_TOUCHING = re.compile(rf"([{_LOWER}]{{3,}})[{_UPPER}][{_LOWER}]*")
"""A word of small letters that touches a capital; names of programs' things have marks, or more capitals, as those of wares have."""
_CAPITALS = re.compile(rf"[{_UPPER}][{_LOWER}]{{2,}}[{_UPPER}][{_LOWER}]{{2,}}")
"""A word of two with capitals, as names of firms are."""
_STOPPED = re.compile(rf"[{_UPPER}]?[{_LOWER}]{{2,}}[.!?][”\"]?[{_UPPER}][{_LOWER}’']+")
"""A word whose stop touches a capital."""
_HUMP = re.compile(rf"[{_LOWER}][{_UPPER}]")
_TOUCHED = re.compile(rf"[{_LOWER}.!?”\"][{_UPPER}]")
"""Where a word or a stop touches a capital."""
_CODE = re.compile(r"[={}<>_\\#*/@|]|\(\)|\w\(|\w\[")
"""What stands in addresses and in programs' names, which are not parted."""
_EDGE = re.compile(
    rf"(?<=[{_LOWER}]{{2}})(?=[{_UPPER}][{_LOWER}{_UPPER}]|[{_WORDS}](?:\s|$))"
    rf"|(?<=[{_LOWER}\d][{_LOWER}\d][.!?…])(?=[“\"‘(]?[{_UPPER}])"
    rf"|(?<=[.!?…][”\"’)])(?=[{_UPPER}][{_LOWER}])"
    rf"|(?<=[{_UPPER}]{{2}}|[{_LOWER}]\)|\d\d)(?=[{_UPPER}][{_LOWER}]{{2}})"
)
"""Where a string may have ended: between a word's letters, behind a stop, and where letters of a short form, a bracket or figures touch a word."""
_NAMES = frozenset(
    ["YouTube", "LinkedIn", "WhatsApp", "JavaScript", "PayPal", "GitHub", "PlayStation", "WordPress", "FaceTime", "AirPods", "MacBook", "OpenAI",
     "TikTok", "SoundCloud", "DeepMind", "BuzzFeed", "HuffPost", "FedEx", "SpaceX", "QuickBooks", "StumbleUpon", "MasterCard", "BitTorrent",
     "ChatGPT", "PowerPoint", "SharePoint", "OneDrive", "OneNote", "TripAdvisor", "DoorDash", "MacArthur", "VanDyke", "TypeScript", "PostgreSQL",
     "DevOps", "CrowdStrike", "SiriusXM", "HubSpot", "MailChimp", "AccuWeather", "SmartAsset", "NerdWallet", "BlackRock", "BioNTech"]
)  # fmt: skip
"""Names that are written so, and are not parted."""
_WORD = re.compile(r"[^\s–—]{3,}")
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
    names = _NAMES | _recurring(words)
    return reindexed(piece for block in blocks for piece in _strings(block, names))


def _sure(bare: AbstractSet[str], touching: Sequence[str]) -> int:
    """Count the words that touch a capital without a stop: the first parts of the plain ones, and names of two words that touch.

    `bare` are all different words that touch one, without the marks around them.
    """
    capitals = sum(_CAPITALS.fullmatch(word) is not None for word in bare - _NAMES)
    return len(touching) + capitals // CAPITALS_A_WORD if touching or capitals >= CAPITALS_ALONE else 0


def _coded(words: Sequence[str]) -> int:
    """Count the different words that touch a capital and have a program's marks."""
    return sum(_HUMP.search(word) is not None and _CODE.search(word) is not None for word in set(words))


def _are_prefixed(firsts: Sequence[str]) -> bool:
    """Say whether these first parts of words are those of a language that writes capitals behind prefixes."""
    unvowelled = sum(first[-1] not in "aeiou" or len(first) > LONGEST_PREFIX for first in firsts)
    return unvowelled < UNVOWELLED * len(firsts)


def _recurring(words: Sequence[str]) -> set[str]:
    """Return the words with a capital inside that stand between different others, as names do and ends of strings do not.

    Those that begin small are names of a program's things, as `pageCount`.
    """
    around: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        bare = word.strip(_MARKS)
        if _EDGE.search(bare):
            around[bare].add((before, after))
    return {word for word, places in around.items() if len(places) > 1}


def _strings(block: Block, names: AbstractSet[str]) -> Iterator[Block]:
    if block.role == "preformatted":
        yield block
        return
    text = block.text
    words = (word.span() for word in _WORD.finditer(text) if _parts(word[0], names))
    edges = [edge.start() for span in words for edge in _EDGE.finditer(text, *span)]
    for start, end in pairwise((0, *edges, len(text))):
        if text[start:end].strip():
            yield sliced(block, start, end)


def _parts(word: str, names: AbstractSet[str]) -> bool:
    """Say whether a word may be the ends of two strings."""
    return not word.islower() and word.strip(_MARKS) not in names and _CODE.search(word) is None
