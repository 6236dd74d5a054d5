"""Turn pages into text without markup, as the tools in use do, and as training wants it besides.

`FLATTENERS` are the tools the table reports. `AUGMENTED` are further forms, seen in training only: browser text,
terminal browsers' wrapped text, and the tools' output with blank lines, bullets or line ends lost. `TRAINED_ON` are what the
boundary model learns from besides. `LEFT_IN` are ways to take
tags out that leave scripts and styles in, for the table alone. All are functions from markup to text; what is random hangs on
the page's own text alone.
"""

# ruff: noqa: SIM905 - lists of tags read best as one string
# ruff: noqa: PLC0415 - each flattener's package is imported where it is called

from __future__ import annotations

import html as html_entities
import random
import re
import textwrap
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
from bs4 import BeautifulSoup, NavigableString

from benchmarks import extracted, programs

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select summary table "
    "tbody td tfoot th thead tr ul".split()
)
_SPACED_TAGS = frozenset("blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre ul".split())
_UNSEEN_TAGS = frozenset(
    "script style noscript template head svg iframe object select option textarea audio video canvas".split()
)
_TAG = re.compile(r"<[^>]+>")
_BULLET = re.compile(r"^(\s*)(?:[*•+-]|\d{1,2}\.)\s+", re.MULTILINE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LAID_OUT_SPACE = "\ue000"
"""Stands for a space of a listing while white space is collapsed."""
_LAID_OUT = str.maketrans(_LAID_OUT_SPACE, " ")
_VEIL_SHARE = 0.5
"""Share of the page's characters from which a hidden element is a veil that a script lifts."""
_MERGE_SHARE = 0.25
"""Share of line ends that `merged` turns into spaces."""


def inscriptis(html: str) -> str:
    """Flatten by inscriptis, with its default profile."""
    from inscriptis import get_text

    return str(get_text(html))


def resiliparse(html: str) -> str:
    """Flatten by resiliparse, main content detection off."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=False))


def bs4(html: str) -> str:
    """Flatten by BeautifulSoup's `get_text`, one string a line."""
    return _soup(html).get_text("\n", strip=True)


def _soup(html: str) -> BeautifulSoup:
    """Return a page without what readers never see."""
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(["script", "style", "noscript", "template"]):
        tag.decompose()
    return soup


def html2text(html: str) -> str:
    """Flatten to Markdown by html2text, lines unwrapped."""
    converter = _markdown()
    converter.body_width = 0
    return str(converter.handle(html))


def _markdown() -> Any:
    import html2text as package

    return package.HTML2Text()


def html2text_wrapped(html: str) -> str:
    """Flatten to Markdown by html2text with its default wrapping."""
    return str(_markdown().handle(html))


def html2text_plain(html: str) -> str:
    """Flatten to Markdown by html2text, links, images and emphasis left out."""
    converter = _markdown()
    converter.body_width = 0
    converter.ignore_links = converter.ignore_images = converter.ignore_emphasis = True
    return str(converter.handle(html))


def browser(html: str) -> str:
    """Flatten as a browser's `innerText` does: block elements end lines, paragraphs leave a blank one."""
    root = _tree(html)
    pieces: list[str] = []
    _inner_text(root, pieces, _VEIL_SHARE * len(root.text_content()))
    lines = [re.sub(r"[ \t\r\f]+", " ", line).strip(" ") for line in "".join(pieces).split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return text.translate(_LAID_OUT)


def _tree(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))


def _inner_text(node: lxml.html.HtmlElement, pieces: list[str], veil: float) -> None:
    stack: list[tuple[lxml.html.HtmlElement, str]] = [(node, "open")]
    listings = 0
    while stack:
        element, step = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        edge = "\n\n" if tag in _SPACED_TAGS else "\n" if tag in _BLOCK_TAGS else ""
        if step == "close":
            listings -= tag == "pre"
            pieces += (edge, _flat(element.tail, listings))
            continue
        if not tag or tag in _UNSEEN_TAGS or (_hidden(element) and len(element.text_content()) < veil):
            pieces.append(_flat(element.tail, listings))
            continue
        listings += tag == "pre"
        pieces += (edge, _flat(element.text, listings))
        stack.append((element, "close"))
        stack.extend((child, "open") for child in reversed(element))


def _hidden(element: lxml.html.HtmlElement) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _flat(text: str | None, listings: int) -> str:
    """Return text with its line ends as white space, or in a listing with its white space as it is laid out."""
    if not text:
        return ""
    return text.expandtabs().replace(" ", _LAID_OUT_SPACE) if listings else text.replace("\n", " ")


def wet(html: str) -> str:
    """Flatten as crawlers' text archives are: browser text without blank lines."""
    return unspaced(browser(html))


def lynx(html: str) -> str:
    """Flatten as a terminal browser does: wrapped at 72 to 80 columns, indented by three."""
    text = inscriptis(html)
    return wrapped(text, _random(text).choice((72, 76, 79, 80)), "   ")


def w3m(html: str) -> str:
    """Flatten as a terminal browser does: wrapped at 65 to 80 columns, no indent."""
    text = browser(html)
    return wrapped(text, _random(text).choice((65, 70, 75, 80)), "")


def inscriptis_wrapped(html: str) -> str:
    """Flatten by inscriptis, then wrap as mail does."""
    text = inscriptis(html)
    return wrapped(text, _random(text).randint(65, 80), "")


def inscriptis_unspaced(html: str) -> str:
    """Flatten by inscriptis, blank lines dropped."""
    return unspaced(inscriptis(html))


def resiliparse_bare(html: str) -> str:
    """Flatten by resiliparse, bullets lost."""
    return _BULLET.sub(r"\1", resiliparse(html))


def inscriptis_merged(html: str) -> str:
    """Flatten by inscriptis, some neighbouring lines run together."""
    return merged(inscriptis(html))


def resiliparse_minimal(html: str) -> str:
    """Flatten by resiliparse without its formatting: runs of text, few line ends."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=False, preserve_formatting="minimal"))


def bs4_strings(html: str) -> str:
    """Flatten by BeautifulSoup's `get_text` without a separator: the markup's own white space stays."""
    return re.sub(r"\n{4,}", "\n\n\n", _soup(html).get_text())


def bs4_spaced(html: str) -> str:
    """Flatten by BeautifulSoup's `get_text`, the strings parted by spaces: the page in one line."""
    return " ".join(bs4(html).split())


def inscriptis_spaced(html: str) -> str:
    """Flatten by inscriptis, all white space made single spaces."""
    return " ".join(inscriptis(html).split())


def bs4_blocks(html: str) -> str:
    """Flatten as `bs4` does, but for the strings of one block in one line: what `bs4_spaced` was before its line ends were lost."""
    return "\n".join(" ".join(" ".join(strings).split()) for strings in block_strings(html))


def block_strings(html: str) -> list[list[str]]:
    """Return the strings of each of the page's blocks, with the source's white space."""
    blocks: list[list[str]] = [[]]
    stack: list[tuple[Any, bool]] = [(_soup(html), False)]
    while stack:
        node, closes = stack.pop()
        if isinstance(node, NavigableString):
            blocks[-1] += [str(node)] if type(node) is NavigableString else ()
            continue
        if node.name in _BLOCK_TAGS and blocks[-1]:
            blocks.append([])
        if not closes:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.contents))
    return blocks


def stripped(html: str) -> str:
    """Take the tags out by pattern and nothing else: scripts and styles stay, and what stands in them as tags is lost."""
    return html_entities.unescape(_TAG.sub("", html))


def text_content(html: str) -> str:
    """Return all the text of the page's tree, scripts and styles too, as lxml's method of that name does."""
    return str(_tree(html).text_content())


def wrapped(text: str, width: int, indent: str) -> str:
    """Wrap every line at `width` columns, a list item's further lines under its text."""
    lines: list[str] = []
    for line in text.split("\n"):
        body = line.strip()
        lead = indent + line[: len(line) - len(line.lstrip())][:12]
        hang = lead + ("  " if _BULLET.match(body) else "")
        lines += textwrap.wrap(
            body, max(width, len(hang) + 20), initial_indent=lead, subsequent_indent=hang,
            break_long_words=False, break_on_hyphens=False,
        ) or [""]  # fmt: skip
    return "\n".join(lines)


def unspaced(text: str) -> str:
    """Drop blank lines."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def merged(text: str) -> str:
    """Run some neighbouring lines together, blank lines between paragraphs left."""
    dice = _random(text)
    return re.sub(r"(?<=\S)\n(?=\s*\S)", lambda m: " " if dice.random() < _MERGE_SHARE else m.group(), text)


def _random(text: str) -> random.Random:
    return random.Random(zlib.crc32(text.encode("utf-8", "surrogatepass")))


Flattener = Callable[[str], str]
FLATTENERS: dict[str, Flattener] = {
    f.__name__: f for f in (inscriptis, resiliparse, bs4, html2text)
}  # fmt: skip
AUGMENTED: dict[str, Flattener] = {
    f.__name__: f
    for f in (
        browser, wet, lynx, w3m, inscriptis_wrapped, inscriptis_unspaced, inscriptis_merged, resiliparse_bare,
        resiliparse_minimal, html2text_wrapped, html2text_plain, bs4_strings, bs4_spaced, inscriptis_spaced,
    )
}  # fmt: skip
TRAINED_ON: dict[str, Flattener] = {f.__name__: f for f in (bs4_blocks,)}
LEFT_IN: dict[str, Flattener] = {f.__name__: f for f in (stripped, text_content)}
EVERY: dict[str, Flattener] = FLATTENERS | AUGMENTED | TRAINED_ON | LEFT_IN | extracted.EXTRACTED | programs.PROGRAMS
MARKDOWN = frozenset({"html2text", "html2text_wrapped", "html2text_plain"}) | programs.MARKDOWN | extracted.MARKDOWN


def flattened(name: str, key: str, html: str, cache: Path | None) -> str:
    """Return `html` flattened by `name`; read from and written to `cache` under `key` where one is given.

    A page that a flattener fails on gives empty text.
    """
    if cache is None:
        return _attempt(name, html)
    path = cache / "flat" / name / f"{key}.txt"
    if path.exists():
        return path.read_text(encoding="utf-8", errors="surrogatepass")
    text = _attempt(name, html)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path.read_text(encoding="utf-8", errors="surrogatepass")


def _attempt(name: str, html: str) -> str:
    flattener = EVERY[name]
    try:
        return flattener(html)
    except Exception:
        return ""
