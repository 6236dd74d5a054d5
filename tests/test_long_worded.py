"""Stories in scripts and languages of long words, whose paragraphs have few: a list of other stories between them takes none."""

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
    "kk": (
        "Көпір көктемге дейін жабылды",
        (
            "Браск қаласының әкімдігі дүйсенбіде көпірдің көктемге дейін жабылатынын хабарлады.",
            "Жүргізушілер қаланы айналып өтуге мәжбүр болып, жиырма минут жоғалтады.",
            "Құрылысшылар көпірдің тіректерінен тот тапты, деді журналистерге бас инженер.",
            "Жөндеу жұмыстары наурызда басталып, қыркүйекке дейін жалғасады деп күтілуде.",
        ),
        "Ұқсас жаңалықтар",
        ("Әкімдікке түлкі кірді", "Кранды неге тот басты"),
    ),
    "fi": (
        "Silta suljetaan kevääseen asti",
        (
            "Braskin kaupunginhallitus ilmoitti maanantaina sulkevansa Vanhankaupungin sillan kevääseen asti.",
            "Autoilijoiden täytyy kiertää keskustan kautta, mikä pidentää työmatkaa parikymmentä minuuttia.",
            "Rakennusmiehet löysivät kannatinpalkeista ruostetta, kertoi kaupungin pääinsinööri toimittajille.",
            "Korjaustyöt aloitetaan maaliskuussa, ja niiden arvioidaan maksavan puolitoista miljoonaa kruunua.",
        ),
        "Lue myös",
        ("Kettu eksyi kaupungintalolle", "Miksi nosturi ruostui"),
    ),
    "tr": (
        "Köprü ilkbahara kadar kapatıldı",
        (
            "Brask Belediyesi pazartesi günü köprünün ilkbahara kadar kapatılacağını açıkladı.",
            "Sürücülerin şehrin çevresinden dolaşması gerekecek, yolculuklar yirmi dakika uzayacak.",
            "Mühendisler köprünün ayaklarında paslanma bulunduğunu gazetecilere ayrıntılarıyla anlattı.",
            "Onarım çalışmalarının mart ayında başlayacağını belediye başkanı sözlerine ekledi.",
        ),
        "İlgili haberler",
        ("Belediyeye tilki girdi", "Vinç neden paslandı"),
    ),
    "zu": (
        "Ibhuloho livaliwe kuze kube yintwasahlobo",
        (
            "Umasipala waseBrask umemezele ngoMsombuluko ukuthi ibhuloho lizovalwa isikhathi eside.",
            "Abashayeli kuzodingeka bazungeze idolobha, okuzokwengeza imizuzu engamashumi amabili ohambweni.",
            "Abakhi bathole ukugqwala ezinsikeni zebhuloho, kusho unjiniyela omkhulu wedolobha.",
            "Ukulungiswa kwebhuloho kuzoqala ngoMashi, kanti kulindeleke ukuthi kuphele ngoSepthemba.",
        ),
        "Izindaba ezihlobene",
        ("Impungushe ingene ehhovisi", "Kungani ikhreyini ligqwalile"),
    ),
    "xh": (
        "Ibhulorho ivaliwe kude kube sentlakohlaza",
        (
            "Umasipala waseBrask ubhengeze ngoMvulo ukuba ibhulorho iza kuvalwa kude kube sentlakohlaza.",
            "Abaqhubi kuza kufuneka bajikeleze isixeko ngoku, okanye balinde imizuzu engamashumi amabini.",
            "Abakhi bafumene umhlwa kwiintsika zebhulorho, utshilo unjineli oyintloko wesixeko.",
            "Ukulungiswa kwebhulorho kuza kuqala ngoMatshi, kwaye kulindeleke ukuba kugqitywe ngoSeptemba.",
        ),
        "Iindaba ezinxulumeneyo",
        ("Impungutye ingene eofisini", "Kutheni ikreyini irusile"),
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


def test_one_line_of_long_words_does_not_make_a_page_of_them() -> None:
    sentence = "The bridge over the lower harbour is shut until the spring, the mayor of Brask said on Monday."
    lines = (*[sentence] * 3, "Transportation superintendents characterised infrastructural deterioration as extraordinarily disappointing.")
    blocks = parse("\n".join(lines))
    assert measure(blocks, [()] * 4).words == (18, 18, 18, 8)


def test_an_address_makes_no_sentence_of_a_line_of_few_long_words() -> None:
    _, paragraphs, _, _ = STORIES["fi"]
    address = "Lue lisää: https://www.paper.example/" + "kaupunginhallitus-" * 5 + "silta."
    blocks = parse("\n".join((*paragraphs, address)))
    assert not measure(blocks, [()] * 5).prose[-1]
