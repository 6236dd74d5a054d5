"""The author's short biography, below the story or printed twice."""

import re
from collections.abc import Iterator, Sequence, Set

import re2

from cleaner.byline_labels import PRESENTED
from cleaner.model import Label, Page
from cleaner.name_words import PARTICLES
from cleaner.names import is_person
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.rules.speech import ATTRIBUTED
from cleaner.signatures import is_signature, people
from cleaner.tokens import tokens

STORY = (
    "The lighthouse at Pell Point went dark on Sunday for the first time in a century, its keepers said.\n\n"
    "A new lamp is on its way from the mainland, and boats have been told to keep clear until it is lit.\n"
)
BIO = "Mara Oduya is a reporter based in Pell Harbour. She covers fishing, ferries and the sea."
OWN = "Mara Oduya ran the light at Pell Point from 1996 to 2018. She keeps goats."
ALONE, WITNESSED = 0.9, 0.97
"""Confidence, 0 to 1, of what reads like a bio below the story, just enough to remove, and of one that a heading, a signature or a second
copy witnesses; set by hand."""
TAIL_BLOCKS = 5
"""Blocks of prose that may still follow a bio: bios of others, a note."""
OVERLAP = 0.7
"""Share of words two printings of one bio have in common; the longer often adds a role or a hobby."""
MIN_TWIN_WORDS = 8
"""Words below which two lines say the same by chance: a name and a role."""
MOST = 50
"""Bios that others are compared with. A page that has more lists people, and to compare each with each would take long."""
PERSON_IS = regex(
    r"^(?:About the authors?:?\s*)?(?P<name>(?:[^\W\d_][\w.'’\-]*+\s++){1,4})(?:\([^)]{1,40}\)\s+)?"
    r"(?:is|was|has been|works|writes|covers|reports|serves|joined|ist|schreibt|arbeitet|est|écrit|es|escribe|è|scrive|jest|är|er)\b"
)
_TRADES = (
    r"journalist|reporter|writer|author|editor|columnist|correspondent|contributor|researcher|fellow|professor|"
    r"lecturer|analyst|novelist|critic|blogger|producer|freelance\w*|covers|covering|writes (?:about|on|for)|"
    r"Journalistin|Journalist|Redakteur\w*|Autor\w*|Korrespondent\w*|journaliste|rédact\w+|auteur\w*|periodista|redactor\w*|"
    r"giornalista|redattore|dziennikark?\w*|skribent|redaktør|redaktör"
)
TRADE = regex(rf"\b(?:{_TRADES})\b", re.IGNORECASE)
_TRADE_HINT = re2.compile("(?i)" + re.sub(r"\\w[*+]", "", _TRADES))
"""Finds what `TRADE` does and more, in a tenth of the time."""

_HAPPENED = regex(r"(?:was|has been|joined|is (?:not|now|known|said|survived|dead|buried))\b")
"""What “the writer” did or suffered, which a story tells."""

GOES_ON = regex(r"(?:,|['’]s)?\s+(?:\(|[a-z])")
"""What stands behind the writer's name where a bio begins; in a transcript it is a colon."""
PLAIN_WORDS = 3
"""Words from which a bio's heading says so wherever it stands: “About the author”; “Author” and “Bio” may be the story's."""
HEADED = regex(r"\W*(?:written\s+by|about)\s+(?P<name>.{3,60}?)\W*$", re.IGNORECASE)
"""A heading with the writer's name."""
TELLS = regex(r"\s(?:is|was|has|had|works|writes|covers|reports|serves|served|runs|teaches|lives|leads|edits|studies|joined|grew|spends)\s")
"""The same behind a given name alone."""
NAME_LINES = 4
"""Lines between a writer's name and the bio that calls them by their given name: role, profiles."""
SIGNED_BELOW = 3
"""Blocks from the story's first in which it is signed."""

INFO = RuleInfo(
    id="author_bio.tail",
    kind="author_bio",
    scope="page",
    summary="A paragraph that says who the writer is, after the story or printed twice.",
    why="A bio describes the writer in the third person; only its place, its twin or a byline beside it tells it from a story about a writer.",
    source="field observation",
    since="1",
    remove=(
        Example(f"{STORY}\n{BIO}\n\nWritten By\n\n{BIO}", (BIO,)),
        Example(f"Lighthouse of Pell Point Goes Dark\n\nBy Mara Oduya\n\n{STORY}\n{OWN}\n\nShare this article", (OWN,)),
    ),
    keep=(
        Example(f"{BIO.replace('based in Pell Harbour', 'who was jailed on Monday')}\n\n{STORY}"),
        Example(f"Lighthouse of Pell Point Goes Dark\n\nBy Tom Varn\n\n{STORY}\n{OWN}\n\nShare this article"),
        Example(f"{STORY}\nNothing at all was ever heard again of the writer who found the first lamp."),
        Example(f"{STORY}\nThe author is survived by two sons and a daughter, who keeps the lamp."),
        Example(f"{STORY}\nMy neighbour Edgar is an editor who knows how a sentence about lamps should end."),
        Example(f"{STORY}\nThe writer is a lonely creature, the keeper of Pell Point says, and ought to have a lamp."),
        Example(f"{STORY}\n“I will miss it,” said Mara Oduya, who has lit the lamp for years.\n\nMara Oduya is a writer as well, and a play of hers was put on in May."),
        Example(f"<h1>About Us</h1><p>{STORY.replace(chr(10) * 2, '</p><p>')}</p><p>{BIO}</p>", media_type="text/html"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label bios that have their place or a twin as witness."""
    features = page.features
    texts, cues = features.texts, page.cues
    long = [i for i, count in enumerate(features.words) if count >= MIN_TWIN_WORDS]
    sure = [
        i
        for i in long
        if (cues[i] and cued(page, i, "author_bio")) or _is_presented(texts[i])
    ]
    owned = [*_owned(page)]
    presents = page.title is not None and PRESENTED.fullmatch(texts[page.title]) is not None
    if presents or not (sure or owned):
        return
    sure = sorted({*sure, *owned})
    start, end = features.story
    tail = [i for i in range(max(start + 1, end - TAIL_BLOCKS), len(page.blocks)) if features.prose[i]]
    read = sorted({*sure, *tail})
    bags = dict(zip(read, map(frozenset, tokens([texts[i] for i in read])), strict=True))
    known, compared = frozenset(sure), sure[:MOST]
    found = [i for i in read if i in known or any(_same(bags[i], bags[bio]) for bio in compared)]
    likely, compared = frozenset(found), found[:MOST]
    for index in found:
        twin = any(other != index and _same(bags[index], bags[other]) for other in compared)
        signed = index > 0 and cued(page, index - 1, "byline", "author_bio")
        if index in owned and _at_tail(page, index, likely):
            yield whole(page, index, INFO, WITNESSED, "says who signed the story, or stands below a heading for it")
        elif twin or signed:
            reason = "printed twice" if twin else "stands below the byline's label"
            yield whole(page, index, INFO, WITNESSED, f"says who the writer is, and {reason}")
        elif _at_tail(page, index, likely) and not _is_told_of(page, index):
            yield whole(page, index, INFO, ALONE, "says who the writer is, after the story's last paragraph")


def _owned(page: Page) -> Iterator[int]:
    """Yield paragraphs near the page's end that begin with the name of who signed the story, or stand below a bio's heading."""
    features, (start, end) = page.features, page.features.story
    writers = {name for index in _head(page) for name in _signers(page, index)}
    given = {name.split()[0] for name in writers}
    for index in range(max(start + 2, end - TAIL_BLOCKS), len(page.blocks)):
        text = features.texts[index]
        if features.words[index] < MIN_TWIN_WORDS or not features.ends[index] or cued(page, index, "byline", "contact", "legal"):
            continue
        full = max((name for name in writers if text.startswith(name)), key=len, default="")
        first = text.split(maxsplit=1)[0]
        above = features.texts[max(0, index - NAME_LINES) : index]
        named = full and GOES_ON.match(text, len(full))
        called = first in given and TELLS.match(text, len(first)) and not writers.isdisjoint(above)
        if named or called or (features.prose[index] and _is_headed(page, index, above, writers)):
            yield index


def _is_headed(page: Page, index: int, above: Sequence[str], writers: Set[str]) -> bool:
    """Say whether a paragraph stands below the heading of a bio, or near one with the name of who signed the story."""
    features, outside = page.features, index >= page.features.story[1]
    if features.labels[index - 1] and cued(page, index - 1, "author_bio"):
        return bool(outside or features.words[index - 1] >= PLAIN_WORDS)
    if not outside:
        return False
    headed = (HEADED.match(text) for text in above)
    return any(match and match["name"] in writers for match in headed)


def _head(page: Page) -> range:
    """Return the indices of the blocks from the headline to the story's first, where it is signed."""
    first = page.title if page.title is not None else 0
    return range(first, min(len(page.blocks), max(first + 1, page.features.story[0]) + SIGNED_BELOW))


def _signers(page: Page, index: int) -> list[str]:
    """Return the people whom a line names, if it signs."""
    text = page.features.texts[index]
    signs = not page.features.prose[index] and (cued(page, index, "byline") or is_person(text) or is_signature(text))
    return people(text) if signs and index != page.title else []


def _is_presented(text: str) -> bool:
    """Say whether a text begins with a name, or with “the writer”, and names a trade of the press."""
    match = PERSON_IS.match(text)
    if match is None or not _has_trade(text):
        return False
    small = [word for word in match["name"].split() if word[0].islower() and word not in PARTICLES]
    if any(TRADE.fullmatch(word) is None for word in small):
        return False
    return not small or not (ATTRIBUTED.search(text) or _HAPPENED.match(text, match.end("name")))


def _is_told_of(page: Page, index: int) -> bool:
    """Say whether the story itself has named who is presented: then it is about them."""
    match, features = PERSON_IS.match(page.features.texts[index]), page.features
    last = match["name"].split()[-1] if match else ""
    if not last or last[0].islower():
        return False
    named = re.compile(rf"\b{re.escape(last)}\b")
    return any(features.prose[i] and not cued(page, i) and named.search(features.texts[i]) for i in range(features.story[0], index))


def _has_trade(text: str) -> bool:
    return _TRADE_HINT.search(text.encode()) is not None and TRADE.search(text) is not None


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= OVERLAP * min(len(one), len(other)) >= MIN_TWIN_WORDS * OVERLAP


def _at_tail(page: Page, index: int, likely: Set[int]) -> bool:
    """Say whether no story follows: only other bios, or lines that other rules know."""
    start, end = page.features.story
    after = [
        i for i in range(index + 1, end)
        if page.features.prose[i] and i not in likely and not cued(page, i)
    ]  # fmt: skip
    return index > start + 1 and not after


RULE = FunctionRule(INFO, run)
