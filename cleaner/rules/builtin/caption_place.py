"""A caption that says where in the picture somebody is: in brackets, between commas, or before it names all of them."""

import re
from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, whole

STORY = (
    "The goat that pulls the ferry of Ostrey across the sound was given a medal on Monday by the harbour office.\n\n"
    "It ate the ribbon during the speech, and the band went on playing until nobody could be heard any more.\n"
)
PLACE = regex(
    r"\w\W{0,3}[(（]\s*(?:pictured|(?:far |top |bottom |second from )?(?:left|right)|cent(?:re|er)|inset|above|below|in the middle"
    r"|(?:im bild|oben|unten|mitte)\b|(?:ganz )?(?:links|rechts)|[lr]\.|(?:à )?(?:gauche|droite)|au centre|(?:(?:a la|à) )?(?:izquierda|derecha|esquerda|direita)|(?:izq|der|dcha|esq)\."
    r"|(?:a )?(?:sinistra|destra)|(?:til )?(?:venstre|høyre|højre)|t\.\s?[hv]\.|(?:till )?(?:vänster|höger)|(?:z |po )?(?:lewej|prawej)|слева|справа|ліворуч|праворуч"
    r"|[左右]|[左右]端|[左右]から.{1,3}人目|中|中央|手前|奥|[前後]列.{0,3}|왼쪽|오른쪽|가운데)(?:,?\s(?:in|with|holding|wearing|mit|avec|con|com|med|met|z)\s[^()]{1,25})?[)）]",
    re.IGNORECASE,
)
"""Where somebody is to be seen, in brackets behind a name."""
BETWEEN = regex(
    r"(?<![\w.’'-])[A-ZÀ-ÖØ-Þ][\w.’'-]*\s[A-ZÀ-ÖØ-Þ][\w’'-]+,\s(?:(?:second|third|fourth|far|top|bottom|front|back)\s(?:from\s)?)?(?:left|right|cent(?:er|re)),\s(?!(?:right|left|[a-z]+ed"
    r"|won|said|was|were|had|told|took|came|went|made|got|ran|saw|spoke|held|stood|met|gave|became|began|lost|beat|sat|put)\b)"
)
"""The same between commas behind a full name: a turn, a party or a street may be left or right too. Captions tell in the present what is
to be seen; a sentence in the past may be the story's."""
FIRST = regex(
    r"\W{0,2}(?:pictured\s(?:(?:at|in)\s(?:the\s)?(?:back|front|cent(?:er|re)|middle)|(?:from\s(?:the\s)?|on\sthe\s)?(?:left|right)),"
    r"|(?:(?:pictured\s)?(?:\(?from\s(?:the\s)?left(?:\sto\sright)?|left\sto\sright|clockwise\sfrom\s(?:the\s)?(?:top|left|bottom)(?:\s(?:left|right))?|l\s?(?:-|–|to)\s?r)"
    r"|v\.\s?l\.(?:\s?n\.\s?r\.)?|von\slinks(?:\snach\srechts)?|van\slinks(?:\snaar\srechts)?|v\.?l\.?n\.?r\.?|de\sgauche\sà\sdroite|de\sizquierda\sa\sderecha"
    r"|da\sesquerda(?:\spara\sa\sdireita)?|da\ssinistra(?:\sa\sdestra)?|d[’']esquerra\sa\sdreta|fr[aå]n?\s(?:venstre|vänster)|vasemmalta|od\slewej|zleva|zľava|s\slijeva|z\sleve"
    r"|balról(?:\sjobbra)?|de\sla\sstânga(?:\sla\sdreapta)?|soldan\ssağa|слева\sнаправо|зліва\sнаправо|отляво(?:\sнадясно)?|από\sαριστερά)\)?\s?:)",
    re.IGNORECASE,
)
"""Where the picture is read from, before the names of who is in it."""
MAX_WORDS = 45
"""Words of the longest caption. Field observation."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand, with the missing stop as witness."""

INFO = RuleInfo(
    id="caption.place",
    kind="caption",
    scope="line",
    summary="A line that says where in the picture somebody is: in brackets and without a stop, between commas behind a name, or before all the names.",
    why="Nobody has a place in a story's sentence; one that points at its picture in brackets ends in a stop, which the caption often has not.",
    source="field observation; the words of papers in two dozen languages",
    since="1",
    remove=(
        Example(f"{STORY}\nCaptain Ida Kell (pictured) says the goat has eaten two charts since it moved in\n\n{STORY}", ("Captain Ida Kell (pictured) says the goat has eaten two charts since it moved in",)),
        Example(f"{STORY}\nIda Kell (links) und Tom Verk am Kai von Ostrey\n\n{STORY}", ("Ida Kell (links) und Tom Verk am Kai von Ostrey",)),
        Example(f"{STORY}\nMayor Ida Kell, second left, and Captain Tom Verk, right, hang the medal on the goat.\n\n{STORY}", ("Mayor Ida Kell, second left, and Captain Tom Verk, right, hang the medal on the goat.",)),
        Example(f"{STORY}\nPictured at the back, from left, are Ida Kell, of Ostrey, and Tom Verk, of Brask.\n\n{STORY}", ("Pictured at the back, from left, are Ida Kell, of Ostrey, and Tom Verk, of Brask.",)),
    ),
    keep=(
        Example(f"{STORY}\nCaptain Ida Kell (pictured) says that the goat has eaten two charts since it moved in.\n"),
        Example(f"{STORY}\nPictured below is the plan of the quay, which the harbour office drew for the goat and its ferry.\n"),
        Example(f"{STORY}\nIda Kell, left, stepped back from the goat and shook hands with the man on her right.\n"),
        Example(f"{STORY}\nThe ferry turned right, left, right, and the captain, left, right and centre, was asked what the goat had eaten.\n"),
        Example(f"{STORY}\n“We went round the buoy (left, and left again),” said Ida Kell (47)\n\n{STORY}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label lines of a caption's length that say where in a picture somebody is."""
    features = page.features
    for index, text in enumerate(features.texts):
        if index != page.title and 0 < features.words[index] <= MAX_WORDS and places(text, stopped=features.ends[index]):
            yield whole(page, index, INFO, CONFIDENCE, "says where in the picture somebody is")


def places(text: str, *, stopped: bool) -> bool:
    """Say whether a line says where in a picture somebody is; in brackets, only where the line has not `stopped`."""
    if not stopped and ("(" in text or "（" in text) and PLACE.search(text):
        return True
    told = "," in text or ":" in text  # as in all that the two others match, and in few lines of a menu
    return told and (FIRST.match(text) is not None or BETWEEN.search(text) is not None)


RULE = FunctionRule(INFO, run)
