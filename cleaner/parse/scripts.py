"""Scripts, style sheets and data that stand in text, because its markup was taken out by tags alone.

Programs that strip tags, or take all the text of a page's tree, leave what stood between `<script>` and `</script>`. It has no
lines of its own, says the story again as data, and hides the page's own layout. Each run of it is one block, and the text around
it is read as if it were not there. A listing that a story shows is written for readers: it has spaces and lines, and neither
measures visits nor declares the page to search engines.

`script_runs` finds what is code at all; here it is said which of it is the page's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.model import Span
from cleaner.parse import script_runs
from cleaner.parse.script_units import escaped, has_escapes
from cleaner.regexes import regex

PACKED_CHARS, PACKED_SHARE = 200, 0.3
"""Characters from which code is no listing that is not spaced, and the share of its braces, colons and semicolons up to which white
space follows them: people put it behind nearly all, packers behind none but in strings."""
PACKED_MARKS, LEAST_MARKS = ('{"', '":', "){", ";}", ":{", '\\"', "\\u00"), 16
"""Marks that stand together where code is not spaced, and how many a text has that holds some of length."""
LEFT_SHARE, LEFT_CHARS = 0.2, 2_000
"""Share of a text, or characters of it, that are packed or sure to be a page's own from which spaced code with one sign of a page's
machinery is taken for it too: a story about such code shows less of it."""
EARLY_CHARS, EARLY_RUNS, LONE_CHARS, TITLE_CHARS = 4_000, 3, 8_000, 160
"""Characters in which the code of a page's head begins, runs of code that a page with one has at least, or characters of fewer, and characters of text, the
window's title and a button or two, that stand before it: one old page in four has such code without any word that `SURE` knows."""
SHOWN_CHARS, SHOWN_LINES, TOLD_SPACES, TOLD_EAST = 400, 2, 6, 15
"""How far around code the lines above and below are looked at, and how many of each; spaces of such a line, and signs in scripts without, from which it is a sentence, not a
menu's entry."""
LEFT_LINE_CHARS, LEFT_KEYS, LEFT_SIGNS = 80, 4, 0.03
"""Characters of a line that is a piece of a page's code or data, keys of data in it, and the share of its characters that are signs of code. Of 46
such lines of flattened development pages none is story."""

SURE = (
    "dataLayer", "googletag.", "gtag(", "fbq(", "_taboola", "adsbygoogle", "_gaq", "__NEXT_DATA__", "__next_f", "__NUXT__",
    "__APOLLO_STATE__", "sourceURL=", "NREUM", "wp.i18n", "wpEmoji", "DD_RUM", "window._", '"@context"',
    "//<![CDATA[", "/*<![CDATA[", "/* <![CDATA[", "// <![CDATA[", "//]]>", "/* ]]>", "//-->", "// -->", "document.write(unescape(", "document.write('<", 'document.write("<',
    "COMSCORE", "_comscore", "s_account", "s.pageName", "google_ad_", "ga('create'", "_gat.", "_trackPageview", "_paq.", "_qevents",
    "_sf_async_config", "Ya.Metrika", "fbAsyncInit", "FB.init(", "twttr.", "stLight.", "addthis_config", "addthis_share", "disqus_shortname",
    "OutbrainPermaLink", "OAS_", "gigya", "_wpcf7", "Drupal.settings", "jwplayer(", "optimizely", "Raven.config", "utag_data",
)  # fmt: skip
"""What measures visits, sells space, builds the page, or declares it to search engines: no story shows it but one about that."""
_MACHINERY = regex(
    r"\bwindow\.\w|\bdocument\.\w|\bjQuery\b|addEventListener|!important|@media\b|@font-face|@keyframes|-webkit-|-moz-"
    r"|\b(?:display|margin|padding|border|color|background|font|width|height|position)[\w-]*\s*:\s*[^;{}\n]{1,60}[;}]"
    r"|getElementsByTagName|createElement|querySelector|innerHTML|innerText|classList|localStorage|\.ready\(\s*function|\$\(function|\.push\(|\\u003[cC]|https?:\\/\\/|typeof |\"@type\"|data:image/"
    r"|--[a-z]+-[\w-]+:\s|\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b"
)
_EARLY = regex(r"\bvar\s+\w+\s*=|\bwindow\.\w|\bfunction\b[^(){}]{0,40}\(|\bdocument\.\w|\{[^{}]{0,200}[;:]")
"""What code begins with."""
_LETTERS_EAST = regex(r"[\u3040-\u30ff\u4e00-\u9fff]")
DECLARED = '{"@context":"'
"""What data begins with that declares a page to search engines; a story that shows some has it spaced."""
_SPACED_SIGN = regex(r"[{:;]\s?")
_LINK = regex(r"\]\((?:<?(?:\w+:[/\w+]|[/#?]|\.\.?/)|[\w%.-]+/)")
"""A link or an image of Markdown; calls of what a list holds have arguments there."""


def left_in(text: str) -> tuple[Span, ...]:
    """Return the runs of scripts, styles and data that were left in `text`, in order and apart.

    Time is linear in the length of the text, and next to none where it has no braces.
    """
    if "{" not in text:
        return ()
    known_page = _is_sure(text)
    if not (known_page or _EARLY.search(text, 0, EARLY_CHARS) or _has_packed(text)):
        return ()
    runs = script_runs.code(text)
    braced = [run for run in runs if "{" in text[run.start : run.end]]
    early = _is_headed_by(text, braced)
    left = [run for run in runs if _is_marked(text[run.start : run.end])]
    codes = [text[run.start : run.end] for run in left]
    packed = [_is_packed(code) for code in codes]
    long = (known and len(code) >= LEFT_CHARS and "{" in code for known, code in zip(packed, codes, strict=True))
    if not (early or known_page or any(long)):
        return ()
    sure = [known or _is_sure(code) for known, code in zip(packed, codes, strict=True)]
    size = sum(len(code) for code, known in zip(codes, sure, strict=True) if known or early)
    enough = size >= min(LEFT_CHARS, LEFT_SHARE * len(text))
    told = (
        known or (enough and (own or _MACHINERY.search(code))) or (early and run == braced[0]) or not _is_shown(text, run)
        for run, code, known, own in zip(left, codes, packed, sure, strict=True)
    )
    return tuple(run for run, taken in zip(left, told, strict=True) if taken)


def _is_marked(code: str) -> bool:
    return "{" in code or _is_signed(code) or has_escapes(code)


def _is_shown(text: str, run: Span) -> bool:
    """Say whether code is a listing that a story shows: sentences, or what introduces it, stand right above or below it, a heading between them at most."""
    above, below = text[max(0, run.start - SHOWN_CHARS) : run.start], text[run.end : run.end + SHOWN_CHARS]
    return any(map(_is_told, [*filter(str.strip, above.splitlines())][-SHOWN_LINES:] + [*filter(str.strip, below.splitlines())][:SHOWN_LINES]))


def _is_told(line: str) -> bool:
    return line.rstrip().endswith((":", "：")) or line.count(" ") >= TOLD_SPACES or len(_LETTERS_EAST.findall(line)) >= TOLD_EAST


def _is_headed_by(text: str, runs: Sequence[Span]) -> bool:
    """Say whether several runs of code stand in a text, the first behind no more than a window's title: that of a page's head, which no listing is."""
    size = sum(end - start for start, end in runs)
    if size < (LEFT_CHARS if len(runs) >= EARLY_RUNS else LONE_CHARS):
        return False
    return len(" ".join(text[: runs[0].start].split())) <= TITLE_CHARS


def is_machinery(text: str) -> bool:
    """Say whether a line is code or packed data of a page's own, whatever part of a script it is: converters leave scripts in pieces."""
    if len(text) < LEFT_LINE_CHARS or "{" not in text or _LINK.search(text):
        return False
    if ((text[0] in "{[" and text[-1] in "}]") or DECLARED in text) and text.count('":') >= LEFT_KEYS:
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


def _is_sure(code: str) -> bool:
    """Say whether something in code belongs to a page and to no listing."""
    return any(word in code for word in SURE)


def _has_packed(text: str) -> bool:
    """Say whether a text has as many marks that stand together as code of some length does that is not spaced."""
    return sum(map(text.count, PACKED_MARKS)) >= LEAST_MARKS


def _is_packed(code: str) -> bool:
    """Say whether code is as programs write it, hardly spaced or with its quotes escaped."""
    if DECLARED in code or any(escaped(code)):
        return True
    if len(code) < PACKED_CHARS or "{" not in code:
        return False
    signs = _SPACED_SIGN.findall(code)
    return len([sign for sign in signs if len(sign) > 1]) <= PACKED_SHARE * len(signs)
