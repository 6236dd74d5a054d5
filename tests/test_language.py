"""The language of a page, whatever form it comes in."""

from __future__ import annotations

import textwrap
from contextlib import suppress

import pytest
from langdetect.detector import Detector
from langdetect.lang_detect_exception import LangDetectException

from cleaner import clean, langdetector, language
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
        ("Полиција у Браску је у понедељак рекла да још не зна шта се десило са бродом и да ни власник луке није ништа чуо о томе.", "sr"),
        ("Policija u Brasku je u ponedeljak rekla da još ne zna gde je brod bio pre oluje, ni šta se posle desilo; vreme je bilo loše.", "sr"),
        ("Policija u Brasku u ponedjeljak je rekla da još ne zna gdje je brod bio prije oluje, ni što se poslije dogodilo.", "hr"),
        ("Полицијата во Браск во понеделникот рече дека сè уште не знае што се случило со бродот, кој беше таму три години.", "mk"),
        ("Паліцыя Браска ў панядзелак заявіла, што яшчэ не ведае, што здарылася з караблём, і што гэта таксама было невядома яго ўладальніку.", "be"),
        ("Браск полициясы дүйсенбі күні кемеге не болғанын әлі білмейтінін және бұл туралы порт иесі де ештеңе айтпағанын хабарлады.", "kk"),
        ("A policía de Brask dixo o luns que aínda non sabe que lle pasou ao barco e que o dono do porto tamén calou, pola súa conta.", "gl"),
        ("Polis Brask berkata pada hari Isnin bahawa nasib kapal itu belum diketahui kerana pemiliknya, iaitu ketua pelabuhan, sahaja yang tahu.", "ms"),
        ("Brask polisi bazar ertəsi bildirib ki, gəmi ilə nə baş verdiyi hələ məlum deyil və bunun üçün limanın sahibi də susub.", "az"),
        ("D'Police vu Brask sot, datt si nach net weess, wat mam Schëff geschitt ass, an datt och de Besëtzer vum Hafen näischt fir si huet.", "lb"),
        ("Politiet i Brask sa måndag at dei ikkje veit kva som har skjedd med skipet, og eigaren av hamna veit det ikkje heller, seier dei.", "nn"),
        ("ब्रास्कको प्रहरीले जहाजलाई के भयो भन्ने अझै थाहा नभएको र बन्दरगाहका मालिक पनि मौन रहेको सोमबार जानकारी दिएको छ भने थप अनुसन्धान हुने भएको छ।", "ne"),
        ("د براسک پولیسو وویل چې تر اوسه نه پوهېږي چې په بېړۍ کې څه شوي دي او د بندر څښتن هم سره له دې غلی دی.", "ps"),
        ("የብራስክ ፖሊስ በመርከቡ ላይ ምን እንደደረሰ እስካሁን እንደማያውቅ ሰኞ ዕለት ተናግሯል።", "am"),
        ("ဘရက်စ်ရဲတပ်ဖွဲ့က သင်္ဘောမှာ ဘာဖြစ်ခဲ့သည်ကို မသိသေးကြောင်း ပြောကြားခဲ့သည်။", "my"),
        ("Amaphoyisa aseBrask athe awakazi ukuthi kwenzekeni ngomkhumbi, futhi nomnikazi wechweba akafuni ukukhuluma.", "zu"),
        ("Amapolisa aseBrask athi akayazi into eyenzekileyo enqanaweni, kwaye nomnini wezibuko akafuni kuthetha xa ebuzwa ngoku.", "xh"),
        ("Mapurisa eBrask ati haasi kuziva zvakaitika kungarava uye muridzi wechiteshi haasi kuda kutaura nezvazvo.", ""),
        ("Braskeko poliziak esan du ez dakiela zer gertatu zaion itsasontziari, eta portuko jabeak ere ez duela ezer esan nahi izan.", "eu"),
        ("'Yan sandan Brask sun ce ba su san abin da ya faru da jirgin ba, kuma mai tashar ya ki yin magana saboda yana jin tsoro, in ji wata mata.", "ha"),
        ("Il-pulizija ta' Brask qalet li għadha ma tafx x'ġara mill-bastiment u li s-sid tal-port ukoll ma riedx jitkellem dwar dan.", "mt"),
        ("Dúirt gardaí Brask nach bhfuil a fhios acu cad a tharla don long agus go bhfuil úinéir an chalafoirt ina thost faoi seo chomh maith.", "ga"),
    ],
)
def test_languages_that_stand_near_each_other(text: str, expected: str) -> None:
    assert language.detect(text) == expected


def test_a_quotation_does_not_make_a_text_its_relative_s() -> None:
    text = "Die Polizei von Brask sagte am Montag, dass nicht bekannt ist, was mit dem Schiff geschah. „Fir vun ass mat“, rief einer, und ging auf das Boot."
    assert language.detect(text) == "de"


def test_a_language_without_a_pack_is_read_by_its_relative_s_rules() -> None:
    share = "Podelite na Fejsbuku"
    story = "Policija u Brasku je u ponedeljak rekla da još ne zna gde je brod bio pre oluje, ni šta se posle desilo; vreme je bilo loše."
    record = clean(f"{story}\n\n{share}", media_type="text/plain")
    assert (record.language, [row.kind for row in record.removed]) == ("sr", ["share"])


@pytest.mark.parametrize("paragraphs", [
    ["Polícia v Brasku v pondelok povedala, že zatiaľ nevie, čo sa s loďou stalo, a že o tom nič nepočul ani majiteľ prístavu.",
     "Loď vyplávala v piatok večer z prístavu a mala sa vrátiť do nedele, povedal podľa novín starosta, ktorý stál na móle s ostatnými."],
    ["Policija u Brasku je u ponedeljak rekla da još ne zna gde je brod bio pre oluje, ni šta se posle desilo; vreme je bilo loše.",
     "Brod je isplovio u petak uveče i trebalo je da se vrati do nedelje, rekao je gradonačelnik, koji je stajao na molu sa drugima."],
])  # fmt: skip
def test_paragraphs_that_read_like_a_relative_s_are_in_one_language(paragraphs: list[str]) -> None:
    assert "mixed_language" not in clean("\n\n".join(paragraphs * 2), media_type="text/plain").flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rodičia s tým nesúhlasia. „Syn bude vstávať o pol piatej,“ hovorí žena z Brasku, ktorej dcéra školu skončila vlani.", "sk"),
        ("Rodiče s tím nesouhlasí. „Syn bude vstávat o půl páté,“ říká žena z Brasku, jejíž dcera školu dokončila vloni.", "cs"),
        ("Popravilo naj bi stalo milijon evrov. Denar bo občina Brask poiskala v proračunu, del pa naj bi prispevala država.", "sl"),
        ("Najviše je stradalo imanje obitelji iz Braska, koja je lani uložila u staklenike. Od njih su ostali samo temelji.", "hr"),
        ("Po rečima predsednika opštine, voz će iz Braska krenuti u ponedeljak, a deca će se voziti bez karte.", "sr"),
        ("Анализите покажуваат дека количината е двојно поголема, вели жена од Браск, која живее преку патот.", "mk"),
        ("Парите не стигат, каза кметът на Браск, който е там от години. През зимата мостът също беше затворен.", "bg"),
        ("Паштарка з Браска кажа, што зімой хадзіла на лыжах і ведала, у каго які гадзіннік спяшаецца.", "be"),
        ("Saya dengar bunyi kuat, katanya. Apabila keluar, jambatan Brask sudah tiada, kerana arus deras.", "ms"),
        ("Məktəb və uşaq bağçası fəaliyyətini dayandırıb. Braskda həkimlər isə suyu qaynatmağı tövsiyə edirlər.", "az"),
        ("D'Gebai zu Brask ass vun 1882 an ass net geschützt. Wat domat geschitt, ass nach net decidéiert.", "lb"),
        ("Om vegen vert stengd av ras, lovar fylket ein skyssbåt til Brask. Det har skjedd fleire gonger dei siste åra.", "nn"),
    ],
)
def test_two_sentences_are_told_from_a_relative(text: str, expected: str) -> None:
    assert language.detect(text) == expected


def test_a_few_words_of_a_relative_in_a_long_text_are_a_quotation() -> None:
    assert language.detect(GERMAN + " „Wat ass dat fir eng Schold“, rief einer.") == "de"


STRANGERS = [
    (
        "Senatus heri decrevit ut pons in oppido Brasco restitueretur, quem tempestas mense Martio fregerat. Opera autem mense Iunio incipient, neque "
        "ante annum proximum finientur, ut praefectus dixit.",
        "la",
    ),
    ("Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.", "la"),
    (
        "La konsilio de Brasko decidis lunde rekonstrui la havenon, kiun ŝtormo rompis en marto. La laboroj, pri kiuj oni parolas ĉi tie, estas longaj, "
        "kaj ankaŭ la ŝipoj devos atendi.",
        "eo",
    ),
    ("Lo conselh de Brasc a decidit de reconstruire lo pòrt que la tempèsta aviá desrocat dins l’annada. Los trabalhs son tanben fòrça cars, çò diguèt.", "oc"),
    (
        "Ny filankevitry ny tanàna dia nanapa-kevitra fa haorina indray ny seranana izay rava tamin'ny volana martsa, hoy ny ben'ny tanàna. Tsy maintsy "
        "miandry ireo mpanjono ary ny sambo.",
        "mg",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STRANGERS)
def test_languages_that_the_detector_does_not_know(text: str, expected: str) -> None:
    assert language.detect(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The printer of Brask set “lorem ipsum dolor sit amet” where no text was written yet, and for forty years nobody in the town asked what "
            "it meant, or why a harbour guide should begin with it.",
            "en",
        ),
        (
            "El ple ha aprovat aquest dilluns la reconstrucció del moll. Els pescadors demanaven des de fa anys un port nou, perquè el vell era massa "
            "curt per als vaixells.",
            "ca",
        ),
        (
            "Consiliul orașului a hotărât luni să refacă cheiul pe care o furtună l-a distrus în martie, iar pescarii sunt mulțumiți ut supra, a spus primarul.",
            "ro",
        ),
        ("O conselho de Brask decidiu na segunda-feira reconstruir o cais que uma tempestade quebrou; desta vez a obra, e não é a primeira vez, será longa.", "pt"),
    ],
)
def test_quotations_and_relatives_of_those_stay_what_they_are(text: str, expected: str) -> None:
    assert language.detect(text) == expected
