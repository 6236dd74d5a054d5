"""The house that a page names, and lines that name another or none."""

from __future__ import annotations

import pytest

from cleaner import clean

STORY = (
    "The council of Brask voted on Monday to rebuild the ferry quay that a storm broke in March, the mayor said.",
    "Work on the quay begins in June and will cost nine million crowns, half of it paid by the region.",
    "Ferry captains had asked for the new quay for years, and fishermen will move to the old harbour meanwhile.",
)
HAN = (
    "布拉斯克市议会周一决定重建三月被暴风雨毁坏的渡轮码头，市长在会后这样表示，工程将于六月开始。",
    "码头的重建费用为九百万克朗，其中一半由地区政府承担，渔民在此期间将迁往旧港口继续捕鱼。",
    "多年来船长们一直要求修建新码头，因为旧码头对新船来说太短，每逢大风天气渡轮都不得不停航。",
)


def _page(*parts: str, head: str = "", lang: str = "en") -> str | None:
    body = "".join(f"<p>{part}</p>" for part in parts)
    return clean(f"<html lang={lang}><head>{head}</head><body>{body}</body></html>", media_type="text/html").publisher


def test_a_sign_and_a_name_alone_within_the_story_are_a_pictures() -> None:
    first, *rest = STORY
    assert _page("<h1>Brask to rebuild its quay</h1>", first, "© Verk Global", *rest) is None
    assert _page("<h1>Brask to rebuild its quay</h1>", first, "© Verk Global", *rest, "© 2024 Brask Courier. All rights reserved.") == "Brask Courier"
    assert _page("<h1>Brask to rebuild its quay</h1>", *STORY, "© Brask Courier") == "Brask Courier"


@pytest.mark.parametrize(("row", "expected"), [
    ("来源: 青石日报 举报", "青石日报"), ("来源：青石网 记者 林夏", "青石网"), ("来源：网络", None), ("来源：本站原创", None), ("来源：Brask 中文网", "Brask 中文网"),
])  # fmt: skip
def test_a_source_in_chinese(row: str, expected: str | None) -> None:
    assert _page("<h1>渡轮码头将重建</h1>", row, *HAN, lang="zh") == expected


@pytest.mark.parametrize(("row", "expected"), [("Via Harbour Blog", None), ("Via Reuters", "Reuters"), ("Source: Harbour Times", "Harbour Times"), ("Via: Harbour Times", "Harbour Times")])
def test_thanks_for_a_hint_name_no_house(row: str, expected: str | None) -> None:
    assert _page("<h1>Brask to rebuild its quay</h1>", *STORY, row) == expected


@pytest.mark.parametrize(("name", "expected"), [("Blogger", None), ("Harbour Times", "Harbour Times")])
def test_what_a_site_runs_on_is_no_house(name: str, expected: str | None) -> None:
    head = f'<script type="application/ld+json">{{"@type": "BlogPosting", "headline": "Quay", "publisher": {{"@type": "Organization", "name": "{name}"}}}}</script>'
    assert _page("<h1>Brask to rebuild its quay</h1>", *STORY, head=head) == expected


@pytest.mark.parametrize(("house", "publisher"), [("Ostrey University", "Ostrey University"), ("Tamm Meters Group", "Tamm Meters Group"), ("Ida Kell", None)])
def test_a_house_that_speaks_of_itself_below_its_release_is_its_publisher_and_no_writer(house, publisher):
    told = f"{house} is known along the coast for its work with tides, and has ninety people in two towns."
    story = "\n\n".join(f"{house} will measure the tides of Brask twice a day from {month}, it said on Monday at noon." for month in ("May", "June", "July"))
    record = clean(f"Tides of Brask Are Measured\n\n{story}\n\nAbout {house}\n\n{told}\n\nShare this article", media_type="text/plain")
    assert told not in record.text
    assert record.publisher == publisher
    assert publisher is None or record.authors == ()


def test_the_source_of_a_box_in_mid_story_is_no_publisher() -> None:
    """What names a source with the story going on below it speaks of the box; below the story it speaks of that."""
    first = "The council of Brask sold the old ferry on Monday to a museum in Ostrey, which wants to show it in its yard."
    last = "Nobody had made another offer, the mayor said after the meeting, and the boat had been leaking since the winter."
    boxed = clean(f"Home\n\nSport\n\nOld ferry of Brask is sold\n\n{first}\n\nFerries of the coast\n\nSource: Ostrey Press Agency\n\n{last}\n\nShare", media_type="text/plain")
    told = clean(f"Home\n\nSport\n\nOld ferry of Brask is sold\n\n{first}\n\n{last}\n\nSource: Ostrey Press Agency\n\nShare", media_type="text/plain")
    assert (boxed.publisher, told.publisher) == (None, "Ostrey Press Agency")
