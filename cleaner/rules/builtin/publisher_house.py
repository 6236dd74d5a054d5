"""What a firm says of itself below its press release: “About Brask Ferries”, and a paragraph that begins with its name."""

from collections.abc import Iterator

from cleaner.house_notes import HEADING, INLINE
from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, wholes
from cleaner.tokens import count_words

STORY = (
    "Brask Ferries will run a boat to Ostrey twice a day from May, the company said on Monday.\n\n"
    "The boat, which was built in 1996, carries forty cars and has a café, a shop and a room for dogs.\n"
)
NOTE = "Brask Ferries is a carrier of cars and people on the coast. It was founded in 1921 and has ninety hands."
FOUNDED = "Founded in 1921, the company carries cars and people along the coast, and has ninety hands."
CONFIDENCE = 0.99
"""Confidence, 0 to 1: `cleaner.resolve.CERTAIN`, as heading and paragraph witness each other. Of 24 such headings in the lower part
of development pages 19 stood over what the gold leaves out; four of the other five over books and journals that the story is about."""
FEWEST_WORDS = 8
"""Words of the paragraph; shorter lines are those of a menu."""
CLOSING_WORDS = 24
"""Words of the longest line that closes the note with an address."""
NAME_WORDS = 10
"""Words of the longest name."""
SMALL_CHARS = 3
"""Letters of the longest word in small letters within a name: of, and, für, des."""
ABOVE = 2
"""Blocks of prose above the heading; what stands higher is the story's own."""
LEADS_ON = regex(r"(?i)://|\bwww\.|\w\.(?:com|org|net|edu|gov|io|co|eu|de|fr|es|it|pt|nl|pl|uk|ca|au|ch|at|se|no|dk|fi)\b|@\w")
"""An address, as in the last line of such a note."""
OPENED = regex(
    r"(?i)\W*(?:founded|established|incorporated|headquartered|based|gegründet|mit sitz|fondée?|créée?|basée?|fundad[ao]|con sede|fondat[ao]|nata?|com sede|sediada|opgericht"
    r"|gevestigd|założon[ay]|grundad|grundlagt|stiftet|základem)\s(?:in|on|by|en|im|nel|em|à|w|i|år|v|ve|\d)"
)
"""How a note begins that does not begin with the name."""
ARTICLE = regex(r"(?i)\W*(?:the|die|der|das|la|le|les|el|il|lo|de|het|a|o)\s+|\W*l['’]")
"""What stands before a name in one place and not in the other."""

INFO = RuleInfo(
    id="publisher.house",
    kind="publisher",
    scope="line",
    summary="What a firm or institute says of itself below its own release, under “About” and its name.",
    why="The same stands below each of its releases; it begins with the name in the heading, or with when the house was founded.",
    source="press releases; the trade calls the paragraph boilerplate",
    since="1",
    remove=(
        Example(f"{STORY}\nAbout Brask Ferries\n\n{NOTE}", ("About Brask Ferries", NOTE)),
        Example(f"{STORY}\nAbout Brask Ferries\n\n{FOUNDED}\n\nLearn more at www.ferries.example", ("About Brask Ferries", FOUNDED, "Learn more at www.ferries.example")),
        Example(f"{STORY}\nAbout Brask Ferries: {NOTE}", (f"About Brask Ferries: {NOTE}",)),
    ),
    keep=(
        Example(f"{STORY}\nAbout Last Night\n\nNobody in the town of Ostrey had heard the boat come in, though the dogs in the streets had barked at it."),
        Example(f"About Brask Ferries\n\n{NOTE}\n\n{STORY}"),
        Example(f"{STORY}\nAbout Brask Ferries | Jobs | Contact\n\n{NOTE}"),
        Example(f"{STORY}\nAbout Brask Ferries she had only one thing to say: {NOTE}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label each such heading below some prose, the paragraph under it and the address that it closes with."""
    texts, prose = page.features.texts, page.features.prose
    above = 0
    for index in range(len(texts)):
        if above >= ABOVE and index != page.title:
            yield from wholes(page, _note(page, index), INFO, CONFIDENCE, "what a firm says of itself below its release")
        above += prose[index]


def _note(page: Page, index: int) -> list[int]:
    """Return the blocks of the note that begins at `index`, none where none does."""
    texts = page.features.texts
    inline = INLINE.match(texts[index])
    if inline:
        return [index] if _tells_of(inline["name"], inline["rest"]) else []
    heading = HEADING.match(texts[index])
    if not heading or index + 1 == len(texts) or not _tells_of(heading["name"], texts[index + 1]):
        return []
    further = index + 2
    closed = further < len(texts) and further != page.title and count_words(texts[further]) <= CLOSING_WORDS and LEADS_ON.search(texts[further])
    return [index, index + 1, further] if closed else [index, index + 1]


def _tells_of(name: str, text: str) -> bool:
    """Say whether a paragraph begins with the name, or with when or where the house was founded."""
    small = (word for word in name.split() if word[0].islower())
    if count_words(name) > NAME_WORDS or count_words(text) < FEWEST_WORDS or any(len(word) > SMALL_CHARS for word in small):
        return False
    bare = ARTICLE.sub("", text, count=1).lstrip(" \"'“‘«„")
    first = ARTICLE.sub("", name, count=1).split()[0].rstrip(",.®™")
    return OPENED.match(text) is not None or bare.casefold().startswith(first.casefold())


RULE = FunctionRule(INFO, run)
"""What a rule is."""
