"""Notes that name the paper in which a story came out first are read in many languages, and raise `syndicated` on other sites."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.assemble.republished import named

STORY = (
    "The baths of Ostrey, built in 1911, lose about a quarter of a million a year, and the roof has been closed since the winter.\n\n"
    "Opponents argued that the money should go to the bus line to the hospital, and the treasurer said that he would look for more.\n\n"
)


@pytest.mark.parametrize(("language", "line", "paper"), [
    ("de", "Dieser Artikel ist zuerst in der Ostreyer Rundschau erschienen.", "Ostreyer Rundschau"),
    ("de", "Der Text erschien zuerst bei „Blickpunkt Tamm“.", "Blickpunkt Tamm"),
    ("de", "Nachdruck mit freundlicher Genehmigung des Tammer Tageblatts.", "Tammer Tageblatts"),
    ("fr", "Cet article a été publié à l'origine dans Le Phare d'Ostrey.", "Le Phare d'Ostrey"),
    ("fr", "Ce texte est d’abord paru sur Ostrey Matin.", "Ostrey Matin"),
    ("fr", "Cet entretien a été publié pour la première fois par Brask Hebdo et est reproduit avec son accord.", "Brask Hebdo"),
    ("es", "Esta nota apareció originalmente en El Faro de Ostrey.", "El Faro de Ostrey"),
    ("es", "Este texto fue publicado por primera vez en Brask Hoy y se reproduce aquí con permiso.", "Brask Hoy"),
    ("it", "L'articolo è apparso originariamente su Il Faro di Ostrey.", "Il Faro di Ostrey"),
    ("it", "Questo testo è ripubblicato per gentile concessione della Gazzetta di Brask.", "Gazzetta di Brask"),
    ("pt", "Artigo publicado originalmente no Farol de Ostrey.", "Farol de Ostrey"),
    ("pt", "Este texto foi originalmente publicado pelo Correio de Brask.", "Correio de Brask"),
    ("nl", "Dit verhaal werd oorspronkelijk gepubliceerd in de Ostreyer Bode.", "Ostreyer Bode"),
    ("nl", "Dit stuk is met toestemming overgenomen van Brask Vandaag.", "Brask Vandaag"),
    ("pl", "Tekst został opublikowany pierwotnie na portalu Głos Ostreju.", "Głos Ostreju"),
    ("ru", "Материал был впервые опубликован на сайте «Острейский вестник».", "Острейский вестник"),
    ("ru", "Статья публикуется с разрешения журнала «Браск сегодня».", "Браск сегодня"),
    ("sv", "Texten har tidigare publicerats i Ostreys Allehanda.", "Ostreys Allehanda"),
    ("da", "Artiklen er oprindeligt bragt i Ostrey Tidende.", "Ostrey Tidende"),
    ("nb", "Denne artikkelen ble opprinnelig publisert i Ostrey Blad.", "Ostrey Blad"),
    ("cs", "Text poprvé vyšel na webu Ostrejské listy.", "Ostrejské listy"),
    ("tr", "Bu makale daha önce Ostrey Postası'nda yayınlanmıştır.", "Ostrey Postası"),
    ("ja", "本記事は「霧海新聞」に掲載された記事です。", "霧海新聞"),
    ("zh", "本文原载于《雾海晚报》。", "雾海晚报"),
    ("zh", "文章首发于雾海晚报", "雾海晚报"),
    ("ko", "이 칼럼은 안개일보에 먼저 게재된 글입니다.", "안개일보"),
    ("ar", "ظهر هذا المقال لأول مرة على موقع الضباب.", "الضباب"),
])  # fmt: skip
def test_a_note_names_the_paper(language: str, line: str, paper: str) -> None:
    assert named(line, f"{language}.publisher.republished") == paper


@pytest.mark.parametrize(("language", "line"), [
    ("de", "Dieser Text erschien zuerst in der Printausgabe vom 3. Mai."),
    ("de", "Dieser Artikel erschien zuerst in unserem Heft über Moore."),
    ("fr", "Cet article est paru dans notre numéro de mai."),
    ("es", "Este artículo se publicó originalmente en nuestra edición de mayo."),
    ("it", "Questo articolo è uscito per la prima volta nella nostra edizione di maggio."),
])  # fmt: skip
def test_an_issue_of_ones_own_is_no_other_paper(language: str, line: str) -> None:
    assert named(line, f"{language}.publisher.republished") == ""


@pytest.mark.parametrize(("line", "paper"), [
    ("This story was produced by the Ostrey Ledger in partnership with Brask Public Radio.", "Ostrey Ledger"),
    ("This article was produced by Ostrey Ledger, an independent nonprofit newsroom.", "Ostrey Ledger"),
    ("This essay is republished from The Forum, a nonprofit news site, under a Creative Commons license.", "The Forum"),
    ("©2024 The Ostrey Times. Visit ostreytimes.example. Distributed by Tamm Content Agency, LLC.", "The Ostrey Times"),
    ("(c) 2023 Ostrey Times. Distributed by Tamm News Service.", "Ostrey Times"),
])  # fmt: skip
def test_who_made_the_story_is_its_publisher(line: str, paper: str) -> None:
    record = clean(STORY + line, url="https://www.brasktoday.example/baths", media_type="text/plain")
    assert record.publisher == paper
    assert "syndicated" in record.flags


@pytest.mark.parametrize(("site", "line", "raised"), [
    ("Brasker Bote", "Dieser Artikel erschien zuerst im Brasker Boten.", False),
    ("Głos Brasku", "Artykuł ukazał się pierwotnie w „Głosie Brasku”.", False),
    ("Brasker Post", "Dieser Artikel erschien zuerst im Brasker Postillon.", True),
])  # fmt: skip
def test_a_houses_own_name_may_be_inflected(site: str, line: str, raised: bool) -> None:
    story = {
        "D": "Das Bad von Ostrey ist hundert Jahre alt, und sein Dach ist seit dem Winter gesperrt, weil Steine in das Becken fielen.",
        "A": "Kąpielisko w Ostrey ma sto lat, a jego dach jest zamknięty od zimy, bo do basenu spadły cegły, mówi burmistrz miasta.",
    }[line[0]]
    page = f"<meta property='og:site_name' content='{site}'><h1>Ostrey</h1><p>{story}</p><p>{story.replace('Ostrey', 'Tamm')}</p><p>{line}</p>"
    record = clean(page, media_type="text/html")
    assert record.publisher
    assert ("syndicated" in record.flags) is raised


@pytest.mark.parametrize(("site", "raised"), [("https://www.ostreyledger.example/", False), ("https://www.brasktoday.example/", True)])
def test_a_site_that_gives_its_address_for_a_name_carries_its_own_stories(site: str, raised: bool) -> None:
    page = f"<meta property='og:site_name' content='{site}'><h1>The Baths of Ostrey</h1><p>{STORY}</p><p>This article first appeared in the Ostrey Ledger.</p>"
    assert ("syndicated" in clean(page, media_type="text/html").flags) is raised


@pytest.mark.parametrize(("house", "raised"), [("Ostrey Ledger", False), ("Brask Today", True)])
def test_a_windows_title_names_the_carrier_of_a_text(house: str, raised: bool) -> None:
    title = "The old baths of Ostrey will open again in May"
    text = f"{title} - {house}\n\nMenu\n\n{title}\n\n{STORY}\n\nThis article first appeared in the Ostrey Ledger.\n\nShare this article"
    record = clean(text, media_type="text/plain")
    assert record.publisher == "Ostrey Ledger"
    assert ("syndicated" in record.flags) is raised
