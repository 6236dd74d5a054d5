"""Files of JSON that is no row a line: lists, values over many lines, rows inside other values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.batch import documents, files, jsonl
from cleaner.batch.jsonl import Keys

STORY = "The last ferry of the year leaves Ostrand on Sunday evening, four weeks earlier than planned."
ROWS = [{"id": "a", "text": STORY}, {"id": "b", "text": "Šelm’s harbour gets a new crane. " + STORY}]


def contents(data: bytes, *, keys: Keys = files.NO_KEYS, limit: int = 10_000_000, size: int = 1 << 16) -> list[str]:
    """The contents of a document's rows, or what is wrong with them."""
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    found = []
    for part in documents.parts("x.json", pieces, keys, limit):
        row = jsonl.parse(part.line, keys, "x") if part.error is None else jsonl.Row(error=part.error)
        found.append(str(row.error.code) if row.error else str(row.content))
    return found


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrapped", [lambda rows: rows, lambda rows: {"status": "ok", "data": {"articles": rows}}])
@pytest.mark.parametrize("size", [1 << 16, 7])
def test_a_list_gives_its_rows_wherever_it_stands(indent, wrapped, size):
    data = json.dumps(wrapped(ROWS), indent=indent, ensure_ascii=False).encode()
    assert contents(data, size=size) == [row["text"] for row in ROWS]


@pytest.mark.parametrize("between", ["\n", "", "\n\n", "\x1e"])
def test_values_may_follow_each_other_over_many_lines(between):
    data = between.join(json.dumps(row, indent=1) for row in ROWS).encode()
    assert contents(data) == [row["text"] for row in ROWS]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding):
    assert contents(json.dumps(ROWS, indent=1, ensure_ascii=False).encode(encoding)) == [row["text"] for row in ROWS]


def test_what_is_broken_costs_no_neighbour():
    first, last = (json.dumps(row) for row in ROWS)
    data = f'[\n  {first},\n  {{"text": "cut\n  }},\n  {{\n    "inner": {{\n      "text": 1 2}}}},\n  {last}\n]'
    assert contents(data.encode()) == [ROWS[0]["text"], "bad_input", "bad_input", ROWS[1]["text"]]


@pytest.mark.parametrize("broken", ['{"text": 1 2}', '{"text": "no end}', "{text: 1}", '{"text": tru}', f'{{"n": {"9" * 5000}}}'])
def test_what_is_broken_is_found_without_reading_all_that_follows(broken):
    rows = ",\n".join([json.dumps(ROWS[0]), broken, *[json.dumps(ROWS[1])] * 2000])
    found = contents(f"[{rows}]".encode(), limit=150_000)
    assert (found[:2], set(found[2:])) == ([ROWS[0]["text"], "bad_input"], {ROWS[1]["text"]})


@pytest.mark.parametrize(("size", "before"), [(1 << 16, 2000), (7, 200)])
def test_what_is_broken_is_placed_in_the_whole_document(size, before):
    rows = [json.dumps(ROWS[1], ensure_ascii=False)] * before
    data = "[\n" + ",\n".join([*rows, '  {"text": 1 2}', rows[0]]) + "\n]"
    pieces = (data.encode()[at : at + size] for at in range(0, len(data.encode()), size))
    (error,) = (part.error for part in documents.parts("x.json", pieces, files.NO_KEYS, 10_000_000) if part.error)
    assert error.message.startswith(f"the JSON is broken: Expecting ',' delimiter: line {before + 2} column 14; mend it")


def test_what_is_cut_off_at_the_end_is_an_error_row():
    data = json.dumps(ROWS, indent=1).encode()[:-30]
    assert contents(data) == [ROWS[0]["text"], "bad_input"]


def test_a_value_that_is_too_large_is_not_held():
    data = json.dumps([{"text": STORY * 2000}, *ROWS], indent=1).encode()
    assert contents(data, limit=100_000) == ["too_large", *(row["text"] for row in ROWS)]


def test_rows_without_content_are_rows_all_the_same():
    data = json.dumps([ROWS[0], {"id": "c", "headline": "Crane"}, 7, "words", None]).encode()
    assert contents(data) == [STORY, *["bad_input"] * 4]


def test_named_keys_are_looked_for_inside():
    data = json.dumps({"text": "of the wrapper", "hits": [{"_source": {"story": STORY}}]}).encode()
    assert contents(data, keys=Keys(text="story")) == [STORY]


def test_lone_halves_of_characters_stay_what_they_are():
    assert contents(b'[{"text": "a \\ud83d b"}]') == ["a \ud83d b"]


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("a.json", json.dumps(ROWS, indent=2), 2),
        ("a.json", json.dumps(ROWS), 2),
        ("a.json", json.dumps({"data": ROWS[0]}), 1),
        ("a.json", "\n".join(json.dumps({"hit": row}) for row in ROWS), 2),
        ("rows", json.dumps(ROWS), 2),
        ("a.json", "[]", 0),
        ("a.json", "{}", 1),
        ("rows", json.dumps(ROWS, indent=2), 2),
        ("rows", json.dumps({"data": {"articles": ROWS}}), 2),
        ("rows", json.dumps({"data": {"articles": ROWS}}, indent=2), 2),
        ("rows", json.dumps({"n": 2, "articles": [{**row, "text": row["text"] * 1000} for row in ROWS]}), 2),
        ("rows", "\n".join(json.dumps(row, indent=1) for row in ROWS), 2),
        ("rows", json.dumps({"@type": "Answer", "about": {"text": "A weir."}}) + "\nThe weir at Brask.", 0),
        ("rows", json.dumps({"about": {"name": "text"}}), 0),
        ("rows", '{\n  "text": none,\n}\nis how the weir at Brask is set up.', 0),
        ("a.txt", json.dumps(ROWS), 0),
        ("notes", "[Editor] The council met.", 0),
    ],
)
def test_which_files_are_documents(tmp_path: Path, name: str, text: str, rows: int):
    path = tmp_path / name
    path.write_text(text)
    found = [item.source for item in files.items([str(path)])]
    assert found == ([f"{path}:{number}" for number in range(1, rows + 1)] or [str(path)])


@pytest.mark.parametrize("about", ["metadata", "meta"])
def test_an_address_may_stand_in_what_is_told_about_a_row(about):
    line = json.dumps({"text": STORY, about: {"url": "https://velm.example/1", "crawl_date": "2024-05-01"}}).encode()
    row = jsonl.parse(line, Keys(), "x")
    assert (row.url, row.fetched) == ("https://velm.example/1", "2024-05-01")
    own = json.dumps({"text": STORY, "url": "https://velm.example/2", about: {"url": "https://velm.example/1"}}).encode()
    assert jsonl.parse(own, Keys(), "x").url == "https://velm.example/2"
