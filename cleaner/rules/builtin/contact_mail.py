"""The head and the signature of a mail."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules import mail
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
)
SENT = ("From: news@marrowbay.example", "To: readers@marrowbay.example", "Reply-To: desk@marrowbay.example")
HEAD = "\n".join((*SENT, "Subject: Harbour office to open earlier"))
SIGNATURE = "Marrow Bay Harbour Office\n1 Quay Street"
CONFIDENCE = 0.95
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand: the form of a mail is fixed."""
CERTAIN = 0.99
"""Confidence of what stands around a story with a headline and a writer of its own: `cleaner.resolve.CERTAIN`, as a sender's note is prose too."""
MOST_OUTSIDE = 0.4
"""Share of the words from the headline that may stand above it, or below the ruled line under a story: a letter tells as much before its first story,
and newsletters part several so."""

INFO = RuleInfo(
    id="contact.mail",
    kind="contact",
    scope="line",
    summary="The head of a mail that a text begins with, and its signature below a line of two dashes.",
    why="Newsletters and forwarded stories are kept with who sent them to whom; that is the letter's cover, not the story.",
    source="RFC 5322 and RFC 3676",
    since="1",
    remove=(
        Example(f"{HEAD}\n\n{STORY}", SENT),
        Example(f"{HEAD}\n\n{STORY}\n\n--\n{SIGNATURE}", (*SENT, *SIGNATURE.split("\n"))),
    ),
    keep=(
        Example(f"From: the mayor\n\n{STORY}"),
        Example(f"{STORY}\n\nTo: do\nSubject: things to write down, said Wren\n\n--\n\nNobody laughed."),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines of the head, but for its subject, which is the title, and a date that is known as one; the signature; and the sender's words."""
    found = mail.head(page)
    for index, kind in found.items():
        if (kind != "title" or page.title not in found) and not cued(page, index, "date"):
            yield whole(page, index, INFO, CONFIDENCE, "a line of the mail's head")
    if not found:
        return
    cuts = (index for index, text in enumerate(page.features.texts) if mail.CUT.fullmatch(text))
    for index in (*mail.signature(page), *cuts):
        yield whole(page, index, INFO, CONFIDENCE, "stands below a mail's signature mark, or marks what it passes on")
    if page.title is not None and page.title not in found:
        for index in _around(page, max(found), page.title):
            yield whole(page, index, INFO, CERTAIN, "what the sender says of the story that the mail passes on")


def _around(page: Page, head: int, title: int) -> Iterator[int]:
    """Yield the lines between a mail's head and the headline of the story that it passes on, and those below the ruled line under it."""
    words = page.features.words
    if sum(words[head + 1 : title]) < MOST_OUTSIDE * sum(words[title:]):
        yield from (index for index in range(head + 1, title) if not cued(page, index, "date", "byline"))
    start, end = page.blocks[title].spans[-1]
    above = mail.RULED.search(page.visible, page.blocks[head].spans[-1].end, start)
    below = mail.RULED.search(page.visible, end)
    if above is None or below is None:
        return
    outside = [index for index in range(title + 1, len(words)) if page.blocks[index].spans[-1].start >= below.end()]
    if sum(words[index] for index in outside) < MOST_OUTSIDE * sum(words[title:]):
        yield from outside


RULE = FunctionRule(INFO, run)
