"""Buttons and headings that stand in one line: “Zdieľať na Facebooku Skopírovať link Poslať e-mailom”, “Reader comments 3 Add your comment”.

Flatteners put the links of a bar together. Each is a phrase that packs know; a line that is nothing but such phrases and names of
networks is a bar, whatever its language, and one of a thread's heading and its form's is the thread's heading.
"""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from cleaner.model import THREAD_KINDS, Kind
from cleaner.regexes import regex

KINDS: frozenset[Kind] = frozenset({"share", "tools"})
"""Kinds whose buttons stand in one bar; one of them at least is to share with, or is written in two words: “Print Font Resize”."""
PLAYER: Kind = "media_player"
"""The kind of a player's buttons, which stand in one bar: “Pause Mute Fullscreen”."""
MIN_PLAYER = 3
"""Buttons of a player that make a bar; two may be a rubric, “Watch Live”."""
NETWORKS = frozenset({
    "facebook", "fb", "twitter", "x", "instagram", "linkedin", "whatsapp", "telegram", "viber", "messenger",
    "pinterest", "reddit", "bluesky", "threads", "mastodon", "tumblr", "skype", "email", "e-mail", "sms", "rss",
    "delicious", "del.icio.us", "technorati", "newsvine", "myspace", "slashdot", "orkut", "google+",
    "фејсбук", "фейсбук", "твитер", "вајбер", "вайбер", "вотсап",
})  # fmt: skip
"""What a button may be called by, besides what packs know; folded."""
LAST = frozenset({"more", "settings", "download", "options"})
"""Buttons that stand behind others in a bar; alone, and at the beginning of a line, they may be anything."""
MIN_BUTTONS = 2
"""Buttons that make a bar; one is a phrase and known as such."""
NETWORK = "{network}"
SEAM = regex(r"(?<=[^\W\d_A-ZÀ-ÖØ-ÞΑ-ΩА-Я])(?=[A-ZÀ-ÖØ-ÞΑ-ΩА-Я])|(?<=\d)(?=[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][^\W\d_A-Z])|(?<=[)+])(?=[^\W\d_])")
"""Where a string touches the next: a small letter, a figure or a mark and a capital."""
TOUCH = regex(r"[a-zß-öø-ÿα-ωά-ώа-я\d)+][A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
"""What has a seam, told in a tenth of the time."""
OWN_SEAM = regex(r"\b(Whats|Linked|You|Tik|Face|Stumble|Add|My|One|Blue|Snap|Word|Pay|Deviant|We|e|i) (?=(?:App|In|Tube|Tok|Book|Upon|This|Space|Note|Sky|Chat|Press|Pal|Art|Mail)\b|(?<=[ei] )[A-Z])")
"""The seams within names of networks, taken for such."""
ASIDE = ":?!"
"""Signs behind a button's words, before the next button: “Share this: Facebook Twitter”, “Was this page helpful? Yes No”."""


def unglued(text: str) -> str | None:
    """Return a line with a space at each seam of its strings, None when it has none: “FacebookTwitterCopy link”."""
    return OWN_SEAM.sub(r"\1", SEAM.sub(" ", text)) if TOUCH.search(text) else None


class Kinded(Protocol):
    """A cue, as far as it matters here."""

    @property
    def kind(self) -> Kind:
        """Return what the cue's phrases are."""


_Cue = TypeVar("_Cue", bound=Kinded)


class Rows(Generic[_Cue]):
    """The phrases of share bars, by their first words."""

    def __init__(self) -> None:
        """Begin without a phrase."""
        self._phrases: dict[str, dict[tuple[str, ...], _Cue]] = {}

    def add(self, cue: _Cue, phrase: str) -> None:
        """Take a phrase of a rule, folded; with a network's place in it, one for each network."""
        if cue.kind not in KINDS | THREAD_KINDS | {PLAYER}:
            return
        for name in sorted(NETWORKS) if NETWORK in phrase else [""]:
            words = tuple(word.rstrip(ASIDE) for word in phrase.replace(NETWORK, name).split())
            self._phrases.setdefault(words[0], {}).setdefault(words, cue)

    def copy(self) -> Rows[_Cue]:
        """Return the same phrases, to add to."""
        other: Rows[_Cue] = Rows()
        other._phrases = {first: phrases.copy() for first, phrases in self._phrases.items()}
        return other

    def cue(self, line: str) -> _Cue | None:
        """Return the first share phrase's cue where a folded line is all buttons, two or more; a thread's where it is all a thread's."""
        first = line.partition(" ")[0].rstrip(ASIDE)
        if first not in self._phrases and first not in NETWORKS:
            return None
        words = [word.rstrip(ASIDE) for word in line.split() if not word.strip("()[]").isdecimal() and any(map(str.isalnum, word))]
        buttons: list[_Cue | None] = []
        position = longest = 0
        while position < len(words):
            length, cue = self._button(words, position)
            if not length:
                return None
            buttons.append(cue)
            position += length
            longest = max(longest, length)
        known = [cue for cue in buttons if cue is not None]
        if len(known) == len(buttons) and all(cue.kind in THREAD_KINDS for cue in known):
            return known[0] if len(buttons) >= MIN_BUTTONS else None
        if known and all(cue.kind == PLAYER for cue in known):
            return known[0] if len(buttons) >= MIN_PLAYER and len(known) > 1 else None
        share = next((cue for cue in known if cue.kind == "share"), known[0] if known and longest > 1 else None)
        return share if len(buttons) >= MIN_BUTTONS and all(cue.kind in KINDS for cue in known) else None

    def _button(self, words: list[str], position: int) -> tuple[int, _Cue | None]:
        """Return how many words the longest button has that begins at `position`, and its cue."""
        known = self._phrases.get(words[position], {})
        for length in sorted({*map(len, known)}, reverse=True):
            cue = known.get(tuple(words[position : position + length]))
            if cue is not None:
                return length, cue
        return int(words[position] in NETWORKS or (position > 0 and words[position] in LAST)), None
