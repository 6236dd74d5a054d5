"""Series of days, hours, numbers and questions that head the parts of a story, and what looks like them on the same pages."""

from __future__ import annotations

import pytest

from cleaner import clean

HEAD = ["Home", "Town", "Sport", "Search", "A Week on the Quay of Brask", "By Ida Kell", "2 May 2024"]
LEAD = "The quay of Brask was watched from its clock tower for a week, and this is what was seen there."
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday"]
HOURS = ["8:15", "9:40", "12:05", "16:30"]
YEARS = ["3 June 2019", "11 October 2020", "9 March 2022", "1 May 2024"]
SEEN = ["A gull took a glove.", "Two boats, no fish.", "The crane stood still, as it does.", "Rain all day, and a dog."]
FOOT = ["Share this article", "Related articles", "Pool Closes for Winter", "Choir Wins in Lisk", "Bakery Opens in Old Chapel", "Privacy policy", "© 2024 The Brask Post"]
TEASED = ["Pool Closes for Winter", "Choir Wins in Lisk", "Ferry Comes Back After Ten Years", "Market Square Gets Trees"]


def page(*middle: str, foot: list[str] = FOOT) -> str:
    return "\n".join([*HEAD, LEAD, *middle, *foot])


def parted(heads: list[str], texts: list[str]) -> list[str]:
    return [line for pair in zip(heads, texts, strict=True) for line in pair]


@pytest.mark.parametrize("heads", [DAYS, HOURS, YEARS], ids=["days", "hours", "years"])
def test_heads_and_parts_of_a_chronicle_stay(heads: list[str]) -> None:
    record = clean(page(*parted(heads, SEEN)))
    assert [x.text for x in record.paragraphs] == [LEAD, *parted(heads, SEEN)]
    assert record.date == "2024-05-02"


def test_parts_under_numbers_that_count_down_stay() -> None:
    heads = ["4. The net shed", "3. The crane", "2. The clock tower", "1. The steps"]
    record = clean(page(*parted(heads, SEEN)))
    assert [x.text for x in record.paragraphs] == [LEAD, *parted(heads, SEEN)]


def test_titles_of_other_stories_under_days_are_none_of_it() -> None:
    days = ["1 May 2024", "29 April 2024", "28 April 2024", "27 April 2024"]
    teasers = [line for day, title, text in zip(days, TEASED, SEEN, strict=True) for line in (day, title, text)]
    record = clean(page("Nobody was seen to fall in, and the tower's clock was right on two of the seven days.", "More stories", *teasers))
    assert not any(line in record.text for line in [*days, *TEASED])


def test_ranked_titles_are_no_parts() -> None:
    ranked = [f"{number}. {title}" for number, title in enumerate(TEASED, 1)]
    record = clean(page("Nobody was seen to fall in, and the tower's clock was right on two of the seven days.", "Most read", *ranked))
    assert not any(line in record.text for line in TEASED)


def test_the_days_of_readers_comments_are_none_of_the_story() -> None:
    thread = [line for name, day, text in zip(["Olga", "T. Quill", "Bo"], DAYS, SEEN, strict=False) for line in (name, day, text, "Reply")]
    record = clean(page("Nobody was seen to fall in, and the tower's clock was right on two of the seven days.", "Share", "3 Comments", *thread))
    assert not any(line in record.text for line in [*DAYS, *SEEN[:3]])


def test_a_list_that_outweighs_the_rest_of_a_page_is_its_story() -> None:
    news = [
        "New features", "Charts of the quay on small screens (#1204)", "Export of all tides from any table (#1188)", "Dark mode follows the system",
        "Bug fixes", "Fixed a crash when a port has no name (#1230)", "Fixed wrong totals of the tides in February (#1217)",
    ]  # fmt: skip
    head = ["Products", "Pricing", "Company", "Log in", "Tides 4.2 Release Notes", "28 March 2024"]
    record = clean("\n".join([*head, "Version 4.2 brings charts to the phone, and mends a good deal that was broken in 4.1.", *news, *FOOT]))
    assert all(line in record.text for line in news)
    assert "Choir Wins in Lisk" not in record.text
