"""The number of the case, and numbers that are none."""

from __future__ import annotations

import pytest

from replyctl.mail.case_number import also_in, case_numbers, lone_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Where is my order 4711?", "4711"),
        ("Order #HW-659 arrived broken on 24.11.2026", "HW-659"),
        ("my order number is 100-234", "100-234"),
        ("the order I placed last week, 4711233, is broken", "4711233"),
        ("tracking number 1Z999AA1 for order 88123", "88123"),
        ("invoice 2231 of order 88123", "88123"),
        ("invoice INV-2026-001", "INV-2026-001"),
        ("[#12345] help", "12345"),
        ("我的订单4711在哪里", "4711"),
        ("电话 13800138000，订单编号 HW20261124", "HW20261124"),
        ("我的訂單 55031 還沒有收到", "55031"),
        ("בהזמנה מספר 4711 חסר פריט", "4711"),
        ("הזמנתי ב-3.11.2026 ומספר ההזמנה שלי הוא 55120", "55120"),
        ("meine Bestellnummer 123456", "123456"),
        ("ma commande n° 88321", "88321"),
        ("order 118/12/2025 is short of a lamp", "118/12/2025"),
        ("my order no. 2025/08-3316, delivered on 19/08/2025", "2025/08-3316"),
        ("הזמנתי ב-12/01/2025 מנורה, מספר הזמנה 48213", "48213"),
        ("בהזמנה-48213 חסר פריט", "48213"),
        ("I ordered 3 lamps on 12/11/2026 for $120, call me at 054-1234567", ""),
        ("my order from 2025 is late", ""),
        ("an order of 250 euros", ""),
        ("my order arrived on 2026-11-24", ""),
        ("postcode 90210, extension 4711", ""),
        ("快递单号 SF1234567890", ""),
        ("טלפון 054-7654321", ""),
        ("call me back about my order: 020 7946 0958.", ""),
        ("call me about my order: 054-1234567", ""),
        ("my order: +44 7700 900461 is my phone, order HW-48213", "HW-48213"),
        ("about my order (415) 555-0132", ""),
        ("order 4471 2290 is late", "4471 2290"),
        ("order no. 0123456789", "0123456789"),
        ("我的订单，请回电 020 7946 0958", ""),
        ("לגבי ההזמנה: 03-555 1234", ""),
    ],
)
def test_the_word_before_a_number_tells_what_it_is(text: str, number: str) -> None:
    assert case_numbers([text]) == ((number,) if number else ())


def test_a_number_of_the_teams_own_form_needs_no_word() -> None:
    assert case_numbers(["my parcel XK77-123 has gone"], (r"XK\d\d-\d{3}",)) == ("XK77-123",)
    assert case_numbers(["my parcel XK77-123 has gone"]) == ()


def test_the_newest_text_comes_first() -> None:
    assert case_numbers(["no number here", "Order 1234", "order 9999"]) == ("1234",)


@pytest.mark.parametrize(
    ("text", "subject", "number"),
    [
        ("please cancel 7731920, wrong size", "cancel order", "7731920"),
        ("帮我取消 7731920 吧", "取消订单", "7731920"),
        ("לבטל בבקשה את 7731920", "ביטול הזמנה", "7731920"),
        ("Two chairs are cracked.", "Re: Damaged chairs - SO-2024-00871", "SO-2024-00871"),
        ("please cancel 7731920 or 7731921", "cancel order", ""),
        ("订单还没到，加我QQ 84019927", "订单", ""),
        ("call me at 5550148 about my order", "", ""),
        ("my order is late, I paid 123456 dollars", "", ""),
        ("there are 7731920 stars", "hello", ""),
        ("The left one is silent.", "WH-1000XM4 headphones", ""),
        ("It came late.", "My order of 13/05/2025", ""),
    ],
)
def test_where_no_word_tells_of_one_the_only_number_counts(text: str, subject: str, number: str) -> None:
    assert lone_number(text, subject) == number


def test_one_of_the_teams_own_form_counts_behind_a_telephone_and_a_comma() -> None:
    assert case_numbers(["my order: +44 7700 900461 is my phone, HW-48213"], (r"HW-\d+",)) == ("HW-48213",)


@pytest.mark.parametrize(
    "text",
    [
        "where is order hw-1234?",
        "hw-1234 is late",
        "Hw-1234",
        "订单hw-1234到哪了",
        "איפה הזמנה hw-1234?",
        "order ｈｗ－1234",
    ],
)
def test_small_letters_are_put_as_the_teams_own_form_has_them(text: str) -> None:
    assert case_numbers([text], (r"HW-\d+",)) == ("HW-1234",)
    assert case_numbers([text.upper()], (r"hw-\d+",)) == ("hw-1234",)


@pytest.mark.parametrize(
    ("text", "questions", "numbers"),
    [
        ("HW-1001 came, HW-1002 did not.", (), ("HW-1001", "HW-1002")),
        ("HW-1001 came, HW-1002 did not. Where is hw-1002?", ("Where is hw-1002?",), ("HW-1002", "HW-1001")),
        ("HW-1001, hw-1001 and HW-1001", (), ("HW-1001",)),
    ],
)
def test_of_several_numbers_the_one_that_is_asked_about_comes_first(
    text: str, questions: tuple[str, ...], numbers: tuple[str, ...]
) -> None:
    assert case_numbers([text], (r"(?i)HW-\d+",), questions) == numbers


@pytest.mark.parametrize(
    ("subject", "numbers", "others"),
    [
        ("order HW-9999", ("HW-1234",), ("HW-9999",)),
        ("关于订单HW-9999", ("HW-1234",), ("HW-9999",)),
        ("לגבי הזמנה 55121", ("55120",), ("55121",)),
        ("order hw 1234", ("HW-1234",), ()),
        ("Order HW1234", ("HW-1234", "HW-9999"), ()),
        ("ticket 12345", ("HW-1234",), ()),
        ("order 5558812", ("48213",), ()),
        ("my orders", ("HW-1234",), ()),
    ],
)
def test_the_subject_may_name_another_order_of_the_same_form(
    subject: str, numbers: tuple[str, ...], others: tuple[str, ...]
) -> None:
    assert also_in(subject, numbers) == others
