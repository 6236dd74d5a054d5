"""Rules for a site, read off its pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.errors import UsageError
from cleaner.learn import Learner, Line, Noted, note, pack, written
from cleaner.rules.pack import parse

SITE = "courier.brask.example"
INVITED = "The Courier of Brask is made by eleven people, and it lives on those who read it at breakfast."
GLUED = "Readers of the Courier have kept this page open since 1931."
WHO = ["the ferry", "the old mill", "the school of Ostrey", "the lighthouse", "the market hall", "the fire brigade", "the library"]
WHAT = ["reopens in May", "gets a new roof", "looks for a warden", "is sold to the town", "celebrates forty years", "stays shut", "moves"]


def story(n: int, *, end: str = INVITED, glued: str = GLUED) -> str:
    """Return a story that shares with others of its site what it ends with, and a sentence glued to its second paragraph."""
    who, what, day = WHO[n % 7], WHAT[(n * 3) % 7], n + 3
    return f"""{who.capitalize()} {what}

{who.capitalize()} {what}, the council of Brask decided on its meeting number {day} after {day + 9} letters had come in from neighbours.

Ida Kell, who lives {day} doors from {who}, said she had waited {day * 2} years for this and would bring {day} cakes. {glued}

The work costs {day * 7} thousand crowns, and the mayor wants {who} to be ready before the winter of the year {2030 + n}.

{end}
"""


def noted(count: int = 8, **parts: str) -> list[Noted | None]:
    cleaner = Cleaner()
    return [note(cleaner.clean(story(n, **parts), url=f"https://www.{SITE}/{n}")) for n in range(count)]


def learned(notes: list[Noted | None], **options):
    learner = Learner(**options)
    for one in notes:
        learner.add(one)
    return learner.learned()


@pytest.fixture(scope="module")
def rules():
    return learned(noted())


def test_what_many_stories_end_with_is_learned_and_gone(rules, tmp_path):
    before = Cleaner().clean(story(20), url=f"https://{SITE}/20")
    assert INVITED in before.text
    assert GLUED in before.text
    (path,) = written(rules, tmp_path)
    after = Cleaner(packs=[str(path)]).clean(story(20), url=f"https://{SITE}/20")
    assert INVITED not in after.text
    assert GLUED not in after.text
    assert "would bring 23 cakes." in after.text
    assert {row.rule.removeprefix(f"{SITE}.") for row in after.removed if row.rule.startswith(SITE)} == {
        "residue.the-courier-of-brask-is",
        "residue.readers-of-the-courier-have",
    }


def test_a_learned_pack_speaks_of_its_site_alone(rules, tmp_path):
    (path,) = written(rules, tmp_path)
    assert path.name == f"{SITE}.toml"
    record = Cleaner(packs=[str(path)]).clean(story(20), url="https://ostrey.example/20")
    assert INVITED in record.text


def test_a_rule_says_on_how_many_stories_its_text_stands(rules):
    (line, part) = sorted(rules, key=lambda rule: rule.draft.scope or "")
    assert (line.text, line.pages, line.kept, line.of, line.draft.scope) == (INVITED, 8, 8, 8, "line")
    assert (part.text, part.draft.scope, part.draft.match) == (GLUED, "part", "regex")
    assert "8 of 8 pages" in line.draft.summary


def test_a_learned_pack_passes_its_own_examples(run, rules, tmp_path):
    (path,) = written(rules, tmp_path)
    ids = [rule.info.id for rule in parse(path.read_text(encoding="utf-8"), path)]
    result = run("rules", "test", *ids, "--pack", path)
    assert (result.code, len(ids)) == (0, 2), result.out


def test_fewer_stories_than_asked_for_teach_nothing():
    notes = noted(4)
    assert not learned(notes)
    assert learned(notes, min_pages=4)


def test_copies_of_a_story_count_once():
    one = noted(1)[0]
    assert not learned([one] * 9)
    elsewhere = [one._replace(url=f"https://{SITE}/print/{n}") for n in range(9)]
    assert not learned(elsewhere)


def test_sites_are_counted_apart():
    notes = [one._replace(site=f"paper{n % 4}.example") for n, one in enumerate(noted())]
    assert not learned(notes, min_pages=3)
    assert {rule.site for rule in learned(notes, min_pages=2)} == {f"paper{n}.example" for n in range(4)}


def test_pages_without_an_address_are_of_one_site_unless_it_is_named():
    notes = [one._replace(site="", url="") for one in noted()]
    (unnamed, named) = (pack(learned(notes)), pack(learned(notes, site="brask.example")))
    assert 'pack = "pages"' in unnamed
    assert "\nsite" not in unnamed
    assert '\nsite = "brask.example"' in named


def page(n: int, *lines: Line) -> Noted:
    return Noted(SITE, f"https://{SITE}/{n}", "", lines, ())


SAID = Line("The council of Brask decided on Friday that the ferry will stop in the winter months.", None)


@pytest.mark.parametrize(
    ("line", "kept_too"),
    [
        (Line("Ingredients", None), True),
        (Line("What you need to know today", None, heading=True), True),
        (Line("12,50 kr.", None), True),
        (Line("Bring the Courier to your neighbours and earn a mug.", None), False),
    ],
)
def test_what_stories_may_share_is_left(line, kept_too):
    assert bool(learned([page(n, SAID._replace(text=f"{SAID.text} {n}"), line) for n in range(9)])) is not kept_too


def test_what_is_removed_already_needs_no_rule():
    assert not learned([page(n, Line("Share this with a friend of yours", "share")) for n in range(9)])


def test_what_is_removed_on_most_pages_gets_their_kind_on_the_others():
    line = Line("Bring the Courier to your neighbours", "subscribe")
    notes = [page(n, line if n else line._replace(kind=None)) for n in range(9)]
    (rule,) = learned(notes)
    assert (rule.draft.kind, rule.kept, rule.pages, rule.draft.confidence) == ("subscribe", 1, 9, 0.95)


def test_a_short_line_needs_a_second_signal():
    (rule,) = learned([page(n, Line("From our wooden desk", None)) for n in range(9)])
    assert rule.draft.confidence == 0.6


def test_a_sentence_that_few_stories_share_is_the_reporters():
    notes = [
        page(n, SAID._replace(text=f"{SAID.text} {n}"))._replace(
            edges=("No one was hurt in the fire, police said.",) if n < 6 else ()
        )
        for n in range(90)
    ]
    assert not learned(notes)


def test_braces_and_long_lines_are_taken_as_they_stand():
    texts = ["Write {name} on a card and send it to the desk of the Courier.", f"It costs (a) *nothing* + [b]. {' '.join([INVITED] * 3)}"]
    rules = learned([page(n, *(Line(text, None) for text in texts)) for n in range(9)])
    assert sorted(rule.text for rule in rules) == sorted(texts)


def test_an_input_without_a_body_teaches_nothing():
    assert note(Cleaner().clean("")) is None
    Learner().add(None)


def test_a_site_is_a_host():
    with pytest.raises(UsageError, match="give a host"):
        Learner(site="https://brask.example/")


@pytest.mark.parametrize("number", [1, 0, "5", None, True, 2.5])
def test_one_story_teaches_nothing(number):
    with pytest.raises(UsageError, match=r"min_pages is .*; give a whole number of 2 or more"):
        Learner(min_pages=number)


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.jsonl"
    rows = ({"text": story(n), "url": f"https://{SITE}/{n}"} for n in range(8))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_the_command_shows_rules_a_line(run, crawl, workers):
    result = run("learn", crawl, "--workers", workers)
    rows = sorted(line.split("\t") for line in result.out.splitlines())
    assert rows == [
        [SITE, "8", "8", "residue", "line", INVITED],
        [SITE, "8", "8", "residue", "part", GLUED],
    ]
    assert "8 different stories of 1 sites: 2 rules" in result.err
    assert result.code == 0


def test_the_command_writes_packs_into_an_empty_folder(run, crawl, tmp_path):
    folder = tmp_path / "packs"
    assert run("learn", crawl, "-o", folder).code == 0
    written_ = (folder / f"{SITE}.toml").read_bytes()
    assert run("learn", crawl, "-o", folder).code == 2
    assert run("learn", crawl, "-o", folder, "--force").code == 0
    assert (folder / f"{SITE}.toml").read_bytes() == written_
    row = run(crawl, "--pack", folder / f"{SITE}.toml").rows[0]
    assert INVITED not in row["text"]


def test_an_input_that_fails_is_named_and_costs_no_other(run, crawl, tmp_path):
    result = run("learn", crawl, tmp_path / "missing.txt")
    assert (result.code, len(result.out.splitlines())) == (1, 2)
    assert "missing.txt" in result.err
