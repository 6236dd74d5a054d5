"""Every rule does what its examples say, alone and in a whole page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.config import Config
from cleaner.errors import PackError
from cleaner.model import Label, Page
from cleaner.pipeline import parse, prepare
from cleaner.record import KINDS
from cleaner.rules import API_VERSION, registry
from cleaner.rules.base import Example, Rule
from cleaner.rules.line_signs import is_credit
from cleaner.rules.pack import PackRule
from cleaner.rules.pack import parse as parse_pack
from cleaner.rules.registry import all_rules, languages, ruleset
from cleaner.testing.examples import failures, page_of
from cleaner.tokens import words

RULES = all_rules()
REMOVE = [
    pytest.param(rule, example, id=f"{rule.info.id}-{n}")
    for rule in RULES
    for n, example in enumerate(rule.info.remove)
]
KEEP = [
    pytest.param(rule, example, id=f"{rule.info.id}-{n}") for rule in RULES for n, example in enumerate(rule.info.keep)
]
IN_STORIES = [
    pytest.param(rule, example, id=f"{rule.info.id}-{n}", marks=[pytest.mark.slow] if rule.info.id.split(".")[0] in {*languages()} - {"en"} else [])
    for rule in RULES
    for n, example in enumerate(rule.info.keep)
    if "\n" not in example.text and example.media_type == "text/plain"
]
"""Of other languages than English they are left to the slow tests: that a rule leaves them alone is tested in any case."""
BEFORE = (
    "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday evening.\n\n"
    "They are to carry ninety cars each and will replace boats that have been in service for more than forty years.\n\n"
)
AFTER = (
    "\n\nThe first of the boats is being built across the water in Tamm and will be delivered in the autumn of next year.\n\n"
    "Until then the old boats will go on sailing, the director said, and nobody will have to wait longer than today."
)


def _language(rule: Rule) -> str:
    prefix = rule.info.id.split(".")[0]
    return prefix if prefix in languages() else "en"


def _labels(rule: Rule, example: Example) -> tuple[Page, list[Label]]:
    page = page_of(rule, example)
    return page, [label for label in rule(page) if not label.keep]


@pytest.mark.parametrize(("rule", "example"), REMOVE)
def test_remove_examples_are_labelled(rule: Rule, example: Example) -> None:
    page, labels = _labels(rule, example)
    found = " ".join(" ".join(words(page.blocks[x.block].text[x.start : x.end])) for x in labels)
    for target in example.target:
        assert " ".join(words(target)) in found
    assert labels


@pytest.mark.parametrize(("rule", "example"), KEEP)
def test_keep_examples_are_left_alone(rule: Rule, example: Example) -> None:
    _, labels = _labels(rule, example)
    assert labels == []


@pytest.mark.parametrize(("rule", "example"), IN_STORIES)
def test_keep_examples_stay_in_a_story(rule: Rule, example: Example) -> None:
    record = Cleaner(lang=_language(rule)).clean(BEFORE + example.text + AFTER, media_type="text/plain")
    assert " ".join(words(example.text)) in " ".join(words(record.text))


def test_a_rule_alone_says_what_it_says_among_all() -> None:
    menu, foot = "Skip to content\n\nMost read\n\nBoats of Tamm\n\n", "\n\nShare this article\n\nYou may also like\n\nPrivacy Policy"
    prepared = prepare(parse(f"{menu}Two new boats\n\n{BEFORE}{AFTER.strip()}{foot}", "text/plain"), Config(lang="en"))
    said = prepared.rules.labels(prepared.page)
    assert len({label.rule for label in said}) > 4
    for rule in prepared.rules.packed:
        assert list(rule(prepared.page)) == [label for label in said if label.rule == rule.info.id]


def test_sites_without_rules_of_their_own_share_the_compiled_ones() -> None:
    config = Config()
    shared = ruleset("en", "", config)
    assert all(ruleset("en", f"news{n}.brask.example", config) is shared for n in range(99))
    assert ruleset("de", "brask.example", config) is not shared


PACK = """[[rule]]
id = "own.share.pigeon"
kind = "share"
match = "phrase"
values = ["send by pigeon"]
summary = "A test."
why = "A test."
confidence = 0.9
remove = [{ text = "Send by pigeon", target = ["Send by pigeon"], media_type = "text/plain" }]
keep = ["Send by pigeon was what the mayor had asked for."]
"""


NO_SELECTORS = ("#pigeon", "div > p", "p.pigeon", ".pigeon p", ".", "*", "[pigeon", "[]", ".col-2", ".c-pigeon", "[rel=tag][x]")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["send by pigeon"]', '"send by pigeon"', "values is 'send by pigeon'; give a list of strings"),
        ('["send by pigeon"]', "[1]", r"values is \[1\]"),
        ('["send by pigeon"]', '[" "]', r"values is \[' '\]"),
        ('text = "Send by pigeon", ', "", "give a list of strings, or of tables with a text"),
        ('target = ["Send by pigeon"]', 'target = "Send by pigeon"', "remove is"),
        ("target =", "targets =", "remove is"),
        ("text/plain", "text/rtf", "remove is"),
        ('["Send by pigeon was what the mayor had asked for."]', "[7]", r"keep is \[7\]"),
        ('why = "A test."', "why = 7", "why is 7; give a string"),
        ('"own.share.pigeon"', "7", "id is 7; give a string"),
        ("0.9", "true", "confidence is True"),
        ("confidence", "confidense", "unknown field 'confidense'"),
        (PACK, "rule = [1]", "it is 1; give a table"),
        (PACK, "rule = 1", "no "),
        ("[[rule]]", 'langauge = "de"\n[[rule]]', "unknown field 'langauge' in the head"),
        ("[[rule]]", 'language = "german"\n[[rule]]', "language is 'german'; give a code"),
        ("[[rule]]", "pack = 7\n[[rule]]", "pack is 7"),
        ("[[rule]]", 'site = "https://brask.example/"\n[[rule]]', "site is 'https://brask.example/'; give a host"),
        ("[[rule]]", "site = 7\n[[rule]]", "site is 7"),
        ("[[rule]]", 'api = "1"\n[[rule]]', "api is '1'; give the version of the form its rules are written in"),
        ("[[rule]]", f"api = {API_VERSION + 1}\n[[rule]]", f"knows packs up to {API_VERSION}; install a newer one"),
        ('why = "A test."', 'why = "A test."\nvalid_until = "next"', "valid_until is 'next'; give a version of the ruleset"),
        ("[[rule]]", 'pack = "mine"\n[[rule]]', r"its id does not begin with 'mine\.'"),
        ('["send by pigeon"]', '["send by {bird}"]', r"unknown placeholder \{bird\}; known: n, any"),
        ('match = "phrase"', 'match = "phrase"\nscope = "page"', "scope is 'page'; give one of line, part"),
        ('match = "phrase"', 'match = "section"\nscope = "line"', "scope is 'line'; give one of section"),
        ('["send by pigeon"]', '["send by pigeon", "..."]', r"'\.\.\.' has no letter and no digit"),
        ('["send by pigeon"]', '["🕊"]', "'🕊' has no letter and no digit"),
        ('match = "phrase"', 'match = "selector"', r"'send by pigeon' is no selector; give a class or id by its words \(\.share-bar\)"),
        *(('match = "phrase"\nvalues = ["send by pigeon"]', f"match = 'selector'\nvalues = ['{value}']", "is no selector") for value in NO_SELECTORS),
        (PACK, f"x = {'[' * 100_000}", "its values are nested too deeply"),
    ],
)
def test_a_pack_with_values_of_wrong_types_says_so(old: str, new: str, said: str) -> None:
    assert parse_pack(PACK, Path("own.toml"))
    with pytest.raises(PackError, match=said):
        parse_pack(PACK.replace(old, new), Path("own.toml"))


def test_a_pack_may_say_which_form_it_is_written_in() -> None:
    assert parse_pack(f"api = {API_VERSION}\n{PACK}", Path("own.toml"))


@pytest.mark.parametrize(("last", "runs"), [("", True), ("1", True), ("2", True), ("0", False)])
def test_a_rule_runs_up_to_the_last_version_it_names(tmp_path: Path, last: str, runs: bool) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PACK.replace('why = "A test."', f'why = "A test."\nvalid_until = "{last}"'), encoding="utf-8")
    page = SENT.format(story=f"{STORIES['en']}\n\n{STORIES['en']}")

    def ran(**config: list[str]) -> bool:
        found = Cleaner(packs=[str(path)], **config).clean(page).removed
        return any(row.rule == "own.share.pigeon" for row in found)

    assert ran() is runs
    assert ran(enable=["own.share.pigeon"])
    assert ran(only=["own.share.pigeon"])
    assert ran(only=["own."]) is runs


@pytest.fixture
def retired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder's `retired.toml` in the place of the package's."""
    caches = (registry.retired_rules, registry.all_rules, registry._compiled, registry._pack, registry._given_rules)
    path = tmp_path / "retired.toml"
    monkeypatch.setattr(registry, "RETIRED", path)
    for cache in caches:
        cache.cache_clear()
    yield path
    for cache in caches:
        cache.cache_clear()


RETIREE = PACK.replace("own.share.pigeon", "en.share.pigeon").replace('why = "A test."', 'why = "A test."\nvalid_until = "0"')


def test_a_retired_rule_is_known_but_off(retired: Path) -> None:
    retired.write_text(RETIREE, encoding="utf-8")
    page = SENT.format(story=f"{STORIES['en']}\n\n{STORIES['en']}")
    found = {}
    for name, config in {"as it is": {}, "enabled": {"enable": ["en.share.pigeon"]}, "kind": {"only": ["en.share."]}}.items():
        found[name] = [row.rule for row in Cleaner(**config).clean(page).removed if row.text == "Send by pigeon"]
    assert found == {"as it is": [], "enabled": ["en.share.pigeon"], "kind": []}
    assert "en.share.pigeon" in [rule.info.id for rule in registry.all_rules()]
    rule = next(rule for rule in registry.all_rules() if rule.info.id == "en.share.pigeon")
    assert not failures(rule)


def test_a_retired_rule_runs_on_pages_of_its_language(retired: Path) -> None:
    retired.write_text(RETIREE.replace("en.share.pigeon", "de.share.pigeon"), encoding="utf-8")
    on = {"enable": ["de.share.pigeon"]}
    pages = {code: SENT.format(story=f"{story}\n\n{story}") for code, story in STORIES.items()}
    found = {code for code, page in pages.items() if any(row.rule == "de.share.pigeon" for row in Cleaner(**on).clean(page).removed)}
    assert found == {"de"}


@pytest.mark.parametrize("text", ["", "\n", None])
def test_there_may_be_no_retired_rule(retired: Path, text: str | None) -> None:
    if text is not None:
        retired.write_text(text, encoding="utf-8")
    assert registry.retired_rules() == ()


@pytest.mark.parametrize("last", ["", "9"])
def test_a_retired_rule_says_when_it_ran_last(retired: Path, last: str) -> None:
    retired.write_text(RETIREE.replace('valid_until = "0"', f'valid_until = "{last}"'), encoding="utf-8")
    with pytest.raises(PackError, match=r"rule en\.share\.pigeon: valid_until is missing or not below"):
        registry.all_rules()


def test_a_pattern_may_have_braces() -> None:
    pattern = PACK.replace('"phrase"', '"regex"').replace("send by pigeon", "send{1,2} by (?:pigeon){1}", 1)
    assert parse_pack(pattern, Path("own.toml"))


SENT = """Last Paper Mill to Close

Send by pigeon

{story}
"""
STORIES = {
    "en": "The last paper mill of the town will close in June, its owners told the workers on Friday, and they were sad.",
    "de": "Die letzte Papiermühle der Stadt wird im Juni schließen, sagten die Besitzer den Arbeitern, und sie waren traurig.",
    "fr": "La dernière papeterie de la ville fermera en juin, ont dit les propriétaires aux ouvriers, et ils étaient tristes.",
}


@pytest.mark.parametrize(
    ("language", "pages"), [("", {"en", "de", "fr"}), ("en", {"en", "de", "fr"}), ("de", {"de"}), ("DE", {"de"})]
)
def test_a_given_pack_runs_on_pages_of_its_language(tmp_path: Path, language: str, pages: set[str]) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f'pack = "own"\nlanguage = "{language}"\n\n{PACK}', encoding="utf-8")
    cleaner = Cleaner(packs=[str(path)])
    records = {code: cleaner.clean(SENT.format(story=f"{story}\n\n{story}")) for code, story in STORIES.items()}
    assert pages == {code for code, record in records.items() if any(row.rule == "own.share.pigeon" for row in record.removed)}


@pytest.mark.parametrize(
    ("url", "runs"),
    [
        ("https://brask.example/mill", True),
        ("https://www.brask.example/mill", True),
        ("https://news.brask.example/mill", True),
        ("https://ostrey.example/mill", False),
        ("https://notbrask.example/mill", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("site", ["brask.example", "www.brask.example"])
def test_a_given_pack_runs_on_pages_of_its_site(tmp_path: Path, site: str, url: str | None, runs: bool) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f'site = "{site}"\n\n{PACK}', encoding="utf-8")
    record = Cleaner(packs=[str(path)]).clean(SENT.format(story=f"{STORIES['en']}\n\n{STORIES['en']}"), url=url)
    assert any(row.rule == "own.share.pigeon" for row in record.removed) is runs


def test_a_given_pack_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    path, page = tmp_path / "own.toml", SENT.format(story=STORIES["en"])
    path.write_text(PACK, encoding="utf-8")
    before = Cleaner(packs=[str(path)]).clean(page)
    path.write_text(PACK.replace('"share"', '"tools"').replace(".share.", ".tools."), encoding="utf-8")
    os.utime(path, ns=(0, 0))
    after = Cleaner(packs=[str(path)]).clean(page)
    ours = [[row.rule for row in record.removed if row.rule.startswith("own.")] for record in (before, after)]
    assert ours == [["own.share.pigeon"], ["own.tools.pigeon"]]


def test_a_pack_may_begin_with_the_mark_of_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PACK, encoding="utf-8-sig")
    assert Cleaner(packs=[str(path)])


def test_a_device_without_an_end_is_no_pack() -> None:
    with pytest.raises(PackError, match=r"cannot read the pack: it is a device; give a file$"):
        Cleaner(packs=["/dev/zero"])


def test_a_pack_that_is_a_folder_says_so_once(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"cannot read the pack: Is a directory$"):
        Cleaner(packs=[str(tmp_path)])


@pytest.mark.parametrize("value", ["send (by", "send(?= by)", r"(a)\1", "(a{1000}){1000}"])
def test_a_pattern_that_is_none_names_file_rule_and_reason(tmp_path: Path, value: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PACK.replace('"phrase"', '"regex"').replace('["send by pigeon"]', f"['{value}']"), encoding="utf-8")
    with pytest.raises(PackError, match=r"rule own\.share\.pigeon: pattern .* is not valid: [im]") as raised:
        Cleaner(packs=[str(path)])
    assert raised.value.place == str(path)
    assert raised.value.message.startswith(f"{path}: ")


@pytest.mark.parametrize("taken", ["title.headline", "en.share.bar", ""])
def test_no_two_rules_have_the_same_id(tmp_path: Path, taken: str) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(PACK.replace("own.share.pigeon", taken or "own.share.pigeon"), encoding="utf-8")
    packs = [str(tmp_path / name) for name in ("a", "b")]
    with pytest.raises(PackError, match=f"two rules have the id {taken}") as raised:
        Cleaner(packs=packs[:1] if taken else packs)
    assert raised.value.place == packs[0 if taken else 1]
    assert ("the package" if taken else packs[0]) in raised.value.message
    assert taken or Cleaner(packs=[packs[0], packs[0]])


def test_every_rule_explains_itself() -> None:
    for rule in RULES:
        info = rule.info
        assert info.summary, info.id
        assert info.why, info.id
        assert info.source, info.id
        assert info.remove, info.id
        assert info.keep, info.id


def _borders(pattern: str) -> Iterator[str]:
    """Yield the words beside which a pattern asks for a border."""
    for group in re.finditer(r"\(\?:([^()]*)\)\\b", pattern):
        yield from (word[-1:] for word in group[1].split("|"))
    for group in re.finditer(r"\\b\(\?:([^()]*)\)", pattern):
        yield from (word[:1] for word in group[1].split("|"))
    yield from (letter for pair in re.findall(r"(\w)\\b|\\b(\w)", pattern) for letter in pair)


def test_no_pattern_asks_for_a_border_beside_an_accent() -> None:
    """To google-re2, a border stands beside letters of ASCII alone: `modifié\\b` never matches."""
    values = [(rule.info.id, value) for rule in all_rules() if isinstance(rule, PackRule) and rule.cue.match == "regex" for value in rule.cue.values]
    assert len(values) > len(languages())
    assert [(name, letter) for name, value in values for letter in _borders(value) if letter.isalpha() and not letter.isascii()] == []


def test_every_kind_but_residue_has_a_rule() -> None:
    assert {rule.info.kind for rule in RULES} == set(KINDS) - {"residue"}


def test_a_section_above_the_headline_ends_there() -> None:
    menu = "".join(
        f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(("Town", "Most read", "Boats of Tamm"))
    )
    story = "".join(f"<p>{line}</p>" for line in (BEFORE + AFTER).split("\n\n") if line)
    html = f"<ul>{menu}</ul><h1>Two new boats for Marrow Bay</h1><p>Ninety cars will fit on each</p>{story}"
    rule = next(rule for rule in RULES if rule.info.id == "en.related.section")
    page, labels = _labels(rule, Example(html, media_type="text/html"))
    assert [page.blocks[label.block].text for label in labels] == ["Most read", "Boats of Tamm"]


@pytest.mark.parametrize("line", ["Photo: Nell Harrow", "VİDEO köprü", "(Marlow Heath Courier)", "© Oxley Post"])
def test_credits_are_seen_in_any_case(line: str) -> None:
    assert is_credit(line, words(line))
    assert not is_credit("Photography of the old bridge", words("Photography of the old bridge"))


@pytest.mark.parametrize(
    "line",
    ["Next steps", "First step", "Last chapter", "Next project", "Go back", "Try again", "Our history", "Traffic"],
)
@pytest.mark.parametrize("form", ["<h3>{}</h3>", "<ul><li>{}</li><li>A new boat</li><li>A longer quay</li></ul>", "{}"])
def test_a_subheading_that_reads_like_a_button_stays_in_its_story(line: str, form: str) -> None:
    if form == "{}":
        record = Cleaner().clean(f"{BEFORE}{line}{AFTER}", media_type="text/plain")
    else:
        told = "".join(f"<p>{text}</p>" for text in BEFORE.strip().split("\n\n"))
        rest = "".join(f"<p>{text}</p>" for text in AFTER.strip().split("\n\n"))
        record = Cleaner().clean(f"<article><h1>Two boats for Marrow Bay</h1>{told}{form.format(line)}{rest}</article>")
    assert line in [paragraph.text for paragraph in record.paragraphs]


@pytest.mark.parametrize("line", ["Next chapter »", "« Previous episode", "Previous section | Next section", "Last page", "« First Last »"])
def test_an_arrow_or_a_pair_makes_a_link_to_the_next_part(line: str) -> None:
    record = Cleaner().clean(f"{BEFORE}{line}{AFTER}", media_type="text/plain")
    assert [(row.text, row.kind) for row in record.removed] == [(line, "pagination")]


@pytest.mark.parametrize("line", ['"Subscribe to our newsletter."', "“Share this article!”", "« Abonnez-vous à notre lettre. »"])
def test_a_sentence_in_quotes_is_spoken_in_the_story(line: str) -> None:
    scanner = ruleset("en", "", Config()).scanner
    page = prepare(parse(f"{line}\n\nSubscribe to our newsletter", "text/plain"), Config()).page
    spoken, said = (scanner.scan([block])[0] for block in page.blocks)
    assert not spoken
    assert said
