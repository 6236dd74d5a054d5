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
    """Label the lines of the head, but for its subject, which is the title, and a date that is known as one; and the signature."""
    found = mail.head(page)
    for index, kind in found.items():
        if kind != "title" and not cued(page, index, "date"):
            yield whole(page, index, INFO, CONFIDENCE, "a line of the mail's head")
    for index in mail.signature(page) if found else ():
        yield whole(page, index, INFO, CONFIDENCE, "stands below a mail's signature mark")


RULE = FunctionRule(INFO, run)
