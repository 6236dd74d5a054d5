"""Words that stand before the names of a signature: “By”, “Eine Analyse von”, “Беседовала”, “Texto y fotos:”.

Packs remove lines with such words; here they are read. A test holds the packs' phrases against these patterns.
"""

from __future__ import annotations

import re

import re2

from cleaner.regexes import regex

BY = "by|von|par|por|di|door|av|af"
"""Words that sign before a name in the languages of western Europe, where they are hardly ever names themselves."""
_UPPER = r"(?-i:(?![a-zß-ÿα-ώа-џ])[^\W\d_])"
"""A letter that a name begins with: a capital, or one of a script without them."""
_NO_LETTER = r"(?![^\W\d_])"
"""The end of a word, also of one that ends in a vowel sign, which is no letter to `re`."""
_BY = {
    "en": r"by|post\s+authorby|postby", "de": r"von|beitragsautorvon|beitragvon", "fr": r"par|messagepar", "es": r"por|autor\s+de\s+la\s+entradapor|(?:nota|mensaje)por", "ca": r"per(?=\s*:)|(?:escrit|publicat|redactat|enviat)\s+per",
    "it": r"di|a\s+cura\s+di|autore\s+articolodi|messaggioda", "nl": r"door|berichtauteurdoor|berichtdoor", "lb": r"vu[mn]", "af": r"(?:(?:geskryf|geplaas|saamgestel)\s+)?deur", "sv": r"av", "da": r"af", "is": r"eftir|(?:skrifað|birt)\s+af",
    "pl": r"przez|(?:roz|na)?(?:mawia|pisa)(?:ł[ai]?|li)|opracował[ai]?|opublikował[ai]?|dodał[ai]?|oprac|autor(?:ka)?(?:\s+tekstu)?",
    "cs": r"napi?sal[ai]?|vystavil[ai]?|připravil[ai]?|zpracoval[ai]?",
    "sk": r"napísal[ai]?|(?:u|z)verejnil(?:/?[ai])?|pripravil[ai]?|spracoval[ai]?|zhováral[ai]?\s+sa|rozhovor\s+vied(?:ol|la)",
    "sl": r"pripravil[ai]?|pogovarjal[ai]?\s+se\s+je|objavil[ai]?|pišeta|pišejo|poroča",
    "hr": r"piš[eu]|napisa(?:o(?:/la)?|la|li)|(?:priredi|pripremi|objavi)(?:o(?:/la)?|la|li)|razgovara(?:o|la|li)|(?:razgovor|intervju)\s+vodi(?:o|la|li)|izvještava",
    "sr": r"пиш[еу]|написа(?:о|ла|ли)|(?:приреди|припреми|објави)(?:о(?:/ла)?|ла|ли)|разговара(?:о|ла|ли)|разговор\s+води(?:о|ла|ли)",
    "mk": r"пишува(?:ат)?|напиша|подготви|разговараше|интервјуираше|објавил[аи]?|објавено\s+од|од(?=\s*:)",
    "bg": r"разговаря|подготви(?:л[аи]?)?|(?:публикуван[оа]|написано)\s+от|(?:интервю|анализ|коментар)\s+(?:на|от)",
    "ru": r"беседовал[аи]?|подготовил[аи]?|записал[аи]?|написал[аи]?|опубликовал[аи]?|добавил[аи]?|автор(?:ы)?(?:\s+(?:текста|статьи))?|текст",
    "uk": r"розмовля(?:в|л[аи])|спілкува(?:вся|л[аи]ся)|підготува(?:в|л[аи])|записа(?:в|л[аи])|автор(?:к[аи]|и)?(?:\s+тексту)?",
    "el": r"του|της|των|(?:αναρτήθηκε\s+)?από(?:\s+τ(?:ον|ην?|ους|ις))?|γράφ(?:ει|ουν)(?:\s+(?:ο|η|οι))?|συνέντευξη\s+στ(?:ον|ην?|ους|ις)",
    "fi": r"kirjoittan(?:ut|eet)|lähettän(?:yt|eet)|toimittan(?:ut|eet)|julkaissut|teksti",
    "et": r"kirjuta(?:s|nud)|küsi(?:s|tles)|intervjueeris|vestles|koostas|vahendas|postitas|lisas|avaldas",
    "lv": r"sagatavoj(?:a|is|usi)|rakst(?:a|īja)|intervēja|publicēja|ievietoja|pievienoja|pierakstīja|sarunājās",
    "lt": r"parengė|parašė|kalbino|kalbėjosi|paskelbė|įkėlė|paruošė", "hu": r"(?:az\s+)?interjút\s+készítette|írta|készítette|beküldte|bejegyezte",
    "sq": r"(?:(?:shkruar|publikuar|postuar|opinion|analiz[ëe])\s+)nga|nga(?=\s*:)|shkruan|shkroi|p[ëe]rgatiti|intervistoi|bisedoi",
    "sw": r"imeandikwa\s+na|na(?=\s*:)", "zu": r"(?:ibhalwe|lubhalwe)\s+ngu", "tl": r"(?:isinulat|sinulat|ulat|iniulat|ipinaskil)\s+ni(?:na)?",
    "so": r"waxaa\s+qoray|qoray", "mt": r"(?:miktub|kitba)\s+minn", "cy": r"ysgrifennwyd\s+gan", "ga": r"scríofa\s+ag", "km": r"ដោយ", "tr": r"yazan|gönderen", "id": r"(?:(?:di(?:tulis|sediakan|terbitkan|laporkan|unggah|posting(?:kan)?|catat)|laporan)\s+)?oleh|ditulis",
    "vi": r"(?:(?:được\s+)?(?:viết|đăng)\s+)?bởi", "ar": r"(?:مرسلة|نشرت?)\s+بواسطة|بقلم|كتب(?:ت|ه|ها|ا)?|أعد(?:ه|ها|ت)", "fa": r"به\s+قلم|ارسال\s+شده\s+توسط|نوشته(?:\s?ی)?",
    "az": r"yazdı", "he": r"מאת|(?:נכתב|פורסם)\s+על\s+ידי", "hi": r"द्वारा|प्रस्तुतकर्ता", "bn": r"লিখেছেন|সাক্ষাৎকার\s+নি(?:য়|য়)েছেন",
    "th": r"(?:(?:เรื่อง|เขียน|รายงาน|สัมภาษณ์|เรียบเรียง)\s?)?โดย",
}  # fmt: skip
"""By language, what signs before a name, with a colon or without."""
_FULL = {"bg": r"от", "mk": r"од", "sq": r"nga", "sw": r"na"}
"""The same, where the word begins names or sentences elsewhere: a full name stands behind it. Catalan “per” is too often one itself."""
_WORKS = {
    "en": r"special\s+(?:to|for)\s+\S+(?:\s+\S+){0,4}?|(?:(?:originally|first)\s+|an?\s+)?(?:this\s+(?:article|column|guide|piece|post|story)\s+was|author(?=\s+posted)|post\s+author|guide|post|written|story|report(?:ed)?|reporting|words|text|posted|published|article|analysis|review(?:ed)?"
    r"|interview(?:ed)?|exclusive|opinion|commentary|column|essay|authored|and\s+(?:hosted|presented|narrated|photographed|illustrated|produced)|created|contributed|compiled|submitted|guest\s+(?:post|column|essay|blog))",
    "de": r"beitragsautor|(?:eine?\s+)?(?:artikel|kommentar|gastbeitrag|analyse|kolumne|beitrag|bericht|essay|glosse|interview|leitartikel|reportage|rezension|text)"
    r"|aufgezeichnet|eingestellt|geschrieben|protokolliert|veröffentlicht|verfasst",
    "fr": r"(?:auteur|autrice)\s+de\s+(?:la\s+publication|l['’]article)|propos\s+recueillis|recueillis?|(?:entretien|interview)\s+réalisée?|[ée]crit|rédigé|(?:publié|mis)(?:\s+en\s+ligne)?"
    r"|(?:une?\s+)?(?:analyse|article|chronique|entretien|interview|reportage|texte)",
    "es": r"autor\s+de\s+la\s+entrada|(?:escrit|firmad|publicad|realizad|redactad|subid)[oa]s?|(?:una?\s+)?(?:análisis|artículo|columna|crónica|entrevista|reportaje|texto)",
    "pt": r"autor\s+d[oe]\s+(?:post|artigo)|(?:escrit|publicad|redigid)[oa]|(?:uma?\s+)?(?:análise|artigo|coluna|cr[óô]nica|reportagem)|postad[oa]",
    "it": r"autore\s+articolo|(?:una?\s+|un['’]\s?)?(?:analisi|articolo|commento|editoriale|intervista|reportage|testo)",
    "nl": r"berichtauteur|(?:een\s+)?(?:analyse|artikel|column|commentaar|interview|opinie|reportage|verhaal)|geschreven|gepubliceerd|geplaatst|gepost", "pl": r"autor\s+wpisu|(?:opublikowan|dodan|napisan)[eyo]",
    "da": r"indlægsforfatter|(?:en\s+|et\s+)?(?:analyse|anmeldelse|artikel|debatindlæg|indlæg|interview|klumme|kommentar|kronik|leder|reportage|tekst)|skrevet|publiceret|indsendt|lagt\s+ud",
    "nb": r"(?:artikkel|debattinnlegg|innlegg|intervju|kronikk|reportasje)|publisert|lagt\s+inn",
    "sv": r"inläggsförfattare|(?:en\s+|ett\s+)?(?:analys|artikel|debattartikel|krönika|ledare|recension)|skriv(?:en|et)|publicera[dt]|(?:in|upp)lagd",
}
"""By language, the work or deed before “by”."""
_OF = {
    "fr": r"(?:une?\s+|l['’])?(?:analyse|article|billet|chronique|éditorial|texte|tribune|reportage)\s+(?:de\s|d['’])",
    "es": r"(?:una?\s+)?(?:análisis|artículo|columna|crónica|entrevista|nota|reportaje|texto)\s+de", "ca": r"(?:una?\s+)?(?:article|entrevista|reportatge|text)\s+de",
    "pt": r"(?:uma?\s+)?(?:análise|artigo|coluna|cr[óô]nica|entrevista|reportagem|texto)\s+de",
    "it": r"(?:pubblicat|redatt|scritt)[oa]\s+da", "nl": r"(?:een\s+)?(?:analyse|column|opinie|reportage)\s+van",
    "ro": r"(?:un\s+|o\s+)?(?:analiză|articol|comentariu|editorial|interviu|reportaj|text)(?:\s+(?:realizat|scris|semnat))?\s+de|(?:scris|publicat|redactat|realizat|postat)\s+de",
    "mk": r"(?:анализа|колумна|коментар)\s+на", "pl": r"felieton",
    "de": r"das\s+(?:interview|gespräch)\s+führten?|aus\s+\w+\s+(?:berichte(?:n|t)|von)|mit\s+\w+\s+\w+\s+sprach",
}  # fmt: skip
"""By language, works and deeds with a word behind them that signs nothing by itself. A portrait “de” somebody is of somebody."""
_OUR = {
    "de": r"von\s+unser(?:e[mrn]?)?", "fr": r"de\s+n(?:otre|os)", "es": r"de\s+nuestr[oa]s?", "pt": r"d[oa]s?\s+noss[oa]s?",
    "it": r"da(?:l(?:la)?|i|lle)\s+nostr[oaie]", "nl": r"(?:van|door)\s+onze", "af": r"(?:van|deur)\s+ons", "en": r"from\s+our",
    "sv": r"från\s+vår", "da": r"fra\s+vor(?:es)?", "nb": r"fra\s+vår", "ro": r"de\s+la", "ru": r"от\s+нашего",
}  # fmt: skip
"""By language, “from our”, which the role of who wrote stands behind."""
_ROLES = {
    "en": r"staff\s+(?:reporter|writer)|(?:special\s+)?correspondent|author", "de": r"(?:redaktions)?mitarbeiter(?:in)?|redaktionsmitglied"
    r"|(?:auslands|sonder)?korrespondent(?:in|en)?|reporter(?:in)?|redakteur(?:in|s)?|journalist(?:in|en)?|volontär(?:in)?|praktikant(?:in|en)?",
    "fr": r"envoyée?s?\s+spécia(?:les?|l|ux)|correspondante?s?|journalistes?|rédact(?:eur|rice)",
    "es": r"enviad[oa]s?\s+especial(?:es)?|corresponsal|redactora?|reporter[oa]|periodista", "pt": r"repórter|jornalista",
    "it": r"inviat[oa](?:\s+special[ei])?|corrispondente|giornalista|redatt(?:ore|rice)",
    "nl": r"redact(?:eur|rice)|verslag(?:gever|geefster)|medewerk(?:er|ster)", "af": r"verslaggewer|korrespondent",
    "ro": r"corespondent(?:ul|a)?|trimis(?:ul|a)\s+special[ăa]?|jurnalist[ăa]?", "sv": r"medarbetare", "da": r"medarbejder|udsendte",
    "is": r"blaðamaður|fréttamaður|höfundur", "fi": r"toimittaja|kirjoittaja", "et": r"ajakirjanik|toimetaja",
    "lv": r"žurnālist(?:s|e)|autor(?:s|e)", "lt": r"žurnalist(?:as|ė)|autor(?:ius|ė)", "pl": r"dziennikar(?:z|ka)|reporter(?:ka)?|korespondent(?:ka)?",
    "cs": r"novinář(?:ka)?|reportér(?:ka)?", "sl": r"novinar(?:ka)?|avtor(?:ica)?", "hu": r"újságíró|riporter|tudósító", "sq": r"gazetar(?:i|e|ja)?",
    "el": r"συντάκτ(?:ης|ρια)", "ru": r"(?:спец)?кор(?:респондент)?|журналист(?:ка)?|обозреватель", "uk": r"кореспондент(?:ка)?|журналіст(?:ка)?", "bg": r"репортер|кореспондент",
    "mk": r"новинар(?:ка)?|аутор(?:ка)?", "sw": r"mwandishi", "id": r"(?:laporan\s+)?(?:wartawan|kontributor|pewarta|penulis|jurnalis)|laporan",
    "vi": r"phóng\s+viên|pv|tác\s+giả|nhà\s+báo", "hi": r"संवाददाता", "ar": r"مراسل(?:نا|تنا|ة)?", "th": r"ผู้สื่อข่าว|นักข่าว",
}  # fmt: skip
"""By language, roles that stand before a name and sign without a colon; “Journalist” and “Reporter” are alike in many."""
_TEXT = r"teksti?|texte|texto"
"""Words for the text that stand before a name without a colon."""
_COLONED = {
    "en": r"authors?(?:\s+of\s+(?:the|this)\s+(?:article|story|post))?|writers?|reporters?|written|words|text|interview|report|reporting(?:\s+from\s[^:]{2,40}?)?", "de": r"autor(?:en|in|innen|/in)?|protokoll|redakcja",
    "fr": r"aut(?:eur|rice)(?:e?s)?|auteure|textes?|entretien|propos\s+recueillis|reportage", "ca": r"autors|text|redacció|redactora?|periodista",
    "es": r"autor(?:es|as?)?|textos?|entrevista|reportaje|redacción|redactor(?:es|as?)?|reporter[oa]s?|de", "pt": r"reportagem|repórter(?:es)?|redação",
    "it": r"autor[ei]|autric[ei]|test[oi]|intervista", "ro": r"autor(?:ul|i|ii|oare)?|autoare|interviu|redactori?|reporteri?", "nl": r"auteurs?|tekst",
    "af": r"teks|skrywers?|outeurs?", "da": r"journalist|forfatter|skribent|tekst", "nb": r"intervju", "sv": r"författare|skribent|reportage",
    "is": r"höfund(?:ur|ar)|texti|blaðamaður|fréttamaður|viðtal|umsjón",
    "fi": r"tekijä|kirjoittaja|toimittaja|haastattelu|teksti",
    "et": r"toimetaja|kirjuta(?:s|ja)|autorid|tekst|küsi(?:s|tles)|intervjuu|ajakirjanik|koostaja|vahendas",
    "lt": r"(?:straipsnio\s+)?autor(?:ė|ės|ius|iai)|tekstas|žurnalist(?:as|ė)|pokalbis|interviu",
    "lv": r"(?:raksta\s+)?autor(?:s|e|i|es)|teksts|žurnālist(?:s|e)|intervija", "pl": r"tekst|wywiad|opracowanie|autorzy|komentarz|korespondent(?:ka)?",
    "cs": r"autoři|rozhovor|reportáž|redaktor(?:ka)?", "sk": r"autori|komentár|glosa",
    "sl": r"avtor(?:j[ai]|ica|/ica)?|besedilo|pogovor|novinar(?:ka)?", "sr": r"аутор(?:ка|и)?", "hr": r"piše|autori(?:ca)?|novinar(?:ka)?|kolumna|komentar|intervju",
    "bg": r"автори|текст|интервю|репорт(?:ер|аж)|журналист", "mk": r"интервју|новинар(?:ка)?",
    "sq": r"shkruan|autor(?:i|ja|ët?|e)?|gazetar(?:i|e|ja)?|teksti|intervista",
    "hu": r"szerzők?|szöveg|újságíró|riporter|tudósító|interjú",
    "id": r"penulis|pewarta|wartawan|kontributor|jurnalis|laporan|pengarang|oleh",
    "vi": r"tác\s+giả|bài(?:\s+viết)?|thực\s+hiện|nội\s+dung|phóng\s+viên|người\s+viết|tổng\s+hợp|pv", "sw": r"mwandishi|waandishi",
    "tr": r"yazar(?:lar)?|haber(?:i\s+yazan)?|muhabir|röportaj|söyleşi|hazırlayan|derleyen|yayınlayan",
    "ru": r"интервью|корреспондент|журналист(?:ка)?", "uk": r"інтерв['’ʼ]ю|текст|кореспондент(?:ка)?|журналіст(?:ка)?",
    "el": r"συντάκτ(?:ης|ρια)|ρεπορτάζ|κείμενο|συνέντευξη|αρθρογράφος|γράφ(?:ει|ουν)",
    "he": r"כתב(?:ה|ת|ו)?|תחקיר|ראיינ?ה?|כתבים", "fa": r"نویسنده|نويسنده|خبرنگار|گزارشگر|گزارش|نگارش",
    "ur": r"مصنفہ?|رپورٹر|رپورٹ|تحریر(?:\s+و\s+تحقیق)?|نامہ\s+نگار|کالم\s+نگار|لکھاری|بلاگر|انٹرویو",
    "ar": r"الكاتبة?|إعداد|أعده?ا?|حوار|حاورها?|تقرير|كتابة|أجرت?\s+الحوار|مراسلنا|مراسلتنا",
    "hi": r"लेखक|लेखिका|संवाददाता|रिपोर्टर|रिपोर्ट|रिपोर्टिंग", "ne": r"लेखन|प्रस्तुति", "mr": r"वार्ताहर|वार्तांकन|शब्दांकन|मुलाखत|बातमीदार",
    "bn": r"লেখক|লেখা|প্রতিবেদক|রিপোর্টার|সাক্ষাৎকার(?:\s+(?:নি(?:য়|য়)েছেন|গ্রহণে?))?|রচনা|লিখেছেন|অনুলিখন|গ্রন্থনা",
    "ta": r"எழுதியவர்|எழுத்தாளர்|கட்டுரையாளர்|நிருபர்|செய்தியாளர்|பேட்டி|எழுத்து",
    "te": r"రచన|రచయిత|రిపోర్టర్|విలేకరి", "kn": r"ಲೇಖಕರು|ಲೇಖಕ|ವರದಿ|ವರದಿಗಾರರು", "ml": r"ലേഖകൻ|ലേഖിക|എഴുതിയത്|റിപ്പോർട്ടർ|തയ്യാറാക്കിയത്",
    "gu": r"લેખક|રિપોર્ટર|અહેવાલ", "pa": r"ਲੇਖਕ|ਪੱਤਰਕਾਰ|ਰਿਪੋਰਟਰ|ਰਿਪੋਰਟ", "si": r"ලියන්නේ|ලේඛක", "my": r"ရေးသားသူ|သတင်းထောက်|ရေးသားပေးပို့သူ", "km": r"អ្នកនិពន្ធ|អត្ថបទ",
    "am": r"ጸሐፊ|ጸሃፊ|ዘጋቢ", "ka": r"ავტორი|ავტორები|ჟურნალისტი", "hy": r"հեղինակ(?:ներ)?|լրագրող", "kk": r"тілші|авторлар", "be": r"аўтар(?:ка|ы)?|тэкст", "az": r"müəllif|müxbir",
    "eu": r"egilea?k?|testua|kazetaria", "zu": r"umbhali|intatheli|umlobi", "xh": r"umbhali|intatheli", "tl": r"may-akda|manunulat", "so": r"qoraa|qore", "ha": r"marubuci",
    "mt": r"awtur|kittieb", "cy": r"awdur|gohebydd", "ga": r"údar", "nn": r"skriven\s+av", "gl": r"autoría",
    "th": r"ผู้เขียน|โดย|เรื่อง(?:โดย)?|เขียน(?:โดย)?|ผู้เรียบเรียง|เรียบเรียง(?:โดย)?|ผู้สื่อข่าว|รายงาน(?:โดย)?|สัมภาษณ์(?:โดย)?|คอลัมนิสต์",
    "zh": r"作者|[發发][佈布表]者|[張张][貼贴]者|图文|文|文字|撰文|撰稿|采写|采访|执笔|記者|记者",
    "ja": r"投稿者|(?:取材|文|写真|構成|執筆)(?:・(?:取材|文|写真|構成|執筆))+|取材|執筆者?|筆者|著者|ライター|聞き手|構成", "ko": r"게시자|글|글쓴이|필자|작성자|취재",
}  # fmt: skip
"""By language, what signs with a colon behind it."""
_DASHED = r"haber|كتبت?|रिपोर्ट"
"""What signs with a dash behind it."""
_PHOTOS = (
    r"bild(?:er)?|beeld|fot[oy]s?|foto['’]s|fotografier|fotografías?|fotografi[ae]s?|fotografije|kuvat?|photos?|photograph(?:s|y|ies)|pictures?|images?|zdjęcia"
    r"|fotók?|fotod|fotoğraf(?:lar)?|myndir|снимки|фото|φωτογραφίες|φωτό|ảnh|ภาพ|צילום|صورة?|تصوير|عکس|फोटो|ছবি|argazkiak?|isithombe|izithombe|larawan|сурет|здымак|ფოტო|լուսանկար(?:ը|ներ)?|ఫోటో|ಚಿತ್ರ|ഫോട്ടോ|તસવીર|ਤਸਵੀਰ|ඡායාරූප|ဓာတ်ပုံ|រូបភាព|ፎቶ|사진|写真|撮影|摄影|攝影|图片?|圖片?"
)
"""The pictures that who wrote took too, or another."""
_AND = r"\s*(?:&|\+|/|,|·|\b(?:and|e|en|et|i|ir|ja|och|og|un|und|y|и|і|та|και|và)\b)\s*"
_OTHERS = {
    "en": r"(?:medically|technically|expert|clinically)?\s*(?:review(?:ed|er)|edit|fact[\s-]?check|approv|translat|illustrat|photograph|photos?|pictures?|video|updat"
    r"|curat|host|produc|verif|images?|graphics?|art(?!icle))\w*(?:\s+and\s+\w+)?\s*(?:by|:)|(?:additional|with)\s+reporting|editors?\s*:"
    r"|more\s+(?:by|from)|read\s+more|all\s+(?:posts|articles)|posts\s+by",
    "*": r"fot[oy]s?(?:\s+(?:von|de|av|af|di)|\s*:)|bild(?:er)?\s*:|foto:?|redig\w+\s+a[fv]\b",
}
"""What names people who did not write the story, in words that need more behind them."""
_EDITED = {
    "de": r"redaktion|mitarbeit|übersetzung(?:\s+von)?|(?:übersetzt|aus\s+dem\s+\w+(?:\s+übersetzt)?)\s+von|bearbeitung|kamera|schnitt", "fr": r"traduction(?:\s+d[eu])?|montage|traduit(?:\s+d(?:e\s+l['’]|u\s+)\w+)?\s+par|édité\s+par|relecture", "es": r"edición|traducción(?:\s+de(?:l\s+\w+\s+de)?)?|traducid[oa](?:\s+del?\s+\w+)?\s+por|editad[oa]\s+por",
    "ca": r"traducció(?:\s+de)?|traduït\s+per|edició", "pt": r"edição|tradução(?:\s+d[eo])?|traduzido(?:\s+d[eo]\s+\w+)?\s+por|editado\s+por", "it": r"redazione|traduzione(?:\s+di)?|montaggio",
    "nl": r"redactie|vertaling|eindredactie", "sv": r"redaktör|redigering|översättning|redigera[dt]\s+av", "da": r"redaktør|oversættelse|redigeret\s+af",
    "nb": r"redigert\s+av|oversettelse|redaktør", "fi": r"kuvaaja|kuvat?|käännös|suomennos", "et": r"tõlki(?:s|ja)|toimetas",
    "lt": r"redag(?:avo|uoja)|redaktor(?:ius|ė)|(?:iš)?vertė", "lv": r"redaktor(?:s|e)|tulkoj(?:a|usi|is)", "pl": r"redaktor(?:ka)?\s+prowadząc[ya]|redaktor|redakcja|źródło|zdjęcia|tłumaczył[ai]?|tłumaczenie",
    "sk": r"preložil[ai]?|preklad", "cs": r"přeložil[ai]?|překlad", "sl": r"uredil[ai]?|uredni(?:k|ca)|preved(?:el|la)|prevod", "hr": r"uredi(?:o|la)|preve(?:o|la)|prijevod",
    "sr": r"уредни(?:к|ца)|преве(?:о|ла)|превод|уреди(?:о|ла)", "bg": r"(?:отговорен\s+)?редактор(?:ка)?|превод|превела?", "ru": r"перев(?:од|ел[аи]?)|редактор(?:ка)?|редактировал[аи]?",
    "uk": r"переклад|переклав|переклала", "el": r"επιμέλεια|μετάφραση", "hu": r"szerkeszt(?:ő|ette)|fordít(?:ó|otta)", "tr": r"çevir(?:en|i)|editör|kameraman|fotoğraf", "sq": r"redakto(?:i|r)|p[ëe]rkth(?:eu|imi)",
    "sw": r"mhariri|imehaririwa\s+na|imetafsiriwa\s+na", "id": r"penyunting|redaktur|editor|disunting\s+oleh|fotografer|kameramen|produser|sumber|uploader",
    "vi": r"thiết\s+kế|trình\s+bày|biên\s+(?:tập(?:\s+viên)?|dịch)|đồ\s+họa|(?:người\s+)?dịch|theo", "ar": r"تحرير|ترجمة|تدقيق(?:\s+لغوي)?|مونتاج|إخراج|تقديم|تصميم|مراجعة|المحرر|تصوير", "fa": r"مترجم|ویرایش|عکس|انتشاردهنده",
    "ur": r"ترجمہ|مترجم", "he": r"עריכה(?:\s+לשונית)?|צילום|תרגום|עורכ(?:ת|ים)?", "hi": r"संपादक|अनुवाद|फोटो", "mr": r"अनुवाद|संकलन", "bn": r"অনুবাদ(?:ক)?|সম্পাদনা|ভাষান্তর|ছবি",
    "ta": r"தொகுப்பு|தொகுப்பாளர்|மொழிபெயர்ப்பு|தமிழில்", "th": r"แปล(?:และเรียบเรียง)?(?:โดย)?|บรรณาธิการ|กราฟิก|ภาพ", "zh": r"(?:责任|責任)?(?:编辑|編輯)|责编|責編|校对|审核|摄影|攝影|翻译",
    "ja": r"翻訳|写真|撮影|編集|訳", "ko": r"(?:영상)?편집|사진|영상취재|번역|영상",
}  # fmt: skip
"""By language, who edited, translated, took the pictures or was the source: with a colon or a name behind it."""


def _any(words: dict[str, str]) -> str:
    return "|".join(words.values())


_SENT_TO = rf"(?:à|en|au|aux|in|a|em|te|i|din)\s{_UPPER}[\w’'-]+(?:\s{_UPPER}[\w’'-]+)?"
"""The place that a correspondent was sent to: “de notre envoyé spécial à Brask, ”."""
_ROLE = rf"(?:(?:{_any(_ROLES)}|journalist|reporter)\s+(?={_UPPER}))"
LABEL = regex(
    rf"^[\W_]*(?:(?:(?:{_any(_WORKS)})\s+)*(?:{_any(_BY)}){_NO_LETTER}\.?|(?:{_any(_OUR)})\s+(?:{_any(_ROLES)})\s{_SENT_TO},\s+(?={_UPPER})|(?:{_any(_OUR)})\s+(?:{_any(_ROLES)}),\s+(?={_UPPER})|(?:{_any(_OUR)})\s+(?={_ROLE})"
    rf"|(?:{_any(_OF)})(?=\s*:|\s*{_UPPER})|(?:{_any(_FULL)})(?=\s+{_UPPER}\w*\s+{_UPPER})|(?:{_TEXT})(?=\s+{_UPPER})|(?={_ROLE})"
    rf"|(?-i:(?:[Bb][yY]|Par|Por|Von|Door)(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+\s[A-ZÀ-ÖØ-Þ])))(?:\s*[:：/])?\s*(?:(?:unser(?:e[mrn]?)?|ons|onze|our)\s+(?={_ROLE}))?{_ROLE}*",
    re.IGNORECASE,
)
"""A label that needs no colon, though it may have one, and the role of who signs."""
BARE_LABEL = regex(
    rf"^[\W_]*(?:(?:{_PHOTOS}){_AND})?(?:{_any(_COLONED)})(?:{_AND}(?:{_PHOTOS}))?\s*[：:/／=＝|｜丨՝៖]\s*|^\W*(?:{_DASHED})\s*[-–]\s*", re.IGNORECASE
)
"""A label with its colon."""
_WORDS = "|".join([_any(_WORKS), _any(_BY), _any(_OUR), _any(_OF), _any(_FULL), _any(_ROLES), _TEXT, _any(_COLONED), _PHOTOS, _DASHED])
_HINT = re2.compile(rf"(?i)^[^\p{{L}}\p{{N}}]*(?:{re.sub(r'[(][?]=[^()]*[)]', '', _WORDS).replace(chr(92) + 'w', '[^ ]')}|journalist|reporter)")
"""Finds what both labels begin with, and more, in a tenth of the time."""
FURTHER_LABEL = regex(
    rf"(?:[.,;|·*]\s*|\s)(?:{_AND})?(?:(?:{_PHOTOS}|{_any(_EDITED)}|vídeos?|videos?|illustrations?)\s*[：:/／=＝|｜]|(?:{_PHOTOS})(?=\s+(?:{_UPPER}|(?:by|von|de|di|av|af|door|par|por)\s))"
    rf"|{_UPPER}(?-i:[^\W\d_A-Z])*\s*[：:](?=\s))",
    re.IGNORECASE,
)
"""A second label in the line, behind which others are named: “Fotos:”, “fotografia de”, or any word with a colon."""
OTHERS = regex(
    rf"^\W*(?:{_any(_OTHERS)}|(?:{_any(_EDITED)})(?:{_AND}(?:{_any(_EDITED)}))?{_NO_LETTER}(?:\s*[：:/／=＝|｜]|\s+(?={_UPPER}\w*\s+{_UPPER})))", re.IGNORECASE
)
"""Lines that name people who did not write the story."""
PRESENTED = regex(
    r"\W*(?:(?:meet\s+)?(?:our|the)\s+(?:authors|bloggers|columnists|contributors|critics|editors?|experts|people|staff|team|writers)|(?:columnists|contributors|staff|team)"
    r"|about(?:\s+(?:us|the\s+(?:editors?|team|staff)))?|who\s+we\s+are|unser(?:e\s+(?:autoren|kolumnisten|redaktion)|\s+team)|über\s+uns|wer\s+wir\s+sind"
    r"|(?:notre\s+équipe|nos\s+(?:auteurs|chroniqueurs))|qui\s+sommes[\s-]nous|à\s+propos(?:\s+de\s+nous)?|nuestr[oa]s?\s+(?:equipo|autores|columnistas)|quiénes\s+somos"
    r"|quem\s+somos|sobre\s+nós|(?:i\s+nostri\s+(?:autori|editorialisti)|chi\s+siamo)|(?:onze\s+(?:columnisten|auteurs|redactie)|over\s+ons)|om\s+o(?:ss|s)"
    r"|(?:nasi\s+autorzy|o\s+nas)|о\s+нас|наши\s+(?:авторы|колумнисты)|про\s+нас|hakkımızda|yazarlar(?:ımız)?|関於我們|关于我们|關於我們|執筆者一覧|회사소개)\W*",
    re.IGNORECASE,
)
"""A heading or headline above people who make the paper: what is said of them is no bio of who wrote the story."""
PREPOSITION = regex(r"^[Dd][ea]\s+(?=[^\W\d_a-zß-ÿ])")
"""A word of Romance languages that signs, and begins family names elsewhere."""


_PEN = regex(r"\s*[✍🖊🖋]\ufe0f?\s*(?=[^\W\d_])")
"""A pen before a name, with which channels sign their posts."""


def has_label(text: str) -> bool:
    """Say whether a text begins with a label that needs no colon."""
    return _PEN.match(text) is not None or (_HINT.match(text.encode()) is not None and LABEL.match(text) is not None)


def has_bare_label(text: str) -> bool:
    """Say whether a text begins with a label and its colon."""
    return _HINT.match(text.encode()) is not None and BARE_LABEL.match(text) is not None


def unlabelled(text: str) -> str:
    """Return a signature without “By”, “Author:” and their like."""
    text = _PEN.sub("", text)
    if not _HINT.match(text.encode()):
        return text
    return BARE_LABEL.sub("", LABEL.sub("", BARE_LABEL.sub("", text)))
