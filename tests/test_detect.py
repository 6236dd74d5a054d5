"""HTML is known by its elements, however long they are and whatever stands before the first."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse.detect import media_type

LONG = "The ferry to Brask sails in May, its owners told the harbour board of Ostrey on Friday. " * 8
PARAGRAPHS = f"<p>{LONG}</p>\n" * 4


@pytest.mark.parametrize("source", [
    f"<!-- wp:paragraph -->\n<p>{LONG}</p>\n<!-- /wp:paragraph -->\n\n" * 4,
    f"<iframe src=/map></iframe>\n{PARAGRAPHS}",
    f"Skip to the story\n{PARAGRAPHS}",
    f"<pre>{LONG}\n{LONG}</pre>",
    f"<font size=2>{LONG}</font>",
    f"<dl><dt>The ferry</dt><dd>{LONG}</dd></dl>",
])  # fmt: skip
def test_long_elements_are_html(source: str) -> None:
    record = clean(source)
    assert record.media_type == "text/html"
    assert "<" not in record.text


@pytest.mark.parametrize("source", [
    f"Paragraphs stand between <p> and </p>.\n\n{LONG}",
    f"<pre> is the element for code, <dl> the one for terms.\n\n{LONG}",
    "The `<pre>` element ends with `</pre>`, the editors of the Brask Courier were told.\n\n" * 3,
    "a <p> b <div> c </p> d " + LONG,
])  # fmt: skip
def test_text_about_html_is_text(source: str) -> None:
    assert media_type(source) == "text/plain"


@pytest.mark.parametrize(("suffix", "kind"), [(".xhtml", "text/html"), (".MARKDOWN", "text/markdown"), (".txt", "text/plain")])
def test_a_suffix_decides_where_the_content_does_not(suffix: str, kind: str) -> None:
    assert media_type("The ferry sails in May.", suffix) == kind
