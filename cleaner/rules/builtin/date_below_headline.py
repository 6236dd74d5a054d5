"""The line with day and writer below the headline."""

from collections.abc import Iterator
from itertools import islice

from cleaner.date_labels import MODIFIED, PUBLISHED
from cleaner.dates import find
from cleaner.entries import is_stamp
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole
from cleaner.signatures import people
from cleaner.signing import signing, without_site
from cleaner.stamping import before

STORY = (
    "The allotments behind Wend station will be dug up in March for a second track, the railway said on Friday.\n\n"
    "Those who garden there were told in a letter; the oldest hut among them was built in nineteen twenty-one.\n"
)
BELOW = 4
"""Lines below the headline in which it stands."""
OTHER_WORDS = 5
"""Words beside the day: a name, a rubric, a count of comments. What announces a day has a place and a reason for coming besides."""
DATE_WORDS = 7
"""Words of a further day with its label and time: “Publié le 3 mai 2024 à 9h12”."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: of 17 such lines that stayed in the bodies of
development pages' texts none was story."""

INFO = RuleInfo(
    id="date.below_headline",
    kind="date",
    scope="page",
    summary="A short line with a full date right below the headline, whatever else it says.",
    why="Themes of blogs print day, writer, rubric and counts in one line, in forms without number.",
    source="field observation",
    since="1",
    remove=(
        Example(
            f"Allotments of Wend Make Way for Track\n\n26 Mai, 2023 | RoTor | Kommentare 34 |\n\n{STORY}",
            ("26 Mai, 2023 | RoTor | Kommentare 34 |",),
        ),
        Example(
            f"Allotments of Wend Make Way for Track\n\nPublicado el 3 de mayo de 2024 por Ola Tarn en Local\n\n{STORY}",
            ("Publicado el 3 de mayo de 2024 por Ola Tarn en Local",),
        ),
        Example(f"Allotments of Wend Make Way for Track\n\nPosted 3 May 2024 with Ola Tarn\n\n{STORY}", ("Posted 3 May 2024 with Ola Tarn",)),
        Example(
            f"Allotments of Wend Make Way for Track\nwendpost.example · Ola Tarn · 5 min read · May 3, 2024\n\n{STORY}",
            ("wendpost.example · Ola Tarn · 5 min read · May 3, 2024",),
        ),
    ),
    keep=(
        Example(f"Allotments of Wend Make Way for Track\n\nOn 3 May 2024 the last of the huts came down.\n\n{STORY}"),
        Example(f"Allotments of Wend Make Way for Track\n\nWend an der Mole, 3. Mai 2024\n\n{STORY}"),
        Example(f"{STORY}\nSigned on 3 May 2024 in Wend\n\n{STORY.replace('Friday', 'Sunday').replace('March', 'June')}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label short dated lines between the headline and the first line that reads like prose."""
    if page.title is None:
        return
    features = page.features
    for index in range(page.title + 1, min(page.title + 1 + BELOW, len(features.texts))):
        text = features.texts[index]
        if features.prose[index]:
            return
        if _is_stamp(text, features.words[index]) and len(_beside(text).split()) <= OTHER_WORDS and not _is_dateline(text):
            yield whole(page, index, INFO, CONFIDENCE, "a dated line right below the headline")


def _is_stamp(text: str, words: int) -> bool:
    """Say whether a line is short and has a full date.

    One that begins with what was done on the day may have further days and end in a stop: “Actualizado: 5/5/2024. Publicado: 3/5/2024.”
    """
    if MODIFIED.match(text) or PUBLISHED.match(text):
        text, words = text.rstrip("."), words - DATE_WORDS * sum(1 for _ in islice(find(text), 1, None))
    return is_stamp(text, words)


def _is_dateline(text: str) -> bool:
    """Say whether a line is a place with the day behind a comma, as press releases begin: “Wend an der Mole, 3 May 2024”."""
    first = next(find(text))
    return first.end == len(text) and text[: first.start].rstrip().endswith(",")


def _beside(text: str) -> str:
    """Return what a line says beside its dates with their labels and who signs it, marks left out."""
    text = without_site(text)
    for name in people(signing(text).text):
        text = text.replace(name, " ")
    for stamp in reversed([*find(text)]):
        text = text[: before(text, stamp.start)] + " " + text[stamp.end :]
    return "".join([char if char.isalnum() else " " for char in text])


RULE = FunctionRule(INFO, run)
