"""Web archives: which records are inputs, and what becomes of archives that are damaged."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import zlib
from collections import Counter
from pathlib import Path

import pytest

from cleaner.batch import files
from cleaner.batch.files import Item, items
from cleaner.batch.jsonl import Row

pytest.importorskip("fastwarc")

STORY = "The last paper mill of Ostrey will close in June, its owners told the workers on Friday."
PAGE = f"<html><body><article><h1>Mill to close</h1><p>{STORY}</p></article></body></html>".encode()
ADDRESS = "https://ostrey.example/mill"
DAY = "2024-03-05T10:00:00Z"


def record(kind: str, block: bytes, content_type: str | None = "application/http", **more: str) -> bytes:
    fields = {"WARC-Type": kind, "WARC-Target-URI": ADDRESS, "WARC-Date": DAY, "Content-Type": content_type}
    fields |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    head = "\r\n".join(["WARC/1.1", *lines, f"Content-Length: {len(block)}"])
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(body: bytes, content_type: str | None = "text/html", status: str = "200 OK", head: str = "") -> bytes:
    stated = f"Content-Type: {content_type}\r\n" if content_type is not None else ""
    return record("response", f"HTTP/1.1 {status}\r\n{stated}{head}\r\n".encode() + body)


INFO = record("warcinfo", b"software: x", "application/warc-fields")
REQUEST = record("request", b"GET / HTTP/1.1\r\n\r\n")
GZIP_END = 12
"""Bytes of checksum and length, and of line ends before them."""
GZIP_HEAD = 10
"""Bytes before the content; of most no reader takes notice."""
ARCHIVE = [INFO, REQUEST, response(PAGE), REQUEST, response(PAGE + b"<p>Two.</p>"), record("metadata", b"x: y")]


def write(path: Path, records: list[bytes], *, packed: bool = False) -> Path:
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    return path


def found(path: Path, **options: object) -> list[Item]:
    return list(items([str(path)], **options))


def row(tmp_path: Path, one: bytes) -> Row | str:
    """Return what the only record of an archive is as an input, or as what it was passed over."""
    passed: Counter[str] = Counter()
    (item,) = found(write(tmp_path / "one", [one]), passed=passed)
    return item.parsed or next(iter(passed))


@pytest.mark.parametrize(
    ("name", "packed"),
    [("crawl.warc.gz", True), ("crawl", True), ("crawl.warc", False), ("crawl", False), ("crawl.txt", False)],
)
def test_archives_are_known_by_their_first_bytes(tmp_path, name, packed):
    path = write(tmp_path / name, ARCHIVE, packed=packed)
    passed: Counter[str] = Counter()
    assert [item.source for item in found(tmp_path, passed=passed)] == [f"{path}:3", f"{path}:5"]
    assert passed == {"warcinfo": 1, "request": 2, "metadata": 1}


def test_an_archive_compressed_as_one_is_read_too(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(b"".join(ARCHIVE)))
    assert [item.source for item in found(path)] == [f"{path}:3", f"{path}:5"]


def test_what_a_record_says_of_its_page(tmp_path):
    expected = Row(PAGE, "text/html", None, ADDRESS, DAY)
    assert row(tmp_path, response(PAGE)) == expected
    assert row(tmp_path, record("resource", PAGE, "text/html; charset=utf-8")) == expected._replace(charset="utf-8")
    text = record("conversion", STORY.encode(), "text/plain")
    assert row(tmp_path, text) == Row(STORY.encode(), "text/plain", None, ADDRESS, DAY)
    bare = record("resource", PAGE, None, WARC_Target_URI=f"<{ADDRESS}>", WARC_Date="2024")
    assert row(tmp_path, bare) == Row(PAGE, None, None, ADDRESS, None)


@pytest.mark.parametrize(
    ("content_type", "media_type"),
    [
        ("TEXT/HTML ; charset=x", "text/html"),
        ("application/xhtml+xml", "text/html"),
        ("text/plain", "text/plain"),
        ("text/markdown; variant=GFM", "text/markdown"),
        (None, None),
    ],
)
def test_content_types_of_inputs(tmp_path, content_type, media_type):
    assert row(tmp_path, response(b"x", content_type)).media_type == media_type


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (INFO, "warcinfo"),
        (REQUEST, "request"),
        (record("revisit", b"HTTP/1.1 200 OK\r\n\r\n"), "revisit"),
        (response(PAGE, status="301 Moved"), "response of another status"),
        (response(PAGE, status="404 Not Found"), "response of another status"),
        (record("response", b"no answer"), "response of another status"),
        (response(b"\x89PNG", "image/png"), "response of another content type"),
        (response(b"{}", "application/json"), "response of another content type"),
        (record("response", b"1.2.3.4", "text/dns"), "response of another content type"),
        (record("resource", b"x", "text/css"), "resource of another content type"),
        (record("strange", b"x"), "unknown"),
    ],
    ids=range(11),
)
def test_what_is_no_input(tmp_path, one, kind):
    assert row(tmp_path, one) == kind


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n5\r\n%s\r\n0\r\n\r\n" % (len(data) - 5, data[:-5], data[-5:])


BARE = zlib.compress(PAGE)[2:-4]
BROTLI = b"\x0b\x02\x80hello\x03"


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n", PAGE),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n", PAGE),
        (BARE, "Content-Encoding: deflate\r\n", PAGE),
        (BROTLI, "content-encoding: br\r\n", b"hello"),
        (chunked(PAGE), "Transfer-Encoding: chunked\r\n", PAGE),
        (chunked(gzip.compress(PAGE)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", PAGE),
        (PAGE, "Content-Encoding: identity\r\n", PAGE),
        (PAGE, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", PAGE),
        (PAGE, "Content-Encoding: br\r\n", PAGE),
        (PAGE, "Content-Encoding: deflate\r\n", PAGE),
    ],
    ids=range(10),
)
def test_codings_are_undone_and_those_that_are_only_claimed_are_not(tmp_path, body, head, expected):
    assert row(tmp_path, response(body, head=head)).content == expected


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (gzip.compress(PAGE)[:-10], "Content-Encoding: gzip\r\n"),
        (gzip.compress(PAGE)[:40] + b"\xff" * 20, "Content-Encoding: gzip\r\n"),
        (chunked(PAGE)[:50], "Transfer-Encoding: chunked\r\n"),
        (b"", f"X: {'y' * 70_000}\r\n"),
    ],
    ids=range(4),
)
def test_a_damaged_page_costs_no_other(tmp_path, body, head):
    path = write(tmp_path / "crawl", [response(body, head=head), response(PAGE)])
    wrong, other = found(path)
    assert (wrong.parsed.error.code, wrong.parsed.error.place) == ("unreadable", f"{path}:1")
    assert wrong.parsed.url == ADDRESS
    assert other.parsed.content == PAGE


@pytest.mark.parametrize("content_type", ["text/html; charset=windows-1251", 'text/html;Charset="windows-1251"; q=1'])
def test_the_encoding_that_http_names_is_the_pages(tmp_path, content_type):
    page = "<html><body><p>Мост закроют в июне, сообщил городской совет в пятницу.</p></body></html>"
    assert row(tmp_path, response(page.encode("cp1251"), content_type)).charset == "windows-1251"
    assert row(tmp_path, response(page.encode(), "text/html")).charset is None


def test_a_page_in_the_encoding_that_http_names_is_read_by_it(tmp_path, run):
    body = "<html><body><article><p>Żółw i gęś, ćma.</p></article></body></html>".encode("iso8859-2")
    path = write(tmp_path / "one", [response(body, "text/html; charset=iso-8859-2")])
    assert "Żółw i gęś" in run(path, "--format", "text")[1]


@pytest.mark.parametrize("packed", [False, True])
def test_wherever_an_archive_is_cut_off_one_error_says_so(tmp_path, packed):
    parts = list(map(gzip.compress, ARCHIVE)) if packed else ARCHIVE
    data = b"".join(parts)
    ends = [sum(map(len, parts[:number])) for number in range(len(parts) + 1)]
    whole = [item.source for item in found(write(tmp_path / "crawl", [data]))]
    for cut in range(1, len(data), 3):
        rows = found(write(tmp_path / "crawl", [data[:cut]]), container="warc")
        before = max(number for number, end in enumerate(ends) if end <= cut)
        missing = ends[before + 1] - cut
        errors = [item.source for item in rows if item.error or (item.parsed and item.parsed.error)]
        if cut in ends or (not packed and missing <= 4):  # the line ends behind a record
            assert errors == []
        else:
            # Compressed, a record may be there as a whole when only its checksum is missing.
            at = before + 2 if packed and missing < GZIP_END else before + 1
            assert errors in ([f"{tmp_path}/crawl:{number}"] for number in (before + 1, at)), cut
            assert rows[-1].source == errors[0]
        good = [item.source for item in rows if item.parsed and not item.parsed.error]
        assert good == whole[: len(good)]
        assert len(good) >= sum(number <= before for number in (3, 5))


def told(path: Path) -> list[tuple[str, str | None]]:
    """Return each input of an archive: its content up to its first tag's end, or `damaged`, and its place."""
    rows = [(item.source.removeprefix(f"{path}:"), item.parsed) for item in found(path)]
    return [(place, one.error.code if one.error else one.content.decode().partition(">")[0]) for place, one in rows]


PAGES = [response(f"<page{number}>{PAGE.decode()}".encode()) for number in range(1, 6)]


@pytest.mark.parametrize(
    ("third", "rest"),
    [
        (b"no record\r\n", PAGES[3:]),
        (b"no record, " * 30_000, PAGES[3:]),
        (PAGES[2].replace(b"WARC/1.1", b"WARO/1.1"), PAGES[3:]),
        (PAGES[2].replace(b"Content-Length", b"Content-Lenght"), PAGES[3:]),
        (PAGES[2].replace(b"Content-Length: ", b"Content-Length: 9999999"), PAGES[3:]),
        (PAGES[2][:-90], PAGES[3:]),
        (b"no record\r\nWARC/1.1 is no record\r\n", PAGES[3:]),
    ],
    ids=["a line", "much", "its mark", "its length's name", "its length", "its end", "a mark in prose"],
)
def test_what_follows_damage_is_read(tmp_path, third, rest):
    inputs = told(write(tmp_path / "crawl", [*PAGES[:2], third, *rest]))
    assert inputs[:2] == [("1", "<page1"), ("2", "<page2")]
    assert [what for _, what in inputs[2:]].count("unreadable") == 1
    assert inputs[-1][1] == "<page5"


def test_a_packed_record_that_is_damaged_costs_no_other(tmp_path):
    parts = [gzip.compress(page, mtime=0) for page in PAGES]
    names = [f"<page{number}" for number in range(1, 6)]
    damaged = 0
    for place in range(len(parts[2])):
        third = bytearray(parts[2])
        third[place] ^= 0xFF
        inputs = [what for _, what in told(write(tmp_path / "crawl", [*parts[:2], bytes(third), *parts[3:]]))]
        assert inputs in (names, [*names[:2], "unreadable", *names[3:]]), place
        damaged += "unreadable" in inputs
    assert damaged > len(parts[2]) - GZIP_HEAD


@pytest.mark.parametrize(("first", "second"), [(2, 3), (1, 3), (3, 4), (0, 1)])
def test_wherever_two_packed_records_are_damaged_the_others_are_read(tmp_path, first, second):
    parts = [gzip.compress(page, mtime=0) for page in PAGES]
    for at in (first, second):
        parts[at] = parts[at][:60] + b"\xff" * 30 + parts[at][90:]
    inputs = [what for _, what in told(write(tmp_path / "crawl.warc.gz", parts))]
    good = [f"<page{number + 1}" for number in range(5) if number not in (first, second)]
    assert [what for what in inputs if what != "unreadable"] == good
    assert inputs.count("unreadable") == (1 if second == first + 1 else 2)


def test_bytes_lost_of_packed_records_cost_only_these(tmp_path):
    parts = [gzip.compress(page, mtime=0) for page in PAGES]
    for cut in range(1, len(parts[2]), 5):
        inputs = [what for _, what in told(write(tmp_path / "crawl", [*parts[:2], parts[2][:cut], *parts[3:]]))]
        assert inputs == ["<page1", "<page2", "unreadable", "<page4", "<page5"], cut


def test_a_record_packed_by_zstandard_that_is_damaged_costs_no_other(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    parts = [zstandard.ZstdCompressor(write_checksum=True).compress(page) for page in PAGES]
    parts[2] = parts[2][:60] + bytes(30) + parts[2][90:]
    inputs = [what for _, what in told(write(tmp_path / "crawl.warc.zst", parts))]
    assert inputs == ["<page1", "<page2", "unreadable", "<page4", "<page5"]


def test_in_an_archive_packed_as_one_nothing_behind_damage_is_read(tmp_path):
    data = gzip.compress(b"".join(PAGES), mtime=0)
    path = write(tmp_path / "crawl", [data[: len(data) // 2], bytes(9), data[len(data) // 2 + 9 :]])
    *_, last = found(path)
    assert last.parsed.error.code == "unreadable"
    assert "nothing from there on is read" in str(last.parsed.error)


def test_a_record_that_is_too_large_is_an_error_and_the_next_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_CHARS", 1000)
    bomb = response(gzip.compress(b"a" * 100_000), head="Content-Encoding: gzip\r\n")
    image = response(b"\x89PNG" + b"x" * 5000, "image/png")
    path = write(tmp_path / "crawl", [response(b"a" * 4001), bomb, image, response(b"a" * 4000)])
    assert [(item.source, item.parsed.error and item.parsed.error.code) for item in found(path)] == [
        (f"{path}:1", "too_large"),
        (f"{path}:2", "too_large"),
        (f"{path}:4", None),
    ]


def test_an_archive_without_inputs_gives_an_empty_row(tmp_path):
    path = write(tmp_path / "crawl", [INFO, REQUEST])
    assert found(path) == [Item(str(path), b"")]


def test_the_command_says_how_many_records_are_no_inputs(tmp_path, run):
    path = write(tmp_path / "crawl.warc.gz", [*ARCHIVE, response(b"gone", status="404 Not Found")], packed=True)
    code, out, err = run(path, "--id-key", "key")
    records = [json.loads(line) for line in out.splitlines()]
    assert [(one["source"], one["id"], one["url"]) for one in records] == [
        (f"{path}:{number}", f"{path}:{number}", ADDRESS) for number in (3, 5)
    ]
    assert STORY in records[0]["text"]
    assert err.splitlines() == [
        "5 records of web archives are no inputs: 1 metadata, 2 request, 1 response of another status, 1 warcinfo",
        "2 inputs = 2 cleaned + 0 empty + 0 rejected + 0 error",
    ]
    assert code == 0
    assert run(path, "--workers", 2)[1] == out
    assert run("--input", "warc", "-", stdin=path.read_bytes())[1] == out.replace(str(path), "-")


def test_what_was_fetched_earlier_has_no_later_date(tmp_path, run):
    page = PAGE.replace(b"<h1>", b'<time datetime="2024-03-09">9 March 2024</time><h1>')
    path = write(tmp_path / "crawl", [response(page)])
    assert json.loads(run(path)[1])["date"] is None


def test_resume_goes_on_within_an_archive(tmp_path, run):
    path, output = write(tmp_path / "crawl", ARCHIVE), tmp_path / "out.jsonl"
    run(path, "-o", output)
    rows = output.read_bytes()
    output.write_bytes(rows[: rows.index(b"\n") + 1])
    assert run(path, "-o", output, "--resume")[0] == 0
    assert output.read_bytes() == rows


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_through_a_pipe(tmp_path, packed):
    data = b"".join(map(gzip.compress, ARCHIVE) if packed else ARCHIVE)
    code = "from cleaner.batch.files import items; print([item.source for item in items(['-'])])"
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode().strip() == "['-:3', '-:5']"
