"""Lines that sign, in the words of each language, and what has their form and does not."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.names import is_signature, is_uncased_name

STORIES = {
    "en": ("Old Ferry of Brask Is Sold", "The council of Brask sold the old ferry on Monday to a museum in Ostrey, which wants to show it there.",
           "Nobody had made another offer, the mayor said after the meeting, and the boat had been leaking since the winter."),
    "de": ("Alte Fähre von Brask verkauft", "Der Rat von Brask hat am Montag die alte Fähre an ein Museum in Ostrey verkauft, das sie zeigen will.",
           "Niemand sonst hatte geboten, sagte der Bürgermeister nach der Sitzung, und das Boot war seit dem Winter undicht."),
    "fr": ("Le vieux bac de Brask est vendu", "Le conseil de Brask a vendu lundi le vieux bac à un musée d’Ostrey, qui veut le montrer dans sa cour.",
           "Personne n’avait fait d’autre offre, a dit le maire après la réunion, et le bateau prenait l’eau depuis l’hiver."),
    "ru": ("Старый паром Браска продан", "Совет Браска продал в понедельник старый паром музею Острея, который хочет показать его во дворе.",
           "Других предложений не было, сказал мэр после заседания, и лодка протекала с зимы прошлого года."),
    "el": ("Πουλήθηκε το παλιό πορθμείο", "Το συμβούλιο του Μπρασκ πούλησε τη Δευτέρα το παλιό πορθμείο σε ένα μουσείο, που θέλει να το δείξει.",
           "Κανείς δεν είχε κάνει άλλη προσφορά, είπε ο δήμαρχος μετά τη συνεδρίαση, και το σκάφος έμπαζε νερά."),
    "he": ("המעבורת הישנה של אוסטרי נמכרה", "מועצת העיירה אוסטרי מכרה ביום שני את המעבורת הישנה בכתר אחד למוזיאון בעיירה השכנה, המבקש להציג אותה בחצר.",
           "איש לא הציע הצעה אחרת, אמר ראש המועצה לאחר הישיבה, והסירה דולפת מאז החורף של השנה שעברה."),
    "ar": ("بيع عبارة براسك القديمة", "باع مجلس براسك يوم الاثنين العبارة القديمة بكرونة واحدة لمتحف في أوستري يريد عرضها في فنائه أمام الزوار.",
           "وقال رئيس البلدية بعد الاجتماع إن أحدا لم يقدم عرضا آخر، وإن القارب كان يتسرب منه الماء منذ شتاء العام الماضي."),
    "zh": ("布拉斯克的旧渡船卖掉了", "布拉斯克镇议会星期一决定把旧渡船卖给奥斯特雷的一家博物馆，博物馆打算把它陈列在院子里，供游客参观。",
           "镇长会后表示，没有别人出价，这条船从去年冬天起就一直漏水，修理费用远远超过船的价值。"),
    "ja": ("ブラスクの古い渡し船が売られる", "ブラスクの町議会は月曜日、古い渡し船をオストレイの博物館に売ることを決めた。博物館は中庭に展示する予定だという。",
           "ほかに買い手はいなかったと町長は会議のあとで述べた。船は昨年の冬から水が漏れていた。"),
    "ko": ("브라스크의 낡은 나룻배 팔려", "브라스크 의회는 월요일 낡은 나룻배를 오스트레이의 박물관에 팔기로 했다고 밝혔다. 박물관은 마당에 전시할 계획이다.",
           "다른 구매자는 없었다고 시장은 회의 뒤에 말했다. 배는 지난해 겨울부터 물이 새고 있었다."),
}  # fmt: skip


def page(language: str, *lines: str, tail: str = "") -> str:
    title, *story = STORIES[language]
    rows = "".join(f"<p>{line}</p>" for line in (*lines, *story, tail) if line)
    return f"<html lang='{language}'><body><h1>{title}</h1>{rows}</body></html>"


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("de", "Das Interview führten Ida Kell und Tom Verk", ("Ida Kell", "Tom Verk")),
        ("de", "Interview: Ida Kell und Tom Verk", ("Ida Kell", "Tom Verk")),
        ("fr", "Propos recueillis par Ida Kell et Tom Verk", ("Ida Kell", "Tom Verk")),
        ("ru", "Текст: Анна Варнова, Иван Келл", ("Анна Варнова", "Иван Келл")),
        ("el", "Γράφουν οι Άννα Κέλλη και Νίκος Βάρνας", ("Άννα Κέλλη", "Νίκος Βάρνας")),
        ("en", "Words and pictures: Ida Kell", ("Ida Kell",)),
    ],
)
def test_a_label_with_names_signs_at_the_headline_and_at_the_end(language, line, authors):
    for source in (page(language, line, "12.03.2024"), page(language, line), page(language, tail=line)):
        record = clean(source, media_type="text/html")
        assert record.authors == authors
        assert all(line != paragraph.text for paragraph in record.paragraphs)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Ida Kell · Nov. 12, 2023", "2023-11-12"),
        ("Ida Kell, Nov. 12, 2023", "2023-11-12"),
        ("Nov. 12, 2023 | Ida Kell", "2023-11-12"),
        ("Ida Kell | Brask Courier", None),
        ("Ida Kell • 3 min read", None),
        ("Ida Kell, staff writer | November 12, 2023 | Brask Courier", "2023-11-12"),
    ],
)
def test_a_name_beside_a_date_or_paper_below_the_headline_is_no_part_of_the_body(line, date):
    record = clean(page("en", line), media_type="text/html")
    assert (record.authors, record.date) == (("Ida Kell",), date)
    assert [paragraph.text for paragraph in record.paragraphs] == list(STORIES["en"][1:])


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("By Ida Kell and Tom Verk | Brask Courier | May 3, 2024", True),
        ("Ida Kell", False),
        ("May 3, 2024", False),
        ("Ida Kell | Bridges and ferries", False),
        ("Ida Kell found the old captain at home on May 3, 2024", False),
        ("Interview: Ida Kell found the old captain at home", False),
        ("Ida Kell/Brask Courier/Getty Images", False),
        ("Ida Kell, president of the ferry company that was sold to the museum on Monday", False),
    ],
)
def test_a_signature_has_names_and_what_stands_with_them_and_nothing_else(text, signs):
    assert is_signature(text) is signs


@pytest.mark.parametrize(
    ("language", "name"),
    [("he", "נועם שקדי"), ("ar", "رنا الحلواني"), ("zh", "沈若川"), ("ja", "瀬戸 花子"), ("ko", "김보라")],
)
def test_a_bare_name_without_capitals_signs_between_headline_and_date_or_story(language, name):
    for source in (page(language, name, "12.3.2024"), page(language, name)):
        record = clean(source, media_type="text/html")
        assert record.authors == (name.replace(" ", "") if language == "ja" else name,)
        assert all(name != paragraph.text for paragraph in record.paragraphs)


@pytest.mark.parametrize(("language", "label"), [("he", "חדשות חוץ"), ("ar", "الأخبار المحلية"), ("zh", "国际新闻"), ("ko", "정치부")])
def test_a_rubric_without_capitals_signs_nothing(language, label):
    assert not is_uncased_name(label)
    assert clean(page(language, label, "12.3.2024"), media_type="text/html").authors == ()


def test_a_bare_name_that_the_story_speaks_of_does_not_sign():
    told = page("he", "נועם שקדי", "12.3.2024").replace("ראש המועצה", "נועם שקדי")
    assert clean(told, media_type="text/html").authors == ()


def test_who_edited_is_no_author():
    assert clean(page("en", "Redigeret af Ida Kell", "12.03.2024"), media_type="text/html").authors == ()
