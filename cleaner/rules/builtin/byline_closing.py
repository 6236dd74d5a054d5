"""Who signs below the last sentence of a story: a name with its role, as in bulletins, newsletters and letters, or a name alone in bold."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.names import is_person
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole
from cleaner.signatures import people

STORY = (
    "The rowers of Ostrey will keep their boathouse, their club decided on Sunday after a night of counting.\n\n"
    "Its roof is to be mended before the regatta, and the treasurer will ask each crew for a day of work.\n"
)
MAX_ROLE_WORDS = 5
"""Words of the longest role behind the name."""
LINES = 1
"""Such lines on a page: several are a list of people."""
OPENING, CLOSING = ("“", '"', "„", "«"), ("”", '"', "“", "»")
"""Marks of what somebody else said, whose name and role stand below it."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone."""
SIGNED = regex(r"(?P<name>[^\W\d_][\w.’'-]*(?:\s[\w.’'-]+){1,3}),\s(?P<role>[^\W\d_][^,.!?:;\d]{2,50})")
"""A name, a comma and a role, with no stop."""

DASH = regex(r"^(?:--|[–—])\s?")
"""The mark before a signature."""
BOLD = frozenset({"b", "strong", "em", "i"})
"""Elements that set a name apart from the sentences above."""
STORY_HTML = "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line)

INFO = RuleInfo(
    id="byline.closing",
    kind="byline",
    scope="line",
    summary="Right below the story's last sentence, a person whom the page names nowhere else: in text with a role behind a comma, in HTML alone in bold where nobody else signs.",
    why="Bulletins, newsletters and letters are signed so, and papers in many countries; who is spoken of, or seen in a picture, the story names.",
    source="field observation",
    since="1",
    remove=(
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\nIda Kell, secretary\n", ("Ida Kell, secretary",)),
        Example(f"<article><h1>Boathouse of Ostrey Stays</h1>{STORY_HTML}<p align='right'><b>Ida Kell</b></p></article>", ("Ida Kell",), "text/html"),
    ),
    keep=(
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\n“It leaks in four places, and we know the buckets by their names.”\n\nIda Kell, secretary\n"),
        Example(f"Boathouse of Ostrey Stays\n\n{STORY.replace('the treasurer', 'Ida Kell')}\nIda Kell, treasurer\n"),
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\nIda Kell, secretary\n\nTom Verk, treasurer\n"),
        Example(f"Boathouse of Ostrey Stays\n\n{STORY}\nIda Kell, secretary\n\n{STORY.replace('boathouse', 'jetty')}"),
        Example(f"<article><h1>Boathouse of Ostrey Stays</h1><p>By Tom Verk</p>{STORY_HTML}<p><b>Kell Boats</b></p></article>", ("Kell Boats",), "text/html"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the line that closes the story so, if there is one."""
    features = page.features
    if page.media_type == "text/html":
        index = min(features.story[1], len(page.blocks) - 1)
        if index > features.story[0] + 1 and _closes_in_bold(page, index):
            yield whole(page, index, INFO, CONFIDENCE, "a name in bold below the story's last sentence")
        return
    found = [i for i in range(max(1, (page.title or 0) + 2), len(page.blocks)) if features.words[i] <= 2 * MAX_ROLE_WORDS and _signs(page, i)]
    if len(found) == LINES:
        yield whole(page, found[0], INFO, CONFIDENCE, "a name with a role below the story's last sentence")


def _closes_in_bold(page: Page, index: int) -> bool:
    """Say whether a block is a name alone in an element that sets it apart, or behind a dash, on a page that names no writer elsewhere."""
    block = page.blocks[index]
    name = DASH.sub("", block.text)
    apart = name != block.text or not BOLD.isdisjoint(block.source.path[-2:])
    if not apart or block.role != "paragraph" or page.cues[index] or not is_person(name) or not _ends_above(page, index) or page.visible.count(name) > 1:
        return False
    if any(is_person(DASH.sub("", text)) for text in page.features.texts[page.features.story[0] : index]):
        return False  # letters to the editor are signed one by one
    signed = any(hit.kind == "byline" for hits in page.cues[:index] for hit in hits)
    return not signed and not any(people(one.value, sure=True) for one in page.metadata.get("said", {}).get("authors", ()))


def _ends_above(page: Page, index: int) -> bool:
    """Say whether the story's last sentence stands above a line, and it is nobody's words."""
    features = page.features
    above = features.texts[index - 1]
    quoted = above.endswith(CLOSING) or above.startswith(OPENING) or page.blocks[index - 1].role == "quote"
    return not quoted and features.prose[index - 1] and features.ends[index - 1] and not any(features.prose[index + 1 : index + 2])


def _signs(page: Page, index: int) -> bool:
    features = page.features
    match = SIGNED.fullmatch(page.blocks[index].text) if _ends_above(page, index) else None
    if match is None or page.cues[index] or any(SIGNED.fullmatch(text) for text in features.texts[index + 1 : index + 2]):
        return False
    role = match["role"]
    if len(role.split()) > MAX_ROLE_WORDS or not is_person(match["name"]) or (role == role.title() and is_person(role)):
        return False
    return page.visible.count(match["name"].rsplit(maxsplit=1)[-1]) == 1


RULE = FunctionRule(INFO, run)
