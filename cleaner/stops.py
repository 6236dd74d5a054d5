"""The marks that end sentences, in all scripts; what a module asks for is one of these sets, so that no script is forgotten in one of them.

Armenian's `։`, Arabic's `؟` and Urdu's `۔`, the dandas of India, Ethiopic `።` and `፧`, Burmese `။` and Khmer `។` and `៕` stand before a space as
Latin stops do; those of Chinese and Japanese have none behind them. Thai and Lao end sentences without a mark.
"""

from __future__ import annotations

WIDE = "。！？"
"""Stops behind which no space follows."""
SPACED = ".!?؟।॥։۔።။។៕፧"
"""Stops behind which a space follows."""
FULL = ".。।॥։۔።။។៕"
"""Those of plain sentences: a headline may end in the others."""
ENDS = SPACED + WIDE
"""Stops that end a sentence wherever they stand before a space; an ellipsis may stand inside one."""
FINAL = frozenset(ENDS + "…")
"""Marks in which a finished sentence ends."""
TERMINAL = FINAL | frozenset(":;")
"""Those, and marks in which a line ends that announces what follows."""
COLONS = (":", "：")
"""Ends of a line that announces what stands below it."""
CLOSERS = "\"'”’»)]›」』"
"""Quotation marks and brackets that may stand behind a stop."""
LAST_CLOSERS = CLOSERS + "“‘«"
"""Those, and marks that open in some languages and close in others (German `„…“` and `»…«`): right behind a stop, at a line's end, they close."""
COMMAS = ",،，、፣၊"
"""Commas."""
