"""The words around a readers' poll in many languages: its name, its buttons, what counts its votes, and the answers yes and no.

A label or a button is told by having no other words than these, so that “Poll of the day” and “Vote and see the results” need not be listed, and
“The poll that was wrong” is none.
"""

from __future__ import annotations

from cleaner.regexes import regex
from cleaner.tokens import words


def _folded(listed: str) -> frozenset[str]:
    """Return the words of a list as texts are compared."""
    return frozenset(listed.casefold().split())


_POLLS = _folded("""
    poll polls polling survey surveys voting umfrage umfragen leserumfrage onlineumfrage blitzumfrage abstimmung leserabstimmung sondage sondages vote votes
    encuesta encuestas sondeo votación sondaggio sondaggi votazione enquete enquetes sondagem votação inquérito enquesta enquisa votació peiling poll stelling enquête
    sonda sondzie sondaż sondażu ankieta ankiecie ankiety głosowanie anketa ankety ankete anketě hlasování hlasovanie szavazás szavazásunk közvéleménykutatás sondaj
    sondajul sondaje опрос опросы опросе голосование голосовании опитування голосування опитуванні апытанне галасаванне анкета анкети анкетата допитване гласуване
    гласање анкету glasanje glasovanje anketi anketu δημοσκόπηση ψηφοφορία γκάλοπ anket anketi oylama sorğu omröstning enkät afstemning avstemning avstemming kysely
    lukijakysely äänestys gallup küsitlus hääletus aptauja balsojums apklausa balsavimas könnun skoðanakönnun sondazh sondazhi استطلاع تصويت التصويت סקר הסקר הצבעה نظرسنجی سروے
    پول पोल सर्वे सर्वेक्षण जनमत জরিপ ভোট கருத்துக்கணிப்பு アンケート 読者アンケート 投票 読者投票 ネット投票 설문 설문조사 투표 여론조사 온라인투표 调查 調查 小调查 在线调查 网络调查 投票调查 网上投票
    網上投票 读者投票 jajak polling undian โพล โหวต հարցում გამოკითხვა сауалнама maoni peilings meningspeiling leserpoll lezerspoll čtenářská čitateľská
""")
"""Names of a poll. French “vote” is one too, in the company of a question and answers."""
_VOTES = _folded("""
    vote voted voting voter votez voté votar vota vote votad votá vótalo votate votare votem abstimmen abstimme stimmen stimme stimm mitstimmen teilnehmen mitmachen stem stemmen
    głosuj zagłosuj głosować głosujesz oddaj hlasovat hlasuj hlasujte hlasovať zahlasovat szavazok szavazz szavazzon szavaz szavazni votează votați votaţi голосовать
    голосуй голосуйте проголосовать проголосуйте голосувати голосуйте проголосувати проголосуй галасаваць гласувай гласувайте гласајте гласај glasaj glasajte glasuj
    glasujte ψήφισε ψηφίστε ψηφίζω oy oyla oylayın oyunu oyunuzu kullan kullanın rösta stem avgi stemme äänestä hääleta balsot balsuoti kjósa voto صوت صوّت صوتوا הצבע הצביעו
    הצביעי להצביע رای رأی دهید वोट মতামত 投票する 投票します 回答する 투표하기 투표하세요 참여하기 提交投票 我要投票 立即投票 马上投票 bình chọn biểu quyết pilih mengundi قيّم
""")
"""What asks for a vote, on a button or as a label."""
_RESULTS = _folded("""
    result results ergebnis ergebnisse resultat resultate zwischenergebnis résultat résultats resultado resultados risultato risultati resultats resultaat resultaten uitslag wynik wyniki
    wyników výsledek výsledky výsledok výsledkov eredmény eredmények eredményt rezultat rezultate rezultatele rezultati rezultate результат результаты результати результатите
    вынікі резултат резултати резултатите αποτέλεσμα αποτελέσματα sonuç sonuçlar sonuçları nəticələr resultatet resultaten resultater tulos tulokset tulemused rezultāti rezultatai
    niðurstöður rezultatet النتيجة النتائج نتائج نتيجة תוצאות התוצאות نتایج نتیجه نتائج परिणाम नतीजे ফলাফল முடிவுகள் 結果 結果を見る 投票結果 결과 결과보기 결과를 结果 查看结果 投票结果 查看投票结果 查看結果
    quả hasil hasilnya keputusan ผลโหวต արդյունքներ შედეგები нәтижелер matokeo
""")
"""What a button promises to show."""
_SHOWN = _folded("""
    view show see check display anzeigen ansehen zeigen zum zur zeige voir afficher consulter ver mostrar vedi mostra visualizza guarda bekijk toon zie zobacz pokaż sprawdź zobaczyć zobrazit
    zobraz ukázat zobraziť pozrieť megnézem megtekintése mutasd vezi arată afișează посмотреть показать смотреть переглянути показати дивитися прагледзець виж покажи види погледај
    vidi pogledaj prikaži poglej δείτε δες προβολή εμφάνιση gör göster görüntüle bax visa se vis katso näytä vaata skatīt žiūrėti sjá shiko عرض شاهد مشاهدة الاطلاع הצג צפו צפה לצפייה ראה
    مشاهده نمایش दिखाएं देखें দেখুন பார்க்க 見る 보기 확인 查看 xem kết lihat papar
""")
"""What a button does with the results."""
_AROUND = _folded("""
    a an the of in on for our your this now here today day week month reader readers online quick daily weekly web opinion take part join and or to submit only back current latest please tell us
    hide close closed up more all internet der die das des den dem unsere unserer ihre dein deine tages woche sie ab mit an jetzt hier und zu nur nach leser frage aktuelle aktuellen neueste
    le la les l du de d notre votre jour semaine lecteurs actuel en ligne sur et maintenant pour participez au el los las del nuestra día semana lectores actual ahora línea y para tu su
    il lo gli dei del della nostro giorno settimana lettori ora subito per e i o os da do nossa dia leitores agora nosso het een onze van dag lezers nu hier mee doe uw je
    w we nasza aktualna naszej dnia tygodnia czytelników i teraz aby lub jeśli chcesz żeby swój głos dne dňa aktuální aktuálna týdne týždňa naše čtenářů čitateľov nyní teraz pro a o v ve za az ez nap hét heti napi olvasói
    most megy kérdés itt zilei săptămânii și acum cititorilor pe дня текущий недели наш читателей сейчас и в тижня читачів зараз та на деня седмицата сега дана недеље сада dana tjedna tedna sada zdaj sve
    η ο το της του των τα για ημέρας εβδομάδας τώρα την günün haftanın şimdi ve bu dagens veckans nu och här nå ukens dagen ugens og lehden viikon päivän nyt ja tänään رأي الرأي اليوم الأسبوع الآن
    شارك في لل رأيك اليום היום השבוע עכשיו שלנו את روز هفته الان کنید ثبت و بدهید करें दें দিন ओपिनियन आज का आज के अभी कीजिए を の に する 本日 今日 今日の 오늘의 독자 현재 今日投票 本期 ý kiến ngay ngày thăm dò tuần pendapat
    hari ini sekarang pembaca anda minggu kura ya
""")
"""What stands around those words: articles, days, readers."""
_COUNTED = _folded("""
    vote votes voters voted respondents stimme stimmen abstimmende teilnehmer voix votant votants réponses voto votos votantes voti votanti vot vots stem stemmen głos głosy głosów oddano głosowało
    hlas hlasy hlasů hlasov hlasovalo hlasujících szavazat szavazatok szavazott voturi vot голос голоса голосов проголосовало проголосовали голосів голоси проголосувало галасоў глас гласа
    гласове гласова гласувал гласували glas glasa glasova glasov glasovi ψήφος ψήφοι ψήφους ψήφων oy oylar səs röst röster stemme stemmer ääni ääntä vastausta häält hääli balsis balsu balsų balsai
    atkvæði صوت صوتا صوتًا أصوات الأصوات קולות הצביעו מצביעים رای رأی آرا वोट মত ভোট 票 総投票数 投票数 得票 표 득표 人投票 人参与 总票数 phiếu lượt suara คะแนน โหวต ձայն ხმა дауыс kura
""")
"""What a number of votes is called."""
_SUMMED = _folded("""
    total totally far so cast gesamt insgesamt bisher abgegeben abgegebene gültige total totale totaux en tout hasta ahora totali finora até agora totaal totaalt uitgebracht uitgebrachte łącznie razem ogółem
    suma wszystkich celkem celkový počet čtenářů spolu čitateľov celkovo összesen eddig leadott total voturi totale exprimate всего итого усього разом человек осіб общо всичко укупно ukupno skupaj oddanih
    σύνολο συνολικά ψήφισαν toplam kişi kullanıldı cəmi totalt sammanlagt antal antall i alt yhteensä annettu kokku kopā iš viso nobalsoja samtals مجموع إجمالي عدد المصوتين סה כ כל کل کاربر कुल
    মোট மொத்தம் 合計 合计 总计 共 共有 人 총 명 tổng số cộng total jumlah telah memilih
""")
"""What stands around the number of all votes."""
_ANSWERS = _folded("""
    yes no maybe perhaps agree disagree undecided unsure ja nein vielleicht jein oui non sí si não sim sì talvez forse nee eens oneens tak nie ano ne áno nie možná igen nem talán da nu poate да нет не
    можливо так ні возможно може не ναι όχι ίσως evet hayır bəli xeyr nej nei kanske kanskje måske kyllä ei ehkä jah jā nē taip já nei po jo نعم لا ربما כן לא אולי بله آری خیر نه ہاں نہیں हाँ हां नहीं हा नाही হ্যাঁ না
    ஆம் இல்லை はい いいえ 賛成 反対 네 예 아니요 아니오 찬성 반대 是 否 会 不会 支持 反对 赞成 有 没有 có không ya tidak այո ոչ კი არა иә жоқ ndiyo hapana
""")
"""First words of an answer that says yes or no."""
_INVITATIONS = frozenset(map(str.casefold, (
    "question of the day", "question of the week", "what do you think", "what s your view", "what is your opinion", "your opinion", "your view", "have your say", "you decide", "frage des tages",
    "frage der woche", "ihre meinung", "deine meinung", "was meinen sie", "was denken sie", "was meinst du", "was denkst du", "question du jour", "la question du jour", "qu en pensez vous", "votre avis",
    "pregunta del día", "la pregunta", "qué opinas", "qué piensas", "tu opinión", "su opinión", "domanda del giorno", "che ne pensi", "che ne pensate", "cosa ne pensi", "la tua opinione",
    "pergunta do dia", "o que acha", "o que você acha", "qual a sua opinião", "a sua opinião", "sua opinião", "vraag van de dag", "wat vindt u", "wat vind jij", "uw mening", "jouw mening", "pytanie dnia",
    "twoim zdaniem", "co sądzisz", "co o tym myślisz", "twoja opinia", "otázka dne", "otázka dňa", "váš názor", "jaký je váš názor", "aký je váš názor", "co si myslíte", "čo si myslíte", "a nap kérdése", "ön szerint",
    "mit gondol", "întrebarea zilei", "ce părere ai", "ce părere aveți", "părerea ta", "вопрос дня", "ваше мнение", "что вы думаете", "как вы считаете", "питання дня", "ваша думка", "як ви вважаєте", "въпрос на деня",
    "вашето мнение", "какво мислите", "питање дана", "ваше мишљење", "шта мислите", "pitanje dana", "vaše mišljenje", "što mislite", "šta mislite", "vprašanje dneva", "kaj menite", "ερώτηση της ημέρας", "η γνώμη σας",
    "εσείς τι λέτε", "τι πιστεύετε", "günün sorusu", "siz ne düşünüyorsunuz", "sizce", "dagens fråga", "vad tycker du", "vad tror du", "din åsikt", "dagens spørgsmål", "hvad mener du", "dagens spørsmål", "hva mener du",
    "hva synes du", "päivän kysymys", "mitä mieltä olet", "سؤال اليوم", "ما رأيك", "رأيك يهمنا", "שאלת היום", "מה דעתכם", "مה דעתך", "سوال روز", "نظر شما چیست", "आपकी राय", "आप क्या सोचते हैं", "あなたはどう思う", "みなさんはどう思いますか",
    "당신의 생각은", "여러분의 생각은", "你怎么看", "您怎么看", "你認為呢", "ý kiến của bạn", "bạn nghĩ sao", "pendapat anda", "bagaimana menurut anda",
)))  # fmt: skip
"""What asks readers for their opinion, and heads forms for comments as well."""
CLASSES = _folded("poll polls umfrage umfragen sondage encuesta sondaggio enquete anketa ankieta sonda szavazas opros omrostning afstemning oylama wpp wppolls polldaddy crowdsignal")
"""Class words of an element that is a poll."""

LABEL_CHARS, BUTTON_CHARS, TOTAL_WORDS = 48, 60, 8
"""Characters of the longest label and button, words of the longest line that says how many voted; set by hand."""
_ASKING = _POLLS | _VOTES
_LABEL = _ASKING | _AROUND
_BUTTON = _LABEL | _RESULTS | _SHOWN
_TOTAL = _COUNTED | _SUMMED | _ASKING
_SHOWING = _SHOWN | _POLLS
_DIGITS = regex(r"\d+")
_NUMBER = r"\d[\d.,٫٬\s]*"
_SHARE = rf"(?:{_NUMBER}[%٪％]|[%٪％]\s?{_NUMBER})"
_COUNT = regex(rf"{_SHARE}\W|{_SHARE}$|[(\[]\s*{_NUMBER}[^\W\d_]*\s*[)\]]$")
_COUNT_ALONE = regex(rf"\W*(?:{_SHARE}|{_NUMBER})\W*")


def is_label(text: str) -> bool:
    """Say whether a line does nothing but call what stands below it a poll, or ask for a vote."""
    said = _said(text, LABEL_CHARS)
    return said <= _LABEL and not said.isdisjoint(_ASKING)


def is_invitation(text: str) -> bool:
    """Say whether a line asks readers for their opinion."""
    return len(text) <= LABEL_CHARS and " ".join(words(text)) in _INVITATIONS


def is_button(text: str) -> bool:
    """Say whether a line is a button to vote, or to see the results."""
    said = _said(text, BUTTON_CHARS)
    asks = not said.isdisjoint(_VOTES) or not (said.isdisjoint(_RESULTS) or said.isdisjoint(_SHOWING))
    return asks and said <= _BUTTON


def is_result(text: str) -> bool:
    """Say whether a line is the word for results alone, which heads a part of a study too."""
    said = _said(text, BUTTON_CHARS)
    return bool(said) and said <= _RESULTS


def is_total(text: str) -> bool:
    """Say whether a line does nothing but say how many voted, for one answer or for all."""
    if text.count(" ") >= TOTAL_WORDS or _DIGITS.search(text) is None:
        return False
    said = _lettered(text)
    return said <= _TOTAL and not said.isdisjoint(_COUNTED)


def is_count(text: str) -> bool:
    """Say whether a line is a number or a share alone."""
    return _COUNT_ALONE.fullmatch(text) is not None


def is_counted(text: str) -> bool:
    """Say whether a line has a share or a number of votes beside its words."""
    return _DIGITS.search(text) is not None and (_COUNT.search(text) is not None or names_votes(text))


def names_votes(text: str) -> bool:
    """Say whether a line has a word for votes."""
    return not _lettered(text).isdisjoint(_COUNTED)


def is_answer(text: str) -> bool:
    """Say whether a line says yes or no, whatever it says besides."""
    return not _ANSWERS.isdisjoint(words(text)[:1])


def _said(text: str, longest: int) -> frozenset[str]:
    """Return the words of a short line, its numbers left out."""
    return _lettered(text) if len(text) <= longest else frozenset()


def _lettered(text: str) -> frozenset[str]:
    return frozenset(words(_DIGITS.sub(" ", text)))
