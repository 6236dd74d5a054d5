"""A thread of readers' comments below the story."""

from collections.abc import Iterator
from dataclasses import replace

from cleaner.answers import ANSWER, is_message
from cleaner.dates import find
from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, stands_alone, whole
from cleaner.rules.sections import is_beside, section_end
from cleaner.section_heads import heads_thread
from cleaner.tokens import count_words

STORY = (
    "The town of Brask will plant two thousand trees along its ring road, the council said on Monday.\n\n"
    "Volunteers are asked to bring a spade and a bucket to the old tram depot on the second Saturday of May.\n\n"
    "The first seedlings were given by a nursery that closed in the autumn after ninety years of trade.\n"
)
CONFIDENCE = 0.96
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: what stands in a thread is a reader's, whatever it reads like."""
MIN_STORY_WORDS = 30
"""Words of a story above which a heading may open a thread: with fewer it is a button in the page's head. Field observation."""
HEADING_WORDS = 6
"""Words of a thread's heading, without a headline that it quotes. Field observation."""
QUOTED = regex(r"[“„«‘\"'].{2,}[”“»’\"']\W*$")
"""The story's headline in a thread's heading, where blogs' themes repeat it: as long as it likes."""
FIELD_WORDS = 4
"""Words of the longest field or button of a form that no pack knows."""
FIELDS = ".comment_form.fields"
"""The end of the ids of rules that know the names of a form's fields."""
OFFERED = 2
"""Lines above a field in which its form is offered."""
POST = regex(r"#(\d{1,4})")
"""The number of a post, with which forums head it."""
POST_LINES, POST_WORDS = 3, 4
"""Lines above or below a post's number, and words of each, in which its writer, rank and day stand."""

INFO = RuleInfo(
    id="comment.thread",
    kind="comment",
    scope="section",
    summary="Everything under the heading of a comment thread, once the story is over.",
    why="Comments read like prose and may be longer than the story; their heading and place tell them.",
    source="field observation",
    since="1",
    remove=(
        Example(
            f"{STORY}\nComments (2)\n\n• ann\n\nAbout time somebody planted trees there, it gets so hot.\n\n• bo\n\nI will come.",
            ("About time somebody planted trees there, it gets so hot.", "I will come."),
        ),
    ),
    keep=(
        Example(f"{STORY}\nComments made by the mayor on Tuesday did not please the nursery's former owner."),
        Example(
            f"{STORY}\nComments\n\nMost read\n\nBy Ola Wrenfield\n\nThe first holes were dug on Thursday, in the rain."
        ),
    ),
)

FOOT = replace(INFO, kind="legal")
"""What stands below the comments, from the page's rights or terms on: no comment, nor story."""


FORM = replace(INFO, kind="comment_form")
"""What stands under the heading of the form with which a thread ends: its fields."""

BESIDE = replace(INFO, kind="navigation")
"""What stands in a column or box beside the comments, among or behind them in the markup."""


def run(page: Page) -> Iterator[Label]:
    """Label what follows the headings of threads below the story; under each comment may stand a button that reads like one."""
    start, end = page.features.story
    if sum(page.features.words[start:end]) < MIN_STORY_WORDS:
        return
    labelled = end
    threads = {stretch.start: stretch.stop for stretch in page.features.threads}
    for index in range(end, len(page.blocks)):
        if index + 1 < labelled or not (index in threads or _opens_thread(page, index) or _is_reply(page, index)):
            continue
        below, foot = (max(section_end(page, index, "comment", foot=way), threads.get(index, 0)) for way in (True, False))
        form = _form(page, index + 1, foot)
        for item in range(max(_first_line(page, index), labelled), below):
            if not stands_alone(page, item, "comment") or ANSWER.match(page.blocks[item].text):
                info, what = (INFO, "stands") if item < foot else (FOOT, "stands in the page's foot")
                if item < foot and is_beside(page, index, item):
                    info, what = BESIDE, "stands beside the thread"
                elif form <= item < foot:
                    info, what = FORM, "stands in the thread's form"
                yield whole(page, item, info, CONFIDENCE, f"{what} under “{page.blocks[index].text[:40]}”")
        labelled = max(labelled, below)


def _form(page: Page, start: int, end: int) -> int:
    """Return the first line of the form with which a thread ends, below its heading, or `end`: fields and buttons, and nothing that a reader says."""
    first = end
    for index in range(end - 1, start - 1, -1):
        if page.features.words[index] > FIELD_WORDS and not cued(page, index, "comment_form"):
            break
        if any(hit.kind == "comment_form" and hit.match == "section" for hit in page.cues[index]):
            first = index + 1
    return first


def _opens_thread(page: Page, index: int) -> bool:
    """Say whether a line is a thread's heading: a short one that a pack knows as such; “E-mail” is a form's field, and a button to share or subscribe."""
    if cued(page, index, "share", "subscribe") or _asks_for_letters(page, index):
        return False
    text = page.blocks[index].text
    short = page.features.words[index] <= HEADING_WORDS or count_words(QUOTED.sub("", _without_headline(page, text))) <= HEADING_WORDS
    ends = page.features.ends[index]
    return short and any(hit.end - hit.start >= len(text) and heads_thread(hit, ends=ends) for hit in page.cues[index])


def _asks_for_letters(page: Page, index: int) -> bool:
    """Say whether a line is the field of a form, right below the offer of a letter: such forms stand in mid-story."""
    field = any(hit.rule.endswith(FIELDS) for hit in page.cues[index])
    return field and any(cued(page, i, "subscribe") for i in range(max(0, index - OFFERED), index))


def _without_headline(page: Page, text: str) -> str:
    """Return a line without the story's headline, with which some themes end the heading of its thread: “9 comments to A fox on the quay”."""
    headline = page.features.texts[page.title].casefold() if page.title is not None else ""
    return text[: -len(headline)] if headline and text.casefold().endswith(headline) else text


def _is_reply(page: Page, index: int) -> bool:
    """Say whether a line is the number of a forum's post that answers the first: dated, with its neighbour's on the page."""
    texts = page.features.texts
    match = POST.fullmatch(texts[index])
    if match is None or int(match[1]) < 2:  # noqa: PLR2004 - the first post is the story
        return False
    beside = range(max(0, index - POST_LINES), min(len(texts), index + POST_LINES + 1))
    dated = any(next(find(texts[i]), None) for i in beside)
    return dated and not {f"#{int(match[1]) + step}" for step in (-1, 1)}.isdisjoint(texts)


def _first_line(page: Page, index: int) -> int:
    """Return the first line of a thread below its heading; a post begins above its number, with who wrote it and when, and a chat's message in its line."""
    features = page.features
    if is_message(features.texts[index]):
        return index
    if POST.fullmatch(features.texts[index]) is None:
        return index + 1
    first = index
    while first > max(features.story[1], index - POST_LINES) and features.words[first - 1] <= POST_WORDS:
        first -= 1
    return first


RULE = FunctionRule(INFO, run)
