"""Whether a story is another house's than the site's that carried it."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.assemble.copyright import owner
from cleaner.assemble.publisher import is_handed_on
from cleaner.houses import agency
from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import LIKELY, STRONG, Finding, quoted
from cleaner.regexes import regex
from cleaner.rules.headline_features import WINDOW_MARK
from cleaner.tokens import squeezed
from cleaner.urls import host, house

NAMED, SIGNATURE = "publisher row", "signature"
"""Provenance of a publisher that a line of the page names, and of one that is an agency in the dateline or the byline."""
SEVERAL = regex(r",\s+(?!(?:Inc|Ltd|LLC|LLP|Co|Corp|GmbH|AG|S\.)\b)")
"""A comma between names, rather than before what a firm is in law."""
OF_AGENCIES = regex(r"(?<=\w)(?:news|net|online|media)$")
"""What agencies put behind their name in their address."""
ARCHIVES = frozenset({"web.archive.org", "archive.org", "archive.is", "archive.ph", "archive.today"})
"""Hosts that carry copies of other sites' pages."""
AGENCY_ADDRESSES = frozenset({"ria", "yna"})
"""Addresses of agencies whose names are not written in Latin script."""
STEM, ENDING = 3, 2
"""Letters that two forms of a name's word have in common at least, and most letters that its case adds or changes: Głos, Głosie; Bote, Boten."""


def syndicated(evidence: Evidence) -> Finding | None:
    """The publisher is named by a line of the page, or is an agency that signed, and is not the site that carried it.

    An agency's signature counts where the site is known, by its name, its address or its rights line: on the agency's own page it is
    none. A line that names nobody (“Originally published in March”) tells nothing, and several names are sources of facts.
    """
    record = evidence.record
    source = record.metadata.get("provenance", {}).get("publisher")
    if not record.publisher or source not in (NAMED, SIGNATURE):
        return None
    carriers = [*_carriers(evidence)]
    if any(_is_same(name, record.publisher) for name in carriers):
        return None
    if source == NAMED:
        row = next((row for row in evidence.rows.get("publisher", ()) if record.publisher in row.text), None)
        several = SEVERAL.search(record.publisher) and not agency(record.publisher.partition(",")[0])
        return None if several else Finding(STRONG, f"{record.publisher}: {quoted(row.text if row else record.publisher)}")
    return Finding(LIKELY, f"{record.publisher}, carried by {carriers[0]}") if carriers and not any(map(_is_agencys, carriers)) else None


def _carriers(evidence: Evidence) -> Iterator[str]:
    """Yield the names of who carried the story: the site's, its address's, that in a text's window title, and the owner's of a rights line that is no agency."""
    record = evidence.record
    address = host(record.url or "")
    site = record.site_name if record.site_name and "://" not in record.site_name else house(host(record.site_name or ""))
    yield from filter(None, (record.aggregator, site, house(address) if address not in ARCHIVES else None))
    if evidence.page.media_type != "text/html" and len(parts := WINDOW_MARK.split(evidence.page.features.texts[0])) > 1:
        yield parts[-1]
    rights = () if is_handed_on(evidence.rows) else evidence.rows.get("legal", ())
    yield from [name for row in rights if (name := owner(row.text)) and not _is_agencys(name)][:1]


def _is_same(name: str, other: str) -> bool:
    """Say whether two names are one house's, with or without “the”, and inflected: “vom Brasker Boten” is the Brasker Bote's own."""
    if squeezed(name).removeprefix("the") == squeezed(other).removeprefix("the"):
        return True
    pairs = [*zip(name.casefold().split(), other.casefold().split(), strict=False)]
    return len(name.split()) == len(other.split()) and all(_is_inflected(a, b) for a, b in pairs)


def _is_inflected(word: str, other: str) -> bool:
    """Say whether two words differ in their endings alone."""
    stem = max(STEM, min(len(word), len(other)) - ENDING)
    return abs(len(word) - len(other)) <= ENDING and len(word) >= STEM and word[:stem] == other[:stem]


def _is_agencys(name: str) -> bool:
    """Say whether a site's name or address is an agency's: “apnews”."""
    folded = name.casefold()
    return bool(agency(folded) or agency(OF_AGENCIES.sub("", folded))) or folded in AGENCY_ADDRESSES
