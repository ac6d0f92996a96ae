from __future__ import annotations

import pytest

from replyctl.library.search.fragments import fragments, in_first_script, script


def share(one: str, other: str) -> float:
    """How much of the first text the second one has."""
    return len(fragments(one) & fragments(other)) / len(fragments(one))


@pytest.mark.parametrize(
    ("text", "like", "unlike"),
    [
        ("my pasword is wrong", "my password is wrong", "my parcel is wrong"),
        ("cancelling", "cancelled", "concealing"),
        ("doesnt work", "doesn't work", "does it work"),
        ("ההחזר שלי", "החזר", "הזמנה"),
        ("order 00004587345", "order 732201349959", "orders"),
        ("我的包裹", "包裹破了", "订单"),
        ("Where? When?", "How much? How long?", "how much how long"),
    ],
)
def test_what_means_the_same_shares_more_fragments(text: str, like: str, unlike: str) -> None:
    assert share(text, like) > share(text, unlike)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Where is my lamp?", "LATIN"),
        ("我的 iPhone 连不上 wifi", "CJK"),
        ("האפליקציה של Android קורסת", "HEBREW"),
        ("где мой заказ", "CYRILLIC"),
        ("123 !?", ""),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_of_the_text(text: str, expected: str) -> None:
    assert script(text) == expected


def test_traditional_chinese_is_compared_as_simplified() -> None:
    assert fragments(in_first_script("請問我的訂單寄出了嗎")) == fragments("请问我的订单寄出了吗")
    assert in_first_script("החזר") == "החזר"
