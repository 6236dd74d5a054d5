"""Invented pages that say which flags they must raise, written once and read as HTML and as text.

`pages_of_flags.txt` has stories and pages. A page's head names it, its language, the flags it must raise (`a/b`: one of the two) and those it may
raise. Marks before its lines: `#`, `##`, `-` as in Markdown; `by:` byline, `nav:` and `foot:` links, `rel:` a list of other stories under its
heading, `card:` a teaser, `box.CLASS:` a box of the page, `link:`, `btn:`, `input:`, `comment: author | day | text | buttons`, `site:` the site's name. `@story` sets in
a whole story, `@story:2` its first two paragraphs, `@story:p2` its second alone, `@mojibake:story` and `@glued:story` damage it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

MARK = re.compile(r"(by|nav|foot|rel|card|box\.\w+|link|btn|input|comment|site): (.*)")
HEADS = {"# ": "h1", "## ": "h2", "- ": "li"}
FILE = Path(__file__).with_name("pages_of_flags.txt")

Row = tuple[str, str]


class FlagPage(NamedTuple):
    """A page, with the flags that it must raise, each a set of which one is enough, and those that it may."""

    language: str
    must: tuple[frozenset[str], ...]
    may: frozenset[str]
    rows: list[Row]


def _row(line: str) -> Row:
    """Return a line's mark and its text; a paragraph has the mark `p`."""
    for mark, name in HEADS.items():
        if line.startswith(mark):
            return name, line.removeprefix(mark)
    match = MARK.match(line)
    return (match[1], match[2]) if match else ("p", line)


def _damaged(how: str, rows: list[Row]) -> list[Row]:
    """Return a story's rows as a wrong decoding or a careless join of lines leaves them."""
    if how == "mojibake":
        return [(mark, text.encode().decode("cp1252", "replace") if mark != "nav" else text) for mark, text in rows]
    told = "".join(re.sub(r"(?<=[.!?]) ", "", text) for mark, text in rows if mark == "p")
    return [*(row for row in rows if row[0] != "p"), ("p", told)]


def _story(call: str, stories: dict[str, list[Row]]) -> list[Row]:
    """Return what `@` calls for."""
    first, _, second = call.partition(":")
    if first in ("mojibake", "glued"):
        return _damaged(first, stories[second])
    rows = stories[first]
    told = [row for row in rows if row[0] == "p"]
    if second.startswith("p"):
        return [told[int(second[1:]) - 1]]
    return [*(row for row in rows if row[0] != "p"), *told[: int(second or len(told))]]


def _rows(lines: list[str], stories: dict[str, list[Row]]) -> Iterator[Row]:
    for line in lines:
        yield from _story(line[1:], stories) if line.startswith("@") else [_row(line)]


def _parts() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the parts of the file: what each is, the rest of its head, its lines."""
    for part in FILE.read_text(encoding="utf-8").split("%% ")[1:]:
        head, *lines = part.strip("\n").split("\n")
        kind, _, rest = head.partition(" ")
        yield kind, rest, lines


def stories() -> dict[str, list[Row]]:
    """Return the stories' rows by their names."""
    return {name: [_row(line) for line in lines] for kind, name, lines in _parts() if kind == "story"}


def read() -> dict[str, FlagPage]:
    """Return the pages by their names."""
    known = stories()
    pages: dict[str, FlagPage] = {}
    for kind, rest, lines in _parts():
        if kind != "page":
            continue
        name, language, *said = (piece.strip() for piece in rest.split("|"))
        flags = dict(piece.split(": ") for piece in said)
        must = tuple(frozenset(one.split("/")) for one in flags.get("must", "").split())
        pages[name] = FlagPage(language, must, frozenset(flags.get("may", "").split()), [*_rows(lines, known)])
    return pages


def _links(text: str, tag: str) -> str:
    return f"<{tag}><ul>" + "".join(f'<li><a href="/{i}">{one}</a></li>' for i, one in enumerate(text.split(" | "))) + f"</ul></{tag}>"


def _card(text: str) -> str:
    head, *rest = text.split(" | ")
    return f'<div class="card"><h3><a href="/c">{head}</a></h3>' + "".join(f"<p>{one}</p>" for one in rest) + "</div>"


def _comment(text: str) -> str:
    author, day, said, *buttons = text.split(" | ")
    links = "".join(f' <a href="#r">{one}</a>' for one in buttons)
    return f'<li class="comment"><span class="comment-author">{author}</span> <time>{day}</time><div class="comment-body"><p>{said}</p></div>{links}</li>'


def _markup(mark: str, text: str) -> str:
    """Return a row as HTML, its text escaped already."""
    if mark == "rel":
        head, *others = text.split(" | ")
        return f'<aside class="related"><h3>{head}</h3>{_links(" | ".join(others), "div")}</aside>'
    if mark.startswith("box."):
        return f'<div class="{mark[4:]}"><p>{text}</p></div>'
    plain = {
        "by": f'<p class="byline">{text}</p>', "btn": f"<button>{text}</button>", "link": f'<p><a href="/more">{text}</a></p>',
        "input": f'<label>{text}</label><input type="text">',
    }  # fmt: skip
    return plain.get(mark) or f"<{mark}>{text}</{mark}>"


def _groups(rows: list[Row]) -> Iterator[str]:
    for mark, group in groupby(rows, key=lambda row: row[0]):
        texts = [html.escape(text, quote=False) for _, text in group]
        if mark == "li":
            yield "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
        elif mark == "comment":
            yield '<ol class="comments">' + "".join(map(_comment, texts)) + "</ol>"
        else:
            makers = {"card": _card, "nav": lambda text: _links(text, "nav"), "foot": lambda text: _links(text, "footer")}
            yield from (makers[mark](text) if mark in makers else _markup(mark, text) for text in texts)


def as_html(page: FlagPage) -> str:
    """Return a page as HTML: its menu, its rows in order in `main`, its foot."""
    title = next((text for mark, text in page.rows if mark == "h1"), "")
    site = next((text for mark, text in page.rows if mark == "site"), "")
    meta = f'<meta property="og:site_name" content="{site}">' if site else ""
    parts = {name: [row for row in page.rows if row[0] in marks] for name, marks in {"nav": ("nav",), "foot": ("foot",)}.items()}
    inner = [row for row in page.rows if row[0] not in ("nav", "foot", "site")]
    body = "\n".join([*_groups(parts["nav"]), "<main>", *_groups(inner), "</main>", *_groups(parts["foot"])])
    head = f"<title>{html.escape(title)}{' | ' + site if site else ''}</title>{meta}"
    return f'<!DOCTYPE html><html lang="{page.language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def as_text(page: FlagPage) -> str:
    """Return a page as a program prints it that takes its markup away: a line a block, an empty one between, a site's name on top."""
    blocks = [text for mark, text in page.rows if mark in ("site", "nav")]
    for mark, group in groupby((row for row in page.rows if row[0] not in ("site", "nav")), key=lambda row: row[0]):
        texts = [text for _, text in group]
        blocks += ["\n".join(f"- {text}" for text in texts)] if mark == "li" else texts
    return "\n\n".join(block.replace(" | ", "\n") for block in blocks)
