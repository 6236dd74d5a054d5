"""The agencies that sign behind the stop of a story's last sentence: “… said the mayor. (ANSA)”, “… sagte der Wirt. – dpa/lno”."""

from __future__ import annotations

from cleaner import stops
from cleaner.houses import agency
from cleaner.regexes import regex

CHARS = 60
"""Characters at a text's end in which an agency signs."""
DESK_CHARS = 5
"""Letters of an agency's desk at most: “lno”, “rtr”."""
_SIGNED = regex(
    rf"[…{stops.ENDS}][\"”“’»」)]*\s*(?:[(\[（]\s*(?:©\s*)?(?P<name>[^()\[\]（）]{{2,30}})[)\]）]|/\s*(?P<slashed>[^/()]{{2,24}}?)\s*/?"
    r"|(?:[–—]|--)\s*(?P<dashed>[^/()]{2,24}?)\s*/?)[\s.]*$"
)
"""What stands in brackets, or behind a stroke or dash, after a sentence's end."""
_PARTED = regex(r"\s*[/,]\s*")


def agencies(text: str, *, dashed: bool = True) -> tuple[str, ...]:
    """Return the agencies that sign a text's end, none where somebody else signs with them: with a photographer's name it is a picture's credit.

    Args:
        text: the last paragraph.
        dashed: whether a dash before the name is enough; captions set their credits behind one too.
    """
    match = _SIGNED.search(text[-CHARS:])
    signed = match["name"] or match["slashed"] or (match["dashed"] if dashed else "") or "" if match else ""
    named = (signed,) if signer(signed) else _PARTED.split(signed)
    found = [name for name in map(signer, named) if name]
    return tuple(found) if len(found) == len(named) else ()


def signer(name: str) -> str | None:
    """Return the agency that brackets name; its desk may stand behind a stroke: “dpa/lno”."""
    first, _, desk = name.partition("/")
    return agency(name) or (agency(first) if desk.islower() and len(desk) <= DESK_CHARS else None)
