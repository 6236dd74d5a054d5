"""The name that a site goes by."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.assemble import masthead
from cleaner.assemble.candidates import NOTHING, Candidate, Choice, addresses, choose, labelled
from cleaner.assemble.copyright import owner
from cleaner.assemble.masthead import HINT
from cleaner.assemble.paragraphs import Rows
from cleaner.model import Page
from cleaner.names import is_caseless, is_uncased_name
from cleaner.regexes import regex
from cleaner.tokens import squeezed

DECLARED, HOUSE = 0.9, 0.6
"""Trust in what the head gives as the site's name, and in the house that its JSON-LD names."""
ENOUGH = 0.45
"""Confidence from which a name is taken: one of the head's, or two hints, of which one may be contradicted."""
MIN_CHARS = 3
"""Letters from which a name is looked for in titles and addresses: shorter ones stand in other words."""
NAME_WORDS = 8
"""Words of the longest name."""
HOUSE_ENDS = regex("(?:新闻|新聞|资讯|資訊|财经|財經|科技|体育|體育|娱乐|娛樂|汽车|汽車|订阅|訂閱|频道|頻道|时报|時報|日报|日報|晚报|晚報|网|網|在线|在線|门户|首页|首頁|ニュース|オンライン|뉴스|닷컴)+")
"""What stands behind a house's name at the end of a window's title: a rubric, or what kind of house it is."""
FEED = regex(r"(?i)\s*[-–—|·•:»›>(]*\s*(?:comments?\s+)?(?:(?:rss|atom|feeds?|search|suche|recherche)\b\s*)*[\d.]*\)?\s*$")
"""What feeds and searches have behind the site's name."""
HOME = frozenset(
    "home blog homepage frontpage startseite start accueil inicio início inici inizio thuis voorpagina hjem forside hem startsida etusivu koti strona główna "  # noqa: SIM905
    "stronaglowna stronagłówna domů domov naslovnica početna kezdőlap főoldal acasă anasayfa головна главная начало начална αρχική beranda trangchủ "
    "หน้าแรก الرئيسية ראשי עמודהבית صفحهاصلی 首页 首頁 ホーム トップ トップページ 홈 logo backtohome".split()
)
"""Words for the front page, written without spaces."""


def site_name(page: Page, rows: Rows) -> Choice:
    """Return the choice of the site's own name for itself.

    Where the head does not give it, it is the name in which two of these agree: feeds and the app's name, the link to the front page or
    the logo, the copyright line, the beginning or end of the window's title, the address.
    """
    for one in page.metadata.get("said", {}).get("site_name", ()):
        if "//" not in one.value:
            return Choice(one.value, one.source, DECLARED, ())
    if given := page.metadata.get("site_name"):
        return Choice(str(given), "head", DECLARED, ())
    choice = choose(_candidates(page, rows), lambda name: squeezed(name).removeprefix("the"))
    return choice if choice.confidence >= ENOUGH else NOTHING


def _candidates(page: Page, rows: Rows) -> Iterator[Candidate]:
    """Yield the names that places give the site, with those that title and address bear out."""
    said = page.metadata.get("said", {})
    houses = [one.value for one in said.get("publisher", ()) if one.source == "json-ld" and "//" not in one.value]
    hints = [(FEED.sub("", one.value) if one.source == "feed" else one.value, one.source) for one in said.get("site", ())]
    owned = [*filter(None, (owner(row.text) for row in rows.get("legal", ())))][:1]
    if page.media_type != "text/html":
        yield from masthead.hints(page, rows, owned)
    hints += [(name, "copyright") for name in owned]
    named = [Candidate(name, "json-ld", HOUSE) for name in houses[:1]]
    named += [Candidate(name, source, HINT) for name, source in hints if _may_be(name)]
    yield from named
    title = str(page.metadata.get("title") or "")
    names = dict.fromkeys([*(candidate.value for candidate in named), *_ends(title)])
    labels = {label for link in addresses(page) for label in labelled(link)}
    for name in names:
        if _parts(title, name):
            yield Candidate(name, "title", HINT)
        if squeezed(name) in labels or squeezed(name).removeprefix("the") in labels:
            yield Candidate(name, "address", HINT)


def _may_be(name: str) -> bool:
    """Say whether what a place gives may be a name, and not a word for the front page."""
    return len(squeezed(name)) >= MIN_CHARS and name.count(" ") < NAME_WORDS and squeezed(name) not in HOME and "//" not in name


def titled_houses(page: Page) -> frozenset[str]:
    """Return the squeezed names among the writers in the head that the window's title ends in, in scripts without capitals: the site's own.

    “港口重建_青石科技_青石网” with “青石” or “青石科技” as its author; a person's page ends in the person's name, or says that it is a blog.
    """
    _, *behind = map(squeezed, CLOSE_PARTING.split(str(page.metadata.get("title") or "")))
    authors = (squeezed(one.value) for one in page.metadata.get("said", {}).get("authors", ()) if is_caseless(one.value))
    return frozenset(name for name in authors if any(_is_house(name, part) for part in behind))


def _is_house(author: str, part: str) -> bool:
    """Say whether a part of the window's title is a house's name, which an author's is or begins."""
    if part == author:
        return not is_uncased_name(author)
    return part.startswith(author) and HOUSE_ENDS.fullmatch(part[len(author) :]) is not None


def _ends(title: str) -> list[str]:
    """Return the first and last of the parts of a window's title."""
    parts = PARTING.split(title)
    return [part.strip() for part in (parts[-1], parts[0]) if _may_be(part)] if len(parts) > 1 else []


PARTING = regex(r"\s+[-–—―|·•:»«›~/_@]+\s+|\s*[|｜]\s*|\s*::\s*|[-_](?=\s)|：")
"""Marks between the parts of a window's title."""


CLOSE_PARTING = regex(r"\s*[_|｜]+\s*|\s+[-–—·•:»«›]+\s+|(?<![\x00-\u024f])[-–—]+")
"""The same where scripts without capitals set no spaces around them."""


def _parts(title: str, name: str) -> bool:
    """Say whether a window's title begins or ends with a name, parted from the rest by a mark."""
    at = title.casefold().find(name.casefold())
    if not name or at < 0 or len(name) == len(title):
        return False
    last = title.casefold().rfind(name.casefold())
    before, behind = title[:last].rstrip(), title[at + len(name) :].lstrip()
    if not title[last + len(name) :].strip(" )]") and before:
        return not before[-1].isalnum() and before[-1] not in ",'’"
    return at == 0 and bool(behind) and not behind[0].isalnum() and behind[0] not in ",'’"
