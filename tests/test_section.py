"""The section that head, breadcrumbs, links and labels give."""

from __future__ import annotations

import json

import pytest

from cleaner import clean

STORY = "".join(
    f"<p>Two hundred people of Ostrey lost their jobs in {month}, the owners of the mill said, and few found new ones.</p>"
    for month in ("June", "July", "August", "September")
)
TITLE = "Ostrey Closes the Fish Market"


def section(head="", above="", below="", foot=""):
    page = f"<html lang='en'><head>{head}</head><body>{above}<h1>{TITLE}</h1>{below}{STORY}{foot}</body></html>"
    return clean(page, media_type="text/html").section


def step(position, name, address):
    return {"@type": "ListItem", "position": position, "item": {"@id": address, "name": name}}


TRAIL = {"@type": "BreadcrumbList", "itemListElement": [step(1, "Home", "/"), step(2, "Harbour", "/h"), step(3, TITLE, "/h/1")]}


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:section' content='Harbour'>",
        "<meta name='parsely-section' content='Harbour'>",
        "<meta name='sailthru.section' content='Harbour'>",
        "<meta itemprop='articleSection' content='Harbour'>",
        "<meta name='twitter:label2' content='Filed under'><meta name='twitter:data2' content='Harbour'>",
        "<meta name='parsely-page' content='{\"section\": \"Harbour\", \"title\": \"Fish\"}'>",
        f"<script type='application/ld+json'>{json.dumps(TRAIL)}</script>",
    ],
)
def test_the_head_gives_the_section(head):
    assert section(head) == "Harbour"


@pytest.mark.parametrize(
    "above",
    [
        "<nav class='breadcrumb'><ol><li><a href='/'>Home</a></li><li><a href='/h'>Harbour</a></li></ol></nav>",
        f"<nav aria-label='Breadcrumb'><a href='/'>Home</a> / <a href='/h'>Harbour</a> / <a href='/h/1'>{TITLE}</a></nav>",
        "<ol class='breadcrumbs'><li>Home</li><li>Harbour</li><li>Ostrey Closes the…</li></ol>",
        "<div class='kicker'><a href='/h'>Harbour</a></div>",
        "<span itemprop='articleSection'>Harbour</span>",
    ],
)
def test_the_page_shows_the_section(above):
    assert section(above=above) == "Harbour"


def test_links_to_the_category_stand_above_and_below_the_story():
    filed = "<p>Posted in <a rel='category tag' href='/h'>Harbour</a></p>"
    assert section(above=filed) == section(foot=filed) == "Harbour"
    assert section(below="<p>By <a rel='author'>Ida Kell</a> in <a rel='category' href='/h'>Harbour</a></p>") == "Harbour"
    assert section(foot=f"<h2>Related stories</h2>{filed}") is None


def test_menus_writers_days_and_the_site_are_no_sections():
    menu = "".join(f"<li class='category'><a href='/{n}'>{n}</a></li>" for n in ("News", "Sport", "Culture", "Opinion", "Weather"))
    assert section(above=f"<ul>{menu}</ul>") is None
    assert section(above="<nav class='breadcrumb'><a href='/'>Home</a></nav>") is None
    assert section(above="<div class='kicker'><a href='/k'>Ida Kell</a></div>") is None
    assert section(below="<p><a rel='category' href='/d'>3 May 2024</a></p>") is None
    site = "<meta property='og:site_name' content='Pell Gazette'>"
    assert section(site, above="<nav class='breadcrumb'><a href='/x'>Pell Gazette</a></nav>") is None


def test_the_head_outranks_the_page_and_provenance_tells_it():
    crumbs = "<nav class='breadcrumb'><a href='/'>Home</a> / <a href='/h'>Harbour</a></nav>"
    assert section("<meta property='article:section' content='Town'>", crumbs) == "Town"
    record = clean(f"<html><body>{crumbs}<h1>{TITLE}</h1>{STORY}</body></html>", media_type="text/html")
    assert record.metadata["provenance"]["section"] == "breadcrumb"
