"""A story that a page keeps in its data alone is visible, as a script would have shown it; one that the page shows is left as it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cleaner import clean, visible
from cleaner.parse import state, unshown

HEADLINE = "Marlow Quay to get its ferry back after nine years"
STORY = (
    "The town council of Marlow Quay voted on Tuesday evening to run a ferry across the Tave again, nine years after the last one was sold.",
    "The vote was close, eight to seven, and came after four hours in which forty people spoke, most of them from the east bank of the river.",
    "“We have waited for this boat longer than some of us have been alive,” said Orla Venn, who is nine and had come with her school class.",
    "The crossing will cost as much as a ride on the bus. A first boat is to sail in May, if the slipway can be repaired by then.",
    "Shopkeepers on Mill Street fear for thirty parking places, which are to make way for a landing stage and for a shelter with benches.",
    "The county pays half of the 2.3 million crowns that the work costs. The other half comes from a loan that runs for twenty years.",
)  # fmt: skip
MENU = "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a> <a href='/town'>Town</a></nav>"
FOOTER = "<footer>© 2024 Tave Valley Post</footer>"


def page(script: str, *, shown: str = "", heading: str = f"<h1>{HEADLINE}</h1>") -> str:
    title = f"<title>{HEADLINE} | Tave Valley Post</title>"
    return f"<html><head>{title}{script}</head><body>{MENU}{heading}<div id='app'>{shown}</div>{FOOTER}</body></html>"


def next_data(story: dict[str, Any], **others: Any) -> str:
    data = {"props": {"pageProps": {"story": story, **others}}, "page": "/news/[slug]"}
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'


def linked_data(body: str, headline: str = HEADLINE) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in clean(source, media_type="text/html").paragraphs]


def leaf(text: str) -> dict[str, Any]:
    return {"type": "text", "value": text}


TREE = {"type": "document", "content": [{"type": "paragraph", "content": [leaf(text)]} for text in STORY]}
FORMS: dict[str, Any] = {
    "a string of HTML": "".join(f"<p>{text}</p>" for text in STORY),
    "escaped HTML": "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in STORY),
    "plain text": "\n\n".join(STORY),
    "a list of strings": [*STORY],
    "a list of texts": [{"text": text} for text in STORY],
    "typed pieces": [{"type": "text", "content": f"<p>{text}</p>"} for text in STORY],
    "typed pieces without tags": [{"type": "text", "content": text} for text in STORY],
    "a tree of nodes": TREE,
    "blocks with spans": [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": t}]} for t in STORY],
    "blocks of a draft": {"blocks": [{"type": "unstyled", "text": text} for text in STORY], "entityMap": {}},
    "elements": [{"name": "p", "type": "tag", "children": [{"type": "text", "data": "", "text": text}]} for text in STORY],
}


@pytest.mark.parametrize("form", FORMS)
def test_rich_text_is_read_in_the_forms_that_editors_keep_it_in(form: str) -> None:
    assert texts(page(next_data({"headline": HEADLINE, "body": FORMS[form]}))) == [*STORY]


def test_json_ld_gives_the_story_of_a_page_that_shows_none() -> None:
    record = clean(page(linked_data("\n".join(STORY))), media_type="text/html")
    assert [p.text for p in record.paragraphs] == [*STORY]
    assert record.metadata["provenance"]["text"] == "json-ld"


@pytest.mark.parametrize("named", ["window.__STATE__ = {};", "var page={};", 'window["state"] = {};'])
def test_an_object_that_a_script_names_is_data_too(named: str) -> None:
    data = json.dumps({"article": {"title": HEADLINE, "content": {"body": [*STORY]}}})
    assert texts(page(f"<script>{named.format(data).replace('{}', data)}</script>")) == [*STORY]


def test_an_object_within_a_string_is_data_too() -> None:
    data = json.dumps(json.dumps({"article": {"title": HEADLINE, "content": "".join(f"<p>{text}</p>" for text in STORY)}}))
    assert texts(page(f"<script>window.__STATE__ = JSON.parse({data});</script>")) == [*STORY]


def test_rows_of_server_components_are_data_too() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    rows = f'5:["$","article",null,{{"story":{{"title":{json.dumps(HEADLINE)},"body":"$6"}}}}]\n6:T{len(body.encode()):x},{body}7:null\n'
    pushes = "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in (rows[:300], rows[300:]))
    assert texts(page(pushes)) == [*STORY]


def test_the_story_goes_on_behind_what_of_it_is_shown() -> None:
    shown = f"<p class='copy'>{STORY[0]}</p><p class='copy'>{STORY[1]}</p><p>Sign in to continue reading</p>"
    record = clean(page(next_data({"headline": HEADLINE, "body": TREE}), shown=shown), media_type="text/html")
    assert [p.text for p in record.paragraphs] == [*STORY]
    assert record.metadata["provenance"]["text"] == "page data"


def test_spans_point_into_the_visible_text() -> None:
    source = page(next_data({"headline": HEADLINE, "body": TREE}))
    seen = visible(source, media_type="text/html")
    record = clean(source, media_type="text/html")
    assert [seen[p.spans[0].start : p.spans[-1].end] for p in record.paragraphs] == [*STORY]


def test_a_link_within_a_paragraph_parts_nothing() -> None:
    link = {"type": "link", "data": {"href": "/tave"}, "content": [leaf("across the Tave")]}
    body = {"type": "document", "content": [
        {"type": "paragraph", "content": [leaf("The council voted to run a ferry "), link, leaf(" again, after nine long years.")]},
        *TREE["content"][1:],
    ]}  # fmt: skip
    first = "The council voted to run a ferry across the Tave again, after nine long years."
    assert texts(page(next_data({"headline": HEADLINE, "body": body}))) == [first, *STORY[1:]]


def test_headings_and_items_keep_their_roles() -> None:
    body = [
        *({"type": "paragraph", "text": text} for text in STORY[:3]),
        {"type": "heading", "text": "What the crossing costs"},
        *({"type": "paragraph", "text": text} for text in STORY[3:]),
    ]
    record = clean(page(next_data({"headline": HEADLINE, "blocks": body})), media_type="text/html")
    assert [p.role for p in record.paragraphs] == [*["paragraph"] * 3, "heading", *["paragraph"] * 3]


def test_pictures_adverts_and_other_stories_in_the_data_are_none_of_it() -> None:
    long = "A boat lies at the slipway of Marlow Quay while gulls sit on its railing, in a picture that was taken long before it was sold."
    other = "The bakers of Upper Tave have asked their guild for longer nights, since nobody buys bread before the sun is up on Sundays."
    story = {
        "headline": HEADLINE,
        "body": [{"type": "image", "text": long}, *({"type": "paragraph", "text": text} for text in STORY), {"type": "ad", "text": long}],
        "relatedStories": [{"headline": "Bakers ask for longer nights in Upper Tave", "body": [other] * 9}],
    }
    assert texts(page(next_data(story, footer={"text": [long] * 20}))) == [*STORY]


def test_a_headline_in_another_script_names_the_page_too() -> None:
    headline = "川の渡し船が九年ぶりに再開へ"
    text = "町議会は火曜日の夜、川の渡し船を九年ぶりに再開することを決めた。採決は八対七の僅差で、四時間にわたる議論の末に行われた。住民は長い間この船を待っていたと話す。最初の船は五月に出る予定だ。"
    data = json.dumps({"article": {"title": headline, "body": [text + str(n) for n in range(12)]}}, ensure_ascii=False)
    source = f"<html><head><title>{headline}</title><script type='application/json'>{data}</script></head><body><h1>{headline}</h1></body></html>"
    assert visible(source, media_type="text/html").count("町議会は") == 12


class TestLeftAlone:
    """Data that is not this page's story, or repeats it."""

    def test_a_page_that_shows_its_story(self) -> None:
        shown = "".join(f"<p>{text}</p>" for text in STORY)
        plain, told = page("", shown=shown), page(linked_data("\n".join(STORY) + "\nA line of no reader's."), shown=shown)
        assert visible(told, media_type="text/html") == visible(plain, media_type="text/html")
        assert "text" not in clean(told, media_type="text/html").metadata["provenance"]

    def test_an_object_that_is_called_otherwise(self) -> None:
        story = {"headline": "How we handle what you tell us about yourself", "body": [*STORY]}
        assert STORY[0] not in visible(page(next_data(story)), media_type="text/html")

    def test_what_is_not_under_a_telling_name(self) -> None:
        story = {"headline": HEADLINE, "translations": [*STORY], "searchConfig": {"text": [*STORY]}}
        assert STORY[0] not in visible(page(next_data(story)), media_type="text/html")

    def test_a_few_lines(self) -> None:
        assert STORY[0] not in visible(page(linked_data(STORY[0])), media_type="text/html")

    @pytest.mark.parametrize("data", ["{", '{"headline": ', "[" * 5000, "null", '{"headline": {"a": [1]}}', '{"a": NaN}'])
    def test_what_is_no_json(self, data: str) -> None:
        data = data if len(data) > 900 else data + " " * 900
        source = page(f'<script type="application/json">{data}"headline"</script>')
        assert visible(source, media_type="text/html") == visible(page(""), media_type="text/html")


def test_a_notice_beside_a_story_is_no_guard() -> None:
    shown = "<noscript>Please enable JavaScript to read on.</noscript>"
    assert "guarded_input" not in clean(page(linked_data("\n".join(STORY)), shown=shown), media_type="text/html").flags
    alone = "<html><head><title>Tave Valley Post</title></head><body><p>Please enable JavaScript to read on.</p></body></html>"
    assert "guarded_input" in clean(alone, media_type="text/html").flags


def nested(depth: int) -> Any:
    node: Any = {"headline": HEADLINE, "body": ["word " * 20] * 2_000}
    for _ in range(depth):
        node = {"headline": HEADLINE, "body": {"content": node}}
    return node


def many(count: int) -> Any:
    return [{"headline": HEADLINE, "body": ["word " * 20]}] * count


def long(count: int) -> Any:
    return {"story": {"headline": HEADLINE, "body": [{"type": "paragraph", "content": [leaf("a b")]}] * count}}


@pytest.mark.parametrize("made", [many, long, nested])
def test_data_costs_no_more_than_its_length(made: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    read = unshown._paragraphs

    def counted(value: Any, depth: int = 0) -> Iterator[str]:
        calls.append(depth)
        return read(value, depth)

    monkeypatch.setattr(unshown, "_paragraphs", counted)
    seen = []
    for count in (200, 400):
        calls.clear()
        visible(page(f'<script type="application/json">{json.dumps(made(count))}</script>'), media_type="text/html")
        seen.append(len(calls))
    assert 0 < seen[1] <= 2 * seen[0]


def test_a_text_that_is_named_again_and_again_is_put_in_up_to_a_bound() -> None:
    text = "word " * 2_000
    value = json.dumps([{"headline": HEADLINE, "body": ["$6"] * 2_000}])
    rows = f"6:T{len(text):x},{text}5:{value}\n"
    seen = visible(page(f"<script>self.__next_f.push([1,{json.dumps(rows)}])</script>"), media_type="text/html")
    assert len(text) < len(seen) < 2 * state.MAX_FILLED


def test_blanks_without_end_within_a_text_are_no_matter() -> None:
    body = ["\n".join(STORY), f"The end.{' ' * 200_000}It is."]
    assert texts(page(next_data({"headline": HEADLINE, "body": body}))) == [*STORY, "The end. It is."]
