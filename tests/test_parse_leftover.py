"""Marks and blanks that converters leave in Markdown, which CommonMark does not see as emphasis."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse.markdown import parse
from tests.conftest import ledger_faults


def _shown(source: str) -> str:
    return "\n\n".join(block.text for block in parse(source))


@pytest.mark.parametrize(("source", "text"), [
    ("It is _not  _a ferry.", "It is not a ferry."),
    ("This tip is by _Ida Kell, harbour clerk. It is said again  on the _[_board_](/b) _._", "This tip is by Ida Kell, harbour clerk. It is said again on the board."),
    ("See: _[“What is a ferry?”](/what) _", "See: “What is a ferry?”"),
    ("They tried getting _  into_ port.", "They tried getting into port."),
    ("The quay was closed, he said.****", "The quay was closed, he said."),
    ("The harbour's [exposed](/e)**** broad quay", "The harbour's exposed broad quay"),
    ("The congressional**** office", "The congressional office"),
    ("**The first quay,****the second quay.**", "The first quay, the second quay."),
    ("The board met on the****[new quay](/q).", "The board met on the new quay."),
    ("### How long is the quay?** **", "How long is the quay?"),
    ("**_It holds_** _forty boats_**** _at a time._", "It holds forty boats at a time."),
    ("**The quay is long.\n\nThe ferry is not.**", "The quay is long.\n\nThe ferry is not."),
])  # fmt: skip
def test_marks_that_only_counting_finds_are_taken_off(source: str, text: str) -> None:
    assert _shown(source) == text


@pytest.mark.parametrize("source", [
    "what the f**k and the s**t", "what a f****, bull**** and more", "Rating: ****", "The fare** and the toll** rose.", "2 ** 3 ** 4 and 2**3",
    "The fare is 30**\n\n** Children pay half.", "_id is the key and _name is not", "Keys: _id and _name", "She __ to the quay.", "Guess: _ _ _ _ _",
    "The snake_case_name and _site stay", "Fill in ____ and _", "Set <_Lock>a</_Lock> now", "3 _ 4 and 5 _ 6",
])  # fmt: skip
def test_signs_that_are_no_marks_stay(source: str) -> None:
    assert _shown(source) == source


@pytest.mark.parametrize(("source", "text"), [
    ("**Wren** , the clerk", "Wren, the clerk"),
    ("[_Marrow Bay_](/m) , a port", "Marrow Bay, a port"),
    ("_Marrow Bay_ 's quay and _Brask_ ’s", "Marrow Bay's quay and Brask’s"),
    ("He sang \"_Heavy Seas_ \".", "He sang \"Heavy Seas\"."),
    ("the “**bridge ferry** ” is", "the “bridge ferry” is"),
    ("the _\" bridge ferry\"_ is", "the \"bridge ferry\" is"),
    ("a \"**bridge ferry \"**, he said", "a \"bridge ferry\", he said"),
    ("three distinct “ _cups_ ” that", "three distinct “cups” that"),
    ("**Length** : four metres", "Length: four metres"),
    ("the ferry _,_ the quay _._", "the ferry, the quay."),
    ("**You don 't say that we 're late in Odo 's boat**", "You don't say that we're late in Odo's boat"),
    ("**B &H** has P &C cover", "B&H has P&C cover"),
    ("**C 'est l 'ecole d 'Oran**", "C 'est l'ecole d 'Oran"),
])  # fmt: skip
def test_blanks_that_converters_set_at_marks_are_taken_off(source: str, text: str) -> None:
    assert _shown(source) == text


@pytest.mark.parametrize(("source", "text"), [
    ("**Longueur** : quatre. Vraiment ? Oui !", "Longueur : quatre. Vraiment ? Oui !"),
    ("De boot vaart om 's avonds en ligt van 't **veer** af.", "De boot vaart om 's avonds en ligt van 't veer af."),
    ("He said **now** \"come aboard\"", "He said now \"come aboard\""),
    ("He named it **the** 'quay'.", "He named it the 'quay'."),
    ("I'm 'away' for _good_ - she said", "I'm 'away' for good - she said"),
    ("with the slogan \"**[**It snowed**](/s)**\"", "with the slogan \"It snowed\""),
    ("Use **it** .NET style", "Use it .NET style"),
    ("A &amp; B and **C** &D", "A &amp; B and C &D"),
    ("**Time** :30 and _a_ :-)", "Time :30 and a :-)"),
])  # fmt: skip
def test_blanks_that_the_page_had_stay(source: str, text: str) -> None:
    assert _shown(source) == text


@pytest.mark.parametrize("source", [
    "_not  _a ferry ,\n\nsaid.****\n\n**A** ,\n\n** **\n\n_ _\n\n**One\n\ntwo** 's", "**B &H** 's “ _cups_ ” we 're\n\n****\n\n__ _a_ _,_", "| a** ** | _b _ , |\n| --- | --- |\n| ****c | d 's |",
])  # fmt: skip
def test_every_sign_is_ground_and_a_second_cleaning_changes_nothing(source: str) -> None:
    assert ledger_faults(visible(source, media_type="text/markdown"), clean(source, media_type="text/markdown")) == []
    once = _shown(source)
    assert _shown(once) == once


@pytest.mark.parametrize("piece", ["_a _b ", "**a** ,", "a**** ", "_ ", "** **", "****", "**a\n\n", "'s 's ", "_\" a \"_ ", "[_a_](b) ,"])
def test_leftovers_take_no_time(piece: str) -> None:
    assert parse(piece * 5_000 + "\n\nThe ferry sails in May.")[-1].text.endswith("The ferry sails in May.")
