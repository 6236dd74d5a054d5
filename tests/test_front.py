"""Front matter and its like give the fields; text that only resembles it stays text."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse import front

STORY = (
    "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this morning.\n\n"
    "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren, who sells lamps."
)
TITLE = "Harbour office to open earlier"
HEADS = {
    "yaml": f'---\ntitle: "{TITLE}"\nauthor: Nell Harrow\nsitename: The Brask Courier\ndate: 2026-05-04\ntags: [harbour, brask]\n---\n',
    "list": f"---\nlayout: post\ntitle: {TITLE}\nauthors:\n  - Nell Harrow\nsite: The Brask Courier\ndate: 2026-05-04 09:00:00\n---\n",
    "toml": f'+++\ntitle = "{TITLE}"\nauthor = "Nell Harrow"\npublication = "The Brask Courier"\ndate = 2026-05-04\n+++\n',
    "bare": f"title: {TITLE}\nauthor: Nell Harrow\nsource: The Brask Courier\ndate: 2026-05-04\nurl: https://courier.example/office\n",
    "reader": (
        f"Title: {TITLE}\n\nURL Source: https://courier.example/office\n\nAuthor: Nell Harrow\n\nSite: The Brask Courier\n\n"
        "Published Time: 2026-05-04T09:00:00Z\n\nMarkdown Content:\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("media_type", [None, "text/plain", "text/markdown"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_gives_the_fields_and_no_text(head: str, media_type: str | None) -> None:
    text = f"{head}\n# {TITLE}\n\n{STORY}\n" if media_type == "text/markdown" else f"{head}\n{STORY}\n"
    record = clean(text, media_type=media_type)  # type: ignore[arg-type]
    assert record.text == STORY
    assert record.title == TITLE
    assert record.authors == ("Nell Harrow",)
    assert (record.date or "").startswith("2026-05-04")
    assert record.site_name == "The Brask Courier"


@pytest.mark.parametrize(("lines", "title"), [
    ("title: >-\n  Harbour office to\n  open earlier", TITLE),
    ("title: |\n  Harbour office to open earlier\n", TITLE),
    ("title: >+\n\n  Harbour office:\n  date: early", "Harbour office: date: early"),
    ("title: 'Harbour office to\n  open earlier'", TITLE),
    ("title:\n  Harbour office to open earlier", TITLE),
    ("title: \"Office \\\"opens\\\" early\"", 'Office "opens" early'),
    ("title: 'The harbour''s office opens'", "The harbour's office opens"),
])  # fmt: skip
def test_a_title_may_run_over_several_lines(lines: str, title: str) -> None:
    record = clean(f"---\n{lines}\nauthor: Nell Harrow\ndate: 2026-05-04\n---\n\n{STORY}\n")
    assert (record.title, record.authors, record.date) == (title, ("Nell Harrow",), "2026-05-04")
    assert record.text == STORY


@pytest.mark.parametrize(("said", "shown", "date"), [
    ("created: 2026-06-01\ndate: 2026-05-04", "", "2026-05-04"),
    ("created: 2026-06-01 09:00:00Z\nupdated: 2026-06-02", "May 4, 2026", "2026-05-04"),
    ("created: 2026-05-04", "", "2026-05-04"),
    ("date_created: 2026-06-01\npublished: 2026-05-04", "", "2026-05-04"),
])  # fmt: skip
def test_the_day_of_the_note_is_the_storys_only_where_no_other_is_said(said: str, shown: str, date: str) -> None:
    record = clean(f"---\ntitle: {TITLE}\n{said}\nsource: https://courier.example/office\n---\n\n# {TITLE}\n\nBy Nell Harrow\n{shown}\n\n{STORY}\n")
    assert (record.date, record.text) == (date, STORY)


@pytest.mark.parametrize("named", [f"- Full Title: {TITLE}\n", ""])
@pytest.mark.parametrize("below", ["## Full Document\n", ""])
def test_what_a_note_lists_as_metadata_is_its_head(named: str, below: str) -> None:
    known = f"## Metadata\n- Author: [[Nell Harrow]]\n{named}- Category: #articles\n- URL: https://courier.example/office\n"
    source = f"# {TITLE}\n\n![rw-book-cover](https://courier.example/c.png)\n\n{known}\n{below}{STORY}\n"
    record = clean(source)
    assert (record.text, record.title, record.authors, record.section) == (STORY, TITLE, ("Nell Harrow",), None)
    assert visible(source) == source


def test_a_chapter_on_metadata_is_none() -> None:
    source = f"# {TITLE}\n\n## Metadata\n- What it is: words about words\n- Who needs it: clerks\n- Where it is: here\n\n{STORY}\n"
    assert "words about words" in clean(source).text


TWO = ("Ida Kell", "Ada Merrow")


@pytest.mark.parametrize(("lines", "names"), [
    ('authors: ["Kell, Ida", "Merrow, Ada"]', TWO),
    ("authors: ['Ida Kell', Ada Merrow]", TWO),
    ("authors: [Ida O'Kell, Ada D'Merrow]", ("Ida O'Kell", "Ada D'Merrow")),
    ("authors: [\n  Ida Kell,\n  Ada Merrow,\n]", TWO),
    ("authors: |\n  Ida Kell\n  Ada Merrow", TWO),
    ("authors:\n  # in the order of the alphabet\n  - Ida Kell\n  - Ada Merrow", TWO),
    ('author:\n  - "[[Ida Kell]]"\n  - "[[people/ada|Ada Merrow]]"', TWO),
    ("author: [[People/Ida Kell#Works]]", TWO[:1]),
    ('author: ["[[Ida Kell]]", "[[Ada Merrow]]"]', TWO),
    ("author:\n- name: Ida Kell\n  url: https://kell.example\n- name: Ada Merrow", TWO),
    ("author:\n  - role: reporter\n    name: Ida Kell\n    house:\n      - name: Odo Wren\n  - Ada Merrow", TWO),
    ("author:\n  name: Ida Kell\n  url: https://kell.example", TWO[:1]),
    ("description: |\n  by: somebody\n  - else\nauthor: Ida Kell", TWO[:1]),
])  # fmt: skip
def test_authors_are_listed_in_many_ways(lines: str, names: tuple[str, ...]) -> None:
    source = f"---\ntitle: {TITLE}\n{lines}\nsite: The Brask Courier\n---\n\n{STORY}\n"
    found = front.read(source)
    assert found is not None
    assert "canonical" not in found.fields
    record = clean(source)
    assert (record.authors, record.title, record.site_name, record.text) == (names, TITLE, "The Brask Courier", STORY)


LANGUAGES = {
    "zh": "标题：{title}\n来源：The Brask Courier\n作者：Nell Harrow\n发布时间：2026-05-04 08:12\n正文：\n",
    "zh, narrow": "标题:{title}\n媒体:The Brask Courier\n作者:Nell Harrow\n日期:2026-05-04\n内容:",
    "ja": "タイトル：{title}\n掲載紙：The Brask Courier\n筆者：Nell Harrow\n公開日：2026年5月4日\n本文：",
    "ko": "제목: {title}\n언론사: The Brask Courier\n기자: Nell Harrow\n등록일: 2026-05-04\n본문: ",
    "ru": "Заголовок: {title}\nИсточник: The Brask Courier\nАвтор: Nell Harrow\nДата публикации: 4 мая 2026\nТекст: ",
    "uk": "Назва: {title}\nДжерело: The Brask Courier\nАвтор: Nell Harrow\nДата: 4 травня 2026\nТекст:\n\n",
    "de": "Titel: {title}\nQuelle: The Brask Courier\nAutorin: Nell Harrow\nDatum: 4. Mai 2026\nText: ",
    "fr": "Titre : {title}\nJournal : The Brask Courier\nSource : The Brask Courier\nAuteur : Nell Harrow\nDate : 4 mai 2026\nTexte : ",
    "es": "Titular: {title}\nFuente: The Brask Courier\nAutora: Nell Harrow\nFecha: 4 de mayo de 2026\nTexto: ",
    "it": "Titolo: {title}\nFonte: The Brask Courier\nAutore: Nell Harrow\nData: 4 maggio 2026\nTesto: ",
    "tr": "Başlık: {title}\nKaynak: The Brask Courier\nYazar: Nell Harrow\nTarih: 4 Mayıs 2026\nİçerik: ",
    "pl": "Tytuł: {title}\nŹródło: The Brask Courier\nAutorka: Nell Harrow\nData publikacji: 4 maja 2026\nTreść: ",
    "ar": "العنوان: {title}\nالمصدر: The Brask Courier\nالكاتب: Nell Harrow\nالتاريخ: 2026-05-04\nالنص: ",
    "hi": "शीर्षक: {title}\nस्रोत: The Brask Courier\nलेखक: Nell Harrow\nदिनांक: 2026-05-04\nसामग्री: ",
}  # fmt: skip


@pytest.mark.parametrize("head", LANGUAGES.values(), ids=LANGUAGES)
def test_the_names_may_be_of_the_texts_language(head: str) -> None:
    record = clean(f"{head.format(title=TITLE)}{STORY}\n", media_type="text/plain")
    assert (record.title, record.authors, (record.date or "")[:10]) == (TITLE, ("Nell Harrow",), "2026-05-04")
    assert (record.publisher, record.site_name, record.text) == ("The Brask Courier", "The Brask Courier", STORY)


KNOWN = f"title: {TITLE}\nauthor: Nell Harrow\nsource: The Brask Courier\ndate: 2026-05-04\n"


@pytest.mark.parametrize("source", [
    f"{KNOWN}text: {STORY}",
    f"{KNOWN}body:\n{STORY}",
    f"{KNOWN}description: {STORY.replace(chr(10), ' ')}",
    f"{KNOWN}guid: https://courier.example/?p=4\ndc:creator: Nell Harrow\ncontent:encoded: {STORY}",
    f"----------\n{KNOWN}text: {STORY}",
    f"{KNOWN.replace('date:', 'paper size: broadsheet{}colour: none{}date:').format(chr(10), chr(10))}text: {STORY}",
    "".join(f"**{line.replace(':', ':**', 1)}  \n" for line in KNOWN.splitlines()) + f"\n{STORY}",
    "".join(f"- **{line.replace(':', '**:', 1)}\n" for line in KNOWN.splitlines()) + f"\n{STORY}",
], ids=["in its line", "below its name", "summary alone", "feed", "ruler", "others between", "bold", "bold in a list"])  # fmt: skip
def test_the_story_begins_behind_the_names_and_its_own(source: str) -> None:
    record = clean(source)
    assert (record.title, record.authors, record.date, record.publisher) == (TITLE, ("Nell Harrow",), "2026-05-04", "The Brask Courier")
    assert " ".join(record.text.split()) == " ".join(STORY.split())


def test_a_summary_above_the_story_is_none_of_it() -> None:
    record = clean(f"{KNOWN}description: {STORY.split(chr(10), maxsplit=1)[0]}\n\n{STORY}")
    assert record.text == STORY


RECORDS = {
    "corpus": f"# newdoc id = bc-2026-00482\n# genre = news\n# source = The Brask Courier\n# title = {TITLE}\n# author = Nell Harrow\n# date = 2026-05-04\n# tokens = 62\n\n{STORY}\n\n# enddoc\n",
    "table": f"| Field | Value |\n|:--|:--|\n| **headline** | {TITLE} |\n| **byline** | Nell Harrow / Sports Editor |\n| **outlet** | The Brask Courier |\n| **pub_date** | 2026-05-04 |\n| **word_count** | 62 |\n\n{STORY}\n",
    "below their names": f"<DOC>\nDOCID:\nBC20260504-0091\nSOURCE:\nThe Brask Courier\nDATE:\n2026-05-04\nEDITION:\nFinal\nBYLINE:\nBy NELL HARROW, Staff Writer\nHEADLINE:\n{TITLE}\nTEXT:\n\n{STORY}\n\nGRAPHIC:\nPHOTO (1), the office\nMEMO:\nnone\n</DOC>\n",
    "brackets": f"【媒体】\nThe Brask Courier　朝刊\n【発行日】\n2026年05月04日\n【頁】\n27\n【見出し】\n{TITLE}\n【署名】\nNell Harrow\n【本文】\n{STORY}\n【記事番号】\nBC20260504A0027\n【著作権】\n（Ｃ）The Brask Courier　無断転載を禁じます。\n",
    "tabs": f"{TITLE}\n\n    Item Type\tNewspaper Article\n    Author\tNell Harrow\n    Date\t2026-05-04\n    URL\thttps://courier.example/office\n    Publication\tThe Brask Courier\n\n    Tags:\n        harbours\n        offices\n\n    Notes:\n\n{STORY}\n",
    "feed": f"--- item 7 ---\nfeed: The Brask Courier\nsource: The Brask Courier\ntitle: {TITLE}\nlink: https://courier.example/office\nguid: bc-331907\npubDate: Mon, 04 May 2026 19:20:00 +0200\ndc:creator: Nell Harrow\ndescription: An office opens. [...]\ncontent:encoded:\n\n{STORY}\n\ncomments: https://courier.example/office#c\nslash:comments: 12\n--- end item 7 ---\n",
    "archive": f"NEWSPAPER ARTICLE EXPORT\n\nArticle id:     119384402\nHeading:        {TITLE}\nByline:         Nell Harrow\nNewspaper title: The Brask Courier (Tamm : 1871 - 2031)\nIssue date:     2026-05-04\nPage:           3\nIllustrated:    N\nText:\n\n{STORY}\n\n[END OF ARTICLE TEXT]\nRights: Copyright expired. Errors may remain.\n",
    "channel": f"Канал: The Brask Courier\n@brask_courier\nID сообщения: 18834\nДата: 2026-05-04 12:36:14\nПросмотры: 14217\nАвтор подписи: Nell Harrow\nИсточник: The Brask Courier\nЗаголовок: {TITLE}\nТекст:\n\n{STORY}\n",
    "note": f"# {TITLE}\n\nStatus: Clipped\nAuthor: Nell Harrow\nPublication: The Brask Courier\nPublished: May 4, 2026\nURL: https://courier.example/office\nCreated: June 7, 2026 9:51 PM\nRead?: No\n\n{STORY}\n",
    "for men and women": f"**Título:** {TITLE}  \n**Autor(a):** Nell Harrow  \n**Publicado em:** 4 de maio de 2026, 17h42  \n**Veículo:** The Brask Courier  \n**Coletado por:** bolsista 3  \n\n---\n\n{STORY}\n\n---\n**Tags:** porto, horas\n**Obs.:** sem foto\n",
}  # fmt: skip


@pytest.mark.parametrize("source", RECORDS.values(), ids=RECORDS)
def test_heads_of_corpora_catalogues_and_programs_are_read(source: str) -> None:
    record = clean(source)
    assert (record.title, record.authors, (record.date or "")[:10], record.publisher) == (TITLE, ("Nell Harrow",), "2026-05-04", "The Brask Courier")
    assert record.text == STORY
    spans = sorted([s for p in record.paragraphs for s in p.spans] + [s for row in record.removed for s in row.spans])
    assert "".join("".join(source[a:b].split()) for a, b in spans) == "".join(source.split())


@pytest.mark.parametrize("suffix", [" - The Brask Courier", " | Harbour County Ledger"])
def test_a_headline_in_a_head_loses_the_paper_s_name(suffix: str) -> None:
    record = clean(f"title: {TITLE}{suffix}\nauthor: Nell Harrow\ndate: 2026-05-04\nurl: https://www.harbourledger.example/office\n\n{STORY}")
    assert (record.title, record.publisher) == (TITLE, suffix[3:])


def test_a_head_may_leave_the_headline_to_the_line_below() -> None:
    head = "Nom de la source : The Brask Courier\nType de source : Presse • Journaux\nPériodicité : Quotidien\nCouverture géographique : Régionale\nProvenance : Brask, Tamm\n\np. 6\nMardi 4 mai 2026\nBrask • 252 mots\n\n"
    record = clean(f"{head}{TITLE}\n\nNell Harrow\n\n{STORY}\n\n© 2026 The Brask Courier. Tous droits réservés.\n\nnews·20260504·BC·2026_2301774\n")
    assert (record.title, record.authors, record.date, record.publisher) == (TITLE, ("Nell Harrow",), "2026-05-04", "The Brask Courier")
    assert record.text == STORY


@pytest.mark.parametrize("text", [
    f"{STORY}\n\nAsked who pays, he was short.\n\nWren: I do.\n\nTrask: And who else?",
    f"{KNOWN}\n{STORY}\n\nWren: I pay for it.\n\nTrask: Nobody else does, I am sorry to say, and nobody else ever has in all these years.",
])  # fmt: skip
def test_what_is_said_at_a_story_s_end_is_no_record_s_tail(text: str) -> None:
    assert "Wren: I" in clean(text, media_type="text/plain").text


def test_many_unknown_names_end_the_head() -> None:
    others = "dawn: at four\nnoon: at twelve\ndusk: at ten\ntide: high\nmoon: full\nwind: west\nsea: rough"
    found = front.read(f"{KNOWN}{others}\nurl: https://courier.example/office\n\n{STORY}")
    assert found is not None
    assert "canonical" not in found.fields


def test_lines_that_are_indented_for_no_reason_are_read_too() -> None:
    record = clean(f"---\ntitle: {TITLE}\n  author: Nell Harrow\n  date: 2026-05-04\n---\n\n{STORY}\n")
    assert (record.title, record.authors, record.date) == (TITLE, ("Nell Harrow",), "2026-05-04")


@pytest.mark.parametrize("fence", ["---\n", ""])
def test_a_source_that_is_an_address_is_no_publisher(fence: str) -> None:
    address = "https://courier.example/office"
    source = f'{fence}title: {TITLE}\nsource: "{address}"\nauthor: Nell Harrow\n{fence}\n{STORY}\n'
    found = front.read(source)
    assert found is not None
    assert found.fields["canonical"] == [address]
    record = clean(source)
    assert (record.publisher, record.site_name, "syndicated" in record.flags) == (None, None, False)
    named = clean(source.replace(f'"{address}"', "The Brask Courier"))
    assert (named.publisher, named.site_name) == ("The Brask Courier", "The Brask Courier")


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_every_character_of_it_is_accounted_for(head: str) -> None:
    text = f"{head}\n{STORY}\n"
    record = clean(text)
    spans = sorted([s for p in record.paragraphs for s in p.spans] + [s for row in record.removed for s in row.spans])
    seen = visible(text)
    assert "".join("".join(seen[a:b].split()) for a, b in spans) == "".join(seen.split())


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{STORY}\n\n---\n",
        f"title: none\nauthor: unknown\n\n{STORY}",
        f"Note: read this first\nTitle: none\nAuthor: nobody\nDate: lost\n\n{STORY}",
        f"Date: 4 May 2026\nTime: noon\nPlace: the pier\n\n{STORY}",
        STORY,
        "---\n" * 50,
        "a:" * 10_000,
    ],
)
def test_other_beginnings_are_no_head(text: str) -> None:
    assert front.read(text) is None


CLIP = (
    '---\ntitle: "Old ferry of Brask sold to a museum"\nsource: "https://argus.example/ferry"\n%s---\n'
    "- [Home](https://argus.example/)\n- [Product](https://argus.example/product)\n- [Pricing](https://argus.example/pricing)\n\n"
    "Nobody had wanted the boat for eleven winters, and then two came for it on one day.\n\n%s"
    "The council of Brask sold the old ferry on Monday to a museum in Ostrey, which wants to show it in its yard.\n\n"
    "Nobody had made another offer, the mayor said after the meeting, and the boat had been leaking since the winter.\n\n"
    "[Privacy Policy](https://argus.example/privacy)\n\n[Terms of Use](https://argus.example/terms)\n\n[Contact us](https://argus.example/contact)\n"
)


@pytest.mark.parametrize(
    ("field", "below"),
    [
        ('description: "Nobody had wanted the boat for eleven winters, and then two came for it on one day."\n', ""),
        ("", "[Ida Kell](https://argus.example/ida)\n\n3 May 2024\n\n"),
    ],
)
def test_the_dek_with_which_a_clipping_begins_is_no_headline(field: str, below: str) -> None:
    record = clean(CLIP % (field, below))
    assert record.title == "Old ferry of Brask sold to a museum"
    assert record.text.startswith("Nobody had wanted the boat")
