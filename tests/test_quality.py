"""Flags rise on what they describe and on nothing else; scores stay in range and fall where they should."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.record import FLAGS, SCORES

LEAD = (
    "The ferry company of Marrow Bay will buy two new boats, its director told the harbour council on Tuesday evening.\n\n"
    "They are to carry ninety cars each and will replace boats that have been in service for more than forty years.\n\n"
    "The first of the boats is being built across the water in Tamm and will be delivered in the autumn of next year."
)
FIRST = LEAD.partition("\n")[0]
HEAD = "Two New Boats for Marrow Bay\n\nBy Ada Merrow\n\n"
FOREIGN = (
    "Die Fähren sollen im Herbst des nächsten Jahres geliefert werden, und die alten Schiffe werden an ein Museum verkauft, "
    "das sie im Hafen von Tamm ausstellen will, sagte der Direktor am Dienstag vor dem Rat der Stadt, der lange beriet. "
    "Niemand hat bisher gesagt, was die neuen Schiffe kosten und wer sie am Ende bezahlen wird."
)
MORE_FOREIGN = (
    "Der Bürgermeister hofft, dass die Werft bis dahin noch besteht, denn sie hat seit dem Frühjahr dreimal den Besitzer "
    "gewechselt, und die Arbeiter haben ihren letzten Lohn im Mai bekommen. Im Rathaus wollte sich dazu keiner äußern, auch "
    "nicht die Frau, die den Vertrag für die Stadt unterschrieben hat."
)


@pytest.mark.parametrize(("flag", "source"), [
    ("truncated", f"{HEAD}{LEAD}\n\nThe old boats will be sold to the muse...\n\nRead More"),
    ("truncated", f"{HEAD}{LEAD}\n\nThe old boats will be sold to the muse… [+2304 chars]"),
    ("syndicated", f"{HEAD}{LEAD}\n\nPublisher: The Tamm Courier"),
    ("glued_sentences", f"{HEAD}{LEAD}\n\nNobody asked.In the evening the council met again to vote on it."),
    ("mojibake", f"{HEAD}{LEAD}\n\nâ€œNobody askedâ€\x9d, said the mayor of the cafÃ© that evening in Tamm."),
    ("duplicate_paragraphs", f"{HEAD}{LEAD}\n\n{FIRST}"),
    ("comments_present", f"{HEAD}{LEAD}\n\nComments (1)\n\n• ann\n\nI shall miss the old ones."),
    ("not_article", "Home\nNews\nSport"),
    ("too_short", "Nobody came."),
    ("mixed_language", f"{LEAD}\n\n{FOREIGN}\n\n{MORE_FOREIGN}"),
    ("live_blog", f"Marrow Bay ferries: live updates\n\nBy Ada Merrow\n\n{LEAD}"),
    ("no_title", LEAD),
    ("no_byline", LEAD),
    ("guarded_input", "Please enable JavaScript and cookies to continue. Checking your browser before you go on."),
])  # fmt: skip
def test_a_flag_rises(flag: str, source: str) -> None:
    assert flag in clean(source).flags


def test_a_plain_story_raises_nothing() -> None:
    assert clean(HEAD + LEAD).flags == ()


@pytest.mark.parametrize("line", [
    "“You cannot put a price on it,” she said... “but they can.”",
    "He had seen it all before, and would see it again…",
    "Subscribe to the theory or not, she said: the boats will be late.",
])  # fmt: skip
def test_a_writers_own_words_raise_nothing(line: str) -> None:
    assert clean(f"{HEAD}{LEAD}\n\n{line}").flags == ()


def test_flags_keep_the_order_of_the_vocabulary() -> None:
    raised = clean("Nobody came.").flags
    assert list(raised) == [flag for flag in FLAGS if flag in raised]


def test_scores_have_all_names_and_stay_in_range() -> None:
    for source in ("", "Nobody came.", HEAD + LEAD, b"\x00\x01\x02" * 50):
        scores = clean(source).scores
        assert tuple(scores) == SCORES
        assert all(0 <= value <= 1 for value in scores.values())


def test_an_error_and_an_empty_input_score_nothing() -> None:
    assert set(clean(b"%PDF-1.7 \x00\x01").scores.values()) == {0.0}
    assert clean("").scores["overall"] == 0


@pytest.mark.parametrize(("component", "damaged"), [
    ("completeness", f"{HEAD}{LEAD}\n\nThe old boats will be sold to the muse...\n\nRead More"),
    ("integrity", HEAD + LEAD.replace(". ", ".").replace("boats", "b\ufffdats")),
    ("repetition", f"{HEAD}{LEAD} {FIRST} {FIRST}"),
    ("language", "Quorn blivet tarn " * 40 + "."),
])  # fmt: skip
def test_damage_lowers_its_component(component: str, damaged: str) -> None:
    assert clean(damaged).scores[component] < clean(HEAD + LEAD).scores[component]
