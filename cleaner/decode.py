"""Bytes of any encoding, or a string of any content, become clean text with the evidence for it.

The order of evidence: byte order mark, zero bytes of UTF-16 and UTF-32, the page's own declaration (unless
the bytes are valid UTF-8 and it says otherwise), UTF-8 validity, the letters of western European text, and last
BeautifulSoup's UnicodeDammit. Line ends are left as they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

import numpy as np

from cleaner import mime
from cleaner.errors import BinaryError
from cleaner.escapes import undone
from cleaner.regexes import regex

SNIFF_BYTES = 65_536
"""How much of the input is looked at to tell text from binary and to guess an encoding."""
DECLARATION_BYTES = 4_096
"""How far into the page a declaration is looked for; HTML asks for 1,024, pages put scripts before it."""
CONTROL_SHARE = 0.3
"""More control characters than this and it is no text; terminal logs full of colour codes stay below a tenth."""
CONTROL_SHARE_UNKNOWN = 0.02
"""The same where the bytes are no valid UTF-8 and declare nothing; random bytes have 9 %, legacy text none."""
WIDE_ZERO_SHARE = 0.4
"""Zero high bytes among the code units of UTF-16 in Latin script: all but a few typographic marks."""
WIDE_ZERO_SHARE_OTHER = 0.005
"""The same for other scripts, where only spaces, line ends and digits have them."""
STRAY_LIMIT = 100_000
"""Above this number of bad bytes they are replaced without being looked at one by one."""
WESTERN_RUN = 1.5
"""Mean length of runs of non-ASCII bytes in western European text; words of other scripts are whole runs."""
SHORT_EVIDENCE = 3
"""Fewer non-ASCII characters than this do not outvote a page that declares an East Asian encoding."""
PRINTABLE_SHARE = 0.95
"""Printable characters in text read as UTF-16; other bytes read so hit unassigned code points."""
SCRIPT_ROWS = 8
"""Rows of 256 code points that a page in one alphabet touches at most, typographic marks included."""

_MAGIC = (
    b"%PDF-", b"\x89PNG", b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd", b"BZh91AY", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"OggS\x00", b"ID3\x02", b"ID3\x03", b"ID3\x04", b"fLaC", b"wOFF",
    b"wOF2", b"PAR1",
    b"SQLite format 3\x00", b"II*\x00", b"MM\x00*", b"\x00asm", b"\x00\x00\x01\x00", b"\x93NUMPY",
)  # fmt: skip
_CONTAINER_MAGIC = ((0, b"RIFF", 8, (b"WEBP", b"WAVE", b"AVI ")), (4, b"ftyp", 8, (b"",)))
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})|<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_LABELS = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "windows-949": "cp949",
    "big5": "big5hkscs", "windows-874": "cp874", "tis-620": "cp874", "iso-8859-8-i": "iso-8859-8", "x-cp1251": "cp1251",
    "utf8": "utf-8", "unicode": "utf-8",
}  # fmt: skip
"""What browsers read under a label, where Python's codec of that name reads less; source: WHATWG Encoding."""
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Python's codecs of text that no page is written in: they fail on most bytes, or read backslashes and plus signs as something else."""
_WIDE = ("utf-16", "utf-32")
"""How the codecs begin that read any bytes as something; their byte order marks and zeros tell them."""
_EAST_ASIAN = frozenset({"gb18030", "cp932", "cp949", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "hz"})
_CONTROL_RANGES = np.uint8(9), (np.uint8(0x0E), np.uint8(0x1C))
"""Control characters are the bytes below the first number, those from the second up to the third, and 0x7F."""
_CONTROL_BYTES = bytes((*range(9), *range(0x0E, 0x1C), 0x7F))
_CONTROLS = regex("[\x00-\x08\x0e-\x1b\x7f]")
_SURROGATES = regex("[\ud800-\udfff]")
_NON_ASCII = regex(rb"[\x80-\xff]+")
_STRICT = ("declared", "valid")
"""Evidence of UTF-8 that was read as it stands."""
_SURROGATE_LEAD = b"\xed"
"""First byte of a surrogate that a careless writer encoded, and of a few thousand Korean syllables."""
_ESCAPE = b"\x1b"
_JIS_ESCAPE = regex(rb"\x1b\$[@B]")
_TAG = regex(rb"<[^<>]{0,2000}>")
_WESTERN = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüœßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŸÿ“”„‚‘’–—…•«»‹›€£§©®™°·´¡¿ªº†‡\xa0\xad".encode("cp1252")
)
_ALSO_HUNGARIAN = frozenset("õûÕÛ".encode("cp1252"))
"""The bytes of Hungarian's own letters in Windows-1250; French and Portuguese have them beside the next ones."""
_NEVER_HUNGARIAN = frozenset("ãçàèêôÃÇÀÈÊÔ".encode("cp1252"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text and how it was come by.

    `encoding` is a Python codec name, empty when the source was a string; `evidence` one of `str`, `message`, `bom`,
    `zeros`, `told`, `declared`, `valid`, `nearly valid`, `letters`, `detected`, `fallback`. `controls`
    counts control characters that became spaces, `surrogates` lone surrogates that became U+FFFD, `replaced`
    undecodable bytes that did, `escapes` what a program had written down (`cleaner.escapes`),
    `parts` the parts of a message that are not read (`cleaner.mime`). `utf8` is the text as bytes, for who needs it so.
    """

    text: str
    encoding: str
    evidence: str
    controls: int = 0
    surrogates: int = 0
    replaced: int = 0
    escapes: int = 0
    parts: int = 0
    utf8: bytes | None = field(default=None, repr=False, compare=False)


def decode(source: str | bytes, charset: str = "") -> Decoded:
    """Return the text of `source`; never raises on a string.

    `charset` is the encoding of bytes by what they came with, a server's word for instance, which goes before the page's own (WHATWG
    HTML, “determining the character encoding”); a name that is unknown, or that does not fit the bytes, says nothing.

    Control characters other than white space become spaces and lone surrogates U+FFFD, one to one, so that
    offsets stay; a leading byte order mark goes. Of text that a program wrote down, escapes and all, it is the text meant.

    Raises:
        BinaryError: the bytes are no text in any encoding.

    """
    if isinstance(source, str):
        head = source[: mime.HEAD_BYTES].encode("utf-8", "replace")
        found = _of_message(source.encode("utf-8", "replace")) if mime.is_message(head) else None
        return found or _cleaned(source, "", "str")
    if is_binary(source):
        raise BinaryError("the input is no text but a binary file; extract its text first")
    if found := _of_message(source):
        return found
    text, encoding, evidence = _decoded(source, _codec(charset.strip().lower()))
    replaced = text.count("\ufffd") - _own_replacements(source, encoding) if "\ufffd" in text else 0
    strict = encoding == "utf-8" and evidence in _STRICT and _SURROGATE_LEAD not in source
    decoded = _cleaned(text, encoding, evidence, max(replaced, 0), source if strict else None)
    if decoded.controls:
        sample = text[:SNIFF_BYTES]
        if len(_CONTROLS.findall(sample)) > CONTROL_SHARE * len(sample):
            raise BinaryError("the input is mostly control characters, so it is no text; give the text that was taken out of it")
    return decoded


def _of_message(source: bytes) -> Decoded | None:
    """Return the text of a message's part, by the encoding that it names or by its bytes; None where there is none."""
    part = mime.read(source)
    if part is None:
        return None
    try:
        text, encoding = part.data.decode(part.charset, "replace"), part.charset
    except LookupError:
        try:
            text, encoding, _ = _decoded(part.data)
        except BinaryError:
            return None
    return replace(_cleaned(part.head + text.replace("\r\n", "\n"), encoding, "message"), parts=part.others)


def is_binary(data: bytes) -> bool:
    """Tell whether the first bytes are those of a known binary format."""
    if data.startswith(_MAGIC):
        return True
    return any(
        data.startswith(magic, at) and data.startswith(kinds, after) for at, magic, after, kinds in _CONTAINER_MAGIC
    )


def _cleaned(text: str, encoding: str, evidence: str, replaced: int = 0, utf8: bytes | None = None) -> Decoded:
    """Return `text` without its byte order mark, controls and surrogates; `utf8` is its bytes, if known."""
    if text.startswith("\ufeff"):
        text, utf8 = text[1:], None
    text, escapes = undone(text)
    if escapes:
        utf8 = None
    if utf8 is None:
        utf8 = _encoded(text)
    if utf8 is not None and _is_clean(utf8):
        return Decoded(text, encoding, evidence, replaced=replaced, escapes=escapes, utf8=utf8)
    text, controls = _CONTROLS.subn(" ", text)
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    return Decoded(text, encoding, evidence, controls, surrogates, replaced, escapes)


def _encoded(text: str) -> bytes | None:
    """Return the text as UTF-8, None where it holds surrogates."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return None


def _is_clean(data: bytes) -> bool:
    """Tell whether there are no control characters; bytes are looked through ten times as fast as a string."""
    if not data:
        return True
    codes = np.frombuffer(data, np.uint8)
    low, between = _CONTROL_RANGES
    # Unsigned numbers below a range's start wrap around to high ones, so that the least tells whether any is in it.
    return codes.min() >= low and (codes - between[0]).min() >= between[1] - between[0] and b"\x7f" not in data


def _own_replacements(data: bytes, encoding: str) -> int:
    """Count the U+FFFD that stand in the bytes themselves, which decoding did not write."""
    try:
        mark = "\ufffd".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return 0
    return data.count(mark)


def _decoded(data: bytes, told: str = "") -> tuple[str, str, str]:
    """Return text, encoding and evidence for bytes, of which somebody `told` the codec if it is known."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding, "bom"
    wide = _wide_encoding(data[:SNIFF_BYTES]) if b"\0" in data[:SNIFF_BYTES] else ""
    if wide:
        return data.decode(wide, "replace"), wide, "zeros"
    declared = _declared_encoding(data)
    valid = _valid_utf8(data)
    for named, evidence in ((told, "told"), (declared, "declared")):
        if named in ("", "utf-8") or named.startswith(_WIDE):
            continue
        text = _strict(data, named)
        if text is not None and (valid is None or valid.isascii() or _outvoted(valid, named)):
            return text, named, evidence
    if valid is not None and _ESCAPE in data and _JIS_ESCAPE.search(data) and (text := _strict(data, "iso2022_jp")):
        return text, "iso2022_jp", "letters"
    if valid is not None:
        return valid, "utf-8", "declared" if declared == "utf-8" else "valid"
    return _legacy(data, declared or told)


def _outvoted(valid: str, declared: str) -> bool:
    """Tell whether a declared East Asian encoding beats the few characters that happen to be valid UTF-8."""
    return declared in _EAST_ASIAN and sum(not c.isascii() for c in valid[:SNIFF_BYTES]) < SHORT_EVIDENCE


def _legacy(data: bytes, declared: str) -> tuple[str, str, str]:
    """Return text, encoding and evidence for bytes that are not valid UTF-8."""
    nearly = _nearly_utf8(data)
    if nearly is not None:
        return nearly, "utf-8", "nearly valid"
    if declared not in ("", "utf-8"):
        return data.decode(declared, "replace"), declared, "declared"
    if _control_share(data[:SNIFF_BYTES]) > CONTROL_SHARE_UNKNOWN:
        raise BinaryError("the input is no text in any known encoding; convert it to UTF-8 first")
    sample = _telling_sample(data)
    if _looks_western(sample):
        return data.decode("cp1252", "replace"), "cp1252", "letters"
    detected = _detected_encoding(sample)
    if detected:
        return data.decode(detected, "replace"), detected, "detected"
    return data.decode("cp1252", "replace"), "cp1252", "fallback"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _valid_utf8(data: bytes) -> str | None:
    """Return the text of valid UTF-8, surrogates that a careless writer encoded included."""
    text = _strict(data, "utf-8")
    if text is not None or _SURROGATE_LEAD not in data:
        return text
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """Return the text of UTF-8 with some bad bytes in it, or None when most non-ASCII bytes are bad.

    A lone byte from 0x80 to 0x9F becomes the typographic mark it is in Windows-1252, as pages glued
    together from two encodings have it.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
    if good <= bad:
        return None
    return text if bad > STRAY_LIMIT else data.decode("utf-8", "cleaner.stray")


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    mark = byte.decode("cp1252", "replace") if b"\x80" <= byte <= b"\x9f" else "\ufffd"
    return mark, error.end


codecs.register_error("cleaner.stray", _stray)


def _declared_encoding(data: bytes) -> str:
    """Return the codec a page declares for itself, or nothing when it declares none that exists."""
    found = _DECLARED.search(data[:DECLARATION_BYTES])
    if not found:
        return ""
    label = (found[1] or found[2]).decode("ascii", "ignore").lower()
    if label.startswith(("utf-16", "utf-32", "utf16", "ucs")):
        return "utf-8"  # the declaration itself was read as ASCII, so it cannot be true
    return _codec(label)


def _codec(label: str) -> str:
    try:
        found = codecs.lookup(_LABELS.get(label, label))
        b"".decode(found.name)
    except (LookupError, ValueError):
        return ""
    return "" if found.name in _NO_CHARSETS else found.name


def _wide_encoding(sample: bytes) -> str:
    """Return the UTF-16 or UTF-32 that the places of the zero bytes speak for, or nothing."""
    sample = sample[: len(sample) // 4 * 4]
    units = len(sample) // 4
    if not units:
        return ""
    zeros = [sample[place::4].count(0) / units for place in range(4)]
    for encoding, low, high in (("utf-32-le", 0, (2, 3)), ("utf-32-be", 3, (0, 1))):
        if zeros[low] < WIDE_ZERO_SHARE and min(zeros[place] for place in high) == 1 and _strict(sample, encoding):
            return encoding
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    for encoding, high_share, low_share in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high_share > WIDE_ZERO_SHARE_OTHER:
            text = _strict(sample, encoding) or _strict(sample[:-2], encoding)
            latin = high_share > max(WIDE_ZERO_SHARE, 2 * low_share)
            if text and (latin or (_is_no_utf8(sample) and _reads_as_words(text))):
                return encoding
    return ""


def _is_no_utf8(sample: bytes) -> bool:
    """Tell whether the bytes are invalid UTF-8, or valid with the controls that UTF-16 has for high bytes."""
    return _valid_utf8(sample) is None or _control_share(sample) > CONTROL_SHARE_UNKNOWN


def _control_share(sample: bytes) -> float:
    return sum(map(sample.count, _CONTROL_BYTES)) / max(len(sample), 1)


def _reads_as_words(text: str) -> bool:
    """Tell whether nearly all characters are printable, and of East Asia or of few Unicode rows, as one script is."""
    printable = sum(c.isprintable() or c.isspace() for c in text)
    rows = {ord(c) >> 8 for c in text if c.isalpha()}
    asian = sum(c.isascii() or "\u3000" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" or c > "\uff00" for c in text)
    share = PRINTABLE_SHARE * len(text)
    return printable > share and (len(rows) <= SCRIPT_ROWS or asian > share)


def _telling_sample(data: bytes) -> bytes:
    """Return a bounded piece that holds non-ASCII bytes, without tags, which dilute the evidence."""
    first = _NON_ASCII.search(data)
    start = max(0, first.start() - DECLARATION_BYTES) if first else 0
    return _TAG.sub(b" ", data[start : start + SNIFF_BYTES])


def _looks_western(sample: bytes) -> bool:
    """Tell whether the non-ASCII bytes stand one by one and are letters or marks of western Europe."""
    runs = _NON_ASCII.findall(sample)
    joined = frozenset(b"".join(runs))
    if not joined or sum(map(len, runs)) > WESTERN_RUN * len(runs) or not joined <= _WESTERN:
        return False
    return joined.isdisjoint(_ALSO_HUNGARIAN) or not joined.isdisjoint(_NEVER_HUNGARIAN)


def _detected_encoding(sample: bytes) -> str:
    from bs4.dammit import UnicodeDammit  # noqa: PLC0415 - slow to import, seldom needed
    from charset_normalizer import from_bytes  # noqa: PLC0415

    # Named first, because UnicodeDammit asks whichever detector happens to be installed.
    best = from_bytes(sample).best()
    found = UnicodeDammit(sample, user_encodings=[best.encoding] if best else []).original_encoding
    return _codec(found) if found else ""
