"""Capitals and small letters of names."""

from __future__ import annotations

import pytest

from replyctl.people.letter_case import put_right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("DIANE SMITH", "Diane Smith"),
        ("o'brien", "O'Brien"),
        ("hamish mcallister", "Hamish McAllister"),
        ("GARCÍA LÓPEZ, María", "García López, María"),
        ("LUDWIG VAN DER MEER", "Ludwig van der Meer"),
        ("jean-luc o’neill", "Jean-Luc O’Neill"),
        ("na'ama cohen", "Na'ama Cohen"),
        ("JP MORGAN", "JP Morgan"),
        ("NG WEI", "Ng Wei"),
        ("ROBERT SMITH III", "Robert Smith III"),
        ("TJ Miller", "TJ Miller"),
        ("McKENNA, Rose", "McKenna, Rose"),
        ("DeSHAWN Hill", "DeShawn Hill"),
        ("Ann Frey", "Ann Frey"),
        ("李娜", "李娜"),
        ("דנה לוי", "דנה לוי"),
    ],
)
def test_a_name_typed_all_alike_gets_its_capitals(typed: str, right: str) -> None:
    assert put_right(typed, {"van", "der"}, {"ng"}) == right
