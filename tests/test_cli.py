"""The command as a user meets it: what it prints where, and with which exit code it ends."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import subprocess
import sys
from functools import partial

import pytest

import cleaner
from cleaner import cli
from cleaner.record import ArticleRecord
from cleaner.rules.registry import all_rules, infos

STORY = """Last Paper Mill of Ostrey to Close

Share this article

The last paper mill of Ostrey will close in June, its owners told the workers on Friday.

About two hundred people will lose their jobs, and the town its largest employer since the war.
"""
FIRST = "The last paper mill of Ostrey will close in June, its owners told the workers on Friday."
PACK = """
pack = "own"
language = ""
[[rule]]
id = "own.tools.jobs"
kind = "tools"
match = "regex"
scope = "line"
values = ["About two hundred people .*"]
summary = "A test."
why = "A test."
remove = ["About two hundred people came."]
keep = ["Two people came."]
"""
COMMAND = [sys.executable, "-c", "from cleaner.cli import main; main()"]


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "in"
    (root / "b" / ".hidden").mkdir(parents=True)
    (root / "c.d").mkdir()
    (root / "a.txt").write_text(STORY, encoding="utf-8")
    (root / "b" / "page.html").write_text(f"<html><body><h1>Mill</h1><p>{FIRST}</p></body></html>", encoding="utf-8")
    (root / "b" / ".hidden" / "x.txt").write_text(STORY, encoding="utf-8")
    (root / ".x.txt").write_text(STORY, encoding="utf-8")
    (root / "c.d" / "story.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (root / "e.jsonl").write_text(json.dumps({"id": "one", "text": STORY}) + "\n" + json.dumps({"text": STORY}) + "\n")
    return root


def test_one_row_for_each_input_in_order(run, folder):
    result = run(folder, folder / "a.txt")
    names = [row["source"].removeprefix(f"{folder}/") for row in result.rows]
    assert names == ["a.txt", "b/page.html", "c.d/story.txt.gz", "e.jsonl:1", "e.jsonl:2", "a.txt"]
    assert [row["id"] for row in result.rows[3:5]] == ["one", f"{folder}/e.jsonl:2"]
    assert all(FIRST in row["text"] for row in result.rows)
    assert result.code == 0


def test_the_source_is_the_path_as_given(run, folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert [row["source"] for row in run("a.txt", "./a.txt", "b").rows] == ["a.txt", "./a.txt", "b/page.html"]


def test_blank_lines_before_the_rows_of_standard_input(run):
    for head in (b"\n", b"\r\n \n", b"\xef\xbb\xbf\n"):
        result = run("-", stdin=head + b'{"text": "One."}\n\n{"text": "Two."}\n')
        first = head.count(b"\n") + 1
        assert [row["source"] for row in result.rows] == [f"-:{first}", f"-:{first + 2}"]
        assert [row["error"] for row in result.rows] == [None, None]
    (row,) = run("-", stdin=b"\n\n" + STORY.encode()).rows
    assert (row["source"], row["paragraphs"][0]["spans"][0][0]) == ("-", 2 + STORY.index(FIRST))


def test_standard_input(run):
    (row,) = run("-", stdin=STORY.encode()).rows
    assert (row["source"], row["id"]) == ("-", "-")
    rows = run("-", stdin=b'{"text": "One."}\n{"text": "Two."}\n').rows
    assert [row["source"] for row in rows] == ["-:1", "-:2"]
    (row,) = run("-", stdin=gzip.compress(STORY.encode())).rows
    assert FIRST in row["text"]


def test_failures_are_rows_and_the_rest_goes_on(run, folder):
    (folder / "f.pdf").write_bytes(b"%PDF-1.7")
    (folder / "g.jsonl").write_text('{"broken\n{"id": "z", "other": 1}\n' + json.dumps({"text": STORY}) + "\n")
    result = run(folder / "missing.txt", folder / "f.pdf", folder / "g.jsonl", folder / "a.txt")
    assert [row["error"] and row["error"]["code"] for row in result.rows] == [
        *("unreadable", "binary", "bad_input", "bad_input"),
        *(None, None),
    ]
    assert [row["error"]["place"] for row in result.rows[:3]] == [row["source"] for row in result.rows[:3]]
    assert all(row["error"]["message"].startswith(f"{row['source']}: ") for row in result.rows[:4])
    assert all("; " in row["error"]["message"] for row in result.rows[:4])  # what is wrong, and what to do
    assert result.rows[3]["id"] == "z"
    assert all(list(row) == list(ArticleRecord().to_dict()) for row in result.rows)
    assert result.code == 1
    assert result.counts == [6, 2, 0, 0, 4]


def test_the_summary_adds_up(run, folder):
    (folder / "empty.txt").write_bytes(b"")
    result = run(folder)
    assert re.fullmatch(r"6 inputs = 5 cleaned \+ 1 empty \+ 0 rejected \+ 0 error", result.err.splitlines()[-1])
    assert "\x1b" not in result.err
    assert "\r" not in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--bogus", "a.txt"],
        ["--format", "xml", "a.txt"],
        ["--workers", "0", "a.txt"],
        ["--min-score", "2", "a.txt"],
        ["--disable", "no.such.rule", "a.txt"],
        ["--disable", "residue.model", "a.txt"],
        ["--only", "residue.", "a.txt"],
        ["--pack", "missing.toml", "a.txt"],
        ["--lang", "german", "a.txt"],
        ["--resume", "a.txt"],
        ["--resume", "-o", "x", "--format", "text", "a.txt"],
        ["-o", "a.txt", "a.txt"],
        ["-o", "missing/out.jsonl", "a.txt"],
        ["-o", ".", "--resume", "a.txt"],
        ["-o", "a.txt", "--resume", "b"],
        ["--report", "a.txt", "a.txt"],
        ["--compat", "other", "a.txt"],
        ["--compat", "goose3", "--format", "text", "a.txt"],
        ["--compat", "goose3", "--format", "markdown", "a.txt"],
        ["--compat", "goose3", "--format", "parquet", "a.txt"],
        ["--compat", "goose3", "--explain", "a.txt"],
        ["--compat", "goose3", "--resume", "-o", "x", "a.txt"],
        ["--format", "parquet", "a.txt"],
        ["--format", "parquet", "-o", "-", "a.txt"],
        ["--format", "parquet", "-o", "x", "--resume", "a.txt"],
        ["--format", "parquet", "-o", "x", "--explain", "a.txt"],
        ["--format", "parquet", "-o", "b", "a.txt"],
        ["--format", "parquet", "-o", "missing/x.parquet", "a.txt"],
        ["learn"],
        ["learn", "a.txt", "-o", "a.txt"],
        ["learn", "a.txt", "-o", "."],
        ["learn", "a.txt", "--site", "http://x"],
        ["learn", "a.txt", "--min-pages", "1"],
        ["rules", "new", "x"],
        ["rules", "bogus"],
        ["rules", "list", "--kind", "no_such_kind"],
        ["rules", "show", "no.such.rule"],
        ["rules", "show"],
        ["fixtures", "check", "missing"],
        ["fixtures", "record", "missing.txt", "."],
        ["stats", "missing.jsonl"],
        ["stats", "a.txt"],
        ["stats", "a.txt", "--plot", "./a.txt"],
        ["stats", "a.txt", "--report", "x.svg", "--plot", "x.svg"],
    ],
    ids=" ".join,
)
def test_wrong_calls_end_with_two_and_a_reason(run, folder, monkeypatch, arguments):
    monkeypatch.chdir(folder)
    result = run(*arguments)
    assert result.code == 2
    assert result.err.strip()
    assert not result.out
    assert "Traceback" not in result.err
    assert (folder / "a.txt").read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize(
    "wrong", [["--disable", "no.such.rule"], ["--only", "no.such."], ["--pack", "missing.toml"], ["--lang", "english"]], ids=" ".join
)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_wrong_call_costs_no_earlier_output(run, folder, monkeypatch, wrong, workers):
    monkeypatch.chdir(folder)
    assert run("a.txt", "-o", "out.jsonl", "--report", "out.html").code == 0
    earlier = [(folder / name).read_bytes() for name in ("out.jsonl", "out.html")]
    assert run("a.txt", "-o", "out.jsonl", "--report", "out.html", "--workers", workers, *wrong).code == 2
    assert [(folder / name).read_bytes() for name in ("out.jsonl", "out.html")] == earlier


@pytest.mark.parametrize("output", ["./a.txt", "b/../a.txt", "linked.txt"])
@pytest.mark.parametrize("given", ["a.txt", "./a.txt", "linked.txt"])
def test_no_other_name_of_an_input_is_written_over(run, folder, monkeypatch, given, output):
    monkeypatch.chdir(folder)
    (folder / "linked.txt").symlink_to("a.txt")
    result = run(given, "-o", output)
    assert (result.code, result.out) == (2, "")
    assert f"{output} is input and output at once" in result.err
    assert (folder / "a.txt").read_text(encoding="utf-8") == STORY


FULL = "/dev/full"


@pytest.mark.skipif(not os.path.exists(FULL), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["-o", FULL, "a.txt"], ["-o", os.devnull, "--report", FULL, "a.txt"]], ids=" ".join)
def test_a_full_disk_is_said_in_a_line(run, folder, monkeypatch, arguments):
    monkeypatch.chdir(folder)
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == f"clean-article: cannot write {FULL}: No space left on device"
    assert "Traceback" not in result.err


@pytest.mark.skipif(not os.path.exists(FULL), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["a.txt"], ["rules", "list"], ["--help"], ["--version"], ["rules", "test", "--help"]], ids=" ".join)
def test_standard_output_on_a_full_disk_is_said_in_a_line(folder, arguments):
    with open(FULL, "wb") as full:
        done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False)  # noqa: S603
    assert done.returncode == 2
    assert done.stderr.decode() == "clean-article: cannot write standard output: No space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="no shell that closes files")
@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ('"$@" - <&-', 1, "1 inputs = 0 cleaned + 0 empty + 0 rejected + 1 error\n"),
        ('"$@" a.txt >&-', 2, "clean-article: cannot write standard output: Bad file descriptor\n"),
        ('"$@" rules list >&-', 2, "clean-article: cannot write standard output: Bad file descriptor\n"),
        ('"$@" a.txt -o out.jsonl >&-', 0, "1 inputs = 1 cleaned + 0 empty + 0 rejected + 0 error\n"),
        ('"$@" a.txt 2>&-', 0, ""),
    ],
)
def test_closed_standard_streams_are_said_in_a_line(folder, call, code, said):
    done = subprocess.run(["sh", "-c", call, "sh", *COMMAND], capture_output=True, text=True, cwd=folder, check=False)  # noqa: S603, S607
    assert (done.returncode, done.stderr) == (code, said)


def test_a_fixture_that_cannot_be_written_is_said_in_a_line(run, folder):
    (folder / "taken").write_text("no folder")
    result = run("fixtures", "record", folder / "a.txt", folder / "taken" / "kept")
    assert result.code == 2
    assert f"cannot write {folder}/taken/kept/a: Not a directory" in result.err


def test_help_and_version_end_well(run):
    for arguments in (["--help"], ["-h"], ["--version"], ["rules", "--help"], ["fixtures", "check", "--help"]):
        result = run(*arguments)
        assert result.code == 0
        assert result.out
    assert "fixtures record" in run("--help").out


def test_the_module_is_the_command_and_help_waits_for_no_pipeline(folder):
    told = "import runpy, sys; sys.argv[1:] = ['--help']\ntry: runpy.run_module('cleaner', run_name='__main__')\nfinally: print('cleaner.pipeline' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, cwd=folder, check=False)  # noqa: S603
    assert done.returncode == 0
    assert "Usage: clean-article" in done.stdout
    assert done.stdout.endswith("\nFalse\n")


def test_public_names_are_there_and_no_others():
    assert {*cleaner.__all__} <= {*dir(cleaner)}
    assert all(getattr(cleaner, name) for name in cleaner.__all__)
    with pytest.raises(AttributeError, match="'cleaner' has no attribute 'cleanse'"):
        cleaner.cleanse  # noqa: B018


def test_a_command_wins_over_a_path_of_its_name(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules").write_text(STORY, encoding="utf-8")
    assert run("rules", "list").out.count("\n") == len(infos())
    assert [row["source"] for row in run("./rules").rows] == ["./rules"]


def test_format_json_is_one_array(run, folder):
    assert json.loads(run("--format", "json", folder).out) == run(folder).rows
    assert json.loads(run("--format", "json", folder / "b" / ".hidden" / "..", "--input", "html").out)
    (folder / "none").mkdir()
    assert json.loads(run("--format", "json", folder / "none").out) == []


def test_format_text_is_the_bodies(run, folder):
    (row,) = run(folder / "a.txt").rows
    assert run("--format", "text", folder / "a.txt").out == row["text"] + "\n"
    result = run("--format", "text", folder / "a.txt", folder / "missing.txt", folder / "a.txt")
    assert result.out.split("\f\n") == [row["text"] + "\n", "\n", row["text"] + "\n"]
    assert "missing.txt: unreadable" in result.err


def test_format_markdown_has_the_title(run, folder):
    out = run("--format", "markdown", folder / "a.txt").out
    assert out.startswith("# Last Paper Mill of Ostrey to Close\n\n")
    assert FIRST in out


def test_explain_shows_kept_and_removed(run, folder):
    lines = run("--explain", folder / "a.txt").out.splitlines()
    assert FIRST in lines
    assert re.search(r"^\[share [a-z_.]+\] Share this article$", "\n".join(lines), re.M)
    assert not any("\x1b" in line for line in lines)


def test_rules_can_be_switched_off(run, folder):
    (row,) = run(folder / "a.txt").rows
    rule = next(removal["rule"] for removal in row["removed"] if removal["text"] == "Share this article")
    (other,) = run("--disable", rule, folder / "a.txt").rows
    assert rule not in {removal["rule"] for removal in other["removed"]}
    (only,) = run("--only", rule, folder / "a.txt").rows
    assert "Share this article" in {removal["text"] for removal in only["removed"] if removal["rule"] == rule}


def test_a_pack_of_ones_own(run, folder, tmp_path):
    pack = tmp_path / "own.toml"
    pack.write_text(PACK, encoding="utf-8")
    (row,) = run("--pack", pack, folder / "a.txt").rows
    assert "own.tools.jobs" in {removal["rule"] for removal in row["removed"]}
    assert "own.tools.jobs\ttools\tline\tA test." in run("rules", "list", "--pack", pack).out.splitlines()
    assert run("rules", "test", "own.tools.jobs", "--pack", pack).code == 0
    pack.write_text(PACK.replace("Two people", "About two hundred people"), encoding="utf-8")
    assert run("rules", "test", "own.tools.jobs", "--pack", pack).code == 1


def test_keys_of_rows(run, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        json.dumps({"key": 7, "story": STORY, "text": "Other.", "at": "https://ostrey.example/mill"}) + "\n"
    )
    (row,) = run(path, "--text-key", "story", "--id-key", "key", "--url-key", "at").rows
    assert (row["id"], row["url"], FIRST in row["text"]) == ("7", "https://ostrey.example/mill", True)


def test_input_kind_can_be_said(run, folder):
    assert run("--input", "text", folder / "b" / "page.html").rows[0]["media_type"] == "text/plain"
    assert run("--input", "html", folder / "a.txt").rows[0]["media_type"] == "text/html"


def test_low_scores_are_rejected(run, folder):
    result = run("--min-score", "1", folder / "a.txt")
    assert result.rows[0]["error"]["code"] == "rejected"
    assert result.counts == [1, 0, 0, 1, 0]
    assert result.code == 0


def test_workers_change_nothing(run, folder):
    (folder / "bad.txt").write_bytes(b"\x89PNG")
    alone, together = run(folder), run(folder, "--workers", "2")
    assert (together.out, together.code) == (alone.out, alone.code)


def test_output_file_and_resume(run, folder, tmp_path):
    whole, part = tmp_path / "whole.jsonl", folder / "part.jsonl"
    assert run(folder, "-o", whole).out == ""
    rows = whole.read_bytes()
    for cut in (0, 10, len(rows) // 2, rows.index(b"\n") + 1):
        part.write_bytes(rows[:cut])
        assert run(folder, "-o", part, "--resume").code == 0
        assert part.read_bytes() == rows
    result = run(folder, "-o", part, "--resume")
    assert (result.code, result.counts) == (0, [0, 0, 0, 0, 0])
    assert part.read_bytes() == rows


def test_resume_starts_where_there_is_nothing_and_ignores_locks(run, folder, tmp_path):
    out = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.lock").write_text("1")
    assert run(folder, "-o", out, "--resume").code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 5


def test_resume_refuses_a_file_of_something_else(run, folder, tmp_path):
    out = tmp_path / "notes.txt"
    out.write_text("my notes\n", encoding="utf-8")
    assert run(folder, "-o", out, "--resume").code == 2
    assert out.read_text(encoding="utf-8") == "my notes\n"


def test_finished_output_with_failures_is_finished(run, folder, tmp_path):
    out = tmp_path / "out.jsonl"
    assert run(folder / "missing.txt", "-o", out).code == 1
    assert run(folder / "missing.txt", "-o", out, "--resume").code == 0


def test_rules_list_piped_is_one_rule_a_line(run):
    lines = run("rules", "list").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == sorted(info.id for info in infos())
    assert all(len(line.split("\t")) == 4 for line in lines)


def test_rows_are_no_page_to_explain(run, folder):
    result = run("rules", "why", folder / "e.jsonl", "Share")
    assert (result.code, result.out) == (2, "")
    assert "e.jsonl holds rows, and one page is explained" in result.err


def test_rules_show_and_why(run, folder):
    rule = all_rules()[0].info
    assert rule.why in run("rules", "show", rule.id).out
    assert run("rules", "why", rule.id).out.strip() == rule.why
    for decision in ("residue.model", "residue.zone"):
        assert f"{decision}\n  kind    residue" in run("rules", "show", decision).out
        assert run("rules", "why", decision).code == 0
    result = run("rules", "why", folder / "a.txt", "share this")
    assert result.out.splitlines()[0] == "Share this article"
    assert run("rules", "why", folder / "a.txt", "paper mill of ostrey will").code == 1
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 \x00")
    result = run("rules", "why", folder / "a.pdf", "share this")
    assert (result.code, result.out) == (1, "")
    assert "a.pdf: binary: " in result.err
    (folder / "a.pdf").unlink()
    result = run("rules", "why", folder / "a.pdf")
    assert result.err == f"clean-article: {folder / 'a.pdf'}: cannot read the file: No such file or directory; check the path\n"


@pytest.mark.parametrize("arguments", [pytest.param((), marks=pytest.mark.slow), ("af.", "cy.")])
def test_rules_test_passes(arguments, run):
    result = run("rules", "test", *arguments)
    assert (result.code, result.out) == (0, "")


def test_rules_of_a_prefix_are_tested(run):
    assert run("rules", "test", "en.share.", "en.share.bar").err.startswith(f"{len(EN_SHARE)} rules, ")
    assert run("rules", "test", "en.shore.").code == 2
    assert "has no examples" in run("rules", "test", "residue.").err


EN_SHARE = [rule for rule in all_rules() if rule.info.id.startswith("en.share.")]


def test_a_broken_fixture_hides_no_other(run, folder, tmp_path):
    kept = tmp_path / "kept"
    run("fixtures", "record", folder / "a.txt", kept, "--slug", "mill")
    (kept / "broken").mkdir()
    (kept / "broken" / "source.txt").write_text(STORY, encoding="utf-8")
    result = run("fixtures", "check", kept)
    assert (result.code, result.err) == (1, "2 fixtures, 1 failed\n")
    assert result.out.startswith("broken: broken: cannot read ")


def test_rows_are_no_fixture(run, folder, tmp_path):
    result = run("fixtures", "record", folder / "e.jsonl", tmp_path / "kept")
    assert (result.code, "holds rows, and a fixture is one page" in result.err) == (2, True)
    assert not (tmp_path / "kept").exists()


def test_rows_are_rows_whatever_their_file_is_called(run, tmp_path):
    rows = "".join(json.dumps({"id": name, "text": STORY}) + "\n" for name in ("x", "y"))
    (tmp_path / "a.txt").write_text(rows, encoding="utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(f"\n{rows}".encode()))
    assert [row["id"] for row in run(tmp_path).rows] == ["x", "y"] * 2
    (tmp_path / "a.txt").write_text(json.dumps({"text": STORY}), encoding="utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(f'{json.dumps({"text": STORY})}\n{STORY}'.encode()))
    assert [row["source"] for row in run(tmp_path).rows] == [str(tmp_path / name) for name in ("a.txt", "b.txt.gz")]


def test_fixtures_are_recorded_checked_and_compared(run, folder, tmp_path):
    kept = tmp_path / "kept"
    assert run("fixtures", "record", folder / "a.txt", kept, "--slug", "mill").code == 0
    assert run("fixtures", "check", kept).code == 0
    assert run("fixtures", "check", kept, "--also", "all").code == 0
    expected = kept / "mill" / "expected.json"
    expected.write_text(expected.read_text(encoding="utf-8").replace("Last Paper", "Lost Paper"), encoding="utf-8")
    result = run("fixtures", "check", kept)
    assert result.code == 1
    assert "mill: title:" in result.out
    assert "Lost Paper" in run("fixtures", "diff", kept).out


def test_stats_are_of_packed_rows_and_of_standard_input(run, folder, tmp_path):
    out, packed = tmp_path / "out.jsonl", tmp_path / "out.jsonl.gz"
    run(folder, "-o", out)
    packed.write_bytes(gzip.compress(out.read_bytes()))
    shown = run("stats", out).out
    assert "cleaned                              5" in shown
    assert run("stats", packed).out == run("stats", "-", stdin=packed.read_bytes()).out == shown
    packed.write_bytes(packed.read_bytes()[:-9])
    assert run("stats", packed).code == 2


def test_stats(run, folder, tmp_path):
    out = tmp_path / "out.jsonl"
    run(folder, folder / "missing.txt", "-o", out)
    result = run("stats", out)
    assert result.code == 0
    assert re.search(r"cleaned +5\n", result.out)
    assert re.search(r"unreadable +1\n", result.out)
    assert re.search(r"^share|^  share +\d", result.out, re.M)


def test_output_is_utf8_in_any_locale_and_lines_are_lines(tmp_path):
    path = tmp_path / "zürich.txt"
    path.write_text(STORY + "\nZürich\u2028Straße\x85 “quoted”\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run([*COMMAND, path], capture_output=True, env=environment, check=True)  # noqa: S603
    assert len(done.stdout.decode().splitlines()) == 1
    assert "“quoted”" in done.stdout.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse the name")
def test_a_name_that_is_no_text(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(STORY)
    done = subprocess.run([*COMMAND, path], capture_output=True, check=True)  # noqa: S603
    assert os.fsencode(json.loads(done.stdout.decode())["source"]) == path


def test_a_closed_pipe_is_no_error(folder, tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": STORY}) + "\n") * 200, encoding="utf-8")
    with subprocess.Popen([*COMMAND, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_workers_do_not_outlive_a_command_that_is_killed(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": STORY}) + "\n") * 20_000, encoding="utf-8")
    command = [*COMMAND, path, "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        process.stdout.readline()
        process.kill()
        process.communicate(timeout=60)  # ends when the last process that holds the pipes is gone


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_ends_the_command_quietly(tmp_path, workers):
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": STORY}) + "\n") * 20_000, encoding="utf-8")
    command = [*COMMAND, path, "--workers", workers]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    hears = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs hear no interrupt, and hand that on
    with subprocess.Popen(command, **pipes, start_new_session=True, preexec_fn=hears) as process:  # noqa: S603, PLW1509
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, err = process.communicate(timeout=60)
        finally:
            process.kill()  # one that hangs fails here and is not waited for
    assert (process.returncode, err) == (130, b"")


def test_help_is_quick_because_nothing_heavy_is_imported():
    code = "import sys; from cleaner.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += (
        "print([m for m in ('trafilatura', 'bs4', 'langdetect', 'jinja2', 'multiprocessing.pool') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(("before", "expected"), [(KeyboardInterrupt, SystemExit), (ValueError, RuntimeError)])
def test_an_interrupt_that_meets_a_lock_half_taken_is_an_interrupt(monkeypatch, before, expected):
    def invoke(_context):
        try:
            raise before
        finally:
            raise RuntimeError("cannot notify on un-acquired lock")

    monkeypatch.setattr(cli.clean, "invoke", invoke)
    with pytest.raises(expected) as ended:
        cli.main(["x.txt"])
    assert expected is not SystemExit or ended.value.code == cli.INTERRUPTED


def test_the_output_does_not_hang_on_the_order_of_sets(root):
    """Texts hash to other numbers in every process, so that sets of them have other orders."""
    pages = [root / "seeds", *sorted((root / "fixtures").glob("*/source.html"))[::4]]
    found = set()
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([*COMMAND, *pages], capture_output=True, env=environment, check=True)  # noqa: S603
        found.add(done.stdout)
    assert len(found) == 1
    assert found.pop().count(b"\n") > len(pages)
