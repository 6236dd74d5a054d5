"""Scripts, style sheets and data left in text whose markup was taken out by tags alone."""

from collections.abc import Iterator

from cleaner.model import Label, Page, is_scripted
from cleaner.parse import scripts
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole, wholes

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
)
SCRIPT = "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());"
STYLE = ".office-hours{margin:0 auto;display:none}@media print{.office-hours{display:block}}"
PIECE = "0?(e.append(t),new n[0](function(e){return new t(o)}),setTimeout(o,100)):(e.append(t),t())}};o.addEventListener(t,function(){r()})}"
LISTING = "function open(day) {\n  if (day.isHoliday) {\n    return false;\n  }\n  return day.month >= 5;\n}"
CONFIDENCE = 0.99
"""Confidence, 0 to 1, of its labels: `cleaner.resolve.CERTAIN`, so that length does not save it; what code is was decided in parsing."""

REASON = "a script, style sheet or data"
DATA = '{"layout":"wide","columns":4,"button":"Buy a ticket","items":[{"id":7},{"id":9}],"currency":"crown","open":true}'

INFO = RuleInfo(
    id="tools.script",
    kind="tools",
    scope="line",
    summary="Scripts, style sheets and data that were left in the text when its tags were taken out.",
    why="Programs that strip tags, or take a page's whole text, leave what stands between script tags; readers never see it.",
    source="field observation: text made by stripping tags, by lxml's `text_content` and old `get_text`",
    since="1",
    remove=(
        Example(f"{SCRIPT}\n{STYLE}\n{STORY}", (SCRIPT, STYLE)),
        Example(f"{STORY}{SCRIPT}", (SCRIPT,)),
        Example(f"# Harbour Opens Earlier\n\n{SCRIPT}\n\n{STYLE}\n\n{STORY}", (SCRIPT, STYLE), "text/markdown"),
        Example(f"# Harbour Opens Earlier\n\n{PIECE}\n\n{STORY}", (PIECE,), "text/markdown"),
        Example(f"{STORY}\n{DATA}", (DATA,)),
    ),
    keep=(
        Example(f"{STORY}\n\nThe office wrote its own rule for the door:\n\n{LISTING}\n\nIt has worked since Monday, said Wren."),
        Example(f"{STORY}\n\nThe office counts its visitors so:\n\n```\n{SCRIPT}\n```\n\nIt has worked since Monday, said Wren.", media_type="text/markdown"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the block that the parser took for scripts; in Markdown the paragraphs that are pieces of one, in text those that are packed data."""
    if is_scripted(page.blocks):
        yield from wholes(page, [len(page.blocks) - 1], INFO, CONFIDENCE, REASON)
    if page.media_type == "text/html":
        return
    opening = "{[" if page.media_type == "text/plain" else ""
    for index, text in enumerate(page.features.texts):
        if "{" in text and page.blocks[index].role == "paragraph" and (not opening or text[0] in opening) and scripts.is_machinery(text):
            yield whole(page, index, INFO, CONFIDENCE, REASON)


RULE = FunctionRule(INFO, run)
