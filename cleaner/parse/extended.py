"""Marks beyond CommonMark that sites, note programs and converters write: footnotes, callouts, shortcodes, components, wiki links.

Each form is a row of `FORMS`. What such a mark shows of itself stays: the title of a callout, the name in a wiki link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.model import Span
from cleaner.parse.marks import Mark
from cleaner.regexes import regex


class Form(NamedTuple):
    """A form of marks: something any text with one holds, and its pattern.

    Of what the pattern matches, the group `text` is shown, or all but the group `mark` where there is one. What a form `is` besides:
    `line` parts as a blank line does, `link` shows a link, `image` stands for a picture, `list` is a line of a list of addresses.
    """

    sign: str
    pattern: re.Pattern[str]
    is_: str = ""


class Found(NamedTuple):
    """The marks of a text, its links and pictures, and the `addresses` at its end, with the `names` that links give for them."""

    marks: list[Mark]
    links: list[Span]
    images: list[Span]
    addresses: list[Span]
    names: set[str]


def _form(sign: str, pattern: str, is_: str = "") -> Form:
    return Form(sign, regex(pattern, re.MULTILINE | re.VERBOSE), is_)


_PICTURE = "(?:[Ff]igure|[Ii]mage|[Ii]mg|[Pp]icture|[Pp]hoto)"
_QUOTED = r"\"[^\"<>]*\"|'[^'<>\n]*'"
_PROPERTIES = rf"(?:\s(?:[^<>{{}}\"'/]|/(?!>)|{_QUOTED}|\{{[^{{}}<]*(?:\{{[^{{}}<]*\}}[^{{}}<]*)?\}})*)?"
_DEFINED = r"^[\ \t]*\[(?P<name>[^\[\]\n^][^\[\]\n]{0,200})\]:[\ \t]*(?:\n[\ \t]*)?"

FORMS = (
    # `[//]: # (a note to oneself)`
    _form("]: #", r"^[\ \t]*\[[^\[\]\n]{1,20}\]:[\ \t]\#[\ \t]*(?:\(.*\)|\".*\"|'.*')[\ \t]*$", "line"),
    # `[board]: https://board.example "The board"`
    _form(
        "]:",
        rf"{_DEFINED}(?:<[^<>\n]+>|(?=\S*[\#/.@:])[^\s<>]+)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()]*\)))?[\ \t]*$",
        "list",
    ),
    # `said so.[^1]` and `[^1]: To this paper.`
    _form("[^", r"^[\ \t]*(?P<mark>\[\^[^\[\]\s]{1,60}\]:[\ \t]*)"),
    _form("[^", r"\[\^[^\[\]\s]{1,60}\]"),
    # `said so.\[1\]`
    _form(r"\[", r"(?<=\S)\\\[\d{1,3}\\\]"),
    # `Skip to content⟨1⟩`, with the list of addresses at the end
    _form("⟨", r"(?<=\S)⟨\d{1,4}⟩"),
    # `import Tabs from '@theme/Tabs';`, `export const boats = 2;`
    _form("import ", r"^import[\ \t]+(?:[\w{},*$\ ]{1,200}[\ \t]from[\ \t]+)?(?:'[^'\n]+'|\"[^\"\n]+\");?[\ \t]*$", "line"),
    _form("export ", r"^export[\ \t]+(?:const|let|var|default)[\ \t][^\n]*;[\ \t]*$", "line"),
    # `> [!NOTE]`, `!!! note "Opening hours"`, `:::note[Opening hours]`
    _form("[!", r"^[\ \t]*(?:>[\ \t]*)+(?P<mark>\[![\w\-]{1,30}(?:\|[^\[\]\n]*)?\][+\-]?[\ \t]*)", "line"),
    _form("!!! ", r"^[\ \t]*!!![\ \t]+[\w\-]+(?:[\ \t]+\"(?P<text>[^\"\n]*)\")?[\ \t]*$", "line"),
    _form("??? ", r"^[\ \t]*\?\?\?[\ \t]+[\w\-]+(?:[\ \t]+\"(?P<text>[^\"\n]*)\")?[\ \t]*$", "line"),
    _form(":::", r"^[\ \t]*:{3,}[\w\-]+\[(?P<text>[^\[\]\n]+)\][\ \t]*(?:\{[^{}\n]*\})?[\ \t]*$", "line"),
    _form(":::", r"^[\ \t]*(?P<mark>:{3,}[a-z]+[\ \t]+)(?=[^\s:{])", "line"),
    # `{{< figure src="boat.jpg" >}}`, `{% include note.html %}`, `{: .lead}`
    _form("{{", rf"\{{\{{[<%]\s*{_PICTURE}\b[^{{}}]*[>%]\}}\}}", "image"),
    _form("{%", rf"\{{%-?\s*(?:include\s+)?{_PICTURE}\b[^{{}}%]*-?%\}}", "image"),
    _form("{{", r"\{\{[<%][^{}]*[>%]\}\}", "line"),
    _form("{%", r"\{%[^{}%]*%\}", "line"),
    _form("{:", r"\{:[\ \t]*[.\#\w][^{}\n]*\}[\ \t]*$", "line"),
    # `{/* a note */}`, `<Image src={boat} />`, `<Callout type="tip">`
    _form("{/*", r"\{/\*(?:[^*{]|\*(?!/)|\{(?!/\*))*\*/\}", "line"),
    _form("<", rf"<(?:Image|Img|Figure|Picture|Photo)\b{_PROPERTIES}\s*/>", "image"),
    _form("<", rf"<[A-Z][\w.]*(?:{_PROPERTIES}\s*/|(?=\s[^<>]*=){_PROPERTIES})>", "line"),
    _form("<", r"^[\ \t]*<[A-Z][\w.]*>[\ \t]*$|<(?P<tag>[A-Z][\w.]*)>(?=[^<>\n]*</(?P=tag)>)|</[A-Z][\w.]*>", "line"),
    # `[[Mayor of Brask|the mayor]]` and `![[boat.png|400]]`
    _form("![[", r"!\[\[[^\[\]\n]+\]\]", "image"),
    _form("[[", r"^[\ \t]*\[\[_?(?:TOC|toc)_?\]\][\ \t]*$", "line"),
    _form("[TOC]", r"^[\ \t]*\[TOC\][\ \t]*$", "line"),
    _form("[[", r"(?<!!)\[\[(?:[^\[\]|\n\\]+\\?\|)?(?P<text>[^\[\]|\n]+)\]\](?![({\[])", "link"),
    # `~~gone~~` and `==told==`
    _form("~~", r"~~(?<![\w~]~~)(?=[^\s~])(?P<text>(?:[^~\n]|~(?!~)|\n(?!\s*\n)){1,2000}?)(?<=\S)~~(?![\w~])"),
    _form("==", r"==(?<![\w=]==)(?=[^\s=])(?P<text>(?:[^=\n]|=(?!=)|\n(?!\s*\n)){1,2000}?)(?<=\S)==(?![=A-Za-z\d])"),
    # `10^6^` and `H~2~O`
    _form("^", r"(?<=[\w.,:;!?)\"'”’])\^(?P<text>[^\s^\[\]]{1,20}|\[[^\s^]{1,80})\^(?!\w)"),
    _form("~", r"~(?<=\w~)(?P<text>[^\s~]{1,20})~(?!~)"),
    # `the last line. ^a1b2c3`
    _form("^", r"(?<=\S)[\ \t]+\^[A-Za-z\d\-]{4,40}[\ \t]*$"),
)
"""In order: what an earlier form has taken, no later one takes."""


def found(text: str) -> Found:
    """Return the marks of these forms in `text`, in which whatever is no text is blinded."""
    result = Found([], [], [], [], set())
    taken: list[Span] = []
    for form in FORMS:
        if form.sign not in text:
            continue
        matches = [match for match in form.pattern.finditer(text) if match.end() > match.start()]
        free = _free(matches, taken)
        for match in free:
            _add(match, form.is_, result)
        taken = sorted([*taken, *(Span(*match.span()) for match in free)]) if free else taken
    return result


def folded(name: str) -> str:
    """Return the name of an address as names are compared."""
    return " ".join(name.split()).casefold()


def _free(matches: list[re.Match[str]], taken: list[Span]) -> list[re.Match[str]]:
    """Return the matches, in order, that do not overlap with what is `taken`."""
    free: list[re.Match[str]] = []
    spans = iter([*taken, Span(1 << 62, 1 << 62)])
    span = next(spans)
    for match in matches:
        while span.end <= match.start():
            span = next(spans)
        if match.end() <= span.start:
            free.append(match)
    return free


def _add(match: re.Match[str], is_: str, result: Found) -> None:
    if is_ == "image":
        result.images.append(Span(*match.span()))
        return
    if is_ == "list":
        start = match.end() - len(match[0].lstrip())
        result.addresses.append(Span(start, start + len(match[0].strip())))
        result.names.add(folded(match["name"]))
        return
    result.marks.extend(Mark(start, end, "", is_ == "line") for start, end in _hidden(match))
    if is_ == "link":
        result.links.append(Span(*match.span("text")))


def _hidden(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a match that are marks."""
    groups = match.groupdict()
    if groups.get("mark") is not None:
        yield match.span("mark")
    elif groups.get("text"):
        yield match.start(), match.start("text")
        yield match.end("text"), match.end()
    else:
        yield match.span()
