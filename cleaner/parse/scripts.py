"""Scripts, style sheets and data that stand in text, because its markup was taken out by tags alone.

Programs that strip tags, or take all the text of a page's tree, leave what stood between `<script>` and `</script>`. It has no
lines of its own, says the story again as data, and hides the page's own layout. Each run of it is one block, and the text around
it is read as if it were not there. A listing that a story shows is written for readers: it has spaces and lines, and neither
measures visits nor declares the page to search engines.

What stands in braces that match is code whatever its strings say. The words outside are code or text by the signs they hold, and
by what stands beside them: the likeliest of all ways to change from one to the other is taken (Viterbi 1967).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.model import Span

PACKED_CHARS, PACKED_SHARE = 200, 0.3
"""Characters from which code is no listing that is not spaced, and the share of its braces, colons and semicolons up to which white
space follows them: people put it behind nearly all, packers behind none but in strings."""
LEFT_SHARE, LEFT_CHARS = 0.2, 2_000
"""Share of a text, or characters of it, that are packed or sure to be a page's own from which spaced code with one sign of a page's
machinery is taken for it too: a story about such code shows less of it."""
EARLY_CHARS, EARLY_RUNS, TITLE_CHARS = 4_000, 3, 160
"""Characters in which the code of a page's head begins, runs of code that a page with one has at least, and characters of text, the window's title
and a button or two, that stand before it: one old page in four has such code without any word that `SURE` knows."""
SHOWN_CHARS, SHOWN_LINES, TOLD_SPACES, TOLD_EAST = 400, 2, 6, 15
"""How far around code the lines above and below are looked at, and how many of each; spaces of such a line, and signs in scripts without, from which it is a sentence, not a
menu's entry."""
LEFT_LINE_CHARS, LEFT_KEYS, LEFT_SIGNS = 80, 4, 0.03
"""Characters of a line that is a piece of a page's code or data, keys of data in it, and the share of its characters that are signs of code. Of 46
such lines of flattened development pages none is story."""
PROSE_CHARS = 40
"""Characters between two marks of code below which there is no prose."""
HEAD_CHARS = 300
"""How far before its opening brace a statement begins."""
CHANGE, CHANGE_OF_LINE = 4.0, 0.9
"""What a change between text and code costs, in plain words: within a line four on either side, at its end not two."""
PLAIN, SIGN, MOST_SIGNS, ENDED, LONG = -1.0, 1.5, 6.0, 2.0, 3.0
"""What words count for code: a plain one, each sign in one and all of them, a semicolon behind it, and its length."""
LONG_WORD = 60
"""Characters from which a run without a space is code or data; the longest words in use have fewer. Field observation."""
STRING_CHARS = 80
"""How far from a gap the quotes of the string are looked for that it may be part of."""
MOST_FAILURES = 20
"""Calls without an end after which no more ends are looked for."""
BRACED = 50.0
"""What braces and comments count."""

_TOKEN = re.compile(
    r"(?<=[:,\[ ])\"(?:[^\"\\]|\\.)*\"(?=\s*[,}\]])|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`]*`"
    r"|/\*.{0,2000}?\*/|(?<![:\w(\\])//[^\n]*|[{}]",
    re.DOTALL,
)
_PAREN_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[()]")
_START = re.compile(r"\{|(?<=[\w$])\((?=[\[\"'])")
"""What opens code outside of any: a brace, or a call with a string or list."""
_PROSE = re.compile(r"(?:[^\W\d_]+(?:['’-][^\W\d_]+)*,?[ \n]){8}")
"""Words in a row that no code has outside of its strings and comments."""
SURE = (
    "dataLayer", "googletag.", "gtag(", "fbq(", "_taboola", "adsbygoogle", "_gaq", "__NEXT_DATA__", "__next_f", "__NUXT__",
    "__APOLLO_STATE__", "sourceURL=", "NREUM", "wp.i18n", "wpEmoji", "DD_RUM", "window._", '"@context"',
    "//<![CDATA[", "/*<![CDATA[", "/* <![CDATA[", "// <![CDATA[", "document.write(unescape(", "document.write('<", 'document.write("<',
    "COMSCORE", "_comscore", "s_account", "s.pageName", "google_ad_", "ga('create'", "_gat.", "_trackPageview", "_paq.", "_qevents",
    "_sf_async_config", "Ya.Metrika", "fbAsyncInit", "FB.init(", "twttr.", "stLight.", "addthis_config", "addthis_share", "disqus_shortname",
    "OutbrainPermaLink", "OAS_", "gigya", "_wpcf7", "Drupal.settings", "jwplayer(", "optimizely", "Raven.config", "utag_data",
)  # fmt: skip
"""What measures visits, sells space, builds the page, or declares it to search engines: no story shows it but one about that."""
_MACHINERY = re.compile(
    r"\bwindow\.\w|\bdocument\.\w|\bjQuery\b|addEventListener|!important|@media\b|@font-face|@keyframes|-webkit-|-moz-"
    r"|\b(?:display|margin|padding|border|color|background|font|width|height|position)[\w-]*\s*:\s*[^;{}\n]{1,60}[;}]"
    r"|getElementsByTagName|createElement|\.push\(|\\u003[cC]|https?:\\/\\/|typeof |\"@type\"|data:image/"
)
_EARLY = re.compile(r"\bvar\s+\w+\s*=|\bwindow\.\w|\bfunction\b[^(){}]{0,40}\(|\bdocument\.\w|\{[^{}]{0,200}[;:]")
"""What code begins with."""
_LETTERS_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_SELECTOR = r"(?:[.#:@\[][\w\-\\\"(][^\s{},>+~]*|\*)"
_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|button|code|dd|details|div|dl|dt|em|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    "|hr|html|i|iframe|img|input|label|legend|li|main|nav|ol|p|pre|q|section|select|small|span|strong|sub|summary|sup|svg|table"
    "|tbody|td|textarea|tfoot|th|thead|tr|u|ul|video|from|to|screen|print|and|not|all"
)
"""Elements that style sheets name, and words of their own."""
_HEAD = re.compile(
    # a function; a branch or loop; a declaration; an assignment or the arguments of a call
    r"(?:[!~+;(]\s*)*(?:async\s+)?\bfunction\b[^{}]*$"
    r"|(?:[!~+;(]\s*)*\b(?:if|for|while|switch|catch|try|else|do)\b\s*(?:\([^{}]*)?$"
    r"|\b(?:var|let|const)\s+[\w$]+\s*=[^{}]*$"
    r"|[\w$][\w$.\[\]'\"]*\s*(?:=|\()[^{};]*$"
    # the name of what is called, from the window's own objects on where a word of the text stands right before
    r"|\(?(?:self|window|document)\.[\w$.]*$|[a-z_$](?![\w$.]*(?:self|window|document)\.)[\w$]*(?:\.[\w$]+)*$"
    # a selector of a style sheet; a mark behind which a value begins
    rf"|(?<![\w!?…”\"’)]){_SELECTOR}(?:(?:\s*[,>+~]\s*|\s+)(?:{_SELECTOR}|(?:{_TAGS})\b[^\s{{}},>+~]*))*\s*$|[@\[(,;:=]\s*$"
)
"""How the statement, rule or value begins whose opening brace or parenthesis follows."""
_CLOSING = re.compile(r"[ \t]*[)\];,}]+")
_OPEN_STRING = re.compile(r"[:\[,(=+]\s*\\*[\"'`][^\"'`\n]*\Z")
_STRING_END = re.compile(r"[^\"`\n]*?\\*[\"'`]\s*(?:[,;:\])}+]|\\n)")
"""What a run ends in whose string goes on, and what another begins with where that string ends."""
_COMMENT = r"/\*.{0,2000}?\*/|(?:(?<=\n)|\A)[ \t]*//[^\n]*"
_BEGUN = r"(?:window|document|self)\.\w|!function\b|\(function\b|\(self\."
"""What a statement begins with that stands right behind a word of the text."""
_WORD = re.compile(rf"{_COMMENT}|(?:(?!{_BEGUN})\S)+|\S+", re.DOTALL)
_EDGES = "()[]\"'.,:!?…“”‘’«»"
_SIGNS = re.compile(r"[{}=;\\_$|<>()\[\]\":/,@#&%+*]")
_SPACED_SIGN = re.compile(r"[{:;]\s?")
_LINK = re.compile(r"\]\((?:<?(?:\w+:[/\w+]|[/#?]|\.\.?/)|[\w%.-]+/)")
"""A link or an image of Markdown; calls of what a list holds have arguments there."""
STRUCTURED = '{"@context"'
"""What data begins with that declares a page to search engines, be it between calls of the page's own."""
_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w")


class _Item(NamedTuple):
    """A piece of text, how much it counts for code, and what a change of state before it costs."""

    start: int
    end: int
    score: float
    change: float


def left_in(text: str) -> tuple[Span, ...]:
    """Return the runs of scripts, styles and data that were left in `text`, in order and apart.

    Time is linear in the length of the text, and next to none where it has no braces.
    """
    if "{" not in text or not (_is_sure(text) or _EARLY.search(text, 0, EARLY_CHARS)):
        return ()
    runs = _joined(text, _runs(list(_items(text))))
    braced = [run for run in runs if "{" in text[run.start : run.end]]
    early = _is_headed_by(text, braced)
    if not (early or _is_sure(text)):
        return ()
    left = [run for run in runs if "{" in text[run.start : run.end] or _is_signed(text[run.start : run.end])]
    codes = [text[run.start : run.end] for run in left]
    packed = [_is_packed(code) for code in codes]
    sure = [known or _is_sure(code) for known, code in zip(packed, codes, strict=True)]
    size = sum(len(code) for code, known in zip(codes, sure, strict=True) if known or early)
    enough = size >= min(LEFT_CHARS, LEFT_SHARE * len(text))
    told = (
        known or (enough and (own or _MACHINERY.search(code))) or (early and run == braced[0]) or not _is_shown(text, run)
        for run, code, known, own in zip(left, codes, packed, sure, strict=True)
    )
    return tuple(run for run, taken in zip(left, told, strict=True) if taken)


def _is_shown(text: str, run: Span) -> bool:
    """Say whether code is a listing that a story shows: sentences, or what introduces it, stand right above or below it, a heading between them at most."""
    above, below = text[max(0, run.start - SHOWN_CHARS) : run.start], text[run.end : run.end + SHOWN_CHARS]
    return any(map(_is_told, [*filter(str.strip, above.splitlines())][-SHOWN_LINES:] + [*filter(str.strip, below.splitlines())][:SHOWN_LINES]))


def _is_told(line: str) -> bool:
    return line.rstrip().endswith((":", "：")) or line.count(" ") >= TOLD_SPACES or len(_LETTERS_EAST.findall(line)) >= TOLD_EAST


def _is_headed_by(text: str, runs: Sequence[Span]) -> bool:
    """Say whether several runs of code stand in a text, the first behind no more than a window's title: that of a page's head, which no listing is."""
    if len(runs) < EARLY_RUNS or sum(end - start for start, end in runs) < LEFT_CHARS:
        return False
    return len(" ".join(text[: runs[0].start].split())) <= TITLE_CHARS


def is_machinery(text: str) -> bool:
    """Say whether a line is code or packed data of a page's own, whatever part of a script it is: converters leave scripts in pieces."""
    if len(text) < LEFT_LINE_CHARS or "{" not in text or _LINK.search(text):
        return False
    if ((text[0] in "{[" and text[-1] in "}]") or STRUCTURED in text) and text.count('":') >= LEFT_KEYS:
        return text.count('": ') <= PACKED_SHARE * text.count('":')
    return _is_signed(text) and (_MACHINERY.search(text) is not None or _is_sure(text))


def _is_signed(text: str) -> bool:
    """Say whether a text of some length has the signs of code for it; text in scripts without spaces is one long word."""
    return len(text) >= LEFT_LINE_CHARS and sum(map(text.count, "{}();=")) >= LEFT_SIGNS * len(text)


def without(text: str, runs: Sequence[Span]) -> str:
    """Return `text` with blanks in the place of `runs`, a line end at both ends of each; every offset stays."""
    pieces: list[str] = []
    for before, run in pairwise((Span(0, 0), *runs)):
        pieces += (text[before.end : run.start], "\n", " " * (run.end - run.start - 2), "\n")
    return "".join((*pieces, text[runs[-1].end :] if runs else text))


def _joined(text: str, runs: Iterable[Span]) -> list[Span]:
    """Return the runs with those made one between which a string goes on that holds prose."""
    found: list[Span] = []
    for run in runs:
        if found and _is_in_string(text, found[-1], run):
            found[-1] = Span(found[-1].start, run.end)
        else:
            found.append(run)
    return found


def _is_in_string(text: str, before: Span, after: Span) -> bool:
    """Say whether a string that is open where one run ends is closed where the next begins."""
    opened = _OPEN_STRING.search(text, max(before.start, before.end - STRING_CHARS), before.end)
    return opened is not None and _STRING_END.match(text, after.start, after.start + STRING_CHARS) is not None


def _runs(items: Sequence[_Item]) -> list[Span]:
    """Return the runs of items that are code in the likeliest of all ways to tell code from text."""
    came: list[tuple[bool, bool]] = []  # for each item, whether what stood before it is code if it is text, and if it is code
    prose, code = 0.0, -CHANGE
    for item in items:
        came.append((code - item.change > prose, prose - item.change <= code))
        prose, code = max(prose, code - item.change), max(code, prose - item.change) + item.score
    state = code > prose
    run: tuple[int, int] | None = None
    found: list[Span] = []
    for item, before in zip(reversed(items), reversed(came), strict=True):
        if state:
            run = (item.start, run[1] if run else item.end)
        elif run:
            found.append(Span(*run))
            run = None
        state = before[state]
    if run:
        found.append(Span(*run))
    return found[::-1]


def _items(text: str) -> Iterator[_Item]:
    """Yield what stands in braces, with the arguments behind it, and the words between, in order."""
    end = 0
    calls = _Parentheses(text)
    for unit in _units(text, calls):
        if unit.start < end:
            continue
        head = _head(text, end, unit.start)
        yield from _words(text, end, head)
        closed = _behind(text, unit.end, calls)
        yield _Item(head, closed, BRACED, _change(text, end, head))
        end = closed
    yield from _words(text, end, len(text))


def _words(text: str, start: int, end: int) -> Iterator[_Item]:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        comment = word.lstrip().startswith(("/*", "//"))
        yield _Item(match.start(), match.end(), BRACED if comment else _score(word), _change(text, start, match.start()))
        start = match.end()


def _change(text: str, before: int, start: int) -> float:
    return CHANGE_OF_LINE if "\n" in text[before:start] else CHANGE


def _score(word: str) -> float:
    """Return how much a word counts for code."""
    core = word.strip(_EDGES)
    if _ADDRESS.match(core):
        return 0.0
    ended = ENDED if word[-1] in ";{" or core[:1] in ("#", ".", "@") else 0.0
    signs = min(MOST_SIGNS, SIGN * len(_SIGNS.findall(core.rstrip(";"))))
    return PLAIN + signs + ended + (LONG if len(word) > LONG_WORD and word.isascii() else 0.0)


def _units(text: str, calls: _Parentheses) -> list[Span]:
    """Return what stands between braces that match, outermost ones alone; strings within braces may hold others.

    Braces with prose between them do not match: where one was lost, those around the next story would.
    """
    found: list[Span] = []
    opened: list[int] = []
    position, prose = 0, -1
    while match := (_TOKEN if opened else _START).search(text, position):
        at, sign = match.start(), match.group()
        if opened and at - position > PROSE_CHARS and _PROSE.search(text, position, at):
            prose = at
        position = match.end()
        if sign == "{":
            opened.append(at)
        elif sign == "(":
            position = calls.end(at)
            found.append(Span(at, position))
        elif sign == "}":
            start = opened.pop()
            if start > prose:
                while found and found[-1].start > start:
                    found.pop()
                found.append(Span(start, position))
    return found


def _head(text: str, lowest: int, brace: int) -> int:
    """Return where the statement begins whose opening `brace` is known, not before `lowest`."""
    low = max(lowest, brace - HEAD_CHARS)
    line = text.rfind("\n", low, brace) + 1 or low
    match = _HEAD.search(text, line, brace)
    return match.start() if match else brace


def _behind(text: str, end: int, calls: _Parentheses) -> int:
    """Return where the code behind a closing brace ends: closing marks, the arguments of a call."""
    while True:
        closed = _CLOSING.match(text, end)
        reached = closed.end() if closed else end
        if text[reached : reached + 1] == "(" and text[reached - 1] in "})":
            reached = calls.end(reached)
        if reached == end:
            return end
        end = reached


class _Parentheses:
    """Finds where calls end. After some that do not end it looks for no more, so that time stays linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.failures = 0

    def end(self, start: int) -> int:
        """Return the place behind the parenthesis that closes the one at `start`; behind that one itself where none does."""
        depth = 0
        for token in _PAREN_TOKEN.finditer(self.text, start) if self.failures < MOST_FAILURES else ():
            depth += {"(": 1, ")": -1}.get(token.group(), 0)
            if not depth:
                return token.end()
        self.failures += 1
        return start + 1


def _is_sure(code: str) -> bool:
    """Say whether something in code belongs to a page and to no listing."""
    return any(word in code for word in SURE)


def _is_packed(code: str) -> bool:
    """Say whether code is as programs write it, hardly spaced."""
    if len(code) < PACKED_CHARS or "{" not in code:
        return False
    signs = _SPACED_SIGN.findall(code)
    return len([sign for sign in signs if len(sign) > 1]) <= PACKED_SHARE * len(signs)
