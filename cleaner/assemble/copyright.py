"""The house that a copyright line names."""

from __future__ import annotations

import re

_YEARS = r"(?:19|20)\d{2}(?:\s*(?:[-–—/]|to)\s*(?:(?:19|20)?\d{2}\b|present|today)|\s+onwards)?"
SIGN = re.compile(
    rf"(?i)(?P<signs>(?:(?:©|ⓒ|(?<!\w)\(c\)|\bcopyrights?\b)[\s:]*(?:{_YEARS})?[\s.,:|·–—-]*)+)(?:by\s+)?(?:(?-i:the)\s+)?(?P<rest>.{{0,160}})"
)
"""The sign or word, the years, and what stands behind them."""
RIGHTS = re.compile(
    r"(?i)(?:^|\s+)[(\[]?(?:all\s+(?:rights?|content|times)|alle\s+re|tous\s+droits|todos\s+(?:los\s+derechos|os\s+direitos)|tutti\s+i\s+diritti|riproduzione|derechos"
    r"|reservados|tots\s+els\s+drets|wszelkie|wszystkie|všechna|všetky|все\s+прав|усі\s+прав|всі\s+прав|всички|minden\s+jog|toate\s+drepturile|sva\s+prava"
    r"|tüm\s+hakl|kaikki\s+oikeudet|med\s+ensamrätt|alla\s+rättigheter|alle\s+rettigheder|με\s+επιφύλαξη|copyright|版权|版權|著作權|無断|무단|저작권"
    r"|جميع|सर्वाधिकार|hak\s+cipta|mọi\s+quyền|terms|privacy|contact|imprint|impressum|(?:powered|built|branding|web\s?site|site|(?:theme|design|develop)(?:ed)?)\s+by"
    r"|made\s+with|(?:and|or)\s+(?:its|their|affiliated)|(?:an?|the)\s+(?:division|part|subsidiary|brand)\s+of|an?\s+(?:\S+\s+){1,3}(?:company|publication|brand)|registered\s+(?:in|charity|office|company)|(?:may|must)\s+not|no\s+part|unless)"
)
"""Where a rights line, or the menu behind it, begins: what stands before is the name."""
PARTED = re.compile(
    r"\s+[|·•/–—-]+(?:\s|$)|[|·•;\n\t。©ⓒ(]|\s\S+@|,|\s{2,}"
    r"|(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bSt)(?<!\bDr)(?<![\s.][^\W\d_])\.(?=\s)",
    re.IGNORECASE,
)
"""What stands behind the name: a bar, a comma, the end of a sentence."""
TRAILING = re.compile(rf"(?:[\s,]*\b(?:{_YEARS}))?[\s.]*$", re.IGNORECASE)
REGISTERED = re.compile("[®™℠]")
LEGAL_FORM = re.compile(r"(?:\b(?:Inc|Ltd|Corp|Co|Bros)|\.[^\W\d_])$", re.IGNORECASE)
"""The end of a house's name that a full stop belongs to."""
NAME_WORDS, NAME_CHARS = 7, 60
"""Words and characters that a house's name has at most; where more stand in a row, the first of them with capitals are the name."""
PARTICLES = frozenset(
    "a al and da das de del della delle dello dei der des di die do dos du e el et for für i la las le les los och og of the und van von y &".split()  # noqa: SIM905
)
"""Words that stand in names of papers and houses without a capital."""
NO_HOUSE = re.compile(
    r"(?i)this|these|our|crown|notices?|polic(?:y|ies)|statements?|infringement|owners?|holders?|protected|law|act|(?:the\s+)?authors?|(?:their\s+)?respective\s+.*|\W*|&.*"
)
"""What stands behind the sign and is nobody's name."""
QUOTES = "\"'“”„«»‘’「」『』"


def owner(text: str) -> str:
    """Return the house that a copyright line names, nothing where it names none."""
    match = SIGN.search(text)
    if match is None:
        return ""
    signed = any(sign in match["signs"].casefold() for sign in ("©", "ⓒ", "(c)"))
    name = _name(match["rest"])
    if not name and signed:
        before = text[: match.start()].strip()
        return before if before.count(" ") < NAME_WORDS and not RIGHTS.search(before) and _names(before, signed=False) else ""
    return name if _names(name, signed=signed) else ""


def _name(rest: str) -> str:
    """Return the name with which what stands behind the sign begins."""
    told = REGISTERED.sub("", PARTED.split(RIGHTS.split(rest, maxsplit=1)[0], maxsplit=1)[0])
    bare = TRAILING.sub("", told)
    words = bare.strip(" ,:)").split()
    if len(words) > NAME_WORDS or len(bare) > NAME_CHARS:
        words = _capitalized(words)
    while words and words[-1].casefold() in PARTICLES:
        words.pop()
    name = _unquoted(" ".join(words))
    return f"{name}." if LEGAL_FORM.search(name) and f"{name}." in rest else name


def _capitalized(words: list[str]) -> list[str]:
    """Return the words up to the first that no name has: without a capital, and not one of those that names have between others."""
    end = next((i for i, word in enumerate(words) if word[:1].islower() and word.casefold() not in PARTICLES), len(words))
    return words[: min(end, NAME_WORDS)]


def _names(name: str, *, signed: bool) -> bool:
    """Say whether what stands behind the sign, or behind the word alone, begins as names do; some write theirs small in one word."""
    first = next((sign for sign in name if sign.isalnum()), "")
    if not first or NO_HOUSE.fullmatch(name):
        return False
    return not first.islower() or (signed and " " not in name)


def _unquoted(name: str) -> str:
    """Return a name without quotes that are around the whole of it."""
    inner = name.strip(QUOTES)
    return inner if name[:1] in QUOTES and name[-1:] in QUOTES and not any(sign in QUOTES[2:] for sign in inner) else name
