"""Reading a site's rule pack off its pages.

What stands in the bodies of many different stories of one site is the site's, and no story's: the invitation that ends each of
them, the sentence about the house, the link to its app. On one page nothing need tell it from the story. So lines are counted over
pages (as CCNet and RefinedWeb count them to drop repeats: Wenzek et al. 2020, Penedo et al. 2023) and written down as
rules of a pack, which somebody reads before it is used, and which then works on each page alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cleaner.errors import UsageError
from cleaner.model import Kind
from cleaner.output import writing
from cleaner.parse.sentences import ends
from cleaner.quality.ending import is_final
from cleaner.quality.fingerprint import distance
from cleaner.record import ArticleRecord
from cleaner.regexes import regex
from cleaner.rules.matchers import MAX_PHRASE_CHARS
from cleaner.rules.pack import DEFAULT_CONFIDENCE, PackRule, load
from cleaner.rules.phrases import fold
from cleaner.testing.draft import Draft, head, table
from cleaner.testing.examples import failures
from cleaner.tokens import count_words
from cleaner.urls import host

MIN_PAGES, FEWEST_PAGES = 5, 2
"""Different stories of a site that must hold a line, and the fewest that may be asked for: what one story holds is its own."""
LINE_SHARE, SENTENCE_SHARE = 0.02, 0.1
"""Share of a site's stories that must hold a line, or a sentence beside others in a paragraph. The wording of reports repeats itself
too (“No one was hurt.”), and in few stories of one site in a hundred; it stands in paragraphs with others."""
SENTENCE_WORDS, LINE_WORDS = 6, 3
"""Words from which a sentence says enough to be known by them alone, and those below which a line says nothing: recurring
subheadings, sizes and prices are as short. What lies between gets a rule that needs a second signal."""
WEAK_CONFIDENCE = 0.6
"""Confidence of such a rule."""
MOSTLY = 0.5
"""Share of its pages on which a line is removed already, from which it is furniture on the others too."""
EDGE_SENTENCES = 2
"""Sentences at each end of a paragraph that are looked at: furniture is glued to a paragraph's ends."""
COPY_BITS = 3
"""Bits in which the fingerprints of two scrapes of one story differ at most (docs/quality.md: different stories never do)."""
MOST_LINES = 1_000_000
"""Lines that are counted at once; beyond them, those seen on a single page are forgotten (lossy counting: Manku and Motwani 2002)."""
SAMPLES = 5_000
"""Sentences kept as examples of what must stay, for each site."""
NAME_WORDS, NAME_DIGITS = 5, 6
"""Words of a line that name its rule, and digits where they are those of another rule, or none are Latin."""
NO_SITE = "pages"
"""The pack of pages whose address is not known."""
_BANDS = tuple(range(0, 64, 64 // (COPY_BITS + 1)))
_FIELDS: frozenset[str] = frozenset({"title", "duplicate"})
"""Kinds of removed text that no line has by its wording: its page's headline, a repeat of its page."""
_SPECIAL = regex(r"[\\.^$*+?()\[\]{}|]")


class Line(NamedTuple):
    """A line of a page: its text, what it was removed as (None: it is body), and whether it is a heading."""

    text: str
    kind: Kind | None
    heading: bool = False


class Noted(NamedTuple):
    """What is read off one record: where it comes from, its fingerprint, its lines, and the sentences at its paragraphs' ends."""

    site: str
    url: str
    fingerprint: str
    lines: tuple[Line, ...]
    edges: tuple[str, ...]


class Learned(NamedTuple):
    """A rule for a site: on how many of its stories the text stood, on how many of them in the body, and the rule's draft."""

    site: str
    pages: int
    kept: int
    of: int
    text: str
    draft: Draft


@dataclass(slots=True)
class _Seen:
    """How often a text was seen: on how many pages in the body, on how many removed, and as what."""

    text: str = ""
    kept: int = 0
    removed: int = 0
    heading: bool = False
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def pages(self) -> int:
        return self.kept + self.removed


@dataclass(slots=True)
class _Site:
    """What was seen of one site."""

    pages: int = 0
    lines: dict[bytes, _Seen] = field(default_factory=dict)
    edges: dict[bytes, _Seen] = field(default_factory=dict)
    samples: dict[str, str] = field(default_factory=dict)
    urls: set[bytes] = field(default_factory=set)
    bands: dict[tuple[int, int], list[str]] = field(default_factory=dict)


def note(record: ArticleRecord) -> Noted | None:
    """Return what can be learned from a record, None where it has no body."""
    if record.error is not None or not record.text:
        return None
    kept = [Line(row.text, None, row.role == "heading") for row in record.paragraphs]
    gone = [Line(row.text, row.kind) for row in record.removed if row.kind not in _FIELDS]
    edges = [edge for row in record.paragraphs if row.role != "heading" for edge in _edges(row.text)]
    site = host(record.url or "").removeprefix("www.")
    mark = record.metadata.get("fingerprint") or ""
    return Noted(site, record.url or "", mark, (*kept, *gone), tuple(edges))


def _edges(text: str) -> Iterator[str]:
    """Yield the first and last sentences of a paragraph that has several, those that say enough."""
    bounds = [0, *ends(text), len(text)]
    parts = [text[start:end].strip() for start, end in pairwise(bounds)]
    if len(parts) > 1:
        chosen = dict.fromkeys((*parts[:EDGE_SENTENCES], *parts[-EDGE_SENTENCES:]))
        yield from (part for part in chosen if count_words(part) >= SENTENCE_WORDS)


class Learner:
    """Counts lines over records, in any number; copies of a story count once.

    Args:
        site: take all pages for this site's, whatever their address; else each counts for the host of its own.
        min_pages: different stories that must hold a line before it is learned.

    Raises:
        UsageError: `site` is no host, or `min_pages` no number of two or more.

    """

    def __init__(self, *, site: str = "", min_pages: int = MIN_PAGES) -> None:
        if not isinstance(site, str) or (site and host(f"//{site}") != site):
            raise UsageError(f"the site is {site!r}; give a host, as in news.example.org")
        if isinstance(min_pages, bool) or not isinstance(min_pages, int) or min_pages < FEWEST_PAGES:
            raise UsageError(f"min_pages is {min_pages!r}; give a whole number of {FEWEST_PAGES} or more")
        self.site = site.removeprefix("www.")
        self.min_pages = min_pages
        self._sites: dict[str, _Site] = {}
        self._lines = 0

    def add(self, noted: Noted | None) -> None:
        """Count what was noted of a record."""
        if noted is None:
            return
        found = self._sites.setdefault(self.site or noted.site, _Site())
        if _is_copy(found, noted):
            return
        found.pages += 1
        before = len(found.lines) + len(found.edges)
        _count(found.lines, noted.lines)
        _count(found.edges, [Line(edge, None) for edge in noted.edges])
        _sample(found, noted)
        self._lines += len(found.lines) + len(found.edges) - before
        if self._lines > MOST_LINES:
            self._forget()

    def _forget(self) -> None:
        for found in self._sites.values():
            for counted in (found.lines, found.edges):
                for key in [key for key, seen in counted.items() if seen.pages == 1]:
                    del counted[key]
        self._lines = sum(len(found.lines) + len(found.edges) for found in self._sites.values())

    @property
    def pages(self) -> Mapping[str, int]:
        """How many different stories of each site were seen."""
        return {name: found.pages for name, found in sorted(self._sites.items())}

    def learned(self) -> list[Learned]:
        """Return the rules for all sites, for each those of most pages first; their examples behave."""
        return [rule for name, found in sorted(self._sites.items()) for rule in _tried(self._rules(name, found))]

    def _rules(self, name: str, found: _Site) -> list[Learned]:
        lines = [seen for seen in found.lines.values() if self._repeats(seen, found, LINE_SHARE) and _is_furniture(seen)]
        wholes = " ".join(fold(seen.text) for seen in lines)
        edges = [
            seen
            for seen in found.edges.values()
            if self._repeats(seen, found, SENTENCE_SHARE) and fold(seen.text) not in wholes
        ]
        chosen = [(seen, False) for seen in lines] + [(seen, True) for seen in edges]
        chosen.sort(key=lambda one: (-one[0].pages, one[0].text))
        names: set[str] = set()
        return [_rule(name, found, seen, names, part=part) for seen, part in chosen]

    def _repeats(self, seen: _Seen, found: _Site, share: float) -> bool:
        return seen.kept > 0 and seen.pages >= max(self.min_pages, share * found.pages)


def _is_copy(found: _Site, noted: Noted) -> bool:
    """Say whether a page of this address, or one with nearly this body, was seen; remember both."""
    address = _key(noted.url)
    if noted.url and address in found.urls:
        return True
    found.urls.add(address)
    if not noted.fingerprint:
        return False
    value = int(noted.fingerprint, 16)
    # Of four quarters, in which three bits differ, one is the same.
    marks = [(start, value >> start & (1 << 64 // len(_BANDS)) - 1) for start in _BANDS]
    near = (other for mark in marks for other in found.bands.get(mark, ()))
    if any(distance(noted.fingerprint, other) <= COPY_BITS for other in near):
        return True
    for mark in marks:
        found.bands.setdefault(mark, []).append(noted.fingerprint)
    return False


def _count(counted: dict[bytes, _Seen], lines: Iterable[Line]) -> None:
    """Count each text once for the page; one that is body at one place and removed at another is body."""
    page: dict[bytes, Line] = {}
    for line in lines:
        key = _key(fold(line.text))
        if key not in page:
            page[key] = line
    for key, line in page.items():
        seen = counted.setdefault(key, _Seen())
        if line.kind is None:
            seen.kept += 1
            seen.heading = seen.heading or line.heading
            seen.text = min(seen.text or line.text, line.text)
        else:
            seen.removed += 1
            seen.kinds[line.kind] += 1


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _sample(found: _Site, noted: Noted) -> None:
    """Keep sentences of the page's story by their first word."""
    for line in noted.lines:
        if len(found.samples) >= SAMPLES:
            return
        if line.kind is None and _says_enough(line.text):
            found.samples.setdefault(_first(line.text), line.text)


def _first(text: str) -> str:
    return fold(text).partition(" ")[0]


def _says_enough(text: str) -> bool:
    return is_final(text) and count_words(text) >= SENTENCE_WORDS


def _is_furniture(seen: _Seen) -> bool:
    """Say whether a line that repeats may go: a heading of the story may repeat as well (“What you need to know”)."""
    return count_words(fold(seen.text)) >= LINE_WORDS and (not seen.heading or seen.removed >= MOSTLY * seen.pages)


def _rule(site: str, found: _Site, seen: _Seen, names: set[str], *, part: bool) -> Learned:
    kind = next((kind for kind, _ in sorted(seen.kinds.items(), key=lambda item: (-item[1], item[0])) if kind != "residue"), "residue")
    sure = part or _says_enough(seen.text) or seen.removed >= MOSTLY * seen.pages
    plain = not part and len(seen.text) <= MAX_PHRASE_CHARS and "{" not in seen.text
    draft = Draft(
        id=f"{_pack(site)}.{kind}.{_name(seen.text, names)}",
        kind=kind,
        values=(seen.text if plain else _SPECIAL.sub(r"\\\g<0>", seen.text),),
        remove=(seen.text,),
        keep=(_kept(found, seen.text),),
        match="phrase" if plain else "regex",
        scope="part" if part else "line",
        confidence=DEFAULT_CONFIDENCE if sure else WEAK_CONFIDENCE,
        summary=f"{'A sentence' if part else 'A line'} that stands on {seen.pages} of {found.pages} pages.",
        why="What many different stories of a site hold is the site's, and no story's.",
        source=f"learned from {found.pages} pages of {site or 'one site'}",
    )
    return Learned(site, seen.pages, seen.kept, found.pages, seen.text, draft)


def _kept(found: _Site, text: str) -> str:
    """Return a sentence that must stay and looks like `text`: one that begins alike, where there is one."""
    others = (found.samples.get(_first(text)), *found.samples.values())
    return next((other for other in others if other and fold(text) not in fold(other)), f"“{_first(text)}”, they said.")


def _name(text: str, names: set[str]) -> str:
    """Return a rule's name: the line's first words, with a few digits of its hash where that is another's."""
    words = "-".join(re.findall(r"[a-z0-9]+", fold(text))[:NAME_WORDS])
    digits = _key(fold(text)).hex()[:NAME_DIGITS]
    name = words if words and words not in names else "-".join(filter(None, (words, digits)))
    names.add(name)
    return name


def _pack(site: str) -> str:
    return ".".join(re.sub(r"[^a-z0-9_-]+", "-", part) or "-" for part in (site or NO_SITE).split("."))


def _tried(rules: Sequence[Learned]) -> list[Learned]:
    """Return those of the rules of a site whose examples behave; a line that repair or parsing changes is known by no rule."""
    if not rules:
        return []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pack.toml"
        path.write_text(pack(rules), encoding="utf-8", newline="\n")
        loaded: tuple[PackRule, ...] = load(path)
        return [rule for rule, made in zip(rules, loaded, strict=True) if not failures(made, [str(path)])]


def pack(rules: Sequence[Learned]) -> str:
    """Return the pack of a site's rules, in the form of `cleaner/packs/FORMAT.md`."""
    site = rules[0].site
    return "\n".join([*head(_pack(site), site=site), *(f"{table(rule.draft)}\n" for rule in rules)]).rstrip("\n") + "\n"


def shown(rule: Learned) -> tuple[str, ...]:
    """Return a rule's site, stories with its text, stories of the site, kind, scope and text, without line ends."""
    text = " ".join(rule.text.split())
    return rule.site or NO_SITE, str(rule.pages), str(rule.of), rule.draft.kind, rule.draft.scope or "line", text


def check(folder: Path, *, force: bool = False) -> None:
    """Make sure that packs can be written into `folder`, which is made where it is not there.

    Raises:
        UsageError: it is no folder, cannot be made, or holds something and `force` is not given.

    """
    with writing(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        holds = any(folder.iterdir())
    if holds and not force:
        raise UsageError(f"{folder} holds something already; give another -o, or --force", place=str(folder))


def written(rules: Sequence[Learned], folder: Path) -> list[Path]:
    """Write a pack for each site into `folder`, over an earlier one, and return their paths.

    Raises:
        UsageError: a pack cannot be written.

    """
    packs = {folder / f"{_pack(site)}.toml": list(found) for site, found in groupby(rules, lambda rule: rule.site)}
    for path, found in packs.items():
        with writing(str(path)):
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(pack(found), encoding="utf-8", newline="\n")
    return list(packs)


def nothing(record: ArticleRecord) -> str:  # noqa: ARG001 - it is called as what renders a record
    """Return what a run writes of a record that only learns from it."""
    return ""
