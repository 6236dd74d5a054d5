"""Elements whose names say something of the whole page say nothing of its parts: a slideshow that is the story, pictures with long addresses."""

from __future__ import annotations

from cleaner import Cleaner

LEAD = "Nobody keeps a garden on a ferry for long, and those who have tried it on the boats of Marrow Bay each had reasons of their own to stop. We asked four of them why."
SLIDES = (
    "Salt is what kills most of it, says Ida Kell, who grew beans on the upper deck for two summers. She washed each leaf by hand in the evening and lost half of them all the same.",
    "The second thing is the wind, which does not come from where it should. Odo Wren tied his tomatoes to the rail with wool, and the gulls of Ostrey took the wool for their nests.",
    "Passengers are worse than gulls, he says, since they know what is ripe. He counted nineteen plums on a Monday at the quay of Brask, and four when the boat came back in the evening.",
    "What is left is chives. They stand the salt, they stand the wind, and nobody has yet been seen to eat them on deck without bread, which the harbour office does not allow there.",
)
SHORT_SLIDES = (
    "Ida Kell washes the salt off her beans, leaf by leaf, on the upper deck in the evening.",
    "The wool with which Odo Wren tied his tomatoes to the rail is in the gulls' nests by now.",
    "Of nineteen plums that Odo Wren counted at the quay of Brask four came back in the evening.",
    "Chives stand the salt and the wind, and nobody has been seen to eat them without bread yet.",
)
PARAGRAPHS = (
    "The ferry to Ostrey will carry no more gardens on deck from the first of May, the harbour office of Brask said on Monday after a pot had fallen on a cyclist who was waiting below.",
    "Nine boats had beds and boxes on them by the end of last summer, and the office says that it took the crews an hour each evening to bring them in before the wind rose over the bay.",
    "Those who garden there have until the end of April to find a place on land, said a clerk, and the town has offered them the strip behind the old net shed, where nothing grows yet.",
    "The cyclist was not hurt. He has kept the pot, in which there was a small lemon tree, and says that he will give it back when the harbour office sends somebody to ask him for it.",
)  # fmt: skip


def _page(paragraphs: tuple[str, ...], slides: tuple[str, ...]) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    figures = "".join(f"<figure><img src='{n}.jpg'><figcaption><p>{text}</p></figcaption></figure>" for n, text in enumerate(slides))
    return f"<html><body><nav><a href='/'>Home</a> <a href='/b'>Boats</a></nav><h1>Gardens on Deck</h1>{body}{figures}<footer>© The Brask Post</footer></body></html>"


def test_captions_that_tell_the_story_are_the_story() -> None:
    text = Cleaner().clean(_page((LEAD,), SLIDES), media_type="text/html").text
    assert all(slide in text for slide in SLIDES)


def test_captions_of_one_sentence_each_may_tell_the_story() -> None:
    text = Cleaner().clean(_page((LEAD,), SHORT_SLIDES), media_type="text/html").text
    assert all(slide in text for slide in SHORT_SLIDES)
    text = Cleaner().clean(_page(PARAGRAPHS, SHORT_SLIDES), media_type="text/html").text
    assert not any(slide in text for slide in SHORT_SLIDES)


def test_captions_of_a_gallery_below_a_story_are_none_of_it() -> None:
    text = Cleaner().clean(_page(PARAGRAPHS, SLIDES), media_type="text/html").text
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert not any(slide in text for slide in SLIDES)


def test_images_with_longer_addresses_than_the_story_are_images() -> None:
    address = "https://paper.example/wp-content/uploads/2023/10/a-garden-on-the-upper-deck-of-the-ferry-to-ostrey-with-beans-and-a-lemon-tree"
    images = [f"[![A garden on deck, number {n}]({address}-{n}.jpg?crop=1)]({address}-{n}/)" for n in range(40)]
    story = "\n\n".join(PARAGRAPHS[:2])
    record = Cleaner().clean("\n\n".join([*images, "# Gardens on Deck", story, *images]), media_type="text/markdown")
    assert record.text == story
    assert {removal.rule for removal in record.removed if "![" in removal.text} == {"common.caption.image"}
