"""The story's own markup, offered to other papers and printed as text below the story."""

import html
import re
from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole

LEAD = "The bakery on Quarry Street has sold its last loaf, ending a family trade of four generations in the old town."
NEXT = "“We baked through floods and through two wars,” said Nell Harrow, who took over the ovens from her mother."
LAST = "The ovens go to a museum in Tamm, which has promised to light them once a year, on the day of the patron saint."
COPY = tuple(f"<p>{text}</p>" for text in (LEAD, NEXT, LAST))
TAGGED = regex(r"<(?:p|h[1-6]|div|figure|blockquote|ul|ol|li|img|a|iframe|script|strong|em)\b[^>]*>", re.IGNORECASE)
"""What a line of such markup begins with."""
TAG = regex(r"<[^<>]*>")
WORD = regex(r"\w+")
HEAD_WORDS = 8
"""Words at a paragraph's head by which it is known again; fewer open different paragraphs alike."""
FEWEST_COPIES = 2
"""Paragraphs that must be known again for tagged lines to be a copy: a lesson shows a tagged line of its own text, hardly two."""
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: certain, for what such a line says stays where it stood first."""

INFO = RuleInfo(
    id="duplicate.markup",
    kind="duplicate",
    scope="page",
    summary="Lines with their tags in the text that say the story's paragraphs again, and the tagged lines between them.",
    why="Papers that let others reprint a story print its markup in a box to copy from; flattened, it follows the story.",
    source="field observation: the box of Republication Tracker Tool, a plug-in of WordPress",
    since="1",
    remove=(Example("\n\n".join(("The Last Loaf", LEAD, NEXT, LAST, "<h1>The Last Loaf</h1>", *COPY)), ("<h1>The Last Loaf</h1>", *COPY)),),
    keep=(
        Example("\n\n".join(("The Last Loaf", LEAD, NEXT, LAST, f"<p>{LEAD}</p>"))),
        Example("\n\n".join(("How to Set a Page", LEAD, NEXT, LAST, "<p>Flour, salt and water</p>", "<p>Salt, water and flour</p>"))),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the tagged lines of a text in which paragraphs of what stands above them are known again."""
    texts = page.features.texts
    if page.media_type != "text/plain":
        return
    tagged = [index for index, text in enumerate(texts) if text[0] == "<" and TAGGED.match(text)]
    if len(tagged) < FEWEST_COPIES:
        return
    heads = {head for text in texts[: tagged[0]] if (head := _head(text))}
    copies = [index for index in tagged if _head(html.unescape(TAG.sub(" ", texts[index]))) in heads]
    if len(copies) < FEWEST_COPIES:
        return
    for index in tagged:
        yield whole(page, index, INFO, CONFIDENCE, "is markup of a copy of the story")


def _head(text: str) -> str:
    """Return the first words of a paragraph, or nothing of a shorter line."""
    words = [match[0].casefold() for match, _ in zip(WORD.finditer(text), range(HEAD_WORDS), strict=False)]
    return " ".join(words) if len(words) == HEAD_WORDS else ""


RULE = FunctionRule(INFO, run)
