"""Scripts, styles and data that stripping tags alone leaves in text are found, and the text around them is whole."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import clean, visible
from cleaner.parse import detect, scripts
from tests.conftest import ledger_faults

FIRST = "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning."
SECOND = "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
MEASURED = "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());"
DATA = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Office opens earlier","articleBody":"'
    f'{FIRST}\\n{SECOND}","author":{{"@type":"Person","name":"Nell Harrow"}}}}'
)
STYLE = ".office {\n  margin: 0 auto;\n  display: none;\n}\n\n@media print {\n  .office {\n    display: block;\n  }\n}"
PUSHED = 'self.__next_f.push([1,"7:[\\"$\\",\\"p\\",null,{\\"children\\":[\\"' + FIRST + '\\"]}]\\n"])'


def kept(text: str) -> str:
    return clean(text, media_type="text/plain").text


@pytest.mark.parametrize("code", [MEASURED, DATA, PUSHED, f"{MEASURED}\n{STYLE}", f"{STYLE}\n/* office */\n{DATA}"])
@pytest.mark.parametrize("join", ["{code}\n{first}\n\n{second}", "{first}\n{code}\n{second}", "{first}{code}\n{second}\n{code}"])
def test_the_story_alone_is_kept(code: str, join: str) -> None:
    assert kept(join.format(code=code, first=FIRST, second=SECOND)) == f"{FIRST}\n\n{SECOND}"


def test_what_was_left_in_is_one_row_that_tells_where_it_stood() -> None:
    text = f"{MEASURED}\n{FIRST}\n{DATA}\n{SECOND}\n{STYLE}"
    (row,) = (row for row in clean(text, media_type="text/plain").removed if row.rule == "tools.script")
    assert [text[span.start : span.end] for span in row.spans] == [MEASURED, DATA, STYLE]


@pytest.mark.parametrize(
    "listing",
    [
        "function open(day) {\n  if (day.isHoliday) {\n    return false;\n  }\n  return day.month >= 5;\n}",
        '{\n  "@context": "https://schema.org",\n  "@type": "NewsArticle",\n  "headline": "Office opens earlier"\n}',
        ".office {\n  margin: 0 auto;\n  display: none;\n}",
        "window.addEventListener('load', () => {\n  document.title = 'Open';\n});",
    ],
)
def test_a_listing_that_a_story_shows_stays(listing: str) -> None:
    story = f"{FIRST}\n\n" * 6 + f"The office shows how it wrote its page:\n\n{listing}\n\n" + f"{SECOND}\n\n" * 6
    assert scripts.left_in(story) == ()


@pytest.mark.parametrize("text", [f"A {{name}} stands here, and {{day}} there. {FIRST}", f"{FIRST} (dataLayer) {SECOND}", ""])
def test_text_is_no_script(text: str) -> None:
    assert scripts.left_in(text) == ()


def test_the_page_is_read_as_if_nothing_had_been_left_in() -> None:
    story = (
        "Das Hafenamt von Ostrey öffnet ab dem ersten Mai zwei Stunden früher, teilte es am Morgen mit.\n\n"
        "Die Schiffer hatten darum gebeten, seit die neue Fähre schon im Morgengrauen ablegt, sagte der Hafenmeister."
    )
    record = clean(f"{MEASURED}\n{DATA}\n{story}\n# {STYLE}\n* [a](b)", media_type=None)
    assert (record.media_type, record.language) == ("text/plain", "de")
    assert record.text == story


def test_a_piece_of_html_is_html_whatever_scripts_it_holds() -> None:
    piece = f"<script>{MEASURED}</script><style>{STYLE}</style><script>{DATA}</script><p>{FIRST}</p><p>{SECOND}</p>"
    for source in (piece, f"<div>{piece}</div>"):
        assert clean(source).media_type == "text/html"


def test_offsets_stay_where_scripts_are_blanked() -> None:
    text = f"{FIRST}{MEASURED}{SECOND}"
    shown = scripts.without(text, scripts.left_in(text))
    assert len(shown) == len(text)
    assert shown.split() == f"{FIRST} {SECOND}".split()


@pytest.mark.parametrize("unit", ["{", "{}", 'a("', "{}(", "{/*", '{"', "{`", "a=b c(d {} ", "}) ", '" ', "\\", '\\"', "a.", "&q;", ".a-b, ", "a=[1,", 'a=["', ", a {"])
def test_time_is_linear(unit: str) -> None:
    start = time.process_time()
    scripts.left_in(MEASURED + unit * (60_000 // len(unit)))
    assert time.process_time() - start < 5


PIECES = st.sampled_from(
    [MEASURED, DATA, STYLE, FIRST, "{", "}", "(", ")", '"', "'", "`", "/*", "*/", "//", "\n", " ", "a", "\\", "  if (a == b) {", "return x;"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_runs_are_in_order_apart_and_within_the_text(text: str) -> None:
    runs = scripts.left_in(text)
    ends = [0, *(place for run in runs for place in run), len(text)]
    assert ends == sorted(ends)
    assert all(text[run.start : run.end].strip() for run in runs)
    assert detect.media_type(text)
    record = clean(text, media_type="text/plain")
    assert record.error is None or record.error["code"] != "internal"
    assert ledger_faults(visible(text, media_type="text/plain"), record) == []


def test_a_listing_has_no_part_of_the_data_within_it() -> None:
    line, data = "  if (lamp == off) {", '{"@context":"https://schema.org","a":{"b":"The ferry leaves."}}'
    text = f"{line}•{line}{data}<p>x</p>{FIRST}{line}"
    assert ledger_faults(visible(text, media_type="text/plain"), clean(text, media_type="text/plain")) == []


OLD = (
    "/*<![CDATA[*/ if (typeof tide === 'undefined') { tide = 'HIGH'; } showsTide = true; /*]]>*/",
    'document.write("<script src=\'/tide.js\'></script>"); if (low) { document.write(unescape("%3Cb%3E")); }',
    "var s_account=\"marrowbay\"; var harbour = { 'town': 'Marrow Bay', 'boats': [1, 2, 3] };",
    "var _office = _office || {}; FB.init({ appId: '1234', status: true, cookie: true });",
)
HEAD, MIDDLE, FOOT = ("\n\n".join(
    f"var office{n} = {{\n  page: '/harbour/{n}',\n  tide: {{ high: {n}, low: 0 }}\n}};\nif (office{n}.tide.high > 3) {{\n  showTide(office{n}, 'left', false);\n}}"
    for n in range(first, first + 7)
) for first in (0, 7, 14))
MENU = "\n\n".join(("Home", "Boats and harbours", "News of the day", "Weather on the bay", "Letters to the paper"))
LISTING = "function open(day) {\n  if (day.isHoliday) {\n    return false;\n  }\n  return day.month >= 5;\n}"


@pytest.mark.parametrize("code", OLD)
def test_scripts_of_old_pages_are_known_by_what_wraps_and_measures_them(code: str) -> None:
    assert kept(f"Home\n\n{code}\n\n{FIRST}\n\n{SECOND}\n\n{code}") == f"{FIRST}\n\n{SECOND}"


def test_code_right_below_a_windows_title_is_the_page_s_head() -> None:
    story = f"{FIRST}\n\n{SECOND}"
    assert kept(f"Office opens earlier - The Brask Post\n\n{HEAD}\n\n{MENU}\n\n{MIDDLE}\n\n{MENU}\n\n{story}\n\n{MENU}\n\n{FOOT}") == story


def test_a_listing_of_a_page_whose_scripts_were_left_in_stays() -> None:
    text = f"Office opens earlier\n\n{HEAD}\n\nHome\n\n{MIDDLE}\n\nBoats\n\n{FIRST}\n\nThe office shows how it did so:\n\n{LISTING}\n\n{SECOND}\n\n{FOOT}"
    assert not any(text.find(LISTING) < run.end and run.start < text.find(LISTING) + len(LISTING) for run in scripts.left_in(text))
    assert "return day.month >= 5;" in kept(text)


def test_listings_below_a_story_s_first_sentences_are_no_head() -> None:
    assert scripts.left_in(f"Office opens earlier\n\n{FIRST}\n\n{SECOND}\n\n{HEAD}\n\n{FIRST}\n\n{MIDDLE}\n\n{SECOND}\n\n{FOOT}") == ()
    assert scripts.left_in(f"{HEAD}\n\nOffice opens earlier\n\n{FIRST}\n\n{SECOND}") == ()


def test_statements_without_braces_on_such_a_page_are_its_own() -> None:
    calls = 's.prop11 = "harbour"; s.prop12 = "tides"; writeTide("left", 3); writeTide("right", 4); s.tl();'
    assert "writeTide" not in kept(f"Home\n\n{HEAD}\n\nBoats\n\n{calls}\n\nNews\n\n{FIRST}\n\n{SECOND}\n\n{MIDDLE}\n\nPrivacy Policy\n\n{FOOT}")


def test_data_between_calls_of_the_page_is_machinery_and_spaced_data_that_a_story_shows_is_not() -> None:
    data = '{"@context":"https://schema.org","@type":"WebPage","name":"Harbour","inLanguage":"en","image":"a.jpg"}'
    assert scripts.is_machinery(f"page.init(); menu.init(); {data} menu.show();")
    spaced = data.replace('":"', '": "')
    assert not scripts.is_machinery(f"A page is declared so: {spaced}, and no crawler asks for more.")


MENU_RULE = ".brask-menu .entry-title a:hover,\n.brask-menu li.open > a,\nbody, h2.office-hours,\nblockquote cite { color: #124; }"
TOLD_AGAIN = 'p":{"text":"\\u003cp\\u003e' + f"{FIRST}\\u003c/p\\u003e\\n\\u003cp\\u003e{SECOND}\\u003c/p\\u003e\\u003cp\\u003e" + '\\u003c/p\\u003e","hours":"two"'
ANGULAR = f"&q;office&q;:&q;&l;p&g;{FIRST}&l;/p&g;&q;,&q;head&q;:&q;{SECOND}&q;,&q;open&q;:true,&q;days&q;:7"
QUESTIONS = 'function ask(n) { document.title = OFFICE_QUESTIONS[n]; }\nconst OFFICE_QUESTIONS = [\n// hours\n"When does the harbour office of Marrow Bay open?",\n"Who asked for it when the new ferry began to leave?"\n];'
PROPERTIES = "--brask-lead: 16px;\n--brask-gap: 1.5;\n--brask-tone: rgb(0,0,0,1);\n--brask-letters: wide_sans,clear_serif;"
READY = "Brask.ready(function () {\n    if (Brask.hours > 2) {\n        Brask.show('open', \"office\");\n    }\n});"
LISTED = '{"props":{"pages":[' + ",".join(f'{{"id":{n},"open":true,"name":"The office on day {n} of the month of May"}}' for n in range(60)) + "]}}"


@pytest.mark.parametrize("code", [MENU_RULE, TOLD_AGAIN, ANGULAR, QUESTIONS, READY], ids=["selectors", "escapes", "angular", "list", "ready"])
def test_code_in_the_story_of_a_page_whose_scripts_were_left_in_is_the_page_s(code: str) -> None:
    page = f"{MEASURED}\n{DATA}\n\n{FIRST}\n\n{code}\n\n{SECOND}\n\n{MEASURED}"
    assert kept(page) == f"{FIRST}\n\n{SECOND}"


def test_properties_of_a_page_s_own_are_its_style_without_a_rule_around_them() -> None:
    text = f"{MEASURED}\n{DATA}\n\n{FIRST}\n\n{PROPERTIES}\n\n{SECOND}\n\n{MEASURED}"
    assert PROPERTIES in [text[run.start : run.end] for run in scripts.left_in(text)]


def test_packed_data_of_some_length_is_a_page_s_own_where_nothing_else_says_so() -> None:
    assert kept(f"{FIRST}\n\n{SECOND}\n\n{LISTED}") == f"{FIRST}\n\n{SECOND}"
    assert kept(f"{FIRST}\n\n{SECOND}{LISTED}") == f"{FIRST}\n\n{SECOND}"


def test_a_window_s_title_ends_where_data_begins_right_behind_it() -> None:
    text = f"Office opens earlier - The Brask Post{DATA}\n\n{FIRST}\n\n{SECOND}"
    assert [text[run.start : run.end] for run in scripts.left_in(text)] == [DATA]


def test_formulas_with_strokes_are_no_data() -> None:
    line = r"The K\"onig graph holds \"at each step\" for all \alpha\/ and \beta\/, as Erd\"os and R\"enyi \"showed\" in \"Brask\" {x}."
    assert scripts.left_in(f"{line}\n\n{FIRST}\n\n" * 12) == ()
