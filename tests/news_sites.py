"""Whole pages of invented news sites in many languages, two of each.

`pages_of_news.txt` holds them. `=== SLUG | SITE | DAY | WRITERS` begins a page, and each line says one thing, its pieces
parted by ` | `: `p`, `h` and `l` are the story, `k` the line below the headline, `t` the headline, and all else is furniture:
`n` menu, `x` breadcrumbs, `s` section, `b` byline, `d` stamps, `z` share row, `c` caption and credit, `r` another story,
`a` advertisement, `u` prompts, `g` topics, `o` who wrote it, `m` other stories, `v` comments, `y` rights, `e` cookies, `f` footer.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.system_sites import SystemPage

_HERE = Path(__file__).parent
_STORY = frozenset("kphl")
_INSIDE = frozenset("phlcrau")
"""Kinds of line that stand in the element of the story, between its first paragraph and its last."""
_DATED = re.compile(r"\d{4}|\d+[./]\d+[./]\d+|^(?:pre|před) ")
_ENDS_OF = {"m": -2, "r": -1}
"""Where the links begin among the pieces of a line; what stands before them are headings."""

_WORDPRESS = {
    "n": '<div class="td-header-menu-wrap"><ul id="menu-main" class="sf-menu">*<li class="menu-item"><a href="#">%</a></li>*</ul></div>',
    "x": '<div class="entry-crumbs">*<span><a class="entry-crumb" href="#">%</a></span> <i class="td-icon-right"></i> *</div>',
    "s": '<ul class="td-category">*<li class="entry-category"><a href="#">%</a></li>*</ul>',
    "t": '<h1 class="entry-title">*%*</h1>',
    "k": '<p class="td-post-sub-title">*%*</p>',
    "b": '<div class="td-post-author-name">*<span class="author">%</span> *</div>',
    "d": '<div class="td-post-date">*<span class="entry-date updated">%</span> *</div>',
    "z": '<div class="td-post-sharing"><div class="td-post-sharing-visible">*<a class="td-social-sharing-button" href="#"><span class="td-social-but-text">%</span></a>*</div></div>',
    "c": '<figure class="wp-block-image size-large"><img src="a.jpg" alt=""><figcaption class="wp-element-caption">*<span>%</span> *</figcaption></figure>',
    "p": "<p>*%*</p>",
    "h": '<h2 class="wp-block-heading">*%*</h2>',
    "l": "<li>*%*</li>",
    "r": '<div class="td-a-rec jeg_inline_related">#<strong class="jnews_inline_related_post_title">%</strong>#*<a href="#">%</a>*</div>',
    "a": '<div class="code-block code-block-1">*<span class="ad-label">%</span>*</div>',
    "u": '<div class="mc4wp-form-fields">*<p>%</p>*</div>',
    "g": '<ul class="td-tags td-post-small-box">*<li><a href="#">%</a></li>*</ul>',
    "o": '<div class="author-box-wrap"><div class="desc">*<div class="td-author-description">%</div>*</div></div>',
    "m": '<div class="td_block_wrap td_block_related_posts">#<h4 class="td-block-title">%</h4>#*<div class="item-details"><h3 class="entry-title td-module-title"><a href="#">%</a></h3></div>*</div>',
    "y": '<p class="post-copyright">*<em>%</em> *</p>',
    "e": '<div id="cookie-law-info-bar">*<span>%</span> *</div>',
    "f": '<div class="td-footer-wrapper"><ul class="td-subfooter-menu">*<li><a href="#">%</a></li>*</ul></div>',
    "body": '<div class="td-post-content tagdiv-type">%</div>',
}
_BLOCKS = {
    "n": '<header class="o-header"><nav class="o-header__nav" aria-label="main">*<a class="o-header__link" href="#">%</a> *</nav></header>',
    "x": '<ol class="c-breadcrumb">*<li class="c-breadcrumb__item"><a href="#">%</a></li>*</ol>',
    "s": '<a class="c-article__kicker" href="#">*%*</a>',
    "t": '<h1 class="c-article__title">*%*</h1>',
    "k": '<div class="c-article__lead"><p>*%*</p></div>',
    "b": '<div class="c-byline"><address class="c-byline__authors">*<div class="c-byline__item">%</div>*</address></div>',
    "d": '<div class="c-article__meta">*<div class="c-article__time">%</div>*</div>',
    "z": '<ul class="c-share">*<li><button class="c-share__button" type="button">%</button></li>*</ul>',
    "c": '<div class="c-image"><img src="a.jpg" alt=""><div class="c-image__text">*<span class="c-image__part">%</span> *</div></div>',
    "p": '<div class="c-article__paragraph">*%*</div>',
    "h": '<h3 class="c-article__subheading">*%*</h3>',
    "l": "<li>*%*</li>",
    "r": '<aside class="c-teaser-box">#<div class="c-teaser-box__label">%</div>#*<a class="c-teaser-box__link" href="#">%</a>*</aside>',
    "a": '<div class="c-slot">*<div class="c-slot__label">%</div>*</div>',
    "u": '<div class="c-promo">*<div class="c-promo__line">%</div>*</div>',
    "g": '<div class="c-topics">*<a class="c-topics__item" href="#">%</a> *</div>',
    "o": '<div class="c-bio">*<p>%</p>*</div>',
    "m": '<section class="c-list">#<h2 class="c-list__heading">%</h2>#<ol>*<li><a href="#">%</a></li>*</ol></section>',
    "y": '<div class="c-article__rights">*<small>%</small> *</div>',
    "e": '<div class="c-consent" role="dialog">*<p>%</p>*</div>',
    "f": '<footer class="o-footer">*<a href="#">%</a> *</footer>',
    "body": '<div class="c-article__body">%</div>',
}
_DRUPAL = {
    "n": '<nav id="block-main-menu" class="menu--main"><ul class="menu">*<li class="menu-item"><a href="#">%</a></li>*</ul></nav>',
    "x": '<nav class="breadcrumb"><ol>*<li><a href="#">%</a></li>*</ol></nav>',
    "s": '<div class="field field--name-field-section">*%*</div>',
    "t": '<h1 class="page-title"><span class="field field--name-title">*%*</span></h1>',
    "k": '<div class="field field--name-field-perex"><p>*%*</p></div>',
    "b": '<div class="field field--name-field-author field--type-entity-reference">*<div class="field__item">%</div>*</div>',
    "d": '<div class="node__submitted">*<span>%</span><br>*</div>',
    "z": '<div class="block-social-sharing">*<a class="share" href="#">%</a> *</div>',
    "c": '<div class="media media--type-image"><img src="a.jpg" alt=""><div class="field--name-field-caption">*<p>%</p>*</div></div>',
    "p": "<p>*%*</p>",
    "h": "<p><strong>*%*</strong></p>",
    "l": "<li>*%*</li>",
    "r": '<p>#<strong>%</strong> #*<a href="#">%</a>*</p>',
    "a": '<div class="block-ad-wrapper">*<p>%</p>*</div>',
    "u": '<div class="block-newsletter">*<p>%</p>*</div>',
    "g": '<div class="field field--name-field-tags"><ul>*<li class="field__item"><a href="#">%</a></li>*</ul></div>',
    "o": '<div class="view-author-profile">*<div class="views-field">%</div>*</div>',
    "m": '<div class="views-element-container">#<h2 class="block-title">%</h2>#*<div class="views-row"><a href="#">%</a></div>*</div>',
    "y": '<div class="field field--name-field-source">*<p>%</p>*</div>',
    "e": '<div class="eu-cookie-compliance-banner">*<p>%</p>*</div>',
    "f": '<footer class="region-footer"><ul class="menu">*<li><a href="#">%</a></li>*</ul></footer>',
    "body": '<div class="clearfix text-formatted field field--name-body">%</div>',
}
_HASHED = {
    "n": '<div class="sc-1a2b3c hKqWzP">*<div class="sc-9f8e7d"><a href="#">%</a></div>*</div>',
    "x": '<div class="sc-77ab01">*<a href="#">%</a><span> / </span>*</div>',
    "s": '<div class="sc-4d21ff">*%*</div>',
    "t": '<h1 class="sc-bdVaJa gtYpQm">*%*</h1>',
    "k": '<h2 class="sc-ckVGcZ">*%*</h2>',
    "b": '<div class="sc-kGXeez">*<span class="sc-kpOJdX">%</span>*</div>',
    "d": '<div class="sc-dxgOiQ">*<time class="sc-kTUwUJ">%</time>*</div>',
    "z": '<div class="sc-iwsKbI">*<button class="sc-gZMcBi">%</button>*</div>',
    "c": '<figure class="sc-gqjmRU"><picture><img src="a.jpg" alt=""></picture><figcaption>*<span>%</span> *</figcaption></figure>',
    "p": '<p class="sc-VigVT">*%*</p>',
    "h": '<h2 class="sc-jTzLTM">*%*</h2>',
    "l": '<li class="sc-fjdhpX">*%*</li>',
    "r": '<div class="sc-jzJRlG">#<p class="sc-cSHVUG">%</p>#*<h3><a href="#">%</a></h3>*</div>',
    "a": '<div class="sc-chPdSV">*<span>%</span>*</div>',
    "u": '<div class="sc-kAzzGY">*<p>%</p>*</div>',
    "g": '<div class="sc-kgAjT">*<a href="#">%</a>*</div>',
    "o": '<div class="sc-cJSrbW">*<p>%</p>*</div>',
    "m": '<div class="sc-ksYbfQ">#<h2>%</h2>#<ul>*<li><a href="#"><h3>%</h3></a></li>*</ul></div>',
    "y": '<p class="sc-hmzhuo">*%<br>*</p>',
    "e": '<div class="sc-frDJqD">*<p>%</p>*</div>',
    "f": '<div class="sc-kvZOFW">*<a href="#">%</a>*</div>',
    "body": '<div class="sc-hqyNC">%</div>',
}
_PORTAL = {
    "n": '<div id="topmenu"><table><tr>*<td><a href="#">%</a></td>*</tr></table></div>',
    "x": '<div id="path">*<a href="#">%</a> &raquo; *</div>',
    "s": '<div class="rubric">*%*</div>',
    "t": '<h1 class="title">*%*</h1>',
    "k": '<div class="anons"><b>*%*</b></div>',
    "b": '<div class="news_author">*<b>%</b> *</div>',
    "d": '<div class="news_date">*<span class="date">%</span> *</div>',
    "z": '<div class="soc_buttons">*<a class="soc" href="#">%</a> *</div>',
    "c": '<div class="photo_big"><img src="a.jpg" alt=""><div class="photo_text">*<span>%</span> *</div></div>',
    "p": "<p>*%*</p>",
    "h": "<p><b>*%*</b></p>",
    "l": "<li>*%*</li>",
    "r": '<div class="see_also">#<span>%</span> #*<a href="#">%</a>*</div>',
    "a": '<div class="banner_text">*<span>%</span> *</div>',
    "u": '<div class="inform">*<p>%</p>*</div>',
    "g": '<div class="news_tags">*<a href="#">%</a> *</div>',
    "o": '<div class="about_author">*<div>%</div>*</div>',
    "m": '<div class="block_right">#<div class="block_title">%</div>#*<div class="block_item"><a href="#">%</a></div>*</div>',
    "y": '<div class="source">*<i>%</i> *</div>',
    "e": '<div class="cookie_info">*<span>%</span> *</div>',
    "f": '<div id="bottom">*<a href="#">%</a> | *</div>',
    "body": '<div class="news_text" id="news_text">%</div>',
}
_LAYERS = {
    "n": '<header class="site-header"><div class="nav-wrapper"><ul class="navbar-nav">*<li class="nav-item"><a class="nav-link" href="#">%</a></li>*</ul></div></header>',
    "x": '<ul class="breadcrumb">*<li class="breadcrumb-item"><a href="#">%</a></li>*</ul>',
    "s": '<span class="badge article-category">*%*</span>',
    "t": '<h1 class="article-headline" itemprop="headline">*%*</h1>',
    "k": '<h2 class="article-subtitle">*%*</h2>',
    "b": '<div class="article-info"><div class="info-author">*<span>%</span> *</div></div>',
    "d": '<div class="article-info info-dates">*<span class="stamp">%</span> *</div>',
    "z": '<div class="social-links">*<a class="btn btn-social" href="#"><span>%</span></a> *</div>',
    "c": '<figure class="article-photo"><img src="a.jpg" alt=""><figcaption>*<span class="photo-text">%</span> *</figcaption></figure>',
    "p": "<p>*%*</p>",
    "h": "<h3>*%*</h3>",
    "l": "<li>*%*</li>",
    "r": '<div class="embed-article card"><div class="card-body">#<small>%</small>#*<h5 class="card-title"><a href="#">%</a></h5>*</div></div>',
    "a": '<div class="ad-slot">*<small>%</small> *</div>',
    "u": '<div class="callout">*<p>%</p>*</div>',
    "g": '<div class="keywords">*<a class="badge" href="#">%</a> *</div>',
    "o": '<div class="author-card">*<div class="author-line">%</div>*</div>',
    "m": '<aside class="sidebar"><div class="widget">#<h4 class="widget-title">%</h4>#<ul class="list-unstyled">*<li><a href="#">%</a></li>*</ul></div></aside>',
    "y": '<p class="small text-muted">*<span>%</span> *</p>',
    "e": '<div class="cc-window cc-banner">*<span class="cc-message">%</span>*</div>',
    "f": '<footer><div class="container"><ul class="list-inline">*<li class="list-inline-item"><a href="#">%</a></li>*</ul></div></footer>',
    "body": '<div class="article-content" itemprop="articleBody">%</div>',
}
_TEMPLATES = {"a": (_WORDPRESS, _BLOCKS, _PORTAL), "b": (_DRUPAL, _HASHED, _LAYERS)}


@dataclass
class _Source:
    """What the file says of a page."""

    name: str
    site: str
    day: str
    writers: tuple[str, ...]
    lines: list[tuple[str, list[str]]] = field(default_factory=list)

    def only(self, kind: str) -> str:
        return next((pieces[0] for found, pieces in self.lines if found == kind), "")


def pages() -> list[SystemPage]:
    """Make all pages."""
    sources: list[_Source] = []
    for line in (_HERE / "pages_of_news.txt").read_text("utf-8").splitlines():
        if line.startswith("=== "):
            name, site, day, writers = line[4:].split(" | ")
            sources.append(_Source(name, site, day, tuple(writers.split("; "))))
        else:
            kind, _, text = line.partition(": ")
            pieces = [text] if kind in _STORY else text.split(" | ")
            sources[-1].lines.append((kind, pieces))
    seen = {"a": 0, "b": 0}
    return [_page(source, _next(seen, source.name[-1])) for source in sources]


def _next(seen: dict[str, int], half: str) -> int:
    seen[half] += 1
    return seen[half]


def _page(source: _Source, number: int) -> SystemPage:
    templates = _TEMPLATES[source.name[-1]]
    template = templates[number % len(templates)]
    said = [pieces for kind, pieces in source.lines if kind in "bd"]
    story = [piece for kind, pieces in source.lines if kind in _STORY for piece in pieces]
    furniture = [(kind, piece) for kind, pieces in source.lines if kind not in _STORY for piece in pieces if re.search(r"\w\w", piece)]
    seen = {"".join(filter(str.isalnum, piece.casefold())) for piece in story}
    furniture = [unit for unit in furniture if "".join(filter(str.isalnum, unit[1].casefold())) not in seen]
    return SystemPage(
        source.name,
        _document(source, template, number),
        source.only("t"),
        source.writers,
        source.day,
        story,
        furniture,
        author_seen=True,
        date_seen=bool(said),
    )


def _document(source: _Source, template: dict[str, str], number: int) -> str:
    kinds = [kind for kind, _ in source.lines]
    story = [place for place, kind in enumerate(kinds) if kind in "ph"]
    first, last = story[0], story[-1]
    while kinds[last + 1] in "lua":
        last += 1
    made: list[str] = []
    body: list[str] = []
    for place, (kind, pieces) in enumerate(source.lines):
        shape = _comments(pieces) if kind == "v" else _shaped(template[kind], kind, pieces)
        if kind == "l":
            shape = ("" if kinds[place - 1] == "l" else "<ul>") + shape + ("" if kinds[place + 1] == "l" else "</ul>")
        if first <= place <= last:
            body.append(shape)
        else:
            made.append(shape)
        if place == last:
            made.append(template["body"].replace("%", "\n".join(body)))
    language = source.name[:-2]
    direction = ' dir="rtl"' if language in {"he", "ar", "fa", "ur"} else ""
    title = html.escape(f"{source.only('t')} - {source.site}")
    top = [shape for shape, kind in zip(made, kinds, strict=False) if kind in "nx"]
    low = [shape for shape in made[len(top) :] if shape.startswith(("<footer", '<div id="cookie', '<div class="cookie', '<div id="bottom'))]
    middle = [shape for shape in made[len(top) :] if shape not in low]
    return "\n".join(
        [
            f'<!DOCTYPE html><html lang="{language}"{direction}><head><meta charset="utf-8"><title>{title}</title>',
            _head(source, number % 4),
            f'</head><body><div class="logo"><a href="/">{html.escape(source.site)}</a></div>',
            *top,
            "<main><article>" if number % 2 else '<div id="content">',
            *middle,
            "</article></main>" if number % 2 else "</div>",
            *low,
            "</body></html>",
        ]
    )


def _head(source: _Source, kind: int) -> str:
    title = html.escape(source.only("t"))
    if kind == 1:
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": source.only("t"),
            "datePublished": source.day + "T09:00:00Z",
            "author": [{"@type": "Person", "name": writer} for writer in source.writers],
            "publisher": {"@type": "Organization", "name": source.site},
        }
        return f'<script type="application/ld+json">{json.dumps(data)}</script>'
    if kind == 3:
        return f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{html.escape(source.site)}">'
    return ""


def _shaped(shape: str, kind: str, pieces: list[str]) -> str:
    written = [html.escape(piece, quote=False) for piece in pieces]
    place = _ENDS_OF.get(kind, 0)
    named, rest = (written[:place], written[place:]) if place else ([], written)
    if place == -1 and not named:
        named, rest = written, []
    shape = re.sub(r"#(?!\")([^#]*)#(?!\")", lambda found: "".join(found[1].replace("%", text) for text in named), shape)
    return re.sub(r"\*([^*]*)\*", lambda found: "".join(found[1].replace("%", text) for text in rest), shape)


def _comments(pieces: list[str]) -> str:
    """Tell the writer, the day and the words of each comment by the day between them."""
    written = [html.escape(piece, quote=False) for piece in pieces]
    dates = [place for place, piece in enumerate(pieces) if place > 1 and _DATED.search(piece) and len(piece) < 30]
    made = [f'<div id="comments"><h3 class="comments-title">{written[0]}</h3>']
    for place, text in enumerate(written[1:], 1):
        if place + 1 in dates:
            made.append(f'<div class="comment"><span class="comment-author">{text}</span>')
        elif place in dates:
            made.append(f'<span class="comment-date">{text}</span>')
        elif place - 1 in dates:
            made.append(f'<div class="comment-text">{text}</div></div>')
        else:
            made.append(f'<a class="comment-link" href="#">{text}</a>')
    return "\n".join([*made, "</div>"])
