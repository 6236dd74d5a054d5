"""Words that stand before the names of a signature: “By”, “Eine Analyse von”, “Беседовала”, “Texto y fotos:”."""

from __future__ import annotations

import re

_BY = {
    "en": r"by", "de": r"von", "fr": r"par", "es": r"por", "it": r"di|a\s+cura\s+di", "nl": r"door", "sv": r"av", "da": r"af",
    "pl": r"przez|(?:roz|na)?(?:mawia|pisa)(?:ł[ai]?|li)|opracował[ai]?|opublikował[ai]?|dodał[ai]?|oprac|autor(?:ka)?(?:\s+tekstu)?",
    "ru": r"беседовал[аи]?|подготовил[аи]?|записал[аи]?|написал[аи]?|опубликовал[аи]?|добавил[аи]?|автор(?:ы)?(?:\s+(?:текста|статьи))?|текст",
    "uk": r"розмовля(?:в|л[аи])|спілкува(?:вся|л[аи]ся)|підготува(?:в|л[аи])|записа(?:в|л[аи])|автор(?:к[аи]|и)?(?:\s+тексту)?",
    "el": r"του|της|των|από(?:\s+τ(?:ον|ην?|ους|ις))?|γράφ(?:ει|ουν)(?:\s+(?:ο|η|οι))?|συνέντευξη\s+στ(?:ον|ην?|ους|ις)",
    "fi": r"kirjoittan(?:ut|eet)|toimittan(?:ut|eet)|julkaissut|teksti", "tr": r"yazan", "id": r"oleh", "hr": r"piše", "sr": r"пише", "sq": r"shkruan",
    "vi": r"bởi", "ar": r"بقلم", "he": r"מאת",
}  # fmt: skip
"""By language, what signs before a name without a colon."""
_WORKS = {
    "en": r"(?:(?:originally|first)\s+)?(?:written|story|report(?:ed)?|reporting|words|text|posted|published|article|analysis|review(?:ed)?"
    r"|interview|opinion|commentary|column|essay|authored|created)",
    "de": r"(?:eine?\s+)?(?:artikel|kommentar|gastbeitrag|analyse|kolumne|beitrag|bericht|essay|glosse|interview|leitartikel|reportage|rezension|text)"
    r"|aufgezeichnet|eingestellt|geschrieben|protokolliert|veröffentlicht|verfasst",
    "fr": r"propos\s+recueillis|recueillis?|(?:entretien|interview)\s+réalisée?|écrit|rédigé|(?:publié|mis)(?:\s+en\s+ligne)?"
    r"|(?:une?\s+)?(?:analyse|article|chronique|entretien|interview|reportage|texte)",
    "es": r"(?:escrit|firmad|publicad|realizad|redactad|subid)[oa]s?|(?:una?\s+)?(?:análisis|artículo|columna|crónica|entrevista|reportaje|texto)",
    "pt": r"(?:uma?\s+)?(?:análise|artigo|coluna|cr[óô]nica|reportagem)",
    "it": r"(?:una?\s+|un['’]\s?)?(?:analisi|articolo|commento|editoriale|intervista|reportage|testo)",
    "nl": r"(?:een\s+)?(?:analyse|artikel|column|commentaar|interview|opinie|reportage|verhaal)|geschreven|gepubliceerd",
    "da": r"(?:en\s+|et\s+)?(?:analyse|anmeldelse|artikel|debatindlæg|indlæg|interview|klumme|kommentar|kronik|leder|reportage|tekst)|skrevet|publiceret",
    "nb": r"(?:artikkel|debattinnlegg|innlegg|intervju|kronikk|reportasje)|publisert",
    "sv": r"(?:en\s+|ett\s+)?(?:analys|artikel|debattartikel|krönika|ledare|recension)|skriv(?:en|et)|publicera[dt]",
}
"""By language, the work or deed before “by”."""
_OF = {
    "fr": r"(?:une?\s+)?(?:analyse|article|billet|chronique|éditorial|texte|tribune|reportage)\s+de|(?:une\s+)?(?:analyse|tribune)\s+d['’]",
    "es": r"(?:una?\s+)?(?:análisis|artículo|columna|crónica|entrevista|reportaje|texto)\s+de",
    "pt": r"(?:uma?\s+)?(?:análise|artigo|coluna|cr[óô]nica|entrevista|reportagem|texto)\s+de",
    "it": r"(?:pubblicat|redatt|scritt)[oa]\s+da", "nl": r"(?:een\s+)?(?:analyse|column|opinie|reportage)\s+van",
    "ro": r"(?:un\s+|o\s+)?(?:analiză|articol|comentariu|editorial|interviu|reportaj|text)(?:\s+realizat)?\s+de|(?:scris|publicat|redactat|realizat|postat)\s+de",
    "de": r"das\s+(?:interview|gespräch)\s+führten?",
}  # fmt: skip
"""By language, works and deeds with a word behind them that signs nothing by itself. A portrait “de” somebody is of somebody."""
_COLONED = {
    "en": r"authors?|writers?|reporters?|written|words|text|interview", "de": r"autor(?:en|in|innen)?|protokoll|redakcja",
    "fr": r"auteurs?|textes?|entretien|propos\s+recueillis|reportage", "es": r"autor(?:es|as?)?|textos?|entrevista|reportaje|de", "pt": r"reportagem",
    "it": r"autor[ei]|autric[ei]|test[oi]|intervista", "ro": r"autorul|interviu|redactor|reporter",
    "da": r"journalist|forfatter|skribent|tekst", "nb": r"intervju", "sv": r"författare|reportage",
    "fi": r"tekijä|kirjoittaja|toimittaja|haastattelu|teksti", "et": r"toimetaja|kirjutas", "lt": r"autorė|autorius|autoriai|parengė", "lv": r"autors",
    "pl": r"tekst|wywiad|opracowanie|korespondent(?:ka)?", "sl": r"avtor(?:ji|ica)?", "sr": r"аутор", "hr": r"piše", "bg": r"автори", "sq": r"shkruan",
    "hu": r"szerző|írta|interjú", "id": r"penulis|oleh", "vi": r"tác giả",
    "tr": r"yazar|haber(?:i\s+yazan)?|muhabir|röportaj|söyleşi|hazırlayan|derleyen",
    "ru": r"интервью|корреспондент|журналист(?:ка)?", "uk": r"інтерв['’ʼ]ю|текст|кореспондент(?:ка)?|журналіст(?:ка)?",
    "el": r"συντάκτ(?:ης|ρια)|ρεπορτάζ|κείμενο|συνέντευξη|αρθρογράφος|γράφ(?:ει|ουν)",
    "he": r"נכתב על ידי|מאת|כתב|כתבת", "fa": r"نویسنده|نويسنده|خبرنگار|گزارشگر", "ur": r"مصنف|رپورٹر", "ar": r"الكاتب|كتب",
    "hi": r"लेखक|संवाददाता", "bn": r"লেখক|প্রতিবেদক", "th": r"ผู้เขียน|โดย", "zh": r"作者|图文|文|文字|撰文|撰稿|采写|采访|执笔|記者|记者",
    "ja": r"取材|執筆者?|筆者|著者|ライター|文・写真|写真・文|取材・文|聞き手|構成", "ko": r"글|글쓴이|필자|작성자",
}  # fmt: skip
"""By language, what signs with a colon behind it."""
_PHOTOS = r"bild(?:er)?|fot[oy]s?|fotografier|kuvat?|photos?|pictures?|фото|φωτογραφίες"
_AND = r"\s*(?:&|\+|/|\b(?:and|e|en|et|i|ja|och|og|und|y|и|і|та|και)\b)\s*"


def _any(words: dict[str, str]) -> str:
    return "|".join(words.values())


LABEL = re.compile(
    rf"^\W*(?:(?:(?:{_any(_WORKS)})\s+)*(?:{_any(_BY)})\b\.?|(?:{_any(_OF)})\b(?-i:(?=\s*[^\W\d_a-zß-ÿ]))|(?-i:B[yY](?=[A-Z][a-z])))(?:\s*:)?\s*",
    re.IGNORECASE,
)
"""A label that needs no colon, though it may have one."""
BARE_LABEL = re.compile(rf"^\W*(?:(?:{_PHOTOS}){_AND})?(?:{_any(_COLONED)})(?:{_AND}(?:{_PHOTOS}))?\s*[：:/／=＝|｜丨]\s*", re.IGNORECASE)
"""A label with its colon."""
PREPOSITION = re.compile(r"^D[ea]\s+(?=[^\W\d_a-zß-ÿ])")
"""A word of Romance languages that signs, and begins family names elsewhere."""
