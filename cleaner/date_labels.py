"""Words before a date that say whether it is that of the publication or of a change."""

from __future__ import annotations

import re
from collections.abc import Mapping

UNSPACED = ("ja", "zh", "ko", "hi", "bn", "th")
"""Languages whose words stand unparted, or end in signs that are no letters to `re`."""
MODIFIED_WORDS = {
    "en": r"updated?|last\s+(?:updated|modified|edited|changed)|modified|edited|revised|reviewed|corrected|amended",
    "de": r"aktualisiert|aktualisierung|letzte\s+änderung|geändert|bearbeitet|bearbeitung|überarbeitet",
    "fr": r"mise?\s+à\s+jour|modifiée?|modification|actualisée?",
    "es": r"actualizad[oa]|actualización|modificad[oa]|modificación|editad[oa]",
    "ca": r"actualitza(?:t|da)|actualització|modificat",
    "it": r"aggiornat[oa]|aggiornamento|modificat[oa]|modifica",
    "pt": r"atualizad[oa]|atualização|modificação|alterad[oa]|alteração",
    "ro": r"actualizată?|actualizare|actualizării|modificată|modificare",
    "nl": r"bijgewerkt|laatst|gewijzigd|aangepast",
    "sv": r"uppdatera(?:d|t|des)|ändrad",
    "da": r"opdateret|ændret",
    "nb": r"oppdatert|sist|endret",
    "nn": r"endra",
    "lb": r"aktualiséiert|aktualiséierung|ännerung",
    "is": r"uppfær[tð]|breytt",
    "fi": r"päivitetty|muokattu",
    "et": r"uuendatud|muudetud|täiendatud",
    "lv": r"atjauno(?:ts|ta)|atjaunināt[sa]|papildināt[sa]",
    "lt": r"atnaujint[ao]s?|papildyta",
    "pl": r"zaktualizowan[oay]|aktualizacja|zmodyfikowan[oay]",
    "cs": r"aktualizován[oay]|aktualizace|upraveno|změněno",
    "sk": r"aktualizovan[éáý]|aktualizácia|upraven[éáý]|zmenené",
    "sl": r"posodobljeno|osveženo|spremenjeno",
    "hr": r"ažuriran[oa]|ažuriranje|osvježeno|izmijenjeno|izmenjeno|izmj?ena",
    "sr": r"ажуриран[оа]|ажурирање|измењено|измена",
    "sq": r"përditësuar|përditësimi",
    "hu": r"frissítve|frissítés|frissült|módosítva|módosítás",
    "tr": r"güncelleme|güncellendi",
    "az": r"yenilənib",
    "ru": r"обновлен[оа]|обновлён|обновление|изменен[оа]",
    "uk": r"оновлен[оа]|оновлення|змінен[оа]",
    "be": r"абноўлена",
    "bg": r"обновен[оа]|актуализиран[оа]|актуализация|променен[оа]|промяна",
    "mk": r"изменето|ажурирано|промена",
    "el": r"ενημερώθηκε|ενημέρωση|τροποποιήθηκε|τροποποίηση|επικαιροποιήθηκε|ανανεώθηκε",
    "id": r"diperbarui|diperbaharui|pembaruan|diubah",
    "ms": r"dikemas\s+kini",
    "vi": r"cập\s+nhật|sửa\s+đổi",
    "ga": r"nuashonraithe",
    "ar": r"(?:ال)?تحديث|التعديل",
    "fa": r"ب[هہ][ \u200c]?روز[ \u200c]?رسانی|بروزرسانی|ویرایش",
    "ur": r"اپ\s?ڈیٹ",
    "he": r"עודכן|עודכנה|עדכון",
    "hi": r"अपडेट|अद्यतन|संशोधित",
    "bn": r"আপডেট|হালনাগাদ",
    "th": r"อัปเดต|อัปเดท|อัพเดต|อัพเดท|แก้ไข|ปรับปรุง",
    "ja": r"更新",
    "ko": r"수정|업데이트",
}
PUBLISHED_WORDS = {
    "en": r"published|posted|created|issued|filed|first\s+published|originally\s+published|date",
    "de": r"veröffentlicht|erschienen|erstellt",
    "fr": r"publiée?|parue?|mise?\s+en\s+ligne",
    "es": r"publicad[oa]|publicación",
    "ca": r"publicat|publicació",
    "it": r"pubblicat[oa]|pubblicazione",
    "pt": r"publicação",
    "ro": r"publicată|publicării|postat",
    "nl": r"gepubliceerd|geplaatst",
    "sv": r"publicera(?:d|t|des)",
    "da": r"publiceret|udgivet|offentliggjort",
    "nb": r"publisert",
    "is": r"birt|birtist",
    "fi": r"julkaistu",
    "et": r"avaldatud|lisatud",
    "lv": r"publicēt[sa]",
    "lt": r"paskelbta|publikuota",
    "pl": r"opublikowan[oay]|data\s+publikacji",
    "cs": r"publikován[oay]|zveřejněno|vydáno",
    "sk": r"publikovan[éáý]|zverejnen[éáý]|pridan[éáý]",
    "hr": r"objavljen[oa]|datum\s+objave",
    "sr": r"објављено",
    "sq": r"publikuar|botuar",
    "hu": r"megjelent|közzétéve|publikálva|publikálás",
    "tr": r"yayınlanma|yayınlandı|giriş",
    "ru": r"опубликован[оа]|публикаци[яи]",
    "uk": r"опублікован[оа]|публікації",
    "be": r"апублікавана",
    "az": r"dərc\s+olunub|dərc\s+edilib|yayımlanıb",
    "lb": r"publizéiert|verëffentlecht",
    "bg": r"публикуван[оа]",
    "mk": r"објавено",
    "el": r"δημοσιεύ[τθ]ηκε|δημοσίευσ(?:η|ης)|αναρτήθηκε",
    "id": r"diterbitkan|dipublikasikan|terbit|tayang|diunggah",
    "vi": r"đăng|xuất\s+bản",
    "ga": r"foilsithe",
    "ar": r"نُ?شر|النشر",
    "fa": r"منتشر\s+شده|انتشار",
    "ur": r"شائع|اشاعت",
    "he": r"פורסם|פורסמה|פרסום",
    "hi": r"प्रकाशित",
    "bn": r"প্রকাশ",
    "th": r"เผยแพร่|โพสต์",
    "ja": r"公開|掲載",
    "zh": r"发布|發布",
    "ko": r"입력|등록",
}
"""By language; what is written alike in several stands with one of them."""
AS_OF_WORDS = {"de": r"stand", "en": r"as\s+of", "fr": r"état\s+au", "nl": r"stand\s+van"}
"""Words before the day up to which a text holds: that of its publication, unless another day is named for that."""
OTHER_WORDS = {
    "en": r"today(?:['’]s\s+date)?\s+is|expires?|valid|effective|deadline|(?:photo|picture|image)\s+taken|retrieved|accessed|next|upcoming|open\s+until",
    "de": r"heute\s+ist|gültig|abgerufen|aufgenommen|nächster?|einsendeschluss|anmeldeschluss",
    "fr": r"nous\s+sommes|aujourd['’]hui|valable|consulté|photo\s+prise|prochaine?",
    "es": r"hoy\s+es|válid[oa]|vence|consultado|foto\s+tomada|próxim[oa]",
    "it": r"oggi\s+è|scade|consultato|foto\s+scattata|prossim[oa]",
    "pt": r"hoje\s+é|acessado|foto\s+tirada",
    "nl": r"vandaag\s+is|geldig|geraadpleegd|eerstvolgende",
}
"""Words before a day that is none of the page's: that of the visit, of an event, of a picture."""


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern of all languages' words: what stands before a date is short, and often in another language than the page."""
    parted = "|".join(row for language, row in words.items() if language not in UNSPACED)
    unspaced = [row for language, row in words.items() if language in UNSPACED]
    return re.compile("|".join([rf"\b(?:{parted})\b", *unspaced]), re.IGNORECASE)


MODIFIED = _pattern(MODIFIED_WORDS)
PUBLISHED = _pattern(PUBLISHED_WORDS)
AS_OF = _pattern(AS_OF_WORDS)
OTHER = _pattern(OTHER_WORDS)
