"""The other extractors, each as a function from markup (or flattened text) to the body it finds.

A peer that fails on a page raises; the table counts it. Imports stand in the functions, so that the table can run with
the peers that are installed.
"""

# ruff: noqa: PLC0415 - each peer is imported where it is called

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec

Peer = Callable[[str], str]


def trafilatura(html: str) -> str:
    """Extract by trafilatura with its defaults, comments left out."""
    from trafilatura import extract

    return extract(html, include_comments=False) or ""


def trafilatura_precision(html: str) -> str:
    """Extract by trafilatura's precision profile."""
    from trafilatura import extract

    return extract(html, include_comments=False, favor_precision=True) or ""


def readability(html: str) -> str:
    """Extract by readability-lxml; the summary's markup is flattened paragraph by paragraph."""
    import lxml.html
    from readability import Document

    summary = Document(html).summary(html_partial=True)
    tree = lxml.html.fromstring(summary) if summary.strip() else None
    if tree is None:
        return ""
    return "\n".join(line.strip() for line in tree.itertext() if line.strip())


def newspaper(html: str) -> str:
    """Extract by newspaper4k."""
    import newspaper as package

    article = package.Article("http://page.example/", fetch_images=False, follow_meta_refresh=False)
    article.download(input_html=html)
    article.parse()
    return article.text or ""


def justext(html: str) -> str:
    """Extract by jusText with the English stop list."""
    import justext as package

    found = package.justext(html, package.get_stoplist("English"))
    return "\n".join(p.text for p in found if not p.is_boilerplate)


def goose(html: str) -> str:
    """Extract by goose3."""
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as extractor:
        return extractor.extract(raw_html=html).cleaned_text or ""


def boilerpy(html: str) -> str:
    """Extract by boilerpy3's article extractor."""
    from boilerpy3.extractors import ArticleExtractor

    return ArticleExtractor(raise_on_failure=True).get_content(html) or ""


def resiliparse(html: str) -> str:
    """Extract by resiliparse's main content detection."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, alt_texts=False, comments=False))


_C4_END = (".", "?", "!", '"', "”", "'")
_C4_WORDS = 5
_C4_CUES = (
    "javascript", "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies",
)  # fmt: skip


def c4_lines(text: str) -> str:
    """Apply C4's line rules: five words, a sentence's end, no script or policy (Raffel et al. 2020)."""
    kept = []
    for line in text.split("\n"):
        body = line.strip()
        if body.endswith(_C4_END) and not body.endswith("...") and len(body.split()) >= _C4_WORDS:
            low = body.lower()
            if not any(cue in low for cue in _C4_CUES):
                kept.append(body)
    return "\n".join(kept)


_COUNTED = (
    "likes?|shares?|comments?|retweets?|reposts?|quotes?|bookmarks?|upvotes?|downvotes?|downloads?|views?|followers?"
)
_COUNTER = re.compile(rf"^\W*\d+\W*(?:{_COUNTED})\W*$")
_SHORT_LINE = 10
_PROMPTS = ("sign-in", "sign in", "sign up", "log in", "home", "items in cart", "read more", "click here")


def refinedweb_lines(text: str) -> str:
    """Apply RefinedWeb's line corrections: counters, capitals, single words, short prompts (Penedo et al. 2023)."""
    kept = []
    for line in text.split("\n"):
        body = line.strip()
        words = body.split()
        letters = [c for c in body if c.isalpha()]
        capitals = sum(c.isupper() for c in letters) > len(letters) / 2
        low = body.lower()
        prompt = len(words) <= _SHORT_LINE and (low.startswith(_PROMPTS) or low.endswith(_PROMPTS))
        if len(words) > 1 and letters and not capitals and not prompt and not _COUNTER.match(low):
            kept.append(body)
    return "\n".join(kept)


def justext_lines(text: str) -> str:
    """Extract by jusText from text, each line wrapped as a paragraph."""
    from html import escape

    lines = "".join(f"<p>{escape(line.strip())}</p>" for line in text.split("\n") if line.strip())
    return justext(f"<html><body>{lines}</body></html>")


def keep_everything(text: str) -> str:
    """Keep the whole text: the floor under every rule."""
    return text


_HTML: dict[str, tuple[str, Peer]] = {
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura precision": ("trafilatura", trafilatura_precision),
    "readability-lxml": ("readability", readability),
    "newspaper4k": ("newspaper", newspaper),
    "jusText": ("justext", justext),
    "goose3": ("goose3", goose),
    "boilerpy3": ("boilerpy3", boilerpy),
    "resiliparse": ("resiliparse", resiliparse),
}
_TEXT: dict[str, tuple[str, Peer]] = {
    "C4 line rules": ("re", c4_lines),
    "RefinedWeb line rules": ("re", refinedweb_lines),
    "jusText on lines": ("justext", justext_lines),
    "keep everything": ("re", keep_everything),
}


def html_peers() -> dict[str, Peer]:
    """Return the installed extractors that read HTML."""
    return {name: peer for name, (module, peer) in _HTML.items() if find_spec(module)}


def text_peers() -> dict[str, Peer]:
    """Return the installed filters that read text."""
    return {name: peer for name, (module, peer) in _TEXT.items() if find_spec(module)}
