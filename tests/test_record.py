from __future__ import annotations

import copy
import json
import operator
import pickle
import re
from dataclasses import asdict

import jsonschema
import pytest

import cleaner
from cleaner.errors import InputError, UsageError
from cleaner.model import Comment, Paragraph, Removal, Repair, Span
from cleaner.pipeline import error_record
from cleaner.record import FLAGS, REPAIR_KINDS, SCORES, ArticleRecord, json_schema
from docs import build

KEYS = re.findall(
    r"\w+",
    """
    schema_version, id, source, url, media_type, title, byline, authors, author_bio, date, date_modified, dateline,
    publisher, site_name, aggregator, section, language, text, paragraphs, summary, captions, comments, removed,
    repairs, flags, scores, ruleset, metadata, error
    """,
)
PAGE = """<html><head><title>Mill to Close</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mill to Close", "author": [{"name": "Ida Kell"}]}</script>
</head><body><h1>Mill to Close</h1><p>By Bo Tarn and Ida Kell</p><p>The last paper mill of Ostrey will close in June.</p></body></html>"""
FULL = ArticleRecord(
    id="7",
    source="ostrey.txt",
    url="https://ostrey-news.example/mill",
    media_type="text/plain",
    title="Mill to Close",
    authors=("Ida Kell",),
    text="The mill closes.",
    paragraphs=(Paragraph("paragraph", 0, "The mill closes.", (Span(14, 30),)),),
    summary=("It closes.",),
    captions=("The mill.",),
    comments=(Comment("Bo", "Sad.", "2024-05-01"), Comment("Al", "So it goes.")),
    removed=(Removal("title", "Mill to Close", "title.headline", "it is the title", 0.9, (Span(0, 13),)),),
    repairs=(Repair("glued_sentence", "a.B", "a. B", (Span(1, 4), Span(6, 8))),),
    flags=("no_byline",),
    scores=dict.fromkeys(SCORES, 0.5),
    ruleset={"version": "1", "fingerprint": "00ff"},
    metadata={"provenance": {"title": "first line"}, "list": [1, 2]},
)


def test_the_keys_stand_in_their_order():
    assert list(ArticleRecord().to_dict()) == KEYS
    assert list(json_schema()["properties"]) == KEYS


RECORDS = {
    "full": FULL,
    "bare": ArticleRecord(),
    "cleaned": cleaner.clean(PAGE, url="https://ostrey-news.example/mill"),
    "failed": cleaner.clean(b"%PDF-1.4"),
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_survives_json(record):
    again = ArticleRecord.from_dict(json.loads(record.to_json()))
    assert again == record
    assert hash(again) == hash(record)


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_can_go_to_another_process_and_be_copied(record):
    for again in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):  # noqa: S301 - our own
        assert again == record
    assert asdict(record)["scores"] == json.loads(json.dumps(record.scores)) == dict(record.scores)


def test_a_cleaner_can_go_to_another_process():
    there = pickle.loads(pickle.dumps(cleaner.Cleaner(profile="recall").clean))  # noqa: S301 - our own
    assert there(PAGE).to_json() == cleaner.clean(PAGE, profile="recall").to_json()


@pytest.mark.parametrize("record", [RECORDS["cleaned"], copy.deepcopy(RECORDS["cleaned"])], ids=["first", "copy"])
def test_no_mapping_of_a_record_can_be_changed(record):
    for mapping in (record.scores, record.metadata, record.ruleset, ArticleRecord().scores):
        before = dict(mapping)
        changes = [
            lambda given: given.update(overall=1.0),
            lambda given: given.setdefault("new", 1.0),
            lambda given: given.popitem(),
            lambda given: given.clear(),
            lambda given: operator.setitem(given, "overall", 1.0),
            lambda given: operator.delitem(given, next(iter(given))),
            lambda given: operator.ior(given, {"overall": 1.0}),
        ]
        for change in changes:
            with pytest.raises(TypeError, match="read-only"):
                change(mapping)
        assert mapping == before


def test_a_row_of_a_table_has_text_and_nulls_where_json_has_mappings():
    row = {**ArticleRecord().to_dict(), "scores": None, "ruleset": None, "metadata": '{"list": [1]}'}
    assert ArticleRecord.from_dict(row) == ArticleRecord(metadata={"list": [1]})


@pytest.mark.parametrize("name", ["authors", "paragraphs", "removed", "flags", "title", "text", "error", "schema_version"])
def test_a_null_is_a_key_that_is_missing(name):
    assert ArticleRecord.from_dict({**ArticleRecord().to_dict(), name: None}) == ArticleRecord()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("paragraphs", 5), ("paragraphs", [5]), ("paragraphs", [{}]), ("paragraphs", [{"role": "paragraph", "level": 0, "text": "a", "spans": 5}]),
        ("comments", [{"author": "Ida Kell"}]), ("removed", "a"), ("repairs", [[]]), ("authors", 5), ("authors", "Ida Kell"), ("authors", [5]),
        ("metadata", "{"), ("metadata", "5"), ("scores", 5), ("error", "bad"), ("title", 5), ("text", []), ("schema_version", "new"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_told_by_its_key(name, value):
    with pytest.raises(UsageError, match=f"^a record's {name} cannot be read from ") as raised:
        ArticleRecord.from_dict({**ArticleRecord().to_dict(), name: value})
    assert raised.value.place == name


@pytest.mark.parametrize("data", [None, 5, "x", [], [("title", "x")]])
def test_what_is_no_mapping_is_no_record(data):
    with pytest.raises(UsageError, match="give what to_dict returned"):
        ArticleRecord.from_dict(data)


@pytest.mark.parametrize("record", [FULL, ArticleRecord()], ids=["full", "bare"])
def test_records_follow_the_schema(record):
    jsonschema.Draft202012Validator(json_schema()).validate(record.to_dict())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("repairs", [{"kind": "magic", "before": "a", "after": "b", "spans": []}]),
        ("flags", ["no_such_flag"]),
        ("media_type", "image/png"),
        ("scores", {}),
        ("text", None),
        ("extra", 1),
    ],
)
def test_the_schema_refuses_what_is_wrong(key, value):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema()).validate(FULL.to_dict() | {key: value})


@pytest.mark.parametrize(
    "source", ["", "x", "Mill to Close\n\nThe mill closes on Friday.", "<p>The mill closes.</p>", b"%PDF-1.4"]
)
def test_whatever_is_cleaned_follows_the_schema(source):
    record = cleaner.clean(source)
    jsonschema.Draft202012Validator(json_schema()).validate(record.to_dict())
    assert set(record.scores) == set(SCORES)
    assert set(record.flags) <= set(FLAGS)


DAMAGED = {
    "entity": "The mill &amp; the inn of Brask are for sale, the county says, and both will go to the town.",
    "tied_words": "\n".join(f"{name}_of_the_Week\nHomes_for_{name}" for name in ("Sports", "News", "Jobs", "Towns", "Boats")),
    "mojibake": "The cafÃ© of Brask is for sale, the county says, and it will go to the town.",
    "invisible": "The har\u00adbour of Brask is for sale, the county says, and it will go to the town.",
    "ligature": "The oﬃce of Brask is for sale, the county says, and it will go to the town.",
    "glued_sentence": "The mill of Brask is for sale, the county said.It will go to the town in May.",
    "fragment": "The mill of Brask, which\nthe county\nhas sold to the town, will open in May as a museum.",
    "cut_paragraph": "The mill of Brask, which the county sold for nine thousand crowns to the town and its mayor\n\n"
    "will open in May as a museum, and children may grind their own flour there.",
}
WRAPPED = """The mill of Brask is for sale, the county said on Monday, and the town, which
has wanted a museum for ten years, will buy it for nine thousand crowns, and a mu-
seum it will be, in which children grind their own flour, and bake a loaf, as the
great-grandparents did when the mill was new and the river had not yet been led into
the canal, which is now to be filled in again, so that the wheel can turn as before."""
DAMAGED |= {"wrapped_line": WRAPPED, "hyphen": WRAPPED}


@pytest.mark.parametrize("kind", REPAIR_KINDS)
def test_each_kind_of_repair_happens_and_is_explained(kind):
    assert kind in [row.kind for row in cleaner.clean(DAMAGED[kind], media_type="text/plain").repairs]
    assert f"| `{kind}` | " in build.record()


def test_an_error_row_is_a_whole_record():
    record = error_record(InputError("no text", place="a.jsonl:3"), ArticleRecord(id="x", source="a.jsonl:3"))
    assert list(record.to_dict()) == KEYS
    assert record.error == {"code": "bad_input", "message": "a.jsonl:3: no text", "place": "a.jsonl:3"}
    assert dict(record.scores) == dict.fromkeys(SCORES, 0.0)


@pytest.mark.parametrize("made", [cleaner.clean(PAGE), ArticleRecord.from_dict(cleaner.clean(PAGE).to_dict())], ids=["cleaned", "read"])
def test_nothing_inside_a_record_can_be_changed(made):
    def parts(value):
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
        return [value, *(part for item in inner for part in parts(item))]

    found = [part for name in ("scores", "ruleset", "metadata") for part in parts(getattr(made, name))]
    assert any("evidence" in part for part in found if isinstance(part, dict))
    assert not [part for part in found if isinstance(part, list)]
    for part in found:
        if isinstance(part, dict):
            with pytest.raises(TypeError, match="read-only"):
                part["x"] = 1
    assert json.loads(made.to_json()) == made.to_dict()
