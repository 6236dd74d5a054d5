"""What looks like a list of other stories or like a copy, and is the story's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner import Cleaner
from cleaner.config import Config
from cleaner.pipeline import parse, prepare
from cleaner.rules import sections
from cleaner.rules.base import REMOVE
from cleaner.rules.builtin import duplicate_block, related_list, tags_list, title_headline
from cleaner.rules.sections import section_end

LEAD = "Forty writers of Marrow Bay have signed a letter against the closing of the reading room above the harbour office."
MORE = "The council wants to let the room to a dealer in sails, who would pay three times what the readers pay for it now."
NAMES = ("Nell Harrow, Tarn College", "Ida Trask, the harbour poet", "Tom Verk, who keeps the light", "Ann Holt, Brask Museum")
FOOT = "<p>Share this article</p><p>Privacy Policy</p><p>Subscribe</p>"


def page_of(body: str) -> object:
    markup = f"<html><body><h1>Writers sign a letter</h1><p>{LEAD}</p><p>{MORE}</p>{body}{FOOT}</body></html>"
    return prepare(parse(markup, "text/html"), Config()).page


def labelled(rule: object, page: object) -> list[str]:
    return [page.blocks[label.block].text for label in rule.run(page)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("item", "found"), [("<a href='/{0}'>{0}</a>", list(NAMES)), ("{0}", [])])
def test_a_list_of_other_stories_in_html_is_of_links(item: str, found: list[str]) -> None:
    rows = "".join(f"<div>{item.format(name)}</div>" for name in NAMES)
    assert labelled(related_list, page_of(rows)) == found


@pytest.mark.parametrize(("menu", "found"), [("- [{}](/x)", []), ("- {}", list(NAMES))])
def test_markdown_that_has_links_tells_them_apart(menu: str, found: list[str]) -> None:
    head = "\n".join(menu.format(name) for name in ("News from the harbour", "Weather on the lake", "Letters to the editor"))
    text = "\n\n".join((head, "# Writers sign a letter", LEAD, MORE, *NAMES, "Share this article", "Privacy Policy"))
    page = prepare(parse(text, "text/markdown"), Config()).page
    assert [line for line in labelled(related_list, page) if line in NAMES] == found


ASK = (
    "If you would like to have a book brought to your boat, say so before noon on the day before to one of the keepers, "
    "who will note the title of the book and where you lie, and then take it there on the way to {}."
)


@pytest.mark.parametrize(
    ("again", "copies"),
    [
        (ASK.format("Tarn"), 1),
        (ASK.format("Tarn").replace("say so", "tell it"), 1),
        (ASK.format("Brask"), 0),
        (ASK.format("pier 9"), 0),
    ],
)
def test_a_line_with_other_names_or_numbers_is_no_copy(again: str, copies: int) -> None:
    page = page_of(f"<p>{ASK.format('Tarn')}</p><p>{MORE.upper()}</p><p>{again}</p><p>{LEAD[:-1]}, they say.</p>")
    assert labelled(duplicate_block, page).count(again) == copies


def test_items_of_lists_may_nearly_repeat_each_other() -> None:
    item = "Services: bread to the boat, a keeper who reads aloud on two evenings a week in winter, tea{}"
    lists = "".join(f"<h2>{name}</h2><ul><li>{item.format(end)}.</li></ul>" for name, end in (("Tarn", " and a stove"), ("Brask", "")))
    assert labelled(duplicate_block, page_of(lists)) == []


def test_a_heading_may_repeat_its_entry_in_the_table_of_contents() -> None:
    question = "What will become of the four thousand books of the reading room?"
    page = page_of(f"<ul><li>{question}</li><li>Who pays?</li></ul><h2>{question}</h2><p>Nobody knows, said the keeper of the light.</p>")
    assert labelled(duplicate_block, page) == []


def test_the_dek_above_the_byline_is_no_headline_of_another_story() -> None:
    lines = (
        "Reading Room Above Harbour Office to Close", "A dealer in sails will pay three times what the readers pay",
        "By Ida Kell", "3 May 2024", "Writers Gather at the Harbour of Marrow Bay", "Photographers Wait Below in the Rain",
    )  # fmt: skip
    text = "\n".join(lines) + f"\n\n{LEAD}\n\n{MORE}\n\nShare this article\n\nPrivacy Policy\n\nSubscribe"
    page = prepare(parse(text, "text/plain"), Config()).page
    assert page.title == 0
    assert lines[1] not in labelled(related_list, page)


BOX = ("Read also", "Sail Dealer Buys a Third House at the Harbour", "Letters to Be Kept in the Museum of Brask")


def sections_of(text: str) -> dict[str, float]:
    """Return what a section rule says against each line: its confidence."""
    prepared = prepare(parse(text, "text/plain"), Config())
    found = [label for label in prepared.rules.labels(prepared.page) if label.rule.endswith((".section", ".thread"))]
    return {prepared.page.blocks[label.block].text: label.confidence for label in found}


def test_a_short_line_above_the_storys_prose_may_be_its_subheading() -> None:
    story = "\n\n".join([LEAD, MORE])
    found = sections_of("\n\n".join([story, *BOX, "What readers say", story]))
    assert {line: found[line] >= REMOVE for line in (*BOX, "What readers say")} == {
        **dict.fromkeys(BOX, True), "What readers say": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("foot", "inside"),
    [("© 2024 Marrow Bay Courier", False), ("All rights reserved", False), ("Nobody reads the letters anyway", True)],
)
def test_a_comment_thread_ends_at_the_pages_foot(foot: str, inside: bool) -> None:
    thread = ("Comments", "anne.w", "I shall miss the lamp in the window most of all.", foot, "The harbour has other lamps.")
    prepared = prepare(parse("\n\n".join([LEAD, MORE, LEAD, *thread]), "text/plain"), Config())
    kinds = {label.kind for label in prepared.rules.labels(prepared.page) if label.block == 7}
    assert kinds == ({"comment"} if inside else {"legal"})


def test_a_thread_that_counts_no_comments_takes_nothing() -> None:
    found = sections_of("\n\n".join([LEAD, MORE, LEAD, "Comments (0)", "About the Courier", "Send us a letter"]))
    assert found.keys() <= {"Comments (0)"}


def test_a_long_paragraph_said_again_word_for_word_goes() -> None:
    long = f"{MORE} {LEAD}"
    page = f"<h1>Writers sign a letter</h1><p>{LEAD}</p><p>{long}</p><p>Nobody had asked them to.</p><p>{long}</p>{FOOT}"
    record = Cleaner().clean(page, media_type="text/html")
    assert record.text.count(MORE) == 1
    assert [row.rule for row in record.removed if row.text == long] == ["duplicate.block"]


def test_a_teaser_that_says_the_lead_word_for_word_is_a_copy_of_it() -> None:
    teaser = f"<div><h3>Most read</h3><a href='/a'>Writers sign a letter</a><p>{LEAD}</p></div>"
    page = page_of(f"<p>Nobody had asked them to, and nobody has asked them since.</p>{FOOT}{teaser}")
    assert labelled(duplicate_block, page) == [LEAD]


def test_questions_over_their_answers_stay_though_a_list_asks_them_too() -> None:
    asked = ("What will become of the reading room above the office?", "Who pays for the light that burns there at night?")
    text = "\n\n".join((*asked, asked[0], LEAD, asked[1], MORE))
    assert Cleaner().clean(text, media_type="text/plain").text == text


PHRASE = "three times what the readers pay"


@pytest.mark.parametrize(
    ("quote", "copies"),
    [
        (f"<aside class='pull-quote'><blockquote>“{PHRASE}”</blockquote><cite>Nell Harrow, keeper</cite></aside>", 2),
        (f"<div class='quotebox'><p>{PHRASE}</p></div><p>Nell Harrow, keeper</p>", 1),
        (f"<figure><blockquote>{PHRASE}</blockquote><figcaption>Nell Harrow</figcaption></figure>", 2),
        ("<blockquote>wants to let the room to a dealer in sails</blockquote>", 1),
        (f"<blockquote>{PHRASE}</blockquote>", 0),  # a line of verse may be quoted, and said again
        (f"<aside class='pull-quote'><blockquote>{PHRASE}, and more</blockquote></aside>", 0),
        ("<aside class='pull-quote'><blockquote>The council wants</blockquote></aside>", 0),
        (f"<p>{PHRASE}</p>", 0),
        (f"<div class='quote'><h3>{PHRASE}</h3></div>", 0),
    ],
)
def test_a_phrase_set_apart_as_a_quote_that_a_paragraph_says_is_a_pull_quote(quote: str, copies: int) -> None:
    page = page_of(f"{quote}<p>Nobody had asked them to, said the keeper of the light, and nobody has asked them since the winter.</p>")
    assert len(labelled(duplicate_block, page)) == copies


def test_a_story_told_twice_is_told_twice_with_its_headline_and_labels() -> None:
    third = "Nobody had asked them to, said the keeper of the light, and nobody has asked them since the winter."
    telling = f"<h1>Writers sign a letter</h1><p>By Ida Kell</p><p>{LEAD}</p><h2>A dealer in sails</h2><p>{MORE}</p><p>{third}</p>"
    page = prepare(parse(f"<div>{telling}</div><div>{telling}</div>{FOOT}", "text/html"), Config()).page
    assert labelled(duplicate_block, page) == [LEAD, MORE, third, "Writers sign a letter", "By Ida Kell", "A dealer in sails"]


def test_labels_that_two_products_share_are_no_second_telling() -> None:
    rows = "<h3>What we like</h3><p>{}</p><h3>What it costs</h3><p>{}</p>"
    shared = [LEAD, MORE, "Nobody had asked them to, said the keeper of the light, and nobody has asked them since the winter."]
    own = ["It is light and can be carried up the stairs by a child of ten.", "It is heavy, and stays where it is put."]
    said = ["".join(f"<p>{line}</p>" for line in shared) + rows.format(line, f"{len(line)} crowns") for line in own]
    page = prepare(parse(f"<h1>Two lamps</h1><h2>One</h2>{said[0]}<h2>Other</h2>{said[1]}{FOOT}", "text/html"), Config()).page
    assert labelled(duplicate_block, page) == shared


@pytest.mark.parametrize(("name", "kept"), [("footnote", True), ("note", False)])
def test_the_storys_notes_below_a_button_for_comments_are_no_comments(name: str, kept: bool) -> None:
    note = "Eleven people who were in the room that evening told me of it."
    page = f"<div class='{name}'><a href='#a'>1</a><div><p>{note}</p></div></div>"
    labels = prepare(parse(f"<h1>Letter</h1><p>{LEAD}</p><p>{MORE}</p><a href='?c'>Leave a comment</a>{page}{FOOT}", "text/html"), Config())
    found = {labels.page.blocks[x.block].text for x in labels.rules.labels(labels.page) if x.rule == "en.comment_form.heading"}
    assert (note in found) != kept


@pytest.mark.parametrize(
    ("line", "copies"),
    [
        ("Writers Sign a Letter Against the Closing", 2),
        ("Against the Closing", 1),  # what it is about, in a smaller heading
        ("Readers Sign a Letter Against the Closing", 1),
    ],
)
def test_the_headline_without_the_topic_of_its_breadcrumb_is_said_again(line: str, copies: int) -> None:
    crumb = "<nav><a href='/'>Home</a><h1>Reading room: Writers Sign a Letter Against the Closing</h1></nav>"
    page = prepare(parse(f"{crumb}<h2>{line}</h2><p>By Ida Kell</p><p>{LEAD}</p><p>{MORE}</p>{FOOT}", "text/html"), Config()).page
    assert len(labelled(title_headline, page)) == copies


TEASERS = [f"{name} {did} in the harbour on {day} as neighbours look on" for name in ("Nell Harrow", "Ida Trask", "Tom Verk") for did, day in (
    ("lights a lamp", "Monday"), ("mends a net", "Tuesday"), ("sells a boat", "Friday"), ("reads a letter", "Sunday"),
)]  # fmt: skip
LONE = "Ida Trask has sold her last book of poems about the harbour, and keeps the shop open for the cat that sleeps in its window."


def section(below: list[str]) -> list[str]:
    """Return what the section under “Don't miss” holds, which stands below a story."""
    story = [LEAD, MORE, ASK.format("Tarn"), ASK.format("Brask").replace("book", "map")]
    text = "\n\n".join(["Writers sign a letter", "By Nell Harrow", *story, "Don't miss", *below, "Privacy Policy", "Share this article"])
    page = prepare(parse(text, "text/plain"), Config()).page
    heading = page.features.texts.index("Don't miss")
    return list(page.features.texts[heading + 1 : section_end(page, heading, "related")])


def test_a_long_list_below_the_story_is_one_section_though_some_teasers_read_like_prose() -> None:
    rows = [line for year in range(1990, 1996) for line in (*[f"{teaser} in {year}" for teaser in TEASERS], f"In {year}, {LONE} {LONE}")]
    assert section([*rows, "Most read", *TEASERS]) == rows[:-1]


def test_a_box_in_the_story_ends_where_it_goes_on() -> None:
    assert section([*TEASERS[:3], f"{LONE} {LONE}", LONE.replace("poems", "songs"), *TEASERS[3:4]]) == TEASERS[:3]


def test_a_thread_counted_below_the_headline_holds_nothing_of_the_story() -> None:
    teasers = [f"In {year}, {LONE} {LONE}" for year in range(1990, 1994)]
    text = "\n\n".join([*teasers, "Writers sign a letter", "By Nell Harrow", "24 shares", "comments", LEAD, MORE, ASK.format("Tarn"), "Share this article"])
    page = prepare(parse(text, "text/plain"), Config()).page
    heading = page.features.texts.index("comments")
    assert section_end(replace(page, title=len(teasers)), heading, "comment") == heading + 1


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str, lines: list[str], rule: object) -> int:
    """Return how often `rule`, run on a page of such lines below a story, asks a function of a module."""
    calls = 0
    asked = getattr(module, name)

    def counting(*given: object) -> object:
        nonlocal calls
        calls += 1
        return asked(*given)

    page = prepare(parse("\n\n".join(["Writers sign a letter", LEAD, MORE, *lines]), "text/plain"), Config()).page
    with monkeypatch.context() as patch:
        patch.setattr(module, name, counting)
        rule(page)  # type: ignore[operator]
    return calls


@pytest.mark.parametrize(
    ("module", "name", "lines", "rule"),
    [
        (sections, "opens_section", ["Don't miss", *["A lamp on the quay", "A net", f"{LONE} {LONE}"] * 40],
         lambda page: section_end(page, page.features.texts.index("Don't miss"), "related")),
        (tags_list, "_is_known", ["Topics"] * 120, lambda page: list(tags_list.run(page))),
    ],
)  # fmt: skip
def test_a_page_of_such_lines_costs_no_more_than_its_length(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, lines: list[str], rule: object
) -> None:
    once = counted(monkeypatch, module, name, lines, rule)
    assert 0 < counted(monkeypatch, module, name, [*lines, *lines[1:] * 3], rule) < 6 * once
