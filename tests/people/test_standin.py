"""What stands in a name's place and names nobody."""

from __future__ import annotations

import pytest

from replyctl.people.name import Name
from replyctl.people.standin import bare, is_nobody


@pytest.mark.parametrize(
    "text",
    [
        *("info@acme.com", '"info@acme.com" <info@acme.com>', "@annf", "ann_frey", "p.ross", "user123", "shop.example"),
        *("-", "—", "?", "...", "+972 3 555 0100", "12345", "n/a", "N/A", "null", "None", "NULL", "unknown"),
        *("Customer", "Dear Customer", "Valued Customer", "Customer 12345", "Guest", "info", "Sales", "no-reply"),
        *("Customer Service", "Sir or Madam", "To whom it may concern", "Test Test", "Not provided"),
        *("客户", "尊敬的客户", "微信用户123", "匿名", "未知", "测试", "先生/女士"),
        *("לקוח", "לקוח יקר", "לקוח/ה", "הלקוחה", "אנונימי", "לא ידוע", "ללא שם"),
    ],
)
def test_a_mailbox_a_handle_or_a_general_word_greets_nobody(text: str) -> None:
    name = Name.parse(text)

    assert is_nobody(bare(text))
    assert (name.given, name.family, name.full) == ("", "", "")


@pytest.mark.parametrize(
    "text",
    [
        *("Jennifer Null", "None Suzuki", "Christopher Guest", "Soledad Sales", "Nan", "Or", "May", "Will", "Na Li"),
        *("Ann Frey", "O'Brien", "Jean-Luc", "J. Smith", "王丽", "吴无忌", "ברכה", "שלום", "טוב", "אור לוי"),
    ],
)
def test_a_name_that_looks_like_one_of_these_is_a_name(text: str) -> None:
    assert not is_nobody(text)


@pytest.mark.parametrize("text", ["Mr. Guest", "Mr. Null", "Ms. None", "Dr. Sales"])
def test_beside_a_title_a_general_word_is_a_name(text: str) -> None:
    title, word = text.split(" ")

    assert Name.parse(text).family == word
    assert Name.parse(word, title).family == word


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ('"Frey, Ann"', "Frey, Ann"),
        ("“Frey, Ann”", "Frey, Ann"),
        ("'Ann Frey'", "Ann Frey"),
        ("「王丽」", "王丽"),
        ("Ann Frey <ann@acme.com>", "Ann Frey"),
        ('"Frey, Ann" <ann@acme.com>', "Frey, Ann"),
        ("ann@acme.com (Ann Frey)", "Ann Frey"),
        ("Robert [Bob] Miller", "Robert Miller"),
        ("info@acme.com", "info@acme.com"),
        ("Sean O'", "Sean O'"),
    ],
)
def test_what_came_with_a_name_is_taken_off(typed: str, name: str) -> None:
    assert bare(typed) == name


def test_a_name_in_quotation_marks_is_judged_whole() -> None:
    name = Name.parse('"Frey, Ann"')

    assert (name.given, name.family, name.full) == ("Ann", "Frey", "Ann Frey")


def test_a_whole_text_is_nobodys_name() -> None:
    assert is_nobody("Please call me back. " * 20)
    assert not is_nobody("Ann, Bea and Cleo of the Accounts Department, Third Floor, Harbour House")
