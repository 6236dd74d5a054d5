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
    ],
)
def test_near_misses_are_no_dates(text):
    assert found(text) == []


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
