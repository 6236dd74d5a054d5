"""Messages as mail and browsers save them (`.eml`, `.mhtml`): the part that is read, decoded (RFC 2045, RFC 2557)."""

from __future__ import annotations

import re
from email import errors, message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import NamedTuple

from cleaner.regexes import regex

HEAD_BYTES = 16_384
"""How far into the input a message's head is looked for."""
SHOWN = ("From", "To", "Subject", "Date")
"""Lines of a mail's head that stand above its text when it is read."""

_OPENS = regex(rb"\s*[A-Za-z][\w-]*:[ \t]")
_BLANK = regex(rb"\r?\n[ \t]*\r?\n")
_VERSION = regex(rb"^MIME-Version:\s*1\.0", re.IGNORECASE | re.MULTILINE)
_CARRIED = regex(
    rb"^Content-Type:\s*(?:multipart/|text/html)|^Content-Transfer-Encoding:\s*(?:quoted-printable|base64)",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE = "multipart/related"
_NO_BASE64 = (errors.InvalidBase64CharactersDefect, errors.InvalidBase64PaddingDefect, errors.InvalidBase64LengthDefect)


class Part(NamedTuple):
    """The part of a message that is read: the lines above it, its bytes, the encoding that it names, how many others there are."""

    head: str
    data: bytes
    charset: str
    others: int


def is_message(head: bytes) -> bool:
    """Say whether the first bytes of an input are those of a message whose text is not simply what stands there."""
    if not _OPENS.match(head):
        return False
    lines = _BLANK.split(head.lstrip(), maxsplit=1)[0]
    return _VERSION.search(lines) is not None and _CARRIED.search(lines) is not None


def read(source: bytes) -> Part | None:
    """Return the part of a saved message that is its text; None where `source` is no message, or none that can be read.

    Of a page that a browser saved it is the HTML, of a mail its plain text below its head, or else its HTML.
    """
    if not is_message(source[:HEAD_BYTES]):
        return None
    try:
        return _part(message_from_bytes(source, policy=policy.default))
    except (LookupError, ValueError, TypeError, AttributeError):  # what the parser of mail raises for heads that break its grammar
        return None


def _part(message: Message) -> Part | None:
    page = message.get_content_type() == _PAGE
    part = message.get_body(("html",) if page else ("plain", "html")) if isinstance(message, EmailMessage) else None
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes) or not data.strip():
        return None
    if any(isinstance(defect, _NO_BASE64) for defect in part.defects):
        return None
    plain = part.get_content_type() == "text/plain"
    shown = [f"{name}: {message[name]}" for name in SHOWN if plain and message[name]]
    others = sum(1 for one in message.walk() if one is not part and not one.is_multipart())
    return Part("\n".join([*shown, "", ""]) if shown else "", data, part.get_content_charset() or "", others)
