"""Parquet and Arrow: rows of tables as inputs, and records as rows of tables."""

from __future__ import annotations

import ast
import errno
import gzip
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import repeat
from pathlib import Path
from uuid import UUID

import pytest

from cleaner import ArticleRecord, Cleaner
from cleaner.batch import jsonl, parquet, tables
from cleaner.batch.files import Item, items
from cleaner.batch.jsonl import Keys
from cleaner.errors import UsageError
from cleaner.record import json_schema
from cleaner.report.formats import table_line
from tests.test_batch import ROWS
from tests.test_record import FULL

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from cleaner.batch.arrow import clean_batch, schema  # noqa: E402 - needs what is looked for above

STORY = "The last paper mill of Ostrey will close in June, its owners told the workers on Friday."
PAGE = f"<html><body><article><h1>Mill to close</h1><p>{STORY}</p></article></body></html>"
GUIDE = Path(__file__).resolve().parent.parent / "docs" / "pipelines.md"


def write(path: Path, columns: dict[str, object], **options: object) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def found(*paths: object, **options: object) -> list[Item]:
    return list(items([str(path) for path in paths], **options))


def read(path: Path) -> list[ArticleRecord]:
    return [ArticleRecord.from_dict(row) for row in pq.read_table(path).to_pylist()]


def contents(column: object, keys: Keys = Keys()) -> list[object]:  # noqa: B008 - immutable
    batch = pa.RecordBatch.from_pydict({"text": column})
    return [row.content for row in tables.rows(batch, keys, repeat(""))]


@pytest.mark.parametrize("name", ["rows.parquet", "rows", "rows.txt", "rows.jsonl", "rows.parquet.gz"])
def test_parquet_is_known_by_its_first_bytes_whatever_its_name(tmp_path, name):
    path = write(tmp_path / name, {"text": ["A", "B"], "id": [7, 8]})
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(path.read_bytes()))
    (tmp_path / "z.html").write_text(PAGE)
    first, second, page = found(tmp_path)
    assert [first.source, second.source, page.source] == [f"{path}:1", f"{path}:2", f"{tmp_path}/z.html"]
    assert (first.parsed, second.parsed) == (jsonl.Row("A", id="7"), jsonl.Row("B", id="8"))


@pytest.mark.parametrize(("data", "expected"), ROWS)
def test_a_row_holds_what_it_would_in_json_lines(data, expected):
    (row,) = tables.rows(pa.RecordBatch.from_pylist([data]), Keys(), [""])
    assert (row.content, row.media_type, row.id, row.url) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Decimal("12.50"), "12.50"), (UUID(int=5), "00000000-0000-0000-0000-000000000005"), (7, "7")],
)
def test_an_id_of_any_type_is_its_value(value, expected):
    assert jsonl.row_of({"text": "T", "id": value}, jsonl.Keys(), "").id == expected


def test_an_address_may_stand_in_a_struct():
    data = {"text": "A", "metadata": {"url": "https://ostrey.example/1", "dump": "x"}}
    (row,) = tables.rows(pa.RecordBatch.from_pylist([data]), Keys(), [""])
    assert row == jsonl.Row("A", url="https://ostrey.example/1")


def test_a_value_that_python_cannot_hold_costs_no_row(tmp_path):
    nanoseconds = pa.array([1, 1000, None], pa.timestamp("ns"))
    days = pa.array([date(2024, 3, 5)] * 3)
    addresses = pa.array([b"https://ostrey.example/K\xe9ry", b"https://ostrey.example/2", None]).view(pa.string())
    about = pa.StructArray.from_arrays([nanoseconds, days, addresses], ["seen", "crawl_date", "url"])
    path = write(tmp_path / "rows", {"text": ["A", "B", "C"], "metadata": about, "id": pa.array([1, 1000, None], pa.duration("ns"))})
    rows = [item.parsed for item in found(path)]
    assert [(row.content, row.fetched, row.error) for row in rows] == [(text, "2024-03-05", None) for text in "ABC"]
    assert [row.url for row in rows][1:] == ["https://ostrey.example/2", None]
    (row,) = tables.rows(pa.RecordBatch.from_pydict({"text": pa.array([[1]], pa.list_(pa.timestamp("ns")))}), Keys(), [""])
    assert row.error.code == "bad_input"


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_text_of_any_string_type(kind):
    assert contents(pa.array(["Ostrey", "Kéry"], getattr(pa, kind)())) == ["Ostrey", "Kéry"]
    assert contents(pa.array(["Ostrey", "Kéry"]).dictionary_encode()) == ["Ostrey", "Kéry"]


def test_bytes_are_decoded_as_a_files_are(tmp_path, run):
    page = f'<meta charset="windows-1251"><p>{STORY}</p><p>Завод закроется в июне, сказали рабочим.</p>'
    write(tmp_path / "rows", {"html": [page.encode("cp1251")], "id": [b"seven"], "url": [b"https://ostrey.example/7"]})
    _, out, _ = run(tmp_path / "rows")
    record = json.loads(out)
    assert "Завод закроется в июне" in record["text"]
    assert (record["id"], record["url"]) == ("seven", "https://ostrey.example/7")


def test_a_string_that_is_no_utf8_costs_no_other():
    wrong = pa.array([b"K\xe9ry", b"Ostrey", None]).view(pa.string())
    assert contents(wrong) == [b"K\xe9ry", b"Ostrey", ""]


@pytest.mark.parametrize("column", [pa.nulls(1), pa.array([None], pa.string()), pa.array([["a"]]), pa.array([5])])
def test_a_row_without_text_is_the_error_it_is_in_json_lines(column):
    (row,) = tables.rows(pa.RecordBatch.from_pydict({"text": column, "id": ["x"]}), Keys(), ["rows:1"])
    line = json.dumps({"text": column[0].as_py(), "id": "x"}).encode()
    expected = jsonl.parse(line, Keys(), "rows:1")
    assert row.error.to_dict() == expected.error.to_dict()
    assert row.id == "x"


def test_a_table_without_columns_of_text_gives_an_error_for_each_row(tmp_path):
    path = write(tmp_path / "rows", {"other": ["A", "B"]})
    assert [(item.source, item.parsed.error.code) for item in found(path)] == [
        (f"{path}:1", "bad_input"),
        (f"{path}:2", "bad_input"),
    ]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (pa.array([date(2024, 3, 5)]), "2024-03-05"),
        (pa.array([datetime(2024, 3, 5, 23, 30)], pa.timestamp("ns")), "2024-03-05"),
        (pa.array([datetime(2024, 3, 5, 2, tzinfo=UTC)], pa.timestamp("us", "America/New_York")), "2024-03-05"),
        (pa.array([datetime(2024, 3, 5)], pa.date64()), "2024-03-05"),
        (pa.array(["2024-03-05T10:00:00Z"]), "2024-03-05T10:00:00Z"),
        (pa.array([10**15], pa.timestamp("s")), None),
        (pa.array([17]), None),
        (pa.array([None], pa.date32()), None),
    ],
    ids=range(8),
)
def test_times_of_fetching_become_days(column, expected):
    batch = pa.RecordBatch.from_pydict({"text": ["A"], "crawled_at": column})
    (row,) = tables.rows(batch, Keys(), [""])
    assert row.fetched == expected


def test_columns_can_be_named(tmp_path, run):
    columns = {"key": [7], "story": [STORY], "text": ["Other."], "at": ["https://ostrey.example/mill"]}
    path = write(tmp_path / "rows.parquet", columns)
    _, out, _ = run(path, "--text-key", "story", "--id-key", "key", "--url-key", "at")
    record = json.loads(out)
    assert (record["id"], record["url"], record["text"]) == ("7", "https://ostrey.example/mill", STORY)
    assert record["source"] == f"{path}:1"


def test_standard_input_that_cannot_go_back(tmp_path, run):
    data = write(tmp_path / "rows", {"text": [STORY, STORY]}).read_bytes()
    for stdin in (data, gzip.compress(data)):
        code, out, _ = run("-", stdin=stdin)
        assert [json.loads(line)["source"] for line in out.splitlines()] == ["-:1", "-:2"]
        assert code == 0


def damaged(path: Path, column: int, group: int) -> Path:
    """Overwrite the first page of a column in one row group."""
    place = pq.ParquetFile(path).metadata.row_group(group).column(column)
    start = place.dictionary_page_offset or place.data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(data)
    return path


def test_a_damaged_row_group_costs_only_its_own_rows(tmp_path, run):
    path = write(tmp_path / "rows", {"text": [f"{STORY} {n}" for n in range(30)]}, row_group_size=10)
    code, out, err = run(damaged(path, 0, 1))
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["source"] for record in records] == [f"{path}:{n}" for n in (*range(1, 12), *range(21, 31))]
    (wrong,) = (record for record in records if record["error"])
    assert (wrong["source"], wrong["error"]["code"]) == (f"{path}:11", "unreadable")
    assert "rows 11 to 20 cannot be read" in wrong["error"]["message"]
    assert code == 1
    assert err.splitlines()[-1] == "21 inputs = 20 cleaned + 0 empty + 0 rejected + 1 error"


def test_columns_that_say_nothing_of_the_input_are_not_read(tmp_path):
    path = write(tmp_path / "rows", {"vector": [f"{n}" for n in range(30)], "text": ["A"] * 30})
    assert [item.parsed.error for item in found(damaged(path, 0, 0))] == [None] * 30


@pytest.mark.parametrize("cut", [4, 100, -4])
def test_a_file_cut_off_is_one_error_and_the_rest_goes_on(tmp_path, cut):
    path = write(tmp_path / "a", {"text": ["A"] * 100})
    path.write_bytes(path.read_bytes()[:cut])
    (tmp_path / "b.txt").write_text(STORY)
    wrong, other = found(tmp_path)
    assert (wrong.source, wrong.error.code, wrong.error.place) == (str(path), "unreadable", str(path))
    assert other.error is None


def test_what_is_said_to_be_parquet_and_is_not(tmp_path):
    (tmp_path / "a").write_text(STORY)
    (item,) = found(tmp_path / "a", container="parquet")
    assert item.error.code == "unreadable"


def test_a_table_without_rows_gives_an_empty_row(tmp_path, run):
    path = write(tmp_path / "rows", {"text": pa.array([], pa.string())})
    assert found(path) == [Item(str(path), b"")]


def test_the_schema_is_the_records():
    properties = json_schema()["properties"]
    assert schema().names == list(ArticleRecord().to_dict()) == list(properties)
    for name in ("paragraphs", "comments", "removed", "repairs"):
        struct = schema().field(name).type.value_type
        assert [field.name for field in struct] == list(properties[name]["items"]["properties"])
    for name in ("scores", "error"):
        form = properties[name] if name == "scores" else properties[name]["oneOf"][1]
        assert [field.name for field in schema().field(name).type] == list(form["properties"])


FAILED = ArticleRecord(id="x", source="x", error={"code": "binary", "message": "no text", "place": "x"})
RECORDS = [FULL, ArticleRecord(), FAILED, Cleaner().clean(PAGE, source_name="a.html", url="https://ostrey.example/")]


def test_records_come_back_from_parquet_as_they_were(tmp_path):
    with parquet.written(str(tmp_path / "out")) as writer:
        for record in RECORDS:
            writer.write(table_line(record).encode())
    assert [record.to_dict() for record in read(tmp_path / "out")] == [record.to_dict() for record in RECORDS]
    assert pq.read_schema(tmp_path / "out").equals(schema())


def test_parquet_is_the_same_for_any_number_of_workers_and_what_json_lines_say(tmp_path, run):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    (folder / "b.png").write_bytes(b"\x89PNG")
    write(folder / "c.parquet", {"html": [PAGE, None, PAGE], "id": ["x", "y", "z"]})
    outputs = [tmp_path / "1.parquet", tmp_path / "2.parquet"]
    for workers, output in enumerate(outputs, 1):
        code, out, err = run(folder, "--format", "parquet", "-o", output, "--workers", workers)
        assert (code, out) == (1, "")
        assert err.splitlines()[-1] == "5 inputs = 3 cleaned + 0 empty + 0 rejected + 2 error"
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    _, out, _ = run(folder)
    assert [record.to_dict() for record in read(outputs[0])] == [json.loads(line) for line in out.splitlines()]


def test_row_groups_are_bounded(tmp_path, monkeypatch):
    lines = [table_line(ArticleRecord(id=str(number), text=STORY)).encode() for number in range(200)]
    for name, value in (("GROUP_ROWS", 90), ("GROUP_BYTES", 90 * len(lines[0]))):
        monkeypatch.setattr(parquet, name, value)
        with parquet.written(str(tmp_path / name)) as writer:
            for line in lines:
                writer.write(line)
        monkeypatch.undo()
        file = pq.ParquetFile(tmp_path / name)
        assert file.metadata.row_group(0).num_rows <= 90
        assert file.num_row_groups == 3
        assert [record.id for record in read(tmp_path / name)] == [str(number) for number in range(200)]


def test_a_run_that_breaks_off_leaves_what_was_there(tmp_path, monkeypatch):
    output = tmp_path / "out.parquet"
    output.write_text("of an earlier run")
    monkeypatch.setattr(parquet, "GROUP_ROWS", 1)
    with pytest.raises(KeyError), parquet.written(str(output)) as writer:
        writer.write(b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["out.parquet"]
    assert output.read_text() == "of an earlier run"


def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path, monkeypatch, run):
    class Full(io.BytesIO):
        def write(self, _data):
            raise OSError(errno.ENOSPC, "No space left on device")

    output = tmp_path / "out.parquet"
    output.write_text("of an earlier run")
    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.setattr(parquet, "open", lambda path, _mode: Path(path).touch() or Full(), raising=False)
    code, _, err = run(tmp_path / "a.txt", "--format", "parquet", "-o", output)
    assert (code, err) == (2, f"clean-article: cannot write {output}: No space left on device\n")
    assert output.read_text() == "of an earlier run"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.parquet"]


def test_a_run_over_no_inputs_is_a_table_without_rows(tmp_path, run):
    (tmp_path / "none").mkdir()
    assert run(tmp_path / "none", "--format", "parquet", "-o", tmp_path / "out")[0] == 0
    assert read(tmp_path / "out") == []


def test_a_name_that_is_no_text_is_spelled_out(tmp_path):
    with parquet.written(str(tmp_path / "out")) as writer:
        writer.write(table_line(ArticleRecord(source="a\udcff\\udcff", text="\u2028")).encode())
    (record,) = read(tmp_path / "out")
    assert (record.source, record.text) == (r"a\udcff\udcff", "\u2028")


def test_a_batch_becomes_a_batch_of_records_in_order():
    batch = pa.RecordBatch.from_pydict(
        {"n": [1, 2, 3], "page": [PAGE, None, f"<p>{STORY}</p>"], "url": [None, "https://ostrey.example/2", None]}
    )
    cleaned = clean_batch(batch, Cleaner(), Keys(html="page"))
    assert cleaned.schema.equals(schema())
    first, second, third = (ArticleRecord.from_dict(row) for row in cleaned.to_pylist())
    assert first.to_dict() == Cleaner().clean(PAGE, media_type="text/html").to_dict()
    assert (second.error["code"], second.url) == ("bad_input", "https://ostrey.example/2")
    assert third.text == STORY


def test_no_record_depends_on_how_rows_were_cut_into_batches():
    texts = [f"{STORY} {number}" if number % 7 else None for number in range(tables.ROWS_AT_ONCE + 10)]
    batch = pa.RecordBatch.from_pydict({"text": texts, "id": [str(number) for number in range(len(texts))]})
    whole = clean_batch(batch, Cleaner())
    parts = [clean_batch(batch.slice(start, 30), Cleaner()) for start in range(0, len(texts), 30)]
    assert pa.Table.from_batches(parts).to_pylist() == whole.to_pylist()
    assert [row["id"] for row in whole.to_pylist()] == [str(number) for number in range(len(texts))]


def test_an_empty_batch_is_an_empty_batch():
    cleaned = clean_batch(pa.RecordBatch.from_pydict({"text": pa.array([], pa.string())}), Cleaner())
    assert (cleaned.num_rows, cleaned.schema) == (0, schema())


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("batch", [pa.table({"text": ["a"]}), Cleaner()]),
        ("cleaner", [pa.record_batch({"text": ["a"]}), None]),
        ("keys", [pa.record_batch({"text": ["a"]}), Cleaner(), "html"]),
    ],
)
def test_what_is_no_batch_is_said(name, arguments):
    with pytest.raises(UsageError, match=f"{name} is a .*; give a "):
        clean_batch(*arguments)


@pytest.fixture(scope="module")
def guide() -> dict[str, object]:
    """Return what the first example of the guide defines."""
    names: dict[str, object] = {}
    exec(re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)[0], names)  # noqa: S102
    return names


def test_the_guides_other_examples_import_what_they_use(guide):
    code = re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)[1]
    nodes = list(ast.walk(ast.parse(code)))
    imported = {alias.name.partition(".")[0] for n in nodes if isinstance(n, (ast.Import, ast.ImportFrom)) for alias in n.names}
    named = {n.id: n.ctx for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    used = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    assert used <= {*guide, *imported, *named, "pages"}


def test_the_guides_function_for_map_in_arrow(guide):
    batch = pa.RecordBatch.from_pydict({"html": [PAGE, PAGE]})
    given = guide["cleaned"](iter([batch, batch.slice(1)]))
    assert isinstance(given, Iterator)
    assert [part.num_rows for part in given] == [2, 1]


def test_the_guides_class_for_map_batches(guide):
    cleaned = guide["Clean"]()(pa.table({"html": [PAGE, PAGE]}))
    assert cleaned.schema.equals(schema())
    assert [row["text"] for row in cleaned.to_pylist()] == [STORY, STORY]
    assert guide["Clean"]()(pa.table({"html": pa.array([], pa.string())})).num_rows == 0
