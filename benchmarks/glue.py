"""How well glued sentences are parted, by language, on gold articles glued on purpose.

    python -m benchmarks.glue --corpora DIR [--show N] [--misses N]

Each gold article loses the space at sentence ends, at random 30 % of them and at all of them, in each paragraph.
An insertion counts as correct only exactly where a space was dropped. Insertions into the gold as it is are
counted as changes per 10,000 words; `--show` prints them to be read, because gold has glue of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cleaner.repair import glued

CORPORA = ("aed-dev", "fundus-dev", "wcxb-dev")
SEED = 7
SHARES = (0.3, 1.0)
BOUNDARY = re.compile(r"(?<=\S)[.!?…][\"'”’»“«)\]]*( +)(?=[\"'“„«»‘(¿¡]?[^\W_a-z])")
CONTEXT = 30


@dataclass
class Tally:
    """Counts for one language and one share of dropped spaces."""

    pages: int = 0
    words: int = 0
    gaps: int = 0
    found: int = 0
    correct: int = 0
    changes: int = 0
    shown: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def articles(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yield (language, text) of the gold articles."""
    for corpus in CORPORA:
        with (corpora / corpus / "gold.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("text") and row.get("kind", "article") == "article":
                    yield row.get("lang") or "en", row["text"]


def glue(text: str, share: float, dice: random.Random) -> tuple[str, set[int]]:
    """Drop the space at a share of the sentence ends; return the text and the places where it was."""
    pieces, places, done, length = [], set(), 0, 0
    for match in BOUNDARY.finditer(text):
        head = text[match.end() : match.end() + 1]
        if not (head.isupper() or head.isdigit() or not head.isalpha()) or dice.random() >= share:
            continue
        pieces.append(text[done : match.start(1)])
        length += match.start(1) - done
        places.add(length)
        done = match.end(1)
    return "".join([*pieces, text[done:]]), places


def measure(text: str, language: str, share: float, dice: random.Random, tally: Tally) -> None:
    """Add one article to the tally."""
    tally.pages += 1
    tally.words += len(text.split())
    paragraphs = text.split("\n")
    broken = [glue(paragraph, share, dice) for paragraph in paragraphs]
    changed = _found(paragraphs, language)
    repaired = _found([text for text, _ in broken], language)
    for paragraph, own, (glued_text, places), found in zip(paragraphs, changed, broken, repaired, strict=True):
        tally.changes += len(own)
        tally.shown += (_around(paragraph, place) for place in sorted(own))
        wrong = found - places
        tally.gaps += len(places)
        tally.correct += len(found & places)
        tally.found += len(found) - min(len(wrong), len(own))
        tally.missed.extend(_around(glued_text, place) for place in sorted(places - found))
        tally.missed.extend("WRONG " + _around(glued_text, place) for place in sorted(wrong) if not own)


def _found(paragraphs: list[str], language: str) -> list[set[int]]:
    """Return where the repair puts spaces into the paragraphs of a page."""
    spares = glued.spared("\n".join(paragraphs))
    return [
        {edit.start for edit in glued.find(paragraph, language) if not spares(paragraph, edit)}
        for paragraph in paragraphs
    ]


def _around(text: str, place: int) -> str:
    return f"{text[max(0, place - CONTEXT) : place]}|{text[place : place + CONTEXT]}"


def row(name: str, tally: Tally) -> str:
    """Format one line of the table."""
    precision = tally.correct / tally.found if tally.found else 1.0
    recall = tally.correct / tally.gaps if tally.gaps else 1.0
    changes = 10_000 * tally.changes / max(1, tally.words)
    return (
        f"{name:<14}{tally.pages:>6}{tally.gaps:>9}{precision:>11.4f}{recall:>9.4f}{tally.changes:>9}{changes:>12.3f}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the gold corpora")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N changes to unglued gold")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print N missed or wrong places")
    options = parser.parse_args()
    for share in SHARES:
        dice = random.Random(SEED)
        tallies: defaultdict[str, Tally] = defaultdict(Tally)
        for language, text in articles(options.corpora):
            measure(text, language, share, dice, tallies[language])
        print(f"\n{share:.0%} of sentence ends glued")
        print(f"{'language':<14}{'pages':>6}{'gaps':>9}{'precision':>11}{'recall':>9}{'changes':>9}{'per 10k':>12}")
        for name in sorted(tallies):
            print(row(name, tallies[name]))
        missed = [f"{name} {place}" for name in sorted(tallies) for place in tallies[name].missed]
        print(*random.Random(SEED).sample(missed, min(options.misses, len(missed))), sep="\n")
    shown = [f"{name} {place}" for name in sorted(tallies) for place in tallies[name].shown]
    print(*random.Random(SEED).sample(shown, min(options.show, len(shown))), sep="\n")


if __name__ == "__main__":
    main()
