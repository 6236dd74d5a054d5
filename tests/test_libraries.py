"""Pages of old papers as libraries show them: menus and a citation of the page above, the printed text below."""

import textwrap

import pytest

from cleaner import clean
from cleaner.config import Config
from cleaner.pipeline import parse, prepare
from cleaner.rules.folios import cited
from tests.test_columns import COLUMN, MORE, page

MENU = "Home   Search   Newspapers   Help"
HEAD = "THE HARBOUR OFFICE OPENS EARLIER."
STORY = tuple(textwrap.fill(text.replace("-\n", "").replace("\n", " "), 44) for text in (COLUMN, MORE))


@pytest.mark.parametrize(
    ("citation", "publisher", "date"),
    [
        ("The Marrow Bay Courier, Volume XIV, Issue 1822, 5 March 1902, Page 2", "The Marrow Bay Courier", "1902-03-05"),
        ("The Marrow Bay courier. [volume] (Marrow Bay, Tamm) 1883-1902, March 5, 1902, Image 1", "The Marrow Bay courier", "1902-03-05"),
        ("Marrow-Bote, 1902-03-05, Seite 5", "Marrow-Bote", "1902-03-05"),
        ("El Faro de Marrow. 5/3/1902, n.º 1.207, página 2.", "El Faro de Marrow", "1902-03-05"),
        ("The Marrow Bay Courier (Tamm : 1874 - 1918)\nWed 5 Mar 1902\nPage 3", "The Marrow Bay Courier", "1902-03-05"),
    ],
)
def test_a_citation_gives_paper_and_day(citation: str, publisher: str, date: str) -> None:
    record = clean(page("Tamm Papers", MENU, citation, HEAD, *STORY))
    assert (record.publisher, record.date, record.title) == (publisher, date, HEAD)
    assert not any(line in record.text for line in citation.split("\n"))


@pytest.mark.parametrize("line", [MENU, "Start | Papers | Journals | Search | Contact", "Persistent link: https://papers.example/lccn/sn1/ed-1/", "M A R R O W  T I D E S"])
def test_what_a_library_sets_above_is_no_headline(line: str) -> None:
    record = clean(page("Tamm Papers", "The Marrow Bay Courier, Volume XIV, Issue 1822, 5 March 1902, Page 2", line, HEAD, *STORY))
    assert record.title == HEAD


def test_names_with_values_are_no_headline() -> None:
    notes = "Source: Tamm Library\nFormat: text about the harbour office\nRights: free for all who open it early"
    record = clean(page("Tamm Papers\nMenu\nSearch\nLog in", notes, "Harbour Office Opens Earlier", "By Ida Kell", *STORY))
    assert record.title == "Harbour Office Opens Earlier"


@pytest.mark.parametrize("line", ["Page 3", "The council met on 5 March 1902 in the hall.", "Volume 3", "Harbour Report 2026"])
def test_a_day_or_a_page_alone_is_no_citation(line: str) -> None:
    source = page(line, "Harbour Office Opens Earlier", "By Ida Kell", *STORY)
    assert not cited(prepare(parse(source, "text/plain"), Config()).page)


def test_a_rubric_below_the_head_of_a_page_is_no_headline() -> None:
    record = clean(page("A4        THURSDAY, OCTOBER 12, 2017        MARROW BAY COURIER", "LOCAL & STATE", "Skippers Get Their Harbour Office Earlier", "By IDA KELL", *STORY))
    assert record.title == "Skippers Get Their Harbour Office Earlier"


def test_a_headline_with_a_colon_may_stand_several_times() -> None:
    title = "Harbour office: opens earlier from May"
    record = clean(page("Home\nSport\nWeather\nJobs\nHarbour", f"{title}\n{title}\n{title}", "By Ida Kell", *(text.replace("\n", " ") for text in STORY)))
    assert record.title == title
