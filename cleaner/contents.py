"""Tables of contents: their headings in many languages, and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block

HEADING_CHARS = 40
"""Longest heading of a table, with the button that hides it."""
HEADINGS = frozenset({
    "table of contents", "jump to", "jump to section", "jump to a section", "contents", "content", "in this article", "in this guide", "in this post", "in this story", "on this page",
    "inhaltsverzeichnis", "inhalt", "inhalte", "inhaltsübersicht", "in diesem artikel", "in diesem beitrag",
    "sommaire", "au sommaire", "table des matières", "dans cet article", "contenido", "contenidos", "índice", "índice de contenidos",
    "índice de contenido", "tabla de contenidos", "tabla de contenido", "en este artículo", "indice", "indice dei contenuti", "sommario",
    "in questo articolo", "sumário", "conteúdo", "neste artigo", "inhoud", "inhoudsopgave", "in dit artikel", "spis treści",
    "innehåll", "innehållsförteckning", "indhold", "indholdsfortegnelse", "innhold", "innholdsfortegnelse", "sisällys", "sisällysluettelo",
    "obsah", "tartalom", "tartalomjegyzék", "cuprins", "содержание", "оглавление", "зміст", "i̇çindekiler", "içindekiler", "περιεχόμενα",
    "目次", "目录", "目錄", "목차", "daftar isi", "mục lục", "المحتويات", "فهرست مطالب", "תוכן עניינים",
})  # fmt: skip
"""Headings of tables of contents, folded, as common blog software and papers print them."""
BUTTONS = frozenset({"hide", "show", "toggle", "anzeigen", "ausblenden", "verbergen", "afficher", "masquer", "ocultar", "mostrar", "nascondi"})
"""The button behind such a heading."""
_MARKS = "0123456789.:)(#[]•–- \t"
_BUTTON_ENDS = tuple(sorted(BUTTONS))
MOST_ENTRIES, ENTRY_CHARS = 15, 80
"""Lines of a table above one of its entries, and characters of the longest. Field observation."""
_STOPS = (".", "!", ";", "。")


def folded(text: str) -> str:
    """Return a line without its number, the marks around it and the case of its letters."""
    return text.casefold().strip(_MARKS)


def is_heading(text: str) -> bool:
    """Say whether a line heads a table of contents, a button behind it left out."""
    if len(text) > HEADING_CHARS:
        return False
    line = folded(text)
    if line in HEADINGS or not line.endswith(_BUTTON_ENDS):
        return line in HEADINGS
    first, _, button = line.rpartition(" ")
    return button.strip(_MARKS) in BUTTONS and first.strip(_MARKS) in HEADINGS


def is_entry(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a line stands in a table of contents: its heading above, with nothing but short lines between.

    The last entry of many is “Comments”, which heads no thread.
    """
    for at in range(index - 1, max(-1, index - 1 - MOST_ENTRIES), -1):
        text = blocks[at].text
        if is_heading(text):
            return at < index - 1
        if len(text) > ENTRY_CHARS or text.endswith(_STOPS):
            return False
    return False
