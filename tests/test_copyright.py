"""The house that a copyright line names, and lines that name none."""

from __future__ import annotations

import pytest

from cleaner.assemble.copyright import owner


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2025 Conti in Brask. Tutti i diritti riservati.", "Conti in Brask"),
        ("© 2025 Ostrovské noviny. Všechna práva vyhrazena.", "Ostrovské noviny"),
        ("© Dagens brev", "Dagens brev"),
        ("© Ostrovské noviny 2024", "Ostrovské noviny"),
        ("© 2025 ИА «Меридиан». Все права защищены", "ИА «Меридиан»"),
        ("© 2025 “Mladá Ostra”", "Mladá Ostra"),
        ("Copyright ⓒ 회곡일보. 무단 전재 및 재배포 금지", "회곡일보"),
        ("Copyrightⓒ회곡일보 All rights reserved.", "회곡일보"),
        ("版权所有 © 青石日报社", "青石日报社"),
        ("© 2025 KabarPell.example. Hak cipta dilindungi", "KabarPell.example"),
        ("© Copyright 2000-2025 Empresa Brask S.A.", "Empresa Brask S.A."),
        ("© 2025 Brask Media Inc. All rights reserved.", "Brask Media Inc."),
        ("© 2025 Brask Media, Inc.", "Brask Media"),
        ("Copyright 2025 © The Ostrey Lamp. All rights reserved.", "The Ostrey Lamp"),
        ("© 2025 by the Ostrey Lamp", "Ostrey Lamp"),
        ("© 2025 El Diario de hoy", "El Diario de hoy"),
        ("© 2025 “Lettere” dalle Colline", "“Lettere” dalle Colline"),
        ("© 2025 20 Minuten", "20 Minuten"),
        ("© 2025 Harvest + Hearth", "Harvest + Hearth"),
        ("© 2025 bitsandbobbins", "bitsandbobbins"),
        ("© St. Brask's College", "St. Brask's College"),
        ("© 2024 Brask Courier®. All rights reserved.", "Brask Courier"),
        ("© 2024 Brask Courier | Ostrey Group | Privacy", "Brask Courier"),
        ("© 2024 Brask Courier, a division of Ostrey Media", "Brask Courier"),
        ("© 2024 Brask Courier and its licensors", "Brask Courier"),
        ("© 2024 Brask Courier Powered by Quill", "Brask Courier"),
        ("© 2024 Brask Courier. Website by Pell Studio", "Brask Courier"),
        ("© 2024 - Brask Courier - All rights reserved", "Brask Courier"),
        ("Brask Courier © 2024. All rights reserved.", "Brask Courier"),
        ("All content © Brask Courier 2024", "Brask Courier"),
        ("© 2024 Brask Times Every word on these pages was written for the town and its people", "Brask Times Every"),
        ("© Crown copyright", ""),
        ("© 2025 All rights reserved.", ""),
        ("© 2025", ""),
        ("Copyright Policy", ""),
        ("Copyright law is older than the town", ""),
        ("© the authors", ""),
        ("A friend of the harbour is a 501(c)3 group", ""),
        ("The picture was taken on Monday", ""),
    ],
)
def test_the_owner_of_a_copyright_line(line: str, name: str) -> None:
    assert owner(line) == name
