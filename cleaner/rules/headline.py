"""Finds the headline among the lines before the story. Used by several rules, decided once a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from cleaner.byline_labels import BY, unlabelled
from cleaner.dates import find
from cleaner.features import LINKED, NO_TITLE, Features, is_scrape
from cleaner.model import Kind, Page
from cleaner.names import PARTICLES, is_person, is_signature
from cleaner.reporters import reporters
from cleaner.rules import mail
from cleaner.rules.keypoints import FEWEST, MOST, NO_POINTS, POINT_WORDS, key_points, lists
from cleaner.stamping import before
from cleaner.tokens import words
from cleaner.urls import plain, slug

LOOK_BACK = 80
"""Blocks before the story in which a headline is looked for."""
MAX_SIGNATURE_CHARS = 120
"""Longest line that signs or dates the story."""
ECHO_CHARS = 6_000
"""Characters of the story that a headline is compared with."""
_UNSPACED = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs of Chinese and Japanese, which part no words."""
ECHO_LETTERS = 4
"""Letters from which a word counts as telling when headline and story are compared."""
LOOK_INTO, TITLE_INSIDE = 100, 5
"""Blocks of the story in which a headline is looked for, where the story seems to begin too early; words of one there."""
LEAD = 2
"""Blocks that are taken for the lead."""
SIMILAR = 0.6
"""Share of the words that a line and the page's own title must have in common to be the same headline."""
SLUG_SHARE = 0.4
"""Share of the telling words of an address from which a line counts as what it was made of. Fitted with the weight below: on 2,800
development pages 43 more choices are right with it, 7 wrong."""
MANY_TAGS, TAG_WORDS = 6, 3
"""Names with commas between from which a line is a list of tags, and words that each has at most."""
WINDOW_WORDS, WINDOW_LINES, WINDOW_ECHO = 3, 4, 0.35
"""Words of a window's title, without the site's name, lines from its own on among which it does not stand again as the page's headline
(logos do there), and share of its words that the story has too, as menus' have not. Field observation."""
WINDOW_MARK = re.compile(r"\s[-–—|:»·<]{1,2}\s")
"""What parts the headline from the site's name in a window's title, with which a page's text may begin."""
CANONICAL_GAP = 1
"""Blank lines between paragraphs as this library writes them."""
MIN_NAMED_WORDS = 2
"""Words from which a line can be recognised as the page's title."""
FEW, SHORT, USUAL, LONG = 4, 6, 16, 22
"""Words below which a line is hardly a headline, a short one, a usual one, a long one."""
MAX_WORDS, MAX_CHARS = 45, 320
"""Most that a headline has; some papers tell the story in it."""
BELOW = 4
"""Lines below a headline in which byline and date stand."""
DEK_WORDS, DEK_REACH = 8, 12
"""Words from which the line below the headline may be the dek; shorter ones are labels. And lines below it, those of share bars
counted in, in which byline or date must stand."""
BARE_WORDS, BARE_ECHO, BARE_MEAN = 5, 0.3, 0.5
"""Words of a key point without heading or bullet, which share of its telling words the story says again, and which of all points' on average:
teasers of other stories, 124 runs of lines in that place on development pages, echo less."""
MANY = 8
"""Telling words that are as good as any more."""
MAX_GAP = 3
"""Blank lines that part as well as any more."""
DASHES, QUOTES = frozenset("—–―-~"), frozenset("\"“”„«»‘’'")
"""What stands before whose words a quotation is, and around it."""
_PLAIN_NAME = re.compile(r"\s*[,(]")
"""What parts such a name from a role or a work."""
MAX_WRITER_CHARS = 30
"""Longest name on a line of its own that is no headline."""
MOST_BELOW = 12
"""Lines above the story among which a text's first one is told by what the others are."""
SURE = 2.5
"""Score of a line before the story from which none within it is looked at: of 40 pages whose headline was taken from
within, it was right on 24, on 23 of them with no line before it above 2."""
ENOUGH = 0.0
"""Score from which a line is a headline at all."""
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")
"""Addresses have none: `lete-du-port` was “L’été du port”."""
_CREDIT_WORDS = frozenset(
    (
        "credit", "photo", "photograph", "image", "getty", "illustration", "picture", "foto", "bild", "courtesy",
        "file", "video", "watch",
    )
)  # fmt: skip
_CREDIT = re.compile(rf"(?:©|\b(?:{'|'.join(sorted(_CREDIT_WORDS))})\b)|^\W*\(", re.IGNORECASE)
_DOTTED = frozenset("ıİ")
"""Letters that a regex without regard to case takes for an i, while folding leaves them what they are."""
_FIGURE = re.compile(r"\d")
_STAMPED = re.compile(r"\b(?:19|20)\d{2}\b.*\d|\d{1,2}:\d{2}|\bago\b|\bmin(?:ute)?s?\s+read\b", re.IGNORECASE)
_YEAR = re.compile(r"\d\D{3,}(?:19|20)\d{2}\b")
"""A year behind another figure, as in a whole date."""
_TRAIL = re.compile(r"[>›»/|](?:(?<=\s.)(?=\s)|(?<=[>›»])$)")
_CREDIT_TAIL = re.compile(
    r"[.!?…»”\"]\s*\(?(?!\W)[^\W\d_a-zß-ÿ][^.!?:]{1,40}\)?$|\b(?:quelle|fuente|fonte|source|©)\b[^.]{0,60}$|/[^\W\d_]{2,20}$"
)
"""A sentence with a name behind it: a caption with its credit."""
_DATED = re.compile(
    r"(?:19|20)\d\d\b|\d[./]\d{1,2}[./]\d|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m|uhr|gmt|utc)|\b\d+\s?[hdm]\w*\s+ago\b",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"\d{4}")
"""A year, of which a dek may speak: “ready by the end of 2025”; in a line as long as a dek it signs with its day or month."""
SIGNED: frozenset[Kind] = frozenset({"byline", "date"})
SHARED: frozenset[Kind] = frozenset({"share", "tools"})
NO_KINDS: frozenset[Kind] = frozenset()
MIN_CRUMB = 15
"""Characters of a title from which a line that ends with them is a breadcrumb or window title."""
_PICTURE_LABELS = frozenset(
    "photo photos foto fotos photograph crédit crédits credit credits kredit image bild beeld picture kuva zdjęcie fotó фото صورة תמונה ảnh फोटो ภาพ".split()  # noqa: SIM905
)
_PICTURED = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(_PICTURE_LABELS))})(?:\s?(?:credits?|courtesy))?"
    r"|写真|寫真|图片?|圖片?|摄影?|攝影?|사진)\s?[:：=/](?!/)\s*[^\s:：][^:：]{1,60}$"
    r"|[|(]\s*(?:[^\W\d_][\w.&-]*\s){1,3}(?:photos?|images|fotos?)(?:\s\w+)?\W*$",
    re.IGNORECASE,
)
"""The credit with which a caption ends: “… at the quay Photo: Tom Verk”, “… (Brask Images)”. The label opens no caption, but headlines: “Photo: …”."""
_PICTURE_WORDS = _PICTURE_LABELS | {"images"}
_PICTURE_SIGNS = re.compile("写真|寫真|图|圖|摄|攝|사진|ภาพ|फोटो")
"""What such a credit has one of."""
_FILED = re.compile(r"\W*(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}[-./]\d{1,2}[-./]\d{4}),?\s+\d{1,2}[:：]\d{2}")
"""A day and a time with which a line opens that says when a story was filed, and where."""
_LABEL = re.compile(rf"^(?:{BY})\s", re.IGNORECASE)

WEIGHTS: Mapping[str, float] = {
    "line": 0.09, "agreed": 0.79, "not_agreed": -1.01, "level_one": 1.02, "heading": 0.55, "no_level_one": -2.06,
    "echo_lead": 1.99, "echo_story": 0.90, "echo_many": 2.08, "few_words": -2.45, "short": -1.05, "long": -0.81,
    "very_long": -0.98, "sentence": -2.45, "colon": 0.65, "credit": -0.73, "stamped": -1.90, "trail": -1.05,
    "label": -0.16, "small_start": -0.73, "capitals": -0.61, "cued": -1.00, "linked": -1.06, "near": 0.14,
    "far": -2.16, "told_before": 0.60, "gap_below": 1.59, "gap": 1.60, "signed_below": 1.74, "shared_below": 0.82,
    "signed_above": -0.35, "between": -1.48, "one_above": -0.97, "dek_below": 1.06, "in_crumb": 0.91,
    "credit_tail": -0.71, "inside": -3.16, "slug": 2.63,
}  # fmt: skip
"""Points by what is seen of a line. Fitted as the weights of a softmax over a page's lines (with “none” as one more
choice) by which the headline is chosen, on the news and web articles of the development corpora, as HTML and flattened
by three tools."""


def _compared(text: str) -> list[str]:
    """Return what a line has in common with others: its words; of those in scripts without spaces each two signs that stand together."""
    found = words(text)
    if text.isascii() or _UNSPACED.search(text) is None:
        return found
    return [pair for word in found for pair in (_pairs(word) if _UNSPACED.search(word) else (word,))]


def _pairs(word: str) -> Iterator[str]:
    return map("".join, pairwise(word)) if len(word) > 1 else iter((word,))


def _tells(word: str) -> bool:
    """Say whether a word says what a text is about."""
    return len(word) >= ECHO_LETTERS or _UNSPACED.match(word) is not None


def similarity(one: str, other: str) -> float:
    """Return the share of the shorter text's words that the other has too, 0 to 1."""
    left, right = set(words(one)), set(words(other))
    small = min(len(left), len(right))
    return len(left & right) / small if small else 0.0


def page_title(page: Page) -> str:
    """Return what the page's head calls the story, empty when it says nothing."""
    for value in page.metadata.get("headlines", ()):
        if value:
            return str(value)
    return ""


def _window(page: Page) -> str:
    """Return what a text's first line calls the story, where that is the window's title: its words stand again above the story, on a line of their own.

    Programs that take all of a page's text begin with it. Behind a mark it names the site; a line of few words is the site's own, and a menu that
    stands twice goes on alike.
    """
    if page.media_type == "text/html" or not page.blocks or _kinds(page, 0):
        return ""
    texts: tuple[str, ...] = page.features.texts[: page.features.story[0] + 1]
    first = page.features.texts[0]
    for match in (None, *WINDOW_MARK.finditer(first)):
        told = first[: match.start()] if match else first
        if told.count(" ") >= WINDOW_WORDS - 1 and told in texts[WINDOW_LINES:]:
            again = texts.index(told, WINDOW_LINES)
            return told if texts[again + 1 : again + 2] != texts[1:2] else ""
    return ""


def is_canonical(page: Page) -> bool:
    """Say whether a text stands in the form that this library writes: paragraphs parted by one blank line.

    In such a text a first line is left in the body unless something else on the page is furniture, or the story is signed or dated below it:
    what has been cleaned already must come out as it went in.
    """
    if page.media_type != "text/plain":
        return False
    if page.features.furniture or _is_dated_below(page):
        return False
    first, *rest = page.blocks
    return (
        first.source.gap == 0
        and page.visible == page.visible.strip()
        and all(block.source.gap == CANONICAL_GAP and len(block.spans) == 1 for block in rest)
    )


def _is_dated_below(page: Page) -> bool:
    """Say whether a line with a date that begins with it, or signs, stands below a text's first line, before any prose; packs need not know its words."""
    texts, prose = page.features.texts, page.features.prose
    for index in range(1, min(1 + BELOW, len(texts))):
        if prose[index]:
            return False
        if len(texts[index]) > MAX_SIGNATURE_CHARS or not _FIGURE.search(texts[index]):
            continue
        stamp = next(find(texts[index]), None)
        if stamp and (not before(texts[index], stamp.start) or is_signature(texts[index])):
            return True
    return False


def headline(page: Page) -> int | None:
    """Return the index of the headline's block, or None; in text without furniture nothing is read before it.

    A mail's headline is its subject.
    """
    if sent := mail.head(page):
        return next(index for index, kind in sent.items() if kind == "title")
    start, end = page.features.story
    if start == end or is_canonical(page):
        return _declared(page)
    bound = start
    if page.media_type != "text/html" and not page.features.furnished:
        bound = next((i for i in range(start) if page.features.prose[i]), start)
    context = _context(page)
    best, score = _best(_above(context, bound))
    if score < SURE and is_scrape(page):
        best, _ = max((best, score), _best(_inside(context)), key=lambda found: found[1])
    if best is None:
        best = _opening(context)
    return best if best is not None else _declared(page)


def _opening(context: _Context) -> int | None:
    """Return the one line above a text's story that is no furniture, date or name: it is the headline, however short.

    What stands right above the story is one only where the page shows furniture elsewhere: clean text may begin with the heading of a part.
    """
    page = context.page
    texts, start = page.features.texts, page.features.story[0]
    if page.media_type == "text/html" or not 0 < start <= MOST_BELOW or not (start > 1 or page.features.furnished):
        return None
    unknown = [i for i in range(start) if not (_kinds(page, i) or _is_signature(page, i) or reporters(texts[i]) or is_person(texts[i]))]
    if len(unknown) != 1:
        return None
    first = texts[unknown[0]]
    few = page.features.words[unknown[0]] < MIN_NAMED_WORDS and _UNSPACED.search(first) is None
    return None if few or first[-1] in NO_TITLE or first.startswith("(") or not _seen(context, unknown[0]) else unknown[0]


def _best(found: Iterable[tuple[int, dict[str, float]]]) -> tuple[int | None, float]:
    """Return the first line with the highest score, and the score; None where none is enough."""
    best, best_score = None, ENOUGH
    for index, seen in found:
        score = sum([WEIGHTS[name] * value for name, value in seen.items() if value])
        if score > best_score:
            best, best_score = index, score
    return best, best_score


def _declared(page: Page) -> int | None:
    """Return the `h1` that is the headline where no story zone shows where to look.

    It is the one in whose words the page's head calls the story; where the head says nothing, the only one, with which the page
    begins and under which a sentence stands. Text without markup has none.
    """
    if page.media_type == "text/plain":
        return None
    ones = [block for block in page.blocks if block.role == "heading" and block.level == 1]
    named = page_title(page)
    if not named:
        return 0 if [block.index for block in ones] == [0] and any(page.features.ends[1:]) else None
    alike = (block for block in ones if page.features.words[block.index] > 1 and similarity(block.text, named) >= SIMILAR)
    return next((block.index for block in alike), None)


def dek(page: Page) -> int | None:
    """Return the block that is the dek by its place, if any: next below the headline, byline or date after it, before the story.

    Share bars and the like may stand above it, and below it before the byline; they are lines that a pack knows whole.
    """
    if page.title is None:
        return None
    features, start = page.features, page.features.story[0]
    first = next((i for i in range(page.title + 1, start) if not _kinds(page, i) or _is_signature(page, i)), start)
    if first == start or features.words[first] < DEK_WORDS or page.cues[first] or _is_signature(page, first):
        return None
    block, text = page.blocks[first], features.texts[first]
    if block.source.link_density > LINKED or text.endswith(")") or _TRAIL.search(text) or _is_credit(text, words(text)):
        return None
    unknown = 0
    for index in range(first + 1, min(first + 1 + DEK_REACH, start + 1, len(page.blocks))):
        if _is_signature(page, index):
            return first
        unknown += not _kinds(page, index)
        if unknown >= BELOW:
            break
    return None


def summary_points(page: Page) -> tuple[range, range]:
    """Return the blocks of the key points between headline and story with their heading, and those of the points alone."""
    if headed := key_points(page):
        return headed, headed[1:]
    bare = _bare_points(page)
    return bare, bare


def _bare_points(page: Page) -> range:
    """Return the key points of a text that have lost heading and bullets: lines of which the story speaks, in their place.

    They stand right below the headline with byline or date below them, or right above the story with what signs or shares it above.
    """
    title, start = page.title, page.features.story[0]
    if title is None or page.media_type == "text/html":
        return NO_POINTS
    below = title + 1
    while below < start and _may_be_point(page, below):
        below += 1
    if below < start and _is_signature(page, below) and _are_points(page, range(title + 1, below)):
        return range(title + 1, below)
    above = start
    while above > title + 1 and _may_be_point(page, above - 1):
        above -= 1
    if above > title + 1 and page.cues[above - 1] and _are_points(page, range(above, start)):
        return range(above, start)
    return NO_POINTS


def _may_be_point(page: Page, index: int) -> bool:
    features = page.features
    if page.cues[index] or features.words[index] < BARE_WORDS or features.prose[index] or features.texts[index].endswith("?"):
        return False  # a question is asked of the reader
    return not _is_signature(page, index)


def _are_points(page: Page, lines: range) -> bool:
    """Say whether lines are as many as key points are, and the story speaks of each of them."""
    if not FEWEST <= len(lines) <= MOST:
        return False
    shares = [echoes(page, index) for index in lines]
    return min(shares) >= BARE_ECHO and sum(shares) >= BARE_MEAN * len(shares)


def echoes(page: Page, index: int) -> float:
    """Return which share of a line's telling words stand in the story's first `ECHO_CHARS` characters."""
    own = frozenset(filter(_tells, _compared(page.features.texts[index])))
    start, end = page.features.story
    story = _compared(" ".join(page.features.texts[start:end])[:ECHO_CHARS])
    return len(own.intersection(story)) / len(own) if own else 0.0


def is_signed(page: Page) -> bool:
    """Say whether a byline or a date stands in the lines right below the headline."""
    title = page.title
    return title is not None and any(_is_signature(page, i) for i in range(title + 1, min(title + 1 + BELOW, len(page.blocks))))


def told_of(page: Page, blocks: Sequence[int]) -> float:
    """Return which share of the headline's telling words stand in the first `ECHO_CHARS` characters of some blocks."""
    texts = page.features.texts
    own = frozenset(filter(_tells, _compared(texts[page.title or 0])))
    told = _compared(" ".join([texts[i] for i in blocks])[:ECHO_CHARS])
    return len(own.intersection(told)) / len(own) if own else 0.0


def candidates(page: Page) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield the lines that could be the headline, each with what is seen of it by the names of `WEIGHTS`."""
    context = _context(page)
    yield from _above(context, page.features.story[0])
    if is_scrape(page):
        yield from _inside(context)


def _above(context: _Context, bound: int) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield lines before the story and before the block `bound`; key points are none."""
    points = _points(context)
    for index in range(context.low, bound):
        seen = None if index in points else _seen(context, index)
        if seen:
            yield index, seen


def _points(context: _Context) -> frozenset[int]:
    """Return the blocks of lists of key points that stand below a line that may be the headline: what heads a menu has none there."""
    page = context.page
    found = lists(page, context.low + 1)
    below = (x for x in found if page.features.words[x.start - 1] >= POINT_WORDS and not context.known(x.start - 1))
    return frozenset(index for x in below for index in x)


def _inside(context: _Context) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield lines within the story that could be its headline: where teasers stand before it, the story starts late."""
    page, features = context.page, context.page.features
    start, end = features.story
    signs = cache(partial(_is_signature, page))
    for index in range(start, min(end, start + LOOK_INTO)):
        if not TITLE_INSIDE <= features.words[index] <= MAX_WORDS or features.prose[index] or page.cues[index]:
            continue
        if not any(map(signs, range(index + 1, min(index + 1 + BELOW, len(page.blocks))))):
            continue
        rest = [features.texts[i] for i in range(index + 1, end) if features.prose[i]]
        story = frozenset(_compared(" ".join(rest)[:ECHO_CHARS]))
        moved = context._replace(lead=frozenset(_compared(" ".join(rest[:LEAD]))), story=story)
        seen = _seen(moved, index)
        if seen:
            yield index, {**seen, "inside": 1.0}


def _is_signature(page: Page, index: int) -> bool:
    """Say whether a short line of a page is a byline or has a date; a year alone dates a few words."""
    text = page.features.texts[index]
    if len(text) > MAX_SIGNATURE_CHARS:
        return False
    if not _kinds(page, index).isdisjoint(SIGNED):
        return True
    dated = _DATED.search(text) if _FIGURE.search(text) else None
    if dated is None or page.features.words[index] < DEK_WORDS or not _BARE_YEAR.fullmatch(dated[0]):
        return dated is not None
    return next(find(text), None) is not None


class _Context(NamedTuple):
    """What a line is compared with.

    The page, the first line that is looked at, by line from there the kinds that packs know it whole as, the words of
    the page's own title, of lead and story, whether there is an `h1`, by folded text the first line that has it, these
    texts as one, and the telling words of the page's address.
    """

    page: Page
    low: int
    kinds: Sequence[frozenset[Kind]]
    named: frozenset[str]
    lead: frozenset[str]
    story: frozenset[str]
    level_one: bool
    first: Mapping[str, int]
    above: str
    slug: frozenset[str]

    def known(self, index: int) -> frozenset[Kind]:
        """Return the kinds of a line."""
        place = index - self.low
        return self.kinds[place] if 0 <= place < len(self.kinds) else _kinds(self.page, index)

    def among(self, start: int, end: int) -> frozenset[Kind]:
        """Return the kinds of several lines together."""
        found = [kinds for index in range(start, end) if (kinds := self.known(index))]
        return NO_KINDS.union(*found) if found else NO_KINDS


def _context(page: Page) -> _Context:
    features: Features = page.features
    start, end = features.story
    low = max(0, start - LOOK_BACK)
    first: dict[str, int] = {}
    for index in range(low, start):
        first.setdefault(features.texts[index].casefold(), index)
    told = frozenset(_compared(" ".join(features.texts[start:end])[:ECHO_CHARS]))
    window = _compared(_window(page))
    return _Context(
        page,
        low,
        [_kinds(page, index) for index in range(low, start)],
        frozenset(_compared(page_title(page)) or (window if len(told.intersection(window)) >= WINDOW_ECHO * len(window) else ())),
        frozenset(_compared(" ".join(features.texts[start : start + LEAD]))),
        told,
        any(block.role == "heading" and block.level == 1 for block in page.blocks[:start]),
        first,
        "\n".join(first),
        slug(page.url or ""),
    )


def _kinds(page: Page, index: int) -> frozenset[Kind]:
    hits = page.cues[index]
    if not hits:
        return NO_KINDS
    length = len(page.features.texts[index])
    return frozenset(hit.kind for hit in hits if hit.end - hit.start >= length)


def _seen(context: _Context, index: int) -> dict[str, float]:
    """Return what is seen of a line, nothing when it cannot be a headline."""
    block, count = context.page.blocks[index], context.page.features.words[index]
    text = block.text
    if count > MAX_WORDS or len(text) > MAX_CHARS:
        return {}
    may = block.role == "heading" or (
        count > 1
        and not text.endswith((",", ";"))
        and not context.known(index)
        and not (block.source.bullet and not block.source.path)
    )
    if not may and (not context.named or count < MIN_NAMED_WORDS):
        return {}
    if _is_attributed(context.page.features.texts, index) or _is_writer(context, index):
        return {}
    own = _compared(text)
    named = _named(context, own)
    agreed = named >= SIMILAR
    if not own or not (agreed or may) or _is_running_head(context.page, text) or (not agreed and (_is_none(text, own) or _signs(text))):
        return {}
    seen = {"line": 1.0, "agreed": named if agreed else 0.0, "not_agreed": float(bool(context.named) and not agreed)}
    return seen | _form(context, index, own) | _place(context, index) | _neighbours(context, index)


def _is_writer(context: _Context, index: int) -> bool:
    """Say whether a line of text is a name between another line and a date: “Last Ferry”, “Ida Kell”, “3 May 2024”.

    Above a byline it is whom the story is about, and a headline in capitals has words of which the story speaks.
    """
    page, text = context.page, context.page.features.texts[index]
    if page.media_type == "text/html" or not 0 < index < len(page.blocks) - 1 or len(text) > MAX_WRITER_CHARS:
        return False
    above = page.features.words[index - 1] > 1 and not context.known(index - 1) and page.blocks[index - 1].role != "list_item"
    if not above or _FIGURE.search(page.features.texts[index + 1]) is None:
        return False
    named = is_person(text) and (text.count(" ") == 1 or "." in text or not PARTICLES.isdisjoint(text.split()))
    return ((named and context.story.isdisjoint([word for word in _compared(text) if _tells(word)])) or bool(reporters(text))) and next(find(page.features.texts[index + 1]), None) is not None


def _is_attributed(texts: Sequence[str], index: int) -> bool:
    """Say whether the next line says behind a dash whose words a line is: a quotation's, “— Ida Kell”, or those of a post set into the story, “— Ida Kell (@idakell)”."""
    below = texts[index + 1] if index + 1 < len(texts) else ""
    if below[:1] not in DASHES or len(below) > MAX_SIGNATURE_CHARS:
        return False
    return "(@" in below or (texts[index][0] in QUOTES and texts[index][-1] in QUOTES and is_person(_PLAIN_NAME.split(below.lstrip("".join(DASHES)).strip(), maxsplit=1)[0]))


def _signs(text: str) -> bool:
    """Say whether a line is a signature with its day or label and nothing else."""
    return is_signature(text) and (unlabelled(text) != text or next(find(text), None) is not None)


def _is_running_head(page: Page, text: str) -> bool:
    """Say whether a line stands more than once and has a date: what a paper prints above each of its pages."""
    return _YEAR.search(text) is not None and page.features.texts.count(text) > 1 and next(find(text), None) is not None


def _named(context: _Context, own: Sequence[str]) -> float:
    """Return the share of words that a line, of words `own`, and the page's own title have in common."""
    if not context.named or len(own) < MIN_NAMED_WORDS:
        return 0.0
    distinct = set(own)
    return len(distinct & context.named) / min(len(distinct), len(context.named))


def _form(context: _Context, index: int, own: Sequence[str]) -> dict[str, float]:
    """Return what the line's own words and markup tell."""
    block, count = context.page.blocks[index], context.page.features.words[index]
    text = block.text
    telling = [word for word in own if _tells(word)]
    number = len(telling) or 1
    heading, one = block.role == "heading", block.role == "heading" and block.level == 1
    return {
        "level_one": float(one),
        "heading": float(heading and not one),
        "no_level_one": float(context.level_one and not one),
        "inside": 0.0,
        "echo_lead": sum(map(context.lead.__contains__, telling)) / number,
        "echo_story": sum(map(context.story.__contains__, telling)) / number,
        "echo_many": min(len(context.story.intersection(telling)), MANY) / MANY,
        "few_words": float(count < FEW),
        "short": float(FEW <= count < SHORT),
        "long": float(USUAL <= count < LONG),
        "very_long": float(count >= LONG),
        "sentence": float(text.endswith((".", "。"))),
        "colon": float(": " in text),
        "credit": float(_is_credit(text, own)),
        "credit_tail": float(_CREDIT_TAIL.search(text) is not None),
        "stamped": float(_is_stamped(text, own)),
        "trail": float(_TRAIL.search(text) is not None),
        "label": float(_LABEL.match(text) is not None),
        "small_start": float(text[0].islower()),
        "capitals": float(text.isupper()),
        "cued": float(bool(context.known(index))),
        "linked": float(block.source.link_density > LINKED),
        "slug": _in_slug(context, text) if context.slug and not context.named else 0.0,  # a head tells it better
    }


def _is_none(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, is a caption with its credit, a list of tags or people, says when and where a story was filed, or is markup that stands in text.

    Of 22 such lines on 2,800 development pages that could be the headline by all else none was.
    """
    if text[0] == "<":
        return text.endswith(">")
    if (text[0].isdigit() and _FILED.match(text)) or _are_tags(text) or _lists_people(text):
        return True
    may = not _PICTURE_WORDS.isdisjoint(own) or (not text.isascii() and _PICTURE_SIGNS.search(text) is not None)
    pictured = _PICTURED.search(text) if may else None
    return pictured is not None and pictured.start() > 0


def _are_tags(text: str) -> bool:
    """Say whether a line is many short names with commas between."""
    if text.count(",") < MANY_TAGS - 1 or ":" in text:
        return False
    tags = text.split(",")
    return all(tag.strip()[:1].isupper() and tag.strip().count(" ") < TAG_WORDS for tag in tags)


def _lists_people(text: str) -> bool:
    """Say whether a line is a label and names behind it, with commas between: “Present: Ida Kell, Tom Varn”."""
    _, label, names = text.partition(": ")
    return bool(label) and "," in names and all(map(is_person, names.rstrip(".").split(",")))


def _in_slug(context: _Context, text: str) -> float:
    """Return the share of the telling words of the page's address that a line has too, nothing if it is small."""
    told, folded = context.slug, plain(text)
    share = len(told.intersection([*_WORD.findall(folded), *_WORD.findall(folded.translate(_APOSTROPHES))])) / len(told)
    return share if share >= SLUG_SHARE else 0.0


def _is_credit(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, names the source of a picture; most are passed by without the regex."""
    may = not _CREDIT_WORDS.isdisjoint(own) or "©" in text or "(" in text or not _DOTTED.isdisjoint(text)
    return may and _CREDIT.search(text) is not None


def _is_stamped(text: str, own: Sequence[str]) -> bool:
    """Say whether a line, of words `own`, has a date, time or time of reading; most are passed by without the regex."""
    if _FIGURE.search(text):
        return _STAMPED.search(text) is not None or (_YEAR.search(text) is not None and next(find(text), None) is not None)
    return ("ago" in own or "read" in own) and _STAMPED.search(text) is not None


def _place(context: _Context, index: int) -> dict[str, float]:
    """Return what the line's place on the page tells."""
    page = context.page
    away = max(1, page.features.story[0] - index)
    text = page.features.texts[index].casefold()
    return {
        "near": 1.0 / away,
        "far": min(away, LOOK_BACK) / LOOK_BACK,
        "told_before": float(context.first.get(text, index) < index),
        "in_crumb": float(len(text) >= MIN_CRUMB and _in_crumb(context, text)),
        "gap_below": min(page.blocks[min(index + 1, len(page.blocks) - 1)].source.gap, MAX_GAP) / MAX_GAP,
        "gap": min(page.blocks[index].source.gap, MAX_GAP) / MAX_GAP,
    }


def _in_crumb(context: _Context, text: str) -> bool:
    """Say whether a line before the story ends in `text` behind other words."""
    ending = f" {text}"
    return ending in context.above and any(line.endswith(ending) for line in context.first)


def _neighbours(context: _Context, index: int) -> dict[str, float]:
    """Return what the lines around tell: signature and date below, other headlines around, furniture above."""
    page = context.page
    count = page.features.words
    start = page.features.story[0] if index < page.features.story[0] else len(page.blocks)
    over = _like(context, index - 1) and not page.blocks[index - 1].text.endswith(page.blocks[index].text)
    under = _like(context, index + 1)
    below = context.among(index + 1, min(index + 1 + BELOW, start))
    above = context.among(max(context.low, index - BELOW), index)
    return {
        "signed_below": float(not below.isdisjoint(SIGNED)),
        "shared_below": float(not below.isdisjoint(SHARED)),
        "signed_above": float(not above.isdisjoint(SIGNED)),
        "between": float(over and under),
        "one_above": float(over and not under),
        "dek_below": float(index + 1 < start and count[index + 1] > count[index] > FEW),
    }


def _like(context: _Context, index: int) -> bool:
    """Say whether a line before the story has the form of a headline."""
    features = context.page.features
    inside = context.low <= index < features.story[0]
    return inside and not context.known(index) and bool(features.titles[index])
