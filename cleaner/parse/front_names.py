"""What the lines of a text's head are named: by tools in English, by people in the language of the text."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.model import Kind
from cleaner.parse.export import LABELS

BODY, SUMMARY = "body", "summary"
"""Fields of names whose value is the story, and may be where no other is there."""
_NAMES: tuple[tuple[str, Kind, str], ...] = (
    ("headlines", "title", "title|headline|heading|full title|ogtitle|og:title|dc:title|dc.title|article title|page title"),
    ("authors", "byline", "author_name|signature|author|authors|byline|by|creator|dc:creator|dc.creator|article:author|writer|author name|author(s)|written by"),
    ("date", "date", "date|published|publishdate|pubdate|published_at|published time|published_time|date_published|"
     "publish_date|publish date|publication_date|publication date|pubdatetime|publishedtime|article:published_time|dc:date|dc.date|"
     "date published|date of publication|published date|published on|published at|posted|posted on|pub_date|issue date|date of issue"),
    ("created", "date", "created|created_at|date created|date_created|datecreated"),
    ("date_modified", "date", "modified|updated|lastmod|last_modified|date_modified|updated_at|modifiedtime|article:modified_time|last updated"),
    ("site_name", "publisher", "sitename|site_name|ogsitename|og:site_name|site|site name|website|feed|channel|канал|канал автора"),
    ("publisher", "publisher", "publication|publisher|dc:publisher|dc.publisher|source|outlet|newspaper|paper|source name|news source|published in|media outlet|newspaper title|nom de la source|feed title"),
    ("section", "section_label", "section|category|article:section"),
    ("canonical", "tools", "url|link|canonical|url source|source_url|source url|permalink|canonical_url|sourceurl|ogurl|og:url|article url|web address"),
    ("", "tags", "tags|categories|keywords|topics|dc:subject|article:tag"),
    ("", "tools", "hostname|host|domain|id|fingerprint|license|language|lang|image|layout|slug|draft|type|comments|warning|"
     "ogimage|og:image|ogtype|og:type|oglocale|og:locale|statuscode|favicon|viewport|words|word_count|word count|scraped|fetched|accessed|retrieved|"
     "filedate|aliases|cssclass|status|guid|slash:comments|wfw:commentrss|dc:language|media:content|enclosure|crawled|crawl date|date accessed|"
     "date retrieved|access date|length|location|country|index|document|record|file|filename|dek|deck|subtitle|subheading|standfirst|subhead|docid|doc id|doc_id|docno|edition|page|page label|article id|corrections|illustrated|persistent link|memo|"
     "graphic|date added|item type|short title|library catalog|last edited|read|newdoc id|sent_id|genre|tokens|views|forwards|media|message id"),
    (SUMMARY, "tools", "description|excerpt|summary|ogdescription|og:description|dc:description|abstract"),
    (BODY, "section_label", "markdown content|content|content:encoded|text|body|article|article text|article body|full text|main text|story"),
    ("", "section_label", "metadata|full document"),
    ("headlines", "title", "titel|überschrift|schlagzeile|titre|título|titular|titolo|titulo|rubrik|overskrift|tittel|otsikko|tytuł|nagłówek|titulek|nadpis|"
     "název|cím|titlu|başlık|judul|tiêu đề|заголовок|название|назва|заглавие|наслов|τίτλος|כותרת|العنوان|عنوان|تیتر|शीर्षक|標題|标题|题目|題目|篇名|タイトル|見出し|"
     "記事名|제목"),
    ("authors", "byline", "기고자|署名|執筆|автор подписи|autor|autorin|verfasser|auteur|auteurs|autora|autores|autore|författare|skribent|forfatter|kirjoittaja|toimittaja|autorka|"
     "szerző|yazar|penulis|tác giả|автор|авторы|автори|аутор|συντάκτης|συγγραφέας|כותב|מאת|מחבר|الكاتب|الكاتبة|المؤلف|بقلم|نویسنده|लेखक|作者|记者|記者|撰文|文|"
     "著者|筆者|執筆者|기자|저자|글쓴이|작성자"),
    ("date", "date", "일자|発行日|掲載日付|publicado em|publicada em|datum|erscheinungsdatum|veröffentlicht|veröffentlicht am|date de publication|publié le|fecha|fecha de publicación|data|"
     "data de publicação|data di pubblicazione|publiceringsdatum|publicerad|dato|publisert|publiceret|päivämäärä|julkaistu|data publikacji|"
     "datum vydání|dátum|megjelenés|data publicării|tarih|yayın tarihi|tanggal|ngày|ngày đăng|дата|дата публикации|опубликовано|дата публікації|опубліковано|"
     "ημερομηνία|תאריך|تاريخ|التاريخ|تاريخ النشر|تاریخ|दिनांक|तारीख|日期|时间|時間|发布时间|發布時間|发表时间|发布日期|發布日期|日付|公開日|掲載日|投稿日|配信日|날짜|등록일|작성일|게재일|발행일|"
     "입력"),
    ("publisher", "publisher", "veículo|medio|quelle|zeitung|fuente|fonte|testata|bron|krant|källa|tidning|kilde|avis|lähde|lehti|źródło|gazeta|zdroj|"
     "forrás|sursa|kaynak|gazete|sumber|nguồn|источник|издание|сми|джерело|видання|източник|извор|πηγή|εφημερίδα|מקור|עיתון|المصدر|الصحيفة|منبع|स्रोत|"
     "来源|來源|媒体|媒體|出处|報紙|报纸|出典|媒体名|掲載紙|新聞名|출처|언론사|매체"),
    ("canonical", "tools", "adresse|lien|enlace|länk|lenke|odkaz|bağlantı|tautan|đường dẫn|ссылка|адрес|посилання|σύνδεσμος|קישור|الرابط|لینک|链接|連結|網址|网址|リンク|"
     "링크|주소"),
    (BODY, "section_label", "volltext|artikel|artikeltext|inhalt|texte|texte intégral|contenu|corps|texto|texto completo|cuerpo|contenido|conteúdo|corpo|testo|"
     "contenuto|tekst|volledige tekst|inhoud|brödtext|innehåll|brødtekst|indhold|innhold|teksti|sisältö|treść|obsah|szöveg|tartalom|conținut|metin|"
     "içerik|isi|teks|nội dung|текст|содержание|текст статьи|зміст|съдържание|κείμενο|טקסט|תוכן|النص|المحتوى|متن|सामग्री|正文|内容|內容|全文|本文|内文|본문|내용"),
    ("", "legal", "rights|rights information|licence"),
    ("", "tools", "hora|heure|uhrzeit|type de source|périodicité|couverture géographique|provenance|dokument|pag|pagina|dir. resp|"
     "direttore|tiratura|diffusione|lettori|foglio|superficie|cod. ave|id|atualizado em|coletado por|coletado em|obs|id сообщения|просмотры|пересылки|медиа|"
     "뉴스 식별자|통합 분류1|통합 분류2|통합 분류3|사건/사고 분류1|위치|기관|분석제외 여부|면名|頁|面名|文字数|写図|記事番号|著作権|号|版|字数|页码|期号|面|掲載面|記事id|odświeżono|pobrano|strona|stronie"),
    ("", "tags", "argomento|인물|키워드|schlagwörter|stichworte|mots-clés|palabras clave|palavras-chave|parole chiave|nyckelord|avainsanat|słowa kluczowe|теги|ключевые слова|关键词|關鍵詞|"
     "标签|標籤|キーワード|タグ|키워드|태그|etiketler"),
    ("section", "section_label", "rubrique|ressort|sección|seção|sezione|rubriek|dział|рубрика|раздел|栏目|版面|カテゴリ|카테고리|분류|kategori|kategorie|categoría|catégorie"),
)  # fmt: skip
KEYS: Mapping[str, tuple[str, Kind]] = {
    **LABELS,
    **{name: (field, kind) for field, kind, names in reversed(_NAMES) for name in names.split("|")},
}
"""What a line of the head is named -> the field that it gives, if any, and its kind: tools' names come before a language's, both before archives'."""
