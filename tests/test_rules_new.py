"""`rules new`: a rule is written whole when its examples behave, and nothing is touched when they do not."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from cleaner.errors import UsageError
from cleaner.record import KINDS
from cleaner.rules.pack import load
from cleaner.testing import draft
from cleaner.testing.draft import Draft, make
from tests.conftest import Result, Run

RULE = {
    "--kind": "share",
    "--value": "send by pigeon",
    "--remove": "Send by Pigeon!",
    "--keep": "Send by pigeon was what the mayor of Ostrey had asked for.",
}
PAGE = """Last Paper Mill of Ostrey to Close

Send by pigeon

The last paper mill of Ostrey will close in June, its owners told the workers on Friday.

About two hundred people will lose their jobs, and the town its largest employer since the war.
"""
OLD = """# My cues: keep this line.\r
pack = 'own'
language="en" # so far

  [[rule]]
id = "own.tools.jobs"
kind = "tools"
match = "phrase"
values = ["about jobs"]
summary = "A test."
why = "A test."
remove = ["About jobs"]
keep = ["About jobs nobody spoke."]
# the end, with no newline after it"""


@pytest.fixture
def new(run: Run):
    def call(name: str, *more: object, **changed: str) -> Result:
        options = {**RULE, **{f"--{key}": value for key, value in changed.items()}}
        given = [part for option, value in options.items() if value for part in (option, value)]
        return run("rules", "new", name, *given, *more)

    return call


def test_a_new_pack_is_used_from_then_on(new, run: Run, tmp_path: Path) -> None:
    pack, page, out = tmp_path / "own.toml", tmp_path / "page.txt", tmp_path / "out.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    assert new("own.share.pigeon", "--pack", pack, "--language", "en").code == 0
    head = tomllib.loads(pack.read_text(encoding="utf-8"))
    assert (head["pack"], head["language"], len(head["rule"])) == ("own", "en", 1)
    assert run(page, "--pack", pack, "-o", out).code == 0
    record = json.loads(out.read_text(encoding="utf-8"))
    assert ("share", "Send by pigeon", "own.share.pigeon") in {
        (row["kind"], row["text"], row["rule"]) for row in record["removed"]
    }
    assert run("rules", "test", "own.share.pigeon", "--pack", pack).code == 0
    assert run("rules", "show", "own.share.pigeon", "--pack", pack).code == 0


def test_what_stands_in_a_pack_stays_byte_for_byte(new, tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_bytes(OLD.encode())
    assert new("own.share.pigeon", "--pack", pack).code == 0
    assert new("own.share.owl", "--pack", pack, value="send by owl", remove="Send by owl").code == 0
    assert pack.read_bytes().startswith(OLD.encode())
    assert [rule.info.id for rule in load(pack)] == ["own.tools.jobs", "own.share.pigeon", "own.share.owl"]


def test_all_that_is_given_is_in_the_rule(new, tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    given = {
        **{"match": "regex", "scope": "part", "confidence": "0.8", "place": "tail", "value": r'"send\s+by pigeon"'},
        **{
            "remove": 'The end. "Send by pigeon"',
            "summary": 'A "sum".',
            "why": "Why\\not.",
            "source": "An ’evening’\x7f.",
        },
    }
    assert new("own.share.pigeon", "--pack", pack, "--value", "o'clock\\b", "--keep", "Two\nlines.", **given).code == 0
    (rule,) = load(pack)
    info = rule.info
    assert (info.kind, info.scope, info.summary, info.why, info.source) == (
        *("share", "part", given["summary"], given["why"], given["source"]),
    )
    assert (rule.confidence, rule.place, rule.cue.values) == (0.8, "tail", (given["value"], "o'clock\\b"))
    assert [example.text for example in info.remove] == [given["remove"]]
    assert [example.text for example in info.keep] == [RULE["--keep"], "Two\nlines."]


@pytest.mark.parametrize(
    ("match", "value", "remove", "keep"),
    [
        ("selector", ".pigeon", "<p class='pigeon'>By air</p>", "<p class='story'>The pigeon came by air.</p>"),
        ("section", "more pigeons", "More pigeons\nOne seen in Brask\nOne lost in Ostrey", "More pigeons came."),
        ("phrase", "sent by {name}", "Sent by Ida Kell", "Sent by the mayor."),
    ],
)
def test_every_way_of_matching(new, run: Run, tmp_path: Path, match: str, value: str, remove: str, keep: str) -> None:
    pack = tmp_path / "own.toml"
    assert new("own.share.pigeon", "--pack", pack, match=match, value=value, remove=remove, keep=keep).code == 0
    assert run("rules", "test", "own.share.pigeon", "--pack", pack).code == 0


def test_a_rule_says_how_it_is_used(new, tmp_path: Path, monkeypatch) -> None:
    pack = tmp_path / "own.toml"
    assert f"use it with: clean-article PATH --pack {pack}\n" in new("own.share.pigeon", "--pack", pack).err
    monkeypatch.setattr(draft, "pack_paths", lambda: (pack.resolve(),))
    assert new("own.share.owl", "--pack", pack).err == f"own.share.owl is in {pack}; it runs as all rules of the package do\n"


def test_a_value_that_matches_nothing_is_said_of_the_new_rule(new, tmp_path: Path) -> None:
    for match, value, said in (("regex", "pigeon (", "pattern 'pigeon (' is not valid: missing ): pigeon ("), ("selector", "#pigeon", "'#pigeon' is no selector")):
        result = new("own.share.pigeon", match=match, value=value)
        assert (result.code, result.out) == (2, "")
        assert f"clean-article: (new rule): rule own.share.pigeon: {said}" in result.err


def test_without_a_pack_the_rule_is_printed(new) -> None:
    result = new("own.share.pigeon")
    assert result.code == 0
    assert result.out.startswith("[[rule]]\n")
    assert tomllib.loads(result.out)["rule"][0]["id"] == "own.share.pigeon"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"remove": "Send by owl"}, "does not label 'Send by owl'"),
        ({"keep": "Send by pigeon"}, "labels 'Send by pigeon' in 'Send by pigeon'"),
    ],
)
def test_an_example_that_fails_is_named_and_nothing_is_written(new, tmp_path: Path, changed, said: str) -> None:
    pack = tmp_path / "own.toml"
    for old in (None, OLD.encode()):
        if old:
            pack.write_bytes(old)
        result = new("own.share.pigeon", "--pack", pack, **changed)
        assert (result.code, result.out) == (1, "")
        assert said in result.err
        assert (pack.read_bytes() if old else pack.exists()) == (old or False)


@pytest.mark.parametrize(
    ("name", "changed", "said"),
    [
        ("own.share.pigeon", {"kind": "", "value": ""}, "needs --kind, --value too"),
        ("own.share.pigeon", {"remove": "", "keep": ""}, "needs --remove, --keep too"),
        ("own.share.pigeon", {"value": " "}, "blank"),
        ("own.share.pigeon", {"kind": "pigeons"}, ", ".join(KINDS)),
        ("own.share.pigeon", {"confidence": "2"}, "confidence is 2.0"),
        ("own.share.pigeon", {"match": "regex", "value": "("}, "pattern '(' is not valid"),
        ("own.share.pigeon", {"match": "section", "scope": "line"}, "leave --scope out"),
        ("own.share.pigeon", {"language": "de"}, "is 'en', not 'de'"),
        ("own.share", {}, "<pack>.<kind>.<name>"),
        ("own.legal.pigeon", {}, "own.share.bar"),
        ("other.share.pigeon", {}, "is the pack 'own'"),
        ("own.tools.jobs", {"kind": "tools"}, "there is a rule own.tools.jobs already"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(new, tmp_path: Path, name: str, changed: dict[str, str], said: str) -> None:
    pack = tmp_path / "own.toml"
    pack.write_bytes(OLD.encode())
    result = new(name, "--pack", pack, **changed)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert pack.read_bytes() == OLD.encode()


def test_a_pack_that_cannot_be_read_or_written_is_a_wrong_call(new, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("pack = ", encoding="utf-8")
    assert new("own.share.pigeon", "--pack", broken).code == 2
    assert broken.read_text(encoding="utf-8") == "pack = "
    assert new("own.share.pigeon", "--pack", tmp_path).code == 2
    assert new("own.share.pigeon", "--pack", tmp_path / "missing" / "own.toml").code == 2
    assert new("own.share.pigeon", "--language", "en").code == 2


def test_ids_of_the_package_are_taken() -> None:
    with pytest.raises(UsageError, match="already"):
        make(Draft("en.navigation.skip", "navigation", ("skip it",), ("Skip it",), ("Skip it all.",)))


def test_lines_end_as_the_packs_do(tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_bytes(b'pack = "own"\r\n')
    made = make(Draft("own.share.pigeon", "share", ("send by pigeon",), ("Send by pigeon",), ("Send it.",)), pack)
    assert made.addition.count(b"\n") == made.addition.count(b"\r\n")
