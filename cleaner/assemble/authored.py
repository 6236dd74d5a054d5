"""Whom one line names as its writers, and whether it may: by its markup, its links, and what else the page says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.byline_labels import unlabelled
from cleaner.model import AUTHORED, AUTHORS_MARKS, Block, Kind, Page
from cleaner.name_words import NO_NAME_WORDS, ROLE
from cleaner.names import is_caseless, is_uncased_name
from cleaner.nobodies import is_placeholder
from cleaner.regexes import regex
from cleaner.rules.base import cued
from cleaner.signatures import people
from cleaner.signing import signing
from cleaner.stamping import stamped
from cleaner.tokens import folded, words

AUTHOR_TOKENS = frozenset({"author", "authors", "byline", "writer", "autor", "auteur", "autore", "verfasser"})
OTHERS_TOKENS = frozenset({"comment", "comments", "related", "sidebar", "photo", "image", "caption", "bio"})
"""Words of classes that call a line its author's, and of those around lines that name others."""
OWN_TOKENS = 6
"""Words of classes, the nearest first, that are a line's own."""
GIVEN = regex(r"([A-ZÀ-ÖØ-Þ][a-zß-ÿ]{2,14})(?:\s(?:and|&|und|et|y|e)\s([A-ZÀ-ÖØ-Þ][a-zß-ÿ]{2,14}))?(?:\s(?:on|at|am|um|le|à|el|il|op|den|kl\.?))?\s*(?:$|[|·•⋅∙●▪,/(–—-])")
"""A given name alone, or two, up to the end or a mark."""
MAX_RANK_CHARS = 60
"""Longest line that is a date, role or contact below a name."""
CREDITS: tuple[Kind, ...] = ("caption", "byline", "contact", "author_bio")
"""Kinds of lines in mid-story that name who wrote it or took its pictures, and do not speak of them."""
JOINED = regex(
    r"(?:\s+(?:in|aus|à|en|w|i|v|da|em)\s+(?-i:[^\W\d_a-zß-ÿ][\w.’'-]*(?:\s[^\W\d_a-zß-ÿ][\w.’'-]*){0,2})(?=\W))?(?:[^\w|]|[\d_])*(?:(?:and|und|et|og|och|en|ve|y|e|i|и|with|mit|avec|con)\b)?(?:[^\w|]|[\d_])*", re.IGNORECASE
)
"""What stands between the names of one signature: a word for “and”, behind the place that the first reports from."""
_CREDITED = regex(r"(?:video|photos?|fotos?|bilde?r?|kuvat?|imágenes|immagini|zdjęcia|фото|відео|видео)\s*[:：]\s*$", re.IGNORECASE)
"""The label of who took a picture or film, before the name."""
INTRODUCED = ("I'm ", "I’m ", "I am ")
"""What stands before the name of a writer who greets the readers."""
WORD_CHARS = 6
"""Letters from which a given name is hardly a word too, as Will, Rose and Mark are."""
BIO_VERB = regex(
    r"\s+(?:\([^)]{1,40}\)\s+)?(?:is|was|has|works|writes|covers|reports|serves|joined|ist|schreibt|arbeitet|est|es|è|scrive|är|er|jest)\s"
)
"""What a bio says behind the name."""


def is_subject(page: Page, name: str, index: int) -> bool:
    """Say whether the page speaks of what has that name: then a line with it does not sign.

    It is in the headline or the story (a paragraph that begins with it may be a bio, and markup may say that a line signs), or its last word stands on the page in small letters: a word, no name.
    """
    told = set(words(page.blocks[page.title].text)) if page.title is not None else set()
    if set(words(name)) <= told:
        return True
    texts = page.features.texts
    *others, last = name.split()
    own = others[-1:] and others[-1].islower()  # “ter Haar” is a family's name, “haar” a word
    telling = [word for word in others if len(word) >= WORD_CHARS] + [last] * (not own)
    if any(word.lower() != word and _has_word(page.visible, word.lower()) for word in telling):
        return True
    if is_classed(page.blocks[index]):
        return False
    prose = [texts[i] for i in range(*page.features.story) if i != index and page.features.prose[i] and not cued(page, i, *CREDITS)]
    begun = {text for text in prose if text.startswith(name)}
    spoken = (place for place, text in enumerate(prose, 1) if _speaks_of(text, name))
    return len(begun) > 1 or any(place < len(prose) or not _tells_of(prose[-1], name) for place in spoken)


def _speaks_of(text: str, name: str) -> bool:
    """Say whether a paragraph names somebody, other than as who begins it, as a bio does, or greets the readers in it."""
    at = text.find(name)
    return at > 0 and not text[:at].endswith(INTRODUCED) and _CREDITED.search(text[:at]) is None


def _tells_of(text: str, name: str) -> bool:
    """Say whether a paragraph is the bio of several and a sentence of it that of one: “Tom Verk covers the harbour. Ida Kell is a reporter.”."""
    at = text.find(name)
    verb = BIO_VERB.match(text, at + len(name))
    return verb is not None and text[:at].endswith((". ", "; ")) and BIO_VERB.search(text, 0, at) is not None and ROLE.search(text) is not None


def _has_word(text: str, word: str) -> bool:
    """Say whether `word` stands in `text`, parted from other words: in an address it is none."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        sides = text[at - 1 : at] + text[end : end + 1]
        dotted = text[max(0, at - 1) : at] == "." or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum())
        if not dotted and not any(char.isalnum() or char in "@_-/" for char in sides):
            return True
        at = text.find(word, end)
    return False


def names_in(block: Block) -> tuple[str, ...]:
    """Return the people whom a line names as its writers; elements that are its author's say it best, then links to people."""
    text, _, labelled = signing(block.text)
    signers = [name for one in block.source.signers for name in people(one, sure=True) or (_given_names(one) if labelled else ())]
    if signers or (block.source.signers and all(map(is_placeholder, block.source.signers))):
        return unique(signers)
    marked = is_marked(block)
    linked = _signing_links(block)
    names = [name for text in linked for name in people(text, sure=is_caseless(text))]
    found = names or people(text, sure=(marked and not linked) or is_uncased_name(text) or (is_classed(block) and is_caseless(text)))
    return unique(found or (_given_names(text) if labelled else ()))


def _given_names(text: str) -> tuple[str, ...]:
    """Return the given names with which bloggers sign behind a label, one or two, where nothing else stands in the line but a date or count."""
    if len(text) > MAX_RANK_CHARS:
        return ()
    bare = unlabelled(text)
    match = GIVEN.match(bare[: stamped(bare)])
    found = [name for name in match.groups() if name] if match else []
    return tuple(found) if NO_NAME_WORDS.isdisjoint(name.casefold() for name in found) else ()


def _signing_links(block: Block) -> list[str]:
    """Return the texts of the links in a line's signing part up to the first that is parted from those before by more than “and”.

    None where somebody is named before the first of them: “Ida Kell | <a>Suggest Changes</a>”.
    """
    found: list[str] = []
    end = 0
    text, _, labelled = signing(block.text)
    begin = len(block.text) - len(text)
    for link in block.source.links:
        if link.start < begin:
            continue
        if found and not JOINED.fullmatch(block.text[end : link.start]):
            break
        text = block.text[link.start : link.end]
        if not found and people(block.text[begin : link.start]):
            return []
        if found or people(text) or (labelled and is_caseless(text) and people(text, sure=True)):
            found.append(text)
            end = link.end
    return found


def is_marked(block: Block) -> bool:
    """Say whether markup calls a line the name of its author."""
    return not AUTHORS_MARKS.isdisjoint(block.source.marks)


def is_classed(block: Block) -> bool:
    """Say whether the class of a line's element, of one within it or of the one around it, calls it an author's."""
    tokens = block.source.tokens[:OWN_TOKENS]
    called = AUTHORED in block.source.marks or not AUTHOR_TOKENS.isdisjoint(tokens)
    return called and OTHERS_TOKENS.isdisjoint(block.source.tokens)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each once."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(folded(name), name)
    return tuple(seen.values())
