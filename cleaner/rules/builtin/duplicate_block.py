"""Text that the story says a second time: pull quotes and copies."""

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole
from cleaner.rules.headline import words

LEAD = "The bakery on Quarry Street has sold its last loaf, ending a family trade of four generations in the old town."
NEXT = "“We baked through floods and through two wars,” said Nell Harrow, who took over the ovens from her mother."
MIN_WORDS = 6
"""Words from which a repeated line is no coincidence; refrains and short answers are shorter."""
QUOTE_WORDS = 8
"""Words from which a line contained in a longer paragraph is a pull quote."""
SHINGLE = 5
"""Words in a shingle; near-duplicates share most of their shingles (Broder 1997)."""
NEAR = 0.85
"""Share of a block's shingles in one earlier block from which it is a near-duplicate."""
CONFIDENCE = 0.93

INFO = RuleInfo(
    id="duplicate.block",
    kind="duplicate",
    scope="page",
    summary="A block that repeats an earlier block of the story, whole, nearly whole or as a pull quote.",
    why="Print views, hidden copies and pull quotes say the same twice; a corpus should read it once.",
    source="Broder, On the resemblance and containment of documents, 1997",
    since="1",
    remove=(Example(f"{LEAD}\n\n{NEXT}\n\nNobody bought the shop.\n\n{NEXT}", (NEXT,)),),
    keep=(Example(f"{LEAD}\n\n{NEXT}\n\n“We baked,” she said.\n\nNo.\n\n“We baked,” she said."),),
)


def run(page: Page) -> Iterator[Label]:
    """Label every later copy; a pull quote gives way to the paragraph that holds it, wherever that stands."""
    start, end = page.features.story
    tokens = {i: words(page.features.texts[i]) for i in range(start, end) if page.features.words[i] >= MIN_WORDS}
    owners: dict[tuple[str, ...], list[int]] = {}
    for index, line in tokens.items():
        for shingle in dict.fromkeys(_shingles(line)):
            owners.setdefault(shingle, []).append(index)
    for index, line in tokens.items():
        original = _original(index, tokens, owners)
        if original is not None and len(line) >= MIN_WORDS:
            yield whole(page, index, INFO, CONFIDENCE, f"repeats “{page.features.texts[original][:60]}”")


def _shingles(line: list[str]) -> list[tuple[str, ...]]:
    return [tuple(line[i : i + SHINGLE]) for i in range(max(1, len(line) - SHINGLE + 1))]


def _original(index: int, tokens: dict[int, list[str]], owners: dict[tuple[str, ...], list[int]]) -> int | None:
    """Return the block that `index` repeats, or None: an earlier near-copy, or any clearly longer block around it."""
    mine = _shingles(tokens[index])
    shared: dict[int, int] = {}
    for shingle in mine:
        for owner in owners.get(shingle, ()):
            shared[owner] = shared.get(owner, 0) + 1
    for other, count in sorted(shared.items()):
        if other == index or count < NEAR * len(mine):
            continue
        longer = len(tokens[other]) > len(tokens[index])
        if (other < index and len(tokens[other]) >= NEAR * len(tokens[index])) or (
            longer and len(tokens[index]) >= QUOTE_WORDS
        ):
            return other
    return None


RULE = FunctionRule(INFO, run)
