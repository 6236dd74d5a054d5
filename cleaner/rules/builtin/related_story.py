"""A further story below the page's own, whole: pages that go on without end."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes
from cleaner.rules.headline import is_signed
from cleaner.signatures import people
from cleaner.signing import signing
from cleaner.tokens import squeezed

STORY = (
    "The allotments behind Wend station will be dug up in March for a second track, the railway said on Friday.",
    "Those who garden there were told in a letter; the oldest hut among them was built in nineteen twenty-one.",
)
OTHER = (
    "The choir of Brask has won the cup of the valley for the third time in a row, and will sing in Ostrey in June.",
    "Nobody had expected it after the winter, in which half of the basses had left for the choir of the railway.",
)
FEWEST_WORDS = 3
"""Words of the shortest headline."""
SIGNED_BELOW = 5
"""Lines below a headline in which it is signed or dated, before the story: a rubric, a share bar and a picture's caption stand between."""
FEWEST, FEWEST_IN_TEXT = 2, 5
"""Paragraphs that stand above such a headline from the page's own on, and below it; in text, which tells no headings, those above. Of seven development
pages in HTML and two in text on which this holds, what stands below is in no gold, but for one whose headline was the page's own once more."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, as these lines read like a story."""
REASON = "belongs to a further story, which has a headline and a signature or day of its own"


def _html(*parts: str) -> str:
    return f"<html><body><main>{''.join(parts)}</main></body></html>"


def _article(headline: str, day: str, story: tuple[str, ...]) -> str:
    return f'<article><h1 class="headline">{headline}</h1><p>By Ida Kell</p><time>{day}</time>{"".join(f"<p>{part}</p>" for part in story)}</article>'


INFO = RuleInfo(
    id="related.story",
    kind="related",
    scope="line",
    summary="A headline like the page's own below its story, signed or dated, and all that stands below it and no other rule knows.",
    why="Pages that load the next story when the reader is at the end of one have it in their source as the first.",
    source="field observation, on four development corpora with gold texts",
    since="1",
    remove=(
        Example(
            _html(_article("Allotments of Wend Make Way", "3 May 2024", STORY), _article("Choir of Brask Wins Again", "2 May 2024", OTHER)),
            ("Choir of Brask Wins Again", *OTHER),
            media_type="text/html",
        ),
    ),
    keep=(
        Example(_html(_article("Allotments of Wend Make Way", "3 May 2024", STORY), "<h2>Choir of Brask Wins Again</h2>", *(f"<p>{part}</p>" for part in OTHER)), media_type="text/html"),
        Example(
            _html(
                _article("Allotments of Wend Make Way", "3 May 2024", STORY),
                "<h2>A Long Wait for Track Two</h2><p>10:31</p>",
                *(f"<p>{part}</p>" for part in OTHER),
            ),
            media_type="text/html",
        ),
    ),
)  # fmt: skip


def run(page: Page) -> Iterator[Label]:
    """Label the first such headline and what stands below it, but for what a pack knows."""
    first = next(_headlines(page), len(page.blocks))
    yield from wholes(page, [index for index in range(first, len(page.blocks)) if not page.cues[index]], INFO, CONFIDENCE, REASON)


def _headlines(page: Page) -> Iterator[int]:
    title = page.title
    if title is None:
        return
    seen = page.media_type == "text/html"
    if not seen and not is_signed(page):
        return
    prose = page.features.prose
    for index in range(title + 1, len(page.blocks)) if seen else _above_signatures(page, title):
        if not (_is_headline(page, title, index) if seen else _is_signed_title(page, index)):
            continue
        if sum(prose[title:index]) >= (FEWEST if seen else FEWEST_IN_TEXT) and sum(prose[index + 1 :]) >= FEWEST:
            yield index


def _above_signatures(page: Page, title: int) -> list[int]:
    """Return the lines of text below the page's headline that stand right above a byline."""
    signed = [i for i in range(title + 1, len(page.blocks)) if page.cues[i] and cued(page, i, "byline")]
    return sorted({above for i in signed for above in range(max(title + 1, i - SIGNED_BELOW), i)})


def _is_headline(page: Page, title: int, index: int) -> bool:
    """Say whether a heading of a page is another story's: in the page's highest tag, or of the class of its headline, and signed or dated."""
    block, own = page.blocks[index], page.blocks[title]
    if block.role != "heading" or own.role != "heading" or page.features.words[index] < FEWEST_WORDS or squeezed(block.text) == squeezed(own.text):
        return False
    alike = block.source.path[-1:] == own.source.path[-1:] and (block.level == 1 or block.source.tokens[:1] == own.source.tokens[:1] != ())
    return alike and any(cued(page, i, "byline", "date") for i in _below(page, index))


def _is_signed_title(page: Page, index: int) -> bool:
    """Say whether a line of text is another story's headline: it looks like one, and has both a day and who wrote, in so many words, below it."""
    if not page.features.titles[index] or page.features.words[index] < FEWEST_WORDS:
        return False
    below = _below(page, index)
    return any(cued(page, i, "date") for i in below) and any(_is_labelled(page.blocks[i].text) for i in below)


def _below(page: Page, index: int) -> list[int]:
    """Return the lines between a headline and its story."""
    found: list[int] = []
    for below in range(index + 1, min(index + 1 + SIGNED_BELOW, len(page.blocks))):
        if page.features.prose[below]:
            break
        found.append(below)
    return found


def _is_labelled(text: str) -> bool:
    signed, _, labelled = signing(text)
    return labelled and bool(people(signed))


RULE = FunctionRule(INFO, run)
