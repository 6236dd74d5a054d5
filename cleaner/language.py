"""The language of a page: by script and stop words where these decide, by langdetect where not, which takes some for a relative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from threading import Lock

from cleaner import relatives
from cleaner.regexes import regex

SAMPLE_CHARS = 4000
"""Characters of prose that are looked at; more changes nothing and costs time."""
PROSE_CHARS, WRAPPED_CHARS = 80, 40
"""Characters from which a line is prose, and from which it may be a line of prose that was wrapped at a column."""
ENOUGH_CHARS = 300
"""Characters of prose that are enough to tell its language; with fewer, shorter lines are looked at as well, where another language
may stand. Of 831 development pages as wrapped Markdown 16 are taken wrongly, with 200 characters 19, with 400 15."""
STOP_DENSITY = 0.12
"""Share of stop words from which one language's lead is believed; running text has 0.25 to 0.5."""
STOP_LEAD = 1.6
"""How many times more stop words the first language must show than the second."""
MIN_STOP_HITS = 4
"""Stop words from which one language's lead is believed: three may stand in a quotation. Field observation."""
MIN_LETTERS = 20
"""Letters from which a language is guessed at all."""
SCRIPT_SHARE = 0.3
"""Share of the letters in a script from which it decides; foreign names bring less."""

STOPWORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in is that for it with was on as by at from be this are have has not but had his they were "
        "which you an or their its who will would she he been more if about",
        "de": "der die das und in den von zu mit sich des ist im dem nicht ein eine als auch es an er hat aus bei wird sind "
        "nach wie war einen noch einer um am dass werden haben wurde",
        "fr": "le la les de des et en un une du est que qui dans pour au sur pas par plus ce se avec il sont ne son sa cette "
        "été aux ont mais nous vous leur",
        "es": "el la los las de que y en un una se del por con no para su al lo como más es este pero sus fue ha también "
        "entre sobre ya cuando desde son",
        "it": "il di che la e in un per una non sono con si da del della le dei al nel come più anche i alla gli è ha delle "
        "lo questo ma dal suo stato",
        "pt": "o a de que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou foi são "
        "também pelo pela",
        "nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door naar maar uit dan nog "
        "worden werd heeft over deze",
        "sv": "och i att det som en på är av för med den till inte har de om ett han men var jag sig från så kan när under",
        "da": "og i at det er en til på af for med den de der som ikke har et han var om men fra sig vi kan efter også",
        "nb": "og i det er på en til av for at som med de den har ikke et om han var fra seg ble men vi kan etter også være",
        "is": "og að í á er sem við til en ekki var hann fyrir með af það þar hafa eru frá um hún því þau þeir segir eftir hefur "
        "þess sé úr",
        "af": "die en van het nie wat vir met op te dat sê om hy ook uit aan kan sy deur hulle ons hierdie maar na oor nou "
        "teen moet",
        "pl": "w i na z się do nie że jest o to od za jak po co przez dla jego tak ale czy był oraz które przed jej także",
        "cs": "a v se na je že s z do o i to k ve pro za by jsou ale po jako od které při byl podle jeho také",
        "tr": "ve bir bu da de için ile olarak daha çok olan gibi ne en sonra kadar olduğu var ancak her göre",
        "fi": "ja on ei että se oli hän mutta myös kun ovat joka tai niin kuin ole sen mukaan jo voi ollut",
        "hu": "a az és hogy nem is egy volt ez meg de el csak már vagy ami azt mint még lesz után",
        "ro": "și de la în a cu pe că nu o din pentru care este mai un au fost sunt prin să ale dar",
        "id": "yang dan di dengan untuk ini dari itu tidak dalam pada akan ke juga ada adalah oleh telah karena",
        "sw": "na ya wa kwa katika ni za la cha vya kuwa huo hiyo hii pia baada alisema amesema wake yake zake ambao kama lakini "
        "hilo wao kutoka",
        "ru": "и в не на что с по как из к за его от у для это при о же но то был до год также который",
        "uk": "і в на що з не до та за як у про це для від його також який але по був під",
        "bg": "и на в за да от се не с е че по са като до при който това но има",
        "eu": "eta ez du da esan bere egin dira ere zen izan duen baina dela zuen ditu dituzte zuten dute izango behar diren baino hori dutela ziren zuela dezan",
        "ha": "cewa wannan kuma suka wanda bayan cikin amma saboda zai wasu yana sun ana masu shi yi tsakanin wata wadanda domin inda "
        "ta ya an ji mai ba daga ranar sai aka hakan kasar shekaru",
        "mt": "li ta tal għal minn dan kien hija huwa biex jew kif dwar fuq din wara mill fil mal kienu mhux iżda dawn lil tas qal kellu",
        "ga": "agus bhí sé tá leis gur atá faoi raibh beidh chun nach ach dá dúirt ar sa bheith cé aon bhfuil chomh ina",
        "el": "και το της του η την τον με στο που για να τα από στην είναι δεν θα οι ο",
    }.items()
}
_SPEAKERS: dict[str, tuple[str, ...]] = {
    spelt: tuple(code for code, stop in STOPWORDS.items() if word in stop)
    for word in sorted({word for stop in STOPWORDS.values() for word in stop})
    for spelt in {word, word.replace("ss", "ß")}
}
"""Stop word -> the languages it belongs to; `daß` is one as `dass` is."""
SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", regex(r"[\u3040-\u30ff]")),
    ("ko", regex(r"[\uac00-\ud7af]")),
    ("zh", regex(r"[\u4e00-\u9fff]")),
    ("th", regex(r"[\u0e00-\u0e7f]")),
    ("he", regex(r"[\u0590-\u05ff]")),
    ("el", regex(r"[\u0370-\u03ff]")),
    ("hi", regex(r"[\u0900-\u097f]")),
    ("ka", regex(r"[\u10a0-\u10ff]")),
    ("hy", regex(r"[\u0530-\u058f]")),
    ("am", regex(r"[\u1200-\u137f]")),
    ("my", regex(r"[\u1000-\u109f]")),
    ("km", regex(r"[\u1780-\u17ff]")),
    ("lo", regex(r"[\u0e80-\u0eff]")),
    ("si", regex(r"[\u0d80-\u0dff]")),
    ("or", regex(r"[\u0b00-\u0b7f]")),
)
_JAPANESE_SHARE = 0.1
DEVANAGARI: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "hi": "है हैं और नहीं में के को का की ने से पर यह था थे थी गया किया",
        "mr": "आहे आहेत आणि नाही यांनी मध्ये असे ते केली केले झाली झाले त्यांनी असून मात्र आले करण्यात असल्याने",
        "ne": "छ छन् हो गर्न गरेको भएको थियो गरे भने रहेको लागि पनि नेपाल गर्ने",
    }.items()
}
"""Frequent words of one of the languages in this script that the others have not; the first language is taken where none leads."""
_DEVANAGARI_WORD = regex(r"[\u0900-\u0963\u0970-\u097f]+")
"""A word with its vowel signs, which are no letters to `re`."""
DATA_CHARS, DATA_SPACED = 40, 20
"""Characters from which a run without a space is encoded data, and characters for each space in lines that may hold some."""
_NO_WORDS = regex(rf"[!-~]*(?:://|\]\(|/[!-~]*/)[!-~]*|[!-~]{{{DATA_CHARS},}}")
"""An address or a path, with the link it may belong to, and encoded data: long, and in no language."""
_WORD = regex(r"[^\W\d_]+")
_MARKS = "’“”‘„–—‑…•™€\u200b"
"""Marks that are often all that a text holds beside Latin-1."""
_LATIN = "".join(char.lower() if _WORD.match(char) else " " for char in map(chr, range(256))).encode("latin-1")
"""Latin-1's letters in lower case, and a space for whatever else."""
_SCRIPTED = regex("[%s]" % "".join(pattern.pattern[1:-1] for _, pattern in SCRIPTS))  # noqa: UP031  # one class
_ONLY_BANTU = "sw"
"""The detector knows one Bantu language and takes all others for it; Swahili itself is told by its stop words, Zulu and Xhosa by theirs."""
_lock = Lock()


def sample(texts: Sequence[str]) -> str:
    """Return the first `SAMPLE_CHARS` characters of prose, or of shorter lines too, without addresses and data."""
    prose: list[str] = []
    length = 0
    for text in texts:
        if len(text) >= PROSE_CHARS and len(plain := _plain(text)) >= PROSE_CHARS:
            prose.append(plain)
            length += len(plain)
            if length >= SAMPLE_CHARS:
                break
    chosen = prose if length >= ENOUGH_CHARS else _with_shorter(prose, texts)
    return " ".join(chosen)[:SAMPLE_CHARS]


def _with_shorter(prose: list[str], texts: Sequence[str]) -> list[str]:
    """Return what there is of prose, then the lines that may be wrapped, then, where both are little, all others."""
    plain = [*map(_plain, texts)]
    chosen = prose + [line for line in plain if WRAPPED_CHARS <= len(line) < PROSE_CHARS]
    if sum(map(len, chosen)) < ENOUGH_CHARS:
        chosen += [line for line in plain if len(line) < WRAPPED_CHARS]
    return chosen


def _plain(text: str) -> str:
    """Return a text without addresses and data."""
    return _NO_WORDS.sub(" ", text) if "/" in text or _may_hold_data(text) else text


def _may_hold_data(text: str) -> bool:
    return len(text) >= DATA_CHARS and text.count(" ") * DATA_SPACED < len(text)


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, empty when there is too little to tell."""
    text = text[:SAMPLE_CHARS]
    words, letters, latin = _words(text)
    by_script = _by_script(text, letters) if not latin and _SCRIPTED.search(text) else ""
    if by_script:
        return by_script
    if letters < MIN_LETTERS:
        return ""
    return relatives.by_frequent_words(words) or (not latin and relatives.by_letters(words)) or relatives.relative_of(_by_stop_words(words) or _by_detector(text), words)


def _words(text: str) -> tuple[list[str], int, bool]:
    """Return the words of `text`, its runs of letters, case-folded but for ß, how many letters they have, and if all are Latin-1's.

    Most texts are Latin-1 but for a few marks; these are taken apart at a quarter of the regex's cost.
    """
    for mark in "" if text.isascii() else _MARKS:
        text = text.replace(mark, " ")
    try:
        bare = text.encode("latin-1").translate(_LATIN)
    except UnicodeEncodeError:
        found = _WORD.findall(text)
        return [*map(str.casefold, found)], sum(map(len, found)), False
    return bare.decode("latin-1").split(), len(bare) - bare.count(b" "), True


def _by_script(text: str, letters: int) -> str:
    for code, pattern in SCRIPTS:
        share = _JAPANESE_SHARE if code == "ja" else SCRIPT_SHARE
        if letters and len(pattern.findall(text)) >= max(2, share * letters):
            return _of_devanagari(text) if code in DEVANAGARI else code
    return ""


def _of_devanagari(text: str) -> str:
    """Return the language of a text in this script, by its frequent words."""
    words = Counter(_DEVANAGARI_WORD.findall(text))
    return max(DEVANAGARI, key=lambda code: sum(words[word] for word in DEVANAGARI[code]))


def by_stop_words(text: str) -> str:
    """Return the language whose stop words clearly prevail in `text`, empty when none does."""
    words, _, _ = _words(text)
    return relatives.relative_of(_by_stop_words(words), words)


def _by_stop_words(words: Sequence[str]) -> str:
    counts = Counter(filter(_SPEAKERS.__contains__, words))
    hits: dict[str, int] = {}
    for word, count in counts.items():
        for code in _SPEAKERS[word]:
            hits[code] = hits.get(code, 0) + count
    ranks = sorted(((count, code) for code, count in hits.items()), reverse=True)
    if not ranks:
        return ""
    (first, code), second = ranks[0], ranks[1][0] if len(ranks) > 1 else 0
    if first >= MIN_STOP_HITS and first >= STOP_DENSITY * len(words) and first >= STOP_LEAD * second:
        return code
    return ""


def _by_detector(text: str) -> str:
    """Return langdetect's language of `text`, empty where it knows none; Zulu and Xhosa are told from there by their words."""
    from cleaner import langdetector  # noqa: PLC0415  # half of the package's start-up time

    with _lock:
        code = langdetector.detect(text)
    if code == _ONLY_BANTU:
        return ""
    return "nb" if code == "no" else code.split("-", maxsplit=1)[0]
