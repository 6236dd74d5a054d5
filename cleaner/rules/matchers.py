"""The closed set of matchers that packs are made of: phrase, regex, selector, section.

All phrases of all packs are one dictionary and all patterns one automaton, so that a line is read once however
many rules there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

import re2

from cleaner.errors import PackError
from cleaner.model import IMAGE, THREAD_KINDS, Block, CueHit, Kind, Style, Styles, make, styled
from cleaner.parse.elements import words_of
from cleaner.rules.needles import shape
from cleaner.rules.rows import NETWORK, Rows

KNOWN_LINES, KNOWN_CHARS = 1024, 60
"""Short lines whose cues are remembered, and their length. Nearly half the lines of a page, of any site, are among the
last thousand short ones seen."""
KNOWN_FOLDED = 512
"""Lines whose folded form is remembered, which several rules ask for: about those of one page."""
WRAPPED, WRAPPED_BLOCKS = 0.9, 3
"""Share of the characters in a page's long blocks, and how many of these there must be, from which what matches them all
is no part of the page: next to readers' comments or teasers some story is left."""
SLIDESHOW, SLIDES, BESIDE_SLIDES, SLIDE_CHARS = 2 / 3, 3, 2, 80
"""The share from which captions are a slideshow that tells the story, how many they are at least, how many other long blocks that nothing is known of,
such as its lead, the page has at most, and characters of a long one: galleries below a story of their own reach .84 of its characters, beside
five paragraphs and more; with captions of this length the most on development pages is .64."""
MAX_PHRASE_CHARS = 160
"""Longest line that is looked up as a phrase; the longest phrase in use is shorter."""

ADDRESSED: frozenset[Kind] = frozenset({
    "subscribe", "follow", "share", "login", "paywall", "app_prompt", "donation", "comment_form", "contact", "legal", "cookie_notice", "tools", "advert",
    "affiliate_note",
})  # fmt: skip
"""Kinds of lines in which the site speaks to its reader. None of those of 4,200 flattened development pages says whose words it quotes."""
_REPORTED = re.compile(
    r"[,?!][”\"’']? (?:[\w'’.-]+ ){0,6}?(?:said|says|told|tells|asked|asks|wrote|writes|warned|warns|joked|advised|advises|ruled|promised|recalled|explained"
    r"|admitted|argued|heard|taught)(?: [^,;:.!?]{1,60})?[.,!?;](?: |$)"
    r"|^[“\"][^”\"]{3,160}[,?!][”\"] (?!and |or )[a-z]{3,} (?:the|an?|his|her|their|its|our|one|two|every|some) "
)
"""Says in English who spoke the words before: “Subscribe or go, the printer told them.” A story does that with what reads like furniture."""
_SAYS = (
    r"sagten?|rief(?:en)?|fragte|warnte?|rät|riet|meinte|bat|schrieb|erklärte|forderte?|heißt es|hieß es|erzählte|antwortete|versicherte?|versprach"
    r"|scherzte|klagte?|mahnte?|so (?:der|die|das)|(?:sagt|sagen|raten|schreibt|fragt|ruft|meint|warnen|bittet|bitten|erzählt|erklärt|verspricht) (?!Sie\b|uns\b|mir\b)\w+",
    r"a(?:-t-(?:il|elle|on))? (?:dit|déclaré|lancé|expliqué|raconté|répondu|demandé|crié|prévenu|promis|plaisanté|écrit|rappelé)|(?:leur|lui) (?:a|avait|ont) \w+"
    r"|dit|disait|disent|lançait|explique|raconte|assure|conseille|prévient|demande|répond|rappelle|plaisante|ironise|crie|répétait|répète|écrivait",
    r"dijo|dijeron|dice|dicen|decía|decían|asegura|aseguró|afirma|afirmó|advierte|advirtió|aconseja|aconsejó|pidió|pidieron|gritó|gritaba|respondió|preguntó"
    r"|preguntaba|(?:les?|me|nos) (?:dijo|gritó|pidió|advirtió|prometió)|explicó|bromeó|escribió|contó|cuentan|prometió|(?:cuenta|explica|recuerda|pide) (?:el|la|los|las|un|una|su)",
    r"(?:lhes? )?disse|disseram|diz|dizem|dizia|garante|garantiu|afirmou|alerta|alertou|aconselha|pediu|gritou|gritava|respondeu|perguntou|perguntava|explicou|brincou|brinca"
    r"|escreveu|contou|prometeu|(?:conta|explica|pede|afirma) (?:o|a|os|as|um|uma)",
    r"ha (?:detto|risposto|chiesto|spiegato|scritto|gridato|raccontato|avvertito|promesso)|(?:gli |le )?disse|dissero|dice|dicono|dicevan?o?|diceva|avverte|chiese|chiede|gridò"
    r"|gridava|rispose|scherza|promise|(?:racconta|consiglia|spiega|assicura) (?:il|la|lo|i|gli|le|un|una|suo|sua|l['’]\w+)",
    r"zegt|zei|zeiden|zeggen ze|vertelde?|vertelt|riep|roept|vroeg|vraagt|waarschuwt|waarschuwde|raadt|schrijft|schreef|aldus|antwoordde|klaagde|grapte|zingt|belooft|adviseert",
    r"powiedział\w*|mówią?|mówił\w*|zapewnia\w*|ostrzegają?|ostrzega|radzą?|radzi|poprosił\w*|prosi|prosił\w*|zawołał\w*|krzykn\w+|odpowiedział\w*|zapytał\w*|pytał\w*"
    r"|opowiada|napisał\w*|żartował\w*|żartuje|głosił\w*|śpiewają|przyznaje|narzekał\w*|tłumaczy\w*",
    r"сказал\w*|говор(?:ит|ят|ил\w*)|уверя\w+|предупрежда\w+|предупредил\w*|совету[ею]т|попросил\w*|прос(?:ит|ят|ил\w*)|крикнул\w*|кричал\w*|ответил\w*|спросил\w*"
    r"|спрашива\w+|рассказыва\w+|рассказал\w*|пиш[еу]т|писал\w*|написал\w*|пошутил\w*|шутит|призвал\w*|гласи\w+|жалова\w+|обеща\w+|признал\w*|пригласил\w*",
    r"säger|sade|sa|uppmanar|varnar|varnade|berättar|berättade|skrev|skriver|frågade|ropade|svarade|lovar|siger|sagde|sier|advarer|fortæller|forteller|spurgte|spurte|råbte"
    r"|ropte|svarede|svarte|opfordrer|oppfordrer|stod (?:der|det)|sto det",
    r"řekl\w*|říkají|říkal\w*|říká|varuje|radí|prosí|prosil\w*|zvolal\w*|křikl\w*|odpověděl\w*|zeptal\w*|ptal\w*|vypráví|napsal\w*|píše|uvedl\w*|tvrdí|slibuje|stálo",
    r"сказа(?:в|ла|ли)|каже|кажуть|казав|попереджа\w+|радить|просить|попроси(?:в|ла|ли)|крикну\w+|відпові\w+|запита\w+|розповіда\w+|пише|пишуть|написа\w+|закликав",
)
"""Words for saying in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, the languages of Scandinavia, Czech and Ukrainian; where one bids
the reader too (“cuenta”, “schreibt”), with what begins the speaker's name."""
_SAID_ABROAD = re.compile(rf"[,?!…][”“\"’»']? (?:[–—-] )?(?:{'|'.join(_SAYS)})(?=[ .!?:,]|$)| (?:dedi|diyor|derdi)(?=[ .!]|$)")
"""The same in other languages, in which the verb stands before the speaker, and in Turkish: “Abonnez-vous ou partez, leur a dit l'imprimeur.”"""
_HELPLINE = re.compile(r"(?i)\b(?:lifelines?|crime\s?stoppers|samaritans|help-?lines?|hotlines?|beyond\s?blue|child\s?line|suicide|detectives?|sheriff)\b")
"""Who is called for help or with what one saw: below sad stories that is the story's last line. Newsrooms' own are called tip lines."""
_TAG = re.compile(r"^\s*\[[^\[\]]{1,20}\]\s*(?=\S)")
_ADDRESS = re.compile(r"[\s:：\-–—>→➡👉(\[]*https?://\S+$")
"""An address at the end of a line, with what stands before it."""
_COUNT = re.compile(r"\d[\d.,]*\s?[KkMm]?[\W_]*$")
_COUNTED = re.compile(r"(?<!\\)\{(\d+),\d*\}")
_REPEATS = re.compile(r"\{(?:\d+,)?(\d+)\}")
MOST_REPEATS = 1_000
"""The highest count that google-re2 takes; the automaton, whose patterns have none, does not notice."""
_MARKS = r"(?:[^\p{L}\p{M}\p{N}]|[\x{fe00}-\x{fe0f}\x{20e3}])*"
"""Marks around a whole line's pattern, and what makes pictures of them (➡️); `\\W` of google-re2 is ASCII's and would take in every
other script."""
_ANY_MARKS = r"[^A-Za-z0-9]*"
"""Takes in what `_MARKS` does and more, in an automaton a hundredth of the size; in ASCII it is the same."""
_ALL_MARKS = (
    "[^A-Za-z0-9\u0391-\u03c9\u0400-\u0481\u048a-\u052f\u05d0-\u05ea\u0620-\u065f\u0900-\u0963\u0985-\u09b9\u0b85-\u0bb9"
    "\u0531-\u0556\u0561-\u0587\u0a05-\u0a39\u0a85-\u0ab9\u0c05-\u0c39\u0c85-\u0cb9\u0d05-\u0d3a\u0d85-\u0dc6\u1000-\u102a"
    "\u10d0-\u10fa\u1200-\u135a\u1780-\u17b3\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*"
)  # fmt: skip
"""Takes in what `_MARKS` does, and few letters. Where a line's first words could be marks, all patterns would stay possible
through every line of the script, and the automaton would build thousands of states for each page: that took a second a page."""
_UNMARKED = re.compile(r"^[\W_]+")
"""What `_MARKS` takes away before a line's first letter or digit, and vowel signs that stand before it."""
_LETTERS, _CAPITALS = r"A-Za-z\x{80}-\x{10ffff}", r"A-Z\x{80}-\x{10ffff}"
"""Take in all letters and their marks, and all capitals, for the same reason."""
_ASCII_LETTERS, _NO_ASCII = {r"\p{L}": "A-Za-z", r"\p{Lu}": "A-Z", r"\p{Ll}": "a-z"}, r"\x{80}"
"""The letters of ASCII by class, and what stands for classes that have none."""
_WESTERN = re.compile(r"[\x00-´¶-Þà-ÿŒœŠšŸŽž\u2000-\u206f€™]*")
"""Texts in the signs of western Europe, but for ß and µ, whose capitals stand outside."""
_WESTERN_LETTERS, _NOT_WESTERN = {
    r"\p{L}": "A-Za-zªºÀ-ÖØ-öø-ÿŒœŠšŸŽž",
    r"\p{Lu}": "A-ZÀ-ÖØ-ÞŒŠŸŽ",
    r"\p{Ll}": "a-zà-öø-ÿœšž",
    r"\p{Lo}": "ªº",
}, r"\x{3000}"
"""The letters of `_WESTERN` by class, and what stands for classes that have none there."""
_WESTERN_MARKS = f"[^0-9²³¹¼-¾{_WESTERN_LETTERS[chr(92) + 'p{L}']}]*"
"""The same as `_MARKS` in such texts."""
_CLASS_PIECE = re.compile(r"(\\p\{(?:L[ultmo]?|M)\})|\\.|\[:\^?\w+:\]|(\[\^?\]?)|(\])")
"""A class of letters, what an escape or a named class hides, the opening of a bracket and its end."""
_ACCENTS = re.compile("[\u0300-\u036f\u0640\u064b-\u0652]")
"""Accents of Latin, Greek and Cyrillic letters, and what Arabic writes or leaves out at will: vowel signs and the stretching of lines."""
_ALIKE = str.maketrans({"ı": "i", "ँ": "ं", "أ": "ا", "إ": "ا"})
"""Letters that are written for one another: of Turkish capitals, of nasal vowels in Hindi, of an alef with its hamza."""
_ACCENTED_SCRIPTS = ("LATIN", "GREEK")
"""The scripts, as characters' names begin, whose accents are left out in capitals and by converters."""
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}

PLACEHOLDERS = {
    "n": r"\d[\d.,]*[km]?",
    "any": r"\S+(?: \S+){0,3}",
    "site": r"\S+(?: \S+){0,4}",
    "name": r"(?-i:\p{Lu}[\p{L}\p{M}.'’\-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’\-]*|de|da|van|von|der|den|la|le|bin|al|del|di|ten|ter|y))"
    r"{0,3} \p{Lu}[\p{L}\p{M}.'’\-]+|\p{Lu}[\p{L}\p{M}'’\-]+)",
    "network": r"(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|whatsapp|telegram|pinterest|reddit|threads|bluesky"
    r"|mastodon|messenger|snapchat|tumblr|rss|flipboard|google news|google\+|vk|xing|line|weibo|wechat|email|e-mail)",
    "date": r"[^.!?]{0,20}\d[^.!?]{0,40}",
    "email": r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+",
    "url": r"(?:https?://|www\.)\S+",
}
"""What `{name}` and its kin stand for inside a phrase, as google-re2 patterns."""
_PLACEHOLDER = re.compile(r"\{(%s)\}" % "|".join(PLACEHOLDERS))  # noqa: UP031  # braces are part of the pattern


SELECTORS = "give a class or id by its words (.share-bar), a mark ([itemprop=author]) or a tag (aside)"
"""The forms of a selector."""
_SELECTOR = re.compile(r"""\.([\w-]+)|\[([\w-]+(?:=[^\s\[\]]+)?)\]|([A-Za-z][A-Za-z0-9-]*)""")
_BETWEEN_WORDS = re.compile("[-_]")
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Cue:
    """One pack rule as the scanner sees it."""

    rule: str
    kind: Kind
    match: str
    part: bool
    values: tuple[str, ...]
    strong: bool = True

    def hit(self, start: int, end: int) -> CueHit:
        """Return the hit of this cue on `text[start:end]` of a block."""
        return make(CueHit, (self.rule, self.kind, start, end, self.match, self.strong))


class Selector(NamedTuple):
    """The words of a name, a mark or a tag; the other two are empty."""

    words: tuple[str, ...]
    mark: str
    tag: str


class _Pattern(NamedTuple):
    """A pattern of any text."""

    cue: Cue
    source: str
    whole: bool


def unquoted(text: str) -> str:
    """Return a text with typographic marks in their ASCII form."""
    for mark, plain in _QUOTES.items():
        if mark in text:
            text = text.replace(mark, plain)
    return text


@lru_cache(maxsize=KNOWN_FOLDED)
def fold(text: str) -> str:
    """Return a line as phrases are compared: case, accents, marks at the edges, a leading `[TAG]` and a trailing count away."""
    line = text.casefold() if text.isascii() else _unaccented(unquoted(text).casefold())
    if "  " in line or not line.isprintable():
        line = " ".join(line.split())
    if "[" in line:
        line = _TAG.sub("", line)
    return line if line[:1].isalnum() and line[-1].isalnum() else _unmarked(line)


def _unaccented(line: str) -> str:
    """Return a line without what careless writers and capitals leave out: accents, the vowel signs of Arabic, the dot of an i."""
    parted = _ACCENTS.sub("", unicodedata.normalize("NFD", line))
    return unicodedata.normalize("NFC", parted).translate(_ALIKE)


def _unmarked(line: str) -> str:
    """Return a line from its first letter or digit to its last."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while start < end and not (line[end - 1].isalnum() or _ends_in_vowel_sign(line, end)):
        end -= 1
    return line[start:end]


def _ends_in_vowel_sign(line: str, end: int) -> bool:
    """Say whether the last characters before `end` are marks on a letter: vowel signs end words of many scripts."""
    place = end
    while place and unicodedata.category(line[place - 1])[0] == "M":
        place -= 1
    return 0 < place < end and line[place - 1].isalpha()


def _counts(end: str) -> bool:
    """Say whether the last characters of a folded line may close a count: a digit, or a letter for thousands or millions."""
    return end[-1:].isdecimal() or (end.endswith(("k", "m")) and not end[0].isalpha())


@cache
def relaxed(pattern: str) -> str:
    """Return a pattern that matches whatever `pattern` does, with its counted repeats made uncounted.

    One automaton for hundreds of counted repeats has more states than it can keep, which makes it a hundred times
    slower; the relaxed automaton only says which exact patterns are worth trying.
    """
    uncounted = _COUNTED.sub(lambda match: "*" if match[1] == "0" else "+", pattern.replace(_MARKS, _ANY_MARKS))
    return _lettered(uncounted, {r"\p{Lu}": _CAPITALS}, _LETTERS, negated=False)


@cache
def _of_ascii(pattern: str) -> str:
    """Return a pattern that matches the same ASCII texts and is compiled in a fifth of the time."""
    return _lettered(pattern.replace(_MARKS, _ANY_MARKS), _ASCII_LETTERS, _NO_ASCII, negated=True)


@cache
def _of_western(pattern: str) -> str:
    """Return a pattern that matches the same `_WESTERN` texts and is compiled in a fraction of the time."""
    return _lettered(pattern.replace(_MARKS, _WESTERN_MARKS), _WESTERN_LETTERS, _NOT_WESTERN, negated=True)


def _lettered(pattern: str, members: Mapping[str, str], others: str, *, negated: bool) -> str:
    """Return the pattern with its classes of letters written as ranges: `members`, or `others` for those not named.

    Inside negated brackets that is done when `negated`.
    """
    if r"\p{" not in pattern:
        return pattern
    outer = ""

    def ranges(match: re.Match[str]) -> str:
        nonlocal outer
        letters, opening, closing = match.groups()
        if letters and (negated or not outer.startswith("[^")):
            found = members.get(letters, others)
            return found if outer else f"[{found}]"
        outer = "" if closing else outer or opening or ""
        return match[0]

    return _CLASS_PIECE.sub(ranges, pattern)


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 256 << 20
    return options


def _line_options() -> Any:
    """Return the options of a pattern that is looked for in many lines at once."""
    options = _options()
    options.never_nl = options.never_capture = True
    return options


@cache
def _finder(source: str) -> Any:
    """Return the compiled pattern, which tells where its matches stand."""
    return re2.compile(source, _options())


@cache
def _teller(source: str) -> Any:
    """Return what tells whether the pattern matches, in a third of the time; most are never needed, and all take seconds."""
    automaton = re2.Set.SearchSet(_options())
    automaton.Add(source)
    automaton.Compile()
    return automaton


def _checked(source: str) -> str:
    """Return the pattern, which is read but not compiled: most are never needed.

    Raises:
        re2.error: the pattern is not valid.
    """
    re2.Set.SearchSet(_options()).Add(source)
    return source


def _smaller(source: str, text: str) -> str:
    """Return the pattern, or a smaller one that does the same for texts of few scripts."""
    if text.isascii():
        return _of_ascii(source)
    return _of_western(source) if _WESTERN.fullmatch(text) else source


class _Candidates:
    """Finds the patterns that may match a text.

    One automaton for all patterns has more states than fit in memory, and builds new ones on every page, because of the
    patterns that may begin with any words. These are tried one by one in the few lines where a needle of theirs stands. The
    others begin with words of their own, and an automaton for them gives most lines up at once.
    """

    def __init__(self) -> None:
        self._heads, self._headed = re2.Set.MatchSet(_options()), list[int]()
        self._parts, self._parted = re2.Set.SearchSet(_options()), list[int]()
        self._needles, self._needled = re2.Set.SearchSet(_options()), list[tuple[int, str]]()
        self._all_needles: Any = set[str]()

    def add(self, number: int, source: str, *, whole: bool) -> None:
        """Take a pattern; `whole` ones begin with the line.

        Raises:
            re2.error: the pattern is not valid.
        """
        bare = source.removeprefix("^" + _MARKS)
        found = shape(bare)
        if found.needles and (found.wild or not whole):
            self._needled.append((number, _checked(relaxed(source))))
            self._needles.Add("|".join(sorted(found.needles)))
            self._all_needles |= found.needles
        elif whole:
            self._heads.Add(f"^{_ALL_MARKS if found.signed else ''}{relaxed(bare)}")
            self._headed.append(number)
        else:
            self._parts.Add(f"(?m){relaxed(source)}")
            self._parted.append(number)

    def compile(self) -> None:
        """Make the automata, once all patterns are there."""
        for automaton in (self._heads, self._parts, self._needles):
            automaton.Compile()
        needles = "|".join(f"(?:{needle})" for needle in sorted(self._all_needles))
        self._all_needles = re2.compile(needles, _line_options())

    def worded(self, encoded: bytes) -> set[int]:
        """Return the numbers of the lines in which a needle stands; one pass over all lines takes a tenth of one pass each."""
        found: set[int] = set()
        line = position = 0
        if self._needled:
            for match in self._all_needles.finditer(encoded):
                start = match.start()
                line += encoded.count(b"\n", position, start)
                position = start
                found.add(line)
        return found

    def of(self, encoded: bytes, unmarked: bytes, worded: bool) -> list[int]:
        """Return the numbers of the patterns that a text may match, `parts` left out; in order.

        The text is given in UTF-8, and once more from its first letter or digit.
        """
        heads = self._heads.Match(encoded) if self._headed else None
        if self._headed and len(unmarked) < len(encoded):
            heads = {*(heads or ()), *(self._heads.Match(unmarked) or ())}
        if not (heads or worded):
            return []
        found = [self._headed[place] for place in heads] if heads else []
        if worded and self._needled:
            known = [self._needled[place] for place in self._needles.Match(encoded) or ()]
            found += [number for number, source in known if _teller(source).Match(encoded)]
        found.sort()
        return found

    def parts(self, encoded: bytes) -> list[int]:
        """Return the numbers of the patterns without a word of their own that a part of one of the lines may match."""
        found = self._parts.Match(encoded) if self._parted else None
        return sorted(self._parted[place] for place in found) if found else []


class Scanner:
    """All cues of a set of packs, compiled once; `scan` is safe to call from several threads.

    Raises:
        PackError: a pattern is not valid; the message names the rule.
    """

    def __init__(self, cues: Sequence[Cue], shared: Scanner | None = None) -> None:
        """Compile the cues; those of the scanner `shared` come before them and are not compiled again."""
        self._phrases: dict[str, list[Cue]] = {}
        self._rows: Rows[Cue] = Rows()
        self._patterns: list[_Pattern] = []
        self._tokens: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        self._marks: dict[str, list[Cue]] = {}
        self._tags: dict[str, list[Cue]] = {}
        self._candidates: tuple[_Candidates, ...] = ()
        if shared:
            self._phrases, self._marks, self._tags = map(_copied, (shared._phrases, shared._marks, shared._tags))
            self._tokens = _copied(shared._tokens)
            self._rows = shared._rows.copy()
            self._patterns, self._candidates = shared._patterns.copy(), shared._candidates
        self._known = lru_cache(maxsize=KNOWN_LINES)(self._read)
        own = _Candidates()
        for cue in cues:
            self._add(cue, own)
        own.compile()
        self._candidates += (own,)

    def _add(self, cue: Cue, candidates: _Candidates) -> None:
        for value in cue.values:
            if cue.match == "selector":
                self._add_selector(cue, value)
            elif cue.match == "regex":
                self._add_pattern(cue, value, candidates, whole=not cue.part)
            elif _PLACEHOLDER.search(value):
                self._add_pattern(cue, _phrase_pattern(value), candidates, whole=True)
                if cue.match == "phrase" and "{" not in value.replace(NETWORK, ""):
                    self._rows.add(cue, _with_placeholder(value))
            else:
                folded = fold(value)
                self._phrases.setdefault(folded, []).append(cue)
                if cue.match == "phrase" or cue.kind in THREAD_KINDS:
                    self._rows.add(cue, folded)

    def _add_selector(self, cue: Cue, value: str) -> None:
        chosen = selector(value)
        if chosen is None:
            raise PackError(f"rule {cue.rule}: {value!r} is no selector; {SELECTORS}", place=cue.rule)
        words, mark, tag = chosen
        if words:
            self._tokens.setdefault(words[0], []).append((words, cue))
        elif mark:
            self._marks.setdefault(mark, []).append(cue)
        else:
            self._tags.setdefault(tag, []).append(cue)

    def _add_pattern(self, cue: Cue, value: str, candidates: _Candidates, *, whole: bool) -> None:
        source = rf"^{_MARKS}(?:{value}){_MARKS}$" if whole else value
        try:
            candidates.add(len(self._patterns), source, whole=whole)
            if any(int(count) > MOST_REPEATS for count in _REPEATS.findall(source)):
                _finder(source)
        except re2.error as error:
            raise PackError(f"rule {cue.rule}: pattern {value!r} is not valid: {wrong_pattern(value) or error}", place=cue.rule) from error
        self._patterns.append(_Pattern(cue, source, whole))

    def scan(self, blocks: Iterable[Block], styles: Styles | None = None) -> tuple[tuple[CueHit, ...], ...]:
        """Return for each block the cues that match it: by its text, by its parts, by its element.

        `styles` are those of the blocks where they are known.
        """
        blocks = tuple(blocks)
        texts = [block.text for block in blocks]
        encoded = "\n".join(texts).encode()
        worded = self._worded(texts, encoded)
        known, read = self._known, self._read
        found = [
            (known if len(text) <= KNOWN_CHARS else read)(text, line in worded) for line, text in enumerate(texts)
        ]
        for number in [number for candidates in self._candidates for number in candidates.parts(encoded)]:
            pattern = self._patterns[number]
            found = [(*hits, *_pattern_hits(pattern, t, t.encode())) for hits, t in zip(found, texts, strict=True)]
        if not any(block.source.path or block.source.marks for block in blocks):
            return tuple(found)
        kinds, which = styles or styled(blocks)
        apart = {style for style, (_, _, marks) in enumerate(kinds) if IMAGE in marks}
        chosen = _unwrapped(texts, which, [self._selected(style) for style in kinds], apart, [*map(bool, found)])
        for line, style in enumerate(which):
            cues = chosen[style]
            if cues:
                length = len(texts[line])
                found[line] = (*found[line], *[cue.hit(0, length) for cue in cues])
        return tuple(found)

    def _worded(self, texts: list[str], encoded: bytes) -> Container[int]:
        """Return the texts that may match a pattern known by words of its own; of texts that are several lines, all may."""
        if encoded.count(b"\n") >= len(texts):
            return range(len(texts))
        first, *others = [candidates.worded(encoded) for candidates in self._candidates]
        return first.union(*others)

    def _read(self, text: str, worded: bool) -> tuple[CueHit, ...]:
        """Return the cues that match a block by its text; an address behind it tells where a line that is furniture leads."""
        hits = self._told(text, worded)
        if hits or "://" not in text:
            return hits
        address = _ADDRESS.search(text)
        if not address or not address.start():
            return ()
        end = address.start()
        return tuple(
            hit._replace(end=len(text)) for hit in self._told(text[:end], worded) if hit.end - hit.start == end and hit.match != "section"
        )

    def _told(self, text: str, worded: bool) -> tuple[CueHit, ...]:
        """Return the cues that match a text as it stands."""
        phrases = self._phrase(text) if len(text) <= MAX_PHRASE_CHARS else None
        encoded = text.encode()
        unmarked = encoded if text[:1].isalnum() else _UNMARKED.sub("", text).encode()
        patterns = [number for candidates in self._candidates for number in candidates.of(encoded, unmarked, worded)]
        hits = [cue.hit(0, len(text)) for cue in phrases or ()]
        for number in patterns:
            hits += _pattern_hits(self._patterns[number], text, encoded)
        if hits:
            return _said(text, hits)
        row = self._rows.cue(fold(text)) if len(text) <= MAX_PHRASE_CHARS else None
        return (row.hit(0, len(text)),) if row else ()

    def line(self, text: str) -> list[CueHit]:
        """Return the cues that match the whole of a text that is, or might be, a line of its own; no headings of sections."""
        return [hit for hit in self._known(text, True) if hit.end - hit.start >= len(text) and hit.match != "section"]

    def _phrase(self, text: str) -> list[Cue] | None:
        """Return the cues whose phrases read like a line, or like one with a count at its end."""
        line = fold(text)
        found = self._phrases.get(line)
        if found is None and _counts(line[-2:]):
            found = self._phrases.get(_unmarked(_COUNT.sub("", line)))
        return found

    def _selected(self, style: Style) -> list[Cue]:
        """Return the cues whose selectors match an element; blocks of one style share the answer."""
        path, tokens, marks = style
        found: dict[str, Cue] = {}
        for place, token in enumerate(tokens):
            for words, cue in self._tokens.get(token, ()):
                if len(words) == 1 or tokens[place : place + len(words)] == words:
                    found.setdefault(cue.rule, cue)
        for table, keys in ((self._marks, marks), (self._tags, path[::-1])):
            for key in filter(table.__contains__, keys):
                for cue in table[key]:
                    found.setdefault(cue.rule, cue)
        return list(found.values())


def wrong_pattern(value: str) -> str:
    """Return what is wrong with a pattern, empty where nothing is."""
    try:
        _finder(value)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        return reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
    return ""


def _copied(table: Mapping[str, list[_Entry]]) -> dict[str, list[_Entry]]:
    """Return a table whose lists can grow."""
    return {key: entries.copy() for key, entries in table.items()}


def selector(value: str) -> Selector | None:
    """Return what a selector looks for, all in small letters as blocks have it; None where it is none.

    Classes and ids are known by their words of two letters and more: what has others, as `col-2` does, would choose all that begin so.
    """
    found = _SELECTOR.fullmatch(value)
    if found is None:
        return None
    name, mark, tag = found.groups("")
    words = words_of(name)
    if "".join(words) != _BETWEEN_WORDS.sub("", name).lower():
        return None
    return Selector(words, mark.replace('"', "").replace("'", "").lower(), tag.lower())


def says(phrase: str) -> bool:
    """Say whether a line can be told by a phrase: marks, which are not compared, are no phrase."""
    return bool(fold(phrase))


def _said(text: str, hits: list[CueHit]) -> tuple[CueHit, ...]:
    """Return the hits without those that a story's words belie: it quotes somebody, or names who is called for help."""
    if any(hit.kind in ADDRESSED for hit in hits) and (_REPORTED.search(text) or _SAID_ABROAD.search(text)):
        return tuple(hit for hit in hits if hit.kind not in ADDRESSED)
    if any(hit.kind == "contact" for hit in hits) and _HELPLINE.search(text):
        return tuple(hit for hit in hits if hit.kind != "contact")
    return tuple(hits)


def _unwrapped(
    texts: Sequence[str], which: Sequence[int], chosen: list[list[Cue]], apart: Container[int], known: Sequence[bool]
) -> list[list[Cue]]:
    """Return the cues `chosen` for each style, without rules that match the whole page: `<main class="ad-free">` says nothing.

    The styles `apart` are of images' lines, whose addresses are longer than many a story. `known` says which texts a rule matches by their words.
    """
    if not any(chosen):
        return chosen
    long: list[tuple[int, list[Cue]]] = []
    slides: list[tuple[int, list[Cue]]] = []
    for text, style, by_words in zip(texts, which, known, strict=True):
        if len(text) < SLIDE_CHARS or style in apart:
            continue
        if len(text) >= MAX_PHRASE_CHARS:
            long.append((len(text), chosen[style]))
        if not by_words or any(cue.kind == "caption" for cue in chosen[style]):
            slides.append((len(text), chosen[style]))
    wrappers = _wrappers(long) | _slideshows(slides)
    return [[cue for cue in cues if cue.rule not in wrappers] for cues in chosen] if wrappers else chosen


def _wrappers(blocks: Sequence[tuple[int, list[Cue]]]) -> set[str]:
    """Return the rules that match next to all of the page's long blocks, by their sizes and cues."""
    covered: dict[str, int] = defaultdict(int)
    for size, cues in blocks:
        for cue in cues:
            covered[cue.rule] += size
    total = sum([size for size, _ in blocks])
    return {rule for rule, size in covered.items() if size >= WRAPPED * total} if len(blocks) >= WRAPPED_BLOCKS else set()


def _slideshows(blocks: Sequence[tuple[int, list[Cue]]]) -> set[str]:
    """Return the rules that match pictures' texts which tell the page's story, by the sizes and cues of the blocks that no rule knows by their words."""
    covered: dict[str, list[int]] = defaultdict(list)
    for size, cues in blocks:
        for cue in cues:
            if cue.kind == "caption":
                covered[cue.rule].append(size)
    total = sum([size for size, _ in blocks])
    few = {rule: sum(sizes) for rule, sizes in covered.items() if len(sizes) >= SLIDES and len(blocks) - len(sizes) <= BESIDE_SLIDES}
    return {rule for rule, size in few.items() if size >= SLIDESHOW * total}


def _phrase_pattern(value: str) -> str:
    """Return the pattern of a phrase with placeholders; spaces and quotes match loosely."""
    pieces: list[str] = []
    position = 0
    for match in _PLACEHOLDER.finditer(value):
        pieces += (_literal(value[position : match.start()]), PLACEHOLDERS[match[1]])
        position = match.end()
    pieces.append(_literal(value[position:]))
    return "".join(pieces)


def _with_placeholder(value: str) -> str:
    """Return a phrase folded but for the network's place in it."""
    return NETWORK.join(fold(f"a {piece} a")[1:-1] for piece in value.split(NETWORK)).strip()


def _literal(text: str) -> str:
    """Return the pattern of a piece of a phrase: with or without its accents, as `fold` reads phrases that have no placeholder."""
    escaped: str = re2.escape(text).replace(r"\ ", r"\s+").replace(" ", r"\s+")
    for mark, loose in (("'", "['’‘]"), ('"', '["“”]')):
        escaped = escaped.replace(f"\\{mark}", mark).replace(mark, loose)
    return escaped if text.isascii() else "".join(map(_accented, escaped))


def _accented(letter: str) -> str:
    """Return the pattern of a letter, with and without its accent if it has one that readers of Latin or Greek letters leave out."""
    plain = "" if letter.isascii() else _unaccented(letter)
    return f"[{letter}{plain}]" if len(plain) == 1 and plain != letter and unicodedata.name(plain).startswith(_ACCENTED_SCRIPTS) else letter


def _pattern_hits(item: _Pattern, text: str, encoded: bytes) -> list[CueHit]:
    """Return the hits of one pattern."""
    cue, source = item.cue, _smaller(item.source, text)
    if item.whole:
        return [cue.hit(0, len(text))] if _teller(source).Match(encoded) else []
    return [cue.hit(m.start(), m.end()) for m in _finder(source).finditer(text) if m.end() > m.start()]
