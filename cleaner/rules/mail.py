"""The head of a mail, as newsletters and forwarded stories have it when they were saved as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cleaner.model import Kind, Page

_NAMES: tuple[tuple[Kind, str], ...] = (
    ("title", "subject betreff objet asunto oggetto assunto onderwerp ämne emne temat předmět aihe тема konu"),
    ("date", "date sent datum gesendet envoyé fecha enviado data inviato verzonden skickat sendt wysłano дата отправлено "
     "received"),
    ("contact", "from to cc bcc reply-to von an kopie antwort de à a para da per aan van från till fra til od do "
     "от кому кимден return-path delivered-to sender"),
    ("tools", "message-id mime-version content-type content-transfer-encoding importance priority attachments anlagen "
     "list-id list-unsubscribe x-mailer user-agent in-reply-to references"),
)
NAMES: Mapping[str, Kind] = {name: kind for kind, names in _NAMES for name in names.split()}
"""What the lines of a mail's head begin with -> the kind of the line: RFC 5322, and how mail programs translate it."""
FEWEST = 3
"""Lines that make a head; a subject and somebody who writes or is written to must be among them."""
MOST = 20
"""Lines from a mail's beginning in which its head stands. Field observation."""
LINE = re.compile(r"([^\W\d_][\w-]{0,30})\s?:\s")
SIGNATURE = "--"
"""The line above a signature (RFC 3676, 4.3)."""
SIGNATURE_LINES = 12
"""Lines from a text's end in which the signature's mark is looked for: mails have longer ones than the four lines of good manners. Set by hand."""


def head(page: Page) -> dict[int, Kind]:
    """Return the lines of the mail's head that a text begins with and their kinds; nothing where it is no mail."""
    found: dict[int, Kind] = {}
    if page.media_type == "text/html":
        return found
    for block in page.blocks[:MOST]:
        match = LINE.match(block.text)
        kind = NAMES.get(match[1].lower()) if match else None
        if kind is None or (found and block.source.gap):
            break
        found[block.index] = kind
    kinds = found.values()
    return found if len(found) >= FEWEST and "title" in kinds and "contact" in kinds else {}


def subject(line: str) -> str:
    """Return a line of the head without its name."""
    match = LINE.match(line)
    return line[match.end() :] if match else line


def signature(page: Page) -> range:
    """Return the lines of the signature at the end of a mail; none where there is none."""
    blocks = page.blocks
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 1 - SIGNATURE_LINES), -1):
        start, end = blocks[index].spans[0]
        if len(blocks[index].spans) > 1 and page.visible[start:end] == SIGNATURE:
            return range(index, len(blocks))
    return range(0)
