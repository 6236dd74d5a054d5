"""What an HTML page's head says of its story, in the few fields that rules and assembly ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from cleaner.parse.structured import DATED_NAME, SIGNED_NAME
from cleaner.regexes import regex

LABELLED = "twitter:data"
"""What Twitter's cards show behind a label of the page's own."""
HEADLINE_TAGS = (
    "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title",
    "headline", "itemprop:headline", "title",
)  # fmt: skip
AUTHOR_TAGS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "dc.contributor.author", "citation_author", "cxenseparse:author", LABELLED, "authors",
    "byline", "mrf:authors", "dable:author", "vr:author", "rbauthors", "itemprop:author", "itemprop:creator",
)  # fmt: skip
DATE_TAGS = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "itemprop:datepublished", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "citation_publication_date", "citation_date",
    "cxenseparse:recs:publishtime", "bt:pubdate", "publication_date", "publication-date", "publish-date", "publish_date",
    "publishdate", "pubdate", "date", "itemprop:datecreated",
)  # fmt: skip
MODIFIED_TAGS = (
    "article:modified_time", "article:modified", "og:updated_time", "og:article:modified_time", "itemprop:datemodified",
    "datemodified", "dcterms.modified", "dc.date.modified", "bt:moddate", "lastmod", "last-modified",
)  # fmt: skip
DATED, SIGNED = regex(DATED_NAME), regex(SIGNED_NAME)
"""Names of elements that a site's own systems make up for the day of publication and the author."""
SITE_TAGS = ("og:site_name", "application-name")
PUBLISHER_TAGS = ("publisher", "dc.publisher", "dcterms.publisher")
SECTION_TAGS = (
    "article:section", "section", "parsely-section", "sailthru.section", "mrf:sections", "og:section", "itemprop:articlesection", "category",
)  # fmt: skip
PARSELY = {
    "headlines": ("title",), "authors": ("authors", "author"), "date": ("pub_date",), "section": ("section",),
}  # fmt: skip
"""What Parse.ly's `meta` element holds as JSON, by field."""
SINGLE, SEVERAL = ("date", "date_modified", "site_name", "publisher", "section", "canonical"), ("headlines", "authors")
"""Fields of which the first value counts, and those that may have several."""
ARTICLE = regex(r"(?i)(?:.*(?:article|posting|blogpost|report|review|newsstory)|recipe)$")
"""Types of JSON-LD objects that are stories; a `WebPage` only wraps one."""
LABELLED_NAMES = regex(
    r"(?i)^(?:written by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skriven av|skrevet a[fv]"
    r"|kirjoittanut|napisane przez|napsal|szerző|scris de|yazan|написано автором|автор|συντάχθηκε από|נכתב על|كُ?تب بواسطة"
    r"|ditulis oleh|được viết bởi|執筆者|作者|글쓴이)"
)
LABELLED_SECTIONS = regex(r"(?i)^(?:filed under|category|section)")
_WORD = regex(r"[^\W_]+")
NO_NAME = regex(r"(?i)^https?:|^www\.|^@|^\s*$|facebook\.com|\bmin(?:ute)?s?\b")


class Said(NamedTuple):
    """A value that the head gives, and where."""

    value: str
    source: str


def facts(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return `metadata` with what it says of the story.

    `headlines` (as written, the likeliest first), `authors`, `date`, `date_modified`, `site_name`, `publisher`,
    `section`, under `said` all values of each field as `Said`, and `page_dated`: whether what JSON-LD dates is only the page.
    Under `said`, `site` has names of the site that others must bear out, and `trail` the breadcrumbs of JSON-LD.
    """
    objects = _stories(metadata)
    tags: Mapping[str, Sequence[str]] = metadata.get("meta", {})
    packed = _parsely(tags)
    title = str(metadata.get("title") or "")
    said = {
        "headlines": _unique([
            *_values(objects, "headline"), *_tagged(tags, HEADLINE_TAGS), *packed["headlines"], Said(title, "title"),
        ]),
        "authors": _unique([*_values(objects, "author"), *_values(objects, "creator"), *_authors(tags), *packed["authors"]]),
        "houses": _unique(_values(objects, "houses")),
        "date": _unique([
            *_values(objects, "datePublished"), *_known(tags, DATE_TAGS, DATED), *packed["date"], *_values(objects, "dateCreated"),
        ]),
        "date_modified": _unique([*_values(objects, "dateModified"), *_tagged(tags, MODIFIED_TAGS)]),
        "site_name": _unique([*_tagged(tags, SITE_TAGS), *_values([metadata], "sites")]),
        "site": _unique([
            *_tagged(tags, ("apple-mobile-web-app-title",)), *_listed(metadata, "feeds", "feed"), *_listed(metadata, "homes", "home link"),
        ]),
        "publisher": _unique([
            *_values(objects, "publisher"), *_values(objects, "sourceOrganization"), *_tagged(tags, PUBLISHER_TAGS),
        ]),
        "section": _unique([
            *_tagged(tags, SECTION_TAGS[:2]), *_values(objects, "articleSection"), *_tagged(tags, SECTION_TAGS[2:]),
            *packed["section"], *_labelled(tags, LABELLED_SECTIONS),
        ]),
        "trail": _unique(_values([metadata], "trail")),
    }  # fmt: skip
    dated = [item for item in objects if item.get("datePublished")]
    page_dated = bool(dated) and not any(_is_story(item) or item.get("headline") for item in dated)
    return {**metadata, **_likeliest(said), "said": said, "page_dated": page_dated}


def declared(fields: Mapping[str, Sequence[str]], source: str) -> dict[str, Any]:
    """Return in the form of `facts` what a head of text says, the values by field, all from one `source`."""
    said = {key: tuple(Said(value, source) for value in values) for key, values in fields.items()}
    return {**_likeliest(said), "said": said}


def _likeliest(said: Mapping[str, Sequence[Said]]) -> dict[str, Any]:
    """Return the first value of each field that takes one, and the different ones of those that take several."""
    first = {key: said[key][0].value for key in SINGLE if said.get(key)}
    return {**first, **{key: tuple(dict.fromkeys(one.value for one in said[key])) for key in SEVERAL if said.get(key)}}


def _stories(metadata: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the JSON-LD objects that tell of the page's story, the story before the pages that wrap it.

    Where several objects are stories (a list of others beside the page's own), the one that is called as the page is
    counts, with those that share its headline.
    """
    objects: Sequence[Mapping[str, Any]] = metadata.get("jsonld", ())
    typed = [item for item in objects if _is_story(item)]
    wraps = [item for item in objects if not any(item is one for one in typed)]
    if not typed:
        return wraps
    tags: Mapping[str, Sequence[str]] = metadata.get("meta", {})
    named = [*tags.get("og:title", ()), str(metadata.get("title") or "")]
    known = {word for text in named for word in _WORD.findall(text.casefold())}
    main = max(typed, key=lambda item: _shared(item, known))
    return [main, *(item for item in typed if item is not main and _called(item) == _called(main)), *wraps]


def _is_story(item: Mapping[str, Any]) -> bool:
    return any(ARTICLE.match(kind) for kind in item.get("@type", ()))


def _called(item: Mapping[str, Any]) -> str:
    return str(item.get("headline") or item.get("name") or "")


def _shared(item: Mapping[str, Any], known: set[str]) -> float:
    words = set(_WORD.findall(_called(item).casefold()))
    return len(words & known) / len(words) if words else 0.0


def _values(objects: Sequence[Mapping[str, Any]], key: str, source: str = "json-ld") -> Iterator[Said]:
    for item in objects:
        value = item.get(key)
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, str) and one.strip():
                yield Said(one.strip(), source)


def _listed(metadata: Mapping[str, Any], key: str, source: str) -> Iterator[Said]:
    yield from (Said(value, source) for value in metadata.get(key, ()))


def _parsely(tags: Mapping[str, Sequence[str]]) -> dict[str, list[Said]]:
    """Return by field what Parse.ly's element says; nothing where it is cut or broken."""
    page: Any = None
    for content in tags.get("parsely-page", ()):
        with suppress(ValueError, RecursionError):
            page = json.loads(content)
    found: dict[str, list[Said]] = {}
    for field, keys in PARSELY.items():
        values = [page[key] for key in keys if key in page] if isinstance(page, dict) else []
        found[field] = [one for value in values[:1] for one in _values([{field: value}], field, "meta")]
    return found


def _labelled(tags: Mapping[str, Sequence[str]], label: re.Pattern[str]) -> Iterator[Said]:
    """Yield what Twitter's cards show behind a label that fits."""
    for number in ("1", "2"):
        if any(map(label.match, tags.get(f"twitter:label{number}", ()))):
            yield from _tagged(tags, [LABELLED + number])


def _tagged(tags: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterator[Said]:
    for name in names:
        for value in tags.get(name, ()):
            if value.strip():
                yield Said(value.strip(), _source(name))


def _source(name: str) -> str:
    if name.startswith(("og:", "article:")):
        return "opengraph"
    if name.startswith(("dc.", "dcterms.")):
        return "dublin-core"
    return "microdata" if name.startswith("itemprop:") else "meta"


def _known(tags: Mapping[str, Sequence[str]], names: Sequence[str], form: re.Pattern[str]) -> list[Said]:
    """Return what the elements of known `names` say, else those whose names have the `form` of one; a time of no day is an upload's."""
    own = sorted((name for name in tags if name not in names and form.fullmatch(name)), key=lambda name: "date" not in name)
    return [*_tagged(tags, names)] or [*_tagged(tags, own)]


def _authors(tags: Mapping[str, Sequence[str]]) -> Iterator[Said]:
    listed = ((*_labelled(tags, LABELLED_NAMES),) if name == LABELLED else (*_tagged(tags, [name]),) for name in AUTHOR_TAGS)
    found = [said for values in listed for said in values] or _known(tags, AUTHOR_TAGS, SIGNED)
    yield from (said for said in found if not NO_NAME.search(said.value))


def _unique(values: Sequence[Said] | Iterator[Said]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(one for one in values if one.value))
