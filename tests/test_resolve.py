"""Precedence: who wins over a span, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner import Config
from cleaner.features import is_scrape
from cleaner.model import Kind, Label, Page
from cleaner.neighbours import FEW_AROUND, GAP, LISTED, PARAGRAPH, QUOTED, RESUMED, SURE_OF_MARKUP
from cleaner.overruling import WITHIN_VETO, judges_by_place, unruled
from cleaner.pipeline import parse, prepare
from cleaner.resolve import ABOVE_HEADLINE, CERTAIN, LONG_WORDS, keep_everything, resolve
from cleaner.rules.base import REMOVE, Scope

STORY = (
    "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday evening, "
    "and the old ones will be sold to a museum in Tamm.\n"
    "They are to carry ninety cars each and will replace boats that have been in service for more than forty years.\n"
    "Short line"
)
FURNITURE = "\nShare this article\nPrivacy Policy\nSubscribe"
MENU = "".join(f"\nMenu entry {number}" for number in range(FEW_AROUND))


@pytest.fixture
def page() -> Page:
    return prepare(parse(STORY, "text/plain"), Config()).page


def label(page: Page, block: int, confidence: float, rule: str = "a.b.c", *, keep: bool = False) -> Label:
    return Label(block, 0, len(page.blocks[block].text), "share", keep, confidence, rule, "a reason")


def kinds(
    page: Page, labels: list[Label], posterior: list[float] | None = None, profile: str = "balanced"
) -> list[str | None]:
    return [piece.kind for piece in resolve(page, labels, posterior, profile)]  # type: ignore[arg-type]


def test_a_strong_label_removes_a_short_line(page: Page) -> None:
    assert kinds(page, [label(page, 2, 0.95)]) == [None, None, "share"]


def test_a_weak_label_alone_removes_nothing(page: Page) -> None:
    assert kinds(page, [label(page, 2, 0.6)]) == [None, None, None]


def test_two_rules_remove_together_what_neither_removes_alone(page: Page) -> None:
    assert kinds(page, [label(page, 2, 0.7, "a"), label(page, 2, 0.7, "b")]) == [None, None, "share"]


def test_one_rule_that_speaks_twice_is_one_witness(page: Page) -> None:
    assert kinds(page, [label(page, 2, 0.7), label(page, 2, 0.7)]) == [None, None, None]


def test_a_long_line_of_the_story_needs_two_witnesses(page: Page) -> None:
    assert page.features.words[0] >= LONG_WORDS
    assert kinds(page, [label(page, 0, 0.98)])[0] is None
    assert kinds(page, [label(page, 0, 0.98, "a"), label(page, 0, 0.7, "b")])[0] == "share"
    assert kinds(page, [label(page, 0, CERTAIN)])[0] == "share"


def test_a_rule_that_speaks_for_the_story_weakens_one_against_it(page: Page) -> None:
    assert kinds(page, [label(page, 2, 0.95, "a"), label(page, 2, 0.8, "b", keep=True)])[2] is None


def test_a_part_is_cut_out_and_the_pieces_cover_the_block(page: Page) -> None:
    pieces = [
        p for p in resolve(page, [Label(1, 0, 8, "share", False, 0.95, "a", "")], None, "balanced") if p.block == 1
    ]
    assert [(p.start, p.kind) for p in pieces] == [(0, "share"), (8, None)]
    assert pieces[0].end == pieces[1].start
    assert pieces[1].end == len(page.blocks[1].text)


def test_the_model_judges_what_no_rule_claims_in_a_scrape() -> None:
    page = prepare(parse(STORY + FURNITURE + MENU, "text/plain"), Config()).page
    rest = [0.0] * (len(page.blocks) - 3)
    assert kinds(page, [], [0.98, 0.9, 0.3, *rest])[:3] == [None, None, "residue"]
    assert kinds(page, [], [0.98, 0.9, 0.3, *rest], "recall")[:3] == [None, None, None]
    assert kinds(page, [], [0.98, 0.2, 0.0, *rest], "precision")[:3] == [None, "residue", "residue"]
    assert kinds(page, [label(page, 2, 0.5)], [0.98, 0.9, 0.3, *rest])[2] == "share"


def test_a_page_that_the_model_doubts_keeps_what_it_doubts_least() -> None:
    page = prepare(parse(STORY + FURNITURE + MENU, "text/plain"), Config()).page
    rest = [0.0] * (len(page.blocks) - 3)
    assert kinds(page, [], [0.3, 0.3, 0.02, *rest])[:3] == [None, None, "residue"]
    assert kinds(page, [], [0.98, 0.18, 0.02, *rest])[:3] == [None, "residue", "residue"]
    assert set(kinds(page, [], [0.04] * len(page.blocks))) == {"residue"}


def test_a_sentence_right_below_what_is_surely_story_closes_it_and_is_doubted_less() -> None:
    page = prepare(parse(STORY + FURNITURE + MENU, "text/plain"), Config()).page
    rest = [0.0] * (len(page.blocks) - 2)
    assert kinds(page, [], [0.98, 0.28, *rest])[:2] == [None, None]
    assert kinds(page, [], [0.98, 0.15, *rest])[:2] == [None, "residue"]


def test_text_keeps_prose_that_it_doubts_sooner_than_other_lines() -> None:
    page = prepare(parse(STORY + FURNITURE + MENU, "text/plain"), Config()).page
    assert page.features.prose[1]
    assert not page.features.prose[2]
    rest = [0.0] * (len(page.blocks) - 3)
    assert kinds(page, [], [0.99, 0.33, 0.0, *rest])[:2] == [None, None]
    assert kinds(page, [], [0.99, 0.0, 0.33, *rest])[:3] == [None, "residue", "residue"]


def test_what_a_part_leaves_of_a_block_is_judged_like_any_other_and_named_after_it() -> None:
    page = prepare(parse(STORY + FURNITURE + MENU, "text/plain"), Config()).page
    rest = [0.0] * (len(page.blocks) - 3)
    cut = Label(2, 0, 5, "share", False, 0.95, "a", "")
    for chance, kind in ((0.9, None), (0.01, "share")):
        pieces = [p for p in resolve(page, [cut], [0.98, 0.9, chance, *rest], "balanced") if p.block == 2]
        assert [(p.start, p.kind) for p in pieces] == [(0, "share"), (5, kind)]


def test_a_doubtful_block_between_sure_ones_is_kept() -> None:
    page = prepare(parse(STORY + FURNITURE + MENU, "text/plain"), Config()).page
    rest = [0.0] * (len(page.blocks) - 3)
    assert kinds(page, [], [0.9, GAP, 0.9, *rest])[:3] == [None, None, None]
    assert kinds(page, [], [0.69, GAP, 0.0, *rest])[:3] == [None, "residue", "residue"]


def test_in_html_its_neighbours_must_be_surer() -> None:
    page = prepare(parse("".join(f"<p>{line}</p>" for line in STORY.split("\n")), "text/html"), Config()).page
    assert kinds(page, [], [SURE_OF_MARKUP, GAP, SURE_OF_MARKUP])[1] is None
    assert kinds(page, [], [0.9, GAP, SURE_OF_MARKUP])[1] == "residue"


def test_a_doubtful_sentence_of_a_text_trimmed_to_its_story_is_kept() -> None:
    trimmed, whole = (prepare(parse(STORY + FURNITURE + menu, "text/plain"), Config()).page for menu in ("", MENU))
    assert kinds(trimmed, [], [0.9, 0.15, 0.15, 0.0, 0.0, 0.0])[:3] == [None, None, "residue"]
    assert kinds(trimmed, [], [0.9, 0.04, 0.15, 0.0, 0.0, 0.0])[:3] == [None, "residue", "residue"]
    assert kinds(whole, [], [0.9, 0.15] + [0.0] * (len(whole.blocks) - 2))[:2] == [None, "residue"]


def test_a_doubtful_dek_of_a_trimmed_text_is_kept_below_its_headline_alone() -> None:
    text = f"Two new boats for Marrow Bay\nThe old ones go to a museum.\n{STORY}\nOur app is new.{FURNITURE}"
    page = prepare(parse(text, "text/plain"), Config()).page
    assert page.title == 0
    chances = [0.9, 0.15, 0.9, 0.9, 0.15, 0.15, 0.0, 0.0, 0.0]
    assert kinds(page, [], chances)[1:6] == [None, None, None, "residue", "residue"]


@pytest.mark.parametrize(
    ("line", "chance", "kind"),
    [
        ("Ninety cars will fit on each, and a cellar for bicycles", 0.13, None),
        ("A cellar for bicycles and a kitchen with windows are planned", 0.06, "residue"),
        ("The ferry company wants ninety cars on each of its boats", 0.01, None),  # the story says the same
        ("The cellar for bicycles is to be ready before the summer of 2027", 0.13, None),  # a year, and no date
        ("Told to us at the pier on 4 May 2026, at 10:30", 0.13, "residue"),
        ("Told to us by the pier, on the old quay, 4 May 2026", 0.13, "residue"),
        ("[Read what the old boats carried in all of their forty years](/x)", 0.13, "residue"),
        ("[Marrow Bay] Boats and bicycles", 0.13, "residue"),  # too few words
    ],
)
@pytest.mark.parametrize("bar", ["", "Share this article\n\n"])
def test_a_dek_that_the_model_doubts_is_kept_between_headline_and_byline(
    line: str, chance: float, kind: str | None, bar: str
) -> None:
    text = f"# Two new boats for Marrow Bay\n\n{bar}{line}\n\nBy Ida Kell\n\n{STORY}{FURNITURE}{MENU}".replace("\n", "\n\n")
    page = prepare(parse(text, "text/markdown"), Config()).page
    dek = 1 + bool(bar)
    start, end = page.features.story
    assert (page.title, start) == (0, dek + 2)
    chances = [chance if i == dek else float(start <= i < end) for i in range(len(page.blocks))]
    assert kinds(page, [label(page, 1, 0.95)] if bar else [], chances)[dek] == kind


def test_a_line_below_the_headline_of_an_unsigned_story_is_no_dek() -> None:
    line = "Ninety cars will fit on each, and a cellar for bicycles"
    text = f"# Two new boats for Marrow Bay\n\n{line}\n\n{STORY}{FURNITURE}{MENU}".replace("\n", "\n\n")
    page = prepare(parse(text, "text/markdown"), Config()).page
    assert kinds(page, [], [0.0, 0.13, 1.0, 1.0, *[0.0] * (len(page.blocks) - 4)])[1] == "residue"


def test_a_table_is_kept_or_removed_whole() -> None:
    rows = "".join(f"<tr><td>{day}<td>06:1{day[0]}" for day in ("1 May", "2 May", "3 May"))
    page = prepare(parse(f"<p>{STORY}</p><table>{rows}</table><p>Short line</p>", "text/html"), Config()).page
    tables = [block.index for block in page.blocks if block.role == "table"]
    for best, kind in ((0.4, None), (0.1, "residue")):
        chances = [
            best if index == tables[1] else 0.1 if index in tables else 0.98 for index in range(len(page.blocks))
        ]
        assert {kinds(page, [], chances)[index] for index in tables} == {kind}


@pytest.mark.parametrize(
    ("listing", "end", "kind"),
    [
        ("mill --start", 0.98, None),
        ("mill --start", 0.02, "residue"),  # below the story
        ("1\n2\n3", 0.98, "residue"),  # the numbers of a listing's lines
    ],
)
def test_a_doubtful_listing_between_pieces_of_story_is_kept(listing: str, end: float, kind: str | None) -> None:
    source = f"<p>{STORY}</p><p>Run this:</p><pre>{listing}</pre><p>Copy</p><p>And the mill turns.</p>"
    page = prepare(parse(source, "text/html"), Config()).page
    assert [block.role for block in page.blocks].index("preformatted") == 2
    assert kinds(page, [], [0.98, 0.98, LISTED, 0.02, end])[2] == kind


def test_the_model_overrules_rules_that_judge_by_place() -> None:
    page = prepare(parse(STORY + FURNITURE, "text/plain"), Config()).page
    found = [Label(2, 0, len("Short line"), "related", False, 0.95, "x.list", "")]
    chances = [0.9, 0.9, 0.8, 0.0, 0.0, 0.0]
    assert resolve(page, found, chances, "balanced", {"x.list": "page"})[2].kind is None
    assert resolve(page, found, chances, "balanced", {"x.list": "line"})[2].kind == "related"


def test_a_heading_that_a_rule_goes_by_falls_with_what_follows_it() -> None:
    page = prepare(parse(STORY.replace("Short line", "See also") + FURNITURE, "text/plain"), Config()).page
    (hit,) = page.cues[2]
    found = [Label(2, 0, len("See also"), "related", False, 0.95, hit.rule, "")]
    for following, kind in ((0.0, "related"), (0.7, "related"), (0.9, None)):
        chances = [0.9, 0.9, 0.85, following, 0.0, 0.0]
        assert resolve(page, found, chances, "balanced", {hit.rule: "section"})[2].kind == kind


def test_a_copy_is_removed_however_sure_the_model_is() -> None:
    page = prepare(parse(STORY + FURNITURE, "text/plain"), Config()).page
    found = [Label(2, 0, len("Short line"), "duplicate", False, 0.93, "x.copy", "")]
    chances = [0.99, 0.99, 0.99, 0.0, 0.0, 0.0]
    assert resolve(page, found, chances, "balanced", {"x.copy": "page"})[2].kind == "duplicate"


def test_clean_text_is_no_scrape_to_be_judged(page: Page) -> None:
    assert not is_scrape(page)
    assert is_scrape(prepare(parse(STORY + FURNITURE, "text/plain"), Config()).page)
    assert is_scrape(prepare(parse(f"<p>{STORY}</p>", "text/html"), Config()).page)


def test_clean_text_is_kept_from_its_headline_on() -> None:
    over = "News of the lake, the islands and the old harbour of Tamm"
    text = f"{over}\n\n\nTwo new boats for Marrow Bay\nBy Ida Kell\n\n\n{STORY}\nFares from May\nChildren"
    page = prepare(parse(text, "text/plain"), Config()).page
    assert not is_scrape(page)
    assert page.title == 1
    pieces = resolve(page, [], None, "balanced")
    assert [piece.kind for piece in pieces] == ["residue", *[None] * (len(page.blocks) - 1)]
    assert pieces[0].reason == "stands above the headline"
    assert pieces[0].confidence == ABOVE_HEADLINE < REMOVE


def test_keep_everything_keeps_everything(page: Page) -> None:
    assert all(piece.kind is None for piece in keep_everything(replace(page)))


def test_the_model_is_asked_of_clean_text_only_where_a_rule_judges_by_place(page: Page) -> None:
    placed, said = label(page, 2, 0.95, "x.list"), label(page, 2, 0.95, "x.line")
    scopes: dict[str, Scope] = {"x.list": "section", "x.line": "line"}
    assert judges_by_place([said, placed], scopes)
    assert not judges_by_place([said, label(page, 2, 0.8, "x.list"), placed._replace(kind="duplicate")], scopes)
    assert unruled(page, [placed, said], [0.9, 0.9, 0.99], scopes) == [said]
    assert unruled(page, [placed, said], [0.9, 0.9, 0.1], scopes) == [placed, said]


@pytest.mark.parametrize(
    ("tag", "chance", "beside", "kind"),
    [
        ("blockquote", QUOTED, 0.9, None),
        ("blockquote", 0.05, 0.9, "residue"),
        ("blockquote", QUOTED, 0.45, "residue"),
        ("p", QUOTED, 0.9, "residue"),
        ("blockquote class='twitter-tweet'", QUOTED, 0.9, "residue"),
    ],
)
def test_a_doubtful_quote_of_html_between_the_storys_paragraphs_is_kept(tag: str, chance: float, beside: float, kind: str | None) -> None:
    lines = STORY.split("\n")
    markup = f"<p>{lines[0]}</p><{tag}>Nobody had asked for a cellar</{tag.split(maxsplit=1)[0]}><p>{lines[1]}</p><p>{lines[0]}</p>"
    page = prepare(parse(markup, "text/html"), Config()).page
    assert kinds(page, [], [beside, chance, beside, 0.99])[1] == kind


def _run_in_story(bullet: str) -> tuple[Page, list[int]]:
    """Return a text with a run of lines between its two paragraphs, and where the run stands."""
    first, last, _ = STORY.split("\n")
    items = ("Ten cabins and a galley", "A hold for thirty bicycles", "Two lifts for prams")
    text = "\n\n".join((first, "\n".join(f"{bullet}{item}" for item in items), last)) + FURNITURE + MENU
    page = prepare(parse(text, "text/plain"), Config()).page
    return page, [1, 2, 3]


@pytest.mark.parametrize(
    ("scope", "chance", "below", "yields"),
    [
        ("page", WITHIN_VETO, 0.9, True),
        ("page", 0.25, 0.9, False),
        ("section", WITHIN_VETO, 0.9, False),
        ("page", WITHIN_VETO, 0.4, False),
    ],
)
def test_titles_between_two_pieces_of_story_yield_to_the_model_sooner(scope: Scope, chance: float, below: float, yields: bool) -> None:
    page, run = _run_in_story("")
    found = [label(page, index, 0.92, "x.list")._replace(kind="related") for index in run]
    chances = [0.9, *[chance] * 3, below, *[0.0] * (len(page.blocks) - 5)]
    assert unruled(page, found, chances, {"x.list": scope}) == ([] if yields else found)


@pytest.mark.parametrize(
    ("kind", "linked", "title", "yields"),
    [("navigation", 0.0, None, True), ("navigation", 0.0, 0, True), ("navigation", 0.0, 3, False), ("navigation", 1.0, None, False), ("tags", 0.0, None, False)],
)
def test_cells_between_two_pieces_of_story_that_look_like_a_menu_yield_unless_they_are_links(
    kind: Kind, linked: float, title: int | None, yields: bool
) -> None:
    page, run = _run_in_story("")
    blocks = [block._replace(source=block.source._replace(link_density=linked)) for block in page.blocks]
    page = replace(page, blocks=tuple(blocks), title=title)
    found = [label(page, index, 0.92, "x.run")._replace(kind=kind) for index in run]
    chances = [0.9, *[WITHIN_VETO] * 3, 0.9, *[0.0] * (len(page.blocks) - 5)]
    assert unruled(page, found, chances, {"x.run": "page"}) == ([] if yields else found)


@pytest.mark.parametrize(
    ("times", "chance", "below", "kept"),
    [(3, PARAGRAPH, 0.9, True), (1, PARAGRAPH, 0.9, False), (3, PARAGRAPH - 0.01, 0.9, False), (3, PARAGRAPH, 0.4, False)],
)
def test_a_long_paragraph_between_two_pieces_of_story_is_kept_where_the_model_doubts_it(
    times: int, chance: float, below: float, kept: bool
) -> None:
    first, last, _ = STORY.split("\n")
    box = "Boats in pictures"
    long = " ".join(["The museum in Tamm has no room for the boats, and the town of Tamm has none either, it says."] * times)
    page = prepare(parse("\n\n".join((first, box, long, last)) + FURNITURE + MENU, "text/plain"), Config()).page
    posterior = [0.95, 0.02, chance, below, *[0.0] * (len(page.blocks) - 4)]
    assert (kinds(page, [], posterior)[2] is None) == kept


@pytest.mark.parametrize(
    ("bullet", "chances", "kept"),
    [
        ("• ", (0.3, 0.3, 0.3), True),
        ("", (0.3, 0.3, 0.3), False),
        ("• ", (0.02, 0.02, 0.3), False),
    ],
)
def test_doubtful_items_between_two_pieces_of_story_are_kept_unless_the_model_doubts_them_all(
    bullet: str, chances: tuple[float, ...], kept: bool
) -> None:
    page, run = _run_in_story(bullet)
    posterior = [0.95, *chances, 0.95, *[0.0] * (len(page.blocks) - 5)]
    assert (kinds(page, [], posterior)[run[-1]] is None) == kept


@pytest.mark.parametrize(("kind", "chance", "yields"), [("related", 0.4, False), ("related", RESUMED, True), ("subscribe", 0.4, True)])
def test_a_teaser_below_the_heading_of_other_stories_yields_where_the_story_would_go_on(kind: Kind, chance: float, yields: bool) -> None:
    page = prepare(parse(STORY + FURNITURE, "text/plain"), Config()).page
    found = [label(page, 1, 0.9, "x.section")._replace(kind=kind)]
    assert unruled(page, found, [0.9, chance, *[0.0] * (len(page.blocks) - 2)], {"x.section": "section"}) == ([] if yields else found)


@pytest.mark.parametrize(("chance", "other", "kept"), [(0.03, 0.1, True), (0.03, 0.9, False)])
def test_of_a_page_of_whose_prose_nothing_would_be_kept_the_long_paragraph_below_the_headline_is(chance: float, other: float, kept: bool) -> None:
    long = " ".join(["The boats of the ferry company were sold to a museum in Tamm, and nobody in the town of Tamm knew it."] * 3)
    foot = "The company was founded in the year of the great storm, and it is still in the hands of its first captain's family."
    text = "\n\n".join(("Home", "Contact", "Ferry Company of Marrow Bay Sells Two Boats", "3 May 2024", long, "Share this article", "Quay 12", foot)) + MENU
    page = prepare(parse(text, "text/plain"), Config()).page
    story, last = page.features.texts.index(long), page.features.texts.index(foot)
    assert page.title is not None
    assert page.title < story < page.features.story[1]
    posterior = [0.1 if text == "Quay 12" else 0.0 for text in page.features.texts]
    posterior[story], posterior[last] = chance, other if not kept else 0.0
    assert (kinds(page, [], posterior)[story] is None) == kept


TEASER = "A red kite has nested on the roof of the old mill for the first time, railway workers said on Wednesday."
HEADED = "Share this article\nPrivacy Policy\n{teaser}\nFerry Company of Marrow Bay Buys Two Boats\n{signed}\n\n" + STORY


def above_headline(teaser: str, signed: str, length: int = 1) -> str | None:
    """Return the rule that removes a teaser above a headline, None where it stays; the model doubts `length` lines below it alone."""
    told = prepare(parse(HEADED.format(teaser=teaser, signed=signed), "text/plain"), Config()).page
    place = told.features.texts.index(teaser)
    title = told.features.texts.index("Ferry Company of Marrow Bay Buys Two Boats")
    sure = [0.9 if index < title or index > title + length else 0.01 for index in range(len(told.blocks))]
    return resolve(replace(told, title=title), [], sure, "balanced")[place].rule or None


def test_nothing_above_a_signed_headline_that_the_text_below_tells_of_is_kept() -> None:
    assert above_headline(TEASER, "By Ida Kell") == "residue.zone"


@pytest.mark.parametrize(("teaser", "signed", "length"), [
    (TEASER, "Two of them, and new ones at that", 1),
    (TEASER.replace("kite", "ferry"), "By Ida Kell", 1),
    (TEASER, "By Ida Kell", 3),
], ids=["nobody signs", "what stands above says the headline's words", "less below than above"])  # fmt: skip
def test_what_stands_above_a_headline_may_be_story(teaser: str, signed: str, length: int) -> None:
    assert above_headline(teaser, signed, length) is None


@pytest.mark.parametrize(
    ("heading", "below", "kind"),
    [
        ("References", 0.1, "residue"),
        ("References", 0.9, None),
        ("Was it worth the money that the town of Tamm has paid for its boats?", 0.1, None),
        ("Go and see them!", 0.1, None),
    ],
)
def test_a_heading_below_the_story_falls_with_all_that_it_heads(heading: str, below: float, kind: str | None) -> None:
    prose = "".join(f"<p>{line}</p>" for line in STORY.split("\n")[:2])
    html = f"<h1>New Boats for Marrow Bay</h1>{prose}<h2>{heading}</h2><p>Minutes of the harbour council</p><p>Share this article</p>"
    page = prepare(parse(html, "text/html"), Config()).page
    chances = [0.9, 0.9, 0.9, 0.9, below, 0.0]
    assert [piece.kind for piece in resolve(page, [], chances, "balanced")][3] == kind


ROPES = (
    "The rope market of Ostrey was full on Saturday, and no skipper who had come to sell went home with a coil under his arm, its keeper said.\n"
    "Hemp is hardly to be had this spring. For what there is the chandlers pay%s\n4.20 crowns for tarred rope\n3.90 crowns for white rope\n"
    "The keeper counted eleven carts at the gate, and said that the chandlers would be glad of more before the herring come into the bay.\n"
)


@pytest.mark.parametrize(("mark", "kind"), [(":", None), (".", "residue")])
def test_lines_that_a_sentence_announces_are_kept_where_the_story_goes_on(mark: str, kind: str | None) -> None:
    ropes = prepare(parse(ROPES % mark + FURNITURE, "text/plain"), Config()).page
    chances = [0.9, 0.9, 0.03, 0.03, 0.9, *[0.01] * (len(ropes.blocks) - 5)]
    assert kinds(ropes, [], chances)[:5] == [None, None, kind, kind, None]


def test_lines_that_a_sentence_announces_above_the_foot_are_no_list_of_the_story() -> None:
    page = prepare(parse("\n".join((ROPES % ":").split("\n")[:4]) + FURNITURE, "text/plain"), Config()).page
    assert kinds(page, [], [0.9, 0.9, 0.03, 0.03, *[0.01] * (len(page.blocks) - 4)])[2:4] == ["residue", "residue"]
