"""langdetect's detector, quicker: the same draws from the same n-grams, the same arithmetic, the same answers."""

from __future__ import annotations

import json
from functools import lru_cache, reduce
from itertools import chain, compress, pairwise
from operator import add
from pathlib import Path
from typing import NamedTuple

import numpy as np
from langdetect.detector import Detector
from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.ngram import NGram
from numpy.typing import NDArray

SEED = 0
"""Seed of the draws from a text's n-grams, so that a text has one language."""
Shares = NDArray[np.float64]


class _Profiles(NamedTuple):
    """What a detector takes from langdetect's factory: the languages, each n-gram's shares of their texts, and a seed."""

    langlist: list[str]
    word_lang_prob_map: dict[str, Shares]
    seed: int


@lru_cache(maxsize=1)
def _profiles() -> _Profiles:
    """Load langdetect's profiles, with an n-gram's shares side by side: as lists of numbers most of the time goes to find them."""
    files = sorted(path for path in Path(PROFILES_DIRECTORY).glob("[!.]*") if path.is_file())
    profiles = [json.loads(path.read_bytes()) for path in files]
    rows: dict[str, int] = {}
    for profile in profiles:
        for gram in profile["freq"]:
            rows.setdefault(gram, len(rows))
    shares = np.zeros((len(rows), len(profiles)))
    for column, profile in enumerate(profiles):
        counts = profile["freq"]
        totals = np.array(profile["n_words"]).take([len(gram) - 1 for gram in counts])
        shares[[*map(rows.__getitem__, counts)], column] = [*counts.values()] / totals
    return _Profiles([profile["name"] for profile in profiles], dict(zip(rows, shares, strict=True)), SEED)


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
