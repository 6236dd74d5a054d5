"""Fields read from text without markup (and Markdown), whose heads stand in the many forms that pages have once flattened.

`heads_of_text.txt` is invented. Lines with `@` hold stories, their paragraphs parted by bars. Each head has a name behind `=== `, its fields, and behind `--`
the text; `@en1` in it is the story, `@@en1` the same with one line end between paragraphs. Marks of fields: `T` title, `A` authors, `D` day, `M` day of the
last change, `P` publisher, `L` dateline, `K` dek (which stays in the body); a field without a mark is empty, ` // ` parts values either of which will
do, and `?` stands where any will. Names that begin with `near` or have it behind `c_` are those of heads with something tempting in them that is no field.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from cleaner import ArticleRecord, clean

STORIES, *PARTS = re.split(r"^=== ", Path(__file__).with_name("heads_of_text.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
TOLD = {name: story.split("|") for name, story in re.findall(r"^@(\w+) (.+)$", STORIES, re.MULTILINE)}
SET_IN = re.compile(rf"(@@?)({'|'.join(TOLD)})$", re.MULTILINE)
HEADS = {lines[0]: ({line[0]: line[2:] for line in lines[1:]}, text) for part in PARTS for head, text in [part.split("\n--\n", maxsplit=1)] for lines in [head.split("\n")]}
FIELDS = {"T": "title", "A": "authors", "D": "date", "M": "date_modified", "P": "publisher", "L": "dateline", "K": "dek", "S": "story"}
CLEAN = "clean text keeps its first line"
UNMENDED: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        [
            (name, "T")
            for name in (
                "near_by_morning_short", "near_published_book_date", "near_weather_date", "near_quote_attribution", "near_interview_speaker", "near_fr_par_phrase",
                "near_sv_av", "near_title_place_name", "near_es_por_frase", "near_it_frase", "near_nl_door_zin", "near2_newsletter_greeting",
                "c_near_dedication", "c_near_after_name", "near_comment_name_date",
            )
        ],
        CLEAN,
    ),
    ("tumblr_signature", "T"): CLEAN,
    ("tumblr_signature", "A"): "a dash, a name and a day below clean text may be those of a quotation",
    **dict.fromkeys([("bbc_published_last_updated", "P"), ("bbc_new_share", "P"), ("paper_of_the", "P")], "a house on the line below the name"),
    **dict.fromkeys([("canada", "P"), ("caps_by_for_mailonline", "P"), ("phys_org", "P")], "a broadcaster, a portal and a university behind the name: most such are where their writers work"),
    ("reporter_city_paren", "P"): "a station in the dateline is no agency that is known",
    ("near2_tr_ajans", "P"): "two letters alone",
    **dict.fromkeys([("reach_plc", "T"), ("reach_plc", "K"), ("c_sunday_times", "T"), ("c_economist", "T"), ("near2_by_default", "T")], "the line below the headline tells more of the story"),
    ("c_sunday_times", "A"): "whom the line taken for the headline names is its subject",
    **dict.fromkeys([("near2_book_details", "T"), ("near2_photo_of_name", "T")], "a short headline above a line about a book or picture"),
    **dict.fromkeys([("kicker_colon", "T"), ("kicker_colon", "A")], "begins as links to films do"),
    **dict.fromkeys([("rfc_date", "A"), ("c_email_newsletter_from", "A")], "who sends a mail need not have written what is in it"),
    ("global_news", "A"): "nothing but blanks between a name and a house that no word tells for one",
    ("author_first_then_title", "A"): "a name above the headline without its day may be whom the story is about",
    ("ko_yonhap", "A"): "a Korean name without a role",
    ("near_embed_no_byline", "D"): "a post set into a story without a day of its own: on the one such development page it is of the story's day",
    ("near2_law_by", "D"): "the day of a law, which reads like that of an issue",
    ("c_near_published_book", "D"): "a book's day of publication in brackets",
    ("dateline_colon", "L"): "a place before a colon reads like a label",
}
"""Fields that are wrong all the same."""


def folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text)).casefold()


def named(text: str) -> list[str]:
    return sorted(map(folded, text.split("; ")))


@cache
def cleaned(name: str) -> ArticleRecord:
    return clean(SET_IN.sub(lambda story: ("\n" if story[1] == "@@" else "\n\n").join(TOLD[story[2]]), HEADS[name][1]))


def found(name: str, mark: str) -> str:
    record = cleaned(name)
    return "; ".join(record.authors) if mark == "A" else getattr(record, FIELDS[mark]) or ""


def is_right(mark: str, value: str, wanted: str) -> bool:
    if mark == "A":
        return named(value) == named(wanted)
    return value.startswith(wanted) and bool(wanted or not value) if mark in "DM" else folded(value) == folded(wanted)


def _cases() -> list[object]:
    return [
        pytest.param(name, mark, id=f"{name}-{FIELDS[mark]}", marks=[pytest.mark.xfail(strict=True, reason=UNMENDED[name, mark])] if (name, mark) in UNMENDED else [])
        for name, (fields, _) in HEADS.items()
        for mark in FIELDS
        if fields.get(mark) != "?" and (mark != "K" or mark in fields)
    ]


@pytest.mark.parametrize(("name", "mark"), _cases())
def test_fields_of_a_head(name: str, mark: str) -> None:
    fields, text = HEADS[name]
    if mark == "K":
        assert folded(fields["K"]) in folded(cleaned(name).text)
    elif mark == "S":
        told = TOLD[next(SET_IN.finditer(text))[2]]
        assert all(folded(paragraph) in folded(cleaned(name).text) for paragraph in (told[0], told[-1]))
    else:
        value = found(name, mark)
        assert any(is_right(mark, value, wanted) for wanted in fields.get(mark, "").split(" // ")), value


def test_names_that_fail_are_names_of_heads() -> None:
    assert {name for name, _ in UNMENDED} <= set(HEADS)
