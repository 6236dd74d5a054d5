"""Joins what belongs to one paragraph: wrapped lines, fragments, paragraphs cut in two.

One function, `separator`, decides over two neighbours; it is used before labelling on all blocks, and by
*assemble* on two kept blocks that a removed line had parted. It looks at texts and layout only, never at
labels, so that cleaned text meets the same decisions again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from cleaner.answers import is_message
from cleaner.codelines import is_code
from cleaner.letters import is_small
from cleaner.model import IMAGE, OVERLEAF, Block, Repair, Span, joined, reindexed
from cleaner.regexes import regex
from cleaner.repair import hyphens
from cleaner.repair.abbreviations import ends_with_abbreviation, ends_with_acronym
from cleaner.repair.leads import EAST_ASIAN, LEADS, leads
from cleaner.repair.signed_lines import is_byline_or_date
from cleaner.repair.wrapped import is_apart, is_wrapped
from cleaner.repair.wraps import CJK, RUNNING, Layout, is_finished
from cleaner.signing import is_lone_label, signed_over

HYPHENS = hyphens.SIGNS | hyphens.SOFT
"""What a line ends in where a word is parted."""
LINKING = regex(
    r"(?:and|or|to|und|oder|bis|sowie|bzw|en|of|tot|och|eller|og|et|ou|y|o|e|ed|i|oraz|lub|a|и|или|ja|tai|sekä)\b", re.IGNORECASE
)
"""Words before which a hyphen stands for the rest of a compound, with a space."""
OPEN_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "a an and are as at be but by for from had has have he her his if in into is it its nor not of on or our she "
        "so than that the their they this to under was we were when where which while who whose will with would",
        "de": "der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur mit für auf im bei "
        "nach aus dass wenn weil durch gegen über unter",
        "fr": "le la les un une des du de et ou à au aux en par pour sur dans que qui avec sans sous",
        "es": "el la los las del al y o en con por para una unos que se su sus de",
        "it": "il lo la gli i le di da dal della del nel e per che non con alla al",
        "pt": "o a os as de da do das dos em no na e que com um uma para por",
        "nl": "het een de van voor met op aan door dat en of in bij",
        "sv": "och att som en ett av på till för med den det i",
        "da": "og at som en et af på til for med den det i",
        "nb": "og at som en et av på til for med den det i",
        "pl": "w z na do od i że oraz przez dla po o",
        "ru": "в на с и по из за от к о для что не у при",
    }.items()
}
"""Language -> words that cannot end a line of prose: articles, prepositions, conjunctions."""
CLOSING_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {"de": "zu auf aus bei nach mit", "nl": "op aan door voor met van in bij", "sv": "till på av för om med", "da": "til på af for om med", "nb": "til på av for om med"}.items()
}
"""Those of them that end a headline too, as part of its verb: “Hela byn hjälpte till”, “Die Zahl der Unfälle nimmt zu”."""
OPEN_MARK = frozenset(",([“„«‘–—/&")
"""Marks that cannot end one either."""
_LAST_WORD = regex(r"([^\W\d_]+)$")

_APART = frozenset(("heading", "table", "preformatted"))
"""Roles of blocks that are never joined."""
TOP_LINES = 4
"""Lines from a text's first among which the address of the page stands alone."""
CUT_CHARS, CUT_WORDS = 40, 6
"""Shortest first half of a paragraph cut in two; a label or heading is shorter."""
WHOLE_LINE_WORDS = 6
"""Words from which a line that stands in two places is a headline: names and labels that do, a sentence may have as its links."""
_WINDOW = regex(r"\s[|–—-]\s")
"""What parts a headline from the paper's name in a window's title."""
HALF_CHARS, WHOLE_CHARS = 60, 160
"""The same where the first half ends in any word, and for both together: items of a list are shorter."""
REST_WORDS = 3
"""Shortest second half of a cut paragraph."""
OPENING_MARKS, SENTENCE_MARKS = frozenset("(“„«‘["), frozenset(".!?,…")
"""Marks that stand without a space before what they open, and those behind which a quotation mark closes."""
LOW_QUOTES = {"“": "„", "‘": "‚"}
"""Marks that close what the other opened, in German and many languages east of it, and that open in English."""
LONE_CHARS = 4
"""Letters of the longest word that may open a sentence alone in its line, before a link: an article, a preposition."""
LABEL_WORDS = range(2, 4)
"""Words of labels that end like the head of a sentence: “Log in”, “Sign up to”."""
OPEN_HEAD_WORDS = 5
"""Words from which a short line with an open end is the head of a sentence; labels such as “Log in” are shorter."""
PARTICLE = regex(
    r"(?:の|は|が|を|に|へ|と|で|も|や|から|まで|など|には|では|とは|との|への|での|にも|として|という|による|によると|について|的)(?![\u3041-\u3096])"
)
"""Particles that stand behind a word of Japanese (and one of Chinese), and do not begin a longer word here."""
PARTICLES = frozenset("のはがをにへとでもやかま的な")
"""What `PARTICLE` begins with."""
LINK_CHARS, PROSE_CHARS = 60, 100
"""Longest text of a link in mid-sentence, and length from which a line before one that is a name is prose; headlines are shorter."""
CJK_CHARS, LATIN = 20, "\u3000"
"""The latter in a script without spaces, and what the first characters of those come behind."""
FEWEST_GOING, MANY_LINKS = 2, 12
"""Strings that go on with a sentence which a link opens, and strings in a row among which the end of one is looked for: links, and what stands
between them."""
STOP_WITHIN = regex(r"\w\w\.[”\"’»)]?\s[“\"‘„«]?[^\W\d_a-z]|[。、]")
"""The end of a sentence before another in a line, which tells prose from headlines and labels."""
NAME_CHARS = 4
"""Letters from which the words of a name begin with capitals; those between them are shorter."""
FRAGMENT_CHARS = 160
"""A fragment that opens with a capital is a link's text; links are short."""
END_CHARS = 1_000
"""Characters at either end of a paragraph by which it is told whether a line goes on with it; all that is asked of it is within them."""
FAR = 3
"""Blank lines beyond which two lines are no longer neighbours."""
SHOWN = 24
"""Characters of context on either side of a join in the repair log."""


def join(blocks: Sequence[Block], page: Layout, language: str) -> tuple[tuple[Block, ...], tuple[Repair, ...]]:
    """Return the blocks with what belongs together joined, and the log. Blocks are renumbered."""
    apart = _signing(blocks, page) | _behind_whole(blocks, page, language)
    asked = [index for index in _asked(blocks, page) if index not in apart]
    begun = next((i for i in asked if _goes_with(blocks[i - 1], blocks, i, page, language)), len(blocks))
    if begun == len(blocks):
        return reindexed(blocks), ()
    result, repairs, may_join = list(blocks[: begun - 1]), list[Repair](), frozenset(asked)
    first = blocks[begun - 1]
    lines = [("", first)]
    reach = 0
    for index in range(begun, len(blocks)):
        block = blocks[index]
        found: tuple[str, str] | None = None
        if index <= reach:
            found = _fragment(first, block)
        elif index not in apart and (index in may_join or first is not blocks[index - 1]):
            found = separator(first, blocks[index - 1], block, page, language)
            if found is None and (reach := _reach(first, blocks, index, page, language)):
                found = _fragment(first, block)
        if found is None:
            result.append(_whole(lines))
            first, lines = block, [("", block)]
        else:
            repairs.append(logged(first, block, *found))
            first = first._replace(text=_ends(first.text + found[0] + block.text), spans=block.spans)
            lines.append((found[0], block))
    return reindexed([*result, _whole(lines)]), tuple(repairs)


def _signing(blocks: Sequence[Block], page: Layout) -> frozenset[int]:
    """Return the lines that are a “by” alone with names below that they sign with: they go on with no line above.

    In one string a line a sentence has them too: “a portrait” / “by” / “Ida Kell” / “hangs there.” Such a one goes on behind the name.
    """
    if page.media_type == "text/html" or page.width:
        return frozenset()
    texts = [block.text for block in blocks]
    lone = ((i, signed_over(texts, i)) for i, text in enumerate(texts) if is_lone_label(text))
    ends = ((i, end) for i, end in lone if end)
    return frozenset(i for i, end in ends if end == len(texts) or not _goes_on(texts[end]) or is_byline_or_date(texts[end]))


def _behind_whole(blocks: Sequence[Block], page: Layout, language: str) -> frozenset[int]:
    """Return the lines below one that stands elsewhere too, with another below it: that one is whole, as headlines in menus are.

    “The bridge is closed for a year” / “left” / “right” is a headline above the buttons of its pictures, if the line stands alone in a list too.
    A window's title begins with it as well. What a page says twice with the same below it may be the strings of one sentence.
    """
    if page.media_type == "text/html" or page.width or page.apart:
        return frozenset()
    below: dict[str, set[str]] = defaultdict(set)
    for above, block in pairwise(blocks):
        if above.text.count(" ") >= WHOLE_LINE_WORDS - 1:
            below[above.text].add(block.text)
    window = _WINDOW.split(blocks[0].text, maxsplit=1)[0] if blocks else ""
    pairs = ((i, a.text, b.text) for i, (a, b) in enumerate(pairwise(blocks), 1) if a.text in below)
    again = ((i, text, tail) for i, text, tail in pairs if len(below[text]) > 1 or (text == window and i > 1))
    return frozenset(i for i, text, tail in again if not (leads(tail) or is_finished(text) or is_open(text, language)))


def _goes_with(first: Block, blocks: Sequence[Block], index: int, page: Layout, language: str) -> bool:
    """Say whether the block at `index` belongs to the line above it, as the two say or those below."""
    together = separator(first, first, blocks[index], page, language) is not None
    return together or _reach(first, blocks, index, page, language) > 0


def _fragment(first: Block, block: Block) -> tuple[str, str]:
    return space_between(first.text, block.text, "fragment"), "fragment"


def _ends(text: str) -> str:
    """Return the two ends of a paragraph, which tell whether a line goes on with it: to copy all of it for each line would take long."""
    return text if len(text) <= 2 * END_CHARS else text[:END_CHARS] + text[-END_CHARS:]


def _whole(lines: list[tuple[str, Block]]) -> Block:
    """Return lines, each with what stands before it, as one block: joined by twos, and the results again."""
    while len(lines) > 1:
        pairs = zip(lines[::2], lines[1::2], strict=False)
        lines = [(before, joined(a, b, between)) for (before, a), (between, b) in pairs] + lines[len(lines) // 2 * 2 :]
    return lines[0][1]


def _asked(blocks: Sequence[Block], page: Layout) -> list[int]:
    """Return the indices of the blocks that may be joined to the one before, where that is joined to none itself.

    Most lines stand apart from the next, which is told without a call: a list item follows, or a line is too short to be cut
    and, where lines are not wrapped, no fragment. A fragment has some words, or goes on with a small letter or a mark; where blank
    lines part the paragraphs there is none.
    """
    pairs = enumerate(pairwise(blocks), 1)
    if page.media_type == "text/html":
        return [i for i, (a, b) in pairs if len(a.text) >= CUT_CHARS or "br" in b.source.marks]
    if page.width:
        return [i for i, (a, b) in pairs if not b.source.gap or len(a.text) >= CUT_CHARS]
    if page.apart:
        return [i for i, (a, b) in pairs if len(a.text) >= CUT_CHARS]
    return [
        i
        for i, (a, b) in pairs
        if b.role in RUNNING
        and (
            len(a.text) >= (CJK_CHARS if b.text[0] > LATIN else CUT_CHARS)
            or (not b.source.gap and (a.text.count(" ") >= OPEN_HEAD_WORDS - 1 or is_small(b.text[:1]) or b.text[:1] in _GOING_ON or (len(a.text) <= LONE_CHARS and a.text.isalpha())))
        )
    ]


_GOING_ON = LEADS | PARTICLES
"""What goes on with the line above begins with, small letters apart."""


def _reach(first: Block, blocks: Sequence[Block], index: int, page: Layout, language: str) -> int:
    """Return where a sentence ends of which the paragraph so far and the block at `index` are strings, parted by links; 0 of no such sentence."""
    if page.media_type == "text/html" or page.width or page.apart:
        return 0
    return _inserted(first, blocks, index, language) or (_opened(blocks, index, language) if first is blocks[index - 1] else 0)


def _inserted(first: Block, blocks: Sequence[Block], index: int, language: str) -> int:
    """Return where the sentence goes on of which a line is a link that begins with a capital, as names do; 0 where it is none.

    “It was noon. The council met with” / “Ida Kell” / “and” / “Tom Verk” / “on Monday, who said nothing.” Behind a headline stand
    names too, with no sentence that ends below them; and a paragraph may begin with a link. Of 700 such lines of development
    pages in one string a line, 680 were links of the sentence above.
    """
    below = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if first.role not in RUNNING or not _may_hold(first.text, blocks[index].text, below, language):
        return 0
    for place, (above, block) in enumerate(pairwise(blocks[index : index + MANY_LINKS]), index + 1):
        text = block.text
        if above.source.gap or block.source.gap or block.source.bullet or not _joinable(above, block) or is_finished(above.text):
            return 0
        if _goes_on(text) and (len(text) >= CUT_CHARS or is_finished(text)):
            return 0 if text[0] in ":：" or is_byline_or_date(text) else place
        if len(text) > LINK_CHARS or not (_goes_on(text) or _goes_on(above.text)):
            return 0
    return 0


def _needs_more(head: str, language: str) -> bool:
    """Say whether a short line is the head of a sentence: it ends in a word that something must follow, and is that word alone or as long as no label."""
    return is_open(head, language) and head.count(" ") + 1 not in LABEL_WORDS


def _opened(blocks: Sequence[Block], index: int, language: str) -> int:
    """Return where the sentence ends that the line above opens as a link, or 0: “Ida Kell” / “came,” / “Tom Verk” / “left at noon.” So it is told.

    A menu's entries and a signature go on to no sentence's end. Of 1,590 such lines of development pages in one string a line,
    1,580 were of one paragraph with the next.
    """
    head = blocks[index - 1]
    if head.role not in RUNNING or not head.text[0].isupper() or len(head.text) > LINK_CHARS or is_finished(head.text) or leads(head.text):
        return 0
    needs_more = _needs_more(head.text, language)
    going, length = int(needs_more), len(head.text)
    for place, (above, block) in enumerate(pairwise(blocks[index - 1 : index + MANY_LINKS]), index):
        text = block.text
        if block.source.gap or block.source.bullet or not _joinable(above, block) or is_finished(above.text):
            return 0
        goes_on = _goes_on(text)
        if not (goes_on or _goes_on(above.text) or (above is head and needs_more)) or text[0] in ":：" or is_byline_or_date(text):
            return 0
        going += goes_on
        length += len(text)
        if goes_on and is_finished(text):
            return place if going >= FEWEST_GOING and length >= CUT_CHARS else 0
        if len(text) > LINK_CHARS and not goes_on:
            return 0
    return 0


def _may_hold(head: str, link: str, below: str, language: str) -> bool:
    """Say whether a line is an unfinished sentence, and the next what may be a link in it; what introduces something else is none.

    Prose is told by its length, by a sentence that ends within it, or by what stands below the link: “, who said nothing.”
    """
    if not 1 < len(link) <= LINK_CHARS or link[-1] in ",-:" or is_finished(head):
        return False
    if CJK.match(link):
        return len(head) >= CJK_CHARS and STOP_WITHIN.search(head) is not None
    if not link[0].isupper() or len(head) < CUT_CHARS or is_open(link, language) or is_byline_or_date(link):
        return False
    if STOP_WITHIN.search(head) is not None:
        return True
    return _is_name(link) and (len(head) >= PROSE_CHARS or (_goes_behind_name(below) and is_small(head[-1])))


def _goes_behind_name(text: str) -> bool:
    """Say whether a line goes on with a sentence behind a name: by a stop or comma, a space and more, as no label does."""
    return text[:2] in (", ", ". ") and len(text) >= CUT_CHARS


def _is_name(text: str) -> bool:
    """Say whether all long words of a line begin with a capital."""
    return all(len(word) < NAME_CHARS or not is_small(word[0]) for word in text.split())


def _goes_on(text: str) -> bool:
    """Say whether a line begins as what goes on with a sentence does."""
    return is_small(text[0]) or leads(text) or (text[0] in PARTICLES and PARTICLE.match(text) is not None)


def separator(first: Block, last: Block, second: Block, page: Layout, language: str) -> tuple[str, str] | None:
    """Return what to put between two blocks and the kind of join, or None to leave them apart.

    `first` is the paragraph so far, `last` its last line as parsed, `second` the line that follows.
    """
    if second.source.bullet or not _joinable(first, second) or (page.width and is_apart(first, last, second, page)):
        return None
    html, gap, kind = page.media_type == "text/html", second.source.gap, None
    if not gap and page.width and (is_wrapped(last, second, page) or _is_parted(first.text, second.text)):
        kind = "wrapped_line"
    elif not (gap or html or page.width or page.apart) and is_fragment(first, last, second, language):
        kind = "fragment"
    elif OVERLEAF in second.source.marks or (gap <= FAR and is_cut(first.text, second.text, language) and not is_code(second.text)):
        kind = "cut_paragraph"
    elif "br" in second.source.marks and not is_finished(first.text) and is_small(second.text[:1]):
        kind = "fragment"
    if kind is None or (_opens_small(second.text) and not is_finished(first.text) and is_byline_or_date(second.text)):
        return None
    return space_between(first.text, second.text, kind), kind


def _opens_small(text: str) -> bool:
    """Say whether a line opens as what goes on with another does; “By” in capitals signs below any headline."""
    return is_small(text[:1]) or text.startswith(("By ", "BY "))


def _joinable(first: Block, second: Block) -> bool:
    if second.role in _APART or second.role == "list_item" or first.role in _APART or second.text.startswith("©"):
        return False
    if "\t" in first.text and "\t" in second.text:
        return False  # rows of a table
    if second.index < TOP_LINES and second.text.startswith(("http://", "https://")) and " " not in second.text:
        return False  # the page's own, below its headline
    if is_message(second.text):
        return False
    if IMAGE in second.source.marks or IMAGE in first.source.marks:
        return False
    return (first.role == "quote") == (second.role == "quote")


def is_fragment(first: Block, last: Block, second: Block, language: str) -> bool:
    """Say whether two lines are one sentence that inline links or marks cut.

    The second opens with punctuation or a small letter after an unfinished line of prose, or the first ends
    in a word that cannot end a line.
    """
    head, tail = first.text, second.text
    if leads(tail):
        return len(head) > len(tail) or " " in head or tail[0] in EAST_ASIAN
    if tail[0] in PARTICLES and PARTICLE.match(tail) and CJK.match(head[-1]):
        return not is_finished(head)
    small, prose = is_small(tail[:1]), len(head) >= CUT_CHARS
    whole = len(tail) > FRAGMENT_CHARS or not (prose or head.count(" ") >= OPEN_HEAD_WORDS - 1)
    if (whole and not small) or is_finished(head):
        return False
    opened = " " in head and is_open(head, language) and (small or not _may_close(head, language))
    if not (small or opened) or len(head.split(None, CUT_WORDS)) + len(tail.split(None, CUT_WORDS)) < CUT_WORDS:
        return False
    return not small or prose or opened or _opens_sentence(last.text, tail)


def _may_close(head: str, language: str) -> bool:
    """Say whether an open line may be a whole headline: one sentence, in a language whose verbs leave a particle at its end."""
    word = head[head.rfind(" ") + 1 :].casefold()
    return word in CLOSING_WORDS.get(language, ()) and len(head) < PROSE_CHARS and STOP_WITHIN.search(head) is None


def is_open(head: str, language: str) -> bool:
    """Say whether a line ends in a word or mark that something must follow."""
    if head[-1:] in OPEN_MARK:
        return not _closes(head)
    word = head[head.rfind(" ") + 1 :]
    if not word.isalpha():
        letters = _LAST_WORD.search(word)
        word = letters[1] if letters else ""
    return word.casefold() in OPEN_WORDS.get(language, OPEN_WORDS["en"])


def _opens_sentence(head: str, tail: str) -> bool:
    """Say whether a short capitalised line (a link) opens the sentence that `tail` goes on with."""
    return head[:1].isupper() and len(tail) >= CUT_CHARS and is_finished(tail)


def is_cut(head: str, tail: str, language: str) -> bool:
    """Say whether `tail` goes on with the sentence that `head` breaks off.

    Two kinds: after an abbreviation that a splitter took for a sentence's end (`Air Force Maj.`), and in
    mid-sentence. Headings, labels and list items are too short or end otherwise.
    """
    if len(head) < CUT_CHARS or not tail:
        return False
    abbreviated = ends_with_abbreviation(head, language)
    if not (abbreviated or is_small(tail[0])) or head.count(" ") + 1 < CUT_WORDS or tail.count(" ") + 1 < REST_WORDS:
        return False  # most lines, told without counting their words
    if abbreviated:
        initial = tail.lstrip("“\"‘'(„«")[:1]
        return initial.isupper() or initial.isdigit()
    if ends_with_acronym(head):
        return is_small(tail[0])
    if is_finished(head) or not is_small(tail[0]) or is_small(head[0]):
        return False
    if is_open(head, language):
        return True
    return head[-1].isalnum() and len(head) >= HALF_CHARS and len(head) + len(tail) >= WHOLE_CHARS


def space_between(head: str, tail: str, kind: str) -> str:
    """Return what stands between two joined lines: nothing before punctuation, in scripts without spaces, at a hyphen."""
    if leads(tail):
        return ""
    if _runs_on(head[-1], tail[0]):
        return ""
    if kind == "wrapped_line" and _is_hyphenated(head, tail):
        return ""
    if kind == "fragment" and (_opens(head) or _is_parted(head, tail)):
        return ""
    return " "


def _opens(head: str) -> bool:
    """Say whether a line ends in a mark that opens what follows."""
    return head[-1] in OPENING_MARKS and not _closes(head)


def _closes(head: str) -> bool:
    """Say whether the mark in which a line ends closes what a low one began, as in German."""
    low = LOW_QUOTES.get(head[-1])
    return low is not None and (head[-2:-1] in SENTENCE_MARKS or head.count(low) >= head.count(head[-1]))


def _is_hyphenated(head: str, tail: str) -> bool:
    """Say whether a word is parted between two lines, or wrapped at its own hyphen; `Ein-` before `und` is neither."""
    return head[-1:] in HYPHENS and head[-2:-1].isalnum() and tail[:1].isalnum() and LINKING.match(tail) is None


def _is_parted(head: str, tail: str) -> bool:
    """Say whether two lines, however short, part a word: a headline in a column does so."""
    return is_small(tail[:1]) and head[-2:-1].isalpha() and _is_hyphenated(head, tail)


def _runs_on(last: str, first: str) -> bool:
    """Say whether two characters stand without a space in a script without spaces: both of it, or one of it and a digit."""
    if CJK.match(last):
        return first.isdecimal() or CJK.match(first) is not None
    return last.isdecimal() and CJK.match(first) is not None


def logged(first: Block, second: Block, space: str, kind: str) -> Repair:
    """Return the log entry of a join, with a little of both sides."""
    head, tail = first.text[-SHOWN:], second.text[:SHOWN]
    span = Span(first.spans[-1].end, second.spans[0].start)
    return Repair(kind, f"{head}\n{tail}", f"{head}{space}{tail}", (span,))
