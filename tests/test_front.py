"""Front matter and its like give the fields; text that only resembles it stays text."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse import front

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren, who sells lamps."
)
TITLE = "Harbour office to open earlier"
HEADS = {
    "yaml": f'---\ntitle: "{TITLE}"\nauthor: Nell Harrow\nsitename: The Brask Courier\ndate: 2026-05-04\ntags: [harbour, brask]\n---\n',
    "list": f"---\nlayout: post\ntitle: {TITLE}\nauthors:\n  - Nell Harrow\nsite: The Brask Courier\ndate: 2026-05-04 09:00:00\n---\n",
    "toml": f'+++\ntitle = "{TITLE}"\nauthor = "Nell Harrow"\npublication = "The Brask Courier"\ndate = 2026-05-04\n+++\n',
    "bare": f"title: {TITLE}\nauthor: Nell Harrow\nsource: The Brask Courier\ndate: 2026-05-04\nurl: https://courier.example/office\n",
    "reader": (
        f"Title: {TITLE}\n\nURL Source: https://courier.example/office\n\nAuthor: Nell Harrow\n\nSite: The Brask Courier\n\n"
        "Published Time: 2026-05-04T09:00:00Z\n\nMarkdown Content:\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("media_type", [None, "text/plain", "text/markdown"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_gives_the_fields_and_no_text(head: str, media_type: str | None) -> None:
    text = f"{head}\n# {TITLE}\n\n{STORY}\n" if media_type == "text/markdown" else f"{head}\n{STORY}\n"
    record = clean(text, media_type=media_type)  # type: ignore[arg-type]
    assert record.text == STORY
    assert record.title == TITLE
    assert record.authors == ("Nell Harrow",)
    assert (record.date or "").startswith("2026-05-04")
    assert record.site_name == "The Brask Courier"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_every_character_of_it_is_accounted_for(head: str) -> None:
    text = f"{head}\n{STORY}\n"
    record = clean(text)
    spans = sorted([s for p in record.paragraphs for s in p.spans] + [s for row in record.removed for s in row.spans])
    seen = visible(text)
    assert "".join("".join(seen[a:b].split()) for a, b in spans) == "".join(seen.split())


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{STORY}\n\n---\n",
        f"title: none\nauthor: unknown\n\n{STORY}",
        f"Note: read this first\nTitle: none\nAuthor: nobody\nDate: lost\n\n{STORY}",
        f"Date: 4 May 2026\nTime: noon\nPlace: the pier\n\n{STORY}",
        STORY,
        "---\n" * 50,
        "a:" * 10_000,
    ],
)
def test_other_beginnings_are_no_head(text: str) -> None:
    assert front.read(text) is None
