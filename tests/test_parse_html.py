from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean
from cleaner.model import Block
from cleaner.parse.depth import MANY_TAGS
from cleaner.parse.html import ParsedHtml, parse
from cleaner.parse.places import MAX_PATH, MAX_TOKENS
from cleaner.parse.vote import agreement, vote

PROSE = (
    "The ferry to Ostrand leaves at dawn, and by noon its deck is crowded with traders, goats and sleeping children."
)
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>", "<br>", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<table>",
    "<tr>", "<td>", "</td>", "</tr>", "</table>", "<pre>", "</pre>", "<span hidden>", "</span>", "<script>",
    "</script>",
    "<!--", "-->", "<h1>", "</h1>", "<noscript>", "</noscript>", "<textarea>", "<svg>", "</svg>", "&nbsp;",
    "&shy;", " ",
    "\n", "\u200b", "word", "two words", "\ud800", "\x00", "\u3000", "<template>", "<dialog>", "&#8203;",
    "<html>", "</body>",
)  # fmt: skip


def texts(page: str) -> list[str]:
    return [block.text for block in parse(page).blocks]


def only(page: str) -> Block:
    (block,) = parse(page).blocks
    return block


def assert_partition(page: ParsedHtml) -> None:
    owners = [0] * len(page.visible)
    for index, block in enumerate(page.blocks):
        assert block.index == index
        for segment in block.segments:
            text = block.text[segment.text_start : segment.text_start + segment.length]
            assert text == page.visible[segment.input_start : segment.input_start + segment.length]
        for span in block.spans:
            for position in range(span.start, span.end):
                owners[position] += 1
        assert all(0 <= link.start < link.end <= len(block.text) for link in block.source.links)
        assert 0 <= block.source.link_density <= 1
    for character, count in zip(page.visible, owners, strict=True):
        assert count == 1 or (count == 0 and character.isspace())


@given(st.text())
def test_any_string_is_partitioned(text: str) -> None:
    assert_partition(parse(text))


@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=4), max_size=40))
def test_any_markup_is_partitioned(pieces: list[str]) -> None:
    assert_partition(parse("".join(pieces)))


@given(
    st.lists(st.sampled_from(("a", " ", "b c", "\n", "<a href=1>", "<a href=2>", "</a>", "<i>", "</i>")), max_size=20)
)
def test_links_do_not_change_how_space_collapses(pieces: list[str]) -> None:
    page = "".join(pieces)
    plain = page.replace("<a href=1>", "<a>").replace("<a href=2>", "<a>")
    assert parse(page).visible.replace(" ", "") == parse(plain).visible.replace(" ", "")
    assert "  " not in parse(page).visible


def test_visible_is_the_blocks_joined_by_line_feeds() -> None:
    page = parse("<h1>Fog over Ostrand</h1><p>Ships  waited\n outside.</p>")
    assert page.visible == "Fog over Ostrand\nShips waited outside."
    assert [block.spans[0] for block in page.blocks] == [(0, 16), (17, 38)]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>", "<style>x</style>", "<noscript>x</noscript>", "<template><p>x</p></template>",
        "<!-- x -->",
        "<span hidden>x</span>", "<div hidden=''><p>x</p></div>", "<div style='color:red; DISPLAY : none'>x</div>",
        "<p style='visibility:hidden'>x</p>", "<svg><title>x</title><text>x</text></svg>",
        "<input type=hidden value=x>",
        "<dialog>x</dialog>", "<div popover>x</div>", "<iframe>x</iframe>", "<video>x</video>",
        "<datalist><option>x</datalist>",
        "<i class='icon-font icon' aria-hidden=true>x</i>", "<div hidden><span hidden>x</span></div>",
    ],
)  # fmt: skip
def test_hidden_text_is_left_out_and_what_follows_is_not(hidden: str) -> None:
    assert texts(f"<p>before</p>{hidden}<p>after</p>") == ["before", "after"]


@pytest.mark.parametrize(
    "shown",
    [
        "<details><summary>x</summary></details>", "<div aria-hidden=true>x</div>", "<div style='opacity:0'>x</div>",
        "<span class=sr-only>x</span>", "<dialog open>x</dialog>", "<div hidden=until-found>x</div>",
        "<button>x</button>",
        "<div><template shadowrootmode=open>x</template></div>", "<select><option>x</select>", "<textarea>x</textarea>",
    ],
)  # fmt: skip
def test_folded_and_assistive_text_is_visible(shown: str) -> None:
    assert texts(f"<p>before</p>{shown}<p>after</p>") == ["before", "x", "after"]


@pytest.mark.parametrize("style", ["backface-visibility:hidden", "-webkit-backface-visibility : hidden", "x-display:none"])
def test_styles_that_only_end_like_one_that_hides_hide_nothing(style: str) -> None:
    assert texts(f"<p>before</p><div style='color:red;{style}'>x</div><p>after</p>") == ["before", "x", "after"]
    assert texts(f"<p>before</p><div style='{style};display:none'>x</div><p>after</p>") == ["before", "after"]


def test_a_style_that_only_ends_like_one_of_blocks_parts_no_paragraph() -> None:
    assert texts("<p>The <span style='x-display:block'>old</span> mayor</p>") == ["The old mayor"]


def test_hidden_inline_text_does_not_part_its_paragraph() -> None:
    assert texts("<p>The mayor<script>1</script> of <span hidden>old </span>Ostrand</p>") == ["The mayor of Ostrand"]


def test_a_story_hidden_until_a_script_runs_is_visible() -> None:
    story = "".join(f"<p>{PROSE} Day {day}.</p>" for day in range(8))
    page = f"<p>Menu</p><div hidden class=story>{story}</div><div hidden class=terms>{PROSE}</div>"
    assert texts(page) == ["Menu", *(f"{PROSE} Day {day}." for day in range(8))]


def test_what_only_subscribers_see_goes_on_between_what_all_see() -> None:
    shown, kept = (f"{word} the boat went out again, and the harbour of Ostrey was empty until the evening came. " * 5 for word in ("Then", "Later"))
    for name, expected in (("subscriber-only", [shown, kept, shown, kept]), ("print-copy", [shown, shown])):
        page = f"<div><p>{shown}</p><div class='{name}' hidden><p>{kept}</p></div><p>{shown}</p><div class='{name}' style='display:none'><p>{kept}</p></div></div>"
        assert texts(page) == [text.strip() for text in expected]


def test_a_hidden_copy_of_the_story_stays_hidden() -> None:
    story = "".join(f"<p>{PROSE} Day {day}.</p>" for day in range(8))
    assert texts(f"<article>{story}</article><div hidden>{story}</div>") == [f"{PROSE} Day {day}." for day in range(8)]


def test_br_ends_a_block_and_a_single_one_is_marked() -> None:
    blocks = parse("<div>one<br>two<br><br>three<p><br>four</p></div>").blocks
    assert [(block.text, "br" in block.source.marks) for block in blocks] == [
        ("one", False), ("two", True), ("three", False), ("four", False),
    ]  # fmt: skip


def test_lists_have_levels_and_sections_in_them_are_no_items() -> None:
    blocks = parse("<ul><li>a<ol><li>b</ol><li><p>c</p><li><article><p>d</p></article></ul>").blocks
    assert [(b.text, b.role, b.level) for b in blocks] == [
        ("a", "list_item", 1), ("b", "list_item", 2), ("c", "list_item", 1), ("d", "paragraph", 0),
    ]  # fmt: skip


def test_roles() -> None:
    blocks = parse(
        "<h3>a</h3><blockquote><p>b</p></blockquote><pre>c\n  d</pre><div role=heading aria-level=4>e</div>"
    ).blocks
    assert [(b.text, b.role, b.level) for b in blocks] == [
        ("a", "heading", 3), ("b", "quote", 0), ("c\n  d", "preformatted", 0), ("e", "heading", 4),
    ]  # fmt: skip


def test_a_row_of_short_cells_is_one_block() -> None:
    page = parse(
        "<table><tr><th>Town</th><th>Boats</th></tr><tr><td><p>Ostrand</p></td><td><a href=x>12</a></td></tr></table>"
    )
    assert [(b.text, b.role) for b in page.blocks] == [("Town\tBoats", "table"), ("Ostrand\t12", "table")]
    assert page.blocks[1].source.links == ((8, 10),)
    assert page.blocks[1].source.path == ("body", "table", "tr")


def test_layout_tables_are_no_tables() -> None:
    blocks = parse(f"<table><tr><td>Menu</td><td><p>{PROSE}</p><p>End.</p></td></tr></table>").blocks
    assert [(b.text, b.role) for b in blocks] == [("Menu", "paragraph"), (PROSE, "paragraph"), ("End.", "paragraph")]


def test_a_hidden_sort_key_does_not_hide_its_row() -> None:
    assert texts("<table><tr><td><span hidden>0012</span>12</td><td>Ostrand</td></tr></table>") == ["12\tOstrand"]


def test_links_are_spans_of_the_text() -> None:
    block = only("<p>See <a href=1>the  old</a> and <a href=2>new</a>  piers.</p>")
    assert block.text == "See the old and new piers."
    assert [block.text[link.start : link.end] for link in block.source.links] == ["the old", "new"]
    assert block.source.link_density == pytest.approx(10 / 26)


def test_touching_links_are_parted_unless_they_are_one() -> None:
    assert texts("<p><a href=1>Home</a><a href=2>News</a></p>") == ["Home News"]
    assert texts("<p><a href=1>Os</a><a href=1>trand</a></p>") == ["Ostrand"]
    assert texts("<p><a href=1>Home</a><a href=2><img src=i.png></a><a href=3>News</a></p>") == ["Home News"]


def test_a_link_is_not_parted_from_text_for_what_an_earlier_paragraph_ended_in() -> None:
    assert texts("<p><a href=1>Ostrand</a></p><p>(<a href=2>Varnmouth</a>)</p>") == ["Ostrand", "(Varnmouth)"]


def test_inline_markup_and_entities_do_not_part_words() -> None:
    assert texts("<p>Os<b>tr</b>and &amp; sons&nbsp; Ltd<wbr>.</p>") == ["Ostrand & sons Ltd."]


def test_source_names_the_innermost_element_of_all_the_text() -> None:
    block = only("<div class='postMeta top' id=by-line><span class=authorName><b>Ann</b> <i>Holt</i></span></div>")
    assert block.source.path == ("body", "div", "span")
    assert block.source.tokens == ("author", "name", "post", "meta", "top", "by", "line")


def test_marks_of_inline_elements_element_and_ancestors() -> None:
    page = (
        "<nav role=navigation><p itemprop=dateline><time datetime=2031-05-01>1 May</time> "
        "<a rel='author nofollow' href=x>A</a></p></nav>"
    )
    assert only(page).source.marks == ("datetime=2031-05-01", "rel=author", "itemprop=dateline", "role=navigation")


@pytest.mark.parametrize(
    ("element", "mark"),
    [
        ("<time class='entry-date published updated' datetime=2031-05-01>1 May</time>", "published=2031-05-01"),
        ("<time class=updated datetime=2031-05-02>2 May</time>", "modified=2031-05-02"),
        ("<time class=when datetime=2031-05-01>1 May</time>", "datetime=2031-05-01"),
        ("<time title='1 May 2031'>today</time>", "datetime=1 May 2031"),
        ("<span itemprop=datePublished content=2031-05-01>today</span>", "published=2031-05-01"),
        ("<span property='dc:date dc:created' content=2031-05-01>today</span>", "published=2031-05-01"),
        ("<abbr class=published title=2031-05-01>today</abbr>", "published=2031-05-01"),
    ],
)
def test_each_element_s_mark_says_what_its_day_is(element: str, mark: str) -> None:
    marks = only(f"<p>{element} by Ann Holt</p>").source.marks
    assert [one for one in marks if one.startswith(("published", "modified", "datetime"))] == [mark]


def test_an_abbreviation_is_no_day() -> None:
    assert only("<p>The <abbr title='Ostrand Harbour Board'>OHB</abbr> met</p>").source.marks == ()


def test_pieces_of_a_heading_that_elements_part() -> None:
    page = parse("<h1><span>The long read</span> Fog <i>and</i> ships</h1><h1>Fog</h1><h2><i>Fog</i> again</h2>")
    assert page.metadata["headings"] == [["The long read", " Fog ", "and", " ships"]]


@pytest.mark.parametrize(
    "name",
    [
        "<span class=byline-author>Ann Holt</span>",
        "<b class='url fn'>Ann Holt</b>",
        "<a href='/autor/ann-holt'>Ann Holt</a>",
        "<a href='https://brask.example/authors/7'>Ann Holt</a>",
    ],
)
def test_a_name_within_a_line_is_marked_by_its_class_or_its_address(name: str) -> None:
    assert only(f"<p>{name} May 3</p>").source.marks == ("class=author",)


@pytest.mark.parametrize("name", ["<span class=date>May 3</span>", "<a href='/authentic/7'>Ann Holt</a>", "<a href='/author/'>Ann Holt</a>"])
def test_other_elements_within_a_line_mark_no_author(name: str) -> None:
    assert only(f"<p>{name} in Ostrey</p>").source.marks == ()


def test_marks_of_an_empty_element_do_not_reach_the_next_block() -> None:
    assert only("<div><span itemprop=author></span></div><p>text</p>").source.marks == ()


def test_page_classes_and_numbers_are_no_tokens() -> None:
    assert only("<body class=single-post><p id=p-1234>x").source.tokens == ()


def test_metadata_comes_from_the_same_pass() -> None:
    page = parse("<html lang=de><title>Nebel</title><p>x")
    assert (page.metadata["lang"], page.metadata["title"], page.visible) == ("de", "Nebel", "x")


@pytest.mark.parametrize(
    "unit", ["<div>", "<span>", "<ul><li>", "<table><tr><td>", "<b><p>", "<span><div></span></div>"]
)
def test_deep_nesting_is_bounded(unit: str) -> None:
    page = parse(unit * (MANY_TAGS + 1) + "x")
    assert page.visible == "x"
    assert len(page.blocks[0].source.path) <= MAX_PATH


def test_depth_is_cut_without_loss_and_what_follows_is_kept() -> None:
    page = parse("<div class=a>" * MANY_TAGS + "deep" + "</div>" * MANY_TAGS + "<h2>after</h2>")
    assert [(b.text, b.role) for b in page.blocks] == [("deep", "paragraph"), ("after", "heading")]


def test_tokens_are_bounded() -> None:
    page = "".join(f"<div class='{chr(97 + n)}{chr(97 + n)}x {chr(97 + n)}{chr(97 + n)}y'>" for n in range(26)) + "x"
    assert len(only(page).source.tokens) == MAX_TOKENS


def test_agreement_is_the_share_of_shingles_found() -> None:
    blocks = parse("<p>one two three four five</p><p>two Three</p><p>six</p><p>***</p>").blocks
    assert agreement(blocks, "One two three four, and five.") == (0.5, 1.0, 0.0, 0.0)


def test_vote_finds_the_story_and_survives_no_story() -> None:
    story = "".join(f"<p>{PROSE} Day {day}.</p>" for day in range(8))
    voted = vote(f"<html><body><article>{story}</article></body></html>")
    assert voted is not None
    assert "Day 5" in voted
    assert vote("") is None


def test_vote_survives_a_failing_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    trafilatura = pytest.importorskip("trafilatura")

    def fail(*_: object, **__: object) -> str:
        raise RuntimeError("no tree")

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert vote("<p>x") is None


def test_the_elements_of_news_archives_are_blocks() -> None:
    page = (
        '<nitf><head><title>T</title><pubdata date.publication="20310501T000000" name="The Brask Courier"/></head><body><body.head>'
        "<hedline><hl1>Mill to close</hl1></hedline><byline>By ANN HOLT</byline></body.head><body.content><block><p>It closes.</p>"
    )
    parsed = parse(page)
    assert [(b.role, b.text) for b in parsed.blocks] == [
        ("heading", "Mill to close"),
        ("paragraph", "By ANN HOLT"),
        ("paragraph", "It closes."),
    ]
    record = clean(f"{page}<p>{PROSE}</p></block></body.content></body></nitf>")
    assert (record.date, record.publisher, record.authors) == ("2031-05-01", "The Brask Courier", ("Ann Holt",))
    assert texts("<DOC><HEADLINE>Mill to close</HEADLINE><TEXT><P>It closes.</P></TEXT></DOC>") == ["Mill to close", "It closes."]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<div><span>Ida Kell</span><span>May 28, 2024</span><span>3 min read</span></div>", "Ida Kell May 28, 2024 3 min read"),
        ("<div><span>Tom Verk</span><b><a href='/d'>5 hours ago</a></b></div>", "Tom Verk 5 hours ago"),
        ("<div><span>31</span><span>g</span><span>Sugar: </span><span>2</span></div>", "31g Sugar: 2"),
        ("<div><span>Was it good?</span><span>Tell us.</span></div>", "Was it good? Tell us."),
        ("<p><span>Fen</span><span>House</span> is a brand.</p>", "FenHouse is a brand."),
        ("<div><b>W</b><span>Inter</span></div>", "WInter"),
        ("<div><b>F</b><b>O</b><b>X</b></div>", "FOX"),
        ("<div><span>$12</span><span>99</span></div>", "$1299"),
        ("<div><span>Budburst</span><sup>SM</sup> grows</div>", "BudburstSM grows"),
        ("<div><span>exam</span><span>ple</span></div>", "example"),
        ("<div>un<b>Known</b></div>", "unKnown"),
    ],
)
def test_what_stands_in_a_row_is_parted_where_it_touches(markup: str, seen: str) -> None:
    assert texts(markup) == [seen]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p><cite>signalman</cite><time>on Friday</time></p>", "signalman on Friday"),
        ("<p>Printed (<time>1931</time>)</p>", "Printed (1931)"),
    ],
)
def test_a_time_is_parted_from_the_word_before_it(markup: str, seen: str) -> None:
    assert texts(markup) == [seen]


@pytest.mark.parametrize(
    ("markup", "control"),
    [
        ("<h3><button aria-expanded='false' aria-controls='a'>Who may come?</button></h3>", False),
        ("<h3><button aria-controls='a'>Who may come?</button></h3>", True),
        ("<div><button aria-expanded='false'>Who may come?</button></div>", True),
        ("<h3>Visits <button aria-expanded='false'>Who may come?</button></h3>", True),
    ],
)
def test_the_button_that_a_heading_begins_with_and_that_unfolds_is_the_heading(markup: str, control: bool) -> None:
    (block,) = [block for block in parse(markup).blocks if block.text == "Who may come?"]
    assert ("button" in block.source.path) == control


def test_how_a_word_is_read_is_no_part_of_it() -> None:
    """Furigana stand above a word, between it and its ending."""
    markup = "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の<ruby>町<rt>まち</rt></ruby>に図書館が開いた。</p>"
    assert clean(markup, media_type="text/html").text == "港の町に図書館が開いた。"
