"""Sentences end in every script, whatever is asked of their stops."""

from __future__ import annotations

import pytest

from cleaner import stops
from cleaner.assemble.comments import SPOKEN_END
from cleaner.assemble.paragraphs import NO_HEADING
from cleaner.blockmodel import chars
from cleaner.features import INNER_STOP, measure
from cleaner.parse.text import parse
from cleaner.quality.ending import SENTENCE_INSIDE, is_final
from cleaner.stops import TERMINAL

SENTENCES = {
    "en": "The bridge is shut", "zh": "大桥今天关闭了", "ar": "أغلق الجسر اليوم", "hi": "पुल आज बंद है", "hy": "Կամուրջն այսօր փակ է",
    "ur": "پل آج بند ہے", "am": "ድልድዩ ዛሬ ተዘግቷል", "my": "တံတားကို ပိတ်ထားသည်", "km": "ស្ពានត្រូវបានបិទ",
}  # fmt: skip
MARKS = {"en": ".!?…", "zh": "。！？", "ar": "؟.", "hi": "।॥", "hy": "։", "ur": "۔؟", "am": "።፧", "my": "။", "km": "។៕"}
ENDED = [sentence + mark for code, sentence in SENTENCES.items() for mark in MARKS[code]]


def test_the_sentences_have_all_marks():
    assert {text[-1] for text in ENDED} == stops.FINAL


@pytest.mark.parametrize("text", ENDED)
def test_a_sentence_is_known_to_end(text: str):
    features = measure(parse(text), [()])
    assert features.ends == (True,)
    assert is_final(text)
    assert text[-1] in TERMINAL
    assert SPOKEN_END.search(text)
    assert chars.read([text]).last[0] == chars.STOP


@pytest.mark.parametrize("text", [text for text in ENDED if text[-1] in stops.ENDS])
def test_a_sentence_ends_within_a_line(text: str):
    line = f"{text} {text[:-1]}"
    assert INNER_STOP.search(line)
    assert SENTENCE_INSIDE.search(line)


@pytest.mark.parametrize("text", [text for text in ENDED if text[-1] in stops.FULL])
def test_what_ends_in_a_full_stop_is_no_headline_no_label_and_no_heading(text: str):
    features = measure(parse(text), [()])
    assert features.titles == features.labels == (False,)
    assert NO_HEADING.search(text)


@pytest.mark.parametrize("text", [*SENTENCES.values(), *(text for text in ENDED if text[-1] in "!?！？؟፧")])
def test_a_heading_may_have_no_stop_or_ask(text: str):
    assert not NO_HEADING.search(text)
    assert measure(parse(text), [()]).labels == (True,)
