"""Tables of figures, and the reliability diagram, as they are printed and as the documents take them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SIZE, MARGIN = 320, 44
"""Side of the diagram's square and the space around it, in pixels."""


class Table(NamedTuple):
    """A title, a line that says what is shown, the head, and rows as long as it."""

    title: str
    note: str
    head: list[str]
    rows: list[list[str]]

    def lines(self) -> Iterator[str]:
        """Yield the table as Markdown."""
        yield from ("", f"### {self.title}", "", self.note, "")
        yield f"| {' | '.join(self.head)} |"
        yield f"|{'---|' * len(self.head)}"
        yield from (f"| {' | '.join(row)} |" for row in self.rows)


def reliability(bins: Sequence[tuple[int, float, float]]) -> str:
    """Return the reliability diagram as SVG: for each bin its pages (area), what was expected, and what was true."""
    pages = sum(n for n, _, _ in bins)
    side = SIZE + 2 * MARGIN

    def at(x: float, y: float) -> tuple[float, float]:
        return MARGIN + x * SIZE, MARGIN + (1 - y) * SIZE

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" font-family="sans-serif" font-size="12">',
        f'<rect width="{side}" height="{side}" fill="#fff"/>',
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#888"/>',
        f'<line x1="{MARGIN}" y1="{MARGIN + SIZE}" x2="{MARGIN + SIZE}" y2="{MARGIN}" stroke="#bbb" stroke-dasharray="4"/>',
    ]
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        x, y = at(tick, tick)
        lines.append(f'<text x="{x:.0f}" y="{MARGIN + SIZE + 16}" text-anchor="middle">{tick}</text>')
        lines.append(f'<text x="{MARGIN - 8}" y="{y + 4:.0f}" text-anchor="end">{tick}</text>')
    for n, expected, true in bins:
        x, y = at(expected, true)
        radius = 3 + 14 * (n / pages) ** 0.5
        lines.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#36c" fill-opacity="0.6"/>')
    middle = MARGIN + SIZE / 2
    lines += [
        f'<text x="{middle}" y="{side - 8}" text-anchor="middle">expected F1</text>',
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">true F1</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"
