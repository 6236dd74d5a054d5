"""Misuse is told as what it is, in the words of the call."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner, Config, clean, relatives, visible
from cleaner.config import _CODES
from cleaner.errors import UsageError
from cleaner.rules.registry import PACKS

PAGE = "The weir at Brask holds, the council said on Friday."


@pytest.mark.parametrize(
    ("given", "code"), [("de", "de"), ("DE", "de"), ("de-DE", "de"), ("zh_Hant_TW", "zh"), ("zz", "zz"), ("", "")]
)
def test_a_language_is_taken_by_its_code(given: str, code: str) -> None:
    assert Config(lang=given).lang == code


@pytest.mark.parametrize(
    ("given", "code"),
    [("deu", "de"), ("GER", "de"), ("no", "nb"), ("nn-NO", "nn"), ("nno", "nn"), ("iw", "he"), ("cmn", "cmn"), ("xxx", "xxx"), ("tl", "tl")],
)
def test_a_language_is_that_of_its_pack_by_any_of_its_codes(given: str, code: str) -> None:
    assert Config(lang=given).lang == code


def test_the_other_codes_lead_to_packs_and_are_none_themselves() -> None:
    packs = {path.stem for path in (PACKS / "lang").glob("*.toml")}
    assert set(_CODES.values()) == packs | relatives.PACKS.keys()
    assert packs.isdisjoint(_CODES)
    assert packs.issuperset(code for codes in relatives.PACKS.values() for code in codes)


@pytest.mark.parametrize("given", ["german", "d", "de-", "-de", "de ", None, 5])
def test_what_is_no_code_of_a_language_is_refused(given: object) -> None:
    with pytest.raises(UsageError, match=r"lang is .*; give a code of two or three letters"):
        Config(lang=given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("min_score", "0.5"), ("min_score", None), ("min_score", True), ("min_score", 2), ("min_score", float("nan")),
        ("max_chars", "5"), ("max_chars", 0), ("max_chars", 1.5), ("keep_all", "no"), ("profile", ["recall"]),
        ("disable", None), ("disable", "en.share.bar"), ("only", [5]), ("packs", 3),
    ],
)  # fmt: skip
def test_an_option_of_a_wrong_value_is_named(option: str, value: object) -> None:
    with pytest.raises(UsageError, match=f"{option} is "):
        clean(PAGE, **{option: value})


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("url", 5), ("url", b"https://brask.example/"), ("id", 5), ("source_name", None), ("fetched", 5),
        ("media_type", "text/xml"), ("media_type", ["text/html"]),
    ],
)  # fmt: skip
def test_an_argument_of_a_wrong_value_is_named(argument: str, value: object) -> None:
    with pytest.raises(UsageError, match=f"{argument} is "):
        Cleaner().clean(PAGE, **{argument: value})  # type: ignore[arg-type]


def test_a_configuration_is_a_config() -> None:
    with pytest.raises(UsageError, match="config is a dict; give a Config"):
        Cleaner({"lang": "en"})  # type: ignore[arg-type]


def test_the_visible_input_is_that_of_a_source() -> None:
    with pytest.raises(UsageError, match="source is a NoneType"):
        visible(None)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="media_type is 'text/xml'"):
        visible(PAGE, media_type="text/xml")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="charset is 5"):
        visible(PAGE, charset=5)  # type: ignore[arg-type]


def test_a_pack_may_be_given_as_a_path() -> None:
    assert Config(packs=(Path("own.toml"),)) == Config(packs=("own.toml",))  # type: ignore[arg-type]
