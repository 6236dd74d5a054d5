"""Candidates for a field, and how one of them is chosen: shared by the fields' modules.

A candidate is a value with the place it was read from and how far that place is to be trusted. Equal values support
each other, different ones cast doubt: that is all the arithmetic there is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from cleaner.model import Page
from cleaner.tokens import squeezed
from cleaner.urls import host

NEAR_ABOVE, NEAR_BELOW = 6, 3
"""Blocks above the headline, and below the story's first block, in which its byline and date stand."""
UNTITLED = 12
"""Blocks above the story that are searched where no headline is known."""
TAIL = 8
"""Blocks after the story in which it is signed."""
DOUBT = 0.5
"""How much of the strongest dissenting candidate's confidence is taken from the winner's."""
DIGITS = 3
"""Decimals of a confidence in the metadata."""


class Candidate(NamedTuple):
    """A value that a field may take, with its source and a confidence from 0 to 1."""

    value: Any
    source: str
    confidence: float


class Choice(NamedTuple):
    """What a field takes, with its source and confidence, and the candidates that lost."""

    value: Any
    source: str
    confidence: float
    losers: tuple[Candidate, ...]


NOTHING = Choice(None, "", 0.0, ())


def choose(candidates: Iterable[Candidate], key: Callable[[Any], Hashable]) -> Choice:
    """Return the value whose candidates together are most to be trusted; among equals, the first.

    Candidates agree when `key` of their values is equal; the value kept is the one of their most trusted.
    """
    groups: dict[Hashable, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(key(candidate.value), []).append(candidate)
    if not groups:
        return NOTHING
    trusts = {name: _together(group) for name, group in groups.items()}
    best = max(groups, key=lambda name: trusts[name])
    other = max((trust for name, trust in trusts.items() if name != best), default=0.0)
    winner = max(groups[best], key=lambda candidate: candidate.confidence)
    losers = tuple(
        max(group, key=lambda candidate: candidate.confidence) for name, group in groups.items() if name != best
    )
    return Choice(winner.value, winner.source, trusts[best] * (1 - DOUBT * other), losers)


def _together(group: Sequence[Candidate]) -> float:
    doubt = 1.0
    for source in dict.fromkeys(candidate.source for candidate in group):
        doubt *= 1 - max(candidate.confidence for candidate in group if candidate.source == source)
    return 1 - doubt


def opening(page: Page) -> int:
    """Return the index of the story's first block, which stands below the headline."""
    start = int(page.features.story[0])
    return start if page.title is None or page.title < start else page.title + 1


def near(page: Page) -> range:
    """Return the indices of the blocks around headline and story's beginning."""
    start = opening(page)
    low = page.title - NEAR_ABOVE if page.title is not None else start - UNTITLED
    return range(max(0, low), min(len(page.blocks), start + NEAR_BELOW))


def addresses(page: Page) -> list[str]:
    """Return the addresses that a page is known by: where it was fetched, and what its head says."""
    said = (page.url, page.metadata.get("canonical"), *page.metadata.get("meta", {}).get("og:url", ()))
    return [str(link) for link in said if link]


def labelled(link: str) -> list[str]:
    """Return the names that a link's host goes by: whole, without its suffix, each of its labels but that."""
    name = host(link).removeprefix("www.") if "//" in link else ""
    return [squeezed(part) for part in (name, name.rsplit(".", 1)[0], *name.split(".")[:-1]) if part]


def after(page: Page) -> range:
    """Return the indices of the blocks after the story in which it may be signed or dated."""
    end = page.features.story[1]
    return range(end, min(len(page.blocks), end + TAIL))


def described(choices: Mapping[str, Choice]) -> dict[str, Any]:
    """Return the metadata that tells of the choices: `provenance`, `confidence` and `candidates`, each by field."""
    found = {name: choice for name, choice in choices.items() if choice.source}
    return {
        "provenance": {name: choice.source for name, choice in found.items()},
        "confidence": {name: round(choice.confidence, DIGITS) for name, choice in found.items()},
        "candidates": {
            name: [{"value": c.value, "source": c.source, "confidence": round(c.confidence, DIGITS)} for c in x.losers]
            for name, x in found.items()
            if x.losers
        },
    }
