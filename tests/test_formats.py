"""The formats that have a line between records: no line of a record can be taken for it."""

from __future__ import annotations

import re

import pytest

from cleaner import clean
from cleaner.model import Paragraph, Role
from cleaner.record import ArticleRecord
from cleaner.report.formats import FORMATS

WORDS = "The weir at Brask holds, the council said on Friday."


@pytest.mark.parametrize(("name", "line"), [("text", "\f"), ("markdown", "---")])
def test_no_line_of_a_page_is_the_one_between_bodies(name: str, line: str) -> None:
    record = clean(f"<h1>Weir</h1><p>{WORDS}</p><pre>a\n{line}\nb</pre><p>{WORDS}</p>")
    assert line in record.text.split("\n")
    form = FORMATS[name]
    written = form.between.join([form.render(record)] * 3)
    assert written.split("\n").count(line) == 2


@pytest.mark.parametrize("role", ["paragraph", "heading", "list_item", "quote", "summary", "table", "preformatted"])
@pytest.mark.parametrize("first", ["a", "1. a"])
def test_no_paragraph_of_any_role_has_the_line_between_bodies_of_markdown(role: Role, first: str) -> None:
    paragraph = Paragraph(role, 1, f"{first}\n---\nb", ())
    written = FORMATS["markdown"].render(ArticleRecord(text=paragraph.text, paragraphs=(paragraph,)))
    assert "---" not in written.split("\n")


def test_code_with_such_a_line_keeps_its_lines() -> None:
    paragraph = Paragraph("preformatted", 0, "a\n---\n  b", ())
    written = FORMATS["markdown"].render(ArticleRecord(text=paragraph.text, paragraphs=(paragraph,)))
    assert written == "\n ```\n a\n ---\n   b\n ```\n".lstrip("\n")
    assert re.sub("(?m)^ ", "", written) == "```\na\n---\n  b\n```\n"
