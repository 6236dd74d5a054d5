"""Dates as papers print them in each language, and words and figures that look like dates and are none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cleaner import clean
from cleaner.dates import find, read
from cleaner.jalali import gregorian
from cleaner.months import _NAMES, MONTHS, _folded, month

DAY = "2026-11-26"
NOON_PAST = f"{DAY}T14:05"


def found(text, language=""):
    return [stamp.iso for stamp in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "Nov. 26, 2026 at 2:05 p.m.", NOON_PAST),
        ("en", "26 OCT 2026", "2026-10-26"),
        ("en", "26/Nov/2026", DAY),
        ("de", "Donnerstag, 26. November 2026, 14:05 Uhr", NOON_PAST),
        ("fr", "le 26 novembre 2026 à 14h05", NOON_PAST),
        ("es", "26 de noviembre de 2026 a las 14:05", NOON_PAST),
        ("ca", "26 de novembre de 2026 a les 14:05", NOON_PAST),
        ("ca", "26 d'abril de 2026", "2026-04-26"),
        ("gl", "26 de xuño de 2026", "2026-06-26"),
        ("eu", "2026ko azaroaren 26a", DAY),
        ("it", "26 novembre 2026 ore 14:05", NOON_PAST),
        ("pt", "26 de novembro de 2026 às 14h05", NOON_PAST),
        ("ro", "26 noiembrie 2026, ora 14:05", NOON_PAST),
        ("nl", "26 november 2026 om 14:05", NOON_PAST),
        ("sv", "26 november 2026 klockan 14.05", NOON_PAST),
        ("da", "26. november 2026 kl. 14.05", NOON_PAST),
        ("nb", "26. des. 2026 kl. 14:05", "2026-12-26T14:05"),
        ("is", "26. nóvember 2026 kl. 14:05", NOON_PAST),
        ("fi", "26.11.2026 klo 14.05", NOON_PAST),
        ("fi", "26. marraskuuta 2026 kello 14.05", NOON_PAST),
        ("et", "26. detsember 2026 kell 14:05", "2026-12-26T14:05"),
        ("et", "2026. aasta 26. november", DAY),
        ("lv", "2026. gada 26. novembrī plkst. 14:05", NOON_PAST),
        ("lt", "2026 m. lapkričio 26 d. 14:05", NOON_PAST),
        ("pl", "26 listopada 2026 r., godz. 14:05", NOON_PAST),
        ("cs", "26. listopadu 2026 v 14:05", NOON_PAST),
        ("sk", "26. októbra 2026 o 14:05", "2026-10-26T14:05"),
        ("sl", "26. avgust 2026 ob 14.05", "2026-08-26T14:05"),
        ("hr", "26. studenoga 2026. u 14:05", NOON_PAST),
        ("bs", "26. novembar 2026. u 14:05", NOON_PAST),
        ("sr", "26. новембар 2026. у 14:05", NOON_PAST),
        ("sq", "26 Nëntor 2026", DAY),
        ("hu", "2026. november 26. 14:05", NOON_PAST),
        ("hu", "2026. márc. 6., 14:05", "2026-03-06T14:05"),
        ("hu", "2026. november 26., csütörtök 14:05", NOON_PAST),
        ("tr", "26 KASIM 2026 - 14:05", NOON_PAST),
        ("tr", "26 ŞUBAT 2026 Perşembe 14:05", "2026-02-26T14:05"),
        ("az", "26 noyabr 2026, 14:05", NOON_PAST),
        ("ru", "26 ноября 2026 г. в 14:05", NOON_PAST),
        ("ru", "26-го ноября 2026, 14:05 МСК", f"{NOON_PAST}+03:00"),
        ("uk", "26 листопада 2026 р. о 14:05", NOON_PAST),
        ("be", "26 лістапада 2026, 14:05", NOON_PAST),
        ("bg", "26 ноември 2026 г., 14:05", NOON_PAST),
        ("bg", "26-ти ноември 2026", DAY),
        ("mk", "26 ноември 2026 во 14:05", NOON_PAST),
        ("el", "26 Νοεμβρίου 2026, ώρα 14:05", NOON_PAST),
        ("el", "26ης Νοεμβρίου 2026", DAY),
        ("el", "26 ΜΑΪΟΥ 2026 2:05 μ.μ.", "2026-05-26T14:05"),
        ("id", "Kamis, 26 Agustus 2026 pukul 14.05 WIB", "2026-08-26T14:05+07:00"),
        ("id", "26 Nopember 2026, 14.05 WITA", f"{NOON_PAST}+08:00"),
        ("ms", "26 Ogos 2026", "2026-08-26"),
        ("vi", "26 tháng 11, 2026", DAY),
        ("vi", "Thứ năm, 26/11/2026, 14:05 (GMT+7)", f"{NOON_PAST}+07:00"),
        ("vi", "ngày 26 tháng 11 năm 2026 lúc 14:05", NOON_PAST),
        ("vi", "26 Tháng Mười Một, 2026", DAY),
        ("vi", "Tháng Năm 6, 2026", "2026-05-06"),
        ("ga", "26 Deireadh Fómhair 2026", "2026-10-26"),
        ("cy", "26 Tachwedd 2026", DAY),
        ("ar", "26 نوفمبر 2026 - 14:05", NOON_PAST),
        ("ar", "٢٦ نوفمبر، ٢٠٢٦ الساعة ٢:٠٥ مساءً", NOON_PAST),
        ("ar", "26 تشرين الثاني 2026", DAY),
        ("ar", "26 نوفمبر/ تشرين الثاني 2026", DAY),
        ("ar", "26 نوفمبر (تشرين الثاني) 2026", DAY),
        ("ar", "\u200f26 نوفمبر\u200f 2026م", DAY),
        ("ar", "26 إبريل 2026", "2026-04-26"),
        ("fa", "۲۶ نوامبر ۲۰۲۶ ساعت ۱۴:۰۵", NOON_PAST),
        ("fa", "پنجشنبه ۵ آذر ۱۴۰۵ - ۱۴:۰۵", NOON_PAST),
        ("fa", "۱۴۰۵/۰۹/۰۵ ۱۴:۰۵", NOON_PAST),
        ("fa", "۰۵ آذرماه ۱۴۰۵", DAY),
        ("fa", "۱۲ دي ۱۴۰۳", "2025-01-01"),
        ("en", "November 26. 2026", DAY),
        ("fa", "۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("fa", "2 خرداد 1402", "2023-05-23"),
        ("fa", "۱۲ اسد ۱۴۰۳", "2024-08-02"),
        ("ur", "26 نومبر 2026ء", DAY),
        ("ur", "26 نومبر ، 2026", DAY),
        ("he", "26 בנובמבר 2026 בשעה 14:05", NOON_PAST),
        ("hi", "२६ नवंबर २०२६, १४:०५", NOON_PAST),
        ("hi", "फ़रवरी 6, 2026", "2026-02-06"),
        ("mr", "26 नोव्हेंबर 2026", DAY),
        ("bn", "২৬ জানুয়ারী ২০২৬, ১৪:০৫", "2026-01-26T14:05"),
        ("th", "26 พฤศจิกายน พ.ศ. 2569 เวลา 14.05 น.", NOON_PAST),
        ("th", "๒๖ พ.ย. ๒๕๖๙", DAY),
        ("th", "26 ก.พ. 2026", "2026-02-26"),
        ("th", "26 พ.ย. 69", DAY),
        ("th", "26 พฤศจิกายน 69 เวลา 14.05 น.", NOON_PAST),
        ("ja", "2026年11月26日(木) 14:05", NOON_PAST),
        ("ja", "2026年11月26日 14時05分", NOON_PAST),
        ("ja", "2026年11月26日 午後2時5分", NOON_PAST),
        ("ja", "2026年11月26日 午後2時", "2026-11-26T14:00"),
        ("ja", "令和8年11月26日", DAY),
        ("ja", "令和８年１１月２６日　14:05", NOON_PAST),
        ("ja", "令和元年11月26日", "2019-11-26"),
        ("ja", "2026年（令和8年）11月26日", DAY),
        ("ko", "2026.11.26. 오후 2:05", NOON_PAST),
        ("ko", "2026년 11월 26일 오후 2시 5분", NOON_PAST),
        ("zh", "2026年11月26日 下午2:05", NOON_PAST),
        ("zh", "2026年11月26日 14时05分", NOON_PAST),
        ("zh", "2026-11-26 星期四 14:05", NOON_PAST),
        ("zh", "民國115年11月26日 14:05", NOON_PAST),
        ("zh", "二〇二六年十一月二十六日", DAY),
        ("hu", "2026. november 26. – 14:05", NOON_PAST),
        ("ru", "14:05, 26 ноября 2026", NOON_PAST),
        ("ru", "14:05 26.11.2026", NOON_PAST),
        ("fa", "۱۴:۰۵ - ۵ آذر ۱۴۰۵", NOON_PAST),
        ("it", "14:05 del 26 novembre 2026", NOON_PAST),
        ("en", "2:05 PM EST, Thu November 26, 2026", f"{NOON_PAST}-05:00"),
        ("en", "2:05 pm on Thursday, 26 November 2026", NOON_PAST),
    ],
)
def test_each_language_s_dates(language, text, iso):
    assert found(text) == [iso]
    assert found(text, language) == [iso]
    assert read(text) == iso


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("26. listopada 2026.", "hr", "2026-10-26"),
        ("26 listopada 2026", "pl", DAY),
        ("26 lip 2026", "hr", "2026-06-26"),
        ("26 lip 2026", "", "2026-07-26"),
        ("26 srp 2026", "cs", "2026-08-26"),
        ("26 srp 2026", "hr", "2026-07-26"),
        ("26 srp 2026", "", None),
        ("26 marras 2026", "fi", DAY),
        ("12 kol 2026", "", None),
        ("26/11/2569", "th", DAY),
        ("26/11/2569", "", None),
        ("1405/09/05", "fa", DAY),
        ("1405/09/05", "ar", None),
    ],
)
def test_a_word_that_is_another_month_elsewhere_is_told_by_the_page_s_language(text, language, iso):
    assert found(text, language) == ([iso] if iso else [])


@pytest.mark.parametrize(
    "text",
    [
        "In November stiegen die Preise um 26 Prozent.",
        "May Torrin, 26, won 20 of 25 races.",
        "Ostrey 2026 v 26.11",
        "Version 26.11.5 of 2026",
        "26 Kronen 2026",
        "iPhone 12 Pro 2023",
        "In 2019. March 5 people came",
        "V listopadu přišlo 26 lidí.",
        "2026. évi 26 forint",
        "26 तारीख 2026",
        "২৬ টাকা ২০২৬",
        "26 บาท 2569",
        "26 шекелей 2569",
        "26 November 2569",
        "26 tháng 13, 2026",
        "11 tháng 2026",
        "1405/09/26",
        "٢٦/٩/١٤٤٥",
        "۳۰ اسفند ۱۴۰۲",
        "۲۶ آذر ۱۳۵۰",
        "26 تومان 1405",
        "31 Νοεμβρίου 2026",
        "Nov/Dec 2026",
        "2026-11T14:05",
        "12/serie/2026",
        "Kasım 26 ve 2026",
        "昭和20年8月15日",
        "二〇二六年十三月一日",
        "令和8年の26日",
        "3 คน 69 ปี",
        "26 พ.ย. 69.5",
    ],
)
def test_near_misses_are_no_dates(text):
    assert found(text) == []


def test_a_time_between_two_dates_is_that_of_the_first():
    assert found("26 November 2026 14:05, 28 November 2026") == [NOON_PAST, "2026-11-28"]
    assert found("Published 14:05 26.11.2026 (updated: 15:30 28.11.2026)") == [NOON_PAST, "2026-11-28T15:30"]
    assert found("He won 3:20 on 26 November 2026") == ["2026-11-26T03:20"]
    assert found("He won by 3:95 on 26 November 2026") == [DAY]
    assert found("26 November 2026 – 9 December 2026") == [DAY, "2026-12-09"]


def test_months_without_a_day():
    assert read("Νοέμβριος 2026") == "2026-11"
    assert read("พฤศจิกายน 2569") == "2026-11"
    assert read("नवंबर 2026") == "2026-11"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-13", None),
        ("2024-00", None),
        ("9999999999", None),
        ("0000000001", None),
        ("20240501T107599Z", "2024-05-01"),
        ("May 2, 2024 10:00 +99:99", "2024-05-02T10:00"),
        ("May 2, 2024 10:00 +15:00", "2024-05-02T10:00"),
        ("May 2, 2024 10:00 -03:60", "2024-05-02T10:00"),
        ("May 2, 2024 10:00 +14:00", "2024-05-02T10:00+14:00"),
        ("4 Μαΐου 2024 3:00 \u00b5.\u00b5.", "2024-05-04T15:00"),
        ("4 Μαΐου 2024 3:00 π.\u00b5.", "2024-05-04T03:00"),
        ("03/04/2024 10:00 Uhr", "2024-04-03T10:00"),
        ("03/04/2024 10 Uhr", "2024-04-03"),
    ],
)
def test_months_moments_zones_and_hours_that_are_none_are_not_told(value, iso):
    assert read(value) == iso


def test_the_solar_calendar_runs_without_a_gap():
    years = [gregorian(year, 1, 1) for year in range(1360, 1480)]
    ends = [gregorian(year, 12, 30) or gregorian(year, 12, 29) for year in range(1360, 1480)]
    assert all(after - before == timedelta(days=1) for before, after in zip(ends, years[1:], strict=False))
    assert {(day.month, day.day) for day in years} <= {(3, day) for day in (19, 20, 21, 22)}
    assert gregorian(1402, 7, 31) is None


def test_a_name_means_one_month_wherever_it_stands():
    for row in _NAMES.values():
        numbered = list(enumerate(row.split("|"), 1))
        assert len(numbered) == 12
        for number, names in numbered:
            assert {MONTHS[_folded(name)] for name in names.split()} <= {number}


def test_names_are_known_without_accents_and_in_capitals():
    assert month("ΔΕΚΕΜΒΡΙΟΥ") == month("décembre") == month("DÉCEMBRE") == month("decembre") == 12
    assert month("HAZİRAN") == 6
    assert month("Maximum") is None


def test_glued_words_leave_the_month():
    assert [(stamp.iso, stamp.start) for stamp in find("PublishedNov 26, 2026")] == [(DAY, 9)]


STORY = "".join(
    f"<p>Two hundred people of Ostrey lost their jobs in {month}, the owners of the mill said, and few found new ones.</p>"
    for month in ("June", "July", "August", "September")
)


def cleaned(line, language="en"):
    page = f"<html lang='{language}'><body><h1>Ostrey Closes the Fish Market</h1><p>{line}</p>{STORY}</body></html>"
    return clean(page, media_type="text/html")


@pytest.mark.parametrize(
    ("language", "published", "modified"),
    [
        ("de", "Veröffentlicht", "Aktualisiert"),
        ("fr", "Publiée le", "Mise à jour le"),
        ("es", "Publicada", "Actualizada"),
        ("ca", "Publicat", "Actualitzat"),
        ("it", "Pubblicata", "Aggiornata"),
        ("pt", "Publicado", "Alterado"),
        ("ro", "Publicat", "Actualizat"),
        ("nl", "Gepubliceerd", "Bijgewerkt"),
        ("sv", "Publicerades", "Uppdaterades"),
        ("da", "Publiceret", "Ændret"),
        ("nb", "Publisert", "Endret"),
        ("is", "Birt", "Uppfært"),
        ("fi", "Julkaistu", "Päivitetty"),
        ("et", "Avaldatud", "Uuendatud"),
        ("lv", "Publicēts", "Atjaunots"),
        ("lt", "Paskelbta", "Atnaujinta"),
        ("pl", "Opublikowano", "Zaktualizowano"),
        ("cs", "Publikováno", "Aktualizováno"),
        ("sk", "Publikované", "Aktualizované"),
        ("sl", "Objavljeno", "Posodobljeno"),
        ("hr", "Objavljeno", "Ažurirano"),
        ("sr", "Објављено", "Ажурирано"),
        ("sq", "Publikuar", "Përditësuar"),
        ("hu", "Megjelent", "Frissítve"),
        ("tr", "Yayınlanma", "Güncelleme"),
        ("ru", "Опубликовано", "Обновлено"),
        ("uk", "Опубліковано", "Оновлено"),
        ("bg", "Публикувана", "Обновена"),
        ("mk", "Објавено", "Изменето"),
        ("el", "Δημοσιεύθηκε", "Ενημερώθηκε"),
        ("id", "Diterbitkan", "Diperbarui"),
        ("vi", "Đăng", "Cập nhật"),
        ("ar", "تاريخ النشر", "آخر تحديث"),
        ("fa", "تاریخ انتشار", "به‌روزرسانی"),
        ("ur", "شائع", "اپ ڈیٹ"),
        ("he", "פורסם", "עודכן"),
        ("hi", "प्रकाशित", "अपडेट"),
        ("bn", "প্রকাশ", "আপডেট"),
        ("th", "เผยแพร่", "อัปเดต"),
    ],
)
def test_each_language_s_labels_tell_publication_from_change(language, published, modified):
    record = cleaned(f"{modified}: 28.11.2026 14:05 | {published}: 26.11.2026 14:05")
    assert (record.date, record.date_modified) == (NOON_PAST, "2026-11-28T14:05")


def test_the_page_s_language_says_which_month_is_meant():
    assert cleaned("26. listopada 2026.", "hr-HR").date == "2026-10-26"
    assert cleaned("26 listopada 2026", "pl").date == DAY
    assert cleaned("26 listopada 2026").date == DAY


def test_a_month_in_two_words_is_no_author():
    assert cleaned("Ida Kell, Tháng Năm 6, 2026").authors == ("Ida Kell",)


def test_the_country_says_what_figures_mean_wherever_they_stand():
    shown = "<time datetime='03/04/2024'>%s</time>"
    head = "<meta property='article:published_time' content='03/04/2024'>"
    for language, day in (("en-GB", "2024-04-03"), ("en-US", "2024-03-04")):
        for told in (f"<p>{shown % 'Wednesday'}</p>", f"<p>{shown % '03/04/2024'}</p>", head):
            page = f"<html lang='{language}'><h1>Ostrey Closes the Fish Market</h1>{told}{STORY}</html>"
            assert clean(page, media_type="text/html").date == day


def test_a_zone_that_no_clock_keeps_is_no_error():
    page = "<meta property='article:published_time' content='2024-05-01T10:00:00Z'><h1>Ostrey Closes the Fish Market</h1>"
    record = clean(f"{page}<p>Published May 2, 2024 10:00 +99:99</p>{STORY}", media_type="text/html")
    assert record.error is None
    assert record.date


@pytest.mark.parametrize(
    ("said", "fetched", "kept"),
    [
        ("2024-05-02T06:00:00+09:00", "2024-05-01T22:00:00Z", True),
        ("2024-05-02T08:00:00+09:00", "2024-05-01T22:00:00Z", False),
        ("2024-05-02T06:00", "2024-05-01T22:00:00Z", True),
        ("2024-05-02", "2024-05-01", True),
        ("2024-05-03", "2024-05-01", False),
        ("2025", "2024-05-01", False),
    ],
)
def test_a_day_ahead_of_the_fetch_may_be_its_day_in_the_east(said, fetched, kept):
    page = f"<meta property='article:published_time' content='{said}'><h1>Ostrey Closes the Fish Market</h1>{STORY}"
    assert bool(clean(page, media_type="text/html", fetched=fetched).date) is kept


@pytest.mark.parametrize(
    ("shown", "date"),
    [
        ("It was sold on Monday.", "2024-02-12"),
        ("It was last painted on 29/11/2023.", "2024-12-02"),
        ("It was last painted on 11/29/2023.", "2024-02-12"),
        ("The sale was agreed in December 2024.", "2024-12-02"),
        ("The sale was agreed on February 3, 2024.", "2024-02-12"),
        ("The sale was agreed on 3 May.", "2024-12-02"),
        ("The sale was agreed on May 3.", "2024-02-12"),
        ("The sale was agreed on 2 December, the roof mended on February 3.", "2024-12-02"),
        ("It went for £400.", "2024-12-02"),
        ("It went for £400, or about $500.", "2024-02-12"),
    ],
)
def test_what_else_stands_on_an_english_page_tells_day_from_month(shown, date):
    story = (
        "The council of Brask sold the old ferry to a museum in Ostrey, which wants to show it in its yard.\n\n"
        f"Nobody had made another offer, the mayor said, and the boat had been leaking since the winter. {shown}"
    )
    record = clean(f"Old Ferry of Brask Is Sold\n\nPublished: 02/12/2024\n\n{story}", media_type="text/plain")
    assert record.date == date


@pytest.mark.parametrize(
    ("other", "date"),
    [
        ("It was last painted on 11.24.23.", "2024-02-12"),
        ("It was last painted on 24.11.23.", "2024-12-02"),
        ("It was last painted in the summer.", "2024-12-02"),
        ("Its ropes, 11.24.23 and 24.11.23, are new.", "2024-12-02"),
    ],
)
def test_dots_part_month_and_day_where_another_date_shows_it(other, date):
    story = "The council of Brask sold the old ferry to a museum in Ostrey, which wants to show it in its yard, the mayor said."
    record = clean(f"Old Ferry of Brask Is Sold\n\n02.12.24\n\n{story}\n\n{story} {other}", media_type="text/plain")
    assert record.date == date


@pytest.mark.parametrize(
    ("line", "date", "modified"),
    [
        ("Posted on November 26, 2026 in Town, Harbour, Markets, Fishing, Weather, Ferries, Opinion, Letters and Everything Else", DAY, None),
        ("By Ida Kell, Tom Varn and Una Bree on November 26, 2026 | Comments | Harbour | Everything that happens there", DAY, None),
        ("November 28, 2026 November 26, 2026", DAY, "2026-11-28"),
        ("Tom 2026-11-28T13:00:39+00:00 November 26th, 2026 | Fish", DAY, "2026-11-28T13:00:39Z"),
        ("November 26, 2026November 28, 2026", DAY, None),
    ],
)
def test_date_lines_begin_with_a_deed_or_signature_and_may_hold_two_days(line, date, modified):
    record = cleaned(line)
    assert (record.date, record.date_modified) == (date, modified)


def test_a_sentence_that_begins_with_a_deed_or_a_name_is_no_date_line():
    assert cleaned("Posted to Pell in the autumn of the year before last, he came home on November 26, 2026, to find the market gone.").date is None
    assert cleaned("Tom Varn came home from Pell on November 26, 2026, to find that the whole of the old market was gone.").date is None


def test_the_label_of_a_day_above_the_headline_stands_above_it():
    record = clean(f"<p>Blog</p><p>26 November 2026</p><h1>Ostrey Closes the Fish Market</h1><p>Updated: often</p>{STORY}", media_type="text/html")
    assert (record.date, record.date_modified) == (DAY, None)


def test_tags_below_the_story_do_not_part_its_day_from_it():
    tags = "".join(f"<li>#{tag}</li>" for tag in ("ferries", "harbour", "museum"))
    tagged = f"<h1>The Old Ferry of Brask Is Sold</h1>{STORY}<ul class='tags'>{tags}</ul>"
    assert clean(f"{tagged}<p>May 3, 2024</p>", media_type="text/html").date == "2024-05-03"
    other = "<h4><a href='/weir'>The Weir of Tamm Gets a New Gate</a></h4>"
    assert clean(f"{tagged}{other}<p>May 3, 2024</p>", media_type="text/html").date is None


def test_the_day_below_the_headline_comes_before_those_of_the_menu_above():
    menu = "".join(f"<li><a href='/{day}'>Ferry news</a> <time datetime='2026-12-{day}'>Dec {day}</time></li>" for day in (17, 16))
    head = "<h1>Ostrey Closes the Fish Market</h1><p><time datetime='2026-11-26'>Nov 26</time> by Ida Kell</p>"
    assert (clean(f"<ul>{menu}</ul>{head}{STORY}", media_type="text/html").date or "")[:10] == DAY


@pytest.mark.parametrize("rows", [("Case study 12.18.2025", "Blog post 12.17.2025", "Report 12.16.2025"), ("December 18, 2025",)])
def test_several_days_below_titles_behind_the_story_are_those_of_others(rows):
    tail = "".join(f"<p>How the ferrymen of pier {number} spend their days</p><p>{row}</p>" for number, row in enumerate(rows))
    date = clean(f"<h1>Ostrey Closes the Fish Market</h1>{STORY}{tail}", media_type="text/html").date
    assert date is None or len(rows) == 1


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://paper.example/news/fish-market-closes-20261126", DAY),
        ("https://paper.example/20261126/fish-market-closes.html", DAY),
        ("https://paper.example/news/fish-market-closes-20261326", None),
        ("https://paper.example/news/fish-market-closes-120261126", None),
    ],
)
def test_an_address_may_hold_the_day_without_marks(address, date):
    assert clean(f"<h1>Ostrey Closes the Fish Market</h1>{STORY}", media_type="text/html", url=address).date == date


def test_a_clock_of_24_hours_before_a_date_puts_the_day_first():
    story = "The council of Brask sold the old ferry to a museum in Ostrey, which wants to show it in its yard, the mayor said."
    record = clean(f"Old Ferry of Brask Is Sold\n\n17:20 02/12/2024\n\n{story}\n\n{story}", media_type="text/plain")
    assert (record.date or "")[:10] == "2024-12-02"


CARD = "<article><a href='/2'><h3>%s</h3></a><p>By Tom Varn</p><p>11 January 2021</p></article>"
CARDS = "".join(map(CARD.__mod__, ("Ferry Strike Enters Third Week", "Storm Over Brask Takes Forty Roofs")))


@pytest.mark.parametrize("heading", ["", "<h2>Related stories</h2>", "<h2>Read next</h2>"])
@pytest.mark.parametrize("paragraphs", [1, 2, 4])
def test_no_story_has_the_date_of_another(heading, paragraphs):
    story = "".join(f"{paragraph}</p>" for paragraph in STORY.split("</p>")[:paragraphs])
    page = f"<html lang='en'><body><h1>Ostrey Closes the Fish Market</h1>{story}{heading}{CARDS}</body></html>"
    assert clean(page, media_type="text/html").date is None


@pytest.mark.parametrize(
    "line",
    [
        "The fair opens on 20 September 2025.",
        "On 22 June 2024 the neighbours can ask questions in the gym.",
        "The choir was founded on 3 March 1982 in a barn.",
        "Am 22. Juni 2024 können die Nachbarn fragen, was sie wollen.",
        "Today is July 16, 2025",
        "The fair runs from 3 May 2024 to 9 May 2024",
        "3 May 2024 – 9 May 2024",
        "Next event: 12 November 2025",
        "Open day: 12 Nov 2025",
        "Photo taken 3 May 2024",
        "</p><figure><figcaption>The market on 3 May 2024</figcaption></figure><p>",
    ],
)
def test_days_that_are_told_are_not_the_story_s(line):
    assert cleaned(line).date is None
    assert cleaned(f"{line}</p><p>26 November 2026").date == DAY


@pytest.mark.parametrize(
    ("line", "date", "modified"),
    [
        ("This story was first published on 26 November 2026.", DAY, None),
        ("This story was amended on 28 November 2026.", None, "2026-11-28"),
        ("Posted by the harbour desk on Thursday 26 November 2026 from the quay.", DAY, None),
        ("By Ida Kell, 26 November 2026.", DAY, None),
        ("November 26, 2026 at 2:05 p.m.", NOON_PAST, None),
        ("Zuletzt geändert am 28. November 2026</p><p>Am 3. Mai 2026 war der Markt noch offen.", None, "2026-11-28"),
        ("26. November 2026, Stand: 28. November 2026", DAY, "2026-11-28"),
        ("Stand: 26. November 2026", DAY, None),
        ("26 novembre 2026 (modifica il 28 novembre 2026 | 14:05)", DAY, "2026-11-28T14:05"),
        ("Dernière modification : 28 novembre 2026", None, "2026-11-28"),
        ("Aangepast op 28 november 2026", None, "2026-11-28"),
        ("Erstellt: 26. November 2026, letzte Bearbeitung: 28. November 2026", DAY, "2026-11-28"),
    ],
)
def test_sentences_with_a_label_and_labels_of_changes(line, date, modified):
    record = cleaned(line)
    assert (record.date, record.date_modified) == (date, modified)


PUBLISHED, UPDATED = "2026-11-26", "2026-11-28"


@pytest.mark.parametrize(
    ("line", "modified"),
    [
        (f"<time class='updated' datetime='{UPDATED}'>Saturday</time> <time class='published' datetime='{PUBLISHED}'>Thursday</time>", UPDATED),
        (f"<time class='entry-date published' datetime='{PUBLISHED}'>Thu</time> <time class='updated' datetime='{UPDATED}'>Sat</time>", UPDATED),
        (f"<time itemprop='dateModified' datetime='{UPDATED}'>Sat</time> <time itemprop='datePublished' datetime='{PUBLISHED}'>Thu</time>", UPDATED),
        (f"<time class='entry-date published updated' datetime='{PUBLISHED}'>Thursday</time>", None),
        (f"<time class='updated' datetime='{PUBLISHED}'>Thursday</time>", None),
        (f"<time datetime='{PUBLISHED}'>26 Nov</time>, updated <time datetime='{UPDATED}'>28 Nov</time>", None),
        (f"<span itemprop='datePublished' content='{PUBLISHED}'>Thursday</span>", None),
        (f"<span property='dc:date dc:created' content='{PUBLISHED}'>Thursday</span>", None),
        (f"<abbr class='published' title='{PUBLISHED}'>Thursday</abbr>", None),
        ("<time title='November 26, 2026'>two days ago</time>", None),
        (f"<time data-published='{PUBLISHED}'>two days ago</time>", None),
        ("<time data-date='November 26, 2026' data-format='short'>two days ago</time>", None),
    ],
)
def test_each_element_says_itself_what_its_day_is(line, modified):
    record = cleaned(line)
    assert (record.date, record.date_modified) == (PUBLISHED, modified)


def test_a_label_is_believed_more_than_the_class_of_one_element():
    assert cleaned(f"Updated <time class='published' datetime='{UPDATED}'>Saturday</time>").date is None
    assert cleaned("<abbr class='published' title='Ostrey Harbour Board'>OHB</abbr>").date is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("17/11/201917/11/2019 ~ Ole Varn", "2019-11-17"),
        ("Veröffentlicht am 5. März 202012. März 2020 von Ole", "2020-03-05"),
        ("13 mars 202014 mars 2020", "2020-03-13"),
        ("2019-11-172019-11-18", "2019-11-17"),
        ("3.05.20204.05.2024", "2020-05-03"),
    ],
)
def test_the_days_of_writing_and_of_change_are_told_apart_where_nothing_stands_between(text: str, iso: str) -> None:
    assert found(text)[0] == iso


@pytest.mark.parametrize("text", ["Order 12-11-20191234", "3/4/20245", "5 May 20245000"])
def test_a_year_with_other_figures_behind_it_is_none(text: str) -> None:
    assert not found(text)


def test_the_next_date_is_no_time() -> None:
    assert found("12.05.2020 12.05.2021") == ["2020-05-12", "2021-05-12"]
    assert found("08.22.16. 08.22.16")[0] == "2016-08-22"
