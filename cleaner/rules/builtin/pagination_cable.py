"""What stands around the takes of an agency's cable: codes, slugs, initials, the moment, the sign that it goes on."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules import cables
from cleaner.rules.base import Example, FunctionRule, RuleInfo

FIRST = "The ferry of Ostrey has been sold for one crown to the museum of the next town, its council said on Friday evening."
SECOND = "It will be towed across the bay in May and stand in the yard of the museum for as long as it holds, the mayor said."
TITLE = "Last ferry of Ostrey is sold"
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, as two sorts of signs witness each other and each has one form."""

INFO = RuleInfo(
    id="pagination.cable",
    kind="pagination",
    scope="page",
    summary="Codes, slugs, initials, moments and repeated headlines around the takes of an agency's cable.",
    why="Agencies send a long story in several takes; what stands between two of them is for desks and machines.",
    source="cables of agencies as archives keep them; ITU-T F.1 for `ZCZC` and `NNNN`",
    since="1",
    remove=(
        Example(
            f"BRK0418 4 ECO 0487 TMM-OST (I)\nFERRY-SALE\n\n{TITLE}\n\n{FIRST}\nBRASKCABLE\nikl/tvk/jn\n(photo)(audio)\n\n"
            f"BRK0421 4 ECO 0130 TMM-OST (y II)\nFERRY-SALE (UPDATE)\n\n{SECOND}\nikl/tvk/jn\n\n19/04/17-34/07",
            ("ikl/tvk/jn", "(photo)(audio)", "BRK0421 4 ECO 0130 TMM-OST (y II)", "FERRY-SALE (UPDATE)", "19/04/17-34/07"),
        ),
        Example(
            f"ZCZC0338/BRK\nR CRO S42 QBRK\n\n== {TITLE} ==\n\n{FIRST}\n(SEGUE).\n\n     YGK-TV/IK\n19-APR-03 13:07 NNNN\n\nZCZC0341/BRK\nR CRO S42 QBRK\n\n"
            f"== {TITLE} (2) ==\n\n{SECOND}\n\n     YGK-TV/IK\n19-APR-03 13:19 NNNN",
            ("(SEGUE).", "YGK-TV/IK", "19-APR-03 13:07 NNNN", "ZCZC0341/BRK", f"== {TITLE} (2) ==", "19-APR-03 13:19 NNNN"),
        ),
        Example(
            f"r n BC-Ferry-Sale 04-19 0611\n^{TITLE}<\n^Eds: UPDATES with quote.<\n\n{FIRST}\n(more)\nBP-OS-04-19-03 2214\n"
            f"^OSTREY, Tamm: as it holds.<\n\n{SECOND}\nBP-OS-04-19-03 2222MDT<",
            ("Eds: UPDATES with quote.", "BP-OS-04-19-03 2214", "OSTREY, Tamm: as it holds."),
        ),
    ),
    keep=(
        Example(f"{TITLE}\n\n{FIRST}\n\nand/or\n\n(photo)\n\n{SECOND}"),
        Example(f"{TITLE}\n\n{FIRST}\n\n19/04/17-34/07\n\nThe figures on the hull, which nobody could read, were these.\n\n{SECOND}"),
        Example(f"{TITLE}\n\n{FIRST}\n\nBRK0418 at noon\n\n(more)\n\n{SECOND}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the lines of a cable that are none of the story, but for its headline."""
    cable = cables.read_cable(page)
    for index, kind in sorted(cable.lines.items()) if cable else ():
        if index != page.title:
            yield Label(index, 0, len(page.features.texts[index]), kind, False, CONFIDENCE, INFO.id, "stands around a take of an agency's cable")


RULE = FunctionRule(INFO, run)
