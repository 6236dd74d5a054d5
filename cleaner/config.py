"""The configuration of a `Cleaner`: one frozen value, checked when it is made."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from cleaner.errors import UsageError
from cleaner.regexes import regex

_LANGUAGE = regex(r"(?:([A-Za-z]{2,3})(?:[-_]\w+)*)?")
Profile = Literal["balanced", "precision", "recall"]
Engine = Literal["model", "ensemble"]

_OTHER_CODES = {
    "af": "afr", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "am": "amh", "bn": "ben", "br": "bre", "bs": "bos", "ca": "cat", "cs": "ces cze", "cy": "cym wel",
    "da": "dan", "de": "deu ger", "el": "ell gre", "en": "eng", "es": "spa", "et": "est", "eu": "eus baq", "fa": "fas per", "fi": "fin",
    "fr": "fra fre", "ga": "gle", "gl": "glg", "gu": "guj", "ha": "hau", "he": "iw heb", "hi": "hin", "hr": "hrv", "ht": "hat", "hu": "hun", "hy": "hye arm", "id": "in ind", "is": "isl ice",
    "it": "ita", "ja": "jpn", "ka": "kat geo", "kk": "kaz", "km": "khm", "kn": "kan", "ko": "kor", "ky": "kir", "lb": "ltz", "lt": "lit", "lv": "lav", "mg": "mlg", "mk": "mkd mac", "ml": "mal", "mr": "mar",
    "ms": "msa may", "mt": "mlt", "my": "mya bur", "nb": "no nor nob", "ne": "nep", "nl": "nld dut", "nn": "nno", "oc": "oci", "pa": "pan", "pl": "pol", "pt": "por",
    "ro": "ron rum", "ru": "rus", "si": "sin", "sk": "slk slo", "sl": "slv", "so": "som", "sq": "sqi alb", "sr": "srp scc", "sv": "swe", "sw": "swa",
    "ta": "tam", "te": "tel", "th": "tha", "tl": "tgl fil", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "xh": "xho", "zh": "zho chi", "zu": "zul",
}  # fmt: skip
"""Other codes of the languages that have packs, or relatives with one: ISO 639-2's, those given up, and that of either Norwegian."""
_CODES = {other: code for code, others in _OTHER_CODES.items() for other in others.split()}
MAX_CHARS = 20_000_000
"""Longest accepted input in characters. A long read has 100,000; the limit bounds time and memory."""


@dataclass(frozen=True, slots=True)
class Config:
    """How to clean.

    Attributes:
        lang: code of the page's language, ISO 639-1 where it has one; empty to detect it. What follows it, as in `de-DE`,
            is left out. ISO 639-2's codes (`deu`, `ger`) are understood too.
        profile: `precision` removes more, `recall` keeps more.
        engine: who judges blocks: the block model alone, or the model with trafilatura's vote as evidence.
        disable: rule ids, or prefixes ending in `.`, that are switched off.
        enable: rule ids switched on although a pack retired them.
        only: when not empty, the only rules to run.
        packs: paths of further rule packs, each a str or `os.PathLike`.
        keep_all: switch off rules, fields and model: the whole input is body.
        min_score: records with a lower `scores.overall` become rejected rows; 0 rejects none.
        max_chars: longest accepted input in characters.

    Raises:
        UsageError: a value is not one of the allowed ones.
    """

    lang: str = ""
    profile: Profile = "balanced"
    engine: Engine = "model"
    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    keep_all: bool = False
    min_score: float = 0.0
    max_chars: int = MAX_CHARS

    def __post_init__(self) -> None:
        _one_of("profile", self.profile, get_args(Profile))
        _one_of("engine", self.engine, get_args(Engine))
        object.__setattr__(self, "lang", language_code("lang", self.lang))
        if not _is_number(self.min_score, float) or not 0 <= self.min_score <= 1:
            raise UsageError(f"min_score is {self.min_score!r}; give a number from 0 to 1")
        if not _is_number(self.max_chars) or self.max_chars < 1:
            raise UsageError(f"max_chars is {self.max_chars!r}; give a whole number above 0")
        if not isinstance(self.keep_all, bool):
            raise UsageError(f"keep_all is {self.keep_all!r}; give True or False")
        for name in ("disable", "enable", "only", "packs"):
            value = getattr(self, name)
            if isinstance(value, str) or not isinstance(value, Iterable):
                raise UsageError(f"{name} is {value!r}; give a list of strings")
            values = tuple(os.fspath(v) if name == "packs" and isinstance(v, os.PathLike) else v for v in value)
            if not all(isinstance(v, str) for v in values):
                raise UsageError(f"{name} is {value!r}; give a list of strings")
            object.__setattr__(self, name, values)

    @classmethod
    def from_options(cls, options: Mapping[str, Any]) -> Config:
        """Make a configuration from keyword arguments; an unknown name raises `UsageError`."""
        known = {f.name for f in fields(cls)}
        unknown = sorted(set(options) - known)
        if unknown:
            raise UsageError(f"unknown option {unknown[0]!r}; known options: {', '.join(sorted(known))}")
        return cls(**options)


def language_code(name: str, value: object) -> str:
    """Return the code of a language in small letters, without a script or country behind it, for the option `name`.

    Where the language has a pack, it is the pack's, whichever of its codes was given.

    Raises:
        UsageError: it is no code of two or three letters, and not empty.
    """
    found = _LANGUAGE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise UsageError(f"{name} is {value!r}; give a code of two or three letters, such as de, or nothing")
    code = (found[1] or "").lower()
    return _CODES.get(code, code)


def _is_number(value: object, *more: type) -> bool:
    return isinstance(value, (int, *more)) and not isinstance(value, bool)


def _one_of(name: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UsageError(f"{name} is {value!r}; give one of {', '.join(allowed)}")
