"""The matchers that packs are made of."""

from __future__ import annotations

import pytest
import re2

from cleaner.config import Config
from cleaner.errors import PackError
from cleaner.parse import html
from cleaner.parse.text import parse
from cleaner.rules import automata
from cleaner.rules.automata import relaxed
from cleaner.rules.matchers import Cue, Scanner
from cleaner.rules.registry import ruleset


def hits(line: str, *values: str, match: str = "phrase", part: bool = False) -> list[str]:
    scanner = Scanner([Cue("t.rule", "share", match, part, values)])
    blocks = parse(line)
    return [blocks[0].text[h.start : h.end] for h in scanner.scan(blocks)[0]]


@pytest.mark.parametrize(
    "line",
    ["Share it on", "SHARE IT ON…", "» Share it on »", "Share it on (12)", "[NEWS] Share it on", "Share it on 1.2K"],
)
def test_phrases_match_whole_lines_after_folding(line: str) -> None:
    assert hits(line, "share it on") == [line]


@pytest.mark.parametrize(
    "line",
    ["Zdieľať na Facebooku Skopírovať odkaz", "Zdieľať na Facebooku | Telegram | Skopírovať odkaz", "WhatsApp Skopírovať odkaz 12", "Zdieľať na X Viber"],
)
def test_share_buttons_in_one_line_are_known(line: str) -> None:
    assert hits(line, "Zdieľať na Facebooku", "Skopírovať odkaz", "Zdieľať na {network}") == [line]


THREAD = [
    Cue("t.heading", "comment", "section", part=False, values=("Reader comments", "{n} comments")),
    Cue("t.form", "comment_form", "phrase", part=False, values=("Add your comment", "Have your say")),
    Cue("t.share", "share", "phrase", part=False, values=("Share this",)),
]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Reader comments Add your comment", "t.heading"),
        ("Reader comments (3) | Have your say", "t.heading"),
        ("Have your say Reader comments", "t.form"),
        ("Reader comments please the mayor of Brask", ""),
        ("Reader comments Share this", ""),
    ],
)
def test_a_line_of_a_threads_headings_is_one(line: str, rule: str) -> None:
    found = Scanner(THREAD).scan(parse(line))[0]
    assert [hit.rule for hit in found] == ([rule] if rule else [])


@pytest.mark.parametrize(
    "line",
    ["Facebook Telegram", "Skopírovať odkaz na mape", "Brask Skopírovať odkaz", "Zdieľať na Facebooku nechcel nikto z Brasku Skopírovať odkaz"],
)
def test_a_line_with_other_words_or_networks_alone_is_no_row_of_buttons(line: str) -> None:
    assert hits(line, "Zdieľať na Facebooku", "Skopírovať odkaz", "Zdieľať na {network}") == []


TOOLS = [
    Cue("t.tools", "tools", "phrase", part=False, values=("Print", "Love", "Vote", "Text size", "Print this page")),
    Cue("t.near", "tools", "regex", part=False, values=(r"print this \w+ of mine",)),
]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Print Text size", True),
        ("Print Email Text Size – +", True),
        ("Print this page Text size", True),
        ("Love Vote", False),
        ("Print Love", False),
        ("Text size of the harbour signs", False),
    ],
)
def test_a_row_of_tools_has_one_of_several_words(line: str, row: bool) -> None:
    assert bool(Scanner(TOOLS).scan(parse(line))[0]) is row


PLAYER = [
    Cue("t.player", "media_player", "phrase", part=False, values=("Pause", "Mute", "Fullscreen", "Watch")),
    Cue("t.share", "share", "phrase", part=False, values=("Share this", "Tweet")),
]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Pause Mute Fullscreen", "t.player"),
        ("Pause Mute Settings", "t.player"),
        ("Share this: Facebook Technorati More", "t.share"),
        ("Watch Mute", ""),
        ("Watch More", ""),
        ("Settings Pause Mute Fullscreen", ""),
        ("Watch Settings Download", ""),
        ("More Tweet Facebook", ""),
    ],
)
def test_a_players_buttons_make_a_row(line: str, rule: str) -> None:
    assert [hit.rule for hit in Scanner(PLAYER).scan(parse(line))[0]] == ([rule] if rule else [])


@pytest.mark.parametrize("line", ["Share it on: https://paper.example/a?b=1", "» Share it on → https://paper.example"])
def test_an_address_behind_a_known_line_is_part_of_it(line: str) -> None:
    for match in ("phrase", "regex"):
        assert hits(line, "share it on", match=match) == [line]


@pytest.mark.parametrize("line", ["They share it on https://paper.example", "Share it on https://paper.example today", "https://paper.example"])
def test_an_address_does_not_make_a_line_known(line: str) -> None:
    assert hits(line, "share it on") == []


def test_an_address_behind_a_heading_opens_no_section() -> None:
    assert hits("Read more", "read more", match="section") == ["Read more"]
    assert hits("Read more: https://paper.example/harbour", "read more", match="section") == []


@pytest.mark.parametrize("line", ["Share it on Monday", "They share it on", "Sharing it on"])
def test_phrases_match_nothing_longer(line: str) -> None:
    assert hits(line, "share it on") == []


@pytest.mark.parametrize(("phrase", "line", "found"), [
    ("by {name}", "By Ada de Merrow", True),
    ("by {name}", "By Monday the army", False),
    ("by {name}", "by Ada O'Merrow-Tamm", True),
    ("{n} comments", "1,204 comments", True),
    ("follow us on {network}", "Follow us on Instagram!", True),
    ("follow us on {network}", "Follow us on Wednesday", False),
    ("don't miss", "Don’t miss", True),
    ("don't miss {n} stories", "Don’t miss 12 stories", True),
    ('read "{any}"', "Read “The Boats”", True),
    ("{n} réactions", "12 REACTIONS", True),
    ("{n} σχόλια", "12 ΣΧΟΛΙΑ", True),
    ("{n} новый", "12 новыи", False),
])  # fmt: skip
def test_placeholders(phrase: str, line: str, *, found: bool) -> None:
    assert bool(hits(line, phrase)) is found


@pytest.mark.parametrize(("phrase", "line"), [
    ("partager à nouveau", "Partager a nouveau"),
    ("haberleri izle", "HABERLERİ İZLE"),
    ("haberi yazdır", "HABERI YAZDIR"),
    ("σχόλια", "ΣΧΟΛΙΑ"),
    ("ещё новости", "Еще новости"),
    ("إقرأ أيضا", "اقرأ أيضاً"),
    ("شاركة", "شــاركة"),
    ("और पढ़ें", "और पढ़ें »"),
    ("पाँच", "पांच"),
    ("đọc thêm", "ĐỌC THÊM"),
])  # fmt: skip
def test_accents_and_letters_that_stand_for_one_another_do_not_matter(phrase: str, line: str) -> None:
    assert hits(line, phrase) == [line]
    assert hits(phrase, line) == [phrase]


@pytest.mark.parametrize(("phrase", "line"), [
    ("और पढ़ें", "और पढ़"), ("और पढ़ो", "और पढ़ें"), ("หมด", "หมดี"), ("かき", "がき"), ("कम", "कमी"),
])  # fmt: skip
def test_vowel_signs_are_part_of_the_word(phrase: str, line: str) -> None:
    assert hits(line, phrase) == []


@pytest.mark.parametrize("mark", ["➡️", "➡", "✉️ ", "#️⃣ ", "* "])
def test_pictures_before_and_behind_a_line_do_not_matter(mark: str) -> None:
    assert hits(f"{mark}Send it by Telegram {mark}", "send it by {network}")
    assert hits(f"{mark}Send this by mail {mark}", "send (?:it|this) by mail", match="regex")


def test_a_regex_matches_the_whole_line_or_a_part() -> None:
    line = "The mayor said so. (Photo: A. Tamm)"
    assert hits(line, r"\(photo: [^)]+\)", match="regex") == []
    assert hits(line, r"\(photo: [^)]+\)", match="regex", part=True) == ["(Photo: A. Tamm)"]


@pytest.mark.parametrize(("line", "found"), [
    ("Harbour Gazette USES A COOKIE HERE", ["open"]),
    ("Follow the Gazette", ["head"]),
    ("FOLLOW THE ÖSTREY GAZETTE", ["head", "beyond"]),
    ("Östrey Gazette ÖNCEKİ", ["beyond", "beyond_open"]),
    ("Ada (HERE) Follow", ["cased_part"]),
    ("Ada (here) follow", []),
    ("1 2 3", ["wordless"]),
])  # fmt: skip
def test_every_kind_of_pattern_is_found_in_the_order_of_rules(line: str, found: list[str]) -> None:
    patterns = {
        "open": r".*\bcookies?\b.*",
        "head": "follow the .*",
        "beyond": ".*östrey.*",
        "cased_part": r"(?-i)\(HERE\)",
        "beyond_open": r"[\w ]*.*önceki̇?|.*ÖNCEKİ",
        "wordless": r"[\d ]*",
    }
    scanner = Scanner([Cue(rule, "share", "regex", rule.endswith("part"), (p,)) for rule, p in patterns.items()])
    assert [hit.rule for hit in scanner.scan(parse(line))[0]] == found


def test_counted_repeats_are_relaxed_for_the_first_look_and_kept_for_the_second() -> None:
    assert relaxed(r"a{2,3}b.{0,9}\p{Lu}x{4}") == r"a+b.*[A-Z\x{80}-\x{10ffff}]x{4}"
    assert relaxed(r"[^\p{L}][\p{Lu}\]'][]\p{L}]\p{N}") == (
        r"[^\p{L}][A-Z\x{80}-\x{10ffff}\]'][]A-Za-z\x{80}-\x{10ffff}]\p{N}"
    )
    assert hits("aab", "a{2,3}b", match="regex") == ["aab"]
    assert hits("aaaab", "a{2,3}b", match="regex") == []


@pytest.mark.parametrize(("pattern", "line", "found"), [
    (r"(?-i:\p{Lu})[\p{L}\p{M}]+ says", "Ada says", True),
    (r"(?-i:\p{Lu})[\p{L}\p{M}]+ says", "ada says", False),
    (r"(?-i:\p{Lu})[\p{L}\p{M}]+ says", "Östrey says", True),
    (r"[^\p{L}]+", "1 2", True),
    (r"x[^\p{L}]y", "xay", False),
    (r"x\p{M}?y", "xy", True),
    (r".* © (?-i:\p{Lu})\w+", "The weir at Brask © Merrow", True),
    (r".* © (?-i:\p{Lu})\w+", "The weir at Brask © merrow", False),
])  # fmt: skip
def test_classes_of_letters_mean_the_same_in_ascii(pattern: str, line: str, *, found: bool) -> None:
    assert bool(hits(line, pattern, match="regex")) is found


@pytest.mark.parametrize("form", [r"%s", r"[%s.'-]", r"[^%s\d]"])
@pytest.mark.parametrize("letters", [r"\p{L}", r"\p{Lu}", r"\p{Ll}", r"\p{Lt}", r"\p{Lm}", r"\p{Lo}", r"\p{M}"])
@pytest.mark.parametrize("case", ["(?i)", "(?-i)"])
def test_classes_of_letters_mean_the_same_in_western_texts(form: str, letters: str, case: str) -> None:
    signs = [char for char in map(chr, range(0x3000)) if automata._WESTERN.fullmatch(char)]
    pattern = case + form % letters + automata.MARKS
    full, small = re2.compile(pattern), re2.compile(automata._of_western(pattern))
    texts = [*signs, *(f"a{char}" for char in signs)]
    assert [bool(full.fullmatch(text)) for text in texts] == [bool(small.fullmatch(text)) for text in texts]


@pytest.mark.parametrize("marks", ["", "• ", "— [1", "»\ufe0f ", "\u0301"])
@pytest.mark.parametrize("value", ["photo by .+", r"[(\[]?photo by .+", r"\(photo by [^)]+\)", r"[^\w]* ?photo .+", r"(?-i:\p{Ll})hoto by .+"])
@pytest.mark.parametrize("line", ["photo by Ada", "(photo by Ada)", "(  photo by Ada"])
def test_what_stands_before_the_first_letter_may_be_the_patterns_own(marks: str, value: str, line: str) -> None:
    pattern = re2.compile(f"^{automata.MARKS}(?:{value}){automata.MARKS}$")
    assert bool(hits(marks + line, value, match="regex")) == bool(pattern.search(" ".join((marks + line).split())))


def test_a_scanner_finds_the_same_with_some_of_its_cues_compiled_before() -> None:
    packed = ruleset("sv", "", Config()).packed
    cues = [rule.cue for rule in packed]
    lines = [line for rule in packed for example in rule.info.remove for line in example.text.split("\n") if line.strip()]
    blocks = [block for line in lines[::5] for block in parse(line)]
    for count in (1, 40, len(cues)):
        shared = Scanner(cues[:count])
        before = shared.scan(blocks)
        assert Scanner(cues[count:], shared).scan(blocks) == Scanner(cues).scan(blocks)
        assert shared.scan(blocks) == before


def test_lines_of_one_block_are_read_as_one_text() -> None:
    scanner = Scanner([Cue("t.rule", "share", "regex", part=False, values=(r".*\bcookies\b.*",))])
    blocks = parse("The weir at Brask\n\nA page that uses cookies")
    joined = blocks[0]._replace(text="The weir\nat Brask")
    assert [len(found) for found in scanner.scan((joined, blocks[1]))] == [0, 1]


@pytest.mark.parametrize("value", ["(", "reserved[z-a]", r".*\breserved\b[z-a]", r".*reserved\p{Zork}"])
@pytest.mark.parametrize("part", [False, True])
def test_a_bad_pattern_names_its_rule(value: str, *, part: bool) -> None:
    with pytest.raises(PackError, match=r"t\.rule"):
        Scanner([Cue("t.rule", "share", "regex", part, (value,))])


def selected(page: str, selector: str = ".advert") -> set[str]:
    scanner = Scanner([Cue("t.rule", "advert", "selector", part=False, values=(selector,))])
    blocks = html.parse(page).blocks
    return {block.text[:8] for block, found in zip(blocks, scanner.scan(blocks), strict=True) if found}


def test_a_selector_that_matches_all_of_a_page_says_nothing() -> None:
    story = "".join(
        f"<p>Line {n} of the story of the weir at Brask. {'It has stood for long. ' * 8}</p>" for n in range(4)
    )
    box = "<div class='advert'><p>A bucket for every cellar</p></div>"
    assert selected(f"<div class='advert'>{story}</div>") == set()
    assert selected(f"<main>{story}{box}</main>") == {"A bucket"}
    assert selected(f"<main>{story}</main><div class='advert'>{story}</div>") == {f"Line {n} o" for n in range(4)}


@pytest.mark.parametrize(
    ("selector", "attributes", "chosen"),
    [
        (".buckets-box", "class='buckets-box'", True),
        (".buckets-box", "class='top buckets-box wide'", True),
        (".buckets-box", "class='top_bucketsBox'", True),
        (".buckets-box", "id='buckets-box-2'", True),
        (".Buckets-Box", "class='buckets-box'", True),
        (".buckets-box", "class='box-buckets'", False),
        (".buckets-box", "class='buckets wide box'", False),
        (".buckets-box", "class='buckets'", False),
        ("[itemprop=copyrightHolder]", "itemprop='copyrightHolder'", True),
        ('[role="banner"]', "role='banner'", True),
        ("[role=banner]", "role='main'", False),
        ("ASIDE", "", True),
    ],
)
def test_a_selector_knows_names_of_several_words_in_any_case(selector: str, attributes: str, *, chosen: bool) -> None:
    page = f"<p>The weir at Brask stood.</p><aside {attributes}><p>A bucket for every cellar</p></aside>"
    assert selected(page, selector) == ({"A bucket"} if chosen else set())


@pytest.mark.parametrize("wording", ["подпишитесь на канал", "εγγραφείτε στο κανάλι", "اشتركوا في القناة", "チャンネル登録", "구독하기"])
def test_marks_before_a_line_are_passed_over_in_every_script_and_its_letters_are_not(wording: str) -> None:
    scanner = Scanner([Cue("t.rule", "follow", "regex", part=False, values=(wording, "subscribe now"))])
    lines = [wording, f"«{wording}»", f"➡️ {wording}", f"({wording})", "© Subscribe now!", f"{wording[:1]} {wording}", f"1 {wording}"]
    found = scanner.scan(parse("\n".join(lines)))
    assert [bool(hits) for hits in found] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("FacebookTwitterWhatsAppRedditCopy link", True),
        ("Share on FacebookPrintEmail", True),
        ("Share on FacebookShare on LinkedIn", True),
        ("SharePoint", False),
        ("FacebookTwitterHarbour", False),
        ("PrintWorks", False),
    ],
)
def test_buttons_that_nothing_parts_are_a_bar(line: str, known: bool) -> None:
    """Text content puts the strings of a bar together; a name of two words with capitals is none."""
    assert bool(ruleset("en", "", Config()).scanner.line(line)) is known
