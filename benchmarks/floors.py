"""What the benchmarks have reached, by the name of the figure, in `floors.json`: figures may rise, not fall.

A floor's name says how many pages it holds for: every page, or every nth, of a corpus. Figures are shares: higher is better.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
DIGITS = 3
"""Decimals of a floor."""


def below(found: Mapping[str, float], *, rewrite: bool) -> list[str]:
    """Return which figures are below their floors, a line each; with `rewrite`, raise the floors of those that are not."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    values = {name: round(value, DIGITS) for name, value in found.items()}
    low = {name: value for name, value in values.items() if value < floors.get(name, 0.0)}
    if rewrite:
        floors |= {name: value for name, value in values.items() if name not in low}
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
    return [f"{name}: {value:.3f} is below the floor of {floors[name]:.3f}" for name, value in sorted(low.items())]
