"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from cleaner.model import Kind, Label, MediaType, Page, make

Scope = Literal["line", "part", "element", "section", "page"]
"""What a rule looks at: a whole line, a part of a line, the element a line stands in, a heading with what follows it,
the page."""
REMOVE = 0.9
"""Confidence from which a label removes; single strong cues are given 0.9 to 0.97 by their rules."""


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of input that a rule is tested on.

    For `remove`, the rule must label every string of `target` (by default the whole of `text`); for `keep`, it must
    label nothing.
    """

    text: str
    target: tuple[str, ...] = ()
    media_type: MediaType = "text/plain"


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a rule does, why, since when, and the examples it is tested on.

    `source` says where the cue or threshold comes from. `since` is the ruleset version that brought the rule,
    `valid_until` the last one in which it runs (empty: it runs).
    """

    id: str
    kind: Kind
    scope: Scope
    summary: str
    why: str
    source: str
    since: str
    valid_until: str = ""
    remove: tuple[Example, ...] = ()
    keep: tuple[Example, ...] = ()


@runtime_checkable
class Rule(Protocol):
    """A rule: `info`, and a call that yields labels. Rules never see each other's labels."""

    @property
    def info(self) -> RuleInfo:
        """What the rule is."""
        ...

    def __call__(self, page: Page) -> Iterable[Label]:
        """Yield the rule's labels for `page`."""
        ...


@dataclass(frozen=True, slots=True)
class FunctionRule:
    """A rule made of its info and a function."""

    info: RuleInfo
    run: Callable[[Page], Iterable[Label]]

    def __call__(self, page: Page) -> Iterable[Label]:
        """Yield the function's labels for `page`."""
        return self.run(page)


def whole(page: Page, index: int, info: RuleInfo, confidence: float, reason: str) -> Label:
    """Return a label against the whole of a block."""
    length = len(page.blocks[index].text)
    return make(Label, (index, 0, length, info.kind, False, confidence, info.id, reason))


def wholes(page: Page, indices: Iterable[int], info: RuleInfo, confidence: float, reason: str) -> list[Label]:
    """Return labels against the whole of several blocks; runs of them are most of a page's labels."""
    texts, kind, name = page.features.texts, info.kind, info.id
    return [make(Label, (i, 0, len(texts[i]), kind, False, confidence, name, reason)) for i in indices]


def cued(page: Page, index: int, *kinds: Kind) -> bool:
    """Say whether a pack rule matched the whole of a block, as one of `kinds` or at all."""
    hits = page.cues[index]
    if not hits:
        return False
    length = len(page.blocks[index].text)
    found = [kind for _, kind, start, end, _, _ in hits if end - start >= length]
    return not frozenset(kinds).isdisjoint(found) if kinds else bool(found)


SECTION_OWN: frozenset[Kind] = frozenset(
    {"date", "section_label", "tools", "byline", "caption", "related", "comment", "read_more", "tags"}
)
"""Kinds of lines that a list of other stories holds itself: dates, rubrics, counters, writers, credits."""


def stands_alone(page: Page, index: int, section: Kind) -> bool:
    """Say whether a line inside a section has a cue of its own that is more telling than the section."""
    if section in ("comment", "comment_form"):
        return cued(page, index, "comment_form", "login")
    hits = page.cues[index]
    if not hits:
        return False
    length = len(page.blocks[index].text)
    for _, kind, start, end, match, _ in hits:
        if match in ("phrase", "regex") and end - start >= length and kind not in SECTION_OWN:
            return True
    return False
