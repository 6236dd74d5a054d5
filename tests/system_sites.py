"""Whole pages in the markup that publishing systems give out, each filled with an invented story.

`pages_of_systems.txt` holds the templates and `stories_of_systems.txt` the stories. In a template an attribute `k=KIND` says
what the text inside is: `p` story, `any` not judged, all else furniture of that kind; it is not part of the page. A line
`@p 2-5 WRAP HEADING_WRAP` stands for the story's pieces 2 to 5, `{=dek}` for the line below the headline.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_HERE = Path(__file__).parent
_MARK = re.compile(r"\s+k=[\w-]+")
_PIECES = re.compile(r"@p (\d+)-(\d+) ?(.*)$")
_BETWEEN_WRAPS = re.compile(r"(?<=>) (?=<)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_UNSEEN = frozenset("script style title noscript template textarea svg iframe".split())  # noqa: SIM905
_DATE_DIGITS = 6
"""Digits that make a text without letters a date, and not a counter."""
_SHORT = 8
"""Letters and digits below which a unit counts as kept only where it is all of a piece of the body."""


@dataclass
class Story:
    """An invented story: named facts, and its pieces with their roles."""

    facts: dict[str, str]
    pieces: list[tuple[str, str]] = field(default_factory=list)
    pool: dict[str, str] = field(default_factory=dict)


@dataclass
class SystemPage:
    """A page with what its record must say."""

    name: str
    html: str
    title: str
    authors: tuple[str, ...] | None
    date: str | None
    story: list[str]
    furniture: list[tuple[str, str]]
    author_seen: bool
    date_seen: bool


def squeezed(text: str) -> str:
    """Give the letters and digits of a text, in small letters."""
    return "".join(character for character in text.casefold() if character.isalnum())


def stories() -> dict[str, Story]:
    """Read the invented stories."""
    found: dict[str, Story] = {}
    pools: dict[str, dict[str, str]] = {}
    for line in (_HERE / "stories_of_systems.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            name, language = line[3:].split()
            story = Story({"lang": language})
            if name == "pool":
                pools[language] = story.pool
            else:
                found[name] = story
            counts: dict[str, int] = {}
            continue
        mark, _, text = line.partition(": ")
        mark = mark.rstrip(":")
        if mark in {"p", "h", "l", "pre"}:
            story.pieces.append((mark, text))
        elif mark in {"r", "c", "u"}:
            number = counts.get(mark, 0)
            counts[mark] = number + 1
            story.pool[f"{mark}{number}"] = text
        else:
            story.facts[mark] = text
    for story in found.values():
        story.pool = pools[story.facts["lang"]]
    return found


def pages() -> list[SystemPage]:
    """Make all pages."""
    known = stories()
    text = (_HERE / "pages_of_systems.txt").read_text("utf-8")
    made = []
    for part in text.split("\n=== ") if not text.startswith("=== ") else text[4:].split("\n=== "):
        head, _, template = part.partition("\n")
        name, story, *options = [piece.strip() for piece in head.split("|")]
        made.append(_page(name, known[story], template, options))
    return made


def _page(name: str, story: Story, template: str, options: list[str]) -> SystemPage:
    facts = story.facts
    expected: list[str] = []
    lines = []
    for line in template.splitlines():
        asked = _PIECES.match(line)
        lines.append(_pieces(story, asked, expected) if asked else line)
    marked = "\n".join(lines)
    if "{=dek}" in marked:
        expected.insert(0, facts["k"])
    named = {
        "title": facts["t"],
        "author": facts["a"],
        "iso": facts["d"],
        "dt": facts["dt"],
        "ds": facts["ds"],
        "dek": facts.get("k", ""),
        "=dek": facts.get("k", ""),
        "bio": facts.get("b", ""),
        "cap": facts.get("i", ""),
        **story.pool,
    }
    named = {key: html.escape(value, quote=False) for key, value in named.items()}
    named |= {"ld": _json_ld(facts), "og": _open_graph(facts), "yoast": _yoast(facts)}
    marked = re.sub(r"\{(=?\w+)\}", lambda found: named[found[1]], marked)
    reader = _Reader()
    reader.feed(marked)
    either = {squeezed(text) for kind, text in reader.units if kind == "any"}
    seen = " ".join(text for kind, text in reader.units if kind in {"date", "byline"})
    year, day = facts["d"][:4], str(int(facts["d"][8:]))
    date_seen = year in seen and re.search(rf"(?<!\d)0?{day}(?!\d)", seen) is not None
    author_seen = facts["a"] in seen
    told = author_seen or any(mark in template for mark in ("{ld}", "{yoast}", 'name="author"'))
    return SystemPage(
        name,
        _MARK.sub("", marked),
        facts["t"],
        None if "noauthor" in options or not told else tuple(filter(None, [facts["a"]])),
        facts["d"] if date_seen or facts["d"] in marked else None,
        expected,
        [unit for unit in dict.fromkeys(reader.units) if unit[0] not in {"p", "any"} and squeezed(unit[1]) not in either],
        author_seen,
        date_seen,
    )


def _pieces(story: Story, asked: re.Match[str], expected: list[str]) -> str:
    wrap, heading = [*_BETWEEN_WRAPS.split(asked[3] or "<p>%</p>"), "<h2>%</h2>"][:2]
    made = []
    before = ""
    for mark, text in story.pieces[int(asked[1]) : int(asked[2]) + 1]:
        expected.append(text)
        if before == "l" and mark != "l":
            made.append("</ul>")
        if mark == "l" and before != "l":
            made.append("<ul>")
        before = mark
        written = html.escape(text, quote=False)
        shape = {"p": wrap, "h": heading, "l": "<li>%</li>", "pre": "<pre><code>%</code></pre>"}[mark]
        made.append(shape.replace("%", written))
    return "\n".join([*made, *(["</ul>"] if before == "l" else [])])


def _json_ld(facts: dict[str, str]) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": facts["t"],
        "datePublished": facts["d"] + "T09:00:00Z",
        "dateModified": facts["d"] + "T12:30:00Z",
        "author": [{"@type": "Person", "name": facts["a"]}] if facts["a"] else [],
        "description": facts.get("k", ""),
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _yoast(facts: dict[str, str]) -> str:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Article",
                "@id": "https://x.example/#article",
                "author": {"name": facts["a"], "@id": "https://x.example/#/schema/person/1"},
                "headline": facts["t"],
                "datePublished": facts["d"] + "T07:30:11+00:00",
                "dateModified": facts["d"] + "T09:41:00+00:00",
                "commentCount": 2,
            },
            {"@type": "WebPage", "@id": "https://x.example/", "name": facts["t"]},
            {"@type": "WebSite", "@id": "https://x.example/#website", "name": "Site"},
            {"@type": "Person", "@id": "https://x.example/#/schema/person/1", "name": facts["a"]},
        ],
    }
    return f'<script type="application/ld+json" class="yoast-schema-graph">{json.dumps(data)}</script>'


def _open_graph(facts: dict[str, str]) -> str:
    title, dek = html.escape(facts["t"]), html.escape(facts.get("k", ""))
    return (
        f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
        f'<meta property="og:description" content="{dek}">'
        f'<meta property="article:published_time" content="{facts["d"]}T09:00:00+00:00">'
    )


class _Reader(HTMLParser):
    """Collect each text of a marked page with its kind."""

    def __init__(self) -> None:
        super().__init__()
        self.units: list[tuple[str, str]] = []
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; its kind is its own mark or its parent's."""
        if tag in _VOID:
            return
        kind = dict(attrs).get("k") or (self._open[-1][1] if self._open else None)
        self._open.append((tag, "unseen" if tag in _UNSEEN else kind))

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what was left open in it."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Keep a text that says something."""
        text = " ".join(data.split())
        kind = self._open[-1][1] if self._open else None
        if kind != "unseen" and (sum(map(str.isalpha, text)) > 1 or sum(map(str.isdigit, text)) >= _DATE_DIGITS):
            self.units.append((kind or "unmarked", text))


def lost_and_kept(page: SystemPage, paragraphs: list[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Say which pieces of the story a body lacks, and which furniture it holds."""
    parts = [squeezed(paragraph) for paragraph in paragraphs]
    body = "".join(parts)
    lost = []
    for unit in sorted(page.story, key=len, reverse=True):
        looked = squeezed(unit)
        place = body.find(looked)
        if place < 0:
            lost.append(unit)
        else:
            body = body[:place] + "\n" * len(looked) + body[place + len(looked) :]
    fragments: list[str] = []
    start = 0
    for part in parts:
        fragments += [piece for piece in body[start : start + len(part)].split("\n") if piece]
        start += len(part)
    whole = set(fragments)
    kept = []
    for kind, text in page.furniture:
        unit = squeezed(text)
        if unit in whole or (len(unit) >= _SHORT and any(unit in fragment for fragment in fragments)):
            kept.append((kind, text))
    return lost, kept
