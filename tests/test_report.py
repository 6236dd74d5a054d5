"""The report: what stands in it, that nothing breaks out of it, and that it is the same however it was made."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import pytest

from cleaner import ArticleRecord, clean
from cleaner.model import Removal, Repair, Span
from cleaner.report import page, view
from cleaner.report.page import MARK, Chosen, Report
from cleaner.report.view import note
from tests.conftest import Run

STORY = (
    "Tolls on the Arlow Bridge to End\n\nBy Ida Kell\n\nShare this article\n\n"
    "The toll on the Arlow bridge will end in May, the county said on Thursday after a vote of nine to two.\n\n"
    "Drivers have paid it since the bridge was opened, and most of them had thought that they always would."
)
EVIL = "</s><script>alert(1)</script><img src=x onerror=\"x('y')\"> \x00\x07\x1b\x85 \ud800 \ufffe {{ 7 * 7 }} &amp;"


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += f" {data}"


def page_of(*records: ArticleRecord) -> str:
    report = Report()
    for record in records:
        report.add(note(record))
    return report.html()


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    texts = [STORY.replace("Arlow", name) for name in ("Arlow", "Brask", "Ostrey", "Lisle")]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate([*texts, "", "Home\nNews"])]
    path.write_text("\n".join([*lines, "{broken"]) + "\n", encoding="utf-8")
    return path


def test_the_page_tells_the_counts_the_figures_and_each_record(run: Run, rows: Path, tmp_path: Path) -> None:
    assert run(rows, "--report", tmp_path / "r.html", "-o", tmp_path / "out.jsonl").code == 1
    source = (tmp_path / "r.html").read_text(encoding="utf-8")
    text = " ".join(Tags(source).text.split())
    assert source.startswith(MARK)
    assert "7 inputs = 5 cleaned + 1 empty + 0 rejected + 1 error" in text
    assert re.search(r"1 of 1 are shown: errors first.* bad_input: ", text)
    assert "6 of 6 are shown" in text
    assert "Tolls on the Brask Bridge to End" in text
    assert "Drivers have paid it since the bridge was opened" in text
    assert re.search(r"share Share this article en\.share\.\w+ .{1,200} confidence 0\.\d\d", text)
    assert "authors Ida Kell byline 0." in text
    for title in ("expected_f1", "Flags", "Languages", "Words removed, by kind", "Rules that fired most"):
        assert title in text


def test_the_page_stands_alone() -> None:
    source = page_of(clean(STORY, url="https://arlow.example/bridge?a=1&b=2"))
    tags = Tags(source).tags
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in tags}
    assert not re.search(r"url\(|@import", source)
    assert {value for _, found in tags for name, value in found.items() if name in ("href", "src")} == {
        *("#record-1", "https://arlow.example/bridge?a=1&b=2"),
    }
    assert "default-src 'none'" in source


def loaded(text: str) -> ArticleRecord:
    """Return a record with `text` wherever a scrape can put its own."""
    plain = clean(STORY)
    span = (Span(0, 1),)
    return replace(
        plain,
        source=text,
        url=text,
        title=text,
        authors=(text,),
        paragraphs=tuple(p._replace(text=text) for p in plain.paragraphs),
        removed=(Removal("share", text, text, text, 1.0, span),),
        repairs=(Repair(text, text, text, span),),
        flags=("mojibake",),
        metadata=MappingProxyType(
            {
                "provenance": {"title": text},
                "candidates": {"title": [{"value": text, "source": text}]},
                "flag_evidence": [{"flag": "mojibake", "confidence": 1.0, "evidence": text}],
            }
        ),
    )


def test_nothing_in_a_scrape_breaks_out_of_the_page() -> None:
    def told(text: str) -> str:
        error = {"code": "bad_input", "message": text, "place": text}
        return page_of(loaded(text), ArticleRecord(source=text, url=text, error=error))

    source = told(EVIL)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe]", source)
    shape = [(tag, sorted(found)) for tag, found in Tags(source).tags]
    assert shape == [(tag, sorted(found)) for tag, found in Tags(told("harmless")).tags]
    assert "<script>alert(1)</script>" in Tags(source).text
    assert "{{ 7 * 7 }}" in source


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//x",
        ),
        *(
            "file:///etc/passwd",
            "file://host/x",
            "javascript://x.example/%0Aalert(1)",
            "https:",
            "http://[bad",
            "java\nscript:alert(1)",
            "https://x.example/\x00",
            "https:javascript:x",
            "https://x.example/" + "a" * 3000,
        ),
    ],
)
def test_only_addresses_on_the_web_are_links(url: str) -> None:
    links = [found["href"] for tag, found in Tags(page_of(replace(clean(STORY), url=url))).tags if tag == "a"]
    assert links == ["#record-1"]


def test_an_address_cannot_leave_its_attribute() -> None:
    url = 'https://arlow.example/"onclick="x()\'><script>'
    (link,) = [found for tag, found in Tags(page_of(replace(clean(STORY), url=url))).tags if "rel" in found]
    assert link == {"href": url, "rel": "noopener noreferrer nofollow", "dir": "auto"}


def test_the_worst_records_are_shown_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "SHOWN_RECORDS", 2)
    monkeypatch.setattr(page, "SHOWN_FAILURES", 2)
    plain = clean(STORY)
    records = [
        replace(plain, title=f"Story {n}", scores={**plain.scores, "expected_f1": f1})
        for n, f1 in enumerate((0.9, 0.2, 0.5, 0.2))
    ]
    failures = [
        ArticleRecord(source=code, error={"code": code, "message": "", "place": ""})
        for code in ("rejected", "bad_input", "binary", "rejected")
    ]
    text = " ".join(Tags(page_of(*records, *failures)).text.split())
    assert "8 inputs = 4 cleaned + 0 empty + 2 rejected + 2 error" in text
    assert "2 of 4 are shown, each whole" in text
    assert "2 of 4 are shown: errors first" in text
    assert re.findall(r"0\.200 [\d.]+ (Story \d)", text) == ["Story 1", "Story 3"]
    assert "Story 0" not in text
    assert text.index("bad_input: ") < text.index("binary: ")
    assert "rejected: " not in text


def test_what_is_kept_is_bounded() -> None:
    chosen = Chosen(3)
    for n in range(1000):
        chosen.add(float(n % 10), view.View(str(n), "cleaned"))
    assert [shown.source for shown in chosen.views()] == ["0", "10", "20"]
    assert (chosen.seen, len(chosen._heap)) == (1000, 3)


def test_a_long_record_is_cut_and_says_so() -> None:
    long = clean(STORY)
    paragraph = long.paragraphs[0]._replace(text="word " * 2000)
    removed = (Removal("share", "Share", "r", "s", 1.0, (Span(0, 1),)),) * (view.SHOWN_PIECES + 5)
    repairs = (Repair("glued", "a.B", "a. B", (Span(0, 1),)),) * (view.SHOWN_REPAIRS + 2)
    source = page_of(replace(long, paragraphs=(paragraph,), removed=removed, repairs=repairs))
    assert "6 more pieces are not shown" in source
    assert "2 more repairs are not shown" in source
    only = page_of(replace(long, paragraphs=(paragraph,), removed=()))
    assert "… (8000 characters more)" in only


def test_the_page_is_the_same_for_any_number_of_workers_and_from_the_rows(run: Run, rows: Path, tmp_path: Path) -> None:
    pages = [tmp_path / name for name in ("one.html", "two.html", "later.html", "text.html")]
    out = tmp_path / "out.jsonl"
    run(rows, "-o", out, "--report", pages[0])
    run(rows, "-o", tmp_path / "two.jsonl", "--report", pages[1], "--workers", "2")
    assert run("stats", out, "--report", pages[2]).code == 0
    run(rows, "-o", tmp_path / "out.txt", "--format", "text", "--report", pages[3])
    assert len({path.read_bytes() for path in pages}) == 1


def test_without_a_report_no_notes_are_made(run: Run, rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "note", None)
    out, other = tmp_path / "out.jsonl", tmp_path / "other.jsonl"
    assert run(rows, "-o", out).code == 1
    monkeypatch.undo()
    run(rows, "-o", other, "--report", tmp_path / "r.html")
    assert out.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ["in/a.html", "--report", "in/a.html"],
        ["in/a.html", "--report", "./in/../in/a.html"],
        ["in", "--report", "in/a.html"],
        ["in/a.html", "-o", "x.html", "--report", "x.html"],
        ["in/a.html", "--report", "missing/x.html"],
        ["in/a.html", "--report", "in"],
        ["in/a.html", "--report", "-"],
        ["in/a.html", "--report", "x.html", "-o", "x.jsonl", "--resume"],
        ["stats", "rows.jsonl", "--report", "rows.jsonl"],
    ],
    ids=" ".join,
)
def test_a_report_takes_the_place_of_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.html").write_text("<p>The toll will end.</p>", encoding="utf-8")
    Path("rows.jsonl").write_text(clean(STORY).to_json() + "\n", encoding="utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "report" in err or "write" in err
    assert Path("in/a.html").read_text(encoding="utf-8") == "<p>The toll will end.</p>"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "rows.jsonl"]


def test_an_earlier_report_among_the_inputs_is_written_over_and_is_no_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    report = tmp_path / "report.html"
    for _ in range(2):
        assert run(tmp_path, "--report", report, "--format", "text").code == 0
        assert "1 inputs = 1 cleaned" in report.read_text(encoding="utf-8")


def test_rows_that_are_no_records_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "One.", "error": "late"}\n', encoding="utf-8")
    code, _, err = run("stats", path, "--report", tmp_path / "r.html")
    assert code == 2
    assert "rows.jsonl:1 is no record" in err


def test_an_earlier_report_stays_until_there_is_a_new_one(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text("earlier", encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert run("stats", tmp_path / "missing.jsonl", "--report", report).code == 2
    assert run(tmp_path / "a.txt", "--pack", tmp_path / "missing.toml", "--report", report).code == 2
    assert report.read_text(encoding="utf-8") == "earlier"
