"""The names of months and of the days of the week as papers print them: whole and cut, and in the cases that stand in a date. Gregorian months only."""

# ruff: noqa: SIM905 - lists of words read best as one string

from __future__ import annotations

import unicodedata
from functools import lru_cache

from cleaner.regexes import regex

_NAMES = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec",
    "de": "januar jänner jän|februar feber febr|märz mär mrz|april apr|mai|juni|juli|august aug|september|oktober okt|november|"
    "dezember dez",
    "fr": "janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil juill|août|septembre|octobre|novembre|décembre déc",
    "es": "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre|noviembre|diciembre dic",
    "ca": "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
    "gl": "xaneiro xan|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro",
    "eu": "urtarrilaren urtarrilak|otsailaren otsailak|martxoaren martxoak|apirilaren apirilak|maiatzaren maiatzak|"
    "ekainaren ekainak|uztailaren uztailak|abuztuaren abuztuak|irailaren irailak|urriaren urriak|azaroaren azaroak|"
    "abenduaren abenduak",
    "it": "gennaio gen genn|febbraio febbr|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre sett|ottobre ott|novembre|"
    "dicembre",
    "pt": "janeiro|fevereiro fev|março|abril|maio mai|junho|julho|agosto|setembro|outubro out|novembro|dezembro dez",
    "ro": "ianuarie|februarie febr|martie mart|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie|decembrie",
    "nl": "januari|februari febr|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
    "af": "januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "nb": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember des",
    "is": "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst ágú|september|október|nóvember nóv|desember",
    "fi": "tammikuuta tammikuun tammikuu|helmikuuta helmikuun helmikuu|maaliskuuta maaliskuun maaliskuu|"
    "huhtikuuta huhtikuun huhtikuu|toukokuuta toukokuun toukokuu|kesäkuuta kesäkuun kesäkuu|heinäkuuta heinäkuun heinäkuu|"
    "elokuuta elokuun elokuu|syyskuuta syyskuun syyskuu|lokakuuta lokakuun lokakuu|marraskuuta marraskuun marraskuu|"
    "joulukuuta joulukuun joulukuu",
    "et": "jaanuar jaanuari jaan|veebruar veebruari veebr|märts märtsi|aprill aprilli|mai|juuni|juuli|august augusti|"
    "september septembri|oktoober oktoobri|november novembri|detsember detsembri dets",
    "lv": "janvāris janvārī janvāra|februāris februārī februāra|marts martā marta|aprīlis aprīlī aprīļa|maijs maijā maija|"
    "jūnijs jūnijā jūnija|jūlijs jūlijā jūlija|augusts augustā augusta|septembris septembrī septembra|"
    "oktobris oktobrī oktobra|novembris novembrī novembra|decembris decembrī decembra",
    "lt": "sausio sausis|vasario vasaris|kovo kovas|balandžio balandis|gegužės gegužė|birželio birželis|liepos liepa|"
    "rugpjūčio rugpjūtis|rugsėjo rugsėjis|spalio spalis|lapkričio lapkritis|gruodžio gruodis",
    "pl": "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|"
    "sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru",
    "cs": "ledna|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna srpen|září|října říjen|"
    "listopadu listopad|prosince prosinec",
    "sk": "január januára|február februára|marec marca|apríl apríla|máj mája|jún júna|júl júla|august augusta|september septembra|"
    "október októbra|november novembra|december decembra",
    "sl": "januar januarja|februar februarja|marec marca|april aprila|maj maja|junij junija|julij julija|avgust avgusta|"
    "september septembra|oktober oktobra|november novembra|december decembra",
    "sr": "januar januara|februar februara|mart marta|april aprila|maj maja|jun juna|jul jula|avgust avgusta|septembar septembra|"
    "oktobar oktobra|novembar novembra|decembar decembra",
    "sr-Cyrl": "јануар јануара јан|фебруар фебруара феб|март марта|април априла апр|мај маја|јун јуна|јул јула|август августа|"
    "септембар септембра сеп|октобар октобра|новембар новембра нов|децембар децембра",
    "hr": "siječnja siječanj|veljače veljača|ožujka ožujak|travnja travanj|svibnja svibanj|lipnja lipanj|srpnja srpanj|"
    "kolovoza kolovoz|rujna rujan||studenoga studenog studeni|prosinca prosinac",
    "sq": "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
    "hu": "január|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|november|"
    "december",
    "tr": "ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara",
    "lb": "januar|februar|mäerz|abrëll|mee|juni|juli|august|september|oktober|november|dezember",
    "az": "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr",
    "ru": "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|"
    "августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
    "uk": "січня січень січ|лютого лютий лют|березня березень бер|квітня квітень кві квіт|травня травень тра трав|"
    "червня червень чер черв|липня липень лип|серпня серпень сер серп|вересня вересень вер|жовтня жовтень жов жовт|"
    "листопада листопад лис|грудня грудень гру груд",
    "be": "студзеня|лютага|сакавіка|красавіка|траўня|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня",
    "bg": "януари яну|февруари|март|април|май|юни|юли|август|септември сеп септ|октомври|ноември ное|декември",
    "mk": "јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември",
    "el": "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ φεβρ|μαρτίου μάρτιος μαρ μαρτ|απριλίου απρίλιος απρ|μαΐου μάιος μάι|"
    "ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ σεπτ|"
    "οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
    "id": "januari|februari pebruari|maret|april|mei|juni|juli|agustus agu agt ags|september|oktober|november nopember|desember",
    "ms": "januari|februari||april|mei|jun|julai|ogos|september|oktober|november|disember",
    "sw": "januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba",
    "vi": "tháng_1 tháng_01 tháng_một tháng_giêng|tháng_2 tháng_02 tháng_hai|tháng_3 tháng_03 tháng_ba|tháng_4 tháng_04 tháng_tư|"
    "tháng_5 tháng_05 tháng_năm|tháng_6 tháng_06 tháng_sáu|tháng_7 tháng_07 tháng_bảy|tháng_8 tháng_08 tháng_tám|"
    "tháng_9 tháng_09 tháng_chín|tháng_10 tháng_mười|tháng_11 tháng_mười_một|tháng_12 tháng_mười_hai",
    "tl": "enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre",
    "zu": "januwari ujanuwari|februwari ufebruwari|mashi umashi|ephreli|meyi umeyi|juni ujuni|julayi ujulayi|agasti|"
    "septhemba usepthemba|okthoba u-okthoba|novemba unovemba|disemba udisemba",
    "xh": "januwari ujanuwari eyomqungu|februwari ufebruwari eyomdumba|matshi umatshi eyokwindla|apreli epreli utshazimpuzi|meyi umeyi ucanzibe|juni ujuni "
    "eyesilimela|julayi ujulayi eyekhala|agasti eyethupha|septemba useptemba eyomsintsi|okthobha u-okthobha eyedwarha|novemba unovemba "
    "eyenkanga|disemba udisemba eyomnga",
    "so": "janaayo|febraayo|maarso|abriil|maajo|juun|luulyo luuliyo|agoosto ogosto|sebteembar sebtembar|oktoobar oktobar|nofeembar nofembar|diseembar desembar",
    "ha": "janairu|faburairu fabrairu|maris|afrilu|mayu|yuni|yuli|agusta|satumba|oktoba|nuwamba|disamba",
    "mt": "jannar|frar|marzu|april|mejju|ġunju|lulju|awwissu|settembru|ottubru|novembru|diċembru",
    "ga": "eanáir|feabhra|márta|aibreán|bealtaine|meitheamh|iúil|lúnasa|meán_fómhair|deireadh_fómhair|samhain|nollaig",
    "cy": "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr",
    "ar": "يناير|فبراير|مارس|أبريل|مايو|يونيو يونية|يوليو يوليوز يولية|أغسطس غشت|سبتمبر شتنبر|أكتوبر|نوفمبر نونبر|ديسمبر دجنبر",
    "ar-Levant": "كانون_الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين_الأول|تشرين_الثاني|كانون_الأول",
    "ar-Maghreb": "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "fa": "ژانویه|فوریه|مارس|آوریل|مه می|ژوئن|ژوئیه ژوییه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر",
    "ur": "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    "he": "ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
    "hi": "जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
    "mr": "जानेवारी|फेब्रुवारी|मार्च|एप्रिल|मे|जून|जुलै|ऑगस्ट|सप्टेंबर|ऑक्टोबर|नोव्हेंबर|डिसेंबर",
    "ne": "जनवरी|फेब्रुअरी|मार्च|अप्रिल|मे|जुन|जुलाई|अगस्ट|सेप्टेम्बर|अक्टोबर|नोभेम्बर|डिसेम्बर",
    "gu": "જાન્યુઆરી|ફેબ્રુઆરી|માર્ચ|એપ્રિલ|મે|જૂન જુન|જુલાઈ જુલાઇ|ઑગસ્ટ ઓગસ્ટ|સપ્ટેમ્બર|ઑક્ટોબર ઓક્ટોબર|નવેમ્બર|ડિસેમ્બર",
    "pa": "ਜਨਵਰੀ|ਫਰਵਰੀ|ਮਾਰਚ|ਅਪ੍ਰੈਲ ਅਪਰੈਲ|ਮਈ|ਜੂਨ|ਜੁਲਾਈ|ਅਗਸਤ|ਸਤੰਬਰ|ਅਕਤੂਬਰ|ਨਵੰਬਰ|ਦਸੰਬਰ",
    "ta": "ஜனவரி|பிப்ரவரி பெப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட் ஆகஸ்டு|செப்டம்பர் செப்டெம்பர்|அக்டோபர் ஒக்டோபர்|நவம்பர்|டிசம்பர்",
    "te": "జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జులై జూలై|ఆగస్టు ఆగస్ట్|సెప్టెంబర్ సెప్టెంబరు|అక్టోబర్ అక్టోబరు|నవంబర్ నవంబరు|డిసెంబర్ డిసెంబరు",
    "kn": "ಜನವರಿ|ಫೆಬ್ರವರಿ ಫೆಬ್ರುವರಿ|ಮಾರ್ಚ್|ಏಪ್ರಿಲ್|ಮೇ|ಜೂನ್|ಜುಲೈ|ಆಗಸ್ಟ್|ಸೆಪ್ಟೆಂಬರ್|ಅಕ್ಟೋಬರ್|ನವೆಂಬರ್|ಡಿಸೆಂಬರ್",
    "ml": "ജനുവരി|ഫെബ്രുവരി|മാർച്ച്|ഏപ്രിൽ|മേയ് മെയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ് ആഗസ്റ്റ്|സെപ്റ്റംബർ സെപ്തംബർ|ഒക്ടോബർ|നവംബർ|ഡിസംബർ",
    "si": "ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජුනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්",
    "my": "ဇန်နဝါရီ ဇန်နဝါရီလ|ဖေဖော်ဝါရီ ဖေဖော်ဝါရီလ|မတ် မတ်လ|ဧပြီ ဧပြီလ|မေ မေလ|ဇွန် ဇွန်လ|ဇူလိုင် ဇူလိုင်လ|ဩဂုတ် ဩဂုတ်လ သြဂုတ် သြဂုတ်လ|စက်တင်ဘာ စက်တင်ဘာလ|"
    "အောက်တိုဘာ အောက်တိုဘာလ|နိုဝင်ဘာ နိုဝင်ဘာလ|ဒီဇင်ဘာ ဒီဇင်ဘာလ",
    "km": "មករា ខែមករា|កុម្ភៈ ខែកុម្ភៈ|មីនា ខែមីនា|មេសា ខែមេសា|ឧសភា ខែឧសភា|មិថុនា ខែមិថុនា|កក្កដា ខែកក្កដា|សីហា ខែសីហា|កញ្ញា ខែកញ្ញា|តុលា ខែតុលា|វិច្ឆិកា ខែវិច្ឆិកា|ធ្នូ ខែធ្នូ",
    "ka": "იანვარი იანვარს იან|თებერვალი თებერვალს თებ|მარტი მარტს მარ|აპრილი აპრილს აპრ|მაისი მაისს მაი|ივნისი ივნისს ივნ|ივლისი ივლისს ივლ|აგვისტო აგვისტოს აგვ|"
    "სექტემბერი სექტემბერს სექ|ოქტომბერი ოქტომბერს ოქტ|ნოემბერი ნოემბერს ნოე|დეკემბერი დეკემბერს დეკ",
    "hy": "հունվար հունվարի|փետրվար փետրվարի|մարտ մարտի|ապրիլ ապրիլի|մայիս մայիսի|հունիս հունիսի|հուլիս հուլիսի|օգոստոս օգոստոսի|սեպտեմբեր սեպտեմբերի|"
    "հոկտեմբեր հոկտեմբերի|նոյեմբեր նոյեմբերի|դեկտեմբեր դեկտեմբերի",
    "kk": "қаңтар қаң|ақпан ақп|наурыз нау|сәуір сәу|мамыр мам|маусым мау|шілде шіл|тамыз там|қыркүйек қыр|қазан қаз|қараша қар|желтоқсан жел",
    "am": "ጃንዋሪ ጃንዩወሪ|ፌብሩዋሪ ፌብሩወሪ|ማርች|ኤፕሪል|ሜይ|ጁን|ጁላይ|ኦገስት|ሴፕቴምበር|ኦክቶበር ኦክቶወር|ኖቬምበር|ዲሴምበር",
    "bn": "জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট আগষ্ট অগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর",
    "th": "มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|กันยายน ก.ย|ตุลาคม ต.ค|"
    "พฤศจิกายน พ.ย|ธันวาคม ธ.ค",
}
"""By language, for each of the twelve months its names; an underscore is a space."""
_CROATIAN = "sij=1 velj=2 ožu=3 tra=4 svi=5 lip=6 srp=7 kol=8 ruj=9 listopada=10 listopad=10 lis=10 stu=11"
_LOCAL = {
    "hr": _CROATIAN,
    "bs": _CROATIAN + " avg=8",
    "sr": "avg=8",
    "sl": "avg=8",
    "cs": "leden=1 úno=2 bře=3 dub=4 kvě=5 čvn=6 čvc=7 srp=8 zář=9 říj=10",
    "fi": "tammi=1 helmi=2 maalis=3 huhti=4 touko=5 kesä=6 heinä=7 elo=8 syys=9 loka=10 marras=11 joulu=12",
    "lt": "saus=1 vas=2 kov=3 bal=4 geg=5 birž=6 liep=7 rugpj=8 rugs=9 spal=10 lapkr=11 gruod=12",
    "ro": "ian=1 noi=11",
    "ms": "mac=3 dis=12",
    "ca": "ag=8",
}
"""Forms that are another month elsewhere, or a word: only pages in that language mean the month.

Croatian *listopad* is October; everywhere else it is taken for the Polish and Czech November.
"""
_LETTERS = str.maketrans("ıيىك", "iییک")
"""Letters that the same name is written with in one script."""
_ACCENTS = regex(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u093c\u09bc]")
"""Accents, Arabic vowel signs and hamzas, dots below Indic letters: papers leave them out, capitals too."""
_HEBREW_IN = "ב"
"""What Hebrew dates write before the month and in one with it."""
CACHED = 1024
"""Words whose month is remembered."""


def _folded(name: str) -> str:
    """Return a name in the one spelling that is compared."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", name.lower())).translate(_LETTERS)
    return " ".join(bare.replace("_", " ").split()).replace(". ", ".").rstrip(".")


MONTHS = {
    _folded(name): number
    for row in _NAMES.values()
    for number, names in enumerate(row.split("|"), 1)
    for name in names.split()
}
"""The number of each month's name, as `_folded` spells it, that means one month wherever it stands."""
_BY_LANGUAGE = {
    language: {_folded(name): int(number) for name, _, number in (one.partition("=") for one in row.split())}
    for language, row in _LOCAL.items()
}
TELLING = frozenset(_BY_LANGUAGE)
"""Languages (ISO 639-1) whose pages mean months by words that mean none or others elsewhere."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag "
    "samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì "
    "mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai "
    "lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina poniedziałek wtorek środa czwartek piątek sobota "
    "niedziela pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa ponedjeljak utorak srijeda četvrtak petak subota "
    "nedjelja ponedeljek torek sreda četrtek nedelja hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер "
    "п'ятниця п’ятниця субота неділя понеделник сряда четвъртък петък събота δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή الاثنين الإثنين "
    "الثلاثاء الأربعاء الخميس الجمعة السبت الأحد شنبه یکشنبه دوشنبه چهارشنبه پنجشنبه جمعه senin selasa rabu kamis jumat sabtu minggu".split()
)
"""Days of the week, in any language."""


@lru_cache(maxsize=CACHED)
def month(word: str, language: str = "") -> int | None:
    """Return the number of the month that a word names on a page in `language` (ISO 639-1); None when it names none."""
    name = _folded(word)
    own = _BY_LANGUAGE.get(language, {}).get(name)
    return own or MONTHS.get(name) or MONTHS.get(name.removeprefix(_HEBREW_IN))
