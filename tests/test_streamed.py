"""Parts that a server streams stand where a script would have put them."""

from __future__ import annotations

from cleaner import clean, visible
from cleaner.parse.html import parse


def page(main: str, behind: str) -> str:
    return f"<html><head><title>A bell for Ostrey</title></head><body><main>{main}</main><footer>The foot</footer>{behind}</body></html>"


def place(name: str) -> str:
    return f'<!--$?--><template id="{name}"></template><!--/$-->'


def part(name: str, html: str) -> str:
    return f'<div hidden id="{name}">{html}</div><script>$RC("B:0","{name}")</script>'


def lines(source: str) -> list[str]:
    return visible(source, media_type="text/html").split("\n")


def test_a_part_stands_in_the_place_that_was_kept_for_it() -> None:
    source = page(f"<p>One.</p>{place('B:0')}<p>Three.</p>", part("S:0", "<p>Two.</p>"))
    assert lines(source) == ["One.", "Two.", "Three.", "The foot"]


def test_its_elements_are_those_of_the_place() -> None:
    source = page(f"<section class='story-text'>{place('B:0')}</section>", part("S:0", "<p>Two.</p>"))
    assert parse(source).blocks[0].source.path == ("body", "main", "section", "p")
    assert parse(source).blocks[0].source.tokens == ("story", "text")


def test_parts_within_parts_and_a_prefix() -> None:
    inner, outer = part("r-S:1", "<p>Two.</p>"), part("r-S:0", f"<div><p>One.</p>{place('r-P:1')}<p>Three.</p></div>")
    assert lines(page(place("r-B:0"), outer + inner)) == ["One.", "Two.", "Three.", "The foot"]
    assert lines(page(place("r-B:0"), inner + outer)) == ["One.", "Two.", "Three.", "The foot"]


def test_numbers_are_hexadecimal_and_order_is_that_of_the_places() -> None:
    source = page(f"{place('B:f')}{place('B:10')}", part("S:10", "<p>Two.</p>") + part("S:f", "<p>One.</p>"))
    assert lines(source) == ["One.", "Two.", "The foot"]


def test_what_has_no_place_stays_hidden() -> None:
    assert lines(page("<p>One.</p>", part("S:0", "<p>Two.</p>"))) == ["One.", "The foot"]
    assert lines(page(f"<p>One.</p>{place('B:0')}", "<div hidden id='S:1'><p>Two.</p></div>")) == ["One.", "The foot"]
    assert lines(page(f"<p>One.</p>{place('B:0')}", "<div hidden id='notes'><p>Two.</p></div>")) == ["One.", "The foot"]


def test_a_part_that_keeps_its_own_place_is_shown_nowhere() -> None:
    assert lines(page("<p>One.</p>", part("S:0", f"<p>Two.</p>{place('B:0')}"))) == ["One.", "The foot"]


def test_many_parts_in_parts_are_no_matter() -> None:
    depth = 3_000
    parts = "".join(part(f"S:{n:x}", f"<p>Line {n}.</p>{place(f'B:{n + 1:x}')}") for n in range(depth))
    assert lines(page(place("B:0"), parts))[:-1] == [f"Line {n}." for n in range(depth)]


def test_a_streamed_story_is_cleaned_like_any_other() -> None:
    first = "The bell of Ostrey rang again on Sunday, for the first time since the tower was struck by lightning four years ago."
    second = "Its crack has been welded by a foundry in Upper Tave, which took eleven months and asked for no more than the metal had cost."
    third = "The warden, Lio Brandt, will ring it at noon from now on. Neighbours who sleep late have been given plugs for their ears."
    source = page(f"<h1>A bell for Ostrey</h1><p>{first}</p>{place('B:2')}<p>{third}</p>", part("S:2", f"<p>{second}</p>"))
    assert clean(source, media_type="text/html").text == f"{first}\n\n{second}\n\n{third}"
