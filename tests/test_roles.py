"""Roles of the body's paragraphs that HTML tells in other ways than by its elements' names."""

from __future__ import annotations

import pytest

from cleaner import clean

LEAD = "The council of Brask sold the old ferry on Monday to a museum in Ostrey, which wants to show it in its yard from May on."
MORE = "Nobody had made another offer, the mayor said after the meeting, and the boat had been leaking since the winter storms."


def roles(markup: str) -> dict[str, str]:
    return {row.text: row.role for row in clean(markup, media_type="text/html").paragraphs}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("<p><strong>A museum in its yard</strong></p>", "heading"),
        ("<div><b><span>A museum in its yard</span></b></div>", "heading"),
        ("<p><strong>A museum in its yard.</strong></p>", "paragraph"),
        ("<p><strong>Who will look after it?</strong></p>", "paragraph"),  # an interviewer asks
        ("<p><strong>Ida Kell</strong></p>", "paragraph"),  # who speaks
        ("<p>A <strong>museum</strong> in its yard</p>", "paragraph"),
        ("<p><em>A museum in its yard</em></p>", "paragraph"),
    ],
)
def test_a_line_in_bold_over_prose_is_a_heading(line: str, role: str) -> None:
    found = roles(f"<h1>Old Ferry of Brask Is Sold</h1><p>{LEAD}</p><p>{MORE}</p>{line}<p>{LEAD[:-1]}, she said.</p><p>{MORE[:-1]}, he said.</p>")
    (text,) = [text for text in found if text not in (LEAD, MORE) and len(text) < len(LEAD)]
    assert found[text] == role


def test_the_dek_is_a_paragraph_though_the_site_sets_it_as_a_heading() -> None:
    dek = "A museum in Ostrey pays one crown and a bottle of rum for it"
    byline = "<p class='byline'>By Ida Kell</p><time datetime='2024-05-03'>3 May 2024</time>"
    found = roles(f"<article><h1>Old Ferry of Brask Is Sold</h1><h2>{dek}</h2>{byline}<p>{LEAD}</p><h2>Who will pay for the paint</h2><p>{MORE}</p></article>")
    assert found[dek] == "paragraph"
    assert found["Who will pay for the paint"] == "heading"
