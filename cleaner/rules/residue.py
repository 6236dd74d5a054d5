"""What is removed where no rule speaks: by the block model, or by its place in clean text.

`cleaner.resolve` decides these. They are no rules: they have no examples, run whatever else does, and cannot be switched off.
"""

from __future__ import annotations

from cleaner.rules.base import RuleInfo

MODEL = RuleInfo(
    id="residue.model",
    kind="residue",
    scope="page",
    summary="Blocks that no rule claims and to which the block model gives too small a chance to be story.",
    why="Most furniture has no words of its own; its place, its form and its neighbours tell it from the story. It cannot be switched off.",
    source="the block model (cleaner/blockmodel/MODEL_CARD.md), with the thresholds of cleaner/resolve.py",
    since="1",
)
ZONE = RuleInfo(
    id="residue.zone",
    kind="residue",
    scope="page",
    summary="Lines above the headline of a text without furniture, in which the block model is not asked.",
    why="A story begins with its headline; what stands above it heads the page. It cannot be switched off.",
    source="field observation",
    since="1",
)
HEADING = RuleInfo(
    id="residue.heading",
    kind="residue",
    scope="page",
    summary="A heading below the story over nothing that is kept.",
    why="It heads what was removed: references, other stories, an offer. It cannot be switched off.",
    source="field observation",
    since="1",
)
DECISIONS = (MODEL, ZONE, HEADING)
