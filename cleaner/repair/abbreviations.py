"""Abbreviations that end in a period without ending the sentence, by language.

The sets are closed and small on purpose: ranks, titles and the other short forms that a name, a number or the
rest of the phrase must follow. Short forms that often do end a sentence (`etc.`, `Inc.`, `Jr.`, `a.m.`) are
left out. Words stand as they are written, without the last period; case counts, because `No.` is an
abbreviation and `no.` ends a sentence.
"""

from __future__ import annotations

from functools import lru_cache

from cleaner.regexes import regex

TAIL_CHARS = 40
"""How much of the end of a text is read; the longest entry has two words and ten letters."""


def words(text: str) -> frozenset[str]:
    """Return the set of the words of a text, which keeps long lists readable."""
    return frozenset(text.split())


MONTHS = words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
"""English months as news agencies shorten them; a day follows."""

COMMON = words("Dr Prof St Mr Mrs Ms Mme Mlle vs Hon Rev")
"""Short forms known in any language, because names are quoted across languages."""

_BY_LANGUAGE = {
    "en": MONTHS | words(
        "Adm Amb Asst Atty Brig Capt Cdr Cmdr Col Cpl Cmsgt Det Ens Fr Gen Gov Insp Lt Maj Messrs Msgr Pfc Pres Pte "
        "Pvt Rep Reps Sen Sens Sgt Spc Supt Treas Vice-Adm Dep Dist Eq Fig Figs Ft Mt No Nos Op Pp Vol Vols ca cf "
        "fig figs viz approx e.g i.e"
    ),
    "de": words(
        "Abb Abs Art Bd Bez Bl Dipl Fr Frl Gebr Hr Hrn Hrsg Ing Jg Kap Kfm Nr Nrn Oblt Ob Phil Rd Reg San Stud Tab "
        "Tel Ziff bzw ca evtl gem ggf inkl lt rd sog vgl zzgl d.h i.d.R u.a z.B z.T z.Zt o.g"
    ),
    "fr": words("Cie MM Me Mgr Mmes Mlles art cf chap env fig hab p.ex par.ex réf vol"),
    "es": words("Art Arq Cap Dña Dra Dres Excmo Fco Fdo Gral Hnos Ing Lic Mons Núm Pdte Prof Profa Sra Sras Sres "
                 "Srta Sto Sta Tte min núm p.ej pág págs D Sr"),
    "pt": words("Art Cap Cel Dra Eng Exmo Gen Profa Sra Sras Srta Sto Sta Ten Sr núm pág p.ex"),
    "it": words("Arch Avv Cap Col Dott Dott.ssa Egr Gen Geom Ing On Prof.ssa Rag Sen Sig Sigg Sig.ra Ten art cfr "
                 "ecc.a fig pag p.es"),
    "nl": words("Drs Dhr Ir Mej Mevr Mw Nr bijv blz ca d.w.z dhr drs mevr mr mw nl o.a"),
    "da": words("Hr Nr bl.a ca f.eks fhv kl nr pkt"),
    "nb": words("Hr Nr bl.a ca f.eks kl nr pkt"),
    "sv": words("Hr Nr bl.a ca dvs f.d kl nr t.ex s.k"),
    "fi": words("esim mm ns nk puh ts"),
    "pl": words("Ks al dr gen hab inż kard ks mgr np nr o.o por prof płk pl red ul św tzn tzw"),
    "cs": words("Ing Mgr MUDr JUDr PhDr RNDr Bc čp čís gen kpt mjr např npor plk por prof tj tzv ul sv"),
    "ru": words("акад вл ген гр г-н г-жа доц им кв корп напр обл пл пос проф рис ред руб стр св табл тел ул"),
    "uk": words("акад буд вул ген гр доц ім кв обл пл пос проф ред рис смт св стор тел"),
    "el": words("Αγ αρ βλ δρ κ κα καθ κκ λ.χ π.χ σελ τηλ"),
    "tr": words("Av Doç Org Öğr Tğm Yrd bkz örn"),
    "sk": words("Bc Ing JUDr MUDr Mgr PhDr RNDr doc gen kpt mjr napr npor plk por pplk prof sv tel tzn tzv t.j ul čl"),
    "sl": words("akad doc dr inž mag npr oz prof sv tel t.i ul št"),
    "hr": words("akad br dipl doc dr gđa gosp ing inž mag mr npr odn prof sc sv tel tj tzv ul"),
    "sr": words("akad br dipl doc dr gđa gosp inž mr npr odn prof sv tel tj tzv ul акад бр дипл доц др инж мр нпр проф св тел тј тзв ул"),
    "mk": words("акад бр доц д-р инж м-р проф св тел т.е ул"),
    "bg": words("акад арх бл бул ген гр г-жа г-н доц д-р инж кв напр о.з полк проф с св стр т.е т.нар тел ул чл"),
    "ca": words("Av Dra Hble Il·lm Mn Sr Sra Srs St Sta dr núm p.ex pàg"),
    "hu": words("dr ifj kb özv pl prof ún"),
    "ro": words("alin art av col conf d-na dl dna dr gen ing lect lt nr p.ex prof str"),
    "et": words("dr lk nr prof s.o s.t tel"),
    "lv": words("dr inž nr piem plkv prof sv t.i t.s tālr"),
    "lt": words("doc dr gen gyd kun mjr mln mlrd nr pan plk prof pvz t.y tel tūkst vyr šv"),
    "sq": words("dr mln nr p.sh prof sh z znj"),
    "is": words("dr m.a nr sr t.d þ.e"),
    "id": words("AKP Drs Dra H Hj Hjh Ir Jl KH Kol Kombes Letjen Mayjen No Pdt Prof Tn Pn Ust"),
}  # fmt: skip
_ALIASES = {"gl": "es", "be": "ru", "nn": "nb", "lb": "de", "az": "tr", "ms": "id", "bs": "hr"}

_LAST_WORD = regex(r"(?<![\w.&-])([^\W\d_](?:[\w.-]*[^\W\d_])?)\.$")
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Mme", "Mlle", "Prof", "Sgt", "Lt", "Col", "Capt", "Maj")
_BARE_TITLE = regex(rf"(?<![\w.])(?:{'|'.join(_TITLES)})$")
_ACRONYM = regex(r"(?<![\w.])(?:[^\W\d_]\.){2,}$")


@lru_cache(maxsize=64)
def abbreviations(language: str) -> frozenset[str]:
    """Return the abbreviations of a language (ISO 639-1, case as written, no last period) with the common ones."""
    return COMMON | _BY_LANGUAGE.get(_ALIASES.get(language, language), frozenset())


def ends_with_abbreviation(text: str, language: str) -> bool:
    """Tell whether the text ends in an abbreviation that cannot end a sentence before a capitalised word.

    `Air Force Maj.`, `on Nov.`, `z.B.` and `Mme` are such ends; `home.`, `said no.` and `U.S.` are not.
    Space after the text is ignored. An unknown language knows the common titles only.
    """
    tail = text[-TAIL_CHARS:].rstrip()
    if not tail.endswith("."):
        return tail.endswith(_TITLES) and _BARE_TITLE.search(tail) is not None
    start = tail.rfind(" ") + 1
    word = tail[start:-1]
    if not word.isalpha():
        match = _LAST_WORD.search(tail, start)
        word = match.group(1) if match else ""
    return word in abbreviations(language)


def ends_with_acronym(text: str) -> bool:
    """Tell whether the text ends in a dotted acronym or initials (`U.S.`, `U.K.`, `J.K.`, `a.m.`).

    Such an end may or may not end the sentence; what follows must decide.
    """
    tail = text[-TAIL_CHARS:].rstrip()
    return tail[-1:] == tail[-3:-2] == "." and _ACRONYM.search(tail, tail.rfind(" ") + 1) is not None
