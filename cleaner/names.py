"""Personal names by their form: what can be told without a dictionary of names, and signatures taken apart."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import takewhile
from unicodedata import category

from cleaner.byline_labels import FURTHER_LABEL, PREPOSITION, has_label, unlabelled
from cleaner.dates import find
from cleaner.nobodies import is_eastern_house, is_firm, is_placeholder
from cleaner.reporters import HAN, reporters
from cleaner.stamping import AGO, before, is_moment, stamped

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
    "buy blocked unblock click here load next previous slide slides slideshow slidenext cancel send mail viewed emailed unveils retweet bookmark settings submit upload download skip updated published posted minute minutes min ago views likes print email "
    "type size text location joined messages elements tale tutorial tutorials features pricing product products industry tips guide guides topic topics category "
    "categories webcams webcam falls canyon glacier control extermination repair repairs installation insurance maintenance rental rentals "
    "management inspection extension "
    "rights estate minister intelligence forecast reviews prix wars mode trending posts reply e-mailed connected apps opinion "
    "study arts culture movie movies weather climate capitol edition labour labor formula cookies website site map mobile recent "
    "leave fact bowl championship championships tournament election elections economy education supreme "
    "kommentare drucken teilen archiv foto video politik wirtschaft meinung kommentar tháng".split()
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
    "redakcja редакция агентство presse prensa stampa agence agencia agenzia ajansı haber agentschap newspapers "
    "official clinic courier chronicle observer guardian telegraph globe examiner standard argus advertiser sentinel dispatch intelligencer bulletin review blog podcast council "
    "ministry government partners committee party union club shopping marketing solutions forum resources financial books relaxnews wire newswire nast telegram inquirer record images getty shimbun league "
    "grupa gruppe groupe grupo gruppo groep mediengruppe medien medios médias wydawnictwo agencja verlag ediciones edizioni éditions editora uitgeverij förlag forlag "
    "kg kustantamo kiadó vydavatelství nakladatelství издательство видавництво холдинг медиа медіа телеканал телекомпания".split()
)
"""Words that stand in names of houses and desks, not of people."""
_HOUSE_ENDS = ("ministerium", "redaktion", "gesellschaft", "stiftung", "universität", "hochschule", "verwaltung", "ministeriet")
"""The ends of such words that German and its relatives write in one with others."""
NO_NAME_WORDS = LABEL_WORDS | FUNCTION_WORDS | HOUSE_WORDS
"""Words that no person's name has."""
PAPERS = frozenset(
    "news times post herald tribune gazette journal courier chronicle observer guardian telegraph telegram inquirer press "
    "globe examiner standard star sun record republic enquirer network today argus advertiser sentinel dispatch bulletin intelligencer".split()
)
"""Last words of newspapers' names, which stand behind their writers' names."""
_LOOSE = frozenset("today star sun record network standard republic post news".split())
"""Those that end other phrases too, so that an article must tell: “Live Updates Today”, “The Brask Sun”."""
_TITLED = frozenset(["the", "of", "and", "city", "national", "sunday", "business", "sports"])
"""Words of labels and roles that papers have in their names too."""
AGENCIES = {
    "ap": "AP", "afp": "AFP", "dpa": "dpa", "upi": "UPI", "efe": "EFE", "ansa": "ANSA", "tass": "TASS", "pti": "PTI",
    "ians": "IANS", "ani": "ANI", "cp": "The Canadian Press", "pa": "PA", "cnn": "CNN", "bbc": "BBC", "reuters": "Reuters",
    "xinhua": "Xinhua", "kyodo": "Kyodo", "yonhap": "Yonhap", "bernama": "Bernama", "bloomberg": "Bloomberg",
    "ritzau": "Ritzau", "ntb": "NTB", "tt": "TT", "apa": "APA", "sda": "SDA", "ats": "ATS", "belga": "Belga", "anp": "ANP",
    "lusa": "Lusa", "pap": "PAP", "mti": "MTI", "anadolu": "Anadolu", "tt-afp": "TT-AFP", "sid": "SID", "kna": "KNA",
    "epd": "epd", "associated press": "The Associated Press", "the associated press": "The Associated Press",
    "agence france-presse": "Agence France-Presse", "the canadian press": "The Canadian Press", "jiji": "Jiji",
    "press association": "Press Association", "press trust of india": "Press Trust of India", "interfax": "Interfax",
    "europa press": "Europa Press", "ukrinform": "Ukrinform", "dpa-afx": "dpa-AFX", "afp/reuters": "AFP/Reuters",
    "anadolu ajansı": "Anadolu Ajansı", "anadolu agency": "Anadolu Agency", "bloomberg news": "Bloomberg News",
    "新华社": "新华社", "新華社": "新華社", "中新社": "中新社", "中新网": "中新网", "中央社": "中央社", "共同": "共同通信", "共同通信": "共同通信",
    "時事": "時事通信", "時事通信": "時事通信", "ロイター": "ロイター", "ブルームバーグ": "ブルームバーグ", "연합뉴스": "연합뉴스", "뉴시스": "뉴시스", "뉴스1": "뉴스1",
    "kyodo news": "Kyodo News", "jiji press": "Jiji Press", "deutsche presse-agentur": "Deutsche Presse-Agentur",
    "čtk": "ČTK", "tasr": "TASR", "agerpres": "Agerpres", "mediafax": "Mediafax", "stt": "STT", "dha": "DHA", "i̇ha": "İHA", "iha": "İHA", "aa": "AA",
    "pa media": "PA Media", "efe noticias": "EFE", "agencia efe": "EFE", "agência lusa": "Lusa", "agência brasil": "Agência Brasil", "télam": "Télam",
    "adnkronos": "Adnkronos", "agi": "AGI", "lapresse": "LaPresse", "keystone-sda": "Keystone-SDA", "keystone-ats": "Keystone-ATS", "tt nyhetsbyrån": "TT",
    "hina": "Hina", "fena": "FENA", "srna": "Srna", "leta": "LETA", "bns": "BNS", "elta": "ELTA", "бта": "БТА", "bta": "BTA", "танјуг": "Танјуг", "tanjug": "Tanjug", "миа": "МИА", "atsh": "ATSH",
    "acn": "ACN", "sta": "STA", "sita": "SITA", "fonet": "FoNet", "фонет": "ФоНет", "бета": "Бета", "makfax": "Makfax", "макфакс": "Макфакс", "бгнес": "БГНЕС",
    "bgnes": "BGNES", "azərtac": "AZƏRTAC", "azertac": "AZERTAC", "belapan": "BelaPAN", "белапан": "БелаПАН",
    "тасс": "ТАСС", "рия": "РИА Новости", "риа новости": "РИА Новости", "интерфакс": "Интерфакс", "унн": "УНН", "уніан": "УНІАН", "униан": "УНІАН",
    "укрінформ": "Укрінформ", "укринформ": "Укринформ", "інтерфакс-україна": "Інтерфакс-Україна", "белта": "БелТА", "απε-μπε": "ΑΠΕ-ΜΠΕ", "απε": "ΑΠΕ",
    "رويترز": "رويترز", "أ ف ب": "أ ف ب", "أ.ف.ب": "أ ف ب", "فرانس برس": "فرانس برس", "د ب أ": "د ب أ", "د.ب.أ": "د ب أ", "الأناضول": "الأناضول", "واس": "واس",
    "وام": "وام", "سانا": "سانا", "وفا": "وفا", "irna": "IRNA", "isna": "ISNA", "ایرنا": "ایرنا", "ایسنا": "ایسنا", "تسنیم": "تسنیم", "antara": "ANTARA",
    "ttxvn": "TTXVN", "vna": "VNA", "पीटीआई": "पीटीआई", "आईएएनएस": "आईएएनएस", "एएनआई": "एएनआई", "รอยเตอร์": "รอยเตอร์",
}  # fmt: skip
"""News agencies by the names that stand in datelines and bylines."""
_NAMESAKES = frozenset("apa pa aa cp sid sta tt ani agi acn ats sda cnn bbc dha iha".split())
"""Letters that others go by too, so that a word behind them is hardly a place: “APA Blogs”."""
_AGENCY_LAST = {"agency": "press news", "agentur": "presse nachrichten", "ajansı": "haber", "service": "wire news", "agentura": "tisková zpravodajská prasowa"}
_AGENCY_FIRST = {"agence": "presse", "agencia": "noticias prensa", "agência": "notícias", "agenzia": "stampa", "agencja": "prasowa", "agenția": "presă"}
_AGENCY_WORDS = frozenset("nachrichtenagentur presseagentur nyhetsbyrå nyhetsbyrån nyhedsbureau nyhetsbyrået newswire persbureau uutistoimisto".split())
"""Words that an agency's name ends or begins with, with others of which one stands in it too; and those that tell alone."""
ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|correspondents?|contributors?|columnists?|producers?|analysts?|journalists?"
    r"|photographers?|critics?|bloggers?|interns?|fellows?|anchors?|meteorologists?|researchers?|authors?|historians?"
    r"|director|manager|president|professor|founder|ceo|lecturer|chief|senior|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?"
    r"|journaliste|rédact(?:eur|rice)|giornalista|corrispondente|inviat[oa]|periodista|redactora?|corresponsal|enviad[oa]\s+especial|jornalista|redacteur|redactrice|verslaggever|verslaggeefster"
    r"|envoyée?\s+spéciale?|correspondante?|dziennikar(?:z|ka)|redaktor(?:ka)?|novinář(?:ka)?|reportér(?:ka)?|novinar(?:ka)?|újságíró|jurnalist[ăa]?|toimittaja|blaðamaður"
    r"|ajakirjanik|toimetaja|repórter|reporterka|wartawan|žurnalist(?:as|ė)|žurnālist[es]|novinár(?:ka)?|δημοσιογράφος|संवाददाता|প্রতিবেদক|প্রতিনিধি|نامہ\s+نگار|خبرنگار|مراسلة?|صحفية?"
    r"|muhabir|корреспондент|журналист(?:ка)?|обозреватель|кореспондент(?:ка)?|журналіст(?:ка)?|dietitian|nutritionist|expert|specialist|educators?|attorneys?|associates?|assistants?|coordinators?|officers?|engineers?|developers?|designers?|technicians?|supervisors?|instructors?|consultants?|strategists?|therapists?|physicians?|scientists?|horticultur(?:al)?ists?)\b",
    re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"^(?:(?:dr|prof|mr|mrs|ms|mx|sir|rev|fr|hon|gen|col|capt|sgt|lt|ing|dipl|mag|univ|msc|bsc)\.\s*|(?:dr|prof|mr|mrs|ms|sir|"
    r"professor|doctor|photographer|reporter|journalist|redakteur|kommentar von|analyse von|ein kommentar von)\s+)+",
    re.IGNORECASE,
)
DEGREES = re.compile(
    r"(?:(?:\s*+,)?\s++(?!(?-i:[A-Z][a-z])$)(?:ph\.?\s?d\.?|m\.?d\.?|m\.?s\.?|m\.?a\.?|b\.?a\.?|b\.?s\.?|r\.?d\.?n?\.?|ld|dvm|cfp®?|cfa|cpa|mba|msw|lcsw|rn|esq\.?|d\.?o\.?|faclm|dphil|jd|mph|obe|mbe|cbe))+$",
    re.IGNORECASE,
)
BEFORE_NAME = "\"'“”‘’*–—-_(["
"""Marks with which a name's first word may begin."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.\-]+[^\W\d_]+)*['’.\-]*,?$")
_PREFIX = re.compile(r"^(?:al|el|ar|as|ash|at|an|d|l|o)['’-](?=\w)")
"""Particles written together with the name."""
_UNCASED = re.compile(rf"^(?:[{HAN}]{{2,4}}|[\uac00-\ud7af]{{2,4}}|[{HAN}\u3040-\u30ff]{{2,7}})$")
_WITHOUT_CASE = re.compile(
    r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f'’.-]+"
    r"(?:\s[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f'’.-]+){1,3}"
)
"""Two to four words in a script without capitals: Hebrew, Arabic, the Indic ones, Thai, Georgian, Ethiopic."""
_UNCASED_ROLE = re.compile(
    r"^از\s|^(?:記者|记者|文(?:・(?:写真|撮影))?|写真・文|作者|作|著|取材|責任編集|【)\s*[：:/／=＝・】]?\s*|\s*(?:기자|특파원|記者|记者|】|報導|报道)\s*.*$"
    r"|\s(?:כתבת?|כתבנו|כתבתנו|עורכת?|פרשנית?|مراسلة?|محررة?|صحفية?|كاتبة?|خبرنگار|نامہ\sنگار|संवाददाता|प्रतिनिधि|রিপোর্টার|প্রতিবেদক|প্রতিনিধি|ผู้สื่อข่าว)(?:\s.*)?$"
)
"""The role before or behind a name in a script without capitals."""
_FROM_PLACE = re.compile(r"\s(?:থেকে|से|سے)$")
"""Behind a place in Bengali, Hindi and Urdu: “from”."""
_PLACED = re.compile(r",\s[\u0590-\u06ff\u0900-\u0dff]{2,20}$")
"""The place behind such a name from which its bearer reports."""
_UNCASED_CHARS = 24
"""Longest name in a script without capitals: four words, of six letters each on average."""
_MIXED = re.compile(rf"[a-z][{HAN}\u3041-\u30ff]|[{HAN}\u3041-\u30ff][A-Za-z]")
"""Latin and eastern signs in one word, as a sentence in Chinese writes foreign names."""
_GLUED = re.compile(r"(?:[a-z][A-Z][a-z]+){3}")
"""Three capitals within a word: a menu without spaces; names have two at most."""
_TWICE = re.compile(r"(\S{1,20}(?:\s\S{1,20}){1,3})\.\s\1(?!\w)")
"""A name that readers who hear the page are told first, and the same with a rubric behind it for those who see it."""
_SPACED = re.compile(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}\u3041-\u30ff]{{1,5}}|[\uac00-\ud7af] [\uac00-\ud7af]{{2}}")
"""A name with a space behind the family name, as Japanese papers and some Korean ones set it."""
_SURNAMED = re.compile(
    r"[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范金石廖贾賈夏韦韋傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯]"
    rf"[{HAN}]{{2}}"
    r"|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길]"
    r"[\uac00-\ud7af]{2}(?<![부팀실국])"
)
"""A family name that a hundredth of a people has, or near, and a given name of two signs; desks of Korean papers end otherwise."""
_UNCASED_LABEL = re.compile(
    r"^ال|(?<!\w)(?:מערכת|כתבי|סוכנויות|צוות|فريق|قسم|هيئة|وكالات?|وكالة|متابعات|گروه|تحریریه|خبرگزاری|سرویس)(?!\w)|डेस्क|टीम|ब्यूरो|एजेंसी|डेस्क|ডেস্ক|กอง|ทีมข่าว|ศูนย์ข่าว|(?<!\w)(?:أخبار|رياضة|اقتصاد|سياسة|ثقافة|عالم|محلية?|محليات|دولية?|عربية?|تقارير|رأي|مقالات|منوعات|صحة|مجتمع"
    r"|اخبار|خبر|ورزشی?|اقتصادی|سیاسی|سیاست|فرهنگی?|جهان|ایران|اجتماعی|جامعه"
    r"|חדשות|ספורט|כלכלה|תרבות|דעות|דעה|פוליטי|מדיני|עולם|בארץ|בעולם|חוץ|פנים|משפט|בריאות|טכנולוגיה|צרכנות|תיירות)(?!\w)"
    r"|समाचार|खबर|ख़बर|देश|खेल|राजनीति|मनोरंजन|दुनिया|ताज़ा|ताजा|খবর|সংবাদ|দেশ|খেলা|রাজনীতি|আন্তর্জাতিক|ข่าว|กีฬา"
    r"|新[闻聞]|ニュース|社会|国[际際内]|政治|経済|经济|文化|体育|スポーツ|地域|科学|海外|뉴스|사회|정치|경제|문화"
)
"""Words of sites' rubrics; and the Arabic article, which no given name begins with."""
_SMALL = PARTICLES | frozenset("dr prof mr mrs ms mx sir rev fr hon gen col capt sgt lt ing dipl mag univ msc bsc professor doctor photographer analyse kommentar ein von".split())
"""Words in small letters with which a name, or a title before it, may begin."""
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d."})
RANKS = frozenset(
    "former political national content senior chief deputy associate assistant managing sports business news city foreign health "
    "science crime staff freelance contributing digital executive special legal education environment money consumer "
    "lifestyle fashion tech technology recruiting guest the".split()
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
NO_LAST_WORDS = frozenset(["capital"])
"""Words behind a name that make it a firm's; before others they are none's: “Brask Capital ends talks”."""
NO_FIRST_WORDS = frozenset("after before call dear meet phone remembering introducing featuring starring congratulations thanks thank inside beyond behind".split())
"""Words before a name that make it whom a line speaks of or to."""
AGENCY_CHARS = 3
"""Letters from which capitals behind a name are an agency's and hardly initials, degrees or a surname."""
MIN_TOKENS, MAX_TOKENS = 2, 5
"""Given names, particles and a family name; longer runs of capitals are headlines or organisations."""
MAX_NAME_CHARS = 60
"""Longest name: five long words."""
CACHED = 2048
"""Lines whose names are remembered: rules and fields ask for those of the same lines."""
MIN_CAPITALS = 5
"""Letters from which a name in capitals is set that way by the site; shorter ones may be initials."""
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc)[^\W\d_]{0,8}"
)
_CUT = (
    r"\s*[|•·⋅∙●▪<>\[\]{}:→»\t\n]\s*|\s+[–—-]+\s+|\s*\(|@|,?\s+(?:in|for|at|on|via|of|aus|à|em|para|für|is|was|has|ist|est|är)\s+(?=\w)"
    r"|\s*\b(?:last\s+)?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|publicado|pubblicato"
    r"|gepubliceerd|min\s+read|views?|reads?|yazdı|tarafından|skrifar?|írása|tổng\s+hợp|thực\s+hiện|ghi)\b"
    r"|\s+in\s*$|\s+(?=stars\s+and\s+stripes\b|filed\s+under\b|leave\s+a\s|(?:no\s+)?comments?\b|follow\b)"
    r"|(?-i:\s(?=[A-Z]{2,}[a-z]+[a-z.]*\b))|(?-i:(?<=[a-zß-ÿ])(?=(?:Staff|Senior|City|Published|Updated|Redakteur|Redaktor|Korrespondent|Reporter|Editor"
    r"|Writer|Contributor|Correspondent|Columnist|Founder|Co-[Ff]ounder|Owner|Director|Manager|Follow|Foto|View|Contact\b|Special\b|Associate\b|Contributing\b|The\s[A-Z])))"
)
CUT = re.compile(_CUT, re.IGNORECASE)
"""Where a signature goes over into something else: a place, role, date, handle or bio, also glued to the name."""
CUT_FIGURED = re.compile(rf"\d|(?<=[^\W\d_])(?=\s?{MONTH}\.?\s\d)|{_CUT}", re.IGNORECASE)
"""The same in a text with figures, where a month before one may be what follows; to look for months takes half of the time."""
AND = re.compile(
    r"\s*,\s*(?:(?i:and|und|et|og|och|en|ve)|y|e|&)\s+"
    r"|\s+(?:(?i:and|und|et|og|och|en|ve|with|mit|avec|con|ja|και|și|és|dhe|ir|un|dan|và)|y|e|&|i|и|і|й|та|a)\s+(?:(?:by|par|por|von)\s+)?"
    r"|\s*[,、，;/]\s*|\s+&\s*|\s*・\s*"
)
_SURNAMES_AND = ("i", "y")
"""“And” between the two surnames of one person: a single word follows a full name. Two people have two names each, or one each."""
_FORMED = re.compile(r",\s+(?=(?:inc|ltd|llc|llp|plc|pllc|pty|corp|gmbh|limited)\b)", re.IGNORECASE)
"""The comma before a legal form, which parts no names."""
_TURN = re.compile(r"\s*\((?:now|earlier|previously|until\s[^()]{1,20})\)", re.IGNORECASE)
"""When each of several who take turns in a live blog writes."""
_OPEN = re.compile(r"\s(?:and|&)\s*$", re.IGNORECASE)
"""How a signature ends that goes on in the next line."""
_SENT = re.compile(
    r"\s+in\s+[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}(?=(?:\s*,\s*(?:and\s+)?|\s+and\s+)[A-Z]\S+(?:\s\S+){1,3}?\s+in\s)"
)
"""Where one of several was who each reported from a place."""
_RANKED = re.compile(
    rf",\s+(?:[^\W\d_]+\s){{0,2}}?{ROLE.pattern},?(?=\s(?:and|und|et|y|e|og|och|en)\s(?-i:[^\W\d_a-zß-ÿα-ώа-џ]\S*\s[^\W\d_a-zß-ÿα-ώа-џ]))",
    re.IGNORECASE,
)
"""The role of the first of two: “Ida Kell, staff writer and Tom Verk”."""
_ROLE_FIRST = re.compile(r"(?:[a-z’'-]{3,20}\s){0,3}(?:reporter|correspondent|writer|columnist|journalist|editor|critic|anchor)s?\s(?=[A-ZÀ-ÖØ-Þ]\S*\s[A-ZÀ-ÖØ-Þ])")
"""A role between “by” and the name: “By science reporter Ida Kell”."""
_HOUSED = re.compile(r",\s([^,;|]{4,40}),?\s(and|und|et|y|e)\s(?=[^\W\d_a-zß-ÿα-ώа-џ]\S*\s[^\W\d_a-zß-ÿα-ώа-џ])")
"""What the first of two writes for: “Ida Kell, Brask Public Radio, and Tom Verk”."""
_INTERVIEW = re.compile(r"\W*(?:(?:an?|das|ein|el|une?|un['’]|uma?)\s)?(?:interview|entretien|entrevista|intervista|gespräch|interviu)", re.IGNORECASE)
_WITH = re.compile(r"\s(?:with|mit|avec|con|com|met|med|cu)\s")
"""What stands before whoever was asked."""
_JOINED = re.compile(
    r"((?:^|\s)[\u05d0-\u05ea'׳’-]+\s[\u05d0-\u05ea'׳’-]+)\s+ו-?(?=[\u05d0-\u05ea]+\s[\u05d0-\u05ea])"
    r"|((?:^|\s)[\u0620-\u064a]+\s[\u0620-\u064a]+)\s+و\s?(?=[\u0620-\u064a]+\s[\u0620-\u064a])"
)
"""“And” in Hebrew and Arabic, written in one with the second of two full names."""
_BLANKS = re.compile(r"[^\S\t\n]{2,}")
_TABS = re.compile(r"\s*[\t\n]\s*")
"""Runs of blanks, which the patterns for signatures would go through again for each; of those with tabs and line ends, which part, one stays."""
_PARTS = re.compile(r"\s*[|·•⋅∙●▪/]\s*|\s+\((?=[^()]{2,30}\)$)|\s+[–—-]+\s+|\s*,\s+")
_STAMPING = re.compile(r"\b(?:on|at|am|vom|le|el|il|den|om|last)\s*:?\s*(?=\|)", re.IGNORECASE)
"""What may be left before a date."""
_PICTURED = re.compile(r"\b(?:credits?|fotos?|getty|images?|i?stock|photos?|pictures?|shutterstock)\b", re.IGNORECASE)
"""Words of a picture's credit."""
_CREDITED = re.compile(
    r"(?:photo(?:s|graphs?|graphy)?|pictures?|illustrations?)\s+by\s+(?P<by>.+)|from\s+(?P<sent>[^,]+?)\s+in\s+(?-i:[A-Z])\S+(?:\s(?-i:[A-Z])\S+)?",
    re.IGNORECASE,
)
"""A line that says who took the pictures, or who reports from where."""
_SIGNED_FOR = re.compile(r"The(?:\s[A-Z][\w&'’.-]*){1,4}|[\w-]+\.(?:com|org|net|info)")
"""A house behind a labelled name that no word tells for one: a paper's name with its article, or its address."""
_HELPED = re.compile(r"\s*[,;(|/]\s*\w|\s+(?:mit|with|avec|con|com|met|med|and|und|et|e|y|i|og|och|en|при|in)\s", re.IGNORECASE)
"""How a signature goes on behind the names, with who helped or where they write."""
_EAST_CHARS = 40
"""Longest signature in Chinese, Japanese or Korean: a paper, three names with their roles, a day."""
_LONGEST = 300
"""Characters of a signature; in longer texts no second label is looked for."""
_NAME_END = 3
"""Letters at a name's end by which it is found again in a line that has it in other words: in capitals, without a degree."""
_ADDED_CHARS = 50
"""Longest role or house behind a name; more is a bio."""
_HANDLE = re.compile(r"[\d_@/\\<>]|https?:|www\.|\.(?:com|net|org|de|co|info|is|be)\b")
_CALLED = re.compile(r"(?:USA|UK|[BCDFGHJKLMNPQRSTVWXZ]{3,5})(?!\w)")
"""A broadcaster's letters, which cannot be read as a family name in capitals can: “NBC Sports Bay”."""
_LETTERS = re.compile(r"[^\W\d_]+")
_FAMILY = re.compile(r"(?<![\w.'’-])(?=[^\W\d_]*[AEIOUYÀ-ÖØ-Þ\u0391-\u03a9\u0410-\u042f])(?:(?![a-zß-ÿα-ώа-џ])[^\W\d_]){4,}(?:-(?:(?![a-zß-ÿα-ώа-џ])[^\W\d_])+)*(?![\w.])")
"""A family name in capitals, as French, Russian and other papers set it; shorter words, and those without a vowel, are initials and degrees."""
_GIVEN = re.compile(r"(?<!\w)[^\W\d_][a-zß-ÿα-ώа-џ]")
"""A word of a name with one capital."""
FIGURE = re.compile(r"\d")


@lru_cache(maxsize=CACHED)
def is_person(text: str) -> bool:
    """Say whether `text` has the form of one person's full name, in any cased script."""
    tokens = text.strip().split()
    if not MIN_TOKENS <= len(tokens) <= MAX_TOKENS or not _are_names(tokens):
        return False
    if tokens[0].lower() in NO_FIRST_WORDS or tokens[-1].lower() in NO_LAST_WORDS or (len(tokens) == MIN_TOKENS and tokens[0].lower() in NO_GIVEN_NAMES):
        return False
    if tokens[-1].islower() and tokens[-1] in PARTICLES:
        return False  # “Scritto da”, with the name on the next line
    short = len(tokens[-1]) == 1 and tokens[-2].lower() not in PARTICLES
    if not text.isascii() and _MIXED.search(text):
        return False
    if _GLUED.search(text):
        return False
    return not (short or text.casefold() in NO_PEOPLE or _is_called(text) or is_house(text) or ROLE.search(text) or _HANDLE.search(text))


def _is_called(name: str) -> bool:
    """Say whether a name begins with a broadcaster's letters and goes on in small ones."""
    return _CALLED.match(name) is not None and not name.isupper()


def _are_names(tokens: Sequence[str]) -> bool:
    """Say whether words are those of a name, with one at least that is no initial, particle or title."""
    strong = False
    for position, token in enumerate(tokens):
        low = token.lower().rstrip(",")
        if low in LABEL_WORDS or not _TOKEN.match(token):
            return False
        if low in PARTICLES or low in SUFFIXES:
            continue
        if not _PREFIX.sub("", token)[:1].isupper() or (position and token[:-1].endswith(",")):
            return False
        strong = strong or len(token.rstrip(".")) > 1
    return strong and not (len(tokens) == MIN_TOKENS and tokens[0].islower())


def is_uncased_name(text: str) -> bool:
    """Say whether `text` has the form of a full name in a script without capitals; many a label has it too."""
    if text.isascii():
        return False
    text = _PLACED.sub("", text)
    if len(text) > _UNCASED_CHARS or _HANDLE.search(text) or _UNCASED_LABEL.search(text) or is_placeholder(text) or is_eastern_house(text):
        return False
    if _SPACED.fullmatch(text) or _SURNAMED.fullmatch(text):
        return True
    letters = all(char.isalpha() or char in " '’.-" or category(char)[0] == "M" for char in text)
    return letters and _WITHOUT_CASE.fullmatch(text) is not None


@lru_cache(maxsize=CACHED)
def is_signature(text: str) -> bool:
    """Say whether `text` is names behind a label, or with a date, house or role behind them, and nothing else."""
    if len(text) > _LONGEST:
        return False
    if reporters(text):
        return len(text) <= _EAST_CHARS and not text.endswith(("。", ".", "다", "」", "”"))
    text = _FORMED.sub(" ", _OPEN.sub("", text)).rstrip(" ,")
    rest = unlabelled(text)
    labelled = rest != text
    if not (labelled or _may_open(text)) or _PICTURED.search(rest):
        return False
    stamps = [*find(rest)]
    for stamp in reversed(stamps):
        rest = f"{rest[: before(rest, stamp.start)]}|{rest[stamp.end :]}"
    begin = stamped(rest)
    rest = f"{rest[:begin]}|{rest[begin:]}" if 0 < begin < len(rest) else rest
    parts = [part for part in _PARTS.split(_STAMPING.sub("|", rest)) if _LETTERS.search(part)]
    if not (labelled or stamps or len(parts) > 1):
        return False  # nothing stands there but what may be a name
    names = [*takewhile(partial(_are_people, labelled=labelled), parts)]
    added = parts[len(names) :]
    told = labelled or stamps or added
    return bool(names and told) and all(_is_added(part) or (labelled and _SIGNED_FOR.fullmatch(part)) for part in added)


def _may_open(text: str) -> bool:
    """Say whether a line's first two words may be a name's; few lines' are, and to read them as one takes twenty times as long."""
    for token in text.split(maxsplit=MIN_TOKENS)[:MIN_TOKENS]:
        bare = token.lstrip(BEFORE_NAME)
        if bare[:1].islower() and bare.rstrip(".,").lower() not in _SMALL and not _PREFIX.match(bare):
            return False
    return True


def is_attribution(text: str) -> bool:
    """Say whether `text` is a label with names and who else had a part behind them: “Door Ida Kell, met medewerking van Tom Verk”."""
    if unlabelled(text) == text or not (names := _people(text, sure=False)):
        return False
    rest = behind(text, names[-1])
    if text.endswith((".", "!", "?")) and any(word.islower() for word in rest.split()):
        return False
    return bool(FURTHER_LABEL.match(f" {rest}") or (has_label(text) and _HELPED.match(rest)))


def behind(text: str, name: str) -> str:
    """Return what stands behind a name that was read from `text`."""
    low = text.casefold()
    whole = low.find(name.casefold())
    return text[whole + len(name) :] if whole >= 0 else text[low.find(name.casefold()[-_NAME_END:]) + _NAME_END :]


def is_credit(text: str) -> bool:
    """Say whether `text` is a line that names its photographer, or its correspondent with the place."""
    match = _CREDITED.fullmatch(text)
    return match is not None and is_person(match["by"] or match["sent"])


def _are_people(part: str, *, labelled: bool) -> bool:
    """Say whether a part of a signature is one name or several."""
    return all(_name(name, sure=False, labelled=labelled) for name in AND.split(part))


def _is_added(part: str) -> bool:
    """Say whether a part of a line behind names is a house, a role, or how long ago."""
    return len(part) <= _ADDED_CHARS and bool(is_organisation(part) or ROLE.search(part) or AGO.search(part) or is_moment(part))


def is_house(text: str) -> bool:
    """Say whether `text` names an agency, a desk or a house, or is no name for a word that names never have."""
    words = text.casefold().strip(" .,()").split()
    parts = [
        part
        for word in words
        for part in (word.strip(",'’").removesuffix("’s").removesuffix("'s"), *word.strip(",.").split("-")[1:])
    ]
    named = any(part in HOUSE_WORDS or part in FUNCTION_WORDS or part.endswith(_HOUSE_ENDS) for part in parts)
    return named or agency(text) is not None or _is_from(text.split()) or is_firm(text)


def _is_from(words: Sequence[str]) -> bool:
    """Say whether words are an agency's letters and the place it reports from: “EFE Madrid”."""
    return len(words) == MIN_TOKENS and words[0].isupper() and words[1].istitle() and words[0].casefold() in AGENCIES


def is_paper(text: str) -> bool:
    """Say whether `text` has the form of a newspaper's name: “The Brask Argus”, “Ostrey Evening Post”."""
    words = text.split()
    if not MIN_TOKENS <= len(words) <= MAX_TOKENS or not all(word[0].isupper() or word in ("of", "and", "&") for word in words):
        return False
    last, *others = (word.casefold().strip("'’.,") for word in reversed(words))
    rubric = LABEL_WORDS.union(RANKS, FUNCTION_WORDS) - _TITLED
    return last in PAPERS and (last not in _LOOSE or others[-1] == "the") and rubric.isdisjoint(others)


def is_organisation(text: str) -> bool:
    """Say whether `text` has a word that only names of houses and desks have."""
    words = (word.strip(" .,()'’") for word in text.casefold().split())
    return agency(text) is not None or any(
        part in HOUSE_WORDS for word in words for part in (word, *word.split("-")[1:])
    )


def agency(text: str) -> str | None:
    """Return the news agency that `text` names, None when it names none."""
    folded = text.casefold().strip(" .,()[]*")
    return AGENCIES.get(folded) or (text.strip(" .,()[]*") if _is_agency(folded.split()) else None)


def sender(text: str) -> str | None:
    """Return the news agency that `text` names, alone or with the place it reports from: “EFE Madrid”."""
    words = text.strip(" .,()[]*").split()
    sent = _is_from(words) and words[0].casefold() not in _NAMESAKES and words[-1].casefold() not in NO_NAME_WORDS
    return agency(text) or (AGENCIES[words[0].casefold()] if sent else None)


def _is_agency(words: Sequence[str]) -> bool:
    """Say whether words have the form of an agency's name: “Brask Press Agency”."""
    if not MIN_TOKENS <= len(words) <= MAX_TOKENS:
        return False
    beside = f"{_AGENCY_LAST.get(words[-1], '')} {_AGENCY_FIRST.get(words[0], '')}".split()
    return words[-1] in _AGENCY_WORDS or words[0] == "иа" or not frozenset(beside).isdisjoint(words)


def people(text: str, *, sure: bool = False) -> list[str]:
    """Return the people that a signature names, in order, without labels, roles, places and houses.

    With `sure` the text is known to name its writers (a field of metadata, a link to an author's page): then names of
    one word, in small letters or in scripts without case count too, and a list needs no “and”.
    """
    return list(_people(text, sure))


@lru_cache(maxsize=CACHED)
def _people(text: str, sure: bool) -> tuple[str, ...]:
    if written := reporters(text):
        return written
    text = _FORMED.sub(" ", _TURN.sub("", _OPEN.sub("", _TABS.sub("\t", _BLANKS.sub(" ", text)))))
    names: list[str] = []
    rest = unlabelled(text)
    if not sure and is_person(bare := PREPOSITION.sub("", rest)):
        rest = bare
    rest = _ROLE_FIRST.sub("", rest, count=1) if rest != text and _ROLE_FIRST.match(rest) else rest
    main = _HOUSED.sub(_unhoused, _RANKED.sub("", _names_alone(rest, labelled=rest != text)))
    if rest == text and not sure and is_person(bare := PREPOSITION.sub("", main.rstrip(" ,"))):
        main = bare
    if rest != text and _INTERVIEW.match(text):
        main = _WITH.split(main, maxsplit=1)[0]
    parts = _with_both_surnames(main, AND.split(main))
    if sure and _is_inverted(main, parts):
        return (f"{parts[1]} {parts[0]}".strip(),)
    for part in parts:
        name = _name(part, sure=sure, labelled=rest != text)
        if name and names and (_is_place(part, rest) if not sure else " " in names[0] and " " not in name):
            break
        if name:
            names.append(name)
        elif names and not sure:
            break
    several = len(parts) > 1 and all(" " not in name and name.isascii() for name in names)
    return () if several else tuple(names)


def _unhoused(match: re.Match[str]) -> str:
    """Return the “and” behind a house without the house."""
    return f" {match[2]} " if is_organisation(match[1]) else match[0]


def _names_alone(text: str, *, labelled: bool) -> str:
    """Return a signature without its label up to where it goes over into something else than names."""
    text = text[: stamped(text)]
    text = _SENT.sub("", text) if " in " in text else text
    cut = (CUT_FIGURED if FIGURE.search(text) else CUT).search(text)
    further = FURTHER_LABEL.search(text, 0, _LONGEST) if labelled else None
    end = min(match.start() for match in (cut, further) if match) if cut or further else len(text)
    if text[end : end + 1] == "@" and text[:end].rpartition(" ")[2][:1].islower():
        end = text.rfind(" ", 0, end)
    main = text[: max(end, 0)]
    return main if main.isascii() else _JOINED.sub(lambda match: f"{match[1] or match[2]}, ", main)


def _with_both_surnames(text: str, parts: list[str]) -> list[str]:
    """Return the parts of a signature with the two surnames together that Catalan and Spanish write with “and”: “Puig i Sala”."""
    for place in range(len(parts) - 1, 0, -1):
        first, second = parts[place - 1 : place + 1]
        link = next((word for word in _SURNAMES_AND if f"{first} {word} {second}" in text), "")
        if link and " " in first and second.istitle() and second.isalpha() and not is_house(second):
            parts[place - 1 : place + 1] = [f"{first} {link} {second}"]
    return parts


def _is_inverted(text: str, parts: Sequence[str]) -> bool:
    """Say whether a text is one name with the family name first, parted by a comma."""
    two = len(parts) == MIN_TOKENS and "," in text
    return two and not any(map(is_person, parts)) and is_person(f"{parts[1]} {parts[0]}")


def _is_place(part: str, text: str) -> bool:
    """Say whether a further part of a signature may be a place: nothing but a comma parts it from the name."""
    return part.split(maxsplit=1)[0].lower() in PLACE_HEADS and f", {part}" in text


def _name(text: str, *, sure: bool, labelled: bool) -> str:
    """Return a part of a signature as a person's name, empty when it is none."""
    name = _once(DEGREES.sub("", HONORIFIC.sub("", text.strip(" ,:*–—-_\"“”'’‘"))).strip(" ,"))
    name = _without_agency(name)
    if not name.casefold().endswith((" jr.", " sr.")):
        name = name.rstrip(".")
    if not name or len(name) > MAX_NAME_CHARS or is_placeholder(name):
        return ""
    if not name.isascii() and (uncased := _uncased_name(name, sure=sure or labelled)) is not None:
        return uncased
    written = name
    name = name if name.islower() and not sure else cased(name)
    if is_person(name):
        return name
    before = cased(_before_role(written)) or _before_role(name)
    if before:
        return before
    return name if sure and _may_sign(name) else ""


def _uncased_name(text: str, *, sure: bool) -> str | None:
    """Return the name in a part of a signature in a script without capitals, empty if it is a house's, None if there is none; `sure` as in `people`."""
    bare = _UNCASED_ROLE.sub("", text)
    if not (sure or bare != text):
        return None
    if _FROM_PLACE.search(bare):
        return ""
    joined = re.sub(r"[ \u3000]", "", bare)
    if _UNCASED.match(joined):
        return "" if is_placeholder(joined) or is_eastern_house(joined) or is_firm(joined) else joined
    return bare if _WITHOUT_CASE.fullmatch(bare) and (sure or is_uncased_name(bare)) else None


def _without_agency(name: str) -> str:
    """Return a full name without the agency behind it, in capitals where the name is not, or as the agency writes itself: “Ida Kell ELTA”, “Ida Kell Hina”."""
    person, _, last = name.rpartition(" ")
    known = agency(last) if " " in person and len(last) >= AGENCY_CHARS and not person.isupper() else None
    return person if known is not None and (last.isupper() or (known == last and last.casefold() not in _NAMESAKES)) else name


def _once(name: str) -> str:
    """Return a name that stands twice, as beside a portrait with the name in its place, once: “Ida Kell Ida Kell”, “Ida Kell. Ida Kell Harbours”."""
    if ". " in name and (again := _TWICE.match(name)):
        return again[1]
    half, spaced = divmod(len(name), 2)
    first, second = name[:half], name[half + spaced :]
    twice = first == second and " " in first and (not spaced or name[half] == " ")
    return first if twice else name


def _before_role(text: str) -> str:
    """Return the name that stands before a role or a paper's name without a mark between them, empty if there is none."""
    tokens = text.split()
    for size in range(MIN_TOKENS, min(len(tokens), MAX_TOKENS)):
        rest = tokens[size:]
        low = [token.casefold() for token in rest]
        paper = len(rest) >= MIN_TOKENS and low[-1].split("-")[-1] in PAPERS and size == MIN_TOKENS
        ranked = low[0] in RANKS and (low[0] in ("the", "staff") or any(map(ROLE.match, rest)))
        if (ROLE.match(" ".join(rest)) or ranked or paper) and is_person(" ".join(tokens[:size])):
            return " ".join(tokens[:size])
    return ""


def _may_sign(name: str) -> bool:
    """Say whether a word or two given as a writer's name may be one: no handle, no house, no role."""
    if _HANDLE.search(name) or _is_called(name) or is_house(name) or ROLE.search(name) or len(name.split()) > MAX_TOKENS or _MIXED.search(name):
        return False
    single = " " not in name
    return len(name) > MIN_TOKENS and name[0].isupper() and not (single and not name[1:].islower())


def cased(name: str) -> str:
    """Return a name that is set in capitals or in small letters alone with ordinary capitals."""
    lower = name.islower() and " " in name
    upper = name.replace("Mc", "MC").isupper() and len(name) >= MIN_CAPITALS
    if not (lower or upper):
        return _FAMILY.sub(lambda m: _LETTERS.sub(lambda word: _capital(word[0]), m[0]), name) if _GIVEN.search(name) else name
    return _LETTERS.sub(lambda m: m[0].lower() if m.start() and m[0].lower() in LOWERED else _capital(m[0]), name)


def _capital(word: str) -> str:
    if len(word) > len("McX") and word[:2].lower() == "mc":
        return f"Mc{word[2].upper()}{word[3:].lower()}"
    return word[0].upper() + word[1:].lower()
