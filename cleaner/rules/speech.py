"""Lines of a story that read like a site's own: they say whose words they quote, or whom to call for help."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import CueHit, Kind
from cleaner.regexes import regex

ADDRESSED: frozenset[Kind] = frozenset({
    "subscribe", "follow", "share", "login", "paywall", "app_prompt", "donation", "comment_form", "contact", "legal", "cookie_notice", "tools", "advert",
    "affiliate_note",
})  # fmt: skip
"""Kinds of lines in which the site speaks to its reader. None of those of 4,200 flattened development pages says whose words it quotes."""
REPORTED = regex(
    r"[,?!][”\"’']? (?:[\w'’.-]+ ){0,6}?(?:said|says|told|tells|asked|asks|wrote|writes|warned|warns|joked|advised|advises|ruled|promised|recalled|explained"
    r"|admitted|argued|heard|taught)(?: [^,;:.!?]{1,60})?[.,!?;](?: |$)"
    r"|^[“\"][^”\"]{3,160}[,?!][”\"] (?!and |or )[a-z]{3,} (?:the|an?|his|her|their|its|our|one|two|every|some) "
)
"""Says in English who spoke the words before: “Subscribe or go, the printer told them.” A story does that with what reads like furniture."""
ATTRIBUTED = regex(r"[,?!][”\"]? (?:[\w.'’-]+ ){1,6}?(?:says|said|wrote|writes)\b")
"""The same wherever the sentence goes on, in the verbs of which hardly one is anything else: “The writer is a lonely creature, the keeper says, and …”."""
_VERBS = (
    r"sagten?|rief(?:en)?|fragte|warnte?|rät|riet|meinte|bat|schrieb|erklärte|forderte?|heißt es|hieß es|erzählte|antwortete|versicherte?|versprach"
    r"|scherzte|klagte?|mahnte?|so (?:der|die|das)|(?:sagt|sagen|raten|schreibt|fragt|ruft|meint|warnen|bittet|bitten|erzählt|erklärt|verspricht) (?!Sie\b|uns\b|mir\b)\w+",
    r"a(?:-t-(?:il|elle|on))? (?:dit|déclaré|lancé|expliqué|raconté|répondu|demandé|crié|prévenu|promis|plaisanté|écrit|rappelé)|(?:leur|lui) (?:a|avait|ont) \w+"
    r"|dit|disait|disent|lançait|explique|raconte|assure|conseille|prévient|demande|répond|rappelle|plaisante|ironise|crie|répétait|répète|écrivait",
    r"dijo|dijeron|dice|dicen|decía|decían|asegura|aseguró|afirma|afirmó|advierte|advirtió|aconseja|aconsejó|pidió|pidieron|gritó|gritaba|respondió|preguntó"
    r"|preguntaba|(?:les?|me|nos) (?:dijo|gritó|pidió|advirtió|prometió)|explicó|bromeó|escribió|contó|cuentan|prometió|(?:cuenta|explica|recuerda|pide) (?:el|la|los|las|un|una|su)",
    r"(?:lhes? )?disse|disseram|diz|dizem|dizia|garante|garantiu|afirmou|alerta|alertou|aconselha|pediu|gritou|gritava|respondeu|perguntou|perguntava|explicou|brincou|brinca"
    r"|escreveu|contou|prometeu|(?:conta|explica|pede|afirma) (?:o|a|os|as|um|uma)",
    r"ha (?:detto|risposto|chiesto|spiegato|scritto|gridato|raccontato|avvertito|promesso)|(?:gli |le )?disse|dissero|dice|dicono|dicevan?o?|diceva|avverte|chiese|chiede|gridò"
    r"|gridava|rispose|scherza|promise|(?:racconta|consiglia|spiega|assicura) (?:il|la|lo|i|gli|le|un|una|suo|sua|l['’]\w+)",
    r"zegt|zei|zeiden|zeggen ze|vertelde?|vertelt|riep|roept|vroeg|vraagt|waarschuwt|waarschuwde|raadt|schrijft|schreef|aldus|antwoordde|klaagde|grapte|zingt|belooft|adviseert",
    r"powiedział\w*|mówią?|mówił\w*|zapewnia\w*|ostrzegają?|ostrzega|radzą?|radzi|poprosił\w*|prosi|prosił\w*|zawołał\w*|krzykn\w+|odpowiedział\w*|zapytał\w*|pytał\w*"
    r"|opowiada|napisał\w*|żartował\w*|żartuje|głosił\w*|śpiewają|przyznaje|narzekał\w*|tłumaczy\w*",
    r"сказал\w*|говор(?:ит|ят|ил\w*)|уверя\w+|предупрежда\w+|предупредил\w*|совету[ею]т|попросил\w*|прос(?:ит|ят|ил\w*)|крикнул\w*|кричал\w*|ответил\w*|спросил\w*"
    r"|спрашива\w+|рассказыва\w+|рассказал\w*|пиш[еу]т|писал\w*|написал\w*|пошутил\w*|шутит|призвал\w*|гласи\w+|жалова\w+|обеща\w+|признал\w*|пригласил\w*",
    r"säger|sade|sa|uppmanar|varnar|varnade|berättar|berättade|skrev|skriver|frågade|ropade|svarade|lovar|siger|sagde|sier|advarer|fortæller|forteller|spurgte|spurte|råbte"
    r"|ropte|svarede|svarte|opfordrer|oppfordrer|stod (?:der|det)|sto det",
    r"řekl\w*|říkají|říkal\w*|říká|varuje|radí|prosí|prosil\w*|zvolal\w*|křikl\w*|odpověděl\w*|zeptal\w*|ptal\w*|vypráví|napsal\w*|píše|uvedl\w*|tvrdí|slibuje|stálo",
    r"сказа(?:в|ла|ли)|каже|кажуть|казав|попереджа\w+|радить|просить|попроси(?:в|ла|ли)|крикну\w+|відпові\w+|запита\w+|розповіда\w+|пише|пишуть|написа\w+|закликав",
)
"""Words for saying in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, the languages of Scandinavia, Czech and Ukrainian; where one bids
the reader too (“cuenta”, “schreibt”), with what begins the speaker's name."""
REPORTED_ABROAD = regex(rf"[,?!…][”“\"’»']? (?:[–—-] )?(?:{'|'.join(_VERBS)})(?=[ .!?:,]|$)| (?:dedi|diyor|derdi)(?=[ .!]|$)")
"""The same in other languages, in which the verb stands before the speaker, and in Turkish: “Abonnez-vous ou partez, leur a dit l'imprimeur.”"""
_HELPLINE = regex(r"(?i)\b(?:lifelines?|crime\s?stoppers|samaritans|help-?lines?|hotlines?|beyond\s?blue|child\s?line|suicide|detectives?|sheriff)\b")
"""Who is called for help or with what one saw: below sad stories that is the story's last line. Newsrooms' own are called tip lines."""


_SPOKEN = regex(r"[\"“„«»]\s?[^\"“”„«»]+[.,!?…–—-]\s?[\"”“»«]")
"""A sentence in quotes and nothing else: somebody in the story says it. Labels and buttons have no quotes with a stop in them."""


def unless_quoted(text: str, hits: Sequence[CueHit]) -> tuple[CueHit, ...]:
    """Return the hits without those that a story's words belie: it quotes somebody, or names who is called for help."""
    if any(hit.kind in ADDRESSED for hit in hits) and (REPORTED.search(text) or REPORTED_ABROAD.search(text) or _SPOKEN.fullmatch(text)):
        return tuple(hit for hit in hits if hit.kind not in ADDRESSED)
    if any(hit.kind == "contact" for hit in hits) and _HELPLINE.search(text):
        return tuple(hit for hit in hits if hit.kind != "contact")
    return tuple(hits)
