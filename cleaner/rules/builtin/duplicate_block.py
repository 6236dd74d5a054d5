"""Text that the story says a second time: pull quotes and copies."""

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.blockmodel.chars import Words
from cleaner.features import Features
from cleaner.model import Block, Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole
from cleaner.tokens import tokens as words_of

LEAD = "The bakery on Quarry Street has sold its last loaf, ending a family trade of four generations in the old town."
NEXT = "“We baked through floods and through two wars,” said Nell Harrow, who took over the ovens from her mother."
CALL = "If you would like a loaf brought to your door, call the shop in {} before noon on the day before, at {}, and ask for Nell."
MIN_WORDS = 8
"""Words from which a repeated line is no coincidence; refrains and short answers are shorter."""
QUOTE_WORDS = 8
"""Words from which a line contained in a longer paragraph is a pull quote."""
SHINGLE = 5
"""Words in a shingle; near-duplicates share most of their shingles (Broder 1997)."""
NEAR = 0.85
"""Share of a block's shingles in one earlier block from which it is a near-duplicate."""
HINT = 0.5
"""Share of a block's shingles in other blocks from which the words are compared: below `NEAR`, as hashes tell less well
where words end."""
PULLED = frozenset({"pull", "pullquote", "pullquotes", "quotebox", "blockquote", "quote", "zitat", "citat", "citation", "cita", "citaat", "sitat", "cytat"})
"""Class words of elements that set a phrase of the story large, in the languages of themes. Alone they prove nothing: testimonials are
called so too."""
NEAREST = 5
"""Words of a block's own element and the nearest around it among which those are looked for; page templates are called so too. Field
observation."""
SET_APART = frozenset({"aside", "figure"})
"""Elements in which a quote stands apart from the story's paragraphs."""
PULLED_WORDS = 4
"""Words from which a phrase that is set apart so, and stands word for word in a paragraph, is a pull quote. Of a blockquote alone it is
`QUOTE_WORDS`: verse is quoted in lines, and said again where they are read."""
WHOSE_WORDS = 8
"""Most words of the line that says whose the quote above it is."""
TOLD_AGAIN, AGAIN_SHARE, HEAD_LINES = 3, 0.8, 4
"""Copies of paragraphs, all below what they repeat, and the share of lines said before from the first of them to the last, from which the
story is told twice: products in a row repeat some labels and a few sentences. And lines above the first copy in which the headline is
told again."""
MAX_OWNERS = 20
"""Blocks in which a shingle is looked up; a phrase that stands in more is a refrain."""
QUESTION_WORDS = 20
"""Most words of a question that heads its answer."""
PROBES = 8
"""Shingles that are looked up first; a near-duplicate shares at least one of so many."""
EXACT, CONFIDENCE = 0.99, 0.93
"""Of copies word for word, and of near-copies and pull quotes. In long prose the former are certain: what such a paragraph says
stays where it stood first."""
QUOTES = '“"„«'
QUOTED = regex(r"""[“"„«»‘']\s*(?P<said>.+?[.!?…,]?)\s*[”"“»«’']\.?\s*[—–-]?\s*(?P<whose>[^\W\d_][^.!?“”„«»"]{2,80})""")
"""A quote with whose it is behind it."""
SENTENCE_END = regex(r"(?<=[.!?…])[”\"“»]?\s+(?=[^\W\d_a-z])")
_WORD = regex(r"\w+")
_BASE = np.uint64(0x5851F42D4C957F2D)
_OF_A_LIST = ("heading", "list_item")
"""Roles of blocks that repeat an item of a list with reason: a heading its entry in the table of contents, an item of one product's
facts that of another's. Of development pages' HTML, all 738 words of items that nearly repeat another were the story's, and of headings'
that repeat an item 212 of 247."""
_Shingle = tuple[str, ...]

INFO = RuleInfo(
    id="duplicate.block",
    kind="duplicate",
    scope="page",
    summary="A block that repeats an earlier block of the story, whole, nearly whole or as a pull quote.",
    why=(
        "Print views, hidden copies and pull quotes say the same twice; a corpus should read it once. A line that names other names or "
        "numbers says something else."
    ),
    source="Broder, On the resemblance and containment of documents, 1997",
    since="1",
    remove=(
        Example(f"{LEAD}\n\n{NEXT}\n\nNobody bought the shop.\n\n{NEXT}", (NEXT,)),
        Example(f"{LEAD}\n\n{NEXT}\n\nNobody bought the shop. {NEXT}", (NEXT,)),
        Example(
            f"<h1>Last Loaf</h1><p>{LEAD}</p><aside class='pull-quote'><p>We baked through floods</p><cite>Nell Harrow</cite></aside><p>{NEXT}</p>",
            ("We baked through floods", "Nell Harrow"),
            "text/html",
        ),
    ),
    keep=(
        Example(
            f"<h1>Last Loaf</h1><p>{LEAD}</p><blockquote>Flour, salt and water</blockquote><p>{NEXT}</p><p>Nobody bought the shop, or wrote "
            "flour, salt and water on a slate again.</p>",
            media_type="text/html",
        ),
        Example(f"{LEAD}\n\n{NEXT}\n\n“We baked,” she said.\n\nNo.\n\n“We baked,” she said."),
        Example(f"{LEAD}\n\n{CALL.format('Tarn', 20)}\n\n{CALL.format('Marrow Bay', 31)}"),
        Example(f"{NEXT}\n\n{NEXT} {LEAD}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label every later copy, and whose the quotes among them are; a pull quote gives way to the paragraph that holds it, wherever that stands."""
    found = set[int]()
    for label in _copies(page):
        found.add(label.block)
        yield label
    for index in sorted(found) if page.media_type == "text/html" else ():
        below = index + 1
        if below < len(page.blocks) and below not in found and _fewest(page.blocks[index]) and _tells_whose(page, below, index):
            yield whole(page, below, INFO, CONFIDENCE, "says whose the quote above it is, which repeats the story")


def _copies(page: Page) -> Iterator[Label]:
    """Label every later copy, and pull quotes."""
    texts = page.features.texts
    said = [index for index in _sentences(page.features) if not _is_asked(page, index)]
    yield from _outside(page, said)
    if page.media_type == "text/html":
        yield from _pulled(page)
    sharing = _sharing(page.features.chars.words, said)
    if not sharing:
        return
    tokens = dict(zip(sharing, words_of([texts[i] for i in sharing]), strict=True))
    roles = [block.role for block in page.blocks]
    first: dict[str, int] = {}
    same = {i: j for i, line in tokens.items() if (j := first.setdefault(" ".join(line), i)) != i}
    copies = {i: j for i, j in same.items() if (roles[j], roles[i]) != ("list_item", "heading")}
    for index, original in copies.items():
        yield whole(page, index, INFO, EXACT, f"repeats “{texts[original][:60]}”")
    yield from _retold(page, copies)
    lines = {index: line for index, line in tokens.items() if index not in copies}
    likely, shared = _likely(lines)
    owners = _owners(lines, shared) if likely else {}
    for index in likely:
        mine = _shingles(lines[index])
        if not any(shingle in owners for shingle in mine[:: max(1, len(mine) // PROBES)]):
            continue
        near = _original(index, tokens, mine, owners)
        listed = near is not None and roles[near] == "list_item" and roles[index] in _OF_A_LIST
        leads = index == page.features.story[0]  # a lead or dek, whose words the story says again at length
        if near is not None and not (listed or leads) and _facts(texts[index]).issubset(tokens[near]):
            yield whole(page, index, INFO, CONFIDENCE, f"repeats “{texts[near][:60]}”")


def _outside(page: Page, said: list[int]) -> Iterator[Label]:
    """Label what the story says word for word and stands outside its zone as well: in a teaser of it, or as its dek."""
    texts = page.features.texts
    first = {texts[index]: index for index in reversed(said)}
    start, end = page.features.story
    for index in (*range(start), *range(end, len(texts))):
        if texts[index] in first and index != page.title:
            yield whole(page, index, INFO, EXACT, f"repeats “{texts[index][:60]}”")


def _pulled(page: Page) -> Iterator[Label]:
    """Label short phrases that the markup sets apart as quotes and that a paragraph of the story says word for word.

    Neither a sentence's end nor quotation marks need stand at their edges. Whose they are may stand behind them, and of two sentences each may stand
    elsewhere.
    """
    features, blocks = page.features, page.blocks
    quotes = [i for i in range(*features.story) if (fewest := _fewest(blocks[i])) and features.words[i] >= fewest]
    if not quotes:
        return
    said = [i for i in range(*features.story) if features.ends[i] and blocks[i].role != "heading"]
    told = dict(zip(said, map(_spaced, words_of([features.texts[i] for i in said])), strict=True))
    for index in quotes:
        for phrases in _ways(features.texts[index]):
            around = [next((i for i in said if i != index and len(told[i]) > len(phrase) and phrase in told[i]), None) for phrase in phrases]
            if around[0] is not None and None not in around:
                yield whole(page, index, INFO, CONFIDENCE, f"repeats a part of “{features.texts[around[0]][:60]}”")
                break


def _phrase(text: str) -> str:
    """Return a text's words, with a space around each."""
    return _spaced(words_of([text])[0])


def _spaced(line: Iterable[str]) -> str:
    return f" {' '.join(line)} "


def _ways(text: str) -> Iterator[list[str]]:
    """Yield the phrases of which a paragraph may have each where a quote is pulled: all of it, what is said in it, its sentences."""
    yield [_phrase(text)]
    quoted = QUOTED.fullmatch(text)
    said = quoted["said"] if quoted and quoted["whose"].count(" ") < WHOSE_WORDS else text
    if said != text and said.count(" ") >= PULLED_WORDS - 1:
        yield [_phrase(said)]
    sentences = SENTENCE_END.split(said)
    if len(sentences) > 1 and all(sentence.count(" ") >= PULLED_WORDS - 1 for sentence in sentences):
        yield [*map(_phrase, sentences)]


def _fewest(block: Block) -> int:
    """Return the words from which a block may be a pull quote by its markup; 0 where that says nothing of the kind."""
    if block.role in ("heading", "list_item"):
        return 0
    quoted = block.role == "quote"
    if not PULLED.isdisjoint(block.source.tokens[:NEAREST]) or (quoted and not SET_APART.isdisjoint(block.source.path)):
        return PULLED_WORDS
    return QUOTE_WORDS if quoted else 0


def _tells_whose(page: Page, index: int, quote: int) -> bool:
    """Say whether a line is the short one below a quote within the element that sets it apart."""
    block, own = page.blocks[index], page.blocks[quote].source
    if page.features.ends[index] or page.features.words[index] > WHOSE_WORDS or block.role == "heading":
        return False
    shared = PULLED.intersection(own.tokens[:NEAREST]).intersection(block.source.tokens[:NEAREST])
    apart = SET_APART.intersection(own.path).intersection(block.source.path)
    return bool(shared or apart)


def _retold(page: Page, copies: dict[int, int]) -> Iterator[Label]:
    """Label the headline and other short lines of a story's second telling, given its copied blocks with their originals."""
    if len(copies) < TOLD_AGAIN or max(copies.values()) >= min(copies):
        return
    texts, first, last = page.features.texts, min(copies), max(copies)
    told = {*texts[max(0, min(copies.values()) - HEAD_LINES) : max(copies.values()) + 1]}
    if sum(texts[i] in told for i in range(first, last + 1)) < AGAIN_SHARE * (last + 1 - first):
        return
    for index in range(max(first - HEAD_LINES, max(copies.values()) + 1), last + 1):
        if index not in copies and index != page.title and texts[index] in told:
            yield whole(page, index, INFO, CONFIDENCE, "stands in a second telling of the story")


def _is_asked(page: Page, index: int) -> bool:
    """Say whether a line is a question that stands above its answer for the first time: a list of contents may ask it before."""
    texts = page.features.texts
    if not texts[index].endswith("?") or page.features.words[index] > QUESTION_WORDS or not _is_answered(page, index):
        return False
    return not any(texts[other] == texts[index] and _is_answered(page, other) for other in range(page.features.story[0], index))


def _is_answered(page: Page, index: int) -> bool:
    return index + 1 < len(page.blocks) and bool(page.features.prose[index + 1])


def _sentences(features: Features) -> list[int]:
    """Return the story's blocks that are a sentence or a quote; headings, rows and steps may well read the same twice."""
    start, end = features.story
    words, ends, texts = features.words, features.ends, features.texts
    return [i for i in range(start, end) if words[i] >= MIN_WORDS and (ends[i] or texts[i][0] in QUOTES)]


def _sharing(words: Words, said: list[int]) -> list[int]:
    """Return the blocks that share a run of words with others, if some block may share enough: nine pages in ten have none.

    It is told by the hashes of the words. A block of few words, whose shingles are not of words alone, always may.
    """
    if not said or words.per_block[said].min() < SHINGLE:
        return said if len(said) > 1 else []
    own = np.zeros(len(words.per_block), np.bool_)
    own[said] = True
    count = len(words.hashes) - SHINGLE + 1
    inside = np.flatnonzero(own[words.block[:count]] & (words.block[:count] == words.block[SHINGLE - 1 :]))
    hashes = words.exact
    runs = hashes[:count]
    for step in range(1, SHINGLE):
        runs = runs * _BASE + hashes[step : step + count]
    runs = runs[inside]
    ordered = np.sort(runs)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(twice):
        return []
    again = twice.take(np.searchsorted(twice, runs), mode="clip") == runs
    shared = np.bincount(words.block[inside[again]], minlength=len(own))[said]
    if not (shared >= HINT * (words.per_block[said] - SHINGLE + 1)).any():
        return []
    return [index for index, count in zip(said, shared.tolist(), strict=True) if count]


def _runs(line: list[str]) -> Iterable[_Shingle]:
    """Return the shingles of a line, in order; a shorter line is one."""
    return zip(*(line[start:] for start in range(SHINGLE)), strict=False) if len(line) >= SHINGLE else (tuple(line),)


def _shingles(line: list[str]) -> list[_Shingle]:
    """Return the distinct shingles of a line, in order."""
    return list(dict.fromkeys(_runs(line)))


def _likely(lines: dict[int, list[str]]) -> tuple[list[int], set[_Shingle]]:
    """Return the blocks that share enough shingles with all others together, which few pages have; and those shared.

    Sets made of sets take over the hashes, which are most of the work.
    """
    seen: set[_Shingle] = set()
    shared: set[_Shingle] = set()
    shingles = {index: set(_runs(line)) for index, line in lines.items()}
    for mine in shingles.values():
        shared |= seen & mine
        seen |= mine
    if not shared:
        return [], shared
    return [index for index, mine in shingles.items() if len(mine & shared) >= NEAR * len(mine)], shared


def _owners(lines: dict[int, list[str]], shared: set[_Shingle]) -> dict[_Shingle, list[int]]:
    """Return the first blocks of each shingle that several blocks share."""
    owners: dict[_Shingle, list[int]] = {}
    for index, line in lines.items():
        for shingle in _shingles(line):
            if shingle in shared and len(holders := owners.setdefault(shingle, [])) < MAX_OWNERS:
                holders.append(index)
    return owners


def _original(
    index: int, tokens: dict[int, list[str]], mine: list[_Shingle], owners: dict[_Shingle, list[int]]
) -> int | None:
    """Return the block that `index` repeats, or None: an earlier near-copy, or any clearly longer block around it."""
    shared: dict[int, int] = {}
    for shingle in mine:
        for owner in owners.get(shingle, ()):
            shared[owner] = shared.get(owner, 0) + 1
    for other, count in sorted(shared.items()):
        if other == index or count < NEAR * len(mine):
            continue
        longer = len(tokens[other]) > len(tokens[index])
        if (other < index and len(tokens[other]) >= NEAR * len(tokens[index])) or (
            longer and len(tokens[index]) >= QUOTE_WORDS
        ):
            return other
    return None


def _facts(text: str) -> frozenset[str]:
    """Return the words with a capital or a digit, case folded: names and numbers are among them."""
    return frozenset(word.casefold() for word in _WORD.findall(text) if word[0].isupper() or not word.isalpha())


RULE = FunctionRule(INFO, run)
