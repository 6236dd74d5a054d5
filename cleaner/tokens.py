"""Words of texts: how many there are, in any script, and the words themselves as texts are compared.

A word is a run of letters and digits. Where scripts set no spaces between words, or a language's words are long, it is counted by characters.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cleaner.regexes import regex

_WORD = regex(r"[^\W_]+")
_SIGNED = regex(
    r"[\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0970-\u09e3\u09e6-\u0dff\u200c\u200d]+"
)
"""A word with the signs for vowels of Indic scripts, Arabic and Hebrew, and what joins or parts letters within one: none of them letters by themselves."""
_MARKS = "’‘“”„–—…•·©\u00a0"
"""Marks, none of them part of a word, that are often all of a line that is not ASCII."""
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() or chr(code) == "\n" else 32 for code in range(256))
"""Latin-1's letters in lower case and digits, with spaces for all but the ends of lines; bytes are translated much faster."""
_MICRO = b"\xb5"
"""The one sign of Latin-1, besides ß, whose folded form lies outside."""
LONG_CHARS = 400
"""Characters from which looking whether a text may be read as ASCII costs less than the regex."""
CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CJK_FIRST = 0x3040
"""Signs of Chinese, Japanese and Korean, and the first code point of these scripts."""
CJK_CHARS_PER_WORD = 2.0
"""Characters that weigh as one word where words are not parted by spaces."""
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
UNSPACED = regex(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _UNSPACED)}]")
"""Thai, Lao, Burmese and Khmer: letters, but neither spaces between words nor, in Thai and Lao, stops behind sentences."""
_LONG_WORDED = ((0x0B80, 0x0DFF), (0x10A0, 0x10FF))
LONG_WORDED = regex(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _LONG_WORDED)}]")
"""Tamil, Telugu, Kannada, Malayalam, Sinhala and Georgian: words of eight to ten letters and signs, so that seven of them say what twelve of English do."""
LONG_WORDED_CHARS_PER_WORD = 4.2
"""Letters that weigh as one word there: those of an English word in short sentences of news."""
UNSPACED_LANGUAGES = frozenset({"th", "lo", "my", "km"})
UNSPACED_CHARS_PER_WORD = 5.0
"""Letters and signs of a Thai word, roughly, in news."""


def tokens(texts: Sequence[str]) -> list[list[str]]:
    """Return the case-folded words of each text, its runs of letters and digits; ASCII ones are taken apart together, at a tenth of the regex's cost."""
    joined = "\n".join(texts)
    for mark in _MARKS:
        joined = joined.replace(mark, " ")
    lines = joined.split("\n")
    if len(lines) != len(texts):
        return [_words(text) for text in texts]
    read = iter(_plain("\n".join(filter(str.isascii, lines))).split("\n"))
    return [next(read).split() if line.isascii() else _words(line) for line in lines]


def plain_words(text: str) -> list[str]:
    """Return the case-folded words of a text that is Latin-1 but for `_MARKS`; nothing for any other."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return _latin_words(text)


def _latin_words(text: str) -> list[str]:
    """Return the case-folded words of a Latin-1 text; nothing for any other."""
    try:
        encoded = text.replace("ß", "ss").encode("latin-1")
    except UnicodeEncodeError:
        return []
    return [] if _MICRO in encoded else encoded.translate(_PLAIN).decode("latin-1").split()


def _plain(text: str) -> str:
    """Return an ASCII text with its words in lower case and spaces between them."""
    return text.encode().translate(_PLAIN).decode()


def _words(text: str) -> list[str]:
    """Return the case-folded words of any text."""
    return _latin_words(text) or [*map(str.casefold, _WORD.findall(text))]


def counted(texts: Sequence[str]) -> tuple[int, ...]:
    """Count the words of each text, with one look for characters of scripts without spaces."""
    joined = "".join(texts)
    encoded = b"" if joined.isascii() else joined.encode("utf-16-le", "surrogatepass")
    codes = np.frombuffer(encoded, np.uint16)
    highest = codes.max(initial=0)
    if highest < _LONG_WORDED[0][0] or (highest < CJK_FIRST and not _has_unspaced(codes)):
        return tuple([text.count(" ") + 1 for text in texts])
    return tuple(map(count_words, texts))


def _has_unspaced(codes: NDArray[np.uint16]) -> bool:
    """Say whether there are characters of `UNSPACED` or `LONG_WORDED` among `codes`."""
    return any(bool((codes - np.uint16(first) <= last - first).any()) for first, last in (*_LONG_WORDED, *_UNSPACED))


def count_words(text: str) -> int:
    """Count words; in scripts without spaces or of long words, as many characters as make one."""
    count = text.count(" ") + 1
    if not text.isascii():
        for script, size in ((CJK, CJK_CHARS_PER_WORD), (UNSPACED, UNSPACED_CHARS_PER_WORD), (LONG_WORDED, LONG_WORDED_CHARS_PER_WORD)):
            if script.search(text):
                return max(count, int(len(script.findall(text)) / size))
    return count


def words(text: str) -> list[str]:
    """Return the folded words of `text`."""
    if len(text) >= LONG_CHARS and (found := plain_words(text)):
        return found
    folded = text.casefold()
    return _WORD.findall(folded) if folded.isascii() else _SIGNED.findall(folded.replace("_", " "))


def squeezed(text: str) -> str:
    """Return the folded letters and digits of a name, without what stands between them, as names in addresses are compared."""
    return "".join(words(text))


def folded(name: str) -> str:
    """Return the folded words of a name with spaces between them, as names are compared."""
    return " ".join(words(name))
