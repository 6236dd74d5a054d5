"""Stories in scripts of long words, whose paragraphs have few: a list of other stories between them takes none."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.features import measure
from cleaner.parse.text import parse

STORIES = {
    "ka": (
        "ხიდი გაზაფხულამდე დაიკეტა",
        (
            "ბრასკის მერიამ ორშაბათს განაცხადა, რომ ხიდი გაზაფხულამდე დაკეტილი იქნება.",
            "მძღოლებს მოუწევთ ქალაქის შემოვლა, რაც დაახლოებით ოც წუთს დაამატებს.",
            "მშენებლებმა ხიდის საყრდენებში ჟანგი აღმოაჩინეს, თქვა მთავარმა ინჟინერმა.",
            "შეკეთება, მისი თქმით, მილიონნახევარი გვირგვინი დაჯდება და მარტში დაიწყება.",
        ),
        "მსგავსი სიახლეები",
        ("მელა ბრასკის მერიაში", "რატომ დაჟანგდა ამწე"),
    ),
    "ml": (
        "പാലം വസന്തകാലം വരെ അടച്ചിടും",
        (
            "പാലം വസന്തകാലം വരെ അടച്ചിടുമെന്ന് നഗരസഭ തിങ്കളാഴ്ച രാവിലെ അറിയിച്ചു.",
            "യാത്രക്കാർ നഗരം ചുറ്റി ഇരുപത് മിനിറ്റ് അധികം സഞ്ചരിക്കേണ്ടിവരും.",
            "തൂണുകളിൽ തുരുമ്പ് കണ്ടെത്തിയതായി മുഖ്യ എഞ്ചിനീയർ മാധ്യമങ്ങളോട് പറഞ്ഞു.",
            "അറ്റകുറ്റപ്പണികൾ മാർച്ചിൽ ആരംഭിക്കുമെന്നും അദ്ദേഹം പിന്നീട് കൂട്ടിച്ചേർത്തു.",
        ),
        "ബന്ധപ്പെട്ട വാർത്തകൾ",
        ("കുറുക്കൻ നഗരസഭയിൽ", "ക്രെയിൻ തുരുമ്പിച്ചത് എന്തുകൊണ്ട്"),
    ),
    "te": (
        "వంతెన వసంతకాలం వరకు మూసివేత",
        (
            "వంతెన వసంతకాలం వరకు మూసివేయబడుతుందని నగరపాలక సంస్థ సోమవారం ప్రకటించింది.",
            "ప్రయాణికులు నగరం చుట్టూ ఇరవై నిమిషాలు అదనంగా ప్రయాణించాల్సి ఉంటుంది.",
            "స్తంభాలలో తుప్పు కనిపించిందని ప్రధాన ఇంజనీరు విలేకరులకు తెలిపారు.",
            "మరమ్మతులు మార్చిలో ప్రారంభమవుతాయని, ప్రజలు సహకరించాలని ఆయన కోరారు.",
        ),
        "సంబంధిత వార్తలు",
        ("పురపాలక సంఘంలో నక్క", "క్రేన్ ఎందుకు తుప్పు పట్టింది"),
    ),
    "kn": (
        "ಸೇತುವೆ ವಸಂತಕಾಲದವರೆಗೆ ಬಂದ್",
        (
            "ಸೇತುವೆಯನ್ನು ವಸಂತಕಾಲದವರೆಗೆ ಮುಚ್ಚಲಾಗುವುದು ಎಂದು ನಗರಸಭೆ ಸೋಮವಾರ ತಿಳಿಸಿದೆ.",
            "ಪ್ರಯಾಣಿಕರು ನಗರವನ್ನು ಸುತ್ತಿ ಇಪ್ಪತ್ತು ನಿಮಿಷ ಹೆಚ್ಚು ಪ್ರಯಾಣಿಸಬೇಕಾಗುತ್ತದೆ.",
            "ಕಂಬಗಳಲ್ಲಿ ತುಕ್ಕು ಕಂಡುಬಂದಿದೆ ಎಂದು ಮುಖ್ಯ ಎಂಜಿನಿಯರ್ ಸುದ್ದಿಗಾರರಿಗೆ ತಿಳಿಸಿದರು.",
            "ದುರಸ್ತಿ ಕಾರ್ಯ ಮಾರ್ಚ್ ತಿಂಗಳಲ್ಲಿ ಆರಂಭವಾಗಲಿದೆ ಎಂದು ಅವರು ಹೇಳಿದರು.",
        ),
        "ಸಂಬಂಧಿತ ಸುದ್ದಿ",
        ("ನಗರಸಭೆಯಲ್ಲಿ ನರಿ", "ಕ್ರೇನ್ ಏಕೆ ತುಕ್ಕು ಹಿಡಿಯಿತು"),
    ),
}  # fmt: skip
FOOT = "Facebook\n\nTwitter\n\nWhatsApp\n\nShare this article\n\nPrivacy Policy\n\nTerms of use"


@pytest.mark.parametrize("language", STORIES)
def test_a_list_of_other_stories_between_short_paragraphs_goes_alone(language: str) -> None:
    headline, paragraphs, heading, titles = STORIES[language]
    lines = (headline, *paragraphs[:2], heading, titles[0], *paragraphs[2:], FOOT)
    record = clean("\n\n".join(lines))
    body = [paragraph.text for paragraph in record.paragraphs]
    assert record.language == language
    assert [text for text in paragraphs if text not in body] == []
    assert not {heading, *titles} & {*body}


@pytest.mark.parametrize("language", STORIES)
def test_few_long_words_that_end_like_a_sentence_are_prose_and_a_title_is_none(language: str) -> None:
    headline, paragraphs, heading, titles = STORIES[language]
    blocks = parse("\n".join((headline, heading, *titles, *paragraphs)))
    prose = measure(blocks, [()] * len(blocks)).prose
    assert prose == (*[False] * 4, *[True] * 4)


def test_few_short_words_are_no_prose() -> None:
    blocks = parse("The bridge is shut, the mayor says.\nEs regnet heute in ganz Brask und Umgebung.")
    assert measure(blocks, [(), ()]).prose == (False, False)
