"""Flags rise on what they describe and on nothing else; scores stay in range and fall where they should."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from benchmarks import damage
from cleaner import clean
from cleaner.config import Config
from cleaner.decode import decode
from cleaner.model import Paragraph
from cleaner.pipeline import gathered, parse
from cleaner.quality import ending, estimate, finality
from cleaner.quality.evidence import Evidence
from cleaner.quality.findings import Finding
from cleaner.quality.fingerprint import distance
from cleaner.quality.flags import CHECKS, flags
from cleaner.quality.scores import CAPS, WEIGHTS, scores
from cleaner.quality.signals import DIRECTIONS, Decision, Signs, measured
from cleaner.record import FLAGS, SCORES, ArticleRecord

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
    for source in ("", "Nobody came.", HEAD + LEAD, b"\x00\x01\x02" * 50, *INDIC):
        scores = clean(source).scores
        assert tuple(scores) == SCORES
        assert all(type(value) is float and 0 <= value <= 1 for value in scores.values())


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


def scrape(body: str, *, head: str = "", top: str = "") -> str:
    """A page of HTML around `body`, with furniture enough to be judged."""
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "News", "Sport", "Harbour", "Weather"))
    return (
        f"<html><head><title>Two New Boats for Marrow Bay</title>{head}</head><body><nav><ul>{menu}</ul>{top}</nav>"
        f"<article><h1>Two New Boats for Marrow Bay</h1><p>By Ada Merrow</p>{body}</article>"
        "<footer><a href='/terms'>Terms</a> <a href='/contact'>Contact</a></footer></body></html>"
    )


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in LEAD.split("\n\n"))
DECLARED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Two New Boats for Marrow Bay", '
    '"isAccessibleForFree": false}</script>'
)
LONG = " ".join(
    f"The {place} council heard on {day} that boat number {number} had been late {number + 2} times since the spring."
    for number, (place, day) in enumerate(zip(
        ("Tamm", "Marrow", "Ostrey", "Pell", "Harrow", "Quorn", "Sedge", "Linnet", "Dunmere", "Arlow", "Fenby", "Wick"),
        ("Monday", "Tuesday", "Friday") * 4, strict=True,
    ))
)  # fmt: skip


TOLD = (
    "The harbour council’s men spent most of the winter looking for a yard that could build the boats in time. Most of the "
    "yards they wrote to never answered. Only one of them, in Tamm, sent a drawing and a price.\n\n"
    "Nobody in the town believed that the money would be found before the old boats had to be taken out of the water. Some "
    "of the captains had already looked for other work. Two of them found it further up the coast.\n\n"
    "Last week the county came forward with a loan that covers a little more than half of what the new boats will cost. The "
    "rest is to come from the fares. Those will rise by a tenth in the spring of next year.\n\n"
    "People who cross the bay every day say that they will pay if the boats are as quick and as dry as they were promised. "
    "Others are not so sure. They remember the last promise, and the leaking roof that came with it.\n\n"
    "Work on the first of the two hulls began on Monday in a shed behind the old fish market, with forty men and a crane. It "
    "should be afloat by the autumn. The second one will follow in the year after that.\n"
)


def evidence_of(source: str, **options: str) -> dict[str, dict]:
    return {row["flag"]: row for row in clean(source, **options).metadata["flag_evidence"]}


@pytest.mark.parametrize("source", [
    "Home\nNews\nSport", "", LEAD, f"{HEAD}{LEAD}\n\nThe old boats will be sold to the muse...\n\nRead More",
    f"{HEAD}{LEAD}\n\n{FIRST}", scrape(PARAGRAPHS[:200], head=DECLARED), f"{LEAD}\n\n{FOREIGN}\n\n{MORE_FOREIGN}",
])  # fmt: skip
def test_every_flag_has_evidence_and_nothing_else_has(source: str) -> None:
    record = clean(source)
    rows = record.metadata["flag_evidence"]
    assert [row["flag"] for row in rows] == list(record.flags)
    assert all(0 < row["confidence"] <= 1 and row["evidence"] for row in rows)
    assert ArticleRecord.from_dict(json.loads(record.to_json())).to_json() == record.to_json()


def test_evidence_quotes_what_it_was_read_from() -> None:
    found = evidence_of(f"{HEAD}{LEAD}\n\nThe old boats will be sold to the muse...\n\nRead More")["truncated"]
    assert "sold to the muse..." in found["evidence"]
    assert "Read More" in found["evidence"]
    assert "The Tamm Courier" in evidence_of(f"{HEAD}{LEAD}\n\nPublisher: The Tamm Courier")["syndicated"]["evidence"]


@pytest.mark.parametrize("last", [
    "The old boats will be sold to the museum of the", "But the director, who has held the post since the harbour was",
    "“We have waited for this,” said Ada Merrow,", "The last ferry crossed the bay with eleven passengers and a very large",
    "Der Hafenmeister sagte, die alten Boote würden im Frühjahr an das",
    "La directrice assure que les vieux bateaux resteront au",
])  # fmt: skip
def test_a_body_that_stops_in_mid_sentence_is_truncated(last: str) -> None:
    found = evidence_of(f"{HEAD}{LEAD}\n\n{last}")
    assert last[-20:] in found["truncated"]["evidence"]
    assert clean(f"{HEAD}{LEAD}\n\n{last}").scores["completeness"] < clean(HEAD + LEAD).scores["completeness"]


@pytest.mark.parametrize("last", [
    "He had seen it all before, and would see it again…", "Ada Merrow, Marrow Bay", "— Nell Harrow", "Photo: Ada Merrow",
    "www.marrow-bay.example/boats", "The director said: “We have waited long enough.”",
    "„Wir haben lange gewartet. Jetzt fahren wir.“", "Ada Merrow covers the harbour for marrow-bay.com",
    "“Ask the boat in winter and the purse in spring: neither will tell.” – a saying of the bay",
])  # fmt: skip
def test_a_story_that_ends_otherwise_is_not_truncated(last: str) -> None:
    assert "truncated" not in clean(f"{HEAD}{LEAD}\n\n{last}").flags


@pytest.mark.parametrize(("ends", "goes_on"), [
    ("the boat was painted in the harbour", "the boat was painted in the"), ("they sold it to her", "they sold it to their"),
    ("das Boot liegt im Hafen", "das Boot liegt im"), ("she waited for the ferry", "she waited for the large"),
])  # fmt: skip
def test_sentences_end_in_some_words_and_go_on_after_others(ends: str, goes_on: str) -> None:
    assert finality.score(ends) > finality.score(goes_on)


def test_verse_and_lists_end_as_they_do() -> None:
    lines = "\n".join(f"the {word} boat goes over the water to the other side of the bay and back" for word in
                      ("red", "green", "white", "old", "new"))  # fmt: skip
    assert "truncated" not in clean(lines).flags


def test_a_paywall_is_declared_seen_or_both() -> None:
    stub = f"<p>{FIRST}</p>"
    wall = "<div class='paywall'><p>Subscribe to continue reading this article</p></div>"
    both = evidence_of(scrape(stub + wall, head=DECLARED))["paywalled"]
    seen = evidence_of(scrape(stub + wall))["paywalled"]
    declared = evidence_of(scrape(stub, head=DECLARED))["paywalled"]
    assert both["confidence"] > seen["confidence"] > declared["confidence"]
    assert "isAccessibleForFree" in both["evidence"]
    assert "isAccessibleForFree" not in seen["evidence"]


@pytest.mark.parametrize("source", [
    scrape(PARAGRAPHS, top="<a href='/pay'>Subscribe to read</a>"),
    scrape(f"<p>{LONG}</p><p>{LONG.replace('late', 'early')}</p>", head=DECLARED),
    scrape(PARAGRAPHS, head=DECLARED.replace("false", "true")),
    f"{HEAD}{LEAD}\n\nShe asked readers to subscribe to the paper, and few did so before the winter of that year.",
])  # fmt: skip
def test_a_menu_a_whole_story_and_a_sentence_are_no_paywall(source: str) -> None:
    assert "paywalled" not in clean(source).flags


@pytest.mark.parametrize("joined", ["1.Boats need paint.", "Am 9.Mai kamen sie.", "The keeper of St.Orm came.", "He lived on the 24.Street."])
def test_numbers_and_abbreviations_without_their_space_are_no_glued_sentences(joined: str) -> None:
    text = f"{HEAD}{LEAD}\n\n{joined}"
    assert "glued_sentences" not in clean(text, media_type="text/plain").flags
    assert "glued_sentences" in clean(text.replace(joined, "Nobody came in 1984.They had been told.Still they wait."), media_type="text/plain").flags


def test_a_link_to_more_far_below_the_story_is_no_witness_that_its_ellipsis_cuts_it() -> None:
    mused = f"{HEAD}{LEAD}\n\nNobody in the harbour has said what will become of the old boats, and perhaps nobody knows yet..."
    assert "truncated" in clean(f"{mused}\n\nRead the full story", media_type="text/plain").flags
    links = "\n\n".join(("Share", "Print", "Home", "News", "Sport", "Weather", "Contact", "Read the full story"))
    assert "truncated" not in clean(f"{mused}\n\n{links}", media_type="text/plain").flags


@pytest.mark.parametrize(("end", "raised"), [("– Paid for by the ferry company of Tamm –", False), ("They all said so. ---", False), ("They all said –", True)])
def test_a_note_between_dashes_breaks_nothing_off(end: str, raised: bool) -> None:
    told = [Paragraph("paragraph", 0, text, ()) for text in (*LEAD.split("\n\n"), end)]
    assert (ending.chance(told, "en") == 1.0) is raised


def test_a_last_line_that_the_model_doubts_does_not_break_off() -> None:
    told = f"{HEAD}{LEAD}\n\nThe council will meet again to vote on the"
    decoded = decode(told)
    whole = gathered(parse(told, "text/plain"), decoded, None, Config(), ArticleRecord())
    sure, doubted = (replace(whole, posterior=[chance] * len(whole.page.blocks)) for chance in (0.95, 0.3))
    assert "truncated" in flags(sure)
    assert "truncated" not in flags(doubted)


@pytest.mark.parametrize(
    ("end", "publisher"), [("(Reuters)", "Reuters"), ("/ AFP", "AFP"), ("/AFP/", "AFP"), ("-- AP", "AP"), ("(Marrow Bay)", None), ("(ate)", None)]
)
def test_an_agency_signs_behind_the_storys_last_sentence(end: str, publisher: str | None) -> None:
    record = clean(f"{HEAD}{LEAD} {end}", media_type="text/plain", url="https://www.tammcourier.example/boats")
    assert (record.publisher, "syndicated" in record.flags) == (publisher, publisher is not None)
    assert not clean(f"{HEAD}{LEAD}\n\nThe council had asked the agency {end} for its opinion.", media_type="text/plain").publisher


def test_a_line_that_a_count_of_cut_characters_ends_is_the_storys() -> None:
    menu = "Home\nNews\nHarbour\nSport\nContact\n\n"
    cut = "Ferries that the town has used for longer than anybody can remember will be sold to the only…"
    record = clean(f"{menu}{HEAD}{LEAD}\n\n{cut} [+1480 chars]\n\n© 2024 The Tamm Courier. All rights reserved.", media_type="text/plain")
    assert record.text.endswith(cut)
    assert "truncated" in record.flags


def test_furniture_that_a_page_repeats_is_no_part_of_the_story_said_twice() -> None:
    offer = "<p>Thank you for your interest in our letter from the harbour, which we will send to you every Friday from now on.</p>"
    page = scrape(PARAGRAPHS)
    repeated = page.replace("</nav>", "</nav><div class='newsletter'>" + 4 * offer + "</div>")
    assert "duplicate_paragraphs" not in clean(repeated, media_type="text/html").flags


def test_an_agencys_story_on_another_site_is_syndicated() -> None:
    story = f"<p>TAMM (Reuters) - {FIRST}</p>" + PARAGRAPHS
    site = '<meta property="og:site_name" content="%s">'
    assert "Reuters" in evidence_of(scrape(story, head=site % "The Tamm Courier"))["syndicated"]["evidence"]
    assert "syndicated" not in clean(scrape(story, head=site % "Reuters")).flags
    assert "syndicated" not in clean(scrape(PARAGRAPHS, head=site % "The Tamm Courier")).flags


@pytest.mark.parametrize(
    ("url", "foot", "raised"),
    [
        ("https://www.tammcourier.example/boats", "", True),
        (None, "© 2024 The Tamm Courier. All rights reserved.", True),
        ("https://www.reuters.com/boats", "", False),
        ("https://www.reutersnews.example/boats", "", False),
        (None, "© 2024 Reuters. All rights reserved.", False),
        ("https://web.archive.org/web/2024/boats", "", False),
        (None, "", False),
    ],
)
def test_a_text_says_by_its_address_or_rights_line_who_carried_an_agencys_story(url: str | None, foot: str, raised: bool) -> None:
    menu = "Home\nNews\nHarbour\nSport\nContact\n\n"
    page = f"{menu}Two New Boats for Marrow Bay\n\nMARROW BAY (Reuters) - {LEAD}\n\n{foot}"
    assert ("syndicated" in clean(page, media_type="text/plain", url=url).flags) is raised


@pytest.mark.parametrize(
    "line",
    [
        "Originally published in March 2022.",
        "Sources:",
        "Source: The Tamm Registry, Marrow Bay College",
        "This story was originally published in our May issue.",
    ],
)
def test_a_line_that_names_no_other_house_is_no_syndication(line: str) -> None:
    record = clean(f"{HEAD}{LEAD}\n\n{line}\n\n© 2024 Marrow Bay Media Ltd. All rights reserved.", media_type="text/plain")
    assert "syndicated" not in record.flags


def test_a_house_that_names_itself_as_the_source_is_no_syndication() -> None:
    told = f"{HEAD}{LEAD}\n\nSource: Tamm Courier"
    assert "syndicated" in clean(told, media_type="text/plain", url="https://www.marrowpost.example/boats").flags
    assert "syndicated" not in clean(told, media_type="text/plain", url="https://www.tammcourier.example/boats").flags


def test_repairs_outside_the_body_are_not_held_against_it() -> None:
    page = scrape(PARAGRAPHS)
    glued = page.replace("</nav>", "<p>Read it now.Buy the paper.See the boats.Meet the crew.</p></nav>")
    assert clean(glued).scores["integrity"] == clean(page).scores["integrity"]
    assert "glued_sentences" not in clean(glued).flags


@pytest.mark.parametrize(("title", "is_live"), [
    ("Marrow Bay ferries: live updates", True), ("Live: the vote in Tamm", True), ("The Tamm vote – as it happened", True),
    ("Harbour council ends live coverage of its meetings", False), ("How to live on a ferry", False),
])  # fmt: skip
def test_a_headline_sets_its_live_cue_apart(title: str, *, is_live: bool) -> None:
    assert ("live_blog" in clean(f"{title}\n\nBy Ada Merrow\n\n{LEAD}").flags) is is_live


def test_times_of_day_make_a_live_blog_and_prices_do_not() -> None:
    lines = LEAD.split("\n\n") * 2
    for number, start in (("10:15", True), ("4.96 /", False), ("$3.00", False)):
        body = "\n\n".join(f"{number} {line} {at}." for at, line in enumerate(lines))
        assert ("live_blog" in clean(HEAD + body).flags) is start


def test_one_glued_sentence_in_a_long_story_is_no_damage() -> None:
    story = f"{LONG} Nobody asked.In the evening the council met again. {LONG.replace('late', 'early')}"
    for times, flagged in ((1, True), (8, False)):
        text = HEAD + "\n\n".join([story, *(LONG.replace("boat", f"ship {n}") for n in range(times - 1))])
        assert ("glued_sentences" in clean(text).flags) is flagged


def test_paragraphs_that_stand_twice_are_duplicates_even_where_they_stay() -> None:
    first, *rest = LEAD.split("\n\n")
    assert "duplicate_paragraphs" in clean(HEAD + "\n\n".join([first, *rest, first, *rest])).flags
    assert "duplicate_paragraphs" not in clean(f"{HEAD}{LEAD}\n\n“No.”\n\n“No.”").flags


def test_removed_copies_are_counted_in_scripts_without_spaces() -> None:
    first = "青石镇政府昨日公布旧港改造方案，计划用三年时间把废弃多年的渔港改建成滨水公园，工程将保留原有的灯塔。"
    story = "\n\n".join([first, "镇长周明远在会上表示，改造工程明年春天开始，预计三年以后全部完成，届时公园将免费开放。"])
    record = clean(f"{story}\n\n{first}")
    assert "duplicate_paragraphs" in record.flags
    assert record.scores["repetition"] < clean(story).scores["repetition"] - 0.1


def test_a_last_word_is_found_in_its_own_small_letters() -> None:
    told = [Paragraph("paragraph", 0, text, ()) for text in ("Όχι ναι. Α.", "Α.Σ")]
    assert 0 <= ending.chance(told, "el") <= 1
    assert ending.chance([Paragraph("paragraph", 0, "Η ΠΟΛΗ ΤΗΣ. Και", ())], "el") > 0


def decision(p: float, kept: float) -> Decision:
    """A page of four blocks of 100 words: two sure ones that are kept, one doubtful, one that is no story."""
    shares = np.array([1.0, 1.0, kept, 0.0])
    zero = np.zeros(4)
    return Decision(np.full(4, 100.0), shares, np.array([0.99, 0.99, p, 0.01]), zero > 0, zero, True, 0.9)


def predicted(p: float, kept: float) -> float:
    return estimate.packaged().predict(measured(decision(p, kept), Signs(0, 0, 0, 0.1, 0, 0, 0, 0.3, 0.5, 6, 0)))


def test_the_prediction_falls_with_doubt() -> None:
    for kept, chances in ((1.0, (0.99, 0.8, 0.5, 0.3, 0.1)), (0.0, (0.01, 0.2, 0.5, 0.9))):
        found = [predicted(p, kept) for p in chances]
        assert found == sorted(found, reverse=True)
        assert found[0] > found[-1] + 0.02


def test_the_prediction_never_turns_against_a_signal() -> None:
    trees = estimate.packaged()
    base = measured(decision(0.6, 1.0), Signs(0.1, 0.02, 0, 0.1, 0, 0, 0, 0.3, 0.5, 6, 0))
    for at, (name, way) in enumerate(DIRECTIONS.items()):
        if way:
            values = []
            for step in np.linspace(-1, 3, 40):
                changed = base.copy()
                changed[at] = step
                values.append(way * trees.predict(changed))
            assert values == sorted(values), name


def test_trees_fitted_to_other_signals_are_refused() -> None:
    table = json.loads(estimate.PACKAGED.read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="fit it again"):
        estimate.read({**table, "signals": ["other"]})


def test_a_worse_component_or_another_flag_never_lifts_the_overall_score() -> None:
    page = evidence_for(HEAD + LEAD)
    whole = scores(page, {})
    for flag in CAPS:
        assert scores(page, {flag: Finding(1.0, "x")})["overall"] <= min(whole["overall"], CAPS[flag])
    assert all(weight > 0 for weight in WEIGHTS.values())
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def evidence_for(source: str) -> Evidence:
    decoded = decode(source)
    return gathered(parse(decoded.text), decoded, None, Config(), ArticleRecord())


INDIC = (
    "तमराह के बंदरगाह नगर में मंगलवार की रात नगर परिषद ने दो नई नावें खरीदने का फैसला किया। नावें अगले साल शरद ऋतु में आएँगी।\n\n"
    "पुरानी नावें चालीस साल से भी अधिक समय से खाड़ी पार कर रही थीं, लेकिन सर्दियों में वे कई बार रुक जाती थीं और लोग परेशान थे।\n\n"
    "“अब हम आराम से अस्पताल जा सकेंगे,” बिना पुल वाले द्वीप पर रहने वाली मेरो ने समारोह के बाद मुस्कुराते हुए कहा।",
    "তামরা বন্দর শহরে মঙ্গলবার রাতে পৌর পরিষদ দুটি নতুন নৌকা কেনার সিদ্ধান্ত নিয়েছে। নৌকাগুলো আগামী বছরের শরৎকালে আসবে।\n\n"
    "পুরোনো নৌকাগুলো চল্লিশ বছরেরও বেশি সময় ধরে উপসাগর পার হয়েছে, কিন্তু শীতকালে সেগুলো অনেকবার থেমে গেছে আর মানুষ কষ্ট পেয়েছে।\n\n"
    "“এবার আমরা নিশ্চিন্তে হাসপাতালে যেতে পারব,” সেতুহীন দ্বীপের বাসিন্দা মেরো অনুষ্ঠানের পরে হাসিমুখে বললেন।",
    "தம்ரா துறைமுக நகரில் செவ்வாய்க்கிழமை இரவு நகர மன்றம் இரண்டு புதிய படகுகளை வாங்க முடிவு செய்தது. படகுகள் அடுத்த ஆண்டு வரும்.\n\n"
    "பழைய படகுகள் நாற்பது ஆண்டுகளுக்கும் மேலாக விரிகுடாவைக் கடந்து வந்தன, ஆனால் குளிர்காலத்தில் அவை பலமுறை நின்றுவிட்டன.\n\n"
    "“இனி நாங்கள் நிம்மதியாக மருத்துவமனைக்குச் செல்லலாம்,” என்று பாலம் இல்லாத தீவில் வாழும் மேரோ விழாவுக்குப் பிறகு கூறினார்.",
)
"""Stories in Hindi, Bengali and Tamil, whose vowel signs are no letters."""


def test_like_stories_score_alike_in_all_languages() -> None:
    english, german = HEAD + LEAD, f"{FOREIGN}\n\n{MORE_FOREIGN}"
    japanese = (
        "港の町ターンでは火曜日の夜、市議会が二隻の新しい船を買うことを決めた。船は来年の秋に届く予定だという。\n\n"
        "古い船は四十年以上も湾を渡ってきたが、冬になると何度も止まり、島の人々は長いあいだ不便に耐えていた。\n\n"
        "「これで安心して病院へ行けます」と、橋のない島に住むメローさんは式のあとで笑いながら話した。"
    )
    for name in ("cleanliness", "integrity", "language", "repetition", "informativeness"):
        values = [clean(text).scores[name] for text in (english, german, japanese, *INDIC)]
        assert min(values) > 0.75, (name, values)


def test_a_fingerprint_joins_copies_and_parts_stories() -> None:
    first = clean(HEAD + LONG).metadata["fingerprint"]
    assert first == clean(HEAD + LONG.upper()).metadata["fingerprint"]
    assert distance(first, clean(HEAD + LONG.replace("Friday", "Sunday", 1)).metadata["fingerprint"]) <= 10
    assert distance(first, clean(f"{FOREIGN}\n\n{MORE_FOREIGN}").metadata["fingerprint"]) > 15
    assert clean("Nobody came.").metadata["fingerprint"] is None


def test_a_fingerprint_stays_what_it_is() -> None:
    assert clean(HEAD + LEAD).metadata["fingerprint"] == "642452cd3dc72e59"


def test_low_records_are_rejected_with_the_reason() -> None:
    source = "Nobody came, and nobody asked why.\n\nThe boats were late."
    record = clean(source, min_score=0.9)
    assert record.error is not None
    assert record.error["code"] == "rejected"
    assert f"{clean(source).scores['overall']:.3f}" in record.error["message"]


@pytest.mark.parametrize("kind", damage.KINDS)
def test_damage_lowers_the_score_it_belongs_to(kind: str) -> None:
    text = HEAD + TOLD
    others = [
        f"Mayor of {name} opens the new market hall" for name in ("Tamm", "Pell", "Quorn", "Wick", "Fenby", "Arlow")
    ]
    made = damage.damaged(kind, "a page", text, others)
    assert made is not None
    hurt = clean(made)
    assert hurt.scores[damage.KINDS[kind].component] < clean(text).scores[damage.KINDS[kind].component]
    assert not damage.KINDS[kind].flag or damage.KINDS[kind].flag in hurt.flags


@pytest.mark.parametrize(
    ("stamps", "is_live"),
    [
        (("15.47 GMT", "15.12 GMT", "14.40 GMT", "13.05 GMT", "12.20 GMT"), True),
        (("9:10 am", "10:05 am", "11:30 am", "1:15 pm", "2:20 pm"), True),
        (("14:40", "13:05", "12:20", "11:10", "10:02"), True),
        (("00:10", "01:05", "02:20", "11:10", "12:02"), False),
    ],
)
def test_times_on_lines_of_their_own_make_a_live_blog(stamps: tuple[str, ...], is_live: bool) -> None:
    entries = (
        "The ferry company said at its quay in Marrow Bay that no boat would sail before the wind had fallen below eight.",
        "Rail services west of Tamm have been suspended until tomorrow, because a tree has fallen across both of the lines.",
        "The red warning for wind has been extended until midnight, and it now covers the islands in the outer bay as well.",
        "The harbour master told the council of Tamm that the old wall had held so far, and that he would not bet on the new.",
        "Good morning from Marrow Bay, where the first of the waves has come over the wall and taken a bench with it to sea.",
    )
    body = "\n\n".join(f"{stamp}\n\n{entry}" for stamp, entry in zip(stamps, entries, strict=True))
    opening = "The storm that came in over the bay at dawn has closed the port of Marrow Bay and every road that leads to it."
    page = f"Home\n\nStorm closes the port of Marrow Bay\n\nBy Ada Merrow\n\n{opening}\n\n{body}\n\n{LEAD}\n\nShare this article\n\nPrivacy Policy"
    assert ("live_blog" in clean(page).flags) is is_live


def test_latest_updates_behind_a_dash_are_live() -> None:
    assert "live_blog" in clean(f"Storm Hilda: sea wall fails – latest updates\n\nBy Ada Merrow\n\n{LEAD}").flags


def test_every_flag_has_its_check_in_the_order_of_the_vocabulary() -> None:
    assert tuple(CHECKS) == FLAGS
