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
from cleaner.errors import InputError
from cleaner.model import Comment, Paragraph, Removal, Repair, Span
from cleaner.pipeline import error_record
from cleaner.record import FLAGS, SCORES, ArticleRecord, json_schema

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
    repairs=(Repair("glue", "a.B", "a. B", (Span(1, 4), Span(6, 8))),),
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


@pytest.mark.parametrize("record", [FULL, ArticleRecord()], ids=["full", "bare"])
def test_records_follow_the_schema(record):
    jsonschema.Draft202012Validator(json_schema()).validate(record.to_dict())


@pytest.mark.parametrize(
    ("key", "value"),
    [("flags", ["no_such_flag"]), ("media_type", "image/png"), ("scores", {}), ("text", None), ("extra", 1)],
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


def test_an_error_row_is_a_whole_record():
    record = error_record(InputError("no text", place="a.jsonl:3"), ArticleRecord(id="x", source="a.jsonl:3"))
    assert list(record.to_dict()) == KEYS
    assert record.error == {"code": "bad_input", "message": "no text", "place": "a.jsonl:3"}
    assert dict(record.scores) == dict.fromkeys(SCORES, 0.0)
