"""Languages that are taken for a relative: Slovak for Czech by its stop words, Serbian and Malay for others by langdetect, which knows neither.

They are told by frequent words that the relative has not, and read with its rules where they have none of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

FEWEST, FEWEST_IN_SHORT = 3, 2
"""Telling words from which a text is in the language that has them; two may stand in a quotation, but for a short text."""
SHORT_WORDS = 40
"""Words up to which a text is short: about two sentences. Field observation."""

_CYRILLIC = {
    "ru": "что это как его для из или она они только также было году",
    "uk": "що це як його для із або вона вони від про та було році є яка він цього буде під",
    "bg": "със ще че към това които след бяха беше години между само който която каза тя през къде също",
    "mk": "со ќе тоа ги го овој кои беше биде години помеѓу само дека кој вели велат ниту сите",
    "sr": "је су који које није ће би када јер још шта са према рекао рекла ово ове био била били као године кад већ бити",
    "be": "што гэта яго або яна яны каб ад якія таксама было быў паводле годзе яе якая іх ў пра толькі ён будзе будуць сказаў "
        "кажа",
    "kk": "және бұл үшін мен деп бойынша туралы болып оның болды жылы",
    "ky": "жана бул үчүн менен деп боюнча тууралуу болуп анын болду жылы",
    "mn": "нь энэ болон байна гэж юм бол байгаа онд тухай",
}
_FAMILIES: Sequence[Mapping[str, str]] = (
    _CYRILLIC,
    {
        "cs": "ve jsou také který která byl byla bylo při není jako ještě uvedl řekl protože které podle více než její",
        "sk": "sa čo keď vo sú ktorý ktorá ktoré tiež bol bola bolo aj ešte ako uviedol povedal pretože ktorej uviedla povedala nie "
        "podľa približne alebo ich jej budú",
        "sl": "ki pa so tudi kot bil bilo še in ter zaradi njihovi nekaj lahko da iz med ni bo bodo jo naj ob če kateri katera katere katerem",
        "hr": "koji koja koje će nije bio su kako ili što šta te već da još iz nisu rekao rekla kada kaže prema uz",
    },
    {
        "hr": "gdje prije poslije uvijek ovdje vrijeme dio mjesto mjesta mjesec mjeseci mjeseca riječ dvije svijet svijeta djece "
        "dijete cijena cijelo riječima tko nitko netko tjedan tjedna umjesto ponedjeljak ponedjeljka nedjelja nedjelje općina "
        "općine općini tisuća djeca vlak siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga "
        "prosinca",
        "sr": "gde pre posle uvek ovde vreme vremena deo mesto mesta mesec meseci meseca reč dve svet sveta dece dete cena celo "
        "ponedeljka rečima ko niko neko umesto ponedeljak nedelja nedelje opština opštine opštini saopštila saopšteno hiljada "
        "hiljade deca telo sneg reka reke mleko deda januara februara marta aprila juna jula avgusta septembra oktobra novembra "
        "decembra",
    },
    {
        "pt": "não uma são em um também pelo pela às seu",
        "es": "los las y fue más lo pero también su sus",
        "gl": "unha non polo pola tamén coa dun dunha nunha dixo máis xa onte polas polos coas ata cando hai quedou unhas súa",
        "ca": "amb els les però són aquest aquesta dels també seva seu va i fins perquè quan on què més hi als ho",
    },
    {"fi": "että mutta myös ovat hän joka kun sen ole", "et": "ning ka kui oma aga mis või see et ka sest"},
    {
        "id": "karena bahwa bisa saat sebuah namun usai sejumlah warga mengatakan ujar ujarnya yaitu",
        "tl": "ang ng mga ay para hindi siya niya nang",
        "ms": "kerana bahawa ialah beliau iaitu manakala sahaja sekiranya berikutan menerusi tiada berkata seramai apabila boleh daripada "
        "dipercayai semasa kerajaan dijangka selepas isnin khamis jumaat ahad polis mangsa jambatan majlis perbandaran ogos",
    },
    {
        "": "",
        "zu": "ukuthi futhi ngoba kusho uma njengoba lokhu ngesikhathi ngemuva kanti lapho nokuthi lolu lesi leli noma okwamanje",
        "xh": "ukuba kwaye kuba xa okanye njengoko oku ngexesha emva utsho ukanti esithi apho nokuba okokuba kananjalo ngoku",
    },
    {
        "so": "ayaa waxaa oo uu iyo inay inuu waxay lagu aan sheegay",
        "ha": "cewa wannan kuma suka wanda bayan cikin amma saboda wasu yana sun ana masu shi tsakanin",
    },
    {"tr": "ve için ile ancak olduğunu kadar", "az": "və üçün ilə isə deyib bildirib olunub edib də görə"},
    {
        "de": "und nicht ist auf mit auch für von das ein sich wird werden eine einen einer im zum zur",
        "nl": "het een van niet zijn ook voor dat",
        "lb": "fir vun ass mat och hunn déi gëtt eng net huet sech engem enger keng datt hir hien si awer méi wéi sinn ginn",
    },
    {"nb": "ikke jeg fra være noe bare hun mye", "nn": "ikkje eg dei ein eit frå vere noko berre ho mykje kvar kva korleis nokon kjem vert vart sidan åra"},
    {
        "ar": "في من على أن إلى التي هذا عن الذي بعد",
        "fa": "است این که در با را برای شد کرد",
        "ur": "ہے کے میں کی اور کا سے نے ہیں",
        "ps": "چې په کې سره شوي دي کړي دغه",
        "ckb": "لە بە کە ئەو بۆ لەگەڵ هەر ئەم",
        "ug": "ۋە بىلەن بۇ دەپ بولغان ئۇ",
    },
)
"""Languages that are near each other, each with frequent words that the others have not. Serbian has relatives in either script; those
without one that is told stand beside the empty code."""
_STRANGERS = {
    "la": "sed quod quae autem enim quam atque eius ejus neque nec vel etiam apud quoque tamen igitur ipse erat erant esse ut quem quos omnes omnia omnibus deinde iis "
        "nunc haec lorem ipsum amet consectetur elit eiusmod tempor veniam nostrud aliqua magna labore dolore",
    "eo": "kaj estas estis estos ankaŭ tiu tiuj kiu kiuj kiun kiel pri ĉi ĝi ĝis ĉar antaŭ laŭ ĉiuj aŭ sian",
    "oc": "dins foguèt fuguèt èra èran fòrça tanben çò dempuèi aviá avián aqueste aqueles òm nòu lenga",
    "br": "hag gant evit zo oa vez eus deus ouzh",
    "mg": "izay ary tsy hoy ireo amin tamin ity izany",
    "ht": "nan pou yon fè kòm gen",
    "ga": "agus bhí beidh éis arsa gach dúirt faoi bhfuil raibh chuig nuair seo",
}  # fmt: skip
"""Languages that nothing here knows, and Irish, whose shortest words are Portuguese and Polish too, each with frequent words that no other has:
langdetect takes Latin, and the text that stands where none is written yet, for Catalan, Esperanto for Slovene."""
STRANGE = {word: code for code, words in _STRANGERS.items() for word in words.split()}
"""Such a word -> its language."""
ALONE = {"ħ": "mt"}
"""Letters that one language alone writes; langdetect takes Maltese for Estonian."""
STRANGE_FEWEST, STRANGE_SHARE = 4, 0.05
"""Such words, and words with such a letter, from which they tell, as three may stand in a quotation, and their share of all: Latin has them as every
tenth to eighth word."""
LETTERS: Mapping[str, frozenset[str]] = {
    code: frozenset(letters)
    for code, letters in {
        "cs": "ěřů", "sk": "ľĺŕ", "hr": "đć", "az": "ə", "uk": "їєґ", "be": "ў", "sr": "ђћđć", "mk": "ѓќѕ", "kk": "ғқұ",
    }.items()
}  # fmt: skip
"""Letters that a language's relatives do not write, Serbian and Croatian aside; a word with one tells as a frequent word does, once."""
WORDS: Mapping[str, Sequence[Mapping[str, frozenset[str]]]] = {
    code: [
        {other: frozenset(words.split()) for other, words in family.items()} for family in _FAMILIES if code in family
    ]
    for code in {code for family in _FAMILIES for code in family}
}
MISTAKEN = frozenset({"sr", "be", "kk", "ky", "mn", "gl", "ms", "az", "lb", "nn", "ps", "ckb", "ug", "hr", "sk", "sl", "mk", "ca", "et", "tl", "zu", "xh", "ha"})
"""Those that langdetect does not know, or that have no list of stop words: a paragraph of theirs may be taken for a relative's."""
PACKS: Mapping[str, tuple[str, ...]] = {
    "sr": ("hr", "mk"), "be": ("ru",), "kk": ("ru",), "ky": ("ru",), "gl": ("pt", "es"), "ms": ("id",), "az": ("tr",), "lb": ("de",), "nn": ("nb",),
    "ne": ("hi",), "bs": ("hr",), "oc": ("ca", "fr"), "br": ("fr",), "mg": ("fr",), "ht": ("fr",),
}  # fmt: skip
"""Language with no pack or a small one -> those whose packs are its next: these hold its cues too, or many of its words."""


def relative_of(code: str, words: Sequence[str]) -> str:
    """Return the language of a text of these case-folded `words` that was taken for `code`: itself, or a relative of it."""
    best, most = code, 0
    fewest = FEWEST if len(words) > SHORT_WORDS else FEWEST_IN_SHORT
    for family in WORDS.get(code, ()):
        hits = {other: sum(map(telling.__contains__, words)) for other, telling in family.items()}
        for other in LETTERS.keys() & family.keys():
            hits[other] += sum(not LETTERS[other].isdisjoint(word) for word in set(words) - family[other])
        other = max(hits, key=lambda one: (hits[one], one == code))
        if hits[other] >= fewest and hits[other] > most and other != code:
            best, most = other, hits[other]
    return relative_of(best, words) if best != code and len(WORDS[best]) > 1 else best


def by_frequent_words(words: Sequence[str]) -> str:
    """Return the language of a text of these case-folded `words` where it is one that the detector takes for another, else nothing."""
    found = Counter(code for word in words if (code := STRANGE.get(word)))
    code, hits = found.most_common(1)[0] if found else ("", 0)
    return code if hits >= max(STRANGE_FEWEST, STRANGE_SHARE * len(words)) else ""


def by_letters(words: Sequence[str]) -> str:
    """Return the language of a text of these case-folded `words` where many have a letter that no other language writes, else nothing."""
    joined = " ".join(words)
    for letter, code in ALONE.items():
        if letter in joined and sum(letter in word for word in words) >= max(STRANGE_FEWEST, STRANGE_SHARE * len(words)):
            return code
    return ""


def are_near(one: str, other: str) -> bool:
    """Say whether two languages are the same, or a paragraph in one may have been taken for one in the other."""
    if one == other or MISTAKEN.isdisjoint((one, other)):
        return one == other
    near = {code for family in WORDS.get(one, ()) for code in family}
    return other in near or any(other in family for code in near for family in WORDS[code])
