"""Families and organisations."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.people.whole import family, is_organisation

TABLES = [table.names for code in ("en", "he", "zh") if (table := load(code).salutation)]


@pytest.mark.parametrize(
    ("text", "greeted"),
    [
        ("The Smith Family", "Smith family"),
        ("The Smiths", "Smith family"),
        ("Patel household", "Patel household"),
        ("משפחת לוי", "משפחת לוי"),
        ("陈晓东一家", "陈晓东一家"),
        ("史密斯夫妇", "史密斯夫妇"),
        ("The Red Lions", ""),
        ("Family", ""),
        ("Ann Frey", ""),
    ],
)
def test_a_family_is_greeted_as_one(text: str, greeted: str) -> None:
    assert family(text, TABLES)[0] == greeted


@pytest.mark.parametrize(
    "text",
    [
        *("Acme Ltd", "Siemens AG", "Accounts Payable", "Purchasing Department", "Bank of Ireland", "Studio 54"),
        *("Planning Department, Fingal County Council", "Hartley & Sons Plumbing Ltd", "The Old Bakery"),
        *("ועד הבית", "רשות המסים", "עיריית תל אביב", "בנק הפועלים", "אלקטרה בע״מ", "הנהלת חשבונות"),
        *("海尔公司", "市一中教务处", "税务局", "高雄市政府環境保護局", "马可波罗餐厅（采购部）"),
    ],
)
def test_an_organisation_or_an_office_is_told_by_its_words(text: str) -> None:
    assert is_organisation(text, TABLES)


@pytest.mark.parametrize(
    "text",
    [
        *("Ngoc Ag", "Charlotte Church", "Tyra Banks", "Tom House", "Ann Bishop", "Bar Cohen", "Mia Shaw"),
        *("דנה לוי", "קרן לוי", "גנית בן דוד", "王志远", "欧阳天行", "李会", "乌云其木格"),
    ],
)
def test_a_person_is_none(text: str) -> None:
    assert not is_organisation(text, TABLES)
