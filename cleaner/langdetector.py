"""langdetect's detector, quicker: the same draws from the same n-grams, the same arithmetic, the same answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, KeysView, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import chain, compress, pairwise
from operator import add
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from langdetect.detector import Detector
from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.ngram import NGram
from numpy.typing import NDArray

SEED = 0
"""Seed of the draws from a text's n-grams, so that a text has one language."""
Shares = NDArray[np.float64]


class _Grams(Mapping[str, Shares]):
    """Each n-gram's shares of the languages' texts, laid out when they are asked for.

    Two of its 55 are not zero; all of them take 38 MB and a quarter of a second to lay out.
    """

    def __init__(self, profiles: Sequence[Mapping[str, Any]]) -> None:
        self.rows = {gram: row for row, gram in enumerate(dict.fromkeys(chain.from_iterable(profile["freq"] for profile in profiles)))}
        self.languages = len(profiles)
        row, shares = zip(*(self._shares(**profile) for profile in profiles), strict=True)
        rows = np.concatenate(row)
        order = rows.argsort(kind="stable")
        self.starts = np.concatenate(([0], np.bincount(rows).cumsum()))
        self.language = np.repeat(np.arange(self.languages), [*map(len, row)]).take(order)
        self.shares = np.concatenate(shares).take(order)
        self.known: dict[str, Shares] = {}

    def _shares(self, freq: Mapping[str, int], n_words: Sequence[int], **_: object) -> tuple[NDArray[np.int64], Shares]:
        """Return the rows of a profile's n-grams and their shares among those of their length."""
        size = len(freq)
        totals = np.array(n_words).take(np.fromiter(map(len, freq), np.int64, size) - 1)
        return np.fromiter(map(self.rows.__getitem__, freq), np.int64, size), np.fromiter(freq.values(), np.float64, size) / totals

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __contains__(self, gram: object) -> bool:
        return gram in self.rows

    def keys(self) -> KeysView[str]:
        """Return the n-grams, as a dictionary's keys, which meet a set's faster than others."""
        return self.rows.keys()

    def __getitem__(self, gram: str) -> Shares:
        found = self.known.get(gram)
        if found is None:
            row = self.rows[gram]
            part = slice(self.starts[row], self.starts[row + 1])
            found = np.zeros(self.languages)
            found[self.language[part]] = self.shares[part]
            self.known[gram] = found
        return found


class _Profiles(NamedTuple):
    """What a detector takes from langdetect's factory: the languages, each n-gram's shares of their texts, and a seed."""

    langlist: list[str]
    word_lang_prob_map: _Grams
    seed: int


@lru_cache(maxsize=1)
def _profiles() -> _Profiles:
    """Load langdetect's profiles."""
    files = sorted(path for path in Path(PROFILES_DIRECTORY).glob("[!.]*") if path.is_file())
    profiles = [json.loads(path.read_bytes()) for path in files]
    return _Profiles([profile["name"] for profile in profiles], _Grams(profiles), SEED)


def detect(text: str) -> str:
    """Return langdetect's code of the language of `text`, empty where it finds none."""
    detector = QuickDetector(_profiles())
    detector.append(text)
    try:
        code = str(detector.detect())
    except LangDetectException:
        return ""
    return "" if code == Detector.UNKNOWN_LANG else code


class QuickDetector(Detector):  # type: ignore[misc]  # langdetect has no types
    """Says of a text what langdetect's own detector says of it, whose inner loops it replaces."""

    def append(self, text: str) -> None:
        """Add `text`, without addresses. Spaces in a row may stay: no n-gram spans them."""
        plain = self.MAIL_RE.sub(" ", self.URL_RE.sub(" ", text))
        self.text += NGram.normalize_vi(plain)[: self.max_text_length]

    def _extract_ngrams(self) -> list[str]:
        """Return the known n-grams that end at each character, shorter ones first; where two capitals end, none.

        None that is known has a space in its middle, so that these need not be kept from running over words.
        """
        text = "  " + self.text.translate({ord(char): NGram.normalize(char) for char in set(self.text)})
        pairs = [*map(add, text, text[1:])]
        ending = zip(text[2:], pairs[1:], map(add, pairs, text[2:]), strict=True)
        capital = [*map(str.isupper, text[1:])]
        apart = [not (before and here) for before, here in pairwise(capital)]
        grams = [*chain.from_iterable(compress(ending, apart))]
        known = self.word_lang_prob_map.keys() & set(grams)
        return [*filter(known.__contains__, grams)]

    def _init_probability(self) -> Shares:
        return np.array(super()._init_probability())

    def _update_lang_prob(self, prob: Shares, word: str, alpha: float) -> bool:
        prob *= self.word_lang_prob_map[word] + alpha / self.BASE_FREQ
        return True

    def _normalize_prob(self, prob: Shares) -> float:
        """Make the sum 1, added up as langdetect does, and return the highest of `prob`; `sum` rounds otherwise from Python 3.12 on."""
        prob /= reduce(add, prob.tolist())
        return float(prob.max())
