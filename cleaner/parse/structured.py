"""What a page's head says: JSON-LD, OpenGraph, Twitter, Dublin Core, microdata and plain `meta`, in plain JSON values.

Only what the article's fields need is kept, sizes are bounded, and order is the page's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from html import unescape
from typing import Any

from cleaner.regexes import regex

MAX_VALUE = 2_000
"""Characters of one value."""
MAX_BODY = 200_000
"""Characters of JSON-LD's `articleBody`; a long read has 100,000."""
MAX_VALUES = 20
"""Values of one name, and names of one list."""
MAX_SCRIPT = 2_000_000
"""Characters of one JSON-LD block; longer ones are catalogues."""
MAX_SCRIPTS = 40
"""JSON-LD blocks of a page that are read, and blocks of other data. A bound on time, set by hand."""
DATA = frozenset(["application/json", "application/javascript", "text/javascript", "module", ""])
"""Types of scripts that may hold what a page is built from."""
MAX_OBJECTS = 20
"""Objects of a page's JSON-LD that are kept, articles first. A bound on memory, set by hand."""
MAX_NODES = 5_000
"""JSON values looked at in one block."""

DATED_NAME = r"(?:[\w.:-]{1,30}[.:_-])?(?:article[._-]?)?(?:(?:first[._-]?)?publish(?:ed)?|publication|pub)[._-]?(?:date|time|at|on)|published|date[._-]pub(?:lished)?"
SIGNED_NAME = r"(?:[\w.:-]{1,30}[.:_-])?(?:article[._-]?)?authors?(?:[._-]?name)?"
"""Names of `meta` elements that site's own systems make up for the day of publication and the author: `w-published-date`, `nar_author`."""
META = regex(
    r"(?:article|og|twitter|dc|dcterms|citation|parsely|sailthru|cxenseparse|bt|byl|itemprop|mrf|dable|vr)[:.\-_].{1,60}"
    r"|(?:author|authors|rbauthors|byl|byline|date|pubdate|publishdate|publish[-_]date|publication[-_]date|lastmod|last-modified"
    r"|creationdate|title|headline|description|keywords|news_keywords|publisher|copyright|section|category|language"
    rf"|content-language|application-name|apple-mobile-web-app-title|generator|robots|{DATED_NAME}|{SIGNED_NAME})",
    re.IGNORECASE,
)
"""Names of `meta` elements that tell about the article."""
ITEMPROPS = frozenset([
    "author", "creator", "datepublished", "datemodified", "datecreated", "headline", "publisher", "name",
    "articlesection", "inlanguage",
])  # fmt: skip
TEXTS = (
    "headline", "alternativeHeadline", "name", "description", "datePublished", "dateModified", "dateCreated", "url",
    "inLanguage", "isAccessibleForFree", "wordCount",
)  # fmt: skip
PEOPLE = ("author", "creator", "contributor", "editor", "publisher", "sourceOrganization", "provider")
ARTICLE = regex(
    r"(?i).*(?:article|posting|blogpost|report|review|webpage|creativework|recipe|question|discussion|newsstory)"
)
SITE = regex(r"(?i)website|periodical|newspaper|blog$")
"""Types of what a page is part of; a `Product` that it belongs to is a subscription."""
MAX_NAMES = 8
"""Names of the site kept of a page's links, pictures and feeds."""
HOME = regex(r"(?:https?://[^/?#]+)?/?(?:index\.\w{2,5}|home)?")
"""Addresses of a site's front page."""
HOUSE = regex(r"(?i)organi[sz]ation|corporation|company|newsmedia|brand")
"""Types of those who sign without being people."""
_DECODER = json.JSONDecoder(strict=False)
_CONTROL = regex(r"[\x00-\x1f]+")
_TRAILING_COMMA = regex(r",\s*+([}\]])")
_OPENING = regex(
    r"[\s\ufeff]*+(?:(?:<!--|(?://|/\*)?\s*+<!\[CDATA\[\s*+(?:\*/)?|/\*(?:[^*]|\*(?!/))*+\*/|(?:(?:var|let|const)\s+)?[\w$.]{1,60}+\s*+=)[\s\ufeff]*+)*"
)
"""Comments, and the name that a script gives the value."""
_LINE_COMMENT = regex(r"(?m)^[ \t]*//(?![ \t]*(?:<!\[CDATA|\]\]>)).*$")
_PROPERTY = regex(r'"(headline|datePublished|dateModified|articleSection)"\s*:\s*\[?\s*"((?:[^"\\\n]|\\.){1,500})"')
_OWNER = regex(r'"(author|publisher)"\s*:\s*[\[{\s]{0,9}(?:"@type"\s*:\s*"\w+"\s*,\s*)?"name"\s*:\s*"([^"\n]{1,200})"')
_CLOSINGS = ("-->", "//", "/*", "]]>", "*/", ";")


class Head:
    """Collects a page's metadata while its events go by."""

    def __init__(self) -> None:
        self.metas: dict[str, list[str]] = {}
        self.titles: list[list[str]] = []
        self.scripts: list[list[str]] = []
        self.data: list[list[str]] = []
        self.canonical = ""
        self.amp = ""
        self.lang = ""
        self.feeds: list[str] = []
        self.homes: list[str] = []
        self.headings: list[list[str]] = []

    def html(self, attrib: Mapping[str, str]) -> None:
        """Take the attributes of the `html` element."""
        self.lang = self.lang or (attrib.get("lang") or attrib.get("xml:lang") or "").strip()[:MAX_VALUE]

    def capture(self, tag: str, attrib: Mapping[str, str]) -> list[str] | None:
        """Return the list that takes the text of an unseen element, if its text tells about the page."""
        if tag == "title":
            self.titles.append([])
            return self.titles[-1]
        kind = (attrib.get("type") or "").lower() if tag == "script" else ""
        scripts = self.scripts if "ld+json" in kind else self.data
        if tag != "script" or len(scripts) >= MAX_SCRIPTS or (scripts is self.data and kind not in DATA):
            return None
        scripts.append([])
        return scripts[-1]

    def meta(self, attrib: Mapping[str, str]) -> None:
        """Take a `meta` element."""
        name = (attrib.get("property") or attrib.get("name") or attrib.get("http-equiv") or "").strip()
        itemprop = attrib["itemprop"].lower() if "itemprop" in attrib else ""
        told, owned = _tells(name), itemprop in ITEMPROPS
        if not told and not owned:
            return
        # What has been through a parser of the wrong schema, or was written by hand, has its content as a `value`.
        content = " ".join((attrib.get("content") or attrib.get("value") or "")[: 2 * MAX_VALUE].split())[:MAX_VALUE]
        if not content:
            return
        if owned:
            self._add(f"itemprop:{itemprop}", content)
        if told:
            self._add(name.lower(), content)

    def link(self, attrib: Mapping[str, str]) -> None:
        """Take a `link` element."""
        rel = (attrib.get("rel") or "").lower().split()
        if "title" in attrib and ("search" in rel or ("alternate" in rel and attrib.get("type", "").lower().endswith(("rss+xml", "atom+xml")))):
            self._name(self.feeds, attrib["title"])
        if "canonical" not in rel and "amphtml" not in rel:
            return
        href = (attrib.get("href") or "").strip()[:MAX_VALUE]
        if "canonical" in rel:
            self.canonical = self.canonical or href
        else:
            self.amp = self.amp or href

    def heading(self, pieces: list[str]) -> None:
        """Take the pieces of text of a heading of level one that has elements in it."""
        if len(self.headings) < MAX_NAMES and len(pieces) <= MAX_VALUES:
            self.headings.append(pieces)

    def home(self, name: str) -> None:
        """Take what the page calls its link to the site's front page, or its logo."""
        self._name(self.homes, name)

    def _name(self, names: list[str], name: str) -> None:
        name = " ".join(name[:MAX_VALUE].split())
        if name and len(names) < MAX_NAMES and name not in names:
            names.append(name)

    def _add(self, name: str, content: str) -> None:
        values = self.metas.setdefault(name, [])
        if len(values) < MAX_VALUES and content not in values:
            values.append(content)


@lru_cache(maxsize=1024)
def _tells(name: str) -> bool:
    """Whether a `meta` element of that name tells about the article; pages share most of their names."""
    return META.fullmatch(name) is not None


def read(head: Head) -> dict[str, Any]:
    """Return the page's metadata.

    Keys: `title`, `canonical`, `amp` and `lang` (strings, maybe empty), `meta` (lower-case name to its values;
    microdata of `meta` elements under `itemprop:…`), `jsonld` (article-like objects first, then others that carry a
    date or an author; each with `@type` as a list and those of `TEXTS`, `PEOPLE` (lists of names), `houses` (the names
    among them that belong to organizations), `articleSection`, `keywords` and `articleBody` that it has), `sites` (names
    that JSON-LD gives the site), `trail` (the names of its breadcrumbs), `feeds` (titles of feeds and of the site's search) and `homes`
    (texts and pictures of links to the front page, and logos), `headings` (the texts of headings of level one that have elements in
    them, in the pieces that these part).
    """
    nodes = [node for script in head.scripts for node in _nodes(_loads("".join(script)))]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    return {
        "title": next((t for t in (" ".join("".join(p).split())[:MAX_VALUE] for p in head.titles) if t), ""),
        "canonical": head.canonical,
        "amp": head.amp,
        "lang": head.lang,
        "meta": head.metas,
        "jsonld": _objects(nodes, named),
        "sites": _sites(nodes, named),
        "trail": next(filter(None, map(_trail, nodes)), []),
        "feeds": head.feeds,
        "homes": head.homes,
        "headings": head.headings,
    }


def _sites(nodes: Sequence[Mapping[str, Any]], named: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the names of the sites among the nodes, then those of what the nodes are part of."""
    sites = [node for node in nodes if any(kind.endswith("WebSite") for kind in _kinds(node))]
    whole = [item for node in nodes if "isPartOf" in node for item in _resolved(node["isPartOf"], named)]
    return _names([*sites, *(item for item in whole if isinstance(item, dict) and any(map(SITE.search, _kinds(item))))])


def _trail(node: Mapping[str, Any]) -> list[str]:
    """Return the names of a list of breadcrumbs in order, without those that lead to the front page."""
    if "BreadcrumbList" not in _kinds(node):
        return []
    steps = [step for step in _listed(node.get("itemListElement"))[:MAX_VALUES] if isinstance(step, dict)]
    if all(str(step.get("position", "")).isdecimal() for step in steps):
        steps.sort(key=lambda step: int(step["position"]))
    names: list[str] = []
    for step in steps:
        item = step.get("item")
        inner = item if isinstance(item, dict) else {}
        address = str(inner.get("@id") or inner.get("url") or item or "/.")
        if not HOME.fullmatch(address):
            names += _names([step if step.get("name") else inner])
    return names


def _objects(nodes: Sequence[Mapping[str, Any]], named: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    found = [flat for node in nodes if (flat := _flat(node, named))]
    found.sort(key=lambda flat: not any(ARTICLE.match(kind) for kind in flat["@type"]))
    return found[:MAX_OBJECTS]


def _loads(text: str) -> Any:
    """Parse JSON as pages write it: in comments, with raw control characters, trailing commas or escaped entities."""
    if len(text) > MAX_SCRIPT:
        return None
    for repair in (_as_is, _unwrapped, _without_commas, _unescaped):
        text = repair(text)
        try:
            return _DECODER.decode(text)
        except (ValueError, RecursionError):
            continue
    return _salvaged(text)


def _salvaged(text: str) -> Any:
    """Return what can be read of JSON that stays broken: its first value, else its single properties of an article."""
    with suppress(ValueError, RecursionError):
        return _DECODER.raw_decode(text.lstrip())[0]
    found: dict[str, Any] = {}
    for name, value in (*_PROPERTY.findall(text), *_OWNER.findall(text)):
        found.setdefault(name, value)
    return {"@type": "Article", **found} if "headline" in found else None


def _as_is(text: str) -> str:
    return text


def _unwrapped(text: str) -> str:
    if "//" in text:
        text = _LINE_COMMENT.sub("", text)
    opening = _OPENING.match(text)
    start, end = opening.end() if opening else 0, len(text)
    while end > start:
        closing = next((mark for mark in _CLOSINGS if text.endswith(mark, start, end)), "")
        if not closing and not text[end - 1].isspace():
            break
        end -= len(closing) or 1
    return _CONTROL.sub(" ", text[start:end])


def _without_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", text)


def _unescaped(text: str) -> str:
    return unescape(text) if "&quot;" in text else text


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD value that may describe the page, in order, without recursion."""
    pending = [value]
    seen = 0
    while pending and seen < MAX_NODES:
        seen += 1
        item = pending.pop()
        if isinstance(item, list):
            pending += reversed(item)
        elif isinstance(item, dict):
            yield item
            inner = (item.get(key) for key in ("breadcrumb", "mainEntityOfPage", "mainEntity", "@graph"))
            part = item.get("hasPart")
            if isinstance(part, dict) and part.get("headline"):  # else parts behind a paywall, or a list of stories
                pending.append(part)
            pending += (value for value in inner if isinstance(value, (list, dict)))


def _flat(node: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return what the fields need of `node`; empty if it tells nothing of an article."""
    kinds = _kinds(node)
    flat: dict[str, Any] = {"@type": [kind[:MAX_VALUE] for kind in kinds]}
    for key in TEXTS:
        if key in node and (text := _text(node[key])):
            flat[key] = text
    houses: list[str] = []
    for key in PEOPLE:
        if key not in node:
            continue
        people = _resolved(node[key], named)
        names = _names(people)
        if names:
            flat[key] = names
        if key in ("author", "creator"):
            houses += _names([item for item in people if isinstance(item, dict) and _is_house(item)])
    if houses:
        flat["houses"] = houses
    for key in ("articleSection", "keywords"):
        texts = [text for text in map(_text, _listed(node.get(key))[:MAX_VALUES]) if text]
        if texts:
            flat[key] = texts
    body = node.get("articleBody") or node.get("text")
    if isinstance(body, str) and body.strip():
        flat["articleBody"] = body[:MAX_BODY]
    typed = any(ARTICLE.match(kind) for kind in kinds)
    dated = any(key in flat for key in ("datePublished", "author", "articleBody"))
    return flat if (typed or dated) and len(flat) > 1 else {}


def _kinds(node: Mapping[str, Any]) -> list[str]:
    return [kind for kind in _listed(node.get("@type")) if isinstance(kind, str)][:MAX_VALUES]


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("@id")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return " ".join(unescape(value[: 2 * MAX_VALUE]).split())[:MAX_VALUE] if isinstance(value, str) else ""


def _resolved(value: Any, named: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """Return the items of a value, lists in it opened, references by `@id` replaced by the node that has the name."""
    items: list[Any] = []
    for item in _listed(value)[:MAX_VALUES]:
        for one in _listed(item)[:MAX_VALUES]:
            known = isinstance(one, dict) and not one.get("name") and isinstance(one.get("@id"), str)
            items.append(named.get(one["@id"], one) if known else one)
    return items


def _is_house(item: Mapping[str, Any]) -> bool:
    kinds = _kinds(item)
    return any(HOUSE.search(kind) for kind in kinds) and not any(kind.endswith("Person") for kind in kinds)


def _names(value: Any) -> list[str]:
    """Return the names of people or organisations, given as strings, objects or lists of them."""
    names: list[str] = []
    for item in _listed(value)[:MAX_VALUES]:
        name = item.get("name") or _joined_name(item) if isinstance(item, dict) else item
        names += (text for text in map(_text, _listed(name)[:MAX_VALUES]) if text)
    return list(dict.fromkeys(names))[:MAX_VALUES]


def _joined_name(item: Mapping[str, Any]) -> str:
    return " ".join(text for text in (_text(item.get("givenName")), _text(item.get("familyName"))) if text)
