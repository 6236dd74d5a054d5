"""All fields of a record that are not its body, each resolved in its own module."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from cleaner.assemble import printed
from cleaner.assemble.byline import Byline, byline
from cleaner.assemble.candidates import Candidate, described
from cleaner.assemble.date import chosen, dates
from cleaner.assemble.dateline import dateline
from cleaner.assemble.paragraphs import Body
from cleaner.assemble.publisher import aggregator, publisher, signed_off
from cleaner.assemble.section import section
from cleaner.assemble.site import site_name, titled_houses
from cleaner.assemble.title import site_names, title
from cleaner.dates import find
from cleaner.model import Page
from cleaner.tokens import squeezed

DATED = 0.5
"""Trust in a dateline's day: it is when the story was filed, the day before at times."""


class Fields(NamedTuple):
    """The fields by their names in the record, and the metadata that tells where they come from."""

    values: dict[str, Any]
    metadata: dict[str, Any]


def fields(page: Page, body: Body) -> Fields:
    """Return the fields of the page's record, which are read from removed rows, kept text and the page's head."""
    rows = body.rows
    fetched = str(page.metadata.get("fetched") or "")
    site = site_name(page, rows)
    own = site_names(page, site.value or "")
    entitled = title(page, own)
    placed = dateline(body.paragraphs, _below(page, body))
    signed = byline(page, rows, own, placed, {*titled_houses(page), squeezed(str(entitled.value or ""))})
    published, modified = dates(page, fetched)
    if not published.source and placed.text:
        filed = (Candidate(stamp.iso, "dateline", DATED) for stamp in find(placed.text))
        published = chosen([*filed][:1], fetched)
    if not published.source and (monthly := printed.issue(page, rows)):
        published = chosen([Candidate(monthly, "running head", DATED)], fetched)
    choices = {
        "title": entitled,
        "authors": signed.choice,
        "date": published,
        "date_modified": modified,
        "publisher": publisher(page, rows, (*placed.houses, *signed.houses, *signed_off(body.paragraphs)), signed.authors, site.value or ""),
        "site_name": site,
        "section": section(page, (*signed.authors, site.value or "")),
    }
    values: dict[str, Any] = {
        **{name: choice.value for name, choice in choices.items()},
        "byline": signed.raw,
        "authors": signed.authors,
        "author_bio": signed.bio,
        "dateline": placed.text,
        "aggregator": aggregator(rows),
        "summary": tuple(p.text for p in body.paragraphs if p.role == "summary"),
        "captions": _unique(row.text for row in rows.get("caption", ())),
    }
    metadata = described(choices)
    metadata["provenance"] |= {name: source for name, source in _read_from(signed).items() if values[name]}
    if told := page.metadata.get("told"):
        metadata["provenance"]["text"] = told
    return Fields(values, {**metadata, "signed_by": list(signed.houses)} if signed.houses else metadata)


def _below(page: Page, body: Body) -> str:
    """Return the line right below the body's last paragraph, nothing where none is or a pack knows it for something else than a signature."""
    end = body.paragraphs[-1].spans[-1].end if body.paragraphs and body.paragraphs[-1].spans else len(page.visible)
    at = bisect_left(page.blocks, end, key=attrgetter("start"))
    known = at == len(page.blocks) or any(hit.kind != "byline" for hit in page.cues[at])
    return "" if known else page.blocks[at].text


def _read_from(signed: Byline) -> dict[str, str]:
    """Return the sources of fields that are read from one place, without candidates beside it."""
    return {"byline": signed.source, "author_bio": "author_bio row", "dateline": "story", "aggregator": "aggregator row"}


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
