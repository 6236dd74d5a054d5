"""Lists that writers of HTML typed by hand read as they do in text."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse.html import parse

LEAD = "<p>The harbour office of Marrow Bay has published what the new ferry will carry from the first of May on, and when.</p>"
END = "<p>Tickets are sold at the pier, said the harbour master, and nowhere else before the summer timetable begins.</p>"


def shown(html: str) -> list[tuple[str, str, str]]:
    return [(block.role, block.source.bullet, block.text) for block in parse(html).blocks]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–"])
def test_typed_marks_of_a_list_are_taken_off(mark: str) -> None:
    rows = shown(f"<p>{mark} bicycles<br>{mark} dogs on a leash<br>{mark} crates of up to forty kilos</p>")
    assert rows == [
        ("list_item", mark, text) for text in ("bicycles", "dogs on a leash", "crates of up to forty kilos")
    ]


def test_dialogue_keeps_its_dashes() -> None:
    said = ["– Will you come?", "– I will not, she said."]
    assert [text for _, _, text in shown(f"<p>{said[0]}<br>{said[1]}</p>")] == said


@pytest.mark.parametrize("html", ["<blockquote>- so he said</blockquote>", "<pre>* a\n* b</pre>", "<p>-5 degrees</p>"])
def test_quotes_code_and_numbers_keep_theirs(html: str) -> None:
    (block,) = parse(html).blocks
    assert not block.source.bullet
    assert block.text[0] in "-*"


def test_links_move_with_the_text() -> None:
    (block,) = parse("<p>• see the <a href=x>timetable</a></p>").blocks
    assert [block.text[start:end] for start, end in block.source.links] == ["timetable"]
    (block,) = parse("<p><a href=x>• timetable</a></p>").blocks
    assert [block.text[start:end] for start, end in block.source.links] == ["timetable"]


def test_the_ground_keeps_the_mark() -> None:
    html = f"{LEAD}<p>* bicycles<br>* dogs</p><p>***</p>{END}"
    record = clean(html, media_type="text/html")
    assert [p.text for p in record.paragraphs if p.role == "list_item"] == ["bicycles", "dogs"]
    assert "*" not in record.text
    seen = visible(html, media_type="text/html")
    assert "".join(seen[a:b] for p in record.paragraphs for a, b in p.spans).count("*") == 5


def test_a_body_with_typed_lists_is_itself_when_cleaned_again() -> None:
    record = clean(f"{LEAD}<p>- bicycles<br>- dogs on a leash<br>- crates</p><p>* * *</p>{END}", media_type="text/html")
    assert clean(record.text, media_type="text/plain").text == record.text
