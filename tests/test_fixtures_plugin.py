"""The pytest plugin for fixtures."""

from __future__ import annotations

import json

import pytest

from cleaner.testing import record

pytest_plugins = ["pytester"]
PLUGIN = ("-p", "cleaner.testing.plugin", "-p", "no:cacheprovider")
STORY = "The Mill at Ostrey Closes\n\nThe last paper mill of Ostrey will close in June, its owners told the workers.\n"


@pytest.fixture
def kept(pytester):
    """Make a fixture below `fixtures/` that expects what is given."""

    def make(slug: str = "mill", source: str = "source.txt", **expected: object) -> None:
        folder = pytester.path / "fixtures" / slug
        folder.mkdir(parents=True)
        (folder / source).write_text(STORY, encoding="utf-8")
        (folder / "why.md").write_text("A headline is no body.\n", encoding="utf-8")
        (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")

    return make


def test_each_field_of_each_fixture_is_a_test(pytester, kept):
    kept(title="The Mill at Ostrey Closes", authors=[], language="en")
    kept("other", title="The Mill at Ostrey Closes")
    result = pytester.runpytest(*PLUGIN, "-v")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(["fixtures/mill/expected.json::title PASSED*"])


def test_a_field_that_differs_is_shown_with_why_the_fixture_is_there(pytester, kept):
    kept(title="The Mill at Brask Closes", authors=[])
    result = pytester.runpytest(*PLUGIN)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "mill: title",
            "A headline is no body.",
            'expected "The Mill at Brask Closes", found "The Mill at Ostrey Closes"',
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_fields_are_selected_by_name(pytester, kept):
    kept(title="The Mill at Ostrey Closes", authors=["Ida Kell"])
    pytester.runpytest(*PLUGIN, "-k", "title").assert_outcomes(passed=1, deselected=1)
    pytester.runpytest(*PLUGIN, "fixtures/mill/expected.json::title").assert_outcomes(passed=1)


def test_a_whole_record_is_compared_besides_where_the_settings_say_so(pytester):
    pytester.path.joinpath("mill.txt").write_text(STORY, encoding="utf-8")
    record(pytester.path / "mill.txt", pytester.path / "fixtures")
    expected = pytester.path / "fixtures" / "mill" / "expected.json"
    changed = json.loads(expected.read_text(encoding="utf-8"))
    changed["scores"]["overall"] = 0.0
    expected.write_text(json.dumps(changed), encoding="utf-8")
    assert pytester.runpytest(*PLUGIN).ret == pytest.ExitCode.OK
    result = pytester.runpytest(*PLUGIN, "-o", "fixtures_also=scores")
    assert result.parseoutcomes()["failed"] == 1


def test_what_is_no_fixture_is_left_to_others(pytester, kept):
    kept(title="The Mill at Ostrey Closes")
    other = pytester.path / "replies"
    other.mkdir()
    (other / "expected.json").write_text("{}", encoding="utf-8")
    pytester.runpytest(*PLUGIN).assert_outcomes(passed=1)


def test_a_broken_fixture_is_an_error_that_says_what_is_wrong(pytester, kept):
    kept(titel="The Mill")
    kept("sound", title="The Mill at Ostrey Closes")
    result = pytester.runpytest(*PLUGIN, "--continue-on-collection-errors")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*titel is no key of a record"])


def test_a_key_that_is_compared_anyway_is_named(pytester, kept):
    kept(title="The Mill at Ostrey Closes")
    result = pytester.runpytest(*PLUGIN, "-o", "fixtures_also=title")
    result.stdout.fnmatch_lines(["'title' is compared anyway*"])


def test_a_fixture_without_its_source_is_not_passed_over(pytester, kept):
    kept("mill", "source.htm", title="The Mill at Ostrey Closes")
    kept("other", "notes.txt", title="The Mill at Ostrey Closes")
    (pytester.path / "elsewhere").mkdir()
    (pytester.path / "elsewhere" / "expected.json").write_text("{}", encoding="utf-8")
    result = pytester.runpytest(*PLUGIN)
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*holds 0 files source.html, .txt or .md; one is needed"])
