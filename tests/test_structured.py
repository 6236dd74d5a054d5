from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.parse.html import parse
from cleaner.parse.structured import MAX_BODY, MAX_OBJECTS, MAX_VALUE, MAX_VALUES, Head, read


def metadata(page: str) -> dict[str, Any]:
    return dict(parse(page).metadata)


def jsonld(text: str) -> list[dict[str, Any]]:
    return list(metadata(f"<script type='application/ld+json'>{text}</script>")["jsonld"])


def test_nothing_said_gives_empty_values() -> None:
    texts, lists = ("title", "canonical", "amp", "lang"), ("jsonld", "sites", "trail", "feeds", "homes", "headings")
    assert read(Head()) == {**dict.fromkeys(texts, ""), "meta": {}, **{name: [] for name in lists}}


def test_head() -> None:
    page = metadata(
        "<html lang='en-GB'><head><title> Fog &amp;\n ships </title><title>second</title>"
        "<link rel=canonical href='https://ostrand.example/fog'><link rel=amphtml href='/amp'><link rel=icon href=i>"
        "<meta property='og:title' content='Fog'><meta name='Author' content='Ann Holt'>"
        "<meta name=author content='Bo Lind'>"
        "<meta name=author content='Ann Holt'><meta name=viewport content=w><meta name='dc.date' content='2031-05-01'>"
        "<meta itemprop=datePublished content=2031-05-02><meta name=author content=' '></head>"
    )
    assert page["title"] == "Fog & ships"
    assert (page["canonical"], page["amp"], page["lang"]) == ("https://ostrand.example/fog", "/amp", "en-GB")
    assert page["meta"] == {
        "og:title": ["Fog"],
        "author": ["Ann Holt", "Bo Lind"],
        "dc.date": ["2031-05-01"],
        "itemprop:datepublished": ["2031-05-02"],
    }
    assert list(page["meta"]) == ["og:title", "author", "dc.date", "itemprop:datepublished"]


def test_jsonld_article() -> None:
    article = {
        "@type": "NewsArticle", "headline": "Fog &amp; ships", "author": [{"name": "Ann Holt"}, "Bo Lind", {"x": 1}],
        "publisher": {"@type": "Organization", "name": "Ostrand Courier"}, "isAccessibleForFree": False,
        "datePublished": "2031-05-01", "articleBody": "Ships waited.", "articleSection": ["Sea", "Town"],
        "inLanguage": {"name": "English"}, "image": "x",
    }  # fmt: skip
    assert jsonld(json.dumps(article)) == [
        {
            "@type": ["NewsArticle"], "headline": "Fog & ships", "datePublished": "2031-05-01", "inLanguage": "English",
            "isAccessibleForFree": "false", "author": ["Ann Holt", "Bo Lind"], "publisher": ["Ostrand Courier"],
            "articleSection": ["Sea", "Town"], "articleBody": "Ships waited.",
        }
    ]  # fmt: skip


def test_jsonld_graphs_are_searched_and_articles_come_first() -> None:
    graph = {
        "@graph": [
            {"@type": "Thing", "author": "Bo"},
            {"@type": "Organization", "name": "O"},
            {"@type": ["Report"], "name": "R"},
        ]
    }
    assert [item["@type"] for item in jsonld(json.dumps([graph]))] == [["Report"], ["Thing"]]


@pytest.mark.parametrize(
    "text",
    [
        '<!-- {"@type": "Article", "headline": "Fog"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Fog"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "Article", "headline": "Fog"}; /*]]>*/',
        '{"@type": "Article", "headline": "Fog",}',
        '{"@type": "Article", "headline": "\tFog\n"}',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Fog&quot;}",
        '\ufeff{"@type": "Article", "headline": "Fog"}',
        '/* the story */ {"@type": "Article", "headline": "Fog"}',
        'var story = {"@type": "Article", "headline": "Fog"};',
        '{"@type": "Article",\n// as on the page\n"headline": "Fog"}',
        '{"@type": "WebPage", "hasPart": {"@type": "Article", "headline": "Fog"}}',
    ],
)
def test_jsonld_as_pages_break_it(text: str) -> None:
    assert jsonld(text) == [{"@type": ["Article"], "headline": "Fog"}]


def test_what_is_broken_beyond_repair_still_gives_single_facts() -> None:
    whole = (
        '{"@type": "Article", "headline": "Fog", "author": {"@type": "Person", "name": "Ann Holt"}, "datePublished": "2031-05-01", '
        '"articleSection": ["Sea", "Town"], "publisher": {"@type": "Organization", "name": "Ostrand Courier"}, "x": undefined}'
    )
    [found] = jsonld(whole)
    assert {key: found[key] for key in found if key != "@type"} == {
        "headline": "Fog", "datePublished": "2031-05-01", "author": ["Ann Holt"], "publisher": ["Ostrand Courier"], "articleSection": ["Sea"],
    }  # fmt: skip


def test_a_list_of_stories_is_not_the_page_s() -> None:
    assert jsonld('{"@type": "Thing", "hasPart": [{"@type": "Article", "headline": "Fog"}]}') == []
    assert jsonld('{"@type": "Thing", "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false}}') == []


def test_names_of_the_site() -> None:
    page = metadata(
        "<link rel=alternate type='application/rss+xml' title='Ostrand Courier » Feed' href=/feed><link rel=alternate title='Print' href=/p>"
        "<link rel=search type='application/opensearchdescription+xml' title='Ostrand Courier' href=/s>"
        "<a href='/'>The Courier</a><a href='https://courier.example/'><img alt='Courier'></a><a href='/sea'>Sea</a><a href='/sea'><img alt='Sea'></a>"
        "<img src='/img/site-logo.png' alt='Ostrand Courier Online'><img src='/fog.png' alt='Fog'>"
    )
    assert page["feeds"] == ["Ostrand Courier » Feed", "Ostrand Courier"]
    assert page["homes"] == ["The Courier", "Courier", "Ostrand Courier Online"]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ('{"@type": "WebSite", "name": "Ostrand Courier"}', ["Ostrand Courier"]),
        ('{"@type": "Article", "headline": "Fog", "isPartOf": {"@type": "WebSite", "name": "Ostrand Courier"}}', ["Ostrand Courier"]),
        ('{"@type": "Article", "headline": "Fog", "isPartOf": {"@type": ["CreativeWork", "Product"], "name": "Courier Plus"}}', []),
        ('{"@type": "Organization", "name": "Ostrand Media"}', []),
    ],
)
def test_names_that_jsonld_gives_the_site(text: str, sites: list[str]) -> None:
    assert metadata(f"<script type='application/ld+json'>{text}</script>")["sites"] == sites


def test_breadcrumbs_stand_in_their_order_and_do_not_begin_at_home() -> None:
    def step(position: int, name: str, address: str) -> dict[str, Any]:
        return {"@type": "ListItem", "position": position, "item": {"@id": address, "name": name}}

    steps = [step(3, "Fog", "/sea/fog"), step(1, "Start", "https://courier.example/"), step(2, "Sea", "/sea")]
    trail = {"@type": "BreadcrumbList", "itemListElement": steps}
    for value in (trail, {"@type": "WebPage", "breadcrumb": trail}, {"@graph": [trail]}):
        assert metadata(f"<script type='application/ld+json'>{json.dumps(value)}</script>")["trail"] == ["Sea", "Fog"]


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[1, [2], 'x']", "[" * 100_000, "{" * 1_000, "// " * 10_000, ", " * 10_000]
)
def test_jsonld_that_says_nothing(text: str) -> None:
    assert jsonld(text) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "author", "name", "text"]) | st.text(), inner)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_any_json_is_read_as_plain_values(value: Any) -> None:
    head = Head()
    head.scripts.append([json.dumps(value)])
    found = read(head)
    assert json.loads(json.dumps(found)) == found


def test_sizes_are_bounded() -> None:
    article = {"@type": "Article", "headline": "h" * 9 * MAX_VALUE, "author": [f"n{n}" for n in range(99)]}
    found = jsonld(json.dumps([article | {"articleBody": "b" * 2 * MAX_BODY}, *[article] * MAX_OBJECTS]))
    assert len(found) == MAX_OBJECTS
    assert [len(found[0][key]) for key in ("headline", "articleBody", "author")] == [MAX_VALUE, MAX_BODY, MAX_VALUES]
    metas = "".join(
        f"<meta name=author content='{'a' * 9 * MAX_VALUE}{n}'><meta name=author content='n{n}'>" for n in range(99)
    )
    values = metadata(metas)["meta"]["author"]
    assert (len(values), len(values[0])) == (MAX_VALUES, MAX_VALUE)
