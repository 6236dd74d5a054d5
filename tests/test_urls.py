"""What is no address has no parts, and costs no record."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.compat import FORMATS, as_other
from cleaner.urls import host, slug, split

STORY = "".join(
    f"<p>The ferry of Marrow Bay will sail to Tamm on every day but {day}, its director told the council on Tuesday.</p>"
    for day in ("Monday", "Friday", "Sunday")
)
BROKEN = ["http://[", "http://[bad", "http://[::1", "https://brask]/office"]


@pytest.mark.parametrize(("url", "expected"), [
    ("https://News.Brask.example:8080/office?x=1#top", "news.brask.example"),
    ("//brask.example/office", "brask.example"),
    ("brask.example/office", ""),
    ("The Brask Courier: all news", ""),
    ("", ""),
    *((url, "") for url in BROKEN),
])  # fmt: skip
def test_the_host_of_an_address(url: str, expected: str) -> None:
    assert host(url) == expected


@pytest.mark.parametrize("url", BROKEN)
def test_what_cannot_be_parsed_has_no_parts(url: str) -> None:
    assert not any(split(url))
    assert split("https://brask.example/office").path == "/office"


@pytest.mark.parametrize("url", BROKEN)
def test_a_page_with_broken_addresses_is_cleaned_like_any_other(url: str) -> None:
    head = f"<head><link rel=canonical href='{url}'><meta property=og:url content='{url}'><title>Ferry to Tamm</title></head>"
    record = clean(f"<html>{head}<body><h1>Ferry to Tamm</h1>{STORY}</body></html>", url=url)
    assert record.error is None
    assert len(record.paragraphs) == 3
    for name in FORMATS:
        as_other(record, name)


@pytest.mark.parametrize(("url", "expected"), [
    ("https://news.example/2024/05/the-harbour-opens-again-4711.html", "harbour opens again"),
    ("https://news.example/caf%C3%A9-am-Hafen-%C3%B6ffnet/", "cafe hafen offnet"),
    ("https://news.example/world/north-coast/", ""),
    ("https://news.example/index.php?story=the-harbour-opens-again", ""),
    ("https://news.example/a-to-z-of-art", ""),
    ("", ""),
])  # fmt: skip
def test_the_part_of_an_address_that_a_headline_made(url: str, expected: str) -> None:
    assert slug(url) == frozenset(expected.split())
