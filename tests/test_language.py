"""The language of a page, whatever form it comes in."""

from __future__ import annotations

import textwrap
from contextlib import suppress

import pytest
from langdetect.detector import Detector
from langdetect.lang_detect_exception import LangDetectException

from cleaner import langdetector, language
from cleaner.pipeline import parse

GERMAN = (
    "Die Stadt Brask lässt im Frühjahr zweitausend Bäume an der Ringstraße setzen, wie der Rat am Montag nach langer Beratung "
    "mit den Anwohnern beschloss. Wer helfen will, soll einen Spaten und einen Eimer zum alten Depot mitbringen, denn die "
    "Stadt hat nur wenige. Die ersten Setzlinge kommen aus einer Gärtnerei, die im Herbst nach neunzig Jahren schließen musste."
)
JAPANESE = "ブラスク市は春に環状道路沿いに二千本の木を植えると市議会が月曜日に決めた。住民は古い車庫に集まる予定だ。"
ADDRESS = (
    "https://cdn.brask-kurier.example/static/img/de-la-os-que-por/article/000/367/061/8fc28b260fd9f1c1.jpg?w=1200&h=630"
)


def code_of(text: str, media_type: str = "text/plain") -> str:
    return language.detect(language.sample([block.text for block in parse(text, media_type).blocks]))


@pytest.mark.parametrize(("text", "expected"), [(textwrap.fill(GERMAN, 60), "de"), (JAPANESE, "ja")])
def test_addresses_in_markdown_are_in_no_language(text: str, expected: str) -> None:
    links = "\n\n".join(f"[![{n}]({ADDRESS}&n={n})]({ADDRESS}&a={n})" for n in range(20))
    assert code_of(f"{links}\n\n{text}\n\n{links}", "text/markdown") == expected


def test_encoded_data_is_in_no_language() -> None:
    data = "PGRpdiBjbGFzcz0ic3AtZHNndm8gc3AtZHNndm8tZW1iZWRkaW5nLWNvbnRhaW5lciBzcC1k" * 60
    assert code_of(f"{data}\n\n{textwrap.fill(GERMAN, 60)}") == "de"


def test_prose_tells_the_language_and_not_a_menu_in_another() -> None:
    menu = "\n\n".join(["Home", "About the paper and its writers", "Contact us", "Terms of the site"] * 30)
    assert code_of(f"{menu}\n\n{GERMAN}") == "de"
    assert code_of(menu) == "en"


@pytest.mark.parametrize("mark", ["", " „wie“ – …", " ł", " 木", " DASS daß"])
def test_words_count_alike_in_all_writings(mark: str) -> None:
    """Texts of Latin-1 and few marks are split in another way than all others."""
    found, letters, _ = language._words(GERMAN + mark)
    plain = [*language._WORD.findall(GERMAN + mark)]
    assert sorted(word.casefold() for word in found) == sorted(word.casefold() for word in plain)
    assert letters == sum(map(len, plain))
    assert language.by_stop_words(GERMAN + mark) == "de"


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        "Borgin við fjörðinn ætlar að laga gömlu brúna í vor, sagði ráðið á mánudag.  NÝ BRÚ kostar OF mikið.",
        "Thành phố Brask sẽ trồng hai nghìn cây vào mùa xuân, hội đồng cho biết hôm thứ Hai. a\u0301 e\u0303",
        "شهر براسک در بهار دو هزار درخت می‌کارد",
        "Ratusz (https://brask.example/a-b) odpisuje: rada@brask.example",
        "12 + 30",
    ],
)
def test_the_quick_detector_says_what_langdetects_own_says(text: str) -> None:
    found = []
    for kind in (langdetector.QuickDetector, Detector):
        detector = kind(langdetector._profiles())
        detector.append(text)
        found.append(detector._extract_ngrams())
        with suppress(LangDetectException):
            found[-1] += [(one.lang, one.prob) for one in detector.get_probabilities()]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die polisie in Brask het gesê dat hulle nie weet wat met die skip gebeur het nie, en die eienaar wil ook nie praat nie.", "af"),
        ("De politie in Brask heeft gezegd dat ze nog niet weet wat er met het schip is gebeurd, en de eigenaar zwijgt ook.", "nl"),
        ("Lögreglan í Brask sagði að hún vissi ekki hvað hefði komið fyrir skipið og að eigandi þess vildi ekki tala um það.", "is"),
        ("Politiet i Brask sa mandag at de ennå ikke vet hva som har skjedd med skipet, og at eieren av havna heller ikke vet det.", "nb"),
        ("Polisi wa Brask walisema kwamba bado hawajui kilichotokea kwa meli hiyo na kwamba mmiliki wa bandari pia hajui.", "sw"),
        ("ब्रास्क के पुलिस ने सोमवार को कहा कि जहाज का क्या हुआ यह अभी पता नहीं है और बंदरगाह के मालिक भी चुप हैं।", "hi"),
        ("ब्रास्कच्या पोलिसांनी सोमवारी सांगितले की जहाजाचे काय झाले हे अद्याप माहीत नाही आणि बंदराचे मालकही गप्प आहेत.", "mr"),
        ("பிராஸ்க் காவல்துறை கப்பலுக்கு என்ன ஆனது என்று இன்னும் தெரியவில்லை என்று திங்கட்கிழமை கூறியது.", "ta"),
        ("Amaphoyisa aseBrask athe awakazi ukuthi kwenzekeni ngomkhumbi, futhi nomnikazi wechweba akafuni ukukhuluma.", ""),
    ],
)
def test_languages_that_stand_near_each_other(text: str, expected: str) -> None:
    assert language.detect(text) == expected
