"""Markdown becomes blocks in place."""

from __future__ import annotations

import pytest

from cleaner.parse.detect import media_type
from cleaner.parse.markdown import parse


def shown(source: str) -> list[tuple[str, int, str]]:
    return [(block.role, block.level, block.text) for block in parse(source)]


@pytest.mark.parametrize(("source", "expected"), [
    ("# A *Big* Fish", ("heading", 1, "A Big Fish")),
    ("### Three ###", ("heading", 3, "Three")),
    ("Head\n====", ("heading", 1, "Head")),
    ("Head\n----", ("heading", 2, "Head")),
    ("> said [Ann](http://a.example/x_(y)) **twice**", ("quote", 0, "said Ann twice")),
    ("* one [item](/i \"t\")", ("list_item", 1, "one item")),
    ("  - nested", ("list_item", 2, "nested")),
    ("2. Second", ("list_item", 1, "2. Second")),
    ("1\\. not a list, snake_case stays", ("paragraph", 0, "1. not a list, snake_case stays")),
    ("5 * 3 * 2 is thirty", ("paragraph", 0, "5 * 3 * 2 is thirty")),
    ("A [link\nover lines](http://a.example) ends.", ("paragraph", 0, "A link")),
    ("| a | b |\n|---|---|", ("table", 0, "| a | b |")),
    ("```\nx = 1\n```", ("preformatted", 0, "x = 1")),
])  # fmt: skip
def test_marks_are_read(source: str, expected: tuple[str, int, str]) -> None:
    assert shown(source)[0] == expected


def test_a_line_that_is_an_image_says_so() -> None:
    (block,) = parse("![The quay at dawn](quay.png)")
    assert block.source.marks == ("image",)


def test_link_density_is_that_of_the_shown_text() -> None:
    (block,) = parse("[Town](/a) [Sport](/b)")
    assert block.text == "Town Sport"
    assert block.source.link_density == pytest.approx(9 / 10)


def test_a_rule_belongs_to_its_neighbour() -> None:
    assert [text for _, _, text in shown("One.\n\n* * *\n\nTwo.")] == ["One.", "Two."]


@pytest.mark.parametrize(("source", "expected"), [
    ("<!DOCTYPE html><p>One", "text/html"),
    ("<div><p>One</p><p>Two</p></div>", "text/html"),
    ("# One\n\nTwo.", "text/markdown"),
    ("He wrote [a book](http://a.example).", "text/markdown"),
    ("The <div> element, she said, is 5 < 6.", "text/plain"),
    ("Ticket #4 was sold *twice*, he said [sic].", "text/plain"),
    ("", "text/plain"),
])  # fmt: skip
def test_the_kind_of_text_is_found_out(source: str, expected: str) -> None:
    assert media_type(source) == expected


def test_comments_of_a_blog_s_editor_are_passed_over() -> None:
    posted = "<!-- wp:paragraph -->\n" * 200
    assert media_type(f"{posted}The ferry sails to Tamm.") == "text/plain"
    assert media_type(f"{posted}<html><body>The ferry sails to Tamm.</body></html>") == "text/html"
    assert media_type("<!-- wp:paragraph -->\n<p>The ferry sails.</p>\n<!-- /wp:paragraph -->\n\n" * 200) == "text/html"


def test_a_suffix_only_breaks_ties() -> None:
    assert media_type("Plain words.", ".md") == "text/markdown"
    assert media_type("<p>One</p><p>Two</p>", ".txt") == "text/html"


def test_an_address_may_run_over_a_wrapped_line() -> None:
    source = (
        "The harbour office of Tamm, where [Ola Wrenfield](https://courier.example/people/ola-\n"
        "wrenfield/), its clerk, has worked since the spring, will stay closed all of\nthis week."
    )
    blocks = parse(source)
    assert [b.text for b in blocks] == [
        "The harbour office of Tamm, where Ola Wrenfield",
        ", its clerk, has worked since the spring, will stay closed all of",
        "this week.",
    ]


def test_a_bracket_after_a_hyphen_is_no_address() -> None:
    source = "The vote [again] (well-\nknown by now) was close."
    assert [b.text for b in parse(source)] == ["The vote [again] (well-", "known by now) was close."]
