r"""Text that a program wrote down (`\n`, `\u2019`, quotes around it) is read as what was meant."""

from __future__ import annotations

import html
import json
import quopri
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import clean, visible
from cleaner.escapes import undone

FIRST = "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this “morning”."
SECOND = "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren 🛥."
THIRD = "“We’re glad,” said Ida Kell, who’s sailed for forty years. \"Nobody asked us before.\""
STORY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
PAGE = f"Harbour office to open earlier\nBy Nell Harrow\n\n{STORY}\n\nShare this article"

WRITTEN = {
    "JSON": json.dumps(PAGE),
    "JSON without quotes": json.dumps(PAGE)[1:-1],
    "JSON in UTF-8": json.dumps(PAGE, ensure_ascii=False),
    "JSON twice": json.dumps(json.dumps(PAGE)),
    "JSON with escaped slashes": json.dumps(PAGE).replace("/", "\\/"),
    "repr": repr(PAGE),
    "repr of bytes": repr(PAGE.encode()),
    "repr of bytes without quotes": repr(PAGE.encode())[2:-1],
    "a dump's field": PAGE.replace("\n", "\\r\\n"),
    "ASCII repr": ascii(PAGE),
}


@pytest.mark.parametrize("form", WRITTEN)
def test_a_page_that_was_written_down_gives_the_same_record(form: str) -> None:
    found, meant = clean(WRITTEN[form]), clean(PAGE)
    assert (found.text, found.title, found.authors, found.language) == (meant.text, meant.title, meant.authors, meant.language)
    assert found.metadata["decode"]["escapes"] > 0


def test_a_list_of_paragraphs_is_their_text() -> None:
    assert clean(repr([FIRST, SECOND, THIRD])).text == STORY
    assert clean(json.dumps([FIRST, SECOND, THIRD])).text == STORY


def test_html_that_was_written_down_is_html() -> None:
    page = "<html><body><h1>Harbour office</h1>" + "".join(f"<p>{line}</p>\n" for line in STORY.split("\n\n")) + "</body></html>"
    for written in (json.dumps(page), json.dumps(page)[1:-1].replace("/", "\\/")):
        record = clean(written)
        assert (record.media_type, record.text) == ("text/html", STORY)


@pytest.mark.parametrize("part", ["\n", " "])
def test_html_with_its_signs_escaped_is_html(part: str) -> None:
    page = part.join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
    for written in (html.escape(page), html.escape(page, quote=False), html.escape(html.escape(page))):
        record = clean(written)
        assert (record.media_type, record.text) == ("text/html", STORY)


def test_a_cell_of_a_table_is_its_text() -> None:
    cell = '"' + PAGE.replace('"', '""') + '"'
    assert visible(cell) == PAGE
    assert visible('"He said ""no""."') == 'He said "no".'


def test_text_as_mail_carries_it_is_its_text() -> None:
    assert visible(quopri.encodestring(PAGE.encode()).decode()) == PAGE


def test_what_no_mail_can_carry_is_not_read_as_mail() -> None:
    text = "The ferry =\nsails =\nto =\nTamm w=C3=A9 and=3D \ud800 q=C3=A9 r=C3=A9"
    assert undone(text) == (text, 0)


def test_spans_point_into_the_text_that_was_meant() -> None:
    source = WRITTEN["JSON"]
    shown = visible(source)
    assert shown == PAGE
    for paragraph in clean(source).paragraphs:
        assert "".join(shown[span.start : span.end] for span in paragraph.spans) == paragraph.text


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        '"Stop," he said. "No."',
        '"The harbour is closed."',
        "Copy C:\\new\\notes to D:\\now\\notes and restart.\n" * 3,
        "It prints \\n at the end of a line, and \\t before a column.",
        f'{FIRST} The program says printf("one\\n"); printf("two\\n"); printf("three\\n"); and stops. {SECOND}',
        "['a', 'b'] is a list, and ['c'] another.",
        "[1] See the notes.",
        '""',
        'An empty string is "" in both, and "".',
        "A page closes its paragraphs with &lt;/p&gt; and its lists with &lt;/ul&gt;, " + "as all of us know by now. " * 120,
        "x =\n1 and y =\n2, but a=b and c=3D",
        '<p>It ends.</p><script>var a = "\\n\\n\\n\\u00e9";</script>',
        "The letters \\\\u00e9 and \\\\u00e8 and \\\\u00ea are escaped.",
        "",
        "\\",
        "[",
        "'",
    ],
)
def test_what_was_not_written_down_stays(text: str) -> None:
    assert undone(text) == (text, 0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"\\ud83d\\udee5 \\u00e9\\n"', "🛥 é\n"),
        ('"\\ud83d alone\\n"', "\ufffd alone\n"),
        ("'\\xe9t\\xe9 \\xe2\\x80\\x99\\n'", "été ’\n"),
        ('"a\\tb\\/c\\\\d\\"e\\r\\n"', 'a\tb/c\\d"e\r\n'),
        ('"\\U0001f6e5\\U00ffffff\\n"', "🛥\ufffd\n"),
    ],
)
def test_escapes(written: str, meant: str) -> None:
    assert undone(written).text == meant


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(["\\n", "\\", '"', "'", "[", "]", ", ", "\\u00e9", "\\x41", "a", "b'"])).map("".join))
def test_no_text_makes_it_fail_and_json_is_undone(text: str) -> None:
    undone(text)
    found = undone(json.dumps(f"{text}\né“ Odo Wren")).text
    assert found == undone(f"{text}\né“ Odo Wren").text


@pytest.mark.parametrize("unit", ["\\", "\\n", '"', "'a', ", "\\x41", "['", "b'", "\\\\n"])
def test_time_is_linear(unit: str) -> None:
    start = time.process_time()
    for opening in ("", '"', "['"):
        undone(opening + unit * 50_000)
    assert time.process_time() - start < 3
