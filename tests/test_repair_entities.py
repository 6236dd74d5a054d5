"""Character references that were left in a text become the characters they stand for."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse.text import parse
from cleaner.repair import repair


def repaired(source: str) -> str:
    return "\n".join(block.text for block in repair(parse(source), "text/plain", "en")[0])


@pytest.mark.parametrize(("source", "wanted"), [
    ("Thistle &amp; Sons will close.", "Thistle & Sons will close."),
    ("Thistle &amp;amp; Sons will close.", "Thistle & Sons will close."),
    ("the council&#8217;s lamp, &quot;our&nbsp;lamp&quot;", "the council’s lamp, \"our lamp\""),
    ("caf&eacute; by the quay &#x2013; and a pier&hellip;", "café by the quay – and a pier…"),
    ("a soft&shy;ly lit pier", "a softly lit pier"),
])  # fmt: skip
def test_references_become_characters(source: str, wanted: str) -> None:
    assert repaired(source) == wanted
    assert repaired(wanted) == wanted


@pytest.mark.parametrize("source", [
    "Write \"&amp;\" for an ampersand, the handbook says.",
    "In HTML an ampersand is written &amp; wherever it stands.",
    "The tag <b> and the sign &amp; are known to every clerk.",
    "Fish & chips; peas & gravy; a lamp &c;",
    "if a &lt; b the lamp goes out",
    "Q&A; then tea",
])  # fmt: skip
def test_what_speaks_of_references_or_only_looks_like_one_stays(source: str) -> None:
    assert repaired(source) == source


def test_the_repair_is_logged_with_its_place() -> None:
    record = clean("The lamp of Thistle &amp; Sons was lit again on Monday, to the surprise of the harbour.", media_type="text/plain")
    (row,) = record.repairs
    assert (row.kind, "&amp;" in row.before, "& Sons" in row.after) == ("entity", True, True)
