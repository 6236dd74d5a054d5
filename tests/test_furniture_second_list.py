"""A second list of furniture between and below the paragraphs of a story, and of sentences of stories that come close to it.

Both files are invented, by another hand than the first lists and before the rules were read. A line with `# ` names the language and the kind of
the lines below it, and behind a bar why they fail as yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cleaner import Cleaner
from tests.furniture import dealt, set_between


class Story(NamedTuple):
    """A story with the page around it."""

    menu: tuple[str, ...]
    head: tuple[str, ...]
    paragraphs: tuple[str, ...]
    foot: tuple[str, ...]


STORIES = {
    "en": Story(
        menu=("Home", "News", "Sport", "Business", "Weather"),
        head=("Ferry Workers Walk Out at Ostrey Harbour", "By Ida Marsh", "March 3, 2020"),
        paragraphs=(
            "Ferry workers at the harbour of Ostrey walked out on Monday morning after talks about new shifts broke down over the weekend.",
            "About two hundred people gathered at the gates before sunrise, and the first boat to the islands left without a crew that could have loaded it.",
            "The harbour board said that it had offered a raise of three percent and a week of leave, and that the union had turned both down within an hour.",
            "\"We were not asked about the nights,\" said Greta Holm, who has worked on the ramps for nineteen years. \"They wrote the plan in an office and nailed it to a door.\"",
            "On the islands, shops sold out of bread by noon. A doctor who should have crossed in the morning held her surgery by telephone.",
            "The dispute began in November, when the board put two of its four boats in dry dock and asked the crews of the others to sail until midnight.",
            "A survey of the town's traders found that most of them side with the crews, though many fear for the spring season if the quarrel goes on.",
            "Both sides will meet again on Thursday in the town hall. A mediator from the county has agreed to sit between them.",
            "Until then, the board has hired a fishing boat to carry mail and medicine, and asks everyone else to stay at home.",
        ),
        foot=("About us", "Contact", "Privacy policy", "Terms of use", "© 2020 The Valley Paper"),
    ),
    "de": Story(
        menu=("Startseite", "Nachrichten", "Sport", "Wirtschaft", "Wetter"),
        head=("Hafenarbeiter in Ohrstedt legen die Arbeit nieder", "Von Ida Marsch", "3. März 2020"),
        paragraphs=(
            "Im Hafen von Ohrstedt haben die Arbeiter der Fähren am Montagmorgen die Arbeit niedergelegt, nachdem die Gespräche über neue Schichten gescheitert waren.",
            "Rund zweihundert Menschen standen vor Sonnenaufgang am Tor, und das erste Schiff zu den Inseln fuhr ohne Ladung ab.",
            "Die Hafenbehörde hatte nach eigenen Angaben drei Prozent mehr Lohn und eine Woche Urlaub geboten, was die Gewerkschaft binnen einer Stunde ablehnte.",
            "\"Nach den Nächten hat uns niemand gefragt\", sagte Grete Holm, die seit neunzehn Jahren an der Rampe arbeitet.",
            "Auf den Inseln war das Brot am Mittag ausverkauft. Eine Ärztin, die am Morgen hätte übersetzen sollen, hielt ihre Sprechstunde am Telefon.",
            "Der Streit begann im November, als zwei der vier Schiffe ins Dock kamen und die anderen bis Mitternacht fahren sollten.",
            "Die meisten Händler der Stadt stehen auf der Seite der Mannschaften, fürchten aber um das Geschäft im Frühjahr.",
            "Am Donnerstag wollen beide Seiten im Rathaus wieder miteinander reden. Eine Vermittlerin des Kreises wird dabei sein.",
            "Bis dahin bringt ein Fischerboot Post und Arznei auf die Inseln, und alle anderen sollen zu Hause bleiben.",
        ),
        foot=("Impressum", "Datenschutz", "Kontakt", "AGB", "© 2020 Talblatt"),
    ),
    "fr": Story(
        menu=("Accueil", "Actualités", "Sport", "Économie", "Météo"),
        head=("Les marins du port d'Ostrey cessent le travail", "Par Ida Marchal", "3 mars 2020"),
        paragraphs=(
            "Les marins des ferries d'Ostrey ont cessé le travail lundi matin, après l'échec des discussions sur les nouveaux horaires.",
            "Près de deux cents personnes étaient devant les grilles avant le lever du soleil, et le premier bateau est parti à vide vers les îles.",
            "La direction du port dit avoir proposé trois pour cent de hausse et une semaine de congé, ce que le syndicat a refusé dans l'heure.",
            "« Personne ne nous a parlé des nuits », raconte Grète Hollin, qui travaille sur les quais depuis dix-neuf ans.",
            "Dans les îles, il n'y avait plus de pain à midi. Une médecin qui devait traverser le matin a reçu ses patients par téléphone.",
            "Le conflit a commencé en novembre, quand deux des quatre bateaux sont entrés en cale sèche et que les autres ont dû naviguer jusqu'à minuit.",
            "La plupart des commerçants de la ville soutiennent les équipages, mais beaucoup craignent pour la saison de printemps.",
            "Les deux parties doivent se revoir jeudi à la mairie. Une médiatrice du département sera assise entre elles.",
            "D'ici là, un bateau de pêche porte le courrier et les médicaments, et la direction demande à chacun de rester chez soi.",
        ),
        foot=("Mentions légales", "Contact", "Données personnelles", "© 2020 Le Journal du Val"),
    ),
    "es": Story(
        menu=("Inicio", "Noticias", "Deportes", "Economía", "El tiempo"),
        head=("Los marineros del puerto de Ostrey paran", "Por Ida Marcos", "3 de marzo de 2020"),
        paragraphs=(
            "Los marineros de los transbordadores de Ostrey pararon el lunes por la mañana, después de que fracasaran las conversaciones sobre los nuevos turnos.",
            "Unas doscientas personas esperaban ante las puertas antes del amanecer, y el primer barco salió vacío hacia las islas.",
            "La dirección del puerto dice que ofreció una subida del tres por ciento y una semana de vacaciones, y que el sindicato rechazó ambas en una hora.",
            "«Nadie nos preguntó por las noches», dijo Greta Olmo, que trabaja en las rampas desde hace diecinueve años.",
            "En las islas, el pan se acabó al mediodía. Una médica que debía cruzar por la mañana atendió a sus pacientes por teléfono.",
            "El conflicto empezó en noviembre, cuando dos de los cuatro barcos entraron en el dique y los otros tuvieron que navegar hasta medianoche.",
            "La mayoría de los comerciantes de la ciudad apoya a las tripulaciones, aunque muchos temen por la temporada de primavera.",
            "Las dos partes volverán a reunirse el jueves en el ayuntamiento. Una mediadora de la provincia se sentará entre ellas.",
            "Hasta entonces, un barco de pesca lleva el correo y las medicinas, y la dirección pide a los demás que se queden en casa.",
        ),
        foot=("Aviso legal", "Contacto", "Política de privacidad", "© 2020 El Diario del Valle"),
    ),
}
FURNITURE, LIKE_FURNITURE = "furniture_second_list.txt", "stories_like_furniture_second_list.txt"
EACH = 3
"""Lines of furniture on one page: two between the paragraphs, and one below the last."""
SENTENCES = 2
"""Sentences that look like furniture on one page."""


def lines(name: str) -> Iterator[tuple[str, str, str]]:
    """Read the lines with their language, and why they fail, if they do."""
    language = reason = ""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("# "):
            kind, _, reason = line[2:].partition(" | ")
            language = kind.split(" ")[0]
        elif line:
            yield language, line, reason


def pages(name: str, each: int) -> list[object]:
    """Return the lines for each page, a page of its own for each that fails."""
    found = list(lines(name))
    cases: list[object] = []
    for language in STORIES:
        works = [line for spoken, line, reason in found if spoken == language and not reason]
        cases += [pytest.param(language, group, id=f"{language} {group[0][:40]}") for group in dealt(works, each)]
    for language, line, reason in found:
        if reason:
            mark = pytest.mark.xfail(reason=reason, strict=True)
            cases.append(pytest.param(language, [line], id=f"{language} {line[:40]}", marks=mark))
    return cases


def telling(story: Story, inside: list[str]) -> list[str]:
    """Return the story with the lines between its paragraphs; a line alone stands in its middle."""
    paragraphs = list(story.paragraphs)
    middle = len(paragraphs) // 2
    return set_between(paragraphs, inside) if len(inside) > 1 else [*paragraphs[:middle], *inside, *paragraphs[middle:]]


def page(story: Story, told: list[str]) -> str:
    return "\n\n".join((*story.menu, *story.head, *told, *story.foot)) + "\n"


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize(("language", "inside"), pages(FURNITURE, EACH))
def test_furniture_goes_and_the_story_stays(cleaner: Cleaner, language: str, inside: list[str]) -> None:
    story = STORIES[language]
    told = [*telling(story, inside[: EACH - 1]), *inside[EACH - 1 :]]
    record = cleaner.clean(page(story, told))
    assert [paragraph.text for paragraph in record.paragraphs] == list(story.paragraphs)


@pytest.mark.parametrize(("language", "inside"), pages(LIKE_FURNITURE, SENTENCES))
def test_what_a_story_says_stays(cleaner: Cleaner, language: str, inside: list[str]) -> None:
    told = telling(STORIES[language], inside)
    record = cleaner.clean(page(STORIES[language], told))
    assert [paragraph.text for paragraph in record.paragraphs] == told
