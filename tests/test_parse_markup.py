"""What converters leave of HTML in Markdown is no text."""

from __future__ import annotations

import pytest

from cleaner.parse.detect import media_type
from cleaner.parse.markdown import parse


def texts(source: str) -> list[str]:
    return [block.text for block in parse(source)]


@pytest.mark.parametrize(("source", "shown"), [
    ("[The ferry]{.lead} sails in May.", "The ferry sails in May."),
    ("[[The ferry]{.a .b}](/ferry){#f key=\"v\"} sails in May.", "The ferry sails in May."),
    ("[The ferry](/ferry){.link\ndata-x=\"{\\\"a\\\": 1}\"} sails in May.", "The ferry sails in May."),
    ("## The ferry {#ferry .title}", "The ferry"),
    ("The ferry`<br />`{=html} sails in May.", "The ferry sails in May."),
    ("<div class=\"a\">\n\nThe <em>ferry</em> sails in <a href=\"/may\">May</a>.\n\n</div>", "The ferry sails in May."),
    ("<!-- a note\nover two lines -->\n\nThe ferry sails in May.<br>", "The ferry sails in May."),
])  # fmt: skip
def test_markup_is_hidden(source: str, shown: str) -> None:
    assert " ".join(texts(source)) == shown


@pytest.mark.parametrize("source", [
    "The set {1, 2} and the map {key: value} stay as they are.",
    "The tag <b> makes text bold.",
    "A story of ::: three colons in a row, told in Brask.",
])  # fmt: skip
def test_what_only_looks_like_markup_is_text(source: str) -> None:
    assert texts(source) == [source]


@pytest.mark.parametrize(("source", "expected"), [
    ("The mayor,<br>who is away,<br/> waits.", ["The mayor, who is away, waits."]),
    ("<p>The clerks wait.</p><p>So do we.</p>", ["The clerks wait.", "So do we."]),
    ("<ul><li>the first boat</li><li>the second</li></ul>", ["the first boat", "the second"]),
    ("<details><summary>Hours</summary>It opens at six.</details>", ["Hours", "It opens at six."]),
    ("One.<br><br>Two.", ["One.", "Two."]),
    ("One.\n\n<script async src=\"w.js\"></script>\n<style>.a{b:c}</style>\n<iframe src=\"v\">old</iframe>\n\nTwo.", ["One.", "Two."]),
    ("The ferry <img src=\"f.png\"> sails.", ["The ferry sails."]),
    ("<div>\nThe ferry sails.", ["The ferry sails."]),
])  # fmt: skip
def test_elements_that_are_blocks_part_lines(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize("source", [
    "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>7<br>8</td></tr></table>",
    "<table>\n<tr>\n<th>Day</th>\n<th>Boats</th>\n</tr>\n<tr><td>Monday</td> <td>7\n8</td></tr>\n</table>",
])  # fmt: skip
def test_rows_of_elements_are_rows(source: str) -> None:
    assert [(block.role, block.text) for block in parse(source)] == [("table", "Day\tBoats"), ("table", "Monday\t7 8")]


def test_the_element_of_a_line_gives_it_its_role() -> None:
    source = "<h2>Boats</h2><ol><li>one</li></ol><blockquote>So it is.</blockquote><figure><img src=a><figcaption>Four boats</figcaption></figure>"
    assert [(b.role, b.level, b.source.path[-1:]) for b in parse(source)] == [
        ("heading", 2, ("h2",)), ("list_item", 1, ("li",)), ("quote", 0, ("blockquote",)), ("paragraph", 0, ("figcaption",)),
    ]  # fmt: skip


def test_lines_of_divs_part_as_blank_lines_do() -> None:
    first, second = parse("::: {.a}\n::: box\nThe ferry to Brask sails\n:::\n:::\nin May, its owners said.\n:::")
    assert (first.text, second.text, second.source.gap) == ("The ferry to Brask sails", "in May, its owners said.", 1)
    assert len(first.spans) + len(second.spans) == 7


def test_links_of_tags_are_links() -> None:
    block, *_ = parse("<p><a href=\"/ferry\">The ferry</a></p>\n")
    assert (block.text, block.source.link_density) == ("The ferry", 1)


def test_an_image_may_have_brackets_in_its_name() -> None:
    block, *_ = parse("![[A boat]{.alt}](/boat.jpg){.wide}\n")
    assert block.source.marks == ("image",)


MARKED_DOWN = "<div>\n\n# Ferries\n\n- [one](/one)\n- [two](/two)\n\nThe ferry sails in <b>May</b>.\n\n</div>\n"


@pytest.mark.parametrize(("source", "kind"), [
    (MARKED_DOWN, "text/markdown"),
    ("<div><h1>Ferries</h1><ul><li>one</li><li>two</li></ul><p>It sails in May.</p></div>", "text/html"),
    ("<p>Write # Ferries, then:</p><pre>\n# one\n# two\n# three\n</pre><p>a</p><p>b</p><p>c</p><p>d</p>", "text/html"),
])  # fmt: skip
def test_markdown_with_tags_is_markdown(source: str, kind: str) -> None:
    assert media_type(source) == kind


@pytest.mark.parametrize("piece", ["<!-- ", "```{=html}\n", "{.a ", "[x]{", "![[a](", "<a href=", ":::\n", "`{=h"])
def test_marks_that_never_end_take_no_time(piece: str) -> None:
    source = piece * 20_000 + "\nThe ferry sails in May."
    assert parse(source)[-1].text.endswith("The ferry sails in May.")
