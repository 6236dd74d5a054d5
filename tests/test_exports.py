"""Files in which a newspaper archive saved several stories: one input for each."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from cleaner.batch import exports
from cleaner.batch.files import items
from tests.test_export import ABROAD, GERMAN, RECORDS, STORY, TITLE

SAVED = {"numbered": "1 of 25 DOCUMENTS", "body": "End of Document", "ordered": "Document BRASKC", "certified": "news·2026"}
"""What a kind of record begins or ends with."""


def write(folder: Path, text: str, name: str = "found.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode(encoding)) if name.endswith(".gz") else text.encode(encoding))
    return path


@pytest.mark.parametrize("kind", SAVED)
def test_each_story_of_a_file_is_an_input(kind: str, tmp_path: Path, run) -> None:
    path = write(tmp_path, "\n\n".join([RECORDS[kind]] * 3))
    rows = [json.loads(line) for line in run(path)[1].splitlines()]
    assert [row["source"] for row in rows] == [f"{path}:{number}" for number in (1, 2, 3)]
    for row in rows:
        assert (row["text"], row["title"], row["authors"], row["date"]) == (STORY, TITLE, ["Nell Harrow"], "2026-05-04")


@pytest.mark.parametrize(("name", "encoding"), [("found", "utf-8"), ("found.txt.gz", "utf-8"), ("found.txt", "utf-16"), ("found.txt", "cp1252")])
def test_whatever_the_file_is_called_and_in_whatever_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, RECORDS["body"] * 2, name, encoding)
    assert [item.source for item in items([str(path)])] == [f"{path}:1", f"{path}:2"]


def test_on_standard_input(run) -> None:
    rows = [json.loads(line) for line in run("-", stdin=(RECORDS["body"] * 2).encode())[1].splitlines()]
    assert [(row["source"], row["text"]) for row in rows] == [("-:1", STORY), ("-:2", STORY)]


def test_in_german(tmp_path: Path, run) -> None:
    path = write(tmp_path, (ABROAD["German"] * 2).format(GERMAN, GERMAN))
    assert [json.loads(line)["text"] for line in run(path)[1].splitlines()] == [GERMAN, GERMAN]


def test_what_stands_before_the_first_story_is_an_input_of_its_own() -> None:
    found = exports.stories(f"User: a reader\nTerms: harbour\n\n{RECORDS['numbered'] * 2}".encode())
    assert [part.split("\n")[0].strip() for part in found] == ["User: a reader", "1 of 25 DOCUMENTS", "1 of 25 DOCUMENTS"]


def test_nothing_of_a_file_is_lost() -> None:
    text = f"A list.\n\n{RECORDS['numbered'] * 3}\nThe end."
    assert "".join(exports.stories(text.encode())) == text


@pytest.mark.parametrize(
    "text",
    [
        RECORDS["body"],
        RECORDS["numbered"],
        f"{STORY}\n\nEnd of Document\n\n{STORY}\n\nEnd of Document\n",
        f"1 of 2 documents\n\n{STORY}\n\n2 of 2 documents\n\n{STORY}",
        f"{STORY}\n\n{RECORDS['catalogue']}",
    ],
    ids=["one", "one with its number", "no records", "numbers alone", "a story and a record"],
)
def test_other_files_are_one_input(text: str, tmp_path: Path, run) -> None:
    assert exports.stories(text.encode()) == []
    path = write(tmp_path, text)
    assert [item.source for item in items([str(path)])] == [str(path)]
    assert len(run("-", stdin=text.encode())[1].splitlines()) == 1
