"""Markdown becomes blocks in place."""

from __future__ import annotations

import time

import pytest

from cleaner import clean, visible
from cleaner.parse.detect import media_type
from cleaner.parse.markdown import parse
from tests.conftest import ledger_faults


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
    ("| a | b |\n|---|---|", ("table", 0, "a\tb")),
    ("```\nx = 1\n```", ("preformatted", 0, "x = 1")),
])  # fmt: skip
def test_marks_are_read(source: str, expected: tuple[str, int, str]) -> None:
    assert shown(source)[0] == expected


def test_a_wrapped_link_of_who_signs_is_one_line() -> None:
    assert shown("By [Ida Ní\nKell](http://a.example/ida) \\- May 3, 2024")[0][2] == "By Ida Ní Kell - May 3, 2024"


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


@pytest.mark.parametrize(("source", "text"), [
    ("**The clerks wrote to the board and\nthe mayor**, who is away.", "The clerks wrote to the board and the mayor, who is away."),
    ("As _The Marrow Bay\nHerald_ said.", "As The Marrow Bay Herald said."),
    ("镇政府表示，**老街改造**工程将保留，*并免去*三年租金。", "镇政府表示，老街改造工程将保留，并免去三年租金。"),
    ("镇政府表示，老街**“改造”**工程将保留。", "镇政府表示，老街“改造”工程将保留。"),
    ("**Opening hours:**The office", "Opening hours: The office"),
    ("**Opening hours: **six", "Opening hours: six"),
    ("the clerk**Odo Wren**, who", "the clerk Odo Wren, who"),
    ("he **said****Wren** was", "he said Wren was"),
    ("**T**he office", "The office"),
    ("a **very *late* reply** from ***him***", "a very late reply from him"),
    ("It ~~was~~ is ==very late== now", "It was is very late now"),
    ("10^6^ litres of H~2~O", "106 litres of H2O"),
])  # fmt: skip
def test_emphasis_is_taken_off(source: str, text: str) -> None:
    assert " ".join(block.text for block in parse(source)) == text


@pytest.mark.parametrize("source", [
    "2 * 3 * 4 is twenty-four, and a*b*c no more.", "what the f**k and the s**t", "Paula*, a clerk, and Odo*, a mayor.", "**",
    "snake_case_names and file_*_x", "The un*believ*able mayor", "One **opens\n\nand another** ends.", "x == y and y == z",
    "2 ** 3 ** 4 and 2**3", "roughly ~5 to ~10", "`He said' and `she said'", "Hawai`i and O`ahu",
])  # fmt: skip
def test_stars_and_lines_that_are_no_emphasis_stay(source: str) -> None:
    assert "\n\n".join(block.text for block in parse(source)) == source


@pytest.mark.parametrize(("source", "text"), [
    ("Run `sort -u log | wc` now.", "Run sort -u log | wc now."),
    ("Run `a_b_c *x* [y](z) <p> \\*` now.", "Run a_b_c *x* [y](z) <p> \\* now."),
    ("Run ``a `b` c`` now.", "Run a `b` c now."),
])  # fmt: skip
def test_code_within_a_line_stands_as_written(source: str, text: str) -> None:
    assert [block.text for block in parse(source)] == [text]


@pytest.mark.parametrize("source", [
    "| Item | 2012 | 2022 |\n| --- | --- | :-: |\n| [Paint](/p) | **$1** | |\n| A \\| B | `c|d` | 2<br>3 |",
    "Item | 2012 | 2022\n---|---|---\n[Paint](/p)| $1|\nA \\| B | `c|d`| 2 <br> 3",
    "  Item      2012   2022\n  -------- ------ ------\n  Paint     $1\n  A | B     c|d    2 3",
    "  ----------------------\n  Item      2012   2022\n  -------- ------ ------\n  Paint     $1\n\n  A | B     c|d    2 3\n"
    "  ----------------------",
    "+--------+------+------+\n| Item   | 2012 | 2022 |\n+========+======+======+\n| Paint  | $1   |      |\n+--------+------+------+\n"
    "| A \\| B | `c|d` | 2 3 |\n+--------+------+------+",
])  # fmt: skip
def test_the_cells_of_a_row_are_parted_by_tabs(source: str) -> None:
    rows = [("table", 0, "Item\t2012\t2022"), ("table", 0, "Paint\t$1"), ("table", 0, "A | B\tc|d\t2 3")]
    assert shown(f"The bill:\n\n{source}\n\nIt was paid.") == [("paragraph", 0, "The bill:"), *rows, ("paragraph", 0, "It was paid.")]


def test_a_title_with_a_bar_is_no_table() -> None:
    assert shown("Ferry late | The Brask Courier\n-----")[0] == ("heading", 2, "Ferry late | The Brask Courier")
    assert [role for role, _, _ in shown("* * *\n\n- - -\n\nOne.\n\n[Home](/) | [News](/n)")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(("source", "expected"), [
    ("said Wren.[^1]\n\n[^1]: To this paper.", ["said Wren.", "To this paper."]),
    ("in whine.[1](#footnote-1) Then[\\[2\\]](#cite_note-2) it\\[[3](https://a.example/b#fn3)\\] went.\\[4\\]", ["in whine. Then it went."]),
    ("Home⟨1⟩\n\nBy Ida Kell⟨14⟩ of ⟨2⟩", ["Home", "By Ida Kell of ⟨2⟩"]),
    ("import Tabs from '@theme/Tabs';\n\nimport the boats, said Wren;\n\nexport const boats = 2;\n\nExport the rest.", ["import the boats, said Wren;", "Export the rest."]),
    ("1. To us. [↩](#fnref1)\n2. **[^](#cite_ref-2)** To all.", ["1. To us.", "2. To all."]),
    ("## The clerks[¶](#the-clerks \"Permalink\")", ["The clerks"]),
    ("## Zdroje\\[[upravit](/w?a=1) | [kód](/w?a=2)\\]", ["Zdroje"]),
    ("- [ ] open it\n- [x] shut it", ["open it", "shut it"]),
    ("[[Mayor of Brask|the mayor]] and [[The Board]]", ["the mayor and The Board"]),
    ("> [!NOTE]\n> It is shut.", ["It is shut."]),
    ("> [!info]- Hours\n> It is shut.", ["Hours", "It is shut."]),
    ("!!! note \"Hours\"\n    It is shut.", ["Hours", "It is shut."]),
    (":::note[Hours]\n\nIt is shut.\n\n:::", ["Hours", "It is shut."]),
    ("{{< youtube x1 >}}\n\n{% raw %}One.{% endraw %}\n{: .lead}\n\n{{% note %}}\nTwo.\n{{% /note %}}", ["One.", "Two."]),
    ("<Callout type=\"tip\">\n  One.\n</Callout>\n\n{/* not\nyet */}\n\nTwo <Badge>new</Badge>.\n\n<Chart data={[1, 2]} />", ["One.", "Two new."]),
    ("The last line. ^a1b2c3", ["The last line."]),
    ("[TOC]\n\n[//]: # (not yet)\n\nOne.", ["One."]),
    ("Office\n: A room.\n\nQuay\n\n:   A wall.", ["Office", "A room.", "Quay", "A wall."]),
    ("the mayor,\\\nwho is away", ["the mayor,", "who is away"]),
    ("> One.\n>\n> Two.", ["One.", "Two."]),
    ("One.\n\n[**The bridge**\\\\\n\\\\\n3 min read](/bridge)", ["One.", "The bridge", "3 min read"]),
])  # fmt: skip
def test_marks_beyond_commonmark_are_hidden(source: str, expected: list[str]) -> None:
    assert [block.text for block in parse(source)] == expected


@pytest.mark.parametrize("source", [
    "He wrote [sic] and [1] in the margin.", "Write to <Your Name> or <ann@brask.example>.", "[2](/page/2)", "Set {a: 1} apart.",
    "Chapter [3](#three) of five", "The sign [!] means care.", "A line that says : nothing",
])  # fmt: skip
def test_what_only_looks_like_such_marks_is_text(source: str) -> None:
    text = source.replace("](/page/2)", "").replace("](#three)", "")
    assert [block.text for block in parse(source)] == [text.replace("[2", "2").replace("[3", "3") if text != source else source]


def test_links_by_name_show_their_text_and_the_addresses_are_a_list() -> None:
    source = "The [mayor][1], [the board][] and the [clerks] met [twice].\n\n[1]: /mayor\n[The Board]: <https://b.example>\n  \"B\"\n[clerks]:\n  /clerks"
    text, *addresses = parse(source)
    assert text.text == "The mayor, the board and the clerks met [twice]."
    assert [block.source.marks for block in addresses] == [("references",)] * 3
    assert {row.rule for row in clean(source, media_type="text/markdown").removed} <= {"navigation.references"}


def test_a_quote_s_empty_line_parts_its_paragraphs() -> None:
    first, second = parse("> One, he said\n>\n> and two.")
    assert (second.text, second.source.gap, len(first.spans) + len(second.spans)) == ("and two.", 1, 3)


def test_a_heading_may_stand_behind_an_image() -> None:
    (block,) = parse("[![Image 4](/b.jpg) ### Read more The bridge opens](/bridge)")
    assert (block.role, block.level, block.text, block.source.link_density) == ("heading", 3, "Read more The bridge opens", 1)


def test_a_link_over_several_lines_is_one_in_each() -> None:
    assert [block.source.link_density for block in parse("[one\ntwo\nthree](/x)")] == [1, 1, 1]


IMAGE = "![A boat at the quay of Tamm](boat.jpg)"


@pytest.mark.parametrize(("source", "marks"), [
    (f"{IMAGE}\n*Four boats.*", ("em", "below_image", "in_image_paragraph")),
    (f"{IMAGE}*Four boats.*", ("em", "below_image", "in_image_paragraph")),
    (f"[{IMAGE}](/boat) **Four boats.**", ("strong", "below_image", "in_image_paragraph")),
    (f"{IMAGE}\n\n_Four boats._", ("em", "below_image")),
    (f"{IMAGE}\n\nA boat at the quay of Tamm.", ("below_image", "alt")),
    (f"{IMAGE} A boat at the quay of Tamm", ("below_image", "in_image_paragraph", "alt")),
    ("![Image 3: A boat](boat.jpg)\n\nA boat", ("below_image", "alt")),
    (f"{IMAGE}\n\n*Four* boats.", ("below_image",)),
])  # fmt: skip
def test_what_may_be_a_caption_says_so(source: str, marks: tuple[str, ...]) -> None:
    image, line = parse(source)
    assert image.source.marks == ("image",)
    assert line.source.marks == marks


def test_a_line_in_an_image_s_paragraph_is_no_heading() -> None:
    story = "The ferry to Brask will sail twice a day from May, its owners told the harbour board on Friday evening."
    record = clean(f"# Ferry\n\n{story}\n\n{IMAGE}\nFour boats at the quay\n\n{story[:-1]}, they said.", media_type="text/markdown")
    assert [p.text for p in record.paragraphs if p.role == "heading"] == []


@pytest.mark.parametrize("source", [
    "<table><tr><td>a</td><td>b</td></tr>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr></table><p>e</p><br>", "```md\n# A\n\n```x\nb\n```\n\nc\n```",
    "| a | b |\n|---|---|\n\n: c\n\n[d]: /e\n[^f]: g\n\n![[h.png]]\n*i*\n\n> [!j]\n>\n> k\\\n> l", "<script>a\n\nb</script>", "{{< a >}}",
    "![a](b) ### c\n\n![a](b)*c*\n\n- [ ] `d` e **f\ng** h\n\n    x = 1;\n\ni  \n~~~\nj",
])  # fmt: skip
def test_marks_are_ground_of_some_row(source: str) -> None:
    assert ledger_faults(visible(source, media_type="text/markdown"), clean(source, media_type="text/markdown")) == []


@pytest.mark.parametrize("piece", [
    "*a ", "**a **b", "_a _", "`a ", "~~a ", "==a", "[[a|", "{/* ", "{{< ", "<Aa x={", "| a ", "-- --\n", "```\n", "![a](b)*c*\n", "[a]: b.c\n", "<tr><td>",
    "\\[[edit](x) | ",
])  # fmt: skip
def test_marks_that_never_end_take_no_time(piece: str) -> None:
    assert parse(piece * 5_000 + "\n\nThe ferry sails in May.")[-1].text.endswith("The ferry sails in May.")


@pytest.mark.parametrize(("line", "shown"), [
    ("* - Cotton swabs", "Cotton swabs"), ("  * ✔ Paper towels", "Paper towels"), ("\\* Keep it short", "Keep it short"), ("✔ You travel", "You travel"),
])  # fmt: skip
def test_bullets_that_the_page_itself_had_are_bullets(line: str, shown: str) -> None:
    assert [(block.role, block.text) for block in parse(f"{line}\n{line}")] == [("list_item", shown)] * 2


def test_an_escaped_dash_opens_what_is_said() -> None:
    assert [block.text for block in parse("\\- Hello, said the ferryman.")] == ["- Hello, said the ferryman."]


@pytest.mark.parametrize(("source", "text"), [
    ("__ Share", "Share"),
    ("* __Two decks", "Two decks"),
    ("[Sports __](/sports)", "Sports"),
    ("[Learn more __  \n](/more)", "Learn more"),
    ("[ __ **Late** ferries](/late)", "Late ferries"),
    ("They waited.__ The ferry had __29 seats.", "They waited. The ferry had 29 seats."),
    ("She __ to the quay.", "She __ to the quay."),
    ("1. __ is the oldest quay", "1. __ is the oldest quay"),
    ("The name __path is taken.", "The name __path is taken."),
])  # fmt: skip
def test_the_marks_of_an_icon_are_taken_off_where_nothing_is_to_be_filled_in(source: str, text: str) -> None:
    assert " ".join(block.text for block in parse(source)) == text


@pytest.mark.parametrize(
    "drawing",
    [
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 6'%3E%3C/svg%3E",
        "data:image/svg+xml,%3Csvg viewBox='0 0 12 6'%3E%3Cg clip-path='url(%23a)'/%3E%3C/svg%3E",
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
    ],
)
def test_a_drawing_in_place_of_an_address_may_hold_blanks(drawing: str) -> None:
    assert [b.text for b in parse(f"The goat ate the hat.\n\n[ ![Goat]({drawing}) The goat again](/goat)\n")] == ["The goat ate the hat.", "The goat again"]


@pytest.mark.parametrize("text", ["![goat](see the data on page 4)", "See [goat](the data:image of a hat) and hat."])
def test_brackets_that_hold_words_are_no_address(text: str) -> None:
    assert [b.text for b in parse(text)] == [text]


def test_many_drawings_that_are_not_closed_take_no_longer_than_closed_ones() -> None:
    began = time.perf_counter()
    parse("![goat](data:image/svg+xml,%3Csvg viewBox='0 0\n\n" * 20_000)
    assert time.perf_counter() - began < 10
