"""The story that a page keeps in its data alone, where a script would have shown it.

Pages that a script builds hold their story as data: in JSON-LD's `articleBody`, or in what the script starts from (`__NEXT_DATA__`
and its like, `<script type="application/json">`). A scrape made without running scripts then has a headline, a menu and a
footer. What the script would have shown is visible text like any other; the caller asks only where the page shows
next to no prose.

Nobody declares which of a page's data is its story. It is looked for in the object whose headline the page is called by; below that, the
value of a telling name (`body`, `content`, `articleBody`) with the most prose is it. Rich text is read in the forms that editors
keep it in: strings of HTML, lists of paragraphs, trees of nodes with texts as leaves (ProseMirror, Slate, Contentful, Portable Text).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from itertools import islice
from typing import Any, NamedTuple

from cleaner import stops
from cleaner.parse import state
from cleaner.regexes import regex

MIN_DATA, MAX_DATA = 200, 2_000_000
"""Characters of a script that is read; shorter ones call what others brought, longer ones are catalogues. Bounds on time, set by hand."""
MAX_NODES = 50_000
"""Objects and lists of one piece of data that are looked at for the headline. A bound on time, set by hand."""
MAX_CALLED = 10
"""Objects called as the page is in which a story is looked for. A bound on time, set by hand."""
MAX_DEPTH = 60
"""How deep rich text is followed; editors nest lists in lists, not documents in documents."""
NEARLY = 0.8
"""Share of the most prose that an inner value must have to be the story, without what stands around it."""
MOST = 0.5
"""Share of texts side by side that must be whole paragraphs for each to be one."""
NEAR = 4
"""How deep below the object with the headline the story is looked for."""
AGREED = 0.75
"""Share of the words of a headline that the page's own name must hold, and the other way round or it goes on with the site's name."""
FEWEST_WORDS = 3
"""Words of a headline that tells one story from others."""
PROSE = 80
"""Characters from which a paragraph is prose, as for visible blocks (`cleaner.parse.html.PROSE`)."""

_HEADLINES = ("headline", "title", "hed", "headlines", "name", "seoTitle", "pageTitle", "articleTitle")
"""Names of the values that hold a headline; what editors call it for readers comes before what they call it for search engines."""
_BODY = regex(
    r"(?i)(?:.*[a-z_-])?(?:body|content|contents|text|html|article|story|post|entry|blocks|paragraphs|sections|components|elements|document"
    r"|root|main|attributes|data|rendered|copy)(?:[_-]?(?:html|text|json|raw|elements|data))?"
)
"""Names of the values that hold a story, or hold what holds it."""
_OTHER = regex(
    r"(?i).*(?:related|recommend|comment|teaser|summary|description|disclaim|caption|newsletter|promo|footer|header|nav|author|bio|legal"
    r"|translation|i18n|locale|message|config|search|next|previous|latest|popular|trending|more|context)"
)
"""Names of the values that hold something else of the page."""
_CHILDREN = ("content", "children", "nodes", "blocks", "elements", "content_elements", "paragraphs", "items", "components", "body", "value")
"""Names of what a node of rich text holds nodes under, in the order in which they are tried."""
_TEXTS = ("text", "value", "html", "content", "rendered", "body", "processed", "markup")
"""Names of the text of a node without nodes in it."""
_KINDS = ("type", "_type", "__typename", "nodeType", "kind", "name", "tag", "tagName", "blockType", "style")
"""Names of what says what a node is."""
_TEXT_KIND = regex(r"(?i)(?:.*[-_#])?(?:text|span|raw|string|leaf)$")
_HEADING = regex(r"(?i)(?:.*[-_])?(?:h[1-6]|heading|header|heading[-_]?\d|sub-?head(?:ing|line)?|intertitle|crosshead)$")
_ITEM = regex(r"(?i)(?:.*[-_])?(?:li|list[-_]?item)$")
_QUOTE = regex(r"(?i)(?:.*[-_])?(?:block-?quote|quote)$")
_BREAK = regex(r"(?i)(?:hard|soft|line)?[-_]?(?:break|br)$")
_ELEMENTS = (("h2", _HEADING), ("li", _ITEM), ("blockquote", _QUOTE))
_STOPS = stops.FINAL | {":"}
_CLOSING = "\"'”’»)] \n"
_NO_PROSE = regex(
    r"(?i).*(?:image|photo|picture|video|audio|media|gallery|figure|caption|chart|\bad\b|^ads?[-_]|advert|newsletter|embed|related|promo|teaser"
    r"|podcast|subscri|paywall|recirc|byline|interstitial|button)|(?i:script|style)$"
)
"""Kinds of nodes whose words are not the writer's."""
_TAG = regex(r"</?(?:p|br|div|h[1-6]|li|ul|ol|a|b|i|em|strong|span|blockquote|figure|section)\b[^<>]*>", re.IGNORECASE)
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_WORD = regex(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
"""Words, and the letters of scripts without spaces."""


class Untold(NamedTuple):
    """A story kept as data: its HTML, the characters of prose in it, and where it was kept, `json-ld` or `page data`."""

    html: str
    prose: int
    source: str


def story(
    data: Sequence[str], metadata: Mapping[str, Any], headings: Sequence[str], least: int
) -> Untold | None:
    """Return the story that the page's data holds, if it has at least `least` characters of prose.

    `data` are the pieces of JSON, `metadata` is what the head says (`cleaner.parse.structured.read`), `headings` are the visible headings
    of level one.
    """
    names = [words for words in map(_words, (*_called(metadata), *headings)) if len(words) >= FEWEST_WORDS]
    found = [Untold(html, _prose(html), "json-ld") for html in _declared(metadata, names)]
    called = _kept(state.values([text for text in data if MIN_DATA <= len(text) <= MAX_DATA]), names) if names else iter(())
    found += [Untold(html, _prose(html), "page data") for html in map(_body, islice(called, MAX_CALLED))]
    best = max(found, key=lambda one: one.prose, default=None)
    return best if best and best.prose >= least else None


def _called(metadata: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the page's head calls the page."""
    yield str(metadata.get("title") or "")
    tags = metadata.get("meta") or {}
    for name in ("og:title", "twitter:title", "title", "headline"):
        yield from tags.get(name, ())


def _declared(metadata: Mapping[str, Any], names: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the bodies that JSON-LD gives for the story that the page is called by, or for the only one."""
    items = [item for item in metadata.get("jsonld") or () if item.get("articleBody")]
    for item in items:
        if len(items) == 1 or _is_page(item.get("headline") or item.get("name"), names):
            yield "".join(_paragraphs(item["articleBody"]))


def _kept(values: Iterable[Any], names: Sequence[Sequence[str]]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in values that are called as the page is."""
    for value in values:
        pending, seen = [value], 0
        while pending and seen < MAX_NODES:
            seen += 1
            item = pending.pop()
            if isinstance(item, list):
                pending += [one for one in reversed(item) if isinstance(one, (dict, list))]
            elif isinstance(item, dict):
                if any(_is_page(item.get(key), names) for key in _HEADLINES):
                    yield item
                pending += [one for one in reversed(item.values()) if isinstance(one, (dict, list))]


def _is_page(value: Any, names: Sequence[Sequence[str]]) -> bool:
    """Say whether a value is a headline that one of the page's `names` is, or begins with."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("basic", "rendered", "text", "value", "default") if isinstance(value.get(key), str)), "")
    if not isinstance(value, str) or len(value) > 500:  # noqa: PLR2004 - no headline
        return False
    words = _words(value)
    if len(words) < FEWEST_WORDS:
        return False
    known = set(words)
    return any(len(known & set(name[: len(words)])) >= AGREED * len(known) for name in names)


def _words(text: str) -> list[str]:
    return _WORD.findall(_TAG.sub("", unescape(text)).casefold())


def _body(item: Mapping[str, Any]) -> str:
    """Return as HTML the value of a telling name with the most prose in or near an object, the innermost that has nearly all of it."""
    found: list[tuple[int, str]] = []
    pending: deque[tuple[Mapping[str, Any], int]] = deque([(item, 0)])
    while pending:
        value, depth = pending.popleft()
        for key, child in value.items():
            if _OTHER.match(key) or not _BODY.fullmatch(key) or not isinstance(child, (str, list, dict)):
                continue
            html = "".join(_paragraphs(child))
            found.append((_prose(html), html))
            if isinstance(child, dict) and depth < NEAR:
                pending.append((child, depth + 1))
    most = max((prose for prose, _ in found), default=0)
    return next((html for prose, html in reversed(found) if prose >= NEARLY * most), "")


def _prose(html: str) -> int:
    """Return the characters of the paragraphs of prose."""
    return sum(length for part in html.split("<p") if (length := len(_TAG.sub("", part))) >= PROSE)


def _paragraphs(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield what rich text holds, one element of HTML each."""
    if isinstance(value, str):
        yield from _of_text(value)
    elif isinstance(value, list) and depth < MAX_DEPTH:
        for item in value:
            yield from _paragraphs(item, depth + 1)
    elif isinstance(value, dict) and depth < MAX_DEPTH:
        yield from _of_node(value, depth)


def _of_node(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Yield what a node of rich text holds."""
    kinds = _kinds(node)
    if any(map(_NO_PROSE.match, kinds)):
        return
    inner = _inner(node)
    if inner and _is_line(inner):
        yield _wrapped("".join(_inline(inner, depth + 1)), kinds)
    elif inner:
        yield from _paragraphs(inner, depth + 1)
    elif text := _text_of(node):
        yield from [_wrapped(_marked(text), kinds)] if _element(kinds) != "p" else _of_text(text)
    else:
        within = [child for key, child in node.items() if _BODY.fullmatch(key) and isinstance(child, (dict, list))]
        yield from _paragraphs(within, depth + 1)


def _kinds(node: Mapping[str, Any]) -> list[str]:
    """Return the names that a node gives its kind; a name with spaces is called by people."""
    return [kind for key in _KINDS if isinstance(kind := node.get(key), str) and " " not in kind]


def _inner(node: Mapping[str, Any]) -> list[Any]:
    """Return the nodes within a node."""
    return next((node[key] for key in _CHILDREN if isinstance(node.get(key), list) and node[key]), [])


def _is_line(items: Sequence[Any]) -> bool:
    """Say whether nodes are the pieces of one paragraph, some of them texts, not paragraphs of their own."""
    texts = [_text_of(item) for item in items if isinstance(item, dict) and _is_leaf(item)]
    if not texts or any(map(_TAG.match, texts)):
        return False
    whole = [text for text in texts if len(text) >= PROSE and text.rstrip(_CLOSING)[-1:] in _STOPS]
    return len(items) > len(texts) or len(whole) <= MOST * len(texts) or len(texts) == 1


def _is_leaf(node: Mapping[str, Any]) -> bool:
    kinds = _kinds(node)
    return bool(_text_of(node)) and (not kinds or any(map(_TEXT_KIND.match, kinds)))


def _inline(items: Sequence[Any], depth: int) -> Iterator[str]:
    """Yield the texts of the pieces of a paragraph."""
    for item in items:
        if isinstance(item, str):
            yield _marked(item)
        elif isinstance(item, dict) and depth < MAX_DEPTH and not any(map(_NO_PROSE.match, _kinds(item))):
            if inner := _inner(item):
                yield from _inline(inner, depth + 1)
            else:
                yield "<br>" if any(map(_BREAK.match, _kinds(item))) else _marked(_text_of(item))


def _text_of(node: Mapping[str, Any]) -> str:
    return next((node[key] for key in _TEXTS if isinstance(node.get(key), str)), "")


def _of_text(text: str) -> Iterator[str]:
    """Yield the paragraphs of a string: of HTML as it stands, else one for each line."""
    html = unescape(text) if "&lt;" in text and not _TAG.search(text) else text
    if _TAG.search(html):
        yield html if "<p" in html else f"<p>{html}</p>"
        return
    for line in text.splitlines():
        if stripped := line.strip():
            yield f"<p>{_marked(stripped)}</p>"


def _marked(text: str) -> str:
    """Return a text as HTML; texts in data hold entities, or do not."""
    return text if _TAG.search(text) else escape(unescape(text), quote=False)


def _wrapped(html: str, kinds: Sequence[str]) -> str:
    tag = _element(kinds)
    return f"<{tag}>{html}</{tag}>"


def _element(kinds: Sequence[str]) -> str:
    """Return the element of HTML that a node of these kinds is."""
    return next((tag for tag, pattern in _ELEMENTS for kind in kinds if pattern.match(kind)), "p")
