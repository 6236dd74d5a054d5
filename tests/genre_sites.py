"""Invented sites around a story: ten frames with the menus, bars, lists and feet of as many kinds of real ones."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

OTHERS = (
    "Bakery fire on Kettle Street was started by a toaster", "Ferry to Oss cancelled for a third day", "Why the harbour bridge is painted green",
    "Council votes to keep the swimming pool open", "Marten stole 40 eggs from a farm shop", "Five walks to take before the clocks change",
    "Hospital car park to charge for overnight stays", "Choir from Dellmouth wins in Lisk", "Man, 82, found after two nights on the moor",
    "Old cinema sold for a pound", "School bus route 14 to be moved", "Storm leaves 3,000 homes without power",
    "What we know about the tunnel closure", "Review: The Lantern at the Mill Theatre", "Rail fares to rise in January",
    "Lost wedding ring turns up in a potato field", "Brask Rovers sign goalkeeper from Tarn", "Housing plan for the old gasworks goes on show",
)  # fmt: skip
READERS = (
    ("Olga Penn", "Thanks for this, I had no idea."), ("marten77", "About time somebody said so."), ("T. Quill", "My aunt was there that day, and she tells it differently."),
    ("BraskBorn", "And who pays for it? We do, as ever."), ("Ines Hollow", "Lovely piece."),
)  # fmt: skip


class Story(NamedTuple):
    """A story with what its frame needs of it."""

    title: str
    dek: str
    byline: str
    day: str
    section: str
    html: str
    seed: int


def story(name: str, rows: Sequence[tuple[str, str]]) -> Story:
    """Return a story from its rows, marks with texts."""
    own = {mark: text for mark, text in rows if mark in "TKBDS"}
    fields = [_inline(own.get(mark, "")) for mark in "TKBDS"]
    return Story(*fields, markup([row for row in rows if row[0] not in "TKBDSAI"]), zlib.crc32(name.encode()))


def _inline(text: str) -> str:
    text = html.escape(text, quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    text = re.sub(r"__(.+?)__", r"<em>\1</em>", text)
    return re.sub(r"\[\[(.+?)\]\]", r'<a href="/x">\1</a>', text)


def _cells(text: str) -> str:
    return "<tr>" + "".join(f"<td>{_inline(cell.strip())}</td>" for cell in text.split(" | ")) + "</tr>"


_ONE: dict[str, Callable[[str], str]] = {
    "+": lambda x: f"<p>{_inline(x)}</p>",
    "#": lambda x: f"<h2>{_inline(x)}</h2>",
    "3": lambda x: f"<h3>{_inline(x)}</h3>",
    ">": lambda x: f"<blockquote><p>{_inline(x)}</p></blockquote>",
    "d": lambda x: f"<div>{_inline(x)}</div>",
    "C": lambda x: f'<figure><img src="/p.jpg" alt=""><figcaption>{_inline(x)}</figcaption></figure>',
    "c": lambda x: f'<figure><img src="/p.jpg" alt=""><figcaption>{_inline(x)}</figcaption></figure>',
    "R": lambda x: f'<p class="more"><a href="/r">{_inline(x)}</a></p>',
    "X": lambda x: f'<div class="box">{_inline(x)}</div>',
    "~": lambda x: f'<blockquote class="twitter-tweet"><p>{_inline(x)}</p></blockquote>',
    "n": lambda x: f"<p>{_inline(x)}</p>",
}
_GROUPS: dict[str, tuple[str, Callable[[str], str], str, str]] = {
    "*": ("<ul>", lambda x: f"<li>{_inline(x)}</li>", "</ul>", ""),
    "1": ("<ol>", lambda x: f"<li>{_inline(x)}</li>", "</ol>", ""),
    "|": ("<table>", _cells, "</table>", ""),
    "!": ("<pre>", lambda x: html.escape(x, quote=False), "</pre>", "\n"),
    ".": ("<p>", _inline, "</p>", "<br>"),
}


def markup(rows: Sequence[tuple[str, str]]) -> str:
    """Return the rows of a story as HTML; lists, tables, code and verse are gathered."""
    found: list[str] = []
    at = 0
    while at < len(rows):
        mark = rows[at][0]
        if mark not in _GROUPS:
            found.append(_ONE[mark](rows[at][1]))
            at += 1
            continue
        end = next((i for i in range(at, len(rows)) if rows[i][0] != mark), len(rows))
        opens, one, closes, between = _GROUPS[mark]
        found.append(opens + between.join(one(text) for _, text in rows[at:end]) + closes)
        at = end
    return "\n".join(found)


def _picked(seed: int, count: int) -> list[str]:
    return [OTHERS[(seed + 5 * i) % len(OTHERS)] for i in range(count)]


def _links(texts: Sequence[str], kind: str = "") -> str:
    return f'<ul class="{kind}">' + "".join(f'<li><a href="/{i}">{text}</a></li>' for i, text in enumerate(texts)) + "</ul>"


def _page(name: str, story: Story, body: str) -> str:
    return f"<!doctype html><html lang=en><head><title>{story.title} | {name}</title></head><body>{body}</body></html>"


def paper(s: Story) -> str:
    """A local paper: top bar, share row, tags, related grid, most read, newsletter box, long foot."""
    body = f"""<div class="topbar"><a href="/l">Log in</a> <a href="/s">Subscribe</a></div><header><a href="/">The Brask Courier</a>
<nav>{_links(("Home", "News", "Sport", "Business", "Opinion", "Lifestyle", "Obituaries", "Jobs"), "menu")}</nav></header>
<main><article><div class="kicker"><a href="/c">{s.section}</a></div><h1>{s.title}</h1>{f'<p class="dek">{s.dek}</p>' if s.dek else ""}
<div class="meta"><span class="by">{s.byline}</span><time>{s.day}</time></div>
{_links(("Facebook", "Twitter", "WhatsApp", "Email"), "share")}<div class="content">{s.html}</div>
<div class="tags">Tags: <a href="/t1">Brask</a> <a href="/t2">Dellmouth</a> <a href="/t3">{s.section}</a></div>
<section class="related"><h3>Related articles</h3>{_links(_picked(s.seed, 4))}</section></article>
<aside><h3>Most read</h3><ol>{"".join(f"<li><a href='/m'>{x}</a></li>" for x in _picked(s.seed + 2, 5))}</ol>
<div class="nl"><h3>Sign up for our newsletter</h3><p>Get the day's top stories straight to your inbox.</p><input><button>Sign up</button></div></aside></main>
<footer>{_links(("About us", "Contact us", "Advertise with us", "Privacy policy", "Terms and conditions", "Cookie policy"))}
<p>© 2024 Brask Courier Media Ltd. All rights reserved.</p></footer>"""
    return _page("The Brask Courier", s, body)


def blog(s: Story) -> str:
    """A blog's usual theme: skip link, posted-on line, sharing, form for comments, widgets."""
    comments = "".join(
        f'<li class="comment"><b class="fn">{a}</b> <span>says:</span><div>May {4 + i}, 2024 at 9:1{i} am</div><p>{t}</p><a href="#r">Reply</a></li>'
        for i, (a, t) in enumerate(READERS[:3])
    )
    body = f"""<a class="skip" href="#c">Skip to content</a><header><p class="site-title"><a href="/">Kettle and Thread</a></p><p class="site-description">Notes from a small town</p>
<nav>{_links(("Home", "About", "Archive", "Contact"))}</nav></header><div id="c"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{s.title}</h1>
<div class="entry-meta">Posted on <time>{s.day}</time> {s.byline}</div></header><div class="entry-content">{f"<p><em>{s.dek}</em></p>" if s.dek else ""}{s.html}
<div class="sharedaddy"><h3>Share this:</h3>{_links(("Click to share on Twitter (Opens in new window)", "Click to share on Facebook (Opens in new window)"))}<h3>Like this:</h3><p>Loading...</p></div></div>
<footer class="entry-meta">Posted in <a href="/c">{s.section}</a>. Bookmark the <a href="/p">permalink</a>.</footer></article>
<nav class="post-nav"><a href="/p">← {_picked(s.seed, 1)[0]}</a> <a href="/n">{_picked(s.seed + 3, 1)[0]} →</a></nav>
<div id="comments"><h2>3 thoughts on “{s.title}”</h2><ol>{comments}</ol><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p>
<form><label>Comment *</label><textarea></textarea><label>Name *</label><input><label>Email *</label><input><button>Post Comment</button></form></div></div>
<aside id="secondary"><h2>Recent Posts</h2>{_links(_picked(s.seed + 1, 4))}<h2>Archives</h2>{_links(("May 2024", "April 2024", "March 2024"))}
<h2>Categories</h2>{_links(("Garden", "Kitchen", "Walks", "Uncategorized"))}</aside><footer>Proudly powered by WordPress</footer>"""
    return _page("Kettle and Thread", s, body)


def broadcaster(s: Story) -> str:
    """A broadcaster: cookie banner, account menu, share button, related topics, more on this story, top stories, features."""
    body = f"""<div id="cookie"><p>We use cookies to give you the best experience.</p><button>Accept all</button><button>Manage settings</button></div>
<header><a href="/">LBC Lisk</a> {_links(("Home", "News", "Sport", "Weather", "Player", "Sounds"))}<a href="/signin">Sign in</a></header>
<nav>{_links(("War on rats", "Climate", "Politics", "Culture", "Business", "Tech", "In Pictures"))}</nav><main><article><h1>{s.title}</h1>
<div><time>{s.day}</time></div><div class="byline">{s.byline}</div>{f"<p><b>{s.dek}</b></p>" if s.dek else ""}<button>Share</button><button>Save</button>
{s.html}<section><h2>Related topics</h2>{_links((s.section, "Dellmouth"))}</section>
<section><h2>More on this story</h2><ul>{"".join(f"<li><a href='/s'>{x}</a><span>{i + 1} day{'s' if i else ''} ago</span></li>" for i, x in enumerate(_picked(s.seed, 3)))}</ul></section></article>
<section><h2>Top stories</h2>{"".join(f"<h3><a href='/t'>{x}</a></h3>" for x in _picked(s.seed + 1, 3))}</section>
<section><h2>Elsewhere on LBC</h2>{_links(_picked(s.seed + 2, 4))}</section></main>
<footer>{_links(("Terms of Use", "About LBC", "Privacy Policy", "Cookies", "Accessibility Help", "Contact LBC"))}<p>Copyright © 2024 LBC. LBC is not responsible for the content of external sites.</p></footer>"""
    return _page("LBC Lisk", s, body)


def magazine(s: Story) -> str:
    """A magazine: hamburger menu, section label, dek, author card, pull to subscribe, more from the section."""
    body = f"""<header><button>Menu</button><a href="/">Lantern</a><a href="/sub">Subscribe</a><div class="drawer">{_links(("Culture", "Ideas", "Food", "Books", "Politics", "Archive", "Podcasts", "Crossword"))}
<p>Follow us</p>{_links(("Instagram", "Facebook", "X", "YouTube"))}</div></header><article><div class="rubric">{s.section}</div><h1>{s.title}</h1>
{f'<h2 class="dek">{s.dek}</h2>' if s.dek else ""}<p class="byline">{s.byline}</p><p class="date">{s.day}</p><button>Save this story</button>
<div class="body">{s.html}</div><div class="promo"><p>Get Lantern in your inbox every Friday. <a href="/nl">Sign up here</a>.</p></div></article>
<section><h2>More from Lantern</h2>{"".join(f"<div class='card'><a href='/a'><h3>{x}</h3></a><p>By {READERS[i % 2][0]}</p></div>" for i, x in enumerate(_picked(s.seed, 4)))}</section>
<section><h2>Read more</h2>{_links(_picked(s.seed + 3, 3))}</section>
<footer>{_links(("About", "Careers", "Press", "FAQ", "Media kit", "Do not sell my info"))}<p>Lantern may earn a portion of sales from products that are purchased through our site.</p><p>© 2024 Lantern Press. All rights reserved.</p></footer>"""
    return _page("Lantern", s, body)


def tabloid(s: Story) -> str:
    """A tabloid: many menus, breadcrumb, comment count, in-story promos, trending, readers' comments."""
    comments = "".join(f"<div class='c'><span>{a}</span><span>, Dellmouth, {i + 2} hours ago</span><p>{t}</p><button>Reply</button><span>{12 - i}</span></div>" for i, (a, t) in enumerate(READERS[1:4]))
    body = f"""<div class="nav1">{_links(("Home", "Showbiz", "Femail", "Health", "Science", "Money", "Video", "Travel", "Shop"))}</div><div class="nav2">{_links(("Latest Headlines", "Royals", "Crime", "Weather"))}</div>
<form><input placeholder="Search"><button>Search</button></form><div class="crumbs"><a href="/">Home</a> › <a href="/c">{s.section}</a></div>
<h1>{s.title}</h1>{f"<ul class='points'><li>{s.dek}</li></ul>" if s.dek else ""}<p class="author">{s.byline}</p><p>Published: {s.day} | Updated: {s.day}</p><div>{_links(("Share", "Tweet", "Pin"))}<a href="#c">12 shares</a> <a href="#c">3 View comments</a></div>
<div itemprop="articleBody">{s.html}</div><p class="share">Share or comment on this article: <a href="#c">{s.title}</a></p>
<div id="c"><h3>Comments 3</h3><a href="#n">Newest</a><a href="#o">Oldest</a>{comments}<p>The views expressed in the contents above are those of our users and do not necessarily reflect the views of The Daily Gull.</p></div>
<div class="tr"><h3>Trending</h3>{_links(_picked(s.seed, 6))}</div><div><h3>DON'T MISS</h3>{_links(_picked(s.seed + 4, 5))}</div>
<footer>{_links(("Back to top", "Sitemap", "Rss", "Contact", "How to complain"))}<p>Published by Gull Newspapers Ltd</p></footer>"""
    return _page("The Daily Gull", s, body)


def letter(s: Story) -> str:
    """A newsletter's site: subscribe boxes above and below, likes, comments, next and previous."""
    body = f"""<nav><a href="/">The Tarn Letter</a> <a href="/sub">Subscribe</a> <a href="/in">Sign in</a></nav><article><h1>{s.title}</h1>{f'<h3 class="subtitle">{s.dek}</h3>' if s.dek else ""}
<div><a href="/@x">{s.byline}</a></div><div>{s.day}</div><div><a href="#l">24</a><a href="#c">3</a><a href="#s">Share</a></div>
<div class="available-content">{s.html}</div><div class="subscription-widget"><p>Thanks for reading The Tarn Letter! Subscribe for free to receive new posts and support my work.</p><input><button>Subscribe</button></div>
<div><a href="#l">24 Likes</a> <a href="#p">← Previous</a><a href="#n">Next →</a></div></article>
<div id="discussion"><h4>Discussion about this post</h4><button>Comments</button><button>Restacks</button>{"".join(f"<div><b>{a}</b><span>{i + 1}d</span><p>{t}</p><a>Like</a><a>Reply</a></div>" for i, (a, t) in enumerate(READERS[:3]))}</div>
<div><button>Top</button><button>Latest</button>{"".join(f"<div><a href='/p'>{x}</a><div>May {3 + i}</div></div>" for i, x in enumerate(_picked(s.seed, 4)))}<button>See all</button></div>
<p>Ready for more?</p><input><button>Subscribe</button><footer><p>© 2024 Tarn Letter</p>{_links(("Privacy", "Terms", "Collection notice"))}</footer>"""
    return _page("The Tarn Letter", s, body)


def portal(s: Story) -> str:
    """A portal on a group's system: weather in the head, e-edition, print tools, around the web, subscriber's services."""
    body = f"""<header><div>58° Dellmouth</div>{_links(("E-edition", "Newsletters", "Log In", "Subscribe"))}<a href="/">dellmouthsentinel.example</a>
<nav>{_links(("NEWS", "SPORTS", "OPINION", "OBITUARIES", "E-EDITION", "LEGALS", "CLASSIFIEDS"))}</nav></header>
<main><div class="breadcrumb"><a href="/">Home</a><a href="/c">{s.section}</a></div><h1>{s.title}</h1>{f'<h2 class="sub">{s.dek}</h2>' if s.dek else ""}<ul class="meta"><li>{s.byline}</li><li>{s.day}</li></ul>
{_links(("Facebook", "Twitter", "Email", "Print", "Copy article link", "Save"))}<div class="asset-body">{s.html}</div>
<div class="tags">{_links((s.section, "Dellmouth County", "Featured"))}</div><div><h4>Around The Web</h4>{_links(_picked(s.seed, 3))}</div></main>
<aside><h4>Most Popular</h4>{_links(_picked(s.seed + 1, 5))}<h4>Upcoming Events</h4>{_links(("Wed, May 8 Farmers market", "Thu, May 9 Quilt night"))}
<h4>Online Poll</h4><p>Do you plan to vote on Tuesday?</p><form><label>Yes</label><label>No</label><label>Undecided</label><button>Vote</button> <a>View Results</a></form></aside>
<footer><p>Dellmouth Sentinel</p><p>14 Quay Street</p><p>Phone: 555-0142</p><p>Email: news@sentinel.example</p>{_links(("Submit an Event", "Place a Classified", "Subscriber Services"))}
<p>© Copyright 2024 Dellmouth Sentinel, 14 Quay Street | Terms of Use | Privacy Policy</p></footer>"""
    return _page("Dellmouth Sentinel", s, body)


def firm(s: Story) -> str:
    """A firm's or office's site: products in the menu, crumbs, back to all news, cards, a call to action, foot in columns."""
    body = f"""<header><a href="/">Osprey Systems</a><nav>{_links(("Products", "Solutions", "Pricing", "Resources", "Company", "Contact sales"))}<a href="/t">Start free trial</a></nav></header>
<div><a href="/news">← Back to all news</a></div><article><span class="cat">{s.section}</span><h1>{s.title}</h1>{f"<p class='lead'>{s.dek}</p>" if s.dek else ""}<div>{s.day}</div><div>{s.byline}</div>
<div class="rich-text">{s.html}</div><div>Share this post {_links(("LinkedIn", "Twitter"))}</div></article>
<section><h2>You might also like</h2>{"".join(f"<a href='/p'><span>Blog</span><h3>{x}</h3><span>Read more</span></a>" for x in _picked(s.seed, 3))}</section>
<section class="cta"><h2>Ready to get started?</h2><p>Try Osprey free for 14 days. No credit card required.</p><a href="/t">Get started</a> <a href="/d">Book a demo</a></section>
<footer><h4>Product</h4>{_links(("Features", "Integrations", "Changelog"))}<h4>Company</h4>{_links(("About", "Careers", "Press"))}<h4>Legal</h4>{_links(("Privacy", "Terms", "Security"))}<p>© 2024 Osprey Systems, Inc.</p></footer>"""
    return _page("Osprey Systems", s, body)


def quality(s: Story) -> str:
    """A national daily: support bar, sections, dek, byline with the time, captions, most viewed, appeal for money."""
    body = f"""<div><a href="/skip">Skip to main content</a><p>Support the Meridian</p><p>Fund independent journalism with £5 per month</p><a href="/sup">Support us</a></div>
<nav>{_links(("News", "Opinion", "Sport", "Culture", "Lifestyle"))}<a href="/more">Show More</a></nav><div>{_links(("World", "UK", "Climate crisis", "Football", "Business", "Obituaries"))}</div>
<main><div><a href="/s">{s.section}</a></div><h1>{s.title}</h1>{f'<div class="standfirst"><p>{s.dek}</p></div>' if s.dek else ""}<address>{s.byline}</address><details><summary>{s.day}</summary>First published on {s.day}</details><div><a>Share</a></div>
<div class="article-body">{s.html}</div><div class="epic"><p>I hope you appreciated this article. Before you move on, I was hoping you would consider taking the step of supporting the Meridian's journalism.</p><a>Support the Meridian</a> <a>Remind me in May</a></div>
<div>Explore more on these topics {_links((s.section, "Dellmouth", "features"))}</div><a>Reuse this content</a></main>
<section><h2>More on this story</h2>{"".join(f"<div><a href='/m'><h4>{x}</h4></a><span>{i + 2}d ago</span></div>" for i, x in enumerate(_picked(s.seed, 4)))}</section>
<section><h2>Most viewed</h2>{_links(_picked(s.seed + 2, 5))}</section>
<footer>{_links(("About us", "Help", "Complaints & corrections", "Work for us", "Privacy policy", "All topics", "All writers"))}<p>© 2024 Meridian News & Media Limited or its affiliated companies. All rights reserved.</p></footer>"""
    return _page("The Meridian", s, body)


def board(s: Story) -> str:
    """A site of questions or recipes made of plain blocks: stats, buttons, side lists, hot questions."""
    body = f"""<header><a href="/">Workbench</a> <a>Log in</a> <a>Sign up</a></header><nav>{_links(("Home", "Latest", "Tags", "Users", "Unanswered"))}</nav>
<h1><a href="/q">{s.title}</a></h1>{f"<p>{s.dek}</p>" if s.dek else ""}<div>{s.byline}</div><div>{s.day}</div><div>Viewed 2k times</div><a>Print</a> <a>Save</a>
<div class="main">{s.html}</div><div><a>Share</a> <a>Follow</a> <a>Flag</a></div>
<aside><h4>Related</h4>{"".join(f"<div><a>{4 + i}</a> <a href='/q'>{x}</a></div>" for i, x in enumerate(_picked(s.seed, 4)))}<h4>Hot right now</h4>{_links(_picked(s.seed + 3, 4))}</aside>
<footer>{_links(("Tour", "Help", "Chat", "Contact", "Feedback"))}<p>site design / logo © 2024 Workbench; user contributions licensed under CC BY-SA.</p></footer>"""
    return _page("Workbench", s, body)


SITES: dict[str, Callable[[Story], str]] = {
    "paper": paper, "blog": blog, "broadcaster": broadcaster, "magazine": magazine, "tabloid": tabloid, "letter": letter, "portal": portal, "firm": firm,
    "quality": quality, "board": board,
}  # fmt: skip
