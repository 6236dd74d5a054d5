"""A recipe's ingredients: lines that begin with how much is taken of what.

They are as short as a menu's labels and have no stop, so that flattened they read like one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.regexes import regex
from cleaner.stops import COLONS

FEWEST = 3
"""Lines with an amount in a row that are a list of ingredients; one or two are a price or a size. Of 14 flattened development pages with
three and more such lines, on 12 all of them were story, on the others most."""
APART = 2
"""Lines without an amount that may stand between two with one: “Salt”, “For the dough:”."""
MAX_CHARS = 90
"""Longest line of a list of ingredients."""
METHODS = frozenset({
    "instructions", "directions", "method", "preparation", "how to make it", "zubereitung", "so geht's", "so wird's gemacht", "préparation",
    "preparación", "elaboración", "preparazione", "procedimento", "modo de preparo", "preparação", "como fazer", "bereiding",
    "bereidingswijze", "przygotowanie", "sposób przygotowania", "wykonanie", "gör så här", "tillagning", "fremgangsmåde", "sådan gør du",
    "framgangsmåte", "slik gjør du", "valmistus", "ohje", "приготовление", "приготування", "elkészítés", "postup", "hazırlanışı", "作り方",
})  # fmt: skip
"""Headings of what is to be done with the ingredients, folded. Under the lists of 14 flattened development pages stood ten, all story."""
BEFORE_METHOD = 3
"""Lines below the last amount among which that heading stands: what is taken without an amount, “Salt and pepper”, stands between."""
_FRACTIONS = "½¼¾⅓⅔⅛"
_NUMBER = rf"(?:\d+(?:[.,/–-]\d+)?(?:\s?[{_FRACTIONS}])?|[{_FRACTIONS}])"
_UNITS = (
    "g|gr|gramm|grams?|grammes|kg|ml|l|dl|cl|liter|lit(?:er|re)s?|oz|ounces?|lbs?|pounds?|cups?|tsp|tbsp|teaspoons?|tablespoons?|cloves?"
    "|el|tl|esslöffel|teelöffel|prisen?|pck|pckg|päckchen|pkg|bund|zehen?|dosen?|stück|tassen?"
    "|cuill[eè]res?|sachets?|pincées?|gousses?|cucharad(?:it)?as?|tazas?|pizcas?|dientes?"
    "|cucchiai(?:n[oi]|o)?|spicchi?o?|bustin[ae]|xícaras?|colher(?:es)?|pitadas?|dentes?"
    "|łyż(?:eczk|k)[aię]|szklank[aię]|szczypt[ay]|ząb(?:ek|ki)|eetlepels?|theelepels?|snufjes?|msk|tsk|krm|spsk"
)
_NUTRIENTS = (
    "fat|carb(?:ohydrate)?s?|protein|fib(?:re|er)|sugars|sodium|cholesterol|fett|kohlenhydrate|eiweiß|ballaststoffe|glucides|lipides|protéines"
    "|grasas|proteínas|carbohidratos|gorduras|carboidratos|grassi|proteine|carboidrati"
)
"""What a table of nutrition facts gives the amounts of."""
AMOUNT = regex(
    rf"(?:(?:ca\.?|about)\s)?{_NUMBER}\s?(?:{_UNITS})\b\.?\s(?!.*[€$£])(?!(?:total\s|saturated\s)?(?:{_NUTRIENTS})\W*$)", re.IGNORECASE
)
"""An amount with its unit, and what is taken of it; no price, and no nutrient."""
_FIRST = frozenset(f"0123456789{_FRACTIONS}cCaA")
"""What such a line begins with, by which most others are passed over."""


def ingredients(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines of all lists of ingredients among `texts`, with the lines between two of one list and the headings above and below.

    A list that the page has again below is left to the copy.
    """
    amounts = [index for index, text in enumerate(texts) if text[0] in _FIRST and len(text) <= MAX_CHARS and AMOUNT.match(text)]
    if len(amounts) < FEWEST:
        return frozenset()
    found: set[int] = set()
    read: set[str] = set()
    for run in reversed(_runs(amounts)):
        own = {texts[index] for index in run}
        if len(run) >= FEWEST and not own <= read:
            found.update(range(run[0] - _is_headed(texts, run[0]), _method(texts, run[-1]) + 1))
            read |= own
    return frozenset(found)


def _runs(amounts: Sequence[int]) -> list[list[int]]:
    """Return the lines with amounts, those together that stand close."""
    runs: list[list[int]] = []
    for index in amounts:
        if runs and index - runs[-1][-1] <= APART + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_headed(texts: Sequence[str], first: int) -> bool:
    """Say whether the line above a list announces it."""
    return first > 0 and texts[first - 1].endswith(COLONS)


def _method(texts: Sequence[str], last: int) -> int:
    """Return the line of the heading of the method below the last amount, or that amount's where none follows soon."""
    for index in range(last + 1, min(last + 1 + BEFORE_METHOD, len(texts))):
        if texts[index].casefold().rstrip(" :!") in METHODS:
            return index
        if len(texts[index]) > MAX_CHARS:
            break
    return last
