"""Finds the headline among the lines before the story. Used by several rules, decided once a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain

from cleaner.dates import find
from cleaner.features import NO_TITLE, is_scrape
from cleaner.model import Kind, Page
from cleaner.names import FIGURE, is_person, is_uncased_name
from cleaner.regexes import regex
from cleaner.reporters import reporters
from cleaner.rules import catalogue, folios, mail
from cleaner.rules.base import cued
from cleaner.rules.echoes import EAST_ASIAN, ECHO_CHARS, SIMILAR, compared_words, similarity
from cleaner.rules.headline_features import LEAD, MAX_WORDS, MIN_NAMED_WORDS, Context, context_of, page_title, seen_of
from cleaner.rules.keypoints import POINT_WORDS, lists
from cleaner.rules.line_signs import BELOW, MAX_SIGNATURE_CHARS, WEEKDAY_BEFORE, is_signature_line, whole_kinds
from cleaner.signatures import is_signature
from cleaner.stamping import before
from cleaner.tokens import squeezed

LOOK_INTO, TITLE_INSIDE = 100, 5
"""Blocks of the story in which a headline is looked for, where the story seems to begin too early; words of one there."""
CANONICAL_GAP = 1
"""Blank lines between paragraphs as this library writes them."""
MOST_BELOW = 12
"""Lines above the story among which a text's first one is told by what the others are."""
DEK_AHEAD, DEK_WORDS, MANY_COMMAS, TOLD = 0.9, 10, 2, 0.5
"""Points by which a dek is ahead of the headline above it at most, words from which a line may be one, commas of a list of rubrics, and the share of
its telling words that the story has too, as a menu's and a site's name have not."""
DEK_ENDS, NO_DEK_ABOVE = frozenset(".?!"), frozenset(".:,;—–-")
"""How deks end, and how what stands above a headline ends."""
AS_GOOD = 2.0
"""Points by which a line below the head of a printed page may be behind a later one: a headline is behind its dek by less, a rubric by more."""
FOLIO_BELOW = 8
"""Lines below the first headline of a printed page in which its story begins."""
LETTER_LINES = 12
"""Lines of a text's first among which a release says what it is."""
MAIL_BELOW = 24
"""Lines below a mail's head in which the headline of the story that it passes on stands: the sender's words stand above it."""
SURE = 2.5
"""Score of a line before the story from which none within it is looked at: of 40 pages whose headline was taken from
within, it was right on 24, on 23 of them with no line before it above 2."""
ENOUGH = 0.0
"""Score from which a line is a headline at all."""
DOUBTED, DAY_NEAR, SIGNED_OVER = -1.5, 2, 3
"""Score from which it is one beside a name with a day, lines between name, day and story, and lines above in which both stand."""
SIGNATURE_WORDS = 7
"""Words of a name with a role behind it."""
_NAMES = regex(r",\s+|\s+[-–—]\s+")
"""What stands between the names of a signature, or a name and the place."""
EARLIER = 3
"""Paragraphs of the decided story before the supposed one, where that is kept too, from which it begins elsewhere; fewer are strays."""
BELIEVED = 0.5
"""Mean chance of the words that are kept from which they tell the headline: below, they are less likely the story than not."""
CROWD: frozenset[Kind] = frozenset({"navigation", "related", "share", "comment", "subscribe", "legal", "advert"})
MOST_CROWD, CROWDED = 10, -1.0
"""Blocks of these kinds between a line and the story that are as good as any more, and the points that they cost: of 0 to -3 the best on
texts of the development corpora by three flatteners."""

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
        if len(texts[index]) > MAX_SIGNATURE_CHARS or not FIGURE.search(texts[index]):
            continue
        stamp = next(find(texts[index]), None)
        if stamp and (not before(texts[index], stamp.start) or is_signature(texts[index])):
            return True
    return False


def headline(page: Page) -> int | None:
    """Return the index of the headline's block, or None; in text without furniture nothing is read before it.

    A mail's headline is its subject, or the headline of the story that it passes on.
    """
    if sent := mail.head(page):
        return _passed_on(page, max(sent) + 1, next(index for index, kind in sent.items() if kind == "title"))
    if (printed := _below_folio(page)) is not None:
        return printed
    start, end = page.features.story
    if start == end or is_canonical(page):
        return _declared(page)
    bound = start
    if page.media_type != "text/html" and not page.features.furnished:
        bound = next((i for i in range(start) if page.features.prose[i]), start)
    context = context_of(page)
    found = list(_scored(_above(context, bound)))
    best, score = _best(found)
    if best is not None and page.media_type != "text/html":
        best = _over_dek(context, best, dict(found))
    if score < SURE and is_scrape(page):
        best, _ = max((best, score), _best(_scored(_inside(context))), key=lambda found: found[1])
    if best is None:
        best = _below_citation(context, found)
    if best is None:
        best = _beside_signature(context, found)
    if best is None:
        best = _opening(context)
    return best if best is not None else _declared(page)


def _below_folio(page: Page) -> int | None:
    """Return the first line below the head of a printed page that is a headline by its form, and hardly less by all else than another: what is set largest stands first."""
    heads = folios.heads(page)
    if not heads:
        return None
    place = range(heads[-1] + 1, min(heads[-1] + 1 + FOLIO_BELOW, len(page.blocks)))
    story = next((index for index in place if page.features.prose[index]), place.start)
    formed = [index for index in range(place.start, story) if "•" not in page.features.texts[index] and _may_head(page, index)]
    if not formed:
        return None
    scores = {index: score for index, score in _scored(_above(context_of(page), page.features.story[0])) if index in formed}
    enough = max(scores.values(), default=0.0) - AS_GOOD
    return next((index for index in formed if scores.get(index, enough) >= enough), None)


def _below_citation(context: Context, scored: Sequence[tuple[int, float]]) -> int | None:
    """Return the first line below a library's last citation of a printed page that could be the headline: old papers set it in capitals, with a stop."""
    return next((index for index, _ in scored if context.printed and index > max(context.printed)), None)


def _passed_on(page: Page, start: int, subject: int) -> int:
    """Return the line below a mail's head, at `start`, that the `subject` repeats, the one above a story's byline, or one like the subject; else the subject's."""
    texts = page.features.texts
    place = range(start, min(start + MAIL_BELOW, len(texts)))
    said = mail.subject(texts[subject])
    named = squeezed(said)
    told = (index for index in place if _may_head(page, index) and (line := squeezed(texts[index])) in named and len(line) * 2 >= len(named))
    if (first := next(told, None)) is not None:
        return first
    signed = next((index for index in place if cued(page, index, "byline")), start)
    above = [index for index in range(start, signed) if not cued(page, index, "date")]
    if above and _may_head(page, above[-1]):
        return above[-1]
    return next((index for index in place if _may_head(page, index) and similarity(texts[index], said) >= SIMILAR), subject)


def _over_dek(context: Context, best: int, scores: Mapping[int, float]) -> int:
    """Return the line right above the best one if that may be its dek: a longer line, of which the story says more.

    Of 1,102 development pages each flattened by two tools, 13 choices are right with it and one wrong.
    """
    page, above = context.page, best - 1
    texts, words = page.features.texts, page.features.words
    if above not in scores or scores[best] - scores[above] > DEK_AHEAD or page.cues[above]:
        return best
    if "\n" not in page.visible[page.blocks[above].spans[-1].end : page.blocks[best].spans[-1].start]:
        return best  # parted by chance where the page has no line ends
    long = texts[best][-1] in DEK_ENDS or words[best] >= DEK_WORDS
    head = texts[above]
    titled = MIN_NAMED_WORDS <= words[above] < words[best] and head[-1] not in NO_DEK_ABOVE and head.count(",") < MANY_COMMAS and not head[0].isdecimal()
    return above if long and titled and seen_of(context, above)["echo_story"] >= TOLD else best


def _may_head(page: Page, index: int) -> bool:
    """Say whether a line of a mail is a headline by its length, its end and what it is not."""
    text = page.features.texts[index]
    named = MIN_NAMED_WORDS <= page.features.words[index] <= MAX_WORDS and "://" not in text
    return named and text[-1] not in NO_TITLE and not whole_kinds(page, index)


def _beside_signature(context: Context, scored: Sequence[tuple[int, float]]) -> int | None:
    """Return the likeliest line of text above or below a name and its day, of which the lead says nothing again: words there have other endings, or it says it otherwise.

    A dek may stand between the headline and the name below it; a name and day above it stand right there, and it right above the story.
    """
    page = context.page
    texts, start = page.features.texts, page.features.story[0]
    if page.media_type == "text/html":
        return None
    able = [(score, i) for i, score in scored if score >= DOUBTED and page.features.words[i] >= MIN_NAMED_WORDS and page.features.titles[i]]
    below = [(score, i) for score, i in able if any(_signs(texts, at) and _dated(texts[at + 1 : at + 1 + DAY_NEAR]) for at in range(i + 1, i + 2 + page.features.ends[i + 1]))]
    above = [(score, i) for score, i in able if start - i <= DAY_NEAR and (pair := texts[max(0, i - SIGNED_OVER) : i]) and _dated(pair) and any(_signs(pair, at) for at in range(len(pair)))]
    return max(below or above)[1] if below or above else None


def _signs(texts: Sequence[str], index: int) -> bool:
    """Say whether a line is names, or begins with one that its role or place follows in small letters or behind a dash."""
    text = texts[index] if index < len(texts) else ""
    if not text or len(text) > MAX_SIGNATURE_CHARS or text.endswith((".", "!", "?")) or FIGURE.search(text):
        return False
    if all(is_person(part) or is_uncased_name(part) for part in _NAMES.split(text)[:2]):
        return True
    return is_person(" ".join(text.split()[:2])) and text.count(" ") < SIGNATURE_WORDS


def _dated(texts: Sequence[str]) -> bool:
    """Say whether one of a few lines begins with a day and is short."""
    short = [text for text in texts if len(text) <= MAX_SIGNATURE_CHARS and FIGURE.search(text)]
    return any((stamp := next(find(text), None)) is not None and stamp.start <= WEEKDAY_BEFORE for text in short)


def _opening(context: Context) -> int | None:
    """Return the one line above a text's story that is no furniture, date or name: it is the headline, however short.

    What stands right above the story is one only where the page shows furniture elsewhere: clean text may begin with the heading of a part.
    """
    page = context.page
    texts, start = page.features.texts, page.features.story[0]
    if page.media_type == "text/html" or not 0 < start <= MOST_BELOW or not (start > 1 or page.features.furnished):
        return None
    unknown = [i for i in range(start) if not (whole_kinds(page, i) or is_signature_line(page, i) or reporters(texts[i]) or is_person(texts[i]))]
    if len(unknown) != 1:
        return None
    first = texts[unknown[0]]
    few = page.features.words[unknown[0]] < MIN_NAMED_WORDS and EAST_ASIAN.search(first) is None
    return None if few or first[-1] in NO_TITLE or first.startswith("(") or not seen_of(context, unknown[0]) else unknown[0]


def told_by_story(page: Page, kept: Mapping[int, float], kinds: Mapping[int, Kind]) -> int | None:
    """Return the index of a text's headline once its story is decided: the blocks `kept`, with their chances; `kinds` are those of the others.

    Where the story begins elsewhere than the rules supposed before, lines are compared with the story that was found, and what
    stands between counts. Elsewhere, where a headline is known and the story is doubted, and where no line is one, it is the page's as it was.
    """
    prose = [index for index in sorted(kept) if page.features.prose[index]]
    supposed = page.features.story[0]
    stays = supposed in kept and sum(index < supposed for index in prose) < EARLIER
    if not prose or stays or (page.title is not None and _is_doubted(page, kept)) or mail.head(page):
        return page.title
    moved = replace(page, features=replace(page.features, story=(prose[0], prose[-1] + 1)))
    crowd = [index for index, kind in kinds.items() if kind in CROWD]
    scored = _scored(candidates(moved))
    best, _ = _best((i, score + CROWDED * min(sum(i < other < prose[0] for other in crowd), MOST_CROWD) / MOST_CROWD) for i, score in scored)
    return best if best is not None else page.title


def _is_doubted(page: Page, kept: Mapping[int, float]) -> bool:
    """Say whether the words of the blocks that are `kept`, with these chances, are on the whole less likely the story than not."""
    words: Sequence[int] = page.features.words
    return sum(words[index] * chance for index, chance in kept.items()) < BELIEVED * sum(words[index] for index in kept)


def _scored(found: Iterable[tuple[int, dict[str, float]]]) -> Iterator[tuple[int, float]]:
    """Yield lines with their scores by what is seen of them."""
    for index, seen in found:
        yield index, sum([WEIGHTS[name] * value for name, value in seen.items() if value])


def _best(scored: Iterable[tuple[int, float]]) -> tuple[int | None, float]:
    """Return the first line with the highest score, and the score; None where none is enough."""
    best, best_score = None, ENOUGH
    for index, score in scored:
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


def is_signed(page: Page) -> bool:
    """Say whether a byline or a date stands in the lines right below the headline."""
    title = page.title
    return title is not None and any(is_signature_line(page, i) for i in range(title + 1, min(title + 1 + BELOW, len(page.blocks))))


def candidates(page: Page) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield the lines that could be the headline, each with what is seen of it by the names of `WEIGHTS`."""
    context = context_of(page)
    yield from _above(context, page.features.story[0])
    if is_scrape(page):
        yield from _inside(context)


def _above(context: Context, bound: int) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield lines before the story and before the block `bound`; key points, the head of a printed page, names with values and a letterhead are none."""
    none = _points(context).union(context.printed, chain.from_iterable(catalogue.runs(context.page, bound)), _letterhead(context.page, bound), _consent(context, bound))
    for index in range(context.low, bound):
        seen = None if index in none else seen_of(context, index)
        if seen:
            yield index, seen


def _letterhead(page: Page, bound: int) -> list[int]:
    """Return the first lines of a release that are a name which its story has in a sentence: above “For immediate release” or another label, or below it with place and day right behind."""
    if page.media_type != "text/plain":
        return []
    label = next((index for index in range(1, min(LETTER_LINES, bound)) if cued(page, index, "section_label")), 0)
    if not label:
        return []
    texts, (start, end) = page.features.texts, page.features.story
    story = " ".join(texts[start:end]).casefold()
    below = [index for index in range(label + 1, min(label + 1 + BELOW, bound - 1)) if page.features.words[index] < POINT_WORDS and _is_over_place(page, index, bound)]
    return [index for index in (*range(label), *below) if texts[index].count(" ") and texts[index].casefold() in story]


def _is_over_place(page: Page, index: int, bound: int) -> bool:
    """Say whether below a line stand a place and day, and below them another line that may be the headline."""
    return is_signature_line(page, index + 1) and any(_may_head(page, other) and not is_signature_line(page, other) for other in range(index + 2, bound))


def _consent(context: Context, bound: int) -> list[int]:
    """Return the headings of the first rank that stand over the buttons of a banner for consent; another is further down."""
    blocks = context.page.blocks
    ones = [index for index in range(context.low, bound) if blocks[index].role == "heading" and blocks[index].level == 1]
    return [index for index in ones[:-1] if "cookie_notice" in context.among(index + 1, min(index + 1 + BELOW, bound))]


def _points(context: Context) -> frozenset[int]:
    """Return the blocks of lists of key points that stand below a line that may be the headline: what heads a menu has none there."""
    page = context.page
    found = lists(page, context.low + 1)
    below = (x for x in found if page.features.words[x.start - 1] >= POINT_WORDS and not context.known(x.start - 1))
    return frozenset(index for x in below for index in x)


def _inside(context: Context) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield lines within the story that could be its headline: where teasers stand before it, the story starts late."""
    page, features = context.page, context.page.features
    start, end = features.story
    signs = cache(partial(is_signature_line, page))
    for index in range(start, min(end, start + LOOK_INTO)):
        if not TITLE_INSIDE <= features.words[index] <= MAX_WORDS or features.prose[index] or page.cues[index]:
            continue
        if not any(map(signs, range(index + 1, min(index + 1 + BELOW, len(page.blocks))))):
            continue
        rest = [features.texts[i] for i in range(index + 1, end) if features.prose[i]]
        story = frozenset(compared_words(" ".join(rest)[:ECHO_CHARS]))
        moved = context._replace(lead=frozenset(compared_words(" ".join(rest[:LEAD]))), story=story)
        seen = seen_of(moved, index)
        if seen:
            yield index, {**seen, "inside": 1.0}
