"""Personal names by their form: what can be told without a dictionary of names."""

from __future__ import annotations

import re

PARTICLES = frozenset(
    "de da do dos das del della di du des d' la le las los van von vom zu zur den der ten ter bin ibn al el "
    "af av och y e i o' mac mc st st. saint abu ben bar".split()
)
NO_NAMES = frozenset(
    "the a an and or of in on at by for from with about your our more read view views share news latest home world "
    "asia africa europe america sports business opinion politics staff editor editors editorial team desk reporter "
    "reporters correspondent bureau agency press times post daily weekly herald tribune gazette journal magazine media "
    "network online today tonight newsletter subscribe sign log comments comment related popular must all new this that "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december image photo credit video watch listen live breaking story stories article articles "
    "privacy policy terms use contact us follow connect search menu help support shop store account".split()
)
"""Words that stand in labels and organisations, not in names of people."""
_TOKEN = re.compile(r"(?:[^\W\d_][^\W\d_.'’\-]*['’\-]?)+\.?,?$")
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d."})
MAX_TOKENS = 5
"""Given names, particles and a family name; longer runs of capitals are headlines or organisations."""


def is_person(text: str) -> bool:
    """Say whether `text` has the form of one person's full name, in any cased script."""
    tokens = text.strip().split()
    if not 2 <= len(tokens) <= MAX_TOKENS:
        return False
    strong = 0
    for position, token in enumerate(tokens):
        low = token.lower().rstrip(",")
        if low in NO_NAMES or not _TOKEN.match(token):
            return False
        if low in PARTICLES or low in SUFFIXES:
            continue
        if not token[0].isupper() or (position and token[:-1].endswith(",")):
            return False
        strong += len(token.rstrip(".")) > 1
    return strong >= 1 and len(tokens[-1]) > 1
