"""What a browser prints on each page is none of the text, which goes on overleaf."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse.printed import MARK
from cleaner.parse.text import parse

TITLE = "Harbour office to open at six"
FIRST = (
    "The harbour office of Marrow Bay will open two hours earlier from\nthe first of May, it told the fishermen of the bay on Tuesday, when the"
)
REST = "mayor was away. Skippers had asked for it since the new ferry began\nto leave at dawn, said the harbour master, Odo Wren, who sells lamps."
LAST = "The council will look at the costs in the autumn. Until then two\nclerks have agreed to take turns, and a third brings the coffee."
BODY = [" ".join(f"{FIRST} {REST}".split()), " ".join(LAST.split())]
URL = "https://courier.example/office?print=1"
PAGES = {
    "chrome": (f"23/03/2026          {TITLE} | Brask Courier", lambda page: f"{URL}           {page}/2"),
    "chrome with the time": (f"3/23/26, 2:05 PM {TITLE} - Brask Courier", lambda page: f"{URL} {page}/2"),
    "in words": (f"3/23/26          {TITLE} - Brask Courier", lambda page: f"{URL}    Page {page} of 2"),
    "firefox": (f"{TITLE}          {URL}", lambda page: f"{page} of 2          23/03/2026, 14:05"),
}


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("between", ["\n", "\n\f"])
def test_heads_and_feet_are_one_block_and_the_paragraph_goes_on_overleaf(kind: str, between: str) -> None:
    head, foot = PAGES[kind]
    source = f"{head}\n\n{TITLE}\nBy Ida Kell\n\n{FIRST}\n\n{foot(1)}{between}{head}\n\n{REST}\n\n{LAST}\n\n{foot(2)}\n"
    blocks = parse(source)
    assert [MARK in block.source.marks for block in blocks] == [False] * (len(blocks) - 1) + [True]
    ground = sorted(span for block in blocks for span in block.spans)
    assert "".join("".join(source[start:end] for start, end in ground).split()) == "".join(source.split())
    record = clean(source, media_type="text/plain")
    assert [p.text for p in record.paragraphs] == BODY
    assert (record.title, record.authors) == (TITLE, ("Ida Kell",))
    assert {row.kind for row in record.removed if "/2" in row.text or "of 2" in row.text} == {"pagination"}
    assert visible(source, media_type="text/plain") == source


@pytest.mark.parametrize("source", [
    f"{FIRST}\n\n{URL} 1/2\n\n{REST}\n\n{URL} 1/2",
    f"{FIRST}\n\n{URL} 2/3\n\n{REST}",
    f"{FIRST}\n\nThe score was 1/2\n\n{REST}",
    f"{FIRST}\n\n3 of 4 boats\n\n{REST}",
])  # fmt: skip
def test_what_does_not_count_the_pages_is_no_foot(source: str) -> None:
    assert not any(MARK in block.source.marks for block in parse(source))
