"""What newspaper archives write about a story above and below it."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.parse import export
from cleaner.rules.base import Example, FunctionRule, RuleInfo

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
)
HEAD = "The Brask Courier\nMay 4, 2026 Monday\n\nHarbour office to open earlier\n\nBYLINE: Nell Harrow\n\nLENGTH: 39 words"
FOOT = "LOAD-DATE: May 5, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper"
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, as an archive writes its records in one form and names what it abstracts from the story."""

INFO = RuleInfo(
    id="tools.export",
    kind="tools",
    scope="line",
    summary="The lines of a newspaper archive's record around its story, each as what it tells.",
    why="Researchers hold stories as LexisNexis, Factiva or ProQuest saved them; the record is about the story, not of it.",
    source="field observation: text exports of newspaper archives",
    since="1",
    remove=(
        Example(f"{HEAD}\n\n{STORY}\n\n{FOOT}", ("LENGTH: 39 words", "BYLINE: Nell Harrow", "LANGUAGE: ENGLISH")),
        Example(
            f"News\nHarbour office to open earlier\nNell Harrow\n39 words\n4 May 2026\nThe Brask Courier\nBRASKC\nA3\nEnglish\n"
            f"Copyright 2026. The Brask Courier.\n\n{STORY}\n\nDocument BRASKC0020260504em5400001",
            ("BRASKC", "A3", "English"),
        ),
    ),
    keep=(Example(f"{STORY}\n\nLength: forty metres\nLanguage: none spoken aboard\nTitle: yet to be found\n\nThe mayor laughed."),),
)


def run(page: Page) -> Iterator[Label]:
    """Label the record's lines; the headline is the title's."""
    found = export.read(page.features.texts) if export.SOURCE in page.metadata else None
    if found is None:
        return
    texts = page.features.texts
    for index, kind in found.kinds.items():
        yield Label(index, 0, len(texts[index]), kind, False, CONFIDENCE, INFO.id, "a line of an archive's record")
    for index, end in found.cut.items():
        yield Label(index, 0, end, "section_label", False, CONFIDENCE, INFO.id, "an archive's name for the story")


RULE = FunctionRule(INFO, run)
