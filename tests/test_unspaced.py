"""Stories in scripts without spaces or with stops of their own are stories, whatever furniture stands about them."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.tokens import count_words, counted

THAI = (
    "สภาเมืองบรัสก์ตัดสินใจเมื่อวันจันทร์ว่าจะปิดสะพานท่าเรือเก่าเป็นเวลาหนึ่งปี หลังจากอภิปรายกันนานสี่ชั่วโมงและวิศวกรเตือนว่าเสาสองต้นขยับ",
    "นายกเทศมนตรีกล่าวว่าเราไม่มีทางเลือกอื่น เรือข้ามฟากไปออสตรานด์จะออกทุกสิบนาทีตั้งแต่เดือนมิถุนายน และผู้ขี่จักรยานโดยสารได้ฟรีทุกวัน",
    "เจ้าของร้านบนถนนควอร์รีกลัวว่าจะขายของไม่ได้ ครั้งที่แล้วใช้เวลาสามปี เจ้าของร้านโคมไฟกล่าว สภาเมืองจะชดเชยหนึ่งในสามของความเสียหาย",
)
URDU = (
    "برسک کی شہری کونسل نے پیر کی شام چار گھنٹے کی بحث کے بعد فیصلہ کیا کہ بندرگاہ کا پرانا پل ایک سال کے لیے بند رہے گا۔",
    "میئر نے کہا کہ ہمارے پاس کوئی اور راستہ نہیں ہے اور اوسٹرانڈ جانے والی کشتی ہر دس منٹ بعد چلے گی اور سائیکل سوار مفت سفر کریں گے۔",
    "دکانداروں کو اپنے کاروبار کا خوف ہے کیونکہ پچھلی بار پل تین سال تک بند رہا تھا، چراغ بیچنے والے ایک دکاندار نے بتایا۔",
)
PAGES = {
    "th": (THAI, ("หน้าแรก", "เมนู", "ค้นหา"), ("ข่าวที่เกี่ยวข้อง", "เรือใหม่มาถึงแล้ว", "แชร์")),
    "ur": (URDU, ("صفحہ اول", "مینو", "تلاش"), ("متعلقہ خبریں", "نئی کشتی پہنچ گئی", "شیئر کریں")),
}


@pytest.mark.parametrize("code", PAGES)
def test_the_story_stays_and_the_furniture_goes(code: str) -> None:
    story, above, below = PAGES[code]
    record = clean("\n\n".join((*above, *story, *below)), media_type="text/plain")
    assert record.language == code
    assert [p.text for p in record.paragraphs] == list(story)


@pytest.mark.parametrize(("text", "low", "high"), [(THAI[0], 20, 40), (URDU[0], 20, 30), ("Two words", 2, 2), ("日本語の文", 2, 3)])
def test_words_are_counted_where_no_space_parts_them(text: str, low: int, high: int) -> None:
    assert low <= count_words(text) <= high
    assert counted([text, "“quoted”"]) == (count_words(text), 1)


def test_a_short_paragraph_without_spaces_is_no_heading() -> None:
    text = (
        "第一期工程\n\n根据方案，工程将于今年九月动工，主要清理港池淤泥和加固堤岸。\n\n"
        "第二期将修复两座石砌仓库，引入书店、咖啡馆和小型展览馆，并沿岸修建一条四公里长的步道，镇长周明远在会上表示。"
    )
    assert [p.role for p in clean(text).paragraphs] == ["heading", "paragraph", "paragraph"]
