"""Images of Markdown and the lines below them: which may be captions.

Markdown has no mark for captions. Writers put one in the paragraph of its image or below it, emphasised, and converters leave the
caption of a page beside the image's description, often word for word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cleaner.model import IMAGE, Block
from cleaner.parse.inline import Inline
from cleaner.parse.marks import BLIND, Ranges
from cleaner.regexes import regex

EMPHASISED, STRONG = "em", "strong"
"""The marks of a line that is emphasised as a whole, and strongly so."""
BELOW, IN_PARAGRAPH, DESCRIBED = "below_image", "in_image_paragraph", "alt"
"""The marks of a line right below an image, of one in the image's own paragraph, and of one that repeats what describes the image."""
_NUMBER = regex(r"Image \d+(?::\s*|$)")
"""What Jina's reader puts before descriptions."""
_WORD = regex(r"\w+")
_HEAD = regex(rf"[ \t]*{BLIND}[{BLIND} \t]*")


def words(text: str) -> list[str]:
    """Return the words by which a description and a caption are compared."""
    return _WORD.findall(text.casefold())


def cuts(text: str, inline: Inline) -> Iterator[int]:
    """Yield where captions begin that stand in one line with their image: emphasised, or what describes it."""
    ends = {start: end for start, end, _ in inline.emphases}
    high = -1
    for image in inline.images:
        if image.start < high:
            continue
        low, high = text.rfind("\n", 0, image.start) + 1, text.find("\n", image.start) + 1 or len(text) + 1
        if inline.read[low : image.start].strip(f"{BLIND} \t"):
            continue
        head = _HEAD.match(inline.read, low)
        start = head.end() if head else low
        line = inline.read[start : high - 1]
        end = start + len(line.rstrip(f"{BLIND} \t\r"))
        described = words(_described(inline.alts, image.start))
        if start < end and (ends.get(start) == end or (described and words(text[start:end]) == described)):
            yield start


def marked(text: str, blocks: Sequence[Block], inline: Inline) -> list[Block]:
    """Return the blocks, with marks on those that stand right below an image and may be its caption."""
    result = list(blocks)
    images = Ranges(inline.images)
    for number, block in enumerate(blocks[1:], 1):
        above = blocks[number - 1]
        if IMAGE not in above.source.marks or IMAGE in block.source.marks:
            continue
        start, end = above.spans[-1]
        marks = (*block.source.marks, BELOW)
        if not block.source.gap or "\n" not in text[end : block.spans[0].start]:
            marks += (IN_PARAGRAPH,)
        described = (words(_described(inline.alts, image.start)) for image in images.around(start, end))
        if words(block.text) in [found for found in described if found]:
            marks += (DESCRIBED,)
        result[number] = block._replace(source=block.source._replace(marks=marks))
    return result


def _described(alts: Mapping[int, str], start: int) -> str:
    return _NUMBER.sub("", alts.get(start, ""), count=1)
