"""A caption below a label that stands alone: “Legende:”."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, whole
from cleaner.rules.phrases import fold

STORY = (
    "The lock of Brask has a keeper again, and whoever comes by boat after dark has only to ring for her.\n\n"
    "The canal board had meant to run it by radio, and found that the hill stands between the mast and the gates.\n"
)
LABELS = frozenset(
    fold(label)
    for label in (
        "Caption:", "Image caption", "Photo caption", "Picture caption", "Video caption", "Legende:", "Bildlegende", "Bildunterschrift", "Légende :", "Légende de la photo",
        "Pie de foto:", "Leyenda de la foto", "Peu de foto", "Legenda da foto", "Legenda da imagem", "Didascalia:", "Bijschrift:", "Onderschrift:", "Fotobijschrift",
        "Bildtext:", "Billedtekst:", "Bildetekst:", "Kuvateksti:", "Popisek:", "Popis fotografie", "Podpis pod zdjęciem", "Podpis zdjęcia", "Képaláírás:", "Opis fotografije",
        "Подпись к фото", "Підпис до фото", "Λεζάντα:", "תיאור תמונה", "画像の説明", "写真説明", "图片说明", "圖片說明", "图像加注文字", "사진 설명", "Resim yazısı", "Keterangan gambar",
        "Keterangan foto", "Chú thích ảnh", "Nguồn hình ảnh", "คำบรรยายภาพ", "कैप्शन",
    )
)  # fmt: skip
"""What stands before captions in the words of broadcasters and papers."""
MAX_CHARS = max(map(len, LABELS)) + 2
"""Characters of the longest label with its marks."""
MAX_WORDS = 60
"""Words of the longest caption. Field observation."""
CONFIDENCE = 0.95
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; the label is its witness."""

INFO = RuleInfo(
    id="caption.labelled",
    kind="caption",
    scope="line",
    summary="A line that is nothing but a caption's label, with the line below it.",
    why="Broadcasters' pages hide the label before a caption from readers who see the picture, so that flatteners leave it on a line of its own.",
    source="field observation: pages of public broadcasters in five languages",
    since="1",
    remove=(
        Example(f"{STORY}\nLegende:\nThe bell hangs where the old keeper hung it.\n\n{STORY.replace('Brask', 'Wend')}", ("Legende:", "The bell hangs where the old keeper hung it.")),
        Example(f"{STORY}\nImage caption\nThe gates are opened by hand at dusk\n\n{STORY.replace('Brask', 'Wend')}", ("The gates are opened by hand at dusk",)),
    ),
    keep=(
        Example(f"The Legend of Brask\n\n{STORY}\nThe legend: a heron opened the gates.\n\n{STORY.replace('Brask', 'Wend')}"),
        Example(f"{STORY}\nLegende der Linde\n\n{STORY.replace('Brask', 'Wend')}"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label such lines and those below them."""
    for index, text in enumerate(page.features.texts):
        if len(text) > MAX_CHARS or fold(text) not in LABELS:
            continue
        yield whole(page, index, INFO, CONFIDENCE, "a caption's label alone")
        below = index + 1
        if below < len(page.blocks) and _may_caption(page, below):
            yield whole(page, below, INFO, CONFIDENCE, f"stands below “{text}”")


def _may_caption(page: Page, index: int) -> bool:
    known = index == page.title or page.blocks[index].role == "heading" or cued(page, index)
    return not known and page.features.words[index] <= MAX_WORDS


RULE = FunctionRule(INFO, run)
