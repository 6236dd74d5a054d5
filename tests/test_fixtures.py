"""Each field of each fixture is a test."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from cleaner import ArticleRecord
from cleaner.errors import UsageError
from cleaner.record import json_schema
from cleaner.testing import Fixture, check, clean_fixture, fields, load, record

FIXTURES = {fixture.slug: fixture for fixture in load(Path(__file__).resolve().parent.parent / "fixtures")}
CASES = [(slug, field) for slug, fixture in FIXTURES.items() for field in fields(fixture)]
STORY = "The Mill at Ostrey Closes\n\nThe last paper mill of Ostrey will close in June, its owners told the workers.\n"


@cache
def cleaned(slug: str) -> ArticleRecord:
    return clean_fixture(FIXTURES[slug])


@pytest.mark.parametrize(("slug", "field"), CASES)
def test_fixture(slug, field):
    failures = [failure.message for failure in check(FIXTURES[slug], cleaned(slug)) if failure.field == field]
    assert not failures, failures[0]


@pytest.mark.parametrize("slug", FIXTURES)
def test_every_fixture_says_why_and_gives_a_valid_record(slug):
    assert FIXTURES[slug].why
    jsonschema.Draft202012Validator(json_schema()).validate(cleaned(slug).to_dict())


def fixture(**expected: object) -> Fixture:
    return Fixture("made-up", Path("source.txt"), expected, "")


def found(**values: object) -> ArticleRecord:
    return ArticleRecord.from_dict(values)


PARAGRAPHS = [
    {"role": "heading", "level": 2, "text": "One", "spans": [[0, 3]]},
    {"role": "paragraph", "level": 0, "text": "Two", "spans": [[4, 7]]},
]
REMOVED = [{"kind": "share", "text": "Share this now", "rule": "r", "reason": "", "confidence": 1.0, "spans": [[0, 9]]}]


@pytest.mark.parametrize(
    ("expected", "values", "fails"),
    [
        ({"title": "A"}, {"title": "A"}, False),
        ({"title": "A"}, {"title": "B"}, True),
        ({"title": None}, {"title": "B"}, True),
        ({"authors": ["A"]}, {"authors": ["A", "B"]}, True),
        ({"paragraphs": ["One", "Two"]}, {"paragraphs": PARAGRAPHS}, False),
        ({"paragraphs": ["One"]}, {"paragraphs": PARAGRAPHS}, True),
        ({"paragraphs": ["Two", "One"]}, {"paragraphs": PARAGRAPHS}, True),
        ({"paragraphs": [{"role": "heading", "text": "One"}, "Two"]}, {"paragraphs": PARAGRAPHS}, False),
        ({"paragraphs": [{"role": "quote", "text": "One"}, "Two"]}, {"paragraphs": PARAGRAPHS}, True),
        ({"paragraphs": [{"text": "One", "spans": [[0, 4]]}, "Two"]}, {"paragraphs": PARAGRAPHS}, True),
        ({"headings": ["One"]}, {"paragraphs": PARAGRAPHS}, False),
        ({"headings": []}, {"paragraphs": PARAGRAPHS}, True),
        ({"removed": [{"kind": "share", "text": "Share this"}]}, {"removed": REMOVED}, False),
        ({"removed": [{"kind": "follow", "text": "Share this"}]}, {"removed": REMOVED}, True),
        ({"removed": [{"kind": "share", "text": "Share that"}]}, {"removed": REMOVED}, True),
        ({"flags": ["no_title"]}, {"flags": ["no_byline", "no_title"]}, False),
        ({"flags": ["no_title"]}, {"flags": []}, True),
        ({"flags_absent": ["no_title"]}, {"flags": ["no_byline"]}, False),
        ({"flags_absent": ["no_title"]}, {"flags": ["no_title"]}, True),
        (
            {"comments": [{"author": "Bo", "text": "Sad."}]},
            {"comments": [{"author": "Bo", "text": "Sad.", "date": None}]},
            False,
        ),
        ({"comments": []}, {"comments": [{"author": "Bo", "text": "Sad.", "date": None}]}, True),
    ],
)
def test_what_is_compared(expected, values, fails):
    failures = check(fixture(**expected), found(**values))
    assert [failure.field for failure in failures] == (list(expected) if fails else [])


def test_a_recorded_fixture_passes_and_notices_changes(tmp_path):
    source = tmp_path / "The Mill.txt"
    source.write_text(STORY, encoding="utf-8")
    folder = record(source, tmp_path / "kept", why="A plain story.")
    assert folder.name == "the-mill"
    (case,) = load(tmp_path / "kept")
    assert (case.whole, case.why) == (True, "A plain story.")
    assert not check(case, clean_fixture(case))
    (folder / "source.txt").write_text(STORY.replace("June", "July"), encoding="utf-8")
    assert {failure.field for failure in check(case, clean_fixture(case))} == {"text", "paragraphs"}


def test_a_whole_record_leaves_some_keys_free_unless_asked():
    whole = found(scores={"overall": 0.5}, id="a").to_dict()
    case = fixture(**whole)
    other = found(scores={"overall": 0.6}, id="b")
    assert not check(case, other)
    assert [failure.field for failure in check(case, other, also=["scores"])] == ["scores"]
    assert {failure.field for failure in check(case, other, also=["all"])} == {"scores", "id"}
    with pytest.raises(UsageError):
        check(case, other, also=["title"])


def test_a_compressed_source_is_kept_as_what_is_in_it(tmp_path):
    source = tmp_path / "Mill.html.gz"
    source.write_bytes(gzip.compress(f"<h1>Mill</h1><p>{STORY}</p>".encode()))
    folder = record(source, tmp_path / "kept")
    (case,) = load(tmp_path / "kept")
    assert (folder.name, case.source.name, case.source.read_bytes()[:4]) == ("mill", "source.html", b"<h1>")
    assert not check(case, clean_fixture(case), also=["all"])
    source.write_bytes(source.read_bytes()[:-9])
    with pytest.raises(UsageError, match="damaged"):
        record(source, tmp_path / "kept", slug="other")


def test_a_fixture_is_not_written_over(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(STORY, encoding="utf-8")
    record(source, tmp_path)
    with pytest.raises(UsageError):
        record(source, tmp_path)
    record(source, tmp_path, force=True)


def test_only_a_fixture_is_written_over_and_keeps_its_reason(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(STORY, encoding="utf-8")
    kept = record(source, tmp_path / "kept", why="A plain story.")
    (kept / "notes.txt").write_text("mine")
    page = tmp_path / "a.html"
    page.write_text(f"<p>{STORY}</p>", encoding="utf-8")
    assert record(page, tmp_path / "kept", force=True) == kept
    (case,) = load(tmp_path / "kept")
    assert (case.source.name, case.why) == ("source.html", "A plain story.")
    assert (kept / "notes.txt").read_text() == "mine"
    record(page, tmp_path / "kept", why="A page.", force=True)
    assert load(kept)[0].why == "A page."


@pytest.mark.parametrize("slug", ["..", ".", "../kept", "kept/other", "Kept", "photos"])
def test_what_is_no_fixture_is_not_written_over(tmp_path, slug):
    source = tmp_path / "a.txt"
    source.write_text(STORY, encoding="utf-8")
    kept = tmp_path / "kept"
    for folder in (kept, kept / "photos"):
        folder.mkdir()
        (folder / "precious.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"no name of a fixture|is no fixture"):
        record(source, kept, slug=slug, force=True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "kept", "photos", *["precious.txt"] * 2]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "source.html"),
        ({"source.txt": "x", "source.md": "x"}, "holds 2"),
        ({"source.txt": "x"}, "expected.json"),
        ({"source.txt": "x", "expected.json": "{"}, "no JSON"),
        ({"source.txt": "x", "expected.json": '{"titel": 1}'}, "titel"),
        ({"source.txt": "x", "expected.json": "[]"}, "no object"),
        ({"source.txt": "x", "expected.json": '{"paragraphs": 5}'}, "paragraphs is 5; give a list of objects or strings"),
        ({"source.txt": "x", "expected.json": '{"comments": [5]}'}, "comments is"),
        ({"source.txt": "x", "expected.json": '{"flags": null}'}, "flags is null; give a list of strings"),
        ({"source.txt": "x", "expected.json": '{"removed": "x"}'}, 'removed is "x"; give a list of objects'),
        ({"source.txt": "x", "expected.json": '{"removed": [{"text": 5}]}'}, "removed has the text 5"),
    ],
)
def test_a_broken_fixture_is_named(tmp_path, files, message):
    folder = tmp_path / "bad"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load(tmp_path)


def test_one_fixture_can_be_loaded_by_its_folder(tmp_path):
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "source.txt").write_text(STORY, encoding="utf-8")
    (folder / "expected.json").write_text(json.dumps({"title": None}), encoding="utf-8")
    assert [case.slug for case in load(folder)] == ["one"]


def test_a_difference_counts_what_differs_and_shows_a_long_text_line_by_line(tmp_path):
    lines = [f"Weir {n} held through the night, the warden of Brask said." for n in range(4)]
    (tmp_path / "weirs").mkdir()
    (tmp_path / "weirs" / "source.txt").write_text("\n\n".join(lines), encoding="utf-8")
    wrong = [*lines[:2], "Weir 2 broke in the night.", *lines[3:]]
    (tmp_path / "weirs" / "expected.json").write_text(json.dumps({"paragraphs": wrong, "text": "\n\n".join(wrong)}), encoding="utf-8")
    fixture = load(tmp_path)[0]
    told = {failure.field: failure.message.splitlines() for failure in check(fixture, clean_fixture(fixture))}
    assert told["paragraphs"][0] == "4 rows expected, 4 found, 1 of them differ"
    assert told["text"][0] == "7 lines expected, 7 found, 1 of them differ"
    assert "- Weir 2 broke in the night." in told["text"]
    assert f"+ {lines[2]}" in told["text"]
