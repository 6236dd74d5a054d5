"""Sentences glued without a space: `said.In`, `wounded.”On`, `Vladimir V.Putin`, `U.S.official`.

One compiled search finds the places where a sentence's end mark is followed by no space; only there does Python
look closer. Whatever could be an address, a file name, code, a version, an acronym or a footnote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from cleaner.model import Edit
from cleaner.regexes import regex
from cleaner.repair.abbreviations import COMMON, MONTHS, abbreviations, words

KIND = "glued_sentence"

MAX_CHUNK = 80
"""Longest run without space before a gap. Longer runs are addresses, data or scripts without spaces, never two
glued words; the search goes on after them, which keeps it linear on a page without any space."""

CODE_WINDOW = 60
"""How far on both sides marks of program code are looked for: about half a line of source."""

QUOTE_WINDOW = 1_000
"""How far back the opening mark of a quotation is looked for; few sentences in quotes are longer."""

MAX_ROUNDS = 4
"""A space changes what the next gap's neighbours look like, so the search repeats until it finds no more. Real
text needs one round and one to confirm."""

MIN_WORD = 3
"""Shortest run of capitals, or word before a number, that is taken for a word: `BRK.AX` and `p.12` have fewer."""

_CLOSERS = r"\"'”’»«“„‘‚›‹)\]"
_CANDIDATE = (
    r"[{marks}](?!\s)(?<![.!?…].)"
    r"(?!(?<!\.[^\n].)[a-z])"  # the dots of addresses are common, and no candidates; but `U.S.official` is one
    r"(?!(?<=[\s(\[“\"„«.][A-Z]\.)[A-HJ-Z](?:[\s.,;:)]|\Z))"  # nor are those of acronyms (`U.S.`), save before the word `I`
    r"(?:[!?]{{0,3}}|\.{{2,3}})(?!\.)"  # the whole of an end mark or ellipsis
    r"(?!(?<=\d\.)\d)"  # nor are decimals and times
    r"(?:\[\d{{1,3}}\]){{0,4}}"  # footnote references
    rf"([{_CLOSERS}]{{{{0,5}}}}[(\[¿¡]{{{{0,2}}}})"
    r"(?=[^\W_]|[$€£¥]|(?<=«)[ \u00a0\u202f][^\W_])"
)
_ANY = regex(_CANDIDATE.format(marks=".!?…।؟۔"))
_GREEK = regex(_CANDIDATE.format(marks=".!?…;;"))
_UNCASED_ENDS = frozenset("।؟۔")
_CLOSING_OR_OPENING = frozenset('”“»«„"¿¡')
"""Marks that no word of a sentence follows or precedes directly after an end mark; an apostrophe does."""
_WORD_ENDS = frozenset("%)]”’\"'»“«°®™©*+#′″")
_SPACE = regex(r"\s")
_CHUNK = regex(rf"\S{{1,{MAX_CHUNK}}}")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_LAST_WORD = regex(r"[^\W_]+$")

_ADDRESS = regex(r"://|^[(\[“\"'<]*(?:www(?:\.|$)|[@\\/`])|\w\.[a-z]{2,}/|@\S*$|[\w.-]+/[\w.-]*/|^\*\w+$|\w\(\w*$")
_MAIL = regex(r"^[(\[“\"'<]*[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$")
_DOMAIN = regex(r"^[(\[“\"'<]*(?:[\w-]+\.)*[\w-]{2,}\.(?:com|org|net|edu|gov|int|co\.uk|[a-z]{2})$")
_CHAIN = regex(r"([^\W\d_]{2,})\.[^\W\d_]{2,}$")
_EDGES = regex(r"^\W+|\W+$")
_CODE = regex(
    r":=|=>|\w = \w+;|==|!=|->|&&|\|\||\w\(\)|[{}`]|;\s*(?:$|\n)|</?[A-Za-z]\w*(?:[ >/]|$)|\w_\w+\(|\w\.\w+\(\w"
)
_CODE_AFTER = regex(r"[(<=@`\\{]|/\S*/|\[\d|_|:\w|\.[a-z]\w|\.[A-Z]\w*[(<=\[]")
_ACRONYM = regex(r"(?<![\w.&-])(?:[A-ZÀ-ÞΑ-ΩА-Я]\.)+[A-ZÀ-ÞΑ-ΩА-Я]$")
_DOTTED = regex(r"(?<!\w)(?:[^\W\d_]\.)+[^\W\d_]$")
_INITIAL = regex(r"(?:^|[(\[“\"„«.])[^\W\d_]$")
_LIST_NUMBER = regex(r"(?:\d{1,3}|[a-z])$")
_SPACED_UNCASED = regex("[\u0590-\u06ff\u0900-\u0dff\u10d0-\u10ff\uac00-\ud7a3]{2}")
"""Scripts without capitals that part words by spaces: Hebrew, Arabic, the Indic ones, Georgian, Hangul."""

_SUFFIXES = words(
    "apk asp aspx avi biz bmp cfg com cpp css csv dll dmg docx edu epub exe gif gov gz htm html java jpeg jpg js json "
    "jsx md mil mkv mov mp3 mp4 net org pdf php png ppt pptx py rb rtf sql svg tex ts tsx txt wav webp xls xlsx xml "
    "yaml yml zip"
)
"""File and domain suffixes (`Example.Com`, `report.PDF`)."""

_WORDS_NOT_SUFFIXES = {"pt": ("Com", "Mil"), "gl": ("Com", "Mil"), "ca": ("Com", "Mil"), "es": ("Mil",)}
"""Suffixes that begin sentences in a language."""

_CAPITAL_SUFFIXES = words(
    "AI AM APP BE CC CH CN CO DE DEV DOC EU FM FR GG HK IN INFO IO IT JP LY ME PM SE SO TO TV UK US WS Net"
)
"""Suffixes that are words too: a suffix only as written here, and after a capitalised name (`Octane.AI`)."""

_DEGREES = regex(
    r"(?:Ph|Ed|Psy|Pharm|Th|Eng|LL)\.[A-Z]\b|[BMDS]\.(?:Sc|Ed|Eng|Phil|Tech|Com|Div|Min|Arch|Mus|Litt|Res)\b|"
    r"[BM]\.[A-Z]\b|W\.Va\b|N\.(?:Mex|Dak|Car)\b|S\.(?:Dak|Car)\b"
)
_BRANDS = regex(
    r"\b(?:J\.Crew|J\.Jill|J\.Lo|L\.L\.Bean|B\.Braun|K\.Flay|M\.Video|D\.Light|G\.Skill|S\.Pellegrino|T\.Rex|"
    r"E\.Leclerc|Will\.I\.Am|Dot\.Com)\b"
)
"""Names that are written with a period and no space."""

_ENDED = regex(r"[.;!?](?![.\w])|[”’›»\"'‹«)\]]|[ \t]*(?:\n|\Z)")
"""What follows a word that ends a sentence, a quotation or a line."""
_TERM = regex(r"[ \t]*(?:\n|\Z|:|[-–—] )")
"""What follows a word at the head of a line that the line is about, or that is all of it."""

_JOINED = regex(r"(?<![\w.@/-])[^\W\d_]{2,}\.[^\W\d_]{2,}+(?![\w.]*[/@])")
_WORD_BEFORE = regex(r"(\w+)[^\w\n]*$")
_WORD_AFTER = regex(r"[^\w\n]*(\w+)")
NEIGHBOUR_CHARS = 40
"""How far from two joined words their neighbours are looked for."""

_FIGURE = regex(
    r"(?:1[5-9]|20)\d\d(?:s\b|(?![A-Za-z\d]|[.,:/-]\d))"  # a year
    r"|\d{1,2}\. ?[^\W\d_a-z]"  # the number of a list's item
    r"|(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:%|(?:st|nd|rd|th)\b|-[a-z]{3,}|[-–]\d+|:\d\d|\.\d+%?)?(?= [^\W\d_A-Z]{2})"
)
_BEFORE_NUMBER = words(
    "no nos nr fig figs vol vols art sec ch pp ver eq par tel ext approx max min abs str version file type table part "
    "page rev step level"
)
_SHORT_WORD_END = regex(r"[ ’']\S|&[A-Z]")
_SHORT_WORDS = frozenset("AEIOUYÀÉÓÖÅ")
"""Single letters that are words at the head of a sentence in Latin script, and no label."""


class _Gap(NamedTuple):
    """A place where a space may be missing: the text around it up to the nearest spaces."""

    text: str
    start: int
    """Offset of the end mark."""
    end: int
    """Offset of what follows the end mark, its closing quotes and brackets, and opening ones."""
    left: str
    right: str
    quoted: bool
    """Quotes or brackets stand between the two words."""
    near_code: Callable[[], bool]
    """Says whether the text has marks of program code somewhere; looked for at most once."""


def find(text: str, language: str) -> tuple[Edit, ...]:
    """Return the insertions that part glued sentences, in order of place.

    Args:
        text: one paragraph, or any text; time is linear in its length.
        language: ISO 639-1 code, or empty; it decides only what Greek `;` and lone guillemets mean, and which
            abbreviations a number follows.

    Returns:
        Edits of kind `glued_sentence` that insert one space each (`start == end`). On the repaired text there
        is nothing more to find.

    """
    parted: list[int] = []
    repaired = text
    for _ in range(MAX_ROUNDS):
        found = list(_places(repaired, language))
        if not found:
            break
        parted = _merged(parted, found)
        repaired = _with_spaces(text, parted)
    return tuple(Edit(place, place, " ", KIND) for place in parted)


def places(text: str, language: str) -> list[int]:
    """Return where sentences may be glued; no place hangs on what stands on other lines."""
    return [found.start() for found in _pattern(language).finditer(text)]


def names(text: str) -> frozenset[str]:
    """Return the words with a period between them that are taken for names in `text` (`Orrin.Works`, `node.Next`).

    They stand there between different neighbours on either side, and their first word never without the second.
    Sentences that are glued twice have a neighbour in common, or are the same, or the words they end in stand elsewhere too;
    those they begin with may not, where every sentence is glued.
    """
    company: dict[str, list[tuple[str, str]]] = {}
    for found in _JOINED.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, found.start() - NEIGHBOUR_CHARS), found.start())
        after = _WORD_AFTER.match(text, found.end(), found.end() + NEIGHBOUR_CHARS)
        company.setdefault(found.group(), []).append((before[1] if before else "", after[1] if after else ""))
    repeated = [name for name, pairs in company.items() if all(len({*side}) > 1 for side in zip(*pairs, strict=True))]
    if not repeated:
        return frozenset()
    others = abbreviations("en").union(_WORD.findall(_JOINED.sub(" ", text)))
    return frozenset(name for name in repeated if name.split(".")[0] not in others)


def spared(page: str) -> Callable[[str, Edit], bool]:
    """Return what tells of a text of the `page` and an edit of it whether the edit would part one of the page's `names`."""
    known = names(page)

    def parts_name(text: str, edit: Edit) -> bool:
        low = max(0, edit.start - MAX_CHUNK)
        near = _JOINED.finditer(text, low, edit.start + MAX_CHUNK)
        return any(found.start() < edit.start < found.end() and found.group() in known for found in near)

    return parts_name if known else lambda _text, _edit: False


def _pattern(language: str) -> re.Pattern[str]:
    """Return what is found wherever sentences may be glued; it never matches beyond a line."""
    return _GREEK if language == "el" else _ANY


def _merged(places: list[int], found: list[int]) -> list[int]:
    """Map places found in text with spaces inserted at `places` back, and add them."""
    mapped, passed = [], 0
    for place in found:
        while passed < len(places) and places[passed] + passed < place:
            passed += 1
        mapped.append(place - passed)
    return sorted({*places, *mapped})


def _with_spaces(text: str, places: list[int]) -> str:
    bounds = [0, *places, len(text)]
    return " ".join(text[start:end] for start, end in pairwise(bounds))


def _places(text: str, language: str) -> Iterator[int]:
    candidate, position = _pattern(language), 0
    near_code = cache(lambda: _CODE.search(text) is not None)
    while match := candidate.search(text, position):
        position = match.end()
        if text[position].islower() and not match.group(1) and text[match.start() - 2 : match.start() - 1] != ".":
            continue
        before = text[max(0, match.start() - MAX_CHUNK) : match.start()]
        parts = before.rsplit(None, 1)
        left = parts[-1] if parts and not before[-1].isspace() else ""
        if len(left) == MAX_CHUNK:
            space = _SPACE.search(text, position)
            if not space:
                return
            position = space.start()
            continue
        chunk = _CHUNK.match(text, match.end() + text[match.end()].isspace())
        right = chunk.group() if chunk else ""
        gap = _Gap(text, match.start(), match.end(), left, right, bool(match.group(1)), near_code)
        if _is_glued(gap, language):
            place = _split(text, match.start(1), match.end(), language)
            if not text[place].isspace():
                yield place


def _is_glued(gap: _Gap, language: str) -> bool:
    """Tell whether a sentence ends and another begins in the gap."""
    first = gap.right[0]
    if _is_uncased(gap):
        return True
    if first.isalpha() and not first.isupper() and not gap.quoted:
        return first.islower() and _acronym_before_word(gap)
    if _is_protected(gap) or not (first.isalpha() or _starts_with_figure(gap, language)):
        return False
    if gap.text[gap.start] == "…" or gap.text.startswith("..", gap.start + 1):
        return gap.left[-2:].islower() and (_is_quoted_end(gap) if gap.quoted else _after_ellipsis(gap))
    if gap.quoted:
        return _is_quoted_end(gap)
    if gap.text[gap.start] != ".":
        return _after_mark(gap)
    return not first.isalpha() or _is_list_number(gap) or _parts_words(gap, language)


def _is_uncased(gap: _Gap) -> bool:
    """Judge scripts without capitals, where any letter may begin a sentence."""
    if gap.text[gap.start] in _UNCASED_ENDS:
        return gap.right[0].isalpha()
    return (
        gap.text[gap.start] != "…"
        and _SPACED_UNCASED.match(gap.right) is not None
        and _SPACED_UNCASED.match(gap.left[-2:]) is not None
    )


def _is_protected(gap: _Gap) -> bool:
    """Tell whether the gap lies in an address, a file name or code."""
    if _ADDRESS.search(gap.left) and not _MAIL.search(gap.left):
        return True
    if "`" in gap.right or (not gap.left and gap.text[gap.start] == "."):
        return True
    if _CODE.search(gap.text, max(0, gap.start - CODE_WINDOW), gap.end + CODE_WINDOW) and gap.near_code():
        return True
    word = _WORD.match(gap.right)
    return word is not None and _CODE_AFTER.match(gap.right, word.end()) is not None and not gap.quoted


def _acronym_before_word(gap: _Gap) -> bool:
    """`U.S.official`, but not `U.S.com` nor `U.S.s`."""
    word = _WORD.match(gap.right)
    return (
        word is not None
        and len(word.group()) > 1
        and gap.text[gap.start] == "."
        and _ACRONYM.search(gap.left) is not None
        and word.group() not in _SUFFIXES
        and not _CODE_AFTER.match(gap.right, word.end())
    )


def _is_quoted_end(gap: _Gap) -> bool:
    """Judge `said.”On`, `said.“We`, `said.)Then`, `”Stop!”he said`."""
    marks = gap.text[gap.start + 1 : gap.end]
    first = gap.right[0]
    if "](" in marks or marks.endswith("["):
        return False
    if first.islower():
        return not _CLOSING_OR_OPENING.isdisjoint(marks) and gap.left[-1:].isalpha()
    return _ends_word(gap.left)


def _after_mark(gap: _Gap) -> bool:
    """Judge a bare `?` or `!` before a word."""
    word = _WORD.match(gap.right)
    if word is None or "=" in gap.right or (len(word.group()) == 1 and not _is_short_word(gap, word.group())):
        return False
    if not gap.left:
        return gap.start > 1 and gap.text[gap.start - 2].isalpha() and len(word.group()) > 1
    return _ends_word(gap.left)


def _after_ellipsis(gap: _Gap) -> bool:
    """`at home…Then`; an ellipsis inside a sentence, in brackets or before capitals and `I` stays."""
    word = _WORD.match(gap.right)
    return word is not None and len(word.group()) > 1 and word.group().istitle()


def _ends_word(left: str) -> bool:
    return bool(left) and (left[-1].isalnum() or left[-1] in _WORD_ENDS)


def _starts_with_figure(gap: _Gap, language: str) -> bool:
    """Tell a sentence that begins with a number from a footnote mark, a version and a decimal."""
    before = gap.left.rstrip("”’\"')]")
    word = _LAST_WORD.search(before)
    if gap.right[0] in "$€£¥":
        return bool(before) and before[-1].isalnum() and gap.right[1:2].isdigit()
    if word is None or not gap.right[0].isdigit() or (word.start() and before[word.start() - 1] in "._/-@"):
        return False
    name = word.group()
    numbered = MONTHS if language in ("", "en") else abbreviations(language) - COMMON
    if name in numbered and not gap.quoted:
        return re.match(r"\d{1,3}(?![\d.]\d|\d)", gap.right) is not None
    if (
        len(name) < MIN_WORD
        or not name[-2:].isalpha()
        or name.lower() in _BEFORE_NUMBER
        or name in abbreviations(language)
    ):
        return False
    return _FIGURE.match(gap.text, gap.end) is not None


def _parts_words(gap: _Gap, language: str) -> bool:
    """Judge a bare period between two words, the second capitalised."""
    word = _WORD.match(gap.right)
    if word is None or not gap.left:
        return False
    right, last = word.group(), gap.left[-1]
    if _is_suffix(right, language) or _is_name(gap, right) or _is_chain(gap, right, word.end()):
        return False
    if last.isdigit():
        return _after_number(gap, right)
    if not last.isalpha():
        return last in _WORD_ENDS and (len(right) > 1 or _is_short_word(gap, right))
    if _INITIAL.search(gap.left):
        return _after_initial(gap, right)
    return _after_word(gap, right)


def _is_suffix(right: str, language: str) -> bool:
    return right.lower() in _SUFFIXES and right != "Net" and right not in _WORDS_NOT_SUFFIXES.get(language, ())


def _is_name(gap: _Gap, right: str) -> bool:
    """Tell names with a period (`J.Crew`) and dotted identifiers: where no sentence ends or none begins."""
    match = _LAST_WORD.search(gap.left)
    left = match.group() if match else ""
    if left.lower() == right.lower() and gap.right[len(right) : len(right) + 1] in (")", ","):
        return True
    if _DEGREES.search(f"{left}.{right}"):
        return True
    if left.isalpha() and _TERM.match(gap.text, gap.end + len(right)) and _opens_line(gap):
        return True
    if left[:1].isupper() and len(left) > 1 and _stands_alone(gap, right) and not {left, right} & abbreviations("en"):
        return True
    place = len(gap.left)
    names = _BRANDS.finditer(f"{gap.left}.{gap.right}")
    return any(name.start() < place < name.end() for name in names)


def _stands_alone(gap: _Gap, right: str) -> bool:
    """Tell whether the sentence behind the gap would be a single word (`the founder of Ostrand.Works.`)."""
    return len(right) > 1 and _ENDED.match(gap.text, gap.end + len(right)) is not None


def _opens_line(gap: _Gap) -> bool:
    """Tell whether nothing but space stands before the gap's left part in its line."""
    start = gap.start - len(gap.left)
    before = gap.text[max(0, start - MAX_CHUNK) : start].rstrip(" \t")
    return before.endswith("\n") or (not before and start <= MAX_CHUNK)


def _is_list_number(gap: _Gap) -> bool:
    """`4.LYFE Marketing` and `b.Next steps` at the head of a line."""
    return (
        _LIST_NUMBER.fullmatch(gap.left) is not None
        and gap.text[gap.start] == "."
        and gap.right[0].isupper()
        and re.match(r"\w+ \S", gap.text[gap.end : gap.end + MAX_CHUNK]) is not None
        and _opens_line(gap)
    )


def _is_chain(gap: _Gap, right: str, end: int) -> bool:
    """Tell dotted identifiers (`System.Text.Json`) and hosts from words."""
    if _DOMAIN.search(gap.left) or _MAIL.search(gap.left):
        return False
    parts = _EDGES.sub("", f"{gap.left}.{gap.right}").split(".")
    if parts[0][:1].islower() and all(part.istitle() for part in parts[1:]):
        return False
    before = _CHAIN.search(gap.left)
    if before and before.group(1) not in abbreviations("en"):
        return True
    after = re.match(r"\.[^\W\d_]{2,}", gap.right[end:])
    return after is not None and right not in abbreviations("en")


def _is_short_word(gap: _Gap, right: str) -> bool:
    """Tell whether a single letter is a word (`A man`, `I'm`), judged by the space after it."""
    return _SHORT_WORD_END.match(gap.text, gap.end + len(right)) is not None


def _after_number(gap: _Gap, right: str) -> bool:
    digits = len(gap.left) - len(gap.left.rstrip("0123456789"))
    if len(right) == 1:
        return digits > 1 and right in _SHORT_WORDS and _is_short_word(gap, right)
    if right.isupper():
        return digits > 1 and right not in _CAPITAL_SUFFIXES
    return right not in ("Am", "Pm")


def _after_initial(gap: _Gap, right: str) -> bool:
    """`V.Putin`, `J.K.Rowling`, `U.S.The`; not `U.S.A`, `Ph.D`, `B.Sc`, `J.Crew`."""
    if right == "I" and _ACRONYM.search(gap.left):
        return _is_short_word(gap, right)
    if gap.left[-1].islower() and not _DOTTED.search(gap.left):
        return False
    if right.isupper() and not _ACRONYM.search(gap.left):
        return len(right) >= MIN_WORD
    return len(right) > 1


def _after_word(gap: _Gap, right: str) -> bool:
    match = _LAST_WORD.search(gap.left)
    left = match.group() if match else ""
    if len(right) == 1:
        return _before_letter(gap, left, right)
    if left.islower():
        return True
    if right in _CAPITAL_SUFFIXES:
        return False
    return not (left.isupper() and right.isupper()) or len(right) >= MIN_WORD


def _before_letter(gap: _Gap, left: str, right: str) -> bool:
    """Judge a word before a single capital: `said.A man`, `home.J. Smith`; not `BRK.A`, `Ph.D.`, `Mr.T`."""
    if left.isupper() or left in abbreviations("en"):
        return False
    if gap.text[gap.end + 1 : gap.end + 2] == ".":
        return True
    return _is_short_word(gap, right)


_PAIRS = {"“": "„", "‘": "‚"}
_OPENING_GUILLEMET = regex(r"(?:^|[\s(])([«»])(?=\S)")


def _split(text: str, start: int, end: int, language: str) -> int:
    """Return where the space belongs within the quotes and brackets `text[start:end]`: after the closing ones."""
    closers = "’)]" if language in _SAME_QUOTES else "”’)]"
    closed = max(text.rfind(mark, start, end) for mark in closers)
    for place in range(max(start, closed + 1), end):
        if text[place] == text[place - 1] or not _closes(text, place, language):
            return place
    return end


_SAME_QUOTES = ("sv", "fi")
"""Languages that open and close with the same mark, `”` or `»`."""


def _closes(text: str, place: int, language: str) -> bool:
    """Tell whether the quote at `place`, between an end mark and a word, closes."""
    mark = text[place]
    if mark in "([¿¡„‚‹":
        return False
    window = text[max(0, place - QUOTE_WINDOW) : place]
    if mark in _PAIRS:
        return window.rfind(_PAIRS[mark]) > window.rfind(mark)
    if mark in "«»" and language not in _SAME_QUOTES:
        opening = _OPENING_GUILLEMET.search(window)
        if opening:
            return mark != opening.group(1)
        return mark == "»" and language not in ("de", "da")
    return _was_opened(window, mark)


def _was_opened(window: str, mark: str) -> bool:
    """Tell whether a mark that opens and closes alike is open at the end of `window`, in its last line.

    The last such mark tells by its neighbours; where it is glued on both sides, the count of marks does.
    Apostrophes inside words are no marks.
    """
    line = window[window.rfind("\n") + 1 :]
    inside = re.escape(mark)
    marks = [m.start() for m in re.finditer(rf"(?<!\w){inside}|{inside}(?!\w)", line)]
    if not marks:
        return False
    last = marks[-1]
    before, after = line[last - 1 : last] or " ", line[last + 1 : last + 2] or " "
    if not after.isspace() and (before.isspace() or before in "([“‘—–"):
        return True
    if not before.isspace() and (after.isspace() or after in ".,;:)?!—–"):
        return False
    return len(marks) % 2 == 1
