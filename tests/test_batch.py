from __future__ import annotations

import codecs
import gzip
import json
import os
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from cleaner.batch import files, jsonl, pool, resume, spawned, work
from cleaner.batch.files import Item, items, read
from cleaner.batch.jsonl import Keys
from cleaner.config import Config
from cleaner.errors import TooLargeError, UnreadableError, UsageError
from cleaner.record import ArticleRecord

STORY = "The last paper mill of Ostrey will close in June, its owners told the workers on Friday."
DEADLY = "deadly"


def sources(*paths: object, **options: object) -> list[str]:
    return [item.source for item in items([str(path) for path in paths], **options)]


def write(path: Path, *rows: object, end: str = "\n") -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + end, encoding="utf-8")
    return path


def title(record: ArticleRecord) -> str:
    """Render a record; top-level, as workers must import it."""
    if DEADLY in record.source:
        os._exit(9)
    return f"{record.source} {record.error['code'] if record.error else 'fine'}\n"


def survivor(record: ArticleRecord) -> str:
    """Render a record; die of the input itself, but not of the error row that stands for it."""
    if DEADLY in record.source and record.error is None:
        os._exit(9)
    return f"{record.source} {record.error['code'] if record.error else 'fine'}\n"


def test_a_folder_is_sorted_by_its_parts(tmp_path):
    for name in ("b/z.txt", "b/a/x.txt", "b-c.txt", "a.txt", ".h/x.txt", "b/.x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert sources(tmp_path) == [f"{tmp_path}/{name}" for name in ("a.txt", "b/a/x.txt", "b/z.txt", "b-c.txt")]


def test_the_output_is_not_an_input(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "out.txt").write_text("x")
    assert sources(tmp_path, skip=[str(tmp_path / "out.txt")]) == [f"{tmp_path}/a.txt"]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson", "rows.data", "rows", "rows.jsonl.gz", "rows.json"])
def test_rows_are_known_by_suffix_or_content(tmp_path, name):
    text = json.dumps({"text": STORY}) + "\n\n" + json.dumps({"content": STORY})
    data = text.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert sources(tmp_path / name) == [f"{tmp_path}/{name}:1", f"{tmp_path}/{name}:3"]


@pytest.mark.parametrize(
    "text", ["", STORY, "<p>x</p>", "# x", "{", '{"a": 1}', '{"a": 1} text', "{story} text", "[1, 2]", '"text": "x"']
)
def test_other_content_is_one_page(tmp_path, text):
    (tmp_path / "page").write_text(text, encoding="utf-8")
    assert sources(tmp_path / "page") == [f"{tmp_path}/page"]


def test_a_named_key_makes_rows_of_any_object(tmp_path):
    path = write(tmp_path / "rows", {"story": STORY})
    assert sources(path, keys=Keys(text="story")) == [f"{path}:1"]


def test_a_first_row_longer_than_what_is_looked_at(tmp_path):
    path = write(tmp_path / "rows", {"text": "x" * files.HEAD_BYTES * 2}, {"text": "y"})
    found = list(items([str(path)]))
    assert [item.source for item in found] == [f"{path}:1", f"{path}:2"]
    assert len(json.loads(found[0].data)["text"]) == files.HEAD_BYTES * 2


def test_a_txt_is_never_rows_and_jsonl_can_be_said(tmp_path):
    path = write(tmp_path / "rows.txt", {"text": STORY})
    assert sources(path) == [f"{path}"]
    assert sources(path, container="jsonl") == [f"{path}:1"]


@pytest.mark.parametrize("broken", [0, 1])
@pytest.mark.parametrize("name", ["rows.txt", "rows"])
def test_a_broken_row_of_a_file_that_is_not_named_as_rows_costs_no_other(tmp_path, name, broken):
    path = write(tmp_path / name, *[{"text": STORY}] * 3)
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join(line[:20] if number == broken else line for number, line in enumerate(lines)))
    found = [jsonl.parse(item.data, Keys(), item.source) for item in items([str(path)])]
    assert [row.content for row in found] == ["" if number == broken else STORY for number in range(3)]
    assert [row.error.code for row in found if row.error] == ["bad_input"]


def test_rows_of_a_txt_may_begin_with_the_mark_of_their_encoding(tmp_path):
    path = write(tmp_path / "rows.txt", {"text": STORY}, {"text": STORY})
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())
    assert sources(path) == [f"{path}:1", f"{path}:2"]


@pytest.mark.parametrize(("row", "name"), [("[1]", "array"), ('"a"', "string"), ("null", "null"), ("5", "number"), ("NaN", "number"), ("true", "boolean")])
def test_a_row_that_is_no_object_is_named_as_json_does(row, name):
    error = jsonl.parse(row.encode(), Keys(), "rows.jsonl:1").error
    assert error.message.startswith(f"the row is a JSON {name}, not an object")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_rows_in_other_encodings(tmp_path, encoding):
    path = tmp_path / "rows.jsonl"
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    path.write_bytes((mark + '{"text": "Ä\u0a0a"}\n{"text": "Ö"}\n').encode(encoding))
    found = [jsonl.parse(item.data, Keys(), "").content for item in items([str(path)])]
    assert found == ["Ä\u0a0a", "Ö"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_rows_of_wide_characters_are_read_to_the_end_however_many(tmp_path, monkeypatch, encoding):
    monkeypatch.setattr(files, "MAX_CHARS", 100)
    path = tmp_path / "rows.jsonl"
    texts = [f"{number} Šelm " + "x" * files.HEAD_BYTES * (number == 7) for number in range(500)]
    path.write_bytes("\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts).encode(encoding))
    found = list(items([str(path)]))
    assert [jsonl.parse(item.data, Keys(), "").content for item in found] == texts
    assert found[-1].source == f"{path}:500"


def test_every_file_gives_a_row(tmp_path):
    for name in ("a.jsonl", "b.txt", "c"):
        (tmp_path / name).write_bytes(b"\n" if name == "a.jsonl" else b"")
    (tmp_path / "d.json").write_text('{\n"a": 1}')
    (tmp_path / "e").write_text("x")
    (tmp_path / "f.gz").write_bytes(gzip.compress(b"text" * 100)[:20])
    (tmp_path / "g").symlink_to(tmp_path / "nowhere")
    found = list(items([str(tmp_path)]))
    assert [Path(item.source).name for item in found] == ["a.jsonl", "b.txt", "c", "d.json:1", "e", "f.gz", "g"]
    assert jsonl.parse(found[3].data, Keys(), "").error.code == "bad_input"
    assert [item.error.code for item in found[5:]] == ["unreadable", "unreadable"]


def test_rows_before_the_damage_are_kept(tmp_path):
    data = gzip.compress(b"".join(json.dumps({"text": os.urandom(20).hex()}).encode() + b"\n" for _ in range(5000)))
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(data[: len(data) // 2])
    found = list(items([str(path)]))
    assert len(found) > 100
    assert (found[-1].source, found[-1].error.code) == (str(path), "unreadable")


def test_what_stands_behind_a_compressed_page_costs_nothing_of_it(tmp_path):
    for name, behind in (("a.txt.gz", b"signed by Brask"), ("b.gz", b"\0" * 99), ("c.gz", b"\0" * 9 + gzip.compress(b"!"))):
        (tmp_path / name).write_bytes(gzip.compress(STORY.encode()) + behind)
    texts = [read(item).decode() for item in items([str(tmp_path)])]
    assert texts == [STORY, STORY, STORY + "!"]


def test_what_stands_behind_compressed_rows_may_be_rows_that_are_lost(tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}') + b"\x1e\x8b damaged")
    *rows, last = items([str(path)])
    assert [item.source for item in rows] == [f"{path}:1", f"{path}:2"]
    assert (last.source, last.error.code) == (str(path), "unreadable")


def frame(*pieces: bytes) -> bytes:
    """Return a frame of Zstandard that holds each piece as a block as it is."""
    heads = [(number == len(pieces)) | len(piece) << 3 for number, piece in enumerate(pieces, 1)]
    blocks = (head.to_bytes(3, "little") + piece for head, piece in zip(heads, pieces, strict=True))
    return b"\x28\xb5\x2f\xfd\x00\x58" + b"".join(blocks)


def test_zst_is_read_frame_by_frame(tmp_path):
    without_content = b"\x50\x2a\x4d\x18\x03\0\0\0abc"
    (tmp_path / "a.zst").write_bytes(frame(STORY.encode()) + without_content + frame(b" And ", b"so on."))
    (item,) = items([str(tmp_path)])
    assert read(item).decode() == STORY + " And so on."


def test_zst_that_is_cut_off_is_no_success(tmp_path):
    row = b'{"text": "a"}\n'
    whole = frame(*[row] * 9)
    (tmp_path / "a.txt.zst").write_bytes(frame(b"The weir ", b"at Brask.")[:-12])
    (tmp_path / "b.jsonl.zst").write_bytes(whole[: whole.index(row) + 3 * (len(row) + 3)])
    (tmp_path / "c.jsonl.zst").write_bytes(frame(row) + whole[:3])
    page, *rows = items([str(tmp_path)])
    with pytest.raises(UnreadableError, match="its end is missing"):
        read(page)
    found = [(Path(item.source).name, item.error and item.error.code) for item in rows]
    assert found == [(f"b.jsonl.zst:{number}", None) for number in (1, 2, 3)] + [
        ("b.jsonl.zst", "unreadable"),
        ("c.jsonl.zst:1", None),
        ("c.jsonl.zst", "unreadable"),
    ]


def test_a_link_to_a_folder_is_an_error_row_and_not_followed(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "page.txt").write_text(STORY)
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / ".hidden").symlink_to(tmp_path, target_is_directory=True)
    page, link = items([str(tmp_path)])
    assert (page.source, page.error) == (f"{tmp_path}/a/b/page.txt", None)
    assert (link.source, link.error.code) == (f"{tmp_path}/a/up", "unreadable")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_is_read_once(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_text(STORY))
    writer.start()
    (item,) = items([str(path)])
    writer.join()
    assert read(item) == STORY.encode()


def test_reading_names_what_is_wrong(tmp_path):
    with pytest.raises(UnreadableError, match="No such file"):
        read(Item(str(tmp_path / "missing")))
    with pytest.raises(UnreadableError, match="null"):
        read(Item("a\0b"))
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"a" * 1000))
    with pytest.raises(TooLargeError):
        read(Item(str(tmp_path / "bomb.gz")), max_chars=100)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the standard library reads it")
def test_zst_without_its_package_names_the_command(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "zstandard", None)
    (tmp_path / "a.txt.zst").write_bytes(b"\x28\xb5\x2f\xfd\x00")
    (item,) = items([str(tmp_path)])
    (row,) = pool.run([item], work.Job(Config(), survivor))
    assert row.output.endswith("missing_extra\n")
    assert "pip install zstandard" in row.message


@pytest.mark.parametrize(
    ("module", "data", "container", "extra"),
    [("pyarrow", b"PAR1....", "parquet", "parquet"), ("fastwarc.warc", b"WARC/1.1\r\n", "warc", "warc")],
)
def test_tables_and_archives_without_the_extra_name_the_command(
    tmp_path, monkeypatch, run, module, data, container, extra
):
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "b.txt").write_text(STORY)
    found, other = items([str(tmp_path)])
    assert (found.error.code, other.error) == ("missing_extra", None)
    assert f"pip install 'clean-article[{extra}]'" in found.error.message
    code, out, err = run("--input", container, tmp_path / "a")
    assert (code, out) == (2, "")
    assert f"pip install 'clean-article[{extra}]', or in a clone: pip install '.[{extra}]'" in err


def test_parquet_output_without_the_extra_names_the_command_and_writes_nothing(tmp_path, monkeypatch, run):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "b.txt").write_text(STORY)
    code, _, err = run("--format", "parquet", "-o", tmp_path / "out.parquet", tmp_path / "b.txt")
    assert code == 2
    assert "pip install 'clean-article[parquet]'" in err
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


ROWS = [
    ({"text": "T"}, ("T", None, None, None)),
    ({"text": "T", "html": "<p>H"}, ("<p>H", "text/html", None, None)),
    ({"text": "T", "html": ""}, ("T", None, None, None)),
    ({"text": "T", "html": " \n"}, ("T", None, None, None)),
    ({"text": "", "body": "B"}, ("B", None, None, None)),
    ({"text": " ", "body": "B"}, ("B", None, None, None)),
    ({"text": None, "content": "C"}, ("C", None, None, None)),
    ({"text": ""}, ("", None, None, None)),
    ({"text": "T", "id": 5}, ("T", None, "5", None)),
    ({"text": "T", "id": ""}, ("T", None, None, None)),
    ({"text": "T", "_id": "x", "url": "u"}, ("T", None, "x", "u")),
    ({"text": "T", "url": 3}, ("T", None, None, None)),
    ({"text": "T", "url": None, "metadata": {"url": "m"}}, ("T", None, None, "m")),
    ({"text": "T", "url": "", "meta": {"url": "m"}}, ("T", None, None, "m")),
    ({"text": "T", "source_url": "u", "metadata": {"url": "m"}}, ("T", None, None, "u")),
]


@pytest.mark.parametrize(("data", "expected"), ROWS)
def test_what_a_row_holds(data, expected):
    row = jsonl.parse(json.dumps(data).encode(), Keys(), "x")
    assert (row.content, row.media_type, row.id, row.url) == expected
    assert row.error is None


def test_named_keys_are_the_only_ones():
    line = json.dumps({"text": "T", "story": "S", "html": "<p>H", "page": "<p>P"}).encode()
    assert jsonl.parse(line, Keys(text="story"), "").content == "S"
    assert jsonl.parse(line, Keys(html="page"), "").media_type == "text/html"
    assert jsonl.parse(line, Keys(text="story", html="none"), "").content == "S"
    assert jsonl.parse(line, Keys(text="none"), "").error is not None


@pytest.mark.parametrize(
    ("value", "fetched"),
    [("2024-03-05", "2024-03-05"), ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00Z"), ("yesterday", None), (17, None)],
)
def test_a_row_may_say_when_it_was_fetched(value, fetched):
    line = json.dumps({"text": "S", "crawl_date": value}).encode()
    assert jsonl.parse(line, Keys(), "").fetched == fetched


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b"{}",
        b'{"text": 1}',
        b'{"text": ["a"]}',
        b"\xff\xff",
        b'{"a":' * 100_000,
        b"1" * 5000,
    ],
    ids=range(10),
)
def test_a_bad_row_is_an_error(line):
    row = jsonl.parse(line, Keys(), "x:1")
    assert (row.error.code, row.error.place) == ("bad_input", "x:1")


def test_a_row_in_another_encoding():
    assert jsonl.parse('{"text": "Kéry Ö"}'.encode("cp1252"), Keys(), "").content == "Kéry Ö"


@pytest.mark.parametrize(
    ("record", "outcome"),
    [
        (ArticleRecord(text="x"), "cleaned"),
        (ArticleRecord(), "empty"),
        (ArticleRecord(error={"code": "rejected", "message": "", "place": ""}), "rejected"),
        (ArticleRecord(error={"code": "binary", "message": "", "place": ""}), "error"),
    ],
)
def test_outcomes(record, outcome):
    assert work.outcome_of(record) == outcome


def test_a_worker_that_dies_takes_down_only_its_own_input(tmp_path):
    names = [f"{number:02}.txt" for number in range(20)]
    names[7] = f"07-{DEADLY}.txt"
    for name in names:
        (tmp_path / name).write_text(STORY)
    rows = list(pool.run(items([str(tmp_path)]), work.Job(Config(), survivor), workers=2))
    assert [Path(row.source).name for row in rows] == names
    assert [row.outcome for row in rows] == ["error" if DEADLY in name else "cleaned" for name in names]
    assert "internal" in rows[7].output


def test_workers_take_only_a_window_of_the_items():
    taken = []

    def endless():
        for number in range(10_000):
            taken.append(number)
            yield Item(str(number), STORY.encode())

    rows = pool.run(endless(), work.Job(Config(), title), workers=2)
    assert next(rows).output == "0 fine\n"
    rows.close()
    assert len(taken) <= 2 * 2 * spawned.WINDOW_PER_WORKER


def test_a_bad_configuration_is_an_error_of_the_call():
    job = work.Job(Config(disable=("no.such.rule",)), title)
    for workers in (1, 2):
        with pytest.raises(UsageError):
            list(pool.run([Item("x", b"x")], job, workers))


def test_what_is_written_is_counted_and_the_torn_line_cut(tmp_path):
    rows = ({"schema_version": 1, "source": name} for name in "aab")
    path = write(tmp_path / "out.jsonl", *rows, end='\n{"schema_version": 1, "sour')
    assert resume.written(str(path)) == Counter(a=2, b=1)
    assert path.read_bytes().endswith(b'"b"}\n')
    left = resume.remaining([Item(name) for name in "aabbc"], Counter(a=2, b=1))
    assert [item.source for item in left] == ["b", "c"]


def test_nothing_written_is_nothing_done(tmp_path):
    assert resume.written(str(tmp_path / "none.jsonl")) == Counter()


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("line", ["notes", "[]", "{}", "1", '{"source": "a", "text": "The weir at Brask."}'])
def test_other_files_are_not_gone_on_with(tmp_path, line, end):
    path = tmp_path / "out.jsonl"
    path.write_text(line + end)
    with pytest.raises(UsageError):
        resume.written(str(path))
    assert path.read_text() == line + end
