"""What an element of a page says of the text in it: what it is, whether it is shown, and the words and facts that its attributes give."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from cleaner.model import EMPTY, Role
from cleaner.regexes import regex

OWN_TOKENS = 10
"""Class and id words one element may add: utility classes must not crowd out the ancestors'."""
MAX_MARK = 60
"""Characters of one mark."""
VOID = frozenset([
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
])  # fmt: skip
"""Elements without content or end."""
UNSEEN = frozenset([
    "annotation", "annotation-xml", "applet", "audio", "canvas", "datalist", "iframe", "noembed", "noframes",
    "object", "rp", "rt", "rtc", "script", "style", "svg", "title", "video",
])  # fmt: skip
"""Elements whose content is never shown as text of the page; how a word is read (`rt`) stands above it, and would part it from its ending."""
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "html", "label", "legend", "li", "listing", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp",
    # Of the forms in which news archives hold stories (NITF, NewsML, the Gigaword corpora).
    "abstract", "block", "body.content", "body.end", "body.head", "byline", "byttl", "dateline", "distributor", "headline", "hedline",
    "hl1", "hl2", "tagline", "text",
])  # fmt: skip
ROLES: Mapping[str, tuple[Role, int]] = {
    **{f"h{n}": ("heading", n) for n in range(1, 7)},
    **{"headline": ("heading", 1), "hl1": ("heading", 1), "hl2": ("heading", 2)},
    "blockquote": ("quote", 0),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext", "textarea"), ("preformatted", 0)),
}
_LISTS = frozenset(["ul", "ol", "menu", "dir"])
STYLED = _LISTS | ROLES.keys() | {"li", "article", "section"}
"""Elements whose name says what their text is."""
_NAME_ORDER = ("class", "data-testid", "data-test-id", "data-component", "data-qa", "id")
"""Attributes whose words say what an element is for; ids come last, being often made by a machine."""
MORE_NAMES = frozenset(_NAME_ORDER) - {"class"}
"""Those that few elements have."""
MARKING = frozenset(["role", "itemprop", "itemtype", "property", "rel", "datetime", "aria-label"])
"""Attributes that make marks."""
_AUTHORS = frozenset(["author", "authors", "auteur", "autor", "autore", "byline", "fn", "writer"])
"""Words of classes of elements with the author's name; `fn` is the name in microformats."""
_ICONS = frozenset(["icon", "icons", "glyphicon"])
_RELATIONS = frozenset(["author", "bookmark", "category", "license", "me", "next", "prev", "sponsored", "tag"])
"""Values of `rel` that tell what a link is; the others tell a crawler or browser what to do."""
_PUBLISHED = regex(r"(?i)publish|pubdate|posted|datecreated|\bdc(?:terms)?:(?:date|created|issued)\b")
_MODIFIED = regex(r"(?i)updated|modified|revised")
"""Names of elements that hold a day, by what it is that of."""
_OWN_DAY = regex(r"(?i)data-.*(?:date|time|publish|updated|modified)")
_FIGURES = regex(r"\d{4}")
UNTOLD = "datetime"
"""The mark of a day of which its element does not say what it is."""
_STYLE_HIDDEN = regex(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_WORD = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
_LOWER_WORD = regex("[a-z]{2,}")
"""The words of names without capitals, as nine in ten are: found in less than half the time."""


class Style(NamedTuple):
    """What an element hands down to what it contains."""

    role: Role = "paragraph"
    level: int = 0
    lists: int = 0
    pre: bool = False


ROW = Style("table")
Element: TypeAlias = "tuple[Element | None, str, Mapping[str, str], tuple[str, ...], int, Style]"
"""An open element, or one that a block points to: parent, tag, attributes, marks, edge and style.

A page has a thousand, so they are bare tuples, which are made in less than half the time of objects.
"""
PARENT: Final = 0
NAME: Final = 1
ATTRIBUTES: Final = 2
MARKS: Final = 3
EDGE: Final = 4
STYLE: Final = 5
RUNS_ON, PARTS, HIDES = range(3)
"""The edges of elements: those around which text runs on, those that part it, and those read apart, being hidden."""
PAGE: Element = (None, "html", EMPTY, (), PARTS, Style())
"""The element around all others, if a page has no other."""


@lru_cache(maxsize=1024)
def handed_down(tag: str, style: Style) -> Style:
    """Return what an element of `STYLED` hands down where `style` was handed down to it."""
    role, level, lists, pre = style
    if tag in ROLES:
        role, level = ROLES[tag]
        return Style(role, level, lists, role == "preformatted")
    if tag == "li":
        return Style("list_item", max(1, lists), lists)
    if tag in _LISTS:
        return Style(role, level, lists + 1, pre)
    # An article or section: a list of them does not make their paragraphs items.
    return Style(lists=lists) if role == "list_item" else style


def names_of(attrib: Mapping[str, str]) -> str:
    """Return the names that an element's attributes give, classes first."""
    if MORE_NAMES.isdisjoint(attrib):
        return attrib.get("class", "")
    return " ".join([attrib[name] for name in _NAME_ORDER if name in attrib])


def shape_of(element: Element) -> tuple[object, ...]:
    """Return what elements of one purpose have in common: tag and class words, their own and their parent's."""
    outer = element[PARENT] or PAGE
    return tuple((tag, *words_of(names_of(attrib))) for _, tag, attrib, _, _, _ in (element, outer))


def is_hidden(tag: str, attrib: Mapping[str, str], style: str) -> bool:
    """Whether the element hides itself, its `style` in lower case, or its text is the name of an icon font's sign."""
    if "popover" in attrib or ("hidden" in attrib and attrib["hidden"].lower() != "until-found"):
        return True
    if ("display" in style or "visibility" in style) and _STYLE_HIDDEN.search(style):
        return True
    decorative = attrib.get("aria-hidden") == "true" and tag in ("i", "span")
    return decorative and not _ICONS.isdisjoint(words_of(names_of(attrib)))


def marks_of(attrib: Mapping[str, str]) -> tuple[str, ...]:
    """Return the facts that an element's attributes tell, each as `name=value`: role, microdata, relation, dates, label."""
    get = attrib.get
    marks: list[str] = []
    for name in ("role", "itemprop"):
        value = get(name)
        if value:
            marks += [f"{name}={word}" for word in value.lower().split()[:4]]
    value = get("rel")
    if value:
        marks += [f"rel={word}" for word in value.lower().split()[:4] if word in _RELATIONS]
    value = get("property")
    if value:
        marks.append(f"itemprop={value.rsplit(':', 1)[-1].lower()}")
    value = get("itemtype")
    if value:
        marks.append(f"itemtype={value.rstrip('/').rsplit('/', 1)[-1].lower()}")
    value = get("datetime")
    if value:
        marks.append(f"{dated(attrib)}={value.strip()}")
    value = get("content")
    if value and (kind := dated(attrib)) != UNTOLD:
        marks.append(f"{kind}={value.strip()}")
    value = get("aria-label")
    if value:
        marks += [f"aria-label={word.lower()}" for word in _WORD.findall(value[:MAX_MARK])]
    return tuple([mark[:MAX_MARK] for mark in marks])


def dated(attrib: Mapping[str, str]) -> str:
    """Return what an element's own names say of its date: `published`, `modified`, or `datetime` where they say nothing.

    Both words stand on a story that was never changed.
    """
    names = " ".join([attrib[name] for name in ("class", "itemprop", "property") if name in attrib])
    return "published" if _PUBLISHED.search(names) else "modified" if _MODIFIED.search(names) else UNTOLD


def own_day(attrib: Mapping[str, str]) -> str:
    """Return the mark of the day that a `time` has for the site's own scripts: `data-published`, `data-time`; empty where it has none."""
    for name, value in attrib.items():
        if _OWN_DAY.match(name) and _FIGURES.search(value):
            kind = "published" if _PUBLISHED.search(name) else "modified" if _MODIFIED.search(name) else dated(attrib)
            return f"{kind}={value.strip()}"[:MAX_MARK]
    return ""


def words_of(names: str) -> tuple[str, ...]:
    """Return the different words of class and id values, lower-case, at most `OWN_TOKENS`, those of one letter left out."""
    names = names[:1000]
    if names.islower() and names.isascii():
        words = _LOWER_WORD.findall(names)
    else:
        words = [word.lower() for word in _WORD.findall(names) if len(word) > 1]
    return tuple(dict.fromkeys(words))[:OWN_TOKENS]


@lru_cache(maxsize=512)
def names_author(names: str) -> bool:
    """Say whether the class of an element within a line calls it the author's."""
    return not _AUTHORS.isdisjoint(words_of(names))
