"""Words by which names of people are told from labels, houses and places."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import re

from cleaner.regexes import regex

PARTICLES = frozenset(
    "de da do dos das del della di du des d' la le las los van von vom zu zur den der ten ter bin ibn al el af av och y e "
    "i o' mac mc st st. saint abu ben bar bint dela san san. ap".split()
)
LOWERED = frozenset("de da do dos das del della di du van von der den ten ter bin y".split())
"""Particles that are written small inside a name."""
FUNCTION_WORDS = frozenset(
    "the a an and or of in on at by for from with about your our more read view views share latest all new this that sign "
    "log subscribe must use us contact follow connect search menu help support shop store account privacy policy terms "
    "is are was were has have had how why what when who where not no yes you we they it its his her their my me into "
    "die und oder mit für auf im zum et ou pour sur avec con para gli een voor met eller med på ett".split()
)
"""Words that stand in phrases; those that are also given names (Will, Una, Per, Les) are left out."""
LABEL_WORDS = frozenset(
    "home world asia africa europe sports sport business politics newsletter comments comment related popular tonight "
    "today monday tuesday wednesday thursday friday saturday sunday january february march july september october "
    "november december image photo credit video watch listen live breaking story stories article articles exclusive "
    "plus icon platform status pleated skirt best top open extended reactions details free deal deals shopping "
    "facebook twitter reddit linkedin whatsapp email link links panel close key points takeaways total time homes games game "
    "public health commentary uncovering tights stop actualizado aktualisiert quick facts summary overview contents "
    "executive content national political recruiting senior chief deputy managing medical contributing freelance "
    "copy url sidebar show original back get started customer care trade program full bio menu toggle "
    "buy blocked unblock click here load next previous slide slides slideshow slidenext cancel send mail viewed emailed unveils retweet settings submit upload download skip updated published posted minute minutes min ago views likes print email "
    "type size text location joined messages elements tale tutorial tutorials features pricing product products industry tips guide guides topic topics category "
    "categories webcams webcam falls canyon glacier control extermination repair repairs installation insurance maintenance rental rentals "
    "management inspection extension "
    "rights standards journalistic estate minister intelligence forecast reviews prix wars mode trending posts reply e-mailed connected apps opinion "
    "study arts culture movie movies weather climate capitol edition labour labor formula cookies website site map mobile recent "
    "tags bookmark leave fact bowl championship championships tournament election elections economy education supreme "
    "kommentare drucken teilen condividi commenta partager imprimer commenter compartir imprimir compartilhar delen reageren udostępnij skomentuj drukuj büyüt yazıyı küçült paylaş archiv foto video politik wirtschaft meinung kommentar tháng".split()
)
"""Words that stand in labels, not in names of people."""
NO_PEOPLE = frozenset(("white house", "wall street", "capitol hill", "downing street", "middle east", "great britain", "latin america"))
"""What papers write of under two words in capitals that are names, or parts of them."""
HOUSE_WORDS = frozenset(
    "news press times post daily weekly herald tribune gazette journal magazine media network online agency bureau desk "
    "team staff newsroom editorial editors editor-in-chief board department services service association institute "
    "university college school hospital center centre foundation society company corp corp. inc inc. ltd ltd. llc llp plc pllc pty technologies systems instruments holdings ventures architecture architects gmbh "
    "group limited studio studios productions entertainment broadcasting radio television tv digital publishing "
    "publications publication report reports reporters correspondents contributors admin administrator webmaster guest "
    "redaktion agentur zeitung nachrichten rédaction redazione redacción redação redactie redaksi redaksjonen redaktionen "
    "redakcja redakcija redakce redacția redactia redacció erredakzioa redaktsioon toimetus toimitus szerkesztőség uredništvo urednistvo ritstjórn редакция редакцията"
    " редакція редакција уредништво συντακτική التحرير डेस्क ডেস্ক notícias noticias rádio агентство presse prensa stampa agence agencia agenzia ajansı haber agentschap newspapers "
    "official clinic courier chronicle observer guardian telegraph globe examiner standard argus advertiser sentinel dispatch intelligencer bulletin review blog podcast council "
    "ministry government partners committee party union club shopping marketing solutions forum resources financial books relaxnews wire newswire nast telegram inquirer record images getty shimbun league "
    "grupa gruppe groupe grupo gruppo groep mediengruppe medien medios médias wydawnictwo agencja verlag ediciones edizioni éditions editora uitgeverij förlag forlag "
    "communications authority commission corporation science sciences observatory archives alliance trust coalition federation consortium cooperative academy laboratory laboratories museum museo muzeum musée library libraries pta ptsa "
    "rotary scouts fc verein verband portal ufficio assessorato comune mairie ayuntamiento gemeente urząd úřad "
    "tidning tidningen tidende avisen kurier tageblatt kreisblatt anzeiger diario jornal "
    "kg kustantamo kiadó vydavatelství nakladatelství издательство видавництво холдинг медиа медіа телеканал телекомпания".split()
)
"""Words that stand in names of houses and desks, not of people."""
NO_NAME_WORDS = LABEL_WORDS | FUNCTION_WORDS | HOUSE_WORDS
"""Words that no person's name has."""
PAPERS = frozenset(
    "news times post herald tribune gazette journal courier chronicle observer guardian telegraph telegram inquirer press "
    "globe examiner standard star sun record republic enquirer network today argus advertiser sentinel dispatch bulletin intelligencer".split()
)
"""Last words of newspapers' names, which stand behind their writers' names."""
ROLE = regex(
    r"\b(?:staff|writers?|reporters?|editors?|correspondents?|contributors?|columnists?|producers?|analysts?|journalists?"
    r"|photographers?|critics?|bloggers?|interns?|fellows?|anchors?|meteorologists?|researchers?|authors?|historians?"
    r"|director|secretary|treasurer|chairman|chairwoman|spokesman|spokeswoman|spokesperson|curator|librarian|superintendent|manager|president|professor|founder|ceo|lecturer|chief|senior|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?"
    r"|ob(?:mann|frau)|vorsitzende[rn]?|schriftführer(?:in)?|kassier(?:er)?(?:in)?|kassenwart(?:in)?|pfarrer(?:in)?|voorzitter|secretaris|penningmeester|secretario|segretari[oa]|trésori(?:er|ère)"
    r"|journaliste|rédact(?:eur|rice)|giornalista|corrispondente|inviat[oa]|periodista|redactora?|corresponsal|enviad[oa]\s+especial|jornalista|redacteur|redactrice|verslaggever|verslaggeefster"
    r"|envoyée?\s+spéciale?|correspondante?|dziennikar(?:z|ka)|redaktor(?:ka)?|novinář(?:ka)?|reportér(?:ka)?|novinar(?:ka)?|újságíró|jurnalist[ăa]?|toimittaja|blaðamaður"
    r"|ajakirjanik|toimetaja|repórter|reporterka|wartawan|žurnalist(?:as|ė)|žurnālist[es]|novinár(?:ka)?|δημοσιογράφος|संवाददाता|প্রতিবেদক|প্রতিনিধি|نامہ\s+نگار|خبرنگار|مراسلة?|صحفية?"
    r"|muhabir|корреспондент|журналист(?:ка)?|обозреватель|кореспондент(?:ка)?|журналіст(?:ка)?|dietitian|nutritionist|expert|specialist|educators?|attorneys?|associates?|assistants?|coordinators?|officers?|engineers?|developers?|designers?|technicians?|supervisors?|instructors?|consultants?|strategists?|therapists?|physicians?|scientists?|horticultur(?:al)?ists?)\b",
    re.IGNORECASE,
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d."})
RANKS = frozenset(
    "former political national content senior chief deputy associate assistant managing sports business news city foreign health "
    "science crime staff freelance contributing digital executive special legal education environment money consumer "
    "lifestyle fashion tech technology recruiting guest local democracy community climate trainee audience the".split()
)
"""Words with which a role begins behind a name."""
ARTICLES = frozenset("der das die ein eine il det het".split())
PLACE_HEADS = frozenset(
    "new los san santa fort port cape north south east west hong kuala tel buenos rio united saint northern southern "
    "eastern western central town city village county market canal".split()
)
"""First words of places of two words, which have the form of a name."""
NO_GIVEN_NAMES = PLACE_HEADS | ARTICLES
"""Words that begin no name of two words."""
NO_LAST_WORDS = frozenset(["capital", "obituary"])
"""Words behind a name that make it a firm's, or whom a notice is of; before others they are none's: “Brask Capital ends talks”."""
NO_FIRST_WORDS = frozenset("after before call dear meet phone remembering introducing featuring starring congratulations thanks thank inside beyond behind".split())
"""Words before a name that make it whom a line speaks of or to."""
MIN_TOKENS, MAX_TOKENS = 2, 5
"""Given names, particles and a family name; longer runs of capitals are headlines or organisations."""
