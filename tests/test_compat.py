"""Rows under other tools' names: the keys are the tool's own, the values ours, and no failure is lost."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cleaner import ArticleRecord, Cleaner, clean
from cleaner.compat import FORMATS, as_other
from cleaner.errors import UsageError
from cleaner.model import Paragraph
from tests.conftest import Run

URL = "https://arlow.example/bridge"
PAGE = """<html lang="en"><head><title>Tolls on the Arlow Bridge to End</title>
<meta property="og:site_name" content="Arlow Courier">
<meta property="article:published_time" content="2024-05-03T10:00:00+02:00"></head><body><article>
<h1>Tolls on the Arlow Bridge to End</h1><p class="byline">By Ida Kell and Tom Reed</p>
<p>The toll on the Arlow bridge will end in May, the county said on Thursday after a vote of nine to two.</p>
<h2>What it cost</h2><ul><li>Two pounds for a car on any day</li><li>Five pounds for a lorry at night</li></ul>
<p>Drivers have paid it since the bridge was opened, and most of them had thought that they always would.</p>
</article></body></html>"""
FAILED = ArticleRecord(source="x.pdf", error={"code": "binary", "message": "no text", "place": "x.pdf"})


@pytest.fixture(scope="module")
def record() -> ArticleRecord:
    return clean(PAGE, url=URL)


def keys(values: dict[str, Any]) -> list[str]:
    return [key for key in values if key != "error"]


def kinds(values: dict[str, Any]) -> dict[str, type]:
    return {key: type(value) for key, value in values.items() if value is not None and key != "error"}


def assert_same_types(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    other = kinds(theirs)
    assert {key: kind for key, kind in kinds(ours).items() if other.get(key, kind) is not kind} == {}


def test_trafilatura(record: ArticleRecord) -> None:
    trafilatura = pytest.importorskip("trafilatura")
    theirs = json.loads(trafilatura.extract(PAGE, url=URL, output_format="json", with_metadata=True))
    ours = as_other(record, "trafilatura")
    assert keys(ours) == list(theirs)
    assert_same_types(ours, theirs)
    same = ("title", "author", "hostname", "date", "source", "source-hostname", "categories", "tags", "comments")
    assert {key: ours[key] for key in same} == {key: theirs[key] for key in same}
    assert ours["text"].splitlines() == theirs["text"].splitlines()[1:]  # its first line is the headline


def test_newspaper(record: ArticleRecord) -> None:
    newspaper = pytest.importorskip("newspaper")
    article = newspaper.Article(URL, fetch_images=False)
    article.download(input_html=PAGE)
    article.parse()
    theirs = {**article.to_json(as_string=False), "source_url": article.source_url}
    ours = as_other(record, "newspaper")
    assert keys(ours) == list(theirs)
    assert_same_types(ours, theirs)
    same = ("url", "authors", "publish_date", "source_url", "language")
    assert {key: ours[key] for key in same} == {key: theirs[key] for key in same}


def test_goose3(record: ArticleRecord) -> None:
    goose3 = pytest.importorskip("goose3")
    with goose3.Goose({"enable_image_fetching": False}) as goose:
        theirs = goose.extract(raw_html=PAGE).infos
    ours = as_other(record, "goose3")
    assert keys(ours) == list(theirs)
    assert list(ours["meta"]) == list(theirs["meta"])
    assert_same_types(ours, theirs)
    assert_same_types(ours["meta"], theirs["meta"])
    assert (ours["title"], ours["meta"]["lang"]) == (theirs["title"], theirs["meta"]["lang"])


def test_readability(record: ArticleRecord) -> None:
    ours = as_other(record, "readability")
    # The keys that index.d.ts of @mozilla/readability 0.6.0 declares; no Python package has them.
    assert keys(ours) == [
        *("title", "byline", "dir", "lang", "content", "textContent", "length", "excerpt", "siteName", "publishedTime"),
    ]
    assert ours["content"] == (
        '<div id="readability-page-1" class="page">'
        "<p>The toll on the Arlow bridge will end in May, the county said on Thursday after a vote of nine to two.</p>"
        "<h2>What it cost</h2><ul><li>Two pounds for a car on any day</li><li>Five pounds for a lorry at night</li></ul>"
        "<p>Drivers have paid it since the bridge was opened, and most of them had thought that they always would.</p>"
        "</div>"
    )
    assert (ours["dir"], ours["lang"], ours["length"]) == ("ltr", "en", len(record.text))
    assert ours["excerpt"] == record.paragraphs[0].text
    assert as_other(ArticleRecord(language="fa"), "readability")["dir"] == "rtl"


def test_what_readers_wrote_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script> & <a href=\"javascript:x\" onclick='y'>\x00"
    roles = ("paragraph", "heading", "list_item", "quote", "summary", "table", "preformatted")
    record = ArticleRecord(paragraphs=tuple(Paragraph(role, 9, evil, ()) for role in roles))
    content = as_other(record, "readability")["content"]
    tags: list[tuple[str, int]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, len(attrs)))  # type: ignore[method-assign]
    parser.feed(content)
    assert tags == [
        *(("div", 2), ("p", 0), ("h6", 0), ("ul", 0), ("li", 0), ("blockquote", 0)),
        *(("ul", 0), ("li", 0), ("pre", 0), ("pre", 0)),
    ]
    assert "\x00" not in content


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_has_the_same_keys_and_its_error(record: ArticleRecord, name: str) -> None:
    good, failed = as_other(record, name), as_other(FAILED, name)
    assert list(good) == list(failed)
    assert (good["error"], failed["error"]) == (None, FAILED.error)
    assert json.loads(json.dumps(failed)) == failed
    assert_same_types(failed, good)


@pytest.fixture
def inputs(tmp_path: Path) -> list[Path]:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 \x00")
    return [tmp_path / "a.html", tmp_path / "b.pdf"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_the_command_writes_such_rows(name: str, form: str, inputs: list[Path], run: Run) -> None:
    done = run(*inputs, "--compat", name, "--format", form)
    assert done.code == 1
    rows = json.loads(done.out) if form == "json" else [json.loads(line) for line in done.out.splitlines()]
    assert rows[0] == as_other(Cleaner().clean(PAGE.encode(), id=str(inputs[0])), name)
    assert rows[1]["error"]["code"] == "binary"


def test_workers_write_the_same_rows(inputs: list[Path], run: Run) -> None:
    one, two = (run(*inputs, "--compat", "newspaper", "--workers", workers).out for workers in ("1", "2"))
    assert one == two != ""


def test_an_unknown_tool_is_a_wrong_call_that_names_the_known_ones(run: Run) -> None:
    with pytest.raises(UsageError, match="trafilatura, newspaper, goose3, readability"):
        as_other(FAILED, "boilerpipe")
    with pytest.raises(UsageError, match="trafilatura, newspaper, goose3, readability"):
        as_other(FAILED, ["goose3"])
    with pytest.raises(UsageError, match="the record is a dict; give an ArticleRecord"):
        as_other(FAILED.to_dict(), "goose3")
    code, _, err = run("x.html", "--compat", "boilerpipe")
    assert code == 2
    assert "trafilatura, newspaper, goose3, readability" in err
