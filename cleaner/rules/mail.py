"""The head of a mail, as newsletters and forwarded stories have it when they were saved as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cleaner.model import Kind, Page
from cleaner.regexes import regex

_NAMES: tuple[tuple[Kind, str], ...] = (
    ("title", "subject betreff objet asunto oggetto assunto onderwerp ämne emne temat předmět aihe тема konu"),
    ("date", "date sent datum gesendet envoyé fecha enviado data inviato verzonden skickat sendt wysłano дата отправлено "
     "received"),
    ("contact", "from to cc bcc reply-to von an kopie antwort de à a para da per aan van från till fra til od do "
     "от кому кимден return-path delivered-to sender"),
    ("tools", "message-id mime-version content-type content-transfer-encoding importance priority attachments anlagen "
     "list-id list-unsubscribe x-mailer user-agent in-reply-to references path newsgroups organization organisation lines xref "
     "followup-to approved distribution expires nntp-posting-host nntp-posting-date x-newsreader x-trace x-complaints-to"),
)
NAMES: Mapping[str, Kind] = {name: kind for kind, names in _NAMES for name in names.split()}
"""What the lines of a mail's head begin with -> the kind of the line: RFC 5322, RFC 1036 for news groups, and how mail programs translate it."""
FEWEST = 3
"""Lines that make a head; a subject and somebody who writes or is written to must be among them."""
MOST = 20
"""Lines from a mail's beginning in which its head stands. Field observation."""
LINE = regex(r"([^\W\d_][\w-]{0,30})\s?:\s")
NOTE_LINES = 40
"""Lines below a mail's head among which the mark of another that it passes on is looked for. Set by hand."""
PASSED_ON = regex(
    r"(?i)[-–—_=* >]*(?:original message|forwarded message(?: from .{1,60})?|begin forwarded message|ursprüngliche (?:nachricht|mail)|originalnachricht|weitergeleitete nachricht"
    r"|message d['’]origine|message (?:transféré|original)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)"
    r"|oorspronkelijk bericht|doorgestuurd bericht|vidarebefordrat meddelande|ursprungligt meddelande)\s*:?[-–—_=* ]*"
)
"""The line above the head of a mail that is passed on, as mail programs write it."""
SIGNS = regex(r"(?i)^(?:\s*(?:(?:re|fwd?|aw|wg|tr|rv|rif|vs|vb|enc|res|sv)\s*:|\[[^\]]{1,30}\]))+\s*")
CUT = regex(r"[-_=*~]{2,}\s*(?:schnipp|schnapp|snip(?:ped)?|cut here|fwd?|(?:begin|end)(?:\s+(?:of\s+)?(?:forwarded|included|quoted|original)\s+(?:article|file|mail|message|post|story|text))?)\s*[-_=*~]{2,}", re.IGNORECASE)
RULED = regex(rf"^[ \t]*(?:[-_=*~]{{20,}}|{CUT.pattern})[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""A line that cuts out what is passed on, and any ruled line, between which a story is typed in."""
ARCHIVED: tuple[Kind, ...] = ("title", "contact", "date")
LISTED, MOMENT = regex(r"\S \S+ at [\w-]+(?:\.[\w-]+)+$"), regex(r"\d\d:\d\d:\d\d")
"""The lines of a mail's head in the archive of its list, the end of the second, a name and an address whose sign is spelled out, and the time in the third."""
SIGNATURE = "--"
"""The line above a signature (RFC 3676, 4.3)."""
SIGNATURE_LINES = 12
"""Lines from a text's end in which the signature's mark is looked for: mails have longer ones than the four lines of good manners. Set by hand."""


def head(page: Page) -> dict[int, Kind]:
    """Return the lines of the mail's head that a text begins with and their kinds; nothing where it is no mail.

    Where the mail passes another one on, what stands above that one's head is of the first's head too: a note that goes with it.
    """
    if page.media_type == "text/html":
        return {}
    outer = _head(page, 0)
    start = max(outer, default=-1) + 1
    marks = range(start, min(start + NOTE_LINES, len(page.blocks))) if outer else range(min(1, len(page.blocks)))
    for mark in marks:
        if PASSED_ON.fullmatch(page.blocks[mark].text) and (inner := _head(page, mark + 1)):
            above: dict[int, Kind] = dict.fromkeys(range(mark + 1), "contact")
            return above | inner
    return outer or _archived(page)


def _archived(page: Page) -> dict[int, Kind]:
    """Return the head that a mailing list's archive writes: the subject, who wrote from where, and the moment."""
    if len(page.blocks) <= len(ARCHIVED) or not LISTED.search(page.blocks[1].text):
        return {}
    return dict(enumerate(ARCHIVED)) if MOMENT.search(page.blocks[2].text) else {}


def _head(page: Page, start: int) -> dict[int, Kind]:
    """Return the lines of the head that begins at the line `start`."""
    found: dict[int, Kind] = {}
    for block in page.blocks[start : start + MOST]:
        match = LINE.match(block.text)
        kind = NAMES.get(match[1].lower()) if match else None
        if kind is None or (found and block.source.gap):
            break
        found[block.index] = kind
    kinds = found.values()
    return found if len(found) >= FEWEST and "title" in kinds and "contact" in kinds else {}


def subject(line: str) -> str:
    """Return a line of the head without its name, the signs of answers and of mails that are passed on, and the list's name."""
    match = LINE.match(line)
    said = line[match.end() :] if match else line
    return SIGNS.sub("", said) or said


def is_own(line: str) -> bool:
    """Say whether a subject's line has no sign of an answer or of a mail that is passed on."""
    match = LINE.match(line)
    return match is not None and SIGNS.match(line[match.end() :]) is None


def signature(page: Page) -> range:
    """Return the lines of the signature at the end of a mail; none where there is none."""
    blocks = page.blocks
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 1 - SIGNATURE_LINES), -1):
        start, end = blocks[index].spans[0]
        if len(blocks[index].spans) > 1 and page.visible[start:end] == SIGNATURE:
            return range(index, len(blocks))
    return range(0)
