"""Ingredients are told by their amounts."""

from __future__ import annotations

import pytest

from cleaner.recipes import ingredients

DOUGH = ["300 g Mehl", "1 TL Backpulver", "Salz", "½ TL Zimt", "200 ml Milch"]


@pytest.mark.parametrize("lines", [
    DOUGH,
    ["2 cups flour", "1 tbsp sugar", "3 cloves garlic"],
    ["1½ cuillères de sucre", "250 ml d'eau", "2 gousses d'ail"],
    ["2 xícaras de farinha", "1 colher de sal", "500 ml de leite"],
])  # fmt: skip
def test_lines_with_amounts_in_a_row_are_ingredients(lines: list[str]) -> None:
    assert ingredients(["Startseite", "Für den Teig:", *lines, "Kontakt"]) == frozenset(range(1, 2 + len(lines)))


@pytest.mark.parametrize("lines", [
    ["300 g Mehl", "1 TL Backpulver"],
    ["300 g Mehl", "Menü", "Suche", "Kontakt", "1 TL Zimt", "Menü", "Suche", "Kontakt", "200 ml Milch"],
    ["250 g Kaffee 4,99 €", "500 g Kaffee 8,99 €", "1 kg Kaffee 15,99 €"],
    ["33g Fat", "98g Carbs", "8g Protein", "12 g Ballaststoffe"],
    ["5 goals in Brask", "12 garden tips", "3 ways to mend a net"],
    ["10 G networks", "5 Glasses of water", "2 Lions seen"],
], ids=["two", "far apart", "prices", "nutrition facts", "counts", "other words"])  # fmt: skip
def test_other_figures_are_no_ingredients(lines: list[str]) -> None:
    assert not ingredients(lines)


def test_a_list_that_stands_twice_is_left_to_the_second() -> None:
    assert ingredients([*DOUGH, "Zutaten", "Zubereitung", "Zum Teig", *DOUGH]) == frozenset(range(8, 13))


def test_the_heading_of_the_method_and_what_is_taken_without_an_amount_belong_to_the_list() -> None:
    assert ingredients([*DOUGH, "Mandelsplitter", "Zubereitung:", "Den Teig kneten."]) == frozenset(range(len(DOUGH) + 2))
    far = ["Startseite", "Archiv", "Über mich", "Zubereitung"]
    assert ingredients([*DOUGH, *far]) == frozenset(range(len(DOUGH)))
