"""A table of contents: lines under its heading that all stand again below."""

from collections.abc import Iterator

from cleaner.features import is_scrape
from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes

STORY = (
    "Bees can be kept on a roof as long as they have water near by, says the beekeepers' club of Brask in its guide.\n\n"
    "Those who begin in spring should ask a neighbour first, and buy the second hive before they need it, it adds.\n"
)
PARTS = ("The Right Place", "Tools for the First Year", "Honey and What It Costs")
BODY = "\n\n".join(f"{part}\n\n{STORY}" for part in PARTS)
FEWEST = 3
"""Entries that make a table of contents. Of 1,300 entries under such headings on flattened development pages, the gold texts have 7 in 100
twice, in the table and as a heading below, and the others once at most."""
MISSED = 2
"""Lines in a row within a table that stand nowhere below: an entry whose heading reads otherwise, a number."""
HEADING_CHARS = 40
"""Longest heading of a table, with the button that hides it."""
CONFIDENCE = 0.93
"""Confidence, 0 to 1, of its labels: above `cleaner.resolve.REMOVE`, so that it removes alone; set by hand, with the headings below as witnesses."""
HEADINGS = frozenset({
    "table of contents", "contents", "content", "in this article", "in this guide", "in this post", "in this story", "on this page",
    "inhaltsverzeichnis", "inhalt", "inhalte", "inhaltsübersicht", "in diesem artikel", "in diesem beitrag",
    "sommaire", "au sommaire", "table des matières", "dans cet article", "contenido", "contenidos", "índice", "índice de contenidos",
    "índice de contenido", "tabla de contenidos", "tabla de contenido", "en este artículo", "indice", "indice dei contenuti", "sommario",
    "in questo articolo", "sumário", "conteúdo", "neste artigo", "inhoud", "inhoudsopgave", "in dit artikel", "spis treści",
    "innehåll", "innehållsförteckning", "indhold", "indholdsfortegnelse", "innhold", "innholdsfortegnelse", "sisällys", "sisällysluettelo",
    "obsah", "tartalom", "tartalomjegyzék", "cuprins", "содержание", "оглавление", "зміст", "i̇çindekiler", "içindekiler", "περιεχόμενα",
    "目次", "目录", "目錄", "목차", "daftar isi", "mục lục", "المحتويات", "فهرست مطالب", "תוכן עניינים",
})  # fmt: skip
"""Headings of tables of contents, folded, as common blog software and papers print them."""
BUTTONS = frozenset({"hide", "show", "toggle", "anzeigen", "ausblenden", "verbergen", "afficher", "masquer", "ocultar", "mostrar", "nascondi"})
"""The button behind such a heading."""
_MARKS = "0123456789.:)(#[]•–- \t"
_BUTTON_ENDS = tuple(sorted(BUTTONS))

INFO = RuleInfo(
    id="navigation.contents",
    kind="navigation",
    scope="page",
    summary="A table of contents: three or more lines under its heading that stand again below.",
    why="The entries repeat the story's own headings, which are kept where they stand.",
    source="field observation, on two development corpora with gold texts",
    since="1",
    remove=(
        Example(
            f"Menu\n\nKeeping Bees on a Roof\n\n{STORY}\nTable of Contents\n\n" + "\n".join(PARTS) + f"\n\n{BODY}\nShare this article\n\nPrivacy Policy",
            PARTS,
        ),
    ),
    keep=(
        Example(f"Keeping Bees on a Roof\n\nContents\n\n{BODY}\n{BODY}\nShare this article"),
        Example(f"Keeping Bees on a Roof\n\n{STORY}\nContents\n\nTwo jars\nA smoker\nOne hat\n\n{STORY.replace('spring', 'May')}\nShare this article"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label the entries of tables of contents with their headings."""
    texts = page.features.texts
    heads = [index for index, text in enumerate(texts) if len(text) <= HEADING_CHARS and _is_heading(text)]
    if not heads or not is_scrape(page):
        return
    last = {_folded(text): index for index, text in enumerate(texts)}
    end = 0
    for head in heads:
        if head < end:
            continue
        entries = _entries(texts, page.features.prose, last, head)
        if len(entries) >= FEWEST:
            end = entries[-1] + 1
            items = [index for index in range(head, end) if index != page.title]
            yield from wholes(page, items, INFO, CONFIDENCE, "an entry of a table of contents, whose heading stands below")


def _is_heading(text: str) -> bool:
    """Say whether a line heads a table of contents, a button behind it left out."""
    folded = _folded(text)
    if folded in HEADINGS or not folded.endswith(_BUTTON_ENDS):
        return folded in HEADINGS
    first, _, button = folded.rpartition(" ")
    return button.strip(_MARKS) in BUTTONS and first.strip(_MARKS) in HEADINGS


def _entries(texts: tuple[str, ...], prose: tuple[bool, ...], last: dict[str, int], head: int) -> list[int]:
    """Return the lines below a heading that stand again further down, until some in a row do not, or one has stood above, or the text begins."""
    entries: list[int] = []
    read: set[str] = set()
    index = head + 1
    while index < len(texts) and index - (entries[-1] if entries else head) <= MISSED + 1:
        folded = _folded(texts[index])
        if folded in read or prose[index]:
            break
        if last[folded] > index:
            entries.append(index)
            read.add(folded)
        index += 1
    return entries


def _folded(text: str) -> str:
    """Return a line without its number, the marks around it and the case of its letters."""
    return text.casefold().strip(_MARKS)


RULE = FunctionRule(INFO, run)
