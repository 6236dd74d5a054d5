"""Examples for training: the model's input for a page in one of its forms, with labels and weights of its blocks."""

from __future__ import annotations

import pickle
import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks import peers
from benchmarks.align import origins, shares
from benchmarks.corpora import FOLDS, SPLICED, Gold
from benchmarks.flatten import AUGMENTED, FLATTENERS, MARKDOWN, flattened
from benchmarks.folds import fold_boundaries
from benchmarks.prepared import CONFIG, labelled
from benchmarks.splice import FEWEST_DONORS, VARIANTS, Part, can_be_spliced, joined, story_range
from cleaner.blockmodel.columns import Bag, Inputs
from cleaner.blockmodel.features import inputs
from cleaner.model import MediaType
from cleaner.pipeline import Parsed, parse, prepare

HTML = "html"
BLOCK_WORDS, PAGE_WORDS = 3, 80
"""Added to the words of a block and of its page's gold when weights are set, so that short ones count as well."""
LARGEST_WEIGHT = 0.3
VOTERS = (peers.trafilatura, peers.readability)
"""Whose agreement labels pages that have no gold text; what they do not agree on has no weight."""
VOTE_WEIGHT = 0.4
SEGMENT_WEIGHT = 0.03
MOST_BLOCKS = 1 << 16
ROWS_A_LINE = 200
"""Pages after which the progress is printed."""
FORMS_OF_ARTICLES, FORMS_OF_OTHERS = 3, 1
"""Augmented forms of one page, besides the flatteners; chosen by the page's name."""
FORMS_OF_SPLICED = 3
"""Forms of a page that are spliced, besides its HTML."""
LEFT = 0.5
"""Share of the gold that must be there when a spliced page is read."""


@dataclass(frozen=True)
class Example:
    """One page in one form. `target` is each block's share of story words, `weight` what a block's loss counts.

    `article` is 1 for an article and 0 for another kind of page; pages of other kinds have no block weights.
    `origin` tells which blocks of the page's HTML the words come from (see `benchmarks.align.origins`).
    """

    key: str
    corpus: str
    form: str
    fold: int
    lang: str
    article: bool
    inputs: Inputs
    target: NDArray[np.float32]
    weight: NDArray[np.float32]
    origin: NDArray[np.float32]


def forms(row: Gold) -> list[str]:
    """Return the forms a page is trained in: HTML, the flatteners, some augmented ones."""
    seed = zlib.crc32(row.key.encode())
    names, more = list(FLATTENERS), list(AUGMENTED)
    count = FORMS_OF_ARTICLES if row.kind == "article" else FORMS_OF_OTHERS
    chosen = [more[((seed >> 5) + 5 * number) % len(more)] for number in range(count)]
    return [HTML, *(names if row.kind == "article" else [names[seed % len(names)]]), *chosen]


def source(row: Gold, form: str, cache: Path | None) -> tuple[str, MediaType]:
    """Return the page in one form, and its media type."""
    if form == HTML:
        return row.html(), "text/html"
    text = flattened(form, row.key, row.html(), cache)
    return text, "text/markdown" if form in MARKDOWN else "text/plain"


def examples(rows: Sequence[Gold], cache: Path | None) -> Iterator[Example]:
    """Yield all examples of `rows`."""
    for row in rows:
        votes = _votes(row) if row.kind == "article" and not row.text else ()
        html: list[str] = []
        for form in forms(row):
            page, labels = labelled(*source(row, form, cache))
            texts = [block.text for block in page.blocks]
            html = texts if form == HTML else html
            if 0 < len(texts) <= MOST_BLOCKS:
                target, weight = _targets(texts, row, votes)
                yield Example(
                    row.key, row.corpus, form, row.fold, row.lang, row.kind == "article",
                    _small(inputs(page, labels)), target, weight, origins(texts, html),
                )  # fmt: skip


def _examples_of(row: Gold, cache: Path) -> list[Example]:
    with fold_boundaries(cache, row.fold):
        return list(examples([row], cache))


def _targets(texts: list[str], row: Gold, votes: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    if row.kind != "article":
        return np.zeros(len(texts), np.float32), np.zeros(len(texts), np.float32)
    if not row.text:
        return _partial(texts, row, votes)
    target, words = shares(texts, row.text)
    return target, _weights(words, int((target * words).sum()))


def _small(seen: Inputs) -> Inputs:
    """Return the input in half the memory; training reads it back as it was, to three digits."""
    bags = (bag.unfolded() for bag in seen.bags)
    words, near, far = (Bag(bag.rows.astype(np.uint16), bag.block.astype(np.uint16)) for bag in bags)
    return Inputs(seen.dense.astype(np.float16), (words, near, far))


def _weights(words: NDArray[np.int64], story: int) -> NDArray[np.float32]:
    weight = (words + BLOCK_WORDS) / (max(story, 0) + PAGE_WORDS)
    return np.minimum(weight, LARGEST_WEIGHT).astype(np.float32)


def _votes(row: Gold) -> tuple[str, ...]:
    html = row.html()
    votes = []
    for voter in VOTERS:
        try:
            votes.append(voter(html))
        except Exception:
            votes.append("")
    return tuple(votes)


def _partial(texts: list[str], row: Gold, votes: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return targets and weights where only segments are known: the voters' agreement, corrected by the segments."""
    marks = [shares(texts, vote) for vote in votes if len(vote.split()) > PAGE_WORDS // 4]
    target = np.zeros(len(texts), np.float32)
    weight = np.zeros(len(texts), np.float32)
    if len(marks) == len(VOTERS):
        given = np.stack([mark[0] for mark in marks])
        yes, no = given.min(axis=0) >= 0.8, given.max(axis=0) <= 0.1  # noqa: PLR2004 - clear cases only
        target[yes] = 1
        words = marks[0][1]
        weight = _weights(words, int((words * yes).sum())) * VOTE_WEIGHT * (yes | no)
    flat = [" ".join(text.split()) for text in texts]
    for value, segments in ((1.0, row.must), (0.0, row.mustnot)):
        for segment in segments:
            wanted = re.sub(r"\s+", " ", segment).strip()
            places = [at for at, text in enumerate(flat) if wanted and wanted in text]
            for at in places if value == 0 or len(places) == 1 else ():
                target[at] = value
                weight[at] = max(weight[at], SEGMENT_WEIGHT)
    return target, weight.astype(np.float32)


def spliced(rows: Sequence[Gold], cache: Path | None) -> list[Example]:
    """Return examples spliced from `rows`, which are of one fold (`benchmarks.splice`); pages without gold text give none."""
    donors: dict[tuple[str, str], list[_Donor]] = defaultdict(list)
    for row in rows:
        html: list[str] = []
        for form in _spliced_forms(row) if row.text else ():
            donor = _donor(row, form, cache, html)
            html = donor.html
            if can_be_spliced(donor.part):
                donors[form, row.lang[:2]].append(donor)
    found: list[Example] = []
    for group in donors.values():
        parts = [donor.part for donor in group]
        for donor in group if len(group) >= FEWEST_DONORS else ():
            for variant in range(VARIANTS):
                found += _spliced(donor, parts, variant)
    return found


class _Donor(NamedTuple):
    """A page in one form that gives parts to others, with the blocks of its HTML."""

    row: Gold
    form: str
    parsed: Parsed
    part: Part
    html: list[str]


def _spliced_of(rows: Sequence[Gold], cache: Path) -> list[Example]:
    with fold_boundaries(cache, rows[0].fold):
        return spliced(rows, cache)


def _spliced_forms(row: Gold) -> list[str]:
    """Return the forms in which a page is spliced, HTML first, the others chosen by its name."""
    texts = [form for form in forms(row) if form != HTML]
    return [HTML, *random.Random(row.key).sample(texts, min(FORMS_OF_SPLICED, len(texts)))]


def _donor(row: Gold, form: str, cache: Path | None, html: list[str]) -> _Donor:
    """Read a page; `html` are the blocks of its HTML, if that was read already."""
    parsed = parse(*source(row, form, cache))
    page = prepare(parsed, CONFIG).page
    texts = [block.text for block in page.blocks]
    target, words = shares(texts, row.text)
    part = Part(row.site, page.blocks, *story_range(target, words, page.title, len(row.text.split())))
    return _Donor(row, form, parsed, part, html or texts)


def _spliced(donor: _Donor, parts: Sequence[Part], variant: int) -> list[Example]:
    """Return the donor's story in the furniture of two of `parts`, if they fit and it is still found there."""
    row, dice = donor.row, random.Random(f"{donor.row.key} {donor.form} {variant}")
    blocks = joined(donor.part, dice.choice(parts), dice.choice(parts), dice)
    if blocks is None:
        return []
    prepared = prepare(donor.parsed._replace(blocks=blocks), CONFIG)
    page = prepared.page
    texts = [block.text for block in page.blocks]
    target, words = shares(texts, row.text)
    story = int((target * words).sum())
    if story < LEFT * len(row.text.split()):
        return []
    example = Example(
        row.key + SPLICED, row.corpus, donor.form, row.fold, row.lang, True,
        _small(inputs(page, prepared.rules.labels(page))), target, _weights(words, story), origins(texts, donor.html),
    )  # fmt: skip
    return [example]


def stored_spliced_at(cache: Path) -> Path:
    """Return where `stored_spliced` keeps its examples."""
    return cache / "spliced.pickle"


def stored_spliced(rows: Sequence[Gold], cache: Path, workers: int = 1) -> None:
    """Keep the examples spliced from `rows`, fold by fold, in `cache`, built once by so many workers."""
    path = stored_spliced_at(cache)
    if path.exists():
        return
    folds = [[row for row in rows if row.fold == fold] for fold in range(FOLDS)]
    with get_context("spawn").Pool(workers) as pool:
        found = [e for part in pool.imap(partial(_spliced_of, cache=cache), folds, chunksize=1) for e in part]
    print(f"spliced pages: {len(found)}", flush=True)
    _keep(found, path)


def stored_at(cache: Path) -> Path:
    """Return where `stored` keeps its examples."""
    return cache / "examples.pickle"


def stored(rows: Sequence[Gold], cache: Path, workers: int = 1) -> list[Example]:
    """Return all examples of `rows`, in their order, built once by so many workers and kept in `cache`."""
    path = stored_at(cache)
    if path.exists():
        return load(path)
    found: list[Example] = []
    with get_context("spawn").Pool(workers) as pool:
        for number, part in enumerate(pool.imap(partial(_examples_of, cache=cache), rows, chunksize=8)):
            found += part
            if number % ROWS_A_LINE == 0:
                print(f"pages: {number}", flush=True)
    _keep(found, path)
    return found


def _keep(found: list[Example], path: Path) -> None:
    with path.open("wb") as file:
        pickle.dump(found, file, protocol=5)


def load(path: Path) -> list[Example]:
    """Read examples kept by `stored`."""
    with path.open("rb") as file:
        return pickle.load(file)  # noqa: S301 - our own file, written by `stored`
